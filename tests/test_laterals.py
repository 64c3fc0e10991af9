"""Optional parts marked as lateral: which are, and that answers stay the same."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

import sample
from cchc.queries import Catalogue, bind
from cchc.queries.run import terms_of
from cchc.resources import resource
from cchc.store import EmbeddedStore, memory_store
from cchc.store.laterals import laterally

EX = "http://example.org/"
STORED = sorted(resource("queries").rglob("*.rq"))


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e } }", "SELECT * { ?a ?b ?c LATERAL { OPTIONAL { ?a ?d ?e } } }"),
        # Filters see the row; what is within EXISTS is answered for one row anyway.
        (
            'SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e FILTER(?e = "{") FILTER EXISTS { ?e ?f ?g } } }',
            'SELECT * { ?a ?b ?c LATERAL { OPTIONAL { ?a ?d ?e FILTER(?e = "{") FILTER EXISTS { ?e ?f ?g } } } }',
        ),
        (
            "SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e OPTIONAL { ?e ?f ?g FILTER(?g = $h) } } }",
            "SELECT * { ?a ?b ?c LATERAL { OPTIONAL { ?a ?d ?e LATERAL { OPTIONAL { ?e ?f ?g FILTER(?g = $h) } } } } }",
        ),
        # The part within shares ?c with what stands before, but not with the part that it stands in.
        (
            "SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e OPTIONAL { ?c ?f ?g } } }",
            "SELECT * { ?a ?b ?c OPTIONAL { ?a ?d ?e LATERAL { OPTIONAL { ?c ?f ?g } } } }",
        ),
    ],
)
def test_parts_of_patterns_and_filters_are_marked(query: str, marked: str) -> None:
    assert laterally(query) == marked


@pytest.mark.parametrize(
    "part",
    [
        "?a ?d ?e BIND(?e AS ?f)",
        "{ ?a ?d ?e } UNION { ?a ?f ?g }",
        "{ SELECT ?a WHERE { ?a ?d ?e } }",
        "?a ?d ?e MINUS { ?a ?f ?g }",
        "VALUES ?a { 1 } ?a ?d ?e",
        "GRAPH ?d { ?a ?e ?f }",
    ],
)
def test_others_stay(part: str) -> None:
    query = f"SELECT * {{ ?a ?b ?c OPTIONAL {{ {part} }} }}"
    assert laterally(query) == query


@pytest.mark.parametrize("file", STORED, ids=lambda file: file.stem)
def test_stored_queries_are_answered_alike(file: Path) -> None:
    """Parameters other than the language stay variables: about everything is asked."""
    store = memory_store(sample.quads())
    text = bind(file.read_text(encoding="utf-8"), {"lang": Literal("vi")})
    assert answered(store, laterally(text)) == answered(store, text)


@pytest.mark.parametrize("name", Catalogue().names())
def test_questions_are_answered_alike(name: str) -> None:
    store, query = memory_store(sample.quads()), Catalogue().get(name)
    typed = {parameter.name: parameter.example for parameter in query.parameters if parameter.required}
    terms = terms_of(store, Catalogue(), query, {**typed, "lang": "vi"})
    assert answered(store, bind(laterally(query.text), terms)) == answered(store, bind(query.text, terms))


def test_the_embedded_store_is_asked_laterally() -> None:
    assert "LATERAL" in memory_store(sample.quads()).prepared(Catalogue().get("evidence").text)


TERMS = [NamedNode(EX + name) for name in "abc"]
TRIPLES = st.lists(st.tuples(*[st.sampled_from(TERMS)] * 3), max_size=12)
VARIABLES = [f"?{name}" for name in "uvwxyz"]
PATTERN = st.tuples(
    st.sampled_from(VARIABLES), st.sampled_from([str(term) for term in TERMS]), st.sampled_from(VARIABLES)
)


@given(
    TRIPLES, st.lists(PATTERN, min_size=3, max_size=3), st.sampled_from(list(itertools.product(VARIABLES, repeat=2)))
)
def test_nested_parts_are_answered_alike(
    triples: list[tuple[NamedNode, NamedNode, NamedNode]],
    patterns: list[tuple[str, str, str]],
    compared: tuple[str, str],
) -> None:
    """Well-designed or not, with a filter in the innermost part."""
    graph = NamedNode(EX + "graph")
    store = memory_store([Quad(*triple, graph) for triple in triples])
    first, second, third = (" ".join(pattern) for pattern in patterns)
    test = f"FILTER({compared[0]} != {compared[1]})"
    query = f"SELECT * {{ {first} OPTIONAL {{ {second} OPTIONAL {{ {third} {test} }} }} }}"
    assert answered(store, laterally(query)) == answered(store, query)


def answered(store: EmbeddedStore, query: str) -> object:
    """Rows in no order: many queries leave it open, and it depends on how they are joined."""
    answer = store.query(query)
    return sorted(map(str, answer)) if hasattr(answer, "__iter__") else answer  # type: ignore[call-overload]
