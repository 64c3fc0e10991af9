"""Looking for many regular expressions in one sentence, each only where a word stands that it can begin with.

Most expressions of a grammar find nothing in most sentences. The standard library's engine would still try each of them
at every character; here the words of a sentence are indexed once, and an expression that begins with other words costs
one look into the index. What is found is the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from cchc.vietnamese.heads import DASHES, DIGITS, LENGTH, START, heads, needed

_TOKEN = re.compile(r"(\w+|[^\w\s])")


class Words:
    """The words and marks of a text without case, and where each begins. Every dash is a hyphen."""

    def __init__(self, folded: str) -> None:
        for dash in DASHES:
            folded = folded.replace(dash, "-")
        # What lies between two tokens, a token, what lies between it and the next, …: their ends are the starts.
        pieces = _TOKEN.split(folded)
        self.tokens = pieces[1::2]
        self.starts = list(accumulate(map(len, pieces)))[:-1:2]

    @classmethod
    def of_lines(cls, lines: list[tuple[int, Words]]) -> Words:
        """The words of several lines, of each of which it is told where it begins."""
        whole = cls("")
        whole.tokens = [token for _, words in lines for token in words.tokens]
        whole.starts = [begin + start for begin, words in lines for start in words.starts]
        whole.heads = frozenset().union(*(words.heads for _, words in lines))
        whole.places = _Places(lines)
        return whole

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where the words begin, by their heads (:data:`~cchc.vietnamese.heads.LENGTH`), in order."""
        found: dict[str, list[int]] = {START: [0]}
        for token, start in zip(self.tokens, self.starts, strict=True):
            # Spelled out, because this runs for every word: the head of a word, as heads() has it.
            head = DIGITS if token[0].isdigit() else token[:LENGTH]
            if head in found:
                found[head].append(start)
            else:
                found[head] = [start]
        return found

    @cached_property
    def heads(self) -> frozenset[str]:
        """The heads of the words."""
        return frozenset(self.places)


class _Places(dict[str, list[int]]):
    """Where the words of several lines begin, looked up when asked for. Each line is given with where it begins."""

    def __init__(self, lines: list[tuple[int, Words]]) -> None:
        super().__init__({START: [0]})
        self._lines = lines

    def __missing__(self, head: str) -> list[int]:
        found = self[head] = [
            begin + start for begin, words in self._lines if head in words.heads for start in words.places[head]
        ]
        return found


class Lines:
    """Finds the words of a text of many lines that is changed again and again: in a line that stays, only once."""

    def __init__(self) -> None:
        self._known: dict[str, Words] = {}

    def read(self, text: str) -> Line:
        """The text, with its words."""
        parts = text.split("\n")
        self._known = {part: self._known.get(part) or Line(part).words for part in parts}
        begins = accumulate((len(part) + 1 for part in parts), initial=0)
        line = Line(text)
        line.words = Words.of_lines([(begin, self._known[part]) for begin, part in zip(begins, parts, strict=False)])
        return line


class Line(str):
    """A text that knows its words and where they begin. Its parts and changed forms are plain texts."""

    @cached_property
    def folded(self) -> Line:
        """The text without case, every character at its place."""
        text = self.casefold()
        if len(text) != len(self):
            text = "".join(c.casefold() if len(c.casefold()) == 1 else c for c in self)
        line = Line(text)
        line.words = self.words = Words(text)
        return line

    @cached_property
    def words(self) -> Words:
        """The words of the text; those of a text and of its folded form are the same."""
        return self.folded.words


class Pattern:
    """A compiled regular expression that, in a :class:`Line`, is tried only at the words it can begin with, and only
    where the words stand that it can't do without."""

    __slots__ = ("_heads", "_needed", "fullmatch", "match", "regex")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.match = self.regex.match
        self.fullmatch = self.regex.fullmatch
        self._heads: frozenset[str] | None = None
        self._needed: tuple[frozenset[str], ...] = ()

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterable[re.Match[str]]:
        """The matches, left to right, not overlapping: those of :meth:`re.Pattern.finditer`."""
        places = self._places(text)
        if places is None:
            return self.regex.finditer(text, start, end)
        found = []
        for place in places:
            if start <= place <= end:
                match = self.match(text, place, end)
                if match:
                    found.append(match)
                    start = match.end()
        return found

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, if there is one."""
        places = self._places(text)
        if places is None:
            return self.regex.search(text, start, end)
        for place in places:
            if start <= place <= end:
                match = self.match(text, place, end)
                if match:
                    return match
        return None

    def _places(self, text: str) -> list[int] | None:
        """Where the words stand that a match can begin with; None if it can begin anywhere."""
        if type(text) is not Line:
            return None
        wanted = self._heads
        if wanted is None:
            # Read off when first needed, because most commands read no article.
            wanted = self._heads = heads(self.regex) or _ANYWHERE
            self._needed = (*filter(None, [wanted]), *needed(self.regex, wanted))
        words = text.words
        for others in self._needed:
            if others.isdisjoint(words.heads):
                return _NOWHERE
        if wanted is _ANYWHERE:
            return None
        places: list[int] = []
        for head in wanted & words.heads:
            places += words.places[head]
        places.sort()
        return places


_ANYWHERE: frozenset[str] = frozenset()
"""The heads of a pattern that may begin with anything."""
_NOWHERE: list[int] = []
