"""What the rows of a table say: scores, ranks, classes, changes and means, each of what its row and column name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from cchc.claims import Concept, Edition, Observation, Quote, Statistic, Unit, Unplaced
from cchc.loaders.articles.class_tables import CLASS, classes_told
from cchc.loaders.articles.context import POPULATION_OF_KIND, WITHIN_A_YEAR, Context
from cchc.loaders.articles.editions import own_component
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.periods import period_in
from cchc.loaders.articles.row_names import Namer, Row
from cchc.loaders.articles.table_cells import YEAR_BEFORE, Cell, Head, Owner, Table
from cchc.loaders.articles.table_figures import SCORE, Figure, figures_in, number_of, told_in
from cchc.loaders.articles.table_headers import FIGURE, FIGURES
from cchc.loaders.articles.table_terms import component_named
from cchc.vietnamese import slug

_PARTS = ("part", "own")
_SIGNS = "+−–- ↑↓▲▼"
_DECIMALS = re.compile(r"\d[.,]\d|%|điểm")


def told_by(
    table: Table, text: str, context: Context, finder: MentionFinder, names: Gazetteer
) -> Iterator[Observation | Statistic | Unplaced]:
    """What the rows of a table say, and its figures that are not understood."""
    if CLASS in table.columns:
        yield from classes_told(table, text, context, finder, names)
        return
    rows = _Rows(table, text, context, finder, names)
    for cells in table.rows:
        yield from rows.told(cells)


class _Rows:
    """The rows of one table, read from top to bottom."""

    def __init__(self, table: Table, text: str, context: Context, finder: MentionFinder, names: Gazetteer) -> None:
        self.table, self.text, self.context, self.finder, self.names = table, text, context, finder, names
        self.rows = Namer(table, context, finder, names)
        self.key = self.rows.key
        self.of_columns = _indices_of(table)
        self.units_of = _measures_of_changes(table)
        columns = list(enumerate(zip(*table.rows, strict=True)))
        self.plain = {place for place, cells in columns if not any(_DECIMALS.search(cell.text) for cell in cells)}
        years = [head.year for head in table.heads if head.year and head.kind in ("score", "rank")]
        self.latest = max(years, default=None)

    def told(self, cells: Sequence[Cell]) -> Iterator[Observation | Statistic | Unplaced]:
        """What one row says."""
        row = self.rows.row(cells[self.key]) if self.table.read else None
        maximum = next((c.text for c, k in zip(cells, self.table.columns, strict=True) if k == "maximum"), "")
        if row and row.head and row.head.maximum is not None and not maximum:
            maximum = str(row.head.maximum)
        for place, (cell, head) in enumerate(zip(cells, self.table.heads, strict=True)):
            if place == self.key or not cell.text or head.kind in ("number", "maximum"):
                continue
            if row is None or head.kind not in FIGURES:
                if row is None or head.text:
                    yield from self._left([cell] if FIGURE.fullmatch(cell.text.lstrip(_SIGNS)) else [], row)
                continue
            if head.kind in _PARTS and row.component:
                continue
            kind = "score" if head.kind in _PARTS else head.kind
            if kind == "score" and row.head and row.head.kind in ("rank", "change") and (head.weak or head.owner):
                kind = row.head.kind
            header = f"{row.head.text} {head.text}" if row.head and row.head.kind == kind else head.text
            strong = row.component is not None and not head.weak
            figures, left = figures_in(
                cell, kind, header, earlier=bool(self.context.bracket_year), of_maxima=strong or bool(head.named)
            )
            if place in self.plain and head.weak and kind == "score":
                left += [figure.cell for figure in figures if figure.kind == "score" and "/" not in figure.cell.text]
                figures = [figure for figure in figures if figure.kind != "score" or "/" in figure.cell.text]
            for figure in figures:
                claim = self._claim(cells, place, row, figure, header, maximum)
                if claim:
                    yield claim
                elif figure.kind != "grade" and FIGURE.fullmatch(figure.cell.text):
                    left.append(figure.cell)
            yield from self._left(left, row)

    def _left(self, cells: Sequence[Cell], row: Row | None) -> Iterator[Unplaced]:
        for cell in cells:
            yield Unplaced(cell.text, "not-understood", (Quote(cell.start, cell.end, cell.text),))

    def _claim(
        self, cells: Sequence[Cell], place: int, row: Row, figure: Figure, header: str, maximum: str
    ) -> Observation | Statistic | None:
        head, context = self.table.heads[place], self.context
        owner = row.owner or (head.owner if head.owner and head.owner.is_mean else None)
        unit = self._unit_of(head.owner, row.unit) if head.owner and not head.owner.is_mean else row.unit
        year = head.year or row.year or (row.head.year if row.head else None)
        if figure.kind == "change" and head.kind == "change":
            compared = head.compared_with is not None or head.text.casefold().startswith("so với")
            year = (None if compared else head.year) or self.latest or row.year
        year = year if year != YEAR_BEFORE else (row.year or context.year or context.document_year or 0) - 1
        year = year or context.year or context.document_year
        if figure.earlier and year and context.bracket_year:
            year = year - 1 if context.bracket_year < 0 else context.bracket_year
        of_column = self.of_columns[place]
        index = row.index or of_column or self.rows.index or context.index
        told_index = bool(row.index or of_column)
        kinds = POPULATION_OF_KIND.get(unit.kind) if unit else None
        population = self._population_of(owner) if owner else kinds
        edition = context.edition(index, year, population or "province") if index and year else None
        if edition is None or not (unit or owner) or (owner and figure.kind not in ("score", "change")):
            return None
        if head.period and edition.index not in WITHIN_A_YEAR and edition.owner is None:
            return None  # A part of a year has no result in an index of the nation.
        named = Concept(f"{edition.index}/{slug(head.text)}", head.text) if head.kind in _PARTS else None
        part = self._component(head.named, index or "") if head.named else named
        component = row.component or part
        component = component and own_component(self.names, component, edition.index)
        whole = self._quote(cells, figure.cell)
        status = "stated"
        if head.kind == "own" or figure.unsure or (context.rivals and not told_index and not self.rows.index):
            status = "candidate"
        measure = head.measure or (row.head.measure if row.head else None) or self.table.measure
        rules = ("index-from-context", "year-from-context")
        if owner:
            return self._mean(owner, edition, component, figure, measure, whole, status, rules)
        if unit is None:
            return None
        told = Observation(
            edition=edition, unit=unit, component=component, measure=figure.kind, value=0, quotes=(whole,),
            period=self._period(head, index), status=status, interpretation=rules,
            compared_with=head.compared_with if figure.kind == "change" and (head.compared_with or 0) > 0 else None,
        )  # fmt: skip
        if head.inside and figure.kind == "rank":
            scope = self._region(head.text)
            told = replace(told, scope=scope) if scope else told
            if scope is None:
                return None
        if figure.kind == "change":
            measure = measure if measure == "percent" else self.units_of.get(place, measure)
            measure = "rank" if row.head and row.head.kind == "rank" else measure
            if told.compared_with == edition.year - 1:
                told = replace(told, compared_with=None)
        found = told_in(told, figure.cell.text, figure.kind, header, maximum, self.names, measure)
        return _among_all(found, context) if found else None

    def _quote(self, cells: Sequence[Cell], figure: Cell) -> Quote:
        named = cells[self.key]
        start, end = min(named.start, figure.start), max(named.end, figure.end)
        opened = self.text.count("(", start, end) > self.text.count(")", start, end)
        end += opened and self.text[end : end + 1] == ")"
        return Quote(start, end, self.text[start:end])

    def _mean(
        self, owner: Owner, edition: Edition, component: Concept | None, figure: Figure, measure: str | None,
        whole: Quote, status: str, rules: tuple[str, ...],
    ) -> Statistic | None:  # fmt: skip
        """A mean of a region or of all: a score."""
        score = SCORE.match(figure.cell.text)
        number = number_of(score["number"]) if score else None
        if score is None or number is None or number > Decimal(100) or score["of"] or figure.kind != "score":
            return None
        region = owner.region or (self._some_region() if owner.some_region else None)
        if owner.some_region and region is None:
            return None
        percent = score["measure"] == "%" or (not score["measure"] and measure == "percent")
        return Statistic(
            edition=edition, kind="mean", value=number, region=region, component=component,
            unit_of_measure="percent" if percent else "points", quotes=(whole,), status=status, interpretation=rules,
        )  # fmt: skip

    def _some_region(self) -> Concept | None:
        """The region talked about, or the only one that the article's province lies in."""
        lies_in = self.names.regions_of(self.context.home.path) if self.context.home else []
        if self.context.region or len(lies_in) != 1:
            return self.context.region
        entry = lies_in[0][0]
        return Concept(entry.path, entry.label, entry.label_en, True)

    def _period(self, head: Head, index: str | None) -> str | None:
        """The week or month that a column is of, or that is talked about, of an index that is kept by them."""
        return (period_in(head.text) or self.context.period) if index in WITHIN_A_YEAR else None

    def _unit_of(self, owner: Owner | None, unit: Unit | None) -> Unit | None:
        if owner is None or owner.unit is None:
            return (unit or self.rows.whose) if owner and owner.itself else None
        unit = self.context.resolve(owner.unit)
        return unit if unit and unit.kind in POPULATION_OF_KIND else None

    def _region(self, header: str) -> Concept | None:
        """The region inside which a column tells places: that of its header, or the one talked about."""
        entries = (entry for match in self.names.find(header) for entry in match.entries)
        entry = next((entry for entry in entries if entry.kind == "region"), None)
        return Concept(entry.path, entry.label, entry.label_en, True) if entry else self.context.region

    def _population_of(self, owner: Owner) -> str | None:
        """Over which units a mean is: those that its words name, those of the rows, or all like the one talked about;
        but over provinces where it is of the nation."""
        if owner.population or owner.region or owner.some_region:
            return owner.population
        return None

    def _component(self, name: str, index: str) -> Concept:
        known = component_named(index, name)
        return known or Concept(f"{index}/{slug(name)}", name)


