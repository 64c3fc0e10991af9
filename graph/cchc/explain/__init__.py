"""Why the graph says so: from a value through rules and claims to the sentences, as plain data and in several forms."""

from __future__ import annotations

from cchc.explain.model import Disagreement, Explained, Place, Reason
from cchc.explain.nested import as_json
from cchc.explain.picture import as_picture
from cchc.explain.provenance import as_provenance
from cchc.explain.reasons import explain
from cchc.explain.tree import as_tree

__all__ = [
    "Disagreement",
    "Explained",
    "Place",
    "Reason",
    "as_json",
    "as_picture",
    "as_provenance",
    "as_tree",
    "explain",
]
