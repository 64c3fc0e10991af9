"""Parts of an index that are counted before their measure and named behind it: "Hai lĩnh vực đứng thứ nhất là …"."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.components import concept_of, is_component
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.name_patterns import LIST_SEPARATOR
from cchc.loaders.articles.patterns import spaced
from cchc.loaders.articles.walk import Subject, Walk
from cchc.vietnamese.numbers import WORDS

_COUNTED = spaced(
    rf"\b(?:(?:\d{{1,2}}|{WORDS}|các|những|nhiều|một số)\s+"
    r"(?:lĩnh vực|tiêu chí(?: thành phần)?|nội dung|chỉ số (?:thành phần|nội dung))"
    rf"|(?<!cả\ )(?:\d{{1,2}}|{WORDS}|nhiều)\s+chỉ số)"
    r"(?:\s+(?:của|ở|trong)\s+[^,;:.()\d]{2,30}?)?\s+"
    r"(?:(?:mà|khác|còn lại|nữa|cũng|tỉnh|thành phố|huyện|thị xã|sở|địa phương"
    r"|bộ|đơn vị|đang|đã|cùng|đều|có|được|bị|xếp|xếp hạng"
    r"|đứng|giữ|đạt|số|điểm|tỷ lệ|mức|tối đa|tuyệt đối|loại|ở|hạng|thứ hạng|vị trí)\s+)*\(?$",
    re.I,
)
"""Before a measure: it is of so many parts, and not of the unit."""
_ARE = spaced(
    r"\s*(?:(?:trên|trong)\s+)?(?:(?:cả nước|toàn quốc|tối đa|bảng|(?:\d{2}|các)\s+(?:tỉnh, thành phố|tỉnh, thành|tỉnh"
    r"|địa phương|bộ))\s*,?\s*)?(?:\)\s*)?"
    r"(?:,?\s*(?:là|gồm(?:\s+có)?|bao gồm|đó là|cụ thể là|(?:trong (?:số )?đó(?:\s+có)?)|:)\s*:?)\s*(?:các\s+)?"
)
"""Between that measure and the names of the parts."""
_REMARK = re.compile(
    r"\A[\"”]?\s*(?:\([^()]{1,60}\)|:?\s*(?:(?:đạt|được|với)\s+)?"
    r"\d{1,2}(?:[.,]\d{1,4})?\s*(?:/\s*\d[\d.,]*)?\s*(?:điểm|%)?)"
)
_IN_PARTS = spaced(
    rf"(?:\s+(?:cả nước|toàn quốc|toàn tỉnh))?\s+(?:ở|trong|tại|về)\s+(?:cả\s+)?"
    rf"(?:\d{{1,2}}(?:/\d{{1,2}})?|{WORDS}|các|những)"
    r"\s+(?:lĩnh vực|tiêu chí|nội dung|chỉ số thành phần|trục)(?=\s*(?:,?\s*(?:là|gồm|bao gồm|đó là|cụ thể là)\b|:))",
    re.I,
)
"""Behind a measure: the same, with what the parts are behind it: "dẫn đầu cả nước ở 3 lĩnh vực: …"."""
_LONGEST = 120
_SEVERAL = 2
_AND_PART = re.compile(
    r"[\"”]?\s*(?:,|;|và|,\s*và|cùng)\s+(?:(?:lĩnh vực|nội dung|chỉ số|tiêu chí|thành phần|về)\s+)*[\"“]?", re.I
)
"""Between parts that share a measure."""


def of_parts(walk: Walk, mention: Mention) -> bool:
    """Whether a measure is of parts that are counted before it: "Hai lĩnh vực mà tỉnh dẫn đầu cả nước là …"."""
    if _COUNTED.search(walk.text, max(0, mention.start - _LONGEST), mention.start):
        return True
    return mention.kind in (Kind.RANK, Kind.SUPERLATIVE) and bool(_IN_PARTS.match(walk.text, mention.end))


def parts_behind(walk: Walk, place: int, mention: Mention, owner: Subject) -> list[Subject] | None:
    """The owner of a measure with each of the parts that it is of, none if nothing names them; None if it is not of
    parts that were counted."""
    if not of_parts(walk, mention):
        return None
    index = _index_of(walk, place, owner.index or walk.states[place].index)
    named = _named(walk, place, mention, index)
    found = []
    if named and not any(e.kind == "component" and e.index == index for e in named[0].entries):
        # Parts of one index only tell which index is meant, where the talk has just been of another.
        told = (e.index for e in named[0].entries if e.kind == "component" and e.index in walk.passage.context.indices)
        index = next(told, index)
    for part in named:
        concept = concept_of(walk, place, part, index)
        if concept:
            found.append(
                replace(owner, component=concept, component_start=part.start, index=index, stated=True, end=part.end)
            )
    return found


def parts_together(walk: Walk, place: int, mention: Mention, owner: Subject) -> list[Subject] | None:
    """The owner of a measure with each of the parts that share it: "cải cách thể chế và tài chính công cùng đạt 95%";
    None where not several do."""
    if owner.component is None or owner.mean or not walk.shared(mention, owner):
        return None
    index = owner.index or walk.states[place].index
    named = [m for m in walk.mentions[:place] if m.kind is Kind.COMPONENT or is_component(m, index)]
    together = named[-1:]
    for before in reversed(named[:-1]):
        if not _AND_PART.fullmatch(walk.text, before.end, together[0].start):
            break
        together.insert(0, before)
    concepts = [concept_of(walk, place, part, index) for part in together]
    if len(concepts) < _SEVERAL or None in concepts:
        return None
    return [replace(owner, component=concept, index=index) for concept in concepts]


def _index_of(walk: Walk, place: int, index: str | None) -> str | None:
    """The index that the first part named behind a measure is of: of those told of, where not of the one talked about
    last."""
    first = next((m for m in walk.mentions[place + 1 :] if m.kind is Kind.COMPONENT), None)
    of = [e.index for e in first.entries if e.kind == "component"] if first else []
    return index if not of or index in of else next((i for i in of if i in walk.passage.context.indices), index)


def _named(walk: Walk, place: int, mention: Mention, index: str | None) -> list[Mention]:
    """The components listed behind a measure."""
    found: list[Mention] = []
    behind = _IN_PARTS.match(walk.text, mention.end)
    begin = behind.end() if behind else mention.end
    for later in (m for m in walk.mentions[place + 1 :] if m.start >= begin):
        if later.kind is not Kind.COMPONENT and not is_component(later, index):
            if not found and later.kind in (Kind.POPULATION, Kind.COUNT):
                continue
            if found and (walk.passage.in_parentheses(later.start) or later.kind in (Kind.NUMBER, Kind.FRACTION)):
                continue
            break
        between = _ARE.fullmatch(walk.text, begin, later.start) if not found else None
        gap = _REMARK.sub("", walk.text[found[-1].end : later.start], count=1) if found else ""
        if not between and not (found and LIST_SEPARATOR.fullmatch(gap)):
            break
        found.append(later)
    return found
