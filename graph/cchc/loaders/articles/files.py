"""Files to sources: the text of a document of any format, and what is known of it besides."""

from __future__ import annotations

import csv
import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path

from cchc.claims import Source
from cchc.errors import CchcError
from cchc.loaders.articles.formats.kinds import SUFFIXES as FORMATS
from cchc.loaders.articles.formats.reading import content_of
from cchc.loaders.articles.masthead import masthead
from cchc.vietnamese import slug

MAX_BYTES = 20_000_000
"""The largest article that is read. A page of news has some kilobytes; anything near this is no article."""

SUFFIXES = tuple(FORMATS)
"""The suffixes of articles that are read."""


REVIEW_COLUMNS = ("review", "reviewer", "reviewed_on")
"""The columns of a list of sources about a person's review: the file of its records, who, and when (ISO 8601)."""


def read_source(path: Path, source_id: str | None = None, known: dict[str, str] | None = None) -> Source:
    """The text of a file and what is known of it: what ``known`` says, and for the rest what the document itself tells.

    ``known`` may hold title, publisher, published, page_date and address.

    :raises CchcError: FILE_MISSING, FILE_TOO_LARGE, FILE_EMPTY and what
        :func:`~cchc.loaders.articles.formats.reading.content_of` raises.
    """
    if not path.is_file():
        raise CchcError("FILE_MISSING", where=str(path))
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise CchcError("FILE_TOO_LARGE", where=str(path), values={"size": size, "limit": MAX_BYTES})
    if not size:
        raise CchcError("FILE_EMPTY", where=str(path))
    content = content_of(path.read_bytes(), path.suffix.lower(), str(path))
    known = {key: value for key, value in (known or {}).items() if value}
    told = masthead(content.text)
    return Source(
        id=source_id or source_id_of(path),
        name=path.name,
        text=content.text,
        sha256=hashlib.sha256(content.text.encode("utf-8")).hexdigest(),
        title=known.get("title") or content.title or told.title,
        publisher=known.get("publisher") or content.publisher,
        published=known.get("published") or content.published or told.published,
        page_date=known.get("page_date") or told.page_date,
        url=known.get("address") or content.url,
        pages=content.pages,
        encoding=content.encoding,
    )


def source_id_of(path: Path) -> str:
    """The id of a source that no list names: its file's name, as a part of an IRI."""
    return slug(path.stem) or hashlib.sha256(path.stem.encode("utf-8")).hexdigest()[:12]


def listed_sources(folder: Path) -> Iterator[tuple[Path, str, dict[str, str]]]:
    """The (file, id, what is known) of each row of a folder's ``sources.csv``, in order.

    What is known are the other columns: those of :func:`read_source`, and :data:`REVIEW_COLUMNS`.

    :raises CchcError: FILE_MISSING, SOURCES_CSV (a column is missing, an id repeats, a file is outside the folder, the
        date of a review is none).
    """
    listing = folder / "sources.csv"
    if not listing.is_file():
        raise CchcError("FILE_MISSING", where=str(listing))
    seen: set[str] = set()
    with listing.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"id", "file"} - set(reader.fieldnames or ())
        if missing:
            raise CchcError("SOURCES_CSV", where=str(listing), values={"reason": ", ".join(sorted(missing))})
        for number, row in enumerate(reader, 2):
            path = (folder / row["file"]).resolve()
            where, review = f"{listing}:{number}", row.get("review") or ""
            for file_named in (row["file"], review):
                if not (folder / file_named).resolve().is_relative_to(folder.resolve()):
                    raise CchcError("SOURCES_CSV", where=where, values={"reason": file_named})
            if row["id"] in seen or slug(row["id"]) != row["id"]:
                raise CchcError("SOURCES_CSV", where=where, values={"reason": row["id"]})
            if not _is_date(row.get("reviewed_on") or "1970-01-01"):
                raise CchcError("SOURCES_CSV", where=where, values={"reason": f"reviewed_on = {row['reviewed_on']}"})
            seen.add(row["id"])
            yield path, row["id"], {key: value for key, value in row.items() if key not in ("id", "file")}


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
