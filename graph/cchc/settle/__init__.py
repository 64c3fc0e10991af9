"""Settling: from what the sources claim to the values that people query, written into ``graph/results``.

For each property of each result or statistic one value is accepted, by the policy in the reference data
(``ontology/policies.ttl``; :mod:`cchc.settle.choice` says how a policy is followed). Claims that cannot all be right
make a ``cchc:Conflict``, whatever was accepted. What may settle at all, and which values may be compared, is said in
``ontology/settling/claims.rq``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from cchc import vocabulary as v
from cchc.settle.choice import Choice, Chooser, Claim
from cchc.settle.editions import count_units, settle_editions, settle_meetings, settle_people
from cchc.settle.measures import measure
from cchc.settle.output import Results, select
from cchc.settle.policy import Policy, read_policy
from cchc.settle.witnesses import Witnesses
from cchc.store.scratch import empty, write
from cchc.triples import decimal_text

__all__ = ["Policy", "Settlement", "count_units", "measure", "read_policy", "settle"]

_INTEGERS = {v.CCHC + name for name in ("rank", "rankedAmong", "rankChange", "outOf")}
_NUMBERS = {v.CCHC + name for name in ("score", "scoreChange", "value", "valueChange")}
_DECIMAL = NamedNode(v.XSD + "decimal")
_CAPITAL = re.compile("[A-Z]")
_CARRIES = {v.CCHC + "score", v.CCHC + "value"}
_ORDERS = (v.CCHC + "score", v.CCHC + "rank")
_MEASURES = {*_CARRIES, *_ORDERS}


@dataclass(frozen=True, slots=True)
class Settlement:
    """How many things were settled."""

    results: int
    statistics: int
    conflicts: int
    editions: int
    meetings: int


def settle(
    store: Store,
    units_covered: Mapping[str, Any] | None = None,
    policy: Policy | None = None,
    things: Set[NamedNode] | None = None,
) -> Settlement:
    """Writes ``graph/results`` anew from the claims in ``store``.

    Gives each ``cchc:Result`` and ``cchc:Statistic`` its accepted values, ``cchc:acceptedFrom`` and ``cchc:status``
    (Stated or Derived, as its rank and score or its value are, or both; as what else there is where there is none of
    them), and where one document states both score and rank ``cchc:rankedBy``; each edition its label,
    ``cchc:previousEdition`` and ``cchc:unitCount``; each meeting its label; links officials who are one person; makes
    each ``cchc:Conflict``; measures how complete the editions are. The same claims give the same quads.

    :param store: a writable store after :func:`cchc.rules.conclude`; the claims may lie in any of its graphs. Its
        default graph is empty, or the merge of all, which is kept in step.
    :param units_covered: how many units each edition covers, where ``store`` holds a part of the claims only; how
        complete editions are is not measured then (:func:`measure` does it on the whole).
    :param policy: how to settle, where ``store`` holds a part of the reference data only; else that of ``store``.
    :param things: the results and statistics to be settled; by default all.
    :raises CchcError: POLICY_COUNT.
    """
    empty(store, v.RESULTS_GRAPH)
    graph = Results()
    policy = policy or read_policy(store)
    chooser = Chooser(policy, Witnesses(store, policy))
    results = statistics = 0
    for thing, rows in groupby(select(store, "claims"), key=lambda row: str(row["thing"].value)):
        if (things is None or NamedNode(thing) in things) and _settle_thing(thing, rows, chooser, graph):
            is_result = thing.startswith(v.ID + "result/")
            results, statistics = results + is_result, statistics + (not is_result)
    editions = settle_editions(store, graph, count_units(store) if units_covered is None else units_covered)
    meetings = settle_meetings(store, graph)
    settle_people(store, graph)
    write(store, set(graph.quads))
    if units_covered is None:
        write(store, measure(store))
    return Settlement(results, statistics, graph.conflicts, editions, meetings)


# -- results and statistics ------------------------------------------------------------------------------------------


def _settle_thing(thing: str, rows: Iterable[Any], chooser: Chooser, graph: Results) -> bool:
    """Settles every property of one thing; False if it has no value to accept."""
    statuses: dict[str, str] = {}
    witnesses = {name: set[str]() for name in _ORDERS}
    for prop, of_property in groupby(rows, key=lambda row: str(row["property"].value)):
        claims = _claims(prop, of_property)
        by_scale: dict[tuple[int, str], list[Claim]] = {}
        for claim in claims:
            by_scale.setdefault((claim.preference, claim.scale), []).append(claim)
        for place, scale in enumerate(sorted(by_scale)):
            choice = chooser.choose(by_scale[scale])
            accepted = choice.accepted
            if choice.conflict:
                _conflict((thing, prop, scale[1]), by_scale[scale], choice, chooser.policy, graph)
            if place > 0:
                continue
            statuses[prop] = v.CCHC + ("Stated" if accepted.stated else "Derived")
            if prop in witnesses and accepted.stated and accepted.component is None and accepted.maximum is None:
                witnesses[prop] = accepted.sources
            graph.add(thing, prop, accepted.value)
            graph.link(thing, v.CCHC + "acceptedFrom", accepted.node)
            if prop in _CARRIES and accepted.measure is not None:
                graph.add(thing, v.CCHC + "unitOfMeasure", accepted.measure)
            if prop in _CARRIES and accepted.maximum is not None:
                graph.add(thing, v.CCHC + "maximum", accepted.maximum)
            if prop in _CARRIES and accepted.tolerance is not None:
                graph.add(thing, v.CCHC + "tolerance", Literal(decimal_text(accepted.tolerance), datatype=_DECIMAL))
    for witness in set.intersection(*witnesses.values()):
        graph.link(thing, v.CCHC + "rankedBy", witness)
    measured = [status for prop, status in statuses.items() if prop in _MEASURES]
    for status in sorted({*(measured or statuses.values())}):
        graph.link(thing, v.CCHC + "status", status)
    return bool(statuses)


def _claims(prop: str, rows: Iterable[Any]) -> list[Claim]:
    """One record a claim and value; a value that is no number where one is due can't be accepted, and is left out."""
    found: dict[tuple[str, str], Claim] = {}
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
            Claim(
                node=node,
                value=row["value"],
                key=key,
                scale=row["scale"].value if row["scale"] else "",
                preference=int(row["preference"].value) if row["preference"] else 0,
                stated=row["status"].value == v.CCHC + "Stated",
                measure=row["measure"],
                maximum=row["maximum"],
                component=row["component"],
                readings={str(row["status"].value)},
            ),
        )
        tolerance = _number(row["tolerance"], whole=False)
        if tolerance is not None:
            # Concluded in two ways, it is as sure as by the surer of them.
            claim.tolerance = tolerance if claim.tolerance is None else min(claim.tolerance, tolerance)
        if row["reading"]:
            claim.readings.add(str(row["reading"].value))
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


