"""The units behind a measure that have it: "cao nhất là Bộ Tư pháp", "thứ nhì Sở Y tế"."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc.claims import Observation
from cchc.loaders.articles.context import LARGEST_REGION
from cchc.loaders.articles.mentions import LISTED, Kind, Mention, preceded
from cchc.loaders.articles.order import COPULA
from cchc.loaders.articles.walk import Subject, Walk

OVERTAKEN = re.compile(
    r"\b(?:vượt(?:\s+(?:qua|mặt|lên trên))?|bỏ xa|qua mặt|soán ngôi(?:\s+của)?|thay thế)[\"”’']?\s+"
    r"(?:(?:quán quân|á quân)\s+)?"
    r"(?:(?:tỉnh|thành phố|TP\.?)\s+)?$",
    re.I,
)
"""Words that make a unit the one that another has left behind."""
_BRINGS = re.compile(r"\s*(?:đã\s+)?(?:đưa|giúp|đẩy)\s+(?:tỉnh\s+)?", re.I)
_PARTS_FROM = re.compile(r"[;.](?:\s|$)|,\s*(?:cao |nhiều )?(?:hơn|kém|cách|bỏ xa|trên|sau)\b", re.I)
"""Between a measure and a unit: the unit is another's."""
_CLAUSE_OPENS = re.compile(r"[,;:(]\s+$|[(]$")
_WHO = re.compile(
    r"(?<!soán ngôi )(?<!vượt )(?<!qua )(?<!qua mặt )(?<!thay )"
    r"\b(?:tỉnh|thành phố|địa phương|đơn vị|bộ|sở|huyện|xã|phường)\s+(?:đang\s+|hiện\s+)?$",
    re.I,
)
"""Before a superlative that the unit behind it has: "tỉnh đầu bảng Quảng Ninh"."""
_CHAMPION = re.compile(r"(?:quán quân|thủ khoa|á quân)", re.I)
_NOT_WHO = re.compile(r"\b(?:là|giữ|ngôi|vị trí|danh hiệu|thành|đoạt|giành|lên|xuống|ở|về|thay|soán|của)\s+$", re.I)
"""A place as the noun for the unit behind it: "sau quán quân Hải Phòng"; and what is none before it."""
_OF_ALL = re.compile(
    r"\s+(?:(?:cả|trong|trên|của|tất cả|(?:tổng )?số|khối|nhóm|toàn bộ|danh sách|bảng xếp hạng)\s+)*", re.I
)
"""Between a place in words and the number of units that it is among."""
_WHICH = re.compile(
    r"\s*(?:,?\s*(?:cơ quan ngang bộ|thành phố|thành|ngành|khối \w+|cả nước|toàn quốc|của (?:cả nước|tỉnh|huyện"
    r"|toàn tỉnh)"
    r"|toàn tỉnh|trong tỉnh|trực thuộc (?:tỉnh|Trung ương)|được (?:đánh giá|xếp hạng|chấm điểm)|tham gia (?:đánh giá"
    r"|xếp hạng)|năm \d{4}|trong (?:cả nước|toàn quốc|bảng xếp hạng)"
    r"|(?:ở|về|trong)\s+(?:chỉ số (?:CCHC|cải cách hành chính)|PAR[ -]?INDEX|SIPAS|PAPI|PCI)(?:\s+(?:năm\s+)?\d{4})?"
    r"|cấp (?:tỉnh|huyện|xã|bộ|sở))\s*)*"
    r"(?=\s*(?:,?\s*(?:(?:vẫn|tiếp tục|cũng|nay|lần này|năm nay)\s+)*(?:là|thuộc về|gọi tên|có)\b|:))",
    re.I,
)
"""Behind that number: of which units, where it is all of a kind."""
_ITS_SCORE = re.compile(
    r"[^,;:.()\d]{0,60}?[\s(:]\s*(?:(?:đạt|được|là|với|có|chỉ|mới|tới|lên tới|ở mức|mức|con số|:|\()\s*)*", re.I
)
"""Between a place in words and the score that goes with it."""
_WHOSE = re.compile(
    r"\)?\s*(?:(?P<bracket>\()|[:–-]"
    r"|,?\s*(?:của|là|(?P<told>(?:(?:và|mà|đó|chính)\s+)+là|là của|thuộc về|gọi tên))\s*:?)\s*"
    r"(?:(?:tỉnh|thành phố|TP\.?|địa phương|đơn vị|huyện|thị xã|sở|bộ)\s+)*",
    re.I,
)
"""Between that score and the unit that has both: "cao nhất đạt 95,26%, đó là tỉnh Quảng Ninh"."""
_SAME_SCORE = re.compile(r"\b(?:cùng|đồng|đều|chung)\b(?:\s+(?!tăng|giảm)\w+){0,4}\s*\(?$", re.I)
"""Before a score that several units share."""
_WHO_SHARE = re.compile(
    r"\)?\s*(?:,?\s*(?:là(?:\s+của)?|gồm(?:\s+có)?|bao gồm|thuộc về|có|đó là)\s*:?|:)\s*(?:các\s+)?"
    r"(?:(?:tỉnh|thành phố|TP\.?|địa phương|đơn vị|huyện|thị xã|sở|bộ)\s+)*",
    re.I,
)
_CLOSED = re.compile(r"\s*\)")
_APART = re.compile(r"[,;:.)]|\b(?:và|còn|trong khi)\b")
_BETWEEN = (Kind.RANK, Kind.INDEX, Kind.YEAR, Kind.IGNORED, Kind.POPULATION, Kind.PERIOD, Kind.REGION)

