"""What is wrong with the text of a query that an engine refuses, in words that help.

An engine names the last thing that it looked for ("expected CONSTRUCT" of a mistyped SELECT); two faults that people
make most are told from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.errors import CchcError
from cchc.store.tokens import tokens
from cchc.vocabulary import PREFIXES

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
"""The forms of queries (https://www.w3.org/TR/sparql11-query/#QueryForms)."""

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_LONGEST = 160
"""Letters of the engine's own words: it lists every class of characters that could stand there."""


def syntax_error(query: str, message: str) -> CchcError:
    """The error for a query that an engine refused with a message: SPARQL_NO_QUERY, SPARQL_PREFIX or SPARQL_SYNTAX."""
    return not_a_query(query) or _undeclared_prefix(query) or _as_told(query, message)


def not_a_query(query: str) -> CchcError | None:
    """SPARQL_NO_QUERY if the text does not begin as a query does: an update, a misspelt keyword, or nothing."""
    word, line, column = next(_keywords(query), ("", 1, 1))
    if word.upper() in FORMS:
        return None
    values = {"word": word, "line": line, "column": column}
    return CchcError("SPARQL_NO_QUERY", where=f"{line}:{column}", values=values)


def _keywords(query: str) -> Iterator[tuple[str, int, int]]:
    """The words of a query after its prologue, with line and column."""
    return (
        (text, line, column)
        for kind, text, line, column in _placed(query)
        if kind == "word" and text.upper() not in ("PREFIX", "BASE")
    )


def _undeclared_prefix(query: str) -> CchcError | None:
    declared, last = set[str](), ""
    for kind, text, line, column in _placed(query):
        if kind == "prefixed" and last != "_":
            prefix = text.partition(":")[0]
            if last == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                iri = PREFIXES.get(prefix, "…")
                values = {"prefix": prefix, "line": line, "column": column, "iri": iri}
                return CchcError("SPARQL_PREFIX", where=f"{line}:{column}", values=values)
        last = text.upper()
    return None


def _placed(query: str) -> Iterator[tuple[str, str, int, int]]:
    """The tokens that mean something, with their kind, line and column (from 1)."""
    line = column = 1
    for token in tokens(query):
        if token.kind != "comment" and not token.text.isspace():
            yield token.kind, token.text, line, column
        lines = token.text.count("\n")
        line, column = line + lines, len(token.text) - token.text.rfind("\n") + (0 if lines else column - 1)


def _as_told(query: str, message: str) -> CchcError:
    found = _POSITION.search(message)
    if not found:
        return CchcError("SPARQL_SYNTAX", values={"reason": message, "at_vi": "", "at_en": ""})
    line, column = int(found[1]), int(found[2])
    read = "".join(query.split("\n")[line - 1 : line])[: column - 1].rstrip()
    # What was read before says more than where that was.
    near = read if len(read) <= 40 else "…" + read[-40:]
    at_vi = f" ở dòng {line}, cột {column}" + (f", sau “{near}”" if near else "")
    at_en = f" at line {line}, column {column}" + (f", after “{near}”" if near else "")
    reason = " ".join(found[3].split())
    reason = reason if len(reason) <= _LONGEST else reason[:_LONGEST].rsplit(",", 1)[0] + " …"
    return CchcError(
        "SPARQL_SYNTAX", where=f"{line}:{column}", values={"reason": reason, "at_vi": at_vi, "at_en": at_en}
    )
