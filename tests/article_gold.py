"""Reading a text in a test, and comparing records with those that a person read in it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from cchc.claims import Reading, Source
from cchc.loaders.articles.reader import read_article
from cchc.loaders.articles.records import records
from cchc.vietnamese import fold, nfc, same_tone_place

Record = dict[str, Any]

FOLDER = Path(__file__).parent / "articles"
COMPARED = ("observation", "count", "meeting", "official")
_HEAD = re.compile(r"^(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn)\s+", re.I)
_DULL = frozenset(["cải", "cách", "công", "tác", "chỉ", "số", "nhóm", "loại", "mức", "của", "và", "về"])


def reading(text: str) -> Reading:
    """What the reader gets from a text."""
    text = nfc(text)
    return read_article(Source(id="t", name="t", text=text, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest()))


def found_in(text: str) -> list[Record]:
    """The records of a text, as the command line prints them."""
    return list(json.loads(json.dumps(records(reading(text)), ensure_ascii=False)))


def stated(found: list[Record]) -> list[Record]:
    """The records that count as facts."""
    return [r for r in found if r["type"] in COMPARED and r.get("status", "stated") == "stated"]


def name(text: object) -> str:
    """A name without the head noun that says what it is of, whatever the place of its tones."""
    return same_tone_place(_HEAD.sub("", str(text or ""))).casefold().replace(",", "")


def _words(text: object) -> set[str]:
    plain = same_tone_place(str(text or "")).casefold()
    for short, full in (("cchc", "cải cách hành chính"), ("tthc", "thủ tục hành chính"), ("kt-xh", "kinh tế xã hội")):
        plain = plain.replace(short, full)
    return {w for w in re.findall(r"\w+", plain) if w not in _DULL}


def says_the_same(gold: Record, found: Record) -> bool:
    """Whether two records say the same thing of the same unit, year and index."""
    if gold["type"] != found["type"]:
        return False
    if gold["type"] == "meeting":
        return gold["date"] == found["date"] and name(gold.get("chair", found["chair"])) == name(found["chair"])
    if gold["type"] == "official":
        told = _words(found["post"]) | _words(found["organization"])
        return name(gold["name"]) == name(found["name"]) and _words(gold["post"]) <= told
    if (gold["index"], gold["year"], gold["value"]) != (found["index"], found["year"], found["value"]):
        return gold.get("measure") == found.get("measure") == "group" and _same_but_value(gold, found)
    if gold["type"] == "count":
        return bool(gold["population"] == found["population"])
    return _same_but_value(gold, found)


def _same_but_value(gold: Record, found: Record) -> bool:
    if any(gold.get(key) != found.get(key) for key in ("index", "year", "measure")):
        return False
    mean = str(gold["measure"]).startswith("mean")
    if not mean and name(gold["unit"]) != name(found["unit"]):
        return False
    if gold["measure"] == "group" and not _words(gold["value"]) <= _words(found["value"]):
        return False
    component, other = _words(gold.get("component")), _words(found.get("component"))
    if bool(component) != bool(other) or not (component <= other or other <= component):
        return False
    for key in ("rank_of", "vs_year", "maximum"):
        if gold.get(key) is not None and gold[key] != found.get(key):
            return False
    return bool(gold.get("scope")) == bool(found.get("scope"))


def overlaps(text: str, gold: Record, found: Record) -> bool:
    """Whether the words of a gold record stand (somewhere) where a found record points."""
    at = text.find(gold["evidence"])
    while at >= 0:
        if at < found["end"] and found["start"] < at + len(gold["evidence"]):
            return True
        at = text.find(gold["evidence"], at + 1)
    return False


def compare(text: str, gold: list[Record], found: list[Record]) -> tuple[list[Record], list[Record]]:
    """(missing, wrong): gold records that nothing found says at their place, and found facts that no gold one says."""
    facts = stated(found)
    missing = [
        g
        for g in gold
        if not g.get("optional") and not any(says_the_same(g, f) and overlaps(text, g, f) for f in facts)
    ]
    wrong = [f for f in facts if not any(says_the_same(g, f) for g in gold)]
    return missing, wrong


def facts(text: str, *, doubted: bool = False) -> set[tuple[Any, ...]]:
    """The facts of a text without their places, for comparing one text with another; with the candidates, if wanted."""
    found = found_in(text)
    keys = (
        "type",
        "index",
        "unit",
        "year",
        "measure",
        "component",
        "value",
        "rank_of",
        "scope",
        "vs_year",
        "population",
    )
    return {
        tuple(fold(r[key]) if isinstance(r.get(key), str) else r.get(key) for key in keys)
        for r in (found if doubted else stated(found))
        if r["type"] in ("observation", "count")
    }
