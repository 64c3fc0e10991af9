"""Why the graph says so: from a value through rules and claims to the sentences, as plain data and as text."""

from __future__ import annotations

from cchc.explain.model import Disagreement, Explained, Place, Reason
from cchc.explain.reasons import explain
from cchc.explain.text import as_text

__all__ = ["Disagreement", "Explained", "Place", "Reason", "as_text", "explain"]
