"""Real servers: what is published there is all there, and every question gets the same rows as from the embedded store.

Oxigraph's server comes with the extra ``test``; Virtuoso has to be installed, else what it would be asked is skipped.
Rows are compared in order and term by term. Endpoints write booleans and numbers in several lexical forms (Virtuoso: 1
for true, 80.0 for 80); :mod:`cchc.store.lexical` brings them to the canonical ones, and nothing else is made alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import cchc
import sample
import servers
from cchc.api import Graph
from cchc.errors import CchcError
from cchc.publish import publish
from cchc.queries import Catalogue
from cchc.store import RemoteStore, memory_store
from conftest import Built
from servers import Server
from test_queries import CASES, same

VIRTUOSO = pytest.param("virtuoso", marks=pytest.mark.skipif(servers.VIRTUOSO is None, reason=servers.NO_VIRTUOSO))
START = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso}


@pytest.fixture(scope="module", params=["oxigraph", VIRTUOSO])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with START[request.param](tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture(scope="module")
def on_sample(server: Server) -> Server:
    """The server with the small graph that has one of everything that queries ask for."""
    publish(memory_store(sample.quads()), server.endpoint, user=server.user, password=server.password)
    return server


@pytest.fixture(scope="module")
def on_seeds(server: Server, graph: Graph) -> Graph:
    """The server with the graph of the seeds, which takes the place of the small one."""
    graph.publish(server.endpoint, user=server.user, password=server.password)
    return cchc.connect(server.endpoint)


@pytest.mark.parametrize("case", CASES)
def test_stored_queries_give_the_same_rows(case: str, on_sample: Server) -> None:
    # In the language that the expected answers are not in.
    same(case, "en", memory_store(sample.quads()), RemoteStore(on_sample.endpoint))


def test_publishing_again_sends_nothing(on_seeds: Graph, server: Server, graph: Graph) -> None:
    done = graph.publish(server.endpoint, user=server.user, password=server.password)
    assert (done.sent, done.removed) == ({}, ())
    assert len(done.unchanged) == len(graph.embedded().graphs())


def test_all_of_the_graph_is_there_and_nothing_of_the_one_before(on_seeds: Graph, graph: Graph) -> None:
    assert on_seeds.export("full", "ntriples") == graph.export("full", "ntriples")
    assert on_seeds.export("plain", "turtle") == graph.export("plain", "turtle")
    assert on_seeds.counts() == graph.counts()


@pytest.mark.parametrize("name", Catalogue().names())
def test_questions_on_the_seeds_give_the_same_rows(name: str, on_seeds: Graph, graph: Graph) -> None:
    """With no more parameters than are needed, and with the example of each."""
    parameters = [p for p in Catalogue().get(name).parameters if p.type != "lang"]
    for wanted in ([p for p in parameters if p.required], parameters):
        typed = {p.name.replace("-", "_"): p.example for p in wanted}
        assert answered(on_seeds, name, typed) == answered(graph, name, typed)


def answered(graph: Graph, name: str, typed: dict[str, str]) -> object:
    """Rows, title and completeness; or the error: an example that is not in the seeds is unknown, with suggestions."""
    try:
        answer = graph.query(name, **typed)
    except CchcError as error:
        return error
    return answer.terms, answer.title, answer.completeness


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "target",
    [
        "lang-son",
        "Sở Kế hoạch và Đầu tư",
        "https://w3id.org/cchc/id/official/truong-hoa-binh",
        "https://w3id.org/cchc/id/source/003",
        "https://w3id.org/cchc/id/edition/par-index/2020/province",
        "https://w3id.org/cchc/id/statistic/sipas/2019/province/mean",
    ],
)
def test_explanations_are_the_same(target: str, lang: str, on_seeds: Graph, graph: Graph) -> None:
    assert on_seeds.explain(target, lang=lang) == graph.explain(target, lang=lang)


def test_a_graph_in_many_parts_is_all_there(
    server: Server, built: Built, monkeypatch: pytest.MonkeyPatch, on_seeds: Graph, graph: Graph
) -> None:
    monkeypatch.setattr("cchc.publish.run.PART", 300)
    graph.publish(server.endpoint, user=server.user, password=server.password, full=True)
    assert on_seeds.export("full", "ntriples") == graph.export("full", "ntriples")


@pytest.mark.skipif(servers.VIRTUOSO is None, reason=servers.NO_VIRTUOSO)
@pytest.mark.parametrize(("user", "password"), [(None, None), ("dba", "not-it"), ("nobody-known", "dba")])
def test_a_wrong_login_writes_nothing(user: str | None, password: str | None, tmp_path: Path, graph: Graph) -> None:
    with servers.virtuoso(tmp_path) as server:
        with pytest.raises(CchcError) as caught:
            graph.publish(server.endpoint, user=user, password=password)
        assert caught.value.code == "PUBLISH_REFUSED"
        assert not RemoteStore(server.endpoint).select(Catalogue().lookup("published")).rows


def test_a_server_that_only_reads_is_told(tmp_path: Path, graph: Graph) -> None:
    import engines

    with (
        engines.oxigraph_server(memory_store([]).quads(), tmp_path) as endpoint,
        pytest.raises(CchcError, match="PUBLISH_"),
    ):
        graph.publish(endpoint)
