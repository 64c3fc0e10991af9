"""What index, year, population and period hold at each mention of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.context import POPULATION_OF_KIND, WITHIN_A_YEAR, Context, population_of
from cchc.loaders.articles.editions import PAR_INDEX
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.patterns import BRACKETS_HOLD
from cchc.loaders.articles.turns import (
    State,
    hinted_years,
    indices_in_turn,
    indices_named_later,
    year_after,
    years_in_turn,
)

_TO_ITS_YEAR = re.compile(r"\s*(?:(?:của\s+)?(?:các|khối|cấp)\s+[\w, ]{2,40})?\s*(?:(?:của|trong|ở)\s+)?", re.I)
_OF_INDEX = re.compile(r"\s*(?:về|ở|trong|tại|theo|đối với)\b")
_SAME_CLAUSE = re.compile(r"[^,;:.()\d]{0,60}")
_INDEX_FOLLOWS = re.compile(
    r"\s*(?:(?:(?:trong|của|trên)\s+)?(?:tổng số\s+)?(?:cả nước|toàn quốc|(?:\d+\s+)?tỉnh, thành phố"
    r"|(?:\d+\s+)?tỉnh, thành|tỉnh"
    r"|bộ, cơ quan ngang bộ)\s*)?"
    r"(?:(?:xếp hạng|bảng xếp hạng|trong bảng|ở bảng|về|ở|tại|của|trên|trong|đối với)\s+)*(?:chỉ số\s+|bảng\s+"
    r"|kết quả\s+)?",
    re.I,
)
_ITS_YEAR = re.compile(r"\s+(?:(?:của|trong|vào|ở)\s+)?|\s*\(\s*")
_TOGETHER = re.compile(r"(?:,|\bvà\b|\bcùng\b|\blẫn\b|&|/)")
_AND = re.compile(r"(?:\s+năm\s+\d{4})?\s*(?:,?\s*(?:và|lẫn)\s+)(?:(?:cả|chỉ số)\s+)*", re.I)
_IN_BOTH = re.compile(
    r"(?:\s+(?:vùng|khu vực|cả nước|toàn quốc|toàn vùng))?\s+(?:ở|về|trong|tại)?\s*cả\s+(?:hai|2)\s+chỉ số\b"
)
_ALONG_WITH = re.compile(
    r"\b(?:cùng với|bên cạnh|ngoài|song song với|khác với|trái với|không chỉ)\s+(?:(?:kết quả|chỉ số|về)\s+)*$", re.I
)
_BRACKET = re.compile(r"[()]")
_NO_RIVALS_BETWEEN = (Kind.YEAR, Kind.POPULATION, Kind.IGNORED, Kind.PERIOD, Kind.YEARS)
_FIGURES = (Kind.CHANGE, Kind.RANK, Kind.SUPERLATIVE, Kind.FRACTION)


def index_of(
    state: State, population: str, context: Context, names: Gazetteer, *, grouped: bool = False, letter: str = ""
) -> tuple[str | None, bool]:
    """The index that a figure is of, and whether that is certain.

    An index that has no ranking of this population cannot be meant. Of several named in one breath, groups with bounds
    (``grouped``) tell the one that has such groups; then the one that the title is about is meant. Else nothing is
    certain.
    """
    named = state.rivals or ((state.index,) if state.index else ())
    fitting = [index for index in named if _covers(names, index, population)]
    if not fitting:
        fitting = [index for index in reversed(context.indices) if _covers(names, index, population)][:1]
    if letter and fitting and not any(_has_group(names, index, letter) for index in fitting):
        # "Nhóm A" is no group of SIPAS: the other index that the article is about has it.
        having = [index for index in reversed(context.indices) if _has_group(names, index, letter)]
        if not having or not _covers(names, having[0], population):
            return fitting[0], False
        fitting, context.index, context.rivals = having[:1], having[0], ()
    if grouped and len(fitting) > 1:
        fitting = [index for index in fitting if names.grades_of.get(index)] or fitting
    if len(fitting) > 1 and context.main_index in fitting:
        fitting = [context.main_index or ""]
    if grouped and len(fitting) == 1 and state.rivals and context.rivals == state.rivals:
        context.index, context.rivals = fitting[0], ()
    return (fitting[0], len(fitting) == 1) if fitting else (None, False)


def _has_group(names: Gazetteer, index: str, letter: str) -> bool:
    """Whether an index has groups by letter. Those of a province's own index are not known beforehand."""
    return index.endswith("-cchc") or ("grade", f"{index}/{letter}") in names.by_path


def _covers(names: Gazetteer, index: str, population: str) -> bool:
    entry = names.by_path.get(("index", index))
    return (
        entry is None
        or not entry.populations
        or population in entry.populations
        or population not in ("ministry", "province")
    )


