"""The first step of reading: finds the typed spans of a sentence.

Names come from the gazetteer; numbers, ranks, changes, groups and dates from the small grammar of ``patterns``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from cchc.loaders.articles import classed, figures, moves
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.aims import without_aims
from cchc.loaders.articles.bracketed_places import ranks_before
from cchc.loaders.articles.gazetteer import Gazetteer, Match
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.naming import NameFinder, document_numbers
from cchc.loaders.articles.short_parts import short_parts
from cchc.loaders.articles.strangers import with_strangers
from cchc.loaders.articles.table_cells import Table
from cchc.vietnamese import fold, same_tone_place
from cchc.vietnamese.scanning import Line

_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(r"thứ\s+(?:nhất|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\b", re.I)
_NOUN_BEFORE = re.compile(r"(?P<noun>[^\W\d_]+)\s+$")
_RANKED_BEFORE = re.compile(
    r"là|về|và|rồi|thì|vẫn|cũng|lại|chỉ|nay|xuống|lên|tới|đến|còn|nhưng|giữ|đạt|đứng|xếp|ở|từ|hạng|trí|sang|thành|với"
    r"|có"
    r"|tỉnh|phố|huyện|xã|quận|phường|sở|bộ|ngành|vị|phương|quan|nước|quốc|nhất|tục|tiếp|hay|hoặc|vào|đầu|chiếm|nằm"
    r"|trước"
    r"|hiện|đang|được|năm|tiên|bảng",
    re.I,
)
"""The last word before an ordinal that is a rank."""
_APPOSITION = re.compile(r"\s+|\s*[-–,(]\s*")
"""Between two names of one unit."""
_TOLD_FROM = re.compile(
    r"(?:^|[.;:(,]\s)\s*(?:(?:chỉ|ngay|liền|tuy|dù)\s+)*(?:(?:xếp|đứng|ở|về|kém|thua)\s+)?(?:ngay\s+|liền\s+)?"
    r"(?:sau|dưới|trên|trước|kém|thua)\s+(?:(?:mỗi|duy nhất|quán quân|á quân|hai|ba|đơn vị|địa phương|tỉnh|thành phố|bộ"
    r"|sở|huyện|TP\.?|dẫn đầu|đứng đầu|đầu bảng)\s+)*$|\b(?:quán quân|á quân)\s+$",
    re.I,
)
"""Before the unit, or units, that another's place is told from: "Chỉ xếp sau quán quân Hải Phòng, Hà Nam đạt …"."""
_DOES = re.compile(r"\s+(?:\([^()]{2,12}\)\s+)?(?!(?:và|cùng|là|có|gồm|lần lượt|với|rồi)\b)[a-zđà-ỹ]")
_LONGEST_WORD = 12


def _known(names: NameFinder, text: str, lower: str) -> Iterator[Mention]:
    """Stands in the order of steps for the names that the gazetteer has found already."""
    yield from ()


def _short_parts(names: NameFinder, text: str, lower: str) -> Iterator[Mention]:
    """The components that head their figures by their short names."""
    return short_parts(names.names, text)


def _figures(find: Callable[[str], Iterator[Mention]], *, cased: bool = False) -> _Step:
    return lambda names, text, lower: find(text if cased else lower)


def _named(find: Callable[[NameFinder, str], Iterator[Mention]]) -> _Step:
    return lambda names, text, lower: find(names, text)


_Step = Callable[[NameFinder, str, str], Iterator[Mention]]
_STEPS: tuple[tuple[_Step, bool], ...] = (
    # What to look for, and whether it needs a digit, which many sentences lack.
    (_figures(document_numbers, cased=True), True),
    (_figures(figures.held_years), True),
    (_figures(ranks_before), True),
    (_figures(moves.comparisons, cased=True), False),
    (_figures(figures.dates), True),
    (_named(NameFinder.shared_heads), False),
    (_known, False),
    (_named(NameFinder.by_grammar), False),
    (_short_parts, True),
    (_named(NameFinder.parts), True),
    (_figures(figures.rank_ranges), True),
    (_figures(moves.from_to), False),
    (_figures(figures.years), False),
    (_figures(figures.weekdays, cased=True), False),
    (_figures(figures.ranks), False),
    (_figures(figures.counts), False),
    (_figures(figures.fractions), True),
    (_figures(moves.changes), False),
    (_figures(figures.bands), True),
    (_figures(classed.grades), False),
    (_figures(figures.words), False),
    (_figures(figures.numbers), True),
)


