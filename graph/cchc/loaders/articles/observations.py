"""The second step of reading: walks the mentions of a sentence and gives each score, rank, change and grade its owner.

What finds no owner is left to be reported.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from cchc.claims import Observation, Statistic
from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles import (
    classes,
    components,
    counted_parts,
    means,
    ranks,
    scores,
    selves,
    subjects,
    superlatives,
    this_part,
    wholes,
)
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles.context import LARGEST_REGION
from cchc.loaders.articles.doubles import without_doubles
from cchc.loaders.articles.earlier import settled
from cchc.loaders.articles.editions import own_component, own_index
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.fronted import fronted
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, has_decimals, preceded
from cchc.loaders.articles.next_ranks import next_in_order, next_places
from cchc.loaders.articles.turns import State
from cchc.loaders.articles.walk import Subject, Walk

_WEIGHS = re.compile(r"\bchiếm\s+(?:(?:tới|đến|trọng số|tỷ trọng|tỷ lệ|số điểm|điểm)\s+)*$", re.I)
_GOT = re.compile(r",\s*(?:đạt|được|là|với)\s+$", re.I)
"""Between what a result is compared with and the result."""
_BAR = re.compile(r"[\t|]")

_OF_THAT_YEAR = re.compile(
    rf"(?:\s+(?:cả nước|toàn quốc|toàn tỉnh))?,?\s+(?:(?:giống\s+)?như|của|hồi|ở)\s+(?:hồi\s+|kết quả\s+)?(?:năm\s+)?"
    rf"(?:(?P<year>{p.YEAR_NUMBER})|năm (?:ngoái|trước(?: đó)?|liền trước))(?=\s*(?:[,;.)]|$|(?:nữa|và|mà|nhưng)\b))",
    re.I,
)
"""Behind a figure that is denied: the year that it was of, "không còn ở vị trí 58/63 như năm 2018"."""


def observations(
    passage: Passage, mentions: list[Mention], states: list[State], used: set[int]
) -> tuple[list[Observation | Statistic], set[int]]:
    """The measures that a sentence tells, and the places of the mentions that are used up, those of ``used``
    included."""
    walk = Walk(passage, mentions, states, set(used))
    this_part.begin(walk)
    wholes.begin_in_region(walk)
    for place, mention in enumerate(mentions):
        if walk.around and 0 <= walk.around[1] <= mention.start:
            # "Tỉnh đạt 85,1 điểm (trong đó thẩm định 57,3 điểm), xếp thứ 22": the parts end with their parentheses.
            walk.subject, walk.around = walk.around[0], None
        if mention.kind is Kind.UNIT:
            if subjects.unit(walk, place, mention):
                next_in_order(walk, place, mention)
        elif mention.kind is Kind.SELF:
            selves.itself(walk, mention)
        elif mention.kind is Kind.STRANGER:
            subjects.stranger(walk, mention)
        elif mention.kind is Kind.COMPONENT or components.is_component(mention, states[place].index):
            components.component(walk, place, mention)
        elif mention.kind is Kind.INDEX:
            subjects.index(walk, place, mention)
        elif mention.kind is Kind.MEAN:
            means.begin(walk, mention)
        elif mention.kind is Kind.POPULATION:
            wholes.nation(walk, place, mention)
        elif mention.kind is Kind.COUNT:
            wholes.ranked(walk, place, mention)
        elif mention.kind is Kind.CLASS:
            wholes.subgroup(walk, mention)
        elif mention.kind is Kind.REGION:
            passage.context.region = wholes.region_of(mention)
            passage.context.regions.add(passage.context.region.path)
            if not wholes.regional(walk, place, mention):
                subjects.region(walk, place, mention)
        elif mention.kind is Kind.BAND and place not in walk.used:
            if classes.within(walk, mention) and classes.band(
                walk, place, mention, subjects.owner_of(walk, place, mention)
            ):
                walk.used.add(place)
        elif mention.kind is Kind.COMPARISON and mention.word == "verb":
            walk.pending = mention
        elif mention.kind in MEASURES and place not in walk.used and _each(walk, place, mention):
            walk.used.add(place)
    return without_doubles([_in_its_index(walk, claim) for claim in settled(walk)]), walk.used


def _in_its_index(walk: Walk, claim: Observation | Statistic) -> Observation | Statistic:
    """A claim with the component of its own index: the component is met before all that tells whether the talk is of a
    province among others or of the province's own units."""
    part, home, index = claim.component, walk.passage.context.home, claim.edition.index
    if part is None or home is None:
        return claim
    of = part.path.split("/", 1)[0]
    strayed = of != index if claim.edition.owner is not None else of == own_index(index, home.path)
    return replace(claim, component=own_component(walk.passage.names, part, index)) if strayed else claim


