"""Explanations: every value with its sentence, in the language asked for, for whatever the graph names."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

import cchc
from cchc import vocabulary as v
from cchc.api import Graph
from cchc.build import build, load
from cchc.errors import CchcError
from cchc.explain import as_json, as_tree
from cchc.store import memory_store
from conftest import Runner

HA_NAM = """Hà Nam – PAR INDEX 2020
───────────────────────
thứ hạng: 43/63 (nguồn nêu)
điểm số: 83,45 điểm (nguồn nêu)
xếp loại: nhóm B (nguồn nêu)
├─ cách hiểu: chỉ số xác định từ ngữ cảnh → PAR INDEX; không phải SIPAS
├─ cách hiểu: năm xác định từ ngữ cảnh → 2020
└─ “«Tỉnh Hà Nam nằm ở nhóm B với 83,45 điểm», «xếp thứ 43/63» tỉnh, thành trong cả nước.” \
[source/000, ký tự 2131–2170, 2172–2185]

Nguồn:
  source/000  Hội nghị trực tuyến về Chỉ số cải cách hành chính năm 2020
"""


def test_a_sentence_with_several_values_is_given_once(graph: Graph) -> None:
    assert as_tree(graph.explain("ha-nam", index="par-index", year=2020)) == HA_NAM


def test_a_derived_value_names_its_rule_and_its_premises(graph: Graph) -> None:
    explained = [item for item in graph.explain("lang-son", index="par-index", year=2019) if "–" in item.title[-20:]]
    (whole,) = [item for item in explained if item.title == "Lạng Sơn – PAR INDEX 2019"]
    (reason,) = whole.reasons
    assert (reason.value, reason.status, reason.rule) == ("42", "derived", "Thứ hạng năm trước")
    assert {(premise.measure, premise.value) for premise in reason.premises} == {
        ("thứ hạng", "36/63"),
        ("thay đổi thứ hạng", "+6"),
    }
    text = as_tree([whole])
    assert text.count("Theo báo cáo công bố") == 1
    assert "«xếp thứ 36/63», «tăng 6 bậc so với năm 2019»" in text


def test_english_is_english_but_for_the_quotes(graph: Graph) -> None:
    lines = as_tree(graph.explain("Ha Nam", index="PAR INDEX", year="2020", lang="en"), "en").splitlines()
    assert lines[0] == "Ha Nam – PAR INDEX 2020"
    assert lines[2:5] == ["rank: 43/63 (stated)", "score: 83.45 points (stated)", "grade: group B (stated)"]


@pytest.mark.parametrize(
    "target",
    [
        "Hà Nam",
        "tỉnh Hà Nam",
        "ha nam",
        "id/unit/ha-nam",
        "unit/ha-nam",
        v.ID + "unit/ha-nam",
        f"<{v.ID}unit/ha-nam>",
    ],
)
def test_a_unit_has_many_names(graph: Graph, target: str) -> None:
    titles = [item.title for item in graph.explain(target)]
    assert titles == ["Hà Nam – PAR INDEX 2020", "Hà Nam – SIPAS 2020"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("id/result/par-index/2020/province/ha-nam", "thứ hạng: 43/63 (nguồn nêu)"),
        ("id/edition/par-index/2020/province", "số đơn vị được xếp hạng: 63"),
        ("id/source/000#char=2172,2185", "«xếp thứ 43/63»"),
        ("id/source/001", "mã băm SHA-256: "),
        ("id/meeting/2021-06-24/ban-chi-dao-cchc-chinh-phu", "chủ trì: Trương Hòa Bình"),
        ("id/official/pham-minh-chinh", "chủ trì: phiên họp thứ 7"),
        ("cchc:Result", "kết quả"),
        ("id/index/sipas", "là: chỉ số cải cách hành chính"),
        ("id/statistic/par-index/2020/province/mean", "83,72"),
    ],
)
def test_anything_can_be_explained(graph: Graph, target: str, expected: str) -> None:
    assert expected in as_tree(graph.explain(target))


def test_every_kind_of_thing_can_be_explained(graph: Graph) -> None:
    for kind in ("Claim", "Directive", "IndicatorValue", "Component", "Quote", "Statistic", "Official", "Meeting"):
        engine = graph.embedded().engine
        things = engine.quads_for_pattern(None, NamedNode(v.RDF + "type"), NamedNode(v.CCHC + kind), None)
        iri = min(str(quad.subject) for quad in things).strip("<>")
        for lang in ("vi", "en"):
            text = as_tree(graph.explain(iri, lang=lang), lang)
            assert len(text.splitlines()) > 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_technical_names_are_shown(graph: Graph, lang: str) -> None:
    for target in ("id/source/002", "id/edition/sipas/2020/province", "id/official/pham-minh-chinh", "lang-son"):
        text = as_tree(graph.explain(target, lang=lang), lang)
        for shown in ("http://", "ontology#", "altLabel", "sortKey", "None"):
            assert shown not in text


@pytest.mark.parametrize(
    ("target", "more", "code"),
    [
        ("id/khong-co", {}, "NOTHING_TO_EXPLAIN"),
        ("bo-quoc-phong", {}, "NOTHING_TO_EXPLAIN"),
        ("ha-nam", {"year": 2012}, "NOTHING_TO_EXPLAIN"),
        ("ha-nam", {"year": "hai nghìn"}, "INVALID_VALUE"),
        ("ha-nam", {"index": "par-indx"}, "UNKNOWN_VALUE"),
        ("ha-nạm", {"index": "par-index"}, None),
        ("hanamm", {}, "UNKNOWN_VALUE"),
        ("http://a b", {}, "INVALID_VALUE"),
        ("id/a b", {}, "INVALID_VALUE"),
    ],
)
def test_what_cannot_be_explained_is_a_coded_error(
    graph: Graph, target: str, more: dict[str, str], code: str | None
) -> None:
    if code is None:
        assert graph.explain(target, **more)  # type: ignore[arg-type]
        return
    with pytest.raises(CchcError) as error:
        graph.explain(target, **more)  # type: ignore[arg-type]
    assert error.value.code == code


def test_a_disagreement_is_shown_with_both_sides(graph: Graph) -> None:
    from cchc.settle import settle

    quads = list(graph.embedded().quads())
    result = NamedNode(v.ID + "result/par-index/2020/province/ha-nam")
    about = {quad.subject for quad in quads if quad.predicate.value == v.CCHC + "about" and quad.object == result}
    (rank,) = [quad for quad in quads if quad.predicate.value == v.CCHC + "rank" and quad.subject in about]
    other = NamedNode(v.ID + "claim/004/other")
    told = NamedNode(v.source_graph("004"))
    source = NamedNode(v.source_iri("004"))
    for quad in [q for q in quads if q.subject == rank.subject]:
        value = source if quad.predicate.value == v.CCHC + "source" else quad.object
        if quad.predicate.value == v.CCHC + "rank":
            value = type(rank.object)("44", datatype=rank.object.datatype)  # type: ignore[call-arg, union-attr]
        quads.append(Quad(other, quad.predicate, value, told))
    store = memory_store(quads)
    settle(store.engine)
    from cchc.store.embedded import merge

    merge(store.engine)
    (explained,) = Graph(store).explain(result.value)
    (disagreement,) = explained.disagreements
    assert disagreement.measure == "thứ hạng"
    assert {(value, source) for value, source, *_ in disagreement.sides} == {("43", "source/000"), ("44", "source/004")}
    assert sum(accepted for _, _, accepted, _ in disagreement.sides) == 1
    assert "! Các nguồn không thống nhất (thứ hạng):" in as_tree([explained])


def test_the_command_gives_text_or_json(cli: Runner) -> None:
    asked = ["explain", "ha-nam", "--index", "par-index", "--year", "2020"]
    assert cli(*asked).out == HA_NAM
    (explained,) = json.loads(cli(*asked, "--format", "json").out)
    assert explained["title"] == "Hà Nam – PAR INDEX 2020"
    assert [reason["value"] for reason in explained["reasons"]] == ["43/63", "83,45 điểm", "nhóm B"]
    missing = cli("explain", "bo-quoc-phong", "--lang", "en")
    assert (missing.status, missing.out) == (1, "")
    assert missing.err.startswith("Error NOTHING_TO_EXPLAIN: ")


def test_a_rank_inside_a_region_names_the_region(store: Path, tmp_path: Path) -> None:
    article = tmp_path / "vung.txt"
    article.write_text(
        "Năm 2021, Chỉ số PAR INDEX của thành phố Cần Thơ xếp thứ 21/63 tỉnh, thành phố, thứ 3/13 vùng Đồng bằng "
        "sông Cửu Long.\n",
        encoding="utf-8",
    )
    load(store, [article])
    text = as_tree(cchc.open(store).explain("can-tho", year=2021), "vi")
    assert "21/63 (" in text
    assert "3/13 – Đồng bằng sông Cửu Long (" in text


@pytest.mark.parametrize(("lang", "told"), [("vi", "84,16 điểm (tuần 18)"), ("en", "84.16 points (tuần 18)")])
def test_a_figure_of_a_week_is_not_told_as_one_of_the_year(tmp_path: Path, lang: str, told: str) -> None:
    text = "Bộ chỉ số 766 tuần 18 năm 2024 của tỉnh Hà Nam đạt 84,16/100 điểm, xếp loại Tốt, hạng 5/63.\n"
    shown = explained(tmp_path, "ha-nam", lang, tuan=text)
    assert told in shown
    assert "5/63 (tuần 18)" in shown
    rows = cchc.open(tmp_path / "store").query("evidence", unit="ha-nam").rows
    assert {row["period"] for row in rows} == {"tuần 18"}


def explained(tmp_path: Path, target: str, lang: str, **texts: str) -> str:
    """What is explained of a target after articles of these texts were loaded."""
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    build(tmp_path / "store", sorted(tmp_path.glob("*.txt")))
    return as_tree(cchc.open(tmp_path / "store").explain(target, lang=lang), lang)


LOCAL = """UBND tỉnh {0} công bố chỉ số cải cách hành chính năm 2021

