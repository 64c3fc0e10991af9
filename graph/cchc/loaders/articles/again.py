"""Places that were had before, with the years behind them: "lần thứ ba đứng nhất, sau các năm 2021 và 2022"."""

from __future__ import annotations

import re

from cchc.loaders.articles.mentions import Kind
from cchc.loaders.articles.turns import named_together
from cchc.loaders.articles.walk import Walk

_AGAIN = re.compile(r"\blần\s+thứ\s+(?:\d{1,2}|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\b[^.;:()]{0,60}$", re.I)
"""Before a place: it was had before."""
_FOR_YEARS = re.compile(
    r"\b(?:\d|hai|ba|bốn|năm|sáu)\s+(?:năm|lần)\s+(?:liền|liên tiếp|liên tục)\b[^.;:()]{0,40}$", re.I
)
_AFTER = re.compile(
    r"[^.;:()\d]{0,40}?,?\s+(?:kể từ\s+)?sau\s+(?:(?:các|những|hai|ba|lần|kỳ|lần xếp hạng|đánh giá|năm)\s+)*", re.I
)
"""Between a place and the years in which it was had before."""


def years_listed(walk: Walk, place: int) -> tuple[tuple[int, ...], int] | None:
    """The years of a place that was had for several, where a colon goes on with a score for each: "hai năm liền ở ngôi
    số 1: 81,06% năm 2013, 81,83% năm 2014"."""
    mention = walk.mentions[place]
    opens = max(walk.text.rfind(mark, 0, mention.start) for mark in ".;") + 1
    if not walk.text.startswith(":", mention.end) or not _FOR_YEARS.search(walk.text, opens, mention.start):
        return None
    years: list[int] = []
    later = walk.mentions[place + 1 :]
    for figure, dated in zip(later[::2], later[1::2], strict=False):
        if figure.kind is not Kind.NUMBER or dated.kind is not Kind.YEAR or not dated.year:
            break
        years.append(dated.year)
    return (tuple(years), mention.end) if len(years) > 1 else None


def years_again(walk: Walk, place: int) -> tuple[tuple[int, ...], int] | None:
    """The years in which a place was had, the one that the article is about last, and where the words for them end;
    None where the sentence does not say that it was had before, or when."""
    mention, now = walk.mentions[place], walk.passage.context.document_year
    opens = max(walk.text.rfind(mark, 0, mention.start) for mark in ".;") + 1
    if now is None or not _AGAIN.search(walk.text, opens, mention.start):
        return None
    dated = [at for at in range(place + 1, len(walk.mentions)) if walk.mentions[at].kind in (Kind.YEAR, Kind.YEARS)]
    if not dated or not _AFTER.fullmatch(walk.text, mention.end, walk.mentions[dated[0]].start):
        return None
    last = dated[0]
    for at in dated[1:]:
        if len(named_together(at, walk.mentions, walk.text)) > 1:
            last = at
    years = named_together(last, walk.mentions, walk.text) if last > dated[0] else ()
    first = walk.mentions[dated[0]]
    years = years or first.years or ((first.year,) if first.year else ())
    told = tuple(year for year in years if year < now)
    return ((*told, now), walk.mentions[last].end) if told else None
