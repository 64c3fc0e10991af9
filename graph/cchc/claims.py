"""Claims: the waist between documents and triples.

Readers of documents make these plain records and know nothing of RDF; :mod:`cchc.triples` turns them into quads and
knows nothing of documents. Every record carries the place in its source that says it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact place in a source text.

    ``start`` and ``end`` count Unicode code points of the NFC text, 0-based, end exclusive (RFC 5147 ``#char=``).
    ``prefix`` and ``suffix`` are the rest of the sentence before and after.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit as a reader recognised it.

    ``path`` is its IRI below ``id/unit/`` (``lang-son``, ``dong-thap/so-noi-vu``); ``kind`` is the local name of its
    class (``Province``, ``District``, ``Commune``, ``Ministry``, ``Department``, ``PeoplesCommittee``,
    ``PartyCommittee``, ``SteeringCommittee``, or ``AdministrativeUnit``); ``within`` the path of the unit that it
    belongs to. ``known`` says that the reference data declares it; what is not known is declared by the source.
    """

    path: str
    name: str
    kind: str
    within: str | None = None
    name_en: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A component, grade, region, indicator … with its ``path`` below ``id/component/``, ``id/grade/`` ….

    ``known`` says that the reference data declares it; what is not known is declared by the source that names it.
    """

    path: str
    name: str
    name_en: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One year of one index for one population (``province``, ``ministry``, ``department``, ``district``, ``commune``).

    ``index`` is the index's slug (``par-index``). ``owner`` is the province whose own index it is; the national
    indices have none.
    """

    index: str
    year: int
    population: str
    owner: Unit | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """An interval of scores, as a source bounds a group of units: ``80 – < 90`` is ``Band(80, 90, True, False)``."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_inclusive: bool = True
    upper_inclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One measure of one unit in one edition, over all or in one component.

    ``measure`` says what ``value`` is: a Decimal (``score``, ``score_change``), an int (``rank``, ``rank_change``:
    positive is better), a Concept (``grade``), or one of ``among-highest``, ``among-lowest``, ``last`` (``standing``).
    ``compared_with`` is the year a change is measured against, None for the edition before; ``rank_of`` the number
    ranked, ``scope`` the region or province of a rank inside one, ``period`` the week or month of an index published
    more often than once a year, ``stated_as`` the source's own words for a grade. ``interpretation`` holds the slugs
    (below ``id/interpretation/``) of the reading rules that supplied what the quoted words alone do not say.
    """

    edition: Edition
    unit: Unit
    measure: str
    value: Decimal | int | str | Concept
    quotes: tuple[Quote, ...]
    component: Concept | None = None
    unit_of_measure: str | None = None
    rank_of: int | None = None
    scope: Concept | Unit | None = None
    maximum: Decimal | None = None
    compared_with: int | None = None
    period: str | None = None
    stated_as: str | None = None
    status: str = "stated"
    interpretation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """A figure about an edition as a whole or about a part of its population.

    ``kind`` is ``mean``, or a number of units: ``grade-count``, ``band-count`` (in a band of scores), ``risen-count``,
    ``fallen-count``.
    ``subgroup`` is a class of units (below ``id/unit-class/``) where the figure is about a part only; ``change`` is the
    difference to ``compared_with`` (a year; None for the edition before).
    """

    edition: Edition
    kind: str
    quotes: tuple[Quote, ...]
    value: Decimal | None = None
    change: Decimal | None = None
    compared_with: int | None = None
    out_of: int | None = None
    grade: Concept | None = None
    band: Band | None = None
    subgroup: Concept | None = None
    standing: str | None = None
    unit_of_measure: str | None = None
    stated_as: str | None = None
    status: str = "stated"
    interpretation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """A figure outside the indices. ``unit_of_measure`` is ``percent`` or a concept below ``id/measure/``.

    ``population`` says whose it is where that is not one unit (``ministries``, ``localities``, ``nation``).
    ``precision`` is ``exact``, ``about`` or ``more-than``; ``factor`` is growth against ``compared_with`` ("1,5 lần").
    """

    indicator: Concept
    quotes: tuple[Quote, ...]
    value: Decimal
    unit_of_measure: str | Concept
    year: int | None = None
    unit: Unit | None = None
    population: str | None = None
    precision: str = "exact"
    factor: Decimal | None = None
    compared_with: int | None = None
    status: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post held by a person in an organisation, as attested in a source on a date (ISO 8601, or None)."""

    person: str
    title: str
    organization: Unit
    quotes: tuple[Quote, ...]
    attested_on: str | None = None
    status: str = "stated"


@dataclass(frozen=True, slots=True)
class ConnectingPoint:
    """A connecting point (điểm cầu) of a meeting: the unit it stands for and the people who sat there."""

    unit: Unit
    attendees: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A conference or numbered session. ``date`` is ISO 8601; ``part_of_day`` morning, afternoon, evening or None."""

    date: str
    name: str
    quotes: tuple[Quote, ...]
    organizer: Unit | None = None
    chair: str | None = None
    chair_post: str | None = None
    session: int | None = None
    part_of_day: str | None = None
    place: str | None = None
    online: bool = False
    published: tuple[Edition, ...] = ()
    points: tuple[ConnectingPoint, ...] = ()
    interpretation: tuple[str, ...] = ()
    status: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """An order or request: who told whom to do what, by when, about which reform areas (slugs of the six areas)."""

    text: str
    quotes: tuple[Quote, ...]
    by: str | None = None
    by_unit: Unit | None = None
    to: str | None = None
    to_units: tuple[Unit, ...] = ()
    deadline: str | None = None
    checked_by: Unit | None = None
    areas: tuple[str, ...] = ()
    status: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method by which an edition was assessed, as a concept below ``id/method/``."""

    edition: Edition
    method: Concept
    quotes: tuple[Quote, ...]
    status: str = "stated"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A figure that looks like one of the genre but found no certain owner, and why (a slug of the catalogue)."""

    text: str
    why: str
    quotes: tuple[Quote, ...]


Claim = Observation | Statistic | IndicatorValue | Post | Meeting | Directive | Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as it was read. ``text`` is its NFC text, ``sha256`` the hash of that text in UTF-8.

    ``name`` is the file's name; ``published`` and ``page_date`` (the date that the page itself shows, which may be the
    day on which it was saved) are ISO 8601 dates. What the document does not tell is None. ``pages`` holds the offset
    at which each page starts, for a document that has pages (PDF); ``encoding`` is that of the file's bytes, where its
    format has several.
    """

    id: str
    name: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    page_date: str | None = None
    url: str | None = None
    pages: tuple[int, ...] = ()
    encoding: str | None = None

    def page_at(self, offset: int) -> int | None:
        """The number, from 1, of the page on which the character at an offset stands; None without pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim that a person made in a review. ``revises`` is the (retracted) claim in whose place it stands, if any."""

    claim: Claim
    revises: Claim | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person changed in a reading. Claims that were struck stand, retracted, among the claims of the reading.

    ``reviewer`` is a name and ``reviewed_on`` an ISO 8601 date, None where they were not given; ``notes`` are remarks
    on claims of the reading, kept or retracted.
    """

    reviewer: str | None = None
    reviewed_on: str | None = None
    corrections: tuple[Correction, ...] = ()
    notes: tuple[tuple[Claim, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader got from one source: what it says, and what was seen but not understood.

    ``review`` holds the claims of a person who reviewed it; a reading that nobody changed has none.
    """

    source: Source
    claims: tuple[Claim, ...] = ()
    unplaced: tuple[Unplaced, ...] = field(default=())
    review: Review | None = None
