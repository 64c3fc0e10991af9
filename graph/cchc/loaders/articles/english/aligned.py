"""A text that is rewritten step by step, with the place in its source that each of its characters stands for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import pairwise

from cchc.vietnamese.scanning import Lines

Piece = str | tuple[int, int]
"""A part of what is put in place of a stretch: words, or the (start, end) of what is kept of it."""


class Aligned:
    """A text made from ``source``; ``starts`` and ``ends`` give the place in the source of each of its characters."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = Lines()
        self.text = self._lines.read(source)
        self.starts = array("l", range(len(source)))
        self.ends = array("l", range(1, len(source) + 1))

    def rewrite(self, changes: Iterable[tuple[int, int, tuple[Piece, ...]]]) -> None:
        """Puts pieces in place of stretches (start, end), which come in order and do not overlap."""
        parts: list[str] = []
        starts, ends = array("l"), array("l")

        def keep(start: int, end: int) -> None:
            parts.append(self.text[start:end])
            starts.extend(self.starts[start:end])
            ends.extend(self.ends[start:end])

        done = 0
        for start, end, pieces in changes:
            keep(done, start)
            kept = [piece for piece in pieces if isinstance(piece, tuple)]
            ordered = all(a[1] <= b[0] for a, b in pairwise(kept))
            before = start
            for place, piece in enumerate(pieces):
                if isinstance(piece, tuple):
                    keep(*piece)
                    before = piece[1]
                    continue
                after = next((p[0] for p in pieces[place + 1 :] if isinstance(p, tuple)), end)
                # Words stand for what lies between the parts that are kept; where these change places, for all of it.
                low, high = self.span(before, after) if ordered and before < after else self.span(start, end)
                parts.append(piece)
                starts.extend([low] * len(piece))
                ends.extend([high] * len(piece))
            done = end
        if parts:
            keep(done, len(self.text))
            self.text, self.starts, self.ends = self._lines.read("".join(parts)), starts, ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the text stands for; empty where it stands for nothing."""
        if start >= end:
            at = self.ends[start - 1] if start else 0
            return at, at
        return min(self.starts[start:end]), max(self.ends[start:end])
