"""Numbers, ordinals and dates as English texts write them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.loaders.articles.english.aligned import Piece

Change = tuple[int, int, tuple[Piece, ...]]

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TENS_AND_ONES = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_NUMBERS[:9])}))?"
_COUNTED = (
    r"places?|spots?|positions?|notch(?:es)?|rungs?|ranks?|steps?|points?|per ?cent|percentage|provinces?|ministr\w+"
    r"|localit\w+|cit(?:y|ies)|municipalities|departments?|districts?|communes?|wards?|agenc\w+|units?|years?"
    r"|performers|components?|areas|out of|were|scored|got|earned"
    r"|recorded|best|lowest|highest|worst|bottom|consecutive|straight|criteria|of (?:them|these|those|which)"
    r"|of the (?:\w+['’]s )?\d+|between \d+|above \d+|below \d+|under \d+|over \d+|less than \d+|more than \d+"
    r"|in group|in class|and (?:\w+) (?:places?|spots?|positions?|notch(?:es)?|rungs?|ranks?)"
)
_NUMBER = re.compile(
    rf"\b(?P<word>{_TENS_AND_ONES}|{'|'.join(reversed(_NUMBERS))})(?=[ -](?:[\w-]+ )?(?:{_COUNTED})\b"
    rf"| [\"“](?:excellent|good|fair)\b)|(?<=\btop[ -])(?P<top>{_TENS_AND_ONES}|{'|'.join(reversed(_NUMBERS))})\b"
    rf"|(?:(?<=\bup )|(?<=\bdown ))(?P<steps>{'|'.join(reversed(_NUMBERS))})"
    r"(?= (?:from|on|over|since|compared|against)\b)",
    re.I,
)
"""A number in words before what it counts."""
_PLACED = (
    r"places?|positions?|spots?|rank|slot|nationwide|nationally|in the (?:country|nation|PAR)|out of|among|overall"
)
_LOOKS = (
    r"(?:rank(?:ed|s|ing)?|plac(?:ed|es|ing)(?: it)?|finish(?:ed|es|ing)|c[ao]m(?:e|es|ing)(?: in)?|stood|stands"
    r"|standing|sat|sits|took|takes|taking|held|holds|holding|secur(?:ed|es|ing)|claim(?:ed|s|ing)|retain(?:ed|s|ing)"
    r"|kept|remain(?:ed|s|ing)|was|were|is|are|to|from|at|and|from the|to the|at the|in|in the|its|listed)"
)
_ORDINAL = re.compile(
    rf"\b(?P<early>(?<!the )(?<!for the )(?:{'|'.join(_ORDINALS[:3])}))"
    rf"(?= (?:{_PLACED})\b|-(?:placed|ranked|ranking)\b)"
    rf"|(?<=\bthe )(?P<the>{'|'.join(_ORDINALS[:3])})(?= (?:place|position|spot|rank|slot|and (?:\w+) places)\b)"
    rf"|\b(?:{_LOOKS}) (?:(?:still|also|only|joint|overall|up|down) )*(?P<looked>{'|'.join(_ORDINALS[:3])})\b"
    rf"(?= (?:{_PLACED}|in|with|on|behind|after|and|of|for|at|from|while|respectively|nationwide)\b| \(|[,.;:)\n]|$)"
    rf"|(?-i:[A-ZĐ])[\w-]+ (?P<named>(?-i:{'|'.join(_ORDINALS[:3])}))"
    r"(?= (?:with|at|on) \d| \(|[,.;]| and (?-i:[A-ZĐ]))"
    rf"|(?<=\) )(?P<closed>{'|'.join(_ORDINALS[:3])})(?=[,.;]| and (?-i:[A-ZĐ]))"
    rf"|(?<=[,;:–—(] )(?P<aside>{'|'.join(_ORDINALS[:3])})(?= (?:with|at|on|in|behind) (?:a score of )?\d| \(\d|\))"
    r"|(?:(?<=\bfirst, )|(?<=\bsecond, )|(?<=\bsecond, and )|(?<=\bsecond and ))(?P<run>second|third)\b"
    rf"|\b(?:put|puts|had|has|ranked|ranks|placed|places|rated|listed) (?:(?-i:[A-ZĐ])[\wÀ-ỹ-]+ ){{1,4}}(?:in )?"
    rf"(?P<given>{'|'.join(_ORDINALS[:3])})\b"
    rf"|\b(?P<late>{'|'.join(reversed(_ORDINALS[3:]))})\b",
    re.I,
)
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"(?:\b(?:on )?(?:the )?(?P<part>morning|afternoon|evening)(?: of| on)? )?(?:\bon )?(?:the )?(?:(?:mon|tues|wednes"
    rf"|thurs|fri|satur|sun)day,? )?\b(?:{_MONTH.format('month')} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%]|\.\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format('month2')})"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?(?! ?(?:points|percent|places))",
    re.I,
)
_PARTS = {"morning": "sáng", "afternoon": "chiều", "evening": "tối"}


def numbers(text: str) -> Iterator[Change]:
    """Numbers in words, where they count something of the genre, in digits."""
    for match in _NUMBER.finditer(text):
        yield match.start(), match.end(), (str(_value(match[match.lastgroup or 0].lower())),)


def ordinals(text: str) -> Iterator[Change]:
    """Ordinals in words in digits ("6th"); the first three only where they are a rank."""
    for match in _ORDINAL.finditer(text):
        # One group of the pattern at a time matches.
        group = str(match.lastgroup)
        number = _ORDINALS.index(match[group].lower()) + 1
        yield match.start(group), match.end(group), (f"{number}th",)


def dates(text: str) -> Iterator[Change]:
    """Dates as "ngày 24/6/2021"."""
    for match in _DATE.finditer(text):
        month = _MONTHS.index((match["month"] or match["month2"]).lower()[:3]) + 1
        day, year = match["day"] or match["day2"], match["year"]
        part = f"{_PARTS[match['part'].lower()]} " if match["part"] else ""
        yield match.start(), match.end(), (f"{part}ngày {int(day)}/{month}" + (f"/{year}" if year else ""),)


def value(word: str) -> int | None:
    """The number that a word or figures say (1 to 69 in words); None for other words."""
    if word.isdigit():
        return int(word)
    return _value(word) if re.fullmatch(f"{_TENS_AND_ONES}|{'|'.join(_NUMBERS)}", word) else None


def _value(word: str) -> int:
    if word in _NUMBERS:
        return _NUMBERS.index(word) + 1
    tens, _, ones = word.partition("-")
    return _TENS[tens] + (_NUMBERS.index(ones) + 1 if ones else 0)
