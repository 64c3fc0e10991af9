"""Binding of parameters: terms take the place of the tokens ``$name`` in the text of a query.

Why not the engines' own binding: pyoxigraph substitutes only projected variables, rdflib's ``initBindings`` also leaks
into sub-selects, and an endpoint has none. A term in the text means the same everywhere. What is put in is never what
somebody typed, but the N-Triples form of a term that the engine made and checked.
"""

from __future__ import annotations

from collections.abc import Mapping

from cchc.store.results import Term
from cchc.store.tokens import tokens


def bind(text: str, terms: Mapping[str, Term]) -> str:
    """The query with each token ``$name`` replaced by its term; a parameter without a term stays a variable.

    Other variables (``?name``), strings, IRIs and comments stay as they are.
    """
    parts = []
    for token in tokens(text):
        term = terms.get(token.text[1:]) if token.kind == "variable" and token.text[0] == "$" else None
        parts.append(token.text if term is None else str(term))
    return "".join(parts)
