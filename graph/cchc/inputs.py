"""From files to what is written: which files to read, and each of them as quads."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from cchc import vocabulary as v
from cchc.claims import LongText, Source
from cchc.errors import CchcError
from cchc.held_units import local_units
from cchc.loaders.articles import files as article_files
from cchc.loaders.articles.reader import read_article
from cchc.loaders.registers import change_kinds, is_register, own_register, read_changes
from cchc.loaders.tables.files import SUFFIXES as TABLE_SUFFIXES
from cchc.loaders.tables.files import holds_table
from cchc.loaders.tables.local_units import LocalUnits
from cchc.loaders.tables.model import Newcomer, Table, Unread
from cchc.loaders.tables.names import TableNames, names_with
from cchc.loaders.tables.reader import Options, read_table
from cchc.loaders.tables.surroundings import told_province
from cchc.review import apply_review, held_as, read_records
from cchc.streams import TableStream
from cchc.triples import quads, register_quads
from cchc.validation import SUFFIXES as RDF_SUFFIXES
from cchc.validation import read_rdf
from cchc.vietnamese import fingerprint, nfc

Progress = Callable[[str, int, int], None]
"""Called with a stage (``read``, ``conclude``, ``validate``, ``write``), how much of it is done, and of how much."""

_HEADING = 4096
"""Characters at the start of a file that hold the heading of a register."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How to read tables and articles: what they do not tell themselves (of an article, its province), and the file for
    the bad rows of a table, if they are to be skipped."""

    told: Options = field(default_factory=Options)
    bad_rows: Path | None = None
    lang: str = "vi"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file that was read: the source's id, and the numbers of claims and of figures that found no place.

    ``unchanged``: the store holds it already; ``twin``: it holds the same text, white space apart, from another file.
    ``tables`` are those of a table's file, with what their columns were taken for; ``bad_rows`` were skipped,
    ``hidden_sheets`` not read, and ``unread`` are the columns with figures that were not understood;
    ``newcomers`` are new units that may be slips for known ones; ``told`` says that whoever loads an article told its
    province.
    """

    path: str
    source: str
    claims: int
    unplaced: int
    unchanged: bool = False
    twin: bool = False
    tables: tuple[Table, ...] = ()
    bad_rows: int = 0
    hidden_sheets: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()
    told: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One file to read, its id if a list gives it one, and what is known of it."""

    path: Path
    source_id: str | None
    known: dict[str, str]
    review: Path | None = None
    reviewer: str | None = None
    reviewed_on: str | None = None
    options: TableOptions | None = None
    names: TableNames | None = None
    local: LocalUnits | None = None


class Wanted:
    """The files to read, and those left out, from files and folders.

    :raises CchcError: NO_SOURCES, SOURCES_CSV.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.items: list[Item] = []
        left_out: list[str] = []
        for path in paths:
            if not path.is_dir():
                self.items.append(Item(path, None, {}))
            elif (path / "sources.csv").is_file():
                self.items += [_listed(path, *listed) for listed in article_files.listed_sources(path)]
            else:
                for file in sorted(file for file in path.iterdir() if file.is_file()):
                    if file.suffix.lower() in (*article_files.SUFFIXES, *TABLE_SUFFIXES, *RDF_SUFFIXES):
                        self.items.append(Item(file, None, {}))
                    else:
                        left_out.append(str(file))
        self.left_out = tuple(left_out)
        if not self.items:
            raise CchcError("NO_SOURCES")


def _listed(folder: Path, path: Path, source_id: str, known: dict[str, str]) -> Item:
    """A row of a folder's list; its review, if it has one, is a file of that folder."""
    facts, reviewer, reviewed_on = (known.pop(key, None) or None for key in article_files.REVIEW_COLUMNS)
    return Item(path, source_id, known, (folder / facts).resolve() if facts else None, reviewer, reviewed_on)


@dataclass(frozen=True, slots=True)
class Input:
    """One source ready to be written: its quads; its text, the hash of that and its fingerprint, if it has a text.

    Of a long table, ``stream`` gives the triples, and ``quads`` is empty; ``outcome`` is known when it was written. Of
    a table whose triples are ``quads``, ``read_from`` is the stream that gave them, and keeps its bad rows.
    """

    loaded: Loaded
    quads: list[Quad]
    text: str | LongText | None = None
    sha256: str | None = None
    fingerprint: str | None = None
    reviewed: bool = False
    stream: TableStream | None = None
    read_from: TableStream | None = None

    def keep_bad_rows(self) -> None:
        """Writes the rows of a table that were skipped to their file."""
        if stream := self.stream or self.read_from:
            stream.keep_bad_rows()

    @property
    def outcome(self) -> Loaded:
        """What was read, with all that was counted."""
        return _of_table(self.loaded, self.stream) if self.stream else self.loaded

    def held(self) -> Input:
        """The same with its quads in memory.

        :raises CchcError: TABLE_REFUSED with all errors of a table, TABLE_CHANGED.
        """
        if self.stream is None:
            return self
        # In the order of the rows: a store has an order of its own, and an export sorts.
        read = dict.fromkeys(q for block in self.stream.checked() for q in parse(block, format=RdfFormat.N_QUADS))
        return replace(self, quads=list(read), loaded=self.outcome, stream=None, read_from=self.stream)

    @property
    def graph(self) -> str:
        return v.source_graph(self.loaded.source)


def reading(items: list[Item], progress: Progress | None) -> Iterator[Input]:
    for number, item in enumerate(items):
        if progress:
            progress("read", number, len(items))
        yield read(item)


