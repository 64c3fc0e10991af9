"""A small graph, made by hand, that has one of everything that the stored queries ask for.

Figures are those of the seed documents, cut short; what the seeds lack (a conflict, a break, a successor) is planted.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from cchc import triples
from cchc.claims import (
    Claim,
    Concept,
    ConnectingPoint,
    Directive,
    Edition,
    IndicatorValue,
    Meeting,
    Observation,
    Post,
    Quote,
    Reading,
    Source,
    Statistic,
    Unit,
)
from cchc.settle import measure

FOLDER = Path(__file__).parent / "sample"

LANG_SON = Unit("lang-son", "Lạng Sơn", "Province", known=True)
HA_NAM = Unit("ha-nam", "Hà Nam", "Province", known=True)
DA_NANG = Unit("da-nang", "Đà Nẵng", "Province", known=True)
DONG_THAP = Unit("dong-thap", "Đồng Tháp", "Province", known=True)
COMMITTEE = Unit("ban-chi-dao-cchc-chinh-phu", "Ban Chỉ đạo CCHC của Chính phủ", "SteeringCommittee", known=True)
SO_NOI_VU = Unit("dong-thap/so-noi-vu", "Sở Nội vụ", "Department", "dong-thap", "Department of Home Affairs")
SO_Y_TE = Unit("dong-thap/so-y-te", "Sở Y tế", "Department", "dong-thap", "Department of Health")
SO_KE_HOACH = Unit("dong-thap/so-ke-hoach-va-dau-tu", "Sở Kế hoạch và Đầu tư", "Department", "dong-thap")
CHAU_THANH = Unit("dong-thap/huyen-chau-thanh", "huyện Châu Thành", "District", "dong-thap", "Chau Thanh District")

PAR_2020 = Edition("par-index", 2020, "province")
PAR_2012 = Edition("par-index", 2012, "province")
SIPAS_2020 = Edition("sipas", 2020, "province")
SIPAS_2022 = Edition("sipas", 2022, "province")
DEPARTMENTS = Edition("dong-thap-cchc", 2021, "department", DONG_THAP)

GROUP_B = Concept("par-index/b", "Nhóm B", known=True)
GROUP_C = Concept("par-index/c", "Nhóm C", known=True)
GOOD = Concept("dong-thap-cchc/tot", "Tốt", known=True)
MODERN = Concept("par-index/hien-dai-hoa-hanh-chinh", "Hiện đại hóa hành chính", known=True)

FIRST = (
    "Hà Nam đạt 83,45 điểm, xếp thứ 43/63. "
    "Lạng Sơn là 83,80, xếp thứ 36/63, tăng 6 bậc so với năm 2019; hiện đại hóa hành chính đạt 12,94 điểm, "
    "tăng 3,4 điểm. "
    "SIPAS của Lạng Sơn là 83,97%, xếp thứ 39/63, tăng 7 bậc. "
    "Trung bình là 83,72%, cao hơn 2,57% so với năm 2019 (81,15%). "
    "56 tỉnh ở nhóm B, 2 tỉnh ở nhóm C: Kiên Giang, Bắc Kạn. "
    "Đà Nẵng đạt 87,12 điểm năm 2012. Chiều 24/6, ông Trương Hòa Bình chủ trì hội nghị."
)
SECOND = (
    "Sở Kế hoạch và Đầu tư xếp hạng nhất, 90,94; kế đến là Sở Nội vụ; cuối bảng là Sở Y tế. 16/17 cơ quan đạt mức tốt. "
    "Huyện Châu Thành đứng đầu 12 huyện với 88,68. Có 15/17 cơ quan tăng. Đà Nẵng đạt 87,14 điểm năm 2012. "
    "Ban hành kế hoạch đến hết ngày 10 tháng 4 năm 2022, giao Sở Nội vụ kiểm tra. Lạng Sơn ở nhóm B. "
    "Hồ sơ trực tuyến của các bộ đạt khoảng 80%, tăng 1,5 lần so với năm 2022. Hội nghị trực tuyến toàn quốc. "
    "SIPAS năm 2022 của Lạng Sơn là 80,10%."
)


def quads() -> list[Quad]:
    """Everything: the ontology and reference data in brief, two sources, derived claims, and results."""
    made = triples.quads(_reading("first", FIRST, _first())) + triples.quads(_reading("second", SECOND, _second()))
    for graph in ("reference", "derived", "results"):
        made += parse((FOLDER / f"{graph}.trig").read_bytes(), RdfFormat.TRIG)
    held = Store()
    held.extend(made)
    return [*made, *sorted(measure(held), key=str)]


def texts() -> list[str]:
    """The texts of the two sources."""
    return [FIRST, SECOND]


def _reading(source_id: str, text: str, claims: tuple[Claim, ...]) -> Reading:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    title = {"first": "Hội nghị công bố Chỉ số CCHC", "second": "Đồng Tháp tổng kết CCHC"}[source_id]
    return Reading(Source(id=source_id, name=f"{source_id}.txt", text=text, sha256=sha256, title=title), claims)


def _says(text: str, exact: str) -> tuple[Quote, ...]:
    start = text.index(exact)
    left, right = text.rfind(". ", 0, start) + 2, text.find(". ", start)
    prefix = text[left if left > 1 else 0 : start]
    end = start + len(exact)
    return (Quote(start, end, exact, prefix, text[end : right + 1 if right >= 0 else len(text)]),)


def _first() -> tuple[Claim, ...]:
    def observed(edition: Edition, unit: Unit, measure: str, value: object, exact: str, **more: object) -> Observation:
        return Observation(
            edition=edition,
            unit=unit,
            measure=measure,
            value=value,
            quotes=_says(FIRST, exact),
            **more,  # type: ignore[arg-type]
        )

    points = {"unit_of_measure": "points"}
    percent = {"unit_of_measure": "percent"}
    kien_giang = Unit("kien-giang", "Kiên Giang", "Province", known=True)
    bac_kan = Unit("bac-kan", "Bắc Kạn", "Province", known=True)
    return (
        observed(PAR_2020, HA_NAM, "score", Decimal("83.45"), "83,45", **points),
        observed(PAR_2020, HA_NAM, "rank", 43, "xếp thứ 43/63", rank_of=63),
        observed(PAR_2020, LANG_SON, "score", Decimal("83.80"), "83,80"),
        observed(PAR_2020, LANG_SON, "rank", 36, "xếp thứ 36/63", rank_of=63),
        observed(PAR_2020, LANG_SON, "rank_change", 6, "tăng 6 bậc", compared_with=2019),
        observed(PAR_2020, LANG_SON, "score", Decimal("12.94"), "12,94", component=MODERN, **points),
        observed(PAR_2020, LANG_SON, "score_change", Decimal("3.4"), "tăng 3,4 điểm", component=MODERN, **points),
        observed(PAR_2020, kien_giang, "grade", GROUP_C, "Kiên Giang"),
        observed(PAR_2020, bac_kan, "grade", GROUP_C, "Bắc Kạn"),
        observed(PAR_2020, bac_kan, "standing", "among-lowest", "Bắc Kạn"),
        observed(SIPAS_2020, LANG_SON, "score", Decimal("83.97"), "83,97%", **percent),
        observed(SIPAS_2020, LANG_SON, "rank", 39, "xếp thứ 39/63", rank_of=63),
        observed(SIPAS_2020, LANG_SON, "rank_change", 7, "tăng 7 bậc"),
        observed(PAR_2012, DA_NANG, "score", Decimal("87.12"), "87,12", **points),
        Statistic(
            edition=PAR_2020,
            kind="mean",
            value=Decimal("83.72"),
            change=Decimal("2.57"),
            quotes=_says(FIRST, "83,72%"),
            **percent,  # type: ignore[arg-type]
        ),
        Statistic(
            edition=PAR_2020,
            kind="grade-count",
            grade=GROUP_B,
            value=Decimal(56),
            out_of=63,
            quotes=_says(FIRST, "56 tỉnh"),
        ),
        Statistic(
            edition=PAR_2020,
            kind="grade-count",
            grade=GROUP_C,
            value=Decimal(2),
            out_of=63,
            quotes=_says(FIRST, "2 tỉnh"),
        ),
        Meeting(
            date="2021-06-24",
            name="hội nghị",
            quotes=_says(FIRST, "hội nghị"),
            organizer=COMMITTEE,
            chair="Trương Hòa Bình",
            part_of_day="afternoon",
            published=(PAR_2020, SIPAS_2020),
        ),
        Post(
            person="Trương Hòa Bình",
            title="Phó Thủ tướng Thường trực",
            organization=Unit("chinh-phu", "Chính phủ", "AdministrativeUnit", known=True),
            quotes=_says(FIRST, "ông Trương Hòa Bình"),
            attested_on="2021-06-24",
        ),
    )


def _second() -> tuple[Claim, ...]:
    def observed(edition: Edition, unit: Unit, measure: str, value: object, exact: str, **more: object) -> Observation:
        return Observation(
            edition=edition,
            unit=unit,
            measure=measure,
            value=value,
            quotes=_says(SECOND, exact),
            **more,  # type: ignore[arg-type]
        )

    districts = Edition("dong-thap-cchc", 2021, "district", DONG_THAP)
    return (
        observed(DEPARTMENTS, SO_KE_HOACH, "score", Decimal("90.94"), "90,94", unit_of_measure="points"),
        observed(DEPARTMENTS, SO_KE_HOACH, "rank", 1, "xếp hạng nhất"),
        observed(DEPARTMENTS, SO_NOI_VU, "rank", 2, "kế đến là Sở Nội vụ", interpretation=("rank-from-list-order",)),
        observed(DEPARTMENTS, SO_Y_TE, "standing", "last", "cuối bảng", rank_of=17),
        observed(districts, CHAU_THANH, "rank", 1, "đứng đầu", rank_of=12),
        observed(districts, CHAU_THANH, "score", Decimal("88.68"), "88,68", unit_of_measure="points"),
        observed(PAR_2012, DA_NANG, "score", Decimal("87.14"), "87,14", unit_of_measure="points"),
        observed(PAR_2020, LANG_SON, "grade", GROUP_B, "Lạng Sơn ở nhóm B"),
        observed(SIPAS_2022, LANG_SON, "score", Decimal("80.10"), "80,10%", unit_of_measure="percent"),
        Statistic(
            edition=DEPARTMENTS,
            kind="grade-count",
            grade=GOOD,
            value=Decimal(16),
            out_of=17,
            quotes=_says(SECOND, "16/17"),
        ),
        Statistic(edition=DEPARTMENTS, kind="risen-count", value=Decimal(15), out_of=17, quotes=_says(SECOND, "15/17")),
        Directive(
            text="Ban hành kế hoạch cải thiện Chỉ số CCHC",
            quotes=_says(SECOND, "Ban hành kế hoạch"),
            by="Phạm Thiện Nghĩa",
            to="các cơ quan, đơn vị, địa phương",
            deadline="2022-04-10",
            checked_by=SO_NOI_VU,
            areas=("76-nq-cp/the-che", "76-nq-cp/thu-tuc-hanh-chinh"),
        ),
        IndicatorValue(
            indicator=Concept("ho-so-truc-tuyen", "tỷ lệ hồ sơ trực tuyến"),
            quotes=_says(SECOND, "khoảng 80%"),
            value=Decimal(80),
            unit_of_measure="percent",
            year=2023,
            population="ministries",
            precision="about",
            factor=Decimal("1.5"),
            compared_with=2022,
        ),
        Meeting(
            date="2021-06-24",
            name="Hội nghị trực tuyến toàn quốc",
            quotes=_says(SECOND, "Hội nghị trực tuyến toàn quốc"),
            organizer=COMMITTEE,
            chair="Trương Hòa Bình",
            online=True,
            points=(ConnectingPoint(LANG_SON, ("Dương Xuân Huyên",), _says(SECOND, "Hội nghị")),),
        ),
    )


def twin_department() -> list[Quad]:
    """A department of another province that has the same name as one of the sample."""
    twin = Unit("ha-nam/so-noi-vu", "Sở Nội vụ", "Department", "ha-nam")
    edition = Edition("ha-nam-cchc", 2021, "department", HA_NAM)
    claim = Observation(edition=edition, unit=twin, measure="rank", value=1, quotes=_says(SECOND, "Sở Nội vụ"))
    return triples.quads(_reading("second", SECOND, (claim,)))
