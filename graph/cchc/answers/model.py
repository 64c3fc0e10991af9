"""What a stored query answers: rows of plain values, with all that is needed to show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from cchc.store.results import Term
from cchc.vocabulary import XSD

Value = str | int | Decimal | bool | None
"""A plain value: an IRI or any other text as str, an xsd:integer or xsd:gYear as int, an xsd:decimal as Decimal."""

SEPARATOR = "; "
"""Between the parts of a list in one value."""

_WHOLE = {XSD + name for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "long", "gYear")}
_DECIMAL = {XSD + name for name in ("decimal", "double", "float")}


class Column(NamedTuple):
    """One column.

    ``values`` names the codes that stand in it, by language. ``hidden`` ones are left out of tables. ``several`` ones
    hold a list of texts joined by ``"; "``; ``signed`` ones show a plus before positive numbers. One with ``given`` is
    in the answer only where the parameter of that name was given.
    """

    name: str
    label: Mapping[str, str]
    unit_of_measure: str | None = None
    decimals: int | None = None
    hidden: bool = False
    several: bool = False
    signed: bool = False
    values: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    given: str | None = None


class Completeness(NamedTuple):
    """How much of what could be known is known; ``expected`` is None where nobody says how much there is."""

    known: int
    expected: int | None
    text: str

    def __str__(self) -> str:
        return self.text


class ChartSpec(NamedTuple):
    """How an answer is drawn: ``kind`` bar or line, and the columns for the axes.

    ``otherwise`` takes the place of ``y`` where that has no value at all. ``status`` is the column that marks derived
    values, ``break_column`` the one that marks breaks in the series, ``since`` the one
    that gives each break as its first year, a space and its text. ``inverted`` puts the smallest value on top.
    ``series`` is the column that tells several lines apart, ``label`` the one that names them; ``among`` the one that
    says up to which place ``y`` can go.
    """

    kind: str
    x: str
    y: str
    otherwise: str | None = None
    status: str | None = None
    break_column: str | None = None
    inverted: bool = False
    series: str | None = None
    label: str | None = None
    since: str | None = None
    among: str | None = None


class Row(Sequence[Any]):
    """A row: its values by position, or by the column's name (``row["rank"]``); equal to a tuple of the same values."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: tuple[str, ...], values: tuple[Value, ...]) -> None:
        self._names = names
        self._values = values

    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, str):
            return self._values[key]
        if key not in self._names:
            raise KeyError(key)
        return self._values[self._names.index(key)]

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Value]:
        return iter(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Row, tuple)) and self._values == tuple(other)

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{n}={v!r}' for n, v in zip(self._names, self._values, strict=True))})"

    def as_dict(self) -> dict[str, Value]:
        return dict(zip(self._names, self._values, strict=True))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one run of a stored query, in one language (``vi`` or ``en``).

    ``terms`` holds the RDF terms of the rows, in the order of ``columns``; ``parameters`` the terms that were bound;
    ``notes`` are lines to read with it, ``options`` what was asked of it beside the parameters (``--bounds``).
    """

    name: str
    title: str
    lang: str
    columns: tuple[Column, ...]
    terms: list[tuple[Term | None, ...]]
    completeness: Completeness | None = None
    chart: ChartSpec | None = None
    parameters: Mapping[str, Term] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def rows(self) -> list[Row]:
        """The rows as plain values."""
        names = self.names
        return [Row(names, tuple(plain(term) for term in row)) for row in self.terms]

    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``; needs pandas, which cchc does not install."""
        return import_module("pandas").DataFrame([row.as_dict() for row in self.rows], columns=list(self.names))

    def to_polars(self) -> Any:
        """The rows as a ``polars.DataFrame``; needs polars, which cchc does not install."""
        rows = [row.as_dict() for row in self.rows]
        return import_module("polars").DataFrame(rows, schema=list(self.names), infer_schema_length=None)


def plain(term: Term | None) -> Value:
    """The plain value of a term. A literal that does not fit its datatype comes back as its text."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return str(term)
    datatype = term.datatype.value
    try:
        if datatype in _WHOLE:
            return int(term.value)
        if datatype in _DECIMAL:
            return Decimal(term.value)
    except (ValueError, ArithmeticError):
        return term.value
    if datatype == XSD + "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    return term.value
