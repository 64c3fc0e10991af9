"""What a person strikes is retracted, what they correct stands in its place, and what they leave stays as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from cchc import ontology
from cchc import vocabulary as v
from cchc.claims import Meeting, Observation, Reading, Statistic
from cchc.errors import CchcError
from cchc.loaders.articles.records import records
from cchc.queries import run
from cchc.review import ReviewRefused, apply_review, held_as, read_records
from cchc.store import memory_store
from cchc.triples import quads
from cchc.validation import validate_graph
from claim_samples import settled
from review_samples import CLAIMS, TEXT, article

Record = dict[str, Any]
REVIEW = v.ID + "review/mau"
SCORE = v.ID + "claim/mau/par-index/2020/province/lang-son/score/83.8/points"
CORRECTED = v.ID + "claim/mau/review/par-index/2020/province/lang-son/score/84.1/points"


def written(reading: Reading) -> list[Record]:
    """The records as a file holds them."""
    return list(json.loads(json.dumps(records(reading), ensure_ascii=False)))


def index_of(facts: list[Record], **wanted: object) -> int:
    return next(i for i, fact in enumerate(facts) if all(fact.get(key) == value for key, value in wanted.items()))


def changed(reading: Reading, wanted: dict[str, object], **values: object) -> Reading:
    """The reading with one record corrected."""
    facts = written(reading)
    facts[index_of(facts, **wanted)].update(values)
    return apply_review(reading, facts)


def objects(found: list[Quad], subject: str, predicate: str) -> set[str]:
    return {q.object.value for q in found if q.subject == NamedNode(subject) and q.predicate == NamedNode(predicate)}


def refused(reading: Reading, facts: list[Record]) -> list[CchcError]:
    with pytest.raises(ReviewRefused) as caught:
        apply_review(reading, facts)
    return list(caught.value.problems)


# -- what is left as it was ------------------------------------------------------------------------------------------


@given(st.permutations(range(len(written(article())))))
def test_unchanged_records_in_any_order_change_nothing(order: list[int]) -> None:
    facts = written(article())
    assert apply_review(article(), [facts[place] for place in order]) == article()


def test_other_spellings_of_the_same_values_change_nothing() -> None:
    facts = written(article())
    for fact in facts:
        for key in [key for key, value in fact.items() if value is None]:
            del fact[key]
    facts[index_of(facts, measure="rank")]["value"] = 36.0
    assert apply_review(article(), facts) == article()


def test_a_figure_that_found_no_place_may_be_left_out() -> None:
    facts = [fact for fact in written(article()) if fact["type"] != "unplaced"]
    assert apply_review(article(), facts) == article()


# -- what is struck --------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.sets(st.integers(0, len(written(article())) - 1)))
def test_exactly_the_struck_records_are_retracted(struck: set[int]) -> None:
    facts = written(article())
    reviewed = apply_review(article(), [fact for place, fact in enumerate(facts) if place not in struck])

    def said(status: str) -> list[str]:
        claims = tuple(claim for claim in reviewed.claims if (claim.status == "retracted") == (status == "retracted"))
        found = [{**fact, "status": None} for fact in written(replace(article(), claims=claims, unplaced=()))]
        return sorted(json.dumps(fact, sort_keys=True) for fact in found)

    wanted = [place for place in struck if facts[place]["type"] != "unplaced"]
    assert said("retracted") == sorted(json.dumps({**facts[i], "status": None}, sort_keys=True) for i in wanted)
    left = [fact for i, fact in enumerate(facts) if i not in wanted and fact["type"] != "unplaced"]
    assert said("stated") == sorted(json.dumps({**fact, "status": None}, sort_keys=True) for fact in left)


def test_a_struck_claim_is_kept_retracted_with_its_quote() -> None:
    facts = written(article())
    del facts[index_of(facts, measure="score")]
    found = quads(apply_review(article(), facts, reviewer="Sở Nội vụ", reviewed_on="2022-01-31"))
    assert objects(found, SCORE, v.CCHC + "status") == {v.CCHC + "Retracted"}
    assert objects(found, SCORE, v.CCHC + "score") == {"83.8"}
    assert len(objects(found, SCORE, v.CCHC + "quote")) == 1
    assert objects(found, SCORE, v.PROV + "wasInvalidatedBy") == {REVIEW}
    assert objects(found, REVIEW, v.PROV + "wasAssociatedWith") == {v.ID + "reviewer/so-noi-vu"}
    assert objects(found, REVIEW, v.DCTERMS + "date") == {"2022-01-31"}


def test_nobody_and_no_day_is_made_up() -> None:
    facts = written(article())[1:]
    found = quads(apply_review(article(), facts))
    assert objects(found, REVIEW, v.PROV + "wasAssociatedWith") == set()
    assert objects(found, REVIEW, v.DCTERMS + "date") == set()


def test_a_struck_value_is_neither_accepted_nor_a_premise() -> None:
    facts = written(article())
    for measure in ("rank", "score"):
        del facts[index_of(facts, measure=measure)]
    store = settled(apply_review(article(), facts))
    for measure in ("rank", "score"):
        assert not list(store.quads_for_pattern(None, NamedNode(v.CCHC + measure), None, NamedNode(v.RESULTS_GRAPH)))
        assert not list(store.quads_for_pattern(None, NamedNode(v.CCHC + measure), None, NamedNode(v.DERIVED_GRAPH)))


def test_a_struck_change_leaves_the_mean_that_stands_with_it() -> None:
    facts = written(article())
    del facts[index_of(facts, measure="mean_change")]
    means = [
        claim
        for claim in apply_review(article(), facts).claims
        if isinstance(claim, Statistic) and claim.kind == "mean"
    ]
    assert [
        (claim.value and str(claim.value), claim.change and str(claim.change), claim.status) for claim in means
    ] == [
        ("83.72", None, "stated"),
        (None, "2.57", "retracted"),
    ]


@pytest.mark.parametrize("kind", ["meeting", "official", "directive"])
def test_what_several_sources_may_tell_is_kept_in_words_only_once_struck(kind: str) -> None:
    facts = written(article())
    del facts[index_of(facts, type=kind)]
    found = quads(apply_review(article(), facts))
    kept = [q.subject.value for q in found if q.object == NamedNode(v.CCHC + "Retraction")]
    classes = {"meeting": v.CCHC + "Meeting", "official": v.ORG + "Membership", "directive": v.CCHC + "Directive"}
    assert len(kept) == 1
    assert objects(found, kept[0], v.CCHC + "status") == {v.CCHC + "Retracted"}
    assert objects(found, kept[0], v.CCHC + "quote")
    assert not [q for q in found if q.object == NamedNode(classes[kind])]
    assert [q for q in quads(article()) if q.object == NamedNode(classes[kind])]


def test_the_note_on_a_struck_record_is_kept() -> None:
    facts = written(article())
    facts[index_of(facts, measure="score")].update(status="retracted", note="Số của năm trước.")
    found = quads(apply_review(article(), facts))
    assert objects(found, SCORE, v.CCHC + "status") == {v.CCHC + "Retracted"}
    assert objects(found, SCORE, v.SKOS + "editorialNote") == {"Số của năm trước."}


def test_a_note_alone_leaves_the_claim_stated() -> None:
    facts = written(article())
    facts[index_of(facts, measure="score")]["note"] = "Đã đối chiếu."
    reviewed = apply_review(article(), facts)
    assert reviewed.claims == CLAIMS
    assert objects(quads(reviewed), SCORE, v.SKOS + "editorialNote") == {"Đã đối chiếu."}


# -- what is corrected -----------------------------------------------------------------------------------------------


def test_a_corrected_value_stands_beside_the_retracted_one_and_names_it() -> None:
    found = quads(changed(article(), {"measure": "score"}, value=84.1))
    assert objects(found, SCORE, v.CCHC + "status") == {v.CCHC + "Retracted"}
    assert objects(found, CORRECTED, v.CCHC + "status") == {v.CCHC + "Stated"}
    assert objects(found, CORRECTED, v.CCHC + "score") == {"84.1"}
    assert objects(found, CORRECTED, v.CCHC + "quote") == objects(found, SCORE, v.CCHC + "quote")
    for link in ("wasDerivedFrom", "wasRevisionOf"):
        assert objects(found, CORRECTED, v.PROV + link) == {SCORE}
    assert objects(found, CORRECTED, v.PROV + "wasGeneratedBy") == {REVIEW}


def test_a_ranking_shows_the_corrected_value() -> None:
    def ranking(reading: Reading) -> list[tuple[object, object]]:
        store = memory_store([*ontology.quads(), *settled(reading)])
        answer = run(store, "ranking", {"index": "par-index", "year": "2020"})
        return [(row["rank"], row["score"]) for row in answer.rows]

    before = ranking(article())
    after = ranking(changed(article(), {"measure": "score"}, value=84.1))
    assert [str(score) for _, score in before] == ["83.8"]
    assert [str(score) for _, score in after] == ["84.1"]


def test_a_correction_has_an_iri_of_its_own_where_only_a_detail_differs() -> None:
    found = quads(changed(article(), {"measure": "rank"}, rank_of=61))
    among = {q.subject.value: q.object.value for q in found if q.predicate == NamedNode(v.CCHC + "rankedAmong")}
    path = "par-index/2020/province/lang-son/rank/36"
    assert among == {f"{v.ID}claim/mau/{path}": "63", f"{v.ID}claim/mau/review/{path}": "61"}


def test_a_corrected_index_year_and_unit_move_the_claim() -> None:
    reviewed = changed(article(), {"measure": "rank"}, index="SIPAS", year=2021, unit="Hà Nam")
    assert reviewed.review is not None
    claim = reviewed.review.corrections[0].claim
    assert isinstance(claim, Observation)
    assert (claim.edition.index, claim.edition.year, claim.unit.path, claim.rank_of) == ("sipas", 2021, "ha-nam", 63)


def test_a_unit_of_the_province_may_be_named_that_the_article_does_not_have() -> None:
    reviewed = changed(article(), {"measure": "score"}, unit="Sở Y tế", index="provincial CCHC index")
    assert reviewed.review is not None
    claim = reviewed.review.corrections[0].claim
    assert isinstance(claim, Observation)
    assert (claim.unit.path, claim.edition.population) == ("lang-son/so-y-te", "department")
    assert claim.edition.index == "lang-son-cchc"
    assert claim.edition.owner is not None


def test_what_a_reading_rule_supplied_no_longer_counts_once_a_person_changed_it() -> None:
    kept = changed(article(), {"measure": "rank_change"}, value=7)
    gone = changed(article(), {"measure": "rank_change"}, index="SIPAS")
    assert kept.review is not None
    assert gone.review is not None
    assert getattr(kept.review.corrections[0].claim, "interpretation", None) == ("index-from-context",)
    assert getattr(gone.review.corrections[0].claim, "interpretation", None) == ()


def test_a_candidate_that_a_person_confirms_is_stated() -> None:
    guess = replace(CLAIMS[1], status="candidate")
    reviewed = changed(article(guess), {"measure": "rank"}, status="stated")
    store = settled(reviewed)
    ranks = list(store.quads_for_pattern(None, NamedNode(v.CCHC + "rank"), None, NamedNode(v.RESULTS_GRAPH)))
    assert [quad.object.value for quad in ranks] == ["36"]
    assert not [
        q for q in settled(article(guess)) if q.graph_name == NamedNode(v.RESULTS_GRAPH) and "rank" in q.predicate.value
    ]


def test_a_corrected_meeting_takes_the_place_of_the_retracted_one() -> None:
    reviewed = changed(article(), {"type": "meeting"}, date="2021-06-25")
    found = quads(reviewed)
    meetings = {q.subject.value for q in found if q.object == NamedNode(v.CCHC + "Meeting")}
    kept = next(q.subject.value for q in found if q.object == NamedNode(v.CCHC + "Retraction"))
    assert meetings == {v.ID + "meeting/2021-06-25/lang-son/ubnd-tinh"}
    assert objects(found, kept, v.DCTERMS + "isReplacedBy") == meetings
    assert reviewed.review is not None
    meeting = reviewed.review.corrections[0].claim
    assert isinstance(meeting, Meeting)
    assert meeting.points == CLAIMS[7].points  # type: ignore[union-attr]


def test_a_new_record_is_an_addition_without_a_machine_claim() -> None:
    facts = written(article())
    unplaced = facts.pop(index_of(facts, type="unplaced"))
    place = {key: unplaced[key] for key in ("evidence", "start", "end")}
    facts.append(
        {
            "type": "observation",
            "index": "SIPAS",
            "unit": "Hà Nam",
            "year": 2020,
            "measure": "score",
            "value": 77.7,
            **place,
        }
    )
    reviewed = apply_review(article(), facts)
    assert reviewed.claims == CLAIMS
    assert reviewed.review is not None
    assert [correction.revises for correction in reviewed.review.corrections] == [None]
    assert reviewed.review.corrections[0].claim.quotes[0].suffix == "."


def test_evidence_may_be_corrected_to_other_words_of_the_text() -> None:
    start = TEXT.index("83,80 điểm")
    reviewed = changed(article(), {"measure": "score"}, evidence="83,80 điểm", start=start, end=start + 10)
    assert reviewed.review is not None
    quotes = reviewed.review.corrections[0].claim.quotes
    assert [(quote.start, quote.exact, quote.prefix) for quote in quotes] == [
        (start, "83,80 điểm", "Năm 2020, Lạng Sơn đạt ")
    ]


@pytest.mark.parametrize("place", range(len([f for f in written(article()) if f["type"] != "unplaced"])))
def test_every_record_says_the_same_when_a_person_had_written_it(place: int) -> None:
    """A record taken back without the machine's claims to lean on gives the same record again."""
    facts = [fact for fact in written(article()) if fact["type"] != "unplaced"]
    helps = CLAIMS[7] if facts[place]["type"] != "meeting" else CLAIMS[8]
    lean = replace(article(helps), unplaced=())
    reviewed = apply_review(lean, [*written(lean), facts[place]])
    assert reviewed.review is not None
    again = written(replace(lean, claims=(reviewed.review.corrections[0].claim,), review=None))
    rules = {"interpretation": [] if "interpretation" in facts[place] else None}
    assert [{k: v for k, v in fact.items() if v is not None} for fact in again] == [
        {k: v for k, v in {**facts[place], **rules}.items() if v is not None}
    ]


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(random: Any) -> None:
    facts = written(article())
    facts[index_of(facts, measure="score")]["value"] = 84.1
    facts[index_of(facts, measure="rank")]["value"] = 35
    del facts[index_of(facts, type="directive")]
    shuffled = list(facts)
    random.shuffle(shuffled)
    assert quads(apply_review(article(), shuffled)) == quads(apply_review(article(), facts))


