"""Places in sources, and the things that claims are about."""

from __future__ import annotations

from dataclasses import dataclass
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
class CellQuote:
    """A cell of a table that is quoted.

    ``row`` and ``column`` count from 1, as in RFC 7111 (``#cell=``); ``exact`` is the cell's text, ``sheet`` the slug
    of its sheet (empty for a file that has none), ``heading`` the words above it.
    """

    row: int
    column: int
    exact: str
    sheet: str = ""
    heading: str = ""


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
    indices have none. ``model`` is the national index that an own one follows; None is PAR INDEX.
    """

    index: str
    year: int
    population: str
    owner: Unit | None = None
    model: Concept | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """An interval of scores, as a source bounds a group of units: ``80 – < 90`` is ``Band(80, 90, True, False)``."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_inclusive: bool = True
    upper_inclusive: bool = False
