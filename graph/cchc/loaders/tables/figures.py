"""Single values to claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from cchc.claims import CellQuote, Concept, Edition, Observation, Statistic, Unit
from cchc.errors import CchcError
from cchc.loaders.articles.editions import edition_of, model_of, own_component, own_index
from cchc.loaders.tables import values as val
from cchc.loaders.tables.lookups import Lookups
from cchc.loaders.tables.model import Column, Fault, Table, Value, cell_text
from cchc.loaders.tables.periods import of_index
from cchc.loaders.tables.units import Mean

DUPLICATES_WITHIN = 300_000
"""Values of a table that are remembered to find the same one told twice; beyond, validation finds what contradicts."""

Claim = Observation | Statistic


class OfAPeriod(Exception):
    """A mean or a change of a part of a year, which the graph has no place for."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the dimensions of one row say."""

    index: str | None
    year: int | None
    population: str
    subject: Unit | Mean
    province: Unit | None
    component: Concept | None
    unit_of_measure: str | None
    maximum: Decimal | None
    rank_of: int | None
    cited: tuple[str, ...]
    note: str | None
    interpretation: tuple[str, ...]
    period: str | None = None


class Figures:
    """Makes claims of the values of one table."""

    def __init__(self, table: Table, path: str, lookups: Lookups) -> None:
        self.table, self.path, self.lookups, self.names = table, path, lookups, lookups.names
        self._editions: dict[tuple[str, int, str, str | None], Edition] = {}
        self._told: dict[int, tuple[int, int, object]] = {}
        self._turned = table.turned
        self._period = table.given.period

    def claims(self, number: int, column: Column, value: Value, said: Said) -> Iterable[Claim]:
        """The claims of one cell: one, or none of a mean that has no such measure.

        :raises CchcError: TABLE_CELL_ERROR, TABLE_FORMULA, TABLE_YEAR_MISSING, TABLE_RANK, TABLE_SCORE_RANGE,
            TABLE_DUPLICATE, TABLE_TWO_COLUMNS.
        :raises ValueError: if the cell is not what its column measures.
        :raises OfAPeriod: if it is a mean or a change of a part of a year.
        """
        if isinstance(value, Fault):
            if value.formula:
                raise CchcError("TABLE_FORMULA", values={"text": value.text})
            raise CchcError("TABLE_CELL_ERROR", values={"text": value.text})
        year = column.year or said.year
        owner = self.names.of_year(said.province, year)
        index = column.index or said.index
        if index is None:
            raise CchcError("TABLE_INDEX_MISSING")
        if year is None:
            raise CchcError("TABLE_YEAR_MISSING")
        named = self.names.of_year(said.province, said.year)
        edition = self._edition(self._index_of(index, named, owner), year, said.population, owner)
        index = edition.index
        period = column.period or said.period
        if period is None and self._period is not None:
            period = of_index(self._period, index, self.names)
        component = column.component or said.component
        if component is not None and component.path.partition("/")[0] != index:
            component = own_component(self.names.articles, component, index)
        maximum = column.maximum if column.maximum is not None else said.maximum
        unit_of_measure = column.unit_of_measure or said.unit_of_measure
        mark = column.decimal or ","
        role, subject = column.role, said.subject
        if period and (isinstance(subject, Mean) or role in ("mean", "rank-change", "score-change")):
            raise OfAPeriod
        if role == "mean":
            role, subject = "score", Mean()
        rank_of: int | None = None
        result: Decimal | int | str | Concept
        if role in ("score", "value"):
            read = val.score(value, mark)
            result = read.value
            maximum = read.of if read.of is not None else maximum
            unit_of_measure = read.unit_of_measure or unit_of_measure
            measure = "score"
        elif role == "rank":
            result, of = val.rank(value, self.names)
            rank_of = of or column.rank_of or said.rank_of
            unit_of_measure, maximum, measure = None, None, "rank"
            if result < 1 or (rank_of is not None and result > rank_of):
                raise CchcError("TABLE_RANK", values={"text": cell_text(value), "of": rank_of or "?"})
        elif role == "grade":
            text = val.without_footnote(cell_text(value))
            result = self.lookups.grade(index, edition.population, text)
            unit_of_measure, maximum, measure = None, None, "grade"
        elif role == "standing":
            result = self.lookups.standing(val.without_footnote(cell_text(value)))
            unit_of_measure, maximum, measure = None, None, "standing"
        else:
            read = val.change(value, mark, self.names)
            measure = str(role).replace("-", "_")
            result = int(read.value) if role == "rank-change" else read.value
            if role == "rank-change" and result != read.value:
                raise ValueError(value)
            unit_of_measure = (read.unit_of_measure or unit_of_measure) if role == "score-change" else None
            maximum = None
        if maximum is not None and component is None and maximum == 100:
            maximum = None
        if measure == "score":
            limit = maximum if maximum is not None and unit_of_measure != "percent" else Decimal(100)
            if not 0 <= result <= limit:  # type: ignore[operator]
                raise CchcError("TABLE_SCORE_RANGE", values={"text": cell_text(value), "maximum": limit})
            if unit_of_measure == "percent":
                maximum = None
        if self._turned:
            heading = self.table.headings.get(number, "")
            cell = CellQuote(column.number, number, cell_text(value), self.table.sheet.slug, heading)
        else:
            cell = CellQuote(number, column.number, cell_text(value), self.table.sheet.slug, column.heading)
        compared = column.compared_with if column.compared_with != -1 else None
        if compared == year - 1:
            compared = None
        # A column of another year than the row's: the name is that of whoever had it then.
        unit = subject if column.year in (None, said.year) else self._of_year(subject, year, named, owner)
        whose = (unit.region, unit.subgroup) if isinstance(unit, Mean) else unit.path
        key = (edition, whose, component, measure, unit_of_measure, compared, said.cited, period)
        if isinstance(unit, Mean):
            means = self._statistics(edition, measure, result, component, unit_of_measure, compared, said, unit, cell)
            if means:
                self._once(number, column, key, result)
            return means
        self._once(number, column, key, result)
        return (
            Observation(
                edition=edition,
                unit=unit,
                measure=measure,
                value=result,
                quotes=(),
                cell=cell,
                component=component,
                unit_of_measure=unit_of_measure,
                rank_of=rank_of,
                maximum=maximum,
                compared_with=compared,
                period=period,
                stated_as=cell_text(value) if measure == "grade" else None,
                interpretation=said.interpretation,
                cited=said.cited,
                note=said.note,
            ),
        )

    def _statistics(
        self,
        edition: Edition,
        measure: str,
        result: object,
        component: Concept | None,
        unit_of_measure: str | None,
        compared: int | None,
        said: Said,
        mean: Mean,
        cell: CellQuote,
    ) -> tuple[Statistic, ...]:
        """A mean has no rank and no grade."""
        if measure not in ("score", "score_change") or not isinstance(result, Decimal):
            return ()
        return (
            Statistic(
                edition=edition,
                kind="mean",
                quotes=(),
                cell=cell,
                value=result if measure == "score" else None,
                change=result if measure == "score_change" else None,
                compared_with=compared,
                out_of=mean.of,
                subgroup=mean.subgroup,
                region=mean.region,
                component=component,
                unit_of_measure=unit_of_measure,
                interpretation=said.interpretation,
                cited=said.cited,
                note=said.note,
            ),
        )

    def _once(self, number: int, column: Column, key: tuple[object, ...], value: object) -> None:
        """Refuses another value of what the table has told already.

        :raises CchcError: TABLE_DUPLICATE; TABLE_TWO_COLUMNS where another column of the row told it.
        """
        if len(self._told) >= DUPLICATES_WITHIN:
            return
        row, earlier, told = self._told.setdefault(hash(key), (number, column.number, value))
        if told != value and row == number:
            first = next(c for c in self.table.columns if c.number == earlier)
            vi, en = ("dòng", "row") if self._turned else ("cột", "column")
            values = {
                "other": f"{self.table.label(earlier)} “{first.heading}”", "this": f"“{column.heading}”", "vi": vi,
                "en": en, "Vi": vi.capitalize(),
            }  # fmt: skip
            raise CchcError("TABLE_TWO_COLUMNS", values=values)
        if told != value:
            other = self.table.place(self.path, row, earlier)
            raise CchcError("TABLE_DUPLICATE", values={"other": other})

    def _of_year(self, subject: Unit | Mean, year: int, named: Unit | None, owner: Unit | None) -> Unit | Mean:
        """What bore the name of a subject in a year: of a body of the province ``named``, that of the ``owner`` of the
        province's name in that year."""
        if isinstance(subject, Mean):
            return subject
        if named and owner and subject.within == named.path != owner.path:
            path = f"{owner.path}/{subject.path.removeprefix(f'{named.path}/')}"
            return replace(subject, path=path, within=owner.path, known=("unit", path) in self.names.articles.by_path)
        return self.names.of_year(subject, year) or subject

    def _index_of(self, index: str, named: Unit | None, owner: Unit | None) -> str:
        """The index that a row is of; where it is that of the province ``named``, the one of the ``owner`` of its name
        in the year of the column."""
        if named is None or owner is None or named.path == owner.path:
            return index
        follows = model_of(self.names.articles, index)
        return own_index(follows, owner.path) if follows and index == own_index(follows, named.path) else index

    def _edition(self, index: str, year: int, population: str, province: Unit | None) -> Edition:
        key = (index, year, population, province.path if province else None)
        if key not in self._editions:
            self._editions[key] = edition_of(self.names.articles, index, year, population, province)
        return self._editions[key]


def told_by(quantity: Column, column: Column, value: Value) -> Column:
    """A column of values of several measures as it is in a row whose ``quantity`` tells which."""
    role = quantity.role if column.role in ("score", "value") else column.role
    if role == "change":
        role = "score-change" if set(".,") & set(cell_text(value)) else "rank-change"
    return replace(
        column,
        role=role,
        component=quantity.component or column.component,
        maximum=column.maximum if quantity.maximum is None else quantity.maximum,
        year=quantity.year or column.year,
        index=quantity.index or column.index,
        unit_of_measure=quantity.unit_of_measure or column.unit_of_measure,
        compared_with=quantity.compared_with or column.compared_with,
        period=quantity.period or column.period,
        rank_of=quantity.rank_of or column.rank_of,
    )
