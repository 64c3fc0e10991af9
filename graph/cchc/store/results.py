"""What a store answers, and the reading interface that every store has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple
"""An RDF term."""


class Solutions:
    """The answer of a SELECT: its variables in order (without ``?``); in each row a term, or None, for each of them."""

    __slots__ = ("rows", "variables")

    def __init__(self, variables: tuple[str, ...], rows: list[tuple[Term | None, ...]]) -> None:
        self.variables = variables
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Solutions) and (self.variables, self.rows) == (other.variables, other.rows)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Solutions({self.variables!r}, {self.rows!r})"

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class ReadableStore(Protocol):
    """What reading needs: the three forms of a SPARQL query, over the merge of all graphs.

    All three raise a :class:`~cchc.errors.CchcError` where the query is not SPARQL or the store fails.
    """

    def prepared(self, query: str) -> str:
        """The query in the form in which the engine answers it fastest; terms may be bound in it afterwards."""
        ...

    def select(self, query: str) -> Solutions: ...

    def ask(self, query: str) -> bool: ...

    def construct(self, query: str) -> list[Triple]: ...

    def query(self, query: str, *, max_rows: int | None = None) -> Solutions | bool | list[Triple]:
        """A query of any form: Solutions of a SELECT, a bool of an ASK, triples of a CONSTRUCT or DESCRIBE.

        More rows or triples than ``max_rows`` are an error.
        """
        ...
