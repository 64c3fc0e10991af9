"""Quotes from the cells of tables, and the pages that a table cites."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlsplit

from cchc import vocabulary as v
from cchc.claims import CellQuote
from cchc.triples.writer import SourceGraph
from cchc.vietnamese import slug

_IN_AN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
_LABEL = 100
"""How much of an address stands in the label of a page."""


def write_cell(subject: str, cell: CellQuote, graph: SourceGraph) -> None:
    """Says that the source says so in a cell, whose IRI ends in ``#cell=ROW,COLUMN`` (RFC 7111)."""
    table = v.table_iri(graph.source_id, cell.sheet)
    node, column = f"{table}#cell={cell.row},{cell.column}", f"{table}#col={cell.column}"
    words = f"{table}/place/{cell.row}-{cell.column}/text"
    graph.link(subject, v.CCHC + "source", graph.source_node)
    graph.link(subject, v.CCHC + "quote", node)
    graph.type(node, v.CCHC + "Quote", v.OA + "SpecificResource")
    graph.link(node, v.OA + "hasSource", table)
    graph.link(node, v.OA + "hasSelector", words)
    graph.link(node, v.CCHC + "tableColumn", column)
    graph.type(words, v.OA + "TextQuoteSelector")
    graph.value(words, v.OA + "exact", cell.exact, "string")
    if graph.first(column):
        graph.type(column, v.CCHC + "TableColumn")
        graph.label(column, cell.heading or str(cell.column))


def write_cited(subject: str, cited: tuple[str, ...], graph: SourceGraph) -> None:
    """Says which pages the source names as its own source."""
    for address in cited:
        node = page(address)
        graph.link(subject, v.PROV + "hadPrimarySource", node)
        if graph.first(node):
            graph.type(node, v.CCHC + "CitedPage", v.PROV + "Entity", v.SCHEMA + "CreativeWork")
            parts = urlsplit(address)
            shown = (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
            graph.label(node, shown if len(shown) <= _LABEL else shown[: _LABEL - 1] + "…")
            graph.link(node, v.SCHEMA + "url", quote(address, safe=_IN_AN_ADDRESS))


def page(address: str) -> str:
    """The IRI of a cited page."""
    host = slug((urlsplit(address).hostname or "").removeprefix("www.").replace(".", "-")) or "page"
    return v.page_iri(host, hashlib.sha256(address.encode("utf-8")).hexdigest()[:12])


def cited_path(cited: tuple[str, ...]) -> str:
    """A part of the IRI of a claim: two pages that say the same are two witnesses, and so two claims."""
    return "by/" + "/".join(page(address).rsplit("/", 1)[-1] for address in cited)
