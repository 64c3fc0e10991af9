"""Attachment of owners: whom or what a sentence speaks of at each place.

The owner of a measure is the unit, component or mean named before it in the sentence; or the unit after it where a
copula says so ("cao nhất là Bộ Tư pháp"); or the unit that the paragraph is about. Without one there is no owner.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.claims import Unit
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.behind import OVERTAKEN, forward, is_of_another, leads_all, rival_with_its_score
from cchc.loaders.articles.context import POPULATION_OF_KIND, population_of
from cchc.loaders.articles.counted_parts import of_parts
from cchc.loaders.articles.editions import LOCAL
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.naming import NUMBERED
from cchc.loaders.articles.order import goes_on
from cchc.loaders.articles.satisfied import satisfied
from cchc.loaders.articles.walk import Subject, Walk
from cchc.loaders.articles.whereabouts import assesses, says_where
from cchc.loaders.articles.wholes import of_all, region_of, still_of_all

_ITS = re.compile(
    r"[\"”]\s+(?:tỉnh\s+|thành phố\s+|huyện\s+)?|[\"”’']?\s*của\s+(?:toàn\s+)?"
    r"|\s+là\s+(?:nơi|lĩnh vực|nội dung|mảng|điểm sáng|điểm yếu)\s+(?:mà\s+|của\s+)?",
    re.I,
)
_SINGLES_OUT = re.compile(
    r"\b(?:nhất|nữa|(?:điểm|khâu|mặt) (?:sáng|yếu|mạnh|nhấn|trừ|nghẽn)|kế đến|tiếp đến|tiếp theo"
    r"|đáng (?:lo|lo ngại|ngại|tiếc|buồn|mừng|khen|chú ý|nói|kể|lưu ý))\s+"
    r"(?:là|phải kể đến|thuộc về)\s+(?:(?:lĩnh vực|nội dung|tiêu chí|chỉ số thành phần|chỉ số|trục|nhóm)\s+)*[\"“]?$",
    re.I,
)
"""Before a part of an index that a sentence goes on to tell the result of."""
_SELF_GOT = re.compile(
    r"[\"”]?\s*(?:,\s*(?:vốn|lĩnh vực|nội dung|phần)\b(?:[^,;:.()]|(?<=\d)[.,](?=\d)){1,60})?,\s*"
    r"(?:(?:lần đầu(?: tiên)?|năm nay|(?:lần|năm) thứ \w+(?: liên tiếp)?)\s+)?",
    re.I,
)
_REMARKED = re.compile(r"[\"”]?[^,;:.()\d]{0,30}:\s*(?:(?:trong\s+)?năm\s+\d{4},?\s+)?", re.I)
"""Between a part that a sentence opens with and who has it: "Tài chính công kém vui: tỉnh chỉ được …"."""
_BY_MEANS_OF = re.compile(r"\b(?:nhờ|do|vì|bởi|sau|theo|từ)\b", re.I)
OF_THE = re.compile(r"\b(?:của|trong|toàn|thuộc)\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?$", re.I)
_BELONGS_TO = re.compile(r"\bđơn vị(?:\s+trực)?\s+thuộc\s+$", re.I)
_AMONG_ALL = re.compile(r"[^,;.]{0,20}\b(?:(?:cả )?nước|toàn quốc)\b", re.I)
"""A superlative among all units, so that it is no component that leads the others."""
_GOES_ON = re.compile(
    r"\s*(?:Trong (?:số )?(?:đó|này)\b|Cụ thể\b|Theo đó\b"
    r"|(?:Trong|Xét|Tính)\s+(?:(?:theo|về|số|các|từng|\d{1,2}|hai|ba|bốn|năm|sáu)\s+)*"
    r"(?:lĩnh vực|yếu tố|nội dung|dịch vụ|tiêu chí|nhóm dịch vụ)\b(?!\s+(?:này|đó|của (?:tỉnh|thành phố)))"
    r"|(?:Lĩnh vực|Yếu tố|Dịch vụ)\s+(?:được|có|đạt)\b)",
    re.I,
)
"""What opens a sentence that goes on with whose the figures of the one before are."""
_IS_TOLD_OF = re.compile(
    r"\s*(?:[-–,]|,?\s*là)\s*(?:là\s+)?(?:địa phương|tỉnh|đơn vị|bộ|sở|huyện|thành phố|nơi|cơ quan|xã|phường)\s+"
    r"(?:\w+\s+){0,2}?(?:đứng|xếp|dẫn|cuối|đầu|ở|đội|thấp|cao|chót|khóa|quán|bét|nhất)\b",
    re.I,
)
"""Behind a unit that another is compared with: what it is itself ("so với Kiên Giang - địa phương xếp cuối bảng")."""
_MERGED = re.compile(r"\((?:[^()]{0,20}\s)?(?:hợp nhất|sáp nhập|nhập|chia tách|tách)\b[^()]{0,60}$", re.I)
"""Before the units that one was made of: "Toàn tỉnh (sau hợp nhất Lào Cai và Yên Bái): …"."""
_HAS_UNITS = re.compile(
    r"\s+(?:(?:cũng|chỉ|còn|đã|lại)\s+)*(?:có(?=\s+(?:\d|tới|đến|[A-ZĐ]))|góp mặt|góp|đóng góp|đại diện|sở hữu)\b"
)
"""Behind a region: who of it is among the best or the worst of all."""
RANKED_IN = re.compile(
    r"\s*(?:trong\s+(?:số\s+)?|trên\s+)?(?:\d{1,2}\s+)?(?:các\s+)?(?:(?:tỉnh,?\s+thành(?:\s+phố)?|tỉnh"
    r"|địa phương)\s*)?(?:(?:của|thuộc|trong|ở|khu vực|vùng|toàn)\s*)*",
    re.I,
)
"""Words between a rank and the region that it is a rank in."""
_OPENS_IN = re.compile(
    r"\s*(?:(?:Ngay|Còn|Riêng|Nếu|Chỉ|Và|Nhưng|Cũng)\s+(?:(?:xét|tính|chỉ|so)\s+)*)?(?:Trong|Ở|Tại|Xét|Riêng|So"
    r"|Tính)\b(?:[^,;:.]|,(?=\s+thành\b)){0,40}?",
    re.I,
)
"""What opens a sentence that is about a region to its end."""
_FIGURE_IN = ("ở", "về", "trong", "tại", "với", "ở chỉ số", "về chỉ số", "trong chỉ số", "ở bảng", "trong bảng")
"""Between a figure and the index that it is of."""
_BEHIND = re.compile(r"\b(?:sau|trên|dưới)\s+(?:(?:tỉnh|thành phố|TP\.?|huyện|thị xã|sở|bộ)\s+)?$", re.I)
"""Words that make a unit the one that another's rank is told from."""


