"""Turned tables: units head the columns, and each row is a component, a rank, a year.

They are read with their columns for rows. Every cell keeps its place in the file, where quotes and errors name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from cchc.errors import CchcError
from cchc.loaders.tables.columns import BETWEEN, MEASURES, component_named, meaning, settle_by_content
from cchc.loaders.tables.headers import counts_columns
from cchc.loaders.tables.model import Column, Given, Row, Sheet, Table, Unread, Value, cell_text, place, said_by
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.neighbours import bracketed_maxima, settle_beside_means, settle_changes, settle_indices
from cchc.loaders.tables.unit_columns import at, names_unit
from cchc.loaders.tables.upright import NUMBERS, completed, maxima
from cchc.loaders.tables.values import decimal_mark, is_figure, years_in
from cchc.vietnamese import slug

LONGEST = 5_000
"""Rows that a turned table may have: it is held in memory. Longer ones have their units in rows."""
_SEARCHED = 60
"""Rows among which the units may stand."""
_RESULTS = frozenset((*MEASURES, "change")) - {"rank-of"}
"""What a row must measure, for a table to be one: a block of keys and values may tell how many were ranked."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where what stands in a turned table, by the numbers of rows and columns of the file, from 1.

    ``labels`` are the columns with the names of the rows, ``heads`` the rows of the heading with what each says,
    ``data`` the columns with figures, ``body`` the rows with figures, each with the words of its name. ``bare``: units
    may be named without a head noun, and not be known.
    """

    labels: tuple[int, ...]
    heads: dict[int, str | None]
    data: tuple[int, ...]
    body: dict[int, list[str]]
    bare: bool = False


def layout(rows: list[Row], names: TableNames, *, bare: bool = False) -> Layout | None:
    """Finds a turned table in the first rows of a sheet: a row that names units, figures under it, and names of what
    they measure on its left.

    :param bare: whether several proper names that are not known may be units too: districts without their head nouns.
    """
    for number, row in enumerate(rows[:_SEARCHED], 1):
        texts = {column: value for column, value in enumerate(row, 1) if isinstance(value, str)}
        units = [column for column, text in texts.items() if _is_unit(text, names, bare)]
        if len(units) > bare and units[0] > 1 and (found := _layout_at(rows, number, units, names, bare)):
            return found
    return None


def _is_unit(text: str, names: TableNames, bare: bool) -> bool:
    return names_unit(text, names) or (bare and _is_proper(text, names))


def _is_proper(text: str, names: TableNames) -> bool:
    """Whether a text is a proper name of nothing that is known: each of its words begins with a capital."""
    if not all(word.isalpha() and word.istitle() for word in text.split()) or names.terms(text):
        return False
    said = meaning(0, [text], None, names)
    return said.role is None and said.component is None and said.index is None


def _layout_at(rows: list[Row], number: int, units: list[int], names: TableNames, bare: bool) -> Layout | None:
    below = range(number + 1, len(rows) + 1)
    first = next((row for row in below if any(_is_datum(_cell(rows, row, column)) for column in units)), None)
    if first is None:
        return None
    head = {cell_text(_cell(rows, number, column)) for column in units}
    figures = [row for row in below if row >= first and any(_is_datum(_cell(rows, row, column)) for column in units)]
    labels = tuple(
        column
        for column in range(1, units[0])
        if _names_rows([_cell(rows, row, column) for row in figures])
        and not names.term(cell_text(_cell(rows, number, column)), "number")
        and cell_text(_cell(rows, number, column)) not in head
    )
    if not labels:
        return None
    width = max(len(row) for row in rows)
    data = tuple(
        column
        for column in range(labels[-1] + 1, width + 1)
        if any(is_figure(_cell(rows, row, column)) for row in figures)
    )
    heads = _heads(rows, number, first, data, names, bare)
    body = _body(rows, max(heads) + 1, labels, data, {said_by(rows[row - 1]) for row in heads}, names)
    known = [meaning(row, parts, None, names).role in _RESULTS for row, parts in body.items()]
    if list(heads.values()).count("unit") != 1 or not any(known):
        return None
    return Layout(labels, heads, data, body, bare)


def _heads(
    rows: list[Row], number: int, first: int, data: tuple[int, ...], names: TableNames, bare: bool
) -> dict[int, str | None]:
    """The rows of the heading around the one that names the units, and what each says."""
    heads: dict[int, str | None] = {}
    above = number - 1
    while above >= 1 and (said := _said_across(rows, above, data, names, bare)):
        heads[above] = said
        above -= 1
    for row in range(number, first):
        if any(_cell(rows, row, column) is not None for column in data) and not counts_columns(rows[row - 1]):
            heads[row] = "unit" if row == number else _said_across(rows, row, data, names, bare)
    return dict(sorted(heads.items()))


def _said_across(rows: list[Row], row: int, data: tuple[int, ...], names: TableNames, bare: bool) -> str | None:
    """What the cells of a row name over the figures, mostly."""
    texts = {cell_text(value) for column in data if (value := _cell(rows, row, column)) is not None}
    if texts & {cell_text(value) for value in rows[row - 1][: data[0] - 1]}:
        # A title over the whole table.
        return None
    found = Counter(_says(text, names, bare) for text in texts)
    return max(found, key=found.__getitem__, default=None)


def _says(text: str, names: TableNames, bare: bool) -> str | None:
    if _is_unit(text, names, bare) or names.term(text, "mean") or names.means_of_all(text):
        return "unit"
    said = meaning(0, [text], None, names)
    if said.role == "score" and said.year and not slug(text.replace(str(said.year), "")).removeprefix("nam"):
        return "year"
    if names.named("index", text):
        return "index"
    if component_named(names, None, text):
        return "component"
    return "measure" if said.role in (*MEASURES, "change") else None


def _body(
    rows: list[Row],
    first: int,
    labels: tuple[int, ...],
    data: tuple[int, ...],
    headings: set[tuple[str, ...]],
    names: TableNames,
) -> dict[int, list[str]]:
    """The rows with figures and the words that name each: its own, and the index that a row of words above it names."""
    body: dict[int, list[str]] = {}
    section: list[str] = []
    upper: dict[int, str] = {}
    for number, row in enumerate(rows[first - 1 :], first):
        texts = {column: cell_text(_cell(rows, number, column)) for column in labels}
        if said_by(row) in headings or counts_columns(row):
            continue
        if not any(_cell(rows, number, column) is not None for column in data) or len(set(said_by(row))) == 1:
            named = {entry.path for text in texts.values() for entry, *_ in names.within("index", text)}
            section = [text for text in texts.values() if text][:1] if len(named) == 1 else section
            continue
        for column in labels[:-1]:
            # Of cells that are merged, some formats keep the first only.
            if texts[labels[-1]] and not texts[column]:
                texts[column] = upper.get(column, "")
        upper = texts
        body[number] = [*section, *texts.values()]
    return body


def _names_rows(values: list[Value]) -> bool:
    """Whether the cells of a column name rows: words or years, and no figures."""
    said = [value for value in values if value is not None]
    return bool(said) and not any(_is_datum(value) for value in said)


def _is_datum(value: Value) -> bool:
    return is_figure(value) and not (years_in(text := cell_text(value)) and len(text) == len("2023"))


def _cell(rows: list[Row], row: int, column: int) -> Value:
    return rows[row - 1][column - 1] if column <= len(rows[row - 1]) else None


def whole(sheet: Sheet, path: str) -> list[Row]:
    """All rows of a sheet with a turned table.

    :raises CchcError: TABLE_TURNED_LONG.
    """
    rows = list(islice(sheet.rows(), LONGEST + 1))
    if len(rows) > LONGEST:
        raise CchcError("TABLE_TURNED_LONG", where=place(path, sheet), values={"rows": LONGEST})
    return rows


def turned(sheet: Sheet, rows: list[Row], found: Layout, given: Given, names: TableNames) -> Table:
    """The table of a layout in the rows of a sheet."""
    columns = [
        Column(row, BETWEEN.join(filter(None, (cell_text(_cell(rows, row, c)) for c in found.labels))), role)
        for row, role in found.heads.items()
    ]
    for column in columns:
        column.left_out = column.role is None
    measured = [meaning(row, parts, given.index, names) for row, parts in found.body.items()]
    unit_row = next(row for row, role in found.heads.items() if role == "unit")
    aside = [column for column in found.data if _is_no_unit(cell_text(_cell(rows, unit_row, column)), names)]
    kept = replace(found, data=tuple(column for column in found.data if column not in aside))
    under = list(_view(rows, kept))[found.labels[-1] :]
    for column in measured:
        settle_by_content(column, [at(row, column) for row in under], names, given.measure)
    settle_changes(measured, under, names)
    settle_indices(measured)
    settle_beside_means(measured, names)
    bracketed_maxima(measured, under, names)
    for column in measured:
        if column.role in NUMBERS:
            column.decimal = decimal_mark((at(row, column) for row in under), column.maximum)
    left: list[int] = []
    for column_number in aside:
        if names.term(cell_text(_cell(rows, unit_row, column_number)), "maximum"):
            of = [row[column_number - 1] if column_number <= len(row) else None for row in rows]
            maxima(measured, of, under, names)
        else:
            left.append(column_number)
    notes = rows[max(found.body) :]
    table = Table(sheet, found.labels[0], found.labels[-1], [*columns, *measured], given)
    table = arranged(completed(table, under, notes, names), rows, kept)
    return replace(table, aside=[u for number in left if (u := _unread(table, rows, number, found))])


def arranged(table: Table, rows: list[Row], found: Layout) -> Table:
    """A table whose columns are known, with the rows of its sheet turned as a layout says."""
    sheet, view = table.sheet, list(_view(rows, found))
    for column in table.columns:
        if column.decimal is None and column.role in NUMBERS:
            column.decimal = decimal_mark((at(row, column) for row in view[table.last :]), column.maximum)
    headings = {
        column: BETWEEN.join(dict.fromkeys(filter(None, (cell_text(view[column - 1][row - 1]) for row in found.heads))))
        for column in found.data
    }
    return replace(
        table, sheet=replace(sheet, rows=lambda: iter(view)), origin=sheet, labels=found.labels, headings=headings
    )


def _view(rows: list[Row], found: Layout) -> Iterator[Row]:
    """The columns of the file as rows: those of labels and figures, with what stands in the heading and the body."""
    kept = {*found.heads, *found.body}
    last_head = max(found.heads)
    before: dict[int, Value] = {}
    for column in range(1, max((*found.labels, *found.data)) + 1):
        if column not in found.labels and column not in found.data:
            yield []
            continue
        turned_row = [_cell(rows, row, column) if row in kept else None for row in range(1, len(rows) + 1)]
        if column in found.data:
            for row in found.heads:
                # Of cells that are merged, some formats keep the first only.
                if row < last_head and turned_row[row - 1] is None:
                    turned_row[row - 1] = before.get(row)
                before[row] = turned_row[row - 1]
        yield turned_row


def _is_no_unit(text: str, names: TableNames) -> bool:
    """Whether what heads a column among units is known, and is none: "Cao nhất", "Điểm tối đa", "Chênh lệch"."""
    return _says(text, names, False) != "unit" and bool(names.terms(text) or meaning(0, [text], None, names).role)


def _unread(table: Table, rows: list[Row], number: int, found: Layout) -> Unread | None:
    """What a column holds that is not read."""
    figures = [(row, value) for row in found.body if is_figure(value := _cell(rows, row, number))]
    if not figures:
        return None
    heading = BETWEEN.join(dict.fromkeys(filter(None, (cell_text(_cell(rows, row, number)) for row in found.heads))))
    (row, first), *_ = figures
    return Unread(table, Column(number, heading, None), row, cell_text(first), len(figures))
