"""What parentheses hold where a legend says so, and weeks that are told in passing."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ranks

WEEK = "Bộ chỉ số 766 tuần 41 năm 2023 của tỉnh Kon Tum\nTuần 41 năm 2023, tỉnh Kon Tum được 71,36 điểm, xếp thứ 33/63."


def weeks(text: str) -> list[tuple[object, object, object]]:
    found = [r for r in stated(found_in(text)) if r["type"] == "observation"]
    return [(r["period"], r["measure"], r["value"]) for r in sorted(found, key=lambda r: int(r["start"]))]


@pytest.mark.parametrize("legend", ["trong ngoặc là hạng toàn quốc", "trong ngoặc đơn là thứ hạng cả nước"])
def test_parentheses_hold_ranks_where_a_legend_says_so(legend: str) -> None:
    head = f"PAR INDEX năm 2022 của vùng Tây Nguyên\nPAR INDEX năm 2022 ({legend}):"
    assert ranks(f"{head} Đắk Lắk 84,2% (21), Lâm Đồng 85,1% (12).") == [("Đắk Lắk", 21), ("Lâm Đồng", 12)]
    assert ranks(f"{head}\n- Đắk Lắk: 84,2% (21)\n- Lâm Đồng: 85,1% (12)") == [("Đắk Lắk", 21), ("Lâm Đồng", 12)]
    assert ranks(f"{head}\n- Đắk Lắk: 84,2% (21)\nLâm Đồng đạt 85,1% (12).") == [("Đắk Lắk", 21)]


@pytest.mark.parametrize("legend", ["", " (trong ngoặc là hạng trong vùng)", " (trong ngoặc là số tiêu chí)"])
def test_parentheses_hold_no_ranks_of_all_where_no_legend_says_so(legend: str) -> None:
    head = "PAR INDEX năm 2022 của vùng Tây Nguyên\nKết quả PAR INDEX năm 2022"
    assert ranks(f"{head}{legend}: Đắk Lắk 84,2% (2), Lâm Đồng 85,1% (1).") == []


def test_parentheses_are_of_the_week_that_a_legend_tells_to_the_end_of_the_list() -> None:
    items = "- Công khai, minh bạch: 12,4/18 (12,4)\n- Mức độ hài lòng: 17,1/18 (17,0)"
    text = f"{WEEK}\nĐiểm từng nhóm, trong ngoặc là tuần 40:\n{items}\nNhóm Số hóa hồ sơ được 13,05 điểm (hạng 20)."
    assert set(weeks(text)[2:]) == {
        ("tuần 41", "score", 12.4), ("tuần 40", "score", 12.4), ("tuần 41", "score", 17.1), ("tuần 40", "score", 17),
        ("tuần 41", "score", 13.05), ("tuần 41", "rank", 20),
    }  # fmt: skip


def test_an_earlier_week_is_told_in_passing() -> None:
    then = "Ở tuần 40, con số là 70,58 điểm; như thế tỉnh tăng 0,78 điểm."
    assert weeks(f"{WEEK} {then} Tỉnh còn cách nhóm Tốt 8,64 điểm.\nNhóm Số hóa hồ sơ được 13,05 điểm.")[2:] == [
        ("tuần 40", "score", 70.58), ("tuần 41", "score_change", 0.78), ("tuần 41", "score", 13.05),
    ]  # fmt: skip
    assert weeks(f"{WEEK} Sang tuần 42, tỉnh được 72,1 điểm. Tỉnh xếp thứ 30/63.")[2:] == [
        ("tuần 42", "score", 72.1), ("tuần 42", "rank", 30),
    ]  # fmt: skip


LAST_YEAR = "Kết quả năm 2021 của tỉnh Bình Định (số trong ngoặc là của năm 2020)\n"


def years_of(text: str) -> list[tuple[object, ...]]:
    found = sorted(stated(found_in(text)), key=lambda r: int(r["start"]))
    return [(r["year"], r["measure"], r["value"]) for r in found if r["type"] == "observation"]


def test_parentheses_behind_a_result_hold_that_of_the_year_of_the_legend() -> None:
    text = f"{LAST_YEAR}PAR INDEX: 86,21% (84,07%), hạng 31 cả nước (hạng 38)."
    assert years_of(text) == [
        (2021, "score", 86.21), (2020, "score", 84.07), (2021, "rank", 31), (2020, "rank", 38),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "thấp nhất là tài chính công (79,14%)",
        "tỉnh vượt trung bình cả nước (84,92%)",
        "sáng nhất là cải cách thể chế (91,3%)",
    ],
)
def test_parentheses_behind_a_part_or_a_mean_hold_its_only_figure_of_this_year(told: str) -> None:
    found = years_of(f"{LAST_YEAR}PAR INDEX: 86,21% (84,07%); {told}.")
    assert [year for year, _, _ in found] == [2021, 2020, 2021]


FACTORS = "Tiếp cận dịch vụ: 84,1% (79,3%)\nCông chức: 85,6% (80,2%)\nKết quả dịch vụ: 88,4% (82,7%)"


@pytest.mark.parametrize(
    "lead",
    [
        "Các yếu tố thành phần, năm 2021 và (năm 2020):", "Kết quả từng yếu tố năm 2021 (2020):",
        "Kết quả từng yếu tố (trong ngoặc: năm 2020):", "Kết quả từng yếu tố (năm 2020 trong ngoặc):",
    ],
)  # fmt: skip
def test_parentheses_are_of_the_year_that_a_lead_tells_in_them(lead: str) -> None:
    text = f"SIPAS năm 2021 của tỉnh Kon Tum\n{lead}\n{FACTORS}\nYếu tố thủ tục hành chính xếp thứ 15 (86,2%)."
    assert [(r["component"], r["year"], r["value"]) for r in _parts(text)] == [
        ("Tiếp cận dịch vụ", 2020, 79.3), ("Tiếp cận dịch vụ", 2021, 84.1), ("Công chức", 2020, 80.2),
        ("Công chức", 2021, 85.6), ("Kết quả dịch vụ", 2020, 82.7), ("Kết quả dịch vụ", 2021, 88.4),
        ("Thủ tục hành chính", 2021, 86.2),
    ]  # fmt: skip


def test_two_figures_of_a_part_without_a_legend_are_no_facts() -> None:
    assert not _parts(f"SIPAS năm 2021 của tỉnh Kon Tum\nKết quả từng yếu tố:\n{FACTORS}")


def _parts(text: str) -> list[dict[str, object]]:
    return [r for r in stated(found_in(text)) if r["type"] == "observation" and r["measure"] == "score"]
