"""Each stored query here, against rdflib on the same graph: the same text, parsed and answered to the last row."""

from __future__ import annotations

from typing import Any

import cchc
from benchmarks.measure import milliseconds, side_by_side, table
from cchc.queries import Catalogue, bind
from cchc.queries.run import terms_of
from cchc.store import EmbeddedStore


def run(store: str, rounds: int) -> str:
    """A table: milliseconds here and in rdflib, and how many times faster it is here."""
    graph = cchc.open(store)
    embedded = graph.embedded()
    reference = _rdflib(embedded)
    catalogue = Catalogue()
    rows = []
    for name in catalogue.names():
        query = catalogue.get(name)
        typed = {p.name: p.example for p in query.parameters if p.required or p.type == "lang"}
        text = bind(query.text, terms_of(embedded, catalogue, query, typed))
        parameters = {name: value for name, value in typed.items() if name != "lang"}

        def here(name: str = name, parameters: dict[str, str] = parameters) -> object:
            return graph.query(name, **parameters).rows

        def there(text: str = text) -> object:
            return list(reference.query(text))

        measured = side_by_side({"cchc": here, "rdflib": there}, rounds)
        ratio = measured["rdflib"].median / measured["cchc"].median
        rows.append([f"`{name}`", milliseconds(measured["cchc"]), milliseconds(measured["rdflib"]), f"{ratio:.1f}×"])
    head = ["stored query", "cchc, ms", "rdflib, ms", "rdflib / cchc"]
    return table(head, rows)


def _rdflib(store: EmbeddedStore) -> Any:
    """The merge of all graphs as an rdflib graph."""
    from pyoxigraph import RdfFormat, serialize
    from rdflib import Graph

    content = serialize(store.triples(), format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=content, format="nt")
