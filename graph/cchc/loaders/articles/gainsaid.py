"""Figures that others of the same article gainsay: what the article, not the sentence, told of them is in doubt.

A sentence may say no more than "giữ hạng 3": the article tells of which year, index and unit, and so does the reader of
what it read before. Where that does not fit what is said in full, the reading is the likelier fault. A sentence that
says all itself stands: what then does not fit is the source's own contradiction, which validation shows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from cchc.claims import Claim, Observation
from cchc.loaders.articles.context import MEASURE_OF_CHANGE, WITHIN_A_YEAR

_YEAR_RULES = frozenset(("year-from-context", "year-from-publication", "last-year-value"))
_INDEX_RULES = frozenset(("index-from-context", "index-from-grade-class"))
_SHARE = Decimal(100)
_NOTHING = (False,) * 4


def without_gainsaid(claims: list[Claim]) -> list[Claim]:
    """The claims of an article, of which those that others gainsay are candidates: of two ranks or scores of one thing,
    or of a change and the two figures that it lies between, the one (or ones) of which context told most."""
    while doubted := _doubted([c for c in claims if isinstance(c, Observation) and _is_checked(c)]):
        claims = [replace(claim, status="candidate") if claim in doubted else claim for claim in claims]
    return claims


def _is_checked(claim: Observation) -> bool:
    return claim.status == "stated" and not claim.scope and not claim.period and claim.maximum in (None, _SHARE)


def _doubted(claims: list[Observation]) -> list[Observation]:
    """The claims to doubt first."""
    told: dict[Hashable, list[Observation]] = {}
    for claim in claims:
        if claim.measure in ("score", "rank"):
            told.setdefault(_of(claim, claim.measure, claim.edition.year), []).append(claim)
    clashes = list(_twice_told(told)) or list(_not_the_sum(claims, told))
    worst = max(clashes, key=lambda clash: max(map(_told_by_context, clash)), default=[])
    most = max(map(_told_by_context, worst), default=_NOTHING)
    return [claim for claim in worst if _told_by_context(claim) == most] if most > _NOTHING else []


def _told_by_context(claim: Observation) -> tuple[bool, bool, bool, bool]:
    """What the article alone tells of a figure, the most doubtful first: its year, its index, what it is measured from,
    its unit."""
    year, index = (not rules.isdisjoint(claim.interpretation) for rules in (_YEAR_RULES, _INDEX_RULES))
    unit = "unit-from-context" in claim.interpretation
    return year, index, claim.measure in MEASURE_OF_CHANGE and (year or index or unit), unit


def _twice_told(told: dict[Hashable, list[Observation]]) -> Iterator[list[Observation]]:
    """What is told of one thing, where it is not the same each time."""
    for claims in told.values():
        if len(claims) < 2 or claims[0].edition.index in WITHIN_A_YEAR:
            continue  # The week before has its own score.
        for measure in {claim.unit_of_measure for claim in claims}:
            alike = [claim for claim in claims if claim.unit_of_measure == measure]
            if len({claim.value for claim in alike}) > 1:
                yield alike


def _not_the_sum(claims: list[Observation], told: dict[Hashable, list[Observation]]) -> Iterator[list[Observation]]:
    """Changes with what they lead from and to, where that is another difference."""
    for change in claims:
        if change.measure not in MEASURE_OF_CHANGE:
            continue
        measure, year = MEASURE_OF_CHANGE[change.measure], change.edition.year
        ends = (told.get(_of(change, measure, at), ()) for at in (change.compared_with or year - 1, year))
        for before, now in product(*ends):
            if change.component and before.unit_of_measure != now.unit_of_measure:
                continue  # Percent of a part are not its points.
            if not _fits(measure, Decimal(str(change.value)), Decimal(str(before.value)), Decimal(str(now.value))):
                yield [change, before, now]


def _fits(measure: str, change: Decimal, before: Decimal, now: Decimal) -> bool:
    """Whether a change is the difference of two figures, as exactly as their digits tell."""
    if measure == "rank":
        return change == before - now
    halves = sum(Decimal(5).scaleb(int(value.as_tuple().exponent) - 1) for value in (change, before, now))
    return abs(change - (now - before)) <= halves


def _of(claim: Observation, measure: str, year: int) -> Hashable:
    """What a figure is of, in another year too."""
    return (measure, replace(claim.edition, year=year), claim.unit, claim.component)
