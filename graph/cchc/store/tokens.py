"""A small lexer of SPARQL 1.1: just the terminals that are needed to tell variables and keywords from other text.

The terminals are those of https://www.w3.org/TR/sparql11-query/#sparqlGrammar (IRIREF [139], VAR1/VAR2 [143-144],
the four forms of strings [156-159], comments). Everything else is passed through as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A letter of a name: Python's \w and the marks that PN_CHARS [167] adds. It holds some signs that SPARQL lacks, which
# are syntax errors there; the exact ranges of PN_CHARS_BASE [164] take the regular expression compiler 20 ms.
_LETTER = r"\w\u00b7\u0300-\u036f\u203f\u2040"

_TERMINALS = re.compile(
    rf"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
      | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
      | '(?:[^'\\\n\r]|\\.)*'
      | "(?:[^"\\\n\r]|\\.)*")
  | (?P<variable>[?$]\w[{_LETTER}]*)
  | (?P<prefixed>(?:[^\W\d_][{_LETTER}.\-]*)?:
      (?:[{_LETTER}:.\-]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<word>[A-Za-z]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """One terminal: its ``kind`` (comment, iri, string, variable, prefixed, word or other) and its text."""

    kind: str
    text: str


def tokens(query: str) -> Iterator[Token]:
    """The terminals of a query in order; their texts together are the query."""
    for match in _TERMINALS.finditer(query):
        yield Token(str(match.lastgroup), match[0])


def has_keyword(query: str, keyword: str) -> bool:
    """Whether the query uses a keyword (in capitals), outside of names, strings and comments."""
    return any(token.kind == "word" and token.text.upper() == keyword for token in tokens(query))


def form(query: str) -> str:
    """The form of a query, in capitals (``SELECT``, ``ASK`` …): its first keyword after the prologue; or ``""``."""
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    return next((word for word in words if word not in ("PREFIX", "BASE")), "")


def dataset(query: str) -> list[str]:
    """The IRIs of the graphs that a query names by ``FROM`` and ``FROM NAMED``, its dataset clauses [13]."""
    if "FROM" not in query.upper():
        return []
    from urllib.parse import urljoin

    found: list[str] = []
    base, prefixes, last = "", dict[str, str](), ["", ""]
    for token in tokens(query):
        if token.kind == "comment" or token.text.isspace():
            continue
        if token.kind == "iri":
            iri = urljoin(base, token.text[1:-1])
            if last[1].upper() == "BASE":
                base = iri
            elif last[0].upper() == "PREFIX":
                prefixes[last[1]] = iri
            elif _is_dataset(last):
                found.append(iri)
        elif token.kind == "prefixed" and _is_dataset(last):
            prefix, _, name = token.text.partition(":")
            found.append(prefixes.get(prefix + ":", "") + name)
        last = [last[1], token.text]
    return found


def _is_dataset(last: list[str]) -> bool:
    words = [word.upper() for word in last]
    return words[1] == "FROM" or words == ["FROM", "NAMED"]


def without_comments(query: str) -> str:
    """The same query without its comments."""
    return "".join(token.text for token in tokens(query) if token.kind != "comment")
