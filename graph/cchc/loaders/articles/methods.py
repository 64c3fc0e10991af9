"""How an edition was assessed: surveys, self-assessment, appraisal."""

from __future__ import annotations

import re

from cchc.claims import Concept, Method
from cchc.loaders.articles.evidence import Passage
from cchc.vietnamese.scanning import Pattern

_CUE = Pattern(r"\b(?:phương pháp|cách thức|hình thức|căn cứ|thông qua|dựa trên)\b", re.I)


def methods(passage: Passage, populations: list[str]) -> list[Method]:
    """The methods that a sentence names for the editions being talked about, one for each population."""
    context = passage.context
    year = context.year or context.document_year
    if not _CUE.search(passage.text) or context.index is None or year is None:
        return []
    found: list[Method] = []
    for match in passage.matches:
        entry = next((e for e in match.entries if e.kind == "method"), None)
        if entry is None:
            continue
        for population in populations or [context.population or "province"]:
            edition = context.edition(context.index, year, population)
            if edition:
                quote = passage.quote(match.start, match.end)
                method = Concept(entry.path, entry.label, entry.label_en, True)
                found.append(Method(edition=edition, method=method, quotes=(quote,)))
    return found
