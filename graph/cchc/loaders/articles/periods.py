"""Weeks, months and quarters of one year: which of two is the earlier, which a sentence comes back to, and which stands
right behind a figure: it is the figure's, and not that of what the sentence goes on with."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from cchc.loaders.articles.context import WITHIN_A_YEAR
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.patterns import spaced
from cchc.vietnamese.scanning import Pattern

if TYPE_CHECKING:
    from cchc.loaders.articles.turns import State

_PERIOD = re.compile(r"\b(?P<kind>tuần|tháng|quý)\s+(?:thứ\s+)?(?P<at>\d{1,2}|i{1,3}|iv)\b", re.I)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SO = Pattern(
    r"(?:^|[;,.–-]\s+|\()(?:và\s+)?(?:như vậy|như thế|vậy là|thế là|nghĩa là|có nghĩa là|tức là|tức|đồng nghĩa|tính ra"
    r"|theo đó)\b"
)
"""What opens a conclusion."""
_ITS = re.compile(r"\s*(?:(?:của|trong|ở|vào|hồi)\s+)?")
_FROM = spaced(r"\btừ\s+(?:(?:vị trí|hạng|thứ|thứ hạng|mức)\s+)*$")
"""Before what a unit came from."""


def period_in(text: str, start: int = 0, end: int = sys.maxsize) -> str | None:
    """The first period that a stretch of a text names, as claims have it: "tuần 40"."""
    named = _PERIOD.search(text, start, end)
    return " ".join(named[0].lower().split()) if named else None


def is_earlier(one: str | None, other: str | None) -> bool:
    """Whether a period is before another one of the same kind and year: "tuần 40", "tuần 41"."""
    first, second = _PERIOD.fullmatch(one or ""), _PERIOD.fullmatch(other or "")
    if first is None or second is None or first["kind"].lower() != second["kind"].lower():
        return False
    return _number(first["at"]) < _number(second["at"])


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _QUARTERS[text.lower()]


def back_from_periods(found: list[State], mentions: list[Mention], text: str, period: str | None) -> None:
    """ "Ở tuần 40, con số là 70,58 điểm; như thế tỉnh tăng 0,78 điểm": gives changes that conclude from an earlier
    period the one talked about. Changes ``found``.

    :param period: the week, month or quarter that held before the sentence.
    """
    if period is None or not any(m.kind is Kind.PERIOD for m in mentions):
        return
    so = _SO.search(text.lower())
    if so is None or any(m.kind is Kind.PERIOD and m.start > so.end() for m in mentions):
        return
    for position, mention in enumerate(mentions):
        behind = mention.kind is Kind.CHANGE and mention.start >= so.end()
        if behind and is_earlier(found[position].period, period):
            found[position] = replace(found[position], period=period)


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
