"""Optional parts of a query that Oxigraph is to look up row by row.

Oxigraph does so by itself while its estimate of the rows before fits into 64 bits. Each pattern multiplies it, so that
in a query of twenty it no longer fits; from there on an optional part is answered for the whole graph, and joined by a
hash. ``LATERAL`` (https://github.com/w3c/sparql-dev/blob/main/SEP/SEP-0006/sep-0006.md), which Oxigraph knows beyond
SPARQL 1.1, says which parts to look up; the answer is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from cchc.store.tokens import tokens

_OTHERS = {"SELECT", "UNION", "MINUS", "BIND", "VALUES", "GRAPH", "SERVICE"}
"""With these a part may see other variables, or bind some, when it is answered for one row."""


@cache
def laterally(query: str) -> str:
    """The query with each optional part that consists of patterns, filters and such optional parts marked as lateral.

    What a part within such a part shares with what stands before must stand in the outer one too: else it would see
    more when it is answered for one row. (The query would not be well-designed, as Pérez, Arenas and Gutierrez say.)
    """
    texts = [token.text for token in tokens(query) if token.kind != "comment"]
    root = _Group(0, len(texts) - 1)
    _read(texts, iter([place for place, text in enumerate(texts) if not text.isspace()]), root)
    # A parameter that stands in expressions only binds nothing.
    parameters = {text[1:] for text in texts if text[0] == "$"} - _bound(root)
    for part in list(_parts(root, texts, parameters)):
        texts[part.start] = "LATERAL { " + texts[part.start]
        texts[part.end] += " }"
    return "".join(texts)


@dataclass
class _Group:
    """A group graph pattern: the places of the keyword or brace that it begins with, and of its closing brace."""

    start: int
    end: int
    keyword: str = ""
    inner: list[_Group] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    """The words in it that stand in no group within it."""
    bound: set[str] = field(default_factory=set)
    """The variables of its own patterns."""


def _read(texts: list[str], places: Iterator[int], group: _Group) -> None:
    """Reads what stands in a group, up to the brace that closes it."""
    word, last, depth = "", group.start, 0
    for place in places:
        text = texts[place]
        if text == "{":
            within = _Group(last if word == "OPTIONAL" else place, place, word)
            _read(texts, places, within)
            group.inner.append(within)
        elif text == "}":
            group.end = place
            return
        elif text in "()":
            depth += 1 if text == "(" else -1
        elif depth == 0 and _is_variable(text):
            group.bound.add(text[1:])
        else:
            group.words.add(text.upper())
        word, last = text.upper(), place


def _bound(group: _Group) -> set[str]:
    return group.bound.union(*map(_bound, group.inner))


def _parts(group: _Group, texts: list[str], parameters: set[str]) -> Iterator[_Group]:
    """The parts in a group, and in groups within it, that mean the same when they are answered for one row."""
    for within in group.inner:
        before = _variables(texts, 0, within.start) - parameters
        if within.keyword == "OPTIONAL" and _is_simple(within, texts, before):
            yield within
        yield from _parts(within, texts, parameters)


def _is_simple(part: _Group, texts: list[str], before: set[str]) -> bool:
    if part.words & _OTHERS:
        return False
    for within in part.inner:
        if within.keyword == "OPTIONAL":
            shared = before & _variables(texts, within.start, within.end)
            if not shared <= part.bound or not _is_simple(within, texts, before):
                return False
        elif within.keyword != "EXISTS":
            return False
    return True


def _variables(texts: list[str], start: int, end: int) -> set[str]:
    """The variables that stand in groups between two places."""
    first = texts.index("{")
    return {text[1:] for text in texts[max(first, start) : end] if _is_variable(text)}


def _is_variable(text: str) -> bool:
    return text[0] in "?$" and len(text) > 1
