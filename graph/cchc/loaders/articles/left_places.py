"""Places that a unit has left, beside the change that led away from them: "nhích 1 bậc từ hạng 3 (84,42%)", "từ hạng 2
(86,13%) trượt 14 bậc". They are of the year that the change is measured from, and so is what stands in parentheses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.vietnamese.scanning import Pattern

if TYPE_CHECKING:
    from cchc.loaders.articles.turns import State

_FROM = Pattern(r"\btừ\s+(?:(?:vị trí|thứ hạng|hạng|thứ|mức)\s+)*$", re.I)
_BEHIND_CHANGE = re.compile(r"\s*,?\s*(?:và\s+|tức\s+(?:là\s+)?)?từ\s+(?:(?:vị trí|thứ hạng|hạng|thứ|mức)\s+)*", re.I)
_BEFORE_CHANGE = re.compile(r"\)?\s*,?\s*(?:(?:đã|lại|nay|mà|bị|phải|cũng|tỉnh|bộ)\s+)*", re.I)
_OPENED = re.compile(r"\s*\(\s*(?:(?:với|đạt|là)\s+)?")
_PLACES = (Kind.RANK, Kind.FRACTION)
_FIGURES = (Kind.NUMBER, Kind.RANK, Kind.FRACTION)


def years_of_left_places(found: list[State], mentions: list[Mention], text: str) -> None:
    """Gives places that units have left the year that the change beside them is measured from. Changes ``found``.

    :param found: what holds at each mention.
    """
    for place, mention in enumerate(mentions):
        year = found[place].year
        if mention.kind not in _PLACES or mention.word or year is None or found[place].period:
            continue
        if not preceded(_FROM, text, mention.start):
            continue
        inside = _in_parentheses(mentions, place, text)
        last = inside if inside is not None else place
        if not (_led_away(mentions, place, text) or _leads_away(mentions, last, text)):
            continue
        compared = next((m.year for m in reversed(mentions[:place]) if m.kind is Kind.COMPARISON and m.year), None)
        then = compared if compared and 0 < compared < year else year - 1
        for at in range(place, last + 1):
            found[at] = replace(found[at], year=then)


def _in_parentheses(mentions: list[Mention], place: int, text: str) -> int | None:
    """The place of the figure in parentheses right behind another one, where it is all that stands there."""
    behind = mentions[place + 1] if place + 1 < len(mentions) else None
    if behind is None or behind.kind not in _FIGURES:
        return None
    opened = _OPENED.fullmatch(text, mentions[place].end, behind.start)
    return place + 1 if opened and text[behind.end : behind.end + 1] == ")" else None


def _is_move(mention: Mention | None) -> bool:
    return mention is not None and mention.kind is Kind.CHANGE and mention.unit_of_measure == "rank"


def _led_away(mentions: list[Mention], place: int, text: str) -> bool:
    """Whether a change of places stands right before the place that it led away from."""
    before = mentions[place - 1] if place else None
    return before is not None and _is_move(before) and bool(
        _BEHIND_CHANGE.fullmatch(text, before.end, mentions[place].start)
    )  # fmt: skip


def _leads_away(mentions: list[Mention], last: int, text: str) -> bool:
    """Whether a change of places stands right behind the place, or behind its parentheses."""
    behind = mentions[last + 1] if last + 1 < len(mentions) else None
    return behind is not None and _is_move(behind) and bool(
        _BEFORE_CHANGE.fullmatch(text, mentions[last].end, behind.start)
    )  # fmt: skip