_CHASED = re.compile(
    r"\b(?:bám sát|áp sát|tiệm cận|bám đuổi)\s+(?:(?:quán quân|á quân|tỉnh|thành phố|TP\.?)\s+)*$", re.I
)


def become(walk: Walk, units: list[tuple[Unit, int, int]], mention: Mention) -> None:
    """Makes units the ones spoken of; a single one stays so for what follows in the paragraph.

    "Cải cách thể chế của tỉnh Lạng Sơn" goes on speaking of the component.
    """
    before = walk.subject
    its = len(units) == 1 and (_ITS.fullmatch(walk.text, before.end, mention.start) or _got_in(walk, before, mention))
    if before.unknown and its:
        return  # "chỉ số tiếp cận đất đai của tỉnh", in an article about reform
    if before.component and its:
        walk.subject = replace(before, units=units, end=mention.end, mean=False)
    else:
        walk.subject = Subject(units=units, start=mention.start, end=mention.end, stated=True)
    walk.nation = walk.passage.context.stranger = False
    if len(units) == 1 and units[0][0].kind in POPULATION_OF_KIND:
        named, context = units[0][0], walk.passage.context
        context.unit = named
        if named.kind == "Province" and named != context.home and preceded(np.SPEAKS_BEFORE, walk.text, mention.start):
            context.guest = named
        elif named == context.home and mention.kind is Kind.UNIT:
            context.guest = None
        context.name(named)


def _got_in(walk: Walk, part: Subject, mention: Mention) -> bool:
    """Whether a unit's own word follows the part that is singled out, so that what it got is told of that part: "đáng
    lo nhất là tài chính công, vốn chiếm 14 điểm, tỉnh chỉ được 9,2 điểm"."""
    if part.component is None or mention.kind is not Kind.SELF:
        return False
    if preceded(_SINGLES_OUT, walk.text, part.start) and _SELF_GOT.fullmatch(walk.text, part.end, mention.start):
        return True
    first = not any(m.kind in MEASURES and m.end <= part.start for m in walk.mentions)
    told = first and not _BY_MEANS_OF.search(walk.text, 0, part.start)
    return told and bool(_REMARKED.fullmatch(walk.text, part.end, mention.start))


