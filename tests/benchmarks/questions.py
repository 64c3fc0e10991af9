"""Stored queries on a large graph: against rdflib on the same triples, and 13 editions of an index against three."""

from __future__ import annotations

import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import cchc
from benchmarks.generate import YEARS, observations, reading, rows, with_changes
from benchmarks.measure import table
from cchc import ontology, rules
from cchc import vocabulary as v
from cchc.queries import Catalogue, StoredQuery, bind
from cchc.queries.run import terms_of
from cchc.settle import settle
from cchc.store import EmbeddedStore, writing
from cchc.store.scratch import scratch_copy
from cchc.triples import table_quads

CLAIMS = 100_000
"""Of the large graph, before what rules conclude."""
FEW = YEARS[-3:]
PATIENCE = 60
"""After so many seconds rdflib is not waited for any longer."""

_ASKED = {"index": "par-index", "year": str(YEARS[-1]), "unit": "xa-00001", "population": "commune"}
"""What is asked about, by the type of the parameter; ``since`` is the first of the few, ``other`` another unit."""
_ASKED_BY_NAME = {"since": str(FEW[0]), "other": "xa-00002", "as-of": str(YEARS[-1])}


def run(store: str, rounds: int) -> str:
    """A table: milliseconds of the whole answer with three editions of an index and with 13, each of the same units; of
    its SPARQL query alone with 13, and what rdflib takes for that; a query is asked about one edition or one unit where
    it can be. ``store`` is not used. Takes half an hour, mostly to make the graphs and to wait for rdflib."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (
            made_graph(Path(folder) / str(len(years)), CLAIMS * len(years) // len(YEARS), years)
            for years in (FEW, YEARS)
        )
        reference = _rdflib(many.embedded())
        lines = []
        for name in Catalogue().names():
            asked = _parameters(Catalogue().get(name))
            short, long = _milliseconds(few, name, asked, rounds), _milliseconds(many, name, asked, rounds)
            store_asked = many.embedded()
            prepared = _text(store_asked, name, asked, prepared=True)
            alone = _median(partial(store_asked.select, prepared), rounds)
            theirs = _patiently(reference, _text(store_asked, name, asked))
            waited = f"{theirs:.0f}" if theirs is not None else f"> {PATIENCE * 1000}"
            ratio = f"{theirs / alone:.0f}" if theirs is not None else f"> {PATIENCE * 1000 / alone:.0f}"
            told = [f"{short:.1f}", f"{long:.1f}", f"{long / short:.2f}", f"{alone:.1f}", waited, ratio]
            lines.append([f"`{name}`", *told])
    answered = ["3 editions, ms", "13 editions, ms", "13 / 3"]
    return table(["stored query", *answered, "its SPARQL with 13, ms", "rdflib with 13, ms", "times as fast"], lines)


def made_graph(path: Path, claims: int, years: range = YEARS) -> cchc.Graph:
    """A store of its own with made-up editions of communes, concluded and settled."""
    source = reading("made", ()).source
    with writing(path, fresh=True) as target:
        target.engine.bulk_extend(ontology.quads())
        made = with_changes(observations(rows(claims, years=years)))
        target.engine.bulk_extend(table_quads(source, made))
        graph = scratch_copy(target.engine)
        rules.conclude(graph)
        settle(graph)
        target.take(graph, (v.DERIVED_GRAPH, v.RESULTS_GRAPH))
    return cchc.open(str(path))


def _parameters(query: StoredQuery) -> dict[str, str]:
    typed = {p.name: _ASKED_BY_NAME.get(p.name, _ASKED.get(p.type, p.example)) for p in query.parameters}
    return {p.name: typed[p.name] for p in query.parameters if p.required or p.type in _ASKED or p.name == "since"}


def _milliseconds(graph: cchc.Graph, name: str, asked: Mapping[str, str], rounds: int) -> float:
    """What the whole answer takes, with its title, its notes and what may still change in it."""
    return _median(lambda: graph.query(name, **asked).rows, rounds)


def _median(ask: Callable[[], object], rounds: int) -> float:
    """The median of the milliseconds, after one run to warm up."""
    seconds = []
    for _ in range(rounds + 1):
        start = time.process_time()
        ask()
        seconds.append(time.process_time() - start)
    return 1000 * statistics.median(seconds[1:])


def _text(store: EmbeddedStore, name: str, asked: Mapping[str, str], *, prepared: bool = False) -> str:
    """The query with its terms; or in the form that the engine answers fastest, which no other one knows."""
    catalogue = Catalogue()
    query = catalogue.get(name)
    text = store.prepared(query.text) if prepared else query.text
    return bind(text, terms_of(store, catalogue, query, {**asked, "lang": "vi"}))


def _rdflib(store: EmbeddedStore) -> Any:
    from pyoxigraph import RdfFormat, serialize
    from rdflib import Graph

    return Graph().parse(data=serialize(store.triples(), format=RdfFormat.N_TRIPLES) or b"", format="nt")


def _patiently(reference: Any, text: str) -> float | None:
    """The milliseconds that rdflib takes, in a process that shares its graph and can be stopped; None if it is."""
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()

    def ask() -> None:
        start = time.process_time()
        list(reference.query(text))
        answers.put(1000 * (time.process_time() - start))

    asking = context.Process(target=ask)
    asking.start()
    asking.join(PATIENCE)
    if asking.is_alive():
        asking.kill()
        asking.join()
    return None if answers.empty() else answers.get()
