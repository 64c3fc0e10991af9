"""Where a text mentions things: the spans of the first step of reading, for a person to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.loaders.articles.context import Context
from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.document import paragraphs
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.finder import MentionFinder
from cchc.loaders.articles.gazetteer import Gazetteer, gazetteer
from cchc.loaders.articles.mentions import Kind
from cchc.vietnamese import same_tone_place
from cchc.vietnamese.scanning import Line

_SHOWN = {
    Kind.UNIT: "unit", Kind.SELF: "unit", Kind.REGION: "unit", Kind.CLASS: "unit", Kind.POPULATION: "unit",
    Kind.INDEX: "index", Kind.COMPONENT: "index", Kind.YEAR: "time", Kind.YEARS: "time", Kind.PERIOD: "time",
    Kind.DATE: "time", Kind.RANK: "figure", Kind.SUPERLATIVE: "figure", Kind.FRACTION: "figure", Kind.CHANGE: "figure",
    Kind.COUNT: "figure", Kind.NUMBER: "figure", Kind.GRADE: "figure", Kind.BAND: "figure",
}  # fmt: skip
UNREAD = (ParagraphKind.FURNITURE, ParagraphKind.TEASER)
"""The kinds of paragraphs that are not read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: ``kind`` is unit, index, time or figure; offsets are code points of the text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text; ``kind`` as the reader took it (title, body, subheading, caption, furniture, teaser)."""

    start: int
    end: int
    kind: str
    read: bool


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text, in order."""
    return [Block(p.start, p.end, p.kind.value, p.kind not in UNREAD) for p in paragraphs(text)]


def marks(text: str, names: Gazetteer | None = None) -> list[Mark]:
    """The mentions in what is read of a text, in order, not overlapping."""
    return list(_marks(text, names or gazetteer()))


def _marks(text: str, names: Gazetteer) -> Iterator[Mark]:
    finder, context = MentionFinder(names), Context(names)
    for paragraph in paragraphs(text):
        if paragraph.kind in UNREAD:
            continue
        for sentence in paragraph.sentences():
            plain = Line(same_tone_place(sentence.text))
            matches = list(names.find(plain))
            passage = Passage(sentence.text, plain, sentence.start, matches, context, names)
            for mention in finder.find(plain, matches, passage.persons):
                if mention.kind in _SHOWN:
                    yield Mark(sentence.start + mention.start, sentence.start + mention.end, _SHOWN[mention.kind])
