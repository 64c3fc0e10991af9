"""What is known of an edition, as plain data: the premises that bounds follow from.

A *completion* of an edition gives each unit a rank and a score: the ranks are a permutation of 1…n, and a unit with a
smaller rank has no lower a score. Units with equal scores may stand in any order, as where a source breaks ties by what
it does not publish. Premises say which completions are possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Cut(NamedTuple):
    """An end of an interval of scores: ``side`` 0 at the value, 1 just above it, -1 just below it.

    An open end is one that lies beside its value: above 80 begins at ``Cut(80, 1)``. Cuts compare as the ends do.
    """

    value: Decimal
    side: int = 0


BOTTOM = Cut(Decimal("-Infinity"))
TOP = Cut(Decimal("Infinity"))


@dataclass(frozen=True, slots=True)
class RankWithin:
    """The rank of a unit (by its number, from 0) is between ``first`` and ``last``, both included."""

    unit: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ScoreWithin:
    """The score of a unit is between two ends."""

    unit: int
    low: Cut = BOTTOM
    high: Cut = TOP


@dataclass(frozen=True, slots=True)
class CountWithin:
    """Exactly ``number`` units of the edition have a score between two ends: the members of a grade or band."""

    low: Cut
    high: Cut
    number: int


Premise = RankWithin | ScoreWithin | CountWithin


@dataclass(frozen=True, slots=True)
class Bound:
    """The smallest intervals that hold the rank and the score of a unit in all completions."""

    first: int
    last: int
    low: Cut
    high: Cut


class Contradiction(Exception):
    """The premises leave no completion."""


def check(units: int, premises: Sequence[Premise]) -> None:
    """Refuses premises about units that there are not.

    :raises ValueError: a unit's number is not below ``units``.
    """
    for premise in premises:
        if not isinstance(premise, CountWithin) and not 0 <= premise.unit < units:
            raise ValueError(f"no unit {premise.unit} among {units}")
