"""Shares of the satisfied, which are what SIPAS measures: "80,08% người dân hài lòng"."""

from __future__ import annotations

import re

from cchc.loaders.articles.editions import PAR_INDEX, SATISFACTION
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.walk import Subject, Walk

_PEOPLE = r"\s*(?:số\s+)?người dân(?:,\s*(?:tổ chức|doanh nghiệp)|\s+và\s+(?:tổ chức|doanh nghiệp))?"
_SATISFIED = re.compile(rf"{_PEOPLE}(?:\s+(?:cả nước|được hỏi))?\s+hài lòng", re.I)
_WITH = re.compile(
    rf"(?:(?:{_PEOPLE}|\s*(?:số\s+)?(?:người|ý kiến|tổ chức))(?:\s+(?:dân|được (?:hỏi|khảo sát)|trả lời|tham gia))*"
    r"(?:\s+(?:(?:trong|của|tại|ở|trên địa bàn)\s+)?(?:toàn\s+)?(?:tỉnh|thành phố|TP\.?|địa phương))?"
    r"(?:\s+(?:(?:tại|ở)\s+)?(?-i:[A-ZĐ]\w*(?:\s+-)?(?:\s+[A-ZĐ]\w*){0,4}))?)?"
    r"\s+hài lòng\s+(?:về|với|đối với|ở|trong)\s+"
    r"(?:(?:việc|sự|khâu|yếu tố|nội dung|tiêu chí)\s+)*[\"“]?"
    r"(?P<whole>(?:(?:chất lượng|cung ứng|các)\s+)*(?:phục vụ|cung cấp|dịch vụ|giải quyết|cơ quan)\b)?",
    re.I,
)
"""The satisfied, and with what: "85,9% người dân trong tỉnh hài lòng về"."""
_ITS_PLACE = re.compile(r"[^,;.:()\d]{0,90}[,;]\s*(?:(?:và|đã|hiện)\s+)*")
"""Between the satisfied and the place that goes with their share."""
_OF_THEIR_OWN = re.compile(
    r"[^,;.()\d]{0,120}\s(?:(?:trong|của|tại|ở)\s+(?:toàn\s+)?(?:tỉnh|thành phố)(?!\s*,\s*thành|\s+[A-ZĐ])"
    r"|trên địa bàn)\b"
)
"""Behind the satisfied: who serves them, where it is the province that the article is about."""
_SERVED_BY = re.compile(
    r"[^,;.()\d]{0,120}\s(?:trong|của|tại|ở|trên địa bàn)\s+(?:(?:toàn\s+)?(?:tỉnh|thành phố)\s+)?", re.I
)
"""Between the satisfied and the unit that serves them."""
_RAISES = re.compile(
    r"\s*,?\s*(?P<raises>(?:qua đó|nhờ đó|nhờ vậy|do đó|và|đã|đủ)?\s*(?:đưa|giúp|kéo|đẩy))?(?:\s+(?:tỉnh|thành phố"
    r"|TP\.?))?\s*",
    re.I,
)
"""Between the satisfied and the unit whose place that makes: "…, đưa Hà Giang lên thứ 5"."""
_WITH_A_PART = re.compile(
    r"\s+(?:về|với|đối với)\s+(?!(?:(?:sự|việc|chất lượng|cung ứng|các)\s+)*(?:phục vụ|dịch vụ|kết quả|cơ quan))", re.I
)
"""Behind the satisfied: they are so with a part only."""


