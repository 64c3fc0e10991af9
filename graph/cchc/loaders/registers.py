"""Reads a register of changes of units: a CSV file with one change a row, so that the next change is data.

Columns (``seeds/registers/README.md`` explains them with examples): ``date``, ``kind``, ``original``, ``resulting``,
and, where there is something to say, those of ``OPTIONAL``. Several things in one cell are separated by ``|``.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cchc.errors import CchcError
from cchc.resources import resource
from cchc.units import ChangeRegister, KnownUnit, NewUnit, Period, UnitChange
from cchc.vietnamese import fold, nfc, same_tone_place, slug

CHANGES, BODIES = "changes.csv", "organizations.csv"
REQUIRED = ("date", "kind", "original", "resulting")
OPTIONAL = (
    *("resulting_en", "alt_vi", "alt_en", "unit_class", "gso_code"),
    *("population", "label_vi", "label_en", "source", "note"),
)
_KEPT, _ABOLISHED = "kept", "abolished"
_RESULTS = {"merged": (1, 1), "renamed": (1, 1), "reorganised": (1, 1), "split": (2, 1000)}
"""How few and how many units a change of a kind results in."""

Row = dict[str, str]


class WrongCells(CchcError):
    """All that is wrong in a register, cell by cell; nothing of it was taken in."""

    def __init__(self, where: str, problems: list[CchcError]) -> None:
        vi, en = ("; ".join(f"{p.where}: {p.message(lang)} {p.fix(lang)}" for p in problems) for lang in ("vi", "en"))
        values = {"count": len(problems), "problems_vi": vi, "problems_en": en}
        super().__init__("REGISTER_CELLS", where=where, values=values)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A kind of change, with the words in which a change of it is told: ``{original}`` and ``{resulting}``."""

    slug: str
    label: Mapping[str, str]


def change_kinds() -> dict[str, ChangeKind]:
    """The kinds of ``seeds/registers/change_kinds.csv``, by slug."""
    return {
        row["slug"]: ChangeKind(row["slug"], {"vi": row["label_vi"], "en": row["label_en"]})
        for row in csv.DictReader(io.StringIO(_own("change_kinds.csv")))
    }


def units_before_changes() -> list[KnownUnit]:
    """The units of the product's own registers that no change made: provinces, ministries, the Government."""
    provinces, bodies = csv.DictReader(io.StringIO(_own("provinces.csv"))), csv.DictReader(io.StringIO(_own(BODIES)))
    return [_listed_unit(row, "Province") for row in provinces] + [_listed_unit(row, row["class"]) for row in bodies]


def own_register() -> tuple[ChangeRegister, list[KnownUnit]]:
    """The product's own changes, and all units, those of today too, each with the days between which it existed."""
    where = f"seeds/registers/{CHANGES}"
    return read_changes(_own(CHANGES), where, units_before_changes(), change_kinds())


def _own(name: str) -> str:
    return (resource("seeds") / "registers" / name).read_text(encoding="utf-8")


def _listed_unit(row: Row, kind: str) -> KnownUnit:
    return KnownUnit(
        path=row["slug"],
        kind=kind,
        name=row["name_vi"],
        name_en=row["name_en"],
        names=(row["name_vi"], *_parts(row["alt_vi"])),
        region=row.get("region") or None,
        within=row.get("within") or None,
    )


def is_register(text: str) -> bool:
    """Whether a CSV text is a register of changes: its first line has the columns that every register has."""
    return set(REQUIRED) <= set(_header(text))


def read_changes(
    text: str, where: str, known: Iterable[KnownUnit], kinds: Mapping[str, ChangeKind]
) -> tuple[ChangeRegister, list[KnownUnit]]:
    """The changes of a register, and all units after it. A row may speak of the units of rows above it.

    :raises CchcError: REGISTER_COLUMNS for a column that is missing, unknown or twice there.
    :raises WrongCells: REGISTER_CELLS with every cell that is wrong.
    """
    header = _header(text)
    unknown = [name for name in header if name not in (*REQUIRED, *OPTIONAL)]
    missing = [name for name in REQUIRED if name not in header]
    twice = sorted({name for name in header if header.count(name) > 1})
    if unknown or missing or twice:
        wrong = ", ".join((*unknown, *missing, *twice))
        raise CchcError("REGISTER_COLUMNS", where=where, values={"columns": wrong, "known": ", ".join(OPTIONAL)})
    reader = _Register(where, {unit.path: unit for unit in known}, kinds)
    table = csv.DictReader(io.StringIO(nfc(text).removeprefix("\ufeff")), restval="", restkey="")
    for row in table:
        if any(row.values()):
            reader.read(table.line_num, {name: (row[name] or "").strip() for name in header}, bool(row.get("")))
    if reader.problems:
        raise WrongCells(where, reader.problems)
    return ChangeRegister(tuple(reader.changes), tuple(reader.units)), list(reader.known.values())


def _header(text: str) -> list[str]:
    first = next(csv.reader(io.StringIO(text.removeprefix("\ufeff"))), [])
    return [name.strip() for name in first]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


