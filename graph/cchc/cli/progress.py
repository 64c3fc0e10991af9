"""A progress bar for long work, on a terminal only."""

from __future__ import annotations

import sys
from types import TracebackType

_WIDTH = 24
_STAGES = ("read", "conclude", "validate", "write")
_SHARES = (0.5, 0.1, 0.3, 0.1)
"""About how much of the whole time each stage takes, for the seeds."""
_WORDS = {
    "vi": {
        "read": "đọc tài liệu",
        "conclude": "suy luận",
        "validate": "kiểm tra",
        "write": "ghi",
        "check": "đối chiếu",
        "compare": "so sánh",
        "publish": "gửi",
    },
    "en": {
        "read": "reading",
        "conclude": "concluding",
        "validate": "validating",
        "write": "writing",
        "check": "checking",
        "compare": "comparing",
        "publish": "sending",
    },
}


class Bar:
    """Shows on standard error, if that is a terminal, what is being done; leaves nothing behind.

    >>> with Bar("en") as bar:
    ...     bar("read", 0, 5)
    """

    def __init__(self, lang: str) -> None:
        self._words = _WORDS[lang]
        self._shown = sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """A :data:`cchc.build.Progress`."""
        if not self._shown:
            return
        fraction = done / max(total, 1)
        if stage in _STAGES:
            place = _STAGES.index(stage)
            fraction = sum(_SHARES[:place]) + _SHARES[place] * done / max(total, 1)
        filled = round(_WIDTH * fraction)
        counted = f" {done}/{total}" if total > 1 else ""
        sys.stderr.write(f"\r\x1b[K{'█' * filled}{'░' * (_WIDTH - filled)} {self._words[stage]}{counted}")
        sys.stderr.flush()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
