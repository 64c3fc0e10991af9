"""Whom a row is about: a unit, or a mean over all or over the units of a region."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.claims import Concept, Unit
from cchc.errors import CchcError
from cchc.loaders.articles.editions import LOCAL
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.name_patterns import LOCAL_HEADS, UNIT_HEADS
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.values import without_footnote
from cchc.vietnamese import slug

POPULATION_OF_KIND = {
    "Province": "province", "Ministry": "ministry", "Department": "department", "District": "district",
    "Commune": "commune",
}  # fmt: skip
_COMMITTEE = re.compile(r"^(?:ubnd|u[ỷy]\s*ban\s+nhân\s+dân|ủy\s+ban\s+nhân\s+dân)\s+", re.I)
_TERRITORY = re.compile(r"^(?:tỉnh|thành\s+phố|tp\.?|t\.)\s*", re.I)
_NUMBERING = re.compile(r"^\s*(?:\d{1,4}|[IVX]{1,4})\s*[.)]\s*")
# The head noun of a local unit's name: its class, and how the name is written.
_KINDS = {
    **{head.casefold(): ("Department", head) for head in ("Sở", "Ban", "Thanh tra", "Chi cục", "Văn phòng")},
    **{head: (kind, head) for head, kind in LOCAL_HEADS.items()},
    **{
        short: (LOCAL_HEADS[head], head)
        for short, head in (*UNIT_HEADS.items(), ("h.", "huyện"), ("x.", "xã"), ("p.", "phường"), ("tt.", "thị trấn"))
    },
}
_HEAD = re.compile(
    rf"(?P<head>{'|'.join(map(re.escape, sorted(_KINDS, key=len, reverse=True)))})\s*(?P<name>\S.*)", re.I
)
_KIND_OF_POPULATION = {population: kind for kind, population in POPULATION_OF_KIND.items()}


@dataclass(frozen=True, slots=True)
class Mean:
    """A row with the mean of the population, of ``region`` or of a class of units; ``of`` is how many it covers."""

    of: int | None = None
    region: Concept | None = None
    subgroup: Concept | None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """A row that is about no unit: a heading of a section, or a sum."""


Subject = Unit | Mean | Nobody


class UnitFinder:
    """Resolves the cells of a column of units; every text is looked up once."""

    def __init__(self, names: TableNames, population: str | None, province: Unit | None, declare: bool) -> None:
        self.names = names
        self.population = population
        self.province = province
        self.declare = declare
        self._known: dict[tuple[str, int | None, str | None, str | None], Subject | CchcError] = {}

    def find(self, text: str, year: int | None, population: str | None = None, province: Unit | None = None) -> Subject:
        """The subject of a row.

        :raises CchcError: TABLE_UNIT (with the nearest names), TABLE_UNIT_AMBIGUOUS, TABLE_PROVINCE.
        """
        key = (text, year, population, province.path if province else None)
        if key not in self._known:
            try:
                whose = self.names.of_year(province or self.province, year)
                self._known[key] = self._find(text, year, population or self.population, whose)
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

    def _find(self, text: str, year: int | None, population: str | None, province: Unit | None) -> Subject:
        name = _NUMBERING.sub("", without_footnote(text)).strip()
        if population == "region" or self.names.named("region", name):
            region = self._region(name)
            if region:
                return Mean(region=region)
        bare = name.strip("() ")
        known = self._entry(name, year, population) or (self._entry(bare, year, population) if bare != name else None)
        if known and not (population in LOCAL and known.type not in ("Department",)):
            return Unit(known.path, known.label, known.type, None, known.label_en, True)
        mean = self._mean(bare)
        if mean:
            return mean
        if self.names.term(bare, "sum"):
            return Nobody()
        local = self._local(_COMMITTEE.sub("", name), population, province)
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
        for attempt in (name, re.sub(r"^vùng\s+", "", name, flags=re.I)):
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

    def _local(self, name: str, population: str | None, province: Unit | None) -> Unit | None:
        """A department, district or commune of a province, by its head noun or because the table lists such units."""
        types = [entry for entry in self.names.named("unit-type", name) if entry.of == "Department"]
        headed = _HEAD.fullmatch(name)
        kind, label = None, " ".join(name.split())
        if types:
            kind, label = "Department", types[0].label
        elif headed:
            kind, head = _KINDS[" ".join(headed["head"].casefold().split())]
            label = f"{head} {' '.join(headed['name'].split())}"
        elif self.declare or population in LOCAL:
            kind = _KIND_OF_POPULATION.get(population or "")
        if kind is None or (population not in (*LOCAL, None) and not self.declare):
            return None
        if province is None:
            raise CchcError("TABLE_PROVINCE", values={"name": name})
        path = f"{province.path}/{types[0].path if types else slug(label)}"
        return Unit(path, label, kind, province.path, None, ("unit", path) in self.names.articles.by_path)
