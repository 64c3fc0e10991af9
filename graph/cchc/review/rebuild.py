"""Records back to claims. What a record leaves as the machine had it is taken over from the machine's claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from cchc.claims import Claim, Concept, IndicatorValue, Observation, Statistic, Unit
from cchc.loaders.articles.context import population_of
from cchc.review.common import (
    Quotes,
    concept_of,
    edition_of,
    interpretation_of,
    population_of_unit,
    status_of,
    unit_of,
)
from cchc.review.events import directive, meeting, method, official
from cchc.review.fields import Fields
from cchc.review.names import Names, nearest
from cchc.vietnamese import slug

_MEANS = ("mean", "mean_change")
_MEASURES = ("score", "rank", "rank_change", "score_change", "group", *_MEANS)
_STANDINGS = ("among-highest", "among-lowest", "last")
_UNITS_OF_MEASURE = ("percent", "points", "rank")
_POPULATIONS = {
    "provinces": "province",
    "ministries": "ministry",
    "departments": "department",
    "districts": "district",
    "communes": "commune",
}
_COUNTS = (
    "grade-count", "band-count", "risen-count", "fallen-count", "rank-risen-count", "rank-fallen-count",
    "unsaid-risen-count", "unsaid-fallen-count",
)  # fmt: skip


def rebuild(fields: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    """The claim that a record says; None if its ``fields`` have problems. ``base`` is the claim that it corrects."""
    return _BY_TYPE[fields.record["type"]](fields, base, quotes, names)


# -- types of records ------------------------------------------------------------------------------------------------


def _observation(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    measure = f.choice("measure", _MEASURES, required=True)
    if measure in _MEANS:
        return _mean(f, base, quotes, names, measure)
    before = base if isinstance(base, Observation) else None
    unit = unit_of(f, "unit", names, before.unit if before else None)
    population = population_of_unit(f, before.edition if before else None, unit)
    edition = edition_of(f, names, before.edition if before else None, population)
    index = edition.index if edition else None
    component = concept_of(f, "component", "component", names, before.component if before else None, index)
    value = _value(f, measure, before, index, names)
    rank_of = f.integer("rank_of", least=1)
    if rank_of is not None and measure == "rank" and isinstance(value, int) and value > rank_of:
        f.refuse("rank_of", f"≥ {value}")
    scope: Concept | Unit | None = before.scope if before else None
    if f.changed("scope"):
        # A rank inside a region, or among the bodies of a province.
        name = f.record.get("scope")
        known = names.concept("region", name) or names.unit(name) if isinstance(name, str) else None
        scope = known or concept_of(f, "scope", "region", names, None)
    unit_of_measure = f.choice("unit_of_measure", _UNITS_OF_MEASURE)
    status, compared, period, maximum = status_of(f), f.year("vs_year"), f.text("period"), f.number("maximum")
    if f.problems or unit is None or edition is None or value is None:
        return None
    return Observation(
        edition=edition,
        unit=unit,
        measure="standing" if value == "last" else "grade" if measure == "group" else measure or "",
        value=value,
        quotes=quotes,
        component=component,
        unit_of_measure=unit_of_measure,
        rank_of=rank_of,
        scope=scope,
        maximum=maximum,
        compared_with=compared,
        period=period,
        stated_as=before.stated_as if before and not f.changed("value", "index") else None,
        status=status,
        interpretation=interpretation_of(f, before.interpretation if before else ()),
    )


def _value(f: Fields, measure: str | None, before: Observation | None, index: str | None, names: Names) -> Any:
    """The value of an observation in the form of its measure."""
    if measure == "group":
        if before and not f.changed("value", "index"):
            return before.value
        name = f.text("value", required=True)
        grade = _grade(name, index, names) if name and index else None
        if name and index and grade is None:
            f.unknown(
                "value", nearest(name, names.concept_names("grade", index)) or names.concept_names("grade", index)
            )
        return grade
    if measure == "rank":
        return "last" if f.record.get("value") == "last" else f.integer("value", required=True, least=1)
    if measure == "rank_change":
        return f.integer("value", required=True)
    return f.number("value", required=True)


def _grade(name: str, index: str, names: Names) -> Concept | None:
    """A grade of an index by its name, its letter, or the name of a class that any index may have."""
    word = slug(name).removeprefix("nhom-")
    found = names.concept("grade", name, index) or names.concept("grade", f"{index}/{word}", index)
    common = names.gazetteer.by_path.get(("grade-class", word))
    if found is None and common is not None:
        return Concept(f"{index}/{word}", common.label, common.label_en)
    return found


def _mean(f: Fields, base: Claim | None, quotes: Quotes, names: Names, measure: str) -> Claim | None:
    before = base if isinstance(base, Statistic) else None
    population, subgroup, region, out_of = None, None, None, None
    if before and not f.changed("unit"):
        population, out_of = before.edition.population, before.out_of
        subgroup, region = before.subgroup, before.region
    elif whose := f.text("unit", required=True):
        # "63 tỉnh, thành phố", "17 bộ, cơ quan ngang bộ", or a class or region of provinces.
        count, _, rest = whose.partition(" ")
        out_of = int(count) if count.isdecimal() and len(count) < 6 else None
        subgroup, region = names.concept("unit-class", whose), names.concept("region", whose)
        population = "province" if subgroup or region else population_of(slug(rest if out_of else whose), False, None)
        if population is None:
            f.unknown("unit", (*names.concept_names("unit-class"), *names.concept_names("region")))
    edition = edition_of(f, names, before.edition if before else None, population)
    value = f.number("value", required=True)
    compared, status = f.year("vs_year"), status_of(f)
    unit_of_measure = f.choice("unit_of_measure", _UNITS_OF_MEASURE)
    if f.problems or edition is None or value is None:
        return None
    mean = (
        Statistic(edition=edition, kind="mean", quotes=quotes)
        if before is None
        else replace(before, edition=edition, quotes=quotes)
    )
    return replace(
        mean,
        value=value if measure == "mean" else None,
        change=value if measure == "mean_change" else None,
        compared_with=compared,
        out_of=out_of,
        subgroup=subgroup,
        region=region,
        unit_of_measure=unit_of_measure,
        status=status,
        interpretation=interpretation_of(f, mean.interpretation),
    )


def _standing(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, Observation) else None
    unit = unit_of(f, "unit", names, before.unit if before else None)
    population = population_of_unit(f, before.edition if before else None, unit)
    edition = edition_of(f, names, before.edition if before else None, population)
    value, status = f.choice("value", _STANDINGS, required=True), status_of(f)
    if f.problems or unit is None or edition is None or value is None:
        return None
    if before is None:
        return Observation(edition=edition, unit=unit, measure="standing", value=value, quotes=quotes, status=status)
    rules = interpretation_of(f, before.interpretation)
    return replace(before, edition=edition, unit=unit, value=value, quotes=quotes, status=status, interpretation=rules)


def _count(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, Statistic) else None
    population = f.choice("population", _POPULATIONS, required=True)
    edition = edition_of(f, names, before.edition if before else None, _POPULATIONS.get(population or ""))
    value, out_of, status = f.integer("value", required=True, least=0), f.integer("of", least=1), status_of(f)
    kind = f.choice("kind", _COUNTS) or ("grade-count" if before is None else before.kind)
    grade, band, stated_as = (before.grade, before.band, before.stated_as) if before else (None, None, None)
    if f.changed("class", "index"):
        grade, band, stated_as = None, None, None
        name = f.text("class", required=kind == "grade-count")
        if name and edition and kind == "grade-count":
            grade = _grade(name, edition.index, names)
            if grade is None:
                f.unknown("class", nearest(name, names.concept_names("grade", edition.index)))
        else:
            stated_as = name
    if f.problems or edition is None or value is None:
        return None
    rules = interpretation_of(f, before.interpretation) if before else ()
    statistic = Statistic(edition=edition, kind=kind, quotes=quotes) if before is None else before
    return replace(
        statistic,
        edition=edition,
        kind=kind,
        quotes=quotes,
        value=Decimal(value),
        out_of=out_of,
        grade=grade,
        band=band,
        stated_as=stated_as,
        status=status,
        interpretation=rules,
    )


def _indicator(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, IndicatorValue) else None
    indicator = concept_of(f, "name", "indicator", names, before.indicator if before else None)
    if indicator is None and not f.problems:
        f.refuse("name", ", ".join(names.concept_names("indicator")[:3]))
    unit, population = (before.unit, before.population) if before else (None, None)
    if f.changed("unit"):
        population = f.record.get("unit") if f.record.get("unit") in ("ministries", "localities", "nation") else None
        unit = None if population else unit_of(f, "unit", names, None, required=False)
    value, year, compared, status = f.number("value", required=True), f.year("year"), f.year("vs_year"), status_of(f)
    measure: str | Concept | None = before.unit_of_measure if before else None
    if f.changed("unit_of_measure"):
        word = f.record.get("unit_of_measure")
        measure = (
            str(word) if word in ("percent", "points") else concept_of(f, "unit_of_measure", "measure", names, None)
        )
    if measure is None and not f.problems:
        f.refuse("unit_of_measure", "percent")
    if f.problems or indicator is None or value is None or measure is None:
        return None
    made = IndicatorValue(indicator=indicator, quotes=quotes, value=value, unit_of_measure=measure)
    growth = before is not None and before.factor is not None
    return replace(
        before or made,
        indicator=indicator,
        quotes=quotes,
        value=value if not growth else before.value if before else value,
        factor=value if growth else None,
        unit_of_measure=measure,
        year=year,
        unit=unit,
        population=population,
        compared_with=compared,
        status=status,
    )


_BY_TYPE: dict[str, Callable[[Fields, Claim | None, Quotes, Names], Claim | None]] = {
    "observation": _observation,
    "standing": _standing,
    "count": _count,
    "indicator": _indicator,
    "meeting": meeting,
    "official": official,
    "directive": directive,
    "method": method,
}
