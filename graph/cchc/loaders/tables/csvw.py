"""CSVW: metadata beside a CSV file that says how to read it and what its columns are.

Found and read as "Model for Tabular Data and Metadata on the Web" (W3C Recommendation, 17 December 2015), section 5.3,
and "Metadata Vocabulary for Tabular Data" say: ``FILE.csv-metadata.json``, else ``csv-metadata.json`` in the same
folder, which counts only if it names the file. Read are: ``url``, ``tables``, ``dialect`` (encoding, delimiter,
quoteChar, skipRows, header, headerRowCount), and of columns ``titles``, ``name``, ``propertyUrl``, ``null``,
``datatype.format`` with ``decimalChar``, ``virtual`` and ``suppressOutput``; and ``dc:title`` of the table.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

from cchc import vocabulary as v
from cchc.errors import CchcError

CONTEXT = "http://www.w3.org/ns/csvw"

_ROLES = {
    **{v.CCHC + name: name for name in ("score", "rank", "grade", "unit", "year", "index", "population", "component")},
    v.CCHC + "maximum": "maximum",
    v.CCHC + "rankedAmong": "rank-of",
    v.CCHC + "rankChange": "rank-change",
    v.CCHC + "scoreChange": "score-change",
    v.CCHC + "unitOfMeasure": "measured-in",
    v.PROV + "hadPrimarySource": "source",
    v.DCTERMS + "source": "source",
    v.SKOS + "note": "note",
}
"""What a column is whose values are those of a property."""
_PREFIXES = {**v.PREFIXES, "dc": v.DCTERMS}


@dataclass(frozen=True, slots=True)
class Described:
    """One column: its titles, what it is (a role, or None if only its titles tell), its decimal mark and its nulls."""

    titles: tuple[str, ...]
    role: str | None
    decimal: str | None
    null: tuple[str, ...]
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the metadata of a file says. ``first`` and ``last`` are the rows of its heading, from 1."""

    path: Path
    title: str | None
    encoding: str
    delimiter: str
    quote: str | None
    first: int
    last: int
    columns: tuple[Described, ...]


def metadata_of(path: Path) -> Metadata | None:
    """The metadata of a file, if it has any.

    :raises CchcError: TABLE_CSVW, for metadata that is no CSVW.
    """
    for place in (path.with_name(path.name + "-metadata.json"), path.with_name("csv-metadata.json")):
        if not place.is_file():
            continue
        try:
            said = json.loads(place.read_text(encoding="utf-8"))
        except (ValueError, UnicodeDecodeError) as error:
            raise _wrong(place, str(error)) from error
        contexts = said.get("@context") if isinstance(said, dict) else None
        if contexts != CONTEXT and not (isinstance(contexts, list) and CONTEXT in contexts):
            raise _wrong(place, f'"@context": "{CONTEXT}"')
        base = next((c["@base"] for c in contexts if isinstance(c, dict) and "@base" in c), "") if contexts else ""
        tables = said.get("tables", [said])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise _wrong(place, '"tables": [{…}]')
        for table in tables:
            if unquote(urljoin(base, str(table.get("url", "")))).rpartition("/")[2] == path.name:
                return _read(place, said, table)
    return None


def _read(place: Path, group: dict[str, Any], table: dict[str, Any]) -> Metadata:
    dialect = table.get("dialect") or group.get("dialect") or {}
    schema = table.get("tableSchema") or group.get("tableSchema") or {}
    if not isinstance(dialect, dict) or not isinstance(schema, dict):
        raise _wrong(place, '"dialect": {…}, "tableSchema": {…}')
    columns = schema.get("columns", [])
    if not isinstance(columns, list) or not all(isinstance(column, dict) for column in columns):
        raise _wrong(place, '"columns": [{…}]')
    skipped = dialect.get("skipRows", 0)
    count = dialect.get("headerRowCount", 1 if dialect.get("header", True) else 0)
    delimiter, quote = dialect.get("delimiter", ","), dialect.get("quoteChar", '"')
    if not all(isinstance(n, int) and n >= 0 for n in (skipped, count)) or len(str(delimiter)) != 1:
        raise _wrong(place, '"skipRows", "headerRowCount": 0, 1, …; "delimiter": ","')
    inherited = {**group, **table, **schema}
    return Metadata(
        path=place,
        title=_text(table.get("dc:title") or group.get("dc:title")),
        encoding=str(dialect.get("encoding", "utf-8")),
        delimiter=str(delimiter),
        quote=str(quote) if quote else None,
        first=skipped + 1,
        last=skipped + count,
        columns=tuple(_column(column, inherited) for column in columns if not column.get("virtual")),
    )


def _column(said: dict[str, Any], inherited: dict[str, Any]) -> Described:
    titles = said.get("titles", said.get("name", ()))
    if isinstance(titles, dict):
        titles = [text for texts in titles.values() for text in (texts if isinstance(texts, list) else [texts])]
    datatype = said.get("datatype") or inherited.get("datatype")
    form = datatype.get("format") if isinstance(datatype, dict) else None
    null = said.get("null", inherited.get("null", ""))
    url = str(said.get("propertyUrl") or "")
    prefix, colon, name = url.partition(":")
    if colon and prefix in _PREFIXES:
        url = _PREFIXES[prefix] + name
    return Described(
        titles=tuple(str(title) for title in ([titles] if isinstance(titles, str) else titles)),
        role=_ROLES.get(url),
        # The default of a number's decimal mark is a point.
        decimal=form.get("decimalChar", ".") if isinstance(form, dict) else None,
        null=tuple(str(text) for text in (null if isinstance(null, list) else [null])),
        suppressed=bool(said.get("suppressOutput")),
    )


def _text(said: Any) -> str | None:
    if isinstance(said, dict):
        said = said.get("@value")
    return said if isinstance(said, str) else None


def _wrong(place: Path, reason: str) -> CchcError:
    return CchcError("TABLE_CSVW", where=str(place), values={"reason": reason})
