"""Takes the records of a reading back after a person struck or corrected some."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cchc.claims import Claim, Correction, Quote, Reading, Review, Statistic
from cchc.errors import CchcError
from cchc.loaders.articles.document import paragraphs
from cchc.loaders.articles.gazetteer import Gazetteer, gazetteer
from cchc.loaders.articles.records import records
from cchc.review.fields import KEYS, NOTE, PLACE, Fields, Record
from cchc.review.names import Names, nearest
from cchc.review.problems import ReviewRefused
from cchc.review.rebuild import rebuild
from cchc.vietnamese import nfc

MAX_BYTES = 20_000_000
"""The largest file of records that is read; those of a long article have some hundred kilobytes."""

STRUCK = "retracted"
"""The status of a record that a person struck and left in the file, for the sake of its note."""


def read_records(path: Path) -> list[Record]:
    """The records of a review from its file (UTF-8 JSON, an array of objects).

    :raises CchcError: FILE_MISSING, FILE_TOO_LARGE, REVIEW_FILE.
    """
    if not path.is_file():
        raise CchcError("FILE_MISSING", where=str(path))
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise CchcError("FILE_TOO_LARGE", where=str(path), values={"size": size, "limit": MAX_BYTES})
    try:
        found: Any = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise CchcError("REVIEW_FILE", where=f"{path}{line}") from error
    if not isinstance(found, list) or not all(isinstance(record, dict) for record in found):
        raise CchcError("REVIEW_FILE", where=str(path))
    return found


def apply_review(
    reading: Reading,
    facts: list[Record],
    *,
    reviewer: str | None = None,
    reviewed_on: str | None = None,
    where: str = "facts.json",
    names: Gazetteer | None = None,
) -> Reading:
    """The reading after a person's review of its records (those of ``cchc extract --format json``).

    A record that is there unchanged leaves its claim as it is. A record that is missing, or has the status
    ``retracted``, retracts its claim. A record that differs from all of the machine's corrects the one that it most
    resembles, of the same type and measure with overlapping evidence, or else is an addition. Nothing changed gives the
    reading itself.

    :param reviewer: the name of the person, if it is to be kept. ``reviewed_on``: an ISO 8601 date.
    :raises ReviewRefused: REVIEW_RECORD, with every problem of every record.
    """
    pieces = list(_pieces(reading))
    problems: list[CchcError] = []
    others: list[Fields] = []
    find = _finder(pieces)
    for number, record in enumerate(facts):
        fields = Fields(record, f"{where}[{number}]")
        same = find(record)
        for piece in same:
            piece.kept = record.get("status") != STRUCK
            piece.note = _note(fields)
        if not same and record.get("type") != "unplaced" and _well_formed(fields, reading.source.text):
            others.append(fields)
        problems += fields.problems

    names_of = Names(reading, names or gazetteer())
    corrections: list[tuple[Claim, _Piece | None, str | None]] = []
    for fields, corrected in _matched(others, [piece for piece in pieces if not piece.kept]):
        fields.machine = _plain(corrected.record) if corrected else None
        fields.record = _plain(fields.record) | {NOTE: fields.record.get(NOTE)}
        quotes = _quotes(fields, corrected, reading.source.text)
        claim = rebuild(fields, corrected.claim if corrected else None, quotes, names_of)
        problems += fields.problems
        if claim is not None:
            corrections.append((claim, corrected, _note(fields)))
    if problems:
        raise ReviewRefused(problems, where)
    return _reviewed(reading, pieces, corrections, reviewer, reviewed_on)


@dataclass(slots=True, eq=False)
class _Piece:
    """One record of the machine and the part of a claim that it says. Records start as struck, until they are found."""

    number: int
    claim: Claim
    record: Record
    kept: bool = False
    note: str | None = None


def _pieces(reading: Reading) -> Iterator[_Piece]:
    """The records one by one, each with its claim; a mean and its change are two records, so two claims if need be."""
    for number, claim in enumerate(reading.claims):
        parts: list[Claim] = [claim]
        if (
            isinstance(claim, Statistic)
            and claim.kind == "mean"
            and claim.value is not None
            and claim.change is not None
        ):
            parts = [replace(claim, change=None, compared_with=None), replace(claim, value=None)]
        found = records(replace(reading, claims=(claim,), unplaced=(), review=None))
        if len(found) != len(parts):
            parts = [claim] * len(found)
        by_measure = {"mean": 0, "mean_change": 1}
        for place, record in enumerate(found):
            part = by_measure.get(str(record.get("measure")), place) if len(parts) == 2 else place
            yield _Piece(number, parts[part], record)


def _reviewed(
    reading: Reading,
    pieces: list[_Piece],
    corrections: list[tuple[Claim, _Piece | None, str | None]],
    reviewer: str | None,
    reviewed_on: str | None,
) -> Reading:
    claims: list[Claim] = []
    notes: list[tuple[Claim, str]] = []
    stands_as: dict[int, Claim] = {}
    for number, claim in enumerate(reading.claims):
        mine = [piece for piece in pieces if piece.number == number]
        whole = all(piece.kept for piece in mine) or not any(piece.kept for piece in mine)
        parts = [(claim, mine)] if whole else [(piece.claim, [piece]) for piece in mine]
        for part, of_part in parts:
            kept = all(piece.kept for piece in of_part)
            stands = part if kept else replace(part, status=STRUCK)
            claims.append(stands)
            notes += [(stands, piece.note) for piece in of_part if piece.note]
            stands_as |= {id(piece): stands for piece in of_part}
    made = tuple(Correction(claim, stands_as[id(piece)] if piece else None, note) for claim, piece, note in corrections)
    if not made and not notes and tuple(claims) == reading.claims:
        return reading
    review = Review(reviewer=reviewer, reviewed_on=reviewed_on, corrections=made, notes=tuple(dict.fromkeys(notes)))
    return replace(reading, claims=tuple(claims), review=review)


# -- comparing records -----------------------------------------------------------------------------------------------


def _plain(record: Record) -> Record:
    """A record without what makes no difference: nulls, notes, the normal form of texts, whole numbers as decimals."""

    def plain(value: Any) -> Any:
        if isinstance(value, str):
            return nfc(value)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, (list, tuple)):
            return [plain(item) for item in value]
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items() if item is not None}
        return value

    return {key: plain(value) for key, value in record.items() if value is not None and key != NOTE}


def _finder(pieces: list[_Piece]) -> Callable[[Record], list[_Piece]]:
    """A function from a record to the pieces of the same record. A struck one has lost its status."""
    exact: dict[str, list[_Piece]] = {}
    struck: dict[str, list[_Piece]] = {}
    for piece in pieces:
        exact.setdefault(_key(piece.record), []).append(piece)
        struck.setdefault(_key(piece.record, status=False), []).append(piece)

    def find(record: Record) -> list[_Piece]:
        found = exact.get(_key(record), [])
        return found or (struck.get(_key(record, status=False), []) if record.get("status") == STRUCK else [])

    return find


def _key(record: Record, *, status: bool = True) -> str:
    """What two equal records have in common."""
    plain = _plain(record)
    if not status:
        plain.pop("status", None)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _matched(others: list[Fields], free: list[_Piece]) -> list[tuple[Fields, _Piece | None]]:
    """Each changed record with the machine's record that it corrects: the most alike go together first."""
    alike = []
    for place, fields in enumerate(others):
        record = _plain(fields.record)
        for number, piece in enumerate(free):
            machine = _plain(piece.record)
            overlap = min(record["end"], machine["end"]) - max(record["start"], machine["start"])
            same_kind = all(record.get(key) == machine.get(key) for key in ("type", "measure"))
            if overlap > 0 and same_kind:
                equal = sum(machine.get(key) == value for key, value in record.items())
                alike.append((-equal, -overlap, place, number))
    found: dict[int, _Piece] = {}
    taken: set[int] = set()
    for _, _, place, number in sorted(alike):
        if place not in found and number not in taken:
            found[place] = free[number]
            taken.add(number)
    return [(fields, found.get(place)) for place, fields in enumerate(others)]


