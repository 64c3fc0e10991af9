"""Bounds of an edition of 11,000 units, by what is known; small ones against trying each rank."""

from __future__ import annotations

import random
from decimal import Decimal
from functools import partial
from itertools import groupby

from benchmarks.measure import milliseconds, side_by_side, table
from bounds_by_trial import by_trial
from cchc.bounds import CountWithin, Cut, Premise, RankWithin, ScoreWithin, bounds
from cchc.bounds.scheduling import problem

SCALE = (Cut(Decimal(0)), Cut(Decimal(100)))
GRADES = [Decimal(value) for value in (0, 60, 70, 80, 90)]
KINDS = {
    "grades, counts, first and last ranks": (0.0, 0.0, True),
    "scores of all": (0.0, 1.0, False),
    "ranks of half, scores of the others": (0.5, 0.0, False),
    "ranks and scores of a third, scores of a third": (0.33, 0.67, False),
    "the same, with grades and counts": (0.2, 0.4, True),
}
"""The share of units with a rank, that with a score (0 with ranks: those without), and whether grades are known."""

TIES = "shared ranks of half, scores of half"
MIXES = {
    "windows of ranks and intervals of scores, narrow": (20, 100),
    "the same, wide": (2000, 1000),
    "narrow windows, wide intervals": (20, 1000),
    "wide windows, narrow intervals": (2000, 100),
}
"""How many ranks, and hundredths of a point, a window or an interval can go beyond what is true, to either side."""

OPEN = {
    "open counts, scores of half, grades of some": (0.0, 0.5),
    "open counts, ranks and scores of a third each, grades of some": (0.33, 0.33),
    "open counts, ranks of half, scores of half, grades of some": (0.5, 0.5),
}
"""The share of units with a rank, and that with a score, where only two middle grades are counted: how many units lie
above these is open."""
COUNTED = (Decimal(60), Decimal(80))
"""Where the counted grades begin."""


def edition(units: int, ranked: float, scored: float, graded: bool) -> tuple[int, list[Premise]]:
    """Premises that a made-up ranking fits."""
    chance = random.Random(20)
    scores = _scores(units, chance)
    premises: list[Premise] = []
    for unit, score in enumerate(scores):
        drawn = chance.random()
        if drawn < ranked or (graded and not ranked and not 100 <= unit < units - 50):
            premises.append(RankWithin(unit, unit + 1, unit + 1))
        if drawn < scored or (ranked and not scored and drawn >= ranked):
            premises.append(ScoreWithin(unit, Cut(score), Cut(score)))
        if graded:
            premises.append(ScoreWithin(unit, *_grade(score)))
    if graded:
        members = [_grade(score) for score in scores]
        premises += [CountWithin(*grade, members.count(grade)) for grade in sorted(set(members))]
    return units, premises


def ties(units: int) -> tuple[int, list[Premise]]:
    """An edition in which about three units have each score; of half of these the rank is known that they share."""
    chance = random.Random(20)
    scores = sorted((Decimal(chance.randrange(units // 3)) / 100 for _ in range(units)), reverse=True)
    premises: list[Premise] = []
    first = 1
    for score, group in groupby(range(units), key=scores.__getitem__):
        members = list(group)
        ranked, scored = chance.random() < 0.5, chance.random() < 0.5
        premises += [RankWithin(unit, first, first + len(members) - 1) for unit in members if ranked]
        premises += [ScoreWithin(unit, Cut(score), Cut(score)) for unit in members if scored]
        first += len(members)
    return units, premises


def mixed(units: int, ranks: int, hundredths: int) -> tuple[int, list[Premise]]:
    """An edition in which seven of ten units have a window of ranks of their own, and seven of ten one of scores."""
    chance = random.Random(20)
    scores = _scores(units, chance)
    premises: list[Premise] = []

    def away(most: int) -> Decimal:
        return Decimal(chance.randint(0, most))

    for unit, score in enumerate(scores):
        if chance.random() < 0.7:
            first, last = max(1, unit + 1 - chance.randint(0, ranks)), min(units, unit + 1 + chance.randint(0, ranks))
            premises.append(RankWithin(unit, first, last))
        if chance.random() < 0.7:
            low, high = score - away(hundredths) / 100, score + away(hundredths) / 100
            premises.append(ScoreWithin(unit, Cut(low), Cut(high)))
    return units, premises


def opened(units: int, ranked: float, scored: float) -> tuple[int, list[Premise]]:
    """An edition with ranks, scores, grades, and counts of two middle grades only."""
    chance = random.Random(20)
    scores = _scores(units, chance)
    premises: list[Premise] = []
    for unit, score in enumerate(scores):
        if chance.random() < ranked:
            premises.append(RankWithin(unit, unit + 1, unit + 1))
        drawn = chance.random()
        if drawn < scored:
            premises.append(ScoreWithin(unit, Cut(score), Cut(score)))
        elif drawn < scored + 0.3:
            premises.append(ScoreWithin(unit, *_grade(score)))
    return units, premises + counts(scores)


def counts(scores: list[Decimal]) -> list[Premise]:
    """How many units are in each of two middle grades."""
    members = [_grade(score) for score in scores]
    return [CountWithin(*grade, members.count(grade)) for grade in sorted(set(members)) if grade[0].value in COUNTED]


def mixed_open(units: int, ranks: int, hundredths: int) -> tuple[int, list[Premise]]:
    """As :func:`mixed`, with counts of two middle grades only."""
    _, premises = mixed(units, ranks, hundredths)
    return units, premises + counts(_scores(units, random.Random(20)))


def _scores(units: int, chance: random.Random) -> list[Decimal]:
    return sorted((Decimal(chance.randint(5000, 9999)) / 100 for _ in range(units)), reverse=True)


def _grade(score: Decimal) -> tuple[Cut, Cut]:
    low = max(value for value in GRADES if value <= score)
    above = [value for value in GRADES if value > score]
    return Cut(low), Cut(above[0], -1) if above else SCALE[1]


def run(store: str, rounds: int) -> str:
    """A table: milliseconds for 11,000 units, and for 63 units against bisection."""
    rows = []
    makers = {name: partial(edition, ranked=kind[0], scored=kind[1], graded=kind[2]) for name, kind in KINDS.items()}
    makers[TIES] = ties
    makers |= {name: partial(mixed, ranks=most[0], hundredths=most[1]) for name, most in MIXES.items()}
    makers |= {name: partial(opened, ranked=share[0], scored=share[1]) for name, share in OPEN.items()}
    makers |= {f"open counts, {name}": partial(mixed_open, ranks=m[0], hundredths=m[1]) for name, m in MIXES.items()}
    for name, made_of in makers.items():
        whole, small = made_of(11_000), made_of(63)
        made = problem(*small, SCALE)
        large = side_by_side({"here": lambda whole=whole: bounds(*whole, SCALE)}, min(rounds, 5))
        both = side_by_side(
            {"here": lambda small=small: bounds(*small, SCALE), "trial": lambda made=made: by_trial(made)},
            min(rounds, 5),
        )
        ratio = f"{both['trial'].median / both['here'].median:.1f}×"
        rows.append([name, *map(milliseconds, (large["here"], both["here"], both["trial"])), ratio])
    return table(["known", "11,000 units, ms", "63 units, ms", "63, by bisection, ms", "ratio"], rows)
