"""Building: the seeds make a graph that conforms, always the same, and nothing that happens meanwhile harms the old."""

from __future__ import annotations

import errno
import fcntl
import gc
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Store

import cchc
from cchc.build import NotConforming, build, load
from cchc.errors import CchcError
from conftest import ROOT, Built, Runner

ARTICLES = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
SMALL = "Năm 2020, Chỉ số PAR INDEX của tỉnh Cà Mau đạt 81,5 điểm, xếp thứ 50/63 tỉnh, thành phố.\n"
BAD = """@prefix cchc: <https://w3id.org/cchc/ontology#> .
@base <https://w3id.org/cchc/id/> .
<claim/bad/1> a cchc:Claim ; cchc:about <result/par-index/2020/province/ca-mau> ; cchc:rank 64 ;
  cchc:status cchc:Stated .
"""


def content(store: Path) -> bytes:
    return cchc.open(store).export("full", "nquads")


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one seed, for tests that must not take long. Copy it before you change it."""
    path = tmp_path_factory.mktemp("one") / "store"
    build(path, [ARTICLES[0]])
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "ca-mau.txt"
    file.write_text(SMALL, encoding="utf-8")
    return file


# -- what is built ---------------------------------------------------------------------------------------------------


def test_the_seeds_conform(built: Built) -> None:
    assert built.summary.report.conforms
    assert [item.source for item in built.summary.sources] == ["000", "001", "002", "003", "004"]
    assert all(item.claims > 0 for item in built.summary.sources)
    assert built.summary.settlement.meetings == 3
    assert sum(built.summary.derived.values()) > 0


def test_a_build_closes_its_database_whatever_still_refers_to_it(tmp_path: Path) -> None:
    gc.disable()
    try:
        build(tmp_path / "store", [ROOT / "seeds"])
    finally:
        gc.enable()
    (folder,) = (tmp_path / "store" / "builds").iterdir()
    # Opening for writing fails as long as anything in this process has the database open.
    Store(str(folder / "store"))


def test_a_build_tells_its_progress(tmp_path: Path, small: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(tmp_path / "store", [small], lambda *stage: told.append(stage))
    assert told == [("read", 0, 1), ("conclude", 0, 1), ("validate", 0, 1), ("write", 0, 1)]


@pytest.fixture(scope="module")
def backwards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as single files, built in two steps and in the other order, under the same ids."""
    folder = tmp_path_factory.mktemp("backwards")
    files = [Path(shutil.copyfile(path, folder / f"{path.stem[:3]}.txt")) for path in reversed(ARTICLES)]
    build(folder / "store", files[:2])
    load(folder / "store", files[2:])
    return folder / "store"


@pytest.fixture(scope="module")
def forwards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forwards")
    for path in ARTICLES:
        shutil.copyfile(path, folder / f"{path.stem[:3]}.txt")
    (folder / "ghi-chu.xyz").write_text("?", encoding="utf-8")
    build(folder / "store", [folder])
    return folder / "store"


@pytest.mark.parametrize("rdf_format", ["turtle", "trig", "ntriples", "nquads", "jsonld"])
def test_the_order_of_sources_changes_no_byte(forwards: Path, backwards: Path, rdf_format: str) -> None:
    assert cchc.open(forwards).export("full", rdf_format) == cchc.open(backwards).export("full", rdf_format)


def test_files_that_are_not_read_are_named(tmp_path: Path, small: Path) -> None:
    other = tmp_path / "anh.xyz"
    other.write_bytes(b"\x00")
    assert build(tmp_path / "store", [tmp_path]).left_out == (str(other),)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: [folder / "khong-co.txt"], "FILE_MISSING"),
        (lambda folder: [folder / "khong-co"], "FILE_MISSING"),
        (lambda folder: [folder], "NO_SOURCES"),
    ],
)
def test_nothing_to_build_from_is_an_error(tmp_path: Path, make: Callable[[Path], list[Path]], code: str) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(CchcError) as error:
        build(tmp_path / "store", make(folder))
    assert error.value.code == code
    assert not (tmp_path / "store" / "current").exists()


def test_two_files_of_one_id_and_another_content_are_refused(tmp_path: Path, small: Path) -> None:
    other = tmp_path / "khac" / small.name
    other.parent.mkdir()
    other.write_text(SMALL.replace("81,5", "82,5"), encoding="utf-8")
    with pytest.raises(CchcError) as error:
        build(tmp_path / "store", [small, other])
    assert (error.value.code, error.value.where) == ("SOURCE_TWICE", str(other))
    assert str(small) in error.value.message("vi")


def test_the_same_file_twice_is_one_source(tmp_path: Path, small: Path) -> None:
    copy = tmp_path / "ban-sao.txt"
    copy.write_text(SMALL, encoding="utf-8")
    summary = build(tmp_path / "store", [small, small, copy])
    assert [(item.source, item.unchanged) for item in summary.sources] == [
        ("ca-mau", True),
        ("ca-mau", True),
        ("ca-mau", False),
    ]


# -- the old store stays ---------------------------------------------------------------------------------------------


