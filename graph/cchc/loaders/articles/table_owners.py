"""Whose the figures below a header of a table are, or beside the name of a row, where its words tell: a unit's, the
unit's that the article is about ("Toàn tỉnh"), or means of all units or of a region."""

from __future__ import annotations

import re

from cchc.claims import Concept
from cchc.loaders.articles.entries import Entry
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import Name
from cchc.loaders.articles.table_cells import Owner
from cchc.vietnamese import fold, same_tone_place
from cchc.vietnamese.scanning import Line

_MEAN = re.compile(r"\b(?:trung binh|binh quan|tb|bq|mat bang)\b")
_NATION = re.compile(r"\b(?:ca nuoc|toan quoc|cac tinh|cac bo|\d\d (?:tinh|bo)|tinh chung)\b")
_MINISTRIES = re.compile(r"\b(?:cac|\d\d) bo\b")
_SOME_REGION = re.compile(r"\b(?:toan |ca )?(?:vung|khu vuc)\b")
_ITSELF = re.compile(
    r"^(?:(?:diem|chi so|ket qua|hang|xep hang|thu hang)(?: so| dat duoc| dat)? )?(?:cua )?(?:toan )?(?:tinh|bo)"
    r"(?: ta)?$"
)
_DULL = re.compile(
    r"\b(?:gia tri|diem so|diem|muc|chi so|ket qua|trung binh|binh quan|mat bang|chung|cua|toan|ca|nuoc|quoc|cac|tinh"
    r"|tp|thanh pho|thanh|dia phuong|vung|khu vuc|nam|va|bo|nganh|co quan ngang|tb|bq|o|dat|par index|parindex|sipas"
    r"|papi|pci|cchc|hang|xep|thu|vi tri|bac)\b|[\W\d_]+"
)
"""The words of such headers besides names."""


def owner_in(text: str, names: Gazetteer, *, ranks: bool = False) -> Owner | None:
    """Whose figures a header says that it stands over; None where it does not tell.

    :param ranks: whether they are places: then the country and a region are what units have places in.
    """
    plain = Line(same_tone_place(text))
    unit: Name | None = None
    region: Concept | None = None
    rest = str(plain)
    for match in names.find(plain):
        entry = _entry(match.entries, "unit") or _entry(match.entries, "unit-type")
        if entry and unit is None:
            unit = Name(entry.type if entry.kind == "unit" else entry.of or "", entry.label, entry.path.split("/")[-1],
                        entry.label_en, entry.kind == "unit")  # fmt: skip
        elif (entry := _entry(match.entries, "region")) and region is None:
            region = Concept(entry.path, entry.label, entry.label_en, True)
        else:
            continue
        rest = rest.replace(plain[match.start : match.end], " ")
    folded = " ".join(fold(re.sub(r"\(.*?\)", " ", rest)).split())
    if _DULL.sub("", folded):
        return None  # It speaks of something else besides.
    bare = re.sub(r"[\W\d_]*(?:\bnam\b)?[\W\d_]*$", "", folded)
    if _ITSELF.fullmatch(bare):
        return Owner(itself=True)
    if unit:
        return None if _MEAN.search(folded) else Owner(unit)
    if ranks:
        return None
    if region:
        return Owner(region=region)
    if _NATION.search(folded):
        return Owner(of_all=True, population="ministry" if _MINISTRIES.search(folded) else None)
    return Owner(some_region=True) if _SOME_REGION.search(folded) else None


def _entry(entries: tuple[Entry, ...], kind: str) -> Entry | None:
    return next((entry for entry in entries if entry.kind == kind), None)
