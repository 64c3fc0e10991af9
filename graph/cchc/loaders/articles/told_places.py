"""Places that a sentence gives the units it lists: those of a class in order, the best few with falling scores, or all
"from high to low". Never against the scores that the units have."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.lists import fall, score_in
from cchc.loaders.articles.mentions import Kind, Mention, amount_of, is_best, preceded, whole_number
from cchc.loaders.articles.name_patterns import LIST_SEPARATOR
from cchc.loaders.articles.patterns import spaced
from cchc.loaders.articles.places_together import told_ahead, told_behind
from cchc.vietnamese.numbers import WORDS
from cchc.vietnamese.scanning import Line

_FEWEST = 2
_NUMBER = rf"(?:\d{{1,2}}|{WORDS})"
_NOUN = (
    r"(?:bộ, cơ quan ngang bộ|bộ, ngành|tỉnh, thành phố|tỉnh, thành|sở, ban, ngành|sở, ngành|huyện, thị xã, thành phố"
    r"|xã, phường|địa phương|đơn vị|cơ quan|tỉnh|bộ|sở|huyện|xã|phường|cái tên|tên|gương mặt|nơi)"
)
_IN_TURN = (
    r"(?:lần lượt|(?:xếp\s+)?(?:theo\s+)?thứ tự(?:\s+(?:từ cao (?:đến|xuống|tới) thấp|giảm dần))?"
    r"|từ cao (?:đến|xuống|tới) thấp|(?:xếp\s+)?từ trên xuống(?: dưới)?|theo (?:thứ hạng|thứ bậc))"
)
_WORDS = r"(?:[^.;:()\d]|\b(?:19|20)\d\d\b){0,60}?"
_FALLING = re.compile(r"từ (?:cao (?:đến|xuống|tới) thấp|trên xuống)|theo thứ (?:hạng|bậc)", re.I)
_OPENS_LIST = (
    rf"(?:(?P<{{0}}_turn>\b{_IN_TURN}\b)[^.;:()\d]{{{{0,20}}}}?)?"
    r"(?:\b(?:là|thuộc về|gồm(?:\s+có)?|bao gồm|gọi tên"
    r"|có(?!\s+(?:chỉ số|điểm|kết quả|mức|thứ|số|tổng|PAR|SIPAS|PCI|PAPI)\b))\b\s*:?|:)\s*(?:(?:các|những)\s+)?"
)
LEAD = spaced(
    rf"\b(?:tốp|top)\s+(?P<top>{_NUMBER})\b(?!\s*%){_WORDS}{_OPENS_LIST.format('top')}"
    rf"|\b(?P<best>{_NUMBER})\s+{_NOUN}\b{_WORDS}\b(?:dẫn đầu|đi đầu|đứng đầu|đầu tiên|xếp đầu|đầu bảng|đứng nhất"
    rf"|(?:điểm|chỉ số|kết quả|điểm số|hài lòng|PAR[ -]?INDEX|SIPAS)\s+cao nhất)\b{_WORDS}{_OPENS_LIST.format('best')}",
    re.I,
)
"""What announces the best few, with how many they are: "Tốp ba gồm …", "Ba địa phương dẫn đầu cả nước là …"."""
_BEST_IN_TURN = spaced(
    rf"(?:^|[.;:(]\s)\s*(?:[^,;.:()]{{0,60}},\s+)?(?P<who>(?:các|những) {_NOUN}|nhóm|tốp|top)?\s*"
    r"(?:(?:có|đạt|được|xếp|thuộc|điểm|chỉ số|kết quả|điểm số|nhóm|tốp|thứ hạng|PAR[ -]?INDEX|SIPAS) )*"
    r"(?:dẫn đầu|đi đầu|đứng đầu|đầu bảng|(?:cao|nhiều) điểm nhất|cao nhất)\b"
    rf"(?:(?!\bthấp\b)[^.;:()\d]|\b(?:19|20)\d\d\b){{0,60}}?\b{_IN_TURN}\b[^.;:()\d]{{0,20}}?"
    r"(?:\b(?:là|thuộc về|gồm|có)\b\s*:?|:)\s*(?:(?:các|những)\s+)?",
    re.I,
)
"""The same without how many they are: "Các đơn vị dẫn đầu lần lượt là …"."""
_ORDER = spaced(
    rf"\b{_IN_TURN}\b(?:\s+\w+){{0,4}}?\s*\)?\s*(?:,?\s*(?:là|gồm|thuộc về)\b\s*:?|:|(?=\s(?-i:[A-ZĐ])))\s*"
    r"(?:(?:các|những)\s+)?",
    re.I,
)
"""What says that units are told in order, right before the first of them."""
_GRADUALLY = re.compile(r"\bgiảm dần\b", re.I)
_TURN_BEHIND = re.compile(
    r"\s*[,(]\s*(?:(?:được|tính|kể|xếp|lần lượt)\s+)*theo\s+(?:đúng\s+)?thứ tự\s+"
    r"(?:từ cao (?:đến|xuống|tới)|từ trên xuống|giảm dần)|\s*[,(]\s*(?:xếp\s+)?từ cao (?:đến|xuống|tới)\b",
    re.I,
)
"""The same behind the units: "…, theo thứ tự từ cao xuống"."""
_REMARKS = re.compile(r"\([^()]*\)|[:–-]?\s*(?:(?:đạt|được|với)\s+)?\d{1,3}[.,]\d{1,4}\s*(?:điểm|%)?")
"""Behind a unit of a list: its score."""
_SOME = re.compile(r"\b(?:một số|trong đó|tiêu biểu|đơn cử|nằm trong|lọt|thuộc|vào|trong|khỏi|còn lại)\b", re.I)
_HEAD = re.compile(r"\s*(?:(?:đơn vị|địa phương|tỉnh|thành phố|TP\.?|bộ|sở|huyện)\s*:?\s*)*", re.I)
_LEGEND = re.compile(
    r"\(\s*(?:thứ\s+|xếp\s+)?hạng[^();:]{0,20}?\s*[-–/;,]\s*(?:tổng\s+|số\s+)?điểm[^();:]{0,20}\)\s*:\s*$", re.I
)
_PAIR = re.compile(r"\(\s*(?P<rank>\d{1,3})\s*[-–/;,]\s*(?P<score>\d{2,3}[.,]\d{1,4})\s*(?:điểm|%)?\s*\)\s*[;,.]?\s*$")
_ONLY_SOME = re.compile(r"\b(?:một số|trong đó|tiêu biểu|đơn cử|còn lại)\b", re.I)
_OF_ALL = re.compile(r"\b(?:khối|trong(?: số| tổng số)?|cả)\s+$", re.I)
"""Before how many units there are, of which those of a class are counted behind: "Khối 12 huyện có 5 đơn vị …"."""
_CUES = (
    "tốp",
    "top",
    "dẫn đầu",
    "đi đầu",
    "đầu tiên",
    "đứng đầu",
    "xếp đầu",
    "đầu bảng",
    "đứng nhất",
    "cao nhất",
    "điểm nhất",
)
_BEFORE_LEAD = 20
_NOT_OF_ALL = re.compile(
    r"\b(?:vùng|khu vực|miền|Tây Nguyên|Bộ (?:ngành )?(?:phía)|Đông Nam Bộ|đồng bằng|tăng|giảm|cải thiện|tiến bộ"
    r"|về (?!chỉ số|PAR|CCHC|SIPAS|mức độ))",
    re.I,
)
"""In a lead: the best of a region, or of a part."""


def with_told_places(mentions: list[Mention], text: Line) -> list[Mention]:
    """The mentions of a sentence, with the ranks of the units that it lists in order."""
    lower = text.folded
    lead = LEAD.search(text) if any(word in lower for word in _CUES) else None
    if lead:
        placed = _best_few(mentions, text, lead)
        if placed is not None:
            return placed
    turn = _BEST_IN_TURN.search(text) if not lead and any(word in lower for word in _CUES) else None
    if turn:
        placed = _best_in_turn(mentions, text, turn)
        if placed is not None:
            return placed
    mentions = told_ahead(told_behind(mentions, text), text)
    order = _ORDER.search(text)
    return _in_order(mentions, text, order) if order else mentions


def with_pair(mentions: list[Mention], text: str, before: str) -> list[Mention]:
    """The mentions of a line that is a unit with two figures in parentheses, which the line before the list names:
    "(thứ hạng cả nước - điểm):", "Long An (7 - 89,87)". The rank is the first of them."""
    pair = _PAIR.search(text)
    units = [m for m in mentions if m.kind is Kind.UNIT]
    if pair is None or len(units) != 1 or not _LEGEND.search(before) or not _HEAD.fullmatch(text, 0, units[0].start):
        return mentions
    score = amount_of(pair["score"])
    if score is None or text[units[0].end : pair.start()].strip():
        return mentions
    return [
        Mention(Kind.RANK, max(0, units[0].start - 1), units[0].start, Decimal(pair["rank"]), word="item"), *units,
        Mention(Kind.NUMBER, *pair.span("score"), score, unit_of_measure="points", word="cued"),
    ]  # fmt: skip


def _best_few(mentions: list[Mention], text: str, lead: re.Match[str]) -> list[Mention] | None:
    """With the ranks of the best few, of which each has a score, none a higher one than the one before it; or which
    are told in turn. None where they are not."""
    kind = "top" if lead["top"] else "best"
    number = whole_number(lead[kind])
    before = text[max(0, lead.start() - _BEFORE_LEAD) : lead.start()]
    if not number or number < _FEWEST or _SOME.search(before) or _NOT_OF_ALL.search(_GRADUALLY.sub("", lead[0])):
        return None
    inside = [m for m in mentions if lead.start() <= m.start < lead.end()]
    if any(m.kind in (Kind.REGION, Kind.COMPONENT, Kind.GRADE, Kind.BAND, Kind.UNIT) for m in inside):
        return None
    listed = _listed(mentions, text, lead.end(), number)
    scores = _scores(text, listed) if listed else []
    told = [score for score in scores if score is not None]
    turn = lead[f"{kind}_turn"] or (listed and _TURN_BEHIND.match(text, listed[-1].end))
    whole = len(told) == number or (len(told) < _FEWEST and turn)
    if not listed or not whole or not fall(told):
        return None
    kept = [m for m in mentions if m not in inside or m.kind not in (Kind.RANK, Kind.SUPERLATIVE)]
    return _placed(kept, listed)


def _best_in_turn(mentions: list[Mention], text: str, turn: re.Match[str]) -> list[Mention] | None:
    """With the ranks of the best, told in turn, of which each has a score, none a higher one than the one before it.
    None where they have not."""
    lead = turn[0].removesuffix("thuộc về ")
    if _NOT_OF_ALL.search(lead) or _SOME.search(lead, max(turn.start("who") - turn.start(), 0)):
        return None
    kinds = (Kind.REGION, Kind.COMPONENT, Kind.GRADE, Kind.BAND, Kind.UNIT, Kind.SELF)
    inside = [m for m in mentions if turn.start() <= m.start < turn.end()]
    if any(m.kind in kinds for m in inside):
        return None
    end = text.find(". ", turn.end())
    units = [m for m in mentions if m.kind is Kind.UNIT and turn.end() <= m.start and (end < 0 or m.start < end)]
    for number in range(sum(len(m.names) for m in units), 1, -1):
        listed = _listed(mentions, text, turn.end(), number)
        scores = _scores(text, listed) if listed else []
        if listed and None not in scores and fall([score for score in scores if score is not None]):
            run = all(LIST_SEPARATOR.fullmatch(_REMARKS.sub("", text[a.end : b.start])) for a, b in pairwise(listed))
            kept = [m for m in mentions if m not in inside or m.kind not in (Kind.RANK, Kind.SUPERLATIVE)]
            if run:
                return _placed(kept, listed)
    return None


def _in_order(mentions: list[Mention], text: str, order: re.Match[str]) -> list[Mention]:
    """With the ranks of units that the sentence says to tell in order: all of them from high to low, with the score of
    each ("(xếp từ cao xuống thấp): huyện Điện Biên 85,71 điểm; …"), or all that are in the best class."""
    before = [m for m in mentions if m.start < order.start()]
    if _ONLY_SOME.search(text, 0, order.start()):
        return mentions
    graded = [m for m in before if m.kind in (Kind.GRADE, Kind.BAND)]
    counted = [m for m in before if m.kind is Kind.COUNT and not preceded(_OF_ALL, text, m.start)]
    falling = bool(_FALLING.search(order[0]))
    if any(m.kind in (Kind.UNIT, Kind.SELF, Kind.RANK, Kind.REGION, Kind.COMPONENT) for m in before):
        return mentions
    if graded:
        if len(graded) > 1 or len(counted) != 1 or not is_best(graded[0]):
            return mentions  # "9 huyện loại Khá, từ cao xuống thấp: …": others are before them.
        number = int(counted[0].number or 0)
    elif falling:
        number = sum(len(m.names) for m in mentions if m.kind is Kind.UNIT and m.start >= order.end())
    else:
        return mentions
    listed = _listed(mentions, text, order.end(), number) if number >= _FEWEST else []
    scores = _scores(text, listed)
    told = [score for score in scores if score is not None]
    if not listed or not fall(told) or len(told) != (number if told or not graded else 0):
        return mentions
    if not graded and number <= _FEWEST:
        return mentions
    if any(m.kind is Kind.RANK and m.start >= order.end() for m in mentions):
        return mentions
    return _placed(mentions, listed)


def _listed(mentions: list[Mention], text: str, start: int, number: int) -> list[Mention]:
    """The mentions of so many units from a place on, which the first of them stands at; none where they are not as
    many."""
    after = [m for m in mentions if m.start >= start]
    units = [m for m in after if m.kind is Kind.UNIT]
    if not units or units[0] is not after[0] or not _HEAD.fullmatch(text, start, units[0].start):
        return []
    found: list[Mention] = []
    for unit in units:
        if sum(len(m.names) for m in found) >= number:
            break
        found.append(unit)
    return found if sum(len(m.names) for m in found) == number else []


def _scores(text: str, listed: list[Mention]) -> list[Decimal | None]:
    """The score behind the name of each unit."""
    names = [name for unit in listed for name in unit.names]
    if not names:
        return []
    last = text.find(";", names[-1][2])
    ends = [*(start for _, start, _ in names[1:]), last if last >= 0 else len(text)]
    return [score_in(text, end, following) for (_, _, end), following in zip(names, ends, strict=True)]


def _placed(mentions: list[Mention], listed: list[Mention]) -> list[Mention]:
    """The mentions with a rank before each of the listed units."""
    found: list[Mention] = []
    rank = 1
    for mention in mentions:
        if any(mention is unit for unit in listed):
            word = "item" if len(mention.names) == 1 else "run"
            found.append(Mention(Kind.RANK, mention.start - 1, mention.start, Decimal(rank), word=word))
            rank += len(mention.names)
        found.append(mention)
    return found
