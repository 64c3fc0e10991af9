"""Attachment of what is no single unit: all units, those of a region or a class, whose means are told."""

from __future__ import annotations

import re

from cchc.claims import Concept
from cchc.loaders.articles.all_beside import stands_beside
from cchc.loaders.articles.context import LARGEST_REGION
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.walk import Subject, Walk

_RANKED_AMONG = re.compile(
    r"(?:\b(?:nhất|đầu|bảng|hạng|cuối|chót|trong|so với|cùng|trên|top|tốp|nhóm|khắp"
    r"|(?:số|thứ)\s+(?:một|nhất|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))|\d)\s*(?:(?:của|trong|trên|so với)\s*)?$",
    re.I,
)
"""Words that make "cả nước" the field of a ranking, not what is measured."""
_OPENS = re.compile(
    r"(?:^|[.;]\s)\s*(?:[-+•*]\s*)?(?:(?:tính|xét|nhìn|trên|trong|phạm vi|quy mô|bình diện|về)\s+)*$", re.I
)
"""Before the mean that a clause opens with."""
_ON_THE_WHOLE = re.compile(
    r"(?:(?:^|[.;]\s)\s*|,\s+)(?:(?:tính|xét|nhìn)\s+)?(?:trên|trong)\s+(?:(?:phạm vi|quy mô|bình diện)\s+)?$", re.I
)
"""Before "cả nước", where it opens a clause: all are what is told of."""
_OF_THE_REGION = re.compile(
    r"\s*(?:cũng|vẫn|chỉ|còn)?\s*(?:có\s+)?(?:(?:chỉ số|giá trị|điểm|kết quả|mức)\s+)*(?:[^,;.()\d]{0,40}(?:\b(?:đạt"
    r"|được|là"
    r"|với|có|ở mức|(?:bằng|như|ngang) nhau)\b|,\s*(?:(?:với|đạt|là|chỉ|còn|mới|cùng|đều|ở mức)\s*)*$)"
    r"|(?:cao|thấp) nhất,?\s*$|:|\(|$)[^,;.()\d]{0,30}\(?$",
    re.I,
)
_HAVE = re.compile(
    r"(?:,?\s+(?:trong\s+)?năm\s+\d{4})?(?:\s*\([A-ZĐ][^()\d]{1,30}\))?\s*,?\s*"
    r"(?:(?:chỉ|mới|cũng|đã)\s+)*(?:là|đạt|ở mức|:)\s+(?:mức\s+)?",
    re.I,
)
"""Between "cả nước" and what all have on average."""
_ARE_RANKED = re.compile(
    r"\s+(?:tham gia\s+|được\s+)(?:đánh giá(?:,|\s+và)\s+)?(?:xếp hạng|chấm điểm)"
    r"(?=\s*(?:[.;:(]|$|năm\b|,\s*(?:trong|có)))",
    re.I,
)
_BLOCK = re.compile(
    r"\s*(?:[-+•*–]|[a-zđ\d]{1,3}[.)])?\s*(?:(?:Đối với\s+)?(?:Khối|Cấp)\s+[\w, ]{2,40}(?P<bracket>\(|:\s*(?:có\s+)?)"
    r"|Trong(?:\s+(?:tổng\s+)?số)?\s+)",
    re.I,
)
_IN_THE_BLOCK = re.compile(r"\s*(?:,|;|:|trong đó)\s*(?:trong đó\s+)?(?:có\s+)?\d|\)\s*(?::|$)|\s*\.?$", re.I)
"""Behind how many units a block has: how many of them are in a class, or a list of its results."""
_INDEX_OF = re.compile(r"\)?\s*(?:(?:năm\s+)?\d{4}\s+)?(?:của|cho|đối với)\s+(?:(?:cả|khối|toàn bộ)\s+)?", re.I)
_AND = re.compile(r"\s*(?:,|và|và của|,\s*và|cùng|còn)\s+(?:khối\s+|còn\s+|vùng\s+)?", re.I)
_SURVEYED_IN = re.compile(
    r"\b(?:khảo sát|điều tra|đo lường|đo|đánh giá|thí điểm|làm điểm|thực hiện|triển khai|áp dụng|xếp hạng)\s+"
    r"(?:(?:thí điểm|thử|lần đầu|đầu tiên)\s+)*(?:tại|ở|với|đối với|trên địa bàn|trong|cho)\s+$",
    re.I,
)
_ENDS = re.compile(r"(?:\s+(?:trên cả nước|cả nước|trong cả nước|trên toàn quốc))?\s*(?:[.;,:(]|$)", re.I)
_IN_TOTAL = re.compile(
    r"\b(?:(?:trong|trên) tổng(?: số)?|(?:tính|xét|trong|trên) (?:cả|toàn bộ|tất cả))\s+(?:số\s+)?$", re.I
)
_OF_A_BLOCK = re.compile(r"\b(?:khối|danh sách|bảng xếp hạng(?: của)?)\s+$", re.I)
"""Before how many units a block has: "Khối 17 bộ, cơ quan ngang bộ do … dẫn đầu"."""
_OPENS_CLAUSE = re.compile(
    r"(?:\b(?:(?:tiến|tăng|cải thiện|giảm|lùi)\s+)?(?:nhanh|nhiều|mạnh|chậm|ít|cao|sâu)\s+nhất\s+(?:là|thuộc về)\s"
    r"|^|[;.]\s|\bmức (?:tăng|giảm) (?:điểm )?của\s|(?:^|[;.]\s)\s*(?:so với|sau)\s[^,;:.()]{3,40},\s)\s*"
    r"(?:(?:riêng|còn)\s+)?(?:vùng\s+)?$",
    re.I,
)
_MOVED = re.compile(
    r",?\s+(?:(?:với|cũng|chỉ|đã|lại|là|bị|đều|cùng|có|điểm|chỉ số|giá trị|trung bình|bình quân)\s+)*", re.I
)
_HAS = re.compile(r"\s*(?:(?:có|chỉ|là|đạt|ở mức|chung|kết quả|chỉ số|điểm số|trung bình|bình quân|:)\s*)+", re.I)


