"""Validation: equal to an independent engine row by row; only our shapes count, and no reference is followed."""

from __future__ import annotations

import json
import random
import socket
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from cchc import ontology, triples
from cchc import vocabulary as v
from cchc.api import validate_files
from cchc.claims import Concept, Edition, Reading, Unit
from cchc.errors import CchcError
from cchc.resources import resource
from cchc.validation import Report, engines, read_rdf, validate, validate_graph
from cchc.validation.parts import core_rows
from cchc.validation.reach import reach
from cchc.validation.run import _union
from cchc.validation.shapes import load
from claim_samples import (
    GRADE_B,
    HA_NAM,
    LANG_SON,
    MODERN,
    PAR_2019,
    figure,
    reading,
    said,
    settled,
)

CASES = Path(__file__).parent / "shapes"


def reference_data() -> list[Quad]:
    return list(ontology.quads())


def sample() -> Store:
    """Two sources on one edition, with conclusions, accepted values and all reference data: conforms."""
    store = settled(
        reading(
            "004",
            said("score", "83.8"),
            said("rank", 36, rank_of=63),
            said("rank_change", 6),
            said("score", "12.94", component=MODERN, unit_of_measure="points"),
            said("score_change", "3.4", component=MODERN, unit_of_measure="points"),
            said("grade", GRADE_B),
            figure("mean", "83.72", change=Decimal("2.57"), unit_of_measure="percent"),
            figure("grade-count", "56", grade=GRADE_B, out_of=63),
        ),
        reading("000", said("score", "83.45", HA_NAM), said("rank", 43, HA_NAM, rank_of=63), published="2021-06-24"),
    )
    store.extend(reference_data())
    return store


def independent_rows(store: Store) -> set[engines.Row]:
    """What pySHACL finds with the shape files as they are, evaluating ``sh:sparql`` once per focus node."""
    return engines.reference(load().ntriples, _union(store))


def our_rows(report: Report) -> set[engines.Row]:
    return {(row.focus, row.value, row.shape, row.constraint) for row in report.findings}


def comparable(rows: set[engines.Row]) -> set[engines.Row]:
    """With one name for all blank nodes."""
    return {tuple("_:" if term.startswith("_:") else term for term in row) for row in rows}  # type: ignore[misc]


def test_rows_equal_those_of_an_independent_engine_on_all_bad_cases() -> None:
    store = all_bad_cases()
    ours, theirs = our_rows(validate(store)), independent_rows(store)
    assert len(ours) > 400
    assert comparable(ours) == comparable(theirs)


def all_bad_cases() -> Store:
    """The merge of the ontology, the good example and all bad ones."""
    store = Store()
    for file in (resource("ontology") / "cchc.ttl", CASES / "good.ttl", *sorted((CASES / "bad").glob("*.ttl"))):
        store.extend(
            Quad(*quad.triple) for quad in parse(path=str(file)) if quad.predicate.value != "urn:cchc:test#fails"
        )
    return store


@pytest.mark.parametrize(("size", "threads"), [(100, 1), (2_000, 2)])
def test_parts_give_the_rows_of_the_whole(size: int, threads: int) -> None:
    store, core = all_bad_cases(), load().core
    whole = engines.turbo(core, store)
    assert reach(core) is not None
    assert len(whole) > 200
    assert core_rows(core, store, engines.turbo, size=size, whole=0, threads=threads) == whole


