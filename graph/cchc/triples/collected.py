"""Collects the statements of one named graph, each once, and makes quads of them.

Making a quad with a literal takes pyoxigraph some thirty times as long as one of IRIs only, and its parser a fifth of
that. So literals are kept as text, and parsed together when quads are wanted.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from json import JSONEncoder

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from cchc import vocabulary as v

_quoted = JSONEncoder(ensure_ascii=False).encode
"""A text in quotation marks. The escapes of JSON (RFC 8259, section 7) are ones of N-Quads too (section 4)."""

NODES = 100_000
"""IRIs whose nodes are kept; a table may name any number of them."""


def decimal_text(value: Decimal | int) -> str:
    """The one lexical form of a number in the graph: no trailing zeros, no exponent (XSD 1.1 canonical decimal).

    >>> decimal_text(Decimal("83.80"))
    '83.8'
    """
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def tolerance_of(*numbers: Decimal) -> Decimal | None:
    """By how much figures may be off to either side, where their lexical form in the graph no longer shows it: half a
    unit of the last place that they were written to, for figures that end in zeros there.

    None where the canonical form shows all of their places, or where they were written to different ones.

    >>> tolerance_of(Decimal("83.80")), tolerance_of(Decimal("84.90"), Decimal("2.05"))
    (Decimal('0.005'), Decimal('0.005'))
    >>> tolerance_of(Decimal("83.8")), tolerance_of(Decimal("83.80"), Decimal("2.5"))
    (None, None)
    """
    written = {number.as_tuple().exponent for number in numbers}
    place = written.pop() if len(written) == 1 else 0
    if not isinstance(place, int) or place >= 0 or all(number.as_tuple().digits[-1] for number in numbers):
        return None
    return Decimal(5).scaleb(place - 1)


def places_of(tolerance: Decimal) -> int | None:
    """The decimal places of a figure that stands for half a unit of its last digit to either side; None for others.

    >>> places_of(Decimal("0.005")), places_of(Decimal("0.01"))
    (2, None)
    """
    _, digits, exponent = tolerance.normalize().as_tuple()
    return -exponent - 1 if digits == (5,) and isinstance(exponent, int) and exponent < 0 else None


class _Nodes(dict[str, NamedNode]):
    """The node of each IRI, made (and checked) once: most IRIs stand in many quads."""

    def __missing__(self, iri: str) -> NamedNode:
        if len(self) >= NODES:
            self.clear()
        node = self[iri] = NamedNode(iri)
        return node


class Statements:
    """The statements of one named graph. Subjects, predicates and objects are IRIs."""

    def __init__(self, graph: str) -> None:
        self._graph = NamedNode(graph)
        self._nodes = _Nodes()
        self._said: dict[tuple[str, str, str], None] = {}
        """Subject, predicate and object of each statement, once; a literal is in the form of N-Quads."""

    def link(self, subject: str, predicate: str, *objects: str) -> None:
        for target in objects:
            self._said[subject, predicate, target] = None

    def type(self, subject: str, *classes: str) -> None:
        self.link(subject, v.RDF + "type", *classes)

    def value(self, subject: str, predicate: str, value: object, datatype: str) -> None:
        """Says a value of a datatype of XML Schema."""
        self._said[subject, predicate, _quoted(str(value)) + _typed(datatype)] = None

    def number(self, subject: str, predicate: str, value: Decimal | int) -> None:
        if isinstance(value, Decimal):
            self.value(subject, predicate, decimal_text(value), "decimal")
        else:
            self.value(subject, predicate, value, "integer")

    def text(self, subject: str, predicate: str, text: str, lang: str = "vi") -> None:
        self._said[subject, predicate, _quoted(text) + _tagged(lang)] = None

    def label(self, subject: str, vi: str, en: str | None = None) -> None:
        """A label in Vietnamese, and in English where there is one: what nobody has translated is not English."""
        self.text(subject, v.RDFS + "label", vi)
        if en:
            self.text(subject, v.RDFS + "label", en, "en")

    def taken(self, *, in_order: bool = False) -> list[Quad]:
        """The quads of the statements made since the last ones were taken: as they were made, or in an order of their
        own.

        :raises ValueError: for what is no IRI.
        """
        nodes, graph, end = self._nodes, self._graph, f" {self._graph} .\n"
        said = sorted(self._said) if in_order else list(self._said)
        self._said.clear()
        literals = []
        for subject, predicate, target in said:
            if target[0] == '"':
                # The nodes are made here as well, because the parser does not check IRIs again ("lenient").
                literals.append(f"<{nodes[subject].value}> <{nodes[predicate].value}> {target}{end}")
        parsed = parse("".join(literals), format=RdfFormat.N_QUADS, lenient=True)
        return [
            next(parsed) if target[0] == '"' else Quad(nodes[subject], nodes[predicate], nodes[target], graph)
            for subject, predicate, target in said
        ]


@cache
def _typed(datatype: str) -> str:
    """What follows the quotation marks of a literal of a datatype: nothing for a string."""
    return str(Literal("", datatype=NamedNode(v.XSD + datatype)))[2:]


@cache
def _tagged(lang: str) -> str:
    """What follows the quotation marks of a literal in a language."""
    return str(Literal("", language=lang))[2:]
