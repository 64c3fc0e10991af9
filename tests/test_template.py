"""Sheets to fill in: the units, components and maxima of an edition, and cells that check what is typed."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import cchc
from cchc.api import Graph
from cchc.build import load
from cchc.errors import CchcError
from cchc.loaders.tables.reader import read_table
from cchc.store import memory_store
from conftest import Runner
from table_files import facts, workbook

HEADINGS = ("STT", "Mã đơn vị", "Đơn vị")


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def table(page: Any) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The headings and the rows below them."""
    rows = list(page.iter_rows(values_only=True))
    top = next(number for number, row in enumerate(rows) if row[0] in ("STT", "No."))
    return [text for text in rows[top] if text], rows[top + 1 :]


def keys(page: Any) -> dict[str, Any]:
    """What stands above the headings as key and value."""
    return {row[1]: row[2] for row in page.iter_rows(max_row=7, values_only=True) if row[1] and row[2] is not None}


def rules(page: Any) -> dict[str, Any]:
    """The validation of each column, by its heading."""
    top = next(cell.row for cell in page["A"] if cell.value in ("STT", "No."))
    found = {}
    for rule in page.data_validations.dataValidation:
        (area,) = rule.sqref.ranges
        assert area.min_row == top + 1
        found[page.cell(top, area.min_col).value] = rule
    return found


def scored(path: Path, year: int) -> Path:
    rows = [
        [f"Chỉ số CCHC các sở tỉnh Quảng Nam năm {year}"],
        ["Đơn vị", "Tài chính công (12 điểm)", "Thể chế (18 điểm)", "Tổng điểm"],
        ["Sở Y tế", 11, 17, 90],
    ]
    return workbook(path, {"KQ": rows})


def test_the_index_of_a_province_has_the_components_that_its_last_edition_scored(store: Path, tmp_path: Path) -> None:
    load(store, [scored(tmp_path / "a.xlsx", 2021)])
    headings, rows = table(opened(cchc.open(store).template("quang-nam-cchc", 2022, "sở")).worksheets[0])
    assert headings[3:6] == ["Cải cách tài chính công (12 điểm)", "Cải cách thể chế (18 điểm)", "Tổng điểm"]
    assert ("quang-nam/so-y-te", "Sở Y tế") in {row[1:3] for row in rows}
    before, _ = table(opened(cchc.open(store).template("quang-nam-cchc", 2020, "sở")).worksheets[0])
    assert before[3] == "Tổng điểm"


def test_types_of_units_are_no_districts(graph: Graph) -> None:
    _, rows = table(opened(graph.template("par-index", 2024, "huyện", province="Quảng Nam")).worksheets[0])
    assert not any(row[2] for row in rows)


def test_a_province_of_which_nothing_is_loaded_can_begin(graph: Graph, tmp_path: Path) -> None:
    book = opened(graph.template("quang-nam-cchc", 2024, "sở"))
    page = book.worksheets[0]
    assert keys(page)["Thuộc tỉnh"] == "Quảng Nam"
    assert keys(page)["Chỉ số"] == "Chỉ số cải cách hành chính của Quảng Nam"
    row = next(cell.row for cell in page["C"] if cell.value == "Sở Nội vụ")
    page.cell(row, 4).value = 87.5
    book.save(tmp_path / "filled.xlsx")
    assert facts(tmp_path / "filled.xlsx") == {("quang-nam-cchc", 2024, "quang-nam/so-noi-vu", None, "score", 87.5)}


def test_an_index_of_no_province_is_unknown(graph: Graph) -> None:
    with pytest.raises(CchcError) as caught:
        graph.template("atlantis-cchc", 2024, "sở")
    assert caught.value.code == "UNKNOWN_VALUE"


def test_the_sheet_says_what_it_is(graph: Graph) -> None:
    page = opened(graph.template("par-index", 2023, "tỉnh")).worksheets[0]
    assert keys(page) == {
        "Chỉ số": "PAR INDEX",
        "Năm": 2023,
        "Phạm vi": "tỉnh, thành phố trực thuộc trung ương",
    }
    assert "PAR INDEX" in page["A1"].value
    assert "2023" in page["A1"].value


def test_it_has_the_units_of_the_population_in_that_year(graph: Graph) -> None:
    headings, rows = table(opened(graph.template("sipas", 2019, "province")).worksheets[0])
    assert tuple(headings[:3]) == HEADINGS
    assert len(rows) == 63
    assert rows[0][:3] == (1, "an-giang", "An Giang")
    ministries = table(opened(graph.template("par-index", 2020, "bộ")).worksheets[0])[1]
    assert ("bo-noi-vu", "Bộ Nội vụ") in {row[1:3] for row in ministries}


