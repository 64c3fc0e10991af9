"""Changing an embedded store: on a copy beside it, which takes its place by one rename, or not at all."""

from __future__ import annotations

import fcntl
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from traceback import clear_frames

from pyoxigraph import Store

from cchc.errors import CchcError
from cchc.store.journal import Journal
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
from cchc.store.writable import WritableStore


@contextmanager
def writing(path: str | os.PathLike[str], *, fresh: bool = False, resume: str | None = None) -> Iterator[WritableStore]:
    """Gives a writable copy of the current build (or an empty one), which becomes the current build at the end.

    Readers see the old build until the very rename, and go on reading it afterwards. If the body raises, or the process
    is killed at any moment, the old build stays; the next writer removes what was left lying.

    :param resume: what is being loaded; a build of the same that was left lying is gone on with, by its ``journal``.
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
            copied = current.name if current is not None and not fresh else ""
            left = Journal.found(layout.builds, resume, copied) if resume and copied else None
            _sweep(layout, current, left.build if left else None)
            numbers = [int(build.name) for build in layout.numbered()]
            build = left.build if left else layout.builds / f"{max(numbers, default=0) + 1:06d}"
            build.mkdir(exist_ok=True)
        store = None
        try:
            if current is not None and not fresh and left is None:
                _copy(current, build)
            with writing_errors(layout.root):
                store = WritableStore(Store(str(build / "store")), layout.root, build, copied)
                store.journal = left or (Journal(build, resume, copied) if resume and copied else None)
            yield store
            if store.journal:
                store.journal.close()
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
                if isinstance(error, KeyboardInterrupt) and store and store.journal and store.journal.graphs:
                    raise
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


def _sweep(layout: Layout, current: Path | None, left: Path | None = None) -> None:
    """Removes what killed writers left, but for one, and builds older than the last but one, which readers may use."""
    whole = [] if current is None else [b for b in layout.numbered() if int(b.name) <= int(current.name)][-2:]
    for build in layout.builds.iterdir():
        if build not in whole and build != left:
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