@dataclass
class _Register:
    """The units known so far, and what was read."""

    where: str
    known: dict[str, KnownUnit]
    kinds: Mapping[str, ChangeKind]
    changes: list[UnitChange] = field(default_factory=list)
    units: list[NewUnit] = field(default_factory=list)
    problems: list[CchcError] = field(default_factory=list)

    def read(self, line: int, row: Row, too_long: bool) -> None:
        """Takes in one row, or notes what is wrong in it."""
        before = len(self.problems)
        if too_long:
            self._wrong("REGISTER_LONG_ROW", line, "", columns=len(row))
        day = row["date"]
        if not _is_day(day):
            self._wrong("REGISTER_DATE", line, "date", value=day)
            day = ""
        if row["kind"] not in self.kinds:
            self._wrong("REGISTER_KIND", line, "kind", value=row["kind"], known=", ".join(self.kinds))
        originals = list(self._originals(line, row, day))
        names = self._results(line, row)
        for name, cell in row.items():
            if name == "source" and any(not part.startswith(("http://", "https://")) for part in _parts(cell)):
                self._wrong("REGISTER_SOURCE", line, name, value=cell)
        if not row.get("source") and not row.get("note"):
            self._wrong("REGISTER_UNSOURCED", line, "source")
        if len(self.problems) > before:
            return
        if row["kind"] == _KEPT:
            for unit in originals:
                self._change(row, [unit], [unit])
        else:
            self._change(row, originals, [self._result(row, place, originals) for place in range(len(names))])

    def _originals(self, line: int, row: Row, day: str) -> Iterator[KnownUnit]:
        typed = _parts(row["original"])
        if not typed and not row.get("population"):
            self._wrong("REGISTER_EMPTY", line, "original")
        for name in typed:
            if not day:
                continue
            eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
            named = [self.known[name]] if name in self.known else self._named(name)
            found = [unit for unit in named if eve in unit.period]
            if len(found) == 1:
                yield found[0]
            elif found:
                self._wrong("REGISTER_AMBIGUOUS", line, "original", value=name, day=eve, units=_shown(found))
            elif named:
                self._wrong("REGISTER_NOT_THEN", line, "original", value=name, day=eve, units=_shown(named))
            else:
                self._wrong("REGISTER_UNIT", line, "original", value=name, nearest=self._nearest(name))

    def _results(self, line: int, row: Row) -> list[str]:
        """The names of the units that result, one of each new name that can make an IRI."""
        names = _parts(row["resulting"])
        few, many = _RESULTS.get(row["kind"], (0, 0))
        if row["kind"] in self.kinds and not few <= len(names) <= many:
            self._wrong("REGISTER_RESULTS", line, "resulting", kind=row["kind"], count=len(names))
        for name in names:
            if not slug(name):
                self._wrong("REGISTER_NAME", line, "resulting", value=name)
        for column in ("resulting_en", "unit_class", "gso_code"):
            given = _parts(row.get(column, ""))
            if given and len(given) != len(names):
                self._wrong("REGISTER_COUNT", line, column, count=len(given), expected=len(names))
        if row.get("population") and not (row.get("label_vi") and row.get("label_en")):
            self._wrong("REGISTER_EMPTY", line, "label_vi")
        return names

    def _result(self, row: Row, place: int, originals: list[KnownUnit]) -> KnownUnit:
        """A unit that results: one that is known by its path, or a new one, which carries the year it began."""

        def cell(column: str) -> str | None:
            given = _parts(row.get(column, ""))
            return given[place] if given else None

        name = _parts(row["resulting"])[place]
        if name in self.known:
            return self.known[name]
        path = f"{slug(name)}-{row['date'][:4]}"
        regions, above = {unit.region for unit in originals}, {unit.within for unit in originals}
        unit = KnownUnit(
            path=path,
            kind=originals[0].kind,
            name=name,
            name_en=cell("resulting_en") or name,
            names=(name, *_parts(row.get("alt_vi", ""))),
            region=regions.pop() if len(regions) == 1 else None,
            within=above.pop() if len(above) == 1 else None,
            period=Period(began=row["date"]),
        )
        other = (("vi", row.get("alt_vi", "")), ("en", row.get("alt_en", "")))
        names = tuple((lang, part) for lang, given in other for part in _parts(given))
        self.units.append(NewUnit(unit, names, cell("unit_class"), cell("gso_code")))
        self.known.setdefault(path, unit)
        return unit

    def _change(self, row: Row, originals: list[KnownUnit], results: list[KnownUnit]) -> None:
        label = {
            lang: row.get(f"label_{lang}")
            or self.kinds[row["kind"]]
            .label[lang]
            .format(original=_listed(originals, lang), resulting=_listed(results, lang))
            for lang in ("vi", "en")
        }
        self.changes.append(
            UnitChange(
                date=row["date"],
                kind=row["kind"],
                originals=tuple(unit.path for unit in originals),
                results=tuple(unit.path for unit in results),
                label=label["vi"] or "",
                label_en=label["en"] or "",
                population=row.get("population") or None,
                sources=tuple(_parts(row.get("source", ""))),
                note=row.get("note") or None,
            )
        )
        for unit in originals:
            if unit.path not in self.changes[-1].results:
                self.known[unit.path] = replace(unit, period=Period(unit.period.began, row["date"]))

    def _named(self, name: str) -> list[KnownUnit]:
        wanted = _plain(name)
        return [unit for unit in self.known.values() if wanted in map(_plain, (unit.name, *unit.names))]

    def _nearest(self, name: str) -> str:
        by_name = {fold(unit.name): unit.name for unit in self.known.values()}
        return (
            ", ".join(by_name[found] for found in difflib.get_close_matches(fold(name), list(by_name), 3, 0.5)) or "–"
        )

    def _wrong(self, code: str, line: int, column: str, **values: object) -> None:
        where = f"{line}:{column}" if column else str(line)
        self.problems.append(CchcError(code, where=where, values=values))


def _plain(name: str) -> str:
    return same_tone_place(name).casefold()


def _shown(units: list[KnownUnit]) -> str:
    return ", ".join(f"{unit.path} ({unit.period})".removesuffix(" ()") for unit in units)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _listed(units: list[KnownUnit], lang: str) -> str:
    """ "A, B và C"."""
    names = [unit.name if lang == "vi" else unit.name_en for unit in units]
    last = {"vi": " và ", "en": " and "}[lang]
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
