"""Workbooks: what Excel opens well, read back by a library that did not write it."""

from __future__ import annotations

import hashlib
import io
import shlex
import subprocess
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

import sample
from cchc.answers import Answer, Column
from cchc.answers.spreadsheet import LONGEST_TEXT
from cchc.answers.workbook import workbook
from cchc.api import Graph
from cchc.errors import CchcError
from cchc.store import memory_store
from conftest import Built, Runner

Process = Callable[..., subprocess.CompletedProcess[bytes]]

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def trial() -> Graph:
    return Graph(memory_store(sample.quads()))


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def one_column(*terms: Any, lang: str = "vi", **more: Any) -> Answer:
    column = Column("x", {"vi": "Cột", "en": "Column"}, **more)
    return Answer("trial", "Thử", lang, (column,), [(term,) for term in terms])


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


def cells(answer: Answer) -> list[Any]:
    """The cells below the heading of an answer with one column."""
    sheet = opened(workbook(answer)).worksheets[0]
    return [sheet.cell(row, 1) for row in range(4, 4 + len(answer.terms))]


def test_a_ranking_has_a_title_its_completeness_headings_and_numbers(trial: Graph) -> None:
    sheet = opened(trial.workbook(trial.query("ranking", index="par-index", year=2020))).worksheets[0]
    assert sheet.title == "Kết quả"
    assert [sheet.cell(row, 1).value for row in (1, 2)] == [
        "Xếp hạng PAR INDEX 2020, tỉnh, thành phố (chưa đầy đủ: 2/63)",
        "Đã biết 2 trong số 63 thứ hạng",
    ]
    assert [cell.value for cell in sheet[4]] == ["Hạng", "Mã đơn vị", "Đơn vị", "Điểm", "Nhóm", "Trạng thái"]
    assert [cell.value for cell in sheet[5]] == [
        36, "https://w3id.org/cchc/id/unit/lang-son", "Lạng Sơn", 83.8, "nhóm B", "nguồn nêu",
    ]  # fmt: skip
    assert sheet["D5"].number_format == "0.00"
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:F6"
    # The code behind a label is there, but hidden.
    assert sheet.column_dimensions["B"].hidden
    assert not sheet.column_dimensions["C"].hidden


def test_a_row_is_as_high_as_the_lines_of_its_texts() -> None:
    """A text that fills its column to the end is one line; a longer one than columns are wide goes on below."""
    long = " ".join(["từ"] * 60)
    sheet = opened(workbook(one_column(Literal("Bà Rịa - Vũng Tàu"), Literal(long)))).worksheets[0]
    one, several = (sheet.row_dimensions[row].height for row in (4, 5))
    assert one in (None, 15)
    assert several >= 45


def test_headings_and_codes_are_in_the_language_asked_for(trial: Graph) -> None:
    answer = trial.query("ranking", index="par-index", year=2020, lang="en")
    book = opened(trial.workbook(answer))
    assert book.sheetnames == ["Answer", "About"]
    assert [cell.value for cell in book.worksheets[0][4]][:2] == ["Rank", "Unit IRI"]


