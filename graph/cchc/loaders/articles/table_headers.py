"""What the columns of a table hold, by the words of their headers; and what rows are of, by their names.

What these words leave open is looked up in the terms of tables (``ontology/tables.ttl``) by the readers of files of
tables (:func:`cchc.loaders.tables.columns.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.table_cells import Head
from cchc.loaders.articles.table_owners import owner_in
from cchc.loaders.articles.table_terms import BETWEEN, meaning
from cchc.loaders.articles.terms import any_of
from cchc.vietnamese import fold
from cchc.vietnamese.numbers import DIGITS

_KINDS = (
    ("grade", re.compile(r"^(?:xep|phan) (?:loai|nhom)\b|^(?:nhom|loai)$")),
    ("number", re.compile(r"^(?:so )?(?:tt|stt|thu tu)\.?$")),
    ("change", re.compile(r"\b(?:tang|giam|chenh lech|thay doi|tang/giam)\b|^so voi\b")),
    (
        "score",
        re.compile(r"^(?:so |tong )?diem(?: so)?(?: dat(?: duoc)?| tham dinh)?\s*/\s*(?:so )?diem (?:toi da|chuan)\b"),
    ),
    ("maximum", re.compile(r"\btoi da\b|^(?:diem chuan|thang diem)\b")),
    ("rank", re.compile(r"^(?:xep hang|xep thu|thu hang|thu bac|hang|vi thu|vi tri|xh)\b")),
    (
        "unit",
        re.compile(
            r"^(?:ten )?(?:cac )?(?:tinh|thanh pho|don vi|bo|so|huyen|dia phuong|co quan|xa|vung)\b(?!.*\bdiem\b)"
        ),
    ),
    (
        "component",
        re.compile(
            r"^(?:ten )?(?:linh vuc|(?:chi so|tieu chi) thanh phan|tieu chi|noi dung|yeu to|nhom (?:chi so|chi tieu))\b"
            r"(?!.*\bdiem\b)"
        ),
    ),
    ("year", re.compile(r"^nam(?: danh gia)?$")),
    ("index", re.compile(r"^(?:ten |cac )?(?:bo )?chi so$")),
    ("score", re.compile(r"^(?:tong )?(?:chi so|diem|so diem|par[ -]?index|sipas|papi|pci|muc(?: do)? hai long)\b")),
)
_WEAK = re.compile(
    r"^(?:ket qua|gia tri|ty le|nam \d{4}|tuan \d{1,2}|thang \d{1,2}|quy (?:[1-4]|i{1,3}|iv))\b"
    r"|^\d{4}(?: \((?:%|diem)\))?$|^(?:tong(?: hop| cong)?|chung)$"
)
"""What stands over the figures of anything."""
_ROLES = {
    "rank": "rank", "score": "score", "grade": "grade", "rank-change": "change", "score-change": "change",
    "change": "change", "maximum": "maximum", "number": "number", "self-assessed": "own", "value": "score",
}  # fmt: skip
"""The kinds of columns for what the terms of tables say of them."""
KEYS = ("unit", "component", "year", "index")
"""The kinds of column that say what a row is of."""
FIGURES = ("score", "part", "own", "rank", "grade", "change")
_OWN = re.compile(r"\btu (?:danh gia|cham)\b")
_PART = re.compile(r"\b(?:tham dinh|dieu tra|dtxhh|xhh|khao sat)\b")
FIGURE = re.compile(rf"(?:(?:hạng|thứ)\s*)?{DIGITS}\s*(?:%|điểm|/\s*\d+)?", re.I)
A_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BESIDE_A_MEAN = re.compile(
    r"\b(?:so voi|chenh lech|hon|kem)\b.*\b(?:tb|trung binh|binh quan|ca nuoc|toan quoc|vung|khu vuc|mat bang|ke hoach"
    r"|muc tieu|chi tieu)\b|\b(?:cao nhat|thap nhat|trung vi|do lech)\b"
)
"""Over what is no result and no change: differences from others, and the best of all."""
_INSIDE = re.compile(r"\b(?:vung|khu vuc|cum)\b")
_UNIT_OF_MEASURE = (("percent", re.compile(r"%|\bphan tram\b")), ("points", re.compile(r"(?:^|[(,;]\s*)diem\b")))
_NUMBERING = re.compile(r"^\s*(?:[-+•*]|\(?(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)])\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$|,\s*(?:%|điểm)\s*$", re.I)


def kind_of(header: str) -> str | None:
    """What a column under this header holds: a kind of key or figure; None where the words tell of neither."""
    folded = fold(header)
    strong = next((kind for kind, pattern in _KINDS if pattern.search(folded)), None)
    return strong or ("score" if _WEAK.search(folded) else None)


def head_of(parts: Sequence[str], names: Gazetteer) -> Head:
    """What a header says, given its words from top to bottom; or, in one part, the name of a row."""
    parts = [part for part in parts if part]
    text = BETWEEN.join(parts)
    folded = fold(text)
    if not folded or _BESIDE_A_MEAN.search(folded):
        return Head(text, "")
    column = meaning(tuple(_NUMBERING.sub("", part) for part in parts))
    kinds = [next((kind for kind, pattern in _KINDS if pattern.search(fold(part))), None) for part in reversed(parts)]
    kind = "change" if "change" in kinds else next((k for k in kinds if k), None)
    told = _ROLES.get(column.role or "", "")
    weak = kind is None and (not told or bool(_WEAK.search(folded)))
    if kind is None:
        kind = told if told != "score" or column.component or column.index or not _WEAK.search(folded) else ""
        weak = kind in ("", "score") and column.index is None and (column.component is None or not told)
        kind = kind or ("score" if _WEAK.search(folded) else "")
    year = _YEAR.search(text)
    head = Head(
        text, kind, weak, int(year[1]) if year else column.year, column.index, column.period,
        next((measure for measure, pattern in _UNIT_OF_MEASURE if pattern.search(folded)), None), column.maximum,
        column.compared_with if kind == "change" else None,
        named=_BRACKETS.sub("", _NUMBERING.sub("", parts[-1])) if column.component else "",
        inside=kind == "rank" and bool(_INSIDE.search(folded)),
    )  # fmt: skip
    if kind in ("change", "grade", "maximum", "number"):
        return head
    owner = owner_in(text, names, ranks=kind == "rank")
    if owner is None:
        return head
    return replace(head, owner=owner, kind="rank" if kind == "rank" else "score", weak=kind in ("", "unit") or weak)


def heads_under(headers: Sequence[Sequence[str]], names: Gazetteer) -> tuple[Head, ...] | None:
    """What the columns under these headers are, each given by its parts; None if they are no headers of a ranking."""
    if any(FIGURE.fullmatch(part) and not _YEAR.search(part) for parts in headers for part in parts):
        return None  # "2 | Huyện Châu Thành | 90,6 | tăng 3"
    kinds = [kind_of(BETWEEN.join(parts)) for parts in headers]
    if not any(kind in KEYS for kind in kinds[:_LATEST_KEY]):
        return None
    heads: list[Head] = []
    for parts, kind in zip(headers, kinds, strict=True):
        head = head_of(parts, names)
        # One column says what the rows are of: a later one that could is a figure's ("Đơn vị | … | Chỉ số").
        if kind in KEYS and not any(other.kind in KEYS for other in heads):
            head = Head(head.text, kind, measure=head.measure)
        elif kind in KEYS and head.owner is None:
            head = replace(head, kind="score" if kind in ("index", "year") else "")
        elif head.kind in KEYS:
            head = replace(head, kind="")
        heads.append(head)
    _part(heads)
    told = any(head.kind in FIGURES for head in heads)
    return tuple(heads) if told and any(head.kind in KEYS for head in heads) else None


_LATEST_KEY = 3
"""Among so many first columns is the one that says what the rows are of."""


def columns_under(headers: Sequence[str], names: Gazetteer) -> tuple[str, ...] | None:
    """The kinds of the columns under headers of one part each; None if they are no headers of a ranking."""
    heads = heads_under([(header,) for header in headers], names)
    return tuple(head.kind for head in heads) if heads else None


def _part(heads: list[Head]) -> None:
    """Tells the columns of parts ("Điểm điều tra XHH") and of what units gave themselves from that of the score, where
    there are several. Changes ``heads``."""
    scores = [i for i, head in enumerate(heads) if head.kind in ("score", "own")]
    own = [i for i in scores if heads[i].kind == "own" or _OWN.search(fold(heads[i].text))]
    parts = [i for i in scores if _PART.search(fold(heads[i].text)) and i not in own]
    for place in (*own, *parts):
        heads[place] = replace(heads[place], named="")
    for place in own:
        heads[place] = replace(heads[place], kind="own" if len(own) < len(scores) else "score")
    if len(own) + len(parts) < len(scores):
        for place in parts:
            heads[place] = replace(heads[place], kind="part")


def measure_in(caption: str) -> str | None:
    """The unit of measure that a caption tells: "(đơn vị: %)", "ĐVT: điểm"."""
    told = _TOLD_MEASURE.search(fold(caption))
    return ("percent" if told["measure"][0] in "%p" else "points") if told else None


_TOLD_MEASURE = re.compile(
    r"\b(?:don vi(?: tinh)?|dvt|tinh (?:bang|theo))\b\s*(?:la\s*)?:?\s*(?P<measure>%|phan tram|diem)"
)


def is_of_index(text: str) -> bool:
    """Whether a caption speaks of an index, its parts or places in it."""
    return bool(
        re.search(rf"\b(?:{any_of('of-indices')})\b", re.sub(any_of("other-indices"), " ", text, flags=re.I), re.I)
    )


def is_of_others(text: str) -> bool:
    """Whether a caption speaks of what no index measures: staff, wages, investment."""
    return bool(re.search(rf"\b(?:{any_of('outside-indices')}|{any_of('other-indices')})\b", text, re.I))
