"""Files to sheets: by what a file is, which must agree with what its name says."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from cchc.claims import Source
from cchc.errors import CchcError
from cchc.loaders.articles.formats.encodings import decode
from cchc.loaders.tables.csvw import Metadata, metadata_of
from cchc.loaders.tables.delimited import delimiter_of, lines_of, rows_of
from cchc.loaders.tables.model import Row, Sheet
from cchc.loaders.tables.texts import text_of_sheets
from cchc.vietnamese import nfc

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
"""The suffixes of tables; of the last two it is told how to save them as ones that are read."""

_HEAD = 4096
_FEWEST_ROWS = 3
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
"""What an OpenDocument file has for its first part (OpenDocument 1.3, part 2, section 3.3), after the zip's header."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {b"%PDF": "PDF", b"<html": "HTML", b"<!doc": "HTML", b"<tabl": "HTML", b"<?xml": "XML", b"{\\rtf": "RTF"}


def holds_table(path: Path) -> bool:
    """Whether a file is a table: by its name, or a ``.txt`` whose lines all have the same number of tabs, as
    spreadsheets save it ("Unicode Text")."""
    suffix = path.suffix.lower()
    if suffix != ".txt" or not path.is_file():
        return suffix in SUFFIXES
    with path.open("rb") as file:
        if b"\t" not in file.read(_HEAD):
            return False
    try:
        lines = [line for line in decode(path.read_bytes(), str(path))[0].splitlines() if line]
    except CchcError:
        return False
    return len(lines) >= _FEWEST_ROWS and "\t" in lines[0] and len({line.count("\t") for line in lines}) == 1


def sheets_of(path: Path) -> tuple[list[Sheet], str | None]:
    """The sheets of a table's file, and the encoding of a file of separated values.

    :raises CchcError: FILE_MISSING, FILE_EMPTY, TABLE_EXTENSION, TABLE_PASSWORD, TABLE_OLD_EXCEL, TABLE_OPEN_DOCUMENT,
        and what the reader of its format raises.
    """
    if not path.is_file():
        raise CchcError("FILE_MISSING", where=str(path))
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise CchcError("FILE_EMPTY", where=str(path))
    suffix = path.suffix.lower()
    if head.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in path.read_bytes():
            raise CchcError("TABLE_PASSWORD", where=str(path))
        raise CchcError("TABLE_OLD_EXCEL", where=str(path))
    if head.startswith(_ZIP) and _OPEN_DOCUMENT in head:
        raise CchcError("TABLE_OPEN_DOCUMENT", where=str(path))
    found = "XLSX" if head.startswith(_ZIP) else _OTHERS.get(head.lstrip(b"\xef\xbb\xbf \r\n\t")[:5].lower()[:5])
    found = found or _OTHERS.get(head[:4])
    if (suffix == ".xlsx") != (found == "XLSX") or found not in (None, "XLSX"):
        values = {"suffix": suffix, "found": found or "CSV"}
        raise CchcError("TABLE_EXTENSION", where=str(path), values=values)
    if suffix == ".xlsx":
        from cchc.loaders.tables.workbooks import sheets_of as sheets_of_workbook

        return sheets_of_workbook(path), None
    metadata = metadata_of(path)
    if metadata is not None:
        return [Sheet(None, 1, _as_described(path, metadata))], metadata.encoding
    lines, start, encoding = lines_of(path)
    delimiter, skipped = delimiter_of(start, ".tsv" if suffix == ".txt" else suffix)
    return [Sheet(None, 1, lambda: rows_of(lines(), delimiter, skipped, str(path)))], encoding


def _as_described(path: Path, metadata: Metadata) -> Callable[[], Iterator[Row]]:
    """Reads the rows of a file as its metadata says, without what it calls null."""
    try:
        text = nfc(path.read_bytes().decode(metadata.encoding)).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        values = {"reason": f'"encoding": "{metadata.encoding}"'}
        raise CchcError("TABLE_CSVW", where=str(metadata.path), values=values) from error

    def rows() -> Iterator[Row]:
        nulls = [column.null for column in metadata.columns]
        for row in rows_of(io.StringIO(text, newline=""), metadata.delimiter, 0, str(path), metadata.quote):
            yield [None if place < len(nulls) and value in nulls[place] else value for place, value in enumerate(row)]

    return rows


def source_of(
    path: Path, sheets: list[Sheet], encoding: str | None, source_id: str, known: dict[str, str] | None = None
) -> Source:
    """The table as a source: its text is that of its sheets as comma-separated values."""
    sheets = [sheet for sheet in sheets if not sheet.hidden]
    text = text_of_sheets(sheets)
    known = {key: value for key, value in (known or {}).items() if value}
    return Source(
        id=source_id,
        name=path.name,
        text=text if isinstance(text, str) else "",
        long=None if isinstance(text, str) else text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest() if isinstance(text, str) else text.sha256,
        title=known.get("title"),
        publisher=known.get("publisher"),
        published=known.get("published"),
        page_date=known.get("page_date"),
        url=known.get("address"),
        encoding=encoding,
        sheets=tuple((sheet.slug, sheet.name or "") for sheet in sheets),
    )
