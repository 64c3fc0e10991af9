"""The shape files as a graph: what goes to a SHACL engine, and what we evaluate and say ourselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, Store, parse

from cchc import vocabulary as v
from cchc.resources import resource

_SPARQL_TERMS = {v.SH + "sparql", v.SH + "select", v.SH + "prefixes", v.SH + "declare"}
_ACROSS_THINGS = NamedNode(v.CCHC + "acrossThings")


@dataclass(frozen=True, slots=True)
class Texts:
    """What a shape says of itself: its code, severity (``Violation`` or ``Warning``), path, and texts by language.

    ``targets`` are the classes of its focus nodes, or ``subjects of`` a property, as a reader writes them.
    """

    code: str
    severity: str
    path: str
    message: dict[str, str]
    fix: dict[str, str]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constraint:
    """An ``sh:sparql`` constraint: the shape it belongs to, the classes of its focus nodes, and its query.

    ``across_things``: whether it compares or adds up several things of a focus node.
    """

    shape: str
    node: str
    target_classes: tuple[str, ...]
    select: str
    prefixes: dict[str, str]
    across_things: bool


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes: as N-Triples (whole, and without ``sh:sparql``), as constraints, and as texts by shape IRI."""

    ntriples: str
    core: str
    constraints: tuple[Constraint, ...]
    texts: dict[str, Texts]


@cache
def load(folder: Path | None = None) -> Shapes:
    """Reads the shape files of a folder, by default those of the product."""
    store = Store()
    for file in sorted((folder or resource("ontology") / "shapes").glob("*.ttl")):
        with file.open("rb") as stream:
            store.extend(parse(stream, format=RdfFormat.TURTLE, rename_blank_nodes=True))
    reader = _Reader(store)
    # A blank node has another name in every parse: sorted by what does not change, the texts do not either.
    triples = sorted(str(quad.triple) + " .\n" for quad in store)
    core = [
        str(quad.triple) + " .\n"
        for quad in store
        if quad.predicate.value not in _SPARQL_TERMS and not reader.is_query(quad.subject)
    ]
    return Shapes("".join(triples), "".join(sorted(core)), reader.constraints(), reader.texts())


class _Reader:
    def __init__(self, store: Store) -> None:
        self.store = store

    def objects(self, subject: Any, predicate: str) -> list[Any]:
        quads = self.store.quads_for_pattern(subject, NamedNode(v.SH + predicate), None)
        return sorted((quad.object for quad in quads), key=str)

    def quads(self, predicate: str) -> list[Any]:
        return list(self.store.quads_for_pattern(None, NamedNode(v.SH + predicate), None))

    def coded(self) -> list[Any]:
        return list(self.store.quads_for_pattern(None, NamedNode(v.CCHC + "code"), None))

    def is_query(self, node: Any) -> bool:
        return bool(self.objects(node, "select"))

    def constraints(self) -> tuple[Constraint, ...]:
        found = []
        for quad in self.quads("sparql"):
            (query,) = self.objects(quad.object, "select")
            prefixes = {
                self.objects(declared, "prefix")[0].value: self.objects(declared, "namespace")[0].value
                for ontology in self.objects(quad.object, "prefixes")
                for declared in self.objects(ontology, "declare")
            }
            classes = tuple(node.value for node in self.objects(quad.subject, "targetClass"))
            across = any(self.store.quads_for_pattern(quad.object, _ACROSS_THINGS, None))
            names = str(quad.subject.value), str(quad.object.value)
            found.append(Constraint(*names, classes, query.value, prefixes, across))
        return tuple(sorted(found, key=lambda constraint: constraint.shape))

    def texts(self) -> dict[str, Texts]:
        texts = {}
        for quad in self.coded():
            shape = quad.subject
            said = self.objects(shape, "message") or [
                text for query in self.objects(shape, "sparql") for text in self.objects(query, "message")
            ]
            fixes: list[Any] = [q.object for q in self.store.quads_for_pattern(shape, NamedNode(v.CCHC + "fix"), None)]
            path = self.objects(shape, "path")
            texts[str(shape.value)] = Texts(
                code=quad.object.value,
                severity=self.objects(shape, "severity")[0].value.removeprefix(v.SH),
                path=self.path(path[0]) if path else "",
                message={text.language: text.value for text in said},
                fix={text.language: text.value for text in fixes},
                targets=self.targets(shape),
            )
        return texts

    def targets(self, shape: Any) -> tuple[str, ...]:
        """Its own targets, or for the shape of a property those of the shapes that have it."""
        shapes = [shape, *(quad.subject for quad in self.quads("property") if quad.object == shape)]
        classes = [self.path(node) for one in shapes for node in self.objects(one, "targetClass")]
        subjects = [self.path(node) for one in shapes for node in self.objects(one, "targetSubjectsOf")]
        return (*classes, *(f"subjects of {name}" for name in subjects))

    def path(self, node: Any) -> str:
        """A property path as SPARQL writes it, with prefixes."""
        if isinstance(node, NamedNode):
            for prefix, namespace in v.PREFIXES.items():
                if node.value.startswith(namespace):
                    return f"{prefix}:{node.value.removeprefix(namespace)}"
            return str(node)
        for inverse in self.objects(node, "inversePath"):
            return "^" + self.path(inverse)
        for alternatives in self.objects(node, "alternativePath"):
            return "|".join(self.path(item) for item in self.items(alternatives))
        for name, sign in (("zeroOrMorePath", "*"), ("oneOrMorePath", "+"), ("zeroOrOnePath", "?")):
            for repeated in self.objects(node, name):
                inner = self.path(repeated)
                return (f"({inner})" if set("/|") & set(inner) else inner) + sign
        return "/".join(self.path(item) for item in self.items(node))

    def items(self, node: Any) -> list[Any]:
        items = []
        while node != NamedNode(v.RDF + "nil"):
            (first,) = self.store.quads_for_pattern(node, NamedNode(v.RDF + "first"), None)
            (rest,) = self.store.quads_for_pattern(node, NamedNode(v.RDF + "rest"), None)
            items.append(first.object)
            node = rest.object
        return items
