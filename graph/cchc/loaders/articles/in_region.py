"""Ranks in a region: which region a rank is in, where one is named beside it, before it, or by the sentence before."""

from __future__ import annotations

import re

from cchc.claims import Concept, Observation, Unit
from cchc.loaders.articles.context import MOST_PROVINCES
from cchc.loaders.articles.mentions import LISTED, Kind, Mention, preceded
from cchc.loaders.articles.subjects import RANKED_IN
from cchc.loaders.articles.walk import Subject, Walk
from cchc.loaders.articles.wholes import enter_region, region_of
from cchc.vietnamese.scanning import Pattern

_IN_THE_REGION = re.compile(
    r"\s*(?:(?:trong|của|toàn|so với|giữa|ở|tại)\s+)*(?:(?:(?:các|những|\d{1,2})\s+)?(?:tỉnh|địa phương|đơn vị)"
    r"(?:,?\s+thành(?:\s+phố)?)?\s+(?:(?:trong|của|thuộc|cùng|toàn|ở)\s+)*)?(?:khu vực|toàn vùng|vùng)\b"
    r"(?!\s+(?:[A-ZĐ]|phía|miền|núi|cao|sâu|biên|ven|trung|đồng|duyên|kinh tế|nông|thành|đô|công|nhà nước|tư|sâu))"
)
"""Behind a place: that it is one in the region, which nothing names here."""
_IN_SOME_PART = re.compile(r"\s*(?:(?:của|trong|ở|toàn)\s+)*miền\s+(?:Tây|Trung|Đông|Bắc|Nam|núi)\b")
_PILOT = re.compile(r"\bthí điểm\b", re.I)
_ASKED_AT = re.compile(
    r"\b(?:làm|đo|đo lường|khảo sát|điều tra|tiến hành|triển khai|thực hiện|áp dụng|đánh giá)"
    r"\s+(?:\w+\s+)?(?:tại|ở|với|trong)\s+$",
    re.I,
)
"""Before the number of units that an index is of, in a year when it was not of all."""
_NATIONWIDE = re.compile(r"\s*(?:(?:của|trên|trong)\s+)?(?:cả nước|toàn quốc|toàn tỉnh)\b", re.I)
_CLUSTER = (
    r"(?:cụm|khối)(?:\s+thi đua)?(?:\s+số)?\s+(?:\d{1,2}|[IVX]{1,4})"
    r"(?=\s*(?:[,;:.()](?!\d)|$|(?:là|có|gồm|do|dẫn|đứng|xếp|của|với|thì|thuộc|đầu|cao|thấp)\b))"
)
_SOME_UNITS = (
    rf"(?:{_CLUSTER}"
    r"|(?:(?:số|nhóm|khối|các|những|\d{1,2})\s+)+(?:huyện|tỉnh|xã|địa phương|đơn vị|phường|quận|thành phố|vùng)\s+"
    r"(?:miền núi(?!\s+(?:phía|và|Bắc|trung))|vùng cao|biên giới|ven biển|đồng bằng(?!\s+(?:sông|Bắc))|hải đảo"
    r"|miền xuôi|trung du(?!,?\s+(?:và|miền|Bắc))|loại\s+(?:[IVX]{1,3}|\d|đặc biệt))\b"
    r"|nhóm\s+(?:miền núi|đồng bằng|đô thị|nông thôn|vùng cao|biên giới)\b"
    r"|(?:các|\d{1,2}|năm|sáu)\s+thành phố\s+(?:loại|trực thuộc [Tt]rung ương)"
    r"|(?:cả\s+)?(?:\d|hai|ba|bốn|năm|sáu)\s+thành phố(?=\s*(?:[.;(]|$|(?:này|nói trên|với|lớn)\b))"
    r"|(?:(?:các|\d{1,2})\s+)?đô thị\s+loại)"
)
_AMONG_SOME = re.compile(rf"\s*(?:(?:trong|của|ở|giữa|thuộc)\s+)*{_SOME_UNITS}", re.I)
_WITHIN_SOME = Pattern(
    rf"\b(?:trong|ở|tại|giữa|thuộc|riêng|với|xét|tính|đối với)\s+{_SOME_UNITS}"
    rf"|(?:^|[;:]\s)\s*(?:[-+•*]\s*)?(?:{_CLUSTER}"
    r"|nhóm\s+(?:(?:các\s+)?(?:huyện|tỉnh|xã)\s+)?(?:miền núi|đồng bằng|đô thị|vùng cao|biên giới)\b)",
    re.I,
)
"""What makes a rank one among some of the units only, of which nothing tells who they are: a cluster, those in the
mountains, the cities."""
_NATIONWIDE_BEFORE = re.compile(r"\b(?:cả nước|toàn quốc)\s*[,(]?\s*(?:(?:với|ở|khi|là|tại)\s+)*$", re.I)


