"""The pipeline from sources to a store, and its transaction: a build or a load succeeds whole or changes nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from functools import partial
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from cchc import incoming, ontology, rules
from cchc import vocabulary as v
from cchc.comparing import compare
from cchc.errors import CchcError
from cchc.inputs import (
    Input,
    Loaded,
    Progress,
    TableOptions,
    Wanted,
    as_held,
    reading,
    under_review,
    with_names,
    with_options,
)
from cchc.maintenance import Maintenance, check
from cchc.policies import reference_with
from cchc.resources import resource
from cchc.settle import Settlement, settle
from cchc.store import WritableStore, open_store, writing
from cchc.store.layout import writing_errors
from cchc.store.scratch import IN_MEMORY, scratch_copy
from cchc.streams import Told
from cchc.validation import Report, declared_terms, unchecked, undeclared, validate


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build or a load did.

    ``quads`` counts the named graphs of the whole store. ``derived`` (the claims of each rule), ``settlement`` and
    ``report`` are of the whole graph after a build, and of what was new or borne on after a load; ``known`` are those
    of its findings that the store had before the load. ``left_out`` are the files in the given folders whose format is
    not read.
    """

    sources: tuple[Loaded, ...]
    quads: int
    derived: dict[str, int]
    settlement: Settlement
    report: Report
    left_out: tuple[str, ...] = ()
    known: Report = field(default_factory=lambda: Report(()))

    @property
    def brought(self) -> Report:
        """The findings that the store did not have before."""
        return self.report.besides(self.known)


class NotConforming(CchcError):
    """A build or load whose graph does not conform. ``report`` says why."""

    def __init__(self, report: Report, where: str) -> None:
        super().__init__("NOT_CONFORMING", where=where, values={"violations": len(report.violations)})
        self.report = report


def build(
    store: str | os.PathLike[str],
    sources: Iterable[str | os.PathLike[str]] = (),
    progress: Progress | None = None,
    policy: str | os.PathLike[str] | None = None,
    tables: TableOptions | None = None,
) -> Summary:
    """Makes the store anew from the ontology, the reference data and the sources (by default the seeds).

    :param sources: files, or folders with a ``sources.csv`` or with files to read.
    :param policy: an RDF file with the settling policy of this store, in the place of ``ontology/policies.ttl``.
    :param tables: how to read the tables among the sources.
    :raises CchcError: NOT_CONFORMING (with its report), POLICY_COUNT, POLICY_FOREIGN, and what readers and the store
        raise; the old store stays.
    """
    reference = list(ontology.quads()) if policy is None else _reference_with(Path(policy))
    wanted = Wanted([Path(source) for source in sources] or [resource("seeds")])
    inputs = list(reading(with_options(with_names(wanted.items, Store()), tables), progress))
    with writing(store, fresh=True) as target, writing_errors(Path(store)):
        target.engine.bulk_extend(reference)
        new, unchanged = compare(target, inputs, replace=False)
        return _finish(target, new, unchanged, wanted.left_out, progress)


def _reference_with(policy: Path) -> list[Quad]:
    quads, report = reference_with(policy)
    if not report.conforms:
        raise NotConforming(report, str(policy))
    return quads


def load(
    store: str | os.PathLike[str],
    sources: Iterable[str | os.PathLike[str]],
    *,
    replace: bool = False,
    review: str | os.PathLike[str] | None = None,
    reviewer: str | None = None,
    reviewed_on: str | None = None,
    tables: TableOptions | None = None,
    progress: Progress | None = None,
) -> Summary | None:
    """Adds sources to the store, whole or not at all. None if it holds them all already: nothing is changed then.

    :param replace: put a source in the place of one that has the same id and another content.
    :param review: the records of the one article after a person's review. ``reviewer``: their name, if it is kept;
        ``reviewed_on``: the date of the review (ISO 8601). A list of sources says the same of its own in columns.
    :param tables: how to read the tables among the sources.
    :raises CchcError: STORE_MISSING, SOURCE_CHANGED, SOURCE_TWICE, REVIEW_ONE_ARTICLE, NOT_CONFORMING, and others.
    """
    held = open_store(store)
    wanted = Wanted([Path(source) for source in sources])
    if review is not None:
        wanted.items = [under_review(wanted.items, Path(review), reviewer, reviewed_on)]
    items = with_options(with_names([as_held(held.engine, item) for item in wanted.items], held.engine), tables)
    try:
        return add(store, list(reading(items, progress)), wanted.left_out, replace=replace, progress=progress)
    except NotConforming as error:
        # What was doubtful before is no reason to refuse, and nothing to mend in what is new.
        error.report = error.report.besides(_known(error.report, held.engine))
        raise


def add(
    store: str | os.PathLike[str],
    inputs: list[Input],
    left_out: tuple[str, ...] = (),
    *,
    replace: bool = False,
    progress: Progress | None = None,
) -> Summary | None:
    """Adds sources that were read, whole or not at all; as :func:`load`. Costs as much as what is new or replaced.

    Of long tables, what was written before the process was killed is not written again.
    """
    before = open_store(store).engine
    with _quietly(), writing(store, resume=_key(inputs, replace)) as target, writing_errors(Path(store)):
        new, unchanged = compare(target, inputs, replace=replace)
        if not new:
            raise _NothingNew
        maintenance = Maintenance(target)
        if maintenance.possible and not _outweighs(new, target):
            new = [item.held() for item in new]
            summary = _follow(maintenance, new, unchanged, left_out, progress)
        else:
            # The merge is made anew at the end; until then the named graphs alone are the truth.
            target.engine.clear_graph(DefaultGraph())
            summary = _finish(target, new, unchanged, left_out, progress)
        return replaced(summary, known=_known(summary.report, before))
    return None


