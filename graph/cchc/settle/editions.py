"""What settling says of editions, meetings and people: labels, the edition of the year before, numbers of units,
schemes, and which officials are one person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode, Store

from cchc import vocabulary as v
from cchc.settle.output import Results, select, select_of


def count_units(store: Store, edition: NamedNode | None = None) -> dict[str, Any]:
    """How many units the editions of a store cover, as its sources say, by the IRI of the edition.

    :param edition: the one edition to count; the default graph of the store must be the merge then.
    """
    if edition is not None:
        best = next(iter(select_of(store, "counts", edition)), None)
        return {} if best is None else {edition.value: best["count"]}
    counts: dict[str, Any] = {}
    for row in select(store, "counts"):
        counts.setdefault(row["edition"].value, row["count"])
    return counts


def settle_editions(store: Store, graph: Results, counts: Mapping[str, Any]) -> int:
    """Labels, links to the edition of the year before, numbers of units and schemes, where the data lacks them."""
    rows = {row["edition"].value: row for row in reversed(list(select(store, "editions")))}
    editions = {_edition_key(row, 0): edition for edition, row in rows.items()}
    for edition, row in rows.items():
        year = row["year"].value
        names = []
        for language in ("Vi", "En"):
            index = row[f"abbreviation{language}"] or row[f"index{language}"] or row["indexVi"]
            population = row[f"population{language}"] or row["populationVi"]
            names.append(
                f"{index.value if index else _tail(row['index'])} {year} – "
                f"{population.value if population else _tail(row['population'])}"
            )
        graph.label(edition, names[0], names[1])
        before = editions.get(_edition_key(row, -1))
        if before and not row["before"]:
            graph.link(edition, v.CCHC + "previousEdition", before)
        if edition in counts and not row["counted"]:
            graph.add(edition, v.CCHC + "unitCount", counts[edition])
    schemes = list(select(store, "schemes"))
    for edition, row in rows.items():
        fitting = {scheme["scheme"].value for scheme in schemes if _fits(scheme, row)}
        if len(fitting) == 1:
            graph.link(edition, v.CCHC + "scheme", fitting.pop())
    return len(rows)


def _fits(scheme: Any, edition: Any) -> bool:
    """Whether a scheme may be that of an edition; one whose years no source tells fits every year."""
    year = edition["year"].value
    return (
        scheme["index"] == edition["index"]
        and scheme["population"] == edition["population"]
        and (scheme["from"] is None or scheme["from"].value <= year)
        and (scheme["until"] is None or year <= scheme["until"].value)
    )


def _edition_key(row: Any, shift: int) -> tuple[str, str, str]:
    """What makes an edition, ``shift`` years later; a year that is none is its own key and has no neighbour."""
    year = row["year"].value
    moved = str(int(year) + shift) if year.isdecimal() else f"{year}{shift or ''}"
    return str(row["index"]), moved, str(row["population"])


def _tail(node: Any) -> str:
    return str(node.value).rsplit("/", 1)[-1]


def settle_meetings(store: Store, graph: Results) -> int:
    """A label for each meeting: in Vietnamese the longest of the names that sources give it."""
    seen: set[str] = set()
    for row in select(store, "meetings"):
        meeting, date = row["meeting"].value, row["date"].value
        if meeting not in seen:
            seen.add(meeting)
            organizer = f", {row['organizer'].value}" if row["organizer"] else ""
            graph.label(meeting, row["name"].value, f"Meeting of {date}{organizer}")
    return len(seen)


def settle_people(store: Store, graph: Results) -> None:
    """Links officials of one name who are one person to the one whose IRI sorts first."""
    for row in select(store, "people"):
        graph.link(row["person"].value, v.OWL + "sameAs", row["first"].value)
