"""The premises of an edition as a scheduling problem in whole numbers.

Ranks are time slots and units are jobs of unit length. A unit whose lowest score lies above another's highest one must
stand before it: the intervals of scores are an interval order of precedence. A number of units above a score cuts the
slots in two: where F units lie above it, a unit that surely lies above stands in the slots up to F, one that surely
lies below in those after. Each completion is a permutation within the windows that keeps the precedence, and each such
permutation has scores: in the order of the slots, give each unit the smallest highest score of those up to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc.bounds.premises import BOTTOM, TOP, Contradiction, CountWithin, Cut, Premise, RankWithin, ScoreWithin, check


@dataclass(slots=True)
class Classes:
    """Classes of units with the same premises: ``size`` units each, in parallel lists.

    ``low`` and ``high`` are the ends of their scores (positions in the problem's list of cuts), ``first`` and ``last``
    the slots that they may take.
    """

    low: list[int]
    high: list[int]
    first: list[int]
    last: list[int]
    size: list[int]

    def turned(self, units: int) -> Classes:
        """The same with slots and scores turned round."""
        return Classes(
            [-cut for cut in self.high],
            [-cut for cut in self.low],
            [units + 1 - slot for slot in self.last],
            [units + 1 - slot for slot in self.first],
            self.size,
        )

    def with_one(self, k: int, *, low: int, last: int) -> Classes:
        """One unit of the class ``k`` set apart, as the last class, with a lowest score and a last slot of its own."""
        size = [*self.size, 1]
        size[k] -= 1
        return Classes(
            [*self.low, max(low, self.low[k])],
            [*self.high, self.high[k]],
            [*self.first, self.first[k]],
            [*self.last, min(last, self.last[k])],
            size,
        )


@dataclass(slots=True)
class Precedence:
    """Which classes of one unit or more must stand before which: an interval order.

    ``by_low`` has them by their lowest scores, and those from the place ``ahead[k]`` on must stand before the class
    ``k``; ``by_high`` by their highest ones, and those before the place ``behind[k]`` must stand after it.
    """

    classes: Classes
    by_low: list[int]
    by_high: list[int]
    ahead: list[int]
    behind: list[int]

    @classmethod
    def of(cls, classes: Classes) -> Precedence:
        low, high, size = classes.low, classes.high, classes.size
        live = [k for k in range(len(size)) if size[k]]
        by_low, by_high = sorted(live, key=low.__getitem__), sorted(live, key=high.__getitem__)
        lows, highs = [low[k] for k in by_low], [high[k] for k in by_high]
        ahead = [bisect_right(lows, highest) for highest in high]
        return cls(classes, by_low, by_high, ahead, [bisect_left(highs, lowest) for lowest in low])

    def turned(self, turned: Classes) -> Precedence:
        """That of the classes with slots and scores turned round."""
        live = len(self.by_low)
        ahead, behind = ([live - place for place in places] for places in (self.behind, self.ahead))
        return Precedence(turned, self.by_high[::-1], self.by_low[::-1], ahead, behind)


@dataclass(slots=True)
class Thresholds:
    """Scores above which a number of units lie; ``cuts`` in descending order, so that the numbers ascend.

    ``least`` and ``most`` are the bounds of the numbers; each (i, j, d) of ``differences`` says that number j is at
    least number i plus d. The first threshold has no unit above it, the last one has all.
    """

    cuts: list[int]
    least: list[int]
    most: list[int]
    differences: list[tuple[int, int, int]]

    def close(self, least: list[int]) -> list[int] | None:
        """The smallest numbers from ``least`` on that keep all differences; None where there are none."""
        least = list(least)
        for _ in range(len(least) + 1):
            changed = False
            for i, j, difference in self.differences:
                if least[j] < least[i] + difference:
                    least[j] = least[i] + difference
                    changed = True
            if any(number > most for number, most in zip(least, self.most, strict=True)):
                return None
            if not changed:
                return least
        return None

    @property
    def fixed(self) -> bool:
        return self.least == self.most

    def turned(self, units: int) -> Thresholds:
        """The same with slots and scores turned round: the numbers of ``units`` that lie below."""
        end = len(self.cuts) - 1
        return Thresholds(
            [1 - cut for cut in reversed(self.cuts)],
            [units - number for number in reversed(self.most)],
            [units - number for number in reversed(self.least)],
            [(end - j, end - i, difference) for i, j, difference in self.differences],
        )


@dataclass(slots=True)
class Problem:
    """``members[k]`` are the units of the class ``k``; ``cuts`` all ends of scores in ascending order."""

    units: int
    cuts: list[Cut]
    classes: Classes
    members: list[list[int]]
    thresholds: Thresholds

    def turned(self) -> Problem:
        """The same with slots and scores turned round; ``cuts`` stay as they are."""
        classes, thresholds = self.classes.turned(self.units), self.thresholds.turned(self.units)
        return Problem(self.units, self.cuts, classes, self.members, thresholds)


def just_below(cut: Cut) -> Cut:
    """The highest end of scores that do not reach a cut."""
    return Cut(cut.value, cut.side - 1)


def just_above(cut: Cut) -> Cut:
    """The lowest end of scores that lie beyond a cut."""
    return Cut(cut.value, cut.side + 1)


def problem(units: int, premises: Sequence[Premise], scale: tuple[Cut, Cut] = (BOTTOM, TOP)) -> Problem:
    """Puts premises together.

    :param scale: the ends of all scores.
    :raises Contradiction: a unit has no rank or score left, or the counts do not fit.
    :raises ValueError: as :func:`~cchc.bounds.premises.check`.
    """
    check(units, premises)
    low, high = [scale[0]] * units, [scale[1]] * units
    first, last = [1] * units, [units] * units
    counts = []
    for premise in premises:
        match premise:
            case RankWithin(unit, earliest, latest):
                first[unit], last[unit] = max(first[unit], earliest), min(last[unit], latest)
            case ScoreWithin(unit, lowest, highest):
                low[unit], high[unit] = max(low[unit], lowest), min(high[unit], highest)
            case CountWithin():
                counts.append(premise)
    if any(low[u] > high[u] or first[u] > last[u] for u in range(units)):
        raise Contradiction
    above = sorted({*(c.low for c in counts), *(just_above(c.high) for c in counts), *scale_ends(scale)}, reverse=True)
    cuts = sorted({*low, *high, *above, *map(just_below, above)})
    position = {cut: number for number, cut in enumerate(cuts)}
    groups: dict[tuple[int, int, int, int], list[int]] = {}
    for unit in range(units):
        key = (position[low[unit]], position[high[unit]], first[unit], last[unit])
        groups.setdefault(key, []).append(unit)
    lows, highs, firsts, lasts = (list(column) for column in zip(*groups, strict=True)) if groups else ([], [], [], [])
    classes = Classes(lows, highs, firsts, lasts, [len(members) for members in groups.values()])
    thresholds = _thresholds(units, counts, above, [position[cut] for cut in above])
    return Problem(units, cuts, classes, list(groups.values()), thresholds)


def scale_ends(scale: tuple[Cut, Cut]) -> tuple[Cut, Cut]:
    """The thresholds that all units reach, and that none does."""
    return scale[0], just_above(scale[1])


def _thresholds(units: int, counts: Iterable[CountWithin], above: list[Cut], positions: list[int]) -> Thresholds:
    """The numbers above each threshold, as narrow as the counts alone make them.

    :raises Contradiction: they do not fit.
    """
    number = {cut: i for i, cut in enumerate(above)}
    size = len(above)
    differences = [(i, i + 1, 0) for i in range(size - 1)]
    for count in counts:
        i, j = number[just_above(count.high)], number[count.low]
        differences += [(i, j, count.number), (j, i, -count.number)]
    made = Thresholds(positions, [0] * (size - 1) + [units], [0] + [units] * (size - 1), differences)
    least = made.close(made.least)
    # The most are the least of what is left below.
    other = made.turned(units)
    left = other.close(other.least)
    if least is None or left is None:
        raise Contradiction
    made.least, made.most = least, [units - few for few in reversed(left)]
    return made
