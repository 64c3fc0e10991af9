"""What was read of a store while a change is followed, or was just written there: to read it again costs nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cchc.store import Changes

_MERGE = DefaultGraph()


class Said:
    """What the named graphs of a store say of nodes, and what refers to the nodes that the store did not know before.

    It does not hold the store, which must be closed when it has been written; it is always the same one.
    """

    def __init__(self) -> None:
        self._quads: dict[Any, list[Quad]] = {}
        self._new: set[Any] = set()
        self._referring: dict[Any, dict[Any, set[Any]]] = defaultdict(lambda: defaultdict(set))

    def follow(self, changes: Changes) -> None:
        """Takes notice of a change of the store; to be called after each."""
        for quad in (*changes.added, *changes.removed):
            if quad.subject not in changes.new:
                self._quads.pop(quad.subject, None)
        for quad in changes.added:
            if quad.subject in changes.new:
                self._quads.setdefault(quad.subject, []).append(quad)
        self._new |= changes.new
        for triple in changes.gained:
            if triple.object in self._new:
                self._referring[triple.object][triple.predicate].add(triple.subject)
        for triple in changes.lost:
            if triple.object in self._new:
                self._referring[triple.object][triple.predicate].discard(triple.subject)

    def quads(self, node: Any, store: Store) -> list[Quad]:
        """The quads of a node in the named graphs."""
        if node not in self._quads:
            quads = store.quads_for_pattern(node, None, None)
            self._quads[node] = [quad for quad in quads if quad.graph_name != _MERGE]
        return self._quads[node]

    def objects(self, node: Any, name: NamedNode | None, store: Store) -> Iterable[Any]:
        """The objects of a property of a node (None for any)."""
        if node in self._quads:
            return {quad.object for quad in self._quads[node] if name is None or quad.predicate == name}
        return {quad.object for quad in store.quads_for_pattern(node, name, None, _MERGE)}

    def subjects(self, node: Any, name: NamedNode | None, store: Store) -> Iterable[Any]:
        """The nodes that refer to a node by a property (None for any)."""
        if node not in self._new:
            return {quad.subject for quad in store.quads_for_pattern(None, name, node, _MERGE)}
        found = self._referring.get(node, {})
        return found.get(name, ()) if name is not None else set().union(*found.values())
