"""The same bound query in other engines, for comparison: rdflib, and Oxigraph as a server."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize
from rdflib import Dataset, URIRef
from rdflib import Literal as RdflibLiteral

from cchc.store import Solutions


class RdflibStore:
    """A readable store on rdflib; its default graph is the union of all graphs."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.dataset = Dataset(default_union=True)
        self.dataset.parse(data=serialize(quads, format=RdfFormat.N_QUADS).decode(), format="nquads")

    def prepared(self, query: str) -> str:
        return query

    def select(self, query: str) -> Solutions:
        result = self.dataset.query(query)
        names = tuple(str(variable) for variable in result.vars or [])
        return Solutions(names, [tuple(_term(row[name]) for name in names) for row in result])

    def ask(self, query: str) -> bool:
        return bool(self.dataset.query(query).askAnswer)

    def construct(self, query: str) -> list[Triple]:
        raise NotImplementedError

    def query(self, query: str) -> Solutions | bool | list[Triple]:
        return self.select(query)


def _term(node: object) -> NamedNode | Literal | BlankNode | None:
    if node is None:
        return None
    if isinstance(node, URIRef):
        return NamedNode(str(node))
    if isinstance(node, RdflibLiteral):
        if node.language:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(str(node.datatype))) if node.datatype else Literal(str(node))
    return BlankNode(str(node))


def to_rdflib(term: object) -> URIRef | RdflibLiteral:
    """A term of Oxigraph as one of rdflib."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    assert isinstance(term, Literal)
    if term.language:
        return RdflibLiteral(term.value, lang=term.language)
    plain_string = term.datatype.value.endswith("#string")
    return RdflibLiteral(term.value, datatype=None if plain_string else URIRef(term.datatype.value))


@contextmanager
def oxigraph_server(quads: Iterable[Quad], folder: Path, *, union: bool = True) -> Iterator[str]:
    """Runs ``oxigraph serve`` on a free port of this machine, and gives the address of its SPARQL endpoint.

    ``union`` makes its default graph the union of the named graphs; without, it stays empty.
    """
    program = str(Path(sys.executable).with_name("oxigraph"))
    data = folder / "data.nq"
    data.write_bytes(serialize(quads, format=RdfFormat.N_QUADS))
    location = str(folder / "served")
    subprocess.run([program, "load", "--location", location, "--file", str(data)], check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = ["serve-read-only", "--location", location, "--bind", f"127.0.0.1:{port}"]
    arguments += ["--union-default-graph"] if union else []
    server = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}/", server)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.kill()
        server.wait()


def wait(url: str, server: subprocess.Popen[bytes]) -> None:
    """Returns as soon as the server answers; fails if it ended instead."""
    while server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            continue
    raise RuntimeError(f"the server ended with status {server.returncode}")
