"""What a table was taken for, for people: each column with its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc.loaders.articles.editions import edition_of, ranking_index
from cchc.loaders.tables.columns import MEASURES
from cchc.loaders.tables.model import Column, Newcomer, Table, Unread, letters
from cchc.loaders.tables.names import TableNames, table_names
from cchc.loaders.tables.periods import of_index
from cchc.loaders.tables.whole_units import differ

_SHOWN = 10
"""Ranges of hidden rows that are named."""
_ASKED = ("rank", "score", "value", "grade")
"""What a column measures that a ranking tells."""
_WORDS = {
    "vi": {
        "ask": "Sau khi nạp, hỏi",
        "table": "Bảng", "heading": "tiêu đề ở dòng", "column": "Cột", "row": "Dòng",
        "labels": "mỗi cột một đơn vị, tên dòng ở cột", "ignored": "chưa hiểu, bỏ qua", "year": "năm",
        "maximum": "tối đa", "compared": "so với năm", "before": "so với kỳ trước", "percent": "%", "points": "điểm",
    },
    "en": {
        "ask": "Once loaded, ask",
        "table": "Table", "heading": "heading in row", "column": "Column", "row": "Row",
        "labels": "a unit a column, rows named in column", "ignored": "not understood, left out", "year": "year",
        "maximum": "at most", "compared": "against", "before": "against the edition before",
        "percent": "percent", "points": "points",
    },
}  # fmt: skip


def describe(table: Table, lang: str = "vi") -> list[str]:
    """A line for the table with what holds for all of it, and one for each column."""
    names, words, given = table_names(), _WORDS[lang], table.given
    place = f"“{table.sheet.name}”" if table.sheet.name else ""
    ends = (letters(table.first), letters(table.last)) if table.turned else (str(table.first), str(table.last))
    rows, kind = "–".join(dict.fromkeys(ends)), "row" if table.turned else "column"
    heading = words["labels"] if table.turned else words["heading"]
    whole = [
        names.labels("index", given.index)[lang == "en"] if given.index else None,
        str(given.year) if given.year and _is_asked(table, "year") else None,
        given.period,
        names.labels("population", given.population)[lang == "en"] if given.population else None,
        _unit(table),
        given.province.name if given.province else None,
    ]
    said = ", ".join(dict.fromkeys(part for part in whole if part))
    lines = [f"{words['table']} {place}".rstrip() + f" ({heading} {rows})" + (f": {said}" if said else "")]
    lines += [
        f"  {words[kind]} {table.label(column.number)} “{column.heading}”: {meaning_of(column, names, lang)}"
        for column in table.columns
        if column.heading or column.role
    ]
    return [*lines, *(f"  {words['ask']}: {command}" for command in _questions(table, names))]


def _is_asked(table: Table, dimension: str) -> bool:
    """Whether what holds for a whole table says something of its figures that the columns do not."""
    measured = [column for column in table.columns if column.role in (*MEASURES, "mean")]
    return table.column(dimension) is None and any(getattr(column, dimension) is None for column in measured)


def _unit(table: Table) -> str | None:
    """The unit that a table without names of units is about, by its label."""
    unit = table.given.unit
    if unit is None or not table.of_one_unit:
        return None
    if unit.population not in ("province", "ministry"):
        return unit.name
    found = table_names().units(unit.name, None)
    return found[0].label if found else unit.name


def _path(table: Table) -> str | None:
    """The path of the province or ministry that a table is about."""
    unit = table.given.unit if table.of_one_unit else None
    found = table_names().units(unit.name, None) if unit and unit.population in ("province", "ministry") else []
    return found[0].path if found else None


def _questions(table: Table, names: TableNames) -> list[str]:
    """The commands that ask for what the table says, with the names of its indices as they are to be typed."""
    given, asked = table.given, []
    for column in table.columns:
        index, year = column.index or given.index, column.year or given.year
        owned = (
            ranking_index(names.articles, index, given.population, given.province)
            if index and given.population
            else index
        )
        if owned and (column.period or of_index(given.period, owned, names)):
            # Rankings and trends are of years.
            continue
        if column.role in _ASKED and index and year and given.population:
            province = names.of_year(given.province, year)
            edition = edition_of(names.articles, index, year, given.population, province)
            asked.append(f"cchc query ranking --index {edition.index} --year {year} --population {given.population}")
        if column.role in _ASKED and index and (path := _path(table)):
            asked.append(f"cchc query trend --index {index} --unit {path}")
    return list(dict.fromkeys(asked))


def hidden_parts(hidden_sheets: Sequence[str], tables: Iterable[Table], lang: str = "vi") -> list[str]:
    """A line for the sheets that a workbook hides, which are not read, and one for each sheet with hidden rows."""
    lines = []
    if hidden_sheets:
        names = ", ".join(f"“{name}”" for name in hidden_sheets)
        lines.append(f"Trang tính ẩn, không đọc: {names}" if lang == "vi" else f"Hidden sheets, not read: {names}")
    for table in tables:
        rows = [row for row in table.sheet.hidden_rows if table.turned or row > table.last]
        if rows:
            shown = _ranges(rows)
            said = f"dòng ẩn, vẫn đọc: {shown}" if lang == "vi" else f"hidden rows, read: {shown}"
            lines.append(f"“{table.sheet.name}”: {said}")
    return lines


def overruled(tables: Iterable[Table], lang: str = "vi") -> list[str]:
    """A line for each title that says another year or province than the user does, whose word counts."""
    said = {
        "vi": "tiêu đề của bảng nêu “{}”; đã đọc là “{}” theo {}: nếu tiêu đề đúng thì bỏ tùy chọn, "
        "rồi nạp lại với --replace",
        "en": "the title of the table says “{}”; it was read as “{}”, by {}: if the title is right, load again without "
        "the option and with --replace",
    }[lang]
    lines = []
    for table in tables:
        given, titled, where = table.given, table.titled, f"“{table.sheet.name}”: " if table.sheet.name else ""
        if "year" in given.told and titled.year and titled.year != given.year:
            lines.append(where + said.format(titled.year, given.year, "--year"))
        if "province" in given.told and given.province and titled.province:
            names = table_names()
            one, other = (names.of_year(province, given.year) for province in (titled.province, given.province))
            if one and other and one.path != other.path:
                lines.append(where + said.format(titled.province.name, given.province.name, "--province"))
        named = given.unit if "unit" in given.told else None
        if named and titled.unit and differ(titled.unit, named, table_names()):
            lines.append(where + said.format(titled.unit.name, named.name, "--unit"))
    return lines


def unread_columns(columns: Iterable[Unread], lang: str = "vi") -> list[str]:
    """A line for each column or row that was not understood though it holds figures."""
    words = _WORDS[lang]
    return [
        f"{words['row' if unread.line else 'column']} {unread.name} “{unread.column.heading}”: "
        + (f"chưa hiểu {unread.count} số liệu" if lang == "vi" else f"figures not understood: {unread.count}")
        + f" ({letters(unread.cell[1])}{unread.cell[0]} “{unread.first}” …)"
        for unread in columns
    ]


def doubtful_names(newcomers: Iterable[Newcomer], lang: str = "vi") -> list[str]:
    """A line for each new unit whose name is almost that of one that is known."""
    said = {
        "vi": "“{}” được nạp là đơn vị mới, nhưng gần giống “{}”: nếu viết sai thì sửa rồi nạp lại với --replace; "
        "nếu đúng là đơn vị mới thì thêm --declare-units",
        "en": "“{}” was taken for a new unit, but is almost “{}”: if it is a slip, mend it and load again "
        "with --replace; if it is a new unit, add --declare-units",
    }[lang]
    words = _WORDS[lang]
    return [
        (f"“{sheet}”, " if (sheet := found.table.sheet.name) else "")
        + (
            f"{words['column'].lower()} {letters(found.row)}"
            if found.table.turned
            else f"{words['row'].lower()} {found.row}"
        )
        + f": {said.format(found.name, found.near)}"
        for found in newcomers
    ]


def _ranges(rows: list[int]) -> str:
    """Rows for people: ``3, 5–9``."""
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and ranges[-1][1] == row - 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    shown = [f"{first}–{last}" if last > first else str(first) for first, last in ranges[:_SHOWN]]
    return ", ".join(shown) + (", …" if len(ranges) > _SHOWN else "")


def meaning_of(column: Column, names: TableNames, lang: str) -> str:
    """What one column was taken for."""
    words = _WORDS[lang]
    if column.role is None:
        return words["ignored"]
    parts = [names.labels("table-term", column.role)[lang == "en"]]
    if column.index:
        parts.append(names.labels("index", column.index)[lang == "en"])
    if column.component:
        parts.append(column.component.name if lang == "vi" else column.component.name_en or column.component.name)
    if column.year:
        parts.append(f"{words['year']} {column.year}")
    if column.period:
        parts.append(column.period)
    if column.maximum is not None:
        parts.append(f"{words['maximum']} {column.maximum}")
    if column.unit_of_measure:
        parts.append(words[column.unit_of_measure])
    if column.compared_with:
        parts.append(words["before"] if column.compared_with < 0 else f"{words['compared']} {column.compared_with}")
    return ", ".join(parts)
