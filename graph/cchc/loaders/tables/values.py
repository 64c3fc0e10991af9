"""Cells to values: numbers with either decimal mark, ranks, changes and grades as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc.claims import Band
from cchc.loaders.tables.model import Fault, Percent, Value
from cchc.loaders.tables.names import TableNames

_FOOTNOTE = re.compile(r"(?<=[\w%)])\s*(?:\(\d\)|\[\w\]|\*{1,3}|[¹²³⁴-⁹†‡]+)$")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_PLAIN = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")
"""Most numbers: nothing in them has two readings."""
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_GROUPED = re.compile(
    r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?:[.,]\d+)?|[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:,\d{3})+\.\d+"
)
_SPACED = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?")
"""Thousands with spaces between their groups."""
_OF = re.compile(r"(?P<value>[^/]+?)\s*/\s*(?P<of>[\d.,]+)\D*")
_RANKED = re.compile(
    r"(?P<before>\D*)(?P<rank>\d+)(?:st|nd|rd|th)?\s*(?:(?:/|trên|of|out of)\s*(?P<of>\d+))?(?![^\W\d_])\D*", re.I
)
"""A letter that touches the digits was taken for one of them: "5l"."""
_BESIDE_RANK = frozenset("#№=:*([\"'“ \t\n\u00a0")
"""What may stand before a rank without words: no sign and no mark of a number, "-5" and ",5" are slips."""
_UNIT = re.compile(r"\s*(?P<unit>%|điểm phần trăm|điểm|phần trăm|percent|points?)\s*$", re.I)
_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "＋": "+", "\u00a0": " ", "\u202f": " "})
_UP = re.compile(r"^\s*[↑▲△⬆🔺]\s*")
_DOWN = re.compile(r"^\s*[↓▼▽⬇🔻]\s*")
_ENCLOSED = re.compile(r"\(\s*(?P<change>[^\d()\s][^()]*)\)")
"""A change with a sign or a word in brackets; "(3)" alone may be one up, one down or a footnote."""
_ARROW_BEHIND = re.compile(r"^(\d[\d.,]*)\s*([↑▲△⬆🔺↓▼▽⬇🔻])$")
_BLANK = frozenset("-–—.…/\\* \t\n\u00a0")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_AS_DATE = re.compile(rf"(?P<month>{_MONTH})-(?P<year>\d\d)|(?P<day>\d\d?)-(?P<of>{_MONTH})", re.I)
"""A date as Excel writes it to CSV."""
_BOUND = re.compile(r"(?P<sign>[<>≥≤]=?)\s*(?P<bound>\d+(?:[.,]\d+)?)")
_RANGE = re.compile(r"(?P<low>\d+(?:[.,]\d+)?)\s*(?:-|–|—|đến|to)\s*(?P<sign><)?\s*(?P<high>\d+(?:[.,]\d+)?)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell, with the maximum or count and the unit of measure that the cell itself gives."""

    value: Decimal
    of: Decimal | None = None
    unit_of_measure: str | None = None


def is_blank(value: Value, names: TableNames) -> bool:
    """Whether a cell says nothing: empty, a dash, "N/A", "không xếp hạng"."""
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    return not value or all(c in _BLANK for c in value) or names.term(value, "nothing") is not None


def without_footnote(text: str) -> str:
    """The text without the marks of footnotes at its end: "85,12*", "85,12(1)"."""
    return _FOOTNOTE.sub("", text.strip())


