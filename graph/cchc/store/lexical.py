"""One lexical form for each value of the datatypes that engines write in several: 1 and true, 56.0 and 56.

They are the canonical mappings of XSD 1.1 (https://www.w3.org/TR/xmlschema11-2/#canonical-lexical-representation),
which the embedded store gives by itself; two forms of one value in a datatype are the same value in RDF.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import Literal

from cchc.store.results import Term

_XSD = "http://www.w3.org/2001/XMLSchema#"


def canonical(term: Term) -> Term:
    """The same term; a literal of boolean, integer or decimal in its canonical form, unless it is ill-typed."""
    if not isinstance(term, Literal) or term.datatype.value not in _FORMS:
        return term
    form = _FORMS[term.datatype.value](term.value)
    return term if form is None else Literal(form, datatype=term.datatype)


def _boolean(text: str) -> str | None:
    return {"1": "true", "0": "false"}.get(text)


def _integer(text: str) -> str | None:
    return _decimal(text) if "." not in text else None


def _decimal(text: str) -> str | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    sign, whole, fraction = found[1], found[2].lstrip("0") or "0", (found[3] or "").rstrip("0")
    number = f"{whole}.{fraction}" if fraction else whole
    return f"-{number}" if sign == "-" and number != "0" else number


_NUMBER = re.compile(r"([+-]?)(?=\.?[0-9])([0-9]*)(?:\.([0-9]*))?")

_FORMS: dict[str, Callable[[str], str | None]] = {
    f"{_XSD}boolean": _boolean,
    f"{_XSD}integer": _integer,
    f"{_XSD}decimal": _decimal,
}
