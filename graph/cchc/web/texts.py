"""Words of pages in both languages, and text made safe to show."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")

Words = dict[str, dict[str, Any]]


@cache
def words(page: str) -> dict[str, Words]:
    """The words of a page, by section and name, each with ``vi`` and ``en``."""
    return tomllib.loads((Path(__file__).parent / f"{page}.toml").read_text("utf-8"))


def both(said: dict[str, Any]) -> str:
    """A word in both languages; the page shows one of them."""
    return "".join(f'<span class="{lang}" lang="{lang}">{escape(str(said[lang]))}</span>' for lang in LANGUAGES)


def attributes(said: dict[str, Any]) -> str:
    """A word in both languages as attributes, for what can hold no markup (options, labels of buttons)."""
    return " ".join(f'data-{lang}="{escape(str(said[lang]))}"' for lang in LANGUAGES)


def visible(text: str) -> str:
    """Text as markup. Characters without a shape, or that steer the direction of others, are shown by number."""
    return "".join(
        f'<span class="ctl">U+{ord(character):04X}</span>' if steers(character) else escape(character)
        for character in text
    )


def plain(text: str) -> str:
    """Text for where no markup can stand, such as a window's title; steering characters are left out."""
    return escape("".join(character for character in text if not steers(character)))


def steers(character: str) -> bool:
    """Whether a character has no shape and may change how others show: controls, marks of direction, surrogates."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") and character not in "\t\n\r\u00ad"
