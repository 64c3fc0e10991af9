"""Makes tables as people make them, for the tests."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from cchc.claims import Observation, Statistic
from cchc.loaders.tables.reader import Options, read_table

Rows = Iterable[Sequence[Any]]
Fact = tuple[Any, ...]


def workbook(path: Path, sheets: dict[str, Rows], merged: dict[str, Iterable[str]] | None = None) -> Path:
    """A workbook of sheets by their names; ``merged`` are ranges to merge in each."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in (merged or {}).get(name, ()):
            sheet.merge_cells(cells)
    book.save(path)
    return path


def separated(path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A file of separated values."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def facts(path: Path, options: Options | None = None) -> set[Fact]:
    """What a table says: (index, year, unit, component, measure, value) of each claim; a mean is of a region or all."""
    found: set[Fact] = set()
    for claim in read_table(path, options).claims():
        edition, component = claim.edition, claim.component.path.split("/")[-1] if claim.component else None
        if isinstance(claim, Statistic):
            where = claim.region.path if claim.region else "mean"
            value = claim.value if claim.value is not None else claim.change
            found.add((edition.index, edition.year, where, component, "mean", plain(value)))
        else:
            assert isinstance(claim, Observation)
            found.add((edition.index, edition.year, claim.unit.path, component, claim.measure, plain(claim.value)))
    return found


def plain(value: Any) -> Any:
    """A value to compare: a number as a float, a grade as its slug."""
    if isinstance(value, (Decimal, int)):
        return float(value)
    return value.path.split("/")[-1] if hasattr(value, "path") else value
