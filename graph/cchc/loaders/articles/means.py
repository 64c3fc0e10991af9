"""Means: of all units, of a region, or of a class; told by themselves or beside what a unit has."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from cchc.claims import Statistic
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles.all_beside import is_compared
from cchc.loaders.articles.context import LARGEST_REGION
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.satisfied import index_of_share
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.loaders.articles.walk import SAME, Subject, Walk
from cchc.loaders.articles.wholes import region_of

_OF_WHOM = (
    r"(?:\s+(?:chung|của|cả nước|toàn quốc|toàn tỉnh|toàn ngành|toàn vùng|các|\d+|khối|tỉnh|bộ|sở|huyện|thành phố|thành"
    r"|địa phương|cơ quan ngang bộ|đơn vị)\b(?:,(?=\s*(?:thành|cơ quan|bộ|huyện|sở|xã)\b))?)*+\s*"
)
_ONLY_NAMED = re.compile(rf"{_OF_WHOM}(?:[,;.)](?!\d)|$)", re.I)
"""Behind a mean that something is compared with: nothing, so that its figure is not told here."""
_THEN_ITS_OWN = re.compile(rf"{_OF_WHOM}:", re.I)
"""Behind one that a unit is said to exceed, before any figure: that of the unit follows."""
_OF_THE_REGION = re.compile(
    r"\s+(?:(?:chung|về|chỉ số|điểm số|điểm|PAR[ -]?INDEX|SIPAS|PAPI|PCI|CCHC|cải cách hành chính|năm\s+\d{4})\s+)*"
    r"(?:của\s+)?(?:(?:toàn|cả)\s+)?(?:vùng|khu vực)"
    r"(?=\s*(?:[,;:(]|\d{1,3}[.,]\d|(?:là|đạt|chỉ|năm|này|ở mức|trong)\b))",
    re.I,
)
"""Behind a mean: a region that its own sentence does not name."""
_THE_REGION_HAS = re.compile(
    r"\s*(?:(?:Cả|Toàn|Tính chung|Tính chung cả|Tính chung toàn)\s+)?(?:vùng|khu vực)(?:\s+(?:này|ấy|đó))?\s+"
    r"(?:(?:cũng|đã|vẫn|còn|lại|chỉ|là nơi|ghi nhận|có|đạt)\s+)*",
    re.I,
)
"""Before a mean, what opens a sentence about such a region: "Vùng này cũng có giá trị trung bình cao nhất"."""


_ALL_OF_THEM = re.compile(
    r"\s*(?:,|(?:(?:chỉ|mới|cũng|đã|còn)\s+)*(?:là|đạt|ở mức|năm)\b|"
    r"(?:(?:của|trong|trên địa bàn|toàn|thuộc)\s+)+tỉnh\b(?!\s+\w+\s+(?:núi|biên)))",
    re.I,
)
"""Behind the number of units that a mean is of: all of them, and not those of a part ("5 huyện miền núi")."""


_SEVERAL = 2
_AND = re.compile(r"\s+(?:và|cùng|cùng với|lẫn)\s+(?:vùng\s+)?", re.I)
_LISTED = re.compile(r",\s+(?:vùng\s+)?", re.I)
_NEXT_FIGURE = re.compile(r"\s*(?:,|;|và|,\s*và)\s*", re.I)
_EQUAL = re.compile(r"\b(?:bằng|như|ngang|giống|tương đương)\s+nhau\b", re.I)


_BESIDE_IT = re.compile(r";|\b(?:trong (?:khi|lúc)|còn|thì)\b", re.I)
"""What ends the talk of a region's mean, before that of all units."""
_OPENS = re.compile(r"\s*(?:(?:Cuối cùng|Tiếp theo|Riêng|Còn|Về|Ở|Với|lĩnh vực|nội dung|chỉ số)\s*,?\s+)*", re.I)
"""Before the component that a sentence opens with."""


_FIRST = re.compile(r"\s*(?:\(?[A-ZĐ][\w. ]{1,20}\)?\s+[-–]\s+)?(?:(?:Con số|Mức|Kết quả)\s+)?", re.I)
_IN = re.compile(r"\s*(?:(?:trong|ở|của|theo|về|tại|năm|kỳ)\s+)*", re.I)
_IS_THE_MEAN = re.compile(
    r"\s+(?:(?:chính|cũng)\s+)?là\s+(?:(?:mức|độ|hài lòng|tỷ lệ|điểm|chỉ số|giá trị|kết quả|con số|điểm số|số điểm|CCHC"
    r"|PAR[ -]?INDEX|SIPAS|PAPI|PCI|cải cách hành chính|năm|\d{4}|của)\s+)*",
    re.I,
)
"""Before a figure that opens its sentence, and between it and the mean that it is said to be."""