def test_a_reviewed_graph_conforms() -> None:
    facts = written(article())
    facts[index_of(facts, measure="score")]["value"] = 84.1
    facts[index_of(facts, type="meeting")]["date"] = "2021-06-25"
    del facts[index_of(facts, type="official")]
    before = {row.code for row in validate_graph(quads(article())).violations}
    after = {row.code for row in validate_graph(quads(apply_review(article(), facts))).violations}
    assert after == before == set()


# -- what can't be taken back ----------------------------------------------------------------------------------------


def test_all_problems_are_told_at_once_each_with_its_record_and_key() -> None:
    facts = written(article())
    places = {name: index_of(facts, **wanted) for name, wanted in {
        "score": {"measure": "score"}, "rank": {"measure": "rank"}, "grade": {"measure": "group"},
        "meeting": {"type": "meeting"}, "change": {"measure": "rank_change"},
    }.items()}  # fmt: skip
    facts[places["score"]].update(unit="Lạng Sươn", value="83,80")
    facts[places["rank"]].update(year=20201, rank_of=3)
    facts[places["grade"]].update(value="nhóm Z")
    facts[places["meeting"]].update(date="2021-02-30")
    facts[places["change"]].update(evidence="tăng 7 bậc")
    facts.append({"type": "observations"})
    facts.append({**facts[places["rank"]], "year": 2020, "rank_of": 63, "rang": 1})
    problems = refused(article(), facts)
    told = {(problem.code, problem.where) for problem in problems}
    assert told == {
        ("REVIEW_NAME", f"facts.json[{places['score']}].unit"),
        ("REVIEW_VALUE", f"facts.json[{places['score']}].value"),
        ("REVIEW_VALUE", f"facts.json[{places['rank']}].year"),
        ("REVIEW_VALUE", f"facts.json[{places['rank']}].rank_of"),
        ("REVIEW_NAME", f"facts.json[{places['grade']}].value"),
        ("REVIEW_VALUE", f"facts.json[{places['meeting']}].date"),
        ("REVIEW_EVIDENCE", f"facts.json[{places['change']}].evidence"),
        ("REVIEW_VALUE", f"facts.json[{len(facts) - 2}].type"),
        ("REVIEW_KEY", f"facts.json[{len(facts) - 1}]"),
    }
    nearest = next(problem for problem in problems if problem.where.endswith(".unit"))
    assert "Lạng Sơn" in nearest.message("vi")


