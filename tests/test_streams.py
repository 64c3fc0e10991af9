"""Long tables are loaded as short ones are, without being held in memory."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tracemalloc
import unicodedata
from pathlib import Path

import pytest
from pyoxigraph import Quad

from benchmarks.generate import rows, write
from cchc import streams
from cchc.batches import load_folder
from cchc.build import build, load
from cchc.errors import CchcError
from cchc.inputs import TableOptions
from cchc.loaders.tables import delimited, texts
from cchc.loaders.tables.files import sheets_of
from cchc.loaders.tables.reader import Options, read_table
from cchc.store import open_store
from cchc.store.journal import Journal
from cchc.streams import TableStream
from conftest import Runner

LANG_SON = TableOptions(Options(province="Lạng Sơn"))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A store with one small table of another province."""
    table = tmp_path / "sipas.csv"
    table.write_text("Chỉ số SIPAS 2019\nSTT,Tỉnh,Điểm\n1,Hà Giang,81.25\n2,Cà Mau,80.5\n", encoding="utf-8")
    build(tmp_path / "store", [table])
    return tmp_path / "store"


@pytest.fixture
def all_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table counts as a long one, and is cut into many blocks."""
    monkeypatch.setattr(texts, "LONG", 100)
    monkeypatch.setattr(delimited, "LONG_FILE", 100)
    monkeypatch.setattr(streams, "BLOCK", 50_000)


def made(path: Path, claims: int = 300, errors: float = 0.0) -> Path:
    write(rows(claims, seed=5, errors=errors, years=range(2019, 2022)), path)
    return path


def said(store: Path) -> tuple[set[Quad], set[str]]:
    held = open_store(store)
    return set(held.quads()), {str(triple) for triple in held.triples()}


@pytest.mark.usefixtures("all_long")
def test_a_long_table_gives_the_graph_that_a_short_one_gives(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = made(tmp_path / "par-index.csv")
    shutil.copytree(base, tmp_path / "short", symlinks=True)
    whole = load(base, [table], tables=LANG_SON)
    with monkeypatch.context() as short:
        short.setattr(texts, "LONG", 10**9)
        short.setattr(delimited, "LONG_FILE", 10**9)
        followed = load(tmp_path / "short", [table], tables=LANG_SON)
    assert said(base) == said(tmp_path / "short")
    assert whole is not None
    assert followed is not None
    assert [(one.source, one.claims, one.unplaced) for one in whole.sources] == [("par-index", 300, 0)]
    assert [(one.source, one.claims, one.unplaced) for one in followed.sources] == [("par-index", 300, 0)]
    assert open_store(base).verify() == whole.quads == followed.quads
    assert load(base, [table], tables=LANG_SON) is None


@pytest.mark.usefixtures("all_long")
def test_a_long_table_with_errors_tells_all_of_them_and_loads_nothing(base: Path, tmp_path: Path) -> None:
    before = said(base)
    table = tmp_path / "par-index.csv"
    lines = made(table).read_text("utf-8").splitlines()
    wrong = [20, 150, len(lines) - 1]
    for number in wrong:
        lines[number] = lines[number].replace(",points,", ",không rõ,")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(CchcError) as refused:
        load(base, [table], tables=LANG_SON)
    assert refused.value.code == "TABLE_REFUSED"
    assert [problem.where.split(", ")[-1] for problem in refused.value.problems] == [f"G{n + 1}" for n in wrong]  # type: ignore[attr-defined]
    assert said(base) == before

    summary = load(base, [table], tables=TableOptions(Options(province="Lạng Sơn"), tmp_path / "bad.csv"))
    assert summary is not None
    assert summary.sources[-1].bad_rows == len(wrong)
    assert len((tmp_path / "bad.csv").read_text("utf-8").splitlines()) == 1 + len(wrong)


@pytest.mark.usefixtures("all_long")
def test_a_folder_with_a_long_table_is_loaded(base: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for year in range(2015, 2020):
        (folder / f"sipas-{year}.csv").write_text(
            f"Chỉ số SIPAS {year}\nSTT,Tỉnh,Điểm\n1,Lào Cai,8{year % 10}.25\n2,Sơn La,80.5\n3,Lai Châu,79\n",
            encoding="utf-8",
        )
    (folder / "hong.csv").write_text(
        "Chỉ số SIPAS 2014\nSTT,Tỉnh,Điểm\n1,Lào Cai,mười\n2,Sơn La,80.5\n3,Điện Biên,78.2\n", encoding="utf-8"
    )
    outcome = load_folder(base, folder, jobs=2)
    assert [(Path(one.path).name, one.error.code) for one in outcome.refused] == [("hong.csv", "TABLE_REFUSED")]
    assert sorted(one.claims for one in outcome.loaded) == [3, 3, 3, 3, 3]


@pytest.mark.usefixtures("all_long")
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    table = made(tmp_path / "par-index.csv")
    stream = TableStream(read_table(table, LANG_SON.told), None, "vi")
    blocks = stream.checked()
    next(blocks)
    with table.open("a", encoding="utf-8") as file:
        file.write("\n")
    with pytest.raises(CchcError, match="TABLE_CHANGED"):
        list(blocks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_read_line_by_line_has_the_rows_of_one_in_memory(
    encoding: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'Chỉ số SIPAS 2019\nTỉnh,Điểm\n"Hoà\nBình",81.25\nThừa Thiên Huế,"80,5"\n' + "Cà Mau,79\n" * 50
    table = tmp_path / "sipas.csv"
    table.write_bytes(unicodedata.normalize("NFD", text).replace("\n", end).encode(encoding))
    in_memory = [row for sheet in sheets_of(table)[0] for row in sheet.rows()]
    source = read_table(table).source
    monkeypatch.setattr(delimited, "LONG_FILE", 100)
    monkeypatch.setattr(delimited, "_START", 30)
    monkeypatch.setattr(texts, "LONG", 100)
    assert [row for sheet in sheets_of(table)[0] for row in sheet.rows()] == in_memory
    long = read_table(table).source
    assert long.long is not None
    assert (long.text, long.sha256) == ("", source.sha256)
    assert "".join(long.long.parts()) == source.text
    assert long.long.characters == len(source.text)


@pytest.mark.usefixtures("all_long")
def test_a_long_file_that_leaves_its_encoding_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "sipas.csv"
    table.write_bytes("Chỉ số SIPAS 2019\nTỉnh,Điểm\n".encode() + b"Ca Mau,79\n" * 200_000 + b"\xc0 Mau,79\n")
    with pytest.raises(CchcError, match="FILE_ENCODING"):
        read_table(table)


KILLED = """
import os, signal, sys
from cchc import build, streams
from cchc.inputs import TableOptions
from cchc.loaders.tables import delimited, texts
from cchc.loaders.tables.reader import Options
from cchc.store import journal

