"""The one unit that a whole table is about, where no column and no heading of a column names units.

It is named in the title, in the name of the sheet or of the file, in a key with its value, or in a note. Where several
are named, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cchc.claims import Unit
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Match
from cchc.loaders.articles.name_patterns import LOCAL_HEADS
from cchc.loaders.tables.local_units import headed
from cchc.loaders.tables.model import Given, Named, Row, said_by
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.surroundings import KEY_VALUE, keys_and_values
from cchc.loaders.tables.units import POPULATION_OF_KIND
from cchc.loaders.tables.values import is_figure
from cchc.vietnamese import slug

_CAPITALS = 0.7
"""From this share of capital letters on, a title is set in capitals, and its capitals tell no names."""
_PLACE = re.compile(
    rf"\b(?P<head>{'|'.join(sorted(LOCAL_HEADS, key=len, reverse=True))})\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+)*)", re.I
)
_NAME_ENDS = re.compile(
    r"\s(?:giai\s+đoạn|qua|từ|theo|của|và|với|trong|tại|so|các|tỉnh|thành\s+phố|tp|huyện|thị\s+xã|năm(?=\s+\d)|from|in|for"
    r"|by|over)\b.*",
    re.I,
)
_AGENT = re.compile(
    r"\b(?:do|theo|nguồn|cùng với|bởi|by|according to|source)\b:?(?:\s+[^\W\d_]+){0,3}\s*$|\bKèm theo\b.*$", re.I
)
"""Words before the name of a body that published the figures."""
_COMPARED = re.compile(
    r"\b(?:so với|với|sau|trước|trên|dưới|hơn|vượt|khác|compared (?:with|to)|versus|vs\.?|than|after|before)\s*$", re.I
)
"""Words before the name of a unit that the table is not about."""
_OF = re.compile(r"\b(?:của|về|of|for|about)\s+(?:tỉnh|thành phố|tp\.?)?\s*$", re.I)
"""Words before the name of the unit that the figures of a table are of."""
_HEADS_IN_A_FILE_S_NAME = ("tinh", "tp", "pho")
"""The words before the name of a province in that of a file, which may lack its tone marks: "dien bien" may be any."""
_TOWN = re.compile(r"\b(?:thành\s+phố|tp\.?)\s*$", re.I)


def with_unit(
    given: Given,
    above: list[Row],
    under: list[Row],
    sheet: str | None,
    file: str,
    names: TableNames,
) -> Given:
    """What is given of a table without names of units, with the unit that it is about, or the rivals for that.

    :param above: the rows above its heading; ``under``: those below it; ``file``: the name of its file.
    """
    if given.unit is not None:
        return _about(given.unit, given)
    titled = _of_title(above, names)
    of_sheet = _of_name(sheet, names) if sheet else []
    told = _together(titled, of_sheet, names)
    told = told or _of_notes(under, names) or _of_file(file, names)
    if len(told) == 1 and (_is_local(told[0]) or given.population in (None, told[0].population)):
        return _about(told[0], given)
    return replace(given, rivals=tuple(one.name for one in told) if len(told) > 1 else ())


def differ(one: Named, other: Named, names: TableNames) -> bool:
    """Whether two names are of two units."""
    return len(_distinct([one, other], names)) > 1


def named_in(text: str, names: TableNames) -> list[Named]:
    """The units that a text names, as one where it tells a local unit with its district and province."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) > _CAPITALS * len(letters)
    shown = text.title() if capitals else text
    whole: dict[str, tuple[Entry, str]] = {}
    local: dict[str, Named] = {}
    taken: list[tuple[int, int]] = []
    compared: set[str] = set()
    for match in names.articles.find(shown):
        if _AGENT.search(shown[: match.start]):
            continue
        kind = next((e for e in match.entries if e.kind == "unit-type" and e.of == "Department"), None)
        unit = _oldest([e for e in match.entries if e.kind == "unit"], names)
        if _COMPARED.search(shown[: match.start]):
            compared |= {unit.path} if unit else {slug(kind.label)} if kind else set()
        if unit is not None and not _is_town(shown, match):
            whole[unit.path] = unit, shown[match.start : match.end]
            taken.append((match.start, match.end))
        elif kind is not None:
            local[slug(kind.label)] = Named(kind.label, "department")
            taken.append((match.start, match.end))
    if not whole and all(c.isascii() for c in letters):
        # In English, names lack their tone marks.
        for entry, *_ in names.within("unit", text):
            unit = _oldest([entry], names)
            if unit and unit.label_en in text and not _AGENT.search(text.partition(unit.label_en)[0]):
                whole[unit.path] = unit, unit.label_en
    place = _PLACE.search(shown)
    while place is not None:
        start, name = place.start(), _NAME_ENDS.sub("", place["name"])
        found = headed(f"{place['head'].lower()} {name}") if name[:1].isupper() else None
        if found and not any(a <= start < b for a, b in taken) and not _AGENT.search(shown[:start]):
            local[slug(f"{found[1]} {found[2]}")] = Named(f"{found[1]} {found[2]}", POPULATION_OF_KIND[found[0]])
        place = _PLACE.search(shown, place.start("name") + max(1, len(name)))
    if compared >= {*whole, *local}:
        return []
    owners = [_as_unit(unit) for unit, _ in whole.values() if unit.type == "Province"]
    units = list(local.values())
    if not units or len(owners) > 1 or len(owners) < len(whole):
        return [*(Named(name, POPULATION_OF_KIND[unit.type]) for unit, name in whole.values()), *units]
    owner = owners[0] if owners else None
    districts = [unit for unit in units if unit.population == "district"]
    if len(units) == 2 and len(districts) == 1 and any(unit.population == "commune" for unit in units):
        commune = next(one for one in units if one.population == "commune")
        return [replace(commune, province=owner, district=districts[0].name)]
    return [replace(unit, province=owner) for unit in units]


