"""Whether a table in running text is of an index, and what only its rows tell of its columns.

"Lĩnh vực | 2022 | 2023" stands over results and over investments alike. Results they are where a header says so
("Điểm", "PAR INDEX"), where the rows are parts of an index, or where the caption speaks of one; and never where columns
of something else stand between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.document import Paragraph
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import amount_of
from cchc.loaders.articles.name_patterns import COMMUNE, DISTRICT
from cchc.loaders.articles.table_cells import Cell, Head, Table
from cchc.loaders.articles.table_figures import SCORE
from cchc.loaders.articles.table_headers import FIGURE, KEYS, head_of, is_of_index, is_of_others, measure_in
from cchc.loaders.articles.table_terms import component_named
from cchc.vietnamese import fold, same_tone_place

TOTAL = re.compile(r"^(?:tong(?: cong| diem| so)?|cong|chung|ket qua chung|toan tinh)$")
"""The name of a row of the whole, folded."""
_A_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d\d\b", re.I)
_BETWEEN_SENTENCES = re.compile(r"[.!?]\s+(?=[A-ZĐÀ-Ỹ])")
_SHORT = 40
"""So short a line above a table may say no more than "Cụ thể như sau", or the unit of measure."""
_PLANNED = re.compile(r"\b(?:ke hoach|chi tieu|muc tieu|duoc giao|phan dau)\b(?! (?:va dau tu|thanh phan))")
"""Over a column of what was aimed at: what was reached stands beside it, of anything."""
_OF_RANKS = re.compile(
    r"\W*(?:bang(?: \d+)?\W+)?(?:(?:ket qua|dien bien|tong hop) )?(?:thu hang|xep hang|vi tri|hang)\b"
)
"""What opens a caption of ranks."""
_OF_TIME = re.compile(r"\b(?:nam|ky|bac|hang)\b")
_COUNTS = re.compile(r"^(?:tong )?so (?:luong )?(?:tinh|thanh pho|don vi|huyen|so|bo|co quan|dia phuong)\b")
"""A column of how many units there are, which stands beside results too."""
_NAMES_IT = 0.7
_Row = tuple[Cell, ...]


def caption_of(layout: Sequence[Paragraph], first: int) -> str:
    """What stands above a table: the last sentence, and the one before it where that is short."""
    above = [s for p in layout[max(0, first - 2) : first] for s in _BETWEEN_SENTENCES.split(p.text)]
    return "\n".join(above[-2:] if above and len(above[-1]) < _SHORT else above[-1:])


def settled(
    first: int,
    last: int,
    heads: tuple[Head, ...],
    rows: Sequence[_Row],
    caption: str,
    names: Gazetteer,
    *,
    guessed: bool = False,
) -> Table | None:
    """The table of these rows, with its columns as the rows settle them.

    :param guessed: whether no header says what the rows are of; they are not read if nothing does, and are no table
        if some are of units.
    """
    key = next(place for place, head in enumerate(heads) if head.kind in KEYS)
    told = [_told_by(cells[key].text, names) for cells in rows]
    shares = {kind: told.count(kind) / len(told) for kind in ("unit", "component", "index", "year", "measure", "")}
    of_parts = shares["component"] + shares["index"] + shares["measure"] >= 0.5
    kind = heads[key].kind
    if kind == "year" and shares["year"] <= 0.5 and of_parts:
        kind = "index" if shares["index"] > shares["component"] else "component"  # "Năm | 2021 | 2022"
    if kind in ("component", "index"):
        likeliest = max(("unit", "year"), key=lambda name: shares[name])
        if shares[likeliest] > 0.5:
            kind = likeliest
        elif guessed and not of_parts:
            return None if shares[""] < 1 else Table(first, last, heads, tuple(rows), read=False)
    heads = (*heads[:key], replace(heads[key], kind=kind), *heads[key + 1 :])
    heads = tuple(_by_cells(head, [cells[place].text for cells in rows]) for place, head in enumerate(heads))
    strange = any(
        not head.kind and head.text and not _COUNTS.match(fold(head.text)) and _mostly_figures(rows, place)
        for place, head in enumerate(heads)
    )
    strong = any(head.kind in ("score", "part", "own") and not head.weak for head in heads)
    others = is_about_others(caption, names)
    if kind in ("component", "index"):
        read = of_parts or (not others and strong)
    else:
        ranked = any(head.kind == "rank" for head in heads)
        read = not others and (strong or (not strange and (ranked or is_of_index(caption))))
    planned = any(_PLANNED.search(fold(head.text)) for head in heads)
    if planned or (strange and not of_parts):
        heads = tuple(replace(head, kind="") if head.weak and head.kind == "score" else head for head in heads)
    heads = _without_gaps(_of_one_score(heads))
    if _OF_RANKS.match(fold(caption.rpartition("\n")[2])):
        heads = tuple(_as_ranks(head, [cells[place].text for cells in rows]) for place, head in enumerate(heads))
    return Table(first, last, ranked_by_number(heads, rows), tuple(rows), measure_in(caption), read)


def is_about_others(caption: str, names: Gazetteer) -> bool:
    """Whether a caption speaks of what no index measures, and of no index, but for names of units ("Sở Lao động -
    Thương binh và Xã hội")."""
    for match in reversed(list(names.find(caption))):
        if any(entry.kind in ("unit", "unit-type") for entry in match.entries):
            caption = caption[: match.start] + caption[match.end :]
    return any(is_of_others(said) and not is_of_index(said) for said in (caption, caption.rpartition("\n")[2]))


def _told_by(name: str, names: Gazetteer) -> str:
    """What the name of a row is the name of: a year, a component, an index (or its measure), a unit; "" if unknown."""
    if _A_YEAR.match(name):
        return "year"
    head = head_of((name,), names)
    if head.named and component_named(None, head.named):
        return "component"
    if head.index:
        return "index"
    if head.owner or DISTRICT.fullmatch(same_tone_place(name)) or COMMUNE.fullmatch(same_tone_place(name)):
        return "unit"
    for match in names.find(name):
        if match.end - match.start >= len(name) * _NAMES_IT:
            kinds: set[str] = {_kind(entry) for entry in match.entries}
            return next((kind for kind in ("component", "unit", "index") if kind in kinds), "")
    if head.kind in ("rank", "score", "change") and not head.weak:
        return "measure"
    return "measure" if TOTAL.match(fold(name)) else ""


def _kind(entry: Entry) -> str:
    return "unit" if entry.kind in ("unit-type", "region") else "component" if entry.kind == "area" else entry.kind


def _mostly_figures(rows: Sequence[_Row], place: int) -> bool:
    return sum(bool(FIGURE.fullmatch(cells[place].text)) for cells in rows) * 2 > len(rows)


def _by_cells(head: Head, cells: Sequence[str]) -> Head:
    """A column by what stands in it: one of names is none of scores."""
    figures = [cell for cell in cells if any(c.isdigit() for c in cell)]
    if head.kind in ("score", "rank") and not figures and any(cells):
        return replace(head, kind="")
    percent = head.kind == "score" and not head.measure and figures and all("%" in cell for cell in figures)
    return replace(head, measure="percent") if percent else head


def _as_ranks(head: Head, cells: Sequence[str]) -> Head:
    """A column of whole numbers that may be of anything, as the ranks that the caption says it is of."""
    told = head.kind == "score" and head.weak and all(cell.isdecimal() or not cell.strip(" –-") for cell in cells)
    return replace(head, kind="rank") if told else head


def _without_gaps(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The columns, of which "Chênh lệch" is no change where it stands beside other units or means and no other year, or
    beside what units gave themselves."""
    years = {head.year for head in heads if head.kind in ("score", "rank") and head.year}
    others = any(head.owner or head.kind == "own" for head in heads)
    if not others or len(years) > 1:
        return heads
    return tuple(
        replace(head, kind="")
        if head.kind == "change" and head.compared_with is None and not (head.year or _OF_TIME.search(fold(head.text)))
        else head
        for head in heads
    )


def _of_one_score(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The columns, of which "Kết quả" is no score where another one says that it is that of the same year."""
    sure = [_of(head) for head in heads if head.kind == "score" and not head.weak]
    return tuple(
        replace(head, kind="") if head.kind == "score" and head.weak and _of(head) in sure else head for head in heads
    )


def _of(head: Head) -> tuple[object, ...]:
    return head.year, head.index, head.period, head.measure == "percent", head.owner, head.named


def ranked_by_number(heads: tuple[Head, ...], rows: Sequence[_Row]) -> tuple[Head, ...]:
    """The columns, of which that of the numbers of the rows tells ranks, where an excerpt leaves rows out and keeps
    their numbers ("5, 6, …, 20") and these run against the scores."""
    columns = [head.kind for head in heads]
    if "number" not in columns or "rank" in columns or columns.count("score") != 1:
        return heads
    place = columns.index("number")
    numbers = [int(cell) for cells in rows if (cell := cells[place].text.strip(" .")).isdecimal()]
    told = [SCORE.match(cells[columns.index("score")].text) for cells in rows]
    scores = [amount_of(score["number"]) or Decimal(0) for score in told if score]
    if not len(numbers) == len(scores) == len(rows) or numbers[0] != 1:
        return heads
    steps = [after - before for before, after in pairwise(numbers)]
    falls = all(before >= after for before, after in pairwise(scores))
    if not (falls and min(steps, default=0) > 0 and max(steps) > 1):
        return heads
    return (*heads[:place], replace(heads[place], kind="rank"), *heads[place + 1 :])
