"""Values as people read them: numbers, dates and codes in the language of the answer."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from pyoxigraph import Literal, NamedNode

from cchc.answers.model import Column, Value, plain
from cchc.store.results import Term
from cchc.vocabulary import ID, XSD

MISSING = "–"
"""What stands where nothing is known."""

_TRUTH = {"vi": {True: "có", False: "không"}, "en": {True: "yes", False: "no"}}
_DATE = XSD + "date"


def shown(term: Term | None, column: Column, lang: str) -> str:
    """One value as text, on one line, without control characters."""
    value = plain(term)
    if value is None:
        return MISSING
    if isinstance(value, bool):
        return _TRUTH[lang][value]
    if isinstance(value, (int, Decimal)):
        return number(value, lang, column.decimals, signed=column.signed)
    if isinstance(term, Literal) and term.datatype.value == _DATE and lang == "vi" and len(value) == 10:
        return f"{value[8:]}/{value[5:7]}/{value[:4]}"
    if value in column.values:
        return column.values[value][lang]
    if isinstance(term, NamedNode):
        return clean(value.removeprefix(ID))
    return clean(value)


def number(value: int | Decimal, lang: str, decimals: int | None = None, *, signed: bool = False) -> str:
    """A number with a decimal comma in Vietnamese, a point in English; ``decimals`` rounds or fills up Decimals."""
    if isinstance(value, Decimal):
        if decimals is not None:
            value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        text = format(value, "f")
        if decimals is None and "." in text:
            text = text.rstrip("0").rstrip(".")
    else:
        text = str(value)
    if signed and value > 0:
        text = "+" + text
    text = text.replace("-", "\u2212")
    return text.replace(".", ",") if lang == "vi" else text


def header(column: Column, lang: str) -> str:
    """The heading of a column, with its unit of measure."""
    label = column.label[lang]
    return f"{label} ({column.unit_of_measure})" if column.unit_of_measure else label


def numeric(values: list[Value]) -> bool:
    """Whether a column holds numbers only, and at least one."""
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, (int, Decimal)) and not isinstance(value, bool) for value in known)


def clean(text: str) -> str:
    """The text on one line; control characters, which could drive a terminal or break XML, become U+FFFD."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") or c in _BIDI else c for c in line)


_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )
