"""What the talk goes back to: the thread of an article, which its paragraphs leave for asides and come back to.

The context that :mod:`cchc.loaders.articles.context` carries from sentence to sentence holds within a paragraph. Where
a paragraph ends, what it told in passing (an earlier year, another index, another unit, a caption's) ends with it:

- the *year* goes back to that of the thread: the one that the lead tells of. A later year that opens a paragraph moves
  the thread on, an earlier one is an aside. A heading's year holds for its section.
- the *index* goes back to the one that the article is about, if the paragraph began with that.
- the *unit* goes back to the one that the title is about, or else to the province that the article reports from.
- a *component* that opens a paragraph, or is its heading, holds to its end (``Context.part``).

Lists go on with what the line before them is about, and so does a paragraph that says so ("cùng năm", "chỉ số này").
Where the year is only hinted at ("trước đây"), or the index is one of several, what is read is a candidate; each claim
says which of its parts another sentence told (:mod:`cchc.loaders.articles.supplied`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc.claims import Claim, Concept, Observation, Statistic
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context, population_of
from cchc.loaders.articles.document import ITEM, Paragraph
from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.editions import LOCAL, PAR_INDEX
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.patterns import YEAR_NUMBER
from cchc.loaders.articles.region_headings import heading

_PERIOD = re.compile(r"(?P<kind>tuần|tháng)(?: thứ)? \d{1,2}")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(rf"\bnăm\s+{YEAR_NUMBER}\b", re.I)
_MONTHS = re.compile(rf"\b(?:tháng|quý)\s+(?:[\w/]+\s+){{1,4}}?năm\s+(?P<year>{YEAR_NUMBER})\b", re.I)
"""In a heading: what part of a year is reported on, whose files and procedures are counted, and no index."""
_GOES_ON = re.compile(r"\s*[-+•–]?\s*(?:Trong đó|Trong số (?:đó|này)|Cụ thể|Theo đó)\b")
"""Words at the start of a paragraph that goes on with all that the one before is about."""
_SAME_INDEX = re.compile(r"\b(?:chỉ số|kết quả|bảng xếp hạng|thứ hạng)\s+(?:này|trên|nói trên|đó)\b", re.I)
"""Words that go on with the index of the paragraph before."""
_SAME_YEAR = re.compile(
    r"\s*[-+•–]?\s*(?:(?:cũng\s+)?(?:trong\s+)?(?:năm|kỳ)\s+(?:đó|ấy)|(?:cũng\s+)?(?:trong\s+)?cùng năm)\b", re.I
)
"""Words that go on with the year of the paragraph before."""
_LOCAL_UNITS = r"(?!\b(?:huyện|thị xã|quận|xã|phường|sở|ngành|đơn vị|địa phương|của)\b)"
_OF_THE_PROVINCE = re.compile(
    r"\b(?:kết quả|chỉ số|chỉ số thành phần|nhóm|nhóm chỉ số|lĩnh vực|tiêu chí|nội dung|thành phần|điểm|trục)\s+"
    rf"(?:(?:của\s+)?toàn|của)\s+(?:tỉnh|thành phố)\b(?:{_LOCAL_UNITS}[^:;.\d]){{0,80}}:$"
    rf"|(?:^|[.,;]\s)\s*toàn\s+(?:tỉnh|thành phố)\s+(?:\w+\s+)?(?:đạt|được)\b(?:{_LOCAL_UNITS}[^:;]){{0,200}}:$",
    re.I,
)
"""What announces a list of the province's own results: "Kết quả từng nhóm chỉ số của tỉnh như sau:"."""

_OF_PARTS = re.compile(r"\b(?:lĩnh vực|nội dung|chỉ số (?:thành phần|nội dung)|(?<!bộ )tiêu chí|yếu tố|trục)\b", re.I)
"""What announces a list of parts of an index."""
_LINE = re.compile(r"\s*[^\W\d][^:;.\d]{2,110}:\s+(?:[^\W\d]+\s+){0,3}\d[^:]{0,80}")
"""A line of a list without marks: a name and its figures."""
_TALKED_ABOUT = ("index", "rivals", "year", "period", "population", "local", "unit", "opened")


