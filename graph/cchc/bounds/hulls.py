"""The bounds of all classes of a problem, from few looks at the whole.

Where the counts leave open how many units lie above a threshold, no single choice of these numbers shows all that is
possible. Three looks do most of the work, each of the order of n log n:

- with the least numbers, and with the greatest: what a class reaches with either is *sure*;
- with slots that any numbers between leave, each threshold for itself: what no class reaches there is out of reach for
  all numbers. So a class of which this *utmost* is sure is done.

The smallest rank of a class u whose scores no threshold parts is exact with the least numbers. Suppose that u reaches p
with some numbers N, and that with the least ones the slots from s to t are overfull if u and those before it must be
done by p. Some of these then count that did not before, so p ≤ t, and t is before their last slots. If a unit's slots
end with a threshold up to t, u lies surely above or surely below it. If above, u and those before it have had their
slots up to there already. If below, N puts fewer than p there, so these slots end by t with N too. Hence with N the
same units have slots from s to t only, and too many. Largest ranks are exact with the greatest numbers in the same way.
Units whose scores are known, most of a large edition, are such classes.

What is left is found by trial (:mod:`~cchc.bounds.trial`), with a look at the whole for a few steps between the sure
and the utmost of each end. So all is exact; should the sure and the utmost differ for most of n classes, it takes the
order of n² log n.
"""

from __future__ import annotations

from bisect import bisect_right

from cchc.bounds.feasibility import Windows
from cchc.bounds.ranks import rank_bounds, sweeps
from cchc.bounds.scheduling import Problem
from cchc.bounds.scores import score_bounds
from cchc.bounds.trial import Trial

Ends = list[tuple[int, int]]
"""The smallest and the largest, by class."""


def hulls(problem: Problem) -> tuple[Ends, Ends]:
    """The ranks, and the scores as positions in the problem's cuts.

    :param problem: narrowed to the numbers above the thresholds that leave a completion; there is one.
    """
    least, most = problem.thresholds.least, problem.thresholds.most
    if problem.thresholds.fixed:
        return _look(problem, least, least)
    sure_ranks, sure_scores = _wider(_look(problem, least, least), _look(problem, most, most))
    utmost_ranks, utmost_scores = _look(problem, least, most)
    trial = Trial(problem)
    ranks, scores = [], []
    for k in range(len(problem.classes.size)):
        (first, last), (low, high) = sure_ranks[k], sure_scores[k]
        if _parted(problem, k):
            first = trial.smallest_rank(k, first, utmost_ranks[k][0])
            last = trial.largest_rank(k, last, utmost_ranks[k][1])
        ranks.append((first, last))
        scores.append(
            (trial.lowest_score(k, low, utmost_scores[k][0]), trial.highest_score(k, high, utmost_scores[k][1]))
        )
    return ranks, scores


def _look(problem: Problem, least: list[int], most: list[int]) -> tuple[Ends, Ends]:
    """The bounds with all numbers between two, each threshold for itself: exact where the two are the same."""
    first, last = Windows(problem.classes, problem.thresholds).between(least, most)
    forward, turned = sweeps(problem.classes, first, last)
    ranks = rank_bounds(problem.classes, forward, turned)
    return ranks, score_bounds(problem, ranks, least, most, forward, turned)


def _wider(one: tuple[Ends, Ends], other: tuple[Ends, Ends]) -> tuple[Ends, ...]:
    return tuple(
        [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(first, second, strict=True)]
        for first, second in zip(one, other, strict=True)
    )


def _parted(problem: Problem, k: int) -> bool:
    """Whether scores of the class lie on both sides of a threshold."""
    ascending, classes = problem.thresholds.cuts[::-1], problem.classes
    return bisect_right(ascending, classes.low[k]) < bisect_right(ascending, classes.high[k])
