"""Years told by what the article or the sentence says elsewhere: "hai năm sau", "năm nay"; and the year and the period
that parentheses are of."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.context import Context
from cchc.loaders.articles.doubts import leads_back
from cchc.loaders.articles.mentions import BRACKETED, Kind, Mention, preceded
from cchc.loaders.articles.periods import period_in
from cchc.loaders.articles.turns import FIGURES

_TIME = re.compile(
    r"\b(?:kỳ|lần|đợt|năm)\s+(?:(?:đánh giá|khảo sát|công bố|xếp hạng)\s+)?(?:trước|ngoái|liền kề|này)\s*$", re.I
)
_IS = re.compile(r"\s*(?:(?:là|đạt|xếp|đứng|ở|với|mức|chỉ|mới)\s+)*")
_EARLIER = re.compile(
    r"\s*(?:(?:kỳ|lần|đợt)\s+(?:[\w]+\s+){0,2}trước|trước đó|trước đây|trước kia|cùng kỳ)\b"
    r"|[^;]{0,80}\btừng\s(?!\w+\s*:)",
    re.I,
)
_HISTORY = 3
"""So many years, each with its figure, make a history, which is told in passing."""


def dated(mention: Mention, context: Context) -> Mention:
    """A mention of time with the year that it stands for, if it is told by its distance or as that of the article;
    one that stands for none is ignored."""
    if mention.word in ("on", "last") and mention.kind is Kind.YEAR and mention.number:
        start = _counted_from(mention, context)
        return replace(mention, year=start + mention.sign * int(mention.number)) if start else mention
    if mention.word == "since" and leads_back(mention, context):
        return replace(mention, kind=Kind.YEAR, year=context.document_year)
    if mention.word == "concluded" and (context.year is None or context.year + 1 != context.document_year):
        return replace(mention, kind=Kind.IGNORED)
    if mention.word in ("now", "concluded") and mention.kind is Kind.YEAR and context.document_year:
        return replace(mention, year=context.document_year)
    if mention.word == "recent" and mention.number and context.document_year:
        last = context.document_year
        years = tuple(range(last + 1 - int(mention.number), last + 1))
        return replace(mention, kind=Kind.YEARS, years=years, number=None)
    if mention.word == BRACKETED and not (context.bracket_year or context.bracket_period):
        return replace(mention, kind=Kind.IGNORED)
    return mention


def _counted_from(mention: Mention, context: Context) -> int | None:
    """The year that a distance is counted from: the one told in passing right before ("Năm 2021, tỉnh từng xếp thứ
    5. Một năm sau, …"), else the one spoken of."""
    told, last = context.year_in_passing, context.year or context.document_year
    if told and last and mention.sign > 0 and told + int(mention.number or 0) <= last:
        return told
    return context.year


def year_compared_with(mentions: list[Mention], position: int, text: str) -> int | None:
    """The year that a figure in parentheses is of, right behind a comparison: "(giảm 17 bậc so với năm 2021 xếp thứ
    30)"."""
    before, mention = mentions[position - 1] if position else None, mentions[position]
    if before is None or before.kind is not Kind.COMPARISON or before.year is None or before.year < 0:
        return None
    told = mention.kind in (Kind.RANK, Kind.NUMBER) and _IS.fullmatch(text, before.end, mention.start)
    return before.year if told else None


def names_its_time(text: str, span: tuple[int, int]) -> bool:
    """Whether parentheses hold nothing but the year that the words before them mean."""
    return text[span[0] + 1 : span[1] - 1].isdigit() and preceded(_TIME, text, span[0])


def own_year(year: int, current: int | None, context: Context) -> int | None:
    """A year told as such, or (-1) as the one before the one spoken of."""
    if year > 0:
        return year
    current = current or context.document_year
    return current - 1 if current else None


def period_before(mentions: list[Mention], span: tuple[int, int] | None, text: str) -> str | None:
    """The period that parentheses are of: "so với tháng 9 (hạng 21, 90,15 điểm)"."""
    before = next((m for m in reversed(mentions) if span and m.end <= span[0]), None)
    if span is None or before is None or before.kind is not Kind.COMPARISON or before.word != "period":
        return None
    return period_in(text, before.start, before.end) if span[0] - before.end <= 1 else None


def year_before(mentions: list[Mention], position: int, span: tuple[int, int], context: Context) -> int | None:
    """The year that parentheses belong to: that of a year or comparison right before them."""
    before = next((m for m in reversed(mentions[:position]) if m.end <= span[0]), None)
    if before is None or before.year is None or span[0] - before.end > 1:
        return None
    if before.kind is Kind.COMPARISON and mentions[position].kind is Kind.CHANGE:
        return None  # "thấp hơn năm trước (giảm 0,37 điểm)": by how much it is lower now.
    dated_rank = before.kind is Kind.RANK and before.year > 0
    if before.kind in (Kind.COMPARISON, Kind.YEAR) or dated_rank or before.word in ("change", "plan"):
        if before.year == -1:
            return own_year(-1, context.year, context)
        return before.year
    return None


def year_after(mentions: list[Mention], text: str, kept: int | None, context: Context) -> int | None:
    """The year that the talk goes on with after a sentence: not one that is told in passing or compared with.

    ``kept`` is the year that held before it.
    """
    dated = next((i for i, m in enumerate(mentions) if m.kind is Kind.YEAR), None)
    behind = dated is not None and any(m.kind in FIGURES for m in mentions[:dated])
    beside = mentions[dated - 1] if dated else None
    if dated and beside and beside.kind is Kind.INDEX and not text[beside.end : mentions[dated].start].strip():
        behind = False  # "xếp thứ 3 về PAR INDEX năm 2022": the year is that of the index.
    current = kept or context.document_year
    told_in_turn = len({m.year for m in mentions if m.kind is Kind.YEAR}) >= _HISTORY
    past = current and context.year and context.year < current and (behind or told_in_turn or _EARLIER.match(text))
    back = any(m.kind is Kind.YEAR and (m.word == "last" or (m.word == "on" and m.sign < 0)) for m in mentions)
    context.year_in_passing = context.year if past else None
    if past or back:
        return kept  # "Năm trước đó, …" is told in passing.
    # "Trung bình năm 2022 là …, trong khi năm 2021 là …" goes on with 2022.
    named = {m.year for m in mentions if m.kind is Kind.YEAR} & {kept, context.document_year}
    return max([context.year or 0, *(year for year in named if year)]) or None
