"""Mentions of names: units, indices, components, regions and classes of units, from the gazetteer and by their head
nouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from cchc.loaders.articles import bare_patterns as bp
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles import own_words
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles.bare_names import bare_name, bare_names, is_person
from cchc.loaders.articles.editions import SATISFACTION
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer, Match
from cchc.loaders.articles.heads import head_of
from cchc.loaders.articles.mentions import Kind, Mention, Name, preceded
from cchc.vietnamese import slug
from cchc.vietnamese.names import PERSON

_KINDS = {"index": Kind.INDEX, "component": Kind.COMPONENT, "region": Kind.REGION, "unit-class": Kind.CLASS}
_SHARED = re.compile(r"\b(?:tỉnh|các)[,;/]?\s*$", re.I)
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:tỉnh|thành|phố|huyện|thị xã|quận|bộ|sở|ngành|xã|phường|các|\d)\s*(?:[,;/]|và)?\s*$", re.I
)
"""Before a head noun: it belongs to the name of a population ("tỉnh, thành phố")."""
_OF_DISTRICTS = re.compile(r"(?:thành phố|TP\.?)\s+", re.I)
_DISTRICTS = re.compile(r"\b(?:[Hh]uyện|[Tt]hị xã|[Qq]uận)\s+[A-ZĐ]")
_BY_HEAD = (
    (np.DEPARTMENT, "Department"),
    (np.DISTRICT, "District"),
    (np.COMMUNE, "Commune"),
    (np.COMMUNE_IN_CAPITALS, "Commune"),
    (np.ABBREVIATED, None),
)
"""The grammar of the names of units of each kind; what an abbreviation stands for tells its own."""
_BOARD = "Ban Quản lý"
NUMBERED = "Numbered"
"""The kind of a unit that its number alone does not tell from others; nothing can be told of it."""
EPITHET = "thành phố ..."
"""The word of a mention that calls a city something else than its name."""
_ABBREVIATION = 3
"""The most letters of a name that is written in capitals anywhere."""
_NEXT_NAME = 120
"""How far from its separator the next name of a list may end, in characters."""

_POPULATION = re.compile(
    r"(?:(?:các|những|mọi|nhiều|tất cả)\s+)+(?:địa phương|tỉnh|thành phố|đơn vị|bộ|ngành|sở|huyện|xã|phường)\b", re.I
)
"""Who is assessed is no part of an index."""


_ELECTRONIC = re.compile(r"\s+(?:điện tử|số)\b", re.I)
_WORD = re.compile(r"\w+")
_OF_SATISFACTION = ("hài lòng", "yếu tố", "tiếp cận dịch vụ", "góp ý")
"""Words of sentences that tell of the factors of satisfaction."""


class NameFinder:
    """Finds names in sentences."""

    def __init__(self, names: Gazetteer) -> None:
        self.names = names
        self.told: dict[str, list[str]] = {}

    def tell(self, mentions: Iterable[Mention]) -> None:
        """Takes in the districts that a sentence names: those behind it need no head noun, nor a figure beside them."""
        for mention in mentions:
            for name, _, _ in mention.names if mention.kind is Kind.UNIT else ():
                if name.kind == "District":
                    bare = name.name.removeprefix(f"{head_of(name)} ")
                    if len(bare.split()) > 1:
                        same_word = self.told.setdefault(_WORD.findall(bare)[0], [])
                        same_word += [bare] if bare not in same_word else []

    def tell_cells(self, cells: Iterable[str], *, of_districts: bool) -> list[Mention]:
        """Takes in the districts that are the cells of a column of a table, and returns them; ``of_districts`` says
        that the column holds nothing else."""
        found = []
        for cell in cells:
            match = np.DISTRICT.fullmatch(cell)
            if match:
                found.append(self._placed("District", _head_in(match), cell, match))
            elif of_districts and np.PLACE.fullmatch(cell):
                found.append(bare_name("", 0, len(cell), cell))
        self.tell(found)
        return found

    def _told_before(self, text: str) -> Iterator[Mention]:
        """The districts named before, by their names alone."""
        for name in self._at_hand(text):
            start = text.find(name)
            while start >= 0:
                end = start + len(name)
                apart = not preceded(bp.NOT_A_DISTRICT_BEFORE, text, start) and not text[end : end + 1].isalnum()
                if apart and not bp.GOES_ON_IN_CAPITALS.match(text, end):
                    yield bare_name("", start, end, text)
                start = text.find(name, end)

    def _at_hand(self, text: str) -> Iterator[str]:
        """The names told before of which a text has the first word."""
        for word in dict.fromkeys(_WORD.findall(text)) if self.told else ():
            yield from self.told.get(word, ())

    def shared_heads(self, text: str) -> Iterator[Mention]:
        """ "các Bộ: Ngoại giao; Nội vụ và Y tế", "các huyện: Lấp Vò, Tháp Mười": names that share a head noun."""
        for match in np.SHARED_HEAD.finditer(text):
            head = (match["head"] or match["counted"] or match["some"]).casefold()
            position = match.end()
            while True:
                mention = (
                    self._local(head, text, position) if head in np.LOCAL_HEADS else self._bare(head, text, position)
                )
                if mention is None:
                    break
                yield mention
                told = np.ITS_FIGURE.match(text, mention.end) or np.REMARK.match(text, mention.end)
                separator = np.LIST_SEPARATOR.match(text, told.end() if told else mention.end)
                if separator is None or (told and np.ANOTHER_HEAD.match(text, separator.end())):
                    break
                position = separator.end()

    def _bare(self, head: str, text: str, position: int) -> Mention | None:
        found = next(self.names.without_head(head.capitalize()).find(text[position : position + _NEXT_NAME]), None)
        if found is None or text[position : position + found.start].strip():
            return None
        return _known(found.entries[0], position + found.start, position + found.end)

    def _local(self, head: str, text: str, position: int) -> Mention | None:
        match = np.PLACE.match(text, position)
        return self._placed(np.LOCAL_HEADS[head], head, text, match) if match else None

    def _placed(self, kind: str, head: str, text: str, match: re.Match[str]) -> Mention:
        """A local unit by the match of its name. A province or a person behind a dash is no part of the name."""
        groups = match.re.groupindex
        start, end = match.span("name") if "name" in groups else match.span()
        person = PERSON.search(text, start, end) if kind == "Department" else None
        if person and person.end() == end and start < person.start() and is_person(text, *person.span()):
            end = start + len(text[start : person.start()].rstrip())  # "Chánh Văn phòng Bộ Nguyễn Văn A"
        tail = match["tail"] if "tail" in groups else None
        if tail and (is_person(text, *match.span("tail")) or self._is_province(tail)):
            end = start + len(text[start : match.start("tail")].rstrip(" \t-–"))
        return _local_unit(kind, head, text[start:end], match.start(), end)

    def _is_province(self, name: str) -> bool:
        """Whether a name is a province's, from its first letter to its last."""
        whole = (m for m in self.names.find(name) if m.start == 0 and m.end == len(name))
        return any(e.type == "Province" for m in whole for e in m.entries)

    def known(self, text: str, matches: list[Match], persons: list[tuple[int, int]]) -> Iterator[Mention]:
        """The names that the gazetteer found in a sentence. A name inside a person's is none."""
        starts = [start for start, _ in persons]
        for match in matches:
            place = bisect_right(starts, match.start) - 1
            if place >= 0 and starts[place] < match.start < persons[place][1]:
                continue
            by_kind = {entry.kind: entry for entry in match.entries}
            if "unit-type" in by_kind and by_kind["unit-type"].of != "Department":
                continue
            if "unit" in by_kind or "unit-type" in by_kind:
                entry = by_kind.get("unit") or by_kind["unit-type"]
                if entry.type == "AdministrativeUnit" and _ELECTRONIC.match(text, match.end):
                    continue  # "Chính phủ điện tử, Chính phủ số": what is built, and not who builds it.
                # A longer name of its own: "Sở Giao thông Vận tải - Xây dựng" is not "Sở Giao thông Vận tải".
                longer = np.DEPARTMENT.match(text, match.start) if entry.kind == "unit-type" else None
                seat = (
                    np.LOCAL_BEFORE.search(text, max(0, match.start - 12), match.start)
                    if entry.type == "Province"
                    else None
                )
                if seat and self._is_city(entry):
                    seat = None  # "TP Hà Nội"
                whole = None
                if seat:
                    whole = np.DISTRICT.match(text, seat.start()) or np.COMMUNE.match(text, seat.start())
                if whole and whole.end() > match.end:
                    continue  # "huyện Điện Biên Đông" is a name of its own, which the grammar finds.
                if seat and not preceded(_SHARED, text, seat.start()):
                    # "thành phố Sơn La" is a district of the province of that name.
                    head = _head_in(seat)
                    kind = np.LOCAL_HEADS.get(head, "District")
                    yield _local_unit(kind, head, text[match.start : match.end], seat.start(), match.end)
                elif city := _OF_DISTRICTS.match(text, match.start, match.end) if self._has_city(entry, text) else None:
                    # "thành phố Huế", beside districts of Thừa Thiên Huế.
                    yield _local_unit("District", "thành phố", text[city.end() : match.end], match.start, match.end)
                elif board := self._board(entry, match, text):
                    yield board
                elif not (longer and longer.end() > match.end and np.NAME_GOES_ON.match(text, match.end)):
                    yield _known(entry, match.start, match.end)
                continue
            if "unit-class" in by_kind and not preceded(np.CLASS_CUE_BEFORE, text, match.start):
                continue  # "63 tỉnh, thành phố trực thuộc trung ương" is a population, not a class of units.
            for kind, mention_kind in _KINDS.items():
                entries = tuple(entry for entry in match.entries if entry.kind == kind)
                if entries:
                    # One name may be an index and, in another, a component ("mức độ hài lòng"): both are kept.
                    others = tuple(e for e in match.entries if e.kind in _KINDS and e.kind != kind)
                    yield Mention(mention_kind, match.start, match.end, entries=entries + others)
                    break

    def _board(self, entry: Entry, match: Match, text: str) -> Mention | None:
        """A board of management by its own name; behind that of all such boards, a province only says where it is."""
        place = np.BOARD_OF.match(text, match.end) if entry.label.startswith(_BOARD) else None
        if place is None or self._is_province(place["place"]):
            return None
        name = text[match.start : place.end()][len(_BOARD) + 1 :]
        return _local_unit("Department", _BOARD, name, match.start, place.end())

    def parts(self, text: str) -> Iterator[Mention]:
        """Parts of an index that only the text names, beside their figures."""
        patterns = [*np.PARTS]
        if any(word in text for word in _OF_SATISFACTION):
            patterns.append(np.FACTORS)
            patterns += np.FIELDS if "lĩnh vực" in text or "Lĩnh vực" in text or "dịch vụ" in text else ()
        for pattern in patterns:
            for match in pattern.finditer(text):
                if not _POPULATION.match(match["name"]):
                    yield Mention(Kind.COMPONENT, *match.span("name"), word=match["name"])

    def _is_city(self, entry: Entry) -> bool:
        """Whether a province is a centrally run city: then "thành phố" is part of one of its names."""
        name = f"thành phố {entry.label}"
        return any(entry in m.entries and m.end == len(name) and m.start == 0 for m in self.names.find(name))

    def _has_city(self, entry: Entry, text: str) -> bool:
        """Whether a name of a province that is no city may be its city's in a text: it stands beside districts."""
        return entry.type == "Province" and bool(_DISTRICTS.search(text)) and not self._is_city(entry)

    def by_grammar(self, text: str) -> Iterator[Mention]:
        """Departments, districts and communes that no gazetteer lists, by their head noun and capitals."""
        for pattern, kind in _BY_HEAD:
            for match in pattern.finditer(text):
                head = _head_in(match)
                if kind == "Department":
                    head = head[:1].upper() + head[1:]
                if head == "thành phố" and _is_epithet(match["name"]):
                    yield Mention(Kind.SELF, *match.span(), word=EPITHET)  # "thành phố Biển"
                    continue
                yield self._placed(kind or np.LOCAL_HEADS[head], head, text, match)
        for match in np.NUMBERED.finditer(text):
            # A city has one district of a number, but each of its districts may have a ward of that number.
            head = _head_in(match)
            kind = NUMBERED if head == "phường" else np.LOCAL_HEADS[head]
            yield _local_unit(kind, head, match["name"], match.start(), match.end())
        yield from (bare for bare in bare_names(text) if not text[bare.start : bare.end].endswith(("Index", "INDEX")))
        yield from self._told_before(text)
        for match in np.SATISFIED.finditer(text):
            entry = self.names.by_path.get(("index", SATISFACTION))
            if entry:
                yield Mention(Kind.INDEX, match.start(), match.end(), entries=(entry,))
        for match in np.SOME_OTHER.finditer(text):
            yield Mention(Kind.STRANGER, match.start(), match.end())
        for match in own_words.SELF.finditer(text):
            if preceded(own_words.SELF_AFTER, text, match.start()) and not preceded(
                _ONE_OF_SEVERAL, text, match.start()
            ):
                yield Mention(Kind.SELF, match.start(), match.end(), word=" ".join(match[0].lower().split()))


