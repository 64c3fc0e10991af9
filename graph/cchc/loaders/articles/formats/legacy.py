"""The Vietnamese encodings from before Unicode: TCVN3 (ABC, the fonts named .Vn…), VNI and VISCII.

Their text is found in two places: as the bytes of old text files, and as the letters of Latin-1 in files of any format
that were written with an old font ("Céng hßa x· héi" for "Cộng hòa xã hội"). The tables are those of the library
viparse, which are the same, letter by letter, as those of the C library's iconv (TCVN, VISCII).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.loaders.articles.formats.syllables import MAX_SAMPLE, evidence

ENCODINGS = ("tcvn3", "vni", "viscii")
"""The encodings that are tried, by the library's names."""

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_SMALL = re.compile(r"[a-z]")
# The quotation marks and dashes that Western editors added to the tables that leave these bytes free.
_TYPOGRAPHIC = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def surface(content: bytes) -> str:
    """The bytes as the letters that they would show as in a Western font; each byte gives one character."""
    return content.decode("latin-1")


def restored(text: str) -> tuple[str, str] | None:
    """The NFC text out of its Western surface, and the name of its encoding, if that is certain; else None."""
    ranked = _trials(text[:MAX_SAMPLE])
    if not ranked or not ranked[0].certain:
        return None
    best, *others = ranked
    if any(other.certain and other.text.lower() != best.text.lower() for other in others):
        return None
    return converted(text, best.name), best.name


def suspected(text: str) -> str | None:
    """The name of the encoding that the text most likely is in, where that is not certain enough to convert it."""
    ranked = _trials(text[:MAX_SAMPLE])
    return ranked[0].name.upper() if ranked and ranked[0].valid >= 0.7 else None


def converted(text: str, name: str) -> str:
    """The text out of the letters that an encoding shows as in a Western font, in NFC."""
    from viparse.normalize.encodings import CHARMAPS
    from viparse.normalize.tables import convert

    found = convert(text, CHARMAPS[name])
    if name != "viscii":  # It has letters where the others have typographic marks.
        found = found.translate(_TYPOGRAPHIC)
    return _WORD.sub(_capital, found) if name == "tcvn3" else found


@dataclass(frozen=True, slots=True)
class _Trial:
    name: str
    text: str
    valid: float
    certain: bool


def _trials(text: str) -> list[_Trial]:
    """A conversion with each table, the one with the greatest share of syllables first."""
    found = []
    for name in ENCODINGS:
        trial = converted(text, name)
        seen = evidence(trial)
        if seen.marked:
            found.append(_Trial(name, trial, seen.valid, seen.certain))
    return sorted(found, key=lambda trial: (-trial.valid, trial.name))


def _capital(match: re.Match[str]) -> str:
    """TCVN3 has no capitals with tones: its fonts for capitals draw the small ones so. Words of capitals get them."""
    word = match[0]
    return word.upper() if _CAPITALS.search(word) and not _SMALL.search(word) else word
