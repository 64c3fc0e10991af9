"""The day of a page in a line of its own above the lead, "19/05/2020 14:30", and what the lead tells of that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day
from datetime import timedelta
from itertools import takewhile

from cchc.claims import Quote
from cchc.loaders.articles.document import DATED, LONGEST_DATED, Kind, Paragraph
from cchc.vietnamese.dates import DateMention, find_dates

_FIRST = 8
"""How many paragraphs above the lead are looked at."""
_SOON = timedelta(days=60)
"""So far ahead are meetings announced."""
_THIS_DAY = re.compile(r"\b(?:sáng|trưa|chiều|tối|ngày hôm|hôm)\s+nay\b", re.I)

Posted = tuple[DateMention, Quote]


def posted(layout: Sequence[Paragraph]) -> Posted | None:
    """The day that a page gives itself, with the words; None where it has no such line, or several with other days."""
    head = list(takewhile(lambda paragraph: paragraph.kind is not Kind.BODY, layout))[:_FIRST]
    found: list[Posted] = []
    for line in head:
        dates = find_dates(line.text) if len(line.text) < LONGEST_DATED and DATED.fullmatch(line.text) else ()
        found += [
            (date, Quote(line.start + date.start, line.start + date.end, line.text[date.start : date.end], "", ""))
            for date in dates
            if date.year
        ]
    return found[0] if len({date.iso() for date, _ in found}) == 1 else None


def near(date: DateMention, posted: DateMention) -> str | None:
    """A date without a year, in ISO 8601, by the day of the page that tells of it: it has been within the year before,
    or will be soon."""
    year, day = posted.year, posted.iso()
    ahead = date.iso(year)
    if year is None or day is None or ahead is None:
        return ahead
    soon = Day.fromisoformat(ahead) - Day.fromisoformat(day) <= _SOON
    return ahead if soon else date.iso(year - 1)


def on_that_day(day: Posted | None, text: str) -> Posted | None:
    """The day of the page, where a sentence is about what happened on it: "Sáng nay, … chủ trì hội nghị"."""
    return day if day and _THIS_DAY.search(text) else None
