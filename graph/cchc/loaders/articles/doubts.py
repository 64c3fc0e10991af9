"""Figures of a sentence whose year or index is uncertain: what is read of them is a candidate."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.loaders.articles.context import LARGEST_REGION, Context
from cchc.loaders.articles.editions import PAR_INDEX, SATISFACTION
from cchc.loaders.articles.mentions import Kind, Mention, preceded
from cchc.loaders.articles.periods import is_earlier, period_in
from cchc.loaders.articles.turns import State
from cchc.vietnamese.scanning import Pattern

_HINTED = Pattern(
    r"\b(?:trước (?:khi )?(?:sáp nhập|hợp nhất)|trước đây|trước kia"
    r"|trước đó(?!,?\s+(?:vào\s+)?(?:ngày|hôm|sáng|chiều)\b)|có năm|có thời điểm|có lúc"
    r"|cùng (?:thời gian|giai đoạn)|những năm trước|nhiều năm trước"
    r"|năm đầu(?: tiên)?(?=\s*,)"
    r"|(?<!chưa )từng\s+(?:xếp|đứng|đạt|rơi|tụt|nằm|ở|giữ|lọt))\b",
    re.I,
)
"""Words for a past year that is not named."""
_NEAR = 60
"""So many characters behind them a date tells when something was said, and not of which year it is."""
_THEN = Pattern(r"\b(?:khi|lúc|thời điểm|năm)\s+(?:đó|ấy)\b", re.I)
_WITHOUT = Pattern(r"\b(?:không|chưa)\s+(?:tính|kể|bao gồm|gồm)\s+(?:đến\s+)?(?:\d|các|những|tỉnh|bộ|khối)", re.I)
"""Words that leave some units out of a ranking."""
_WHEN = re.compile(r"\s*,\s+(?:khi|lúc|thời điểm|năm(?=\s+(?:tỉnh|thành phố|huyện|bộ|mà)\b))\b", re.I)
_SINCE = re.compile(r"\btừ\s+(?:năm\s+)?$", re.I)
_CLAUSE_ENDS = re.compile(r";|\.\s|\b(?:(?:nhưng|song)(?!\s+(?:được|đạt|có|chỉ|với)\b)|còn|nay)\b", re.I)
_BESIDE = Pattern(
    r"\btrong khi(?:\s+đó)?,?\s+(?:(?:kết quả|chỉ số)\s+)?(?:của\s+|vào\s+)?năm\s+"
    r"(?:(?P<year>(?:19|20)\d\d)|trước(?:\s+đó)?|ngoái)\s+(?:(?:tỉnh|thành phố|huyện)\s+)?"
    r"(?:(?:mới|chỉ|là|đạt|được|ở mức)\s+)+\d+(?:[.,]\d+)?\s*(?:%|điểm)(?=,\s)",
    re.I,
)
"""The figure of another year beside that of the year talked about."""
_OWN_SURVEY = Pattern(
    r"\b(?:qua\s+)?(?:khảo sát|điều tra|lấy ý kiến|phỏng vấn)\s+(?:của\s+|đối với\s+|với\s+)?\d[\d.]*\s+"
    r"(?:người|tổ chức|phiếu|ý kiến|hộ|cá nhân|công dân|doanh nghiệp)\b"
    r"|\b(?:cơ quan|đơn vị)(?:\s+(?:hành chính|nhà nước|hành chính nhà nước))?\s+trên địa bàn\b",
    re.I,
)
"""Words that tell of a survey of the province's own."""
_NATIONWIDE = re.compile(r"\s*(?:(?:của|trên|trong)\s+)?(?:cả nước|toàn quốc)\b", re.I)
_ABOUT_REFORM = Pattern(
    r"\bvề\s+(?:(?:công tác|kết quả|thực hiện)\s+)*(?:CCHC|cải cách hành chính)"
    r"(?=\s*[,.;:(]|\s+(?:năm|cả nước|toàn quốc)|$)",
    re.I,
)
"""Words that make reform what the figures of a sentence are of, which names no index."""


