"""Rows to claims: the hot path. What can be decided once for a column or a table is decided before the first row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from cchc.claims import Unit
from cchc.errors import CchcError
from cchc.loaders.tables import values as val
from cchc.loaders.tables.dimensions import OF_A_UNIT, Dimensions
from cchc.loaders.tables.figures import Claim, Figures, OfAPeriod, Said, told_by
from cchc.loaders.tables.headers import is_one_text, repeats, strength
from cchc.loaders.tables.labels import RowLabels
from cchc.loaders.tables.local_units import LocalUnits
from cchc.loaders.tables.lookups import Lookups
from cchc.loaders.tables.model import Column, Newcomer, Row, Table, Unread, Value, cell_text, letters, said_by
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.units import Nobody

_UNKNOWN = ("TABLE_UNIT", "TABLE_UNIT_BARE", "TABLE_PROVINCE")
_OF_FIGURES = ("score", "rank", "rank-change", "score-change", "value", "mean")


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
        lookups = Lookups(names)
        self.dimensions = Dimensions(table, path, names, declare, local, lookups)
        self.measures = [column for column in table.columns if column.role in OF_A_UNIT]
        self.unread: dict[int, Unread] = {}
        """The columns that were not understood and hold figures, by their numbers; such rows by theirs below zero."""
        self._of_one_unit = table.of_one_unit
        self._beside = [role for role in ("component", "index") if role in self.dimensions.columns]
        self._measured = "measure" in self.dimensions.columns
        self._unknown = [c for c in table.columns if c.role is None and not c.left_out]
        self.labels = RowLabels(table, lookups, self.measures)
        self.figures = Figures(table, path, lookups)
        # A row of several editions has the grade of none of them for certain.
        single = len({(c.index or table.given.index, c.year or table.given.year) for c in self.measures}) == 1
        self._sections_grade = single and not table.turned and not any(c.role == "grade" for c in self.measures)

    def claims(self) -> Iterator[Claim]:
        """The claims of all rows under the heading.

        :raises CchcError: TABLE_UNIT_COLUMN, TABLE_UNIT_SEVERAL, and what is wrong with the unit of the whole table;
            what is wrong in single cells is reported.
        """
        table = self.table
        heading: set[tuple[str, ...]] = set()
        begins: set[str] = set()
        nobody = self.dimensions.names_nobody
        self.dimensions.find_whole()
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
                if error.code in _UNKNOWN and self._only_words(row):
                    # Who signs, and a remark: "Người lập biểu | Giám đốc".
                    continue
                self._problem(error, number, row, None)
                continue
            for column in self._unknown:
                self._look_over(number, row, column)
            yield from found

    def newcomers(self) -> list[Newcomer]:
        """The units that are new, and may be slips for others; known once the claims were read."""
        return self.dimensions.newcomers()

    def _look_over(self, number: int, row: Row, column: Column) -> None:
        """Counts a figure of a column that nothing is known of."""
        value = row[column.number - 1] if column.number <= len(row) else None
        if val.is_figure(value):
            new = Unread(self.table, column, number, cell_text(value), line=self.table.turned)
            self.unread.setdefault(column.number, new).count += 1

    def _leave_unread(self, number: int, label: str, column: Column, value: Value) -> None:
        """Counts a figure of a row of which nobody knows what it measures."""
        if val.is_figure(value):
            row = Column(number, label, None)
            new = Unread(self.table, row, column.number, cell_text(value), line=not self.table.turned)
            self.unread.setdefault(-number, new).count += 1

    # -- one row -----------------------------------------------------------------------------------------------------

    def _row(self, number: int, row: Row) -> list[Claim]:
        """The claims of a row; none if any of its cells is wrong, so that it can be mended and loaded again."""
        dimensions = self.dimensions
        filled = [
            (column, row[column.number - 1])
            for column in self.measures
            if column.number <= len(row) and not dimensions.is_blank(row[column.number - 1])
        ]
        if not filled or self._is_section(row, filled):
            dimensions.sections.open(number, row)
            return []
        beside, label = self._label(number, row) if self._beside else ("", None)
        said = dimensions.said(number, row, beside, label)
        if isinstance(said, Nobody):
            for column, value in filled if said.told else ():
                self._leave_unread(number, cell_text(dimensions.cell(row, "unit")), column, value)
            return []
        found: list[Claim] = []
        wrong = False
        if self._sections_grade:
            found += self._grade_of_section(said)
        quantity = label or (self._quantity(number, row, said.index) if self._measured else None)
        for measured, value in filled:
            column = measured if quantity is None else told_by(quantity, measured, value)
            if quantity is not None and column.role is None:
                self._leave_unread(number, quantity.heading, column, value)
            if column.role not in OF_A_UNIT:
                continue
            try:
                found += self.figures.claims(number, column, value, said)
            except OfAPeriod:
                self._look_over(number, row, column)
            except CchcError as error:
                self._problem(error, number, row, column)
                wrong = True
            except (ValueError, ArithmeticError):
                self._problem(dimensions.not_a(column, value), number, row, column)
                wrong = True
        return [] if wrong else found

    def _is_section(self, row: Row, filled: list[tuple[Column, Value]]) -> bool:
        """Whether a row with something in the columns of values is but a heading of those below it."""
        if val.is_figure(filled[0][1]):
            return False
        if is_one_text(row) or (self._of_one_unit and len(said_by(row)) == 1):
            return True
        # Who signs a table may stand under any column.
        nobody = not self._of_one_unit and self.dimensions.cell(row, "unit") is None
        if not nobody or any(val.is_figure(value) for _, value in filled):
            return False
        return len(filled) == 1 or strength(row, self.names) <= 1

    def _only_words(self, row: Row) -> bool:
        """Whether a row has no figure in the columns of figures, and nothing in others that measure."""
        if strength(row, self.names) > 1:
            # The heading of another table.
            return False
        filled = [
            (c, row[c.number - 1]) for c in self.measures if c.number <= len(row) and row[c.number - 1] is not None
        ]
        return all(c.role in _OF_FIGURES and not any(map(str.isdigit, cell_text(value))) for c, value in filled)

    def _grade_of_section(self, said: Said) -> Iterable[Claim]:
        """The grade that the heading over a row gives it: "Nhóm A (từ 90% trở lên)"."""
        place = self.dimensions.sections.graded
        if place is None or said.index is None or not isinstance(said.subject, Unit):
            return ()
        number, at, text = place
        heading = next((column.heading for column in self.table.columns if column.number == at), "")
        year = next((column.year for column in self.measures), None)
        column = Column(at, heading, "grade", year=year)
        return (
            self.figures.claims(number, column, text, said) if self.figures.lookups.is_grade(said.index, text) else ()
        )

    def _label(self, number: int, row: Row) -> tuple[str, Column | None]:
        """What the cell of a component or an index says that the values of the row are, where it names neither, and
        which of the two cells it is."""
        for role in self._beside:
            value = self.dimensions.cell(row, role)
            if value is not None and (found := self.labels.beside(number, cell_text(value))):
                return role, found
        return "", None

    def _quantity(self, number: int, row: Row, index: str | None) -> Column | None:
        """What the cell of the column of measures says that the values of the row are."""
        value = self.dimensions.cell(row, "measure")
        if value is None:
            return None
        return self.dimensions.look("measure", lambda text: self.labels.measured(number, text, index), value)

    # -- problems ----------------------------------------------------------------------------------------------------

    def _no_unit_column(self) -> CchcError:
        table = self.table
        where = table.place(self.path, table.last)
        if table.given.rivals:
            return CchcError("TABLE_UNIT_SEVERAL", where=where, values={"units": ", ".join(table.given.rivals)})
        headings = ", ".join(f"{letters(c.number)} “{c.heading}”" for c in self._unknown if c.heading) or "–"
        return CchcError("TABLE_UNIT_COLUMN", where=where, values={"headings": headings})

    def _problem(self, error: CchcError, number: int, row: Row, column: Column | None) -> None:
        at = column.number if column else int(error.where) if error.where.isdigit() else None
        self.report(replace(error, where=self.table.place(self.path, number, at)), number, row)
