"""A table on its way into a store: its rows are read as often as its triples are wanted, and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from cchc.claims import Claim
from cchc.errors import CchcError
from cchc.loaders.tables.leftover import Leftover
from cchc.loaders.tables.model import Row, Table, TableRefused
from cchc.loaders.tables.reader import TableFile
from cchc.triples import table_lines

BLOCK = 48_000_000
"""About how many bytes of triples are given at once, some 200,000 triples: smaller blocks make more files in the
store, larger ones take more memory."""

Told = Callable[[int, int], None]
"""Called with how many rows were read, and of how many."""


class TableStream:
    """The triples of a table, block by block. ``claims``, ``bad_rows`` and ``unplaced`` (figures) are counted by
    :meth:`checked`.

    :param bad_rows: the file for rows that are wrong, if they are to be skipped; ``lang`` is its language.
    """

    def __init__(self, table: TableFile, bad_rows: Path | None, lang: str) -> None:
        self.table, self.lang = table, lang
        self.claims = self.bad_rows = self.unplaced = 0
        self._bad_rows = bad_rows
        self._leftover: Leftover | None = None
        self._size, self._changed = _state(table.path)

    def checked(self, told: Told | None = None) -> Iterator[bytes]:
        """Blocks of N-Quads, as long as no row is wrong. All rows are read; errors are raised at the end.

        :raises CchcError: TABLE_REFUSED with all errors (bad rows that are to be skipped are kept for
            :meth:`keep_bad_rows` instead), TABLE_CHANGED.
        """
        problems: list[CchcError] = []
        leftover = Leftover(self._bad_rows) if self._bad_rows else None

        def report(table: Table, error: CchcError, number: int, row: Row) -> None:
            if leftover:
                leftover.add(table, error, number, row)
            else:
                problems.append(error)

        for block in self._blocks(self._counted(self.table.claims(report), told), named=True):
            if not problems:
                yield block
        if problems:
            raise TableRefused(str(self.table.path), problems)
        self.unplaced = sum(unread.count for unread in self.table.unread)
        if leftover:
            self._leftover, self.bad_rows = leftover, leftover.count
        self._refuse_changed()

    def keep_bad_rows(self) -> None:
        """Writes the rows that were skipped to their file, when the good ones are certain to be loaded: a file of bad
        rows says that all others are in the store."""
        if self._leftover:
            self._leftover.write(self.lang)

    def triples(self, told: Told | None = None) -> Iterator[bytes]:
        """The same once more as blocks of N-Triples.

        :raises CchcError: TABLE_CHANGED.
        """
        claims = self.table.claims(lambda *_: None)
        yield from self._blocks(self._counted(claims, told), named=False)
        self._refuse_changed()

    def _blocks(self, claims: Iterator[Claim], *, named: bool) -> Iterator[bytes]:
        held: list[str] = []
        size = 0
        for lines in table_lines(self.table.source, claims, named=named):
            held.append(lines)
            size += len(lines)
            if size >= BLOCK:
                yield "".join(held).encode("utf-8")
                held, size = [], 0
        yield "".join(held).encode("utf-8")

    def _counted(self, claims: Iterator[Claim], told: Told | None) -> Iterator[Claim]:
        self.claims = rows = 0
        total = self.table.source.long.rows if self.table.source.long else 0
        last: object = None
        for claim in claims:
            self.claims += 1
            cell = getattr(claim, "cell", None)
            if cell is not None and (cell.sheet, cell.row) != last:
                last = cell.sheet, cell.row
                rows += 1
                if told and rows % _ROWS == 0:
                    told(min(rows, total), total)
            yield claim

    def _refuse_changed(self) -> None:
        if _state(self.table.path) != (self._size, self._changed):
            raise CchcError("TABLE_CHANGED", where=str(self.table.path))


_ROWS = 1_000
"""After how many rows progress is told."""


def _state(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns
