"""The names that the ontology knows, and where a text uses them.

Every label and alternative label of ``ontology/*.ttl`` is a name here, so a new name is data. Matching ignores tone
placement, kinds of dashes and spacing; the name of a unit must be capitalised in the text as it is in the ontology.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache

from cchc.loaders.articles.entries import Entry, ontology, read_entries
from cchc.loaders.articles.namesakes import Namesakes
from cchc.loaders.articles.terms import epithets
from cchc.vietnamese import same_tone_place
from cchc.vietnamese.names import PERSON, PERSON_IN_ENGLISH
from cchc.vietnamese.scanning import Line


@dataclass(slots=True)
class Match:
    """The entries that a stretch of text may name. ``start`` and ``end`` are offsets in that text."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def _line(text: str) -> Line:
    return text if isinstance(text, Line) else Line(same_tone_place(text))


class Gazetteer:
    """Finds the longest known name at each place of a text."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self.by_path: dict[tuple[str, str], Entry] = {}
        self.grades_of: dict[str, list[Entry]] = defaultdict(list)
        """The grades of each index that have bounds."""
        self.graded_by: dict[str, list[Entry]] = defaultdict(list)
        """The indices of more than one province that have a grade of this (slugged) name."""
        self.programmes: list[Entry] = []
        """The programmes of reform with a date, oldest first."""
        # Each name by its words, with the places of those that must be capitalised.
        names: dict[tuple[str, ...], list[tuple[tuple[int, ...], Entry]]] = defaultdict(list)
        for name, entry in entries:
            if (entry.kind, entry.path) not in self.by_path:
                self.by_path[entry.kind, entry.path] = entry
            line = _line(name)
            tokens, starts = line.words.tokens, line.words.starts
            key = tuple(tokens)
            # A head noun may start small: "bộ Tư pháp", "thành phố Hải Phòng".
            first = 1 if len(tokens) > 2 else 0
            capitals = tuple(
                place
                for place, start in enumerate(starts)
                if entry.kind == "unit" and place >= first and line[start].isupper()
            )
            if entry.type == "Ministry":
                capitals = capitals[:1]  # "Bộ Công thương", "Bộ Kế hoạch và đầu tư"
            if key and entry not in [e for c, e in names[key] if c == capitals]:
                names[key].append((capitals, entry))
        for (kind, path), entry in self.by_path.items():
            if kind == "programme" and entry.issued:
                self.programmes.append(entry)
            elif kind == "grade" and entry.index:
                if entry.band is not None:
                    self.grades_of[entry.index].append(entry)
                index = self.by_path.get(("index", entry.index))
                if index is not None and index.owner is None:
                    self.graded_by[path.rsplit("/", 1)[-1]].append(index)
        self.programmes.sort(key=lambda entry: entry.issued or "")
        self._names = dict(names)
        units = [[entry for _, entry in named if entry.kind == "unit"] for named in names.values()]
        self.namesakes = Namesakes(named for named in units if len(named) > 1)
        self.person = PERSON
        """What names of people look like; in an English text, they have no diacritics."""
        provinces = [e for (kind, _), e in self.by_path.items() if kind == "unit" and e.type == "Province"]
        days = {entry.period.began or "" for entry in provinces}
        self.most_provinces = max((sum(day in e.period for e in provinces) for day in days), default=0)
        """How many provinces there have been at one time at most."""
        self._lying: dict[str, dict[str, int]] = {}
        self.day: str | None = None
        """The day on which names mean the units that bear them; None is before all known changes."""
        self._headless: dict[str, Gazetteer] = {}
        # The lengths of the names that begin with a word and go on with another one, longest first; names of that word
        # only stand under "".
        self._lengths: dict[str, dict[str, list[int]]] = defaultdict(dict)
        for key in sorted(self._names, key=len, reverse=True):
            lengths = self._lengths[key[0]].setdefault(key[1] if len(key) > 1 else "", [])
            if len(key) not in lengths:
                lengths.append(len(key))

    def regions_of(self, path: str) -> list[tuple[Entry, int]]:
        """The regions that a province lies in, by the division into six and that into eight where they differ, each
        with the number of its provinces on the day."""
        day = self.day or ""
        if day not in self._lying:
            provinces = (e for (kind, _), e in self.by_path.items() if kind == "unit" and day in e.period)
            self._lying[day] = Counter(region for e in provinces for region in dict.fromkeys(e.regions))
        province = self.by_path.get(("unit", path))
        lies_in = dict.fromkeys(province.regions) if province else ()
        named = ((self.by_path.get(("region", region)), self._lying[day].get(region, 0)) for region in lies_in)
        return [(region, size) for region, size in named if region is not None]

    def on(self, day: str | None) -> Gazetteer:
        """The same names, each for the unit that bore it on a day."""
        view = copy(self)
        view.day, view._headless = day, {}
        return view

    def in_english(self) -> Gazetteer:
        """The same names, in a text that writes those of people without diacritics."""
        view = copy(self)
        view.person, view._headless = PERSON_IN_ENGLISH, {}
        return view

    def find(self, text: str) -> Iterator[Match]:
        """The longest names in the text, left to right, not overlapping. A line must have its tones on the first
        vowels already."""
        line = _line(text)
        tokens, starts = line.words.tokens, line.words.starts
        names, free = self._lengths, 0
        for position in [place for place, token in enumerate(tokens) if token in names]:
            if position < free:
                continue
            seconds = names[tokens[position]]
            second = tokens[position + 1] if position + 1 < len(tokens) else ""
            match = self._at(line, position, seconds[second]) if second in seconds else None
            if match is None and second and "" in seconds:
                match = self._at(line, position, seconds[""])
            if match is not None:
                length, entries = match
                free = position + length
                yield Match(starts[position], starts[free - 1] + len(tokens[free - 1]), entries)

    def without_head(self, head: str) -> Gazetteer:
        """The names of the units that begin with a head noun ("Bộ", "Sở"), without it."""
        if head not in self._headless:
            kind = "unit" if head == "Bộ" else "unit-type"
            self._headless[head] = Gazetteer(
                (entry.label.removeprefix(head + " "), entry)
                for (of_kind, _), entry in self.by_path.items()
                if of_kind == kind and entry.label.startswith(head + " ")
            ).on(self.day)
        return self._headless[head]

    def persons(self, text: str, matches: Iterable[Match]) -> list[tuple[int, int]]:
        """The (start, end) of the personal names in a text whose known names are given.

        "Trương Hòa Bình" is no province and "Đồng Tháp" no person: the longer name wins, and a known one where both
        end alike. A unit before a whole name is none of its syllables: "Chủ tịch UBND tỉnh Hà Giang Nguyễn Văn Sơn".
        """
        units = [(m.start, m.end) for m in matches if any(entry.kind == "unit" for entry in m.entries)]
        found: list[tuple[int, int]] = []
        waiting = list(self.person.finditer(text))
        while waiting:
            start, end = waiting.pop(0).span()
            before = next((u for u in units if u[0] <= start < u[1]), None)
            whole = self.person.match(text, before[1] + 1) if before and before[1] < end else None
            if whole:
                start, end = whole.span()
                waiting = list(self.person.finditer(text, end))
            if (start, end) != before:
                found.append((start, end))
        return found

    def _at(self, line: Line, position: int, lengths: list[int]) -> tuple[int, tuple[Entry, ...]] | None:
        tokens, starts = line.words.tokens, line.words.starts
        for length in lengths:
            if position + length > len(tokens):
                continue
            named = self._names.get(tuple(tokens[position : position + length]))
            if not named:
                continue
            entries = tuple(
                entry
                for capitals, entry in named
                if all(line[starts[position + place]].isupper() for place in capitals)
            )
            if entries:
                return length, self.namesakes.on_day(entries, self.day) if len(entries) > 1 else entries
        return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the product's own ontology."""
    named = list(read_entries(ontology()))
    called = [
        (epithet, e) for epithet, of in epithets().items() for name, e in named if e.kind == "unit" and name == of
    ]
    return Gazetteer([*named, *called])
