"""What is wrong with the records of a review, all of it at once."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.errors import CchcError


class ReviewRefused(CchcError):
    """Records that can't be taken back. ``problems`` has one coded error for each, which names its record and key."""

    def __init__(self, problems: Iterable[CchcError], where: str) -> None:
        self.problems = tuple(problems)
        super().__init__("REVIEW_RECORD", where=where, values={"count": len(self.problems)})

    def message(self, lang: str = "vi") -> str:
        """The message, with one line for each problem."""
        lines = [f"  {problem.where}: {problem.message(lang)}" for problem in self.problems]
        return "\n".join([super().message(lang), *lines])
