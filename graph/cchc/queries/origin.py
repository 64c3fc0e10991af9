"""Where the answer of a stored query comes from: the question as it was asked, its sources, and how to verify it."""

from __future__ import annotations

import hashlib
import shlex

from pyoxigraph import Literal, NamedNode

from cchc.answers import Answer
from cchc.answers.formats import serialize
from cchc.answers.text import number
from cchc.answers.workbook import About, Cited
from cchc.queries.binding import bind
from cchc.queries.catalogue import Catalogue
from cchc.queries.header import StoredQuery
from cchc.queries.run import label_of
from cchc.store.results import ReadableStore, Term
from cchc.vocabulary import ID, source_iri

_WORDS = {
    "vi": {"question": "Câu hỏi", "command": "Lệnh", "complete": "Mức đầy đủ", "note": "Lưu ý", "rows": "Số dòng",
           "hash": "SHA-256 của CSV", "verify": "Đối chiếu", "licence": "Giấy phép của bản thể học và chương trình"},
    "en": {"question": "Question", "command": "Command", "complete": "Completeness", "note": "Note", "rows": "Rows",
           "hash": "SHA-256 of the CSV", "verify": "To verify", "licence": "Licence of the ontology and the program"},
}  # fmt: skip
_CITED = (source_iri(""), ID + "page/")


def origin(store: ReadableStore, answer: Answer) -> About:
    """What an answer says of itself, in its language: the question, the command that gives it again, each parameter,
    how complete it is, the SHA-256 of its rows as CSV, and every source that its rows name, or that is behind them."""
    catalogue = Catalogue()
    query = catalogue.get(answer.name)
    words, lang = _WORDS[answer.lang], answer.lang
    given = [(param, answer.parameters.get(param.variable)) for param in query.parameters]
    typed = [(param, term) for param, term in given if term is not None and param.type != "lang"]
    options = [part for param, term in typed for part in (f"--{param.name}", _typed(term))]
    command = shlex.join(["cchc", "--lang", lang, "query", answer.name, *options, *answer.options])
    lines = [(words["question"], answer.title), ("", query.description[lang])]
    lines += [(param.label[lang], _named(store, catalogue, term, lang)) for param, term in typed]
    if answer.completeness:
        lines.append((words["complete"], answer.completeness.text))
    lines += [(words["note"], note) for note in answer.notes]
    lines.append((words["rows"], number(len(answer.terms), lang)))
    lines.append((words["command"], command))
    lines.append((words["hash"], hashlib.sha256(serialize(answer, "csv")).hexdigest()))
    lines.append((words["verify"], f"{command} --format csv --raw-csv | sha256sum"))
    for (licence,) in store.select(catalogue.lookup("licence")):
        # Of the figures themselves nobody but their sources can say it.
        lines.append((words["licence"], licence.value if isinstance(licence, NamedNode) else str(licence)))
    cited = _in_rows(answer) or _behind(store, catalogue, query, answer)
    sources = [one for iri in cited for one in _cited(store, catalogue, iri, lang)]
    return About(lines, [*sources, *(Cited(page, page, page, None) for page in _pages(answer))])


def _named(store: ReadableStore, catalogue: Catalogue, term: Term, lang: str) -> str:
    """A parameter's value for people, with what was typed for it."""
    label, value = label_of(store, catalogue, term, lang), _typed(term)
    return value if label == value else f"{label} ({value})"


def _typed(term: Term) -> str:
    """A term as it can be typed again."""
    value = _value(term)
    return value.removeprefix(ID).partition("/")[2] if value.startswith(ID) else value


def _value(term: Term | None) -> str:
    return str(getattr(term, "value", ""))


def _in_rows(answer: Answer) -> list[str]:
    """The IRIs of the sources in the rows, and of the pages that they cite, each once."""
    found = {term.value for row in answer.terms for term in row if isinstance(term, NamedNode)}
    return sorted(iri for iri in found if iri.startswith(_CITED))


def _pages(answer: Answer) -> list[str]:
    """The addresses of pages that stand in the rows as texts, each once."""
    texts = {term.value for row in answer.terms for term in row if isinstance(term, Literal)}
    return sorted(text for text in texts if text.startswith(("http://", "https://")) and " " not in text)


def _behind(store: ReadableStore, catalogue: Catalogue, query: StoredQuery, answer: Answer) -> list[str]:
    """The sources of the claims that the values of an edition, or of a unit, were accepted from."""
    terms = {
        param.name: answer.parameters[param.variable]
        for param in query.parameters
        if param.variable in answer.parameters
    }
    units = [param.name for param in query.parameters if param.type == "unit" and param.name in terms]
    of_an_index = any(param.type == "index" for param in query.parameters)
    if not (answer.terms and of_an_index) or not (units or {"index", "year"} <= terms.keys()):
        return []
    asked = [{**terms, "unit": terms[name]} for name in units] or [terms]
    text = catalogue.lookup("cited-of-unit" if units else "cited-of-edition")
    return sorted({_value(row[0]) for one in asked for row in store.select(bind(text, one))})


def _cited(store: ReadableStore, catalogue: Catalogue, iri: str, lang: str) -> list[Cited]:
    rows = store.select(bind(catalogue.lookup("source"), {"source": NamedNode(iri), "lang": Literal(lang)})).rows
    found = []
    for row in rows:
        title, page, sha256 = (_value(term) or None for term in row)
        if title is None and page is None:
            continue
        # Labels of pages are cut so that tables stay narrow.
        whole = page if page and title and title.endswith("…") else title
        found.append(Cited(iri, whole or iri, page, sha256))
    return found
