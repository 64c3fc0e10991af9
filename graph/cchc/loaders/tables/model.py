"""What a table is made of: sheets of rows of cells, and what its columns were taken for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cchc.claims import Concept, Unit
from cchc.errors import CchcError


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell with a format of percent: ``value`` is what the cell shows, 83.45 for a stored 0.8345."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that holds no value: an error such as ``#REF!``, or a formula that was never calculated."""

    text: str
    formula: bool = False


Value = str | Decimal | Percent | date | Fault | None
Row = list[Value]


def cell_text(value: Value) -> str:
    """The text of a cell as it is quoted.

    >>> cell_text(Percent(Decimal("83.45"))), cell_text(Decimal("7")), cell_text(None)
    ('83.45%', '7', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Percent):
        return f"{value.value:f}%"
    return value.isoformat() if isinstance(value, date) else value.text


def said_by(row: Row) -> tuple[str, ...]:
    """The texts of the cells of a row that hold anything."""
    return tuple(cell_text(value) for value in row if value is not None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a file of separated values, which has no ``name`` and no ``slug``. ``number`` counts
    from 1.

    ``rows`` reads it anew from its first row, blank rows included; blank cells at the end of a row may be missing.
    A ``hidden`` sheet is not read; ``hidden_rows`` (from 1) of others are. ``part`` counts the tables of a sheet that
    holds several; of each the others are blank.
    """

    name: str | None
    number: int
    rows: Callable[[], Iterator[Row]]
    slug: str = ""
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A unit as a title, the name of a sheet or the user names it. ``population`` is that of its class, where the name
    tells; ``province`` and ``district`` are those that stand beside a local unit."""

    name: str
    population: str | None = None
    province: Unit | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the user, a title or a block of key and value says of a whole table. ``province`` owns its own index.

    ``period`` is a part of the year: "quý III". ``unit`` is whom a table without names of units is about; ``rivals``
    are the names where several are told. ``told`` holds the names of what the user said.
    """

    index: str | None = None
    year: int | None = None
    population: str | None = None
    province: Unit | None = None
    source: str | None = None
    period: str | None = None
    measure: str | None = None
    unit_of_measure: str | None = None
    rank_of: int | None = None
    unit: Named | None = None
    rivals: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()


@dataclass(slots=True)
class Column:
    """What one column was taken for.

    ``number`` counts from 1. ``role`` is the slug of a term of ``ontology/tables.ttl``, or None where the heading was
    not understood. ``component`` is the name of a component, ``maximum`` its points; ``year`` and ``index`` are those
    that the heading names, ``compared_with`` the year that a change is measured against. ``decimal`` is the decimal
    mark where a cell alone does not tell; ``period`` a part of the year. ``left_out``: a person or metadata says that
    it is not to be read.
    """

    number: int
    heading: str
    role: str | None
    component: Concept | None = None
    maximum: Decimal | None = None
    year: int | None = None
    index: str | None = None
    unit_of_measure: str | None = None
    compared_with: int | None = None
    rank_of: int | None = None
    decimal: str | None = None
    period: str | None = None
    left_out: bool = False


