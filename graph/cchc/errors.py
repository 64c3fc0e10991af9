"""The one shape of every error: a stable code, a message, where, and what to do, in Vietnamese and English.

The texts are data, in ``errors.toml``; the page ``docs/errors.md`` is made from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

DOCUMENTATION = "docs/errors.md"


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Every error by its code: ``exit`` status, ``message`` and ``fix`` templates by language, ``when`` it occurs."""
    import tomllib

    with (Path(__file__).parent / "errors.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass
class CchcError(Exception):
    """Something a user can understand and mend.

    ``code`` is a key of the catalogue, ``where`` the place (file, line, cell, query), ``values`` fill its templates.
    """

    code: str
    where: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.code)

    @property
    def exit_status(self) -> int:
        """1 the answer is no, 2 wrong usage or bad input, 3 a fault of the program or of an engine."""
        return int(catalogue()[self.code]["exit"])

    def message(self, lang: str = "vi") -> str:
        return str(catalogue()[self.code]["message"][lang]).format(**self.values)

    def fix(self, lang: str = "vi") -> str:
        return str(catalogue()[self.code]["fix"][lang]).format(**self.values)

    def as_dict(self, lang: str = "vi") -> dict[str, str]:
        """The error as the command line's JSON and HTTP give it."""
        return {
            "code": self.code,
            "message": self.message(lang),
            "where": self.where,
            "fix": self.fix(lang),
            "see": f"{DOCUMENTATION}#{self.code.lower()}",
        }

    def __str__(self) -> str:
        return f"{self.code}: {self.message('en')}" + (f" ({self.where})" if self.where else "")
