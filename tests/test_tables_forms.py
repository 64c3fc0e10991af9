"""Tables that others describe: mappings, CSVW, bad rows; and facts that swap along when names and figures do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc.errors import CchcError
from cchc.inputs import Item, read
from cchc.loaders.tables.describe import hidden_parts
from cchc.loaders.tables.files import holds_table
from cchc.loaders.tables.leftover import Leftover
from cchc.loaders.tables.mapping import as_yaml
from cchc.loaders.tables.model import TableRefused
from cchc.loaders.tables.reader import Options, read_table
from cchc.loaders.tables.records import unplaced
from table_files import facts, separated, workbook

PROVINCES = {
    "Hà Nội": "ha-noi", "TP. Hải Phòng": "hai-phong", "Tỉnh Thừa Thiên Huế": "thua-thien-hue",
    "Bà Rịa – Vũng Tàu": "ba-ria-vung-tau", "UBND tỉnh Đắk Lắk": "dak-lak", "KHÁNH HÒA": "khanh-hoa",
    "Hoà Bình": "hoa-binh", "hà nam": "ha-nam", "TP HCM": "ho-chi-minh",
}  # fmt: skip


# -- mappings --------------------------------------------------------------------------------------------------------


def test_a_mapping_says_what_the_headings_do_not(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["A1", "B1", "C1"], ["Hà Nam", "83,4", "20"], ["Nam Định", "82,4", "25"]])
    mapping = tmp_path / "m.yaml"
    columns = [
        {"column": "A", "is": "unit"},
        {"column": "B", "is": "score", "component": "Cải cách thể chế", "maximum": 100},
        {"column": "C", "is": "rank", "year": 2020},
    ]
    mapping.write_text(
        yaml.safe_dump({"sheets": [{"heading": [1, 1], "index": "par-index", "year": 2019, "columns": columns}]})
    )
    found = facts(path, Options(mapping=mapping))
    assert ("par-index", 2019, "ha-nam", "the-che", "score", 83.4) in found
    assert ("par-index", 2020, "nam-dinh", None, "rank", 25.0) in found
    assert len(found) == 4


def test_a_mapping_that_was_written_says_the_same(tmp_path: Path) -> None:
    rows = [
        ["SIPAS các tỉnh"],
        ["TT", "Tỉnh", "Năm 2022", None, "Năm 2023", None],
        [None, None, "Chỉ số (%)", "Hạng", "Chỉ số (%)", "Hạng"],
        [1, "An Giang", "80,1", 5, "83,5", 6],
    ]
    path = workbook(tmp_path / "b.xlsx", {"KQ": rows})
    mapping = tmp_path / "m.yaml"
    mapping.write_text(as_yaml(read_table(path).tables), encoding="utf-8")
    assert facts(path, Options(mapping=mapping)) == facts(path)
    assert len(facts(path)) == 4


@pytest.mark.parametrize(
    "said",
    [
        "[",
        "sheets: 5",
        "sheets: [{heading: [1, 1]}]",
        "sheets: [{heading: [2, 1], columns: []}]",
        "sheets: [{heading: [1, 1], columns: [{column: A, is: nonsense}]}]",
        "sheets: [{heading: [1, 1], columns: [{column: A, is: score, maximum: many}]}]",
        "sheets: [{sheet: Khác, heading: [1, 1], columns: []}]",
        "sheets: [{heading: [1, 1], columns: [{column: A, is: score, extra: 1}]}]",
    ],
)
def test_a_wrong_mapping_is_refused(tmp_path: Path, said: str) -> None:
    path = separated(tmp_path / "t.csv", [["Tỉnh", "Điểm"], ["Hà Nam", "83,4"]])
    (tmp_path / "m.yaml").write_text(said, encoding="utf-8")
    with pytest.raises(CchcError) as caught:
        read_table(path, Options(mapping=tmp_path / "m.yaml"))
    assert caught.value.code == "TABLE_MAPPING"
    assert "m.yaml" in caught.value.where


# -- CSVW ------------------------------------------------------------------------------------------------------------


def described(path: Path, **more: Any) -> None:
    said = {"@context": "http://www.w3.org/ns/csvw", "url": path.name, **more}
    path.with_name(path.name + "-metadata.json").write_text(json.dumps(said), encoding="utf-8")


def test_csvw_metadata_says_how_to_read_and_what_columns_are(tmp_path: Path) -> None:
    path = separated(
        tmp_path / "t.csv",
        [["# x"], ["p", "s", "r"], ["Hà Nam", "83.400", "-"], ["Nam Định", "82.400", "9"]],
        "|",
        "utf-16",
    )
    number = {"base": "decimal", "format": {"decimalChar": "."}}
    columns = [
        {"titles": "p", "propertyUrl": "cchc:unit"},
        {"titles": "s", "propertyUrl": "https://w3id.org/cchc/ontology#score", "datatype": number},
        {"titles": "r", "propertyUrl": "cchc:rank", "null": ["-"]},
    ]
    dialect = {"delimiter": "|", "encoding": "utf-16", "skipRows": 1}
    described(path, dialect=dialect, tableSchema={"columns": columns}, **{"dc:title": "PAR INDEX 2018"})
    assert facts(path) == {
        ("par-index", 2018, "ha-nam", None, "score", 83.4),
        ("par-index", 2018, "nam-dinh", None, "score", 82.4),
        ("par-index", 2018, "nam-dinh", None, "rank", 9.0),
    }


def test_csvw_titles_without_a_heading_in_the_file(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["Hà Nam", "83,4"], ["Nam Định", "82,4"]])
    columns = [{"titles": {"vi": "Tỉnh"}}, {"titles": ["Điểm SIPAS năm 2021"]}]
    described(path, dialect={"header": False}, tableSchema={"columns": columns})
    assert {fact[:3] for fact in facts(path)} == {("sipas", 2021, "ha-nam"), ("sipas", 2021, "nam-dinh")}


def test_csvw_metadata_of_another_file_is_ignored(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["PAR INDEX 2020", ""], ["Tỉnh", "Điểm"], ["Hà Nam", "83,4"]], ";")
    said = {"@context": "http://www.w3.org/ns/csvw", "url": "other.csv", "dialect": {"delimiter": "|"}}
    (tmp_path / "csv-metadata.json").write_text(json.dumps(said), encoding="utf-8")
    assert len(facts(path)) == 1


@pytest.mark.parametrize(
    "said", ["{", "[]", '{"url": "t.csv"}', '{"@context": "http://www.w3.org/ns/csvw", "tables": 1}']
)
def test_wrong_metadata_is_refused(tmp_path: Path, said: str) -> None:
    path = separated(tmp_path / "t.csv", [["Tỉnh", "Điểm"], ["Hà Nam", "83,4"]])
    path.with_name("t.csv-metadata.json").write_text(said, encoding="utf-8")
    with pytest.raises(CchcError) as caught:
        read_table(path)
    assert caught.value.code == "TABLE_CSVW"


# -- bad rows --------------------------------------------------------------------------------------------------------


def test_bad_rows_can_be_mended_and_loaded(tmp_path: Path) -> None:
    rows = [
        ["PAR INDEX năm 2022 của các tỉnh"],
        ["STT", "Tỉnh", "Điểm", "Xếp hạng"],
        [1, "An Giang", "83,4", 5],
        [2, "An Giangg", "82,4", 6],
        [3, "Kiên Giang", "8O", "x"],
    ]
    path = workbook(tmp_path / "b.xlsx", {"KQ": rows})
    leftover = Leftover(tmp_path / "bad.csv")
    good = list(read_table(path).claims(leftover.add))
    assert len(good) == 2
    assert leftover.count == 2
    (written,) = leftover.write("vi")
    text = written.read_text(encoding="utf-8-sig")
    assert "B4 Không có đơn vị nào tên “An Giangg”" in text
    assert "C5 " in text
    assert "D5 " in text
    written.write_text(text.replace("Giangg", "Giang").replace("8O", "80").replace(",x,", ",7,"), encoding="utf-8")
    assert facts(written) == {
        ("par-index", 2022, "an-giang", None, "score", 82.4),
        ("par-index", 2022, "an-giang", None, "rank", 6.0),
        ("par-index", 2022, "kien-giang", None, "score", 80.0),
        ("par-index", 2022, "kien-giang", None, "rank", 7.0),
    }


# -- facts swap along ------------------------------------------------------------------------------------------------

HEADINGS = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(["Tỉnh", "Tỉnh, thành phố", "ĐỊA PHƯƠNG", "Tên đơn vị", "Province", "Tỉnh/TP"]),
        "score": st.sampled_from(["Điểm", "ĐIỂM SỐ", "Chỉ số (%)", "Tổng điểm", "Score", "Kết quả", "Tỷ lệ %"]),
        "rank": st.sampled_from(["Xếp hạng", "Thứ hạng", "Hạng", "RANK", "Vị thứ"]),
    }
)
SCORES = st.integers(5000, 9999).map(lambda n: n / 100)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headings=HEADINGS,
    index=st.sampled_from(
        [("PAR INDEX", "par-index"), ("chỉ số cải cách hành chính", "par-index"), ("SIPAS", "sipas")]
    ),
    year=st.integers(2012, 2024),
    values=st.dictionaries(st.sampled_from(sorted(PROVINCES)), st.tuples(SCORES, st.integers(1, 63)), min_size=1),
    comma=st.booleans(),
    order=st.permutations(["number", "unit", "score", "rank"]),
    blank=st.integers(0, 2),
    delimiter=st.sampled_from(";\t|"),
)
def test_the_facts_swap_along(
    tmp_path: Path, headings: dict[str, str], index: tuple[str, str], year: int,
    values: dict[str, tuple[float, int]], comma: bool, order: list[str], blank: int, delimiter: str,
) -> None:  # fmt: skip
    names = {"number": "STT", **headings}
    rows: list[list[Any]] = [
        [f"Bảng xếp hạng {index[0]} năm {year}"],
        *[[] for _ in range(blank)],
        [names[o] for o in order],
    ]
    for number, (unit, (score, rank)) in enumerate(values.items(), 1):
        shown = f"{score:.2f}".replace(".", ",") if comma else f"{score:.2f}"
        row = {"number": str(number), "unit": unit, "score": shown, "rank": f"{rank:02}/63" if comma else str(rank)}
        rows.append([row[o] for o in order])
    expected = set()
    for unit, (score, rank) in values.items():
        expected.add((index[1], year, PROVINCES[unit], None, "score", score))
        expected.add((index[1], year, PROVINCES[unit], None, "rank", float(rank)))
    assert facts(separated(tmp_path / "t.csv", rows, delimiter)) == expected


# -- a measure a row -------------------------------------------------------------------------------------------------


def long(*rows: list[Any]) -> list[list[Any]]:
    return [["Đơn vị", "Năm", "Chỉ số", "Đại lượng", "Giá trị"], *rows]


def test_a_column_of_measures_tells_what_each_value_is(tmp_path: Path) -> None:
    rows = long(
        ["Sơn La", 2022, "PAR INDEX", "Điểm", "84,20"],
        ["Sơn La", 2022, "PAR INDEX", "Xếp hạng", "40/63"],
        ["Sơn La", 2022, "PAR INDEX", "rank_change", -3],
        ["Sơn La", 2022, "PAR INDEX", "Tăng/giảm", "+1,15"],
        ["Sơn La", 2022, "PAR INDEX", "Nhóm", "B"],
        ["Sơn La", 2022, "PAR INDEX", "Cải cách thể chế", 91.3],
        ["Sơn La", 2022, "PAR INDEX", "Điểm tự chấm", 97],
        ["Trung bình cả nước", 2022, "PAR INDEX", "Trung bình", 84.79],
    )
    assert {(fact[2], *fact[3:]) for fact in facts(separated(tmp_path / "t.csv", rows))} == {
        ("son-la", None, "score", 84.2),
        ("son-la", None, "rank", 40.0),
        ("son-la", None, "rank_change", -3.0),
        ("son-la", None, "score_change", 1.15),
        ("son-la", None, "grade", "b"),
        ("son-la", "the-che", "score", 91.3),
        ("mean", None, "mean", 84.79),
    }


def test_a_measure_that_is_none_is_told_with_its_cell_and_the_nearest(tmp_path: Path) -> None:
    rows = long(["Sơn La", 2022, "PAR INDEX", "Điểm", 84], ["Lai Châu", 2022, "PAR INDEX", "Xếp hạg", 5])
    with pytest.raises(TableRefused) as refused:
        facts(separated(tmp_path / "t.csv", rows))
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.rpartition(" ")[2]) == ("TABLE_QUANTITY", "D3")
    assert "thứ hạng" in problem.message("vi")


# -- what is hidden, and what is not understood ------------------------------------------------------------------------


def test_hidden_sheets_are_not_read_and_hidden_rows_are_and_both_are_said(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "PAR INDEX 2022": [["Tỉnh", "Điểm"], ["Sơn La", 84.2], ["Lai Châu", 83.1], ["Hà Nam", 85.5]],
            "nháp": [["Tỉnh", "Điểm PAR INDEX 2021"], ["Sơn La", 80.1]],
        },
    )
    book = load_workbook(path)
    book["nháp"].sheet_state = "hidden"
    book["PAR INDEX 2022"].row_dimensions[3].hidden = True
    book.save(path)
    table = read_table(path)
    assert {(claim.edition.year, claim.unit.path) for claim in table.claims()} == {
        (2022, "son-la"),
        (2022, "lai-chau"),
        (2022, "ha-nam"),
    }
    assert hidden_parts(table.hidden, table.tables, "en") == [
        "Hidden sheets, not read: “nháp”",
        "“PAR INDEX 2022”: hidden rows, read: 3",
    ]
    assert [line for line in hidden_parts(table.hidden, table.tables) if "ẩn" in line] != []


def test_a_column_with_figures_that_is_not_understood_is_unplaced_and_one_left_out_on_purpose_is_not(
    tmp_path: Path,
) -> None:
    rows = [
        ["Chỉ số PAR INDEX năm 2022"],
        ["Tỉnh", "Điểm", "Zxqw", "Cán bộ đầu mối"],
        ["Sơn La", 84.2, "12,5", "Sở Nội vụ"],
        ["Lai Châu", 83.1, 14, "Sở Nội vụ"],
        ["Ghi chú: số liệu do các tỉnh báo cáo"],
    ]
    path = workbook(tmp_path / "b.xlsx", {"x": rows})
    table = read_table(path)
    assert len(list(table.claims())) == 2
    (record,) = unplaced(table.unread)
    assert (record["type"], record["text"], record["cell"], record["figures"]) == ("unplaced", "Zxqw", "C3", 2)
    mapping = tmp_path / "m.yaml"
    mapping.write_text(as_yaml(table.tables), encoding="utf-8")
    again = read_table(path, Options(mapping=mapping))
    assert len(list(again.claims())) == 2
    assert again.unread == []


# -- codes of units ----------------------------------------------------------------------------------------------------


def coded(*rows: list[Any]) -> list[list[Any]]:
    return [["Mã", "Tỉnh", "Điểm PAR INDEX 2022"], *rows]


def test_a_code_alone_finds_the_unit_of_its_year(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["Mã", "Năm", "Chỉ số PAR INDEX"], ["87", 2022, 85.1], [1, 2022, 88.2]])
    assert {fact[2] for fact in facts(path)} == {"dong-thap", "ha-noi"}


def test_a_code_of_another_unit_is_told_at_its_cell(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", coded(["01", "Hà Nội", 88], ["87", "Lạng Sơn", 85], ["12", "Lai Châu", 83]))
    with pytest.raises(TableRefused) as refused:
        facts(path)
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.rpartition(" ")[2]) == ("TABLE_CODE", "A3")
    assert "Đồng Tháp" in problem.message("vi")


def test_a_code_that_nobody_has_is_told_where_no_name_stands(tmp_path: Path) -> None:
    with pytest.raises(TableRefused) as refused:
        facts(separated(tmp_path / "t.csv", coded(["01", "Hà Nội", 88], ["99", "", 85])))
    assert [problem.code for problem in refused.value.problems] == ["TABLE_CODE_UNKNOWN"]


def test_codes_of_another_list_are_let_be(tmp_path: Path) -> None:
    names = ["Quảng Ninh", "Hải Phòng", "Lạng Sơn", "Lai Châu", "Đồng Tháp"]
    path = separated(tmp_path / "t.csv", coded(*([number, name, 85] for number, name in enumerate(names, 1))))
    assert len(facts(path)) == len(names)


# -- text with tabs --------------------------------------------------------------------------------------------------

TABBED = ["PAR INDEX năm 2022\t\t", "STT\tTỉnh\tĐiểm", "1\tHà Nam\t83,45", "2\tNam Định\t82,4"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_text_of_a_spreadsheet_is_a_table(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.txt"
    path.write_bytes("\r\n".join([*TABBED, ""]).encode(encoding))
    assert {(unit, year, measure, value) for _, year, unit, _, measure, value in facts(path)} == {
        ("ha-nam", 2022, "score", 83.45), ("nam-dinh", 2022, "score", 82.4),
    }  # fmt: skip
    assert holds_table(path)
    assert "#cell=3,3" in {str(quad.subject.value)[-9:] for quad in read(Item(path, None, {})).quads}


@pytest.mark.parametrize(
    "lines",
    [
        ["Kết quả PAR INDEX năm 2022 của các tỉnh:", *TABBED[1:], "Hà Nam dẫn đầu vùng."],
        ["PAR INDEX năm 2022\t\t", "Hà Nam\t83,45\t1\t", "Nam Định\t82,4\t2"],
        TABBED[1:3],
    ],
)
def test_an_article_with_tabs_stays_one(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "t.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert not holds_table(path)
