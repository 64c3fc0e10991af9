"""The graph as linked data: which part of it (a profile), in which format, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
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
"""``full`` is everything; ``plain`` the results with their labels, without claims, quotes and sources: for reading, not
for loading, as the shapes want each value's evidence."""

_WITH_GRAPHS = ("trig", "nquads", "jsonld")
_AS_LINES = ("ntriples", "nquads")
_TYPE = f" <{v.RDF}type> ".encode()
_CONFLICT = f" <{v.RDF}type> <{v.CCHC}Conflict> .".encode()
_FIRST = b" \0 "
"""Stands for :data:`_TYPE` while statements are sorted; N-Triples writes this character as an escape."""

_LOCAL_NAME = rb"[^/#<> ]*>"
"""What follows the namespace in an IRI that a prefix shortens."""


def export(store: ReadableStore, profile: str = "full", rdf_format: str = "turtle", *, conflicts: bool = True) -> bytes:
    """The graph in UTF-8. The same graph gives the same bytes: sorted by graph, subject, ``rdf:type`` first, predicate.

    TriG, N-Quads and JSON-LD keep the named graphs of the full profile; Turtle and N-Triples merge them.

    :param conflicts: whether to say which claims cannot all be right; without, claims and accepted values stay.
    :raises CchcError: EXPORT_PROFILE, EXPORT_FORMAT; EXPORT_REMOTE (named graphs are read from an embedded store only).
    """
    if profile not in PROFILES:
        raise CchcError("EXPORT_PROFILE", values={"profile": profile, "known": ", ".join(PROFILES)})
    if rdf_format not in FORMATS:
        raise CchcError("EXPORT_FORMAT", values={"format": rdf_format, "known": ", ".join(FORMATS)})
    if profile == "full" and rdf_format in _WITH_GRAPHS:
        if not isinstance(store, EmbeddedStore):
            raise CchcError("EXPORT_REMOTE", values={"format": rdf_format})
        graphs = {name: store.dump(name) for name in store.graphs()}
        return _written(graphs if conflicts else {n: _settled(d) for n, d in graphs.items()}, rdf_format)
    if profile == "full" and isinstance(store, EmbeddedStore):
        return _written({"": store.dump() if conflicts else _settled(store.dump())}, rdf_format)
    found = store.construct(_text(profile))
    if not found and profile == "full":
        found = store.construct(_text("merged"))
    if not conflicts:
        about = {one.subject for one in found if one.object == NamedNode(v.CCHC + "Conflict")}
        found = [one for one in found if one.subject not in about]
    return write_triples(found, rdf_format)


def _settled(lines: bytes) -> bytes:
    """The N-Triples that describe no conflict; nothing else refers to one."""
    about = {line[: -len(_CONFLICT)] for line in lines.splitlines() if line.endswith(_CONFLICT)}
    return b"".join(line for line in lines.splitlines(keepends=True) if line.partition(b" ")[0] not in about)


def write_triples(triples: Iterable[Triple], rdf_format: str) -> bytes:
    """Triples in one of :data:`FORMATS`, in the order and with the prefixes of an export."""
    return _written({"": serialize(triples, format=RdfFormat.N_TRIPLES) or b""}, rdf_format)


def _text(name: str) -> str:
    return (resource("queries") / "export" / f"{name}.rq").read_text(encoding="utf-8")


def _written(graphs: dict[str, bytes], rdf_format: str) -> bytes:
    """Some graphs, each as N-Triples under its name, in that order; the name of the only one may be empty.

    Statements stay lines of bytes up to the last step: as terms of Python they would cost many times as much.
    """
    parts: list[bytes] = []
    for name, lines in _canonical(graphs).items():
        text = b"".join(line + b"\n" for line in sorted(lines)).replace(_FIRST, _TYPE)
        if name and rdf_format in _WITH_GRAPHS:
            text = text.replace(b" .\n", f" <{name}> .\n".encode())
        parts.append(text)
    whole = b"".join(parts)
    if rdf_format in _AS_LINES:
        return whole
    read = parse(whole, format=RdfFormat.N_QUADS)
    statements = read if rdf_format in _WITH_GRAPHS else (quad.triple for quad in read)
    return serialize(statements, format=FORMATS[rdf_format], prefixes=_used_prefixes(whole)) or b""


def _canonical(graphs: dict[str, bytes]) -> dict[str, list[bytes]]:
    """The lines of each graph, each once, with names of blank nodes that follow from what is said of them.

    Those of the ontology's lists get other names whenever they are read. The algorithm (RDF Dataset Canonicalization
    1.0) sees nothing but the statements with blank nodes.
    """
    lines: dict[str, list[bytes]] = {}
    blank = Dataset()
    for name, text in graphs.items():
        found = set(text.replace(_TYPE, _FIRST).split(b"\n")) - {b""}
        # No statement has a blank node without these two characters; some have them in a literal.
        doubtful = [line for line in found if b"_:" in line]
        graph = NamedNode(name) if name else DefaultGraph()
        for line in doubtful:
            (quad,) = parse(line.replace(_FIRST, _TYPE), format=RdfFormat.N_TRIPLES)
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                found.remove(line)
                blank.add(Quad(quad.subject, quad.predicate, quad.object, graph))
        lines[name] = list(found)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in blank:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
        written = serialize([quad.triple], format=RdfFormat.N_TRIPLES) or b""
        lines[name].append(written.rstrip(b"\n").replace(_TYPE, _FIRST))
    return lines


def _used_prefixes(text: bytes) -> dict[str, str]:
    """The prefixes that the statements need, so that a small file has a small head."""
    return {prefix: iri for prefix, iri in v.PREFIXES.items() if _shortens(f"<{iri}".encode(), text)}


def _shortens(namespace: bytes, text: bytes) -> bool:
    # To look for a plain text first is much faster than for the pattern.
    return namespace in text and re.search(re.escape(namespace) + _LOCAL_NAME, text) is not None
