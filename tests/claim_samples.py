"""Small readings for the tests of rules, settling and shapes, made of the records of ``cchc.claims`` as loaders do."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from pyoxigraph import NamedNode, Store

from cchc import rules, settle, triples
from cchc import vocabulary as v
from cchc.claims import Claim, Concept, Edition, Observation, Quote, Reading, Source, Statistic, Unit
from cchc.validation.constraints import evaluate_at, filled
from cchc.validation.shapes import load

TEXT = "Lạng Sơn đạt 83,8 điểm, xếp thứ 36/63, tăng 6 bậc. " * 4
LANG_SON = Unit("lang-son", "Lạng Sơn", "Province", known=True)
HA_NAM = Unit("ha-nam", "Hà Nam", "Province", known=True)
HA_GIANG = Unit("ha-giang", "Hà Giang", "Province", known=True)
GRADE_B = Concept("par-index/b", "Nhóm B", "Group B", known=True)
MODERN = Concept("par-index/hien-dai-hoa-hanh-chinh", "Hiện đại hóa hành chính", known=True)
RED_RIVER = Concept("dong-bang-song-hong", "Đồng bằng sông Hồng", known=True)
PAR_2020 = Edition("par-index", 2020, "province")
PAR_2019 = Edition("par-index", 2019, "province")
SIPAS_2020 = Edition("sipas", 2020, "province")


def quote(start: int = 0, end: int = 22) -> tuple[Quote, ...]:
    return (Quote(start, end, TEXT[start:end]),)


def said(measure: str, value: Any, unit: Unit = LANG_SON, edition: Edition = PAR_2020, **more: Any) -> Observation:
    """One observation; a decimal may be given as text."""
    if measure in ("score", "score_change"):
        value = Decimal(value)
    return Observation(edition=edition, unit=unit, measure=measure, value=value, quotes=quote(), **more)


def figure(kind: str, value: Any = None, edition: Edition = PAR_2020, **more: Any) -> Statistic:
    return Statistic(
        edition=edition, kind=kind, value=None if value is None else Decimal(value), quotes=quote(), **more
    )


def reading(source: str, *claims: Claim, published: str | None = None) -> Reading:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return Reading(
        Source(id=source, name=f"{source}.txt", text=TEXT, sha256=sha256, title="Bài báo", published=published), claims
    )


def store_of(*readings: Reading) -> Store:
    """The claims of some sources, without conclusions and accepted values."""
    store = Store()
    for one in readings:
        store.extend(triples.quads(one))
    return store


def settled(*readings: Reading) -> Store:
    """The same with both, as a build leaves it."""
    store = store_of(*readings)
    rules.conclude(store)
    settle.settle(store)
    return store


def edition_findings(store: Store, edition: NamedNode) -> dict[str, str]:
    """What the checks across the results and statistics of one edition find: English messages by their codes.

    :param store: a settled store whose default graph is the merge.
    """
    messages: dict[str, set[str]] = {}
    shapes = load()
    for constraint in shapes.constraints:
        if constraint.across_things and v.CCHC + "IndexEdition" in constraint.target_classes:
            texts = shapes.texts[constraint.shape]
            for _, _, bindings in evaluate_at(constraint, store, edition):
                messages.setdefault(texts.code, set()).add(filled(texts.message["en"], "en", bindings, store))
    return {code: "\n".join(sorted(found)) for code, found in messages.items()}
