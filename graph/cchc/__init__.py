"""The knowledge graph of Vietnam's public administration reform (cải cách hành chính).

>>> import cchc
>>> graph = cchc.open(".cchc")                                       # doctest: +SKIP
>>> graph.query("ranking", index="par-index", year=2020).rows        # doctest: +SKIP

Stores are made and added to by :mod:`cchc.build`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc.api import Graph
    from cchc.validation import Report

__all__ = ["connect", "extract", "open", "validate"]

# Everything heavy is imported where it is used: ``import cchc`` costs next to nothing.


def open(path: str | os.PathLike[str] = ".cchc") -> Graph:
    """The graph in an embedded store, for reading.

    :raises cchc.errors.CchcError: STORE_MISSING, STORE_VERSION, STORE_DAMAGED.
    """
    from cchc.api import Graph
    from cchc.store import open_store

    return Graph(open_store(path))


def connect(url: str) -> Graph:
    """The graph behind a SPARQL 1.1 endpoint whose default graph is the union of its named graphs.

    :raises cchc.errors.CchcError: ENDPOINT_URL.
    """
    from cchc.api import Graph
    from cchc.store import RemoteStore

    return Graph(RemoteStore(url))


def extract(path: str | os.PathLike[str], province: str | None = None) -> list[dict[str, Any]]:
    """What a loader reads from a file, as the records of ``cchc extract --format json``; touches no store.

    :param province: that the article reports from, where it does not tell.
    """
    from cchc.api import read
    from cchc.loaders.articles.records import records

    return records(read(path, province))


def validate(path: str | os.PathLike[str], graph: Graph | None = None) -> Report:
    """SHACL on what a file would bring (RDF, an article or a table), alone or together with an embedded graph.

    :raises cchc.errors.CchcError: FILE_MISSING, FORMAT_UNKNOWN, RDF_SYNTAX and others.
    """
    from cchc.api import validate_files

    return validate_files([path], graph)
