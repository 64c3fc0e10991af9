"""Lists in which the place of an item is a rank: "Mười địa phương cao nhất: 1. … 2. …".

Only a lead that speaks of an order makes places ranks; and never against the scores that the items tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.document import Paragraph
from cchc.loaders.articles.mentions import Kind, Mention, amount_of
from cchc.vietnamese import same_tone_place
from cchc.vietnamese.numbers import DIGITS

_NUMBERED = re.compile(r"(?:hạng\s+|thứ\s+)?(?P<number>\d{1,3})\s*[.)/:–-]\s*(?=[^\W\d])", re.I)
_BULLETED = re.compile(r"[-+•*–]\s*(?=[^\W\d])")
_BEST = re.compile(
    r"\b(?:cao nhất|dẫn đầu|đứng đầu|đầu bảng|đầu danh sách|tốp|top|hạng đầu|vị trí đầu|từ cao (?:đến|xuống) thấp"
    r"|xếp hạng|thứ hạng|xếp thứ|vị thứ)\b",
    re.I,
)
_WORST = re.compile(r"\b(?:thấp nhất|cuối|chót|từ thấp (?:đến|lên) cao)\b", re.I)
_IN_ORDER = re.compile(r"\b(?:lần lượt|(?:theo|xếp) thứ tự)\b", re.I)
_FIGURE = re.compile(rf"{DIGITS}(?=\s*(?:%|điểm|\)|$))")
_HEAD = re.compile(r"[\s:]*(?:(?:tỉnh|thành phố|TP\.?|UBND)\s*)*", re.I)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Place:
    """The rank that the place of an item tells, and how long the mark before the item is."""

    rank: int
    mark: int


def places(layout: list[Paragraph]) -> dict[int, Place]:
    """The places of the items of ranked lists, by the start of each item's paragraph."""
    found: dict[int, Place] = {}
    first = 0
    while first < len(layout):
        marks = _run(layout, first)
        if len(marks) >= _FEWEST and first:
            items = layout[first : first + len(marks)]
            ranks = _ranks(same_tone_place(layout[first - 1].text), marks)
            if ranks and _fall(items, marks):
                for item, mark, rank in zip(items, marks, ranks, strict=True):
                    found[item.start] = Place(rank, mark.end())
        first += max(len(marks), 1)
    return found


def _run(layout: list[Paragraph], first: int) -> list[re.Match[str]]:
    """The marks of the items from a paragraph on: numbers that go up by one, or bullets."""
    marks: list[re.Match[str]] = []
    for paragraph in layout[first:]:
        mark = _NUMBERED.match(paragraph.text) or _BULLETED.match(paragraph.text)
        if mark is None or paragraph.kind is ParagraphKind.TEASER:
            break
        if marks and _number(mark) != (_number(marks[-1]) + 1 if _number(marks[-1]) else 0):
            break
        marks.append(mark)
    return marks


def _number(mark: re.Match[str]) -> int:
    return int(mark["number"]) if mark.re is _NUMBERED else 0


def _ranks(lead: str, marks: list[re.Match[str]]) -> list[int]:
    """The ranks that a lead gives the items that it announces; none if it speaks of no order."""
    numbers = [_number(mark) for mark in marks]
    if numbers[0] > 1 and (_BEST.search(lead) or _WORST.search(lead)):
        return numbers
    if _WORST.search(lead) or not _BEST.search(lead):
        return []
    if numbers[0] == 1:
        return numbers
    return list(range(1, len(marks) + 1)) if numbers[0] == 0 and _IN_ORDER.search(lead) else []


def _fall(items: list[Paragraph], marks: list[re.Match[str]]) -> bool:
    """Whether no item tells a higher score than the one before it."""
    scores: list[Decimal] = []
    for item, mark in zip(items, marks, strict=True):
        figure = _FIGURE.search(item.text, mark.end())
        score = amount_of(figure[0]) if figure else None
        if score is not None:
            scores.append(score)
    return all(before >= after for before, after in pairwise(scores))


def with_place(mentions: list[Mention], text: str, place: Place) -> list[Mention]:
    """The mentions of an item, with the rank that its place gives the unit that it begins with, if it does."""
    said = [mention for mention in mentions if mention.end > place.mark]
    first = said[0] if said else None
    if first is None or first.kind is not Kind.UNIT or len(first.names) != 1:
        return mentions
    if any(mention.kind is Kind.RANK for mention in said) or not _HEAD.fullmatch(text, place.mark, first.start):
        return mentions
    bare = [replace(first, word="")] if first.word == "bare" else [first]
    return [Mention(Kind.RANK, 0, place.mark, Decimal(place.rank), word="item"), *bare, *said[1:]]
