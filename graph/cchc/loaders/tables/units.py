"""Whom a row is about: a unit, or a mean over all or over the units of a region."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.claims import Concept, Unit
from cchc.errors import CchcError
from cchc.loaders.articles.editions import LOCAL
from cchc.loaders.articles.entries import Entry
from cchc.loaders.tables.local_units import LocalUnits, called, headed, is_within, nearest, with_district
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.values import without_footnote
from cchc.vietnamese import slug

POPULATION_OF_KIND = {
    "Province": "province", "Ministry": "ministry", "Department": "department", "District": "district",
    "Commune": "commune",
}  # fmt: skip
_COMMITTEE = re.compile(r"^(?:ubnd|u[ỷy]\s*ban\s+nhân\s+dân|ủy\s+ban\s+nhân\s+dân)\s+", re.I)
_TERRITORY = re.compile(r"^(?:tỉnh|thành\s+phố|tp\.?|t\.)\s*", re.I)
_OF_REGION = re.compile(r"^(?:vùng|khu vực)\s+", re.I)
_NUMBERING = re.compile(r"^\s*(?:\d{1,4}|[IVX]{1,4})\s*[.)]\s*")
_KIND_OF_POPULATION = {population: kind for kind, population in POPULATION_OF_KIND.items()}


@dataclass(frozen=True, slots=True)
class Mean:
    """A row with the mean of the population, of ``region`` or of a class of units; ``of`` is how many it covers."""

    of: int | None = None
    region: Concept | None = None
    subgroup: Concept | None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """A row that is about no unit: a heading of a section, or a sum. Its figures are ``told`` to be left where they are
    something else that nothing in the graph says: the highest score, the median, the mean of a region that has no name.
    """

    told: bool = False


Subject = Unit | Mean | Nobody


class UnitFinder:
    """Resolves the cells of a column of units; every text is looked up once."""

    def __init__(
        self, names: TableNames, population: str | None, province: Unit | None, declare: bool, local: LocalUnits
    ) -> None:
        self.names = names
        self.local = local
        self.population = population
        self.province = province
        self.declare = declare
        self._known: dict[tuple[str, int | None, str | None, str | None, str | None], Subject | CchcError] = {}
        self._new: dict[str, Unit] = {}
        self._named: set[str] = set()

    def find(
        self,
        text: str,
        year: int | None,
        population: str | None = None,
        province: Unit | None = None,
        district: str | None = None,
    ) -> Subject:
        """The subject of a row; of several communes of one name that of the ``district`` that the row names.

        :raises CchcError: TABLE_UNIT (with the nearest names), TABLE_UNIT_AMBIGUOUS, TABLE_UNIT_BARE, TABLE_PROVINCE.
        """
        key = (text, year, population, province.path if province else None, district)
        if key not in self._known:
            try:
                whose = self.names.of_year(province or self.province, year)
                self._known[key] = self._find(text, year, population or self.population, whose, district)
            except CchcError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, CchcError):
            raise CchcError(found.code, values=found.values)
        return found

    def of_code(self, code: str, year: int | None) -> Unit:
        """The unit of a row that gives only its code of the General Statistics Office.

        :raises CchcError: TABLE_CODE_UNKNOWN.
        """
        entry = self.names.coded(code, year)
        if entry is None:
            raise CchcError("TABLE_CODE_UNKNOWN", values={"unit_code": code})
        return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True)

    def agree(self, subject: Subject, code: str, year: int | None) -> None:
        """Holds the code of a row against its name; units that have no such code are not looked at.

        :raises CchcError: TABLE_CODE.
        """
        own = self.names.articles.by_path.get(("unit", subject.path)) if isinstance(subject, Unit) else None
        entry = self.names.coded(code, year)
        if own is not None and own.code and (entry is None or entry.path != own.path):
            of_vi, of_en = (entry.label, entry.label_en) if entry else ("–", "–")
            values = {"unit_code": code, "name": own.label, "of_vi": of_vi, "of_en": of_en, "right": own.code}
            raise CchcError("TABLE_CODE", values=values)

    def _find(
        self, text: str, year: int | None, population: str | None, province: Unit | None, district: str | None
    ) -> Subject:
        name = _NUMBERING.sub("", without_footnote(text)).strip()
        if population == "region" or self.names.named("region", name) or _OF_REGION.match(name):
            region = self._region(name)
            if region:
                return Mean(region=region)
        bare = name.strip("() ")
        known = self._entry(name, year, population) or (self._entry(bare, year, population) if bare != name else None)
        if known and not (population in LOCAL and known.type not in ("Department",)):
            return Unit(known.path, known.label, known.type, None, known.label_en, True)
        if mean := self._mean(bare):
            of_some_region = self.names.within("table-term", bare, "region") and mean.region is None
            return Nobody(told=True) if of_some_region else mean
        if self.names.term(bare, "extreme"):
            return Nobody(told=True)
        if self.names.term(bare, "sum"):
            return Nobody()
        local = self._local(_COMMITTEE.sub("", name), population, province, district)
        if local:
            return local
        labels = ", ".join(f"“{label}”" for label in self.names.nearest("unit", name))
        values = {
            "name": text,
            "nearest_vi": f" Gần nhất: {labels}." if labels else "",
            "nearest_en": f" Nearest: {labels}." if labels else "",
        }
        raise CchcError("TABLE_UNIT", values=values)

    def _entry(self, name: str, year: int | None, population: str | None) -> Entry | None:
        attempts = [name, _COMMITTEE.sub("", name)]
        attempts.append(_TERRITORY.sub("", attempts[-1]))
        if population == "ministry":
            attempts.append("Bộ " + name)
        for attempt in attempts:
            entries = self.names.units(attempt, year)
            of_population = [e for e in entries if POPULATION_OF_KIND.get(e.type) == population]
            entries = of_population or [e for e in entries if e.type in POPULATION_OF_KIND]
            if len(entries) > 1:
                labels = ", ".join(f"{e.label} ({e.path})" for e in entries)
                raise CchcError("TABLE_UNIT_AMBIGUOUS", values={"name": name, "choices": labels})
            if entries:
                return entries[0]
        return None

    def _region(self, name: str) -> Concept | None:
        for attempt in (name, _OF_REGION.sub("", name)):
            entries = self.names.named("region", attempt)
            if entries:
                return Concept(entries[0].path, entries[0].label, entries[0].label_en, True)
        return None

    def _mean(self, name: str) -> Mean | None:
        words = slug(name).split("-")
        found = self.names.within("table-term", name, "mean")
        if not found or found[0][1] > 1:
            return None
        regions = [e for e, *_ in self.names.within("region", name)]
        classes = [e for e, *_ in self.names.within("unit-class", name)]
        counts = [int(word) for word in words if word.isdigit()]
        region = Concept(regions[0].path, regions[0].label, regions[0].label_en, True) if regions else None
        subgroup = (
            Concept(classes[0].path, classes[0].label, classes[0].label_en, True) if classes and not counts else None
        )
        return Mean(counts[0] if counts else None, region, subgroup)

    def newcomers(self) -> dict[str, tuple[str, str]]:
        """The units that nobody had named before and whose name is almost that of one that is known, and that the table
        does not name beside it: their paths, each with its name and the one that it may be a slip for."""
        found = {}
        unnamed: dict[tuple[str, str], list[str]] = {}
        for unit in self._new.values():
            place = unit.path.rpartition("/")[0], unit.kind
            if place not in unnamed:
                unnamed[place] = self._unnamed(*place)
            if near := nearest(called(unit), unnamed[place]):
                found[unit.path] = unit.name, near
        return found

    def _unnamed(self, within: str, kind: str) -> list[str]:
        """The names of the known units of a class in a province or a district that the table does not name."""
        known = [called(unit) for unit in self._held(within, kind) if unit.path not in self._named]
        if kind == "Department":
            types = self.names.entries("unit-type")
            known += [e.label for e in types if e.of == kind and f"{within}/{e.path}" not in self._named]
        return known

    def _held(self, within: str, kind: str) -> list[Unit]:
        units = self.local.of(within.partition("/")[0]).values()
        return [unit for unit in units if unit.kind == kind and is_within(unit.path, within)]

    def _local(self, name: str, population: str | None, province: Unit | None, district: str | None) -> Unit | None:
        """A department, district or commune of a province: one that is known, or a new one by its head noun.

        :raises CchcError: TABLE_PROVINCE, TABLE_UNIT_AMBIGUOUS, TABLE_UNIT_BARE.
        """
        label = " ".join(name.split())
        if told := with_district(label):
            label, district = told
        types = self._types(label) or (self._types(f"Sở {label}") if population == "department" else [])
        head = headed(label)
        kind = "Department" if types else head[0] if head else _KIND_OF_POPULATION.get(population or "")
        if not types and head is None and population not in LOCAL and not self.declare:
            return None
        if kind is None or (population not in (*LOCAL, None) and not self.declare):
            return None
        if province is None:
            raise CchcError("TABLE_PROVINCE", values={"name": name})
        if types:
            path = f"{province.path}/{types[0].path}"
            found = Unit(path, types[0].label, kind, province.path, None, self._declared(path))
        else:
            named = f"{head[1]} {head[2]}" if head else label
            whose = district if kind == "Commune" else None
            found = self._of_province(named, kind, province, whose, new=bool(head))
        self._named.add(found.path)
        self.local.add(found)
        return found

    def _of_province(self, label: str, kind: str, province: Unit, district: str | None, *, new: bool) -> Unit:
        """The unit of a province that a name means; one that nobody named before if it may be ``new``."""
        name, within = label, province.path
        if district is not None:
            of, within = self._district(district, province)
            name += f" ({of})"
        known = self.local.named(within, kind, label)
        if len(known) > 1:
            labels = ", ".join(f"{unit.name} ({unit.path})" for unit in known)
            raise CchcError("TABLE_UNIT_AMBIGUOUS", values={"name": name, "choices": labels})
        if known:
            return known[0]
        path = f"{within}/{slug(label)}"
        unit = Unit(path, name, kind, province.path, None, self._declared(path))
        if not new and not self.declare:
            near = nearest(label, map(called, self._held(within, kind)))
            values = {
                "name": name,
                "province": province.name,
                "nearest_vi": f" Gần nhất: “{near}”." if near else "",
                "nearest_en": f" Nearest: “{near}”." if near else "",
            }
            raise CchcError("TABLE_UNIT_BARE", values=values)
        if not self.declare:
            self._new[path] = unit
        return unit

    def _district(self, text: str, province: Unit) -> tuple[str, str]:
        """The name of a district, with its head noun where that is known, and its path."""
        text = _COMMITTEE.sub("", _NUMBERING.sub("", text)).strip()
        head = headed(text)
        label = f"{head[1]} {head[2]}" if head else text
        known = self.local.named(province.path, "District", label)
        if len(known) == 1:
            return known[0].name, known[0].path
        return label, f"{province.path}/{slug(label)}"

    def _types(self, label: str) -> list[Entry]:
        return [entry for entry in self.names.named("unit-type", label) if entry.of == "Department"]

    def _declared(self, path: str) -> bool:
        return ("unit", path) in self.names.articles.by_path
