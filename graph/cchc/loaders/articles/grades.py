"""Which grade of which index a group, class or interval of scores stands for."""

from __future__ import annotations

from cchc.claims import Band, Concept
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.vietnamese import slug

_STANDINGS = {"cao-nhat": "cao-nhat", "thap-nhat": "thap-nhat", "cao": "cao-nhat", "thap": "thap-nhat"}
"""Groups that are named by their place, and the groups that an index has that has such. "Nhóm cao" is told as such."""


def grade_named(names: Gazetteer, index: str, word: str, stated: str) -> Concept:
    """The grade of an index that a (slugged) letter or class names; one the ontology lacks is named by the source."""
    entry = names.by_path.get(("grade", f"{index}/{word}"))
    if entry:
        return Concept(entry.path, entry.label, entry.label_en, True)
    common = names.by_path.get(("grade-class", word))
    if common:
        return Concept(f"{index}/{word}", common.label, common.label_en)
    return Concept(f"{index}/{word}", stated)


def is_grade_of(names: Gazetteer, index: str, word: str) -> bool:
    """Whether a group named by its place ("nhóm cao nhất") is one of an index: only of those that have such groups."""
    return word not in _STANDINGS or ("grade", f"{index}/{_STANDINGS[word]}") in names.by_path


def grade_with_bounds(names: Gazetteer, index: str, population: str, band: Band) -> Concept | None:
    """The grade of an index whose bounds are these numbers, whatever the source says of the bounds themselves.

    Sources call the same group "trên 90" and "từ 90 % trở lên"; each claim keeps its own words.
    """
    for entry in names.grades_of.get(index, ()):
        if entry.band is None or entry.population not in (None, population):
            continue
        # "dưới 80": the lowest group of an edition has no need of its lower bound.
        same_lower = entry.band.lower == band.lower or (band.lower is None and band.upper is not None)
        if same_lower and entry.band.upper == band.upper:
            return Concept(entry.path, entry.label, entry.label_en, True)
    return None


def has_bounds(names: Gazetteer, index: str) -> bool:
    """Whether an index has groups by bounds of scores."""
    return any(entry.band is not None for entry in names.grades_of.get(index, ()))


def group_with_bounds(names: Gazetteer, index: str, population: str, band: Band) -> Concept:
    """The grade of an index with these bounds; bounds that no scheme of the index has are those of a group that only
    the source has (not :attr:`~cchc.claims.Concept.known`), under one name however sources write them."""
    known = grade_with_bounds(names, index, population, band)
    if known:
        return known
    name, name_en = _named_by_bounds(band)
    return Concept(f"{index}/{slug(name)}", name, name_en)


def _named_by_bounds(band: Band) -> tuple[str, str]:
    """The name of an interval in Vietnamese and English.

    >>> _named_by_bounds(Band(Decimal(80), Decimal(90), True, False))
    ('từ 80 đến dưới 90', 'from 80 to below 90')
    >>> _named_by_bounds(Band(lower=Decimal("62.5"), lower_inclusive=False))
    ('trên 62,5', 'above 62.5')
    """
    lower, upper = (None if bound is None else f"{bound.normalize():f}" for bound in (band.lower, band.upper))
    vi, en = [], []
    if lower and band.lower_inclusive:
        vi.append(f"từ {lower}" if upper else f"từ {lower} trở lên")
        en.append(f"from {lower}" if upper else f"{lower} and above")
    elif lower:
        vi.append(f"trên {lower}")
        en.append(f"above {lower}")
    if upper and band.upper_inclusive:
        vi.append(f"đến {upper}")
        en.append(f"to {upper}" if lower else f"up to {upper}")
    elif upper:
        vi.append(f"đến dưới {upper}" if lower else f"dưới {upper}")
        en.append(f"to below {upper}" if lower else f"below {upper}")
    return " ".join(vi).replace(".", ","), " ".join(en)


def index_with_class(names: Gazetteer, word: str) -> str | None:
    """The national index that alone has a class of this (slugged) name, so that the class tells the index."""
    indices = {entry.path for entry in names.graded_by.get(word, ())}
    return indices.pop() if len(indices) == 1 else None
