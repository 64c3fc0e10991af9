"""Validation itself: the store against the shapes, and new data alone or together with a store."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Quad, Store

from cchc import ontology
from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.rules import conclude
from cchc.settle import settle
from cchc.store.scratch import scratch_copy, write
from cchc.validation import constraints, engines
from cchc.validation.parts import core_rows, cores
from cchc.validation.report import Finding, Report
from cchc.validation.shapes import Shapes, load
from cchc.validation.terms import declared_terms, unchecked, undeclared

ENGINES: dict[str, engines.Engine] = {"turbo": engines.turbo, "reference": engines.reference}

_PARALLEL = ("turbo",)
"""Engines that leave Python to other threads."""

_SPARQL = "SPARQLConstraintComponent"
_NEW = NamedNode(v.SOURCE_GRAPHS + "new-data")


def validate(
    store: Store,
    focus: set[str] | None = None,
    *,
    engine: str = "turbo",
    shapes: Shapes | None = None,
    merged: bool = False,
) -> Report:
    """Checks the union of all graphs of ``store`` against the shapes of the product.

    :param store: data, reference data and ontology (for the class hierarchy) in any graphs, the default graph included.
    :param focus: IRIs; if given, only findings about these nodes are reported.
    :param engine: a key of :data:`ENGINES`, for the core constraints.
    :param shapes: other shapes, for tests.
    :param merged: the default graph of ``store`` is the union already.
    :raises CchcError: SHACL_ENGINE if the engine fails.
    """
    rules = shapes or load()
    union = store if merged else _union(store)
    nodes = None if focus is None else [_node(name) for name in sorted(focus)]
    found = _core(rules, union, engine, nodes)
    for shape, (node, value, bindings) in constraints.all_rows(rules, union):
        _add(found, rules, shape, str(node), str(value), _SPARQL, bindings, union)
    return _report(found, focus)


def validate_part(
    part: Store,
    focus: Set[NamedNode],
    whole: Store,
    changed: Set[Any],
    with_things: constraints.Widened,
    *,
    engine: str = "turbo",
    again: Report | None = None,
) -> Report:
    """Checks some nodes of a store, as :func:`validate` with a focus does, at the cost of these nodes.

    :param part: the nodes, and what else a constraint on one of them reads; its default graph must be the merge.
    :param whole: the store; its default graph must be the merge of all graphs.
    :param changed: nodes of which what they say themselves has changed, so that anything of theirs may be wrong now.
    :param with_things: makes of ``part`` a store that holds what constraints across things read of some nodes.
    :param again: findings; if given, nothing is checked but the constraints that found them.
    """
    rules = load() if again is None else _that_found(again)
    core = again is None or any(one.constraint != _SPARQL for one in again.findings)
    found = _core(rules, part, engine, focus) if core else {}
    for shape, (node, value, bindings) in constraints.rows_of(rules, part, focus, whole, changed, with_things):
        _add(found, rules, shape, str(node), str(value), _SPARQL, bindings, whole)
    return _report(found, {node.value for node in focus})


def _that_found(report: Report) -> Shapes:
    """The shapes with the SPARQL constraints only that some findings come from."""
    shapes, named = load(), {finding.shape for finding in report.findings}
    return replace(shapes, constraints=tuple(one for one in shapes.constraints if one.shape in named))


def _core(shapes: Shapes, union: Store, engine: str, focus: Iterable[Any] | None) -> dict[tuple[str, ...], Finding]:
    """What the core constraints find, in all nodes or in some."""
    found: dict[tuple[str, ...], Finding] = {}
    try:
        rows = core_rows(shapes.core, union, ENGINES[engine], focus, threads=cores() if engine in _PARALLEL else 1)
    except Exception as error:
        # An engine may raise anything; the user gets a coded error.
        raise CchcError("SHACL_ENGINE", where=engine, values={"reason": f"{type(error).__name__}: {error}"}) from error
    for node, value, shape, component in rows:
        _add(found, shapes, shape, node, value, component, {}, union)
    return found


def _report(found: dict[tuple[str, ...], Finding], focus: set[str] | None) -> Report:
    kept = found.values() if focus is None else [row for row in found.values() if row.focus.strip("<>") in focus]
    return Report.of(kept)


def validate_graph(quads: Iterable[Quad], with_store: Store | None = None, *, engine: str = "turbo") -> Report:
    """Checks new data before it is loaded: alone (with the ontology and the reference data of the product), or together
    with all that a store holds. What the rules conclude from it and how it settles is checked as well.

    Findings are about the nodes that the data describes, terms of our namespace that nobody declares among them, and
    about what it changes: the results, statistics, conflicts and editions that its claims bear on.

    :param quads: the new data; the names of its graphs do not matter.
    :param with_store: a store to check it with; it is only read.
    """
    whole = with_store
    if whole is None:
        whole = Store()
        whole.extend(ontology.quads())
    # What the rules concluded and how it settled before is made anew, and tells what the new data changes.
    before = {graph: set(whole.quads_for_pattern(None, None, None, NamedNode(graph))) for graph in _MADE}
    scratch = scratch_copy(whole, without=_MADE)
    new = {Quad(quad.subject, quad.predicate, quad.object, _NEW) for quad in quads}
    wrong_terms = [*undeclared(sorted(new, key=str), declared_terms(scratch)), *unchecked(new)]
    write(scratch, new)
    conclude(scratch)
    settle(scratch)
    changed = set(new)
    for graph in _MADE:
        changed |= set(scratch.quads_for_pattern(None, None, None, NamedNode(graph))) ^ before[graph]
    focus = {_name(quad.subject) for quad in changed}
    for node in list(focus):
        focus |= {_name(edition) for edition in _editions(scratch, node)}
    return Report.of((*validate(scratch, focus, engine=engine, merged=True).findings, *wrong_terms))


_MADE = (v.DERIVED_GRAPH, v.RESULTS_GRAPH)


def _editions(store: Store, node: str) -> list[Any]:
    """The editions that a node bears on: its own, or that of the thing it is about."""
    if node.startswith("_:"):
        return []
    things: list[Any] = [NamedNode(node)]
    things += [quad.object for quad in store.quads_for_pattern(things[0], NamedNode(v.CCHC + "about"), None)]
    return [
        quad.object
        for thing in things
        if isinstance(thing, NamedNode)
        for quad in store.quads_for_pattern(thing, NamedNode(v.CCHC + "edition"), None)
    ]


def _name(node: Any) -> str:
    return str(node).strip("<>")


def _node(name: str) -> Any:
    return BlankNode(name.removeprefix("_:")) if name.startswith("_:") else NamedNode(name)


def _union(store: Store) -> Store:
    """A store whose default graph is the union of all graphs, which is what engines take."""
    union = Store()
    # Quad by quad: blank nodes of files to be checked keep their labels. Duplicates cost nothing, a set of all memory.
    union.extend(Quad(*quad.triple) for quad in store)
    return union


def _add(
    found: dict[tuple[str, ...], Finding],
    shapes: Shapes,
    shape: str,
    focus: str,
    value: str,
    component: str,
    bindings: dict[str, Any],
    store: Store,
) -> None:
    texts = shapes.texts[shape]
    row = Finding(
        code=texts.code,
        severity=texts.severity,
        focus=focus,
        path=texts.path,
        value=value,
        constraint=component,
        shape=shape,
        message={lang: constraints.filled(text, lang, bindings, store) for lang, text in texts.message.items()},
        fix=texts.fix,
    )
    kept = found.get(row.key)
    # One constraint may find the same value by several ways: keep the row whose message sorts first.
    if kept is None or sorted(row.message.items()) < sorted(kept.message.items()):
        found[row.key] = row
