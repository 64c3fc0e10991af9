"""The kinds of claims."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cchc.claims.things import Band, CellQuote, Concept, Edition, Quote, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One measure of one unit in one edition, over all or in one component.

    ``measure`` says what ``value`` is: a Decimal (``score``, ``score_change``), an int (``rank``, ``rank_change``:
    positive is better), a Concept (``grade``), or one of ``among-highest``, ``among-lowest``, ``last`` (``standing``).
    ``compared_with`` is the year a change is measured against, None for the edition before; ``rank_of`` the number
    ranked, ``scope`` the region or province of a rank inside one, ``period`` the week or month of an index published
    more often than once a year, ``stated_as`` the source's own words for a grade. ``interpretation`` holds the slugs
    (below ``id/interpretation/``) of the reading rules that supplied what the quoted words alone do not say. ``cell``
    is the place in a table, ``cited`` the addresses of the pages that the source names as its own source, ``note`` its
    remark.
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
    cell: CellQuote | None = None
    cited: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """A figure about an edition as a whole or about a part of its population.

    ``kind`` is ``mean``, or a number of units: ``grade-count``, ``band-count`` (in a band of scores), ``risen-count``
    and ``fallen-count`` (by their scores), ``rank-risen-count`` and ``rank-fallen-count`` (by their ranks), or
    ``unsaid-risen-count`` and ``unsaid-fallen-count``, where the source does not say by which of the two.
    ``subgroup`` is a class of units (below ``id/unit-class/``) where the figure is about a part only; ``change`` is the
    difference to ``compared_with`` (a year; None for the edition before). ``region`` and ``component`` say that a mean
    is over the units of a region only, and in a component only; ``cell``, ``cited`` and ``note`` are as for an
    observation.
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
    region: Concept | None = None
    component: Concept | None = None
    cell: CellQuote | None = None
    cited: tuple[str, ...] = ()
    note: str | None = None


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
    """A conference or numbered session. ``date`` is ISO 8601; ``part_of_day`` morning, afternoon, evening or None;
    ``chair`` who chaired it, or the first of several, of whom ``co_chairs`` are the others."""

    date: str
    name: str
    quotes: tuple[Quote, ...]
    organizer: Unit | None = None
    chair: str | None = None
    chair_post: str | None = None
    co_chairs: tuple[str, ...] = ()
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