_PASSED = (Kind.INDEX, Kind.YEAR, Kind.PERIOD, Kind.POPULATION, Kind.COUNT, Kind.IGNORED, Kind.REGION)

_OF_ANOTHER = re.compile(
    r"\b(?:hơn|kém|cách|vượt|sau|trên|thua|so với|bám sát)\s+(?:cả\s+)?"
    r"(?:tỉnh|thành phố|địa phương|đơn vị|bộ|sở|huyện|xã)\s+(?:(?:đang|hiện|vốn|đứng|xếp)\s+)*$",
    re.I,
)
"""Before a place: it is that of another one than who is spoken of."""
_BEFORE_RIVAL = re.compile(r"\b(?:sau|trên|dưới|trước)\s+(?:(?:tỉnh|thành phố|TP\.?|huyện|thị xã|sở|bộ)\s+)?$", re.I)
_WITH_SCORE = re.compile(
    r"\s+(?:(?:với|đạt|được|có)\s+(?:(?:số điểm|điểm số|tổng điểm|điểm|kết quả|mức)\s+)?(?:là\s+)?)?", re.I
)
_OF_REGION = re.compile(r"\s+(?:(?:các tỉnh|vùng|khu vực|trong|của|toàn)\s+)*")
_AMONG_ALL = re.compile(
    r"(?:\s+(?:(?:trong|trên)\s+(?:(?:tổng\s+)?số\s+)?"
    r"(?:\d{1,3}\s+(?:bộ|sở|huyện|xã|phường)|[36]\d\s+(?:tỉnh|địa phương))|cả nước|toàn quốc"
    r"|63 tỉnh|vùng|khu vực|toàn vùng)"
    r"|(?<=cả nước)|(?<=toàn quốc))",
    re.I,
)


def is_of_another(walk: Walk, mention: Mention) -> bool:
    """Whether a place is told of one that another is compared with: "hơn tỉnh xếp thứ hai 1,2%"."""
    return mention.kind in (Kind.RANK, Kind.SUPERLATIVE) and preceded(_OF_ANOTHER, walk.text, mention.start)


def rival_with_its_score(walk: Walk, place: int) -> Subject | None:
    """Who is told to be before or behind another, where a figure right after it is its own score: "sau Quảng Ninh
    với 71,25 điểm". Without a word between them it may also be how far behind the other one is."""
    mention, rival = walk.mentions[place], walk.mentions[place - 1] if place else None
    if rival is None or rival.kind is not Kind.UNIT or len(rival.names) > 1 or not walk.claims:
        return None
    if mention.kind is not Kind.NUMBER or mention.unit_of_measure not in ("percent", "points"):
        return None
    if not preceded(_BEFORE_RIVAL, walk.text, rival.start):
        return None
    between = _WITH_SCORE.fullmatch(walk.text, rival.end, mention.start)
    told = [c.value for c in walk.claims if isinstance(c, Observation) and c.measure == "score" and not c.component]
    near = bool(told) and 2 * (mention.number or 0) > Decimal(str(told[-1]))
    if between is None or not (between[0].strip() or near):
        return None
    units = walk.units_of(rival)
    return Subject(units=units, start=rival.start, end=rival.end, stated=True) if units else None


