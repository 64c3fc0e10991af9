"""A settling policy of one's own, given to a build in the place of that of the product."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from cchc import ontology
from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.settle import read_policy
from cchc.validation import Report, read_rdf, validate

_POLICY_FILE = "policies.ttl"
_TYPE = NamedNode(v.RDF + "type")
_DESCRIBED = frozenset(NamedNode(v.CCHC + name) for name in ("SettlingPolicy", "PolicyStep", "Preference", "Publisher"))


def reference_with(path: Path) -> tuple[list[Quad], Report]:
    """The ontology and the reference data with the policy of a file, and what the shapes say of the latter.

    A publisher that the file describes takes the place of the product's description of it.

    :raises CchcError: POLICY_COUNT, POLICY_FOREIGN (the file describes something else), and what reading it raises.
    """
    graph = NamedNode(v.REFERENCE_GRAPH)
    given = [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in read_rdf(path)]
    named = {quad.subject for quad in given if quad.predicate == _TYPE and quad.object in _DESCRIBED}
    for quad in given:
        if quad.subject not in named:
            raise CchcError("POLICY_FOREIGN", where=str(path), values={"subject": str(quad.subject)})
    kept = [quad for quad in ontology.quads(without=_POLICY_FILE) if quad.subject not in named]
    store = Store()
    store.bulk_extend([*kept, *given])
    report = validate(store, {str(subject).strip("<>") for subject in named})
    if report.conforms and NamedNode(read_policy(store).iri) not in named:
        raise CchcError("POLICY_COUNT", where=str(path), values={"found": "0"})
    return [*kept, *given], report
