"""Numbers of units that go on with a class without a noun of their own: "4/10 xã xếp loại Tốt, 5/10 xếp loại Khá"."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.risen import with_moves

HAS_SO_MANY = re.compile(
    r"\)?\s*(?:\([^()]*\)\s*)?"
    r"(?:(?:đông|nhiều|ít) nhất\s*[,:(]?\s*|(?:chiếm (?:đa số|số đông|phần lớn)|áp đảo)\s*,?\s*)?"
    r"(?:(?:chỉ|còn|cũng|có|gồm|là|với|tới|:)\s*)*",
    re.I,
)
_NO_MORE = re.compile(r"\s*(?:[,;.)]|$|và\b)")
"""Around the number of units of one more class: "nhóm A có 13 tỉnh, nhóm B có 50"."""
_TO_ITS_GRADE = re.compile(r"\s*(?:được\s+|là\s+)?")


def with_counts(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "có 4/10 xã xếp loại Tốt, 5/10 xếp loại Khá": the noun said once counts for what goes on with a grade."""
    found = with_moves(text, mentions)
    noun: Mention | None = None
    for place, mention in enumerate(mentions[:-1]):
        after = mentions[place + 1]
        if mention.kind is Kind.COUNT:
            noun = mention
        elif noun and mention.kind is Kind.BAND and place and after.kind is Kind.NUMBER and _whole(after):
            closed = mention.end + text.startswith(")", mention.end)
            beside = (
                mentions[place - 1].kind is Kind.GRADE and text[mentions[place - 1].end : mention.start].strip() == "("
            )
            if beside and HAS_SO_MANY.fullmatch(text, closed, after.start) and _NO_MORE.match(text, after.end):
                found[place + 1] = replace(after, kind=Kind.COUNT, word=noun.word)
        elif noun and mention.kind is Kind.GRADE and after.kind is Kind.NUMBER and _whole(after):
            if HAS_SO_MANY.fullmatch(text, mention.end, after.start) and _NO_MORE.match(text, after.end):
                found[place + 1] = replace(after, kind=Kind.COUNT, word=noun.word)
        elif noun and after.kind is Kind.GRADE and _TO_ITS_GRADE.fullmatch(text, mention.end, after.start):
            share = mention.kind is Kind.FRACTION and mention.of == noun.of and not mention.word
            if share or (mention.kind is Kind.NUMBER and _whole(mention)):
                found[place] = replace(mention, kind=Kind.COUNT, word=noun.word)
    return found


def _whole(mention: Mention) -> bool:
    """Whether a number has no unit of measure and no decimals."""
    number = mention.number
    return number is not None and mention.unit_of_measure is None and number == number.to_integral_value()
