"""Components of an index: which one a sentence speaks of, and whether it is one unit's or the mean of all."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.claims import Concept
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.behind import is_of_another
from cchc.loaders.articles.editions import SATISFACTION, own_component, own_index
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.order import COPULA
from cchc.loaders.articles.satisfied import part_satisfied_with
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.loaders.articles.terms import short_factors, short_part
from cchc.loaders.articles.this_part import heads_units, in_no_known_part
from cchc.loaders.articles.walk import OF_INDICATOR, SHARE_OF, Subject, Walk
from cchc.vietnamese import slug

_MEAN_OF = re.compile(r"\s*(?:(?:của|các|lĩnh vực|tiêu chí|nội dung|chỉ số|thành phần)\s+)*[\"“”]?", re.I)
_SO_MANY = re.compile(r"\d\s+$")
"""So many procedures or services are no component."""
_NOW_CALLED = re.compile(
    r"\(\s*(?:nay|trước đây|trước kia|trước|sau này|tức|hay)\s+(?:(?:là|gọi là|có tên(?: là)?|đổi tên thành)\s+)?"
    r"(?:(?:lĩnh vực|nội dung|tiêu chí)\s+)?[\"“]?$",
    re.I,
)
"""What opens the parentheses that tell another name of the component before them."""
_OPENS = re.compile(
    r"\s*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))?\s*"
    r"(?:(?:về|lĩnh vực|nội dung|chỉ số thành phần|chỉ số|tiêu chí|trục|yếu tố|nhóm)\s+)*[\"“]?",
    re.I,
)
_ASIDE = re.compile(r"[\"”]?(?:\s*\([^()]*\))?\s*,")
_ONLY_HERE = re.compile(r"\s*(?:Riêng|Còn)\b")
_FRONTED_LATER = re.compile(r"(?:^[^\d;:,.()]{5,60},|;)\s*(?P<front>(?:còn\s+|riêng\s+)?\w[^;:,.()\d]{0,40})$", re.I)
"""Before a component that opens a later clause: "Xét từng lĩnh vực, ở nội dung …", "…; về cải cách thể chế, …"."""
_CLOSES = re.compile(r"[\"”]?\s*(?::|\.?$)")
_ITS_FIGURE = re.compile(
    r"\s*(?:\(|:)?\s*(?:(?:chỉ|cũng|bị|còn|đã|lại|mới)\s+)*"
    r"(?:\d|(?:đạt|được|mất|giảm|tăng|xếp|đứng|hụt|tụt|lùi|thứ|hạng|vị trí)\b)",
    re.I,
)
_IN_THE_PART = re.compile(
    r"\s*(?:(?:(?:của|trong)\s+)?(?:cả nước|toàn quốc|toàn tỉnh|(?:\d+|các|khối|toàn khối)\s+[\w, ]{2,40}?)\s+)?"
    r"(?:về|ở|trong|tại|đối với|với(?=\s+việc))\s+"
    r"(?:(?:các|việc|lĩnh vực|nội dung|chỉ số thành phần|chỉ số|tiêu chí|nhóm|trục|mặt|yếu tố|thành phần|công tác)\s+)*"
    r"[\"“]?",
    re.I,
)
"""Between a measure and the part that it is of."""
_LISTS_PARTS = re.compile(
    r"\b(?:lĩnh vực|nội dung|chỉ số thành phần|(?<!bộ )tiêu chí|yếu tố)\b[^:.;()]{0,60}(?::|\b(?:gồm|là|như)\b)", re.I
)
"""What announces a list of parts: "4/7 lĩnh vực tăng điểm: thể chế (81,5%), …"."""
_PART_NAME = re.compile(
    r"(?!.*\b(?:đạt|được|xếp|đứng|tăng|giảm|mất|hạng|thứ|so với|năm|điểm|còn|chỉ)\b)[^\W\d_][^,;:()\d]{5,70}", re.I
)
"""A part of a list, in words that tell of no result."""
_MARKS = (", ", "; ", ": ", " và ", ") ", " gồm ", " gồm có ", " là ")
"""Before a part of a list."""
_IN_THIS = re.compile(
    r"\s+(?:đối với|với|về|ở|trong)\s+(?:nội dung|yếu tố|tiêu chí|lĩnh vực)\s+(?:này|đó|trên)\b", re.I
)
_PART = re.compile(
    r"\b(?:yếu tố|tiêu chí|lĩnh vực|nội dung|trục|thành phần|khâu|mặt)\s+(?:(?:về|là|việc)\s+)?[\"“]?$", re.I
)
"""Before the name of a component: it is a part of the index talked about, whatever other index has one of that name."""
_SATISFIED_WITH = re.compile(r"\bhài lòng\b[^,;:()\d]{0,50}\b(?:về|đối với|với)\s+(?:việc\s+)?$", re.I)
_ABOUT = re.compile(r"\b(?:về|với|đối với|ở)\s+$", re.I)
_OF_FACTORS = re.compile(r"\b(?:yếu tố|chỉ số thành phần)\b", re.I)
"""Words that make short names behind them those of factors: "Trong 5 yếu tố, chỉ số về công chức là …"."""
_NEXT_FACTOR = re.compile(
    r"\)?\s*[,;]\s*(?:(?:và|còn|với|về|đối với|việc|cao|thấp|ít|hài lòng|nhất|tiếp đến|kế đến|là)\s+)*", re.I
)
_REMARKS = re.compile(r"\s*\([^()]*\)|,\s*(?:xếp|đứng)?\s*(?:thứ|hạng|vị trí)\s+\d{1,2}(?:/\d{1,2})?(?=\s*[;,])")
"""Behind the score of a factor: its place."""
_SHORT = re.compile(r"(?:công chức|kết quả|tiếp nhận.*)$", re.I)
"""Short names of factors of satisfaction, which are words for much else."""
_DONE_WITH = re.compile(r"\b(?:giải quyết|thực hiện|tiếp nhận|hồ sơ|số|các|những|về|bộ|kiểm soát|tỷ lệ)\s+$", re.I)
"""What is done with procedures: a figure after it is of that, and no score."""


def is_component(mention: Mention, index: str | None) -> bool:
    """Whether the name of an index is, in the index being talked about, that of a component ("mức độ hài lòng")."""
    return mention.kind is Kind.INDEX and any(e.kind == "component" and e.index == index for e in mention.entries)


def component(walk: Walk, place: int, mention: Mention) -> None:
    """Takes in a component of the index being talked about, of the unit being talked about."""
    context, state = walk.passage.context, walk.states[place]
    if walk.subject.component and preceded(_NOW_CALLED, walk.text, mention.start):
        return
    if preceded(_SO_MANY, walk.text, mention.start) or preceded(SHARE_OF, walk.text, mention.start):
        return
    if not mention.entries:
        _named_here(walk, place, mention)
        return
    index = walk.index_of_parts(place) or state.index
    entry = next((e for e in mention.entries if e.kind == "component" and e.index == index), None)
    if entry is None:
        # A component of one index only tells which index is meant, where the talk has just been of another.
        other = next((e for e in mention.entries if e.kind == "component" and e.index in context.indices), None)
        same = _of_the_same_name(walk, mention, state.index) if not other or state.index == context.main_index else None
        entry = same or other
    if entry is None:
        of_another = any(e.kind == "component" for e in mention.entries)
        if state.index and of_another and not preceded(_PART, walk.text, mention.start):
            walk.subject = Subject(unknown=True, start=mention.start, end=mention.end)  # A part of another index.
        elif _ITS_FIGURE.match(walk.text, mention.end) and not preceded(_DONE_WITH, walk.text, mention.start):
            _named_here(walk, place, replace(mention, word=walk.text[mention.start : mention.end]))
        return
    if entry.index != state.index:
        context.index, context.rivals = entry.index, ()
    concept = Concept(entry.path, entry.label, entry.label_en, True)
    _take(walk, place, mention, concept, entry.index or "")


def _take(walk: Walk, place: int, mention: Mention, concept: Concept, index: str) -> None:
    """Makes a component what is spoken of, of the unit that is; to the end of the sentence or paragraph that it
    opens."""
    units = walk.subject.units if len(walk.subject.units) == 1 else []
    concept = _own(walk, concept, place)
    walk.passage.context.spoken = (concept, index)
    walk.enter(mention.start)
    walk.subject = Subject(
        units=units, component=concept, component_start=mention.start, start=mention.start, end=mention.end,
        stated=True, index=index, mean=_mean_of(walk, place, mention) or walk.nation,
    )  # fmt: skip
    before, after = walk.text[: mention.start], walk.text[mention.end :]
    if heads_units(walk, place, mention):
        walk.front = (concept, index)
    if _OPENS.fullmatch(before) and _CLOSES.match(after):
        walk.passage.context.part = walk.front = (concept, index)
    elif _ASIDE.match(after) and (opened := _FRONTED_LATER.search(before)) and np.FRONTS.fullmatch(opened["front"]):
        walk.front = (concept, index)
    elif np.FRONTS.fullmatch(before) and _ASIDE.match(after):
        walk.front = (concept, index)
        if not _ONLY_HERE.match(before):
            walk.passage.context.part = walk.front


def component_after(walk: Walk, place: int, mention: Mention, owner: Subject) -> Subject:
    """The owner of a measure that says itself what part it is of: "đứng thứ 4 về cải cách thể chế"."""
    part = walk.front or walk.passage.context.part
    if walk.front and is_of_another(walk, mention):
        return Subject()  # "Ở phần thẩm định, tỉnh còn hơn thành phố dẫn đầu là Đà Nẵng": leads in what?
    if part and owner.component is None and not any(m.kind is Kind.INDEX for m in walk.mentions):
        return replace(owner, component=part[0], index=part[1])
    passed = (Kind.COUNT, Kind.POPULATION)
    later = next((i for i, m in enumerate(walk.mentions) if i > place and m.kind not in passed), None)
    in_turn = _in_turn(walk, place, mention, owner) if owner.component else None
    if in_turn:
        return in_turn
    if satisfied := part_satisfied_with(walk, place, mention):
        index = owner.index or walk.states[place].index
        named = concept_of(walk, place, satisfied, index) if isinstance(satisfied, Mention) else None
        return replace(owner, component=named) if named and owner.units else Subject()
    if walk.passage.in_parentheses(mention.start) and (owner.component or _LISTS_PARTS.search(walk.text)):
        found = _right_before(walk, place, owner, walk.text.rfind("(", 0, mention.start))
        if found.component:
            return found
    elif mention.kind is Kind.CHANGE and owner.component is None:
        # "5 lĩnh vực tăng hạng, gồm: thể chế tăng 12 bậc, bộ máy tăng 5 bậc"
        lead = _LISTS_PARTS.search(walk.text, 0, mention.start)
        if lead and not any(m.kind in (Kind.UNIT, Kind.SELF) and m.start >= lead.end() for m in walk.mentions[:place]):
            found = _right_before(walk, place, owner, mention.start)
            return found if found.component else Subject()
    if (
        owner.mean
        and mention.kind is Kind.NUMBER
        and owner.component is None
        and _IN_THIS.match(walk.text, mention.end)
    ):
        return Subject()  # "các huyện trung bình chỉ đạt 83,4% ở nội dung này": of which part is not known.
    if owner.mean or not owner.units:
        return owner
    if later is None:
        return in_no_known_part(walk, mention, owner)
    following, index = walk.mentions[later], owner.index or walk.states[place].index
    if following.kind is not Kind.COMPONENT and not is_component(following, index):
        return in_no_known_part(walk, mention, owner)
    if not _IN_THE_PART.fullmatch(walk.text, mention.end, following.start):
        return owner
    concept = concept_of(walk, place, following, index)
    return replace(owner, component=concept, component_start=following.start, index=index) if concept else owner


def concept_of(walk: Walk, place: int, mention: Mention, index: str | None) -> Concept | None:
    """The component of an index that a mention names; one that only the article names is known by its words."""
    entry = next((e for e in mention.entries if e.kind == "component" and e.index == index), None)
    if entry:
        return _own(walk, Concept(entry.path, entry.label, entry.label_en, True), place)
    return _own(walk, Concept(f"{index}/{slug(mention.word)}", mention.word), place) if mention.word and index else None


def _in_turn(walk: Walk, place: int, mention: Mention, owner: Subject) -> Subject | None:
    """The owner of one of several figures that as many components have "lần lượt"; None where no such are told."""
    index = owner.index or walk.states[place].index
    named = [m for m in walk.mentions[:place] if m.kind is Kind.COMPONENT or is_component(m, index)]
    named = [m for m in named if m.start > walk.text.rfind(";", 0, mention.start)]
    if len(named) < 2 or not IN_TURN.search(walk.text[named[-1].end : mention.start]):
        return None
    figures = [i for i, m in enumerate(walk.mentions) if m.kind is mention.kind and m.start > named[-1].end]
    told = place in figures and len(figures) == len(named)
    concept = concept_of(walk, place, named[figures.index(place)], index) if told else None
    return replace(owner, component=concept, index=index) if concept else Subject()


def _right_before(walk: Walk, place: int, owner: Subject, opening: int) -> Subject:
    """The owner of a figure, behind the name that ends at ``opening``, in a list of parts, of which the ontology names
    only some: "tài chính công (70,5%), chính quyền điện tử (78,3%)"."""
    start = max(walk.text.rfind(mark, 0, opening) + len(mark) for mark in _MARKS)
    name = walk.text[start:opening].strip(' "“”')
    index = owner.index or walk.states[place].index
    listed = not owner.component or any(owner.end <= m.start < start and m.kind in MEASURES for m in walk.mentions)
    others = (Kind.UNIT, Kind.SELF, Kind.INDEX, Kind.COUNT, Kind.POPULATION)
    named = any(m.kind in others and m.start < opening and start < m.end for m in walk.mentions)
    if (owner.component and owner.end > start) or not listed or named or index is None:
        return owner
    words = short_factors().get(name, name) if index == SATISFACTION else short_part(name)
    path = f"{index}/{slug(words)}"
    known = walk.passage.names.by_path.get(("component", path))
    if known is None and not _PART_NAME.fullmatch(name):
        return owner
    concept = Concept(path, known.label, known.label_en, True) if known else Concept(path, name)
    return replace(owner, component=_own(walk, concept, place), start=start, end=opening, index=index)


def _named_here(walk: Walk, place: int, mention: Mention) -> None:
    """Takes in a part that only the article names, of the unit and the index being talked about."""
    state = walk.states[place]
    index = walk.subject.index or state.index
    begin = max(walk.text.rfind(mark, 0, mention.start) for mark in ";.")
    quoted = walk.text[mention.start - 1 : mention.start] in ('"', "“") and mention.start > 0
    listed = _in_a_list(walk, place, mention)
    headed = preceded(_PART, walk.text, mention.start) or preceded(_SATISFIED_WITH, walk.text, mention.start)
    headed = headed or (
        preceded(_ABOUT, walk.text, mention.start) and bool(_OF_FACTORS.search(walk.text, 0, mention.start))
    )
    # "công chức 85%": a share of them, unless other parts are told beside it.
    other = bool(_SHORT.match(mention.word)) and not (quoted or listed or headed)
    other = other or (not (quoted or listed) and bool(OF_INDICATOR.search(walk.text, begin + 1, mention.start)))
    if index is None or state.rivals or other:
        walk.subject = Subject(unknown=True, start=mention.start, end=mention.end)  # A figure behind it is not of all.
        return
    path = f"{index}/{slug(short_factors().get(mention.word.casefold(), mention.word))}"
    known = walk.passage.names.by_path.get(("component", path))
    concept = Concept(path, known.label, known.label_en, True) if known else Concept(path, mention.word)
    _take(walk, place, mention, concept, index)


def _in_a_list(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a part stands right behind the score of another one: "tiếp cận dịch vụ 83,2%, công chức 85,1%"."""
    at = place - 1
    while at > 0 and walk.mentions[at].kind in (Kind.SUPERLATIVE, Kind.RANK, Kind.CHANGE):
        at -= 1  # "thủ tục hành chính 86,1% (thứ 12); công chức 86,4%"
    before = walk.mentions[at] if at >= 0 else None
    if before is None or before.kind is not Kind.NUMBER or at not in walk.used or not walk.subject.component:
        return False
    return bool(_NEXT_FACTOR.fullmatch(_REMARKS.sub("", walk.text[before.end : mention.start])))


