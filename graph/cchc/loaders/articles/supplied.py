"""What a claim owes to its article and not to its own sentence: the rules that supplied index, year, unit and
province."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc.claims import Claim, Observation, Statistic, Unit
from cchc.loaders.articles.context import Context
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.patterns import MOST_YEARS, YEAR_SPAN

TOLD = "told-when-loading"
"""The rule by which whoever loads an article tells its province."""
_YEAR_RULES = ("year-from-context", "year-from-publication")
_INDEX_RULES = ("index-from-context", "index-from-grade-class")


def with_supplied(claims: Iterable[Claim], passage: Passage) -> Iterator[Claim]:
    """The claims of a sentence, each with the rules by which the article, not the sentence, tells what it is about."""
    claims = list(claims)
    if not claims:
        return
    named = {(entry.kind, entry.path) for match in passage.matches for entry in match.entries}
    indices = {path for kind, path in named if kind == "index"}
    years = set(_years_named(passage.text))
    for claim in claims:
        if isinstance(claim, (Observation, Statistic)):
            rules = list(claim.interpretation)
            of_index = bool(indices) if claim.edition.owner else claim.edition.index in indices
            if not of_index and not any(rule in rules for rule in _INDEX_RULES):
                rules.append("index-from-context")
            if claim.edition.year not in years and not any(rule in rules for rule in _YEAR_RULES):
                rules.append("year-from-context")
            if isinstance(claim, Observation):
                rules += _of_unit(claim.unit, named, passage.context)
            if len(rules) > len(claim.interpretation):
                claim = replace(claim, interpretation=tuple(rules))
        yield claim


def _years_named(text: str) -> Iterator[int]:
    """The years that a sentence names, those of its ranges included."""
    for span in YEAR_SPAN.finditer(text):
        first, last = int(span["first"]), int(span["last"] or span["first"])
        yield from range(first, min(last, first + MOST_YEARS) + 1)


def _of_unit(unit: Unit, named: set[tuple[str, str]], context: Context) -> Iterator[str]:
    if context.told and context.home and context.home.path in (unit.within, unit.path):
        yield from () if ("unit", context.home.path) in named else (TOLD,)
    elif unit.within and ("unit", unit.within) not in named:
        yield "province-from-article"
    elif unit.known and ("unit", unit.path) not in named:
        yield "unit-from-context"
