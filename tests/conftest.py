"""What many tests share: stores of the five documents and of all seeds, built once, and copies to change."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import cchc
from cchc.api import Graph
from cchc.build import Summary, build

ROOT = Path(__file__).resolve().parent.parent

# How long an example takes says more of the machine than of the program. Continuous integration tries the same examples
# each time, so that it judges the change and not the draw.
settings.register_profile("cchc", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("cchc")


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """rdflib parses a query whenever it is asked, pySHACL asks for each focus node: here, each is parsed once."""
    from rdflib.plugins.sparql import processor

    @functools.cache
    def parsed(text: str, base: str | None, names: tuple[tuple[str, Any], ...]) -> Any:
        return processor.translateQuery(processor.parseQuery(text), base, dict(names))

    asked = processor.SPARQLProcessor.query

    def query(
        self: Any, text: Any, bindings: Any = None, names: Any = None, base: Any = None, DEBUG: bool = False
    ) -> Any:
        known = parsed(text, base, tuple((names or {}).items())) if isinstance(text, str) else text
        return asked(self, known, bindings, names, base, DEBUG)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processor.SPARQLProcessor, "query", query)
        yield


@dataclass(frozen=True)
class Built:
    """A store in a folder, and what its build said."""

    path: Path
    summary: Summary


def copy_documents(folder: Path) -> Path:
    """Copies the five documents of the seeds, and what is known of them, into a new folder."""
    shutil.copytree(ROOT / "seeds" / "articles", folder / "articles")
    heading, *rows = (ROOT / "seeds" / "sources.csv").read_text("utf-8").splitlines()
    listed = [heading, *(row for row in rows if row.split(",")[1].startswith("articles/"))]
    (folder / "sources.csv").write_text("\n".join(listed) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five documents of the seeds, really built. Don't change it: take ``store`` for that."""
    path = tmp_path_factory.mktemp("documents")
    return Built(path / "store", build(path / "store", [copy_documents(path / "documents")]))


@pytest.fixture(scope="session")
def graph(built: Built) -> Graph:
    """The graph of the five documents, for reading."""
    return cchc.open(built.path)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What ``cchc build`` makes of itself: the documents, and the published figures of 2012 to 2024."""
    path = tmp_path_factory.mktemp("seeds") / "store"
    return Built(path, build(path))


@pytest.fixture
def store(built: Built, tmp_path: Path) -> Path:
    """A copy of the store of the five documents, to change or break."""
    return Path(shutil.copytree(built.path, tmp_path / "store", symlinks=True))


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


Runner = Callable[..., Ran]


@pytest.fixture
def cli(built: Built, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Runs a command in this process on the store of the documents (by ``CCHC_STORE``); ``lang`` sets the locale."""
    from cchc.cli import main

    monkeypatch.setenv("CCHC_STORE", str(built.path))
    for name in ("LC_ALL", "LC_MESSAGES", "CCHC_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        sys.stdout.flush()
        printed = capfdbinary.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ran(code, printed.out.decode("utf-8"), printed.err.decode("utf-8"))

    return run


@pytest.fixture
def process(built: Built) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs Python with arguments in a process of its own, with the package and the store of the five documents."""

    def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        environment = {
            **os.environ,
            "CCHC_STORE": str(built.path),
            "PYTHONPATH": str(ROOT / "graph"),
            "LANG": "C.UTF-8",
        }
        return subprocess.run(
            [sys.executable, *map(str, arguments)], capture_output=True, check=False, env=environment, **more
        )  # type: ignore[call-overload, no-any-return]

    return run
