"""What a change bears on: the paths of ``ontology/dependence.csv``, walked on a store.

The rules, the settling queries and the shapes read what they read; the table says, from the other end, where a changed
triple is read. ``step`` is ``again`` for what is concluded and settled again, ``count`` for the editions among it whose
units are counted again, ``measure`` for the editions that are measured again, ``check`` for what is only checked again,
``with`` for what must be at hand to do so, ``between`` for what rules read beyond that, ``across`` for what constraints
across things do, ``whole`` for the editions that rules may read beyond single results.

A path is written as in SPARQL, with ``/`` and ``^``. What no path says is a query of ``ontology/dependence/``: it leads
from ``$nodes`` to all that its variables are bound to, and a path may lead on from there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from cchc import vocabulary as v
from cchc.maintenance.said import Said
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

    ``query`` comes before the path.
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
    parts = [part for part in row["path"].split("/") if part != "."]
    file = parts.pop(0) if parts and parts[0].endswith(".rq") else None
    return Dependence(
        None if row["property"] in ("", _ANY) else _iri(row["property"]),
        _iri(row["value"]) if row["value"] else None,
        tuple(_step(part) for part in parts),
        (resource("ontology") / "dependence" / file).read_text(encoding="utf-8") if file else None,
    )


def _step(text: str) -> Step:
    name = text.removeprefix("^")
    return Step(None if name == _ANY else NamedNode(_iri(name)), text.startswith("^"))


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return v.PREFIXES[prefix] + local


def dependents(store: Store, changes: Sequence[Changes], read: Said, step: str) -> set[NamedNode]:
    """The nodes that some changes bear on, by the rows of a step; the changes are already in the merge of the store.

    Nothing referred to what the merge did not know before a change: nothing is sought that refers to it. All that is
    said of it stands in the changes from that one on, and is not read from the store.

    :param read: what followed these changes.
    """
    new: set[Any] = set().union(*(one.new for one in changes))
    found: set[Any] = set()
    for one in changes:
        # Rows whose paths begin alike walk the beginning once.
        walked: dict[tuple[Any, ...], set[Any]] = {}
        for row in dependences(step):
            # All subjects together: they lead to the same nodes, each of which is looked at once.
            inverse = bool(row.path) and row.path[0].inverse
            nodes: set[Any] = {
                subject
                for subject, properties in one.said.items()
                if (row.property is None or row.property in properties)
                and (row.value is None or NamedNode(row.value) in properties[str(row.property)])
                and not (inverse and subject in one.new)
            }
            start = (row.property, row.value, inverse)
            for place, stride in enumerate(row.path):
                way = (*start, *row.path[: place + 1])
                if way not in walked:
                    if stride.inverse or stride.property is None:
                        walked[way] = _ends(store, nodes, stride, read)
                    else:
                        # What a subject no longer refers to is borne on as well.
                        told = nodes if place == 0 else nodes & new
                        walked[way] = _told(changes, told, stride.property.value) | _ends(
                            store, nodes - new, stride, read
                        )
                nodes = walked[way]
            found |= nodes
    return _iris(found)


def _told(changes: Sequence[Changes], nodes: set[Any], name: str) -> set[Any]:
    """The objects of a property in what was gained or lost of some nodes."""
    return {end for one in changes for node in nodes for end in one.said.get(node, {}).get(name, ())}


def reached(store: Store, nodes: Iterable[NamedNode], step: str, read: Said) -> set[NamedNode]:
    """All that the paths and queries of a step lead to from some nodes."""
    starts = set(nodes)
    found: set[Any] = set()
    walked: dict[tuple[Any, ...], set[Any]] = {}
    for row in dependences(step):
        way: tuple[Any, ...] = (row.query,)
        if way not in walked:
            walked[way] = starts if row.query is None else _answered(store, starts, row.query)
        for stride in row.path:
            if (*way, stride) not in walked:
                walked[*way, stride] = _ends(store, walked[way], stride, read)
            way = (*way, stride)
        found |= walked[way]
    return _iris(found)


def _answered(store: Store, nodes: set[NamedNode], query: str) -> set[Any]:
    answer = store.query(prebound(query, "nodes", " ".join(sorted(map(str, nodes)))))
    return {term for row in answer for term in row if term is not None}  # type: ignore[union-attr]


def _ends(store: Store, nodes: set[Any], step: Step, read: Said) -> set[Any]:
    """The terms that one step leads to in the merge; a literal leads nowhere but backwards."""
    if step.inverse:
        return {end for node in nodes for end in read.subjects(node, step.property, store)}
    named = (node for node in nodes if not isinstance(node, Literal))
    return {end for node in named for end in read.objects(node, step.property, store)}


def _iris(terms: set[Any]) -> set[NamedNode]:
    return {term for term in terms if isinstance(term, NamedNode)}
