"""Departments, districts and communes of one of several provinces: what is told of them is a candidate for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cchc.claims import Observation, Reading
from cchc.loaders.articles.supplied import TOLD

MOST_CHOICES = 4
"""An article that names more provinces does not say of which its units may be."""
ONE_OF_SEVERAL = "one-of-several-provinces"
"""The rule by which a claim about one of these units is made of each."""


def with_choices(reading: Reading, others: Iterable[Reading]) -> Reading:
    """A reading of an article of no known province with what is read in it of the units of each province that it may be
    of.

    :param others: the article, read for each of these provinces.
    """
    found = [
        replace(claim, status="candidate", interpretation=_rules(claim))
        for other in others
        for claim in other.claims
        if isinstance(claim, Observation) and claim.unit.within
    ]
    places = [(quote.start, quote.end) for claim in found for quote in claim.quotes]
    left = (
        item for item in reading.unplaced
        if not any(start <= q.start and q.end <= end for start, end in places for q in item.quotes)
    )  # fmt: skip
    return replace(reading, claims=(*reading.claims, *found), unplaced=tuple(left))


def _rules(claim: Observation) -> tuple[str, ...]:
    return tuple(ONE_OF_SEVERAL if rule == TOLD else rule for rule in claim.interpretation)