def decimal_mark(values: Iterable[Value], maximum: Decimal | None) -> str:
    """The decimal mark of a column, for cells such as "2.700" that do not tell theirs.

    Cells that do tell decide. If none does, three digits behind a mark are decimals where the number would otherwise
    pass the maximum (100 where none is known); else the Vietnamese convention holds, a decimal comma.
    """
    seen = {".": 0, ",": 0}
    unclear: list[str] = []
    for value in values:
        if not isinstance(value, str):
            continue
        text = _UNIT.sub("", without_footnote(value).translate(_SIGNS)).split("/")[0].replace(" ", "")
        if not _NUMBER.fullmatch(text):
            continue
        if _AMBIGUOUS.fullmatch(text):
            unclear.append(text)
        elif _GROUPED.fullmatch(text):
            mark = next(c for c in text if c in ".,")
            seen["," if mark == "." else "."] += 1
        elif "." in text or "," in text:
            seen["." if "." in text else ","] += 1
    if seen["."] != seen[","]:
        return max(seen, key=lambda mark: seen[mark])
    if unclear:
        mark = next(c for c in unclear[0] if c in ".,")
        whole = max(Decimal(re.sub("[.,]", "", text)) for text in unclear)
        if whole > (maximum or 100):
            return mark
    return ","


def number(text: str, mark: str) -> Decimal:
    """The number in a text; ``mark`` is the decimal mark where the text alone does not tell.

    :raises ValueError: if it is none; spaces stand between groups of three digits only, "91,1 5" is a slip.

    >>> number("83,45", "."), number("2.700", ","), number("2.700", "."), number("1.234,5", ".")
    (Decimal('83.45'), Decimal('2700'), Decimal('2.700'), Decimal('1234.5'))
    """
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    if _GROUPED.fullmatch(text):
        group = next(c for c in text if c in ".,")
        mark = "," if group == "." else "."
    elif not _AMBIGUOUS.fullmatch(text) and (text.count(".") + text.count(",")) == 1:
        mark = "." if "." in text else ","
    text = text.replace("." if mark == "," else ",", "").replace(mark, ".")
    if text.count(".") > 1:
        raise ValueError(text)
    return Decimal(text)


def score(value: Value, mark: str) -> Number:
    """A score: "83,45", "83.45%", "11,87/13", "85,12 điểm(1)".

    :raises ValueError: if the cell is no score.
    """
    if isinstance(value, Decimal):
        return Number(value)
    if isinstance(value, Percent):
        return Number(value.value, unit_of_measure="percent")
    if not isinstance(value, str):
        raise ValueError(value)
    if _PLAIN.fullmatch(value):
        return Number(Decimal(value.replace(",", ".")))
    text = without_footnote(value).translate(_SIGNS)
    unit = _UNIT.search(text)
    measure = None
    if unit:
        measure = "percent" if unit["unit"].casefold() in ("%", "phần trăm", "percent") else "points"
        text = text[: unit.start()]
    parts = _OF.fullmatch(text)
    if parts:
        return Number(number(parts["value"].strip(), mark), number(parts["of"], mark), measure or "points")
    return Number(number(text.strip(), mark), unit_of_measure=measure)


def rank(value: Value, names: TableNames, *terms: str) -> tuple[int, int | None]:
    """A rank and the number ranked, if the cell says it: "01/63", "Hạng 5", "thứ 5", "5th of 63".

    Before the number may stand words for ``terms`` only, by default those for a rank: "l5" is a slip for "15".

    :raises ValueError: if the cell is no rank.
    """
    if isinstance(value, Decimal):
        if value != value.to_integral_value():
            raise ValueError(value)
        return int(value), None
    if not isinstance(value, str):
        raise ValueError(value)
    if value.isascii() and value.isdigit():
        return int(value), None
    match = _RANKED.fullmatch(without_footnote(value))
    if not match or turned_to_date(value) or not _may_precede(match["before"], names, terms or ("rank", "ranked")):
        raise ValueError(value)
    return int(match["rank"]), int(match["of"]) if match["of"] else None


def _may_precede(text: str, names: TableNames, terms: tuple[str, ...]) -> bool:
    """Whether a text may stand before a rank: words for the terms, or a mark such as "#"."""
    if any(c.isalpha() for c in text):
        return names.made_of(text, *terms)
    return _BESIDE_RANK.issuperset(text)