def leads_all(walk: Walk, mention: Mention) -> bool:
    """Whether the first place of all, or of a region, is told of the one whose score the sentence has told: "SIPAS đạt
    90,4%, dẫn đầu cả nước"."""
    told = any(isinstance(c, Observation) and c.measure == "score" and not c.component for c in walk.claims)
    if not told or mention.word not in ("first", "last"):
        return False
    region = next((m for m in walk.mentions if m.start >= mention.end), None)
    in_region = region is not None and region.kind is Kind.REGION
    near = in_region and region is not None and _OF_REGION.fullmatch(walk.text, mention.end, region.start)
    return bool(near or _AMONG_ALL.match(walk.text, mention.end))


def _in_another_remark(walk: Walk, place: int, follower: int) -> bool:
    """Whether a figure stands in the parentheses right behind a unit, and the unit after it outside of them."""
    start = walk.mentions[place].start
    if not walk.passage.in_parentheses(start) or walk.passage.in_parentheses(walk.mentions[follower].start):
        return False
    opening = walk.text.rfind("(", 0, start)
    return any(m.kind is Kind.UNIT and not walk.text[m.end : opening].strip() for m in walk.mentions[:place])


def _among(walk: Walk, place: int) -> bool:
    """Whether the number of all units stands right behind a place in words: "Đứng đầu 19 đơn vị khối bộ là …"."""
    mention, count = walk.mentions[place], walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if mention.kind is not Kind.SUPERLATIVE or count is None or count.kind is not Kind.COUNT or count.of is not None:
        return False
    if not _OF_ALL.fullmatch(walk.text, mention.end, count.start):
        return False
    after = walk.mentions[place + 2] if place + 2 < len(walk.mentions) else None
    if after is not None and after.kind is Kind.REGION:
        return True  # Then it is one in the region.
    return bool(_WHICH.match(walk.text, count.end))


def _few(walk: Walk, place: int) -> bool:
    """Whether the units counted behind a place are no more than those of a region, which nothing names."""
    count, after = walk.mentions[place + 1], walk.mentions[place + 2]
    return (count.number or 0) < LARGEST_REGION and after.kind is not Kind.REGION


def _behind_its_score(walk: Walk, place: int) -> Subject | None:
    """The unit that is told behind a place in words and the score that goes with it: "cao nhất đạt 95,26%, đó là Quảng
    Ninh", "mức thấp nhất 75,1% (Bình Thuận)"."""
    mentions, at = walk.mentions, place
    if mentions[place].kind is Kind.NUMBER:
        if mentions[place].unit_of_measure not in ("percent", "points"):
            return None
        at -= 1
        while at > 0 and mentions[at].kind in _PASSED:
            at -= 1
    if at < 0 or mentions[at].kind is not Kind.SUPERLATIVE or mentions[at].word == "group" or walk.subject.mean:
        return None
    figure = at + 1
    while figure < len(mentions) and mentions[figure].kind in _PASSED:
        figure += 1
    if figure + 1 >= len(mentions) or place not in (at, figure):
        return None
    score, target = mentions[figure], mentions[figure + 1]
    if score.kind is not Kind.NUMBER or score.unit_of_measure not in ("percent", "points"):
        return None
    if target.kind is not Kind.UNIT or len(target.names) > 1:
        return None
    if not _ITS_SCORE.fullmatch(walk.text, mentions[figure - 1].end, score.start):
        return None
    whose = _WHOSE.fullmatch(walk.text, score.end, target.start)
    if whose is None or (whose["bracket"] and not _CLOSED.match(walk.text, target.end)):
        return None
    before = mentions[at - 1] if at else None
    if before and before.kind is Kind.UNIT and not whose["told"] and not _APART.search(*_between(walk, at)):
        return None  # "Quảng Ninh dẫn đầu với 95,26%, của Hải Phòng là 93,1%"
    units = walk.units_of(target)
    if not units or walk.of_something_else(score, figure, Subject(units=units, stated=True)):
        return None
    walk.taken_units.add(figure + 1)
    part = None if walk.subject.units else walk.subject.component
    return Subject(
        units=units, component=part, component_start=walk.subject.component_start, index=walk.subject.index if part
        else None, start=mentions[at].start, end=target.end, stated=True,
    )  # fmt: skip


def _sharing(walk: Walk, place: int) -> Subject | None:
    """The units behind a score that they share: "Hai địa phương cùng đạt 84,94% gồm Hà Tĩnh và Lai Châu"."""
    score, following = walk.mentions[place], walk.mentions[place + 1 : place + 2]
    if score.unit_of_measure not in ("percent", "points") or score.kind is not Kind.NUMBER or not following:
        return None
    target = following[0]
    if target.kind is not Kind.UNIT or len(target.names) == 1 or not preceded(_SAME_SCORE, walk.text, score.start):
        return None
    counted = walk.mentions[place - 1] if place else None
    if counted and counted.kind is Kind.COUNT and counted.number != len(target.names):
        return None
    if not _WHO_SHARE.fullmatch(walk.text, score.end, target.start):
        return None
    units = walk.units_of(target)
    walk.taken_units.add(place + 1)
    return Subject(units=units, start=score.start, end=target.end, stated=True) if units else None


