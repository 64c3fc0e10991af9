"""What each step of a build takes as the graph grows: processor seconds, and how they grow with the claims."""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import observations, reading, rows, with_changes
from benchmarks.measure import table
from cchc import ontology, rules
from cchc.export import export
from cchc.settle import settle
from cchc.store import open_store, writing
from cchc.triples import table_quads
from cchc.validation import validate

LARGEST = 10_000
"""Larger ones take long: a million claims take about a hundred times as much."""


def run(store: str, rounds: int, largest: int = LARGEST) -> str:
    """A table; its last column is the exponent of growth, 1 where time grows as the claims do. Each size, from a
    thousand claims on, is built once, in a store of its own."""
    sizes = [1_000]
    while sizes[-1] * 10 <= largest:
        sizes.append(sizes[-1] * 10)
    taken = [_steps(size) for size in sizes]
    lines = []
    for step in taken[0]:
        seconds = [one[step] for one in taken]
        exponent = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0]) if len(sizes) > 1 else math.nan
        lines.append([step, *(f"{one:.2f}" for one in seconds), f"{exponent:.2f}"])
    return table(["step", *(f"{size:,} claims, s" for size in sizes), "exponent"], lines)


def _steps(size: int) -> dict[str, float]:
    source = reading("made", ()).source
    seconds: dict[str, float] = {}

    def timed(step: str, do: Callable[[], object]) -> None:
        start = time.process_time()
        do()
        seconds[step] = time.process_time() - start

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        with writing(path, fresh=True) as target:
            target.engine.bulk_extend(ontology.quads())
            timed(
                "write", lambda: target.engine.bulk_extend(table_quads(source, with_changes(observations(rows(size)))))
            )
            timed("conclude", lambda: rules.conclude(target.engine))
            timed("settle", lambda: settle(target.engine))
            timed("validate", lambda: validate(target.engine))
            timed("merge", target.merge)
        timed("export", lambda: export(open_store(path)))
    return seconds
