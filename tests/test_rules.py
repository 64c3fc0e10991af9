"""Rules: each concludes what it says, only from what it may, and the same in two engines."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, RdfFormat, Store, parse

from cchc import vocabulary as v
from cchc.claims import Concept, Edition, Unit
from cchc.errors import CchcError
from cchc.resources import resource
from cchc.rules import Rule, conclude, described, rules
from claim_samples import HA_NAM, MODERN, RED_RIVER, figure, reading, said, store_of

HEADER = "#+ {title: {vi: a, en: b}, description: {vi: a, en: b}, assumes: {vi: a, en: b}, example: {vi: a, en: b}}"
DERIVED = NamedNode(v.DERIVED_GRAPH)
LANG_SON_2019 = v.result_iri("par-index/2019/province", "lang-son")


def derived(store: Store) -> dict[tuple[str, str], set[str]]:
    """What the rules conclude: the values by what they are about and the name of the property, without tolerances."""
    conclude(store)
    found: dict[tuple[str, str], set[str]] = {}
    for about in store.quads_for_pattern(None, NamedNode(v.CCHC + "about"), None, DERIVED):
        for quad in store.quads_for_pattern(about.subject, None, None, DERIVED):
            if isinstance(quad.object, Literal) and quad.predicate.value != v.CCHC + "tolerance":
                name = quad.predicate.value.removeprefix(v.CCHC)
                found.setdefault((about.object.value.removeprefix(v.ID), name), set()).add(quad.object.value)
    return found


def test_rank_of_the_year_before() -> None:
    """The rule's example: 36th, up 6 places, so 42nd the year before."""
    store = store_of(reading("004", said("rank", 36, rank_of=63), said("rank_change", 6)))
    assert derived(store) == {("result/par-index/2019/province/lang-son", "rank"): {"42"}}


def test_a_fall_gives_a_better_rank_before() -> None:
    store = store_of(reading("a", said("rank", 36), said("rank_change", -6)))
    assert derived(store) == {("result/par-index/2019/province/lang-son", "rank"): {"30"}}


def test_the_edition_compared_with_is_the_one_the_source_names() -> None:
    store = store_of(reading("a", said("rank", 36), said("rank_change", 6, compared_with=2016)))
    assert derived(store) == {("result/par-index/2016/province/lang-son", "rank"): {"42"}}


def test_score_of_the_year_before_in_a_component() -> None:
    """The rule's example: 12.94 points, up 3.4, so 9.54 the year before."""
    points = {"component": MODERN, "unit_of_measure": "points"}
    store = store_of(reading("004", said("score", "12.94", **points), said("score_change", "3.4", **points)))
    path = "result/par-index/2019/province/lang-son/hien-dai-hoa-hanh-chinh"
    assert derived(store) == {(path, "score"): {"9.54"}}
    component = Quad(
        NamedNode(v.ID + path), NamedNode(v.CCHC + "component"), NamedNode(v.ID + "component/" + MODERN.path), DERIVED
    )
    assert component in store


@pytest.mark.parametrize(
    ("score", "change", "before", "tolerance"),
    [("83.72", "2.57", "81.15", "0.01"), ("83.84", "1.3", "82.54", "0.055"), ("90", "-2.5", "92.5", "0.55")],
)
def test_the_score_of_the_year_before_says_how_sure_it_is(score: str, change: str, before: str, tolerance: str) -> None:
    """Each figure stands for half a unit of its last digit to either side."""
    store = store_of(reading("a", said("score", score), said("score_change", change)))
    assert derived(store) == {("result/par-index/2019/province/lang-son", "score"): {before}}
    assert {quad.object.value for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "tolerance"), None)} == {
        tolerance
    }


def test_tolerances_add_up_along_a_chain() -> None:
    store = store_of(
        reading("a", said("score", "83.72"), said("score_change", "2.57")),
        reading("b", said("score_change", "1.2", edition=Edition("par-index", 2019, "province"))),
    )
    assert derived(store)["result/par-index/2018/province/lang-son", "score"] == {"79.95"}
    found = store.quads_for_pattern(None, NamedNode(v.CCHC + "tolerance"), None, DERIVED)
    assert {quad.object.value for quad in found} == {"0.01", "0.06"}


