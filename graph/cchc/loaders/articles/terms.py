"""The terms of ``terms.toml``, as parts of patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_TERM = re.compile(r"(?P<term>[^\[]+?)(?:\s*\[(?P<never>[^\]]*)\])?")


@cache
def any_of(terms: str) -> str:
    """An expression for any of the terms of this name, the longest first.

    >>> any_of("blocks").split("|")[0]
    'đơn\\\\s+vị\\\\s+sự\\\\s+nghiệp'
    """
    return "|".join(_expression(term) for term in sorted(_terms()[terms]["terms"], key=lambda t: (-len(t), t)))


@cache
def any_of_keys(table: str) -> str:
    """An expression for any of the short names of a table, the longest first."""
    short = _terms()[table]["short"]
    return "|".join(_expression(name) for name in sorted(short, key=lambda name: (-len(name), name)))


def short_part(name: str) -> str:
    """The words of the ontology for a short name of a component, however it is capitalised; else the name."""
    short = {key.casefold(): words for key, words in short_parts().items()}
    return short.get(name.casefold(), name)


def short_parts() -> dict[str, str]:
    """The short names of components where they head their figure in a list."""
    short: dict[str, str] = _terms()["parts"]["short"]
    return short


def factor_of(name: str) -> str | None:
    """The words of the ontology for the factor of satisfaction that a name begins with; None where it is none."""
    begins: dict[str, str] = _terms()["factors"]["begins"]
    return next((words for begin, words in begins.items() if name.casefold().startswith(begin)), None)


def short_factors() -> dict[str, str]:
    """The short names of factors of satisfaction, in a list of them."""
    short: dict[str, str] = _terms()["factors"]["short"]
    return short


def epithets() -> dict[str, str]:
    """What pages call provinces besides their names, each with the name of the ontology."""
    of: dict[str, str] = _terms()["epithets"]["of"]
    return of


@cache
def _terms() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _expression(term: str) -> str:
    match = _TERM.fullmatch(term)
    if match is None:
        raise ValueError(term)
    words = r"\s+".join(map(re.escape, match["term"].split()))
    never = "|".join(re.escape(word.strip()) for word in (match["never"] or "").split(",") if word.strip())
    return rf"{words}(?!\s+(?:{never}))" if never else words
