"""What the first lines of an article tell of it: its heading, and the line with its date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.loaders.articles.document import Kind, paragraphs
from cchc.vietnamese import nfc
from cchc.vietnamese.dates import find_dates

_LINES = 3_000
"""The characters from the start in which heading and date line are looked for."""
_LABEL = re.compile(r"(?:ngày đăng|đăng (?:lúc|ngày)|xuất bản|cập nhật(?: lúc| ngày)?|ngày cập nhật)\s*:?", re.I)
_TIME = re.compile(r"\b\d{1,2}\s*(?::|h|giờ)\s*\d{2}(?::\d{2})?(?:\s*(?:AM|PM|SA|CH|GMT\s*\+?\d+))?", re.I)
_WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b|\bngày\b", re.I)
_HEADING_ENDS = re.compile(r"[.;:,]\s*\Z")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The heading, the date of publication and the date that the page shows (ISO 8601); what is not there is None."""

    title: str | None = None
    published: str | None = None
    page_date: str | None = None


def masthead(text: str) -> Masthead:
    """The masthead of an article's text.

    A heading is a first line that is no sentence and has others after it. A line that holds nothing but a date is that
    of the publication where it gives the time of day or says so ("Cập nhật: …"); a bare date may be the day on which
    the page was saved.
    """
    lines = [p for p in paragraphs(nfc(text[:_LINES])) if p.kind is not Kind.TEASER]
    # A letterhead above the title is none.
    titles = [p.text for p in lines[:-1] if p.kind is Kind.TITLE and not _HEADING_ENDS.search(p.text)]
    title = titles[-1] if titles else None
    published = page_date = None
    for line in lines:
        date, of_publication = _dateline(line.text)
        if of_publication:
            published = published or date
        else:
            page_date = page_date or date
    return Masthead(" ".join(title.split()) if title else None, published, page_date)


def _dateline(line: str) -> tuple[str | None, bool]:
    """The date of a line that holds nothing else, and whether it is that of the publication."""
    dates = find_dates(line) if len(line) < 80 else []
    if len(dates) != 1 or not dates[0].year:
        return None, False
    rest = line[: dates[0].start] + " " + line[dates[0].end :]
    words = _WEEKDAY.sub(" ", _TIME.sub(" ", _LABEL.sub(" ", rest)))
    if re.search(r"\w", words):
        return None, False
    return dates[0].iso(), bool(_LABEL.search(rest) or _TIME.search(rest))
