"""What missing values could change in an answer that rests on a part of the units: its rows and its title say so.

An answer is final where no completion of what is known (:mod:`cchc.bounds.premises`) changes it, and open otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.answers import Answer, Completeness
from cchc.answers.model import plain
from cchc.answers.text import clean
from cchc.bounds import Bound, Contradiction, bounds
from cchc.bounds.reading import Edition, read_if_sized, rows_of
from cchc.queries import StoredQuery
from cchc.queries.header import OpennessSpec
from cchc.store import ReadableStore, Term
from cchc.triples.collected import decimal_text

_INTEGER, _DECIMAL, _YEAR = (NamedNode(v.XSD + name) for name in ("integer", "decimal", "gYear"))
_INCOMPLETE = {"vi": "chưa đầy đủ", "en": "incomplete"}
_OPEN = {"vi": "có thể thay đổi", "en": "may change"}

Added = list[dict[str, Term | None]]
"""What is added to the rows of an answer, by the names of the columns."""


def with_openness(store: ReadableStore, answer: Answer, query: StoredQuery) -> Answer:
    """The answer with the columns that its query adds, and with a title that says whether it is incomplete or open.

    :param answer: that of the stored query ``query``, with or without bounds.
    """
    spec = query.openness
    added: Added = []
    if spec is not None:
        kinds = {"changes": _changes, "regions": _regions}
        answer, added = kinds[spec.kind](store, answer, spec)
        terms = [
            (*row, *(more.get(column.name) for column in query.added))
            for row, more in zip(answer.terms, added, strict=True)
        ]
        answer = replace(answer, columns=(*answer.columns, *query.added), terms=terms)
    return replace(answer, title=_title(answer, added))


def _title(answer: Answer, added: Added) -> str:
    marks = []
    complete = answer.completeness
    if complete and (complete.expected is None or complete.known < complete.expected):
        expected = "?" if complete.expected is None else complete.expected
        marks.append(f"{_INCOMPLETE[answer.lang]}: {complete.known}/{expected}")
    if any(_text(term) == "open" for more in added for term in more.values()):
        marks.append(_OPEN[answer.lang])
    return f"{answer.title} ({'; '.join(marks)})" if marks else answer.title


def _numbers(known: int, expected: int | None) -> dict[str, Term | None]:
    return {"knownUnits": _whole(known), "expectedUnits": None if expected is None else _whole(expected)}


# -- changes between two editions ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bounded:
    """What follows from all that is known of an edition."""

    edition: Edition
    by_unit: Mapping[str, Bound]
    others: tuple[Bound, ...]
    """The bounds of the units that are not known by name."""

    def of(self, unit: str) -> tuple[Bound, ...]:
        """The bounds of a unit, or of all that may be it; none of one that is not in the edition."""
        return (self.by_unit[unit],) if unit in self.by_unit else self.others[:1]


def _bounded(edition: Edition | None) -> _Bounded | None:
    """None where the sources do not say how many units there are, or contradict themselves."""
    if edition is None:
        return None
    try:
        found = bounds(edition.size, [known.premise for known in edition.known], edition.scale)
    except Contradiction:
        return None
    named = len(edition.members)
    by_unit = {unit: bound for (unit, _), bound in zip(edition.members, found, strict=False)}
    return _Bounded(edition, by_unit, tuple(found[named:]))


def _changes(store: ReadableStore, answer: Answer, spec: OpennessSpec) -> tuple[Answer, Added]:
    """Whether a unit whose change is not known could have risen more, or, of those that fell, fallen more."""
    year = str(answer.parameters["year"].value)  # type: ignore[union-attr]
    since = answer.parameters.get("since")
    before = Literal(str(int(year) - 1), datatype=_YEAR) if since is None else since
    rows = [dict(zip(answer.names, row, strict=True)) for row in answer.terms]
    added: Added = []
    said: dict[str, Completeness] = {}
    per_index: dict[str, tuple[dict[str, tuple[Decimal, Decimal] | None], dict[str, Term | None]]] = {}
    for row in rows:
        index = _text(row["index"])
        if index not in per_index:
            of_index = [other for other in rows if _text(other["index"]) == index]
            terms = {**answer.parameters, "index": NamedNode(index)}
            edition = read_if_sized(store, terms)
            now, earlier = _bounded(edition), _bounded(read_if_sized(store, {**terms, "year": before}))
            known = sum(other["rankChange"] is not None or other["scoreChange"] is not None for other in of_index)
            size = edition.size if edition else None
            said[_text(row["indexLabel"])] = _completeness(known, size, spec, answer.lang)
            reached = {
                name: _reach(name, now, earlier, {_text(o["unit"]) for o in of_index if o[name] is not None})
                for name in ("rankChange", "scoreChange")
            }
            per_index[index] = reached, _numbers(known, size)
        reached, counts = per_index[index]
        name = "rankChange" if row["rankChange"] is not None else "scoreChange"
        change = plain(row[name])
        if not isinstance(change, (int, Decimal)):
            added.append(counts)
            continue
        reach = reached[name]
        surpassed = reach is None or (reach[1] > change if change >= 0 else reach[0] < change)
        added.append({"openness": Literal("open" if surpassed else "final"), **counts})
    return replace(answer, completeness=_together(said)), added


def _reach(
    name: str, now: _Bounded | None, earlier: _Bounded | None, known: set[str]
) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest change that a unit can have of which it is not known; None where all is possible."""
    if now is None or earlier is None:
        return None
    least, greatest = Decimal("Infinity"), Decimal("-Infinity")
    units: list[tuple[tuple[Bound, ...], tuple[Bound, ...]]] = [
        ((bound,), earlier.of(unit)) for unit, bound in now.by_unit.items() if unit not in known
    ]
    if now.others:
        units.append(
            (now.others[:1], (*(b for u, b in earlier.by_unit.items() if u not in known), *earlier.others[:1]))
        )
    for here, there in units:
        for one in here:
            for other in there:
                if name == "rankChange":
                    low, high = Decimal(other.first - one.last), Decimal(other.last - one.first)
                else:
                    low, high = one.low.value - other.high.value, one.high.value - other.low.value
                least, greatest = min(least, low), max(greatest, high)
    return least, greatest