_OPENS_IN_THIS = re.compile(
    r"(?:^|[;:]\s)\s*(?:(?:Ngay|Còn|Riêng|Nếu|Chỉ|Và|Nhưng|Cũng)\s+(?:(?:xét|tính|chỉ|so)\s+)*)?(?:Trong|Ở|Tại|Xét"
    r"|Riêng|So"
    r"|Tính)\s+(?:(?:riêng|trong|ở|tại|với|số|các|cả|toàn|\d{1,2}|tỉnh|thành phố|thành"
    r"|địa phương"
    r"|của|thuộc)\b,?\s*)*(?:khu vực|vùng)(?:\s+(?:này|ấy|đó|trên|nói trên))?"
    r"(?=\s*,|\s+(?:thì|có|chỉ|xếp|đứng|từ|vẫn|tỉnh|vươn)\b)",
    re.I,
)


def ranked(walk: Walk, place: int, mention: Mention) -> None:
    """Takes in how many units a ranking has, where it is said of all of them: "Có 17 bộ được xếp hạng", "Khối sở: 20 cơ
    quan, …"."""
    in_total = preceded(_IN_TOTAL, walk.text, mention.start)
    if mention.of is not None or not mention.number or (mention.word.startswith("out-of") and not in_total):
        return
    said = _ARE_RANKED.match(walk.text, mention.end) or (
        _IN_THE_BLOCK.match(walk.text, mention.end) and _BLOCK.fullmatch(walk.text, 0, mention.start)
    )
    few = mention.number < LARGEST_REGION and _surveyed(walk, place)
    all_of_them = (
        said or in_total or few or preceded(_OF_A_BLOCK, walk.text, mention.start) or _of_an_index(walk, place)
    )
    edition = walk.edition(walk.states[place], Subject())[0] if all_of_them else None
    if edition and (edition.population != "province" or mention.number >= LARGEST_REGION or few):
        walk.passage.context.tell_size(edition, int(mention.number))


def _surveyed(walk: Walk, place: int) -> bool:
    """Whether an index, which the sentence has named, is said to have been measured in so many units: "SIPAS năm 2015
    được khảo sát tại 10 tỉnh, thành phố"."""
    mention = walk.mentions[place]
    named = any(m.kind is Kind.INDEX for m in walk.mentions[:place])
    ends = _ENDS.match(walk.text, mention.end)
    return named and bool(ends and preceded(_SURVEYED_IN, walk.text, mention.start))


def _of_an_index(walk: Walk, place: int) -> bool:
    """Whether an index is said to be of so many units: "PAR INDEX năm 2017 của 19 bộ, cơ quan ngang bộ và 63 tỉnh"."""
    at = place
    while at and walk.mentions[at - 1].kind is Kind.COUNT and _AND.fullmatch(*_between(walk, at)):
        at -= 1
    first = walk.mentions[at].start
    before = next((m for m in reversed(walk.mentions[:at]) if m.kind is not Kind.YEAR), None)
    return before is not None and before.kind is Kind.INDEX and bool(_INDEX_OF.fullmatch(walk.text, before.end, first))


