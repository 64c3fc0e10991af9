"""Claims of one sentence that say two things of one unit: one of them is not of it, or not of all.

What is read of them is a candidate: a sentence has one rank and one score of a unit in a ranking.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from cchc.claims import Observation, Statistic
from cchc.loaders.articles.context import WITHIN_A_YEAR

_SINGLE = ("score", "rank", "score_change", "rank_change")
"""What a unit has one of, in an edition."""


def without_doubles(claims: list[Observation | Statistic]) -> list[Observation | Statistic]:
    """The claims of a sentence, of which those of a unit with two scores or two ranks in one ranking are candidates.

    Where one rank says how many it is among, only the others are uncertain: each may be one among some of them.
    """
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
