"""Parts of an index that only the article names: "điểm thẩm định là 54,2/61,5 điểm"."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.claims import Concept
from cchc.loaders.articles.editions import PAR_INDEX, SATISFACTION
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.walk import QUOTED, Subject, Walk
from cchc.vietnamese import slug

_WHOLE = 100
_NAME = re.compile(
    r"(?:^|[,;:(–-]|\b(?:trong đó|và|với|riêng|còn|thì|như|là|gồm|do)\b)\s*(?P<name>[^\W\d][^;:()\d]{5,110}?)"
    r"[\"”]?\s*(?:,\s*)?(?:(?:chỉ|mới|cũng|đã|có|số điểm|tổng điểm|điểm số|mất|bị trừ|đạt|được|là|ở mức|:)\s*)*$"
)
_ITEM_NAME = re.compile(
    r"\s*(?:[a-zđ]\)|\d{1,2}[.)]|[-+•*–])\s*(?P<name>[^\W\d][^;:()\d]{5,110}?)\s+(?:(?:chỉ|mới|cũng|đã)\s+)*(?:đạt"
    r"|được|là)\s*$"
)
"""An item of a list that begins with the name of a part, commas included: "a) Khảo sát lãnh đạo, quản lý được …"."""
_LONGEST = 200
_INTRODUCED = re.compile(
    r"^(?:(?:(?:chủ yếu|một phần|phần lớn|chính(?! quyền| sách))(?: là)?(?: do)?"
    r"|nguyên nhân(?: là)?(?: do)?|là do|do|bởi|vì"
    r"|(?:điểm (?:nghẽn|yếu|sáng|trừ|nhấn|mạnh)|hạn chế|khâu yếu)(?:\s+(?:lớn nhất|nhất))?"
    r"\s+(?:nằm ở|rơi vào|thuộc về|là|ở)"
    r"|tổng(?:\s+số)?(?=\s+điểm\s+(?:tự|thẩm định|khảo sát|điều tra)\b)"
    r"|trong đó,?|riêng|còn|các|một số|như|đối với|về|ở|tại|tỉnh|lĩnh vực|nội dung|tiêu chí thành phần|tiêu chí"
    r"|chỉ số thành phần|chỉ số|nhóm)\s+)+",
    re.I,
)
_SAYS = re.compile(
    r"\b(?:đạt|được|xếp|đứng|tăng|giảm|mất|hạng|thứ|so với|năm|điểm số|tổng điểm|kết quả|toàn tỉnh"
    r"|quy (?:đổi|ra)|tương đương|tương ứng|tính ra)\b",
    re.I,
)
_HAS = re.compile(r"\)?\s*(?:của\s+\w+\s+)?(?:(?:quy đổi|chỉ|cũng|đạt|được|là|có|:)\s*)*", re.I)
_AS_PART = re.compile(r"\b(?:tiêu chí|thành phần|nội dung|phần)\s+[\"“]?$", re.I)
_WHOSE = re.compile(r"\s+của\s+(?:tỉnh|thành phố|huyện|đơn vị|sở|bộ)?[^,;]{0,40}$", re.I)
_OTHERS = (Kind.UNIT, Kind.SELF, Kind.INDEX, Kind.RANK, Kind.CHANGE, Kind.NUMBER, Kind.FRACTION, Kind.SUPERLATIVE)
_ITEM = re.compile(r"\s*(?:và\s+)?(?:\(?\d{1,2}[.)]\s*|[a-zđ]\)\s*)?[^\W\d_][^\d;:.]{1,60}")
_NO_ITEM = re.compile(
    r"\b(?:đạt|được|xếp|đứng|tăng|giảm|cao|thấp|hơn|so với|trong đó|riêng|còn|hạng|thứ|với|mất|là|năm|có|điểm"
    r"|tỉnh|đến)\b",
    re.I,
)
"""What the name of a part in a list of parts holds none of."""


_BEHIND = re.compile(
    r"(?:\s*điểm)?\s+(?:là\s+|của\s+|từ\s+|do\s+)?(?:phần\s+)?(?:điểm\s+)?"
    r"(?P<name>(?:thẩm định|điều tra|khảo sát|đánh giá tác động|xã hội học)\b[^,;:.()\d]{0,60}?"
    r"(?:,\s+(?:đánh giá|điều tra|khảo sát|tác động)\b[^,;:.()\d]{0,40}?)?)"
    r"(?=,?\s+(?:và|cùng|cộng|còn)\s+[^,;.]{0,20}?\d|\s*[,;.(]\s*(?:\D|$)|,\s*\d|\s*$)",
    re.I,
)
"""Behind a score: by what method the points were given."""


_GETS = re.compile(r"\s+(?:(?:chỉ|mới|cũng|đã|đạt|được|có|giành|thu|ghi)\s+)+", re.I)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[;:.]\s|\b(?:trong đó|còn|riêng|và|là|thứ \w+|cuối|còn lại),?\s)\s*"
    r"(?:(?:về|với|ở|tại|trong|đối với|xét)\s+)?(?:(?:riêng|khối|phần|hợp phần|nhóm|tiêu chí)\s+)*"
    r"(?P<name>(?:(?<=tiêu chí\s)\w|(?:điểm\s+)?(?:thẩm định|điều tra|khảo sát|đánh giá tác động|tác động|tự đánh giá"
    r"|tự chấm)\b)[^;:.()\d]{0,80}?)[\"”]?,\s+(?:(?:tỉnh|thành phố)\s+)?$",
    re.I,
)
"""What opens a clause before the unit that has its points: "ở phần thẩm định, tỉnh đạt …"."""
_WORDS_OF_A_NAME = re.compile(r"[^\W\d_][^\d;:.()]{4,70}")
_FIGURES = (Kind.NUMBER, Kind.FRACTION)


def part_behind(walk: Walk, mention: Mention, owner: Subject, index: str | None) -> Subject | None:
    """The part that a score in points is of, by the words right behind it: "gồm 53,18/61,5 điểm thẩm định và 33,71/38,5
    điểm điều tra xã hội học"."""
    points = mention.unit_of_measure == "points" or mention.kind is Kind.FRACTION
    # A part that was named behind another figure is no more spoken of.
    named = owner.component and not any(m.end <= owner.component_start for m in walk.mentions if m.kind in _FIGURES)
    if not points or named or len(owner.units) != 1 or index is None:
        return None
    found = _BEHIND.match(walk.text, mention.end)
    if found is None:
        return None
    name, (start, end) = found["name"].strip(), found.span("name")
    return replace(owner, component=Concept(f"{index}/{slug(name)}", name), component_start=start, end=end)


