"""What an explanation is asked about: from the name of a unit, or an IRI as people type it, to the term it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from cchc import vocabulary as v
from cchc.explain.asking import Asking
from cchc.queries import Catalogue, Parameter
from cchc.queries.values import to_term
from cchc.store import Term

_EXAMPLES = {"unit": "lang-son", "index": "par-index", "year": "2020", "component": "…", "iri": "id/source/000"}
_NARROWING = {"index": "wantedIndex", "year": "wantedYear"}
"""What tells which of several units of one name is meant, and its term."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The thing asked about, and what narrows the answer: the terms of ``queries/explain/targets.rq``."""

    node: NamedNode
    wanted: dict[str, Term]
    by_name: bool

    @property
    def described(self) -> bool:
        """Whether the thing's own description is wanted too: not of units by name, and units and claims by IRI."""
        told_by_claims = self.by_name or self.node.value.startswith((v.unit_iri(""), v.ID + "claim/"))
        return not self.wanted and not told_by_claims


def asked(
    asking: Asking, target: str, *, index: str | None = None, year: str | None = None, component: str | None = None
) -> Asked:
    """What was asked for.

    :raises CchcError: UNKNOWN_VALUE, AMBIGUOUS_VALUE, INVALID_VALUE.
    """
    iri = _iri(asking, target)
    wanted: dict[str, Term] = {}
    if index is not None:
        wanted["wantedIndex"] = _find(asking, "index", index)
    if year is not None:
        wanted["wantedYear"] = _find(asking, "year", year)
    if component is not None:
        among = {"index": wanted["wantedIndex"]} if "wantedIndex" in wanted else {}
        wanted["wantedComponent"] = _find(asking, "component", component, among)
    narrowed = {name: wanted[term] for name, term in _NARROWING.items() if term in wanted}
    node = _find(asking, "unit", target, narrowed) if iri is None else _find(asking, "iri", iri)
    return Asked(node, wanted, iri is None)


def _iri(asking: Asking, target: str) -> str | None:
    """The IRI that was typed, or None for the name of a unit."""
    target = target.removeprefix("<").removesuffix(">")
    prefix, colon, name = target.partition(":")
    if target.startswith(("http://", "https://")):
        return target
    if target.startswith("id/"):
        return v.BASE + target
    if colon and prefix in v.PREFIXES:
        return v.PREFIXES[prefix] + name
    # Tables show IRIs without what they all have in common.
    if "/" in target and _known(asking, v.ID + target):
        return v.ID + target
    return None


def _known(asking: Asking, iri: str) -> bool:
    try:
        return bool(asking.rows("facts", thing=NamedNode(iri)))
    except ValueError:
        return False


def _find(asking: Asking, kind: str, typed: str, bound: Mapping[str, Term] | None = None) -> NamedNode:
    """The term that a typed value names, as for the parameters of stored queries; ``bound`` are other ones."""
    parameter = Parameter(name=kind, variable=kind, type=kind, label={}, example=_EXAMPLES[kind])
    return to_term(asking.store, Catalogue(), parameter, typed, bound or {})  # type: ignore[return-value]
