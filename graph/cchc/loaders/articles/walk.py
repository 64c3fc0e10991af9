"""The state of walking through a sentence, and what every kind of measure needs: its edition and its quote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from cchc.claims import Concept, Edition, Observation, Quote, Statistic, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND, WITHIN_A_YEAR
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.grades import index_with_class
from cchc.loaders.articles.meant import index_of
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.turns import State
from cchc.vietnamese.scanning import Pattern

"""Words that pair the members of two lists."""
SAME = re.compile(r"\b(?:cùng|đều|đồng)\b(?:\s+\w+){0,4}\s*$", re.I)
"""Words that give all members of a list the figure after them."""

_TOPICAL = (Kind.INDEX, Kind.COMPONENT, Kind.RANK, Kind.FRACTION, Kind.MEAN, Kind.GRADE, Kind.SUPERLATIVE)
_SPOKEN_OF = (Kind.INDEX, Kind.COMPONENT, Kind.UNIT, Kind.SELF, Kind.RANK, Kind.FRACTION, Kind.REGION)
_TALKS_OF_SCORES = Pattern(
    r"\b(?:chỉ số|điểm số|tổng điểm|số điểm|điểm|thứ hạng|bậc|mức độ hài lòng|mức hài lòng|kết quả)\b",
    re.I,
)
QUOTED = re.compile(
    r"\b(?:tiêu chí|thành phần|chỉ số|nội dung|lĩnh vực|yếu tố)\s+[\"“](?P<name>[^\"“”]{4,150})[\"”]\s*(?:,\s*)?"
    r"(?:(?:chỉ|mới|cũng|đã|được|đạt|là|ở mức|điểm tối đa|số điểm|điểm|không|:)\s*)*\(?$",
    re.I,
)
"""Before a score out of a maximum: the part in quotation marks that it is of, whatever it measures."""
_OF = Pattern(r"\b(?:của|trong|tại|ở|trên địa bàn|toàn)\s+(?:toàn\s+)?$", re.I)
SHARE_OF = re.compile(r"\b(?:tỷ|tỉ) lệ(?:\s+(?!hài\b|đạt\b|là\b)[^\W\d]+){0,4}\s+$", re.I)
"""A share of payments or files is no component's score."""
OF_INDICATOR = Pattern(
    r"\b(?:(?:tỷ|tỉ) lệ(?! hài lòng| điểm|(?:\s+(?:đạt|là|chung))*\s*$)"
    r"|hồ sơ|thủ tục|dịch vụ công(?!\s+quốc gia)|thời gian(?!\s+(?:ấy|đó|này|qua|trên|nói trên)\b)|quy trình|văn bản"
    r"|nhiệm vụ|chỉ tiêu|doanh nghiệp|vốn|giải ngân|tiêu chí thành phần"
    r"|kinh tế|tăng trưởng|GRDP|GDP|ngân sách|kim ngạch|doanh thu|dân số|hộ nghèo|lao động|công nghiệp|cán bộ"
    r"|công chức|phản ánh|kiến nghị|ý kiến)\b",
    re.I,
)
_LEADS_IN = Pattern(
    r"\b(?:dẫn đầu|đứng đầu|cao nhất|thấp nhất|tốt nhất)\s+(?:(?:cả nước|toàn quốc|toàn tỉnh|tỉnh)\s+)?về\s+"
    r"(?!(?:lĩnh vực|nội dung|chỉ số|trục|nhóm|thành phần|tiêu chí)\b)",
    re.I,
)
MOST_OF_A_SHARE = Pattern(
    r"\b(?:tỷ|tỉ) lệ(?! (?:hài lòng|điểm|đạt|là)\b)\s[^,;:.()\d]{2,60}\b(?:cao|thấp|tốt) nhất\b", re.I
)
"""The highest or lowest share of files or payments: who has it leads in no index by that."""
_NEAR = 40
"""So far behind these words it stands what units lead in, in characters."""
_ONLY_BY_YEARS = re.compile(
    r"\s*+(?:[-+•*]\s*+)?(?:(?:năm\s++)?(?:19|20)\d\d\s*+(?:[:–(-]\s*+)?\d{1,3}(?:[.,]\d{1,4})?+(?![\d/])\s*+"
    r"(?:(?:điểm|%)\s*+)?\)?(?:[;,.]\s*+|và\s++|\s++|$)+){3,40}",
    re.I,
)
"""Years with a figure each, and nothing else: what they are of was told before, as above a chart."""
_GOES_ON = re.compile(
    r"(?:(?:so|sánh|với|năm|trước|ngoái|liền|kề|cùng|kỳ|nếu|đặt|để|bên|cạnh|thì|là|tức|đã|cũng|chỉ|mới|vẫn|còn|lại|được|có"
    r"|mức|kết|quả|con|số|này|đó|ấy|như|vậy|thế|tính|ra|qua|sau|một|hai|ba|và|riêng|khi|trong|vào|ở|của|hồi|đạt"
    r"|tỉnh|toàn)(?!\w)|(?:19|20)\d\d(?!\w)|[,:()+*•–-]|\s)*+",
    re.I,
)
"""From the start of a sentence to its first figure: nothing that says what it is of, which was told before."""
_OF_PROVINCES = ("pci", "papi", "pgi")
"""Indices that others measure, of provinces only: a department's result is hardly one of them."""


