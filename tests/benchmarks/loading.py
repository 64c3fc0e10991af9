"""Adding an edition, or one unit of it, to a large graph, against adding the same to an empty one."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable
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

CLAIMS = 30_000
"""Of the large graph: enough that what grows with it would show, and made in a minute."""


def run(store: str, rounds: int, claims: int = CLAIMS) -> str:
    """A table: processor seconds of a load into either graph, and their ratio. ``store`` is not used."""
    editions = [list(made) for _, made in groupby(rows(claims), key=lambda row: (row.index, row.year))]
    last = editions.pop()
    added = {"an edition": last, "one unit": [row for row in last if row.unit == last[-1].unit]}
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        held = {"empty": _store(Path(folder) / "empty", []), "large": _store(Path(folder) / "large", editions)}
        for name, made in added.items():
            taken: dict[str, list[float]] = {graph: [] for graph in held}
            for _, graph in product(range(max(3, rounds // 5)), held):
                taken[graph].append(_seconds(held[graph], _input("added", made)))
            empty, large = (statistics.median(seconds) for seconds in taken.values())
            lines.append([name, f"{empty:.2f}", f"{large:.2f}", f"{large / empty:.2f}"])
    return table([f"added to {claims:,} claims", "empty, s", "large, s", "ratio"], lines)


def _store(path: Path, editions: list[list[Row]]) -> Path:
    """A store of these editions, each of a source of its own; as a build makes it."""
    with writing(path, fresh=True) as target:
        sources = (_input(f"source-{number}", made) for number, made in enumerate(editions))
        target.engine.bulk_extend(chain(ontology.quads(), (quad for source in sources for quad in source.quads)))
        graph = scratch_copy(target.engine)
        rules.conclude(graph)
        settle(graph)
        target.take(graph, (v.DERIVED_GRAPH, v.RESULTS_GRAPH))
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
