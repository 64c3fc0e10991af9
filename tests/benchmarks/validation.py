"""Validation with all shapes as results grow, against pySHACL on the same files, which evaluates them node by node."""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import DefaultGraph, RdfFormat, Store

from benchmarks.generate import CLAIMS_A_UNIT, observations, reading, rows
from benchmarks.measure import table
from cchc import ontology, rules
from cchc.settle import settle
from cchc.store.embedded import merge
from cchc.triples import table_quads
from cchc.validation import engines, validate
from cchc.validation.shapes import load

RESULTS = (100, 400)
"""Results over all and of components; 3 % of the units have a wrong rank or score."""
LIMIT = 300
"""Processor seconds after which pySHACL is stopped: its figure is a lower bound then."""


def run(store: str, rounds: int, sizes: tuple[int, ...] = RESULTS) -> str:
    """A table: processor seconds here, of the core constraints alone, and of pySHACL. ``store`` is not used.

    A hundred thousand results take some ten minutes and 2.5 GB: ``python -m benchmarks.validation 2000 100000``.
    """
    lines = []
    for size in sizes:
        made = _made(size)
        ours = _seconds(lambda made=made: validate(made), min(rounds, 3))
        core = _seconds(lambda made=made: engines.turbo(load().core, made), min(rounds, 3))
        theirs, ended = _pyshacl(made)
        bound = "" if ended else "> "
        lines.append(
            [f"{size:,}", f"{ours:.2f}", f"{core:.2f}", f"{bound}{theirs:.1f}", f"{bound}{theirs / ours:.1f}×"]
        )
    return table(["results", "cchc, s", "of it core (pyshacl-turbo), s", "pySHACL, s", "times as fast"], lines)


def _made(results: int) -> Store:
    """A settled store in memory; its default graph is the merge of all graphs."""
    claims = results * CLAIMS_A_UNIT // (CLAIMS_A_UNIT - 1)
    made = Store()
    made.bulk_extend(ontology.quads())
    made.bulk_extend(table_quads(reading("made", ()).source, observations(rows(claims, errors=0.03))))
    rules.conclude(made)
    settle(made)
    merge(made)
    return made


def _seconds(do: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        do()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def _pyshacl(made: Store) -> tuple[float, bool]:
    """Processor seconds of pySHACL with the shape files as they are, and whether it came to its end."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data.nt"
        data.write_bytes(made.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b"")
        context = multiprocessing.get_context("spawn")
        taken = context.Queue()
        process = context.Process(target=_measure_pyshacl, args=(data, taken, LIMIT))
        process.start()
        process.join()
        return (LIMIT, False) if taken.empty() else (taken.get(), True)


def _measure_pyshacl(data: Path, taken: multiprocessing.Queue[float], limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    held = Store()
    held.bulk_load(path=data, format=RdfFormat.N_TRIPLES)
    start = time.process_time()
    engines.reference(load().ntriples, held)
    taken.put(time.process_time() - start)


if __name__ == "__main__":
    print(run("", 1, tuple(int(size) for size in sys.argv[1:]) or RESULTS))
