"""Units that are not spoken of: those that only say where another one is ("xã Tân Sơn (huyện Lục Ngạn, tỉnh Bắc
Giang)"), and those that assess it."""

from __future__ import annotations

import re

from cchc.claims import Unit
from cchc.loaders.articles.mentions import Mention, preceded
from cchc.loaders.articles.walk import Walk

_WHERE = re.compile(r"\s+(?:(?:của|thuộc)\s+|\(\s*|[-–]\s+)?")
_BY = re.compile(r"\b(?:được|do|bởi|bị)\s+$", re.I)
_ASSESSES = re.compile(
    r"\s+(?:đã\s+)?(?:công nhận|thẩm định|chấm|đánh giá|xác định|công bố|cho điểm|ghi nhận|khảo sát|phúc tra)\b", re.I
)


def assesses(walk: Walk, mention: Mention) -> bool:
    """Whether a unit is the one by whom another is assessed: "được Bộ Nội vụ công nhận 57,2/59 điểm"."""
    return preceded(_BY, walk.text, mention.start) and bool(_ASSESSES.match(walk.text, mention.end))


def says_where(walk: Walk, before: Mention, mention: Mention, units: list[tuple[Unit, int, int]]) -> bool:
    """Whether a province (or a district) only says where the department or district (or the commune) named right before
    it is: "Sở Nội vụ tỉnh Hà Nam", "huyện Krông Pắc (tỉnh Đắk Lắk)"."""
    kind, spoken = units[0][0].kind, [unit for unit, _, _ in walk.subject.units]
    larger = kind == "District" and any(unit.kind == "Commune" for unit in spoken)  # "xã Tân Sơn (huyện Lục Ngạn)"
    if not larger and (kind != "Province" or not any(unit.within for unit in spoken)):
        return False
    return bool(_WHERE.fullmatch(walk.text, before.end, mention.start)) or (
        walk.text[mention.start :].startswith(("tỉnh", "thành phố", "huyện", "thị xã", "quận", "TP"))
        and walk.text[before.end : mention.start] == ", "
    )
