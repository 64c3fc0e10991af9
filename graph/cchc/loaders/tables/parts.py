"""Sheets that hold several tables: below each other with headings of their own, or side by side under one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from cchc.loaders.tables.headers import Heading, find, is_text
from cchc.loaders.tables.model import Given, Row, Sheet, cell_text
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.surroundings import from_rows
from cchc.loaders.tables.upright import is_table
from cchc.vietnamese import slug


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet, or what of it one table takes: ``rows`` are the first ones, and all else is blank.

    ``more`` are the rows of other headings in it (from 1), ``above`` the rows over the first table of the sheet, which
    may say what holds for the others too.
    """

    sheet: Sheet
    rows: list[Row]
    heading: Heading | None
    more: list[int]
    names: TableNames
    above: tuple[Row, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether there is a heading with something measured, and rows under it."""
        return self.heading is not None and is_table(self.heading, self.rows, self.names)


def parts_of(sheet: Sheet, rows: list[Row], names: TableNames) -> list[Part]:
    """The tables of a sheet; the whole sheet where it holds one, or none that stands under a heading.

    :param rows: the first rows of the sheet.
    """
    heading, more = find(rows, names)
    single = Part(sheet, rows, heading, more, names)
    if heading is None or not single.is_table:
        return [single]
    found = [single]
    if more:
        found = _below_each_other(single, sorted((heading.rows[0], *more)), names)
        if not all(part.is_table and not part.more for part in found):
            return [single]
    found = [each for part in found for each in _side_by_side(part)]
    if len(found) == 1:
        return found
    above = tuple(rows[: min(part.heading.rows[0] for part in found if part.heading) - 1])
    return [
        replace(part, sheet=replace(part.sheet, part=number), above=above if number > 1 else ())
        for number, part in enumerate(found, 1)
    ]


def cut(sheet: Sheet, first: int, last: int | None, columns: range | None = None) -> Sheet:
    """A sheet with only some rows (from 1; None: to its end) and columns of it; what stands before is blank."""

    def rows() -> Iterator[Row]:
        for number, row in enumerate(islice(sheet.rows(), last), 1):
            yield cut_row(row, columns) if number >= first else []

    hidden = tuple(row for row in sheet.hidden_rows if first <= row and (last is None or row <= last))
    return replace(sheet, rows=rows, hidden_rows=hidden)


def cut_row(row: Row, columns: range | None) -> Row:
    """A row with only some columns of it (from 1)."""
    if columns is None:
        return row
    return [value if place in columns else None for place, value in enumerate(row, 1)][: columns.stop - 1]


def of_others(part: Part, titled: Given, names: TableNames) -> Given:
    """What the title of the first table of a sheet says of another one, given what its own title says: how many were
    ranked and which unit is meant never, and which population only where it has no title of its own."""
    if not part.above:
        return Given()
    said = from_rows(part.above, names)
    whose = None if titled != Given() else said.population
    return replace(said, measure=None, rank_of=None, unit=None, rivals=(), population=whose, period=None)


def _below_each_other(whole: Part, starts: list[int], names: TableNames) -> list[Part]:
    """The parts of a sheet with headings in these rows; rows of which no figures stand between are one heading's."""
    rows = whole.rows
    begins = starts[:1]
    for before, start in pairwise(starts):
        if any(not is_text(row) for row in rows[before : start - 1]):
            begins.append(start)
    tops = [1, *(_title_begins(rows, start, names) for start in begins[1:])]
    found = []
    for first, after in zip(tops, [*tops[1:], None], strict=True):
        last = after - 1 if after else None
        cut_rows: list[Row] = [[] if number < first else row for number, row in enumerate(rows[:last], 1)]
        found.append(Part(cut(whole.sheet, first, last), cut_rows, *find(cut_rows, names), names))
    return found


def _title_begins(rows: list[Row], start: int, names: TableNames) -> int:
    """The first row of the title right above a heading."""
    first = start
    while first > 1 and not any(value is not None for value in rows[first - 2]):
        first -= 1
    title = first
    while first > 1 and any(value is not None for value in rows[first - 2]) and is_text(rows[first - 2]):
        first -= 1
        said = [cell_text(value) for value in rows[first - 1] if value is not None]
        if names.term(said[0].partition(":")[0], "note", "sum", "mean", "source", "rank-of"):
            break
        title = first
    return title


def _side_by_side(part: Part) -> list[Part]:
    """The blocks of columns that say the same in their headings: "Hạng | Tỉnh | Điểm | | Hạng | Tỉnh | Điểm"."""
    assert part.heading is not None
    texts = ["-".join(filter(None, (slug(text) for text in texts))) for texts in part.heading.texts]
    said = [place for place, text in enumerate(texts, 1) if text]
    for count in range(2, len(said) // 2 + 1):
        size, rest = divmod(len(said), count)
        blocks = [said[place : place + size] for place in range(0, len(said), size)]
        if rest or len({tuple(texts[place - 1] for place in block) for block in blocks}) > 1:
            continue
        if not any(part.names.term(texts[place - 1], "unit") for place in blocks[0]):
            continue
        spans = [range(block[0], block[-1] + 1) for block in blocks]
        return [_block(part, span) for span in spans]
    return [part]


def _block(part: Part, columns: range) -> Part:
    assert part.heading is not None
    above = part.heading.rows[0] - 1
    # What stands above is said of all blocks.
    rows = [row if number <= above else cut_row(row, columns) for number, row in enumerate(part.rows, 1)]
    texts = [part.heading.texts[place - 1] if place in columns else [] for place in range(1, columns.stop)]
    sheet = part.sheet
    return replace(part, sheet=cut(sheet, 1, None, columns), rows=rows, heading=replace(part.heading, texts=texts))
