"""What a sentence inherits from its article: whose it is, which index, year and population are being talked about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from cchc.claims import Concept, Edition, Quote, Unit
from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.editions import LOCAL, edition_of
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer, Match
from cchc.loaders.articles.mentions import Kind, Mention, Name
from cchc.loaders.articles.name_patterns import LOCAL_HEADS
from cchc.units import last_day

POPULATION_OF_KIND = {
    "Province": "province",
    "Ministry": "ministry",
    "Department": "department",
    "District": "district",
    "Commune": "commune",
}
"""The population that a unit's class belongs to."""
LARGEST_REGION = 20
"""More provinces than any region has."""
MOST_PROVINCES = 14
"""The provinces of the largest of the regions: a rank behind it is not one of a region's."""
LOCAL_KINDS = tuple(kind for kind, population in POPULATION_OF_KIND.items() if population in LOCAL)
"""The classes of the units that a province has."""

_POPULATION_WORDS = (
    (re.compile(r"\bhuyen|thi-xa|quan-huyen|-huyen"), "district"),
    (re.compile(r"(?:^|-)(?:so|co-quan-ngang-so|co-quan-chuyen-mon)(?:-|$)"), "department"),
    (re.compile(r"(?:^|-)(?:bo|trung-uong$|cap-bo)(?:-|$)"), "ministry"),
    (re.compile(r"(?:^|-)(?:tinh|ca-nuoc|toan-quoc)(?:-|$)"), "province"),
    (re.compile(r"(?:^|-)(?:xa|phuong)(?:-|$)"), "commune"),
)
_HEADS = (*LOCAL_HEADS, "sở", "bộ")
_PRESS = re.compile(
    r"(?<!theo )\b(?:báo|đài (?:phát thanh|ptth|pt-th|truyền hình)[\w\s,-]{0,25}?|cổng (?:ttđt|thông tin điện tử))\s+"
    r"(?:(?:tỉnh|thành phố)\s+)?$"
)
"""Before the name of a province, folded: its own newspaper or station, which reports from there."""
_NAME_OF_A_PAPER = re.compile(r"\s+(?:mới|cuối tuần|trẻ)\b", re.I)
_PAST = re.compile(r"\b(?:từng|trước đó|trước đây|trước kia)\b", re.I)
_WHOSE = re.compile(r"\s*(?:(?:của|thuộc|ở|tại|trên địa bàn|trực thuộc)\s+)?(?:toàn\s+)?", re.I)
"""Between the units of a province and the province."""
_OF_THE_NATION = 4
"""So many provinces are named in an article about all of them."""
MEASURE_OF_CHANGE = {"score_change": "score", "rank_change": "rank"}
"""What the measures are changes of."""
WITHIN_A_YEAR = ("service-index-766",)
"""The indices that are kept by weeks, months and quarters; the others have one edition a year."""


def population_of(word: str, local: bool, current: str | None) -> str | None:
    """The population that a (slugged) noun phrase names, or the current one for a word such as "đơn vị". Beside those
    of the districts, the bodies "cấp tỉnh" are departments."""
    if local and word.endswith("cap-tinh"):
        return "department"
    if word.startswith("thanh-pho") or "dia-phuong" in word:
        return "district" if local else "province"
    for pattern, population in _POPULATION_WORDS:
        if pattern.search(word):
            return population
    return current


def says_whose(mentions: list[Mention], position: int, text: str) -> bool:
    """Whether a province only says whose the units are that are told right before it: "các sở của tỉnh Kon Tum"."""
    before, mention = mentions[position - 1] if position else None, mentions[position]
    if before is None or before.kind not in (Kind.POPULATION, Kind.COUNT) or mention.names[0][0].kind != "Province":
        return False
    local = population_of(before.word.removeprefix("out-of:"), False, None) in LOCAL
    return local and bool(_WHOSE.fullmatch(text, before.end, mention.start))


