"""Answers as tables for people: on a terminal, or in Markdown."""

from __future__ import annotations

from cchc.answers.model import Answer, Column
from cchc.answers.text import clean, header, numeric, shown, width

LONGEST_WORD = 20
"""A column is as wide as its longest word, or as this many cells of a terminal where the word is longer still."""

_GAP = "  "
_NOTHING = {"vi": "Không có kết quả.", "en": "No results."}


def table(answer: Answer, columns: int | None = None) -> str:
    """The answer with its title and how complete it is, aligned; numbers to the right.

    ``columns`` is the width of the terminal; where it does not suffice, long texts are broken into lines, never cut.
    """
    lines = [clean(answer.title), ""]
    heads, cells, right = _cells(answer)
    if not cells:
        lines.append(_NOTHING[answer.lang])
    else:
        widths = _widths(heads, cells, columns)
        lines += _row(heads, widths, right)
        lines.append(_GAP.join("─" * w for w in widths))
        for row in cells:
            lines += _row(row, widths, right)
    if answer.completeness:
        lines += ["", answer.completeness.text]
    lines += ["", *map(clean, answer.notes)] if answer.notes else []
    return "\n".join(lines) + "\n"


def markdown(answer: Answer) -> str:
    """The answer as a Markdown table (GitHub Flavored Markdown), with its title and how complete it is."""
    lines = [f"**{_escape(clean(answer.title))}**", ""]
    heads, cells, right = _cells(answer)
    if not cells:
        lines.append(_NOTHING[answer.lang])
    else:
        lines.append("| " + " | ".join(map(_escape, heads)) + " |")
        lines.append("| " + " | ".join("---:" if r else "---" for r in right) + " |")
        lines += ["| " + " | ".join(map(_escape, row)) + " |" for row in cells]
    if answer.completeness:
        lines += ["", f"*{_escape(answer.completeness.text)}*"]
    for note in answer.notes:
        lines += ["", f"*{_escape(clean(note))}*"]
    return "\n".join(lines) + "\n"


def _cells(answer: Answer) -> tuple[list[str], list[list[str]], list[bool]]:
    """Headings, texts of the rows, and which columns are numbers; without hidden columns."""
    places = [number for number, column in enumerate(answer.columns) if not column.hidden]
    seen: list[Column] = [answer.columns[place] for place in places]
    rows = answer.rows
    heads = [header(column, answer.lang) for column in seen]
    cells = [[shown(row[p], answer.columns[p], answer.lang) for p in places] for row in answer.terms]
    return heads, cells, [numeric([row[place] for row in rows]) for place in places]


def _widths(heads: list[str], cells: list[list[str]], columns: int | None) -> list[int]:
    widths = [max(map(width, column)) for column in zip(heads, *cells, strict=True)]
    if columns is None:
        return widths
    # Take cells, one by one, from the text that grows least in lines by it; so all cells of a row become equally high.
    longest = list(widths)
    texts = zip(heads, *cells, strict=True)
    least = [min(LONGEST_WORD, max(width(word) for cell in text for word in cell.split(" "))) for text in texts]
    spare = sum(widths) + len(_GAP) * (len(widths) - 1) - columns
    while spare > 0:
        wide = [number for number, w in enumerate(widths) if w > least[number]]
        if not wide:
            break
        widths[min(wide, key=lambda number: longest[number] / (widths[number] - 1))] -= 1
        spare -= 1
    return widths


def _row(cells: list[str], widths: list[int], right: list[bool]) -> list[str]:
    wrapped = [_wrap(cell, w) for cell, w in zip(cells, widths, strict=True)]
    lines = []
    for number in range(max(map(len, wrapped))):
        parts = []
        for part, w, to_right in zip(wrapped, widths, right, strict=True):
            text = part[number] if number < len(part) else ""
            space = " " * (w - width(text))
            parts.append(space + text if to_right else text + space)
        lines.append(_GAP.join(parts).rstrip())
    return lines


def _wrap(text: str, limit: int) -> list[str]:
    """The text in lines of at most ``limit`` cells, broken at spaces; a word that is longer is broken anywhere."""
    if width(text) <= limit:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) <= limit:
            line += " " + word
            continue
        if line:
            lines.append(line)
        line = word
        while width(line) > limit:
            lines.append(line[:limit])
            line = line[limit:]
    return [*lines, line]


def _escape(text: str) -> str:
    for character in "\\|*_`[]":
        text = text.replace(character, "\\" + character)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
