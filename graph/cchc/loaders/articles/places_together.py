"""Places that stand together before or behind all the units that have them, where each unit has its score: "A 84,6
điểm, B 83,9 điểm lần lượt đứng đầu và thứ hai"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.name_patterns import LIST_SEPARATOR
from cchc.loaders.articles.patterns import spaced
from cchc.vietnamese.scanning import Line

_FEWEST = 2
_TURN = spaced(r"\b(?:lần lượt|theo thứ tự)(?: (?:giữ|đứng|xếp|ở|về|chiếm|các|vị trí|hạng|thứ))*(?= |$)", re.I)
_TURN_AHEAD = re.compile(
    r"[^.;:()\d]{0,40}?\b(?:lần lượt|theo thứ tự|tương ứng)\s+(?:là|thuộc về|gọi tên|của|dành cho)\s*:?\s*", re.I
)
_NEXT_RANK = re.compile(r"\)?\s*(?:,|;|và|,\s*và|rồi)?\s*(?:(?:thứ|hạng|vị trí)\s+)?", re.I)


def told_behind(mentions: list[Mention], text: Line) -> list[Mention]:
    """With the ranks of units that follow them all, where each unit has its score: "A 84,6 điểm, B 83,9 điểm, C 83,1
    điểm lần lượt đứng đầu, thứ hai và thứ ba"."""
    turn = _TURN.search(text)
    if turn is None:
        return mentions
    run = [i for i, m in enumerate(mentions) if m.start > turn.start() and _place_in_words(m)]
    while run and any(not _NEXT_RANK.fullmatch(text, mentions[a].end, mentions[b].start) for a, b in pairwise(run)):
        run.pop()
    if len(run) < _FEWEST or any(b - a != 1 for a, b in pairwise(run)):
        return mentions
    told = mentions[: run[0]][-2 * len(run) :]
    units, scores = told[::2], told[1::2]
    more = mentions[run[0] - len(told) - 1] if run[0] > len(told) else None
    if more and more.kind is Kind.NUMBER and told and _NEXT_RANK.fullmatch(text, more.end, told[0].start):
        return mentions  # Units that no place is told of.
    if len(units) != len(run) or any(m.kind is not Kind.UNIT or len(m.names) > 1 for m in units):
        return mentions
    if any(m.kind is not Kind.NUMBER for m in scores) or not _NEXT_RANK.fullmatch(text, scores[-1].end, turn.start()):
        return mentions
    found: list[Mention] = []
    of = mentions[run[-1]].of
    for place, mention in enumerate(mentions):
        if any(mention is unit for unit in units):
            at = next(i for i, unit in enumerate(units) if mention is unit)
            rank = mentions[run[at]]
            found.append(
                Mention(
                    Kind.RANK,
                    max(0, mention.start - 1),
                    mention.start,
                    rank.number or Decimal(1),
                    rank.of or of,
                    word="item",
                )
            )
        if place not in run:
            found.append(mention)
    return found


def told_ahead(mentions: list[Mention], text: Line) -> list[Mention]:
    """With the ranks of units that stand before them all, where each unit has its score: "Các hạng 1, 2, 3 lần lượt
    thuộc về A 91,7 điểm, B 90,3 điểm, C 89,8 điểm"."""
    run = [i for i, m in enumerate(mentions) if _place_in_words(m)]
    while run and any(not _NEXT_RANK.fullmatch(text, mentions[a].end, mentions[b].start) for a, b in pairwise(run)):
        run.pop()
    if len(run) < _FEWEST or run[-1] - run[0] != len(run) - 1:
        return mentions
    told = [m for m in mentions[run[-1] + 1 :] if m.kind is not Kind.POPULATION]
    units, scores = told[: 2 * len(run) : 2], told[1 : 2 * len(run) : 2]
    if len(scores) != len(run) or any(m.kind is not Kind.UNIT or len(m.names) > 1 for m in units):
        return mentions
    if any(m.kind is not Kind.NUMBER for m in scores) or not _TURN_AHEAD.fullmatch(
        text, mentions[run[-1]].end, units[0].start
    ):
        return mentions
    if any(not LIST_SEPARATOR.fullmatch(text, a.end, b.start) for a, b in zip(scores, units[1:], strict=False)):
        return mentions
    rank_of = {id(unit): mentions[place] for unit, place in zip(units, run, strict=True)}
    found: list[Mention] = []
    for place, mention in enumerate(mentions):
        rank = rank_of.get(id(mention))
        if rank:
            number = rank.number or Decimal(1)
            found.append(Mention(Kind.RANK, mention.start - 1, mention.start, number, rank.of, word="item"))
        if place not in run:
            found.append(mention)
    return found


def _place_in_words(mention: Mention) -> bool:
    """Whether a mention is a rank, or the first place."""
    return mention.kind is Kind.RANK or (mention.kind is Kind.SUPERLATIVE and mention.word == "first")
