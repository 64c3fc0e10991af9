"""Changes: between which years they are, where others are told beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from cchc.claims import Edition, Observation
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.walk import Subject, Walk

_THAT_IS = re.compile(r"\b(?:tức|nghĩa là|như vậy|tương đương)(?:\s+(?:là|đã|tỉnh|cả|bị))*\s+$", re.I)
"""Before a change: it sums up what was told before it."""
_CONCLUDES = re.compile(r"\b(?:tức|nghĩa là|như vậy|vậy là|do đó|vì thế|tính ra|theo đó)\b", re.I)
_FIGURES = (Kind.RANK, Kind.NUMBER, Kind.FRACTION, Kind.YEAR)
_TWO = 2
_OF_RANKS = re.compile(r"\b(?:thứ hạng|vị trí|vị thứ|thứ bậc|xếp hạng)\b", re.I)
_BUT = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?,?\s*(?:nhưng|song|tuy|và|đồng thời)\s+"
    r"(?:(?:lại|cũng|chỉ số|điểm số|điểm|kết quả|về điểm|tổng điểm|số điểm|thứ hạng|về thứ hạng)\s+)*",
    re.I,
)
"""Between steps in a ranking and a change of the score that is measured against the same year, or the other way round:
"cao hơn năm trước 5 hạng (năm 2021: 31/63) nhưng thấp hơn 0,57 điểm"."""


def year_that_fits(walk: Walk, edition: Edition, owner: Subject, measure: str | None, amount: Decimal) -> int | None:
    """The year that a change is measured from, where the sentence tells both figures that it is the difference of: "Từ
    vị trí 24 năm 2018 lên vị trí 16 năm 2023, tức là tăng 8 bậc"."""
    told = _told_by_year(walk, edition, owner, measure)
    now = told.pop(edition.year, None)
    if now is None:
        return None
    fits = [year for year, then in told.items() if (then - now if measure == "rank" else now - then) == amount]
    return fits[0] if len(fits) == 1 and fits[0] < edition.year - 1 else None


def later_edition(walk: Walk, edition: Edition, owner: Subject, mention: Mention) -> Edition:
    """The later edition, where a change sums up the figures of two years: "năm 2022 là 85,64%, năm 2021 là 87,52%, tức
    giảm 1,88%", "đứng thứ 11; năm trước đứng thứ 21 (tăng 10 bậc)"."""
    years = _told_by_year(walk, edition, owner, mention.unit_of_measure)
    if len(years) < _TWO and _concludes(walk, mention) and _leads_to_next(walk, edition, owner, mention):
        return replace(edition, year=edition.year + 1)
    if _is_one_more(walk, edition, owner, mention):
        return replace(edition, year=edition.year + 1)
    if len(years) != _TWO:
        return edition
    differs = abs(years[max(years)] - years[min(years)]) == abs(mention.number or 0)
    sums_up = differs or preceded(_THAT_IS, walk.text, mention.start)
    return replace(edition, year=max(years)) if sums_up else edition


def _concludes(walk: Walk, mention: Mention) -> bool:
    """Whether a change is drawn from the figures before it: "Năm trước, Bộ đứng thứ 11; tức là lên 3 bậc"."""
    figures = (m.end for m in walk.mentions if m.kind in _FIGURES and m.end <= mention.start)
    return bool(_CONCLUDES.search(walk.text, max(figures, default=0), mention.start))


def _is_one_more(walk: Walk, edition: Edition, owner: Subject, mention: Mention) -> bool:
    """Whether a change goes on with one that has just been found to lead to the next year: "năm 2022 ở thứ 22, như vậy
    đã lùi 14 bậc dù điểm số nhích 0,58%"."""
    last = walk.claims[-1] if walk.claims else None
    if not isinstance(last, Observation) or "change" not in last.measure or not owner.units:
        return False
    same = last.unit == owner.units[0][0] and last.component == owner.component
    return same and last.edition == replace(edition, year=edition.year + 1) and _concludes(walk, mention)


def _leads_to_next(walk: Walk, edition: Edition, owner: Subject, mention: Mention) -> bool:
    """Whether a change is from the figure of a year to that of the next one, which the article has told before."""
    steps = mention.unit_of_measure == "rank"
    then, now = (
        told_of_year(walk, replace(edition, year=year), owner, mention.unit_of_measure or "")
        for year in (edition.year, edition.year + 1)
    )
    amount = (mention.number or 0) * mention.sign
    return any((before - after if steps else after - before) == amount for before in then for after in now)


def told(walk: Walk, edition: Edition, owner: Subject, mention: Mention) -> Edition | None:
    """The edition that a change leads to where it is just the difference of the figures that the article has told of
    the owner, in this year or the next and the one before: "Năm trước, tỉnh ở hạng 27/63, như vậy khá hơn 4 bậc"."""
    if owner.mean or len(owner.units) != 1:
        return None
    for before in (replace(edition, year=edition.year - 1), edition):
        if _leads_to_next(walk, before, owner, mention):
            return replace(before, year=before.year + 1)
    return None


def year_before(walk: Walk, place: int) -> int | None:
    """The year that the change before is measured against, where another one goes on with it: "điểm kém năm 2021
    0,77 điểm, nhưng thứ hạng lại khá hơn 6 bậc"."""
    before = next((m for m in reversed(walk.mentions[:place]) if m.kind in (Kind.CHANGE, Kind.UNIT)), None)
    if before is None or before.kind is not Kind.CHANGE:
        return None
    mention = walk.mentions[place]
    of_ranks = mention.unit_of_measure == "rank" and _OF_RANKS.search(walk.text, before.end, mention.start)
    other = before.unit_of_measure != mention.unit_of_measure and _BUT.fullmatch(walk.text, before.end, mention.start)
    return before.year if of_ranks or other else None


def told_of_year(walk: Walk, edition: Edition, owner: Subject, measure: str) -> set[Decimal]:
    """The ranks (of "rank") or scores that the article has told of the owner so far, in an edition."""
    kind, part = ("rank", None) if measure == "rank" else ("score", measure)
    path = owner.component.path if owner.component else None
    key = (kind, edition, owner.units[0][0].path, path, None, part)
    here = _told_by_year(walk, edition, owner, measure).get(edition.year)
    return walk.passage.context.results.get(key, set()) | ({here} if here is not None else set())


def _told_by_year(walk: Walk, edition: Edition, owner: Subject, measure: str | None) -> dict[int, Decimal]:
    """The ranks or scores of the owner that the sentence has told, by year."""
    kind = "rank" if measure == "rank" else "score"
    return {
        claim.edition.year: Decimal(str(claim.value))
        for claim in walk.claims
        if isinstance(claim, Observation) and claim.measure == kind and claim.unit == owner.units[0][0]
        and claim.edition.index == edition.index and claim.component == owner.component and claim.scope is None
    }  # fmt: skip