@dataclass
class Focus:
    """The thread of one article, and the list being read."""

    context: Context
    section: int | None = None
    section_index: str | None = None
    names_index: bool = False
    section_part: tuple[Concept, str] | None = None
    lead: Paragraph | None = None
    listing: bool = False
    led: bool = False
    led_by_province: bool = False
    goes_on: bool = False
    period: str | None = None

    def __post_init__(self) -> None:
        self.before = _held(self.context)

    def open(self, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
        """Goes back to the thread where a paragraph begins, from what the one before told in passing."""
        context = self.context
        self.before = _held(context)
        context.region_heads = heading(paragraph, mentions, context)
        self._back_to_index(paragraph, mentions)
        context.averaged = context.dated = context.other = context.stranger = False
        context.spoken = context.guest = None
        context.just_named = []
        if paragraph.kind is ParagraphKind.TITLE:
            self._name_ministries(mentions)
        if any(e.kind == "index" for m in mentions for e in m.entries):
            context.spoken_of = set()
        context.part = None if paragraph.kind is ParagraphKind.SUBHEADING else self.section_part
        opens = paragraph.text.endswith(":")
        # The last of the items that end with a semicolon ends with a full stop.
        item = paragraph.text.endswith(";") or bool(ITEM.match(paragraph.text)) or self.goes_on
        item = item or (self.listing and bool(_LINE.fullmatch(paragraph.text)))
        listed = self.listing and (item or self.led)
        if not listed:
            context.bracket_period = None
            if self.listing and not opens:
                context.bracket_year = None  # What a list's lead says of parentheses holds in the list.
        unit = context.unit
        goes_on = _GOES_ON.match(paragraph.text)
        if listed and self.led_by_province and context.home:
            context.unit = context.home
        elif not (((listed or opens) and unit and unit.within) or goes_on):
            context.unit = context.topic
            if context.topic:
                context.name(context.topic)
        if not (listed or goes_on or _SAME_YEAR.match(paragraph.text)):
            context.year = self.section or context.years.get(context.index) or context.years.get(None) or context.year
        if self.period and not goes_on:
            context.period = self.period
        if opens:
            self.led_by_province = bool(_OF_THE_PROVINCE.search(paragraph.text))
        if opens or not listed:
            context.lists_parts = opens and bool(_OF_PARTS.search(paragraph.text))
        self.led, self.listing = opens, opens or (self.listing and item)
        self.goes_on = self.listing and paragraph.text.endswith(";")

    def _name_ministries(self, mentions: Sequence[Mention]) -> None:
        """Takes in the ministries that a title names, whether or not it tells a figure of them: "Bộ" is one of them."""
        for name, _, _ in (named for m in mentions if m.kind is Kind.UNIT for named in m.names):
            unit = self.context.resolve(name) if name.kind == "Ministry" else None
            if unit:
                self.context.name(unit)

    def told(self, paragraph: Paragraph, first: bool) -> None:
        """Takes in the year that the talk goes on with after a sentence, the first of its paragraph or a later one."""
        context = self.context
        index, year = context.index, context.year
        if context.region_heads:
            return  # Its lines tell of earlier years too.
        if paragraph.kind is ParagraphKind.SUBHEADING:
            months = _MONTHS.search(paragraph.text)
            context.counted_in = int(months["year"]) if months else None
            if self.lead:  # A heading above the lead is more of the title.
                self.section = year if first and year != context.years.get(None) else self.section
            words = ITEM.sub("", _YEAR.sub("", paragraph.text), count=1)
            heads = not _FIGURE.search(words)
            self.section_part = context.part if heads else None
            self.section_index = context.index if heads and self.names_index else None
        elif paragraph.kind is ParagraphKind.BODY and year:
            self.lead = self.lead or paragraph
            if first or paragraph is self.lead or index not in context.years:
                for of in (None, index):
                    context.years[of] = max(year, context.years.get(of, year))

    def tabulated(self, rows: Sequence[Observation | Statistic]) -> None:
        """Takes in what units a table has told of: "điểm bình quân của khối" behind it is theirs; and that its results
        may be later than those told so far. What a legend says of parentheses held in the table."""
        self.context.bracket_year = self.context.bracket_period = None
        self._move_on(row for row in rows if isinstance(row, Observation))
        units = [row.unit for row in rows if isinstance(row, Observation)]
        population = POPULATION_OF_KIND.get(units[-1].kind) if units else None
        if population:
            self.context.population, self.context.local = population, population in LOCAL

    def close(self, paragraph: Paragraph, claims: Iterable[Claim]) -> None:
        """Leaves a paragraph: what a caption tells of, the text around it does not; later results than those told so
        far move the thread on."""
        main, named = self.context.main_index, self.context.index
        if paragraph.kind is ParagraphKind.TITLE and main and named and named != main and not self.lead:
            self.context.index, self.context.rivals = main, ()  # Its title named another one behind it.
        if paragraph.kind is ParagraphKind.CAPTION:
            for name, value in self.before.items():
                setattr(self.context, name, value)
        elif paragraph.kind is ParagraphKind.BODY:
            results = [c for c in claims if isinstance(c, Observation) and c.measure in ("rank", "score")]
            for claim in results:
                self.period = _later(self.period, claim.period)
            if results:
                self.context.mean_told = False  # A mean beside a unit's results is not what the talk goes on with.
            self._move_on(results)

    def _move_on(self, results: Iterable[Observation]) -> None:
        """Goes on from the year of later results than those told so far."""
        years = self.context.years
        for claim in results:
            index = PAR_INDEX if claim.edition.owner else claim.edition.index
            year = claim.edition.year
            if claim.status == "stated" and index in years and year > years[index]:
                years[index] = year
                years[None] = max(year, years.get(None, year))

    def _back_to_index(self, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
        """Goes back from an index named in passing to the one that the article is about, if the paragraph before began
        with that, or if the talk turns to a province's own units."""
        context, main = self.context, self.section_index or self.context.main_index
        self.names_index = sum(m.kind is Kind.INDEX for m in mentions) == 1
        if main and main != context.index and not _goes_on_with_index(paragraph.text):
            turns = not context.local and _turns_to_own_units(mentions)
            if turns or self.section_index or context.opened == main:
                context.index, context.rivals = main, ()
        context.opened = context.index


def _later(one: str | None, other: str | None) -> str | None:
    """The later of two weeks, months or quarters; the first of two of different kinds."""
    if one is None or other is None:
        return one or other
    told = [_PERIOD.fullmatch(period) for period in (one, other)]
    first, second = told
    if first is None or second is None or first["kind"] != second["kind"]:
        return one
    return max(one, other, key=lambda period: int(period.split()[-1]))


def _goes_on_with_index(text: str) -> bool:
    """Whether a paragraph says that it is about the index of the one before."""
    return bool(_SAME_INDEX.search(text) or _GOES_ON.match(text))


def _turns_to_own_units(mentions: Iterable[Mention]) -> bool:
    """Whether the first units that a paragraph names are departments, districts or communes, and it names no index
    before them."""
    for mention in mentions:
        if mention.kind is Kind.INDEX:
            return False
        if mention.kind in (Kind.POPULATION, Kind.COUNT):
            population = population_of(mention.word.removeprefix("out-of:"), False, None)
        elif mention.kind is Kind.UNIT:
            population = POPULATION_OF_KIND.get(mention.names[0][0].kind)
        else:
            continue
        if population:
            return population in LOCAL
    return False


def _held(context: Context) -> dict[str, object]:
    """What is being talked about."""
    return {name: getattr(context, name) for name in _TALKED_ABOUT}
