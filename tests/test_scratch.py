"""Reasoning in memory gives what reasoning in the store itself gives."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from cchc import rules, settle
from cchc import vocabulary as v
from cchc.store import open_store
from cchc.store.scratch import copy_graph, empty, is_merged, scratch_copy, write
from conftest import Built

MADE = (v.DERIVED_GRAPH, v.RESULTS_GRAPH)
ONE, OTHER = NamedNode("urn:graph:1"), NamedNode("urn:graph:2")


def triple(number: int, graph: NamedNode) -> Quad:
    return Quad(NamedNode("urn:thing"), NamedNode("urn:says"), Literal(number), graph)


def default(store: Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}


def test_a_copy_has_the_graphs_asked_for_and_their_merge() -> None:
    engine = Store()
    engine.extend([triple(1, ONE), triple(2, ONE), triple(2, OTHER), triple(3, OTHER)])
    whole, part, rest = (
        scratch_copy(engine),
        scratch_copy(engine, only=[ONE.value]),
        scratch_copy(engine, without=[ONE.value]),
    )
    assert len(default(whole)) == 3
    assert {quad for quad in whole if quad.graph_name != DefaultGraph()} == set(engine)
    assert len(default(part)) == 2
    assert not part.contains_named_graph(OTHER)
    assert len(default(rest)) == 2
    assert not rest.contains_named_graph(ONE)
    assert is_merged(whole)
    assert not is_merged(engine)


def test_the_merge_loses_what_no_graph_holds_any_more() -> None:
    engine = Store()
    write(engine, [triple(1, ONE)])
    assert not default(engine)
    merged = scratch_copy(engine)
    write(merged, [triple(1, OTHER), triple(2, OTHER)])
    assert len(default(merged)) == 2
    empty(merged, OTHER.value)
    assert default(merged) == {str(triple(1, ONE).triple)}
    copy_graph(ONE, merged, engine)
    assert set(engine) == {triple(1, ONE)}


def test_conclusions_and_settled_values_are_the_same_in_memory_and_in_the_store(published: Built) -> None:
    """The union of named graphs and the merge are two ways to read one graph."""
    held = scratch_copy(open_store(published.path).engine)
    apart, merged = Store(), scratch_copy(open_store(published.path).engine, without=MADE)
    apart.extend(quad for quad in merged if quad.graph_name != DefaultGraph())
    for store in (apart, merged):
        rules.conclude(store)
        settle.settle(store)
    named = {quad for quad in merged if quad.graph_name != DefaultGraph()}
    assert set(apart) == named
    assert set(merged) == set(held)


def test_what_is_applied_once_would_conclude_nothing_more(published: Built) -> None:
    """Rules that read stated claims only are applied in the first round; here all are applied once more."""
    store, graph = open_store(published.path).engine, NamedNode(v.DERIVED_GRAPH)
    assert any(not rule.reads_conclusions for rule in rules.rules())
    for rule in rules.rules():
        assert all(Quad(*found, graph) in store for found in store.query(rule.text)), rule.name
