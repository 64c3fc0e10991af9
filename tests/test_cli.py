"""The command line: results on standard output and nothing else, errors with a code in the user's language."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from cchc.cli import _COMMANDS
from cchc.cli.settings import default_language, language_of
from conftest import ROOT, Built, Runner

RANKING = ["query", "ranking", "--index", "par-index", "--year", "2020"]
ARTICLE = next((ROOT / "seeds" / "articles").glob("000*.txt"))
Process = Callable[..., subprocess.CompletedProcess[bytes]]
RUN = "from cchc.cli import main; main()"


# -- help ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", _COMMANDS)
@pytest.mark.parametrize(
    ("lang", "heading", "usage"), [("vi", "Ví dụ:", "Cách dùng: "), ("en", "Examples:", "Usage: ")]
)
def test_help_has_examples_in_one_language(cli: Runner, command: str, lang: str, heading: str, usage: str) -> None:
    for arguments in (["--lang", lang, command, "--help"], [command, "-h", "--lang", lang]):
        ran = cli(*arguments)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith(f"{usage}cchc {command} ")
        assert f"\n{heading}\n  cchc " in ran.out
        assert " / " not in ran.out.replace("--safe-csv / --raw-csv", "")


def test_the_examples_of_the_help_are_commands_that_parse(cli: Runner) -> None:
    for command in _COMMANDS:
        lines = cli(command, "--help").out.partition("Ví dụ:\n")[2].partition("\n\n")[0].splitlines()
        assert lines
        assert all(line.split()[0] == "cchc" and command in line for line in lines)


def test_help_of_one_query_names_its_parameters(cli: Runner) -> None:
    ran = cli("query", "ranking", "--help")
    assert "--index par-index" in ran.out
    assert "Ví dụ: cchc query ranking --index par-index --year 2020" in ran.out


def test_no_command_gives_help_on_standard_error(cli: Runner) -> None:
    ran = cli()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Cách dùng: cchc")


def test_version(cli: Runner) -> None:
    ran = cli("--version")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("cchc ")


# -- languages and settings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "vi_VN"}, "vi"),
    ],
)
def test_the_language_comes_from_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert default_language() == expected
    assert language_of(["query", "--lang=vi"]) == "vi"
    assert language_of(["query", "--lang", "en"]) == "en"
    assert language_of(["--lang", "fr"]) == expected


def test_options_stand_before_or_after_the_command(cli: Runner, built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = cli(*RANKING, "--lang", "en").out
    monkeypatch.setenv("CCHC_STORE", "nowhere")
    for arguments in (
        ["--store", built.path, "--lang", "en", *RANKING],
        [*RANKING, "--lang=en", "--store", built.path],
        [
            "--lang",
            "vi",
            "query",
            "--year=2020",
            "--store",
            built.path,
            "--index",
            "par-index",
            "ranking",
            "--lang",
            "en",
        ],
    ):
        assert cli(*arguments).out == expected


# -- formats ---------------------------------------------------------------------------------------------------------


def test_every_format_holds_the_same_rows(cli: Runner) -> None:
    def out(name: str) -> str:
        ran = cli(*RANKING, "--format", name)
        assert (ran.status, ran.err) == (0, "")
        return ran.out

    rows = list(csv.DictReader(io.StringIO(out("csv"))))
    assert [row["rank"] for row in rows] == ["36", "43"]
    bindings = json.loads(out("json"))["results"]["bindings"]
    assert [binding["unitLabel"]["value"] for binding in bindings] == [row["unitLabel"] for row in rows]
    assert out("tsv").splitlines()[0].split("\t")[0] == "?rank"
    root = ElementTree.fromstring(out("xml"))
    assert len(root.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == len(rows)
    assert out("markdown").count("\n|") == len(rows) + 2
    assert "Lạng Sơn" in out("table")
    ElementTree.fromstring(out("chart"))


def test_a_file_gets_what_standard_output_would(cli: Runner, tmp_path: Path) -> None:
    file = tmp_path / "ra.csv"
    ran = cli(*RANKING, "-o", file)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert file.read_text("utf-8").replace("\r\n", "\n") == cli(*RANKING, "--format", "csv").out.replace("\r\n", "\n")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ra.csv"]


@pytest.mark.parametrize("name", ["", "khong/co/ra.csv"])
def test_a_file_that_cannot_be_written_is_a_coded_error(cli: Runner, tmp_path: Path, name: str) -> None:
    ran = cli(*RANKING, "--format", "csv", "-o", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Lỗi OUTPUT_FAILED: ")
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(("suffix", "rdf_format"), [("ttl", RdfFormat.TURTLE), ("nq", RdfFormat.N_QUADS)])
def test_export_follows_the_name_of_the_file(cli: Runner, tmp_path: Path, suffix: str, rdf_format: RdfFormat) -> None:
    file = tmp_path / f"cchc.{suffix}"
    assert cli("export", "--profile", "plain", "-o", file).status == 0
    assert sum(1 for _ in parse(path=str(file), format=rdf_format)) > 100


def test_sparql_forms_and_files(cli: Runner, tmp_path: Path) -> None:
    file = tmp_path / "hoi.rq"
    file.write_text("ASK { ?s a <https://w3id.org/cchc/ontology#Meeting> }", encoding="utf-8")
    assert cli("sparql", "-f", file).out == "true\n"
    assert json.loads(cli("sparql", "-f", file, "--format", "json").out)["boolean"] is True
    made = cli("sparql", "CONSTRUCT WHERE { ?s a <https://w3id.org/cchc/ontology#Meeting> }").out
    assert sum(1 for _ in parse(made, format=RdfFormat.TURTLE)) == 3
    table = cli("sparql", "SELECT ?s { ?s a <https://w3id.org/cchc/ontology#Meeting> }").out
    assert table.startswith("s\n─")
    assert cli("sparql", "-f", tmp_path).status == 2


def test_stats_and_lists(cli: Runner) -> None:
    stats = cli("stats").out
    assert "      5  nguồn\n" in stats
    assert "PAR INDEX" in stats
    listed = cli("query", "--lang", "en").out
    assert "ranking --index par-index --year 2020" in listed
    assert cli("query", "ranking", "--show").out == (ROOT / "queries" / "ranking.rq").read_text("utf-8")


def test_extract_touches_no_store(cli: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CCHC_STORE")
    text = ARTICLE.read_text("utf-8")
    records = json.loads(cli("extract", ARTICLE, "--format", "json").out)
    assert all(text[record["start"] : record["end"]] == record["evidence"] for record in records)
    assert "Hà Nam" in cli("extract", ARTICLE).out
    assert sum(1 for _ in parse(cli("extract", ARTICLE, "--format", "turtle").out, format=RdfFormat.TURTLE)) > 100
    assert list(tmp_path.iterdir()) == []


def test_validate_exits_with_0_1_or_2(cli: Runner, tmp_path: Path) -> None:
    bad, broken = tmp_path / "bad.ttl", tmp_path / "broken.ttl"
    bad.write_text("<https://w3id.org/cchc/id/x> <https://w3id.org/cchc/ontology#score> 83.8 .", encoding="utf-8")
    broken.write_text("<https://w3id.org/cchc/id/x> ", encoding="utf-8")
    good = cli("validate", ARTICLE, "--with-graph")
    assert (good.status, good.out, good.err) == (0, "Hợp lệ: 0 lỗi, 0 cảnh báo.\n", "")
    ran = cli("validate", bad, "--lang", "en")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("✗ CCHC-")
    assert ran.out.endswith(" 0 warnings.\n")
    report = json.loads(cli("validate", bad, "--format", "json").out)
    assert report["conforms"] is False
    assert {"code", "message", "fix", "focus"} <= set(report["results"][0])
    turtle = cli("validate", bad, "--format", "turtle").out
    assert "sh:conforms false" in turtle
    ran = cli("validate", broken)
    assert (ran.status, ran.out) == (2, "")
    assert f"  ở: {broken}:1:" in ran.err


def test_validate_without_a_file_lists_what_is_doubtful_in_the_store(cli: Runner, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert cli("build", ARTICLE, "--store", store).status == 0
    assert cli("validate", "--store", store).out == "Hợp lệ: 0 lỗi, 0 cảnh báo.\n"
    for unit in ("Đồng Nai", "Hà Nam"):
        ranked = tmp_path / f"{unit}.csv"
        ranked.write_text(f"Hạng,Đơn vị,Điểm\n3,{unit},85.1\n", encoding="utf-8")
        options = ("--index", "par-index", "--year", "2015", "--population", "province")
        assert cli("load", ranked, *options, "--store", store).status == 0
    ran = cli("validate", "--store", store, "--format", "json")
    report = json.loads(ran.out)
    assert (ran.status, report["conforms"]) == (0, True)
    told = {row["code"]: row["message"]["vi"] for row in report["results"]}
    assert "Đồng Nai và Hà Nam" in told["CCHC-EDITION-013"]
    missing = cli("validate", "--store", tmp_path / "none")
    assert (missing.status, missing.err.split(":")[0]) == (2, "Lỗi STORE_MISSING")


# -- errors ----------------------------------------------------------------------------------------------------------

WRONG = [
    (["biuld"], "WRONG_USAGE", 2, "build"),
    (["load"], "WRONG_USAGE", 2, "FILE"),
    (["export", "--formt", "turtle"], "WRONG_USAGE", 2, "--format"),
    (["export", "--format", "turtel"], "WRONG_USAGE", 2, "turtle"),
    (["export", "--store"], "WRONG_USAGE", 2, "--store"),
    (["stats", "extra"], "WRONG_USAGE", 2, "extra"),
    (["--lang", "fr", "stats"], "WRONG_USAGE", 2, "vi, en"),
    (["validate", "--with-graph"], "WRONG_USAGE", 2, "--with-graph"),
    (["validate", "--year", "2020"], "WRONG_USAGE", 2, "--year"),
    (["sparql"], "WRONG_USAGE", 2, "-f"),
    (["sparql", "ASK {}", "-f", "x"], "WRONG_USAGE", 2, "-f"),
    (["sparql", "SELECT * {}", "--format", "turtle"], "WRONG_USAGE", 2, "csv"),
    (["sparql", "CONSTRUCT {} WHERE {}", "--format", "csv"], "WRONG_USAGE", 2, "turtle"),
    (["query", "ranking", "thua"], "WRONG_USAGE", 2, "thua"),
    (["query", "ranking", "--index"], "WRONG_USAGE", 2, "--index"),
    (["query", "ranking", "--year", "2020", "--year", "2021"], "WRONG_USAGE", 2, "--year"),
    (["query", "ranking", "-x"], "WRONG_USAGE", 2, "-x"),
    (["query", "--index", "par-index"], "WRONG_USAGE", 2, "NAME"),
    (["query", "rankin"], "UNKNOWN_QUERY", 2, "ranking"),
    (["query", "ranking", "--idx", "par-index"], "UNKNOWN_PARAMETER", 2, "index"),
    (["query", "ranking", "--formt", "json"], "UNKNOWN_PARAMETER", 2, "format"),
    (["query", "ranking", "--index", "par-index"], "MISSING_PARAMETER", 2, "--year 2020"),
    (["query", "ranking", "--index", "par-indx", "--year", "2020"], "UNKNOWN_VALUE", 2, "par-index"),
    (["query", "ranking", "--index", "par-index", "--year", "20201"], "INVALID_VALUE", 2, "20201"),
    (["query", "meetings", "--format", "chart"], "CHART_NONE", 2, "meetings"),
    ([*RANKING, "--format", "chart", "-o", "x.gif"], "CHART_FORMAT", 2, "svg"),
    (["sparql", "SELECT"], "SPARQL_SYNTAX", 2, "1:"),
    (["sparql", "-f", "khong-co.rq"], "FILE_MISSING", 2, "khong-co.rq"),
    (["explain", "bo-quoc-phong"], "NOTHING_TO_EXPLAIN", 1, "bo-quoc-phong"),
    (["extract", "khong-co.txt"], "FILE_MISSING", 2, "khong-co.txt"),
    (["--store", "khong-co", "stats"], "STORE_MISSING", 2, "cchc build"),
    (["--endpoint", "http://127.0.0.1:9/", "check"], "NEEDS_STORE", 2, "--store"),
    (["--endpoint", "http://127.0.0.1:9/", "build"], "NEEDS_STORE", 2, "--store"),
    (["--endpoint", "ftp://x", "stats"], "ENDPOINT_URL", 2, "ftp://x"),
    (["--endpoint", "http://127.0.0.1:9/", "stats"], "ENDPOINT_UNREACHABLE", 3, "127.0.0.1:9"),
]


@pytest.mark.parametrize(("arguments", "code", "status", "said"), WRONG, ids=[" ".join(wrong[0]) for wrong in WRONG])
def test_an_error_has_a_code_a_place_and_a_fix_in_both_languages(
    cli: Runner, arguments: list[str], code: str, status: int, said: str
) -> None:
    for lang, error, where, fix, see in (
        ("vi", "Lỗi", "ở", "cách sửa", "xem"),
        ("en", "Error", "where", "fix", "see"),
    ):
        ran = cli(*arguments, "--lang", lang)
        assert (ran.status, ran.out) == (status, "")
        first, *rest = ran.err.splitlines()
        assert first.startswith(f"{error} {code}: ")
        assert [line.partition(":")[0].strip() for line in rest[-3:]] == [where, fix, see]
        assert rest[-1].endswith(f"docs/errors.md#{code.lower()}")
        assert said in ran.err
        assert "Traceback" not in ran.err


def test_with_json_the_error_is_json(cli: Runner) -> None:
    for arguments in (["query", "rankin", "--format", "json"], ["query", "rankin", "--format=json"]):
        ran = cli(*arguments, "--lang", "en")
        assert (ran.status, ran.out) == (2, "")
        error = json.loads(ran.err)
        assert list(error) == ["code", "message", "where", "fix", "see"]
        assert error["code"] == "UNKNOWN_QUERY"
        assert error["where"] == " ".join(["cchc", *arguments, "--lang", "en"])


def test_a_fault_of_ours_is_no_stack_trace(cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.api.Graph.counts", lambda *_: 1 / 0)
    ran = cli("stats")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith("Lỗi INTERNAL: ")
    monkeypatch.setenv("CCHC_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli("stats")


# -- terminals and pipes ---------------------------------------------------------------------------------------------


def test_a_reader_that_has_seen_enough_is_no_error(built: Built) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "CCHC_STORE": str(built.path)}
    arguments = [sys.executable, "-c", RUN, "export", "--format", "nquads"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


def test_progress_is_shown_on_a_terminal_only(tmp_path: Path, process: Process) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Năm 2020, Chỉ số PAR INDEX của tỉnh Cà Mau đạt 81,5 điểm, xếp thứ 50/63.", encoding="utf-8")
    arguments = ["-c", RUN, "--store", str(tmp_path / "store"), "build", str(article)]
    piped = process(*arguments)
    assert (piped.returncode, piped.stderr) == (0, b"")
    terminal, its_end = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "LANG": "C.UTF-8"}
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=its_end, env=environment
    ) as running:
        os.close(its_end)
        shown = b""
        try:
            while chunk := os.read(terminal, 4096):
                shown += chunk
        except OSError:
            # The other end is closed: nothing more will come.
            pass
        assert running.stdout is not None
        assert running.stdout.read() == piped.stdout
    os.close(terminal)
    assert "kiểm tra".encode() in shown
    assert shown.endswith(b"\r\x1b[K")


def test_a_file_that_asks_for_another_format_is_refused(cli: Runner, tmp_path: Path) -> None:
    output = tmp_path / "bang.ods"
    ran = cli("query", "averages", "-o", output, "--lang", "en")
    assert (ran.status, output.exists()) == (2, False)
    assert "OUTPUT_FORMAT" in ran.err
    assert cli("query", "averages", "-o", output, "--format", "csv").status == 0
