"""Any SPARQL query: its limits of time and rows, the graphs that it may name, and how its errors are told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cchc.api import Graph
from cchc.errors import CchcError
from cchc.store import memory_store
from cchc.store.tokens import dataset
from conftest import Runner

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
EVERYTHING = "SELECT * { ?s ?p ?o }"


def test_a_query_without_an_end_is_stopped_and_its_process_is_gone(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def watched(*arguments: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(popen(*arguments, **more))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", watched)
    with pytest.raises(CchcError, match="SPARQL_TIMEOUT"):
        graph.sparql(ENDLESS, timeout=1.5)
    (process,) = started
    # A negative status: ended by a signal.
    assert process.returncode is not None
    assert process.returncode < 0


@pytest.mark.parametrize("query", [EVERYTHING, "ASK { ?s ?p 1 }", "CONSTRUCT WHERE { ?s a ?o }"])
def test_a_limit_of_time_does_not_change_an_answer(graph: Graph, query: str) -> None:
    free, limited = graph.sparql(query), graph.sparql(query, timeout=120)
    assert type(free) is type(limited)
    if isinstance(free, bool):
        assert free == limited
    else:
        assert sorted(map(str, free)) == sorted(map(str, limited))  # type: ignore[arg-type]


def test_errors_are_the_same_with_a_limit_of_time(graph: Graph) -> None:
    caught = []
    for timeout in (None, 120):
        with pytest.raises(CchcError) as error:
            graph.sparql("SELECT * { ?s ?p }", timeout=timeout)
        caught.append((error.value.code, error.value.where, error.value.message("vi")))
    assert caught[0] == caught[1]


def test_a_store_in_memory_has_no_limit_of_time() -> None:
    with pytest.raises(CchcError, match="NEEDS_STORE"):
        Graph(memory_store([])).sparql("ASK {}", timeout=1)


@pytest.mark.parametrize("timeout", [None, 120])
def test_an_answer_with_too_many_rows_is_refused_whole(graph: Graph, timeout: float | None) -> None:
    rows = graph.sparql(EVERYTHING)
    assert graph.sparql(EVERYTHING, max_rows=len(rows)) is not None  # type: ignore[arg-type]
    with pytest.raises(CchcError, match="SPARQL_TOO_MANY_ROWS"):
        graph.sparql(EVERYTHING, max_rows=len(rows) - 1, timeout=timeout)  # type: ignore[arg-type]


def test_limits_are_options_of_the_command(cli: Runner) -> None:
    ran = cli("sparql", ENDLESS, "--timeout", "1.5", "--lang", "en")
    assert (ran.status, ran.out) == (1, "")
    assert "SPARQL_TIMEOUT" in ran.err
    assert "1.5 s" in ran.err
    assert cli("sparql", EVERYTHING, "--max-rows", "3").status == 1
    assert cli("sparql", EVERYTHING, "--max-rows", "0").status == 2


# -- graphs ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("clause", ["FROM", "from named"])
@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.ttl"])
def test_from_never_reads_what_the_store_does_not_hold(graph: Graph, clause: str, address: str) -> None:
    with pytest.raises(CchcError) as error:
        graph.sparql(f"SELECT * {clause} <{address}> {{ ?s ?p ?o }}")
    assert error.value.code == "SPARQL_UNKNOWN_GRAPH"
    assert address in error.value.message("vi")
    assert "https://w3id.org/cchc/graph/results" in error.value.fix("vi")


def test_from_names_graphs_of_the_store(graph: Graph) -> None:
    text = "PREFIX g: <https://w3id.org/cchc/graph/> SELECT (COUNT(*) AS ?n) FROM g:results { ?s ?p ?o }"
    answer = graph.sparql(text)
    assert int(answer.rows[0][0].value) == len(list(graph.embedded().quads("https://w3id.org/cchc/graph/results")))  # type: ignore


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("SELECT * FROM <a:b> FROM NAMED <c:d> {}", ["a:b", "c:d"]),
        ("PREFIX x: <https://x.org/> BASE <https://y.org/z/> DESCRIBE <a:b> FROM x:1 FROM <2>",
         ["https://x.org/1", "https://y.org/z/2"]),
        ("SELECT (EXISTS { ?s ?p ?o } AS ?x) FROM <a:b> {}", ["a:b"]),
        ('SELECT ?from { ?from <a:b> "FROM <c:d>" } # FROM <e:f>', []),
    ],
)  # fmt: skip
def test_the_dataset_of_a_query_is_read_from_its_clauses_only(query: str, graphs: list[str]) -> None:
    assert dataset(query) == graphs


# -- errors of syntax ------------------------------------------------------------------------------------------------


def test_an_error_of_syntax_says_where_in_the_language_of_the_user(cli: Runner) -> None:
    vi = cli("sparql", "SELECT * {\n  ?s ?p\n}").err
    assert "sai cú pháp SPARQL ở dòng 3, cột 2, sau “}”." in vi
    assert "at line 3, column 2, after “}”." in cli("sparql", "SELECT * {\n  ?s ?p\n}", "--lang", "en").err


@pytest.mark.parametrize(
    ("query", "code", "place", "told"),
    [
        ("SELEC * {}", "SPARQL_NO_QUERY", "1:1", "SELECT, ASK, CONSTRUCT"),
        ("PREFIX x: <https://x.org/>\n  insert data { x:a x:b 1 }", "SPARQL_NO_QUERY", "2:3", "cchc load"),
        ("# chỉ có chú thích", "SPARQL_NO_QUERY", "1:1", "SELECT"),
        ("ASK {\n  ?s cchc:rank 1 }", "SPARQL_PREFIX", "2:6", "PREFIX cchc: <https://w3id.org/cchc/ontology#>"),
        ("ASK { _:b <a:b> 'x:y' ; tinh:ten 1 }", "SPARQL_PREFIX", "1:25", "PREFIX tinh: <"),
        ("ASK { _:b <a:b> }", "SPARQL_SYNTAX", "1:17", ""),
    ],
)
def test_a_refused_query_is_told_what_is_allowed(graph: Graph, query: str, code: str, place: str, told: str) -> None:
    with pytest.raises(CchcError) as error:
        graph.sparql(query)
    assert (error.value.code, error.value.where) == (code, place)
    assert told in error.value.fix("vi")
    assert told in error.value.fix("en")


# -- what is written -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "start"), [("ttl", "@prefix"), ("nt", "<"), ("jsonld", "{"), ("rdf", ""), ("csv", "")]
)
def test_triples_are_written_as_the_ending_says_or_not_at_all(
    cli: Runner, tmp_path: Path, ending: str, start: str
) -> None:
    target = tmp_path / f"do-thi.{ending}"
    ran = cli("sparql", "CONSTRUCT { ?s a <x:C> } { ?s a ?o } LIMIT 1", "-o", str(target))
    if start:
        assert ran.status == 0
        assert target.read_text("utf-8").lstrip("[\n").startswith(start)
    else:
        assert ran.status == 2
        assert "OUTPUT_FORMAT" in ran.err
        assert not target.exists()


# -- what starts with it ---------------------------------------------------------------------------------------------


def test_no_process_is_started_without_a_limit(built: object, cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert cli("sparql", "ASK {}").status == 0


def test_the_process_needs_no_working_folder(graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert graph.sparql("ASK {}", timeout=120) is True
