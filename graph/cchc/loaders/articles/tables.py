"""Tables in running text: lines whose cells are parted by bars or tabs, or (as pages lose them) one cell a line.

A table is read only if its header says which column names the units and which hold scores, ranks or classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from cchc.claims import Concept, Observation, Quote, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context
from cchc.loaders.articles.document import Kind, Paragraph
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.grades import grade_named
from cchc.loaders.articles.mentions import Kind as MentionKind
from cchc.loaders.articles.mentions import amount_of
from cchc.vietnamese import fold, same_tone_place, slug
from cchc.vietnamese.numbers import DIGITS
from cchc.vietnamese.scanning import Line

_HEADERS = (
    ("grade", re.compile(r"^(?:xep|phan) loai\b")),
    ("number", re.compile(r"^(?:so )?(?:tt|stt|thu tu)\.?$")),
    ("rank", re.compile(r"^(?:xep hang|xep thu|thu hang|hang|vi thu|vi tri)\b")),
    ("name", re.compile(r"^(?:ten )?(?:tinh|thanh pho|don vi|bo|so|huyen|dia phuong|co quan|xa)\b(?!.*\bdiem\b)")),
    ("score", re.compile(r"^(?:tong )?(?:chi so|diem|ket qua|gia tri|par index|sipas|ty le|nam \d{4})\b")),
)
_CELLS = re.compile(r"[^|\t]+")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_SCORE = re.compile(rf"(?P<number>{DIGITS})\s*(?P<measure>%|điểm)?$")
_RANK = re.compile(r"(?P<rank>\d{1,3})(?:\s*/\s*(?P<of>\d{1,4}))?$")
_MOST_COLUMNS = 8
_LONGEST_CELL = 80


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its paragraphs (from ``first`` up to, not including, ``last``), what its columns are, and its rows."""

    first: int
    last: int
    columns: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[_Cell, ...], ...]


def tables(layout: list[Paragraph]) -> list[Table]:
    """The tables of an article, in order."""
    found: list[Table] = []
    place = 0
    while place < len(layout):
        table = None
        if layout[place].kind is not Kind.TEASER and len(layout[place].text) < _LONGEST_CELL * _MOST_COLUMNS:
            table = _in_lines(layout, place) or _in_cells(layout, place)
        if table:
            found.append(table)
        place = table.last if table else place + 1
    return found


def _cells(paragraph: Paragraph) -> tuple[_Cell, ...]:
    cells = []
    for match in _CELLS.finditer(paragraph.text):
        text = match[0].strip()
        if text:
            start = paragraph.start + match.start() + match[0].index(text)
            cells.append(_Cell(text, start, start + len(text)))
    return tuple(cells)


def _columns(cells: tuple[_Cell, ...]) -> tuple[str, ...] | None:
    """What the columns under these headers are; None if they are no headers of a ranking."""
    kinds = []
    for cell in cells:
        folded = fold(cell.text)
        kinds.append(next((kind for kind, pattern in _HEADERS if pattern.search(folded)), ""))
    told = kinds.count("name") == 1 and any(kind in ("score", "rank", "grade") for kind in kinds)
    return tuple(kinds) if told else None


def _in_lines(layout: list[Paragraph], first: int) -> Table | None:
    if not re.search(r"[|\t]", layout[first].text):
        return None
    header = _cells(layout[first])
    columns = _columns(header) if 2 <= len(header) <= _MOST_COLUMNS else None
    if columns is None:
        return None
    rows: list[tuple[_Cell, ...]] = []
    last = first + 1
    while last < len(layout):
        cells = _cells(layout[last])
        if len(cells) != len(columns):
            break
        rows.append(cells)
        last += 1
    return _table(first, last, columns, header, rows) if rows else None


