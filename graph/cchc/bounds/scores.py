"""The smallest interval that holds the score of a class of units.

A unit u can have a score of x or more exactly if there is a completion in which all units whose highest score is below
x stand after it. Where there is one, there is one in which u has its smallest rank p: the last slots of u and of those
before it may be cut to p, as :mod:`~cchc.bounds.ranks` says, and the lower ones have later last slots. How high x can
be so that all lower ones can stand after p, whoever stands at it, is known for all p from one sweep. One permutation
shows it for all p at once: the one in which each unit waits until it and all lower ones can stand.

In that permutation u may stand at a slot q after p. It can be brought to p if units can change places in turn, each
within its window and the lower ones after p. The slots that can be reached from p in this way are an interval, which
grows as x falls; u's highest score is the largest x with which it holds q, found as the widest path in a graph is. This
takes the order of n log n for n units and the steps on these paths, which are few but where many windows nest.

The lowest score is that with slots and scores turned round.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from heapq import heappop, heappush

from cchc.bounds.ranks import Sweep
from cchc.bounds.scheduling import Problem, just_below, position_of


def score_bounds(
    problem: Problem, ranks: list[tuple[int, int]], least: list[int], most: list[int], forward: Sweep, turned: Sweep
) -> list[tuple[int, int]]:
    """The lowest and the highest score by class, as positions in the problem's cuts.

    :param ranks: the smallest and largest rank by class.
    :param least: the smallest numbers above the thresholds.
    :param most: the largest ones; where they differ, the scores are those of classes that know no more of numbers.
    """
    end, cuts = problem.units + 1, problem.thresholds.cuts
    below = [position_of(problem, just_below(problem.cuts[cut])) for cut in cuts]
    above = list(zip(most, below, strict=True))
    under = [(problem.units - number, -cut) for number, cut in zip(least[::-1], cuts[::-1], strict=True)]
    highest = _Side(forward, turned, [first for first, _ in ranks], above).highest()
    lowest = _Side(turned, forward, [end - last for _, last in ranks], under).highest()
    return [(-lowest[k], highest[k]) if k in highest else (0, 0) for k in range(len(ranks))]


class _Side:
    """What the highest scores follow from.

    :param ranks: the smallest rank by class.
    :param limits: in ascending order, numbers of units above thresholds, and the highest score below each.
    """

    def __init__(self, sweep: Sweep, turned: Sweep, ranks: list[int], limits: list[tuple[int, int]]) -> None:
        self.sweep, self.ranks, self.limits = sweep, ranks, limits
        self.highs = sorted(sweep.high[k] for k in sweep.by_low)
        # The first slot from which on the first of ``highs`` can all stand, for each number of them, from none to all.
        end = sum(sweep.size) + 1
        self.starts = [end - slot for slot in reversed(turned.done_by())]

    def highest(self) -> dict[int, int]:
        """The highest score by class."""
        sweep = self.sweep
        result = {k: sweep.high[k] for k in sweep.by_low}
        # A score that is known needs no search.
        sought = {k for k in sweep.by_low if sweep.low[k] < sweep.high[k]}
        result |= {k: min(sweep.high[k], self._alone(self.ranks[k])) for k in sought}
        order = self._order()
        slot_of = {k: slot for slot, k in reversed(list(enumerate(order, 1)))}
        by_rank: dict[int, list[int]] = {}
        for k in sorted(sought.intersection(sweep.free), key=slot_of.__getitem__):
            by_rank.setdefault(self.ranks[k], []).append(k)
        paths = _Paths([sweep.first[k] for k in order], [sweep.last[k] for k in order], [sweep.high[k] for k in order])
        for rank, classes in by_rank.items():
            slot = bisect_left(sweep.slots, rank) + 1
            widest = paths.widest(slot, [slot_of[k] for k in classes], self._alone(rank))
            for k, score in zip(classes, widest, strict=True):
                result[k] = min(result[k], score)
        return result

    def _alone(self, rank: int) -> int:
        """The highest score at a rank with which all that are lower can stand after it, whoever has it."""
        _, limit = self.limits[bisect_left(self.limits, (rank,)) - 1]
        number = bisect_right(self.starts, -rank - 1, key=lambda slot: -slot) - 1
        return min(limit, self.highs[number]) if number < len(self.highs) else limit

    def _order(self) -> list[int]:
        """The class at each free slot, where each waits until it and all lower ones can stand."""
        sweep = self.sweep
        starting: list[list[int]] = [[] for _ in range(len(sweep.slots) + 1)]
        for k in sweep.free:
            start = self.starts[bisect_right(self.highs, sweep.high[k])]
            starting[max(sweep.first[k], bisect_left(sweep.slots, start) + 1)].append(k)
        waiting: list[tuple[int, int]] = []
        left = list(sweep.size)
        order = []
        for begun in starting[1:]:
            for k in begun:
                heappush(waiting, (sweep.last[k], k))
            _, k = waiting[0]
            order.append(k)
            left[k] -= 1
            if not left[k]:
                heappop(waiting)
        return order


class _Paths:
    """Changes of place in a permutation: who stands at a slot can go to any slot of its window.

    ``first``, ``last`` and ``high`` are those of the units by slot, from 1.
    """

    def __init__(self, first: list[int], last: list[int], high: list[int]) -> None:
        self.first, self.high = first, high
        self.earliest = _Extremes([-slot for slot in first])
        self.latest = _Extremes(last)

    def widest(self, slot: int, wanted: list[int], score: int) -> list[int]:
        """The highest score with which each of ``wanted`` slots (ascending, none before ``slot``) is reached from it.

        Those with a lower highest score stay after the slot. Up to ``score`` there are none of these up to it.
        """
        start = end = seen = slot
        later: list[tuple[int, int]] = []
        result = []
        for other in wanted:
            while end < other:
                further = self.latest.among(start, end)
                if further > end:
                    end = further
                    continue
                earlier = -self.earliest.among(start, slot)
                for at in range(seen + 1, end + 1):
                    if self.first[at - 1] < start:
                        heappush(later, (-self.high[at - 1], self.first[at - 1]))
                seen = end
                while later and (later[0][1] >= start or -later[0][0] >= score):
                    earlier = min(earlier, heappop(later)[1])
                if earlier < start:
                    start = earlier
                else:
                    score = -later[0][0]
            result.append(score)
        return result


class _Extremes:
    """The largest of any run of numbers, in two looks: it is covered by two runs of a power of two."""

    def __init__(self, numbers: list[int]) -> None:
        self.rows = [numbers]
        width = 1
        while 2 * width <= len(numbers):
            row = self.rows[-1]
            self.rows.append(list(map(max, row, row[width:])))
            width *= 2

    def among(self, first: int, last: int) -> int:
        """Of those at the places from ``first`` to ``last``, counted from 1."""
        level = (last - first + 1).bit_length() - 1
        row = self.rows[level]
        return max(row[first - 1], row[last - (1 << level)])
