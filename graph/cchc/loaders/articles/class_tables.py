"""Tables of classes: each row names a class, how many units are in it, and who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cchc.claims import Observation, Quote, Statistic, Unit, Unplaced
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.grades import grade_named
from cchc.loaders.articles.mentions import Kind
from cchc.loaders.articles.name_patterns import PLACE
from cchc.loaders.articles.table_cells import Cell, Head, Table
from cchc.loaders.articles.table_figures import GRADE
from cchc.vietnamese import fold, same_tone_place, slug
from cchc.vietnamese.scanning import Line

CLASS = "class"
"""The kind of the column that names the classes."""
_KINDS = (
    (CLASS, re.compile(r"^(?:ket qua )?(?:xep loai|phan loai|loai|nhom|muc)$")),
    ("count", re.compile(r"^(?:tong )?so (?:luong|don vi|co quan|huyen|so|tinh|bo|dia phuong)\b|^so luong$")),
    ("units", re.compile(r"^(?:ten |cac |danh sach )*(?:don vi|co quan|dia phuong|huyen|so|tinh|bo|thanh pho)\b")),
)
_COVERED = 0.6
"""The share of a cell that the names found in it fill if they are all of them."""
_RULES = ("index-from-context", "year-from-context")


def class_heads(headers: Sequence[str]) -> tuple[Head, ...] | None:
    """What the columns under these headers are; None if they are not those of a table of classes."""
    kinds = [next((kind for kind, words in _KINDS if words.search(fold(header))), "") for header in headers]
    if kinds[0] != CLASS or kinds.count(CLASS) > 1 or not {"count", "units"} & set(kinds):
        return None
    return tuple(Head(header, kind) for header, kind in zip(headers, kinds, strict=True))


def are_classes(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether each row begins with a class."""
    return bool(rows) and all(GRADE.match(cells[0].text) for cells in rows)


def classes_told(
    table: Table, text: str, context: Context, finder: MentionFinder, names: Gazetteer
) -> Iterator[Observation | Statistic | Unplaced]:
    """How many units each class has, and who they are."""
    for cells in table.rows:
        of = {head.kind: cell for head, cell in zip(table.heads, cells, strict=True) if head.kind}
        listed = of.get("units")
        units = list(_units(listed, context, finder, names)) if listed and table.read else []
        population = POPULATION_OF_KIND[units[0][0].kind] if units else context.population
        year = context.year or context.document_year
        edition = context.edition(context.index, year, population) if context.index and year and population else None
        count = of.get("count")
        told = GRADE.match(cells[0].text)
        if edition is None or told is None or not table.read:
            if count and count.text.isdecimal():
                yield Unplaced(count.text, "not-understood", (Quote(count.start, count.end, count.text),))
            continue
        stated = told["class"]
        grade = grade_named(names, edition.index, slug(stated), stated)
        if count and count.text.isdecimal():
            yield Statistic(
                edition=edition, kind="grade-count", value=Decimal(count.text), grade=grade, stated_as=stated,
                quotes=(_quote(text, cells[0], count),), interpretation=_RULES,
            )  # fmt: skip
        for unit, cell in units:
            yield Observation(
                edition=edition, unit=unit, measure="grade", value=grade, stated_as=stated,
                quotes=(_quote(text, cells[0], cell),), interpretation=_RULES,
            )  # fmt: skip


def _quote(text: str, one: Cell, other: Cell) -> Quote:
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Quote(start, end, text[start:end])


def _units(
    cell: Cell, context: Context, finder: MentionFinder, names: Gazetteer
) -> Iterator[tuple[Unit, Cell]]:  # fmt: skip
    """The units that a cell lists, each with its place; none where some of them are not understood."""
    plain = Line(same_tone_place(cell.text))
    mentions = [m for m in finder.find(plain, list(names.find(plain)), []) if m.kind is Kind.UNIT]
    named = [item for mention in mentions for item in mention.names]
    if sum(end - start for _, start, end in named) >= len(plain) * _COVERED:
        for name, start, end in named:
            unit = context.resolve(name)
            if unit and unit.kind in POPULATION_OF_KIND:
                yield unit, Cell(cell.text[start:end], cell.start + start, cell.start + end)
        return
    pieces = [match for match in re.finditer(r"[^,;]+", plain) if match[0].strip(" .…")]
    if context.home is None or context.population != "district" or not all(_is_place(m[0]) for m in pieces):
        return
    for match in pieces:
        place = match[0].strip(" .")
        start = cell.start + match.start() + match[0].index(place)
        path = f"{context.home.path}/{slug(place)}"
        yield Unit(path, place, "District", context.home.path), Cell(place, start, start + len(place))


def _is_place(text: str) -> bool:
    return bool(PLACE.fullmatch(text.strip(" .")))
