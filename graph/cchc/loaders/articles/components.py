"""Components of an index: which one a sentence speaks of, and whether it is one unit's or the mean of all."""

from __future__ import annotations

import re

from cchc.claims import Concept
from cchc.loaders.articles.editions import own_component, own_index
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.order import COPULA
from cchc.loaders.articles.walk import Subject, Walk

_MEAN_OF = re.compile(r"\s*(?:(?:của|các|lĩnh vực|tiêu chí|nội dung|chỉ số|thành phần)\s+)*[\"“”]?", re.I)
_SO_MANY = re.compile(r"\d\s+$")
"""So many procedures or services are no component."""
_ITS_FIGURE = re.compile(
    r"\s*(?:\(|:)?\s*(?:(?:chỉ|cũng|bị|còn|đã|lại|mới)\s+)*"
    r"(?:\d|(?:đạt|được|mất|giảm|tăng|xếp|đứng|hụt|tụt|lùi|thứ|hạng|vị trí)\b)",
    re.I,
)
_DONE_WITH = re.compile(r"\b(?:giải quyết|thực hiện|tiếp nhận|hồ sơ|số|các|những|về|bộ|kiểm soát|tỷ lệ)\s+$", re.I)
"""What is done with procedures: a figure after it is of that, and no score."""


def is_component(mention: Mention, index: str | None) -> bool:
    """Whether the name of an index is, in the index being talked about, that of a component ("mức độ hài lòng")."""
    return mention.kind is Kind.INDEX and any(e.kind == "component" and e.index == index for e in mention.entries)


def component(walk: Walk, place: int, mention: Mention) -> None:
    """Takes in a component of the index being talked about, of the unit being talked about."""
    context, state = walk.passage.context, walk.states[place]
    if preceded(_SO_MANY, walk.text, mention.start):
        return
    entry = next((e for e in mention.entries if e.kind == "component" and e.index == state.index), None)
    if entry is None:
        # A component of one index only tells which index is meant, where the talk has just been of another.
        entry = next((e for e in mention.entries if e.kind == "component" and e.index in context.indices), None)
        named = _of_the_same_name(walk, mention, state.index) if entry is None else None
        entry = named or entry
    if entry is None:
        return
    if entry.index != state.index:
        context.index, context.rivals = entry.index, ()
    concept = Concept(entry.path, entry.label, entry.label_en, True)
    if state.local and context.home:
        concept = own_component(walk.passage.names, concept, own_index(entry.index or "", context.home.path))
    units = walk.subject.units if len(walk.subject.units) == 1 else []
    mean = _mean_of(walk, place, mention)
    walk.subject = Subject(
        units=units, component=concept, component_start=mention.start, start=mention.start, end=mention.end,
        stated=True, index=entry.index, mean=mean or walk.nation,
    )  # fmt: skip


def _of_the_same_name(walk: Walk, mention: Mention, index: str | None) -> Entry | None:
    """The component of an index that another index's component shares its name with, where a figure of it follows:
    "thủ tục hành chính mất 1,2 điểm"."""
    if not _ITS_FIGURE.match(walk.text, mention.end) or preceded(_DONE_WITH, walk.text, mention.start):
        return None
    paths = (f"{index}/{e.path.rsplit('/', 1)[-1]}" for e in mention.entries if e.kind == "component")
    return next((found for path in paths if (found := walk.passage.names.by_path.get(("component", path)))), None)


def _mean_of(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a component is one whose mean is told: "trung bình của cải cách thể chế", "giá trị trung bình cao nhất là
    cải cách thể chế (93,84%), thấp nhất là tài chính công (81,02%)"."""
    before = walk.mentions[place - 1] if place else None
    if before is None:
        return False
    if before.kind is Kind.MEAN:
        return bool(_MEAN_OF.fullmatch(walk.text, before.end, mention.start))
    if before.kind is not Kind.SUPERLATIVE or not COPULA.fullmatch(walk.text, before.end, mention.start):
        return False
    told = walk.subject.mean and not walk.subject.units
    return told or (place > 1 and walk.mentions[place - 2].kind is Kind.MEAN)
