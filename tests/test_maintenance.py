"""Loading follows a change: the same graph, quad by quad, as building it anew, and no more work than the change."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

import cchc
from cchc import ontology, rules, triples
from cchc import vocabulary as v
from cchc.build import build, load
from cchc.claims import Claim, Concept, Edition, Meeting, Observation, Post, Quote, Reading, Source, Statistic, Unit
from cchc.maintenance import Maintenance
from cchc.settle import settle
from cchc.store import WritableStore, open_store
from cchc.store.embedded import merge
from cchc.validation import Report, validate
from conftest import ROOT

# What rules and settling read; the ontology itself is no part of that.
REFERENCE = [quad for quad in ontology.quads() if quad.graph_name == NamedNode(v.REFERENCE_GRAPH)]

UNITS = (
    Unit("lang-son", "Lạng Sơn", "Province", known=True),
    Unit("ha-nam", "Hà Nam", "Province", known=True),
    Unit("ca-mau", "Cà Mau", "Province", known=True),
)
SO_NOI_VU = Unit("dong-thap/so-noi-vu", "Sở Nội vụ", "Department", "dong-thap", "Department of Home Affairs")
DONG_THAP = Unit("dong-thap", "Đồng Tháp", "Province", known=True)
PARTS = (None, Concept("par-index/hien-dai-hoa-hanh-chinh", "Hiện đại hóa hành chính", known=True))
BODIES = (
    Unit("lang-son/ubnd-tinh", "UBND tỉnh Lạng Sơn", "PeoplesCommittee", "lang-son"),
    Unit("ha-nam/ubnd-tinh", "UBND tỉnh Hà Nam", "PeoplesCommittee", "ha-nam"),
    Unit("bo-noi-vu", "Bộ Nội vụ", "Ministry", known=True),
)
SCOPE = Concept("dong-bang-song-hong", "Đồng bằng sông Hồng", known=True)
QUOTE = (Quote(0, 4, "Năm ", "", ""),)

years = st.integers(2018, 2022)


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    """A figure of few units and years, so that sources speak of the same things and rules lead from one to another."""
    year = draw(years)
    if draw(st.booleans()) or draw(st.booleans()):
        edition, unit = Edition("par-index", year, "province"), draw(st.sampled_from(UNITS))
        component = draw(st.sampled_from(PARTS))
    else:
        edition, unit, component = Edition("dong-thap-cchc", year, "department", DONG_THAP), SO_NOI_VU, None
    measure = draw(st.sampled_from(("score", "rank", "rank", "rank_change", "rank_change", "score_change", "standing")))
    more: dict[str, object] = {"status": draw(st.sampled_from(("stated", "stated", "stated", "candidate")))}
    value: object
    if measure in ("score", "score_change"):
        value = Decimal(draw(st.integers(-20, 20) if measure == "score_change" else st.integers(30, 60))) / 2
        more["unit_of_measure"] = draw(st.sampled_from((None, "points", "percent")))
    elif measure == "standing":
        value, more["rank_of"] = draw(st.sampled_from(("last", "among-lowest"))), draw(st.sampled_from((None, 17)))
    else:
        value = draw(st.integers(-4, 4) if measure == "rank_change" else st.integers(1, 20))
        more["rank_of"] = draw(st.sampled_from((None, 17, 19, 63))) if measure == "rank" else None
    if measure.endswith("change"):
        more["compared_with"] = draw(st.sampled_from((None, None, year - 1, year - 2)))
    if measure == "rank" and draw(st.integers(0, 5)) == 0:
        more["scope"] = SCOPE
    return Observation(  # type: ignore[misc]
        edition=edition, unit=unit, measure=measure, value=value, quotes=QUOTE, component=component, **more
    )


@st.composite
def others(draw: st.DrawFn) -> Claim:
    """A figure of a whole edition, or a meeting that published some, or a post."""
    edition = Edition("par-index", draw(years), "province")
    if draw(st.booleans()):
        change = draw(st.sampled_from((None, Decimal("1.5"), Decimal("-0.25"))))
        value = Decimal(draw(st.integers(40, 44)))
        return Statistic(
            edition=edition, kind="mean", value=value, quotes=QUOTE, change=change, unit_of_measure="percent"
        )
    if draw(st.booleans()):
        grade = Concept("par-index/b", "Nhóm B", known=True)
        value = Decimal(draw(st.integers(3, 5)))
        return Statistic(edition=edition, kind="grade-count", value=value, quotes=QUOTE, grade=grade, out_of=63)
    if draw(st.booleans()):
        # The people are those of the seeds; who holds which post is made up.
        body, day = draw(st.sampled_from(BODIES)), draw(st.sampled_from(("2020-05-01", "2023-05-01", None)))
        title = draw(st.sampled_from(("Chủ tịch", "Bộ trưởng")))
        return Post(person="Nguyễn Văn Sơn", title=title, organization=body, attested_on=day, quotes=QUOTE)
    name = draw(st.sampled_from(("hội nghị", "hội nghị trực tuyến")))
    return Meeting(date="2021-06-24", name=name, quotes=QUOTE, organizer=SO_NOI_VU, published=(edition,))


contents = st.lists(st.one_of(observations(), observations(), others()), min_size=1, max_size=6)
steps = st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(contents, contents, st.none())), min_size=2, max_size=7)


def quads_of(source: str, claims: Sequence[Claim], published: str | None = None) -> list[Quad]:
    text = f"Năm {source}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    day = published or {"a": "2021-01-01", "b": "2022-01-01"}.get(source)
    return triples.quads(
        Reading(Source(id=source, name=f"{source}.txt", text=text, sha256=sha256, published=day), tuple(claims))
    )


def in_memory(quads: Sequence[Quad] = ()) -> WritableStore:
    """A store as building it makes it."""
    engine = Store()
    engine.extend([*REFERENCE, *quads])
    rules.conclude(engine)
    settle(engine)
    merge(engine)
    return WritableStore(engine, Path("memory"), Path("memory"))


def difference(store: WritableStore, quads: Sequence[Quad]) -> tuple[list[str], list[str]]:
    """What a maintained store has too much, and what it lacks, against one made anew of the same sources."""
    found, expected = set(store.engine), set(in_memory(quads).engine)
    return sorted(map(str, found - expected)), sorted(map(str, expected - found))


def follow(store: WritableStore, source: str, quads: Sequence[Quad]) -> Maintenance:
    maintenance = Maintenance(store)
    maintenance.replace(v.source_graph(source), quads)
    maintenance.conclude_and_settle()
    return maintenance


@pytest.fixture(scope="module")
def empty() -> list[Quad]:
    return list(in_memory().engine)


@given(steps)
@settings(max_examples=60, deadline=None)
def test_any_changes_give_what_building_anew_gives(
    empty: list[Quad], steps: list[tuple[str, list[Claim] | None]]
) -> None:
    engine = Store()
    engine.bulk_extend(empty)
    store = WritableStore(engine, Path("memory"), Path("memory"))
    held: dict[str, list[Quad]] = {}
    for source, claims in steps:
        held[source] = quads_of(source, claims) if claims else []
        follow(store, source, held[source])
    assert difference(store, [quad for quads in held.values() for quad in quads]) == ([], [])


def rows(report: Report) -> set[tuple[str, ...]]:
    return {(row.code, row.focus, row.value, str(row.message)) for row in report.findings}


@pytest.fixture(scope="module")
def described() -> list[Quad]:
    return list(in_memory(list(ontology.quads())).engine)


@given(steps)
@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_a_check_of_a_change_finds_what_the_whole_would_find_new(
    described: list[Quad], steps: list[tuple[str, list[Claim] | None]]
) -> None:
    engine = Store()
    engine.bulk_extend(described)
    store = WritableStore(engine, Path("memory"), Path("memory"))
    for source, claims in steps[:-1]:
        follow(store, source, quads_of(source, claims) if claims else [])
    before = rows(validate(store.engine))
    source, claims = steps[-1]
    found = rows(follow(store, source, quads_of(source, claims) if claims else []).check())
    after = rows(validate(store.engine))
    assert found <= after
    assert after - before <= found


def test_a_new_edition_is_checked_against_what_sources_said_before_of_its_level(described: list[Quad]) -> None:
    engine = Store()
    engine.bulk_extend(described)
    store = WritableStore(engine, Path("memory"), Path("memory"))
    ended, graph = NamedNode(v.ID + "unit-change/ended"), NamedNode(v.source_graph("register"))
    said = {
        v.RDF + "type": NamedNode(v.CCHC + "UnitChange"),
        v.CCHC + "population": NamedNode(v.ID + "population/province"),
        v.PREFIXES["dcterms"] + "date": Literal("2016-07-01", datatype=NamedNode(v.XSD + "date")),
    }
    follow(store, "register", [Quad(ended, NamedNode(name), value, graph) for name, value in said.items()])
    figure = Observation(
        edition=Edition("par-index", 2018, "province"), unit=UNITS[0], measure="rank", value=3, quotes=QUOTE
    )
    found = follow(store, "a", quads_of("a", [figure])).check()
    assert {row.code for row in found.findings} == {"CCHC-EDITION-037"}


def test_a_load_counts_what_the_store_holds(store: Path, tmp_path: Path) -> None:
    article = tmp_path / "ca-mau.txt"
    for text in ("xếp thứ 50/63", "xếp thứ 49/63, tăng 2 bậc", "xếp thứ 50/63"):
        article.write_text(f"Năm 2020, Chỉ số PAR INDEX của tỉnh Cà Mau {text} tỉnh, thành phố.\n", encoding="utf-8")
        summary = load(store, [article], replace=True)
        assert summary is not None
        assert open_store(store).verify() == summary.quads


def test_replacing_and_replacing_back_leaves_no_trace(store: Path, tmp_path: Path) -> None:
    article = tmp_path / "ca-mau.txt"
    exports = []
    for rank in (50, 11, 50):
        text = f"Năm 2020, Chỉ số PAR INDEX của tỉnh Cà Mau xếp thứ {rank}/63, tăng 3 bậc so với năm 2019.\n"
        article.write_text(text, encoding="utf-8")
        load(store, [article], replace=True)
        exports.append(cchc.open(store).export("full", "turtle"))
    assert exports[0] == exports[2] != exports[1]


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 2, 0, 3, 1)])
def test_articles_one_by_one_in_any_order_give_the_graph_of_all_at_once(tmp_path: Path, order: tuple[int, ...]) -> None:
    articles = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
    folders = []
    for place in order:
        folders.append(tmp_path / f"{place:03d}")
        folders[-1].mkdir()
        shutil.copy(articles[place], folders[-1])
    build(tmp_path / "store", folders[:1])
    for folder in folders[1:]:
        load(tmp_path / "store", sorted(folder.iterdir()))
    anew = tmp_path / "anew"
    build(anew, folders)
    one_by_one, at_once = cchc.open(tmp_path / "store"), cchc.open(anew)
    assert one_by_one.export("full", "nquads") == at_once.export("full", "nquads")
    assert one_by_one.export("full", "turtle") == at_once.export("full", "turtle")
