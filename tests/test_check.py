"""Checking: whatever drifts from what was read is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import cchc
from cchc import vocabulary as v
from cchc.api import Graph
from cchc.checking import Drift
from cchc.store import writing
from conftest import Runner, copy_documents

OA_EXACT, OA_END = NamedNode(v.OA + "exact"), NamedNode(v.OA + "end")
SHA256 = NamedNode(v.CCHC + "sha256")
SOURCE = v.source_iri("000")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the five documents, as a folder of sources."""
    return copy_documents(tmp_path / "seeds")


def found(store: Path, folder: Path | None = None) -> list[Drift]:
    checked = cchc.open(store).check(folder, reason=False)
    assert checked.sound == (not checked.findings)
    return list(checked.findings)


def change(store: Path, predicate: NamedNode, new: Callable[[str], str], within: str = "/source/000") -> None:
    """Changes the first value of a property in the graph of one source, as nobody should."""
    with writing(store) as target:
        quads = list(target.engine.quads_for_pattern(None, predicate, None, NamedNode(v.source_graph("000"))))
        old = sorted((quad for quad in quads if within in str(quad.subject)), key=str)[0]
        assert isinstance(old.object, Literal)
        target.engine.remove(old)
        value = Literal(new(old.object.value), datatype=old.object.datatype)
        target.engine.add(Quad(old.subject, old.predicate, value, old.graph_name))
        target.merge()


def test_the_seeds_have_not_drifted(graph: Graph) -> None:
    checked = graph.check(reason=False)
    assert checked.findings == ()
    assert checked.sound
    assert (checked.sources, checked.unverified) == (5, 0)
    assert checked.quotes > 100


def test_a_changed_quote_is_found(store: Path) -> None:
    change(store, OA_EXACT, lambda text: text + "!")
    (drift,) = found(store)
    assert (drift.kind, drift.where.startswith(SOURCE + "#char=")) == ("quote", True)
    assert "!”" in drift.detail["en"]


@pytest.mark.parametrize("offset", ["999999", "-1", "x"])
def test_a_changed_place_is_found(store: Path, offset: str) -> None:
    change(store, OA_END, lambda _: offset)
    assert [drift.kind for drift in found(store)] == ["quote"]


def test_a_changed_hash_is_found(store: Path) -> None:
    change(store, SHA256, lambda text: text[::-1])
    assert {drift.kind for drift in found(store)} == {"text", "file"}


def text_file(store: Path) -> Path:
    (row,) = cchc.open(store).sparql(f"SELECT ?h {{ <{SOURCE}> <{SHA256.value}> ?h }}")  # type: ignore[misc]
    return store / "texts" / f"{row[0].value}.txt"


def test_a_changed_text_in_the_store_is_found(store: Path) -> None:
    file = text_file(store)
    file.write_text(file.read_text("utf-8").replace("Hà Nam", "Hà Nội"), encoding="utf-8")
    kinds = {drift.kind for drift in found(store)}
    assert kinds == {"hash", "quote"}


def test_a_missing_text_is_found(store: Path) -> None:
    text_file(store).unlink()
    assert [(drift.kind, drift.where) for drift in found(store)] == [("text", SOURCE)]


def test_a_text_that_is_no_longer_text_is_found(store: Path) -> None:
    text_file(store).write_bytes(b"\xff\xfe\xfa")
    assert [(drift.kind, drift.where) for drift in found(store)] == [("text", SOURCE)]


def test_a_changed_file_is_found(store: Path, seeds: Path) -> None:
    assert found(store, seeds) == []
    file = next((seeds / "articles").glob("000*"))
    file.write_text(file.read_text("utf-8") + "\nThêm.", encoding="utf-8")
    assert [(drift.kind, Path(drift.where)) for drift in found(store, seeds)] == [("file", file.resolve())]


def test_a_missing_file_is_found(store: Path, seeds: Path) -> None:
    next((seeds / "articles").glob("003*")).unlink()
    (drift,) = found(store, seeds)
    assert (drift.kind, drift.detail["en"]) == ("file", "There is no such file.")


def test_a_term_that_nothing_declares_is_found(store: Path) -> None:
    with writing(store) as target:
        predicate = NamedNode(v.CCHC + "khongCo")
        target.engine.add(Quad(NamedNode(SOURCE), predicate, Literal("x"), NamedNode(v.source_graph("000"))))
        target.merge()
    assert predicate.value in {drift.where for drift in found(store)}


def test_a_term_without_a_label_is_found(store: Path) -> None:
    score = NamedNode(v.CCHC + "score")
    with writing(store) as target:
        for quad in list(target.engine.quads_for_pattern(score, NamedNode(v.RDFS + "label"), None, None)):
            target.engine.remove(quad)
        target.merge()
    assert score.value in {drift.where for drift in found(store)}


def test_the_command_exits_with_1_on_drift(store: Path, cli: Runner) -> None:
    text_file(store).unlink()
    ran = cli("--store", store, "check", "--no-reasoner")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(f"✗ text: {SOURCE}\n    kho không có văn bản với mã băm này\n")


def test_the_command_reasons(cli: Runner) -> None:
    ran = cli("check", "--lang", "en")
    assert ran.status == 0
    assert reasoned(ran.out)


def reasoned(text: str) -> bool:
    last = text.splitlines()[-1]
    return last.startswith(("HermiT: the ontology is consistent, ", "HermiT: left out, there is no Java"))
