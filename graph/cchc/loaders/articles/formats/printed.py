"""Lines as they are printed on pages, put together to paragraphs.

A print breaks lines where the next word did not fit. So a line that had room for the first word of the next one ends
its paragraph; so does a wider gap, another size of letters, an indented next line, or a row of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GAP = 1.35
"""How many times the usual distance of lines starts a new paragraph."""

_OTHER_SIZE = 1.12
"""How many times larger or smaller letters start a new paragraph."""

_INDENT = 0.8
"""By how many times the size of its letters the first line of a paragraph is indented at least."""

_SPACE = 0.25
"""The width of a space, in heights of letters: it and the next word would have had to fit."""

_RUNNING = 3
"""How many lines at the top and at the bottom of a page are looked at for headers, footers and page numbers."""

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–\s]*", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-–+•·▪*]\s|\(?(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)]\s)", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?…:;]['\"”»)\]]*$")
_SOFT_BREAK = re.compile(r"\w[-/]$")


@dataclass(slots=True)
class Line:
    """A printed line: its text (a tab between cells), its page from 0, and its place in points from below left.

    ``size`` is the height of its letters, ``word_right`` the right edge of its first word.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    word_right: float = 0.0


def without_running_lines(pages: list[list[Line]]) -> list[Line]:
    """All lines but page numbers, and headers and footers: lines at the edge of pages that return on others."""
    edges = [_edge(page) for page in pages]
    returning = Counter(key for edge in edges for key in {_key(line) for line in edge})
    repeated = {key for key, times in returning.items() if times > 1 and times * 2 >= len(pages)}
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        dropped = set()
        for order in (page, list(reversed(page))):
            for line in order[:_RUNNING]:
                lone = line is order[0] and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text)
                if not lone and _key(line) not in repeated:
                    break
                dropped.add(id(line))
        # A page number may be printed above the header or beside the text; it is not always first or last in the file.
        dropped |= {id(line) for line in edge if _key(line) in repeated}
        kept += [line for line in page if id(line) not in dropped]
    return kept


def _edge(page: list[Line]) -> list[Line]:
    """The lines nearest to the upper and lower edge, wherever they stand in the file."""
    by_height = sorted(page, key=lambda line: line.bottom)
    return [*by_height[:_RUNNING], *by_height[-_RUNNING:]]


def _key(line: Line) -> tuple[str, int]:
    """Lines are the same at the edge of pages if they differ in numbers only and stand at the same height."""
    return _NUMBER.sub("#", line.text), round(line.bottom / 4)


def paragraphs_of(lines: list[Line]) -> Iterable[list[tuple[Line, str]]]:
    """The paragraphs, as lists of (line, what joins it to the line before: nothing or a space)."""
    pitch = _usual_pitch(lines)
    edges = _right_edges(lines)
    paragraph: list[tuple[Line, str]] = []
    for place, line in enumerate(lines):
        if place and not _continues(lines, place, pitch, edges):
            yield paragraph
            paragraph = []
        joint = ""
        if paragraph:
            joint = "" if _SOFT_BREAK.search(lines[place - 1].text) else " "
        paragraph.append((line, joint))
    if paragraph:
        yield paragraph


def _usual_pitch(lines: list[Line]) -> float:
    """The usual distance between lines, in heights of letters."""
    pitches = [
        (above.bottom - below.bottom) / above.size
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.bottom - below.bottom < 4 * above.size
    ]
    return median(pitches) if pitches else 1.5


def _right_edges(lines: list[Line]) -> list[float]:
    """For each line the right edge of its column: that of the widest line in its run down the page."""
    edges: list[float] = []
    run: list[Line] = []

    def close() -> None:
        texts = [line.right for line in run if "\t" not in line.text] or [line.right for line in run]
        edges.extend([max(texts, default=0.0)] * len(run))
        run.clear()

    for line in lines:
        if run and (line.page != run[-1].page or line.bottom > run[-1].bottom + line.size or line.left > run[-1].right):
            close()
        run.append(line)
    close()
    # The last page may have one short line only; the column of the page before is as wide.
    widest = max(edges, default=0.0)
    return [edge if edge >= widest * 0.8 or _narrow(lines, place) else widest for place, edge in enumerate(edges)]


def _narrow(lines: list[Line], place: int) -> bool:
    """Whether a line stands in a run of several on its page, whose width then speaks for itself."""
    page = lines[place].page
    return sum(line.page == page for line in lines[max(0, place - 4) : place + 5]) > 4


def _continues(lines: list[Line], place: int, pitch: float, edges: list[float]) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    above, line = lines[place - 1], lines[place]
    if "\t" in above.text or "\t" in line.text or max(above.size, line.size) > _OTHER_SIZE * min(above.size, line.size):
        return False
    turned = above.page != line.page or line.bottom > above.bottom
    if not turned and above.bottom - line.bottom > _GAP * pitch * above.size:
        return False
    closed = bool(_CLOSED.search(above.text))
    if _ITEM.match(line.text) and (closed or not line.text.startswith(("-", "–"))):
        return False
    if not turned and _centred(above, line, edges[place - 1]):
        return not closed
    if above.right + _SPACE * above.size + line.word_right - line.left < edges[place - 1]:
        return False
    indented = line.left > above.left + _INDENT * line.size
    return not indented and not (turned and closed)


def _centred(above: Line, line: Line, edge: float) -> bool:
    """Whether two lines are centred over each other, as those of a title are."""
    apart = abs((above.left + above.right) - (line.left + line.right)) / 2
    if apart > above.size / 2 or abs(above.left - line.left) < 2 * above.size:
        return False
    return max(above.right, line.right) < edge
