"""What meetings, posts and directives say in triples: things that happened, which several sources may describe."""

from __future__ import annotations

from cchc import vocabulary as v
from cchc.claims import Directive, Meeting, Post
from cchc.triples.statements import write
from cchc.triples.writer import SourceGraph
from cchc.vietnamese import slug

_PART_OF_DAY = {"morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}


@write.register
def _(claim: Post, graph: SourceGraph) -> str:
    place = f"{claim.organization.path}/{slug(claim.title)}"
    if claim.status == "retracted":
        words = f"{claim.person}, {claim.title}, {claim.organization.name}"
        return graph.retraction(f"membership/{slug(claim.person)}/{place}", words, claim.quotes)
    person = graph.official(claim.person, claim.quotes, claim.organization)
    organization = graph.unit(claim.organization)
    post = f"{v.ID}post/{place}"
    graph.type(post, v.ORG + "Post")
    graph.label(post, claim.title)
    graph.link(post, v.ORG + "postIn", organization)
    node = f"{v.ID}membership/{person.removeprefix(v.ID + 'official/')}/{place}"
    graph.type(node, v.ORG + "Membership")
    graph.link(node, v.ORG + "member", person)
    graph.link(node, v.ORG + "organization", organization)
    graph.link(node, v.CCHC + "post", post)
    graph.link(person, v.ORG + "holds", post)
    if claim.attested_on:
        graph.value(node, v.CCHC + "attestedOn", claim.attested_on, "date")
    graph.evidence(node, claim.quotes)
    return node


@write.register
def _(claim: Meeting, graph: SourceGraph) -> str:
    organizer = claim.organizer.path if claim.organizer else "khong-ro"
    if claim.status == "retracted":
        return graph.retraction(f"meeting/{claim.date}/{organizer}", f"{claim.name} ({claim.date})", claim.quotes)
    node = f"{v.ID}meeting/{claim.date}/{organizer}"
    graph.type(node, v.CCHC + "Meeting", v.SCHEMA + "Event")
    graph.text(node, v.CCHC + "nameAsStated", claim.name)
    graph.value(node, v.CCHC + "heldOn", claim.date, "date")
    graph.evidence(node, claim.quotes)
    graph.link(node, v.CCHC + "interpretation", *(f"{v.ID}interpretation/{r}" for r in claim.interpretation))
    if claim.organizer:
        graph.link(node, v.CCHC + "organizer", graph.unit(claim.organizer))
    for chair in (*((claim.chair,) if claim.chair else ()), *claim.co_chairs):
        graph.link(node, v.CCHC + "chair", graph.official(chair, claim.quotes, *filter(None, [claim.organizer])))
    if claim.session is not None:
        graph.number(node, v.CCHC + "session", claim.session)
    if claim.part_of_day:
        graph.link(node, v.CCHC + "partOfDay", v.CCHC + _PART_OF_DAY[claim.part_of_day])
    if claim.place:
        graph.text(node, v.CCHC + "place", claim.place)
    if claim.online:
        graph.value(node, v.CCHC + "online", "true", "boolean")
    for edition in claim.published:
        graph.link(graph.edition(edition), v.CCHC + "publishedAt", node)
    for point in claim.points:
        unit = graph.unit(point.unit)
        at = f"{node}/diem-cau/{point.unit.path}"
        graph.type(at, v.CCHC + "ConnectingPoint")
        graph.label(at, f"Điểm cầu {point.unit.name}", f"Connecting point {point.unit.name_en or point.unit.name}")
        graph.link(node, v.CCHC + "connectingPoint", at)
        graph.link(at, v.CCHC + "unit", unit)
        graph.link(
            at, v.CCHC + "attendee", *(graph.official(name, point.quotes, point.unit) for name in point.attendees)
        )
        graph.evidence(at, point.quotes)
    return node


@write.register
def _(claim: Directive, graph: SourceGraph) -> str:
    words = "-".join(slug(claim.text).split("-")[:10])
    if claim.status == "retracted":
        return graph.retraction(f"directive/{words}", claim.text, claim.quotes)
    node = graph.name_for(graph.path("directive", words), claim.text)
    graph.type(node, v.CCHC + "Directive", v.PROV + "Entity")
    graph.text(node, v.CCHC + "directiveText", claim.text)
    graph.evidence(node, claim.quotes)
    if claim.by:
        graph.link(node, v.CCHC + "issuedBy", graph.official(claim.by, claim.quotes))
    if claim.by_unit:
        graph.link(node, v.CCHC + "issuedBy", graph.unit(claim.by_unit))
    if claim.to:
        graph.text(node, v.CCHC + "addressedTo", claim.to)
    graph.link(node, v.CCHC + "addressee", *(graph.unit(unit) for unit in claim.to_units))
    if claim.deadline:
        graph.value(node, v.CCHC + "deadline", claim.deadline, "date")
    if claim.checked_by:
        graph.link(node, v.CCHC + "checkedBy", graph.unit(claim.checked_by))
    graph.link(node, v.CCHC + "reformArea", *(f"{v.ID}area/{area}" for area in claim.areas))
    return node
