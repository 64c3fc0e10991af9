"""Reading an embedded store."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple

from cchc.errors import CchcError
from cchc.store.laterals import laterally
from cchc.store.layout import Layout, check_files, read_manifest, reading_errors
from cchc.store.results import Solutions
from cchc.store.syntax import syntax_error
from cchc.store.tokens import dataset, has_keyword

T = TypeVar("T")


class EmbeddedStore:
    """An Oxigraph store on disk or in memory, read only; make one by :func:`open_store` or :func:`memory_store`.

    ``engine`` is the pyoxigraph store itself, for those who need more than queries; don't write to it.
    """

    def __init__(self, engine: Store, path: Path | None = None, build: Path | None = None) -> None:
        self.engine = engine
        self.path = path
        self.build = build

    # -- queries -----------------------------------------------------------------------------------------------------

    def query(self, query: str, *, max_rows: int | None = None) -> Solutions | bool | list[Triple]:
        """Answers a query of any form over the merge of all graphs, or those that it names by ``FROM``.

        :raises CchcError: SPARQL_SYNTAX, SPARQL_NO_QUERY, SPARQL_PREFIX, SPARQL_REFUSED (federated queries),
            SPARQL_UNKNOWN_GRAPH, SPARQL_FAILED, SPARQL_TOO_MANY_ROWS if there are more rows or triples than
            ``max_rows``, STORE_DAMAGED.
        """
        if has_keyword(query, "SERVICE"):
            # Oxigraph would send requests to whatever address the query names.
            raise CchcError("SPARQL_REFUSED", values={"keyword": "SERVICE"})
        try:
            with reading_errors(self.build):
                results = self.engine.query(query)
                self._refuse_unknown(dataset(query))
                if isinstance(results, QuerySolutions):
                    # Iterating is what reads from the disk.
                    variables = tuple(variable.value for variable in results.variables)
                    return Solutions(variables, [tuple(row) for row in _at_most(results, max_rows)])
                return list(_at_most(results, max_rows)) if hasattr(results, "__iter__") else bool(results)
        except SyntaxError as error:
            raise syntax_error(query, str(error)) from error
        except (RuntimeError, ValueError) as error:
            raise CchcError("SPARQL_FAILED", values={"reason": str(error)}) from error

    def prepared(self, query: str) -> str:
        return laterally(query)

    def select(self, query: str) -> Solutions:
        return _expect(self.query(query), Solutions, "SELECT")

    def ask(self, query: str) -> bool:
        return _expect(self.query(query), bool, "ASK")

    def construct(self, query: str) -> list[Triple]:
        return _expect(self.query(query), list, "CONSTRUCT")

    def _refuse_unknown(self, graphs: list[str]) -> None:
        """The engine takes a graph that it does not have for an empty one; whoever names a file means its content."""
        for graph in graphs:
            if not self.engine.contains_named_graph(NamedNode(graph)):
                values = {"graph": graph, "known": ", ".join(f"<{name}>" for name in self.graphs()[:8])}
                raise CchcError("SPARQL_UNKNOWN_GRAPH", values=values)

    # -- graphs ------------------------------------------------------------------------------------------------------

    def graphs(self) -> list[str]:
        """The names of the graphs, sorted."""
        return sorted(graph.value for graph in self.engine.named_graphs() if isinstance(graph, NamedNode))

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of one named graph, or of all of them; never those of the merge."""
        with reading_errors(self.build):
            if graph is not None:
                yield from self.engine.quads_for_pattern(None, None, None, NamedNode(graph))
            else:
                for quad in self.engine:
                    if not isinstance(quad.graph_name, DefaultGraph):
                        yield quad

    def triples(self) -> Iterator[Triple]:
        """The merge of all graphs, each triple once."""
        with reading_errors(self.build):
            for quad in self.engine.quads_for_pattern(None, None, None, DefaultGraph()):
                yield quad.triple

    def dump(self, graph: str | None = None) -> bytes:
        """The triples of one named graph, or of the merge of all graphs, as N-Triples in no particular order."""
        name = DefaultGraph() if graph is None else NamedNode(graph)
        with reading_errors(self.build):
            return self.engine.dump(format=RdfFormat.N_TRIPLES, from_graph=name) or b""

    def manifest(self) -> dict[str, Any]:
        """What the build says of itself; empty for a store in memory."""
        return read_manifest(self.build) if self.build else {}

    def verify(self) -> int:
        """Reads the whole store and returns its number of quads in named graphs.

        :raises CchcError: STORE_DAMAGED if it can't be read, or holds another number than its manifest says.
        """
        found = {"quads": sum(1 for _ in self.quads()), "triples": sum(1 for _ in self.triples())}
        for name, count in found.items():
            if self.build and count != self.manifest()[name]:
                reason = f"{count} {name}, not {self.manifest()[name]}"
                raise CchcError("STORE_DAMAGED", where=str(self.build), values={"reason": reason})
        return found["quads"]

    def text(self, sha256: str) -> str | None:
        """The text of a source by the hash of its UTF-8 bytes, or None where the store has none."""
        if self.path is None or not re.fullmatch("[0-9a-f]{64}", sha256):
            return None
        file = Layout(self.path).texts / f"{sha256}.txt"
        return file.read_bytes().decode("utf-8") if file.is_file() else None


def _expect(answer: object, kind: type[T], form: str) -> T:
    if not isinstance(answer, kind):
        raise CchcError("SPARQL_FORM", values={"form": form})
    return answer


def _at_most(results: Iterable[T], limit: int | None) -> Iterator[T]:
    for number, result in enumerate(results):
        if number == limit:
            raise CchcError("SPARQL_TOO_MANY_ROWS", values={"limit": limit})
        yield result


def open_store(path: str | os.PathLike[str]) -> EmbeddedStore:
    """Opens the current build of a store's folder for reading; it stays the same whatever a writer does meanwhile.

    :raises CchcError: STORE_MISSING, STORE_VERSION, STORE_DAMAGED.
    """
    layout = Layout(path)
    while True:
        build = layout.current()
        if build is None:
            raise CchcError("STORE_MISSING", where=str(layout.root))
        try:
            check_files(build)
            with reading_errors(build):
                return EmbeddedStore(Store.read_only(str(build / "store")), layout.root, build)
        except CchcError:
            # Two builds may have been published, and this one removed, since the link was read.
            if layout.current() == build:
                raise


def memory_store(quads: Iterable[Quad]) -> EmbeddedStore:
    """A store in memory with these quads and their merge: for small graphs, and for tests."""
    engine = Store()
    engine.extend(quads)
    merge(engine)
    return EmbeddedStore(engine)


def merge(engine: Store, given: Iterable[bytes] = (), without: Collection[str] = ()) -> None:
    """Makes the default graph the merge of the named graphs. Duplicates among the streamed triples cost nothing.

    :param given: blocks of N-Triples, for the graphs ``without``, which are not read.
    """
    engine.clear_graph(DefaultGraph())
    for name in engine.named_graphs():
        if not (isinstance(name, NamedNode) and name.value in without):
            engine.bulk_extend(Quad(*quad.triple) for quad in engine.quads_for_pattern(None, None, None, name))
    for block in given:
        engine.bulk_load(block, format=RdfFormat.N_TRIPLES)