def test_some_nodes_have_the_rows_that_they_have_in_the_whole() -> None:
    store, core = all_bad_cases(), load().core
    whole = engines.turbo(core, store)
    nodes = sorted({quad.subject for quad in store}, key=str)
    chosen = random.Random(7).sample(nodes, len(nodes) // 3)
    named = {str(node) for node in chosen}
    expected = {row for row in whole if row[0] in named}
    assert expected
    assert core_rows(core, store, engines.turbo, chosen) == expected


SHAPES_THAT_READ_ON = {
    "a class two steps away": "sh:path (ex:p ex:q) ; sh:class ex:Kind",
    "a shape of a shape": "sh:path ex:p ; sh:or ([ sh:property [ sh:path ex:q ; sh:minCount 1 ] ])",
    "backwards, then on": "sh:path ([ sh:inversePath ex:q ] ex:r) ; sh:maxCount 0",
    "backwards along two steps": "sh:path [ sh:inversePath (ex:p ex:q) ] ; sh:maxCount 0",
    "another way, none, or any number": "sh:path [ sh:alternativePath (ex:p [ sh:zeroOrOnePath ex:q ]"
    " [ sh:oneOrMorePath ex:r ]) ] ; sh:nodeKind sh:Literal",
    "compared at the far end": "sh:path ex:p ; sh:or ([ sh:property [ sh:path ex:n ; sh:lessThan ex:m ] ])",
    "one of several": "sh:path ex:q ; sh:xone ([ sh:class ex:Kind ] [ sh:not [ sh:path ex:r ; sh:minCount 1 ] ])",
    "without bounds": "sh:path [ sh:zeroOrMorePath ex:r ] ; sh:class ex:Kind",
    "closed": "sh:path ex:p ; sh:or ([ sh:closed true ; sh:property [ sh:path ex:q ] ])",
}
NAMES = "@prefix ex: <urn:ex:> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdfs: <" + v.RDFS + "> .\n"


def made_up(seed: str) -> Store:
    """Things of several classes that refer to each other, with two numbers each."""
    chance = random.Random(seed)
    nodes = [f"ex:n{number}" for number in range(30)]
    text = NAMES + "ex:Kind rdfs:subClassOf ex:Thing .\n"
    for node in nodes:
        kind = chance.choice(("ex:Thing", "ex:Kind", "ex:Other"))
        text += f"{node} a {kind} ; ex:n {chance.randrange(9)} ; ex:m {chance.randrange(9)} .\n"
        text += "".join(f"{node} ex:{one} {chance.choice(nodes)} .\n" for one in "ppqqr" if chance.random() < 0.6)
    store = Store()
    store.extend(parse(text, format=RdfFormat.TURTLE))
    return store


@pytest.mark.parametrize("case", SHAPES_THAT_READ_ON)
@pytest.mark.parametrize("target", ["sh:targetClass ex:Thing", "sh:targetSubjectsOf ex:q", "sh:targetObjectsOf ex:q"])
def test_parts_hold_what_shapes_read_however_far(case: str, target: str) -> None:
    text = f"{NAMES} ex:shape {target} ; sh:property ex:property . ex:property {SHAPES_THAT_READ_ON[case]} ."
    shapes = "".join(f"{quad.triple} .\n" for quad in parse(text, format=RdfFormat.TURTLE))
    store = made_up(case)
    whole = engines.turbo(shapes, store)
    assert whole
    assert core_rows(shapes, store, engines.turbo, size=1, whole=0) == whole
    some = [NamedNode(f"urn:ex:n{number}") for number in range(0, 30, 3)]
    assert core_rows(shapes, store, engines.turbo, some) == {row for row in whole if row[0] in set(map(str, some))}


@pytest.mark.parametrize("seed", range(3))
def test_rows_equal_those_of_an_independent_engine_on_planted_errors(seed: int) -> None:
    """Random damage to a good graph: triples dropped, values replaced, types added."""
    chance = random.Random(seed)
    store = Store()
    store.extend(parse(path=str(resource("ontology") / "cchc.ttl")))
    good = sorted(parse(path=str(CASES / "good.ttl")), key=str)
    store.extend(good)
    numbers = [Literal(text, datatype=NamedNode(v.XSD + "decimal")) for text in ("0", "64", "100.5")]
    others = [*numbers, Literal("words"), NamedNode(v.unit_iri("a")), NamedNode(v.CCHC + "Candidate")]
    for quad in chance.sample(good, 60):
        # rdflib's aggregates raise on a value that is no number, so numbers stay numbers here.
        kind = quad.object.datatype.value.removeprefix(v.XSD) if isinstance(quad.object, Literal) else ""
        number = kind in ("integer", "decimal")
        # pySHACL finds no bound broken by what can't be compared with it, such as a number in place of a date.
        what = "drop" if kind in ("date", "gYear", "boolean") else chance.choice(("drop", "replace", "add"))
        if what != "add":
            store.remove(quad)
        if what != "drop":
            store.add(Quad(quad.subject, quad.predicate, chance.choice(numbers if number else others)))
    report = validate(store)
    assert not report.conforms
    assert comparable(our_rows(report)) == comparable(independent_rows(store))


def test_a_build_of_claims_conforms() -> None:
    assert validate(sample()).findings == ()


def test_both_engines_give_the_same_report() -> None:
    store = sample()
    edition = NamedNode(v.edition_iri("par-index", 2020, "province"))
    store.add(Quad(edition, NamedNode(v.CCHC + "unitCount"), Literal("x")))
    assert validate(store, engine="turbo") == validate(store, engine="reference")
    assert not validate(store).conforms


def test_focus_limits_the_findings_and_not_what_is_seen() -> None:
    store = Store()
    for file in (resource("ontology") / "cchc.ttl", CASES / "good.ttl", CASES / "bad" / "claims.ttl"):
        store.extend(parse(path=str(file)))
    one = v.ID + "claim/bad/no-quote"
    assert {row.focus for row in validate(store, {one}).findings} == {f"<{one}>"}
    assert len(validate(store).findings) > 1


@pytest.mark.parametrize(
    "attack",
    [
        "<urn:x> a sh:NodeShape ; sh:targetNode <urn:y> ; sh:property [ sh:path <urn:p> ; sh:minCount 1 ] .",
        "shape:claim-status sh:deactivated true . shape:claim sh:deactivated true .",
        "shape:claim sh:ignoredProperties ( cchc:status ) ; sh:severity sh:Info .",
        "cchc:Claim rdfs:subClassOf cchc:Source .",
    ],
)
def test_data_cannot_bring_or_switch_off_shapes(attack: str) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in v.PREFIXES.items())
    prefixes += "@prefix shape: <https://w3id.org/cchc/shape/> .\n"
    bad = "<https://w3id.org/cchc/id/claim/x> a cchc:Claim .\n"
    without = validate_graph(parse(prefixes + bad, format=RdfFormat.TURTLE))
    attacked = validate_graph(parse(prefixes + bad + attack, format=RdfFormat.TURTLE))
    assert not without.conforms
    assert {row.key for row in without.findings} <= {row.key for row in attacked.findings}


