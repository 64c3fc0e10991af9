"""The smallest and largest possible rank of each class of units, where the numbers above all thresholds are known.

A unit u can have rank p or a smaller one exactly if all that must precede it can be done by p too: if the windows, with
the last slots of u and of its predecessors cut to p, still satisfy Hall's condition. Precedence is an interval order:
the predecessors are the units whose lowest score lies above u's highest one, so they only become more as u's highest
score falls. Let E(s, t) be the number of units that start at slot s or later and are predecessors or have last slots up
to t, less the slots from s to t. What holds u back are the t before its last slot with E(s, t) ≥ 0 for some s up to u's
first slot: no room is left for it there. Since the windows follow the precedence, no predecessor starts later than u,
or has a later last slot. So each such t is of one of two kinds.

- E(s, t) = 0 without any predecessors: the windows alone fill the slots from s to t. These t are found once for all.
- Some predecessor has a last slot after t, and s is no later than the last of the predecessors' first slots. These t
  depend on the predecessors only. The largest one falls as the predecessors become fewer: one sweep finds them all.

The smallest rank is one more than the largest such t. Largest ranks are smallest ones with slots and scores turned
round. All this takes the order of n log n for n classes. (For any order of precedence: C. Bessiere, N. Narodytska,
C.-G. Quimper and T. Walsh, *The AllDifferent Constraint with Precedences*, CPAIOR 2011.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from cchc.bounds.completion import Completion
from cchc.bounds.scheduling import Precedence


class Sweep:
    """What follows from classes whose slots are feasible and follow the precedence, from the highest scores on.

    Units with only one slot (``placed``, with their slot) are taken out with it: the windows already say what follows
    from their places. For the ``free`` ones ``first`` and ``last`` count only the ``slots`` that are left, from 1.
    """

    def __init__(self, order: Precedence, first: list[int], last: list[int]) -> None:
        """:param first: the first slot of each class; with ``last``, instead of those that the classes come with."""
        self.order, self.size, self.opening = order, order.classes.size, first
        self.placed = {k: first[k] for k in order.by_low if first[k] == last[k]}
        self.slots = list(range(1, sum(self.size) + 1))
        self.free, self.first, self.last = order.by_low, first, last
        if self.placed:
            taken = set(self.placed.values())
            self.slots = [slot for slot in self.slots if slot not in taken]
            self.free = [k for k in order.by_low if k not in self.placed]
            self.first = [bisect_left(self.slots, slot) + 1 for slot in first]
            self.last = [bisect_right(self.slots, slot) for slot in last]

    def no_sooner(self, k: int) -> int:
        """A slot before which a class cannot stand: its first one, or the next when all before it can be done."""
        return max(self.opening[k], self.done_by[self.order.ahead[k]] + 1)

    @cached_property
    def earliest(self) -> list[int]:
        """The smallest rank by class; 0 for a class of no unit."""
        filled, behind = self._filled(), self._behind(alone=False)
        ahead, first, slots = self.order.ahead, self.first, self.slots
        result = [0] * len(self.size)
        for k, slot in self.placed.items():
            result[k] = slot
        for k in self.free:
            result[k] = slots[max(filled[k], behind[ahead[k]], first[k] - 1)]
        return result

    @cached_property
    def done_by(self) -> list[int]:
        """The first slot by which all at a place of ``by_low`` and after it can be done, for each place; 0 for none."""
        slots = [0, *self.slots]
        done = [slots[slot] for slot in self._behind(alone=True)]
        if not self.placed:
            return done
        placed = [self.placed.get(k, 0) for k in reversed(self.order.by_low)]
        return list(map(max, done, list(accumulate(placed, max, initial=0))[::-1]))

    def _filled(self) -> list[int]:
        """By class, the largest t before its last slot up to which windows fill all slots from one up to its first.

        Units are put at the first free slot from their first one on, in the order of their last slots. Then those with
        last slots up to t fill the slots from s to t exactly if all of these are taken.
        """
        free_from = list(range(len(self.slots) + 2))
        run_from = list(range(len(self.slots) + 2))
        first, size, result = self.first, self.size, [0] * len(self.size)
        starts: list[int] = []
        ends: list[int] = []
        for end in sorted(self._by_end):
            same = self._by_end[end]
            if starts:
                for k in same:
                    # Runs that start later and end earlier are of no use; so the starts ascend with the ends.
                    found = bisect_right(starts, first[k])
                    result[k] = ends[found - 1] if found else 0
            for k in same:
                for _ in range(size[k]):
                    slot = _root(free_from, first[k])
                    free_from[slot] = slot + 1
                    run_from[slot + 1] = slot
            if free_from[end] != end:
                start = _root(run_from, end + 1)
                while starts and starts[-1] >= start:
                    starts.pop()
                    ends.pop()
                starts.append(start)
                ends.append(end)
        return result

    def _behind(self, *, alone: bool) -> list[int]:
        """For each place of ``by_low``, the largest t that the units there and after it hold others back behind.

        Counted are these units, and all whose last slot is up to t. Both only become fewer, and fewer units hold back
        no further, so the search goes on where it ended.

        :param alone: these units themselves: the first slot by which they can all be done, 0 for none of them.
        """
        last, size, by_low, start_of = self.last, self.size, self.order.by_low, self._start_of
        firsts = self._latest(self.first)
        # What holds others back lies before the last slot of some of these units.
        limits = [len(self.slots)] * len(firsts) if alone else [end - 1 for end in self._latest(last)]
        by_end = self._by_end
        ends = [0, *sorted(by_end)]
        work = Completion(*self._starting)
        # Those that are counted for their last slots only; nobody yet at the first place.
        left = bytearray(len(last))
        result, upper, more = [], len(self.slots), 0 if alone else 1
        for k, start, limit in zip([-1, *by_low], firsts, limits, strict=True):
            place = start_of[k]
            if place >= 0:
                if last[k] > ends[-1]:
                    work.remove(place, size[k])
                left[k] = 1
            # Those that start later are counted for their last slots only: they hold back nobody by themselves.
            if start < work.last:
                work.limit(start)
            if upper > limit:
                upper = limit
            while upper >= 0:
                while ends[-1] > upper:
                    for other in by_end[ends.pop()]:
                        if left[other]:
                            work.remove(start_of[other], size[other])
                done = work.value + more
                if done > upper:
                    break
                # What is counted stays the same down to the next last slot.
                lower = ends[-1]
                upper = (done if done > lower else lower) - 1
                if done > lower:
                    break
            result.append(upper)
        if alone:
            # None of them can be done before it starts.
            return [start if start > slot else slot + 1 for slot, start in zip(result, firsts, strict=True)]
        return result

    def _latest(self, slots: list[int]) -> list[int]:
        """For each place of ``by_low``, the latest of the slots of the free units there and after it; 0 for none."""
        if self.placed:
            slots = [slot if place >= 0 else 0 for slot, place in zip(slots, self._start_of, strict=False)]
        backwards = map(slots.__getitem__, reversed(self.order.by_low))
        return list(accumulate(backwards, max, initial=0))[::-1]

    @cached_property
    def _starting(self) -> tuple[list[int], list[int]]:
        """The slots at which free units start, and how many do."""
        units: dict[int, int] = {}
        for k in self.free:
            units[self.first[k]] = units.get(self.first[k], 0) + self.size[k]
        starts = sorted(units)
        return starts, [units[slot] for slot in starts]

    @cached_property
    def _start_of(self) -> list[int]:
        """Where the first slot of each free class is among them; -1 for the others, and after the last class."""
        places = {slot: place for place, slot in enumerate(self._starting[0])}
        start_of = [-1] * (len(self.first) + 1)
        for k in self.free:
            start_of[k] = places[self.first[k]]
        return start_of

    @cached_property
    def _by_end(self) -> dict[int, list[int]]:
        """The free classes by their last slots."""
        by_end: dict[int, list[int]] = {}
        for k in self.free:
            by_end.setdefault(self.last[k], []).append(k)
        return by_end


def _root(of: list[int], slot: int) -> int:
    """Where a chain of slots ends; it gets shorter on the way."""
    while of[slot] != slot:
        of[slot] = of[of[slot]]
        slot = of[slot]
    return slot