def part_of(walk: Walk, place: int, mention: Mention, owner: Subject) -> Subject | None:
    """The part that a score out of a maximum other than the whole's is of, by the words right before it.

    None where nothing names one, or where the component that is talked about stands right before the score. One that is
    named right behind it has no maximum, perhaps.
    """
    behind = part_behind(walk, mention, owner, owner.index or walk.states[place].index)
    if behind:
        return behind
    if mention.kind is not Kind.FRACTION or mention.of is None or mention.of == _WHOLE or len(owner.units) != 1:
        return None
    state = walk.states[place]
    index = owner.index or state.index
    other = _index_as_part(walk, place, owner)
    if other:
        return other
    quoted = QUOTED.search(walk.text, max(0, mention.start - _LONGEST), mention.start)
    known = quoted and owner.component and quoted.start("name") <= owner.component_start < quoted.end("name")
    if quoted and index and not known:
        return _of_part(owner, index, " ".join(quoted["name"].split()), *quoted.span("name"))
    told = _told_before(walk, place) if index and not owner.component else None
    if told and index:
        return _of_part(owner, index, told["name"].strip(), *told.span("name"))
    begin = max((m.end for m in walk.mentions[:place] if m.kind in _OTHERS and not _whose(walk, m)), default=0)
    if owner.component and begin <= owner.end:
        return None
    item = _ITEM_NAME.match(walk.text, 0, mention.start)
    found = item if item and not begin else _NAME.search(walk.text, begin, mention.start)
    name = _INTRODUCED.sub("", _WHOSE.sub("", found["name"])).strip(' ,"“”') if found else ""
    while found is not item and _SAYS.search(name) and "," in name:
        name = name.partition(",")[2].strip(" ,")
    if found is None or index is None or len(name) < 6 or _SAYS.search(name):
        return None
    start = walk.text.index(name, found.start("name"))
    end = start + len(name)
    by_method = any(start <= m.start and m.end <= end and m.entries[0].kind == "method" for m in walk.passage.matches)
    if by_method and PAR_INDEX in walk.passage.context.indices:
        # Of the indices told of together, this one alone adds up methods.
        index, owner = PAR_INDEX, replace(owner, index=PAR_INDEX)
    return _of_part(owner, index, name, start, end)


