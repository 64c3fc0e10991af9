"""A small store with all that conclusions about some nodes can rest on, cut out of a large one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from pyoxigraph import NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.maintenance.dependence import reached
from cchc.maintenance.said import Said
from cchc.store.scratch import scratch_copy, write

_ABOUT = NamedNode(v.CCHC + "about")


class Neighbourhood:
    """Some nodes of a store, all that they refer to, directly or not, and what some steps of dependence say of them.

    Whatever follows links forward from these nodes finds in ``store`` what it would find in the whole; so does what
    goes backward along the paths of the steps. The ontology and the reference data are there as a whole. The default
    graph of ``store`` is its merge.

    :param whole: the store to cut out of; its default graph must be the merge.
    :param steps: steps of ``ontology/dependence.csv``.
    :param without: names of graphs to leave out.
    :param said: what was read of the whole already.
    """

    def __init__(self, whole: Store, *steps: str, without: Collection[str] = (), said: Said | None = None) -> None:
        self.whole = whole
        self.said = said or Said()
        self.steps = steps
        self.store = scratch_copy(whole, only=(v.ONTOLOGY_GRAPH, v.REFERENCE_GRAPH))
        self._without = {NamedNode(name) for name in without}
        self._nodes: set[Any] = set()
        self._noted: set[Any] = set()
        ontology = NamedNode(v.ONTOLOGY_GRAPH)
        self._described = {quad.subject for quad in self.store.quads_for_pattern(None, None, None, ontology)}

    def add(self, nodes: Iterable[NamedNode]) -> None:
        """Adds nodes with what belongs to them."""
        seeds = set(nodes)
        seeds = seeds.union(*(reached(self.whole, seeds, step, self.said) for step in self.steps))
        todo = list(seeds - self._nodes)
        self._nodes |= seeds
        found: list[Quad] = []
        while todo:
            for quad in self._said(todo.pop()):
                found.append(quad)
                other = quad.object
                if isinstance(other, NamedNode) and other not in self._nodes and other not in self._described:
                    self._nodes.add(other)
                    todo.append(other)
        write(self.store, found)

    def note(self, nodes: Iterable[NamedNode]) -> None:
        """Adds what is said of nodes themselves, and of what they are claims about; not what that refers to."""
        found: list[Quad] = []
        todo: list[Any] = list(nodes)
        while todo:
            node = todo.pop()
            if node in self._noted or node in self._nodes:
                continue
            self._noted.add(node)
            for quad in self._said(node):
                found.append(quad)
                if quad.predicate == _ABOUT:
                    todo.append(quad.object)
        write(self.store, found)

    def _said(self, node: Any) -> list[Quad]:
        return [quad for quad in self.said.quads(node, self.whole) if quad.graph_name not in self._without]
