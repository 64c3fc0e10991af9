"""Answers as the W3C's result formats: CSV, TSV, JSON and XML of SPARQL 1.1.

The recommendations: https://www.w3.org/TR/sparql11-results-csv-tsv/, https://www.w3.org/TR/sparql11-results-json/,
https://www.w3.org/TR/rdf-sparql-XMLres/. Oxigraph writes them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, parse_query_results

from cchc.answers.model import Answer
from cchc.store.results import Solutions, Term

RESULT_FORMATS = ("csv", "tsv", "json", "xml")

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_STRING = NamedNode("http://www.w3.org/2001/XMLSchema#string")


def serialize(answer: Answer | Solutions | bool, result_format: str, *, safe_csv: bool = False) -> bytes:
    """The answer of a stored query, or of any SELECT or ASK, in one of ``RESULT_FORMATS``, in UTF-8.

    ``safe_csv`` puts an apostrophe before texts in CSV that a spreadsheet would take for a formula (they begin with
    ``= + - @``, a tab or a carriage return); numbers stay as they are.

    :raises KeyError: if the format is none of them.
    """
    target = {
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
    }[result_format]
    if isinstance(answer, bool):
        content: dict[str, object] = {"head": {}, "boolean": answer}
    else:
        variables = answer.names if isinstance(answer, Answer) else answer.variables
        rows = answer.terms if isinstance(answer, Answer) else answer.rows
        if safe_csv and result_format == "csv":
            rows = [tuple(_safe(term) for term in row) for row in rows]
        content = _as_json(variables, rows)
    import json

    results = parse_query_results(json.dumps(content), QueryResultsFormat.JSON)
    made = results.serialize(format=target)
    assert made is not None
    return made


def _as_json(variables: Sequence[str], rows: Sequence[tuple[Term | None, ...]]) -> dict[str, object]:
    bindings = [
        {name: _term(term) for name, term in zip(variables, row, strict=True) if term is not None} for row in rows
    ]
    return {"head": {"vars": list(variables)}, "results": {"bindings": bindings}}


def _term(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        # SPARQL 1.1 has no triple terms; the graph never holds one.
        return {"type": "literal", "value": str(term)}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype == _PLAIN_STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _safe(term: Term | None) -> Term | None:
    if isinstance(term, Literal) and term.value.startswith(_FORMULA) and not _NUMBER.fullmatch(term.value):
        return Literal("'" + term.value)
    return term
