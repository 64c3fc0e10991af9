"""How pages of the genre begin, and what is read of a text, in short."""

from __future__ import annotations

from typing import Any

from article_gold import found_in, stated

DISTRICT = "UBND huyện Kim Bảng, tỉnh Hà Nam: kết quả Bộ chỉ số 766 tuần 20/2024\n"
ALL = "Công bố Chỉ số cải cách hành chính (PAR INDEX) năm 2021\n"
DISTRICTS = "Chỉ số CCHC năm 2022 của các huyện tỉnh Gia Lai\nUBND tỉnh công bố kết quả của 17 huyện.\n"
BEST_THREE = [("Hải Phòng", 1), ("Quảng Ninh", 2), ("Đà Nẵng", 3)]
NOW = "Kết quả PAR INDEX năm 2021 của tỉnh Quảng Ngãi\nPAR INDEX năm 2021 của tỉnh đạt 86,45%.\n"
OWN = "Chỉ số cải cách hành chính năm 2016 của các sở, huyện tỉnh Trà Vinh\nUBND tỉnh Trà Vinh công bố kết quả.\n"
MINISTRIES = "PAR INDEX 2017: kết quả của 19 bộ, cơ quan ngang bộ và 63 tỉnh, thành phố\n"
RULES, PROCEDURES, APPARATUS = (
    "Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy hành chính nhà nước",
)  # fmt: skip
PARTS = "Công bố PAR INDEX 2021 của tỉnh Lào Cai\n"
OF_ONE = "Công bố PAR INDEX năm 2021 của tỉnh An Giang\n"
SATISFIED = "Công bố SIPAS năm 2021\n"


def facts(text: str) -> list[tuple[object, ...]]:
    """Unit, year, measure and value of the observations of a text."""
    return [(r["unit"], r["year"], r["measure"], r["value"]) for r in stated(found_in(text)) if "measure" in r]


def told(text: str) -> list[tuple[Any, ...]]:
    """Index, year, unit and value of each score and rank, in the order of the text."""
    found = sorted(stated(found_in(text)), key=lambda r: int(r["start"]))
    return [
        (r["index"], r["year"], r["unit"], r["value"])
        for r in found
        if r["type"] == "observation" and r["measure"] in ("score", "rank")
    ]


def groups(text: str) -> list[tuple[str, str]]:
    return [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "group"]


def ranks(text: str) -> list[tuple[str, int]]:
    return [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"]


def parts_told(text: str) -> list[tuple[str | None, str, float]]:
    found = stated(found_in(text))
    return [(r["component"], r["measure"], r["value"]) for r in found if r["type"] == "observation"]
