"""Units through time: a name means the unit that bore it then, and nothing is joined up across a change."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

import engines
import sample
from cchc import ontology
from cchc import vocabulary as v
from cchc.answers import render
from cchc.build import build, load
from cchc.claims import Claim, IndicatorValue, Meeting, Observation, Post, Source
from cchc.errors import CchcError
from cchc.loaders.articles.reader import read_article
from cchc.loaders.registers import change_kinds, own_register, read_changes, units_before_changes
from cchc.queries import run
from cchc.settle import measure
from cchc.store import EmbeddedStore, memory_store, open_store
from cchc.units import KnownUnit, Period, bearers, last_day

EXPECTED = Path(__file__).parent / "expected" / "units"
MERGED = sorted(
    (
        new.unit
        for new in own_register()[0].units
        if new.unit.kind == "Province" and not new.unit.path.startswith("hue")
    ),
    key=lambda unit: unit.path,
)
"""The provinces that a merger of 2025 made; each has the name of one of those before it."""


# -- the register of the product -------------------------------------------------------------------------------------


def on(day: str, kind: str) -> set[str]:
    return {unit.path for unit in own_register()[1] if unit.kind == kind and day in unit.period}


def test_63_provinces_become_34_on_1_july_2025() -> None:
    before, after = on("2025-06-30", "Province"), on("2025-07-01", "Province")
    assert (len(before), len(after), len(before & after)) == (63, 34, 11)
    assert "lang-son" in before & after
    assert "hue-2025" in before & after
    assert {"dong-thap", "dong-thap-2025"} & before == {"dong-thap"}


def test_22_ministries_and_agencies_become_17_on_1_march_2025() -> None:
    assert (len(on("2025-02-28", "Ministry")), len(on("2025-03-01", "Ministry"))) == (22, 17)


def test_every_province_but_those_kept_has_one_change_in_2025() -> None:
    register, _ = own_register()
    touched = Counter(path for c in register.changes if c.date == "2025-07-01" for path in c.originals)
    assert set(touched) == on("2025-06-30", "Province")
    assert set(touched.values()) == {1}
    assert Counter(c.kind for c in register.changes if c.date == "2025-07-01") == {
        "merged": 23,
        "kept": 11,
        "abolished": 1,
    }


def test_ha_tay_went_into_ha_noi_which_went_on() -> None:
    assert on("2008-07-31", "Province") - on("2008-08-01", "Province") == {"ha-tay"}
    assert "ha-noi" in on("2008-08-01", "Province")


# -- which unit a name means -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "meant"),
    [("2012-12-31", "a"), ("2025-06-30", "a"), ("2025-07-01", "b"), ("2030-12-31", "b")],
)
def test_a_name_means_the_unit_that_bears_it_on_the_day(day: str, meant: str) -> None:
    lives = {"a": Period(None, "2025-07-01"), "b": Period("2025-07-01", None)}
    assert bearers(lives, lives.__getitem__, day) == [meant]


def test_a_name_that_nobody_bears_means_who_bore_it_last_or_first() -> None:
    lives = {"gone": Period(None, "2025-07-01"), "gone-before": Period(None, "2008-08-01")}
    assert bearers(lives, lives.__getitem__, "2026-01-01") == ["gone"]
    assert bearers({"new": 0}, lambda _: Period("2025-07-01"), "2020-12-31") == ["new"]


def test_a_period_is_shown_with_its_last_day() -> None:
    assert str(Period(None, "2025-07-01")) == "– 2025-06-30"
    assert str(Period("2025-07-01", None)) == "2025-07-01 –"
    assert str(Period()) == ""


# -- articles --------------------------------------------------------------------------------------------------------


def claims(text: str, published: str | None = None) -> tuple[Claim, ...]:
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return read_article(Source(id="t", name="t.txt", text=text, sha256=sha256, published=published)).claims


def told(text: str, published: str | None = None) -> set[tuple[str, int, str]]:
    """(unit, year, measure) of the observations of a text."""
    found = [claim for claim in claims(text, published) if isinstance(claim, Observation)]
    return {(claim.unit.path, claim.edition.year, claim.measure) for claim in found}


@pytest.mark.parametrize("unit", MERGED[::5], ids=lambda unit: unit.path)
@pytest.mark.parametrize("published", [None, "2026-04-02"])
def test_one_article_tells_of_both_units_of_one_name(unit: KnownUnit, published: str | None) -> None:
    text = (
        f"Năm 2025, Chỉ số PAR INDEX của {unit.name} đạt 89,5%, xếp thứ 10/34 tỉnh, thành phố. "
        f"Năm 2024, {unit.name} đạt 88,1%, xếp thứ 25/63 tỉnh, thành phố."
    )
    old = unit.path.removesuffix("-2025")
    wanted = {(p, y, m) for p, y in ((unit.path, 2025), (old, 2024)) for m in ("score", "rank")}
    assert told(text, published) == wanted


@pytest.mark.parametrize("unit", MERGED[1::5], ids=lambda unit: unit.path)
def test_the_index_of_2024_is_of_the_old_units_whenever_it_is_told(unit: KnownUnit) -> None:
    text = f"Chỉ số PAR INDEX năm 2024 của {unit.name} đạt 88,1%, xếp thứ 25/63 tỉnh, thành phố."
    old = unit.path.removesuffix("-2025")
    for published in (None, "2025-03-29", "2025-08-01", "2026-08-01"):
        assert told(text, published) == {(old, 2024, "score"), (old, 2024, "rank")}


@pytest.mark.parametrize("former", ["{} (cũ)", "{} cũ"])
@pytest.mark.parametrize("unit", MERGED[2::7], ids=lambda unit: unit.path)
def test_a_unit_called_old_is_the_old_one(unit: KnownUnit, former: str) -> None:
    text = f"Chỉ số SIPAS năm 2025 của {former.format(unit.name)} đạt 88,1%, của Hà Nam (cũ) đạt 87,2%."
    old = unit.path.removesuffix("-2025")
    assert told(text) == {(old, 2025, "score"), ("ha-nam", 2025, "score")}


def test_a_renamed_province_has_one_name_a_time() -> None:
    text = "Năm 2020 SIPAS của Huế là 80,1%; năm 2025 SIPAS của thành phố Huế là 87,2%."
    assert told(text) == {("thua-thien-hue", 2020, "score"), ("hue-2025", 2025, "score")}


def test_ministries_are_those_of_the_year() -> None:
    text = (
        "Năm 2025, PAR INDEX của Bộ Tài chính đạt 92,1%; Bộ Nông nghiệp và Môi trường đạt 90%. "
        "Năm 2020, PAR INDEX của Bộ Tài chính đạt 91,1%."
    )
    assert {(unit, year) for unit, year, _ in told(text)} == {
        ("bo-tai-chinh-2025", 2025),
        ("bo-nong-nghiep-va-moi-truong-2025", 2025),
        ("bo-tai-chinh", 2020),
    }


def test_a_province_of_today_has_its_own_index_and_departments() -> None:
    text = (
        "UBND tỉnh Đồng Tháp công bố kết quả. Năm {}, Chỉ số cải cách hành chính của các sở, ngành tỉnh Đồng Tháp: "
        "Sở Nội vụ đạt 90,94 điểm, xếp hạng nhất. Ông Trương Hòa Bình, Chủ tịch UBND tỉnh Đồng Tháp."
    )
    for year, path in ((2021, "dong-thap"), (2025, "dong-thap-2025")):
        for claim in claims(text.format(year)):
            if isinstance(claim, Observation):
                assert claim.edition.index == f"{path}-cchc"
                assert claim.unit.path == f"{path}/so-noi-vu"
            elif isinstance(claim, Post):
                assert claim.organization.path == f"{path}/ubnd-tinh"
            assert not isinstance(claim, (IndicatorValue, Meeting))


def test_a_year_of_before_in_an_article_of_after_is_of_the_index_of_before() -> None:
    text = (
        "UBND tỉnh Đồng Tháp công bố kết quả. Năm 2021, Chỉ số cải cách hành chính của các sở, ngành tỉnh Đồng Tháp: "
        "Sở Nội vụ đạt 90,94 điểm, xếp hạng nhất, mức tốt."
    )
    found = [claim for claim in claims(text, "2026-02-01") if isinstance(claim, Observation)]
    assert found
    assert {(claim.edition.index, claim.unit.path) for claim in found} == {("dong-thap-cchc", "dong-thap/so-noi-vu")}
    assert {claim.edition.owner.path for claim in found if claim.edition.owner} == {"dong-thap"}


# -- queries ---------------------------------------------------------------------------------------------------------


CASES = {
    "trend": ("trend", {"index": "par-index", "unit": "dong-thap-2025"}),
    "trend-before": ("trend", {"index": "par-index", "unit": "dong-thap"}),
    "movers": ("movers", {"index": "par-index", "year": "2025"}),
    "movers-since": ("movers", {"index": "par-index", "year": "2025", "since": "2023"}),
    "ranking-as-of": ("ranking", {"index": "par-index", "year": "2024", "as-of": "2026"}),
    "ranking-now": ("ranking", {"index": "par-index", "year": "2025", "as-of": "2026"}),
    "by-region": ("by-region", {"index": "par-index", "year": "2025"}),
    "successors": ("successors", {"unit": "dong-thap-2025"}),
}
RESULTS = """
@base <https://w3id.org/cchc/> . @prefix cchc: <https://w3id.org/cchc/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<id/series-break/par-index/2025> a cchc:SeriesBreak ; cchc:index <id/index/par-index> ;
    cchc:breakYear "2025"^^xsd:gYear ; rdfs:label "63 tỉnh, thành phố còn 34"@vi , "63 provinces became 34"@en .
