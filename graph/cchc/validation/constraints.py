"""SHACL-SPARQL, set-based: each constraint once for all its focus nodes.

An engine binds ``$this`` to one focus node after another and evaluates the query for each: nearly all the cost of
validation. The same query with ``$this`` free gives the rows of all focus nodes at once, provided that it can be
evaluated bottom-up: sub-selects project ``$this``, and there is no MINUS, VALUES or SERVICE, as SHACL asks anyway
(https://www.w3.org/TR/shacl/#pre-binding).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from decimal import Decimal
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from cchc import vocabulary as v
from cchc.store.tokens import prebound
from cchc.triples import places_of
from cchc.validation.shapes import Constraint, Shapes

Violating = tuple[Any, Any, dict[str, Any]]
"""Focus node, value, and all bindings as terms (for messages)."""

Widened = Callable[[Set[Any]], Store]
"""Makes a store with all that constraints across things read of some nodes."""

_DECIMAL = NamedNode(v.XSD + "decimal")
_TOLERANCE = NamedNode(v.CCHC + "tolerance")
_OF = tuple(NamedNode(v.CCHC + name) for name in ("unit", "statisticKind", "component", "subgroup", "grade"))
"""What a result or statistic is of, in the order in which it is told."""
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")


def evaluate(constraint: Constraint, store: Store, targets: Targets) -> Iterator[Violating]:
    """The rows that violate a constraint, of all its focus nodes in a store whose default graph holds all data."""
    focus_nodes = targets.of(constraint.target_classes)
    if not focus_nodes:
        return
    for row in _rows(store.query(constraint.select, prefixes=constraint.prefixes)):
        if row[0] in focus_nodes:
            yield row


def evaluate_at(constraint: Constraint, store: Store, focus: Any) -> Iterator[Violating]:
    """The rows that violate a constraint at one of its focus nodes, at the cost of what that node is made of."""
    text = prebound(constraint.select, "this", str(focus))
    yield from _rows(store.query(text, prefixes=constraint.prefixes), focus)


def _rows(solutions: Any, at: Any = None) -> Iterator[Violating]:
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        focus = at or row["this"]
        if focus is None:
            continue
        # Section 5.3.2: without a binding of ?value, the value of a result is the focus node.
        value = row["value"] if "value" in names and row["value"] is not None else focus
        bindings = {name: term for name in names if (term := row[name]) is not None}
        yield focus, value, bindings


def filled(message: str, lang: str, bindings: dict[str, Any], store: Store) -> str:
    """A message with the values of its variables (section 5.3.2).

    A thing is named by its label in the language of the message, or else in Vietnamese, where the default graph of
    ``store`` has one; a result or statistic by what it is of. Decimals have the digits that their source writes, and a
    comma in Vietnamese.
    """

    def said(match: re.Match[str]) -> str:
        term = bindings.get(match[1])
        if isinstance(term, Literal) and term.datatype == _DECIMAL:
            figure = _written(term, bindings, store)
            return figure.replace(".", ",") if lang == "vi" else figure
        return "–" if term is None else _label(term, lang, store) or str(term.value)

    return _PLACEHOLDER.sub(said, message)


def _written(figure: Literal, bindings: dict[str, Any], store: Store) -> str:
    """A decimal with the zeros at its end where it is said: by a claim that is bound, or by what names a bound thing.

    The graph keeps the number only, and its places as a tolerance; a claim names its source, a result its unit.
    """
    bound = set(bindings.values())
    saying = {quad.subject for quad in store.quads_for_pattern(None, None, figure, DefaultGraph())}
    places = 0
    for thing in saying & bound or saying:
        said = list(store.quads_for_pattern(thing, None, None, DefaultGraph()))
        if thing in bound or any(isinstance(quad.object, NamedNode) and quad.object in bound for quad in said):
            places = max([places, *(_places(quad.object) for quad in said if quad.predicate == _TOLERANCE)])
    whole, _, decimals = figure.value.partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}" if decimals or places else whole


def _places(tolerance: Any) -> int:
    """The decimal places that a tolerance tells of; 0 for none, also where what is checked gives no number."""
    try:
        return places_of(Decimal(str(tolerance.value))) or 0
    except (ArithmeticError, AttributeError):
        return 0


def _label(term: Any, lang: str, store: Store) -> str | None:
    """The label of a thing; of a result or statistic, which has none, those of what it is of."""
    if not isinstance(term, NamedNode):
        return None
    labels = [quad.object for quad in store.quads_for_pattern(term, NamedNode(v.RDFS + "label"), None, DefaultGraph())]
    known = [label for label in labels if isinstance(label, Literal) and label.language in (lang, "vi")]
    if known:
        return min(known, key=lambda label: (label.language != lang, label.value)).value
    parts = [quad.object for of in _OF for quad in store.quads_for_pattern(term, of, None, DefaultGraph())]
    return ", ".join(filter(None, (_label(part, lang, store) for part in parts))) or None


class Targets:
    """The instances of classes and their subclasses in a store (the SHACL instances of section 2.1.3.2)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.known: dict[str, set[Any]] = {}

    def of(self, classes: tuple[str, ...]) -> set[Any]:
        return set().union(*(self._instances(name) for name in classes))

    def _instances(self, name: str) -> set[Any]:
        if name not in self.known:
            below, todo = {NamedNode(name)}, [NamedNode(name)]
            while todo:
                for quad in self.store.quads_for_pattern(None, NamedNode(v.RDFS + "subClassOf"), todo.pop()):
                    if isinstance(quad.subject, NamedNode) and quad.subject not in below:
                        below.add(quad.subject)
                        todo.append(quad.subject)
            typed = NamedNode(v.RDF + "type")
            self.known[name] = {
                quad.subject for cls in below for quad in self.store.quads_for_pattern(None, typed, cls)
            }
        return self.known[name]


def all_rows(shapes: Shapes, store: Store) -> Iterator[tuple[str, Violating]]:
    """The rows of all constraints, each with the IRI of its shape."""
    targets = Targets(store)
    for constraint in shapes.constraints:
        if constraint.across_things:
            # Engines join the things of all focus nodes with each other before they compare them.
            for node in sorted(targets.of(constraint.target_classes), key=str):
                for row in evaluate_at(constraint, store, node):
                    yield constraint.shape, row
            continue
        for row in evaluate(constraint, store, targets):
            yield constraint.shape, row


def rows_of(
    shapes: Shapes, part: Store, focus: Set[Any], whole: Store, changed: Set[Any], with_things: Widened
) -> Iterator[tuple[str, Violating]]:
    """The rows of some focus nodes, from a part of a store that holds all that each single thing of theirs rests on.

    Constraints of the nodes in ``changed`` are evaluated on the whole, those across things on the part widened by them.
    """
    targets = Targets(part)
    ours = [(constraint, targets.of(constraint.target_classes) & focus) for constraint in shapes.constraints]
    across = [one for one in ours if one[0].across_things]
    for constraint, nodes in ours:
        if constraint.across_things:
            continue
        for node in sorted(nodes & changed, key=str):
            for row in evaluate_at(constraint, whole, node):
                yield constraint.shape, row
        if nodes - changed:
            for row in evaluate(constraint, part, targets):
                if row[0] in nodes and row[0] not in changed:
                    yield constraint.shape, row
    # The part grows by this, so it comes last.
    wide = with_things(set().union(*(nodes for _, nodes in across)))
    for constraint, nodes in across:
        for node in sorted(nodes, key=str):
            for row in evaluate_at(constraint, wide, node):
                yield constraint.shape, row
