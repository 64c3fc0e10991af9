"""Tables in running text: lines whose cells are parted by bars, tabs or gaps, or (as pages lose them) one cell a line.

A table is read only if its header says what its rows are of (units, components, indices or years) and which columns
hold scores, ranks, classes or changes; or if its cells leave no doubt (:mod:`cchc.loaders.articles.bare_tables`). What
a row says is of the index, year and unit that the text before it, or a header, is about:
:mod:`cchc.loaders.articles.rows` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cchc.loaders.articles.bare_tables import FEWEST_ROWS, columns_of
from cchc.loaders.articles.document import Kind, Paragraph
from cchc.loaders.articles.mentions import amount_of
from cchc.loaders.articles.run_together import in_one_line
from cchc.loaders.articles.table_cells import Cell, Table
from cchc.loaders.articles.table_headers import A_YEAR, FIGURE, KEYS, columns_under, kind_of
from cchc.vietnamese import fold
from cchc.vietnamese.numbers import DIGITS

_BAR = re.compile(r"[|\t]")
_DASH = re.compile(r"\s[-–—]\s")
_GAP = re.compile(r"\s{2,}")
"""Columns kept apart by more than one space."""
TOTAL = re.compile(r"^(?:tong(?: cong| diem| so)?|cong|chung|ket qua chung|toan tinh)$")
"""The name of a row of the whole, folded."""
_RULE = re.compile(r"[\s|:\-+=]*")
_LEFT_OUT = re.compile(r"[.…\s|()\[\]]+")
"""What stands for the rows that an excerpt leaves out."""
SCORE = re.compile(rf"(?P<number>{DIGITS})\s*(?:/\s*(?P<of>{DIGITS}))?\s*(?P<measure>%|điểm)?$")
RANK = re.compile(r"(?:(?:xếp\s+)?(?:hạng|thứ))?\s*(?P<rank>\d{1,3})(?:\s*/\s*(?P<of>\d{1,4}))?$", re.I)
_MOST_COLUMNS = 10
_WIDEST_ROW = 4
_MOST_ROWS = 100
"""So many rows of a table without a header are read at once, so that reading stays linear."""
_LONGEST_CELL = 80
_FEWEST_APART = 3


def tables(layout: list[Paragraph]) -> list[Table]:
    """The tables of an article, in order."""
    found: list[Table] = []
    place = 0
    while place < len(layout):
        table = None
        if layout[place].kind is not Kind.TEASER and len(layout[place].text) < _LONGEST_CELL * _MOST_COLUMNS:
            table = _in_lines(layout, place) or _in_cells(layout, place) or _without_header(layout, place)
            table = table or _without_bars(layout, place) or in_one_line(layout, place)
        if table:
            found.append(table)
        place = table.last if table else place + 1
    return found


def _cells(paragraph: Paragraph, between: re.Pattern[str] = _BAR) -> tuple[Cell, ...]:
    """The cells of a line, empty ones included; bars at both ends of a line part nothing."""
    cells, start = [], 0
    for edge, behind in (
        *(match.span() for match in between.finditer(paragraph.text)), (len(paragraph.text), 0),
    ):  # fmt: skip
        piece = paragraph.text[start:edge]
        text = piece.strip()
        begin = paragraph.start + start + (piece.index(text) if text else 0)
        cells.append(Cell(text, begin, begin + len(text)))
        start = behind
    if len(cells) > 1 and not cells[0].text and paragraph.text.startswith("|"):
        cells.pop(0)
    if len(cells) > 1 and not cells[-1].text and paragraph.text.endswith("|"):
        cells.pop()
    return tuple(cells)


def _columns(cells: Sequence[Cell]) -> tuple[str, ...] | None:
    """What the columns under these cells are; None if they are no headers of a ranking."""
    return columns_under([cell.text for cell in cells])


def _in_lines(layout: list[Paragraph], first: int) -> Table | None:
    """A table of lines whose cells are parted by bars; or, with at least three of them in its header, by gaps or
    dashes."""
    between = next((mark for mark in (_BAR, _GAP) if mark.search(layout[first].text)), _DASH)
    header = _cells(layout[first], between)
    fewest = 2 if between is _BAR else _FEWEST_APART
    columns = _columns(header) if fewest <= len(header) <= _MOST_COLUMNS else None
    if columns is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    last = first + 1
    while last < len(layout):
        cells = _cells(layout[last], between)
        if between is _DASH:
            cells = _with_whole_names(layout[last], cells, columns)
        if len(cells) == len(columns) and _columns(cells) is None:
            rows.append(cells)
        elif not (
            _RULE.fullmatch(layout[last].text) or _LEFT_OUT.fullmatch(layout[last].text)
        ) and not _heads_a_section(layout, last, len(columns)):
            break
        last += 1
    return _table(first, last, columns, header, rows) if rows else None


def _with_whole_names(line: Paragraph, cells: tuple[Cell, ...], columns: tuple[str, ...]) -> tuple[Cell, ...]:
    """The cells of a line with dashes between them, where the name of its unit has one too: "4 - Bà Rịa - Vũng Tàu -
    91,03"."""
    more = len(cells) - len(columns)
    named = next((kind for kind in ("unit", "component") if kind in columns), None)
    if more <= 0 or named is None:
        return cells
    at = columns.index(named)
    start, end = cells[at].start, cells[at + more].end
    whole = Cell(line.text[start - line.start : end - line.start], start, end)
    return (*cells[:at], whole, *cells[at + more + 1 :])


