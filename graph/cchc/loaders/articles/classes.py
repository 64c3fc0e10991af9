"""Attachment of groups and classes: of a unit, or of the units that a group heads."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.claims import Observation, Unit
from cchc.loaders.articles.grades import grade_named, group_with_bounds, is_grade_of
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.walk import Subject, Walk

_GROUPS_PARTS = ("papi",)
"""Indices that group units by each of their parts, too."""
_HEADS = re.compile(
    r"(?:\s+(?:năm nay|năm \d{4}|kỳ này|lần này|cả nước|của cả nước|toàn quốc))*"
    r"\s*(?::|(?:gồm|bao gồm)(?:\s+có)?(?:\s+các)?\s*:?|(?:chỉ\s+)?(?:có\s+)?duy nhất|còn có|có(?:\s+các)?(?=\s))"
    r"\s*(?:(?:các\s+)?(?:tỉnh|sở|huyện|đơn vị)\s*:?\s*)?",
    re.I,
)


_THE_REST = re.compile(
    r"\s*(?:(?:các|những|\d{1,2}|một|hai|ba|bốn|năm)\s+)?(?:vị trí|đơn vị|cơ quan|địa phương|tỉnh|bộ|sở|huyện|xã)\s+"
    r"(?:còn lại|khác)\s+(?:(?:trong|của|thuộc|ở|cũng|đạt|được)\s+)*",
    re.I,
)
"""Before a group that the sentence before told some of: "Hai vị trí còn lại trong nhóm Xuất sắc là …"."""
_THOSE = re.compile(
    r"(?:^|[.;]\s)\s*(?:(?:các|những)\s+)?(?:đơn vị|cơ quan|địa phương|tỉnh|bộ|sở|huyện|xã)\s+(?:duy nhất\s+)?"
    r"(?:(?:được|bị|có|xếp|đạt|thuộc|ở|trong|mức)\s+)*$",
    re.I,
)
"""Before a class, what opens the sentence that tells who is in it: "Đơn vị loại Khá là huyện Lương Tài"."""
_TOGETHER_WITH = re.compile(r",\s+(?:và\s+)?(?:cùng|cùng với)\s+(?:(?:tỉnh|thành phố|TP\.?|các tỉnh)\s+)?$", re.I)
_THIS = re.compile(r"\s(?:này|đó)$", re.I)
"""A class that was told of before: "Khép lại nhóm này là …"."""
_LABEL = re.compile(
    r"\s*(?:[^\w\s]|\d{1,2}[.)]|[a-zđ]\))?\s*(?:(?:Kết quả|Được)\s+)?(?:Phân nhóm|Xếp nhóm|Phân loại|Phân hạng|Nhóm"
    r"|Xếp loại|Loại|Kết quả xếp loại)"
    r"(?:\s+(?:của tỉnh|năm \d{4}|chung))*\s*:\s*(?:thuộc\s+)?",
    re.I,
)
"""What the class of the one spoken of stands behind, in a list of its results: "Phân nhóm: nhóm A"."""
_FROM = re.compile(r"\btừ\s+$", re.I)
_TO = re.compile(r"\s*,?\s*(?:\w+\s+){0,2}?(?:lên|xuống|sang|thành|còn)\s+", re.I)
_IN_THE_GROUP = re.compile(
    r"\b(?:thuộc|nằm|trong|ở|lọt|vào|xếp|rơi|đứng)\s+(?:(?:trong|vào|ở|xuống|lên)\s+)*(?:nhóm|tốp|khối)\s+"
    r"(?:(?:các|những|bộ|tỉnh|địa phương|đơn vị|có|đạt|kết quả|điểm|điểm số|chỉ số|số điểm|giá trị|mức|tỷ lệ"
    r"|được)\s+)*[\"“(]?$",
    re.I,
)
_NOT_IN = re.compile(
    r"\b(?:không|chưa|chẳng|khỏi|rời|từng|cùng|mục tiêu)\s+(?:\w+\s+){0,2}(?:nhóm|tốp|khối)\b[^,;.]*$", re.I
)
_OF_THOSE = re.compile(
    r"(?<!trong )(?<!thuộc )(?<!trong số )(?<!là )\b(?:các|những|mọi|từng)\s+"
    r"(?:đơn vị|cơ quan|địa phương|sở|huyện|xã|phường|tỉnh|bộ)(?:,\s*\w+(?:\s\w+)?){0,2}\s+(?:(?:được|bị|có|còn)\s+)*$",
    re.I,
)
"""Before a class: it is that of some, and of nobody named: "yêu cầu các đơn vị xếp loại Khá kiểm điểm"."""


def grade(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches a group or class of a unit, or of those that it heads: "Nhóm A: Quảng Ninh, Hải Phòng"."""
    headed = _headed(walk, place, mention)
    if headed is None and preceded(_OF_THOSE, walk.text, mention.start):
        return False
    if headed:
        owner = headed
    elif (
        _HEADS.match(walk.text, mention.end)
        and not walk.text[walk.passage.clause_start(mention.start) : mention.start].strip()
    ):
        return False  # "Nhóm B: 58 địa phương": of no unit before it.
    labelled = _LABEL.fullmatch(walk.text, 0, mention.start)
    if not (owner.stated or labelled or any(m.kind is Kind.INDEX for m in walk.mentions) or _told_here(walk, owner)):
        return False
    state = walk.states[place]
    if preceded(_FROM, walk.text, mention.start) and _left_for_another(walk, place):
        state = walk.states[place] = replace(state, year=state.year - 1 if state.year else None)
    letter = mention.word if len(mention.word) == 1 and not state.local else ""
    edition, why, status = walk.edition(state, owner, grouped=True, letter=letter)
    if edition is None or not owner.units or (owner.component and edition.index not in _GROUPS_PARTS):
        return False
    if not is_grade_of(walk.passage.names, edition.index, mention.word):
        return False
    stated = walk.text[mention.start : mention.end]
    named = grade_named(walk.passage.names, edition.index, mention.word, _class_name(stated))
    beside = [] if headed else _told_beside(walk, owner)
    for unit, _, _end in [*beside, *owner.units]:
        walk.claims.append(
            Observation(
                edition=edition, unit=unit, measure="grade", value=named, component=owner.component,
                period=state.period, stated_as=stated, quotes=(walk.quote(mention, owner),), status=status,
                interpretation=why,
            )
        )  # fmt: skip
    return True


