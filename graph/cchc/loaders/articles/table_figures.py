"""What a cell of a table tells: one figure, or several with what each of them measures ("91,48% - hạng 6")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cchc.claims import Concept, Observation
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.grades import grade_named
from cchc.loaders.articles.mentions import amount_of
from cchc.loaders.articles.table_cells import Cell
from cchc.vietnamese import fold, slug
from cchc.vietnamese.numbers import DIGITS

SCORE = re.compile(rf"(?P<number>{DIGITS})\s*(?:/\s*(?P<of>{DIGITS}))?\s*(?P<measure>%|điểm|đ)?$", re.I)
RANK = re.compile(
    r"(?:(?:(?:xếp|đứng|vị)\s+)*(?:hạng|thứ|trí|bậc)(?:\s+thứ)?\s*:?)?\s*(?P<rank>\d{1,3})(?:\s*/\s*(?P<of>\d{1,4}))?$",
    re.I,
)
_RANKED = re.compile(r"(?:xếp|đứng|vị|hạng|thứ)\b", re.I)
_CHANGE = re.compile(
    rf"(?P<sign>[+−–↑↓▲▼-]|tăng|giảm|tụt|lên|xuống)?\s*(?P<number>{DIGITS})\s*(?P<measure>%|điểm|bậc|hạng)?$", re.I
)
GRADE = re.compile(
    r"(?:(?:(?:xếp\s+)?loại|nhóm|mức)\s+)?(?P<class>xuất sắc|rất tốt|tốt|khá|trung bình(?:\s+khá)?|yếu|kém|[ABCD])\b",
    re.I,
)
_OF_RANKS = re.compile(r"\b(?:hang|bac|vi tri)\b")
_APART = re.compile(r"\s+[-–—/|]\s+|\s*[;()\[\]]\s*|,\s+|\s+(?=(?:xếp|hạng|thứ|đứng|tăng|giảm|loại)\b)", re.I)
_RANKS_SECOND = re.compile(
    r"\(\s*(?:trong ngoặc là\s+)?(?:(?:xếp|thứ)\s+)?(?:hạng|vị trí)\b[^()]*\)"
    r"|(?:\bđiểm|\bchỉ số|%)\s*(?:[/,–-]|và)\s*(?:(?:xếp|thứ)\s+)?hạng\b",
    re.I,
)
"""In a header: what stands second below it, in parentheses or behind a dash, are places."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a cell: where it stands, what it measures (``score``, ``rank``, ``grade``, ``change``), whether it is
    of the earlier year that a legend tells, and whether only its place in the cell tells what it is (``unsure``)."""

    cell: Cell
    kind: str
    earlier: bool = False
    unsure: bool = False


def figures_in(
    cell: Cell, kind: str, header: str, *, earlier: bool, of_maxima: bool = False
) -> tuple[list[Figure], list[Cell]]:
    """The figures of a cell of a column of one kind, and the pieces with figures that are not understood.

    :param earlier: whether a legend has told that parentheses hold the figure of an earlier year.
    :param of_maxima: whether "14/15" is a score out of its maximum there, and no place.
    """
    if kind == "grade" or (_PATTERNS[kind].match(cell.text) and not (kind == "score" and RANK.match(cell.text))):
        return [Figure(cell, kind)], []
    pieces = list(_pieces(cell))
    if len(pieces) == 1:
        told = _kind_of(cell.text, kind, first=True, of_maxima=of_maxima)
        return ([Figure(cell, told)], []) if told else ([], _with_digits(pieces))
    found: list[Figure] = []
    left: list[Cell] = []
    for place, piece in enumerate(pieces):
        bracketed = place > 0 and cell.text[piece.start - cell.start - 1 : piece.start - cell.start] in "(["
        told = _kind_of(piece.text, kind, first=place == 0, of_maxima=of_maxima)
        legend = (earlier and bracketed) or _RANKS_SECOND.search(header)
        if told is None and place and RANK.match(piece.text) and legend:
            told = "rank"
        if told is None or (place and not found):
            left += _with_digits([piece])
            continue
        then = earlier and bracketed and told in (kind, "rank")
        found.append(Figure(piece, told, then, unsure=told == "change" and not piece.text[0].isalpha()))
    return found, left


def measure_of_all(cells: Sequence[str]) -> str | None:
    """What the figures of a column measure by their own words: ranks, or scores; None where these don't tell."""
    if all(RANK.match(cell) and _RANKED.match(cell) for cell in cells):
        return "rank"
    told = [SCORE.match(cell) for cell in cells]
    return "score" if all(m and (m["measure"] or re.search(r"[.,]\d", m["number"])) for m in told) else None