def _without_header(layout: list[Paragraph], first: int) -> Table | None:
    """A table of lines whose cells tell what their columns are, parted by bars, or three and more of them by dashes."""
    between = _BAR if _BAR.search(layout[first].text) else _DASH
    fewest = 2 if between is _BAR else _FEWEST_APART
    rows: list[tuple[Cell, ...]] = []
    last = first
    for place, paragraph in enumerate(layout[first : first + _MOST_ROWS], first):
        if rows and _LEFT_OUT.fullmatch(paragraph.text):
            continue
        cells = _cells(paragraph, between) if between.search(paragraph.text) else ()
        if not fewest <= len(cells) <= _MOST_COLUMNS or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
        last = place
    return _told_by_cells(layout, first, last + 1, rows)


def _without_bars(layout: list[Paragraph], first: int) -> Table | None:
    """A table of which each line holds one cell, without headers: "Hải Phòng", "91,8", "1", "Quảng Ninh" …"""
    if not any(FIGURE.fullmatch(paragraph.text) for paragraph in layout[first : first + 2]):
        return None  # Only one cell of a row is no figure.
    for width in range(2, _WIDEST_ROW + 1):
        rows: list[tuple[Cell, ...]] = []
        last = first
        while last + width <= len(layout):
            cells = tuple(Cell(p.text, p.start, p.end) for p in layout[last : last + width])
            shape = [FIGURE.fullmatch(cell.text) is None for cell in cells]
            if sum(shape) != 1 or any(len(cell.text) > _LONGEST_CELL for cell in cells):
                break
            rows.append(cells)
            last += width
            if len(rows) == _MOST_ROWS or (
                len(rows) == FEWEST_ROWS and not _told_by_cells(layout, first, first + width * len(rows), rows)
            ):
                break
        table = _told_by_cells(layout, first, first + width * len(rows), rows)
        shifted = table and table.columns[-1] == "unit" and first and _may_be_a_cell(layout[first - 1])
        if table and not shifted:
            return table
    return None


def _may_be_a_cell(paragraph: Paragraph) -> bool:
    """Whether a line before figures may be what they are of, so that the lines behind them are the next row's."""
    return len(paragraph.text) <= _LONGEST_CELL and not re.search(r"[\d:.]", paragraph.text)


def _told_by_cells(layout: list[Paragraph], first: int, last: int, rows: list[tuple[Cell, ...]]) -> Table | None:
    """The table of the rows from a line up to another, if their cells tell what the columns are."""
    lead = layout[first - 1].text if first else ""
    columns = columns_of([[cell.text for cell in cells] for cells in rows], lead)
    if columns is None:
        return None
    header = tuple(Cell("", cell.start, cell.start) for cell in rows[0])
    return _table(first, last, columns, header, rows)