def test_mean_of_the_year_before() -> None:
    """The rule's example: a mean of 87.56, up 1.93, so 85.63 the year before."""
    ministries = Edition("par-index", 2020, "ministry")
    store = store_of(reading("004", figure("mean", "87.56", ministries, change=Decimal("1.93"))))
    assert derived(store) == {("statistic/par-index/2019/ministry/mean", "value"): {"85.63"}}


DISTRICTS = Edition("dong-thap-cchc", 2021, "district")


@pytest.mark.parametrize(
    ("scores", "mean", "tolerance"),
    [
        (("80", "81", "83"), "81.33", "0.505"),
        (("80.25", "81.5", "83.11"), "81.62", "0.025"),
        (("80.25", "81.51", "83.11"), "81.62", "0.01"),
    ],
)
def test_a_mean_of_all_is_as_sure_as_the_digits_of_its_scores(
    scores: tuple[str, ...], mean: str, tolerance: str
) -> None:
    """The half units of the last digits on an average, and that of the mean's own two decimal places."""
    units = [
        Unit(f"dong-thap/{name}", name, "District") for name in ("huyen-lap-vo", "huyen-lai-vung", "huyen-hong-ngu")
    ]
    claims = [said("score", score, unit, DISTRICTS) for score, unit in zip(scores, units, strict=True)]
    store = store_of(reading("a", *claims, said("rank", 2, units[0], DISTRICTS, rank_of=3)))
    found = derived(store)
    assert found["statistic/dong-thap-cchc/2021/district/mean", "value"] == {mean}
    assert tolerances(store) == {tolerance}


@pytest.mark.parametrize(
    ("now", "before", "change", "tolerance"),
    [("83.72", "81.15", "2.57", "0.01"), ("83.72", "81.1", "2.6", "0.075"), ("84", "81.15", "3", "0.655")],
)
def test_a_change_is_as_sure_as_the_digits_of_its_scores(now: str, before: str, change: str, tolerance: str) -> None:
    """Their half units, and what the difference was rounded by: 83.72 - 81.1 = 2.62, told as 2.6."""
    store = store_of(
        reading("a", said("score", now), said("score", before, edition=Edition("par-index", 2019, "province")))
    )
    assert derived(store) == {("result/par-index/2020/province/lang-son", "scoreChange"): {change}}
    assert tolerances(store) == {tolerance}


def test_a_change_rests_on_one_claim_for_each_score_that_sources_agree_on() -> None:
    """Else the premises would be all pairs of the sources of one year with those of the other."""
    year_before = Edition("par-index", 2019, "province")
    store = store_of(
        *(reading(f"now-{number}", said("score", "83.72")) for number in range(5)),
        *(reading(f"then-{number}", said("score", "81.15", edition=year_before)) for number in range(5)),
        reading("z", said("score", "83.72"), said("score", "81.15", edition=year_before)),
    )
    assert derived(store)["result/par-index/2020/province/lang-son", "scoreChange"] == {"2.57"}
    (claim,) = {
        quad.subject for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "scoreChange"), None, DERIVED)
    }
    premises = store.quads_for_pattern(claim, NamedNode(v.PROV + "wasDerivedFrom"), None, DERIVED)
    told = {quad.object.value.removeprefix(v.ID + "claim/").split("/")[0] for quad in premises}
    # One source that tells both is a reason of its own.
    assert told == {"now-0", "z", "then-0"}


@pytest.mark.parametrize(("now", "change", "graded"), [("70.6", "-9.5", set()), ("70.57", "-9.93", {"b"})])
def test_a_derived_score_gives_no_grade_that_its_tolerance_leaves_open(now: str, change: str, graded: set[str]) -> None:
    """70.6 + 9.5 is 80.1 to within a tenth, which may be 80 or less; 70.57 + 9.93 is 80.50 to within a hundredth."""
    store = store_of(reading("a", said("score", now), said("score_change", change)))
    reference = (resource("ontology") / "grades.ttl").read_bytes()
    store.load(input=reference, format=RdfFormat.TURTLE, to_graph=NamedNode(v.BASE + "graph/reference"))
    conclude(store)
    grades = store.quads_for_pattern(None, NamedNode(v.CCHC + "grade"), None, DERIVED)
    told = {quad.object.value.rsplit("/", 1)[-1] for quad in grades if "/2019/" in quad.subject.value}  # type: ignore[union-attr]
    assert told == graded


