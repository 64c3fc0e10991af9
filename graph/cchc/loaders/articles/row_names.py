"""What the rows of a table are of, by the cells that name them: a unit, a part of an index, an index, a year; and what
they measure, where their names tell it ("Xếp hạng", below "PAR INDEX")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from cchc.claims import Concept, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import Kind
from cchc.loaders.articles.name_patterns import PLACE
from cchc.loaders.articles.table_cells import Cell, Head, Owner, Table
from cchc.loaders.articles.table_headers import FIGURES, KEYS, head_of
from cchc.loaders.articles.table_owners import owner_in
from cchc.loaders.articles.table_sense import TOTAL
from cchc.loaders.articles.table_terms import component_named, indices_with
from cchc.vietnamese import fold, same_tone_place, slug
from cchc.vietnamese.scanning import Line

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_REMARK = re.compile(r"\s*\([^()]*\)$|\s*[*†]+$")
"""Behind a name: what its column says of it, and the mark of a note."""
_NAMES_IT = 0.7
"""The share of a cell that a name fills if the cell is it."""
_OF_ANYTHING = re.compile(r"^(?:ty le|so|tong so|so luong|khoang cach)\b")
"""The name of a row that is no part of an index, folded."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is of. ``owner`` is there where it is of means, ``head`` where its name tells what it measures."""

    unit: Unit | None = None
    component: Concept | None = None
    index: str | None = None
    year: int | None = None
    owner: Owner | None = None
    head: Head | None = None


class Namer:
    """Tells what the rows of one table are of, from top to bottom.

    ``whose`` is the unit that the article is about, ``key`` the place of the column of names, ``index`` the index whose
    parts the rows are, where that is not the one talked about.
    """

    def __init__(self, table: Table, context: Context, finder: MentionFinder, names: Gazetteer) -> None:
        self.table, self.context, self.finder, self.names = table, context, finder, names
        self.key = next(i for i, kind in enumerate(table.columns) if kind in KEYS)
        self.whose = context.unit or context.home
        self.index = self._index_of_parts()
        self._before: Row | None = None

    def row(self, cell: Cell) -> Row | None:
        """What a row is of, by the cell that names it; rows of components, indices and years are the article's
        unit's."""
        kind, context = self.table.columns[self.key], self.context
        if kind == "unit":
            unit = _unit(cell, self.table.heads[self.key].text, context, self.finder, self.names)
            owner = None if unit else owner_in(cell.text, self.names)
            return Row(unit, owner=owner) if unit or (owner and owner.is_mean) else None
        whose = self.whose if self.whose and self.whose.kind in POPULATION_OF_KIND else None
        if not cell.text or (whose is None and not any(head.owner for head in self.table.heads)):
            return None
        if kind == "year":
            year = _YEAR.search(cell.text)
            head = head_of((cell.text,), self.names)
            measured = head if head.kind in ("rank", "change") else None
            return Row(whose, year=int(year[1]), head=measured) if year else None
        row = self._named(cell, whose)
        self._before = row if row and (row.index or row.component) else self._before
        return row

    def _named(self, cell: Cell, whose: Unit | None) -> Row | None:
        """The row of an index, of a part of one, or of another measure of what the row before it is of."""
        head = head_of((cell.text,), self.names)
        index = self.index or self.context.index
        if head.owner and head.owner.is_mean:
            return Row(owner=head.owner, index=self._before.index if self._before else None, head=head)
        known = component_named(index, head.named) if head.named and not head.index else None
        entries = [entry for match in self.names.find(cell.text) for entry in match.entries]
        if known is None and index and self.table.columns[self.key] == "component":
            entry = next((e for e in entries if e.kind == "component" and e.index == index), None)
            known = Concept(entry.path, entry.label, entry.label_en, True) if entry else None
        if known and head.kind not in ("rank", "change"):
            return Row(whose, known, head=head)
        if head.index and (head.kind in FIGURES or self.table.columns[self.key] == "index"):
            return Row(whose, index=head.index, head=head if head.kind in FIGURES else None)
        if TOTAL.match(fold(cell.text)):
            return Row(whose, head=head)
        if head.kind in FIGURES and not head.weak and not head.named:
            before = self._before
            return Row(whose, before.component if before else None, before.index if before else None, head=head)
        named = next((entry.path for entry in entries if entry.kind == "index"), None)
        if named and self.table.columns[self.key] == "index":
            return Row(whose, index=named)
        strong = any(h.kind in ("score", "part") and not h.weak for h in self.table.heads)
        if (
            index is None
            or self.table.columns[self.key] == "index"
            or (_OF_ANYTHING.match(fold(cell.text)) and not strong)
        ):
            return None
        return Row(whose, Concept(f"{index}/{slug(cell.text)}", cell.text), head=head)

    def _index_of_parts(self) -> str | None:
        """The index whose parts the rows are, where that is not the one talked about."""
        if self.table.columns[self.key] != "component":
            return None
        told: Counter[str] = Counter()
        for cells in self.table.rows:
            name = head_of((cells[self.key].text,), self.names).named
            told.update(indices_with(name) if name else ())
        likeliest, count = max(told.items(), key=lambda item: item[1], default=("", 0))
        talked = told.get(self.context.index or "", 0)
        spoken_of = likeliest in self.context.indices
        return likeliest if spoken_of and talked * 2 < count and count * 2 > len(self.table.rows) else None


def _unit(cell: Cell, header: str, context: Context, finder: MentionFinder, names: Gazetteer) -> Unit | None:
    plain = Line(same_tone_place(_REMARK.sub("", cell.text)))
    matches = list(names.find(plain))
    for mention in finder.find(plain, matches, []):
        if mention.kind is Kind.UNIT and mention.end - mention.start >= len(plain) * _NAMES_IT:
            unit = context.resolve(mention.names[0][0])
            return unit if unit and unit.kind in POPULATION_OF_KIND else None
    among_districts = context.local and context.population == "district" and PLACE.fullmatch(plain)
    if context.home and ("huyen" in fold(header) or among_districts):
        return Unit(f"{context.home.path}/{slug(plain)}", str(plain), "District", context.home.path)
    return None