def test_units_that_had_ended_or_not_begun_are_left_out() -> None:
    from pyoxigraph import NamedNode, Quad, RdfFormat, parse

    data = """
    @base <https://w3id.org/cchc/> . @prefix cchc: <ontology#> . @prefix schema: <https://schema.org/> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <id/index/par-index> a cchc:ReformIndex ; rdfs:label "PAR INDEX"@vi .
    <id/population/province> a cchc:Population ; cchc:instancesAre cchc:Province ; rdfs:label "tỉnh"@vi .
    <id/unit/ha-giang> a cchc:Province ; rdfs:label "Hà Giang"@vi ; schema:dissolutionDate "2025-07-01"^^xsd:date .
    <id/unit/ha-tay> a cchc:Province ; rdfs:label "Hà Tây"@vi ; schema:dissolutionDate "2008-08-01"^^xsd:date .
    <id/unit/tuyen-quang-2025> a cchc:Province ;
        rdfs:label "Tuyên Quang"@vi ; schema:foundingDate "2025-07-01"^^xsd:date .
    <id/unit/lang-son> a cchc:Province ; rdfs:label "Lạng Sơn"@vi .
    """
    named = NamedNode("https://w3id.org/cchc/graph/reference")
    small = Graph(memory_store(Quad(*quad.triple, named) for quad in parse(data, format=RdfFormat.TURTLE)))

    def codes(year: int) -> set[str]:
        return {row[1] for row in table(opened(small.template("par-index", year, "tỉnh")).worksheets[0])[1]}

    assert codes(2024) == {"ha-giang", "lang-son"}
    assert codes(2025) == {"tuyen-quang-2025", "lang-son"}
    assert codes(2007) == {"ha-giang", "ha-tay", "lang-son"}


def test_components_stand_with_their_maxima_and_the_cells_hold_to_them(graph: Graph) -> None:
    page = opened(graph.template("par-index", 2023, "province")).worksheets[0]
    headings = table(page)[0]
    assert "Cải cách thủ tục hành chính (13 điểm)" in headings
    assert headings[3] == "Công tác chỉ đạo, điều hành cải cách hành chính (9,5 điểm)"
    assert headings[-4:] == ["Tổng điểm", "Thứ hạng", "Xếp loại", "Ghi chú"]
    found = rules(page)
    limits = {
        heading: (rule.type, float(rule.formula1), float(rule.formula2))
        for heading, rule in found.items()
        if rule.type != "list"
    }
    assert limits["Cải cách thủ tục hành chính (13 điểm)"] == ("decimal", 0, 13)
    assert limits["Tổng điểm"] == ("decimal", 0, 100)
    assert limits["Thứ hạng"] == ("whole", 1, 63)
    assert "13" in found["Cải cách thủ tục hành chính (13 điểm)"].error


def test_grades_are_a_list_of_those_of_the_population(graph: Graph) -> None:
    for population, expected in (
        ("province", ["nhóm A", "nhóm B", "nhóm C"]),
        ("ministry", ["trên 90%", "từ 80% đến 90%", "dưới 80%"]),
    ):
        book = opened(graph.template("par-index", 2022, population))
        rule = rules(book.worksheets[0])["Xếp loại"]
        assert rule.type == "list"
        name, area = rule.formula1.replace("$", "").replace("'", "").split("!")
        assert [cell.value for (cell,) in book[name][area]] == expected
    assert "Xếp loại" not in table(opened(graph.template("sipas", 2022, "province")).worksheets[0])[0]


def test_names_are_locked_and_cells_to_fill_in_are_not(graph: Graph) -> None:
    page = opened(graph.template("par-index", 2023, "province")).worksheets[0]
    assert page.protection.sheet
    last = page[page.max_row]
    assert [cell.protection.locked for cell in last] == [True] * 3 + [False] * (len(last) - 3)


def test_a_provinces_own_sheet_has_its_units_and_room_for_more(graph: Graph) -> None:
    page = opened(graph.template("dong-thap-cchc", 2021, "sở")).worksheets[0]
    assert keys(page)["Thuộc tỉnh"] == "Đồng Tháp"
    rows = table(page)[1]
    assert "dong-thap/so-noi-vu" in {row[1] for row in rows}
    names = [row[2] for row in rows if row[2]]
    assert len(names) == len(set(names)) < len(rows)
    other = opened(graph.template("par-index", 2023, "sở", province="Hà Giang")).worksheets[0]
    assert keys(other)["Thuộc tỉnh"] == "Hà Giang"


def test_whose_departments_must_be_known(graph: Graph) -> None:
    with pytest.raises(CchcError, match="TEMPLATE_PROVINCE"):
        graph.template("par-index", 2023, "department")


def test_another_scheme_can_be_asked_for(graph: Graph) -> None:
    page = opened(graph.template("par-index", 2020, "province", scheme="2948/QĐ-BNV")).worksheets[0]
    assert sum("điểm)" in heading for heading in table(page)[0]) >= 8
    # No component of the scheme that held in 2020 is known.
    assert len(table(opened(graph.template("par-index", 2020, "province")).worksheets[0])[0]) == 7


def test_the_sheet_is_in_the_language_asked_for_and_the_notes_in_both(graph: Graph) -> None:
    book = opened(graph.template("par-index", 2023, "provinces", lang="en"))
    assert table(book.worksheets[0])[0][:3] == ["No.", "Unit code", "Unit"]
    assert "Administrative procedure reform (13 points)" in table(book.worksheets[0])[0]
    said = " ".join(str(cell.value) for (cell,) in book.worksheets[1].iter_rows())
    assert "cchc load" in said
    assert "Điền xong" in said
    assert "filled in" in said


