"""What stands around a table: titles, blocks of key and value, names of sheets and files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc.claims import Unit
from cchc.errors import CchcError
from cchc.loaders.articles.context import WITHIN_A_YEAR
from cchc.loaders.articles.entries import Entry
from cchc.loaders.tables.model import Given, Row, Sheet, said_by
from cchc.loaders.tables.names import TableNames, table_names
from cchc.loaders.tables.periods import period_in
from cchc.loaders.tables.values import years_in
from cchc.vietnamese import slug

_KEYS = ("index", "year", "population", "province", "source", "measured-in", "rank-of")
_DATES = re.compile(
    r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*20\d\d|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+20\d\d|tháng\s+\d{1,2}\s*[/năm]+\s*20\d\d"
    r"|\d+/20\d\d/[\w-]+",
    re.I,
)
_FROM_TO = re.compile(r"20\d\d\s*(?:[-–—]|đến|tới|to|until|through)\s*(?:hết\s+)?(?:năm\s+)?20\d\d", re.I)
_SEVERAL_YEARS = re.compile(r"20\d\d(?:\s*(?:[,;&]|và|and)\s*(?:năm\s+)?20\d\d)+", re.I)
"""Years of which none is the table's: "giai đoạn 2021-2023", "các năm 2022, 2023"."""
_COMPARED = re.compile(
    r"(?:so(?:\s+sánh)?\s+với|đối\s+chiếu\s+với|compared\s+(?:with|to)|against)\s+(?:kết\s+quả\s+|kỳ\s+)?(?:của\s+)?(?:năm\s+)?20\d\d",
    re.I,
)
"""The year that a table's own is held against: "năm 2022 và so sánh với năm 2021"."""
_IN_YEAR = re.compile(r"(?:năm|kỳ|year)\s+(20\d\d)", re.I)
_PROVINCE = re.compile(r"(?:\btỉnh|\bthành phố|\btp\.?|\bprovince of)\s+", re.I)
KEY_VALUE = re.compile(r"\s*([^:]{2,40}):\s*(\S.*)")
_COUNT = re.compile(r"(?<![\d.,/-])(\d{1,5})\s+(?=[^\W\d])")
_COUNT_DIGITS = 2
"""Longer numbers may be of decisions and of years: "766", "2024"."""
_ANY_YEAR = re.compile(r"20\d\d")
_YEARS = range(1990, 2100)


def keys_and_values(rows: Iterable[Row]) -> Iterator[tuple[list[str], str, str]]:
    """Of each row that says anything its texts, and the key with its value that they may be, in two cells or in one
    with a colon; the value of anything else is empty."""
    for row in rows:
        texts = list(dict.fromkeys(said_by(row)))
        if texts:
            pair = KEY_VALUE.fullmatch(texts[0]) if len(texts) == 1 else None
            key, value = (pair[1], pair[2]) if pair else (texts[0].rstrip(" :"), texts[1] if len(texts) == 2 else "")
            yield texts, key, value


def from_rows(rows: Iterable[Row], names: TableNames) -> Given:
    """What the rows above a table, or of a sheet that explains the others, say of it. Keys with values come first."""
    keyed, titles = Given(), []
    for texts, key, value in keys_and_values(rows):
        term = names.term(key, *_KEYS) if value else None
        if term:
            keyed = merged(keyed, of_key(term, value, names))
        else:
            titles.append(" ".join(texts))
    return merged(keyed, from_text(" ".join(titles), names))


def from_notes(rows: Iterable[Row], names: TableNames) -> Given:
    """What the notes below a table say of it: "Tổng số: 6 đơn vị"."""
    for row in rows:
        texts = list(dict.fromkeys(said_by(row)))
        pair = KEY_VALUE.fullmatch(" ".join(texts)) if len(texts) == 1 or (texts and texts[0].endswith(":")) else None
        key, value = (pair[1], pair[2]) if pair else (texts[0], texts[1]) if len(texts) == 2 else ("", "")
        if names.term(key, "rank-of") or (names.term(key, "sum") and units_counted(value, names)):
            return of_key("rank-of", value, names)
    return Given()


def units_counted(text: str, names: TableNames) -> int | None:
    """How many units a text says there are: "của 6 sở". None where it tells of several numbers, or of some of a ranking
    only: "10 tỉnh dẫn đầu"."""
    if names.within("heading-word", text, "selection"):
        return None
    words = slug(text).split("-")
    in_names = {word for _, start, end in names.within("index", text) for word in words[start:end]}
    found = set()
    for match in _COUNT.finditer(text):
        after = text[match.end() :]
        of_units = (*names.within("heading-word", after, "kind-of-unit"), *names.within("population", after))
        if int(match[1]) not in _YEARS and match[1] not in in_names and any(start == 0 for _, start, _ in of_units):
            found.add(int(match[1]))
    return found.pop() if len(found) == 1 else None


def merged(first: Given, second: Given) -> Given:
    """What the first says, and where it says nothing, the second."""
    return Given(
        index=first.index or second.index,
        year=first.year or second.year,
        population=first.population or second.population,
        province=first.province or second.province,
        source=first.source or second.source,
        period=first.period or second.period,
        measure=first.measure or second.measure,
        unit_of_measure=first.unit_of_measure or second.unit_of_measure,
        rank_of=first.rank_of or second.rank_of,
        unit=first.unit or second.unit,
        rivals=first.rivals or second.rivals,
        told=first.told | second.told,
    )


