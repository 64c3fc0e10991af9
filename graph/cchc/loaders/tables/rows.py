"""Rows to claims: the hot path. What can be decided once for a column or a table is decided before the first row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from cchc.claims import Unit
from cchc.errors import CchcError
from cchc.loaders.articles.editions import ranking_index
from cchc.loaders.tables import values as val
from cchc.loaders.tables.columns import MEASURES
from cchc.loaders.tables.figures import Claim, Figures, Said, told_by
from cchc.loaders.tables.headers import repeats, said_by
from cchc.loaders.tables.local_units import LocalUnits
from cchc.loaders.tables.lookups import Lookups
from cchc.loaders.tables.model import Column, Newcomer, Row, Table, Unread, Value, cell_text, letters, place
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.sections import Sections
from cchc.loaders.tables.units import POPULATION_OF_KIND, Mean, Nobody, Subject, UnitFinder

_OF_A_UNIT = frozenset(MEASURES) - {"rank-of"}

# A row of the whole country or of a region is a mean over the provinces.
_MEAN_OF = {"nation": "province", "localities": "province", "region": "province", "ministries": "ministry"}

REMEMBERED = 100_000
"""Texts of cells whose meaning is remembered; a table may have any number of them."""

T = TypeVar("T")


class RowReader:
    """Makes the claims of one table, row by row. Problems go to ``report`` with the row that has them."""

    def __init__(
        self,
        table: Table,
        path: str,
        names: TableNames,
        declare: bool,
        local: LocalUnits,
        report: Callable[[CchcError, int, Row], None],
    ) -> None:
        self.table, self.path, self.names, self.report = table, path, names, report
        self.dimensions = {
            role: column for column in reversed(table.columns) if (role := column.role) and role not in _OF_A_UNIT
        }
        self.measures = [column for column in table.columns if column.role in _OF_A_UNIT]
        self.unread: dict[int, Unread] = {}
        """The columns that were not understood and hold figures, by their numbers."""
        self._unknown = [c for c in table.columns if c.role is None and not c.left_out]
        given = table.given
        self.units = UnitFinder(names, given.population, given.province, declare, local)
        self.lookups = Lookups(names)
        self.figures = Figures(table, path, self.lookups)
        self.sections = Sections(names)
        self._rows: dict[str, int] = {}
        self._blank: dict[str, bool] = {}

    def claims(self) -> Iterator[Claim]:
        """The claims of all rows under the heading.

        :raises CchcError: TABLE_UNIT_COLUMN; what is wrong in single cells is reported.
        """
        table = self.table
        heading: set[tuple[str, ...]] = set()
        begins: set[str] = set()
        nobody = not {"unit", "unit-code"} & set(self.dimensions) and not self._of_one_province()
        for number, row in enumerate(table.sheet.rows(), 1):
            first = next((value for value in row if value is not None), None)
            if number <= table.last:
                if number >= table.first:
                    heading.add(said_by(row))
                    begins.add(cell_text(first))
                continue
            if first is None:
                continue
            if cell_text(first) in begins and repeats(row, heading):
                continue
            try:
                found = self._row(number, row)
            except CchcError as error:
                if nobody and error.code == "TABLE_UNIT_MISSING":
                    # Not the row's fault.
                    raise self._no_unit_column() from error
                self._problem(error, number, row, None)
                continue
            for column in self._unknown:
                self._look_over(number, row, column)
            yield from found

    def newcomers(self) -> list[Newcomer]:
        """The units that are new, and may be slips for others; known once the claims were read."""
        named = self.units.newcomers()
        return [Newcomer(self.table, self._rows[path], name, near) for path, (name, near) in named.items()]

    def _look_over(self, number: int, row: Row, column: Column) -> None:
        """Counts a figure of a column that nothing is known of."""
        value = row[column.number - 1] if column.number <= len(row) else None
        if val.is_figure(value):
            unread = self.unread.setdefault(column.number, Unread(self.table, column, number, cell_text(value)))
            unread.count += 1

    # -- one row -----------------------------------------------------------------------------------------------------

    def _cell(self, row: Row, role: str) -> Value:
        column = self.dimensions.get(role)
        if column is None or column.number > len(row):
            return None
        value = row[column.number - 1]
        return None if value is None or self._is_blank(value) else value

    def _is_blank(self, value: Value) -> bool:
        """Whether a cell says nothing; the same texts come again and again."""
        if not isinstance(value, str):
            return val.is_blank(value, self.names)
        found = self._blank.get(value)
        if found is None:
            if len(self._blank) >= REMEMBERED:
                self._blank.clear()
            found = self._blank[value] = val.is_blank(value, self.names)
        return found

    def _row(self, number: int, row: Row) -> list[Claim]:
        """The claims of a row; none if any of its cells is wrong, so that it can be mended and loaded again."""
        filled = [
            (column, row[column.number - 1])
            for column in self.measures
            if column.number <= len(row) and not self._is_blank(row[column.number - 1])
        ]
        if not filled or (self._cell(row, "unit") is None and len(filled) == 1 and not val.is_figure(filled[0][1])):
            self.sections.open(row)
            return []
        said = self._said(number, row)
        if said is None:
            return []
        found: list[Claim] = []
        wrong = False
        quantity = self._quantity(row, said.index)
        for measured, value in filled:
            column = measured if quantity is None or measured.role != "value" else told_by(quantity, measured, value)
            if column.role is None:
                continue
            try:
                found += self.figures.claims(number, column, value, said)
            except CchcError as error:
                self._problem(error, number, row, column)
                wrong = True
            except (ValueError, ArithmeticError):
                self._problem(self._not_a(column, value), number, row, column)
                wrong = True
        return [] if wrong else found

    def _quantity(self, row: Row, index: str | None) -> Column | None:
        """What the cell of the column of measures says that the values of the row are."""
        value = self._cell(row, "measure")
        return None if value is None else self._look("measure", lambda text: self.lookups.quantity(text, index), value)

    def _said(self, number: int, row: Row) -> Said | None:
        given = self.table.given
        year = given.year
        value = self._cell(row, "year")
        if value is not None:
            year = self._read("year", value, val.year)
        index, population = given.index, None
        value = self._cell(row, "index")
        if value is not None:
            index = self._look("index", self.lookups.index, value)
        value = self._cell(row, "population")
        if value is not None:
            population = self._look("population", self.lookups.population, value)
        province: Unit | None = given.province
        value = self._cell(row, "province")
        if value is not None:
            named = self._find("province", cell_text(value), year, "province")
            province = named if isinstance(named, Unit) else province
        value = self._cell(row, "district")
        if value is not None:
            # Of cells that are merged, some formats keep the first only.
            self.sections.district = cell_text(value)
        subject: Subject
        value = self._cell(row, "unit")
        wanted = population or self.sections.population or given.population
        code = self._cell(row, "unit-code")
        if value is not None:
            subject = self._find("unit", cell_text(value), year, wanted, province, self.sections.district)
            if code is not None:
                self._look("unit-code", lambda text: self.units.agree(subject, text, year), code)
        elif code is not None:
            subject = self._look("unit-code", lambda text: self.units.of_code(text, year), code)
        elif province is not None and self._of_one_province():
            subject = province
            wanted = "province"
        else:
            raise self._at("TABLE_UNIT_MISSING", "unit")
        if isinstance(subject, Nobody):
            return None
        if isinstance(subject, Unit) and not subject.known:
            self._rows.setdefault(subject.path, number)
        population = self._population_for(subject, wanted)
        if index is not None:
            index = ranking_index(self.names.articles, index, population, self.names.of_year(province, year))
        component = None
        value = self._cell(row, "component")
        if value is not None:
            if index is None:
                raise self._at("TABLE_INDEX_MISSING", "index")
            component = self.lookups.component(cell_text(value), index)
        measure, maximum = given.unit_of_measure, None
        value = self._cell(row, "measured-in")
        if value is not None:
            measure, maximum = self._look("measured-in", self.lookups.measure, value)
        value = self._cell(row, "maximum")
        if value is not None:
            column = self.dimensions["maximum"]
            maximum = self._read("maximum", value, lambda v: val.score(v, column.decimal or ",").value)
        value = self._cell(row, "rank-of")
        rank_of = self._read("rank-of", value, lambda v: val.rank(v)[0]) if value is not None else given.rank_of
        if value is None and given.population not in (None, population):
            rank_of = None
        note, interpretation = None, () if not given.told else ("told-when-loading",)
        value = self._cell(row, "note")
        if value is not None:
            note = cell_text(value)
            if (found := self.names.within("table-term", note[:60], "computed")) and found[0][1] == 0:
                interpretation = (*interpretation, "computed-by-the-table")
        cited = val.addresses(self._cell(row, "source")) or ((given.source,) if given.source else ())
        return Said(
            index, year, population, subject, province, component, measure, maximum, rank_of, cited, note,
            interpretation,
        )  # fmt: skip

    def _population_for(self, subject: Unit | Mean, wanted: str | None) -> str:
        if isinstance(subject, Unit):
            return POPULATION_OF_KIND[subject.kind]
        return _MEAN_OF.get(wanted or "nation", wanted or "province")

    def _find(
        self,
        role: str,
        text: str,
        year: int | None,
        population: str | None,
        province: Unit | None = None,
        district: str | None = None,
    ) -> Subject:
        try:
            return self.units.find(text, year, population, province, district)
        except CchcError as error:
            raise self._at(error.code, role, **error.values) from error

    def _look(self, role: str, look: Callable[[str], T], value: Value) -> T:
        try:
            return look(cell_text(value))
        except CchcError as error:
            raise self._at(error.code, role, **error.values) from error

    def _read(self, role: str, value: Value, read: Callable[[Value], T]) -> T:
        try:
            return read(value)
        except (ValueError, ArithmeticError):
            raise self._not_a(self.dimensions[role], value) from None

    def _of_one_province(self) -> bool:
        """Whether the sheet may be about one province, with components for rows."""
        return "component" in self.dimensions and "unit" not in self.dimensions

    # -- problems ----------------------------------------------------------------------------------------------------

    def _no_unit_column(self) -> CchcError:
        table = self.table
        headings = ", ".join(f"{letters(c.number)} “{c.heading}”" for c in self._unknown if c.heading) or "–"
        return CchcError(
            "TABLE_UNIT_COLUMN", where=place(self.path, table.sheet, table.last), values={"headings": headings}
        )

    def _at(self, code: str, role: str, **values: object) -> CchcError:
        """A problem of the cell of a dimension; its column stands in ``where`` until the row is known."""
        column = self.dimensions.get(role)
        return CchcError(code, where=str(column.number) if column else "", values=values)

    def _not_a(self, column: Column, value: Value) -> CchcError:
        labels = self.names.labels("table-term", column.role or "value")
        values = {"text": cell_text(value), "expected_vi": labels[0], "expected_en": labels[1]}
        return CchcError("TABLE_VALUE", where=str(column.number), values=values)

    def _problem(self, error: CchcError, number: int, row: Row, column: Column | None) -> None:
        at = column.number if column else int(error.where) if error.where.isdigit() else None
        self.report(replace(error, where=place(self.path, self.table.sheet, number, at)), number, row)
