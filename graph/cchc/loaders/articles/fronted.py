"""Figures that a clause opens with before it names whose they are: "Với kết quả 91,8%, lần đầu tiên Hải Phòng dẫn
đầu", "Giảm 2 bậc, Hòa Bình xếp thứ 41"."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.mentions import LISTED, MEASURES, Kind, Mention
from cchc.loaders.articles.selves import meant
from cchc.loaders.articles.walk import Subject, Walk

_OPENED_BY = re.compile(
    r"^(?:[^.;:]{0,40}\s[-–]\s*|(?P<by>\([^()]{2,60}\)\s*))?\s*(?:Với|Đạt|Giành|Được)\s+"
    r"(?:(?:số|tổng|kết quả|điểm|điểm số|chỉ số|mức|đạt|là)\s+)*(?:số\s+)?$"
)
_TO_WHOM = re.compile(r",\s+(?:(?!của\b|so\b|hơn\b|kém\b|sau\b|trên\b)\w+\s+){0,4}", re.I)
_MOVED = re.compile(
    r"(?:^|[;.])\s*(?:[-+•*–]\s*)?(?:(?:Dù|Tuy|Mặc dù|Sau khi|Với|Nhờ|Do)\s+)?(?:(?:đã|bị|chỉ|việc|mức)\s+)*$", re.I
)
"""Before a change that opens its clause."""
_LOOK_BACK = 60
"""How far back these words are looked for, in characters."""
_OPENS = re.compile(r"\s*(?:[-+•*–]\s*)?(?:(?:Là|Vốn là|Từng là|Từng|Vẫn|Tiếp tục|Lần đầu|Với|Ở|Giữ)\s+)*", re.I)
_IN_FRONT = re.compile(
    r"(?:\s*(?:(?:cả nước|toàn quốc|toàn tỉnh|khối|bảng|xếp hạng|danh sách|năm|ngay|ở|trong|mùa|lần|kỳ|đợt|đầu tiên"
    r"|chấm điểm|công bố|đánh giá|khảo sát|về|chỉ số|kết quả|số|các|của|tỉnh|thành phố|địa phương|đơn vị|với|điểm)"
    r"(?!\w)|\d{1,4}(?:[.,]\d{1,2})?%?|\(\s*\)))*\s*,\s+(?:(?:tỉnh|thành phố|TP\.?|huyện)\s+)?",
    re.I,
)
"""Between a place that opens a sentence and whose it is."""
_WHO = re.compile(r"\s*,\s+(?:(?:riêng|thì)\s+)?", re.I)
_PASSED = (Kind.CHANGE, Kind.NUMBER, Kind.COMPARISON, Kind.YEAR)


def fronted(walk: Walk, place: int, mention: Mention) -> Subject | None:
    """The owner of a figure that opens its clause: the one unit named behind it; None where it does not."""
    if mention.kind is Kind.CHANGE:
        return _moved(walk, place)
    if place == 0 and mention.kind in (Kind.RANK, Kind.SUPERLATIVE):
        return _placed(walk, mention)
    return _opened(walk, place, mention) if mention.kind in (Kind.NUMBER, Kind.FRACTION) else None


def _placed(walk: Walk, mention: Mention) -> Subject | None:
    """The unit behind the place that its sentence opens with, of a year that stands between them: "Á quân năm 2012, Bộ
    Y tế …"."""
    told = (Kind.YEAR, Kind.INDEX, Kind.POPULATION, Kind.COUNT)
    later = next((i for i, m in enumerate(walk.mentions) if i and m.kind not in told), None)
    if later is None or walk.mentions[later].kind is not Kind.UNIT or mention.word in ("next", "run", "group", *LISTED):
        return None
    following = walk.mentions[later]
    words, end = "", mention.end
    for named in (*walk.mentions[1:later], following):
        words, end = f"{words} {walk.text[end : named.start]}", named.end
    if not _OPENS.fullmatch(walk.text, 0, mention.start) or not _IN_FRONT.fullmatch(words):
        return None
    units = walk.units_of(following)
    years = [m.year for m in walk.mentions[:later] if m.kind is Kind.YEAR and m.year]
    if len(units) != 1 or len(years) > 1:
        return None
    if years:
        walk.states[0] = replace(walk.states[0], year=years[0])
    return Subject(units=units, start=mention.start, end=following.end, stated=True)


def _moved(walk: Walk, place: int) -> Subject | None:
    """The unit behind the changes that open a clause, where its result follows."""
    first = place
    while first and walk.mentions[first - 1].kind in _PASSED and ";" not in _gap(walk, first - 1):
        first -= 1
    later = place + 1
    while later < len(walk.mentions) and walk.mentions[later].kind in _PASSED and ";" not in _gap(walk, later - 1):
        later += 1
    start = walk.mentions[first].start
    before = walk.text[max(0, start - _LOOK_BACK) : start]
    if later + 1 >= len(walk.mentions) or not _MOVED.search(before if start <= _LOOK_BACK else f"…{before}"):
        return None
    following = walk.mentions[later]
    if not _WHO.fullmatch(_gap(walk, later - 1)) or walk.mentions[later + 1].kind not in MEASURES:
        return None
    if following.kind is Kind.SELF:
        itself = meant(walk, following)
        units = [(itself, following.start, following.end)] if itself else []
    else:
        units = walk.units_of(following) if following.kind is Kind.UNIT else []
    start = walk.mentions[place].start
    return Subject(units=units, start=start, end=following.end, stated=True) if len(units) == 1 else None


def _gap(walk: Walk, place: int) -> str:
    """What stands between a mention and the next one."""
    return walk.text[walk.mentions[place].end : walk.mentions[place + 1].start]


def _opened(walk: Walk, place: int, mention: Mention) -> Subject | None:
    """The unit behind a figure that opens its sentence: "Với kết quả 91,8%, lần đầu tiên Hải Phòng dẫn đầu"."""
    following = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    opened = _OPENED_BY.search(walk.text[: mention.start])
    if following is None or following.kind is not Kind.UNIT or opened is None:
        return None
    if (walk.subject.units or walk.subject.component) and not opened["by"]:
        return None
    units = walk.units_of(following) if _TO_WHOM.fullmatch(walk.text, mention.end, following.start) else []
    return Subject(units=units, start=mention.start, end=following.end, stated=True) if len(units) == 1 else None
