"""Units that are not spoken of: those that only say where another one is ("xã Tân Sơn (huyện Lục Ngạn, tỉnh Bắc
Giang)"), and those that assess it; and the year that stands behind what units are counted by."""

from __future__ import annotations

import re

from cchc.claims import Unit
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.walk import Walk

_WITHIN = re.compile(r"\s+(?:(?:của|thuộc)\s+|\(\s*|[-–]\s+)?")
_BY = re.compile(r"\b(?:được|do|bởi|bị)\s+$", re.I)
_ASSESSED_BY = re.compile(
    r"\b(?:điểm|kết quả|số điểm)\s+(?:(?:do|được)\s+)?(?:thẩm định|đánh giá|chấm(?:\s+điểm)?)(?:\s+lại)?"
    r"\s+(?:của|do|từ)\s+$"
    r"|\b(?:sau|qua|theo|bởi)\s+(?:khi\s+|kết quả\s+)?(?:(?:có|được)\s+)?(?:thẩm định|phúc tra|đánh giá|chấm điểm)"
    r"\s+(?:của|từ)\s+$",
    re.I,
)
_ASSESSES = re.compile(
    r"\s+(?:đã\s+)?(?:công nhận|thẩm định|chấm|đánh giá|xác định|công bố|cho điểm|ghi nhận|khảo sát|phúc tra)\b", re.I
)

_RANKING_OF = re.compile(r"\bbảng\s+(?:xếp hạng|điểm|tổng hợp)[^,;:.()\d]{0,30}\s(?:của|trong|toàn)\s+$", re.I)
_SOURCE = re.compile(
    r"\s*(?:Theo|Căn cứ|Tại)\s+(?:(?:báo cáo|kết quả|số liệu|công bố|quyết định|thông báo)\b[^,;:]{0,120}"
    r"|[^,;:]{0,40}),",
    re.I,
)
"""What opens a sentence with who says so: "Theo Quyết định của Chủ tịch UBND tỉnh Hà Tĩnh, có 3 sở …"."""
_YEAR_OF_IT = re.compile(r"\s+(?:(?:của|trong|vào|ở)\s+)?")
_ENDS = re.compile(r"\s*(?:[.;,)](?!\d)|$)")
_WHERE_COUNTED = re.compile(r"[^,;:.()\d]{0,20}\s(?:của|thuộc|trong|trên địa bàn)(?: toàn)?\s+", re.I)


def assesses(walk: Walk, mention: Mention) -> bool:
    """Whether a unit is the one by whom another is assessed: "được Bộ Nội vụ công nhận 57,2/59 điểm"."""
    if preceded(_ASSESSED_BY, walk.text, mention.start) and mention.names[0][0].kind in ("Ministry", "Department"):
        return True
    return preceded(_BY, walk.text, mention.start) and bool(_ASSESSES.match(walk.text, mention.end))


def says_where(walk: Walk, before: Mention, mention: Mention, units: list[tuple[Unit, int, int]]) -> bool:
    """Whether a province (or a district) only says where the department or district (or the commune) named right before
    it is: "Sở Nội vụ tỉnh Hà Nam", "huyện Krông Pắc (tỉnh Đắk Lắk)"."""
    kind, spoken = units[0][0].kind, [unit for unit, _, _ in walk.subject.units]
    larger = kind == "District" and any(unit.kind == "Commune" for unit in spoken)  # "xã Tân Sơn (huyện Lục Ngạn)"
    if not larger and (kind != "Province" or not any(unit.within for unit in spoken)):
        return False
    return bool(_WITHIN.fullmatch(walk.text, before.end, mention.start)) or (
        walk.text[mention.start :].startswith(("tỉnh", "thành phố", "huyện", "thị xã", "quận", "TP"))
        and walk.text[before.end : mention.start] == ", "
    )


def where_counted(text: str, mentions: list[Mention], place: int, count: int) -> bool:
    """Whether a unit only says where those are of whom some are counted: "Trong 10 huyện của tỉnh, có 6 đơn
    vị", "bảng xếp hạng của tỉnh: …"."""
    if preceded(_RANKING_OF, text, mentions[place].start):
        return True
    all_of_them = place > 0 and mentions[place - 1].kind is Kind.COUNT and place - 1 < count
    return all_of_them and bool(_WHERE_COUNTED.fullmatch(text, mentions[place - 1].end, mentions[place].start))


def year_behind(text: str, mentions: list[Mention], place: int) -> int | None:
    """The year right behind what units are counted by: "5 bộ đạt trên 80% năm 2014"."""
    after = mentions[place + 1] if place + 1 < len(mentions) else None
    if (
        after is None
        or after.kind is not Kind.YEAR
        or after.word
        or not _YEAR_OF_IT.fullmatch(text, mentions[place].end, after.start)
    ):
        return None
    return after.year if _ENDS.match(text, after.end) else None


def who_says_ends(text: str, position: int) -> int:
    """Where the words end that open a sentence with who says so, before a place; else where the sentence begins."""
    source = _SOURCE.match(text)
    return source.end() if source and source.end() <= position else 0
