"""What the title of an article is about: whom, and which index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cchc.claims import Unit
from cchc.loaders.articles import name_patterns as np
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context, population_of
from cchc.loaders.articles.document import Kind as ParagraphKind
from cchc.loaders.articles.document import Paragraph, is_letterhead
from cchc.loaders.articles.editions import PAR_INDEX
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention

Read = Sequence[tuple[Paragraph, list[tuple[Passage, list[Mention]]]]]
"""The paragraphs of an article, each with its sentences and their mentions."""

_OF_REFORM = re.compile(r"\b(?:cải cách hành chính|CCHC)\b", re.I)
_OF_ALL = re.compile(r"\s+(?:cả nước|toàn quốc|toàn tỉnh)\b", re.I)
_OF_MORE = re.compile(
    r"\b(?:hài lòng|chuyển đổi số|thi đua|phong trào|cuộc thi|hội thi|sáng kiến|năng lực cạnh tranh"
    r"|phục vụ người dân)\b",
    re.I,
)
"""What else a title about reform may tell the places of."""
_NOTHING_MORE = re.compile(
    r"\s*(?:[-–,|]?\s*(?:UBND\s+)?(?:(?:tỉnh|thành phố|TP\.?)\s*)?"
    r"[A-ZĐÀ-Ỹ][^\W\d]*(?:[\s-]+[A-ZĐÀ-Ỹ][^\W\d]*){0,4})?\s*$"
)
"""Behind the name of a department that is all of its line: the province that it is of, or nothing."""


def topic_of(read: Read, context: Context) -> Unit | None:
    """The ministry, department, district or commune that the title is about, if it names one only."""
    titles = [found for q, found in read if q.kind is ParagraphKind.TITLE]
    # A letterhead tells it where the title below it names nobody.
    named = next((units for found in reversed(titles) if (units := _units_of(found, context))), set())
    # "Huyện Châu Thành (Tiền Giang)": the province only says where.
    named = {unit for unit in named if unit.within} or named
    counted = [m for told in titles for _, found in told for m in found if m.kind in (Kind.COUNT, Kind.POPULATION)]
    if any(population_of(mention.word, False, None) == "province" for mention in counted):
        return None  # "Bộ Nội vụ: 63 địa phương …": it tells of others.
    unit = named.pop() if len(named) == 1 else None
    return unit if unit and unit.kind != "Province" else None


def _units_of(title: Iterable[tuple[Passage, list[Mention]]], context: Context) -> set[Unit]:
    """The units with results that a title names, without who published them."""
    return {
        unit
        for passage, mentions in title for mention in mentions if mention.kind is Kind.UNIT
        for name, _, _ in mention.names if (unit := context.resolve(name)) and unit.kind in POPULATION_OF_KIND
        and not (unit.kind in ("Department", "Ministry") and _publishes(passage, mention))
    }  # fmt: skip


def _publishes(passage: Passage, mention: Mention) -> bool:
    """Whether a title names a department as its publisher only ("SỞ NỘI VỤ TỈNH HÀ GIANG", "UBND TỈNH HÀ GIANG - SỞ
    NỘI VỤ", "Sở Nội vụ công bố …"), or a ministry ("Bộ Nội vụ công bố …")."""
    department = mention.names[0][0].kind == "Department"
    alone = mention.start < 2 and (passage.plain.isupper() or bool(_NOTHING_MORE.match(passage.plain, mention.end)))
    masthead = department and (is_letterhead(passage.plain) or alone)
    return masthead or bool(np.ANNOUNCES.match(passage.plain, mention.end))


def _told_first(title: Iterable[tuple[Passage, list[Mention]]]) -> str | None:
    """The first index that a title tells a place of, and then of another one; None where they are told of together."""
    for passage, mentions in title:
        named = [m for m in mentions if m.kind is Kind.INDEX and any(e.kind == "index" for e in m.entries)]
        if len(named) < 2:
            continue
        first, second = named[:2]
        apart = re.search(r"[,;]", passage.plain[first.end : second.start])
        before = any(m.kind in MEASURES and m.start < second.start for m in mentions)
        behind = any(m.kind in MEASURES and m.start > first.end for m in mentions)
        return next(e.path for e in first.entries if e.kind == "index") if apart and before and behind else None
    return None


def main_index(read: Read) -> str | None:
    """The index that the article is about: the one that its title names, or else its lead; or that of reform, where the
    title is about reform and the article names its index. None where several are, but for a title that tells of one
    after the other ("xếp thứ 3 PAR INDEX, đứng đầu SIPAS"): that is about the first."""
    for kind in (ParagraphKind.TITLE, ParagraphKind.BODY):
        part = [q for q in read if q[0].kind is kind]
        for paragraph, sentences in part:
            mentions = (m for _, found in sentences for m in found if m.kind is Kind.INDEX)
            named = {entry.path for m in mentions for entry in m.entries if entry.kind == "index"}
            reform = kind is ParagraphKind.TITLE and _OF_REFORM.search(paragraph.text)
            if named and reform and PAR_INDEX not in named:
                break  # "Cải cách hành chính … mức độ hài lòng …": the lead tells.
            if len(named) > 1 and kind is ParagraphKind.TITLE:
                return _told_first(sentences)
            if named:
                return named.pop() if len(named) == 1 else None
            if reform:
                everywhere = (m for _, found in read for _, mentions in found for m in mentions)
                return PAR_INDEX if any(e.path == PAR_INDEX for m in everywhere for e in m.entries) else None
    return None


def ranked_by_reform(read: Read) -> bool:
    """Whether a title that is about reform and names no index tells a rank, or how far one has moved: "Cải cách hành
    chính năm 2022: Đồng Nai nhích lên 4 bậc". Shares and points in it may be of anything."""
    for paragraph, sentences in read:
        if paragraph.kind is not ParagraphKind.TITLE:
            return False
        mentions = [m for _, found in sentences for m in found]
        if any(m.kind is Kind.INDEX for m in mentions):
            return False
        told = [m for m in mentions if m.kind in MEASURES]
        if told and _OF_REFORM.search(paragraph.text) and not _OF_MORE.search(paragraph.text):
            text = paragraph.text
            return all(
                m.kind is Kind.RANK
                or m.unit_of_measure == "rank"
                or (m.kind is Kind.FRACTION and not m.word and m.of is not None)
                or (m.kind is Kind.SUPERLATIVE and bool(_OF_ALL.match(text, m.end)))
                for m in told
            )
    return False


def ranked_by_only_index(read: Read, index: str | None) -> bool:
    """Whether a title that names no index tells who leads all or a region, in an article that names this one only:
    "Đồng Tháp giữ ngôi đầu Đồng bằng sông Cửu Long"."""
    everywhere = (m for _, found in read for _, mentions in found for m in mentions if m.kind is Kind.INDEX)
    if index is None or {e.path for m in everywhere for e in m.entries if e.kind == "index"} != {index}:
        return False
    for paragraph, sentences in read:
        if paragraph.kind is not ParagraphKind.TITLE:
            return False
        mentions = [m for _, found in sentences for m in found]
        told = [m for m in mentions if m.kind in MEASURES]
        if told:
            behind = [next((m for m in mentions if m.start >= one.end), None) for one in told]
            regions = [m is not None and m.kind is Kind.REGION for m in behind]
            leads = [m.kind is Kind.SUPERLATIVE and m.word == "first" for m in told]
            return all(leads) and all(
                r or _OF_ALL.match(paragraph.text, m.end) for r, m in zip(regions, told, strict=True)
            )
    return False
