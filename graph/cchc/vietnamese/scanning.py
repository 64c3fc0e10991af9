"""Looking for many regular expressions in one sentence, each only where a word stands that it can begin with.

Most expressions of a grammar find nothing in most sentences. The standard library's engine would still try each of them
at every character; here the words of a sentence are indexed once, and an expression that begins with other words costs
one look into the index. What is found is the same.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from cchc.vietnamese.heads import DIGITS, LENGTH, heads

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
        """Where the words begin, by their heads (:data:`~cchc.vietnamese.heads.LENGTH`), in order."""
        if self._source is not None:
            return self._source.places
        found: dict[str, list[int]] = defaultdict(list)
        tokens, starts = self.tokens
        # Spelled out, because this runs for every word: the head of a word, as heads() has it.
        heads = [DIGITS if token[0].isdigit() else token[:LENGTH] for token in tokens]
        for head, start in zip(heads, starts, strict=True):
            found[head].append(start)
        return found

    @cached_property
    def heads(self) -> frozenset[str]:
        """The heads of the words."""
        return frozenset(self.places) if self._source is None else self._source.heads


class Pattern:
    """A compiled regular expression that, in a :class:`Line`, is tried only at the words it can begin with."""

    __slots__ = ("_heads", "fullmatch", "match", "regex")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.match = self.regex.match
        self.fullmatch = self.regex.fullmatch
        self._heads: frozenset[str] | None = None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches, left to right, not overlapping: those of :meth:`re.Pattern.finditer`."""
        places = self._places(text)
        if places is None:
            return self.regex.finditer(text, start, end)
        return self._at(text, places, start, end) if places else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, if there is one."""
        places = self._places(text)
        if places is None:
            return self.regex.search(text, start, end)
        return next(self._at(text, places, start, end), None) if places else None

    def _places(self, text: str) -> list[int] | None:
        """Where the words stand that a match can begin with; None if it can begin anywhere."""
        if type(text) is not Line:
            return None
        wanted = self._heads
        if wanted is None:
            # Read off when first needed, because most commands read no article.
            wanted = self._heads = heads(self.regex) or _ANYWHERE
        common = wanted & text.heads
        if not common:
            return None if wanted is _ANYWHERE else _NOWHERE
        index = text.places
        if len(common) == 1:
            return index[next(iter(common))]
        return sorted([place for key in common for place in index[key]])

    def _at(self, text: str, places: list[int], start: int, end: int) -> Iterator[re.Match[str]]:
        for place in places:
            if place >= start:
                found = self.match(text, place, end)
                if found:
                    yield found
                    start = found.end()


_ANYWHERE: frozenset[str] = frozenset()
"""The heads of a pattern that may begin with anything."""
_NOWHERE: list[int] = []
