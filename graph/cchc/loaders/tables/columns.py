"""What a column is, from the words of its heading and a look at its cells."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc.claims import Concept
from cchc.loaders.tables.model import Column, Fault, Value
from cchc.loaders.tables.names import TableNames, role_in
from cchc.loaders.tables.periods import period_in
from cchc.loaders.tables.values import band, is_blank, is_figure, years_in
from cchc.vietnamese import slug

DIMENSIONS = (
    *("unit", "region", "number", "unit-code", "province", "district", "index", "year", "population", "component"),
    *("measured-in", "maximum", "source", "note", "reason", "measure", "self-assessed"),
)
"""What a column may say of the values in its row."""
MEASURES = ("score", "rank", "rank-of", "grade", "rank-change", "score-change", "standing", "value")
"""What a column may measure."""
_TEXTS = frozenset((
    "unit", "province", "district", "index", "population", "component", "measured-in", "source", "grade", "standing",
    "measure",
))  # fmt: skip
_FIGURES = frozenset(("score", "rank", "rank-of", "maximum", "year"))

_MEASURED = (*MEASURES, "change", "part", "self-assessed")
_OF_COMPONENT = frozenset((*_MEASURED, "maximum", "note", "source", "measured-in", "year"))
"""What a column may be whose heading names a component."""
_SAID_BESIDE = ("index", "population", "unit-class", "unit", "region")
"""What a heading may name besides a measure, which then is still what it says."""

_COMPARED = re.compile(
    r"(?:so với|vs\.?|compared (?:with|to)|against|from)\s*(?:năm\s*|kỳ\s*)?(20\d\d|năm trước|cùng kỳ)", re.I
)
_MOST = r"(?:tối đa|điểm tối đa|max\.?|maximum|thang điểm|out of)"
_AMOUNT = r"\d+(?:[.,]\d+)?"
_POINT = r"(?:điểm|đ|points?|pts?)"
_MAXIMUM = re.compile(
    rf"[(\[]\s*(?:{_MOST}|of)?\s*:?\s*(?P<a>{_AMOUNT})\s*{_POINT}\s*(?:tối đa)?\s*[)\]]"
    rf"|[(\[]\s*{_MOST}\s*:?\s*(?P<b>{_AMOUNT})\s*[)\]]"
    rf"|/\s*(?P<c>{_AMOUNT})\s*{_POINT}\b|\b(?:tối đa|maximum)\s*:?\s*(?P<d>{_AMOUNT})\s*{_POINT}",
    re.I,
)
BETWEEN = " – "
"""Stands between the texts of a heading of several rows."""
SCALE = Decimal(100)
"""The scale of the score of an index as a whole."""
_PERCENT = re.compile(r"[(\[]?\s*(?:%|phần trăm|percent)\s*[)\]]?", re.I)
_POINTS = re.compile(r"[(\[]\s*(?:điểm|points?)\s*[)\]]", re.I)
_YEAR = re.compile(r"(?:\bnăm\s+|\byear\s+)?(?<!\d)20[0-4]\d(?!\d)", re.I)
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s*[.)]\s+")
_MARKS = re.compile(r"[(\[]\s*[)\]]|^[\s:–—,;.-]+|[\s:–—,;.*-]+$")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NUMBER_BEHIND = re.compile(r"\s*[(\[]\s*\d+(?:[.,]\d+)?\s*[)\]]\s*$")
"""What may be a maximum: "Số hóa hồ sơ (22)"."""


def component_named(names: TableNames, index: str | None, text: str) -> Concept | None:
    """The component of an index that the whole text names, known to the ontology."""
    text = _NUMBERING.sub("", text)
    for attempt in (text, _BRACKETED.sub("", text)):
        for entry in names.named("component", attempt):
            if index in (None, entry.index):
                return Concept(entry.path, entry.label, entry.label_en, True)
    return None


def new_component(index: str, text: str) -> Concept:
    """A component that the ontology lacks, as the table names it."""
    text = " ".join(_NUMBERING.sub("", text).split())
    return Concept(f"{index}/{slug(text)}", text)


def meaning(number: int, parts: list[str], index: str | None, names: TableNames) -> Column:
    """What the heading of a column says, given the texts of its cells from top to bottom."""
    parts = list(dict.fromkeys(" ".join(part.split()) for part in parts if part))
    column = Column(number, BETWEEN.join(parts), None)
    cores = [core for core in (_strip(part, column, names) for part in parts) if core]
    if index and column.index not in (None, index) and column.maximum is not None and column.maximum < SCALE:
        # So many points of another index: what that index counts for in the table's own.
        column.index, column.role = None, "score"
        text = _YEAR.sub(" ", _MAXIMUM.sub(" ", parts[-1]))
        column.component = component_named(names, index, text) or new_component(index, text)
        return column
    for core in cores:
        column.component = column.component or component_named(names, column.index or index, core)
    rest = [core for core in cores if component_named(names, column.index or index, core) is None]
    of = column.index or index
    for core in [*reversed(rest), " ".join(rest)]:
        column.role = column.role or _role(core, names, of)
    # "Tự chấm" over "Điểm | Tỷ lệ %".
    whose = next((core for core in rest if _role(core, names, of) in ("self-assessed", "part")), None)
    if whose is not None and column.role == "score":
        column.role = _role(whose, names, of)
    if column.role is None and rest:
        column.role = _role_within(" ".join(rest), names, of)
    if column.role == "unit" and names.within("table-term", " ".join(rest), "extreme"):
        # "Đơn vị cao nhất": who is best, not whose the figures are.
        column.role = None
    change = column.role == "change"
    if change:
        # "Xếp hạng" over "2023 | 2024 | Tăng/giảm".
        column.role = next((role for core in rest if (role := _role(core, names, of)) in ("rank", "score")), "change")
    of_its_own = bool(rest) and cores[-1] == rest[-1] and not names.covers(rest[-1], 0, 0)
    if column.component is not None and column.role not in _OF_COMPONENT:
        # "Điểm các lĩnh vực" over the name of a component; but "Tỷ lệ đúng hạn" under it is something of its own.
        column.role = None if of_its_own else "score"
    if change or (column.compared_with is not None and column.role in ("rank", "score")):
        column.role = "rank-change" if column.role == "rank" else "score-change" if column.role == "score" else "change"
    if column.role is None and not rest and (column.year or column.index or column.period):
        column.role = "score"
    if column.role == "score" and column.component is None and column.maximum is not None and column.maximum < SCALE:
        # A name that the ontology lacks, with its points, over "Điểm đạt được".
        unknown = next(
            (core for core in rest[:-1] if not _role(core, names, of) and not names.covers(core, 0, 0)), None
        )
        column.component = new_component(of or "unknown", unknown) if unknown else None
    if column.role == "part":
        column.role = "score"
        column.component = column.component or new_component(index or "unknown", whose or rest[-1])
    if column.role is None and column.maximum is not None and rest:
        # Points of something that the ontology has no name for: a component that the table itself names.
        column.role, column.component = "score", new_component(column.index or index or "unknown", rest[-1])
    return column


def _strip(text: str, column: Column, names: TableNames) -> str:
    """Takes year, maximum, unit of measure and index out of a heading's text and into its column."""
    compared = _COMPARED.search(text)
    if compared:
        column.compared_with = int(compared[1]) if compared[1].isdigit() else -1
        text = text[: compared.start()] + " " + text[compared.end() :]
        if not _BRACKETED.sub("", text).strip(" ():"):
            # "So với năm trước (bậc)"
            text = f"tăng/giảm {text.strip()}".rstrip(" ():") if text.strip(" ():") else "tăng/giảm"
    if period := period_in(text):
        column.period, column.year = period[1:]
        text = text.replace(period[0], " ")
    years = years_in(text)
    if years:
        column.year = max(years)
        text = _YEAR.sub(" ", text)
    maximum = _MAXIMUM.search(text)
    if maximum:
        column.maximum = Decimal(next(group for group in maximum.groups() if group).replace(",", "."))
        text = text[: maximum.start()] + " " + text[maximum.end() :]
    if _PERCENT.search(text) and not names.terms(text):
        column.unit_of_measure = "percent"
        text = _PERCENT.sub(" ", text)
    elif _PERCENT.search(text):
        column.unit_of_measure = "percent"
    elif _POINTS.search(text):
        column.unit_of_measure = "points"
        text = _POINTS.sub(" ", text)
    text = _NUMBERING.sub("", text)
    named = _NUMBER_BEHIND.sub("", text)
    if not names.terms(named) and not names.named("component", named):
        for entry, start, end in names.within("index", text):
            column.index = entry.path
            words = slug(text).split("-")
            text = " ".join(words[:start] + words[end:])
            break
    before = None
    while before != text:
        before, text = text, _MARKS.sub("", " ".join(text.split()))
    return text


