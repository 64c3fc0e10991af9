"""Workbooks (.xlsx): their sheets and rows, with merged cells filled and percentages as they are shown.

openpyxl reads a sheet as a stream of rows; it knows number formats and errors, which python-calamine does not. Merged
ranges stand behind the rows in the file, so that :class:`_Outline` looks them up first, together with the last row that
holds anything: a sheet may have a million empty ones.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from cchc.errors import CchcError
from cchc.loaders.tables.model import Fault, Percent, Row, Sheet, Value
from cchc.vietnamese import nfc, slug

MAX_SHEET_BYTES = 2_000_000_000
"""The largest sheet that is read, unpacked: a full sheet of 1,048,576 rows with ten columns has about 600 MB."""
MAX_RATIO = 400
"""How many times larger than packed a part may be. Real sheets reach about 20, a bomb 1,000."""
_SMALL = 10_000_000
"""Parts of this size, unpacked, are no bomb whatever their ratio (empty formatted rows pack well)."""
_CHUNK = 1 << 20

KEPT_ROWS = 50_000
"""Sheets of so many rows are kept in memory, because a table is read three times and unpacking is most of the work."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"[A-Z]{1,3}(\d{1,7})\"")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\bhidden=\"(?:1|true)\"[^>]*>")
_ROW_NUMBER = re.compile(rb"\br=\"(\d{1,7})\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_PLACES = re.compile(r"^[^;\"]*0\.(0{1,9})(?!0|[#?]*E)")
"""The decimal places that a number format always shows (ECMA-376, part 1, section 18.8.31), in its first section."""


@dataclass(slots=True)
class _Outline:
    """Of one sheet: the merged ranges (first row, first column, last row, last column), the last row with a value, and
    whether it has formulas; and the rows that the workbook hides."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    last: int = 0
    formulas: bool = False
    hidden: set[int] = field(default_factory=set)


def sheets_of(path: Path) -> list[Sheet]:
    """The worksheets of a workbook that hold anything, in order, the hidden ones among them.

    :raises CchcError: FILE_DAMAGED, FILE_ARCHIVE, TABLE_BOMB, FILE_EMPTY.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped, unused-ignore]

    where = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(archive, where)
        book = load_workbook(path, read_only=True, data_only=True)
    except CchcError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise CchcError("FILE_DAMAGED", where=where, values={"format": "XLSX"}) from error
    found: list[Sheet] = []
    with zipfile.ZipFile(path) as archive:
        for number, sheet in enumerate(book.worksheets, 1):
            outline = _outline(archive, sheet._worksheet_path)  # type: ignore[attr-defined]
            if outline.last:
                name = slug(sheet.title) or f"sheet-{number}"
                if any(name == other.slug for other in found):
                    name = f"{name}-{number}"
                rows: Callable[[], Iterator[Row]] = _Rows(path, number - 1, outline)
                hidden = sheet.sheet_state != "visible"
                if outline.last <= KEPT_ROWS and not hidden:
                    rows = _Kept(list(rows()))
                hidden_rows = tuple(sorted(row for row in outline.hidden if row <= outline.last))
                found.append(Sheet(nfc(sheet.title), number, rows, name, hidden, hidden_rows))
    book.close()
    if all(sheet.hidden for sheet in found):
        raise CchcError("TABLE_EMPTY", where=where)
    return found


def _refuse_bombs(archive: zipfile.ZipFile, where: str) -> None:
    names = set(archive.namelist())
    if not any(name.casefold().startswith("xl/workbook") for name in names):
        raise CchcError("FILE_ARCHIVE", where=where)
    for part in archive.infolist():
        ratio = part.file_size / max(1, part.compress_size)
        if part.file_size > MAX_SHEET_BYTES or (part.file_size > _SMALL and ratio > MAX_RATIO):
            raise CchcError("TABLE_BOMB", where=where, values={"part": part.filename, "size": part.file_size})


