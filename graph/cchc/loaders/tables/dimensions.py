"""What the dimensions of a row say of its values: whose they are, of which index, year and component."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from cchc.claims import Concept, Unit
from cchc.errors import CchcError
from cchc.loaders.articles.editions import ranking_index
from cchc.loaders.tables import values as val
from cchc.loaders.tables.columns import MEASURES
from cchc.loaders.tables.figures import Said
from cchc.loaders.tables.local_units import LocalUnits
from cchc.loaders.tables.lookups import Lookups
from cchc.loaders.tables.model import Column, Named, Newcomer, Row, Table, Value, cell_text, place
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.periods import period_in
from cchc.loaders.tables.sections import Sections, population_alone
from cchc.loaders.tables.units import POPULATION_OF_KIND, Mean, Nobody, Subject, UnitFinder

OF_A_UNIT = frozenset((*MEASURES, "mean")) - {"rank-of"}
"""What a column measures; others are dimensions."""

# A row of the whole country or of a region is a mean over the provinces.
_MEAN_OF = {"nation": "province", "localities": "province", "region": "province", "ministries": "ministry"}

REMEMBERED = 100_000
"""Texts of cells whose meaning is remembered; a table may have any number of them."""

T = TypeVar("T")


class Dimensions:
    """Reads the dimensions of the rows of one table."""

    def __init__(
        self, table: Table, path: str, names: TableNames, declare: bool, local: LocalUnits, lookups: Lookups
    ) -> None:
        self.table, self.path, self.names, self.lookups = table, path, names, lookups
        self.columns = {
            role: column for column in reversed(table.columns) if (role := column.role) and role not in OF_A_UNIT
        }
        given = table.given
        self.units = UnitFinder(names, given.population, given.province, declare, local)
        self.sections = Sections(names, of_indices=table.of_one_unit)
        self._whole = given.unit if table.of_one_unit else None
        measured = {column.role for column in table.columns if column.role in OF_A_UNIT}
        self._means = table.of_one_unit and measured == {"mean"}
        self._of_all = self._means and given.population is not None
        self._year: Value = None
        self._area: Concept | None = None
        self._periods: dict[str, tuple[str, str, int | None] | None] = {}
        self._rows: dict[str, int] = {}
        self._blank: dict[str, bool] = {}

    @property
    def names_nobody(self) -> bool:
        """Whether nothing says whom the rows of the table are about."""
        return self.table.of_one_unit and not (self._whole or self._of_all or self._of_one_province())

    def find_whole(self) -> None:
        """Finds the unit that the whole table is about, so that what is wrong with it is told once.

        :raises CchcError: as :meth:`UnitFinder.find`.
        """
        if self._whole is not None:
            try:
                self._subject(self._whole, self.table.given.year)
            except CchcError as error:
                raise replace(error, where=place(self.path, self.table.sheet)) from error

    def _subject(self, whole: Named, year: int | None) -> Subject:
        population = whole.population or self.table.given.population
        return self.units.find(whole.name, year, population, whole.province, whole.district)

    def newcomers(self) -> list[Newcomer]:
        """The units that are new, and may be slips for others; known once the rows were read."""
        named = self.units.newcomers()
        return [Newcomer(self.table, self._rows[path], name, near) for path, (name, near) in named.items()]

    def cell(self, row: Row, role: str) -> Value:
        column = self.columns.get(role)
        if column is None or column.number > len(row):
            return None
        value = row[column.number - 1]
        return None if value is None or self.is_blank(value) else value

    def is_blank(self, value: Value) -> bool:
        """Whether a cell says nothing; the same texts come again and again."""
        if not isinstance(value, str):
            return val.is_blank(value, self.names)
        found = self._blank.get(value)
        if found is None:
            if len(self._blank) >= REMEMBERED:
                self._blank.clear()
            found = self._blank[value] = val.is_blank(value, self.names)
        return found

    def said(self, number: int, row: Row, beside: str, label: Column | None) -> Said | Nobody:
        given = self.table.given
        year = given.year
        value = self.cell(row, "year")
        if self._whole is not None and "year" in self.columns:
            # Of cells that are merged, some formats keep the first only.
            value = self._year = self._year if value is None else value
        period = self._period(value) if isinstance(value, str) else None
        if period is not None:
            # "Quý II/2024" under "Kỳ đánh giá".
            year = period[2] or year
        elif value is not None:
            year = self._read("year", value, val.year)
        index, population = (self.sections.index if self._whole else None) or given.index, None
        value = self.cell(row, "index")
        if value is not None and beside != "index":
            index = self.look("index", self.lookups.index, value)
        value = self.cell(row, "population")
        if value is not None:
            population = self.look("population", self.lookups.population, value)
        province: Unit | None = given.province or (self._whole.province if self._whole else None)
        value = self.cell(row, "province")
        if value is not None:
            named = self._find("province", cell_text(value), year, "province")
            province = named if isinstance(named, Unit) else province
        value = self.cell(row, "district")
        if value is not None:
            # Of cells that are merged, some formats keep the first only.
            self.sections.district = cell_text(value)
        subject: Subject
        value = self.cell(row, "unit")
        wanted = population or self.sections.population or given.population
        code = self.cell(row, "unit-code")
        if value is not None:
            subject = self._find("unit", cell_text(value), year, wanted, province, self.sections.district)
            if code is not None:
                self.look("unit-code", lambda text: self.units.agree(subject, text, year), code)
        elif code is not None:
            subject = self.look("unit-code", lambda text: self.units.of_code(text, year), code)
        elif self._whole is not None:
            subject = self._subject(self._whole, year)
            wanted = self._whole.population
        elif self._of_all:
            subject = Mean()
        elif province is not None and self._of_one_province():
            subject = province
            wanted = "province"
        else:
            raise self._at("TABLE_UNIT_MISSING", "unit")
        if isinstance(subject, Mean) and value is not None and subject.region is None:
            over = population_alone(cell_text(value), self.names)
            if over is None and self.sections.several and given.province is not None:
                # Over departments and districts together.
                return Nobody(told=True)
            wanted = over or wanted
        if isinstance(subject, Nobody):
            return subject
        if isinstance(subject, Unit) and not subject.known:
            self._rows.setdefault(subject.path, number)
        population = self._population_for(subject, wanted)
        if index is not None:
            index = ranking_index(self.names.articles, index, population, self.names.of_year(province, year))
        component = None
        value = self.cell(row, "component")
        if value is not None and beside != "component":
            if index is None:
                raise self._at("TABLE_INDEX_MISSING", "index")
            component = self._of_area(cell_text(value), self.lookups.component(cell_text(value), index))
        measure, maximum = given.unit_of_measure, None
        value = self.cell(row, "measured-in")
        if value is not None:
            measure, maximum = self.look("measured-in", self.lookups.measure, value)
        value = self.cell(row, "maximum")
        if value is not None:
            column = self.columns["maximum"]
            maximum = self._read("maximum", value, lambda v: val.score(v, column.decimal or ",").value)
        value = self.cell(row, "rank-of")
        rank_of = given.rank_of if given.population in (None, population) else None
        if value is not None:
            rank_of = self._read("rank-of", value, lambda v: val.rank(v, self.names, "rank-of", "sum")[0])
        note, interpretation = None, () if not given.told else ("told-when-loading",)
        value = self.cell(row, "note")
        if value is not None:
            note = cell_text(value)
            if (found := self.names.within("table-term", note[:60], "computed")) and found[0][1] == 0:
                interpretation = (*interpretation, "computed-by-the-table")
        cited = val.addresses(self.cell(row, "source")) or ((given.source,) if given.source else ())
        return Said(
            index, year, population, subject, province, component, measure, maximum, rank_of, cited, note,
            interpretation, period[1] if period else None,
        )  # fmt: skip

    def _period(self, text: str) -> tuple[str, str, int | None] | None:
        if text not in self._periods:
            if len(self._periods) >= REMEMBERED:
                self._periods.clear()
            self._periods[text] = period_in(text, kept=True)
        return self._periods[text]

    def _of_area(self, text: str, component: Concept | None) -> Concept | None:
        """A criterion whose name others have too, as the one of the component that it stands below."""
        if component is not None and component.known:
            self._area = component
        elif component is not None and self._area is not None and text in self.table.repeated:
            path = f"{self._area.path}-{component.path.rpartition('/')[2]}"
            return Concept(path, f"{component.name} ({self._area.name})")
        return component

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

    def look(self, role: str, look: Callable[[str], T], value: Value) -> T:
        try:
            return look(cell_text(value))
        except CchcError as error:
            raise self._at(error.code, role, **error.values) from error

    def _read(self, role: str, value: Value, read: Callable[[Value], T]) -> T:
        try:
            return read(value)
        except (ValueError, ArithmeticError):
            raise self.not_a(self.columns[role], value) from None

    def _of_one_province(self) -> bool:
        """Whether the sheet may be about one province, with components for rows."""
        return "component" in self.columns and "unit" not in self.columns and not self._means

    def _at(self, code: str, role: str, **values: object) -> CchcError:
        """A problem of the cell of a dimension; its column stands in ``where`` until the row is known."""
        column = self.columns.get(role)
        return CchcError(code, where=str(column.number) if column else "", values=values)

    def not_a(self, column: Column, value: Value) -> CchcError:
        if like := val.turned_to_date(value):
            return CchcError("TABLE_DATE", where=str(column.number), values={"text": cell_text(value), "like": like})
        labels = self.names.labels("table-term", column.role or "value")
        values = {"text": cell_text(value), "expected_vi": labels[0], "expected_en": labels[1]}
        return CchcError("TABLE_VALUE", where=str(column.number), values=values)
