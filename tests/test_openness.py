"""An answer says what it rests on, and is open exactly where values that are missing could change it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

import sample
from cchc import vocabulary as v
from cchc.answers import Answer, render
from cchc.api import Graph
from cchc.store import memory_store
from conftest import Runner

UNITS = ("lang-son", "ha-nam", "da-nang", "dong-thap")
REFERENCE = [quad for quad in sample.quads() if str(quad.graph_name).endswith(("graph/reference>", "graph/ontology>"))]
NAMED = [NamedNode(v.CCHC + "AmongLowest")] * len(UNITS)
"""Standings, which tell that the units are in an edition, and nothing of their places."""

Value = int | str | NamedNode | None


def edition(year: int, size: int | None, **values: Iterable[Value]) -> list[Quad]:
    """An edition of provinces with accepted values of the units, in their order; None for what is not known."""
    node, graph = NamedNode(v.edition_iri("par-index", year, "province")), NamedNode(v.RESULTS_GRAPH)

    def said(subject: NamedNode, name: str, value: NamedNode | Literal) -> Quad:
        return Quad(subject, NamedNode(v.CCHC + name), value, graph)

    quads = [
        Quad(node, NamedNode(v.RDF + "type"), NamedNode(v.CCHC + "IndexEdition"), graph),
        said(node, "index", NamedNode(v.index_iri("par-index"))),
        said(node, "year", Literal(str(year), datatype=NamedNode(v.XSD + "gYear"))),
        said(node, "population", NamedNode(v.ID + "population/province")),
        said(node, "previousEdition", NamedNode(v.edition_iri("par-index", year - 1, "province"))),
    ]
    if size is not None:
        quads.append(said(node, "unitCount", Literal(size)))
    for name, known in values.items():
        for unit, value in zip(UNITS, known, strict=False):
            if value is None:
                continue
            result = NamedNode(v.result_iri(f"par-index/{year}/province", unit))
            kind = NamedNode(v.XSD + ("integer" if isinstance(value, int) else "decimal"))
            shown = value if isinstance(value, NamedNode) else Literal(str(value), datatype=kind)
            quads += [
                said(result, "edition", node),
                said(result, "unit", NamedNode(v.unit_iri(unit))),
                said(result, name, shown),
            ]
    return quads


def graph_of(*editions: list[Quad]) -> Graph:
    return Graph(memory_store([*REFERENCE, *(quad for quads in editions for quad in quads)]))


def movers(graph: Graph, lang: str = "en") -> Answer:
    return graph.query("movers", year=2020, index="par-index", lang=lang)


def openness(answer: Answer) -> dict[str, str]:
    return {row["unit"].rpartition("/")[2]: row["openness"] for row in answer.rows}


def test_the_most_improved_is_final_where_nobody_else_could_have_risen_more() -> None:
    # From last to first of three: the others can only have fallen, or stayed.
    answer = movers(graph_of(edition(2019, 3, rank=[3]), edition(2020, 3, rank=[1])))
    assert openness(answer) == {"lang-son": "final"}
    assert answer.title.endswith("(incomplete: 1/3)")
    assert str(answer.completeness) == "1 of 3 changes known"


def test_it_is_open_where_another_could_have_risen_more() -> None:
    answer = movers(graph_of(edition(2019, 4, rank=[3]), edition(2020, 4, rank=[2])))
    assert openness(answer) == {"lang-son": "open"}
    assert answer.title.endswith("(incomplete: 1/4; may change)")


def test_nobody_knows_of_units_whose_number_no_source_states() -> None:
    answer = movers(graph_of(edition(2019, None, rank=[3]), edition(2020, None, rank=[1])))
    assert openness(answer) == {"lang-son": "open"}
    assert answer.title.endswith("(incomplete: 1/?; may change)")


def test_where_all_is_known_nothing_is_marked() -> None:
    answer = movers(graph_of(edition(2019, 3, rank=[1, 2, 3]), edition(2020, 3, rank=[2, 1, 3])))
    assert set(openness(answer).values()) == {"final"}
    assert "(" not in answer.title


def could_change(before: list[int | None], now: list[int | None], change: int) -> bool:
    """By going through all pairs of rankings that fit: whether a unit with no known change can pass ``change``."""

    def fitting(known: list[int | None]) -> list[tuple[int, ...]]:
        ranks = permutations(range(1, len(known) + 1))
        return [one for one in ranks if all(k is None or k == rank for k, rank in zip(known, one, strict=True))]

    unknown = [place for place in range(len(now)) if before[place] is None or now[place] is None]
    return any(
        (early[place] - late[place] > change) if change >= 0 else (early[place] - late[place] < change)
        for early in fitting(before)
        for late in fitting(now)
        for place in unknown
    )


def hidden(size: int) -> st.SearchStrategy[list[int | None]]:
    """A ranking of which some ranks are known."""
    ranks = st.permutations(range(1, size + 1))
    shown = st.lists(st.booleans(), min_size=size, max_size=size)
    return st.builds(
        lambda ranks, shown: [rank if known else None for rank, known in zip(ranks, shown, strict=True)], ranks, shown
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(hidden(4), hidden(4))
def test_a_change_is_open_exactly_where_some_completion_passes_it(
    before: list[int | None], now: list[int | None]
) -> None:
    answer = movers(graph_of(edition(2019, 4, rank=before, standing=NAMED), edition(2020, 4, rank=now, standing=NAMED)))
    for row in answer.rows:
        expected = "open" if could_change(before, now, row["rankChange"]) else "final"
        assert row["openness"] == expected


def test_a_mean_over_a_part_of_a_region_is_open_and_bounded() -> None:
    # Lạng Sơn and the provinces of its region that the register of the sample has; four units in all.
    graph = graph_of(edition(2020, 4, score=["80", "70"], rank=[2, 3, 4, 1]))
    rows = {
        row["region"].rpartition("/")[2]: row for row in graph.query("by-region", index="par-index", year=2020).rows
    }
    north, south = rows["trung-du-va-mien-nui-phia-bac"], rows["dong-bang-song-cuu-long"]
    assert (north["meanFrom"], north["meanTo"], north["meanOpenness"]) == (80, 80, "final")
    assert (south["meanFrom"], south["meanTo"], south["meanOpenness"]) == (80, 100, "open")
    assert (north["rankOpenness"], south["rankOpenness"]) == ("final", "final")
    assert {row["meanScore"] for row in rows.values()} == {Decimal(80), Decimal(70), None}


@pytest.mark.parametrize(("status", "published"), [("Stated", Decimal("84.1")), ("Derived", None)])
def test_a_mean_that_a_rule_concludes_is_no_published_one(graph: Graph, status: str, published: Decimal | None) -> None:
    statistic, claim = (NamedNode(f"{v.ID}{kind}/par-index/2020/province/mean/region/x") for kind in ("statistic", "c"))
    mean = Literal("84.1", datatype=NamedNode(v.XSD + "decimal"))
    region = NamedNode(v.ID + "region/tay-nguyen")
    more = [
        (statistic, "edition", NamedNode(v.ID + "edition/par-index/2020/province")),
        (statistic, "statisticKind", NamedNode(v.CCHC + "Mean")),
        (statistic, "subgroup", region),
        (statistic, "value", mean),
        (statistic, "acceptedFrom", claim),
        (claim, "value", mean),
        (claim, "status", NamedNode(v.CCHC + status)),
    ]
    quads = [quad for quad in graph.embedded().quads() if str(quad.graph_name) != "DEFAULT"]
    quads += [Quad(s, NamedNode(v.CCHC + p), o, NamedNode(v.BASE + "graph/results")) for s, p, o in more]
    rows = Graph(memory_store(quads)).query("by-region", index="par-index", year=2020).rows
    assert {row["publishedMean"] for row in rows if row["region"] == region.value} == {published}


def test_best_ranks_are_open_where_a_member_could_be_better() -> None:
    graph = graph_of(edition(2020, 4, rank=[2, 3, None, 1], standing=NAMED), edition(2019, 5, rank=[2, 3, 4]))
    known = graph.query("by-region", index="par-index", year=2020, lang="en")
    assert {row["rankOpenness"] for row in known.rows if row["bestRank"]} == {"final"}
    # In 2019 it is not known who the fourth and the fifth were, so they may be of any region.
    vague = graph.query("by-region", index="par-index", year=2019, lang="en")
    assert {row["rankOpenness"] for row in vague.rows} == {"open"}
    assert vague.title == "PAR INDEX 2019 by region (incomplete: 0/5; may change)"


def test_where_sources_contradict_themselves_all_is_open_and_what_is_known_is_counted() -> None:
    # The second has the lower score.
    graph = graph_of(edition(2020, 4, score=["80", "70"], rank=[2, 1]), edition(2019, 4, rank=[1, 3]))
    regions = graph.query("by-region", index="par-index", year=2020, lang="en")
    assert {row["meanOpenness"] for row in regions.rows} == {"open"}
    assert regions.title.endswith("(incomplete: 2/4; may change)")
    assert movers(graph).title.endswith("(incomplete: 2/4; may change)")


def test_titles_and_rows_say_on_how_many_units_an_answer_rests() -> None:
    graph = graph_of(edition(2020, 63, rank=[36, 43]), edition(2019, 63, rank=[42]))
    assert graph.query("ranking", index="par-index", year=2020).title.endswith("(chưa đầy đủ: 2/63)")
    answer = movers(graph)
    assert {(row["knownUnits"], row["expectedUnits"]) for row in answer.rows} == {(1, 63)}
    assert render(answer, "csv").decode().splitlines()[0].endswith("openness,knownUnits,expectedUnits")


def test_a_trend_tells_how_many_editions_it_lacks() -> None:
    graph = graph_of(edition(2019, 4, rank=[None, 1]), edition(2020, 4, rank=[2]), edition(2021, 4, rank=[3]))
    answer = graph.query("trend", index="par-index", unit="lang-son", lang="en")
    assert answer.title.endswith("(incomplete: 2/3)")


@pytest.mark.parametrize(("lang", "words"), [("vi", "có thể thay đổi"), ("en", "may change")])
def test_the_command_shows_it_in_every_form(cli: Runner, lang: str, words: str) -> None:
    asked = ("query", "movers", "--year", "2020", "--lang", lang)
    shown = cli(*asked).out
    assert shown.splitlines()[0].endswith(f"{words})")
    assert shown.count(words) > 1
    data = cli(*asked, "--format", "json").out
    assert '"openness"' in data
    assert '"open"' in data
