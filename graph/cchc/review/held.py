"""The article to review, as the store may hold it already under another id and with more known of it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from cchc import vocabulary as v
from cchc.claims import Source

_TOLD = {
    "title": v.DCTERMS + "title",
    "publisher": v.SCHEMA + "publisher",
    "published": v.DCTERMS + "issued",
    "page_date": v.CCHC + "pageDate",
    "address": v.SCHEMA + "url",
}
"""What a list of sources may tell of one, and the property that keeps it."""


def held_as(store: Store, source: Source) -> tuple[str, dict[str, str]] | None:
    """The id of the source of the same text in the store, and what is known of it; None if there is none."""
    same = Literal(source.sha256)
    prefix = v.source_iri("")
    nodes = {quad.subject for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "sha256"), same, None)}
    ids = sorted(node.value.removeprefix(prefix) for node in nodes if isinstance(node, NamedNode))
    if not ids:
        return None
    source_id = source.id if source.id in ids else ids[0]
    node, graph = NamedNode(v.source_iri(source_id)), NamedNode(v.source_graph(source_id))
    told = {
        quad.predicate.value: quad.object.value
        for quad in store.quads_for_pattern(node, None, None, graph)
        if isinstance(quad.object, (Literal, NamedNode))
    }
    return source_id, {key: told[predicate] for key, predicate in _TOLD.items() if predicate in told}
