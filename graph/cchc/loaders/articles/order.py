"""Orders of ranks that go on: with the next units of a list, or in the next sentence."""

from __future__ import annotations

import re

from cchc.claims import Unit
from cchc.loaders.articles.mentions import Kind, Mention, preceded, whole_number
from cchc.loaders.articles.name_patterns import LIST_SEPARATOR
from cchc.loaders.articles.walk import Walk
from cchc.vietnamese.numbers import WORDS

COPULA = re.compile(
    r"(?:\s*,\s*(?:theo thứ tự|lần lượt|xếp theo thứ tự)\b[^,;.\d]{0,40},?\s*(?:(?:là|thuộc về|gọi tên|của)\b)?\s*:?"
    r"|[^,;.]*\b(?:là|thuộc về|gọi tên|gồm(?: có)?|về tay|có|trao cho|ghi danh|là của)\s*:?"
    r"|\s*(?:(?:xếp\s+)?(?:lần lượt|theo thứ tự)\s*)?:)\s*(?:(?:các"
    r"|những)\s+(?:đơn vị|tỉnh|bộ|sở|huyện"
    r"|địa phương|gương mặt|cái tên)(?:\s+(?:quen thuộc|cũ|mới))?\s*:?\s*)?",
    re.I,
)
"""Words between a rank and the units after it that have it."""
_FOLLOWS = (
    r"kế đến|kế tiếp|kế đó|tiếp theo|tiếp đến|tiếp đó|tiếp sau|tiếp nữa|tiếp sau đó|sau đó|theo sau|kế sau"
    r"|bám sát|nối gót|nối tiếp|theo chân|phía sau|ngay sau|bám đuổi"
    r"|(?:phía|bên|liền|ngay) dưới"
)
_NEXT = re.compile(
    rf"(?:{_FOLLOWS}|xếp sau|đứng sau)\b"
    r"[^;.]{0,60}?(?:(?:\blà\b"
    r"|:)\s*(?:các\s+)?(?:đơn vị|tỉnh|sở|bộ|huyện)?\s*:?)?\s*$",
    re.I,
)
"""Words that continue an order of ranks with the units after them."""
_GOES_ON = re.compile(
    r"\s*(?:(?:Trong|Ở|Tính trong|Xét trong)\s+(?:toàn\s+)?(?:vùng|khu vực)(?:\s+này)?,\s+)?"
    r"(?:(?:thứ tự|xếp hạng)\s+)?(?:(?:(?:các|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+)?"
    r"(?:tỉnh,\s+thành phố|địa phương|đơn vị|tỉnh"
    r"|cơ quan|bộ, ngành|bộ|sở|huyện|vị trí|thứ hạng)\s+)?"
    r"(?:(?:có|xếp|đứng|bám|ngay|liền|kế|vị trí|lần lượt|đuổi|ở)\s+)*"
    rf"(?:{_FOLLOWS}|sau)\b"
    r"(?:[^;.()\d]{0,60}\b(?:là|thuộc về|gọi tên)\s*(?::\s*)?"
    r"|(?:,\s*(?:xếp\s+)?(?:từ trên xuống|từ cao xuống|theo thứ tự|lần lượt)[^;.():\d]{0,20})?\s*:\s*)"
    r"(?:các\s+)?(?:(?:đơn vị|địa phương|(?:tỉnh|huyện|thị xã|sở|bộ)"
    r"(?:,\s+(?:ngành|thị xã|thành phố|thành)){1,2})\s*:?\s*)?",
    re.I,
)
"""What opens a sentence that goes on with the order of ranks of the one before it."""