def _of_part(owner: Subject, index: str, name: str, start: int, end: int) -> Subject:
    """The owner with a part of an index that a text names, and where."""
    part = Concept(f"{index}/{slug(name)}", name)
    return replace(owner, component=part, component_start=start, start=start, end=end, stated=True)


def _told_before(walk: Walk, place: int) -> re.Match[str] | None:
    """The part that opens the clause in which its unit follows it: "Khối thứ nhất là điểm thẩm định, tỉnh được
    54,2/61,5 điểm"."""
    whose = walk.mentions[place - 1] if place else None
    if whose is None or whose.kind not in (Kind.UNIT, Kind.SELF):
        return None
    gets = _GETS.fullmatch(walk.text, whose.end, walk.mentions[place].start)
    return _OPENS_CLAUSE.search(walk.text, max(0, whose.start - _LONGEST), whose.start) if gets else None


def _index_as_part(walk: Walk, place: int, owner: Subject) -> Subject | None:
    """Satisfaction as a part of the index of reform, where its points stand beside those of other parts: "trong đó khảo
    sát lãnh đạo 18,05/22 điểm; Chỉ số SIPAS 8,23/10 điểm"."""
    before = walk.mentions[place - 1]
    indices = walk.passage.context.indices
    if not place or before.kind is not Kind.INDEX or walk.states[place].index != SATISFACTION or owner.component:
        return None
    if PAR_INDEX not in indices or not _HAS.fullmatch(walk.text, before.end, walk.mentions[place].start):
        return None
    beside = any(m.kind is Kind.FRACTION and i in walk.used for i, m in enumerate(walk.mentions[:place]))
    first = before
    for earlier in reversed(walk.mentions[: place - 1]):
        if earlier.kind is Kind.INDEX and walk.text[earlier.end : first.start].strip() == "(":
            first = earlier
    if not (beside or _AS_PART.search(walk.text, 0, first.start)):
        return None
    name = walk.text[first.start : before.end]
    name += ")" * (name.count("(") - name.count(")"))
    concept = Concept(f"{PAR_INDEX}/{slug(name)}", name)
    return replace(
        owner, component=concept, component_start=first.start, start=first.start, end=before.end, stated=True,
        index=PAR_INDEX,
    )  # fmt: skip


def _whose(walk: Walk, mention: Mention) -> bool:
    """Whether a unit only says whose part it is: "Điểm thẩm định của tỉnh là 60,1/64 điểm"."""
    return mention.kind in (Kind.UNIT, Kind.SELF) and walk.text[: mention.start].endswith("của ")


def named_item(walk: Walk, place: int, mention: Mention, owner: Subject) -> Subject | None:
    """The part of the item that a figure closes, by its words, where what it is out of says that it is of a part."""
    index = owner.index or walk.states[place].index
    if mention.kind is not Kind.FRACTION or mention.of is None or mention.of >= _WHOLE or index is None:
        return None
    begin = walk.text.rfind(";", 0, mention.start) + 1
    name = walk.text[begin : mention.start].strip(' -–•*+:“”"')
    if not _WORDS_OF_A_NAME.fullmatch(name) or any(
        m.kind in _OTHERS and m.start >= begin for m in walk.mentions[:place]
    ):
        return None
    start = walk.text.index(name, begin)
    return _of_part(owner, index, name, start, start + len(name))


def next_item(walk: Walk, mention: Mention, owner: Subject) -> bool:
    """Whether a figure is that of a later item of a list than its component, which has another name: "thủ tục hành
    chính 84,9%; kết quả 87,1%"."""
    item = walk.text.rfind(";", 0, mention.start)
    named = walk.text[item + 1 : mention.start]
    return (
        owner.component_start < item
        and owner.end < item
        and bool(_ITEM.fullmatch(named))
        and not _NO_ITEM.search(named)
    )
