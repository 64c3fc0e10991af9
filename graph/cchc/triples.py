"""Claims to quads: the one module that turns what readers found into RDF.

Everything goes into the named graph of its source. IRIs follow from what is said, so that loading twice gives the same
quads. No blank nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import singledispatchmethod

from pyoxigraph import Literal, NamedNode, Quad

from cchc import vocabulary as v
from cchc.claims import (
    Concept,
    Directive,
    Edition,
    IndicatorValue,
    Meeting,
    Method,
    Observation,
    Post,
    Quote,
    Reading,
    Source,
    Statistic,
    Unit,
)
from cchc.vietnamese import slug, sort_key

_MEASURE_PROPERTY = {
    "score": "score",
    "rank": "rank",
    "rank_change": "rankChange",
    "score_change": "scoreChange",
    "grade": "grade",
    "standing": "standing",
}
_STATUS = {"stated": "Stated", "candidate": "Candidate", "retracted": "Retracted"}
_STANDING = {"among-highest": "AmongHighest", "among-lowest": "AmongLowest", "last": "Last"}
_STATISTIC_KIND = {
    "mean": "Mean",
    "grade-count": "GradeCount",
    "band-count": "BandCount",
    "risen-count": "RisenCount",
    "fallen-count": "FallenCount",
}
_UNIT_OF_MEASURE = {"percent": "Percent", "points": "Points"}
_PRECISION = {"exact": "Exact", "about": "About", "more-than": "MoreThan"}
_PART_OF_DAY = {"morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}


def decimal_text(value: Decimal | int) -> str:
    """The one lexical form of a number in the graph: no trailing zeros, no exponent (XSD 1.1 canonical decimal).

    >>> decimal_text(Decimal("83.80"))
    '83.8'
    """
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def quads(reading: Reading) -> list[Quad]:
    """All quads of one source graph, sorted and without repetition."""
    writer = _SourceGraph(reading.source)
    writer.source(reading.source)
    for claim in reading.claims:
        writer.claim(claim)
    return sorted(set(writer.quads), key=str)


class _SourceGraph:
    """Collects the quads of one source."""

    def __init__(self, source: Source) -> None:
        self.graph = NamedNode(v.source_graph(source.id))
        self.source_id = source.id
        self.source_node = v.source_iri(source.id)
        self.quads: list[Quad] = []

    # -- single quads ------------------------------------------------------------------------------------------------

    def link(self, subject: str, predicate: str, *objects: str) -> None:
        for target in objects:
            self.quads.append(Quad(NamedNode(subject), NamedNode(predicate), NamedNode(target), self.graph))

    def value(self, subject: str, predicate: str, value: object, datatype: str) -> None:
        literal = Literal(str(value), datatype=NamedNode(v.XSD + datatype))
        self.quads.append(Quad(NamedNode(subject), NamedNode(predicate), literal, self.graph))

    def text(self, subject: str, predicate: str, text: str, lang: str = "vi") -> None:
        self.quads.append(Quad(NamedNode(subject), NamedNode(predicate), Literal(text, language=lang), self.graph))

    def label(self, subject: str, vi: str, en: str | None = None) -> None:
        self.text(subject, v.RDFS + "label", vi)
        self.text(subject, v.RDFS + "label", en or vi, "en")

    def number(self, subject: str, predicate: str, value: Decimal | int) -> None:
        if isinstance(value, Decimal):
            self.value(subject, predicate, decimal_text(value), "decimal")
        else:
            self.value(subject, predicate, value, "integer")

    def type(self, subject: str, *classes: str) -> None:
        self.link(subject, v.RDF + "type", *classes)

    # -- sources and quotes ------------------------------------------------------------------------------------------

    def source(self, source: Source) -> None:
        node = self.source_node
        self.type(node, v.CCHC + "Source", v.PROV + "Entity", v.SCHEMA + "CreativeWork")
        self.label(node, source.title or source.name)
        self.value(node, v.CCHC + "fileName", source.name, "string")
        self.value(node, v.CCHC + "sha256", source.sha256, "string")
        self.value(node, v.CCHC + "characterCount", len(source.text), "integer")
        if source.title:
            self.text(node, v.DCTERMS + "title", source.title)
        if source.publisher:
            self.text(node, v.SCHEMA + "publisher", source.publisher)
        if source.published:
            self.value(node, v.DCTERMS + "issued", source.published, "date")
        if source.page_date:
            self.value(node, v.CCHC + "pageDate", source.page_date, "date")
        if source.url:
            self.link(node, v.SCHEMA + "url", source.url)

    def evidence(self, subject: str, quotes: tuple[Quote, ...]) -> None:
        """Says that the source says so, and where."""
        self.link(subject, v.CCHC + "source", self.source_node)
        for quote in quotes:
            node = v.quote_iri(self.source_id, quote.start, quote.end)
            self.link(subject, v.CCHC + "quote", node)
            self.type(node, v.CCHC + "Quote", v.OA + "SpecificResource")
            self.link(node, v.OA + "hasSource", self.source_node)
            place = f"{self.source_node}/place/{quote.start}-{quote.end}"
            self.link(node, v.OA + "hasSelector", place + "/text", place + "/position")
            self.type(place + "/text", v.OA + "TextQuoteSelector")
            for name, text in (("exact", quote.exact), ("prefix", quote.prefix), ("suffix", quote.suffix)):
                if text:
                    self.value(place + "/text", v.OA + name, text, "string")
            self.type(place + "/position", v.OA + "TextPositionSelector")
            self.value(place + "/position", v.OA + "start", quote.start, "nonNegativeInteger")
            self.value(place + "/position", v.OA + "end", quote.end, "nonNegativeInteger")

    # -- things that claims are about --------------------------------------------------------------------------------

    def unit(self, unit: Unit) -> str:
        node = v.unit_iri(unit.path)
        if not unit.known:
            self.type(node, v.CCHC + unit.kind, v.ORG + "FormalOrganization")
            self.label(node, unit.name, unit.name_en)
            self.value(node, v.CCHC + "sortKey", sort_key(unit.name), "string")
            if unit.within:
                self.link(node, v.ORG + "subOrganizationOf", v.unit_iri(unit.within))
        return node

    def concept(self, kind: str, concept: Concept, cls: str, index: str | None = None) -> str:
        """A component, grade, region or class of units; declared here where the reference data does not."""
        node = f"{v.ID}{kind}/{concept.path}"
        if not concept.known:
            self.type(node, v.CCHC + cls, v.SKOS + "Concept")
            self.label(node, concept.name, concept.name_en)
            if index:
                self.link(node, v.CCHC + "index", v.index_iri(index))
        return node

    def edition(self, edition: Edition) -> str:
        node = v.edition_iri(edition.index, edition.year, edition.population)
        self.type(node, v.CCHC + "IndexEdition", v.DCAT + "Dataset")
        self.link(node, v.CCHC + "index", v.index_iri(edition.index))
        self.value(node, v.CCHC + "year", edition.year, "gYear")
        self.link(node, v.CCHC + "population", f"{v.ID}population/{edition.population}")
        if edition.owner:
            index, owner = v.index_iri(edition.index), edition.owner
            self.type(index, v.CCHC + "ReformIndex", v.SKOS + "Concept")
            self.label(
                index,
                f"Chỉ số cải cách hành chính của {owner.name}",
                f"Public administration reform index of {owner.name_en or owner.name}",
            )
            self.link(index, v.CCHC + "owner", self.unit(owner))
        return node

    def earlier(self, edition: Edition, year: int | None) -> None:
        """Declares the edition that a change is measured against, so that rules can speak of it."""
        before = Edition(edition.index, year or edition.year - 1, edition.population, edition.owner)
        node = self.edition(before)
        if before.year == edition.year - 1:
            self.link(v.edition_iri(edition.index, edition.year, edition.population), v.CCHC + "previousEdition", node)

    def status(self, node: str, status: str, interpretation: tuple[str, ...]) -> None:
        self.link(node, v.CCHC + "status", v.CCHC + _STATUS[status])
        self.link(node, v.CCHC + "interpretation", *(f"{v.ID}interpretation/{rule}" for rule in interpretation))

    def measured_in(self, node: str, unit_of_measure: str | None) -> None:
        if unit_of_measure in _UNIT_OF_MEASURE:
            self.link(node, v.CCHC + "unitOfMeasure", v.CCHC + _UNIT_OF_MEASURE[unit_of_measure])

    def compared(self, node: str, edition: Edition, year: int | None) -> None:
        self.earlier(edition, year)
        if year is not None and year != edition.year - 1:
            before = v.edition_iri(edition.index, year, edition.population)
            self.link(node, v.CCHC + "comparedWith", before)

    # -- claims ------------------------------------------------------------------------------------------------------

    @singledispatchmethod
    def claim(self, claim: object) -> None:
        raise TypeError(f"no triples for {type(claim).__name__}")

    @claim.register
    def _(self, claim: Observation) -> None:
        edition = self.edition(claim.edition)
        unit = self.unit(claim.unit)
        edition_path = v.edition_path(claim.edition.index, claim.edition.year, claim.edition.population)
        component = claim.component
        path = v.result_path(edition_path, claim.unit.path, component.path if component else None)
        result = f"{v.ID}result/{path}"
        self.type(result, v.CCHC + "Result")
        self.link(result, v.CCHC + "edition", edition)
        self.link(result, v.CCHC + "unit", unit)
        if component:
            node = self.concept("component", component, "Component", claim.edition.index)
            self.link(result, v.CCHC + "component", node)

        said = claim.value.path.rsplit("/", 1)[-1] if isinstance(claim.value, Concept) else claim.value
        parts = [path, claim.measure.replace("_", "-")]
        if claim.scope:
            parts.append(claim.scope.path)
        if claim.period:
            parts.append(slug(claim.period))
        if claim.compared_with is not None and claim.compared_with != claim.edition.year - 1:
            parts.append(f"since-{claim.compared_with}")
        parts.append(decimal_text(said) if isinstance(said, Decimal) else str(said))
        if claim.unit_of_measure in _UNIT_OF_MEASURE and claim.measure == "score":
            parts.append(claim.unit_of_measure)
        node = f"{v.ID}claim/{self.source_id}/{'/'.join(parts)}"

        self.type(node, v.CCHC + "Claim", v.PROV + "Entity")
        self.link(node, v.CCHC + "about", result)
        self.status(node, claim.status, claim.interpretation)
        self.evidence(node, claim.quotes)
        self.measured_in(node, claim.unit_of_measure)
        predicate = v.CCHC + _MEASURE_PROPERTY[claim.measure]
        if isinstance(claim.value, Concept):
            self.link(node, predicate, self.concept("grade", claim.value, "Grade", claim.edition.index))
        elif isinstance(claim.value, str):
            self.link(node, predicate, v.CCHC + _STANDING[claim.value])
        else:
            self.number(node, predicate, claim.value)
        if claim.measure in ("rank_change", "score_change"):
            self.compared(node, claim.edition, claim.compared_with)
        if claim.rank_of is not None:
            self.number(node, v.CCHC + "rankedAmong", claim.rank_of)
        if claim.scope:
            scope = claim.scope
            within = self.unit(scope) if isinstance(scope, Unit) else self.concept("region", scope, "Region")
            self.link(node, v.CCHC + "rankedWithin", within)
        if claim.maximum is not None:
            self.number(node, v.CCHC + "maximum", claim.maximum)
        if claim.period:
            self.text(node, v.CCHC + "period", claim.period)
        if claim.stated_as:
            self.text(node, v.CCHC + "statedAs", claim.stated_as)

    @claim.register
    def _(self, claim: Statistic) -> None:
        edition = self.edition(claim.edition)
        path = v.edition_path(claim.edition.index, claim.edition.year, claim.edition.population) + "/" + claim.kind
        if claim.subgroup:
            path += "/" + claim.subgroup.path
        if claim.grade:
            path += "/" + claim.grade.path.rsplit("/", 1)[-1]
        if claim.band and not claim.grade:
            path += "/" + _band_slug(claim)
        statistic = f"{v.ID}statistic/{path}"
        said = [path]
        if claim.value is not None:
            said.append(decimal_text(claim.value))
        if claim.change is not None:
            since = f"since-{claim.compared_with}/" if claim.compared_with else ""
            said.append(f"change/{since}{decimal_text(claim.change)}")
        if claim.standing:
            said.append(claim.standing)
        node = f"{v.ID}claim/{self.source_id}/{'/'.join(said)}"

        self.type(statistic, v.CCHC + "Statistic")
        self.link(statistic, v.CCHC + "edition", edition)
        self.link(statistic, v.CCHC + "statisticKind", v.CCHC + _STATISTIC_KIND[claim.kind])
        if claim.subgroup:
            self.link(statistic, v.CCHC + "subgroup", self.concept("unit-class", claim.subgroup, "UnitClass"))
        if claim.grade:
            self.link(statistic, v.CCHC + "grade", self.concept("grade", claim.grade, "Grade", claim.edition.index))
        self.type(node, v.CCHC + "Claim", v.PROV + "Entity")
        self.link(node, v.CCHC + "about", statistic)
        self.status(node, claim.status, claim.interpretation)
        self.evidence(node, claim.quotes)
        self.measured_in(node, claim.unit_of_measure)
        if claim.value is not None:
            self.value(node, v.CCHC + "value", decimal_text(claim.value), "decimal")
        if claim.change is not None:
            self.value(node, v.CCHC + "valueChange", decimal_text(claim.change), "decimal")
            self.compared(node, claim.edition, claim.compared_with)
        if claim.kind in ("risen-count", "fallen-count"):
            self.compared(node, claim.edition, claim.compared_with)
        if claim.out_of is not None:
            self.number(node, v.CCHC + "outOf", claim.out_of)
        if claim.standing:
            self.link(node, v.CCHC + "standing", v.CCHC + _STANDING[claim.standing])
        if claim.stated_as:
            self.text(node, v.CCHC + "statedAs", claim.stated_as)
        if claim.band:
            subject = node if claim.grade else statistic
            for name, bound, inclusive in (
                ("lower", claim.band.lower, claim.band.lower_inclusive),
                ("upper", claim.band.upper, claim.band.upper_inclusive),
            ):
                if bound is not None:
                    self.number(subject, f"{v.CCHC}{name}Bound", bound)
                    self.value(subject, f"{v.CCHC}{name}Inclusive", str(inclusive).lower(), "boolean")

    @claim.register
    def _(self, claim: IndicatorValue) -> None:
        indicator = self.concept("indicator", claim.indicator, "Indicator")
        whose = claim.unit.path if claim.unit else claim.population or "unknown"
        when = f"{claim.year}/" if claim.year else ""
        kind = "growth" if claim.factor is not None else "value"
        value = decimal_text(claim.factor if claim.factor is not None else claim.value)
        node = f"{v.ID}indicator-value/{self.source_id}/{claim.indicator.path}/{whose}/{when}{kind}/{value}"
        self.type(node, v.CCHC + "IndicatorValue", v.PROV + "Entity")
        self.link(node, v.CCHC + "indicator", indicator)
        self.status(node, claim.status, ())
        self.evidence(node, claim.quotes)
        self.value(node, v.CCHC + "value", decimal_text(claim.value), "decimal")
        if isinstance(claim.unit_of_measure, Concept):
            counted = self.concept("measure", claim.unit_of_measure, "UnitOfMeasure")
            self.link(node, v.CCHC + "unitOfMeasure", counted)
        else:
            self.measured_in(node, claim.unit_of_measure)
        self.link(node, v.CCHC + "precision", v.CCHC + _PRECISION[claim.precision])
        if claim.unit:
            self.link(node, v.CCHC + "unit", self.unit(claim.unit))
        if claim.population:
            self.link(node, v.CCHC + "population", f"{v.ID}population/{claim.population}")
        if claim.year:
            self.value(node, v.CCHC + "year", claim.year, "gYear")
        if claim.factor is not None:
            self.value(node, v.CCHC + "growthFactor", decimal_text(claim.factor), "decimal")
        if claim.compared_with:
            self.value(node, v.CCHC + "comparedWithYear", claim.compared_with, "gYear")

    def official(self, name: str) -> str:
        node = f"{v.ID}official/{slug(name)}"
        self.type(node, v.CCHC + "Official", v.FOAF + "Person")
        self.label(node, name)
        self.value(node, v.FOAF + "name", name, "string")
        return node

    @claim.register
    def _(self, claim: Post) -> None:
        person = self.official(claim.person)
        organization = self.unit(claim.organization)
        place = f"{claim.organization.path}/{slug(claim.title)}"
        post = f"{v.ID}post/{place}"
        self.type(post, v.ORG + "Post")
        self.label(post, claim.title)
        self.link(post, v.ORG + "postIn", organization)
        node = f"{v.ID}membership/{slug(claim.person)}/{place}"
        self.type(node, v.ORG + "Membership")
        self.link(node, v.ORG + "member", person)
        self.link(node, v.ORG + "organization", organization)
        self.link(node, v.CCHC + "post", post)
        self.link(person, v.ORG + "holds", post)
        if claim.attested_on:
            self.value(node, v.CCHC + "attestedOn", claim.attested_on, "date")
        self.evidence(node, claim.quotes)

    @claim.register
    def _(self, claim: Meeting) -> None:
        organizer = claim.organizer.path if claim.organizer else "khong-ro"
        node = f"{v.ID}meeting/{claim.date}/{organizer}"
        self.type(node, v.CCHC + "Meeting", v.SCHEMA + "Event")
        self.text(node, v.CCHC + "nameAsStated", claim.name)
        self.value(node, v.CCHC + "heldOn", claim.date, "date")
        self.evidence(node, claim.quotes)
        self.link(node, v.CCHC + "interpretation", *(f"{v.ID}interpretation/{r}" for r in claim.interpretation))
        if claim.organizer:
            self.link(node, v.CCHC + "organizer", self.unit(claim.organizer))
        if claim.chair:
            self.link(node, v.CCHC + "chair", self.official(claim.chair))
        if claim.session is not None:
            self.number(node, v.CCHC + "session", claim.session)
        if claim.part_of_day:
            self.link(node, v.CCHC + "partOfDay", v.CCHC + _PART_OF_DAY[claim.part_of_day])
        if claim.place:
            self.text(node, v.CCHC + "place", claim.place)
        if claim.online:
            self.value(node, v.CCHC + "online", "true", "boolean")
        for edition in claim.published:
            self.link(self.edition(edition), v.CCHC + "publishedAt", node)
        for point in claim.points:
            unit = self.unit(point.unit)
            at = f"{node}/diem-cau/{point.unit.path}"
            self.type(at, v.CCHC + "ConnectingPoint")
            self.label(at, f"Điểm cầu {point.unit.name}", f"Connecting point {point.unit.name_en or point.unit.name}")
            self.link(node, v.CCHC + "connectingPoint", at)
            self.link(at, v.CCHC + "unit", unit)
            self.link(at, v.CCHC + "attendee", *(self.official(name) for name in point.attendees))
            self.evidence(at, point.quotes)

    @claim.register
    def _(self, claim: Directive) -> None:
        words = "-".join(slug(claim.text).split("-")[:10])
        node = f"{v.ID}directive/{self.source_id}/{words}"
        self.type(node, v.CCHC + "Directive", v.PROV + "Entity")
        self.text(node, v.CCHC + "directiveText", claim.text)
        self.evidence(node, claim.quotes)
        if claim.by:
            self.link(node, v.CCHC + "issuedBy", self.official(claim.by))
        if claim.by_unit:
            self.link(node, v.CCHC + "issuedBy", self.unit(claim.by_unit))
        if claim.to:
            self.text(node, v.CCHC + "addressedTo", claim.to)
        self.link(node, v.CCHC + "addressee", *(self.unit(unit) for unit in claim.to_units))
        if claim.deadline:
            self.value(node, v.CCHC + "deadline", claim.deadline, "date")
        if claim.checked_by:
            self.link(node, v.CCHC + "checkedBy", self.unit(claim.checked_by))
        self.link(node, v.CCHC + "reformArea", *(f"{v.ID}area/{area}" for area in claim.areas))

    @claim.register
    def _(self, claim: Method) -> None:
        edition = self.edition(claim.edition)
        path = v.edition_path(claim.edition.index, claim.edition.year, claim.edition.population)
        node = f"{v.ID}claim/{self.source_id}/{path}/method/{claim.method.path}"
        method = self.concept("method", claim.method, "AssessmentMethod")
        self.type(node, v.CCHC + "Claim", v.PROV + "Entity")
        self.link(node, v.CCHC + "about", edition)
        self.status(node, "stated", ())
        self.link(node, v.CCHC + "assessmentMethod", method)
        self.evidence(node, claim.quotes)


def _band_slug(claim: Statistic) -> str:
    band = claim.band
    if band is None:
        return ""
    parts: Iterator[str | None] = iter(
        (
            band.lower is not None and f"{'from' if band.lower_inclusive else 'over'}-{decimal_text(band.lower)}" or None,
            band.upper is not None and f"{'to' if band.upper_inclusive else 'under'}-{decimal_text(band.upper)}" or None,
        )
    )
    return "-".join(part for part in parts if part)
