"""What a change bears on: the paths of ``ontology/dependence.csv``, walked on a store.

The rules, the settling queries and the shapes read what they read; the table says, from the other end, where a changed
triple is read. ``step`` is ``again`` for what is concluded and settled again, ``count`` for the editions among it whose
units are counted again, ``measure`` for the editions that are measured again, ``check`` for what is only checked again,
``with`` for what must be at hand to do so, ``between`` for what rules read beyond that, ``across`` for what constraints
across things do, ``whole`` for the editions that rules may read beyond single results.

A path is written as in SPARQL, with ``/`` and ``^``. What no path says is a query of ``ontology/dependence/``: it leads
from ``$nodes`` to all that its variables are bound to.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store, Triple

from cchc import vocabulary as v
from cchc.resources import resource
from cchc.store import Changes
from cchc.store.tokens import prebound

_ANY = "*"
_MERGE = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: along a property (None for any), or backwards."""

    property: NamedNode | None
    inverse: bool


@dataclass(frozen=True, slots=True)
class Dependence:
    """One row: what a change of a property (None for any; with one value, if given) bears on from its subject on.

    ``query`` takes the place of a path.
    """

    property: str | None
    value: str | None
    path: tuple[Step, ...]
    query: str | None


@cache
def dependences(step: str) -> tuple[Dependence, ...]:
    """The rows of one step of ``ontology/dependence.csv``, in its order."""
    with (resource("ontology") / "dependence.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_dependence(row) for row in csv.DictReader(file) if row["step"] == step)


def _dependence(row: dict[str, str]) -> Dependence:
    asked = row["path"].endswith(".rq")
    return Dependence(
        None if row["property"] in ("", _ANY) else _iri(row["property"]),
        _iri(row["value"]) if row["value"] else None,
        () if asked else tuple(_step(part) for part in row["path"].split("/") if part != "."),
        (resource("ontology") / "dependence" / row["path"]).read_text(encoding="utf-8") if asked else None,
    )


def _step(text: str) -> Step:
    name = text.removeprefix("^")
    return Step(None if name == _ANY else NamedNode(_iri(name)), text.startswith("^"))


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return v.PREFIXES[prefix] + local


def dependents(store: Store, changes: Sequence[Changes], step: str) -> set[NamedNode]:
    """The nodes that some changes bear on, by the rows of a step; the changes are already in the merge of the store.

    What the merge did not describe before a change can't have been referred to: nothing is sought that refers to it.
    All that is said of it stands in the changes from that one on, and is not read from the store.
    """
    said = _by_subject(triple for one in changes for triple in (*one.gained, *one.lost))
    new: set[Any] = set().union(*(one.new for one in changes))
    found: set[Any] = set()
    for one in changes:
        changed = _by_subject((*one.gained, *one.lost)) if len(changes) > 1 else said
        for row in dependences(step):
            # All subjects together: they lead to the same nodes, each of which is looked at once.
            inverse = bool(row.path) and row.path[0].inverse
            nodes: set[Any] = {
                subject
                for subject, properties in changed.items()
                if (row.property is None or row.property in properties)
                and (row.value is None or NamedNode(row.value) in properties[str(row.property)])
                and not (inverse and subject in one.new)
            }
            for place, stride in enumerate(row.path):
                if stride.inverse or stride.property is None:
                    nodes = _ends(store, nodes, stride)
                    continue
                # What a subject no longer refers to is borne on as well.
                told = nodes if place == 0 else nodes & new
                ends = {end for node in told for end in said.get(node, {}).get(stride.property.value, ())}
                nodes = ends | _ends(store, nodes - new, stride)
            found |= nodes
    return _iris(found)


def _by_subject(triples: Iterable[Triple]) -> dict[Any, dict[str, list[Any]]]:
    found: dict[Any, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        found[triple.subject][triple.predicate.value].append(triple.object)
    return found


def reached(store: Store, nodes: Iterable[NamedNode], step: str) -> set[NamedNode]:
    """All that the paths and queries of a step lead to from some nodes."""
    starts = set(nodes)
    found: set[Any] = set()
    for row in dependences(step):
        if row.query is not None:
            found |= _answered(store, starts, row.query)
            continue
        ends: set[Any] = starts
        for one in row.path:
            ends = _ends(store, ends, one)
        found |= ends
    return _iris(found)


def _answered(store: Store, nodes: set[NamedNode], query: str) -> set[Any]:
    answer = store.query(prebound(query, "nodes", " ".join(sorted(map(str, nodes)))))
    return {term for row in answer for term in row if term is not None}  # type: ignore[union-attr]


def _ends(store: Store, nodes: set[Any], step: Step) -> set[Any]:
    return {end for node in nodes for end in _walk(store, node, step)}


def _walk(store: Store, node: Any, step: Step) -> Iterator[Any]:
    """The terms that one step leads to in the merge; a literal leads nowhere but backwards."""
    if step.inverse:
        yield from (quad.subject for quad in store.quads_for_pattern(None, step.property, node, _MERGE))
    elif not isinstance(node, Literal):
        yield from (quad.object for quad in store.quads_for_pattern(node, step.property, None, _MERGE))


def _iris(terms: set[Any]) -> set[NamedNode]:
    return {term for term in terms if isinstance(term, NamedNode)}
