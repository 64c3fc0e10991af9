"""The store: an embedded Oxigraph in a folder, or any SPARQL 1.1 endpoint, behind one small reading interface.

Its default graph is the RDF merge of its named graphs, each triple once; queries see that merge without any ``GRAPH``.
(Oxigraph's own union of named graphs repeats a triple for every graph that holds it.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cchc.store.embedded import EmbeddedStore, memory_store, open_store
from cchc.store.results import ReadableStore, Solutions, Term

if TYPE_CHECKING:
    from cchc.store.remote import RemoteStore
    from cchc.store.writable import Changes, WritableStore
    from cchc.store.writer import writing

__all__ = [
    "Changes",
    "EmbeddedStore",
    "ReadableStore",
    "RemoteStore",
    "Solutions",
    "Term",
    "WritableStore",
    "memory_store",
    "open_store",
    "writing",
]

# Reading an embedded store needs neither of these; they are imported when asked for.
_LATER = {"Changes": "writable", "RemoteStore": "remote", "WritableStore": "writable", "writing": "writer"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"cchc.store.{_LATER[name]}"), name)
