"""What records of several types have in common: units, concepts, editions, a status."""

from __future__ import annotations

from cchc.claims import Concept, Edition, Quote, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND
from cchc.loaders.articles.editions import edition_of as own_or_national
from cchc.review.fields import Fields
from cchc.review.names import Names, nearest

Quotes = tuple[Quote, ...]

_STATUS = ("stated", "candidate")
_SUPPLIES = {
    "index": "index",
    "year": "year",
    "last": "year",
    "population": "unit",
    "province": "unit",
    "unit": "unit",
    "rank": "value",
    "grade": "value",
}
"""The key whose value a reading rule supplied, by the first word of the rule's slug. Who changes it needs no rule."""


def unit_of(f: Fields, key: str, names: Names, before: Unit | None, *, required: bool = True) -> Unit | None:
    if not f.changed(key):
        return before
    name = f.text(key, required=required)
    unit = names.unit(name) if name else None
    if name and unit is None:
        f.unknown(key, nearest(name, names.unit_names()))
    return unit


def concept_of(
    f: Fields, key: str, kind: str, names: Names, before: Concept | None, index: str | None = None
) -> Concept | None:
    name = f.text(key)
    if name is None:
        return None
    if not f.changed(key) and before is not None and (index is None or before.path.startswith(index + "/")):
        return before
    concept = names.concept(kind, name, index)
    if concept is None:
        f.unknown(key, nearest(name, names.concept_names(kind, index)) or names.concept_names(kind, index)[:8])
    return concept


def edition_of(f: Fields, names: Names, before: Edition | None, population: str | None) -> Edition | None:
    """The edition of a record's index and year."""
    year = f.year("year", required=True)
    if before and not f.changed("index"):
        slug_, owner = before.index, before.owner
    else:
        name = f.text("index", required=True)
        found = names.index(name) if name else None
        if name and found is None:
            f.unknown("index", nearest(name, names.known_indices()) or names.known_indices())
        if found is None:
            return None
        slug_, owner = found
    if year is None or population is None:
        return None
    if owner is None:
        return own_or_national(names.gazetteer, slug_, year, population, names.home)
    return Edition(slug_, year, population, owner, before.model if before and slug_ == before.index else None)


def status_of(f: Fields) -> str:
    return f.choice("status", _STATUS) or "stated"


def interpretation_of(f: Fields, before: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rule for rule in before if not f.changed(_SUPPLIES.get(rule.split("-")[0], "type")))


def population_of_unit(f: Fields, before: Edition | None, unit: Unit | None) -> str | None:
    """The population that the unit of a record belongs to; a unit that none has is refused."""
    if before and not f.changed("unit"):
        return before.population
    population = POPULATION_OF_KIND.get(unit.kind) if unit else None
    if unit and population is None:
        f.unknown("unit", [])
    return population
