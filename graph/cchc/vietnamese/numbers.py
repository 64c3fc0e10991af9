"""Numbers as Vietnamese texts write them: decimal commas, thousands with dots, padded zeros, words."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = r"(?<!\d)\d++(?:[.,]\d++)*+"
"""A number in digits, with any marks inside it.

It never begins within a run of digits and never gives any back, so that searching a long run takes linear time.
"""

_NUMBER = re.compile(DIGITS)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_DIGIT_WORD = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín"
WORDS = rf"(?:mười(?:\s+(?:{_DIGIT_WORD}))?|(?:{_DIGIT_WORD})\s+mươi(?:\s+(?:{_DIGIT_WORD}))?|{_DIGIT_WORD})"
"""A number below a hundred in words."""

_ORDINALS = {"nhất": 1, "nhì": 2, "tư": 4}
# After a ten, five is "lăm": "thứ mười năm 2020" is the tenth, in 2020.
_UNIT_WORD = "một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|bẩy|tám|chín"
ORDINAL_WORDS = (
    rf"(?:nhất|nhì|mười(?:\s+(?:{_UNIT_WORD})\b)?|(?:{_DIGIT_WORD})\s+mươi(?:\s+(?:{_UNIT_WORD})\b)?|{_DIGIT_WORD})"
)
"""An ordinal in words below a hundred, as after "thứ" or "hạng"."""


def parse_number(text: str, *, decimal_point: bool = False) -> Decimal:
    """The value of a number in digits.

    A comma is a decimal mark. A dot groups thousands where exactly three digits follow each ("2.700"), unless
    ``decimal_point`` says that the text uses a decimal point; else it is a decimal mark too ("83.45", "0.512").

    :raises ValueError: if the text is no number.

    >>> parse_number("83,45"), parse_number("2.700"), parse_number("09"), parse_number("11.87")
    (Decimal('83.45'), Decimal('2700'), Decimal('9'), Decimal('11.87'))
    """
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"not a number: {text!r}")
    if _THOUSANDS.fullmatch(text) and not decimal_point:
        text = text.replace(".", "")
    text = text.replace(",", ".")
    if text.count(".") > 1:
        raise ValueError(f"two decimal marks: {text!r}")
    return Decimal(text)


def parse_words(text: str) -> int:
    """The value of a number in words, below a hundred.

    :raises ValueError: if a word is no numeral.

    >>> parse_words("hai"), parse_words("mười bảy"), parse_words("sáu mươi ba")
    (2, 17, 63)
    """
    total, last = 0, 0
    for word in text.casefold().split():
        if word == "mười":
            total, last = total + 10, 0
        elif word == "mươi":
            total, last = total - last + last * 10, 0
        elif word in _UNITS:
            last = _UNITS[word]
            total += last
        else:
            raise ValueError(f"no numeral: {word!r}")
    return total


def parse_ordinal(text: str) -> int:
    """The value of an ordinal, in words or digits, without "thứ".

    >>> parse_ordinal("nhất"), parse_ordinal("tư"), parse_ordinal("03"), parse_ordinal("ba mươi lăm")
    (1, 4, 3, 35)
    """
    word = text.casefold()
    if word.isdigit():
        return int(word)
    return _ORDINALS[word] if word in _ORDINALS else parse_words(word)
