"""What the command line and Python programs use: a graph to ask, and the reading and checking of single files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Quad, Store, Triple

from cchc.answers import Answer
from cchc.errors import CchcError
from cchc.queries import Catalogue, bind, run
from cchc.store import EmbeddedStore, ReadableStore, RemoteStore, Solutions

if TYPE_CHECKING:
    from cchc.checking import Checked
    from cchc.claims import Reading
    from cchc.explain import Explained
    from cchc.inputs import TableOptions
    from cchc.publish import Published
    from cchc.validation import Report


class Graph:
    """A graph for reading: embedded, or behind an endpoint. Made by :func:`cchc.open` and :func:`cchc.connect`."""

    def __init__(self, store: ReadableStore) -> None:
        self.store = store

    def query(self, name: str, *, lang: str = "vi", bounds: bool = False, **parameters: Any) -> Answer:
        """Runs a stored query; parameters by their names, with ``_`` for ``-``, as people type them or as numbers.

        :param bounds: of a ranking, a row for each unit, and the intervals that hold what is not known of it.
        :raises CchcError: UNKNOWN_QUERY, UNKNOWN_PARAMETER, UNKNOWN_VALUE and others, with the nearest known ones;
            BOUNDS_QUERY, BOUNDS_SIZE, BOUNDS_CONTRADICTION.
        """
        typed = {key.replace("_", "-"): str(value) for key, value in parameters.items() if value is not None}
        if bounds and (name != "ranking" or "grade" in typed):
            raise CchcError("BOUNDS_QUERY", values={"query": name})
        answer = run(self.store, name, typed, lang=lang)
        if bounds:
            from cchc.bounds.answering import with_bounds

            answer = with_bounds(self.store, answer)
        from cchc.bounds.openness import with_openness

        return with_openness(self.store, answer, Catalogue().get(name))

    def validate(self) -> Report:
        """SHACL on all that the graph holds, with what follows from it; warnings too.

        :raises CchcError: NEEDS_STORE.
        """
        from cchc.store.scratch import IN_MEMORY, scratch_copy
        from cchc.validation import validate

        engine = self.embedded().engine
        return validate(scratch_copy(engine) if len(engine) <= IN_MEMORY else engine, merged=True)

    def queries(self) -> list[str]:
        """The names of the stored queries."""
        return Catalogue().names()

    def workbook(self, answer: Answer) -> bytes:
        """An answer of this graph as an Excel workbook, with a second sheet that says where it comes from.

        :raises CchcError: XLSX_LIMIT.
        """
        from cchc.answers.workbook import workbook
        from cchc.queries.origin import origin

        return workbook(answer, origin(self.store, answer))

    def sparql(
        self, query: str, *, timeout: float | None = None, max_rows: int | None = None
    ) -> Solutions | bool | list[Triple]:
        """Answers any SPARQL query over the union of all graphs.

        :param timeout: seconds after which the query is stopped; one with a limit runs in a process of its own.
        :param max_rows: the most rows, or triples, that an answer may have; no part of a larger one is given.
        :raises CchcError: SPARQL_SYNTAX, SPARQL_NO_QUERY, SPARQL_PREFIX, SPARQL_REFUSED, SPARQL_UNKNOWN_GRAPH,
            SPARQL_FAILED, SPARQL_TIMEOUT, SPARQL_TOO_MANY_ROWS and others; NEEDS_STORE if a store in memory is given a
            limit of time.
        """
        if timeout is None:
            return self.store.query(query, max_rows=max_rows)
        if isinstance(self.store, RemoteStore):
            return self.store.within(timeout).query(query, max_rows=max_rows)
        path = self.embedded().path
        if path is None:
            raise CchcError("NEEDS_STORE")
        from cchc.store.bounded import query_within

        return query_within(path, query, timeout, max_rows)

    def explain(
        self,
        target: str,
        *,
        index: str | None = None,
        year: int | str | None = None,
        component: str | None = None,
        lang: str = "vi",
    ) -> list[Explained]:
        """Why the graph says what it says of a unit or of anything by its IRI.

        :raises CchcError: UNKNOWN_VALUE, AMBIGUOUS_VALUE, NOTHING_TO_EXPLAIN.
        """
        from cchc.explain import explain

        return explain(self.store, target, index=index, year=year, component=component, lang=lang)

    def export(self, profile: str = "full", format: str = "turtle", *, conflicts: bool = True) -> bytes:
        """The graph as linked data in UTF-8, with or without its conflicts; the same graph gives the same bytes.

        :raises CchcError: EXPORT_PROFILE, EXPORT_FORMAT, EXPORT_REMOTE.
        """
        from cchc.export import export

        return export(self.store, profile, format, conflicts=conflicts)

    def template(
        self,
        index: str,
        year: int | str,
        population: str,
        *,
        province: str | None = None,
        scheme: str | None = None,
        lang: str = "vi",
    ) -> bytes:
        """The Excel sheet to fill in for one edition, as people type its index, year and population.

        :param province: whose departments, districts or communes, where they are assessed.
        :param scheme: a criteria scheme; else the last one that holds in that year.
        :raises CchcError: UNKNOWN_VALUE, AMBIGUOUS_VALUE, INVALID_VALUE, TEMPLATE_PROVINCE.
        """
        from cchc.template import form, sheet

        return sheet(form(self.store, index, year, population, province=province, scheme=scheme, lang=lang))

    def publish(self, endpoint: str, **options: Any) -> Published:
        """Sends the named graphs to a SPARQL server: those that changed since the last time.

        :param options: those of :func:`cchc.publish.publish`.
        :raises CchcError: NEEDS_STORE, and what that function raises.
        """
        from cchc.publish import publish

        return publish(self.embedded(), endpoint, **options)

    def counts(self, lang: str = "vi") -> list[tuple[str, int]]:
        """How many things of each of the main classes the graph holds: (the class's label, number), in fixed order."""
        from pyoxigraph import Literal

        rows = self.store.select(bind(Catalogue().lookup("kinds"), {"lang": Literal(lang)})).rows
        return [(_text(label) or _text(kind), int(_text(count))) for kind, label, count in rows]

    def check(self, folder: str | os.PathLike[str] | None = None, *, reason: bool = True) -> Checked:
        """Re-verifies every quote, every hash and the ontology; ``folder`` holds the sources' files (else the seeds).

        :raises CchcError: NEEDS_STORE, STORE_DAMAGED, FILE_MISSING.
        """
        from cchc.checking import check

        return check(self.embedded(), folder, reason=reason)

    def embedded(self) -> EmbeddedStore:
        """The embedded store.

        :raises CchcError: NEEDS_STORE for a graph behind an endpoint.
        """
        if not isinstance(self.store, EmbeddedStore):
            raise CchcError("NEEDS_STORE")
        return self.store


def read(path: str | os.PathLike[str], province: str | None = None) -> Reading:
    """What the reader of articles gets from a file.

    :param province: that the article reports from, where it does not tell.
    :raises CchcError: TABLE_OPTION for an unknown province, and what reading the file raises.
    """
    from cchc.loaders.articles.files import read_source
    from cchc.loaders.articles.reader import read_article

    if province is not None:
        from cchc.loaders.tables.surroundings import told_province

        province = told_province(province)
    return read_article(read_source(Path(path)), province=province)


def turtle_of(path: str | os.PathLike[str], tables: TableOptions | None = None) -> bytes:
    """What a file would bring into an empty graph, as Turtle.

    :param tables: how to read it, where it is a table or an article.
    :raises CchcError: TABLE_REFUSED with all errors of a table, and what reading the file raises.
    """
    from cchc.export import write_triples

    return write_triples([quad.triple for quad in _quads([path], Store(), tables)], "turtle")


def validate_files(
    paths: Iterable[str | os.PathLike[str]], graph: Graph | None = None, tables: TableOptions | None = None
) -> Report:
    """SHACL on files (RDF, articles, tables), together, alone or with a graph, whose units they may then name.

    :param tables: how to read tables and articles.
    :raises CchcError: NEEDS_STORE, TABLE_REFUSED, and what reading the files raises.
    """
    from cchc.validation import validate_graph

    if graph is None:
        return validate_graph(_quads(paths, Store(), tables))
    held = graph.embedded()
    # The merge in the default graph says everything once more, and would square the cost of what is concluded.
    named = Store()
    named.bulk_extend(held.quads())
    return validate_graph(_quads(paths, held.engine, tables), named)


def _quads(paths: Iterable[str | os.PathLike[str]], store: Store, tables: TableOptions | None) -> list[Quad]:
    """What files would bring into a store, all in memory."""
    from cchc.inputs import Item, reading, with_names, with_options

    items = with_options(with_names([Item(Path(path), None, {}) for path in paths], store), tables)
    return [quad for one in reading(items, None) for quad in one.held().quads]


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))
