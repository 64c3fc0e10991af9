"""The week or month that stands right behind a figure: it is the figure's, and not that of what the sentence goes on
with."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cchc.loaders.articles.context import WITHIN_A_YEAR
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.patterns import spaced

if TYPE_CHECKING:
    from cchc.loaders.articles.turns import State

_ITS = re.compile(r"\s*(?:(?:của|trong|ở|vào|hồi)\s+)?")
_FROM = spaced(r"\btừ\s+(?:(?:vị trí|hạng|thứ|thứ hạng|mức)\s+)*$")
"""Before what a unit came from."""


def with_period_behind(found: list[State], mentions: list[Mention], position: int, text: str) -> None:
    """Gives a figure the period right behind it; and what it led to the one talked of before: "từ vị trí 9 tuần 14 lên
    vị trí 4". Changes ``found``."""
    mention, period = mentions[position], mentions[position + 1]
    if period.kind is not Kind.PERIOD or found[position].index not in WITHIN_A_YEAR:
        return
    if not _ITS.fullmatch(text, mention.end, period.start):
        return
    before = found[position]
    came_from = preceded(_FROM, text, mention.start)
    if not (came_from or period.year):
        return
    found[position] = replace(before, year=period.year or before.year, period=period.word)
    for later in range(position + 2, len(mentions)) if came_from else ():
        if mentions[later].kind is Kind.PERIOD:
            break
        found[later] = replace(found[later], year=before.year, period=before.period)