def _between(walk: Walk, place: int) -> tuple[str, int, int]:
    """The text, and from where to where in it something stands between a mention and the one before it."""
    return walk.text, walk.mentions[place - 1].end, walk.mentions[place].start


def begin_in_region(walk: Walk) -> None:
    """Starts a sentence that is about the region told of before: "Trong 13 tỉnh của vùng, Long An dẫn đầu", or a line
    of figures below its name."""
    headed = walk.passage.context.region_heads
    if headed and not any(m.kind in (Kind.UNIT, Kind.SELF, Kind.REGION, Kind.STRANGER) for m in walk.mentions):
        walk.subject = Subject(region=headed, mean=True, stated=True)
    opens = _OPENS_IN_THIS.search(walk.text)
    if opens and not any(m.kind is Kind.REGION and m.start < opens.end() for m in walk.mentions):
        walk.region_at = opens.start()
        if not opens.start():
            enter_region(walk)


def enter_region(walk: Walk) -> None:
    """Begins to speak of the region told of before, or of one that nothing names."""
    walk.region_at = None
    walk.scope = walk.passage.context.region
    walk.region_opens, walk.some_region = walk.scope is not None, walk.scope is None


def subgroup(walk: Walk, mention: Mention) -> None:
    """Takes in a class of units, of which means are told."""
    entry = mention.entries[0]
    walk.subject = Subject(subgroup=Concept(entry.path, entry.label, entry.label_en, True), start=mention.start)


def regional(walk: Walk, place: int, mention: Mention) -> bool:
    """Takes in a region as the one whose mean is told ("vùng Đồng bằng sông Hồng đạt trung bình 88,33%"), if it is."""
    if walk.subject.units and ";" not in walk.text[walk.subject.end : mention.start]:
        return False
    passed = (Kind.MEAN, Kind.YEAR, Kind.INDEX, Kind.SUPERLATIVE, Kind.POPULATION)
    later = (m for m in walk.mentions[place + 1 :] if m.kind not in passed)
    figure = next(later, None)
    if figure is not None and _has_moved(walk, mention, figure):
        walk.subject = Subject(region=region_of(mention), mean=True, start=mention.start, end=mention.end, stated=True)
        return True
    if figure is None or not _is_score(figure) or not _OF_THE_REGION.match(walk.text[mention.end : figure.start]):
        if walk.subject.mean and walk.subject.region and _OPENS_CLAUSE.search(walk.text, 0, mention.start):
            walk.subject = Subject(unknown=True, start=mention.start, end=mention.end)  # No more of the one before.
        return False
    walk.subject = Subject(region=region_of(mention), mean=True, start=mention.start, end=mention.end, stated=True)
    return True


def _has_moved(walk: Walk, region: Mention, figure: Mention) -> bool:
    """Whether a figure is by how much a region, which opens its clause, has moved: its mean has."""
    moved = figure.kind is Kind.CHANGE and figure.unit_of_measure in ("percent", "points")
    first = region
    for before in reversed([m for m in walk.mentions if m.end <= region.start]):
        if before.kind is not Kind.REGION or not _AND.fullmatch(walk.text, before.end, first.start):
            break
        first = before  # "…, Đông Nam Bộ và Tây Nguyên tăng 1,5%"
    opens = moved and (_OPENS_CLAUSE.search(walk.text, 0, first.start) or _goes_on(walk, first))
    return bool(opens and _MOVED.fullmatch(walk.text, region.end, figure.start))


def _goes_on(walk: Walk, region: Mention) -> bool:
    """Whether a region stands right behind the change of another's mean."""
    before = next((m for m in reversed(walk.mentions) if m.end <= region.start), None)
    between = before and before.kind is Kind.CHANGE and _AND.fullmatch(walk.text, before.end, region.start)
    return bool(between and walk.subject.mean and walk.subject.region)


