"""Real SPARQL servers that can be written to, started by the tests in folders of their own, on free ports."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import engines

VIRTUOSO = shutil.which("virtuoso-t") or shutil.which("virtuoso-t", path="/usr/lib/virtuoso-opensource-7/bin")
"""The program, of Debian's package virtuoso-opensource-7-bin."""
NO_VIRTUOSO = "Virtuoso is not installed (Debian: virtuoso-opensource-7-bin): nothing is compared with it"

_VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DirsAllowed = .
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = .
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000000
"""


@dataclass(frozen=True)
class Server:
    """Where it answers queries and takes graphs, and who may write (nobody in particular: None)."""

    name: str
    endpoint: str
    graph_store: str
    user: str | None = None
    password: str | None = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """``oxigraph serve``, empty; its default graph stays empty, as it is by itself."""
    program = str(Path(sys.executable).with_name("oxigraph"))
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--location", str(folder / "oxigraph"), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, base):
        yield Server("oxigraph", f"{base}/query", f"{base}/store")


@contextmanager
def virtuoso(folder: Path, buffers: int = 10_000) -> Iterator[Server]:
    """Virtuoso with an empty database, small unless ``buffers`` (of 8 KB) says more; ``dba`` may write."""
    assert VIRTUOSO
    place = folder / "virtuoso"
    place.mkdir()
    port = free_port()
    ini = _VIRTUOSO_INI.format(port=port, sql_port=free_port(), buffers=buffers, dirty=buffers * 3 // 4)
    (place / "virtuoso.ini").write_text(ini, "utf-8")
    base = f"http://127.0.0.1:{port}"
    with _running([VIRTUOSO, "+foreground", "+configfile", "virtuoso.ini"], place, f"{base}/sparql"):
        yield Server("virtuoso", f"{base}/sparql", f"{base}/sparql-graph-crud-auth", "dba", "dba")


@contextmanager
def _running(command: list[str], folder: Path, answers_at: str) -> Iterator[None]:
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        engines.wait(answers_at, server)
        yield
    finally:
        server.kill()
        server.wait()