POISON = {
    "a score that is no number": ('cchc:score "n/a"^^xsd:decimal', "CCHC-VALUE-001"),
    "rank 0": ("cchc:rank 0", "CCHC-VALUE-004"),
    "rank 64 of 63": ("cchc:rank 64 ; cchc:rankedAmong 63", "CCHC-VALUE-005"),
    "a score above 100": ("cchc:score 100.5", "CCHC-VALUE-017"),
    "two scores": ("cchc:score 80.1 , 80.2", "CCHC-VALUE-001"),
    "no quote": ("cchc:score 80.1", "CCHC-CLAIM-012"),
}


@pytest.mark.parametrize("case", POISON)
def test_poisoned_claims_are_refused(case: str) -> None:
    values, code = POISON[case]
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in v.PREFIXES.items())
    text = f"""{prefixes}
    <https://w3id.org/cchc/id/claim/x> a cchc:Claim ; cchc:status cchc:Stated ; {values} ;
      cchc:source <https://w3id.org/cchc/id/source/004> ;
      cchc:about <https://w3id.org/cchc/id/result/par-index/2020/province/lang-son> ."""
    report = validate_graph(parse(text, format=RdfFormat.TURTLE), with_store=sample())
    assert code in {row.code for row in report.violations}


UNDECLARED = {
    "a property": ("cchc:scor 80.1", "cchc:scor", "cchc:score", "ClosedConstraintComponent"),
    "a class": ("a cchc:Claims", "cchc:Claims", "cchc:Claim", "InConstraintComponent"),
    "a value": ("cchc:unitOfMeasure cchc:Percnt", "cchc:Percnt", "cchc:Percent", "InConstraintComponent"),
    "a datatype": ('rdfs:comment "5"^^cchc:maximm', "cchc:maximm", "cchc:maximum", "InConstraintComponent"),
    "nothing like any other": ("cchc:zzzz 1", "cchc:zzzz", "–", "ClosedConstraintComponent"),
}