texts.LONG = delimited.LONG_FILE = 100
streams.BLOCK = 50_000
add, written = journal.Journal.add, []

def die_later(self, graph, block):
    add(self, graph, block)
    written.append(block)
    if len(written) == 5:
        {die}

journal.Journal.add = die_later
build.load(sys.argv[1], [sys.argv[2]], tables=TableOptions(Options(province="Lạng Sơn")))
"""
DEATHS = {"killed": "os.kill(os.getpid(), signal.SIGKILL)", "interrupted": "raise KeyboardInterrupt"}


@pytest.mark.usefixtures("all_long")
@pytest.mark.parametrize(
    ("end", "then"),
    [("killed", "the same"), ("interrupted", "the same"), ("killed", "another product"), ("killed", "another table")],
)
def test_a_load_that_was_stopped_goes_on_where_it_was(
    end: str, then: str, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = made(tmp_path / "par-index.csv", claims=600)
    shutil.copytree(base, tmp_path / "whole", symlinks=True)
    before = said(base)
    script = KILLED.replace("{die}", DEATHS[end])
    ran = subprocess.run([sys.executable, "-c", script, str(base), str(table)], check=False, stderr=subprocess.PIPE)
    assert ran.returncode == -signal.SIGKILL if end == "killed" else b"KeyboardInterrupt" in ran.stderr
    assert said(base) == before

    if then == "another product":
        monkeypatch.setattr(streams, "BLOCK", 60_000)
    elif then == "another table":
        made(table, claims=550)
    written: list[str] = []
    add = Journal.add
    monkeypatch.setattr(Journal, "add", lambda self, graph, block: (written.append(graph), add(self, graph, block))[-1])
    load(base, [table], tables=LANG_SON)
    again = list(written)
    written.clear()
    load(tmp_path / "whole", [table], tables=LANG_SON)
    assert len(again) == len(written) - (5 if then == "the same" else 0)
    assert said(base) == said(tmp_path / "whole")
    assert open_store(base).verify() == open_store(tmp_path / "whole").verify()
    assert not list(base.glob("builds/*/unfinished*"))


def test_memory_does_not_grow_with_the_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LONG", 10_000)
    monkeypatch.setattr(delimited, "LONG_FILE", 10_000)
    monkeypatch.setattr(streams, "BLOCK", 2_000_000)
    peaks = []
    for claims in (2_000, 8_000):
        # More years, not more units, for those are remembered.
        years = range(2012, 2012 + claims // 1_000)
        table = tmp_path / f"par-index-{claims}.csv"
        write(rows(claims, years=years), table)
        tracemalloc.start()
        stream = TableStream(read_table(table, LANG_SON.told), None, "vi")
        assert sum(len(block) for block in stream.checked()) > 1_000 * claims
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert stream.claims > 7_000
    assert peaks[1] < 1.5 * peaks[0]


@pytest.mark.usefixtures("all_long")
def test_the_command_loads_a_long_table(cli: Runner, base: Path, tmp_path: Path) -> None:
    table = made(tmp_path / "par-index.csv")
    ran = cli("load", str(table), "--province", "Lạng Sơn", "--store", str(base))
    assert ran.status == 0
    assert "phát biểu, 0 số liệu chưa hiểu" in ran.out
