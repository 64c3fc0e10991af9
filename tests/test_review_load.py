"""A review is loaded whole or not at all, onto the source that the store holds already, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc
from cchc.api import read
from cchc.build import load
from cchc.errors import CchcError
from cchc.loaders.articles.records import records
from cchc.resources import resource

ARTICLE = next((resource("seeds") / "articles").glob("004_*.txt"))


def score_of_lang_son(store: Path) -> str:
    rows = cchc.open(store).query("ranking", index="par-index", year=2020).rows
    return str(next(row["score"] for row in rows if str(row["unitLabel"]) == "Lạng Sơn"))


def test_a_review_corrects_what_the_store_holds_and_can_be_taken_back(store: Path, tmp_path: Path) -> None:
    facts = json.loads(json.dumps(records(read(ARTICLE))))
    untouched, path = tmp_path / "untouched.json", tmp_path / "facts.json"
    untouched.write_text(json.dumps(facts), "utf-8")
    before = cchc.open(store).export()
    wanted = {"measure": "score", "unit": "Lạng Sơn", "index": "PAR INDEX", "component": None}
    next(fact for fact in facts if wanted.items() <= fact.items())["value"] = 84.05
    path.write_text(json.dumps(facts), "utf-8")

    assert load(store, [ARTICLE], review=path) is not None
    assert score_of_lang_son(store) == "84.05"
    assert load(store, [ARTICLE], review=path) is None
    assert load(store, [ARTICLE]) is None
    assert score_of_lang_son(store) == "84.05"
    assert load(store, [ARTICLE], review=untouched) is not None
    assert cchc.open(store).export() == before


def test_a_review_with_a_mistake_changes_nothing(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text('[{"type": "observation"}]', "utf-8")
    before = cchc.open(store).export()
    with pytest.raises(CchcError) as caught:
        load(store, [ARTICLE], review=path)
    assert caught.value.code == "REVIEW_RECORD"
    assert cchc.open(store).export() == before
    with pytest.raises(CchcError) as caught:
        load(store, [ARTICLE, ARTICLE], review=path)
    assert caught.value.code == "REVIEW_ONE_ARTICLE"
