"""Bounds are the hull of all completions, as going through all of them shows on small editions."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from operator import add

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounds_by_trial import by_trial
from cchc.bounds import (
    Bound,
    Contradiction,
    CountWithin,
    Cut,
    Premise,
    RankWithin,
    ScoreWithin,
    bounds,
)
from cchc.bounds.completion import Completion
from cchc.bounds.feasibility import Windows, narrowed, numbers_of
from cchc.bounds.ranks import Sweep
from cchc.bounds.scheduling import problem
from cchc.bounds.trial import Trial

SCALE = (Cut(Decimal(0)), Cut(Decimal(100)))


def cells(premises: list[Premise]) -> list[tuple[Cut, Cut]]:
    """The scale in pieces that no premise tells apart, the highest first: each value named, and each gap between."""
    named = {SCALE[0].value, SCALE[1].value}
    for premise in premises:
        if not isinstance(premise, RankWithin):
            named |= {premise.low.value, premise.high.value}
    values = sorted(value for value in named if SCALE[0].value <= value <= SCALE[1].value)
    pieces = [(Cut(values[0]), Cut(values[0]))]
    for before, value in pairwise(values):
        pieces += [(Cut(before, 1), Cut(value, -1)), (Cut(value), Cut(value))]
    return pieces[::-1]


def by_exhaustion(units: int, premises: list[Premise]) -> list[Bound] | None:
    """The hull of all completions, rank by rank from the first on, as the definition says; None where there is none.

    What is left to do depends only on the units that have a rank, the last piece, and the counts so far.
    """
    pieces = cells(premises)
    counts = [premise for premise in premises if isinstance(premise, CountWithin)]

    def inside(piece: int, low: Cut, high: Cut) -> bool:
        return low <= pieces[piece][0] and pieces[piece][1] <= high

    def allowed(unit: int, rank: int, piece: int) -> bool:
        return all(
            premise.first <= rank <= premise.last
            if isinstance(premise, RankWithin)
            else inside(piece, premise.low, premise.high)
            for premise in premises
            if not isinstance(premise, CountWithin) and premise.unit == unit
        )

    may = {
        (unit, rank, piece)
        for unit in range(units)
        for rank in range(1, units + 1)
        for piece in range(len(pieces))
        if allowed(unit, rank, piece)
    }
    adds = [tuple(int(inside(piece, c.low, c.high)) for c in counts) for piece in range(len(pieces))]
    ranks: list[set[int]] = [set() for _ in range(units)]
    scores: list[set[int]] = [set() for _ in range(units)]

    @cache
    def completable(placed: frozenset[int], piece: int, counted: tuple[int, ...]) -> bool:
        rank, some = len(placed) + 1, False
        if rank > units:
            return counted == tuple(count.number for count in counts)
        for unit in set(range(units)) - placed:
            for lower in range(piece, len(pieces)):
                added = tuple(map(add, counted, adds[lower]))
                if (unit, rank, lower) in may and completable(placed | {unit}, lower, added):
                    some = True
                    ranks[unit].add(rank)
                    scores[unit].add(lower)
        return some

    if not completable(frozenset(), 0, (0,) * len(counts)):
        return None
    return [Bound(min(r), max(r), pieces[max(s)][0], pieces[min(s)][1]) for r, s in zip(ranks, scores, strict=True)]


def found(units: int, premises: list[Premise]) -> list[Bound] | None:
    try:
        return bounds(units, premises, SCALE)
    except Contradiction:
        return None


def intervals(values: list[int]) -> st.SearchStrategy[tuple[Cut, Cut]]:
    """Two ends with something between them, each closed or open."""
    low = st.builds(Cut, st.sampled_from(values).map(Decimal), st.sampled_from([0, 0, 1]))
    high = st.builds(Cut, st.sampled_from(values).map(Decimal), st.sampled_from([0, 0, -1]))
    exact = st.sampled_from(values).map(lambda value: (Cut(Decimal(value)), Cut(Decimal(value))))
    return st.one_of(exact, st.tuples(low, high).filter(lambda ends: ends[0] <= ends[1]))


@st.composite
def editions(draw: st.DrawFn, largest: int, counted: int) -> tuple[int, list[Premise]]:
    """A small edition, and premises of all kinds that a completion of its own mostly satisfies."""
    units = draw(st.integers(1, largest))
    values = sorted(draw(st.sets(st.integers(1, 6).map(lambda value: 10 * value), min_size=1, max_size=3)))
    truth = sorted(
        draw(st.lists(st.sampled_from([*values, *(v + 5 for v in values), 2]), min_size=units, max_size=units))
    )
    truth.reverse()
    order = draw(st.permutations(range(units)))
    premises: list[Premise] = []
    for rank, unit in enumerate(order, 1):
        score = Cut(Decimal(truth[rank - 1]))
        if draw(st.integers(0, 2)) == 0:
            first, last = draw(st.integers(1, rank)), draw(st.integers(rank, units))
            premises.append(RankWithin(unit, first, last))
        if draw(st.booleans()):
            low, high = draw(intervals(values))
            if low <= score <= high or draw(st.integers(0, 9)) == 0:
                premises.append(ScoreWithin(unit, low, high))
    for _ in range(draw(st.integers(0, counted))):
        low, high = draw(intervals(values))
        low = draw(st.sampled_from([low, SCALE[0]]))
        high = draw(st.sampled_from([high, SCALE[1]]))
        number = sum(low <= Cut(Decimal(score)) <= high for score in truth)
        premises.append(CountWithin(low, high, number))
    return units, premises


@st.composite
def mixes(draw: st.DrawFn, largest: int, counted: int = 0) -> tuple[int, list[Premise]]:
    """A small edition whose units share ranks, and have windows of ranks and intervals of scores of their own.

    :param counted: of how many intervals of scores the members may be counted.
    """
    units = draw(st.integers(1, largest))
    scores = sorted(draw(st.lists(st.integers(1, 9), min_size=units, max_size=units)), reverse=True)
    premises: list[Premise] = []
    for unit, score in enumerate(scores):
        first = scores.index(score) + 1
        last = first + scores.count(score) - 1
        ranked, scored = (
            draw(st.sampled_from(["", "shared", "window"])),
            draw(st.sampled_from(["", "score", "interval"])),
        )
        if ranked == "shared":
            premises.append(RankWithin(unit, first, last))
        elif ranked:
            rank = unit + 1
            premises.append(RankWithin(unit, draw(st.integers(1, rank)), draw(st.integers(rank, units))))
        if scored == "score":
            premises.append(ScoreWithin(unit, Cut(Decimal(score)), Cut(Decimal(score))))
        elif scored:
            low, high = draw(st.integers(0, score)), draw(st.integers(score, 10))
            premises.append(ScoreWithin(unit, Cut(Decimal(low)), Cut(Decimal(high))))
    counts: list[Premise] = []
    for _ in range(draw(st.integers(0, counted))):
        low, high = draw(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted))
        number = sum(low <= score <= high for score in scores)
        counts.append(CountWithin(Cut(Decimal(low)), Cut(Decimal(high)), number))
    order = draw(st.permutations(range(units)))
    owned = [replace(one, unit=order[one.unit]) for one in premises if not isinstance(one, CountWithin)]
    return units, [*owned, *counts]


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixes(6))
def test_bounds_of_ties_windows_and_intervals_are_the_hull_of_all_completions(
    edition: tuple[int, list[Premise]],
) -> None:
    assert found(*edition) == by_exhaustion(*edition)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixes(5, 2))
def test_bounds_of_windows_and_intervals_with_counts_are_the_hull_of_all_completions(
    edition: tuple[int, list[Premise]],
) -> None:
    assert found(*edition) == by_exhaustion(*edition)


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions(5, 3))
def test_bounds_are_the_hull_of_all_completions(edition: tuple[int, list[Premise]]) -> None:
    assert found(*edition) == by_exhaustion(*edition)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions(7, 4))
def test_bounds_are_the_hull_of_all_completions_of_larger_editions(edition: tuple[int, list[Premise]]) -> None:
    assert found(*edition) == by_exhaustion(*edition)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(editions(25, 4), mixes(40), mixes(20, 4)))
def test_the_quick_way_and_the_slow_one_agree_on_larger_editions(edition: tuple[int, list[Premise]]) -> None:
    quick = found(*edition)
    if quick is None:
        return
    made = problem(*edition, SCALE)
    ranks, scores = by_trial(made)
    for members, (first, last), (low, high) in zip(made.members, ranks, scores, strict=True):
        assert {quick[unit] for unit in members} == {Bound(first, last, made.cuts[low], made.cuts[high])}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixes(12, 3))
def test_how_soon_the_highest_can_be_done_is_the_same_for_all_numbers_above_a_score(
    edition: tuple[int, list[Premise]],
) -> None:
    made = problem(*edition, SCALE)
    least = numbers_of(made, made.classes)
    assert least is not None
    thresholds = narrowed(made, least[0]).thresholds
    windows = Windows(made.classes, thresholds)
    lows = [made.classes.low[k] for k in windows.order.by_low]
    # Units with the same lowest score are done together.
    places = [place for place in range(len(lows)) if place == 0 or lows[place - 1] < lows[place]]
    looks = [(thresholds.least, thresholds.least), (thresholds.least, thresholds.most)]
    tight, loose = (Sweep(windows.order, *windows.between(*numbers)).done_by for numbers in looks)
    assert [tight[place] for place in places] == [loose[place] for place in places]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), max_size=9, unique_by=lambda one: one[0]), st.data())
def test_units_are_done_by_the_slot_in_which_the_last_is_served_as_they_come(
    made: list[tuple[int, int]], data: st.DataObject
) -> None:
    starts, units = [slot for slot, _ in sorted(made)], [number for _, number in sorted(made)]
    work, limit = Completion(starts, units), 9
    while any(units):
        if data.draw(st.booleans()):
            limit = data.draw(st.integers(0, limit))
            work.limit(limit)
        else:
            place = data.draw(st.sampled_from([place for place, number in enumerate(units) if number]))
            number = data.draw(st.integers(1, units[place]))
            units[place] -= number
            work.remove(place, number)
        looked_at = [place for place, slot in enumerate(starts) if slot <= limit]
        assert max(work.value, 0) == max([starts[place] - 1 + sum(units[place:]) for place in looked_at], default=0)


def ranks_or_scores(chance: random.Random, unit: int, score: Decimal) -> list[Premise]:
    """A third has its rank, a third its score."""
    known = chance.choice(["rank", "score", "nothing"])
    if known == "rank":
        return [RankWithin(unit, unit + 1, unit + 1)]
    return [ScoreWithin(unit, Cut(score), Cut(score))] if known == "score" else []


def windows_and_intervals(chance: random.Random, unit: int, score: Decimal) -> list[Premise]:
    """Most have a window of ranks, most an interval of scores."""
    around = [RankWithin(unit, max(1, unit - chance.randint(0, 70)), min(400, unit + 1 + chance.randint(0, 70)))]
    low, high = score - chance.randint(0, 10), score + chance.randint(0, 10)
    between = [ScoreWithin(unit, Cut(low), Cut(high))]
    return [*(around if chance.random() < 0.7 else []), *(between if chance.random() < 0.7 else [])]


@pytest.mark.parametrize("known", [ranks_or_scores, windows_and_intervals])
def test_counts_that_leave_the_units_above_open_need_few_looks_for_one_unit(
    known: Callable[[random.Random, int, Decimal], list[Premise]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only the members of the middle grades are counted.
    chance = random.Random(7)
    scores = sorted((Decimal(chance.randint(5000, 9999)) / 100 for _ in range(400)), reverse=True)
    premises = [premise for unit, score in enumerate(scores) for premise in known(chance, unit, score)]
    for low, high in ((80, 90), (60, 70)):
        number = sum(low <= score < high for score in scores)
        premises.append(CountWithin(Cut(Decimal(low)), Cut(Decimal(high), -1), number))
    looks = []
    possible = Trial._possible
    monkeypatch.setattr(Trial, "_possible", lambda *args, **of: looks.append(of) or possible(*args, **of))
    made = problem(400, premises, SCALE)
    assert not narrowed(made, numbers_of(made, made.classes)[0]).thresholds.fixed  # type: ignore[index]
    assert len(bounds(400, premises, SCALE)) == 400
    assert len(looks) < 20


def test_counts_of_grades_and_one_score_give_the_places_of_all() -> None:
    # Two above 90, three from 80 to under 90, one below; a score is known in the middle group, and the last place.
    premises: list[Premise] = [
        CountWithin(Cut(Decimal(90)), SCALE[1], 2),
        CountWithin(Cut(Decimal(80)), Cut(Decimal(90), -1), 3),
        ScoreWithin(0, Cut(Decimal("83.45")), Cut(Decimal("83.45"))),
        ScoreWithin(1, Cut(Decimal("83.80")), Cut(Decimal("83.80"))),
        RankWithin(2, 4, 4),
        RankWithin(3, 6, 6),
    ]
    made = bounds(6, premises, SCALE)
    assert made[0] == Bound(5, 5, Cut(Decimal("83.45")), Cut(Decimal("83.45")))
    assert made[1] == Bound(3, 3, Cut(Decimal("83.80")), Cut(Decimal("83.80")))
    assert made[2] == Bound(4, 4, Cut(Decimal("83.45")), Cut(Decimal("83.80")))
    assert made[3] == Bound(6, 6, SCALE[0], Cut(Decimal(80), -1))
    assert made[4] == made[5] == Bound(1, 2, Cut(Decimal(90)), SCALE[1])


def test_a_premise_about_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="no unit 3"):
        bounds(3, [RankWithin(3, 1, 1)], SCALE)


def test_nothing_known_of_nobody_gives_nothing() -> None:
    assert bounds(0, [], SCALE) == []
    assert bounds(2, [], SCALE) == [Bound(1, 2, *SCALE)] * 2