def nation(walk: Walk, place: int, mention: Mention) -> bool:
    """Takes in "cả nước" as what a figure is of, if it is not the field of a ranking ("cao nhất cả nước")."""
    if mention.word.startswith("khoi-") and _block(walk, place, mention):
        return True
    if mention.word not in ("ca-nuoc", "toan-quoc"):
        return False
    opens = _ON_THE_WHOLE.search(walk.text, 0, mention.start) and walk.text.startswith(",", mention.end)
    told = [m for m in walk.mentions[place + 1 :] if m.kind in (Kind.UNIT, Kind.SELF, Kind.COUNT, *MEASURES)]
    if not told or not _is_score(told[0]):
        return False
    has = _HAVE.fullmatch(walk.text, mention.end, told[0].start)
    among = None if opens else _RANKED_AMONG.search(walk.text[: mention.start])
    if among and not (has and among[0].strip().casefold() in ("trên", "trong")):
        return False
    spoken = walk.subject.units and walk.subject.stated and ";" not in walk.text[walk.subject.end : mention.start]
    if (
        spoken
        and not stands_beside(walk, place, told[0])
        and not (has and any(m.kind is Kind.INDEX and m.start > walk.subject.end for m in walk.mentions[:place]))
    ):
        return False  # But "tại hội nghị ở Hà Nội, …: mức độ hài lòng trên cả nước năm 2023 là 82,66%".
    if opens and any(m.kind in (Kind.RANK, Kind.FRACTION, Kind.SUPERLATIVE) for m in told[1:2]):
        return False  # "Trên cả nước, PAR INDEX đạt 90,2%, xếp thứ 2": of one of them.
    _take(walk, mention)
    walk.nation = not walk.around
    return True


def still_of_all(walk: Walk, place: int) -> bool:
    """Whether an index, named behind the mean that opens the clause, is what the mean is of: "Tính chung cả nước, PAR
    INDEX đạt 86,98%"."""
    owners = (Kind.UNIT, Kind.SELF, Kind.STRANGER)
    following = next((m for m in walk.mentions[place + 1 :] if m.kind in (*owners, *MEASURES)), None)
    told = following is not None and following.kind is Kind.NUMBER
    return told and bool(_OPENS.search(walk.text, 0, walk.subject.start))


def _block(walk: Walk, place: int, mention: Mention) -> bool:
    """Takes in a population as what a figure right after it is the mean of: "khối sở đạt 91,2%", if it is."""
    figure = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if figure is None or not _is_score(figure) or not _HAS.fullmatch(walk.text, mention.end, figure.start):
        return False
    _take(walk, mention)
    return True


def _is_score(mention: Mention) -> bool:
    return mention.kind is Kind.NUMBER and mention.unit_of_measure in ("percent", "points")


def _take(walk: Walk, mention: Mention) -> None:
    """Makes all units the ones whose mean is told, of the component that is spoken of."""
    walk.set_aside(mention.start)
    component = walk.subject.component if walk.subject.stated else None
    walk.subject = Subject(component=component, mean=True, start=mention.start, end=mention.end, stated=True)


def region_of(mention: Mention) -> Concept:
    """The region that a mention names."""
    entry = next(e for e in mention.entries if e.kind == "region")
    return Concept(entry.path, entry.label, entry.label_en, True)


_OF_ONE = (
    Kind.UNIT, Kind.SELF, Kind.RANK, Kind.FRACTION, Kind.CHANGE, Kind.COMPARISON, Kind.GRADE, Kind.SUPERLATIVE,
)  # fmt: skip
"""What a sentence tells of one unit, and not of all."""


def of_nobody(walk: Walk, place: int) -> bool:
    """Whether a figure follows an index and its year in a sentence that names no unit and tells no more of one, in a
    paragraph that has named none: it may be the mean of all as well as the result of the province that the article is
    about. A sentence that leaves the year to those before it leaves the unit to them too."""
    context = walk.passage.context
    dated = any(m.kind is Kind.YEAR for m in walk.mentions)
    if context.unit or context.topic or not dated or any(m.kind in _OF_ONE for m in walk.mentions):
        return False
    named = next((m for m in reversed(walk.mentions[:place]) if m.kind is Kind.INDEX), walk.mentions[place - 1])
    listed = ":" in walk.text[named.end : walk.mentions[place].start]  # "PCI: 63,24 điểm"
    return walk.mentions[place].unit_of_measure == "percent" and not listed and _follows_index(walk, place)


def of_all(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a figure that follows an index in an article about nobody is the mean of all: "Chỉ số SIPAS năm 2023 là
    82,66%"."""
    context = walk.passage.context
    if context.home or context.unit or context.topic or mention.kind is not Kind.NUMBER:
        return False
    return _follows_index(walk, place)


def _follows_index(walk: Walk, place: int) -> bool:
    """Whether nothing but words for a result stands between an index, with its year or not, and a figure."""
    if not place:
        return False
    before = walk.mentions[place - 1]
    named = before.kind is Kind.INDEX or (
        before.kind is Kind.YEAR and place > 1 and walk.mentions[place - 2].kind is Kind.INDEX
    )
    return named and bool(_HAS.fullmatch(walk.text, before.end, walk.mentions[place].start))
