"""Where a sentence stands in its article, and quotes from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from cchc.claims import Quote
from cchc.loaders.articles.context import Context
from cchc.loaders.articles.gazetteer import Gazetteer, Match
from cchc.vietnamese.scanning import Line


class Passage:
    """A sentence with its place in the article's text, the known names in it, and what it inherits from before.

    ``text`` is the sentence as written, ``plain`` the same (of the same length) with tones on the first vowel;
    ``persons`` are the (start, end) of the names of people.
    """

    def __init__(
        self, text: str, plain: Line, start: int, matches: list[Match], context: Context, names: Gazetteer
    ) -> None:
        self.text = plain if text == plain else Line(text)
        self.plain = plain
        self.start = start
        self.matches = matches
        self.context = context
        self.names = names
        self.persons = names.persons(plain, matches)

    def quote(self, start: int, end: int) -> Quote:
        """The stretch of the sentence, trimmed, as a quote with the rest of the sentence around it."""
        exact = self.text[start:end]
        start += len(exact) - len(exact.lstrip(" ,;:|\t–-"))
        end -= len(exact) - len(exact.rstrip(" ,;:|\t–-"))
        if self.text.count("(", start, end) > self.text.count(")", start, end) and self.text[end : end + 1] == ")":
            end += 1
        return Quote(
            self.start + start,
            self.start + end,
            self.text[start:end],
            self.text[:start].lstrip(),
            self.text[end:].rstrip(),
        )

    @cached_property
    def _clauses(self) -> list[int]:
        return [match.end() for match in _CLAUSE.finditer(self.text)]

    def clause_start(self, position: int) -> int:
        """The start of the clause that a place is in: after the last comma, semicolon, colon or bracket before it."""
        place = bisect_right(self._clauses, position)
        return self._clauses[place - 1] if place else 0

    def in_parentheses(self, position: int) -> bool:
        """Whether a place stands in parentheses."""
        return self.text.rfind("(", 0, position) > self.text.rfind(")", 0, position)


_CLAUSE = re.compile(r"[;:(…]\s*|,\s+(?!\d)")
_BRACKET = re.compile(r"[()]")


def parentheses(text: str) -> list[tuple[int, int]]:
    """The (start, end) of outermost parentheses; an open one ends with the text."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for bracket in _BRACKET.finditer(text) if "(" in text else ():
        if bracket[0] == "(":
            if depth == 0:
                start = bracket.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, bracket.end()))
    if depth:
        spans.append((start, len(text)))
    return spans
