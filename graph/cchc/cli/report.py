"""A report of validation, and notes on an answer, as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cchc.cli.settings import Settings
from cchc.errors import CchcError

if TYPE_CHECKING:
    from cchc.validation import Report


def note(error: CchcError, settings: Settings) -> None:
    """Tells on standard error what is worth knowing of an answer that was given."""
    click.echo(f"{settings.say('Lưu ý', 'Note')} {error.code}: {error.message(settings.lang)}", err=True)
    click.echo(f"  → {error.fix(settings.lang)}", err=True)


def findings(report: Report, settings: Settings) -> list[str]:
    """Three lines a finding: what and where, in words, and what to do."""
    lines = []
    for row in report.rows(settings.lang):
        sign = "✗" if row["severity"] == "Violation" else "!"
        lines.append(f"{sign} {row['code']}  {row['focus']}" + (f"  {row['value']}" if row["value"] else ""))
        lines.append(f"    {row['message']}")
        lines.append(f"    → {row['fix']}")
    return lines


def table(report: Report, settings: Settings) -> str:
    """The findings, and the verdict with their numbers."""
    lines = findings(report, settings)
    verdict = (
        settings.say("Hợp lệ", "Conforms") if report.conforms else settings.say("Không hợp lệ", "Does not conform")
    )
    counts = settings.say(
        f"{len(report.violations)} lỗi, {len(report.warnings)} cảnh báo",
        f"{counted(len(report.violations), 'violation')}, {counted(len(report.warnings), 'warning')}",
    )
    return "\n".join([*lines, f"{verdict}: {counts}."])


def counted(number: int, noun: str) -> str:
    """English: a number with its noun, in the plural if need be."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
