"""Building the store from the seeds, and the share of each step."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.measure import table
from cchc.build import build


def run(store: str, rounds: int) -> str:
    """A table: seconds of a whole build and of its stages. Each build gets a folder of its own, not ``store``."""
    stages: dict[str, list[float]] = defaultdict(list)
    for _ in range(max(3, rounds // 3)):
        marks: list[tuple[str, float]] = []

        def mark(stage: str, done: int, total: int, marks: list[tuple[str, float]] = marks) -> None:
            if not marks or marks[-1][0] != stage:
                marks.append((stage, time.perf_counter()))

        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            build(Path(folder) / "store", progress=mark)
            end = time.perf_counter()
        for (stage, begun), (_, ended) in zip(marks, [*marks[1:], ("", end)], strict=True):
            stages[stage].append(ended - begun)
        stages["whole build"].append(end - start)
    whole = statistics.median(stages["whole build"])
    rows = [
        [stage, f"{statistics.median(taken):.2f}", f"{100 * statistics.median(taken) / whole:.0f} %"]
        for stage, taken in stages.items()
    ]
    return table(["stage", "s", "share"], rows)
