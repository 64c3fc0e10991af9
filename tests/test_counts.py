"""Counts against the number of units, against scores and against changes, and changes against scores: a source that
contradicts itself is refused, two that contradict each other are both kept; findings say how far they are apart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from article_gold import reading as read_text
from cchc import ontology, rules, triples
from cchc import vocabulary as v
from cchc.claims import Band, Claim, Concept, Statistic
from cchc.settle import settle
from cchc.store.embedded import merge
from cchc.validation.constraints import evaluate_at
from cchc.validation.shapes import load
from claim_samples import (
    GRADE_B,
    HA_GIANG,
    HA_NAM,
    LANG_SON,
    PAR_2019,
    PAR_2020,
    edition_findings,
    figure,
    reading,
    said,
)

GRADE_A, GRADE_C = (Concept(f"par-index/{one}", f"nhóm {one.upper()}", known=True) for one in "ac")
EDITION = NamedNode(v.edition_iri(PAR_2020.index, PAR_2020.year, PAR_2020.population))


def found(*sources: list[Claim]) -> dict[str, str]:
    """What is found of PAR INDEX 2020 in some sources: the messages by the codes of their shapes."""
    return edition_findings(settled(sources), EDITION)


def settled(sources: Iterable[list[Claim]]) -> Store:
    store = Store()
    store.extend(ontology.quads())
    for number, claims in enumerate(sources):
        store.extend(triples.quads(reading(f"s{number}", *claims)))
    merge(store)
    rules.conclude(store)
    settle(store)
    return store


def counts(a: int, b: int, c: int, **more: int) -> list[Claim]:
    numbers = zip((GRADE_A, GRADE_B, GRADE_C), (a, b, c), strict=True)
    return [figure("grade-count", number, grade=grade, **more) for grade, number in numbers]


RANKED = [said("rank", 36, rank_of=63)]
SCORED = [said("score", score, unit) for score, unit in (("91.25", LANG_SON), ("90.52", HA_NAM), ("89.99", HA_GIANG))]
MOVED = [
    said("score_change", "1.25"),
    said("score_change", "0.52", HA_NAM),
    said("rank_change", -3),
    said("rank_change", 2, HA_NAM),
]
FIRST = [said("rank", 1, rank_of=63), said("score", "91.25")]
OVER_90 = Band(Decimal(90), None, False)

CASES = {
    # What one part says, what the other says, the codes in one source and in two, and the difference.
    "a rank beyond the units": (RANKED, [said("rank", 64, HA_NAM)], 14, 38, "63"),
    "too few in all grades": (RANKED, counts(2, 55, 5), 17, 39, "off by -1"),
    "too many in the grades": (RANKED, counts(2, 57, 5), 18, 40, "off by 1"),
    "more rose and fell than there are": (
        RANKED, [figure("risen-count", 40), figure("fallen-count", 24)], 21, 41, "more than the 63 units",
    ),
    "more rose and fell in rank than there are": (
        RANKED, [figure("rank-risen-count", 40), figure("rank-fallen-count", 24)], 21, 41, "more than the 63 units",
    ),
    "a mean above the first place": (FIRST, [figure("mean", "91.4")], 23, 42, "off by 0.15"),
}  # fmt: skip
ARITHMETIC = {
    "fewer in a grade than score so": (
        SCORED, [figure("grade-count", 1, grade=GRADE_A, out_of=63)], 13, 14, "2 … 62; off by -1",
    ),
    "more in a grade than can score so": (
        SCORED, [figure("grade-count", 3, grade=GRADE_A, out_of=3)], 13, 14, "2 … 2; off by 1",
    ),
    "fewer in a band than score so": (SCORED, [figure("band-count", 1, band=OVER_90)], 13, 14, "≥ 2; off by -1"),
    "fewer rose than did": (MOVED, [figure("risen-count", 1)], 15, 16, "≥ 2; off by -1"),
    "fewer fell in rank than did": (MOVED, [figure("rank-fallen-count", 0)], 15, 16, "≥ 1; off by -1"),
}  # fmt: skip


@pytest.mark.parametrize("name", [*CASES, *ARITHMETIC])
def test_one_source_is_refused_and_two_are_kept(name: str) -> None:
    one, other, within, across, told = (CASES | ARITHMETIC)[name]
    group = "EDITION" if name in CASES else "ARITHMETIC"
    severities = {texts.code: texts.severity for texts in load().texts.values()}
    alone, apart = found([*one, *other]), found(one, other)
    assert {code: severities[code] for code in alone} == {f"CCHC-{group}-{within:03d}": "Violation"}
    assert {code: severities[code] for code in apart} == {f"CCHC-{group}-{across:03d}": "Warning"}
    for message in (*alone.values(), *apart.values()):
        assert told in message


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([*RANKED, *counts(2, 56, 5, out_of=63)], id="counts that add up"),
        pytest.param([*SCORED, figure("grade-count", 2, grade=GRADE_A, out_of=63)], id="as many as score so"),
        pytest.param([said("score", "90"), figure("grade-count", 0, grade=GRADE_A)], id="a rounded score"),
        pytest.param([*MOVED, figure("risen-count", 40), figure("rank-risen-count", 20)], id="scores and ranks"),
        pytest.param([*FIRST, figure("mean", "91.25")], id="a mean that rounding explains"),
    ],
)
def test_counts_that_may_be_right_are_left_alone(claims: list[Claim]) -> None:
    assert found(claims) == {}


@pytest.mark.parametrize(
    ("better", "worse", "wrong"), [("84", "84.2", False), ("84.1", "84.2", True), ("84.15", "84.2", False)]
)
def test_ranks_against_scores_mind_the_digits(better: str, worse: str, wrong: bool) -> None:
    """84 may be 84.4, rounded; 84.1 is below 84.2; and 84.2 may be 84.15."""
    claims = [said("rank", 5), said("score", better), said("rank", 6, HA_NAM), said("score", worse, HA_NAM)]
    assert set(found(claims)) == ({"CCHC-EDITION-015"} if wrong else set())
    tied = [said("rank", 5), said("score", better), said("rank", 5, HA_NAM), said("score", worse, HA_NAM)]
    assert ("CCHC-EDITION-012" in found(tied)) is wrong


def test_more_units_than_the_register_knows_are_a_warning() -> None:
    assert set(found([said("rank", 36, rank_of=65)])) == {"CCHC-EDITION-043"}
    assert found([said("rank", 36, rank_of=63)]) == {}


def test_those_that_rise_in_rank_and_those_that_rise_in_score_are_two_counts(tmp_path: Path) -> None:
    text = (
        "Năm 2021, Chỉ số PAR INDEX của 63 tỉnh, thành phố có 38 tỉnh tăng điểm và 25 tỉnh giảm điểm so với năm 2020. "
        "Có 21 tỉnh tăng hạng, 30 tỉnh giảm bậc so với năm 2020.\n"
    )
    claims = read_text(text).claims
    assert {(claim.kind, claim.value) for claim in claims if hasattr(claim, "kind")} == {  # type: ignore[union-attr]
        ("risen-count", 38), ("fallen-count", 25), ("rank-risen-count", 21), ("rank-fallen-count", 30)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("có 40 tỉnh tăng và 23 tỉnh giảm so với năm 2020", {"unsaid-risen-count", "unsaid-fallen-count"}),
        ("có 40 tỉnh tăng, 23 tỉnh giảm so với năm 2020", {"unsaid-risen-count", "unsaid-fallen-count"}),
        ("có 40 tỉnh tăng điểm, 23 tỉnh giảm so với năm 2020", {"risen-count", "fallen-count"}),
        ("có 40 tỉnh tăng và 23 tỉnh giảm điểm so với năm 2020", {"risen-count", "fallen-count"}),
        ("có 21 tỉnh tăng hạng, 30 tỉnh giảm so với năm 2020", {"rank-risen-count", "rank-fallen-count"}),
        ("có 40/63 tỉnh đạt Chỉ số CCHC tăng so với năm 2020", {"risen-count"}),
    ],
)
def test_whether_a_count_is_of_scores_or_of_ranks_is_not_guessed(told: str, kinds: set[str]) -> None:
    claims = read_text(f"Năm 2021, Chỉ số PAR INDEX của 63 tỉnh, thành phố {told}.\n").claims
    counts = [claim for claim in claims if isinstance(claim, Statistic)]
    assert {claim.kind for claim in counts} == kinds
    assert {claim.status for claim in counts} == {"stated"}


def test_a_count_that_one_reading_allows_is_no_contradiction() -> None:
    """38 rose in score in one source, and 1 or 40 rose (in rank?) in another: no conflict, and nothing is off."""
    for number in (1, 40):
        unsaid = figure("unsaid-risen-count", number, out_of=63)
        assert found([*MOVED, unsaid, figure("fallen-count", 25)], [figure("risen-count", 38)]) == {}


def test_changes_are_compared_with_the_outermost_values_not_with_all_that_sources_say() -> None:
    """Each change of twelve sources that all differ is found, in rows as many as the sources, not their cube."""
    sources = [
        [said("score", f"8{number % 10}.5", edition=PAR_2019), said("score_change", f"{number}.25")]
        for number in range(12)
    ]
    store = settled([*sources, [said("score", "91.5")]])
    (constraint,) = [one for one in load().constraints if one.shape.endswith("arithmetic-change-across")]
    rows = list(evaluate_at(constraint, store, EDITION))
    assert {value.value for _, value, _ in rows} == {
        quad.subject.value
        for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "scoreChange"), None)
        if "/claim/s" in quad.subject.value
    }
    assert len(rows) <= 2 * len(sources)


@pytest.mark.parametrize(
    ("mean", "scores", "number", "wrong"),
    [
        ("85.00", ("91.25", "89.50", "8.01"), None, True),
        ("89.59", ("91.25", "89.50", "88.01"), None, False),
        ("89.6", ("91.25", "89.50", "88.01"), None, False),
        # Others stand below these.
        ("85.00", ("91.25", "89.50", "88.01"), 63, False),
    ],
)
def test_the_mean_of_a_whole_list_is_that_of_its_scores(
    mean: str, scores: tuple[str, ...], number: int | None, wrong: bool
) -> None:
    units = (LANG_SON, HA_NAM, HA_GIANG)
    ranked = [said("rank", rank, unit, rank_of=number) for rank, unit in enumerate(units, 1)]
    scored = [said("score", score, unit) for score, unit in zip(scores, units, strict=True)]
    assert ("CCHC-ARITHMETIC-017" in found([*ranked, *scored, figure("mean", mean)])) == wrong
    # Of the first ten of more, a mean of all says nothing.
    some = [said("rank", rank, unit) for rank, unit in zip((1, 2, 10), units, strict=True)]
    assert "CCHC-ARITHMETIC-017" not in found([*some, *scored, figure("mean", mean)])
