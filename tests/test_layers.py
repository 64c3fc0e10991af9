"""Imports go down the floors only, and a command imports no more than it uses."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "graph" / "cchc"

# From the ground up. A room may import from rooms on lower lines only; the numbers are the architecture's floors.
FLOORS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (1, ("vocabulary", "vietnamese", "errors", "resources")),
    (2, ("claims", "units", "store")),
    (2, ("triples", "answers")),
    (3, ("loaders", "rules", "settle", "ontology", "queries")),
    (3, ("export", "validation", "incoming", "review", "publish")),
    (4, ("streams", "held_units")),
    (4, ("bounds",)),
    (4, ("inputs", "explain", "checking", "template", "policies")),
    (4, ("maintenance", "comparing")),
    (4, ("build",)),
    (4, ("batches",)),
    (4, ("api",)),
    (5, ("web",)),
    (5, ("cli",)),
)
LEVEL = {room: level for level, (_, rooms) in enumerate(FLOORS) for room in rooms}

# What the architecture forbids besides: readers know documents and nothing of RDF.
KNOWS_ONLY = {
    "claims": set[str](),
    "units": set[str](),
    "triples": {"claims", "units", "vocabulary", "vietnamese", "errors"},
    "loaders": {"claims", "units", "vietnamese", "errors", "resources", "vocabulary"},
}

LONG = 300
# Longer modules, each with the reason why it is one room.
LONG_MODULES: dict[str, str] = {}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms of ours that a module imports, wherever in it, but for annotations only."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "cchc":
            names |= {f"cchc.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names.add(str(node.module))
    return {name.split(".")[1] for name in names if name.startswith("cchc.")}


def test_every_module_is_on_a_floor() -> None:
    assert {room(path) for path in modules()} == set(LEVEL)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_down_only(path: Path) -> None:
    here = room(path)
    wrong = {other for other in imported_rooms(path) if other != here and LEVEL[other] >= LEVEL[here]}
    assert not wrong


@pytest.mark.parametrize("path", [path for path in modules() if room(path) in KNOWS_ONLY], ids=name_of)
def test_the_waist_is_narrow(path: Path) -> None:
    here = room(path)
    assert imported_rooms(path) - {here} <= KNOWS_ONLY[here]


@pytest.mark.parametrize("path", [path for path in modules() if room(path) == "loaders"], ids=name_of)
def test_readers_know_no_store(path: Path) -> None:
    # The names that readers know are the ontology's labels: the one place where a reader meets RDF.
    if path.name == "entries.py":
        return
    assert "pyoxigraph" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_modules_are_short(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert (lines > LONG) == (name_of(path) in LONG_MODULES), f"{lines} lines"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_sparql_in_python(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            assert not re.search(r"\b(SELECT|CONSTRUCT|ASK|DESCRIBE|INSERT|DELETE)\b[^{]*\{", node.value)


HEAVY = (
    "rdflib",
    "pyshacl",
    "pyshacl_turbo",
    "owlready2",
    "matplotlib",
    "SPARQLWrapper",
    "yaml",
    "click",
    "pyoxigraph",
)

Process = Callable[..., subprocess.CompletedProcess[bytes]]


def loaded_after(process: Process, code: str) -> set[str]:
    """The heavy libraries that a program has imported when it ends."""
    last = f"import sys; sys.stderr.write(' '.join(['loaded', *[name for name in {HEAVY!r} if name in sys.modules]]))"
    ran = process("-c", f"import atexit\natexit.register(exec, {last!r}, {{}})\n{code}")
    assert ran.returncode == 0, ran.stderr.decode()
    said, *names = ran.stderr.decode().split()
    assert said == "loaded"
    return set(names)


def test_importing_cchc_is_light(process: Process) -> None:
    assert loaded_after(process, "import cchc") == set()


@pytest.mark.parametrize(
    ("command", "allowed"),
    [
        ("--help", {"click"}),
        ("query", {"click", "pyoxigraph", "yaml"}),
        ("query ranking --index par-index --year 2020", {"click", "pyoxigraph", "yaml"}),
        ("query trend --index par-index --unit lang-son --format json", {"click", "pyoxigraph", "yaml"}),
        ("query evidence --unit lang-son --format markdown", {"click", "pyoxigraph", "yaml"}),
        ("sparql ASK{}", {"click", "pyoxigraph"}),
        ("explain ha-nam", {"click", "pyoxigraph", "yaml"}),
        ("export --format nquads", {"click", "pyoxigraph"}),
        ("stats", {"click", "pyoxigraph", "yaml"}),
    ],
)
def test_a_command_imports_only_what_it_uses(process: Process, command: str, allowed: set[str]) -> None:
    assert loaded_after(process, f"from cchc.cli import main\nmain({command.split()!r})") <= allowed
