"""Lists in which the place of an item is a rank: "Mười địa phương cao nhất: 1. … 2. …".

Only a lead that speaks of an order makes places ranks; and never against the scores that the items tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.document import BULLETS, Paragraph
from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.mentions import LISTED, Kind, Mention, amount_of
from cchc.vietnamese import same_tone_place
from cchc.vietnamese.numbers import DIGITS

_NUMBERED = re.compile(
    r"(?:hạng\s+|thứ\s+)?(?P<number>\d{1,3})(?:\s*[.)/:–-]\s*(?=[^\W\d])"
    r"|\s+(?=(?-i:[A-ZĐ])[^\d.;:]{2,80}\s\d{2,3}[.,]\d{1,4}\s*(?:%|điểm)?\s*$))",
    re.I,
)
"""The mark of an item; a number alone is one where the line is a name and a score: "1 Hải Phòng 96,17"."""
_INLINE = re.compile(
    r"(?:^|[:;,.]\s*|\s)(?P<mark>\(?(?P<number>\d{1,2})[.)])\s+"
    r"(?=[A-ZĐÀ-Ỹ]|(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|sở)\s+[A-ZĐÀ-Ỹ])"
)
_BULLETED = re.compile(rf"[{re.escape(BULLETS)}]\s*(?=[^\W\d])")
_UNMARKED = re.compile(
    r"(?=(?-i:[A-ZĐ])[^\d.;:]{2,80}\s*[:–-]?\s*\d{2,3}[.,]\d{1,4}\s*(?:%|điểm)?\s*"
    r"(?:[,;–-]?\s*\(?\s*(?:hạng|thứ)?\s*\d{1,3}/\d{1,3}[\d/()\s]*)?[.;]?\s*$)",
    re.I,
)
"""Before an item that is a name and a score, perhaps with a place, on a line of its own."""
_BEST = re.compile(
    r"\b(?:cao nhất|(?:cao|nhiều) điểm nhất"
    r"|dẫn đầu|đứng đầu|đầu bảng|đầu danh sách|tốp|top|hạng đầu|vị trí đầu|từ cao (?:đến|xuống) thấp"
    r"|từ (?:hạng|vị trí|thứ) (?:nhất|đầu|1)|xếp hạng|thứ hạng|xếp thứ|vị thứ)\b",
    re.I,
)
_WORST = re.compile(r"\b(?:thấp nhất|cuối|chót|từ thấp (?:đến|lên) cao)\b", re.I)
_IN_REGION = re.compile(
    r"\b(?:hạng|thứ|thứ tự|thấp|lượt)(?:\s+(?:đến|tới|cuối|nhất|chót|hạng|thứ|\d{1,2})){0,5}\s+(?:trong|của)\s+"
    r"(?:toàn\s+)?(?:vùng|khu vực)(?=\s*(?:[(:,;]|này\b|$))",
    re.I,
)
"""In a lead: the places are those in the region talked about."""
_TO_THE_LAST = re.compile(r"\b(?:đến|tới)\s+(?:(?:hạng|thứ)\s+)*(?:(?P<last>\d{1,2})|cuối|chót)", re.I)
"""In it: down to which place the list goes."""
_IN_ORDER = re.compile(r"\b(?:lần lượt|(?:theo|xếp) thứ tự|từ trên xuống)\b", re.I)
_FIGURE = re.compile(rf"{DIGITS}(?=\s*(?:%|điểm|\)|$))|\d{{2,3}}[.,]\d{{1,2}}(?=\s*[;(]|[.,](?:\s|$))")
_HEAD = re.compile(r"[\s:]*(?:(?:tỉnh|thành phố|TP\.?|UBND)\s*)*", re.I)
_MARKS = (_NUMBERED, _BULLETED, _UNMARKED)
_FEWEST = 2
_MANY = 5
"""Scores of so many items fall by chance once in a hundred lists."""
_CLASSED = re.compile(r"\b(?:nhóm|loại|mức|thấp nhất|cuối|tiêu chí|nội dung|lĩnh vực|thành phần|trục)\b", re.I)
"""In a lead: the items are of one class of units, or parts of an index."""


@dataclass(frozen=True, slots=True)
class Place:
    """The rank that the place of an item tells, how long the mark before the item is, whether the rank is one in the
    region that the article tells of, and of how many, where the list is one of all of them."""

    rank: int
    mark: int
    inside: bool = False
    of: int | None = None


def places(layout: list[Paragraph]) -> dict[int, Place]:
    """The places of the items of ranked lists, by the start of each item's paragraph."""
    found: dict[int, Place] = {}
    first = 0
    while first < len(layout):
        marks = _run(layout, first)
        if len(marks) >= _FEWEST and first:
            items = layout[first : first + len(marks)]
            ranks = _ranks(same_tone_place(layout[first - 1].text), marks)
            scores = [score_in(item.text, mark.end(), len(item.text)) for item, mark in zip(items, marks, strict=True)]
            told = [score for score in scores if score is not None]
            if not ranks and _are_places(same_tone_place(layout[first - 1].text), marks, told):
                ranks = [_number(mark) for mark in marks]
            if ranks and fall(told if ranks[0] < ranks[-1] else told[::-1]):
                lead = same_tone_place(layout[first - 1].text)
                region = _IN_REGION.search(lead, lead.rfind(". ") + 1)
                inside = region is not None
                last = _TO_THE_LAST.search(region[0]) if region else None
                whole = last is not None and last["last"] in (str(len(items)), None)
                for item, mark, rank in zip(items, marks, ranks, strict=True):
                    found[item.start] = Place(rank, mark.end(), inside, len(items) if whole else None)
        first += max(len(marks), 1)
    return found


