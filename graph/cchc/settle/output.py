"""What settling reads from the store, and what it writes: the graph of results."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.resources import resource
from cchc.store.scratch import is_merged
from cchc.store.tokens import prebound


def select(store: Store, name: str) -> Iterator[Any]:
    """The rows of a query of ``ontology/settling/`` over all graphs."""
    rows: Any = store.query(_text(name), use_default_graph_as_union=not is_merged(store))
    return iter(rows)


def select_of(store: Store, name: str, edition: NamedNode) -> Iterator[Any]:
    """The rows of one ``?edition``, which is no column then, from the default graph."""
    rows: Any = store.query(prebound(_text(name), "edition", str(edition)))
    return iter(rows)


def _text(name: str) -> str:
    return (resource("ontology") / "settling" / f"{name}.rq").read_text(encoding="utf-8")


class Results:
    """Collects the quads of ``graph/results``."""

    def __init__(self) -> None:
        self.graph = NamedNode(v.RESULTS_GRAPH)
        self.quads: list[Quad] = []
        self.conflicts = 0

    def add(self, subject: str, predicate: str, value: Any) -> None:
        self.quads.append(Quad(NamedNode(subject), NamedNode(predicate), value, self.graph))

    def link(self, subject: str, predicate: str, target: str) -> None:
        self.add(subject, predicate, NamedNode(target))

    def label(self, subject: str, vi: str, en: str) -> None:
        for language, text in (("vi", vi), ("en", en)):
            self.add(subject, v.RDFS + "label", Literal(text, language=language))
