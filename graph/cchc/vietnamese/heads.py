"""Which words and marks the matches of a regular expression can begin with, read off the expression itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

LENGTH = 3
"""The letters of a word that are looked at, without case. Few Vietnamese syllables have more than four."""
DIGITS = "0"
"""Stands for every word that begins with a digit."""
START = ""
"""Stands for the start of the text."""
DASHES = "–—−"
"""What counts as a hyphen."""

_MOST_LETTERS = 200
"""A class of more letters than this tells too little."""
_SPACE = " "
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_Items = list[tuple[Any, Any]]


class _Unknown(Exception):
    """The expression may match where no word begins, or what it begins with is not to be told."""


def heads(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The first LENGTH letters (or DIGITS) of the words, and the marks, that matches begin with, START among them if
    they may begin there; None if they may begin otherwise.

    An expression qualifies if every way through it begins with the start of the text, a mark, or ``\\b`` (or forbids a
    word character before it) and goes on with known letters. More heads than needed do no harm: whether an expression
    matches is for its engine to say.
    """
    found = _set_of_heads(_parsed(pattern), False)
    # Where "^" matches at every line, START does not tell where.
    return None if found and START in found and pattern.flags & re.MULTILINE else found


def needed(pattern: re.Pattern[str], first: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Sets of heads of words, of each of which every match of the pattern holds one.

    ``first`` are the words that matches begin with, by :func:`heads`: what says no more than these is left out.
    """
    found = dict.fromkeys(_needed(_parsed(pattern)))
    return tuple(sorted((words for words in found if not (first and first <= words)), key=len))


@lru_cache(maxsize=1)  # For what a pattern begins with, and for what it needs.
def _parsed(pattern: re.Pattern[str]) -> _Items:
    try:
        # The parser of the standard library, which has no public name. Where it is gone, nothing is known of patterns:
        # they are then tried everywhere.
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:
        return []
    return list(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))


def _needed(items: _Items) -> Iterator[frozenset[str]]:
    """The words that an expression can't do without: those that follow a boundary or white space in it."""
    for place, (operation, argument) in enumerate(items):
        name = str(operation)
        if (
            (name == "AT" and str(argument) == "AT_BOUNDARY")
            or (name in _REPEATS and _is_space(argument))
            or (name == "LITERAL" and chr(argument).isspace())
        ):
            words = _set_of_heads(items[place + 1 :], True)
            if words:
                yield words
        elif name == "SUBPATTERN":
            yield from _needed([*argument[3]])
        elif name == "ATOMIC_GROUP":
            yield from _needed([*argument])
        elif name == "ASSERT":
            yield from _needed([*argument[1]])
        elif name in _REPEATS and argument[0] > 0:
            yield from _needed([*argument[2]])
        elif name == "BRANCH":
            each = [min(_needed([*choice]), key=len, default=None) for choice in argument[1]]
            if None not in each:
                yield frozenset().union(*filter(None, each))


def _is_space(repeat: tuple[int, int, _Items]) -> bool:
    """Whether a repetition is of white space, and at least one."""
    least, _, [(operation, argument), *_] = repeat
    space = [("CATEGORY", "CATEGORY_SPACE")]
    return least > 0 and str(operation) == "IN" and [(str(kind), str(value)) for kind, value in argument] == space


def _set_of_heads(items: _Items, begun: bool) -> frozenset[str] | None:
    try:
        return frozenset(_heads(items, "", begun))
    except _Unknown:
        return None


def _heads(items: _Items, before: str, begun: bool) -> Iterator[str]:
    """The heads of an expression whose rest is ``items``, after the letters ``before``; ``begun`` says that the match
    is known to begin where a word does."""
    if len(before) == LENGTH or before == DIGITS:
        yield before
        return
    if not items:
        raise _Unknown
    (operation, argument), rest = items[0], items[1:]
    name = str(operation)
    if name == "AT" and str(argument) == "AT_BOUNDARY":
        if before:
            yield before
        else:
            yield from _heads(rest, before, True)
    elif name == "AT" and str(argument) == "AT_BEGINNING" and not before:
        yield START
    elif name in ("ASSERT", "ASSERT_NOT"):
        ahead = name == "ASSERT" and argument[0] > 0 and not before
        told = _set_of_heads([*argument[1]], begun) if ahead else None
        if told:
            yield from told
        else:
            yield from _heads(rest, before, begun or (not before and _no_letter_before(name, argument)))
    elif name == "SUBPATTERN":
        yield from _heads([*argument[3], *rest], before, begun)
    elif name == "ATOMIC_GROUP":
        yield from _heads([*argument, *rest], before, begun)
    elif name == "BRANCH":
        for choice in argument[1]:
            yield from _heads([*choice, *rest], before, begun)
    elif name in _REPEATS:
        least, _, repeated = argument
        if least == 0:
            yield from _heads(rest, before, begun)
        # What follows the first repetition is either another one or the rest.
        again = [*repeated, (operation, (0, 1, repeated)), *rest] if argument[1] != 1 else [*repeated, *rest]
        yield from _heads(again, before, begun)
    elif name in ("LITERAL", "IN"):
        for letter in _letters(name, argument):
            if not _in_word(letter):
                if not before and letter == _SPACE:
                    raise _Unknown
                yield before or letter
            elif not begun or (before and letter == DIGITS):
                raise _Unknown
            else:
                yield from _heads(rest, before + letter, begun)
    else:
        raise _Unknown


def _no_letter_before(name: str, argument: tuple[int, Any]) -> bool:
    """Whether an assertion about what stands before a place keeps word characters from standing there."""
    direction, (*_, (last, value)) = argument
    if direction > 0:
        return False
    if name == "ASSERT":
        return str(last) in ("LITERAL", "IN") and not any(map(_in_word, _letters(str(last), value)))
    return (
        len(argument[1]) == 1
        and str(last) == "IN"
        and any(str(kind) == "CATEGORY" and str(of) == "CATEGORY_WORD" for kind, of in value)
    )


def _letters(name: str, argument: Any) -> set[str]:
    """The characters of a literal or class: letters without case, DIGITS for any digit, a hyphen for any dash."""
    found: set[str] = set()
    for kind, value in [(name, argument)] if name == "LITERAL" else argument:
        what = str(kind)
        if what == "LITERAL":
            found.add(_letter(chr(value)))
        elif what == "RANGE" and value[1] - value[0] < _MOST_LETTERS:
            found.update(_letter(chr(code)) for code in range(value[0], value[1] + 1))
        elif what == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found.add(DIGITS)
        elif what == "CATEGORY" and str(value) == "CATEGORY_SPACE":
            found.add(_SPACE)
        else:
            raise _Unknown
    if len(found) > _MOST_LETTERS:
        raise _Unknown
    return found


def _letter(character: str) -> str:
    if character.isdigit():
        return DIGITS
    if character.isspace():
        return _SPACE
    # Where the folded form is longer ("İ"), nothing is known of the place of the letters after it.
    folded = character.casefold()
    if len(folded) != 1:
        raise _Unknown
    return "-" if folded in DASHES else folded


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
