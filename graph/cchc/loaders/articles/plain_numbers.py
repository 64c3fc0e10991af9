"""Which numbers are scores: those without a unit of measure, and those told in turn."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles.mentions import LISTED, Kind, Mention, has_decimals, preceded
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.loaders.articles.walk import Subject, Walk

_BESIDE = ("", "-", "–", ":")
"""What stands between a name and its bare figure."""
_PAIRS = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d]*\s*[-–:]?\s*\d{1,3}[.,]\d+\s*(?=[;,.)]|và\b|$)")
"""A name with a bare figure."""
_POINTS_OF = re.compile(r"\b(?:điểm|điểm số|số điểm|tổng điểm|kết quả|giá trị)\s+(?:của\s+)?(?:chỉ số\s+)?$", re.I)
"""Before the name of an index whose figure follows it."""
_POINTS_ON_AVERAGE = re.compile(
    r"\bđiểm\s+(?:số\s+)?(?:trung bình|bình quân)\b[^;:.()]{0,60}\s(?:là|đạt|ở mức)\s+$", re.I
)
_ENDS = re.compile(r"\s*(?:[.;,](?!\d)|$)")
_FEWEST_PAIRS = 3
_IN_SERIES = re.compile(r"\s*[-–→]\s*")
_ITS_YEAR = re.compile(r"\s*\(\s*")
_WITH_SCORES = re.compile(
    r"\b(?:với|đạt|được|có)\s+(?:(?:số điểm|điểm số|tổng điểm|điểm|kết quả)\s+)?(?:là\s+)?$", re.I
)
_LISTED = re.compile(r"\s*(?:[;,]|[;,]?\s*và)\s*")


def bare_score(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Whether a number without "điểm" or "%" is a score: a cue before it, and decimals; or its index right before
    it."""
    number = mention.number or Decimal(0)
    if mention.kind is Kind.FRACTION:
        return True
    named = owner.component and not walk.text[owner.end : mention.start].strip(' :"”')
    if named and has_decimals(number) and preceded(_POINTS_OF, walk.text, owner.component_start):
        return True  # "điểm thẩm định 53,75 và điểm điều tra xã hội học 29,00"
    if not has_decimals(number):
        # "Điểm trung bình của 18 bộ là 83."
        ends = owner.mean and _ENDS.match(walk.text, mention.end)
        return bool(ends and _POINTS_ON_AVERAGE.search(walk.text, 0, mention.start))
    beside = len(owner.units) == 1 and walk.text[owner.units[0][2] : mention.start].strip() in _BESIDE
    item = beside and walk.mentions[0].word in LISTED and not walk.text[mention.end :].strip(" .;%)")
    if item or (beside and len(_PAIRS.findall(walk.text)) >= _FEWEST_PAIRS):
        return True  # "Hải Phòng 91,8; Quảng Ninh 91,14; Đà Nẵng 90,25"
    before = walk.mentions[place - 1] if place else None
    if before and before.kind is Kind.INDEX and preceded(_POINTS_OF, walk.text, before.start):
        return not walk.text[before.end : mention.start].strip()  # "tỉnh có điểm PAR INDEX 75,62"
    counted = before and before.kind is Kind.NUMBER and place - 1 in walk.used
    if before and counted and walk.of_other_years(place - 1, place):
        # "ba năm 2020, 2021, 2022, điểm lần lượt là 82,1; 84,3; 85,05"
        return bool(_LISTED.fullmatch(walk.text, before.end, mention.start)) or mention.word == "cued"
    listed = len(owner.units) > 1 and (
        bool(IN_TURN.search(walk.text[owner.end : mention.start])) or one_each(walk, owner)
    )
    return mention.word == "cued" or listed


def one_each(walk: Walk, owner: Subject) -> bool:
    """Whether as many scores are listed behind units as there are units: "A, B với số điểm 89,6 và 88,9"."""
    told = [m for m in walk.mentions if m.kind is Kind.NUMBER and m.start >= owner.end]
    count = len(owner.units)
    if len(told) < count or not _WITH_SCORES.search(walk.text, owner.end, told[0].start):
        return False
    run = 1
    while run < len(told) and _LISTED.fullmatch(walk.text, told[run - 1].end, told[run].start):
        run += 1
    return run == count


def over_years(walk: Walk, place: int) -> bool:
    """Whether a figure is one of several years' that the sentence does not name ("điểm số lần lượt của ba năm")."""
    mention, after = walk.mentions[place], walk.mentions[place + 1 : place + 2]
    if after and after[0].kind is Kind.YEAR and _ITS_YEAR.fullmatch(walk.text, mention.end, after[0].start):
        return False  # "qua các năm lần lượt là 83,97% (2020), 86,20% (2021)"
    if not IN_TURN.search(walk.text, 0, mention.start) or any(m.kind is Kind.YEARS for m in walk.mentions):
        return False
    return bool(cp.OVER_YEARS.search(walk.text[: mention.start].lower()))


def one_of_others(walk: Walk, place: int, owner: Subject) -> bool:
    """Whether a figure is the first of several told in turn, of units of which one only is known: "Tư pháp, Tài chính,
    Ngân hàng Nhà nước; điểm lần lượt là 91,76; 90,98 và 90,35"."""
    mention, after = walk.mentions[place], walk.mentions[place + 1 : place + 2]
    for beside in (place - 1, place + 1):
        if not 0 <= beside < len(walk.mentions) or walk.of_other_years(place, beside):
            continue
        m = walk.mentions[beside]
        gap = sorted((m.start, m.end, mention.start, mention.end))[1:3]
        alike = m.kind is Kind.NUMBER and m.unit_of_measure == mention.unit_of_measure
        if alike and _IN_SERIES.fullmatch(walk.text, *gap):
            return True  # "80,12% - 83,02% - 86,41%": of years that nothing names.
    if owner.component or not IN_TURN.search(walk.text, owner.end, mention.start) or not after:
        return False
    if walk.of_other_years(place, place + 1):
        return False
    if after[0].kind is not Kind.NUMBER or not _LISTED.fullmatch(walk.text, mention.end, after[0].start):
        return False
    told = walk.mentions[:place]
    return not any(m.years for m in told) and sum(m.kind in (Kind.INDEX, Kind.COMPONENT, Kind.YEAR) for m in told) < 2
