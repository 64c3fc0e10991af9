"""Stored queries: each has an expected answer, the same in every engine; parameters are terms, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

import engines
import sample
from cchc import ontology, triples
from cchc.answers import render
from cchc.claims import CellQuote, Concept, Source
from cchc.errors import CchcError
from cchc.queries import Catalogue, Parameter, bind, run
from cchc.queries.values import to_term
from cchc.store import EmbeddedStore, ReadableStore, RemoteStore, memory_store
from cchc.store.tokens import tokens
from cchc.vocabulary import XSD
from claim_samples import HA_NAM, reading, said

EXPECTED = Path(__file__).parent / "expected" / "queries"

CASES: dict[str, tuple[str, dict[str, str]]] = {
    "ranking": ("ranking", {"index": "par-index", "year": "2020"}),
    "ranking-grade-c": ("ranking", {"index": "par-index", "year": "2020", "grade": "c"}),
    "ranking-departments": ("ranking", {"index": "dong-thap-cchc", "year": "2021", "population": "department"}),
    "ranking-as-of": ("ranking", {"index": "par-index", "year": "2020", "grade": "c", "as-of": "2026"}),
    "ranking-districts": ("ranking", {"index": "dong-thap-cchc", "year": "2021", "population": "district"}),
    "trend": ("trend", {"index": "par-index", "unit": "lang-son"}),
    "trend-break": ("trend", {"index": "sipas", "unit": "lang-son"}),
    "trend-disputed": ("trend", {"index": "par-index", "unit": "da-nang"}),
    "movers": ("movers", {"year": "2020"}),
    "movers-since": ("movers", {"year": "2022", "since": "2020", "index": "sipas"}),
    "movers-sipas": ("movers", {"year": "2020", "index": "sipas"}),
    "compare": ("compare", {"unit": "lang-son", "other": "ha-nam"}),
    "compare-one": ("compare", {"unit": "lang-son", "other": "ha-nam", "index": "par-index", "year": "2020"}),
    "unit-profile": ("unit-profile", {"unit": "lang-son"}),
    "unit-profile-standing": ("unit-profile", {"unit": "dong-thap/so-y-te"}),
    "component-breakdown": ("component-breakdown", {"index": "par-index", "unit": "lang-son"}),
    "grade-counts": ("grade-counts", {"index": "par-index", "year": "2020"}),
    "averages": ("averages", {}),
    "averages-one": ("averages", {"index": "par-index", "year": "2020", "population": "province"}),
    "rise-counts": ("rise-counts", {}),
    "standings": ("standings", {"index": "par-index", "year": "2020"}),
    "by-region": ("by-region", {"index": "par-index", "year": "2020"}),
    "coverage": ("coverage", {}),
    "coverage-sipas": ("coverage", {"index": "sipas"}),
    "conflicts": ("conflicts", {}),
    "conflicts-none": ("conflicts", {"index": "sipas"}),
    "conflicts-of-one": ("conflicts", {"index": "par-index", "year": "2012", "unit": "da-nang"}),
    "conflicts-of-another": ("conflicts", {"unit": "lang-son"}),
    "derived": ("derived", {}),
    "derived-unit": ("derived", {"unit": "lang-son", "index": "par-index"}),
    "evidence": ("evidence", {"unit": "ha-nam", "index": "par-index", "year": "2020"}),
    "evidence-derived": ("evidence", {"unit": "lang-son"}),
    "meetings": ("meetings", {}),
    "meetings-none": ("meetings", {"year": "2022"}),
    "officials": ("officials", {}),
    "officials-unit": ("officials", {"unit": "chinh-phu", "official": "Trương Hòa Bình"}),
    "directives": ("directives", {}),
    "directives-area": ("directives", {"area": "76-nq-cp/the-che"}),
    "directives-none": ("directives", {"area": "30c-nq-cp/the-che"}),
    "indicators": ("indicators", {}),
    "indicators-none": ("indicators", {"unit": "lang-son", "year": "2020"}),
    "reform-areas": ("reform-areas", {}),
    "successors": ("successors", {}),
    "successors-unit": ("successors", {"unit": "ha-giang"}),
}

NAMED_IN_THE_INTERFACE = [
    "ranking",
    "trend",
    "movers",
    "compare",
    "unit-profile",
    "component-breakdown",
    "grade-counts",
    "averages",
    "by-region",
    "coverage",
    "conflicts",
    "derived",
    "evidence",
    "meetings",
    "officials",
    "directives",
    "indicators",
    "reform-areas",
    "successors",
]


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return memory_store(sample.quads())


@pytest.fixture(scope="module")
def rdflib_store() -> engines.RdflibStore:
    return engines.RdflibStore(sample.quads())


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteStore]:
    with engines.oxigraph_server(sample.quads(), tmp_path_factory.mktemp("server")) as url:
        yield RemoteStore(url)


def test_every_query_of_the_interface_exists_and_is_tested() -> None:
    names = Catalogue().names()
    assert set(NAMED_IN_THE_INTERFACE) <= set(names)
    assert {name for name, _ in CASES.values()} == set(names)
    assert {file.stem for file in EXPECTED.glob("*.csv")} == set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_answer_is_the_expected_one(case: str, store: EmbeddedStore) -> None:
    name, parameters = CASES[case]
    answer = run(store, name, parameters, lang="vi")
    expected = (EXPECTED / f"{case}.csv").read_bytes().decode("utf-8")
    assert render(answer, "csv").decode("utf-8").replace("\r\n", "\n") == expected


def same(case: str, lang: str, store: ReadableStore, other: ReadableStore) -> None:
    name, parameters = CASES[case]
    ours, theirs = run(store, name, parameters, lang=lang), run(other, name, parameters, lang=lang)
    assert [tuple(row) for row in theirs.rows] == [tuple(row) for row in ours.rows]
    assert (theirs.title, theirs.completeness) == (ours.title, ours.completeness)


@pytest.mark.parametrize("case", CASES)
def test_rdflib_gives_the_same_rows(case: str, store: EmbeddedStore, rdflib_store: engines.RdflibStore) -> None:
    # In the language that the expected answers are not in.
    same(case, "en", store, rdflib_store)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("case", CASES)
def test_a_server_gives_the_same_rows(case: str, lang: str, store: EmbeddedStore, remote: RemoteStore) -> None:
    # The server's union of graphs repeats triples that several sources say; answers must not.
    same(case, lang, store, remote)


# -- what the queries promise ----------------------------------------------------------------------------------------


def test_columns_of_ranking_and_trend_are_fixed(store: EmbeddedStore) -> None:
    ranking = run(store, *CASES["ranking"])
    assert ranking.names == ("rank", "unit", "unitLabel", "score", "grade", "status")
    trend = run(store, *CASES["trend"])
    assert trend.names[:7] == ("year", "rank", "rankedAmong", "score", "grade", "status", "break")
    assert trend.names[7:] == ("unit", "unitLabel", "breakSince")


def test_a_ranking_says_how_complete_it_is(store: EmbeddedStore) -> None:
    completeness = run(store, *CASES["ranking"], lang="en").completeness
    assert completeness is not None
    assert (completeness.known, completeness.expected, completeness.text) == (2, 63, "2 of 63 ranks known")
    members = run(store, *CASES["ranking-grade-c"], lang="en").completeness
    assert str(members) == "2 of 2 members known"


def edition(year: int, **said: str) -> list[Quad]:
    """Results of an edition of SIPAS of provinces: what is said of each unit, in Turtle."""
    head = f"""
    @prefix cchc: <https://w3id.org/cchc/ontology#> . @prefix unit: <https://w3id.org/cchc/id/unit/> .
    @prefix grade: <https://w3id.org/cchc/id/grade/par-index/> .
    <urn:e> a cchc:IndexEdition ; cchc:index <https://w3id.org/cchc/id/index/sipas> ; cchc:year "{year}"^^<{XSD}gYear> ;
        cchc:population <https://w3id.org/cchc/id/population/province> ."""
    lines = (
        f"<urn:{unit}> cchc:edition <urn:e> ; cchc:unit unit:{unit.replace('_', '-')} ; {facts} ."
        for unit, facts in said.items()
    )
    graph = NamedNode("https://w3id.org/cchc/graph/results")
    return [Quad(*quad.triple, graph) for quad in parse("\n".join([head, *lines]), RdfFormat.TURTLE)]


