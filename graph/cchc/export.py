"""The graph as linked data: which part of it (a profile), in which format, always in the same order."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.resources import resource
from cchc.store import EmbeddedStore, ReadableStore

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
"""The formats of linked data, as the command line names them."""

PROFILES = ("full", "plain")
"""``full`` is everything; ``plain`` the results with their labels, without claims, quotes and sources."""

_WITH_GRAPHS = ("trig", "nquads", "jsonld")
_WITH_PREFIXES = ("turtle", "trig", "jsonld")
_TYPE = v.RDF + "type"


def export(store: ReadableStore, profile: str = "full", rdf_format: str = "turtle") -> bytes:
    """The graph in UTF-8. The same graph gives the same bytes: sorted by graph, subject, ``rdf:type`` first, predicate.

    TriG, N-Quads and JSON-LD keep the named graphs of the full profile; Turtle and N-Triples merge them.

    :raises CchcError: EXPORT_PROFILE, EXPORT_FORMAT; EXPORT_REMOTE (named graphs are read from an embedded store only).
    """
    if profile not in PROFILES:
        raise CchcError("EXPORT_PROFILE", values={"profile": profile, "known": ", ".join(PROFILES)})
    if rdf_format not in FORMATS:
        raise CchcError("EXPORT_FORMAT", values={"format": rdf_format, "known": ", ".join(FORMATS)})
    if profile == "full" and rdf_format in _WITH_GRAPHS:
        if not isinstance(store, EmbeddedStore):
            raise CchcError("EXPORT_REMOTE", values={"format": rdf_format})
        return _written(store.quads(), rdf_format)
    return write_triples(_triples(store, profile), rdf_format)


def write_triples(triples: Iterable[Triple], rdf_format: str) -> bytes:
    """Triples in one of :data:`FORMATS`, in the order and with the prefixes of an export."""
    return _written((Quad(*triple) for triple in triples), rdf_format)


def _triples(store: ReadableStore, profile: str) -> Iterable[Triple]:
    if profile == "full" and isinstance(store, EmbeddedStore):
        return store.triples()
    found = store.construct(_text(profile))
    return found if found or profile != "full" else store.construct(_text("merged"))


def _text(name: str) -> str:
    return (resource("queries") / "export" / f"{name}.rq").read_text(encoding="utf-8")


def _written(quads: Iterable[Quad], rdf_format: str) -> bytes:
    ordered = sorted(_named(quads), key=_order)
    statements: list[Quad] | list[Triple] = ordered
    if rdf_format not in _WITH_GRAPHS:
        statements = [quad.triple for quad in ordered]
    prefixes = _used_prefixes(ordered) if rdf_format in _WITH_PREFIXES else None
    return serialize(statements, format=FORMATS[rdf_format], prefixes=prefixes) or b""


def _named(quads: Iterable[Quad]) -> Iterable[Quad]:
    """The quads, with names of blank nodes that follow from what is said of them (RDF Dataset Canonicalization 1.0).

    Those of the ontology's lists get other names whenever they are read.
    """
    plain: set[Quad] = set()
    blank = Dataset()
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            blank.add(quad)
        else:
            plain.add(quad)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return [*plain, *blank]


def _order(quad: Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    predicate = quad.predicate.value
    return (graph, str(quad.subject), predicate != _TYPE, predicate, str(quad.object))


def _used_prefixes(quads: list[Quad]) -> dict[str, str]:
    """The prefixes that the statements need, so that a small file has a small head."""
    used: set[str] = set()
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, NamedNode):
                used.add(_namespace(term.value))
            elif isinstance(term, Literal):
                used.add(_namespace(term.datatype.value))
    return {prefix: iri for prefix, iri in v.PREFIXES.items() if iri in used}


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
