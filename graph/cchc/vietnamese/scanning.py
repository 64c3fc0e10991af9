"""Looking for many regular expressions in one sentence, each only where a word stands that it can begin with.

Most expressions of a grammar find nothing in most sentences. The standard library's engine would still try each of them
at every character; here the words of a sentence are indexed once, and an expression that begins with other words costs
one look into the index. What is found is the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from cchc.vietnamese.heads import head, heads

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DASHES = "–—−"


class Line(str):
    """A text that knows its words and where they begin. Its parts and changed forms are plain texts."""

    _source: Line | None = None

    @cached_property
    def folded(self) -> Line:
        """The text without case, every character at its place."""
        text = self.casefold()
        if len(text) != len(self):
            text = "".join(c.casefold() if len(c.casefold()) == 1 else c for c in self)
        line = Line(text)
        line._source = self
        return line

    @cached_property
    def tokens(self) -> tuple[list[str], list[int]]:
        """The words and marks without case, and where each begins. Every dash is a hyphen."""
        text = str(self.folded)
        for dash in _DASHES:
            text = text.replace(dash, "-")
        found = list(_TOKEN.finditer(text))
        return [token[0] for token in found], [token.start() for token in found]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where the words begin, by their heads (:func:`~cchc.vietnamese.heads.head`), in order."""
        if self._source is not None:
            return self._source.places
        found: dict[str, list[int]] = defaultdict(list)
        for token, start in zip(*self.tokens, strict=True):
            found[head(token)].append(start)
        return found

    @cached_property
    def heads(self) -> frozenset[str]:
        """The heads of the words."""
        return frozenset(self.places) if self._source is None else self._source.heads


class Pattern:
    """A compiled regular expression that, in a :class:`Line`, is tried only at the words it can begin with."""

    __slots__ = ("_heads", "_read", "fullmatch", "match", "regex")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.match = self.regex.match
        self.fullmatch = self.regex.fullmatch
        self._heads: frozenset[str] | None = None
        self._read = False

    @property
    def heads(self) -> frozenset[str] | None:
        """The heads of the words that a match can begin with; None if it can begin anywhere."""
        if not self._read:
            self._heads, self._read = heads(self.regex), True
        return self._heads

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches, left to right, not overlapping: those of :meth:`re.Pattern.finditer`."""
        end = len(text) if end is None else end
        if type(text) is not Line or self.heads is None:
            return self.regex.finditer(text, start, end)
        places = self._places(text)
        return self._at(text, places, start, end) if places else iter(())

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match, if there is one."""
        end = len(text) if end is None else end
        if type(text) is not Line or self.heads is None:
            return self.regex.search(text, start, end)
        places = self._places(text)
        return next(self._at(text, places, start, end), None) if places else None

    def _places(self, line: Line) -> list[int]:
        """Where the words stand that a match can begin with."""
        common = line.heads & (self._heads or frozenset())
        if not common:
            return []
        index = line.places
        found = [place for key in common for place in index[key]]
        if len(common) > 1:
            found.sort()
        return found

    def _at(self, line: Line, places: list[int], start: int, end: int) -> Iterator[re.Match[str]]:
        for place in places:
            if place >= start:
                found = self.match(line, place, end)
                if found:
                    yield found
                    start = found.end()
