"""Claims to quads: the one room that turns what readers found into RDF.

Everything goes into the named graph of its source. IRIs follow from what is said, so that loading twice gives the same
quads. No blank nodes.
"""

from __future__ import annotations

from pyoxigraph import Quad

from cchc.claims import Reading
from cchc.triples import events  # noqa: F401  registers its kinds of claims
from cchc.triples.reviews import write_review
from cchc.triples.statements import write
from cchc.triples.writer import SourceGraph, decimal_text

__all__ = ["decimal_text", "quads"]


def quads(reading: Reading) -> list[Quad]:
    """All quads of one source graph, sorted and without repetition."""
    graph = SourceGraph(reading.source)
    graph.source(reading.source)
    nodes = {claim: write(claim, graph) for claim in reading.claims}
    if reading.review:
        write_review(reading.review, nodes, graph)
    return sorted(set(graph.quads), key=str)