def unit(walk: Walk, place: int, mention: Mention) -> bool:
    """Takes in a unit or list of units; true if it continues an order of ranks, so that its members are ranked next."""
    before = walk.mentions[place - 1] if place else None
    if (
        before
        and before.kind is Kind.COMPARISON
        and before.word == "unit"
        and not _IS_TOLD_OF.match(walk.text, mention.end)
    ):
        return False
    if place not in walk.taken_units and _is_charged(walk, place, mention):
        return False
    state = walk.states[place]
    if mention.word == "bare" and not state.local:
        stranger(walk, mention)  # A name that is no province's, where none of a province's own units are talked about.
        return False
    if assesses(walk, mention):
        return False
    units = walk.units_of(mention)
    if not units:
        name = mention.names[0][0]
        if name.kind == NUMBERED or walk.passage.context.resolve(name) is None:
            stranger(walk, mention)  # A ward by its number, a department of who knows which province.
        return False
    if walk.last_rank and _BEHIND.search(walk.text[max(0, mention.start - 30) : mention.start]):
        return False
    if walk.subject.units and preceded(_CHASED, walk.text, mention.start):
        return False  # "Hà Nam bám sát Quảng Ninh, xếp thứ 2": who is told of was named before.
    if before and before.kind is Kind.UNIT and says_where(walk, before, mention, units):
        return False
    if is_its_province(walk, units[0][0]) and len(units) == 1 and preceded(OF_THE, walk.text, mention.start):
        return False
    if preceded(OVERTAKEN, walk.text, mention.start):
        if walk.last_rank:  # "vươn lên thứ nhất, vượt Quảng Ninh và Hải Phòng": who is next is not told behind it.
            walk.last_rank = None
            walk.passage.context.ranks.clear()
        return False  # "thành phố vượt Quảng Ninh để dẫn đầu": who leads was named before.
    if walk.passage.in_parentheses(mention.start) and preceded(_MERGED, walk.text, mention.start):
        return False
    if walk.subject.mean and preceded(_BELONGS_TO, walk.text, mention.start):
        walk.subject = Subject(unknown=True, start=mention.start, end=mention.end)
        return False  # "Trung bình của 22 đơn vị thuộc Bộ Tài chính": of units that no index of ours ranks.
    become(walk, units, mention)
    return goes_on(walk, place, mention)