def _parentheses(text: str) -> list[tuple[int, int]]:
    """The (start, end) of outermost parentheses; an open one ends with the text."""
    spans, depth, start = [], 0, 0
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "(":
            if depth == 0:
                start = bracket.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, bracket.end()))
    if depth:
        spans.append((start, len(text)))
    return spans


def choose_index(mention: Mention, context: Context) -> Entry | None:
    """The index that a name stands for; None where it is a component of the index being talked about."""
    if context.index and any(e.kind == "component" and e.index == context.index for e in mention.entries):
        return None
    return next((e for e in mention.entries if e.kind == "index"), None)


def states(mentions: list[Mention], text: str, context: Context) -> list[State]:
    """The state at each mention. Moves ``context`` on to the end of the sentence.

    A year in parentheses ("(năm 2022: 52/63)"), or one that parentheses follow ("so với năm 2019 (85,63%)"), holds
    inside them only; an index named right after a figure ("tăng 6 bậc xếp hạng chỉ số PAR INDEX") holds for that
    figure too, and so does a year ("hạng 11 năm 2019").
    """
    spans = _parentheses(text)
    found: list[State] = []
    inner_year: dict[tuple[int, int], int] = {}
    unnamed = False
    kept = context.year
    legend = BRACKETS_HOLD.search(text)
    if legend:
        context.bracket_year = int(legend["year"]) if legend["year"].isdigit() else -1
    timed = context.index in WITHIN_A_YEAR or any(
        e.path in WITHIN_A_YEAR for m in mentions for e in m.entries if e.kind == "index"
    )
    for position, mention in enumerate(mentions):
        if mention.word in ("on", "last") and mention.kind is Kind.YEAR and context.year and mention.number:
            mention = mentions[position] = replace(mention, year=context.year + mention.sign * int(mention.number))
        span = next((s for s in spans if s[0] <= mention.start < s[1]), None)
        if mention.kind is Kind.INDEX:
            entry = choose_index(mention, context)
            if entry:
                unnamed = False
                _name_index(entry, mentions, position, text, context)
            elif mention.word == "unnamed":
                unnamed = True
        elif mention.kind is Kind.YEAR and mention.year:
            if span:
                inner_year[span] = mention.year
            elif not any(s[0] == _next_character(text, mention.end) for s in spans) or _starts_topic(
                mentions, position
            ):
                context.year = mention.year
        elif mention.kind is Kind.YEARS and not span:
            context.year = max(mention.years)
        elif mention.kind is Kind.PERIOD and timed:
            context.period = mention.word
            context.year = mention.year or context.year
        elif mention.kind in (Kind.POPULATION, Kind.COUNT):
            population = population_of(mention.word.removeprefix("out-of:"), context.local, context.population)
            context.population = population
            if population in ("department", "district", "commune") and mention.word.find("dia-phuong") < 0:
                context.local = True
            elif population in ("ministry", "province"):
                context.local = False
        elif mention.kind is Kind.UNIT:
            population = POPULATION_OF_KIND.get(mention.names[0][0].kind)
            if population:
                context.population = population
                context.local = population in ("department", "district", "commune")
        if span and span not in inner_year:
            year = _year_before(mentions, position, span, context)
            if year is None and context.bracket_year and mention.kind in (Kind.NUMBER, Kind.RANK, Kind.FRACTION):
                year = _own_year(context.bracket_year, context.year, context)
            if year:
                inner_year[span] = year
        year = inner_year.get(span) if span else None
        if span and mention.kind is Kind.CHANGE and ";" in text[span[0] : mention.start]:
            year = None  # "(năm 2021: 86,19 điểm; giảm 1,21 điểm)": the change is that of the year talked about.
        if mention.kind in (Kind.NUMBER, Kind.RANK) and mention.year:
            year = _own_year(mention.year, year or context.year, context)
            if mention.year > 0:
                context.year = max(mention.year, context.year or 0)
        period = context.period if timed else None
        found.append(
            State(
                context.index, year or context.year, context.population, context.local, period, unnamed, context.rivals
            )
        )
    context.year = year_after(mentions, text, kept, context)
    indices_named_later(found, mentions, text)
    indices_in_turn(found, mentions, text)
    years_in_turn(found, mentions, text)
    hinted_years(found, mentions, text)
    return _with_what_follows(found, mentions, text, context)