def _role(text: str, names: TableNames, index: str | None) -> str | None:
    found = names.roles(text, index)
    return next((role for role in (*MEASURES, "change", "part", *DIMENSIONS) if role in found), None)


def _role_within(text: str, names: TableNames, index: str | None) -> str | None:
    """The role whose words begin the text, or make up most of it.

    What a column measures is told by the whole text: "Tỷ lệ hồ sơ đúng hạn" is something of its own, and no score.
    """
    words = slug(text).split("-")
    for entry, start, end in names.within("table-term", text, *_MEASURED, f"score/{index}"):
        if names.covers(text, start, end, *_SAID_BESIDE):
            return role_in(entry.path, index)
    if names.lists_units(text):
        return "unit"
    wanted = ("unit", "component", "note", "source", "index", "population")
    for entry, start, end in names.within("table-term", text, *wanted):
        if start == 0 or 2 * (end - start) >= len(words):
            return entry.path
    return None


def settle_by_content(column: Column, values: list[Value], names: TableNames, title_measure: str | None) -> None:
    """Mends what a heading alone says wrong, by a look at the column's cells."""
    said = [value for value in values if not is_blank(value, names)]
    figures = sum(is_figure(value) or isinstance(value, Fault) for value in said)
    if column.role == "grade":
        # "> 80" and "70-80" are grades that are named by their bounds.
        figures = sum(is_figure(value) and not (isinstance(value, str) and band(value)) for value in said)
    mostly = 2 * figures > len(said)
    upper, _, lower = column.heading.rpartition(BETWEEN)
    if column.role == "component" and said and mostly and upper:
        # "Điểm thành phần" over a name that the ontology lacks.
        column.role, column.component = "score", new_component(column.index or "unknown", lower)
    elif column.role in _TEXTS and said and mostly:
        # "Chỉ số" is over its values; "Chỉ số (dự thảo)" is something of its own.
        column.role = "score" if column.role == "index" and names.covers(column.heading, 0, 0, "index") else None
    elif column.role in _FIGURES and said and not figures and not any(_any_digit(value) for value in said):
        # "Chỉ số" stands over the values of an index, or over its name.
        named = column.role == "score" and any(names.named("index", str(value)) for value in said)
        column.role = "grade" if column.role == "rank" else "index" if named else None
    bare_year = column.role == "score" and column.year is not None and column.component is None
    if bare_year and not _strips_to_words(column.heading) and title_measure:
        column.role = title_measure


def _any_digit(value: Value) -> bool:
    return any(c.isdigit() for c in str(value))


def _strips_to_words(heading: str) -> bool:
    """Whether a heading says more than a year."""
    return bool(slug(_YEAR.sub(" ", heading)))
