"""Weeks, months, quarters: the part of a year that a table or a column of it is of."""

from __future__ import annotations

import re

from cchc.loaders.articles.context import WITHIN_A_YEAR
from cchc.loaders.articles.editions import model_of
from cchc.loaders.tables.names import TableNames

_YEAR = r"(?:\s*(?:/|-|năm|of|,)?\s*20\d\d(?!\d))?"
_ALWAYS = re.compile(
    rf"\b(?:(?:quý|quarter)\s+(?:iv|i{{1,3}}|[1-4])\b|q[1-4]\b|(?:tuần|week)\s+(?:thứ\s+)?\d{{1,2}}\b"
    rf"|(?:\d{{1,2}}|sáu|chín)\s+tháng\s+(?:đầu|cuối)\s+năm\b|first\s+\w+\s+months\b){_YEAR}",
    re.I,
)
"""Parts of a year whatever the index."""
_DAY = r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]20\d\d)?"
_MONTH = rf"(?<!\d )(?<!\d)(?:tháng|month)\s+\d{{1,2}}\b{_YEAR}"
_BY_DAYS = re.compile(rf"(?:\btừ\s+{_DAY}\s+)?(?:tính\s+)?đến\s+(?:hết\s+)?{_DAY}|{_MONTH}", re.I)
"""Parts of a year of an index that is kept through it; elsewhere such dates are of decisions."""
_OF_MONTH = re.compile(_MONTH, re.I)
_LAST_DAY = re.compile(r"31[/.-]12(?:[/.-]20\d\d)?$")
_OWN_YEAR = re.compile(r"\s*(?:/|-|(?<!đầu )(?<!cuối )năm|of|,)?\s*(20\d\d)$", re.I)


def period_in(text: str, *, kept: bool = False) -> tuple[str, str, int | None] | None:
    """The first part of a year that a text names: as it stands there, its name without its year, and the year.

    :param kept: whether the text is of an index that is kept through the year, or the name of a sheet.

    >>> period_in("Chấm điểm quý III năm 2024"), period_in("Tháng 7", kept=True)
    (('quý III năm 2024', 'quý III', 2024), ('Tháng 7', 'tháng 7', None))
    >>> period_in("ban hành tháng 4 năm 2024"), period_in("tính đến 31/12/2023", kept=True)
    (None, None)
    """
    found = _ALWAYS.search(text) or (_BY_DAYS.search(text) if kept else None)
    if found is None or _LAST_DAY.search(found[0]):
        return None
    said = found[0]
    year = _OWN_YEAR.search(said)
    of_days = _ALWAYS.fullmatch(said) is None and _OF_MONTH.fullmatch(said) is None
    name = said if of_days or not year else said[: year.start()].rstrip()
    return said, name[0].lower() + name[1:], int(year[1]) if year else None


def of_index(period: str | None, index: str, names: TableNames) -> str | None:
    """The part of a year that the figures of an index in a table are of, given what the whole table says: the yearly
    indices of the nation stand in the reports of any quarter."""
    return period if index in WITHIN_A_YEAR or model_of(names.articles, index) else None
