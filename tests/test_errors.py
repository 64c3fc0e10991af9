"""Every error is one that the code raises, speaks both languages, and has its section in the documentation."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import string
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cchc.errors import CchcError, catalogue

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "graph" / "cchc"
CODES = sorted(catalogue())


def _supplied(call: ast.Call, function: ast.AST) -> set[str] | None:
    """The names of the values that a raise supplies; None if they can't be told from the syntax."""
    given: ast.expr | None = next((word.value for word in call.keywords if word.arg == "values"), None)
    if given is None and len(call.args) > 2:
        given = call.args[2]
    if given is None:
        return set()
    if isinstance(given, ast.Name):
        found: set[str] = set()
        for node in ast.walk(function):
            assigned = isinstance(node, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id == given.id for t in node.targets
            )
            if assigned and isinstance(node.value, ast.Dict):  # type: ignore[attr-defined]
                found |= _keys(node.value)  # type: ignore[attr-defined]
        return found or None
    return _keys(given) if isinstance(given, ast.Dict) else None


def _keys(given: ast.Dict) -> set[str]:
    return {str(key.value) for key in given.keys if isinstance(key, ast.Constant)}


def _raised() -> dict[str, list[tuple[str, set[str] | None]]]:
    """For each code the places that make its error, with the values supplied there."""
    found: dict[str, list[tuple[str, set[str] | None]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.Module))]
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            code = node.args[0].value
            if isinstance(code, str) and code.isupper() and (code in catalogue() or _makes_error(node)):
                # The innermost function that holds the call.
                within = [
                    f for f in functions if isinstance(f, ast.Module) or f.lineno <= node.lineno <= (f.end_lineno or 0)
                ]
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                found.setdefault(code, []).append((place, _supplied(node, within[-1])))
    return found


def _makes_error(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "CchcError"


RAISED = _raised()


def _placeholders(code: str) -> set[str]:
    texts = [text for key in ("message", "fix") for text in catalogue()[code][key].values()]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted({*RAISED, *CODES}))
def test_catalogue_and_code_know_the_same_errors(code: str) -> None:
    assert code in CODES, f"{RAISED[code][0][0]} raises it"
    assert code in RAISED, "nothing raises it"


@pytest.mark.parametrize("code", CODES)
def test_an_error_speaks_both_languages(code: str) -> None:
    error: dict[str, Any] = catalogue()[code]
    assert set(error) == {"exit", "when", "message", "fix"}
    assert error["exit"] in (0, 1, 2, 3)
    assert error["when"].endswith(".")
    for key in ("message", "fix"):
        assert set(error[key]) == {"vi", "en"}
        assert error[key]["vi"].strip()
        assert error[key]["vi"] != error[key]["en"]


@pytest.mark.parametrize("code", sorted(set(CODES) & set(RAISED)))
def test_every_raise_supplies_what_the_texts_need(code: str) -> None:
    needed = _placeholders(code)
    for place, supplied in RAISED[code]:
        if supplied is not None:
            assert needed <= supplied, f"{place} lacks {needed - supplied}"


def test_an_error_has_the_one_shape() -> None:
    error = CchcError("FILE_MISSING", where="bài.txt")
    assert error.as_dict("en") == {
        "code": "FILE_MISSING",
        "message": "There is no such file.",
        "where": "bài.txt",
        "fix": "Check the file's name and folder.",
        "see": "docs/errors.md#file_missing",
    }
    assert str(error) == "FILE_MISSING: There is no such file. (bài.txt)"


def _make_docs() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("make_docs", str(ROOT / "scripts" / "make_docs"))
    spec = importlib.util.spec_from_loader("make_docs", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_the_page_of_errors_is_up_to_date() -> None:
    page = ROOT / "docs" / "errors.md"
    assert _make_docs().made("errors") == page.read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_the_place_that_an_error_names_is_in_the_documentation(code: str) -> None:
    page, _, anchor = CchcError(code, values=dict.fromkeys(_placeholders(code), "x")).as_dict()["see"].partition("#")
    headings = [line[4:].lower() for line in (ROOT / page).read_text("utf-8").splitlines() if line.startswith("### ")]
    assert anchor in headings
