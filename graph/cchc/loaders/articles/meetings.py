"""Meetings: when, by whom called, chaired by whom, what was published there, and who sat at which connecting point.

An article reports one meeting. The first sentence that sets a meeting on a date opens it; later ones add to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cchc.claims import ConnectingPoint, Edition, Meeting, Quote, Unit
from cchc.loaders.articles import datelines
from cchc.loaders.articles.bodies import ORGANIZATION, body
from cchc.loaders.articles.context import Context
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.meant import covers
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.people import POST_HEAD, PersonMention
from cchc.loaders.articles.turns import State
from cchc.vietnamese.dates import DateMention, find_dates
from cchc.vietnamese.scanning import Pattern

_MEETING = Pattern(
    r"\b(?:(?<!trung tâm )hội nghị|phiên họp|cuộc họp|hội thảo|buổi họp|buổi làm việc|(?:lễ|buổi) công bố"
    r"|(?<=chủ trì )họp|(?<=tổ chức )họp|(?<=[\wÀ-ỹ] )họp(?=\s+(?:để\s+(?:công bố|đánh giá|triển khai|bàn)|đánh giá|bàn"
    r"|công bố|triển khai|sơ kết|tổng kết|phân tích|rà soát|với|nghe|Ban|phiên|trực tuyến|về)\b))\b(?!\s+báo)",
    re.I,
)
_NAME_GOES_ON = (
    r"(?:\s+(?!(?:diễn ra|do|nhằm|chiều|sáng|tối|có|tại|vào|ngày|là|đã|được|để)\b)[^\s,;.]+"
    # A comma in a name stands before one more index or one more thing that the meeting does.
    r"(?:,(?=\s+(?:SIPAS|PAPI|PCI|PAR|DTI|đánh giá|triển khai|sơ kết|tổng kết|phân tích|bàn|công bố|phương hướng"
    r"|nhiệm vụ|giải pháp|kế hoạch|rà soát)\b)"
    r"|(?:(?<= sở)|(?<= bộ)|(?<= ban)),(?= (?:ban|ngành)\b)|(?<= ngành),(?= (?:địa phương|huyện|quận)\b))?){0,60}"
)
_NAME = Pattern(rf"\b(?:(?<!rung tâm )[Hh]ội nghị|[Pp]hiên họp|[Cc]uộc họp|[Hh]ội thảo|[Ll]ễ công bố)\b{_NAME_GOES_ON}")
_HELD = re.compile(rf"họp\b{_NAME_GOES_ON}")
"""What a meeting is for, where only the verb names it: "Bộ họp trực tuyến phân tích kết quả PAR INDEX"."""
_SESSION = Pattern(r"\b(?:phiên họp|kỳ họp|họp)(?:\s+\w+){0,2}\s+(?:thứ|lần thứ)\s+(\d{1,3})", re.I)
_PUBLISHES = Pattern(r"\b(?:công bố|đưa ra|công khai(?!,? (?:và )?minh bạch))\b", re.I)
_ONLINE = re.compile(r"(?<!vụ )(?<!công )(?<!toán )(?<!hồ sơ )(?<!nộp )\btrực tuyến\b", re.I)
"""What is held online: services, payments and files are no meeting."""
_ISSUED = re.compile(
    r"(?:quyết định|công văn|kế hoạch|văn bản|chỉ thị|thông báo|nghị quyết)[^.;]{0,50}$|(?:hết|đến|trước|tính tới"
    r"|tính đến)\s*$",
    re.I,
)
_CHAIRS = re.compile(
    rf"(?:,\s+{POST_HEAD}\s[^,;.:()]{{0,80}}?(?=\s+(?:đã\s+)?chủ trì\b))?"
    r"\)?(?:\s*[,–-])?\s*(?:(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?,?\s+)?"
    r"(?:(?:đã|cùng|đồng|làm)\s+)*(?:(?:chủ trì|là người chủ trì|chủ tọa)\b|điều hành(?=\s*(?:[.,;]|(?:hội nghị|phiên"
    r"|cuộc|buổi)\b)))"
)
_CHAIRED_BY = re.compile(
    r"(?:chủ trì|chủ tọa|điều hành)(?:\s+(?:hội nghị|phiên họp|cuộc họp|buổi \w+)\s+(?:là|có|gồm))?"
    r"(?:\s+(?:của|là))?\s*:?\s*(?:(?:các\s+)?đồng chí\s*:?\s*|ông\s+|bà\s+)?$",
    re.I,
)
_JOINED = re.compile(r"\s*(?:[,;]|,?\s*(?:và|cùng|cùng với)\b)?\s*(?:(?:các\s+)?đồng chí\s*:?|ông|bà)?\s*", re.I)
_CHAIRED_HERE = re.compile(r"\b(?:chủ trì|chủ tọa)\b", re.I)
_NOT_THE_MEETING = re.compile(r"\s*(?:buổi|điểm cầu|theo dõi)")
_ORGANIZES = Pattern(rf"\b(?P<who>{ORGANIZATION})(?:\s*,[^,;.]{{0,40}},)?\s+(?:đã\s+)?(?:tổ chức|công bố|đưa ra)\b")
_ORGANIZED_BY = Pattern(rf"\b(?:do|được)\s+(?P<who>{ORGANIZATION})[^,;.]{{0,40}}?\s+(?:tổ chức|công bố|chủ trì)\b")
_PLACE = Pattern(
    r"\b(?:tại|từ)\s+(?P<place>(?:Trụ sở|Hà Nội|Trung tâm|Hội trường|Nhà)[^,;.()]{0,40}?)(?=\s+(?:do|với|dưới)\b"
    r"|[,;.()]|$)"
)
_POINT = Pattern(r"\b(?:tại\s+)?điểm cầu\s+(?:của\s+)?(?P<of>(?:tỉnh|thành phố|TP\.?)\s+)?", re.I)
_PLAN_YEAR = Pattern(r"\b(?:nhiệm vụ|phương hướng|kế hoạch|chương trình)[\w ,]{0,40}?\bnăm\s+((?:19|20)\d\d)", re.I)


@dataclass(slots=True)
class MeetingReader:
    """Collects what an article tells of its meeting, sentence by sentence; its page was ``posted`` on a day."""

    context: Context
    names: Gazetteer
    dates: tuple[DateMention, ...]
    """All dates of the article with a year, page furniture included: they may tell the year of one without."""
    posted: datelines.Posted | None = None
    meeting: Meeting | None = None
    quotes: list[Quote] = field(default_factory=list)
    chairs: list[PersonMention] = field(default_factory=list)
    points: dict[str, ConnectingPoint] = field(default_factory=dict)
    published: list[Edition] = field(default_factory=list)
    day: tuple[DateMention, Quote] | None = None
    """The day on which the sentence before says that an index was published, with the words."""

    def read(self, passage: Passage, mentions: list[Mention], states: list[State], people: list[PersonMention]) -> None:
        """Takes in one sentence."""
        text = passage.plain
        if self.meeting is None:
            self._open(passage, text, mentions, states)
        elif not (
            _MEETING.search(text)
            or "điểm cầu" in text.casefold()
            or any(_CHAIRS.match(text, p.span[1]) for p in people)
        ):
            return
        if self.meeting is None:
            return
        self._chair(passage, text, people)
        self._point(passage, text, people)
        if self.meeting.session is None:
            session = _SESSION.search(text)
            if session:
                self.meeting = replace(self.meeting, session=int(session[1]))
        if self.meeting.organizer is None:
            self.meeting = replace(self.meeting, organizer=self._organizer(passage, text))

    def result(self, reported: Iterable[Edition]) -> Meeting | None:
        """The meeting, once the article is read.

        Where no organiser is named, a meeting that an official of a province chairs is that province's, and
        publishes the editions of its own index that the article reports; any other is that of who announces the
        published index.
        """
        if self.meeting is None:
            return None
        meeting, why = self.meeting, list(self.meeting.interpretation)
        chair = self.chairs[0] if self.chairs else None
        post, chaired_for = (chair.office if chair else None) or (None, None)
        if meeting.organizer is None and chaired_for and chaired_for.within:
            meeting = replace(meeting, organizer=chaired_for)
            why.append("organizer-from-chair")
        if meeting.organizer and meeting.organizer.within and self.published:
            self.published = [edition for edition in reported if edition.owner]
        if meeting.organizer is None:
            announced_by = self._announcer()
            if announced_by:
                meeting = replace(meeting, organizer=announced_by)
                why.append("organizer-from-index")
            elif chaired_for:
                meeting = replace(meeting, organizer=chaired_for)
                why.append("organizer-from-chair")
        return replace(
            meeting,
            chair=chair.name if chair else None,
            chair_post=f"{post} {chaired_for.name}" if chaired_for else None,
            co_chairs=tuple(person.name for person in self.chairs[1:]),
            points=tuple(self.points.values()),
            published=tuple(dict.fromkeys(self.published)),
            quotes=tuple(dict.fromkeys(self.quotes)),
            interpretation=tuple(why),
        )

    # -- parts -------------------------------------------------------------------------------------------------------

    def _open(self, passage: Passage, text: str, mentions: list[Mention], states: list[State]) -> None:
        named = _MEETING.search(text)
        publishes = _PUBLISHES.search(text)
        told, self.day = self.day or datelines.on_that_day(self.posted, text), None
        dates = [d for d in find_dates(text) if d.cued and not _ISSUED.search(text[: d.start])]
        if publishes and not named and dates and any(m.kind is Kind.INDEX for m in mentions):
            self.day = dates[0], passage.quote(dates[0].start, publishes.end())
        if named and told and not dates and (told is self.posted or _CHAIRED_HERE.search(text)):
            self._open_on(told, passage, text, named)
            return
        if not named and not (publishes and _ONLINE.search(text)):
            return
        for date in find_dates(text):
            if not date.cued or _ISSUED.search(text[: date.start]) or re.match(r"ký\b|Ký\b", text[date.start :]):
                continue
            iso, why = self._date(date, text)
            if iso is None:
                continue
            name = _NAME.search(text) or (_HELD.match(text, named.start()) if named else None)
            anchor = name or named or publishes
            end = anchor.end() if anchor else date.end
            begin = anchor.start() if anchor else date.start
            quote = passage.quote(min(date.start, begin), max(date.end, end))
            self.quotes.append(quote)
            place = _PLACE.search(text)
            self.meeting = Meeting(
                date=iso, name=" ".join((name[0] if name else passage.text[begin:end]).split()),
                quotes=(quote,), part_of_day=date.part_of_day, place=place["place"].strip() if place else None,
                online=bool(_ONLINE.search(text)), organizer=self._organizer(passage, text),
                interpretation=why,
            )  # fmt: skip
            if publishes:
                self._publications(mentions, states)
            return

    def _open_on(self, told: tuple[DateMention, Quote], passage: Passage, text: str, named: re.Match[str]) -> None:
        """Opens the meeting of the day that the sentence before told: "Sáng 6/4, Bộ Nội vụ công bố … . Bộ trưởng chủ
        trì hội nghị"."""
        date, quote = told
        iso, why = self._date(date, text)
        if iso is None:
            return
        name, place = _NAME.search(text) or named, _PLACE.search(text)
        self.quotes += [quote, passage.quote(name.start(), name.end())]
        self.meeting = Meeting(
            date=iso, name=" ".join(name[0].split()), quotes=tuple(self.quotes), part_of_day=date.part_of_day,
            place=place["place"].strip() if place else None,
            online=bool(_ONLINE.search(text)), organizer=self._organizer(passage, text),
            interpretation=why,
        )  # fmt: skip

    def _date(self, date: DateMention, text: str) -> tuple[str | None, tuple[str, ...]]:
        """The date with its year: its own; else that of the same day elsewhere in the article; else the year that it
        plans for; else the one by the day of the page; else the year after the one whose results it is about."""
        if date.year:
            return date.iso(), ()
        for other in self.dates:
            if other.year and (other.day, other.month) == (date.day, date.month):
                return date.iso(other.year), ("year-from-context",)
        plan = _PLAN_YEAR.search(text)
        if plan:
            return date.iso(int(plan[1])), ("year-from-context",)
        if self.posted:
            return datelines.near(date, self.posted[0]), ("year-from-publication",)
        if self.context.document_year:
            return date.iso(self.context.document_year + 1), ("year-from-context",)
        years = [other.year for other in self.dates if other.year]
        return (date.iso(years[0]), ("year-from-publication",)) if years else (None, ())

    def _publications(self, mentions: list[Mention], states: list[State]) -> None:
        indices = list(
            dict.fromkeys(s.index for m, s in zip(mentions, states, strict=True) if m.kind is Kind.INDEX and s.index)
        )
        populations = [
            s.population for m, s in zip(mentions, states, strict=True) if m.kind in (Kind.POPULATION, Kind.COUNT)
        ]
        years = [m.year for m in mentions if m.kind is Kind.YEAR and m.year]
        year = years[0] if years else self.context.document_year
        if year is None:
            return
        for index in indices:
            for population in dict.fromkeys(populations) or ("province",):
                if population is None or not covers(self.context.names, index, population):
                    continue
                edition = self.context.edition(index, year, population)
                if edition:
                    self.published.append(edition)

    def _organizer(self, passage: Passage, text: str) -> Unit | None:
        for match in (*_ORGANIZES.finditer(text), *_ORGANIZED_BY.finditer(text)):
            who = match["who"]
            unit = body(who, self.context.home, passage.names)
            if unit and unit.kind != "Department":
                return unit
        return None

    def _announcer(self) -> Unit | None:
        """Who announces the index that the meeting published, as the reference data has it."""
        for edition in self.published:
            entry = self.names.by_path.get(("index", edition.index))
            if entry and entry.announced_by and edition.owner is None:
                unit = self.names.by_path.get(("unit", entry.announced_by))
                if unit:
                    return Unit(unit.path, unit.label, unit.type, None, unit.label_en, True)
        return None

    def _chair(self, passage: Passage, text: str, people: list[PersonMention]) -> None:
        if self.chairs and self.chairs[0].posts:
            return
        for place, person in enumerate(people):
            match = _CHAIRS.match(text, person.span[1])
            if (match and not _NOT_THE_MEETING.match(text, match.end())) or _CHAIRED_BY.search(text[: person.span[0]]):
                together = _listed_with(text, people, place)
                self.chairs = together
                last = match.end() if match else max(p.end for p in together)
                self.quotes.append(passage.quote(together[0].start, last))
                return

    def _point(self, passage: Passage, text: str, people: list[PersonMention]) -> None:
        for match in _POINT.finditer(text):
            named = next(iter(passage.names.find(text[match.end() : match.end() + 40])), None)
            entry = (
                next((e for e in named.entries if e.type == "Province"), None) if named and named.start == 0 else None
            )
            if entry:
                unit = Unit(entry.path, entry.label, entry.type, None, entry.label_en, True)
            elif match["of"] is None and re.match(r"tỉnh\b", text[match.end() - 5 :]) and self.context.home:
                unit = self.context.home
            else:
                continue
            seated = tuple(person.name for person in people if person.posts and person.start > match.end())
            if not seated:
                continue
            before = self.points.get(unit.path)
            attendees = tuple(dict.fromkeys((*(before.attendees if before else ()), *seated)))
            last = max(person.span[1] for person in people)
            quotes = (*(before.quotes if before else ()), passage.quote(match.start(), last))
            self.points[unit.path] = ConnectingPoint(unit, attendees, quotes)
            return


def _listed_with(text: str, people: list[PersonMention], place: int) -> list[PersonMention]:
    """The people in one list with the person at a place, in order: "A, Phó Thủ tướng và B, Bộ trưởng đồng chủ trì"."""
    first, last = place, place
    while first and _JOINED.fullmatch(text, people[first - 1].span[1], people[first].span[0]):
        first -= 1
    while last + 1 < len(people) and _JOINED.fullmatch(text, people[last].span[1], people[last + 1].span[0]):
        last += 1
    return people[first : last + 1]
