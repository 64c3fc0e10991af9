"""Who is in a group: the units that a sentence lists beside how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.claims import Concept, Edition, Observation, Quote, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context, population_of
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.mentions import LISTED, Kind, Mention, preceded
from cchc.loaders.articles.name_patterns import LIST_SEPARATOR

_LIST_FOLLOWS = re.compile(
    r"[\s:,()–-]*(?:(?:là|gồm(?:\s+có)?|bao gồm|có|đó là"
    r"|(?:và\s+)?(?:địa phương|đơn vị|cơ quan|tỉnh|bộ|sở|huyện)\s+(?:đó|này|ấy)\s+(?:chính\s+)?là"
    r"|cụ thể(?:\s+là)?|với|các|quen thuộc|tỉnh|bộ|sở|thành phố"
    r"|huyện|xã|phường|UBND|như|điểm|trở lên|xếp|theo|thứ tự|lần lượt|từ cao (?:đến|xuống|tới) thấp"
    r"|từ trên xuống(?: dưới)?|thuộc về)\b"
    r"[\s:,(–-]*)*",
    re.I,
)
_HEADS_ITEMS = re.compile(
    r"\s*(?:[^.;:()\d]{0,60}:|(?:,?\s*(?:xếp\s+)?(?:lần lượt|(?:theo\s+)?(?:thứ tự\s+)?từ (?:cao (?:đến|xuống"
    r"|tới) thấp|trên xuống(?: dưới)?)"
    r"|(?:theo\s+)?thứ tự)\s+)?(?:là|gồm|gồm có|bao gồm|thuộc về))"
    r"\s*",
    re.I,
)
_AMONG_THEM = re.compile(r".{0,40}\(?\s*trong đó\s+(?:có\s+)?(?:tỉnh\s+)?", re.I)
_NEXT_OF_THEM = re.compile(r"(?:[;,]|\bvà)\s*(?:tỉnh\s+)?$", re.I)
_OPENED_BY = re.compile(
    r"[^.;:\d]{0,40}[,:(–-]\s*(?:trong\s+(?:số\s+)?đó,?\s+)?"
    r"(?:mở đầu|dẫn đầu|đứng đầu|khởi đầu|bắt đầu|đầu nhóm|cao nhất|thấp nhất|đứng cuối|cuối)(?:\s+nhóm)?(?:\s+này)?"
    r"\s+(?:là|bởi|với|từ|thuộc về)\s+(?:tỉnh\s+|thành phố\s+)?",
    re.I,
)
"""Between a class and the first, or last, of its units: "Nhóm B có 59 địa phương, mở đầu là …"."""
_OPENED_BEHIND = re.compile(
    r"\)?\s*(?:(?:tỉnh, thành phố|tỉnh, thành|tỉnh|địa phương|đơn vị|bộ|sở|huyện)\s*)?;\s*"
    r"(?:trong\s+(?:số\s+)?đó,?\s+)?(?:mở đầu|dẫn đầu|đứng đầu|đầu nhóm|cao nhất|thấp nhất|đứng cuối|xếp cuối"
    r"|cuối nhóm|khép lại)(?:\s+nhóm)?(?:\s+này)?\s+(?:là|bởi|với|thuộc về)\s+(?:tỉnh\s+|thành phố\s+)?",
    re.I,
)
"""The same behind a semicolon."""
_THEN = re.compile(
    r"\b(?:(?:rồi|tiếp|kế|sau|theo sau|xếp sau|tiếp theo)(?:\s+(?:tới|đến|đó|theo|sau))?"
    r"|(?:cuối|thấp nhất|đứng cuối|cuối cùng)(?:\s+nhóm)?)(?:\s+(?:là|có|gồm))?\s+(?:tỉnh\s+|thành phố\s+)?$",
    re.I,
)
"""Before one more of them."""
_OF_A_REGION = re.compile(
    r"\s+(?:(?:còn lại|khác)\s+)?(?:của|trong|thuộc|ở)\s+(?:toàn\s+)?(?:vùng|khu vực|miền)\b", re.I
)
_THESE_ARE = re.compile(r"\s*(?:Đây|Đó)\s+(?:(?:cũng|đều|chính|đồng thời)\s+)*là\s+", re.I)
"""Before a count that opens its sentence: it is of the units that the sentence before named."""
_ONE = re.compile(r"một|0?1\b", re.I)
_ARE = re.compile(r"\s+(?:cũng\s+|đều\s+)?là\s+", re.I)
_GOES_ON = re.compile(r"\s*(?:…|\.\.\.|v\.v)")


def of_a_region(text: str, count: Mention) -> bool:
    """Whether so many units are those of a region: "Bảy tỉnh còn lại của vùng đều thuộc nhóm B"."""
    return bool(_OF_A_REGION.match(text, count.end))


@dataclass(slots=True)
class Group:
    """One count with the cues that say what is counted, by their places among the sentence's mentions; ``of_one`` says
    that the sentence tells of one of them only."""

    count: int
    cues: list[int]
    of_one: bool = False


def memberships(
    passage: Passage,
    edition: Edition,
    grade: Concept,
    units: Mention,
    start: int,
    stated: str | None,
    certain: bool,
    last: int = 0,
) -> Iterator[Observation]:
    """The units of a list, each in a group, whose words go from ``start`` to behind the unit, or to ``last``."""
    for name, _, end in units.names:
        unit = passage.context.resolve(name)
        if unit:
            yield Observation(
                edition=edition, unit=unit, measure="grade", value=grade, stated_as=stated,
                quotes=(passage.quote(start, max(end, last)),), status="stated" if certain else "candidate",
                interpretation=("grade-from-list",),
            )  # fmt: skip


def named_in(passage: Passage, mentions: list[Mention]) -> tuple[tuple[Unit, Quote], ...]:
    """The units with results that a sentence names, each once, with the words that do."""
    found: dict[Unit, Quote] = {}
    for mention in mentions:
        for name, start, end in mention.names if mention.kind is Kind.UNIT else ():
            unit = passage.context.resolve(name)
            if unit and unit.kind in POPULATION_OF_KIND:
                found.setdefault(unit, passage.quote(start, end))
    return tuple(found.items())


def just_named(context: Context, number: int = 0) -> tuple[tuple[Unit, Quote], ...]:
    """The units that the sentence before named, with the words; and, while they are fewer than ``number``, those of the
    sentences of the paragraph before it."""
    found: dict[Unit, Quote] = {}
    for told in reversed(context.just_named):
        found = dict(told()) | found
        if len(found) >= number:
            break
    return tuple(found.items())


def are_all(text: str, mentions: list[Mention], count: int) -> bool:
    """Whether the units named right before a count are all that it counts: "A và B là hai địa phương vượt 90%"."""
    before = mentions[count - 1] if count else None
    return (
        before is not None
        and before.kind is Kind.UNIT
        and len(before.names) == mentions[count].number
        and bool(_ARE.fullmatch(text, before.end, mentions[count].start))
    )


def counted_before(
    passage: Passage, mentions: list[Mention], group: Group, edition: Edition, grade: Concept, stated: str | None
) -> Iterator[Observation]:
    """The memberships of units that were named before they are counted: "A và B là hai địa phương duy nhất thuộc nhóm
    A", "A đạt 91,3%, B đạt 90,4%. Đây cũng là hai địa phương …"."""
    count = mentions[group.count]
    if count.number == 1 and not _ONE.match(passage.text, count.start):
        return  # "là tỉnh duy nhất dưới 80%": of no group that the scheme has.
    last = max(mentions[i].end for i in (group.count, *group.cues))
    quote = passage.quote(count.start, last)
    if are_all(passage.text, mentions, group.count):
        named = named_in(passage, [mentions[group.count - 1]])
        quotes: list[tuple[Quote, ...]] = [(passage.quote(at.start - passage.start, last),) for _, at in named]
    elif _THESE_ARE.fullmatch(passage.text, 0, count.start):
        named = just_named(passage.context, int(count.number or 0))
        quotes = [(at, quote) for _, at in named]
    else:
        return
    if len(named) != count.number or any(POPULATION_OF_KIND[unit.kind] != edition.population for unit, _ in named):
        return
    for (unit, _), told in zip(named, quotes, strict=True):
        yield Observation(
            edition=edition, unit=unit, measure="grade", value=grade, stated_as=stated, quotes=told,
            interpretation=("grade-from-list",),
        )  # fmt: skip


