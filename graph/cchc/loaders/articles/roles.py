"""Units that a sentence names in passing: in an official's post, or as the source of what it tells."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.people import post_spans

_ANNOUNCERS = ("Ministry", "Department")
_WHERE = re.compile(r"\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?", re.I)
_RANKS = (Kind.RANK, Kind.SUPERLATIVE)


def _end_of_name(text: str, mention: Mention, following: Mention | None) -> int:
    """Where the name of a body ends, with the province that says where it is: "Sở Nội vụ tỉnh Cà Mau"."""
    where = (
        following if following and following.kind is Kind.UNIT and following.names[0][0].kind == "Province" else None
    )
    if where and len(where.names) == 1 and _WHERE.fullmatch(text, mention.end, where.start):
        return where.end
    return mention.end


def told_of(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a sentence, of which units named in passing are marked as ignored.

    In "Theo Bộ Nội vụ, …" and "Bộ trưởng Bộ Nội vụ cho biết …" no figure that follows is the ministry's.
    """
    places = [i for i, m in enumerate(mentions) if m.kind is Kind.UNIT and m.names[0][0].kind in _ANNOUNCERS]
    if not places:
        return mentions
    text = passage.plain
    spans = post_spans(passage)
    found = list(mentions)
    for place in places:
        mention = mentions[place]
        in_post = any(start <= mention.start and mention.start < end for start, end in spans)
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        # "khối sở do Sở Tài chính dẫn đầu": it has the rank.
        leads = following is not None and following.kind in _RANKS and not text[mention.end : following.start].strip()
        source = not leads and preceded(np.SOURCE_BEFORE, text, mention.start)
        source = source or bool(np.ANNOUNCES.match(text, _end_of_name(text, mention, following)))
        if in_post or (source and len(mention.names) == 1):
            found[place] = replace(mention, kind=Kind.IGNORED, word="role")
    return found
