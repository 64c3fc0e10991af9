"""What the columns of a table hold, by the words of their headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    ("rank", re.compile(r"^(?:xep hang|xep thu|thu hang|hang|vi thu|vi tri|xh)\b")),
    (
        "unit",
        re.compile(
            r"^(?:ten )?(?:cac )?(?:tinh|thanh pho|don vi|bo|so|huyen|dia phuong|co quan|xa|vung)\b(?!.*\bdiem\b)"
        ),
    ),
    (
        "component",
        re.compile(
            r"^(?:ten )?(?:linh vuc|(?:chi so|tieu chi) thanh phan|tieu chi|noi dung|nhom chi so)\b(?!.*\bdiem\b)"
        ),
    ),
    ("year", re.compile(r"^nam(?: danh gia)?$")),
    ("index", re.compile(r"^(?:ten |cac )?(?:bo )?chi so$")),
    (
        "score",
        re.compile(
            r"^(?:tong )?(?:chi so|diem|so diem|ket qua|gia tri|par[ -]?index|sipas|papi|pci|ty le|muc(?: do)? hai long"
            r"|nam \d{4}|tuan \d{1,2}|thang \d{1,2}|quy (?:[1-4]|i{1,3}|iv))\b|^\d{4}(?: \((?:%|diem)\))?$"
        ),
    ),
)
KEYS = ("unit", "component", "year", "index")
"""The kinds of column that say what a row is of."""
FIGURES = ("score", "part", "own", "rank", "grade", "change")
_OWN = re.compile(r"\btu (?:danh gia|cham)\b")
_PART = re.compile(r"\b(?:tham dinh|dieu tra|dtxhh|xhh|khao sat)\b")
FIGURE = re.compile(rf"(?:(?:hạng|thứ)\s*)?{DIGITS}\s*(?:%|điểm|/\s*\d+)?", re.I)
_PLAIN = re.compile(rf"{DIGITS}\s*(?:%|điểm)?", re.I)
A_YEAR = re.compile(r"(?:19|20)\d\d")


def kind_of(header: str) -> str | None:
    """What a column under this header holds: a kind of key or figure; None where the words tell of neither."""
    folded = fold(header)
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), None)


def columns_under(headers: Sequence[str]) -> tuple[str, ...] | None:
    """What the columns under these headers are; None if they are no headers of a ranking."""
    kinds: list[str] = []
    if any(_PLAIN.fullmatch(header) and not A_YEAR.fullmatch(header) for header in headers):
        return None  # "2 | Huyện Châu Thành | 90,6 | tăng 3"
    for header in headers:
        kind = kind_of(header) or ""
        # One column says what the rows are of: a later one that could is a figure's ("Đơn vị | … | Chỉ số").
        if kind in KEYS and any(k in KEYS for k in kinds):
            kind = "score" if kind in ("index", "year") else ""
        kinds.append(kind)
    _part(kinds, [fold(header) for header in headers])
    told = any(kind in KEYS for kind in kinds) and any(kind in FIGURES for kind in kinds)
    return tuple(kinds) if told else None


def _part(kinds: list[str], headers: list[str]) -> None:
    """Tells the columns of parts ("Điểm điều tra XHH") and of what units gave themselves from that of the score, where
    there are several. Changes ``kinds``."""
    scores = [i for i, kind in enumerate(kinds) if kind == "score"]
    own = [i for i in scores if _OWN.search(headers[i])]
    parts = [i for i in scores if _PART.search(headers[i]) and i not in own]
    if len(own) < len(scores):
        for place in own:
            kinds[place] = "own"
    if len(own) + len(parts) < len(scores):
        for place in parts:
            kinds[place] = "part"
