"""Answers as Excel workbooks (.xlsx) for people: a sheet with the answer, and one that says where it comes from.

Numbers are numbers, with as many decimals as the column has; a date is a date; the codes behind labels stand in hidden
columns. The same answer gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from cchc.answers import spreadsheet
from cchc.answers.model import Answer, Column, plain
from cchc.answers.text import clean, header, number, shown
from cchc.errors import CchcError
from cchc.store.results import Term
from cchc.vocabulary import ID, XSD


class Cited(NamedTuple):
    """A source that an answer names: its IRI, title, page on the web and SHA-256, as far as they are known."""

    iri: str
    title: str
    page: str | None
    sha256: str | None


class About(NamedTuple):
    """Where an answer comes from: lines of a name and a value (or a link), and the sources that its rows name."""

    lines: Sequence[tuple[str, str]]
    sources: Sequence[Cited] = ()


_WORDS = {
    "vi": {"answer": "Kết quả", "about": "Về bảng này", "sources": "Nguồn", "title": "Tên", "page": "Địa chỉ",
           "sha256": "SHA-256 của văn bản", "nothing": "Không có kết quả."},
    "en": {"answer": "Answer", "about": "About", "sources": "Sources", "title": "Title", "page": "Address",
           "sha256": "SHA-256 of the text", "nothing": "No results."},
}  # fmt: skip
_DATE_FORMATS = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
_DATE = XSD + "date"
_EARLIEST = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: earlier dates would be shown a day off."""


def workbook(answer: Answer, about: About | None = None) -> bytes:
    """The workbook of an answer; ``about`` makes the second sheet, and gives the links of sources.

    :raises CchcError: XLSX_LIMIT for more rows than a sheet, or a longer text than a cell can hold; nothing is cut.
    """
    target = io.BytesIO()
    with spreadsheet.new_workbook(target, clean(answer.title)) as book:
        pages = {source.iri: source.page for source in about.sources if source.page} if about else {}
        _Sheet(book, answer, pages).write()
        if about is not None:
            _write_about(book, answer, about)
    return target.getvalue()


class _Sheet:
    """The sheet with the answer: title, how complete it is, headings with filters, rows."""

    def __init__(self, book: Any, answer: Answer, pages: dict[str, str]) -> None:
        self.book, self.answer, self.pages = book, answer, pages
        self.sheet = book.add_worksheet(_WORDS[answer.lang]["answer"])
        self.links = 0
        self.formats: dict[tuple[str, bool], Any] = {}

    def write(self) -> None:
        answer, sheet = self.answer, self.sheet
        left = self.first_shown()
        sheet.write_string(0, left, clean(answer.title) or answer.name, self.book.add_format(spreadsheet.HEADING))
        top = 1
        if answer.completeness:
            sheet.write_string(top, left, answer.completeness.text, self.book.add_format(spreadsheet.REMARK))
            top += 1
        top += 1
        if top + len(answer.terms) >= spreadsheet.MOST_ROWS:
            raise _too_much(f"{len(answer.terms)}", f"{spreadsheet.MOST_ROWS - top - 1}")
        heading = self.book.add_format(spreadsheet.COLUMN_HEADING)
        for place, column in enumerate(answer.columns):
            sheet.write_string(top, place, clean(header(column, answer.lang)), heading)
        widths = []
        for place, column in enumerate(answer.columns):
            texts = (shown(terms[place], column, answer.lang) for terms in answer.terms)
            widths.append(spreadsheet.column_width([header(column, answer.lang), *texts]))
            sheet.set_column(place, place, widths[-1], None, {"hidden": column.hidden})
        for row, terms in enumerate(answer.terms, top + 1):
            for place, (column, term) in enumerate(zip(answer.columns, terms, strict=True)):
                if term is not None:
                    self.cell(row, place, column, term, self.page(terms, place))
            seen = [place for place, column in enumerate(answer.columns) if not column.hidden]
            texts = (shown(terms[place], answer.columns[place], answer.lang) for place in seen)
            sheet.set_row(row, spreadsheet.row_height(texts, (widths[place] for place in seen)))
        last = max(top + len(answer.terms), top + 1)
        sheet.autofilter(top, 0, last, len(answer.columns) - 1)
        sheet.freeze_panes(top + 1, 0)
        if not answer.terms:
            sheet.write_string(top + 1, left, _WORDS[answer.lang]["nothing"])
        # On paper: as wide as a page, with the headings on each.
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)

    def first_shown(self) -> int:
        return next((place for place, column in enumerate(self.answer.columns) if not column.hidden), 0)

    def page(self, terms: Sequence[Term | None], place: int) -> str | None:
        """The address of the source that a label in a row stands for (``sourceLabel`` stands for ``source``)."""
        names = self.answer.names
        behind = names[place].removesuffix("Label")
        term = terms[names.index(behind)] if behind in names else None
        return self.pages.get(term.value) if isinstance(term, NamedNode) else None

    def cell(self, row: int, place: int, column: Column, term: Term, page: str | None) -> None:
        value = plain(term)
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            if Decimal(repr(float(value))) == value:
                self.sheet.write_number(row, place, float(value), self.format(_number_format(column, value)))
                return
            # More digits than the format keeps.
            text = number(value, self.answer.lang, signed=column.signed)
        elif (day := _day(term)) is not None:
            self.sheet.write_datetime(row, place, day, self.format(_DATE_FORMATS[self.answer.lang]))
            return
        else:
            text = (
                term.value if isinstance(term, NamedNode) and column.hidden else shown(term, column, self.answer.lang)
            )
        if len(text) > spreadsheet.LONGEST_TEXT:
            raise _too_much(f"{len(text)}", f"{spreadsheet.LONGEST_TEXT}")
        if page is not None and text.endswith("…"):
            # A label that is cut so that a table stays narrow; here there is room.
            text = page
        if page is not None and self.links < spreadsheet.MOST_LINKS:
            self.links += 1
            self.sheet.write_url(row, place, page, self.format("@", link=True), text)
            return
        self.sheet.write_string(row, place, text, self.format("@"))

    def format(self, number_format: str, *, link: bool = False) -> Any:
        if (number_format, link) not in self.formats:
            look: dict[str, Any] = {"num_format": number_format, "valign": "top"}
            if number_format == "@":
                look |= {"text_wrap": True, "align": "left", "indent": 1}
            self.formats[number_format, link] = self.book.add_format(look | (spreadsheet.LINK if link else {}))
        return self.formats[number_format, link]


