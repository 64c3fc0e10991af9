"""The terms of tables (``ontology/tables.ttl``) for those in running text, as the readers of files of tables understand
them. These are loaded when the first table is met, since most articles have none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from cchc.claims import Concept

if TYPE_CHECKING:
    from cchc.loaders.tables.model import Column

BETWEEN = " – "
"""Stands between the texts of a header of two lines."""
_REMEMBERED = 4096
"""So many headers and names of rows are remembered: tables repeat them."""


@lru_cache(_REMEMBERED)
def meaning(parts: tuple[str, ...]) -> Column:
    """What a header says, given its words from top to bottom; or the name of a row. Not to be changed."""
    from cchc.loaders.tables.columns import meaning
    from cchc.loaders.tables.names import table_names

    return meaning(1, list(parts), None, table_names())


def component_named(index: str | None, text: str) -> Concept | None:
    """The component of an index (None: of any) that the whole text names, known to the ontology."""
    from cchc.loaders.tables.columns import component_named
    from cchc.loaders.tables.names import table_names

    return component_named(table_names(), index, text)


def indices_with(name: str) -> Sequence[str]:
    """The indices that have a component of this name."""
    from cchc.loaders.tables.names import table_names

    return list(dict.fromkeys(entry.index or "" for entry in table_names().named("component", name)))