def test_every_rule_that_concludes_a_rounded_number_says_how_sure_it_is() -> None:
    """As its example shows: what is no whole number has a tolerance."""
    for path in sorted((resource("ontology") / "rules" / "examples").iterdir()):
        quads = list(parse(path.read_bytes(), format=RdfFormat.TRIG))
        sure = {quad.subject for quad in quads if quad.predicate == NamedNode(v.CCHC + "tolerance")}
        rounded = {
            quad.subject
            for quad in quads
            if quad.graph_name == DERIVED and isinstance(quad.object, Literal) and "." in quad.object.value
        }
        assert rounded == sure, path.name


def tolerances(store: Store) -> set[str]:
    return {quad.object.value for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "tolerance"), None)}


def test_a_mean_of_a_part_stays_one_of_that_part() -> None:
    cities = Concept("thanh-pho", "thành phố")
    store = store_of(reading("a", figure("mean", "86.89", change=Decimal("1"), subgroup=cities)))
    assert derived(store) == {("statistic/par-index/2019/province/mean/thanh-pho", "value"): {"85.89"}}


def test_a_count_has_no_year_before() -> None:
    assert derived(store_of(reading("a", figure("risen-count", "15", change=Decimal("2"))))) == {}


def test_the_last_of_n_has_rank_n() -> None:
    """The rule's example: last of 17, so 17th."""
    departments = Edition("dong-thap-cchc", 2021, "department", Unit("dong-thap", "Đồng Tháp", "Province", known=True))
    last = Unit("dong-thap/so-tai-nguyen", "Sở Tài nguyên và Môi trường", "Department", "dong-thap")
    store = store_of(reading("003", said("standing", "last", last, departments, rank_of=17)))
    path = "result/dong-thap-cchc/2021/department/dong-thap/so-tai-nguyen"
    assert derived(store) == {(path, "rank"): {"17"}, (path, "rankedAmong"): {"17"}}


def test_a_conclusion_that_two_rules_draw_names_one_of_them() -> None:
    """The last of 19 in a year, who is 9th in the next, up 10 places: 19th by either."""
    last = said("standing", "last", edition=Edition("par-index", 2019, "province"), rank_of=19)
    store = store_of(reading("a", last, said("rank", 9), said("rank_change", 10)))
    assert derived(store)["result/par-index/2019/province/lang-son", "rank"] == {"19"}
    claims = {quad.subject for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + "about"), None, DERIVED)}
    drawn_by = [[*store.quads_for_pattern(claim, NamedNode(v.CCHC + "rule"), None, DERIVED)] for claim in claims]
    assert [len(one) for one in drawn_by] == [1] * len(claims)


def test_conclusions_follow_from_conclusions() -> None:
    """Last of 63 and up 0 on a year that was up 3 on the year before that."""
    earlier = Edition("par-index", 2019, "province")
    store = store_of(
        reading("a", said("standing", "last", rank_of=63), said("rank_change", -3)),
        reading("b", said("rank_change", -2, edition=earlier)),
    )
    found = derived(store)
    assert found["result/par-index/2019/province/lang-son", "rank"] == {"60"}
    assert found["result/par-index/2018/province/lang-son", "rank"] == {"58"}


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([said("rank", 36), said("rank_change", 6, status="candidate")], id="a candidate change"),
        pytest.param([said("rank", 36, status="candidate"), said("rank_change", 6)], id="a candidate rank"),
        pytest.param([said("rank", 3, scope=RED_RIVER), said("rank_change", 6)], id="a rank within a region"),
        pytest.param([said("rank", 36), said("rank_change", 6, scope=RED_RIVER)], id="a change within a region"),
        pytest.param([said("rank", 36), said("rank_change", 6, period="tuần 3")], id="a change of one week"),
        pytest.param([said("rank", 36), said("rank_change", 6, HA_NAM)], id="another unit"),
        pytest.param([said("rank", 2), said("rank_change", -2)], id="a rank below 1"),
        pytest.param(
            [said("score", "83", component=MODERN), said("score_change", "3")], id="a component and the whole"
        ),
        pytest.param(
            [said("score", "83", unit_of_measure="percent"), said("score_change", "3", unit_of_measure="points")],
            id="percent and points",
        ),
        pytest.param([said("score", "3"), said("score_change", "4")], id="a score below 0"),
        pytest.param([said("standing", "last")], id="the last of nobody knows how many"),
        pytest.param([said("standing", "last", rank_of=9, scope=RED_RIVER)], id="the last of a region"),
        pytest.param([said("standing", "among-lowest", rank_of=63)], id="among the lowest"),
    ],
)
def test_nothing_follows_from(claims: list) -> None:  # type: ignore[type-arg]
    assert derived(store_of(reading("a", *claims))) == {}


