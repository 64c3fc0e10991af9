"""The rules of ``wording.txt``: patterns of English, and the Vietnamese words that mean the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cchc.loaders.articles.english.aligned import Aligned, Piece
from cchc.vietnamese.scanning import Pattern

_DEFINES = re.compile(r"([A-Z_]+) := (.*)")
_NAMED = re.compile(r"\{([A-Z_]+)\}")
_GROUPS = re.compile(r"\\(\d)")
_OPTIONAL = re.compile(r"(<[^<>]*>)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what is put in its place: parts, each of words and numbers of groups, and whether the part is left
    out where its group is not there."""

    pattern: Pattern
    parts: tuple[tuple[tuple[str | int, ...], bool], ...]

    def apply(self, text: Aligned) -> None:
        """Rewrites all that matches."""
        found = list(self.pattern.finditer(text.text))
        if found:
            text.rewrite((m.start(), m.end(), tuple(self._pieces(m))) for m in found)

    def _pieces(self, match: re.Match[str]) -> list[Piece]:
        found: list[Piece] = []
        for part, optional in self.parts:
            groups = [piece for piece in part if isinstance(piece, int)]
            if optional and any(match[group] is None for group in groups):
                continue
            found += [
                match.span(p) if isinstance(p, int) else p for p in part if isinstance(p, str) or match[p] is not None
            ]
        return found


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, in the order in which they apply."""
    defined: dict[str, str] = {}
    found: list[Rule] = []
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        definition = _DEFINES.fullmatch(line)
        if definition:
            defined[definition[1]] = _expanded(definition[2], defined)
            continue
        pattern, _, words = line.partition(" =>")
        found.append(Rule(Pattern(_expanded(pattern, defined), re.I | re.M), _parts(words.removeprefix(" "))))
    return tuple(found)


def _expanded(pattern: str, defined: dict[str, str]) -> str:
    return _NAMED.sub(lambda match: defined[match[1]], pattern)


def _parts(words: str) -> tuple[tuple[tuple[str | int, ...], bool], ...]:
    parts = []
    for part in filter(None, _OPTIONAL.split(words)):
        optional = part.startswith("<")
        pieces = _GROUPS.split(part.strip("<>") if optional else part)
        parts.append((tuple(int(p) if i % 2 else p for i, p in enumerate(pieces) if p), optional))
    return tuple(parts)