def test_the_error_tells_every_problem_in_both_languages() -> None:
    facts = written(article())
    facts[index_of(facts, measure="score")].update(unit="Nơi nào", value=None)
    with pytest.raises(ReviewRefused) as caught:
        apply_review(article(), facts, where="sua.json")
    for lang in ("vi", "en"):
        lines = caught.value.message(lang).splitlines()
        assert len(lines) == 3
        assert all("sua.json[" in line for line in lines[1:])
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), 1e300, [], {}, "36", None, 1.5, 0, -3])
def test_a_rank_that_is_none_is_refused(value: object) -> None:
    facts = written(article())
    facts[index_of(facts, measure="rank")]["value"] = value
    assert [problem.code for problem in refused(article(), facts)] == ["REVIEW_VALUE"]


@settings(max_examples=80)
@given(
    st.sampled_from(range(len(written(article())))),
    st.dictionaries(
        st.sampled_from(sorted({key for fact in written(article()) for key in fact})),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(max_size=20),
            st.lists(st.integers(), max_size=2),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_any_value_is_taken_or_refused_with_a_code(place: int, values: dict[str, Any]) -> None:
    facts = written(article())
    facts[place].update(values)
    problems: list[CchcError] = []
    try:
        reviewed = apply_review(article(), facts)
    except ReviewRefused as error:
        problems = list(error.problems)
    assert problems or quads(reviewed)
    assert all(problem.message(lang) for problem in problems for lang in ("vi", "en"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "REVIEW_FILE"),
        (b"[", "REVIEW_FILE"),
        (b"{}", "REVIEW_FILE"),
        (b"[1]", "REVIEW_FILE"),
        (b"\xff\xfe\x00", "REVIEW_FILE"),
        (b"[" * 200_000, "REVIEW_FILE"),
        (b'[{"value": ' + b"9" * 10_000 + b"}]", "REVIEW_FILE"),
    ],
)
def test_a_file_that_holds_no_records_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)
    with pytest.raises(CchcError) as caught:
        read_records(path)
    assert caught.value.code == code


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    facts = written(article())
    for encoding in ("utf-8", "utf-8-sig"):
        path = tmp_path / f"{encoding}.json"
        path.write_text(json.dumps(facts, ensure_ascii=False), encoding=encoding)
        assert read_records(path) == facts
    with pytest.raises(CchcError) as caught:
        read_records(tmp_path / "none.json")
    assert caught.value.code == "FILE_MISSING"


def test_an_article_is_found_in_the_store_by_its_text_whatever_its_file_is_called() -> None:
    reading = article()
    known = replace(reading.source, id="listed", title="Tin", publisher="Báo", published="2021-06-24")
    store = settled(replace(reading, source=known))
    assert held_as(store, reading.source) == (
        "listed",
        {"title": "Tin", "publisher": "Báo", "published": "2021-06-24"},
    )
    assert held_as(store, replace(reading.source, sha256="0" * 64)) is None