def _name_index(entry: Entry, mentions: list[Mention], position: int, text: str, context: Context) -> None:
    """Makes an index the one talked about, or one more of those named in one breath."""
    before = next((i for i in range(position - 1, -1, -1) if mentions[i].kind not in _NO_RIVALS_BETWEEN), None)
    together = (
        before is not None
        and mentions[before].kind is Kind.INDEX
        and any(e.kind == "index" for e in mentions[before].entries)
    )
    if together and before is not None and preceded(_ALONG_WITH, text, mentions[before].start):
        together = False  # "Cùng với PAR INDEX 2020, SIPAS 2020 cũng được công bố": the second is talked about.
    path = PAR_INDEX if entry.owner else entry.path
    if path != context.index and not any(m.kind in (Kind.YEAR, Kind.YEARS) for m in mentions):
        context.year = context.years.get(path, context.year)
    if together and before is not None and _TOGETHER.search(text, mentions[before].end, mentions[position].start):
        earlier = context.rivals or ((context.index,) if context.index else ())
        context.rivals = tuple(dict.fromkeys((*earlier, path)))
        if len(context.rivals) < 2:
            context.rivals = ()
    else:
        context.rivals = ()
    context.index = path
    if entry.path not in context.indices:
        context.indices.append(entry.path)
    if entry.owner:
        context.local = True


def _own_year(year: int, current: int | None, context: Context) -> int | None:
    if year > 0:
        return year
    current = current or context.document_year
    return current - 1 if current else None


def _next_character(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _starts_topic(mentions: list[Mention], position: int) -> bool:
    """Whether a year belongs to the index before it, as in "SIPAS năm 2023 (…)"."""
    return position > 0 and mentions[position - 1].kind is Kind.INDEX


def _year_before(mentions: list[Mention], position: int, span: tuple[int, int], context: Context) -> int | None:
    """The year that parentheses belong to: that of a year or comparison right before them."""
    before = next((m for m in reversed(mentions[:position]) if m.end <= span[0]), None)
    if before is None or before.year is None or span[0] - before.end > 1:
        return None
    if before.kind is Kind.COMPARISON or before.kind is Kind.YEAR or before.word == "change":
        if before.year == -1:
            return _own_year(-1, context.year, context)
        return before.year
    return None


def _with_what_follows(found: list[State], mentions: list[Mention], text: str, context: Context) -> list[State]:
    """Gives figures the index or the year that stands right behind them."""
    told = 0
    for position, mention in enumerate(mentions[:-1]):
        following = mentions[position + 1]
        if mention.kind not in (*_FIGURES, Kind.NUMBER):
            continue
        if following.kind is Kind.YEAR and following.year and _ITS_YEAR.fullmatch(text, mention.end, following.start):
            closed = "(" not in text[mention.end : following.start] or text[following.end : following.end + 1] == ")"
            if closed:
                found[position] = replace(found[position], year=following.year)
            continue
        later = position + 1
        while mentions[later].kind in (Kind.POPULATION, Kind.COUNT) and later + 1 < len(mentions):
            later += 1
        following = mentions[later]
        if following.kind is Kind.YEAR and following.year and not any(m.year or m.years for m in mentions[:later]):
            if _SAME_CLAUSE.fullmatch(text, mention.end, following.start):
                found[position] = replace(found[position], year=following.year)
            continue
        if following.kind is not Kind.INDEX or not _INDEX_FOLLOWS.fullmatch(text, mention.end, following.start):
            continue
        beside = mention.unit_of_measure and not text[mention.end : following.start].strip()
        if mention.kind is Kind.NUMBER and not (beside or _OF_INDEX.match(text, mention.end)):
            continue
        entry = choose_index(following, replace(context, index=None))
        if entry is None:
            continue
        year = found[position].year
        dated = next((m for m in mentions[later + 1 :] if m.kind is not Kind.POPULATION), None)
        if dated and dated.kind is Kind.YEAR and _TO_ITS_YEAR.fullmatch(text, following.end, dated.start):
            year = dated.year
        # "X tăng 4 bậc, đạt 82,92%, xếp thứ 51/63 PAR INDEX": all that the sentence has said before is of that index.
        first = position
        while first and not any(e.kind == "index" for e in mentions[first - 1].entries) and first > told:
            first -= 1
        for place in range(first if told == 0 else position, position):
            found[place] = replace(found[place], index=entry.path, rivals=())
        told = position + 1
        both = _joined(mentions, later, text, context) if mention.kind in (Kind.RANK, Kind.SUPERLATIVE) else ()
        found[position] = replace(found[position], index=entry.path, year=year, rivals=(), both=both)
    for position, mention in enumerate(mentions):
        if mention.kind in (Kind.RANK, Kind.SUPERLATIVE) and _IN_BOTH.match(text, mention.end):
            found[position] = replace(found[position], both=tuple(context.indices[-2:]))
    return found


def _joined(mentions: list[Mention], first: int, text: str, context: Context) -> tuple[str, ...]:
    """The two indices that "PAR INDEX và SIPAS" names, if nothing is told of either by itself."""
    second = next((m for m in mentions[first + 1 :] if m.kind not in (Kind.YEAR, Kind.POPULATION)), None)
    if second is None or second.kind is not Kind.INDEX or not _AND.fullmatch(text, mentions[first].end, second.start):
        return ()
    entries = [choose_index(m, replace(context, index=None)) for m in (mentions[first], second)]
    return tuple(dict.fromkeys(entry.path for entry in entries if entry))
