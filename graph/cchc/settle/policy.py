"""The settling policy and what is known of publishers, from ``ontology/policies.ttl`` and ``publishers.ttl``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import RdfFormat, Store, parse

from cchc.errors import CchcError
from cchc.resources import resource
from cchc.settle.output import select

LAST = 1_000_000
"""The place of what a step has no preference for."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its IRI, the name of its criterion, and the places of what it prefers (the smallest is the best)."""

    iri: str
    criterion: str
    preferred: Mapping[str, int]

    def place(self, concept: str) -> int:
        return self.preferred.get(concept, LAST)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher: its IRI, the kind of source that it is, and whether what stands there is by others."""

    iri: str
    kind: str
    carries_others: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy with its steps in order; publishers by host and by name; the directness of statuses and readings."""

    iri: str
    steps: tuple[Step, ...]
    hosts: Mapping[str, Publisher]
    names: Mapping[str, Publisher]
    directness: Mapping[str, str]

    def publisher(self, host: str, name: str) -> Publisher | None:
        """Who publishes under a host, or the nearest one above it, or under a name."""
        while host:
            if host in self.hosts:
                return self.hosts[host]
            host = host.partition(".")[2]
        return self.names.get(name.casefold())


def read_policy(store: Store) -> Policy:
    """The policy of a store; that of the product, with its publishers, where the store has none.

    :raises CchcError: POLICY_COUNT if the store has several.
    """
    steps = list(_rows(store, "policies"))
    if not steps:
        store = _product()
        steps = list(_rows(store, "policies"))
    found = {policy for policy, *_ in steps}
    if len(found) > 1:
        raise CchcError("POLICY_COUNT", values={"found": ", ".join(sorted(found))})
    preferred: dict[str, dict[str, int]] = {}
    for step, concept, priority in _rows(store, "preferences"):
        preferred.setdefault(step, {})[concept] = int(priority)
    hosts: dict[str, Publisher] = {}
    names: dict[str, Publisher] = {}
    for iri, kind, others, host, name in _rows(store, "publishers"):
        publisher = Publisher(iri, kind, others == "true")
        hosts.setdefault(host, publisher)
        names.setdefault(name.casefold(), publisher)
    return Policy(
        iri=found.pop(),
        steps=tuple(Step(step, criterion, preferred.get(step, {})) for _, step, criterion in steps),
        hosts=hosts,
        names={name: publisher for name, publisher in names.items() if name},
        directness={row[0]: row[1] for row in _rows(store, "directness")},
    )


def _rows(store: Store, name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a query of the settling step as texts; no value is an empty one."""
    for row in select(store, name):
        yield tuple("" if value is None else str(value.value) for value in row)


@cache
def _product() -> Store:
    store = Store()
    for name in ("concepts", "policies", "publishers"):
        store.extend(parse(path=str(resource("ontology") / f"{name}.ttl"), format=RdfFormat.TURTLE))
    return store
