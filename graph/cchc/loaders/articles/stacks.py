"""Tables as pages lose them: one cell a line, first those of the header, then as many for each row."""

from __future__ import annotations

import re

from cchc.loaders.articles.document import Paragraph
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.table_cells import Cell, Head, Table
from cchc.loaders.articles.table_figures import RANK, SCORE
from cchc.loaders.articles.table_headers import A_YEAR, KEYS, head_of, heads_under, kind_of
from cchc.loaders.articles.table_lines import BAR, LEFT_OUT, LONGEST_CELL, MOST_COLUMNS
from cchc.loaders.articles.table_sense import TOTAL, caption_of, settled
from cchc.vietnamese import fold

_UNDER = ("score", "part", "own", "rank", "number", "maximum")
"""The kinds of columns under which there is a figure in each row."""
_A_FIGURE = re.compile(r"(?:(?:xếp|hạng|thứ)\s+)*\d|[-–—]+$", re.I)
_DATED = re.compile(r"(?:năm\s*)?(?:19|20)\d\d\b", re.I)
_NAMED = re.compile(r"\W*(?:\d+\W+)?[^\W\d]")
_FEWEST = 3
"""Of so many columns one is a table with one row; of two, one with so many rows."""
_Row = tuple[Cell, ...]


def in_stacks(layout: list[Paragraph], first: int, names: Gazetteer) -> Table | None:
    """The table whose header begins with a line."""
    header = _header(layout, first, names)
    best: tuple[int, tuple[Head, ...], list[_Row], int] | None = None
    for width in range(len(header), 1, -1):
        heads = heads_under([(cell.text,) for cell in header[:width]], names)
        if heads is None or _has_title(heads):
            continue
        rows, last = _rows(layout, first + width, heads)
        enough = len(rows) >= (1 if width >= _FEWEST else _FEWEST)
        if enough and (best is None or len(rows) * width > best[0]):
            best = len(rows) * width, heads, rows, last
    if best is None:
        return None
    _, heads, rows, last = best
    return settled(first, last, heads, rows, caption_of(layout, first), names)


def _header(layout: list[Paragraph], first: int, names: Gazetteer) -> list[Cell]:
    """The cells that may be the header, in lines from the first on."""
    header: list[Cell] = []
    key = ""
    for paragraph in layout[first : first + MOST_COLUMNS]:
        if len(paragraph.text) > LONGEST_CELL:
            break
        kind = kind_of(paragraph.text)
        complete = len(header) > 1 and bool(key)
        if kind is None and not (key and _goes_on(paragraph.text, key, names)):
            break
        if complete and (kind in KEYS or (A_YEAR.fullmatch(paragraph.text) and key == "year")) and _told(header):
            break  # "Sở Nội vụ", behind "Đơn vị", "Điểm số" and "Xếp hạng", is in the first row; so is a year.
        key = key or (kind if kind in KEYS else "") or ""
        header.append(Cell(paragraph.text, paragraph.start, paragraph.end))
    return header


def _goes_on(text: str, key: str, names: Gazetteer) -> bool:
    """Whether a line is a header for its names only: of a part, over rows of units; of a unit, over rows of others."""
    head = head_of((text,), names)
    return bool(head.named if key == "unit" else head.owner)


def _told(header: list[Cell]) -> bool:
    return any(kind_of(cell.text) not in (*KEYS, "number", None) for cell in header)


def _has_title(heads: tuple[Head, ...]) -> bool:
    """Whether the first line is rather the title: "Chỉ số SIPAS của tỉnh", above "Năm", "Chỉ số" and "Xếp hạng"."""
    key = next(place for place, head in enumerate(heads) if head.kind in KEYS)
    return any(head.kind in ("score", "part", "own", "change", "grade") for head in heads[:key])


def _rows(layout: list[Paragraph], begin: int, heads: tuple[Head, ...]) -> tuple[list[_Row], int]:
    """The rows from a line on, and the first line behind them."""
    rows: list[_Row] = []
    last, width = begin, len(heads)
    while last + width <= len(layout):
        if rows and LEFT_OUT.fullmatch(layout[last].text):
            last += 1
            continue
        cells = tuple(Cell(p.text, p.start, p.end) for p in layout[last : last + width])
        figures = [c for c, head in zip(cells, heads, strict=True) if head.kind in _UNDER]
        key, kind = next((c.text, head.kind) for c, head in zip(cells, heads, strict=True) if head.kind in KEYS)
        if any(len(c.text) > LONGEST_CELL or BAR.search(c.text) for c in cells) or not all(
            _A_FIGURE.match(c.text) for c in figures
        ):
            break
        if (_DATED if kind == "year" else _NAMED).match(key) is None:
            break
        rows.append(cells)
        last += width
    total = _total(layout, last, heads) if rows else None
    if total:
        rows.append(total)
        last += len(total) - 1
    return rows, last


def _total(layout: list[Paragraph], first: int, heads: tuple[Head, ...]) -> _Row | None:
    """The last row of numbered ones, of the whole, which has no number: "Tổng cộng", "100", "90,02" …"""
    lines = layout[first : first + len(heads) - 1]
    if heads[0].kind != "number" or len(lines) < len(heads) - 1 or not TOTAL.match(fold(lines[0].text)):
        return None
    if not all(SCORE.match(line.text) or RANK.match(line.text) for line in lines[1:]):
        return None
    return (Cell("", lines[0].start, lines[0].start), *(Cell(line.text, line.start, line.end) for line in lines))
