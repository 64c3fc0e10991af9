"""From what people type to RDF terms: ``lang-son``, ``Lạng Sơn`` and ``lang son`` all name the same unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from cchc.errors import CchcError
from cchc.queries.binding import bind
from cchc.queries.catalogue import Catalogue, nearest
from cchc.queries.header import Parameter
from cchc.store.results import ReadableStore, Term
from cchc.units import Period, bearers, last_day
from cchc.vietnamese import fold, nfc, same_tone_place, slug
from cchc.vocabulary import ID, XSD

_YEAR = re.compile(r"[0-9]{4}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_OFFERED = 8
"""How many of several matching things an error names."""


def to_term(
    store: ReadableStore, catalogue: Catalogue, parameter: Parameter, typed: str, bound: Mapping[str, Term]
) -> Term:
    """The term that a typed value names. ``bound`` holds the parameters before it, which may narrow the choice.

    :raises CchcError: INVALID_VALUE if it can't be a value of this type; UNKNOWN_VALUE with the nearest ones;
        AMBIGUOUS_VALUE if it names several things; GRAPH_EMPTY if the graph has not even an index.
    """
    # Two spellings of one text must not be two values.
    typed = nfc(typed)
    _refuse_control(parameter, typed)
    if parameter.allowed and typed not in parameter.allowed:
        raise _unknown(parameter, typed, list(parameter.allowed))
    match parameter.type:
        case "string":
            return Literal(typed)
        case "lang":
            return Literal(typed)
        case "integer":
            return Literal(str(int(_matching(_INTEGER, parameter, typed))), datatype=NamedNode(XSD + "integer"))
        case "year":
            return Literal(_matching(_YEAR, parameter, typed), datatype=NamedNode(XSD + "gYear"))
        case "iri":
            return _iri(parameter, typed)
        case _:
            return _find(store, catalogue, parameter, typed, bound)


def _refuse_control(parameter: Parameter, typed: str) -> None:
    # Some engines expand \\uXXXX before they parse, so a backslash could end a string; nothing we ask for has one.
    if "\\" in typed or any(unicodedata.category(character) in ("Cc", "Cs") for character in typed):
        raise _invalid(parameter, typed)


def _invalid(parameter: Parameter, typed: str) -> CchcError:
    shown = typed.encode("unicode_escape").decode("ascii") if not typed.isprintable() else typed
    values = {"name": parameter.name, "value": shown, "type": parameter.type, "example": parameter.example}
    return CchcError("INVALID_VALUE", values=values)


def _unknown(parameter: Parameter, typed: str, known: list[str]) -> CchcError:
    values = {"name": parameter.name, "value": typed, "nearest": nearest(typed, known)}
    return CchcError("UNKNOWN_VALUE", values=values)


def _matching(pattern: re.Pattern[str], parameter: Parameter, typed: str) -> str:
    if not pattern.fullmatch(typed):
        raise _invalid(parameter, typed)
    return typed


def _iri(parameter: Parameter, typed: str) -> NamedNode:
    try:
        return NamedNode(typed)
    except ValueError as error:
        raise _invalid(parameter, typed) from error


def _find(
    store: ReadableStore, catalogue: Catalogue, parameter: Parameter, typed: str, bound: Mapping[str, Term]
) -> NamedNode:
    """Finds the thing by its IRI, its path, one of its names, or one of its names without diacritics; in this order.

    Of several units of one name it is the one that bore it in the year asked about, and of these the only one that the
    index asked about assesses; without a year, the only one that the graph has results of.
    """
    exact = _exactly(store, catalogue, parameter, typed)
    if exact is not None:
        return exact
    solutions = store.select(bind(catalogue.lookup(parameter.type), bound))
    names: dict[str, set[str]] = {}
    lives: dict[str, _Life] = {}
    for value, name, *life in solutions:
        if isinstance(value, NamedNode):
            names.setdefault(value.value, set()).update([name.value] if isinstance(name, Literal) else [])
            if life:
                lives[value.value] = _life(*life)

    def path(iri: str) -> str:
        return iri.removeprefix(ID).partition("/")[2] if iri.startswith(ID) else iri

    def plain(text: str) -> str:
        return same_tone_place(nfc(text)).casefold()

    wanted, folded, slugged = plain(typed), fold(typed), slug(typed)
    tests = (
        lambda iri: iri == typed,
        lambda iri: path(iri) == typed,
        lambda iri: any(plain(name) == wanted for name in names[iri]),
        lambda iri: any(fold(name) == folded for name in names[iri]),
        lambda iri: bool(slugged) and (path(iri).rsplit("/", 1)[-1] == slugged or slugged in map(slug, names[iri])),
    )
    for test in tests:
        found = sorted(iri for iri in names if test(iri))
        if len(found) > 1 and lives:
            found = _meant(found, lives, bound.get("year"))
            if len(found) > 1 and "index" in bound:
                found = _assessed(store, catalogue, found, bound)
        if len(found) == 1:
            return NamedNode(found[0])
        if found:
            shown = [f"{path(iri)} ({lives[iri].period})" if iri in lives else path(iri) for iri in found]
            offered = ", ".join(name.removesuffix(" ()") for name in shown[:_OFFERED])
            offered += ", …" if len(found) > _OFFERED else ""
            values = {"name": parameter.name, "value": typed, "matches": offered}
            raise CchcError("AMBIGUOUS_VALUE", values=values)
    if not names and not len(store.select(catalogue.lookup("index"))):
        raise CchcError("GRAPH_EMPTY")
    # Offer what can be typed again, whichever form was mistyped.
    by_name = {fold(name): path(iri) for iri in sorted(names) for name in sorted(names[iri])}
    by_name |= {path(iri): path(iri) for iri in sorted(names)}
    raise _unknown_thing(parameter, typed, folded, by_name)


def _exactly(store: ReadableStore, catalogue: Catalogue, parameter: Parameter, typed: str) -> NamedNode | None:
    """The index or unit of which the IRI or the path was typed, without a look at the others."""
    if parameter.type not in ("index", "unit"):
        return None
    kind = f"{ID}{parameter.type}/"
    try:
        thing = NamedNode(kind + typed.removeprefix(kind))
    except ValueError:
        return None
    return thing if store.select(bind(catalogue.lookup("exactly"), {"thing": thing})).rows else None


class _Life(NamedTuple):
    """When a unit existed, and whether the graph has results of it."""

    period: Period
    spoken: bool


def _life(began: Term | None, ended: Term | None, spoken: Term | None) -> _Life:
    days = [day.value if isinstance(day, Literal) else None for day in (began, ended)]
    return _Life(Period(*days), isinstance(spoken, Literal) and spoken.value in ("true", "1"))


def _meant(found: list[str], lives: Mapping[str, _Life], year: Term | None) -> list[str]:
    """Those of several units of one name that it may mean, given the year asked about."""
    if isinstance(year, Literal):
        return bearers(found, lambda iri: lives[iri].period, last_day(year.value))
    spoken = [iri for iri in found if lives[iri].spoken]
    return spoken if len(spoken) == 1 else found


def _assessed(store: ReadableStore, catalogue: Catalogue, found: list[str], bound: Mapping[str, Term]) -> list[str]:
    """The one of several units of one name that the index asked about assesses; else all."""
    rows = store.select(bind(catalogue.lookup("assessed"), bound))
    units = {unit.value for (unit,) in rows if isinstance(unit, NamedNode)}
    among = [iri for iri in found if iri in units]
    return among if len(among) == 1 else found


def _unknown_thing(parameter: Parameter, typed: str, folded: str, by_name: Mapping[str, str]) -> CchcError:
    import difflib

    close = difflib.get_close_matches(folded, list(by_name), 6, 0.5)
    offered = list(dict.fromkeys(by_name[name] for name in close))[:3] or sorted(set(by_name.values()))[:_OFFERED]
    values = {"name": parameter.name, "value": typed, "nearest": ", ".join(offered) or "–"}
    return CchcError("UNKNOWN_VALUE", values=values)
