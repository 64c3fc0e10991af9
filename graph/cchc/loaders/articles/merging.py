"""One claim for each thing said, however often an article says it."""

from __future__ import annotations

from collections.abc import Container, Hashable
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, get_args

from cchc.claims import Claim, Meeting, Observation, Quote, Statistic
from cchc.loaders.articles.document import ITEM, Kind, Paragraph

_REPEATS = (Kind.TITLE, Kind.SUBHEADING, Kind.CAPTION)
_ASIDE = frozenset(
    (
        "quotes", "interpretation", "rank_of", "out_of", "stated_as", "maximum", "unit_of_measure", "standing",
        "attested_on", "band",
    )
)  # fmt: skip
"""What may differ between two places that say the same; some of it in some claims only."""
_SAID = {kind: attrgetter(*(f.name for f in fields(kind) if f.name not in _ASIDE)) for kind in get_args(Claim)}
"""The fields of each kind of claim that say what it claims."""


@dataclass(slots=True)
class _Said:
    """A claim being collected: whether only titles and captions say it so far, and its quotes in order."""

    claim: Claim
    repeats: bool
    quotes: dict[Quote, None]


def merge(claims: list[tuple[Paragraph, Claim]]) -> list[Claim]:
    """One claim for each thing said. Where the body says it, titles and captions that repeat it are no evidence."""
    merged: dict[object, _Said] = {}
    for paragraph, claim in claims:
        key = _what_is_said(claim)
        repeats = paragraph.kind in _REPEATS and not ITEM.match(paragraph.text)
        said = merged.get(key)
        if said is None:
            merged[key] = _Said(claim, repeats, dict.fromkeys(claim.quotes))
            continue
        if said.repeats and not repeats:
            said.claim, other = claim, said.claim
            said.repeats, said.quotes = False, dict.fromkeys(claim.quotes)
        else:
            other = claim
            if said.repeats == repeats and not isinstance(claim, Meeting):
                said.quotes.update(dict.fromkeys(claim.quotes))
        said.claim = _with_details(said.claim, other)
    # Who has a place of so many is the last if it is that one, and else it is one of the last.
    ranked = {
        _whose(c)
        for m in merged.values()
        if isinstance(c := m.claim, Observation) and c.measure == "rank" and c.rank_of and c.status == "stated"
    }
    return [
        said.claim if len(said.quotes) == len(said.claim.quotes) else replace(said.claim, quotes=tuple(said.quotes))
        for said in merged.values()
        if not (isinstance(said.claim, Observation) and said.claim.value == "last" and _whose(said.claim) in ranked)
        and not _settled_elsewhere(said.claim, merged)
    ]


def _settled_elsewhere(claim: Claim, merged: Container[object]) -> bool:
    """Whether a candidate is stated at another place of the article."""
    return getattr(claim, "status", None) == "candidate" and _what_is_said(_stated(claim)) in merged


def _stated(claim: Any) -> Claim:
    stated: Claim = replace(claim, status="stated")
    return stated


def _whose(claim: Observation) -> Hashable:
    """What a rank is of. Who is known to be 63rd of 63 is the last, as may be said beside it."""
    return (claim.edition, claim.unit, claim.component, claim.scope, claim.period)


def _what_is_said(claim: Claim) -> object:
    said = type(claim), *_SAID[type(claim)](claim)
    if isinstance(claim, Observation) and claim.measure == "score":
        return *said, claim.unit_of_measure
    if isinstance(claim, Statistic) and not claim.grade:
        return *said, claim.band
    return said


def _with_details(claim: Claim, other: Claim) -> Claim:
    """The claim with what only the other one tells ("out of 63")."""
    if isinstance(claim, Observation) and isinstance(other, Observation):
        rank_of, stated_as = claim.rank_of or other.rank_of, claim.stated_as or other.stated_as
        if (rank_of, stated_as) != (claim.rank_of, claim.stated_as):
            return replace(claim, rank_of=rank_of, stated_as=stated_as)
    if isinstance(claim, Statistic) and isinstance(other, Statistic):
        out_of, standing = claim.out_of or other.out_of, claim.standing or other.standing
        if (out_of, standing) != (claim.out_of, claim.standing):
            return replace(claim, out_of=out_of, standing=standing)
    return claim
