"""An explanation as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the name of its sheet (empty for a file that has none), row and column from 1, and heading."""

    sheet: str
    row: int
    column: int
    heading: str

    @property
    def name(self) -> str:
        """The cell as spreadsheets name it: ``C12``."""
        letters, number = "", self.column
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.row}"


@dataclass(frozen=True, slots=True)
class Place:
    """A quote in its sentence, of which ``before`` and ``after`` are the rest. Offsets count code points.

    Of a table, ``cell`` is where the words stand, and ``cited`` are the addresses that the table names for them.
    """

    source: str
    source_label: str
    start: int
    end: int
    before: str
    exact: str
    after: str
    cell: Cell | None = None
    cited: tuple[str, ...] = ()

    @property
    def sentence(self) -> tuple[str, int, int]:
        """The source and the offsets of the whole sentence; of a cell its sheet, row and column."""
        if self.cell:
            return f"{self.source}/{self.cell.sheet}", self.cell.row, self.cell.column
        return self.source, self.start - len(self.before), self.end + len(self.after)


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule of reading, what it took the words for, and the readings that were not taken; ``note`` says why not."""

    rule: str
    taken: str
    rejected: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review did to a claim: ``made`` it or ``withdrawn`` it. Who (``by``) and when (``on``), where kept.

    ``revises`` is the claim in whose place a made one stands, if any.
    """

    kind: str
    by: str
    on: str
    revises: str
    note: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One value of a claim: what it says of which thing, with which status, and on what it rests.

    ``accepted`` says that a result took its value, ``disputed`` that other claims contradict it. ``readings`` say what
    the quoted words were taken for where they alone do not tell; ``rule`` and ``premises`` are those of a derived
    claim; ``reviewed`` tells of a review; ``notes`` are remarks that the source makes beside the value. Reasons that
    several conclusions share are one and the same object.
    """

    claim: str
    about: str
    title: str
    measure: str
    value: str
    status: str
    accepted: bool
    places: tuple[Place, ...]
    readings: tuple[Reading, ...]
    rule: str | None
    premises: tuple[Reason, ...]
    reviewed: Reviewed | None = None
    disputed: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that cannot all be right: (value, source, accepted, repeated) of each; a repeated one is no witness of its
    own. ``decided_by`` is the step of the policy."""

    conflict: str
    measure: str
    sides: tuple[tuple[str, str, bool, bool], ...]
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """An end of an interval (``≥ 37``), and the values of a minimal set of claims that it follows from."""

    text: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends between which the ``rank`` or ``score`` (``measure``) must lie that nobody states."""

    measure: str
    ends: tuple[End, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One thing with its reasons; ``facts`` are the (property, value) pairs of a thing that is more than its claims.

    ``intervals`` are those of a unit in one edition, where they were asked for.
    """

    thing: str
    title: str
    reasons: tuple[Reason, ...]
    disagreements: tuple[Disagreement, ...]
    facts: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    intervals: tuple[Interval, ...] = ()

    @property
    def all_reasons(self) -> tuple[Reason, ...]:
        """The reasons of the thing's values and of the ends of its intervals."""
        return *self.reasons, *(reason for one in self.intervals for end in one.ends for reason in end.reasons)
