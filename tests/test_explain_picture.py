"""Explanations as pictures: the same bytes, every letter, and what conclusions share once."""

from __future__ import annotations

import warnings
from pathlib import Path
from xml.etree import ElementTree

import pytest

import cchc
from cchc.api import Graph
from cchc.explain import Explained, as_picture
from cchc.explain.picture import PICTURES, _boxes
from cchc.explain.words import WORDS, each
from conftest import Built, Runner

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def explained(graph: Graph) -> list[Explained]:
    return graph.explain("lang-son", year=2019)


def boxes(svg: bytes) -> int:
    return sum(group.get("id", "").startswith("box-") for group in ElementTree.fromstring(svg).iter(f"{SVG}g"))


def test_a_picture_has_a_box_for_each_claim_and_each_sentence(explained: list[Explained]) -> None:
    reasons = [reason for item in explained for reason in each(item.reasons)]
    claims = {reason.claim for reason in reasons}
    sentences = {place.sentence for reason in reasons for place in reason.places}
    assert (len(claims), len(sentences)) == (12, 2)
    assert boxes(as_picture(explained)) == len(claims) + len(sentences)


@pytest.mark.parametrize("form", PICTURES)
def test_the_same_explanation_gives_the_same_bytes(explained: list[Explained], form: str) -> None:
    assert as_picture(explained, "vi", form) == as_picture(explained, "vi", form)


@pytest.mark.parametrize(("target", "lang"), [("lang-son", "vi"), ("id/source/003", "en"), ("id/index/sipas", "vi")])
def test_every_letter_is_in_the_font(graph: Graph, target: str, lang: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        as_picture(graph.explain(target, lang=lang), lang)


def test_the_command_draws_by_the_name_of_the_file(cli: Runner, tmp_path: Path) -> None:
    asked = ["explain", "ha-nam", "--index", "par-index", "--year", "2020"]
    for name, start in (("why.svg", b"<?xml"), ("why.png", b"\x89PNG")):
        assert cli(*asked, "-o", str(tmp_path / name)).status == 0
        assert (tmp_path / name).read_bytes().startswith(start)
    assert cli(*asked, "-o", str(tmp_path / "why.gif")).err.startswith("Lỗi OUTPUT_FORMAT")


def test_a_picture_tells_which_of_contradictory_claims_is_accepted_and_why(published: Built) -> None:
    explained = cchc.open(published.path).explain("hai-phong", index="par-index", year=2023, lang="en")
    (conflict,) = (one for item in explained for one in item.disagreements)
    (box,) = [box for name, box in _boxes(explained, WORDS["en"]).items() if name == conflict.conflict]
    assert f"accepted: {conflict.decided_by}" in " ".join(box.lines)
