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

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from cchc import vocabulary as v
from cchc.settle.editions import count_units, settle_editions, settle_meetings, settle_people
from cchc.settle.output import Results, select

__all__ = ["Settlement", "count_units", "settle"]

POLICY = v.ID + "policy/default"
_STATED_FIRST = "stated-first"
_STEPS = ("most-sources", "most-decimals", "latest-source", "first-source")
"""The steps of the policy after the first, in the order in which claims are compared."""

ROUNDING = Decimal("0.01")
"""A derived number may differ this much from a stated one: sums of published figures are off by one in the last of two
decimal places."""

_INTEGERS = {v.CCHC + name for name in ("rank", "rankedAmong", "rankChange", "outOf")}
_NUMBERS = {v.CCHC + name for name in ("score", "scoreChange", "value", "valueChange")}
_CAPITAL = re.compile("[A-Z]")
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


def settle(store: Store, units_covered: Mapping[str, Any] | None = None) -> Settlement:
    """Writes ``graph/results`` anew from the claims in ``store``.

    Gives each ``cchc:Result`` and ``cchc:Statistic`` its accepted values, ``cchc:status`` (Stated if every accepted
    value is stated, else Derived) and ``cchc:acceptedFrom``; each edition its label, ``cchc:previousEdition`` and
    ``cchc:unitCount``; each meeting its label; links officials who are one person; makes each ``cchc:Conflict``. The
    same claims give the same quads.

    :param store: a writable store after :func:`cchc.rules.conclude`; the claims may lie in any of its graphs.
    :param units_covered: how many units each edition covers, where ``store`` holds a part of the claims only.
    """
    store.remove_graph(NamedNode(v.RESULTS_GRAPH))
    graph = Results()
    results = statistics = 0
    for thing, rows in groupby(select(store, "claims"), key=lambda row: str(row["thing"].value)):
        if _settle_thing(thing, rows, graph):
            is_result = thing.startswith(v.ID + "result/")
            results, statistics = results + is_result, statistics + (not is_result)
    editions = settle_editions(store, graph, count_units(store) if units_covered is None else units_covered)
    meetings = settle_meetings(store, graph)
    settle_people(store, graph)
    store.extend(sorted(set(graph.quads), key=str))
    return Settlement(results, statistics, graph.conflicts, editions, meetings)


# -- results and statistics ------------------------------------------------------------------------------------------


def _settle_thing(thing: str, rows: Iterable[Any], graph: Results) -> bool:
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
    pool = _eligible(claims)
    keys = {claim.key for claim in pool}
    best = min(pool, key=lambda claim: _standing(claim, pool))
    same = [claim for claim in pool if claim.key == best.key]
    accepted = min(same, key=lambda claim: (_specific(claim), _latest(claim), _first_source(claim)))
    conflict = any(not (_agrees(one, other) or _agrees(other, one)) for one in keys for other in keys) or any(
        not _follows(claim.key, key) for claim in claims if not claim.stated for key in keys
    )
    return accepted, conflict


def _eligible(claims: list[_Claim]) -> list[_Claim]:
    """What may be accepted: stated claims, or derived ones where nothing is stated."""
    return [claim for claim in claims if claim.stated] or claims


def _standing(claim: _Claim, pool: list[_Claim]) -> tuple[Any, ...]:
    """How a claim compares with the others of the pool, one item for each of :data:`_STEPS`; the least is the best."""
    backing = {source for other in pool if _agrees(other.key, claim.key) for source in other.sources}
    return -len(backing), -claim.decimals, _latest(claim), _first_source(claim)


def _deciding_step(claims: list[_Claim], accepted: _Claim) -> str:
    """The step of the policy at which the accepted value parted from the best of the other values."""
    pool = _eligible(claims)
    rivals = [claim for claim in pool if not (_agrees(claim.key, accepted.key) or _agrees(accepted.key, claim.key))]
    if not rivals:
        return _STATED_FIRST
    won = min(_standing(claim, pool) for claim in pool if claim.key == accepted.key)
    lost = min(_standing(claim, pool) for claim in rivals)
    return next(step for step, one, other in zip(_STEPS, won, lost, strict=True) if one != other)


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


def _conflict(thing: str, prop: str, scale: str, claims: list[_Claim], accepted: _Claim, graph: Results) -> None:
    # As in the IRIs of claims: "rankChange" is "rank-change".
    name = _CAPITAL.sub(r"-\g<0>", prop.rsplit("#", 1)[-1]).lower()
    name += f"/{scale.lower().replace(' ', '-')}" if scale else ""
    path = thing.removeprefix(v.ID).removeprefix("result/")
    node = f"{v.ID}conflict/{path}/{name}" if thing.startswith(v.ID) else f"{thing}/conflict/{name}"
    graph.conflicts += 1
    graph.link(node, v.RDF + "type", v.CCHC + "Conflict")
    graph.link(node, v.CCHC + "conflictAbout", thing)
    graph.link(node, v.CCHC + "onProperty", prop)
    graph.link(node, v.CCHC + "settledBy", POLICY)
    graph.link(node, v.CCHC + "decidedBy", f"{POLICY}/{_deciding_step(claims, accepted)}")
    graph.link(node, v.CCHC + "acceptedClaim", accepted.node)
    for claim in claims:
        graph.link(node, v.CCHC + "claimInConflict", claim.node)
