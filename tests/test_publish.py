"""Publishing to a server: what changed and nothing else, whole or known not to be, and the password to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from cchc.errors import CchcError
from cchc.publish import publish
from cchc.publish import run as run_module
from cchc.publish.client import GraphStore, graph_store_of
from cchc.publish.graphs import content, parts
from cchc.publish.run import RECORD
from cchc.store import EmbeddedStore, memory_store
from cchc.vocabulary import DERIVED_GRAPH, GRAPH, ONTOLOGY_GRAPH, RESULTS_GRAPH, source_graph
from conftest import Runner
from graph_store import Fake, fake

ONE, TWO = source_graph("so-lieu-2019"), source_graph("so-lieu-2021")
SECRET = "mật-khẩu:9f2c"


def quad(graph: str, number: int) -> Quad:
    subject = NamedNode(f"https://w3id.org/cchc/id/result/sipas/2021/province/x{number}")
    return Quad(subject, NamedNode("https://w3id.org/cchc/ontology#rank"), Literal(number), NamedNode(graph))


def graphs(**sizes: int) -> EmbeddedStore:
    names = {"one": ONE, "two": TWO, "derived": DERIVED_GRAPH, "results": RESULTS_GRAPH, "ontology": ONTOLOGY_GRAPH}
    return memory_store([quad(names[name], number) for name, size in sizes.items() for number in range(size)])


def named(store: EmbeddedStore, name: str) -> set[str]:
    return {str(quad.triple) for quad in store.quads(name)}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Fake]:
    # Nobody's own logins; no waiting between tries.
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setattr("urllib3.util.Retry.sleep", lambda *_: None)
    with fake() as state:
        yield state


def send(store: EmbeddedStore, server: Fake, **options: object) -> run_module.Published:
    options.setdefault("graph_store", f"{server.url}/store")
    return publish(store, server.endpoint, **options)  # type: ignore[arg-type]


def code(server: Fake, store: EmbeddedStore | None = None, **options: object) -> str:
    with pytest.raises(CchcError) as caught:
        send(store or graphs(one=3), server, **options)
    return caught.value.code


def test_every_graph_arrives_and_the_results_come_last(server: Fake) -> None:
    store = graphs(results=4, one=5, derived=2, ontology=3, two=1)
    done = send(store, server)
    assert done.sent == {ONTOLOGY_GRAPH: 3, ONE: 5, TWO: 1, DERIVED_GRAPH: 2, RESULTS_GRAPH: 4}
    assert server.changed() == [RECORD, *done.sent]
    assert all(server.graph(name) == named(store, name) for name in done.sent)


def test_what_did_not_change_is_not_sent_again(server: Fake) -> None:
    send(graphs(one=5, two=3), server)
    server.writes.clear()
    assert send(graphs(one=5, two=3), server).unchanged == (ONE, TWO)
    assert server.writes == []
    assert send(graphs(one=5, two=4), server).sent == {TWO: 4}
    assert server.changed() == [RECORD, TWO]
    assert send(graphs(one=5, two=4), server, full=True).sent == {ONE: 5, TWO: 4}


def test_graphs_that_are_gone_are_removed_last_and_those_of_others_stay(server: Fake) -> None:
    send(graphs(one=5, two=3), server)
    foreign = (GRAPH + "source/of-others", "https://example.org/g")
    server.store.extend([quad(name, 1) for name in foreign])
    server.writes.clear()
    assert send(graphs(one=6), server).removed == (TWO,)
    assert server.graph(TWO) == set()
    assert all(server.graph(name) for name in foreign)
    assert [method for method, graph, _ in server.writes if graph != RECORD] == ["PUT", "DELETE"]
    assert TWO not in str(server.graph(RECORD))


def test_a_record_that_names_graphs_of_others_removes_none_of_them(server: Fake) -> None:
    send(graphs(one=5), server)
    other = "https://example.org/g"
    server.store.add(quad(other, 1))
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    dataset = NamedNode("http://rdfs.org/ns/void#Dataset")
    server.store.add(Quad(NamedNode(other), kind, dataset, NamedNode(RECORD)))
    assert send(graphs(one=6), server).removed == ()
    assert server.graph(other)


def test_a_dry_run_writes_nothing(server: Fake) -> None:
    assert send(graphs(one=5), server, dry_run=True).sent == {ONE: 5}
    assert server.writes == []


def test_an_empty_store_publishes_nothing(server: Fake) -> None:
    assert send(memory_store([]), server) == run_module.Published({}, (), ())
    assert server.writes == []


@pytest.mark.parametrize("left", range(10))
def test_a_publish_cut_at_any_request_goes_on_where_it_was(
    left: int, server: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "PART", 2)
    send(graphs(one=3, two=2, derived=1), server)
    store = graphs(one=5, derived=1, results=3)
    server.writes_left = left
    assert code(server, store) == "ENDPOINT_UNREACHABLE"
    server.writes_left = None
    server.writes.clear()
    send(store, server)
    assert {name: server.graph(name) for name in store.graphs()} == {
        name: named(store, name) for name in store.graphs()
    }
    assert server.graph(TWO) == set()
    # What was whole before the cut is not sent again; the graph that did not change never is.
    assert (ONE in server.changed()) == (left < 5)
    assert DERIVED_GRAPH not in server.changed()
    assert send(store, server).sent == {}


def test_a_large_graph_goes_in_parts_and_smaller_ones_where_the_server_asks(
    server: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "PART", 4_000)
    store = graphs(one=9_000)
    send(store, server)
    assert [method for method, graph, _ in server.writes if graph == ONE] == ["PUT", "POST", "POST"]
    server.limit = 200_000
    send(store, server, full=True)
    assert server.graph(ONE) == named(store, ONE)
    assert max(size for _, _, size in server.writes[-8:]) <= 200_000
    server.limit = 1_000
    assert code(server, store, full=True) == "PUBLISH_TOO_LARGE"


def test_a_graph_with_blank_nodes_goes_whole_and_is_known_again(server: Fake) -> None:
    def lists() -> EmbeddedStore:
        nodes = [BlankNode() for _ in range(6)]
        rest = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")
        pairs = pairwise(nodes)
        return memory_store([Quad(a, rest, b, NamedNode(ONTOLOGY_GRAPH)) for a, b in pairs])

    assert len(list(parts(lists(), ONTOLOGY_GRAPH, 2))) == 1
    send(lists(), server)
    assert send(lists(), server).sent == {}
    assert len(server.graph(ONTOLOGY_GRAPH)) == 5


@given(st.lists(st.integers(0, 50), unique=True), st.randoms())
def test_the_hash_is_that_of_the_set(numbers: list[int], random: object) -> None:
    quads = [quad(ONE, number) for number in numbers]
    there = content(memory_store(quads), ONE)
    assert there.triples == len(numbers)
    assert there == content(memory_store(reversed(quads)), ONE)
    assert there != content(memory_store([*quads, quad(ONE, 51)]), ONE)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(status: int, server: Fake) -> None:
    server.answers = [(status, {"Retry-After": "1"})] * 3
    store = graphs(one=3)
    send(store, server)
    assert server.graph(ONE) == named(store, ONE)


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (401, {}, "PUBLISH_REFUSED"),
        (403, {}, "PUBLISH_REFUSED"),
        (404, {}, "PUBLISH_NO_GRAPH_STORE"),
        (405, {}, "PUBLISH_NO_GRAPH_STORE"),
        (307, {"Location": "http://example.org/store"}, "PUBLISH_REDIRECTED"),
        (400, {}, "PUBLISH_FAILED"),
        (503, {}, "PUBLISH_FAILED"),
    ],
)
def test_what_a_graph_store_refuses_is_told(status: int, headers: dict[str, str], expected: str, server: Fake) -> None:
    server.answers = [(status, headers)] * 10
    assert code(server) == expected
    assert server.writes == []


def test_a_server_that_loses_triples_is_found_out_and_not_believed(server: Fake) -> None:
    server.loses = ONE
    assert code(server) == "PUBLISH_INCOMPLETE"
    server.loses = ""
    assert send(graphs(one=3), server).sent == {ONE: 3}


def test_a_graph_that_was_lost_on_the_server_is_sent_again(server: Fake) -> None:
    send(graphs(one=3, two=3), server)
    server.store.remove_graph(NamedNode(TWO))
    assert send(graphs(one=3, two=3), server).sent == {TWO: 3}


@pytest.mark.parametrize(
    ("scheme", "auth"), [("Basic", None), ("Basic", "basic"), ("Digest", None), ("Digest", "digest")]
)
def test_login_as_the_server_asks(scheme: str, auth: str | None, server: Fake) -> None:
    server.login, server.scheme = f"dba:{SECRET}", scheme
    store = graphs(one=3)
    send(store, server, user="dba", password=SECRET, auth=auth)
    assert server.graph(ONE) == named(store, ONE)
    if scheme == "Digest":
        assert not any(SECRET in said for said in server.authorizations)
        return  # That a wrong password is refused is the server's to compute: test_servers.py asks a real one.
    assert code(server, full=True, user="dba", password="wrong", auth=auth) == "PUBLISH_REFUSED"


def test_a_login_of_netrc_is_used(server: Fake, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login dba password hoa-sen\n", "utf-8")
    (tmp_path / "netrc").chmod(0o600)
    server.login = "dba:hoa-sen"
    assert send(graphs(one=3), server).sent == {ONE: 3}


def test_a_user_without_a_password_is_told(server: Fake) -> None:
    assert code(server, user="dba") == "PUBLISH_PASSWORD"


def test_the_password_is_never_said(server: Fake, cli: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DB_PASSWORD", SECRET)
    file = tmp_path / "password"
    file.write_text(SECRET + "\n", "utf-8")
    for given_by in (("--password-env", "DB_PASSWORD"), ("--password-file", str(file))):
        for status in (401, 500, 307):
            server.answers = [(status, {"Location": "http://example.org/"})] * 10
            ran = cli("publish", server.endpoint, "--user", "dba", "--auth", "basic", *given_by)
            assert ran.status in (2, 3)
            assert SECRET not in ran.out + ran.err
    assert any(said.startswith("Basic ") for said in server.authorizations)


def test_a_login_in_the_address_is_refused_and_not_repeated(server: Fake) -> None:
    address = server.url.replace("http://", f"http://dba:{SECRET}@")
    for options in ({"graph_store": f"{address}/store"},):
        with pytest.raises(CchcError) as caught:
            send(graphs(one=1), server, **options)
        assert caught.value.code == "PUBLISH_PASSWORD_IN_URL"
        assert SECRET not in str(caught.value.as_dict())


def test_basic_in_clear_to_another_machine_is_refused(monkeypatch: pytest.MonkeyPatch, server: Fake) -> None:
    monkeypatch.setattr("cchc.publish.login._HERE", ())
    server.login = f"dba:{SECRET}"
    assert code(server, user="dba", password=SECRET) == "PUBLISH_BASIC_IN_CLEAR"
    assert not any(server.authorizations)
    assert send(graphs(one=3), server, user="dba", password=SECRET, auth="basic").sent


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("http://localhost:7878/query", "http://localhost:7878/store"),
        ("http://localhost:8890/sparql/", "http://localhost:8890/sparql-graph-crud-auth"),
        ("https://kg.example/cchc/sparql", "https://kg.example/cchc/data"),
        ("https://kg.example/cchc/query", "https://kg.example/cchc/data"),
        ("http://kg.example/repositories/cchc", "http://kg.example/repositories/cchc/rdf-graphs/service"),
    ],
)
def test_the_graph_store_of_a_known_server_is_found(endpoint: str, expected: str) -> None:
    assert graph_store_of(endpoint) == expected


@pytest.mark.parametrize("endpoint", ["http://localhost/", "http://localhost/a/b/sparql", "http://localhost/api/ask"])
def test_an_unknown_one_has_to_be_named(endpoint: str) -> None:
    with pytest.raises(CchcError, match="PUBLISH_GRAPH_STORE"):
        graph_store_of(endpoint)


def test_a_graph_store_that_is_not_there_is_told(server: Fake) -> None:
    assert code(server, graph_store="http://127.0.0.1:9/store") == "ENDPOINT_UNREACHABLE"


def test_only_web_addresses_are_graph_stores() -> None:
    with pytest.raises(CchcError, match="ENDPOINT_URL"):
        GraphStore("file:///tmp/store")


def test_the_command_says_what_it_did(server: Fake, cli: Runner) -> None:
    dry = cli("publish", server.endpoint, "--dry-run", "--lang", "en")
    ran = cli("publish", server.endpoint, "--lang", "en")
    assert (dry.status, ran.status) == (0, 0)
    assert dry.out.replace("Would send", "Sent").replace("remove ", "removed ") == ran.out
    assert cli("publish", server.endpoint).out.startswith("Đã gửi 0 đồ thị (0 bộ ba), xóa 0; ")
    assert cli("--endpoint", server.endpoint, "publish", server.endpoint).status == 2
