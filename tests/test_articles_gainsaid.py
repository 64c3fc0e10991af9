"""What the article and not the sentence tells of a figure is doubted where the article's own figures gainsay it; what a
sentence says in full is not."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import Record, found_in, stated

PAGES = [("Hà Nam", 2023), ("Sóc Trăng", 2019)]


def page(province: str, year: int, text: str) -> list[Record]:
    head = f"PAR INDEX năm {year} của tỉnh {province}\n"
    return found_in(head + text.format(p=province, y=year, before=year - 1))


def facts(records: list[Record]) -> list[tuple[Any, ...]]:
    return [(r["year"], r["measure"], r["value"]) for r in records if r["type"] == "observation"]


def doubted(found: list[Record]) -> list[tuple[Any, ...]]:
    return facts([r for r in found if r.get("status") == "candidate"])


FULL = "PAR INDEX năm {y} của tỉnh {p} đạt 85,12%, xếp thứ 10; PAR INDEX năm {before} của tỉnh {p} đạt 84,02%, thứ 15."


@pytest.mark.parametrize(("province", "year"), PAGES)
@pytest.mark.parametrize("rank", [9, 21])
def test_a_second_rank_is_doubted_where_context_tells_its_year(province: str, year: int, rank: int) -> None:
    found = page(province, year, f"{FULL}\nTrong bảng tổng hợp, tỉnh đứng thứ {rank} và được biểu dương.")
    assert doubted(found) == [(year, "rank", rank)]
    assert (year, "rank", 10) in facts(stated(found))


@pytest.mark.parametrize(("province", "year"), PAGES)
def test_the_same_rank_again_is_not_doubted(province: str, year: int) -> None:
    found = page(province, year, f"{FULL}\nTrong bảng tổng hợp, tỉnh đứng thứ 10 và được biểu dương.")
    assert doubted(found) == []


@pytest.mark.parametrize(("province", "year"), PAGES)
@pytest.mark.parametrize(
    ("text", "fits", "measure"),
    [
        ("Tỉnh tăng {n} bậc.", "5", "rank_change"),
        ("Chỉ số của tỉnh tăng {n} điểm.", "1,10", "score_change"),
        ("Chỉ số của tỉnh tăng {n} điểm.", "1,1", "score_change"),
    ],
)
@pytest.mark.parametrize("off", [False, True])
def test_a_change_is_doubted_where_it_is_not_the_difference(
    province: str, year: int, text: str, fits: str, measure: str, off: bool
) -> None:
    amount = {"5": "7", "1,10": "1,12", "1,1": "1,3"}[fits] if off else fits
    found = page(province, year, f"{FULL}\n" + text.replace("{n}", amount))
    value = float(amount.replace(",", "."))
    assert doubted(found) == ([(year, measure, value)] if off else [])
    assert ((year, measure, value) in facts(stated(found))) is not off


@pytest.mark.parametrize(("province", "year"), PAGES)
def test_of_two_changes_told_together_the_one_that_fits_stands(province: str, year: int) -> None:
    found = page(province, year, FULL + "\nSo với năm {before}, tỉnh tăng 4,5 điểm và tăng 5 bậc.")
    assert doubted(found) == [(year, "score_change", 4.5)]
    assert (year, "rank_change", 5) in facts(stated(found))


@pytest.mark.parametrize(("province", "year"), PAGES)
def test_a_source_that_contradicts_itself_in_full_is_left_to_validation(province: str, year: int) -> None:
    found = page(province, year, f"{FULL}\nPAR INDEX năm {{y}} của tỉnh {{p}} tăng 7 bậc so với năm {{before}}.")
    assert doubted(found) == []
    assert (year, "rank_change", 7) in facts(stated(found))


@pytest.mark.parametrize(
    ("province", "year", "region"),
    [("Hà Nam", 2023, "Đồng bằng sông Hồng"), ("Sóc Trăng", 2019, "Đồng bằng sông Cửu Long")],
)
def test_ranks_among_others_and_of_parts_gainsay_nothing(province: str, year: int, region: str) -> None:
    of_others = f"Trong vùng {region}, tỉnh xếp thứ 2. Chỉ số thành phần Cải cách thể chế đạt 91,3%, xếp thứ 4."
    found = page(province, year, f"{FULL}\n{of_others}")
    assert doubted(found) == []
    assert [rank for _, measure, rank in facts(stated(found)) if measure == "rank"] == [10, 15, 2, 4]
