"""Trust: what follows from an edition as a whole comes and goes with its premises, whatever the order of loading."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest
from pyoxigraph import NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.claims import Claim, Concept, Edition, Unit
from cchc.store import WritableStore
from claim_samples import GRADE_B, HA_NAM, LANG_SON, PAR_2019, figure, said
from test_maintenance import difference, follow, in_memory, quads_of

DONG_THAP = Unit("dong-thap", "Đồng Tháp", "Province", known=True)
DISTRICTS = Edition("dong-thap-cchc", 2021, "district", DONG_THAP)
CHAU_THANH, LAP_VO, LAI_VUNG = (
    Unit(f"dong-thap/huyen-{path}", f"Huyện {name}", "District", "dong-thap")
    for path, name in (("chau-thanh", "Châu Thành"), ("lap-vo", "Lấp Vò"), ("lai-vung", "Lai Vung"))
)
GRADE_A, GRADE_C = (Concept(f"par-index/{one}", f"Nhóm {one.upper()}", known=True) for one in "ac")
HAI_PHONG, BAC_KAN = (
    Unit(path, name, "Province", known=True) for path, name in (("hai-phong", "Hải Phòng"), ("bac-kan", "Bắc Kạn"))
)


def counts(a: int, b: int, c: int) -> list[Claim]:
    numbers = zip((GRADE_A, GRADE_B, GRADE_C), (a, b, c), strict=True)
    return [figure("grade-count", number, grade=grade) for grade, number in numbers]


GRADED: dict[str, list[Claim]] = {
    "a": [*counts(1, 61, 1), said("rank", 36, rank_of=63), said("grade", GRADE_A, HAI_PHONG)],
    "b": [said("grade", GRADE_C, BAC_KAN), said("score", "83.45", HA_NAM)],
}
SCORED: dict[str, list[Claim]] = {
    "a": [said("score", "80", CHAU_THANH, DISTRICTS), said("rank", 1, LAI_VUNG, DISTRICTS, rank_of=3)],
    "b": [said("score", "81", LAP_VO, DISTRICTS)],
    "c": [said("score", "83", LAI_VUNG, DISTRICTS), said("rank", 3, CHAU_THANH, DISTRICTS)],
}
TWO_YEARS: dict[str, list[Claim]] = {
    "a": [said("rank", 42, edition=PAR_2019), said("score", "81.15", edition=PAR_2019)],
    "b": [said("rank", 36), said("score", "83.72")],
    "c": [said("rank", 41, edition=PAR_2019), said("score_change", "2.57")],
}


def follows(store: WritableStore, name: str) -> set[str]:
    """The values of a property that rules give, with what they are about."""
    derived = NamedNode(v.DERIVED_GRAPH)
    return {
        f"{about.object.value.removeprefix(v.ID)} {quad.object.value.removeprefix(v.ID)}"
        for quad in store.engine.quads_for_pattern(None, NamedNode(v.CCHC + name), None, derived)
        for about in store.engine.quads_for_pattern(quad.subject, NamedNode(v.CCHC + "about"), None, derived)
    }


def copy_of(store: WritableStore) -> WritableStore:
    engine = Store()
    engine.bulk_extend(list(store.engine))
    return WritableStore(engine, store.path, store.path)


@pytest.mark.parametrize("sources", [GRADED, SCORED, TWO_YEARS], ids=["graded", "scored", "two years"])
def test_order_of_loading_and_retracting_leave_no_trace(sources: dict[str, list[Claim]]) -> None:
    said_by = {source: quads_of(source, claims) for source, claims in sources.items()}
    nothing = in_memory()
    for order in list(permutations(said_by))[::2]:
        store = copy_of(nothing)
        held: list[Quad] = []
        for source in order:
            follow(store, source, said_by[source])
            held += said_by[source]
            assert difference(store, held) == ([], [])
        before = set(store.engine)
        first = order[0]
        follow(store, first, [])
        assert difference(store, [quad for source in order[1:] for quad in said_by[source]]) == ([], [])
        follow(store, first, said_by[first])
        assert set(store.engine) == before


def test_where_all_others_are_named_each_other_province_is_in_the_grade_left() -> None:
    store = in_memory([quad for source, claims in GRADED.items() for quad in quads_of(source, claims)])
    graded = {line for line in follows(store, "grade") if line.startswith("result/par-index/2020/province/")}
    assert len(graded) == 61
    assert {line.rsplit(" ", 1)[1] for line in graded} == {"grade/par-index/b"}
    assert not {line for line in graded if "/hai-phong " in line or "/bac-kan " in line}
    assert any("/lang-son " in line for line in graded)


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param(counts(1, 60, 1), id="counts that do not add up"),
        pytest.param([*counts(1, 61, 1), *counts(2, 60, 1)], id="sources that disagree on the counts"),
        pytest.param(counts(2, 60, 1), id="a member that nobody names"),
    ],
)
def test_nothing_is_left_over_where_the_counts_leave_it_open(claims: list[Claim]) -> None:
    named = [said("grade", GRADE_A, HAI_PHONG), said("grade", GRADE_C, BAC_KAN), said("rank", 36, rank_of=63)]
    store = in_memory(quads_of("a", [*claims, *named]))
    assert not {line for line in follows(store, "grade") if line.startswith("result/")}


def test_a_complete_edition_gives_its_mean_its_ends_and_the_rank_left() -> None:
    store = in_memory([quad for source, claims in SCORED.items() for quad in quads_of(source, claims)])
    assert any(line.endswith("/mean 81.33") for line in follows(store, "value"))
    ranks = {tuple(line.rsplit("/", 1)[1].split(" ")) for line in follows(store, "rank")}
    assert ranks == {("huyen-chau-thanh", "3"), ("huyen-lap-vo", "2"), ("huyen-lai-vung", "1")}


def test_a_change_follows_from_two_years_only_where_no_source_states_it() -> None:
    for source, expected in (("b", {"6"}), ("c", set())):
        chosen = quads_of("a", TWO_YEARS["a"]) + quads_of("b", TWO_YEARS["b"])
        chosen += quads_of("c", TWO_YEARS["c"]) if source == "c" else []
        store = in_memory(chosen)
        assert {line.rsplit(" ", 1)[1] for line in follows(store, "rankChange")} == expected
        assert {line.rsplit(" ", 1)[1] for line in follows(store, "scoreChange")} == (
            {"2.57"} if source == "b" else set()
        )


@pytest.mark.parametrize(
    ("before", "now", "change"), [("84.42", "90", "6"), ("79.6", "83.56", "4"), ("86.55", "89.01", "2.46")]
)
def test_a_change_is_no_finer_than_the_coarser_of_the_two_values(before: str, now: str, change: str) -> None:
    store = in_memory(quads_of("a", [said("score", before, edition=PAR_2019), said("score", now)]))
    assert follows(store, "scoreChange") == {f"result/par-index/2020/province/lang-son {change}"}


@pytest.mark.parametrize("name", [None, "par-index/tren-80"], ids=["the grades known", "a class without bounds"])
def test_members_are_counted_only_where_no_unit_may_be_in_two_classes(name: str | None) -> None:
    third = GRADE_B if name is None else Concept(name, "Trên 80%")
    graded = [said("grade", GRADE_A, HAI_PHONG), said("grade", GRADE_C, BAC_KAN), said("grade", third, LANG_SON)]
    store = in_memory(quads_of("a", [*graded, said("rank", 2, rank_of=3)]))
    counts = {line.rsplit("/", 1)[1] for line in follows(store, "value") if "/grade-count/" in line}
    assert counts == ({"a 1", "b 1", "c 1"} if name is None else set())


def test_no_change_follows_across_a_break_of_the_series() -> None:
    years = [Edition("sipas", year, "province") for year in (2021, 2022, 2023)]
    claims = [said("score", f"8{place}", LANG_SON, edition) for place, edition in enumerate(years)]
    store = in_memory(quads_of("a", claims))
    assert {line.split("/")[2] for line in follows(store, "scoreChange")} == {"2023"}


def test_a_score_whose_rounding_may_hide_its_grade_gives_none() -> None:
    scores = {"90.01": "a", "89.99": "b", "90": None, "80.1": "b", "80": None}
    for score, grade in scores.items():
        store = in_memory(quads_of("a", [said("score", Decimal(score), HA_NAM)]))
        expected = {f"result/par-index/2020/province/ha-nam grade/par-index/{grade}"} if grade else set()
        assert follows(store, "grade") == expected


def test_a_source_says_the_same_whatever_others_say() -> None:
    alone = in_memory(quads_of("a", GRADED["a"]))
    among = in_memory([quad for source, claims in GRADED.items() for quad in quads_of(source, claims)])
    graph = NamedNode(v.source_graph("a"))
    assert set(alone.engine.quads_for_pattern(None, None, None, graph)) == set(
        among.engine.quads_for_pattern(None, None, None, graph)
    )
