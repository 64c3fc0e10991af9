"""Changing an embedded store: on a copy beside it, which takes its place by one rename, or not at all."""

from __future__ import annotations

import fcntl
import gc
import hashlib
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from traceback import clear_frames
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from cchc.errors import CchcError
from cchc.resources import resource
from cchc.store.embedded import EmbeddedStore, merge
from cchc.store.layout import (
    Layout,
    check_files,
    fsync,
    read_manifest,
    reading_errors,
    remove,
    write_files,
    write_manifest,
    writing_errors,
)

if TYPE_CHECKING:
    from cchc.claims import LongText

BULK = 50_000
"""From so many quads on, loading writes table files at once instead of through the log."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The triples that the merge of all graphs gained and lost, and which subjects it did not describe before."""

    gained: frozenset[Triple]
    lost: frozenset[Triple]
    new: frozenset[Any]


class WritableStore(EmbeddedStore):
    """The copy that a writer works on. Nobody else sees it before :func:`writing` ends without an exception."""

    def __init__(self, engine: Store, path: Path, build: Path, held: str = "") -> None:
        super().__init__(engine, path, build)
        self._layout = Layout(path)
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
            new = [quad for quad in dict.fromkeys(added) if quad not in self.engine]
            gone = [quad for quad in dict.fromkeys(removed) if quad in self.engine]
            for quad in gone:
                self.engine.remove(quad)
            self._add(new)
            for graph in {quad.graph_name for quad in gone}:
                # The engine keeps the names of graphs that are empty.
                if not any(True for _ in self.engine.quads_for_pattern(None, None, None, graph)):
                    self.engine.remove_graph(graph)
            gained = [q for q in (Quad(*t) for t in dict.fromkeys(quad.triple for quad in new)) if q not in self.engine]
            known = {quad.subject for quad in gained if self._describes(quad.subject)}
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
            frozenset(quad.subject for quad in gained) - known,
        )

    def _describes(self, subject: Any) -> bool:
        return any(True for _ in self.engine.quads_for_pattern(subject, None, None, DefaultGraph()))

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

    def _counted(self) -> Counter[str]:
        """The quads by graph, counted where they lie, without making terms of them."""
        text = (resource("queries") / "lookup" / "graph-sizes.rq").read_text(encoding="utf-8")
        rows: Any = self.engine.query(text)
        held = Counter({row["graph"].value: int(row["quads"].value) for row in rows})
        held[""] = len(self.engine) - held.total()
        return held

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


@contextmanager
def writing(path: str | os.PathLike[str], *, fresh: bool = False) -> Iterator[WritableStore]:
    """Gives a writable copy of the current build (or an empty one), which becomes the current build at the end.

    Readers see the old build until the very rename, and go on reading it afterwards. If the body raises, or the process
    is killed at any moment, the old build stays; the next writer removes what was left lying.

    :raises CchcError: STORE_BUSY, STORE_READONLY, STORE_FULL; STORE_VERSION or STORE_DAMAGED where the current build
        can't be copied (``fresh`` builds anew beside it all the same).
    """
    layout = Layout(path)
    with writing_errors(layout.root):
        layout.builds.mkdir(parents=True, exist_ok=True)
        layout.texts.mkdir(exist_ok=True)
    with _locked(layout):
        current = _current(layout, fresh)
        with writing_errors(layout.root):
            _sweep(layout, current)
            numbers = [int(build.name) for build in layout.numbered()]
            build = layout.builds / f"{max(numbers, default=0) + 1:06d}"
            build.mkdir()
        store = None
        try:
            if current is not None and not fresh:
                _copy(current, build)
            with writing_errors(layout.root):
                copied = current.name if current is not None and not fresh else ""
                store = WritableStore(Store(str(build / "store")), layout.root, build, copied)
            yield store
            with writing_errors(layout.root):
                write_manifest(build, *store.counts())
                store.engine.flush()
                # The database must be closed before its files are listed and readers open it: a result of a query that
                # some circle of objects still holds keeps it open, and compacting, until the circle is collected.
                del store.engine
                gc.collect()
                write_files(build)
                fsync(layout.builds)
                _publish(layout, build)
        except BaseException as error:
            if layout.current() != build:
                _close(store, error)
                # What can't be removed now, the next writer sweeps up.
                with suppress(OSError):
                    remove(build)
            raise
        with writing_errors(layout.root):
            _sweep(layout, build)


def _graph_of(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name.value)


def _close(store: WritableStore | None, error: BaseException) -> None:
    """Closes the database of a writer that failed.

    It would go on writing, and hold its lock, as long as any frame of the error, or of what it came from, refers to it.
    """
    chained: BaseException | None = error
    while chained is not None:
        clear_frames(chained.__traceback__)
        chained = chained.__cause__ or chained.__context__
    if store is not None and hasattr(store, "engine"):
        del store.engine


def _current(layout: Layout, fresh: bool) -> Path | None:
    try:
        build = layout.current()
        if build is not None and not fresh:
            check_files(build)
        return build
    except CchcError:
        # A damaged store is mended by building it anew.
        if fresh:
            return None
        raise


def _copy(current: Path, build: Path) -> None:
    with reading_errors(current):
        # Hard links to table files that never change: cheap, whatever the size.
        Store.read_only(str(current / "store")).backup(str(build / "store"))


def _publish(layout: Layout, build: Path) -> None:
    beside = layout.root / "current.new"
    beside.symlink_to(build.relative_to(layout.root))
    os.replace(beside, layout.link)
    fsync(layout.root)


def _sweep(layout: Layout, current: Path | None) -> None:
    """Removes what killed writers left, and builds older than the last but one, which readers may still use."""
    whole = [] if current is None else [b for b in layout.numbered() if int(b.name) <= int(current.name)][-2:]
    for build in layout.builds.iterdir():
        if build not in whole:
            remove(build)
    remove(layout.root / "current.new")
    for leftover in layout.texts.glob("*.new"):
        remove(leftover)


@contextmanager
def _locked(layout: Layout) -> Iterator[None]:
    """Holds the writer's lock; the operating system lets go of it when the process ends, however it ends."""
    with writing_errors(layout.root):
        handle = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CchcError("STORE_BUSY", where=str(layout.root)) from error
        yield
    finally:
        os.close(handle)
