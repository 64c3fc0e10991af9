"""Claims of tables as lines of N-Quads, by patterns of what the claims of one column and edition have in common.

A table says the same of thousands of units: what differs from row to row is the unit, the value, the row's number and
the words of a cell. A pattern is what :func:`~cchc.triples.statements.write` itself writes for a claim with
words in those places that nobody mistakes; filling it in gives the triples that writing each claim anew would give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse, serialize

from cchc.claims import Claim, Observation, Source, Unit
from cchc.triples.collected import decimal_text, tolerance_of
from cchc.triples.people import People
from cchc.triples.statements import write
from cchc.triples.writer import SourceGraph

KEPT = 5_000
"""Patterns that are kept; a table whose rows each cite a page of their own has no two claims of one pattern."""

_UNIT, _EXACT, _NOTE = "zz0unit0zz", "zz0exact0zz", "zz0note0zz"
_ROW, _INTEGER, _DECIMAL = 9182736450000000001, 9182736450000000002, Decimal("9182736450000000003.5")
_ENDING_IN_ZEROS = Decimal("9182736450000000004")
_PLACES = {
    _UNIT: 0, _EXACT: 1, _NOTE: 2, str(_ROW): 3, str(_INTEGER): 4, decimal_text(_DECIMAL): 4, str(_ENDING_IN_ZEROS): 4,
}  # fmt: skip
_PLACE = re.compile("|".join(map(re.escape, _PLACES)))
_ESCAPED = re.compile(r'[\\"\n\r]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A text with ``%s`` in the places of the unit, the cell's words, the note, the row and the value, in ``order``."""

    text: str
    order: itemgetter[Any]

    def filled(self, claim: Observation, value: Decimal | int) -> str:
        assert claim.cell is not None
        words = (
            claim.unit.path,
            _escaped(claim.cell.exact),
            _escaped(claim.note or ""),
            str(claim.cell.row),
            decimal_text(value) if isinstance(value, Decimal) else str(value),
        )
        lines: str = self.text % self.order(words)
        return lines


class Lines:
    """Writes the claims of one table as lines of N-Quads, or of N-Triples where ``named`` is false."""

    def __init__(self, source: Source, *, named: bool = True) -> None:
        self._graph = SourceGraph(source, People(()))
        self._named = named
        self._units: set[Unit] = set()
        self._met: set[tuple[object, ...]] = set()
        self._patterns: dict[tuple[object, ...], _Pattern | None] = {}
        self._graph.source(source)

    def of(self, claims: Iterable[Claim]) -> Iterator[str]:
        """The lines of the source, and then those of each claim; some may be given more than once."""
        yield self._taken()
        for claim in claims:
            yield self._of(claim)

    def _of(self, claim: Claim) -> str:
        value = claim.value if isinstance(claim, Observation) else None
        if not isinstance(claim, Observation) or not isinstance(value, Decimal | int):
            return self._written(claim)
        cell = claim.cell
        if cell is None or claim.quotes:
            return self._written(claim)
        # All that a claim holds but what the pattern leaves open; of its value, what it tells beside itself.
        tolerance = tolerance_of(value) if isinstance(value, Decimal) else None
        key = (
            claim.edition, claim.component, claim.measure, type(value), tolerance, claim.unit_of_measure, claim.rank_of,
            claim.scope, claim.maximum, claim.compared_with, claim.period, claim.stated_as, claim.status,
            claim.interpretation, claim.cited, claim.note is None, cell.sheet, cell.column, cell.heading,
        )  # fmt: skip
        pattern = self._patterns.get(key)
        if pattern is not None:
            return self._declared(claim.unit) + pattern.filled(claim, value)
        lines = self._written(claim)
        if key not in self._met:
            if len(self._met) >= KEPT:
                self._met.clear()
                self._patterns.clear()
            self._met.add(key)
        elif key not in self._patterns:
            # What is described once was, when the first claim of this pattern was written.
            self._patterns[key] = self._pattern(claim, value)
        return lines

    def _pattern(self, claim: Observation, value: Decimal | int) -> _Pattern | None:
        assert claim.cell is not None
        open_claim = replace(
            claim,
            unit=Unit(_UNIT, _UNIT, claim.unit.kind, known=True),
            value=_in_place_of(value) if isinstance(value, Decimal) else _INTEGER,
            cell=replace(claim.cell, row=_ROW, exact=_EXACT),
            note=None if claim.note is None else _NOTE,
        )
        text = self._written(open_claim)
        order = itemgetter(*(_PLACES[match[0]] for match in _PLACE.finditer(text)))
        pattern = _Pattern(_PLACE.sub("%s", text.replace("%", "%%")), order)
        # Whoever writes these very words into a table gets no pattern.
        same = _said(pattern.filled(claim, value)) == _said(self._written(claim))
        return pattern if same else None

    def _declared(self, unit: Unit) -> str:
        """What is said of a unit that the reference data does not know, if it was not said before."""
        if unit.known or unit in self._units:
            return ""
        self._units.add(unit)
        self._graph.unit(unit)
        return self._taken()

    def _written(self, claim: Claim) -> str:
        write(claim, self._graph)
        return self._taken()

    def _taken(self) -> str:
        """The lines of what was written since."""
        quads = self._graph.taken()
        if self._named:
            said = serialize(quads, format=RdfFormat.N_QUADS)
        else:
            said = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
        return (said or b"").decode("utf-8")


def _in_place_of(value: Decimal) -> Decimal:
    """The number that stands in the place of others that were rounded to the same place, if they end in zeros."""
    if tolerance_of(value) is None:
        return _DECIMAL
    return Decimal(f"{_ENDING_IN_ZEROS}." + "0" * -int(value.as_tuple().exponent))


def _said(lines: str) -> set[Quad]:
    return set(parse(lines.encode("utf-8"), format=RdfFormat.N_QUADS))


def _escaped(text: str) -> str:
    """A text between the quotation marks of N-Triples (https://www.w3.org/TR/n-triples/#grammar-production-ECHAR)."""
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)
