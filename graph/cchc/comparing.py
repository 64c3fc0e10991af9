"""What is new among the sources to load: a store holds each once, under whatever name it came."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode

from cchc import incoming
from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.inputs import Input, Loaded
from cchc.store import WritableStore
from cchc.validation import SUFFIXES as RDF_SUFFIXES


def compare(target: WritableStore, inputs: list[Input], *, replace: bool) -> tuple[list[Input], list[Loaded]]:
    """The inputs that are new to the store, and those that it, or this call, holds already under whatever name.

    :raises CchcError: SOURCE_TWICE, SOURCE_CHANGED, SOURCE_READ_OTHERWISE.
    """
    new: dict[str, Input] = {}
    unchanged: list[Loaded] = []
    # What a killed writer left of a source is no source yet.
    begun = target.journal.graphs if target.journal else set()
    texts, twins = (_said_of_sources(target, name, begun) for name in ("sha256", "fingerprint"))
    for item in inputs:
        path, source_id = item.loaded.path, item.loaded.source
        if item.text is None:
            media_type = RDF_SUFFIXES[Path(path).suffix.lower()].media_type
            item = Input(item.loaded, incoming.new_quads(target.engine, item.quads, item.graph, path, media_type))
        if source_id in new:
            if _same(item, new[source_id]):
                unchanged.append(_as_unchanged(item, source_id))
                continue
            raise CchcError("SOURCE_TWICE", where=path, values={"id": source_id, "other": new[source_id].loaded.path})
        # Only what tells nothing of its text must be compared quad by quad; a table may have millions.
        held = item.graph not in begun and any(True for _ in target.quads(item.graph))
        same_text = [name for name, sha256 in texts.items() if item.sha256 is not None and sha256 == item.sha256]
        twin = [name for name, words in twins.items() if item.fingerprint is not None and words == item.fingerprint]
        if item.reviewed and source_id in same_text and set(target.quads(item.graph)) != set(item.quads):
            new[source_id] = item
        elif source_id in same_text and (item.loaded.tables or item.loaded.told) and _read_otherwise(target, item):
            if not replace:
                raise CchcError("SOURCE_READ_OTHERWISE", where=path, values={"id": source_id})
            new[source_id] = item
        elif source_id in same_text or (
            item.text is None and held and set(target.quads(item.graph)) == set(item.quads)
        ):
            unchanged.append(_as_unchanged(item, source_id))
        elif item.text is None and not held and incoming.holds(target.engine, item.quads):
            # Nothing but what the product declares or concludes, or other sources say: an export of this graph.
            unchanged.append(_as_unchanged(item, source_id))
        elif held and not replace:
            raise CchcError("SOURCE_CHANGED", where=path, values={"id": source_id})
        elif not held and (twin or same_text):
            unchanged.append(_as_unchanged(item, (twin or same_text)[0], twin=True))
        else:
            new[source_id] = item
            if item.sha256 is not None and item.fingerprint is not None:
                texts[source_id], twins[source_id] = item.sha256, item.fingerprint
    return list(new.values()), unchanged


def _same(one: Input, other: Input) -> bool:
    return one.sha256 == other.sha256 if one.sha256 else one.quads == other.quads and other.sha256 is None


def _read_otherwise(target: WritableStore, item: Input) -> bool:
    """Whether a table (or an article) says other things now than when it was loaded: options tell its year, its index,
    its columns (its province).

    A long table is not asked, as it is not read yet. What it declares does not matter: by now, its units are known.
    """
    if item.stream:
        return False
    kind, claim = NamedNode(v.RDF + "type"), NamedNode(v.CCHC + "Claim")
    held = {quad.subject for quad in target.engine.quads_for_pattern(None, kind, claim, NamedNode(item.graph))}
    return held != {quad.subject for quad in item.quads if quad.predicate == kind and quad.object == claim}


def _as_unchanged(item: Input, source_id: str, *, twin: bool = False) -> Loaded:
    return Loaded(item.loaded.path, source_id, 0, 0, unchanged=True, twin=twin)


def _said_of_sources(store: WritableStore, name: str, without: set[str]) -> dict[str, str]:
    """A literal property of the sources in the named graphs of the store, but for some of the graphs, by their ids."""
    prefix = v.source_iri("")
    predicate = NamedNode(v.CCHC + name)
    found = sorted(store.engine.quads_for_pattern(None, predicate, None, None), key=str)
    return {
        quad.subject.value.removeprefix(prefix): quad.object.value
        for quad in found
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and v.source_graph(quad.subject.value.removeprefix(prefix)) not in without
    }