RANKED = {
    "what has no rank follows by its score": (
        {"ha_nam": "cchc:score 71.5", "lang_son": "cchc:rank 40", "dong_thap": "cchc:score 90.25 ; cchc:grade grade:c"},
        [(40, "lang-son"), (None, "dong-thap"), (None, "ha-nam")],
        "1 ranks known",
    ),
    "scores alone are in order": (
        {"ha_nam": "cchc:score 9.5", "lang_son": "cchc:score 81", "quang_ngai": "cchc:grade grade:b"},
        [(None, "lang-son"), (None, "ha-nam")],
        "No rank known; 2 scores known",
    ),
    "grades alone go from the highest": (
        {"ha_nam": "cchc:grade grade:c", "lang_son": "cchc:grade grade:b"},
        [(None, "lang-son"), (None, "ha-nam")],
        "No rank or score known; 2 grades known",
    ),
}


@pytest.mark.parametrize("case", RANKED)
def test_a_ranking_lists_what_has_no_rank(case: str) -> None:
    said, rows, told = RANKED[case]
    quads = [*sample.quads(), *edition(2007, **said)]
    parameters = {"index": "sipas", "year": "2007"}
    for store in (memory_store(quads), engines.RdflibStore(quads)):
        answer = run(store, "ranking", parameters, lang="en")
        assert [(row["rank"], row["unit"].rsplit("/", 1)[-1]) for row in answer.rows] == rows
        assert answer.completeness is not None
        assert answer.completeness.text.startswith(told)


