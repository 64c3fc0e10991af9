"""Whether a scheduling problem has a completion: the slots left to each class, the numbers above the thresholds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from heapq import heappop, heappush
from itertools import accumulate

from cchc.bounds.scheduling import Classes, Precedence, Problem, Thresholds


class Windows:
    """The slots of each class: its own, those on its side of each threshold, and none before those of all that must
    stand before it, nor after those of all that must stand after it.

    With windows that follow the precedence in this way, any permutation within them can be turned into one that keeps
    the precedence: earliest due date first, ties in the order of precedence, never starts a unit before one that must
    precede it, since that one has no later a first slot and no later a last one.
    """

    def __init__(self, classes: Classes, thresholds: Thresholds) -> None:
        self.classes = classes
        self.order = Precedence.of(classes)
        ascending = thresholds.cuts[::-1]
        total = len(ascending)
        # Thresholds at or below the lowest score: the highest of them has the smallest number above it.
        self.reached = [total - bisect_right(ascending, lowest) for lowest in classes.low]
        # Thresholds above the highest score: the lowest of them has the largest number above it.
        self.missed = [total - 1 - bisect_right(ascending, highest) for highest in classes.high]

    def between(self, least: list[int], most: list[int]) -> tuple[list[int], list[int]]:
        """The first and the last slot of each class.

        :param least: the numbers above the thresholds, or the smallest that they can be.
        :param most: the same, or the largest that they can be: then these slots are all that numbers between leave.
        """
        classes, order = self.classes, self.order
        last = [
            own if own < number else number
            for own, number in zip(classes.last, map(most.__getitem__, self.reached), strict=True)
        ]
        first = [
            own if own > number else number + 1
            for own, number in zip(classes.first, map(least.__getitem__, self.missed), strict=True)
        ]
        latest = list(accumulate(map(first.__getitem__, reversed(order.by_low)), max, initial=1))[::-1]
        earliest = list(accumulate(map(last.__getitem__, order.by_high), min, initial=sum(classes.size)))
        return (
            list(map(max, first, map(latest.__getitem__, order.ahead))),
            list(map(min, last, map(earliest.__getitem__, order.behind))),
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
    starts = list(map(first.__getitem__, order))
    # Last slots, and how many units with each of them wait.
    ends: list[int] = []
    waiting: dict[int, int] = {}
    late: dict[int, int] = {}
    slot, at, total = 1, 0, len(order)
    while at < total or ends:
        if not ends:
            slot = max(slot, starts[at])
        while at < total and starts[at] <= slot:
            k = order[at]
            end = last[k]
            if end in waiting:
                waiting[end] += size[k]
            else:
                waiting[end] = size[k]
                heappush(ends, end)
            at += 1
        end = ends[0]
        number = waiting[end]
        if at < total and slot + number > starts[at]:
            number = starts[at] - slot
            waiting[end] -= number
        else:
            del waiting[heappop(ends)]
        slot += number
        if slot - 1 > end:
            late[end] = slot - 1
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
