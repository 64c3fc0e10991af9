"""Where a source says something, from the rows of ``queries/explain/quotes.rq``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.explain.model import Cell, Place
from cchc.store import Term

Row = dict[str, Term | None]


def places_of(rows: Iterable[Row]) -> list[Place]:
    """The places in texts and tables; the pages that a table cites for one are put together."""
    found: dict[str, Place] = {}
    for row in rows:
        quote, cited = text_of(row["quote"]), (text_of(row["cited"]),) if row["cited"] else ()
        if quote in found:
            found[quote] = replace(found[quote], cited=(*found[quote].cited, *cited))
            continue
        found[quote] = Place(
            source=local(text_of(row["source"])),
            source_label=text_of(row["sourceLabel"]),
            start=int(text_of(row["start"]) or 0),
            end=int(text_of(row["end"]) or 0),
            before=text_of(row["prefix"]),
            exact=text_of(row["exact"]),
            after=text_of(row["suffix"]),
            cell=_cell(quote, text_of(row["sheetLabel"]), text_of(row["heading"])),
            cited=cited,
        )
    return list(found.values())


def _cell(quote: str, sheet: str, heading: str) -> Cell | None:
    """The cell that the IRI of a quote names by RFC 7111."""
    _, of_a_cell, place = quote.rpartition("#cell=")
    if not of_a_cell:
        return None
    row, column = (int(number) for number in place.split(","))
    return Cell(sheet, row, column, heading)


def text_of(term: Term | None) -> str:
    """The text or IRI of a term; empty for none."""
    return str(term.value) if isinstance(term, (Literal, NamedNode)) else ""


def local(iri: str) -> str:
    """An IRI of ours without what all have in common."""
    return iri.removeprefix(v.ID) if iri.startswith(v.ID) else iri.removeprefix(v.CCHC)
