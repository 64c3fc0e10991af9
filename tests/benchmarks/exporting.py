"""The whole graph as Turtle that is the same each time, against rdflib's serializer."""

from __future__ import annotations

from functools import partial

import rdflib

from benchmarks.generate import observations, reading, rows
from benchmarks.measure import milliseconds, side_by_side, table
from cchc.export import export
from cchc.store import memory_store, open_store
from cchc.triples import quads

CLAIMS = 10_000


def run(store: str, rounds: int) -> str:
    """A table: milliseconds, and how many times as fast as rdflib, which has its graph in memory already."""
    lines = []
    made = memory_store(quads(reading("made", observations(rows(CLAIMS)))))
    for name, held in (("the seeds", open_store(store)), (f"{CLAIMS:,} claims made up", made)):
        triples, graph = sum(1 for _ in held.triples()), rdflib.Graph()
        graph.parse(data=held.dump(), format="nt")
        ran = side_by_side(
            {"cchc": partial(export, held), "rdflib": partial(graph.serialize, format="turtle")}, max(3, rounds // 5)
        )
        ratio = ran["rdflib"].median / ran["cchc"].median
        lines.append([f"{name}, {triples:,} triples", *map(milliseconds, ran.values()), f"{ratio:.1f}"])
    return table(["exported", "cchc, ms", "rdflib, ms", "times as fast"], lines)
