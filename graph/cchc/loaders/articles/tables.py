"""Tables in running text: lines whose cells are parted by bars, tabs or gaps, or (as pages lose them) one cell a line.

A table is read only if its header says what its rows are of (units, components, indices or years) and which columns
hold scores, ranks, classes or changes (:mod:`cchc.loaders.articles.table_headers`), and if header, rows or caption tell
that these are of an index (:mod:`cchc.loaders.articles.table_sense`); or if its cells leave no doubt
(:mod:`cchc.loaders.articles.bare_tables`). What a row says is of the index, year and unit that the text before it, or a
header, is about: :mod:`cchc.loaders.articles.rows` reads it.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.bare_tables import FEWEST_ROWS, columns_of
from cchc.loaders.articles.document import Kind, Paragraph
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.run_together import in_one_line
from cchc.loaders.articles.runs import in_a_run
from cchc.loaders.articles.stacks import in_stacks
from cchc.loaders.articles.table_cells import Cell, Head, Table
from cchc.loaders.articles.table_figures import SCORE, measure_of_all
from cchc.loaders.articles.table_headers import FIGURE
from cchc.loaders.articles.table_lines import BAR, DASH, LEFT_OUT, LONGEST_CELL, MOST_COLUMNS, cells_of, in_lines
from cchc.loaders.articles.table_sense import caption_of, ranked_by_number, settled

_LONGEST = 3000
"""In characters: a table that is one paragraph."""
_FEWEST_OF_PARTS = 2
_WIDEST_ROW = 4
_MOST_ROWS = 100
"""So many rows of a table without a header are read at once, so that reading stays linear."""
_FEWEST_APART = 3


def tables(layout: list[Paragraph], names: Gazetteer) -> list[Table]:
    """The tables of an article, in order."""
    found: list[Table] = []
    place = 0
    while place < len(layout):
        table = None
        length = len(layout[place].text) if layout[place].kind is not Kind.TEASER else _LONGEST
        if length < LONGEST_CELL * MOST_COLUMNS:
            table = in_lines(layout, place, names) or in_stacks(layout, place, names)
            table = table or _without_header(layout, place, names) or _without_bars(layout, place, names)
            table = table or in_one_line(layout, place, names)
        if table is None and length < _LONGEST:
            table = in_a_run(layout, place, names)
        if table:
            found.append(table)
        place = table.last if table else place + 1
    return found


def _without_header(layout: list[Paragraph], first: int, names: Gazetteer) -> Table | None:
    """A table of lines whose cells tell what their columns are, parted by bars, or three and more of them by dashes."""
    between = BAR if BAR.search(layout[first].text) else DASH
    fewest = 2 if between is BAR else _FEWEST_APART
    rows: list[tuple[Cell, ...]] = []
    last = first
    for place, paragraph in enumerate(layout[first : first + _MOST_ROWS], first):
        if rows and LEFT_OUT.fullmatch(paragraph.text):
            continue
        cells = cells_of(paragraph, between) if between.search(paragraph.text) else ()
        if not fewest <= len(cells) <= MOST_COLUMNS or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
        last = place
    return _told_by_cells(layout, first, last + 1, rows, names)


def _without_bars(layout: list[Paragraph], first: int, names: Gazetteer) -> Table | None:
    """A table of which each line holds one cell, without headers: "Hải Phòng", "91,8", "1", "Quảng Ninh" …"""
    if not any(FIGURE.fullmatch(paragraph.text) for paragraph in layout[first : first + 2]):
        return None  # Only one cell of a row is no figure.
    for width in range(2, _WIDEST_ROW + 1):
        rows: list[tuple[Cell, ...]] = []
        last = first
        while last + width <= len(layout):
            cells = tuple(Cell(p.text, p.start, p.end) for p in layout[last : last + width])
            shape = [FIGURE.fullmatch(cell.text) is None for cell in cells]
            if sum(shape) != 1 or any(len(cell.text) > LONGEST_CELL for cell in cells):
                break
            rows.append(cells)
            last += width
            if len(rows) == _MOST_ROWS or (
                len(rows) == FEWEST_ROWS and not _told_by_cells(layout, first, first + width * len(rows), rows, names)
            ):
                break
        table = _told_by_cells(layout, first, first + width * len(rows), rows, names)
        shifted = table and table.columns[-1] == "unit" and first and _may_be_a_cell(layout[first - 1])
        if table and not shifted:
            return table
    return None


def _may_be_a_cell(paragraph: Paragraph) -> bool:
    """Whether a line before figures may be what they are of, so that the lines behind them are the next row's."""
    return len(paragraph.text) <= LONGEST_CELL and not re.search(r"[\d:.]", paragraph.text)


def _told_by_cells(
    layout: list[Paragraph], first: int, last: int, rows: list[tuple[Cell, ...]], names: Gazetteer
) -> Table | None:
    """The table of the rows from a line up to another, if their cells tell what the columns are."""
    lead = layout[first - 1].text if first else ""
    columns = columns_of([[cell.text for cell in cells] for cells in rows], lead)
    if columns is None:
        return _of_parts(layout, first, last, rows, names)
    return Table(first, last, ranked_by_number(tuple(Head("", kind) for kind in columns), rows), tuple(rows))


def _of_parts(
    layout: list[Paragraph], first: int, last: int, rows: list[tuple[Cell, ...]], names: Gazetteer
) -> Table | None:
    """The table of rows of parts of an index, of which each figure tells what it is: "Thể chế | 8,5/10 | hạng 40"."""
    if len(rows) < _FEWEST_OF_PARTS:
        return None
    columns = list(zip(*rows, strict=True))
    kinds = [measure_of_all([cell.text for cell in column]) for column in columns[1:]]
    if not all(kinds) or len(set(kinds)) < len(kinds) or any(SCORE.match(cell.text) for cell in columns[0]):
        return None
    heads = (Head("", "component"), *(Head("", kind or "", weak=kind == "score") for kind in kinds))
    table = settled(first, last, heads, rows, caption_of(layout, first), names, guessed=True)
    return table if table and table.columns[0] != "unit" else None
