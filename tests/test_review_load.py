"""A review is loaded whole or not at all, onto the source that the store holds already, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc
from cchc.api import read
from cchc.batches import load_folder
from cchc.build import build, load
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


def folder_with_review(folder: Path, columns: str = "review,reviewer,reviewed_on", row: str = "facts.json,,") -> Path:
    """A folder of one article of the seeds, whose list names a review that gives Lạng Sơn another score."""
    folder.mkdir()
    (folder / "article.txt").write_bytes(ARTICLE.read_bytes())
    facts = json.loads(json.dumps(records(read(ARTICLE))))
    wanted = {"measure": "score", "unit": "Lạng Sơn", "index": "PAR INDEX", "component": None}
    next(fact for fact in facts if wanted.items() <= fact.items())["value"] = 84.05
    (folder / "facts.json").write_text(json.dumps(facts), "utf-8")
    (folder / "sources.csv").write_text(f"id,file,{columns}\nlang-son,article.txt,{row}\n", "utf-8")
    return folder


def test_a_store_built_anew_knows_the_reviews_that_were_loaded(tmp_path: Path) -> None:
    folder = folder_with_review(tmp_path / "articles", row="facts.json,Dương Xuân Huyên,2021-07-01")
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "article.txt").write_bytes(ARTICLE.read_bytes())
    (bare / "sources.csv").write_text("id,file\nlang-son,article.txt\n", "utf-8")

    build(tmp_path / "anew", [folder])
    build(tmp_path / "loaded", [bare])
    load(
        tmp_path / "loaded",
        [bare / "article.txt"],
        review=folder / "facts.json",
        reviewer="Dương Xuân Huyên",
        reviewed_on="2021-07-01",
    )
    assert score_of_lang_son(tmp_path / "anew") == "84.05"
    assert cchc.open(tmp_path / "anew").export() == cchc.open(tmp_path / "loaded").export()


def test_loading_a_folder_takes_its_reviews_onto_what_the_store_holds(store: Path, tmp_path: Path) -> None:
    folder = folder_with_review(tmp_path / "articles")
    outcome = load_folder(store, folder)
    assert [item.source for item in outcome.loaded] == ["004"]
    assert score_of_lang_son(store) == "84.05"
    again = load_folder(store, folder)
    assert [item.unchanged for item in again.loaded] == [True]


@pytest.mark.parametrize("row", ["../facts.json,,", "facts.json,,1/7/2021", "facts.json,,2021-02-30"])
def test_a_list_with_a_bad_review_says_which_row(tmp_path: Path, row: str) -> None:
    folder = folder_with_review(tmp_path / "articles", row=row)
    with pytest.raises(CchcError) as caught:
        build(tmp_path / "store", [folder])
    assert caught.value.code == "SOURCES_CSV"
    assert (caught.value.where or "").endswith("sources.csv:2")