def read(item: Item) -> Input:
    """Reads one file into quads.

    :raises CchcError: what the reader of its format raises.
    """
    if item.path.suffix.lower() in RDF_SUFFIXES:
        found = read_rdf(item.path)
        claim, kind = NamedNode(v.CCHC + "Claim"), NamedNode(v.RDF + "type")
        claims = len({quad.subject for quad in found if quad.predicate == kind and quad.object == claim})
        return Input(Loaded(str(item.path), article_files.source_id_of(item.path), claims, 0), found)
    if item.path.suffix.lower() == ".csv" and (text := _register_text(item.path)) is not None:
        return _read_register(item, text)
    if holds_table(item.path):
        return _read_table(item)
    source = article_files.read_source(item.path, item.source_id, item.known)
    province = told_province(item.options.told.province, item.names) if item.options else None
    article = read_article(source, item.names.articles if item.names else None, province)
    if item.review is not None:
        records = read_records(item.review)
        article = apply_review(
            article, records, reviewer=item.reviewer, reviewed_on=item.reviewed_on, where=str(item.review)
        )
    loaded = Loaded(str(item.path), source.id, len(article.claims), len(article.unplaced), told=province is not None)
    return Input(loaded, quads(article), source.text, source.sha256, fingerprint(source.text), item.review is not None)


def _register_text(path: Path) -> str | None:
    """The text of a register of changes of units; None for any other file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            # Its heading tells; a table may be long.
            start = file.read(_HEADING)
            return nfc(start + file.read()) if is_register(nfc(start)) else None
    except (OSError, UnicodeDecodeError):
        return None


def _read_register(item: Item, text: str) -> Input:
    """A register of changes of units, read by the units that the product knows.

    :raises CchcError: REGISTER_COLUMNS, REGISTER_CELLS.
    """
    register, _ = read_changes(text, str(item.path), own_register()[1], change_kinds())
    source_id = item.source_id or article_files.source_id_of(item.path)
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    source = Source(id=source_id, name=item.path.name, text=text, sha256=sha256, title=item.known.get("title"))
    loaded = Loaded(str(item.path), source_id, 0, 0)
    return Input(loaded, register_quads(source, register), text, sha256, fingerprint(text))


def _read_table(item: Item) -> Input:
    """A table; the rows of a long one are read when it is written.

    :raises CchcError: TABLE_REFUSED with all its errors, and what :func:`read_table` raises.
    """
    options = item.options or TableOptions()
    table = read_table(item.path, options.told, item.source_id, item.known, item.names, item.local)
    source = table.source
    stream = TableStream(table, options.bad_rows, options.lang)
    loaded = Loaded(str(item.path), source.id, 0, 0, tables=tuple(table.tables), hidden_sheets=table.hidden)
    if source.long:
        return Input(loaded, [], source.long, source.sha256, source.long.fingerprint, stream=stream)
    return Input(loaded, [], source.text, source.sha256, fingerprint(source.text), stream=stream).held()


def _of_table(loaded: Loaded, stream: TableStream) -> Loaded:
    return replace(
        loaded, claims=stream.claims, unplaced=stream.unplaced, bad_rows=stream.bad_rows,
        unread=tuple(stream.table.unread), newcomers=tuple(stream.table.newcomers),
    )  # fmt: skip


def with_names(items: list[Item], store: Store) -> list[Item]:
    """The items, to be read with the units that registers in the store, or among the items, brought about, and the days
    on which they ended others. Registers come first, so that what names their units is never written before them.
    """
    changes = store.quads_for_pattern(None, NamedNode(v.RDF + "type"), NamedNode(v.CCHC + "UnitChange"), None)
    graphs = {quad.graph_name for quad in changes if isinstance(quad.graph_name, NamedNode)}
    held = sorted(graph.value for graph in graphs if graph.value.startswith(v.SOURCE_GRAPHS))
    said = [quad for name in held for quad in store.quads_for_pattern(None, None, None, NamedNode(name))]
    registers = [item for item in items if item.path.suffix.lower() == ".csv" and _register_text(item.path) is not None]
    for item in registers:
        # What is wrong in a register is told when it is read to be written.
        with suppress(CchcError):
            said += read(item).quads
    local = LocalUnits(partial(local_units, store))
    items = [replace(item, local=local) for item in items]
    if not said:
        return items
    names = names_with(quad.triple for quad in said)
    paths = {item.path for item in registers}
    items.sort(key=lambda item: item.path not in paths)
    return [replace(item, names=names) for item in items]


def with_options(items: list[Item], options: TableOptions | None) -> list[Item]:
    """The items, the tables and articles among them to be read in a certain way, if one is told."""
    if options is None:
        return items
    return [i if i.path.suffix.lower() in RDF_SUFFIXES else replace(i, options=options) for i in items]


def under_review(items: list[Item], review: Path, reviewer: str | None, reviewed_on: str | None) -> Item:
    """The one article to review.

    :raises CchcError: REVIEW_ONE_ARTICLE.
    """
    if len(items) != 1 or items[0].path.suffix.lower() in RDF_SUFFIXES:
        raise CchcError("REVIEW_ONE_ARTICLE")
    return replace(items[0], review=review, reviewer=reviewer, reviewed_on=reviewed_on)


def as_held(store: Store, item: Item) -> Item:
    """An article with a review as the source that the store holds it as, if it does: a review is of what was read."""
    if item.review is None:
        return item
    source = article_files.read_source(item.path, item.source_id, item.known)
    source_id, known = held_as(store, source) or (source.id, item.known)
    return replace(item, source_id=source_id, known=known)
