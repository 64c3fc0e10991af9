"""The gloss of an English article in the Vietnamese wording of the genre, and what is read from it, told of the English
text.

One reader reads both languages: names, figures and the words between them become those that a Vietnamese text would
use, in place, and every character of the gloss knows where in the article its words stand. What has no meaning for the
reader stays as it is. The gloss is for reading only: quotes and words are those of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, cast

from cchc.claims import Claim, Concept, Directive, Meeting, Quote, Reading, Source, Unplaced
from cchc.loaders.articles.english.aligned import Aligned
from cchc.loaders.articles.english.names import EnglishNames
from cchc.loaders.articles.english.numerals import dates, numbers, ordinals
from cchc.loaders.articles.english.references import filled_places, last_years, ones_of_two
from cchc.loaders.articles.english.wording import rules

_COMMON = ("the", "of", "and", "in", "with", "was", "were", "by", "for", "its", "from")
_A_COMMON_ONE = re.compile(rf"\b(?:{'|'.join(_COMMON)})\b")
_MARKED = re.compile(r"[đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_SENTENCE = re.compile(r"(?:[.!?][\"'”’)]? +|^ *)(?P<first>[a-zà-ỹđ])", re.M)
_SPACE = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_AROUND = " ,;:|\t\n–-"
_LOOKED_AT = 4_000
"""The characters from the start by which the language of an article is told."""


def is_english(text: str) -> bool:
    """Whether an article is in English: its common words outnumber the letters that Vietnamese has and English has
    not, of which every Vietnamese sentence has many."""
    text = text[:_LOOKED_AT].lower()
    marked = len(_MARKED.findall(text))
    # Of a Vietnamese text, these letters alone tell: whole words are looked for where they may outnumber those.
    return sum(map(text.count, _COMMON)) > marked and len(_A_COMMON_ONE.findall(text)) > marked


def _capitals(aligned: Aligned) -> Iterator[tuple[int, int, tuple[str]]]:
    """The first letters of sentences and lines that began with a word that the gloss has not, or has in small letters:
    "It was followed by …", "With 77.3 percent, …"."""
    for match in _SENTENCE.finditer(aligned.text):
        first = match.start("first")
        before = match.start() if match[0][0] in ".!?" else match.start() - 1
        begin = aligned.ends[before] if before >= 0 else 0
        begun = aligned.source[begin : aligned.starts[first] + 1].lstrip(" \n.!?\"'”’)(“")
        if begun[:1].isupper():
            yield first, first + 1, (aligned.text[first].upper(),)


class Gloss:
    """An English text, and its gloss (``text``)."""

    def __init__(self, source: str, names: EnglishNames) -> None:
        self._aligned = aligned = Aligned(source)
        aligned.rewrite((match.start(), match.end(), (" ",)) for match in _SPACE.finditer(source))
        named = names.find(aligned.text)
        told = [*filled_places(aligned.text, named), *ones_of_two(aligned.text, named)]
        aligned.rewrite(sorted([*((start, end, (name,)) for start, end, name in named), *told]))
        aligned.rewrite(last_years(aligned.text))
        for find in (dates, numbers, ordinals):
            aligned.rewrite(find(aligned.text))
        for rule in rules():
            rule.apply(aligned)
        aligned.rewrite(list(_capitals(aligned)))

    @property
    def text(self) -> str:
        return self._aligned.text

    def reading(self, read: Reading, source: Source) -> Reading:
        """What was read from the gloss, as read from the article."""
        return Reading(
            source,
            tuple(self._claim(claim) for claim in read.claims),
            tuple(self._unplaced(left) for left in read.unplaced),
        )

    def quote(self, quote: Quote) -> Quote:
        """The quote of the article that a quote of the gloss stands for, with the rest of its sentence."""
        text = self._aligned.source
        start, end = self._trimmed(*self._aligned.span(quote.start, quote.end))
        first = min(self._aligned.span(quote.start - len(quote.prefix), quote.start)[0], start)
        last = max(self._aligned.span(quote.end, quote.end + len(quote.suffix))[1], end)
        return Quote(start, end, text[start:end], text[first:start].lstrip(), text[end:last].rstrip())

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the article without what separates it from its surroundings."""
        exact = self._aligned.source[start:end]
        begun = exact.lstrip(_AROUND)
        return end - len(begun), end - len(exact) + len(exact.rstrip(_AROUND))

    def _claim(self, claim: Claim) -> Claim:
        if isinstance(claim, (Meeting, Directive)):
            claim = self._in_its_words(claim)
        return cast(Claim, self._told(claim))

    def _unplaced(self, left: Unplaced) -> Unplaced:
        quotes = tuple(self.quote(quote) for quote in left.quotes)
        return Unplaced(quotes[0].exact if quotes else left.text, left.why, quotes)

    def _in_its_words(self, claim: Meeting | Directive) -> Meeting | Directive:
        """A meeting by its name, or a directive by its text, in the words of the article."""
        said = claim.name if isinstance(claim, Meeting) else claim.text
        quote = claim.quotes[0]
        pattern = re.compile(r"\s+".join(map(re.escape, said.split())))
        match = pattern.search(self.text, max(0, quote.start - len(quote.prefix)))
        if not match:
            return claim
        start, end = self._trimmed(*self._aligned.span(*match.span()))
        words = " ".join(self._aligned.source[start:end].split())
        return replace(claim, name=words) if isinstance(claim, Meeting) else replace(claim, text=words)

    def _told(self, value: Any) -> Any:
        """A record with all quotes in it told of the article, and the words that it takes from one."""
        if isinstance(value, Quote):
            return self.quote(value)
        if isinstance(value, tuple):
            return tuple(self._told(item) for item in value)
        if value is None or isinstance(value, (str, int, Decimal, Concept)) or not is_dataclass(value):
            return value
        told = {field.name: self._told(getattr(value, field.name)) for field in fields(value)}
        changed = {name: new for name, new in told.items() if new is not getattr(value, name)}
        return replace(cast(Any, value), **changed) if changed else value
