"""Editions of indices of communes: made up, but of the size, the shape and the faults of published ones.

Every commune of every year has a score and a rank over all and a score in each of eight components. Ties share a rank,
some communes were not assessed, communes merge and go on under the name of the larger one, and a chosen share of the
rows is wrong. The same seed gives the same rows, one after the other, whatever their number.

    python tests/benchmarks/generate.py M -o rows.csv
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from cchc.claims import Claim, Concept, Edition, Observation, Quote, Reading, Source, Unit

SIZES = {"S": 10_000, "M": 100_000, "L": 1_000_000, "XL": 10_000_000}
"""Claims, about; a size that no index has units for is made of several indices."""

YEARS = range(2012, 2025)
UNITS = 11_000
INDICES = ("par-index", "sipas", "service-index-766", "papi", "pci", "pgi", "dti")
COMPONENTS = tuple(f"noi-dung-{number}" for number in range(1, 9))
MISSING, MERGING, TIED = 0.01, 0.004, 0.03
"""Shares of the units that are not assessed in a year, that are merged into another one, that tie with another one."""

HEAD = "index,level,year,unit,component,score,score_unit,rank,rank_of,group,source_url,note"
CLAIMS_A_UNIT = 2 + len(COMPONENTS)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the long layout: an overall score with its rank, or the score of a component."""

    index: str
    year: int
    unit: str
    component: str
    score: Decimal
    rank: int | None = None
    rank_of: int | None = None
    fault: str = ""


def rows(size: str | int, seed: int = 1, errors: float = 0.0, years: range = YEARS) -> Iterator[Row]:
    """The rows of all editions, edition by edition, in the order of their ranks; memory is that of one edition.

    :param size: a key of :data:`SIZES`, or the number of claims wanted, about.
    :param errors: the share of the rows over all that are wrong; ``fault`` says how.
    """
    claims = SIZES[size] if isinstance(size, str) else size
    wanted = max(1, round(claims / CLAIMS_A_UNIT / len(years)))
    indices = -(-wanted // UNITS)
    for name in INDICES[:indices]:
        chance = random.Random(f"{seed} {name}")
        units = {f"xa-{number:05d}": chance.gauss(75, 7) for number in range(1, -(-wanted // indices) + 1)}
        for year in years:
            yield from _edition(name, year, units, chance, errors)
            for gone in [unit for unit in units if len(units) > 2 and chance.random() < MERGING]:
                del units[gone]


def _edition(index: str, year: int, units: dict[str, float], chance: random.Random, errors: float) -> Iterator[Row]:
    scored: list[tuple[Decimal, str, list[Decimal]]] = []
    before: list[Decimal] = []
    for unit, level in units.items():
        if chance.random() < MISSING:
            continue
        parts = before
        if not before or chance.random() >= TIED:
            parts = [Decimal(round(min(max(chance.gauss(level, 6), 0), 100) * 12.5)) / 100 for _ in COMPONENTS]
        before = parts
        scored.append((sum(parts, Decimal(0)), unit, parts))
    scored.sort(key=lambda one: (-one[0], one[1]))
    rank = 0
    for place, (score, unit, parts) in enumerate(scored, 1):
        if place == 1 or score != scored[place - 2][0]:
            rank = place
        row = Row(index, year, unit, "", score, rank, len(scored))
        yield _wrong(row, chance) if chance.random() < errors else row
        for component, part in zip(COMPONENTS, parts, strict=True):
            yield Row(index, year, unit, component, part)


def _wrong(row: Row, chance: random.Random) -> Row:
    """The row with one of the faults that published tables have."""
    fault = chance.choice(("rank beyond", "score beyond", "order"))
    assert row.rank_of is not None
    if fault == "rank beyond":
        return replace(row, rank=row.rank_of + 1, fault=fault)
    if fault == "score beyond":
        return replace(row, score=row.score + 100, fault=fault)
    return replace(row, rank=1 if row.rank == row.rank_of else row.rank_of, fault=fault)


def observations(made: Iterable[Row]) -> Iterator[Observation]:
    """The claims of the rows; each quotes a word of the text that :func:`reading` gives its source."""
    for row in made:
        edition = Edition(row.index, row.year, "commune")
        unit = Unit(row.unit, row.unit.replace("xa-", "xã "), "Commune")
        component = Concept(f"{row.index}/{row.component}", row.component) if row.component else None
        quote = (Quote(0, 4, "bảng"),)
        yield Observation(
            edition=edition, unit=unit, component=component, measure="score", value=row.score, quotes=quote,
            unit_of_measure="points",
        )  # fmt: skip
        if row.rank is not None:
            yield Observation(
                edition=edition, unit=unit, measure="rank", value=row.rank, rank_of=row.rank_of, quotes=quote
            )


def with_changes(made: Iterable[Observation]) -> Iterator[Observation]:
    """The claims, and after each rank or score over all the change since the year before: what rules conclude from."""
    last: dict[tuple[str, str, str], Observation] = {}
    for one in made:
        yield one
        if one.component is not None:
            continue
        key = (one.edition.index, one.unit.path, one.measure)
        before, last[key] = last.get(key), one
        if before is None or before.edition.year != one.edition.year - 1:
            continue
        assert isinstance(one.value, (int, Decimal))
        assert isinstance(before.value, (int, Decimal))
        if one.measure == "rank":
            yield replace(one, measure="rank_change", value=before.value - one.value, rank_of=None)
        else:
            yield replace(one, measure="score_change", value=one.value - before.value)


def reading(source: str, claims: Iterable[Claim]) -> Reading:
    """The claims as one source says them."""
    text = f"bảng số liệu {source}"
    document = Source(id=source, name=f"{source}.csv", text=text, sha256=sha256(text.encode()).hexdigest())
    return Reading(document, tuple(claims))


def write(made: Iterable[Row], target: Path | None) -> None:
    """Writes rows as CSV in the long layout, to standard output without a target."""
    with target.open("w", encoding="utf-8", newline="") if target else sys.stdout as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEAD.split(","))
        for row in made:
            name = row.unit.replace("xa-", "Xã ")
            rank = ("", "") if row.rank is None else (row.rank, row.rank_of)
            edition = (row.index, "commune", row.year)
            out.writerow((*edition, name, row.component, row.score, "points", *rank, "", "", row.fault))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=float, default=0.0, help="share of the rows over all that are wrong (0)")
    options = parser.parse_args()
    write(rows(options.size, options.seed, options.errors), options.output)


if __name__ == "__main__":
    main()
