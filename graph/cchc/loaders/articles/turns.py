"""The state at a mention; and figures whose index or year stands elsewhere in the sentence: figures told in turn, and
what opens a sentence before its index is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc.loaders.articles.context import Context
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.periods import with_period_behind
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.vietnamese.scanning import Pattern

_EACH_IS = re.compile(r"\s*(?::|là\b)\s*(?=\d)", re.I)
"""Behind years, right before a figure for each: "các năm 2013, 2014 và 2015: 34, 28, 41"."""
_AT = r"(?:của|trong|ở|vào|hồi|là(?:\s+(?:vào|hồi))?)\s+"
_TO_ITS_YEAR = re.compile(rf"\s*(?:(?:của\s+)?(?:các|khối|cấp)\s+[\w, ]{{2,40}})?\s*(?:{_AT})?", re.I)
_OF_INDEX = re.compile(r"\s*(?:về|ở|trong|tại|theo|đối với)\b")
_ONE_MORE = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:(?:đạt|xếp|đứng|là)\s+)?")
_SAME_CLAUSE = re.compile(r"[^,;:.()\d]{0,60}")
_INDEX_FOLLOWS = re.compile(
    r"\s*(?:(?:(?:trong|của|trên)\s+)?(?:tổng số\s+)?(?:cả nước|toàn quốc|(?:\d+\s+)?tỉnh, thành phố"
    r"|(?:\d+\s+)?tỉnh, thành|tỉnh"
    r"|bộ, cơ quan ngang bộ"
    r"|\d+\s+(?:huyện|quận|sở|xã|phường|đơn vị|cơ quan)"
    r"(?:,\s*(?:thị xã|huyện|ban|ngành|phường|thành phố|cơ quan))*)\s*)?"
    r"(?:của\s+(?:toàn\s+)?(?:tỉnh|thành phố|huyện)\s+)?"
    r"(?:(?:xếp hạng|bảng xếp hạng|trong bảng|ở bảng|về|ở|tại|của|trên|trong|theo|đối với)\s+)*"
    r"(?:(?:chỉ số|bảng|kết quả)\s+)?",
    re.I,
)
_ITS_YEAR = re.compile(
    rf"\s+(?:{_AT})?(?:(?:kỳ|lần|đợt|bảng)\s+)?|\s*\(\s*"
    r"|\s+(?:ở|trong|tại|vào)\s+(?:lần|kỳ|đợt|năm)\s+[\w ]{2,30}?\s*\(\s*"
)
_BESIDE_ITS_YEAR = {
    Kind.RANK: re.compile(r",\s+(?:(?:đạt|được|với|điểm|có|chỉ|số|là)\s+)*\d{2,3}[.,]\d{1,4}\s*(?:%|điểm)\s*\)"),
    Kind.NUMBER: re.compile(r",\s+(?:xếp\s+|đứng\s+)?(?:hạng|thứ|vị trí)\s+\d{1,3}(?:/\d{1,3})?\s*\)"),
}
"""Behind a rank or score and its year in parentheses: the other of the same year."""
_ITS_YEAR_BEHIND_REMARK = re.compile(
    r"(?:\s*\([^()]{1,80}\)|[^()]{0,80}\))\s+(?:(?:của|trong|vào|ở)\s+)?"
    r"|\s*(?:,|và)\s+(?:(?:xếp|đứng|ở)\s+)*(?:vị trí thứ|vị trí|thứ hạng|hạng|thứ)\s+\d{1,3}(?:/\d{2,3})?\s*\(\s*",
    re.I,
)
"""Between a figure, beside or inside parentheses, and the year behind them: "83,97%, hạng 40 (2020)"."""
_AND = re.compile(r"(?:\s+năm\s+\d{4})?\s*(?:,?\s*(?:và|lẫn)\s+)(?:(?:cả|chỉ số)\s+)*", re.I)
_IN_BOTH = re.compile(
    r"(?:\s+(?:vùng|khu vực|cả nước|toàn quốc|toàn vùng))?\s+(?:ở|về|trong|tại)?\s*cả\s+(?:hai|2)\s+chỉ số\b"
)
_BOTH = Pattern(
    r"\bcả\s+(?:hai|2)(?P<indices>\s+chỉ số)?(?:\s+(?:này|trên|nói trên|đều|cùng|cũng|đã|vẫn|lại))*\s+$", re.I
)
"""Before a figure that is told of two at once."""
_LOOK_BACK = 60
"""How far back these words are looked for, in characters."""
FIGURES = (Kind.CHANGE, Kind.RANK, Kind.SUPERLATIVE, Kind.FRACTION)
"""Results other than scores."""
_OPENS = re.compile(r"\s*(?:[^.;:,]{0,40}\s[-–]\s*)?(?:Với|Từ|Đạt|Bằng)\b")


@dataclass(slots=True)
class State:
    """What holds at one mention. ``rivals`` are the indices that are meant alike where it is not known which;
    ``both`` the two that a rank is told of at once ("dẫn đầu cả PAR INDEX và SIPAS"); ``unsure`` says that the year is
    one that the text only hints at ("trước đây"), ``apart`` that the figure is told of two units named one by one."""

    index: str | None
    year: int | None
    population: str | None
    local: bool
    period: str | None
    unnamed: bool = False
    rivals: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    unsure: bool = False
    apart: bool = False


def indices_named_later(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "Từ vị trí 61/63 năm 2019, PAR INDEX của …": gives what opens a sentence the index named after it. Changes
    ``found``."""
    first = next(
        (i for i, m in enumerate(mentions) if m.kind is Kind.INDEX and any(e.kind == "index" for e in m.entries)), None
    )
    if first is None:
        return
    for position in range(first):
        unknown = found[position].index is None
        if unknown or (_OPENS.match(text) and "," not in text[: mentions[position].start].removeprefix("Với")):
            found[position] = replace(found[position], index=found[first].index, rivals=())


