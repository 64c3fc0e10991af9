"""Trust, shown on the seeds with the published figures and on the annotated articles together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from cchc import ontology, rules
from cchc import vocabulary as v
from cchc.api import Graph
from cchc.inputs import Wanted, reading, with_names
from cchc.settle import settle
from cchc.store import EmbeddedStore, WritableStore
from cchc.store.embedded import merge
from claim_samples import edition_findings
from conftest import ROOT
from test_maintenance import follow

SEEDS = ROOT / "seeds"
ARTICLES = ROOT.parent / "shared" / "articles" / "dev"
together = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the annotated articles are not beside the project")

Said = dict[str, frozenset[Quad]]
"""What each source says, by the name of its graph."""


def read(*paths: Path) -> Said:
    items = with_names(Wanted(list(paths)).items, Store())
    return {item.graph: frozenset(item.quads) for item in reading(items, None)}


@pytest.fixture(scope="module")
def seeds() -> Said:
    return read(SEEDS)


@pytest.fixture(scope="module")
def said() -> Said:
    return read(SEEDS, ARTICLES)


@pytest.fixture(scope="module")
def reference() -> list[Quad]:
    # Parsed once: a blank node has another name in every parse.
    return list(ontology.quads())


def made(reference: Iterable[Quad], said: Mapping[str, Iterable[Quad]]) -> Store:
    """A store of all that some sources say and of what follows from it, written in this order."""
    engine = Store()
    engine.extend(reference)
    for quads in said.values():
        engine.extend(quads)
    merge(engine)
    rules.conclude(engine)
    settle(engine)
    return engine


@pytest.fixture(scope="module")
def whole(reference: list[Quad], said: Said) -> Store:
    """Everything together. Don't change it."""
    return made(reference, said)


def exported(engine: Store) -> bytes:
    return Graph(EmbeddedStore(engine)).export("full", "nquads")


@together
def test_adding_a_source_never_changes_what_another_is_reported_to_say(seeds: Said, said: Said, whole: Store) -> None:
    assert {**read(ARTICLES), **seeds} == said
    for graph, quads in said.items():
        assert set(whole.quads_for_pattern(None, None, None, NamedNode(graph))) == quads


@together
def test_the_order_of_loading_does_not_matter(reference: list[Quad], said: Said, whole: Store) -> None:
    assert exported(made(reference, dict(reversed(said.items())))) == exported(whole)


@together
def test_retracting_leaves_no_trace_and_adding_again_gives_the_same(
    reference: list[Quad], said: Said, whole: Store
) -> None:
    # An article and a table of the seeds, and two annotated articles.
    chosen = [v.source_graph(name) for name in ("002", "01", "par-index-regions", "05")]
    copy = Store()
    copy.bulk_extend(whole)
    store = WritableStore(copy, Path("memory"), Path("memory"))
    for graph in chosen:
        follow(store, graph.removeprefix(v.SOURCE_GRAPHS), [])
    left = made(reference, {graph: quads for graph, quads in said.items() if graph not in chosen})
    assert set(store.engine) == set(left)
    assert exported(store.engine) == exported(left)
    for graph in reversed(chosen):
        follow(store, graph.removeprefix(v.SOURCE_GRAPHS), sorted(said[graph], key=str))
    assert set(store.engine) == set(whole)
    assert exported(store.engine) == exported(whole)


def witnesses(engine: Store, claim: NamedNode) -> set[str]:
    """Who says a claim, or what it was derived from: pages that tables cite, else documents."""
    for name in (v.PROV + "hadPrimarySource", v.CCHC + "source"):
        found = {quad.object.value for quad in engine.quads_for_pattern(claim, NamedNode(name), None)}
        if found:
            return found
    premises = {quad.object for quad in engine.quads_for_pattern(claim, NamedNode(v.PROV + "wasDerivedFrom"), None)}
    return {one for premise in premises for one in witnesses(engine, premise)}


@together
def test_what_one_source_says_never_contradicts_what_follows_from_it(whole: Store) -> None:
    conflicts = {quad.subject for quad in whole.quads_for_pattern(None, NamedNode(v.CCHC + "claimInConflict"), None)}
    assert conflicts
    for conflict in conflicts:
        claims = {
            quad.object for quad in whole.quads_for_pattern(conflict, NamedNode(v.CCHC + "claimInConflict"), None)
        }
        assert len({one for claim in claims for one in witnesses(whole, claim)}) > 1, conflict