def test_the_same_form_gives_the_same_bytes(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    first = graph.template("par-index", 2023, "province")
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert graph.template("par-index", 2023, "province") == first


def test_a_sheet_that_is_there_is_not_overwritten(cli: Runner, tmp_path: Path) -> None:
    output = tmp_path / "phieu.xlsx"
    output.write_bytes(b"filled in")
    asked = ("template", "par-index", "2023", "tỉnh", "-o", output)
    ran = cli(*asked)
    assert (ran.status, output.read_bytes()) == (2, b"filled in")
    assert "OUTPUT_EXISTS" in ran.err
    assert cli(*asked, "--force").status == 0
    assert opened(output.read_bytes()).sheetnames == ["Kết quả", "Hướng dẫn"]


def test_wrong_usage_is_told(cli: Runner, tmp_path: Path) -> None:
    assert "-o" in cli("template", "par-index", "2023", "tỉnh").err
    assert "OUTPUT_FORMAT" in cli("template", "par-index", "2023", "tỉnh", "-o", tmp_path / "a.csv").err
    assert "INVALID_VALUE" in cli("template", "par-index", "23", "tỉnh", "-o", tmp_path / "a.xlsx").err


# -- filled in -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("index", "year", "population", "province"),
    [
        ("par-index", 2023, "province", None),
        ("par-index", 2022, "ministry", None),
        ("sipas", 2018, "province", None),
        ("service-index-766", 2024, "province", None),
        ("dong-thap-cchc", 2021, "department", "Đồng Tháp"),
    ],
)
def test_filled_in_it_reads_as_what_was_filled_in(
    graph: Graph, tmp_path: Path, lang: str, index: str, year: int, population: str, province: str | None
) -> None:
    book = opened(graph.template(index, year, population, lang=lang))
    page = book.worksheets[0]
    headings, _ = table(page)
    top = next(cell.row for cell in page["A"] if cell.value in ("STT", "No."))
    source = next(cell for cell in page["B"] if cell.value in ("Nguồn", "Source"))
    page.cell(source.row, 3).value = "https://example.org/cong-bo"
    grades = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    scored = range(4, len(headings) - (2 if grades else 1))
    expected: list[tuple[object, ...]] = []
    for rank, row in enumerate(range(top + 1, top + 6), 1):
        code = page.cell(row, 2).value
        for column in scored:
            value = f"{rank}.{10 + column}"
            page.cell(row, column).value = float(value)
            expected.append((code, "score", Decimal(value)))
        page.cell(row, scored.stop).value = rank
        expected.append((code, "rank", rank))
    output = tmp_path / "phieu.xlsx"
    book.save(output)

    read = read_table(output)
    claims = list(read.claims())
    assert sorted((c.unit.path, c.measure, c.value) for c in claims) == sorted(expected)  # type: ignore
    assert {(c.edition.index, c.edition.year, c.edition.population) for c in claims} == {(index, year, population)}
    # The component of each column, and none for the last of them, the score over all.
    columns = {c.cell.column: c.component for c in claims if c.measure == "score"}
    assert [columns[number] is None for number in scored] == [False] * (len(scored) - 1) + [True]
    assert len({component.path for component in columns.values() if component}) == len(scored) - 1
    assert read.tables[0].given.source == "https://example.org/cong-bo"
    assert (read.tables[0].given.province and read.tables[0].given.province.name) == province


def test_filled_in_it_loads_and_can_be_asked_about(cli: Runner, store: Path, tmp_path: Path) -> None:
    output = tmp_path / "phieu.xlsx"
    assert cli("--store", store, "template", "par-index", "2019", "tỉnh", "-o", output).status == 0
    book = openpyxl.load_workbook(output)
    page = book.worksheets[0]
    top = next(cell.row for cell in page["A"] if cell.value == "STT")
    headings = [cell.value for cell in page[top]]
    (row,) = [cell.row for cell in page["C"] if cell.value == "Cao Bằng"]
    page.cell(row, headings.index("Tổng điểm") + 1).value = 77.25
    page.cell(row, headings.index("Thứ hạng") + 1).value = 51
    book.save(output)
    assert cli("--store", store, "load", output).status == 0
    shown = cli("--store", store, "query", "ranking", "--index", "par-index", "--year", "2019").out
    assert "51  Cao Bằng" in shown
    assert "77,25" in shown


def test_evidence_of_a_table_is_its_cell(cli: Runner, store: Path, tmp_path: Path) -> None:
    output = tmp_path / "bang.csv"
    output.write_text(
        'Chỉ số: SIPAS\nNăm: 2017\n\nTỉnh,Điểm,Thứ hạng\nCao Bằng,"77,25",51\nLào Cai,"81,5",12\n', "utf-8"
    )
    assert cli("--store", store, "load", output).status == 0
    shown = cli("--store", store, "query", "evidence", "--unit", "cao-bang", "--year", "2017", "--format", "csv").out
    assert "77,25" in shown
