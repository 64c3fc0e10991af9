"""A short article whose claims are known, with one of every kind, for the tests of reviews."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from cchc.claims import (
    Claim,
    Concept,
    ConnectingPoint,
    Directive,
    Edition,
    IndicatorValue,
    Meeting,
    Method,
    Observation,
    Post,
    Quote,
    Reading,
    Source,
    Statistic,
    Unit,
    Unplaced,
)

TEXT = """Lạng Sơn tăng hạng PAR INDEX năm 2020
Ngày 24/6/2021, Hội nghị công bố PAR INDEX năm 2020 do ông Dương Xuân Huyên, Phó Chủ tịch UBND tỉnh Lạng Sơn, chủ trì.
Năm 2020, Lạng Sơn đạt 83,80 điểm, xếp thứ 36/63, tăng 6 bậc so với năm 2019, thuộc nhóm B.
Giá trị trung bình của 63 tỉnh, thành phố là 83,72%, tăng 2,57% so với năm 2019. Nhóm C có 5 tỉnh.
Tỷ lệ hồ sơ trực tuyến đạt 34,2%. Kết quả được xác định bằng điều tra xã hội học.
Ông Dương Xuân Huyên yêu cầu các sở xây dựng kế hoạch trước ngày 10/7/2021. Có nơi đạt 77,7%.
"""
PROVINCE = Unit("lang-son", "Lạng Sơn", "Province", None, "Lang Son", known=True)
COMMITTEE = Unit("lang-son/ubnd-tinh", "UBND tỉnh Lạng Sơn", "PeoplesCommittee", "lang-son")
EDITION = Edition("par-index", 2020, "province")
GRADE_B = Concept("par-index/b", "nhóm B", "Group B", known=True)
GRADE_C = Concept("par-index/c", "nhóm C", "Group C", known=True)
ONLINE = Concept("ty-le-ho-so-truc-tuyen", "Tỷ lệ hồ sơ trực tuyến", known=True)
SURVEY = Concept("dieu-tra-xa-hoi-hoc", "điều tra xã hội học", known=True)


def quote(words: str) -> tuple[Quote, ...]:
    start = TEXT.index(words)
    return (Quote(start, start + len(words), words),)


def observation(measure: str, value: object, words: str, **more: object) -> Observation:
    made = {"edition": EDITION, "unit": PROVINCE, "measure": measure, "value": value, "quotes": quote(words), **more}
    return Observation(**made)  # type: ignore[arg-type]


CLAIMS: tuple[Claim, ...] = (
    observation("score", Decimal("83.80"), "Lạng Sơn đạt 83,80 điểm", unit_of_measure="points"),
    observation("rank", 36, "xếp thứ 36/63", rank_of=63, unit_of_measure="rank"),
    observation(
        "rank_change", 6, "tăng 6 bậc so với năm 2019", unit_of_measure="rank",
        interpretation=("index-from-context",),
    ),
    observation("grade", GRADE_B, "thuộc nhóm B", stated_as="nhóm B"),
    Statistic(
        edition=EDITION, kind="mean", quotes=quote("63 tỉnh, thành phố là 83,72%, tăng 2,57%"), value=Decimal("83.72"),
        change=Decimal("2.57"), out_of=63, unit_of_measure="percent",
    ),
    Statistic(
        edition=EDITION, kind="grade-count", quotes=quote("Nhóm C có 5 tỉnh"), value=Decimal(5), out_of=63,
        grade=GRADE_C,
    ),
    IndicatorValue(
        indicator=ONLINE, quotes=quote("Tỷ lệ hồ sơ trực tuyến đạt 34,2%"), value=Decimal("34.2"),
        unit_of_measure="percent", year=2020, unit=PROVINCE,
    ),
    Meeting(
        date="2021-06-24", name="Hội nghị công bố PAR INDEX năm 2020",
        quotes=quote("Hội nghị công bố PAR INDEX năm 2020"),
        organizer=COMMITTEE, chair="Dương Xuân Huyên", points=(ConnectingPoint(PROVINCE, (), quote("tỉnh Lạng Sơn")),),
    ),
    Post(
        person="Dương Xuân Huyên", title="Phó Chủ tịch", organization=COMMITTEE, attested_on="2021-06-24",
        quotes=quote("Dương Xuân Huyên, Phó Chủ tịch UBND tỉnh Lạng Sơn"),
    ),
    Directive(
        text="xây dựng kế hoạch trước ngày 10/7/2021", quotes=quote("xây dựng kế hoạch trước ngày 10/7/2021"),
        by="Dương Xuân Huyên", to="các sở", deadline="2021-07-10",
    ),
    Method(edition=EDITION, method=SURVEY, quotes=quote("điều tra xã hội học")),
)  # fmt: skip


def article(*claims: Claim, text: str = TEXT) -> Reading:
    """The reading of the sample; of ``claims``, where some are given."""
    source = Source(id="mau", name="mau.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    unplaced = (Unplaced("77,7%", "no-index", quote("77,7%")),) if text is TEXT else ()
    return Reading(source, claims or CLAIMS, unplaced)
