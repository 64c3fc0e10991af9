"""Why a rank or score that nobody states must lie in an interval: the claims that each end rests on."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from cchc.answers.text import number
from cchc.bounds import BOTTOM, TOP, Bound, Contradiction, Cut, Premise, RankWithin, ScoreWithin, bounds
from cchc.bounds.contradictions import causes
from cchc.bounds.reading import Edition, read_if_sized, rows_of
from cchc.bounds.scheduling import just_above, just_below
from cchc.store import ReadableStore, Term

MOST_UNITS = 500
"""In larger editions the claims behind the ends are not sought: each of them takes many looks at the whole edition."""


@dataclass(frozen=True, slots=True)
class End:
    """An end of an interval (``≥ 37``, ``< 90``), and a minimal set of claims (IRIs) from which it follows.

    No claims stand behind what follows from the number of units alone, nor in editions of more than MOST_UNITS.
    """

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """What must hold of the ``rank`` or ``score`` (``property``) of a unit, with its label, in an edition (IRI)."""

    edition: str
    label: str
    property: str
    ends: tuple[End, ...]


def intervals(store: ReadableStore, unit: NamedNode, index: NamedNode, year: Literal, lang: str) -> list[Interval]:
    """The intervals of a unit in the editions of an index and year, where rank or score are not known.

    Ends that say nothing (rank 1, the last rank, the ends of the scale) are left out, and intervals without any end.
    """
    found: list[Interval] = []
    for row in rows_of(store, "editions", {}):
        population, node = row["population"], row["edition"]
        if row["index"] != index or row["year"] != year or population is None or not isinstance(node, NamedNode):
            continue
        terms: dict[str, Term] = {"index": index, "year": year, "population": population, "lang": Literal(lang)}
        edition = read_if_sized(store, terms, sized=False)
        names = [iri for iri, _ in edition.members] if edition else []
        if edition is None or unit.value not in names:
            continue
        place = names.index(unit.value)
        try:
            bound = bounds(edition.size, [known.premise for known in edition.known], edition.scale)[place]
        except Contradiction:
            continue
        label = edition.members[place][1]
        excluded = {"rank": _ranks(edition, place, bound), "score": _scores(edition, place, bound, lang)}
        known = {"rank": unit.value in edition.ranks, "score": unit.value in edition.scores}
        for name, ends in excluded.items():
            if ends and not known[name]:
                said = tuple(End(text, _because(edition, against)) for text, against in ends)
                found.append(Interval(node.value, label, name, said))
    return found


def _because(edition: Edition, against: Premise) -> tuple[str, ...]:
    return tuple(claim for claim in causes(edition, against) if claim) if edition.size <= MOST_UNITS else ()


def _ranks(edition: Edition, unit: int, bound: Bound) -> list[tuple[str, Premise]]:
    """The ends of the rank, each with what it excludes."""
    ends: list[tuple[str, Premise]] = []
    if bound.first > 1:
        ends.append((f"≥ {bound.first}", RankWithin(unit, 1, bound.first - 1)))
    last = edition.last(bound)
    if last is not None and last < edition.size:
        ends.append((f"≤ {last}", RankWithin(unit, last + 1, edition.size)))
    return ends


def _scores(edition: Edition, unit: int, bound: Bound, lang: str) -> list[tuple[str, Premise]]:
    """The ends of the score, each with what it excludes."""

    def written(cut: Cut, closed: str, open_: str) -> str:
        return f"{open_ if cut.side else closed} {number(cut.value, lang, 2 if cut.value % 1 else 0)}"

    ends: list[tuple[str, Premise]] = []
    if bound.low > edition.scale[0]:
        ends.append((written(bound.low, "≥", ">"), ScoreWithin(unit, BOTTOM, just_below(bound.low))))
    if bound.high < edition.scale[1]:
        ends.append((written(bound.high, "≤", "<"), ScoreWithin(unit, just_above(bound.high), TOP)))
    return ends
