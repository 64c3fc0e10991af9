"""Collects the reasons for what the graph says, by the queries of ``queries/explain/``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.answers.text import number
from cchc.errors import CchcError
from cchc.explain.model import Disagreement, Explained, Place, Reading, Reason, Reviewed
from cchc.explain.places import Row, local, places_of, text_of
from cchc.queries import Catalogue, Parameter, bind
from cchc.queries.values import to_term
from cchc.resources import resource
from cchc.store import ReadableStore, Term
from cchc.vietnamese import fold

MAX_DEPTH = 20
"""How far premises of premises are followed."""


def explain(
    store: ReadableStore, target: str, *, index: str | None = None, year: str | int | None = None, lang: str = "vi"
) -> list[Explained]:
    """The reasons for what the graph says of something.

    :param target: the name or slug of a unit, or the IRI of anything: in full, as ``id/…``, or with a prefix.
    :param index: only what belongs to this index (a name or slug); ``year`` likewise.
    :raises CchcError: UNKNOWN_VALUE, AMBIGUOUS_VALUE, INVALID_VALUE, NOTHING_TO_EXPLAIN.
    """
    reader = _Reader(store, lang)
    iri = reader.iri(target)
    terms: dict[str, Term] = {}
    if index is not None:
        terms["wantedIndex"] = reader.find("index", index)
    if year is not None:
        terms["wantedYear"] = reader.find("year", str(year))
    node = reader.unit(target, terms) if iri is None else reader.node(iri)
    found = reader.claims_of(node, terms)
    whole = index is None and year is None
    if whole and not any(item.thing == node.value for item in found) and not reader.is_unit_or_claim(node, iri):
        found.insert(0, reader.thing(node))
    found = [item for item in found if item.reasons or item.facts]
    if not found:
        raise CchcError("NOTHING_TO_EXPLAIN", values={"target": target})
    return found


class _Reader:
    """Asks one store in one language; what was read once is not read again."""

    def __init__(self, store: ReadableStore, lang: str) -> None:
        self.store = store
        self.lang = lang
        self.folder = resource("queries") / "explain"
        self.texts: dict[str, str] = {}
        self.titles: dict[str, str] = {}

    def rows(self, name: str, **terms: Term) -> list[Row]:
        if name not in self.texts:
            self.texts[name] = (self.folder / f"{name}.rq").read_text(encoding="utf-8")
        solutions = self.store.select(bind(self.texts[name], {"lang": Literal(self.lang), **terms}))
        return [dict(zip(solutions.variables, row, strict=True)) for row in solutions.rows]

    # -- what was asked for ------------------------------------------------------------------------------------------

    def iri(self, target: str) -> str | None:
        """The IRI that was typed, or None for the name of a unit."""
        target = target.removeprefix("<").removesuffix(">")
        prefix, colon, name = target.partition(":")
        if target.startswith(("http://", "https://")):
            return target
        if target.startswith("id/"):
            return v.BASE + target
        if colon and prefix in v.PREFIXES:
            return v.PREFIXES[prefix] + name
        # Tables show IRIs without what they all have in common.
        if "/" in target and self.known(v.ID + target):
            return v.ID + target
        return None

    def known(self, iri: str) -> bool:
        try:
            return bool(self.rows("facts", thing=NamedNode(iri)))
        except ValueError:
            return False

    def node(self, iri: str) -> NamedNode:
        return self.find("iri", iri)

    def unit(self, name: str, terms: Mapping[str, Term]) -> NamedNode:
        """The unit of a name in the wanted year; of several ("Sở Nội vụ") the one that the wanted index assesses."""
        try:
            return self.find("unit", name, {"year": terms["wantedYear"]} if "wantedYear" in terms else {})
        except CchcError as error:
            if error.code != "AMBIGUOUS_VALUE" or "wantedIndex" not in terms:
                raise
            rows = self.rows("units", wantedIndex=terms["wantedIndex"])
            assessed = {row["unit"] for row in rows if fold(text_of(row["name"])) == fold(name)}
            if len(assessed) != 1 or not isinstance(found := assessed.pop(), NamedNode):
                raise
            return found

    def find(self, kind: str, typed: str, asked: Mapping[str, Term] | None = None) -> NamedNode:
        """The term that a typed value names, as for the parameters of stored queries; ``asked`` are other ones."""
        parameter = Parameter(name=kind, variable=kind, type=kind, label={}, example=_EXAMPLES[kind])
        return to_term(self.store, Catalogue(), parameter, typed, asked or {})  # type: ignore[return-value]

    def is_unit_or_claim(self, node: NamedNode, iri: str | None) -> bool:
        """Whether the claims about it say all: there is no need for its own description."""
        return iri is None or node.value.startswith((v.unit_iri(""), v.ID + "claim/"))

    # -- things and their claims -------------------------------------------------------------------------------------

    def claims_of(self, node: NamedNode, terms: dict[str, Term]) -> list[Explained]:
        """What the graph says of a unit, edition …: one explanation a result or statistic."""
        wanted: dict[str, set[str]] = {}
        for row in self.rows("targets", target=node, **terms):
            wanted.setdefault(text_of(row["thing"]), set()).add(text_of(row["claim"]))
        found = []
        for iri, claims in wanted.items():
            thing = NamedNode(iri)
            reasons = [reason for reason in self.reasons(thing, 0) if reason.claim in claims]
            found.append(Explained(iri, self.title(iri), tuple(reasons), self.disagreements(thing)))
        return found

    def thing(self, node: NamedNode) -> Explained:
        """Anything else: what the graph says of it, and where its sources say so."""
        facts = tuple(
            (text_of(row["propertyLabel"]), text_of(row["valueLabel"]) or self.value(row["value"]))
            for row in self.rows("facts", thing=node)
        )
        facts = tuple(dict.fromkeys(facts))
        return Explained(
            node.value, self.title(node.value), (), self.disagreements(node), facts, tuple(self.places(node))
        )

    def title(self, iri: str) -> str:
        """A heading: ``Hà Nam – PAR INDEX 2020``, ``PAR INDEX 2020 – …``; or a label; or the end of the IRI."""
        if iri not in self.titles:
            row = self.rows("title", thing=NamedNode(iri))[0]
            said = {name: text_of(term) for name, term in row.items()}
            parts = [said["unit"], f"{said['index']} {said['year']}".strip()]
            if not said["unit"]:
                parts += [said["population"]]
            parts += [said["component"], said["kind"], said["grade"], said["subgroup"]]
            whole = " – ".join(part for part in parts if part) if said["index"] else said["label"]
            self.titles[iri] = " ".join(whole.split()) or iri.removeprefix(v.BASE)
        return self.titles[iri]

    def reasons(self, node: NamedNode, depth: int) -> list[Reason]:
        """The values that claims give a thing, or that one claim gives."""
        found = []
        for row in self.rows("claims", thing=node):
            claim = row["claim"]
            if not isinstance(claim, NamedNode):
                continue
            why = self.rows("reasons", thing=claim)
            premises: list[Reason] = []
            for item in why:
                if text_of(item["kind"]) == "premise" and isinstance(item["node"], NamedNode) and depth < MAX_DEPTH:
                    premises.extend(self.reasons(item["node"], depth + 1))
            about = text_of(row["thing"])
            rule = next(
                (text_of(i["label"]) or local(text_of(i["node"])) for i in why if text_of(i["kind"]) == "rule"), None
            )
            found.append(
                Reason(
                    claim=claim.value,
                    about=about,
                    title=self.title(about),
                    measure=text_of(row["propertyLabel"]) or local(text_of(row["property"])),
                    value=self.shown(row),
                    status=local(text_of(row["status"])).casefold(),
                    accepted=text_of(row["accepted"]) == "true",
                    places=tuple(self.places(claim)),
                    readings=self.readings(claim),
                    rule=rule,
                    premises=tuple(premises),
                    reviewed=self.review(claim),
                )
            )
        return found

    def readings(self, claim: NamedNode) -> tuple[Reading, ...]:
        rules: dict[str, list[Row]] = {}
        for row in self.rows("readings", thing=claim):
            rules.setdefault(text_of(row["reading"]), []).append(row)
        return tuple(
            Reading(
                rule=text_of(rows[0]["readingLabel"]) or local(rule),
                taken=self.named(rows[0], "value"),
                rejected=tuple(dict.fromkeys(self.named(row, "other") for row in rows if row["other"])),
                note=text_of(rows[0]["note"]),
            )
            for rule, rows in rules.items()
        )

    def named(self, row: Row, name: str) -> str:
        return text_of(row[f"{name}Label"]) or self.value(row[name])

    def review(self, claim: NamedNode) -> Reviewed | None:
        for row in self.rows("review", thing=claim):
            return Reviewed(
                kind=text_of(row["kind"]),
                by=text_of(row["reviewer"]),
                on=self.value(row["date"]),
                revises=text_of(row["revised"]),
                note=text_of(row["note"]),
            )
        return None

    def disagreements(self, node: NamedNode) -> tuple[Disagreement, ...]:
        conflicts: dict[str, list[Row]] = {}
        for row in self.rows("conflicts", thing=node):
            conflicts.setdefault(text_of(row["conflict"]), []).append(row)
        return tuple(
            Disagreement(
                iri,
                text_of(rows[0]["propertyLabel"]) or local(text_of(rows[0]["property"])),
                tuple(
                    (
                        text_of(row["valueLabel"]) or self.value(row["value"]),
                        local(text_of(row["source"])),
                        text_of(row["isAccepted"]) == "true",
                    )
                    for row in rows
                ),
                text_of(rows[0]["step"]),
            )
            for iri, rows in conflicts.items()
        )

    def places(self, node: NamedNode) -> list[Place]:
        return places_of(self.rows("quotes", thing=node))

    # -- values ------------------------------------------------------------------------------------------------------

    def shown(self, row: Row) -> str:
        """The value of a claim: ``36/63``, ``+6``, ``87,56 %``, or a label."""
        label = text_of(row["valueLabel"])
        if label:
            return label
        value = self.value(row["value"], signed=text_of(row["signed"]) == "true")
        if row["of"] is not None:
            value += f"/{self.value(row['of'])}"
        if row["withinLabel"] is not None:
            value += f" – {text_of(row['withinLabel'])}"
        measure = text_of(row["measureLabel"])
        return f"{value} {measure}" if measure else value

    def value(self, term: Term | None, *, signed: bool = False) -> str:
        """A value as people of the language write it."""
        if isinstance(term, Literal):
            kind = term.datatype.value.removeprefix(v.XSD)
            try:
                if kind == "decimal":
                    return number(Decimal(term.value), self.lang, signed=signed)
                if kind == "integer":
                    return number(int(term.value), self.lang, signed=signed)
            except (ValueError, ArithmeticError):
                return term.value
            if kind == "boolean" and term.value in _TRUTH[self.lang]:
                return _TRUTH[self.lang][term.value]
            if kind == "date" and self.lang == "vi" and len(term.value) == 10:
                year, month, day = term.value.split("-")
                return f"{day}/{month}/{year}"
        return local(term.value) if isinstance(term, NamedNode) else text_of(term)


_TRUTH = {"vi": {"true": "có", "false": "không"}, "en": {"true": "yes", "false": "no"}}
_EXAMPLES = {"unit": "lang-son", "index": "par-index", "year": "2020", "iri": "id/source/000"}
