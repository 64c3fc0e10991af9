"""Ranks in a region: which region a rank is in, where one is named beside it, before it, or by the sentence before."""

from __future__ import annotations

import re

from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.subjects import RANKED_IN
from cchc.loaders.articles.walk import Walk
from cchc.loaders.articles.wholes import region_of

_IN_THE_REGION = re.compile(
    r"\s*(?:(?:trong|của|toàn)\s+)?(?:\d{1,2}\s+(?:tỉnh|địa phương)(?:,\s*thành phố)?\s+(?:trong\s+)?)?"
    r"(?:khu vực|toàn vùng|vùng)(?=\s*(?:[,.;:()]|$|này|và|với|về|sau|trên|là|(?:khi|nhờ|do|đạt|ở)\b))"
)
_IN_SOME_PART = re.compile(r"\s*(?:(?:của|trong|ở|toàn)\s+)*miền\s+(?:Tây|Trung|Đông|Bắc|Nam|núi)\b")
_NATIONWIDE = re.compile(r"\s*(?:(?:của|trên|trong)\s+)?(?:cả nước|toàn quốc)\b", re.I)
_NATIONWIDE_BEFORE = re.compile(r"\b(?:cả nước|toàn quốc)\s*[,(]?\s*(?:(?:với|ở|khi|là|tại)\s+)*$", re.I)


def look_for_region(walk: Walk, place: int, mention: Mention) -> bool:
    """Makes the region named right after a rank the one that the rank is in; false if it is one of a region that
    nothing names ("đứng thứ hai khu vực")."""
    later = walk.mentions[place + 1 : place + 3]
    following = next((m for m in later if m.kind not in (Kind.COUNT, Kind.POPULATION)), None)
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
    elif walk.scope is None and _IN_THE_REGION.match(walk.text, mention.end):
        walk.scope = walk.passage.context.region
        return walk.scope is not None
    return True


def leave_region(walk: Walk) -> None:
    """After a rank in a region, goes back to the whole, unless the sentence is about the region."""
    if not walk.region_opens:
        walk.scope = None
