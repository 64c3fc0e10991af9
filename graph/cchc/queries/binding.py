"""Binding of parameters: terms take the place of the tokens ``$name`` in the text of a query.

Why not the engines' own binding: pyoxigraph substitutes only projected variables, rdflib's ``initBindings`` also leaks
into sub-selects, and an endpoint has none. A term in the text means the same everywhere. What is put in is never what
somebody typed, but the N-Triples form of a term that the engine made and checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from cchc.store.results import Term
from cchc.store.tokens import tokens


def bind(text: str, terms: Mapping[str, Term]) -> str:
    """The query with each token ``$name`` replaced by its term; a parameter without a term stays a variable.

    Other variables (``?name``), strings, IRIs and comments stay as they are.
    """
    texts, names = _parameters(text)
    shown = (f"${name}" if terms.get(name) is None else str(terms[name]) for name in names)
    return "".join((*(part for pair in zip(texts, shown, strict=False) for part in pair), texts[-1]))


@lru_cache(maxsize=256)
def _parameters(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts around the parameters of a query, and the parameters; most queries are asked again and again."""
    texts, names = [""], list[str]()
    for token in tokens(text):
        if token.kind == "variable" and token.text[0] == "$":
            names.append(token.text[1:])
            texts.append("")
        else:
            texts[-1] += token.text
    return tuple(texts), tuple(names)