def told_unit(text: str, names: TableNames) -> Named:
    """The unit that a person names by an option or in a mapping, by its name or its path."""
    entry = names.articles.by_path.get(("unit", text))
    if entry is not None and entry.type in POPULATION_OF_KIND:
        return Named(entry.label, POPULATION_OF_KIND[entry.type])
    found = named_in(text, names)
    return found[0] if len(found) == 1 else Named(text)


def _oldest(entries: list[Entry], names: TableNames) -> Entry | None:
    """The province or ministry that some entries of one name are; of namesakes the oldest, to compare."""
    units = tuple(entry for entry in entries if entry.type in ("Province", "Ministry"))
    known = names.articles.namesakes.on_day(units, None) or units
    return known[0] if known else None


def _is_town(text: str, match: Match) -> bool:
    """Whether a name is that of a city within a province: of those that are centrally run, "thành phố" is a part."""
    return bool(_TOWN.search(text[: match.start]))


def _of_title(rows: Iterable[Row], names: TableNames) -> list[Named]:
    """Whom the rows above a table name: a key, the line that names the index, the lines below it, those above it.

    Above the title stands who published the table: there, a ministry or department is not whom it is about.
    """
    lines: list[str] = []
    for texts, key, value in keys_and_values(rows):
        if value and names.term(key, "unit") and (found := _of_name(value, names)):
            return found
        if not (value and names.terms(key)):
            lines.append(" ".join(texts))
    title = next((place for place, line in enumerate(lines) if _names_what(line, names)), None)
    if title is None:
        return _distinct((found for line in lines for found in named_in(line, names)), names)
    below = [found for line in lines[title + 1 :] for found in named_in(line, names)]
    above = [found for line in lines[:title] for found in named_in(line, names)]
    if any(found.population != "province" for found in above):
        above = []
    owner = next((_province_of(found, names) for found in above if found.population == "province"), None)
    for units in (named_in(lines[title], names), below, above):
        if units:
            placed = (replace(one, province=one.province or owner) if _is_local(one) else one for one in units)
            return _distinct(placed, names)
    return []


