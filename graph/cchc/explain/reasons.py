"""Collects the reasons for what the graph says: the claims, and what they rest on, to any depth.

What is asked of the store grows with the derivation, not with the graph: each claim and each thing is asked for once,
however many conclusions share it.
"""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.bounds.intervals import intervals
from cchc.errors import CchcError
from cchc.explain.asked import Asked, asked
from cchc.explain.asking import Asking
from cchc.explain.model import Disagreement, End, Explained, Interval, Reading, Reason, Reviewed
from cchc.explain.places import Row, local, places_of, text_of
from cchc.explain.words import WORDS
from cchc.store import ReadableStore, Term


def explain(
    store: ReadableStore,
    target: str,
    *,
    index: str | None = None,
    year: str | int | None = None,
    component: str | None = None,
    lang: str = "vi",
) -> list[Explained]:
    """The reasons for what the graph says of something.

    :param target: the name or slug of a unit, or the IRI of anything: in full, as ``id/…``, or with a prefix.
    :param index: only what belongs to this index (a name or slug); ``year`` and ``component`` likewise.
    :raises CchcError: UNKNOWN_VALUE, AMBIGUOUS_VALUE, INVALID_VALUE, NOTHING_TO_EXPLAIN.
    """
    asking = Asking(store, lang)
    wanted = asked(asking, target, index=index, year=None if year is None else str(year), component=component)
    found = _Collector(asking).explained(wanted)
    if not found:
        raise CchcError("NOTHING_TO_EXPLAIN", values={"target": target})
    return found


