"""The digits that a source writes tell how far its figures are rounded, also where they end in zeros."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from pyoxigraph import Literal, NamedNode, Quad, Store

import cchc
from cchc import ontology, rules, triples
from cchc import vocabulary as v
from cchc.api import Graph
from cchc.build import load
from cchc.claims import Claim, Concept, Reading
from cchc.explain import as_tree
from cchc.loaders.tables.reader import read_table
from cchc.settle import settle
from cchc.store.embedded import merge
from cchc.validation import validate
from claim_samples import HA_NAM, MODERN, PAR_2019, edition_findings, figure, quote, reading, said
from table_files import separated

EDITION = NamedNode(v.edition_iri("par-index", 2020, "province"))
TOLERANCE = NamedNode(v.CCHC + "tolerance")
LAWS = Concept("par-index/the-che", "Thể chế", known=True)
LANG_SON_2020 = v.result_iri("par-index/2020/province", "lang-son")


def settled(*readings: Reading) -> Store:
    """The reference data and what some sources say, as a build leaves them."""
    return concluded(quad for one in readings for quad in triples.quads(one))


def concluded(quads: Iterable[Quad]) -> Store:
    store = Store()
    store.extend([*ontology.quads(), *quads])
    merge(store)
    rules.conclude(store)
    settle(store)
    return store


def tolerances(*claims: Claim) -> list[str]:
    """What the claims of one source say of their tolerance."""
    return sorted(quad.object.value for quad in triples.quads(reading("004", *claims)) if quad.predicate == TOLERANCE)


@pytest.mark.parametrize(
    ("written", "stated"),
    [("83.80", ["0.005"]), ("84.00", ["0.005"]), ("90.0", ["0.05"]), ("83.8", []), ("90", []), ("83.85", [])],
)
def test_a_figure_that_ends_in_zeros_says_its_tolerance(written: str, stated: list[str]) -> None:
    assert tolerances(said("score", written)) == stated
    assert tolerances(said("score_change", written)) == stated
    assert tolerances(figure("mean", written)) == stated


def test_a_mean_and_its_change_say_one_tolerance_if_they_have_one() -> None:
    assert tolerances(figure("mean", "84.90", change=Decimal("2.05"))) == ["0.005"]
    assert tolerances(figure("mean", "84.9", change=Decimal("2.00"))) == []


def test_a_figure_that_a_source_writes_in_two_ways_has_one_tolerance() -> None:
    assert tolerances(said("score", "83.80"), replace(said("score", "83.800"), quotes=quote(9, 13))) == ["0.005"]


def conflicts(store: Store) -> int:
    """How many conflicts there are of a score."""
    of_score = (NamedNode(v.CCHC + "onProperty"), NamedNode(v.CCHC + "score"), NamedNode(v.RESULTS_GRAPH))
    return len(list(store.quads_for_pattern(None, *of_score)))


@given(cents=st.integers(6_000, 9_990).map(lambda tens: tens // 10 * 10), off=st.integers(1, 4))
@settings(max_examples=10)
def test_what_is_written_to_two_places_contradicts_another_second_place(cents: int, off: int) -> None:
    written, other = Decimal(cents) / 100, Decimal(cents + off) / 100
    two, short = said("score", written.quantize(Decimal("0.01"))), said("score", written.quantize(Decimal("0.1")))
    another = reading("005", said("score", other))
    assert conflicts(settled(reading("004", two), another)) == 1
    assert conflicts(settled(reading("004", short), another)) == 0
    # Between the two stands one that agrees with both.
    assert conflicts(settled(reading("004", two), another, reading("006", short))) == 1


@pytest.mark.parametrize(("change", "found"), [("2.00", True), ("2.40", False), ("2", False), ("2.0", True)])
def test_a_change_is_checked_to_the_places_it_is_written_to(change: str, found: bool) -> None:
    store = settled(
        reading("004", said("score", "87.30"), said("score_change", change), said("score", "84.90", edition=PAR_2019))
    )
    assert ("CCHC-ARITHMETIC-001" in edition_findings(store, EDITION)) == found
    across = settled(
        reading("004", said("score", "87.30"), said("score_change", change)),
        reading("005", said("score", "84.90", edition=PAR_2019)),
    )
    assert ("CCHC-ARITHMETIC-002" in edition_findings(across, EDITION)) == found


def test_a_result_says_by_how_much_its_value_may_be_off() -> None:
    store = settled(
        reading("004", said("score", "83.80"), said("rank", 36), said("score_change", "1.5")),
        reading("005", said("score", "80.5", unit=HA_NAM)),
    )
    found = {
        (quad.subject.value, quad.object.value)
        for quad in store.quads_for_pattern(None, TOLERANCE, None, NamedNode(v.RESULTS_GRAPH))
    }
    before = v.result_iri("par-index/2019/province", "lang-son")
    assert found == {(LANG_SON_2020, "0.005"), (before, "0.055")}


@pytest.mark.parametrize(("score", "grades"), [("90.00", {"a"}), ("90.0", set()), ("90", set()), ("90.01", {"a"})])
def test_a_score_on_the_bound_of_a_grade_is_in_it_only_if_it_is_exact(score: str, grades: set[str]) -> None:
    store = settled(reading("004", said("score", score)))
    found = store.quads_for_pattern(NamedNode(LANG_SON_2020), NamedNode(v.CCHC + "grade"), None)
    assert {quad.object.value.rsplit("/", 1)[-1] for quad in found} == grades


def test_points_add_up_to_the_places_they_are_written_to() -> None:
    for total, modern, other, found in (
        ("83.52", "40.50", "43.00", True), ("83.5", "40.50", "43.00", False), ("83.52", "40.5", "43", False),
    ):  # fmt: skip
        parts = [
            said("score", points, component=part, unit_of_measure="points", maximum=Decimal(50))
            for part, points in ((MODERN, modern), (LAWS, other))
        ]
        store = settled(reading("004", said("score", total), *parts))
        assert ("CCHC-ARITHMETIC-009" in edition_findings(store, EDITION)) == found


def test_an_explanation_shows_the_digits_of_the_source(store: Path, tmp_path: Path) -> None:
    table = separated(
        tmp_path / "bang.csv", [["PAR INDEX 2016"], ["Tỉnh", "Điểm số"], ["Cà Mau", "71,20"], ["Bạc Liêu", "70,5"]]
    )
    assert load(store, [table]) is not None
    graph: Graph = cchc.open(store)
    assert "71,20" in as_tree(graph.explain("ca-mau", index="par-index", year=2016))
    assert "71.20" in as_tree(graph.explain("ca-mau", index="par-index", year=2016, lang="en"), "en")
    assert "70,50" not in as_tree(graph.explain("bac-lieu", index="par-index", year=2016))


@pytest.mark.parametrize(
    ("number_format", "value", "exact"),
    [
        ("0.00", 71.2, "71.20"), ("#,##0.00", 90, "90.00"), ("0.00_);(0.00)", 71.25, "71.25"),
        ("General", 71.2, "71.2"),
        ("0.0", 71.25, "71.25"), ("0", 71, "71"), ("0.00%", 0.835, "83.50%"), ("0.00E+00", 71.2, "71.2"),
    ],
)  # fmt: skip
def test_a_cell_has_the_places_that_its_format_shows(
    tmp_path: Path, number_format: str, value: Any, exact: str
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["PAR INDEX 2016"], ["Tỉnh", "Điểm số"], ["Cà Mau", value]):
        sheet.append(row)
    sheet["B3"].number_format = number_format
    book.save(tmp_path / "bang.xlsx")
    (claim,) = read_table(tmp_path / "bang.xlsx").claims()
    assert claim.cell is not None
    assert claim.cell.exact == exact
    assert str(claim.value) == exact.removesuffix("%")


def test_turtle_without_tolerances_is_checked_by_its_digits() -> None:
    claims = [said("score", "87.30"), said("score_change", "2.00"), said("score", "84.90", edition=PAR_2019)]
    quads = [quad for quad in triples.quads(reading("004", *claims)) if quad.predicate != TOLERANCE]
    assert "CCHC-ARITHMETIC-001" not in edition_findings(concluded(quads), EDITION)


def test_a_finding_shows_each_figure_with_the_digits_of_its_source() -> None:
    store = concluded(
        triples.quads(
            reading(
                "004", said("score", "83.80"), said("score_change", "2.50"), said("score", "80.10", edition=PAR_2019)
            )
        )
    )
    english, vietnamese = (
        [finding.message[lang] for finding in validate(store).findings if finding.code == "CCHC-ARITHMETIC-001"]
        for lang in ("en", "vi")
    )
    assert any("a change of 2.50 " in one and "from 80.10 " in one and "to 83.80 " in one for one in english), english
    assert any("2,50 " in one and "80,10 " in one and "83,80 " in one for one in vietnamese), vietnamese
    # What is computed has no source, and sh:value and the data stay as they are.
    assert all("it is 3.7;" in one for one in english)
    assert "80.1" in {quad.object.value for quad in store if isinstance(quad.object, Literal)}


def test_two_sources_keep_their_own_digits_in_a_finding() -> None:
    sources = [
        reading("004", said("score", "83.80"), said("score_change", "2.5")),
        reading("000", said("score", "80.10", edition=PAR_2019)),
    ]
    messages = edition_findings(concluded(quad for one in sources for quad in triples.quads(one)), EDITION)
    said_of = messages["CCHC-ARITHMETIC-002"]
    for figure_in_it in ("a change of 2.5 ", "from 80.10 ", "to 83.80 "):
        assert figure_in_it in said_of