def test_a_build_that_does_not_conform_leaves_the_old_store(one: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(BAD, encoding="utf-8")
    before = content(one)
    for change in (build, load):
        with pytest.raises(NotConforming) as error:
            change(one, [bad])
        assert error.value.report.violations
        assert error.value.where == str(bad)
    assert content(one) == before


KILL = """
import importlib, os, signal, sys
from pathlib import Path
module, name, when, action, store, *files = sys.argv[1:]
owner = importlib.import_module(module)
for part in name.split(".")[:-1]:
    owner = getattr(owner, part)
real = getattr(owner, name.split(".")[-1])
def stage(*arguments, **named):
    if when == "after":
        real(*arguments, **named)
    os.kill(os.getpid(), signal.SIGKILL)
import cchc.build
setattr(owner, name.split(".")[-1], stage)
getattr(cchc.build, action)(store, files)
"""

STAGES = [
    ("build", "cchc.inputs", "read_article", "before"),
    ("build", "cchc.build", "settle", "after"),
    ("build", "cchc.store.writer", "_publish", "before"),
    ("load", "cchc.maintenance", "Maintenance.conclude_and_settle", "before"),
    ("load", "cchc.maintenance", "Maintenance.check", "before"),
    ("load", "cchc.store.writer", "WritableStore.change", "after"),
    ("load", "cchc.store.writer", "os.replace", "before"),
]


@pytest.mark.parametrize(("action", "module", "name", "when"), STAGES, ids=[f"{s[0]}-{s[3]}-{s[2]}" for s in STAGES])
def test_killed_at_any_stage_the_old_graph_stays(
    one: Path,
    tmp_path: Path,
    small: Path,
    process: Callable[..., subprocess.CompletedProcess[bytes]],
    action: str,
    module: str,
    name: str,
    when: str,
) -> None:
    store = shutil.copytree(one, tmp_path / "store", symlinks=True)
    ran = process("-c", KILL, module, name, when, action, store, small)
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    assert content(store) == content(one)


def test_killed_after_publishing_the_new_graph_is_whole(
    one: Path, tmp_path: Path, small: Path, process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    store = shutil.copytree(one, tmp_path / "store", symlinks=True)
    ran = process("-c", KILL, "cchc.store.writer", "_publish", "after", "load", store, small)
    assert ran.returncode == -signal.SIGKILL
    graph = cchc.open(store)
    assert [row["rank"] for row in graph.query("trend", index="par-index", unit="ca-mau").rows] == [50]
    assert graph.check(reason=False).sound
    # The next writer finds nothing in its way.
    assert load(store, [small]) is None


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize(
    "stage", ["cchc.maintenance.settle", "cchc.store.writer.fsync", "cchc.store.writer.WritableStore.add_text"]
)
def test_a_full_disk_is_a_coded_error(
    one: Path, tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch, stage: str, number: int
) -> None:
    store = shutil.copytree(one, tmp_path / "store", symlinks=True)

    def full(*_: object) -> None:
        raise OSError(number, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(stage, full)
        with pytest.raises(CchcError) as error:
            load(store, [small])
    assert error.value.code == "STORE_FULL"
    assert content(store) == content(one)
    assert load(store, [small]) is not None


def test_a_store_that_cannot_be_written_is_a_coded_error(tmp_path: Path, small: Path, cli: Runner) -> None:
    file = tmp_path / "a-file"
    file.write_text("", encoding="utf-8")
    ran = cli("--store", file / "store", "build", small)
    assert (ran.status, ran.out) == (3, "")
    assert "STORE_READONLY" in ran.err


@contextmanager
def writer(store: Path) -> Iterator[None]:
    """Somebody who is writing."""
    with (store / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.mark.parametrize("action", ["build", "load"])
def test_a_busy_store_is_a_coded_error(store: Path, small: Path, cli: Runner, action: str) -> None:
    with writer(store):
        ran = cli("--store", store, "--lang", "en", action, small)
        assert (ran.status, ran.out) == (3, "")
        assert ran.err.startswith("Error STORE_BUSY: ")
        assert cli("--store", store, "stats").status == 0


def test_a_damaged_store_is_a_coded_error_and_building_mends_it(store: Path, small: Path, cli: Runner) -> None:
    largest = max((store / "current" / "store").iterdir(), key=lambda file: file.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-100])
    for arguments in (["stats"], ["explain", "ha-nam"], ["load", small], ["check"]):
        ran = cli("--store", store, *arguments)
        assert (ran.status, ran.out) == (3, "")
        assert ran.err.startswith("Lỗi STORE_DAMAGED: ")
    assert cli("--store", store, "build", small).status == 0
    assert cli("--store", store, "stats").status == 0


def test_a_reader_keeps_its_view(store: Path, small: Path) -> None:
    reader = cchc.open(store)
    before = reader.export("full", "nquads")
    load(store, [small])
    build(store, [small])
    assert reader.export("full", "nquads") == before
    assert not cchc.open(store).query("trend", index="par-index", unit="lang-son").rows