def _each(walk: Walk, place: int, mention: Mention) -> bool:
    """Attaches a measure, to each of two indices where it is told of both."""
    state, scope = walk.states[place], walk.scope
    if len(state.both) != 2:
        return _measure(walk, place, mention)
    found = False
    for index in state.both:
        walk.states[place], walk.scope = replace(state, index=index, rivals=(), both=()), scope
        found |= _measure(walk, place, mention)
    return found


def _measure(walk: Walk, place: int, mention: Mention) -> bool:
    """Attaches one measure; False if it finds no owner or is no measure of an index."""
    if mention.kind is Kind.NUMBER and walk.pending and not walk.passage.in_parentheses(mention.start):
        pending, walk.pending = walk.pending, None
        number = mention.number or Decimal(0)
        if mention.unit_of_measure is None and number == number.to_integral_value():
            return False  # "hơn năm trước ở cả 5 yếu tố"
        if _GOT.search(walk.text, pending.end, mention.start):
            return _measure(walk, place, mention)  # "có điểm số cao hơn năm ngoái, đạt 86,50%"
        change = replace(mention, kind=Kind.CHANGE, sign=pending.sign, year=pending.year, word="change")
        return _measure(walk, place, change)
    if mention.kind is Kind.NUMBER and (
        means.gap_to_mean(walk, place, mention)
        or means.of_all(walk, place, mention)
        or means.is_opening(walk, place, mention)
    ):
        return True
    if _of_nothing_placed(walk, place, mention):
        return False
    if walk.states[place].apart:
        return False  # "A đạt 85%, B đạt 84%, cả hai đều tăng 3 bậc"
    if _in_a_row(walk, place, mention):
        return False
    if preceded(cp.DENIED, walk.text, mention.start) and not _was_then(walk, place, mention):
        return False
    if mention.kind is Kind.NUMBER and (
        scores.second_baseline(walk, place, mention) or scores.joined_change(walk, place, mention)
    ):
        mention = replace(mention, kind=Kind.CHANGE)
    if mention.kind is Kind.RANK and mention.word == "next":
        return next_places(walk, place, mention)
    if mention.kind is Kind.NUMBER:
        mention = scores.as_moved(walk, place, mention)
    owner = fronted(walk, place, mention) or subjects.owner_of(walk, place, mention)
    if owner is None:
        # "Nhóm C: Kiên Giang" is of no unit before it.
        return mention.kind is Kind.GRADE and classes.grade(walk, place, mention, Subject())
    parts = counted_parts.parts_behind(walk, place, mention, owner)
    parts = parts if parts is not None else counted_parts.parts_together(walk, place, mention, owner)
    if parts is not None:
        attached = [_attach(walk, place, mention, part) for part in parts]
        return any(attached)
    owner = components.component_after(walk, place, mention, owner)
    return _attach(walk, place, mention, owner)


