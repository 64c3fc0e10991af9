"""How Vietnamese a text is: the share of its words with diacritics that are possible Vietnamese syllables.

Written Vietnamese is made of syllables of a narrow form (an onset, a vowel group, a final consonant, one tone). A text
decoded with the wrong table still has words with diacritics, but hardly one of them has that form. The form is after
Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977), in the spelling of the quốc ngữ.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
# Stopped syllables (ending in c, ch, p, t) carry only the acute tone or the dot below.
_NOT_STOPPED = re.compile("[\u0300\u0303\u0309]")
_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|gi|kh?|ch?|nh?|ph?|qu|th?|tr|[bdđhlmrsvx])?"
    r"(?:uyê|uya|uyu|oai|oao|oay|oeo|uây|uôi|iêu|yêu|ươi|ươu|oa|oă|oe|oo|uâ|uê|uô|uơ|uy|ua|iê|yê|ia|ươ|ưa|ưi|ưu"
    r"|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|[aăâeêioôơuưy])"
    r"(c|ch|p|t|m|n|ng|nh)?"
)
MAX_SAMPLE = 200_000
"""How many characters of a text are looked at: more would not change the verdict."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """``marked``: how many words have letters beyond ASCII; ``words``: of how many; ``valid``: the share of the marked
    ones that are possible Vietnamese syllables."""

    marked: int
    words: int
    valid: float

    @property
    def certain(self) -> bool:
        """Whether this is Vietnamese beyond doubt: enough words with diacritics, and nearly all of them syllables."""
        return self.marked >= 8 and self.marked >= 0.2 * self.words and self.valid >= 0.9

    @property
    def doubtful(self) -> bool:
        """Whether there are many words with diacritics, and most of them no syllables of Vietnamese."""
        return self.marked >= 8 and self.valid < 0.5


def evidence(text: str) -> Evidence:
    """How Vietnamese the NFC text is.

    >>> evidence("Thành phố Đà Nẵng dẫn đầu cả nước").certain
    True
    >>> evidence("Thµnh phè §µ N½ng dÉn ®Çu c¶ n­íc").certain
    False
    """
    words = _WORD.findall(text[:MAX_SAMPLE])
    # Abbreviations of two or three capitals ("QĐ", "BCĐ", "TƯ") are no syllables in any encoding.
    marked = [word for word in words if not word.isascii() and not (len(word) < 4 and word.isupper())]
    valid = sum(map(is_syllable, marked))
    return Evidence(len(marked), len(words), valid / len(marked) if marked else 1.0)


def is_syllable(word: str) -> bool:
    """Whether a word in NFC is a possible Vietnamese syllable."""
    lower = word.lower()
    if lower.isascii():
        tones, bare = "", lower
    else:
        apart = unicodedata.normalize("NFD", lower)
        tones = "".join(_TONE.findall(apart))
        bare = unicodedata.normalize("NFC", _TONE.sub("", apart))
    match = _SYLLABLE.fullmatch(bare)
    if match is None or len(tones) > 1:
        return False
    return not (match[1] in ("c", "ch", "p", "t") and _NOT_STOPPED.search(tones))
