"""Long tables on their way into a store: processor seconds and memory, against the engine's bulk load of the same.

    python -m benchmarks.streaming M L

The sizes are those of ``generate``; each step runs in a process of its own, whose peak of memory it tells. ``XL`` takes
some 100 GB on the disk and hours; with ``--alone``, without the merge and the bulk load, some 60 GB and an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.generate import SIZES, rows, write
from benchmarks.measure import table
from cchc import vocabulary as v
from cchc.loaders.tables.reader import Options, read_table
from cchc.store import writing
from cchc.streams import TableStream

CLAIMS = (10_000, 40_000)
"""Made in some minutes; more by the command above. A table of fewer than some 40,000 claims is no long one."""


def run(store: str, rounds: int, sizes: tuple[str | int, ...] = CLAIMS) -> str:
    """A table; ``store`` is not used. The rounds of the two candidates take turns."""
    return table(
        [
            *("claims", "triples", "cchc, s", "bulk load, s", "ratio"),
            *("with the merge, s", "bulk load, s", "ratio", "cchc, MB", "bulk load, MB"),
        ],
        [_line(size, 1 if size in ("L", "XL") else max(1, rounds // 5)) for size in sizes],
    )


def run_alone(sizes: tuple[str | int, ...]) -> str:
    """A table of the seconds and the memory of the way to the named graph, without anything to compare them with."""
    return table(["claims", "cchc, s", "cchc, MB"], [_alone(size) for size in sizes])


def _alone(size: str | int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "par-index.csv"
        write(rows(size), source)
        ours = _measured("named", source, Path(folder) / "ours")
    return [f"{ours['claims']:,}", f"{ours['named']:.1f}", f"{ours['megabytes']:.0f}"]


def _line(size: str | int, rounds: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        source, lines = Path(folder) / "par-index.csv", Path(folder) / "par-index.nq"
        write(rows(size), source)
        made = _measured("lines", source, lines)
        ours, engine = [], []
        for _ in range(rounds):
            ours.append(_measured("load", source, Path(folder) / "ours"))
            engine.append(_measured("bulk", lines, Path(folder) / "engine"))
    figures = {
        f"{name} {key}": statistics.median(one[key] for one in taken)
        for name, taken in (("ours", ours), ("engine", engine))
        for key in ("named", "whole", "megabytes")
    }
    return [
        f"{made['claims']:,}", f"{ours[0]['triples']:,}",
        f"{figures['ours named']:.1f}", f"{figures['engine named']:.1f}",
        f"{figures['ours named'] / figures['engine named']:.2f}",
        f"{figures['ours whole']:.1f}", f"{figures['engine whole']:.1f}",
        f"{figures['ours whole'] / figures['engine whole']:.2f}",
        f"{figures['ours megabytes']:.0f}", f"{figures['engine megabytes']:.0f}",
    ]  # fmt: skip


def _measured(step: str, source: Path, target: Path) -> dict[str, float]:
    """Runs a step in a process of its own; what it made is removed, but for the lines."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.streaming", "--step", step, str(source), str(target)],
        check=True, stdout=subprocess.PIPE, env=os.environ,
    )  # fmt: skip
    if step != "lines":
        subprocess.run(["rm", "-rf", str(target)], check=True)
    return dict(json.loads(ran.stdout))


def _stream(source: Path) -> TableStream:
    return TableStream(read_table(source, Options(province="Lạng Sơn")), None, "en")


def _lines(source: Path, target: Path) -> dict[str, float]:
    stream = _stream(source)
    with target.open("wb") as file:
        file.writelines(stream.checked())
    return {"claims": stream.claims}


def _named(source: Path, target: Path) -> dict[str, float]:
    start = time.process_time()
    stream = _stream(source)
    with writing(target, fresh=True) as store:
        _claims_into(store.engine, stream)
    return {"named": time.process_time() - start, "claims": stream.claims}


def _load(source: Path, target: Path) -> dict[str, float]:
    start = time.process_time()
    stream = _stream(source)
    with writing(target, fresh=True) as store:
        _claims_into(store.engine, stream)
        named = time.process_time() - start
        store.merge(stream.triples(), [v.source_graph(stream.table.source.id)])
        store.compact()
        triples = store.size
    return {"named": named, "whole": time.process_time() - start, "triples": triples}


def _claims_into(engine: Store, stream: TableStream) -> None:
    for block in stream.checked():
        engine.bulk_load(block, format=RdfFormat.N_QUADS)
    engine.flush()


def _bulk(source: Path, target: Path) -> dict[str, float]:
    start = time.process_time()
    store = Store(str(target))
    store.bulk_load(path=str(source), format=RdfFormat.N_QUADS)
    store.flush()
    named = time.process_time() - start
    # The same triples in the default graph, as the merge holds them.
    graph = next(iter(store.named_graphs()))
    triples = target.with_suffix(".nt")
    store.dump(str(triples), format=RdfFormat.N_TRIPLES, from_graph=graph)
    start = time.process_time()
    store.bulk_load(path=str(triples), format=RdfFormat.N_TRIPLES)
    store.flush()
    triples.unlink()
    return {"named": named, "whole": named + time.process_time() - start}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help="any of: S, M, L, XL (M)")
    parser.add_argument("--rounds", type=int, default=1, help="runs of each candidate; medians are shown (1)")
    parser.add_argument(
        "--alone", action="store_true", help="cchc's way to the named graph only, and nothing beside it"
    )
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if unknown := set(options.sizes) - set(SIZES):
        parser.error(f"no such size: {', '.join(sorted(unknown))}")
    if options.step:
        name, source, target = options.step
        found = {"lines": _lines, "named": _named, "load": _load, "bulk": _bulk}[name](Path(source), Path(target))
        found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found))
    elif options.alone:
        print(run_alone(tuple(options.sizes) or ("M",)))
    else:
        print(run("", 5 * options.rounds, tuple(options.sizes) or ("M",)))


if __name__ == "__main__":
    main()
