"""Which of several claims gives the accepted value, and by which step of the policy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import Any

from cchc import vocabulary as v
from cchc.settle.policy import LAST, Policy, Step
from cchc.settle.witnesses import Witnesses


@dataclass(slots=True)
class Claim:
    """One value of one claim, with all that a policy can look at; ``sources`` are the documents that say so.

    ``tolerance`` is by how much a number may be off to either side, where the claim says so.
    """

    node: str
    value: Any
    key: Decimal | str
    scale: str
    preference: int
    stated: bool
    readings: set[str]
    sources: set[str] = field(default_factory=set)
    issued: str = ""
    measure: Any = None
    maximum: Any = None
    component: Any = None
    tolerance: Decimal | None = None

    @property
    def half(self) -> Decimal:
        """For how much a stated figure stands to either side: as much as its claim says, or half a unit of its last
        digit."""
        if self.stated and self.tolerance is not None:
            return self.tolerance
        place = int(self.key.as_tuple().exponent) if isinstance(self.key, Decimal) else 0
        return Decimal(5).scaleb(min(place, 0) - 1)


@dataclass(frozen=True, slots=True)
class Choice:
    """The claim that gives the accepted value; whether any two of the claims cannot both be right; the step that parted
    the accepted value from the best of the others (the last one where nothing else is left); and in a conflict the
    claims that only repeat another one of the same value."""

    accepted: Claim
    conflict: bool
    step: str
    repeated: frozenset[str] = frozenset()


class Chooser:
    """Chooses by a policy: its steps are taken in order, each leaving the claims that are best by its criterion."""

    def __init__(self, policy: Policy, witnesses: Witnesses) -> None:
        self.policy = policy
        self._witnesses = witnesses
        self._depth = next((step for step in policy.steps if step.criterion == _DIRECTNESS), None)
        self._criteria: dict[str, Callable[[Step, Claim, list[Claim]], Any]] = {
            _DIRECTNESS: lambda step, claim, _: self._directness(step, claim),
            v.ID + "criterion/kind-of-source": self._kind,
            _INDEPENDENT: self._independent,
            v.ID + "criterion/decimal-places": lambda _, claim, __: claim.half,
            v.ID + "criterion/date-of-issue": lambda _, claim, __: _latest(claim),
            v.ID + "criterion/order-of-names": lambda _, claim, __: _first_source(claim),
        }

    def choose(self, claims: list[Claim]) -> Choice:
        """The choice among claims of one property of one thing on one scale."""
        if len(claims) == 1:
            return Choice(claims[0], False, "")
        left = [claims]
        for step in self.policy.steps:
            if len({claim.key for claim in left[-1]}) == 1:
                break
            places = [(self._criteria[step.criterion](step, claim, claims), claim) for claim in left[-1]]
            best = min(place for place, _ in places)
            left.append([claim for place, claim in places if place == best])
        best_claim = min(left[-1], key=_first_source)
        same = [claim for claim in claims if claim.key == best_claim.key]
        accepted = min(same, key=lambda claim: self._standing(claim, same))
        conflict = _disagree(claims)
        if not conflict:
            return Choice(accepted, False, "")
        return Choice(accepted, True, self._deciding(best_claim, left), self._repeated(claims, accepted))

    def _repeated(self, claims: list[Claim], accepted: Claim) -> frozenset[str]:
        """The claims that are no witnesses of their own beside others of the same value."""
        found: set[str] = set()
        for key in {claim.key for claim in claims}:
            said = [(claim.node, source) for claim in claims if claim.key == key for source in claim.sources]
            if said:
                first = accepted.node if accepted.key == key else min(said)[0]
                found |= self._witnesses.repeated(said, first)
        return frozenset(found)

    def _deciding(self, best: Claim, left: list[list[Claim]]) -> str:
        """The step after which nothing was left that contradicts the accepted value."""
        for step, claims in zip(self.policy.steps, left[1:], strict=False):
            if all(agree(claim, best) or agree(best, claim) for claim in claims):
                return step.iri
        return self.policy.steps[-1].iri

    def _standing(self, claim: Claim, same: list[Claim]) -> tuple[Any, ...]:
        """How claims of one value compare: all have the same number of sources."""
        steps = [step for step in self.policy.steps if step.criterion != _INDEPENDENT]
        places = (self._criteria[step.criterion](step, claim, [claim]) for step in steps)
        return not claim.stated, _specific(claim), *places, _first_source(claim)

    def _directness(self, step: Step, claim: Claim) -> int:
        """The place of the least direct of what the status and the readings of a claim make of it."""
        told = [self.policy.directness[name] for name in claim.readings if name in self.policy.directness]
        return max((step.place(directness) for directness in told), default=LAST)

    def _backing(self, claim: Claim, claims: list[Claim]) -> list[Claim]:
        """The claims that give the value of a claim, or it rounded, and are no less direct."""
        giving = [other for other in claims if agree(other, claim)]
        if self._depth is None:
            return giving
        depth = self._directness(self._depth, claim)
        return [other for other in giving if self._directness(self._depth, other) <= depth]

    def _kind(self, step: Step, claim: Claim, claims: list[Claim]) -> int:
        kinds = [self._witnesses.kind(one) for other in self._backing(claim, claims) for one in other.sources]
        return min((step.place(kind) for kind in kinds), default=LAST)

    def _independent(self, _: Step, claim: Claim, claims: list[Claim]) -> int:
        backing = self._backing(claim, claims)
        return -self._witnesses.independent((other.node, source) for other in backing for source in other.sources)


_DIRECTNESS = v.ID + "criterion/directness"
_INDEPENDENT = v.ID + "criterion/independent-sources"


def agree(rough: Claim, fine: Claim) -> bool:
    """Whether ``rough`` gives the value of ``fine``, or that value rounded to fewer decimal places."""
    one, two = rough.key, fine.key
    if one == two or not (isinstance(one, Decimal) and isinstance(two, Decimal)):
        return one == two
    return rough.half > fine.half and abs(one - two) <= rough.half


def _disagree(claims: list[Claim]) -> bool:
    """Whether any two of some claims cannot both be right."""
    # 87.10 contradicts 87.14, and 87.1 does not.
    stated = {(claim.key, claim.half): claim for claim in claims if claim.stated}
    if any(not (agree(one, other) or agree(other, one)) for one, other in combinations(stated.values(), 2)):
        return True
    derived = [claim for claim in claims if not claim.stated]
    others = [claim for claim in claims if claim.stated] or derived
    return any(not _follows(one, other) for one in derived for other in others)


def _follows(derived: Claim, other: Claim) -> bool:
    """Whether a derived value and another one can both be right, given that published figures are rounded."""
    one, two = derived.key, other.key
    if one == two or not (isinstance(one, Decimal) and isinstance(two, Decimal)):
        return one == two
    if derived.tolerance is not None:
        spread = other.half if other.tolerance is None else other.tolerance
        return abs(one - two) <= derived.tolerance + spread
    return agree(derived, other) or agree(other, derived)


def _specific(claim: Claim) -> int:
    """A last place says more than a place among the lowest."""
    return 0 if isinstance(claim.key, Decimal) or str(claim.value) == claim.key else -1


def _latest(claim: Claim) -> tuple[int, ...]:
    return tuple(-ord(character) for character in claim.issued) or (1,)


def _first_source(claim: Claim) -> tuple[str, str]:
    return min(claim.sources, default="~"), claim.node