@pytest.mark.parametrize("case", UNDECLARED)
def test_a_term_that_the_ontology_does_not_declare_is_a_violation_that_names_the_nearest(case: str) -> None:
    said_of_it, term, nearest, component = UNDECLARED[case]
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in v.PREFIXES.items())
    report = validate_graph(parse(f"{prefixes}<urn:x> {said_of_it} .", format=RdfFormat.TURTLE))
    (found,) = [row for row in report.violations if row.code == "RDF_UNDECLARED_TERM"]
    assert (found.focus, found.constraint) == ("<urn:x>", component)
    assert term in found.message["vi"]
    assert nearest in found.fix["en"]
    assert f"sh:sourceConstraintComponent sh:{component}" in report.to_turtle()


@pytest.mark.parametrize(
    ("namespace", "found"),
    [("https://example.org/", "–"), ("https://w3id.org/cchc/ontology/", "https://w3id.org/cchc/ontology/Result")],
)
def test_data_that_no_shape_looks_at_conforms_with_a_warning(tmp_path: Path, namespace: str, found: str) -> None:
    file = tmp_path / "khac.ttl"
    file.write_text(f"@prefix c: <{namespace}> .\n<urn:x> a c:Result ; c:rank 3 .\n", "utf-8")
    report = validate_files([file])
    assert report.conforms
    (warning,) = report.warnings
    assert warning.code == "RDF_NOTHING_CHECKED"
    assert warning.message["vi"].endswith(f"Gần giống: {found}.")
    assert "RDF_NOTHING_CHECKED" in report.to_turtle()


def test_the_example_of_the_page_on_the_model_is_a_file_to_validate(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "model.md").read_text("utf-8")
    file = tmp_path / "vi-du.ttl"
    file.write_text(page.partition("```turtle\n")[2].partition("```")[0], "utf-8")
    assert validate_files([file]).findings == ()


def test_undeclared_terms_are_reported_all_at_once_and_once_a_thing() -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in v.PREFIXES.items())
    text = f"{prefixes}<urn:x> cchc:scor 1 , 2 ; cchc:rnk 3 . <urn:y> cchc:scor 1 ."
    report = validate_graph(parse(text, format=RdfFormat.TURTLE), with_store=sample())
    assert [(row.focus, row.path) for row in report.violations] == [
        ("<urn:x>", "cchc:rnk"),
        ("<urn:x>", "cchc:scor"),
        ("<urn:y>", "cchc:scor"),
    ]


def test_what_only_a_vietnamese_source_names_has_no_label_tagged_as_english() -> None:
    quads = triples.quads(reading("004", said("score", "83.8")))
    source = NamedNode(v.source_iri("004"))
    labels = [q.object for q in quads if q.subject == source and q.predicate.value == v.RDFS + "label"]
    assert [label.language for label in labels if isinstance(label, Literal)] == ["vi"]
    assert validate_graph(quads).conforms


def test_a_year_of_five_digits_is_refused() -> None:
    quads = triples.quads(reading("x", said("score", "80.1", edition=PAR_2019)))
    bent = [
        Quad(q.subject, q.predicate, Literal("20201", datatype=NamedNode(v.XSD + "gYear")), q.graph_name)
        if q.predicate.value == v.CCHC + "year"
        else q
        for q in quads
    ]
    assert validate_graph(quads).conforms
    assert "CCHC-EDITION-002" in {row.code for row in validate_graph(bent).violations}


def test_new_data_is_checked_together_with_the_store() -> None:
    """A second unit on rank 36 with another score: good alone; with what another source says, a disagreement."""
    new = triples.quads(reading("new", said("rank", 36, HA_NAM), said("score", "70.1", HA_NAM)))
    alone = validate_graph(new)
    store = settled(reading("004", said("rank", 36, LANG_SON, rank_of=63), said("score", "83.8", LANG_SON)))
    store.extend(reference_data())
    before = set(store)
    together = validate_graph(new, with_store=store)
    assert alone.conforms
    assert together.conforms
    assert "CCHC-EDITION-034" in {row.code for row in together.warnings}
    assert set(store) == before


def ranked(source: str, **told: tuple[int, str]) -> Reading:
    """A source that gives some units (by the ends of their IRIs, with ``_`` for ``-``) ranks and scores."""
    claims = []
    for name, (rank, score) in told.items():
        unit = Unit(name.replace("_", "-"), name, "Province")
        claims += [said("rank", rank, unit), said("score", score, unit)]
    return reading(source, *claims)


