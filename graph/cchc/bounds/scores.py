"""The smallest interval that holds the score of a class of units.

A unit u can have a score of x or more exactly if there is a completion once its lowest score is raised to x, and
whether there is one changes only where x passes another unit's highest score or a threshold. So the highest possible
score is one of these, found by bisection; the lowest one is that with slots and scores turned round.

Raising the lowest score cuts u's last slot to those before all units that are surely lower then, and raises their first
slots to u's. Each of the two alone must be feasible, which is quick to tell for all scores at once; together they need
a look at the whole problem, unless one of them changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from cchc.bounds.ranks import Sweep
from cchc.bounds.scheduling import Problem, feasible, just_below, position_of

Possible = Callable[[int], bool]


def scores_by_trial(problem: Problem) -> list[tuple[int, int]]:
    """The lowest and the highest score by class, as positions in the problem's cuts."""
    rising, falling = _candidates(problem)
    result = []
    for k, (low, high) in enumerate(zip(problem.classes.low, problem.classes.high, strict=True)):
        up = _last(rising, partial(_reaches, problem, k), *_between(rising, low, high))
        down = _last(falling, partial(_falls, problem, k), *_between(falling, -high, -low))
        result.append((-falling[down], rising[up]))
    return result


def score_bounds(
    problem: Problem,
    ranks: list[tuple[int, int]],
    found: tuple[list[int], list[int], list[int]],
    forward: Sweep,
    turned: Sweep,
) -> list[tuple[int, int]]:
    """The lowest and the highest score by class, where the numbers above the thresholds are known.

    :param ranks: the smallest and largest rank by class.
    :param found: the numbers above the thresholds, and the windows of the classes.
    """
    numbers, first, last = found
    classes, end = problem.classes, problem.units + 1
    rising, falling = _candidates(problem)
    below = [position_of(problem, just_below(problem.cuts[cut])) for cut in problem.thresholds.cuts]
    up = _Side(
        classes.high, first, last, [rank for rank, _ in ranks], [end - slot for slot in turned.done_by()],
        [-cut for cut in turned.lows[::-1]], problem.thresholds.cuts[::-1], numbers[::-1], classes.size,
    )  # fmt: skip
    down = _Side(
        [-cut for cut in classes.low], [end - slot for slot in last], [end - slot for slot in first],
        [end - rank for _, rank in ranks], [end - slot for slot in forward.done_by()],
        [-cut for cut in forward.lows[::-1]], [-cut for cut in below], [problem.units - number for number in numbers],
        classes.size,
    )  # fmt: skip
    result = []
    for k, (low, high) in enumerate(zip(classes.low, classes.high, strict=True)):
        if low == high:
            result.append((low, high))
            continue
        highest = up.furthest(k, rising, _between(rising, low, high), partial(_reaches, problem, k))
        span = _between(falling, -high, -low)
        result.append((-down.furthest(k, falling, span, partial(_falls, problem, k)), highest))
    return result


@dataclass
class _Side:
    """What is quick to tell of a class whose lowest score is raised.

    ``starts`` says from which slot on the units at the first places of ``highs`` can all stand, for each number of
    them from all to none; ``cuts`` and ``numbers`` are the thresholds in ascending order.
    """

    high: list[int]
    first: list[int]
    last: list[int]
    rank: list[int]
    starts: list[int]
    highs: list[int]
    cuts: list[int]
    numbers: list[int]
    size: list[int]

    def __post_init__(self) -> None:
        by_high = sorted((k for k in range(len(self.size)) if self.size[k]), key=self.high.__getitem__)
        self.before = list(accumulate((self.last[k] for k in by_high), min, initial=max(self.last, default=0)))
        self.foremost = list(accumulate((self.first[k] for k in by_high), min, initial=max(self.last, default=0)))

    def furthest(self, k: int, candidates: list[int], span: tuple[int, int], surely: Possible) -> int:
        """The last candidate of a span that is possible, where all before it are; the first one is."""

        def maybe(cut: int) -> bool:
            lower = bisect_left(self.highs, cut)
            number = self.numbers[bisect_right(self.cuts, cut) - 1]
            return self.rank[k] <= min(self.before[lower], number) and self.first[k] <= self.starts[-1 - lower]

        at = _last(candidates, maybe, *span)
        lower = bisect_left(self.highs, candidates[at])
        alone = self.first[k] == self.last[k] or self.first[k] <= self.foremost[lower]
        if at > span[0] and not alone and not surely(candidates[at]):
            at = _last(candidates, surely, span[0], at)
        return candidates[at]


def _candidates(problem: Problem) -> tuple[list[int], list[int]]:
    """The positions at which a highest score may lie, and, turned round, those of lowest ones."""
    cuts = problem.thresholds.cuts
    below = [position_of(problem, just_below(problem.cuts[cut])) for cut in cuts]
    return sorted({*problem.classes.high, *below}), sorted(-cut for cut in {*problem.classes.low, *cuts})


def _between(positions: list[int], low: int, high: int) -> tuple[int, int]:
    return bisect_left(positions, low), bisect_right(positions, high)


def _last(candidates: list[int], possible: Possible, low: int, high: int) -> int:
    """Bisection between ``low``, which is possible, and ``high``, which is not (or is past the end)."""
    while high - low > 1:
        middle = (low + high) // 2
        if possible(candidates[middle]):
            low = middle
        else:
            high = middle
    return low


def _reaches(problem: Problem, k: int, cut: int) -> bool:
    """Whether one unit of the class can have a score from ``cut`` on."""
    one = problem.classes.with_one(k, low=cut, high=len(problem.cuts) - 1, first=1, last=problem.units)
    return feasible(problem, one)


def _falls(problem: Problem, k: int, cut: int) -> bool:
    """Whether one unit of the class can have a score up to ``cut``, which is turned round."""
    return feasible(problem, problem.classes.with_one(k, low=0, high=-cut, first=1, last=problem.units))
