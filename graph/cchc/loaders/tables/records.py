"""Claims of tables as the plain records of ``cchc extract``: those of articles, with the cell in place of offsets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cchc.loaders.articles.records import record_of
from cchc.loaders.tables.figures import Claim
from cchc.loaders.tables.model import Unread, letters


def records(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """The records of claims, each with the sheet, the cell (``C12``), its row and column from 1 and its heading."""
    found = []
    for claim in claims:
        cell = claim.cell
        if cell is None:
            continue
        place = {
            "evidence": cell.exact,
            "sheet": cell.sheet or None,
            "cell": f"{letters(cell.column)}{cell.row}",
            "row": cell.row,
            "column": cell.column,
            "heading": cell.heading,
            "cited": list(claim.cited),
            "note": claim.note,
        }
        found += [{**record, **place} for record in record_of(claim)]
    return found


def unplaced(columns: Iterable[Unread]) -> list[dict[str, Any]]:
    """A record for each column or row that holds figures and was not understood, with the first and their number."""
    return [
        {
            "type": "unplaced",
            "text": unread.column.heading or unread.name,
            "why": "row-not-understood" if unread.line else "column-not-understood",
            "figures": unread.count,
            "evidence": unread.first,
            "sheet": unread.table.sheet.slug or None,
            "cell": f"{letters(unread.cell[1])}{unread.cell[0]}",
            "row": unread.cell[0],
            "column": unread.cell[1],
            "heading": unread.column.heading,
        }
        for unread in columns
    ]
