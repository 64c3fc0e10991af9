"""How complete editions are, as measurements of the Data Quality Vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pyoxigraph import NamedNode, Store

from cchc import ontology, rules, triples
from cchc import vocabulary as v
from cchc.api import Graph
from cchc.claims import Claim, Edition, Observation, Unit
from cchc.settle import settle
from claim_samples import reading, said

TWO_YEARS = (Edition("par-index", 2021, "province"), Edition("par-index", 2022, "province"))
LEVELS = ("known", "derived", "bounded", "candidate", "missing")


def of(edition: Edition, slug: str, measure: str, value: object, **more: object) -> Observation:
    return said(measure, value, Unit(slug, slug, "Province", known=True), edition, **more)


def measured(claims: Sequence[Claim], edition: Edition) -> dict[str, int]:
    """The measurements of an edition once the claims were concluded from and settled, by the names of their metrics."""
    store = Store()
    store.extend([*ontology.quads(), *triples.quads(reading("bai", *claims))])
    rules.conclude(store)
    settle(store)
    return read(store, v.edition_iri(edition.index, edition.year, edition.population))


def read(store: Store, edition: str) -> dict[str, int]:
    def one(node: object, name: str) -> str:
        (quad,) = store.quads_for_pattern(node, NamedNode(v.DQV + name), None, NamedNode(v.RESULTS_GRAPH))  # type: ignore[arg-type]
        return str(quad.object.value)  # type: ignore[union-attr]

    about = store.quads_for_pattern(None, NamedNode(v.DQV + "computedOn"), NamedNode(edition))
    return {
        one(quad.subject, "isMeasurementOf").rpartition("units-")[2]: int(one(quad.subject, "value")) for quad in about
    }


CLAIMS = (
    # 2022: a rank, and what follows from it for 2021; two values of one unit; a grade; a standing; a candidate.
    of(TWO_YEARS[1], "ha-giang", "rank", 8, rank_of=63),
    of(TWO_YEARS[1], "ha-giang", "rank_change", 5),
    of(TWO_YEARS[1], "lao-cai", "rank", 12, rank_of=63),
    of(TWO_YEARS[1], "lao-cai", "score", "85.5", unit_of_measure="percent"),
    of(TWO_YEARS[1], "son-la", "standing", "among-lowest"),
    of(TWO_YEARS[1], "yen-bai", "rank", 3, rank_of=63, status="candidate"),
    # Known is known, whatever else may be meant.
    of(TWO_YEARS[1], "lao-cai", "rank", 2, rank_of=63, status="candidate"),
)


def test_each_unit_counts_once_in_the_first_level_that_applies() -> None:
    found = measured(CLAIMS, TWO_YEARS[1])
    assert [found[level] for level in LEVELS] == [2, 0, 1, 1, 59]
    assert found["expected"] == found["existing"] == sum(found[level] for level in LEVELS) == 63


def test_what_rules_conclude_counts_as_derived_and_the_register_where_no_source_counts() -> None:
    found = measured(CLAIMS, TWO_YEARS[0])
    assert [found[level] for level in LEVELS] == [0, 1, 0, 0, 62]
    assert "expected" not in found
    assert found["existing"] == 63


@pytest.mark.parametrize(("year", "existing"), [(2007, 64), (2024, 63), (2025, 34)])
def test_the_register_counts_the_units_of_the_end_of_the_year(year: int, existing: int) -> None:
    edition = Edition("sipas", year, "province")
    assert measured([of(edition, "lang-son", "rank", 5)], edition)["existing"] == existing


def test_units_that_no_register_lists_are_neither_existing_nor_missing() -> None:
    edition = Edition("par-index", 2020, "ministry")
    found = measured([said("rank", 2, Unit("bo-noi-vu", "Bộ Nội vụ", "Ministry", known=True), edition)], edition)
    assert found == {"known": 1, "derived": 0, "bounded": 0, "candidate": 0}


def test_measurements_are_exported_with_their_metrics(graph: Graph) -> None:
    lines = graph.export("full", "ntriples").decode().splitlines()
    node = f"<{v.ID}measurement/par-index/2020/province/units-expected>"
    assert f"{node} <{v.DQV}isMeasurementOf> <{v.ID}metric/units-expected> ." in lines
    assert f'{node} <{v.DQV}value> "63"^^<{v.XSD}integer> .' in lines
    assert f"<{v.ID}metric/units-expected> <{v.RDF}type> <{v.DQV}Metric> ." in lines


def test_coverage_shows_all_units_of_an_edition(graph: Graph) -> None:
    (row,) = (
        row
        for row in graph.query("coverage", index="par-index").rows
        if row["year"] == 2020 and row["population"].endswith("/province")
    )
    assert sum(row[level] for level in LEVELS) == row["expected"] == 63
    assert row["ranks"] <= row["known"] + row["derived"]
