"""The figure of all units beside that of one: "tỉnh đạt 90,41% (cả nước 83,94%)", "… so với 83,94% của cả nước"."""

from __future__ import annotations

import re

from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.walk import Walk

_ALL = ("ca-nuoc", "toan-quoc")
_BEHIND_A_SCORE = re.compile(
    r"\s*[(,]\s*(?:(?:trong khi|trong khi đó|còn|của|tính chung|mặt bằng|mức|chung|kết quả|chỉ số|điểm số|điểm)\s+)*",
    re.I,
)
_FIGURE_NEXT = re.compile(r"\s*(?:(?::|là|đạt|chỉ|mới|cũng|ở mức)\s*)*", re.I)
"""Before and behind "cả nước", between the score of one and that of all."""
_BELONGS_TO = re.compile(r"\s+(?:là\s+)?(?:mức\s+)?(?:chung\s+)?(?:của|trên)\s+", re.I)
_COMPARED_TO = re.compile(
    r"\b(?:so với|cao hơn|thấp hơn|nhỉnh hơn|hơn|kém|vượt|vượt qua)\s+"
    r"(?:(?:mức|con số|kết quả|mặt bằng|điểm|điểm số|tỷ lệ)\s+)*$",
    re.I,
)
"""Around a figure that is that of all, and not one's own."""


def stands_beside(walk: Walk, place: int, figure: Mention) -> bool:
    """Whether "cả nước" stands with its figure right behind that of the one spoken of: "tỉnh đạt 90,41% (cả nước
    83,94%)"."""
    before, mention = walk.mentions[place - 1] if place else None, walk.mentions[place]
    if before is None or before.unit_of_measure != figure.unit_of_measure or before.kind is not Kind.NUMBER:
        return False
    opens = _BEHIND_A_SCORE.fullmatch(walk.text, before.end, mention.start)
    return bool(opens and _FIGURE_NEXT.fullmatch(walk.text, mention.end, figure.start))


def is_compared(walk: Walk, place: int) -> bool:
    """Whether a score is the one of all that another is compared with, as the words behind it say."""
    mention, following = walk.mentions[place], walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if following is None or following.word not in _ALL or mention.unit_of_measure not in ("percent", "points"):
        return False
    belongs = _BELONGS_TO.fullmatch(walk.text, mention.end, following.start)
    return bool(belongs and preceded(_COMPARED_TO, walk.text, mention.start))
