"""Asks one store in one language, by the queries of ``queries/explain/``."""

from __future__ import annotations

from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from cchc import vocabulary as v
from cchc.answers.text import number
from cchc.explain.places import Row, local, text_of
from cchc.queries import bind
from cchc.resources import resource
from cchc.store import ReadableStore, Term
from cchc.triples import places_of


class Asking:
    """The queries, each read once, and how values look in the language."""

    def __init__(self, store: ReadableStore, lang: str) -> None:
        self.store = store
        self.lang = lang
        self._texts: dict[str, str] = {}

    def rows(self, name: str, **terms: Term) -> list[Row]:
        """The solutions of a query, by the names of its variables."""
        solutions = self.store.select(self._bound(name, terms))
        return [dict(zip(solutions.variables, row, strict=True)) for row in solutions.rows]

    def triples(self, name: str, **terms: Term) -> list[Triple]:
        """What a CONSTRUCT query makes."""
        return self.store.construct(self._bound(name, terms))

    def _bound(self, name: str, terms: dict[str, Term]) -> str:
        if name not in self._texts:
            text = (resource("queries") / "explain" / f"{name}.rq").read_text(encoding="utf-8")
            self._texts[name] = self.store.prepared(text)
        return bind(self._texts[name], {"lang": Literal(self.lang), **terms})

    # -- values ------------------------------------------------------------------------------------------------------

    def named(self, row: Row, name: str) -> str:
        """The label of a value, else the value."""
        return text_of(row[f"{name}Label"]) or self.value(row[name])

    def claimed(self, row: Row) -> str:
        """The value of a claim: ``36/63``, ``+6``, ``87,50 %``, ``9,54 ± 0,055 điểm``, or a label; with its part of the
        year: ``84,16 điểm (tuần 18)``."""
        period = f" ({text_of(row['period'])})" if row["period"] is not None else ""
        label = text_of(row["valueLabel"])
        if label:
            return f"{label}{period}"
        off = Decimal(text_of(row["tolerance"])) if row["tolerance"] is not None else None
        places = places_of(off) if off is not None and text_of(row["status"]) == v.CCHC + "Stated" else None
        value = self.value(row["value"], signed=text_of(row["signed"]) == "true", decimals=places)
        if row["of"] is not None:
            value += f"/{self.value(row['of'])}"
        if off is not None and places is None:
            value += f" ± {number(off, self.lang)}"
        if row["withinLabel"] is not None:
            value += f" – {text_of(row['withinLabel'])}"
        if row["measureLabel"] is not None:
            value += f" {text_of(row['measureLabel'])}"
        return f"{value}{period}"

    def value(self, term: Term | None, *, signed: bool = False, decimals: int | None = None) -> str:
        """A value as people of the language write it; ``decimals`` rounds or fills up decimal numbers."""
        if isinstance(term, Literal):
            kind = term.datatype.value.removeprefix(v.XSD)
            try:
                if kind == "decimal":
                    return number(Decimal(term.value), self.lang, decimals, signed=signed)
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
