"""What index, year, population and period hold at each mention of a sentence."""

from __future__ import annotations

import re

from cchc.loaders.articles.bracketed_places import behind_result
from cchc.loaders.articles.change_patterns import PASSING
from cchc.loaders.articles.context import POPULATION_OF_KIND, WITHIN_A_YEAR, Context, population_of, says_whose
from cchc.loaders.articles.doubts import (
    back_from_years,
    comes_from,
    hinted_years,
    index_of_another_year,
    own_surveys,
    period_since,
    ranked_without_some,
    told_of_then,
    years_gone_back_to,
)
from cchc.loaders.articles.editions import PAR_INDEX
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.evidence import parentheses
from cchc.loaders.articles.left_places import years_of_left_places
from cchc.loaders.articles.meant import is_only_added_to, turns_to_ministries
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.patterns import ASIDE
from cchc.loaders.articles.periods import back_from_periods, is_earlier
from cchc.loaders.articles.series_patterns import BRACKETS_HOLD
from cchc.loaders.articles.told_times import (
    dated,
    names_its_time,
    own_year,
    period_before,
    year_after,
    year_before,
    year_compared_with,
)
from cchc.loaders.articles.turns import (
    State,
    choose_index,
    indices_in_turn,
    indices_named_later,
    with_what_follows,
    years_in_turn,
)

_TOGETHER = re.compile(r"(?:,|\bvà\b|\bcùng\b|\blẫn\b|&|/)")
_ALONG_WITH = re.compile(
    r"\b(?:cùng với|bên cạnh|ngoài|song song với|khác với|trái với|không chỉ)\s+(?:(?:kết quả|chỉ số|về)\s+)*$", re.I
)
_NATIONAL = ("ministry", "province")
"""The populations of the national indices."""
_FIGURES = (Kind.NUMBER, Kind.RANK, Kind.FRACTION)
_NO_RIVALS_BETWEEN = (Kind.YEAR, Kind.POPULATION, Kind.IGNORED, Kind.PERIOD, Kind.YEARS)


def states(mentions: list[Mention], text: str, context: Context) -> list[State]:
    """The state at each mention. Moves ``context`` on to the end of the sentence.

    A year in parentheses ("(năm 2022: 52/63)"), or one that parentheses follow ("so với năm 2019 (85,63%)"), holds
    inside them only; an index named right after a figure ("tăng 6 bậc xếp hạng chỉ số PAR INDEX") holds for that
    figure too, and so does a year ("hạng 11 năm 2019").
    """
    told_in_passing = list(PASSING.finditer(text))
    passing = [match.span(match.lastgroup or 0) for match in told_in_passing]
    spans = sorted([*parentheses(text), *(match.span("aside") for match in ASIDE.finditer(text)), *passing])
    found: list[State] = []
    inner_year = {match.span("aside"): int(match["year"]) for match in told_in_passing if match["year"]}
    inner_period: dict[tuple[int, int], str] = {}
    unnamed = context.other
    if _leads_to_now(mentions, context):
        context.year = context.document_year
    kept, told_of, kept_period = context.year, context.index, context.period
    legend = BRACKETS_HOLD.search(text)
    held_year = legend.start("year") if legend else -1
    if legend:
        said = legend["year"] or legend["beside"] or legend["inside"]
        context.bracket_year = (int(said) if said.isdigit() else -1) if said else None
        context.bracket_period = " ".join(legend["period"].lower().split()) if legend["period"] else None
    timed = context.index in WITHIN_A_YEAR or any(
        e.path in WITHIN_A_YEAR for m in mentions for e in m.entries if e.kind == "index"
    )
    for position, mention in enumerate(mentions):
        mention = mentions[position] = dated(mention, context)
        around = [s for s in spans if s[0] <= mention.start < s[1]]
        span = around[-1] if around else None  # The innermost: "nếu đặt cạnh năm 2020 (hạng 38) thì …".
        if mention.kind is Kind.INDEX:
            entry = choose_index(mention, context.index)
            if entry and not is_only_added_to(mentions, position, entry, text, context):
                unnamed = context.other = False
                _name_index(entry, mentions, position, text, context)
            elif mention.word in ("unnamed", "other"):
                unnamed, context.other = True, mention.word == "other"
        elif mention.kind is Kind.YEAR and mention.year:
            if span and names_its_time(text, span):
                context.year, context.dated = mention.year, True  # "Kỳ đánh giá trước (2022), tỉnh chỉ có 40,12 điểm"
            elif span:
                inner_year[span] = mention.year
            elif _of_the_figure_before(mentions, position, text) or mention.start <= held_year < mention.end:
                pass  # "xếp thứ 30 năm trước, nay vươn lên thứ 19"; "số trong ngoặc là của năm 2018"
            elif not any(s[0] == _next_sign(text, mention.end) for s in spans) or _starts_topic(mentions, position):
                context.year = mention.year
                context.dated = True
        elif mention.kind is Kind.YEARS and not span:
            context.year = max(mention.years)
        elif mention.kind is Kind.PERIOD and legend and legend.start() < mention.start < legend.end():
            pass  # "Điểm của từng nhóm, trong ngoặc là tuần 40": the talk is not of that week.
        elif mention.kind is Kind.PERIOD and timed and span:
            inner_period[span] = mention.word  # "82,05 điểm (tuần 30: 80,91 điểm, xếp thứ 12), xếp thứ 8"
        elif mention.kind is Kind.PERIOD and timed:
            context.period = mention.word
            context.year = mention.year or context.year
        elif mention.kind is Kind.DATE and mention.word and timed:
            context.period = mention.word
            context.year = mention.year or context.day_year or context.year
        elif mention.kind in (Kind.POPULATION, Kind.COUNT):
            population = population_of(mention.word.removeprefix("out-of:"), context.local, context.population)
            context.population = population
            if population in ("department", "district", "commune") and mention.word.find("dia-phuong") < 0:
                context.local = True
            elif population in ("ministry", "province"):
                context.local = False
            turns_to_ministries(mentions, position, context)
        elif mention.kind is Kind.UNIT and mention.word != "bare":
            population = POPULATION_OF_KIND.get(mention.names[0][0].kind)
            if population and not says_whose(mentions, position, text):
                context.population = population
                context.local = population in ("department", "district", "commune")
                turns_to_ministries(mentions, position, context)
        if span and timed and context.bracket_period and mention.kind in _FIGURES:
            inner_period.setdefault(span, context.bracket_period)
        if span and span not in inner_year:
            year = year_before(mentions, position, span, context)
            if year is None and context.bracket_year and mention.kind in _FIGURES and behind_result(mentions, span[0]):
                year = own_year(context.bracket_year, context.year, context)
            if year:
                inner_year[span] = year
            elif len(around) > 1 and around[-2] in inner_year:
                inner_year[span] = inner_year[around[-2]]
        year = inner_year.get(span) if span else None
        if span and mention.kind is Kind.CHANGE and ";" in text[span[0] : mention.start]:
            year = None  # "(năm 2021: 86,19 điểm; giảm 1,21 điểm)": the change is that of the year talked about.
        year = (year_compared_with(mentions, position, text) if span else None) or year
        if mention.kind in (Kind.NUMBER, Kind.RANK) and mention.year:
            year = own_year(mention.year, year or context.year, context)
            if mention.year > 0:
                context.year = max(mention.year, context.year or 0)
        unsure = mention.year == -1 and bool(context.period) and context.index in WITHIN_A_YEAR
        from_year = comes_from(mentions, position)
        if from_year and from_year == (year or context.year):
            unsure = from_year >= (context.document_year or 0)
            year = year if unsure else context.document_year
        period = (period_before(mentions[:position], span, text) or context.period) if timed else None
        period = inner_period.get(span, period) if span else period
        unsure = unsure or (bool(span) and bool(period) and str(period).endswith("trước"))
        since = period_since(mentions[:position], text, context.period) if unsure else None
        if since:
            period, unsure, year = since, False, context.year
        found.append(
            State(
                context.index, year or context.year, context.population, context.local, period, unnamed, context.rivals,
                unsure=unsure,
            )
        )  # fmt: skip
    back_from_periods(found, mentions, text, kept_period)
    context.year = year_after(mentions, text, kept, context)
    if is_earlier(context.period, kept_period) and context.year == kept:
        context.period = kept_period  # "Ở tuần 40, con số là 70,58 điểm." is told in passing.
    indices_named_later(found, mentions, text)
    indices_in_turn(found, mentions, text)
    hinted_years(found, mentions, text)
    years_of_left_places(found, mentions, text)
    years_gone_back_to(found, mentions, text)
    ranked_without_some(found, mentions, text)
    own_surveys(found, mentions, text, context)
    told_of_then(found, mentions, text)
    index_of_another_year(found, mentions, text, told_of, context)
    back_from_years(found, mentions, text, [(end, inner_year.get((start, end))) for start, end in passing])
    found = with_what_follows(found, mentions, text, context)
    years_in_turn(found, mentions, text)
    # Only some indices are kept by weeks and months: a year's result told beside theirs is of the year.
    for state in found:
        if state.index not in WITHIN_A_YEAR:
            state.period = None
    return found


