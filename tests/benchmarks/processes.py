"""Whole processes: ``cchc query`` from start to end, against an interpreter that imports rdflib and does nothing."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.measure import milliseconds, side_by_side, table

_QUERIES = {
    "ranking": ["ranking", "--index", "par-index", "--year", "2020"],
    "trend": ["trend", "--index", "par-index", "--unit", "lang-son"],
    "unit-profile": ["unit-profile", "--unit", "lang-son"],
}


def run(store: str, rounds: int) -> str:
    """A table: milliseconds of each process, and its ratio to importing rdflib alone."""

    # Both sides start from compiled bytecode, as they do for any user after the first run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def process(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)

    candidates = {
        "python -c pass": lambda: process("-c", "pass"),
        "python -c 'import rdflib'": lambda: process("-c", "import rdflib"),
    }
    for name, arguments in _QUERIES.items():
        command = ["-c", "from cchc.cli import main; main()", "query", *arguments, "--store", store]
        candidates[f"cchc query {name}"] = lambda command=command: process(*command)  # type: ignore[misc]
    measured = side_by_side(candidates, rounds)
    alone = measured["python -c 'import rdflib'"].median
    rows = [[f"`{name}`", milliseconds(taken), f"{taken.median / alone:.2f}"] for name, taken in measured.items()]
    return table(["process", "ms", "/ import rdflib"], rows)
