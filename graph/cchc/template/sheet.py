"""A form as an Excel workbook: cells that check what is typed, locked names, and what the sheet is in its first rows.

The words of its headings are those that the reader of tables knows (``ontology/tables.ttl``).
"""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from cchc.answers import spreadsheet
from cchc.answers.text import number
from cchc.template.form import Form

MORE_ROWS = 30
"""Empty rows for units that the graph does not know."""

_WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "sheet": "Kết quả", "guide": "Hướng dẫn", "title": "Phiếu nhập kết quả {index} năm {year}",
        "index": "Chỉ số", "year": "Năm", "population": "Phạm vi", "province": "Thuộc tỉnh", "source": "Nguồn",
        "number": "STT", "code": "Mã đơn vị", "unit": "Đơn vị", "points": "{label} ({maximum} điểm)",
        "total": "Tổng điểm", "rank": "Thứ hạng", "grade": "Xếp loại", "note": "Ghi chú",
        "wrong": "Giá trị chưa đúng", "score-rule": "Cần một số từ 0 đến {maximum}.",
        "rank-rule": "Cần một số nguyên từ 1 đến {maximum}.", "grade-rule": "Chọn một giá trị trong danh sách.",
        "hint": "Chỉ điền các ô nền vàng; ô không có số liệu thì để trống.",
    },
    "en": {
        "sheet": "Results", "guide": "Guide", "title": "Results of {index} {year}, to be filled in",
        "index": "Index", "year": "Year", "population": "Population", "province": "In the province", "source": "Source",
        "number": "No.", "code": "Unit code", "unit": "Unit", "points": "{label} ({maximum} points)",
        "total": "Total score", "rank": "Rank", "grade": "Grade", "note": "Note",
        "wrong": "Wrong value", "score-rule": "A number from 0 to {maximum} is needed.",
        "rank-rule": "A whole number from 1 to {maximum} is needed.", "grade-rule": "Choose a value of the list.",
        "hint": "Fill in the yellow cells only; leave empty what is not known.",
    },
}  # fmt: skip
_GUIDE = (
    ("Điền điểm, thứ hạng, xếp loại như văn bản công bố; không tự tính hoặc làm tròn thêm.",
     "Fill in scores, ranks and grades as they were published; compute and round nothing yourself."),
    ("Ghi địa chỉ trang công bố vào ô Nguồn ở đầu trang thứ nhất.",
     "Give the address of the publication as the source, in the first rows of the first sheet."),
    ("Mã và tên đơn vị được khóa (không có mật khẩu) để khi nạp không bị nhầm.",
     "Codes and names of units are locked (without a password), so that none is mistaken when the sheet is loaded."),
    ("Điền xong, nạp bằng lệnh cchc load, không cần tệp ánh xạ.",
     "When it is filled in, load it by cchc load; it needs no mapping."),
)  # fmt: skip
_INPUT: spreadsheet.Look = {"bg_color": "#FFF9DB", "border": 1, "border_color": "#BFBFBF", "locked": False}
_LOCKED: spreadsheet.Look = {"border": 1, "border_color": "#BFBFBF"}
_PROTECTION = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}


def sheet(form: Form) -> bytes:
    """The workbook of a form; the same form gives the same bytes."""
    target = io.BytesIO()
    words = _WORDS[form.lang]
    title = words["title"].format(index=form.index_name, year=form.year)
    with spreadsheet.new_workbook(target, title) as book:
        page = book.add_worksheet(words["sheet"])
        grades = _guide(book, form)
        top = _head(book, page, form, title)
        _table(book, page, form, top, grades)
        page.protect("", _PROTECTION)
    return target.getvalue()


def _head(book: Any, page: Any, form: Form, title: str) -> int:
    """Title, and what the sheet is as keys and values; gives the row of the headings."""
    words = _WORDS[form.lang]
    key, value = book.add_format({"bold": True, "align": "left"}), book.add_format({"align": "left"})
    page.write_string(0, 0, title, book.add_format(spreadsheet.HEADING))
    said = {"index": form.index_name, "year": form.year, "population": form.population, "province": form.province}
    rows = [(words[name], text) for name, text in said.items() if text is not None]
    for row, (name, text) in enumerate(rows, 1):
        page.write_string(row, 1, name, key)
        # A year is a number to whoever reads the sheet.
        write = page.write_number if text == form.year else page.write_string
        write(row, 2, int(text) if text == form.year else text, value)
    source = len(rows) + 1
    page.write_string(source, 1, words["source"], key)
    page.write_blank(source, 2, None, book.add_format({**_INPUT, "text_wrap": True}))
    page.write_string(source + 1, 1, words["hint"], book.add_format(spreadsheet.REMARK))
    return source + 3


