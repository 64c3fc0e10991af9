"""Tables that a text has in one run of names and scores, beside which stands what only the words before it tell."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import found_in, stated

OF = "Cao Bằng: kết quả CCHC năm 2022\n\nUBND tỉnh Cao Bằng công bố Chỉ số CCHC năm 2022 của {}.\n\n"
DISTRICTS, OFFICES = OF.format("10 huyện, thành phố"), OF.format("19 sở, ban, ngành")


def told(text: str) -> list[tuple[Any, ...]]:
    """Unit, year, measure and value of what is told, in the order of the text."""
    found = sorted((r for r in stated(found_in(text)) if r["type"] == "observation"), key=lambda r: r["end"])
    return [(r["unit"], r["year"], r["measure"], r["value"]) for r in found]


@pytest.mark.parametrize("apart", [", ", "; "])
@pytest.mark.parametrize(
    ("legend", "beside", "tells"),
    [
        ("số trong ngoặc là hạng năm 2021", ("2", "1", "5"), (2021, "rank")),
        ("trong ngoặc là thứ hạng năm trước", ("2", "1", "5"), (2021, "rank")),
        ("trong ngoặc là điểm năm 2020", ("90,1", "91,2", "80"), (2020, "score")),
        ("trong ngoặc là kết quả năm 2021", ("90,1", "91,2", "80,1"), (2021, "score")),
        ("trong ngoặc đơn là năm 2021", ("90,1", "91,2", "80,1"), (2021, "score")),
        ("trong ngoặc là năm 2021", ("2", "1", "5"), (2021, "rank")),
    ],
)
def test_a_legend_tells_what_stands_in_parentheses(
    apart: str, legend: str, beside: tuple[str, ...], tells: tuple[int, str]
) -> None:
    items = zip(("Hòa An", "Nguyên Bình", "Bảo Lạc"), ("91,36", "90,84", "85,5"), beside, strict=True)
    text = f"{DISTRICTS}Khối huyện ({legend}): " + apart.join(f"{n} {s} ({b})" for n, s, b in items) + "."
    expected = []
    for name, score, other in zip(("Hòa An", "Nguyên Bình", "Bảo Lạc"), (91.36, 90.84, 85.5), beside, strict=True):
        expected += [(name, 2022, "score", score), (name, *tells, float(other.replace(",", ".")))]
    assert told(text) == expected


@pytest.mark.parametrize(
    ("lead", "scores", "ranked"),
    [
        ("Các huyện, ghi theo thứ hạng", ("91,36", "90,84", "85,5"), True),
        ("Các huyện, từ cao xuống thấp", ("91,36", "90,84", "85,5"), True),
        ("Các huyện, xếp theo thứ tự", ("91,36", "92,84", "85,5"), False),
        ("Một số huyện, theo thứ tự", ("91,36", "90,84", "85,5"), False),
        ("Các huyện của nhóm khá, theo thứ tự", ("91,36", "90,84", "85,5"), False),
        ("Các huyện", ("91,36", "90,84", "85,5"), False),
    ],
)
def test_an_order_ranks_the_units_of_a_run(lead: str, scores: tuple[str, ...], ranked: bool) -> None:
    items = zip(("Hòa An", "Nguyên Bình", "Bảo Lạc"), scores, ("9", "8", "7"), strict=True)
    text = f"{DISTRICTS}{lead} (trong ngoặc là hạng năm 2021): " + ", ".join(f"{n} {s} ({r})" for n, s, r in items)
    ranks = [(unit, value) for unit, year, measure, value in told(text) if (year, measure) == (2022, "rank")]
    assert ranks == ([("Hòa An", 1), ("Nguyên Bình", 2), ("Bảo Lạc", 3)] if ranked else [])


def test_what_follows_a_run_is_read_and_knows_its_names() -> None:
    run = "Khối huyện (trong ngoặc là hạng năm 2021): Hòa An 91,36 (2), Nguyên Bình 90,84 (1), Bảo Lạc 85,5 (5)."
    found = told(f"{DISTRICTS}{run} Trung bình khối là 87,1 điểm. Hòa An tăng một bậc.")
    assert [(unit, measure, value) for unit, _, measure, value in found[6:]] == [
        ("quận, huyện, thị xã, thành phố", "mean", 87.1), ("Hòa An", "rank_change", 1),
    ]  # fmt: skip


def test_departments_may_stand_in_a_run_with_commas_in_their_names() -> None:
    run = "Sở Văn hóa, Thể thao và Du lịch 93,5 (4); Sở Nội vụ 93,0 (1); Sở Y tế 77,9 (18)"
    assert told(f"{OFFICES}Khối sở (số trong ngoặc là thứ hạng năm 2021): {run}.") == [
        ("Sở Văn hóa, Thể thao và Du lịch", 2022, "score", 93.5), ("Sở Văn hóa, Thể thao và Du lịch", 2021, "rank", 4),
        ("Sở Nội vụ", 2022, "score", 93), ("Sở Nội vụ", 2021, "rank", 1),
        ("Sở Y tế", 2022, "score", 77.9), ("Sở Y tế", 2021, "rank", 18),
    ]  # fmt: skip


def test_classes_may_stand_behind_dashes() -> None:
    found = told(f"{DISTRICTS}Các huyện: Hòa An - 91,36 - Tốt, Nguyên Bình - 90,84 - Tốt, Bảo Lạc - 75,5 - Khá.")
    assert [(unit, value) for unit, _, measure, value in found if measure == "group"] == [
        ("Hòa An", "tốt"), ("Nguyên Bình", "tốt"), ("Bảo Lạc", "khá"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ giải ngân của các huyện (trong ngoặc là hạng): Hòa An 91,36 (1), Bảo Lạc 90,84 (2), Hà Quảng 85,5 (3).",
        "Số hộ nghèo các huyện (trong ngoặc là năm 2021): Hòa An 11,36 (12,1), Bảo Lạc 10,8 (11), Hà Quảng 9,5 (9).",
        "Các huyện (trong ngoặc là số xã): Hòa An 91,36 (15), Nguyên Bình 90,84 (17), Bảo Lạc 85,5 (16).",
        "Các huyện: Hòa An 91,36 (1), Nguyên Bình 90,84 (2), Bảo Lạc 85,5 (3).",
    ],
)
def test_where_nothing_tells_what_stands_beside_it_is_no_rank_and_no_score(text: str) -> None:
    assert not any(
        measure == "rank" or (measure == "score" and year == 2021) for _, year, measure, _ in told(DISTRICTS + text)
    )


def test_what_a_legend_says_of_a_run_does_not_hold_behind_it() -> None:
    run = "* Khối huyện (trong ngoặc là hạng năm 2021): Hòa An 91,36 (2), Nguyên Bình 90,84 (1), Bảo Lạc 85,5 (5)."
    found = told(
        f"{DISTRICTS}{run}\n* Khối sở: Hai vị trí 1 và 2 thuộc về Sở Y tế (97,9 điểm) và Sở Tư pháp (95,26 điểm)."
    )
    assert ("Sở Y tế", 2022, "score", 97.9) in found
    assert not any(unit == "Sở Y tế" and year == 2021 for unit, year, _, _ in found)


def test_a_part_of_an_own_index_has_the_name_that_the_text_gives_it() -> None:
    parts = "Điểm từng phần của huyện Hòa An: thể chế 7,6/8; chính quyền số 14,7/16."
    found = [r["component"] for r in stated(found_in(DISTRICTS + parts)) if r.get("component")]
    assert found == ["Cải cách thể chế", "chính quyền số"]


@pytest.mark.parametrize("whose", ["cơ quan cấp tỉnh", "cấp tỉnh"])
def test_bodies_of_the_province_are_departments_beside_its_districts(whose: str) -> None:
    lead = "Quảng Trị: Chỉ số CCHC năm 2020 của các sở, huyện\n\nTỉnh chấm xong Chỉ số CCHC năm 2020 của 9 huyện. "
    found = stated(found_in(f"{lead}Ở {whose} có 4 cơ quan xuất sắc, 12 cơ quan tốt. Bình quân {whose} 85,80 điểm."))
    assert [(r["population"], r["class"], r["value"]) for r in found if r["type"] == "count"] == [
        ("departments", "xuất sắc", 4), ("departments", "tốt", 12),
    ]  # fmt: skip
    assert [r["index"] for r in found if r.get("measure") == "mean"] == ["provincial CCHC index"]
