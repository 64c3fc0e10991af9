"""Runs the parts and prints one Markdown table for each."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.growth import LARGEST
from cchc.build import build

PARTS = (
    "bounds",
    "building",
    "exporting",
    "growth",
    "loading",
    "processes",
    "questions",
    "reading",
    "servers",
    "stored_queries",
    "streaming",
    "validation",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of: {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each candidate; medians are shown (15)")
    parser.add_argument(
        "--largest", type=int, default=LARGEST, help=f"claims of the largest graph of growth ({LARGEST})"
    )
    parser.add_argument("--figures", type=Path, metavar="DIR", help="where growth is drawn, as PNG and SVG")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, medians of {options.rounds} rounds\n")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        build(store)
        for part in options.parts or PARTS:
            module = importlib.import_module(f"benchmarks.{part}")
            print(f"## {(module.__doc__ or part).splitlines()[0]}\n")
            growth: dict[str, Any] = {"largest": options.largest, "figures": options.figures}
            print(module.run(store, options.rounds, **(growth if part == "growth" else {})), end="\n\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
