"""A named graph as parts to send, and the hash of what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, serialize

from cchc.store import EmbeddedStore

PART = 50_000
"""Triples in one request: some 8 MB of N-Triples, which servers take, and memory holds, without ado."""

_MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class Content:
    """What a graph says: a hash of its set of triples, and their number."""

    hash: str
    triples: int


def content(store: EmbeddedStore, graph: str) -> Content:
    """The sum of the SHA-256 hashes of the graph's statements in N-Triples, modulo 2²⁵⁶, in 64 hexadecimal digits.

    It is the same whatever order the statements come in, and takes no memory (AdHash: Bellare and Micciancio, "A New
    Paradigm for Collision-Free Hashing", 1997). It tells a graph from its next version, not from a forgery.
    """
    total = count = 0
    for part in parts(store, graph, PART):
        for line in part.splitlines():
            total += int.from_bytes(hashlib.sha256(line).digest())
            count += 1
    return Content(f"{total % _MODULUS:064x}", count)


def parts(store: EmbeddedStore, graph: str, size: int) -> Iterator[bytes]:
    """The graph in N-Triples, ``size`` statements at a time.

    A graph with blank nodes comes whole, because their labels mean nothing beyond one request; they are canonical
    (RDF Dataset Canonicalization 1.0), so that the same graph is the same text.
    """
    if _has_blank(store, graph):
        whole = Dataset(store.quads(graph))
        whole.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        yield _text(list(whole))
        return
    quads = store.quads(graph)
    while batch := list(islice(quads, size)):
        yield _text(batch)


def _has_blank(store: EmbeddedStore, graph: str) -> bool:
    return any(isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode) for quad in store.quads(graph))


def _text(quads: list[Quad]) -> bytes:
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