def _heads_a_section(layout: list[Paragraph], place: int, columns: int) -> bool:
    """Whether a line without cells stands between rows of one table: "II. KHỐI HUYỆN"."""
    if _BAR.search(layout[place].text) or len(layout[place].text) > _LONGEST_CELL or place + 1 >= len(layout):
        return False
    following = _cells(layout[place + 1])
    return len(following) == columns and _columns(following) is None


def _in_cells(layout: list[Paragraph], first: int) -> Table | None:
    """A table of which each line holds one cell: headers first, then as many lines a row as there are headers."""
    header: list[Cell] = []
    for paragraph in layout[first : first + _MOST_COLUMNS]:
        if len(paragraph.text) > _LONGEST_CELL:
            break
        kind = kind_of(paragraph.text)
        complete = len(header) > 1 and _columns(header) is not None
        dated = complete and A_YEAR.fullmatch(paragraph.text) and (_columns(header) or ("",))[0] == "year"
        if kind is None or (kind in KEYS and complete) or dated:
            break  # "Sở Nội vụ", behind "Đơn vị", "Điểm số" and "Xếp hạng", is in the first row; so is a year.
        header.append(Cell(paragraph.text, paragraph.start, paragraph.end))
    columns = _columns(header) if len(header) > 2 else None
    if columns is None or (columns[0] == "score" and columns[1] in (*KEYS, "number")):
        return None  # "Chỉ số SIPAS của tỉnh", above "Năm", "Chỉ số" and "Xếp hạng", is the table's title.
    rows: list[tuple[Cell, ...]] = []
    last = first + len(header)
    while last + len(header) <= len(layout):
        if rows and _LEFT_OUT.fullmatch(layout[last].text):
            last += 1
            continue
        cells = tuple(Cell(p.text, p.start, p.end) for p in layout[last : last + len(header)])
        figures = [
            (c, k)
            for c, k in zip(cells, columns, strict=True)
            if k in ("score", "part", "own", "rank", "number", "maximum")
        ]
        if any(len(c.text) > _LONGEST_CELL for c in cells) or not all(
            SCORE.match(c.text) or RANK.match(c.text) for c, _ in figures
        ):
            break
        rows.append(cells)
        last += len(header)
    total = _total(layout, last, columns) if rows else None
    if total:
        rows.append(total)
        last += len(total) - 1
    return _table(first, last, columns, tuple(header), rows) if rows else None


def _total(layout: list[Paragraph], first: int, columns: tuple[str, ...]) -> tuple[Cell, ...] | None:
    """The last row of numbered ones, of the whole, which has no number: "Tổng cộng", "100", "90,02" …"""
    lines = layout[first : first + len(columns) - 1]
    if columns[0] != "number" or len(lines) < len(columns) - 1 or not TOTAL.match(fold(lines[0].text)):
        return None
    if not all(SCORE.match(line.text) or RANK.match(line.text) for line in lines[1:]):
        return None
    return (Cell("", lines[0].start, lines[0].start), *(Cell(line.text, line.start, line.end) for line in lines))


def _table(
    first: int, last: int, columns: tuple[str, ...], header: tuple[Cell, ...], rows: list[tuple[Cell, ...]]
) -> Table:
    columns = _ranked_by_number(columns, rows)
    return Table(first, last, columns, tuple(cell.text for cell in header), tuple(rows))


def _ranked_by_number(columns: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> tuple[str, ...]:
    """The columns, of which that of the numbers of the rows tells ranks, where an excerpt leaves rows out and keeps
    their numbers ("5, 6, …, 20") and these run against the scores."""
    if "number" not in columns or "rank" in columns or columns.count("score") != 1:
        return columns
    numbers = [int(cell) for cells in rows if (cell := cells[columns.index("number")].text.strip(" .")).isdecimal()]
    told = [SCORE.match(cells[columns.index("score")].text) for cells in rows]
    scores = [amount_of(score["number"]) for score in told if score]
    if not len(numbers) == len(scores) == len(rows) or numbers[0] != 1 or None in scores:
        return columns
    steps = [after - before for before, after in pairwise(numbers)]
    falls = all((before or 0) >= (after or 0) for before, after in pairwise(scores))
    excerpt = falls and min(steps, default=0) > 0 and max(steps) > 1
    return tuple("rank" if kind == "number" and excerpt else kind for kind in columns)
