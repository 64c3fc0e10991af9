"""Places in parentheses behind the units of a list, without a word for one: "cuối bảng xếp hạng là Phú Yên (60), Kiên
Giang (62)"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.mentions import Kind, Mention

_PLACE = re.compile(r"\s*\(\s*(?P<rank>\d{1,3})\s*\)")
_RANKED = re.compile(
    r"\b(?:xếp hạng|thứ hạng|hạng|vị trí|thứ bậc|(?:đầu|cuối|giữa) bảng|(?:xếp|đứng) (?:sau|trên|dưới))\b", re.I
)
_OF_SOMETHING_ELSE = re.compile(r"\b(?:tăng|giảm|tụt|vươn|thăng|cải thiện|điểm|lượt|số lượng|tiêu chí|hồ sơ)\b|%", re.I)
_MOST = 124
"""The most units that any ranking of a list has."""


def with_bracketed_places(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions, with the ranks of a list of units that each have a whole number in parentheses, all of which rise
    or all of which fall, behind a word for ranks and none for anything else that is counted."""
    several = any(m.kind is Kind.UNIT and len(m.names) > 1 for m in mentions)
    if not several or "(" not in text or any(m.kind is Kind.REGION for m in mentions):
        return mentions  # Of a region's units, the places in it or in all may be told.
    found: list[Mention] = []
    end = 0
    for mention in mentions:
        places = _places(mention, text) if mention.kind is Kind.UNIT else []
        if not places:
            if mention.start >= end:
                found.append(mention)
            continue
        for named, (start, end, rank) in zip(mention.names, places, strict=True):
            found.append(
                replace(mention, start=max(named[1], found[-1].end if found else 0), end=named[2], names=(named,))
            )
            found.append(Mention(Kind.RANK, start, end, Decimal(rank)))
    return found


def _places(mention: Mention, text: str) -> list[tuple[int, int, int]]:
    """Where the place of each unit of a list stands, and which it is; none where one has no place."""
    if len(mention.names) < 2 or not _RANKED.search(text, 0, mention.start):
        return []
    if _OF_SOMETHING_ELSE.search(text, 0, mention.start):
        return []
    told = [_PLACE.match(text, end) for _, _, end in mention.names]
    found = [(*match.span("rank"), int(match["rank"])) for match in told if match]
    ranks = [rank for _, _, rank in found]
    ordered = all(a < b for a, b in pairwise(ranks)) or all(a > b for a, b in pairwise(ranks))
    return found if len(found) == len(mention.names) and ordered and min(ranks) > 0 and max(ranks) <= _MOST else []
