"""What a heading is taken for: totals only where they are named, changes by what stands beside them, and parts of
merged headings."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cchc.errors import CchcError
from cchc.inputs import Wanted, reading
from cchc.loaders.tables.describe import overruled, unread_columns
from cchc.loaders.tables.mapping import as_yaml
from cchc.loaders.tables.model import TableRefused
from cchc.loaders.tables.reader import Options, read_table
from cchc.loaders.tables.values import score
from table_files import facts, separated, workbook

TITLE = ["Kết quả chỉ số CCHC các sở tỉnh Nghệ An năm 2022"]


def sheet(tmp_path: Path, *columns: tuple[str, list[Any]]) -> Path:
    """A table of two departments with the given columns."""
    rows = [["TT", "Đơn vị", *(name for name, _ in columns)]]
    rows += [[n + 1, unit, *(cells[n] for _, cells in columns)] for n, unit in enumerate(("Sở Y tế", "Sở Công Thương"))]
    return workbook(tmp_path / "b.xlsx", {"KQ": [TITLE, [], *rows]})


def measured(path: Path) -> set[tuple[str | None, str]]:
    return {(component, measure) for _, _, _, component, measure, _ in facts(path)}


# -- totals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "Tỷ lệ trả kết quả trước hạn (%)",
        "Tỷ lệ hồ sơ nộp trực tuyến",
        "Mức độ hài lòng (%)",
        "Điểm rà soát văn bản",
        "Kết quả số hóa hồ sơ (%)",
        "Tổng số hồ sơ tiếp nhận",
        "Điểm sáng kiến được công nhận",
        "Percentage of files on time",
    ],
)
def test_what_a_heading_names_of_its_own_is_not_the_total_score(tmp_path: Path, heading: str) -> None:
    path = sheet(tmp_path, (heading, [96.5, 91]), ("Xếp hạng", [1, 2]))
    assert measured(path) == {(None, "rank")}
    table = read_table(path)
    assert list(table.claims())
    assert [heading in line for line in unread_columns(table.unread)] == [True]


@pytest.mark.parametrize(
    "heading",
    [
        "Tổng điểm", "Điểm", "Điểm số", "Chỉ số",  "Kết quả (%)",
        "Chỉ số CCHC (%)", "PAR INDEX", "Năm 2022", "Điểm 2022",
        "Tổng điểm đánh giá", "Điểm đạt được của các sở", "Điểm chỉ số CCHC năm 2022", "Điểm xếp hạng", "Điểm quy đổi",
        "Total score", "Tỷ lệ (%)",
    ],
)  # fmt: skip
def test_a_total_is_named_as_one(tmp_path: Path, heading: str) -> None:
    path = sheet(tmp_path, (heading, [96.5, 91]), ("Xếp hạng", [1, 2]))
    assert measured(path) == {(None, "rank"), (None, "score")}


def test_satisfaction_is_the_score_of_its_own_index(tmp_path: Path) -> None:
    rows = [["SIPAS 2021 của các tỉnh"], ["Tỉnh", "Mức độ hài lòng (%)", "Hạng"], ["Nghệ An", "84,5", 20]]
    assert ("sipas", 2021, "nghe-an", None, "score", 84.5) in facts(workbook(tmp_path / "s.xlsx", {"KQ": rows}))


@pytest.mark.parametrize(
    "heading", ["Điểm điều tra XHH", "Điều tra xã hội học", "Điểm khảo sát", "Tổng điểm thẩm định"]
)
def test_a_part_of_the_score_is_a_component_beside_the_total(tmp_path: Path, heading: str) -> None:
    path = sheet(tmp_path, (heading, [21.5, 20]), ("Tổng điểm", [92.5, 90]))
    found = measured(path)
    assert (None, "score") in found
    assert len(found) == 2


def test_two_columns_of_one_figure_blame_the_columns_and_no_row(tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Điểm", [91.5, 90]), ("Tổng điểm", [92.5, 90]))
    with pytest.raises(TableRefused) as caught:
        list(read_table(path).claims())
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.rpartition("!")[2]) == ("TABLE_TWO_COLUMNS", "D4")
    assert "“Điểm”" in problem.message("vi")
    assert "“Tổng điểm”" in problem.message("en")


# -- changes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "change"),
    [
        ([("Điểm", [92, 90]), ("Hạng 2022", [1, 2]), ("Hạng 2021", [2, 1]), ("Thay đổi", ["+1", "-1"])], "rank_change"),
        ([("Hạng", [1, 2]), ("Điểm 2022", [92, 90]), ("Điểm 2021", [91, 91]), ("Tăng/giảm", [1, -1])], "score_change"),
        ([("Hạng", [1, 2]), ("Điểm", [92, 90]), ("Biến động", ["tăng 1 bậc", "giảm 1 bậc"])], "rank_change"),
        ([("Hạng", [1, 2]), ("Điểm", [92, 90]), ("Biến động", ["1,5", "-0,5"])], "score_change"),
        ([("Hạng", [1, 2]), ("Thay đổi", [1, -1])], "rank_change"),
        ([("Hạng", [1, 2]), ("Điểm", [92, 90]), ("Tăng/giảm", [1, -1])], None),
        ([("Hạng", [1, 2]), ("Điểm", [92, 90]), ("Tăng/giảm (%)", [1, -1])], "score_change"),
    ],
)  # fmt: skip
def test_a_change_is_of_what_stands_beside_it(
    tmp_path: Path, columns: list[tuple[str, list[Any]]], change: str | None
) -> None:
    found = {measure for _, measure in measured(sheet(tmp_path, *columns)) if measure.endswith("change")}
    assert found == ({change} if change else set())


def test_each_of_two_changes_belongs_to_its_left_neighbour(tmp_path: Path) -> None:
    columns = [("Điểm", [92, 90]), ("Tăng/giảm", [4, 3]), ("Hạng", [1, 2]), ("Tăng/giảm ", [2, -2])]
    found = {(measure, value) for *_, measure, value in facts(sheet(tmp_path, *columns)) if measure.endswith("change")}
    assert found == {("score_change", 4.0), ("score_change", 3.0), ("rank_change", 2.0), ("rank_change", -2.0)}


# -- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["87,2 5", "8 7,25", "8 7,2 5", "87 25", "87, 25", "8\u00a07,25"])
def test_a_space_inside_a_score_is_a_slip_that_names_its_cell(tmp_path: Path, text: str) -> None:
    with pytest.raises(TableRefused) as caught:
        list(read_table(sheet(tmp_path, ("Tổng điểm", [text, 90]))).claims())
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.rpartition("!")[2]) == ("TABLE_VALUE", "C4")


@pytest.mark.parametrize(
    ("text", "value"), [("2 700", "2700"), ("1\u00a0234\u00a0567,5", "1234567.5"), ("61 050", "61050")]
)
def test_spaces_between_groups_of_thousands_stay(text: str, value: str) -> None:
    assert score(text, ",").value == Decimal(value)


# -- components ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above", ["Điểm các lĩnh vực", "Các lĩnh vực", "Lĩnh vực đánh giá", "Điểm thành phần", "Các tiêu chí", "Kết quả"]
)
def test_components_under_a_merged_heading_are_scores_of_theirs(tmp_path: Path, above: str) -> None:
    rows = [
        TITLE,
        ["TT", "Đơn vị", above, None, None, "Tổng điểm"],
        [None, None, "Cải cách thể chế", "Xây dựng CQĐT, CQS", "Tài chính công", None],
        [1, "Sở Y tế", 9, 18.5, 7, 91],
    ]
    path = workbook(tmp_path / "b.xlsx", {"KQ": rows}, {"KQ": ["A2:A3", "B2:B3", "C2:E2", "F2:F3"]})
    found = {component: value for _, _, _, component, _, value in facts(path)}
    assert found == {"the-che": 9.0, "chinh-quyen-dien-tu": 18.5, "tai-chinh-cong": 7.0, None: 91.0}


def test_a_heading_of_components_makes_components_of_names_that_are_unknown(tmp_path: Path) -> None:
    rows = [
        TITLE,
        ["TT", "Đơn vị", "Điểm thành phần", None, "Tổng điểm"],
        [None, None, "Dân chủ cơ sở", "Chuyển đổi số", None],
        [1, "Sở Y tế", 9, 18.5, 91],
    ]
    path = workbook(tmp_path / "b.xlsx", {"KQ": rows}, {"KQ": ["A2:A3", "B2:B3", "C2:D2", "E2:E3"]})
    assert {component for _, _, _, component, _, _ in facts(path)} == {"dan-chu-co-so", "chuyen-doi-so", None}


def test_something_of_its_own_under_a_component_is_no_score_of_it(tmp_path: Path) -> None:
    rows = [
        TITLE,
        ["TT", "Đơn vị", "Cải cách thủ tục hành chính", None],
        [None, None, "Điểm", "Số hồ sơ trễ hạn"],
        [1, "Sở Y tế", 19, 4],
    ]
    path = workbook(tmp_path / "b.xlsx", {"KQ": rows}, {"KQ": ["A2:A3", "B2:B3", "C2:D2"]})
    assert {value for *_, value in facts(path)} == {19.0}


def test_a_number_in_brackets_is_the_maximum_of_a_component(tmp_path: Path) -> None:
    columns = [("Thể chế (12)", [9, 8]), ("Công vụ (15 điểm)", [14, 12]), ("Chuyển đổi số (20)", [18, 17])]
    table = read_table(sheet(tmp_path, *columns, ("Tổng điểm", [91, 90])))
    assert [column.maximum for column in table.tables[0].columns] == [None, None, 12, 15, 20, None]


def test_numbers_in_brackets_that_count_the_columns_are_no_maxima(tmp_path: Path) -> None:
    columns = [("Thể chế (1)", [0.9, 0.8]), ("Công vụ (2)", [1.4, 1.2]), ("Tài chính công (3)", [1.8, 1.7])]
    table = read_table(sheet(tmp_path, *columns))
    assert {column.maximum for column in table.tables[0].columns} == {None}


# -- the column of units ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "UBND huyện, thành phố, thị xã", "Thị xã, huyện, TP", "Tên các quận/huyện", "Thành phố, thị xã và các huyện",
        "UBND các xã, thị trấn, phường", "Ban, ngành, sở", "Đơn vị (huyện, TP, TX)",
    ],
)  # fmt: skip
def test_units_are_found_whatever_the_order_of_the_words_above_them(tmp_path: Path, heading: str) -> None:
    rows = [["Chỉ số CCHC năm 2022 tỉnh Nghệ An"], ["TT", heading, "Điểm"], [1, "Huyện Đô Lương", "88,5"]]
    path = separated(tmp_path / "b.csv", rows)
    assert {unit for _, _, unit, *_ in facts(path)} == {"nghe-an/huyen-do-luong"}


def test_a_table_without_a_column_of_units_blames_its_headings_once(tmp_path: Path) -> None:
    rows = [["Chỉ số CCHC các sở tỉnh Nghệ An năm 2022"], ["TT", "Bên được chấm", "Điểm"]]
    rows += [[str(n), f"Phòng {n}", str(80 + n)] for n in range(1, 8)]
    with pytest.raises(CchcError) as caught:
        facts(separated(tmp_path / "b.csv", rows))
    assert caught.value.code == "TABLE_UNIT_COLUMN"
    assert "B “Bên được chấm”" in caught.value.message("vi")
    assert caught.value.where.endswith("b.csv, 2")


# -- what cannot be read ---------------------------------------------------------------------------------------------


def test_one_error_in_thousands_of_rows_is_told_once_with_its_first_cells(tmp_path: Path) -> None:
    rows = [["Chỉ số CCHC các xã năm 2022"], ["Xã", "Điểm"], *([f"Xã Thứ {n}", "80"] for n in range(3, 6003))]
    with pytest.raises(TableRefused) as caught:
        facts(separated(tmp_path / "b.csv", rows))
    assert len(caught.value.problems) == 6000
    for lang, count in (("vi", "6000 ô"), ("en", "6000 cells")):
        (line,) = caught.value.message(lang).splitlines()[1:]
        assert "A3, A4, A5, …" in line
        assert count in line


def test_errors_that_differ_are_each_told(tmp_path: Path) -> None:
    cells = ["8O", "7l", "6S", "5G", "4A"]
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Điểm"], *(["Nghệ An", cell] for cell in cells)]
    with pytest.raises(TableRefused) as caught:
        facts(separated(tmp_path / "b.csv", rows))
    assert all(f"“{cell}”" in caught.value.message("vi") for cell in cells)


def test_spreadsheets_of_other_formats_are_told_how_to_be_saved(tmp_path: Path) -> None:
    old, other = tmp_path / "a.xls", tmp_path / "b.ods"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    for path, expected in ((old, "TABLE_OLD_EXCEL"), (other, "TABLE_OPEN_DOCUMENT")):
        with pytest.raises(CchcError) as caught:
            list(reading(Wanted([path]).items, None))
        assert caught.value.code == expected
        assert ".xlsx" in caught.value.fix("vi")
        assert ".doc" not in caught.value.message("vi") + caught.value.fix("en")


@pytest.mark.parametrize(
    ("title", "options", "told"),
    [
        ("Chỉ số CCHC các sở năm 2023 của tỉnh Sơn La", Options(year=2024), ["“2023”; đã đọc là “2024” theo --year"]),
        (
            "Chỉ số CCHC các sở năm 2021 của tỉnh Hà Giang",
            Options(province="Cao Bằng"),
            ["“Hà Giang”; đã đọc là “Cao Bằng” theo --province"],
        ),
        ("Chỉ số CCHC các sở năm 2023 của tỉnh Sơn La", Options(year=2023, province="Sơn La"), []),
        ("Chỉ số CCHC các sở của tỉnh", Options(year=2023, province="Sơn La"), []),
        # In 2026 the name is that of the merged province.
        ("Chỉ số CCHC các sở năm 2026 của tỉnh Lâm Đồng", Options(year=2026, province="lam-dong-2025"), []),
    ],
)
def test_an_option_that_gainsays_the_title_counts_and_is_told(
    tmp_path: Path, title: str, options: Options, told: list[str]
) -> None:
    table = separated(tmp_path / "so.csv", [[title], ["Đơn vị", "Điểm"], ["Sở Tài chính", "88,5"], ["Sở Y tế", "85,2"]])
    lines = overruled(read_table(table, options).tables)
    assert len(lines) == len(told)
    assert all(words in line for words, line in zip(told, lines, strict=True))


def test_an_option_that_gainsays_the_title_is_told_beside_a_mapping_too(tmp_path: Path) -> None:
    rows = [["Chỉ số CCHC các sở năm 2023 của tỉnh Sơn La"], ["Đơn vị", "Điểm"], ["Sở Y tế", "85,2"]]
    table = separated(tmp_path / "so.csv", rows)
    (tmp_path / "cot.yaml").write_text(as_yaml(read_table(table).tables), encoding="utf-8")
    (line,) = overruled(read_table(table, Options(year=2024, mapping=tmp_path / "cot.yaml")).tables)
    assert "“2023”; đã đọc là “2024” theo --year" in line


# -- places in groups ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["Hạng trong khối", "Xếp hạng theo nhóm", "Hạng trong cụm", "Rank in group"])
@pytest.mark.parametrize("of_all", ["Hạng chung", "Xếp hạng", "Rank"])
def test_a_place_in_a_group_beside_the_place_among_all_is_left_out(tmp_path: Path, group: str, of_all: str) -> None:
    path = sheet(tmp_path, ("Điểm", [92.1, 91.2]), (group, [1, 1]), (of_all, [1, 2]))
    ranks = sorted(value for _, _, _, _, measure, value in facts(path) if measure == "rank")
    assert ranks == [1, 2]
    table = read_table(path)
    assert list(table.claims())
    assert [group in line for line in unread_columns(table.unread)] == [True]


def test_a_place_in_a_group_alone_is_the_rank(tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Điểm", [92.1, 91.2]), ("Hạng trong khối", [1, 2]))
    assert sorted(value for _, _, _, _, measure, value in facts(path) if measure == "rank") == [1, 2]
