"""The documents behind claims: what kind of source each is, and which of them are not independent of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyoxigraph import NamedNode, Store

from cchc import vocabulary as v
from cchc.settle.output import select
from cchc.settle.policy import Policy
from cchc.vietnamese import slug

UNKNOWN = v.ID + "source-kind/unknown"

SHINGLE = 3
"""Words a shingle."""
SHINGLES = 10
"""Fewer shingles tell nothing: any two sources give a figure in the same few words."""
ALIKE = 0.7
"""From this share of common shingles on (Jaccard's coefficient; Broder 1997), a text is taken for a copy of another."""

_QUOTE, _SELECTOR, _EXACT, _PREFIX, _SUFFIX = (
    NamedNode(name)
    for name in (v.CCHC + "quote", v.OA + "hasSelector", v.OA + "exact", v.OA + "prefix", v.OA + "suffix")
)


@dataclass(frozen=True, slots=True)
class _Document:
    kind: str
    group: str


class Witnesses:
    """What is known of the documents of a store.

    Two documents are not independent if one is stated to be a copy of the other, if one publisher published both (or
    both stand under one host that nobody knows), or if they say something in nearly the same words.
    """

    def __init__(self, store: Store, policy: Policy) -> None:
        self._store = store
        self._documents: dict[str, _Document] = {}
        originals: dict[str, str] = {}
        for row in select(store, "witnesses"):
            witness, address, publisher, kind, original = ("" if value is None else str(value.value) for value in row)
            if witness in self._documents:
                continue
            host = (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
            known = policy.publisher(host, publisher)
            group = known.iri if known else host or publisher or witness
            self._documents[witness] = _Document(
                kind or (known.kind if known else UNKNOWN), witness if known and known.carries_others else group
            )
            if original:
                originals[witness] = original
        for copy, original in originals.items():
            group = self._group(original)
            self._documents[copy] = _Document(self._documents[copy].kind, group)

    def kind(self, witness: str) -> str:
        """The kind of source that a document is."""
        found = self._documents.get(witness)
        return found.kind if found else UNKNOWN

    def independent(self, said: Iterable[tuple[str, str]]) -> int:
        """How many of some claims, given with their documents, are independent of each other."""
        return len({group for _, group in self._grouped(said)})

    def repeated(self, said: Iterable[tuple[str, str]], first: str) -> set[str]:
        """Those of some claims, given with their documents, that only repeat ``first`` or one before them."""
        groups: dict[str, set[str]] = {}
        for claim, group in self._grouped(said):
            groups.setdefault(claim, set()).add(group)
        told = groups.pop(first, set())
        found = set()
        for claim, own in sorted(groups.items()):
            if own <= told:
                found.add(claim)
            told |= own
        return found

    def _grouped(self, said: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Some claims, each with the group of witnesses that are not independent of each other."""
        groups: dict[str, str] = {}

        def of(group: str) -> str:
            while groups.setdefault(group, group) != group:
                group = groups[group]
            return group

        pairs = sorted(said)
        texts: list[tuple[frozenset[str], str]] = []
        for claim, witness in pairs:
            group = of(self._group(witness))
            words = self._words(claim)
            alike = next((other for text, other in texts if _alike(words, text)), None)
            if alike is None:
                texts.append((words, group))
            else:
                groups[group] = of(alike)
        return [(claim, of(self._group(witness))) for claim, witness in pairs]

    def _group(self, witness: str) -> str:
        found = self._documents.get(witness)
        return found.group if found else witness

    def _words(self, claim: str) -> frozenset[str]:
        """The shingles of the words around a claim's quotes."""
        found: set[str] = set()
        for quote in self._ends(NamedNode(claim), _QUOTE):
            for selector in self._ends(quote, _SELECTOR):
                text = "".join(
                    str(term.value) for part in (_PREFIX, _EXACT, _SUFFIX) for term in self._ends(selector, part)[:1]
                )
                words = slug(text).split("-")
                found |= {" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
        return frozenset(found)

    def _ends(self, node: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        found: dict[NamedNode, None] = {}
        for quad in self._store.quads_for_pattern(node, predicate, None):
            found[quad.object] = None  # type: ignore[index]
        return sorted(found, key=str)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < SHINGLES:
        return False
    return len(one & other) >= ALIKE * len(one | other)