def _are_places(lead: str, marks: list[re.Match[str]], scores: list[Decimal]) -> bool:
    """Whether the numbers of a list are places whatever its lead says: each item has a score, no higher one than the
    item before, and they are many, or the numbers leave some out."""
    numbers = [_number(mark) for mark in marks]
    if len(scores) != len(marks) or len(set(scores)) < min(len(scores), _MANY - 1) or scores[0] <= scores[-1]:
        return False
    if _CLASSED.search(lead, lead.rfind(". ") + 1) or numbers[0] < 1 or numbers[0] > numbers[-1]:
        return False
    jumps = numbers[-1] - numbers[0] >= len(numbers)
    return len(numbers) >= (_FEWEST + 1 if jumps else _MANY)


def _run(layout: list[Paragraph], first: int) -> list[re.Match[str]]:
    """The marks of the items from a paragraph on: numbers that go up (or, from the last place, down) by one, bullets,
    or nothing before names with scores."""
    marks: list[re.Match[str]] = []
    for place in range(first, len(layout)):
        paragraph = layout[place]
        mark = next((m for kind in _MARKS if (m := kind.match(paragraph.text))), None)
        if mark is None or paragraph.kind is ParagraphKind.TEASER or (marks and mark.re is not marks[0].re):
            break
        step = _number(mark) - _number(marks[-1]) if marks else 0
        if len(marks) > 1 and (step > 0) != (_number(marks[1]) > _number(marks[0])):
            break
        # Places of some of the units go up by more: "1. …", "2. …", "17. …"
        if marks and not (step > 0 or step == -1 if _number(marks[-1]) and _number(mark) else step == 0):
            break
        marks.append(mark)
    return marks


def _number(mark: re.Match[str]) -> int:
    return int(mark["number"]) if mark.re is _NUMBERED else 0


def _ranks(lead: str, marks: list[re.Match[str]]) -> list[int]:
    """The ranks that a lead gives the items that it announces; none if it speaks of no order."""
    numbers = [_number(mark) for mark in marks]
    if numbers[0] > numbers[-1] and numbers[0]:
        # "63. …", "62. …"; but "3. …", "2. …", "1. …" may be the places of anything.
        return numbers if _WORST.search(lead) and numbers[-1] > 1 else []
    if numbers[0] > 1 and (_BEST.search(lead) or _WORST.search(lead)):
        return numbers
    if _WORST.search(lead) or not _BEST.search(lead):
        return []
    if numbers[0] == 1:
        return numbers
    return list(range(1, len(marks) + 1)) if numbers[0] == 0 and _IN_ORDER.search(lead) else []


def fall(scores: list[Decimal]) -> bool:
    """Whether no item tells a higher score than the one before it."""
    return all(before >= after for before, after in pairwise(scores))


def score_in(text: str, start: int, end: int) -> Decimal | None:
    """The first figure of an item."""
    figure = _FIGURE.search(text, start, end)
    return amount_of(figure[0]) if figure else None


def with_inline_places(mentions: list[Mention], text: str, before: str) -> list[Mention]:
    """The mentions of a sentence, with the ranks that the numbers of a list inside it tell: "xếp hạng như sau: (1) Sở
    Nội vụ: 95,16 điểm; (2) Sở Tư pháp: 94,7 điểm". ``before`` is the text before the sentence."""
    marks = list(_INLINE.finditer(text))
    numbers = [int(mark["number"]) for mark in marks]
    if len(marks) < _FEWEST or any(after != number + 1 for number, after in pairwise(numbers)):
        return mentions
    lead = f"{before} {text[: marks[0].start()]}"
    if (_WORST.search(lead) and numbers[0] == 1) or not (_BEST.search(lead) or _WORST.search(lead)):
        return mentions
    edges = [*(mark.end() for mark in marks), len(text)]
    scores = [score_in(text, *edge) for edge in pairwise(edges)]
    if not fall([score for score in scores if score is not None]):
        return mentions
    found = list(mentions)
    for mark, number in zip(marks, numbers, strict=True):
        place = next((i for i, m in enumerate(found) if m.start >= mark.end()), None)
        first = found[place] if place is not None else None
        if place is None or first is None or first.kind is not Kind.UNIT or len(first.names) != 1:
            continue
        if _HEAD.fullmatch(text, mark.end(), first.start):
            start, end = mark.span("mark")
            found = [m for m in found[:place] if m.end <= start] + [
                Mention(Kind.RANK, start, end, Decimal(number), word="item"), *found[place:]
            ]  # fmt: skip
    return found


def with_place(mentions: list[Mention], text: str, place: Place) -> list[Mention]:
    """The mentions of an item, with the rank that its place gives the unit that it begins with, if it does."""
    said = [mention for mention in mentions if mention.end > place.mark]
    first = said[0] if said else None
    if first is None or first.kind is not Kind.UNIT or len(first.names) != 1:
        return mentions
    ranked = (Kind.RANK,) if place.inside else (Kind.RANK, Kind.FRACTION)
    if any(mention.kind in ranked for mention in said) or not _HEAD.fullmatch(text, place.mark, first.start):
        return mentions
    bare = [replace(first, word="")] if first.word == "bare" else [first]
    word = LISTED[place.inside]
    among = Decimal(place.of) if place.of else None
    return [Mention(Kind.RANK, 0, place.mark, Decimal(place.rank), among, word=word), *bare, *said[1:]]
