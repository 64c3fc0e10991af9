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
from collections.abc import Iterable
from itertools import accumulate

from cchc.bounds.scheduling import Classes


class Sweep:
    """What follows from classes whose slots are feasible and follow the precedence, from the highest scores on.

    Units with only one slot (``placed``, with their slot) are taken out with it: the windows already say what follows
    from their places. For the ``free`` ones ``first`` and ``last`` count only the ``slots`` that are left, from 1.
    """

    def __init__(self, classes: Classes) -> None:
        low, first, last, size = classes.low, classes.first, classes.last, classes.size
        self.low, self.high, self.size = low, classes.high, size
        live = [k for k in range(len(low)) if size[k]]
        self.placed = {k: first[k] for k in live if first[k] == last[k]}
        taken = set(self.placed.values())
        self.slots = [slot for slot in range(1, sum(size) + 1) if slot not in taken]
        self.free = [k for k in live if k not in self.placed]
        self.first = [bisect_left(self.slots, slot) + 1 for slot in first]
        self.last = [bisect_right(self.slots, slot) for slot in last]
        self.by_low = sorted(live, key=low.__getitem__)
        self.lows = [low[k] for k in self.by_low]

    def earliest(self) -> dict[int, int]:
        """The smallest rank by class."""
        filled = self._filled()
        behind = self._behind(alone=False)
        result = dict(self.placed)
        for k in self.free:
            held = max(filled[k], behind[bisect_right(self.lows, self.high[k])], self.first[k] - 1)
            result[k] = self.slots[held]
        return result

    def done_by(self) -> list[int]:
        """The first slot by which all at a place of ``by_low`` and after it can be done, for each place; 0 for none."""
        placed = [0, *accumulate((self.placed.get(k, 0) for k in reversed(self.by_low)), max)]
        done = self._behind(alone=True)
        return [max(self.slots[slot - 1] if slot else 0, fixed) for slot, fixed in zip(done, placed[::-1], strict=True)]

    def _filled(self) -> dict[int, int]:
        """By class, the largest t before its last slot up to which windows fill all slots from one up to its first.

        Units are put at the first free slot from their first one on, in the order of their last slots. Then those with
        last slots up to t fill the slots from s to t exactly if all of these are taken.
        """
        free_from = list(range(len(self.slots) + 2))
        run_from = list(range(len(self.slots) + 2))

        def root(of: list[int], slot: int) -> int:
            while of[slot] != slot:
                of[slot] = of[of[slot]]
                slot = of[slot]
            return slot

        result: dict[int, int] = {}
        starts: list[int] = []
        ends: list[int] = []
        by_last = sorted(self.free, key=self.last.__getitem__)
        at = 0
        while at < len(by_last):
            end = self.last[by_last[at]]
            same = at
            while same < len(by_last) and self.last[by_last[same]] == end:
                k = by_last[same]
                # Runs that start later and end earlier are of no use; so the starts ascend with the ends.
                found = bisect_right(starts, self.first[k])
                result[k] = ends[found - 1] if found else 0
                same += 1
            for k in by_last[at:same]:
                for _ in range(self.size[k]):
                    slot = root(free_from, self.first[k])
                    free_from[slot] = slot + 1
                    run_from[slot + 1] = slot
            at = same
            if free_from[end] != end:
                start = root(run_from, end + 1)
                while starts and starts[-1] >= start:
                    starts.pop()
                    ends.pop()
                starts.append(start)
                ends.append(end)
        return result

    def _behind(self, *, alone: bool) -> list[int]:
        """For each place of ``by_low``, the largest t that the units there and after it hold others back behind.

        :param alone: these units themselves: the first slot by which they can all be done, 0 for none of them.
        """
        free = set(self.free)
        backwards = [k if k in free else None for k in reversed(self.by_low)]
        firsts = [0, *accumulate((0 if k is None else self.first[k] for k in backwards), max)][::-1]
        lasts = [0, *accumulate((0 if k is None else self.last[k] for k in backwards), max)][::-1]
        counted = _Counted(self)
        result, upper = [], len(self.slots)
        for place in range(len(self.by_low) + 1):
            if place:
                counted.leave(self.by_low[place - 1])
            if not alone:
                upper = min(upper, lasts[place] - 1)
            # Fewer units hold back no further, so the search goes on where it ended.
            done = counted.behind(upper, None if alone else firsts[place])
            upper = done - 1
            result.append(done if alone else max(upper, 0))
        return result


