"""What the rows of a table say: scores, ranks, classes and changes, each of what its row names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cchc.claims import Concept, Observation, Quote, Statistic, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND, WITHIN_A_YEAR, Context
from cchc.loaders.articles.editions import own_component
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.grades import grade_named
from cchc.loaders.articles.mentions import Kind, amount_of
from cchc.loaders.articles.name_patterns import PLACE
from cchc.loaders.articles.periods import period_in
from cchc.loaders.articles.table_cells import Cell, Table
from cchc.loaders.articles.table_headers import FIGURES, KEYS
from cchc.loaders.articles.tables import RANK, SCORE, TOTAL
from cchc.vietnamese import fold, same_tone_place, slug
from cchc.vietnamese.numbers import DIGITS
from cchc.vietnamese.scanning import Line

_PARTS = ("part", "own")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_CHANGE = re.compile(
    rf"(?P<sign>[+−–-]|tăng|giảm|tụt|lên|xuống)?\s*(?P<number>{DIGITS})\s*(?P<measure>%|điểm|bậc|hạng)?$", re.I
)
_NAMES_IT = 0.7
"""The share of a cell that a name fills if the cell is it."""
_NATION = re.compile(r"(?:(?:binh quan|trung binh|chung)(?: chung)? )?(?:ca nuoc|toan quoc)")
"""The name, folded, of a row that tells the means of all provinces."""
_BRACKETED = re.compile(r"(?P<now>[^()]*[^()\s])\s*\(\s*(?P<then>[^()]*[^()\s])\s*\)")
_WITH_ITS_RANK = re.compile(
    rf"(?P<score>{DIGITS}\s*(?:%|điểm)?)\s*\(\s*(?P<rank>(?:(?:xếp\s+)?(?:hạng|thứ)\s*)?\d{{1,3}}/\d{{1,4}}"
    r"|(?:xếp\s+)?(?:hạng|thứ)\s*\d{1,3})\s*\)",
    re.I,
)
"""A score with the rank that it has: "86,97% (15/63)"."""
_OF_RANKS = re.compile(r"\b(?:hang|bac|vi tri)\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is of."""

    unit: Unit
    component: Concept | None = None
    index: str | None = None
    year: int | None = None


def told_by(
    table: Table, text: str, context: Context, finder: MentionFinder, names: Gazetteer
) -> Iterator[Observation | Statistic]:
    """What the rows of a table say."""
    place = next(i for i, kind in enumerate(table.columns) if kind in KEYS)
    of_columns = _indices_of(table, names)
    for cells in table.rows:
        row = _row(cells[place], table.columns[place], table.headers[place], context, finder, names)
        if row is None:
            region = _region(cells[place], names)
            if table.columns[place] == "unit" and (region or _NATION.fullmatch(fold(cells[place].text))):
                yield from _means(region, table, cells, place, of_columns, text, context)
            continue
        maximum = next((c.text for c, k in zip(cells, table.columns, strict=True) if k == "maximum"), "")
        for cell, kind, header, named in zip(cells, table.columns, table.headers, of_columns, strict=True):
            if kind not in FIGURES or not cell.text or (kind in _PARTS and row.component):
                continue
            of_kind = "score" if kind in _PARTS else kind
            index, year = _edition_of("" if kind == "change" else header, row, named, context)
            for piece, of_year, measure in _with_brackets(cell, year, of_kind, context):
                edition = (
                    context.edition(index, of_year, POPULATION_OF_KIND[row.unit.kind]) if index and of_year else None
                )
                if edition is None:
                    continue
                part = Concept(f"{edition.index}/{slug(header)}", header) if kind in _PARTS else row.component
                component = part and own_component(names, part, edition.index)
                start, end = min(cells[place].start, piece.start), max(cells[place].end, piece.end)
                told = Observation(
                    edition=edition, unit=row.unit, component=component, measure=measure, value=0,
                    quotes=(Quote(start, end, text[start:end]),), period=_period_of(header, index, context),
                    status="candidate" if kind == "own" or (context.rivals and not (row.index or named)) else "stated",
                    interpretation=("index-from-context", "year-from-context"),
                )  # fmt: skip
                found = _figure(told, piece.text, measure, header, maximum, names, edition.index)
                if found:
                    yield _among_all(found, context)


