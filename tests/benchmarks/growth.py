"""What each step of a build takes as the graph grows: processor seconds, and how they grow with the claims."""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pyoxigraph import Store

from benchmarks.generate import observations, reading, rows, with_changes
from benchmarks.measure import table
from cchc import ontology, rules
from cchc import vocabulary as v
from cchc.export import export
from cchc.settle import settle
from cchc.store import open_store, writing
from cchc.store.scratch import scratch_copy
from cchc.triples import table_quads
from cchc.validation import validate

LARGEST = 10_000
"""Larger ones take long: a million claims take about a hundred times as much."""


EXPORTED = 100_000
"""Claims of the largest graph that is exported: the text is held in memory."""


def run(store: str, rounds: int, largest: int = LARGEST, figures: Path | None = None) -> str:
    """A table; its last column is the exponent of growth, 1 where time grows as the claims do. Each size, from a
    thousand claims on, is built once, in a store and a process of its own.

    :param figures: a folder for the same as ``growth.png`` and ``growth.svg``.
    """
    # Beyond a hundred thousand each size takes most of an hour, or more.
    steps = (1_000, 3_000, 10_000, 30_000, 100_000, 1_000_000, 10_000_000)
    sizes = [size for size in steps if size <= max(largest, steps[0])]
    processes = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=processes, max_tasks_per_child=1) as pool:
        ran = [pool.submit(_steps, size).result() for size in sizes]
    taken = [seconds for seconds, _ in ran]
    lines = []
    for step in taken[0]:
        seconds = [one[step] for one in taken if step in one]
        claims = math.log(sizes[len(seconds) - 1] / sizes[0])
        exponent = math.log(seconds[-1] / seconds[0]) / claims if len(seconds) > 1 else math.nan
        shown = [f"{one:.2f}" for one in seconds] + ["–"] * (len(sizes) - len(seconds))
        lines.append([step, *shown, f"{exponent:.2f}"])
    lines.append(["peak memory, MB", *(f"{megabytes:.0f}" for _, megabytes in ran), ""])
    if figures is not None:
        _draw(sizes, taken, figures)
    return table(["step", *(f"{size:,} claims, s" for size in sizes), "exponent"], lines)


def _draw(sizes: list[int], taken: list[dict[str, float]], folder: Path) -> None:
    """Draws seconds against claims, both by powers of ten: a line as steep as the dotted one grows as the claims do."""
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 5), layout="constrained")
    for step, marker in zip(taken[0], "osv^DxP", strict=True):
        seconds = [one[step] for one in taken if step in one]
        axes.plot(sizes[: len(seconds)], seconds, marker=marker, label=step)
    start = min(taken[0].values())
    axes.plot(
        sizes, [start * size / sizes[0] for size in sizes], ":", color="grey", label="in proportion to the claims"
    )
    axes.set(xscale="log", yscale="log", xlabel="claims", ylabel="processor seconds", title="What each step takes")
    axes.grid(visible=True, which="major", alpha=0.3)
    figure.legend(loc="outside right upper")
    folder.mkdir(parents=True, exist_ok=True)
    for suffix in ("png", "svg"):
        figure.savefig(folder / f"growth.{suffix}", dpi=150, metadata={"Date": None} if suffix == "svg" else None)
    pyplot.close(figure)


def _steps(size: int) -> tuple[dict[str, float], float]:
    """The processor seconds of each step, also told as it ends, and the peak of memory in megabytes."""
    source = reading("made", ()).source
    seconds: dict[str, float] = {}

    def timed(step: str, do: Callable[[], object]) -> None:
        start = time.process_time()
        do()
        seconds[step] = time.process_time() - start
        print(f"{size:,} claims: {step} {seconds[step]:.1f} s", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        with writing(path, fresh=True) as target:
            target.engine.bulk_extend(ontology.quads())
            timed(
                "write", lambda: target.engine.bulk_extend(table_quads(source, with_changes(observations(rows(size)))))
            )
            made: list[Store] = []
            # In memory, as a build does.
            timed("copy", lambda: made.append(scratch_copy(target.engine)))
            timed("conclude", lambda: rules.conclude(made[0]))
            timed("settle", lambda: settle(made[0]))
            timed("validate", lambda: validate(made[0], merged=True))
            timed("take over", lambda: target.take(made[0], (v.DERIVED_GRAPH, v.RESULTS_GRAPH)))
        if size <= EXPORTED:
            timed("export", lambda: export(open_store(path)))
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