def _head_in(match: re.Match[str]) -> str:
    """The head noun of a unit, written out: "huyện", "thị xã" for "TX."."""
    head = match["head"].casefold()
    return np.UNIT_HEADS.get(head, head)


def _is_epithet(name: str) -> bool:
    """Whether what stands behind "thành phố" is no name of one."""
    return name.casefold() not in np.CITIES_OF_ONE_WORD and len(name.split()) == 1 and name[1:].islower()


def _known(entry: Entry, start: int, end: int) -> Mention:
    kind = entry.type if entry.kind == "unit" else "Department"
    name = Name(kind, entry.label, entry.path, entry.label_en, entry.kind == "unit")
    return Mention(Kind.UNIT, start, end, names=((name, start, end),))


def _local_unit(kind: str, head: str, name: str, start: int, end: int) -> Mention:
    name = name.title() if name.isupper() and len(name) > _ABBREVIATION else name
    full = f"{head} {' '.join(name.replace('–', '-').split())}"
    return Mention(Kind.UNIT, start, end, names=((Name(kind, full, slug(full)), start, end),))


def document_numbers(text: str) -> Iterator[Mention]:
    """ "Quyết định số 309/QĐ-UBND": no fraction, no rank."""
    for match in p.DOCUMENT_NUMBER.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="document")