def _conflict(place: tuple[str, str, str], claims: list[Claim], choice: Choice, policy: Policy, graph: Results) -> None:
    thing, prop, scale = place
    # As in the IRIs of claims: "rankChange" is "rank-change".
    name = _CAPITAL.sub(r"-\g<0>", prop.rsplit("#", 1)[-1]).lower()
    name += f"/{scale.lower().replace(' ', '-')}" if scale else ""
    path = thing.removeprefix(v.ID).removeprefix("result/")
    node = f"{v.ID}conflict/{path}/{name}" if thing.startswith(v.ID) else f"{thing}/conflict/{name}"
    graph.conflicts += 1
    graph.link(node, v.RDF + "type", v.CCHC + "Conflict")
    graph.link(node, v.CCHC + "conflictAbout", thing)
    graph.link(node, v.CCHC + "onProperty", prop)
    graph.link(node, v.CCHC + "settledBy", policy.iri)
    graph.link(node, v.CCHC + "decidedBy", choice.step)
    graph.link(node, v.CCHC + "acceptedClaim", choice.accepted.node)
    for claim in claims:
        graph.link(node, v.CCHC + "claimInConflict", claim.node)
    for repeated in choice.repeated:
        graph.link(node, v.CCHC + "repeatedClaim", repeated)
