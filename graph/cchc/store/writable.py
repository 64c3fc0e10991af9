"""A store while it is being changed: single quads with the merge kept in step, or blocks of a whole graph."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple

from cchc.errors import CchcError
from cchc.resources import resource
from cchc.store.embedded import EmbeddedStore, merge
from cchc.store.journal import Journal
from cchc.store.layout import Layout, fsync, read_manifest, writing_errors
from cchc.store.scratch import copy_graph

if TYPE_CHECKING:
    from cchc.claims import LongText

BULK = 50_000
"""From so many quads on, loading writes table files at once instead of through the log."""


@dataclass(frozen=True)
class Changes:
    """The triples that the merge of all graphs gained and lost, and which subjects it did not know before: it neither
    described them nor referred to them.

    ``added`` and ``removed`` are the quads of named graphs.
    """

    gained: frozenset[Triple]
    lost: frozenset[Triple]
    new: frozenset[Any]
    added: tuple[Quad, ...]
    removed: tuple[Quad, ...]

    @cached_property
    def said(self) -> dict[Any, dict[str, list[Any]]]:
        """The objects of all that was gained or lost, by subject and property."""
        found: dict[Any, dict[str, list[Any]]] = {}
        for triple in (*self.gained, *self.lost):
            found.setdefault(triple.subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
        return found


class WritableStore(EmbeddedStore):
    """The copy that a writer works on. Nobody else sees it before :func:`writing` ends without an exception."""

    def __init__(self, engine: Store, path: Path, build: Path, held: str = "") -> None:
        super().__init__(engine, path, build)
        self._layout = Layout(path)
        self.journal: Journal | None = None
        # Counted by graph (the merge has no name) as long as all changes are known.
        self._held: Counter[str] | None = None
        with suppress(CchcError):
            manifest: dict[str, Any] = read_manifest(build.parent / held) if held else {"graphs": {}, "triples": 0}
            self._held = Counter({**manifest["graphs"], "": manifest["triples"]})

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> Changes:
        """Adds and removes quads of named graphs, and keeps the merge in step; costs as much as the change.

        :returns: what the merge gained and lost by it.
        """
        with writing_errors(self._layout.root):
            asked = list(dict.fromkeys(added))
            # Of what the merge does not know, no graph says anything: such quads need not be sought one by one.
            unknown = {node for node in {quad.subject for quad in asked} if not self._knows(node)}
            new = [quad for quad in asked if quad.subject in unknown or quad not in self.engine]
            gone = [quad for quad in dict.fromkeys(removed) if quad in self.engine]
            for quad in gone:
                self.engine.remove(quad)
            self._add(new)
            for graph in {quad.graph_name for quad in gone}:
                # The engine keeps the names of graphs that are empty.
                if not any(True for _ in self.engine.quads_for_pattern(None, None, None, graph)):
                    self.engine.remove_graph(graph)
            gained = [Quad(*triple) for triple in dict.fromkeys(quad.triple for quad in new)]
            gained = [quad for quad in gained if quad.subject in unknown or quad not in self.engine]
            self._add(gained)
            lost = [quad for quad in dict.fromkeys(Quad(*quad.triple) for quad in gone) if not self._named(quad)]
            for quad in lost:
                self.engine.remove(quad)
        self._tally(new, 1)
        self._tally(gone, -1)
        self._tally(gained, 1)
        self._tally(lost, -1)
        return Changes(
            frozenset(quad.triple for quad in gained),
            frozenset(quad.triple for quad in lost),
            frozenset(unknown),
            tuple(new),
            tuple(gone),
        )

    def _knows(self, node: Any) -> bool:
        """Whether the merge describes a node or refers to it."""
        ways = ((node, None), (None, node))
        return any(True for way in ways for _ in self.engine.quads_for_pattern(way[0], None, way[1], DefaultGraph()))

    def _named(self, quad: Quad) -> bool:
        """Whether a named graph holds the triple of a quad."""
        held = self.engine.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(not isinstance(one.graph_name, DefaultGraph) for one in held)

    def replace_graph(self, name: str, quads: Iterable[Quad]) -> Changes:
        """Makes the named graph hold exactly these quads, as :meth:`change`.

        :raises ValueError: if a quad belongs to another graph.
        """
        graph = NamedNode(name)
        after = dict.fromkeys(quads)
        strayed = next((quad for quad in after if quad.graph_name != graph), None)
        if strayed is not None:
            raise ValueError(f"{strayed} is not in the graph {name}")
        before = list(self.engine.quads_for_pattern(None, None, None, graph))
        return self.change(after, [quad for quad in before if quad not in after])

    def remove_graph(self, name: str) -> None:
        """Takes a named graph out of the store."""
        self.replace_graph(name, ())

    def merge(self, given: Iterable[bytes] = (), without: Collection[str] = ()) -> None:
        """Makes the merge anew; needed only after writing to ``engine`` itself.

        :param given: blocks of N-Triples, in the place of the graphs ``without``: to write the triples of a large graph
            once more takes half as long as to read them from the store.
        """
        with writing_errors(self._layout.root):
            merge(self.engine, given, without)
            self._held = self._counted()

    def take(self, scratch: Store, graphs: Iterable[str]) -> None:
        """Takes over some graphs, and the merge, of a copy in memory (:mod:`cchc.store.scratch`)."""
        with writing_errors(self._layout.root):
            for graph in graphs:
                copy_graph(NamedNode(graph), scratch, self.engine)
            copy_graph(DefaultGraph(), scratch, self.engine)
            self._held = self._counted()

    def compact(self) -> None:
        """Sorts what was written in bulk, a million quads after another, into table files that do not overlap.

        A lookup has to look into each that overlaps; what the engine would sort in time ends with this process.
        """
        with writing_errors(self._layout.root):
            self.engine.optimize()

    def _counted(self) -> Counter[str]:
        """The quads by graph, counted where they lie, without making terms of them."""
        text = (resource("queries") / "lookup" / "graph-sizes.rq").read_text(encoding="utf-8")
        rows: Any = self.engine.query(text)
        held = Counter({row["graph"].value: int(row["quads"].value) for row in rows})
        held[""] = len(self.engine) - held.total()
        return held

    def write_blocks(self, graph: str, blocks: Callable[[], Iterable[bytes]]) -> None:
        """Makes the named graph hold what the blocks of N-Quads say; those that a killed writer wrote are skipped.

        The merge is not touched: it is made anew by :meth:`merge`.
        """
        journal = self.journal
        if journal is None or graph not in journal.graphs:
            self.engine.remove_graph(NamedNode(graph))
        for place, block in enumerate(blocks()):
            held = journal.holds(graph, place, block) if journal else False
            if held is None and journal:
                # The killed writer read other rows, or made other triples of them.
                journal.forget(graph)
                self.write_blocks(graph, blocks)
                return
            if not held:
                self.engine.bulk_load(block, format=RdfFormat.N_QUADS)
                if journal:
                    self.engine.flush()
                    journal.add(graph, block)

    def add_text(self, text: str | LongText) -> str:
        """Keeps the text of a source, and returns the SHA-256 of its UTF-8 bytes by which :meth:`text` finds it."""
        parts = [text] if isinstance(text, str) else text.parts()
        digest = hashlib.sha256()
        beside = self._layout.texts / f"{self.build.name if self.build else 'text'}.new"
        with writing_errors(self._layout.root):
            with beside.open("wb") as file:
                for part in parts:
                    content = part.encode("utf-8")
                    digest.update(content)
                    file.write(content)
            sha256 = digest.hexdigest()
            fsync(beside)
            os.replace(beside, self._layout.texts / f"{sha256}.txt")
        return sha256

    def _add(self, quads: Iterable[Quad]) -> None:
        many = list(quads)
        if len(many) < BULK:
            self.engine.extend(many)
        else:
            self.engine.bulk_extend(many)

    def _tally(self, quads: Iterable[Quad], by: int) -> None:
        if self._held is not None:
            self._held.update({name: by * count for name, count in Counter(map(_graph_of, quads)).items()})

    @property
    def size(self) -> int:
        """The number of quads in the named graphs."""
        return sum(self.counts()[0].values())

    def counts(self) -> tuple[dict[str, int], int]:
        """The numbers of quads in the named graphs, and of triples in their merge."""
        if self._held is None:
            self._held = self._counted()
        return {name: count for name, count in self._held.items() if name and count}, self._held[""]


def _graph_of(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name.value)
