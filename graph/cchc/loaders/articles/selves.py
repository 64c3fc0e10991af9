"""A unit's own words for itself: which unit "tỉnh", "huyện này" or "thành phố" means where they stand."""

from __future__ import annotations

import re

from cchc.claims import Unit
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.naming import EPITHET
from cchc.loaders.articles.subjects import OF_THE, become, is_its_province
from cchc.loaders.articles.walk import Subject, Walk

_AMONG_THOSE_OF = re.compile(
    r"\b(?:thuộc|nằm|ở|trong|vào|lọt)\s+(?:(?:nhóm|tốp|top|diện|hàng|số)\s+)(?:\w+\s+){0,3}(?:của|trong|toàn)\s+$", re.I
)
"""Words that make a province the field of a ranking of its own units."""
_APPOSITION = re.compile(
    r"\s+(?:(?:vẫn|đã|cũng|đang|luôn|từng|duy nhất|có (?:thứ hạng|kết quả|chỉ số|điểm(?: số)?))\s+)*"
    r"(?:đứng|xếp|dẫn|ở|giữ|nằm|cuối|đầu|về|cao|thấp|khóa|tăng|giảm|tụt)\b",
    re.I,
)
"""Behind a head noun right behind a name: what the unit named is ("Cao Bằng, tỉnh xếp cuối bảng với 76,5%")."""
_ADJUNCT = re.compile(
    r"(?:^|[;:.,(]|\b(?:và|nhưng|song)\b)\s*(?:trong|ở|tại|cùng|với|cùng với|sau|trước|theo|so với|bên cạnh|ngoài"
    r"|trừ|như|từ|của|khác|đối với|giống)\b(?:(?!\b(?:là|gồm|có|thuộc về)\b)[^;:,.()])*$",
    re.I,
)
"""A unit that only says where, when or beside whom: "Cùng với Hải Phòng, tỉnh xếp …"."""
_KINDS = {"tỉnh": "Province", "thành phố": "Province", "huyện": "District", "xã": "Commune", "phường": "Commune"}
_LOCAL = ("huyện", "thị", "xã", "phường", "sở", "bộ")
_ITS_OWN = re.compile(r"\)?\s*(?:năm\s+\d{4}\s+)?của\s+(?:toàn\s+)?", re.I)
_GOT = re.compile(
    r"\s+(?:(?:trong\s+)?năm\s+\d{4}\s+)?(?:(?:đã|chỉ|cũng|mới)\s+)*(?:đạt|được|là|xếp|đứng|tăng|giảm|ở mức)\b", re.I
)
_OF_OR_IN = re.compile(r"\b(?:của|tại|ở)\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?$", re.I)
_CONTRAST = re.compile(
    r"\b(?:trong khi|còn|nhưng|song|so với|sau|trên|hơn|kém|cùng với|ngoài|bên cạnh|khác|như|vượt|thì)\b|;", re.I
)
"""Words that set the unit spoken of apart from another that was named."""


def itself(walk: Walk, mention: Mention) -> None:
    """ "tỉnh": the province that the article reports from, or the one whose people speak in the sentence; "huyện",
    "thành phố này": the one named last."""
    context = walk.passage.context
    named = _named_before(walk, mention)
    if named:
        become(walk, [named], mention)
        return
    guest = _guest(walk, mention)
    unit = guest or meant(walk, mention)
    if unit and preceded(_AMONG_THOSE_OF, walk.text, mention.start) and walk.passage.context.unit:
        return  # "số hóa hồ sơ vẫn thuộc diện thấp của tỉnh (xếp thứ 88)": of the one spoken of, among the province's.
    whose = unit and is_its_province(walk, unit) and preceded(OF_THE, walk.text, mention.start)
    of_a_ministry = mention.word == "bộ" and preceded(OF_THE, walk.text, mention.start)  # "Theo đánh giá của Bộ, …"
    if (whose or of_a_ministry) and not _has_the_index(walk, mention):
        return  # "UBND huyện … được Hội đồng thẩm định của tỉnh chấm 84,6 điểm": the province only says whose board.
    if unit is None and (mention.word.split()[0] in _LOCAL or mention.word == EPITHET):
        walk.subject = Subject(unknown=True, start=mention.start, end=mention.end)  # "Huyện đạt 85 điểm": which?
    walk.itself = unit
    if unit:
        heard = context.guest is not None and guest is None and unit == context.home and mention.word == "tỉnh"
        become(walk, [(unit, mention.start, mention.end)], mention)
        # "Đại diện Bắc Giang chia sẻ kinh nghiệm. PAR INDEX của tỉnh …", "Bắc Giang xếp thứ 4, SIPAS của tỉnh …"
        walk.subject.unsure = heard or (guest is not None and context.guest is None and not _told_of(walk, mention))


