"""Dates as Vietnamese texts write them: "24/6/2021", "ngày 30 tháng 3 năm 2022", "chiều 24/6"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(
    r"""(?<![\d/.,])
        (?:(?P<day>0?[1-9]|[12]\d|3[01])(?:\s*/\s*|\s*-\s*|\s*\.\s*)(?P<month>0?[1-9]|1[0-2])
              (?:(?:\s*/\s*|\s*-\s*|\s*\.\s*)(?P<year>(?:19|20)\d\d))?
          |(?P<day2>0?[1-9]|[12]\d|3[01])\s+tháng\s+(?P<month2>0?[1-9]|1[0-2])(?:(?:\s+năm\s+|\s*/\s*)(?P<year2>(?:19|20)\d\d))?
        )(?![\d/]|[.,]\d|\s*%|\s*(?:điểm|bậc|hạng)\b)""",
    re.VERBOSE,
)
_PERHAPS = re.compile(r"\d(?=\d?(?:\s*[/.-]\s*\d|\s+tháng))")
"""Where a date may begin. Looked for first, because an engine finds a digit faster than a date."""
_BEFORE = re.compile(
    r"""(?:(?P<part>sáng|trưa|chiều|tối|Sáng|Trưa|Chiều|Tối)\s+(?:(?:hôm\s+)?(?:nay|qua|mai)\s*)?
            (?:[Tt]hứ\s+(?i:hai|ba|tư|năm|sáu|bảy|[2-7])\s*|[Cc]hủ\s+[Nn]hật\s*)?  # sáng thứ Ba, 19/5
            [,(]?\s*)?   # chiều nay (24/6)
        (?:(?P<cue>[Nn]gày|[Hh]ôm)\s+)?\Z""",
    re.VERBOSE,
)
_LOOK_BACK = 40
"""How far before a date, in characters, the words are looked for that belong to it."""
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
    free = 0
    for place in _PERHAPS.finditer(text):
        match = _DATE.match(text, place.start()) if place.start() >= free else None
        if match is None:
            continue
        before = _BEFORE.search(text[max(free, match.start() - _LOOK_BACK) : match.start()])
        part, cue, words = (before["part"], before["cue"], before[0]) if before else (None, None, "")
        free = match.end()
        day, month = match["day"] or match["day2"], match["month"] or match["month2"]
        year = match["year"] or match["year2"]
        cued = bool(part or cue or match["day2"] or year)
        separator = text[match.end("day") : match.start("month")] if match["day"] else "/"
        if not year and separator.strip() != "/" and not (cued and separator.strip() in ("-", ".")):
            continue
        found.append(
            DateMention(
                match.start() - len(words), match.end(), int(day), int(month), int(year) if year else None,
                _PARTS[part.casefold()] if part else None, cued,
            )
        )  # fmt: skip
    return found
