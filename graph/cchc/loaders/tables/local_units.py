"""The departments, districts and communes that sources have named: one unit has one name, however a table writes it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable

from cchc.claims import Unit
from cchc.loaders.articles.name_patterns import LOCAL_HEADS, UNIT_HEADS
from cchc.vietnamese import slug

_DEPARTMENTS = (
    "Sở", "Ban", "BQL", "Thanh tra", "Chi cục", "Cục", "Văn phòng", "VP", "Công an", "Bảo hiểm xã hội",
    "BHXH", "Kho bạc", "Ngân hàng", "Bộ Chỉ huy", "Tòa án", "Viện kiểm sát",
)  # fmt: skip
_KINDS = {
    **{head.casefold(): ("Department", head) for head in _DEPARTMENTS},
    **{head: (kind, head) for head, kind in LOCAL_HEADS.items()},
    **{short: (LOCAL_HEADS[head], head) for short, head in UNIT_HEADS.items()},
}
"""The head noun of a local unit's name: its class, and how the name is written."""
_HEAD = re.compile(
    rf"(?P<head>{'|'.join(map(re.escape, sorted(_KINDS, key=len, reverse=True)))})\s*(?P<name>\S.*)", re.I
)
_PLACED = re.compile(r"(?P<name>.*?\S)(?:\s*[,(]\s*|\s+[-–]\s+)(?P<district>[^,()]+?)\)?")
_HEAD_OF_DISTRICT = re.compile(
    "^(?:" + "|".join(slug(head) for head, kind in LOCAL_HEADS.items() if kind == "District") + ")-"
)
"""What the last step of a district's path begins with where its head noun is known."""
_ALIKE = 0.8
"""How much of two names is the same, at least, where one may be a slip for the other: one letter of five or six."""


def headed(text: str) -> tuple[str, str, str] | None:
    """The class, the head noun and the rest of a name that begins with a head noun.

    >>> headed("TX.  Kỳ Anh"), headed("Kỳ Anh")
    (('District', 'thị xã', 'Kỳ Anh'), None)
    """
    found = _HEAD.fullmatch(text)
    if found is None:
        return None
    kind, head = _KINDS[" ".join(found["head"].casefold().split())]
    return kind, head, " ".join(found["name"].split())


def with_district(label: str) -> tuple[str, str] | None:
    """The name of a commune and that of its district, where a label says both.

    >>> with_district("Xã Hòa Bình (huyện Đạ Tẻh)"), with_district("Xã Hòa Bình (cũ)")
    (('Xã Hòa Bình', 'huyện Đạ Tẻh'), None)
    """
    match = _PLACED.fullmatch(label)
    if match is None:
        return None
    head, of = headed(match["name"]), headed(match["district"])
    if head and of and (head[0], of[0]) == ("Commune", "District"):
        return match["name"], match["district"]
    return None


def called(unit: Unit) -> str:
    """The name of a unit, without that of the district by which its path and its name tell it from others."""
    return unit.name.rpartition(" (")[0] if unit.path.count("/") > 1 else unit.name


def is_within(path: str, within: str) -> bool:
    """Whether a unit is in a province or a district, given by their paths; a district may lack its head noun in one."""
    if path.startswith(f"{within}/"):
        return True
    province, _, place = path.rpartition("/")[0].partition("/")
    of, _, district = within.partition("/")
    bare, bare_district = (_HEAD_OF_DISTRICT.sub("", name) for name in (place, district))
    return province == of and bare == bare_district != "" and (place == bare or district == bare)


def _name(label: str) -> str:
    """What of a name tells a unit from others of its class, to compare."""
    found = headed(label)
    return slug(found[2] if found else label)


class LocalUnits:
    """The local units that are known besides those of the ontology; what tables name is added as they are read.

    :param of_province: the units that sources named before, by the path of their province; asked once for each.
    """

    def __init__(self, of_province: Callable[[str], Iterable[Unit]] = lambda province: ()) -> None:
        self._of_province = of_province
        self._units: dict[str, dict[str, Unit]] = {}
        self._called: dict[tuple[str, str, str], dict[str, Unit]] = {}

    def of(self, province: str) -> dict[str, Unit]:
        """The units of a province by their paths."""
        if province not in self._units:
            self._units[province] = {}
            for unit in self._of_province(province):
                self._keep(province, unit)
        return self._units[province]

    def add(self, unit: Unit) -> None:
        """Makes a unit known; of one that was known without its head noun, the head noun is known from then on."""
        if unit.within is not None and self.of(unit.within).get(unit.path) != unit:
            self._keep(unit.within, unit)

    def _keep(self, province: str, unit: Unit) -> None:
        units = self._units[province]
        if before := units.get(unit.path):
            del self._called[province, before.kind, _name(called(before))][unit.path]
        units[unit.path] = unit
        self._called.setdefault((province, unit.kind, _name(called(unit))), {})[unit.path] = unit

    def named(self, within: str, kind: str, label: str) -> list[Unit]:
        """The known units of a class that a name means, in a province or a district, given by its path: with a head
        noun one of that head noun, or one whose own is not known; without it all of that name."""
        province = within.partition("/")[0]
        self.of(province)
        head = headed(label)
        found = self._called.get((province, kind, _name(label)), {})
        same = [found[path] for path in sorted(found) if is_within(path, within)]
        if head is None:
            return same
        exact = [unit for unit in same if (other := headed(unit.name)) and other[1] == head[1]]
        return exact or [unit for unit in same if headed(unit.name) is None]


def nearest(label: str, known: Iterable[str]) -> str | None:
    """The one of some names that a name may be a slip for."""
    names = {_name(other): other for other in sorted(known)}
    found = difflib.get_close_matches(_name(label), names, n=1, cutoff=_ALIKE)
    return names[found[0]] if found else None