def out_of_order(*readings: Reading) -> list[tuple[str, str, str]]:
    """Severity, code and value of what is found of the order of ranks and scores."""
    store = settled(*readings)
    store.extend(reference_data())
    codes = {f"CCHC-EDITION-{number}" for number in ("012", "015", "034", "035")}
    rows = [row for row in validate(store).findings if row.code in codes]
    return [(row.severity, row.code[-3:], row.value.rpartition("/")[2].strip(">")) for row in rows]


def test_ranks_and_scores_of_one_source_run_the_same_way_whatever_lies_between() -> None:
    far = ranked("a", ha_nam=(3, "80.5"), lang_son=(9, "81.5"), bac_kan=(250, "70"), cao_bang=(460, "71"))
    between = ranked("b", ninh_binh=(5, "81.2"))
    assert out_of_order(far, between) == [
        ("Violation", "015", "bac-kan"),
        ("Violation", "015", "ha-nam"),
        ("Warning", "035", "ha-nam"),
        ("Warning", "035", "ninh-binh"),
    ]


def test_one_wrong_score_is_found_once() -> None:
    names = ("ha_nam", "lang_son", "bac_kan", "cao_bang", "ninh_binh", "kien_giang")
    right = {name: (rank, str(90 - rank)) for rank, name in enumerate(names, 1)}
    assert out_of_order(ranked("a", **right)) == []
    assert out_of_order(ranked("a", **right | {"kien_giang": (6, "99")})) == [("Violation", "015", "ninh-binh")]
    assert out_of_order(ranked("a", **right | {"lang_son": (2, "9")})) == [("Violation", "015", "lang-son")]


def test_the_scores_of_one_rank_are_compared_for_each_source() -> None:
    tied = ranked("a", ha_nam=(4, "80.1"), lang_son=(4, "80.5"))
    assert [row[:2] for row in out_of_order(tied)] == [("Violation", "012")]
    apart = ranked("a", ha_nam=(4, "80.1")), ranked("b", lang_son=(4, "80.5"))
    assert [row[:2] for row in out_of_order(*apart)] == [("Warning", "034")]


def test_messages_write_decimals_as_their_language_does() -> None:
    store = settled(ranked("a", ha_nam=(4, "80.1"), lang_son=(4, "80.5")))
    store.extend(reference_data())
    (found,) = [row for row in validate(store).findings if row.code == "CCHC-EDITION-012"]
    assert "80,5" in found.message["vi"]
    assert "80.5" in found.message["en"]


@pytest.mark.parametrize(("rank", "derived", "code"), [(4, "81.2", "034"), (4, "79.2", "034"), (6, "81.2", "035")])
def test_messages_across_sources_say_which_score_is_derived(rank: int, derived: str, code: str) -> None:
    """Where another source gives the score of the year after and the change only."""
    after = said("score", "84.0"), said("score_change", Decimal("84.0") - Decimal(derived))
    other = said("rank", 4, HA_NAM, PAR_2019), said("score", "80.1", HA_NAM, PAR_2019)
    store = settled(reading("a", *other), reading("b", said("rank", rank, edition=PAR_2019), *after))
    store.extend(reference_data())
    (found,) = [row for row in validate(store).findings if row.code == f"CCHC-EDITION-{code}"]
    assert f"{derived}, source: derived)" in found.message["en"]
    assert f"{derived.replace('.', ',')}, nguồn: được suy ra)" in found.message["vi"]
    assert "80.1, source: Bài báo)" in found.message["en"]


def test_new_data_is_not_blamed_for_what_was_wrong_before() -> None:
    store = sample()
    store.add(Quad(NamedNode(v.ID + "claim/old"), NamedNode(v.RDF + "type"), NamedNode(v.CCHC + "Claim")))
    assert not validate(store).conforms
    assert validate_graph(triples.quads(reading("new", said("score", "70.1", HA_NAM))), with_store=store).conforms


def test_a_result_without_a_claim_is_refused() -> None:
    quads = [q for q in triples.quads(reading("x", said("rank", 3))) if v.ID + "claim/" not in q.subject.value]
    assert "CCHC-RESULT-004" in {row.code for row in validate_graph(quads).violations}


