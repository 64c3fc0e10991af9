"""Settling: from what the sources claim to the values that people query, written into ``graph/results``.

For each property of each result or statistic one value is accepted, by the policy ``id/policy/default``:

1. what a source states before what a rule derives;
2. the value that most sources state (a rounded value counts for the fuller one that it rounds);
3. the value with more decimal places;
4. the value of the source that was issued last;
5. the value of the source whose IRI sorts first.

Claims that cannot all be right make a ``cchc:Conflict``, whatever was accepted. What may settle at all, and which
values may be compared, is said in ``ontology/settling/claims.rq``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.resources import resource

POLICY = v.ID + "policy/default"

ROUNDING = Decimal("0.01")
"""A derived number may differ this much from a stated one: sums of published figures are off by one in the last of two
decimal places."""

_INTEGERS = {v.CCHC + name for name in ("rank", "rankedAmong", "rankChange", "outOf")}
_NUMBERS = {v.CCHC + name for name in ("score", "scoreChange", "value", "valueChange")}
_CARRIES = {v.CCHC + "score", v.CCHC + "value"}


@dataclass(frozen=True, slots=True)
class Settlement:
    """How many things were settled."""

    results: int
    statistics: int
    conflicts: int
    editions: int
    meetings: int


@dataclass(slots=True)
class _Claim:
    """One value of one claim, with all that the policy looks at."""

    node: str
    value: Any
    key: Decimal | str
    scale: str
    preference: int
    stated: bool
    sources: set[str] = field(default_factory=set)
    issued: str = ""
    measure: Any = None
    maximum: Any = None

    @property
    def decimals(self) -> int:
        return max(0, -int(self.key.as_tuple().exponent)) if isinstance(self.key, Decimal) else 0


def settle(store: Store) -> Settlement:
    """Writes ``graph/results`` anew from the claims in ``store``.

    Gives each ``cchc:Result`` and ``cchc:Statistic`` its accepted values, ``cchc:status`` (Stated if every accepted
    value is stated, else Derived) and ``cchc:acceptedFrom``; each edition its label, ``cchc:previousEdition`` and
    ``cchc:unitCount``; each meeting its label; and makes each ``cchc:Conflict``. The same claims give the same quads.

    :param store: a writable store after :func:`cchc.rules.conclude`; the claims may lie in any of its graphs.
    """
    store.remove_graph(NamedNode(v.RESULTS_GRAPH))
    graph = _Results()
    results = statistics = 0
    for thing, rows in groupby(_select(store, "claims"), key=lambda row: str(row["thing"].value)):
        if _settle_thing(thing, rows, graph):
            is_result = thing.startswith(v.ID + "result/")
            results, statistics = results + is_result, statistics + (not is_result)
    editions = _editions(store, graph)
    meetings = _meetings(store, graph)
    store.extend(sorted(set(graph.quads), key=str))
    return Settlement(results, statistics, graph.conflicts, editions, meetings)


def _select(store: Store, name: str) -> Iterator[Any]:
    text = (resource("ontology") / "settling" / f"{name}.rq").read_text(encoding="utf-8")
    rows: Any = store.query(text, use_default_graph_as_union=True)
    return iter(rows)


class _Results:
    """Collects the quads of ``graph/results``."""

    def __init__(self) -> None:
        self.graph = NamedNode(v.RESULTS_GRAPH)
        self.quads: list[Quad] = []
        self.conflicts = 0

    def add(self, subject: str, predicate: str, value: Any) -> None:
        self.quads.append(Quad(NamedNode(subject), NamedNode(predicate), value, self.graph))

    def link(self, subject: str, predicate: str, target: str) -> None:
        self.add(subject, predicate, NamedNode(target))

    def label(self, subject: str, vi: str, en: str) -> None:
        for language, text in (("vi", vi), ("en", en)):
            self.add(subject, v.RDFS + "label", Literal(text, language=language))


# -- results and statistics ------------------------------------------------------------------------------------------


def _settle_thing(thing: str, rows: Iterable[Any], graph: _Results) -> bool:
    """Settles every property of one thing; False if it has no value to accept."""
    stated = []
    for prop, of_property in groupby(rows, key=lambda row: str(row["property"].value)):
        claims = _claims(prop, of_property)
        by_scale: dict[tuple[int, str], list[_Claim]] = {}
        for claim in claims:
            by_scale.setdefault((claim.preference, claim.scale), []).append(claim)
        for place, scale in enumerate(sorted(by_scale)):
            accepted, conflict = _accept(by_scale[scale])
            if conflict:
                _conflict(thing, prop, scale[1], by_scale[scale], accepted, graph)
            if place > 0:
                continue
            stated.append(accepted.stated)
            graph.add(thing, prop, accepted.value)
            graph.link(thing, v.CCHC + "acceptedFrom", accepted.node)
            if prop in _CARRIES and accepted.measure is not None:
                graph.add(thing, v.CCHC + "unitOfMeasure", accepted.measure)
            if prop in _CARRIES and accepted.maximum is not None:
                graph.add(thing, v.CCHC + "maximum", accepted.maximum)
    if stated:
        graph.link(thing, v.CCHC + "status", v.CCHC + ("Stated" if all(stated) else "Derived"))
    return bool(stated)


def _claims(prop: str, rows: Iterable[Any]) -> list[_Claim]:
    """One record a claim and value; a value that is no number where one is due can't be accepted, and is left out."""
    found: dict[tuple[str, str], _Claim] = {}
    for row in rows:
        key: Decimal | str = str(row["comparable"])
        if prop in _NUMBERS or prop in _INTEGERS:
            number = _number(row["comparable"], whole=prop in _INTEGERS)
            if number is None:
                continue
            key = number
        node = str(row["claim"].value)
        claim = found.setdefault(
            (node, str(row["value"])),
            _Claim(
                node=node,
                value=row["value"],
                key=key,
                scale=row["scale"].value if row["scale"] else "",
                preference=int(row["preference"].value) if row["preference"] else 0,
                stated=row["status"].value == v.CCHC + "Stated",
                measure=row["measure"],
                maximum=row["maximum"],
            ),
        )
        if row["source"]:
            claim.sources.add(str(row["source"].value))
        if row["issued"]:
            claim.issued = max(claim.issued, str(row["issued"].value))
    return list(found.values())


