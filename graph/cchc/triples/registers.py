"""A register of changes of units in triples: the units that changes brought about, and the changes, by the W3C's
Organization Ontology (https://www.w3.org/TR/vocab-org/#class-changeevent)."""

from __future__ import annotations

from cchc import vocabulary as v
from cchc.triples.writer import SourceGraph
from cchc.units import ChangeRegister, NewUnit, UnitChange
from cchc.vietnamese import sort_key


def write_register(register: ChangeRegister, graph: SourceGraph) -> None:
    """Writes what a register says into the graph of its source."""
    for new in register.units:
        _unit(new, graph)
    for change in register.changes:
        _change(change, graph)


def _unit(new: NewUnit, graph: SourceGraph) -> None:
    unit = new.unit
    node = v.unit_iri(unit.path)
    graph.type(node, v.CCHC + unit.kind, v.ORG + "FormalOrganization")
    graph.label(node, unit.name, unit.name_en)
    for lang, name in new.names:
        graph.text(node, v.SKOS + "altLabel", name, lang)
    if unit.period.began:
        graph.value(node, v.SCHEMA + "foundingDate", unit.period.began, "date")
    if new.unit_class:
        graph.link(node, v.CCHC + "unitClass", f"{v.ID}unit-class/{new.unit_class}")
    if new.gso_code:
        graph.value(node, v.CCHC + "gsoCode", new.gso_code, "string")
    if unit.region:
        graph.link(node, v.CCHC + "region", f"{v.ID}region/{unit.region}")
    if unit.within:
        graph.link(node, v.ORG + "subOrganizationOf", v.unit_iri(unit.within))
    graph.value(node, v.CCHC + "sortKey", sort_key(unit.name), "string")


def _change(change: UnitChange, graph: SourceGraph) -> None:
    what = change.population or (change.results or change.originals)[0]
    node = f"{v.ID}unit-change/{change.date}/{what}"
    graph.type(node, v.CCHC + "UnitChange", v.ORG + "ChangeEvent")
    graph.label(node, change.label, change.label_en)
    graph.link(node, v.CCHC + "changeKind", f"{v.ID}change-kind/{change.kind}")
    graph.value(node, v.DCTERMS + "date", change.date, "date")
    graph.link(node, v.ORG + "originalOrganization", *map(v.unit_iri, change.originals))
    graph.link(node, v.ORG + "resultingOrganization", *map(v.unit_iri, change.results))
    for path in change.originals:
        if path not in change.results:
            graph.value(v.unit_iri(path), v.SCHEMA + "dissolutionDate", change.date, "date")
    if change.population:
        graph.link(node, v.CCHC + "population", f"{v.ID}population/{change.population}")
    graph.link(node, v.DCTERMS + "source", *change.sources)
    if change.note:
        graph.text(node, v.SKOS + "editorialNote", change.note)
    for result in change.results:
        before = [v.unit_iri(path) for path in change.originals if path != result]
        graph.link(v.unit_iri(result), v.CCHC + "successorOf", *before)
