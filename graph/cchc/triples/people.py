"""Which person a name in a source means: officials are told apart by their name and by the territory that they serve.

A name alone is no identity: two provinces may have officials of one name. The IRI of a person is a function of what the
one source says, so it depends neither on other sources nor on the order of loading:

* ``id/official/NAME-PROVINCE`` for who serves in a province, in whatever body and however long: a Phó Chủ tịch who
  becomes Chủ tịch, or Bí thư Tỉnh ủy, stays the same;
* ``id/official/NAME`` for who serves the nation as a whole, and where a source tells neither post nor place.

Party and steering committees of the nation have members who serve in provinces, so a seat there tells nothing. Which
people of one name are one person after all is settled over all sources (``ontology/settling/people.rq``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cchc.claims import Post, Quote, Unit
from cchc.vietnamese import slug

_TERRITORIES = ("Province", "District", "Commune")
_BESIDE_AN_OFFICE = ("PartyCommittee", "SteeringCommittee")
"""Kinds of bodies in which people sit beside the office that they hold."""
_SUCCESSOR_YEAR = re.compile(r"-\d{4}\Z")
_NATION = ""


def territory(unit: Unit) -> str:
    """The province to which a unit belongs, as the first step of its path; nothing for a body of the nation.

    A province of a later year is the same territory here: who serves ``dong-thap`` and then ``dong-thap-2025`` is one.
    """
    top, below, _ = unit.path.partition("/")
    return _SUCCESSOR_YEAR.sub("", top) if below or unit.kind in _TERRITORIES else _NATION


@dataclass(slots=True)
class _Person:
    """One person of a source: the quotes that name them, and the territory that their posts tell, if they do."""

    quotes: list[Quote] = field(default_factory=list)
    serves: str | None = None

    def named_in(self, quotes: Iterable[Quote]) -> bool:
        return any(q.start < own.end and own.start < q.end for q in quotes for own in self.quotes)


class People:
    """The people of one source, from all its posts.

    Posts whose quotes overlap are of one mention, so of one person, whatever they are.
    """

    def __init__(self, posts: Iterable[Post]) -> None:
        self._by_name: dict[str, list[_Person]] = {}
        for post in sorted(posts, key=_place):
            persons = self._by_name.setdefault(slug(post.person), [])
            person = next((p for p in persons if p.named_in(post.quotes)), None)
            if person is None:
                person = _Person()
                persons.append(person)
            person.quotes += post.quotes
            where = territory(post.organization)
            if where or post.organization.kind not in _BESIDE_AN_OFFICE:
                person.serves = max(person.serves or _NATION, where)

    def path(self, name: str, quotes: Iterable[Quote] = (), units: Iterable[Unit] = ()) -> str:
        """The IRI's path below ``id/official/`` of the person whom a name means.

        :param quotes: the place where the name stands: it is the person whose posts are told there.
        :param units: units to which the person belongs, for where the source tells no post of theirs, or those of
            several people of the name.
        """
        words = slug(name)
        persons = self._by_name.get(words, [])
        near = [person.serves for person in persons if person.named_in(quotes) and person.serves is not None]
        told = {person.serves for person in persons if person.serves is not None}
        hinted = [territory(unit) for unit in units]
        if near:
            where = near[0]
        elif persons:
            where = next((hint for hint in hinted if hint in told), min(told, default=_NATION))
        else:
            where = next((hint for hint in hinted), _NATION)
        return f"{words}-{where}" if where else words


def _place(post: Post) -> tuple[int, str, str]:
    return min((quote.start for quote in post.quotes), default=0), post.organization.path, post.title
