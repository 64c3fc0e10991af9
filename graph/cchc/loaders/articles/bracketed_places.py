"""Places in parentheses behind the units of a list, without a word for one: "cuối bảng xếp hạng là Phú Yên (60), Kiên
Giang (62)"; and behind a rank: "hạng 7 (12)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.mentions import BRACKETED, MEASURES, Kind, Mention
from cchc.loaders.articles.patterns import spaced

_PLACE = re.compile(r"\s*\(\s*(?P<rank>\d{1,3})\s*\)")
_LEGEND = re.compile(
    r"\btrong\s+(?:dấu\s+)?ngoặc(?:\s+đơn)?\s+(?:là|ghi)\s+(?:số\s+)?(?:thứ\s+hạng|thứ\s+bậc|thứ\s+tự\s+xếp\s+hạng|xếp\s+hạng"
    r"|hạng|vị\s+trí|vị\s+thứ)\b(?![^();:]*\bnăm\s+(?:\d|trước|ngoái))[^();:]{0,40}"
    r"|\b(?:xếp|thứ)?\s*hạng(?:\s+(?:toàn quốc|cả nước|chung))?\s+\((?:ở |ghi )?trong (?:dấu )?ngoặc(?: đơn)?\)",
    re.I,
)
"""What says that parentheses hold ranks."""
_OF_A_REGION = re.compile(r"\b(?:vùng|khu vực|cụm)\b", re.I)
_RANKED = re.compile(
    r"\b(?:xếp hạng|thứ hạng|hạng|vị trí|thứ bậc|(?:đầu|cuối|giữa) bảng|(?:xếp|đứng) (?:sau|trên|dưới))\b", re.I
)
_OF_SOMETHING_ELSE = re.compile(r"\b(?:tăng|giảm|tụt|vươn|thăng|cải thiện|điểm|lượt|số lượng|tiêu chí|hồ sơ)\b|%", re.I)
_RANK_BEFORE = spaced(r"\b(?:hạng|thứ|vị trí)\s+\d{1,3}(?:/\d{1,3})?\s*\((?P<before>\d{1,3})\)")
_MOST = 124
"""The most units that any ranking of a list has."""


def ranks_before(text: str) -> Iterator[Mention]:
    """ "hạng 7 (12)": what stands in parentheses behind a rank, which only a legend says to be another rank."""
    for match in _RANK_BEFORE.finditer(text) if "(" in text else ():
        yield Mention(Kind.RANK, *match.span("before"), Decimal(match["before"]), word=BRACKETED)


def with_bracketed_places(mentions: list[Mention], text: str, before: str = "") -> list[Mention]:
    """The mentions, with the ranks of a list of units that each have a whole number in parentheses, all of which rise
    or all of which fall, behind a word for ranks and none for anything else that is counted; or whatever their order,
    where a legend in the sentence or in the text ``before`` it says that parentheses hold ranks."""
    legend = None
    if "ngoặc" in text or "ngoặc" in before:
        legend = _LEGEND.search(text) or _LEGEND.search(before)
    if legend and not _OF_A_REGION.search(legend[0]):
        return [_as_rank(mention, text) for mention in mentions]
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


def behind_result(mentions: list[Mention], opening: int) -> bool:
    """Whether parentheses that open at a place stand behind a result, beside which a legend says that they hold that of
    another time; behind the name of a part or a mean they hold its only figure: "thể chế (8,87 điểm)"."""
    owners = (Kind.COMPONENT, Kind.MEAN, Kind.REGION, Kind.UNIT, Kind.CLASS)
    before = (m for m in reversed(mentions) if m.end <= opening)
    told = next((m for m in before if m.kind in owners or m.kind in MEASURES), None)
    return told is None or told.kind not in owners


def _as_rank(mention: Mention, text: str) -> Mention:
    """A whole number alone in parentheses, as the rank that it is; other mentions as they are."""
    alone = text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"
    place = _PLACE.fullmatch(text, mention.start - 1, mention.end + 1) if alone else None
    if mention.kind is not Kind.NUMBER or place is None or not 0 < int(place["rank"]) <= _MOST:
        return mention
    return replace(mention, kind=Kind.RANK, number=Decimal(place["rank"]), unit_of_measure=None, word="")


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
