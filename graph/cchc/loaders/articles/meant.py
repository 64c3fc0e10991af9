"""Which index a figure is of, where several are named, or where the one talked about has no ranking of its owner."""

from __future__ import annotations

import re

from cchc.loaders.articles.context import Context
from cchc.loaders.articles.editions import PAR_INDEX
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import MEASURES, Kind, Mention, preceded
from cchc.loaders.articles.turns import State

_ADDS_TO = re.compile(
    r"\b(?:(?:trong|thuộc|của|theo|vào)\s+(?:(?:cơ cấu|kết cấu|thang|cấu phần|cách tính)(?:\s+điểm)?"
    r"|(?:bảng|tổng|phần)\s+(?:điểm|số điểm))"
    r"|(?:tính|gộp|cộng|quy đổi|quy|đóng góp|góp|đưa)(?:\s+(?:\d+(?:[.,]\d+)?(?:/\d+)?|điểm|tới|đến|được|khoảng)){0,3}"
    r"\s+(?:vào|sang|về|cho)"
    r"|(?:một|1)\s+(?:phần|cấu phần|thành phần|tiêu chí|trong \w+ (?:phần|tiêu chí))\s+(?:của|trong))"
    r"\s+(?:(?:của|trong|kết quả|điểm|bộ|tổng điểm|chỉ số)\s+)*$",
    re.I,
)
"""Before an index that what is told of adds to: "tương ứng 8,25/10 điểm trong cơ cấu PAR INDEX"."""


def index_of(
    state: State, population: str, context: Context, names: Gazetteer, *, grouped: bool = False, letter: str = ""
) -> tuple[str | None, bool]:
    """The index that a figure is of, and whether that is certain.

    An index that has no ranking of this population cannot be meant. Of several named in one breath, groups with bounds
    (``grouped``) tell the one that has such groups; then the one that the title is about is meant. Else nothing is
    certain.
    """
    named = state.rivals or ((state.index,) if state.index else ())
    fitting = [index for index in named if covers(names, index, population)]
    if not fitting:
        fitting = [index for index in reversed(context.indices) if covers(names, index, population)][:1]
    if letter and fitting and not any(_has_group(names, index, letter) for index in fitting):
        # "Nhóm A" is no group of SIPAS: the other index that the article is about has it.
        having = [index for index in reversed(context.indices) if _has_group(names, index, letter)]
        if not having or not covers(names, having[0], population):
            return fitting[0], False
        fitting, context.index, context.rivals = having[:1], having[0], ()
    if grouped and len(fitting) > 1:
        fitting = [index for index in fitting if names.grades_of.get(index)] or fitting
    if len(fitting) > 1 and context.main_index in fitting:
        fitting = [context.main_index or ""]
    if grouped and len(fitting) == 1 and state.rivals and context.rivals == state.rivals:
        context.index, context.rivals = fitting[0], ()
    return (fitting[0], len(fitting) == 1) if fitting else (None, False)


def _has_group(names: Gazetteer, index: str, letter: str) -> bool:
    """Whether an index has groups by letter. Those of a province's own index are not known beforehand."""
    return index.endswith("-cchc") or ("grade", f"{index}/{letter}") in names.by_path


def covers(names: Gazetteer, index: str, population: str) -> bool:
    """Whether an index may rank a population: a national one ranks those only that it has criteria for."""
    entry = names.by_path.get(("index", index))
    return (
        entry is None
        or not entry.populations
        or population in entry.populations
        or population not in ("ministry", "province")
    )


def turns_to_ministries(mentions: list[Mention], position: int, context: Context) -> None:
    """Moves the talk to an index of ministries where their results are told and the one talked about has none: "…
    SIPAS của tỉnh đạt 88,83%. Trong khối các bộ, Bộ Tư pháp đạt 91,9%; ở khối tỉnh, Hải Phòng dẫn đầu". Who publishes
    an index has no figure beside its name."""
    if context.population != "ministry" or context.index is None or covers(context.names, context.index, "ministry"):
        return
    if any(m.kind is Kind.INDEX for m in mentions[:position]) or context.rivals:
        return
    beside = [*mentions[max(0, position - 1) : position], *mentions[position + 1 : position + 2]]
    if mentions[position].kind is Kind.UNIT and not any(m.kind in MEASURES for m in beside):
        return
    other = next((i for i in reversed(context.indices) if covers(context.names, i, "ministry")), None)
    if other:
        context.index = other


def is_only_added_to(mentions: list[Mention], position: int, entry: Entry, text: str, context: Context) -> bool:
    """Whether an index, named behind a figure, is one that the one talked about adds to: the talk stays of the
    latter."""
    path = PAR_INDEX if entry.owner else entry.path
    if context.index in (None, path) or not any(m.kind in MEASURES for m in mentions[:position]):
        return False
    return preceded(_ADDS_TO, text, mentions[position].start)
