"""A part of an index that other words name: "Lĩnh vực này đạt 8,9/12 điểm"."""

from __future__ import annotations

import re

from cchc.loaders.articles.mentions import Kind
from cchc.loaders.articles.walk import Subject, Walk
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
    if part:
        walk.subject = Subject(component=part[0], index=part[1])
