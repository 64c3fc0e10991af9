"""Ranks in words: who is first or last, and who is only said to be among the best or the worst."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from cchc.claims import Observation
from cchc.loaders.articles.context import LARGEST_REGION, POPULATION_OF_KIND
from cchc.loaders.articles.in_region import leave_region, look_for_region
from cchc.loaders.articles.mentions import Kind, Mention, is_best, is_worst, preceded
from cchc.loaders.articles.ranks import add_ranks, among_all, years_around
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.loaders.articles.walk import MOST_OF_A_SHARE, SAME, Subject, Walk
from cchc.loaders.articles.wholes import region_of

_OF_ALL = re.compile(
    r"\s+(?:(?:trong|của)\s+)?(?:số\s+)?(?:(?:cả )?nước|toàn (?:quốc|tỉnh)|tỉnh(?=\s*[,.;)])|(?:\d+|các)\s+tỉnh"
    r"|các\s+(?:địa phương|bộ|sở|huyện))",
    re.I,
)
_SOME_OF = re.compile(
    r"\b(?:nhóm|những|các|(?:một|0?1) trong|trong số|tốp|top|(?:trong|thuộc|nằm trong) (?:số )?\d{1,2})\b", re.I
)
_SEVERAL = re.compile(
    r"\b(?:các|những)\s+(?:bộ, ngành|sở, ngành|tỉnh, thành(?: phố)?|đơn vị|địa phương|cơ quan|tỉnh|bộ|sở|huyện|xã)"
    r"\s+(?:(?:có|đạt|được|xếp|mà)\s+)?[^,;:.()\d]{0,40}$",
    re.I,
)
"""Before a place that several units are told to have: the first that is named is not the last of all."""
_ALSO = re.compile(r"\s+(?:và|cùng|cùng với)\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?", re.I)
_COUNTED = re.compile(r"[,;:(–-]|\btrong\s+(?:số\s+)?đó\b", re.I)
"""Between units counted in a class and the first or last of them."""
_OF_REGION = re.compile(r"\s*(?:(?:,?\s*thành(?: phố)?|thuộc|của|ở|trong|vùng|khu vực|miền)\s+)*", re.I)
_REASON = ("rank-from-superlative",)


def _leading_beside(walk: Walk, owner: Subject) -> Iterator[Subject]:
    """Who leads another ranking of the same index: "Bộ Tư pháp và TP. Hải Phòng dẫn đầu PAR INDEX"."""
    before = next((m for m in reversed(walk.mentions) if m.end <= owner.start), None)
    if before is None or before.kind is not Kind.UNIT or not _ALSO.fullmatch(walk.text, before.end, owner.start):
        return
    units = walk.units_of(before)
    if len(units) == 1 and POPULATION_OF_KIND[units[0][0].kind] != POPULATION_OF_KIND[owner.units[0][0].kind]:
        yield replace(owner, units=units, start=before.start)


def superlative(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches a rank in words: first, last, or only among the best or worst."""
    if owner.mean or owner.subgroup:
        owner.standing = "among-highest" if mention.word in ("first", "highest") else "among-lowest"
        return True
    if not owner.units or (owner.component and not _of_component(walk, mention, owner)):
        return False
    if owner.component and _placed_behind(walk, mention, owner):
        return True  # "Hai lĩnh vực xếp cuối là thể chế (hạng 48) và …": behind the others of one unit.
    state = walk.states[place]
    start, end = sorted((owner.end, mention.start)) if owner.start < mention.start else (mention.end, owner.start)
    between = walk.text[start:end]
    if ";" in between and not owner.component:
        return False
    best = mention.word in ("first", "highest", "group")
    if _within_a_class(walk, place, best=best) or _of_a_share(walk, mention):
        return False
    if best and len(owner.units) > 1 and walk.text.startswith(":", mention.end) and _falling(walk, place, owner):
        owner = replace(owner, units=owner.units[:1])  # "Cao nhất: Quảng Ninh (90,7%), Hải Dương (90,11%)"
    if mention.word == "last" and len(owner.units) > 1 and walk.text[: mention.end].rstrip(",)").endswith(" lên"):
        owner = replace(owner, units=owner.units[:1])  # "đứng cuối, từ dưới lên, là Sở A, Sở B": A is behind B.
    vague = mention.word in ("highest", "lowest") and (
        _SOME_OF.search(between) or (not best and preceded(_SEVERAL, walk.text, mention.start))
    )
    tied = mention.word == "first" and SAME.search(between)
    among = (len(owner.units) > 1 and not tied) or mention.word == "group" or bool(vague)
    if not look_for_region(walk, place, mention, owner):
        return False
    if mention.word in ("highest", "lowest") and walk.scope is None and _placed_otherwise(walk, place):
        return True
    first = owner.units[0][1]
    if mention.word == "highest" and len(owner.units) > 1 and IN_TURN.search(walk.text, mention.end, first):
        return add_ranks(walk, place, mention, owner, 1, None, _REASON)  # "5 tỉnh cao nhất theo thứ tự: …"
    if best and not among:
        for leader in _leading_beside(walk, owner) if mention.word == "first" else ():
            add_ranks(walk, place, mention, leader, 1, None, _REASON)
        return add_ranks(walk, place, mention, owner, 1, _so_many_in_region(walk, place), _REASON)
    standing = ("among-highest" if best else "among-lowest") if among else "last"
    # "Hai năm liền (2021, 2022), Gia Lai đứng cuối": in each of them.
    for year in years_around(walk, place)[0] or (None,):
        edition, why, status = walk.edition(state, owner, year)
        if edition is None:
            return False
        status = "candidate" if walk.among_some else status
        size = walk.passage.context.size_of(edition) or among_all(walk, place, 1, edition.population)
        for unit, _, _unit_end in owner.units:
            walk.claims.append(
                Observation(
                    edition=edition, unit=unit, measure="standing", value=standing, component=owner.component,
                    period=state.period,
                    scope=walk.scope,
                    rank_of=_last_of(walk, place, size) if standing == "last" and not owner.component else None,
                    quotes=(walk.passage.quote(min(owner.start, mention.start), max(owner.end, mention.end)),),
                    status=status, interpretation=why,
                )
            )  # fmt: skip
    leave_region(walk)
    return True


