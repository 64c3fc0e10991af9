"""What English texts call units, indices, components and regions, and what their Vietnamese names are.

The names are the English labels of the ontology; a unit also goes by its Vietnamese name without diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer, Match
from cchc.vietnamese import unmarked
from cchc.vietnamese.names import PERSON_IN_ENGLISH
from cchc.vietnamese.scanning import Line

_KINDS = ("unit", "unit-type", "index", "component", "region")
_HEADS = {"ministries": "Ministry of ", "departments": "Department of "}
_SHARED = re.compile(r"\b(?:the\s+)?(?P<head>ministries|departments)\s+of\s+(?=[A-Z])", re.I)
"""A head noun that a list shares: "the Ministries of Justice, Finance and Home Affairs"."""
_ABBREVIATION = re.compile(r"\s+\(([A-Z][A-Za-z]{1,6})\)")
_PLACES = ("Province", "Municipality")
"""What abbreviations behind the name do not stand for: "Hanoi (VNA)" names a news agency."""
_CITY = re.compile(r" [Cc]ity\b")
_BANK = re.compile(r"\b[Tt]he Bank\b(?! of\b| for\b)")
_OTHER_BANKS = re.compile(r"\b(?!State\b|The\b|Central\b)[A-Z]\w+ Bank\b")
_STATE_BANK = "Ngân hàng Nhà nước Việt Nam"
_TO_THE_NEXT = re.compile(r"\s*(?:,|,?\s+and\b)\s*(?:of\s+)?")
_LEADER = re.compile(r"\b(?P<deputy>deputy\s+|vice\s+)?(?P<post>minister|director)\s+of\s+(?:the\s+)?(?=[A-Z])", re.I)
"""Who leads a body that is named by its field: "Minister of Home Affairs"."""
_MINISTER = re.compile(
    r"\b(?P<deputy>[Dd]eputy |[Vv]ice )?(?P<field>[A-Z][a-z]+(?:(?:,| and|, and)? [A-Z][a-z]+){0,6}) Minister\b"
    r"(?! of\b)"
)
_POSTS = {"minister": ("Bộ trưởng", "Thứ trưởng", "Ministry of "), "director": ("Giám đốc", "Phó Giám đốc", "")}
_OF, _BODY = "Ministry of ", "Ministry"
"""A ministry goes by its field, too: "the Justice Ministry"."""
_SPELLINGS = (("Vietnam", "Viet Nam"), ("ization", "isation"), ("izing", "ising"))

Renamed = tuple[int, int, str]
"""Where a name stands, and what it is in Vietnamese."""


class EnglishNames:
    """The names of a gazetteer as English texts write them."""

    def __init__(self, names: Gazetteer) -> None:
        self._vietnamese = names
        self._entries = [e for e in names.by_path.values() if e.kind in _KINDS]
        self._all = Gazetteer((name, entry) for entry in self._entries for name in _names(entry))

    def find(self, text: str) -> list[Renamed]:
        """The names in a text, in order, not overlapping; those within the name of a person are none."""
        line = Line(text)
        persons = [match.span() for match in PERSON_IN_ENGLISH.finditer(line)]
        found = [*self._shared(text), *self._leaders(text), *self._ministers(text), *self._abbreviated(text, line)]
        taken = [(start, end) for start, end, _ in found]
        for match in self._all.find(line):
            within = any(s <= match.start and match.end <= e and (s, e) != (match.start, match.end) for s, e in persons)
            if not within and not any(s < match.end and match.start < e for s, e in taken):
                found.append(self._renamed(text, match))
        return sorted(found)

    def _renamed(self, text: str, match: Match) -> Renamed:
        """What is named, or the city by which a province is called in part: "Hue City", in a text of Thua Thien Hue."""
        said, entry = text[match.start : match.end], match.entries[0]
        city = _CITY.match(text, match.end)
        if city and entry.type in _PLACES and unmarked(said) != unmarked(entry.label):
            full = re.compile(rf"\b(?:{re.escape(entry.label)}|{re.escape(unmarked(entry.label))})\b")
            short = next((name for name in entry.vietnamese if unmarked(name) == unmarked(said)), None)
            if short and full.search(text):
                return match.start, city.end(), f"thành phố {short}"
        return match.start, match.end, self._name(said, match.entries)

    def _name(self, said: str, entries: tuple[Entry, ...]) -> str:
        """The Vietnamese name of what is named; an abbreviation that is used in both languages stays."""
        both = next(self._vietnamese.find(said), None)
        if both and both.start == 0 and both.end == len(said) and set(both.entries) & set(entries):
            return said
        return entries[0].label

    @cached_property
    def _headless(self) -> dict[str, Gazetteer]:
        named = [(name, entry) for entry in self._entries for name in entry.english]
        return {
            head: Gazetteer(
                (field, entry)
                for name, entry in named
                if name.startswith(head)
                for field in (name.removeprefix(head), name.removeprefix(head).lower())
            )
            for head in _HEADS.values()
        }

    def _shared(self, text: str) -> Iterator[Renamed]:
        """The members of lists that share a head noun, each with it."""
        for match in _SHARED.finditer(text):
            begin, place = match.start(), match.end()
            while found := self._named(_HEADS[match["head"].lower()], text, place):
                entry, end = found
                yield begin, end, entry.label
                separator = _TO_THE_NEXT.match(text, end)
                if not separator:
                    break
                begin = place = separator.end()

    def _abbreviated(self, text: str, line: Line) -> Iterator[Renamed]:
        """The abbreviations that a text gives names itself, wherever they stand: "the Ministry of Justice (MoJ)"."""
        given: dict[str, str] = {}
        named = False
        for match in self._all.find(line):
            named = named or match.entries[0].label == _STATE_BANK
            abbreviation = _ABBREVIATION.match(text, match.end)
            if abbreviation and match.entries[0].kind == "unit" and match.entries[0].type not in _PLACES:
                given.setdefault(abbreviation[1], match.entries[0].label)
                yield match.end, abbreviation.end(), ""
        if named and not _OTHER_BANKS.search(text):
            for said in _BANK.finditer(text):
                yield said.start(), said.end(), _STATE_BANK
        if given:
            for said in re.finditer(rf"(?<![\w(])(?:{'|'.join(map(re.escape, given))})(?![\w)])", text):
                yield said.start(), said.end(), given[said[0]]

    def _leaders(self, text: str) -> Iterator[Renamed]:
        for match in _LEADER.finditer(text):
            head, deputy, body = _POSTS[match["post"].lower()]
            found = self._named(body, text, match.end()) if body else None
            if found:
                yield match.start(), found[1], f"{deputy if match['deputy'] else head} {found[0].label}"

    def _ministers(self, text: str) -> Iterator[Renamed]:
        """Ministers by the field before their post: "Home Affairs Minister"."""
        for match in _MINISTER.finditer(text):
            named = next((m for m in self._headless[_OF].find(match["field"]) if m.end == len(match["field"])), None)
            if named and named.start == 0:
                yield (
                    match.start(),
                    match.end(),
                    f"{_POSTS['minister'][bool(match['deputy'])]} {named.entries[0].label}",
                )

    def _named(self, head: str, text: str, place: int) -> tuple[Entry, int] | None:
        """The body that is named at a place without its head noun, and where its name ends."""
        match = next(self._headless[head].find(text[place : place + 90]), None)
        return (match.entries[0], place + match.end) if match and match.start == 0 else None


@lru_cache(maxsize=4)
def english_names(names: Gazetteer) -> EnglishNames:
    """The English names of a gazetteer, made once for the articles that are read with it."""
    return EnglishNames(names)


def _names(entry: Entry) -> Iterable[str]:
    """The names that English texts use: also the Vietnamese ones without diacritics, and other spellings."""
    found = [*entry.english, *map(unmarked, entry.vietnamese)]
    found += [f"{name.removeprefix(_OF)} {_BODY}" for name in entry.english if name.startswith(_OF)]
    # In running text, a ministry may go without capitals: "the health ministry".
    found += [name.lower() for name in found if name.startswith(_OF) or name.endswith(f" {_BODY}")]
    for one, other in _SPELLINGS:
        found += [name.replace(one, other) for name in found if one in name]
    return dict.fromkeys(found)
