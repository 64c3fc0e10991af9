"""SHACL: the shapes of ``ontology/shapes/`` against the graph, or against new data.

The shape files are the only source of truth, and the only shapes: what data says about shapes is data. Core constraints
go to an engine, each ``sh:sparql`` constraint is evaluated once for all its focus nodes on the store.
"""

from __future__ import annotations

from cchc.validation.files import SUFFIXES, read_rdf
from cchc.validation.report import Finding, Report
from cchc.validation.run import ENGINES, validate, validate_graph, validate_part
from cchc.validation.terms import declared_terms, unchecked, undeclared

__all__ = [
    "ENGINES",
    "SUFFIXES",
    "Finding",
    "Report",
    "declared_terms",
    "read_rdf",
    "unchecked",
    "undeclared",
    "validate",
    "validate_graph",
    "validate_part",
]
