"""What a graph accepts of an edition, as premises that know their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.bounds.premises import Bound, CountWithin, Cut, Premise, RankWithin, ScoreWithin
from cchc.errors import CchcError
from cchc.queries import bind
from cchc.resources import resource
from cchc.store import ReadableStore, Term

SCALE_OF_100 = Decimal(100)
"""Scores are on a scale of 100 unless ``cchc:maximum`` says otherwise."""

Row = dict[str, Term | None]


@dataclass(frozen=True, slots=True)
class Known:
    """A premise, and the claim (IRI) that it comes from; "" where the graph does not say."""

    premise: Premise
    claim: str


@dataclass(slots=True)
class Edition:
    """The units of an edition: ``members`` are (IRI, label) of those known by name; there are ``size`` in all.

    ``ranks``, ``scores`` and ``grades`` (labels) are the accepted values by IRI; ``scale`` the ends of all scores.
    Where no source says how many units there are, ``sized`` is false, and ``size`` so large that a largest rank beyond
    all ranks that are known means that there is none.
    """

    size: int
    members: list[tuple[str, str]]
    ranks: dict[str, int]
    scores: dict[str, Term]
    grades: dict[str, str]
    known: list[Known]
    scale: tuple[Cut, Cut]
    sized: bool = True

    def last(self, bound: Bound) -> int | None:
        """The largest rank of a bound; None where there is none, since there may be more units."""
        return bound.last if self.sized or bound.last <= max(self.ranks.values(), default=0) else None


def read(store: ReadableStore, terms: Mapping[str, Term], *, sized: bool = True) -> Edition:
    """Reads what is accepted of an edition.

    Units that share a rank r share one score and, where m of them do, the places r to r + m - 1: standard competition
    ranking ("1224"), in which the next rank is r + m.

    :param terms: those bound to ``index``, ``year``, ``population`` and ``lang``.
    :param sized: whether sources must say how many units there are. Where they need not and do not, counts and "last"
        are left out: what they say depends on that number.
    :raises CchcError: BOUNDS_SIZE.
    """
    members = rows_of(store, "members", terms)
    named = [row for row in members if _text(row["named"]) == "1"]
    size = next((int(Decimal(_text(row["size"]))) for row in members if row["size"]), 0)
    if len(named) > size if size else sized or not named:
        raise CchcError("BOUNDS_SIZE", values={"known": len(named), "size": size or "?"})
    # The register is the population only if it has as many units as the sources say; else the others have no name.
    listed = members if len(members) == size else named
    labels = [(_text(row["unit"]), _text(row["unitLabel"])) for row in listed]
    edition = Edition(size, labels, {}, {}, {}, [], _scale([]), sized=size > 0)
    number = {unit: place for place, (unit, _) in enumerate(edition.members)}
    scores: dict[str, list[Known]] = defaultdict(list)
    ranked: dict[int, list[tuple[str, str]]] = defaultdict(list)
    maxima = []
    for row in rows_of(store, "values", terms):
        unit, claim, value = _text(row["unit"]), _text(row["claim"]), row["value"]
        match _text(row["property"]).removeprefix(v.CCHC):
            case "rank":
                edition.ranks[unit] = int(_text(value))
                ranked[edition.ranks[unit]].append((unit, claim))
            case "score":
                edition.scores[unit] = value or Literal("")
                off, score = Decimal(_text(row["tolerance"]) or 0), Decimal(_text(value))
                scores[unit].append(Known(ScoreWithin(number[unit], Cut(score - off), Cut(score + off)), claim))
                maxima += [Decimal(_text(row["maximum"]))] if row["maximum"] else []
            case "grade":
                edition.grades[unit] = _text(row["label"])
                low, high = _ends(row)
                scores[unit].append(Known(ScoreWithin(number[unit], low, high), claim))
            case "standing" if edition.sized and _text(value) == v.CCHC + "Last":
                edition.known.append(Known(RankWithin(number[unit], size, size), claim))
    for rank, sharing in sorted(ranked.items()):
        together = _binding([known for unit, _ in sharing for known in scores[unit]] if len(sharing) > 1 else [])
        for unit, claim in sharing:
            edition.known.append(Known(RankWithin(number[unit], rank, rank + len(sharing) - 1), claim))
            for low, high, from_claim in together:
                edition.known.append(Known(ScoreWithin(number[unit], low, high), from_claim))
    edition.known += [known for unit in scores for known in scores[unit]]
    if not edition.sized:
        edition.size = max(ranked, default=0) + len(named) + 1
    for row in rows_of(store, "counts", terms) if edition.sized else ():
        low, high = _ends(row)
        edition.known.append(Known(CountWithin(low, high, int(Decimal(_text(row["value"])))), _text(row["claim"])))
    edition.scale = _scale(maxima)
    edition.known = [Known(_on(edition.scale, known.premise), known.claim) for known in edition.known]
    return edition


def _binding(scores: list[Known]) -> list[tuple[Cut, Cut, str]]:
    """The highest low end and the lowest high one of intervals that all hold, with their claims: all others follow."""
    premises = [(known.premise, known.claim) for known in scores]
    ends = [(said.low, said.high, claim) for said, claim in premises if isinstance(said, ScoreWithin)]
    return [max(ends, key=lambda one: one[0]), min(ends, key=lambda one: one[1])] if ends else []


def read_if_sized(store: ReadableStore, terms: Mapping[str, Term], *, sized: bool = True) -> Edition | None:
    """As :func:`read`; None where that raises BOUNDS_SIZE."""
    try:
        return read(store, terms, sized=sized)
    except CchcError as error:
        if error.code != "BOUNDS_SIZE":
            raise
        return None


def _on(scale: tuple[Cut, Cut], premise: Premise) -> Premise:
    """A count of what the scale holds."""
    if isinstance(premise, CountWithin):
        return CountWithin(max(premise.low, scale[0]), min(premise.high, scale[1]), premise.number)
    return premise


def _scale(maxima: list[Decimal]) -> tuple[Cut, Cut]:
    return Cut(Decimal(0)), Cut(max(maxima, default=SCALE_OF_100))


def _ends(row: Row) -> tuple[Cut, Cut]:
    low, high = Cut(Decimal("-Infinity")), Cut(Decimal("Infinity"))
    if row["lower"]:
        low = Cut(Decimal(_text(row["lower"])), 1 if _text(row["lowerInclusive"]) == "false" else 0)
    if row["upper"]:
        high = Cut(Decimal(_text(row["upper"])), -1 if _text(row["upperInclusive"]) == "false" else 0)
    return low, high


def rows_of(store: ReadableStore, name: str, terms: Mapping[str, Term]) -> list[Row]:
    """The rows of a query of ``queries/bounds/``."""
    text = (resource("queries") / "bounds" / f"{name}.rq").read_text(encoding="utf-8")
    solutions = store.select(bind(store.prepared(text), dict(terms)))
    return [dict(zip(solutions.variables, row, strict=True)) for row in solutions.rows]


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, (Literal, NamedNode)) else ""
