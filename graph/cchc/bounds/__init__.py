"""Bounds: the smallest intervals in which the rank and the score of each unit of an edition must lie.

``bounds(units, premises)`` is exact: each end of each interval is reached by some completion of the premises (see
:mod:`cchc.bounds.premises`), which :mod:`~cchc.bounds.scheduling`, :mod:`~cchc.bounds.ranks`,
:mod:`~cchc.bounds.scores` and :mod:`~cchc.bounds.hulls` prove for their parts, and the tests by going through all
completions of small editions.
"""

from __future__ import annotations

from collections.abc import Sequence

from cchc.bounds.feasibility import narrowed, numbers_of
from cchc.bounds.hulls import hulls
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
from cchc.bounds.scheduling import problem

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
    places, ends = hulls(made)
    result: list[Bound | None] = [None] * units
    for members, (first, last), (low, high) in zip(made.members, places, ends, strict=True):
        bound = Bound(first, last, made.cuts[low], made.cuts[high])
        for unit in members:
            result[unit] = bound
    return [bound for bound in result if bound is not None]