def _own(walk: Walk, concept: Concept, place: int) -> Concept:
    """The component of the same name of the province's own index, where its own units are talked about."""
    context, state = walk.passage.context, walk.states[place]
    if not state.local or context.home is None:
        return concept
    return own_component(walk.passage.names, concept, own_index(concept.path.split("/", 1)[0], context.home.path))


def _of_the_same_name(walk: Walk, mention: Mention, index: str | None) -> Entry | None:
    """The component of an index that another index's component shares its name with, where a figure of it follows:
    "thủ tục hành chính mất 1,2 điểm"."""
    if not _ITS_FIGURE.match(walk.text, mention.end) or preceded(_DONE_WITH, walk.text, mention.start):
        return None
    paths = (f"{index}/{e.path.rsplit('/', 1)[-1]}" for e in mention.entries if e.kind == "component")
    return next((found for path in paths if (found := walk.passage.names.by_path.get(("component", path)))), None)


def _mean_of(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a component is one whose mean is told: "trung bình của cải cách thể chế", "giá trị trung bình cao nhất là
    cải cách thể chế (93,84%), thấp nhất là tài chính công (81,02%)"."""
    passed = (Kind.POPULATION, Kind.COUNT)
    before = next((m for m in reversed(walk.mentions[:place]) if m.kind not in passed), None)
    if before is None:
        return False
    if walk.subject.mean and walk.subject.component and not walk.subject.units:
        return True  # "Cải cách thể chế đạt giá trị trung bình 91,2%, còn cải cách tài chính công chỉ đạt 76,88%"
    if before.kind is Kind.MEAN:
        return bool(_MEAN_OF.fullmatch(walk.text, before.end, mention.start))
    named = len(walk.text[: mention.start].rstrip('"“”'))
    if before.kind is not Kind.SUPERLATIVE or not COPULA.fullmatch(walk.text, walk.mentions[place - 1].end, named):
        return False
    if walk.subject.mean and not walk.subject.units:
        return True
    behind = walk.mentions[: walk.mentions.index(before)]
    return bool(behind) and behind[-1].kind is Kind.MEAN
