"""Mentions: typed spans of a sentence. What they are about is decided later, by attachment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from cchc.claims import Band
from cchc.loaders.articles.entries import Entry
from cchc.vietnamese.numbers import parse_number, parse_words
from cchc.vietnamese.scanning import Pattern


class Kind(Enum):
    """The kinds of mention. A SUPERLATIVE is a rank in words (first, last, best, worst), a
    STRANGER a subject that is no unit of ours."""

    INDEX = "index"
    UNIT = "unit"
    SELF = "self"
    STRANGER = "stranger"
    COMPONENT = "component"
    REGION = "region"
    CLASS = "class"
    POPULATION = "population"
    COUNT = "count"
    GRADE = "grade"
    BAND = "band"
    DIRECTION = "direction"
    RANK = "rank"
    SUPERLATIVE = "superlative"
    FRACTION = "fraction"
    CHANGE = "change"
    COMPARISON = "comparison"
    MEAN = "mean"
    YEAR = "year"
    YEARS = "years"
    PERIOD = "period"
    DATE = "date"
    NUMBER = "number"
    IGNORED = "ignored"


BRACKETED = "bracketed"
"""The word of a rank that only a legend makes one."""
LISTED = ("item", "item-of-region")
"""The words of ranks that the place in a list tells: one among all, one in the region talked about."""
MEASURES = (Kind.RANK, Kind.SUPERLATIVE, Kind.FRACTION, Kind.CHANGE, Kind.NUMBER, Kind.GRADE)
"""The kinds of mention that need an owner."""


@dataclass(frozen=True, slots=True)
class Name:
    """A unit as the text names it, before it is known whose department or district it is."""

    kind: str
    name: str
    slug: str
    name_en: str | None = None
    known: bool = False


@dataclass(slots=True)
class Mention:
    """A typed span. Not to be changed; not frozen, because there are many, and a frozen one takes three times as long
    to make.

    ``start`` and ``end`` are offsets in the sentence.

    ``number`` is the value, rank, amount or count; ``of`` what it is out of; ``sign`` the direction of a change (0:
    as the one before it); ``year`` a year, the one compared with (-1: the year before), or the one that a score or
    rank says itself ("88,6% năm 2019"); ``unit_of_measure`` percent, points,
    rank or times; ``names`` the units of a list; ``entries`` what a name may stand for; ``word`` a folded detail.
    """

    kind: Kind
    start: int
    end: int
    number: Decimal | None = None
    of: Decimal | None = None
    sign: int = 0
    year: int | None = None
    years: tuple[int, ...] = ()
    unit_of_measure: str | None = None
    names: tuple[tuple[Name, int, int], ...] = ()
    entries: tuple[Entry, ...] = ()
    band: Band | None = None
    word: str = ""


_MEASURE_WORDS = {
    "%": "percent", "phần trăm": "percent", "điểm": "points", "điểm phần trăm": "percent", "điểm %": "percent",
    "bậc": "rank", "hạng": "rank", "vị trí": "rank", "thứ hạng": "rank", "thứ bậc": "rank", "lần": "times",
}  # fmt: skip


_BEST_CLASSES = ("a", "xuat-sac", "cao-nhat")
_NOT_THE_WORST = ("a", "b", "xuat-sac", "tot", "rat-tot", "cao-nhat")
_THOUSAND = 1000
LONGEST_NUMBER = 15
"""The most characters that a figure of the genre has; a longer run of digits is something else."""
_LOOK_BACK = 90
"""How far back the words are looked for that tell what a figure is. Bounded, so that a sentence is read in linear
time."""


def is_best(group: Mention) -> bool:
    """Whether no unit is in a better class than one told by a letter, a name or bounds."""
    if group.kind is Kind.BAND:
        return group.band is not None and group.band.upper is None
    return group.word in _BEST_CLASSES


def is_worst(group: Mention) -> bool:
    """Whether no unit is in a worse class; of one by a letter or name, where it may be so."""
    if group.kind is Kind.BAND:
        return group.band is not None and group.band.lower is None
    return group.word not in _NOT_THE_WORST


def measure_of(word: str | None) -> str | None:
    """The unit of measure that a word names: percent, points, rank or times."""
    return _MEASURE_WORDS.get(" ".join(word.split()).casefold()) if word else None


def amount_of(text: str, decimal_point: bool = False) -> Decimal | None:
    """The value of a number in digits or words; None if it is no number after all ("1.2.3")."""
    if len(text) > LONGEST_NUMBER and text[0].isdigit():
        return None
    try:
        return parse_number(text, decimal_point=decimal_point) if text[0].isdigit() else Decimal(parse_words(text))
    except ValueError:
        return None


def figure_of(text: str, measure: str | None) -> Decimal | None:
    """The value of a figure with its unit of measure: "47.448 điểm" is no score of thousands, so its dot is a decimal
    mark."""
    number = amount_of(text)
    if number is not None and number >= _THOUSAND and measure in ("points", "percent") and text.count(".") == 1:
        return amount_of(text, decimal_point="," not in text)
    return number


def whole_of(text: str | None) -> Decimal | None:
    """What a figure is out of, where the text says so in digits."""
    return Decimal(text) if text else None


def whole_number(text: str) -> int | None:
    """The whole number, in digits or in a word, that a text begins with."""
    first = text.split(maxsplit=1)[:1]
    number = amount_of(first[0].lower()) if first else None
    return int(number) if number is not None else None


def has_decimals(number: Decimal) -> bool:
    """Whether a number was written with decimals, be they zeros: "13,0"."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def preceded(pattern: re.Pattern[str] | Pattern, text: str, position: int) -> bool:
    """Whether a pattern (which ends with ``$``) stands right before a place."""
    start = max(0, position - _LOOK_BACK)
    if text[position - 1 : position].isalnum():  # Within a word of the text: "tối đa100 điểm".
        return bool(pattern.search(text[start:position]))
    return bool(pattern.search(text, start, position))