def satisfied(walk: Walk, place: int, mention: Mention) -> Subject | None:
    """All people whose share is told that are satisfied, which is what SIPAS measures: "80,08% người dân hài lòng"; not
    where the sentence told a rank of the unit that is spoken of."""
    found = _SATISFIED.match(walk.text, mention.end) if mention.kind is Kind.NUMBER and not walk.subject.units else None
    if found is None or any(m.kind in (Kind.RANK, Kind.FRACTION) for m in walk.mentions[:place]):
        return None
    if _WITH_A_PART.match(walk.text, found.end()):
        home = None if walk.nation or "cả nước" in found[0] else walk.passage.context.home
        return Subject(units=[(home, 0, 0)], unsure=True) if home else Subject(unknown=True)  # Of its own people?
    if _OF_THEIR_OWN.match(walk.text, found.end()):
        return None
    served = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if served and served.kind is Kind.UNIT and _SERVED_BY.fullmatch(walk.text, found.end(), served.start):
        return Subject(units=walk.units_of(served), start=mention.start, end=served.end, stated=True)
    behind = [m.kind for m in walk.mentions[place + 1 : place + 3]]
    goes_on = behind == [Kind.SELF, Kind.RANK] and _RAISES.fullmatch(
        walk.text, found.end(), walk.mentions[place + 1].start
    )
    if goes_on and not walk.nation:
        return None  # "84,1% người dân hài lòng, tỉnh đứng thứ 5": those of who is spoken of.
    whose = None if walk.nation else _placed_by(walk, place, found.end())
    if whose:
        return whose
    if _is_placed(walk, place, found.end()):
        return None
    # "Có 88,1% người dân hài lòng" on the page of a province: its own people, or all? And "SIPAS: 88,1% người dân …"
    headed = walk.mentions[0].kind is Kind.INDEX and ":" in walk.text[walk.mentions[0].end : mention.start]
    said = walk.nation or (not headed and any(m.kind is Kind.INDEX for m in walk.mentions))
    unsure = walk.passage.context.home is not None and not said
    return Subject(mean=True, start=mention.start, end=found.end(), stated=True, unsure=unsure)


def _placed_by(walk: Walk, place: int, end: int) -> Subject | None:
    """The unit right behind the satisfied whose place goes with their share: "84,1% người dân hài lòng, đưa Hà Giang
    lên thứ 5"; without such a word, the one that the article is about."""
    behind = walk.mentions[place + 1 : place + 3]
    if any(m.kind in (Kind.POPULATION, Kind.COUNT, Kind.MEAN, Kind.UNIT, Kind.REGION) for m in walk.mentions[:place]):
        return None
    if len(behind) < 2 or behind[0].kind is not Kind.UNIT or behind[1].kind not in (Kind.RANK, Kind.SUPERLATIVE):
        return None
    raises = _RAISES.fullmatch(walk.text, end, behind[0].start)
    units = walk.units_of(behind[0]) if raises else []
    if len(units) != 1 or not ((raises and raises["raises"]) or units[0][0] == walk.passage.context.home):
        return None
    mention = walk.mentions[place]
    return Subject(units=units, start=mention.start, end=end, stated=True)


def _is_placed(walk: Walk, place: int, end: int) -> bool:
    """Whether a place right behind the satisfied goes with their share, on a page that is about one unit: "SIPAS: 86,1%
    người dân hài lòng; hạng 41/63"."""
    behind, context = walk.mentions[place + 1 : place + 3], walk.passage.context
    if walk.nation or not (context.unit or context.home) or any(m.kind is Kind.UNIT for m in behind):
        return False
    told = bool(behind) and behind[0].kind is Kind.RANK and _ITS_PLACE.fullmatch(walk.text, end, behind[0].start)
    return bool(told) and not any(m.kind in (Kind.POPULATION, Kind.COUNT, Kind.MEAN) for m in walk.mentions[:place])


def part_satisfied_with(walk: Walk, place: int, mention: Mention) -> Mention | bool | None:
    """The name of the part of the service that the satisfied are so with, "85,9% người dân trong tỉnh hài lòng về thủ
    tục hành chính"; True where it has no name that is known, None where they are so with all of it."""
    if mention.unit_of_measure != "percent" or "hài lòng" not in walk.text:
        return None
    found = _WITH.match(walk.text, mention.end)
    if found is None:
        return None
    begin = found.start("whole") if found["whole"] else found.end()
    part = next((m for m in walk.mentions[place + 1 :] if m.start >= begin), None)
    return part if part and part.start == begin and part.entries else None if found["whole"] else True


def index_of_share(walk: Walk, place: int, mention: Mention) -> str | None:
    """The index that a share of the satisfied is of, where another one is talked about; else None."""
    told = SATISFACTION in walk.passage.context.indices and walk.states[place].index == PAR_INDEX
    return SATISFACTION if told and _SATISFIED.match(walk.text, mention.end) else None
