"""The rows that could not be loaded, with their reasons, as a table to mend and load again."""

from __future__ import annotations

import csv
from pathlib import Path

from cchc.errors import CchcError
from cchc.loaders.tables.model import Row, Table, cell_text
from cchc.loaders.tables.names import table_names


class Leftover:
    """Collects bad rows. ``write`` makes one file a table: the rows above it, its heading, and the bad rows.

    The last column names the reasons; a loader knows it as a remark.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows: dict[tuple[int, int], tuple[Table, dict[int, tuple[Row, list[CchcError]]]]] = {}
        self.count = 0

    def add(self, table: Table, error: CchcError, number: int, row: Row) -> None:
        """Remembers a row and what is wrong with it."""
        _, rows = self._rows.setdefault((table.sheet.number, table.first), (table, {}))
        self.count += number not in rows
        rows.setdefault(number, (row, []))[1].append(error)

    def write(self, lang: str = "vi") -> list[Path]:
        """Writes the files; those of further tables get the name of their sheet besides. None without bad rows."""
        written = []
        for place, (table, rows) in enumerate(self._rows.values()):
            path = self.path if not place else self.path.with_stem(f"{self.path.stem}-{table.sheet.slug or place}")
            reason = table_names().labels("table-term", "reason")[lang == "en"]
            width = max(len(table.columns), *(len(row) for row, _ in rows.values()))
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                for number, row in enumerate(table.sheet.rows(), 1):
                    if number > table.last:
                        break
                    cells = [cell_text(value) for value in row]
                    if number == table.last:
                        cells += [""] * (width - len(cells)) + [reason]
                    writer.writerow(cells)
                for row, errors in rows.values():
                    cells = [cell_text(value) for value in row]
                    said = "; ".join(f"{error.where.split(', ')[-1]} {error.message(lang)}" for error in errors)
                    writer.writerow([*cells, *[""] * (width - len(cells)), said])
            written.append(path)
        return written
