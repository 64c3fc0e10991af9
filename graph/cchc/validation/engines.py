"""The engines that check core constraints: one function each, from shapes and data to the rows that do not conform."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pyoxigraph
from pyoxigraph import DefaultGraph, RdfFormat, Store, parse

from cchc import vocabulary as v

Row = tuple[str, str, str, str]
"""Focus node and value as N-Triples writes terms (the value may be empty), shape IRI, name of the component."""

Engine = Callable[[str, Store], set[Row]]
"""Takes shapes as N-Triples, and data as the default graph of a store."""


def turbo(shapes: str, data: Store) -> set[Row]:
    """pyshacl-turbo: all of the W3C core suite, some ten times as fast as pySHACL."""
    if any(True for _ in data.named_graphs()):
        # The engine reads named graphs too, and takes them for more of the same.
        merge = data.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
        data = Store()
        data.extend(parse(merge, format=RdfFormat.N_TRIPLES))
    _, report, _ = _compiled(shapes).validate(data, _normalize_report_literals=False)
    return _rows(report)


@lru_cache(maxsize=2)
def _compiled(shapes: str) -> Any:
    from pyshacl_turbo import compile_shapes

    return compile_shapes(shapes, shacl_graph_format="nt")


def reference(shapes: str, data: Store) -> set[Row]:
    """pySHACL on rdflib: slow, and what we compare with."""
    import pyshacl
    from rdflib import Graph

    graph = Graph().parse(data=data.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()), format="nt")
    _, report, _ = pyshacl.validate(
        graph, shacl_graph=Graph().parse(data=shapes, format="nt"), advanced=False, inference="none", js=False
    )
    return _rows(report)


def _rows(report: Any) -> set[Row]:
    """The results of a report graph."""
    from rdflib import URIRef

    rows = set()
    for result in report.subjects(URIRef(v.RDF + "type"), URIRef(v.SH + "ValidationResult")):
        said = {str(predicate).removeprefix(v.SH): term for predicate, term in report.predicate_objects(result)}
        component = str(said["sourceConstraintComponent"]).removeprefix(v.SH)
        value = _ntriples(said["value"]) if "value" in said else ""
        rows.add((_ntriples(said["focusNode"]), value, str(said["sourceShape"]), component))
    return rows


def _ntriples(term: Any) -> str:
    """An rdflib term as pyoxigraph writes it: engines differ on whether ``xsd:string`` is written."""
    from rdflib import Literal

    if not isinstance(term, Literal):
        return str(term.n3())
    if term.language:
        return str(pyoxigraph.Literal(str(term), language=str(term.language)))
    datatype = str(term.datatype) if term.datatype is not None else v.XSD + "string"
    return str(pyoxigraph.Literal(str(term), datatype=pyoxigraph.NamedNode(datatype)))
