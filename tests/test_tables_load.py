"""Tables in the graph: quoted by the cell, checked again, explained, and weighed by the pages that they cite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

import cchc
from cchc.batches import load_folder
from cchc.build import NotConforming, build, load
from cchc.errors import CchcError
from cchc.explain import as_tree
from cchc.inputs import TableOptions
from cchc.loaders.tables.reader import Options
from conftest import ROOT, Runner
from table_files import separated, workbook

SHEET = "id/source/b/ket-qua"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with one sheet, for a year of which the seeds say nothing."""
    rows: list[list[Any]] = [
        ["PAR INDEX năm 2016 của các tỉnh"],
        ["STT", "Tỉnh", "Điểm số 2016", "Xếp hạng"],
        [1, "Cà Mau", 71.25, "55/63"],
        [2, "Bạc Liêu", "70,5(1)", "57/63"],
    ]
    return workbook(tmp_path / "b.xlsx", {"Kết quả": rows})


def rows_of(store: Path, text: str) -> list[tuple[str, ...]]:
    found = cchc.open(store).sparql(text)
    return [tuple(term.value for term in row) for row in found.rows]  # type: ignore[union-attr]


def test_each_claim_quotes_its_cell_and_its_sheet(store: Path, book: Path) -> None:
    assert load(store, [book]) is not None
    found = rows_of(
        store,
        "BASE <https://w3id.org/cchc/> PREFIX cchc: <https://w3id.org/cchc/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>"
        " SELECT ?quote ?exact WHERE { ?claim cchc:source <id/source/b> ; cchc:quote ?quote ."
        f" ?quote oa:hasSource <{SHEET}> ; oa:hasSelector/oa:exact ?exact }} ORDER BY ?quote",
    )
    base = "https://w3id.org/cchc/" + SHEET
    assert found == [
        (f"{base}#cell=3,3", "71.25"),
        (f"{base}#cell=3,4", "55/63"),
        (f"{base}#cell=4,3", "70,5(1)"),
        (f"{base}#cell=4,4", "57/63"),
    ]


def test_other_options_make_other_facts_of_a_table_and_take_their_place_only_when_told_to(
    store: Path, tmp_path: Path
) -> None:
    table = separated(tmp_path / "so.csv", [["Đơn vị", "Điểm số"], ["Sở Tài chính", "83,5"], ["Sở Y tế", "81,25"]])
    told = {"index": "ca-mau-cchc", "population": "department", "province": "ca-mau"}
    years = "PREFIX cchc: <https://w3id.org/cchc/ontology#> SELECT ?edition (COUNT(?claim) AS ?claims) WHERE {"
    years += " ?claim cchc:source <https://w3id.org/cchc/id/source/so> ; cchc:about/cchc:edition ?edition }"
    years += " GROUP BY ?edition"
    assert load(store, [table], tables=TableOptions(Options(year=2023, **told))) is not None
    with pytest.raises(CchcError, match="SOURCE_READ_OTHERWISE"):
        load(store, [table], tables=TableOptions(Options(year=2022, **told)))
    assert [row[0].rsplit("/", 2)[1] for row in rows_of(store, years)] == ["2023"]
    assert load(store, [table], replace=True, tables=TableOptions(Options(year=2022, **told))) is not None
    assert [(row[0].rsplit("/", 2)[1], row[1]) for row in rows_of(store, years)] == [("2022", "2")]
    assert load(store, [table], replace=True, tables=TableOptions(Options(year=2022, **told))) is None


def test_loading_a_table_twice_changes_nothing(store: Path, book: Path) -> None:
    load(store, [book])
    before = cchc.open(store).export("full", "nquads")
    assert load(store, [book]) is None
    assert cchc.open(store).export("full", "nquads") == before


def test_cells_are_checked_again(store: Path, book: Path) -> None:
    before = cchc.open(store).check(reason=False).quotes
    load(store, [book])
    checked = cchc.open(store).check(reason=False)
    assert checked.findings == ()
    assert (checked.quotes, checked.unverified) == (before + 4, 0)


