"""Tables whose rows are lines: cells parted by bars, tabs or gaps; with at least three of them in the header also by
semicolons, dashes, slashes, dots or commas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.loaders.articles.class_tables import are_classes, class_heads
from cchc.loaders.articles.document import Paragraph
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.table_cells import Cell, Head, Table
from cchc.loaders.articles.table_headers import A_YEAR, FIGURE, FIGURES, KEYS, heads_under, is_of_index, kind_of
from cchc.loaders.articles.table_sense import caption_of, is_about_others, settled

BAR = re.compile(r"[|\t]")
DASH = re.compile(r"\s[-–—]\s")
_GAP = re.compile(r"\s{2,}")
"""Columns kept apart by more than one space."""
_APART = (_GAP, re.compile(r"\s*;\s*"), DASH, re.compile(r"\s+/\s+"), re.compile(r"\s*[·•]\s*"), re.compile(r"\s*:\s+"),
          re.compile(r",\s+"))  # fmt: skip
"""What parts cells, but other things too."""
_AROUND = " \t\u00a0*_`"
"""Around the text of a cell: blanks, and marks of bold letters."""
_RULE = re.compile(r"[\s|:\-+=]*")
LEFT_OUT = re.compile(r"[.…\s|()\[\]]+")
"""What stands for the rows that an excerpt leaves out."""
MOST_COLUMNS = 12
LONGEST_CELL = 80
_LONGEST_HEADER = 250
_FEWEST_APART = 3
_FEWEST_ROWS = 2
_Row = tuple[Cell, ...]


def cells_of(paragraph: Paragraph, between: re.Pattern[str] = BAR) -> _Row:
    """The cells of a line, empty ones included; bars at both ends of a line part nothing."""
    cells, start = [], 0
    for edge, behind in (
        *(match.span() for match in between.finditer(paragraph.text)), (len(paragraph.text), 0),
    ):  # fmt: skip
        piece = paragraph.text[start:edge]
        text = piece.strip(_AROUND)
        begin = paragraph.start + start + (piece.index(text) if text else 0)
        cells.append(Cell(text, begin, begin + len(text)))
        start = behind
    last = cells[-1]
    if between is not BAR and last.text[-1:] in (",", ";") and not between.search(last.text):
        cells[-1] = Cell(last.text[:-1].rstrip(), last.start, last.start + len(last.text[:-1].rstrip()))
    if len(cells) > 1 and not cells[0].text and paragraph.text.startswith("|"):
        cells.pop(0)
    if len(cells) > 1 and not cells[-1].text and paragraph.text.endswith("|"):
        cells.pop()
    return tuple(cells)


def in_lines(layout: list[Paragraph], first: int, names: Gazetteer) -> Table | None:
    """The table whose header is a line."""
    text = layout[first].text
    if BAR.search(text):
        return _parted_by(BAR, layout, first, names)
    if len(text) > _LONGEST_HEADER or text[-1] in ".!?…:;" or not text[0].isalpha():
        return None
    for between in _APART:
        mark = between.search(text)
        if mark and kind_of(text[: mark.start()]) and (table := _parted_by(between, layout, first, names)):
            return table
    return None


def _parted_by(between: re.Pattern[str], layout: list[Paragraph], first: int, names: Gazetteer) -> Table | None:
    header = cells_of(layout[first], between)
    if not (2 if between is BAR else _FEWEST_APART) <= len(header) <= MOST_COLUMNS:
        return None
    classes = class_heads([cell.text for cell in header]) if between in (BAR, _GAP) else None
    if classes:
        rows, last = _rows(layout, first + 1, classes, between, names)
        caption = caption_of(layout, first)
        listed = any(head.kind == "units" for head in classes)
        read = not is_about_others(caption, names) and (listed or is_of_index(caption))
        return Table(first, last, classes, tuple(rows), read=read) if are_classes(rows) else None
    for parts, begin in _headers(layout, first, header, between):
        heads = heads_under(parts, names)
        guessed = (
            heads is None and between is BAR and first + 1 < len(layout) and bool(BAR.search(layout[first + 1].text))
        )
        if guessed:
            heads = heads_under([("Nội dung",), *parts[1:]], names) if not kind_of(parts[0][-1]) else None
            heads = heads and (Head(" ".join(parts[0]), heads[0].kind), *heads[1:])
        sure = between in (BAR, _GAP, DASH)
        if heads is None or not (sure or all(head.kind for head in heads)):
            continue
        rows, last = _rows(layout, begin, heads, between, names)
        if rows and (sure or _all_figures(rows, heads)):
            return settled(first, last, heads, rows, caption_of(layout, first), names, guessed=guessed)
    return None


def _headers(
    layout: list[Paragraph], first: int, header: _Row, between: re.Pattern[str]
) -> list[tuple[list[tuple[str, ...]], int]]:
    """The parts of the headers of each column, in the ways in which they may be meant, each with the first line behind
    them: two lines where the second one is a header too; one; one that has nothing over the names of the rows."""
    alone: list[tuple[str, ...]] = [(cell.text,) for cell in header]
    found: list[tuple[list[tuple[str, ...]], int]] = [(alone, first + 1)]
    if between is not BAR or first + 1 >= len(layout):
        return found
    lower = [cell.text for cell in cells_of(layout[first + 1])]
    if _is_second_line(lower, len(header)):
        both = _joined([cell.text for cell in header], lower)
        found = [(both, first + 2), *found] if both else found
    elif len(lower) == len(header) + 1 and (
        A_YEAR.fullmatch(lower[0]) or not (kind_of(lower[0]) or _is_figure(lower[0]))
    ):
        found.append(([("",), *alone], first + 1))
    return found


def _is_second_line(cells: Sequence[str], above: int) -> bool:
    """Whether cells are the second line of a header: words of headers, and nothing else."""
    said = [cell for cell in cells if cell]
    return len(said) > 1 and (len(cells) <= above or len(said) == len(cells)) and all(
        A_YEAR.fullmatch(cell) or ((kind := kind_of(cell)) is not None and kind not in ("unit", "component"))
        for cell in said
    )  # fmt: skip


def _joined(upper: list[str], lower: list[str]) -> list[tuple[str, ...]] | None:
    """The parts of the headers of two lines, of which the upper one spans columns of the lower one: by blanks behind
    it, or by as many words below each as the others have."""
    if len(lower) == len(upper) or (not lower[0] and len(lower) > len(upper)):
        spanned, carried = [], ""
        for place, below in enumerate(lower):
            above = upper[place] if place < len(upper) else ""
            carried = above or (carried if below else "")
            spanned.append(tuple(part for part in (carried, below) if part) or ("",))
        return spanned
    keys = [text for text in upper[:2] if kind_of(text) in (*KEYS, "number") and not A_YEAR.search(text)]
    spans = [text for text in upper[len(keys) :] if text]
    if not keys or not spans or len(lower) % len(spans):
        return None
    each = len(lower) // len(spans)
    return [*((key,) for key in keys), *((spans[place // each], below) for place, below in enumerate(lower))]


def _rows(
    layout: list[Paragraph], begin: int, heads: tuple[Head, ...], between: re.Pattern[str], names: Gazetteer
) -> tuple[list[_Row], int]:
    """The rows from a line on, and the first line behind them."""
    rows: list[_Row] = []
    last = begin
    while last < len(layout):
        line = layout[last]
        cells = cells_of(line, between)
        if between is not BAR:
            cells = _with_whole_names(line, cells, heads)
        if _FEWEST_ROWS <= len(cells) < len(heads) and (between is BAR or line.text[-1] in ",;/·•–-"):
            cells = (*cells, *(Cell("", line.end, line.end) for _ in range(len(heads) - len(cells))))
        if len(cells) == len(heads) and heads_under([(cell.text,) for cell in cells], names) is None:
            rows.append(cells)
        elif not (_RULE.fullmatch(line.text) or LEFT_OUT.fullmatch(line.text)) and not (
            between in (BAR, _GAP, DASH) and _heads_a_section(layout, last, len(heads), names)
        ):
            break
        last += 1
    return rows, last


def _with_whole_names(line: Paragraph, cells: _Row, heads: tuple[Head, ...]) -> _Row:
    """The cells of a line where the name of its unit or part holds what parts them: "4 - Bà Rịa - Vũng Tàu - 91,03"."""
    more = len(cells) - len(heads)
    at = next((place for place, head in enumerate(heads) if head.kind in ("unit", "component")), None)
    if more <= 0 or at is None:
        return cells
    start, end = cells[at].start, cells[at + more].end
    whole = Cell(line.text[start - line.start : end - line.start], start, end)
    return (*cells[:at], whole, *cells[at + more + 1 :])


def _heads_a_section(layout: list[Paragraph], place: int, columns: int, names: Gazetteer) -> bool:
    """Whether a line without cells stands between rows of one table: "II. KHỐI HUYỆN"."""
    if BAR.search(layout[place].text) or len(layout[place].text) > LONGEST_CELL or place + 1 >= len(layout):
        return False
    following = cells_of(layout[place + 1])
    return len(following) == columns and heads_under([(cell.text,) for cell in following], names) is None


def _all_figures(rows: Sequence[_Row], heads: tuple[Head, ...]) -> bool:
    """Whether rows have figures in the columns of figures, and names in that of names."""
    figures = [place for place, head in enumerate(heads) if head.kind in FIGURES and head.kind != "grade"]
    return len(rows) >= _FEWEST_ROWS and all(
        sum(_is_figure(cells[place].text) for place in figures) * 2 >= len(figures) for cells in rows
    )


def _is_figure(text: str) -> bool:
    return bool(FIGURE.match(text)) or not text.strip(" –-—x")
