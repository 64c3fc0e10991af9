"""Sources, and what a reader or a reviewer got from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from cchc.claims.statements import Claim, Unplaced


class LongText(Protocol):
    """A text that is not held in memory: the SHA-256 of its UTF-8 bytes, its fingerprint, its length in code points,
    its number of rows, and its parts in order, from the first one on at each call."""

    sha256: str
    fingerprint: str
    characters: int
    rows: int

    def parts(self) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as it was read. ``text`` is its NFC text, ``sha256`` the hash of that text in UTF-8; a text too long
    to be held is ``long``, and ``text`` is empty then.

    ``name`` is the file's name; ``published`` and ``page_date`` (the date that the page itself shows, which may be the
    day on which it was saved) are ISO 8601 dates. What the document does not tell is None. ``pages`` holds the offset
    at which each page starts, for a document that has pages (PDF); ``encoding`` is that of the file's bytes, where its
    format has several. ``sheets`` are the (slug, name) of each sheet of a workbook, whose tables stand in the text in
    that order.
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
    sheets: tuple[tuple[str, str], ...] = ()
    long: LongText | None = None

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
