"""A graph store and its SPARQL endpoint in this process, which misbehaves as a test asks."""

from __future__ import annotations

import base64
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, Store


@dataclass
class Fake:
    """What it holds, what it was asked, and how it is to answer."""

    store: Store = field(default_factory=Store)
    url: str = ""
    writes: list[tuple[str, str, int]] = field(default_factory=list)
    """Method, graph and size of each request that was carried out."""
    authorizations: list[str] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    """Statuses and headers for the next writes, instead of carrying them out."""
    login: str | None = None
    """``user:password``; asked for by ``scheme``."""
    scheme: str = "Basic"
    limit: int | None = None
    """Bytes in the largest request that it takes."""
    writes_left: int | None = None
    """After so many writes it cuts every connection."""
    loses: str = ""
    """It says that it took what is for this graph, and forgets it."""

    @property
    def endpoint(self) -> str:
        return f"{self.url}/query"

    def graph(self, name: str) -> set[str]:
        return {str(quad.triple) for quad in self.store.quads_for_pattern(None, None, None, NamedNode(name))}

    def changed(self) -> list[str]:
        """The graphs written, each once, in order."""
        return list(dict.fromkeys(graph for _, graph, _ in self.writes))


@contextmanager
def fake() -> Iterator[Fake]:
    state = Fake()

    class Handler(_Handler):
        held = state

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    held: Fake

    def do_POST(self) -> None:
        body = self._body()
        if urlsplit(self.path).path == "/query":
            query = parse_qs(body.decode())["query"][0]
            results = self.held.store.query(query)
            self._answer(200, results.serialize(format=QueryResultsFormat.JSON) or b"")
        else:
            self._write(body)

    def do_PUT(self) -> None:
        self._write(self._body())

    def do_DELETE(self) -> None:
        self._write(self._body())

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _write(self, body: bytes) -> None:
        held, graph = self.held, parse_qs(urlsplit(self.path).query)["graph"][0]
        said = self.headers.get("Authorization", "")
        held.authorizations.append(said)
        if held.login and not self._known(said):
            self._answer(401, headers={"WWW-Authenticate": f'{held.scheme} realm="SPARQL", nonce="7", qop="auth"'})
        elif held.answers:
            status, headers = held.answers.pop(0)
            self._answer(status, b"no", headers)
        elif held.limit is not None and len(body) > held.limit:
            self._answer(413)
        elif held.writes_left == 0:
            self.close_connection = True
        else:
            if held.writes_left is not None:
                held.writes_left -= 1
            held.writes.append((self.command, graph, len(body)))
            name = NamedNode(graph)
            if self.command != "POST":
                held.store.remove_graph(name)
            if graph != held.loses:
                held.store.load(body, RdfFormat.N_TRIPLES, to_graph=name)
            self._answer(204)

    def _known(self, said: str) -> bool:
        assert self.held.login
        if self.held.scheme == "Basic":
            return said == "Basic " + base64.b64encode(self.held.login.encode()).decode()
        return said.startswith("Digest ") and f'username="{self.held.login.partition(":")[0]}"' in said

    def _answer(self, status: int, content: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        if urlsplit(self.path).path == "/query":
            self.send_header("Content-Type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""
