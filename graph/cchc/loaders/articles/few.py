"""Groups whose size is told by "only" or "none but": "Nhóm C chỉ còn Kiên Giang" counts one unit without a number."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from cchc.loaders.articles.context import POPULATION_OF_KIND
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.vietnamese import slug

_HAS_ONLY = re.compile(
    r"\)?(?:\s*:|\s*[–-])?\s*(?:(?:nay|giờ|hiện|năm nay|lúc này)\s+)?"
    r"(?P<only>(?:(?:chỉ|còn|có|gồm|lại|vỏn vẹn|ghi nhận)\s+)*(?:chỉ|duy nhất|độc nhất|mỗi|riêng)"
    r"(?:\s+(?:còn|có|gồm|lại|duy nhất|riêng|mỗi|là|thuộc về))*)(?:\s*:)?\s+",
    re.I,
)
"""Between a group and all of its units."""
_ONLY = re.compile(
    r"(?:^|[.;:,]\s+|\b(?:và|nhưng|song|thì|năm nay)\s+)"
    r"(?P<only>(?:chỉ|duy nhất)(?:\s+(?:có|còn|duy nhất|riêng|mỗi))*)\s+$",
    re.I,
)
"""Before all units of a group."""
_ARE_IN = re.compile(
    r"\s+(?:(?:là|còn|đạt|được|ở|thuộc|nằm|lọt|vào|trong|rơi|xuống|xếp|có|điểm|chỉ số|kết quả|mức|PAR[ -]?INDEX)\s+)*",
    re.I,
)
_THE_ONLY = re.compile(
    r"\b(?:là|trở thành|còn)\s+(?P<noun>tỉnh|thành phố|địa phương|bộ|sở|huyện|xã|phường|đơn vị|cơ quan|cái tên"
    r"|đại diện|gương mặt|nơi)\s+"
    r"duy nhất\s*(?:(?:của cả nước|cả nước|được|có|còn|đạt|ở|thuộc|nằm|lọt|vào|trong|rơi|xuống|xếp|bị|điểm|chỉ số"
    r"|kết quả|mức|vẫn|phải|đứng)\s+)*$",
    re.I,
)
"""Before an interval that has but one unit in it: "X là tỉnh duy nhất dưới 80%"."""
_HAS = re.compile(r"\)?\s*(?:(?:chỉ|còn|có|gồm|vỏn vẹn|duy nhất|nay)\s+)+", re.I)
_THESE = re.compile(r"\s*(?::|,?\s*(?:là|gồm)\s*:?)\s*", re.I)
_NOUNS = {"province": "tinh", "ministry": "bo", "department": "so", "district": "huyen", "commune": "xa"}


def with_few(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with a count of the units that a group is said to have only."""
    found: list[Mention] = []
    for place, mention in enumerate(mentions):
        before = mentions[place - 1] if place else None
        after = mentions[place + 1] if place + 1 < len(mentions) else None
        noun = _NOUNS.get(POPULATION_OF_KIND.get(mention.names[0][0].kind, "")) if mention.kind is Kind.UNIT else None
        if noun:
            counted = _counted(text, mentions, place)
            if counted:
                found[-1] = replace(found[-1], kind=Kind.COUNT, word=noun, unit_of_measure=None)
            only = None
            if before and _is_group(before):
                only = _HAS_ONLY.fullmatch(text, before.end, mention.start)
            if only is None and after and _is_group(after) and _ARE_IN.fullmatch(text, mention.end, after.start):
                only = _ONLY.search(text, before.end if before else 0, mention.start)
            if only:
                start, end = only.span("only")
                found.append(Mention(Kind.COUNT, start, end, Decimal(len(mention.names)), word=noun))
        one = _THE_ONLY.search(text, before.end if before else 0, mention.start) if _is_group(mention) else None
        if one:
            whose = next((m for m in reversed(mentions[:place]) if m.kind is Kind.UNIT), None)
            noun = _NOUNS.get(POPULATION_OF_KIND.get(whose.names[0][0].kind, "")) if whose else None
            found.append(Mention(Kind.COUNT, *one.span("noun"), Decimal(1), word=noun or slug(one["noun"])))
        found.append(mention)
    return found


def _counted(text: str, mentions: list[Mention], place: int) -> bool:
    """Whether the number before a list is how many a group has, without a noun: "Nhóm A chỉ có 3: Hải Phòng, …"."""
    if place < 2:
        return False
    group, number = mentions[place - 2 : place]
    bare = number.kind is Kind.NUMBER and number.unit_of_measure is None and number.number == len(mentions[place].names)
    return bare and _is_group(group) and bool(
        _HAS.fullmatch(text, group.end, number.start) and _THESE.fullmatch(text, number.end, mentions[place].start)
    )  # fmt: skip


def _is_group(mention: Mention) -> bool:
    return mention.kind in (Kind.GRADE, Kind.BAND)
