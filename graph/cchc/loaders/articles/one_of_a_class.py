"""A unit that is said to be one of all that a class has, or the only one, beside the size of the class."""

from __future__ import annotations

import re

from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.series_patterns import ONLY_THESE

ONE_OF = re.compile(r"\b(?:một|0?1)\s+trong\s+(?:(?:tổng\s+)?số\s+)?$", re.I)
_HAS_SIZE = re.compile(
    r"\s*(?:\((?:gồm|có)?|,?\s*(?:gồm(?:\s+có)?|bao gồm|có|với|cả thảy có))\s*(?:tổng cộng\s+)?", re.I
)
_OTHERS = re.compile(r"\s+(?:khác|còn lại|nữa)\b", re.I)
"""Between a class and its size, and behind those of it that are others."""


def is_the_only(text: str, mentions: list[Mention], count: int, cue: int) -> bool:
    """Whether a unit named before is said to be the only one of a class with a name: "là tỉnh duy nhất ở nhóm C"."""
    only = mentions[count].number == 1 and ONLY_THESE.match(text, mentions[count].end)
    return bool(only) and count < cue and mentions[cue].kind is Kind.GRADE


def has_its_size(text: str, mentions: list[Mention], count: int, cue: int) -> bool:
    """Whether the class that a unit is said to be in has its size right behind it: "góp mặt trong nhóm A gồm 13 địa
    phương", "thuộc nhóm A (13 tỉnh)"."""
    if cue + 1 != count or mentions[cue].kind is Kind.DIRECTION:
        return False
    closed = mentions[cue].end + text.startswith(")", mentions[cue].end)
    has = _HAS_SIZE.fullmatch(text, closed, mentions[count].start)
    return bool(has) and not _OTHERS.match(text, mentions[count].end)


def is_one_of(text: str, mentions: list[Mention], count: int, cue: int) -> bool:
    """Whether a unit is said to be one of all that a class has: "là 1 trong 59 tỉnh thuộc nhóm B"."""
    if cue <= count or not preceded(ONE_OF, text, mentions[count].start):
        return False
    return all(m.kind in (Kind.POPULATION, Kind.YEAR) for m in mentions[count + 1 : cue])
