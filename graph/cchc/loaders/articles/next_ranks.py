"""Ranks of the units that an order goes on with, and of those that share the places after the last one told."""

from __future__ import annotations

from dataclasses import replace

from cchc.claims import Unit
from cchc.loaders.articles.behind import forward
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.order import rank_before, rank_told_last, remember
from cchc.loaders.articles.ranks import LIST_ORDER, add_rank
from cchc.loaders.articles.walk import Walk


def next_in_order(walk: Walk, place: int, mention: Mention) -> None:
    """Ranks the units that continue an order: "kế đến thứ tự lần lượt là các đơn vị: …"."""
    before = walk.mentions[place - 1].end if place else 0
    first, scope = walk.last_rank or 0, walk.scope
    walk.scope = walk.last_scope or (walk.scope if walk.region_opens else None)
    for offset, (unit, _, end) in enumerate(walk.subject.units, 1):
        quote = walk.passage.quote(walk.passage.clause_start(before + 2), end)
        add_rank(walk, place, unit, first + offset, quote, None, (LIST_ORDER,), None, walk.subject)
    walk.last_rank = first + len(walk.subject.units)
    walk.in_order = True
    remember(walk, place, walk.subject.units[-1][0], walk.last_rank)
    walk.scope = scope


def next_places(walk: Walk, place: int, mention: Mention) -> bool:
    """Ranks the units named since the last rank: "A 90,29%, B 90,23% xếp ở 2 vị trí tiếp theo"."""
    named: list[tuple[Unit, int, int]] = []
    for at, earlier in reversed([*enumerate(walk.mentions[:place])]):
        if earlier.kind in (Kind.RANK, Kind.SUPERLATIVE) or at in walk.taken_units:
            break  # "Đứng đầu là A; B đứng kế tiếp"
        if earlier.kind is Kind.UNIT:
            named = [*walk.units_of(earlier), *named]
    # "Dẫn đầu là A với 87,59%; các vị trí tiếp theo thuộc về B, C": those behind, not A once more.
    following = forward(walk, place)
    named = following.units if following else named
    count = int(mention.number or len(named))
    walk.last_rank = walk.last_rank or (rank_before if following else rank_told_last)(walk, place)
    if not walk.last_rank or not named or len(named) != count:
        return False
    behind = next((m for m in walk.mentions[place + 1 :] if m.kind in (Kind.RANK, Kind.UNIT)), None)
    if len(named) == 1 and not following and behind and behind.kind is Kind.RANK:
        return True  # "B theo sau với 80,42% (hạng 9)": B says where it is.
    owner = replace(walk.subject, units=named)
    for offset, (unit, start, end) in enumerate(named, 1):
        quote = walk.passage.quote(min(start, mention.start), max(mention.end, end))
        add_rank(walk, place, unit, walk.last_rank + offset, quote, None, (LIST_ORDER,), None, owner)
    walk.last_rank += count
    walk.in_order = walk.in_order or bool(following)
    return True
