"""What people type for an index or a population, and what they are told where nothing is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.answers.chart import chart
from cchc.api import Graph
from cchc.errors import CchcError
from cchc.queries import run
from cchc.store import memory_store
from conftest import Runner


@pytest.mark.parametrize(
    ("typed", "population"),
    [
        ("tỉnh", "province"), ("TINH", "province"), ("tỉnh, thành phố", "province"), ("provinces", "province"),
        ("bộ", "ministry"), ("Bộ ngành", "ministry"), ("ministries", "ministry"),
        ("sở", "department"), ("huyen", "district"), ("xã", "commune"), ("communes", "commune"),
    ],
)  # fmt: skip
def test_a_population_is_known_by_what_people_call_it(graph: Graph, typed: str, population: str) -> None:
    asked = graph.query("ranking", index="par-index", year=2020, population=typed)
    assert asked.parameters["population"].value == f"https://w3id.org/cchc/id/population/{population}"


@pytest.mark.parametrize(
    ("typed", "index"),
    [
        ("CCHC", "par-index"), ("cải cách hành chính", "par-index"), ("chỉ số CCHC", "par-index"),
        ("PAR INDEX", "par-index"), ("hài lòng", "sipas"), ("SIPAS", "sipas"), ("766", "service-index-766"),
    ],
)  # fmt: skip
def test_an_index_is_known_by_what_people_call_it(graph: Graph, typed: str, index: str) -> None:
    asked = graph.query("ranking", index=typed, year=2020)
    assert asked.parameters["index"].value == f"https://w3id.org/cchc/id/index/{index}"


@pytest.mark.parametrize("typed", ["Sở Nội vụ tỉnh Đồng Tháp", "sở nội vụ đồng tháp", "So Noi vu Dong Thap"])
def test_a_department_is_known_with_the_name_of_its_province(graph: Graph, typed: str) -> None:
    asked = graph.query("unit-profile", unit=typed)
    assert asked.parameters["unit"].value == "https://w3id.org/cchc/id/unit/dong-thap/so-noi-vu"


@pytest.mark.parametrize(
    "typed", ["chỉ số cchc đồng tháp", "Chỉ số cải cách hành chính tỉnh Đồng Tháp", "CCHC của Đồng Tháp"]
)
def test_an_index_of_a_province_is_known_with_its_name(graph: Graph, typed: str) -> None:
    asked = graph.query("ranking", index=typed, year=2021, population="sở")
    assert asked.parameters["index"].value == "https://w3id.org/cchc/id/index/dong-thap-cchc"


@pytest.mark.parametrize(
    ("province", "year", "index"), [("Quảng Trị", 2019, "quang-tri-cchc"), ("Lâm Đồng", 2025, "lam-dong-2025-cchc")]
)
def test_what_a_table_is_of_can_be_asked_for_as_it_says(
    cli: Runner, store: Path, tmp_path: Path, province: str, year: int, index: str
) -> None:
    table = tmp_path / "diem.csv"
    table.write_text(
        f"Chỉ số CCHC các sở tỉnh {province} năm {year}\nĐơn vị,Tổng điểm\nSở Y tế,71\nSở Tư pháp,84.5\n", "utf-8"
    )
    for command in ("extract", "load"):
        said = cli("--store", store, command, table).out
        (line,) = [line for line in said.splitlines() if "cchc query ranking" in line]
        assert f"--index {index} --year {year} --population department" in line
    asked = cli("--store", store, "--lang", "en", *line.partition("cchc ")[2].split()).out
    assert asked.index("Sở Tư pháp") < asked.index("Sở Y tế")
    assert "No rank known; 2 scores known" in asked


def test_what_no_index_assesses_is_no_population_of_a_ranking(graph: Graph) -> None:
    with pytest.raises(CchcError, match="UNKNOWN_VALUE"):
        graph.query("ranking", index="par-index", year=2020, population="cả nước")


def test_a_graph_without_our_data_says_so() -> None:
    with pytest.raises(CchcError) as caught:
        run(memory_store([]), "ranking", {"index": "par-index", "year": "2020"})
    assert caught.value.code == "GRAPH_EMPTY"


def test_the_legend_explains_only_what_is_drawn(graph: Graph) -> None:
    answer = graph.query("ranking", index="par-index", year=2020)
    place = answer.names.index("score")
    derived = answer.names.index("status")

    def marked(row: tuple[object, ...], *, scored: bool) -> tuple[object, ...]:
        from pyoxigraph import Literal

        cells = list(row)
        cells[derived] = Literal("derived")
        cells[place] = cells[place] if scored else None
        return tuple(cells)

    from dataclasses import replace

    first, *rest = answer.terms
    without = replace(answer, terms=[first, *(marked(row, scored=False) for row in rest)])
    with_score = replace(answer, terms=[first, *(marked(row, scored=True) for row in rest)])
    # Letters are outlines, so a drawing with a legend has more patches than one without.
    assert chart(without, "svg").count(b"legend") == 0
    assert chart(with_score, "svg").count(b"legend") > 0


def test_an_export_is_not_written_under_a_wrong_ending(cli: Runner, tmp_path: Path) -> None:
    output = tmp_path / "e.xlsx"
    ran = cli("export", "-o", output)
    assert (ran.status, output.exists()) == (2, False)
    assert "OUTPUT_FORMAT" in ran.err
    assert "ttl" in ran.err
