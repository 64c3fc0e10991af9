"""A mapping: what each sheet and column was taken for, as a file (YAML or JSON) to correct and give back."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from cchc.claims import Concept
from cchc.errors import CchcError
from cchc.loaders.tables.columns import DIMENSIONS, MEASURES, component_named, new_component
from cchc.loaders.tables.model import Column, Given, Table, letters
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.surroundings import merged, of_option
from cchc.loaders.tables.turned import Layout
from cchc.loaders.tables.whole_units import told_unit

Place = tuple[str | None, int]
"""The name of a sheet, and which of its tables is meant, from 0."""
IGNORED = "ignored"
"""What a column is that says nothing of the figures."""
_ROLES = {*MEASURES, *DIMENSIONS, "mean", IGNORED} - {"region"}
_OF_TABLE = ("index", "year", "population", "province")
_SHEET_KEYS = {"sheet", "heading", "columns", "unit", *_OF_TABLE}
_TURNED_KEYS = {"sheet", "turned", "labels", "columns", "rows", *_OF_TABLE}
_COLUMN_KEYS = {
    *("heading", "is", "index", "year", "component", "maximum", "unit_of_measure", "compared_with"),
    *("rank_of", "decimal", "period"),
}
_PREAMBLE = """\
# Ý nghĩa từng cột của bảng; sửa rồi nạp với --mapping.
# What each column was taken for; correct it, and load with --mapping.
# is: {roles}
# turned: mỗi cột (columns) một đơn vị, tên từng dòng (rows) ở cột labels / a unit a column, rows named in labels
# unit: đơn vị của cả bảng khi không cột nào nêu đơn vị / whom the table is about, where no column names units
"""


def as_yaml(tables: list[Table]) -> str:
    """The mapping of tables as YAML."""
    import yaml

    sheets = [_sheet(table) for table in tables]
    body = yaml.safe_dump({"sheets": sheets}, allow_unicode=True, sort_keys=False, width=120)
    return _PREAMBLE.format(roles=", ".join(sorted(_ROLES))) + body


def _sheet(table: Table) -> dict[str, Any]:
    given = table.given
    said: dict[str, Any] = {"sheet": table.sheet.name}
    said |= {"turned": True} if table.turned else {"heading": [table.first, table.last]}
    said |= {"index": given.index, "year": given.year, "population": given.population}
    said["province"] = given.province.path if given.province else None
    said = {key: value for key, value in said.items() if value is not None}
    if table.of_one_unit:
        # Blank where nothing tells it, to be filled in.
        unit = given.unit
        said["unit"] = f"{unit.name}, {unit.district}" if unit and unit.district else unit.name if unit else None
    if not table.turned:
        return said | {"columns": [{"column": letters(column.number), **_column(column)} for column in table.columns]}
    said["labels"] = [letters(number) for number in table.labels]
    said["columns"] = [letters(number) for number in table.headings]
    return said | {"rows": [{"row": column.number, **_column(column)} for column in table.columns]}


def _column(column: Column) -> dict[str, Any]:
    said = {
        "heading": column.heading,
        "is": column.role or IGNORED,
        "index": column.index,
        "year": column.year,
        "component": column.component.name if column.component else None,
        "maximum": _plain(column.maximum),
        "unit_of_measure": column.unit_of_measure,
        "compared_with": column.compared_with,
        "rank_of": column.rank_of,
        "decimal": column.decimal,
        "period": column.period,
    }
    return {key: value for key, value in said.items() if value is not None}


def _plain(value: Decimal | None) -> float | int | None:
    return None if value is None else int(value) if value == value.to_integral_value() else float(value)


class Mapping:
    """A mapping as a person gives it.

    :raises CchcError: FILE_MISSING, TABLE_MAPPING with the place and the reason.
    """

    def __init__(self, path: Path, names: TableNames) -> None:
        import yaml

        self.path, self.names = path, names
        if not path.is_file():
            raise CchcError("FILE_MISSING", where=str(path))
        try:
            said = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise self._wrong("", " ".join(str(error).split())) from error
        if not isinstance(said, dict) or set(said) != {"sheets"} or not isinstance(said["sheets"], list):
            raise self._wrong("", "sheets: [...]")
        self.sheets: dict[Place, dict[str, Any]] = {}
        for number, sheet in enumerate(said["sheets"], 1):
            if isinstance(sheet, dict) and sheet.get("turned") is True:
                self._check(sheet, f"sheets[{number}]", _TURNED_KEYS, ("labels", "columns", "rows"))
                if not all(isinstance(sheet[key], list) and sheet[key] for key in ("labels", "columns", "rows")):
                    raise self._wrong(f"sheets[{number}]", "labels: [A]; columns: [B, C]; rows: [...]")
                self.sheets[self._next(sheet)] = sheet
                continue
            self._check(sheet, f"sheets[{number}]", _SHEET_KEYS, ("heading", "columns"))
            heading = sheet["heading"]
            if not (isinstance(heading, list) and len(heading) == 2 and all(isinstance(n, int) for n in heading)):
                raise self._wrong(f"sheets[{number}].heading", "[FIRST, LAST]")
            if not 1 <= heading[0] <= heading[1] or not isinstance(sheet["columns"], list):
                raise self._wrong(f"sheets[{number}]", "heading: [FIRST, LAST]; columns: [...]")
            self.sheets[self._next(sheet)] = sheet

    def _next(self, sheet: dict[str, Any]) -> Place:
        name = sheet.get("sheet")
        return name, sum(of == name for of, _ in self.sheets)

    def places(self, name: str | None) -> list[Place]:
        """The tables of a sheet, in the order of the mapping."""
        return [place for place in self.sheets if place[0] == name]

    def part(self, place: Place, columns: list[Column]) -> tuple[int, int | None, range | None]:
        """The rows that a table takes, to the heading of the next one on its sheet (None: to the end), and its columns
        where others stand beside it."""
        if self.turned(place):
            return 1, None, None
        begins = sorted({self.heading(other)[0] for other in self.places(place[0]) if not self.turned(other)})
        first = self.heading(place)[0]
        beside = sum(not self.turned(p) and self.heading(p)[0] == first for p in self.places(place[0])) > 1
        after = next((begin - 1 for begin in begins if begin > first), None)
        whole = range(columns[0].number, columns[-1].number + 1) if beside and columns else None
        return (1 if first == begins[0] else first), after, whole

    def given(self, sheet: Place) -> Given:
        """What the mapping says of a whole sheet."""
        found = Given()
        for name in _OF_TABLE:
            value = self.sheets[sheet].get(name)
            if value is not None:
                found = merged(found, of_option(name, str(value), self.names))
        unit = self.sheets[sheet].get("unit")
        return replace(found, unit=told_unit(str(unit), self.names)) if unit is not None else found

    def turned(self, sheet: Place) -> bool:
        """Whether units head the columns."""
        return "turned" in self.sheets[sheet]

    def layout(self, sheet: Place, columns: list[Column], height: int) -> Layout:
        """Where what stands in a turned table of so many rows, given what these are."""
        said = self.sheets[sheet]
        labels, data = (tuple(self._number(name, sheet[0]) for name in said[key]) for key in ("labels", "columns"))
        measured = next((c.number for c in columns if c.role is not None and c.role not in DIMENSIONS), height)
        heads: dict[int, str | None] = {c.number: c.role for c in columns if c.role and c.number < measured}
        body = {c.number: [c.heading] for c in columns if c.role is not None and c.number not in heads}
        if "unit" not in heads.values() or min(data) <= max(labels):
            raise self._wrong(sheet[0] or "", "rows: is: unit, …; columns: > labels")
        if not 1 <= columns[0].number <= columns[-1].number <= height:
            raise self._wrong(sheet[0] or "", f"row: 1–{height}")
        return Layout(labels, heads, data, body)

    def _number(self, letters: Any, where: str | None) -> int:
        if not re.fullmatch("[A-Z]{1,3}", str(letters)):
            raise self._wrong(where or "", "column: A–XFD")
        number = 0
        for letter in str(letters):
            number = number * 26 + ord(letter) - 64
        return number

    def heading(self, sheet: Place) -> tuple[int, int]:
        """The first and the last row of the heading."""
        first, last = self.sheets[sheet]["heading"]
        return first, last

    def columns(self, sheet: Place, index: str | None) -> list[Column]:
        """The columns of a sheet, or the rows of a turned one, by their numbers."""
        columns = []
        turned = self.turned(sheet)
        key, named = ("rows", "row") if turned else ("columns", "column")
        for number, said in enumerate(self.sheets[sheet][key], 1):
            where = f"{sheet[0] or ''} {key}[{number}]".strip()
            self._check(said, where, {named, *_COLUMN_KEYS}, (named, "is"))
            if said["is"] not in _ROLES or (turned and not isinstance(said["row"], int)):
                raise self._wrong(where, f"is: {', '.join(sorted(_ROLES))}")
            of = said["row"] if turned else self._number(said["column"], where)
            columns.append(self._column(of, said, where, index))
        return sorted(columns, key=lambda column: column.number)

    def _column(self, number: int, said: dict[str, Any], where: str, index: str | None) -> Column:
        own = of_option("index", said["index"], self.names).index if "index" in said else None
        component: Concept | None = None
        if "component" in said:
            of = own or index or "unknown"
            text = str(said["component"])
            component = component_named(self.names, own or index, text) or new_component(of, text)
        try:
            maximum = Decimal(str(said["maximum"])) if "maximum" in said else None
            numbers = {key: int(said[key]) if key in said else None for key in ("year", "compared_with", "rank_of")}
        except (InvalidOperation, ValueError, TypeError) as error:
            raise self._wrong(where, "maximum, year, compared_with, rank_of") from error
        measure = said.get("unit_of_measure")
        if said.get("decimal") not in (None, ",", ".") or measure not in (None, "percent", "points"):
            raise self._wrong(where, "decimal: ',' | '.'; unit_of_measure: percent | points")
        return Column(
            number=number,
            heading=str(said.get("heading", "")),
            role=None if said["is"] == IGNORED else said["is"],
            component=component,
            maximum=maximum,
            year=numbers["year"],
            index=own,
            unit_of_measure=measure,
            compared_with=numbers["compared_with"],
            rank_of=numbers["rank_of"],
            decimal=said.get("decimal"),
            period=str(said["period"]) if "period" in said else None,
            left_out=said["is"] == IGNORED,
        )

    def _check(self, said: Any, where: str, allowed: set[str], needed: tuple[str, ...]) -> None:
        if not isinstance(said, dict) or set(said) - allowed or not set(needed) <= set(said):
            raise self._wrong(where, f"{', '.join(needed)}; {', '.join(sorted(allowed))}")

    def _wrong(self, where: str, reason: str) -> CchcError:
        return CchcError("TABLE_MAPPING", where=f"{self.path} {where}".strip(), values={"reason": reason})