def change(value: Value, mark: str, names: TableNames) -> Number:
    """A change: "+1,2", "tăng 3", "↑2", "▼ 1", "giảm 0,5 điểm", "không đổi".

    :raises ValueError: if the cell is no change.
    """
    if isinstance(value, (Decimal, Percent)):
        return score(value, mark)
    if not isinstance(value, str):
        raise ValueError(value)
    text = without_footnote(value).translate(_SIGNS).strip()
    enclosed = _ENCLOSED.fullmatch(text)
    text = enclosed["change"] if enclosed else _ARROW_BEHIND.sub(r"\2 \1", text)
    if names.term(text, "same") or text == "=":
        return Number(Decimal(0))
    sign = 1
    for pattern, direction in ((_UP, 1), (_DOWN, -1)):
        if pattern.match(text):
            text, sign = pattern.sub("", text), direction
    words = text.split()
    for length in (2, 1):
        said = names.term(" ".join(words[:length]), "rise", "fall")
        if said and len(words) > length:
            text, sign = " ".join(words[length:]), 1 if said == "rise" else -1
            break
    text = re.sub(r"\s*(?:bậc|hạng|places?)\s*$", "", re.sub(r"^([+-])\s+", r"\1", text))
    found = score(text.lstrip("+").strip(), mark)
    return Number(sign * found.value, unit_of_measure=found.unit_of_measure)


def year(value: Value) -> int:
    """A year: "2023", "Năm 2023", a date.

    :raises ValueError: if the cell names no year, or several.
    """
    if isinstance(value, date):
        return value.year
    found = set(years_in(format(value, "f") if isinstance(value, Decimal) else value if isinstance(value, str) else ""))
    if len(found) != 1:
        raise ValueError(value)
    return found.pop()


def years_in(text: str) -> list[int]:
    """The years of the genre that a text names, in order."""
    return [int(found) for found in re.findall(r"(?<![\d/.-])20[0-4]\d(?!\d|[.,/]\d)", text)]


def band(text: str) -> Band | None:
    """The interval of scores that a text gives: ">80", "70-80", ">= 90", "dưới 80" is left to the names of grades."""
    found = _RANGE.search(text)
    if found:
        return Band(_decimal(found["low"]), _decimal(found["high"]), True, found["sign"] is None)
    bounds = list(_BOUND.finditer(text))
    if len(bounds) != 1:
        return None
    bound, inclusive = _decimal(bounds[0]["bound"]), bounds[0]["sign"] in ("≥", "≤", ">=", "<=")
    if bounds[0]["sign"][0] in ">≥":
        return Band(lower=bound, lower_inclusive=inclusive)
    return Band(upper=bound, upper_inclusive=inclusive)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def turned_to_date(value: Value) -> str | None:
    """What was typed where a spreadsheet made a date of it: "1/63" became January 1963, "5/11" the 5th of November.

    >>> turned_to_date(date(1963, 1, 1)), turned_to_date(date(2024, 11, 5)), turned_to_date("Feb-63")
    ('1/63', '5/11', '2/63')
    """
    if isinstance(value, date):
        return f"{value.month}/{value.year % 100}" if value.day == 1 else f"{value.day}/{value.month}"
    found = _AS_DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    month = _MONTHS.index((found["month"] or found["of"]).lower()) + 1
    return f"{month}/{found['year']}" if found["year"] else f"{int(found['day'])}/{month}"


def is_figure(value: Value) -> bool:
    """Whether a cell holds a number of any kind."""
    if isinstance(value, str):
        return bool(re.match(r"\W*\d", value)) and not re.search(r"[^\W\d_]{3}", value)
    return isinstance(value, (Decimal, Percent, Fault))


def addresses(value: Value) -> tuple[str, ...]:
    """The web addresses in a cell."""
    if not isinstance(value, str):
        return ()
    return tuple(dict.fromkeys(re.findall(r"https?://[^\s;,<>\"{}|\\^`]+(?:[,;][^\s;,<>\"{}|\\^`]+)*", value)))