_ITS_OWN = re.compile(
    r"(?:(?:,?\s*(?:với|đạt|được|có|là|xếp|đứng|ở|giữ|cùng|và|điểm|điểm số|số điểm|chỉ số|mức|kết quả)(?!\w))*"
    r"\s*\d{1,3}[.,]\d{1,4}\s*(?:%|điểm)?)?[\s,(]*"
    r"(?:(?:xếp|đứng|ở|giữ|và|vị trí|thứ|hạng|thứ hạng|tương ứng)(?!\w)\s*)*(?:\d{1,3}(?![.,\d]))?",
    re.I,
)
"""Behind a unit: its score, and its place."""
_OTHERS = (Kind.UNIT, Kind.SELF, Kind.STRANGER, Kind.INDEX)
_THEN = re.compile(r"\)?\s*[,;]?\s*(?:và\s+)?rồi(?:\s+(?:mới\s+)?(?:đến|tới))?(?:\s+là)?\s*$", re.I)
"""What leads an order of ranks on to its next unit: "…, kế đó là A (94,8 điểm), rồi B"."""
_ABOVE = re.compile(
    rf"\s*(?:(?P<number>\d{{1,2}}|{WORDS})\s+(?:tỉnh,\s+thành phố|tỉnh, thành|địa phương|đơn vị|tỉnh|bộ, ngành|bộ|sở"
    r"|sở, ngành|huyện|vị trí|cái tên)\s+)?(?:(?:có|xếp|đứng|ở|nằm|hạng|thứ hạng)\s+)*(?P<right>(?:ngay|liền|kề)\s+)?"
    r"(?:phía\s+)?(?:trên|trước)\s+(?:(?:tỉnh|thành phố|TP\.?|huyện|sở|bộ)\s+)?$",
    re.I,
)
"""What opens a sentence that tells who is before another: "Năm vị trí trên Hà Nam lần lượt là …"."""
_ALL_ABOVE = re.compile(
    rf"\s*(?P<number>\d{{1,2}}|{WORDS})\s+(?:tỉnh,\s+thành phố|tỉnh, thành|địa phương|đơn vị|tỉnh|bộ, ngành|bộ|sở|huyện"
    r"|vị trí|thứ hạng|hạng|cái tên)\s+(?:(?:xếp|đứng|ở|nằm|hạng|phía)\s+)*(?:trên|trước)\s+(?:lần lượt|theo thứ tự)\s+"
    r"(?:là|gồm|thuộc về)\s*:?\s*",
    re.I,
)
"""The same of all before the unit told last: "Bốn hạng trên lần lượt thuộc về …"."""
_ALL_BEFORE = re.compile(r"\bsau\s+(?:các\s+\w+\s+)?(?:lần lượt|theo thứ tự)\s+(?:là\s+)?(?:các\s+)?$", re.I)
_WHO_IN_TURN = re.compile(
    r"\s*,?\s*(?:(?:cũng|còn)\s+)*(?P<turn>lần lượt|(?:xếp\s+)?theo thứ tự(?:\s+từ cao (?:xuống|đến) thấp)?)?\s*"
    r"(?:là|gồm(?:\s+có)?|thuộc về|có)?\s*:?\s*"
    r"(?:(?:các\s+)?(?:đơn vị|địa phương|tỉnh|bộ|sở|huyện|thành phố)\s*:?\s*)?",
    re.I,
)


_THE_REST = re.compile(
    r"\s*(?:các\s+)?(?:(?:vị trí|đơn vị|địa phương|tỉnh|bộ|sở|huyện|cái tên|gương mặt)\s+)?còn lại\s+(?:trong|của)\s+"
    r"(?:tốp|top|nhóm)\s+(?P<size>\d{1,2})\b[^;.()\d]{0,30}\b(?:lần lượt|theo thứ tự)\b[^;.()\d]{0,20}?"
    r"(?:là|thuộc về|gồm)?\s*:?\s*",
    re.I,
)
"""What opens a sentence that tells the rest of the best: "Các đơn vị còn lại trong tốp 5 lần lượt là …"."""


def goes_on(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether the units just named continue an order of ranks, so that they are ranked next."""
    of_all = (walk.last_scope if walk.last_rank else walk.scope) is None
    if of_all and _have_their_own(walk, mention):
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
    if place in walk.taken_units:
        return False
    if (
        len(mention.names) + 1 == walk.last_rank
        and walk.scope is None
        and preceded(_ALL_BEFORE, walk.text, mention.start)
    ):
        walk.last_rank = 0  # "xếp thứ 4, sau lần lượt Quảng Ninh, Hải Phòng, Đà Nẵng"
        return True
    if not walk.last_rank:
        walk.last_rank = _above(walk, place, mention)
        return walk.last_rank is not None
    if before and before.word == "next" and COPULA.fullmatch(walk.text, before.end, mention.start):
        return True
    if walk.most is not None and walk.last_rank >= walk.most:
        walk.in_order = False  # "Hai vị trí đầu: A 91,2%, B 90,5%; C …": no third is told.
    if walk.in_order and before and _is_its_figure(walk, place - 1):
        # "kế đến là A 94,8 điểm, B 94,05 điểm": each of them is the next.
        closed = before.end + walk.text.startswith(")", before.end)
        after = walk.mentions[place + 1 : place + 2]
        placed = bool(after) and after[0].kind in (Kind.RANK, Kind.SUPERLATIVE)  # "…; B đứng cuối": B says where it is.
        listed = LIST_SEPARATOR.fullmatch(walk.text, closed, mention.start)
        walk.in_order = not placed and bool(listed or _then(walk, closed, mention.start))
        if walk.in_order or not _NEXT.search(walk.text, before.end, mention.start):
            return walk.in_order
    walk.in_order = False
    between = walk.text[before.end if before else 0 : mention.start]
    return bool(
        _NEXT.search(between) or (before and _is_its_figure(walk, place - 1) and _then(walk, before.end, mention.start))
    )


def names_fewer(walk: Walk, place: int) -> bool:
    """Whether fewer units are named behind so many places than these are: "Tốp 5 có mặt A, B"."""
    places = whole_number(walk.text[walk.mentions[place].start :])
    behind = sum(len(m.names) for m in walk.mentions[place:] if m.kind is Kind.UNIT)
    return bool(places and behind < places and not any(m.kind is Kind.UNIT for m in walk.mentions[:place]))


def _then(walk: Walk, start: int, end: int) -> bool:
    """Whether nothing but a word that leads an order on stands between two places."""
    return bool(_THEN.fullmatch(walk.text, start, end))


def _above(walk: Walk, place: int, units: Mention) -> int | None:
    """The rank right before the first of several units that the sentence tells in turn, which are all that are between
    it and the unit that it names first: "Năm vị trí trên Hà Nam lần lượt là …", "Ngay trên tỉnh là Bắc Ninh"."""
    named = walk.mentions[place - 1] if place else None
    all_above = _ALL_ABOVE.fullmatch(walk.text, 0, units.start) if walk.scope is None else None
    if all_above:
        number, told_last = whole_number(all_above["number"]), rank_told_last(walk, place)
        count = sum(len(m.names) for m in walk.mentions[place:] if m.kind is Kind.UNIT)
        walk.most = number
        return 0 if number and told_last == number + 1 == count + 1 else None
    if named is None or named.kind not in (Kind.UNIT, Kind.SELF) or len(named.names) > 1 or walk.scope is not None:
        return None
    above = _ABOVE.fullmatch(walk.text, 0, named.start)
    told = _WHO_IN_TURN.fullmatch(walk.text, named.end, units.start)
    if not above or not told or not _paths(walk, named):
        return None
    rank = rank_before(walk, place)
    listed = [m for m in walk.mentions[place:] if m.kind is Kind.UNIT]
    count = sum(len(m.names) for m in listed)
    number = whole_number(above["number"]) if above["number"] else 1 if above["right"] else None
    if above["number"] is None and told["turn"] and rank == count + 1:
        number = count  # "Đứng trên tỉnh lần lượt có …": all that are.
    if rank is None or number != count or number >= rank or (count > 1 and (len(listed) > 1 or not told["turn"])):
        return None
    return rank - number - 1


def _is_its_figure(walk: Walk, place: int) -> bool:
    """Whether a mention is the score of the unit before it, or the class in parentheses behind that score."""
    mention = walk.mentions[place]
    if mention.kind is Kind.GRADE and place and walk.passage.in_parentheses(mention.start):
        mention = walk.mentions[place - 1]
    return mention.kind is Kind.NUMBER and mention.unit_of_measure in ("percent", "points")


def _have_their_own(walk: Walk, units: Mention) -> bool:
    """Whether units have their places behind their names: "kế đó là Đà Nẵng (89,8%, thứ 4), Hà Nội (89,1%, thứ 10)"."""
    end = units.end
    if walk.text[end : end + 2] == " (":
        end = max(end, walk.text.find(")", end))
    if len(units.names) == 1:
        own = _ITS_OWN.match(walk.text, units.end)
        end = max(end, own.end() if own else end)  # "tiếp đến Nghệ An 85,03% (hạng 20)"
        end = next((m.start for m in walk.mentions if units.start < m.start < end and m.kind in _OTHERS), end)
    inside = (m for m in walk.mentions if units.start < m.start < end)
    return any(m.kind is Kind.RANK or (m.kind is Kind.FRACTION and m.of) for m in inside)


def rank_before(walk: Walk, place: int) -> int | None:
    """The rank that the sentence before ended its order with, in the edition talked about here; or that of the unit
    named in this sentence first ("Đứng sau Hải Phòng là …")."""
    state, ranks = walk.states[place], walk.passage.context.ranks
    named = [path for mention in walk.mentions[:place] for path in _paths(walk, mention)]
    if walk.scope is not None:
        context = walk.passage.context
        year = state.year or context.document_year
        return context.region_ranks.get((state.index, year, walk.scope.path, (named or [""])[-1]))
    return ranks.get((state.index, state.year, named[-1])) if named else rank_told_last(walk, place)


def _paths(walk: Walk, mention: Mention) -> list[str]:
    """The paths of the units that a mention names, or calls by their own word for themselves."""
    if mention.kind is Kind.SELF:
        return [walk.itself.path] if walk.itself else []
    return [unit.path for unit, _, _ in walk.units_of(mention)]


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
    if walk.subject.component is None and walk.scope is not None:
        year = state.year or walk.passage.context.document_year
        walk.passage.context.region_ranks[state.index, year, walk.scope.path, unit.path] = rank
    later = any(index == state.index and (year or 0) > (state.year or 0) for index, year, _ in ranks)
    if walk.subject.component is None and walk.scope is None and not later:
        key = (state.index, state.year, unit.path)
        ranks.pop(key, None)
        ranks[key] = rank