def _number(term: Any, *, whole: bool) -> Decimal | None:
    expected = v.XSD + ("integer" if whole else "decimal")
    if not isinstance(term, Literal) or term.datatype.value not in (expected, v.XSD + "integer"):
        return None
    try:
        number = Decimal(term.value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _accept(claims: list[_Claim]) -> tuple[_Claim, bool]:
    """The claim that gives the accepted value, and whether any two of the claims cannot both be right."""
    pool = [claim for claim in claims if claim.stated] or claims
    keys = {claim.key for claim in pool}

    def backing(key: Decimal | str) -> int:
        return len({source for claim in pool if _agrees(claim.key, key) for source in claim.sources})

    best = min(pool, key=lambda claim: (-backing(claim.key), -claim.decimals, _latest(claim), _first_source(claim)))
    same = [claim for claim in pool if claim.key == best.key]
    accepted = min(same, key=lambda claim: (_specific(claim), _latest(claim), _first_source(claim)))
    conflict = any(not (_agrees(one, other) or _agrees(other, one)) for one in keys for other in keys) or any(
        not _follows(claim.key, key) for claim in claims if not claim.stated for key in keys
    )
    return accepted, conflict


def _agrees(rough: Decimal | str, fine: Decimal | str) -> bool:
    """Whether ``rough`` is ``fine``, or ``fine`` rounded to fewer decimal places."""
    if rough == fine or not (isinstance(rough, Decimal) and isinstance(fine, Decimal)):
        return rough == fine
    places = int(rough.as_tuple().exponent)
    return places > int(fine.as_tuple().exponent) and abs(rough - fine) <= Decimal(5).scaleb(places - 1)


def _follows(derived: Decimal | str, other: Decimal | str) -> bool:
    """Whether a derived value and another one can both be right, given that published figures are rounded."""
    if derived == other or not (isinstance(derived, Decimal) and isinstance(other, Decimal)):
        return derived == other
    whole = derived == derived.to_integral_value() and other == other.to_integral_value()
    near = abs(derived - other) <= ROUNDING and not whole
    return near or _agrees(derived, other) or _agrees(other, derived)


def _specific(claim: _Claim) -> int:
    """A last place says more than a place among the lowest."""
    return 0 if isinstance(claim.key, Decimal) or str(claim.value) == claim.key else -1


def _latest(claim: _Claim) -> tuple[int, ...]:
    return tuple(-ord(character) for character in claim.issued) or (1,)


def _first_source(claim: _Claim) -> tuple[str, str]:
    return min(claim.sources, default="~"), claim.node


def _conflict(thing: str, prop: str, scale: str, claims: list[_Claim], accepted: _Claim, graph: _Results) -> None:
    name = prop.rsplit("#", 1)[-1] + (f"/{scale.lower().replace(' ', '-')}" if scale else "")
    path = thing.removeprefix(v.ID).removeprefix("result/")
    node = f"{v.ID}conflict/{path}/{name}" if thing.startswith(v.ID) else f"{thing}/conflict/{name}"
    graph.conflicts += 1
    graph.link(node, v.RDF + "type", v.CCHC + "Conflict")
    graph.link(node, v.CCHC + "conflictAbout", thing)
    graph.link(node, v.CCHC + "onProperty", prop)
    graph.link(node, v.CCHC + "settledBy", POLICY)
    graph.link(node, v.CCHC + "acceptedClaim", accepted.node)
    for claim in claims:
        graph.link(node, v.CCHC + "claimInConflict", claim.node)


# -- editions and meetings -------------------------------------------------------------------------------------------


def _editions(store: Store, graph: _Results) -> int:
    """Labels, links to the edition of the year before, numbers of units and schemes, where the data lacks them."""
    counts: dict[str, Any] = {}
    for row in _select(store, "counts"):
        counts.setdefault(row["edition"].value, row["count"])
    rows = {row["edition"].value: row for row in reversed(list(_select(store, "editions")))}
    editions = {_edition_key(row, 0): edition for edition, row in rows.items()}
    for edition, row in rows.items():
        year = row["year"].value
        names = []
        for language in ("Vi", "En"):
            index = row[f"abbreviation{language}"] or row[f"index{language}"] or row["indexVi"]
            population = row[f"population{language}"] or row["populationVi"]
            names.append(
                f"{index.value if index else _tail(row['index'])} {year} – "
                f"{population.value if population else _tail(row['population'])}"
            )
        graph.label(edition, names[0], names[1])
        before = editions.get(_edition_key(row, -1))
        if before and not row["before"]:
            graph.link(edition, v.CCHC + "previousEdition", before)
        if edition in counts and not row["counted"]:
            graph.add(edition, v.CCHC + "unitCount", counts[edition])
    for row in _select(store, "schemes"):
        graph.link(row["edition"].value, v.CCHC + "scheme", row["scheme"].value)
    return len(rows)


def _edition_key(row: Any, shift: int) -> tuple[str, str, str]:
    """What makes an edition, ``shift`` years later; a year that is none is its own key and has no neighbour."""
    year = row["year"].value
    moved = str(int(year) + shift) if year.isdecimal() else f"{year}{shift or ''}"
    return str(row["index"]), moved, str(row["population"])


def _tail(node: Any) -> str:
    return str(node.value).rsplit("/", 1)[-1]


def _meetings(store: Store, graph: _Results) -> int:
    """A label for each meeting: in Vietnamese the longest of the names that sources give it."""
    seen: set[str] = set()
    for row in _select(store, "meetings"):
        meeting, date = row["meeting"].value, row["date"].value
        if meeting not in seen:
            seen.add(meeting)
            organizer = f", {row['organizer'].value}" if row["organizer"] else ""
            graph.label(meeting, row["name"].value, f"Meeting of {date}{organizer}")
    return len(seen)
