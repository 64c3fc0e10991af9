"""Settling: one value is accepted by a policy that can be told, and every disagreement stays visible."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

import cchc
from cchc import ontology, rules, settle, triples
from cchc import vocabulary as v
from cchc.build import build
from cchc.claims import Edition, Meeting, Observation, Quote, Reading, Unit
from cchc.errors import CchcError
from cchc.explain import as_tree
from claim_samples import (
    GRADE_B,
    HA_NAM,
    LANG_SON,
    MODERN,
    PAR_2019,
    PAR_2020,
    RED_RIVER,
    SIPAS_2020,
    figure,
    quote,
    reading,
    said,
    settled,
    store_of,
)

RESULTS = NamedNode(v.RESULTS_GRAPH)
LANG_SON_2020 = v.result_iri("par-index/2020/province", "lang-son")
COMPONENT_2020 = LANG_SON_2020 + "/hien-dai-hoa-hanh-chinh"
EDITION_2020 = v.edition_iri("par-index", 2020, "province")


def values(store: Store, subject: str, name: str) -> set[str]:
    """What ``graph/results`` says of a subject, IRIs without their base."""
    predicate = NamedNode(name if name.startswith("http") else v.CCHC + name)
    found = store.quads_for_pattern(NamedNode(subject), predicate, None, RESULTS)
    return {quad.object.value.removeprefix(v.CCHC).removeprefix(v.ID) for quad in found}


def conflicts(store: Store) -> dict[str, set[str]]:
    """The claims of each conflict, by its path."""
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "claimInConflict"), None, RESULTS):
        path = quad.subject.value.removeprefix(v.ID + "conflict/")
        found.setdefault(path, set()).add(quad.object.value.removeprefix(v.ID + "claim/"))
    return found


def test_a_result_gets_the_values_that_its_claims_give() -> None:
    store = settled(
        reading(
            "004",
            said("score", "83.80", unit_of_measure="percent"),
            said("rank", 36, rank_of=63),
            said("rank_change", 6),
            said("grade", GRADE_B),
        )
    )
    assert values(store, LANG_SON_2020, "score") == {"83.8"}
    assert values(store, LANG_SON_2020, "unitOfMeasure") == {"Percent"}
    assert values(store, LANG_SON_2020, "rank") == {"36"}
    assert values(store, LANG_SON_2020, "rankedAmong") == {"63"}
    assert values(store, LANG_SON_2020, "rankChange") == {"6"}
    assert values(store, LANG_SON_2020, "grade") == {"grade/par-index/b"}
    assert values(store, LANG_SON_2020, "status") == {"Stated"}
    assert values(store, LANG_SON_2020, "acceptedFrom") == {
        f"claim/004/par-index/2020/province/lang-son/{end}"
        for end in ("score/83.8/percent", "rank/36", "rank-change/6", "grade/b")
    }
    assert conflicts(store) == {}


def test_a_result_is_ranked_by_the_source_that_states_both_its_rank_and_its_score() -> None:
    both = settled(reading("004", said("score", "83.8"), said("rank", 36)))
    assert values(both, LANG_SON_2020, "rankedBy") == {"source/004"}
    apart = settled(reading("004", said("score", "83.8")), reading("005", said("rank", 36)))
    of_component = settled(reading("004", said("score", "8.5", component=MODERN), said("rank", 36, component=MODERN)))
    for store in (apart, of_component):
        assert not list(store.quads_for_pattern(None, NamedNode(v.CCHC + "rankedBy"), None))


def test_a_derived_value_is_accepted_and_marked_where_none_is_stated() -> None:
    store = settled(reading("004", said("rank", 36), said("rank_change", 6)))
    before = v.result_iri("par-index/2019/province", "lang-son")
    assert values(store, before, "rank") == {"42"}
    assert values(store, before, "status") == {"Derived"}
    assert values(store, LANG_SON_2020, "status") == {"Stated"}


def test_what_is_concluded_from_a_stated_rank_or_score_leaves_the_result_stated() -> None:
    store = settled(
        reading("004", said("rank", 36), said("score", "83.8", unit_of_measure="percent")),
        reading("000", said("rank", 42, edition=PAR_2019)),
    )
    assert values(store, LANG_SON_2020, "rankChange") == {"6"}
    assert values(store, LANG_SON_2020, "status") == {"Stated"}


def test_a_result_whose_rank_is_stated_and_whose_score_is_derived_has_both_statuses() -> None:
    store = settled(
        reading(
            "004",
            said("score", "83.8", unit_of_measure="percent"),
            said("score_change", "2.5", unit_of_measure="percent"),
        ),
        reading("000", said("rank", 42, edition=PAR_2019)),
    )
    before = v.result_iri("par-index/2019/province", "lang-son")
    assert values(store, before, "score") == {"81.3"}
    assert values(store, before, "status") == {"Stated", "Derived"}


def test_a_stated_value_goes_before_a_derived_one_and_a_difference_is_a_conflict() -> None:
    store = settled(
        reading("004", said("rank", 36), said("rank_change", 6)), reading("000", said("rank", 41, edition=PAR_2019))
    )
    before = v.result_iri("par-index/2019/province", "lang-son")
    assert values(store, before, "rank") == {"41"}
    assert values(store, before, "status") == {"Stated"}
    assert conflicts(store) == {
        "par-index/2019/province/lang-son/rank": {
            "000/par-index/2019/province/lang-son/rank/41",
            "derived/par-index/2019/province/lang-son/rank/42",
        }
    }


def test_a_derived_value_that_equals_the_stated_one_is_no_conflict() -> None:
    store = settled(reading("004", figure("mean", "83.72", change=Decimal("2.57")), figure("mean", "81.15", PAR_2019)))
    assert values(store, v.ID + "statistic/par-index/2019/province/mean", "value") == {"81.15"}
    assert values(store, v.ID + "statistic/par-index/2019/province/mean", "status") == {"Stated"}
    assert conflicts(store) == {}


def test_a_last_digit_lost_in_rounding_is_no_conflict() -> None:
    def with_mean(value: str) -> Store:
        return settled(reading("004", figure("mean", "83.72", change=Decimal("2.57")), figure("mean", value, PAR_2019)))

    assert conflicts(with_mean("81.16")) == {}
    assert set(conflicts(with_mean("81.17"))) == {"statistic/par-index/2019/province/mean/value"}


def test_the_value_of_most_sources_is_accepted() -> None:
    store = settled(
        reading("a", said("score", "87.12"), published="2022-01-01"),
        reading("b", said("score", "87.14"), published="2013-01-01"),
        reading("c", said("score", "87.14"), published="2013-01-01"),
    )
    assert values(store, LANG_SON_2020, "score") == {"87.14"}
    (claims,) = conflicts(store).values()
    assert len(claims) == 3
    conflict = v.ID + "conflict/par-index/2020/province/lang-son/score"
    assert values(store, conflict, "acceptedClaim") == {"claim/b/par-index/2020/province/lang-son/score/87.14"}
    assert values(store, conflict, "settledBy") == {"policy/default"}
    assert values(store, conflict, "onProperty") == {"score"}
    assert values(store, conflict, "conflictAbout") == {"result/par-index/2020/province/lang-son"}


def test_then_the_more_precise_value() -> None:
    store = settled(reading("a", said("score", "87.9")), reading("b", said("score", "87.14")))
    assert values(store, LANG_SON_2020, "score") == {"87.14"}
    assert len(conflicts(store)) == 1


def test_a_rounded_value_agrees_with_the_fuller_one() -> None:
    store = settled(
        reading("a", said("score", "83.5")), reading("b", said("score", "83.45")), reading("c", said("score", "83.62"))
    )
    assert values(store, LANG_SON_2020, "score") == {"83.45"}
    assert len(conflicts(store)) == 1
    assert conflicts(settled(reading("a", said("score", "83.5")), reading("b", said("score", "83.45")))) == {}


def test_then_the_latest_source_then_the_first_name() -> None:
    newer = settled(
        reading("a", said("rank", 36), published="2021-06-24"), reading("b", said("rank", 37), published="2021-09-18")
    )
    assert values(newer, LANG_SON_2020, "rank") == {"37"}
    dated = settled(reading("a", said("rank", 36)), reading("b", said("rank", 37), published="2001-01-01"))
    assert values(dated, LANG_SON_2020, "rank") == {"37"}
    named = settled(reading("b", said("rank", 37)), reading("a", said("rank", 36)))
    assert values(named, LANG_SON_2020, "rank") == {"36"}


@pytest.mark.parametrize("status", ["candidate", "retracted"])
def test_what_is_no_fact_is_never_accepted(status: str) -> None:
    store = settled(reading("a", said("rank", 36, status=status)))
    assert values(store, LANG_SON_2020, "rank") == set()
    assert values(store, LANG_SON_2020, "status") == set()
    assert conflicts(settled(reading("a", said("rank", 36)), reading("b", said("rank", 9, status=status)))) == {}


@pytest.mark.parametrize("aside", [{"scope": RED_RIVER}, {"period": "tuần 3"}])
def test_a_rank_in_a_region_or_a_week_is_not_the_rank_of_the_edition(aside: dict) -> None:  # type: ignore[type-arg]
    store = settled(reading("a", said("rank", 3, **aside), said("rank", 36, rank_of=63)))
    assert values(store, LANG_SON_2020, "rank") == {"36"}
    assert conflicts(store) == {}


def test_a_change_against_another_year_is_not_the_change_of_the_edition() -> None:
    store = settled(reading("a", said("rank_change", 6), said("rank_change", 20, compared_with=2012)))
    assert values(store, LANG_SON_2020, "rankChange") == {"6"}
    assert conflicts(store) == {}


def test_another_scale_is_no_conflict() -> None:
    """SIPAS 9.12 points of 10 beside 91.17 percent."""
    result = v.result_iri("sipas/2020/province", "lang-son")
    store = settled(
        reading("a", said("score", "9.12", edition=SIPAS_2020, maximum=Decimal(10), unit_of_measure="points")),
        reading("b", said("score", "91.17", edition=SIPAS_2020, unit_of_measure="percent")),
    )
    assert values(store, result, "score") == {"91.17"}
    assert values(store, result, "maximum") == set()
    assert conflicts(store) == {}
    only = settled(reading("a", said("score", "9.12", edition=SIPAS_2020, maximum=Decimal(10))))
    assert (values(only, result, "score"), values(only, result, "maximum")) == ({"9.12"}, {"10"})


def test_percent_and_points_of_a_component_are_no_conflict_but_of_an_index_they_are() -> None:
    part = {"component": MODERN}
    store = settled(
        reading("a", said("score", "91.5", unit_of_measure="percent", **part)),
        reading("b", said("score", "12.94", unit_of_measure="points", **part)),
    )
    assert values(store, COMPONENT_2020, "score") == {"12.94"}
    assert values(store, COMPONENT_2020, "unitOfMeasure") == {"Points"}
    assert conflicts(store) == {}
    whole = settled(
        reading("a", said("score", "83.45", unit_of_measure="percent")),
        reading("b", said("score", "83.54", unit_of_measure="points")),
    )
    assert len(conflicts(whole)) == 1


@pytest.mark.parametrize(("stated", "disagree"), [("82.54", False), ("82.6", False), ("82.49", False), ("82.7", True)])
def test_a_derived_score_disagrees_only_beyond_its_tolerance(stated: str, disagree: bool) -> None:
    """83.84 up 1.3 leaves anything from 82.485 to 82.595."""
    store = settled(
        reading("a", said("score", "83.84"), said("score_change", "1.3")),
        reading("b", said("score", stated, edition=PAR_2019)),
    )
    assert bool(conflicts(store)) is disagree


def test_points_beside_a_percentage_of_ten_times_as_many_are_of_another_scale() -> None:
    both = [said("score", "9.12", unit_of_measure="points"), said("score", "91.17", unit_of_measure="percent")]
    store = settled(reading("a", *both), reading("b", said("score", "91.17")))
    assert conflicts(store) == {}
    assert values(store, LANG_SON_2020, "score") == {"91.17"}
    assert len(conflicts(settled(reading("a", both[0]), reading("b", both[1])))) == 1


def test_last_is_also_among_the_lowest() -> None:
    store = settled(reading("a", said("standing", "among-lowest")), reading("b", said("standing", "last")))
    assert values(store, LANG_SON_2020, "standing") == {"Last"}
    assert conflicts(store) == {}
    odd = settled(reading("a", said("standing", "among-highest")), reading("b", said("standing", "last")))
    assert len(conflicts(odd)) == 1


def test_a_value_that_is_no_number_is_not_accepted() -> None:
    store = settled(reading("a", said("rank", 36)))
    claim = NamedNode(v.ID + "claim/a/par-index/2020/province/lang-son/rank/36")
    rank = NamedNode(v.CCHC + "rank")
    store.remove(
        Quad(claim, rank, Literal("36", datatype=NamedNode(v.XSD + "integer")), NamedNode(v.source_graph("a")))
    )
    store.add(Quad(claim, rank, Literal("n/a", datatype=NamedNode(v.XSD + "integer")), NamedNode(v.source_graph("a"))))
    settle.settle(store)
    assert values(store, LANG_SON_2020, "rank") == set()


# -- statistics, editions, meetings -----------------------------------------------------------------------------------


def test_statistics_settle_as_results_do() -> None:
    store = settled(reading("a", figure("grade-count", "56", grade=GRADE_B, out_of=63)))
    count = v.ID + "statistic/par-index/2020/province/grade-count/b"
    assert values(store, count, "value") == {"56"}
    assert values(store, count, "outOf") == {"63"}
    assert values(store, count, "grade") == set(), "the grade of a count says what it counts, and is no accepted value"
    assert values(store, count, "status") == {"Stated"}


def test_an_edition_has_as_many_units_as_most_sources_say() -> None:
    store = settled(
        reading("a", said("rank", 36, rank_of=63)),
        reading("b", figure("risen-count", "40", out_of=63)),
        reading("c", said("rank", 1, HA_NAM, rank_of=64)),
        reading("d", said("rank", 1, rank_of=11, scope=RED_RIVER)),
    )
    assert values(store, EDITION_2020, "unitCount") == {"63"}


def test_an_edition_without_a_stated_number_has_none() -> None:
    store = settled(reading("a", said("rank", 36), said("rank_change", 6)))
    assert values(store, EDITION_2020, "unitCount") == set()


def test_editions_of_neighbouring_years_are_joined() -> None:
    apart = Edition("par-index", 2017, "province")
    ministries = Edition("par-index", 2019, "ministry")
    store = settled(
        reading(
            "a", *(said("rank", 3, edition=e) for e in (PAR_2020, PAR_2019, apart)), figure("mean", "80", ministries)
        )
    )
    assert values(store, EDITION_2020, "previousEdition") == {"edition/par-index/2019/province"}
    assert values(store, v.edition_iri("par-index", 2019, "province"), "previousEdition") == set()
    assert values(store, v.edition_iri("par-index", 2017, "province"), "previousEdition") == set()


def test_what_the_data_already_says_of_an_edition_is_not_said_twice() -> None:
    store = settled(reading("a", said("rank", 36, rank_of=63), said("rank_change", 6)))
    assert values(store, EDITION_2020, "previousEdition") == set()
    joined = list(store.quads_for_pattern(NamedNode(EDITION_2020), NamedNode(v.CCHC + "previousEdition"), None))
    assert len(joined) == 1


def test_editions_are_labelled_by_index_year_and_population() -> None:
    store = settled(reading("a", said("rank", 36)))
    reference = """
        @prefix cchc: <https://w3id.org/cchc/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <https://w3id.org/cchc/id/index/par-index> rdfs:label "Chỉ số"@vi, "Index"@en ;
          cchc:abbreviation "Bộ chỉ số 766"@vi, "766 index"@en .
        <https://w3id.org/cchc/id/population/province> rdfs:label "tỉnh, thành phố"@vi, "provinces"@en .
    """
    store.load(reference, format=RdfFormat.TURTLE, to_graph=NamedNode(v.REFERENCE_GRAPH))
    settle.settle(store)
    assert values(store, EDITION_2020, v.RDFS + "label") == {
        "Bộ chỉ số 766 2020 – tỉnh, thành phố",
        "766 index 2020 – provinces",
    }


def test_a_meeting_of_several_sources_is_called_by_its_longest_name() -> None:
    committee = Unit("ban-chi-dao", "Ban Chỉ đạo", "SteeringCommittee", name_en="Steering Committee")
    meetings = [
        Meeting(date="2021-06-24", name=name, quotes=quote(), organizer=committee)
        for name in ("Hội nghị", "Hội nghị trực tuyến toàn quốc", "Hội nghị trực tuyến")
    ]
    store = settled(*(reading(f"00{number}", meeting) for number, meeting in enumerate(meetings)))
    assert values(store, v.ID + "meeting/2021-06-24/ban-chi-dao", v.RDFS + "label") == {
        "Hội nghị trực tuyến toàn quốc",
        "Meeting of 2021-06-24, Steering Committee",
    }


# -- the same whatever the order --------------------------------------------------------------------------------------


def disagreeing() -> list[tuple[str, Observation]]:
    scores = ("87.12", "87.14", "87.1", "86", "87.12")
    return [(f"s{number}", said("score", score)) for number, score in enumerate(scores)]


@pytest.mark.parametrize("seed", range(5))
def test_settling_does_not_depend_on_the_order_of_loading(seed: int) -> None:
    expected = settled(*(reading(name, claim) for name, claim in disagreeing()))
    shuffled = disagreeing()
    random.Random(seed).shuffle(shuffled)
    assert set(settled(*(reading(name, claim) for name, claim in shuffled))) == set(expected)


def test_settling_twice_gives_the_same() -> None:
    store = settled(*(reading(name, claim) for name, claim in disagreeing()))
    first = set(store)
    rules.conclude(store)
    settle.settle(store)
    assert set(store) == first


def test_what_a_source_no_longer_says_is_settled_no_more() -> None:
    store = settled(reading("a", said("rank", 36), said("score", "83.8")))
    store.remove_graph(NamedNode(v.source_graph("a")))
    store.extend(triples.quads(reading("a", said("rank", 36))))
    rules.conclude(store)
    settle.settle(store)
    assert values(store, LANG_SON_2020, "score") == set()
    assert values(store, LANG_SON_2020, "rank") == {"36"}


def test_the_settlement_says_how_much_was_settled() -> None:
    store = settled(reading("a", said("rank", 36), said("rank", 3, HA_NAM), figure("mean", "80")))
    store.extend(
        triples.quads(reading("b", said("rank", 4, HA_NAM), said("rank", 9, LANG_SON, PAR_2019, status="candidate")))
    )
    assert settle.settle(store) == settle.Settlement(results=2, statistics=1, conflicts=1, editions=2, meetings=0)


def test_an_edition_gets_its_scheme_only_where_exactly_one_fits() -> None:
    store = store_of(
        reading("a", said("rank", 1, edition=Edition("service-index-766", 2023, "province")), said("rank", 36)),
        reading("b", said("rank", 1, edition=Edition("service-index-766", 2021, "province"))),
    )
    store.extend(quad for quad in ontology.quads() if quad.graph_name == NamedNode(v.REFERENCE_GRAPH))
    settle.settle(store)

    def scheme(index: str, year: int) -> set[str]:
        return values(store, v.edition_iri(index, year, "province"), "scheme")

    assert scheme("service-index-766", 2023) == {"scheme/service-index-766/766-qd-ttg"}
    assert scheme("service-index-766", 2021) == set()  # before its first year
    assert scheme("par-index", 2020) == set()  # several decisions whose years no source tells


def test_the_iri_of_a_conflict_is_in_lower_case() -> None:
    store = settled(reading("a", said("rank_change", 6)), reading("b", said("rank_change", 7)))
    assert set(conflicts(store)) == {"par-index/2020/province/lang-son/rank-change"}


@pytest.mark.parametrize(
    ("step", "readings"),
    [
        ("most-direct", (reading("a", said("rank", 36), said("rank", 42, edition=PAR_2019), said("rank_change", 5)),)),
        (
            "most-sources",
            (reading("a", said("rank", 9)), reading("b", said("rank", 36)), reading("c", said("rank", 36))),
        ),
        ("most-decimals", (reading("a", said("score", "83.1")), reading("b", said("score", "83.85")))),
        (
            "latest-source",
            (
                reading("a", said("rank", 9), published="2021-06-24"),
                reading("b", said("rank", 36), published="2021-07-01"),
            ),
        ),
        ("first-source", (reading("a", said("rank", 36)), reading("b", said("rank", 9)))),
    ],
)
def test_a_conflict_says_which_step_of_the_policy_decided_it(step: str, readings: tuple[Reading, ...]) -> None:
    store = settled(*readings)
    decided = {
        quad.object.value for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "decidedBy"), None, RESULTS)
    }
    assert decided == {f"{v.ID}policy/default/{step}"}
    known = {quad.subject.value for quad in ontology.quads() if quad.object == NamedNode(v.CCHC + "PolicyStep")}
    assert decided <= known


# -- the policy --------------------------------------------------------------------------------------------------------


def at(store: Store, source: str, address: str = "", **told: str) -> None:
    """Says where a source stands, who published it, and what it copies."""
    node, graph = NamedNode(v.source_iri(source)), NamedNode(v.source_graph(source))
    if address:
        store.add(Quad(node, NamedNode(v.SCHEMA + "url"), NamedNode(address), graph))
    for name, value in told.items():
        if name == "publisher":
            store.add(Quad(node, NamedNode(v.SCHEMA + "publisher"), Literal(value, language="vi"), graph))
        else:
            store.add(Quad(node, NamedNode(v.CCHC + name), NamedNode(v.ID + value), graph))


def settled_again(store: Store) -> tuple[set[str], set[str]]:
    """The accepted scores of Lạng Sơn 2020, and the steps that decided."""
    settle.settle(store)
    steps = store.quads_for_pattern(None, NamedNode(v.CCHC + "decidedBy"), None, RESULTS)
    return values(store, LANG_SON_2020, "score"), {quad.object.value.rpartition("/")[2] for quad in steps}


ANNOUNCER, PORTAL, PAPER, DATA_SET, MIRROR = (
    "https://moha.gov.vn/tin/1",
    "https://bacgiang.gov.vn/tin/1",
    "https://nhandan.vn/tin-1.html",
    "https://huggingface.co/datasets/someone/table",
    "https://www.vietnam.vn/en/tin-1",
)


@pytest.mark.parametrize(
    ("better", "worse"), [(ANNOUNCER, PORTAL), (PORTAL, PAPER), (PAPER, DATA_SET), (PAPER, ""), (DATA_SET, MIRROR)]
)
def test_the_value_of_a_preferred_kind_of_source_is_accepted(better: str, worse: str) -> None:
    for names in (("a", "b"), ("b", "a")):
        store = settled(reading(names[0], said("score", "71.45")), reading(names[1], said("score", "71.54")))
        at(store, names[0], better)
        at(store, names[1], worse)
        assert settled_again(store) == ({"71.45"}, {"kind-of-source"})


def test_a_publisher_is_known_by_name_and_a_source_may_tell_its_kind_itself() -> None:
    store = settled(reading("a", said("score", "71.54")), reading("b", said("score", "71.45")))
    at(store, "b", publisher="TTXVN")
    assert settled_again(store) == ({"71.45"}, {"kind-of-source"})
    at(store, "a", sourceKind="source-kind/government")
    assert settled_again(store) == ({"71.54"}, {"kind-of-source"})


def test_what_a_table_computed_comes_after_what_a_source_states() -> None:
    computed = said("score", "71.45", interpretation=("computed-by-the-table",))
    store = settled(reading("a", computed), reading("b", said("score", "71.9", interpretation=("grade-from-list",))))
    at(store, "a", ANNOUNCER)
    assert settled_again(store) == ({"71.9"}, {"most-direct"})
    assert settled_again(settled(reading("a", computed)))[0] == {"71.45"}


def test_a_rounded_value_of_a_better_source_speaks_for_the_fuller_one() -> None:
    store = settled(
        reading("a", said("score", "71.5")), reading("b", said("score", "71.45")), reading("c", said("score", "70.12"))
    )
    at(store, "a", ANNOUNCER)
    assert settled_again(store) == ({"71.45"}, {"kind-of-source"})


COPIED = "Năm 2020, Lạng Sơn đạt {score} điểm, xếp thứ 36 trên 63 tỉnh, thành phố trực thuộc trung ương của cả nước"


def telling(source: str, score: str, sentence: str) -> Reading:
    text = sentence.format(score=score.replace(".", ","))
    return reading(source, replace(said("score", score), quotes=(Quote(0, 8, text[:8], "", text[8:]),)))


def test_copies_of_one_text_count_once() -> None:
    other = "Theo Bộ Nội vụ công bố sáng nay tại Hà Nội thì Lạng Sơn có số điểm là {score}, tăng so với năm trước đó"
    copies = [telling(name, "71.54", COPIED) for name in ("a", "b", "c")]
    twice = [telling("d", "71.45", COPIED), telling("e", "71.45", other)]
    assert settled_again(settled(*copies, *twice)) == ({"71.45"}, {"most-sources"})
    assert settled_again(settled(copies[0], telling("b", "71.54", other), twice[0])) == ({"71.54"}, {"most-sources"})


def test_pages_of_one_publisher_or_host_count_once_but_not_data_sets_that_one_place_carries() -> None:
    def accepted(*addresses: str) -> set[str]:
        scores = ("71.54", "71.54", "71.45", "71.45")
        store = settled(*(reading(name, said("score", score)) for name, score in zip("abcd", scores, strict=True)))
        for name, address in zip("abcd", addresses, strict=True):
            at(store, name, address)
        return settled_again(store)[0]

    same = ("https://en.vietnamplus.vn/1", "https://vietnam.vnanet.vn/2")
    assert accepted(*same, "https://thanhnien.vn/1", "https://nhandan.vn/2") == {"71.45"}
    assert accepted("https://x.example/1", "https://x.example/2", "https://y.example/1", "https://z.example/1") == {
        "71.45"
    }
    # As many on both sides: the source whose name comes first.
    data_sets = ("https://huggingface.co/datasets/one/a", "https://huggingface.co/datasets/two/b")
    assert accepted(*data_sets, "https://huggingface.co/datasets/x/c", "https://huggingface.co/datasets/y/d") == {
        "71.54"
    }


RELEASE = (
    "Sở Nội vụ cho biết, năm 2021, Chỉ số PAR INDEX của thành phố Cần Thơ đạt 85,32 điểm, xếp thứ 41/63 tỉnh, thành "
    "phố. Đây là kết quả của sự vào cuộc đồng bộ từ thành phố đến cơ sở trong {} qua.\n"
)
REPORT = "Tại cuộc họp, lãnh đạo thành phố Cần Thơ báo cáo: PAR INDEX năm 2021 của địa phương được 86,24 điểm.\n"


def test_two_copies_of_a_press_release_do_not_outvote_one_report(tmp_path: Path) -> None:
    """What a copy repeats is told, and not counted again."""
    for name, text in {"a": RELEASE.format("năm"), "b": RELEASE.format("một năm"), "c": REPORT}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "store", sorted(tmp_path.glob("*.txt")))
    graph = cchc.open(tmp_path / "store")
    ((step, repeated),) = graph.sparql(
        """PREFIX cchc: <https://w3id.org/cchc/ontology#>
        SELECT ?step ?repeated { ?conflict a cchc:Conflict ; cchc:decidedBy ?step ; cchc:repeatedClaim ?repeated }"""
    ).rows
    assert step.value.endswith("/first-source"), "neither has more witnesses"
    assert repeated.value == v.ID + "claim/b/par-index/2021/province/can-tho/score/85.32/points"
    told = as_tree(graph.explain("can-tho", index="par-index", year=2021, lang="en"), lang="en")
    assert "85.32 – source/b (not independent of another that says the same, so not counted again)" in told
    assert "86.24 – source/c\n" in told


def test_a_stated_copy_counts_with_its_original() -> None:
    store = settled(
        *(reading(name, said("score", "71.54")) for name in "ab"),
        *(reading(name, said("score", "71.45")) for name in "cd"),
    )
    assert settled_again(store)[0] == {"71.54"}
    at(store, "b", copyOf="source/a")
    assert settled_again(store) == ({"71.45"}, {"most-sources"})


def test_another_policy_settles_otherwise_and_is_named() -> None:
    policy = """
        @prefix cchc: <https://w3id.org/cchc/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @base <https://w3id.org/cchc/id/> .
        <policy/mine> a cchc:SettlingPolicy .
        <policy/mine/latest> a cchc:PolicyStep ; skos:broader <policy/mine> ; cchc:priority 1 ;
          cchc:criterion <criterion/date-of-issue> .
        <policy/mine/name> a cchc:PolicyStep ; skos:broader <policy/mine> ; cchc:priority 2 ;
          cchc:criterion <criterion/order-of-names> .
    """
    store = settled(
        *(reading(name, said("score", "71.54"), published="2021-01-01") for name in "ab"),
        reading("c", said("score", "71.4"), published="2021-02-01"),
    )
    assert settled_again(store) == ({"71.54"}, {"most-sources"})
    store.load(policy, format=RdfFormat.TURTLE, to_graph=NamedNode(v.REFERENCE_GRAPH))
    assert settled_again(store) == ({"71.4"}, {"latest"})
    conflict = v.ID + "conflict/par-index/2020/province/lang-son/score"
    assert values(store, conflict, "settledBy") == {"policy/mine"}
    store.load(policy.replace("mine", "other"), format=RdfFormat.TURTLE, to_graph=NamedNode(v.REFERENCE_GRAPH))
    with pytest.raises(CchcError, match="POLICY_COUNT"):
        settle.settle(store)