def _period_of(header: str, index: str | None, context: Context) -> str | None:
    """The week or month that a column is of, or that is talked about, of an index that is kept by them."""
    if index not in WITHIN_A_YEAR:
        return None
    return period_in(header) or context.period


def _with_brackets(cell: Cell, year: int | None, kind: str, context: Context) -> Iterator[tuple[Cell, int | None, str]]:
    """A cell with its year and its kind; or what stands before and in its parentheses: a score and its rank, or two of
    one kind of which a legend tells the year of the second ("91,77 (88,02)")."""
    ranked = _WITH_ITS_RANK.fullmatch(cell.text) if kind == "score" else None
    both = _BRACKETED.fullmatch(cell.text) if context.bracket_year and year else None
    if ranked:
        yield Cell(ranked["score"], cell.start, cell.start + ranked.end("score")), year, kind
        yield Cell(ranked["rank"], cell.start, cell.start + ranked.end("rank")), year, "rank"
    elif both and year and context.bracket_year:
        yield Cell(both["now"], cell.start, cell.start + both.end("now")), year, kind
        then = year - 1 if context.bracket_year < 0 else context.bracket_year
        yield Cell(both["then"], cell.start, cell.end), then, kind
    else:
        yield cell, year, kind


def _among_all(told: Observation, context: Context) -> Observation:
    """A rank with the number of units that are ranked, where the article has told it."""
    size = context.size_of(told.edition) if told.measure == "rank" else None
    if size is None or told.component or told.rank_of or not (isinstance(told.value, int) and told.value <= size):
        return told
    return replace(told, rank_of=size, interpretation=(*told.interpretation, "ranked-among-from-context"))


def _means(
    region: Concept | None,
    table: Table,
    cells: Sequence[Cell],
    place: int,
    of_columns: Sequence[str | None],
    text: str,
    context: Context,
) -> Iterator[Statistic]:
    """The means of a region (None for the country): the scores in its row."""
    for cell, kind, header, named in zip(cells, table.columns, table.headers, of_columns, strict=True):
        score = SCORE.match(cell.text) if kind == "score" else None
        number = _number(score["number"]) if score else None
        told = _YEAR.search(header)
        index, year = named or context.index, int(told[1]) if told else context.year or context.document_year
        edition = context.edition(index, year, "province") if index and year else None
        if score is None or number is None or number > Decimal(100) or score["of"] or edition is None:
            continue
        start, end = min(cells[place].start, cell.start), max(cells[place].end, cell.end)
        yield Statistic(
            edition=edition, kind="mean", value=number, region=region,
            unit_of_measure="percent" if score["measure"] == "%" or "%" in header else "points",
            quotes=(Quote(start, end, text[start:end]),),
            status="candidate" if context.rivals and not named else "stated",
            interpretation=("index-from-context", "year-from-context"),
        )  # fmt: skip


def _region(cell: Cell, names: Gazetteer) -> Concept | None:
    """The region that a cell names, and nothing besides it."""
    for match in names.find(cell.text):
        entry = next((entry for entry in match.entries if entry.kind == "region"), None)
        if entry and match.end - match.start >= len(cell.text) * _NAMES_IT:
            return Concept(entry.path, entry.label, entry.label_en, True)
    return None


def _figure(
    told: Observation, cell: str, kind: str, header: str, maximum: str, names: Gazetteer, index: str
) -> Observation | None:
    """The observation with the value of a cell; None if the cell holds none of its kind."""
    if kind == "grade":
        return replace(told, value=_grade(names, index, cell), stated_as=cell)
    rank, score = RANK.match(cell), SCORE.match(cell)
    if kind == "score" and rank and rank["of"] and int(rank["rank"]) <= int(rank["of"]) != 100:
        kind = "rank"  # "Năm 2022 | Năm 2023" over "52/63 | 41/63"
    if kind == "rank":
        among = int(rank["of"]) if rank and rank["of"] else None
        if rank is None:
            return None
        return replace(told, measure="rank", value=int(rank["rank"]), rank_of=among, unit_of_measure="rank")
    if kind == "change":
        return _change(told, cell, header)
    number = _number(score["number"]) if score else None
    if score is None or number is None or number > Decimal(100):
        return None
    of = _number(score["of"] or maximum)
    if of is not None and (number > of or (of == 100 and told.component is None)):
        of = None
    percent = score["measure"] == "%" or "%" in header
    return replace(
        told, value=number, unit_of_measure="percent" if percent else "points", maximum=None if percent else of
    )


