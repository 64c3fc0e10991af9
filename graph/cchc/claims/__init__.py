"""Claims: the waist between documents and triples.

Readers of documents make these plain records and know nothing of RDF; :mod:`cchc.triples` turns them into quads and
knows nothing of documents. Every record carries the place in its source that says it.
"""

from __future__ import annotations

from cchc.claims.sources import (
    Correction,
    LongText,
    Reading,
    Review,
    Source,
)
from cchc.claims.statements import (
    Claim,
    ConnectingPoint,
    Directive,
    IndicatorValue,
    Meeting,
    Method,
    Observation,
    Post,
    Statistic,
    Unplaced,
)
from cchc.claims.things import (
    Band,
    CellQuote,
    Concept,
    Edition,
    Quote,
    Unit,
)

__all__ = [
    "Band",
    "CellQuote",
    "Claim",
    "Concept",
    "ConnectingPoint",
    "Correction",
    "Directive",
    "Edition",
    "IndicatorValue",
    "LongText",
    "Meeting",
    "Method",
    "Observation",
    "Post",
    "Quote",
    "Reading",
    "Review",
    "Source",
    "Statistic",
    "Unit",
    "Unplaced",
]