def test_a_cell_that_drifted_is_found(store: Path, book: Path) -> None:
    load(store, [book])
    turtle = cchc.open(store).export("full", "nquads").decode()
    assert '"55/63"' in turtle
    # The graph of another day says another cell: what the store keeps of the table decides.
    from pyoxigraph import Literal, NamedNode

    from cchc.checking import _compare_cells

    source = "https://w3id.org/cchc/id/source/b"
    quote = NamedNode(f"{source}/ket-qua#cell=1,2")
    cells = [(quote, NamedNode(source), Literal("1"), Literal("55/63"))]
    assert [drift.where for drift in _compare_cells(cells, {source: "a,b\n"})] == [quote.value]
    assert not list(_compare_cells(cells, {source: "a,55/63\n"}))


def test_an_explanation_names_sheet_cell_and_column(store: Path, book: Path) -> None:
    load(store, [book])
    graph = cchc.open(store)
    text = as_tree(graph.explain("ca-mau", index="par-index", year=2016), "vi")
    assert "“71.25” [source/b, bảng “Kết quả”, ô C3, cột “Điểm số 2016”]" in text
    assert "cell D3" in as_tree(graph.explain("ca-mau", index="par-index", year=2016, lang="en"), "en")


HEADING = ["Tỉnh", "Năm", "PAR INDEX", "Hạng", "Nguồn"]


def test_two_pages_that_differ_are_two_witnesses(store: Path, tmp_path: Path) -> None:
    rows = [
        HEADING,
        ["Cà Mau", 2016, "71,25", "", "https://bao-a.example/1"],
        ["Cà Mau", 2016, "71,52", "", "https://bao-b.example/1"],
        ["Cà Mau", 2016, "71,52", "", "https://bao-c.example/1"],
    ]
    summary = load(store, [separated(tmp_path / "t.csv", rows)])
    assert summary is not None
    assert summary.settlement.conflicts == 1
    profile = cchc.open(store).query("trend", index="par-index", unit="ca-mau")
    assert [str(row["score"]) for row in profile.rows if str(row["year"]) == "2016"] == ["71.52"]


def test_a_table_that_contradicts_itself_is_refused(store: Path, tmp_path: Path) -> None:
    rows = [HEADING, ["Cà Mau", 2016, "71,25", 1, ""], ["Bạc Liêu", 2016, "72,25", 2, ""]]
    with pytest.raises(NotConforming):
        load(store, [separated(tmp_path / "t.csv", rows)])
    rows = [[*row[:4], f"https://moha.gov.vn/{n}"] if n else row for n, row in enumerate(rows)]
    assert load(store, [separated(tmp_path / "u.csv", rows)]) is not None


def test_a_table_is_checked_against_the_graph_before_it_is_loaded(cli: Runner, store: Path, tmp_path: Path) -> None:
    """Alone, its own contradiction is found; with the graph, also that with another source. Nothing is loaded."""
    known = separated(tmp_path / "known.csv", [["Tỉnh", "PAR INDEX 2016", "Hạng"], ["Cà Mau", "71,25", "55"]])
    assert load(store, [known]) is not None
    held = len(list(cchc.open(store).embedded().quads()))
    turned = separated(
        tmp_path / "n.csv", [["Tỉnh", "Điểm", "Hạng"], ["Bạc Liêu", "72,5", "57"], ["Sơn La", "70,1", "50"]]
    )
    other = separated(tmp_path / "o.csv", [["Tỉnh", "Điểm", "Hạng"], ["Bạc Liêu", "72,5", "57"]])
    told = ["--index", "par-index", "--year", "2016", "--store", str(store), "--format", "json"]
    codes = {
        (name, *more): {row["code"] for row in json.loads(cli("validate", path, *more, *told).out)["results"]}
        for name, path in (("turned", turned), ("other", other))
        for more in ((), ("--with-graph",))
    }
    assert "CCHC-EDITION-015" in codes["turned",]
    assert codes["other",] == set()
    assert "CCHC-EDITION-035" in codes["other", "--with-graph"]
    assert len(list(cchc.open(store).embedded().quads())) == held


