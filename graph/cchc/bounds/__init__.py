"""Bounds: the smallest intervals in which the rank and the score of each unit of an edition must lie.

``bounds(units, premises)`` is exact: each end of each interval is reached by some completion of the premises (see
:mod:`cchc.bounds.premises`), which :mod:`~cchc.bounds.scheduling`, :mod:`~cchc.bounds.ranks` and
:mod:`~cchc.bounds.scores` prove for their parts, and the tests by going through all completions of small editions.
"""

from __future__ import annotations

from collections.abc import Sequence

from cchc.bounds.premises import (
    BOTTOM,
    TOP,
    Bound,
    Contradiction,
    CountWithin,
    Cut,
    Premise,
    RankWithin,
    ScoreWithin,
)
from cchc.bounds.ranks import rank_bounds, ranks_by_trial, sweeps
from cchc.bounds.scheduling import narrowed, numbers_of, problem
from cchc.bounds.scores import score_bounds, scores_by_trial

__all__ = [
    "BOTTOM",
    "TOP",
    "Bound",
    "Contradiction",
    "CountWithin",
    "Cut",
    "Premise",
    "RankWithin",
    "ScoreWithin",
    "bounds",
]


def bounds(units: int, premises: Sequence[Premise], scale: tuple[Cut, Cut] = (BOTTOM, TOP)) -> list[Bound]:
    """The bounds of each of ``units`` units, by their numbers from 0.

    :param scale: the lowest and the highest score that there can be.
    :raises Contradiction: the premises leave no completion.
    :raises ValueError: a premise is about a unit that there is not.
    """
    made = problem(units, premises, scale)
    found = numbers_of(made, made.classes)
    if found is None:
        raise Contradiction
    made = narrowed(made, found[0])
    if made.thresholds.fixed:
        forward, turned = sweeps(made.classes, found[1], found[2])
        places = rank_bounds(made.classes, forward, turned)
        ends = score_bounds(made, places, found[0], forward, turned)
    else:
        places, ends = ranks_by_trial(made), scores_by_trial(made)
    result: list[Bound | None] = [None] * units
    for members, (first, last), (low, high) in zip(made.members, places, ends, strict=True):
        bound = Bound(first, last, made.cuts[low], made.cuts[high])
        for unit in members:
            result[unit] = bound
    return [bound for bound in result if bound is not None]
