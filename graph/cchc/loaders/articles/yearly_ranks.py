"""Ranks without a word for one, each beside its year: "Thứ hạng qua các năm: 2019: 27; 2020: 31", "năm 2021 (29)"."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.patterns import YEAR_NUMBER, spaced

_MOST = 124
"""The most units that any ranking of a list has."""
_FEWEST = 2
_RANKED = re.compile(r"\b(?:thứ hạng|xếp hạng|vị trí|vị thứ|thứ bậc|hạng)\b", re.I)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:tăng|giảm|tụt|vươn|thăng|cải thiện|thay đổi|điểm|điểm số|lượt|số lượng|tiêu chí|lĩnh vực|chỉ số thành phần"
    r"|hồ sơ|thủ tục|dịch vụ|vùng|khu vực|cụm)\b|%",
    re.I,
)
_OF_A_PART = re.compile(
    r"\b(?:cải cách (?!hành chính)|thể chế|tài chính công|công vụ|bộ máy|hiện đại hóa|chính quyền|tác động|thành phần)",
    re.I,
)
"""In the line before a series: the places are of a part of the index."""
_PAIR = spaced(
    rf"(?<![\w/.,])(?P<dated>(?:năm\s+)?(?P<year>{YEAR_NUMBER}))\s*(?:(?P<bracket>\()|[:=–→-]|(?:là|xếp)\s)\s*"
    r"(?P<told>(?:(?:thứ|hạng|vị trí)\s+)*(?P<rank>\d{1,3})(?:/(?P<of>\d{2,3}))?)"
    r"(?(bracket)\s*\))(?=\s*(?:[;,.|→](?!\d)|[–-]\s|và\s|$))",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:[;,|→–-]|,?\s*và)\s*", re.I)
_ENDS = re.compile(r"\s*[.;,]?\s*")
_OPENS = re.compile(r"\s*(?:[-+•*–]\s*)?")


def is_dated_rank(text: str) -> bool:
    """Whether a line may be one item of such a list: "- Năm 2020: 31"."""
    first = _PAIR.search(text) if len(text) < _MOST and "20" in text else None
    return first is not None and _opens_and_ends(text, first.start(), first.end())


def with_yearly_ranks(mentions: list[Mention], text: str, before: str = "") -> list[Mention]:
    """The mentions of a sentence, with the rank and the year of each pair of a series that words for ranks announce,
    in the sentence or in the line ``before`` it."""
    pairs = list(_PAIR.finditer(text)) if "20" in text else []
    if not pairs:
        return mentions
    run = pairs[:1]
    for pair in pairs[1:]:
        if not _BETWEEN.fullmatch(text, run[-1].end(), pair.start()):
            break
        run.append(pair)
    start, end = run[0].start(), run[-1].end()
    alone = _opens_and_ends(text, start, end) and before.endswith((":", "sau", "sau."))
    lead = before if alone else text[:start] if len(run) >= _FEWEST else ""
    ranked = _RANKED.search(lead)
    if (
        ranked is None
        or (alone and _OF_A_PART.search(lead))
        or _OF_SOMETHING_ELSE.search(lead)
        or (not alone and re.search(r"[;.]|\d,", lead[ranked.end() :]))
    ):
        return mentions
    if any(not 0 < int(pair["rank"]) <= int(pair["of"] or _MOST) for pair in run):
        return mentions
    found = [m for m in mentions if m.end <= start or m.start >= end]
    for pair in run:
        of = Decimal(pair["of"]) if pair["of"] else None
        found.append(Mention(Kind.YEAR, *pair.span("dated"), year=int(pair["year"])))
        found.append(Mention(Kind.RANK, *pair.span("told"), Decimal(pair["rank"]), of))
    return sorted(found, key=lambda m: m.start)


def _opens_and_ends(text: str, start: int, end: int) -> bool:
    return bool(_OPENS.fullmatch(text, 0, start) and _ENDS.fullmatch(text, end))
