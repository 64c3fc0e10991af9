"""A tree of HTML, or of the XML of the extractor of main text, to lines: a line a paragraph, list item or table row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cchc.loaders.articles.formats.content import row_lines

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "item", "lb", "legend", "li", "list", "main", "menu", "nav", "ol", "option", "p", "pre", "quote",
    "section", "summary", "table", "tbody", "tfoot", "thead", "title", "ul",
))  # fmt: skip
"""Elements that start and end a line. ``head`` is a heading in the extractor's XML."""

CELLS = frozenset(("td", "th", "cell"))
ROWS = frozenset(("tr", "row"))
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class _Flow:
    """Text that flows: the lines that are finished and the pieces of the one that is not."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def end_line(self) -> None:
        line = _SPACE.sub(" ", "".join(self.pieces)).strip(" ")
        self.pieces.clear()
        if line:
            self.lines.append(line)


def lines_of(root: Any, unseen: frozenset[str] = frozenset()) -> list[str]:
    """The lines of an lxml tree. ``unseen`` names the elements whose content is left out.

    The cells of a row are joined by tabs, as :func:`~cchc.loaders.articles.formats.content.row_lines` has it.
    """
    from lxml import etree

    flows = [_Flow()]
    rows: list[list[_Flow]] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += tag in unseen
            if tag in BLOCKS or tag in ROWS:
                flows[-1].end_line()
            if tag in ROWS:
                rows.append([])
            elif tag in CELLS and rows:
                flows.append(_Flow())
            if element.text and not hidden:
                flows[-1].pieces.append(element.text)
            continue
        if event == "end":
            hidden -= tag in unseen
            if tag in BLOCKS:
                flows[-1].end_line()
            elif tag in CELLS and rows and len(flows) > 1:
                cell = flows.pop()
                cell.end_line()
                rows[-1].append(cell)
            elif tag in ROWS and rows:
                flows[-1].end_line()
                flows[-1].lines.extend(row_lines([cell.lines for cell in rows.pop()]))
        if element.tail and element is not root and not hidden:
            flows[-1].pieces.append(element.tail)
    flows[0].end_line()
    return flows[0].lines
