"""Exports: every format gives the same graph back, byte for byte the same each time, and readable."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset as RdflibDataset
from rdflib.compare import to_isomorphic

import engines
import sample
from cchc.api import Graph, validate_files
from cchc.errors import CchcError
from cchc.export import FORMATS, PROFILES
from cchc.store import RemoteStore, memory_store
from cchc.vocabulary import RDF, RDFS, XSD

WITH_GRAPHS = ("trig", "nquads", "jsonld")
RDFLIB = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld"}


def canonical(quads: list[Quad]) -> set[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


@pytest.fixture(scope="module")
def exports(graph: Graph) -> dict[tuple[str, str], bytes]:
    return {(profile, name): graph.export(profile, name) for profile in PROFILES for name in FORMATS}


@pytest.mark.parametrize("rdf_format", FORMATS)
def test_the_full_profile_is_the_whole_graph(
    graph: Graph, exports: dict[tuple[str, str], bytes], rdf_format: str
) -> None:
    read = list(parse(exports["full", rdf_format], format=FORMATS[rdf_format]))
    held = list(graph.embedded().quads())
    if rdf_format not in WITH_GRAPHS:
        held = [Quad(quad.subject, quad.predicate, quad.object) for quad in held]
    assert canonical(read) == canonical(held)
    assert len(read) == len(set(read))


@pytest.mark.parametrize("rdf_format", FORMATS)
def test_all_formats_of_the_plain_profile_are_one_graph(exports: dict[tuple[str, str], bytes], rdf_format: str) -> None:
    read = set(parse(exports["plain", rdf_format], format=FORMATS[rdf_format]))
    assert read == set(parse(exports["plain", "ntriples"], format=RdfFormat.N_TRIPLES))
    assert not any(isinstance(term, BlankNode) for quad in read for term in (quad.subject, quad.object))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(
    ("profile", "rdf_format"), [("full", "turtle"), ("full", "jsonld"), *(("plain", name) for name in FORMATS)]
)
def test_rdflib_reads_the_same_graph(exports: dict[tuple[str, str], bytes], profile: str, rdf_format: str) -> None:
    def read(name: str) -> RdflibDataset:
        dataset = RdflibDataset(default_union=True)
        dataset.parse(data=exports[profile, name].decode("utf-8"), format=RDFLIB[name])
        return dataset

    found, expected = read(rdf_format), read("ntriples")
    assert len(found) == len(expected)
    blank = [to_isomorphic(_blank_part(dataset)) for dataset in (found, expected)]
    assert blank[0] == blank[1]
    assert _ground_part(found) == _ground_part(expected)


def _blank_part(dataset: RdflibDataset) -> object:
    from rdflib import BNode, Graph

    part = Graph()
    for s, p, o in dataset.triples((None, None, None)):
        if isinstance(s, BNode) or isinstance(o, BNode):
            part.add((s, p, o))
    return part


def _ground_part(dataset: RdflibDataset) -> set[tuple[str, ...]]:
    from rdflib import BNode

    return {
        (s.n3(), p.n3(), o.n3())
        for s, p, o in dataset.triples((None, None, None))
        if not isinstance(s, BNode) and not isinstance(o, BNode)
    }


def test_exporting_again_gives_the_same_bytes(graph: Graph, exports: dict[tuple[str, str], bytes]) -> None:
    assert {key: graph.export(*key) for key in exports} == exports


AWKWARD = (
    'x "quoted" \\ tab\t line\nnext', "dấu tiếng Việt",
    "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <", "_:b0 .",
)  # fmt: skip


@pytest.mark.parametrize("rdf_format", FORMATS)
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_loading_does_not_show(rdf_format: str, seed: int) -> None:
    """Whatever stands in a literal, and with blank nodes under other names."""
    place, kind = NamedNode("https://w3id.org/cchc/id/unit/ha-nam"), NamedNode(RDF + "type")
    label, graph = NamedNode(RDFS + "label"), NamedNode("https://w3id.org/cchc/graph/source/x")

    def quads(names: tuple[str, str]) -> list[Quad]:
        one, two = (BlankNode(name) for name in names)
        said = [Quad(place, label, Literal(text, language="vi"), graph) for text in AWKWARD]
        said += [Quad(one, NamedNode(RDF + "rest"), two, graph), Quad(two, label, Literal("_:b1"), graph)]
        said += [Quad(place, kind, one, graph), Quad(place, kind, NamedNode(RDFS + "Resource"), graph)]
        return [
            *said,
            Quad(NamedNode(place.value + "/x"), label, Literal("5", datatype=NamedNode(XSD + "integer")), graph),
        ]

    expected = Graph(memory_store(quads(("a", "b")))).export("full", rdf_format)
    shuffled = quads(("z", "c"))
    random.Random(seed).shuffle(shuffled)
    assert Graph(memory_store(shuffled)).export("full", rdf_format) == expected
    assert canonical([Quad(*q.triple) for q in parse(expected, format=FORMATS[rdf_format])]) == canonical(
        [Quad(*q.triple) for q in shuffled]
    )


def test_turtle_is_grouped_by_subject_and_uses_prefixes(exports: dict[tuple[str, str], bytes]) -> None:
    text = exports["full", "turtle"].decode("utf-8")
    starts = re.findall(r"^(\S+)", re.sub(r"^@prefix.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    assert len(starts) == len(set(starts))
    assert starts == sorted(starts, key=lambda start: start.startswith("<"), reverse=True) or len(starts) > 1000
    assert "@prefix cchc: <https://w3id.org/cchc/ontology#> ." in text
    assert "\n<https://w3id.org/cchc/id/result/par-index/2020/province/ha-nam> a cchc:Result ;\n" in text


def test_the_full_turtle_conforms(exports: dict[tuple[str, str], bytes], tmp_path: Path) -> None:
    file = tmp_path / "cchc.ttl"
    file.write_bytes(exports["full", "turtle"])
    report = validate_files([file])
    assert [finding.code for finding in report.violations] == []


def test_json_ld_needs_no_other_document(exports: dict[tuple[str, str], bytes]) -> None:
    for profile in PROFILES:
        document = json.loads(exports[profile, "jsonld"])
        found = list(_contexts(document))
        assert all(isinstance(context, dict) for context in found)
        for context in found:
            assert "@import" not in context


def _contexts(node: object) -> list[object]:
    if isinstance(node, list):
        return [context for item in node for context in _contexts(item)]
    if isinstance(node, dict):
        here = [node["@context"]] if "@context" in node else []
        return here + [context for key, item in node.items() if key != "@context" for context in _contexts(item)]
    return []


def test_everything_that_the_plain_profile_points_to_has_a_name(exports: dict[tuple[str, str], bytes]) -> None:
    read = list(parse(exports["plain", "ntriples"], format=RdfFormat.N_TRIPLES))
    named = {quad.subject for quad in read if quad.predicate.value == RDFS + "label"}
    pointed = {quad.object for quad in read if isinstance(quad.object, NamedNode) and "/cchc/id/" in quad.object.value}
    assert pointed
    assert pointed - named == set()


def test_the_plain_profile_has_results_and_no_evidence(exports: dict[tuple[str, str], bytes]) -> None:
    text = exports["plain", "ntriples"].decode("utf-8")
    assert (
        "<https://w3id.org/cchc/id/result/par-index/2020/province/ha-nam> <https://w3id.org/cchc/ontology#rank> "
        in text
    )
    for absent in ("/id/claim/", "/id/source/", "ontology#quote"):
        assert absent not in text


@pytest.mark.parametrize(
    ("profile", "rdf_format", "code"), [("x", "turtle", "EXPORT_PROFILE"), ("full", "x", "EXPORT_FORMAT")]
)
def test_an_unknown_profile_or_format_is_an_error(graph: Graph, profile: str, rdf_format: str, code: str) -> None:
    with pytest.raises(CchcError) as error:
        graph.export(profile, rdf_format)
    assert error.value.code == code


def test_an_endpoint_gives_the_same_triples(
    graph: Graph, exports: dict[tuple[str, str], bytes], tmp_path: Path
) -> None:
    with engines.oxigraph_server(graph.embedded().quads(), tmp_path) as url:
        remote = Graph(RemoteStore(url))
        assert remote.export("plain", "turtle") == exports["plain", "turtle"]
        assert remote.export("full", "turtle") == exports["full", "turtle"]
        assert remote.counts() == graph.counts()
        assert remote.explain("ha-nam") == graph.explain("ha-nam")
        for name in WITH_GRAPHS:
            with pytest.raises(CchcError) as error:
                remote.export("full", name)
            assert error.value.code == "EXPORT_REMOTE"
        with pytest.raises(CchcError) as error:
            remote.check()
        assert error.value.code == "NEEDS_STORE"


@pytest.mark.parametrize("rdf_format", ["ntriples", "nquads"])
def test_an_export_without_conflicts_lacks_them_and_nothing_else(rdf_format: str) -> None:
    graph = Graph(memory_store(sample.quads()))
    whole = graph.export("full", rdf_format).decode("utf-8").splitlines()
    settled = graph.export("full", rdf_format, conflicts=False).decode("utf-8").splitlines()
    lacking = [line for line in whole if line.startswith("<https://w3id.org/cchc/id/conflict/")]
    assert lacking
    assert settled == [line for line in whole if line not in lacking]
    assert not any("/id/conflict/" in line for line in settled)
