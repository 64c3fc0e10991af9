"""Adding an edition, or one unit of it, to a large graph, against adding the same to an empty one."""

from __future__ import annotations

import itertools
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.generate import Row, observations, reading, rows
from benchmarks.measure import table
from cchc import ontology, rules, triples
from cchc.build import add
from cchc.inputs import Input, Loaded
from cchc.settle import settle
from cchc.store import writing

CLAIMS = 30_000
"""Of the large graph: enough that what grows with it would show, and made in a minute."""


def run(store: str, rounds: int) -> str:
    """A table: processor seconds of a load into either graph, and their ratio. ``store`` is not used."""
    editions = [list(made) for _, made in itertools.groupby(rows(CLAIMS), key=lambda row: (row.index, row.year))]
    last = editions.pop()
    added = {"an edition": last, "one unit": [row for row in last if row.unit == last[-1].unit]}
    lines = []
    for name, made in added.items():
        taken: dict[str, list[float]] = {"empty": [], "large": []}
        for _, (graph, held) in itertools.product(range(max(3, rounds // 5)), (("empty", []), ("large", editions))):
            taken[graph].append(_seconds(held, _input("added", made)))
        empty, large = (statistics.median(seconds) for seconds in taken.values())
        lines.append([name, f"{empty:.2f}", f"{large:.2f}", f"{large / empty:.2f}"])
    return table([f"added to {CLAIMS:,} claims", "empty, s", "large, s", "ratio"], lines)


def _seconds(editions: list[list[Row]], item: Input) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        with writing(path, fresh=True) as target:
            target.engine.bulk_extend(ontology.quads())
            for number, made in enumerate(editions):
                target.engine.bulk_extend(_input(f"source-{number}", made).quads)
            rules.conclude(target.engine)
            settle(target.engine)
            target.merge()
        start = time.process_time()
        add(path, [item])
        return time.process_time() - start


def _input(name: str, made: Iterable[Row]) -> Input:
    read = reading(name, observations(made))
    quads = triples.quads(read)
    return Input(Loaded(f"{name}.csv", name, len(read.claims), 0), quads, read.source.text, read.source.sha256)
