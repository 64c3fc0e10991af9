"""A small lexer of SPARQL 1.1: just the terminals that are needed to tell variables and keywords from other text.

The terminals are those of https://www.w3.org/TR/sparql11-query/#sparqlGrammar (IRIREF [139], VAR1/VAR2 [143-144],
the four forms of strings [156-159], comments). Everything else is passed through as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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


_CLAUSES = {"SELECT", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "VALUES"}
_LISTS = {"SELECT", "GROUP", "ORDER"}


def prebound(query: str, name: str, term: str) -> str:
    """The query with a term in the place of a variable, in sub-selects too, so that nothing else is looked at.

    (As https://www.w3.org/TR/shacl/#pre-binding; an engine's own substitution filters the answer of all.) The variable
    is no longer among the columns of the answer; groups of it become groups of the term.

    :param term: as N-Triples writes it.
    """
    return term.join(_around(query, name))


@cache
def _around(query: str, name: str) -> tuple[str, ...]:
    """The texts between the places where a term stands for the variable; a query is bound to many terms in turn."""
    texts, parts = list[str](), list[str]()
    clauses, depths = [""], [0]
    for token in tokens(query):
        word = token.text.upper()
        if token.kind == "word" and word in _CLAUSES:
            clauses[-1] = word
        elif token.text == "{":
            clauses.append("")
            depths.append(0)
        elif token.text == "}" and len(clauses) > 1:
            clauses.pop()
            depths.pop()
        elif token.text in "()":
            depths[-1] += 1 if token.text == "(" else -1
        is_it = token.kind == "variable" and token.text[1:] == name
        if not is_it:
            parts.append(token.text)
        elif depths[-1] or clauses[-1] not in _LISTS:
            texts.append("".join(parts))
            parts = []
        elif clauses[-1] == "GROUP":
            texts.append("".join(parts) + "(")
            parts = [" AS ?prebound)"]
    return (*texts, "".join(parts))
