"""Re-verification: every quote at its place, every hash, and the ontology, by its checks and by a reasoner."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from cchc import ontology
from cchc import vocabulary as v
from cchc.bounds.contradictions import Contradicting, contradictions
from cchc.errors import CchcError
from cchc.loaders.articles.files import listed_sources, read_source
from cchc.loaders.tables.files import holds_table, sheets_of, source_of
from cchc.loaders.tables.texts import cells_of
from cchc.queries import Catalogue
from cchc.resources import resource
from cchc.store import EmbeddedStore, Term
from cchc.store.scratch import IN_MEMORY, scratch_copy

_TEXTS = {
    "no-text": {"vi": "kho không có văn bản với mã băm này", "en": "the store has no text of this hash"},
    "no-utf8": {"vi": "văn bản trong kho không phải UTF-8", "en": "the text in the store is not UTF-8"},
    "text-hash": {
        "vi": "văn bản trong kho có mã băm {found}, không phải {expected}",
        "en": "the text in the store has the hash {found}, not {expected}",
    },
    "file-hash": {
        "vi": "văn bản của tệp có mã băm {found}, không phải {expected}",
        "en": "the file's text has the hash {found}, not {expected}",
    },
    "quote": {
        "vi": "văn bản ở đó là “{found}”, không phải “{expected}”",
        "en": "the text there is “{found}”, not “{expected}”",
    },
}


@dataclass(frozen=True, slots=True)
class Drift:
    """Something that is not what it was. ``kind`` is ``text``, ``hash``, ``file``, ``quote`` or the name of a check of
    the ontology; ``detail`` says what, by language.
    """

    kind: str
    where: str
    detail: dict[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and what was found wrong.

    ``unverified`` counts the quotes of sources whose text the store does not keep (RDF data); ``reasoning.ran`` is
    False where there is no Java. ``contradictions`` are what sources say that cannot all be true: no fault of the
    graph, which keeps what they say.
    """

    sources: int
    quotes: int
    unverified: int
    quads: int
    findings: tuple[Drift, ...]
    reasoning: ontology.Reasoning
    contradictions: tuple[Contradicting, ...] = ()

    @property
    def sound(self) -> bool:
        reasoned = not self.reasoning.ran or (self.reasoning.consistent and not self.reasoning.unsatisfiable)
        return not self.findings and bool(reasoned)


def check(store: EmbeddedStore, folder: str | os.PathLike[str] | None = None, *, reason: bool = True) -> Checked:
    """Re-reads every quote at its offsets and every hash, runs the ontology's checks, and the reasoner.

    :param folder: where the files of the sources lie (with a ``sources.csv``); by default the seeds. A source that it
        does not list is checked against the text in the store alone.
    :raises CchcError: STORE_DAMAGED; FILE_MISSING if the folder has no list.
    """
    quads = store.verify()
    files = {source_id: path for path, source_id, _ in listed_sources(Path(folder) if folder else resource("seeds"))}
    rows = store.select(Catalogue().lookup("sources")).rows
    hashes = {_text(source): _text(sha256) for source, sha256, _ in rows if sha256 is not None}
    # Whoever loads RDF data gives no text with it.
    textless = {_text(source) for source, _, rdf_format in rows if rdf_format is not None}
    findings: list[Drift] = []
    texts: dict[str, str] = {}
    for iri, expected in hashes.items():
        text, drifts = _read_text(store, iri, expected)
        if text is not None:
            texts[iri] = text
        if text is not None or iri not in textless:
            findings += drifts
        source_id = iri.removeprefix(v.source_iri(""))
        if source_id in files:
            findings += _compare_file(files[source_id], source_id, expected)
    quotes = store.select(Catalogue().lookup("quotes")).rows
    findings += _compare_quotes(quotes, texts)
    cells = store.select(Catalogue().lookup("cells")).rows
    findings += _compare_cells(cells, texts)
    at_hand = store
    if quads <= IN_MEMORY:
        at_hand = EmbeddedStore(scratch_copy(store.engine), store.path, store.build)
    for wrong in ontology.check(at_hand.engine):
        more = f": {wrong.detail}" if wrong.detail else ""
        findings.append(Drift(wrong.check, wrong.subject, {lang: title + more for lang, title in wrong.title.items()}))
    reasoning = ontology.reason() if reason else ontology.Reasoning(ran=False, classes=0)
    contrary = tuple(contradictions(at_hand))
    unverified = sum(_text(row[1]) not in texts for row in (*quotes, *cells))
    quoted = len(quotes) + len(cells)
    return Checked(
        len({_text(row[0]) for row in rows}), quoted, unverified, quads, tuple(findings), reasoning, contrary
    )


def _read_text(store: EmbeddedStore, iri: str, expected: str) -> tuple[str | None, list[Drift]]:
    """The text of a source in the store, and what is wrong with it."""
    try:
        text = store.text(expected)
    except UnicodeDecodeError:
        return None, [Drift("text", iri, _said("no-utf8"))]
    if text is None:
        return None, [Drift("text", iri, _said("no-text"))]
    found = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return text, [] if found == expected else [Drift("hash", iri, _said("text-hash", found=found, expected=expected))]


def _compare_file(path: Path, source_id: str, expected: str) -> list[Drift]:
    try:
        if holds_table(path):
            found = source_of(path, *sheets_of(path), source_id).sha256
        else:
            found = read_source(path, source_id).sha256
    except CchcError as error:
        return [Drift("file", str(path), {lang: error.message(lang) for lang in ("vi", "en")})]
    return [] if found == expected else [Drift("file", str(path), _said("file-hash", found=found, expected=expected))]


def _compare_quotes(quotes: list[tuple[Term | None, ...]], texts: dict[str, str]) -> Iterator[Drift]:
    for quote, source, exact, start, end in quotes:
        text = texts.get(_text(source))
        if text is None:
            continue
        places = _text(start), _text(end)
        found = text[int(places[0]) : int(places[1])] if all(place.isdecimal() for place in places) else ""
        if found != _text(exact):
            yield Drift("quote", _text(quote), _said("quote", found=found, expected=_text(exact)))


def _compare_cells(cells: list[tuple[Term | None, ...]], texts: dict[str, str]) -> Iterator[Drift]:
    """Compares the quoted cells with those of the tables' texts."""
    by_table: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for quote, source, sheet, exact in cells:
        if _text(source) in texts:
            by_table.setdefault((_text(source), int(_text(sheet) or 1)), []).append((_text(quote), _text(exact)))
    for (table, number), quoted in by_table.items():
        rows = list(cells_of(texts[table], number))
        for iri, expected in quoted:
            row, column = (int(place) for place in iri.rpartition("#cell=")[2].split(","))
            found = rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""
            if found != expected:
                yield Drift("quote", iri, _said("quote", found=found, expected=expected))


def _said(key: str, **values: str) -> dict[str, str]:
    return {lang: text.format(**values) for lang, text in _TEXTS[key].items()}


def _text(term: Term | None) -> str:
    return str(term.value) if isinstance(term, (Literal, NamedNode)) else ""
