"""Columns that say what the values of their rows measure: "Điểm", "Xếp hạng", "Xếp hạng PAR INDEX" below each other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from cchc.errors import CchcError
from cchc.loaders.tables.columns import MEASURES, component_named, meaning
from cchc.loaders.tables.lookups import Lookups
from cchc.loaders.tables.model import Column, Row, Table, Value, cell_text
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.neighbours import settle_beside_means, settle_changes, settle_indices
from cchc.loaders.tables.unit_columns import at
from cchc.loaders.tables.values import is_blank, is_figure, rank, without_footnote, year
from cchc.vietnamese import slug

_NAMED = ("component", "index", "measure")
"""The columns whose cells may say what the values of their rows measure."""


def find_labels(columns: list[Column], rows: Sequence[Row], index: str | None, names: TableNames) -> None:
    """Finds, by its cells, the column of measures that no heading tells, and the column of years."""
    if not any(column.role in ("index", "measure") for column in columns):
        wanted = "component" if any(column.role == "component" for column in columns) else None
        for column in columns:
            if column.role == wanted and not column.left_out and _tells_measures(column, rows, index, names):
                column.role = "measure"
                break
    if not any(column.role in ("year", "unit", "unit-code") for column in columns):
        for column in columns:
            texts = [value for row in rows if not is_blank(value := at(row, column), names)]
            free = column.role is None and not column.left_out
            if free and texts and all(map(_is_year, texts)) and _may_head_years(column.heading, names):
                column.role = "year"
                break


def settled_rows(
    columns: list[Column], rows: Sequence[Row], first: int, index: str | None, names: TableNames
) -> dict[int, Column]:
    """What the values of those rows measure whose names tell it only together with those beside them, by their numbers:
    "Tăng/giảm", an "Xếp hạng" below each of several indices. ``first`` is the number of the first of the rows.
    """
    label = next((column for column in columns if column.role in _NAMED), None)
    measured = [column for column in columns if column.role == "score"]
    if label is None or not measured or any(column.role in ("unit", "unit-code") for column in columns):
        return {}
    named = [
        meaning(number, [cell_text(at(row, label))], index, names)
        for number, row in enumerate(rows, 1)
        if not is_blank(at(row, label), names)
    ]
    before = [replace(column) for column in named]
    settle_changes(named, [[at(row, column) for row in rows] for column in measured], names)
    settle_indices(named)
    settle_beside_means(named, names)
    for of in (column for column in named if column.role == "rank-of"):
        _numbers_ranked(measured, rows[of.number - 1], names)
    return {
        first + column.number - 1: column
        for column, unsettled in zip(named, before, strict=True)
        if column != unsettled or column.role == "rank-of"
    }


def _numbers_ranked(columns: list[Column], row: Row, names: TableNames) -> None:
    """Gives the columns what a row says of how many their ranks are out of."""
    for column in columns:
        with suppress(ValueError):
            column.rank_of = rank(at(row, column), names, "rank-of", "sum")[0]


class RowLabels:
    """What the cells of each row say that its values measure.

    :param measured: the columns of the table's values.
    """

    def __init__(self, table: Table, lookups: Lookups, measured: list[Column]) -> None:
        self.table, self.lookups = table, lookups
        self._beside: dict[str, Column | None] = {}
        self._strict = any(column.role == "value" for column in measured)

    def beside(self, number: int, text: str) -> Column | None:
        """What a row measures by the text of its cell in a column of components or indices, where that names neither:
        "Xếp hạng". None where it does."""
        if self.table.told and (settled := self.table.told.get(number)):
            return settled
        if text not in self._beside:
            self._beside[text] = self._mean(text) or self.lookups.label(text, self.table.given.index)
        return self._beside[text]

    def measured(self, number: int, text: str, index: str | None) -> Column:
        """What a row measures by the text of its cell in a column of measures; the role is None where nobody knows.

        :raises CchcError: TABLE_QUANTITY, in a table that has a column of values of any measure.
        """
        if settled := self.table.told.get(number) or self._mean(text):
            return settled
        try:
            return self.lookups.quantity(text, index)
        except CchcError:
            if self._strict:
                raise
            return Column(0, text, None)

    def _mean(self, text: str) -> Column | None:
        """A mean of all units, in a table about one of them; what else is called a mean there, nobody knows."""
        if not self.table.of_one_unit:
            return None
        if self.lookups.names.means_of_all(text):
            return Column(0, text, "mean")
        known = self.lookups.names.term(text, "mean") and not self.lookups.names.term(text, "overall")
        return Column(0, text, None) if known else None


def _tells_measures(column: Column, rows: Sequence[Row], index: str | None, names: TableNames) -> bool:
    """Whether the cells of a column are words for measures, mostly; under a heading that says components, all of
    them, and of several indices."""
    texts = [cell_text(value) for row in rows if not is_blank(value := at(row, column), names) and not is_figure(value)]
    beside = [text for text in texts if names.term(text, "mean", "extreme")]
    found = [meaning(0, [without_footnote(text)], index, names) for text in dict.fromkeys(texts) if text not in beside]
    known = [one for one in found if one.role in (*MEASURES, "change", "self-assessed", "maximum")]
    if column.role is not None:
        every = len(known) == len(found) and not any(one.component for one in found)
        return every and any(one.index not in (None, index) for one in found)
    return bool(known) and 2 * len(known) >= len(found)


def _may_head_years(heading: str, names: TableNames) -> bool:
    """Whether a heading is blank, or says besides "Năm" what stands across: "Năm / Chỉ số"; "Năm thành lập" is none."""
    if not heading:
        return True
    said = [(entry.path, start, end) for entry, start, end in names.within("table-term", heading)]
    return any(path == "year" for path, *_ in said) and sum(end - start for _, start, end in said) == len(
        slug(heading).split("-")
    )


def _is_year(value: Value) -> bool:
    try:
        return bool(year(value))
    except ValueError:
        return False


def _areas(columns: list[Column], rows: Sequence[Row], names: TableNames) -> list[tuple[str, str]]:
    """Of each row the component that it names, and the known one of the ontology that stands last above it."""
    label = next((column for column in columns if column.role == "component"), None)
    area, found = "", []
    for row in rows if label else ():
        text = cell_text(at(row, label)) if label else ""
        if component_named(names, None, text) is not None:
            area = text
        found.append((text, area))
    return found


def repeated(columns: list[Column], rows: Sequence[Row], names: TableNames) -> frozenset[str]:
    """The names of criteria that stand below several components: "Ban hành kế hoạch" of each area. None where another
    column tells rows of one name apart."""
    if any(column.role in ("year", "index", "measure", "population") for column in columns):
        return frozenset()
    below: dict[str, set[str]] = {}
    for text, area in _areas(columns, rows, names):
        if text and text != area:
            below.setdefault(text, set()).add(area)
    return frozenset(text for text, areas in below.items() if len(areas) > 1)


def rows_told_apart(columns: list[Column], rows: Sequence[Row], names: TableNames) -> bool:
    """Whether a table may be about one unit: what its columns are known to say tells its rows apart, or no other column
    has words that might."""
    known = [column for column in columns if column.role in ("year", "population", *_NAMED)]
    filled = [row for row in rows if any(is_figure(at(row, c)) for c in columns if c.role in MEASURES)]
    areas = iter(_areas(columns, filled, names))
    keys = [(next(areas, None), *(cell_text(at(row, column)) for column in known)) for row in filled]
    if known and len(set(keys)) == len(keys):
        return True
    unknown = [column for column in columns if column.role in (None, "region") and not column.left_out]
    return not any(
        not is_blank(value := at(row, column), names) and not is_figure(value) for row in filled for column in unknown
    )
