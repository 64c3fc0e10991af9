"""Units through time: which of the units of one name existed on a day, and what became of them.

A unit is told apart from its successor of the same name by the days between which it existed. A day is an ISO 8601
date, so that days compare as text do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Period:
    """When a unit existed: from the day ``began`` to the day before ``ended``; None where no change is known."""

    began: str | None = None
    ended: str | None = None

    def __contains__(self, day: str) -> bool:
        return (self.began or "") <= day and (self.ended is None or day < self.ended)

    def __str__(self) -> str:
        """As people are shown it: ``– 2025-06-30`` before a change, ``2025-07-01 –`` after it; empty without any."""
        return f"{self.began or ''} – {_day_before(self.ended)}".strip() if self.began or self.ended else ""


ALWAYS = Period()


def last_day(year: int | str) -> str:
    """The day by which an index year names its units.

    The results of a year are of the units that there are at its end: PAR INDEX 2024 is of the 63 provinces of
    31 December 2024, although it was published when their merger was being prepared.
    """
    return f"{year}-12-31"


def bearers(candidates: Iterable[T], period_of: Callable[[T], Period], day: str) -> list[T]:
    """Which of the units that bear one name it means on a day: those that existed then; else those nearest to it.

    An old name in a new text ("tỉnh Hà Nam" in 2026) means the unit that had it last; a new name in an old text the
    one that had it first.
    """
    known = list(candidates)
    existing = [unit for unit in known if day in period_of(unit)]
    if existing or not known:
        return existing
    ended = [unit for unit in known if (end := period_of(unit).ended) is not None and end <= day]
    if ended:
        latest = max(period_of(unit).ended or "" for unit in ended)
        return [unit for unit in ended if period_of(unit).ended == latest]
    first = min(period_of(unit).began or "" for unit in known)
    return [unit for unit in known if (period_of(unit).began or "") == first]


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as a register finds it: ``path`` below ``id/unit/``, class (local name), names, and when it existed.

    ``names`` are all that people may write for it in Vietnamese; ``region`` and ``within`` (the unit that it belongs
    to) are slugs.
    """

    path: str
    kind: str
    name: str
    name_en: str
    names: tuple[str, ...] = ()
    region: str | None = None
    within: str | None = None
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that a change brought about, with its other names, each with its language."""

    unit: KnownUnit
    names: tuple[tuple[str, str], ...] = ()
    unit_class: str | None = None
    gso_code: str | None = None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A change of units on a day (``org:ChangeEvent``): what there was (``originals``) and what there is (``results``).

    Both hold paths below ``id/unit/``; a unit in both went on. ``kind`` is a slug below ``id/change-kind/``,
    ``population`` the level that ended, where a whole one did. ``sources`` are addresses of web pages.
    """

    date: str
    kind: str
    originals: tuple[str, ...]
    results: tuple[str, ...]
    label: str
    label_en: str
    population: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeRegister:
    """The rows of a register of changes: the changes in its order, and the units that they brought about."""

    changes: tuple[UnitChange, ...] = ()
    units: tuple[NewUnit, ...] = ()


def _day_before(day: str | None) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else ""
