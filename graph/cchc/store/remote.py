"""Reading from any SPARQL 1.1 endpoint (https://www.w3.org/TR/sparql11-protocol/).

Engines write one value in several lexical forms; what an endpoint answers is brought to the canonical ones.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from cchc.errors import CchcError
from cchc.resources import resource
from cchc.store.laterals import laterally
from cchc.store.lexical import canonical
from cchc.store.results import Solutions
from cchc.store.syntax import not_a_query, syntax_error
from cchc.store.tokens import dataset, form, without_comments

TIMEOUT = 60.0
"""Seconds to wait for an endpoint: the longest aggregates on a large graph take some tens of seconds."""


class Dataset(NamedTuple):
    """What a request says of the default graph to ask: the graphs that it is the merge of, or that these are all.

    ``union`` is a parameter of Oxigraph's server that the protocol does not have. It spares it to look into each graph.
    """

    graphs: tuple[str, ...] = ()
    union: bool = False


class RemoteStore:
    """An endpoint. Queries see the union of its graphs: its default graph, or the merge of the named ones where that is
    empty."""

    def __init__(self, url: str, timeout: float = TIMEOUT, *, merge: bool = True) -> None:
        """Makes no request yet. Without ``merge`` queries see the graphs as the server has them.

        A login in the address (``http://user:password@…``) is sent as HTTP Basic, and is no part of :attr:`url`, which
        errors and answers show.

        :raises CchcError: ENDPOINT_URL unless ``url`` is an http or https address.
        """
        self.url, self._login = _without_login(url)
        # The HTTP library would read a file: address from the disk.
        if not url.lower().startswith(("http://", "https://")):
            raise CchcError("ENDPOINT_URL", values={"url": self.url})
        self.timeout = timeout
        self.merge = merge

    def within(self, timeout: float) -> RemoteStore:
        """The same endpoint, waited for so many seconds."""
        other = RemoteStore(self.url, timeout, merge=self.merge)
        other._login = self._login
        return other

    @cached_property
    def default_dataset(self) -> Dataset:
        """The server's own, unless the endpoint keeps its default graph empty and all data in named graphs. By the
        protocol (section 2.1.4) the merge of graphs that a request names is the default graph of the query."""
        if not self.merge or self._any(Dataset()):
            return Dataset()
        if self._understands_union():
            return Dataset(union=True)
        content = self._send(_text("named-graphs"), "json", Dataset())
        rows: Any = parse_query_results(content, QueryResultsFormat.JSON)
        return Dataset(tuple(sorted(row[0].value for row in rows)))

    @cached_property
    def repeats(self) -> bool:
        """Whether the server gives a triple once for each of the graphs that hold it, where a query's default graph is
        their merge (https://www.w3.org/TR/sparql11-query/#specifyingDataset) and it should give it once. Known only
        where some thing is typed in two graphs."""
        content = self._send(_text("repeated"), "json", self.default_dataset)
        rows: Any = parse_query_results(content, QueryResultsFormat.JSON)
        return any(int(row[0].value) > 1 for row in rows)

    def _any(self, asked: Dataset) -> bool:
        """Whether the default graph of a dataset holds anything."""
        try:
            return bool(parse_query_results(self._send(_text("default-graph"), "json", asked), QueryResultsFormat.JSON))
        except (SyntaxError, ValueError) as error:
            raise CchcError("ENDPOINT_NOT_SPARQL", where=self.url) from error

    def _understands_union(self) -> bool:
        try:
            return self._any(Dataset(union=True))
        except CchcError:
            # A server may refuse what it does not know.
            return False

    def query(self, query: str, *, max_rows: int | None = None) -> Solutions | bool | list[Triple]:
        """Sends a query of any form.

        :raises CchcError: ENDPOINT_UNREACHABLE, ENDPOINT_ERROR, ENDPOINT_NOT_SPARQL, SPARQL_SYNTAX,
            SPARQL_NO_QUERY, SPARQL_PREFIX, SPARQL_TOO_MANY_ROWS.
        """
        answer = self._results(query) if form(query) in ("SELECT", "ASK") else self._triples(query)
        if max_rows is not None and not isinstance(answer, bool) and len(answer) > max_rows:
            raise CchcError("SPARQL_TOO_MANY_ROWS", values={"limit": max_rows})
        return answer

    def prepared(self, query: str) -> str:
        # Only Oxigraph knows that union.
        return laterally(query) if self.default_dataset.union else query

    def select(self, query: str) -> Solutions:
        answer = self._results(query)
        if isinstance(answer, bool):
            raise CchcError("SPARQL_FORM", values={"form": "SELECT"})
        return answer

    def ask(self, query: str) -> bool:
        answer = self._results(query)
        if not isinstance(answer, bool):
            raise CchcError("SPARQL_FORM", values={"form": "ASK"})
        return answer

    def construct(self, query: str) -> list[Triple]:
        return self._triples(query)

    def _results(self, query: str) -> Solutions | bool:
        content = self._send(query, "json", self._dataset(query))
        try:
            results = parse_query_results(content, QueryResultsFormat.JSON)
            if isinstance(results, QueryBoolean):
                return bool(results)
            variables = tuple(variable.value for variable in results.variables)
            return Solutions(variables, [tuple(term and canonical(term) for term in row) for row in results])
        except (SyntaxError, ValueError) as error:
            raise CchcError("ENDPOINT_NOT_SPARQL", where=self.url) from error

    def _triples(self, query: str) -> list[Triple]:
        content = self._send(query, "n3", self._dataset(query))
        try:
            triples = [quad.triple for quad in parse(content, RdfFormat.N_TRIPLES)]
        except (SyntaxError, ValueError) as error:
            raise CchcError("ENDPOINT_NOT_SPARQL", where=self.url) from error
        return [Triple(triple.subject, triple.predicate, canonical(triple.object)) for triple in triples]

    def _dataset(self, query: str) -> Dataset:
        """What to say in the request. It would take the place of what the query says by itself
        (https://www.w3.org/TR/sparql11-protocol/#dataset)."""
        return Dataset() if dataset(query) else self.default_dataset

    def _send(self, query: str, result_format: str, asked: Dataset) -> bytes:
        from http.client import HTTPException
        from urllib.error import HTTPError, URLError

        from SPARQLWrapper import POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        if wrong := not_a_query(query):
            raise wrong
        kind = form(query)
        request = SPARQLWrapper(self.url)
        request.setMethod(POST)
        request.setReturnFormat(result_format)
        # Ask for the format by the Accept header alone: the other ways are no part of the protocol.
        request.setOnlyConneg(True)
        if result_format == "n3":
            # Some engines write Turtle's short forms of numbers without minding the datatype; N-Triples has none.
            request.addCustomHttpHeader("Accept", "application/n-triples")
        if self._login is not None:
            request.setCredentials(*self._login)
        request.setTimeout(max(1, round(self.timeout)))
        if asked.union:
            request.addParameter("union-default-graph", "true")
        for graph in asked.graphs:
            request.addDefaultGraph(graph)
            # A dataset that the request describes has no other named graphs than those it names.
            request.addNamedGraph(graph)
        request.setQuery(without_comments(query))
        # The library guesses the form, and takes words in names for keywords.
        request.queryType = kind
        try:
            response: Any = request.query().response
            content: bytes = response.read()
        except SPARQLWrapperException as error:
            status = getattr(error.__cause__ or error.__context__, "code", 0)
            raise self._refused(query, status, str(error)) from error
        except HTTPError as error:
            raise self._refused(query, error.code, error.reason) from error
        except (URLError, HTTPException, OSError) as error:
            reason = str(getattr(error, "reason", error))
            raise CchcError("ENDPOINT_UNREACHABLE", where=self.url, values={"reason": reason}) from error
        return content

    def _refused(self, query: str, status: int, reason: str) -> CchcError:
        reason = " ".join(reason.split())[:300]
        if status == 400:
            error = syntax_error(query, reason)
            error.where = self.url
            return error
        return CchcError("ENDPOINT_ERROR", where=self.url, values={"status": status or "?", "reason": reason})


def _without_login(url: str) -> tuple[str, tuple[str, str] | None]:
    """An address without the user and the password in it, and these."""
    scheme, slashes, rest = url.partition("//")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    _, colon, port = authority.partition(":")
    if "@" in authority:
        login = authority.rpartition("@")[0]
    elif colon and port.strip("0123456789") and "@" in rest and not authority.startswith("["):
        # What stands for the port is none: a password with a "/" that nobody quoted.
        login = rest.rpartition("@")[0]
    else:
        return url, None
    user, _, password = login.partition(":")
    return scheme + slashes + rest[len(login) + 1 :], (unquote(user), unquote(password))


def _text(name: str) -> str:
    return (resource("queries") / "lookup" / f"{name}.rq").read_text(encoding="utf-8")
