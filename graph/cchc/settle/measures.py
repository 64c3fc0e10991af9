"""How complete editions are, as measurements of the Data Quality Vocabulary (https://www.w3.org/TR/vocab-dqv/)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.settle.output import Results, select, select_of

_LEVELS = ("known", "derived", "bounded", "candidate")
"""A unit counts in the first of these that applies."""

_TYPE, _EDITION, _COUNT = (NamedNode(n) for n in (v.RDF + "type", v.CCHC + "IndexEdition", v.CCHC + "unitCount"))


def measure(store: Store, editions: Iterable[NamedNode] | None = None) -> set[Quad]:
    """The measurements of editions, after their results were settled: a number of units for each ``dqv:Metric``.

    Known, derived, bounded, candidate and missing units are all units there are: those expected, by the sources, or
    else those existing, by the register. Where neither is known, missing units are not measured.

    :param editions: some editions of a store whose default graph is the merge; by default all of any store.
    """
    if editions is None:
        found = store.quads_for_pattern(None, _TYPE, _EDITION)
        chosen = {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}
        levels = [(row["edition"], row) for row in select(store, "levels")]
        existing = [(row["edition"], row) for row in select(store, "existing")]
    else:
        chosen = set(editions)
        levels = [(edition, row) for edition in chosen for row in select_of(store, "levels", edition)]
        existing = [(edition, row) for edition in chosen for row in select_of(store, "existing", edition)]
    numbers = {edition: dict.fromkeys(_LEVELS, 0) for edition in chosen}
    for edition, row in levels:
        # What calls itself an edition of a result, but is none, is a matter of the shapes.
        if edition in numbers:
            numbers[edition][row["level"].value] = int(row["units"].value)
    there_were = {edition: int(row["units"].value) for edition, row in existing}
    graph = Results()
    for edition, measured in numbers.items():
        sizes = {"expected": _expected(store, edition), "existing": there_were.get(edition)}
        size = sizes["existing"] if sizes["expected"] is None else sizes["expected"]
        missing = None if size is None else max(0, size - sum(measured.values()))
        for name, number in (measured | sizes | {"missing": missing}).items():
            if number is not None:
                _write(graph, edition.value, name, number)
    return set(graph.quads)


def _write(graph: Results, edition: str, name: str, number: int) -> None:
    node = f"{v.ID}measurement/{edition.removeprefix(v.ID + 'edition/')}/units-{name}"
    graph.link(node, v.RDF + "type", v.DQV + "QualityMeasurement")
    graph.link(node, v.DQV + "isMeasurementOf", f"{v.ID}metric/units-{name}")
    graph.link(node, v.DQV + "computedOn", edition)
    graph.add(node, v.DQV + "value", Literal(number))


def _expected(store: Store, edition: NamedNode) -> int | None:
    """How many units the sources say that there are."""
    counts = (quad.object for quad in store.quads_for_pattern(edition, _COUNT, None))
    return max((int(Decimal(count.value)) for count in counts if isinstance(count, Literal)), default=None)
