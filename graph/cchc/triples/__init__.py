"""Claims to quads: the one room that turns what readers found into RDF.

Everything goes into the named graph of its source. IRIs follow from what is said, so that loading twice gives the same
quads. No blank nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import Quad, RdfFormat, parse

from cchc.claims import Claim, Post, Reading, Source
from cchc.triples import events  # noqa: F401  registers its kinds of claims
from cchc.triples.collected import decimal_text, places_of
from cchc.triples.people import People
from cchc.triples.registers import write_register
from cchc.triples.reviews import write_review
from cchc.triples.statements import write
from cchc.triples.templates import Lines
from cchc.triples.writer import SourceGraph
from cchc.units import ChangeRegister

__all__ = ["decimal_text", "places_of", "quads", "register_quads", "table_lines", "table_quads"]

AT_ONCE = 1_000
"""Claims whose lines are parsed at once."""


def register_quads(source: Source, register: ChangeRegister) -> list[Quad]:
    """The quads of a register of changes of units, sorted."""
    graph = SourceGraph(source, People(()))
    graph.source(source)
    write_register(register, graph)
    return graph.taken(in_order=True)


def table_lines(source: Source, claims: Iterable[Claim], *, named: bool = True) -> Iterator[str]:
    """The lines of N-Quads of a table as its claims come, or of N-Triples where ``named`` is false.

    Some may be given more than once; memory does not grow with the claims.
    """
    return Lines(source, named=named).of(claims)


def table_quads(source: Source, claims: Iterable[Claim]) -> Iterator[Quad]:
    """The quads of a table, as its claims come; some may be given more than once."""
    lines = table_lines(source, claims)
    while some := "".join(islice(lines, AT_ONCE)):
        yield from parse(some.encode("utf-8"), format=RdfFormat.N_QUADS)


def quads(reading: Reading) -> list[Quad]:
    """All quads of one source graph, sorted and without repetition."""
    corrections = reading.review.corrections if reading.review else ()
    said = (*reading.claims, *(correction.claim for correction in corrections))
    people = People(claim for claim in said if isinstance(claim, Post) and claim.status != "retracted")
    graph = SourceGraph(reading.source, people)
    graph.source(reading.source)
    nodes = {claim: write(claim, graph) for claim in reading.claims}
    if reading.review:
        write_review(reading.review, nodes, graph)
    return graph.taken(in_order=True)
