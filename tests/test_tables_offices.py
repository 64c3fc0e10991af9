"""Tables as offices keep them: groups as rows, signatures, weeks and quarters, comparisons in titles and brackets."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cchc.errors import CchcError
from cchc.loaders.tables.describe import describe, unread_columns
from cchc.loaders.tables.model import TableRefused
from cchc.loaders.tables.reader import Options, read_table
from table_files import facts, separated, workbook


def sheet(tmp_path: Path, *rows: list[Any], merged: tuple[str, ...] = (), name: str = "Sheet1") -> Path:
    return workbook(tmp_path / "t.xlsx", {name: rows}, {name: merged})


def of(path: Path, unit: str) -> set[tuple[Any, ...]]:
    """What a table says of one unit: (year, component, measure, value)."""
    return {(year, *rest) for _, year, who, *rest in facts(path) if who.split("/")[-1] == unit}


def by_period(path: Path, options: Options | None = None) -> set[tuple[Any, ...]]:
    """What a table says with the part of the year that it says it of: (period, measure, value)."""
    claims = read_table(path, options).claims()
    return {(getattr(c, "period", None), getattr(c, "measure", "mean"), str(c.value)) for c in claims}


# -- groups and signatures -------------------------------------------------------------------------------------------

GROUPS = [
    ["PAR INDEX năm 2021 của các tỉnh, thành phố"],
    ["TT", "Tỉnh, thành phố", "Cải cách thể chế", "Phối hợp liên ngành", "Tổng điểm", "Xếp hạng"],
    [None, "Điểm tối đa", 10, 4, 100, None],
    ["Nhóm A (từ 90% trở lên)"],
    [1, "Lào Cai", 9.1, 3.5, 91.2, 1],
    ["Nhóm B: từ 80 đến dưới 90"],
    [2, "Bến Tre", 8.5, 3.1, 85, 2],
    [None, "Trung bình", 8.8, 3.3, 88.1, None],
]  # fmt: skip


@pytest.mark.parametrize("merged", [("A4:F4", "A6:F6"), ()])
def test_a_row_with_a_group_grades_the_rows_under_it(tmp_path: Path, merged: tuple[str, ...]) -> None:
    path = sheet(tmp_path, *GROUPS, merged=merged)
    assert (2021, None, "grade", "a") in of(path, "lao-cai")
    assert (2021, None, "grade", "b") in of(path, "ben-tre")
    assert not {measure for _, _, measure, _ in of(path, "mean")} - {"mean"}
    grades = [c for c in read_table(path).claims() if getattr(c, "measure", "") == "grade"]
    assert [(c.cell.row, c.cell.column, c.cell.exact) for c in grades if c.cell] == [
        (4, 1, "Nhóm A (từ 90% trở lên)"), (6, 1, "Nhóm B: từ 80 đến dưới 90"),
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["Nhóm các tỉnh miền núi phía Bắc", "Nhóm 1", "Các tỉnh miền núi"])
def test_a_row_with_another_group_grades_nobody(tmp_path: Path, said: str) -> None:
    path = sheet(tmp_path, GROUPS[0], GROUPS[1], [said], GROUPS[4], merged=("A3:F3",))
    assert not [fact for fact in of(path, "lao-cai") if fact[2] == "grade"]


def test_a_column_of_grades_says_more_than_a_row_above(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ["PAR INDEX 2021"], ["Tỉnh", "Điểm", "Nhóm"], ["Nhóm B"], ["Bến Tre", 85, "B"], ["Lào Cai", 91, "A"],
        merged=("A3:C3",),
    )  # fmt: skip
    assert (2021, None, "grade", "a") in of(path, "lao-cai")
    assert (2021, None, "grade", "b") not in of(path, "lao-cai")


def test_a_column_that_has_a_maximum_is_a_component(tmp_path: Path) -> None:
    path = sheet(tmp_path, *GROUPS, merged=("A4:F4", "A6:F6"))
    assert (2021, "phoi-hop-lien-nganh", "score", 3.5) in of(path, "lao-cai")
    rows = [list(row) for row in GROUPS]
    rows[4][3] = 35
    read = read_table(sheet(tmp_path, *rows))
    assert not {c for c in read.claims() if c.component and "phoi-hop" in c.component.path}
    assert "Column D “Phối hợp liên ngành”" in unread_columns(read.unread, "en")[0]


@pytest.mark.parametrize(
    "row",
    [
        ["NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"],
        [None, "Người lập biểu", "Giám đốc"],
        ["Lập biểu", "Kiểm soát", "Phê duyệt"],
        [None, None, "Bắc Giang, ngày 09 tháng 02 năm 2022"],
        [None, None, "KT. GIÁM ĐỐC"],
    ],
)
def test_who_signs_is_no_unit(tmp_path: Path, row: list[Any]) -> None:
    title = ["Chỉ số CCHC năm 2021 của các sở thuộc UBND tỉnh Bắc Giang"]
    path = sheet(tmp_path, title, ["Hạng", "Sở", "Điểm"], [1, "Sở Y tế", 90.5], row)
    assert len(facts(path)) == 2
    with pytest.raises(TableRefused, match="TABLE_UNIT"):
        facts(sheet(tmp_path, title, ["Hạng", "Sở", "Điểm"], [1, "Sở Y tế", 90.5], [2, "Lập biểu", 80]))


# -- years and what they are held against ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Xếp hạng PAR INDEX 2022 của các tỉnh và so sánh với năm 2021",
        "PAR INDEX năm 2022 các tỉnh (so với năm 2021)",
        "PAR INDEX 2022 compared with 2021",
    ],
)
def test_the_year_compared_with_is_not_the_table_s(tmp_path: Path, title: str) -> None:
    path = sheet(tmp_path, [title], ["Tỉnh", "Điểm", "Hạng"], ["Sơn La", 84.5, 41])
    assert of(path, "son-la") == {(2022, None, "score", 84.5), (2022, None, "rank", 41.0)}


def test_a_change_is_of_the_later_of_two_years(tmp_path: Path) -> None:
    head = ["Tỉnh", "SIPAS 2023 (%)", "Hạng 2023", "SIPAS 2022 (%)", "Hạng 2022", "Tăng, giảm"]
    path = separated(tmp_path / "t.csv", [head, ["Lai Châu", "84,1", "9", "82,6", "20", "1,5"]], ";", "utf-16")
    assert (2023, None, "score_change", 1.5) in of(path, "lai-chau")
    head[3], head[4] = "SIPAS 2020 (%)", "Hạng 2020"
    path = separated(tmp_path / "u.csv", [head, ["Lai Châu", "84,1", "9", "82,6", "20", "1,5"]])
    (change,) = (c for c in read_table(path).claims() if getattr(c, "measure", "") == "score_change")
    assert (change.edition.year, change.compared_with) == (2023, 2020)


@pytest.mark.parametrize(
    ("text", "change"), [("(-3)", -3), ("(+4)", 4), ("(↑2)", 2), ("5▼", -5), ("6 ↑", 6), ("(giảm 2 bậc)", -2)]
)
def test_changes_in_brackets_and_arrows_behind(tmp_path: Path, text: str, change: int) -> None:
    path = sheet(tmp_path, ["PAR INDEX 2020"], ["Tỉnh", "Hạng", "Tăng/giảm hạng"], ["Kon Tum", 47, text])
    assert (2020, None, "rank_change", float(change)) in of(path, "kon-tum")


def test_a_bare_number_in_brackets_is_no_change(tmp_path: Path) -> None:
    path = sheet(tmp_path, ["PAR INDEX 2020"], ["Tỉnh", "Hạng", "Tăng/giảm hạng"], ["Kon Tum", 47, "(3)"])
    with pytest.raises(TableRefused, match="TABLE_VALUE"):
        facts(path)


# -- weeks, months, quarters -----------------------------------------------------------------------------------------

WEEKLY = [["STT", "Xã", "Tổng điểm", "Xếp hạng"], [1, "Xã Lai Vung", 70.5, 2], [2, "Xã Tân Hồng", 74, 1]]


@pytest.mark.parametrize(
    ("title", "name", "period"),
    [
        ("Bộ chỉ số 766 các xã tỉnh Đồng Tháp, tuần 41 năm 2025", "KQ", "tuần 41"),
        ("Bộ chỉ số 766 các xã tỉnh Đồng Tháp (từ ngày 06/10/2025 đến ngày 12/10/2025)", "KQ",
         "từ ngày 06/10/2025 đến ngày 12/10/2025"),
        ("Bộ chỉ số 766 các xã tỉnh Đồng Tháp tháng 10/2025", "KQ", "tháng 10"),
        ("Bộ chỉ số 766 các xã tỉnh Đồng Tháp năm 2025", "Tháng 10", "tháng 10"),
        ("Chỉ số CCHC các xã tỉnh Đồng Tháp quý IV năm 2025", "KQ", "quý IV"),
        ("Chỉ số CCHC các xã tỉnh Đồng Tháp 6 tháng cuối năm 2025", "KQ", "6 tháng cuối năm"),
        ("Bộ chỉ số 766 các xã tỉnh Đồng Tháp năm 2025", "KQ", None),
        ("Bộ chỉ số 766 các xã tỉnh Đồng Tháp năm 2025 (tính đến 31/12/2025)", "KQ", None),
        ("Chỉ số CCHC các xã tỉnh Đồng Tháp năm 2025 (ban hành tháng 3 năm 2026)", "KQ", None),
    ],
)  # fmt: skip
def test_part_of_a_year_is_kept(tmp_path: Path, title: str, name: str, period: str | None) -> None:
    path = sheet(tmp_path, [title], *WEEKLY, name=name)
    assert by_period(path) == {
        (period, "score", "70.5"), (period, "rank", "2"), (period, "score", "74"), (period, "rank", "1"),
    }  # fmt: skip
    assert {fact[1] for fact in facts(path)} == {2025}
    if period:
        assert period in describe(read_table(path).tables[0])[0]
    asked = [line for line in describe(read_table(path).tables[0]) if "cchc query ranking" in line]
    assert bool(asked) is (period is None)


def test_a_yearly_index_stands_in_reports_of_a_quarter(tmp_path: Path) -> None:
    rows = [["Báo cáo quý I. Kết quả SIPAS năm 2023 các tỉnh"], ["Tỉnh", "SIPAS"], ["Hậu Giang", 82.5]]
    assert by_period(sheet(tmp_path, *rows)) == {(None, "score", "82.5")}


def test_columns_and_rows_of_quarters(tmp_path: Path) -> None:
    title = ["Chấm điểm CCHC năm 2024 các sở tỉnh Phú Thọ"]
    head = ["Đơn vị", "Điểm quý I", "Điểm quý II", "Tăng/giảm", "Xếp hạng quý II"]
    assert by_period(sheet(tmp_path, title, head, ["Sở Y tế", 80.5, 81, 0.5, 3])) == {
        ("quý I", "score", "80.5"), ("quý II", "score", "81"), ("quý II", "rank", "3"),
    }  # fmt: skip
    rows = [["Bộ chỉ số 766 của tỉnh Trà Vinh"], ["Kỳ đánh giá", "Điểm"], ["Quý I/2024", 70.5], ["Năm 2023", 68]]
    assert by_period(sheet(tmp_path, *rows)) == {("quý I", "score", "70.5"), (None, "score", "68")}


def test_a_mean_of_a_week_is_told_to_be_left(tmp_path: Path) -> None:
    title = ["Bộ chỉ số 766 các xã tỉnh Đồng Tháp tuần 41 năm 2025"]
    read = read_table(sheet(tmp_path, title, *WEEKLY, [None, "Trung bình", 72.3, None]))
    assert len(list(read.claims())) == 4
    assert "figures not understood: 1 (C5 “72.3” …)" in unread_columns(read.unread, "en")[0]


# -- components and points -------------------------------------------------------------------------------------------


def test_an_index_in_the_name_of_a_component_is_not_the_table_s(tmp_path: Path) -> None:
    title = ["Bộ chỉ số 766 năm 2024 các tỉnh"]
    head = ["Tỉnh", "Công khai, minh bạch (18)", "Mức độ hài lòng (18)", "Số hóa hồ sơ (22)", "Tổng điểm"]
    path = sheet(tmp_path, title, head, ["Nam Định", 15.5, 16.2, 20.1, 80.4], ["Sơn La", 14, 17, 19, 79])
    assert {fact[0] for fact in facts(path)} == {"service-index-766"}
    assert (2024, "muc-do-hai-long", "score", 16.2) in of(path, "nam-dinh")
    assert {c.rank_of for c in read_table(path).claims() if hasattr(c, "rank_of")} == {None}
    title = ["Kết quả năm 2022 các tỉnh"]
    path = sheet(tmp_path, title, ["Tỉnh", "PAR INDEX (%)", "SIPAS (%)"], ["Nam Định", 85.5, 80.1])
    assert {fact[0] for fact in facts(path)} == {"par-index", "sipas"}


def test_the_number_of_an_index_counts_no_units(tmp_path: Path) -> None:
    path = sheet(tmp_path, ["Kết quả Bộ chỉ số 766 các tỉnh năm 2024"], ["Tỉnh", "Điểm", "Hạng"], ["Sơn La", 70, 5])
    assert {c.rank_of for c in read_table(path).claims() if hasattr(c, "rank_of")} == {None}
    path = sheet(tmp_path, ["Kết quả SIPAS của 63 tỉnh năm 2021"], ["Tỉnh", "Điểm", "Hạng"], ["Sơn La", 70, 5])
    assert {c.rank_of for c in read_table(path).claims() if c.measure == "rank"} == {63}


def test_points_lost_are_no_second_score(tmp_path: Path) -> None:
    title = ["Chỉ số CCHC năm 2023 của tỉnh Yên Bái"]
    head = ["Lĩnh vực", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Điểm trừ"]
    read = read_table(
        sheet(tmp_path, title, head, ["Cải cách thể chế", 10, 9, 8.5, 1.5], ["Tổng điểm", 100, 92, 88, 12])
    )
    assert {(c.component.path.split("/")[-1] if c.component else None, str(c.value)) for c in read.claims()} == {
        ("the-che", "8.5"), (None, "88"),
    }  # fmt: skip
    assert [line.split(":")[0] for line in unread_columns(read.unread, "en")] == ["Column E “Điểm trừ”"]


def test_an_unknown_name_with_points_over_its_scores_is_a_component(tmp_path: Path) -> None:
    rows = [
        ["PAR INDEX năm 2022 của các bộ"],
        ["Bộ", "Dân vận khéo (tối đa 6 điểm)", None, "Tổng hợp", None],
        [None, "Điểm đạt được", "Tỷ lệ %", "Tổng điểm", "Xếp hạng"],
        ["Bộ Y tế", 5.4, 90, 82.5, 9],
    ]
    path = sheet(tmp_path, *rows, merged=("B2:C2", "D2:E2"))
    assert of(path, "bo-y-te") == {
        (2022, "dan-van-kheo", "score", 5.4), (2022, "dan-van-kheo", "score", 90.0),
        (2022, None, "score", 82.5), (2022, None, "rank", 9.0),
    }  # fmt: skip


@pytest.mark.parametrize("said", ["Chưa đánh giá", "không tham gia", "Chưa xếp hạng", "Không áp dụng"])
def test_words_for_no_figure(tmp_path: Path, said: str) -> None:
    title = ["Chỉ số CCHC năm 2023 các sở tỉnh Kiên Giang"]
    path = sheet(tmp_path, title, ["Sở", "Điểm 2022", "Điểm 2023"], ["Sở Du lịch", said, 88.5])
    assert of(path, "so-du-lich") == {(2023, None, "score", 88.5)}
    rows = [["Sở Du lịch", "tám mươi", 88.5], ["Sở Y tế", 80, 81]]
    path = sheet(tmp_path, title, ["Sở", "Điểm 2022", "Điểm 2023"], *rows)
    with pytest.raises(CchcError, match="TABLE_VALUE"):
        facts(path)


# -- short names, means, dates, names of files -----------------------------------------------------------------------


def test_short_names_among_components(tmp_path: Path) -> None:
    title = ["SIPAS năm 2022 các huyện tỉnh Nghệ An"]
    head = ["Huyện", "Tiếp cận DV", "TTHC", "CCVC", "Kết quả", "GYPAKN", "SIPAS"]
    path = sheet(tmp_path, title, head, ["Huyện Con Cuông", 88, 86, 87, 90, 80, 86.5])
    found = {part: value for _, part, _, value in of(path, "huyen-con-cuong")}
    assert found == {
        "tiep-can-dich-vu": 88, "thu-tuc-hanh-chinh": 86, "cong-chuc": 87, "ket-qua-dich-vu": 90,
        "gop-y-phan-anh-kien-nghi": 80, None: 86.5,
    }  # fmt: skip
    title = ["Chỉ số CCHC năm 2022 các sở tỉnh Nghệ An"]
    head = ["Sở", "CĐĐH", "Thể chế", "TTHC", "TCBM", "TCC", "Tác động", "Tổng"]
    path = sheet(tmp_path, title, head, ["Sở Y tế", 8, 9, 12, 9.5, 11, 15, 87])
    found = {part: value for _, part, _, value in of(path, "so-y-te")}
    assert found == {
        "chi-dao-dieu-hanh": 8, "the-che": 9, "thu-tuc-hanh-chinh": 12, "to-chuc-bo-may": 9.5, "tai-chinh-cong": 11,
        "tac-dong": 15, None: 87,
    }  # fmt: skip


@pytest.mark.parametrize(
    "head", [["Tỉnh", "Kết quả", "Hạng"], ["Tỉnh", "Kết quả 2022", "Hạng"], ["Tỉnh", "Kết quả (%)", "Hạng"]]
)
def test_a_result_alone_is_the_score(tmp_path: Path, head: list[str]) -> None:
    path = sheet(tmp_path, ["SIPAS năm 2022 các tỉnh"], head, ["Sơn La", 80, 12])
    assert (2022, None, "score", 80.0) in of(path, "son-la")


def test_a_result_among_factors_without_another_total_is_the_score(tmp_path: Path) -> None:
    head = ["Tỉnh", "Tiếp cận dịch vụ", "Thủ tục hành chính", "Kết quả"]
    path = sheet(tmp_path, ["SIPAS năm 2022 các tỉnh"], head, ["Sơn La", 80, 81, 82])
    assert (2022, None, "score", 82.0) in of(path, "son-la")


MEANS = [
    ["STT", "Chỉ số thành phần", "Giá trị trung bình (%)", "Cao nhất", "Đơn vị cao nhất"],
    [1, "Cải cách thể chế", 86.5, 95, "Long An"],
    [2, "Cải cách tài chính công", 80, 91, "Hà Nam"],
]


def test_means_of_components(tmp_path: Path) -> None:
    read = read_table(sheet(tmp_path, ["Các chỉ số thành phần PAR INDEX 2022 của 63 tỉnh"], *MEANS))
    assert {(c.edition.population, c.component.path.split("/")[-1], str(c.value)) for c in read.claims()} == {
        ("province", "the-che", "86.5"), ("province", "tai-chinh-cong", "80"),
    }  # fmt: skip
    assert [line.split(":")[0] for line in unread_columns(read.unread, "en")] == ["Column D “Cao nhất”"]


@pytest.mark.parametrize(
    "title",
    [
        "Các chỉ số thành phần PAR INDEX 2022 của 63 tỉnh, vùng Tây Nguyên",
        "Các chỉ số thành phần PAR INDEX 2022 của tỉnh Hà Nam",
        "Các chỉ số thành phần PAR INDEX 2022",
    ],
)
def test_means_of_some_or_of_nobody_known_are_none(tmp_path: Path, title: str) -> None:
    found: set[tuple[Any, ...]] = set()
    with suppress(CchcError):
        found = facts(sheet(tmp_path, [title], *MEANS))
    assert found == set()


def test_a_rank_that_became_a_date_is_told(tmp_path: Path) -> None:
    for value, like in ((date(1963, 1, 1), "1/63"), (date(2024, 11, 5), "5/11"), ("Feb-63", "2/63"), ("7-Mar", "7/3")):
        path = sheet(tmp_path, ["PAR INDEX 2020"], ["Tỉnh", "Điểm", "Hạng"], ["Sơn La", 80, value], ["Hà Nam", 81, 5])
        with pytest.raises(TableRefused) as caught:
            facts(path)
        assert "TABLE_DATE" in caught.value.message("vi")
        assert f"“{like}”" in caught.value.message("en")


def test_a_number_in_the_name_of_a_file_counts_no_units(tmp_path: Path) -> None:
    rows = [["Chỉ số CCHC năm 2023 của tỉnh Hà Nam"], ["Sở", "Điểm", "Hạng"], ["Sở Y tế", 80, 2]]
    path = workbook(tmp_path / "7_so_nganh.xlsx", {"KQ": rows})
    assert {c.rank_of for c in read_table(path).claims() if c.measure == "rank"} == {None}


def test_regions_with_their_head_noun_are_means(tmp_path: Path) -> None:
    rows = [["STT", "Tỉnh", "Điểm"], ["I", "Vùng Đông Nam Bộ", 81], [1, "Đồng Nai", 82], ["II", "Vùng Núi Cao", 80]]
    with pytest.raises(TableRefused, match="“Vùng Núi Cao”"):
        facts(sheet(tmp_path, ["SIPAS năm 2022 các tỉnh"], *rows))
    found = facts(sheet(tmp_path, ["SIPAS năm 2022 các tỉnh"], *rows[:-1]))
    assert ("sipas", 2022, "dong-nam-bo", None, "mean", 81.0) in found


# -- what units gave themselves, and means of sections ---------------------------------------------------------------

ASSESSED = [
    ["Chỉ số CCHC năm 2023 các sở tỉnh Quảng Trị"],
    ["Sở", "Tự chấm", None, "Thẩm định", None, "Chênh lệch", "Xếp hạng"],
    [None, "Điểm", "Tỷ lệ %", "Điểm", "Tỷ lệ %"],
    ["Sở Y tế", 59, 94, 50, 80, -9, 2],
]


def test_what_units_gave_themselves_over_scores_is_no_result(tmp_path: Path) -> None:
    read = read_table(sheet(tmp_path, *ASSESSED, merged=("B2:C2", "D2:E2")))
    assert {(c.measure, str(c.value), c.unit_of_measure) for c in read.claims()} == {
        ("score", "50", None), ("score", "80", "percent"), ("rank", "2", None),
    }  # fmt: skip
    assert [line.split(":")[0] for line in unread_columns(read.unread, "en")] == ["Column F “Chênh lệch”"]
    rows = [[*row[:3], *row[5:]] for row in ASSESSED]
    assert {c.measure for c in read_table(sheet(tmp_path, *rows, merged=("B2:C2",))).claims()} == {"rank"}


@pytest.mark.parametrize(
    ("head", "changes"),
    [
        (["Tỉnh", "Mục tiêu 2022", "Kết quả 2022", "Chênh lệch"], 0),
        (["Tỉnh", "Kết quả 2021", "Kết quả 2022", "Chênh lệch"], 1),
        (["Tỉnh", "Kết quả 2022", "Hạng 2022", "Chênh lệch so với năm 2021"], 1),
    ],
)
def test_a_difference_is_a_change_where_years_say_so(tmp_path: Path, head: list[str], changes: int) -> None:
    path = sheet(tmp_path, ["SIPAS các tỉnh"], head, ["Hà Nam", 80, 82, 2.5])
    assert len([fact for fact in facts(path) if fact[4] == "score_change"]) == changes


def test_means_of_sections(tmp_path: Path) -> None:
    rows = [
        ["Chỉ số CCHC các sở, huyện tỉnh Quảng Trị năm 2023"], ["TT", "Đơn vị", "Điểm", "Hạng"],
        ["A", "Khối sở"], [1, "Sở Y tế", 80, 1], [None, "Trung bình khối sở", 80],
        ["B", "Khối huyện"], [1, "Huyện Gio Linh", 91, 1], [None, "Trung bình khối huyện", 90.5],
        [None, "Trung bình toàn tỉnh", 85],
    ]  # fmt: skip
    read = read_table(sheet(tmp_path, *rows))
    assert {(c.edition.population, str(c.value)) for c in read.claims() if not hasattr(c, "unit")} == {
        ("department", "80"), ("district", "90.5"),
    }  # fmt: skip
    assert "“Trung bình toàn tỉnh”" in unread_columns(read.unread, "en")[0]


CRITERIA = [
    ["Chỉ số CCHC năm 2022 tỉnh Sơn La"],
    ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Tài liệu kiểm chứng"],
    ["I", "Cải cách thể chế", 10, 8, "QĐ 12"], ["1", "Ban hành kế hoạch", 1, 1, "QĐ 14"],
    ["II", "Cải cách tài chính công", 12, 9, "QĐ 15"], ["1", "Ban hành kế hoạch", 1, 1, "BC 3"],
    ["2", "Thực hiện giải ngân", 2, 1.5, "BC 7"],
]  # fmt: skip


def test_criteria_of_one_name_below_several_components(tmp_path: Path) -> None:
    found = {(part, value) for _, part, _, value in of(sheet(tmp_path, *CRITERIA), "son-la")}
    assert found == {
        ("the-che", 8), ("the-che-ban-hanh-ke-hoach", 1), ("tai-chinh-cong", 9),
        ("tai-chinh-cong-ban-hanh-ke-hoach", 1), ("thuc-hien-giai-ngan", 1.5),
    }  # fmt: skip


def test_criteria_told_twice_below_one_component_are_refused(tmp_path: Path) -> None:
    rows = [*CRITERIA[:4], ["2", "Ban hành kế hoạch", 1, 0.5, "QĐ 16"], *CRITERIA[4:]]
    with pytest.raises(CchcError, match="TABLE_"):
        facts(sheet(tmp_path, *rows))


def test_components_of_several_years_keep_their_names(tmp_path: Path) -> None:
    rows = [["Năm", "Lĩnh vực", "Điểm"], [2021, "Cải cách thể chế", 8], [2021, "Dân vận khéo", 5]]
    more = [[2022, "Cải cách tài chính công", 9], [2022, "Dân vận khéo", 6]]
    found = of(sheet(tmp_path, ["Chỉ số CCHC tỉnh Sơn La"], *rows, *more), "son-la")
    assert {part for _, part, *_ in found} == {"the-che", "dan-van-kheo", "tai-chinh-cong"}


@pytest.mark.parametrize("draft", ["Chỉ số (dự thảo)", "Chỉ số ước tính", "Chỉ số phấn đấu"])
def test_a_draft_is_no_result(tmp_path: Path, draft: str) -> None:
    title = ["PAR INDEX năm 2021 các tỉnh"]
    read = read_table(sheet(tmp_path, title, ["Tỉnh", draft, "Chỉ số", "Hạng"], ["Phú Thọ", 87.5, 88.5, 5]))
    assert {(c.measure, str(c.value)) for c in read.claims()} == {("score", "88.5"), ("rank", "5")}
    assert [line.split(":")[0] for line in unread_columns(read.unread, "en")] == [f"Column B “{draft}”"]


@pytest.mark.parametrize("said", ["Chỉ số", "Chỉ số (%)", "Chỉ số năm 2021", "Chỉ số CCHC"])
def test_an_index_over_figures_is_its_score(tmp_path: Path, said: str) -> None:
    path = sheet(tmp_path, ["PAR INDEX năm 2021 các tỉnh"], ["Tỉnh", said, "Hạng"], ["Phú Thọ", 88.5, 5])
    assert (2021, None, "score", 88.5) in of(path, "phu-tho")
