"""Tables that a text has in one run: "Các huyện, theo thứ hạng (trong ngoặc là hạng năm 2021): Hòa An 91,36 (2), Bảo
Lạc 90,84 (1), …". Each item is a name and a score, and something that only the words before the run tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from cchc.loaders.articles.document import Kind, Paragraph
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import amount_of
from cchc.loaders.articles.table_cells import YEAR_BEFORE, Cell, Head, Table
from cchc.loaders.articles.table_headers import head_of
from cchc.loaders.articles.table_sense import is_about_others
from cchc.vietnamese.numbers import DIGITS

_NAME = r"(?:(?:huyện|thị xã|thành phố|tỉnh|quận|xã|phường)\s+)?[A-ZĐÀ-Ỹ][^\d;:()|]{1,70}?"
_SCORE = r"\d{1,3}[.,]\d{1,4}(?:\s*(?:%|điểm))?"
_BESIDE = rf"{DIGITS}(?:\s*/\s*\d{{1,3}})?(?:\s*(?:%|điểm))?"
_GRADE = r"(?i:xuất sắc|rất tốt|tốt|khá|trung bình(?: khá)?|yếu|kém)"
_IN_BRACKETS = (
    rf"(?:\d{{1,2}}[.)]\s*)?(?P<name>{_NAME})\s*[:,–-]?\s*(?P<score>{_SCORE})\s*\(\s*(?P<beside>{_BESIDE})\s*\)"
)
_BY_DASHES = rf"(?P<name>{_NAME})\s+[–-]\s+(?P<score>{_SCORE})\s+[–-]\s+(?P<beside>{_BESIDE}|{_GRADE})"
_APART = r"\s*[;,]\s*(?:và\s+)?"


def _run(item: str) -> re.Pattern[str]:
    plain = re.sub(r"\?P<\w+>", "?:", item)
    return re.compile(rf"{plain}(?:{_APART}{plain}){{2,}}")


_FORMS = ((_run(_IN_BRACKETS), re.compile(_IN_BRACKETS)), (_run(_BY_DASHES), re.compile(_BY_DASHES)))
"""Three and more items, and one of them."""
_LEGEND = re.compile(
    r"\b(?:trong|giữa)\s+(?:dấu\s+)?ngoặc(?:\s+đơn)?\s*(?:là|ghi|:|chỉ|tương ứng(?:\s+là|\s+với)?)?\s+"
    r"(?:(?:số|con số|kết quả về)\s+)?(?P<what>[^();:]{3,50}?)\s*(?=[();:,]|$)",
    re.I,
)
"""What says what parentheses hold."""
_YEAR_BEFORE = re.compile(r"\bnăm (?:trước|ngoái|liền kề|trước đó)\b|\bkỳ trước\b", re.I)
_ONLY_A_TIME = re.compile(r"(?:của\s+)?(?:năm\s+)?(?:(?:19|20)\d\d|trước|ngoái)", re.I)
_IN_ORDER = re.compile(
    r"\b(?:theo\s+(?:thứ\s+hạng|thứ\s+tự|thứ\s+bậc|hạng)|từ\s+cao\s+(?:xuống|đến|tới)\s+thấp|từ\s+trên\s+xuống"
    r"|từ\s+hạng\s+(?:nhất|1)|lần\s+lượt)\b",
    re.I,
)
_SOME = re.compile(
    r"\b(?:một số|trong đó|tiêu biểu|đơn cử|còn lại|cuối|thấp nhất|chót|nhóm|loại|vùng|khu vực|tăng|giảm)\b", re.I
)
"""In what comes before a run: its units are not the first ones of all."""
_ENDS = re.compile(r"\s*(?:[.;…]+|$)\s*")
_READ = (Kind.BODY, Kind.SUBHEADING, Kind.CAPTION)
_LEAD = 300
"""So many characters before a run may tell of it."""
_HUNDRED = Decimal(100)


def with_runs(layout: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of an article, those that hold a run as three: what leads to it, the run, what follows."""
    found: list[Paragraph] = []
    for paragraph in layout:
        found.extend(_apart(paragraph) if paragraph.kind in _READ and ":" in paragraph.text else (paragraph,))
    return found


def _apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    text, start = paragraph.text, 0
    for colon in (match.end() for match in re.finditer(r":\s+", text)):
        if colon < start:
            continue
        run = next((match for form, _ in _FORMS if (match := form.match(text, colon))), None)
        after = _ENDS.match(text, run.end()) if run else None
        if run is None or after is None or _what(text[max(start, colon - _LEAD) : colon], run[0]) is None:
            continue
        yield _part(paragraph, start, colon)
        yield _part(paragraph, colon, run.end())
        start = after.end()
    if start < len(text):
        yield _part(paragraph, start, len(text)) if start else paragraph


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    text = paragraph.text[start:end].rstrip()
    return Paragraph(paragraph.start + start, paragraph.start + start + len(text), text, Kind.BODY)


def _what(lead: str, run: str) -> str | None:
    """What the items tell besides their scores, in the words of what leads to them; None where it does not tell."""
    form = next((item for whole, item in _FORMS if whole.fullmatch(run)), None)
    legend = _LEGEND.search(lead)
    if form is _FORMS[0][1]:
        return legend["what"] if legend else None
    beside = [match["beside"] for match in form.finditer(run)] if form else []
    return "xếp loại" if beside and all(re.fullmatch(_GRADE, text) for text in beside) else None


def in_a_run(layout: Sequence[Paragraph], place: int, names: Gazetteer) -> Table | None:
    """The table that a paragraph is a run of, by what the one before it says."""
    text, start = layout[place].text, layout[place].start
    item = next((item for whole, item in _FORMS if whole.fullmatch(text)), None) if place else None
    lead = layout[place - 1].text[-_LEAD:] if place else ""
    what = _what(lead, text) if item else None
    if item is None or what is None:
        return None
    matches = list(item.finditer(text))
    beside = _head(what, [match["beside"] for match in matches], names)
    heads = [Head(lead, "unit"), Head("", "score"), beside]
    rows = [
        tuple(Cell(m[part], start + m.start(part), start + m.end(part)) for part in ("name", "score", "beside"))
        for m in matches
    ]
    order = _IN_ORDER.search(lead)
    scores = [amount_of(match["score"].rstrip(" %điểm")) or Decimal(0) for match in matches]
    if order and not _SOME.search(lead) and all(a >= b for a, b in pairwise(scores)):
        heads.append(Head("", "rank"))
        said = layout[place - 1].end - len(lead) + order.start()
        rows = [(*cells, Cell(str(rank), said, said)) for rank, cells in enumerate(rows, 1)]
    read = bool(beside.kind) and max(scores) <= _HUNDRED and not is_about_others(lead, names)
    return Table(place, place + 1, tuple(heads), tuple(rows), read=read)


def _head(what: str, beside: Sequence[str], names: Gazetteer) -> Head:
    """What stands beside the scores: by the words of the legend, or, where these tell a year only, what looks alike."""
    head = head_of((what,), names)
    if _ONLY_A_TIME.fullmatch(what) or head.weak:
        decimals = all(re.search(r"[.,]\d", text) for text in beside)
        head = replace(head, kind="score" if decimals else "rank" if _ONLY_A_TIME.fullmatch(what) else "", weak=False)
    if _YEAR_BEFORE.search(what) and head.kind in ("score", "rank"):
        head = replace(head, year=YEAR_BEFORE)
    return replace(head, text=what) if head.kind in ("rank", "score", "grade", "change") else replace(head, kind="")