def _among_all(told: Observation, context: Context) -> Observation:
    """A rank with the number of units that are ranked, where the article has told it."""
    size = context.size_of(told.edition) if told.measure == "rank" and not told.scope else None
    if size is None or told.component or told.rank_of or not (isinstance(told.value, int) and told.value <= size):
        return told
    return replace(told, rank_of=size, interpretation=(*told.interpretation, "ranked-among-from-context"))


def _indices_of(table: Table) -> list[str | None]:
    """The index that each column is of: the one that its header names, else the one that the nearest column before it
    names ("PAR INDEX | Xếp hạng | SIPAS | Xếp hạng"), else the only one that any header names."""
    named = [head.index for head in table.heads]
    only = {index for index in named if index}
    of_all = only.pop() if len(only) == 1 else None
    found: list[str | None] = []
    for index in named:
        found.append(index or (found[-1] if found else None) or of_all)
    return found


def _measures_of_changes(table: Table) -> dict[int, str]:
    """The unit of measure of each column of changes, by its place: ranks, where only whole numbers stand in it and
    there are ranks beside it."""
    found: dict[int, str] = {}
    ranks = any(head.kind == "rank" for head in table.heads)
    for place, head in enumerate(table.heads):
        if head.kind == "change":
            whole = not any(_DECIMALS.search(cells[place].text) for cells in table.rows)
            of_scores = {other.measure for other in table.heads if other.kind == "score"}
            measure = head.measure or table.measure or (of_scores.pop() if len(of_scores) == 1 else None)
            found[place] = "rank" if ranks and whole else measure or ""
    return found