"""


def results() -> list[Quad]:
    """PAR INDEX of five provinces over the reorganisation of 2025, beside the sample."""
    lines = [RESULTS]
    for year in (2023, 2024, 2025):
        edition = f"<id/edition/par-index/{year}/province>"
        lines.append(
            f'{edition} a cchc:IndexEdition ; cchc:index <id/index/par-index> ; cchc:year "{year}"^^xsd:gYear ;'
            f" cchc:population <id/population/province> ; cchc:unitCount {63 if year < 2025 else 34} ."
        )
        if year > 2023:
            lines.append(f"{edition} cchc:previousEdition <id/edition/par-index/{year - 1}/province> .")
    ranks = {
        2023: {"dong-thap": 30, "tien-giang": 41, "lang-son": 20},
        2024: {"dong-thap": 25, "tien-giang": 35, "lang-son": 22},
        2025: {"dong-thap-2025": 10, "lang-son": 12},
    }
    for year, units in ranks.items():
        for unit, rank in units.items():
            path = f"par-index/{year}/province"
            lines.append(
                f"<id/result/{path}/{unit}> cchc:edition <id/edition/{path}> ; cchc:unit <id/unit/{unit}> ;"
                f" cchc:rank {rank} ; cchc:score {95.05 - rank / 10:.2f} ."
            )
    graph = NamedNode(v.RESULTS_GRAPH)
    return [Quad(t.subject, t.predicate, t.object, graph) for t in parse("\n".join(lines).encode(), RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return memory_store([*sample.quads(), *results()])


@pytest.fixture(scope="module")
def rdflib_store() -> engines.RdflibStore:
    return engines.RdflibStore([*sample.quads(), *results()])


@pytest.mark.parametrize("case", CASES)
def test_answers_across_a_change_are_as_expected_in_both_engines(
    case: str, store: EmbeddedStore, rdflib_store: engines.RdflibStore
) -> None:
    answer = run(store, *CASES[case])
    expected = (EXPECTED / f"{case}.csv").read_text(encoding="utf-8")
    assert render(answer, "csv").decode("utf-8").replace("\r\n", "\n") == expected
    assert run(rdflib_store, *CASES[case]).terms == answer.terms


def test_every_expected_answer_is_of_a_case() -> None:
    assert {file.stem for file in EXPECTED.glob("*.csv")} == set(CASES)


@pytest.mark.parametrize(("year", "meant"), [("2020", "dong-thap"), ("2024", "dong-thap"), ("2025", "dong-thap-2025")])
def test_a_name_in_a_query_means_the_unit_of_the_year(year: str, meant: str, store: EmbeddedStore) -> None:
    for name in ("Đồng Tháp", "dong thap", "tỉnh Đồng Tháp"):
        answer = run(store, "unit-profile", {"unit": name, "year": year})
        assert answer.parameters["wantedUnit" if "wantedUnit" in answer.parameters else "unit"].value == v.unit_iri(
            meant
        )


def test_without_a_year_the_choices_are_named_with_their_dates(store: EmbeddedStore) -> None:
    with pytest.raises(CchcError) as raised:
        run(store, "trend", {"index": "par-index", "unit": "Đồng Tháp"})
    assert raised.value.code == "AMBIGUOUS_VALUE"
    assert raised.value.values["matches"] == "dong-thap (– 2025-06-30), dong-thap-2025 (2025-07-01 –)"


def test_without_a_year_the_only_one_with_results_is_meant() -> None:
    only_before = memory_store([*sample.quads(), *[q for q in results() if "2025" not in str(q.subject)]])
    assert [row["year"] for row in run(only_before, "trend", {"index": "par-index", "unit": "Đồng Tháp"}).rows] == [
        2023,
        2024,
    ]


def test_a_path_names_one_unit_whatever_the_year(store: EmbeddedStore) -> None:
    answer = run(store, "unit-profile", {"unit": "dong-thap-2025", "year": "2020"})
    assert answer.rows == []


def test_a_comparison_tells_the_breaks_of_its_years(store: EmbeddedStore) -> None:
    units = {"unit": "dong-thap-2025", "other": "lang-son"}
    for unit, other in (units.values(), reversed(units.values())):
        (row,) = run(store, "compare", {"unit": unit, "other": other}, lang="en").rows
        assert set(row["break"].split("; ")) == {
            "63 provinces became 34",
            "Dong Thap and Tien Giang merged into Dong Thap",
        }
    for row in run(store, "compare", {"unit": "dong-thap", "other": "lang-son"}).rows:
        assert not row["break"]


@pytest.mark.parametrize(("year", "count"), [(2015, 63), (2025, 34)])
def test_where_no_source_counts_the_units_those_that_existed_are_told_as_such(year: int, count: int) -> None:
    path = f"sipas/{year}/province"
    lines = (
        f"@base <{v.BASE}> . @prefix cchc: <{v.CCHC}> . @prefix xsd: <{v.XSD}> ."
        f'<id/edition/{path}> a cchc:IndexEdition ; cchc:index <id/index/sipas> ; cchc:year "{year}"^^xsd:gYear ;'
        f" cchc:population <id/population/province> ."
        f"<id/result/{path}/lang-son> cchc:edition <id/edition/{path}> ; cchc:unit <id/unit/lang-son> ; cchc:rank 3 ."
    )
    graph = NamedNode(v.RESULTS_GRAPH)
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in parse(lines.encode(), RdfFormat.TURTLE)]
    named = Store()
    named.extend([*ontology.quads(), *quads])
    store = memory_store([*named, *measure(named)])
    answer = run(store, "ranking", {"index": "sipas", "year": str(year)}, lang="en").completeness
    assert answer is not None
    assert (answer.known, answer.expected) == (1, None)
    assert answer.text.endswith(f"among the {count} units that existed")
    (covered,) = run(store, "coverage", {"index": "sipas"}).rows
    # A rank that rests on no claim is no knowledge.
    assert [covered[name] for name in ("expected", "basis", "known", "missing")] == [count, "existing", 0, count]


# -- a register of one's own -----------------------------------------------------------------------------------------

HEADER = "date,kind,original,resulting,resulting_en,gso_code,source\n"
SOURCE = "https://example.org/nghi-quyet"


def read(rows: str) -> tuple[list[str], list[str]]:
    register, _ = read_changes(HEADER + rows, "changes.csv", own_register()[1], change_kinds())
    return [new.unit.path for new in register.units], [change.label for change in register.changes]


def test_the_next_change_is_a_row() -> None:
    units, labels = read(f"2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Sơn,Lang Son,20,{SOURCE}\n")
    assert units == ["lang-son-2027"]
    assert labels == ["Sáp nhập Lạng Sơn và Cao Bằng thành Lạng Sơn"]


def test_a_row_may_speak_of_the_units_of_a_row_above() -> None:
    rows = (
        f"2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Sơn,Lang Son,,{SOURCE}\n"
        f"2029-01-01,split,Lạng Sơn,Đồng Đăng|Kỳ Lừa,Dong Dang|Ky Lua,,{SOURCE}\n"
    )
    assert read(rows)[0] == ["lang-son-2027", "dong-dang-2029", "ky-lua-2029"]


def test_a_unit_can_take_in_another_and_go_on() -> None:
    units, labels = read(f"2027-07-01,merged,Cao Bằng|Lạng Sơn,lang-son,,,{SOURCE}\n")
    assert units == []
    assert labels == ["Sáp nhập Cao Bằng và Lạng Sơn thành Lạng Sơn"]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("1/7/2027,merged,Lạng Sơn,Lạng Sơn,,,", {"REGISTER_DATE", "REGISTER_UNSOURCED"}),
        (f"2027-07-01,joined,Lạng Sơn,Lạng Sơn,,,{SOURCE}", {"REGISTER_KIND"}),
        (f"2027-07-01,merged,Lạng Sn|Cao Bằng,Lạng Sơn,,,{SOURCE}", {"REGISTER_UNIT"}),
        (f"2027-07-01,merged,Hà Nam|Cao Bằng,Hà Nam,,,{SOURCE}", {"REGISTER_NOT_THEN"}),
        (f"2027-07-01,merged,,Lạng Sơn,,,{SOURCE}", {"REGISTER_EMPTY"}),
        (f"2027-07-01,split,Lạng Sơn,Lạng Sơn,,,{SOURCE}", {"REGISTER_RESULTS"}),
        (f"2027-07-01,merged,Lạng Sơn|Cao Bằng,!!!,,,{SOURCE}", {"REGISTER_NAME"}),
        (f"2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Sơn,A|B,,{SOURCE}", {"REGISTER_COUNT"}),
        ("2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Sơn,,,công báo", {"REGISTER_SOURCE"}),
        (f"2027-07-01,merged,Lạng Sơn,Lạng Sơn,,,{SOURCE},more", {"REGISTER_LONG_ROW"}),
    ],
)
def test_a_wrong_cell_is_named(row: str, codes: set[str]) -> None:
    with pytest.raises(CchcError) as raised:
        read(row + "\n")
    assert raised.value.code == "REGISTER_CELLS"
    assert {problem.code for problem in getattr(raised.value, "problems", ())} == codes
    assert "2" in raised.value.message("en")


def test_all_wrong_cells_are_told_at_once() -> None:
    rows = f"2027-13-01,merged,Lạng Sơn,A,,,{SOURCE}\n2027-07-01,joined,Hà Nội,B,,,{SOURCE}\n"
    with pytest.raises(CchcError) as raised:
        read(rows)
    assert [problem.where for problem in getattr(raised.value, "problems", ())] == ["2:date", "3:kind"]


def test_a_name_that_several_units_bear_must_be_told_apart() -> None:
    twins = [KnownUnit(path, "District", "Châu Thành", "Chau Thanh", ("Châu Thành",)) for path in ("a", "b")]
    with pytest.raises(CchcError) as raised:
        read_changes(HEADER + f"2024-01-01,kept,Châu Thành,,,,{SOURCE}\n", "c.csv", twins, change_kinds())
    assert [problem.code for problem in getattr(raised.value, "problems", ())] == ["REGISTER_AMBIGUOUS"]


@pytest.mark.parametrize("header", ["date,kind,original\n", "date,kind,original,resulting,color\n"])
def test_a_register_with_other_columns_is_refused(header: str) -> None:
    with pytest.raises(CchcError) as raised:
        read_changes(header, "changes.csv", units_before_changes(), change_kinds())
    assert raised.value.code == "REGISTER_COLUMNS"


def test_a_register_loads_as_a_source_and_queries_know_its_units(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "changes.csv"
    article = tmp_path / "article.txt"
    article.write_text("Năm 2020, Chỉ số PAR INDEX của tỉnh Cà Mau đạt 81,5 điểm, xếp thứ 50/63.\n", encoding="utf-8")
    build(store, [article])
    file.write_text(HEADER + f"2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Sơn,Lang Son,20,{SOURCE}\n", encoding="utf-8")
    load(store, [file])
    assert load(store, [file]) is None
    answer = run(open_store(store), "successors", {"unit": "lang-son-2027"}, lang="en")
    assert [(row["unitLabel"], row["successorLabel"], row["kind"]) for row in answer.rows] == [
        ("Cao Bang", "Lang Son", "merged"),
        ("Lang Son", "Lang Son (lang-son-2027)", "merged"),
    ]
    profile = run(open_store(store), "unit-profile", {"unit": "Lạng Sơn", "year": "2028"})
    assert profile.parameters["unit"] == NamedNode(v.unit_iri("lang-son-2027"))


def test_the_last_day_of_a_year_names_its_units() -> None:
    assert last_day(2024) == "2024-12-31"
