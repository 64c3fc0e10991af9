"""The core constraints part by part: memory is that of the parts at work, whatever the graph; processors share them.

A part has some focus nodes, and of the graph what core shapes read of these (:mod:`cchc.validation.reach`): each node
is checked in one part, and gives the rows there that it would give in the whole.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import chain
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.validation.engines import Engine, Row
from cchc.validation.reach import Reach, reach

PART = 200_000
"""Triples of a part, about: a third of a gigabyte in an engine."""
WHOLE = 1_000_000
"""Up to so many quads, a graph is checked as a whole: to cut it takes a fifth of the time."""

_MERGE = DefaultGraph()
_NONE: frozenset[NamedNode] = frozenset()
_TYPE, _SUBCLASS = NamedNode(v.RDF + "type"), NamedNode(v.RDFS + "subClassOf")
_MARKED = NamedNode("urn:cchc:target")


def core_rows(
    core: str,
    data: Store,
    engine: Engine,
    focus: Iterable[Any] | None = None,
    *,
    size: int = PART,
    whole: int = WHOLE,
    threads: int = 1,
) -> set[Row]:
    """The rows of core constraints, for all focus nodes of the shapes or those among ``focus``.

    :param core: shapes as N-Triples.
    :param data: a store whose default graph holds all data.
    :param size: triples of a part, about; ``whole``: quads of a graph that is not cut.
    :param threads: how many parts are worked at together, by an engine that leaves Python to other threads meanwhile.
    """
    bounds = None if focus is None and len(data) <= whole else reach(core)
    if bounds is None:
        rows = engine(core, data)
        return rows if focus is None else {row for row in rows if row[0] in set(map(str, focus))}
    cut = _Cut(bounds, data)
    parts = cut.parts(cut.marked() if focus is None else cut.marked_among(focus), size)
    return _together((partial(engine, bounds.shapes, part) for part in parts), threads)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _together(tasks: Iterable[Callable[[], set[Row]]], threads: int) -> set[Row]:
    """The rows of all tasks. No task is made before there is a thread for it: it holds its part."""
    found: set[Row] = set()
    with ThreadPoolExecutor(threads) as pool:
        running: deque[Future[set[Row]]] = deque()
        for task in tasks:
            running.append(pool.submit(task))
            if len(running) >= threads:
                found |= running.popleft().result()
        for one in running:
            found |= one.result()
    return found


Held = dict[Any, list[tuple[NamedNode, Any]]]
"""Focus nodes, each with what it refers to by the properties that shapes follow beyond focus nodes."""


class _Cut:
    """Cuts parts out of a graph."""

    def __init__(self, bounds: Reach, data: Store) -> None:
        self.bounds = bounds
        self.data = data
        self._of_class: dict[Any, frozenset[NamedNode]] = {}
        self._far = {name for strides in bounds.strides for name, inverse in strides if not inverse}

    def marked(self) -> dict[Any, frozenset[NamedNode]]:
        """All focus nodes, with their marks."""
        found: dict[Any, frozenset[NamedNode]] = {}
        for quad in self.data.quads_for_pattern(None, _TYPE, None, _MERGE):
            if marks := self._marks_of(quad.object):
                found[quad.subject] = found.get(quad.subject, marks) | marks
        for name, mark in self.bounds.subjects_of.items():
            for quad in self.data.quads_for_pattern(None, name, None, _MERGE):
                found[quad.subject] = found.get(quad.subject, _NONE) | {mark}
        return found

    def marked_among(self, nodes: Iterable[Any]) -> dict[Any, frozenset[NamedNode]]:
        """The focus nodes among some nodes, with their marks."""
        found = {}
        for node in nodes:
            marks, properties = _NONE, set()
            for quad in self.data.quads_for_pattern(node, None, None, _MERGE):
                properties.add(quad.predicate)
                if quad.predicate == _TYPE:
                    marks |= self._marks_of(quad.object)
            marks |= {mark for name, mark in self.bounds.subjects_of.items() if name in properties}
            if marks:
                found[node] = marks
        return found

    def parts(self, marked: dict[Any, frozenset[NamedNode]], size: int) -> Iterator[Store]:
        """Parts with ``size`` triples each, about; nodes of alike names are together, for they read alike."""
        todo = iter(sorted(marked, key=str))
        for node in todo:
            part = Store()
            held: Held = {}
            met: set[Any] = set()
            part.extend(self._focused(chain([node], todo), marked, size, held, met))
            part.extend(self._read_on(held, met))
            yield part

    def _focused(
        self, nodes: Iterable[Any], marked: dict[Any, frozenset[NamedNode]], size: int, held: Held, met: set[Any]
    ) -> Iterator[Quad]:
        """The marks and own triples of nodes, until they are ``size``. ``held`` gets the nodes, ``met`` the objects."""
        taken = 0
        for node in nodes:
            held[node] = []
            yield from (Quad(node, mark, _MARKED) for mark in marked[node] if mark not in self.bounds.subjects_of)
            for quad in self.data.quads_for_pattern(node, None, None, _MERGE):
                met.add(quad.object)
                if quad.predicate in self._far:
                    held[node].append((quad.predicate, quad.object))
                taken += 1
                yield quad
            if taken >= size:
                return

    def _read_on(self, held: Held, met: set[Any]) -> Iterator[Quad]:
        """What shapes read of focus nodes beyond their own triples, and the classes of all that they meet."""
        for name in self.bounds.everywhere:
            yield from self.data.quads_for_pattern(None, name, None, _MERGE)
        here, known, ends = set(held), set(held), met
        for strides in self.bounds.strides:
            # The own triples of focus nodes are there: where they lead is known.
            ends |= {end for node in here & held.keys() for name, end in held[node] if (name, False) in strides}
            for name, inverse in strides:
                for node in here if inverse else here - held.keys():
                    for quad in self._walk(node, name, inverse=inverse):
                        ends.add(quad.subject if inverse else quad.object)
                        yield quad
            for node in ends - known:
                yield from self._walk(node, _TYPE)
            known |= ends
            here, ends = ends, set()

    def _walk(self, node: Any, name: NamedNode, *, inverse: bool = False) -> Iterable[Quad]:
        if inverse:
            return self.data.quads_for_pattern(None, name, node, _MERGE)
        return () if isinstance(node, Literal) else self.data.quads_for_pattern(node, name, None, _MERGE)

    def _marks_of(self, name: Any) -> frozenset[NamedNode]:
        """The marks of the instances of a class: its own and those of all that it is a subclass of."""
        if name not in self._of_class:
            above, todo = {name}, [name]
            while todo:
                for quad in self._walk(todo.pop(), _SUBCLASS):
                    if quad.object not in above:
                        above.add(quad.object)
                        todo.append(quad.object)
            self._of_class[name] = frozenset(mark for one, mark in self.bounds.classes.items() if one in above)
        return self._of_class[name]
