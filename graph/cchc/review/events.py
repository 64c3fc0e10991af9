"""Records of meetings, officials, directives and methods back to claims."""

from __future__ import annotations

from dataclasses import replace

from cchc.claims import Claim, ConnectingPoint, Directive, Meeting, Method, Post
from cchc.review.common import Quotes, concept_of, edition_of, unit_of
from cchc.review.fields import Fields
from cchc.review.names import Names


def meeting(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, Meeting) else None
    date, name = f.day("date", required=True), f.text("name", required=True)
    organizer = unit_of(f, "organizer", names, before.organizer if before else None, required=False)
    points = before.points if before else ()
    if f.changed("points"):
        points = _points(f, quotes, names)
    session = f.integer("session", least=1)
    chair, post, place = f.text("chair"), f.text("chair_post"), f.text("place")
    together = f.record.get("co_chairs") or []
    if not isinstance(together, list) or not all(isinstance(person, str) and person.strip() for person in together):
        f.refuse("co_chairs", "[]")
    if f.problems or date is None or name is None:
        return None
    return replace(
        before or Meeting(date=date, name=name, quotes=quotes),
        date=date,
        name=name,
        quotes=quotes,
        organizer=organizer,
        points=points,
        session=session,
        chair=chair,
        chair_post=post,
        co_chairs=tuple(together),
        place=place,
    )


def _points(f: Fields, quotes: Quotes, names: Names) -> tuple[ConnectingPoint, ...]:
    found = []
    points = f.record.get("points") or []
    for point in points if isinstance(points, list) else [points]:
        attendees = point.get("attendees", []) if isinstance(point, dict) else None
        name = point.get("unit") if isinstance(point, dict) else None
        unit = names.unit(name) if isinstance(name, str) else None
        people = isinstance(attendees, list) and all(isinstance(person, str) and person.strip() for person in attendees)
        if unit is None or not people:
            f.refuse("points", '[{"unit": "Lạng Sơn", "attendees": []}]')
            return ()
        found.append(ConnectingPoint(unit, tuple(attendees or ()), quotes))
    return tuple(found)


def official(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, Post) else None
    person, title = f.text("name", required=True), f.text("post", required=True)
    organization = unit_of(f, "organization", names, before.organization if before else None)
    if f.problems or person is None or title is None or organization is None:
        return None
    made = before or Post(person=person, title=title, organization=organization, quotes=quotes)
    return replace(made, person=person, title=title, organization=organization, quotes=quotes)


def directive(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, Directive) else None
    text, deadline, to, by = f.text("text", required=True), f.day("deadline"), f.text("to"), f.text("by")
    areas = before.areas if before else ()
    if f.changed("areas"):
        given = f.record.get("areas") or []
        known = [path for kind, path in names.gazetteer.by_path if kind == "area"]
        areas = tuple(str(area) for area in given) if isinstance(given, list) else ()
        if not isinstance(given, list) or not set(areas) <= set(known):
            f.unknown("areas", known)
    if f.problems or text is None:
        return None
    made = before or Directive(text=text, quotes=quotes)
    if f.changed("by"):
        unit = names.unit(by) if by else None
        made = replace(made, by=None if unit else by, by_unit=unit)
    if f.changed("to"):
        unit = names.unit(to) if to else None
        made = replace(made, to=to, to_units=(unit,) if unit else ())
    return replace(made, text=text, deadline=deadline, areas=areas, quotes=quotes)


def method(f: Fields, base: Claim | None, quotes: Quotes, names: Names) -> Claim | None:
    before = base if isinstance(base, Method) else None
    how = concept_of(f, "name", "method", names, before.method if before else None)
    if how is None and not f.problems:
        f.refuse("name", ", ".join(names.concept_names("method")[:3]))
    edition = edition_of(
        f, names, before.edition if before else None, before.edition.population if before else "province"
    )
    if f.problems or how is None or edition is None:
        return None
    return Method(edition=edition, method=how, quotes=quotes)
