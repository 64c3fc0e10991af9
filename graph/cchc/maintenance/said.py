"""What was read of a store while a change is followed, or was just written there: to read it again costs nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from cchc import vocabulary as v
from cchc.store import Changes
from cchc.store.scratch import text_of

_MERGE = DefaultGraph()
_MADE = (NamedNode(v.DERIVED_GRAPH), NamedNode(v.RESULTS_GRAPH))
_TOLD = NamedNode(v.SOURCE_GRAPHS + "any")


class Said:
    """What a store says of nodes, and what refers to the nodes that the store did not know before.

    Of a quad is told whether it is concluded or settled; else its graph may be the name of any, and what several graphs
    tell may stand there once: a unit is described anew by each source that speaks of it.

    ``new`` are the nodes that the store did not know before.

    It does not hold the store, which must be closed when it has been written; it is always the same one.
    """

    def __init__(self) -> None:
        self._quads: dict[Any, list[Quad]] = {}
        self.new: set[Any] = set()
        self._referring: dict[Any, dict[Any, set[Any]]] = defaultdict(lambda: defaultdict(set))
        self._texts: dict[str, bytes] = {}
        self._described: dict[str, frozenset[Any]] = {}

    def follow(self, changes: Changes) -> None:
        """Takes notice of a change of the store; to be called after each."""
        for quad in changes.removed:
            if quad.graph_name not in _MADE:
                # Another graph may go on telling it.
                self._quads.pop(quad.subject, None)
            elif quad.subject in self._quads:
                self._quads[quad.subject].remove(quad)
        for quad in changes.added:
            if quad.subject in changes.new:
                self._quads.setdefault(quad.subject, []).append(quad)
            elif quad.subject in self._quads:
                self._quads[quad.subject].append(quad)
        self.new |= changes.new
        for triple in changes.gained:
            if triple.object in self.new:
                self._referring[triple.object][triple.predicate].add(triple.subject)
        for triple in changes.lost:
            if triple.object in self.new:
                self._referring[triple.object][triple.predicate].discard(triple.subject)

    def text(self, graph: str, store: Store) -> bytes:
        """A graph that no change touches, as N-Triples."""
        if graph not in self._texts:
            self._texts[graph] = text_of(store, NamedNode(graph))
        return self._texts[graph]

    def described(self, graph: str, store: Store) -> frozenset[Any]:
        """The subjects of a graph that no change touches."""
        if graph not in self._described:
            triples = parse(self.text(graph, store), format=RdfFormat.N_TRIPLES)
            self._described[graph] = frozenset(quad.subject for quad in triples)
        return self._described[graph]

    def quads(self, node: Any, store: Store) -> list[Quad]:
        """The quads of a node."""
        if node not in self._quads:
            self._quads[node] = _read(node, store)
        return self._quads[node]

    def objects(self, node: Any, name: NamedNode | None, store: Store) -> Iterable[Any]:
        """The objects of a property of a node (None for any)."""
        if node in self._quads:
            return {quad.object for quad in self._quads[node] if name is None or quad.predicate == name}
        return {quad.object for quad in store.quads_for_pattern(node, name, None, _MERGE)}

    def subjects(self, node: Any, name: NamedNode | None, store: Store) -> Iterable[Any]:
        """The nodes that refer to a node by a property (None for any)."""
        if node not in self.new:
            return {quad.subject for quad in store.quads_for_pattern(None, name, node, _MERGE)}
        return self._referring.get(node, {}).get(name, ()) if name is not None else self.referring(node)

    def referring(self, node: Any) -> set[Any]:
        """The nodes that refer to a node that the store did not know before."""
        return set().union(*self._referring.get(node, {}).values())


def _read(node: Any, store: Store) -> list[Quad]:
    if not any(True for graph in _MADE for _ in store.quads_for_pattern(node, None, None, graph)):
        return [_told(quad) for quad in store.quads_for_pattern(node, None, None, _MERGE)]
    named = (quad for quad in store.quads_for_pattern(node, None, None) if quad.graph_name != _MERGE)
    return list(dict.fromkeys(quad if quad.graph_name in _MADE else _told(quad) for quad in named))


def _told(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, _TOLD)
