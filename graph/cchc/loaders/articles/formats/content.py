"""What a format gives: the text of a document, and what the document itself tells of its origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Invisible characters that layout programs leave inside words: soft hyphen, zero-width space and joiners, the marks and
# embeddings of writing direction, the byte order mark; and halves of surrogate pairs, which are no characters.
_RANGES = ((0xD800, 0xE000), (0xAD, 0xAE), (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x206A), (0xFEFF, 0xFF00))
_INVISIBLE = {code for first, end in _RANGES for code in range(first, end)}
_CONTROLS = {code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
_MAX_CELL = 200
"""The longest text of several lines in a cell of a table that holds data."""
_NOT_WRITTEN = dict.fromkeys(_INVISIBLE | _CONTROLS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The content of a document.

    ``text`` is in NFC, one line a paragraph or a row of a table (its cells separated by tabs). ``format`` is ``text``,
    ``html``, ``pdf`` or ``docx``; ``encoding`` names that of the bytes where the format has several. ``published``
    is an ISO 8601 date. ``pages`` holds the offset in ``text`` at which each page starts, for formats that have pages.
    """

    text: str
    format: str
    encoding: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    pages: tuple[int, ...] = ()


def written(text: str) -> str:
    """The text without control characters and invisible ones, tabs and line ends excepted."""
    return text.translate(_NOT_WRITTEN)


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """A row of a table, given the lines of each cell: one line with tabs between the cells.

    A table that is there for layout only, with running text or another table in a cell, gives its lines one by one.
    """
    running = any(len(cell) > 1 and sum(map(len, cell)) > _MAX_CELL for cell in cells)
    if running or any("\t" in line for cell in cells for line in cell):
        return [line for cell in cells for line in cell]
    row = "\t".join(" ".join(cell) for cell in cells)
    return [row] if row.strip() else []
