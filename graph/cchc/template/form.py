"""What is to be filled in for one edition: its units, the components of its criteria scheme, and its grades."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from cchc.answers.model import plain
from cchc.errors import CchcError
from cchc.loaders.articles.editions import model_of, own_index
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.queries import Catalogue, Parameter, bind
from cchc.queries.values import to_term
from cchc.store.results import ReadableStore, Term
from cchc.vocabulary import ID

SCALE = Decimal(100)
"""The highest score where the scheme says nothing else (``cchc:score``)."""


class Field(NamedTuple):
    """A component to be scored: its label, and its maximum points where they are known."""

    label: str
    maximum: Decimal | None


class Form(NamedTuple):
    """A sheet's content, in one language (names of units in Vietnamese): ``units`` are their codes and names.

    ``more`` tells that there may be units that the graph does not know: the departments of a province, say.
    """

    lang: str
    index_name: str
    year: str
    population: str
    province: str | None
    scheme: str | None
    maximum: Decimal
    components: tuple[Field, ...]
    grades: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    more: bool


_PARAMETERS = {
    "index": Parameter("index", "index", {}, "par-index", "index"),
    "year": Parameter("year", "year", {}, "2024", "year"),
    "population": Parameter("population", "population", {}, "province", "population"),
    "province": Parameter("province", "unit", {}, "dong-thap", "province"),
    "scheme": Parameter("scheme", "scheme", {}, "par-index/2948-qd-bnv", "wantedScheme"),
}
_NATIONAL = ("province", "ministry")
"""The populations that are ranked in the whole country; the others belong to a province."""


def form(
    store: ReadableStore,
    index: str,
    year: str | int,
    population: str,
    *,
    province: str | None = None,
    scheme: str | None = None,
    lang: str = "vi",
) -> Form:
    """The form of an edition, from what people type.

    :param province: whose departments, districts or communes; the owner of the index where that is a province's own.
    :param scheme: a criteria scheme; else the last one that holds in that year, if any is known, or else the components
        that the last edition scored.
    :raises CchcError: TEMPLATE_PROVINCE, and what :func:`~cchc.queries.values.to_term` raises.
    """
    catalogue = Catalogue()
    followed = _followed(store, catalogue, index)
    if followed is not None:
        index, whose = followed.path, index.removesuffix(own_index(followed.path, ""))
        province = province or whose
    typed = {"index": index, "year": str(year), "population": population, "province": province, "scheme": scheme}
    terms: dict[str, Term] = {"lang": Literal(lang)}
    for name, parameter in _PARAMETERS.items():
        if (value := typed[name]) is not None:
            terms[parameter.variable] = to_term(store, catalogue, parameter, value, terms)

    def rows(name: str) -> list[tuple[Term | None, ...]]:
        return store.select(bind(catalogue.template(name), terms)).rows

    local = _path(terms["population"]) not in _NATIONAL
    if not local:
        terms.pop("province", None)
    elif "province" not in terms:
        owner = next((row[0] for row in rows("owner")), None)
        if owner is None:
            raise CchcError("TEMPLATE_PROVINCE", values={"population": population})
        terms["province"] = owner
    found = next(iter(rows("scheme")), None)
    if found and found[0] is not None:
        terms["scheme"] = found[0]
    units = [(_path(unit), _text(label)) for unit, label in rows("units")]
    if local:
        known = {name for _, name in units}
        units += [("", _text(label)) for _, label in rows("unit-types") if _text(label) not in known]
    whose_name = _label(store, catalogue, terms["province"], "vi") if local else None
    index_name = _label(store, catalogue, terms["index"], lang)
    if followed is not None:
        index_name = f"{followed.label} của {whose_name}" if lang == "vi" else f"{followed.label_en} of {whose_name}"
    return Form(
        lang=lang,
        index_name=index_name,
        year=str(year),
        population=_label(store, catalogue, terms["population"], lang),
        province=whose_name,
        scheme=_text(found[1]) if found else None,
        maximum=(_number(found[2]) if found else None) or SCALE,
        components=tuple(
            Field(_text(label), _number(most))
            for component, label, most in rows("components" if "scheme" in terms else "scored-components")
            if component is not None
        ),
        # The grades of the national index are not those of a province's own.
        grades=() if followed is not None else tuple(_text(label) for _, label in rows("grades")),
        units=tuple(units),
        more=local,
    )


def _followed(store: ReadableStore, catalogue: Catalogue, index: str) -> Entry | None:
    """The national index that a province's own one follows of which nothing is loaded yet: "ha-tinh-cchc"."""
    names = gazetteer()
    model = model_of(names, index)
    known = bind(catalogue.lookup("label"), {"value": NamedNode(f"{ID}index/{index}"), "lang": Literal("vi")})
    if model is None or store.select(known).rows:
        return None
    return names.by_path["index", model]


def _label(store: ReadableStore, catalogue: Catalogue, term: Term, lang: str) -> str:
    rows = store.select(bind(catalogue.lookup("label"), {"value": term, "lang": Literal(lang)})).rows
    return _text(rows[0][0]) if rows and rows[0][0] is not None else _path(term)


def _path(term: Term | None) -> str:
    """What of an IRI can be typed again."""
    return _text(term).removeprefix(ID).partition("/")[2] if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return str(getattr(term, "value", ""))


def _number(term: Term | None) -> Decimal | None:
    value = plain(term)
    return Decimal(value) if isinstance(value, (int, Decimal)) else None
