"""The names that tables use: words of headings and cells, units, indices, components … from the ontology.

Names are compared as slugs: without case, tone marks, punctuation and spacing, because headings are typed in capitals,
abbreviated and broken over lines.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from cchc.claims import Unit
from cchc.loaders.articles.entries import Entry, ontology, read_entries
from cchc.loaders.articles.gazetteer import Gazetteer, gazetteer
from cchc.units import bearers, last_day
from cchc.vietnamese import slug

if TYPE_CHECKING:
    from cchc.loaders.articles.entries import Triple

CODE_DIGITS = 2
"""The digits of a province's code, by the General Statistics Office's list of administrative units."""
_KINDS = (
    "unit", "unit-type", "index", "component", "region", "unit-class", "population", "table-term", "heading-word",
)  # fmt: skip


class TableNames:
    """Looks up names by kind of thing."""

    def __init__(self, articles: Gazetteer, entries: list[tuple[str, Entry]]) -> None:
        self.articles = articles
        """The names as readers of articles know them: grades and their bounds."""
        self._exact: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        self._longest: dict[str, int] = defaultdict(int)
        self._coded: dict[str, list[Entry]] = defaultdict(list)
        self._bearers: dict[tuple[str, int], Unit | None] = {}
        self._by_path = {(entry.kind, entry.path): entry for _, entry in entries}
        for name, entry in entries:
            key = slug(name) or name.strip()
            found = self._exact[entry.kind][key]
            if entry not in found:
                found.append(entry)
            if entry.code and entry not in self._coded[entry.code]:
                self._coded[entry.code].append(entry)
            self._longest[entry.kind] = max(self._longest[entry.kind], key.count("-") + 1)

    def named(self, kind: str, text: str) -> list[Entry]:
        """The things of a kind that the whole text names."""
        key = slug(text) or text.strip()
        return self._exact[kind].get(key, []) if key else []

    def entries(self, kind: str) -> list[Entry]:
        """All things of a kind."""
        return [entry for (of, _), entry in self._by_path.items() if of == kind]

    def units(self, text: str, year: int | None) -> list[Entry]:
        """The units that the whole text means in a year (None: before all known changes)."""
        entries = tuple(self.named("unit", text))
        return list(self.articles.namesakes.on_day(entries, last_day(year) if year else None))

    def coded(self, code: str, year: int | None) -> Entry | None:
        """The unit that has a code of the General Statistics Office in a year; spreadsheets drop the zero of "01"."""
        units = self._coded.get(code.zfill(CODE_DIGITS) if code.isdigit() else code, [])
        found = bearers(units, lambda entry: entry.period, last_day(year) if year else "")
        return found[0] if len(found) == 1 else None

    def of_year(self, unit: Unit | None, year: int | None) -> Unit | None:
        """The unit that the name of a unit means in a year."""
        if unit is None or year is None:
            return unit
        key = (unit.path, year)
        if key not in self._bearers:
            entry = self.articles.namesakes.bearer(unit.path, last_day(year))
            named = Unit(entry.path, entry.label, entry.type, None, entry.label_en, True) if entry else None
            self._bearers[key] = named
        return self._bearers[key] or unit

    def term(self, text: str, *wanted: str) -> str | None:
        """The first of the wanted terms of tables that the whole text is a word for."""
        found = {entry.path for entry in self.named("table-term", text)}
        return next((path for path in wanted if path in found), None)

    def terms(self, text: str) -> set[str]:
        """The terms of tables that the whole text is a word for."""
        return {entry.path for entry in self.named("table-term", text)}

    def made_of(self, text: str, *wanted: str) -> bool:
        """Whether a text is nothing but words for the wanted terms of tables, one after the other: "Xếp hạng thứ"."""
        found = self.within("table-term", text, *wanted)
        return sum(end - start for _, start, end in found) == slug(text).count("-") + 1

    def roles(self, text: str, index: str | None) -> set[str]:
        """What a column may be whose heading is the whole text, in a table of an index (None: not known yet).

        The term ``score/sipas`` is a score in tables of that index, and nothing in others.
        """
        return {role for path in self.terms(text) if (role := role_in(path, index))}

    def covers(self, text: str, start: int, end: int, *kinds: str) -> bool:
        """Whether a text says nothing but its words from ``start`` to ``end``, words that leave a heading what it is
        (``heading-word/qualifier``), numbers, and names of some kinds."""
        words = slug(text).split("-")
        said = set(range(start, end))
        for found in (
            self.within("heading-word", text, "qualifier"),
            *(self.within(kind, text) for kind in kinds),
        ):
            said.update(place for _, first, last in found for place in range(first, last))
        return all(place in said or word.isdigit() for place, word in enumerate(words))

    def means_of_all(self, text: str) -> bool:
        """Whether a heading is of the mean of all units: "Trung bình cả nước". A mean that does not say of whom may be
        one over the components of a unit."""
        everyone = self.within("heading-word", text, "all-units")
        if not everyone or not self.within("table-term", text, "mean"):
            return False
        said = {place for _, start, end in everyone for place in range(start, end)}
        for kind, *wanted in (("table-term", "mean", "score"), ("heading-word", "qualifier")):
            said.update(place for _, start, end in self.within(kind, text, *wanted) for place in range(start, end))
        return all(place in said or word.isdigit() for place, word in enumerate(slug(text).split("-")))

    def lists_units(self, text: str) -> bool:
        """Whether a heading lists kinds of units, in any order: "UBND huyện, thành phố, thị xã"."""
        words = slug(text).split("-")
        said: set[int] = set()
        for _, start, end in self.within("heading-word", text, "kind-of-unit"):
            said.update(range(start, end))
        return bool(said) and all(place in said or self.named("heading-word", word) for place, word in enumerate(words))

    def within(self, kind: str, text: str, *wanted: str) -> list[tuple[Entry, int, int]]:
        """The longest names of a kind in the text, as (entry, first word, end word), longest first."""
        words = slug(text).split("-")
        names = self._exact[kind]
        found: list[tuple[Entry, int, int]] = []
        for length in range(min(len(words), self._longest[kind]), 0, -1):
            for start in range(len(words) - length + 1):
                if any(start < end and begin < start + length for _, begin, end in found):
                    continue
                entries = [
                    e for e in names.get("-".join(words[start : start + length]), ()) if not wanted or e.path in wanted
                ]
                if entries:
                    found.append((entries[0], start, start + length))
        return found

    def labels(self, kind: str, path: str) -> tuple[str, str]:
        """The labels of a thing in Vietnamese and English."""
        entry = self._by_path.get((kind, path))
        return (entry.label, entry.label_en) if entry else (path, path)

    def nearest(self, kind: str, text: str, count: int = 3, among: Collection[str] | None = None) -> list[str]:
        """The labels of the things whose names are most like the text; ``among`` are the paths that may be meant."""
        names = self._exact[kind]
        wanted = [key for key, found in names.items() if among is None or found[0].path in among]
        keys = difflib.get_close_matches(slug(text), wanted, n=count * 2, cutoff=0.6)
        return list(dict.fromkeys(self._exact[kind][key][0].label for key in keys))[:count]


def role_in(path: str, index: str | None) -> str | None:
    """What a term of tables is in a table of an index: ``score/sipas`` a score in those of SIPAS."""
    role, _, of = path.partition("/")
    return role if not of or index in (None, of) else None


def names_with(triples: Iterable[Triple]) -> TableNames:
    """The names of the product's own ontology and those that more triples declare, as registers of units do."""
    every = [*ontology(), *triples]
    return TableNames(Gazetteer(read_entries(every)), list(read_entries(every, _KINDS, typed=True)))


@cache
def table_names() -> TableNames:
    """The names of the product's own ontology."""
    return TableNames(gazetteer(), list(read_entries(ontology(), _KINDS, typed=True)))