Tại điểm cầu tỉnh {0}, UBND tỉnh {0} công bố Chỉ số cải cách hành chính năm 2021 của các sở, ngành.

Sở Nội vụ xếp thứ nhất với 91,25 điểm.
"""


FALL = "Năm {0}, Chỉ số PAR INDEX của tỉnh Hà Nam giảm {1} bậc so với năm {2}.\n"


@pytest.fixture
def chain(tmp_path: Path) -> Graph:
    """Twelve years of one province, of which only the last has a rank: each earlier one follows from the next."""
    (tmp_path / "a.txt").write_text("Năm 2023, Chỉ số PAR INDEX của tỉnh Hà Nam xếp thứ 40/63.\n", "utf-8")
    for year in range(2013, 2024):
        (tmp_path / f"a{year}.txt").write_text(FALL.format(year, 2, year - 1), "utf-8")
    build(tmp_path / "store", sorted(tmp_path.glob("*.txt")))
    return cchc.open(tmp_path / "store")


def test_a_chain_of_years_is_followed_to_its_end_and_told_once(chain: Graph) -> None:
    (first,) = chain.explain("ha-nam", year=2012)
    lines = as_tree([first]).splitlines()
    derived = [line for line in lines if "Thứ hạng năm trước" in line]
    assert len(derived) == 11
    assert lines[2] == "thứ hạng: 18 (suy ra theo quy tắc “Thứ hạng năm trước”)"
    # Conclusions come last, so that a chain has one stem, and the line of a rank is not further right than needed.
    assert derived[-1].startswith("   " * 9 + "└─ Hà Nam – PAR INDEX 2022, thứ hạng: 38 (suy ra")
    assert sum("thứ hạng: 40/63 (nguồn nêu)" in line for line in lines) == 1

    whole = as_tree(chain.explain("ha-nam")).splitlines()
    assert sum("theo quy tắc" in line and "→" not in line for line in whole) == 11
    assert any(line.endswith("→ xem “Hà Nam – PAR INDEX 2013”") for line in whole)
    assert len(whole) < 12 * 12


def test_a_tree_is_broken_at_the_width_of_the_terminal(chain: Graph) -> None:
    explained = chain.explain("ha-nam", year=2020)
    narrow = as_tree(explained, columns=80)
    assert max(map(len, narrow.splitlines()[:-1])) <= 80
    words = [word for word in narrow.split() if word not in "├─└│"]
    assert words == [word for word in as_tree(explained).split() if word not in "├─└│"]


def test_a_premise_that_conclusions_share_is_told_once_and_referred_to(graph: Graph) -> None:
    (whole,) = [
        i for i in graph.explain("lang-son", index="par-index", year=2019) if "– PAR INDEX 2019" in i.title[-16:]
    ]
    (reason,) = whole.reasons
    twice = replace(reason, claim=v.ID + "claim/derived/other", value="41")
    lines = as_tree([replace(whole, reasons=(reason, twice))]).splitlines()
    assert sum("«xếp thứ 36/63»" in line for line in lines) == 1
    assert sum(line.endswith("thứ hạng: 36/63 (nguồn nêu) #2") for line in lines) == 1
    assert sum(line.endswith("thứ hạng: 36/63 (nguồn nêu) → #2") for line in lines) == 1
    found = json.loads(as_json([replace(whole, reasons=(reason, twice))]))[0]["reasons"]
    assert [[premise["repeated"] for premise in one["premises"]] for one in found] == [[False] * 2, [True] * 2]


def test_claims_that_rest_on_each_other_end(graph: Graph) -> None:
    quads = list(graph.embedded().quads())
    derived = NamedNode(v.ID + "claim/derived/par-index/2019/province/lang-son/rank/42")
    premise = NamedNode(v.ID + "claim/004/par-index/2020/province/lang-son/rank/36")
    quads.append(Quad(premise, NamedNode(v.PROV + "wasDerivedFrom"), derived, NamedNode(v.DERIVED_GRAPH)))
    (explained,) = Graph(memory_store(quads)).explain(derived.value)
    assert as_tree([explained]).count("thứ hạng: 42") == 1
    assert as_json([explained]).count('"value": "42"') == 1


def test_a_component_by_its_name_narrows_the_answer(graph: Graph) -> None:
    titles = [i.title for i in graph.explain("lang-son", index="par-index", component="hiện đại hóa hành chính")]
    assert titles == [f"Lạng Sơn – PAR INDEX {year} – Hiện đại hóa hành chính" for year in (2019, 2020)]
    with pytest.raises(CchcError) as caught:
        graph.explain("lang-son", component="hiện đại hoá nông nghiệp")
    assert caught.value.code == "UNKNOWN_VALUE"


def test_an_explanation_tells_what_an_unclear_unit_was_taken_for_and_what_not(tmp_path: Path) -> None:
    texts = {"one": LOCAL.format("Hà Nam"), "two": LOCAL.format("Hà Giang")}
    text = explained(tmp_path, "id/unit/ha-nam/so-noi-vu", "vi", **texts)
    assert (
        "cách hiểu: tỉnh xác định từ bài viết → Sở Nội vụ (Hà Nam); không phải đơn vị cùng tên ở tỉnh khác; "
        "không phải Sở Nội vụ (Hà Giang)"
    ) in text
    english = as_tree(cchc.open(tmp_path / "store").explain("id/unit/ha-giang/so-noi-vu", lang="en"), "en")
    assert "province from the article → Department of Home Affairs (Ha Giang); not the unit of that name" in english


def test_the_index_tells_which_of_the_units_of_one_name_is_meant(tmp_path: Path) -> None:
    explained(tmp_path, "id/unit/ha-nam/so-noi-vu", "vi", one=LOCAL.format("Hà Nam"), two=LOCAL.format("Hà Giang"))
    graph = cchc.open(tmp_path / "store")
    with pytest.raises(CchcError) as caught:
        graph.explain("Sở Nội vụ")
    assert caught.value.code == "AMBIGUOUS_VALUE"
    (told,) = graph.explain("Sở Nội vụ", index="ha-giang-cchc")
    assert told.title == "Sở Nội vụ – Chỉ số cải cách hành chính của Hà Giang 2021"
    asked = graph.query("trend", index="ha-giang-cchc", unit="Sở Nội vụ")
    assert asked.parameters["wantedUnit"] == NamedNode(v.unit_iri("ha-giang/so-noi-vu"))


def test_an_explanation_tells_which_index_was_meant_and_which_not(graph: Graph) -> None:
    text = as_tree(graph.explain("ha-nam", index="sipas"))
    assert "cách hiểu: chỉ số xác định từ ngữ cảnh → SIPAS; không phải PAR INDEX" in text


def test_a_correction_tells_who_made_it_and_what_it_stands_for(tmp_path: Path) -> None:
    article = tmp_path / "ha-nam.txt"
    article.write_text("Năm 2020, Chỉ số PAR INDEX của tỉnh Hà Nam đạt 83,45 điểm, xếp thứ 43/63.\n", "utf-8")
    facts = json.loads(json.dumps(cchc.extract(article)))
    for fact in facts:
        if fact["measure"] == "score":
            fact |= {"value": 83.54, "note": "đối chiếu báo cáo"}
    kept = [fact for fact in facts if fact["measure"] != "rank"]
    (tmp_path / "facts.json").write_text(json.dumps(kept), "utf-8")
    build(tmp_path / "store", [article])
    load(
        tmp_path / "store",
        [article],
        review=tmp_path / "facts.json",
        reviewer="Trần Xuân Dưỡng",
        reviewed_on="2021-07-01",
    )
    lines = [line.strip() for line in as_tree(cchc.open(tmp_path / "store").explain("ha-nam")).splitlines()]
    at = lines.index("điểm số: 83,54 điểm (nguồn nêu) #1")
    assert lines[at + 1 : at + 3] == [
        "do người rà soát ghi (Trần Xuân Dưỡng, 01/07/2021), thay cho: 83,45 điểm",
        "“đối chiếu báo cáo”",
    ]
    withdrawn = "người rà soát đã rút lại (Trần Xuân Dưỡng, 01/07/2021)"
    assert lines[lines.index("thứ hạng: 43/63 (đã rút)") + 1] == withdrawn
    assert lines[lines.index("điểm số: 83,45 điểm (đã rút)") + 1] == withdrawn


@pytest.mark.parametrize(("lang", "words"), [("vi", "nguồn ghi chú"), ("en", "the source notes")])
def test_what_a_table_remarks_beside_a_value_is_told_with_it(tmp_path: Path, lang: str, words: str) -> None:
    table = tmp_path / "bang.csv"
    table.write_text(
        "index,level,year,unit,score,score_unit,note\n"
        "PAR INDEX,province,2020,Cà Mau,84.5,percent,tính cả điểm thưởng\n",
        encoding="utf-8",
    )
    build(tmp_path / "store", [table])
    explained = cchc.open(tmp_path / "store").explain("ca-mau", year=2020, lang=lang)
    assert explained[0].reasons[0].notes == ("tính cả điểm thưởng",)
    assert as_tree(explained, lang).count(f"{words}: “tính cả điểm thưởng”") == 1
    assert '"tính cả điểm thưởng"' in as_json(explained)
