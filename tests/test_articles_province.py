"""Whose departments, districts and communes an article tells of that does not name its province, or names several."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc.api import read
from cchc.build import load
from cchc.claims import Observation
from cchc.errors import CchcError
from cchc.inputs import TableOptions
from cchc.loaders.tables.reader import Options

TEXT = "Kết quả chỉ số CCHC năm 2022\nNăm 2022, chỉ số CCHC huyện Châu Thành xếp thứ 2 với 88,1 điểm.\n"
GUESTS = "Các đoàn {} cùng dự.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bai-viet.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def told(path: Path, province: str | None = None) -> set[tuple[str, str, tuple[str, ...]]]:
    """Path of the unit, status and rules of each observation."""
    claims = [claim for claim in read(path, province).claims if isinstance(claim, Observation)]
    return {(claim.unit.path, claim.status, claim.interpretation) for claim in claims}


def test_without_a_province_nothing_is_told_of_a_district(page: Path) -> None:
    assert told(page) == set()
    assert {(r["text"], r["why"]) for r in cchc.extract(page)} == {("xếp thứ 2", "no-unit"), ("88,1 điểm", "no-unit")}


@pytest.mark.parametrize(("province", "path"), [("Tiền Giang", "tien-giang"), ("Long An", "long-an")])
def test_whoever_loads_an_article_tells_its_province(page: Path, province: str, path: str) -> None:
    assert told(page, province) == {(f"{path}/huyen-chau-thanh", "stated", ("told-when-loading",))}


def test_the_province_that_an_article_names_itself_counts(page: Path) -> None:
    page.write_text(f"Sở Nội vụ tỉnh Long An công bố\n{TEXT}", encoding="utf-8")
    assert {path for path, *_ in told(page, "Tiền Giang")} == {"long-an/huyen-chau-thanh"}


def test_an_unknown_province_is_refused_with_the_nearest(page: Path) -> None:
    with pytest.raises(CchcError) as refused:
        read(page, "Tien Gang")
    assert refused.value.code == "TABLE_OPTION"
    assert "Tiền Giang" in refused.value.message("vi")


def test_a_district_of_one_of_several_provinces_is_a_candidate_for_each(page: Path) -> None:
    page.write_text(TEXT + GUESTS.format("An Giang và Tiền Giang"), encoding="utf-8")
    assert told(page) == {
        (f"{path}/huyen-chau-thanh", "candidate", ("one-of-several-provinces",)) for path in ("an-giang", "tien-giang")
    }
    assert {r["unit"] for r in cchc.extract(page)} == {
        "huyện Châu Thành (An Giang)",
        "huyện Châu Thành (Tiền Giang)",
    }
    assert {path for path, *_ in told(page, "Long An")} == {"long-an/huyen-chau-thanh"}


def test_an_article_about_many_provinces_leaves_a_district_unplaced(page: Path) -> None:
    page.write_text(TEXT + GUESTS.format("An Giang, Tiền Giang, Bến Tre, Trà Vinh, Sóc Trăng"), encoding="utf-8")
    assert told(page) == set()


def test_an_article_loaded_again_for_a_province_is_refused_or_replaced(store: Path, page: Path) -> None:
    told = TableOptions(Options(province="Tiền Giang"))
    assert load(store, [page]) is not None
    with pytest.raises(CchcError) as refused:
        load(store, [page], tables=told)
    assert refused.value.code == "SOURCE_READ_OTHERWISE"
    assert load(store, [page], tables=told, replace=True) is not None
    assert load(store, [page], tables=told) is None