def _is_charged(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a unit only closes the aim or result of another: "Cải cách thể chế (hiện 52/63) → 40/63: Sở Tư pháp." """
    parts = any(m.kind is Kind.COMPONENT for m in walk.mentions[:place])
    return parts and walk.text[: mention.start].rstrip().endswith(":") and not walk.text[mention.end :].strip(" .;")


def is_its_province(walk: Walk, unit: Unit) -> bool:
    """Whether a unit is the province of the department, district or commune that the sentence speaks of."""
    spoken = walk.subject.units[0][0] if walk.subject.stated and len(walk.subject.units) == 1 else None
    return bool(spoken and spoken.within == unit.path)


def stranger(walk: Walk, mention: Mention) -> None:
    """Makes one that is no unit of ours the one spoken of: what is told of it and after it is told of no unit."""
    walk.subject = Subject(unknown=True, start=mention.start, end=mention.end)
    walk.passage.context.stranger = True


def index(walk: Walk, place: int, mention: Mention) -> None:
    """Takes in an index: what was said of a component or a mean before it is no longer spoken of."""
    before = walk.mentions[place - 1].end if place else 0
    again = place and walk.mentions[place - 1].kind is Kind.INDEX and walk.text[before : mention.start].strip() == "("
    if again and walk.states[place].index == walk.states[place - 1].index:
        return  # "Chỉ số cải cách hành chính (PAR INDEX)": its other name.
    walk.subject.component = None
    walk.subject.index = None
    gap = walk.text[before : mention.start].strip()
    # "Trung bình 14 tỉnh: PAR INDEX 86,23%; SIPAS 82,22%": the mean of each.
    heads = not walk.subject.units and gap in (":", ";", ",") and ":" in walk.text[walk.subject.start : mention.start]
    heads = heads or (gap == "," and still_of_all(walk, place))
    heads = heads or (gap == "(" and walk.nation)  # "Mức độ hài lòng trên cả nước (SIPAS) đạt 83,94%"
    heads = heads or bool(walk.subject.region and walk.subject.region == walk.passage.context.region_heads)
    figure = walk.mentions[place - 1] if place else None
    behind = figure is not None and figure.kind is Kind.NUMBER and place - 1 in walk.used
    heads = heads or (behind and gap in _FIGURE_IN)  # "63 tỉnh đạt 88,37% ở PAR INDEX, nhích 1,39%"
    if walk.subject.mean and not heads and not walk.only_words_between("của", before, mention.start):
        walk.subject.mean = False


def region(walk: Walk, place: int, mention: Mention) -> None:
    """Takes in a region: the next rank may be one inside it, unless the rank just read is."""
    earlier = reversed(walk.mentions[max(0, place - 2) : place])
    before = next((m for m in earlier if m.kind not in (Kind.COUNT, Kind.POPULATION)), None)
    if before and before.kind in MEASURES and RANKED_IN.fullmatch(walk.text, before.end, mention.start):
        return
    if _HAS_UNITS.match(walk.text, mention.end):
        walk.scope, walk.region_opens = None, False
        return  # "Tây Nguyên có Đắk Lắk (hạng 34)": among all.
    walk.scope = region_of(mention)
    walk.region_opens = bool(_OPENS_IN.fullmatch(walk.text, 0, mention.start))


def owner_of(walk: Walk, place: int, mention: Mention) -> Subject | None:
    """The subject of a measure: a unit after it by a copula, else the one before it, else the paragraph's unit."""
    if mention.kind in (Kind.RANK, Kind.SUPERLATIVE, Kind.NUMBER):
        behind = forward(walk, place)
        if behind is not None or is_of_another(walk, mention):
            return None if behind is None or behind.unknown else behind
    told_of = _bracketed(walk, mention.start) or rival_with_its_score(walk, place)
    if told_of:
        return told_of
    subject, context = walk.subject, walk.passage.context
    if subject.mean and not (subject.region or subject.subgroup) and _is_of_rank(mention):
        # "bình quân cả nước tăng 2,19% nên tỉnh chỉ xếp thứ 54": no mean has a rank.
        subject = walk.aside or (walk.around[0] if walk.around else Subject())
    if subject.mean and mention.kind in (Kind.NUMBER, Kind.CHANGE, Kind.SUPERLATIVE):
        return subject
    told_satisfied = satisfied(walk, place, mention)
    if told_satisfied:
        return None if told_satisfied.unknown else told_satisfied
    if subject.units or subject.unknown:
        return subject if subject.units else None
    among = (
        leads_all(walk, mention)
        or of_parts(walk, mention)
        or (subject.component and _AMONG_ALL.match(walk.text, mention.start))
    )
    if mention.kind is Kind.SUPERLATIVE and not among:
        return None
    nobody = context.averaged or context.unit is None
    told = mention.kind is Kind.NUMBER and context.home is None
    told = told or (mention.kind is Kind.CHANGE and context.averaged and context.unit is None)
    if nobody and subject.component and told:
        return replace(subject, mean=True)  # "Giá trị trung bình … Cải cách thể chế dẫn đầu với 93,54%"
    goes_on = subject.component and context.mean_told and _GOES_ON.match(walk.text)
    if goes_on and mention.kind in (Kind.NUMBER, Kind.CHANGE):
        return replace(subject, mean=True)
    if of_all(walk, place, mention):
        return Subject(mean=True, start=mention.start, end=mention.end, stated=True)
    fallback = None if context.stranger else context.unit or context.home
    if fallback and fallback.kind == "Province" and not subject.component and _of_its_units(walk, place):
        return None
    if fallback is None or subject.subgroup or subject.mean:
        return None
    return Subject(
        units=[(fallback, 0, 0)], component=subject.component, component_start=subject.component_start,
        start=subject.start, end=subject.end, stated=bool(subject.component), index=subject.index,
    )  # fmt: skip


def _of_its_units(walk: Walk, place: int) -> bool:
    """Whether a sentence that names no unit speaks of a province's own ones: "hai huyện dẫn đầu … với 93,1 điểm"."""
    told = [m for m in walk.mentions[:place] if m.kind in (Kind.POPULATION, Kind.COUNT)]
    return any(population_of(m.word.removeprefix("out-of:"), False, None) in LOCAL for m in told)


def _bracketed(walk: Walk, position: int) -> Subject | None:
    """The unit right before the parentheses that a measure stands in: "Quảng Ninh (thứ nhất, 71,25 điểm)"."""
    if not walk.passage.in_parentheses(position):
        return None
    opening = walk.text.rfind("(", 0, position)
    for mention in walk.mentions:
        if mention.kind is not Kind.UNIT:
            continue
        for name, start, end in mention.names:
            if end <= opening and not walk.text[end:opening].strip():
                found = walk.passage.context.resolve(name)
                if found and found.kind in POPULATION_OF_KIND:
                    return Subject(units=[(found, start, end)], start=start, end=end, stated=True)
    return None


def _is_of_rank(mention: Mention) -> bool:
    return mention.kind is Kind.RANK or (mention.kind is Kind.CHANGE and mention.unit_of_measure == "rank")
