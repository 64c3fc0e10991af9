"""RDF files that people give us, parsed into quads without following any reference in them."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from cchc.errors import CchcError

SUFFIXES = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
}
"""The formats that are read. RDF/XML is not: its entities can be made to fill the memory."""


def read_rdf(path: Path) -> list[Quad]:
    """All quads of an RDF file, or none: a file with an error gives nothing.

    The format follows from the suffix. JSON-LD with a remote context is an error; no request is made. Blank nodes get
    new names, so that files can be put together.

    :raises CchcError: FILE_MISSING, RDF_FORMAT (not one of :data:`SUFFIXES`), RDF_SYNTAX (with line and column) or
        RDF_EMPTY.
    """
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise CchcError("RDF_FORMAT", where=str(path), values={"suffix": path.suffix or path.name, "known": known})
    if not path.is_file():
        raise CchcError("FILE_MISSING", where=str(path))
    rdf_format = SUFFIXES[path.suffix.lower()]
    try:
        with path.open("rb") as stream:
            quads = list(parse(stream, format=rdf_format, base_iri=path.resolve().as_uri(), rename_blank_nodes=True))
    except SyntaxError as error:
        line, column = error.lineno, error.offset
        place = f"{path}:{line}:{column}" if line is not None else str(path)
        raise CchcError("RDF_SYNTAX", where=place, values={"reason": error.msg}) from error
    except (ValueError, RecursionError) as error:
        raise CchcError("RDF_SYNTAX", where=str(path), values={"reason": str(error)}) from error
    if not quads:
        raise CchcError("RDF_EMPTY", where=str(path))
    return quads
