"""The things with names that the ontology declares, with what readers need to know of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from cchc import vocabulary as v
from cchc.claims import Band
from cchc.resources import resource
from cchc.units import ALWAYS, Period

__all__ = ["Entry", "Triple", "ontology", "read_entries"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a name: ``kind`` is the first step of its IRI's path (``unit``, ``index``, ``component`` …),
    ``path`` the rest, ``type`` the local name of its class; ``population`` and ``band`` are those of a grade,
    ``of`` is the class of the units that a unit type stands for, ``announced_by`` the body that announces an index,
    ``counterpart`` the path of the area of the other programme that corresponds to an area, ``issued`` the date of a
    programme, ``populations`` those that an index has a scheme of criteria for, ``period`` when a unit existed,
    ``code`` its code of the General Statistics Office, ``english`` its names in English, ``vietnamese`` those of a
    unit in Vietnamese, ``regions`` the paths of the regions that a province lies in, by the divisions into six and
    eight."""

    kind: str
    path: str
    type: str
    label: str
    label_en: str
    index: str | None = None
    owner: str | None = None
    population: str | None = None
    band: Band | None = None
    of: str | None = None
    announced_by: str | None = None
    counterpart: str | None = None
    issued: str | None = None
    populations: tuple[str, ...] = ()
    period: Period = ALWAYS
    code: str | None = None
    english: tuple[str, ...] = ()
    vietnamese: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


_KINDS = (
    "unit",
    "unit-type",
    "index",
    "component",
    "region",
    "unit-class",
    "grade",
    "grade-class",
    "area",
    "programme",
    "indicator",
    "method",
    "measure",
)
"""The kinds of things whose names are looked for. An IRI's first step says which it is."""
_NAMES = (v.RDFS + "label", *(v.SKOS + name for name in ("altLabel", "hiddenLabel")), v.CCHC + "abbreviation")
_REGIONS = ("region", "subregion")
_LINKS = (
    *(v.CCHC + name for name in ("index", "owner", "gradePopulation", "instancesAre", "announcedBy")),
    *(v.CCHC + name for name in _REGIONS),
    v.SKOS + "closeMatch",
)


def ontology() -> Iterator[Triple]:
    """The triples of the product's own ontology."""
    for path in sorted(resource("ontology").glob("*.ttl")):
        yield from (quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))


def read_entries(
    triples: Iterable[Triple], kinds: Collection[str] = _KINDS, *, typed: bool = False
) -> Iterator[tuple[str, Entry]]:
    """All (name, entry) pairs of triples, for some kinds of things.

    Names are the labels and alternatives in Vietnamese; with ``typed`` also those in English and the hidden ones, as
    people type them.
    """
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, list[str]] = defaultdict(list)
    english: dict[str, list[str]] = defaultdict(list)
    types: dict[str, str] = {}
    links: dict[str, dict[str, str]] = defaultdict(dict)
    bounds: dict[str, dict[str, str]] = defaultdict(dict)
    issued: dict[str, str] = {}
    periods: dict[str, dict[str, str]] = defaultdict(dict)
    populations: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, str] = {}
    for triple in triples:
        subject, predicate, target = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, NamedNode) or not subject.value.startswith(v.ID):
            continue
        if isinstance(target, Literal):
            if predicate == v.RDFS + "label" and target.language:
                labels[subject.value][target.language] = target.value
            hidden = predicate == v.SKOS + "hiddenLabel"
            named = predicate in (v.RDFS + "label", v.SKOS + "altLabel", v.CCHC + "abbreviation")
            # "Đồng Tháp (cũ)" is a name that texts use; the hidden names of other things stand in tables only.
            former = hidden and subject.value.startswith(v.unit_iri(""))
            if (named and (typed or target.language != "en")) or (hidden and typed) or former:
                names[subject.value].append(target.value)
            if named and target.language == "en":
                english[subject.value].append(target.value)
            if predicate == v.CCHC + "gsoCode":
                codes[subject.value] = target.value
            if predicate == v.DCTERMS + "issued":
                issued[subject.value] = target.value
            if predicate in (v.SCHEMA + "foundingDate", v.SCHEMA + "dissolutionDate"):
                periods[subject.value][predicate.removeprefix(v.SCHEMA)] = target.value
            if predicate.endswith(("Bound", "Inclusive")):
                bounds[subject.value][predicate.removeprefix(v.CCHC)] = target.value
        elif isinstance(target, NamedNode):
            if predicate == v.RDF + "type" and target.value.startswith(v.CCHC):
                types[subject.value] = target.value.removeprefix(v.CCHC)
            elif predicate == v.CCHC + "population":
                populations[subject.value].add(target.value.rsplit("/", 1)[-1])
            elif predicate in _LINKS:
                links[subject.value][predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]] = target.value
    covered: dict[str, set[str]] = defaultdict(set)
    for scheme, whose in populations.items():
        covered[links[scheme].get("index", "")] |= whose
    for iri in sorted(names):
        kind, _, path_below = iri.removeprefix(v.ID).partition("/")
        if kind not in kinds:
            continue
        index, owner = links[iri].get("index"), links[iri].get("owner")
        label = labels[iri].get("vi", names[iri][0])
        if kind == "component":
            # Components hang below their index; those of one scheme have a step more and are no names of their own.
            if path_below.count("/") != 1:
                continue
            index = v.index_iri(path_below.split("/")[0])
        entry = Entry(
            kind,
            path_below,
            types.get(iri, "Concept"),
            label,
            labels[iri].get("en", label),
            index.rsplit("/", 1)[-1] if index else None,
            owner.removeprefix(v.unit_iri("")) if owner else None,
            links[iri].get("gradePopulation", "").rsplit("/", 1)[-1] or None,
            _band(bounds[iri]) if iri in bounds else None,
            links[iri].get("instancesAre", "").rsplit("#", 1)[-1] or None,
            links[iri].get("announcedBy", "").removeprefix(v.unit_iri("")) or None,
            links[iri].get("closeMatch", "").removeprefix(v.ID + "area/") or None,
            issued.get(iri),
            tuple(sorted(covered.get(iri, ()))),
            Period(periods[iri].get("foundingDate"), periods[iri].get("dissolutionDate")),
            codes.get(iri),
            tuple(dict.fromkeys(english.get(iri, ()))),
            tuple(names[iri]) if kind == "unit" else (),
            tuple(links[iri][of].removeprefix(v.ID + "region/") for of in _REGIONS if of in links[iri]),
        )
        for name in names[iri]:
            yield name, entry


def _band(bounds: dict[str, str]) -> Band:
    lower, upper = bounds.get("lowerBound"), bounds.get("upperBound")
    return Band(
        Decimal(lower) if lower else None,
        Decimal(upper) if upper else None,
        bounds.get("lowerInclusive") != "false",
        bounds.get("upperInclusive") == "true",
    )
