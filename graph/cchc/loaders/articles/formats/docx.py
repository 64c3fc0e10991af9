"""Word documents (.docx): paragraphs and tables in their order, without headers, footers, comments and struck-out text.

The library python-docx opens the package and knows its styles; the body is walked here, because what stands in content
controls, text boxes, tracked insertions and smart tags is text of the document too.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from cchc.errors import CchcError
from cchc.loaders.articles.formats.content import Content, row_lines, written
from cchc.loaders.articles.formats.encodings import repaired
from cchc.loaders.articles.formats.numbering import Numbering
from cchc.vietnamese import fold, nfc

MAX_UNPACKED = 100_000_000
"""How many bytes a document may have unpacked. Its pictures count; its text seldom has a hundred kilobytes."""

MAX_PARTS = 5_000
"""How many files the package may hold."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Struck-out text, field codes, settings, and pictures' properties are no text; a fallback repeats what it stands for.
_PROPERTIES = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr")
_UNREAD = {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", *_PROPERTIES))}
_CHARACTERS = {_W + "tab": "\t", _W + "noBreakHyphen": "-", _W + "br": "\n", _W + "cr": "\n"}
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E")
_SPACE = re.compile(r"[ \t\r]+")
# What python-docx raises for packages whose parts are missing or are not what they say.
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError, OSError, zipfile.BadZipFile)


def read_docx(content: bytes, where: str) -> Content:
    """The content of a Word document. Its dates are those of the file, not of a publication, and are not taken.

    :raises CchcError: FILE_DAMAGED, FILE_EXPANDS (a zip bomb), DOCX_ENCRYPTED, FILE_EMPTY.
    """
    _inspect(content, where)
    import docx
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(content))
        lines = list(_Walk(document).lines(document.element.body))
        title = document.core_properties.title
    except (*_BROKEN, etree.LxmlError) as error:
        raise _damaged(where) from error
    text, font = repaired(nfc("\n".join(lines)))
    text = nfc(written(text))
    if not text.strip():
        raise CchcError("FILE_EMPTY", where=where)
    title = " ".join(nfc(written(title or "")).split())
    # The property is often left over from the document that this one was made from.
    borne_out = len(title.split()) > 2 and fold(title) in fold(text[:3_000])
    return Content(text=text, format="docx", encoding=font, title=title if borne_out else None)


def _damaged(where: str) -> CchcError:
    return CchcError("FILE_DAMAGED", where=where, values={"format": "DOCX"})


def _inspect(content: bytes, where: str) -> None:
    """Refuses packages that unpack to too much, are locked, or declare entities: no word processor writes a DOCTYPE.

    :raises CchcError: FILE_DAMAGED, FILE_EXPANDS, DOCX_ENCRYPTED.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise CchcError("FILE_EXPANDS", where=where, values={"limit": MAX_UNPACKED})
            if any(part.flag_bits & 1 for part in parts):
                raise CchcError("DOCX_ENCRYPTED", where=where)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")) and _DOCTYPE.search(package.read(part)):
                    raise _damaged(where)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _damaged(where) from error


class _Walk:
    """The walk through a body."""

    def __init__(self, document: Any) -> None:
        self.numbering = Numbering(document)

    def lines(self, parent: Any) -> Iterator[str]:
        """The lines below an element: of paragraphs, and of tables a line a row with tabs between its cells."""
        for element in parent.iterchildren():
            if element.tag == _W + "p":
                yield from self._paragraph(element)
            elif element.tag == _W + "tbl":
                for row in _rows(element):
                    yield from row_lines([list(self.lines(cell)) for cell in _cells(row)])
            elif element.tag not in _UNREAD:
                yield from self.lines(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        pieces: list[str] = []
        boxes: list[Any] = []
        _collect(paragraph, pieces, boxes)
        number = self.numbering.number_of(paragraph)
        for line in "".join(pieces).split("\n"):
            text = _SPACE.sub(" ", line).strip(" ")
            if text:
                yield f"{number} {text}" if number else text
                number = ""
        for box in boxes:
            yield from self.lines(box)


def _collect(element: Any, pieces: list[str], boxes: list[Any]) -> None:
    """The pieces of text in a paragraph, and the text boxes that are anchored in it."""
    for child in element.iterchildren():
        if child.tag == _W + "t":
            pieces.append(child.text or "")
        elif child.tag in _CHARACTERS:
            pieces.append(_CHARACTERS[child.tag])
        elif child.tag == _W + "txbxContent":
            boxes.append(child)
        elif child.tag not in _UNREAD:
            _collect(child, pieces, boxes)


def _rows(table: Any) -> Iterator[Any]:
    return _below(table, _W + "tr", _W + "tbl")


def _cells(row: Any) -> Iterator[Any]:
    return _below(row, _W + "tc", _W + "tbl")


def _below(element: Any, tag: str, within: str) -> Iterator[Any]:
    """The nearest descendants of a tag, also in content controls, but not inside elements of another table."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag not in _UNREAD and child.tag != within:
            yield from _below(child, tag, within)
