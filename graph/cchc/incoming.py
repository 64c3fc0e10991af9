"""RDF data of others, on its way into the graph: what it says beyond what is known already, and what it may not say.

Shapes say what data must look like; this says what it may speak of. Data lies in the graph of its source whatever
graphs it names itself, but queries see the merge of all graphs, so it must not add to what others declare, state or
conclude.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.queries.binding import bind
from cchc.resources import resource
from cchc.vietnamese import nfc

_OURS = (v.ONTOLOGY_GRAPH, v.REFERENCE_GRAPH, v.DERIVED_GRAPH, v.RESULTS_GRAPH)


def new_quads(store: Store, quads: Iterable[Quad], graph: str, where: str, media_type: str) -> list[Quad]:
    """The quads in the graph named ``graph``, sorted, without those that the product itself declares or concludes.

    So an export can be loaded, and does not freeze what was concluded then. One more quad says that the graph was
    loaded as RDF, in which format: nobody keeps the texts behind it. Empty if there is nothing new.

    :raises CchcError: RDF_BLANK_NODE for a thing without an IRI, RDF_LOCAL_IRI for one that means something on one
        machine only, RDF_NOT_NFC for text in another normal form than NFC.
    """
    name = NamedNode(graph)
    found: set[Quad] = set()
    blank: list[Quad] = []
    for quad in quads:
        said = quad.subject, quad.predicate, quad.object
        for term in said:
            if isinstance(term, NamedNode) and term.value.lower().startswith("file:"):
                raise CchcError("RDF_LOCAL_IRI", where=where, values={"name": term.value.rpartition("/")[2]})
            if isinstance(term, Literal) and nfc(term.value) != term.value:
                raise CchcError("RDF_NOT_NFC", where=where, values={"text": term.value[:80]})
        if _is_blank(quad):
            blank.append(quad)
        elif Quad(*said, name) in store or not any(Quad(*said, NamedNode(own)) in store for own in _OURS):
            # What the same file brought before stays its own, though it may be concluded by now as well.
            found.add(Quad(*said, name))
    if blank and _canonical(blank) != _canonical(quad for own in _OURS for quad in _of(store, own) if _is_blank(quad)):
        raise CchcError("RDF_BLANK_NODE", where=where, values={"property": blank[0].predicate.value})
    if found:
        found.add(Quad(name, NamedNode(v.DCTERMS + "format"), Literal(media_type), name))
    return sorted(found, key=str)


def holds(store: Store, quads: Iterable[Quad]) -> bool:
    """Whether the store says all this already, in whatever graphs."""
    about_graph = NamedNode(v.DCTERMS + "format")
    return all(
        quad.predicate == about_graph
        or any(True for _ in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None))
        for quad in quads
    )


def _is_blank(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def _of(store: Store, graph: str) -> Iterable[Quad]:
    return store.quads_for_pattern(None, None, None, NamedNode(graph))


def _canonical(quads: Iterable[Quad]) -> set[str]:
    """Triples with names of blank nodes that follow from what is said of them (RDF Dataset Canonicalization 1.0)."""
    triples = Dataset(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    triples.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in triples}


def refuse_forbidden(store: Store, graph: str, where: str) -> None:
    """Checks what the new data in the graph named ``graph`` speaks of.

    :raises CchcError: RDF_FORBIDDEN with the first thing that it may not say.
    """
    text = (resource("queries") / "incoming" / "forbidden.rq").read_text(encoding="utf-8")
    rows = list(store.query(bind(text, {"graph": NamedNode(graph)})))  # type: ignore[arg-type]
    if rows:
        first = rows[0]
        values = {
            "count": len(rows),
            "subject": first["subject"].value,
            "property": first["property"].value,
            "why_vi": _WHY[first["why"].value]["vi"],
            "why_en": _WHY[first["why"].value]["en"],
        }
        raise CchcError("RDF_FORBIDDEN", where=where, values=values)


_WHY = {
    "schema": {
        "vi": "lớp, thuộc tính và ràng buộc chỉ do sản phẩm định nghĩa",
        "en": "classes, properties and shapes are defined by the product only",
    },
    "reference": {
        "vi": "đối tượng này do bản thể học hoặc dữ liệu tham chiếu mô tả",
        "en": "the ontology or the reference data describes this thing",
    },
    "conclusion": {
        "vi": "kết luận chỉ do quy tắc và nguyên tắc xử lý mâu thuẫn của sản phẩm đưa ra",
        "en": "conclusions are drawn by the rules and the policy of the product only",
    },
    "other-source": {
        "vi": "đây là phát biểu của một nguồn khác",
        "en": "this is what another source says",
    },
}
