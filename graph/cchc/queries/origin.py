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
from cchc.store.results import ReadableStore, Term
from cchc.vocabulary import ID, source_iri

_WORDS = {
    "vi": {"question": "Câu hỏi", "command": "Lệnh", "complete": "Mức đầy đủ", "rows": "Số dòng",
           "hash": "SHA-256 của CSV", "verify": "Đối chiếu", "licence": "Giấy phép"},
    "en": {"question": "Question", "command": "Command", "complete": "Completeness", "rows": "Rows",
           "hash": "SHA-256 of the CSV", "verify": "To verify", "licence": "Licence"},
}  # fmt: skip


def origin(store: ReadableStore, answer: Answer) -> About:
    """What an answer says of itself, in its language: the question, the command that gives it again, each parameter,
    how complete it is, the SHA-256 of its rows as CSV, the licence, and every source that its rows name."""
    catalogue = Catalogue()
    query = catalogue.get(answer.name)
    words, lang = _WORDS[answer.lang], answer.lang
    given = [(param, answer.parameters.get(param.variable)) for param in query.parameters]
    typed = [(param, _typed(term)) for param, term in given if term is not None and param.type != "lang"]
    options = [part for param, value in typed for part in (f"--{param.name}", value)]
    command = shlex.join(["cchc", "--lang", lang, "query", answer.name, *options])
    lines = [(words["question"], answer.title), ("", query.description[lang])]
    lines += [(param.label[lang], value) for param, value in typed]
    if answer.completeness:
        lines.append((words["complete"], answer.completeness.text))
    lines.append((words["rows"], number(len(answer.terms), lang)))
    lines.append((words["command"], command))
    lines.append((words["hash"], hashlib.sha256(serialize(answer, "csv")).hexdigest()))
    lines.append((words["verify"], f"{command} --format csv --raw-csv | sha256sum"))
    for (licence,) in store.select(catalogue.lookup("licence")):
        lines.append((words["licence"], licence.value if isinstance(licence, NamedNode) else str(licence)))
    return About(lines, [cited for iri in _named(answer) for cited in _cited(store, catalogue, iri, lang)])


def _typed(term: Term) -> str:
    """A term as it can be typed again."""
    value = _value(term)
    return value.removeprefix(ID).partition("/")[2] if value.startswith(ID) else value


def _value(term: Term | None) -> str:
    return str(getattr(term, "value", ""))


def _named(answer: Answer) -> list[str]:
    """The IRIs of the sources in the rows, each once."""
    found = {term.value for row in answer.terms for term in row if isinstance(term, NamedNode)}
    return sorted(iri for iri in found if iri.startswith(source_iri("")))


def _cited(store: ReadableStore, catalogue: Catalogue, iri: str, lang: str) -> list[Cited]:
    rows = store.select(bind(catalogue.lookup("source"), {"source": NamedNode(iri), "lang": Literal(lang)})).rows
    return [
        Cited(iri, _value(title) or iri, _value(page) or None, _value(sha256) or None) for title, page, sha256 in rows
    ]