def test_the_turtle_of_a_table_is_what_a_load_brings(cli: Runner, store: Path, book: Path, tmp_path: Path) -> None:
    shown = cli("extract", book, "--format", "turtle").out.encode()
    assert load(store, [book]) is not None
    graph = NamedNode("https://w3id.org/cchc/graph/source/b")
    held = {quad.triple for quad in cchc.open(store).embedded().quads() if quad.graph_name == graph}
    assert {quad.triple for quad in parse(shown, format=RdfFormat.TURTLE)} == held


def test_a_table_with_errors_loads_nothing_unless_told_so(store: Path, tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["Tỉnh", "Điểm"], ["Cà Mau", "71,25"], ["Cà Mâu Mũi", "70"]], ";")
    told = Options(index="par-index", year=2016)
    before = cchc.open(store).export("full", "nquads")
    with pytest.raises(CchcError):
        load(store, [path], tables=TableOptions(told))
    assert cchc.open(store).export("full", "nquads") == before
    summary = load(store, [path], tables=TableOptions(told, tmp_path / "bad.csv"))
    assert summary is not None
    assert (summary.sources[0].claims, summary.sources[0].bad_rows) == (1, 1)
    assert "Cà Mâu Mũi" in (tmp_path / "bad.csv").read_text(encoding="utf-8-sig")


def test_a_build_takes_the_options_about_tables_as_a_load_does(cli: Runner, tmp_path: Path) -> None:
    rows = [["STT", "Xã", "Điểm CCHC 2022"], [1, "Chiềng Mai", "82,5"], [2, "Chiềng Ban", "8x"]]
    path, left = separated(tmp_path / "t.csv", rows), tmp_path / "bad.csv"
    told = ("--population", "commune", "--province", "Sơn La", "--skip-bad-rows", str(left), "--declare-units")
    assert cli("--store", str(tmp_path / "s"), "build", str(path)).status == 2
    assert cli("--store", str(tmp_path / "s"), "build", str(path), *told).status == 0
    assert "Chiềng Ban" in left.read_text(encoding="utf-8-sig")
    scores = rows_of(tmp_path / "s", "SELECT ?o { ?s <https://w3id.org/cchc/ontology#score> ?o ; a ?t }")
    assert {score for (score,) in scores} == {"82.5"}
    refused = cli("--store", str(tmp_path / "s"), "build", str(path), str(path), *told)
    assert refused.status == 2
    assert "TABLE_BAD_ROWS_ONE" in refused.err


def test_no_file_of_bad_rows_is_written_where_the_good_ones_are_refused(store: Path, tmp_path: Path) -> None:
    rows = [
        HEADING,
        ["Cà Mau", 2016, "71,25", 1, ""],
        ["Bạc Liêu", 2016, "72,25", 2, ""],
        ["Cà Mâu Mũi", 2016, 70, 3, ""],
    ]
    path, left = separated(tmp_path / "t.csv", rows), tmp_path / "bad.csv"
    with pytest.raises(NotConforming):
        load(store, [path], tables=TableOptions(bad_rows=left))
    assert not left.exists()


def test_the_command_line_says_what_it_took_each_column_for(cli: Runner, store: Path, book: Path) -> None:
    ran = cli("--store", str(store), "load", str(book), "--lang", "en")
    assert ran.status == 0
    assert "Column C “Điểm số 2016”: score, year 2016" in ran.out
    ran = cli("extract", str(book), "--format", "json")
    assert '"cell": "C4"' in ran.out
    assert '"value": 70.5' in ran.out


