"""Claims of one sentence that say two things of one unit: one of them is not of it, or not of all.

What is read of them is a candidate: a sentence has one rank and one score of a unit in a ranking.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from cchc.claims import Observation, Statistic
from cchc.loaders.articles.context import WITHIN_A_YEAR

_NEAR = 14
"""A score in parentheses behind a rank ends within so many characters."""
_SINGLE = ("score", "rank", "score_change", "rank_change")
"""What a unit has one of, in an edition."""


def without_doubles(claims: list[Observation | Statistic]) -> list[Observation | Statistic]:
    """The claims of a sentence, of which those of a unit with two scores or two ranks in one ranking are candidates.

    Where one rank says how many it is among, only the others are uncertain: each may be one among some of them.
    """
    claims = _of_the_year_before(claims)
    told: dict[Hashable, set[object]] = {}
    among: dict[Hashable, set[object]] = {}
    for claim in claims:
        of = _told_of(claim)
        if isinstance(claim, Observation) and of:
            told.setdefault(of, set()).add(claim.value)
            if claim.rank_of:
                among.setdefault(of, set()).add(claim.value)
    doubled = {of for of, values in told.items() if len(values) > 1}
    if not doubled:
        return claims
    return [
        replace(claim, status="candidate")
        if isinstance(claim, Observation) and (of := _told_of(claim)) in doubled
        and claim.value not in (among[of] if len(among.get(of, ())) == 1 else ())
        else claim
        for claim in claims
    ]  # fmt: skip


def _of_the_year_before(claims: list[Observation | Statistic]) -> list[Observation | Statistic]:
    """The claims, of which the first of two ranks, and the score in parentheses behind it, are of the year before where
    the steps told of lead from the first to the second: "đang ở hạng 11 (79,69%) trượt 7 bậc, về hạng 18"."""
    seen = [c for c in claims if isinstance(c, Observation) and c.scope is None and c.status == "stated"]
    found = claims
    for change in (c for c in seen if c.measure == "rank_change" and c.compared_with is None):
        ranks = [c for c in seen if c.measure == "rank" and _alike(c, change) and isinstance(c.value, int)]
        if len(ranks) != 2 or ranks[0].value - ranks[1].value != change.value:  # type: ignore[operator]
            continue
        end = ranks[0].quotes[0].end
        behind = [c for c in seen if c.measure == "score" and _alike(c, change) and 0 < c.quotes[0].end - end < _NEAR]
        earlier = [ranks[0], *behind[:1]]
        found = [
            replace(c, edition=replace(c.edition, year=c.edition.year - 1))
            if isinstance(c, Observation) and any(c is e for e in earlier)
            else c
            for c in found
        ]
    return found


def _alike(one: Observation, other: Observation) -> bool:
    """Whether two claims are of the same unit, edition and component."""
    return (one.unit, one.edition, one.component, one.period) == (
        other.unit,
        other.edition,
        other.component,
        other.period,
    )


def _told_of(claim: Observation | Statistic) -> Hashable:
    """What a score or rank is of; None for other claims, and for ranks in a region."""
    if not isinstance(claim, Observation) or claim.measure not in _SINGLE or claim.status != "stated":
        return None
    if claim.scope is not None:
        return None
    if claim.measure == "score" and claim.edition.index in WITHIN_A_YEAR:
        return None  # The week before has its own score.
    # A part has its points, out of their maximum, and their share of it.
    maximum = claim.maximum if claim.component else None
    of = (claim.measure, claim.edition, claim.unit, claim.component, claim.period, claim.unit_of_measure)
    return (*of, maximum, claim.compared_with)
