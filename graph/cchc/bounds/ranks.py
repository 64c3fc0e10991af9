"""The smallest and largest possible rank of each class of units, where the numbers above all thresholds are known.

A unit u can have rank p or a smaller one exactly if all that must precede it can be done by p too: if the windows, with
the last slots of u and of its predecessors cut to p, still satisfy Hall's condition. Let C(t) be the slot in which the
predecessors, u and all units with last slots up to t are done, taken as they come. Only intervals of slots that end at
t ≥ p hold more units than before the cut, so p is possible exactly if C(t) ≤ t for all t ≥ p: the smallest rank is one
more than the largest t with C(t) > t. C changes with t only at last slots, so few t are looked at.

Largest ranks are smallest ones with slots and scores turned round.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from cchc.bounds.scheduling import Classes, Problem, feasible


class Sweep:
    """Looks from class to class in the order of their scores for the first slots by which they can be done.

    ``first`` and ``last`` are feasible windows that follow the precedence. Units with only one slot are taken out with
    it: the windows already say what follows from their places. The time is that of the units that come to be counted
    and go again from one class to the next: close to linear in the classes where windows are narrow or few.
    """

    def __init__(self, low: list[int], high: list[int], first: list[int], last: list[int], size: list[int]) -> None:
        self.high, self.size = high, size
        self.live = [k for k in range(len(low)) if size[k]]
        self.placed = {k: first[k] for k in self.live if first[k] == last[k]}
        taken = set(self.placed.values())
        self.slots = [slot for slot in range(1, sum(size) + 1) if slot not in taken]
        self.free = [k for k in self.live if k not in self.placed]
        self.first = [bisect_left(self.slots, slot) + 1 for slot in first]
        self.last = [bisect_right(self.slots, slot) for slot in last]
        self.ends = sorted({self.last[k] for k in self.free})
        self.end_of = [bisect_left(self.ends, slot) for slot in self.last]
        self.by_end: list[list[int]] = [[] for _ in self.ends]
        for k in self.free:
            self.by_end[self.end_of[k]].append(k)
        starts = sorted({self.first[k] for k in self.free})
        self.start_of = [bisect_left(starts, slot) for slot in self.first]
        self.by_low = sorted(self.live, key=low.__getitem__)
        self.lows = [low[k] for k in self.by_low]
        self.place = {k: place for place, k in enumerate(self.by_low)}
        # Counted are those at this place of ``by_low`` or after it, and those whose end is at this place or before it.
        self.preceding, self.stretch = len(self.by_low), len(self.ends) - 1
        self.done = _Completion(starts)
        for k in self.free:
            self.done.add(self.start_of[k], size[k])

    def earliest(self) -> dict[int, int]:
        """The smallest rank by class."""
        result = dict(self.placed)
        for k in sorted(self.free, key=lambda k: (self.high[k], self.last[k])):
            self._precede(bisect_right(self.lows, self.high[k]))
            # From its own last slot on a unit is counted already, and nothing is too full.
            self._until(self.end_of[k] - 1)
            self.done.add(self.start_of[k], 1)
            result[k] = self.slots[self._done_by(self.last[k] - 1) - 1]
            self.done.add(self.start_of[k], -1)
        return result

    def done_by(self) -> list[int]:
        """The first slot by which all at a place of ``by_low`` and after it can be done, for each place; 0 for none."""
        self._precede(0)
        self._until(len(self.ends) - 1)
        result, upper, placed = [], len(self.slots), [0]
        for k in reversed(self.by_low):
            placed.append(max(placed[-1], self.placed.get(k, 0)))
        for place in range(len(self.by_low) + 1):
            self._precede(place)
            # Fewer units are done no later, so the search goes on where it ended.
            done = self._done_by(upper)
            upper = done - 1
            result.append(max(self.slots[done - 1] if done else 0, placed[len(self.by_low) - place]))
        return result

    def _done_by(self, upper: int) -> int:
        """One more than the largest t up to ``upper`` with C(t) > t, looking from the end that is counted downwards."""
        while True:
            done = self.done.value
            lower = self.ends[self.stretch] if self.stretch >= 0 else 0
            if done > lower or not lower:
                return max(0, min(upper + 1, done))
            upper = lower - 1
            self._until(self.stretch - 1)

    def _precede(self, wanted: int) -> None:
        """Counts as preceding those at a place of ``by_low`` and after it."""
        more = wanted < self.preceding
        for k in self.by_low[wanted : self.preceding] if more else self.by_low[self.preceding : wanted]:
            if k not in self.placed and self.end_of[k] > self.stretch:
                self.done.add(self.start_of[k], self.size[k] if more else -self.size[k])
        self.preceding = wanted

    def _until(self, wanted: int) -> None:
        """Counts those whose last slot is at most the one at a place of ``ends`` (-1: none)."""
        fewer = wanted < self.stretch
        for end in range(wanted + 1, self.stretch + 1) if fewer else range(self.stretch + 1, wanted + 1):
            for k in self.by_end[end]:
                if self.place[k] < self.preceding:
                    self.done.add(self.start_of[k], -self.size[k] if fewer else self.size[k])
        self.stretch = wanted


class _Completion:
    """The slot in which units are done that are taken as they come: the largest s - 1 + (units that start at s or
    later), over the slots s at which a unit starts. A segment tree: a unit comes or goes in the logarithm of the slots.
    """

    def __init__(self, starts: list[int]) -> None:
        width = 1
        while width < len(starts):
            width *= 2
        self.width = width
        self.starts = starts
        self.units = [0] * (2 * width)
        self.slots = [-1] * (2 * width)

    def add(self, start: int, number: int) -> None:
        """``number`` units come (or go, if negative) that start at the slot at this place."""
        units, slots = self.units, self.slots
        at = self.width + start
        units[at] += number
        slots[at] = self.starts[start] - 1 + units[at] if units[at] else -1
        at //= 2
        while at:
            left, right = 2 * at, 2 * at + 1
            units[at] = units[left] + units[right]
            early = slots[left] + units[right] if slots[left] >= 0 else -1
            slots[at] = early if early > slots[right] else slots[right]
            at //= 2

    @property
    def value(self) -> int:
        """-1 where there are none."""
        return self.slots[1]


def sweeps(classes: Classes, first: list[int], last: list[int]) -> tuple[Sweep, Sweep]:
    """One from the first slot and the highest scores on, and one turned round."""
    end = sum(classes.size) + 1
    turned = Sweep(
        [-cut for cut in classes.high],
        [-cut for cut in classes.low],
        [end - slot for slot in last],
        [end - slot for slot in first],
        classes.size,
    )
    return Sweep(classes.low, classes.high, first, last, classes.size), turned


def rank_bounds(classes: Classes, forward: Sweep, turned: Sweep) -> list[tuple[int, int]]:
    """The smallest and the largest rank by class; (0, 0) for a class of no unit."""
    end = sum(classes.size) + 1
    smallest, largest = forward.earliest(), turned.earliest()
    return [(smallest[k], end - largest[k]) if k in smallest else (0, 0) for k in range(len(classes.size))]


def ranks_by_trial(made: Problem) -> list[tuple[int, int]]:
    """The smallest and largest rank by class where the counts leave open how many units lie above a threshold."""

    def possible(k: int, first: int, last: int) -> bool:
        return feasible(made, made.classes.with_one(k, low=0, high=len(made.cuts) - 1, first=first, last=last))

    result = []
    for k in range(len(made.classes.size)):
        low, high = made.classes.first[k], made.classes.last[k]
        least, most = low, high
        while least < high:
            middle = (least + high) // 2
            least, high = (least, middle) if possible(k, 1, middle) else (middle + 1, high)
        low = least
        while low < most:
            middle = (low + most + 1) // 2
            low, most = (middle, most) if possible(k, middle, made.units) else (low, middle - 1)
        result.append((least, most))
    return result
