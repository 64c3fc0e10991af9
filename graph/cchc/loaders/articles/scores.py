"""Scores, means, changes and grades: the measures that are no ranks."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.claims import Edition, Observation, Statistic
from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles import differences, means, parts, plain_numbers, wholes
from cchc.loaders.articles.context import MOST_PROVINCES
from cchc.loaders.articles.gap_patterns import DIFFERENCE
from cchc.loaders.articles.mentions import Kind, Mention, amount_of, preceded
from cchc.loaders.articles.series_patterns import IN_TURN
from cchc.loaders.articles.walk import Subject, Walk

_LOOK_BACK = 90
"""So far before a change it is said over how many years it is measured, in characters."""
_WHOLES = (None, 10, 80, 100)
"""What a whole score may be out of: 100 points; 80 (PAPI); 10 (a satisfaction index in points)."""
_IN_HUNDREDS, _LEAST = ("par-index", "pci", "papi", "service-index-766"), 25
"""Indices of a hundred points (PAPI: 80), in which no unit ever had as few as these."""
_IN_ALL = re.compile(
    r"[,;]\s+(?:(?:nâng|đưa|vậy)\s+)?(?:tổng|cộng chung|chung cuộc)(?:\s+(?:cộng|điểm|số điểm|kết quả))?,?\s+"
    r"(?:(?:là|đạt|được|lên)\s+)*$",
    re.I,
)
"""Before a score: it is of the whole, whatever part was told of before."""
_WEIGHTS = re.compile(
    r"\b(?:trọng số|thang điểm|cơ cấu điểm|điểm chuẩn|điểm tối đa (?:của )?(?:các|từng)"
    r"|bộ (?:tiêu chí|chỉ số)\b[^;.:]{0,40}\b(?:gồm|có|với))\b[^;.]*:?",
    re.I,
)
"""Before the points of parts: what each can add, and not what it got."""
_LARGEST_GAP = 50
"""Results are further apart by as many percentage points nowhere."""
_OWN = re.compile(
    r"\btự (?:đánh giá|chấm)\b|\bđiểm\s+(?:do|qua)\s[^,;.:()\d]{2,40}\s(?:thẩm định|chấm)\s+(?:(?:là|đạt|được)\s+)*$",
    re.I,
)
_OF_WHAT = re.compile(
    r"\s+(?!(?:số\s+)?(?:người|ý kiến|tổ chức)\b[^;.()]{0,40}\bhài lòng)"
    r"(?:các|số(?!\s+điểm)|hồ sơ|sở|đơn vị|cơ quan|thủ tục|TTHC|xã|huyện|cán bộ|công chức|người|dịch vụ|văn bản"
    r"|tổng(?!\s+(?:số\s+)?điểm)|kế hoạch"
    r"|nhiệm vụ|chỉ tiêu|bộ|địa phương"
    r"|doanh nghiệp|thời gian|hộ|ý kiến|chi phí|biên chế|đầu mối)\b",
    re.I,
)
"""What a percentage before it is a share of."""


def _to_a_place_in_all(walk: Walk, place: int) -> bool:
    """Whether a move leads to a place that no region has: "giảm 3 bậc, xếp thứ 19"."""
    following = walk.mentions[place + 1 : place + 2]
    return any(m.kind is Kind.RANK and m.number is not None and m.number > MOST_PROVINCES for m in following)


def score(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches a score, of a unit, one of its components, or (as a mean) of a population."""
    number = mention.number
    if number is None or mention.unit_of_measure in ("rank", "times") or walk.of_something_else(mention, place, owner):
        return False
    if mention.unit_of_measure is None and not plain_numbers.bare_score(walk, place, mention, owner):
        return False
    if number < _LARGEST_GAP and DIFFERENCE.search(walk.text, mention.start, mention.end):
        return False  # "28,83 điểm phần trăm" is how far two figures are apart.
    if preceded(cp.ROUGHLY, walk.text, mention.start):
        return False  # "gần 90%", "khoảng 85 điểm"
    if (
        owner.component
        and mention.of is None
        and number == int(number)
        and _WEIGHTS.search(walk.text, 0, mention.start)
    ):
        return False
    if mention.unit_of_measure == "percent" and _OF_WHAT.match(walk.text, mention.end):
        return False
    if owner.mean:
        return means.mean_of(walk, place, mention, owner)
    if owner.component and preceded(_IN_ALL, walk.text, mention.start):
        owner = walk.subject = replace(owner, component=None)  # "điểm khảo sát đạt 27,85/35 điểm, tổng 88,1 điểm"
    if owner.component and parts.next_item(walk, mention, owner):
        item = parts.named_item(walk, place, mention, owner)
        if item is None:
            return False
        owner = walk.subject = item
    part = parts.part_of(walk, place, mention, owner)
    if part:
        walk.enter(part.component_start)
        owner = walk.subject = part  # "chỉ số về hiện đại hóa đạt 12/16 điểm, đứng thứ 15"
    if mention.of not in _WHOLES and owner.component is None:
        return False
    if not 0 <= number <= (mention.of or 100):
        return False
    if any(m.kind is Kind.MEAN for m in walk.mentions[:place]) and any(m.years for m in walk.mentions[:place]):
        return False  # "Trong giai đoạn 2018 - 2022, điểm trung bình của thành phố là 88,07%": of several years.
    unit_of_measure = mention.unit_of_measure
    units = owner.units
    if len(units) == 1 and (plain_numbers.over_years(walk, place) or plain_numbers.one_of_others(walk, place, owner)):
        return False
    if len(units) > 1 and walk.shared(mention, owner):
        for unit in units:
            score(walk, place, mention, replace(owner, units=[unit]))
        return True
    if len(units) > 1:
        start = owner.end
        numbers = [i for i, m in enumerate(walk.mentions) if m.kind is Kind.NUMBER and m.start >= start]
        if not (IN_TURN.search(walk.text[start : mention.start]) or plain_numbers.one_each(walk, owner)):
            return False
        if len(numbers) < len(units) or numbers.index(place) >= len(units):
            return False
        units = [units[numbers.index(place)]]
        unit_of_measure = unit_of_measure or walk.mentions[numbers[len(owner.units) - 1]].unit_of_measure
    if not units:
        return False
    state = walk.states[place]
    edition, why, status = walk.edition(state, replace(owner, units=units))
    if edition is None:
        return False
    if owner.component is None and mention.of is None and number < _LEAST and _in_hundreds(edition, mention):
        status = "candidate"  # "điểm thưởng đạt 3,5 điểm": hardly all of 100 points.
    if owner.component is None and _OWN.search(walk.text, walk.passage.clause_start(mention.start), mention.start):
        status = "candidate"  # "tỉnh tự đánh giá đạt 92,5 điểm": not what it was given.
    if not owner.stated and wholes.of_nobody(walk, place):
        status = "candidate"  # "SIPAS năm 2023 đạt 82,66%": the province's or that of all is not said.
    walk.passage.context.lacking = mention.of - number if mention.of else None
    walk.claims.append(
        Observation(
            edition=edition, unit=units[0][0], measure="score", value=number, component=owner.component,
            maximum=mention.of, unit_of_measure=unit_of_measure or "points", period=state.period,
            quotes=(walk.quote(mention, owner),), status=status, interpretation=why,
        )
    )  # fmt: skip
    return True