def _number_format(column: Column, value: int | Decimal) -> str:
    """Years and counts as they are, decimals as the column has them (or as the value, where it doesn't say)."""
    digits = 0
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        digits = column.decimals if column.decimals is not None else max(0, -int(exponent))
    plain_format = "0." + "0" * digits if digits else "0"
    return f"+{plain_format};-{plain_format};{plain_format}" if column.signed else plain_format


def _day(term: Term) -> date | None:
    if not isinstance(term, Literal) or term.datatype.value != _DATE:
        return None
    try:
        day = date.fromisoformat(term.value)
    except ValueError:
        return None
    return day if day >= _EARLIEST else None


def _too_much(found: str, limit: str) -> CchcError:
    return CchcError("XLSX_LIMIT", values={"found": found, "limit": limit})


def _write_about(book: Any, answer: Answer, about: About) -> None:
    words = _WORDS[answer.lang]
    sheet = book.add_worksheet(words["about"])
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    link = book.add_format({**spreadsheet.LINK, "text_wrap": True, "valign": "top"})
    sources = [
        (clean(source.iri.removeprefix(ID)), clean(source.title), source.page or "", source.sha256 or "")
        for source in about.sources[: spreadsheet.MOST_LINKS]
    ]
    widths = [spreadsheet.column_width([name for name, _ in about.lines] + [cells[0] for cells in sources])]
    widths += [spreadsheet.WIDEST] * 3
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)

    def write(row: int, texts: Sequence[str], first: Any) -> None:
        sheet.set_row(row, spreadsheet.row_height(texts, widths[: len(texts)]))
        sheet.write_string(row, 0, texts[0], first)
        for place, text in enumerate(texts[1:], 1):
            if text.startswith(("http://", "https://")):
                sheet.write_url(row, place, text, link, text)
            elif text:
                sheet.write_string(row, place, text, wrapped)

    for row, (name, value) in enumerate(about.lines):
        write(row, (name, clean(value)), bold)
    if sources:
        top = len(about.lines) + 1
        heading = book.add_format(spreadsheet.COLUMN_HEADING)
        for place, key in enumerate(("sources", "title", "page", "sha256")):
            sheet.write_string(top, place, words[key], heading)
        for row, cells in enumerate(sources, top + 1):
            write(row, cells, wrapped)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