def test_a_value_written_on_a_result_by_hand_is_refused() -> None:
    quads = triples.quads(reading("x", said("rank", 3)))
    result = NamedNode(v.result_iri("par-index/2020/province", "lang-son"))
    forged = Quad(result, NamedNode(v.CCHC + "score"), Literal("99.9", datatype=NamedNode(v.XSD + "decimal")))
    codes = {row.code for row in validate_graph([*quads, forged]).violations}
    assert "CCHC-EDITION-025" in codes


# -- reports -----------------------------------------------------------------------------------------------------------


def bad_report() -> Report:
    """Rank 0, on the claim and on the result that it settles."""
    return validate_graph(triples.quads(reading("x", said("rank", 0), said("score", "83.8", HA_NAM))))


def test_a_report_is_the_same_every_time() -> None:
    assert bad_report() == bad_report()
    assert bad_report().to_turtle() == bad_report().to_turtle()


def test_rows_say_what_is_wrong_in_the_language_asked_for() -> None:
    (vi,), (en,) = bad_report().rows("vi")[:1], bad_report().rows("en")[:1]
    assert vi["code"] == en["code"] == "CCHC-VALUE-004"
    assert vi["message"] == "Thứ hạng phải là một số nguyên duy nhất, từ 1 trở lên."
    assert en["message"] == "A rank is one whole number from 1 up."
    assert vi["path"] == "cchc:rank"
    assert vi["fix"] != en["fix"]


def test_messages_of_queries_name_what_they_found() -> None:
    store = Store()
    for file in (resource("ontology") / "cchc.ttl", CASES / "good.ttl", CASES / "bad" / "editions.ttl"):
        store.extend(parse(path=str(file)))
    ties = [row for row in validate(store).findings if row.code == "CCHC-EDITION-013"]
    (tie,) = [row for row in ties if "/2020/" in row.focus]
    assert tie.message["en"].startswith("Rank 2 is given to more than one unit, such as ")
    assert tie.severity == "Warning"
    assert not any("{?" in text for row in validate(store).findings for text in row.message.values())


def test_warnings_do_not_block() -> None:
    tied = reading("x", said("rank", 3, LANG_SON, rank_of=63), said("rank", 3, HA_NAM, rank_of=63))
    report = validate_graph(triples.quads(tied))
    assert report.conforms
    assert [row.code for row in report.warnings] == ["CCHC-EDITION-013"]


def test_json_carries_every_finding_in_both_languages() -> None:
    said_in_json = json.loads(json.dumps(bad_report().as_dict()))
    assert said_in_json["conforms"] is False
    assert said_in_json["violations"] == len(said_in_json["results"]) == 2
    assert set(said_in_json["results"][0]["message"]) == {"vi", "en"}


def test_turtle_is_a_report_that_a_shacl_tool_can_read() -> None:
    from rdflib import RDF, SH, Graph

    graph = Graph().parse(data=bad_report().to_turtle(), format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms).toPython() is False
    results = list(graph.objects(report, SH.result))
    assert len(results) == 2
    result = results[0]
    assert graph.value(result, SH.resultSeverity) == SH.Violation
    assert graph.value(result, SH.sourceConstraintComponent) == SH.MinInclusiveConstraintComponent
    assert {text.language for text in graph.objects(result, SH.resultMessage)} == {"vi", "en"}


def test_an_engine_that_fails_is_a_coded_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(shapes: str, data: Store) -> set[engines.Row]:
        raise RuntimeError("out of order")

    monkeypatch.setitem(__import__("cchc.validation.run", fromlist=["ENGINES"]).ENGINES, "turbo", broken)
    with pytest.raises(CchcError) as caught:
        validate(Store())
    assert caught.value.code == "SHACL_ENGINE"
    assert "out of order" in caught.value.message("vi")


# -- files -------------------------------------------------------------------------------------------------------------


