"""Bounds by trial: whether one unit of a class can have a rank or a score, with a look at the whole problem each time.

A rank or score that can be reached leaves all larger (or all smaller) ones within reach, so the last one is found by
bisection between one that is known to be possible and one that may be the last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from cchc.bounds.feasibility import feasible
from cchc.bounds.scheduling import Problem


class Trial:
    """The smallest rank and the highest score of a class ``k``; the others are those of the problem turned round.

    Each search begins with ``sure``, which can be reached; nothing beyond ``utmost`` can. It tries the utmost first and
    then what is next to the sure one: mostly one of them is the answer.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        # A score's reach changes only where it passes another unit's highest score or a threshold.
        self.highs = sorted({*problem.classes.high, *(cut - 1 for cut in problem.thresholds.cuts)})

    def smallest_rank(self, k: int, sure: int, utmost: int) -> int:
        return -_last(-sure, -utmost, lambda rank: self._possible(k, last=-rank))

    def highest_score(self, k: int, sure: int, utmost: int) -> int:
        """All as positions in the problem's cuts."""
        highs = self.highs
        start, end = bisect_left(highs, sure), bisect_left(highs, utmost)
        return highs[_last(start, end, lambda at: self._possible(k, low=highs[at]))]

    def _possible(self, k: int, *, last: int | None = None, low: int | None = None) -> bool:
        classes = self.problem.classes
        last = classes.last[k] if last is None else last
        low = classes.low[k] if low is None else low
        return feasible(self.problem, classes.with_one(k, low=low, last=last))


def _last(sure: int, utmost: int, possible: Callable[[int], bool]) -> int:
    """The last number from ``sure``, which is possible, to ``utmost`` that is possible, as are all before it."""
    if sure == utmost or possible(utmost):
        return utmost
    # The last possible one is from ``sure`` to before ``utmost``; steps grow from the sure end.
    step = 1
    while sure + 1 < utmost:
        middle = min(sure + step, (sure + utmost + 1) // 2)
        if possible(middle):
            sure, step = middle, 2 * step
        else:
            utmost = middle
    return sure