class _Counted:
    """The units that must be done by a slot t: some, and all whose last slot is up to t; both only become fewer."""

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep
        starts = sorted({sweep.first[k] for k in sweep.free})
        self.start_of = {slot: number for number, slot in enumerate(starts)}
        units = [0] * len(starts)
        for k in sweep.free:
            units[self.start_of[sweep.first[k]]] += sweep.size[k]
        self.work = _Completion(starts, units)
        self.by_end: dict[int, list[int]] = {}
        for k in sweep.free:
            self.by_end.setdefault(sweep.last[k], []).append(k)
        self.ends = sorted(self.by_end)
        self.left = set(sweep.placed)

    def leave(self, k: int) -> None:
        """A class is no longer counted but for its last slot."""
        if k not in self.left and (not self.ends or self.sweep.last[k] > self.ends[-1]):
            self._drop(k)
        self.left.add(k)

    def behind(self, upper: int, start: int | None) -> int:
        """One more than the largest t up to ``upper`` by which not all can be done, 0 where there is none.

        :param start: together with one more unit that can start at this slot; the first slot of some unit.
        """
        while upper >= 0 and start != 0:
            while self.ends and self.ends[-1] > upper:
                for k in self.by_end[self.ends.pop()]:
                    if k in self.left:
                        self._drop(k)
            lower = self.ends[-1] if self.ends else 0
            done = self.work.value if start is None else self.work.upto(self.start_of[start]) + 1
            if done > lower:
                return min(upper + 1, done)
            upper = lower - 1
        return 0

    def _drop(self, k: int) -> None:
        self.work.remove(self.start_of[self.sweep.first[k]], self.sweep.size[k])


class _Completion:
    """The slot in which units are done that are taken as they come: the largest s - 1 + (units that start at s or
    later), over the slots s at which a unit starts. A segment tree: a unit goes in the logarithm of the slots.
    """

    def __init__(self, starts: list[int], units: list[int]) -> None:
        width = 1
        while width < len(starts):
            width *= 2
        self.width = width
        self.starts = starts
        self.units = [0] * width + units + [0] * (width - len(units))
        self.slots = [-1] * (2 * width)
        for start, number in enumerate(units):
            self.slots[width + start] = starts[start] - 1 + number if number else -1
        self._update(range(width - 1, 0, -1))

    def remove(self, start: int, number: int) -> None:
        """``number`` units go that start at the slot at this place."""
        at = self.width + start
        self.units[at] -= number
        self.slots[at] = self.starts[start] - 1 + self.units[at] if self.units[at] else -1
        self._update([at >> level for level in range(1, at.bit_length())])

    def _update(self, nodes: Iterable[int]) -> None:
        units, slots = self.units, self.slots
        for at in nodes:
            left = 2 * at
            later = units[left + 1]
            units[at] = units[left] + later
            early = slots[left] + later if slots[left] >= 0 else -1
            slots[at] = early if early > slots[left + 1] else slots[left + 1]

    @property
    def value(self) -> int:
        """-1 where there are none."""
        return self.slots[1]

    def upto(self, start: int) -> int:
        """The same over the slots up to the one at this place."""
        units, slots = self.units, self.slots
        at = self.width + start
        value, inside = slots[at], units[at]
        while at > 1:
            if at % 2:
                value = max(value, slots[at - 1] + inside if slots[at - 1] >= 0 else -1)
                inside += units[at - 1]
            else:
                value = value + units[at + 1] if value >= 0 else -1
                inside += units[at + 1]
            at //= 2
        return value


def sweeps(classes: Classes, first: list[int], last: list[int]) -> tuple[Sweep, Sweep]:
    """One from the first slot and the highest scores on, and one turned round."""
    windowed = Classes(classes.low, classes.high, first, last, classes.size)
    turned = windowed.turned(sum(classes.size))
    return Sweep(windowed), Sweep(turned)


def rank_bounds(classes: Classes, forward: Sweep, turned: Sweep) -> list[tuple[int, int]]:
    """The smallest and the largest rank by class; (0, 0) for a class of no unit."""
    end = sum(classes.size) + 1
    smallest, largest = forward.earliest(), turned.earliest()
    return [(smallest[k], end - largest[k]) if k in smallest else (0, 0) for k in range(len(classes.size))]