def _was_then(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a place is denied only because it was that of an earlier year, which is then its year."""
    then = _OF_THAT_YEAR.match(walk.text, mention.end)
    if then is None or mention.kind not in (Kind.RANK, Kind.FRACTION, Kind.SUPERLATIVE):
        return False
    now = walk.passage.context.document_year
    year = int(then["year"]) if then["year"] else now and now - 1
    walk.states[place] = replace(walk.states[place], year=year)
    return bool(year)


def _of_nothing_placed(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a place or change stands in the parentheses right behind a score that belongs to no part that is known,
    while another part is spoken of: "thể chế 9,1/10 điểm; việc khác 9,4/11,5 điểm (thứ 41)"."""
    if mention.kind not in (Kind.RANK, Kind.CHANGE) or not walk.subject.component:
        return False
    if not walk.passage.in_parentheses(mention.start):
        return False
    opening = walk.text.rfind("(", 0, mention.start)
    before = next((i for i in range(place - 1, -1, -1) if walk.mentions[i].end <= opening), None)
    if before is None or before in walk.used or walk.mentions[before].kind is not Kind.FRACTION:
        return False
    return not walk.text[walk.mentions[before].end : opening].strip()


def _attach(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches one measure to its owner; False if it is no measure of an index."""
    if mention.kind is Kind.GRADE:
        return classes.grade(walk, place, mention, owner)
    if walk.nameless is not None and walk.nameless < mention.start and owner.component is None:
        return False  # "Lĩnh vực này đạt 8,9/12 điểm", where nothing tells which.
    state = walk.states[place]
    if (walk.index_by_class() if state.unnamed else owner.index or state.index) is None:
        return False
    if mention.kind is Kind.CHANGE:
        return scores.change(walk, place, mention, owner)
    if mention.kind is Kind.NUMBER:
        return scores.score(walk, place, mention, owner)
    if mention.kind is Kind.FRACTION:
        return _fraction(walk, place, mention, owner)
    if mention.kind is Kind.RANK:
        of = int(mention.of) if mention.of else None
        return ranks.rank_of_mention(walk, place, mention, owner, int(mention.number or 0), of)
    return superlatives.superlative(walk, place, mention, owner)


def _fraction(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """ "11,87/13 điểm" is a score out of a maximum, "43/63" a rank."""
    part, whole = mention.number or Decimal(0), mention.of or Decimal(0)
    if preceded(_WEIGHS, walk.text, mention.start):
        return False  # "điểm điều tra xã hội học chiếm 30/100"
    if not mention.word and owner.component and owner.units and _is_maximum(walk, place, part, whole, owner):
        mention = replace(mention, word="score")
    is_score = mention.word == "score" or has_decimals(part) or has_decimals(whole)  # "9,0/10" as well
    if is_score or (whole == 100 and mention.word != "rank"):
        return scores.score(walk, place, replace(mention, unit_of_measure=mention.unit_of_measure or "points"), owner)
    if part > whole or part < 1 or (not mention.word and preceded(p.PROPORTION_BEFORE, walk.text, mention.start)):
        return False
    return ranks.rank_of_mention(walk, place, mention, owner, int(part), int(whole))


def _is_maximum(walk: Walk, place: int, part: Decimal, whole: Decimal, owner: Subject) -> bool:
    """Whether what a figure of a component is out of are points, without a word that says so: all of them ("18/18"), or
    another number than that of the units ranked."""
    edition, _, _ = walk.edition(walk.states[place], owner)
    size = walk.passage.context.size_of(edition) if edition else None
    return part == whole < size if size else part == whole and whole < LARGEST_REGION


def _in_a_row(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a number stands in a cell beside another one: only the header of the table could tell what they
    measure."""
    if mention.kind is not Kind.NUMBER:
        return False
    beside = [*walk.mentions[place - 1 : place], *walk.mentions[place + 1 : place + 2]]
    gaps = (
        walk.text[m.end : mention.start] or walk.text[mention.end : m.start] for m in beside if m.kind is Kind.NUMBER
    )
    return any(_BAR.search(gap) for gap in gaps)
