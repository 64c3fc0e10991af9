"""Claims of tables written by patterns say what writing each of them anew says."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse

from benchmarks.generate import rows, write
from cchc.claims import CellQuote, Claim, Concept, Edition, Observation, Source, Unit
from cchc.loaders.tables.reader import Options, read_table
from cchc.resources import resource
from cchc.triples import table_lines
from cchc.triples.people import People
from cchc.triples.statements import write as write_claim
from cchc.triples.writer import SourceGraph

SOURCE = Source(id="bang", name="bang.csv", text="a,b\n", sha256="0" * 64)


def one_by_one(source: Source, claims: Iterable[Claim]) -> set[Quad]:
    graph = SourceGraph(source, People(()))
    graph.source(source)
    for claim in claims:
        write_claim(claim, graph)
    return set(graph.taken())


def by_patterns(source: Source, claims: Iterable[Claim]) -> set[Quad]:
    return set(parse("".join(table_lines(source, claims)).encode(), format=RdfFormat.N_QUADS))


@pytest.mark.parametrize("table", sorted((resource("seeds") / "tables").glob("*.csv")), ids=lambda path: path.stem)
def test_the_published_tables(table: Path) -> None:
    read = read_table(table)
    claims = list(read.claims())
    assert by_patterns(read.source, claims) == one_by_one(read.source, claims)


def test_a_table_with_units_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "par-index.csv"
    write(rows(2_000, seed=7), path)
    read = read_table(path, Options(province="Lạng Sơn"))
    claims = list(read.claims())
    assert len(claims) > 1_500
    assert by_patterns(read.source, claims) == one_by_one(read.source, claims)


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "83,45",
        '"',
        "\\",
        "a\nb",
        "100 %",
        "%s",
        "zz0exact0zz",
        "zz0unit0zz",
        "9182736450000000001",
        "9182736450000000004",
    ]
)
_UNITS = st.sampled_from(
    [
        Unit("lang-son", "Lạng Sơn", "Province", known=True),
        Unit("lang-son/xa-1", "xã 1", "Commune", "lang-son"),
        Unit("lang-son/xa-2", "xã 2", "Commune", "lang-son"),
    ]
)
_VALUES = st.one_of(
    st.integers(0, 4).flatmap(lambda places: st.decimals(-100, 100, places=places)).map(lambda value: ("score", value)),
    st.integers(1, 10**19).map(lambda value: ("rank", value)),
    st.integers(-62, 62).map(lambda value: ("rank_change", value)),
    st.sampled_from([("grade", Concept("par-index/a", "A")), ("standing", "last")]),
)


@st.composite
def _claims(draw: st.DrawFn) -> Observation:
    measure, value = draw(_VALUES)
    return Observation(
        edition=draw(st.sampled_from([Edition("par-index", year, "province") for year in (2020, 2021)])),
        unit=draw(_UNITS), measure=measure, value=value, quotes=(),
        component=draw(st.sampled_from([None, Concept("par-index/the-che", "Thể chế")])),
        cell=CellQuote(draw(st.integers(1, 10**7)), draw(st.integers(1, 3)), draw(_WORDS), "", draw(_WORDS)),
        rank_of=63 if measure == "rank" else None, note=draw(st.none() | _WORDS),
        cited=draw(st.sampled_from([(), ("https://example.org/a%20b",)])),
        maximum=draw(st.sampled_from([None, Decimal(13)])),
    )  # fmt: skip


@given(st.lists(_claims(), min_size=1, max_size=6), st.integers(1, 4))
def test_whatever_cells_hold(claims: list[Observation], times: int) -> None:
    # The same again in other rows, so that patterns are used.
    said = [
        replace(claim, cell=replace(claim.cell, row=claim.cell.row + shift))
        for shift in range(times)
        for claim in claims
        if claim.cell
    ]
    assert by_patterns(SOURCE, said) == one_by_one(SOURCE, said)


def test_lines_without_a_graph_are_the_same_triples() -> None:
    claims = list(_of_many_units())
    triples = parse("".join(table_lines(SOURCE, claims, named=False)).encode(), format=RdfFormat.N_TRIPLES)
    assert {quad.triple for quad in triples} == {quad.triple for quad in one_by_one(SOURCE, claims)}


def _of_many_units() -> Iterable[Observation]:
    chance = random.Random(3)
    for number in range(50):
        yield Observation(
            edition=Edition("sipas", 2023, "province"), unit=Unit(f"tinh-{number}", f"Tỉnh {number}", "Province"),
            measure="score", value=Decimal(chance.randrange(10_000)) / 100, quotes=(),
            cell=CellQuote(number + 2, 2, "x", "", "Điểm"), unit_of_measure="percent",
        )  # fmt: skip