def members(
    passage: Passage, mentions: list[Mention], group: Group, segment: list[int], number: int
) -> list[tuple[Mention, int]]:
    """The lists of units that follow a group and are its members: all of them, or some ("trong đó có …", "…")."""
    last = max(group.count, *group.cues)
    each = _each_with_its_score(passage.text, mentions, last + 1, number)
    if each:
        return each
    between_count_and_cue = [
        i
        for i in range(min(group.count, *group.cues), last)
        if mentions[i].kind is Kind.UNIT and segment[i] == segment[last]
    ]
    found: list[tuple[Mention, int]] = []
    for place in [*between_count_and_cue, *range(last + 1, len(mentions))]:
        mention = mentions[place]
        opened = mention.kind is Kind.UNIT and _OPENED_BEHIND.fullmatch(passage.text, mentions[last].end, mention.start)
        if opened and len(mention.names) == 1 < number and max(group.cues) < group.count:
            return [*found, (mention, place)]
        if mention.kind is not Kind.UNIT or segment[place] != segment[last]:
            if mention.kind in (Kind.CHANGE, Kind.FRACTION, Kind.COUNT):
                break
            continue
        previous = max((mentions[i].end for i in range(place) if i in (group.count, *group.cues)), default=0)
        gap = passage.text[previous : mention.start]
        complete = len(mention.names) == number or bool(_GOES_ON.match(passage.text, mention.end))
        after = mentions[place + 1].kind if place + 1 < len(mentions) else None
        if _AMONG_THEM.fullmatch(gap) and not _OPENED_BY.fullmatch(gap) and after in (Kind.RANK, Kind.SUPERLATIVE):
            break  # "2 đơn vị loại Khá, trong đó Sở Nội vụ dẫn đầu": of all that were counted, not of these.
        if _OPENED_BY.fullmatch(gap) and len(mention.names) < number:
            return [(mention, place), *_then(passage.text, mentions, place)]
        if (_LIST_FOLLOWS.fullmatch(gap) and complete) or _AMONG_THEM.fullmatch(gap):
            found.append((mention, place))
        if found and _AMONG_THEM.fullmatch(gap):
            found += _more_of_them(passage.text, mentions, place, group)
        break
    return found


