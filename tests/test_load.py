"""Loading: whole or not at all, once only, and nobody can say what is not theirs to say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cchc
from cchc.api import turtle_of, validate_files
from cchc.build import NotConforming, build, load
from cchc.errors import CchcError
from conftest import ROOT, Runner, copy_documents
from format_files import docx

TEXT = "Năm 2020, Chỉ số PAR INDEX của tỉnh Cà Mau đạt 81,5 điểm, xếp thứ 50/63 tỉnh, thành phố.\n"
LANG_SON = next((ROOT / "seeds" / "articles").glob("004*.txt"))
HEAD = """@prefix cchc: <https://w3id.org/cchc/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/cchc/id/> .
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "ca-mau.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def content(store: Path) -> bytes:
    return cchc.open(store).export("full", "nquads")


# -- articles --------------------------------------------------------------------------------------------------------


def test_a_refusal_tells_what_is_wrong_with_the_new_source_only(store: Path, tmp_path: Path) -> None:
    head = "PAR INDEX năm 2016 của các tỉnh\n"
    texts = {
        "first": head + "Năm 2016, PAR INDEX của tỉnh Cà Mau đạt 76,2%, xếp thứ 48/63.",
        "second": head + "Năm 2016, PAR INDEX của tỉnh Bạc Liêu đạt 75,1%, xếp thứ 48/63.",
        "wrong": head + "Năm 2016, PAR INDEX của tỉnh Hà Nam đạt 80,2%, tăng 2,1% so với năm 2015 (72,1%).",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    summary = load(store, [tmp_path / "first.txt", tmp_path / "second.txt"])
    assert summary is not None
    assert "CCHC-EDITION-013" in {finding.code for finding in summary.brought.findings}
    with pytest.raises(NotConforming) as refused:
        load(store, [tmp_path / "wrong.txt"])
    assert {finding.code for finding in refused.value.report.findings} == {"CCHC-ARITHMETIC-001"}


@pytest.mark.parametrize(
    ("sentence", "name", "values"),
    [
        ("PAR INDEX bình quân của khu vực Tây Nguyên đạt {}%.", "giá trị trung bình, Tây Nguyên", ("78.25", "79.5")),
        ("Có {} tỉnh, thành phố thuộc nhóm B.", "số đơn vị thuộc nhóm, nhóm B", ("41", "43")),
    ],
)
def test_conflicts_name_what_a_statistic_is_of(
    store: Path, tmp_path: Path, sentence: str, name: str, values: tuple[str, str]
) -> None:
    for number, value in enumerate(values):
        text = f"PAR INDEX năm 2016 của các tỉnh\nNăm 2016, {sentence.format(value.replace('.', ','))}"
        (tmp_path / f"bai-{number}.txt").write_text(text, encoding="utf-8")
    load(store, [tmp_path / "bai-0.txt", tmp_path / "bai-1.txt"])
    rows = cchc.open(store).query("conflicts", index="par-index", year=2016).rows
    assert {row["unitLabel"] for row in rows} == {name}
    assert len(rows) == len(values)


def test_a_new_article_is_in_the_answers(store: Path, article: Path) -> None:
    summary = load(store, [article])
    assert summary is not None
    ranking = cchc.open(store).query("ranking", index="par-index", year=2020)
    assert [row["unitLabel"] for row in ranking.rows] == ["Lạng Sơn", "Hà Nam", "Cà Mau"]
    assert str(ranking.completeness) == "Đã biết 3 trong số 63 thứ hạng"


def test_loading_twice_changes_nothing(store: Path, article: Path, tmp_path: Path) -> None:
    load(store, [article])
    before = {file: file.stat().st_mtime_ns for file in store.rglob("*") if file.is_file() and file.name != "LOG"}
    graph = content(store)
    assert load(store, [article]) is None
    again = tmp_path / "ten-khac.txt"
    again.write_text(TEXT, encoding="utf-8")
    assert load(store, [again, article, copy_documents(tmp_path / "documents")]) is None
    assert content(store) == graph
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_another_text_under_the_same_name_needs_replace(store: Path, article: Path) -> None:
    load(store, [article])
    before = content(store)
    article.write_text(TEXT.replace("81,5", "82,5"), encoding="utf-8")
    with pytest.raises(CchcError) as error:
        load(store, [article])
    assert (error.value.code, error.value.where) == ("SOURCE_CHANGED", str(article))
    assert content(store) == before
    load(store, [article], replace=True)
    (row,) = cchc.open(store).query("trend", index="par-index", unit="ca-mau").rows
    assert str(row["score"]) == "82.5"


def test_several_files_are_loaded_whole_or_not_at_all(store: Path, article: Path, tmp_path: Path) -> None:
    before = content(store)
    broken = tmp_path / "broken.ttl"
    broken.write_text(HEAD + "<a> <b> ", encoding="utf-8")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for bad, code in ((broken, "RDF_SYNTAX"), (binary, "FILE_BINARY"), (tmp_path / "no.txt", "FILE_MISSING")):
        with pytest.raises(CchcError) as error:
            load(store, [article, bad])
        assert error.value.code == code
    assert content(store) == before


def test_loading_needs_a_store(tmp_path: Path, article: Path) -> None:
    with pytest.raises(CchcError) as error:
        load(tmp_path / "none", [article])
    assert error.value.code == "STORE_MISSING"
    assert not (tmp_path / "none").exists()


def test_the_command_says_what_was_loaded(store: Path, article: Path, cli: Runner) -> None:
    first = cli("--store", store, "load", article)
    assert (first.status, first.err) == (0, "")
    assert first.out.startswith(f"ca-mau: 2 phát biểu, 0 số liệu chưa hiểu  ({article})\n")
    assert first.out.endswith("Hợp lệ: 0 lỗi, 0 cảnh báo.\n")
    second = cli("--store", store, "load", article, "--lang", "en")
    assert (second.status, second.out) == (0, "Nothing new: the store holds these sources.\n")


# -- RDF -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    (folder / "ca-mau.txt").write_text(TEXT, encoding="utf-8")
    build(folder / "store", [folder / "ca-mau.txt"])
    return folder / "store"


@pytest.fixture
def two(small: Path, tmp_path: Path) -> Path:
    """A store of one small article."""
    return Path(shutil.copytree(small, tmp_path / "two", symlinks=True))


def test_rdf_of_an_article_gives_the_same_results(two: Path, tmp_path: Path) -> None:
    turtle = tmp_path / "lang-son.ttl"
    turtle.write_bytes(turtle_of(LANG_SON))
    load(two, [turtle])
    rows = cchc.open(two).query("trend", index="par-index", unit="lang-son").rows
    assert [(row["year"], row["rank"]) for row in rows] == [(2019, 42), (2020, 36)]
    before = content(two)
    assert load(two, [turtle]) is None
    assert content(two) == before
    checked = cchc.open(two).check(reason=False)
    assert checked.sound
    assert 0 < checked.unverified < checked.quotes


def test_an_export_holds_nothing_new_for_its_own_store(two: Path, tmp_path: Path) -> None:
    for rdf_format, suffix in (("turtle", "ttl"), ("trig", "trig"), ("jsonld", "jsonld")):
        file = tmp_path / f"export.{suffix}"
        file.write_bytes(cchc.open(two).export("full", rdf_format))
        assert load(two, [file]) is None


OF_CA_MAU = "<source/ca-mau>"

FORBIDDEN = {
    "own shapes": "<x> a sh:NodeShape ; sh:targetClass cchc:Claim .",
    "a shape switched off": "<https://w3id.org/cchc/shapes#claim> sh:deactivated true .",
    "a class of its own": "cchc:Evil a owl:Class .",
    "a class below ours": "<http://example.org/Evil> rdfs:subClassOf cchc:Claim .",
    "a new label of a province": '<unit/ha-nam> rdfs:label "Hà Nội"@vi .',
    "another type of a province": "<unit/ha-nam> a cchc:Claim .",
    "another label of a term": 'cchc:score rdfs:label "điểm giả"@vi .',
    "a settled score": "<result/par-index/2020/province/ca-mau> cchc:score 99.9 .",
    "a settled status": "<result/par-index/2020/province/ca-mau> cchc:status cchc:Candidate .",
    "a settled statistic": "<statistic/par-index/2020/province/mean> cchc:value 99.9 .",
    "an accepted claim": "<result/par-index/2020/province/ca-mau> cchc:acceptedFrom <claim/moi/1> .",
    "a conclusion": "<claim/moi/1> a cchc:Claim ; cchc:status cchc:Derived ; cchc:rule <rule/previous-rank> .",
    "a settled conflict": "<conflict/moi> a cchc:Conflict ; cchc:acceptedClaim <claim/moi/1> .",
    "more of another source": f'{OF_CA_MAU} cchc:sha256 "0000" .',
    "speaking for another source": f"<claim/moi/1> a cchc:Claim ; cchc:source {OF_CA_MAU} .",
    "a quote from another source": f"<quote/moi> a cchc:Quote ; oa:hasSource {OF_CA_MAU} .",
}


@pytest.mark.parametrize("data", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_what_data_may_not_say_is_refused(two: Path, tmp_path: Path, data: str) -> None:
    refused(two, tmp_path, data)


@pytest.mark.parametrize(
    ("graph", "data"),
    [
        ("results", FORBIDDEN["a settled score"]),
        ("reference", FORBIDDEN["a new label of a province"]),
        ("ontology", FORBIDDEN["a class of its own"]),
        ("derived", FORBIDDEN["a conclusion"]),
        ("source/ca-mau", FORBIDDEN["more of another source"]),
    ],
)
def test_naming_another_graph_is_no_way_around(two: Path, tmp_path: Path, graph: str, data: str) -> None:
    refused(two, tmp_path, f"<https://w3id.org/cchc/graph/{graph}> {{ {data} }}")


def refused(two: Path, tmp_path: Path, data: str) -> None:
    before = content(two)
    file = tmp_path / "moi.trig"
    file.write_text(HEAD + data, encoding="utf-8")
    with pytest.raises(CchcError) as error:
        load(two, [file])
    assert error.value.code == "RDF_FORBIDDEN"
    assert error.value.exit_status == 1
    assert content(two) == before


UNCLEAN = {
    "a claim without a source": (
        "<claim/moi/1> a cchc:Claim ; cchc:status cchc:Stated ; cchc:rank 1 .",
        "NOT_CONFORMING",
    ),
    "a fact without a type": ("<result/x/2020/province/y> cchc:rankedAmong 5 .", "RDF_FORBIDDEN"),
    "a term that nobody declares": ("<urn:x> cchc:scor 83.8 .", "NOT_CONFORMING"),
    "a score without a type": ("<x> cchc:score 83.8 .", "NOT_CONFORMING"),
    "a blank node": ("[] a cchc:Claim ; cchc:rank 1 .", "RDF_BLANK_NODE"),
    "a file of this machine": ("<file:///etc/passwd> a cchc:Claim .", "RDF_LOCAL_IRI"),
    "text in another normal form": ('<x> rdfs:label "Ha\u0300 Nam"@vi .', "RDF_NOT_NFC"),
    "an IRI with a space": ("<a b> a cchc:Claim .", "RDF_SYNTAX"),
    "no triple": ("", "RDF_EMPTY"),
}


@pytest.mark.parametrize(("data", "code"), UNCLEAN.values(), ids=UNCLEAN.keys())
def test_unclean_data_is_refused(two: Path, tmp_path: Path, data: str, code: str) -> None:
    before = content(two)
    file = tmp_path / "moi.ttl"
    file.write_text(HEAD + data, encoding="utf-8")
    with pytest.raises(CchcError) as error:
        load(two, [file])
    assert error.value.code == code
    assert content(two) == before


def test_a_relative_iri_names_no_file_of_this_machine(two: Path, tmp_path: Path) -> None:
    file = tmp_path / "moi.ttl"
    file.write_text("<x> a <https://w3id.org/cchc/ontology#Claim> .", encoding="utf-8")
    with pytest.raises(CchcError) as error:
        load(two, [file])
    assert error.value.code == "RDF_LOCAL_IRI"
    assert str(tmp_path.parent) not in error.value.message("en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cchc:rank 50", "cchc:rank 64"),
        ("cchc:rank 50", "cchc:rank 0"),
        ("cchc:score 81.5", "cchc:score 810.5"),
        ("cchc:score 81.5", 'cchc:score "n/a"'),
        ("cchc:source <https://w3id.org/cchc/id/source/khac>", "rdfs:comment <https://w3id.org/cchc/id/source/khac>"),
    ],
)
def test_poisoned_values_are_refused(two: Path, tmp_path: Path, old: str, new: str) -> None:
    text = tmp_path / "khac.txt"
    text.write_text(TEXT.replace("Cà Mau", "Bạc Liêu"), encoding="utf-8")
    turtle = turtle_of(text).decode("utf-8")
    assert old in turtle
    poisoned = tmp_path / "khac.ttl"
    poisoned.write_text(turtle.replace(old, new), encoding="utf-8")
    before = content(two)
    with pytest.raises(NotConforming):
        load(two, [poisoned])
    assert content(two) == before
    assert not validate_files([poisoned], cchc.open(two)).conforms


