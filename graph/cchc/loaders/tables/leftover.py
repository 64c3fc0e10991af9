"""The rows that could not be loaded, with their reasons, as a table to mend and load again."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from cchc.errors import CchcError
from cchc.loaders.tables.model import Row, Table, cell_text
from cchc.loaders.tables.names import table_names


class Leftover:
    """Collects bad rows. ``write`` makes one file a table: the rows above it, its heading, and the bad rows.

    The last column names the reasons; a loader knows it as a remark. Of a turned table, its good columns
    are left out, and the last row names the reasons.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows: dict[tuple[int, int, int], tuple[Table, dict[int, tuple[Row, list[CchcError]]]]] = {}
        self.count = 0

    def add(self, table: Table, error: CchcError, number: int, row: Row) -> None:
        """Remembers a row and what is wrong with it."""
        _, rows = self._rows.setdefault((table.sheet.number, table.sheet.part, table.first), (table, {}))
        self.count += number not in rows
        rows.setdefault(number, (row, []))[1].append(error)

    def write(self, lang: str = "vi") -> list[Path]:
        """Writes the files; those of further tables get the name of their sheet besides. None without bad rows."""
        written = []
        for place, (table, rows) in enumerate(self._rows.values()):
            path = (
                self.path
                if not place
                else self.path.with_stem(f"{self.path.stem}-{'-'.join(filter(None, _names_of(table, place)))}")
            )
            reason = table_names().labels("table-term", "reason")[lang == "en"]
            said = {number: _said(errors, lang) for number, (_, errors) in rows.items()}
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                lines = _turned(table, said, reason) if table.turned else _upright(table, rows, said, reason)
                csv.writer(file).writerows([*_keys(table, lang), *lines])
            written.append(path)
        return written


def _names_of(table: Table, place: int) -> tuple[str, str]:
    """What tells the file of a table from those of others: the name of its sheet, and a number in its stead or where
    that sheet has several."""
    return table.sheet.slug, str(place) if table.sheet.part or not table.sheet.slug else ""


def _said(errors: list[CchcError], lang: str) -> str:
    return "; ".join(f"{error.where.split(', ')[-1]} {error.message(lang)}" for error in errors)


def _keys(table: Table, lang: str) -> Iterator[list[str]]:
    """What the name of a sheet or another sheet says of a table of a workbook, as rows "Năm: 2023" above its own."""
    names, given, told = table_names(), table.given, {*table.given.told}
    if table.sheet.name is None and not table.sheet.part:
        return
    unit = given.unit if table.of_one_unit else None
    within = f"tỉnh {unit.province.name}" if unit and unit.province else None
    said = {
        "unit": ", ".join(filter(None, (unit.name, unit.district, within))) if unit else None,
        "index": names.labels("index", given.index)[0] if given.index else None,
        "year": str(given.year) if given.year else None,
        "population": names.labels("population", given.population)[0] if given.population else None,
        "province": given.province.name if given.province else None,
    }
    for name, value in said.items():
        if value and name not in told and getattr(table.titled, name) != getattr(given, name):
            yield [f"{names.labels('table-term', name)[lang == 'en']}: {value}"]


def _upright(
    table: Table, rows: dict[int, tuple[Row, list[CchcError]]], said: dict[int, str], reason: str
) -> Iterator[list[str]]:
    width = max(len(table.columns), *(len(row) for row, _ in rows.values()))
    for number, row in enumerate(table.sheet.rows(), 1):
        if number > table.last:
            break
        cells = [cell_text(value) for value in row]
        if number == table.last:
            cells += [""] * (width - len(cells)) + [reason]
        yield cells
    for number, (row, _) in rows.items():
        cells = [cell_text(value) for value in row]
        yield [*cells, *[""] * (width - len(cells)), said[number]]


def _turned(table: Table, said: dict[int, str], reason: str) -> Iterator[list[str]]:
    """The sheet as it is without its good columns, and a last row with the reasons.

    What stood once over several columns stands over each of those that stay.
    """
    assert table.origin is not None
    view = list(table.sheet.rows())
    rows = list(table.origin.rows())
    kept = [column for column in range(1, max(map(len, rows)) + 1) if column not in table.headings or column in said]
    for number, row in enumerate(rows, 1):
        yield [
            cell_text(view[column - 1][number - 1] if column in said else None)
            or cell_text(row[column - 1] if column <= len(row) else None)
            for column in kept
        ]
    yield [reason if column == table.last else said.get(column, "") for column in kept]