def _pieces(cell: Cell) -> Iterator[Cell]:
    start = 0
    for edge, behind in (*(match.span() for match in _APART.finditer(cell.text)), (len(cell.text), 0)):
        text = cell.text[start:edge].strip()
        if text:
            begin = cell.start + cell.text.index(text, start)
            yield Cell(text, begin, begin + len(text))
        start = behind


def _with_digits(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if any(c.isdigit() for c in cell.text)]


def _kind_of(text: str, kind: str, *, first: bool, of_maxima: bool) -> str | None:
    """What a piece of a cell measures by its own words, or as the first one by its column."""
    rank, score = RANK.match(text), SCORE.match(text)
    among = rank and rank["of"] and not of_maxima and int(rank["rank"]) <= int(rank["of"]) != _HUNDRED
    if rank and (_RANKED.match(text) or among):
        return "rank"
    if score and (first or score["measure"] or re.search(r"[.,]\d", score["number"])):
        return "score" if kind in ("score", "grade") or not first or score["measure"] else kind
    if GRADE.fullmatch(text):
        return "grade"
    change = _CHANGE.match(text)
    if change and change["sign"]:
        return "change"
    return kind if first and _PATTERNS[kind].match(text) else None


_PATTERNS = {"score": SCORE, "rank": RANK, "change": _CHANGE, "grade": GRADE}


def told_in(
    told: Observation, cell: str, kind: str, header: str, maximum: str, names: Gazetteer, measure: str | None
) -> Observation | None:
    """The observation with the value of a cell; None if the cell holds none of its kind."""
    if kind == "grade":
        return replace(told, value=_grade(names, told.edition.index, cell), stated_as=cell)
    rank, score = RANK.match(cell), SCORE.match(cell)
    if kind == "rank":
        among = int(rank["of"]) if rank and rank["of"] else None
        if rank is None:
            return None
        return replace(told, measure="rank", value=int(rank["rank"]), rank_of=among, unit_of_measure="rank")
    if kind == "change":
        return _change(told, cell, header, measure)
    number = number_of(score["number"]) if score else None
    if score is None or number is None or number > _HUNDRED:
        return None
    of = number_of(score["of"] or maximum)
    if of is not None and (number > of or (of == _HUNDRED and told.component is None)):
        of = None
    percent = score["measure"] == "%" or (not score["measure"] and measure == "percent")
    return replace(
        told, value=number, unit_of_measure="percent" if percent else "points", maximum=None if percent else of
    )


def _change(told: Observation, cell: str, header: str, measure: str | None) -> Observation | None:
    change = _CHANGE.match(cell)
    number = number_of(change["number"]) if change else None
    if change is None or number is None:
        return None
    said = (change["sign"] or header).casefold()
    down = said[0] in "-−–↓▼" or fold(said).startswith(("giam", "tut", "xuong"))
    ranked = (change["measure"] or "").casefold() in ("bậc", "hạng") or bool(_OF_RANKS.search(fold(header)))
    value = -number if down else number
    if ranked or (measure == "rank" and not change["measure"]):
        return replace(told, measure="rank_change", value=int(value), unit_of_measure="rank")
    percent = "%" in (change["measure"] or header) or measure == "percent"
    return replace(told, measure="score_change", value=value, unit_of_measure="percent" if percent else "points")


def number_of(text: str) -> Decimal | None:
    """The number that a text begins with; a dot in it is a decimal mark."""
    text = text.strip()
    return amount_of(text, decimal_point="," not in text) if text[:1].isdigit() else None


def _grade(names: Gazetteer, index: str, stated: str) -> Concept:
    return grade_named(names, index, slug(re.sub(r"^(?:(?:xếp\s+)?loại|nhóm|mức)\s+", "", stated, flags=re.I)), stated)
