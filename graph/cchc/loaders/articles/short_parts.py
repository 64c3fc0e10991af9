"""Components by their short names, at the head of an item or clause with their figure: "Thể chế xếp thứ 29; TTHC xếp
thứ 27"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.terms import any_of_keys, short_part
from cchc.vietnamese import slug
from cchc.vietnamese.scanning import Pattern

FIGURE_ENDS = (
    r"(?=\s*(?:/|lên|xuống|[,;.)]|$|(?:%|điểm|bậc|hạng)\s*(?:[,;.:()/–-]|$|(?:so|xếp|đứng|tăng|giảm|và|nhưng|song|thấp"
    r"|cao|kém|hạng|thứ|còn|trong|năm|là|của|tối đa)\b)))"
)
"""Behind the number of a result: its measure, and nothing that the number counts."""
_FIGURE = (
    r"[\"”]?\s*[:(–-]?\s*(?:(?:chỉ|cũng|bị|còn|đã|lại|mới|vẫn|đạt|được|mất|giảm|tăng|xếp|đứng|hụt|tụt|lùi|thứ|hạng"
    r"|vị trí|thứ hạng|điểm|số|từ|có|với|ở|là|mức|thêm|so với năm \d{4})\s+)*\(?[-+]?\d{1,3}(?:[.,]\d+)?"
    rf"{FIGURE_ENDS}"
)
_PROCEDURES = ("tthc", "thủ tục hành chính")
_PARTS_TOLD = re.compile(
    r"\b(?:lĩnh vực|nội dung|(?<!bộ )tiêu chí|chỉ số thành phần|yếu tố|\d+ chỉ số|cải cách|chỉ đạo,? điều hành|thể chế"
    r"|tài chính công)\b",
    re.I,
)
"""Before a list item: parts of an index are told."""


@cache
def _heads() -> Pattern:
    return Pattern(
        rf"(?:^\s*(?:[-+•*–]|\d{{1,2}}[.)]|[a-zđ]\))?\s*[\"“]?|(?P<listed>(?:[;,:(]\s*(?:\(?(?:\d{{1,2}}|[a-zđ])[.)]\s*)?|\b(?:và|gồm|là|như|còn|riêng)\s+)"
        rf"[\"“]?))(?P<name>{any_of_keys('parts')})(?={_FIGURE})",
        re.I,
    )


@cache
def _opens() -> Pattern:
    return Pattern(
        r"(?:^|[.;]\s)\s*(?:[-+•*–]\s*)?(?:(?:Riêng|Còn|Xét)\s+)?(?:về|ở|với|đối với|trong)\s+"
        r"(?:(?:lĩnh vực|nội dung)\s+)?"
        rf"(?P<name>{any_of_keys('parts')})(?=,\s+(?:(?:tỉnh|thành phố|huyện|bộ|sở)\s+)?(?:(?:chỉ|cũng|đã|mới)\s+)*"
        r"(?:đạt|được|xếp|đứng|có)\s+(?:(?:thứ|hạng|vị trí)\s+)?\d)",
        re.I,
    )


def short_parts(names: Gazetteer, text: str) -> Iterator[Mention]:
    """Mentions of components by their short names. "TTHC" is a word for much else: inside a sentence it is one only
    where parts of an index are told."""
    for match in chain(_heads().finditer(text), _opens().finditer(text)):
        name = " ".join(match["name"].split())
        if (
            match.re.groups > 1
            and match["listed"]
            and name.casefold() in _PROCEDURES
            and not _PARTS_TOLD.search(text, 0, match.start())
        ):
            continue  # "hồ sơ, TTHC đạt 91,4%": a share of them.
        path = f"/{slug(short_part(name))}"
        entries = tuple(e for (kind, of), e in names.by_path.items() if kind == "component" and of.endswith(path))
        yield Mention(Kind.COMPONENT, *match.span("name"), entries=entries, word=name)
