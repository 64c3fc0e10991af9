"""The departments, districts and communes that the sources in a store have named, for tables that name them again."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from cchc import vocabulary as v
from cchc.claims import Unit
from cchc.loaders.tables.units import POPULATION_OF_KIND


def local_units(store: Store, province: str) -> Iterator[Unit]:
    """The departments, districts and communes of a province that sources in the store have named."""
    whole, part, kind = DefaultGraph(), NamedNode(v.ORG + "subOrganizationOf"), NamedNode(v.RDF + "type")
    for quad in store.quads_for_pattern(None, part, NamedNode(v.unit_iri(province)), whole):
        unit = quad.subject
        if not isinstance(unit, NamedNode):
            continue
        types = {found.object for found in store.quads_for_pattern(unit, kind, None, whole)}
        labels = [
            found.object
            for found in store.quads_for_pattern(unit, NamedNode(v.RDFS + "label"), None, whole)
            if isinstance(found.object, Literal) and found.object.language == "vi"
        ]
        named = [name for name in POPULATION_OF_KIND if NamedNode(v.CCHC + name) in types]
        if named and labels:
            label = min(label.value for label in labels)
            yield Unit(unit.value.removeprefix(v.unit_iri("")), label, named[0], province)
