"""Attachment of groups: how many units are in a grade or an interval of scores, which ones, how many rose or fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from cchc.claims import Concept, Observation, Statistic
from cchc.loaders.articles.change_patterns import what_moved
from cchc.loaders.articles.context import LARGEST_REGION, POPULATION_OF_KIND, WITHIN_A_YEAR, population_of
from cchc.loaders.articles.counted import HAS_SO_MANY
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.grades import grade_named, grade_with_bounds, group_with_bounds, has_bounds, is_grade_of
from cchc.loaders.articles.meant import index_of
from cchc.loaders.articles.members import (
    Group,
    are_all,
    counted_before,
    just_named,
    listed_population,
    members,
    memberships,
    of_a_region,
)  # fmt: skip
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.one_of_a_class import ONE_OF, has_its_size, is_one_of, is_the_only
from cchc.loaders.articles.risen import have_moved, of_long_ago, than_the_mean
from cchc.loaders.articles.series_patterns import ONLY_THESE
from cchc.loaders.articles.turns import State
from cchc.loaders.articles.whereabouts import where_counted, who_says_ends, year_behind

_BOUNDARY = re.compile(
    r";|:\s+(?=\d)|\bvà\s+(?=không\b|chưa\b|\d+/\d+)|,\s+(?=\d+\s+(?:đơn vị|cơ quan|bộ|tỉnh|địa phương|sở|huyện)\b)"
    r"|(?:,|:|\bvà)\s+(?=[Nn]hóm\s+[A-D]\b(?:\s+\([^()]*\))?\s+(?:(?:chỉ\s+|còn\s+)*(?:có|gồm|là|còn)\s+)?\d)"
)
_AMONG = re.compile(r"(?:^|[;:])\s*trong\s+$", re.I)
"""Before how many there are, of which some are counted behind it: "Trong 10 huyện của tỉnh, có 6 đơn vị …"."""
_OF_THEM = re.compile(r"\s*(?:(?:của|trong|toàn|ở|thuộc)\s+(?:tỉnh|thành phố|toàn tỉnh)\s*)?,")
"""Behind it, where only the units that are in a class are told: "Trong 10 huyện, xếp loại Tốt có Bảo Yên"."""
_HEADING = re.compile(
    r"\s*(?:[-+•*–]|[a-zđ]\))?\s*(?:nhóm|loại|xếp loại|mức)\b[^:;.()\d]{0,40}(?:\([^()]*\))?(?=:)", re.I
)
"""A class as the heading of its number of units."""
_CALLED_GROUP = re.compile(r"\bnhóm\s+(?:(?:đạt|có|điểm|kết quả|chỉ số|số điểm|điểm số)\s+)*$", re.I)
"""Before an interval that the source calls a group."""
_OF_A_SHARE = re.compile(r"(?!.*\b(?:hài lòng|chỉ số)\b).*\b(?:tỷ|tỉ) lệ\b(?:(?!\bxếp\b|;).)*\Z", re.I | re.S)
"""All before a number of units: a share of files, whose intervals are of no scores."""
_HEADS_A_GROUP = re.compile(
    r"\s*(?:[-+•*–]|[a-zđ]\)|\d[.)])?\s*(?:(?P<too>Cùng|Cũng)\s+(?:(?:thuộc|trong|ở|nằm trong)\s+)?"
    r"(?:(?:nằm|đứng|rơi|ở|đạt|có|xuống|điểm)\s+)*)?"
    r"(?:(?:các\s+)?(?:bộ|tỉnh|đơn vị|địa phương)\s+)?(?:thuộc\s+)?"
    r"(?:(?:nhóm|mức|khoảng)\b[^.;:\d]{0,50}[(:,]?\s*(?:đạt\s+)?|(?(too)|(?!)))",
    re.I,
)
"""All before an interval that heads the units in it."""
_GROUP_HOLDS = re.compile(
    r"(?:\s+(?:năm nay|năm \d{4}|kỳ này|lần này))?"
    r"\s*(?::|,?\s*(?:gồm(?:\s+có)?|bao gồm|(?:còn\s+|cũng\s+)?có(?:\s+thêm)?|là)\b\s*:?)\s*"
    r"(?:(?:các\s+)?(?:bộ|tỉnh|đơn vị|địa phương)\s*:?\s*)?",
    re.I,
)
_DIVIDED = re.compile(
    r"[^,;:.()\d]{0,40}?\s(?:chia|phân|phân chia|phân loại|xếp)\s+(?:thành|làm|ra|vào)\s+(?:\d|hai|ba|bốn|năm)\s+"
    r"(?:nhóm|loại|mức|hạng)\b",
    re.I,
)
"""Behind a number of units: all of them, whose classes follow."""


def groups(
    passage: Passage, mentions: list[Mention], states: list[State]
) -> tuple[list[Statistic | Observation], set[int]]:
    """The group statistics and memberships of a sentence, and the places of the mentions they used up."""
    claims: list[Statistic | Observation] = []
    used: set[int] = set()
    segment = _segments(passage.text, mentions)
    outer: dict[int, int] = {}
    for position, mention in enumerate(mentions):
        if mention.kind is not Kind.COUNT or not mention.number:
            continue
        some = _OF_THEM.match(passage.text, mention.end) or any(m.kind is Kind.COUNT for m in mentions[position + 1 :])
        among = preceded(_AMONG, passage.text, mention.start) and some
        divided = mention.of is None and _DIVIDED.match(passage.text, mention.end)
        one_of = preceded(ONE_OF, passage.text, mention.start)
        if (mention.word.startswith("out-of:") and not one_of) or among or divided:
            outer[position] = int(mention.number)
            used.add(position)
    moved = ""
    for group in _pair(passage.text, mentions, segment, used, outer):
        last = max(group.count, *group.cues)
        told = year_behind(passage.text, mentions, last) or states[last].year
        state = replace(states[group.count], index=states[last].index, year=told)
        population = listed_population(passage.text, mentions, group) or state.population or "province"
        banded = any(mentions[c].band or mentions[c].kind is Kind.GRADE for c in group.cues)
        letters = (m.word for c in group.cues if (m := mentions[c]).kind is Kind.GRADE and len(m.word) == 1)
        letter = "" if state.local else next(letters, "")
        index, certain = index_of(state, population, passage.context, passage.names, grouped=banded, letter=letter)
        context = passage.context
        year = state.year or context.document_year or (context.day_year if index in WITHIN_A_YEAR else None)
        if index is None or year is None:
            continue
        count = mentions[group.count]
        intervals = all(mentions[c].kind is Kind.BAND for c in group.cues)
        if (intervals and _OF_A_SHARE.match(passage.text, 0, count.start)) or of_a_region(passage.text, count):
            continue
        size = next((n for place, n in reversed(outer.items()) if place < group.count), None)
        out_of = int(count.of) if count.of else size
        edition = context.edition(index, year, population)
        graded = next((mentions[c] for c in group.cues if mentions[c].kind is Kind.GRADE), None)
        if edition is None or count.number is None:
            continue
        if graded and not is_grade_of(passage.names, edition.index, graded.word):
            continue
        if graded and len(graded.word) > 1 and population == "province" and context.home and not _says_of_what(count):
            certain = False  # "5 đơn vị đạt loại Khá" in an article about one province: hardly of all provinces.
        if out_of and (population != "province" or out_of >= LARGEST_REGION):
            passage.context.tell_size(edition, out_of)
        band = next((mentions[c].band for c in group.cues if mentions[c].kind is Kind.BAND), None)
        direction = next((mentions[c] for c in group.cues if mentions[c].kind is Kind.DIRECTION), None)
        places = [group.count, *group.cues]
        quote = passage.quote(min(mentions[i].start for i in places), max(mentions[i].end for i in places))
        grade: Concept | None = None
        kind = "band-count"
        if graded:
            grade = grade_named(passage.names, edition.index, graded.word, passage.text[graded.start : graded.end])
        elif band:
            grade = grade_with_bounds(passage.names, edition.index, population, band)
        elif direction:
            if than_the_mean(passage.text, mentions, direction) or of_long_ago(direction, edition.year):
                continue
            moved = what_moved(passage.text, (count.start, count.end), (direction.start, direction.end)) or moved
            by = {"score": "", "rank": "rank-"}.get(moved, "unsaid-")
            kind = by + ("risen-count" if direction.sign > 0 else "fallen-count")
        stated = passage.text[mentions[group.cues[0]].start : mentions[group.cues[0]].end] if group.cues else None
        claims.append(
            Statistic(
                edition=edition, kind="grade-count" if grade else kind, quotes=(quote,), value=Decimal(count.number),
                out_of=out_of, grade=grade, band=band, stated_as=stated, status="stated" if certain else "candidate",
            )
        )  # fmt: skip
        used.update(places[:1] if group.of_one else places)  # Who is one of them is of that class too.
        if grade is not None and certain:
            claims.extend(counted_before(passage, mentions, group, edition, grade, stated))
        for units, place in members(passage, mentions, group, segment, int(count.number)):
            used.add(place)
            if band and stated and not graded:
                # A group that no scheme has may overlap with one that has: who is in it is a candidate, but where
                # the source calls it a group, or names all of it.
                grade = group_with_bounds(passage.names, edition.index, population, band)
                named = any(preceded(_CALLED_GROUP, passage.text, mentions[c].start) for c in group.cues)
                whole = len(units.names) == count.number and has_bounds(passage.names, edition.index)
                certain = certain and (grade.known or named or whole)
            if grade is not None:
                start = min(mentions[i].start for i in places)
                # "chỉ có Đà Nẵng đạt trên 90%": who is in the group is told when all of it is.
                last_cue = min(mentions[i].end for i in group.cues) if group.count < place < min(group.cues) else 0
                claims.extend(memberships(passage, edition, grade, units, start, stated, certain, last_cue))
    for place in _heading_bands(passage.text, mentions, used):
        claims.extend(_headed(passage, mentions, states[place], place))
        used.add(place)
    return claims, used


def _says_of_what(count: Mention) -> bool:
    """Whether the noun of a number of units tells of what kind they are."""
    return population_of(count.word.removeprefix("out-of:"), False, None) is not None


def _heading_bands(text: str, mentions: list[Mention], used: set[int]) -> Iterator[int]:
    """The places of intervals that head the units in them, without their number: "Nhóm trên 90% gồm: Bộ Tư pháp, …"."""
    for place, mention in enumerate(mentions[:-1]):
        after = next((m for m in mentions[place + 1 :] if m.kind is not Kind.YEAR), mention)
        if mention.kind is not Kind.BAND or place in used or after.kind is not Kind.UNIT:
            continue
        closed = mention.end + text.startswith(")", mention.end)
        if _HEADS_A_GROUP.fullmatch(text, 0, mention.start) and _GROUP_HOLDS.fullmatch(text, closed, after.start):
            yield place


def _headed(passage: Passage, mentions: list[Mention], state: State, place: int) -> Iterator[Observation]:
    """The memberships of the units that an interval heads."""
    band, units = mentions[place], next(m for m in mentions[place + 1 :] if m.kind is Kind.UNIT)
    unit = passage.context.resolve(units.names[0][0])
    population = POPULATION_OF_KIND.get(unit.kind) if unit else None
    if population is None or band.band is None:
        return
    index, certain = index_of(state, population, passage.context, passage.names, grouped=True)
    edition = passage.context.edition(index, state.year, population) if index and state.year else None
    if edition:
        stated = passage.text[band.start : band.end]
        grade = group_with_bounds(passage.names, edition.index, population, band.band)
        certain = certain and grade.known
        yield from memberships(passage, edition, grade, units, band.start, stated, certain)
        heads = _HEADS_A_GROUP.fullmatch(passage.text, 0, band.start)
        before = just_named(passage.context) if heads and heads["too"] else ()
        if len(before) == 1 and POPULATION_OF_KIND[before[0][0].kind] == population:
            (too, told), here = before[0], passage.quote(0, band.end)
            yield Observation(
                edition=edition, unit=too, measure="grade", value=grade, stated_as=stated, quotes=(told, here),
                status="stated" if certain else "candidate", interpretation=("grade-from-list",),
            )  # fmt: skip


def _segments(text: str, mentions: list[Mention]) -> list[int]:
    """The number of the segment that each mention is in; boundaries inside a list of units or parentheses do not
    count."""
    inside = [(m.start, m.end) for m in mentions if m.kind in (Kind.UNIT, Kind.COUNT, Kind.INDEX, Kind.POPULATION)]
    inside += [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    cuts = [b.start() for b in _BOUNDARY.finditer(text) if not any(s < b.start() < e for s, e in inside)]
    heading = _HEADING.match(text)
    if heading:
        cuts = [cut for cut in cuts if cut != heading.end()]  # "Nhóm xếp loại Tốt (từ 80% đến dưới 90%): 13 cơ quan"
    return [sum(cut < mention.start for cut in cuts) for mention in mentions]


def _pair(text: str, mentions: list[Mention], segment: list[int], used: set[int], outer: dict[int, int]) -> list[Group]:
    """Pairs each count with the grade, interval or direction that it counts: those of its segment, nearest first."""
    paired: list[Group] = []
    cue_kinds = (Kind.GRADE, Kind.BAND, Kind.DIRECTION)
    counts = [i for i, m in enumerate(mentions) if m.kind is Kind.COUNT and i not in used]
    cues_of: dict[int, list[int]] = {count: [] for count in counts}
    for cue, mention in enumerate(mentions):
        if mention.kind not in cue_kinds:
            continue
        near = [i for i in counts if segment[i] == segment[cue] and not _in_a_remark(text, mention, mentions[i])]
        before = [count for count in near if count < cue]
        nearest = _headed_by(text, mentions, cue, counts)
        nearest = nearest or (max(before, default=None) if before else min(near, default=None))
        if nearest is not None:
            cues_of[nearest].append(cue)
    for count in counts:
        bands = [cue for cue in cues_of[count] if mentions[cue].kind is Kind.BAND]
        # "100% địa phương đạt trên 70%, trong đó 43 tỉnh đạt từ 80% trở lên": the interval before it is others'.
        cues = [cue for cue in cues_of[count] if cue not in bands or cue > count or bands[-1] < count]
        if not cues:
            continue
        # A unit named before both is the subject: what follows is about it, not about a group.
        between = mentions[min(count, cues[0]) + 1 : max(count, cues[0])]
        if any(m.kind is Kind.UNIT for m in between) and any(m.kind in MEASURES for m in between):
            continue  # "10 huyện: X xếp thứ nhất, Y xếp loại khá": the class is Y's.
        first = min(count, cues[0])
        # "kết quả của tỉnh cho thấy khối sở có 5 đơn vị": it is the block that has them.
        told_by = who_says_ends(text, mentions[first].start)
        block = max((i for i, m in enumerate(mentions[:first]) if m.kind is Kind.POPULATION), default=0)
        ranked = any(
            _is_ranked(mentions[i])
            and segment[i] == segment[first]
            and mentions[i].end > told_by
            and not where_counted(text, mentions, i, count)
            for i in range(block, first)
        )
        sized = ranked and has_its_size(text, mentions, count, cues[-1])
        whole = sized or ONLY_THESE.match(text, mentions[count].end) or is_one_of(text, mentions, count, cues[0])
        if ranked and not whole and not are_all(text, mentions, count):
            continue
        telling = [c for c in cues if mentions[c].kind is not Kind.DIRECTION]
        moved = any(cue > count and have_moved(text, mentions[count], mentions[cue]) for cue in cues)
        if not telling and mentions[count].of is None and not moved and not any(place < count for place in outer):
            continue
        if mentions[count].number == 0:
            paired += [Group(count, [cue]) for cue in telling or cues]  # "không có đơn vị loại Trung bình, Yếu"
        else:
            of_one = sized or is_one_of(text, mentions, count, cues[0]) or is_the_only(text, mentions, count, cues[0])
            paired.append(Group(count, telling or cues, of_one))
        used.update([count] if paired[-1].of_one else [count, *cues])
    return paired


def _headed_by(text: str, mentions: list[Mention], cue: int, counts: list[int]) -> int | None:
    """The place of the number of units right behind a class, that it heads: "loại Tốt có 14 sở, loại Khá có 2 sở"; none
    where the clause has counted units before the class."""
    ahead = cue + 1
    if ahead not in counts or not HAS_SO_MANY.fullmatch(text, mentions[cue].end, mentions[ahead].start):
        return None
    clause = max(text.rfind(mark, 0, mentions[cue].start) for mark in (",", ";", ":", "(", " và "))
    return None if any(clause < mentions[i].start < mentions[cue].start for i in counts) else ahead


def _in_a_remark(text: str, cue: Mention, count: Mention) -> bool:
    """Whether a count stands in parentheses that are no remark on the class: "loại Tốt, hạng 44 (2 tỉnh …)"."""
    opening = text.rfind("(", 0, count.start)
    outside = cue.end <= opening and text.rfind(")", opening, count.start) < opening
    return outside and bool(text[cue.end : opening].strip())


def _is_ranked(mention: Mention) -> bool:
    """Whether a mention is of a unit that has results, and not of a committee or an official's office."""
    if mention.kind is Kind.UNIT:
        return mention.names[0][0].kind in POPULATION_OF_KIND
    return mention.kind is Kind.SELF