@dataclass(slots=True)
class Context:
    """The state of reading, from the top of the article to the sentence at hand.

    ``home`` is the province that the article reports from. ``sizes`` holds the number of units of each population as
    the article tells it, with the year, ``indices`` those named so far, ``rivals`` those named last in one breath
    ("PAR INDEX và SIPAS"), of which the next figure may be any; ``main_index`` is the one that the article is about.
    ``year_in_passing`` is the earlier year that the sentence before told something of, ``years`` holds the year that
    each index, and (None) the whole article, is of. ``local`` says that the talk is of a province's own departments
    and districts. ``opened`` is the index that held where the paragraph began,
    ``bracket_year`` is the year (-1: the one before) of what stands in parentheses, ``bracket_period`` the week
    or month, where a legend says so;
    ``named`` the unit named last with each head noun, ``ranks`` those told so far by index, year and path of the
    unit, in order, ``region_ranks`` those in a region, with its path. ``day_year`` is the year of the last day that
    the text names, ``region`` the region named last,
    ``regions`` the paths of all that were named,
    ``region_heads`` the one that is the heading of lines of figures, ``class_told`` the class told of last,
    ``mean_told`` says that the sentence before told means, and of no unit,
    ``dated`` that the paragraph has named its year, ``other`` that it talks of an index that is none of ours,
    ``part`` the component (with its index) that the paragraph or its heading is about, ``averaged`` says that the
    paragraph tells means, ``topic`` is the department, district or commune that the title is about, ``spoken`` the
    component (with its index) that the sentence before named last, ``stranger`` says that the talk is of one that
    is no unit of ours, ``guest`` is the other province whose people the paragraph lets speak,
    ``spoken_of`` holds the indices that the paragraph, or the one before it, has named. ``told`` says that whoever
    loads the article told its home, ``counted_in`` is the year of the months that a heading is about, ``lacking`` what
    the score told last lacks of its maximum, ``results`` the ranks and scores told so far, ``reported`` the
    editions that they are of, ``offices`` the organisation in which a person was told to hold a post,
    ``committee`` the steering committee of a ministry named last,
    ``said_before`` the sentence before, ``scored`` that it told a score and nothing outside the indices,
    ``lists_parts`` that the items read are parts of an index. ``just_named`` tells the units that each sentence of the
    paragraph named so far, with the words.
    """

    names: Gazetteer
    home: Unit | None = None
    document_year: int | None = None
    index: str | None = None
    year: int | None = None
    year_in_passing: int | None = None
    population: str | None = None
    local: bool = False
    unit: Unit | None = None
    period: str | None = None
    sizes: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    indices: list[str] = field(default_factory=list)
    rivals: tuple[str, ...] = ()
    main_index: str | None = None
    years: dict[str | None, int] = field(default_factory=dict)
    opened: str | None = None
    bracket_year: int | None = None
    bracket_period: str | None = None
    named: dict[str, Unit] = field(default_factory=dict)
    ranks: dict[tuple[str | None, int | None, str], int] = field(default_factory=dict)
    region_ranks: dict[tuple[str | None, int | None, str, str], int] = field(default_factory=dict)
    day_year: int | None = None
    region: Concept | None = None
    regions: set[str] = field(default_factory=set)
    region_heads: Concept | None = None
    class_told: str | None = None
    mean_told: bool = False
    dated: bool = False
    other: bool = False
    part: tuple[Concept, str] | None = None
    averaged: bool = False
    topic: Unit | None = None
    spoken: tuple[Concept, str] | None = None
    stranger: bool = False
    guest: Unit | None = None
    told: bool = False
    spoken_of: set[str] = field(default_factory=set)
    counted_in: int | None = None
    lacking: Decimal | None = None
    results: dict[Hashable, set[Decimal]] = field(default_factory=dict)
    reported: set[Edition] = field(default_factory=set)
    offices: dict[tuple[str, str], Unit] = field(default_factory=dict)
    committee: Unit | None = None
    said_before: str = ""
    scored: bool = False
    lists_parts: bool = False
    just_named: list[Callable[[], tuple[tuple[Unit, Quote], ...]]] = field(default_factory=list)

    def resolve(self, name: Name) -> Unit | None:
        """The unit that a name means here; None for a department or district of an unknown province."""
        if name.known:
            return Unit(name.slug, name.name, name.kind, None, name.name_en, True)
        if self.home is None:
            return None
        return Unit(f"{self.home.path}/{name.slug}", name.name, name.kind, self.home.path, name.name_en)

    def name(self, unit: Unit) -> None:
        """Takes in that a unit is the one named last with its head noun."""
        head = next((head for head in _HEADS if unit.name.casefold().startswith(head + " ")), None)
        if head:
            self.named[head] = unit

    def tell_size(self, edition: Edition, size: int) -> None:
        """Takes in how many units an edition ranks."""
        self.sizes[edition.index, edition.population] = size, edition.year

    def size_of(self, edition: Edition) -> int | None:
        """How many units an edition ranks, by what the article has told of this or of a year with the same units."""
        size, year = self.sizes.get((edition.index, edition.population), (None, edition.year))
        return size if self.names.namesakes.at_one_time(last_day(year), last_day(edition.year)) else None

    def edition(self, index: str, year: int, population: str) -> Edition | None:
        """The edition meant; a province's own index where departments and districts are ranked."""
        if population in LOCAL and self.home is None:
            return None
        return edition_of(self.names, index, year, population, self.home)


