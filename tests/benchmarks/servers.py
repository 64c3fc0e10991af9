"""Stored queries on SPARQL servers, against the embedded store: the seeds, shifted copies, and a large graph."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

import cchc
import servers
from benchmarks.generate import YEARS
from benchmarks.measure import milliseconds, side_by_side, table
from benchmarks.questions import CLAIMS, made_graph
from cchc.api import Graph
from cchc.errors import CchcError
from cchc.publish import publish
from cchc.store import memory_store
from cchc.store.remote import TIMEOUT

COPIES = (1, 4)
"""How many times the sources and results are there, each copy twenty years after the one before."""
_QUERIES = {
    "ranking": {"index": "par-index", "year": "2020"},
    "trend": {"index": "par-index", "unit": "lang-son"},
    "movers": {"year": "2020"},
    "unit-profile": {"unit": "lang-son"},
    "averages": {},
    "coverage": {},
}
_QUERIES_LARGE = {
    "ranking": {"index": "par-index", "year": str(YEARS[-1]), "population": "commune"},
    "trend": {"index": "par-index", "unit": "xa-00001"},
    "movers": {"year": str(YEARS[-1]), "population": "commune"},
    "unit-profile": {"unit": "xa-00001"},
    "averages": {"index": "par-index", "year": str(YEARS[-1])},
    "coverage": {},
}
PATIENCE = TIMEOUT / 2
"""Seconds that an answer may take to be measured: the client stops waiting after twice as many."""
_YEAR = re.compile(rb'(?<=[/"])(?<!w3\.org/)(20[0-2]\d)(?=[/"])')
"""Not those of the W3C's namespaces."""
_SOURCE = re.compile(rb"(?<=/source/)(\d{3})(?=[/#>])|(?<=/id/claim/)(\d{3})(?=/)")
_BUFFERS = 60_000
"""Of 8 KB: half a gigabyte for Virtuoso."""


def run(store: str, rounds: int, claims: int = CLAIMS) -> str:
    """Two tables: milliseconds of each query on each engine, with ratios; seconds to publish.

    :param claims: of a large graph that is asked after the copies of the seeds; 0 for none. To make a hundred thousand
        takes some minutes, and to publish them to two servers some more.
    """
    queries: list[list[str]] = []
    sending: list[list[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for copies in COPIES:
            ours = memory_store(_copies(cchc.open(store).embedded().quads(), copies))
            _measure(Graph(ours), _QUERIES, rounds, queries, sending)
        if claims:
            large = made_graph(Path(folder) / "large", claims)
            _measure(large, _QUERIES_LARGE, rounds, queries, sending)
    engines = ["embedded, ms", "`oxigraph serve`, ms", "Virtuoso, ms"][: len(queries[0]) - 1]
    left_out = "" if servers.VIRTUOSO else f"\n\n{servers.NO_VIRTUOSO}."
    return (
        table(["stored query", *engines], queries)
        + "\n\n"
        + table(["published to", "first, s", "again, nothing changed, s"], sending)
        + left_out
    )


def _measure(
    embedded: Graph,
    asked: dict[str, dict[str, str]],
    rounds: int,
    queries: list[list[str]],
    sending: list[list[str]],
) -> None:
    """Publishes a graph to each server, asks there and here, and adds the lines of both tables."""
    ours = embedded.embedded()
    size = f"{sum(1 for _ in ours.quads()):,}"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = [stack.enter_context(servers.oxigraph(folder))]
        if servers.VIRTUOSO:
            running.append(stack.enter_context(servers.virtuoso(folder, _BUFFERS)))
        graphs = {"embedded": embedded}
        for server in running:
            took = []
            for _ in range(2):
                start = time.perf_counter()
                publish(ours, server.endpoint, user=server.user, password=server.password)
                took.append(f"{time.perf_counter() - start:.1f}")
            sending.append([f"{server.name}, {size} triples", *took])
            graphs[server.name] = cchc.connect(server.endpoint)
        ratios: dict[str, list[float]] = {}
        for name, parameters in asked.items():
            asking = {engine: partial(graph.query, name, **parameters) for engine, graph in graphs.items()}
            measured = side_by_side({engine: ask for engine, ask in asking.items() if _answers(ask)}, rounds)
            row = [f"`{name}`, {size} triples"]
            for engine in graphs:
                if engine not in measured:
                    row.append(f"> {1000 * PATIENCE:.0f}")
                    continue
                taken = measured[engine]
                ratio = taken.median / measured["embedded"].median
                ratios.setdefault(engine, []).append(ratio)
                row.append(milliseconds(taken) if engine == "embedded" else f"{milliseconds(taken)} ({ratio:.1f}×)")
            queries.append(row)
        middle = [f"{statistics.median(ratios[engine]):.1f}×" if engine in ratios else "–" for engine in graphs]
        queries.append([f"median of the ratios, {size} triples", *middle])


def _answers(ask: Callable[[], object]) -> bool:
    """Whether an answer comes in good time."""
    start = time.perf_counter()
    try:
        ask()
    except CchcError as error:
        if error.code != "ENDPOINT_UNREACHABLE":
            raise
        return False
    return time.perf_counter() - start < PATIENCE


def _copies(quads: Iterator[Quad], copies: int) -> Iterator[Quad]:
    text = serialize(quads, format=RdfFormat.N_QUADS) or b""
    lines = text.splitlines(keepends=True)
    changing = b"".join(line for line in lines if b"/graph/ontology>" not in line and b"/graph/reference>" not in line)
    yield from parse(text, RdfFormat.N_QUADS)
    for copy in range(1, copies):
        shifted = _YEAR.sub(lambda year, copy=copy: b"%d" % (int(year[1]) + 20 * copy), changing)  # type: ignore[misc]
        yield from parse(_SOURCE.sub(lambda name, copy=copy: b"%s-%d" % (name[0], copy), shifted), RdfFormat.N_QUADS)