def _has_the_index(walk: Walk, mention: Mention) -> bool:
    """Whether an index is said to be the province's, with what it got: "Sở Nội vụ: PAR INDEX năm 2023 của tỉnh đạt "
    "…"."""
    before = next((m for m in reversed(walk.mentions) if m.kind is Kind.INDEX and m.end <= mention.start), None)
    told = before and _ITS_OWN.fullmatch(walk.text, before.end, mention.start)
    return bool(told and _GOT.match(walk.text, mention.end))


def _named_before(walk: Walk, mention: Mention) -> tuple[Unit, int, int] | None:
    """The unit named right before a head noun that goes on with what it is, with its place; None where the two are
    not one."""
    before = next((m for m in reversed(walk.mentions) if m.kind is Kind.UNIT and m.end <= mention.start), None)
    if before is None or walk.text[before.end : mention.start].strip() != ",":
        return None
    kind = _KINDS.get(mention.word)
    if not _APPOSITION.match(walk.text, mention.end) or _ADJUNCT.search(walk.text[: before.end]):
        return None
    last = walk.units_of(before)[-1:]
    return last[0] if last and last[0][0].kind == kind else None


def meant(walk: Walk, mention: Mention) -> Unit | None:
    """The unit that a word such as "tỉnh" or "huyện này" means by what the article has told so far."""
    context = walk.passage.context
    head, _, this = mention.word.removeprefix("toàn ").partition(" ")
    if head == "tỉnh":
        near = context.unit if context.unit and context.unit.kind == "Province" else None
        return near if near and (this == "này" or context.home is None) else context.home
    if mention.word.startswith("thành phố"):
        for unit in (context.unit, context.home):
            if unit and unit.kind == "Province" and _is_city(walk, unit):
                return unit
        return context.named.get("thành phố") if mention.word != EPITHET else None
    if head in ("địa", "đơn"):
        return context.unit
    return context.named.get("thị xã" if head == "thị" else head)


def _is_city(walk: Walk, unit: Unit) -> bool:
    """Whether "thành phố" is a part of one of a province's names."""
    name = f"thành phố {unit.name}"
    return any(m.start == 0 and m.end == len(name) for m in walk.passage.names.find(name))


def _told_of(walk: Walk, mention: Mention) -> bool:
    """Whether the province named last before a place is said to be whose the figures are, or where."""
    named = next(m for m in reversed(walk.mentions) if m.kind is Kind.UNIT and m.end <= mention.start)
    return preceded(_OF_OR_IN, walk.text, named.start)


def _guest(walk: Walk, mention: Mention) -> Unit | None:
    """The other province that "tỉnh" is said of by its own people, or in a place: "Đại diện tỉnh Bắc Giang cho biết,
    PAR INDEX của tỉnh đạt …"."""
    context = walk.passage.context
    earlier = (m for m in reversed(walk.mentions) if m.kind is Kind.UNIT and m.end <= mention.start)
    named = next((m for m in earlier if m.names[0][0].kind == "Province"), None)
    if named is None or not mention.word.startswith(("tỉnh", "thành phố", "địa phương")):
        return None
    unit = context.resolve(named.names[0][0])
    if unit is None or len(named.names) > 1 or unit == context.home:
        return None
    says = preceded(np.SPEAKS_BEFORE, walk.text, named.start) or np.ANNOUNCES.match(walk.text, named.end)
    if says:
        context.guest = unit
    of_it = preceded(OF_THE, walk.text, mention.start) and not _CONTRAST.search(walk.text, 0, mention.start)
    return unit if says or of_it else None