def _told_beside(walk: Walk, owner: Subject) -> list[tuple[Unit, int, int]]:
    """The unit whose results the sentence has told, where those of the class are told to be with it: "Đà Nẵng đứng thứ
    3, cùng Hải Phòng, Quảng Ninh lập thành nhóm A"."""
    last = next((c for c in reversed(walk.claims) if isinstance(c, Observation)), None)
    if last is None or last.unit.kind != owner.units[0][0].kind or last.unit in [unit for unit, _, _ in owner.units]:
        return []
    return [(last.unit, owner.start, owner.end)] if preceded(_TOGETHER_WITH, walk.text, owner.start) else []


def within(walk: Walk, mention: Mention) -> bool:
    """Whether an interval is the group that someone is said to be in: "nằm trong nhóm từ 80% đến dưới 90%"."""
    return preceded(_IN_THE_GROUP, walk.text, mention.start) and not preceded(_NOT_IN, walk.text, mention.start)


def band(walk: Walk, place: int, mention: Mention, owner: Subject | None) -> bool:
    """Attaches a group told by its bounds to the unit that is in it."""
    if owner is None or len(owner.units) != 1 or owner.component or mention.band is None:
        return False
    if not (owner.stated or any(m.kind is Kind.INDEX for m in walk.mentions) or _told_here(walk, owner)):
        return False
    edition, why, status = walk.edition(walk.states[place], owner, grouped=True)
    if edition is None:
        return False
    stated = walk.text[mention.start : mention.end]
    named = group_with_bounds(walk.passage.names, edition.index, edition.population, mention.band)
    walk.claims.append(
        Observation(
            edition=edition, unit=owner.units[0][0], measure="grade", value=named, period=walk.states[place].period,
            stated_as=stated, quotes=(walk.quote(mention, owner),), status=status if named.known else "candidate",
            interpretation=why,
        )
    )  # fmt: skip
    return True


def _left_for_another(walk: Walk, place: int) -> bool:
    """Whether the next mention is the class that a unit has gone to from this one: "từ loại Tốt xuống loại Khá"."""
    mention, following = walk.mentions[place], walk.mentions[place + 1 : place + 2]
    to_another = following and following[0].kind is Kind.GRADE
    return bool(to_another) and bool(_TO.fullmatch(walk.text, mention.end, following[0].start))


def _told_here(walk: Walk, owner: Subject) -> bool:
    """Whether the sentence has told a score or rank of the owner, beside which its class stands: "đạt 88,4 điểm, xếp
    loại Tốt"."""
    units = [unit for unit, _, _ in owner.units]
    told = (c for c in walk.claims if isinstance(c, Observation) and c.component is None and c.status == "stated")
    return any(claim.measure in ("score", "rank") and [claim.unit] == units for claim in told)


def _headed(walk: Walk, place: int, mention: Mention) -> Subject | None:
    """The units that a group is the heading of."""
    later = (m for m in walk.mentions[place + 1 :] if m.kind not in (Kind.YEAR, Kind.POPULATION))
    following = next(later, None)
    if (
        following is None
        or following.kind is not Kind.UNIT
        or not (
            _HEADS.fullmatch(walk.text, mention.end, following.start)
            or (
                walk.only_words_between("là|gồm|có|thuộc về", mention.end, following.start)
                and _THIS.search(walk.text, mention.start, mention.end)
            )
            or (
                walk.only_words_between("là|gồm", mention.end, following.start)
                and (_THE_REST.fullmatch(walk.text, 0, mention.start) or _THOSE.search(walk.text, 0, mention.start))
            )
        )
    ):
        return None
    units = walk.units_of(following)
    return Subject(units=units, start=mention.start, end=following.end, stated=True) if units else None


def _class_name(stated: str) -> str:
    """The name of a class without the words that introduce it: "nằm ở nhóm trung bình cao" is "trung bình cao"."""
    return re.sub(r"^(?:(?:xếp|đạt|vào|thuộc|ở|loại|mức|nhóm|hạng|nằm|trong|lọt|rơi|điểm)\s+)+", "", stated, flags=re.I)