def _completeness(known: int, expected: int | None, spec: OpennessSpec, lang: str) -> Completeness:
    text = spec.open if expected is None else spec.text
    return Completeness(known, expected, text[lang].format(known=known, expected=expected) if text else "")


def _together(said: Mapping[str, Completeness]) -> Completeness | None:
    """That of one index as it is; of several the sums, and a text that tells them apart."""
    parts = list(said.values())
    if len(parts) < 2:
        return parts[0] if parts else None
    sizes = [one.expected for one in parts if one.expected is not None]
    text = "; ".join(f"{clean(label)}: {one.text}" for label, one in said.items())
    return Completeness(sum(one.known for one in parts), sum(sizes) if len(sizes) == len(parts) else None, text)


# -- means and best ranks of regions ---------------------------------------------------------------------------------


def _regions(store: ReadableStore, answer: Answer, spec: OpennessSpec) -> tuple[Answer, Added]:
    """Between which ends the mean score of a region lies, and whether that or its best rank could be another one."""
    terms = {**answer.parameters, "population": NamedNode(f"{v.ID}population/{spec.population}")}
    edition = read_if_sized(store, terms)
    found = _bounded(edition)
    members: dict[str, list[str]] = {}
    for row in rows_of(store, "regions", terms):
        members.setdefault(_text(row["region"]), []).append(_text(row["unit"]))
    rows = [dict(zip(answer.names, row, strict=True)) for row in answer.terms]
    added: Added = []
    for row in rows:
        if found is None:
            added.append({"meanOpenness": Literal("open"), "rankOpenness": Literal("open")})
            continue
        here = [unit for unit in members.get(_text(row["region"]), ()) if unit in found.by_unit]
        added.append(_of_region(found, here, row["bestRank"]))
    known = len(edition.scores) if edition else sum(int(_text(row["known"])) for row in rows)
    complete = _completeness(known, edition.size if edition else None, spec, answer.lang)
    return replace(answer, completeness=complete), added


def _of_region(found: _Bounded, here: list[str], best: Term | None) -> dict[str, Term | None]:
    if found.others or not here:
        # A unit without a name in the edition may be in any region.
        return {"meanOpenness": Literal("open"), "rankOpenness": Literal("open")}
    ends = [found.by_unit[unit] for unit in here]
    scored = all(unit in found.edition.scores for unit in here)
    ranked = best is not None and min(bound.first for bound in ends) >= int(_text(best))
    return {
        "meanFrom": _mean(bound.low.value for bound in ends),
        "meanTo": _mean(bound.high.value for bound in ends),
        "meanOpenness": Literal("final" if scored else "open"),
        "rankOpenness": Literal("final" if ranked else "open"),
    }


def _mean(values: Iterable[Decimal]) -> Literal:
    each = list(values)
    mean = (sum(each, Decimal(0)) / len(each)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Literal(decimal_text(mean), datatype=_DECIMAL)


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=_INTEGER)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, (Literal, NamedNode)) else ""