class MentionFinder:
    """Finds the mentions of a sentence, left to right; where two overlap, the more telling kind stays."""

    def __init__(self, names: Gazetteer) -> None:
        self.names = NameFinder(names)

    def find(
        self, text: Line, matches: list[Match], persons: list[tuple[int, int]], *, planned: bool = False
    ) -> list[Mention]:
        """The mentions of one sentence, in order, not overlapping.

        ``text`` is the sentence with tones on the first vowel, ``matches`` the known names and ``persons`` the
        places of the people's names in it. What is only aimed at ("phấn đấu đạt 90%") is marked as ignored; where
        ``planned`` is true the whole sentence is about aims.
        """
        taken = bytearray(len(text))
        found: list[Mention] = []
        lower = text.folded
        digits = bool(_DIGIT.search(text))
        for step, needs_digits in _STEPS:
            if needs_digits and not digits:
                continue
            for mention in (
                self.names.known(text, matches, persons) if step is _known else step(self.names, text, lower)
            ):
                if taken.find(1, mention.start, mention.end) < 0:
                    taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                    found.append(mention)
        found.sort(key=lambda m: m.start)
        found = without_aims(found, text, planned=planned)
        found = _joined_lists(with_strangers(_without_ordinals(found, text), text, persons), text)
        self.names.tell(found)
        return found

    def tell_rows(self, table: Table) -> list[Mention]:
        """The districts that the rows of a table are of: the text behind it may name them without their head noun."""
        if "unit" not in table.columns:
            return []
        place = table.columns.index("unit")
        of_districts = "huyen" in fold(table.headers[place])
        cells = [same_tone_place(cells[place].text) for cells in table.rows]
        return self.names.tell_cells(cells, of_districts=of_districts)


def _without_ordinals(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions, without the ordinals in words of things that have no rank: "nhóm thứ hai", "tấm gương thứ ba"."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind is Kind.RANK and _ORDINAL.match(text, mention.start, mention.end):
            noun = _NOUN_BEFORE.search(text, max(0, mention.start - _LONGEST_WORD), mention.start)
            named = noun and any(m.start <= noun.start() < m.end for m in found)
            if noun and not named and not _RANKED_BEFORE.fullmatch(noun["noun"]):
                continue
        found.append(mention)
    return found


def _stands_apart(before: Mention, mention: Mention, text: str) -> bool:
    """Whether a unit is no more of the list before it, whose members have remarks in parentheses: it says something of
    its own ("A (91,8%); B (91,04%) đứng thứ hai"), or has its figure otherwise ("A (95,4), B (94,7); C 85,02 điểm")."""
    if np.SAYS_MORE.match(text, mention.end):
        return True
    if ";" not in text[before.end : mention.start]:
        return False
    own = np.REMARK.match(text, mention.end)
    if own:
        return bool(np.SAYS_MORE.match(text, own.end()))
    by_commas = "," in text[before.names[0][2] : before.names[-1][1]]
    return by_commas and bool(np.ITS_FIGURE.match(text, mention.end))


def _told_from_those(before: Mention, mention: Mention, text: str) -> bool:
    """Whether a unit is the one that a sentence tells of, from those before it: "Xếp sau Hải Phòng, Hà Nam đạt …"."""
    if np.LAST_SEPARATOR.search(text, before.end, mention.start) or not _DOES.match(text, mention.end):
        return False
    return preceded(_TOLD_FROM, text, before.start)


def _joined_lists(mentions: list[Mention], text: str) -> list[Mention]:
    """Joins units that are listed ("Bắc Kạn, Ninh Thuận, Kiên Giang, Phú Yên và Quảng Ngãi") into one mention."""
    joined: list[Mention] = []
    place: int | None = None
    closed = False
    for mention in mentions:
        if mention.kind is Kind.UNIT and place is not None and not closed:
            before = joined[place]
            gap = text[before.end : mention.start]
            # What stands in parentheses behind a member ("X (xếp thứ nhất); Y") does not end the list.
            remark = np.REMARK.match(gap)
            if remark and _stands_apart(before, mention, text):
                remark = None
            separator = gap[remark.end() :] if remark else gap
            # "Ngân hàng Nhà nước và các Bộ: Tài chính; …": the head noun that the next ones share stands between.
            nothing_between = all(
                other.start < before.end or other.kind is Kind.POPULATION for other in joined[place + 1 :]
            )
            # "tỉnh Sơn La, huyện Mai Sơn" is no list.
            if before.names[-1][0] == mention.names[0][0] and _APPOSITION.fullmatch(gap):
                joined[place] = replace(before, end=mention.end)  # "thành phố Cảng Hải Phòng"
                continue
            alike = before.names[-1][0].kind == mention.names[0][0].kind and before.word == mention.word
            listed = alike and np.LIST_SEPARATOR.fullmatch(separator) and (remark or nothing_between)
            if listed and not _told_from_those(before, mention, text):
                joined[place] = replace(before, end=mention.end, names=before.names + mention.names)
                # "X và Y; Z đứng cuối": what follows the last member and says something of its own is none.
                beside = len(before.names) == 1 and np.BESIDE_SEPARATOR.fullmatch(separator)
                closed = bool(np.LAST_SEPARATOR.search(separator)) and not beside
                continue
        if mention.kind is Kind.UNIT:
            place, closed = len(joined), False
        joined.append(mention)
    return joined
