"""Tables whose lines a page has run together: "Năm Chỉ số (%) Hạng 2012 80,52 15 2013 75,41 42 …"."""

from __future__ import annotations

import re

from cchc.loaders.articles.document import Paragraph
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.table_cells import Cell, Table
from cchc.loaders.articles.table_headers import A_YEAR, heads_under, kind_of
from cchc.vietnamese.numbers import DIGITS

_RUN_TOGETHER = re.compile(
    rf"(?P<header>Năm(?:\s+[^\W\d]\S*|\s+\([^()\s]+\)){{2,12}})"
    rf"(?:\s+(?:19|20)\d\d(?:\s+(?!(?:19|20)\d\d\b(?![.,])){DIGITS}\s?%?){{1,3}}){{3,40}}"
)
_MOST_COLUMNS = 4


def in_one_line(layout: list[Paragraph], first: int, names: Gazetteer) -> Table | None:
    """The table of years that a paragraph is."""
    told = _RUN_TOGETHER.fullmatch(layout[first].text)
    if told is None:
        return None
    start = layout[first].start
    words = [Cell(m[0], start + m.start(), start + m.end()) for m in re.finditer(r"\S+", layout[first].text)]
    header = [cell for cell in words if cell.start < start + told.end("header")]
    figures = words[len(header) :]
    width = next((at for at, cell in enumerate(figures) if at and A_YEAR.fullmatch(cell.text)), 0)
    columns = _headers_in([cell.text for cell in header], width) if 1 < width <= _MOST_COLUMNS else None
    rows = [tuple(figures[at : at + width]) for at in range(0, len(figures), width or 1)]
    if columns is None or any(len(row) != width or not A_YEAR.fullmatch(row[0].text) for row in rows):
        return None
    heads = heads_under([(column,) for column in columns], names)
    if not heads or heads[0].kind != "year" or not all(head.kind for head in heads):
        return None
    return Table(first, first + 1, heads, tuple(rows))


def _headers_in(words: list[str], columns: int) -> list[str] | None:
    """The words as the headers of so many columns, each of a kind that is known."""
    if columns == 1:
        whole = " ".join(words)
        return [whole] if kind_of(whole) else None
    for length in range(1, len(words) - columns + 2):
        first, rest = " ".join(words[:length]), _headers_in(words[length:], columns - 1)
        if kind_of(first) and rest:
            return [first, *rest]
    return None