# -- checking records ------------------------------------------------------------------------------------------------


def _well_formed(fields: Fields, text: str) -> bool:
    """Whether a record has a known type, no unknown key, and its evidence stands where it says."""
    record = fields.record
    kind = record.get("type")
    if not isinstance(kind, str) or kind not in KEYS:
        fields.refuse("type", " | ".join(KEYS))
        return False
    known = ("type", NOTE, *KEYS[kind], *PLACE)
    for key in record:
        if key not in known:
            values = {"key": str(key)[:60], "nearest": ", ".join(nearest(str(key), known) or KEYS[kind])}
            fields.problems.append(CchcError("REVIEW_KEY", where=fields.where, values=values))
    start, end = (fields.integer(key, required=True, least=0) for key in ("start", "end"))
    evidence = fields.text("evidence", required=True)
    if start is not None and end is not None and evidence is not None and (start >= end or text[start:end] != evidence):
        place = {"start": start, "end": end}
        fields.problems.append(CchcError("REVIEW_EVIDENCE", where=f"{fields.where}.evidence", values=place))
    _note(fields)
    return not fields.problems


def _note(fields: Fields) -> str | None:
    note = fields.record.get(NOTE)
    return note.strip() or None if isinstance(note, str) else fields.text(NOTE)


def _quotes(fields: Fields, piece: _Piece | None, text: str) -> tuple[Quote, ...]:
    """The quotes of the machine's claim where the evidence is the same, else the record's own in its sentence."""
    if piece and not fields.changed(*PLACE):
        return piece.claim.quotes
    start, end = int(fields.record["start"]), int(fields.record["end"])
    sentences = [
        s for p in paragraphs(text) if p.start <= start < p.end for s in p.sentences() if s.start <= start < s.end
    ]
    begin, stop = (sentences[0].start, sentences[0].end) if sentences else (start, end)
    return (Quote(start, end, text[start:end], text[begin:start].lstrip(), text[end : max(end, stop)].rstrip()),)
