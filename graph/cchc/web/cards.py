"""The facts of the review page: one card a record, with its values, its evidence and the fields to correct it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from cchc.review.fields import Record
from cchc.review.names import Names
from cchc.web.texts import LANGUAGES, Words, attributes, both, visible

LONGEST_EVIDENCE = 240
"""How many characters of the evidence a card shows; the text beside it has all."""

_KIND_OF_MEASURE = {
    "score": "score", "rank": "rank", "rank_change": "change", "score_change": "change", "mean_change": "change",
    "group": "grade", "mean": "total",
}  # fmt: skip
_KIND_OF_TYPE = {"standing": "grade", "count": "total"}
_GROUP = {"standing": "observation"}

# (key, form): what a person can correct in a record of a type or, for observations, of a measure.
_WHOSE = (("index", "index"), ("unit", "unit"), ("year", "year"))
_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "score": (
        *_WHOSE, ("value", "number"), ("unit_of_measure", "scale"), ("component", "component"), ("status", "status"),
    ),
    "rank": (*_WHOSE, ("value", "whole"), ("rank_of", "whole"), ("component", "component"), ("status", "status")),
    "rank_change": (*_WHOSE, ("value", "whole"), ("vs_year", "year"), ("component", "component"), ("status", "status")),
    "score_change": (
        *_WHOSE, ("value", "number"), ("unit_of_measure", "scale"), ("vs_year", "year"), ("component", "component"),
        ("status", "status"),
    ),
    "group": (*_WHOSE, ("value", "grade"), ("status", "status")),
    "mean": (*_WHOSE, ("value", "number"), ("unit_of_measure", "scale"), ("status", "status")),
    "mean_change": (
        *_WHOSE, ("value", "number"), ("unit_of_measure", "scale"), ("vs_year", "year"), ("status", "status"),
    ),
    "standing": (*_WHOSE, ("value", "standing"), ("status", "status")),
    "count": (
        ("index", "index"), ("year", "year"), ("population", "population"), ("class", "text"), ("value", "whole"),
        ("of", "whole"), ("status", "status"),
    ),
    "indicator": (("unit", "unit"), ("year", "year"), ("value", "number"), ("status", "status")),
    "meeting": (
        ("date", "date"), ("name", "text"), ("organizer", "unit"), ("session", "whole"), ("chair", "text"),
        ("chair_post", "text"), ("place", "text"),
    ),
    "official": (("name", "text"), ("post", "text"), ("organization", "unit")),
    "directive": (("by", "text"), ("to", "text"), ("deadline", "date"), ("text", "long")),
    "method": (("index", "index"), ("year", "year")),
    "unplaced": (
        *_WHOSE, ("measure", "measure"), ("value", "number"), ("unit_of_measure", "scale"), ("rank_of", "whole"),
        ("component", "component"),
    ),
}  # fmt: skip
_CHOICES = {
    "scale": ("", "percent", "points"),
    "status": ("stated", "candidate"),
    "standing": ("among-highest", "among-lowest"),
    "population": ("provinces", "ministries", "departments", "districts", "communes"),
    "measure": ("score", "rank", "rank_change", "score_change", "mean"),
}
_LISTS = {"unit": "units", "component": "components", "grade": "grades"}


@dataclass(frozen=True, slots=True)
class Card:
    """One record with its place in the list of facts: ``number`` from 1, ``kind`` as the legend names it."""

    number: int
    kind: str
    record: Record

    @property
    def group(self) -> str:
        """The heading that it stands under."""
        kind = str(self.record["type"])
        return _GROUP.get(kind, kind)


def card_of(number: int, record: Record) -> Card:
    """The card of a record."""
    measure = _KIND_OF_MEASURE.get(str(record.get("measure", "score")), "score")
    kind = str(record["type"])
    return Card(number, measure if kind == "observation" else _KIND_OF_TYPE.get(kind, kind), record)


def badge(card: Card, say: dict[str, Words]) -> str:
    """The letter and number by which text and list refer to each other."""
    letters = {lang: f"{say['kinds'][card.kind][lang][0]}{card.number}" for lang in LANGUAGES}
    return both(letters)


def markup(card: Card, names: Names, say: dict[str, Words]) -> str:
    """A card as HTML."""
    record, kind = card.record, str(card.record["type"])
    fields = _FIELDS[str(record["measure"])] if kind == "observation" else _FIELDS[kind]
    candidate = record.get("status") == "candidate"
    chips = f'<span class="chip unsure">{both(say["values"]["candidate"])}</span>' if candidate else ""
    evidence = str(record["evidence"])
    shown = evidence if len(evidence) <= LONGEST_EVIDENCE else evidence[:LONGEST_EVIDENCE].rstrip() + "…"
    says = say["says"]
    if kind == "unplaced":
        actions = f'<button type="button" data-act="adopt" aria-pressed="false">{both(says["adopt"])}</button>'
    else:
        confirm = f'<button type="button" data-act="confirm">{both(says["confirm"])}</button>' if candidate else ""
        actions = (
            f'{confirm}<button type="button" data-act="edit" aria-expanded="false">{both(says["edit"])}</button>'
            f'<button type="button" data-act="strike" aria-pressed="false">{both(says["strike"])}</button>'
        )
    inputs = "".join(_field(key, form, card, names, say) for key, form in (*fields, ("note", "long")))
    return (
        f'<li class="fact k-{card.kind}{" candidate" if candidate else ""}" id="f{card.number}"'
        f' data-i="{card.number - 1}" tabindex="-1">'
        f'<div class="head"><a class="badge" href="#e{card.number}">{badge(card, say)}</a>'
        f'<div class="what">{_headline(card, say)}</div>'
        f'<span class="chips">{chips}<span class="chip state"></span></span></div>'
        f'<blockquote lang="vi" dir="ltr">{visible(" ".join(shown.split()))}</blockquote>'
        f'<div class="acts">{actions}</div><div class="fields" hidden>{inputs}</div></li>'
    )


# -- what a record says ----------------------------------------------------------------------------------------------


def _headline(card: Card, say: dict[str, Words]) -> str:
    record, values = card.record, say["values"]

    def part(key: str, before: str = "", after: str = "", tag: str = "span", signed: bool = False) -> str:
        value = record.get(key)
        shown = ("+" if signed and float(value or 0) > 0 else "") + _shown(value, values)
        hidden = " hidden" if value in (None, "") else ""
        mark = " data-signed" if signed else ""
        named = f'<{tag} data-k="{escape(key)}"{mark}>{shown}</{tag}>'
        return f'<span class="part"{hidden}>{before}{named}{after}</span>'

    about = f'<p class="about">{part("index")} {part("year")}{part("component", " · ")}{part("scope", " · ")}</p>'
    match card.record["type"]:
        case "observation" | "standing":
            measure = str(record.get("measure", ""))
            name = "" if measure in ("", "score", "group") else both(values[measure]) + " "
            value = part("value", tag="b", signed=measure.endswith("_change"))
            of = part("rank_of", "/") if measure == "rank" else ""
            scale = "" if record.get("unit_of_measure") == "rank" else part("unit_of_measure", " ")
            versus = part("vs_year", " (↔ ", ")")
            said = f'<p class="said">{part("unit", tag="b")}: {name}{value}{of}{scale}{versus}</p>'
            return said + about
        case "count":
            kind = values.get(str(record.get("kind")), values["grade-count"])
            said = (
                f"{part('value', tag='b')}{part('of', '/')} {part('population')} {both(kind)} {part('class', tag='b')}"
            )
            return f'<p class="said">{said}</p>{about}'
        case "indicator":
            said = f"{part('name', tag='b')}: {part('value', tag='b')}{part('unit_of_measure', ' ')}"
            return f'<p class="said">{said}</p><p class="about">{part("unit")} {part("year")}</p>'
        case "meeting":
            place, chair = part("place", " · "), part("chair", " · ")
            return (
                f'<p class="said">{part("date", tag="b")} {part("name")}</p>'
                f'<p class="about">{part("organizer")}{chair}{place}</p>'
            )
        case "official":
            post = f"{part('post')}, {part('organization')}"
            return f'<p class="said">{part("name", tag="b")}</p><p class="about">{post}</p>'
        case "directive":
            return (
                f'<p class="said">{part("by", tag="b")}{part("to", " → ")}</p><p class="about">{part("deadline")}</p>'
            )
        case "method":
            return f'<p class="said">{part("name", tag="b")}</p>{about}'
        case _:
            why = say["why"].get(str(record["why"]), dict.fromkeys(LANGUAGES, record["why"]))
            return f'<p class="said"><b>{visible(str(record["text"]))}</b></p><p class="about">{both(why)}</p>'


def _shown(value: Any, values: Words) -> str:
    """A value as people write it; numbers keep their value beside it, for the other language."""
    if value in (None, ""):
        return ""
    if isinstance(value, float):
        plain = format(Decimal(str(value)), "f")
        return f'<data value="{plain}">{both({"vi": plain.replace(".", ","), "en": plain})}</data>'
    if isinstance(value, str) and value in values:
        return both(values[value])
    return visible(str(value))


# -- fields to correct it --------------------------------------------------------------------------------------------


def _field(key: str, form: str, card: Card, names: Names, say: dict[str, Words]) -> str:
    value = card.record.get(key)
    text = "" if value is None else format(Decimal(str(value)), "f") if isinstance(value, float) else str(value)
    ids = f'id="i{card.number}-{key}" data-key="{key}" data-form="{form}"'
    label = f'<label for="i{card.number}-{key}">{both(say["labels"][key])}</label>'
    return f'<div class="field {form}">{label}{_input(ids, form, text, names, say)}</div>'


def _input(ids: str, form: str, text: str, names: Names, say: dict[str, Words]) -> str:
    if form == "index":
        known = names.known_indices()
        options = "".join(_option(name, {"vi": name, "en": name}, text) for name in _with(text, known))
        return f"<select {ids}>{options}</select>"
    if form in _CHOICES:
        blank = {"vi": "–", "en": "–"}
        options = "".join(_option(word, say["values"].get(word, blank), text) for word in _with(text, _CHOICES[form]))
        return f"<select {ids}>{options}</select>"
    if form == "long":
        return f'<textarea {ids} rows="2">{escape(text)}</textarea>'
    extra: dict[str, Callable[[], str]] = {
        "number": lambda: ' inputmode="decimal"',
        "whole": lambda: ' inputmode="numeric"',
        "year": lambda: ' inputmode="numeric" maxlength="4"',
        "date": lambda: ' placeholder="2024-12-31"',
    }
    listed = f' list="{_LISTS[form]}"' if form in _LISTS else ""
    return f'<input {ids} value="{escape(text)}" autocomplete="off"{extra.get(form, str)()}{listed}>'


def _with(current: str, known: tuple[str, ...] | list[str]) -> list[str]:
    return list(known) if current in known else [current, *known]


def _option(value: str, said: dict[str, Any], current: str) -> str:
    chosen = " selected" if value == current else ""
    return f'<option value="{escape(value)}" {attributes(said)}{chosen}>{escape(str(said["vi"]))}</option>'
