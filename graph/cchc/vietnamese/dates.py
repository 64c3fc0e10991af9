"""Dates as Vietnamese texts write them: "24/6/2021", "ngày 30 tháng 3 năm 2022", "chiều 24/6"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_PATTERN = re.compile(
    r"""(?:(?P<part>sáng|trưa|chiều|tối|Sáng|Trưa|Chiều|Tối)\s+(?:nay\s*)?\(?\s*)?   # chiều nay (24/6)
        (?:(?P<cue>[Nn]gày|[Hh]ôm)\s+)?
        (?<![\d/.,])
        (?:(?P<day>0?[1-9]|[12]\d|3[01])(?:\s*/\s*|\s*-\s*|\s*\.\s*)(?P<month>0?[1-9]|1[0-2])
              (?:(?:\s*/\s*|\s*-\s*|\s*\.\s*)(?P<year>(?:19|20)\d\d))?
          |(?P<day2>0?[1-9]|[12]\d|3[01])\s+tháng\s+(?P<month2>0?[1-9]|1[0-2])(?:(?:\s+năm\s+|\s*/\s*)(?P<year2>(?:19|20)\d\d))?
        )(?![\d/]|[.,]\d|\s*%|\s*(?:điểm|bậc|hạng)\b)""",
    re.VERBOSE,
)
_PERHAPS = re.compile(r"\d\s*[/.-]\s*\d|\d\s+tháng")
"""What every date has; most sentences have none of it."""
_PARTS = {"sáng": "morning", "trưa": "afternoon", "chiều": "afternoon", "tối": "evening"}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. ``year`` is None where the text leaves it out; ``cued`` says that a word such as "ngày" or
    "chiều" marks it as a date, so that it can be no fraction."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    part_of_day: str | None
    cued: bool

    def iso(self, year: int | None = None) -> str | None:
        """The date in ISO 8601 with its own or the given year; None without a year, or if there is no such day."""
        chosen = self.year or year
        try:
            return date(chosen, self.month, self.day).isoformat() if chosen else None
        except ValueError:
            return None


def find_dates(text: str) -> list[DateMention]:
    """All dates of the text, in order. Without a year and without a cue, only ``day/month`` with a slash counts."""
    found: list[DateMention] = []
    if not _PERHAPS.search(text):
        return found
    for match in _PATTERN.finditer(text):
        day, month = match["day"] or match["day2"], match["month"] or match["month2"]
        year = match["year"] or match["year2"]
        cued = bool(match["part"] or match["cue"] or match["day2"])
        separator = text[match.end("day") : match.start("month")] if match["day"] else "/"
        if not year and separator.strip() != "/":
            continue
        part = _PARTS[match["part"].casefold()] if match["part"] else None
        found.append(
            DateMention(
                match.start(), match.end(), int(day), int(month), int(year) if year else None, part, cued or bool(year)
            )
        )
    return found