def _last_of(walk: Walk, place: int, size: int | None) -> int | None:
    """How many units the last one is the last of: all that are ranked, or those of the region."""
    return size if walk.scope is None else _so_many_in_region(walk, place)


def _so_many_in_region(walk: Walk, place: int) -> int | None:
    """How many units a region has, where the sentence says so before a place in it: "Trong 6 tỉnh Đông Nam Bộ, X về
    chót"."""
    if walk.scope is None:
        return None
    for count, region in pairwise(walk.mentions[:place]):
        if count.kind is not Kind.COUNT or region.kind is not Kind.REGION or count.of or not count.number:
            continue
        told = region_of(region) == walk.scope and _OF_REGION.fullmatch(walk.text, count.end, region.start)
        if told and 1 < count.number < LARGEST_REGION:
            return int(count.number)
    return None


def _of_component(walk: Walk, mention: Mention, owner: Subject) -> bool:
    """Whether a superlative ranks a unit in a component. "X đạt điểm cao nhất" may compare the components of one unit;
    "X … đứng đầu toàn quốc" compares units."""
    part = walk.front or walk.passage.context.part
    if part and owner.component == part[0]:
        return True
    if len(owner.units) != 1 or owner.start > mention.start:
        return False
    return mention.word in ("first", "last") or bool(_OF_ALL.match(walk.text, mention.end))


def _placed_behind(walk: Walk, mention: Mention, owner: Subject) -> bool:
    """Whether a part, named behind a place in words, has its place in figures behind its name."""
    behind = [m for m in walk.mentions if m.start >= owner.component_start > mention.start][:2]
    if len(behind) < 2 or behind[0].kind is not Kind.COMPONENT or behind[1].kind is not Kind.RANK:
        return False
    one = (owner.units and mention.word in ("last", "lowest")) or behind[1].number != 1
    return bool(one) and walk.text[behind[0].end : behind[1].start].strip() in ("", "(", ",")


def _of_a_share(walk: Walk, mention: Mention) -> bool:
    """Whether a superlative tells the highest share of something outside the indices."""
    begin = walk.text.rfind(";", 0, mention.start) + 1
    share = MOST_OF_A_SHARE.search(walk.text, begin, mention.end)
    return share is not None and share.end() == mention.end


def _within_a_class(walk: Walk, place: int, *, best: bool) -> bool:
    """Whether a superlative is one among the units of a class that others are above, or below: "Nhóm B có 59 địa
    phương, đứng đầu là Thừa Thiên Huế"."""
    mention = walk.mentions[place]
    begin = max(walk.text.rfind(mark, 0, mention.start) for mark in (";", ". "))
    behind = begin >= 0 and not walk.text[begin + 1 : mention.start].strip() and walk.text[begin] == ";"
    if behind:
        begin = max(walk.text.rfind(mark, 0, begin) for mark in (";", ". "))  # "Nhóm B có 50 tỉnh; đứng cuối là …"
    before = [m for m in walk.mentions[:place] if m.start > begin]
    groups = [m for m in before if m.kind in (Kind.GRADE, Kind.BAND)]
    if len(groups) > 1 and groups[0].kind is Kind.GRADE and walk.text[groups[0].end : groups[1].start].strip() == "(":
        groups = groups[:1] + groups[2:]  # "Nhóm B (từ 80% đến dưới 90%)"
    counts = [m for m in before if m.kind is Kind.COUNT]
    if len(groups) != 1 or len(counts) != 1 or any(m.kind in (Kind.UNIT, Kind.SELF) for m in before[:1]):
        return False
    if behind and groups[0].start > counts[0].start:
        return False  # "3 đơn vị loại Tốt; cao nhất là …": of all.
    if not _COUNTED.search(walk.text, max(groups[0].end, counts[0].end), mention.start):
        return False
    return not (is_best(groups[0]) if best else is_worst(groups[0]))


def _placed_otherwise(walk: Walk, place: int) -> bool:
    """Whether another place stands in parentheses right behind the highest or lowest one, which is then that of the
    unit's own years: "Năm 2019, tỉnh có thứ hạng cao nhất (hạng 9)"."""
    behind = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if behind is None or behind.kind not in (Kind.RANK, Kind.FRACTION) or not behind.number:
        return False
    if walk.text[walk.mentions[place].end : behind.start].strip() != "(":
        return False
    if walk.mentions[place].word == "highest":
        return behind.number > 1 and (behind.kind is Kind.RANK or behind.of is not None)
    return behind.of is not None and behind.number < behind.of


def _falling(walk: Walk, place: int, owner: Subject) -> bool:
    """Whether each unit of a list has its figure, and each a lower one than the unit before it."""
    figures = [m.number or 0 for m in walk.mentions[place + 1 :] if m.kind is Kind.NUMBER]
    return len(figures) == len(owner.units) and all(before > after for before, after in pairwise(figures))
