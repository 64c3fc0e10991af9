"""A variable bound before a query runs: the rows of that one value, and nothing else is looked at."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from cchc.store.tokens import prebound

ONE, TWO = NamedNode("http://example.org/one"), NamedNode("http://example.org/two")
QUERIES = {
    "a pattern": "SELECT ?this ?n WHERE { ?this <p:n> ?n } ORDER BY ?this ?n",
    "distinct": "SELECT DISTINCT $this ?m WHERE { $this <p:n> ?n BIND (?n * 0 AS ?m) }",
    "groups": "SELECT ?this (SUM(?n) AS ?sum) WHERE { ?this <p:n> ?n } GROUP BY ?this HAVING (SUM(?n) > 2)",
    "a sub-select": (
        "SELECT ?this ?top WHERE { { SELECT ?this (MAX(?n) AS ?top) WHERE { ?this <p:n> ?n } GROUP BY ?this } }"
    ),
    "an expression": "SELECT ?this (STR(?this) AS ?name) WHERE { ?this <p:n> ?n FILTER (?n > 1) }",
    "a word in a string": "SELECT ?this ?text WHERE { ?this <p:n> ?n BIND ('?this' AS ?text) } # ?this",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
@pytest.mark.parametrize("node", [ONE, TWO, NamedNode("http://example.org/none")])
def test_the_rows_are_those_of_the_term(query: str, node: NamedNode) -> None:
    store = Store()
    for subject, number in ((ONE, 1), (ONE, 2), (TWO, 3)):
        store.add(Quad(subject, NamedNode("p:n"), Literal(number)))
    every = store.query(query)
    names = [variable.value for variable in every.variables if variable.value != "this"]  # type: ignore[union-attr]
    expected = [[str(row[name]) for name in names] for row in every if row["this"] == node]  # type: ignore[union-attr]
    bound = store.query(prebound(query, "this", str(node)))
    assert [[str(row[name]) for name in names] for row in bound] == expected  # type: ignore[union-attr]
