"""What each kind of claim about an index or another figure says in triples."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import singledispatch

from cchc import vocabulary as v
from cchc.claims import (
    Band,
    Concept,
    IndicatorValue,
    Method,
    Observation,
    Statistic,
    Unit,
)
from cchc.triples.cells import cited_path, write_cell, write_cited
from cchc.triples.collected import decimal_text, tolerance_of
from cchc.triples.writer import SourceGraph
from cchc.vietnamese import slug

_MEASURE_PROPERTY = {
    "score": "score",
    "rank": "rank",
    "rank_change": "rankChange",
    "score_change": "scoreChange",
    "grade": "grade",
    "standing": "standing",
}
_STANDING = {"among-highest": "AmongHighest", "among-lowest": "AmongLowest", "last": "Last"}
_STATISTIC_KIND = {
    "mean": "Mean",
    "grade-count": "GradeCount",
    "band-count": "BandCount",
    "risen-count": "RisenCount",
    "fallen-count": "FallenCount",
    "rank-risen-count": "RankRisenCount",
    "rank-fallen-count": "RankFallenCount",
    "unsaid-risen-count": "UnsaidRisenCount",
    "unsaid-fallen-count": "UnsaidFallenCount",
}
_PRECISION = {"exact": "Exact", "about": "About", "more-than": "MoreThan"}


@singledispatch
def write(claim: object, graph: SourceGraph) -> str:
    """Writes one claim into the graph of its source, and gives the IRI of the node that says it.

    A retracted claim stays a claim. What was retracted of meetings, posts and directives is kept as a
    ``cchc:Retraction``: the thing itself is not described.

    :raises TypeError: for anything that is no claim.
    """
    raise TypeError(f"no triples for {type(claim).__name__}")


@write.register
def _(claim: Observation, graph: SourceGraph) -> str:
    edition = graph.edition(claim.edition)
    unit = graph.unit(claim.unit)
    edition_path = v.edition_path(claim.edition.index, claim.edition.year, claim.edition.population)
    component = claim.component
    path = v.result_path(edition_path, claim.unit.path, component.path if component else None)
    result = f"{v.ID}result/{path}"
    graph.type(result, v.CCHC + "Result")
    graph.link(result, v.CCHC + "edition", edition)
    graph.link(result, v.CCHC + "unit", unit)
    if component:
        node = graph.concept("component", component, "Component", claim.edition.index)
        graph.link(result, v.CCHC + "component", node)

    said = claim.value.path.rsplit("/", 1)[-1] if isinstance(claim.value, Concept) else claim.value
    parts = [path, claim.measure.replace("_", "-")]
    if claim.scope:
        parts.append(claim.scope.path)
    if claim.period:
        parts.append(slug(claim.period))
    if claim.compared_with is not None and claim.compared_with != claim.edition.year - 1:
        parts.append(f"since-{claim.compared_with}")
    parts.append(decimal_text(said) if isinstance(said, Decimal) else str(said))
    if claim.unit_of_measure and claim.measure == "score":
        parts.append(claim.unit_of_measure)
    if claim.cited:
        parts.append(cited_path(claim.cited))
    node = graph.node("claim", "/".join(parts))

    graph.type(node, v.CCHC + "Claim", v.PROV + "Entity")
    graph.link(node, v.CCHC + "about", result)
    graph.status(node, claim.status, claim.interpretation)
    _evidence(node, claim, graph)
    graph.measured_in(node, claim.unit_of_measure)
    predicate = v.CCHC + _MEASURE_PROPERTY[claim.measure]
    if isinstance(claim.value, Concept):
        graph.link(node, predicate, graph.concept("grade", claim.value, "Grade", claim.edition.index))
    elif isinstance(claim.value, str):
        graph.link(node, predicate, v.CCHC + _STANDING[claim.value])
    else:
        graph.number(node, predicate, claim.value)
        if isinstance(claim.value, Decimal):
            _rounded(node, (claim.value,), graph)
    if claim.measure in ("rank_change", "score_change"):
        graph.compared(node, claim.edition, claim.compared_with)
    if claim.rank_of is not None:
        graph.number(node, v.CCHC + "rankedAmong", claim.rank_of)
    if claim.scope:
        scope = claim.scope
        within = graph.unit(scope) if isinstance(scope, Unit) else graph.concept("region", scope, "Region")
        graph.link(node, v.CCHC + "rankedWithin", within)
    if claim.maximum is not None:
        graph.number(node, v.CCHC + "maximum", claim.maximum)
    if claim.period:
        graph.text(node, v.CCHC + "period", claim.period)
    if claim.stated_as:
        graph.text(node, v.CCHC + "statedAs", claim.stated_as)
    return node


@write.register
def _(claim: Statistic, graph: SourceGraph) -> str:
    edition = graph.edition(claim.edition)
    path = v.edition_path(claim.edition.index, claim.edition.year, claim.edition.population) + "/" + claim.kind
    if claim.subgroup:
        path += "/" + claim.subgroup.path
    if claim.region:
        path += "/region/" + claim.region.path
    if claim.component:
        path += "/component/" + claim.component.path.rsplit("/", 1)[-1]
    if claim.grade:
        path += "/" + claim.grade.path.rsplit("/", 1)[-1]
    if claim.band and not claim.grade:
        path += "/" + _band_slug(claim.band)
    statistic = f"{v.ID}statistic/{path}"
    said = [path]
    if claim.value is not None:
        said.append(decimal_text(claim.value))
    if claim.change is not None:
        since = f"since-{claim.compared_with}/" if claim.compared_with else ""
        said.append(f"change/{since}{decimal_text(claim.change)}")
    if claim.standing:
        said.append(claim.standing)
    if claim.cited:
        said.append(cited_path(claim.cited))
    node = graph.node("claim", "/".join(said))

    graph.type(statistic, v.CCHC + "Statistic")
    graph.link(statistic, v.CCHC + "edition", edition)
    graph.link(statistic, v.CCHC + "statisticKind", v.CCHC + _STATISTIC_KIND[claim.kind])
    if claim.subgroup:
        graph.link(statistic, v.CCHC + "subgroup", graph.concept("unit-class", claim.subgroup, "UnitClass"))
    if claim.region:
        graph.link(statistic, v.CCHC + "subgroup", graph.concept("region", claim.region, "Region"))
    if claim.component:
        component = graph.concept("component", claim.component, "Component", claim.edition.index)
        graph.link(statistic, v.CCHC + "component", component)
    if claim.grade:
        graph.link(statistic, v.CCHC + "grade", graph.concept("grade", claim.grade, "Grade", claim.edition.index))
    graph.type(node, v.CCHC + "Claim", v.PROV + "Entity")
    graph.link(node, v.CCHC + "about", statistic)
    graph.status(node, claim.status, claim.interpretation)
    _evidence(node, claim, graph)
    graph.measured_in(node, claim.unit_of_measure)
    if claim.value is not None:
        graph.value(node, v.CCHC + "value", decimal_text(claim.value), "decimal")
    if claim.change is not None:
        graph.value(node, v.CCHC + "valueChange", decimal_text(claim.change), "decimal")
        graph.compared(node, claim.edition, claim.compared_with)
    _rounded(node, [figure for figure in (claim.value, claim.change) if figure is not None], graph)
    if claim.kind.endswith(("risen-count", "fallen-count")):
        graph.compared(node, claim.edition, claim.compared_with)
    if claim.out_of is not None:
        graph.number(node, v.CCHC + "outOf", claim.out_of)
    if claim.standing:
        graph.link(node, v.CCHC + "standing", v.CCHC + _STANDING[claim.standing])
    if claim.stated_as:
        graph.text(node, v.CCHC + "statedAs", claim.stated_as)
    if claim.band:
        subject = node if claim.grade else statistic
        for name, bound, inclusive in (
            ("lower", claim.band.lower, claim.band.lower_inclusive),
            ("upper", claim.band.upper, claim.band.upper_inclusive),
        ):
            if bound is not None:
                graph.number(subject, f"{v.CCHC}{name}Bound", bound)
                graph.value(subject, f"{v.CCHC}{name}Inclusive", str(inclusive).lower(), "boolean")
    return node


@write.register
def _(claim: IndicatorValue, graph: SourceGraph) -> str:
    indicator = graph.concept("indicator", claim.indicator, "Indicator")
    whose = claim.unit.path if claim.unit else claim.population or "unknown"
    when = f"{claim.year}/" if claim.year else ""
    kind = "growth" if claim.factor is not None else "value"
    value = decimal_text(claim.factor if claim.factor is not None else claim.value)
    node = graph.node("indicator-value", f"{claim.indicator.path}/{whose}/{when}{kind}/{value}")
    graph.type(node, v.CCHC + "IndicatorValue", v.PROV + "Entity")
    graph.link(node, v.CCHC + "indicator", indicator)
    graph.status(node, claim.status, ())
    graph.evidence(node, claim.quotes)
    graph.value(node, v.CCHC + "value", decimal_text(claim.value), "decimal")
    if isinstance(claim.unit_of_measure, Concept):
        counted = graph.concept("measure", claim.unit_of_measure, "UnitOfMeasure")
        graph.link(node, v.CCHC + "unitOfMeasure", counted)
    else:
        graph.measured_in(node, claim.unit_of_measure)
    graph.link(node, v.CCHC + "precision", v.CCHC + _PRECISION[claim.precision])
    if claim.unit:
        graph.link(node, v.CCHC + "unit", graph.unit(claim.unit))
    if claim.population:
        graph.link(node, v.CCHC + "population", f"{v.ID}population/{claim.population}")
    if claim.year:
        graph.value(node, v.CCHC + "year", claim.year, "gYear")
    if claim.factor is not None:
        graph.value(node, v.CCHC + "growthFactor", decimal_text(claim.factor), "decimal")
    if claim.compared_with:
        graph.value(node, v.CCHC + "comparedWithYear", claim.compared_with, "gYear")
    return node


@write.register
def _(claim: Method, graph: SourceGraph) -> str:
    edition = graph.edition(claim.edition)
    path = v.edition_path(claim.edition.index, claim.edition.year, claim.edition.population)
    node = graph.node("claim", f"{path}/method/{claim.method.path}")
    method = graph.concept("method", claim.method, "AssessmentMethod")
    graph.type(node, v.CCHC + "Claim", v.PROV + "Entity")
    graph.link(node, v.CCHC + "about", edition)
    graph.status(node, claim.status, ())
    graph.link(node, v.CCHC + "assessmentMethod", method)
    graph.evidence(node, claim.quotes)
    return node


def _evidence(node: str, claim: Observation | Statistic, graph: SourceGraph) -> None:
    """Where a text or a table says so, which pages it names for it, and its remark."""
    if claim.cell:
        write_cell(node, claim.cell, graph)
        write_cited(node, claim.cited, graph)
    if claim.quotes or not claim.cell:
        graph.evidence(node, claim.quotes)
    if claim.note:
        graph.value(node, v.SKOS + "note", claim.note, "string")


def _rounded(node: str, figures: Sequence[Decimal], graph: SourceGraph) -> None:
    """Says to which place figures were rounded that end in zeros, which their canonical form leaves out; once, although
    a source may write a figure in two ways."""
    tolerance = tolerance_of(*figures)
    if tolerance is not None and graph.first((node, "tolerance")):
        graph.number(node, v.CCHC + "tolerance", tolerance)


def _band_slug(band: Band) -> str:
    """An interval as a part of an IRI: ``from-90``, ``over-80-under-90``."""
    parts = []
    if band.lower is not None:
        parts.append(f"{'from' if band.lower_inclusive else 'over'}-{decimal_text(band.lower)}")
    if band.upper is not None:
        parts.append(f"{'to' if band.upper_inclusive else 'under'}-{decimal_text(band.upper)}")
    return "-".join(parts)
