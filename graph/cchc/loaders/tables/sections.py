"""What stands above a row and holds for it: the population of its section, the district that its communes are in."""

from __future__ import annotations

import re

from cchc.loaders.tables.local_units import headed
from cchc.loaders.tables.model import Row
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.surroundings import population_of

_NUMBERING = re.compile(r"^\s*\w{1,4}[.)]\s*")
_LONGEST = 80
"""A longer text is a note."""


class Sections:
    """The sections of a table, row by row; ``population`` and ``district`` are those of the row that is being read."""

    def __init__(self, names: TableNames) -> None:
        self._names = names
        self.population: str | None = None
        self.district: str | None = None

    def open(self, row: Row) -> None:
        """A row of words only: it says which population follows ("B. UBND CẤP HUYỆN"), or whose ("Huyện Cư Jút")."""
        # Its number may stand in a cell of its own.
        text = max((value for value in row if isinstance(value, str)), key=len, default="")
        if len(text) >= _LONGEST:
            return
        text = _NUMBERING.sub("", text)
        head = headed(text)
        if head and head[0] == "District" and head[2][0].isupper():
            self.district = text
        elif found := population_of(text, self._names):
            self.population, self.district = found, None
