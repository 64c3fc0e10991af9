"""Files of separated values: their encoding, their delimiter, and their rows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from cchc.errors import CchcError
from cchc.loaders.articles.formats.encodings import decode
from cchc.loaders.tables.model import Row
from cchc.vietnamese import nfc

_DELIMITERS = ",;\t|"
_SAMPLE = 200
"""Lines that are looked at to find the delimiter."""
LONG_FILE = 16_000_000
"""From so many bytes on, a file is read line by line, as often as its lines are wanted."""
_START = 1_000_000
"""Bytes at the start of a long file that tell its encoding."""


def lines_of(path: Path) -> tuple[Callable[[], Iterable[str]], str, str]:
    """What gives the lines of a file anew each time, in NFC; its first lines as a text; the name of its encoding.

    A long file in UTF-8 is not held in memory.

    :raises CchcError: FILE_EMPTY, FILE_BINARY, FILE_ENCODING, LEGACY_ENCODING; reading the lines of a long file raises
        FILE_ENCODING where they are not of the encoding of the first ones.
    """
    if path.stat().st_size > LONG_FILE:
        with path.open("rb") as file:
            # Whole lines, so that no letter is cut.
            start = b"".join(file.readlines(_START))
        text, encoding = decode(start, str(path)) if _is_utf8(start) else ("", "")
        if encoding in ("utf-8", "utf-8-sig"):
            return partial(_read, path), text.removeprefix("\ufeff"), encoding
    text, encoding = decode(path.read_bytes(), str(path))
    text = text.removeprefix("\ufeff")
    return partial(io.StringIO, text, newline=""), text, encoding


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in content


def _read(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line in file:
                yield nfc(line)
    except UnicodeDecodeError as error:
        raise CchcError("FILE_ENCODING", where=str(path)) from error


def delimiter_of(text: str, suffix: str) -> tuple[str, int]:
    """The delimiter, and the lines before the first row that only declare it (``sep=;``, as spreadsheets write)."""
    first = text[:6].lower()
    if first.startswith("sep=") and len(text) > 4 and text[4] in _DELIMITERS:
        return text[4], 1
    lines = text[:500_000].splitlines()[:_SAMPLE]
    best, delimiter = (0.0, 0), "\t" if suffix == ".tsv" else ","
    for candidate in (delimiter, *_DELIMITERS.replace(delimiter, "")):
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=candidate) if any(row))
        except csv.Error:
            continue
        # A line without the delimiter may be a title; a table is wide in most of its lines.
        wide = Counter({width: count for width, count in widths.items() if width > 1})
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        score = (round(count / sum(widths.values()), 1), width)
        if score > best:
            best, delimiter = score, candidate
    return delimiter, 0


def rows_of(
    lines: Iterable[str], delimiter: str, skipped: int, where: str, quotechar: str | None = '"'
) -> Iterator[Row]:
    """The rows, blank ones included. What stands before the first row is given as blank rows, so that numbers stay.

    :raises CchcError: TABLE_CSV, where the quotation marks do not match, so that a cell would never end.
    """
    if quotechar:
        reader = csv.reader(lines, delimiter=delimiter, quotechar=quotechar, strict=True)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            yield [] if number <= skipped else [cell.strip() or None for cell in row]
    except csv.Error as error:
        raise CchcError("TABLE_CSV", where=f"{where}:{reader.line_num}", values={"reason": str(error)}) from error
