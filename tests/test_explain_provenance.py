"""Explanations as PROV-O: typed, without circles or blank nodes, and data that conforms to our own shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.namespace import PROV, RDF

import cchc
from cchc import vocabulary as v
from cchc.api import Graph
from cchc.build import build
from cchc.explain import as_provenance
from conftest import Runner

CCHC = rdflib.Namespace(v.CCHC)
ID = rdflib.Namespace(v.ID)
OA = rdflib.Namespace(v.OA)


def provenance(graph: Graph, target: str, **more: object) -> rdflib.Graph:
    data = as_provenance(graph.store, graph.explain(target, **more))  # type: ignore[arg-type]
    return rdflib.Graph().parse(data=data, format="turtle")


@pytest.fixture(scope="module")
def told(graph: Graph) -> rdflib.Graph:
    return provenance(graph, "lang-son", index="par-index", year=2019)


def test_a_conclusion_was_generated_by_the_application_of_its_rule_to_its_premises(told: rdflib.Graph) -> None:
    claim = ID["claim/derived/par-index/2019/province/lang-son/rank/42"]
    (application,) = told.objects(claim, PROV.wasGeneratedBy)
    assert (application, RDF.type, CCHC.RuleApplication) in told
    assert set(told.objects(application, PROV.used)) == set(told.objects(claim, PROV.wasDerivedFrom))
    (association,) = told.objects(application, PROV.qualifiedAssociation)
    (agent,) = told.objects(association, PROV.agent)
    assert (application, PROV.wasAssociatedWith, agent) in told
    (plan,) = told.objects(association, PROV.hadPlan)
    assert plan == ID["rule/previous-rank"]
    assert (plan, RDF.type, PROV.Plan) in told


def test_a_stated_claim_leads_to_the_words_and_the_document(told: rdflib.Graph) -> None:
    claim = ID["claim/004/par-index/2020/province/lang-son/rank/36"]
    (extraction,) = told.objects(claim, PROV.wasGeneratedBy)
    (quote,) = told.objects(extraction, PROV.used)
    (document,) = told.objects(quote, PROV.wasQuotedFrom)
    assert document == ID["source/004"]
    assert "xếp thứ 36/63" in {str(words) for s in told.objects(quote, OA.hasSelector) for words in told.objects(s)}


@pytest.mark.parametrize("target", ["lang-son", "ha-nam", "id/statistic/par-index/2020/province/mean", "id/source/003"])
def test_what_prov_says_of_types_and_order_holds(graph: Graph, target: str) -> None:
    told = provenance(graph, target)
    entities, activities = set(told.subjects(RDF.type, PROV.Entity)), set(told.subjects(RDF.type, PROV.Activity))
    assert entities
    assert not entities & activities
    ends = (
        (PROV.wasDerivedFrom, entities, entities), (PROV.wasGeneratedBy, entities, activities),
        (PROV.used, activities, entities), (PROV.wasQuotedFrom, entities, entities),
        (PROV.hadPlan, set(told.subjects(RDF.type, PROV.Association)), set(told.subjects(RDF.type, PROV.Plan))),
        (PROV.wasAssociatedWith, activities, set(told.subjects(RDF.type, PROV.Agent))),
    )  # fmt: skip
    for relation, subjects, objects in ends:
        assert set(told.subjects(relation)) <= subjects
        assert set(told.objects(None, relation)) <= objects
    for entity in entities:
        assert entity not in set(told.transitive_objects(entity, PROV.wasDerivedFrom)) - {entity}
        assert (entity, PROV.wasDerivedFrom, entity) not in told
    assert not [term for triple in told for term in triple if isinstance(term, rdflib.BNode)]


@pytest.mark.parametrize("target", ["lang-son", "id/source/003"])
def test_the_provenance_conforms_by_itself(graph: Graph, target: str, tmp_path: Path) -> None:
    file = tmp_path / "why.ttl"
    file.write_bytes(as_provenance(graph.store, graph.explain(target, year=2020 if target == "lang-son" else None)))
    assert cchc.validate(file).findings == ()


def test_a_cell_of_a_table_leads_to_its_source(tmp_path: Path) -> None:
    table = tmp_path / "bang.csv"
    table.write_text("Tỉnh,PAR INDEX 2021,Xếp hạng\nHà Nam,84.11,31\nHà Giang,80.02,58\n", "utf-8")
    build(tmp_path / "store", [table])
    told = provenance(cchc.open(tmp_path / "store"), "ha-giang")
    quotes = {quote for use in told.subjects(RDF.type, CCHC.Extraction) for quote in told.objects(use, PROV.used)}
    assert quotes
    assert {document for quote in quotes for document in told.objects(quote, PROV.wasQuotedFrom)} == {ID["source/bang"]}


def test_the_command_writes_prov_by_the_name_of_the_file(cli: Runner, tmp_path: Path) -> None:
    asked = ["explain", "lang-son", "--index", "par-index", "--year", "2019"]
    assert cli(*asked, "-o", str(tmp_path / "why.ttl")).status == 0
    turtle = (tmp_path / "why.ttl").read_text("utf-8")
    assert cli(*asked, "--format", "turtle", "--lang", "en").out == turtle
    trig = cli(*asked, "--format", "trig").out
    assert len(list(parse(trig, RdfFormat.TRIG))) == len(list(parse(turtle, RdfFormat.TURTLE)))