@pytest.mark.parametrize(
    ("name", "parameters", "told"),
    [
        ("ranking", {"index": "par-index", "year": "1999"}, "province (provinces): 2012, 2019–2020"),
        ("ranking", {"index": "par-index", "year": "2020", "population": "department"}, "province (provinces)"),
        ("trend", {"index": "dong-thap-cchc", "unit": "ha-nam"}, "par-index (PAR INDEX): 2020"),
    ],
)
def test_an_empty_answer_tells_what_there_is(name: str, parameters: dict[str, str], told: str) -> None:
    for store in (memory_store(sample.quads()), engines.RdflibStore(sample.quads())):
        answer = run(store, name, parameters, lang="en")
        assert answer.terms == []
        assert told in answer.notes[-1]
        assert told in render(answer, "table").decode()
        assert "–" not in render(answer, "csv").decode()


def test_an_answer_with_rows_tells_only_what_it_could_be_mistaken_for(store: EmbeddedStore) -> None:
    assert run(store, *CASES["ranking"]).notes == run(store, *CASES["successors"]).notes == ()
    (note,) = run(store, "successors", {"unit": "dong-thap"}).notes
    assert "dong-thap-2025 (2025-07-01: Sáp nhập Đồng Tháp và Tiền Giang thành Đồng Tháp)" in note
    # The units that it was merged with are in the answer, and the two of one name are told apart.
    rows = run(store, "successors", {"unit": "dong-thap"}).rows
    assert [row["unitLabel"] for row in rows] == ["Đồng Tháp", "Tiền Giang"]
    assert [row["successorLabel"] for row in rows] == ["Đồng Tháp (dong-thap-2025)", "Đồng Tháp"]


def test_a_ranking_of_which_nothing_is_known_says_so(store: EmbeddedStore) -> None:
    answer = run(store, "ranking", {"index": "par-index", "year": "1999"}, lang="en")
    assert answer.rows == []
    assert str(answer.completeness) == "0 ranks known, of an unknown number"


def test_derived_disputed_and_broken_values_are_marked(store: EmbeddedStore) -> None:
    assert [(row["year"], row["status"]) for row in run(store, *CASES["trend"]).rows] == [
        (2019, "derived"),
        (2020, "stated"),
    ]
    assert [row["status"] for row in run(store, *CASES["trend-disputed"]).rows] == ["disputed"]
    assert [(row["year"], row["break"]) for row in run(store, *CASES["trend-break"], lang="en").rows] == [
        (2020, None),
        (2022, "SIPAS: new method from 2022"),
    ]