def write(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.ttl", b'<urn:a> <urn:b> "1" .'),
        ("x.nt", b'<urn:a> <urn:b> "1" .\n'),
        ("x.nq", b'<urn:a> <urn:b> "1" <urn:g> .\n'),
        ("x.trig", b'<urn:g> { <urn:a> <urn:b> "1" }'),
        ("x.jsonld", b'{"@id": "urn:a", "urn:b": "1"}'),
        ("x.TTL", b'<urn:a> <urn:b> "1" .'),
    ],
)
def test_each_format_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    (quad,) = read_rdf(write(tmp_path, name, content))
    assert (quad.subject, quad.object) == (NamedNode("urn:a"), Literal("1"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.rdf", b"<rdf:RDF/>", "RDF_FORMAT"),
        ("x", b"", "RDF_FORMAT"),
        ("x.ttl", b"", "RDF_EMPTY"),
        ("x.ttl", b"# nothing\n", "RDF_EMPTY"),
        ("x.ttl", b"<urn:a> <urn:b> 1 .\n<urn:c> <urn:d>\n", "RDF_SYNTAX"),
        ("x.ttl", b"\x00\xff\xfe", "RDF_SYNTAX"),
        ("x.nt", '<urn:a> <urn:b> "é" .'.encode("utf-16"), "RDF_SYNTAX"),
        ("x.nt", b'<http://a b> <urn:b> "1" .', "RDF_SYNTAX"),
        ("x.jsonld", b'{"@id": ', "RDF_SYNTAX"),
        ("x.jsonld", b"[" * 100_000, "RDF_SYNTAX"),
    ],
)
def test_a_file_that_is_no_rdf_is_a_coded_error(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    with pytest.raises(CchcError) as caught:
        read_rdf(write(tmp_path, name, content))
    assert caught.value.code == code
    assert caught.value.exit_status == 2
    assert caught.value.message("vi")
    assert caught.value.fix("en")


def test_a_syntax_error_says_line_and_column(tmp_path: Path) -> None:
    file = write(tmp_path, "x.ttl", b"<urn:a> <urn:b> 1 .\n<urn:c> <urn:d> nonsense .\n")
    with pytest.raises(CchcError) as caught:
        read_rdf(file)
    assert caught.value.where.startswith(f"{file}:2:")


def test_a_missing_file_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as caught:
        read_rdf(tmp_path / "none.ttl")
    assert caught.value.code == "FILE_MISSING"


def test_a_remote_context_is_refused_without_a_request(tmp_path: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/context"
        file = write(tmp_path, "x.jsonld", json.dumps({"@context": address, "@id": "urn:a", "name": "x"}).encode())
        with pytest.raises(CchcError) as caught:
            read_rdf(file)
        assert caught.value.code == "RDF_SYNTAX"
        with pytest.raises(BlockingIOError):
            server.accept()


# -- what must hold across an edition, on claims as loaders make them --------------------------------------------------


def counts(*numbers: int) -> set[str]:
    """The violations of the three groups of PAR INDEX with these counts, of 63 provinces."""
    grades = [Concept(f"par-index/{letter}", f"nhóm {letter.upper()}", known=True) for letter in "abc"]
    claims = [figure("grade-count", n, grade=grade, out_of=63) for n, grade in zip(numbers, grades, strict=False)]
    return {row.code for row in validate_graph(triples.quads(reading("x", *claims))).violations}


def test_counts_in_all_grades_add_up_to_the_population() -> None:
    assert counts(2, 56, 5) == set()
    assert counts(2, 55, 5) == {"CCHC-EDITION-017"}
    assert counts(2, 57, 5) == {"CCHC-EDITION-018"}
    assert counts(2, 56) == set(), "a count that is not known is no contradiction"


def test_the_count_of_the_only_class_known_need_not_be_all() -> None:
    owner = Unit("dong-thap", "Đồng Tháp", "Province", name_en="Dong Thap", known=True)
    good = Concept("dong-thap-cchc/tot", "tốt", "good", known=True)
    count = figure("grade-count", 16, Edition("dong-thap-cchc", 2021, "department", owner), grade=good, out_of=17)
    assert validate_graph(triples.quads(reading("003", count))).findings == ()


def test_a_department_in_the_ranking_of_provinces_is_refused() -> None:
    department = Unit("dong-thap/so-noi-vu", "Sở Nội vụ", "Department", "dong-thap", "Department of Home Affairs")
    report = validate_graph(triples.quads(reading("x", said("rank", 2, department))))
    assert {row.code for row in report.violations} == {"CCHC-EDITION-026"}