def of_key(term: str, value: str, names: TableNames) -> Given:
    """What one key with its value says."""
    if term == "index":
        found = names.named("index", value) or [entry for entry, *_ in names.within("index", value)]
        return Given(index=found[0].path if found else None)
    if term == "year":
        years = years_in(value)
        return Given(year=years[0] if len(set(years)) == 1 else None)
    if term == "population":
        return replace(Given(), population=population_of(value, names), province=_province(value, names))
    if term == "province":
        return Given(province=_province("tỉnh " + value, names))
    if term == "source":
        url = re.search(r"https?://\S+", value)
        return Given(source=url[0] if url else None)
    if term == "rank-of":
        return Given(rank_of=int(value) if value.isdigit() else units_counted(value, names))
    return Given(unit_of_measure=names.term(value, "percent", "points"))


def of_option(name: str, text: str, names: TableNames) -> Given:
    """What a person says of a whole table by an option or in a mapping.

    :raises CchcError: TABLE_OPTION, with the nearest known names.
    """
    if name == "population":
        found = Given(population=population_of(text, names))
    elif name == "index" and ("index", text) in names.articles.by_path:
        found = Given(index=text)
    elif name == "province":
        known = names.articles.by_path.get(("unit", text))
        entries = [entry for entry in ([known] if known else names.named("unit", text)) if entry.type == "Province"]
        found = Given(province=_as_unit(entries[0]) if entries else None)
    else:
        found = of_key(name, text, names)
    if getattr(found, name) is None:
        kind = {"province": "unit", "year": "population"}.get(name, name)
        near = ", ".join(names.nearest(kind, text)) if name != "year" else ""
        raise CchcError("TABLE_OPTION", values={"option": name, "value": text, "nearest": near or "–"})
    return found


def told_province(province: str | None, names: TableNames | None = None) -> str | None:
    """The name of the province that a person says something is of, as it is known.

    :raises CchcError: TABLE_OPTION, with the nearest known names.
    """
    if province is None:
        return None
    given = of_option("province", province, names or table_names()).province
    return given.name if given else None


def population_of(text: str, names: TableNames) -> str | None:
    """The population that a text names: as a whole, or within it by more than one word."""
    whole = names.named("population", text)
    if whole:
        return whole[0].path
    found = [(end - start, entry.path) for entry, start, end in names.within("population", text) if end - start > 1]
    return max(found)[1] if found else None


def _counted_population(text: str, names: TableNames) -> str | None:
    """The one population that a text counts: "63 tỉnh", "17 bộ"."""
    after = [
        text[match.end() :].split()[0].strip(",;.()")
        for match in _COUNT.finditer(text)
        if len(match[1]) <= _COUNT_DIGITS
    ]
    found = {entry.path for word in after for entry in names.named("population", word)}
    return found.pop() if len(found) == 1 else None


def from_text(text: str, names: TableNames) -> Given:
    """What a title, or the name of a sheet or file, says."""
    indices = {entry.path for entry, *_ in names.within("index", text)}
    undated = _SEVERAL_YEARS.sub(" ", _FROM_TO.sub(" ", _DATES.sub(" ", text)))
    undated = _COMPARED.sub(" ", undated)
    years = {int(year) for year in _IN_YEAR.findall(undated)} or set(years_in(undated))
    measure = next((e.path for e, *_ in names.within("table-term", text, "rank", "score", "grade")), None)
    period = period_in(text, kept=bool(indices.intersection(WITHIN_A_YEAR)))
    if not years and period:
        years = {period[2]} if period[2] else set(map(int, _ANY_YEAR.findall(period[0])))
    return Given(
        period=period[1] if period else None,
        index=indices.pop() if len(indices) == 1 else None,
        year=years.pop() if len(years) == 1 else None,
        population=population_of(text, names) or _counted_population(text, names),
        province=_province(text, names),
        measure=measure if measure == "rank" else None,
        rank_of=units_counted(text, names),
    )


def of_sheet(sheet: Sheet, names: TableNames, *, period_only: bool = False) -> Given:
    """What the name of a sheet says: "Quý III", "Tháng 7"."""
    period = period_in(sheet.name or "", kept=True)
    of_period = Given(period=period[1], year=period[2]) if period else Given()
    return of_period if period_only else merged(from_text(sheet.name or "", names), of_period)


def _province(text: str, names: TableNames) -> Unit | None:
    """The one province that a text names after "tỉnh" or "thành phố"."""
    found = {}
    for match in _PROVINCE.finditer(text):
        named = next(names.articles.find(text[match.end() : match.end() + 40].title()), None)
        entry = next((e for e in named.entries if e.type == "Province"), None) if named and named.start == 0 else None
        if entry:
            found[entry.path] = _as_unit(entry)
    return next(iter(found.values())) if len(found) == 1 else None


def _as_unit(entry: Entry) -> Unit:
    return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True)