def test_evidence_of_a_value_is_the_sentence_at_its_place(store: EmbeddedStore) -> None:
    row = next(row for row in run(store, *CASES["evidence"]).rows if row["measure"] == "rank")
    assert row["exact"] == sample.FIRST[row["start"] : row["end"]] == "xếp thứ 43/63"
    assert row["sentence"] == "Hà Nam đạt 83,45 điểm, xếp thứ 43/63."


def test_evidence_names_the_region_of_a_rank_inside_it_and_the_page_that_a_cell_cites() -> None:
    region = Concept("dong-bang-song-hong", "Đồng bằng sông Hồng", "Red River Delta")
    page = "https://www.moha.gov.vn/par-index-2020"
    cell = CellQuote(3, 2, "83,45", heading="Điểm")
    stored = memory_store(
        [
            *ontology.quads(),
            *triples.quads(reading("bai", said("rank", 4, HA_NAM, scope=region))),
            *triples.table_quads(
                Source(id="bang", name="bang.csv", text="x", sha256="0" * 64, sheets=(("", ""),)),
                [replace(said("score", "83.45", HA_NAM, cell=cell, cited=(page,)), quotes=())],
            ),
        ]
    )
    rows = {row["measure"]: row for row in run(stored, "evidence", {"unit": "ha-nam"}, lang="en").rows}
    assert (rows["rank"]["value"], rows["rank"]["regionLabel"]) == (4, "Red River Delta")
    assert (rows["score"]["value"], rows["score"]["regionLabel"]) == (Decimal("83.45"), None)
    assert (rows["score"]["exact"], rows["score"]["cited"], rows["rank"]["cited"]) == ("83,45", page, None)


def test_titles_name_the_values_of_parameters(store: EmbeddedStore) -> None:
    assert run(store, *CASES["ranking"], lang="vi").title == "Xếp hạng PAR INDEX 2020, tỉnh, thành phố"
    assert run(store, *CASES["movers"], lang="en").title == "Movers of 2020, provinces"
    assert run(store, *CASES["movers-sipas"], lang="en").title == "Movers of 2020, SIPAS, provinces"


# -- the catalogue ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", Catalogue().names())
def test_header_and_text_agree(name: str) -> None:
    query = Catalogue().get(name)
    parseQuery(query.text)
    used = {token.text[1:] for token in tokens(query.text) if token.kind == "variable" and token.text[0] == "$"}
    counting = [Catalogue().completeness(spec.query) for spec in query.completeness]
    assert used == {parameter.variable for parameter in query.parameters}
    for text in counting:
        needed = {token.text[1:] for token in tokens(text) if token.kind == "variable" and token.text[0] == "$"}
        assert needed <= used
    for column in query.columns:
        assert set(column.label) == {"vi", "en"}


@pytest.mark.parametrize("name", Catalogue().names())
def test_examples_of_the_header_can_be_run(name: str, store: EmbeddedStore) -> None:
    query = Catalogue().get(name)
    answer = run(store, name, {p.name: p.example for p in query.parameters if p.required and p.type != "lang"})
    assert answer.columns == tuple(column for column in query.columns if column.given is None)


