"""Tables under a heading: what their columns are, and whom those are about that name no units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.loaders.tables.columns import MEASURES, SCALE, meaning, new_component, settle_by_content
from cchc.loaders.tables.headers import Heading, is_one_text
from cchc.loaders.tables.labels import find_labels, repeated, rows_told_apart, settled_rows
from cchc.loaders.tables.model import Column, Given, Row, Sheet, Table, said_by
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.neighbours import (
    bracketed_maxima,
    highest_rank,
    settle_beside_means,
    settle_changes,
    settle_indices,
    settle_parts,
    settle_places_in_groups,
    settle_short_names,
    within,
)
from cchc.loaders.tables.surroundings import from_notes, merged
from cchc.loaders.tables.unit_columns import at, codes_of_others, one_unit_column
from cchc.loaders.tables.values import decimal_mark, is_blank, is_figure, score
from cchc.loaders.tables.whole_units import with_unit

NUMBERS = ("score", "score-change", "maximum", "value", "mean")
"""The columns whose decimal mark matters."""


def is_table(heading: Heading, rows: list[Row], names: TableNames) -> bool:
    """Whether a heading is that of a table: with something measured, and rows under it."""
    columns = [meaning(n, texts, None, names) for n, texts in enumerate(heading.texts, 1)]
    under = rows[heading.data - 1 :]
    measured = any(c.role in (*MEASURES, "change") for c in columns) or bool(means(columns, names))
    return measured and any(any(v is not None for v in r) for r in under)


def upright(
    sheet: Sheet,
    rows: list[Row],
    heading: Heading,
    given: Given,
    file: str,
    names: TableNames,
    first: Sequence[Row] = (),
) -> Table:
    """The table under a heading.

    :param rows: the first rows of the sheet; ``file``: the name of its file, which may tell the unit of the table, as
        may the rows above the ``first`` table of a sheet.
    """
    index = given.index
    columns = [meaning(number, texts, index, names) for number, texts in enumerate(heading.texts, 1)]
    below = rows[heading.data - 1 :]
    # Headings of sections in merged cells are nobody's figures.
    under = [[] if is_one_text(row) else row for row in below]
    for column in columns:
        settle_by_content(column, [at(row, column) for row in under], names, given.measure)
    settle_changes(columns, under, names)
    settle_places_in_groups(columns)
    settle_indices(columns)
    settle_beside_means(columns, names)
    settle_parts(columns, names)
    settle_short_names(columns, index, names)
    bracketed_maxima(columns, under, names)
    for column in columns:
        if column.role in NUMBERS:
            column.decimal = decimal_mark((at(row, column) for row in under), column.maximum)
    titles = " ".join(text for row in rows[: heading.rows[0] - 1] for text in said_by(row))
    # Of some units only, whom the graph has no such means of.
    of_some = names.within("region", titles) or names.within("unit-class", titles)
    of_all = means(columns, names) if not of_some else []
    for column in of_all:
        column.role = "mean"
        column.decimal = decimal_mark((at(row, column) for row in under), column.maximum)
    if not of_all:
        one_unit_column(columns, under, names)
    find_labels(columns, under, index, names)
    table = completed(Table(sheet, heading.rows[0], heading.data - 1, columns, given), under, below, names)
    codes_of_others(columns, under, table.given.year, names)
    if heading.maxima:
        maxima(columns, rows[heading.maxima - 1], under, names)
    if of_all:
        return replace(table, given=replace(table.given, unit=None))
    found = about_one_unit(table, rows[: table.first - 1], below, file, names)
    if first and found.of_one_unit and found.given.unit is None:
        return about_one_unit(table, list(first), below, file, names)
    return found


def means(columns: list[Column], names: TableNames) -> list[Column]:
    """The columns of means of a table of components that names no units and measures nothing else."""
    roles = {column.role for column in columns}
    if "component" not in roles or roles.intersection((*MEASURES, "change", "unit", "unit-code")):
        return []
    return [column for column in columns if column.role is None and names.term(_bare(column.heading), "mean")]


def _bare(heading: str) -> str:
    return re.sub(r"[(\[][^()\[\]]*[)\]]|\b(?:năm\s+)?20\d\d\b", " ", heading)


def completed(table: Table, under: list[Row], notes: list[Row], names: TableNames) -> Table:
    """A table with what its columns and the notes below it say of all of it."""
    given = merged(merged(table.given, _of_columns(table.columns)), from_notes(notes, names))
    if given.rank_of is not None and any(
        highest_rank(column, under, names) > given.rank_of for column in table.columns
    ):
        # So many are shown of a longer ranking.
        given = replace(given, rank_of=None)
    return replace(table, given=given)


def about_one_unit(table: Table, above: list[Row], under: list[Row], file: str, names: TableNames) -> Table:
    """A table without names of units with the unit that it is about, and what its rows measure; any other as it is.

    :param above: the rows above its heading; ``under``: the first rows below it.
    """
    told_by_someone = table.given.unit is not None
    if not table.of_one_unit or not (told_by_someone or rows_told_apart(table.columns, under, names)):
        return table
    given = with_unit(table.given, above, under, table.sheet.name, file, names)
    titled = with_unit(table.titled, above, [], None, "", names)
    for column in table.columns:
        if column.role is None and not column.left_out and given.unit and names.means_of_all(column.heading):
            column.role = "mean"
            column.decimal = decimal_mark((at(row, column) for row in under), column.maximum)
    told = settled_rows(table.columns, under, table.last + 1, given.index, names)
    same = repeated(table.columns, under, names)
    return replace(table, given=given, titled=titled, told=told, repeated=same)


def _of_columns(columns: list[Column]) -> Given:
    """What one heading says that no other gainsays holds for all columns: "PAR INDEX 2023 | Hạng"."""
    indices = {column.index for column in columns if column.index}
    years = {column.year for column in columns if column.year}
    return Given(index=indices.pop() if len(indices) == 1 else None, year=years.pop() if len(years) == 1 else None)


def maxima(columns: list[Column], row: Row, under: Sequence[Row], names: TableNames) -> None:
    """Gives the columns of scores the maxima that a row tells. A heading that is not understood, whose figures keep
    within such a maximum, is that of a component."""
    for column in columns:
        unknown = column.role is None and not column.left_out and bool(column.heading)
        if not (unknown or column.role == "score") or column.maximum is not None:
            continue
        try:
            found = score(at(row, column), column.decimal or ",").value
        except (ValueError, TypeError):
            continue
        if unknown:
            values = [value for line in under if not is_blank(value := at(line, column), names)]
            column.decimal = decimal_mark(values, found)
            if not values or found >= SCALE or not all(is_figure(value) and within(value, found) for value in values):
                continue
            column.role, column.component = "score", new_component(column.index or "unknown", column.heading)
        column.maximum = found
