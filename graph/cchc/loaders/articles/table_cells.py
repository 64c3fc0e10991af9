"""What a table in running text is: its cells, where they stand, and what the columns are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cchc.claims import Concept
from cchc.loaders.articles.mentions import Name

YEAR_BEFORE = -1
"""Instead of a year: the one before that of the table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell, and where in the article."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose the figures below a header, or beside the name of a row, are: ``unit`` is one that is named; ``itself``
    says that it is the one that the article is about. ``region`` and ``of_all`` mean that they are means, of a region
    (``some_region``: one that is not named) or of all, of a ``population`` where the words tell it."""

    unit: Name | None = None
    itself: bool = False
    region: Concept | None = None
    some_region: bool = False
    of_all: bool = False
    population: str | None = None

    @property
    def is_mean(self) -> bool:
        return self.region is not None or self.some_region or self.of_all


@dataclass(frozen=True, slots=True)
class Head:
    """What a header says of the figures below it, or the name of a row of those beside it.

    ``kind`` is one of :mod:`cchc.loaders.articles.table_headers`, "" where the words are not understood; ``weak`` says
    that they tell the year or the owner only, and so figures of anything. ``named`` are the words that may name a
    component, ``inside`` that a rank is one inside a region.
    """

    text: str
    kind: str
    weak: bool = False
    year: int | None = None
    index: str | None = None
    period: str | None = None
    measure: str | None = None
    maximum: Decimal | None = None
    compared_with: int | None = None
    owner: Owner | None = None
    named: str = ""
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its paragraphs (from ``first`` up to, not including, ``last``), what its columns are, and its rows.

    ``measure`` is the unit of measure that its caption tells; ``read`` says that it is of an index, as far as its words
    tell: the figures of another are reported only.
    """

    first: int
    last: int
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    measure: str | None = None
    read: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """The kinds of the columns."""
        return tuple(head.kind for head in self.heads)

    @property
    def headers(self) -> tuple[str, ...]:
        """The texts of the headers."""
        return tuple(head.text for head in self.heads)