HEADER = """#+ title: {vi: "Thử {year}", en: "Trial {year}"}
#+ description: {vi: "Thử", en: "Trial"}
#+ params:
#+   - {name: year, type: year, example: "2020", label: {vi: "Năm", en: "Year"}}
#+ tags: [trial]
#+ columns:
#+   - {name: s, label: {vi: "S", en: "S"}}
"""


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (HEADER.replace("title:", "titel:"), "titel"),
        (HEADER.replace('#+ title: {vi: "Thử {year}", en: "Trial {year}"}\n', ""), "title"),
        (HEADER.replace(', en: "Trial {year}"', ""), "title"),
        (HEADER.replace("type: year", "type: yaer"), "params[0].type"),
        (HEADER.replace("example:", "sample:"), "params[0].sample"),
        (HEADER.replace("{name: s,", "{name: s, decimals: two,"), "columns[0].decimals"),
        (HEADER.replace("{name: s,", "{name: s, hidden: maybe,"), "columns[0].hidden"),
        (HEADER.replace("tags: [trial]", "tags: trial"), "tags"),
        (HEADER + "#+ chart: {kind: pie, x: s, y: s}\n", "chart.kind"),
        (HEADER + "#+ chart: {kind: bar, x: s, y: t}\n", "chart.y"),
        (HEADER.replace("[trial]", "[trial"), "#+"),
        ("", "#+"),
    ],
)
def test_a_wrong_header_is_named_by_file_and_key(wrong: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "trial.rq").write_text(wrong + "SELECT ?s WHERE { ?s ?p $year }", encoding="utf-8")
    with pytest.raises(CchcError) as caught:
        Catalogue(tmp_path).get("trial")
    assert (caught.value.code, caught.value.where, caught.value.values["key"]) == ("QUERY_HEADER", "trial.rq", key)


def test_columns_that_the_query_does_not_give_are_a_wrong_header(tmp_path: Path, store: EmbeddedStore) -> None:
    (tmp_path / "trial.rq").write_text(HEADER + "SELECT ?p WHERE { ?s ?p $year }", encoding="utf-8")
    with pytest.raises(CchcError, match="QUERY_HEADER"):
        run(store, "trial", {"year": "2020"}, catalogue=Catalogue(tmp_path))


@pytest.mark.parametrize("name", ["../lookup/unit", "lookup/unit", "/etc/passwd", "ranking.rq", ""])
def test_only_names_of_the_catalogue_are_opened(name: str) -> None:
    with pytest.raises(CchcError, match="UNKNOWN_QUERY"):
        Catalogue().get(name)


# -- what people type ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["lang-son", "Lạng Sơn", "lang son", "LẠNG SƠN", "La\u0323ng Sơn", "tỉnh Lạng Sơn"])
def test_a_unit_is_found_by_all_its_names(typed: str, store: EmbeddedStore) -> None:
    answer = run(store, "trend", {"index": "PAR INDEX", "unit": typed})
    assert [row["rank"] for row in answer.rows] == [42, 36]


def test_a_thing_is_found_by_its_iri(store: EmbeddedStore) -> None:
    answer = run(store, "unit-profile", {"unit": "https://w3id.org/cchc/id/unit/ha-nam"})
    assert [row["rank"] for row in answer.rows] == [43]