def _between(walk: Walk, place: int) -> tuple[str, int, int]:
    """The text, and from where to where in it something stands between a mention and the one before it."""
    return walk.text, walk.mentions[place - 1].end, walk.mentions[place].start


def forward(walk: Walk, place: int) -> Subject | None:
    """The units after a measure that a copula gives it: \"cao nhất là Bộ Tư pháp\"."""
    told = walk.mentions[place].kind is not Kind.RANK and (_behind_its_score(walk, place) or _sharing(walk, place))
    if told:
        return told
    mentions, text = walk.mentions, walk.text
    follower = place + 1
    among = _among(walk, place)
    follower += among
    if among and follower < len(mentions) and mentions[follower].kind is Kind.SELF:
        follower += 1  # "Đứng đầu 11 huyện của tỉnh là …"
    while follower < len(mentions) and mentions[follower].kind in _BETWEEN:
        follower += 1
    if follower >= len(mentions) or mentions[follower].kind not in (Kind.UNIT, Kind.STRANGER):
        return None
    if any(m.word == "plan" for m in mentions[place + 1 : follower]):
        return None  # "(hiện xếp thứ 52) → mục tiêu thứ 40: Sở Tư pháp"
    mention, target = mentions[place], mentions[follower]
    gap = text[mentions[follower - 1].end : target.start]
    if mentions[follower - 1].word == "to":
        gap = gap.lstrip(" ),")  # "Ba vị trí cuối, từ 17 đến 19, thuộc về …"
    brings = _BRINGS.fullmatch(gap)
    listed = mention.word in LISTED or (mention.word == "run" and mention.end == target.start)
    linked = bool(brings if mention.kind is Kind.NUMBER else COPULA.fullmatch(gap) or listed)
    if not linked and mention.kind in (Kind.RANK, Kind.SUPERLATIVE) and follower == place + 1 and not gap.strip():
        noun = _CHAMPION.fullmatch(text, mention.start, mention.end) and not preceded(_NOT_WHO, text, mention.start)
        who = bool(noun) or (mention.kind is Kind.SUPERLATIVE and preceded(_WHO, text, mention.start))
        opens = _CLAUSE_OPENS.search(text, 0, mention.start)  # "…, thứ nhì Sở Y tế 93,8 điểm"
        linked = who or (bool(opens) and not preceded(OVERTAKEN, text, target.start))
    if not linked and mention.kind is Kind.RANK and follower == place + 1 and gap.strip() in ("-", "–"):
        linked = bool(_CLAUSE_OPENS.search(text, 0, mention.start))  # "thứ 2 - Sơn Dương 88,47 điểm; thứ 3 - …"
    if not linked and gap.strip() == "(" and follower == place + 1 and mention.kind is Kind.SUPERLATIVE:
        # "tỉnh cao nhất (Hải Phòng 91,8%) và thấp nhất (Kiên Giang 79,9%)"
        before, after = mentions[max(0, place - 1) : place], mentions[follower + 1 : follower + 2]
        of_one = any(m.kind in (Kind.UNIT, Kind.SELF) and ")" not in text[m.end : mention.start] for m in before)
        linked = not of_one and not any(m.kind in (Kind.RANK, Kind.SUPERLATIVE) for m in after)
    if linked and mention.word not in LISTED and _in_another_remark(walk, place, follower):
        return None  # "Xếp sau Lào Cai (thứ 23) là Yên Bái"
    if not linked or _PARTS_FROM.search(text, mention.end, target.start):
        return None
    if target.kind is Kind.STRANGER:
        return Subject(unknown=True, start=target.start, end=target.end)
    units = walk.units_of(target)
    if not units or (among and units[0][0].kind == "Province" and _few(walk, place)):
        return None
    walk.taken_units.add(follower)
    first = place
    while first and mentions[first - 1].kind is Kind.RANK:
        first -= 1
    ranks = [i for i in range(first, follower) if mentions[i].kind is Kind.RANK]
    ranged = mentions[follower - 1].word == "to"
    if mention.kind is Kind.RANK and len(ranks) > 1 and len(ranks) == len(units) and not ranged:
        units = [units[ranks.index(place)]]
    return Subject(units=units, start=mention.start, end=target.end, stated=True)
