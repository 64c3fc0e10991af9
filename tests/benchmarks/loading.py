"""Adding an edition, or one unit of it, to a graph of its index, and to one that holds much besides, against adding the
same to an empty one."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, groupby, product
from pathlib import Path

from benchmarks.generate import Row, observations, reading, rows
from benchmarks.measure import table
from cchc import ontology, rules, triples
from cchc import vocabulary as v
from cchc.build import add
from cchc.inputs import Input, Loaded
from cchc.settle import settle
from cchc.store import writing
from cchc.store.scratch import scratch_copy

CLAIMS, OTHERS = 30_000, 120_000
"""Of the index, and of another one: enough that what grows with the graph would show, and made in some minutes."""


def run(store: str, rounds: int, claims: int = CLAIMS, others: int = OTHERS) -> str:
    """A table: processor seconds of a load into each graph, and their ratio to the first. ``store`` is not used."""
    editions = _by_edition(rows(claims))
    last = editions.pop()
    besides = _by_edition(replace(row, index="sipas") for row in rows(others))
    added = {"an edition": last, "one unit": [row for row in last if row.unit == last[-1].unit]}
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        held = {
            name: _store(Path(folder) / name, made)
            for name, made in (("empty", []), ("large", editions), ("larger", [*editions, *besides]))
        }
        for name, made in added.items():
            taken: dict[str, list[float]] = {graph: [] for graph in held}
            for _, graph in product(range(max(3, rounds // 5)), held):
                taken[graph].append(_seconds(held[graph], _input("added", made)))
            empty, *full = (statistics.median(seconds) for seconds in taken.values())
            figures = [figure for seconds in full for figure in (f"{seconds:.2f}", f"{seconds / empty:.2f}")]
            lines.append([name, f"{empty:.2f}", *figures])
    heads = [head for size in (claims, claims + others) for head in (f"to {size:,} claims, s", "ratio")]
    return table(["added", "to none, s", *heads], lines)


def _by_edition(made: Iterable[Row]) -> list[list[Row]]:
    return [list(of_one) for _, of_one in groupby(made, key=lambda row: (row.index, row.year))]


def _store(path: Path, editions: list[list[Row]]) -> Path:
    """A store of these editions, each of a source of its own; as a build makes it."""
    with writing(path, fresh=True) as target:
        sources = (_input(f"source-{number}", made) for number, made in enumerate(editions))
        target.engine.bulk_extend(chain(ontology.quads(), (quad for source in sources for quad in source.quads)))
        graph = scratch_copy(target.engine)
        rules.conclude(graph)
        settle(graph)
        target.take(graph, (v.DERIVED_GRAPH, v.RESULTS_GRAPH))
        target.compact()
    return path


def _seconds(store: Path, item: Input) -> float:
    """What it takes to add something to a copy of a store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copytree(store, Path(folder) / "store", symlinks=True))
        start = time.process_time()
        add(path, [item])
        return time.process_time() - start


def _input(name: str, made: Iterable[Row]) -> Input:
    read = reading(name, observations(made))
    quads = triples.quads(read)
    return Input(Loaded(f"{name}.csv", name, len(read.claims), 0), quads, read.source.text, read.source.sha256)
