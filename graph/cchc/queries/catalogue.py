"""The catalogue of stored queries: one file a question, in ``queries/``."""

from __future__ import annotations

import os
from pathlib import Path

from cchc.errors import CchcError
from cchc.queries.header import PLAIN_TYPES, StoredQuery, parse
from cchc.resources import resource


class Catalogue:
    """The queries of one folder (the product's own, if none is given). Nothing is read before it is asked for."""

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        self.folder = Path(folder) if folder is not None else resource("queries")

    def names(self) -> list[str]:
        """The names of all queries, sorted."""
        return sorted(file.stem for file in self.folder.glob("*.rq"))

    def get(self, name: str) -> StoredQuery:
        """One query; reads only its file.

        :raises CchcError: UNKNOWN_QUERY with the nearest names; QUERY_HEADER.
        """
        names = self.names()
        if name not in names:
            raise CchcError("UNKNOWN_QUERY", values={"name": name, "nearest": nearest(name, names)})
        file = self.folder / f"{name}.rq"
        query = parse(name, file.read_text(encoding="utf-8"), file)
        for number, parameter in enumerate(query.parameters):
            if parameter.type not in PLAIN_TYPES and not self._file("lookup", parameter.type).is_file():
                values = {"key": f"params[{number}].type", "reason": f"unknown type {parameter.type}"}
                raise CchcError("QUERY_HEADER", where=file.name, values=values)
        return query

    def all(self) -> list[StoredQuery]:
        """All queries, by name."""
        return [self.get(name) for name in self.names()]

    def lookup(self, name: str) -> str:
        """The text of a look-up: how to find the things that the value of a parameter may name."""
        return self._file("lookup", name).read_text(encoding="utf-8")

    def completeness(self, name: str) -> str:
        """The text of a query that counts what is known (``?known``) and what there is (``?expected``)."""
        return self._file("completeness", name).read_text(encoding="utf-8")

    def note(self, name: str) -> str:
        """The text of a query that finds what there is to tell below an answer: ``?said``, and the ``?year`` of it."""
        return self._file("notes", name).read_text(encoding="utf-8")

    def template(self, name: str) -> str:
        """The text of a query for the sheets that people fill in."""
        return self._file("template", name).read_text(encoding="utf-8")

    def _file(self, kind: str, name: str) -> Path:
        return self.folder / kind / f"{name}.rq"


def nearest(wanted: str, known: list[str], limit: int = 3) -> str:
    """The known names most like the wanted one, as a text; all of them where none is like it and they are few."""
    import difflib

    close = difflib.get_close_matches(wanted, known, limit, 0.5)
    return ", ".join(close or (known if len(known) <= 24 else known[:limit]))
