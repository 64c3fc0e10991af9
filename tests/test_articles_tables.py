"""Tables in running text as pages lose them: run together, in sections, of weeks, with rows left out."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import facts

YEARS = "Diễn biến PAR INDEX của Hậu Giang qua các năm\nPAR INDEX của tỉnh Hậu Giang qua các năm như sau:\n"


@pytest.mark.parametrize("header", ["Năm Chỉ số (%) Hạng", "Năm Điểm Xếp hạng", "Năm PAR INDEX Thứ hạng"])
def test_the_lines_of_a_table_of_years_may_be_run_together(header: str) -> None:
    told = facts(f"{YEARS}{header} 2012 80,52 15 2013 75,41 42 2014 80,97 34\n")
    assert [(year, measure, float(value)) for _, year, measure, value in told] == [
        (2012, "score", 80.52), (2012, "rank", 15), (2013, "score", 75.41), (2013, "rank", 42),
        (2014, "score", 80.97), (2014, "rank", 34),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Năm Chỉ số (%) Hạng 2012 80,52 15 2013 75,41 2014 80,97 34",
        "Năm Bò Gà Vịt 2012 80,52 15 20 2013 75,41 42 20 2014 80,97 34 20",
    ],
)
def test_what_is_run_together_and_no_table_is_none(line: str) -> None:
    assert not any(measure == "rank" for _, _, measure, _ in facts(f"{YEARS}{line}\n"))


OWN = "Gia Lai: Chỉ số CCHC năm 2022 của các huyện\nKết quả của các huyện tỉnh Gia Lai như sau:\n"


@pytest.mark.parametrize("gap", ["(...)", "…", "[…]", "..."])
def test_a_table_by_dashes_needs_no_header_and_may_leave_out_rows(gap: str) -> None:
    rows = [
        "1 - Huyện Chư Păh - 90,15 - Xuất sắc",
        "2 - Thị xã An Khê - 88,92 - Tốt",
        gap,
        "17 - Huyện Chư Sê - 68,24 - Khá",
    ]
    told = facts(OWN + "\n".join(rows))
    assert [(unit, value) for unit, _, measure, value in told if measure == "rank"] == [
        ("huyện Chư Păh", 1), ("thị xã An Khê", 2), ("huyện Chư Sê", 17),
    ]  # fmt: skip
    assert ("huyện Chư Sê", 2022, "group", "khá") in told
    assert ("thị xã An Khê", 2022, "score", 88.92) in told


def test_numbers_with_a_gap_that_the_scores_do_not_follow_are_no_ranks() -> None:
    rows = [
        "1 - Huyện Chư Păh - 60,15 - Yếu",
        "2 - Thị xã An Khê - 88,92 - Tốt",
        "…",
        "17 - Huyện Chư Sê - 68,24 - Khá",
    ]
    assert not any(measure == "rank" for _, _, measure, _ in facts(OWN + "\n".join(rows)))


@pytest.mark.parametrize(("columns", "weeks"), [("Tuần 33\nTuần 32", (33, 32)), ("Điểm\nTuần 32", (31, 32))])
def test_a_column_may_be_of_a_week_and_is_else_of_the_week_talked_about(columns: str, weeks: tuple[int, int]) -> None:
    text = (
        "Bình Phước: kết quả Bộ chỉ số 766 tuần 31 năm 2024\nĐối với các huyện của tỉnh Bình Phước:\n"
        f"Hạng\nĐơn vị\n{columns}\n1\nHuyện Đồng Phú\n88,12\n86,40\n2\nHuyện Lộc Ninh\n86,93\n85,11\n"
    )
    told = [(r["period"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert told[:2] == [(f"tuần {weeks[0]}", 88.12), (f"tuần {weeks[1]}", 86.4)]
    assert len(told) == 4
