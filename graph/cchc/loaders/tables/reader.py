"""Reads a table's file: finds the table of each sheet, and gives its claims as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import islice
from pathlib import Path

from cchc.claims import Source
from cchc.errors import CchcError
from cchc.loaders.articles.files import source_id_of
from cchc.loaders.tables.csvw import metadata_of
from cchc.loaders.tables.described import as_described, as_mapped
from cchc.loaders.tables.figures import Claim
from cchc.loaders.tables.files import sheets_of, source_of
from cchc.loaders.tables.headers import PREVIEW
from cchc.loaders.tables.local_units import LocalUnits
from cchc.loaders.tables.mapping import Mapping
from cchc.loaders.tables.model import Given, Newcomer, Row, Sheet, Table, TableRefused, Unread, place
from cchc.loaders.tables.names import TableNames, table_names
from cchc.loaders.tables.parts import Part, of_others, parts_of
from cchc.loaders.tables.rows import RowReader
from cchc.loaders.tables.surroundings import from_rows, from_text, merged, of_option, of_sheet
from cchc.loaders.tables.turned import layout, turned, whole
from cchc.loaders.tables.unit_columns import units_across
from cchc.loaders.tables.upright import upright
from cchc.loaders.tables.whole_units import told_unit

_LEADING = 2000
"""Blank rows that may stand before the first one with anything in it."""


_UNITS_SHOWN = 3
"""Units that head the columns of a turned table and are named in its error."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of a table that does not say it itself, as typed.

    ``unit`` is whom a table is about that names no units. ``declare_units`` lets the table name departments, districts
    and communes without a head noun; ``mapping`` is a file that says what its columns are (see :mod:`mapping`).
    """

    index: str | None = None
    year: str | int | None = None
    population: str | None = None
    province: str | None = None
    unit: str | None = None
    declare_units: bool = False
    mapping: Path | None = None


@dataclass(slots=True)
class TableFile:
    """A file of tables that was looked at. ``claims`` reads its rows; ``source`` is the file as a source.

    ``unread`` are the columns that were not understood though they hold figures, known once the claims were read;
    ``hidden`` the names of the sheets that the workbook hides, which are not read. ``local`` are the local units that
    sources named; ``newcomers`` those of the table that may be slips for them, known once the claims were read.
    """

    path: Path
    source: Source
    sheets: list[Sheet]
    tables: list[Table]
    names: TableNames
    declare_units: bool = False
    hidden: tuple[str, ...] = ()
    unread: list[Unread] = field(default_factory=list)
    local: LocalUnits = field(default_factory=LocalUnits)
    newcomers: list[Newcomer] = field(default_factory=list)

    def claims(self, report: Callable[[Table, CchcError, int, Row], None] | None = None) -> Iterator[Claim]:
        """The claims of all tables, row by row.

        :param report: is told each problem, and the row is left out. Without it, all problems are raised at the end.
        :raises CchcError: TABLE_REFUSED.
        """
        problems: list[CchcError] = []
        self.unread.clear()
        for table in self.tables:

            def tell(error: CchcError, number: int, row: Row, table: Table = table) -> None:
                if report is None:
                    problems.append(error)
                else:
                    report(table, error, number, row)

            reader = RowReader(table, str(self.path), self.names, self.declare_units, self.local, tell)
            yield from reader.claims()
            self.unread += [*reader.unread.values(), *table.aside]
            # Read once more, a table has nothing new.
            self.newcomers += reader.newcomers()
        if problems:
            raise TableRefused(str(self.path), problems)


def read_table(
    path: Path,
    options: Options | None = None,
    source_id: str | None = None,
    known: dict[str, str] | None = None,
    names: TableNames | None = None,
    local: LocalUnits | None = None,
) -> TableFile:
    """Looks at a file of tables: its sheets, where the tables are, and what their columns are.

    :param names: those that the table may use, by default those of the product's own ontology.
    :param local: the departments, districts and communes that other sources have named.

    :raises CchcError: TABLE_EMPTY, TABLE_NOTHING_FOUND, TABLE_TURNED, TABLE_TWO_HEADINGS, TABLE_OPTION,
        TABLE_UNIT_TOLD, and what reading the file raises.
    """
    found = _read(path, options or Options(), source_id, known, names or table_names(), local)
    _refuse_told(found.tables, path)
    return found


def _read(
    path: Path,
    options: Options,
    source_id: str | None,
    known: dict[str, str] | None,
    names: TableNames,
    local: LocalUnits | None,
) -> TableFile:
    local = LocalUnits() if local is None else local
    every, encoding = sheets_of(path)
    sheets = [sheet for sheet in every if not sheet.hidden]
    hidden = tuple(sheet.name or "" for sheet in every if sheet.hidden)
    told = _told(options, names)
    file = path.stem.replace("_", " ")
    previews = {sheet.number: _preview(sheet) for sheet in sheets}
    if not any(previews.values()):
        raise CchcError("TABLE_EMPTY", where=str(path))
    if options.mapping is not None:
        tables = as_mapped(sheets, previews, Mapping(options.mapping, names), told, file, names)
        source = source_of(path, sheets, encoding, source_id or source_id_of(path), known)
        return TableFile(path, source, sheets, tables, names, options.declare_units, hidden, local=local)
    metadata = metadata_of(path) if path.suffix.lower() != ".xlsx" else None
    if metadata is not None and metadata.columns:
        described = as_described(sheets[0], previews[1], metadata, told, file, names)
        source = source_of(path, sheets, encoding, source_id or source_id_of(path), known)
        return TableFile(path, source, sheets, [described], names, options.declare_units, local=local)
    tables = _found(sheets, previews, told, path, names)
    source = source_of(path, sheets, encoding, source_id or source_id_of(path), known)
    return TableFile(path, source, sheets, tables, names, options.declare_units, hidden, local=local)


def _found(
    sheets: list[Sheet], previews: dict[int, list[Row]], told: Given, path: Path, names: TableNames
) -> list[Table]:
    """The tables of sheets of which nobody says where they are: under a heading, or turned.

    :raises CchcError: TABLE_TWO_HEADINGS, TABLE_TURNED_LONG, TABLE_TURNED, TABLE_NOTHING_FOUND.
    """
    file = path.stem.replace("_", " ")
    parts = [part for sheet in sheets for part in parts_of(sheet, previews[sheet.number], names)]
    layouts = {
        place: layout(part.rows, names) or layout(part.rows, names, bare=True)
        for place, part in enumerate(parts)
        if not part.is_table
    }
    explaining = [from_rows(parts[place].rows, names) for place, across in layouts.items() if across is None]
    tables: list[Table] = []
    for number, part in enumerate(parts):
        sheet, rows, heading = part.sheet, part.rows, part.heading

        def given(titled: Given, part: Part = part) -> Given:
            # A number in the name of a file counts files.
            of_file = replace(from_text(file, names), period=None, rank_of=None)
            of_names = of_others(part, titled, names), of_sheet(part.sheet, names), *explaining, of_file
            return reduce(merged, of_names, merged(told, titled))

        across = layouts.get(number)
        if heading is not None and number not in layouts:
            if part.more:
                spots = ", ".join(str(row) for row in sorted((heading.rows[0], *part.more)))
                raise CchcError("TABLE_TWO_HEADINGS", where=place(str(path), sheet), values={"rows": spots})
            titled = from_rows(rows[: heading.rows[0] - 1], names)
            table = upright(sheet, rows, heading, given(titled), file, names, part.above)
            unheaded = any(column.role == "unit" and not column.heading for column in table.columns)
            across = layout(rows, names) if table.of_one_unit or unheaded else None
            if across is None:
                tables.append(replace(table, titled=replace(titled, unit=table.titled.unit)))
        if across is not None:
            every = whole(sheet, str(path))
            across = layout(every, names, bare=across.bare) or across
            titled = from_rows(rows[: min(across.heads) - 1], names)
            tables.append(replace(turned(sheet, every, across, given(titled), names), titled=titled))
    if not tables:
        raise _nothing_found(path, sheets, previews, names)
    return tables


def _nothing_found(path: Path, sheets: list[Sheet], previews: dict[int, list[Row]], names: TableNames) -> CchcError:
    """What is wrong with a file in which no table was found."""
    for sheet in sheets:
        if across := units_across(previews[sheet.number], names):
            row, units = across
            values = {
                "row": row,
                "units": ", ".join(units[:_UNITS_SHOWN]) + (", …" if len(units) > _UNITS_SHOWN else ""),
            }
            return CchcError("TABLE_TURNED", where=place(str(path), sheet, row), values=values)
    return CchcError("TABLE_NOTHING_FOUND", where=str(path))


def _refuse_told(tables: list[Table], path: Path) -> None:
    """Refuses a unit that the user told of tables that all name their units themselves.

    :raises CchcError: TABLE_UNIT_TOLD.
    """
    if tables and "unit" in tables[0].given.told and not any(table.of_one_unit for table in tables):
        (column, *_) = (c for c in tables[0].columns if c.role in ("unit", "unit-code"))
        where = tables[0].place(str(path), tables[0].last, column.number)
        raise CchcError("TABLE_UNIT_TOLD", where=where, values={"heading": column.heading})


def _preview(sheet: Sheet) -> list[Row]:
    """The first rows, with the blank ones before them so that their numbers stay."""
    found: list[Row] = []
    said = 0
    for row in islice(sheet.rows(), _LEADING + PREVIEW):
        found.append(row)
        said += any(value is not None for value in row)
        if said >= PREVIEW:
            break
    return found if said else []


def _told(options: Options, names: TableNames) -> Given:
    """What the user says, as known names.

    :raises CchcError: TABLE_OPTION.
    """
    given = Given()
    for name in ("index", "year", "population", "province"):
        value = getattr(options, name)
        if value is not None:
            given = merged(given, replace(of_option(name, str(value), names), told=frozenset((name,))))
    if options.unit is not None:
        given = replace(given, unit=told_unit(options.unit, names), told=given.told | {"unit"})
    return given
