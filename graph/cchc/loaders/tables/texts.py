"""The text of a table, in memory or, where it is long, in a temporary file."""

from __future__ import annotations

import csv
import hashlib
import io
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain

from cchc.claims import LongText
from cchc.loaders.tables.model import Row, Sheet, cell_text
from cchc.vietnamese import nfc

LONG = 2_000_000
"""From so many characters on, a text is kept in a file: those of some 40,000 claims."""
_PART = 1 << 16
"""About how many characters are handled at once."""

SHEET_SEPARATOR = "\f"
"""Stands between the sheets of a workbook in its text."""


class FileText:
    """A :class:`~cchc.claims.LongText` in a temporary file, which is gone when nobody refers to this any more."""

    def __init__(self, parts: Iterable[str]) -> None:
        # Closed, and so removed, with the last reference to it.
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115
        digest, bare = hashlib.sha256(), hashlib.sha256()
        self.characters = self.rows = 0
        for part in parts:
            self._file.write(part)
            digest.update(part.encode("utf-8"))
            # As cchc.vietnamese.fingerprint() has it; parts end where rows do, so no letter is cut from its marks.
            bare.update("".join(nfc(part).split()).encode("utf-8"))
            self.characters += len(part)
            self.rows += part.count("\n")
        self.sha256, self.fingerprint = digest.hexdigest(), bare.hexdigest()

    def parts(self) -> Iterator[str]:
        """The text anew, in parts."""
        self._file.seek(0)
        while part := self._file.read(_PART):
            yield part


def text_of_sheets(sheets: Iterable[Sheet]) -> str | LongText:
    """The rows of the sheets as comma-separated values (RFC 4180), whose cells RFC 7111 counts."""
    parts = _parts(sheets)
    held: list[str] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= LONG:
            return FileText(chain(held, parts))
    return "".join(held)


def _parts(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The text in parts of whole rows."""
    for place, sheet in enumerate(sheets):
        if place:
            yield SHEET_SEPARATOR
        yield from _of_rows(sheet.rows())


def _of_rows(rows: Iterable[Row]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in rows:
        writer.writerow([cell_text(value) for value in row])
        if buffer.tell() >= _PART:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def cells_of(text: str, sheet: int) -> Iterator[list[str]]:
    """The rows of one sheet (from 1) of the text of a table."""
    return csv.reader(io.StringIO(text.split(SHEET_SEPARATOR)[sheet - 1], newline=""))