def look_for_region(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Makes the region named right after a rank the one that the rank is in, or that of its owner ("đứng thứ hai khu
    vực"); false if it is one of a region that nothing tells."""
    later = walk.mentions[place + 1 : place + 3]
    following = next((m for m in later if m.kind not in (Kind.COUNT, Kind.POPULATION)), None)
    walk.among_some = bool(_AMONG_SOME.match(walk.text, mention.end))
    if walk.region_at is not None and walk.region_at < mention.start:
        enter_region(walk)
    if _IN_SOME_PART.match(walk.text, mention.end):
        return False
    if _NATIONWIDE.match(walk.text, mention.end):
        walk.scope = None
    elif following and following.kind is Kind.REGION and RANKED_IN.fullmatch(walk.text, mention.end, following.start):
        walk.scope = region_of(following)
    elif preceded(_NATIONWIDE_BEFORE, walk.text, mention.start):
        walk.scope = None  # "vào tốp 10 toàn quốc với vị trí thứ 7"
    elif mention.word == "second" and walk.scope is None:
        walk.scope = _region_of_first(walk, owner)  # "A là quán quân vùng Tây Nguyên, B về nhì"
    elif mention.word == LISTED[True] or walk.some_region:
        walk.scope = _own_region(walk, mention, owner)
        return walk.scope is not None
    elif _WITHIN_SOME.search(walk.text, max(walk.text.rfind(";", 0, mention.start), 0), mention.start):
        walk.among_some = True
    elif walk.scope is None and _IN_THE_REGION.match(walk.text, mention.end):
        walk.scope = _own_region(walk, mention, owner)
        return walk.scope is not None
    return True


def _region_of_first(walk: Walk, owner: Subject) -> Concept | None:
    """The region that another unit has just been told to be the first of."""
    last = next((c for c in reversed(walk.claims) if isinstance(c, Observation) and c.measure == "rank"), None)
    first = last is not None and last.value == 1 and last.unit not in [unit for unit, _, _ in owner.units]
    return last.scope if last and first and isinstance(last.scope, Concept) else None


def _own_region(walk: Walk, mention: Mention, owner: Subject) -> Concept | None:
    """The region that "khu vực" means where nothing beside it names one: the one told of before, if the owner of the
    rank lies in it, else the one that the owner lies in. Where it lies in one by the division into six and in another
    by that into eight, it is the one with as many provinces as are ranked; without their number it is uncertain."""
    told, names = walk.passage.context.region, walk.passage.names
    if not owner.units or owner.units[0][0].kind != "Province":
        return told
    lies_in = [names.regions_of(unit.path) for unit, _, _ in owner.units]
    if told and any(not regions or told.path in [region.path for region, _ in regions] for regions in lies_in):
        return told
    of = int(mention.of) if mention.of else None
    fitting = [region for region, size in lies_in[0] if of is None or size == of]
    if not fitting:
        return told
    named = [region for region in fitting if region.path in walk.passage.context.regions]
    fitting = named if len(named) == 1 else fitting
    walk.among_some = walk.among_some or len(fitting) > 1
    return Concept(fitting[0].path, fitting[0].label, fitting[0].label_en, True)


def leave_region(walk: Walk) -> None:
    """After a rank in a region, goes back to the whole, unless the sentence is about the region."""
    if not walk.region_opens:
        walk.scope = None


def region_of_as_many(walk: Walk, of: int) -> Concept | Unit | None:
    """The region of the rank told before that is out of as many: "trong vùng, tỉnh đứng thứ 9/13, trong khi Vĩnh Long
    đứng thứ 3/13"."""
    told = (c for c in reversed(walk.claims) if isinstance(c, Observation) and c.measure == "rank")
    return next((c.scope for c in told if c.scope is not None and c.rank_of == of), None)


def asked_no_more(walk: Walk, of: int | None) -> bool:
    """Whether a sentence says that no more units were asked about: "khi SIPAS mới làm tại 10 tỉnh, thành phố"."""
    counts = (m for m in walk.mentions if m.kind is Kind.COUNT and m.number == of)
    return bool(_PILOT.search(walk.text)) or any(preceded(_ASKED_AT, walk.text, m.start) for m in counts)


def are_of_all(walk: Walk, mention: Mention) -> bool:
    """Whether places in parentheses are those among all, as one of them is too large for a region."""
    bracketed = [m for m in walk.mentions if m.kind is Kind.RANK and walk.passage.in_parentheses(m.start)]
    return mention in bracketed and any((m.number or 0) > MOST_PROVINCES for m in bracketed)
