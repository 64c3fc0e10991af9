"""Mentions of groups and classes, by their names, or as the one told before: "Khép lại nhóm này là …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles import series_patterns as sp
from cchc.loaders.articles.context import Context
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.vietnamese import slug

_OR_BETTER = re.compile(r"\s+trở (?:lên|xuống)\b")
"""Behind a class: more than one is meant."""
_THIS_CLASS = p.spaced(
    r"\b(?:khép lại|khép|chốt lại|chốt|mở đầu|mở màn|dẫn đầu|đứng đầu|đầu|đứng cuối|xếp cuối|cuối|chót"
    r"|còn lại (?:của|trong))"
    r"\s+(?P<class>(?:nhóm|loại|mức)\s+(?:này|đó))(?=\s+(?:là|có|thuộc về|gồm)\s)"
    r"|\b(?:cũng|cùng|đều)\s+(?:(?:được xếp|có mặt|có tên|góp mặt|thuộc|nằm|ở|vào|trong|lọt|xếp)\s+)+"
    r"(?P<same>(?:nhóm|loại|mức)\s+(?:này|đó|trên))\b"
)
"""The class told of before, of which the first or the last unit is named."""
THIS = "this"
"""The word of the mention of such a class."""


_OF_SO_MANY = re.compile(
    r"\s+(?:\d{2}\s+tỉnh,?\s+thành|\d{1,2}\s[^;:.()\d]{2,50}?(?:,|\s)\s*(?:(?:năm\s+\d{4}|chỉ|mới|cũng)\s+)*"
    r"(?:là|đạt|ở mức|được|có|ở)\s+(?:\w+\s+)?\d{1,3}[.,]\d)"
)
"""Behind "mức trung bình": of how many units it is the mean."""


def grades(text: str) -> Iterator[Mention]:
    """ "nhóm A", "xếp loại Khá"; and the bare directions ("tăng", "giảm") that counts of units may be of."""
    for match in p.LETTER_GRADE.finditer(text):
        yield Mention(Kind.GRADE, match.start(), match.end(), word=match["letter"].lower())
    counted = list(p.COUNTED_GRADE.finditer(text))
    if len(counted) > 1 or p.GRADING.search(text):
        for match in counted:
            yield Mention(Kind.GRADE, match.start("grade"), match.end(), word=slug(match["grade"]))
    for match in (*p.BRACKETED_GRADE.finditer(text), *sp.HEADING_GRADE.finditer(text)):
        yield Mention(Kind.GRADE, match.start("grade"), match.end("grade"), word=slug(match["grade"]))
    for match in p.STANDING_GRADE.finditer(text):
        if preceded(sp.YEARS_BEFORE, text, match.start()):
            continue  # "Sau hai năm nằm ở nhóm thấp nhất, …": it is no longer.
        yield Mention(Kind.GRADE, match.start(), match.end(), word=slug(match["grade"]))
    for match in p.CLASS_GRADE.finditer(text):
        if preceded(p.NO_CLASS_BEFORE, text, match.start()) or preceded(sp.YEARS_BEFORE, text, match.start()):
            continue
        if _OF_SO_MANY.match(text, match.end()) and match["grade"] == "trung bình":
            continue  # "Mức trung bình 63 tỉnh, thành phố là 84,45%"
        better = _OR_BETTER.match(text, match.end())
        if better:
            word = f"{slug(match['grade'])}-{slug(better[0])}"
            yield Mention(Kind.GRADE, match.start(), better.end(), word=word)
            continue
        yield Mention(Kind.GRADE, match.start(), match.end(), word=slug(match["grade"]))
        more = p.MORE_GRADES.match(text, match.end())
        while more:  # "không có đơn vị xếp loại Trung bình, Yếu"
            yield Mention(Kind.GRADE, more.start("grade"), more.end("grade"), word=slug(more["grade"]))
            more = p.MORE_GRADES.match(text, more.end())
    for match in _THIS_CLASS.finditer(text) if "này" in text or " đó" in text or " trên" in text else ():
        yield Mention(Kind.GRADE, *match.span(match.lastgroup or "class"), word=THIS)
    for match in cp.DIRECTION.finditer(text):
        yield Mention(Kind.DIRECTION, match.start(), match.end(), sign=-1 if cp.is_down(match[0]) else 1)


def with_class_told(mentions: list[Mention], context: Context) -> list[Mention]:
    """The mentions of a sentence, in which "this class" is the one that the article told of last; without it where it
    told of none, or of units outside any."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind is Kind.GRADE and mention.word == THIS:
            if context.class_told is None:
                continue
            mention = replace(mention, word=context.class_told)
        elif mention.kind is Kind.GRADE:
            context.class_told = mention.word
        elif mention.kind is Kind.BAND and not (found and found[-1].kind is Kind.GRADE):
            context.class_told = None  # But "Nhóm A (từ 90% trở lên)" has a name.
        found.append(mention)
    return found
