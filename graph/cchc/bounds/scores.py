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
from collections.abc import Mapping
from functools import cached_property
from heapq import heappop, heappush

from cchc.bounds.ranks import Sweep


class Side:
    """The highest scores by class.

    :param sweep: the slots of the classes; ``turned`` the same with slots and scores turned round.
    :param numbers: the units that lie above the thresholds ``cuts``, or the most that do.
    """

    def __init__(self, sweep: Sweep, turned: Sweep, numbers: list[int], cuts: list[int]) -> None:
        self.sweep, self.turned = sweep, turned
        # With the highest score below each threshold.
        self.limits = [(number, cut - 1) for number, cut in zip(numbers, cuts, strict=True)]
        # By rank, the highest score with which all that are lower can stand after it, whoever has it.
        self._at: dict[int, int] = {}

    def alone(self, ranks: Mapping[int, int]) -> dict[int, int]:
        """The highest scores of classes at ranks, or higher ones: where nothing but lower units holds them back."""
        high, at = self.sweep.order.classes.high, self._at
        for rank in {*ranks.values()}.difference(at):
            _, limit = self.limits[bisect_left(self.limits, (rank,)) - 1]
            number = bisect_right(self._starts, -rank - 1) - 1
            at[rank] = min(limit, self._highs[number]) if number < len(self._highs) else limit
        return {k: high[k] if high[k] < at[rank] else at[rank] for k, rank in ranks.items()}

    def scores(self, ranks: Mapping[int, int]) -> dict[int, int]:
        """The highest scores of some classes, each at a rank that it can have."""
        sweep, classes, result = self.sweep, self.sweep.order.classes, self.alone(ranks)
        by_rank: dict[int, list[int]] = {}
        for k, rank in ranks.items():
            # A score that is known needs no search.
            if k not in sweep.placed and classes.low[k] < result[k]:
                by_rank.setdefault(rank, []).append(k)
        for rank, sought in by_rank.items():
            slot = bisect_left(sweep.slots, rank) + 1
            sought.sort(key=self._slots.__getitem__)
            widest = self._paths.widest(slot, [self._slots[k] for k in sought], self._at[rank])
            for k, score in zip(sought, widest, strict=True):
                result[k] = min(result[k], score)
        return result

    @cached_property
    def _highs(self) -> list[int]:
        """The highest scores of the classes as they are known, in ascending order."""
        order = self.sweep.order
        return list(map(order.classes.high.__getitem__, order.by_high))

    @cached_property
    def _starts(self) -> list[int]:
        """Minus the first slot from which on the first of ``_highs`` can all stand, for each number from none on."""
        end = sum(self.sweep.size) + 1
        return [slot - end for slot in reversed(self.turned.done_by)]

    @cached_property
    def _order(self) -> list[int]:
        """The class at each free slot, where each waits until it and all lower ones can stand."""
        sweep, high, slots = self.sweep, self.sweep.order.classes.high, self.sweep.slots
        lower = [-slot for slot in self._starts]
        if sweep.placed:
            lower = [bisect_left(slots, slot) + 1 for slot in lower]
        highs, first = self._highs, sweep.first
        starts = [max(first[k], lower[bisect_right(highs, high[k])]) for k in sweep.free]
        # By first and by last slots; the numbers of classes tell them apart.
        left, many = list(sweep.size), len(sweep.size)
        starting = sorted([slot * many + k for k, slot in zip(sweep.free, starts, strict=True)], reverse=True)
        waiting: list[int] = []
        order = []
        for end in range(2 * many, (len(slots) + 2) * many, many):
            while starting and starting[-1] < end:
                k = starting.pop() % many
                heappush(waiting, sweep.last[k] * many + k)
            k = waiting[0] % many
            order.append(k)
            left[k] -= 1
            if not left[k]:
                heappop(waiting)
        return order

    @cached_property
    def _slots(self) -> list[int]:
        """The first slot of each class in that order."""
        slots = [0] * len(self.sweep.size)
        for slot, k in reversed(list(enumerate(self._order, 1))):
            slots[k] = slot
        return slots

    @cached_property
    def _paths(self) -> _Paths:
        sweep, order = self.sweep, self._order
        high = sweep.order.classes.high
        return _Paths(*(list(map(ends.__getitem__, order)) for ends in (sweep.first, sweep.last, high)))


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
        # By powers of two, the largest of each run of that length; as far as they have been asked for.
        self.rows = [numbers]

    def among(self, first: int, last: int) -> int:
        """Of those at the places from ``first`` to ``last``, counted from 1."""
        level = (last - first + 1).bit_length() - 1
        while len(self.rows) <= level:
            row, width = self.rows[-1], 1 << (len(self.rows) - 1)
            self.rows.append(list(map(max, row, row[width:])))
        row = self.rows[level]
        return max(row[first - 1], row[last - (1 << level)])
