"""Orders of ranks that go on: with the next units of a list, or in the next sentence."""

from __future__ import annotations

import re

from cchc.claims import Unit
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.name_patterns import LIST_SEPARATOR
from cchc.loaders.articles.walk import Walk

COPULA = re.compile(
    r"(?:\s*,\s*(?:theo thứ tự|lần lượt|xếp theo thứ tự)\b[^,;.\d]{0,40},?\s*(?:là\b)?\s*:?"
    r"|[^,;.]*\b(?:là|thuộc về|gọi tên|gồm(?: có)?|về tay|có|trao cho|ghi danh|là của)\s*:?"
    r"|\s*(?:(?:xếp\s+)?(?:lần lượt|theo thứ tự)\s*)?:)\s*(?:(?:các"
    r"|những)\s+(?:đơn vị|tỉnh|bộ|sở|huyện"
    r"|địa phương|gương mặt|cái tên)(?:\s+(?:quen thuộc|cũ|mới))?\s*:?\s*)?",
    re.I,
)
"""Words between a rank and the units after it that have it."""
_FOLLOWS = (
    r"kế đến|kế tiếp|kế đó|tiếp theo|tiếp đến|tiếp đó|tiếp sau|sau đó|theo sau|kế sau|bám sát|nối gót|nối tiếp"
    r"|theo chân|phía sau|ngay sau|bám đuổi"
)
_NEXT = re.compile(
    rf"(?:{_FOLLOWS}|xếp sau|đứng sau)\b"
    r"[^;.]{0,60}?(?:(?:\blà\b"
    r"|:)\s*(?:các\s+)?(?:đơn vị|tỉnh|sở|bộ|huyện)?\s*:?)?\s*$",
    re.I,
)
"""Words that continue an order of ranks with the units after them."""
_GOES_ON = re.compile(
    r"\s*(?:(?:(?:các|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+)?(?:tỉnh,\s+thành phố|địa phương|đơn vị|tỉnh"
    r"|bộ, ngành|bộ|sở|huyện|vị trí|thứ hạng)\s+)?(?:(?:có|xếp|đứng|bám|ngay|liền|kế|vị trí|lần lượt|đuổi|ở)\s+)*"
    rf"(?:{_FOLLOWS}|sau)\b"
    r"(?:[^;.()\d]{0,60}\b(?:là|thuộc về|gọi tên)\s*(?::\s*)?|\s*:\s*)(?:các\s+)?(?:(?:đơn vị|địa phương)\s*:?\s*)?",
    re.I,
)
"""What opens a sentence that goes on with the order of ranks of the one before it."""


_THE_REST = re.compile(
    r"\s*(?:các\s+)?(?:(?:vị trí|đơn vị|địa phương|tỉnh|bộ|sở|huyện|cái tên|gương mặt)\s+)?còn lại\s+(?:trong|của)\s+"
    r"(?:tốp|top|nhóm)\s+(?P<size>\d{1,2})\b[^;.()\d]{0,30}\b(?:lần lượt|theo thứ tự)\b[^;.()\d]{0,20}?"
    r"(?:là|thuộc về|gồm)?\s*:?\s*",
    re.I,
)
"""What opens a sentence that tells the rest of the best: "Các đơn vị còn lại trong tốp 5 lần lượt là …"."""


def goes_on(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether the units just named continue an order of ranks, so that they are ranked next."""
    if _have_their_own(walk, mention):
        walk.last_rank = None
        return False
    before = walk.mentions[place - 1] if place else None
    if (
        place > 1
        and before
        and before.kind is Kind.POPULATION
        and walk.text[before.end : mention.start].strip(": ") == ""
    ):
        before = walk.mentions[place - 2]  # "tiếp theo là các Bộ: Tài chính; Ngoại giao"
    rest = _THE_REST.fullmatch(walk.text, 0, mention.start)
    if rest and not walk.last_rank:
        last = rank_before(walk, place)
        walk.last_rank = last if last and last + len(mention.names) == int(rest["size"]) else None
        return bool(walk.last_rank)
    if not walk.last_rank and _GOES_ON.fullmatch(walk.text, 0, mention.start):
        walk.last_rank = rank_before(walk, place)
        return bool(walk.last_rank)
    if place in walk.taken_units or not walk.last_rank:
        return False
    if before and before.word == "next" and COPULA.fullmatch(walk.text, before.end, mention.start):
        return True
    if walk.most is not None and walk.last_rank >= walk.most:
        walk.in_order = False  # "Hai vị trí đầu: A 91,2%, B 90,5%; C …": no third is told.
    if walk.in_order and before and before.kind is Kind.NUMBER and before.unit_of_measure in ("percent", "points"):
        # "kế đến là A 94,8 điểm, B 94,05 điểm": each of them is the next.
        closed = before.end + walk.text.startswith(")", before.end)
        after = walk.mentions[place + 1 : place + 2]
        placed = bool(after) and after[0].kind in (Kind.RANK, Kind.SUPERLATIVE)  # "…; B đứng cuối": B says where it is.
        walk.in_order = not placed and bool(LIST_SEPARATOR.fullmatch(walk.text, closed, mention.start))
        return walk.in_order
    walk.in_order = False
    return bool(_NEXT.search(walk.text[before.end if before else 0 : mention.start]))


def _have_their_own(walk: Walk, units: Mention) -> bool:
    """Whether units have their places behind their names: "kế đó là Đà Nẵng (89,8%, thứ 4), Hà Nội (89,1%, thứ 10)"."""
    end = units.end
    if walk.text[end : end + 2] == " (":
        end = max(end, walk.text.find(")", end))
    return any(m.kind is Kind.RANK and units.start < m.start < end for m in walk.mentions)


def rank_before(walk: Walk, place: int) -> int | None:
    """The rank that the sentence before ended its order with, in the edition talked about here; or that of the unit
    named in this sentence first ("Đứng sau Hải Phòng là …")."""
    state, ranks = walk.states[place], walk.passage.context.ranks
    named = [unit.path for mention in walk.mentions[:place] for unit, _, _ in walk.units_of(mention)]
    return ranks.get((state.index, state.year, named[-1])) if named else rank_told_last(walk, place)


def rank_told_last(walk: Walk, place: int) -> int | None:
    """The rank told last, before this sentence, if it is of the edition talked about here."""
    state, ranks = walk.states[place], walk.passage.context.ranks
    if not ranks:
        return None
    (index, year, _), rank = next(reversed(ranks.items()))
    return rank if (index, year) == (state.index, state.year) else None


def remember(walk: Walk, place: int, unit: Unit, rank: int) -> None:
    """Keeps a rank for a sentence that goes on with the order: "Tiếp theo là Hải Phòng"."""
    state, ranks = walk.states[place], walk.passage.context.ranks
    later = any(index == state.index and (year or 0) > (state.year or 0) for index, year, _ in ranks)
    if walk.subject.component is None and walk.scope is None and not later:
        key = (state.index, state.year, unit.path)
        ranks.pop(key, None)
        ranks[key] = rank
