"""How far core constraints read: of each focus node its own triples, and of what these lead to what shapes name.

So a few focus nodes can be checked without the rest of the graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, Store, parse

from cchc import vocabulary as v

_NESTED = ("property", "node", "not", "qualifiedValueShape")
_LISTS = ("and", "or", "xone")
_COMPARED = ("equals", "disjoint", "lessThan", "lessThanOrEquals")
_REPEATED = ("zeroOrMorePath", "oneOrMorePath")
_FIRST, _REST = NamedNode(v.RDF + "first"), NamedNode(v.RDF + "rest")
_TYPE, _SUBCLASS = NamedNode(v.RDF + "type"), NamedNode(v.RDFS + "subClassOf")
_TARGETS = ("targetClass", "targetSubjectsOf")
_OTHER_TARGETS = ("targetObjectsOf", "targetNode", "target")

Stride = tuple[NamedNode, bool]
"""A property, and whether it is followed backwards."""


@dataclass(slots=True)
class Reach:
    """What core shapes read of a focus node.

    ``classes`` and ``subjects_of`` are all targets (https://www.w3.org/TR/shacl/#targets), each with the property that
    marks its focus nodes in a part of a graph. ``strides`` are, for each number of steps from a focus node, what is
    followed or compared there; at the focus node itself only what is followed backwards, since its own triples are read
    anyway. ``everywhere`` are properties that are followed any number of times.
    """

    classes: dict[Any, NamedNode] = field(default_factory=dict)
    subjects_of: dict[Any, NamedNode] = field(default_factory=dict)
    strides: list[set[Stride]] = field(default_factory=lambda: [set()])
    everywhere: set[NamedNode] = field(default_factory=lambda: {_SUBCLASS})
    shapes: str = ""
    """The same shapes as N-Triples, with the marks as targets: nodes that are only read are no focus nodes then."""


@cache
def reach(core: str) -> Reach | None:
    """The reach of core shapes, given as N-Triples; None if it has no bounds, or a mark would be seen.

    That is so where shapes read on from the end of a path of any length, are closed or refer to themselves, or have
    targets of other kinds (a shape that is a class is such a target).
    """
    store = Store()
    store.extend(parse(core.encode("utf-8"), format=RdfFormat.N_TRIPLES))
    return _Reader(store).read()


class _Unbounded(Exception):
    """A shape reads on and on."""


class _Reader:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.found = Reach()

    def read(self) -> Reach | None:
        if any(self._quads(name) for name in (*_OTHER_TARGETS, "closed")):
            return None
        if any(
            True for _ in self.store.quads_for_pattern(None, NamedNode(v.RDF + "type"), NamedNode(v.RDFS + "Class"))
        ):
            return None
        try:
            for kind in _TARGETS:
                for quad in self._quads(kind):
                    self._shape(quad.subject, 0, ())
        except _Unbounded:
            return None
        self._mark()
        return self.found

    def _mark(self) -> None:
        kinds = (NamedNode(v.SH + kind) for kind in _TARGETS)
        marks = dict(zip(kinds, (self.found.classes, self.found.subjects_of), strict=True))
        lines = []
        for quad in sorted(self.store, key=str):
            line = str(quad.triple)
            if quad.predicate in marks:
                number = len(self.found.classes) + len(self.found.subjects_of)
                mark = marks[quad.predicate].setdefault(quad.object, self._mark_of(quad, number))
                line = f"{quad.subject} <{v.SH}targetSubjectsOf> {mark}"
            lines.append(line + " .\n")
        self.found.shapes = "".join(lines)

    def _mark_of(self, target: Any, number: int) -> NamedNode:
        """A property of its own; or that of the target, where only focus nodes have it in a part."""
        far = {name for strides in self.found.strides for name, _ in strides} | self.found.everywhere
        if target.predicate == NamedNode(v.SH + "targetSubjectsOf") and target.object not in far:
            return NamedNode(target.object.value)
        return NamedNode(f"urn:cchc:target:{number}")

    def _quads(self, name: str) -> list[Any]:
        return list(self.store.quads_for_pattern(None, NamedNode(v.SH + name), None))

    def _objects(self, subject: Any, name: str) -> list[Any]:
        return [quad.object for quad in self.store.quads_for_pattern(subject, NamedNode(v.SH + name), None)]

    def _items(self, node: Any) -> list[Any]:
        firsts = [quad.object for quad in self.store.quads_for_pattern(node, _FIRST, None)]
        rests = [quad.object for quad in self.store.quads_for_pattern(node, _REST, None)]
        return firsts + [item for rest in rests for item in self._items(rest)]

    def _shape(self, shape: Any, level: int | None, within: tuple[Any, ...]) -> None:
        """Notes what a shape reads of a node so many steps from the focus node (None: any number)."""
        if shape in within:
            raise _Unbounded
        if level is None and any(self._objects(shape, name) for name in ("path", "class", *_COMPARED)):
            raise _Unbounded
        for name in _COMPARED:
            for compared in self._objects(shape, name):
                self._stride((compared, False), level)
        ends = {level}
        for path in self._objects(shape, "path"):
            ends = self._path(path, level, inverse=False)
        nested = [one for name in _NESTED for one in self._objects(shape, name)]
        nested += [one for name in _LISTS for items in self._objects(shape, name) for one in self._items(items)]
        if None in ends and self._objects(shape, "class"):
            raise _Unbounded
        for end in ends:
            for one in nested:
                self._shape(one, end, (*within, shape))

    def _path(self, path: Any, level: int | None, *, inverse: bool) -> set[int | None]:
        """Notes what a path reads, and returns after how many steps it ends."""
        if isinstance(path, NamedNode):
            self._stride((path, inverse), level)
            return {None if level is None else level + 1}
        for inner in self._objects(path, "inversePath"):
            return self._path(inner, level, inverse=not inverse)
        for items in self._objects(path, "alternativePath"):
            return set().union(*(self._path(item, level, inverse=inverse) for item in self._items(items)))
        for inner in self._objects(path, "zeroOrOnePath"):
            return {level} | self._path(inner, level, inverse=inverse)
        for name in _REPEATED:
            for inner in self._objects(path, name):
                self._path(inner, None, inverse=inverse)
                return {None}
        ends = {level}
        items = self._items(path)
        for item in reversed(items) if inverse else items:
            ends = set().union(*(self._path(item, end, inverse=inverse) for end in ends))
        return ends

    def _stride(self, stride: Stride, level: int | None) -> None:
        if level is None:
            self.found.everywhere.add(stride[0])
            return
        while len(self.found.strides) <= level:
            self.found.strides.append(set())
        if level > 0 or stride[1]:
            self.found.strides[level].add(stride)
