"""The questions that the five documents must answer, with the answers that they give."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cchc.api import Graph
from conftest import Runner

D = Decimal
ID = "https://w3id.org/cchc/id/"


def columns(graph: Graph, query: str, names: str, **parameters: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names.split()) for row in graph.query(query, **parameters).rows]


def test_provinces_in_group_c(graph: Graph) -> None:
    rows = graph.query("ranking", index="par-index", year=2020, grade="c").rows
    assert [row["unitLabel"] for row in rows] == ["Bắc Kạn", "Kiên Giang", "Ninh Thuận", "Phú Yên", "Quảng Ngãi"]


def test_ranks_known_of_provinces_in_order(graph: Graph) -> None:
    answer = graph.query("ranking", index="par-index", year=2020)
    assert [(row["rank"], row["unitLabel"], row["score"]) for row in answer.rows] == [
        (36, "Lạng Sơn", D("83.80")),
        (43, "Hà Nam", D("83.45")),
    ]
    assert answer.completeness is not None
    assert (answer.completeness.known, answer.completeness.expected) == (2, 63)
    for unit, rank in (("lang-son", 36), ("ha-nam", 43)):
        (year,) = [row for row in graph.query("trend", index="par-index", unit=unit).rows if row["year"] == 2020]
        assert (year["rank"], year["rankedAmong"]) == (rank, 63)


def test_a_province_in_an_index_by_year(graph: Graph) -> None:
    found = columns(graph, "trend", "year rank status", index="par-index", unit="lang-son")
    assert found == [(2019, 42, "derived"), (2020, 36, "stated")]


def test_who_rose_most(graph: Graph) -> None:
    assert columns(graph, "movers", "unitLabel rankChange", index="sipas", year=2020) == [("Lạng Sơn", 7)]
    assert columns(graph, "movers", "unitLabel rankChange", index="par-index", year=2020) == [("Lạng Sơn", 6)]


@pytest.mark.parametrize(
    ("population", "year", "mean"),
    [
        ("ministry", 2019, D("85.63")),
        ("ministry", 2020, D("87.56")),
        ("province", 2019, D("81.15")),
        ("province", 2020, D("83.72")),
    ],
)
def test_means_of_ministries_and_provinces(graph: Graph, population: str, year: int, mean: Decimal) -> None:
    rows = graph.query("averages", index="par-index", population=population, year=year).rows
    assert [row["mean"] for row in rows if row["subgroupLabel"] is None] == [mean]


def test_departments_of_dong_thap(graph: Graph) -> None:
    found = columns(
        graph, "ranking", "rank unitLabel score", index="dong-thap-cchc", year=2021, population="department"
    )
    assert found == [
        (1, "Sở Kế hoạch và Đầu tư", D("90.94")),
        (2, "Sở Nội vụ", None),
        (3, "Sở Khoa học và Công nghệ", None),
        (4, "Sở Y tế", None),
        (5, "Sở Thông tin và Truyền thông", None),
        (17, "Sở Tài nguyên và Môi trường", None),
    ]
    trend = graph.query("trend", index="dong-thap-cchc", unit="dong-thap/so-tai-nguyen-va-moi-truong").rows
    assert [(row["year"], row["rank"], row["rankedAmong"]) for row in trend] == [(2021, 17, 17)]


def test_best_district_of_dong_thap(graph: Graph) -> None:
    found = columns(graph, "ranking", "rank unitLabel score", index="dong-thap-cchc", year=2021, population="district")
    assert [(rank, str(label).casefold(), score) for rank, label, score in found] == [
        (1, "huyện châu thành", D("88.68"))
    ]
    trend = graph.query("trend", index="dong-thap-cchc", unit="dong-thap/huyen-chau-thanh").rows
    assert [(row["rank"], row["rankedAmong"]) for row in trend] == [(1, 12)]


def test_ha_giang_in_the_766_index(graph: Graph) -> None:
    found = columns(graph, "trend", "year rank rankedAmong score grade status", index="Bộ chỉ số 766", unit="ha-giang")
    (before, now) = found
    assert (before[0], before[1], before[5]) == (2022, 19, "derived")
    assert (*now[:4], str(now[4]).casefold(), now[5]) == (2023, 14, 63, D("76.9"), "khá", "stated")


def test_components_of_lang_son(graph: Graph) -> None:
    rows = graph.query("component-breakdown", index="par-index", unit="lang-son").rows
    found = {(row["year"], row["component"].rsplit("/", 1)[-1]): row for row in rows}
    by_year = {
        (year, name): (found[year, name]["score"], found[year, name]["scoreChange"], found[year, name]["status"])
        for year, name in found
    }
    modern = next(name for year, name in found if "hien-dai-hoa" in name)
    apparatus = next(name for year, name in found if "bo-may" in name)
    assert by_year == {
        (2020, modern): (D("12.94"), D("3.4"), "stated"),
        (2020, apparatus): (D("9.9"), D("0.83"), "stated"),
        (2019, modern): (D("9.54"), None, "derived"),
        (2019, apparatus): (D("9.07"), None, "derived"),
    }


def test_who_chaired_which_meeting_when(graph: Graph) -> None:
    rows = graph.query("meetings").rows
    found = {str(row["date"]): (row["chairLabel"], row["session"]) for row in rows}
    assert found == {
        "2021-06-24": ("Trương Hòa Bình", None),
        "2022-03-30": ("Phạm Thiện Nghĩa", None),
        "2024-02-02": ("Phạm Minh Chính", 7),
    }


def test_what_must_be_done_by_when(graph: Graph) -> None:
    (task,) = [row for row in graph.query("directives").rows if row["deadline"]]
    assert str(task["deadline"]) == "2022-04-10"
    assert "Sở Nội vụ" in task["checkedBy"]
    assert "Kế hoạch cải thiện Chỉ số" in task["text"]


def test_why_ha_nam_is_43rd(graph: Graph) -> None:
    (explained,) = graph.explain("ha-nam", index="par-index", year=2020)
    (rank,) = [reason for reason in explained.reasons if reason.measure == "thứ hạng"]
    (place,) = rank.places
    assert rank.value == "43/63"
    assert (place.source, place.exact) == ("source/000", "xếp thứ 43/63")
    sentence = "Tỉnh Hà Nam nằm ở nhóm B với 83,45 điểm, xếp thứ 43/63 tỉnh, thành trong cả nước."
    assert place.before + place.exact + place.after == sentence


def test_the_command_line_gives_the_same_ranking(cli: Runner) -> None:
    ran = cli("query", "ranking", "--index", "par-index", "--year", "2020", "--format", "csv")
    rows = [line.split(",") for line in ran.out.splitlines()]
    assert rows[0] == ["rank", "unit", "unitLabel", "score", "grade", "status"]
    assert [row[:4] for row in rows[1:]] == [
        ["36", ID + "unit/lang-son", "Lạng Sơn", "83.8"],
        ["43", ID + "unit/ha-nam", "Hà Nam", "83.45"],
    ]


def test_the_command_line_says_how_complete_a_ranking_is(cli: Runner) -> None:
    ran = cli("query", "ranking", "--index", "PAR INDEX", "--year", "2020")
    assert ran.out.rstrip().endswith("Đã biết 2 trong số 63 thứ hạng")


@pytest.mark.parametrize(
    "asked",
    [["ranking", "--index", "par-index", "--year", "2020"], ["trend", "--index", "sipas", "--unit", "lang-son"]],
)
def test_a_chart_is_a_real_picture(cli: Runner, tmp_path: Path, asked: list[str]) -> None:
    svg, png = tmp_path / "chart.svg", tmp_path / "chart.png"
    for file in (svg, png):
        ran = cli("query", *asked, "-o", str(file))
        assert (ran.status, ran.out) == (0, "")
    root = ElementTree.fromstring(svg.read_bytes())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(root.findall(".//{http://www.w3.org/2000/svg}path")) > 10
    content = png.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 400
    assert height > 200