def disagreements(engine: Store) -> set[tuple[str, int, str, str, frozenset[str]]]:
    """The conflicts of a store: index, year, unit, measure and values."""
    graph, found = Graph(EmbeddedStore(engine)), {}
    for index in ("par-index", "sipas"):
        for row in graph.query("conflicts", index=index).rows:
            key = (index, row["year"], row["unitLabel"], row["measure"])
            found.setdefault(key, set()).add(str(row["value"]))
    return {(*key, frozenset(values)) for key, values in found.items()}


KNOWN = {
    # Those at the end of index-schemes.md that the tables hold; no others are found.
    ("par-index", 2012, "Đà Nẵng", "score", frozenset({"87.14", "87.12"})),
    ("par-index", 2012, "Hà Nội", "score", frozenset({"82.79", "82.77"})),
    ("par-index", 2012, "Đồng Tháp", "score", frozenset({"83.44", "83.41"})),
    ("par-index", 2018, "Quảng Ninh", "score", frozenset({"89.6", "89.06"})),
    ("par-index", 2023, "Hải Phòng", "score", frozenset({"91.87", "91.81"})),
    ("par-index", 2023, "Hà Nội", "score", frozenset({"91.43", "91.25"})),
    ("sipas", 2023, "Hải Phòng", "score", frozenset({"88.9", "88.09"})),
}
FOUND_BY_CHECKS = {
    # 4.30, and not some 4.3.
    ("par-index", 2024): [("Ha Noi", "off by 0.18."), ("Hai Phong", "off by -0.06.")],
    ("sipas", 2024): [("Hai Phong", "off by -0.81.")],
}


@together
def test_all_disagreements_of_everything_together_are_found(whole: Store) -> None:
    assert disagreements(whole) == KNOWN


@together
def test_a_change_that_does_not_lead_from_one_year_to_the_next_is_found_with_the_difference(whole: Store) -> None:
    for (index, year), expected in FOUND_BY_CHECKS.items():
        found = edition_findings(whole, NamedNode(v.edition_iri(index, year, "province")))
        messages = found["CCHC-ARITHMETIC-002"].split("\n")
        assert len(messages) == len(expected)
        for message, (unit, difference) in zip(messages, expected, strict=True):
            assert message.startswith(unit)
            assert message.endswith(difference)


TOLD = {
    # What no collected table holds of index-schemes.md, as an article of the genre would tell it.
    "Năm 2018, Chỉ số PAR INDEX của tỉnh Quảng Ninh đạt 81 điểm, xếp thứ 1/63 tỉnh, thành phố.": (
        "par-index", 2018, "Quảng Ninh", "score", frozenset({"89.6", "89.06", "81"}),
    ),
    "Năm 2024, Chỉ số SIPAS của tỉnh Khánh Hòa xếp thứ 30/63 tỉnh, thành phố, tăng 10 bậc so với năm 2023.": (
        "sipas", 2024, "Khánh Hòa", "rankChange", frozenset({"13", "10"}),
    ),
    "Năm 2017, Chỉ số PAR INDEX của Bộ Y tế xếp thứ 19/19 bộ, cơ quan ngang bộ.": (
        "par-index", 2017, "Bộ Y tế", "rank", frozenset({"18", "19"}),
    ),
}  # fmt: skip


def test_known_disagreements_with_what_no_table_holds_are_found(
    reference: list[Quad], seeds: Said, tmp_path: Path
) -> None:
    for place, text in enumerate(TOLD):
        (tmp_path / f"bai-{place}.txt").write_text(text + "\n", encoding="utf-8")
    engine = made(reference, {**seeds, **read(tmp_path)})
    changed = {known for known in KNOWN if known[:4] not in {told[:4] for told in TOLD.values()}}
    # From 30th place, up 13 or up 10: two places of the year before.
    follows = ("sipas", 2023, "Khánh Hòa", "rank", frozenset({"40", "43"}))
    assert disagreements(engine) == {*changed, *TOLD.values(), follows}