@dataclass(slots=True)
class Table:
    """A table in a sheet. ``first`` and ``last`` are the first and the last row of its heading, from 1.

    ``given`` holds for all of it; ``titled`` is what the rows above it say, which the user may have said otherwise.
    ``told`` says what the rows measure whose own names do not tell it, by their numbers; ``repeated`` are names of
    criteria that several components have. Of a turned table, whose units head its columns, ``sheet`` gives the columns
    of the sheet ``origin`` as rows, ``labels`` are those that name the rows, ``headings`` what stands over each of the
    others, and ``aside`` those that were not understood.
    """

    sheet: Sheet
    first: int
    last: int
    columns: list[Column]
    given: Given
    titled: Given = Given()
    told: dict[int, Column] = field(default_factory=dict)
    repeated: frozenset[str] = frozenset()
    origin: Sheet | None = None
    labels: tuple[int, ...] = ()
    headings: dict[int, str] = field(default_factory=dict)
    aside: list[Unread] = field(default_factory=list)

    def column(self, role: str) -> Column | None:
        return next((column for column in self.columns if column.role == role), None)

    @property
    def of_one_unit(self) -> bool:
        """Whether no column names units."""
        return not any(column.role in ("unit", "unit-code") for column in self.columns)

    @property
    def turned(self) -> bool:
        return self.origin is not None

    def label(self, column: int) -> str:
        """What people call a column of the table: its letters, or the number of the row that it is in the file."""
        return str(column) if self.turned else letters(column)

    def place(self, path: str, row: int | None, column: int | None = None) -> str:
        """A cell for people, as it is in the file."""
        if self.turned:
            row, column = column, row
        return place(path, self.sheet, row, column)


@dataclass(slots=True)
class Unread:
    """A column that was not understood though it holds figures: how many, and the first with its row (from 1).

    It may be a ``line`` of the file: then ``column`` has the number of that row, and ``row`` that of a column.
    """

    table: Table
    column: Column
    row: int
    first: str
    count: int = 0
    line: bool = False

    @property
    def name(self) -> str:
        """The letters of the column, or the number of the line."""
        return str(self.column.number) if self.line else letters(self.column.number)

    @property
    def cell(self) -> tuple[int, int]:
        """The row and the column of the first figure in the file."""
        return (self.column.number, self.row) if self.line else (self.row, self.column.number)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A unit that no source had named before, in a row of the table (from 1), whose name is almost a known one's."""

    table: Table
    row: int
    name: str
    near: str


def letters(number: int) -> str:
    """The letters of a column in a spreadsheet.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def place(path: str, sheet: Sheet, row: int | None = None, column: int | None = None) -> str:
    """A cell for people: ``file.xlsx, Sheet1!C12``."""
    cell = f"{letters(column) if column else ''}{row or ''}"
    name = f"{sheet.name}!{cell}".rstrip("!") if sheet.name else cell
    return f"{path}, {name}" if name else path


class TableRefused(CchcError):
    """A table with errors: all of them, each with its cell."""

    def __init__(self, where: str, problems: list[CchcError]) -> None:
        values = {"count": len(problems), "list_vi": _listed(problems, "vi"), "list_en": _listed(problems, "en")}
        super().__init__("TABLE_REFUSED", where=where, values=values)
        self.problems = tuple(problems)


SHOWN = 100
"""How many errors of a table a message lists; all of them are in ``TableRefused.problems``."""
_TOLD_ONCE = 3
"""More errors than these that one thing mends are told in one line."""
_OF_THE_TABLE = ("TABLE_PROVINCE", "TABLE_UNIT_BARE", "TABLE_INDEX_MISSING", "TABLE_YEAR_MISSING")
"""What is said of each row, and mended once for the whole table."""


def _listed(problems: list[CchcError], lang: str) -> str:
    alike: dict[tuple[str, str], list[CchcError]] = {}
    for problem in problems:
        said = "" if problem.code in _OF_THE_TABLE else problem.message("en")
        alike.setdefault((problem.code, said), []).append(problem)
    lines = []
    for group in alike.values():
        first = group[0]
        told = f"{first.code} {first.message(lang)} → {first.fix(lang)}"
        if len(group) <= _TOLD_ONCE:
            lines += [f"  {p.where}: {p.code} {p.message(lang)} → {p.fix(lang)}" for p in group]
            continue
        cells = ", ".join(p.where.rpartition("!")[2].rpartition(", ")[2] for p in group[1:_TOLD_ONCE])
        count = f"{len(group)} ô" if lang == "vi" else f"{len(group)} cells"
        lines.append(f"  {first.where}, {cells}, … ({count}): {told}")
    more = [f"  … (+{len(lines) - SHOWN})"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more])
