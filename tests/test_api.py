"""The Python interface: what programs rely on."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import cchc
from cchc.api import Graph
from cchc.errors import CchcError
from conftest import ROOT, Built

ARTICLE = next((ROOT / "seeds" / "articles").glob("000*.txt"))


def test_open_query_and_plain_values(built: Built) -> None:
    answer = cchc.open(built.path).query("ranking", index="par-index", year=2020)
    assert [(row["rank"], row["score"]) for row in answer.rows] == [(36, Decimal("83.8")), (43, Decimal("83.45"))]
    assert answer.title == "Xếp hạng PAR INDEX 2020, tỉnh, thành phố trực thuộc trung ương (chưa đầy đủ: 2/63)"
    assert answer.completeness is not None
    assert (answer.completeness.known, answer.completeness.expected) == (2, 63)


def test_queries_are_listed(graph: Graph) -> None:
    named = """ranking trend movers compare unit-profile component-breakdown grade-counts averages by-region coverage
        conflicts derived evidence meetings officials directives indicators reform-areas successors"""
    assert set(named.split()) <= set(graph.queries())


def test_sparql_in_every_form(graph: Graph) -> None:
    found = graph.sparql("SELECT ?s { ?s a <https://w3id.org/cchc/ontology#Meeting> }")
    assert not isinstance(found, (bool, list))
    assert len(found) == 3
    assert graph.sparql("ASK { ?s a <https://w3id.org/cchc/ontology#Meeting> }") is True
    triples = graph.sparql("CONSTRUCT WHERE { ?s a <https://w3id.org/cchc/ontology#Meeting> }")
    assert isinstance(triples, list)
    assert len(triples) == 3


@pytest.mark.parametrize(
    "query", ["SELECT", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "INSERT DATA { <a:a> <a:a> <a:a> }"]
)
def test_bad_sparql_is_a_coded_error(graph: Graph, query: str) -> None:
    with pytest.raises(CchcError) as error:
        graph.sparql(query)
    assert error.value.code in ("SPARQL_SYNTAX", "SPARQL_NO_QUERY", "SPARQL_REFUSED")


def test_counts_name_the_main_classes(graph: Graph) -> None:
    counts = dict(graph.counts("en"))
    assert (counts["source"], counts["meeting"]) == (5, 3)
    assert next(iter(dict(graph.counts("vi")))) == "nguồn"


def test_extract_gives_records_with_their_places() -> None:
    text = ARTICLE.read_text("utf-8")
    records = cchc.extract(ARTICLE)
    assert {"observation", "meeting", "official", "directive"} <= {record["type"] for record in records}
    assert all(text[record["start"] : record["end"]] == record["evidence"] for record in records)


def test_validate_alone_and_with_a_graph(graph: Graph, tmp_path: Path) -> None:
    assert cchc.validate(ARTICLE).conforms
    assert cchc.validate(ARTICLE, graph=graph).conforms
    bad = tmp_path / "bad.ttl"
    bad.write_text("<https://w3id.org/cchc/id/x> <https://w3id.org/cchc/ontology#score> 83.8 .", encoding="utf-8")
    for with_graph in (None, graph):
        report = cchc.validate(bad, graph=with_graph)
        assert not report.conforms
        assert all(finding.message["vi"] and finding.fix["en"] for finding in report.violations)


@pytest.mark.parametrize(("url", "code"), [("file:///etc/passwd", "ENDPOINT_URL"), ("localhost:1", "ENDPOINT_URL")])
def test_connect_takes_web_addresses_only(url: str, code: str) -> None:
    with pytest.raises(CchcError) as error:
        cchc.connect(url)
    assert error.value.code == code


def test_opening_nothing_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as error:
        cchc.open(tmp_path)
    assert error.value.code == "STORE_MISSING"
