"""Which column names the units of a table, and whether the codes beside it are those of the state's list."""

from __future__ import annotations

from cchc.loaders.tables.local_units import headed
from cchc.loaders.tables.model import Column, Row, Value, cell_text
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.values import is_blank, is_figure

_FEW_CODES = 4
"""Fewer rows with codes tell nothing of which list the codes are from."""


def at(row: Row, column: Column) -> Value:
    """The cell of a row in a column; None where the row is shorter."""
    return row[column.number - 1] if column.number <= len(row) else None


def units_across(rows: list[Row], names: TableNames) -> tuple[int, list[str]] | None:
    """The first row (from 1) whose cells name several units over figures, and their names: a table that was turned."""
    for number, row in enumerate(rows, 1):
        found = [place for place, value in enumerate(row) if isinstance(value, str) and _names_unit(value, names)]
        under = [row[place] for row in rows[number:] for place in found if place < len(row)]
        if len(found) > 1 and any(is_figure(value) for value in under):
            return number, [cell_text(row[place]) for place in found]
    return None


def _names_unit(text: str, names: TableNames) -> bool:
    head = headed(text)
    return bool(names.named("unit", text) or names.named("unit-type", text) or (head and head[2][0].isupper()))


def codes_of_others(columns: list[Column], rows: list[Row], year: int | None, names: TableNames) -> None:
    """A column of codes that mostly do not agree with the names beside them are of another list than the state's."""
    code, unit = (next((c for c in columns if c.role == role), None) for role in ("unit-code", "unit"))
    if code is None or unit is None:
        return
    compared = agreed = 0
    for row in rows:
        entries = [entry for entry in names.units(cell_text(at(row, unit)), year) if entry.code]
        if len(entries) == 1 and not is_blank(at(row, code), names):
            compared += 1
            agreed += names.coded(cell_text(at(row, code)), year) == entries[0]
    if compared >= _FEW_CODES and 2 * agreed < compared:
        code.role, code.left_out = "number", True


def one_unit_column(columns: list[Column], rows: list[Row], names: TableNames) -> None:
    """Leaves one column of units: of several the one with most known ones, and where no heading says it, the like."""

    def known(column: Column, kinds: tuple[str, ...]) -> int:
        values: list[Value] = [row[column.number - 1] for row in rows if column.number <= len(row)]
        texts = {cell_text(value) for value in values if not is_blank(value, names)}
        return sum(any(names.named(kind, text) for kind in kinds) for text in texts)

    claimed = [column for column in columns if column.role == "unit"]
    if len(claimed) > 1:
        best = max(claimed, key=lambda column: known(column, ("unit", "unit-type")))
        for column in claimed:
            column.role = "unit" if column is best else None
    elif not claimed:
        free = [column for column in columns if column.role in (None, "region")]
        best_free = max(free, key=lambda column: known(column, ("unit", "unit-type", "region")), default=None)
        if best_free is not None and known(best_free, ("unit", "unit-type", "region")):
            best_free.role = "unit"