def test_an_article_and_data_of_one_name_are_not_one_source(two: Path, tmp_path: Path) -> None:
    turtle = tmp_path / "ca-mau.ttl"
    turtle.write_bytes(turtle_of(LANG_SON))
    before = content(two)
    with pytest.raises(CchcError) as error:
        load(two, [turtle])
    assert error.value.code == "SOURCE_CHANGED"
    assert content(two) == before


def test_one_article_in_two_formats_is_one_source(tmp_path: Path) -> None:
    text = "Hội nghị\n\nNăm 2020, Chỉ số PAR INDEX của tỉnh Lạng Sơn đạt 83,80%, xếp thứ 36/63 tỉnh, thành phố.\n"
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(text, "utf-8")
    build(tmp_path / "store", [folder / "a.txt"])
    alone = cchc.open(tmp_path / "store").export()
    (folder / "b.docx").write_bytes(docx(line for line in text.split("\n") if line))
    (folder / "c.txt").write_text(text.replace("\n\n", "\r\n\r\n\r\n  "), "utf-8")
    assert load(tmp_path / "store", [folder / "b.docx", folder / "c.txt"]) is None
    summary = build(tmp_path / "anew", [folder])
    assert [(Path(item.path).name, item.source, item.twin) for item in summary.sources] == [
        ("b.docx", "a", True),
        ("c.txt", "a", True),
        ("a.txt", "a", False),
    ]
    assert cchc.open(tmp_path / "anew").export() == alone == cchc.open(tmp_path / "store").export()


