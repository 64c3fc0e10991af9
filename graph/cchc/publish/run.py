"""What to send and to remove, and doing it so that whatever happens, the next run goes on from there.

The server itself keeps the record, in a graph of its own (:data:`RECORD`): every graph that was ever sent is a
``void:Dataset`` there, and one that was sent whole has the hash of its content. The hashes of graphs that will change
are taken away before the first request that changes one, and each is written when its graph is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.publish.client import GraphStore, TooLarge, check_address, graph_store_of
from cchc.publish.graphs import PART, Content, content, parts
from cchc.queries import Catalogue, bind
from cchc.store import EmbeddedStore, RemoteStore

RECORD = v.GRAPH + "published"
"""The graph in which a server keeps what was published there."""

_LAST = (v.DERIVED_GRAPH, v.RESULTS_GRAPH)
_SMALLEST = 500
"""Triples in the smallest part that is tried where a server refuses larger ones."""

_TYPE = NamedNode(v.RDF + "type")
_DATASET = NamedNode("http://rdfs.org/ns/void#Dataset")
_TRIPLES = NamedNode("http://rdfs.org/ns/void#triples")
_HASH = NamedNode(v.CCHC + "contentHash")

Progress = Callable[[str, int, int], None]
"""Told the stage (``compare``, ``publish``), and how many of how many graphs or triples are done."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was done, or with ``dry_run`` would be: the graphs sent (with their numbers of triples), removed, left."""

    sent: dict[str, int]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def publish(
    store: EmbeddedStore,
    endpoint: str,
    *,
    graph_store: str | None = None,
    user: str | None = None,
    password: str | None = None,
    auth: str | None = None,
    dry_run: bool = False,
    full: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Makes the server hold the named graphs of the store: sends those that changed, removes those that are gone.

    Graphs on the server that were not published by this function are left alone. The ontology, reference data and
    sources come first, then what was concluded, the results last, and at the very end what is gone is removed.

    :param endpoint: the address for queries, where the record is read.
    :param graph_store: the address of the graph store; without it, the one that belongs to a known server.
    :param full: sends every graph, whatever the record says.
    :raises CchcError: PUBLISH_INCOMPLETE where the server holds another number of triples than it was sent;
        PUBLISH_TOO_LARGE; and what :class:`GraphStore` and :class:`RemoteStore` raise.
    """
    check_address(endpoint)
    say = progress or (lambda stage, done, total: None)
    server = RemoteStore(endpoint, merge=False)
    with GraphStore(graph_store or graph_store_of(endpoint), user, password, auth) as target:
        recorded = _recorded(server)
        contents = _contents(store, say)
        whole = {
            name: found
            for name, found in contents.items()
            if not full and recorded.get(name) == found.hash and _size(server, name) == found.triples
        }
        changed = [name for name in contents if name not in whole]
        gone = tuple(sorted(recorded.keys() - contents.keys()))
        done = Published({name: contents[name].triples for name in changed}, gone, tuple(whole))
        if dry_run or not (changed or gone):
            return done
        target.put(RECORD, _record({**dict.fromkeys((*gone, *changed)), **whole}))
        _Sender(store, server, target, say, sum(done.sent.values())).send({name: contents[name] for name in changed})
        for name in gone:
            target.delete(name)
        if gone:
            target.put(RECORD, _record(contents))
    return done


def _recorded(server: RemoteStore) -> dict[str, str | None]:
    """The graphs of ours that the server knows of, each with its hash or None."""
    rows = server.select(Catalogue().lookup("published")).rows
    named = ((getattr(name, "value", ""), hashed) for name, hashed in rows)
    return {
        name: hashed.value if isinstance(hashed, Literal) else None
        for name, hashed in named
        # Whatever the record says, nothing but graphs of ours is ever removed.
        if name.startswith(v.GRAPH) and name != RECORD
    }


def _contents(store: EmbeddedStore, say: Progress) -> dict[str, Content]:
    names = sorted(store.graphs(), key=lambda name: (_LAST.index(name) + 1 if name in _LAST else 0, name))
    found = {}
    for number, name in enumerate(names):
        say("compare", number, len(names))
        found[name] = content(store, name)
    # A graph without a triple is no graph to a server.
    return {name: has for name, has in found.items() if has.triples}


def _size(server: RemoteStore, name: str) -> int:
    rows = server.select(bind(Catalogue().lookup("graph-size"), {"graph": NamedNode(name)})).rows
    return int(getattr(rows[0][0], "value", "0")) if rows else 0


def _record(graphs: dict[str, Content | None] | dict[str, Content]) -> bytes:
    """Statements on graphs, for :data:`RECORD`; a content of None is of a graph that is not whole."""
    return serialize(_statements(graphs.items()), format=RdfFormat.N_TRIPLES) or b""


def _statements(graphs: Iterable[tuple[str, Content | None]]) -> Iterable[Triple]:
    for name, found in graphs:
        yield Triple(NamedNode(name), _TYPE, _DATASET)
        if found:
            yield Triple(NamedNode(name), _HASH, Literal(found.hash))
            yield Triple(NamedNode(name), _TRIPLES, Literal(found.triples))


class _Sender:
    """Sends graphs one after the other, in parts that become smaller when the server asks for it."""

    def __init__(
        self, store: EmbeddedStore, server: RemoteStore, target: GraphStore, say: Progress, total: int
    ) -> None:
        self._store = store
        self._server = server
        self._target = target
        self._say = say
        self._total = total
        self._done = 0
        self._part = PART

    def send(self, graphs: dict[str, Content]) -> None:
        for name, found in graphs.items():
            self._graph(name, found)
            held = _size(self._server, name)
            if held != found.triples:
                values = {"graph": name, "held": held, "sent": found.triples}
                raise CchcError("PUBLISH_INCOMPLETE", where=self._target.url, values=values)
            self._target.post(RECORD, _record({name: found}))
            self._done += found.triples

    def _graph(self, name: str, found: Content) -> None:
        while True:
            try:
                self._say("publish", self._done, self._total)
                for number, part in enumerate(parts(self._store, name, self._part)):
                    (self._target.post if number else self._target.put)(name, part)
                    self._say("publish", self._done + min((number + 1) * self._part, found.triples), self._total)
                return
            except TooLarge:
                if self._part <= _SMALLEST:
                    values = {"graph": name, "triples": self._part}
                    raise CchcError("PUBLISH_TOO_LARGE", where=self._target.url, values=values) from None
                # From the graph's beginning: its first part is a PUT again.
                self._part = max(_SMALLEST, self._part // 4)
