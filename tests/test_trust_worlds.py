"""Made-up worlds: what follows from true statements, rounded as sources round, is true and contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store

from cchc import vocabulary as v
from cchc.claims import Claim, Concept, Edition, Unit
from claim_samples import figure, said
from test_maintenance import REFERENCE, in_memory, quads_of

YEARS = (2019, 2020)
GRADES = {grade: Concept(f"par-index/{grade}", f"Nhóm {grade.upper()}", known=True) for grade in "abc"}
PROVINCES = sorted(
    {quad.subject.value for quad in REFERENCE if quad.object == NamedNode(v.CCHC + "Province")}
    - {quad.subject.value for quad in REFERENCE if quad.predicate.value == "https://schema.org/foundingDate"}
)
"""Those of before 2025, by their IRIs."""

Truth = dict[tuple[str, str], Decimal | str]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Claim], Truth]:
    """Two editions of all provinces, what sources truly say of them, and the truth by thing and measure."""
    units = [Unit(one.removeprefix(v.ID + "unit/"), one, "Province", known=True) for one in PROVINCES]
    truth: Truth = {}
    claims: list[Claim] = []
    before: dict[str, tuple[Decimal, int]] = {}
    # How much of each measure sources tell, in tenths: all and nothing as well.
    places = draw(st.sampled_from(((2,), (1, 2), (0, 1, 2))))
    shares = {measure: draw(st.sampled_from((0, 1, 5, 10))) for measure in ("score", "rank", "grade", "change")}
    chance = draw(st.randoms(use_true_random=False))
    for year in YEARS:
        edition = Edition("par-index", year, "province")
        # Distinct scores, so that ranks run with them without ties.
        scores = sorted((Decimal(one) / 100 for one in chance.sample(range(7000, 9999), len(units))), reverse=True)
        order = chance.sample(units, len(units))
        counts = dict.fromkeys(GRADES, 0)
        for place, (unit, score) in enumerate(zip(order, scores, strict=True), 1):
            grade = "a" if score >= 90 else "b" if score >= 80 else "c"
            counts[grade] += 1
            facts: dict[str, tuple[str, Decimal | int | Concept]] = {
                "score": ("score", score), "rank": ("rank", place), "grade": ("grade", GRADES[grade])
            }  # fmt: skip
            if unit.path in before:
                facts["scoreChange"] = "score_change", score - before[unit.path][0]
                facts["rankChange"] = "rank_change", before[unit.path][1] - place
            before[unit.path] = score, place
            for measure, (said_as, value) in facts.items():
                thing = f"{v.ID}result/par-index/{year}/province/{unit.path}"
                truth[thing, measure] = (
                    v.ID + f"grade/par-index/{grade}" if isinstance(value, Concept) else Decimal(value)
                )
                if chance.randrange(10) < shares["change" if measure.endswith("Change") else measure]:
                    more = {"rank_of": len(units)} if measure == "rank" else {}
                    told = round(value, chance.choice(places)) if isinstance(value, Decimal) else value
                    claims.append(said(said_as, told, unit, edition, **more))
        if draw(st.booleans()):
            claims += [
                figure("grade-count", counts[grade], edition, grade=GRADES[grade], out_of=len(units))
                for grade in GRADES
            ]
    return claims, truth


@given(worlds())
@settings(max_examples=12)
def test_what_is_concluded_from_true_statements_is_true_and_contradicts_nothing(
    world: tuple[list[Claim], Truth],
) -> None:
    claims, truth = world
    store = in_memory([*quads_of("a", claims[::2]), *quads_of("b", claims[1::2])]).engine
    assert not list(store.quads_for_pattern(None, None, NamedNode(v.CCHC + "Conflict"), NamedNode(v.RESULTS_GRAPH)))
    for thing, measure, value, tolerance in concluded(store):
        true = truth[thing, measure]
        if tolerance is not None and isinstance(value, Decimal) and isinstance(true, Decimal):
            assert abs(value - true) <= tolerance, (thing, measure, value, true)
        else:
            assert value == true, (thing, measure, value, true)


def concluded(store: Store) -> Iterable[tuple[str, str, Decimal | str, Decimal | None]]:
    """What the rules conclude about results: the thing, the measure, the value, and by how much it may be off.

    A change is rounded to the decimal places of the coarser of two rounded values.
    """
    derived = NamedNode(v.DERIVED_GRAPH)
    for measure in ("score", "rank", "grade", "scoreChange", "rankChange"):
        for quad in store.quads_for_pattern(None, NamedNode(v.CCHC + measure), None, derived):
            said = {one.predicate.value: one.object.value for one in store.quads_for_pattern(quad.subject, None, None)}
            thing = said.get(v.CCHC + "about", "")
            if thing.startswith(v.ID + "result/"):
                value = quad.object.value
                if measure == "grade":
                    yield thing, measure, value, None
                    continue
                number = Decimal(value)
                off = said.get(v.CCHC + "tolerance")
                tolerance = Decimal(off) if off else None
                if measure == "scoreChange":
                    tolerance = Decimal(15).scaleb(min(0, int(number.as_tuple().exponent)) - 1)
                yield thing, measure, number, tolerance
