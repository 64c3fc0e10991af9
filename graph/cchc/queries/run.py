"""Running a stored query."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from cchc.answers import Answer, Completeness
from cchc.answers.model import SEPARATOR
from cchc.errors import CchcError
from cchc.queries.binding import bind
from cchc.queries.catalogue import Catalogue, nearest
from cchc.queries.header import PLAIN_TYPES, CompletenessSpec, StoredQuery
from cchc.queries.notes import notes
from cchc.queries.values import to_term
from cchc.store.results import ReadableStore, Term
from cchc.vocabulary import ID

_OPTIONAL_PART = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(r"\{([a-z-]+)\}")


def run(
    store: ReadableStore,
    name: str,
    parameters: Mapping[str, str] | None = None,
    *,
    lang: str = "vi",
    catalogue: Catalogue | None = None,
) -> Answer:
    """Runs the stored query ``name``. ``parameters`` are what people type, by the parameters' names.

    :raises CchcError: UNKNOWN_QUERY, UNKNOWN_PARAMETER, MISSING_PARAMETER, INVALID_VALUE, UNKNOWN_VALUE,
        AMBIGUOUS_VALUE, QUERY_HEADER, and what the store raises.
    """
    catalogue = catalogue or Catalogue()
    query = catalogue.get(name)
    typed = _typed(query, parameters or {}, lang)
    terms = terms_of(store, catalogue, query, typed)
    solutions = store.select(bind(store.prepared(query.text), terms))
    if solutions.variables != query.names:
        reason = f"the query gives {', '.join(solutions.variables)}"
        raise CchcError("QUERY_HEADER", where=f"{name}.rq", values={"key": "columns", "reason": reason})
    named = {param.name: terms[param.variable] for param in query.parameters if param.variable in terms}
    shown = [n for n, column in enumerate(query.columns) if column.given is None or column.given in typed]
    return Answer(
        name=name,
        title=_title(store, catalogue, query, typed, terms, lang),
        lang=lang,
        columns=tuple(query.columns[n] for n in shown),
        terms=[tuple(row[n] for n in shown) for row in _in_order(query, solutions.rows)],
        completeness=_completeness(store, catalogue, query, typed, terms, lang),
        chart=query.chart,
        parameters=terms,
        notes=notes(store, catalogue, query, named, empty=not solutions.rows),
    )


def _in_order(query: StoredQuery, rows: list[tuple[Term | None, ...]]) -> list[tuple[Term | None, ...]]:
    """Sorts the parts of lists: GROUP_CONCAT gives them in no order, and engines differ."""
    lists = [number for number, column in enumerate(query.columns) if column.several]
    if not lists:
        return rows

    def ordered(term: Term | None) -> Term | None:
        # An empty list is no value.
        parts = sorted(part for part in term.value.split(SEPARATOR) if part) if isinstance(term, Literal) else []
        return Literal(SEPARATOR.join(parts)) if parts else None

    return [tuple(ordered(term) if n in lists else term for n, term in enumerate(row)) for row in rows]


def terms_of(
    store: ReadableStore, catalogue: Catalogue, query: StoredQuery, typed: Mapping[str, str]
) -> dict[str, Term]:
    """The terms to bind, by the *variables* of the query, from what was typed, by the *names* of parameters."""
    named: dict[str, Term] = {}
    # Units last: which one a name means may depend on the year and the index asked about.
    for parameter in sorted(query.parameters, key=lambda one: (one.type not in PLAIN_TYPES, one.type == "unit")):
        if parameter.name in typed:
            named[parameter.name] = to_term(store, catalogue, parameter, typed[parameter.name], named)
    return {parameter.variable: named[parameter.name] for parameter in query.parameters if parameter.name in named}


def _typed(query: StoredQuery, given: Mapping[str, str], lang: str) -> dict[str, str]:
    """What was typed, with defaults filled in; the language of the answer is a parameter like the others."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            values = {"name": name, "query": query.name, "nearest": nearest(name, sorted(known))}
            raise CchcError("UNKNOWN_PARAMETER", values=values)
    typed: dict[str, str] = {}
    for name, parameter in known.items():
        value = given.get(name, lang if parameter.type == "lang" else parameter.default)
        if value is None and parameter.required:
            values = {"name": name, "query": query.name, "example": parameter.example}
            raise CchcError("MISSING_PARAMETER", values=values)
        if value is not None:
            typed[name] = str(value)
    return typed


def _title(
    store: ReadableStore,
    catalogue: Catalogue,
    query: StoredQuery,
    typed: Mapping[str, str],
    terms: Mapping[str, Term],
    lang: str,
) -> str:
    """The title with the labels of the parameters' values; a part in brackets needs all its values."""
    places = {parameter.name: parameter for parameter in query.parameters}

    def shown(match: re.Match[str]) -> str:
        parameter = places.get(match[1])
        if parameter is None:
            raise CchcError("QUERY_HEADER", where=f"{query.name}.rq", values={"key": "title", "reason": match[0]})
        return label_of(store, catalogue, terms[parameter.variable], lang) if match[1] in typed else "…"

    def part(match: re.Match[str]) -> str:
        return match[1] if all(name in typed for name in _PLACE.findall(match[1])) else ""

    return _PLACE.sub(shown, _OPTIONAL_PART.sub(part, query.title[lang]))


def label_of(store: ReadableStore, catalogue: Catalogue, term: Term, lang: str) -> str:
    """The abbreviation or label of a thing; a literal is its text."""
    if isinstance(term, Literal):
        return term.value
    value = str(term.value) if isinstance(term, NamedNode) else str(term)
    rows = store.select(bind(catalogue.lookup("label"), {"value": term, "lang": Literal(lang)})).rows
    label = rows[0][0] if rows else None
    return label.value if isinstance(label, Literal) else value.removeprefix(ID)


def _completeness(
    store: ReadableStore,
    catalogue: Catalogue,
    query: StoredQuery,
    typed: Mapping[str, str],
    terms: Mapping[str, Term],
    lang: str,
) -> Completeness | None:
    """Counts in the query's ways that apply to the parameters that were given: the first that finds anything known."""
    given = [spec for spec in query.completeness if spec.given in typed][:1]
    first = None
    for spec in given or (spec for spec in query.completeness if spec.given is None):
        count = _counted(store, catalogue, spec, terms, lang)
        if count.known:
            return count
        first = first or count
    return first


def _counted(
    store: ReadableStore, catalogue: Catalogue, spec: CompletenessSpec, terms: Mapping[str, Term], lang: str
) -> Completeness:
    rows = store.select(bind(store.prepared(catalogue.completeness(spec.query)), terms)).rows
    known, expected, existing = (*(_number(term) for term in rows[0]), None)[:3] if rows else (0, None, None)
    text = spec.text if expected is not None else spec.existing if spec.existing and existing else spec.open
    return Completeness(known or 0, expected, text[lang].format(known=known or 0, expected=expected, existing=existing))


def _number(term: Term | None) -> int | None:
    # A count that a source states is a decimal ("56.0" in some engines), one that a query makes an integer.
    return int(Decimal(term.value)) if isinstance(term, Literal) else None
