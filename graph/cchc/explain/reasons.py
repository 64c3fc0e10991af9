"""Collects the reasons for what the graph says, by the queries of ``queries/explain/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.answers.text import number
from cchc.errors import CchcError
from cchc.explain.model import Cell, Disagreement, Explained, Place, Reading, Reason, Reviewed
from cchc.queries import Catalogue, Parameter, bind
from cchc.queries.values import to_term
from cchc.resources import resource
from cchc.store import ReadableStore, Term
from cchc.vietnamese import fold

MAX_DEPTH = 20
"""How far premises of premises are followed."""

Row = dict[str, Term | None]


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
            assessed = {row["unit"] for row in rows if fold(_text(row["name"])) == fold(name)}
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
            wanted.setdefault(_text(row["thing"]), set()).add(_text(row["claim"]))
        found = []
        for iri, claims in wanted.items():
            thing = NamedNode(iri)
            reasons = [reason for reason in self.reasons(thing, 0) if reason.claim in claims]
            found.append(Explained(iri, self.title(iri), tuple(reasons), self.disagreements(thing)))
        return found

    def thing(self, node: NamedNode) -> Explained:
        """Anything else: what the graph says of it, and where its sources say so."""
        facts = tuple(
            (_text(row["propertyLabel"]), _text(row["valueLabel"]) or self.value(row["value"]))
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
            said = {name: _text(term) for name, term in row.items()}
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
                if _text(item["kind"]) == "premise" and isinstance(item["node"], NamedNode) and depth < MAX_DEPTH:
                    premises.extend(self.reasons(item["node"], depth + 1))
            about = _text(row["thing"])
            rule = next(
                (_text(i["label"]) or _local(_text(i["node"])) for i in why if _text(i["kind"]) == "rule"), None
            )
            found.append(
                Reason(
                    claim=claim.value,
                    about=about,
                    title=self.title(about),
                    measure=_text(row["propertyLabel"]) or _local(_text(row["property"])),
                    value=self.shown(row),
                    status=_local(_text(row["status"])).casefold(),
                    accepted=_text(row["accepted"]) == "true",
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
            rules.setdefault(_text(row["reading"]), []).append(row)
        return tuple(
            Reading(
                rule=_text(rows[0]["readingLabel"]) or _local(rule),
                taken=self.named(rows[0], "value"),
                rejected=tuple(dict.fromkeys(self.named(row, "other") for row in rows if row["other"])),
                note=_text(rows[0]["note"]),
            )
            for rule, rows in rules.items()
        )

    def named(self, row: Row, name: str) -> str:
        return _text(row[f"{name}Label"]) or self.value(row[name])

    def review(self, claim: NamedNode) -> Reviewed | None:
        for row in self.rows("review", thing=claim):
            return Reviewed(
                kind=_text(row["kind"]),
                by=_text(row["reviewer"]),
                on=self.value(row["date"]),
                revises=_text(row["revised"]),
                note=_text(row["note"]),
            )
        return None

    def disagreements(self, node: NamedNode) -> tuple[Disagreement, ...]:
        conflicts: dict[str, list[Row]] = {}
        for row in self.rows("conflicts", thing=node):
            conflicts.setdefault(_text(row["conflict"]), []).append(row)
        return tuple(
            Disagreement(
                iri,
                _text(rows[0]["propertyLabel"]) or _local(_text(rows[0]["property"])),
                tuple(
                    (
                        _text(row["valueLabel"]) or self.value(row["value"]),
                        _local(_text(row["source"])),
                        _text(row["isAccepted"]) == "true",
                    )
                    for row in rows
                ),
                _text(rows[0]["step"]),
            )
            for iri, rows in conflicts.items()
        )

    def places(self, node: NamedNode) -> list[Place]:
        found: dict[str, Place] = {}
        for row in self.rows("quotes", thing=node):
            quote, cited = _text(row["quote"]), (_text(row["cited"]),) if row["cited"] else ()
            if quote in found:
                found[quote] = replace(found[quote], cited=(*found[quote].cited, *cited))
                continue
            found[quote] = Place(
                source=_local(_text(row["source"])),
                source_label=_text(row["sourceLabel"]),
                start=int(_text(row["start"]) or 0),
                end=int(_text(row["end"]) or 0),
                before=_text(row["prefix"]),
                exact=_text(row["exact"]),
                after=_text(row["suffix"]),
                cell=_cell(quote, _text(row["sheetLabel"]), _text(row["heading"])),
                cited=cited,
            )
        return list(found.values())

    # -- values ------------------------------------------------------------------------------------------------------

    def shown(self, row: Row) -> str:
        """The value of a claim: ``36/63``, ``+6``, ``87,56 %``, or a label."""
        label = _text(row["valueLabel"])
        if label:
            return label
        value = self.value(row["value"], signed=_text(row["signed"]) == "true")
        if row["of"] is not None:
            value += f"/{self.value(row['of'])}"
        if row["withinLabel"] is not None:
            value += f" – {_text(row['withinLabel'])}"
        measure = _text(row["measureLabel"])
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
        return _local(term.value) if isinstance(term, NamedNode) else _text(term)


_TRUTH = {"vi": {"true": "có", "false": "không"}, "en": {"true": "yes", "false": "no"}}
_EXAMPLES = {"unit": "lang-son", "index": "par-index", "year": "2020", "iri": "id/source/000"}


def _cell(quote: str, sheet: str, heading: str) -> Cell | None:
    """The cell that the IRI of a quote names by RFC 7111."""
    _, of_a_cell, place = quote.rpartition("#cell=")
    if not of_a_cell:
        return None
    row, column = (int(number) for number in place.split(","))
    return Cell(sheet, row, column, heading)


def _text(term: Term | None) -> str:
    return str(term.value) if isinstance(term, (Literal, NamedNode)) else ""


def _local(iri: str) -> str:
    return iri.removeprefix(v.ID) if iri.startswith(v.ID) else iri.removeprefix(v.CCHC)
