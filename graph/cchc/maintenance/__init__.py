"""Keeping conclusions, settled values and their checks in step with the sources, at the cost of what changed.

The result is the same, quad by quad, as concluding, settling and checking the whole graph anew (incremental view
maintenance). A change of the sources is followed to the things that it bears on (``ontology/dependence.csv``); a small
store with all that conclusions about these can rest on is cut out of the large one; rules, settling and shapes run
there; what they give takes the place of what the store holds about the same things.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cchc import vocabulary as v
from cchc.maintenance.conclusions import Conclusions, Profile, read_whole
from cchc.maintenance.dependence import dependents, reached
from cchc.maintenance.neighbourhood import Neighbourhood
from cchc.maintenance.said import Said
from cchc.rules import Rule, described, rules
from cchc.settle import Settlement, count_units, measure, read_policy, settle
from cchc.store import Changes, WritableStore
from cchc.validation import Report, validate_part

_ABOUT, _EDITION, _COMPONENT, _PREVIOUS, _COMPARED, _UNIT_COUNT, _CONFLICT_ABOUT = (
    NamedNode(v.CCHC + name)
    for name in ("about", "edition", "component", "previousEdition", "comparedWith", "unitCount", "conflictAbout")
)
_COMPUTED_ON, _TYPE = NamedNode(v.DQV + "computedOn"), NamedNode(v.RDF + "type")
_INDEX_EDITION = NamedNode(v.CCHC + "IndexEdition")
_RESULTS, _MERGE = NamedNode(v.RESULTS_GRAPH), DefaultGraph()
_FEWEST = "fewest-ranked"
"""The query of ``ontology/rules/whole/`` for what is read of the edition before another one."""


@dataclass(frozen=True, slots=True)
class Maintained:
    """What was concluded (claims by rule) and settled again."""

    derived: dict[str, int]
    settlement: Settlement


class Maintenance:
    """One change of the sources of a store, and all that follows from it.

    :param target: a store that was concluded, settled and merged as a whole once, and maintained since.
    """

    def __init__(self, target: WritableStore) -> None:
        self.target = target
        self._rules: tuple[Rule, ...] = rules()
        self._changes: list[Changes] = []
        self._said = Said()
        self._before: Profile = {}
        self._again: set[NamedNode] = set()

    @property
    def possible(self) -> bool:
        """Whether the store was made by the rules of today."""
        return all(quad in self.target.engine for rule in self._rules for quad in described(rule))

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Makes the graph of a source hold exactly these quads."""
        after = dict.fromkeys(quads)
        held = dict.fromkeys(self.target.engine.quads_for_pattern(None, None, None, NamedNode(graph)))
        added = [quad for quad in after if quad not in held]
        removed = [quad for quad in held if quad not in after]
        for edition in self._editions((*added, *removed)):
            if edition not in self._before:
                self._before[edition] = read_whole(self.target.engine, edition)
        self._follow(self.target.change(added, removed))

    def conclude_and_settle(self) -> Maintained:
        """Brings ``graph/derived``, ``graph/results`` and the merge in step with the changes made before."""
        store = self.target.engine
        conclusions = Conclusions(self.target, self._rules, self._said)
        conclusions.add(dependents(store, self._changes, self._said, "again"))
        count = dependents(store, self._changes, self._said, "count")
        for edition, before in self._before.items():
            now = conclusions.whole(edition)
            changed = {(read.name, read.value) for read in now} ^ {(read.name, read.value) for read in before}
            conclusions.add(self._led_to(edition, {name for name, _ in changed}))
        changes, derived = conclusions.run(self._subjects())
        self._follow(changes)
        self._again = conclusions.again
        settlement = self._settle(conclusions.neighbourhood.store, count)
        return Maintained(derived, settlement)

    def check(self) -> Report:
        """Checks what changed, and what that bears on."""
        store = self.target.engine
        changed = self._subjects()
        focus = {node for node in changed if isinstance(node, NamedNode)}
        focus |= dependents(store, self._changes, self._said, "check")
        return check(store, focus, changed, self._said)

    def _follow(self, changes: Changes) -> None:
        self._changes.append(changes)
        self._said.follow(changes)

    def _subjects(self) -> set[Any]:
        return {triple.subject for changes in self._changes for triple in (*changes.gained, *changes.lost)}

    def _editions(self, quads: Iterable[Quad]) -> set[Any]:
        """The editions that the claims among some quads are of, before the quads are written."""
        quads = list(quads)
        things: set[Any] = {quad.object for quad in quads if quad.predicate == _ABOUT}
        editions = {quad.object for quad in quads if quad.predicate == _EDITION}
        for thing in things:
            editions |= {one.object for one in self.target.engine.quads_for_pattern(thing, _EDITION, None, _MERGE)}
        return editions

    def _led_to(self, edition: NamedNode, changed: Set[str]) -> set[Any]:
        """What rules conclude about from what has changed of an edition as a whole.

        :param changed: what has, by the names of the queries that read it.
        """
        store, found = self.target.engine, set[Any]()
        if changed:
            found |= {thing for thing in self._things(edition) if not self._is_of_part(thing)}
        if _FEWEST in changed:
            # It bounds what follows from changes that later editions tell, those of components too.
            after = [quad.subject for quad in store.quads_for_pattern(None, _PREVIOUS, edition, _MERGE)]
            claims = [quad.subject for quad in store.quads_for_pattern(None, _COMPARED, edition, _MERGE)]
            found |= {quad.object for claim in claims for quad in store.quads_for_pattern(claim, _ABOUT, None, _MERGE)}
            for one in (edition, *after):
                found |= self._things(one)
        return found

    def _is_of_part(self, thing: Any) -> bool:
        return any(True for _ in self.target.engine.quads_for_pattern(thing, _COMPONENT, None, _MERGE))

    def _things(self, edition: Any) -> set[Any]:
        """The results and statistics of an edition."""
        return {quad.subject for quad in self.target.engine.quads_for_pattern(None, _EDITION, edition, _MERGE)}

    def _settle(self, scratch: Store, count: set[NamedNode]) -> Settlement:
        store = self.target.engine
        counts: dict[str, Any] = {}
        for node in self._again:
            if node in count:
                counts |= count_units(store, node)
            else:
                for quad in store.quads_for_pattern(node, _UNIT_COUNT, None, _RESULTS):
                    counts[node.value] = quad.object
        settle(scratch, counts, read_policy(store), self._again)
        ours, held = set(self._settled(scratch)), set(self._settled(store))
        self._follow(self.target.change(ours - held, held - ours))
        self._measure()
        return _tally(ours)

    def _measure(self) -> None:
        """Measures anew how complete the editions are that the changes bear on."""
        store = self.target.engine
        editions = dependents(store, self._changes, self._said, "measure")
        measured = [
            one for edition in editions for one in store.quads_for_pattern(None, _COMPUTED_ON, edition, _RESULTS)
        ]
        held = {quad for one in measured for quad in store.quads_for_pattern(one.subject, None, None, _RESULTS)}
        ours = measure(store, [one for one in editions if Quad(one, _TYPE, _INDEX_EDITION) in store])
        self._follow(self.target.change(ours - held, held - ours))

    def _settled(self, store: Store) -> Iterable[Quad]:
        """What settling says of the nodes that are settled again."""
        for node in self._again:
            yield from store.quads_for_pattern(node, None, None, _RESULTS)
            for conflict in list(store.quads_for_pattern(None, _CONFLICT_ABOUT, node, _RESULTS)):
                yield from store.quads_for_pattern(conflict.subject, None, None, _RESULTS)


