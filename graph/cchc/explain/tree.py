"""An explanation as a tree: each value over what it rests on, down to the sentences with the quoted words marked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field

from cchc.answers.text import clean, width
from cchc.explain.model import Disagreement, Explained, Interval, Reason
from cchc.explain.words import WORDS, bounded, claimed, noted, quoted, read, reviewed, sides, sources

_NARROWEST = 30
"""Text is not broken into shorter lines than this, however deep it stands."""


def as_tree(explained: list[Explained], lang: str = "vi", columns: int | None = None) -> str:
    """The explanation for reading, in ``vi`` or ``en``.

    Values that one sentence says stand together above it. A derived value names its rule and stands above its premises,
    conclusions among them last, so that a long chain hangs from its end. What several conclusions share is given
    once: ``#1`` marks it, and ``→ #1`` refers to it; a conclusion with a heading of its own is explained there.

    :param columns: the width to break lines at; by default lines are as long as they are.
    """
    words = WORDS[lang]
    headed = {reason.claim: clean(item.title) for item in explained for reason in item.reasons if reason.rule}
    lines: list[str] = []
    for item in explained:
        title = clean(item.title)
        lines += [title, "─" * width(title), *_fact_lines(item.facts)]
        branches = [_Branch([line]) for line in quoted(item.places, words)]
        branches += _Section(item, headed, words).branches()
        branches += [_disagreement(one, words) for one in item.disagreements]
        for branch in branches:
            lines += branch.drawn(columns)
        lines.append("")
    listed = sources(explained)
    if listed:
        lines += [f"{words['sources']}:", *(f"  {source}  {clean(label)}" for source, label in listed.items())]
    return "\n".join(lines).rstrip() + "\n"


@dataclass(slots=True)
class _Branch:
    """Lines, and the branches under them."""

    lines: list[str]
    under: list[_Branch] = field(default_factory=list)

    def drawn(self, columns: int | None, first: str = "", rest: str = "") -> list[str]:
        """The lines, the first after ``first`` and all others after ``rest``."""
        between = rest + ("│ " if self.under else "  ")
        lines: list[str] = []
        for text in self.lines:
            room = max(columns - len(between), _NARROWEST) if columns else len(text) + 1
            parts = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
            lines += [(between if number else rest) + part for number, part in enumerate(parts)]
        lines[0] = first + lines[0].removeprefix(rest)
        for branch in self.under:
            last = branch is self.under[-1]
            lines += branch.drawn(columns, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "))
        return lines


class _Section:
    """What stands under one heading."""

    def __init__(self, item: Explained, headed: dict[str, str], words: dict[str, str]) -> None:
        self.item = item
        self.words = words
        own = {reason.claim for reason in item.reasons}
        self.elsewhere = {claim: title for claim, title in headed.items() if claim not in own}
        self.numbers = {claim: number for number, claim in enumerate(self._shared(), start=1)}
        self.told: set[str] = set()

    def _shared(self) -> list[str]:
        """The claims that are met more than once here, in the order in which they are told."""
        met: dict[str, int] = {}

        def meet(reasons: Iterable[Reason]) -> None:
            for claim, among in _by_claim(reasons).items():
                met[claim] = met.get(claim, 0) + 1
                if met[claim] == 1 and claim not in self.elsewhere:
                    meet(_premises(among[0]))

        meet(self.item.reasons)
        for interval in self.item.intervals:
            for end in interval.ends:
                meet(end.reasons)
        return [claim for claim, times in met.items() if times > 1]

    def branches(self) -> list[_Branch]:
        return self._branches(self.item.reasons) + [self._interval(one) for one in self.item.intervals]

    def _interval(self, one: Interval) -> _Branch:
        """Each end above the claims that it follows from; ends without claims follow from the number of units."""
        branch = _Branch([bounded(one, self.words)])
        for end in one.ends:
            if end.reasons:
                because = f"{end.text}, {self.words['because']}:"
                branch.under.append(_Branch([because], self._branches(end.reasons)))
        return branch

    def _branches(self, reasons: Iterable[Reason]) -> list[_Branch]:
        groups: dict[object, list[Reason]] = {}
        for reason in reasons:
            key = reason.claim if reason.rule else tuple(sorted({place.sentence for place in reason.places}))
            groups.setdefault(key, []).append(reason)
        return [self._branch(group) for group in groups.values()]

    def _branch(self, group: list[Reason]) -> _Branch:
        """Values of one conclusion, or of one sentence."""
        branch = _Branch([])
        new: list[Reason] = []
        for claim, among in _by_claim(group).items():
            told = claim in self.told or claim in self.elsewhere
            for reason in among:
                branch.lines.append(claimed(reason, self.words, self.item.title) + self._mark(claim))
                branch.lines += [] if told else [f"  {line}" for line in reviewed(reason, self.words)]
            self.told.add(claim)
            new += [] if told else among
        for reading in dict.fromkeys(reading for reason in new for reading in reason.readings):
            branch.under.append(_Branch([read(reading, self.words)]))
        for note in dict.fromkeys(note for reason in new for note in noted(reason, self.words)):
            branch.under.append(_Branch([note]))
        places = [place for reason in new for place in reason.places]
        branch.under += [_Branch([line]) for line in quoted(places, self.words)]
        if new:
            branch.under += self._branches(_premises(new[0]))
        return branch

    def _mark(self, claim: str) -> str:
        if claim in self.elsewhere:
            return f" → {self.words['see']} “{self.elsewhere[claim]}”"
        if claim in self.told:
            return f" → #{self.numbers[claim]}"
        return f" #{self.numbers[claim]}" if claim in self.numbers else ""


def _by_claim(reasons: Iterable[Reason]) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for reason in reasons:
        found.setdefault(reason.claim, []).append(reason)
    return found


def _premises(reason: Reason) -> list[Reason]:
    """What a claim rests on, conclusions last; the claim that a review replaced is told with the review."""
    replaced = reason.reviewed.revises if reason.reviewed else None
    premises = [premise for premise in reason.premises if premise.claim != replaced]
    return sorted(premises, key=lambda premise: premise.rule is not None)


def _disagreement(one: Disagreement, words: dict[str, str]) -> _Branch:
    return _Branch([f"! {words['conflict']} ({one.measure}):"], [_Branch([side]) for side in sides(one, words)])


def _fact_lines(facts: Iterable[tuple[str, str]]) -> list[str]:
    """One line a property; its further values below one another."""
    by_name: dict[str, list[str]] = {}
    for name, value in facts:
        by_name.setdefault(name, []).append(clean(value))
    lines = []
    for name, values in by_name.items():
        if len(values) == 1:
            lines.append(f"{name}: {values[0]}")
        else:
            lines += [f"{name}:", *(f"  • {value}" for value in values)]
    return lines
