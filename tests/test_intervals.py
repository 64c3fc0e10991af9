"""Why an interval is what it is, and which claims cannot all be true: minimal sets of claims, with their words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from cchc.api import Graph
from cchc.bounds import BOTTOM, Contradiction, Cut, RankWithin, ScoreWithin, bounds
from cchc.bounds.contradictions import causes, contradictions
from cchc.bounds.reading import Edition, Known
from cchc.explain import as_json, as_picture, as_tree
from conftest import Built, Runner
from test_bounds import SCALE, editions
from test_bounds_ranking import with_accepted


@settings(max_examples=150)
@given(editions(6, 2))
def test_each_end_follows_from_its_claims_and_from_no_part_of_them(made: tuple[int, list[object]]) -> None:
    size, premises = made
    known = [Known(premise, f"claim {number}") for number, premise in enumerate(premises)]  # type: ignore[arg-type]
    edition = Edition(size, [], {}, {}, {}, known, SCALE)

    def found(claims: list[str]) -> tuple[int, Cut] | None:
        try:
            (first, *_) = bounds(size, [one.premise for one in known if one.claim in claims], SCALE)
        except Contradiction:
            return None
        return first.first, first.low

    whole = found([one.claim for one in known])
    if whole is None:
        return
    rank, low = whole
    if rank > 1:
        claims = causes(edition, RankWithin(0, 1, rank - 1))
        assert (found(claims) or (0, low))[0] == rank
        for claim in claims:
            assert (found([one for one in claims if one != claim]) or (0, low))[0] < rank
    if low > SCALE[0]:
        claims = causes(edition, ScoreWithin(0, BOTTOM, Cut(low.value, low.side - 1)))
        assert (found(claims) or (0, SCALE[0]))[1] == low


def test_an_interval_is_explained_by_the_sentences_that_it_follows_from(graph: Graph) -> None:
    explained = graph.explain("an-giang", index="par-index", year=2020, lang="en")
    (item,) = explained
    assert item.title == "An Giang – PAR INDEX 2020"
    assert [(one.measure, [end.text for end in one.ends]) for one in item.intervals] == [
        ("rank", ["≥ 3", "≤ 58"]),
        ("score", ["≥ 80", "< 90"]),
    ]
    text = as_tree(explained, "en")
    assert "rank must lie: ≥ 3, ≤ 58" in text
    assert "«nhóm B có 56 tỉnh, thành với tổng điểm từ 80 đến dưới 90»" in text
    (read,) = json.loads(as_json(explained))
    assert [end["text"] for one in read["intervals"] for end in one["ends"]] == ["≥ 3", "≤ 58", "≥ 80", "< 90"]
    assert b"must lie" in as_picture(explained, "en")


def test_what_is_known_has_no_interval(graph: Graph) -> None:
    (item,) = graph.explain("lang-son", index="sipas", year=2020)
    assert item.intervals == ()
    assert [item for item in graph.explain("lang-son", year=2020) if item.intervals] == []


def test_claims_that_cannot_all_be_true_are_found(graph: Graph) -> None:
    assert list(contradictions(graph.store)) == []
    wrong = with_accepted(graph, ("kien-giang", "rank", 5), ("an-giang", "rank", 20))
    (found,) = contradictions(wrong.store)
    assert found.edition.endswith("edition/par-index/2020/province")
    assert any(claim.endswith("other/kien-giang/rank") for claim in found.claims)
    assert len(found.claims) <= 4
    assert "không thể cùng đúng" in found.detail["vi"]


@pytest.mark.parametrize(("lang", "words"), [("vi", "không thể cùng đúng"), ("en", "cannot all be true")])
def test_the_command_tells_contradictions_of_sources_which_are_no_drift(
    published: Built, cli: Runner, lang: str, words: str
) -> None:
    ran = cli("check", "--no-reasoner", "--lang", lang, "--store", str(published.path))
    assert ran.status == 0
    assert "! BOUNDS_CONTRADICTION: https://w3id.org/cchc/id/edition/par-index/2015/province" in ran.out
    assert words in ran.out
