"""The province whose page an article stands on: by the publisher's name, the head of the page, or the page's address.

A page of a district or department often leaves its province to the letterhead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from cchc.claims import Source, Unit
from cchc.loaders.articles.context import unit_of
from cchc.loaders.articles.document import Kind, Paragraph
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer

_MOST_LINES = 12
"""The lines of furniture that are looked at: a longer list of links may name any province."""


def publishing_province(source: Source, layout: Iterable[Paragraph], names: Gazetteer) -> Unit | None:
    """The one province that the publisher, the furniture of the page and its address name; None if they name several or
    none."""
    lines = [paragraph.text for paragraph in layout if paragraph.kind is Kind.FURNITURE][:_MOST_LINES]
    found = {entry.path: entry for line in (source.publisher or "", *lines) for entry in _provinces(line, names)}
    for entry in _of_address(source.url or "", names):
        found[entry.path] = entry
    return unit_of(next(iter(found.values()))) if len(found) == 1 else None


def provinces_in(text: str, names: Gazetteer) -> Iterator[Unit]:
    """The provinces that a text names."""
    return (unit_of(entry) for entry in _provinces(text, names))


def _provinces(line: str, names: Gazetteer) -> Iterator[Entry]:
    return (e for match in names.find(line) for e in match.entries if e.kind == "unit" and e.type == "Province")


def _of_address(url: str, names: Gazetteer) -> Iterator[Entry]:
    """The provinces that bear the name of a part of a host: "sonoivu.kiengiang.gov.vn"."""
    parts = (urlsplit(url).hostname or "").split(".")
    for (kind, path), entry in names.by_path.items():
        if kind == "unit" and entry.type == "Province" and path.replace("-", "") in parts:
            yield from _provinces(entry.label, names)  # Of the units that bore the name, that of the article's day.