def check(
    store: Store,
    focus: Set[NamedNode],
    changed: Set[Any] = frozenset(),
    said: Said | None = None,
    again: Report | None = None,
) -> Report:
    """Checks some nodes of a store, at the cost of these.

    :param store: a store whose default graph is the merge of all graphs.
    :param changed: those of which what they say themselves has changed; else they are only borne on.
    :param said: what was read of the store already.
    :param again: findings; if given, nothing is checked but the constraints that found them.
    """
    part = Neighbourhood(store, "with", named=False, said=said)
    part.add(set(focus))

    def with_things(nodes: Set[NamedNode]) -> Store:
        part.note(reached(store, nodes, "across", part.said))
        return part.store

    return validate_part(part.store, focus, store, changed - part.whole_nodes, with_things, again=again)


def _tally(quads: Iterable[Quad]) -> Settlement:
    """How many things were settled, from what was said of them."""
    said: dict[str, set[str]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            said.setdefault(quad.predicate.value, set()).add(quad.subject.value)
    settled = said.get(v.CCHC + "status", set())
    results = {thing for thing in settled if thing.startswith(v.ID + "result/")}
    named = said.get(v.RDFS + "label", set())
    editions = {thing for thing in named if thing.startswith(v.ID + "edition/")}
    return Settlement(
        results=len(results),
        statistics=len(settled - results),
        conflicts=len(said.get(v.CCHC + "conflictAbout", ())),
        editions=len(editions),
        meetings=len(named - editions),
    )
