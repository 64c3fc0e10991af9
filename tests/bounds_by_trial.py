"""The bounds of all classes by trial alone: slow, and what the fast way is compared with."""

from __future__ import annotations

from cchc.bounds.scheduling import Problem
from cchc.bounds.trial import Trial


def by_trial(problem: Problem) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The smallest and the largest rank, and the lowest and the highest score, of each class, all by trial."""
    trial, classes = Trial(problem), problem.classes
    ranks, scores = [], []
    for k, (first, last) in enumerate(zip(classes.first, classes.last, strict=True)):
        ranks.append((trial.smallest_rank(k, last, first), trial.largest_rank(k, first, last)))
        low, high = classes.low[k], classes.high[k]
        scores.append((trial.lowest_score(k, high, low), trial.highest_score(k, low, high)))
    return ranks, scores