def test_the_same_answer_gives_the_same_bytes_at_any_time(trial: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = trial.query("evidence", unit="lang-son")
    first = trial.workbook(answer)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert trial.workbook(answer) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_second_sheet_tells_how_to_ask_again_and_verify(graph: Graph, cli: Runner, tmp_path: Path) -> None:
    output = tmp_path / "bang.xlsx"
    assert cli("query", "evidence", "--unit", "Hà Nam", "-o", output).status == 0
    about = openpyxl.load_workbook(output).worksheets[1]
    lines = {row[0].value: row[1].value for row in about.iter_rows() if row[0].value}
    assert lines["Đơn vị"] == "Hà Nam (ha-nam)"
    assert lines["Lệnh"] == "cchc --lang vi query evidence --unit ha-nam"
    assert lines["Giấy phép của bản thể học và chương trình"] == "https://www.apache.org/licenses/LICENSE-2.0"
    csv = cli("query", "evidence", "--unit", "ha-nam", "--format", "csv", "--raw-csv").out
    assert hashlib.sha256(csv.encode()).hexdigest() == lines["SHA-256 của CSV"]
    cited = {row[0] for row in about.iter_rows(values_only=True) if str(row[0]).startswith("source/")}
    wanted = {
        row["source"].removeprefix("https://w3id.org/cchc/id/") for row in graph.query("evidence", unit="ha-nam").rows
    }
    assert cited == wanted != set()


@pytest.mark.parametrize(
    "asked",
    [
        ["ranking", "--index", "par-index", "--year", "2020", "--bounds"],
        ["trend", "--index", "sipas", "--unit", "lang-son"],
        ["conflicts"],
    ],
)
def test_a_workbook_verifies_and_names_the_sources_behind_its_values(
    published: Built, cli: Runner, tmp_path: Path, asked: list[str]
) -> None:
    output, store = tmp_path / "bang.xlsx", ("--store", str(published.path))
    assert cli(*store, "query", *asked, "-o", output).status == 0
    book = openpyxl.load_workbook(output)
    rows = [row for row in book.worksheets[1].iter_rows(values_only=True) if row[0]]
    lines = {row[0]: row[1] for row in rows}
    command = shlex.split(lines["Đối chiếu"].partition(" |")[0])
    assert lines["Lệnh"].endswith("--bounds") == ("--bounds" in asked)
    csv = cli(*store, *command[1:]).out
    assert hashlib.sha256(csv.encode()).hexdigest() == lines["SHA-256 của CSV"]
    pages = [row[2] for row in rows if str(row[0]).startswith(("source/", "page/"))]
    assert any(str(page).startswith("http") for page in pages)
    # No address is cut: there is room.
    texts = [str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [text for text in texts if text.endswith("…") and "/" in text.split(" ")[-1]]


def test_a_source_with_a_page_is_a_link(trial: Graph) -> None:
    from cchc.answers.workbook import About, Cited

    source = "https://w3id.org/cchc/id/source/x"
    columns = tuple(
        Column(name, {"vi": name, "en": name}, hidden=name == "source") for name in ("source", "sourceLabel")
    )
    answer = Answer("trial", "Thử", "vi", columns, [(NamedNode(source), Literal("Bài báo"))])
    about = About([("Câu hỏi", "Thử")], [Cited(source, "Bài báo", "https://example.org/bai?id=1&b=2", "0" * 64)])
    book = opened(workbook(answer, about))
    assert book.worksheets[0]["B4"].value == "Bài báo"
    assert book.worksheets[0]["B4"].hyperlink.target == "https://example.org/bai?id=1&b=2"
    # A title in the first column would be hidden with it.
    assert book.worksheets[0]["B1"].value == "Thử"


@pytest.mark.parametrize(
    ("term", "value", "number_format"),
    [
        (typed("2019", "gYear"), 2019, "0"),
        (typed("2700", "integer"), 2700, "0"),
        (typed("83.455", "decimal"), 83.455, "0.000"),
        (typed("56.0", "decimal"), 56, "0"),
        (typed("2021-06-24", "date"), datetime(2021, 6, 24), "dd/mm/yyyy"),
        (Literal("=1+1"), "=1+1", "@"),
        (Literal("https://example.org/"), "https://example.org/", "@"),
        (Literal("0123"), "0123", "@"),
        (typed("n/a", "decimal"), "n/a", "@"),
        (typed("1887-05-01", "date"), "01/05/1887", "@"),
        (typed("0.1234567890123456789", "decimal"), "0,1234567890123456789", "@"),
    ],
)  # fmt: skip
def test_values_keep_their_kind(term: Literal, value: object, number_format: str) -> None:
    (cell,) = cells(one_column(term))
    assert cell.value == value
    assert cell.number_format == number_format
    assert cell.data_type != "f"


def test_changes_show_their_sign() -> None:
    (cell,) = cells(one_column(typed("2.57", "decimal"), decimals=2, signed=True))
    assert cell.number_format == "+0.00;-0.00;0.00"


def test_a_value_that_is_not_known_is_an_empty_cell() -> None:
    unknown, known = cells(one_column(None, typed("5", "integer")))
    assert (unknown.value, known.value) == (None, 5)


def test_an_answer_without_rows_says_so(trial: Graph) -> None:
    sheet = opened(trial.workbook(trial.query("meetings", year=2022))).worksheets[0]
    assert "Không có kết quả." in {cell.value for row in sheet.iter_rows() for cell in row}


def test_a_text_longer_than_a_cell_is_refused_and_not_cut() -> None:
    with pytest.raises(CchcError, match="XLSX_LIMIT"):
        workbook(one_column(Literal("a" * (LONGEST_TEXT + 1))))


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.answers.spreadsheet.MOST_ROWS", 5)
    with pytest.raises(CchcError, match="XLSX_LIMIT"):
        workbook(one_column(*[Literal("x")] * 5))


@given(st.decimals(min_value=-1000, max_value=10_000, places=3, allow_nan=False))
def test_a_number_comes_back_as_it_was(value: Decimal) -> None:
    (cell,) = cells(one_column(typed(str(value), "decimal")))
    assert Decimal(repr(cell.value)) == value


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_opens_again(text: str) -> None:
    (cell,) = cells(one_column(Literal(text)))
    assert cell.value is None or isinstance(cell.value, (str, int, float))


# -- the command line ------------------------------------------------------------------------------------------------


def test_a_workbook_goes_to_standard_output_byte_for_byte(graph: Graph, process: Process) -> None:
    asked = ["query", "ranking", "--index", "par-index", "--year", "2020", "--format", "xlsx"]
    ran = process("-c", f"from cchc.cli import main\nmain({asked!r})")
    assert ran.stdout == graph.workbook(graph.query("ranking", index="par-index", year=2020))


def test_a_workbook_is_not_printed_on_a_terminal(cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    ran = cli("query", "averages", "--format", "xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert "OUTPUT_BINARY" in ran.err


def test_any_select_can_be_a_workbook(cli: Runner, tmp_path: Path) -> None:
    output = tmp_path / "x.xlsx"
    assert cli("sparql", 'SELECT (1.50 AS ?a) ("=b" AS ?b) {}', "-o", output).status == 0
    assert [cell.value for cell in openpyxl.load_workbook(output).worksheets[0][4]] == [1.5, "=b"]
    assert cli("sparql", "ASK {}", "-o", output).status == 2
