"""Lines below an answer: what the graph holds where an answer is empty, and what it could be mistaken for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import Literal

from cchc.queries.binding import bind
from cchc.queries.catalogue import Catalogue
from cchc.queries.header import StoredQuery
from cchc.store.results import ReadableStore, Term


def notes(
    store: ReadableStore, catalogue: Catalogue, query: StoredQuery, named: Mapping[str, Term], *, empty: bool
) -> tuple[str, ...]:
    """The lines of an answer, in its language.

    Of those for an answer without rows only the first that has something to tell.

    :param named: the terms of the parameters, by their *names*.
    :param empty: whether the answer has no rows.
    """
    lang = named["lang"].value if isinstance(named.get("lang"), Literal) else "vi"  # type: ignore[union-attr]
    told, found_for_empty = [], False
    for spec in query.notes:
        if (spec.empty and (not empty or found_for_empty)) or spec.given not in (None, *named):
            continue
        rows = store.select(bind(store.prepared(catalogue.note(spec.query)), named)).rows
        found = "; ".join(_grouped((_text(said), _text(*year)) for said, *year in rows))
        if found:
            told.append(spec.text[lang].format(found=found))
            found_for_empty = found_for_empty or spec.empty
    return tuple(told)


def _grouped(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is said, each once with its years."""
    for said, group in groupby(rows, key=lambda row: row[0]):
        years = sorted({int(year) for _, year in group if year.isdecimal()})
        yield f"{said}: {_ranges(years)}" if years else said


def _ranges(years: list[int]) -> str:
    """Years for people: ``2012, 2015–2019``."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _text(term: Term | None = None) -> str:
    return term.value if isinstance(term, Literal) else ""