def _table(book: Any, page: Any, form: Form, top: int, grades: str | None) -> None:
    words, lang = _WORDS[form.lang], form.lang
    rows = len(form.units) + (MORE_ROWS if form.more else 0)
    last = top + rows
    heading = book.add_format({**spreadsheet.COLUMN_HEADING, "align": "center"})
    locked, centred = book.add_format(_LOCKED), book.add_format({**_LOCKED, "align": "center"})
    score, whole = book.add_format({**_INPUT, "num_format": "0.00"}), book.add_format({**_INPUT, "num_format": "0"})
    text = book.add_format({**_INPUT, "num_format": "@", "text_wrap": True})
    page.set_row(top, 6 * spreadsheet.LINE)
    for place, name in enumerate(("number", "code", "unit")):
        page.write_string(top, place, words[name], heading)
    for row in range(rows):
        code, name = form.units[row] if row < len(form.units) else ("", "")
        page.write_number(top + 1 + row, 0, row + 1, centred)
        page.write_string(top + 1 + row, 1, code, locked)
        page.write_string(top + 1 + row, 2, name, locked if name else text)

    fields = [(_titled(field.label, field.maximum, lang), field.maximum or form.maximum) for field in form.components]
    columns: list[tuple[str, Any, dict[str, Any]]] = [
        (label, score, _score_rule(most, lang)) for label, most in [*fields, (words["total"], form.maximum)]
    ]
    columns.append((words["rank"], whole, _rule("integer", 1, rows, words["rank-rule"].format(maximum=rows), lang)))
    if grades:
        rule = {"validate": "list", "source": grades, **_message(words["grade-rule"], lang)}
        columns.append((words["grade"], text, rule))
    columns.append((words["note"], text, {}))
    for place, (label, look, rule) in enumerate(columns, 3):
        page.write_string(top, place, label, heading)
        for row in range(top + 1, last + 1):
            page.write_blank(row, place, None, look)
        if rule:
            page.data_validation(top + 1, place, last, place, rule)
    width = len(columns) + 3
    codes = spreadsheet.column_width(code for code, _ in form.units)
    for place, size in enumerate((6, codes, 34, *[16] * (len(columns) - 1), 30)):
        page.set_column(place, place, size)
    page.autofilter(top, 0, last, width - 1)
    page.freeze_panes(top + 1, 3)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)


def _titled(label: str, maximum: Decimal | None, lang: str) -> str:
    return label if maximum is None else _WORDS[lang]["points"].format(label=label, maximum=number(maximum, lang))


def _score_rule(maximum: Decimal, lang: str) -> dict[str, Any]:
    text = _WORDS[lang]["score-rule"].format(maximum=number(maximum, lang))
    return _rule("decimal", 0, float(maximum), text, lang)


def _rule(kind: str, least: float, most: float, text: str, lang: str) -> dict[str, Any]:
    return {"validate": kind, "criteria": "between", "minimum": least, "maximum": most, **_message(text, lang)}


def _message(text: str, lang: str) -> dict[str, Any]:
    return {"ignore_blank": True, "error_title": _WORDS[lang]["wrong"], "error_message": text}


def _guide(book: Any, form: Form) -> str | None:
    """The sheet with notes in both languages and the list of grades; gives the range of that, if there are any."""
    words = _WORDS[form.lang]
    guide = book.add_worksheet(words["guide"])
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    guide.set_column(0, 0, 100)
    lines = [line for pair in _GUIDE for line in (pair if form.lang == "vi" else reversed(pair))]
    if form.scheme:
        lines.append(form.scheme)
    for row, line in enumerate(lines):
        guide.write_string(row, 0, line, wrapped)
    first = len(lines) + 2
    for row, grade in enumerate(form.grades, first):
        guide.write_string(row, 0, grade, wrapped)
    guide.protect("", _PROTECTION)
    if not form.grades:
        return None
    return f"='{words['guide']}'!$A${first + 1}:$A${first + len(form.grades)}"
