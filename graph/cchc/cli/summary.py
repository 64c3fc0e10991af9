"""What a build or a load did, as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc.cli.report import counted, table
from cchc.cli.settings import Settings
from cchc.cli.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc.build import Summary
    from cchc.inputs import Loaded


def of_sources(items: Iterable[Loaded], settings: Settings, *, columns: bool = True) -> list[str]:
    """A line a source: how much was read from it; of a table, what its ``columns`` were taken for."""
    lines = []
    for item in items:
        if item.twin:
            said = settings.say(
                "nguồn này đã có cùng nội dung, không nạp lần nữa",
                "this source has the same text, so it is not loaded again",
            )
            lines.append(f"{item.source}: {said}  ({item.path})")
            continue
        said = settings.say(
            "không đổi" if item.unchanged else f"{item.claims} phát biểu, {item.unplaced} số liệu chưa hiểu",
            "unchanged"
            if item.unchanged
            else f"{counted(item.claims, 'claim')}, {counted(item.unplaced, 'figure')} not understood",
        )
        lines.append(f"{item.source}: {said}  ({item.path})")
        if columns:
            lines += lines_of(item, settings)
    return lines


def passed_over(paths: Iterable[str], settings: Settings) -> list[str]:
    """A line a file whose format is not read."""
    return [
        settings.say(f"{path}: bỏ qua, không phải định dạng đọc được", f"{path}: left out, the format is not read")
        for path in paths
    ]


def of_build(summary: Summary, settings: Settings) -> str:
    """What a build did. What columns are is for those who load a table; a build is of many, loaded before."""
    return _summary(summary, settings, table(summary.report, settings), columns=False)


def of_load(summary: Summary, settings: Settings) -> str:
    """What a load did; of the findings on what it bears on, those are told in full that were not there before."""
    from cchc.vocabulary import ID

    lines = [table(summary.brought, settings)]
    if summary.known.findings:
        lines.append(settings.say("Đã có từ trước khi nạp:", "There before the load:"))
        for row in summary.known.rows(settings.lang):
            lines.append(f"  {row['code']}  {row['focus'].removeprefix('<' + ID).rstrip('>')}: {row['message']}")
    prefix = settings.say("Phần thay đổi: ", "What changed: ")
    return _summary(summary, settings, "\n".join(lines), prefix)


def _summary(summary: Summary, settings: Settings, report: str, prefix: str = "", *, columns: bool = True) -> str:
    lines = of_sources(summary.sources, settings, columns=columns) + passed_over(summary.left_out, settings)
    derived = sum(summary.derived.values())
    settled = summary.settlement
    lines.append(
        prefix
        + settings.say(
            f"{settled.results} kết quả, {settled.statistics} số liệu tổng hợp, {settled.editions} kỳ đánh giá, "
            f"{settled.meetings} hội nghị; {derived} phát biểu suy ra; {settled.conflicts} chỗ các nguồn khác nhau.",
            f"{counted(settled.results, 'result')}, {counted(settled.statistics, 'statistic')}, "
            f"{counted(settled.editions, 'edition')}, {counted(settled.meetings, 'meeting')}; "
            f"{counted(derived, 'derived claim')}; {counted(settled.conflicts, 'conflict')} between sources.",
        )
    )
    lines.append(report)
    return "\n".join(lines)
