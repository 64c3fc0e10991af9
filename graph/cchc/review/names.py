"""The names in a record back to the things that they name: as this reading uses them, then as the ontology does."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cchc.claims import Concept, Directive, IndicatorValue, Meeting, Method, Observation, Post, Reading, Statistic, Unit
from cchc.loaders.articles.dating import day_of
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.records import records
from cchc.vietnamese import fold, nfc, same_tone_place, slug

OWN_INDEX = "provincial CCHC index"
"""What records call the index that a province keeps for its own departments and districts."""

_NEAREST = 3
_HEADS = {
    "so": "Department", "ban": "Department", "van phong": "Department", "thanh tra": "Department", "huyen": "District",
    "thi xa": "District", "thanh pho": "District", "quan": "District", "xa": "Commune", "phuong": "Commune",
    "thi tran": "Commune",
}  # fmt: skip
"""The class of a unit of a province, by the (folded) head noun of its name."""
_HEAD = re.compile("|".join(rf"{head}\b" for head in sorted(_HEADS, key=len, reverse=True)))


def _key(name: str) -> str:
    return " ".join(same_tone_place(nfc(name)).casefold().split())


class Names:
    """The things that the records of one reading may name."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer.on(day_of(reading))
        self._units: dict[str, Unit] = {}
        self._concepts: dict[tuple[str, str], Concept] = {}
        for kind, thing in _things(reading):
            if isinstance(thing, Unit):
                self._units.setdefault(_key(thing.name), thing)
            else:
                self._concepts.setdefault((kind, _key(thing.name)), thing)
        owners = [
            c.edition.owner
            for c in reading.claims
            if isinstance(c, (Observation, Statistic, Method)) and c.edition.owner
        ]
        self.home = owners[0] if owners else _home(self._units.values(), self.gazetteer)
        self._indices = {_key(name): slug_ for name, slug_ in self.index_names(reading)}

    # -- units -------------------------------------------------------------------------------------------------------

    def unit(self, name: str) -> Unit | None:
        """The unit of this name: of the article, of the ontology, or a new one of the article's province."""
        if found := self._units.get(_key(name)):
            return found
        entry = self._entry(name, "unit")
        if entry:
            return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True)
        entry = self._entry(name, "unit-type")
        head = _HEAD.match(fold(name))
        if self.home is None or (head is None and not (entry and entry.of == "Department")):
            return None
        kind = entry.of if entry and entry.of else _HEADS[head[0]] if head else ""
        words = entry.label if entry else " ".join(nfc(name).split())
        # A head noun alone ("huyện") names no unit.
        if kind not in _HEADS.values() or (head and len(fold(words)) <= head.end() + 1):
            return None
        return Unit(f"{self.home.path}/{slug(words)}", words, kind, self.home.path)

    def unit_names(self) -> list[str]:
        """Units to choose from: those of the article, then those of the ontology."""
        known = [e.label for (kind, _), e in self.gazetteer.by_path.items() if kind == "unit"]
        return list(dict.fromkeys([unit.name for unit in self._units.values()] + known))

    # -- indices -----------------------------------------------------------------------------------------------------

    def index_names(self, reading: Reading) -> list[tuple[str, str]]:
        """(name in records, slug) of the indices: the national ones, and those of the article."""
        found: dict[str, str] = {}
        for claim in reading.claims:
            if isinstance(claim, (Observation, Statistic, Method)):
                name = str(records(Reading(reading.source, (claim,)))[0]["index"])
                # A province's own SIPAS is written as SIPAS: its units tell that it is its own.
                model = claim.edition.model
                found.setdefault(name, model.path if model else claim.edition.index)
        for (kind, path), entry in self.gazetteer.by_path.items():
            if kind == "index" and entry.owner is None and path not in found.values():
                found.setdefault(_NATIONAL.get(path, path.upper()), path)
        return list(found.items())

    def index(self, name: str) -> tuple[str, Unit | None] | None:
        """The slug and the owner of the index of this name."""
        if name == OWN_INDEX:
            return (f"{self.home.path}-cchc", self.home) if self.home else None
        if found := self._indices.get(_key(name)):
            return found, None
        entry = self._entry(name, "index")
        return (entry.path, None) if entry and entry.owner is None else None

    def known_indices(self) -> list[str]:
        own = [OWN_INDEX] if self.home else []
        return list(
            dict.fromkeys(
                [_NATIONAL.get(s, s.upper()) for s in self._indices.values() if not s.endswith("-cchc")] + own
            )
        )

    # -- concepts ----------------------------------------------------------------------------------------------------

    def concept(self, kind: str, name: str, index: str | None = None) -> Concept | None:
        """The component, grade, region, class of units, indicator or method of this name (of this index)."""
        mine = self._concepts.get((kind, _key(name)))
        if mine and (index is None or mine.path.startswith(index + "/")):
            return mine
        for (entry_kind, path), entry in self.gazetteer.by_path.items():
            of_index = index is None or path.startswith(index + "/")
            if entry_kind == kind and of_index and (_key(entry.label) == _key(name) or path == name):
                return Concept(path, entry.label, entry.label_en, True)
        for match in self.gazetteer.find(name):
            for entry in match.entries:
                whole = match.start == 0 and match.end == len(name)
                if entry.kind == kind and whole and (index is None or entry.path.startswith(index + "/")):
                    return Concept(entry.path, entry.label, entry.label_en, True)
        return None

    def concept_names(self, kind: str, index: str | None = None) -> list[str]:
        """What may be chosen of a kind (of an index): that of the article, then that of the ontology."""
        mine = [
            c.name
            for (k, _), c in self._concepts.items()
            if k == kind and (not index or c.path.startswith(index + "/"))
        ]
        known = [
            entry.label
            for (k, path), entry in self.gazetteer.by_path.items()
            if k == kind and (index is None or path.startswith(index + "/"))
        ]
        return list(dict.fromkeys(mine + known))

    def _entry(self, name: str, kind: str) -> Entry | None:
        text = nfc(name).strip()
        for match in self.gazetteer.find(text):
            if match.start == 0 and match.end == len(text):
                return next((entry for entry in match.entries if entry.kind == kind), None)
        return None


