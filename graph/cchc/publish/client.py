"""A graph store of a server, over HTTP."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cchc.errors import CchcError

if TYPE_CHECKING:
    from requests import Response

CONNECT_TIMEOUT = 10.0
"""Seconds to wait for a server to take a connection."""
ANSWER_TIMEOUT = 600.0
"""Seconds to wait for its answer: a server may index a whole part, or drop a large graph, before it answers."""
RETRIES = 5
"""How often a request is sent again: every one that we send may be, because it leaves the same triples there."""
LONGEST_WAIT = 120
"""Seconds between two tries at most, whatever ``Retry-After`` says."""
_AGAIN = (429, 500, 502, 503, 504)

# The places of graph stores beside SPARQL endpoints, by the ends of their addresses: Oxigraph, Virtuoso, RDF4J and
# GraphDB, Fuseki. No standard tells one from the other.
_PLACES = (
    ("/query", "/store", 1),
    ("/sparql", "/sparql-graph-crud-auth", 1),
    ("", "/rdf-graphs/service", None),
    ("/sparql", "/data", 2),
    ("/query", "/data", 2),
)


def graph_store_of(endpoint: str) -> str:
    """The graph store that belongs to an endpoint, where its address is one of a known server.

    :raises CchcError: PUBLISH_GRAPH_STORE.

    >>> graph_store_of("http://localhost:7878/query")
    'http://localhost:7878/store'
    """
    address = urlsplit(endpoint)
    path = address.path.rstrip("/")
    steps = path.split("/")[1:]
    for ending, place, depth in _PLACES:
        fits = len(steps) >= 2 and steps[-2] == "repositories" if depth is None else len(steps) == depth
        if fits and path.endswith(ending):
            return address._replace(path=path.removesuffix(ending) + place, query="").geturl()
    raise CchcError("PUBLISH_GRAPH_STORE", where=endpoint)


class TooLarge(Exception):
    """The server takes no request of this size."""


class GraphStore:
    """A graph store by its address, with one connection and one login; used as a context."""

    def __init__(self, url: str, user: str | None = None, password: str | None = None, auth: str | None = None) -> None:
        """Makes no request yet. ``auth`` is ``basic``, ``digest``, or None for what the server asks for.

        :raises CchcError: ENDPOINT_URL, PUBLISH_PASSWORD_IN_URL.
        """
        check_address(url)
        import requests
        from requests.adapters import HTTPAdapter
        from urllib3.util import Retry

        from cchc.publish.login import login

        self.url = url
        self._session = requests.Session()
        retry = Retry(
            total=RETRIES,
            backoff_factor=0.5,
            backoff_max=LONGEST_WAIT,
            retry_after_max=LONGEST_WAIT,
            status_forcelist=_AGAIN,
            # Any method: see RETRIES.
            allowed_methods=None,
            raise_on_status=False,
        )
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))
        self._session.auth = login(url, user, password, auth)

    def __enter__(self) -> GraphStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def put(self, graph: str, triples: bytes) -> None:
        """Makes the graph hold exactly these N-Triples.

        :raises TooLarge: and CchcError, as all requests: ENDPOINT_UNREACHABLE, ENDPOINT_TLS, PUBLISH_REFUSED,
            PUBLISH_REDIRECTED, PUBLISH_NO_GRAPH_STORE, PUBLISH_FAILED.
        """
        self._send("PUT", graph, triples)

    def post(self, graph: str, triples: bytes) -> None:
        """Adds these N-Triples to the graph."""
        self._send("POST", graph, triples)

    def delete(self, graph: str) -> None:
        """Removes the graph, if it is there."""
        self._send("DELETE", graph, None)

    def _send(self, method: str, graph: str, content: bytes | None) -> None:
        import requests

        headers = {"Content-Type": "application/n-triples"} if content is not None else {}
        try:
            answer = self._session.request(
                method,
                self.url,
                params={"graph": graph},
                data=content,
                headers=headers,
                timeout=(CONNECT_TIMEOUT, ANSWER_TIMEOUT),
                # Nobody else is to get the data, or the login.
                allow_redirects=False,
            )
        except requests.exceptions.SSLError as error:
            raise CchcError("ENDPOINT_TLS", where=self.url, values={"reason": _reason(error)}) from None
        except (requests.RequestException, OSError) as error:
            # "from None": what the library says of a request may hold its headers.
            raise CchcError("ENDPOINT_UNREACHABLE", where=self.url, values={"reason": _reason(error)}) from None
        self._check(method, graph, answer)

    def _check(self, method: str, graph: str, answer: Response) -> None:
        status = answer.status_code
        if 200 <= status < 300 or (method == "DELETE" and status == 404):
            return
        if status == 413:
            raise TooLarge
        if status in (401, 403):
            raise CchcError("PUBLISH_REFUSED", where=self.url, values={"status": status})
        if 300 <= status < 400:
            to = urlsplit(answer.headers.get("Location", "")).netloc
            raise CchcError("PUBLISH_REDIRECTED", where=self.url, values={"status": status, "host": to or "?"})
        if status in (404, 405, 501):
            raise CchcError("PUBLISH_NO_GRAPH_STORE", where=self.url, values={"status": status})
        reason = " ".join(answer.text.split())[:300] or answer.reason
        raise CchcError("PUBLISH_FAILED", where=f"{self.url} {graph}", values={"status": status, "reason": reason})


def _reason(error: Exception) -> str:
    inner: Any = error.args[0] if error.args else error
    return " ".join(str(getattr(inner, "reason", None) or inner).split())[:200]


def check_address(url: str) -> None:
    """Refuses what is no web address, and one with a login in it: others on the machine see what commands say.

    :raises CchcError: ENDPOINT_URL, PUBLISH_PASSWORD_IN_URL.
    """
    address = urlsplit(url)
    if address.scheme.lower() not in ("http", "https") or not address.hostname:
        raise CchcError("ENDPOINT_URL", where=address.hostname or "", values={"url": url.rpartition("@")[2]})
    if address.username is not None or address.password is not None:
        raise CchcError("PUBLISH_PASSWORD_IN_URL", where=address.hostname)
