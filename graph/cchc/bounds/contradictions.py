"""Contradictions that no two claims show alone: minimal sets of claims about an edition that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from cchc import vocabulary as v
from cchc.bounds.causes import minimal
from cchc.bounds.feasibility import feasible
from cchc.bounds.premises import Contradiction, Premise
from cchc.bounds.reading import Edition, Known, read_if_sized, rows_of
from cchc.bounds.scheduling import problem
from cchc.errors import CchcError
from cchc.queries import bind
from cchc.resources import resource
from cchc.store import ReadableStore, Term


@dataclass(frozen=True, slots=True)
class Contradicting:
    """An edition (IRI) with claims (IRIs) that cannot all be true, and could be without any one of them.

    ``detail`` says so with their words, by language.
    """

    edition: str
    claims: tuple[str, ...]
    detail: dict[str, str]
    code: str = "BOUNDS_CONTRADICTION"


def contradictions(store: ReadableStore) -> Iterator[Contradicting]:
    """The editions whose accepted ranks, scores, grades and counts cannot all be true; a set of claims for each."""
    for row in rows_of(store, "editions", {}):
        terms = {name: term for name in ("index", "year", "population") if (term := row[name]) is not None}
        # Where more units have results than there are, that is a matter of the shapes.
        edition = read_if_sized(store, {**terms, "lang": Literal("vi")}, sized=False)
        if edition is not None and not _possible(edition, edition.known):
            claims = contradicting(edition)
            where = _text(row["edition"])
            detail = {lang: contradiction(store, claims, where, lang).message(lang) for lang in ("vi", "en")}
            yield Contradicting(where, tuple(claims), detail)


def contradicting(edition: Edition) -> list[str]:
    """A minimal set of claims of a contradictory edition; "" for one that the graph does not tell."""
    return causes(edition, None)


def causes(edition: Edition, against: Premise | None) -> list[str]:
    """The claims of a minimal part of what is known of an edition that excludes ``against``, or excludes itself.

    :raises ValueError: nothing known excludes it.
    """
    found = minimal(edition.known, lambda part: not _possible(edition, part, against))
    return list(dict.fromkeys(known.claim for known in found))


def _possible(edition: Edition, part: list[Known], supposed: Premise | None = None) -> bool:
    premises = [known.premise for known in part]
    try:
        return feasible(problem(edition.size, [*premises, supposed] if supposed else premises, edition.scale))
    except Contradiction:
        return False


def contradiction(store: ReadableStore, claims: list[str], where: str, lang: str) -> CchcError:
    """Names claims that cannot all be true, each with its words and its source."""
    said = "; ".join(_quoted(store, claim, lang) for claim in claims)
    return CchcError("BOUNDS_CONTRADICTION", where=where, values={"number": len(claims), "claims": said})


def _quoted(store: ReadableStore, claim: str, lang: str) -> str:
    short = claim.removeprefix(v.ID)
    if not claim:
        return "?"
    text = (resource("queries") / "explain" / "quotes.rq").read_text(encoding="utf-8")
    solutions = store.select(bind(text, {"thing": NamedNode(claim), "lang": Literal(lang)}))
    for row in solutions.rows:
        said = dict(zip(solutions.variables, row, strict=True))
        return f"“{_text(said['exact'])}” ({_text(said['sourceLabel']) or _text(said['source'])}; {short})"
    return short


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, (Literal, NamedNode)) else ""
