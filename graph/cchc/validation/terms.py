"""Terms of our namespace that the ontology does not declare: typing errors, which no shape looks for.

A shape says what a known property must look like, and passes over ``cchc:scor``. Nobody but the product declares terms
of its namespace, so such a term is always a fault of the data.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Set

from pyoxigraph import Literal, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.validation.report import Finding

_SHAPE = "https://w3id.org/cchc/shape/declared-term"
_ALIKE = 0.6
"""From which ratio of difflib on another term is named as the one that was meant (its own default)."""


def declared_terms(store: Store) -> frozenset[str]:
    """The IRIs of our namespace that the ontology in a store declares."""
    typed = store.quads_for_pattern(None, NamedNode(v.RDF + "type"), None, NamedNode(v.ONTOLOGY_GRAPH))
    subjects = {quad.subject.value for quad in typed if isinstance(quad.subject, NamedNode)}
    return frozenset(subject for subject in subjects if subject.startswith(v.CCHC))


def undeclared(quads: Iterable[Quad], declared: Set[str]) -> Iterator[Finding]:
    """A finding for each thing and each undeclared term that is said of it, with the nearest declared term.

    As results of ``sh:closed`` where the term is a property, of ``sh:in`` where it is what is said
    (https://www.w3.org/TR/shacl/#ClosedConstraintComponent and #InConstraintComponent).
    """
    names = sorted(term.removeprefix(v.CCHC) for term in declared)
    seen = set()
    for quad in quads:
        for term, path, value, component in _terms(quad):
            if term not in declared and (key := (quad.subject, path, term)) not in seen:
                seen.add(key)
                yield _finding(term, names, focus=str(quad.subject), path=path, value=str(value), constraint=component)


def unchecked(quads: Iterable[Quad]) -> Iterator[Finding]:
    """A warning if data uses no term of our namespace at all, so that no shape looks at it and it conforms by default;
    with a namespace in it that may be a misspelling of ours (``…/ontology/``)."""
    seen = list(quads)
    if not seen or any(True for quad in seen for _ in _terms(quad)):
        return
    used = {term.value for quad in seen for term in (quad.predicate, quad.object) if isinstance(term, NamedNode)}
    alike = sorted(iri for iri in used if iri.startswith(v.CCHC.rstrip("#")))
    error = CchcError("RDF_NOTHING_CHECKED", values={"namespace": v.CCHC, "found": alike[0] if alike else "–"})
    yield _as_finding(error, "Warning", focus=f"<{v.CCHC}>", path="", value="", constraint="ClassConstraintComponent")


def _terms(quad: Quad) -> Iterator[tuple[str, str, object, str]]:
    """The terms of our namespace in a quad, each with the path, value and constraint component of a finding."""
    said = quad.object.datatype if isinstance(quad.object, Literal) else quad.object
    for term, path, value, component in (
        (quad.subject, "", quad.subject, "InConstraintComponent"),
        (quad.predicate, _short(quad.predicate.value), quad.object, "ClosedConstraintComponent"),
        (said, _short(quad.predicate.value), quad.object, "InConstraintComponent"),
    ):
        if isinstance(term, NamedNode) and term.value.startswith(v.CCHC):
            yield term.value, path, value, component


def _finding(term: str, names: list[str], *, focus: str, path: str, value: str, constraint: str) -> Finding:
    close = difflib.get_close_matches(term.removeprefix(v.CCHC), names, 1, _ALIKE)
    nearest = f"cchc:{close[0]}" if close else "–"
    error = CchcError("RDF_UNDECLARED_TERM", values={"term": _short(term), "nearest": nearest})
    return _as_finding(error, "Violation", focus=focus, path=path, value=value, constraint=constraint)


def _as_finding(error: CchcError, severity: str, *, focus: str, path: str, value: str, constraint: str) -> Finding:
    return Finding(
        code=error.code,
        severity=severity,
        focus=focus,
        path=path,
        value=value,
        constraint=constraint,
        shape=_SHAPE,
        message={lang: error.message(lang) for lang in ("vi", "en")},
        fix={lang: error.fix(lang) for lang in ("vi", "en")},
    )


def _short(iri: str) -> str:
    """An IRI with its prefix, where it has one."""
    for prefix, namespace in v.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
