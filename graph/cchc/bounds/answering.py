"""A ranking in which each unit of the edition has its row, and bounds where its rank or score is not known."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.answers import Answer
from cchc.answers.model import Column
from cchc.answers.text import number
from cchc.bounds import bounds
from cchc.bounds.contradictions import contradicting, contradiction
from cchc.bounds.premises import Bound, Contradiction, Cut
from cchc.bounds.reading import Edition, read
from cchc.store import ReadableStore, Term

_INTEGER, _DECIMAL = NamedNode(v.XSD + "integer"), NamedNode(v.XSD + "decimal")
_BOUNDED = {"bounded": {"vi": "trong khoảng", "en": "bounded"}}
COLUMNS = (
    Column("rankBounds", {"vi": "Khoảng hạng", "en": "Rank bounds"}),
    Column("scoreBounds", {"vi": "Khoảng điểm", "en": "Score bounds"}),
    Column("rankFrom", {"vi": "Hạng từ", "en": "Rank from"}, hidden=True),
    Column("rankTo", {"vi": "Hạng đến", "en": "Rank to"}, hidden=True),
    Column("scoreFrom", {"vi": "Điểm từ", "en": "Score from"}, hidden=True),
    Column("scoreTo", {"vi": "Điểm đến", "en": "Score to"}, hidden=True),
)
"""What bounds add to a ranking. The first two are texts for people, empty where the value itself is known."""


def with_bounds(store: ReadableStore, answer: Answer) -> Answer:
    """A ranking with a row for each unit of the edition that is known by name.

    Where no source says how many units there are, ranks may have no upper end.

    :param answer: that of the stored query ``ranking``.
    :raises CchcError: BOUNDS_SIZE, BOUNDS_CONTRADICTION.
    """
    edition = read(store, answer.parameters, sized=False)
    try:
        found = bounds(edition.size, [known.premise for known in edition.known], edition.scale)
    except Contradiction:
        raise contradiction(store, contradicting(edition), answer.title, answer.lang) from None
    unit_at, rank_at = answer.names.index("unit"), answer.names.index("rank")
    ranked = {_value(row[unit_at]): row for row in answer.terms if row[rank_at] is not None}
    # There may be more units than those known by name; the bounds of these come first.
    members = zip(edition.members, found, strict=False)
    by_place = sorted(
        ((edition.ranks.get(unit, 0), bound, unit, label) for (unit, label), bound in members),
        key=lambda row: (row[0] or row[1].first, row[0] or row[1].last),
    )
    terms = []
    for rank, bound, unit, label in by_place:
        whole = ranked.get(unit) or _row(answer, edition, unit, label)
        ends = (rank, rank) if rank else (bound.first, edition.last(bound))
        terms.append((*whole, *_bounds(ends, bound, bool(rank), unit in edition.scores, answer.lang)))
    columns = [_with_status(column) for column in answer.columns]
    return replace(answer, columns=(*columns, *COLUMNS), terms=terms, chart=None, options=("--bounds",))


def _with_status(column: Column) -> Column:
    """The column of the status can also say that a value is only bounded."""
    return column._replace(values={**column.values, **_BOUNDED}) if column.name == "status" else column


def _row(answer: Answer, edition: Edition, unit: str, label: str) -> tuple[Term | None, ...]:
    """The row of a unit without a rank."""
    grade = edition.grades.get(unit)
    said: dict[str, Term | None] = {
        "unit": NamedNode(unit),
        "unitLabel": Literal(label),
        "score": edition.scores.get(unit),
        "grade": Literal(grade) if grade else None,
        "status": Literal("bounded"),
    }
    return tuple(said.get(name) for name in answer.names)


def _bounds(
    ends: tuple[int, int | None], bound: Bound, ranked: bool, scored: bool, lang: str
) -> tuple[Term | None, ...]:
    first, last = ends
    return (
        None if ranked else Literal(_places(first, last, lang)),
        None if scored else Literal(_interval(bound, lang)),
        Literal(str(first), datatype=_INTEGER),
        None if last is None else Literal(str(last), datatype=_INTEGER),
        Literal(format(bound.low.value, "f"), datatype=_DECIMAL),
        Literal(format(bound.high.value, "f"), datatype=_DECIMAL),
    )


def _places(first: int, last: int | None, lang: str) -> str:
    if first == last:
        return str(first)
    if last is None:
        return f"từ {first} trở đi" if lang == "vi" else f"≥ {first}"
    return f"từ {first} đến {last}" if lang == "vi" else f"≥ {first} and ≤ {last}"


def _interval(bound: Bound, lang: str) -> str:
    def end(cut: Cut, mark: str) -> str:
        places = 2 if cut.value % 1 else 0
        return (f"{mark} " if cut.side else "") + number(cut.value, lang, places)

    if bound.low == bound.high:
        return end(bound.low, "")
    return f"{end(bound.low, '>')} … {end(bound.high, '<')}"


def _value(term: Term | None) -> str:
    return term.value if isinstance(term, (Literal, NamedNode)) else ""