def indices_in_turn(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "PAR INDEX và SIPAS lần lượt đạt 87,1% và 84,2%": gives each figure its index. Changes ``found``."""
    for position, mention in enumerate(mentions):
        rivals = found[position].rivals
        later = position + 1 < len(mentions) and mentions[position + 1].kind is Kind.INDEX
        if mention.kind is not Kind.INDEX or len(rivals) < 2 or later or not IN_TURN.search(text, mention.end):
            continue
        for kinds in ((Kind.NUMBER,), (Kind.RANK, Kind.FRACTION), (Kind.CHANGE,)):
            places = [
                i for i in range(position + 1, len(mentions)) if mentions[i].kind in kinds and found[i].rivals == rivals
            ]
            if len(places) == len(rivals):
                for place, index in zip(places, rivals, strict=True):
                    found[place] = replace(found[place], index=index, rivals=())


def years_in_turn(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "năm 2020, 2021 và 2022 lần lượt đạt 80,1%; 82% và 83%": gives each figure its year. Changes ``found``.

    Figures told one by one without "lần lượt", or of units that are listed as well, are uncertain.
    """
    dated = [i for i, m in enumerate(mentions) if m.kind in (Kind.YEAR, Kind.YEARS)]
    units = any(m.kind is Kind.UNIT and len(m.names) > 1 for m in mentions)
    for position in (i for i, m in enumerate(mentions) if i in dated or m.years):
        years = named_together(position, mentions, text)
        following = mentions[position + 1 : position + 2]
        if len(years) < 2 or (following and len(named_together(position + 1, mentions, text)) > len(years)):
            continue
        first = position if mentions[position].years else position + 1 - len(years)
        before = range(max((i + 1 for i in dated if i < first), default=0), first)
        after = range(position + 1, next((i for i in dated if i > position), len(mentions)))
        turn = bool(before) and IN_TURN.search(
            text, mentions[before[0] - 1].end if before[0] else 0, mentions[first].start
        )
        # Right behind another word they are of that: "tăng 2 bậc, vượt Huế, đơn vị dẫn đầu trong các năm 2020 và 2021".
        told = turn or (
            mentions[first - 1].kind in (Kind.NUMBER, Kind.RANK, Kind.FRACTION, Kind.CHANGE)
            and _SAME_CLAUSE.fullmatch(text, mentions[first - 1].end, mentions[first].start)
        )
        if before and told:
            _tell(found, mentions, before, years, text, sure=bool(turn) and not units)
        turn = IN_TURN.search(text, mentions[position].end) or _EACH_IS.match(text, mentions[position].end)
        _tell(found, mentions, after, years, text, sure=bool(turn) and not units)
    _years_one_by_one(found, mentions, text)


def _tell(
    found: list[State], mentions: list[Mention], places: range, years: tuple[int, ...], text: str, *, sure: bool
) -> None:
    """Gives as many scores, ranks or changes of a stretch as there are years a year each; if it is not sure, only those
    that follow each other. Changes ``found``."""
    for kinds in ((Kind.NUMBER,), (Kind.RANK, Kind.FRACTION), (Kind.CHANGE,)):
        told = [i for i in places if mentions[i].kind in kinds]
        if Kind.NUMBER in kinds and len(told) != len(years):
            told = [i for i in told if mentions[i].unit_of_measure]
        gaps = ((mentions[one].end, mentions[other].start) for one, other in pairwise(told))
        if len(told) == len(years) and (sure or all(_ONE_MORE.fullmatch(text, *gap) for gap in gaps)):
            for place, year in zip(told, years, strict=True):
                found[place] = replace(found[place], year=year, unsure=not sure)
        elif sure and len(told) > 1:
            for place in told:  # Which of them is of which year is not to be told.
                found[place] = replace(found[place], unsure=True)


def named_together(position: int, mentions: list[Mention], text: str) -> tuple[int, ...]:
    """The years of a mention, and those named together with it right before: "năm 2022 và năm 2023"."""
    mention = mentions[position]
    years = mention.years or ((mention.year,) if mention.kind is Kind.YEAR and mention.year else ())
    for before, after in zip(mentions[position - 1 :: -1], mentions[position:0:-1], strict=False):
        between = text[before.end : after.start].strip().lower()
        # Only "và" joins the last one: "so với năm 2021, năm 2022" names no two years together.
        joined = between == "và" or (between == "," and len(years) > 1)
        if not years or before.kind is not Kind.YEAR or before.year is None or not joined:
            break
        years = (before.year, *years)
    return years


def _years_one_by_one(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "năm 2019 là 84,9%, năm 2020 là 86%; thứ hạng lần lượt là 31 và 27": gives each rank its year. Changes
    ``found``."""
    dated = [i for i, m in enumerate(mentions) if m.kind is Kind.YEAR and m.year]
    ranked = [i for i, m in enumerate(mentions) if m.kind is Kind.RANK]
    if len(dated) < 2 or len(ranked) != len(dated) or ranked[0] < dated[-1]:
        return
    if IN_TURN.search(text, mentions[dated[-1]].end, mentions[ranked[0]].start):
        for place, year in zip(ranked, dated, strict=True):
            found[place] = replace(found[place], year=mentions[year].year)


def choose_index(mention: Mention, current: str | None) -> Entry | None:
    """The index that a name stands for; None where it is a component of the index being talked about (``current``)."""
    if current and any(e.kind == "component" and e.index == current for e in mention.entries):
        return None
    return next((e for e in mention.entries if e.kind == "index"), None)


def with_what_follows(found: list[State], mentions: list[Mention], text: str, context: Context) -> list[State]:
    """Gives figures the index or the year that stands right behind them."""
    told = 0
    for position, mention in enumerate(mentions[:-1]):
        following = mentions[position + 1]
        if mention.kind not in (*FIGURES, Kind.NUMBER):
            continue
        if following.kind is Kind.YEAR and following.year and _ITS_YEAR.fullmatch(text, mention.end, following.start):
            closed = "(" not in text[mention.end : following.start] or text[following.end : following.end + 1] == ")"
            its_other = _BESIDE_ITS_YEAR.get(mention.kind)
            if closed or (its_other and its_other.match(text, following.end)):
                found[position] = replace(found[position], year=following.year)
            continue
        with_period_behind(found, mentions, position, text)
        behind = _year_behind_remark(mentions, position, text)
        if behind:
            found[position] = replace(found[position], year=behind)
            continue
        later = position + 1
        while mentions[later].kind in (Kind.POPULATION, Kind.COUNT, Kind.SELF) and later + 1 < len(mentions):
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
        entry = choose_index(following, None)
        if following.word == "other":  # "dẫn đầu DDCI khối sở"
            found[position] = replace(found[position], index=None, unnamed=True, rivals=())
        if entry is None:
            continue
        year, period = found[position].year, found[position].period
        dated = next((m for m in mentions[later + 1 :] if m.kind is not Kind.POPULATION), None)
        if dated and dated.kind is Kind.YEAR and _TO_ITS_YEAR.fullmatch(text, following.end, dated.start):
            year = dated.year
        elif dated and dated.kind is Kind.PERIOD and _TO_ITS_YEAR.fullmatch(text, following.end, dated.start):
            year, period = dated.year or year, dated.word  # "tăng 12 bậc trong bảng xếp hạng Bộ chỉ số 766 tháng 9"
        # "X tăng 4 bậc, đạt 82,92%, xếp thứ 51/63 PAR INDEX": all that the sentence has said before is of that index.
        first = position
        while first and not any(e.kind == "index" for e in mentions[first - 1].entries) and first > told:
            if ";" in text[mentions[first - 1].end : mentions[first].start]:
                break
            first -= 1
        for place in range(first if told == 0 else position, position):
            found[place] = replace(found[place], index=entry.path, rivals=())
        told = position + 1
        both = _joined(mentions, later, text, context) if mention.kind in (Kind.RANK, Kind.SUPERLATIVE) else ()
        found[position] = replace(found[position], index=entry.path, year=year, period=period, rivals=(), both=both)
    for position, mention in enumerate(mentions):
        if mention.kind in (Kind.RANK, Kind.SUPERLATIVE) and _IN_BOTH.match(text, mention.end):
            found[position] = replace(found[position], both=tuple(context.indices[-2:]))
        start = max(0, mention.start - _LOOK_BACK)
        of_both = _BOTH.search(text, start, mention.start) if mention.kind in FIGURES else None
        if of_both:
            named = {e.path for m in mentions[:position] for e in m.entries if e.kind == "index"}
            units = sum(m.kind is Kind.UNIT for m in mentions[:position])
            pair = context.indices[-2:] if of_both["indices"] or (len(named) == 2 and units < 2) else ()
            found[position] = replace(found[position], both=tuple(pair), apart=len(pair) != 2 and units > 1)
    return found


def _year_behind_remark(mentions: list[Mention], position: int, text: str) -> int | None:
    """The year of a figure that parentheses, or the rest of its own, part from it; those with a year have their own."""
    year = next((m for m in mentions[position + 1 :] if m.year or m.years), None)
    if year is None or year.kind is not Kind.YEAR:
        return None
    closed = text[year.start - 1] != "(" or text[year.end : year.end + 1] == ")"
    return year.year if closed and _ITS_YEAR_BEHIND_REMARK.fullmatch(text, mentions[position].end, year.start) else None


def _joined(mentions: list[Mention], first: int, text: str, context: Context) -> tuple[str, ...]:
    """The two indices that "PAR INDEX và SIPAS" names, if nothing is told of either by itself."""
    second = next((m for m in mentions[first + 1 :] if m.kind not in (Kind.YEAR, Kind.POPULATION)), None)
    if second is None or second.kind is not Kind.INDEX or not _AND.fullmatch(text, mentions[first].end, second.start):
        return ()
    entries = [choose_index(m, None) for m in (mentions[first], second)]
    return tuple(dict.fromkeys(entry.path for entry in entries if entry))
