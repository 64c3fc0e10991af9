"""SHACL-SPARQL, set-based: each constraint once for all its focus nodes.

An engine binds ``$this`` to one focus node after another and evaluates the query for each: nearly all the cost of
validation. The same query with ``$this`` free gives the rows of all focus nodes at once, provided that it can be
evaluated bottom-up: sub-selects project ``$this``, and there is no MINUS, VALUES or SERVICE, as SHACL asks anyway
(https://www.w3.org/TR/shacl/#pre-binding).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pyoxigraph import NamedNode, Store

from cchc import vocabulary as v
from cchc.validation.shapes import Constraint, Shapes

_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")


def evaluate(constraint: Constraint, store: Store, targets: Targets) -> Iterator[tuple[Any, Any, dict[str, str]]]:
    """The focus node, the value and all bindings (for messages) of each row that violates a constraint."""
    solutions: Any = store.query(constraint.select, prefixes=constraint.prefixes, use_default_graph_as_union=True)
    names = [variable.value for variable in solutions.variables]
    focus_nodes = targets.of(constraint.target_classes)
    for row in solutions:
        focus = row["this"]
        if focus is None or focus not in focus_nodes:
            continue
        # Section 5.3.2: without a binding of ?value, the value of a result is the focus node.
        value = row["value"] if "value" in names and row["value"] is not None else focus
        bindings = {name: term.value for name in names if (term := row[name]) is not None}
        yield focus, value, bindings


def filled(message: str, bindings: dict[str, str]) -> str:
    """A message with the values of its variables (section 5.3.2)."""
    return _PLACEHOLDER.sub(lambda match: bindings.get(match[1], match[0]), message)


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


def all_rows(shapes: Shapes, store: Store) -> Iterator[tuple[str, Any, Any, dict[str, str]]]:
    """The rows of all constraints: shape IRI, focus node, value, bindings."""
    targets = Targets(store)
    for constraint in shapes.constraints:
        for focus, value, bindings in evaluate(constraint, store, targets):
            yield constraint.shape, focus, value, bindings
