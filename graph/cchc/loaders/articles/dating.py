"""The unit that each claim means: the one that bore the name in the year that the claim is of.

"Đồng Tháp" is another province in PAR INDEX 2024 than in PAR INDEX 2025, and one article may tell of both.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cchc.claims import (
    Claim,
    Concept,
    Edition,
    IndicatorValue,
    Meeting,
    Method,
    Observation,
    Post,
    Reading,
    Statistic,
    Unit,
)
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.units import last_day

_YEAR = re.compile(r"\b20\d\d\b")


def article_day(published: str | None, document_year: int | None) -> str | None:
    """The day that an article speaks of, where it does not say: when it was published, or the end of its year."""
    return published or (last_day(document_year) if document_year else None)


def first_day(text: str) -> str | None:
    """The end of the first year that a text names: a guess at its day that costs nothing."""
    year = _YEAR.search(text)
    return last_day(year[0]) if year else None


def day_of(reading: Reading) -> str | None:
    """The day that a whole reading speaks of: that of its publication, or the end of the last year that it reports."""
    years = [c.edition.year for c in reading.claims if isinstance(c, (Observation, Statistic, Method))]
    return article_day(reading.source.published, max(years, default=None))


def dated(claim: Claim, names: Gazetteer, published: str | None) -> Claim:
    """The claim about the units of its own day, from one about those of the day of the article (of ``names``)."""
    if names.day is None:
        return claim
    return _Move(names, names.day, published).told(claim)


class _Move:
    """Moves what claims are about from the day of the article to that of the claim."""

    def __init__(self, names: Gazetteer, day: str, published: str | None) -> None:
        self.names, self.day, self.published = names, day, published

    def told(self, claim: Claim) -> Claim:
        day = self._day_of(claim)
        editions = [claim.edition] if isinstance(claim, (Observation, Statistic, Method)) else []
        if isinstance(claim, Meeting):
            editions += claim.published
        days = [day, *(self._in_year(edition.year) for edition in editions)]
        if all(self.names.namesakes.at_one_time(self.day, other) for other in days):
            return claim
        moved: Claim = self._moved(claim, day)
        return moved

    def _day_of(self, claim: Claim) -> str:
        match claim:
            case Observation() | Statistic() | Method():
                return self._in_year(claim.edition.year)
            case IndicatorValue(year=int(year)):
                return self._in_year(year)
            case Meeting(date=day) | Post(attested_on=str(day)):
                return day
        return self.day

    def _in_year(self, year: int) -> str:
        """The last day of a year, or the day of the article if that is in it."""
        published = self.published or ""
        return published if published.startswith(str(year)) else last_day(year)

    def _moved(self, value: Any, day: str) -> Any:
        if isinstance(value, Unit):
            return self._unit(value, day)
        if isinstance(value, Edition):
            return self._edition(value)
        if isinstance(value, tuple):
            return tuple(self._moved(part, day) for part in value)
        if isinstance(value, (Concept, type)) or not is_dataclass(value):
            return value
        changes = {f.name: self._moved(getattr(value, f.name), day) for f in fields(value)}
        made: Any = type(value)
        whole = made(**changes)
        return self._concepts(value, whole) if isinstance(value, (Observation, Statistic)) else whole

    def _unit(self, unit: Unit, day: str) -> Unit:
        if unit.within and not unit.known:
            above = self.names.namesakes.moved(unit.within, self.day, day)
            path = unit.path.removeprefix(unit.within)
            return replace(unit, path=above.path + path, within=above.path) if above else unit
        entry = self.names.namesakes.moved(unit.path, self.day, day)
        return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True) if entry else unit

    def _edition(self, edition: Edition) -> Edition:
        """An edition with its owner; the slug of a province's own index begins with the province's path."""
        if edition.owner is None:
            return edition
        owner = self._unit(edition.owner, self._in_year(edition.year))
        index = owner.path + edition.index.removeprefix(edition.owner.path)
        return replace(edition, owner=owner, index=index)

    def _concepts(self, before: Observation | Statistic, after: Any) -> Any:
        """The claim with its grade and component those of the index that its edition now has."""
        old, new = before.edition.index, after.edition.index
        if old == new:
            return after
        changes = {}
        for name, kind in (("grade", "grade"), ("value", "grade"), ("component", "component")):
            concept = getattr(after, name, None)
            if isinstance(concept, Concept) and concept.path.startswith(old + "/"):
                path = new + concept.path.removeprefix(old)
                changes[name] = replace(concept, path=path, known=(kind, path) in self.names.by_path)
        return replace(after, **changes)
