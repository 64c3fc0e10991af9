"""Concluding again about what a change bears on, and about what follows from that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from functools import cache
from typing import Any, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.maintenance.dependence import reached
from cchc.maintenance.neighbourhood import Neighbourhood
from cchc.maintenance.said import Said
from cchc.resources import resource
from cchc.rules import Rule, conclude
from cchc.store import Changes, WritableStore
from cchc.store.scratch import empty, write
from cchc.store.tokens import prebound

_ABOUT, _PREMISE, _RULE, _EDITION = (
    NamedNode(name) for name in (v.CCHC + "about", v.PROV + "wasDerivedFrom", v.CCHC + "rule", v.CCHC + "edition")
)
_DERIVED = NamedNode(v.DERIVED_GRAPH)
_KEPT = NamedNode(v.DERIVED_GRAPH + "/kept")
"""In a neighbourhood: conclusions about what is not concluded again."""


class Read(NamedTuple):
    """A claim that rules read of an edition as a whole, for the sake of a value; ``name`` is that of the query."""

    name: str
    claim: str
    value: str


Profile = dict[NamedNode, frozenset[Read]]
"""What rules read of each of some editions as a whole."""


class Conclusions:
    """Concludes again, in a neighbourhood that grows until nothing outside it can change.

    A conclusion rests on claims about few things, and on what ``ontology/rules/whole/`` reads of an edition as a whole.
    It is assumed that no conclusion about a thing rests, by way of others, on that thing itself: a rule leads from one
    edition to another.

    ``again`` are the nodes concluded about, ``neighbourhood`` what it took.
    """

    def __init__(self, target: WritableStore, chosen: tuple[Rule, ...], said: Said) -> None:
        self.target = target
        self.again: set[NamedNode] = set()
        self.neighbourhood = Neighbourhood(target.engine, "with", "between", without=(v.RESULTS_GRAPH,), said=said)
        self._rules = chosen
        self._whole: Profile = {}

    def add(self, nodes: Set[NamedNode]) -> None:
        """Adds nodes to be concluded about, with what that takes."""
        new = nodes - self.again
        self.again |= new
        self.neighbourhood.add(new)

    def whole(self, edition: NamedNode) -> frozenset[Read]:
        """What rules read of an edition as a whole: from memory, if all that belongs to it is concluded about."""
        if edition not in self._whole:
            near = self.neighbourhood
            things = near.said.subjects(edition, _EDITION, near.whole)
            self._whole[edition] = read_whole(near.store if self.again.issuperset(things) else near.whole, edition)
        return self._whole[edition]

    def run(self, changed: set[Any]) -> tuple[Changes, dict[str, int]]:
        """Writes what is concluded, and counts it by rule.

        :param changed: the subjects of all that changed; claims among them may be gone.
        """
        scratch = self.neighbourhood.store
        new = set(self.again)
        premises = {node for node in changed if isinstance(node, NamedNode)}
        concluded: set[Quad] = set()
        while new:
            self._add_whole(new)
            premises |= {claim for thing in new for claim in self._claims_about(thing)}
            self._keep(scratch)
            conclude(scratch, self._rules)
            concluded = set(scratch.quads_for_pattern(None, None, None, _DERIVED))
            strays = self._strays(concluded, premises) - self.again
            # Of what the store does not describe, all that can be concluded was: it adds nothing to what was at hand.
            new = {thing for thing in strays if self._described(thing)}
            self.add(new)
            self.again |= strays
        ours = {quad for quad in concluded if self._thing(scratch, quad.subject) in self.again}
        held = set(self._of_things(self.target.engine, self.again))
        by_rule = Counter(quad.object for quad in ours if quad.predicate == _RULE)
        changes = self.target.change(ours - held, held - ours)
        return changes, {rule.name: by_rule[NamedNode(rule.iri)] for rule in self._rules}

    def _add_whole(self, nodes: set[NamedNode]) -> None:
        for edition in sorted(reached(self.target.engine, nodes, "whole", self.neighbourhood.said), key=str):
            self.neighbourhood.note(NamedNode(claim) for claim in sorted({read.claim for read in self.whole(edition)}))

    def _keep(self, scratch: Store) -> None:
        """Leaves of the conclusions in the neighbourhood those that stand: they rest on nothing concluded again."""
        empty(scratch, _KEPT.value)
        concluded: dict[Any, list[Quad]] = defaultdict(list)
        for quad in scratch.quads_for_pattern(None, None, None, _DERIVED):
            concluded[quad.subject].append(quad)
        kept: list[Quad] = []
        for subject, quads in concluded.items():
            thing = self._thing(scratch, subject)
            if thing is None or thing in self.again:
                continue
            premises = [quad.object for quad in quads if quad.predicate == _PREMISE]
            if not any(self._thing(scratch, premise) in self.again for premise in premises):
                kept += (Quad(quad.subject, quad.predicate, quad.object, _KEPT) for quad in quads)
        write(scratch, kept)

    def _strays(self, concluded: set[Quad], premises: set[NamedNode]) -> set[NamedNode]:
        """Things about which other conclusions follow than the store holds."""
        engine = self.target.engine
        strays = {self._thing(self.neighbourhood.store, quad.subject) for quad in concluded if quad not in engine}
        for premise in premises:
            for resting in engine.quads_for_pattern(None, _PREMISE, premise, _DERIVED):
                held = engine.quads_for_pattern(resting.subject, None, None, _DERIVED)
                if any(quad not in concluded for quad in held):
                    strays.add(self._thing(engine, resting.subject))
        return {thing for thing in strays if thing is not None}

    def _described(self, thing: NamedNode) -> bool:
        """Whether the store says anything of a thing, or anything refers to it."""
        engine = self.target.engine
        said = engine.quads_for_pattern(thing, None, None, DefaultGraph())
        return any(True for quads in (said, engine.quads_for_pattern(None, None, thing, DefaultGraph())) for _ in quads)

    def _claims_about(self, thing: NamedNode) -> list[Any]:
        return [quad.subject for quad in self.target.engine.quads_for_pattern(None, _ABOUT, thing, DefaultGraph())]

    @staticmethod
    def _thing(store: Store, node: Any) -> Any:
        """What a claim is about, or a thing itself; None of a rule."""
        for quad in store.quads_for_pattern(node, _ABOUT, None):
            return quad.object
        return node if any(True for _ in store.quads_for_pattern(node, _EDITION, None)) else None

    @staticmethod
    def _of_things(store: Store, things: Iterable[NamedNode]) -> Iterable[Quad]:
        """The conclusions about things, and what they say of the things."""
        for thing in things:
            yield from store.quads_for_pattern(thing, None, None, _DERIVED)
            for claim in list(store.quads_for_pattern(None, _ABOUT, thing, _DERIVED)):
                yield from store.quads_for_pattern(claim.subject, None, None, _DERIVED)


@cache
def _whole_queries() -> tuple[tuple[str, str], ...]:
    """What rules read of an edition as a whole: what it is, and the query for it."""
    files = sorted((resource("ontology") / "rules" / "whole").glob("*.rq"))
    return tuple((file.stem, file.read_text(encoding="utf-8")) for file in files)


def read_whole(store: Store, edition: NamedNode) -> frozenset[Read]:
    """What rules read of an edition as a whole."""
    return frozenset(
        Read(name, row["claim"].value, str(row["value"]))
        for name, text in _whole_queries()
        for row in store.query(prebound(text, "edition", str(edition)))  # type: ignore[union-attr]
        if row["claim"] is not None
    )
