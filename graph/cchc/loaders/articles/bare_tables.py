"""Tables without a header: what their columns are follows from what stands in them.

One column of names, one of scores, and at most one of ranks, which must run against the scores: a unit with a higher
score has a smaller rank. Where the columns could be something else, there is no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.mentions import amount_of
from cchc.vietnamese import fold
from cchc.vietnamese.numbers import DIGITS

FEWEST_ROWS = 3
_SCORE = re.compile(rf"({DIGITS})\s*(?:%|điểm)?$", re.I)
_RANK = re.compile(r"(?:hạng|thứ)?\s*(\d{1,3})(?:/\d{1,4})?$", re.I)
_CHANGES = re.compile(r"[+−–-]\s*\d")
_IS_RANKING = re.compile(r"\b(?:xep hang|thu hang|vi thu|hang)\b")
_GRADE = re.compile(r"(?:(?:loại|xếp loại)\s+)?(?:xuất sắc|rất tốt|tốt|khá|trung bình(?:\s+khá)?|yếu|kém)", re.I)
_HUNDRED = Decimal(100)


def columns_of(rows: Sequence[Sequence[str]], lead: str) -> tuple[str, ...] | None:
    """The kinds of the columns of rows of cells, in the words of :mod:`cchc.loaders.articles.tables`; None if they
    can't be told. ``lead`` is the text before the rows."""
    if len(rows) < FEWEST_ROWS:
        return None
    cells = list(zip(*rows, strict=True))
    kinds = [_kind(column) for column in cells]
    if kinds.count("unit") != 1 or kinds.count("score") != 1 or "" in kinds:
        return None
    scores = [_amount(cell) for cell in cells[kinds.index("score")]]
    for place, kind in enumerate(kinds):
        if kind != "whole":
            continue
        ranks = [_rank(cell) for cell in cells[place]]
        if _run_against(ranks, scores) and (place > kinds.index("unit") or _IS_RANKING.search(fold(lead))):
            kinds[place] = "rank"
        elif place == 0 and all(after == before + 1 for before, after in pairwise(ranks)):
            kinds[place] = "number"
        elif place == 0 and ranks[0] == 1 and _run_against(ranks, scores):
            kinds[place] = "rank"  # "1", "2", "3", …, "17": places of some.
        else:
            return None
    return tuple(kinds) if kinds.count("rank") < 2 else None


def _kind(column: Sequence[str]) -> str:
    if all(_GRADE.fullmatch(cell) for cell in column):
        return "grade"
    if all(cell and not re.search(r"\d", cell) for cell in column):
        return "unit"
    if any(_CHANGES.match(cell) for cell in column):
        return ""
    if all(_RANK.match(cell) for cell in column):
        return "whole"
    if all((match := _SCORE.match(cell)) and (amount_of(match[1]) or _HUNDRED + 1) <= _HUNDRED for cell in column):
        return "score"
    return ""


def _amount(cell: str) -> Decimal:
    match = _SCORE.match(cell)
    return (amount_of(match[1]) if match else None) or Decimal(0)


def _rank(cell: str) -> int:
    match = _RANK.match(cell)
    return int(match[1]) if match else 0


def _run_against(ranks: list[int], scores: list[Decimal]) -> bool:
    """Whether the better score always has the smaller rank, and no rank is given twice for different scores."""
    ordered = sorted(zip(ranks, scores, strict=True))
    return (
        ranks != []
        and ordered[0][0] > 0
        and all(
            first[1] >= second[1] and (first[0] < second[0] or first[1] == second[1])
            for first, second in pairwise(ordered)
        )
    )
