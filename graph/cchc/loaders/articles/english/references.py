"""What English texts say of names told before or behind: who fills the places to the end of a list's head ("A, B and C
complete the top five"), and which of two is "the former" or "the latter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cchc.loaders.articles.english.aligned import Piece
from cchc.loaders.articles.english.numerals import value
from cchc.vietnamese.scanning import Pattern

Named = tuple[int, int, str]
"""Where a name stands, and what it is in Vietnamese."""

_TOP = (
    r"the (?:country['’]s |national )?(?:top|first|leading) (?P<n>\d{1,2}|[a-z]{3,9})"
    r"(?: (?:places?|spots?|positions?|list|nationwide))?"
)
_FILLED = Pattern(
    r"\b(?:(?:rounded|rounds|rounding) (?:out|off)|complet(?:ed|es|e|ing)|clos(?:ed|es|ing)(?: out)?"
    r"|fill(?:ed|ing)(?: out)?)"
    rf" {_TOP}\b(?P<order>,? in (?:that|this) order)?(?P<are>,? (?:are|is|were|was)(?= ))?",
    re.I,
)
_AND = re.compile(
    r"(?:\s*\([^()\n]{1,30}\)|,? (?:with|at|on) (?:a score of )?\d[\d.]*(?: ?%| per ?cent| points)?)?"
    r"\s*(?:,|,?\s+and\b|;)\s*(?:the (?:city|province|capital) of )?(?:the )?"
)
_ON = re.compile(
    r"(?:\s*\([^()\n]{1,30}\)|,? (?:with|at|on) (?:a score of )?\d[\d.]*(?: ?%| per ?cent| points)?)?"
    r"(?: (?:city|province))?,?\s+(?:(?:then|both|all|respectively|have|has)\s+)?"
)
_THEN = re.compile(r"\s*:?\s*(?:the (?:city|province|capital) of )?(?:the )?")
_ONE_OF_TWO = Pattern(
    r"\bthe (?P<which>former|latter)(?=['’]s\b|,? (?:was|were|is|are|had|has|rose|fell|scored|ranked|came|climbed"
    r"|dropped|slipped|with|at|gained|lost|up|down|posted|got|earned|received|achieved|reached|stood|improved"
    r"|increased|decreased|moved|edged|jumped|declined|took|finished|placed|ranking|scoring)\b)",
    re.I,
)
_PAIR = re.compile(r"(?:\s*\([^()\n]{1,20}\))?,? and (?:the |its |their )?")
_DATED = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? "
    r"|\d{1,2}(?:st|nd|rd|th)? "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? |\d{1,2}/\d{1,2}/)(?P<year>20\d\d)\b",
    re.I,
)
_HEAD = 700
"""The characters from the start in which the day of a report stands."""
_LAST_YEAR = Pattern(r"\b(?:in |for |during )?last year\b(?!['’])", re.I)
_COMPARES = re.compile(
    r"\b(?:than|from|compared|against|over|versus|with that of|relative|same|of|since)\b[^.;\n]{0,50}$", re.I
)
_BEFORE = 400
"""How far back the two are looked for, in characters."""


def filled_places(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, tuple[Piece, ...]]]:
    """The places to which a list's head is filled, told one by one: "Hue and Da Nang complete the top five" is
    "… lần lượt xếp thứ 4 và thứ 5". A list that does not stand at the words themselves has none."""
    for match in _FILLED.finditer(text):
        last = value(match["n"].lower())
        if last is None:
            continue
        if match["are"]:
            count, told = _following(text, named, match.end()), "xếp {} là"
        else:
            count = _preceding(text, named, match.start())
            told = "lần lượt xếp {}" if count > 1 else "xếp {}"
        if 0 < count < last:
            places = [f"thứ {place}" for place in range(last - count + 1, last + 1)]
            listed = " và ".join(filter(None, [", ".join(places[:-1]), places[-1]]))
            yield match.start(), match.end(), (told.format(listed),)


def _following(text: str, named: Sequence[Named], place: int) -> int:
    """How many names are listed from a place on."""
    count, gap = 0, _THEN
    for start, end, _ in named:
        if start >= place:
            if not gap.fullmatch(text, place, start):
                break
            count, place, gap = count + 1, end, _AND
    return count


def _preceding(text: str, named: Sequence[Named], place: int) -> int:
    """How many names are listed up to a place."""
    count, gap = 0, _ON
    for start, end, _ in reversed(named):
        if end <= place:
            if not gap.fullmatch(text, end, place):
                break
            count, place, gap = count + 1, start, _AND
    return count


def ones_of_two(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, tuple[Piece, ...]]]:
    """The names of "the former" and "the latter": the last two that "and" joins; a thing of no name where there are
    none, so that its figures are nobody else's."""
    for match in _ONE_OF_TWO.finditer(text):
        before = [name for name in named if match.start() - _BEFORE < name[0] and name[1] <= match.start()]
        pairs = [(one[2], other[2]) for one, other in pairwise(before) if _PAIR.fullmatch(text, one[1], other[0])]
        which = match["which"].lower()
        name = pairs[-1][which == "latter"] if pairs else f"tỷ lệ {which}"
        yield match.start(), match.end(), (name,)


def last_years(text: str) -> Iterator[tuple[int, int, tuple[Piece, ...]]]:
    """ "last year" of a report that its head dates, as a year, where nothing else names that year. What a figure is
    compared with is of the year before that of the figure, and stays."""
    dated = _DATED.search(text, 0, _HEAD)
    year = int(dated["year"]) - 1 if dated else None
    if year and str(year) not in text:
        for match in _LAST_YEAR.finditer(text):
            if not _COMPARES.search(text, max(0, match.start() - 60), match.start()):
                yield match.start(), match.end(), (f"in {year}",)