def told_of_then(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "so với năm 2018, khi Bộ xếp 14/18 với 80,37%", "từ 2017, năm tỉnh xếp thứ 3": gives what is told of the time
    compared with, or begun with, its year. Changes ``found``."""
    for position, mention in enumerate(mentions[:-1]):
        since = mention.word == "plan" and preceded(_SINCE, text, mention.start)
        if not (mention.kind is Kind.COMPARISON or since) or not mention.year or mention.year < 0:
            continue
        if not _WHEN.match(text, mention.end):
            continue
        for place in range(position + 1, len(mentions)):
            later = mentions[place]
            if later.year or later.kind is Kind.CHANGE or _CLAUSE_ENDS.search(text, mention.end, later.start):
                break
            found[place] = replace(found[place], year=mention.year)


def comes_from(mentions: list[Mention], position: int) -> int | None:
    """The year of the figure right before one that it came to ("từ 10,2 điểm năm 2022 tăng lên 13,6 điểm"); None where
    nothing did, or no year is told."""
    before, mention = mentions[position - 1] if position else None, mentions[position]
    if before is None or mention.kind not in (Kind.NUMBER, Kind.RANK) or mention.year is not None:
        return None
    moved = before.kind is mention.kind and before.word == mention.word == "cued"
    return before.year if moved and before.year and before.year > 0 else None


def period_since(mentions: list[Mention], text: str, current: str | None) -> str | None:
    """The earlier period of the same year that a sentence compares with, which is that of the figure that something
    moved from: "giảm 0,35 điểm so với tuần 19; thứ hạng từ 17/63 lên 15/63"; None where it is not told."""
    before = next((m for m in reversed(mentions) if m.kind is Kind.COMPARISON), None)
    told = period_in(text, before.start, before.end) if before and before.word == "period" else None
    return told if is_earlier(told, current) else None


def hinted_years(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "Trước đây, tỉnh từng xếp thứ 50": marks figures of a past year that the sentence does not name. Changes
    ``found``."""
    hint = _HINTED.search(text)
    if hint is None or any(m.kind in (Kind.YEAR, Kind.YEARS) for m in mentions):
        return
    if any(m.kind is Kind.DATE and 0 <= m.start - hint.end() < _NEAR for m in mentions):
        return  # "Trước đó, tại hội nghị ngày 17/4/2024, …": what was told then.
    end = min((at for mark in ";" if (at := text.find(mark, hint.end())) >= 0), default=len(text))
    for position, mention in enumerate(mentions):
        if hint.start() <= mention.start < end:
            found[position] = replace(found[position], unsure=True)


def years_gone_back_to(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "Tăng 5 bậc so với năm 2021, khi đó tỉnh xếp thứ 45": gives what was "then" the year named right before. Changes
    ``found``."""
    then = _THEN.search(text)
    if then is None:
        return
    before = next((m for m in reversed(mentions) if m.end <= then.start() and m.year), None)
    if before is None or before.year is None or before.year < 0 or text[before.end : then.start()].strip(" ,("):
        return
    stop = min((at for mark in ";)" if (at := text.find(mark, then.end())) >= 0), default=len(text))
    for position, mention in enumerate(mentions):
        if then.end() <= mention.start < stop:
            if mention.kind in (Kind.YEAR, Kind.YEARS, Kind.COMPARISON):
                break
            found[position] = replace(found[position], year=before.year)


def ranked_without_some(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "Không tính 5 thành phố trực thuộc Trung ương, tỉnh xếp thứ 15": marks ranks among others than all. Changes
    ``found``."""
    without = _WITHOUT.search(text)
    for position, mention in enumerate(mentions):
        if without and mention.kind in (Kind.RANK, Kind.SUPERLATIVE) and mention.start > without.start():
            found[position] = replace(found[position], unsure=True)


def back_from_years(
    found: list[State], mentions: list[Mention], text: str, passing: list[tuple[int, int | None]]
) -> None:
    """Marks figures whose year is uncertain behind one told in passing: no later one is known that the talk could come
    back to; or it may not be over ("trong khi năm 2022 là 86,2%, xếp thứ 20"). Changes ``found``.

    :param passing: where what is told in passing ends, and its year.
    """
    for match in _BESIDE.finditer(text):
        told = (m.year for m in mentions if m.kind is Kind.YEAR and match.start() <= m.start < match.end())
        passing.append((match.end(), int(match["year"]) if match["year"] else next(told, None)))
    for end, year in passing:
        for position, mention in enumerate(mentions):
            if mention.start >= end and mention.kind in (Kind.YEAR, Kind.YEARS):
                break
            if mention.start >= end and year and found[position].year == year and mention.year is None:
                found[position] = replace(found[position], unsure=True)


def own_surveys(found: list[State], mentions: list[Mention], text: str, context: Context) -> None:
    """Marks figures of the satisfied that a province may have asked itself: "qua khảo sát 4.200 người dân", "các cơ
    quan hành chính trên địa bàn". Changes ``found``."""
    if context.home is None or not _OWN_SURVEY.search(text) or _ranked_nationwide(mentions, text):
        return
    for position, state in enumerate(found):
        if state.index == SATISFACTION:
            found[position] = replace(state, unsure=True)


def _ranked_nationwide(mentions: list[Mention], text: str) -> bool:
    """Whether a sentence ranks among all provinces, which no survey of one's own does."""
    ranked = [m for m in mentions if m.kind is Kind.RANK]
    return any((m.of or 0) >= LARGEST_REGION or _NATIONWIDE.match(text, m.end) for m in ranked)


def index_of_another_year(
    found: list[State], mentions: list[Mention], text: str, index: str | None, context: Context
) -> None:
    """Marks figures of a year that another index than the one before may be meant for: "PCI năm 2022 đạt 66 điểm. Năm
    2023, tỉnh xếp thứ 5", in an article about reform; or "Về cải cách hành chính, tỉnh xếp thứ 5". Changes ``found``.

    :param index: the index that the sentence before was about.
    """
    if index and not context.local and not any(m.kind is Kind.INDEX for m in mentions) and _ABOUT_REFORM.search(text):
        for position, state in enumerate(found):
            if state.index == index != PAR_INDEX:
                found[position] = replace(state, index=PAR_INDEX, rivals=(), unsure=True)
        return
    known = context.years.get(index)
    alone = len(context.spoken_of) < 2 or index == context.main_index
    if alone or known is None or any(m.kind in (Kind.INDEX, Kind.COMPONENT) for m in mentions):
        return
    named = {m.year for m in mentions if m.kind is Kind.YEAR} - {known}
    for position, state in enumerate(found):
        if state.index == index and state.year in named:
            found[position] = replace(state, unsure=True)


def leads_back(mention: Mention, context: Context) -> bool:
    """Whether so many years after the one spoken of is the one that the article is about: "chỉ sau một năm"."""
    if context.year is None or context.document_year is None or not mention.number:
        return False
    return context.year + int(mention.number) == context.document_year
