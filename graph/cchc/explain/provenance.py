"""An explanation as linked data by PROV-O (https://www.w3.org/TR/prov-o/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from cchc import vocabulary as v
from cchc.explain.asking import Asking
from cchc.explain.model import Explained
from cchc.explain.places import text_of
from cchc.explain.words import each
from cchc.export import write_triples
from cchc.store import ReadableStore, memory_store

_KINDS = ("RuleApplication", "Extraction")
"""The classes whose labels the activities take."""


def as_provenance(store: ReadableStore, explained: Iterable[Explained], rdf_format: str = "turtle") -> bytes:
    """What the graph says of all that an explanation rests on, and the same by PROV-O; without blank nodes.

    Each claim is a ``prov:Entity`` that an activity generated: the application of a rule, which used the premises and
    had the rule as its ``prov:Plan``; the extraction, which used a quote that ``prov:wasQuotedFrom`` a document; or a
    review. Results are derived from the claims that they were accepted from. The same explanation gives the same bytes.

    :param store: the store that ``explained`` comes from.
    :param rdf_format: one of :data:`cchc.export.FORMATS`.
    """
    said = set(_described(Asking(store, "vi"), explained))
    graph = NamedNode(v.DERIVED_GRAPH)
    of_these = Asking(
        memory_store(Quad(triple.subject, triple.predicate, triple.object, graph) for triple in said), "vi"
    )
    beside = {Triple(*row.values()) for row in of_these.rows("provenance/beside")}  # type: ignore[arg-type]
    return write_triples(said.difference(beside).union(of_these.triples("provenance/prov")), rdf_format)


def _described(ask: Asking, explained: Iterable[Explained]) -> Iterator[Triple]:
    """What is said of the claims, of what they are about, and of all that they rest on."""
    waiting = [v.CCHC + kind for kind in _KINDS]
    for item in explained:
        waiting += [item.thing, *(one.conflict for one in item.disagreements)]
        waiting += [reason.claim for reason in each(item.all_reasons)]
    met = set(waiting)
    while waiting:
        thing = NamedNode(waiting.pop())
        for row in ask.rows("provenance/described", thing=thing):
            predicate, value = row["property"], row["value"]
            if not isinstance(predicate, NamedNode) or not isinstance(value, (NamedNode, Literal)):
                continue
            yield Triple(thing, predicate, value)
            if text_of(row["followed"]) == "true" and isinstance(value, NamedNode) and value.value not in met:
                met.add(value.value)
                waiting.append(value.value)
