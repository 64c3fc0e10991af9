"""Tables in running text whose columns are years, units, parts or means: each figure is of what its row and its column
name, and a table of other things tells nothing of an index."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import found_in, stated

OF_ONE = "Đắk Nông: PAR INDEX năm 2023\n\nPAR INDEX năm 2023 của tỉnh Đắk Nông đạt 85,60%, xếp thứ 44/63.\n\n"
SATISFIED = "Sóc Trăng nâng hạng SIPAS\n\nChỉ số SIPAS năm 2022 của tỉnh Sóc Trăng là 81,20%, xếp thứ 25/63.\n\n"
LEAD = {("Đắk Nông", 2023, "score", None, 85.6), ("Đắk Nông", 2023, "rank", None, 44)}
SEPARATORS = (" | ", "\t", "   ", " ; ", " / ", " : ", ": ", " · ")


def told(text: str) -> set[tuple[Any, ...]]:
    """Unit, year, measure, component and value of each observation and mean."""
    return {
        (r["unit"], r["year"], r["measure"], r.get("component"), r["value"])
        for r in stated(found_in(text))
        if r["type"] == "observation"
    }


def drawn(rows: list[str], between: str) -> str:
    return "\n".join(between.join(cell.strip() for cell in row.split("|")) for row in rows)


@pytest.mark.parametrize("between", SEPARATORS)
@pytest.mark.parametrize("key", ["Lĩnh vực", "Nội dung", "Tiêu chí"])
def test_years_may_be_columns_of_parts(between: str, key: str) -> None:
    rows = [f"{key}|Năm 2022|Năm 2023", "Thể chế|83,10|85,00", "Cải cách thủ tục hành chính|90,12|91,5"]
    rules, procedures = "Cải cách thể chế", "Cải cách thủ tục hành chính"
    assert told(OF_ONE + drawn(rows, between)) - LEAD == {
        ("Đắk Nông", 2022, "score", rules, 83.1), ("Đắk Nông", 2023, "score", rules, 85),
        ("Đắk Nông", 2022, "score", procedures, 90.12), ("Đắk Nông", 2023, "score", procedures, 91.5),
    }  # fmt: skip


@pytest.mark.parametrize("between", [*SEPARATORS, "\n"])
@pytest.mark.parametrize(
    ("nation", "region"),
    [
        ("Cả nước", "Vùng ĐBSCL"),
        ("Bình quân cả nước", "Bình quân vùng ĐBSCL"),
        ("TB toàn quốc 2022", "Trung bình Đồng bằng sông Cửu Long"),
    ],
)
def test_columns_may_be_of_a_unit_and_of_means(between: str, nation: str, region: str) -> None:
    rows = [f"Yếu tố|Sóc Trăng|{nation}|{region}", "Tiếp cận dịch vụ|82,1|81,0|80,2", "Kết quả dịch vụ|83,27|82,03|81"]
    access = [r for r in told(SATISFIED + drawn(rows, between)) if r[3] == "Tiếp cận dịch vụ"]
    assert sorted(access, key=lambda r: r[4]) == [
        ("Đồng bằng sông Cửu Long", 2022, "mean", "Tiếp cận dịch vụ", 80.2),
        ("tỉnh, thành phố", 2022, "mean", "Tiếp cận dịch vụ", 81),
        ("Sóc Trăng", 2022, "score", "Tiếp cận dịch vụ", 82.1),
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("85,1% - hạng 20", "83,9% - hạng 25"),
        ("85,1% (hạng 20)", "83,9% (thứ 25)"),
        ("85,1%, xếp thứ 20", "83,9%, hạng 25"),
        ("85,1; hạng 20", "83,9; hạng 25"),
        ("hạng 20 (85,1%)", "hạng 25 (83,9%)"),
        ("85,1 (20/63)", "83,9 (25/63)"),
    ],
)
def test_a_cell_may_tell_a_score_and_its_rank(cells: tuple[str, str]) -> None:
    text = f"{OF_ONE}| Lĩnh vực | Năm 2023 | Năm 2022 |\n|---|---|---|\n| Thể chế | {cells[0]} | {cells[1]} |\n"
    assert told(text) - LEAD == {
        ("Đắk Nông", 2023, "score", "Cải cách thể chế", 85.1), ("Đắk Nông", 2023, "rank", "Cải cách thể chế", 20),
        ("Đắk Nông", 2022, "score", "Cải cách thể chế", 83.9), ("Đắk Nông", 2022, "rank", "Cải cách thể chế", 25),
    }  # fmt: skip


@pytest.mark.parametrize(("header", "is_rank"), [("Năm 2022 (điểm - hạng)", True), ("Năm 2022", False)])
def test_a_number_behind_a_score_is_a_rank_where_the_header_says_so(header: str, is_rank: bool) -> None:
    found = found_in(f"{OF_ONE}Tên chỉ số\t{header}\nPAR INDEX\t81,3 - 59\nSIPAS\t78,3 - 55\nPCI\t59,6 - 60\n")
    ranks = [r["value"] for r in found if r.get("measure") == "rank" and r["year"] == 2022]
    left = [r["text"] for r in found if r["type"] == "unplaced"]
    assert (ranks, left) == (([59, 55, 60], []) if is_rank else ([], ["59", "55", "60"]))


INDICES = "Bến Tre công bố các chỉ số\n\nDiễn biến các chỉ số của tỉnh Bến Tre qua các năm:\n"


@pytest.mark.parametrize("between", SEPARATORS)
@pytest.mark.parametrize(
    ("score", "rank"),
    [
        ("PAR INDEX (%)", "Hạng PAR INDEX"),
        ("Chỉ số CCHC (PAR INDEX), %", "Thứ hạng PAR INDEX"),
        ("Chỉ số cải cách hành chính", "Xếp hạng"),
    ],
)
def test_rows_may_be_indices_and_what_is_measured_of_them(between: str, score: str, rank: str) -> None:
    rows = ["Nội dung|2022|2023", f"{score}|83,30|86,2", f"{rank}|48|40", "SIPAS (%)|81,1|83,05", "Hạng SIPAS|28|–"]
    found = [r for r in stated(found_in(INDICES + drawn(rows, between))) if r["type"] == "observation"]
    assert [(r["index"], r["year"], r["measure"], r["value"]) for r in found] == [
        ("PAR INDEX", 2022, "score", 83.3), ("PAR INDEX", 2023, "score", 86.2),
        ("PAR INDEX", 2022, "rank", 48), ("PAR INDEX", 2023, "rank", 40),
        ("SIPAS", 2022, "score", 81.1), ("SIPAS", 2023, "score", 83.05), ("SIPAS", 2022, "rank", 28),
    ]  # fmt: skip


def test_two_years_with_the_change_between_them_may_be_columns() -> None:
    rows = [
        "| | Năm 2022 | Năm 2023 | Tăng/giảm |",
        "| Điểm số | 83,5 | 85,60 | +2,10 |",
        "| Xếp hạng | 48 | 44 | +4 |",
    ]
    assert told(OF_ONE + "\n".join(rows)) == LEAD | {
        ("Đắk Nông", 2022, "score", None, 83.5), ("Đắk Nông", 2022, "rank", None, 48),
        ("Đắk Nông", 2023, "score_change", None, 2.1), ("Đắk Nông", 2023, "rank_change", None, 4),
    }  # fmt: skip


OWN = "Tuyên Quang: Chỉ số CCHC năm 2023\n\nUBND tỉnh Tuyên Quang công bố Chỉ số CCHC năm 2023 của các {}.\n\n"


@pytest.mark.parametrize(
    "header",
    [
        ["Đơn vị | Năm 2023 | | Năm 2022 | |", " | Điểm | Hạng | Điểm | Hạng |"],
        ["| Đơn vị | Năm 2023 | Năm 2022 |", "| Điểm | Hạng | Điểm | Hạng |"],
        ["| Đơn vị | Điểm 2023 | Hạng 2023 | Điểm 2022 | Hạng 2022 |"],
    ],
)
def test_a_header_may_have_two_lines(header: list[str]) -> None:
    rows = ["Huyện Sơn Dương | 90,1 | 1 | 88,1 | 2", "Huyện Yên Sơn | 88,2 | 2 | 89,2 | 1"]
    assert told(OWN.format("huyện") + "\n".join([*header, *rows])) == {
        ("huyện Sơn Dương", 2023, "score", None, 90.1), ("huyện Sơn Dương", 2023, "rank", None, 1),
        ("huyện Sơn Dương", 2022, "score", None, 88.1), ("huyện Sơn Dương", 2022, "rank", None, 2),
        ("huyện Yên Sơn", 2023, "score", None, 88.2), ("huyện Yên Sơn", 2023, "rank", None, 2),
        ("huyện Yên Sơn", 2022, "score", None, 89.2), ("huyện Yên Sơn", 2022, "rank", None, 1),
    }  # fmt: skip


@pytest.mark.parametrize("between", [*SEPARATORS, "\n"])
def test_parts_may_be_columns_of_units(between: str) -> None:
    rows = [
        "Cơ quan|Thể chế|Thủ tục hành chính|Tổng điểm|Xếp hạng",
        "Sở Nội vụ|9,1|14,2|90,12|1",
        "Sở Y tế|8,1|12,0|80,1|2",
    ]
    assert {r[2:] for r in told(OWN.format("sở") + drawn(rows, between)) if r[0] == "Sở Y tế"} == {
        ("score", "Cải cách thể chế", 8.1), ("score", "Cải cách thủ tục hành chính", 12), ("score", None, 80.1),
        ("rank", None, 2),
    }  # fmt: skip


def test_a_ministry_may_stand_beside_the_mean_of_all() -> None:
    rows = ["Lĩnh vực | Chỉ số của Bộ (%) | Bình quân các bộ (%) | Thứ hạng", "Tài chính công | 80,2 | 81,1 | 9/17"]
    text = "Bộ Công Thương: PAR INDEX 2022\n\nBộ Công Thương công bố kết quả PAR INDEX năm 2022 của Bộ.\n\n"
    assert told(text + "\n".join(rows)) == {
        ("Bộ Công Thương", 2022, "score", "Tài chính công", 80.2),
        ("bộ, cơ quan ngang bộ", 2022, "mean", "Tài chính công", 81.1),
        ("Bộ Công Thương", 2022, "rank", "Tài chính công", 9),
    }


@pytest.mark.parametrize("caption", ["Bảng: kết quả từng yếu tố (đơn vị: %)", "ĐVT: %", "Tính theo phần trăm"])
def test_a_caption_may_tell_the_unit_of_measure(caption: str) -> None:
    text = f"{SATISFIED}{caption}\nYếu tố\t2021\t2022\nTiếp cận dịch vụ\t80,1\t82,1\nKết quả dịch vụ\t81,1\t83,27\n"
    found = [r["unit_of_measure"] for r in stated(found_in(text)) if r.get("component")]
    assert found == ["percent"] * 4


@pytest.mark.parametrize(
    "rows",
    [
        ["Đơn vị | Biên chế giao | Có mặt | Tỷ lệ (%)", "Sở Nội vụ | 85 | 80 | 94,1", "Sở Y tế | 60 | 58 | 96,7"],
        ["Đơn vị | Kế hoạch vốn | Giải ngân | Tỷ lệ (%) | Xếp hạng", "Sở Nội vụ | 85 | 80 | 94,1 | 1"],
        ["Lĩnh vực | Năm 2022 | Năm 2023", "Giáo dục | 85,3 | 86,2", "Giao thông | 60,1 | 61,2"],
        ["Đơn vị; Tiếp nhận; Đúng hạn (%); Trực tuyến (%)", "Sở Nội vụ; 120; 99,1; 88", "Sở Y tế; 220; 97,1; 78"],
        ["Lương bình quân của các tỉnh:", "Năm\tĐắk Nông\tCả nước", "2021\t5,1\t6,2", "2022\t5,5\t6,7"],
        ["Chỉ số giá tiêu dùng các năm:", "Năm\tĐắk Nông\tCả nước", "2021\t2,1\t1,8", "2022\t3,0\t3,1"],
        ["Điểm thi tốt nghiệp của các huyện:", "Huyện | Điểm 2022 | Điểm 2023", "Cư Jút | 6,1 | 6,2"],
        ["Nội dung | Kế hoạch 2022 | Thực hiện 2022", "Số hóa hồ sơ | 50 | 61,2", "Hồ sơ trực tuyến | 80 | 85,5"],
        ["Lĩnh vực, con số, kết quả", "Thể chế thì tốt, con số nào cũng đẹp, kết quả rất khả quan"],
    ],
)
def test_a_table_of_other_things_tells_nothing_of_an_index(rows: list[str]) -> None:
    assert told(OF_ONE + "\n".join(rows)) == LEAD


@pytest.mark.parametrize("column", ["So với bình quân cả nước", "Cao nhất cả nước", "Số vụ việc"])
def test_a_column_that_is_not_understood_is_left_over(column: str) -> None:
    rows = [
        f"Lĩnh vực | Năm 2022 | Năm 2023 | {column}",
        "Thể chế | 80,1 | 82,2 | 3,2",
        "Tài chính công | 81,1 | 83 | 1,5",
    ]
    found = found_in(OF_ONE + "\n".join(rows))
    assert {r["value"] for r in stated(found) if r.get("component")} == {80.1, 82.2, 81.1, 83}
    assert [r["text"] for r in found if r["type"] == "unplaced"] == ["3,2", "1,5"]


def test_bare_numbers_below_bare_years_may_be_anything() -> None:
    found = found_in(f"{OF_ONE}Lĩnh vực | 2022 | 2023\nThể chế | 40 | 38\nTài chính công | 15 | 9\n")
    assert not any(r.get("component") for r in stated(found))
    assert [r["text"] for r in found if r["type"] == "unplaced"] == ["40", "38", "15", "9"]


def test_of_two_results_of_a_year_the_one_that_says_so_is_the_score() -> None:
    rows = ["Huyện", "Tiếp cận dịch vụ", "Kết quả", "Chỉ số chung", "Bắc Mê", "85,1", "86,1", "85,5"]
    text = "Hà Giang: SIPAS năm 2023\n\nTỉnh Hà Giang công bố chỉ số hài lòng (SIPAS) năm 2023 của các huyện.\n\n"
    assert {r[3:] for r in told(text + "\n".join(rows))} == {("Tiếp cận dịch vụ", 85.1), (None, 85.5)}


def test_parts_need_no_header_where_each_figure_tells_what_it_is() -> None:
    rows = ["1. Thể chế | 8,5/10 | hạng 40", "2. Tài chính công | 9,2/11,5 | hạng 35"]
    assert told(OF_ONE + "\n".join(rows)) - LEAD == {
        ("Đắk Nông", 2023, "score", "Cải cách thể chế", 8.5), ("Đắk Nông", 2023, "rank", "Cải cách thể chế", 40),
        ("Đắk Nông", 2023, "score", "Tài chính công", 9.2), ("Đắk Nông", 2023, "rank", "Tài chính công", 35),
    }  # fmt: skip
    assert told(f"{OF_ONE}Giao thông | 8,5/10 | hạng 40\nBưu chính | 9,2/11,5 | hạng 35\n") == LEAD


def test_marks_of_bold_letters_and_arrows_are_understood() -> None:
    rows = ["| **Đơn vị** | **Điểm số** | **Xếp hạng** | **So với năm 2022 (bậc)** |", "|:--|:-:|:-:|:-:|"]
    rows += ["| **Huyện Sơn Dương** | 91,2đ | 1 | ↑ 2 |", "| Huyện Yên Sơn | 90,1đ | 2 | ▼1 |"]
    assert told(OWN.format("huyện") + "\n".join(rows)) == {
        ("huyện Sơn Dương", 2023, "score", None, 91.2), ("huyện Sơn Dương", 2023, "rank", None, 1),
        ("huyện Sơn Dương", 2023, "rank_change", None, 2), ("huyện Yên Sơn", 2023, "rank_change", None, -1),
        ("huyện Yên Sơn", 2023, "score", None, 90.1), ("huyện Yên Sơn", 2023, "rank", None, 2),
    }  # fmt: skip


def test_the_corner_of_a_table_may_be_blank() -> None:
    found = [r for r in found_in(f"{OF_ONE}\tPAR INDEX\tSIPAS\n2021\t83,1\t84,2\n2022\t83,5\t80,2\n") if "measure" in r]
    assert [(r["index"], r["year"], r["value"]) for r in found[2:]] == [
        ("PAR INDEX", 2021, 83.1), ("SIPAS", 2021, 84.2), ("PAR INDEX", 2022, 83.5), ("SIPAS", 2022, 80.2),
    ]  # fmt: skip


def test_what_a_name_has_in_parentheses_is_no_part_of_it() -> None:
    rows = [
        "Địa phương (hạng 2021) | Chỉ số 2022 | Hạng 2022",
        "Quảng Ninh (2) | 90,10 | 1",
        "Hải Dương (8) | 88,12 | 5",
    ]
    lead = "PAR INDEX 2022\n\nBộ Nội vụ công bố Chỉ số CCHC (PAR INDEX) năm 2022 của 63 tỉnh, thành phố.\n\n"
    assert {r[0] for r in told(lead + "\n".join(rows))} == {"Quảng Ninh", "Hải Dương"}


@pytest.mark.parametrize(
    ("header", "changes"),
    [
        ("Lĩnh vực | Đắk Nông | Cả nước | Chênh lệch", []),
        ("Lĩnh vực | Tự chấm | Điểm thẩm định | Chênh lệch", []),
        ("Lĩnh vực | Năm 2022 | Năm 2023 | Chênh lệch", [2.9]),
        ("Lĩnh vực | Đắk Nông 2022 | Đắk Nông 2023 | Tăng, giảm", [2.9]),
    ],
)
def test_a_difference_is_a_change_where_two_years_stand_beside_it(header: str, changes: list[float]) -> None:
    found = told(f"{OF_ONE}{header}\nThể chế | 80,1 | 83 | +2,9\nTài chính công | 80 | 79,5 | x\n")
    assert [value for _, _, measure, _, value in found if measure.endswith("change")] == changes


@pytest.mark.parametrize(
    ("caption", "cells", "measure"),
    [
        ("Thứ hạng của tỉnh trong các chỉ số:", ("50", "48"), "rank"),
        ("Kết quả xếp hạng của tỉnh Bến Tre:", ("50", "48"), "rank"),
        ("Điểm của tỉnh Bến Tre trong các chỉ số:", ("80,1", "81,2"), "score"),
        ("Kết quả của tỉnh Bến Tre trong các chỉ số:", ("50", "48"), None),
    ],
)
def test_a_caption_may_say_that_whole_numbers_are_ranks(
    caption: str, cells: tuple[str, str], measure: str | None
) -> None:
    rows = f"Năm\t2021\t2022\nPAR INDEX\t{cells[0]}\t{cells[1]}\nSIPAS\t{cells[1]}\t{cells[0]}\n"
    found = [(r["year"], r["measure"]) for r in stated(found_in(f"Bến Tre và các chỉ số\n\n{caption}\n{rows}"))]
    assert found == ([(2021, measure), (2022, measure)] * 2 if measure else [])


def test_the_measure_of_satisfaction_is_no_part_where_the_rows_are_parts() -> None:
    rows = "Yếu tố | Mức độ hài lòng (%) | Thứ hạng\nTiếp cận dịch vụ | 79,1 | 50\nKết quả dịch vụ | 80,1 | 45\n"
    assert {r[2:] for r in told(SATISFIED + rows) if r[3]} == {
        ("score", "Tiếp cận dịch vụ", 79.1), ("rank", "Tiếp cận dịch vụ", 50),
        ("score", "Kết quả dịch vụ", 80.1), ("rank", "Kết quả dịch vụ", 45),
    }  # fmt: skip
