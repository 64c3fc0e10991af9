"""Names of districts without their head noun, which only the talk tells from other names."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.loaders.articles import bare_patterns as bp
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.mentions import Kind, Mention, Name
from cchc.vietnamese import slug
from cchc.vietnamese.names import PERSON

_SYLLABLES = 3
"""Few personal names have fewer."""


def bare_names(text: str) -> Iterator[Mention]:
    """The names in a sentence."""
    for match in bp.BARE_PLACE.finditer(text):
        if bp.WITH_FIGURE.match(text, match.end("name")) or not is_person(text, *match.span("name")):
            yield bare_name(match["head"] or "", *match.span("name"), text)
    behind = bp.BARE_BEHIND.finditer(text) if "đó là" in text or "thuộc về" in text else ()
    for match in (*behind, *(bp.BARE_OWNER.finditer(text) if " của " in text else ())):
        if not is_person(text, *match.span("name")):
            yield bare_name("", *match.span("name"), text)
    for match in bp.BARE_RUN.finditer(text):
        for listed in np.PLACE.finditer(text, match.start("names"), match.end("names")):
            if not is_person(text, *listed.span()):
                yield bare_name("", *listed.span(), text)
    for match in (m for listed in bp.LISTS for m in listed.finditer(text)):
        head = match["head"].casefold() if match["head"].casefold() in np.LOCAL_HEADS else ""
        place = np.PLACE.match(text, match.end())
        while place and not is_person(text, *place.span()):
            yield bare_name(head, *place.span(), text)
            remark = np.ITS_FIGURE.match(text, place.end()) or np.REMARK.match(text, place.end())
            separator = np.LIST_SEPARATOR.match(text, remark.end() if remark else place.end())
            place = np.PLACE.match(text, separator.end()) if separator else None


def is_person(text: str, start: int, end: int) -> bool:
    """Whether three words or more are a personal name; two are a place's: "Hà Quảng", "Mộc Châu"."""
    return len(text[start:end].split()) >= _SYLLABLES and bool(PERSON.fullmatch(text, start, end))


def bare_name(head: str, start: int, end: int, text: str) -> Mention:
    full = " ".join(f"{head.casefold()} {text[start:end]}".split())
    return Mention(Kind.UNIT, start, end, names=((Name("District", full, slug(full)), start, end),), word="bare")
