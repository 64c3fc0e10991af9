"""Reads an article: layout, mentions, attachment; then one record for each fact, whatever number of times it is
said."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import chain

from cchc.claims import Claim, Observation, Reading, Source, Statistic, Unplaced
from cchc.loaders.articles import headed, lists
from cchc.loaders.articles.aims import AIMS_FOLLOW
from cchc.loaders.articles.bracketed_places import with_bracketed_places
from cchc.loaders.articles.choices import MOST_CHOICES, with_choices
from cchc.loaders.articles.classed import with_class_told
from cchc.loaders.articles.context import LOCAL_KINDS, Context, document_year, home_province
from cchc.loaders.articles.counted import with_counts
from cchc.loaders.articles.datelines import posted
from cchc.loaders.articles.dating import article_day, dated, first_day
from cchc.loaders.articles.directives import DirectiveReader
from cchc.loaders.articles.document import ITEM, Paragraph, paragraphs
from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.editions import PAR_INDEX
from cchc.loaders.articles.english.gloss import Gloss, is_english
from cchc.loaders.articles.english.names import english_names
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.few import with_few
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.focus import Focus
from cchc.loaders.articles.gainsaid import without_gainsaid
from cchc.loaders.articles.gazetteer import Gazetteer, gazetteer
from cchc.loaders.articles.groups import groups
from cchc.loaders.articles.heads import heads_of, with_heads
from cchc.loaders.articles.indicators import indicators
from cchc.loaders.articles.meetings import MeetingReader
from cchc.loaders.articles.members import named_in
from cchc.loaders.articles.mentions import LISTED, Kind, Mention
from cchc.loaders.articles.merging import merge
from cchc.loaders.articles.methods import methods
from cchc.loaders.articles.observations import observations
from cchc.loaders.articles.people import people, posts_of
from cchc.loaders.articles.places_in_words import with_places_in_words
from cchc.loaders.articles.publisher import provinces_in, publishing_province
from cchc.loaders.articles.region_headings import with_region_headings
from cchc.loaders.articles.roles import told_of
from cchc.loaders.articles.runs import with_runs
from cchc.loaders.articles.states import states
from cchc.loaders.articles.supplied import with_supplied
from cchc.loaders.articles.tables import tables
from cchc.loaders.articles.titles import main_index, ranked_by_only_index, ranked_by_reform, topic_of
from cchc.loaders.articles.told_places import with_pair, with_told_places
from cchc.loaders.articles.unplaced import left_over
from cchc.loaders.articles.yearly_ranks import is_dated_rank, with_yearly_ranks
from cchc.vietnamese import same_tone_place
from cchc.vietnamese.dates import find_dates
from cchc.vietnamese.scanning import Line

_UNREAD = (ParagraphKind.FURNITURE, ParagraphKind.TEASER)
_HEADING = 300
_LEAD = 200
"""The characters before a list in which words may announce it."""
_SPOKEN_OF = 3
"""So often does an article about one province call it "tỉnh", and none about all of them."""
_RANKED = re.compile(
    r"\b(?:xếp hạng|xếp loại|chấm điểm|thứ hạng|điểm)(?:\s+(?:về|công tác|kết quả|thực hiện))*"
    r"\s+(?:CCHC|cải cách hành chính)\b",
    re.I,
)
"""A heading that names the index by what is done with it only: "Xếp hạng CCHC năm 2023 của các sở"."""


_LAST_YEAR = re.compile(r"\bnăm (?:vừa qua|vừa rồi|ngoái)\b", re.I)
"""The year before that of the day, in an article that names no year of a result."""


def read_article(source: Source, names: Gazetteer | None = None, province: str | None = None) -> Reading:
    """All that an article says, and the figures of the genre in it that found no owner.

    :param province: the name of the province that the article reports from, where it does not tell.
    """
    names = names or gazetteer()
    if not is_english(source.text):
        return _read(source, names, province)
    gloss = Gloss(source.text, english_names(names))
    return gloss.reading(_read(replace(source, text=gloss.text), names.in_english(), province), source)


def _read(source: Source, names: Gazetteer, province: str | None) -> Reading:
    """What an article says; where it names several provinces and reports from none, what it says of their departments,
    districts and communes is read for each of them."""
    article = Article(source, names, province)
    reading = article.read()
    choices = article.choices()
    return with_choices(reading, [Article(source, names, choice).read() for choice in choices]) if choices else reading


class Article:
    """One article being read: when made, its mentions are found; :meth:`read` attaches them, paragraph by paragraph."""

    def __init__(self, source: Source, names: Gazetteer, province: str | None = None) -> None:
        self.source, self.province = source, province
        layout = with_runs(with_region_headings(paragraphs(source.text), names))
        # The day is known when the text is read, and names mean what they did on the day: a guess is right most often.
        guess = source.published or first_day(source.text)
        self._lay_out(layout, names.on(guess), guess)
        day = article_day(source.published, self.context.document_year)
        names = names.on(day)
        if day and guess and not names.namesakes.at_one_time(guess, day):
            self._lay_out(layout, names, guess)
        self.names = names
        dates = tuple(d for q in layout if q.kind is not ParagraphKind.TEASER for d in find_dates(q.text))
        self.context.day_year = max((d.year for d in dates if d.year), default=None)
        self.meeting = MeetingReader(self.context, names, dates, posted(layout))
        self.directives = DirectiveReader(self.context, names, source.published)
        self.claims: list[tuple[Paragraph, Claim]] = []
        self.unplaced: list[Unplaced] = []
        self.populations: list[str] = []
        self.focus = Focus(self.context)

    def _lay_out(self, layout: list[Paragraph], names: Gazetteer, guess: str | None) -> None:
        """Finds the mentions of all sentences, and what the whole article tells of itself."""
        self.context = Context(names)
        self.paragraphs: list[tuple[Paragraph, list[tuple[Passage, list[Mention]]]]] = []
        self.finder = MentionFinder(names)
        self.tables = {layout[table.first].start: table for table in tables(layout, names)}
        places = lists.places(layout)
        in_tables = {q.start for table in self.tables.values() for q in layout[table.first : table.last]}
        aims, before, legend = False, "", ""
        in_rows: list[Mention] = []
        for paragraph in layout:
            if paragraph.start in in_tables:
                if paragraph.start in self.tables:
                    in_rows += self.finder.tell_rows(self.tables[paragraph.start])
                    self.paragraphs.append((paragraph, []))
                continue
            if paragraph.kind in _UNREAD:
                continue
            item = bool(ITEM.match(paragraph.text))
            aims, legend = aims and item, legend if item else ""
            read: list[tuple[Passage, list[Mention]]] = []
            place = places.get(paragraph.start)
            for sentence in paragraph.sentences(place.mark if place else 0):
                plain = Line(same_tone_place(sentence.text))
                matches = list(names.find(plain))
                passage = Passage(sentence.text, plain, sentence.start, matches, self.context, names)
                mentions = self.finder.find(plain, matches, passage.persons, planned=aims)
                if place and sentence.start == paragraph.start:
                    mentions = lists.with_place(mentions, plain, place)
                elif ":" in plain:
                    mentions = lists.with_inline_places(mentions, plain, before)
                if not place:
                    mentions = with_bracketed_places(with_told_places(mentions, plain), plain, legend)
                    mentions = with_yearly_ranks(with_places_in_words(mentions, plain), plain, before)
                    mentions = with_pair(mentions, plain, before) if before.endswith("):") else mentions
                read.append((passage, mentions))
            listed = any(mention.word in LISTED for _, found in read for mention in found)
            if "ngoặc" in paragraph.text and paragraph.text.endswith(":"):
                legend = paragraph.text
            if not listed and paragraph.text.strip(".… ") and not is_dated_rank(paragraph.text):
                before = paragraph.text[-_LEAD:]  # Else the lead announces one list more.
            self.paragraphs.append((paragraph, read))
            aims = aims or _opens_aims(paragraph)
        said = [
            (paragraph.kind, passage.plain, passage.matches, passage.persons)
            for paragraph, read in self.paragraphs
            for passage, _ in read
        ]
        named_before = (m for _, read in self.paragraphs for _, mentions in read for m in mentions)
        headed = heads_of(chain(named_before, in_rows))
        if headed:
            self.paragraphs = [
                (paragraph, [(passage, with_heads(mentions, headed)) for passage, mentions in read])
                for paragraph, read in self.paragraphs
            ]
        itself = sum(m.word == "tỉnh" for _, read in self.paragraphs for _, found in read for m in found)
        page = publishing_province(self.source, layout, names)
        self.context.home = home_province(said, itself=itself >= _SPOKEN_OF, page=page) or page
        if self.context.home is None and self.province:
            self.context.home = next(iter(provinces_in(self.province, names)), None)
            self.context.told = self.context.home is not None
        self.context.document_year = document_year(
            (passage.plain, mentions) for _, read in self.paragraphs for passage, mentions in read
        )
        if self.context.document_year is None and guess and _LAST_YEAR.search(self.source.text):
            self.context.document_year = int(guess[:4]) - 1
        self.context.main_index = main_index(self.paragraphs)
        self.context.topic = topic_of(self.paragraphs, self.context)
        if self.context.main_index == PAR_INDEX and ranked_by_reform(self.paragraphs):
            self.context.index = PAR_INDEX
        if self.context.index is None and ranked_by_only_index(self.paragraphs, self.context.main_index):
            self.context.index = self.context.main_index
        named = any(m.kind is Kind.INDEX for _, read in self.paragraphs for _, mentions in read for m in mentions)
        if not named and _RANKED.search(self.source.text[:_HEADING]):
            self.context.index = PAR_INDEX

    def choices(self) -> list[str]:
        """The provinces, by name, that the departments, districts and communes of an article may be of, where it
        reports from none and names few."""
        if self.context.home is not None:
            return []
        names = [n for _, read in self.paragraphs for _, found in read for m in found for n, _, _ in m.names]
        provinces = dict.fromkeys(name.name for name in names if name.kind == "Province")
        local = any(name.kind in LOCAL_KINDS and not name.known for name in names)
        return list(provinces) if local and 1 < len(provinces) <= MOST_CHOICES else []

    def read(self) -> Reading:
        for at, (paragraph, sentences) in enumerate(self.paragraphs):
            self.populations = []
            before = len(self.claims)
            self.focus.open(paragraph, [m for _, found in sentences for m in found])
            for place, (passage, mentions) in enumerate(sentences):
                self._sentence(paragraph, passage, mentions)
                self.focus.told(paragraph, place == 0)
            table = self.tables.get(paragraph.start)
            if table:
                from cchc.loaders.articles.rows import told_by  # Most articles have no table.

                told_there = list(told_by(table, self.source.text, self.context, self.finder, self.names))
                rows = [row for row in told_there if not isinstance(row, Unplaced)]
                self.unplaced.extend(row for row in told_there if isinstance(row, Unplaced))
                # A table is evidence, though its header looks like a heading.
                self.claims.extend((replace(paragraph, kind=ParagraphKind.BODY), claim) for claim in rows)
                self.focus.tabulated(rows)
            told = [claim for _, claim in self.claims[before:]]
            self.claims.extend(headed.members(told, self.paragraphs, at, self.context))
            self.focus.close(paragraph, (claim for _, claim in self.claims[before:]))
        reported = dict.fromkeys(c.edition for _, c in self.claims if isinstance(c, (Observation, Statistic)))
        meeting = self.meeting.result(edition for edition in reported if edition.year == self.context.document_year)
        if meeting:
            self.claims.append((self.paragraphs[0][0], meeting))
        said = [(paragraph, dated(claim, self.names, self.source.published)) for paragraph, claim in self.claims]
        return Reading(self.source, tuple(without_gainsaid(merge(said))), tuple(self.unplaced))

    def _sentence(self, paragraph: Paragraph, passage: Passage, mentions: list[Mention]) -> None:
        context = self.context
        mentions = with_class_told(mentions, context)
        mentions = with_few(passage.plain, with_counts(passage.plain, told_of(passage, mentions)))
        held = states(mentions, passage.text, context)
        for mention, state in zip(mentions, held, strict=True):
            named = mention.kind is Kind.POPULATION and state.population
            if named and state.population not in self.populations:
                self.populations.append(state.population or "")
        statistics: list[Statistic | Observation] = []
        used: set[int] = set()
        if any(m.kind in (Kind.COUNT, Kind.BAND) for m in mentions):
            statistics, used = groups(passage, mentions, held)
        measured, used = observations(passage, mentions, held, used)
        others = indicators(passage, [(mentions[place].start, mentions[place].end) for place in used])

        present = people(passage, context.home)
        body = paragraph.kind is ParagraphKind.BODY
        if body:
            self.meeting.read(passage, mentions, held, present)
        date = self.meeting.meeting.date if self.meeting.meeting else self.source.published
        self.directives.date = date
        directive = self.directives.read(passage, present) if body else None
        found: list[Claim] = [
            *with_supplied([*statistics, *measured], passage), *others, *methods(passage, self.populations),
            *posts_of(passage, present, date), *([directive] if directive else []),
        ]  # fmt: skip
        self.claims.extend((paragraph, claim) for claim in found)
        results = [claim for claim in statistics + measured if isinstance(claim, Observation) or claim.kind == "mean"]
        context.mean_told = bool(results) and not any(isinstance(claim, Observation) for claim in results)
        covered = [(q.start - passage.start, q.end - passage.start) for value in others for q in value.quotes]
        if any(m.kind is Kind.UNIT for m in mentions):
            context.just_named.append(partial(named_in, passage, mentions))
        self.unplaced.extend(left_over(passage, mentions, held, used, covered))
        context.said_before = passage.text
        told_scores = any(isinstance(claim, Observation) and claim.measure.startswith("score") for claim in measured)
        context.scored = told_scores and not others


def _opens_aims(paragraph: Paragraph) -> bool:
    """Whether a paragraph announces a list of aims: a heading, or a line that ends with a colon."""
    heads = paragraph.kind is ParagraphKind.SUBHEADING or paragraph.text.endswith(":")
    return heads and bool(AIMS_FOLLOW.search(paragraph.text))