def test_a_load_tells_what_it_brought_apart_from_what_stood_before(store: Path, tmp_path: Path, cli: Runner) -> None:
    def ranked(name: str, *rows: tuple[str, str]) -> str:
        lines = ["PAR INDEX năm 2016 của các tỉnh", "Tỉnh,Xếp hạng", *map(",".join, rows)]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        return str(tmp_path / name)

    first = load(store, [ranked("a.csv", ("Cà Mau", "7"), ("Bạc Liêu", "7"))])
    assert first is not None
    assert [finding.value[:2] for finding in first.report.findings] == ['"7']
    assert first.known.findings == ()
    told = cli("--store", str(store), "load", ranked("b.csv", ("Kon Tum", "9"), ("Gia Lai", "9"))).out
    new, before = told.split("Đã có từ trước khi nạp:")
    assert "Thứ hạng 9 được cho nhiều đơn vị, như Gia Lai và Kon Tum." in new
    assert "0 lỗi, 1 cảnh báo" in new
    assert "edition/par-index/2016/province: Thứ hạng 7 được cho nhiều đơn vị, như Bạc Liêu và Cà Mau." in before
    # One that is there in other words is new.
    again = load(store, [ranked("c.csv", ("An Giang", "7"))])
    assert again is not None
    assert [finding.value[:2] for finding in again.known.findings] == ['"9']
    assert len(again.report.findings) == 2


@pytest.mark.parametrize("namespace", ["https://w3id.org/cchc/ontology/", "http://example.org/other#"])
def test_data_that_no_shape_looks_at_is_loaded_and_told(store: Path, tmp_path: Path, namespace: str) -> None:
    file = tmp_path / "khac.ttl"
    file.write_text(f'<https://example.org/x> <{namespace}score> "83.8" .', encoding="utf-8")
    summary = load(store, [file])
    assert summary is not None
    (told,) = summary.report.findings
    assert (told.code, told.severity) == ("RDF_NOTHING_CHECKED", "Warning")
    assert summary.known.findings == ()