def test_a_rank_beyond_the_number_ranked_then_does_not_follow() -> None:
    earlier = Edition("par-index", 2019, "province")
    other = said("rank", 1, HA_NAM, earlier, rank_of=63)
    assert derived(store_of(reading("a", said("rank", 60), said("rank_change", 6), other))) == {}
    assert derived(store_of(reading("a", said("rank", 60), said("rank_change", 3), other))) != {}


def test_rank_and_change_of_one_source_go_together() -> None:
    store = store_of(
        reading("a", said("rank", 36), said("rank_change", 6)), reading("b", said("rank", 37), said("rank_change", 5))
    )
    assert derived(store) == {("result/par-index/2019/province/lang-son", "rank"): {"42"}}


def test_a_change_without_a_rank_takes_the_rank_of_another_source() -> None:
    store = store_of(reading("a", said("rank_change", 6)), reading("b", said("rank", 36)))
    assert derived(store) == {("result/par-index/2019/province/lang-son", "rank"): {"42"}}


def test_a_derived_rank_is_no_premise_where_one_is_stated() -> None:
    later = Edition("par-index", 2021, "province")
    store = store_of(
        reading("a", said("rank", 30, edition=later), said("rank_change", 10, edition=later)),
        reading("b", said("rank", 36), said("rank_change", 6)),
    )
    found = derived(store)
    assert found["result/par-index/2020/province/lang-son", "rank"] == {"40"}
    assert found["result/par-index/2019/province/lang-son", "rank"] == {"42"}


def test_a_stated_value_stays_beside_a_derived_one() -> None:
    store = store_of(
        reading("a", said("rank", 36), said("rank_change", 6)),
        reading("b", said("rank", 41, edition=Edition("par-index", 2019, "province"))),
    )
    stated = set(store)
    derived(store)
    assert stated <= set(store)


def test_a_derived_claim_names_rule_and_premises() -> None:
    store = store_of(reading("004", said("rank", 36), said("rank_change", 6)))
    conclude(store)
    claim = NamedNode(v.ID + "claim/derived/par-index/2019/province/lang-son/rank/42")
    said_of_it = {(q.predicate.value, q.object.value) for q in store.quads_for_pattern(claim, None, None, DERIVED)}
    premises = v.ID + "claim/004/par-index/2020/province/lang-son/"
    assert said_of_it == {
        (v.RDF + "type", v.CCHC + "Claim"),
        (v.RDF + "type", v.PROV + "Entity"),
        (v.CCHC + "about", LANG_SON_2019),
        (v.CCHC + "rank", "42"),
        (v.CCHC + "status", v.CCHC + "Derived"),
        (v.CCHC + "rule", v.ID + "rule/previous-rank"),
        (v.PROV + "wasDerivedFrom", premises + "rank/36"),
        (v.PROV + "wasDerivedFrom", premises + "rank-change/6"),
    }


def test_rules_are_described_in_both_languages() -> None:
    store = Store()
    conclude(store)
    for rule in rules():
        for predicate in (v.RDFS + "label", v.SKOS + "definition", v.SKOS + "scopeNote", v.SKOS + "example"):
            texts = store.quads_for_pattern(NamedNode(rule.iri), NamedNode(predicate), None, DERIVED)
            assert {quad.object.language for quad in texts} == {"vi", "en"}


