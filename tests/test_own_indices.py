"""A province's departments, districts and communes are ranked in an index of its own, in articles as in tables."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from article_gold import found_in, stated
from cchc import vocabulary as v
from cchc.claims import Observation, Source
from cchc.loaders.articles.editions import model_of
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.loaders.articles.publisher import publishing_province
from cchc.loaders.articles.reader import read_article
from cchc.loaders.tables.reader import Options, read_table
from cchc.triples import table_quads
from table_files import facts, workbook

SHEET = [["STT", "Đơn vị", "Điểm"], [1, "Sở Nội vụ", 91.2], [2, "Sở Y tế", 88.4]]


@pytest.mark.parametrize(("index", "own"), [("sipas", "sipas"), ("papi", "papi"), ("par-index", "cchc")])
def test_departments_of_two_provinces_are_never_in_one_edition(tmp_path: Path, index: str, own: str) -> None:
    path = workbook(tmp_path / "b.xlsx", {"Sheet1": SHEET})
    for province, slug in (("Lạng Sơn", "lang-son"), ("Hà Nam", "ha-nam")):
        told = Options(index=index, year=2022, population="department", province=province)
        assert facts(path, told) == {
            (f"{slug}-{own}", 2022, f"{slug}/so-noi-vu", None, "score", 91.2),
            (f"{slug}-{own}", 2022, f"{slug}/so-y-te", None, "score", 88.4),
        }


def test_a_column_of_provinces_tells_whose_index_a_row_is_of(tmp_path: Path) -> None:
    rows = [["Thuộc tỉnh", "Đơn vị", "Điểm SIPAS"], ["Lạng Sơn", "Sở Y tế", 90], ["Hà Nam", "Sở Y tế", 80]]
    found = facts(workbook(tmp_path / "b.xlsx", {"S": rows}), Options(year=2022, population="department"))
    assert {fact[:3] for fact in found} == {
        ("lang-son-sipas", 2022, "lang-son/so-y-te"),
        ("ha-nam-sipas", 2022, "ha-nam/so-y-te"),
    }


def test_provinces_and_their_means_stay_in_the_national_index(tmp_path: Path) -> None:
    rows = [["Tỉnh, thành phố", "Chỉ số SIPAS"], ["Lạng Sơn", 90], ["Trung bình cả nước", 82]]
    found = facts(workbook(tmp_path / "b.xlsx", {"S": rows}), Options(index="sipas", year=2022))
    assert {fact[0] for fact in found} == {"sipas"}


def test_an_own_index_is_declared_with_its_owner_and_named_after_the_national_one(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", {"Sheet1": SHEET})
    table = read_table(path, Options(index="sipas", year=2022, population="department", province="Lạng Sơn"))
    quads = list(table_quads(table.source, table.claims()))
    said = {(q.predicate.value, getattr(q.object, "value", "")) for q in quads if q.subject.value.endswith("-sipas")}
    assert (v.CCHC + "owner", v.unit_iri("lang-son")) in said
    assert (v.RDFS + "label", "Chỉ số hài lòng về sự phục vụ hành chính của Lạng Sơn") in said


def test_articles_and_tables_agree_on_the_edition(tmp_path: Path) -> None:
    text = (
        "Lạng Sơn công bố Chỉ số SIPAS năm 2022 của các sở, ngành\n"
        "UBND tỉnh Lạng Sơn vừa công bố kết quả. Năm 2022, Chỉ số SIPAS của Sở Y tế đạt 88,4%.\n"
    )
    source = Source(id="x", name="x.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    article = [claim for claim in read_article(source).claims if isinstance(claim, Observation)]
    path = workbook(tmp_path / "b.xlsx", {"Sheet1": SHEET})
    table = read_table(path, Options(index="sipas", year=2022, population="department", province="Lạng Sơn"))
    assert [c.unit.path for c in article] == ["lang-son/so-y-te"]
    assert {c.edition for c in article} == {c.edition for c in table.claims()}


@pytest.mark.parametrize(
    ("index", "model"),
    [("dong-thap-cchc", "par-index"), ("ha-nam-sipas", "sipas"), ("sipas", None), ("par-index", None), ("ddci", None)],
)
def test_an_own_index_tells_the_national_one_that_it_follows(index: str, model: str | None) -> None:
    assert model_of(gazetteer(), index) == model


@pytest.mark.parametrize("head", ["Xã", "xã", "Phường", "Thị trấn", "Huyện", "Thị xã"])
def test_a_unit_with_the_name_of_a_province_is_no_province(head: str) -> None:
    text = f"Chỉ số CCHC năm 2023 của các xã, phường tỉnh Kon Tum\nNăm 2023, {head} Hòa Bình đạt 84,1 điểm."
    found = stated(found_in(text))
    assert [(r["index"], r["unit"]) for r in found] == [("provincial CCHC index", f"{head.casefold()} Hòa Bình")]


def test_a_province_s_rank_among_few_that_nothing_names_is_a_candidate() -> None:
    found = found_in("PAR INDEX năm 2022 của tỉnh Đồng Tháp\nTỉnh xếp hạng 5/12.")
    assert [(r["value"], r["status"]) for r in found if r.get("measure") == "rank"] == [(5, "candidate")]


def test_a_page_that_names_no_province_is_of_its_publisher_s() -> None:
    body = "Chỉ số CCHC năm 2022 của các huyện\nNăm 2022, huyện Châu Thành đạt 86,42 điểm, xếp hạng 4/11."
    alone = found_in(body)
    assert stated(alone) == []
    assert {r["why"] for r in alone if r["type"] == "unplaced"} == {"no-unit"}
    for province in ("TIỀN GIANG", "LONG AN"):
        found = stated(found_in(f"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH {province}\n{body}"))
        assert {r["value"] for r in found} == {86.42, 4}


def test_a_ward_that_only_has_a_number_takes_no_figure_and_leaves_none_to_another() -> None:
    head = "Chỉ số CCHC năm 2022 của các phường, Thành phố Hồ Chí Minh\n"
    found = found_in(head + "Phường Võ Thị Sáu đứng nhất với 97,2 điểm. Phường 1 đứng cuối, 88,4 điểm.")
    assert {(r["unit"], r["value"]) for r in stated(found)} == {("phường Võ Thị Sáu", 1), ("phường Võ Thị Sáu", 97.2)}
    assert "88,4 điểm" in {r["text"] for r in found if r["type"] == "unplaced"}


@pytest.mark.parametrize(("host", "day", "province"), [
    ("snv.dongthap.gov.vn", "2023-03-01", "dong-thap"),
    ("snv.dongthap.gov.vn", "2025-12-01", "dong-thap-2025"),
    ("tiengiang.gov.vn", "2023-03-01", "tien-giang"),
    ("example.org", "2023-03-01", None),
])  # fmt: skip
def test_the_address_of_a_page_tells_its_province_on_the_day(host: str, day: str, province: str | None) -> None:
    source = Source(id="t", name="t", text="", sha256="", url=f"https://{host}/tin/1")
    found = publishing_province(source, [], gazetteer().on(day))
    assert (found and found.path) == province
