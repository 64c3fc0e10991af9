"""Whether a scheduling problem has a completion: the slots left to each class, the numbers above the thresholds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from heapq import heappop, heappush
from itertools import accumulate

from cchc.bounds.scheduling import Classes, Problem, Thresholds


class Windows:
    """The slots of each class: its own, those on its side of each threshold, and none before those of all that must
    stand before it, nor after those of all that must stand after it.

    With windows that follow the precedence in this way, any permutation within them can be turned into one that keeps
    the precedence: earliest due date first, ties in the order of precedence, never starts a unit before one that must
    precede it, since that one has no later a first slot and no later a last one.
    """

    def __init__(self, classes: Classes, thresholds: Thresholds) -> None:
        self.classes = classes
        low, high = classes.low, classes.high
        ascending = thresholds.cuts[::-1]
        total = len(ascending)
        # Thresholds at or below the lowest score: the highest of them has the smallest number above it.
        self.reached = [total - bisect_right(ascending, lowest) for lowest in low]
        # Thresholds above the highest score: the lowest of them has the largest number above it.
        self.missed = [total - 1 - bisect_right(ascending, highest) for highest in high]
        live = [k for k in range(len(low)) if classes.size[k]]
        self.by_low = sorted(live, key=low.__getitem__)
        self.by_high = sorted(live, key=high.__getitem__)
        lows, highs = [low[k] for k in self.by_low], [high[k] for k in self.by_high]
        # From which place of ``by_low`` on units must stand before; up to which of ``by_high`` they must stand after.
        self.ahead = [bisect_right(lows, highest) for highest in high]
        self.behind = [bisect_left(highs, lowest) for lowest in low]

    def between(self, least: list[int], most: list[int]) -> tuple[list[int], list[int]]:
        """The first and the last slot of each class.

        :param least: the numbers above the thresholds, or the smallest that they can be.
        :param most: the same, or the largest that they can be: then these slots are all that numbers between leave.
        """
        classes = self.classes
        last = [min(own, most[at]) for own, at in zip(classes.last, self.reached, strict=True)]
        first = [max(own, least[at] + 1) for own, at in zip(classes.first, self.missed, strict=True)]
        latest = list(accumulate((first[k] for k in reversed(self.by_low)), max, initial=1))[::-1]
        earliest = list(accumulate((last[k] for k in self.by_high), min, initial=sum(classes.size)))
        return (
            [max(slot, latest[at]) for slot, at in zip(first, self.ahead, strict=True)],
            [min(slot, earliest[at]) for slot, at in zip(last, self.behind, strict=True)],
        )


def numbers_of(problem: Problem, classes: Classes) -> tuple[list[int], list[int], list[int]] | None:
    """The smallest numbers above the thresholds that leave a completion, with the windows that follow; None for none.

    A set of units that is too many for its slots (Hall's condition) is mended only by a larger number at some threshold
    that ends those slots, and so at each threshold below that one: the last of the units needs a slot as far after the
    first of these slots as there are units. So the numbers rise from the least ones no further than they must: the
    completions' numbers have a least vector, and this finds it.
    """
    thresholds = problem.thresholds
    windows = Windows(classes, thresholds)
    numbers = thresholds.close(thresholds.least)
    while numbers is not None:
        first, last = windows.between(numbers, numbers)
        late = overfull(first, last, classes.size)
        if not late:
            return numbers, first, last
        raised = list(numbers)
        for end, done in late.items():
            # The numbers ascend, so those up to ``end`` come first.
            lowest = bisect_right(numbers, end) - 1
            raised[lowest] = max(raised[lowest], done)
        numbers = thresholds.close(raised)
    return None


def overfull(first: list[int], last: list[int], size: list[int]) -> dict[int, int]:
    """Where not all units find a slot: last slots of units, and the slot by which all of these can be done at the
    earliest. Empty where all find one.

    Earliest due date first finds a schedule of unit jobs where there is one: the units in the way of a late one, from
    the last slot that is free or holds a unit with a later due date, have all their slots up to its own due date.
    """
    order = sorted((k for k in range(len(size)) if size[k]), key=first.__getitem__)
    starts = [first[k] for k in order]
    waiting: list[tuple[int, int]] = []
    late: dict[int, int] = {}
    slot, at = 1, 0
    while at < len(order) or waiting:
        if not waiting:
            slot = max(slot, starts[at])
        while at < len(order) and starts[at] <= slot:
            heappush(waiting, (last[order[at]], size[order[at]]))
            at += 1
        end, number = heappop(waiting)
        done = min(number, starts[at] - slot) if at < len(order) else number
        slot += done
        if slot - 1 > end:
            late[end] = slot - 1
        if done < number:
            heappush(waiting, (end, number - done))
    return late


def narrowed(problem: Problem, least: list[int]) -> Problem:
    """With the smallest and the largest numbers above the thresholds that leave a completion.

    :param least: the smallest ones; there is a completion.
    """
    turned = problem.turned()
    found = numbers_of(turned, turned.classes)
    most = problem.thresholds.most if found is None else [problem.units - number for number in reversed(found[0])]
    return replace(problem, thresholds=replace(problem.thresholds, least=least, most=most))


def feasible(problem: Problem, classes: Classes | None = None) -> bool:
    """Whether there is a completion."""
    return numbers_of(problem, classes or problem.classes) is not None
