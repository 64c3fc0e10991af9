"""Tables of which somebody says what their columns are: a mapping, or the metadata of CSVW."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress

from cchc.errors import CchcError
from cchc.loaders.tables.columns import meaning, settle_by_content
from cchc.loaders.tables.csvw import Metadata
from cchc.loaders.tables.labels import find_labels
from cchc.loaders.tables.mapping import Mapping, Place
from cchc.loaders.tables.model import Given, Row, Sheet, Table
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.neighbours import settle_changes
from cchc.loaders.tables.parts import cut, cut_row
from cchc.loaders.tables.surroundings import from_rows, from_text, merged, of_sheet
from cchc.loaders.tables.turned import arranged, layout, turned, whole
from cchc.loaders.tables.unit_columns import at as cell
from cchc.loaders.tables.unit_columns import one_unit_column
from cchc.loaders.tables.upright import NUMBERS, about_one_unit
from cchc.loaders.tables.values import decimal_mark


def as_mapped(
    sheets: list[Sheet], previews: dict[int, list[Row]], mapping: Mapping, told: Given, file: str, names: TableNames
) -> list[Table]:
    """The tables as a mapping says they are.

    :raises CchcError: TABLE_MAPPING.
    """
    unknown = {name for name, _ in mapping.sheets} - {sheet.name for sheet in sheets}
    if unknown or not mapping.sheets:
        found = ", ".join(sheet.name or "–" for sheet in sheets)
        raise CchcError("TABLE_MAPPING", where=str(mapping.path), values={"reason": f"sheet: {found}"})
    return [
        _mapped(sheet, at, previews[sheet.number], mapping, told, file, names)
        for sheet in sheets
        for at in mapping.places(sheet.name)
    ]


def _mapped(
    sheet: Sheet, at: Place, rows: list[Row], mapping: Mapping, told: Given, file: str, names: TableNames
) -> Table:
    """One table as a mapping says it is."""
    given = merged(told, mapping.given(at))
    columns = mapping.columns(at, given.index)
    if mapping.turned(at):
        every = whole(sheet, file)
        across = mapping.layout(at, columns, len(every))
        titled = from_rows(every[: columns[0].number - 1], names)
        table = Table(sheet, across.labels[0], across.labels[-1], columns, merged(given, titled), titled)
        return arranged(table, every, across)
    first, last = mapping.heading(at)
    if len(mapping.places(sheet.name)) > 1:
        begin, end, beside = mapping.part(at, columns)
        rows = [[] if number < begin else row for number, row in enumerate(rows[:end], 1)]
        rows = [row if number < first else cut_row(row, beside) for number, row in enumerate(rows, 1)]
        sheet = replace(cut(sheet, begin, end, beside), part=at[1] + 1)
    titled = from_rows(rows[: first - 1], names)
    given = merged(merged(given, titled), of_sheet(sheet, names, period_only=True))
    for column in columns:
        if column.decimal is None and column.role in NUMBERS:
            column.decimal = decimal_mark((cell(row, column) for row in rows[last:]), column.maximum)
    table = Table(sheet, first, last, columns, given, titled)
    return about_one_unit(table, rows[: first - 1], rows[last:], file, names)


def as_described(sheet: Sheet, rows: list[Row], metadata: Metadata, told: Given, file: str, names: TableNames) -> Table:
    """The table as CSVW metadata says it is; where that gives titles only, they say what a column is."""
    given = told
    for text in (metadata.title or "", file):
        given = merged(given, from_text(text, names))
    under = rows[metadata.last :]
    columns = []
    for number, said in enumerate(metadata.columns, 1):
        column = meaning(number, list(said.titles[:1]), given.index, names)
        settle_by_content(column, [cell(row, column) for row in under], names, given.measure)
        column.left_out = said.suppressed
        column.role = None if said.suppressed else said.role or column.role
        if column.role in NUMBERS:
            column.decimal = said.decimal or decimal_mark((cell(row, column) for row in under), column.maximum)
        columns.append(column)
    if not any(said.role == "unit" for said in metadata.columns):
        untold = (not said.suppressed and said.role is None for said in metadata.columns)
        one_unit_column(list(compress(columns, untold)), under, names)
    settle_changes(columns, under, names)
    find_labels(columns, under, given.index, names)
    table = Table(sheet, metadata.first, metadata.last, columns, given)
    if table.of_one_unit and not any(said.role for said in metadata.columns) and layout(rows, names):
        every = whole(sheet, file)
        if across := layout(every, names):
            return turned(sheet, every, across, given, names)
    return about_one_unit(table, [[metadata.title]], under, file, names)
