"""The bounds of all classes by trial alone: slow, and what the fast way is compared with."""

from __future__ import annotations

from cchc.bounds.scheduling import Problem
from cchc.bounds.trial import Trial


def by_trial(problem: Problem) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The smallest and the largest rank, and the lowest and the highest score, of each class, all by trial."""
    first, high = _ends(problem)
    last, low = _ends(problem.turned())
    end = problem.units + 1
    return [(a, end - b) for a, b in zip(first, last, strict=True)], [(-a, b) for a, b in zip(low, high, strict=True)]


def _ends(problem: Problem) -> tuple[list[int], list[int]]:
    trial, classes = Trial(problem), problem.classes
    ranks = [trial.smallest_rank(k, last, classes.first[k]) for k, last in enumerate(classes.last)]
    return ranks, [trial.highest_score(k, low, classes.high[k]) for k, low in enumerate(classes.low)]