@pytest.mark.parametrize(
    ("name", "parameters", "code", "offered"),
    [
        ("rankin", {}, "UNKNOWN_QUERY", "ranking"),
        ("ranking", {"indx": "par-index"}, "UNKNOWN_PARAMETER", "index"),
        ("ranking", {"year": "2020"}, "MISSING_PARAMETER", "par-index"),
        ("ranking", {"index": "par-idx", "year": "2020"}, "UNKNOWN_VALUE", "par-index"),
        ("trend", {"index": "par-index", "unit": "Lạng Sơm"}, "UNKNOWN_VALUE", "lang-son"),
        ("ranking", {"index": "par-index", "year": "20201"}, "INVALID_VALUE", "2020"),
        ("ranking", {"index": "par-index", "year": "2020", "grade": "z"}, "UNKNOWN_VALUE", "par-index/b"),
        ("trend", {"index": "par-index", "unit": "Sở Nội vụ"}, "AMBIGUOUS_VALUE", "dong-thap/so-noi-vu"),
        ("trend", {"index": "par-index", "unit": "lang-son", "lang": "fr"}, "UNKNOWN_VALUE", "vi"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_offered(
    name: str, parameters: dict[str, str], code: str, offered: str
) -> None:
    other = sample.twin_department()
    with pytest.raises(CchcError) as caught:
        run(memory_store(sample.quads() + other), name, parameters)
    assert caught.value.code == code
    for lang in ("vi", "en"):
        assert offered in caught.value.fix(lang)
        assert caught.value.message(lang)


# -- binding ---------------------------------------------------------------------------------------------------------

INJECTION = """PREFIX : <http://example.org/?$x#>
# $x in a comment
SELECT ?s ('$x' AS ?a) ("\\"$x" AS ?b) ('''it's $x''' AS ?c) (\"\"\"$x "" $x\"\"\" AS ?d) WHERE {
  ?s :$x$x ?x ; <http://example.org/$x> $x .
  FILTER(?s != $x && ?x<5)
}"""


def test_only_parameters_are_replaced() -> None:
    text = INJECTION.replace(":$x$x", ":p")
    assert "".join(token.text for token in tokens(text)) == text
    bound = bind(text, {"x": to_term(NO_STORE, NO_CATALOGUE, parameter("integer"), "7", {})})
    seven = '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert bound == text.replace("<http://example.org/$x> $x", f"<http://example.org/$x> {seven}").replace(
        "?s != $x", f"?s != {seven}"
    )


def parameter(kind: str) -> Parameter:
    return Parameter("x", kind, {"vi": "x", "en": "x"}, "1", "x")


NO_STORE = memory_store([])
SAMPLE_STORE = memory_store(sample.quads())
NO_CATALOGUE = Catalogue(Path(__file__).parent)

TRIAL = """PREFIX ex: <http://example.org/>
SELECT ?s (COUNT(?o) AS ?n) WHERE {
  { SELECT ?s WHERE { ?s ex:p $x . FILTER(STR(?s) != "$x") } }
  OPTIONAL { ?s ex:q ?o . FILTER(?o = $x || STR($x) = 'constant') }
} GROUP BY ?s"""

HOSTILE = st.one_of(
    st.text(),
    st.text(alphabet="\"\\\n\r\t\0 u02}{<>$?#.;|'x^@"),
    st.sampled_from(
        [
            'x" . } DROP ALL #',
            "\\u0022 } #",
            "\\\\u0022",
            "http://e/> } #",
            "http://e/\\u003e",
            "a\nb",
            "\0",
            "'''",
            '"""',
            "$x ?y",
            "http://e/$x",
            "\ud800",
        ]
    ),
)


def algebra(query: str, term: object) -> object:
    """The algebra of a query as nested tuples, with one term written as a place-holder."""

    def shape(node: object) -> object:
        if node == term and type(node) is type(term):
            return "the parameter"
        if isinstance(node, CompValue):
            return (node.name, *((key, shape(value)) for key, value in sorted(node.items())))
        if isinstance(node, dict):
            return tuple((str(key), shape(value)) for key, value in sorted(node.items()))
        if isinstance(node, (set, frozenset)):
            return tuple(sorted(map(repr, node)))
        if isinstance(node, (list, tuple)):
            return tuple(map(shape, node))
        return repr(node)

    return shape(prepareQuery(query).algebra)


@settings(max_examples=400, deadline=None)
@given(kind=st.sampled_from(["string", "iri", "year", "integer", "lang"]), typed=HOSTILE)
def test_no_value_changes_the_query(kind: str, typed: str) -> None:
    harmless = {"string": "x", "iri": "http://example.org/x", "year": "2020", "integer": "1", "lang": "vi"}[kind]
    try:
        term = to_term(NO_STORE, NO_CATALOGUE, parameter(kind), typed, {})
    except CchcError as error:
        refused = error.code, bool(error.message("vi"))
    else:
        refused = None
    if refused:
        assert refused == ("INVALID_VALUE", True)
        return
    usual = to_term(NO_STORE, NO_CATALOGUE, parameter(kind), harmless, {})
    assert algebra(bind(TRIAL, {"x": term}), engines.to_rdflib(term)) == algebra(
        bind(TRIAL, {"x": usual}), engines.to_rdflib(usual)
    )
    # Oxigraph's parser takes it as a query too.
    NO_STORE.select(bind(TRIAL, {"x": term}))


@settings(max_examples=200, deadline=None)
@given(typed=HOSTILE)
def test_no_name_breaks_the_search_for_things(typed: str) -> None:
    with pytest.raises(CchcError) as caught:
        run(SAMPLE_STORE, "trend", {"index": typed, "unit": typed})
    assert caught.value.code in ("UNKNOWN_VALUE", "INVALID_VALUE")
