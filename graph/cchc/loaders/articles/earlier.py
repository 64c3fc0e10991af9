"""Figures in parentheses behind a change: those of the year before, where the sum says so.

"Điểm số giảm 0,77 điểm (86,55 điểm)" may tell what it came to or what it was: only the figure told of the year itself
decides.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import replace
from decimal import Decimal

from cchc.claims import Observation, Statistic
from cchc.loaders.articles.context import MEASURE_OF_CHANGE
from cchc.loaders.articles.walk import Walk

_BRACKETED = re.compile(r"\s*\((?:(?:từ|là|đạt|hạng|thứ|xếp|vị trí|mức)\s+)*[\d.,/]+\s*(?:%|điểm)?\)?", re.I)


def settled(walk: Walk) -> list[Observation | Statistic]:
    """The claims of a sentence, of which those in parentheses behind a change are of the year that it is measured from
    where they are the difference; and keeps what is told of a year, for later sentences."""
    results = walk.passage.context.results
    changes = [c for c in walk.claims if isinstance(c, Observation) and c.measure in MEASURE_OF_CHANGE]
    found: list[Observation | Statistic] = []
    for claim in walk.claims:
        change = next((c for c in changes if _is_behind(walk, c, claim)), None)
        if change and isinstance(claim, Observation) and _was(walk, change, claim):
            claim = replace(claim, edition=replace(claim.edition, year=change.compared_with or claim.edition.year - 1))
        elif isinstance(claim, Observation) and claim.measure in ("rank", "score") and claim.scope is None:
            results.setdefault(_key(claim, claim.measure), set()).add(Decimal(str(claim.value)))
            walk.passage.context.reported.add(claim.edition)
        found.append(claim)
    return found


def _is_behind(walk: Walk, change: Observation, claim: Observation | Statistic) -> bool:
    """Whether a rank or score stands in parentheses right behind a change of it, without a year of its own."""
    if not isinstance(claim, Observation) or claim.measure != MEASURE_OF_CHANGE[change.measure] or claim.scope:
        return False
    if _key(change, claim.measure) != _key(claim, claim.measure):
        return False
    ends = (quotes[0].end - walk.passage.start for quotes in (change.quotes, claim.quotes))
    return bool(_BRACKETED.fullmatch(walk.text, *ends))


def _was(walk: Walk, change: Observation, claim: Observation) -> bool:
    """Whether a figure is what a change leads away from, and what it leads to is told elsewhere."""
    amount, figure = Decimal(str(change.value)), Decimal(str(claim.value))
    now = figure - amount if claim.measure == "rank" else figure + amount
    key = _key(claim, claim.measure)
    here = (c for c in walk.claims if isinstance(c, Observation) and c is not claim and c.measure == claim.measure)
    told = {Decimal(str(c.value)) for c in here if c.scope is None and _key(c, c.measure) == key}
    return now in told | walk.passage.context.results.get(key, set())


def _key(claim: Observation, measure: str) -> Hashable:
    unit = claim.unit_of_measure if measure == "score" else None
    return (measure, claim.edition, claim.unit.path, claim.component and claim.component.path, claim.period, unit)
