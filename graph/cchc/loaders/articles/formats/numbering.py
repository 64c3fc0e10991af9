"""The numbers that Word writes before the paragraphs of numbered lists. They are not in the text, but can be ranks."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_MAX_STYLES = 20
"""How many styles may be based on one another; more are a circle."""


class Numbering:
    """The counters of a document's lists. Paragraphs must be asked for in their order."""

    def __init__(self, document: Any) -> None:
        self._lists: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles = {
            style.get(_W + "styleId"): style for style in document.styles.element.iterchildren(_W + "style")
        }
        # A document without lists has no such part, and python-docx would make one up.
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is not None:
            self._read(part.element)

    def _read(self, root: Any) -> None:
        """The levels of each list: number format, text ("%1."), and where it starts."""
        abstract = {}
        for definition in root.iterchildren(_W + "abstractNum"):
            abstract[definition.get(_W + "abstractNumId")] = {
                int(level.get(_W + "ilvl", "0")): (
                    _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), int(_value(level, "start", "1"))
                )
                for level in definition.iterchildren(_W + "lvl")
            }  # fmt: skip
        for instance in root.iterchildren(_W + "num"):
            levels = dict(abstract.get(_value(instance, "abstractNumId", ""), {}))
            for override in instance.iterchildren(_W + "lvlOverride"):
                level = int(override.get(_W + "ilvl", "0"))
                start = _value(override, "startOverride", "")
                if start and level in levels:
                    levels[level] = (*levels[level][:2], int(start))
            self._lists[instance.get(_W + "numId")] = levels

    def number_of(self, paragraph: Any) -> str:
        """What stands before the paragraph ("3.", "b)"); nothing for a bullet or a paragraph of no list."""
        place = self._place(paragraph)
        if place is None:
            return ""
        name, level = place
        levels, counts = self._lists.get(name, {}), self._counts[name]
        if level not in levels:
            return ""
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if levels[level][0] == "bullet":
            return ""

        def written(match: re.Match[str]) -> str:
            wanted = int(match[1]) - 1
            form, _, start = levels.get(wanted, ("decimal", "", 1))
            return _in_form(counts.get(wanted, start), form)

        return _PLACE.sub(written, levels[level][1])

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, or those of its style."""
        properties = paragraph.find(_W + "pPr")
        for _ in range(_MAX_STYLES):
            if properties is not None:
                own = properties.find(_W + "numPr")
                if own is not None and own.find(_W + "numId") is not None:
                    name = _value(own, "numId", "0")
                    return None if name == "0" else (name, int(_value(own, "ilvl", "0")))
            style = self._styles.get(self._style_of(paragraph, properties))
            if style is None:
                return None
            paragraph, properties = style, style.find(_W + "pPr")
        return None

    @staticmethod
    def _style_of(element: Any, properties: Any) -> str | None:
        if element.tag == _W + "style":
            return _value(element, "basedOn", "") or None
        return (_value(properties, "pStyle", "") if properties is not None else "") or None


def _value(element: Any, name: str, default: str) -> str:
    child = element.find(_W + name)
    return str(child.get(_W + "val", default)) if child is not None else default


def _in_form(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02d}"
    if form in ("lowerLetter", "upperLetter") and 0 < number < 27:
        letter = chr(ord("a") + number - 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
        roman = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        return roman if form == "lowerRoman" else roman.upper()
    return str(number)
