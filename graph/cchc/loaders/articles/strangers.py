"""Subjects that are no unit of ours: "Công an xã đạt 87 điểm", "Điện lực Lạng Sơn xếp thứ 2".

What a clause tells of one is not told of the unit named before it. A clause is about one where a noun phrase stands
before its verb or figure (or behind a copula) that begins with a body of a kind that no index of ours ranks; or that
has a proper name and is no known name, no word for a result ("Chỉ số", "Kết quả") or for the unit spoken of.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re
from functools import cache

from cchc.loaders.articles.context import Context
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention
from cchc.loaders.articles.patterns import spaced
from cchc.loaders.articles.terms import any_of
from cchc.vietnamese.scanning import Pattern

_I = re.IGNORECASE
_DOES = (
    r"(?:(?:đã|cũng|chỉ|vẫn|còn|lại|đang|mới|đều|cùng|tiếp tục|bất ngờ|xuất sắc|lần lượt) )*"
    r"(?:đạt|xếp|đứng|dẫn đầu|được|giữ|tăng|giảm|tụt|vươn|rơi|lùi|nằm|thứ|hạng|có (?:điểm|tổng điểm|chỉ số|kết quả)"
    r"|ở (?:vị trí|mức)|là (?:đơn vị|cơ quan)|về (?:nhất|nhì|cuối))\b"
)
_GOES_ON = spaced(
    r"(?:(?:bộ )?chỉ số|kết quả|điểm|số|tổng|thứ|hạng|vị trí|mức|tỷ lệ|tỉ lệ|giá trị|thành tích|tiêu chí|nội dung"
    r"|lĩnh vực|nhóm|trục|yếu tố|công tác|cải cách|tỉnh|thành phố|địa phương|đơn vị|huyện|thị xã|quận|xã|phường"
    r"|đặc khu|sở|bộ|tp|tx|ubnd|ủy ban|hđnd|hội đồng|năm|trong|theo|tại|với|về|từ|so|sau|khi|nếu|như|nhờ|do|qua|trước"
    r"|ngoài|hiện|lần|không|dù|tuy|để|ông|bà)(?!\w)",
    _I,
)
"""What a noun phrase begins with that is a result or the unit spoken of, or that is none."""
_FIGURE = r"\s*(?:\([^()\d]{0,20}\d|[:–-]\s*\d)|\s\d{1,3}(?:[.,]\d+)?\s*(?:%|điểm)"
_OPENS = (
    r"(?:^|[;,:]|\b(?=(?:và|còn|trong khi|nhưng) ))\s*"
    r"(?:(?:riêng|và|còn|trong khi|nhưng|[-+•*–]|\d{1,2}[.)]|[a-zđ]\)) )*"
)
_PROPER = spaced(rf"{_OPENS}(?P<name>[^\W\d_][^,;:().“”\"\d]{{2,70}}?)(?=\s+{_DOES}|{_FIGURE})", _I)
_GOES_BEFORE = re.compile(r"(?:,|\b(?:còn|và|nhưng|trong khi|riêng))\s+$")
"""Before one word with a capital that is a name, and no first word of a sentence: "còn Kbang đứng cuối"."""
_LISTED = re.compile(r"\s*[(:–-]")
_BRANCH = re.compile(r"\b(?:chi nhánh|khu vực)\b", _I)
_SAYS = re.compile(r"\s[-–]\s|\b(?:rằng|cho|biết|thấy|nêu|mà|có|gồm)\b", _I)
"""What is in no name: what a person says, or another part of the sentence."""


@cache
def _bodies() -> tuple[Pattern, Pattern]:
    """Bodies before a verb or figure, and behind a copula: of kinds that no index of ours ranks."""
    kind = (
        rf"(?:{any_of('bodies')}|(?:khối|cụm|nhóm|các)(?= (?:{any_of('blocks')}))"
        r"|ngân hàng nhà nước(?: việt nam)?(?=[\s,–-]+(?:chi nhánh|khu vực))"
        rf"|thủ đô(?= {_DOES})|p\.(?=\s*[^\W\d]))(?!\w)"
    )
    return (
        spaced(rf"{_OPENS}(?P<name>{kind}[^,;:()“”\"]{{0,90}}?)(?=\s+{_DOES}|{_FIGURE})", _I),
        spaced(
            rf"\b(?:là|thuộc về|gồm)\s*:?\s+(?P<name>{kind}[^,;:().“”\"\d]{{0,90}}?)"
            r"(?=\s*(?:[,;:(.]|$)|\s+(?:với|đạt|có)\b)",
            _I,
        ),
    )


def with_strangers(mentions: list[Mention], text: str, persons: list[tuple[int, int]]) -> list[Mention]:
    """The mentions of a sentence, in order, with the strangers that it tells figures of. What a stranger's name holds
    is none of its own: "Điện lực Lạng Sơn"."""
    figures = [m for m in mentions if m.kind in MEASURES and (m.kind is not Kind.NUMBER or m.unit_of_measure)]
    if not figures:
        return mentions
    found: list[Mention] = []
    for pattern in (*_bodies(), _PROPER):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            # "của người dân, doanh nghiệp đạt 85%": the end of a list, as nothing is told before it.
            told = text[start].isupper() or figures[0].start < start
            apart = not any(m.start < end and start < m.end for m in found)
            inside = [m for m in mentions if m.start < end and start < m.end]
            # "Bộ chỉ số phục vụ người dân, doanh nghiệp (…)": a part of the name of what is measured.
            named = any(m.kind in (Kind.INDEX, Kind.COMPONENT) and m.start < start and end <= m.end for m in inside)
            person = any(s < end and start < e for s, e in persons)
            if pattern is _PROPER:
                name = text[start : _end_of_name(inside, start, end)]
                # "TTHC (85,2%)" is a part of a list; "VNPT đạt 85,2%" has a verb.
                listed = len(name.split()) == 1 and _LISTED.match(text, end)
                alone = _GOES_BEFORE.search(text, match.start(), start) and name[:1].isupper() and len(name) > 2
                stranger = not person and not listed and (_is_proper(name) or (bool(alone) and " " not in name))
            else:
                stranger = not _is_unit(inside, start, end, text)
            if told and apart and stranger and not named:
                found.append(Mention(Kind.STRANGER, start, end))
    if not found:
        return mentions
    kept = [m for m in mentions if not any(s.start < m.end and m.start < s.end for s in found)]
    return sorted([*kept, *found], key=lambda m: m.start)


def told_of_stranger(mentions: list[Mention], place: int, context: Context) -> bool:
    """Whether what a sentence tells at a place is told of one that is no unit of ours."""
    owners = (Kind.STRANGER, Kind.UNIT, Kind.SELF)
    following = mentions[place + 1].kind if place + 1 < len(mentions) else None
    before = next((m.kind for m in reversed(mentions[:place]) if m.kind in owners), None)
    return Kind.STRANGER in (before, following) or (before is None and context.stranger)


def _end_of_name(inside: list[Mention], start: int, end: int) -> int:
    """Where the name of its own of a noun phrase ends: before the province that says where it is; at its start where
    it holds anything else that is known."""
    if not inside:
        return end
    place = inside[0]
    where = len(inside) == 1 and place.kind is Kind.UNIT and place.names[0][0].kind == "Province"
    return place.start if where and place.end == end else start


def _is_proper(name: str) -> bool:
    """Whether a noun phrase has a name of its own, behind its first word or as an abbreviation."""
    first, *others = name.split() or [""]
    capital = first.isupper() or any(word[0].isupper() for word in others)
    return capital and not _GOES_ON.match(name) and not _SAYS.search(name)


def _is_unit(inside: list[Mention], start: int, end: int, text: str) -> bool:
    """Whether a known unit begins where the name of a body does, and it is no branch of that unit, nor that of a
    district or commune: "Thanh tra huyện Cao Lộc"."""
    first = next((m for m in inside if m.kind is Kind.UNIT and m.start <= start and m.word != "bare"), None)
    local = any(m.kind is Kind.UNIT and m.names[0][0].kind in ("District", "Commune") for m in inside if m is not first)
    return first is not None and not local and not _BRANCH.search(text, first.end, end)
