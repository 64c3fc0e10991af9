"""A ranking with bounds: every unit has its row, and what contradicts is named by its claims."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from cchc import vocabulary as v
from cchc.api import Graph
from cchc.bounds.causes import minimal
from cchc.claims import Edition, Unit
from cchc.errors import CchcError
from cchc.store import memory_store
from claim_samples import reading, said, settled
from conftest import Runner

EDITION = "par-index/2020/province/"


def with_accepted(graph: Graph, *values: tuple[str, str, int | str], off: str = "") -> Graph:
    """The graph with more accepted values: (unit, property, value), each from a claim of its own.

    :param off: by how much all of these may be off, as what is derived from rounded figures.
    """
    quads = [quad for quad in graph.embedded().quads() if str(quad.graph_name) != "DEFAULT"]
    for unit, name, value in values:
        result, claim = NamedNode(f"{v.ID}result/{EDITION}{unit}"), NamedNode(f"{v.ID}claim/other/{unit}/{name}")
        kind = "integer" if isinstance(value, int) else "decimal"
        said = Literal(str(value), datatype=NamedNode(v.XSD + kind))
        place = NamedNode(v.BASE + "graph/results")
        for subject, predicate, thing in (
            (result, v.CCHC + "edition", NamedNode(f"{v.ID}edition/{EDITION[:-1]}")),
            (result, v.CCHC + "unit", NamedNode(v.unit_iri(unit))),
            (result, v.CCHC + name, said),
            (result, v.CCHC + "acceptedFrom", claim),
            (claim, v.CCHC + name, said),
        ):
            quads.append(Quad(subject, NamedNode(predicate), thing, place))
        if off:
            tolerance = Literal(off, datatype=NamedNode(v.XSD + "decimal"))
            quads.append(Quad(claim, NamedNode(v.CCHC + "tolerance"), tolerance, place))
            quads.append(Quad(claim, NamedNode(v.CCHC + "status"), NamedNode(v.CCHC + "Derived"), place))
    return Graph(memory_store(quads))


def bounds_of(graph: Graph, lang: str = "vi") -> dict[str, tuple[object, ...]]:
    answer = graph.query("ranking", index="par-index", year=2020, bounds=True, lang=lang)
    return {
        row["unit"].rsplit("/", 1)[-1]: (row["rankFrom"], row["rankTo"], row["scoreFrom"], row["scoreTo"])
        for row in answer.rows
    }


def test_counts_of_groups_bound_every_province(graph: Graph) -> None:
    found = bounds_of(graph)
    assert len(found) == 63
    assert found["hai-phong"] == found["quang-ninh"] == (1, 2, 90, 100)
    assert found["lang-son"] == (36, 36, Decimal("83.8"), Decimal("83.8"))
    assert found["an-giang"] == (3, 58, 80, 90)
    assert found["kien-giang"] == (59, 63, 70, 80)


def test_a_score_between_two_ranks_known_narrows_both_ways(graph: Graph) -> None:
    found = bounds_of(with_accepted(graph, ("an-giang", "score", "83.6"), ("ben-tre", "rank", 40)))
    assert found["an-giang"][:2] == (37, 42)
    assert found["ben-tre"] == (40, 40, Decimal("83.45"), Decimal("83.8"))


def test_a_score_that_is_derived_from_rounded_figures_bounds_with_its_tolerance(graph: Graph) -> None:
    """Lạng Sơn has 83.80 and rank 36: 83.81 stands before it, 83.81 ± 0.02 may stand after it."""
    assert bounds_of(with_accepted(graph, ("an-giang", "score", "83.81")))["an-giang"][:2] == (3, 35)
    found = bounds_of(with_accepted(graph, ("an-giang", "score", "83.81"), off="0.02"))["an-giang"]
    assert found[1] > 36  # type: ignore[operator]
    assert found[2:] == (Decimal("83.79"), Decimal("83.83"))


def test_units_that_share_a_rank_share_the_score_and_the_places_after_it(graph: Graph) -> None:
    shared = with_accepted(graph, ("an-giang", "rank", 10), ("ben-tre", "rank", 10), ("ben-tre", "score", "86.25"))
    found = bounds_of(shared)
    assert found["ben-tre"][:2] == found["an-giang"][:2] == (10, 10)
    assert found["an-giang"][2:] == (Decimal("86.25"), Decimal("86.25"))


def test_only_claims_that_contradict_each_other_are_named(graph: Graph) -> None:
    with pytest.raises(CchcError) as raised:
        bounds_of(with_accepted(graph, ("kien-giang", "rank", 5), ("an-giang", "rank", 20)))
    error = raised.value
    assert error.code == "BOUNDS_CONTRADICTION"
    claims = error.values["claims"]
    assert "claim/other/kien-giang/rank" in claims
    assert "kien-giang/grade/c" in claims
    assert "lang-son" not in claims
    # Rank 5 with less than 80 fails by the number in group B, or by one unit with more than 80 behind it.
    assert error.values["number"] <= 4
    assert "“" in claims


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["Khoảng hạng", "từ 3 đến 58", "80 … < 90", "trong khoảng"]),
        ("en", ["Rank bounds", "≥ 3 and ≤ 58", "bounded"]),
    ],
)
def test_the_command_shows_the_intervals(cli: Runner, lang: str, words: list[str]) -> None:
    ran = cli("query", "ranking", "--index", "par-index", "--year", "2020", "--bounds", "--lang", lang)
    assert all(word in ran.out for word in words)


def test_where_no_source_says_how_many_units_there_are_ranks_end_only_before_known_ones(graph: Graph) -> None:
    """Three ranks of a province's departments; one score lies between two of them, one below all, one is not known."""
    departments = Edition("dong-thap-cchc", 2022, "department", Unit("dong-thap", "Đồng Tháp", "Province", known=True))
    scores = {
        "so-noi-vu": ("92.15", 1),
        "so-tu-phap": ("90.05", 3),
        "so-cong-thuong": ("88", 0),
        "so-y-te": ("85.4", 5),
    }
    scores |= {"so-xay-dung": ("80.2", 0), "so-tai-chinh": ("", 2)}
    claims = []
    for name, (score, rank) in scores.items():
        unit = Unit(f"dong-thap/{name}", name, "Department", "dong-thap")
        claims += [said("score", score, unit, departments)] if score else []
        claims += [said("rank", rank, unit, departments)] if rank else []
    quads = [quad for quad in graph.embedded().quads() if str(quad.graph_name) != "DEFAULT"]
    whole = Graph(memory_store([*quads, *settled(reading("a", *claims))]))
    answer = whole.query("ranking", index="dong-thap-cchc", year=2022, population="department", bounds=True, lang="en")
    found = {row["unit"].rsplit("/", 1)[-1]: row for row in answer.rows}
    assert {name: (row["rankFrom"], row["rankTo"]) for name, row in found.items()} == {
        "so-noi-vu": (1, 1),
        "so-tu-phap": (3, 3),
        "so-tai-chinh": (2, 2),
        # Between 90.05, which is third, and 85.4, which is fifth.
        "so-cong-thuong": (4, 4),
        "so-y-te": (5, 5),
        "so-xay-dung": (6, None),
    }
    assert found["so-xay-dung"]["rankBounds"] == "≥ 6"
    (item,) = whole.explain("dong-thap/so-xay-dung", index="dong-thap-cchc", year=2022)
    assert [end.text for one in item.intervals if one.measure == "rank" for end in one.ends] == ["≥ 6"]


def test_bounds_need_a_whole_ranking_and_results(graph: Graph) -> None:
    with pytest.raises(CchcError, match="BOUNDS_QUERY"):
        graph.query("trend", index="par-index", unit="lang-son", bounds=True)
    with pytest.raises(CchcError, match="BOUNDS_SIZE"):
        graph.query("ranking", index="service-index-766", year=2019, bounds=True)


@pytest.mark.parametrize("wrong", [{3, 11}, {0}, {5, 6, 19}])
def test_a_minimal_part_is_found_among_many(wrong: set[int]) -> None:
    assert set(minimal(range(20), lambda part: wrong <= set(part))) == wrong
    with pytest.raises(ValueError, match="nothing contradicts"):
        minimal([1, 2], lambda part: False)