def _in_hundreds(edition: Edition, figure: Mention) -> bool:
    """Whether a score is of a hundred points or a share; a province's own index goes by the national one."""
    return edition.index in _IN_HUNDREDS or edition.owner is not None or figure.unit_of_measure == "percent"


def joined_change(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a number goes on with the change before it: "tăng 5 hạng và 2,03 điểm", "giảm 2 bậc, 0,53 điểm"."""
    before = walk.mentions[place - 1] if place else None
    if before is None or before.kind is not Kind.CHANGE or mention.unit_of_measure not in ("percent", "points"):
        return False
    joined = cp.JOINED_CHANGE.fullmatch(walk.text, before.end, mention.start)
    if joined is None:
        return False
    following = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    compared = following is not None and following.kind is Kind.COMPARISON
    risen = joined["plus"] and before.sign > 0  # "tăng 12 bậc, cộng 3,2%"
    return bool(compared or risen or (joined["and"] and (mention.number or 0) < 20))


def as_moved(walk: Walk, place: int, mention: Mention) -> Mention:
    """A figure that is compared with a year right after it, behind a word of direction, as the change that it is:
    "tăng ít nhất, chỉ 0,19 điểm so với năm trước"."""
    if mention.unit_of_measure not in ("percent", "points") or mention.kind is not Kind.NUMBER:
        return mention
    after = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if after is None or after.kind is not Kind.COMPARISON or after.word == "unit" or after.start - mention.end > 2:
        return mention
    for earlier in reversed(walk.mentions[:place]):
        if earlier.kind in (Kind.NUMBER, Kind.RANK, Kind.FRACTION, Kind.CHANGE, Kind.UNIT):
            break
        if earlier.kind is Kind.DIRECTION:
            return replace(mention, kind=Kind.CHANGE, sign=earlier.sign)
    return mention


def change(walk: Walk, place: int, mention: Mention, owner: Subject) -> bool:
    """Attaches a change of a score, rank or mean. A distance to another unit is none."""
    sign = mention.sign or walk.last_sign
    if mention.number is None or not sign or mention.unit_of_measure == "times":
        return False
    if walk.of_something_else(mention, place, owner):
        return False
    if mention.unit_of_measure == "percent" and _OF_WHAT.match(walk.text, mention.end):
        return False  # "giảm 20% biên chế"
    if sign < 0 and mention.unit_of_measure == "points" and _lacked(walk, place, mention):
        return False
    walk.last_sign = sign
    comparison = _comparison(walk, place)
    alone = mention.word == "relative" and comparison is None
    as_before = differences.year_before(walk, place) if alone else None
    amount = mention.number * sign
    mention = replace(mention, sign=sign)
    if comparison and comparison.word == "unit":
        walk.used.add(place)
        return True
    year = mention.year or (comparison.year if comparison else as_before)
    state = walk.states[place]
    edition, why, status = walk.edition(state, Subject(index=owner.index) if owner.mean else owner)
    if edition is None:
        return False
    if owner.mean and owner.unsure:
        status = "candidate"
    if year is None and not owner.mean and len(owner.units) == 1:
        edition = differences.later_edition(walk, edition, owner, mention)
    if alone and year is None and (edition := differences.told(walk, edition, owner, mention)) is None:
        walk.last_sign = 0
        return False
    if year is not None and year >= edition.year:
        edition = replace(edition, year=year + 1)
    since = None if year in (None, -1, edition.year - 1) else year
    told = _begins(walk, place)
    years_on = cp.YEARS_ON.search(walk.text[max(0, told - _LOOK_BACK) : told])
    if year is None and years_on:
        since = edition.year - int(amount_of(years_on["number"]) or 1)
        since = None if since == edition.year - 1 else since
    elif year is None and not owner.mean and len(owner.units) == 1:
        since = differences.year_that_fits(walk, edition, owner, mention.unit_of_measure, amount)
    if mention.word == "vague":
        status = "candidate"
    end = comparison.end if comparison and mention.end < comparison.start < mention.end + 4 else None
    quote = walk.quote(mention, owner, end)
    if owner.mean:
        together = means.regions_together(walk, mention, owner) if owner.region else []
        for region in map(wholes.region_of, together) if together else (owner.region,):
            walk.claims.append(
                Statistic(
                    edition=edition, kind="mean", change=amount, compared_with=since, subgroup=owner.subgroup,
                    region=region, component=owner.component, unit_of_measure=mention.unit_of_measure,
                    quotes=(quote,), status=status, interpretation=why,
                    out_of=None if region else means.count_of(walk, edition.year, mention),
                )
            )  # fmt: skip
        return True
    in_steps = mention.unit_of_measure == "rank"
    if in_steps and walk.scope and walk.region_opens and not _to_a_place_in_all(walk, place):
        status = "candidate"  # "Trong khu vực, tỉnh xếp thứ 8/11, tăng 1 bậc": steps among the region's.
    if len(owner.units) > 1 and walk.shared(mention, owner):
        found = [change(walk, place, mention, replace(owner, units=[unit])) for unit in owner.units]
        return all(found)
    if len(owner.units) != 1 or (in_steps and amount != amount.to_integral_value()):
        return False
    walk.claims.append(
        Observation(
            edition=edition, unit=owner.units[0][0], measure="rank_change" if in_steps else "score_change",
            value=int(amount) if in_steps else amount, component=owner.component, compared_with=since,
            unit_of_measure=mention.unit_of_measure, period=state.period, quotes=(quote,), status=status,
            interpretation=why,
        )
    )  # fmt: skip
    return True


def _begins(walk: Walk, place: int) -> int:
    """Where a change begins, or the one that it goes on with: "sau 3 năm, PAR INDEX tăng 5,2 điểm và 21 bậc"."""
    mention, before = walk.mentions[place], walk.mentions[place - 1] if place else None
    joined = before and before.kind is Kind.CHANGE and cp.JOINED_CHANGE.fullmatch(walk.text, before.end, mention.start)
    return before.start if before and joined else mention.start


def _lacked(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether points are what the score before lacks of its maximum: "12,25/14 điểm (mất 1,75 điểm)"."""
    if not cp.LACKS.match(walk.text, mention.start):
        return False  # "17,9/18 điểm (giảm 0,1 điểm)": it had all of them before.
    after = walk.mentions[place + 1] if place + 1 < len(walk.mentions) else None
    if after and after.of is not None and after.number is not None and after.of - after.number == mention.number:
        return True  # "mất 2,65 điểm, còn 10,85/13,5 điểm"
    for before in reversed(walk.mentions[:place]):
        if before.of is not None and before.number is not None and before.of - before.number == mention.number:
            return True
        if before.kind not in (Kind.RANK, Kind.FRACTION):
            return False  # "10,87/13 điểm, xếp hạng 56, mất 2,13 điểm"
    return mention.number == walk.passage.context.lacking  # "Chỉ được 8,4/12 điểm. Tỉnh mất tới 3,6 điểm ở đây"


def _comparison(walk: Walk, place: int) -> Mention | None:
    """What a change is measured against: the comparison after it, else the one before it in the sentence."""
    for follower in walk.mentions[place + 1 :]:
        if follower.kind is Kind.COMPARISON:
            if ";" in walk.text[walk.mentions[place].end : follower.start]:
                break
            return follower
        if follower.kind not in (Kind.CHANGE, Kind.INDEX, Kind.PERIOD):
            break
    earlier = [m for m in walk.mentions[:place] if m.kind is Kind.COMPARISON and m.word != "unit"]
    return earlier[-1] if earlier else None


def second_baseline(walk: Walk, place: int, mention: Mention) -> bool:
    """Whether a number is one more change: "tăng 1,93% so với năm 2019 và 12,18% so với năm 2012"."""
    if (
        not walk.last_sign
        or place == 0
        or place + 1 >= len(walk.mentions)
        or mention.unit_of_measure not in ("percent", "points")
    ):
        return False
    before, after = walk.mentions[place - 1], walk.mentions[place + 1]
    compared = before.kind is Kind.COMPARISON and after.kind is Kind.COMPARISON and after.start - mention.end < 3
    return compared and bool(re.fullmatch(r"\s*(?:,|và|,\s*và)\s*", walk.text[before.end : mention.start]))
