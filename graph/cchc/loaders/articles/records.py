"""Claims as the plain records of ``cchc extract --format json``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cchc.claims import (
    Claim,
    Concept,
    Directive,
    IndicatorValue,
    Meeting,
    Method,
    Observation,
    Post,
    Quote,
    Reading,
    Statistic,
)
from cchc.loaders.articles.choices import ONE_OF_SEVERAL
from cchc.loaders.articles.editions import PAR_INDEX, model_of
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.loaders.articles.wording import component_as_said, units_as_said

Record = dict[str, Any]

_LETTERED = re.compile(r"nhóm [A-Z]")
_BOUNDS = re.compile(r"(?:nhóm\s+)?(?:đạt\s+)?(?:từ|trên|dưới|\d)", re.I)
_POPULATIONS = {
    "province": "provinces",
    "ministry": "ministries",
    "department": "departments",
    "district": "districts",
    "commune": "communes",
}
_WHOLE = {
    "province": "{} tỉnh, thành phố", "ministry": "{} bộ, cơ quan ngang bộ", "department": "{} sở, ban, ngành",
    "district": "{} quận, huyện, thị xã, thành phố", "commune": "{} xã, phường, thị trấn",
}  # fmt: skip


def records(reading: Reading) -> list[Record]:
    """The records of a reading, each with ``type``, ``evidence``, ``start`` and ``end``, in the order of the text."""
    found = [record for claim in reading.claims for record in record_of(claim)]
    found += [{"type": "unplaced", "text": u.text, "why": u.why, **_place(u.quotes)} for u in reading.unplaced]
    found.sort(key=lambda record: (record["start"], record["end"]))
    return found


def _place(quotes: tuple[Quote, ...]) -> Record:
    if not quotes:
        return {}
    quote = quotes[0]
    return {"evidence": quote.exact, "start": quote.start, "end": quote.end}


def _number(value: Decimal | int) -> int | float:
    return int(value) if value == int(value) else float(value)


def _index_name(index: str) -> str:
    entry = gazetteer().by_path.get(("index", index))
    model = model_of(gazetteer(), index)
    if model == PAR_INDEX:
        return "provincial CCHC index"
    if model:
        return _index_name(model)
    if entry is None:
        return index
    names = {PAR_INDEX: "PAR INDEX", "service-index-766": "Bộ chỉ số 766"}
    return names.get(index, index.upper())


def record_of(claim: Claim) -> Iterator[Record]:
    """The records of one claim. One from a table has no offsets in a text."""
    if isinstance(claim, Observation):
        yield _observation(claim)
    elif isinstance(claim, Statistic):
        yield from _statistic(claim)
    elif isinstance(claim, IndicatorValue):
        value = claim.factor if claim.factor is not None else claim.value
        yield {
            "type": "indicator",
            "name": claim.indicator.name,
            "unit": claim.unit.name if claim.unit else claim.population,
            "year": claim.year,
            "value": _number(value),
            "unit_of_measure": claim.unit_of_measure.name
            if isinstance(claim.unit_of_measure, Concept)
            else claim.unit_of_measure,
            "vs_year": claim.compared_with,
            "status": claim.status,
            **_place(claim.quotes),
        }
    elif isinstance(claim, Meeting):
        yield {
            "type": "meeting",
            "date": claim.date,
            "name": claim.name,
            "chair": claim.chair,
            "chair_post": claim.chair_post,
            "co_chairs": list(claim.co_chairs),
            "place": claim.place,
            "organizer": claim.organizer.name if claim.organizer else None,
            "session": claim.session,
            "points": [{"unit": point.unit.name, "attendees": list(point.attendees)} for point in claim.points],
            **_place(claim.quotes),
        }
    elif isinstance(claim, Post):
        yield {
            "type": "official",
            "name": claim.person,
            "post": claim.title,
            "organization": claim.organization.name,
            **_place(claim.quotes),
        }
    elif isinstance(claim, Directive):
        by = claim.by or (claim.by_unit.name if claim.by_unit else None)
        yield {
            "type": "directive",
            "by": by,
            "to": claim.to,
            "text": claim.text,
            "deadline": claim.deadline,
            "areas": list(claim.areas),
            **_place(claim.quotes),
        }
    elif isinstance(claim, Method):
        yield {
            "type": "method",
            "name": claim.method.name,
            "index": _index_name(claim.edition.index),
            "year": claim.edition.year,
            **_place(claim.quotes),
        }


def _group_name(claim: Observation, group: Concept) -> str:
    """The name of a group; of one with a letter that the source tells by its bounds alone, these as it writes them."""
    told = claim.stated_as or ""
    return told if _LETTERED.fullmatch(group.name) and _BOUNDS.match(told) else group.name


def _observation(claim: Observation) -> Record:
    value: object = claim.value
    measure = claim.measure
    if isinstance(value, Concept):
        measure, value = "group", _group_name(claim, value)
    elif isinstance(value, (Decimal, int)):
        value = _number(value)
    elif value == "last":
        measure = "rank"
    if measure == "standing" and value != "last":
        return {
            "type": "standing",
            "index": _index_name(claim.edition.index),
            "unit": claim.unit.name,
            "year": claim.edition.year,
            "value": value,
            "status": claim.status,
            **_place(claim.quotes),
        }
    # A province's own index goes by the name of the national one that it follows: its ranks are those inside it.
    inside = measure == "rank" and claim.edition.model
    scope = claim.scope or (claim.edition.owner if inside else None)
    return {
        "type": "observation",
        "index": _index_name(claim.edition.index),
        "unit": _unit_name(claim),
        "year": claim.edition.year,
        "measure": measure,
        "component": component_as_said(claim.component, claim.quotes, gazetteer()) if claim.component else None,
        "value": value,
        "unit_of_measure": claim.unit_of_measure,
        "rank_of": claim.rank_of,
        "scope": scope.name if scope else None,
        "vs_year": claim.compared_with,
        "period": claim.period,
        "maximum": _number(claim.maximum) if claim.maximum is not None else None,
        "status": claim.status,
        "interpretation": list(claim.interpretation),
        **_place(claim.quotes),
    }


def _unit_name(claim: Observation) -> str:
    """The name of a unit, with its province where that is one of several possibilities."""
    owner = claim.edition.owner
    return f"{claim.unit.name} ({owner.name})" if owner and ONE_OF_SEVERAL in claim.interpretation else claim.unit.name


def _statistic(claim: Statistic) -> Iterator[Record]:
    common = {"index": _index_name(claim.edition.index), "year": claim.edition.year, "status": claim.status}
    if claim.kind == "mean":
        component = component_as_said(claim.component, claim.quotes, gazetteer()) if claim.component else None
        unit = units_as_said(claim.edition.population, claim.quotes)
        unit = unit or _WHOLE.get(claim.edition.population, "{}").format(claim.out_of or "").strip()
        part = claim.subgroup or claim.region
        if part:
            unit = part.name
        for measure, value in (("mean", claim.value), ("mean_change", claim.change)):
            if value is not None:
                yield {
                    "type": "observation",
                    **common,
                    "unit": unit,
                    "measure": measure,
                    "component": component,
                    "value": _number(value),
                    "unit_of_measure": claim.unit_of_measure,
                    "vs_year": claim.compared_with,
                    **_place(claim.quotes),
                }
        return
    yield {
        "type": "count",
        **common,
        "population": _POPULATIONS.get(claim.edition.population, claim.edition.population),
        "class": claim.grade.name if claim.grade and not claim.band else claim.stated_as,
        "value": _number(claim.value or Decimal(0)),
        "of": claim.out_of,
        "kind": claim.kind,
        **_place(claim.quotes),
    }
