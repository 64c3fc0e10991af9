"""Changing an embedded store: on a copy beside it, which takes its place by one rename, or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from traceback import clear_frames

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cchc.errors import CchcError
from cchc.store.embedded import EmbeddedStore, merge
from cchc.store.layout import (
    Layout,
    check_files,
    fsync,
    reading_errors,
    remove,
    write_files,
    write_manifest,
    writing_errors,
)

BULK = 50_000
"""From so many quads on, loading writes table files at once instead of through the log."""


class WritableStore(EmbeddedStore):
    """The copy that a writer works on. Nobody else sees it before :func:`writing` ends without an exception."""

    def __init__(self, engine: Store, path: Path, build: Path) -> None:
        super().__init__(engine, path, build)
        self._layout = Layout(path)

    def replace_graph(self, name: str, quads: Iterable[Quad]) -> None:
        """Makes the named graph hold exactly these quads, and keeps the merge in step; costs as much as the change.

        :raises ValueError: if a quad belongs to another graph.
        """
        graph = NamedNode(name)
        after = {quad.triple: quad for quad in quads}
        strayed = next((quad for quad in after.values() if quad.graph_name != graph), None)
        if strayed is not None:
            raise ValueError(f"{strayed} is not in the graph {name}")
        with writing_errors(self._layout.root):
            before = {quad.triple for quad in self.engine.quads_for_pattern(None, None, None, graph)}
            self.engine.remove_graph(graph)
            self._add(after.values())
            self._add([Quad(*triple) for triple in after.keys() - before])
            for triple in before - after.keys():
                held = self.engine.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
                if all(isinstance(quad.graph_name, DefaultGraph) for quad in held):
                    self.engine.remove(Quad(*triple))

    def remove_graph(self, name: str) -> None:
        """Takes a named graph out of the store."""
        self.replace_graph(name, ())

    def merge(self) -> None:
        """Makes the merge anew; needed only after writing to ``engine`` itself."""
        with writing_errors(self._layout.root):
            merge(self.engine)

    def add_text(self, text: str) -> str:
        """Keeps the text of a source, and returns the SHA-256 of its UTF-8 bytes by which :meth:`text` finds it."""
        content = text.encode("utf-8")
        sha256 = hashlib.sha256(content).hexdigest()
        file = self._layout.texts / f"{sha256}.txt"
        with writing_errors(self._layout.root):
            if not file.is_file() or file.read_bytes() != content:
                beside = file.with_suffix(".new")
                beside.write_bytes(content)
                fsync(beside)
                os.replace(beside, file)
        return sha256

    def _add(self, quads: Iterable[Quad]) -> None:
        many = list(quads)
        if len(many) < BULK:
            self.engine.extend(many)
        else:
            self.engine.bulk_extend(many)

    def _counts(self) -> tuple[dict[str, int], int]:
        return {name: sum(1 for _ in self.quads(name)) for name in self.graphs()}, sum(1 for _ in self.triples())


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
                store = WritableStore(Store(str(build / "store")), layout.root, build)
            yield store
            with writing_errors(layout.root):
                write_manifest(build, *store._counts())
                store.engine.flush()
                # The database must be closed before readers open it.
                del store.engine
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
