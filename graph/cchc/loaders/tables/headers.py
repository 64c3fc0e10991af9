"""Finds the heading of a table: the rows whose words are those of columns, under titles and over the figures."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cchc.loaders.tables.columns import DIMENSIONS, MEASURES
from cchc.loaders.tables.model import Row, Value, cell_text, said_by
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.unit_columns import names_unit
from cchc.loaders.tables.values import is_figure, years_in

PREVIEW = 300
"""Rows from the first one with anything in it that are looked at to understand a sheet."""
_SEARCHED = 60
"""Rows among which a heading may begin."""
_COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?(?:\s*=.*)?")
_SECTION_NUMBER = re.compile(r"(?:[IVX]{1,4}|[A-E])\.?")
_KNOWN = frozenset((*MEASURES, *DIMENSIONS, "change"))


@dataclass(frozen=True, slots=True)
class Heading:
    """``rows`` are the numbers of its rows, from 1; ``texts`` the cells of each column from top to bottom; ``maxima``
    is the row with the maxima of the columns, ``data`` the first row after all of these.
    """

    rows: range
    texts: list[list[str]]
    maxima: int | None
    data: int


def strength(row: Row, names: TableNames) -> int:
    """How many cells of a row are words of a heading; figures that are no years count against it."""
    seen: set[str] = set()
    found = 0
    for value in row:
        text = cell_text(value)
        if not text or text in seen:
            continue
        seen.add(text)
        if _is_heading_word(text, names):
            found += 1
        elif is_figure(value):
            found -= 1
    return found


def _is_heading_word(text: str, names: TableNames) -> bool:
    # "Hà Nam" is no year: names are compared without tone marks.
    if len(text) > 200 or names.named("unit", text):
        return False
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]|(?:\bnăm\s+)?20[0-4]\d|so với.*", " ", text, flags=re.I)
    if names.roles(text, None) & _KNOWN or names.roles(bare, None) & _KNOWN or names.lists_units(bare):
        return True
    if (
        names.named("index", bare)
        or names.named("component", bare)
        or names.named("component", re.sub(r"^\s*\w{1,3}[.)]\s*", "", bare))
    ):
        return True
    if len(years_in(text)) == 1 and len(text) < 40:
        return True
    return any(2 * (end - start) >= len(text.split()) for _, start, end in names.within("table-term", bare, *_KNOWN))


def find(rows: list[Row], names: TableNames) -> tuple[Heading | None, list[int]]:
    """The heading of the table in the first rows of a sheet, and the rows of other headings, which differ from it."""
    start = next((place for place, row in enumerate(rows) if said_by(row)), 0)
    strengths = [strength(row, names) for row in rows[: start + _SEARCHED]]
    best = max(strengths, default=0)
    if best < 2:
        return None, []
    first = next(place for place, found in enumerate(strengths) if found == best)
    while first and strengths[first - 1] >= 1 and _several(rows[first - 1]):
        first -= 1
    last = first
    while last + 1 < len(rows) and _goes_on(rows[last + 1], rows[first], names):
        last += 1
    maxima, data = None, last + 1
    while data < len(rows):
        if counts_columns(rows[data]):
            data += 1
        elif maxima is None and any(names.term(text, "maximum") for text in said_by(rows[data])):
            maxima, data = data + 1, data + 1
        else:
            break
    heading = [[cell_text(value) for value in row] for row in rows[first : last + 1]]
    said = [said_by(row) for row in rows[first : last + 1]]
    above = [place for place in range(first) if strengths[place] >= max(2, best - 1)]
    below = [place for place in range(data, len(rows)) if _heads_another(rows[place], names)]
    others = [
        place + 1 for place in (*above, *below) if not repeats(rows[place], said) and _names_rows(rows[place], names)
    ]
    return Heading(range(first + 1, last + 2), _texts(heading), maxima, data + 1), others


def counts_columns(row: Row) -> bool:
    """Whether a row but numbers the columns: "(1) | (2) | (3)"."""
    texts = [cell_text(value) for value in row if value is not None]
    return bool(texts) and all(_COLUMN_NUMBER.fullmatch(text) for text in texts) and _counts_up(texts)


def is_text(row: Row) -> bool:
    """Whether a row holds no figures but years, if anything."""
    return not any(_is_data(value) for value in row if value is not None)


def is_one_text(row: Row) -> bool:
    """Whether a row says one thing in all of several cells, which are merged."""
    texts = said_by(row)
    return len(texts) > 1 and len(set(texts)) == 1 and not is_figure(texts[0])


def repeats(row: Row, heading: Collection[tuple[str, ...]]) -> bool:
    """Whether a row says again what a row of the heading says, as on a new page."""
    texts = said_by(row)
    return len(texts) > 1 and texts in heading


def _heads_another(row: Row, names: TableNames) -> bool:
    """Whether a row below a heading is the heading of another table: mostly words of headings, no figures, no unit."""
    if not is_text(row):
        return False
    texts = set(said_by(row))
    found = strength(row, names)
    a_unit = any(names_unit(text, names) and not names.term(text, "unit") for text in texts)
    return found > 1 and 3 * found >= 2 * len(texts) and not a_unit


def _names_rows(row: Row, names: TableNames) -> bool:
    return any(names.term(cell_text(value), "unit", "year", "component") for value in row)


def _several(row: Row) -> bool:
    return len(set(said_by(row))) > 1


def _counts_up(texts: list[str]) -> bool:
    found = [re.match(r"\(?\s*(\d+)", text) for text in texts]
    digits = [int(match[1]) for match in found if match]
    return len(texts) > 2 and digits == sorted(set(digits)) and len(digits) >= len(texts) - 3


def _goes_on(row: Row, first: Row, names: TableNames) -> bool:
    """Whether a row is part of the heading that begins with ``first``: words of headings below it, and no figures."""
    texts = [(place, cell_text(value), value) for place, value in enumerate(row) if value is not None]
    new = [(text, value) for place, text, value in texts if place >= len(first) or text != cell_text(first[place])]
    if any(_is_data(value) for _, value in new) or _opens_section(new):
        return False
    if len(new) < len(texts):
        # Cells that are merged over this row too.
        return True
    return bool(new) and 2 * sum(_is_heading_word(text, names) for text, _ in new) >= len(new)


def _opens_section(cells: Sequence[tuple[str, Value]]) -> bool:
    """Whether a number and a text are the heading of a section: "II | Khối huyện"."""
    return len(cells) == 2 and bool(_SECTION_NUMBER.fullmatch(cells[0][0]))


def _is_data(value: Value) -> bool:
    return is_figure(value) and not years_in(cell_text(value))


def _texts(heading: list[list[str]]) -> list[list[str]]:
    """The texts of each column; an upper cell without text takes that of its left neighbour where something stands
    below it, because merged cells come as one cell and blanks."""
    width = max(len(row) for row in heading)
    padded = [row + [""] * (width - len(row)) for row in heading]
    for place, row in enumerate(padded[:-1]):
        for column in range(1, width):
            below = any(padded[lower][column] for lower in range(place + 1, len(padded)))
            left_below = any(padded[lower][column - 1] for lower in range(place + 1, len(padded)))
            if not row[column] and below and left_below:
                row[column] = row[column - 1]
    return [[row[column] for row in padded] for column in range(width)]
