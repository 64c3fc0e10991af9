"""What is only aimed at, and is no result: "phấn đấu đạt 90%"."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.patterns import spaced

_I = re.IGNORECASE
_PLANNED = (
    Kind.RANK, Kind.SUPERLATIVE, Kind.FRACTION, Kind.CHANGE, Kind.NUMBER, Kind.GRADE, Kind.BAND, Kind.COUNT,
    Kind.DIRECTION, Kind.YEAR, Kind.YEARS,
)  # fmt: skip
_FIGURES = (Kind.RANK, Kind.SUPERLATIVE, Kind.FRACTION, Kind.CHANGE, Kind.NUMBER)
_AIM = spaced(
    r"\b(?:phấn đấu|(?:đặt|đề)(?: ra)? (?:mục tiêu|chỉ tiêu)|(?:mục tiêu|chỉ tiêu)(?:[^,;.\d]{0,60}?(?: là| đạt|:"
    r"| đến năm| năm| trong năm))"
    r"|kế hoạch (?:đề ra|đặt ra)|theo kế hoạch|dự kiến|dự báo|hướng (?:tới|đến) (?:đạt|mục tiêu)"
    r"|(?:phải|cần|sẽ) (?:đạt|nằm|lọt|vào|tăng|nâng|duy trì|xếp|đứng|giữ|thuộc|vươn|tụt|giảm|rơi|xuống|lùi|mất|lên"
    r"|trượt|bị|còn)"
    r"|(?:có thể|có khả năng|có nguy cơ|nguy cơ)(?: sẽ| bị| còn| lại| tiếp tục)* (?:đạt|lên|vào|rơi|tụt|xuống|tăng|giảm"
    r"|vươn|đứng|xếp|lọt|mất|ở)"
    r"|nếu (?:(?:không |được )*(?:cộng|trừ|bỏ|loại)|tính (?:cả|thêm))"
    r"|quyết tâm|kỳ vọng|nhằm (?:nâng|đưa|đạt|duy trì)|để (?:đạt|đưa|nâng)|tối thiểu|nỗ lực (?:để|đưa|đạt|nâng))\b"
    r"|^\s*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s*(?:nâng|đưa|duy trì|cải thiện|bảo đảm|đảm bảo)\b",
    _I,
)
"""Words that open what is aimed at, up to the end of the clause."""
_AIM_ENDS = spaced(r"[;]|\.(?:\s|$)|\b(?:nhưng|song|tuy nhiên|trong khi|thực tế|kết quả (?:là|đạt|cho thấy))\b", _I)
_SO_AS_TO = re.compile(r"\bđể\s", _I)
_NOT_YET = re.compile(r"\b(?:cần|còn|phải|thiếu|sẽ|nếu|muốn|mới|giúp|nhằm)\b[^,;.]{0,30}$", _I)
"""Before a change that is only needed: "cần thêm 2% để đạt nhóm A"."""
_IN_THAT = re.compile(r"\s*(?:trong đó|cụ thể)\b(?![^;.]*\b(?:hiện|đã|vừa)\b)", _I)
_ONE_MORE = re.compile(r"\s*(?:và\s+|còn\s+|đồng thời\s+)?(?:(?:chỉ số|điểm)\s+)?", _I)
_ALREADY = re.compile(r"\b(?:hiện|đã|vừa|mới)\b", _I)
_SO_FAR = re.compile(
    r"\((?:(?P<now>hiện(?:\s+(?:nay|tại|đang|đạt|là))?)\b"
    r"|(?:kết quả\s+|thực hiện\s+)?năm\s+(?P<year>(?:19|20)\d\d)\b)[^()]*\)",
    _I,
)
"""What there is, beside what is aimed at: "(hiện 52/63)", "(năm 2023: 84,1%)"."""
_AIM_MET = spaced(
    r"\b(?:vượt|đạt|hoàn thành|so với|thấp hơn|cao hơn|đáp ứng)\s+(?:và vượt\s+)?(?:được\s+)?(?:mục tiêu|chỉ tiêu"
    r"|kế hoạch|yêu cầu)\b|\b(?:kế hoạch|chỉ tiêu)(?:\s+(?:năm|được))?\s+(?:là|giao)\b",
    _I,
)
"""Words that name an aim as reached or missed: only the next figure is the aim's."""
_AIM_MET_ENDS = spaced(r"[,;)]|\.(?:\s|$)|\b(?:và|nhưng|với)\b")
AIMS_FOLLOW = spaced(
    r"\b(?:mục tiêu|chỉ tiêu|phấn đấu|giải pháp|phương hướng|nhiệm vụ (?:trọng tâm|chủ yếu))\b[^.]{0,120}:?$", _I
)
"""A heading or a line before a list whose items are aims."""


