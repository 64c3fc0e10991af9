"""Places that a sentence gives one unit after the other in a word each: "Hải Phòng nhất, Quảng Ninh nhì, Huế ba"."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc.loaders.articles.mentions import Kind, Mention
from cchc.vietnamese.numbers import parse_ordinal

_PLACE = re.compile(
    r"\s+(?P<place>nhất|nhì|ba|tư|năm)(?=\s*(?:[,;)]|\.(?!\d)|$|\((?:\d{1,3}[.,]\d|\d{2,3}\s*(?:%|điểm)|đạt|được|với))"
    r"|\s+(?:với|đạt|được)\s+\d|\s+(?:và|rồi|còn)\s)"
)


def with_places_in_words(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions of a sentence, with a rank behind each unit that has one in a word. They count on from the first,
    or from one that is said to be: "Sở Tài chính cao nhất (94,1%), Sở Nội vụ nhì (93,2%)"."""
    if " nhì" not in text:
        return mentions
    found: list[Mention] = []
    told = 0
    ranked = False
    for at, mention in enumerate(mentions):
        found.append(mention)
        best = mention.kind is Kind.SUPERLATIVE and mention.word in ("first", "highest")
        if best or (mention.kind is Kind.RANK and mention.number == 1):
            told = 1
        place = _PLACE.match(text, mention.end) if mention.kind is Kind.UNIT and len(mention.names) == 1 else None
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        if place is None or (following and following.start < place.end()):
            continue
        rank = parse_ordinal(place["place"])
        if rank != told + 1 or (rank == 1 and not _second_follows(mentions[at + 1 :], text)):
            continue
        told, ranked = rank, True
        found.append(Mention(Kind.RANK, *place.span("place"), Decimal(rank)))
    return found if ranked else mentions


def _second_follows(mentions: list[Mention], text: str) -> bool:
    """Whether the next unit is said to be the second."""
    following = next((m for m in mentions if m.kind is Kind.UNIT), None)
    place = _PLACE.match(text, following.end) if following else None
    return place is not None and place["place"] == "nhì"