def begin(walk: Walk, mention: Mention) -> None:
    """Takes in that a mean is told: of what is spoken of, or beside it ("83,97%, cao hơn bình quân cả nước
    (82,66%)")."""
    walk.set_aside(mention.start)
    compared = preceded(p.COMPARED_WITH, walk.text, mention.start)
    if compared or (mention.word != "common" and preceded(p.ABOVE_OR_BELOW, walk.text, mention.start)):
        told = any(m.kind is Kind.NUMBER and m.end <= mention.start for m in walk.mentions)
        if _ONLY_NAMED.match(walk.text, mention.end) or (not told and _THEN_ITS_OWN.match(walk.text, mention.end)):
            return
        walk.aside = walk.aside or walk.subject
        walk.subject = Subject(component=walk.subject.component, index=walk.subject.index)
    elif _told_of_region(walk.subject) and _BESIDE_IT.search(walk.text, walk.subject.end, mention.start):
        walk.subject = Subject(index=walk.subject.index)  # "… của vùng là 86,1%; trung bình 63 tỉnh là 84,2%"
    walk.subject.mean = True
    walk.passage.context.averaged = walk.passage.context.averaged or not walk.around
    if _OF_THE_REGION.match(walk.text, mention.end) or _THE_REGION_HAS.fullmatch(walk.text, 0, mention.start):
        walk.subject.region = walk.passage.context.region
        walk.subject.mean, walk.subject.unknown = bool(walk.subject.region), not walk.subject.region
    if mention.word == "common":
        walk.subject.region = walk.subject.subgroup = None
        walk.nation = not walk.around
    walk.subject.start = walk.subject.start or mention.start


def _told_of_region(subject: Subject) -> bool:
    return subject.region is not None and (subject.mean or subject.stated)


