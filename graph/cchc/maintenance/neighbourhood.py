"""A small store with all that conclusions about some nodes can rest on, cut out of a large one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.maintenance.dependence import reached
from cchc.maintenance.said import Said
from cchc.store.scratch import pour

_ABOUT = NamedNode(v.CCHC + "about")


class Neighbourhood:
    """Some nodes of a store, all that they refer to, directly or not, and what some steps of dependence say of them.

    Whatever follows links forward from these nodes finds in ``store`` what it would find in the whole; so does what
    goes backward along the paths of the steps. The ontology and the reference data are there as a whole. The default
    graph of ``store`` is its merge.

    :param whole: the store to cut out of; its default graph must be the merge.
    :param steps: steps of ``ontology/dependence.csv``.
    :param without: names of graphs to leave out.
    :param named: whether ``store`` has named graphs beside the merge: of the ontology, of the reference data, of what
        is concluded, and of what is settled; whatever else it holds is in graphs of any names.
    :param said: what was read of the whole already.
    """

    def __init__(
        self,
        whole: Store,
        *steps: str,
        without: Collection[str] = (),
        named: bool = True,
        said: Said | None = None,
    ) -> None:
        self.whole = whole
        self.said = said or Said()
        self.steps = steps
        self.store = Store()
        for name in (v.ONTOLOGY_GRAPH, v.REFERENCE_GRAPH):
            graphs = (NamedNode(name), DefaultGraph()) if named else (DefaultGraph(),)
            pour(self.said.text(name, whole), self.store, *graphs)
        self._named = named
        self._without = {NamedNode(name) for name in without}
        self._seeds: set[Any] = set()
        self._nodes: set[Any] = set()
        self._noted: set[Any] = set()
        self._described = self.said.described(v.ONTOLOGY_GRAPH, whole)

    def add(self, nodes: Iterable[NamedNode]) -> None:
        """Adds nodes with what belongs to them."""
        seeds = set(nodes)
        self._seeds |= seeds
        seeds = seeds.union(*(reached(self.whole, seeds, step, self.said) for step in self.steps))
        todo = list(seeds - self._nodes)
        self._nodes |= seeds
        found: dict[Any, list[Quad]] = {}
        while todo:
            node = todo.pop()
            found[node] = self._said(node)
            for quad in found[node]:
                other = quad.object
                if isinstance(other, NamedNode) and other not in self._nodes and other not in self._described:
                    self._nodes.add(other)
                    todo.append(other)
        self._write(found)

    @property
    def whole_nodes(self) -> set[Any]:
        """Nodes that were added with all that refers to them: those that the whole did not know before."""
        return {node for node in self._seeds & self.said.new if self._seeds.issuperset(self.said.referring(node))}

    def note(self, nodes: Iterable[NamedNode]) -> None:
        """Adds what is said of nodes themselves, and of what they are claims about; not what that refers to."""
        found: dict[Any, list[Quad]] = {}
        todo: list[Any] = list(nodes)
        while todo:
            node = todo.pop()
            if node in self._noted or node in self._nodes:
                continue
            self._noted.add(node)
            found[node] = self._said(node)
            todo += [quad.object for quad in found[node] if quad.predicate == _ABOUT]
        self._write(found)

    def _said(self, node: Any) -> list[Quad]:
        quads = self.said.quads(node, self.whole)
        return [quad for quad in quads if quad.graph_name not in self._without] if self._without else quads

    def _write(self, found: dict[Any, list[Quad]]) -> None:
        quads = [quad for node in sorted(found, key=str) for quad in found[node]]
        self.store.extend(Quad(*quad.triple) for quad in quads)
        if self._named:
            self.store.extend(quads)
