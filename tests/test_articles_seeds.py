"""What the reader gets from the five seed documents, record by record, and the traps in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from article_gold import FOLDER, found_in, reading
from cchc import triples
from cchc.claims import Meeting, Observation
from cchc.vietnamese import nfc

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds" / "articles").glob("*.txt"))
TEXTS = {path.name[:3]: nfc(path.read_text(encoding="utf-8")) for path in SEEDS}


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, Any]]]:
    return {name: found_in(text) for name, text in TEXTS.items()}


def test_the_five_seeds_are_there() -> None:
    assert sorted(TEXTS) == ["000", "001", "002", "003", "004"]


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_record_of_a_seed_is_as_committed(name: str, found: dict[str, list[dict[str, Any]]]) -> None:
    expected = json.loads((FOLDER / "seeds" / f"{name}.json").read_text(encoding="utf-8"))
    assert found[name] == expected


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_quote_of_a_seed_is_the_text_at_its_offsets(name: str) -> None:
    for claim in reading(TEXTS[name]).claims:
        assert claim.quotes
        for quote in claim.quotes:
            assert TEXTS[name][quote.start : quote.end] == quote.exact


def values(records: list[dict[str, Any]], **wanted: Any) -> list[Any]:
    return [r["value"] for r in records if r["type"] == "observation" and all(r.get(k) == v for k, v in wanted.items())]


FACTS = [
    ("000", {"index": "PAR INDEX", "unit": "Hà Nam", "year": 2020, "measure": "rank", "rank_of": 63}, [43]),
    ("000", {"index": "PAR INDEX", "unit": "Hà Nam", "year": 2020, "measure": "score"}, [83.45]),
    ("000", {"index": "SIPAS", "unit": "Hà Nam", "year": 2020, "measure": "rank", "rank_of": 63}, [18]),
    ("001", {"index": "Bộ chỉ số 766", "unit": "Hà Giang", "year": 2023, "measure": "score"}, [76.9]),
    ("001", {"index": "Bộ chỉ số 766", "unit": "Hà Giang", "year": 2023, "measure": "rank"}, [14]),
    ("001", {"index": "Bộ chỉ số 766", "unit": "Hà Giang", "year": 2023, "measure": "rank_change"}, [5]),
    ("001", {"index": "Bộ chỉ số 766", "unit": "Hà Giang", "year": 2023, "measure": "group"}, ["khá"]),
    ("003", {"unit": "Sở Kế hoạch và Đầu tư", "year": 2021, "measure": "rank", "rank_of": 17}, [1]),
    ("003", {"unit": "Sở Kế hoạch và Đầu tư", "year": 2021, "measure": "score"}, [90.94]),
    ("003", {"unit": "Sở Nội vụ", "measure": "rank"}, [2]),
    ("003", {"unit": "Sở Khoa học và Công nghệ", "measure": "rank"}, [3]),
    ("003", {"unit": "Sở Y tế", "measure": "rank"}, [4]),
    ("003", {"unit": "Sở Thông tin và Truyền thông", "measure": "rank"}, [5]),
    ("003", {"unit": "Sở Tài nguyên và Môi trường", "measure": "rank"}, ["last"]),
    ("003", {"unit": "huyện Châu Thành", "measure": "rank", "rank_of": 12}, [1]),
    ("003", {"unit": "huyện Châu Thành", "measure": "score", "unit_of_measure": "percent"}, [88.68]),
    ("004", {"index": "PAR INDEX", "unit": "Lạng Sơn", "measure": "rank", "rank_of": 63}, [36]),
    ("004", {"index": "PAR INDEX", "unit": "Lạng Sơn", "measure": "score", "component": None}, [83.8]),
    ("004", {"index": "PAR INDEX", "unit": "Lạng Sơn", "measure": "rank_change"}, [6]),
    ("004", {"index": "SIPAS", "unit": "Lạng Sơn", "measure": "score"}, [83.97]),
    ("004", {"index": "SIPAS", "unit": "Lạng Sơn", "measure": "rank_change"}, [7]),
    ("004", {"measure": "score", "component": "Hiện đại hóa hành chính"}, [12.94]),
    ("004", {"measure": "score_change", "component": "Hiện đại hóa hành chính"}, [3.4]),
    ("004", {"index": "PAR INDEX", "year": 2020, "measure": "mean"}, [87.56, 83.72]),
    ("004", {"index": "PAR INDEX", "year": 2019, "measure": "mean"}, [85.63, 81.15]),
    ("004", {"index": "PAR INDEX", "measure": "mean_change"}, [1.93, 2.57]),
    ("004", {"index": "SIPAS", "measure": "mean"}, [85.48, 86.89, 84.45]),
]


@pytest.mark.parametrize(("name", "wanted", "expected"), FACTS, ids=lambda v: v if isinstance(v, str) else None)
def test_the_figures_of_the_seeds(
    name: str, wanted: dict[str, Any], expected: list[Any], found: dict[str, list[dict[str, Any]]]
) -> None:
    assert values(found[name], **wanted) == expected


def test_counts_of_the_seeds(found: dict[str, list[dict[str, Any]]]) -> None:
    def counts(name: str) -> list[tuple[Any, ...]]:
        return [(r["population"], r["value"], r["of"]) for r in found[name] if r["type"] == "count"]

    assert counts("000") == [
        ("ministries", 3, 17),
        ("ministries", 14, 17),
        ("provinces", 2, 63),
        ("provinces", 56, 63),
        ("provinces", 5, 63),
    ]
    assert counts("003") == [
        ("departments", 16, 17),
        ("departments", 15, 17),
        ("departments", 2, 17),
        ("districts", 6, 12),
        ("districts", 0, None),
        ("districts", 0, None),
    ]


def test_the_best_and_worst_without_ranks_get_none(found: dict[str, list[dict[str, Any]]]) -> None:
    standings = {(r["unit"], r["value"]) for r in found["000"] if r["type"] == "standing"}
    assert {unit for unit, value in standings if value == "among-highest"} == {
        "Quảng Ninh",
        "Hải Phòng",
        "Hải Dương",
        "Hưng Yên",
    }
    assert {unit for unit, value in standings if value == "among-lowest"} == {
        "Bình Thuận",
        "Đắk Lắk",
        "Cao Bằng",
        "Quảng Ngãi",
        "Kiên Giang",
    }
    for unit in ("Quảng Ninh", "Bình Thuận"):
        assert values(found["000"], index="SIPAS", unit=unit, measure="rank") == []


def test_the_teasers_of_002_and_the_menu_of_000_yield_nothing(found: dict[str, list[dict[str, Any]]]) -> None:
    teasers = TEXTS["002"].index("Cùng chuyên mục")
    assert all(r["end"] <= teasers for r in found["002"])
    body = TEXTS["000"].index("Chiều ngày 24/6/2021")
    assert all(r["start"] >= body for r in found["000"])


def test_a_caption_yields_nothing_that_the_text_says_already(found: dict[str, list[dict[str, Any]]]) -> None:
    for name, caption in (
        ("000", "Đại biểu dự hội nghị tại điểm cầu Hà Nam"),
        ("001", "Các đại biểu dự phiên họp thứ 7"),
        ("004", "Các đại biểu tham dự hội nghị tại điểm cầu tỉnh Lạng Sơn"),
        ("003", "(Quang cảnh: Chủ tịch Ủy ban nhân dân Tỉnh trao Cờ thi đua)"),
    ):
        start = TEXTS[name].index(caption)
        assert [r for r in found[name] if start <= r["start"] < start + len(caption)] == []


def test_one_conference_in_three_sources_is_one_meeting() -> None:
    meetings = [c for name in ("000", "002", "004") for c in reading(TEXTS[name]).claims if isinstance(c, Meeting)]
    assert [m.date for m in meetings] == ["2021-06-24"] * 3
    assert len({m.organizer.path for m in meetings if m.organizer}) == 1
    assert all(m.organizer for m in meetings)


def test_the_meetings_of_the_seeds(found: dict[str, list[dict[str, Any]]]) -> None:
    meetings = {name: [r for r in records if r["type"] == "meeting"] for name, records in found.items()}
    assert {name: [(m["date"], m["chair"], m["session"]) for m in held] for name, held in meetings.items()} == {
        "000": [("2021-06-24", "Trương Hòa Bình", None)],
        "001": [("2024-02-02", "Phạm Minh Chính", 7)],
        "002": [("2021-06-24", None, None)],
        "003": [("2022-03-30", "Phạm Thiện Nghĩa", None)],
        "004": [("2021-06-24", None, None)],
    }
    points = {name: [(p["unit"], p["attendees"]) for m in held for p in m["points"]] for name, held in meetings.items()}
    assert points["000"] == [("Hà Nam", ["Trần Xuân Dưỡng"])]
    assert points["001"] == [("Hà Giang", ["Nguyễn Văn Sơn", "Hoàng Gia Long"])]
    assert points["004"] == [("Lạng Sơn", ["Dương Xuân Huyên"])]


def test_the_unnamed_index_of_001_keeps_the_reason_for_its_reading() -> None:
    told = [c for c in reading(TEXTS["001"]).claims if isinstance(c, Observation)]
    assert told
    assert all("index-from-grade-class" in c.interpretation for c in told)


def test_the_deadline_of_003(found: dict[str, list[dict[str, Any]]]) -> None:
    [directive] = [r for r in found["003"] if r["type"] == "directive" and r["deadline"]]
    assert (directive["by"], directive["deadline"]) == ("Phạm Thiện Nghĩa", "2022-04-10")


def test_reading_a_seed_twice_gives_the_same_triples() -> None:
    first, second = reading(TEXTS["004"]), reading(TEXTS["004"])
    assert list(triples.quads(first)) == list(triples.quads(second))
