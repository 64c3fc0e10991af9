"""Units that are counted by which way they moved: "58 tỉnh có điểm cao hơn năm 2022, 5 tỉnh thấp hơn"."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.mentions import Kind, Mention

_THAN_THE_MEAN = re.compile(
    r"\s*(?:so với\s+)?(?:(?:mức|giá trị|chỉ số|điểm|mặt bằng)\s+)*(?:trung bình|bình quân|chung"
    r"|(?:mức|giá trị)\s+này)\b",
    re.I,
)
_TO_ITS_MOVE = re.compile(
    r"\s*(?:(?:có|bị|được|đã|đều|ghi nhận|còn lại|kết quả|điểm số|điểm|chỉ số|thứ hạng|giá trị|mức độ hài lòng"
    r"|PAR[ -]?INDEX|SIPAS|PAPI|PCI|CCHC|cải cách hành chính|của mình)\s+)*",
    re.I,
)
"""Between units that are counted and which way they moved."""
_MOVED = re.compile(
    r"\s*(?:(?:điểm|chỉ số|hạng|bậc|thứ hạng|về điểm|so với|mức độ hài lòng|mức hài lòng|kết quả|vị trí|được|là|gồm"
    r"|và\s+\d+|trong khi|còn)\b|[,;.]|$)",
    re.I,
)
"""Behind which way they moved."""
_RELATIVE = re.compile(r"(?:cao|thấp) hơn", re.I)


def with_moves(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, of which a comparison with another year is a direction where it is what units are counted by:
    "58 tỉnh cao hơn năm 2022"."""
    found = list(mentions)
    count: Mention | None = None
    for place, mention in enumerate(mentions):
        if mention.kind is Kind.COUNT:
            count = mention
        compared = mention.kind is Kind.COMPARISON and mention.word == "verb"
        if count and compared and _TO_ITS_MOVE.fullmatch(text, count.end, mention.start):
            found[place] = replace(mention, kind=Kind.DIRECTION)
    return found


def have_moved(text: str, count: Mention, direction: Mention) -> bool:
    """Whether units that are counted are those that moved so: "3 bộ giảm điểm"."""
    if not _TO_ITS_MOVE.fullmatch(text, count.end, direction.start):
        return False
    return direction.year is not None or bool(_MOVED.match(text, direction.end))


def than_the_mean(text: str, mentions: list[Mention], direction: Mention) -> bool:
    """Whether units are counted that are above or below the mean, and not above or below what they had: "32 địa phương
    cao hơn mức trung bình, 31 địa phương thấp hơn"."""
    if direction.year is not None:
        return False
    if _THAN_THE_MEAN.match(text, direction.end):
        return True
    if not _RELATIVE.match(text, direction.start):
        return False
    told = [m for m in mentions if m.kind is Kind.COMPARISON or m.year is not None or m.kind is Kind.MEAN]
    if any(m.kind is Kind.COMPARISON and m.start >= direction.end for m in told):
        return False
    before = [m for m in told if m.end <= direction.start]
    return not before or before[-1].kind is Kind.MEAN


def of_long_ago(direction: Mention, year: int) -> bool:
    """Whether it is said that units moved since another year than the one before."""
    return direction.year is not None and direction.year not in (-1, year - 1)