def unit_of(entry: Entry) -> Unit:
    return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True)


def home_province(
    sentences: Iterable[tuple[ParagraphKind, str, list[Match], list[tuple[int, int]]]],
    *,
    itself: bool = False,
    page: Unit | None = None,
) -> Unit | None:
    """The province that the article reports from: the one named most, in the title and at "điểm cầu" above all; of
    several that it names in its text only, the one on whose page it stands.

    ``itself`` says that the article speaks of "tỉnh", whose name it told before: of the first that it names.
    """
    votes: Counter[str] = Counter()
    entries: dict[str, Entry] = {}
    told_by: set[str] = set()
    for kind, text, matches, persons in sentences:
        provinces = [(m, e) for m in matches for e in m.entries if e.kind == "unit" and e.type == "Province"]
        if not provinces:
            continue
        of_all = kind is ParagraphKind.TITLE and any(e.type == "Ministry" for m in matches for e in m.entries)
        for match, entry in provinces:
            if any(start < match.start < end for start, end in persons):
                continue
            before = text[max(0, match.start - 45) : match.start].casefold()
            # "Chủ tịch UBND tỉnh Hà Giang" may be a guest.
            body = "ubnd" in before and not any(post in before for post in ("chủ tịch", "bí thư", "lãnh đạo"))
            body = body or bool(_PRESS.search(before) and not _NAME_OF_A_PAPER.match(text, match.end))
            # "Bộ Tư pháp, Hải Phòng dẫn đầu …" is the title of an article about all of them.
            telling = (kind is ParagraphKind.TITLE and not of_all) or "điểm cầu" in before or body
            entries[entry.path] = entry
            if telling:
                told_by.add(entry.path)
            votes[entry.path] += 4 if telling else 1
    if not votes:
        return None
    (best, count), *rest = votes.most_common(2)
    if page and best not in told_by and page.path in votes:
        return page
    first = itself and best == next(iter(entries))
    if not first and best not in told_by and len(votes) >= _OF_THE_NATION and count * 2 <= votes.total():
        return None  # One of many provinces that an article about all of them names.
    return unit_of(entries[best]) if not rest or rest[0][1] < count else None


def document_year(sentences: Iterable[tuple[str, list[Mention]]]) -> int | None:
    """The year the article's figures are of: the latest of those that often stand with an index and figures."""
    votes: Counter[int] = Counter()
    figures = (Kind.RANK, Kind.CHANGE, Kind.NUMBER, Kind.GRADE, Kind.FRACTION)
    for text, mentions in sentences:
        if not any(m.kind in (Kind.YEAR, Kind.YEARS, Kind.PERIOD) for m in mentions):
            continue
        weight = 3 if any(m.kind in figures for m in mentions) and not _PAST.search(text) else 1
        for before, mention, after in zip([None, *mentions], mentions, [*mentions[1:], None], strict=False):
            if mention.kind is Kind.YEARS:
                votes[max(mention.years)] += weight
            timed = mention.kind is Kind.PERIOD and any(e.path in WITHIN_A_YEAR for m in mentions for e in m.entries)
            if (mention.kind is Kind.YEAR or timed) and mention.year:
                beside = bool(before and before.kind is Kind.INDEX and ";" not in text[before.end : mention.start])
                beside = beside or bool(after and after.kind is Kind.INDEX)
                aside = text.rfind("(", 0, mention.start) > text.rfind(")", 0, mention.start)
                votes[mention.year] += weight * 3 if beside else 1 if aside else weight
    if not votes:
        return None
    best = max(votes.values())
    return max(year for year, count in votes.items() if count * 2 >= best)
