"""The bounds of all classes of a problem, from few looks at the whole.

Where the counts leave open how many units lie above a threshold, no single choice of these numbers shows all that is
possible. Looks with the least and with the greatest numbers that leave a completion, of the order of n log n each, do
most of the work: what a class reaches with either is *sure*. Smallest ranks and highest scores are told here; the
others are these with slots and scores turned round.

1. *The smallest rank of a class u is exact with the least numbers if these put no fewer units above each threshold with
scores of u on both sides than up to that rank, or if there is no such threshold.* Suppose that u reaches p with some
numbers N, and that with the least ones the slots from s to t are overfull if u and those before it must be done by p.
Some of these then count that did not before, so p ≤ t, and t is before their last slots, and before the rank that was
found. If a unit's slots end with a threshold up to t, u has scores on one side of it only. If above, u and those before
it have had their slots up to there already. If below, N puts fewer than p there, so these slots end by t with N too.
Hence with N the same units have slots from s to t only, and too many.

2. *How soon all units with scores above x can be done is the same with the least numbers, and with slots that any
numbers leave, each threshold for itself.* As before, with these units for u and those before it: those that surely lie
above a threshold up to t either count among them, and are done by p ≤ t with N as well, or all of these units lie above
it, and have had their slots up to there. So the slot after that one is a bound of the rank of a unit that must stand
after them; and how late all lower units can begin, which bounds its score, is known from the greatest numbers.

3. With slots that any numbers leave, nothing is reached that no numbers allow beyond it. This look is taken only where
neither of these settles a class.

In a large edition, these leave no class or single ones. They are searched one by one, by trial
(:mod:`~cchc.bounds.trial`), with a look at the whole for a few steps between the sure and the utmost of each end. So
all is exact; should they be most of n classes, it takes the order of n² log n.
"""

from __future__ import annotations

from bisect import bisect_right

from cchc.bounds.feasibility import Windows
from cchc.bounds.ranks import Sweep
from cchc.bounds.scheduling import Problem
from cchc.bounds.scores import Side
from cchc.bounds.trial import Trial

Ends = list[tuple[int, int]]
"""The smallest and the largest, by class."""


def hulls(problem: Problem) -> tuple[Ends, Ends]:
    """The ranks, and the scores as positions in the problem's cuts.

    :param problem: narrowed to the numbers above the thresholds that leave a completion; there is one.
    """
    turned, end = problem.turned(), problem.units + 1
    windows = Windows(problem.classes, problem.thresholds)
    backwards = windows.order.turned(turned.classes)

    def sweeps(first: list[int], last: list[int]) -> tuple[Sweep, Sweep]:
        back = [end - slot for slot in last], [end - slot for slot in first]
        return Sweep(windows.order, first, last), Sweep(backwards, *back)

    least, most = problem.thresholds.least, problem.thresholds.most
    slots = windows.between(least, least)
    few = many = loose = sweeps(*slots)
    if not problem.thresholds.fixed:
        others = windows.between(most, most)
        many, loose = sweeps(*others), sweeps(slots[0], others[1])
    first, high = _ends(problem, few, many, loose)
    last, low = _ends(turned, many[::-1], few[::-1], loose[::-1])
    return [(a, end - b) for a, b in zip(first, last, strict=True)], [(-a, b) for a, b in zip(low, high, strict=True)]


def _ends(
    problem: Problem, few: tuple[Sweep, Sweep], many: tuple[Sweep, Sweep], loose: tuple[Sweep, Sweep]
) -> tuple[list[int], list[int]]:
    """The smallest rank and the highest score by class.

    :param few: the slots with the least numbers above the thresholds, and the same turned round.
    :param many: those with the greatest ones; ``loose`` those that any numbers leave.
    """
    cuts, trial = problem.thresholds.cuts, Trial(problem)
    ranks = list(few[0].earliest)
    left = [k for k in _parted(problem, ranks) if ranks[k] > few[0].no_sooner(k)]
    left = [k for k in left if ranks[k] > loose[0].earliest[k]]
    for k in left:
        ranks[k] = trial.smallest_rank(k, min(ranks[k], many[0].earliest[k]), loose[0].earliest[k])
    most = Side(*many, problem.thresholds.most, cuts)
    scores = most.scores(dict(enumerate(many[0].earliest)))
    if problem.thresholds.fixed:
        return ranks, list(scores.values())
    utmost = most.alone(dict(enumerate(ranks)))
    left = [k for k, score in scores.items() if score < utmost[k]]
    if left:
        least = Side(*few, problem.thresholds.least, cuts)
        for k, score in least.scores({k: few[0].earliest[k] for k in left}).items():
            scores[k] = max(scores[k], score)
    left = [k for k in left if scores[k] < utmost[k]]
    if left:
        # How soon all lower units must be able to stand is the same as with the greatest numbers.
        others = Side(loose[0], many[1], problem.thresholds.most, cuts)
        for k, highest in others.scores({k: ranks[k] for k in left}).items():
            scores[k] = trial.highest_score(k, scores[k], highest)
    return ranks, list(scores.values())


def _parted(problem: Problem, ranks: list[int]) -> list[int]:
    """The classes with scores on both sides of a threshold that fewer units must lie above than up to their rank."""
    classes, thresholds = problem.classes, problem.thresholds
    ascending, numbers = thresholds.cuts[::-1], thresholds.least[::-1]
    # The highest threshold up to the highest score has the smallest number above it.
    tops = [bisect_right(ascending, highest) - 1 for highest in classes.high]
    return [k for k, top in enumerate(tops) if ascending[top] > classes.low[k] and numbers[top] < ranks[k]]