PUBLISHED = sorted((ROOT.parent / "shared" / "reference").glob("*par_index_*.csv")) + sorted(
    (ROOT.parent / "shared" / "reference").glob("sipas_*.csv")
)


@pytest.mark.skipif(not PUBLISHED, reason="the published figures lie beside a checkout for development only")
def test_the_published_figures_load_whole(store: Path) -> None:
    summary = load(store, PUBLISHED)
    assert summary is not None
    assert summary.settlement.conflicts > 0
    assert sum(source.bad_rows for source in summary.sources) == 0


@pytest.mark.parametrize("together", ["one after the other", "in one call", "in a folder", "in a build"])
def test_tables_and_articles_know_the_units_of_a_register(together: str, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tep"
    folder.mkdir()
    register = folder / "doi-ten.csv"
    head = "date,kind,original,resulting,resulting_en,source\n"
    row = "2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Bằng,Lang Bang,https://example.org/nghi-quyet\n"
    register.write_text(head + row, encoding="utf-8")
    rows = [["Tỉnh", "Xếp hạng"], ["Lạng Bằng", 3], ["Quảng Ninh", 1]]
    table = workbook(folder / "a-par-index-2028.xlsx", {"PAR INDEX 2028": rows})
    article = folder / "bai.txt"
    article.write_text(
        "Công bố Chỉ số cải cách hành chính năm 2028\n\nNăm 2028, Lạng Bằng đạt 89,25% PAR INDEX, xếp thứ 3/33.\n",
        encoding="utf-8",
    )
    with pytest.raises(CchcError):
        load(store, [table])
    if together == "one after the other":
        load(store, [register])
        load(store, [table, article])
    elif together == "in one call":
        load(store, [table, article, register])
    elif together == "in a folder":
        assert load_folder(store, folder, batch=1).refused == ()
    else:
        build(store, [table, article, register])
    found = rows_of(
        store,
        "BASE <https://w3id.org/cchc/> PREFIX cchc: <https://w3id.org/cchc/ontology#> SELECT DISTINCT ?source WHERE "
        "{ ?claim cchc:about <id/result/par-index/2028/province/lang-bang-2027> ; cchc:source ?source }"
        " ORDER BY ?source",
    )
    assert [source.rpartition("/")[2] for (source,) in found] == ["a-par-index-2028", "bai"]


def test_a_column_of_the_year_before_a_merger_is_of_the_province_that_had_the_name(store: Path, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Chỉ số CCHC các sở tỉnh Lâm Đồng năm 2025"],
        ["Đơn vị", "Chỉ số năm 2024", "Điểm số", "Xếp hạng"],
        ["Sở Tài chính", "80,5", "83,5", 1],
        ["Sở Y tế", "79,5", "81,25", 2],
    ]
    assert load(store, [workbook(tmp_path / "nam-truoc.xlsx", {"Điểm": rows})]) is not None
    found = rows_of(
        store,
        "BASE <https://w3id.org/cchc/> PREFIX cchc: <https://w3id.org/cchc/ontology#> SELECT ?edition ?unit ?score"
        " WHERE { ?claim cchc:source <id/source/nam-truoc> ; cchc:about ?result ; cchc:score ?score ."
        " ?result cchc:edition ?edition ; cchc:unit ?unit } ORDER BY ?edition ?unit",
    )
    path = "https://w3id.org/cchc/id/"
    assert found == [
        (f"{path}edition/lam-dong-2025-cchc/2025/department", f"{path}unit/lam-dong-2025/so-tai-chinh", "83.5"),
        (f"{path}edition/lam-dong-2025-cchc/2025/department", f"{path}unit/lam-dong-2025/so-y-te", "81.25"),
        (f"{path}edition/lam-dong-cchc/2024/department", f"{path}unit/lam-dong/so-tai-chinh", "80.5"),
        (f"{path}edition/lam-dong-cchc/2024/department", f"{path}unit/lam-dong/so-y-te", "79.5"),
    ]
