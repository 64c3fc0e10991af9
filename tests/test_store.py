"""The store: readers see a whole graph whatever happens to a writer, and every fault has a code."""

from __future__ import annotations

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

import engines
import sample
from cchc.errors import CchcError
from cchc.store import EmbeddedStore, RemoteStore, memory_store, open_store, writing
from cchc.store.layout import Layout, engine_version
from cchc.store.lexical import canonical
from cchc.store.remote import Dataset
from cchc.store.tokens import form, tokens

ONE, TWO = "https://w3id.org/cchc/graph/source/one", "https://w3id.org/cchc/graph/source/two"
ALL = "SELECT ?s ?o WHERE { ?s <http://example.org/p> ?o } ORDER BY ?o"


def quad(value: int, graph: str = ONE) -> Quad:
    return Quad(NamedNode("http://example.org/s"), NamedNode("http://example.org/p"), Literal(value), NamedNode(graph))


def values(store: EmbeddedStore) -> list[int]:
    return [int(row[1].value) for row in store.select(ALL) if isinstance(row[1], Literal)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that holds the one value 1."""
    with writing(tmp_path / "store", fresh=True) as store:
        store.replace_graph(ONE, [quad(1)])
    return tmp_path / "store"


def code_of(error: pytest.ExceptionInfo[CchcError]) -> str:
    for lang in ("vi", "en"):
        assert error.value.message(lang)
        assert error.value.fix(lang)
    return error.value.code


# -- writing and reading ---------------------------------------------------------------------------------------------


def test_what_was_written_is_read(folder: Path) -> None:
    store = open_store(folder)
    assert values(store) == [1]
    assert store.graphs() == [ONE]
    assert list(store.quads(ONE)) == [quad(1)]
    assert store.verify() == 1


def test_writing_again_keeps_what_was_there(folder: Path) -> None:
    with writing(folder) as store:
        store.replace_graph(TWO, [quad(2, TWO)])
    assert values(open_store(folder)) == [1, 2]


def test_fresh_writing_starts_empty(folder: Path) -> None:
    with writing(folder, fresh=True) as store:
        store.replace_graph(TWO, [quad(2, TWO)])
    assert values(open_store(folder)) == [2]


def test_a_triple_of_two_sources_is_one_triple_of_the_merge(folder: Path) -> None:
    with writing(folder) as store:
        store.replace_graph(TWO, [quad(1, TWO), quad(2, TWO)])
        assert values(store) == [1, 2]
        store.replace_graph(ONE, [quad(3)])
        assert values(store) == [1, 2, 3]
        store.remove_graph(TWO)
        assert values(store) == [3]
        assert store.graphs() == [ONE]
    assert values(open_store(folder)) == [3]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([ONE, TWO, ONE + "2"]), st.sets(st.integers(0, 6))), max_size=8))
def test_the_merge_holds_each_triple_of_the_graphs_once(steps: list[tuple[str, set[int]]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        with writing(name, fresh=True) as store:
            for graph, numbers in steps:
                store.replace_graph(graph, [quad(number, graph) for number in numbers])
        store = open_store(name)
        assert sorted(map(str, store.triples())) == sorted({str(q.triple) for q in store.quads()})


def test_writes_to_the_engine_are_in_the_merge_after_merging(folder: Path) -> None:
    with writing(folder) as store:
        store.engine.add(quad(5, TWO))
        store.merge()
    assert values(open_store(folder)) == [1, 5]


def test_a_quad_of_another_graph_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="not in the graph"), writing(folder) as store:
        store.replace_graph(TWO, [quad(1, ONE)])


def test_the_same_graph_gives_the_same_manifest(tmp_path: Path) -> None:
    manifests = []
    for name in ("a", "b"):
        with writing(tmp_path / name, fresh=True) as store:
            for graph in sorted({q.graph_name.value for q in sample.quads() if isinstance(q.graph_name, NamedNode)}):
                store.replace_graph(graph, [q for q in sample.quads() if q.graph_name == NamedNode(graph)])
        build = Layout(tmp_path / name).current()
        assert build is not None
        manifests.append((build / "manifest.json").read_bytes())
    assert manifests[0] == manifests[1]


def test_texts_are_kept_by_the_hash_of_their_bytes(folder: Path) -> None:
    text = unicodedata.normalize("NFC", "Lạng Sơn\r\nxếp thứ 36/63\n")
    with writing(folder) as store:
        sha256 = store.add_text(text)
        assert store.add_text(text) == sha256
    store = open_store(folder)
    assert store.text(sha256) == text
    assert store.text("0" * 64) is None
    assert store.text("../current") is None


# -- readers and writers ---------------------------------------------------------------------------------------------


def test_a_reader_sees_the_old_graph_until_it_opens_again(folder: Path) -> None:
    reader = open_store(folder)
    with writing(folder) as store:
        store.replace_graph(ONE, [quad(2)])
        assert values(open_store(folder)) == [1]
    assert values(reader) == [1]
    assert values(open_store(folder)) == [2]


def test_one_build_is_kept_for_readers_that_still_use_it(folder: Path) -> None:
    for number in range(2, 6):
        with writing(folder) as store:
            store.replace_graph(ONE, [quad(number)])
    assert len(Layout(folder).numbered()) == 2
    assert values(open_store(folder)) == [5]


def test_an_exception_leaves_the_old_graph(folder: Path) -> None:
    def fail() -> None:
        with writing(folder) as store:
            store.replace_graph(ONE, [quad(2)])
            raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        fail()
    assert values(open_store(folder)) == [1]
    assert len(Layout(folder).numbered()) == 1


def test_a_second_writer_is_told_that_the_store_is_busy(folder: Path) -> None:
    with writing(folder) as store:
        with pytest.raises(CchcError) as caught, writing(folder):
            raise AssertionError("two writers")
        store.replace_graph(ONE, [quad(2)])
    assert code_of(caught) == "STORE_BUSY"
    assert values(open_store(folder)) == [2]


KILLED = """
import os, signal, sys
import cchc.store.writer as w
from pyoxigraph import Literal, NamedNode, Quad

def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

def after(function):
    def both(*args, **more):
        function(*args, **more)
        die()
    return both

s, p, g = NamedNode("http://example.org/s"), NamedNode("http://example.org/p"), NamedNode(sys.argv[2])
{patch}
with w.writing(sys.argv[1]) as store:
    {first}
    store.replace_graph(sys.argv[2], [Quad(s, p, Literal(n), g) for n in range(100, 200)])
    {last}
"""
NEW = list(range(100, 200))

KILLS = {
    "after the copy": ("w._copy = after(w._copy)", "", "", [1]),
    "before the first write": ("", "die()", "", [1]),
    "after the last write": ("", "", "die()", [1]),
    "while a graph is replaced": ("w.WritableStore._add = after(w.WritableStore._add)", "", "", [1]),
    "before the manifest": ("w.write_manifest = die", "", "", [1]),
    "after the manifest": ("w.write_manifest = after(w.write_manifest)", "", "", [1]),
    "before the files are on the disk": ("w.fsync = die", "", "", [1]),
    "after the files are on the disk": ("w.fsync = after(w.fsync)", "", "", [1]),
    "before the rename": ("os.replace = die", "", "", [1]),
    "after the rename": ("os.replace = after(os.replace)", "", "", NEW),
    "before the last sweep": ("w._publish = after(w._publish)", "", "", NEW),
}


@pytest.mark.parametrize("moment", KILLS)
def test_a_writer_killed_leaves_a_whole_graph(moment: str, folder: Path) -> None:
    patch, first, last, expected = KILLS[moment]
    script = dedent(KILLED).format(patch=patch, first=first or "pass", last=last or "pass")
    ended = subprocess.run([sys.executable, "-c", script, str(folder), ONE], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    store = open_store(folder)
    assert values(store) == expected
    assert store.verify() == len(expected)
    # The next writer is not hindered, and clears away what was left.
    with writing(folder) as writable:
        writable.replace_graph(TWO, [quad(7, TWO)])
    assert sorted(values(open_store(folder))) == sorted([*expected, 7])
    assert len(Layout(folder).numbered()) == 2
    assert not (folder / "current.new").is_symlink()


# -- faults ----------------------------------------------------------------------------------------------------------


def test_a_folder_without_a_store_is_missing_one(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as caught:
        open_store(tmp_path / "nothing")
    assert code_of(caught) == "STORE_MISSING"


def test_a_store_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CchcError) as caught, writing(tmp_path / "file" / "store"):
        raise AssertionError("written")
    assert code_of(caught) == "STORE_READONLY"
    with pytest.raises(CchcError) as caught:
        open_store(tmp_path / "file" / "store")
    assert code_of(caught) == "STORE_MISSING"


@pytest.mark.parametrize(
    ("number", "code"), [("EACCES", "STORE_READONLY"), ("EROFS", "STORE_READONLY"), ("ENOSPC", "STORE_FULL")]
)
@pytest.mark.parametrize("call", ["mkdir", "replace", "fsync"])
def test_what_the_disk_refuses_leaves_the_old_graph(
    number: str, code: str, call: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(getattr(errno, number), os.strerror(getattr(errno, number)))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(CchcError) as caught, writing(folder) as store:
            store.replace_graph(ONE, [quad(2)])
    assert code_of(caught) == code
    assert values(open_store(folder)) == [1]


@pytest.mark.parametrize("change", [("cchc-store 1", "cchc-store 2"), (f"oxigraph {engine_version()}", "oxigraph 0.4")])
def test_a_store_of_another_version_is_not_opened(change: tuple[str, str], folder: Path) -> None:
    build = Layout(folder).current()
    assert build is not None
    text = (build / "files.txt").read_text()
    assert change[0] in text
    (build / "files.txt").write_text(text.replace(*change))
    with pytest.raises(CchcError) as caught:
        open_store(folder)
    assert code_of(caught) == "STORE_VERSION"
    with pytest.raises(CchcError) as caught, writing(folder):
        raise AssertionError("written")
    assert code_of(caught) == "STORE_VERSION"
    with writing(folder, fresh=True) as store:
        store.replace_graph(ONE, [quad(2)])
    assert values(open_store(folder)) == [2]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def garble(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(bytes(byte ^ 0x5A for byte in content))


DAMAGES = {
    "no database": lambda build: [f.unlink() for f in (build / "store").iterdir()],
    "no manifest": lambda build: (build / "manifest.json").unlink(),
    "manifest cut": lambda build: cut(build / "manifest.json"),
    "manifest garbled": lambda build: garble(build / "manifest.json"),
    "manifest of another kind": lambda build: (build / "manifest.json").write_text("[]"),
    "manifest of another count": lambda build: (build / "manifest.json").write_text(
        (build / "manifest.json").read_text().replace('"quads": 1,', '"quads": 2,')
    ),
    "log of the database cut": lambda build: [cut(f) for f in (build / "store").glob("MANIFEST-*")],
    "log of the database garbled": lambda build: [garble(f) for f in (build / "store").glob("MANIFEST-*")],
    "name of the log garbled": lambda build: garble(build / "store" / "CURRENT"),
    "tables gone": lambda build: [f.unlink() for f in (build / "store").glob("*.sst")],
    "tables empty": lambda build: [f.write_bytes(b"") for f in (build / "store").glob("*.sst")],
    "tables cut": lambda build: [cut(f) for f in (build / "store").glob("*.sst")],
    "tables garbled": lambda build: [garble(f) for f in (build / "store").glob("*.sst")],
    "no list of files": lambda build: (build / "files.txt").unlink(),
    "list of files cut": lambda build: cut(build / "files.txt"),
    "list of files garbled": lambda build: garble(build / "files.txt"),
    "build gone": lambda build: __import__("shutil").rmtree(build),
    "link elsewhere": lambda build: (
        (build.parent.parent / "current").unlink(),
        (build.parent.parent / "current").symlink_to("/tmp"),
    ),
    "link a file": lambda build: (
        (build.parent.parent / "current").unlink(),
        (build.parent.parent / "current").write_text("x"),
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_and_mended_by_a_fresh_build(damage: str, folder: Path) -> None:
    build = Layout(folder).current()
    assert build is not None
    assert list((build / "store").glob("*.sst")), "the test must have tables to damage"
    DAMAGES[damage](build)
    with pytest.raises(CchcError) as caught:
        open_store(folder).verify()
    assert code_of(caught) == "STORE_DAMAGED"
    with writing(folder, fresh=True) as store:
        store.replace_graph(ONE, [quad(2)])
    assert values(open_store(folder)) == [2]


# -- queries ---------------------------------------------------------------------------------------------------------


def test_a_syntax_error_is_told_with_its_place() -> None:
    with pytest.raises(CchcError) as caught:
        memory_store([]).select("SELECT ?s WHERE {\n  ?s ?p")
    assert (code_of(caught), caught.value.where.split(":")[0]) == ("SPARQL_SYNTAX", "2")
    assert len(caught.value.message("en")) < 300


@pytest.mark.parametrize("update", ["DROP ALL", "INSERT DATA { <a:a> <a:a> <a:a> }", "LOAD <file:///etc/passwd>"])
def test_a_query_cannot_write(update: str) -> None:
    store = memory_store([quad(1)])
    with pytest.raises(CchcError) as caught:
        store.query(update)
    assert code_of(caught) == "SPARQL_NO_QUERY"
    assert values(store) == [1]


def test_a_query_sends_no_request() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        for query in (
            f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ service silent <{url}> {{ ?s ?p ?o }} }}",
            f"ASK {{ BIND(<{url}> AS ?u) SERVICE ?u {{ ?s ?p ?o }} }}",
        ):
            with pytest.raises(CchcError) as caught:
                memory_store([]).query(query)
            assert code_of(caught) == "SPARQL_REFUSED"
        with pytest.raises(CchcError, match="SPARQL_UNKNOWN_GRAPH"):
            memory_store([quad(1)]).select(f"SELECT * FROM <{url}> {{ ?s ?p ?o }}")
        with pytest.raises(BlockingIOError):
            server.accept()


def test_words_that_only_look_like_keywords_are_allowed() -> None:
    query = (
        "# SERVICE\nPREFIX service: <http://e/SERVICE> "
        "SELECT ('SERVICE' AS ?SERVICE) { OPTIONAL { ?s service:service ?o } }"
    )
    assert len(memory_store([]).select(query)) == 1


def test_forms_of_queries_are_told_apart() -> None:
    store = memory_store([quad(1)])
    assert store.query("ASK { ?s ?p ?o }") is True
    assert store.construct("CONSTRUCT WHERE { ?s ?p ?o }") == [quad(1).triple]
    with pytest.raises(CchcError, match="SPARQL_FORM"):
        store.select("ASK {}")
    assert form("# SELECT\nPREFIX select: <http://e/> ASK {}") == "ASK"


def test_what_the_engine_cannot_do_is_told() -> None:
    with pytest.raises(CchcError) as caught:
        memory_store([]).select("SELECT (<http://example.org/f>(1) AS ?x) {}")
    assert code_of(caught) == "SPARQL_FAILED"


@given(st.text())
def test_the_tokens_of_a_text_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


# -- endpoints -------------------------------------------------------------------------------------------------------


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers each path in another wrong way."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        status = {"/404": 404, "/500": 500, "/401": 401, "/400": 400}.get(self.path, 200)
        content = b"{" if self.path == "/cut" else b"<html>hello</html>"
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def wrong() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/404", "ENDPOINT_ERROR"),
        ("/500", "ENDPOINT_ERROR"),
        ("/401", "ENDPOINT_ERROR"),
        ("/400", "SPARQL_SYNTAX"),
        ("/html", "ENDPOINT_NOT_SPARQL"),
        ("/cut", "ENDPOINT_NOT_SPARQL"),
    ],
)
@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_what_an_endpoint_does_wrong_is_told(path: str, code: str, query: str, wrong: str) -> None:
    with pytest.raises(CchcError) as caught:
        RemoteStore(wrong + path).query(query)
    assert code_of(caught) == code


def test_an_endpoint_that_is_not_there_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/query"
    with pytest.raises(CchcError) as caught:
        RemoteStore(url).select("SELECT * {}")
    assert code_of(caught) == "ENDPOINT_UNREACHABLE"


@pytest.mark.parametrize("scheme", ["http", "https", "ftp"])
def test_the_login_in_an_address_is_never_shown(scheme: str) -> None:
    with pytest.raises(CchcError) as caught:
        RemoteStore(f"{scheme}://nguoi-doc:m%2Fat-khau@127.0.0.1:9/query", 1).within(1).query("ASK {}")
    for shown in (str(caught.value), *caught.value.as_dict("vi").values()):
        assert "khau" not in shown
        assert "nguoi-doc" not in shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://u:mat/khau@localhost:9/query", "http://localhost:9/query"),
        ("http://u@localhost:9/query", "http://localhost:9/query"),
        ("http://localhost:9/a@b/query", "http://localhost:9/a@b/query"),
        ("http://[::1]:9/a@b", "http://[::1]:9/a@b"),
    ],
)
def test_an_address_keeps_all_but_its_login(url: str, shown: str) -> None:
    assert RemoteStore(url).url == shown


def test_the_login_in_an_address_is_sent_as_http_basic(monkeypatch: pytest.MonkeyPatch) -> None:
    from SPARQLWrapper import SPARQLWrapper

    sent = []
    monkeypatch.setattr(SPARQLWrapper, "setCredentials", lambda _, user, password: sent.append((user, password)))
    with pytest.raises(CchcError, match="ENDPOINT_UNREACHABLE"):
        RemoteStore("http://nguoi-doc:m%2Fat-khau@127.0.0.1:9/query", 1).query("ASK {}")
    assert sent == [("nguoi-doc", "m/at-khau")]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "data:,x", "example.org"])
def test_only_web_addresses_are_endpoints(url: str) -> None:
    with pytest.raises(CchcError) as caught:
        RemoteStore(url)
    assert code_of(caught) == "ENDPOINT_URL"


def test_a_server_answers_like_the_embedded_store(tmp_path: Path) -> None:
    ours = memory_store([quad(1), quad(2, TWO)])
    with engines.oxigraph_server([quad(1), quad(2, TWO)], tmp_path) as url:
        theirs = RemoteStore(url)
        assert theirs.select(ALL) == ours.select(ALL)
        assert theirs.ask("ASK { ?s ?p 2 }") is True
        assert sorted(map(str, theirs.construct("CONSTRUCT WHERE { ?s ?p ?o }"))) == sorted(map(str, ours.triples()))
        with pytest.raises(CchcError, match="SPARQL_SYNTAX"):
            theirs.select("SELECT ?s WHERE {")
        with pytest.raises(CchcError, match="SPARQL_NO_QUERY"):
            theirs.query("DROP ALL")


@pytest.mark.parametrize("union", [True, False], ids=["understood", "not understood"])
def test_an_endpoint_with_an_empty_default_graph_is_read_by_its_named_graphs(
    tmp_path: Path, union: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from SPARQLWrapper import SPARQLWrapper

    add = SPARQLWrapper.addParameter
    if not union:
        # As a server takes it that does not know the parameter.
        monkeypatch.setattr(
            SPARQLWrapper, "addParameter", lambda self, name, value: name[:5] == "union" or add(self, name, value)
        )
    quads = [quad(1), quad(2, TWO)]
    with engines.oxigraph_server(quads, tmp_path, union=False) as url:
        theirs = RemoteStore(url)
        assert theirs.select(ALL) == memory_store(quads).select(ALL)
        assert theirs.default_dataset.union is union
        assert len(theirs.default_dataset.graphs) == (0 if union else 2)
        # What the query names is not replaced by what the request would name.
        assert len(theirs.select(f"SELECT ?s ?o FROM <{TWO}> {{ ?s ?p ?o }}")) == 1


def test_a_server_may_refuse_the_parameter_for_the_union(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    send = RemoteStore._send

    def refusing(self: RemoteStore, query: str, result_format: str, asked: Dataset) -> bytes:
        if asked.union:
            raise CchcError("ENDPOINT_ERROR", where=self.url, values={"status": 400, "reason": "union-default-graph"})
        return send(self, query, result_format, asked)

    monkeypatch.setattr(RemoteStore, "_send", refusing)
    quads = [quad(1), quad(2, TWO)]
    with engines.oxigraph_server(quads, tmp_path, union=False) as url:
        theirs = RemoteStore(url)
        assert len(theirs.default_dataset.graphs) == 2
        assert theirs.select(ALL) == memory_store(quads).select(ALL)


@pytest.mark.parametrize("shared", [True, False])
def test_a_server_that_repeats_what_two_graphs_hold_is_known_for_it(tmp_path: Path, shared: bool) -> None:
    quads = [quad(1), quad(1, TWO)]
    for graph in (ONE, TWO) if shared else (ONE,):
        kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        quads.append(Quad(NamedNode("http://example.org/s"), kind, NamedNode("http://example.org/C"), NamedNode(graph)))
    with engines.oxigraph_server(quads, tmp_path, union=False) as url:
        theirs = RemoteStore(url)
        assert theirs.repeats is shared
        # So a query of one's own has to say that it wants each once.
        assert len(theirs.select(ALL)) == 2
        assert theirs.select(ALL.replace("SELECT", "SELECT DISTINCT")) == memory_store(quads).select(ALL)


@pytest.mark.parametrize(
    ("datatype", "form", "expected"),
    [
        ("boolean", "1", "true"),
        ("boolean", "0", "false"),
        ("decimal", "83.450", "83.45"),
        ("decimal", "+80.0", "80"),
        ("decimal", "-.50", "-0.5"),
        ("decimal", "-0.0", "0"),
        ("integer", "007", "7"),
        ("integer", "7.0", "7.0"),
        ("decimal", "1e2", "1e2"),
        ("decimal", "n/a", "n/a"),
        ("gYear", "2021", "2021"),
        ("string", "1.50", "1.50"),
    ],
)
def test_values_that_endpoints_write_otherwise_are_canonical(datatype: str, form: str, expected: str) -> None:
    kind = NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}")
    assert canonical(Literal(form, datatype=kind)) == Literal(expected, datatype=kind)
