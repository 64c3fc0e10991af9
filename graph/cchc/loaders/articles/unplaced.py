"""What a sentence says that is no fact: the figures that look like ones of the genre but found no owner, each with the
reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.claims import Unplaced
from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.strangers import told_of_stranger
from cchc.loaders.articles.turns import State

_REPORTED = (Kind.RANK, Kind.CHANGE, Kind.FRACTION, Kind.NUMBER)
"""What is reported where it finds no owner."""
_NO_RESULTS = {"lost": "points-lost", "penalty": "points-lost", "gap": "difference"}
"""What is told beside results, by the word of its mention."""
_BESIDE_THE_MEAN = re.compile(
    r"\s+(?:(?:có|đạt|ở|nằm|xếp|điểm|kết quả|chỉ số|mức)\s+)*(?:dưới|trên|thấp hơn|cao hơn)\s+(?:mức\s+)?"
    r"(?:trung bình|bình quân)\b",
    re.I,
)
"""Behind a number of units: they are counted by how they stand to the mean, which no claim holds."""
_ABOUT = re.compile(r"\b(?:đạt|được|là|còn|lên|ở mức|với|có)\s+(?:mức\s+)?$", re.I)
"""Before a bound: it is told of one, and of no class."""


def left_over(
    passage: Passage, mentions: list[Mention], held: list[State], used: set[int], covered: list[tuple[int, int]]
) -> Iterator[Unplaced]:
    """The figures of a sentence that found no owner.

    :param held: what holds at each mention.
    :param used: the places of the mentions that found one.
    :param covered: from where to where other things are told that figures are part of.
    """
    classed = any(m.kind in (Kind.COUNT, Kind.GRADE) for m in mentions)
    for place, mention in enumerate(mentions):
        why = _NO_RESULTS.get(mention.word) if mention.kind is Kind.IGNORED else None
        bound = mention.kind is Kind.BAND and mention.band and None in (mention.band.lower, mention.band.upper)
        if bound and not classed and preceded(_ABOUT, passage.text, mention.start):
            why = "approximate"
        if why is None and _asks(passage, mentions, place) and place not in used:
            inside = any(s <= mention.start and mention.end <= e for s, e in covered)
            why = None if inside else _why(passage, mentions, place, held[place])
        if why:
            words = passage.text[mention.start : mention.end]
            yield Unplaced(words, why, (passage.quote(mention.start, mention.end),))


def _asks(passage: Passage, mentions: list[Mention], place: int) -> bool:
    """Whether a mention is one of a figure that asks for an owner."""
    mention = mentions[place]
    if mention.unit_of_measure == "times":
        return False
    if mention.kind is Kind.NUMBER:
        return mention.unit_of_measure in ("percent", "points")
    if mention.kind is Kind.COUNT:
        return bool(_BESIDE_THE_MEAN.match(passage.text, mention.end))
    strange = mention.kind in (Kind.GRADE, Kind.SUPERLATIVE) and told_of_stranger(mentions, place, passage.context)
    return strange or mention.kind in _REPORTED


def _why(passage: Passage, mentions: list[Mention], place: int, state: State) -> str:
    context = passage.context
    if mentions[place].kind is Kind.NUMBER and preceded(cp.ROUGHLY, passage.plain, mentions[place].start):
        return "approximate"
    if state.unnamed or state.index is None:
        return "no-index"
    if state.year is None and context.document_year is None:
        return "no-year"
    if not context.unit and not context.home:
        return "no-unit"
    return "unknown-unit" if told_of_stranger(mentions, place, context) else "not-understood"
