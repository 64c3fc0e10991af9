"""What stands above a row and holds for it: the population of its section, the district that its communes are in, the
index that it is of."""

from __future__ import annotations

import re

from cchc.loaders.tables.local_units import headed
from cchc.loaders.tables.model import Row, said_by
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.surroundings import population_of

_NUMBERING = re.compile(r"^\s*\w{1,4}[.)]\s*")
_GRADED = re.compile(r"(?:nhóm|xếp\s+loại|loại|group|class)\b", re.I)
_LONGEST = 80
"""A longer text is a note."""


def population_alone(text: str, names: TableNames) -> str | None:
    """The population that a text names by one word, and nothing else but whose mean it is: "Khối sở", "Trung bình các
    huyện"; "toàn tỉnh" is of all that are in it."""
    all_in = [(start, end) for _, start, end in names.within("heading-word", text, "qualifier") if end - start > 1]
    for entry, start, end in names.within("population", text):
        if any(first <= start and end <= last for first, last in all_in):
            continue
        if names.covers(text, start, end, "table-term"):
            return entry.path
    return None


class Sections:
    """The sections of a table, row by row; ``population``, ``district`` and ``index`` are those of the row at hand.
    ``graded`` is the heading that may give a grade: its row and column (from 1), and its text; ``several`` whether
    there were sections of more than one population.

    :param of_indices: whether sections may be of one index each.
    """

    def __init__(self, names: TableNames, *, of_indices: bool = False) -> None:
        self._names, self._of_indices = names, of_indices
        self.index: str | None = None
        self.population: str | None = None
        self.district: str | None = None
        self.graded: tuple[int, int, str] | None = None
        self.several = False

    def open(self, number: int, row: Row) -> None:
        """A row of words only: it says which population follows ("B. UBND CẤP HUYỆN"), or whose ("Huyện Cư Jút")."""
        # Its number may stand in a cell of its own.
        text = max((value for value in row if isinstance(value, str)), key=len, default="")
        if len(text) >= _LONGEST:
            return
        if len(set(said_by(row))) == 1 or _GRADED.match(_NUMBERING.sub("", text)):
            self.graded = (number, row.index(text) + 1, text) if text else None
        text = _NUMBERING.sub("", text)
        if self._of_indices and len(indices := {entry.path for entry, *_ in self._names.within("index", text)}) == 1:
            self.index = indices.pop()
        head = headed(text)
        if head and head[0] == "District" and head[2][0].isupper():
            self.district = text
        elif found := population_of(text, self._names) or population_alone(text, self._names):
            self.several |= self.population not in (None, found)
            self.population, self.district = found, None
