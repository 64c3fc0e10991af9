"""One record of a review: its values, checked one by one, and which of them differ from the machine's."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from cchc.errors import CchcError
from cchc.vietnamese import nfc

Record = dict[str, Any]

NOTE = "note"
"""The key of a person's remark. It may stand in any record and changes nothing else."""

PLACE = ("evidence", "start", "end")

KEYS: dict[str, tuple[str, ...]] = {
    "observation": (
        "index", "unit", "year", "measure", "component", "value", "unit_of_measure", "rank_of", "scope", "vs_year",
        "period", "maximum", "status", "interpretation",
    ),
    "standing": ("index", "unit", "year", "value", "status"),
    "count": ("index", "year", "population", "class", "value", "of", "kind", "status"),
    "indicator": ("name", "unit", "year", "value", "unit_of_measure", "vs_year", "status"),
    "meeting": ("date", "name", "chair", "chair_post", "co_chairs", "place", "organizer", "session", "points"),
    "official": ("name", "post", "organization"),
    "directive": ("by", "to", "text", "deadline", "areas"),
    "method": ("name", "index", "year"),
    "unplaced": ("text", "why"),
}  # fmt: skip
"""The keys of each type of record, besides ``type``, ``note`` and where it stands."""

_YEARS = range(1900, 2200)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Fields:
    """The values of one record. Reading a wrong one notes a problem and gives None."""

    def __init__(self, record: Record, where: str, machine: Record | None = None) -> None:
        self.record = record
        self.where = where
        self.machine = machine
        self.problems: list[CchcError] = []

    def changed(self, *keys: str) -> bool:
        """Whether any of these differs from the machine's record; always, where there is none."""
        return self.machine is None or any(self.record.get(key) != self.machine.get(key) for key in keys)

    def refuse(self, key: str, expected: str) -> None:
        """Notes that a value is none of the expected kind."""
        value = _shown(self.record.get(key))
        self.problems.append(
            CchcError("REVIEW_VALUE", where=f"{self.where}.{key}", values={"value": value, "expected": expected})
        )

    def unknown(self, key: str, nearest: Iterable[str]) -> None:
        """Notes that a name names nothing that is known."""
        values = {"value": _shown(self.record.get(key)), "nearest": ", ".join(nearest) or "–"}
        self.problems.append(CchcError("REVIEW_NAME", where=f"{self.where}.{key}", values=values))

    def text(self, key: str, *, required: bool = False) -> str | None:
        value = self.record.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, "Lạng Sơn")
            return None
        return nfc(value)

    def choice(self, key: str, known: Iterable[str], *, required: bool = False) -> str | None:
        value = self.record.get(key)
        if value is None and not required:
            return None
        if value not in (allowed := list(known)):
            self.refuse(key, " | ".join(allowed))
            return None
        return str(value)

    def number(self, key: str, *, required: bool = False) -> Decimal | None:
        value = self.record.get(key)
        if value is None and not required:
            return None
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, float))
            or not math.isfinite(value)
            or abs(value) >= 1e12
        ):
            self.refuse(key, "83.45")
            return None
        return Decimal(str(value))

    def integer(self, key: str, *, required: bool = False, least: int | None = None) -> int | None:
        number = self.number(key, required=required)
        if number is None:
            return None
        if number != int(number) or (least is not None and number < least):
            self.refuse(key, "36")
            return None
        return int(number)

    def year(self, key: str, *, required: bool = False) -> int | None:
        year = self.integer(key, required=required)
        if year is not None and year not in _YEARS:
            self.refuse(key, "2024")
            return None
        return year

    def day(self, key: str, *, required: bool = False) -> str | None:
        value = self.record.get(key)
        if value is None and not required:
            return None
        try:
            if not isinstance(value, str) or not _DAY.fullmatch(value):
                raise ValueError(value)
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            self.refuse(key, "2024-02-02")
            return None


def _shown(value: object) -> str:
    """A value in a message: short, on one line, without characters that steer a terminal."""
    text = "–" if value is None else str(value)
    printable = "".join(character if character.isprintable() else "�" for character in text[:60])
    return printable + ("…" if len(text) > 60 else "")
