"""A part of an index that other words name: "Lĩnh vực này đạt 8,9/12 điểm"."""

from __future__ import annotations

import re

from cchc.claims import Concept
from cchc.loaders.articles.editions import SATISFACTION
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention
from cchc.loaders.articles.short_parts import FIGURE_ENDS
from cchc.loaders.articles.terms import factor_of
from cchc.loaders.articles.walk import OF_INDICATOR, Subject, Walk
from cchc.vietnamese import slug
from cchc.vietnamese.scanning import Pattern

_THIS_PART = re.compile(
    r"\s*(?:(?:Trong\s+)?năm\s+\d{4},?\s+|Hiện(?: nay)?,?\s+|Tuy nhiên,?\s+|Song,?\s+|Nhưng\s+)?(?:(?:Đây"
    r"|Đó) là\s+(?:một trong (?:những|các)\s+)?(?:lĩnh vực|nội dung|tiêu chí|chỉ số thành phần|trục)\b"
    r"|(?:(?:Ở|Về|Với|Trong|Tại|Riêng)\s+)?(?:lĩnh vực|nội dung|tiêu chí|chỉ số thành phần|chỉ số nội dung|trục|yếu tố)"
    r"\s+(?:này|đó|nói trên|trên)\b)",
    re.I,
)
"""What opens a sentence that goes on with the component named before it."""
_OF_THIS_PART = Pattern(
    r"\b(?:lĩnh vực|nội dung|tiêu chí(?: thành phần)?|chỉ số thành phần|chỉ số nội dung|trục|yếu tố|nhóm chỉ số)\s+"
    r"(?:này|đó|ấy|nói trên|trên)\b", re.I
)  # fmt: skip
"""A part of an index that other words name."""

_ITEM = re.compile(
    r"\s*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))?\s*[\"“]?(?P<name>[^\W\d][^:;()\d\"“”]{4,110}?)[\"”]?\s*[:,(–-]?\s*"
    r"(?:(?:chỉ|cũng|đã|mới|còn|đạt|được|xếp|đứng|thứ|hạng|vị trí|tăng|giảm|với|là|có|điểm|số|mức|ở|từ)\s+)*"
    rf"\(?[-+]?\d+(?:[.,]\d+)?{FIGURE_ENDS}",
    re.I,
)
"""An item of a list that begins with a name and its figure."""
_NO_PART = re.compile(
    r"\b(?:tổng|chung|điểm|xếp|hạng|thứ|kết quả|năm|toàn|cả nước|so với|tăng|giảm|đạt|được|trung bình|bình quân|chỉ số"
    r"|tỉnh|thành phố|huyện|xã|sở|bộ|địa phương|đơn vị)\b",
    re.I,
)
"""Words that the name of a part has none of."""
_NOT_INSIDE = (Kind.UNIT, Kind.SELF, Kind.INDEX, Kind.COMPONENT, Kind.STRANGER, Kind.MEAN, Kind.COUNT, Kind.REGION)

_COLON = re.compile(r"[\"”]?\s*:\s+(?:(?:tỉnh|thành phố|TP\.?|huyện|sở|bộ)\s+)?", re.I)

_IN_SOME_PART = re.compile(r"\s+(?:đối với|với|về|ở)\s+(?:việc|nội dung|yếu tố|tiêu chí|khâu)\b", re.I)


def _item(walk: Walk) -> Subject | None:
    """The part that an item of a list of parts begins with, where only the article names it: "- Văn hóa công vụ:
    85,2%, xếp thứ 12"."""
    found, index = _ITEM.match(walk.text), walk.states[0].index if walk.states else None
    if found is None or index is None or walk.states[0].local:
        return None
    start, end = found.span("name")
    name = found["name"].strip()
    factor = factor_of(name) if index == SATISFACTION else None
    if not factor and (_NO_PART.search(name) or OF_INDICATOR.search(name)):
        return None
    if any(m.kind in _NOT_INSIDE and m.start < end for m in walk.mentions):
        return None
    path = f"{index}/{slug(factor or name)}"
    known = walk.passage.names.by_path.get(("component", path))
    part = Concept(path, known.label, known.label_en, True) if known else Concept(path, name)
    return Subject(component=part, index=index, start=start, end=end, stated=True)


def begin(walk: Walk) -> None:
    """Starts a sentence that is about one component, by its paragraph or by the sentence before ("Lĩnh vực này đạt …"):
    it is spoken of from the first word on."""
    context = walk.passage.context
    part, context.spoken = context.spoken, None
    this = _THIS_PART.match(walk.text)
    if part and this:
        context.spoken = walk.front = part
    elif not part and not context.part:
        this = _OF_THIS_PART.search(walk.text)
        named = this and any(m.kind is Kind.COMPONENT and m.start < this.end() for m in walk.mentions)
        walk.nameless = this.start() if this and not named else None
    part = walk.front or context.part
    if not part and context.lists_parts:
        walk.subject = _item(walk) or walk.subject
    if part:
        walk.subject = Subject(component=part[0], index=part[1])


def heads_units(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a component closes what a sentence says before it tells, behind a colon, what units got in it: "Khoảng
    cách nằm ở cải cách thể chế: Đà Nẵng được 9,12 điểm, Bắc Ninh 8,8 điểm"."""
    following = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if following is None or following.kind is not Kind.UNIT or any(m.kind in MEASURES for m in walk.mentions[:place]):
        return False
    return bool(_COLON.fullmatch(walk.text, mention.end, following.start))


def in_no_known_part(walk: Walk, mention: Mention, owner: Subject) -> Subject:
    """No owner for a score that is said to be of a part, where nothing tells which: "88,7% với việc hướng dẫn"."""
    if mention.kind is Kind.NUMBER and owner.component is None and _IN_SOME_PART.match(walk.text, mention.end):
        return Subject()
    return owner
