"""An explanation as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A quote in its sentence, of which ``before`` and ``after`` are the rest. Offsets count code points."""

    source: str
    source_label: str
    start: int
    end: int
    before: str
    exact: str
    after: str

    @property
    def sentence(self) -> tuple[str, int, int]:
        """The source and the offsets of the whole sentence."""
        return self.source, self.start - len(self.before), self.end + len(self.after)


@dataclass(frozen=True, slots=True)
class Reason:
    """One value of a claim: what it says of which thing, with which status, and on what it rests.

    ``accepted`` says that a result took its value. ``readings`` are the rules of reading that supplied what the quoted
    words alone do not say; ``rule`` and ``premises`` are those of a derived claim.
    """

    claim: str
    about: str
    title: str
    measure: str
    value: str
    status: str
    accepted: bool
    places: tuple[Place, ...]
    readings: tuple[str, ...]
    rule: str | None
    premises: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that cannot all be right: (value, source, accepted) of each; ``decided_by`` is the step of the policy."""

    conflict: str
    measure: str
    sides: tuple[tuple[str, str, bool], ...]
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """One thing with its reasons; ``facts`` are the (property, value) pairs of a thing that is more than its claims."""

    thing: str
    title: str
    reasons: tuple[Reason, ...]
    disagreements: tuple[Disagreement, ...]
    facts: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