def test_concluding_twice_gives_the_same_and_counts_by_rule() -> None:
    store = store_of(reading("004", said("rank", 36), said("rank_change", 6)))
    assert conclude(store)["previous-rank"] == 1
    first = set(store)
    assert conclude(store)["previous-rank"] == 1
    assert set(store) == first


def test_conclusions_go_when_their_premise_goes() -> None:
    store = store_of(reading("004", said("rank", 36), said("rank_change", 6)))
    conclude(store)
    store.remove_graph(NamedNode(v.source_graph("004")))
    assert derived(store) == {}


def test_editions_in_a_circle_are_an_error_and_not_a_hang() -> None:
    """2021 goes back to 2020, 2020 to 2019, and 2019 to 2020 again, one point up each time."""
    later, earlier = Edition("par-index", 2021, "province"), Edition("par-index", 2019, "province")
    store = store_of(
        reading("a", said("score", "80", edition=later), said("score_change", "-1", edition=later)),
        reading("b", said("score_change", "-1")),
        reading("c", said("score_change", "-1", edition=earlier, compared_with=2020)),
    )
    with pytest.raises(CchcError) as caught:
        conclude(store)
    assert caught.value.code == "RULES_ENDLESS"


def example(rule: Rule) -> tuple[Store, set[str]]:
    """The example of a rule beside its file: what is given, and the triples that follow."""
    given, concluded = Store(), set()
    text = (resource("ontology") / "rules" / "examples" / f"{rule.name}.trig").read_bytes()
    for quad in parse(text, format=RdfFormat.TRIG):
        if quad.graph_name == DERIVED:
            concluded.add(str(quad.triple))
        else:
            given.add(quad)
    return given, concluded


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_concludes_its_example(rule: Rule) -> None:
    given, concluded = example(rule)
    conclude(given, (rule,))
    of_rule = {str(quad.triple) for quad in described(rule)}
    assert {str(quad.triple) for quad in given.quads_for_pattern(None, None, None, DERIVED)} - of_rule == concluded


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_premise_of_an_example_is_needed(rule: Rule) -> None:
    """Without any one of the claims that a conclusion names, that conclusion does not follow as it did."""
    given, _ = example(rule)
    derived_from = NamedNode(v.PROV + "wasDerivedFrom")
    answer = given.query(rule.text, use_default_graph_as_union=True)
    assert isinstance(answer, QueryTriples)
    premises = {str(triple.object): triple for triple in answer if triple.predicate == derived_from}
    assert premises
    for triple in premises.values():
        without = Store()
        without.extend(quad for quad in given if quad.subject != triple.object)
        left = without.query(rule.text, use_default_graph_as_union=True)
        assert isinstance(left, QueryTriples)
        assert str(triple) not in {str(one) for one in left}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_two_engines_conclude_the_same(rule: Rule) -> None:
    from rdflib import Dataset

    given, concluded = example(rule)
    dataset = Dataset(default_union=True)
    nquads = given.dump(format=RdfFormat.N_QUADS)
    assert nquads is not None
    dataset.parse(data=nquads, format="nquads")
    answered = dataset.query(rule.text).graph
    assert answered is not None
    theirs = {str(quad.triple) for quad in parse(answered.serialize(format="nt"), format=RdfFormat.N_TRIPLES)}
    assert theirs == concluded


@pytest.mark.parametrize(
    "header",
    [
        "",
        "#+ title: {vi: a, en: b}",
        "#+ title: [",
        HEADER.replace("example: {vi: a, en: b}", "example: {vi: a}"),
        HEADER.replace("}}", "}, x: 1}"),
    ],
)
def test_a_rule_without_its_header_is_an_error(tmp_path: Path, header: str) -> None:
    (tmp_path / "r.rq").write_text(header + "\nCONSTRUCT WHERE { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(CchcError) as caught:
        rules(tmp_path)
    assert caught.value.code == "RULE_HEADER"


def test_a_rule_that_constructs_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "r.rq").write_text(HEADER + "\nSELECT * { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(CchcError) as caught:
        conclude(Store(), rules(tmp_path))
    assert caught.value.code == "RULE_HEADER"
