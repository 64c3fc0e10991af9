"""The header of a stored query: YAML in its ``#+`` comments, with strict keys.

The keys are those of grlc (https://grlc.io) where it has them: ``title``, ``description``, ``params``, ``tags``; ours
are ``columns``, ``chart``, ``completeness``, ``openness`` and ``notes``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cchc.answers import ChartSpec, Column
from cchc.errors import CchcError

Text = Mapping[str, str]
"""A text by language, ``vi`` and ``en``."""
PLAIN_TYPES = frozenset({"iri", "year", "string", "integer", "lang"})
"""Types of parameters that need no look-up. Any other type is looked up by ``queries/lookup/TYPE.rq``."""

_KEYS = {
    "query": {"title", "description", "params", "tags", "columns", "chart", "completeness", "openness", "notes"},
    "param": {"name", "type", "label", "variable", "default", "required", "allowed", "example"},
    "column": {"name", "label", "unit_of_measure", "decimals", "hidden", "list", "signed", "values", "with", "added"},
    "chart": {"kind", "x", "y", "otherwise", "series", "label", "status", "break", "since", "inverted", "among"},
    "completeness": {"query", "text", "open", "existing", "with"},
    "openness": {"kind", "text", "open", "population"},
    "note": {"query", "text", "empty", "with"},
}
_NEEDED = {
    "query": {"title", "description", "params", "tags", "columns"},
    "param": {"name", "type", "label", "example"},
    "column": {"name", "label"},
    "chart": {"kind", "x", "y"},
    "completeness": {"query", "text", "open"},
    "openness": {"kind"},
    "note": {"query", "text"},
}
_KINDS = {"bar", "line"}


class Parameter(NamedTuple):
    """A parameter: what people call it (``name``), and the variable of the query that it takes the place of."""

    name: str
    type: str
    label: Text
    example: str
    variable: str
    default: str | None = None
    required: bool = False
    allowed: tuple[str, ...] = ()


class CompletenessSpec(NamedTuple):
    """The query of ``queries/completeness/`` that counts, and the texts with and without an expected number.

    ``given`` names the parameter that must be given for this one to apply; None applies always. ``existing`` is the
    text for a number that no source states of the edition: of the units that existed then.
    """

    query: str
    text: Text
    open: Text
    given: str | None = None
    existing: Text | None = None


class OpennessSpec(NamedTuple):
    """How it is found what missing values could change in an answer: a ``kind`` of :mod:`cchc.bounds.openness`.

    ``text`` and ``open`` are the texts with and without an expected number, where the answer itself is what is counted;
    ``population`` that of a query that asks for none.
    """

    kind: str
    text: Text | None = None
    open: Text | None = None
    population: str | None = None


class NoteSpec(NamedTuple):
    """A line below an answer: the query of ``queries/notes/`` that finds what there is to tell, and the text around it.

    ``empty``: only of an answer without rows; ``given``: only where that parameter is.
    """

    query: str
    text: Text
    empty: bool = False
    given: str | None = None


class StoredQuery(NamedTuple):
    """One stored query; ``text`` is its file as it stands.

    ``added`` are the columns that tell what missing values could change: no variables of the query.
    """

    name: str
    text: str
    title: Text
    description: Text
    parameters: tuple[Parameter, ...]
    tags: tuple[str, ...]
    columns: tuple[Column, ...]
    chart: ChartSpec | None = None
    completeness: tuple[CompletenessSpec, ...] = ()
    names: tuple[str, ...] = ()
    openness: OpennessSpec | None = None
    added: tuple[Column, ...] = ()
    notes: tuple[NoteSpec, ...] = ()


@cache
def parse(name: str, text: str, where: Path) -> StoredQuery:
    """Reads the header of one query.

    :raises CchcError: QUERY_HEADER, naming the file and the key, if anything is unknown, missing or of a wrong form.
    """
    header = _Section(_yaml(text, where), "query", "", where)
    params = tuple(_parameter(section) for section in header.sections("params", "param"))
    described = header.sections("columns", "column")
    columns = tuple(_column(section) for section in described if not section.flag("added"))
    names = tuple(column.name for column in columns)
    chart, openness = header.section("chart"), header.section("openness")
    return StoredQuery(
        name=name,
        text=text,
        title=header.translated("title"),
        description=header.translated("description"),
        parameters=params,
        tags=tuple(str(tag) for tag in header.items("tags")),
        columns=columns,
        chart=_chart(chart, names) if chart else None,
        completeness=tuple(_completeness(section) for section in header.sections("completeness", "completeness")),
        names=names,
        openness=_openness(openness) if openness else None,
        added=tuple(_column(section) for section in described if section.flag("added")),
        notes=tuple(_note(section) for section in header.sections("notes", "note")),
    )


def _yaml(text: str, where: Path) -> dict[str, Any]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        header = yaml.load("\n".join(lines), Loader=loader)
    except yaml.YAMLError as error:
        raise _wrong(where, "#+", " ".join(str(error).split())) from error
    if not isinstance(header, dict):
        raise _wrong(where, "#+", "no header")
    return header


def _wrong(where: Path, key: str, reason: str) -> CchcError:
    return CchcError("QUERY_HEADER", where=where.name, values={"key": key, "reason": reason})


class _Section:
    """A mapping of the header, read key by key; ``path`` says where it stands."""

    def __init__(self, content: Any, kind: str, path: str, where: Path) -> None:
        self.path, self.where = path, where
        if not isinstance(content, dict):
            raise _wrong(where, path or "#+", "must be a mapping")
        self.content: dict[str, Any] = content
        for key in content:
            if key not in _KEYS[kind]:
                raise _wrong(where, self.at(str(key)), f"unknown key; known are {', '.join(sorted(_KEYS[kind]))}")
        for key in sorted(_NEEDED[kind] - content.keys()):
            raise _wrong(where, self.at(key), "missing")

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def string(self, key: str) -> str:
        value = self.content[key]
        if not isinstance(value, (str, int)) or isinstance(value, bool):
            raise _wrong(self.where, self.at(key), "must be a text")
        return str(value)

    def optional(self, key: str) -> str | None:
        return self.string(key) if key in self.content else None

    def flag(self, key: str) -> bool:
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            raise _wrong(self.where, self.at(key), "must be true or false")
        return value

    def items(self, key: str) -> list[Any]:
        value = self.content.get(key, [])
        if not isinstance(value, list):
            raise _wrong(self.where, self.at(key), "must be a list")
        return value

    def translated(self, key: str) -> Text:
        value = self.content[key]
        texts = isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
        if not texts or set(value) != {"vi", "en"}:
            raise _wrong(self.where, self.at(key), "must have a text in vi and in en, and nothing else")
        return dict(value)

    def section(self, key: str) -> _Section | None:
        return _Section(self.content[key], key, self.at(key), self.where) if key in self.content else None

    def sections(self, key: str, kind: str) -> list[_Section]:
        return [
            _Section(item, kind, f"{self.at(key)}[{number}]", self.where) for number, item in enumerate(self.items(key))
        ]

    def texts(self, key: str) -> Mapping[str, Text]:
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise _wrong(self.where, self.at(key), "must be a mapping")
        inner = _Section.__new__(_Section)
        inner.content, inner.path, inner.where = value, self.at(key), self.where
        return {str(code): inner.translated(code) for code in value}


def _parameter(section: _Section) -> Parameter:
    name = section.string("name")
    allowed = tuple(str(value) for value in section.items("allowed"))
    default = section.optional("default")
    if default is not None and allowed and default not in allowed:
        raise _wrong(section.where, section.at("default"), "is not among the allowed values")
    return Parameter(
        name=name,
        type=section.string("type"),
        label=section.translated("label"),
        example=section.string("example"),
        variable=section.optional("variable") or name,
        default=default,
        required=section.flag("required"),
        allowed=allowed,
    )


def _column(section: _Section) -> Column:
    decimals = section.content.get("decimals")
    if decimals is not None and (not isinstance(decimals, int) or isinstance(decimals, bool) or decimals < 0):
        raise _wrong(section.where, section.at("decimals"), "must be a whole number")
    return Column(
        name=section.string("name"),
        label=section.translated("label"),
        unit_of_measure=section.optional("unit_of_measure"),
        decimals=decimals,
        hidden=section.flag("hidden"),
        several=section.flag("list"),
        signed=section.flag("signed"),
        values=section.texts("values"),
        given=section.optional("with"),
    )


def _completeness(section: _Section) -> CompletenessSpec:
    return CompletenessSpec(
        query=section.string("query"),
        text=section.translated("text"),
        open=section.translated("open"),
        given=section.optional("with"),
        existing=section.translated("existing") if "existing" in section.content else None,
    )


def _note(section: _Section) -> NoteSpec:
    flags = section.flag("empty"), section.optional("with")
    return NoteSpec(section.string("query"), section.translated("text"), *flags)


def _openness(section: _Section) -> OpennessSpec:
    return OpennessSpec(
        kind=section.string("kind"),
        text=section.translated("text") if "text" in section.content else None,
        open=section.translated("open") if "open" in section.content else None,
        population=section.optional("population"),
    )


def _chart(section: _Section, columns: tuple[str, ...]) -> ChartSpec:
    if section.string("kind") not in _KINDS:
        raise _wrong(section.where, section.at("kind"), f"must be one of {', '.join(sorted(_KINDS))}")
    named = {
        key: section.optional(key) for key in ("otherwise", "series", "label", "status", "break", "since", "among")
    }
    named |= {key: section.string(key) for key in ("x", "y")}
    for key, name in named.items():
        if name is not None and name not in columns:
            raise _wrong(section.where, section.at(key), f"there is no column {name}")
    told: dict[str, Any] = {"break_column" if key == "break" else key: name for key, name in named.items()}
    return ChartSpec(kind=section.string("kind"), inverted=section.flag("inverted"), **told)
