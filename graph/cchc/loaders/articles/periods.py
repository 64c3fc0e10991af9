"""Weeks, months and quarters of one year: which of two is the earlier, and which a sentence comes back to."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.turns import State
from cchc.vietnamese.scanning import Pattern

_PERIOD = re.compile(r"\b(?P<kind>tuần|tháng|quý)\s+(?:thứ\s+)?(?P<at>\d{1,2}|i{1,3}|iv)\b", re.I)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SO = Pattern(
    r"(?:^|[;,.–-]\s+|\()(?:và\s+)?(?:như vậy|như thế|vậy là|thế là|nghĩa là|có nghĩa là|tức là|tức|đồng nghĩa|tính ra"
    r"|theo đó)\b"
)
"""What opens a conclusion."""


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