def _names_what(line: str, names: TableNames) -> bool:
    """Whether a line of a title says what the table measures."""
    return bool(names.within("index", line) or names.within("table-term", line, "rank", "score", "grade"))


def _of_name(text: str, names: TableNames) -> list[Named]:
    """The units of a text that is the name of one, or that holds names."""
    if found := named_in(text, names):
        return found
    if unit := _oldest(names.named("unit", text), names):
        return [Named(text, POPULATION_OF_KIND[unit.type])]
    if kinds := [e for e in names.named("unit-type", text) if e.of == "Department"]:
        return [Named(kinds[0].label, "department")]
    head = headed(text)
    return [Named(text, POPULATION_OF_KIND[head[0]])] if head and head[2][0].isupper() else []


def _of_notes(rows: Iterable[Row], names: TableNames) -> list[Named]:
    """The provinces that notes under a table say it is of: rows of one text."""
    found = []
    for row in rows:
        texts = list(dict.fromkeys(said_by(row)))
        if len(texts) != 1 or is_figure(texts[0]):
            continue
        pair = KEY_VALUE.fullmatch(texts[0])
        if pair and names.term(pair[1], "unit"):
            found += _of_name(pair[2], names)
        elif not (pair and names.term(pair[1], "source")):
            said = [one for one in named_in(texts[0], names) if one.population == "province"]
            found += [one for one in said if _OF.search(texts[0].partition(one.name)[0])]
    return _distinct(found, names)


def _of_file(name: str, names: TableNames) -> list[Named]:
    """The province that the name of a file tells: as titles do, or behind "tinh" or "tp" where it lacks tone marks."""
    text = re.sub(r"[-_.]+", " ", name)
    found = [one for one in named_in(text, names) if one.population == "province"]
    words = slug(text).split("-")
    for entry, start, _ in names.within("unit", text) if text.isascii() else ():
        if unit := _oldest([entry], names):
            headed_so = {words[start], words[max(0, start - 1)]} & set(_HEADS_IN_A_FILE_S_NAME)
            found += [Named(unit.label, "province")] if headed_so and unit.type == "Province" else []
    return _distinct(found, names)


def _together(titled: list[Named], of_sheet: list[Named], names: TableNames) -> list[Named]:
    """What a title and the name of its sheet tell together: a local unit and its province are one."""
    provinces = [one for one in titled if one.population == "province"]
    if len(of_sheet) == 1 and _is_local(of_sheet[0]) and len(provinces) == len(titled) == 1:
        return of_sheet
    if len(titled) == 1 and _is_local(titled[0]) and all(one.population == "province" for one in of_sheet):
        return titled
    return _distinct([*titled, *of_sheet], names)


def _distinct(found: Iterable[Named], names: TableNames) -> list[Named]:
    """Each unit once, however it is written."""
    units: dict[str, Named] = {}
    for one in found:
        unit = None if _is_local(one) else _oldest(names.named("unit", one.name), names)
        key = unit.path if unit else slug(one.name)
        units[key] = one if key not in units or one.province else units[key]
    return list(units.values())


def _is_local(one: Named) -> bool:
    return one.population in ("department", "district", "commune")


def _about(one: Named, given: Given) -> Given:
    """What is given of a table that is about one unit; a local one is in the province that something else names."""
    if not _is_local(one) and one.population is not None:
        return replace(given, unit=one)
    owner = one.province or given.province
    return replace(given, unit=replace(one, province=owner), province=given.province or owner)


def _province_of(one: Named, names: TableNames) -> Unit | None:
    entry = _oldest(names.named("unit", one.name), names)
    return _as_unit(entry) if entry else None


def _as_unit(entry: Entry) -> Unit:
    return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True)