def mean_of(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches a mean of a population, region or class; or of several regions that share it, or have each its own."""
    together = regions_together(walk, mention, owner) if owner.region else []
    if len(together) < _SEVERAL:
        return _mean(walk, place, mention, owner)
    figures = [place]
    while len(figures) < len(together) and _one_more(walk, figures[-1]):
        figures.append(figures[-1] + 1)
    shared = len(figures) == 1
    if not shared and len(figures) != len(together):
        return False
    owners = [replace(owner, region=region_of(region), start=region.start) for region in together]
    for at, of in zip(figures * len(owners) if shared else figures, owners, strict=True):
        _mean(walk, at, walk.mentions[at], of)
        walk.used.add(at)
    walk.subject = Subject(unknown=not shared, mean=shared, region=owner.region if shared else None, stated=True)
    return True


def regions_together(walk: Walk, mention: Mention, owner: Subject) -> list[Mention]:
    """The regions that are named in one breath before a mean."""
    begin = walk.text.rfind(";", 0, mention.start)
    named = [m for m in walk.mentions if m.kind is Kind.REGION and begin < m.start < mention.start]
    if not named or region_of(named[-1]) != owner.region:
        return []
    together = named[-1:]
    words = (walk.text, named[-1].end, mention.start)
    same = SAME.search(*words) or _EQUAL.search(*words) or IN_TURN.search(*words)
    for before in reversed(named[:-1]):
        gap = (walk.text, before.end, together[0].start)
        if not (_AND.fullmatch(*gap) or ((same or len(together) > 1) and _LISTED.fullmatch(*gap))):
            break
        together.insert(0, before)
    return together


def _one_more(walk: Walk, place: int) -> bool:
    """Whether one more figure of the same measure is told right behind the one at a place."""
    if place + 1 >= len(walk.mentions):
        return False
    one, other = walk.mentions[place : place + 2]
    alike = one.kind is other.kind and one.unit_of_measure == other.unit_of_measure
    return alike and bool(_NEXT_FIGURE.fullmatch(walk.text, one.end, other.start))


def _mean(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches a mean of one population, region or class."""
    index = owner.index or index_of_share(walk, place, mention)
    edition, why, status = walk.edition(walk.states[place], Subject(index=index))
    status = "candidate" if owner.unsure else status
    if edition is None or mention.number is None or mention.unit_of_measure not in ("percent", "points", None):
        return False
    among = None if owner.region or owner.subgroup else count_of(walk, edition.year, mention)
    whole = among and (edition.population != "province" or among >= LARGEST_REGION)
    if among and whole and walk.passage.context.size_of(edition) is None:
        counted = next(m for m in walk.mentions if m.kind is Kind.COUNT and m.number == among)
        if _ALL_OF_THEM.match(walk.text, counted.end):
            walk.passage.context.tell_size(edition, among)
    if edition.population == "province" and among and among < LARGEST_REGION:
        # "Trung bình 14 tỉnh": of the region that the article told of, where it told of one.
        owner = replace(owner, region=walk.passage.context.region)
        status = status if owner.region else "candidate"
    of = (owner.region, owner.subgroup, owner.component, edition)
    if of in walk.means:
        return False  # "Mức hài lòng chung là 84,45%; cao nhất ở lĩnh vực giao thông, 88,45%": one mean is told.
    walk.means.add(of)
    walk.claims.append(
        Statistic(
            edition=edition, kind="mean", value=mention.number, subgroup=owner.subgroup, standing=owner.standing,
            region=owner.region, component=owner.component,
            unit_of_measure=mention.unit_of_measure or "points", quotes=(walk.quote(mention, owner),), status=status,
            interpretation=why, out_of=None if owner.region else count_of(walk, edition.year, mention),
        )
    )  # fmt: skip
    owner.standing = None
    if owner.component and not (owner.region or owner.subgroup or owner.units or walk.front or walk.around):
        components_mean = owner.component, edition.index
        walk.front = components_mean
        if _OPENS.fullmatch(walk.text, 0, owner.component_start):
            walk.passage.context.part = components_mean
    # What follows ("tăng 1,93 %") is a change of this mean.
    # A mean told in parentheses, beside a unit's own score, is not spoken of any further.
    aside = bool(owner.units) and walk.passage.in_parentheses(mention.start) and not walk.around
    after = None if walk.around else walk.aside
    walk.subject, walk.aside = after or replace(owner, units=[] if walk.around else owner.units, mean=not aside), None
    return True


def gap_to_mean(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a number is the distance to the mean told in the parentheses before it: "cao hơn bình quân (82,66%)
    1,31%"."""
    before = walk.mentions[place - 1] if place else None
    if before is None or before.kind is not Kind.NUMBER or not walk.passage.in_parentheses(before.start):
        return False
    opening = walk.text.rfind("(", 0, before.start)
    compared = any(m.kind is Kind.MEAN and preceded(p.COMPARED_WITH, walk.text, m.start) for m in walk.mentions[:place])
    named = walk.mentions[place - 2].kind if place > 1 else None
    near = named in (Kind.MEAN, Kind.POPULATION, Kind.COUNT, Kind.REGION) and opening - walk.mentions[place - 2].end < 3
    return compared and near and walk.text[before.end : mention.start].strip() in (")", ") là", "), tới")


def of_all(walk: Walk, place: int, mention: Mention) -> bool:
    """Attaches a figure that another is compared with, behind which stands that it is that of all: "so với 82,66% của
    cả nước"."""
    others = walk.subject.mean and not (walk.subject.region or walk.nation)
    if others or not is_compared(walk, place):
        return False
    walk.aside, component = walk.subject, walk.subject.component
    return mean_of(walk, place, mention, Subject(component=component, mean=True, start=mention.start, stated=True))


def is_opening(walk: Walk, place: int, mention: Mention) -> bool:
    """Attaches the mean that opens its sentence: "Con số 86,45% là điểm bình quân của 14 tỉnh …"."""
    if (
        place
        or mention.unit_of_measure not in ("percent", "points")
        or not _FIRST.fullmatch(walk.text, 0, mention.start)
    ):
        return False
    told = next((i for i, m in enumerate(walk.mentions) if m.kind is Kind.MEAN), None)
    between = walk.mentions[1:told]
    if not told or any(m.kind not in (Kind.INDEX, Kind.YEAR) for m in between):
        return False
    if not _IS_THE_MEAN.fullmatch(walk.text, mention.end, walk.mentions[told].start):
        return False
    of_all = walk.mentions[told].word == "common"  # "87,16% là mức hài lòng chung của cả nước": it says whose it is.
    behind = walk.mentions[told + (not of_all) : told + 4]
    owners = (Kind.REGION, Kind.POPULATION, Kind.COUNT)
    owned = 0 if of_all else next((i for i, m in enumerate(behind) if m.kind in owners), None)
    if owned is None or any(m.kind in (Kind.UNIT, Kind.SELF, Kind.CLASS, Kind.COMPONENT) for m in behind[: owned + 1]):
        return False
    region = next((m for m in behind[: owned + 2] if m.kind is Kind.REGION), None)
    last = told + (not of_all) + owned
    for one, other in pairwise(walk.mentions[last:]):
        if other.kind not in (Kind.INDEX, Kind.YEAR) or not _IN.fullmatch(walk.text, one.end, other.start):
            break
        last += 1  # "… của cả nước trong SIPAS 2021"
    walk.states[place] = walk.states[last]
    of = Subject(mean=True, region=region_of(region) if region else None, start=mention.start, stated=True)
    found = mean_of(walk, place, mention, of)
    walk.subject = Subject()
    return found


def count_of(walk: Walk, year: int, figure: Mention) -> int | None:
    """The number of units that a mean is of, which its figure follows: "trung bình … của 17 bộ là 87,56%"."""
    if year != walk.passage.context.year:
        return None  # "… của 17 bộ là 87,56 %, tăng so với năm 2019 (85,63 %)": of how many it was then is not said.
    before = [m for m in walk.mentions if m.start <= figure.start]
    mean = max((m.end for m in before if m.kind is Kind.MEAN), default=0)
    clause = walk.text.rfind(";", 0, figure.start)
    classed = [m for m, after in pairwise(walk.mentions) if after.kind in (Kind.GRADE, Kind.BAND)]
    counts = [m for m in before if m.kind is Kind.COUNT and m.number and m.of is None and m not in classed]
    # "Bình quân 18 sở đạt 87,6 điểm, gồm …; bình quân 8 huyện đạt 85,9 điểm": each is of its own.
    nearest = (
        [m for m in counts if m.start >= mean]
        or [m for m in counts if m.start > clause]
        or (counts if clause < 0 else [])
    )
    return int(nearest[0].number or 0) if nearest else None
