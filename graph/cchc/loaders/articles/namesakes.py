"""Units of one name: which of them a text means depends on the day that it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cchc.units import Period, bearers

if TYPE_CHECKING:
    from cchc.loaders.articles.entries import Entry

_FIRST = ""
"""A day before all others."""


class Namesakes:
    """The units that share names, from groups of units that each share one."""

    def __init__(self, groups: Iterable[list[Entry]]) -> None:
        self._of: dict[str, list[Entry]] = {}
        for group in groups:
            for entry in group:
                known = self._of.setdefault(entry.path, [])
                known.extend(other for other in group if other not in known)
        days = {day for group in self._of.values() for e in group for day in (e.period.began, e.period.ended) if day}
        self._changes = sorted(days)

    def on_day(self, entries: tuple[Entry, ...], day: str | None) -> tuple[Entry, ...]:
        """The entries of one name, without the units that don't bear it on a day (None: before all known changes)."""
        units = [entry for entry in entries if entry.kind == "unit"]
        if len(units) < 2:
            return entries
        meant = bearers(units, _period, day or _FIRST)
        return tuple(entry for entry in entries if entry.kind != "unit" or entry in meant)

    def at_one_time(self, day: str, other: str) -> bool:
        """Whether all names mean the same on both days, for no change lies between them."""
        return bisect_right(self._changes, day) == bisect_right(self._changes, other)

    def moved(self, path: str, day: str, to: str) -> Entry | None:
        """The unit that the name of a unit means on another day; None if it is the same, or its name does not decide.

        A unit that did not bear its name on ``day`` was told apart by the text ("Đồng Tháp (cũ)"), and stays.
        """
        now, then = self.bearer(path, day), self.bearer(path, to)
        return then if now and now.path == path and then and then.path != path else None

    def bearer(self, path: str, day: str) -> Entry | None:
        """The one unit that bears the name of a unit on a day; None where several do, or no other one ever did."""
        meant = bearers(self._of.get(path, []), _period, day)
        return meant[0] if len(meant) == 1 else None


def _period(entry: Entry) -> Period:
    return entry.period