def without_aims(mentions: list[Mention], text: str, *, planned: bool) -> list[Mention]:
    """The mentions of a sentence, of which those of what is aimed at are marked as ignored; where ``planned`` is true
    the whole sentence is about aims."""
    if not any(m.kind in _PLANNED for m in mentions):
        return mentions
    aims = [(0, len(text))] if planned else _aims(text, mentions)
    if not aims:
        return mentions
    so_far = [(m.start(), m.end()) for m in _SO_FAR.finditer(text) if m["now"] or _is_past(m, mentions)]
    return [
        m if any(s < m.start < e for s, e in so_far) or not any(s <= m.start < e for s, e in aims) else _aimed_at(m)
        for m in mentions
    ]


def _is_past(remark: re.Match[str], mentions: list[Mention]) -> bool:
    """Whether the year that parentheses begin with is before another that the sentence names."""
    years = [m.year for m in mentions if m.year and not remark.start() < m.start < remark.end()]
    return bool(years) and int(remark["year"]) < max(years)


def _aims(text: str, mentions: list[Mention]) -> list[tuple[int, int]]:
    """The stretches of a sentence that tell what is aimed at, not what is: from the year before the cue to the
    clause's end."""
    spans: list[tuple[int, int]] = []
    met = list(_AIM_MET.finditer(text))
    for match in _AIM.finditer(text):
        start = match.start()
        if any(m.start() <= start < m.end() for m in met):
            continue
        if any(m.kind is Kind.UNIT and m.start < start < m.end for m in mentions):
            continue  # "huyện Tiểu Cần xếp thứ hai"
        if _SO_AS_TO.match(match[0]) and _came_to(text, mentions, start):
            continue
        for mention in reversed([m for m in mentions if m.start < start]):
            if mention.kind in _FIGURES or ";" in text[mention.end : start]:
                break
            if mention.kind is Kind.YEAR:
                start = mention.start
                break
        spans.append((start, _end(text, mentions, match.end())))
    for match in met:
        end = _AIM_MET_ENDS.search(text, match.end())
        spans.append((match.start(), end.start() if end else len(text)))
    return spans


def _came_to(text: str, mentions: list[Mention], position: int) -> bool:
    """Whether "để đạt" tells what a change came to: "tăng tới 13,20% để đạt 86,45%"."""
    before = next((m for m in reversed(mentions) if m.end <= position), None)
    if before is None or before.kind is not Kind.CHANGE or text[before.end : position].strip():
        return False
    return not preceded(_NOT_YET, text, before.start)


def _end(text: str, mentions: list[Mention], start: int) -> int:
    """Where an aim ends that is told from a place on; what goes on with another index behind it is an aim too:
    "phấn đấu PAR INDEX đạt 90%; SIPAS 88%, xếp thứ 10"."""
    end = _AIM_ENDS.search(text, start)
    if end and end[0] == ";" and _IN_THAT.match(text, end.end()):
        end = _AIM_ENDS.search(text, end.end())  # "phấn đấu tăng 5 bậc; trong đó thể chế tăng 3 bậc"
    of_index = any(m.kind is Kind.INDEX and m.start >= start and (not end or m.end <= end.start()) for m in mentions)
    while end and end[0] == ";" and of_index:
        stop = _AIM_ENDS.search(text, end.end())
        last = stop.start() if stop else len(text)
        more = [m for m in mentions if end.end() <= m.start < last]
        if not more or more[0].kind is not Kind.INDEX or not _ONE_MORE.fullmatch(text, end.end(), more[0].start):
            break
        if any(m.kind in (Kind.YEAR, Kind.YEARS, Kind.COMPARISON) for m in more) or _ALREADY.search(
            text, end.end(), last
        ):
            break
        end = stop
    return end.start() if end else len(text)


def _aimed_at(mention: Mention) -> Mention:
    return replace(mention, kind=Kind.IGNORED, word="plan") if mention.kind in _PLANNED else mention