_NATIONAL = {"par-index": "PAR INDEX", "service-index-766": "Bộ chỉ số 766"}
"""What records call an index where that is not its slug in capitals."""


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """The known names most like this one, without regard to case and diacritics."""
    by_fold = {fold(candidate): candidate for candidate in known}
    close = difflib.get_close_matches(fold(name), list(by_fold), _NEAREST, 0.5)
    return [by_fold[found] for found in close]


def _home(units: Iterable[Unit], gazetteer: Gazetteer) -> Unit | None:
    """The province whose departments and districts the article speaks of, or the only province in it."""
    units = list(units)
    within = Counter(unit.within for unit in units if unit.within)
    provinces = [unit for unit in units if unit.kind == "Province"]
    if not within:
        return provinces[0] if len(provinces) == 1 else None
    entry = gazetteer.by_path.get(("unit", within.most_common(1)[0][0] or ""))
    return Unit(entry.path, entry.label, entry.type, None, entry.label_en, True) if entry else None


def _things(reading: Reading) -> Iterator[tuple[str, Unit | Concept]]:
    """The units and concepts of a reading's claims, each concept with its kind."""

    for claim in reading.claims:
        found: list[tuple[str, object]] = []
        if isinstance(claim, Observation):
            found = [
                ("unit", claim.unit),
                ("component", claim.component),
                ("region", claim.scope),
                ("grade", claim.value),
            ]
        elif isinstance(claim, Statistic):
            found = [
                ("grade", claim.grade),
                ("unit-class", claim.subgroup),
                ("region", claim.region),
                ("component", claim.component),
            ]
        elif isinstance(claim, IndicatorValue):
            found = [("indicator", claim.indicator), ("unit", claim.unit), ("measure", claim.unit_of_measure)]
        elif isinstance(claim, Method):
            found = [("method", claim.method)]
        elif isinstance(claim, Post):
            found = [("unit", claim.organization)]
        elif isinstance(claim, Meeting):
            found = [("unit", claim.organizer), *(("unit", point.unit) for point in claim.points)]
        elif isinstance(claim, Directive):
            found = [("unit", unit) for unit in (claim.by_unit, claim.checked_by, *claim.to_units)]
        for kind, thing in found:
            if isinstance(thing, (Unit, Concept)):
                yield kind, thing
