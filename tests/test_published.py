"""The published figures of 2012 to 2024: each is in the graph with its cell and its page, and questions use them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import cchc
from cchc.api import Graph
from conftest import ROOT, Built

TABLES = sorted((ROOT / "seeds" / "tables").glob("*.csv"))
REFERENCE = ROOT.parent / "shared" / "reference"
MEASURES = ("score", "score_change", "rank", "rank_change", "standing", "group")
D = Decimal


@pytest.fixture(scope="module")
def graph(published: Built) -> Graph:
    return cchc.open(published.path)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sources() -> Iterator[tuple[str, Path]]:
    """The id and the file of each table of the seeds."""
    for row in rows_of(ROOT / "seeds" / "sources.csv"):
        if row["file"].startswith("tables/"):
            yield row["id"], ROOT / "seeds" / row["file"]


def test_the_seeds_conform(published: Built) -> None:
    assert published.summary.report.conforms
    assert {item.source for item in published.summary.sources} >= {"000", *(identifier for identifier, _ in sources())}
    assert {path for _, path in sources()} == set(TABLES)


@pytest.mark.parametrize(("identifier", "path"), list(sources()), ids=[path.stem for _, path in sources()])
def test_every_figure_is_a_claim_with_its_cell_and_its_page(graph: Graph, identifier: str, path: Path) -> None:
    found: dict[tuple[int, int], tuple[str, str]] = {}
    answer = graph.sparql(
        f"""PREFIX cchc: <https://w3id.org/cchc/ontology#>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX schema: <https://schema.org/>
        SELECT ?quote ?exact ?url {{
          ?claim cchc:source <https://w3id.org/cchc/id/source/{identifier}> ; cchc:quote ?quote .
          ?quote oa:hasSelector/oa:exact ?exact .
          ?claim prov:hadPrimarySource/schema:url ?url
        }}"""
    )
    for quote, exact, url in answer.rows:
        row, column = quote.value.rpartition("#cell=")[2].split(",")
        found[int(row), int(column)] = exact.value, url.value
    rows = rows_of(path)
    expected: dict[tuple[int, int], tuple[str, str]] = {}
    for number, row in enumerate(rows, 2):
        for column, name in enumerate(row, 1):
            if name in MEASURES and row[name]:
                # A national or regional row is a mean, which has neither rank nor grade.
                expected[number, column] = row[name], row["source_url"]
    assert found == expected


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the collected reference tables are not beside the project")
@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_the_tables_say_what_was_collected(path: Path) -> None:
    """Columns were added for what the notes say; nothing else was changed."""
    collected = rows_of(REFERENCE / path.name)
    assert [{name: row[name] for name in collected[0]} for row in rows_of(path)] == collected


def columns(graph: Graph, query: str, names: str, **parameters: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names.split()) for row in graph.query(query, **parameters).rows]


def test_the_national_mean_of_each_year(graph: Graph) -> None:
    rows = graph.query("averages", index="par-index", population="province").rows
    assert [(row["year"], row["mean"]) for row in rows if row["subgroupLabel"] is None] == [
        (2013, D("77.56")),
        (2014, D("81.21")),
        (2015, D("85.11")),
        (2016, D("74.64")),
        (2018, D("76.92")),
        (2019, D("81.15")),
        (2020, D("83.72")),
        (2021, D("86.37")),
        (2022, D("84.79")),
        (2023, D("86.98")),
        (2024, D("88.37")),
    ]


def test_the_history_of_a_province(graph: Graph) -> None:
    found = columns(graph, "trend", "year rank score", index="par-index", unit="da-nang")
    assert found[:5] == [
        (2012, 1, D("87.14")),
        (2013, 1, D("87.02")),
        (2014, 1, D("92.54")),
        (2015, 1, D("93.31")),
        (2016, 1, D("90.32")),
    ]


def test_a_ranking_says_how_much_of_it_is_known(graph: Graph) -> None:
    answer = graph.query("ranking", index="par-index", year=2012)
    assert answer.completeness is not None
    assert (answer.completeness.known, answer.completeness.expected) == (20, 63)
    assert [row["unitLabel"] for row in answer.rows[:3]] == ["Đà Nẵng", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"]


def test_every_member_of_a_group_is_known_where_the_others_are_named(graph: Graph) -> None:
    """2 provinces in group A and 5 in group C are named, and the 63 are in three groups: who else is in B follows."""
    answer = graph.query("ranking", index="par-index", year=2020, grade="b")
    assert answer.completeness is not None
    assert (answer.completeness.known, answer.completeness.expected) == (56, 56)
    neither = [row for row in answer.rows if row["rank"] is None and row["score"] is None]
    assert {row["status"] for row in neither} == {"derived"}
    assert {row["unitLabel"]: row["status"] for row in answer.rows}["Lạng Sơn"] == "stated"


DISAGREEMENTS = [
    # (index, year, unit, property, values): the disagreements that were known when the figures were collected.
    ("par-index", 2012, "Đà Nẵng", "score", {"87.14", "87.12"}),
    ("par-index", 2012, "Hà Nội", "score", {"82.79", "82.77"}),
    ("par-index", 2012, "Đồng Tháp", "score", {"83.44", "83.41"}),
    ("par-index", 2018, "Quảng Ninh", "score", {"89.6", "89.06"}),
    ("par-index", 2023, "Hải Phòng", "score", {"91.87", "91.81"}),
    ("par-index", 2023, "Hà Nội", "score", {"91.43", "91.25"}),
    ("sipas", 2023, "Hải Phòng", "score", {"88.9", "88.09"}),
]


@pytest.mark.parametrize(("index", "year", "unit", "measure", "values"), DISAGREEMENTS)
def test_known_disagreements_are_shown(
    graph: Graph, index: str, year: int, unit: str, measure: str, values: set[str]
) -> None:
    rows = [
        row
        for row in graph.query("conflicts", index=index).rows
        if (row["year"], row["unitLabel"], row["measure"]) == (year, unit, measure)
    ]
    assert {str(row["value"]) for row in rows} == values
    assert len({row["source"] for row in rows if row["source"]} | {row["claim"] for row in rows}) >= len(values)


def test_both_values_of_a_disagreement_stay_with_their_pages(graph: Graph) -> None:
    rows = [row for row in graph.query("conflicts", index="par-index").rows if row["unitLabel"] == "Đà Nẵng"]
    assert {(str(row["value"]), str(row["sourceLabel"]).partition("/")[0]) for row in rows} == {
        ("87.14", "en.vietnamplus.vn"),
        ("87.12", "huggingface.co"),
    }


def test_an_explanation_names_the_pages_that_disagree(graph: Graph) -> None:
    explained = graph.explain("da-nang", index="par-index", year=2012)
    ((one, other),) = [disagreement.sides for item in explained for disagreement in item.disagreements]
    pages = {value: source.partition(", dẫn https://")[2].partition("/")[0] for value, source, *_ in (one, other)}
    assert pages == {"87,14": "en.vietnamplus.vn", "87,12": "huggingface.co"}


def test_quotes_and_cells_have_not_drifted(published: Built) -> None:
    assert cchc.open(published.path).check(ROOT / "seeds", reason=False).findings == ()