def _outline(archive: zipfile.ZipFile, part: str) -> _Outline:
    outline = _Outline()
    before, kept = b"", b""
    with archive.open(part.lstrip("/")) as stream:
        while chunk := stream.read(_CHUNK):
            window = before + chunk
            said = [match.start() for match in _VALUE.finditer(window)]
            if said:
                cells = _CELL.findall(window, 0, said[-1])
                outline.last = max(outline.last, int(cells[-1]) if cells else outline.last + 1)
                outline.formulas = outline.formulas or bool(_FORMULA.search(window))
            for row in _ROW.findall(window):
                if numbered := _ROW_NUMBER.search(row):
                    outline.hidden.add(int(numbered[1]))
            for first, top, last, bottom in _MERGED.findall(kept + chunk):
                outline.merged.append((int(top), _column(first), int(bottom), _column(last)))
            # A cell or a range that the end of a chunk cuts is seen whole in the next window.
            before = window[-2000:]
            kept = b"" if (cut := chunk.rfind(b"<")) < 0 else chunk[cut:]
    outline.merged = sorted(set(outline.merged))
    return outline


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rows of one sheet, in memory."""

    rows: list[Row]

    def __call__(self) -> Iterator[Row]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one sheet; each call reads the file anew."""

    path: Path
    place: int
    outline: _Outline

    def __call__(self) -> Iterator[Row]:
        from openpyxl import load_workbook

        books = [load_workbook(self.path, read_only=True, data_only=True)]
        if self.outline.formulas:
            books.append(load_workbook(self.path, read_only=True, data_only=False))
        try:
            yield from self._filled(books)
        finally:
            for book in books:
                book.close()

    def _filled(self, books: list[Any]) -> Iterator[Row]:
        streams = [book.worksheets[self.place] for book in books]
        for sheet in streams:
            # What a file says of its own size is often wrong.
            sheet.reset_dimensions()
        rows = [sheet.iter_rows(max_row=self.outline.last) for sheet in streams]
        merged, open_ranges = iter(self.outline.merged), []
        following = next(merged, None)
        for number, cells in enumerate(zip(*rows, strict=True), 1):
            shown = cells[0]
            formulas = cells[1] if len(cells) > 1 else shown
            row = [_value(cell, formula) for cell, formula in zip(shown, formulas, strict=True)]
            while following and following[0] <= number:
                top, left, bottom, right = following
                value = row[left - 1] if top == number and left <= len(row) else None
                open_ranges.append((left, bottom, right, value))
                following = next(merged, None)
            open_ranges = [item for item in open_ranges if item[1] >= number]
            for left, _, right, value in open_ranges:
                row += [None] * (min(right, left + _MAX_FILL) - len(row))
                for place in range(left - 1, min(right, left + _MAX_FILL)):
                    if row[place] is None:
                        row[place] = value
            while row and row[-1] is None:
                row.pop()
            yield row


_MAX_FILL = 500
"""How many columns of a merged range are filled."""


def _value(cell: Any, formula: Any) -> Value:
    value = cell.value
    if value is None:
        if formula.value is not None:
            return Fault(str(formula.value), formula=True)
        return None
    if isinstance(value, str):
        if cell.data_type == "e":
            return Fault(value)
        return nfc(value.replace("_x000D_", "").replace("\x0c", " ")).strip() or None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        # Fifteen digits are what a spreadsheet keeps: 83.45000000000001 is 83.45.
        number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
        shown = cell.number_format or ""
        if "%" in shown:
            return Percent(_as_shown(_plain(number * 100), shown))
        return _as_shown(_plain(number), shown)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (time, timedelta)):
        return str(value)
    return str(value)


def _plain(number: Decimal) -> Decimal:
    """The number without trailing zeros and without an exponent."""
    number = number.normalize()
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _as_shown(number: Decimal, number_format: str) -> Decimal:
    """The number with the zeros at its end that its format shows: 87.1 is 87.10 in "0.00"."""
    shown = _PLACES.search(number_format)
    places = len(shown[1]) if shown else 0
    return number.quantize(Decimal(1).scaleb(-places)) if places > -int(number.as_tuple().exponent) else number