@dataclass(slots=True)
class Subject:
    """What the talk is of at a place: units (a list), one of their components, or a mean; or a unit that can't be told
    from others (``unknown``). ``unsure`` says that it may be another unit."""

    units: list[tuple[Unit, int, int]] = field(default_factory=list)
    component: Concept | None = None
    component_start: int = 0
    unknown: bool = False
    mean: bool = False
    subgroup: Concept | None = None
    region: Concept | None = None
    index: str | None = None
    start: int = 0
    end: int = 0
    stated: bool = False
    standing: str | None = None
    unsure: bool = False


@dataclass(slots=True)
class Walk:
    """One sentence being read, left to right. ``claims`` and ``used`` (places of mentions) are its results;
    ``last_rank`` is the rank that an order has come to, and ``last_year`` its year; ``aside`` is what was spoken of
    before a mean that it is compared with, ``front`` the component (with its index) that the sentence opens with,
    ``nameless`` is where a part is spoken of that nothing names, ``some_region`` says that the sentence is about a
    region that nothing names, ``region_at`` from where on it is about a region, if not from the start,
    ``among_some`` that the last rank is one among some units only, ``around`` what was
    spoken of before the parentheses that tell of its parts, and where they close, ``last_scope`` is the region of
    ``last_rank``, ``most`` how many places the order of ranks has that is told, where it says so, ``itself`` the
    unit that a word of its own ("tỉnh") has meant last."""

    passage: Passage
    mentions: list[Mention]
    states: list[State]
    used: set[int]
    claims: list[Observation | Statistic] = field(default_factory=list)
    subject: Subject = field(default_factory=Subject)
    last_rank: int | None = None
    last_year: int = 0
    last_sign: int = 0
    pending: Mention | None = None
    aside: Subject | None = None
    front: tuple[Concept, str] | None = None
    scope: Concept | None = None
    region_opens: bool = False
    some_region: bool = False
    region_at: int | None = None
    last_scope: Concept | None = None
    among_some: bool = False
    around: tuple[Subject, int] | None = None
    nation: bool = False
    in_order: bool = False
    nameless: int | None = None
    most: int | None = None
    itself: Unit | None = None
    means: set[tuple[object, ...]] = field(default_factory=set)
    taken_units: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        return self.passage.text

    def shared(self, mention: Mention, owner: Subject) -> bool:
        """Whether words before a measure give it to all that its owner names: "A và B cùng đạt 88%"."""
        return bool(SAME.search(self.text, owner.end if owner.end <= mention.start else 0, mention.start))

    def units_of(self, mention: Mention) -> list[tuple[Unit, int, int]]:
        """The units of a mention that can be ranked, each with its place."""
        found = [
            (unit, start, end) for name, start, end in mention.names if (unit := self.passage.context.resolve(name))
        ]
        return [item for item in found if item[0].kind in POPULATION_OF_KIND]

    def enter(self, start: int) -> None:
        """Keeps who is spoken of, where a part of an index is named in parentheses that open behind it: "Tỉnh đạt 85,1
        điểm (trong đó thẩm định 57,3 điểm), xếp thứ 22"."""
        inside = self.passage.in_parentheses(start) and not self.passage.in_parentheses(self.subject.start)
        if inside and self.subject.units and not self.subject.component and not self.around:
            self.around = self.subject, self.text.find(")", start)

    def set_aside(self, start: int) -> None:
        """Keeps who or what is spoken of, where a mean is named in parentheses that open behind its figure, up to their
        end or a semicolon: "Tỉnh đạt 85,1% (bình quân cả nước 86,98%, tăng 2,1%), xếp thứ 50"."""
        opening = self.text.rfind("(", 0, start)
        told = self.mentions_before(opening) if self.passage.in_parentheses(start) and not self.around else None
        if told is not None and told.kind in (Kind.NUMBER, Kind.FRACTION) and self.subject.start < opening:
            ends = [at for mark in ");" if (at := self.text.find(mark, start)) >= 0]
            self.around = replace(self.subject), min(ends)

    def mentions_before(self, position: int) -> Mention | None:
        """The last mention that ends before a place."""
        return next((m for m in reversed(self.mentions) if m.end <= position), None)

    def edition(
        self, state: State, owner: Subject, year: int | None = None, *, grouped: bool = False, letter: str = ""
    ) -> tuple[Edition | None, tuple[str, ...], str]:
        """The edition that a measure is of, the reading rules that told it, and the status of a claim about it."""
        reasons: tuple[str, ...] = ()
        context = self.passage.context
        population = POPULATION_OF_KIND[owner.units[0][0].kind] if owner.units else state.population or "province"
        index, certain = (
            (owner.index, True)
            if owner.index
            else index_of(state, population, context, self.passage.names, grouped=grouped, letter=letter)
        )
        if state.unnamed:
            index, certain = self.index_by_class(), True
            reasons = ("index-from-grade-class",)
        chosen = year or state.year or context.document_year
        if state.year is None and year is None:
            reasons = (*reasons, "year-from-context")
        if chosen is None and index in WITHIN_A_YEAR:
            chosen = context.day_year  # "Bộ chỉ số 766 tuần 28 (08/7 - 14/7/2024)"
        if index is None or chosen is None:
            return None, reasons, "candidate"
        unlikely = index in _OF_PROVINCES and population not in ("province", "ministry")
        told = certain and not (state.unsure or owner.unsure or unlikely or self._undated(index))
        return context.edition(index, chosen, population), reasons, "stated" if told else "candidate"

    def _first_figure(self) -> Mention:
        """The first measure of the sentence."""
        return next(m for m in self.mentions if m.kind in MEASURES)

    def _undated(self, index: str) -> bool:
        """Whether a result that is kept by weeks or months stands, without a time, in an article about another index:
        the year talked about is that one's."""
        context = self.passage.context
        if index not in WITHIN_A_YEAR or index in context.years or context.main_index in (None, index):
            return False
        compared = any(m.kind is Kind.COMPARISON and m.year for m in self.mentions)
        return not compared and not any(
            m.kind in (Kind.YEAR, Kind.YEARS, Kind.PERIOD, Kind.DATE) for m in self.mentions
        )

    def index_by_class(self) -> str | None:
        """The index that an unnamed "Bộ chỉ số" must be, by the class that the sentence gives in it."""
        for place, mention in enumerate(self.mentions):
            if mention.kind is Kind.GRADE and self.states[place].unnamed:
                return index_with_class(self.passage.names, mention.word)
        return None

    def index_of_parts(self, place: int) -> str | None:
        """The index of the components told before a place, in a sentence that names no index: "chỉ đạo, điều hành
        9,2/9,5 điểm; thủ tục hành chính 12,4/13 điểm" tells of parts of one."""
        before = self.mentions[:place]
        spoken = self.passage.context.spoken
        if any(m.kind is Kind.INDEX for m in before) or not any(m.kind is Kind.COMPONENT for m in before):
            return None
        return spoken[1] if spoken and self.subject.component == spoken[0] else None

    def quote(self, mention: Mention, owner: Subject, end: int | None = None) -> Quote:
        """The words that say it: from the owner where the same clause names it, else from the start of the clause."""
        start = self.passage.clause_start(mention.start)
        if self.passage.in_parentheses(mention.start):
            opening = self.text.rfind("(", 0, mention.start)
            dated = [m for m in self.mentions if m.year and m.end <= opening and not self.text[m.end : opening].strip()]
            start = dated[-1].start if dated else min(start, owner.start) if owner.stated else start
        elif owner.stated and owner.start < mention.start:
            between = self.text[max(owner.end, owner.start) : mention.start]
            if owner.mean or not re.search(r"[;:]|,\s", between):
                start = self._with_index(owner.start)
        last = max(mention.end, end or 0)
        if owner.start > mention.start or owner.end > mention.end:
            return self.passage.quote(min(start, owner.start), max(last, owner.end))
        return self.passage.quote(start, last)

    def _with_index(self, start: int) -> int:
        """The start of the index that a unit follows: "chỉ số CCHC của tỉnh Lạng Sơn"."""
        last = next((m for m in reversed(self.mentions) if m.kind is Kind.INDEX and m.end <= start), None)
        if last and self.only_words_between("năm \\d{4} của|của|năm \\d{4}", last.end, start):
            return last.start
        return start

    def of_other_years(self, one: int, other: int) -> bool:
        """Whether the figures at two places are known to be of two years."""
        return self.states[one].year != self.states[other].year

    def only_words_between(self, words: str, start: int, end: int) -> bool:
        """Whether nothing but one of these words (a pattern) stands between two places."""
        return bool(re.fullmatch(rf"\s*(?:(?:{words})\s+)?", self.text[start:end]))

    def _whose(self, mention: Mention) -> bool:
        """Whether a unit only says whose the figure is: "tỷ lệ hồ sơ đúng hạn của tỉnh"."""
        return mention.kind in (Kind.UNIT, Kind.SELF) and preceded(_OF, self.text, mention.start)

    def of_something_else(self, mention: Mention, place: int, owner: Subject) -> bool:
        """Whether a figure is of something outside the indices: a share of files, the growth of the economy."""
        if mention.of is not None and preceded(QUOTED, self.text, mention.start):
            return False  # "tiêu chí "Tỷ lệ hồ sơ trực tuyến" đạt 0,35/1 điểm": what it got of its maximum.
        leads = None if owner.component else _LEADS_IN.search(self.text, 0, mention.start)
        if leads and OF_INDICATOR.search(self.text, leads.end(), min(leads.end() + _NEAR, mention.start)):
            return True  # "Ba huyện dẫn đầu về giải ngân gồm huyện Bắc Mê (95,2%), …"
        begin = self.text.rfind(";", 0, mention.start) + 1
        if not owner.component and MOST_OF_A_SHARE.search(self.text, begin, mention.start):
            return True  # "tỷ lệ giải ngân cao nhất là Bình Dương (95,2%)"
        begin = max(begin, owner.end if owner.component else 0)
        nouns = [noun.start() for noun in OF_INDICATOR.finditer(self.text, begin, mention.start)]
        if nouns:
            spoken = (m for m in reversed(self.mentions[:place]) if m.kind in _SPOKEN_OF and not self._whose(m))
            last = next((m for m in spoken if not preceded(SHARE_OF, self.text, m.start)), None)
            if last is None or nouns[-1] >= last.end:
                return True
        if owner.component or owner.stated or mention.unit_of_measure == "rank":
            return False
        if _ONLY_BY_YEARS.fullmatch(self.text):
            before = self.passage.context.said_before
            return not (_TALKS_OF_SCORES.search(before) and not OF_INDICATOR.search(before))
        if self.passage.context.scored and _GOES_ON.fullmatch(self.text, 0, self._first_figure().start):
            return False  # "SIPAS của tỉnh là 86,4%. So với năm 2020 (83,4%) tăng 3%."
        of_ranks = any(m.kind is Kind.CHANGE and m.unit_of_measure == "rank" for m in self.mentions)
        return not (of_ranks or any(m.kind in _TOPICAL for m in self.mentions) or _TALKS_OF_SCORES.search(self.text))
