"""Which column names the units of a table, and whether the codes beside it are those of the state's list."""

from __future__ import annotations

import re
from collections import Counter

from cchc.loaders.articles.name_patterns import LOCAL_HEADS
from cchc.loaders.tables.local_units import headed
from cchc.loaders.tables.model import Column, Row, Value, cell_text
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.values import is_blank, is_figure

_LEVELS = {"Province": 0, "District": 1, "Commune": 2}
_PARENTS = {0: "province", 1: "district"}
"""What a column of units of a level is beside one of units of a lower level."""
_KIND_OF_HEAD = {"tỉnh": "Province", **LOCAL_HEADS}
_HEAD_NOUN = re.compile("|".join(sorted(_KIND_OF_HEAD, key=len, reverse=True)), re.I)
_FEW_CODES = 4
"""Fewer rows with codes tell nothing of which list the codes are from."""


def at(row: Row, column: Column) -> Value:
    """The cell of a row in a column; None where the row is shorter."""
    return row[column.number - 1] if column.number <= len(row) else None


def units_across(rows: list[Row], names: TableNames) -> tuple[int, list[str]] | None:
    """The first row (from 1) whose cells name several units over figures, and their names: a table that was turned."""
    for number, row in enumerate(rows, 1):
        found = [place for place, value in enumerate(row) if isinstance(value, str) and names_unit(value, names)]
        under = [row[place] for row in rows[number:] for place in found if place < len(row)]
        if len(found) > 1 and any(is_figure(value) for value in under):
            return number, [cell_text(row[place]) for place in found]
    return None


def names_unit(text: str, names: TableNames) -> bool:
    """Whether a text is the name of a unit, known or by its head noun."""
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
    """Leaves one column of units. Of several, those of higher levels say in which province or district the units are;
    of those of one level the one with most known ones stays; where no heading says it, the like is one."""

    def known(column: Column, kinds: tuple[str, ...]) -> int:
        return sum(any(names.named(kind, text) for kind in kinds) for text in _texts(column, rows, names))

    claimed = [column for column in columns if column.role == "unit"]
    if len(claimed) > 1:
        claimed = _without_parents(claimed, rows, names)
    if len(claimed) > 1:
        best = max(claimed, key=lambda column: known(column, ("unit", "unit-type")))
        for column in claimed:
            column.role = "unit" if column is best else None
    elif not claimed:
        free = [column for column in columns if column.role in (None, "region") and not _of_figures(column, rows)]
        best_free = max(free, key=lambda column: known(column, ("unit", "unit-type", "region")), default=None)
        if best_free is not None and known(best_free, ("unit", "unit-type", "region")):
            best_free.role = "unit"


def _of_figures(column: Column, rows: list[Row]) -> bool:
    said = [value for row in rows if (value := at(row, column)) is not None]
    return 2 * sum(map(is_figure, said)) > len(said)


def _texts(column: Column, rows: list[Row], names: TableNames) -> set[str]:
    return {cell_text(value) for row in rows if not is_blank(value := at(row, column), names)}


def _without_parents(claimed: list[Column], rows: list[Row], names: TableNames) -> list[Column]:
    """The columns of the lowest level among several of units; the levels above become what their units are in.

    "Đơn vị" over bare names tells no level: if it has as many names as "Huyện" beside it, these are of units there.
    """
    texts = {column.number: _texts(column, rows, names) for column in claimed}
    levels = {column.number: _level(column, texts[column.number], names) for column in claimed}
    lowest = max(levels.values())
    most = max(len(texts[column.number]) for column in claimed if levels[column.number] == lowest)
    for column in claimed:
        level = levels[column.number]
        if level < lowest and level in _PARENTS and (lowest < len(_LEVELS) or most >= len(texts[column.number])):
            column.role = _PARENTS[level]
    return [column for column in claimed if column.role == "unit"]


def _level(column: Column, texts: set[str], names: TableNames) -> int:
    """The level of territory that most names in a column are of, by their head nouns, else that its heading names."""
    kinds: Counter[str | None] = Counter()
    for text in texts:
        head, entries = headed(text), names.named("unit", text)
        kinds[entries[0].type if entries else head[0] if head else None] += 1
    kind = max(sorted(kinds, key=str), key=kinds.__getitem__, default=None)
    if kind is None:
        heads = Counter(_KIND_OF_HEAD[head.casefold()] for head in _HEAD_NOUN.findall(column.heading))
        kind = next((kind for kind, _ in heads.most_common(1)), None)
    return _LEVELS.get(kind or "", len(_LEVELS))