def _leads_to_now(mentions: list[Mention], context: Context) -> bool:
    """Whether a change without a year leads from the year spoken of, the one before the article's, to the article's:
    "Năm 2020 đạt 84,73%. Năm 2019, tỉnh được 83,12%. Điểm tăng 1,61%"."""
    year = context.document_year
    if year is None or context.year != year - 1 or any(m.year or m.years for m in mentions):
        return False
    first = next((m for m in mentions if m.kind in MEASURES), None)
    if first is None or first.kind is not Kind.CHANGE:
        return False
    return any(edition.year == year and edition.index == context.index for edition in context.reported)


def _of_the_figure_before(mentions: list[Mention], position: int, text: str) -> bool:
    """Whether the year before is told of the rank or score right before it only."""
    before, mention = mentions[position - 1] if position else None, mentions[position]
    if mention.word != "last" or before is None or before.kind not in (Kind.RANK, Kind.NUMBER, Kind.FRACTION):
        return False
    return not text[before.end : mention.start].strip() and text[mention.end :].lstrip()[:1] in (",", ";")


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
    if path != context.index and not context.dated and not any(m.kind in (Kind.YEAR, Kind.YEARS) for m in mentions):
        context.year = context.years.get(path, context.year)
    if together and before is not None and _TOGETHER.search(text, mentions[before].end, mentions[position].start):
        earlier = context.rivals or ((context.index,) if context.index else ())
        context.rivals = tuple(dict.fromkeys((*earlier, path)))
        if len(context.rivals) < 2:
            context.rivals = ()
    else:
        context.rivals = ()
        if context.population in _NATIONAL and len(entry.populations) == 1 and entry.kind == "index":
            context.population = entry.populations[0]  # SIPAS is of provinces, whatever was talked about before it.
    context.index = path
    context.spoken_of.add(path)
    if entry.path not in context.indices:
        context.indices.append(entry.path)
    if entry.owner:
        context.local = True


def _next_sign(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _starts_topic(mentions: list[Mention], position: int) -> bool:
    """Whether a year belongs to the index before it, as in "SIPAS năm 2023 (…)"."""
    return position > 0 and mentions[position - 1].kind is Kind.INDEX
