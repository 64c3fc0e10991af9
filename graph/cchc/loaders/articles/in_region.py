"""Ranks in a region: which region a rank is in, where one is named beside it, before it, or by the sentence before."""

from __future__ import annotations

import re

from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.subjects import RANKED_IN
from cchc.loaders.articles.walk import Walk
from cchc.loaders.articles.wholes import region_of
from cchc.vietnamese.scanning import Pattern

_IN_THE_REGION = re.compile(
    r"\s*(?:(?:trong|của|toàn)\s+)?(?:\d{1,2}\s+(?:tỉnh|địa phương)(?:,\s*thành phố)?\s+(?:trong\s+)?)?"
    r"(?:khu vực|toàn vùng|vùng)(?=\s*(?:[,.;:()]|$|này|và|với|về|sau|trên|là|(?:khi|nhờ|do|đạt|ở)\b))"
)
_IN_SOME_PART = re.compile(r"\s*(?:(?:của|trong|ở|toàn)\s+)*miền\s+(?:Tây|Trung|Đông|Bắc|Nam|núi)\b")
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
    r"|(?:các|\d{1,2}|năm|sáu)\s+thành phố\s+(?:loại|trực thuộc [Tt]rung ương)|(?:(?:các|\d{1,2})\s+)?đô thị\s+loại)"
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


def look_for_region(walk: Walk, place: int, mention: Mention) -> bool:
    """Makes the region named right after a rank the one that the rank is in; false if it is one of a region that
    nothing names ("đứng thứ hai khu vực")."""
    later = walk.mentions[place + 1 : place + 3]
    following = next((m for m in later if m.kind not in (Kind.COUNT, Kind.POPULATION)), None)
    walk.among_some = bool(_AMONG_SOME.match(walk.text, mention.end))
    if _IN_SOME_PART.match(walk.text, mention.end):
        return False
    if _NATIONWIDE.match(walk.text, mention.end):
        walk.scope = None
    elif following and following.kind is Kind.REGION and RANKED_IN.fullmatch(walk.text, mention.end, following.start):
        walk.scope = region_of(following)
    elif preceded(_NATIONWIDE_BEFORE, walk.text, mention.start):
        walk.scope = None  # "vào tốp 10 toàn quốc với vị trí thứ 7"
    elif walk.some_region:
        return False
    elif _WITHIN_SOME.search(walk.text, max(walk.text.rfind(";", 0, mention.start), 0), mention.start):
        walk.among_some = True
    elif walk.scope is None and _IN_THE_REGION.match(walk.text, mention.end):
        walk.scope = walk.passage.context.region
        return walk.scope is not None
    return True


def leave_region(walk: Walk) -> None:
    """After a rank in a region, goes back to the whole, unless the sentence is about the region."""
    if not walk.region_opens:
        walk.scope = None
