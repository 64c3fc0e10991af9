"""Places in lists and tables without headers are ranks only where the text leaves no doubt."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from cchc.loaders.articles.bare_tables import columns_of

HEAD = "Kết quả PAR INDEX năm 2021\n"
ITEMS = ["Hải Phòng: 91,80%", "Quảng Ninh: 91,14%", "Đà Nẵng: 90,25%"]


def _ranks(text: str) -> dict[str, object]:
    return {r["unit"]: r["value"] for r in stated(found_in(text)) if r.get("measure") == "rank"}


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "{}/ ", "{} - "])
def test_the_numbers_of_a_ranked_list_are_ranks(mark: str) -> None:
    items = "\n".join(mark.format(n) + item for n, item in enumerate(ITEMS, 1))
    text = HEAD + "Ba địa phương có chỉ số cao nhất:\n" + items
    assert _ranks(text) == {"Hải Phòng": 1, "Quảng Ninh": 2, "Đà Nẵng": 3}


def test_a_list_that_goes_on_from_a_later_place_keeps_its_numbers() -> None:
    items = "\n".join(f"{n}. {item}" for n, item in enumerate(ITEMS, 61))
    text = HEAD + "Các địa phương xếp cuối bảng:\n" + items
    assert _ranks(text) == {"Hải Phòng": 61, "Quảng Ninh": 62, "Đà Nẵng": 63}


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("Kết quả của một số địa phương:", ITEMS),
        ("Ba địa phương có chỉ số thấp nhất:", ITEMS[::-1]),
        ("Ba địa phương có chỉ số cao nhất:", ITEMS[::-1]),
    ],
    ids=["no order told", "the lowest", "against the scores"],
)
def test_the_numbers_of_any_other_list_are_no_ranks(lead: str, items: list[str]) -> None:
    text = HEAD + lead + "\n" + "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
    assert _ranks(text) == {}
    assert len([r for r in stated(found_in(text)) if r.get("measure") == "score"]) == len(items)


ROWS = [["Hải Phòng", "91,80", "1"], ["Quảng Ninh", "91,14", "2"], ["Đà Nẵng", "90,25", "3"]]


def test_cells_tell_what_their_columns_are() -> None:
    assert columns_of(ROWS, "") == ("unit", "score", "rank")
    assert columns_of([[n, unit, score] for unit, score, n in ROWS], "") == ("number", "unit", "score")
    assert columns_of([[n, unit, score] for unit, score, n in ROWS], "Xếp hạng năm 2021") == ("rank", "unit", "score")


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:2],
        [[unit, score, rank] for (unit, score, _), (_, _, rank) in zip(ROWS, ROWS[::-1], strict=True)],
        [[unit, score, score] for unit, score, _ in ROWS],
        [[unit, score, "+1"] for unit, score, _ in ROWS],
        [[unit, "123,4", rank] for unit, _, rank in ROWS],
    ],
    ids=["two rows only", "ranks along with scores", "two scores", "changes", "no scores"],
)
def test_cells_that_leave_a_doubt_make_no_table(rows: list[list[str]]) -> None:
    assert columns_of(rows, "Xếp hạng năm 2021") is None


@pytest.mark.parametrize("mark", [" | ", "\t", "\n"])
def test_a_table_without_a_header_is_read_with_bars_with_tabs_and_one_cell_a_line(mark: str) -> None:
    text = HEAD + "Các địa phương dẫn đầu:\n" + "\n".join(mark.join(row) for row in ROWS)
    assert _ranks(text) == {"Hải Phòng": 1, "Quảng Ninh": 2, "Đà Nẵng": 3}


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_figures_of_columns_that_nothing_tells_apart_are_unplaced(mark: str) -> None:
    rows = (
        mark.join((unit, score, other)) for (unit, score, _), other in zip(ROWS, ("88,1", "87,2", "89,3"), strict=True)
    )
    found = found_in(HEAD + "Các địa phương:\n" + "\n".join(f"{row}%" for row in rows))
    assert stated(found) == []
    assert len([r for r in found if r["type"] == "unplaced"]) >= len(ROWS)


@pytest.mark.parametrize("marks", ["({}) ", "{}. ", "{}) "])
def test_the_numbers_of_a_ranked_list_inside_a_sentence_are_ranks(marks: str) -> None:
    items = "; ".join(marks.format(n) + item for n, item in enumerate(ITEMS, 1))
    assert _ranks(f"{HEAD}Các địa phương dẫn đầu gồm: {items}.") == {"Hải Phòng": 1, "Quảng Ninh": 2, "Đà Nẵng": 3}
    assert _ranks(f"{HEAD}Kết quả của một số địa phương: {items}.") == {}


def test_points_that_parts_lost_are_no_scores() -> None:
    head = "PAR INDEX năm 2022 của tỉnh Hà Nam\n"
    found = found_in(head + "Tỉnh còn mất điểm: cải cách thể chế (0,75 điểm), cải cách tài chính công (1,2 điểm).")
    assert stated(found) == []
    assert [r["why"] for r in found if r["type"] == "unplaced"] == ["points-lost"] * 2


def test_a_second_rank_in_a_sentence_is_no_national_one_beside_one_that_says_so() -> None:
    head = "PAR INDEX năm 2021\n"
    found = found_in(head + "Lào Cai đạt 86,9%, lui về vị trí thứ hai, xếp thứ 24/63.")
    ranks = {r["value"]: r["status"] for r in found if r.get("measure") == "rank"}
    assert ranks == {2: "candidate", 24: "stated"}


REGION = "PAR INDEX 2023 ở Tây Nguyên\n\nNăm 2023, các tỉnh Tây Nguyên có Chỉ số CCHC (PAR INDEX) như sau{}:\n\n"
HIGHLANDS = ["Lâm Đồng: 87,1%, 20/63", "Đắk Lắk: 86,2%, 25/63", "Đắk Nông: 85,1%, 44/63", "Gia Lai: 84,0%, 50/63"]


@pytest.mark.parametrize(
    ("lead", "among"),
    [
        (", lần lượt từ hạng nhất đến hạng 4 trong vùng", 4),
        (", lần lượt theo thứ hạng từ cao xuống thấp của khu vực", None),
        (", từ hạng nhất đến hạng 9", 0),
        ("", 0),
    ],
)
def test_the_order_of_a_list_may_be_one_in_a_region(lead: str, among: int | None) -> None:
    found = [r for r in stated(found_in(REGION.format(lead) + "\n".join(HIGHLANDS))) if r.get("measure") == "rank"]
    inside = [(r["unit"], r["value"], r["rank_of"]) for r in found if r["scope"]]
    of_all = [r["value"] for r in found if not r["scope"]]
    names = ["Lâm Đồng", "Đắk Lắk", "Đắk Nông", "Gia Lai"]
    assert inside == ([(name, place, among) for place, name in enumerate(names, 1)] if among != 0 else [])
    assert of_all == [20, 25, 44, 50]


def test_scores_without_a_unit_of_measure_may_stand_in_order() -> None:
    head = "Cao Bằng: kết quả CCHC\n\nUBND tỉnh Cao Bằng công bố Chỉ số CCHC năm 2022 của 10 huyện, thành phố.\n\n"
    run = "Các huyện, tính từ cao xuống thấp: Hòa An 91,36; Nguyên Bình 90,84; Bảo Lạc {}."
    assert _ranks(head + run.format("85,5")) == {"Hòa An": 1, "Nguyên Bình": 2, "Bảo Lạc": 3}
    assert _ranks(head + run.format("95,5")) == {}
