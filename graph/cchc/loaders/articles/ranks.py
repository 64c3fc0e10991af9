"""Ranks: said in figures, in words ("dẫn đầu"), for several years at once, or by the order of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.claims import Concept, Observation, Quote, Unit
from cchc.loaders.articles.again import years_again, years_listed
from cchc.loaders.articles.context import LARGEST_REGION, MOST_PROVINCES, population_of
from cchc.loaders.articles.editions import LOCAL
from cchc.loaders.articles.in_region import are_of_all, asked_no_more, leave_region, look_for_region, region_of_as_many
from cchc.loaders.articles.mentions import LISTED, MEASURES, Kind, Mention, preceded, whole_number
from cchc.loaders.articles.order import names_fewer, remember
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.loaders.articles.superlative_patterns import AFTER_YEARS, EACH_TIME
from cchc.loaders.articles.turns import named_together
from cchc.loaders.articles.walk import Subject, Walk

LIST_ORDER = "rank-from-list-order"
_COMPARED = re.compile(r"\b(?:trong|giữa|trên|so với)\s+(?:(?:tổng|số|nhóm|khối)\s+)*$", re.I)
_LEADS_ALL = re.compile(r"\s*(?:(?:trong|trên)\s+(?:tổng\s+)?(?:số\s+)?|tất cả\s+|cả\s+)?", re.I)
_RANKING_OF = re.compile(r"\b(?:bảng\s+)?xếp hạng\b[^,;.]{0,60}\b(?:của|đối với)\s+(?:cả\s+|tất cả\s+)?$", re.I)
_BESIDE = re.compile(r"\s*[,;(]?\s*(?:(?:và|đã|cũng|hiện)\s+)*")
_AND = re.compile(r"\s*(?:,|;|và|,\s*và|rồi)\s*(?:(?:thứ|hạng|vị trí)\s+)*")
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*")
_IN_YEARS = re.compile(
    r"\s*(?:(?:cả nước|toàn quốc|liên tục|liên tiếp|liền|trong|suốt|từ|vào|ở|cả|các|hai|ba|bốn|năm"
    r"|\d{1,2}(?!\d)|,)\s*)*",
    re.I,
)
"""Words between a rank and the years that it was held in: "vị trí thứ 10 trong hai năm 2017 và 2018"."""
_SEVERAL_TIMES = re.compile(r"\b(?:năm|lần)\b[^,;.]{0,30}$", re.I)


def rank_of_mention(walk: Walk, place: int, mention: Mention, owner: Subject, rank: int, of: int | None) -> bool:
    """Attaches a rank in figures or an ordinal; false if the list it belongs to is not to be told."""
    return add_ranks(walk, place, mention, owner, rank, of, (LIST_ORDER,) if mention.word in LISTED else ())


def add_ranks(
    walk: Walk, place: int, mention: Mention, owner: Subject, rank: int, of: int | None, reasons: tuple[str, ...]
) -> bool:
    """Attaches a rank to the units of its owner: in the region that is said, for the years that are said."""
    units = owner.units
    # "xếp thứ 12/124" is no rank among provinces.
    if not units or rank < 1 or (units[0][0].kind == "Province" and (of or 0) > walk.passage.names.most_provinces):
        return False
    if len(units) == 1 and owner.component is None and _one_of_several(walk, place):
        return False
    named = owner.stated and owner.start == mention.start
    if len(units) == 1 and (mention.word in ("from", "to") or (mention.word == "run" and not named)):
        return False  # Several places are not one unit's: "Năm hạng đầu:", above a list.
    years, years_end = years_around(walk, place)
    if not look_for_region(walk, place, mention, owner):
        return False
    if isinstance(walk.scope, Concept) and are_of_all(walk, mention):
        walk.scope = None
    numbers = [rank] * len(units)
    if len(units) > 1:
        of = of or _of_last(walk, place)
        told = _ranks_of_list(walk, place, mention, owner, rank)
        if told is None:
            return False
        numbers = told
        if len(set(told)) > 1:
            reasons = (*reasons, LIST_ORDER)
    for number, (unit, _, end) in zip(numbers, units, strict=True):
        quote = walk.quote(mention, owner, end if len(units) > 1 else years_end)
        for year in years or (None,):
            add_rank(walk, place, unit, number, quote, of, reasons, year, owner)
    year = walk.states[place].year or 0
    far = isinstance(walk.scope, Concept) and max(numbers) > MOST_PROVINCES  # "cao nhất vùng (hạng 22)": of all.
    within = None if far else walk.scope
    # "Ở Tây Nguyên, Lâm Đồng đứng đầu (15/63), sau đó tới …": the order goes on in the region.
    beside = walk.last_scope is not None and within is None and walk.passage.in_parentheses(mention.start)
    if (walk.last_rank is None or year >= walk.last_year) and not beside:
        walk.last_scope = within
        walk.last_rank, walk.last_year = max(numbers), year  # But not of "(năm trước xếp thứ 4)".
    if mention.word == "run" and len(units) == 1:
        walk.in_order, walk.most = True, whole_number(walk.text[mention.start :])
    remember(walk, place, units[numbers.index(max(numbers))][0], max(numbers))
    following = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if not (mention.word == "cued" and following and following.kind is Kind.RANK and following.word == "cued"):
        leave_region(walk)  # "Trong vùng, tỉnh vươn từ thứ 12 lên thứ 5": both are ranks in the region.
    return True


def _one_of_several(walk: Walk, place: int) -> bool:
    """Whether a rank is one of several told in turn, of years or indices that nothing names: "lần lượt là 34 và 31"."""
    for one, other in ((place - 1, place), (place, place + 1)):
        if one < 0 or other == len(walk.mentions) or walk.mentions[one].kind is not walk.mentions[other].kind:
            continue
        before, after = walk.states[one], walk.states[other]
        alike = (before.index, before.year) == (after.index, after.year)
        gap = walk.text[walk.mentions[one].end : walk.mentions[other].start]
        said = (
            IN_TURN.search(walk.text, walk.text.rfind(";", 0, walk.mentions[one].start) + 1, walk.mentions[other].start)
            or sum(m.kind is Kind.YEAR for m in walk.mentions) > 1
        )
        if alike and _AND.fullmatch(gap) and said:
            return True
    return False


def _run_from(walk: Walk, place: int) -> list[int]:
    """The places of the ranks that are told one after the other from a place on."""
    run = [place]
    while _goes_on(walk, run[-1]):
        run.append(run[-1] + 1)
    return run


def _goes_on(walk: Walk, place: int) -> bool:
    """Whether one more rank is told right after the figure at a place."""
    if not 0 <= place < len(walk.mentions) - 1:
        return False
    one, other = walk.mentions[place : place + 2]
    gap = walk.text[one.end : other.start]
    return other.kind is Kind.RANK and bool(_AND.fullmatch(gap) or _TO.fullmatch(gap))


def _of_last(walk: Walk, place: int) -> int | None:
    """What the last of several ranks is out of, which holds for all: "lần lượt xếp thứ 40, thứ 47 và thứ 61/63"."""
    last = walk.mentions[_run_from(walk, place)[-1]]
    return int(last.of) if last.of else None


def _ranks_of_list(walk: Walk, place: int, mention: Mention, owner: Subject, rank: int) -> list[int] | None:
    """The ranks of listed units: one for each, a run of them, or the same for all; None if it is not to be told."""
    count = len(owner.units)
    run = _run_from(walk, place)
    numbers = [int(walk.mentions[i].number or 0) for i in run]
    if walk.mentions[run[-1]].word == "to" and numbers[-1] - numbers[0] + 1 != count:
        return None
    if len(run) == count:
        walk.used.update(run)
        return numbers
    if len(run) == 2 and numbers[1] - numbers[0] + 1 == count:
        walk.used.update(run)
        return list(range(numbers[0], numbers[1] + 1))
    if len(run) > 1:
        return None
    if mention.word == "run" and names_fewer(walk, place):
        return None
    if mention.word == "run" or IN_TURN.search(walk.text[mention.end : owner.end]):
        return list(range(rank, rank + count))
    return [rank] * count if walk.shared(mention, owner) else None


def years_around(walk: Walk, place: int) -> tuple[tuple[int, ...], int]:
    """The years of "đứng nhất 5 năm liền (2019-2023)" or "4 năm liền (2017, 2018) đứng nhất", and where the words
    end."""
    mention = walk.mentions[place]
    again = years_again(walk, place) or years_listed(walk, place)
    if again:
        return again
    ranked = place and walk.mentions[place - 1].kind in (Kind.RANK, Kind.FRACTION)
    if _goes_on(walk, place) or (ranked and _goes_on(walk, place - 1)):
        return (), mention.end  # "xếp thứ 12 và 9 trong hai năm": each of them is of one year.
    for follower in walk.mentions[place + 1 : place + 4]:
        inside = follower.kind is Kind.YEARS and walk.passage.in_parentheses(follower.start)
        if inside and re.search(AFTER_YEARS, walk.text[mention.end : follower.start]):
            break
        if inside or (follower.kind is Kind.YEARS and _IN_YEARS.fullmatch(walk.text, mention.end, follower.start)):
            return follower.years, follower.end
        counted = follower.kind is Kind.NUMBER and follower.unit_of_measure in (None, "times")
        if (follower.kind in MEASURES and not counted) or follower.start - mention.end > 60:
            break
    for at, earlier in reversed([*enumerate(walk.mentions)][max(0, place - 3) : place]):
        if earlier.kind in MEASURES and earlier.unit_of_measure not in (None, "times"):
            break
        if ";" in walk.text[earlier.end : mention.start]:
            break
        years = named_together(at, walk.mentions, walk.text)
        if len(years) > 1 and EACH_TIME.search(walk.text, earlier.end, mention.end):
            return years, mention.end
        if earlier.kind is Kind.YEARS and walk.passage.in_parentheses(earlier.start):
            opening = walk.text.rfind("(", 0, earlier.start)
            return (earlier.years, mention.end) if _SEVERAL_TIMES.search(walk.text[:opening]) else ((), mention.end)
    return (), mention.end


def add_rank(
    walk: Walk, place: int, unit: Unit, rank: int, quote: Quote, of: int | None, reasons: tuple[str, ...],
    year: int | None, owner: Subject,
) -> None:  # fmt: skip
    """Adds the claim that a unit (or one of its components) has a rank."""
    state, context = walk.states[place], walk.passage.context
    edition, why, status = walk.edition(state, replace(owner, units=[(unit, 0, 0)]), year)
    if edition is None:
        return
    largest = MOST_PROVINCES if isinstance(walk.scope, Concept) else LARGEST_REGION - 1
    scope: Concept | Unit | None = walk.scope if max(of or 0, rank) <= largest else None
    of = of or _among_few(walk, place, rank) or among_all(walk, place, rank, edition.population)
    if scope and walk.region_opens and walk.passage.in_parentheses(quote.end - walk.passage.start - 1):
        status = "candidate"  # "Trong khu vực, tỉnh sau Đà Nẵng (hạng 5)": in the region or of all is not said.
    if walk.among_some or (owner.component is None and _behind_another_figure(walk, place, owner)):
        status = "candidate"  # "Trong các huyện miền núi, Chư Sê đứng đầu": whether of all is not said.
    if scope is None and of is not None and unit.kind == "Province" and of < LARGEST_REGION:
        scope = region_of_as_many(walk, of)
    few = unit.kind == "Province" and owner.component is None and of is not None and of < LARGEST_REGION
    if few and scope is None and context.size_of(edition) != of and not asked_no_more(walk, of):
        status = "candidate"  # "xếp hạng 5/12": among which provinces is not said.
    if owner.component is None and scope is None and state.year == edition.year and year is None and status == "stated":
        size = context.size_of(edition)
        if of is not None and size is None:
            context.tell_size(edition, of)
        elif of is None and size is not None and rank <= size:
            of = size
            reasons = (*reasons, "ranked-among-from-context")
    walk.claims.append(
        Observation(
            edition=edition, unit=unit, measure="rank", value=rank, rank_of=of, scope=scope, component=owner.component,
            unit_of_measure="rank", period=state.period, quotes=(quote,), status=status,
            interpretation=(*why, *reasons),
        )
    )  # fmt: skip


def _behind_another_figure(walk: Walk, place: int, owner: Subject) -> bool:
    """Whether a rank stands right behind a figure that is of something outside the indices, of which it may be too:
    "tỷ lệ hồ sơ trực tuyến đạt 62,1%, xếp thứ 20/63"."""
    figure = walk.mentions[place - 1] if place else None
    if figure is None or figure.kind is not Kind.NUMBER or figure.unit_of_measure not in ("percent", "points"):
        return False
    beside = _BESIDE.fullmatch(walk.text, figure.end, walk.mentions[place].start)
    told = place - 1 in walk.used or any(m.kind is Kind.INDEX for m in walk.mentions[:place])
    return bool(beside) and not told and walk.of_something_else(figure, place - 1, owner)


def _among_few(walk: Walk, place: int, rank: int) -> int | None:
    """How many units the sentence compares, where they are some of all: "tính trong 5 thành phố trực thuộc trung
    ương thì X đứng thứ 4"."""
    for earlier in reversed(walk.mentions[:place]):
        if earlier.kind in MEASURES:
            return None
        if earlier.kind is Kind.COUNT and earlier.number and rank <= earlier.number < LARGEST_REGION:
            return int(earlier.number) if preceded(_COMPARED, walk.text, earlier.start) else None
    return None


def among_all(walk: Walk, place: int, rank: int, population: str) -> int | None:
    """How many units a ranking is of, where the sentence says so: "dẫn đầu 69 xã", "bảng xếp hạng của 124 xã, phường
    ghi nhận X dẫn đầu"."""
    for at, other in enumerate(walk.mentions):
        if other.kind is not Kind.COUNT or other.number is None or other.of or other.number < rank:
            continue
        word = other.word.removeprefix("out-of:")
        if population_of(word, population in LOCAL, population) != population:
            continue
        behind = at == place + 1 and _LEADS_ALL.fullmatch(walk.text, walk.mentions[place].end, other.start)
        if other.word != word and not behind:
            continue
        if behind or (at < place and preceded(_RANKING_OF, walk.text, other.start)):
            small = population == "province" and other.number < LARGEST_REGION and walk.scope is None
            walk.among_some = walk.among_some or small  # "cao nhất trong sáu tỉnh": which ones is not said.
            return None if small else int(other.number)
    return None