def _known(report: Report, before: Store) -> Report:
    """Those of the findings that a store had before; only the nodes and constraints in question are checked there."""
    nodes = {NamedNode(one.focus[1:-1]) for one in report.findings if one.focus.startswith("<")}
    return report.also_in(check(before, nodes, again=report)) if nodes else Report(())


def _key(inputs: list[Input], replace: bool) -> str | None:
    """What is being loaded, if it takes so long that one who is stopped will want to go on; None for what does not."""
    if not any(item.stream for item in inputs) or not all(item.sha256 for item in inputs):
        return None
    told = [str(replace), *sorted(f"{item.graph} {item.sha256}" for item in inputs)]
    return hashlib.sha256("\n".join(told).encode("utf-8")).hexdigest()


def _outweighs(new: list[Input], target: WritableStore) -> bool:
    """Whether so much is new that to conclude about the whole anew takes less than to follow what changed.

    A character of a long table makes a third of a triple, about; to follow a triple takes some five times as long as
    to conclude about one of the whole in memory.
    """
    long = sum(i.text.characters for i in new if i.text is not None and not isinstance(i.text, str))
    much = long // 3 + sum(len(i.quads) for i in new)
    return much >= target.size or (5 * much >= target.size and much + target.size <= IN_MEMORY)


class _NothingNew(Exception):
    """Leaves a transaction without a new build."""


@contextmanager
def _quietly() -> Iterator[None]:
    try:
        yield
    except _NothingNew:
        return


# -- writing ---------------------------------------------------------------------------------------------------------


def _finish(
    target: WritableStore,
    new: list[Input],
    unchanged: list[Loaded],
    left_out: tuple[str, ...],
    progress: Progress | None,
) -> Summary:
    """Writes the sources, concludes, settles and validates the whole; raises before the store takes its place."""
    for item in new:
        if item.text is not None:
            target.add_text(item.text)
        if item.stream:
            target.write_blocks(item.graph, partial(item.stream.checked, _part_of(progress, "read")))
        else:
            target.engine.remove_graph(NamedNode(item.graph))
    # At once: each call writes table files of its own, and a store of thousands of them is slow to write and to read.
    target.engine.bulk_extend(quad for item in new if not item.stream for quad in item.quads)
    _refuse_forbidden(target, new)
    _tell(progress, "conclude")
    made = (v.DERIVED_GRAPH, v.RESULTS_GRAPH)
    small = len(target.engine) <= IN_MEMORY
    graph = scratch_copy(target.engine, without=made) if small else target.engine
    derived = rules.conclude(graph)
    settlement = settle(graph)
    _tell(progress, "validate")
    report = _conforming(target, validate(graph, merged=small), new)
    _tell(progress, "write")
    if small:
        target.take(graph, made)
    else:
        long = [(item.graph, item.stream) for item in new if item.stream]
        again = (block for _, stream in long for block in stream.triples(_part_of(progress, "write")))
        target.merge(again, [name for name, _ in long])
    target.compact()
    return Summary((*unchanged, *_loaded(new)), target.size, derived, settlement, report, left_out)


def _follow(
    maintenance: Maintenance,
    new: list[Input],
    unchanged: list[Loaded],
    left_out: tuple[str, ...],
    progress: Progress | None,
) -> Summary:
    """Writes the sources, concludes, settles and validates what they bear on; raises as :func:`_finish`."""
    target = maintenance.target
    for item in new:
        if item.text is not None:
            target.add_text(item.text)
        maintenance.replace(item.graph, item.quads)
    _refuse_forbidden(target, new)
    _tell(progress, "conclude")
    made = maintenance.conclude_and_settle()
    _tell(progress, "validate")
    report = _conforming(target, maintenance.check(), new)
    return Summary((*unchanged, *_loaded(new)), target.size, made.derived, made.settlement, report, left_out)


def _refuse_forbidden(target: WritableStore, new: list[Input]) -> None:
    for item in new:
        if item.text is None:
            incoming.refuse_forbidden(target.engine, item.graph, item.loaded.path)


def _conforming(target: WritableStore, report: Report, new: list[Input]) -> Report:
    """The report, with what shapes do not see: terms of RDF data that nobody declares, and data that no shape looks at.
    Rows that were skipped are written to their file when it is known that the others conform.

    :raises NotConforming:
    """
    foreign = [item.quads for item in new if item.text is None]
    if foreign:
        declared = declared_terms(target.engine)
        wrong_terms = [row for quads in foreign for row in (*undeclared(quads, declared), *unchecked(quads))]
        report = Report.of((*report.findings, *wrong_terms))
    if not report.conforms:
        raise NotConforming(report, ", ".join(item.loaded.path for item in new))
    for item in new:
        item.keep_bad_rows()
    return report


def _loaded(new: list[Input]) -> Iterator[Loaded]:
    return (item.outcome for item in new)


def _part_of(progress: Progress | None, stage: str) -> Told | None:
    return partial(progress, stage) if progress else None


def _tell(progress: Progress | None, stage: str) -> None:
    if progress:
        progress(stage, 0, 1)