class _Collector:
    """Collects with one :class:`Asking`; what was collected once is not asked for again."""

    def __init__(self, asking: Asking) -> None:
        self.ask = asking
        self.titles: dict[str, str] = {}
        self.reasons: dict[str, tuple[Reason, ...]] = {}
        """The reasons of each claim; none yet of one whose premises are being collected."""

    def explained(self, asked: Asked) -> list[Explained]:
        found = self.with_intervals(asked, self.claims_of(asked))
        if asked.described and not any(item.thing == asked.node.value for item in found):
            found.insert(0, self.described(asked.node))
        return [item for item in found if item.reasons or item.facts or item.intervals]

    def claims_of(self, asked: Asked) -> list[Explained]:
        """What the graph says of a unit, edition …: one explanation a result or statistic."""
        wanted: dict[str, set[str]] = {}
        for row in self.ask.rows("targets", target=asked.node, **asked.wanted):
            wanted.setdefault(text_of(row["thing"]), set()).add(text_of(row["claim"]))
        found = []
        for iri, claims in wanted.items():
            thing = NamedNode(iri)
            reasons = self.reasons_of(thing, claims)
            found.append(Explained(iri, self.title(iri), tuple(reasons), self.disagreements(thing)))
        return found

    def with_intervals(self, asked: Asked, found: list[Explained]) -> list[Explained]:
        """The same, with the intervals of what is not known of a unit in the editions of one index and year."""
        index, year = asked.wanted.get("wantedIndex"), asked.wanted.get("wantedYear")
        by_thing = {item.thing: item for item in found}
        if (
            asked.node.value.startswith(v.unit_iri(""))
            and isinstance(index, NamedNode)
            and isinstance(year, Literal)
            and "wantedComponent" not in asked.wanted
        ):
            for one in intervals(self.ask.store, asked.node, index, year, self.ask.lang):
                path = one.edition.removeprefix(f"{v.ID}edition/")
                thing = v.result_iri(path, asked.node.value.removeprefix(v.unit_iri("")))
                said = self.ask.rows("title", thing=NamedNode(one.edition))[0]
                title = f"{one.label} – {text_of(said['index'])} {text_of(said['year'])}"
                item = by_thing.get(thing) or Explained(thing, title, (), ())
                interval = Interval(one.property, tuple(End(end.text, self.said(end.claims)) for end in one.ends))
                by_thing[thing] = replace(item, intervals=(*item.intervals, interval))
        return list(by_thing.values())

    def said(self, claims: tuple[str, ...]) -> tuple[Reason, ...]:
        return tuple(reason for claim in claims for reason in self.reasons_of(NamedNode(claim)))

    def described(self, node: NamedNode) -> Explained:
        """Anything else: what the graph says of it, and where its sources say so."""
        facts = tuple(
            dict.fromkeys(
                (text_of(row["propertyLabel"]), self.ask.named(row, "value"))
                for row in self.ask.rows("facts", thing=node)
            )
        )
        places = tuple(places_of(self.ask.rows("quotes", thing=node)))
        return Explained(node.value, self.title(node.value), (), self.disagreements(node), facts, places)

    def title(self, iri: str) -> str:
        """A heading: ``Hà Nam – PAR INDEX 2020``, ``PAR INDEX 2020 – …``; or a label; or the end of the IRI."""
        if iri not in self.titles:
            row = self.ask.rows("title", thing=NamedNode(iri))[0]
            said = {name: text_of(term) for name, term in row.items()}
            parts = [said["unit"], f"{said['index']} {said['year']}".strip()]
            if not said["unit"]:
                parts += [said["population"]]
            parts += [said["component"], said["kind"], said["grade"], said["subgroup"]]
            whole = " – ".join(part for part in parts if part) if said["index"] else said["label"]
            self.titles[iri] = " ".join(whole.split()) or iri.removeprefix(v.BASE)
        return self.titles[iri]

    def reasons_of(self, node: NamedNode, claims: set[str] | None = None) -> list[Reason]:
        """The values that claims give a thing (only those of ``claims``), or that one claim gives."""
        values: dict[str, list[Row]] = {}
        for row in self.ask.rows("claims", thing=node):
            values.setdefault(text_of(row["claim"]), []).append(row)
        kept = [claim for claim in values if claims is None or claim in claims]
        for claim in kept:
            if claim not in self.reasons:
                # A circle ends here: the claim that is being explained is no reason for itself.
                self.reasons[claim] = ()
                self.reasons[claim] = self.of_claim(NamedNode(claim), values[claim])
        return [reason for claim in kept for reason in self.reasons[claim]]

    def of_claim(self, claim: NamedNode, rows: list[Row]) -> tuple[Reason, ...]:
        """One reason for each value that the claim gives."""
        why = self.ask.rows("reasons", thing=claim)
        rules = [text_of(row["label"]) or local(text_of(row["node"])) for row in why if text_of(row["kind"]) == "rule"]
        notes = tuple(text_of(row["node"]) for row in why if text_of(row["kind"]) == "note")
        premises: list[Reason] = []
        for row in why:
            node = row["node"]
            if text_of(row["kind"]) == "premise" and isinstance(node, NamedNode):
                known = self.reasons.get(node.value)
                premises += self.reasons_of(node) if known is None else known
        places = tuple(places_of(self.ask.rows("quotes", thing=claim)))
        readings, review = self.readings(claim), self.review(claim)
        about = text_of(rows[0]["thing"])
        return tuple(
            Reason(
                claim=claim.value,
                about=about,
                title=self.title(about),
                measure=text_of(row["propertyLabel"]) or local(text_of(row["property"])),
                value=self.ask.claimed(row),
                status=local(text_of(row["status"])).casefold(),
                accepted=text_of(row["accepted"]) == "true",
                disputed=text_of(row["disputed"]) == "true",
                places=places,
                readings=readings,
                rule=rules[0] if rules else None,
                premises=tuple(premises),
                reviewed=review,
                notes=notes,
            )
            for row in rows
        )

    def readings(self, claim: NamedNode) -> tuple[Reading, ...]:
        found = []
        for row in self.ask.rows("readings", thing=claim):
            taken = ""
            rejected: list[str] = []
            if isinstance(row["property"], NamedNode):
                terms: dict[str, Term] = {"thing": claim, "property": row["property"]}
                for value in self.ask.rows("taken", **terms)[:1]:
                    taken = self.ask.named(value, "value")
                    others = self.ask.rows("rejected", value=value["value"] or claim, **terms)
                    rejected = [self.ask.named(other, "other") for other in others]
            found.append(
                Reading(
                    rule=text_of(row["readingLabel"]) or local(text_of(row["reading"])),
                    taken=taken,
                    rejected=tuple(dict.fromkeys(rejected)),
                    note=text_of(row["note"]),
                )
            )
        return tuple(found)

    def review(self, claim: NamedNode) -> Reviewed | None:
        for row in self.ask.rows("review", thing=claim):
            return Reviewed(
                kind=text_of(row["kind"]),
                by=text_of(row["reviewer"]),
                on=self.ask.value(row["date"]),
                revises=text_of(row["revised"]),
                note=text_of(row["note"]),
            )
        return None

    def told_by(self, row: Row) -> str:
        """The source of a claim, and the page that a table cites for it."""
        source = local(text_of(row["source"]))
        return (
            f"{source}, {WORDS[self.ask.lang]['cited']} {text_of(row['cited'])}" if row["cited"] is not None else source
        )

    def disagreements(self, node: NamedNode) -> tuple[Disagreement, ...]:
        conflicts: dict[str, list[Row]] = {}
        for row in self.ask.rows("conflicts", thing=node):
            conflicts.setdefault(text_of(row["conflict"]), []).append(row)
        return tuple(
            Disagreement(
                iri,
                text_of(rows[0]["propertyLabel"]) or local(text_of(rows[0]["property"])),
                tuple(
                    (
                        self.ask.named(row, "value"),
                        self.told_by(row),
                        text_of(row["isAccepted"]) == "true",
                        text_of(row["isRepeated"]) == "true",
                    )
                    for row in rows
                ),
                text_of(rows[0]["step"]),
            )
            for iri, rows in conflicts.items()
        )