def _change(told: Observation, cell: str, header: str) -> Observation | None:
    change = _CHANGE.match(cell)
    number = _number(change["number"]) if change else None
    if change is None or number is None:
        return None
    said = (change["sign"] or header).casefold()
    down = said[0] in "-−–" or fold(said).startswith(("giam", "tut", "xuong"))
    ranked = (change["measure"] or "").casefold() in ("bậc", "hạng") or bool(_OF_RANKS.search(fold(header)))
    value = -number if down else number
    if ranked:
        return replace(told, measure="rank_change", value=int(value), unit_of_measure="rank")
    percent = "%" in (change["measure"] or header)
    return replace(told, measure="score_change", value=value, unit_of_measure="percent" if percent else "points")


def _number(text: str) -> Decimal | None:
    text = text.strip()
    return amount_of(text, decimal_point="," not in text) if text[:1].isdigit() else None


def _grade(names: Gazetteer, index: str, stated: str) -> Concept:
    return grade_named(names, index, slug(re.sub(r"^(?:nhóm|loại|mức)\s+", "", stated, flags=re.I)), stated)


def _index_in(header: str, names: Gazetteer) -> str | None:
    return next((e.path for m in names.find(header) for e in m.entries if e.kind == "index"), None)


def _indices_of(table: Table, names: Gazetteer) -> list[str | None]:
    """The index that each column is of: the one that its header names, else the one that the nearest column before it
    names ("PAR INDEX | Xếp hạng | SIPAS | Xếp hạng"), else the only one that any header names."""
    named = [_index_in(header, names) for header in table.headers]
    only = {index for index in named if index}
    of_all = only.pop() if len(only) == 1 else None
    found: list[str | None] = []
    for index in named:
        found.append(index or (found[-1] if found else None) or of_all)
    return found


def _edition_of(header: str, row: _Row, named: str | None, context: Context) -> tuple[str | None, int | None]:
    """The index and year of a cell: those of its row or column, else those being talked about."""
    told = _YEAR.search(header)
    year = int(told[1]) if told else row.year or context.year or context.document_year
    return row.index or named or context.index, year


def _row(cell: Cell, kind: str, header: str, context: Context, finder: MentionFinder, names: Gazetteer) -> _Row | None:
    """What a row is of, by the cell that names it; rows of components, indices and years are the article's unit's."""
    if kind == "unit":
        unit = _unit(cell, header, context, finder, names)
        return _Row(unit) if unit else None
    whose = context.unit or context.home
    if whose is None or whose.kind not in POPULATION_OF_KIND or not cell.text:
        return None
    if kind == "year":
        year = _YEAR.search(cell.text)
        return _Row(whose, year=int(year[1])) if year else None
    entries = [entry for match in names.find(cell.text) for entry in match.entries]
    if kind == "index":
        named = next((e for e in entries if e.kind == "index"), None)
        return _Row(whose, index=named.path) if named else None
    if TOTAL.match(fold(cell.text)):
        return _Row(whose)
    index = context.index
    if index is None:
        return None
    known = next((e for e in entries if e.kind == "component" and e.index == index), None)
    if known:
        return _Row(whose, Concept(known.path, known.label, known.label_en, True))
    return _Row(whose, Concept(f"{index}/{slug(cell.text)}", cell.text))


def _unit(cell: Cell, header: str, context: Context, finder: MentionFinder, names: Gazetteer) -> Unit | None:
    plain = Line(same_tone_place(cell.text))
    matches = list(names.find(plain))
    for mention in finder.find(plain, matches, []):
        if mention.kind is Kind.UNIT and mention.end - mention.start >= len(plain) * _NAMES_IT:
            unit = context.resolve(mention.names[0][0])
            return unit if unit and unit.kind in POPULATION_OF_KIND else None
    among_districts = context.local and context.population == "district" and PLACE.fullmatch(plain)
    if context.home and ("huyen" in fold(header) or among_districts):
        return Unit(f"{context.home.path}/{slug(plain)}", cell.text, "District", context.home.path)
    return None
