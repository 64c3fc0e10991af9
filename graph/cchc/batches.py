"""Loading a whole folder: several files at a time, a bad one set aside, and what is done stays done.

A batch succeeds whole or changes nothing, like any load. So a run that is stopped leaves whole batches behind, and the
next one goes on from there: what the store holds already is not read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, parse, serialize

from cchc.build import NotConforming, add
from cchc.errors import CchcError
from cchc.inputs import (
    Input,
    Item,
    Loaded,
    Progress,
    TableOptions,
    Wanted,
    as_held,
    read,
    with_names,
    with_options,
)
from cchc.loaders.articles.files import SUFFIXES, read_source
from cchc.loaders.tables.files import SUFFIXES as TABLE_SUFFIXES
from cchc.queries import Catalogue
from cchc.store import open_store
from cchc.validation import Finding, Report

BATCH = 500
"""Articles a batch: each batch concludes, settles and validates once, so small ones cost time, large ones what a stop
loses."""

_BLAMES_A_SOURCE = (
    "NOT_CONFORMING", "SOURCE_CHANGED", "SOURCE_TWICE", "RDF_FORBIDDEN", "RDF_BLANK_NODE", "TABLE_REFUSED",
    "TABLE_CHANGED",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was set aside, and why."""

    path: str
    error: CchcError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What loading a folder did: the sources that the store holds now, the files that were set aside, those that are no
    sources, and the warnings that it brought."""

    loaded: tuple[Loaded, ...]
    refused: tuple[Refused, ...]
    left_out: tuple[str, ...]
    brought: Report


def load_folder(
    store: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    replace: bool = False,
    jobs: int | None = None,
    batch: int = BATCH,
    tables: TableOptions | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Loads every file of a folder that can be read; reports those that can't be.

    :param jobs: processes that read; by default one a core.
    :param tables: how to read the tables and articles of the folder.
    :raises CchcError: STORE_MISSING, NO_SOURCES, and what the store raises; what was loaded before stays loaded.
    """
    held = _texts(store)
    wanted = Wanted([Path(folder)])
    engine = open_store(store).engine
    wanted.items = with_options(with_names([as_held(engine, item) for item in wanted.items], engine), tables)
    adding = _Adding(store, replace, progress)
    waiting: list[Input] = []
    reading = read_all(wanted.items, held, jobs or os.cpu_count() or 1)
    for done, (item, found) in enumerate(reading, 1):
        if progress:
            progress("read", done, len(wanted.items))
        if isinstance(found, CchcError):
            adding.refused.append(Refused(str(item.path), found))
        elif isinstance(found, Loaded):
            adding.loaded.append(found)
        else:
            waiting.append(found)
        if len(waiting) >= batch:
            adding.add(waiting)
            waiting = []
    if waiting:
        adding.add(waiting)
    brought = Report.of(adding.brought.values())
    return Outcome(tuple(adding.loaded), tuple(adding.refused), wanted.left_out, brought)


def _texts(store: str | os.PathLike[str]) -> frozenset[str]:
    """The hashes of the texts of the sources in the store."""
    rows = open_store(store).select(Catalogue().lookup("sources")).rows
    return frozenset(sha256.value for _, sha256, *_ in rows if isinstance(sha256, Literal))


def read_all(items: list[Item], held: frozenset[str], jobs: int) -> Iterator[tuple[Item, Input | Loaded | CchcError]]:
    """Each file as it was read, in the order of the folder, whatever process read it.

    :param held: the hashes of the texts that are not read again.
    :param jobs: processes that read.
    """
    if jobs == 1 or len(items) < 2 * jobs:
        yield from ((item, _read_one(item, held)) for item in items)
        return
    with ProcessPoolExecutor(jobs) as pool:
        chunk = max(1, min(16, len(items) // (4 * jobs)))
        # A store can't be handed to another process; tables, which ask it for units, are read in this one.
        sent = [replace(item, local=None) for item in items]
        packed = pool.map(_read_packed, sent, [held] * len(items), chunksize=chunk)
        for item, (found, quads) in zip(items, packed, strict=True):
            yield item, _read_one(item, held) if found is None else _unpacked(found, quads)


def _read_packed(item: Item, held: frozenset[str]) -> tuple[Input | Loaded | CchcError | None, bytes]:
    """What was read, with its quads as N-Quads: pickled one by one, they would cost half as much as reading.

    None for a table: whoever writes it reads it, row by row.
    """
    if item.path.suffix.lower() in TABLE_SUFFIXES:
        return None, b""
    found = _read_one(item, held)
    if isinstance(found, Input):
        return replace(found, quads=[]), serialize(found.quads, format=RdfFormat.N_QUADS) or b""
    return found, b""


def _unpacked(found: Input | Loaded | CchcError, packed: bytes) -> Input | Loaded | CchcError:
    if not isinstance(found, Input):
        return found
    # Lenient, because the process that read the file has checked the IRIs: this one has to keep up with all that read.
    return replace(found, quads=list(parse(packed, format=RdfFormat.N_QUADS, lenient=True)))


def _read_one(item: Item, held: frozenset[str]) -> Input | Loaded | CchcError:
    try:
        if item.review is None and item.path.suffix.lower() in SUFFIXES:
            source = read_source(item.path, item.source_id, item.known)
            if source.sha256 in held:
                return Loaded(str(item.path), source.id, 0, 0, unchanged=True)
        return read(item)
    except CchcError as error:
        return error


@dataclass(slots=True)
class _Adding:
    """Adds batches to a store, and collects what comes of it. What is found of a place in a later batch counts."""

    store: str | os.PathLike[str]
    replace: bool
    progress: Progress | None
    loaded: list[Loaded] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    brought: dict[tuple[str, ...], Finding] = field(default_factory=dict)

    def add(self, inputs: list[Input]) -> None:
        """Adds a batch; of one that is refused, first what is not concerned, and the rest in halves, until the sources
        that are to blame stand alone."""
        try:
            summary = add(self.store, inputs, replace=self.replace, progress=self.progress)
        except CchcError as error:
            if len(inputs) == 1:
                self.refused.append(Refused(inputs[0].loaded.path, error))
                return
            if error.code not in _BLAMES_A_SOURCE:
                raise
            for part in _parts(inputs, error):
                self.add(part)
            return
        if summary is None:
            self.loaded += [Loaded(item.loaded.path, item.loaded.source, 0, 0, unchanged=True) for item in inputs]
        else:
            self.loaded += summary.sources
            self.brought |= {finding.place: finding for finding in summary.brought.findings}


def _parts(inputs: list[Input], error: CchcError) -> tuple[list[Input], list[Input]]:
    """A refused batch in two: the sources that speak of nothing that was found wrong and the others, or else halves."""
    if isinstance(error, NotConforming):
        wrong = {finding.focus for finding in error.report.violations}
        parts: tuple[list[Input], list[Input]] = [], []
        for item in inputs:
            parts[any(str(quad.subject) in wrong for quad in item.quads)].append(item)
        if all(parts):
            return parts
    middle = len(inputs) // 2
    return inputs[:middle], inputs[middle:]