def _in_cells(layout: list[Paragraph], first: int) -> Table | None:
    """A table of which each line holds one cell: headers first, then as many lines a row as there are headers."""
    header: list[_Cell] = []
    for paragraph in layout[first : first + _MOST_COLUMNS]:
        if len(paragraph.text) > _LONGEST_CELL or not any(p.search(fold(paragraph.text)) for _, p in _HEADERS):
            break
        header.append(_Cell(paragraph.text, paragraph.start, paragraph.end))
    columns = _columns(tuple(header)) if len(header) > 2 else None
    if columns is None:
        return None
    rows: list[tuple[_Cell, ...]] = []
    last = first + len(header)
    while last + len(header) <= len(layout):
        cells = tuple(_Cell(p.text, p.start, p.end) for p in layout[last : last + len(header)])
        figures = [(c, k) for c, k in zip(cells, columns, strict=True) if k in ("score", "rank", "number")]
        if any(len(c.text) > _LONGEST_CELL for c in cells) or not all(
            _SCORE.match(c.text) or _RANK.match(c.text) for c, _ in figures
        ):
            break
        rows.append(cells)
        last += len(header)
    return _table(first, last, columns, tuple(header), rows) if rows else None


def _table(
    first: int, last: int, columns: tuple[str, ...], header: tuple[_Cell, ...], rows: list[tuple[_Cell, ...]]
) -> Table:
    return Table(first, last, columns, tuple(cell.text for cell in header), tuple(rows))


def observations_of(
    table: Table, text: str, context: Context, finder: MentionFinder, names: Gazetteer
) -> Iterator[Observation]:
    """What the rows of a table say, of the index and year that the text before it (or a header) is about."""
    for row in table.rows:
        named = row[table.columns.index("name")]
        unit = _unit(named, table.headers[table.columns.index("name")], context, finder, names)
        if unit is None:
            continue
        for cell, kind, header in zip(row, table.columns, table.headers, strict=True):
            index, year = _edition_of(header, context, names)
            edition = context.edition(index, year, POPULATION_OF_KIND[unit.kind]) if index and year else None
            if edition is None or kind not in ("score", "rank", "grade"):
                continue
            start, end = min(named.start, cell.start), max(named.end, cell.end)
            told = Observation(
                edition=edition, unit=unit, measure=kind, value=0, quotes=(Quote(start, end, text[start:end]),),
                status="candidate" if context.rivals else "stated",
                interpretation=("index-from-context", "year-from-context"),
            )  # fmt: skip
            score, rank = _SCORE.match(cell.text), _RANK.match(cell.text)
            if kind == "grade":
                yield replace(told, value=_grade(names, index or "", cell.text), stated_as=cell.text)
            elif kind == "rank" and rank:
                of = int(rank["of"]) if rank["of"] else None
                yield replace(told, value=int(rank["rank"]), rank_of=of, unit_of_measure="rank")
            elif kind == "score" and score:
                number = amount_of(score["number"], decimal_point="," not in score["number"])
                if number is not None and number <= Decimal(100):
                    percent = score["measure"] == "%" or "%" in header
                    yield replace(told, value=number, unit_of_measure="percent" if percent else "points")


def _grade(names: Gazetteer, index: str, stated: str) -> Concept:
    return grade_named(names, index, slug(re.sub(r"^(?:nhóm|loại|mức)\s+", "", stated, flags=re.I)), stated)


def _edition_of(header: str, context: Context, names: Gazetteer) -> tuple[str | None, int | None]:
    """The index and year of a column: those that its header names, else those being talked about."""
    entry = next((e for m in names.find(header) for e in m.entries if e.kind == "index"), None)
    year = _YEAR.search(header)
    return entry.path if entry else context.index, int(year[1]) if year else context.year or context.document_year


def _unit(cell: _Cell, header: str, context: Context, finder: MentionFinder, names: Gazetteer) -> Unit | None:
    plain = Line(same_tone_place(cell.text))
    matches = list(names.find(plain))
    for mention in finder.find(plain, matches, []):
        if mention.kind is MentionKind.UNIT and mention.end - mention.start >= len(plain) * 0.7:
            unit = context.resolve(mention.names[0][0])
            return unit if unit and unit.kind in POPULATION_OF_KIND else None
    if "huyen" in fold(header) and context.home:
        return Unit(f"{context.home.path}/{slug(plain)}", cell.text, "District", context.home.path)
    return None