def _each_with_its_score(text: str, mentions: list[Mention], first: int, number: int) -> list[tuple[Mention, int]]:
    """As many units as are counted, each with its score, from a place on: "3 đơn vị xếp loại Tốt: A 88,4 điểm; B 87,95
    điểm và C 86,1 điểm"; none where it is not all of them."""
    told = [i for i in range(first, len(mentions)) if mentions[i].word not in LISTED]
    places = told[: 2 * number : 2]
    if number < 2 or len(places) != number or len(told) < 2 * number:
        return []
    edge = mentions[first - 1].end
    for place in places:
        unit, score = mentions[place : place + 2]
        scored = score.kind is Kind.NUMBER and not text[unit.end : score.start].strip(" :–-(")
        between = LIST_SEPARATOR.fullmatch if place != places[0] else _HEADS_ITEMS.fullmatch
        if unit.kind is not Kind.UNIT or len(unit.names) > 1 or not scored or not between(text, edge, unit.start):
            return []
        edge = score.end + text.startswith(")", score.end)
    return [(mentions[place], place) for place in places]


def _then(text: str, mentions: list[Mention], first: int) -> Iterator[tuple[Mention, int]]:
    """The units that a sentence goes on with behind the first of a class: "…, rồi tới Vĩnh Phúc", "cuối nhóm là Phú
    Yên"."""
    for place in range(first + 1, len(mentions)):
        mention = mentions[place]
        if mention.kind in (Kind.COUNT, Kind.GRADE, Kind.BAND) or ";" in text[mentions[first].end : mention.start]:
            return
        if mention.kind is Kind.UNIT and len(mention.names) == 1 and preceded(_THEN, text, mention.start):
            yield mention, place


def _more_of_them(text: str, mentions: list[Mention], first: int, group: Group) -> Iterator[tuple[Mention, int]]:
    """The other units behind "trong đó", each with a score in the group's bounds: "…; B đạt 88,6%; C đạt 87,2%"."""
    band = next((mentions[cue].band for cue in group.cues if mentions[cue].band), None)
    for place in range(first + 1, len(mentions) - 1):
        mention, score = mentions[place], mentions[place + 1]
        if mention.kind in (Kind.COUNT, Kind.GRADE, Kind.BAND):
            return
        if mention.kind is not Kind.UNIT or len(mention.names) > 1 or score.kind is not Kind.NUMBER:
            continue
        inside = band and (band.lower or 0) <= (score.number or 0) <= (band.upper or 100)
        if inside and preceded(_NEXT_OF_THEM, text, mention.start):
            yield mention, place


def listed_population(text: str, mentions: list[Mention], group: Group) -> str | None:
    """What the units listed right behind a group are, where the noun that counts them does not tell: "3 đơn vị xếp loại
    Xuất sắc là Sở Nội vụ, …"."""
    count, last = mentions[group.count], mentions[max(group.count, *group.cues)]
    after = mentions[max(group.count, *group.cues) + 1 :]
    first = next((m for m in after if m.word not in ("run", *LISTED)), None)
    if first is None or first.kind is not Kind.UNIT or population_of(count.word.removeprefix("out-of:"), False, None):
        return None
    if not _LIST_FOLLOWS.fullmatch(text, last.end, first.start):
        return None
    return POPULATION_OF_KIND.get(first.names[0][0].kind)
