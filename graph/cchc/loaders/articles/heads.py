"""The head nouns of districts that a text names without them, where it names them with theirs elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.mentions import Kind, Mention, Name


def with_heads(mentions: list[Mention], named: dict[str, Name]) -> list[Mention]:
    """The mentions, of which districts named without their head noun are the ones that the article names with it."""
    return [
        replace(
            m, names=tuple((named.get(name.name, name), start, end) for name, start, end in m.names),
            word="" if all(name.name in named for name, _, _ in m.names) else m.word,
        )
        if m.kind is Kind.UNIT and m.word == "bare" else m
        for m in mentions
    ]  # fmt: skip


def heads_of(mentions: Iterable[Mention]) -> dict[str, Name]:
    """The districts that mentions name with their head noun, by their names without it."""
    found: dict[str, Name] = {}
    for mention in mentions:
        for name, _, _ in mention.names if mention.kind is Kind.UNIT else ():
            head = head_of(name) if name.kind == "District" else None
            bare = name.name[len(head) + 1 :] if head else ""
            if bare:
                found.setdefault(bare, name)
    return found


def head_of(name: Name) -> str | None:
    """The head noun that a local unit's name begins with."""
    return next((head for head in np.LOCAL_HEADS if name.name.startswith(head + " ")), None)
