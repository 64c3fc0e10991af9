"""Minimal sets of premises that cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def minimal(items: Sequence[Item], contradict: Callable[[list[Item]], bool]) -> list[Item]:
    """A minimal part of contradictory items: it contradicts itself, and would not without any one of its items.

    Items that come first are kept rather than those that come later. QuickXplain: U. Junker, *QuickXplain: Preferred
    Explanations and Relaxations for Over-Constrained Problems*, AAAI 2004; a part of k of n items takes in the order of
    k log(n / k) looks.

    :raises ValueError: the items do not contradict each other.
    """

    def part(given: list[Item], grown: bool, rest: list[Item]) -> list[Item]:
        if grown and contradict(given):
            return []
        if len(rest) == 1:
            return rest
        half = len(rest) // 2
        first, second = rest[:half], rest[half:]
        of_second = part(given + first, True, second)
        of_first = part(given + of_second, bool(of_second), first)
        return of_first + of_second

    everything = list(items)
    if not contradict(everything):
        raise ValueError("nothing contradicts")
    return part([], True, everything) if everything else []
