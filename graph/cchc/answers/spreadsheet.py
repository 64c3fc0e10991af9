"""New Excel workbooks whose bytes depend on nothing but what is written to them. Needs XlsxWriter, imported only here.

Office Open XML (ECMA-376, ISO/IEC 29500) stores numbers and dates as such; their marks follow the language of the
program that opens the file, so nothing here writes a decimal comma.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from math import ceil
from typing import Any

from cchc.answers.text import width

MOST_ROWS = 1_048_576
"""Rows of a sheet: the limit of the format."""

LONGEST_TEXT = 32_767
"""Characters of a cell: the limit of the format."""

MOST_LINKS = 65_000
"""Links of a sheet: Excel opens a file with more than 65,530 of them as damaged."""

WIDEST = 60
"""Characters of the widest column; longer texts go on in the next line of their cell."""

LINE = 15
"""Points from one line of text to the next, in the format's default font."""

Look = dict[str, Any]
"""Properties of a cell, as XlsxWriter names them."""

HEADING: Look = {"bold": True, "font_size": 14}
COLUMN_HEADING: Look = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DCE6F1", "border": 1}
REMARK: Look = {"italic": True, "font_color": "#595959"}
LINK: Look = {"font_color": "#0B5CAD", "underline": 1}

# What the format wants as the date of its making; any fixed one would do.
_MADE = datetime(2000, 1, 1)


@contextmanager
def new_workbook(target: io.BytesIO, title: str) -> Iterator[Any]:
    """An ``xlsxwriter.Workbook`` that is in ``target`` when the block ends; a text in it is never taken for a formula,
    a number or a link."""
    from xlsxwriter import Workbook

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(target, options) as book:
        book.set_properties({"title": title, "author": "cchc", "created": _MADE})
        yield book


def column_width(texts: Iterable[str]) -> int:
    """A width that shows the longest of these texts, up to :data:`WIDEST`, in the format's unit: digits of the font."""
    return min(WIDEST, max(8, max(map(width, texts), default=0) + 3))


def row_height(texts: Iterable[str], widths: Iterable[int]) -> int:
    """The height in points that shows texts in columns of these widths. Programs differ in whether they grow a row for
    what goes on in the next line."""
    return LINE * max(1, *(_lines(width(text), at_most - 3) for text, at_most in zip(texts, widths, strict=True)))


def _lines(length: int, at_most: int) -> int:
    """In how many lines a text of a length is set; words don't fill lines to the end where there are several."""
    return 1 if length <= at_most else ceil(1.1 * length / at_most)
