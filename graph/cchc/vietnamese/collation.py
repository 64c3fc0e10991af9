"""The order of Vietnamese words: letters first (a ă â b c d đ e ê …), then tones (level, grave, hook, tilde, acute,
dot).

The source of the order is the Unicode CLDR collation for ``vi``.
"""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_KEY = dict(zip(_LETTERS, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", strict=True))
_TONE_KEY = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(text: str) -> str:
    """An ASCII string whose code point order is the Vietnamese order of the texts.

    >>> sorted(["Yên Bái", "Đà Nẵng", "Điện Biên", "Cần Thơ", "Cà Mau"], key=sort_key)
    ['Cà Mau', 'Cần Thơ', 'Đà Nẵng', 'Điện Biên', 'Yên Bái']
    """
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFC", text).lower():
        base = unicodedata.normalize("NFD", character)
        tone = next((c for c in base if c in _TONE_KEY), None)
        letter = unicodedata.normalize("NFC", base.replace(tone, "")) if tone else character
        if letter in _LETTER_KEY:
            letters.append(_LETTER_KEY[letter])
            tones.append(_TONE_KEY[tone] if tone else "0")
        elif character.isdigit():
            letters.append(character)
        elif letters and letters[-1] != "-":
            letters.append("-")
    return "".join(letters).strip("-") + "!" + "".join(tones)
