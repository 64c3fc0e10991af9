"""What ``cchc extract`` read, as a person reads it, in the language chosen."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from cchc.answers.text import clean, number
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.loaders.articles.records import Record
from cchc.web.texts import Words, words

_SHOWN = {
    "observation": ("index", "year", "unit", "component", "measure", "value", "rank_of", "scope"),
    "standing": ("index", "year", "unit", "value"),
    "count": ("index", "year", "population", "class", "value", "of"),
    "indicator": ("unit", "year", "name", "value", "unit_of_measure"),
    "meeting": ("date", "name", "chair", "organizer"),
    "official": ("name", "post", "organization"),
    "directive": ("by", "to", "deadline"),
    "method": ("index", "year", "name"),
    "unplaced": ("text", "why"),
}
_IN_CELLS = (
    "index",
    "year",
    "unit",
    "component",
    "period",
    "measure",
    "value",
    "rank_of",
    "unit_of_measure",
    "maximum",
)
_GROUP = {"standing": "observation"}
"""The heading under which records of a type stand, where it is another one's."""
_DAYS, _CODES = ("date", "deadline"), ("year",)
_NAMED = ("unit", "index", "component", "class", "value", "scope", "organization", "organizer", "name")
"""The fields that hold names which the ontology has in both languages."""


class _Shown:
    """Values of records in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.say: dict[str, Words] = words("review")
        known = gazetteer().by_path.values() if lang == "en" else ()
        self._names = {entry.label: entry.label_en for entry in known}

    def of(self, key: str, value: Any, *, signed: bool = False) -> str:
        if isinstance(value, (int, float)) and key not in _CODES:
            return number(Decimal(str(value)), self.lang, signed=signed)
        text = clean(str(value))
        said = self.say["why" if key == "why" else "values"].get(text)
        if said:
            return str(said[self.lang])
        if key in _DAYS and self.lang == "vi" and len(text) == 10:
            return f"{text[8:]}/{text[5:7]}/{text[:4]}"
        return self._names.get(text, text) if key in _NAMED else text

    def line(self, record: Record, keys: Iterable[str]) -> str:
        """The fields of a record that it has, in order; a rank with how many it is among: "36/63"."""
        change = str(record.get("measure")).endswith("change")
        told = {
            key: self.of(key, record[key], signed=change and key == "value")
            for key in keys
            if record.get(key) not in (None, "")
        }
        if "rank_of" in told and "value" in told and isinstance(record["value"], int):
            told["value"] += "/" + told.pop("rank_of")
        status = record.get("status", "stated")
        return " | ".join(told.values()) + ("" if status == "stated" else f" [{self.of('status', status)}]")


def of_article(found: list[Record], lang: str) -> str:
    """The records by type, each with the words that say it; what was not understood comes last."""
    shown, lines = _Shown(lang), list[str]()
    for group, heading in shown.say["groups"].items():
        of_group = [record for record in found if _GROUP.get(record["type"], record["type"]) == group]
        if not of_group:
            continue
        title = f"{heading[lang]} ({len(of_group)})"
        lines += [title, "-" * len(title)]
        for record in of_group:
            lines.append(shown.line(record, _SHOWN[record["type"]]))
            lines.append(f"    “{' '.join(record['evidence'].split())}” [{record['start']},{record['end']}]")
        lines.append("")
    return "\n".join(lines).rstrip()


def of_table(found: list[Record], lang: str) -> str:
    """The records of a table, a line each, with the cell that says so."""
    shown, lines = _Shown(lang), list[str]()
    for record in found:
        sheet = f"{record['sheet']}!" if record["sheet"] else ""
        lines.append(f"{shown.line(record, _IN_CELLS)}  “{record['evidence']}” [{sheet}{record['cell']}]")
    return "\n".join(lines)
