"""Changes that are the difference of two figures that the same sentence tells: between which years they are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cchc.claims import Edition, Observation
from cchc.loaders.articles.walk import Subject, Walk


def year_that_fits(walk: Walk, edition: Edition, owner: Subject, measure: str | None, amount: Decimal) -> int | None:
    """The year that a change is measured from, where the sentence tells both figures that it is the difference of: "Từ
    vị trí 24 năm 2018 lên vị trí 16 năm 2023, tức là tăng 8 bậc"."""
    told = _told_by_year(walk, edition, owner, measure)
    now = told.pop(edition.year, None)
    if now is None:
        return None
    fits = [year for year, then in told.items() if _moved(measure, then, now) == amount]
    return fits[0] if len(fits) == 1 and fits[0] < edition.year - 1 else None


def edition_that_fits(walk: Walk, edition: Edition, owner: Subject, measure: str | None, amount: Decimal) -> Edition:
    """The later edition, where a change follows the figures of two years that it is the difference of: "năm 2022 là
    85,64%, năm 2021 là 87,52%, tức giảm 1,88%"."""
    told = _told_by_year(walk, edition, owner, measure)
    last = max(told, default=edition.year)
    fits = len(told) == 2 and last > edition.year and _moved(measure, told[min(told)], told[last]) == amount
    return replace(edition, year=last) if fits else edition


def _told_by_year(walk: Walk, edition: Edition, owner: Subject, measure: str | None) -> dict[int, Decimal]:
    """The ranks or scores of the owner that the sentence has told, by year."""
    kind = "rank" if measure == "rank" else "score"
    return {
        claim.edition.year: Decimal(str(claim.value))
        for claim in walk.claims
        if isinstance(claim, Observation) and claim.measure == kind and claim.unit == owner.units[0][0]
        and claim.edition.index == edition.index and claim.component == owner.component and claim.scope is None
    }  # fmt: skip


def _moved(measure: str | None, then: Decimal, now: Decimal) -> Decimal:
    """How much better a rank or score became."""
    return then - now if measure == "rank" else now - then
