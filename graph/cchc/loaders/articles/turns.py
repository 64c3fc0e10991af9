"""The state at a mention; and figures whose index or year stands elsewhere in the sentence: figures told in turn, and
what opens a sentence before its index is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cchc.loaders.articles.context import Context
from cchc.loaders.articles.mentions import Kind, Mention

_IN_TURN = re.compile(r"\b(?:lần lượt|tương ứng|theo thứ tự)\b", re.I)
_EARLIER = re.compile(r"\s*(?:trước đó|trước đây|trước kia|cùng kỳ)\b|[^;]{0,80}\btừng\s(?!\w+\s*:)", re.I)
_HINTED = re.compile(
    r"\b(?:trước đây|trước kia|trước đó|có năm|có thời điểm|có lúc|những năm trước|nhiều năm trước"
    r"|năm đầu(?: tiên)?(?=\s*,)"
    r"|(?<!chưa )từng\s+(?:xếp|đứng|đạt|rơi|tụt|nằm|ở|giữ|lọt))\b",
    re.I,
)
"""Words for a past year that is not named."""
_FIGURES = (Kind.CHANGE, Kind.RANK, Kind.SUPERLATIVE, Kind.FRACTION)
_OPENS = re.compile(r"\s*(?:Với|Từ|Đạt|Bằng)\b")


@dataclass(slots=True)
class State:
    """What holds at one mention. ``rivals`` are the indices that are meant alike where it is not known which;
    ``both`` the two that a rank is told of at once ("dẫn đầu cả PAR INDEX và SIPAS"); ``unsure`` says that the year is
    one that the text only hints at ("trước đây")."""

    index: str | None
    year: int | None
    population: str | None
    local: bool
    period: str | None
    unnamed: bool = False
    rivals: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    unsure: bool = False


def indices_named_later(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "Từ vị trí 61/63 năm 2019, PAR INDEX của …": gives what opens a sentence the index named after it. Changes
    ``found``."""
    first = next(
        (i for i, m in enumerate(mentions) if m.kind is Kind.INDEX and any(e.kind == "index" for e in m.entries)), None
    )
    if first is None:
        return
    for position in range(first):
        unknown = found[position].index is None
        if unknown or (_OPENS.match(text) and "," not in text[: mentions[position].start].removeprefix("Với")):
            found[position] = replace(found[position], index=found[first].index, rivals=())


def indices_in_turn(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "PAR INDEX và SIPAS lần lượt đạt 87,1% và 84,2%": gives each figure its index. Changes ``found``."""
    for position, mention in enumerate(mentions):
        rivals = found[position].rivals
        later = position + 1 < len(mentions) and mentions[position + 1].kind is Kind.INDEX
        if mention.kind is not Kind.INDEX or len(rivals) < 2 or later or not _IN_TURN.search(text, mention.end):
            continue
        for kinds in ((Kind.NUMBER,), (Kind.RANK, Kind.FRACTION), (Kind.CHANGE,)):
            places = [
                i for i in range(position + 1, len(mentions)) if mentions[i].kind in kinds and found[i].rivals == rivals
            ]
            if len(places) == len(rivals):
                for place, index in zip(places, rivals, strict=True):
                    found[place] = replace(found[place], index=index, rivals=())


def years_in_turn(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "năm 2020, 2021 và 2022 lần lượt đạt 80,1%; 82% và 83%": gives each figure its year. Changes ``found``."""
    for position, mention in enumerate(mentions):
        if not mention.years or not _IN_TURN.search(text, mention.end):
            continue
        for kinds in ((Kind.NUMBER,), (Kind.RANK, Kind.FRACTION), (Kind.CHANGE,)):
            places = [i for i in range(position + 1, len(mentions)) if mentions[i].kind in kinds]
            measured = [i for i in places if mentions[i].unit_of_measure]
            if Kind.NUMBER in kinds and len(places) != len(mention.years):
                places = measured
            if len(places) == len(mention.years):
                for place, year in zip(places, mention.years, strict=True):
                    found[place] = replace(found[place], year=year)


def hinted_years(found: list[State], mentions: list[Mention], text: str) -> None:
    """ "Trước đây, tỉnh từng xếp thứ 50": marks figures of a past year that the sentence does not name. Changes
    ``found``."""
    hint = _HINTED.search(text)
    if hint is None or any(m.kind in (Kind.YEAR, Kind.YEARS) for m in mentions):
        return
    end = min((at for mark in ";" if (at := text.find(mark, hint.end())) >= 0), default=len(text))
    for position, mention in enumerate(mentions):
        if hint.start() <= mention.start < end:
            found[position] = replace(found[position], unsure=True)


def year_after(mentions: list[Mention], text: str, kept: int | None, context: Context) -> int | None:
    """The year that the talk goes on with after a sentence: not one that is told in passing or compared with.

    ``kept`` is the year that held before it.
    """
    dated = next((i for i, m in enumerate(mentions) if m.kind is Kind.YEAR), None)
    behind = dated is not None and any(m.kind in _FIGURES for m in mentions[:dated])
    current = kept or context.document_year
    past = (behind or _EARLIER.match(text)) and current and context.year and context.year < current
    if past or any(m.kind is Kind.YEAR and m.word == "last" for m in mentions):
        return kept  # "Năm trước đó, …" is told in passing.
    # "Trung bình năm 2022 là …, trong khi năm 2021 là …" goes on with 2022.
    named = {m.year for m in mentions if m.kind is Kind.YEAR} & {kept, context.document_year}
    return max([context.year or 0, *(year for year in named if year)]) or None
