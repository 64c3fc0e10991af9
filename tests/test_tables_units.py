"""Departments, districts and communes in tables: one unit however it is written, slips told, new names on demand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cchc
from cchc.batches import load_folder
from cchc.build import load
from cchc.claims import Observation
from cchc.errors import CchcError
from cchc.inputs import TableOptions
from cchc.loaders.tables.model import TableRefused
from cchc.loaders.tables.reader import Options, read_table
from conftest import Runner
from table_files import facts, workbook

DECLARED = TableOptions(Options(declare_units=True))


def table(path: Path, year: int, of: str, *units: str) -> Path:
    rows = [[f"Chỉ số CCHC {of} tỉnh Quảng Bình năm {year}"], ["TT", "Đơn vị", "Điểm", "Hạng"]]
    rows += [[str(n), unit, str(90 - n), str(n)] for n, unit in enumerate(units, 1)]
    return workbook(path, {"KQ": rows})


def units_of(store: Path, year: int) -> set[tuple[str, str]]:
    found = cchc.open(store).sparql(
        "PREFIX cchc: <https://w3id.org/cchc/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        " SELECT DISTINCT ?unit ?label WHERE { ?r a cchc:Result ; cchc:unit ?unit ; cchc:edition ?e ."
        " ?unit rdfs:label ?label ."
        f' ?e cchc:index <https://w3id.org/cchc/id/index/quang-binh-cchc> ; cchc:year ?y FILTER(STR(?y) = "{year}") }}'
    )
    return {(unit.value.rpartition("/")[2], label.value) for unit, label in found.rows}  # type: ignore[union-attr]


def test_a_name_without_a_head_noun_is_the_one_unit_that_has_it(store: Path, tmp_path: Path) -> None:
    load(store, [table(tmp_path / "a.xlsx", 2020, "các huyện, thị xã", "Huyện Lệ Thủy", "TX. Ba Đồn")])
    load(store, [table(tmp_path / "b.xlsx", 2021, "các huyện, thị xã", "Lệ Thủy", "Ba Đồn")])
    expected = {("huyen-le-thuy", "huyện Lệ Thủy"), ("thi-xa-ba-don", "thị xã Ba Đồn")}
    assert units_of(store, 2020) == units_of(store, 2021) == expected


def test_a_head_noun_that_comes_later_makes_no_second_unit(store: Path, tmp_path: Path) -> None:
    load(store, [table(tmp_path / "b.xlsx", 2021, "các huyện", "Lệ Thủy")], tables=DECLARED)
    load(store, [table(tmp_path / "a.xlsx", 2020, "các huyện", "Huyện Lệ Thủy")])
    assert units_of(store, 2020) == units_of(store, 2021) == {("le-thuy", "Lệ Thủy")}


def test_sources_of_one_load_know_the_units_of_each_other(store: Path, tmp_path: Path) -> None:
    older = table(tmp_path / "a.xlsx", 2020, "các huyện", "Huyện Lệ Thủy")
    load(store, [older, table(tmp_path / "b.xlsx", 2021, "các huyện", "Lệ Thủy")])
    assert units_of(store, 2021) == {("huyen-le-thuy", "huyện Lệ Thủy")}


def test_a_table_checked_with_a_store_knows_the_units_of_the_store(cli: Runner, store: Path, tmp_path: Path) -> None:
    load(store, [table(tmp_path / "a.xlsx", 2020, "các huyện, thị xã", "Huyện Lệ Thủy", "TX. Ba Đồn")])
    bare = table(tmp_path / "b.xlsx", 2021, "các huyện, thị xã", "Lệ Thủy", "Ba Đồn")
    alone = cli("validate", bare)
    assert (alone.status, "Lệ Thủy" in alone.err) == (2, True)
    assert cli("validate", bare, "--with-graph", "--store", store).status == 0


def test_a_table_checked_with_a_store_knows_the_units_of_its_registers(store: Path, tmp_path: Path) -> None:
    register = tmp_path / "doi-ten.csv"
    head = "date,kind,original,resulting,resulting_en,source\n"
    row = "2027-07-01,merged,Lạng Sơn|Cao Bằng,Lạng Bằng,Lang Bang,https://example.org/nghi-quyet\n"
    register.write_text(head + row, encoding="utf-8")
    rows = [["Tỉnh", "Xếp hạng"], ["Lạng Bằng", 3], ["Quảng Ninh", 1]]
    path = workbook(tmp_path / "par-index-2028.xlsx", {"PAR INDEX 2028": rows})
    with pytest.raises(TableRefused):
        cchc.validate(path)
    assert load(store, [register]) is not None
    assert cchc.validate(path, cchc.open(store)).conforms


def test_a_bare_name_that_nobody_knows_has_to_be_declared(tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", 2020, "các xã, phường", "Tân Ninh")
    with pytest.raises(TableRefused) as caught:
        facts(path)
    assert [problem.code for problem in caught.value.problems] == ["TABLE_UNIT_BARE"]
    assert "--declare-units" in caught.value.problems[0].fix("vi")
    assert {unit for _, _, unit, *_ in facts(path, Options(declare_units=True))} == {"quang-binh/tan-ninh"}


def test_a_bare_name_that_two_units_have_is_ambiguous(tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", 2020, "các huyện, thị xã", "Huyện Ba Đồn", "Thị xã Ba Đồn", "Ba Đồn")
    with pytest.raises(TableRefused) as caught:
        facts(path)
    assert [problem.code for problem in caught.value.problems] == ["TABLE_UNIT_AMBIGUOUS"]


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("Nội vụ", "so-noi-vu"),
        ("Thanh tra", "thanh-tra-tinh"),
        ("Công an tỉnh", "cong-an-tinh"),
        ("Sở Y tế", "so-y-te"),
    ],
)
def test_departments_are_known_by_their_own_name(tmp_path: Path, written: str, unit: str) -> None:
    assert {found for _, _, found, *_ in facts(table(tmp_path / "a.xlsx", 2020, "các sở", written))} == {
        f"quang-binh/{unit}"
    }


@pytest.mark.parametrize(
    ("written", "near"),
    [("Sở Tư pháo", "Sở Tư pháp"), ("Sở Xây dưng1", "Sở Xây dựng"), ("Sở  Côngthương", "Sở Công Thương")],
)
def test_a_department_that_is_almost_a_known_one_is_told(tmp_path: Path, written: str, near: str) -> None:
    read = read_table(table(tmp_path / "a.xlsx", 2020, "các sở", "Sở Y tế", written))
    assert list(read.claims())
    assert [(found.row, found.near) for found in read.newcomers] == [(4, near)]


def test_a_unit_that_is_almost_one_of_an_earlier_source_is_told(store: Path, tmp_path: Path, cli: Runner) -> None:
    load(store, [table(tmp_path / "a.xlsx", 2020, "các huyện", "Huyện Bố Trạch", "Huyện Lệ Thủy")])
    path = table(tmp_path / "b.xlsx", 2021, "các huyện", "Huyện Bố Trach1", "Huyện Lệ Thủy")
    ran = cli("--store", str(store), "load", str(path))
    assert ran.status == 0
    assert "dòng 3" in ran.out
    assert "“huyện Bố Trạch”" in ran.out


def test_names_that_are_declared_or_stand_beside_each_other_are_no_slips(tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", 2020, "các sở", "Sở Tư pháo")
    declared = read_table(path, Options(declare_units=True))
    assert list(declared.claims())
    assert declared.newcomers == []
    both = read_table(table(tmp_path / "b.xlsx", 2020, "các xã", "Xã Tân Hòa", "Xã Tân Hoàn", "Xã Tân Hoàng"))
    assert list(both.claims())
    assert both.newcomers == []


# -- how many are ranked ---------------------------------------------------------------------------------------------


def ranked(path: Path) -> set[tuple[int, int | None]]:
    return {
        (int(claim.value), claim.rank_of)  # type: ignore[call-overload]
        for claim in read_table(path).claims()
        if isinstance(claim, Observation) and claim.measure == "rank"
    }


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [
        (["XẾP HẠNG CHỈ SỐ CCHC CỦA 19 SỞ, BAN, NGÀNH TỈNH QUẢNG BÌNH NĂM 2021"], [], 19),
        (["Chỉ số CCHC 2021 tỉnh Quảng Bình"], ["Tổng số: 19 đơn vị"], 19),
        (["Chỉ số CCHC 2021 tỉnh Quảng Bình"], ["Tổng số đơn vị", 19], 19),
        (["Chỉ số CCHC năm 2021 tỉnh Quảng Bình: 3 sở dẫn đầu"], [], None),
        (["Chỉ số CCHC năm 2021 tỉnh Quảng Bình của 8 sở và 9 huyện"], [], None),
        (["Chỉ số CCHC năm 2021 tỉnh Quảng Bình của 2 sở"], [], None),
        (["Quyết định số 15/QĐ-UBND ngày 4/2/2022; Chỉ số CCHC 2021 tỉnh Quảng Bình"], [], None),
    ],
)
def test_the_number_of_units_that_a_table_tells_is_that_of_the_ranking(
    tmp_path: Path, above: list[str], below: list[object], count: int | None
) -> None:
    rows = [above, [], ["TT", "Đơn vị", "Hạng"], [1, "Sở Y tế", 1], [2, "Sở Nội vụ", 3], [], below]
    assert ranked(workbook(tmp_path / "a.xlsx", {"KQ": rows})) == {(1, count), (3, count)}


@pytest.mark.parametrize("heading", ["Trong số", "Tổng số đơn vị", "Số đơn vị được xếp hạng"])
def test_the_number_ranked_may_be_a_column_or_a_key(tmp_path: Path, heading: str) -> None:
    title = ["Chỉ số CCHC các sở tỉnh Quảng Bình năm 2021"]
    column = [title, ["TT", "Đơn vị", "Hạng", heading], [1, "Sở Y tế", 1, 19]]
    key = [title, [heading, 19], ["TT", "Đơn vị", "Hạng"], [1, "Sở Y tế", 1]]
    for rows in (column, key):
        assert ranked(workbook(tmp_path / "a.xlsx", {"KQ": rows})) == {(1, 19)}


def test_tables_of_a_folder_read_by_several_processes_know_the_units_of_the_store(store: Path, tmp_path: Path) -> None:
    load(store, [table(tmp_path / "a.xlsx", 2018, "các huyện", "Huyện Lệ Thủy")])
    folder = tmp_path / "folder"
    folder.mkdir()
    for year in range(2019, 2024):
        table(folder / f"{year}.xlsx", year, "các huyện", "Lệ Thủy")
    outcome = load_folder(store, folder, jobs=2)
    assert outcome.refused == ()
    assert units_of(store, 2021) == {("huyen-le-thuy", "huyện Lệ Thủy")}


def communes(path: Path, heading: list[str], *rows: list[str | None]) -> Path:
    return workbook(path, {"KQ": [["Chỉ số CCHC cấp xã của tỉnh Lâm Đồng năm 2023"], heading, *rows]})


def of_communes(path: Path) -> dict[str, Any]:
    """The scores by the path of the unit below the province."""
    found = read_table(path, Options()).claims()
    return {
        claim.unit.path.removeprefix("lam-dong/"): float(claim.value)
        for claim in found
        if isinstance(claim, Observation) and claim.measure == "score" and claim.unit is not None
    }


@pytest.mark.parametrize(
    ("heading", "places"),
    [
        (["TT", "Huyện/thành phố", "Đơn vị", "Điểm"], ["Huyện Lâm Hà", "Huyện Lâm Hà", "TP. Bảo Lộc"]),
        (["TT", "Huyện", "Xã, phường", "Điểm"], ["Huyện Lâm Hà", None, "TP. Bảo Lộc"]),
        (["TT", "Thuộc huyện", "Tên đơn vị", "Điểm"], ["huyện Lâm Hà", "huyện Lâm Hà", "thành phố Bảo Lộc"]),
    ],
)
def test_a_column_of_districts_says_where_the_communes_beside_it_are(
    tmp_path: Path, heading: list[str], places: list[str | None]
) -> None:
    names = ["Xã Hòa Bình", "Thị trấn Đinh Văn", "Xã Hòa Bình"]
    rows = [[str(n), place, name, str(90 - n)] for n, (place, name) in enumerate(zip(places, names, strict=True))]
    assert of_communes(communes(tmp_path / "a.xlsx", heading, *rows)) == {
        "huyen-lam-ha/xa-hoa-binh": 90.0, "huyen-lam-ha/thi-tran-dinh-van": 89.0, "thanh-pho-bao-loc/xa-hoa-binh": 88.0,
    }  # fmt: skip


def test_communes_of_one_name_in_all_districts_are_as_many(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["Xã Tân Lập", "80", "Huyện Lâm Hà"], ["Xã Tân Lập", "70", "Huyện Di Linh"]]
    found = of_communes(communes(tmp_path / "a.xlsx", ["Xã", "Điểm", "Huyện"], *rows))
    assert found == {"huyen-lam-ha/xa-tan-lap": 80.0, "huyen-di-linh/xa-tan-lap": 70.0}


def test_a_column_of_provinces_says_where_the_departments_beside_it_are(tmp_path: Path) -> None:
    rows = [["Tỉnh", "Đơn vị", "Điểm"], ["Hà Nam", "Sở Y tế", "80"], ["Hà Giang", "Sở Nội vụ", "70"]]
    path = workbook(tmp_path / "a.xlsx", {"KQ": [["Chỉ số CCHC các sở năm 2023"], *rows]})
    units = {claim.unit.path for claim in read_table(path, Options()).claims() if claim.unit}  # type: ignore[union-attr]
    assert units == {"ha-nam/so-y-te", "ha-giang/so-noi-vu"}


def test_a_row_of_words_names_the_district_of_the_communes_under_it(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["I", "Huyện Lâm Hà"], ["1", "Xã Hòa Bình", "91,5"], ["II", "TX Bảo Lộc"], ["1", "Xã Hòa Bình", "82,5"],
    ]  # fmt: skip
    found = of_communes(communes(tmp_path / "a.xlsx", ["TT", "Đơn vị", "Điểm"], *rows))
    assert found == {"huyen-lam-ha/xa-hoa-binh": 91.5, "thi-xa-bao-loc/xa-hoa-binh": 82.5}


def test_a_commune_named_with_its_district_is_that_one_in_later_tables_too(store: Path, tmp_path: Path) -> None:
    heading = ["TT", "Đơn vị", "Điểm"]
    first = [
        ["1", "Xã Hòa Bình, huyện Lâm Hà", "91"],
        ["2", "Xã Hòa Bình (H. Cát Tiên)", "90"],
        ["3", "Xã Mê Linh - huyện Lâm Hà", "89"],
    ]
    load(store, [communes(tmp_path / "a.xlsx", heading, *first)])
    held = {unit for unit, _ in commune_labels(store)}
    later = communes(tmp_path / "b.xlsx", heading, ["1", "xã Mê Linh", "80"])
    load(store, [later])
    assert {unit for unit, _ in commune_labels(store)} == held
    assert ("lam-dong/huyen-cat-tien/xa-hoa-binh", "xã Hòa Bình (huyện Cát Tiên)") in commune_labels(store)
    with pytest.raises(CchcError) as caught:
        load(store, [communes(tmp_path / "c.xlsx", heading, ["1", "Xã Hòa Bình", "80"])])
    assert "huyện Cát Tiên" in str(caught.value)
    assert "huyện Lâm Hà" in str(caught.value)


def commune_labels(store: Path) -> set[tuple[str, str]]:
    found = cchc.open(store).sparql(
        "PREFIX cchc: <https://w3id.org/cchc/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        " SELECT DISTINCT ?unit ?label WHERE { ?unit a cchc:Commune ; rdfs:label ?label }"
    )
    return {(unit.value.partition("/id/unit/")[2], label.value) for unit, label in found.rows}  # type: ignore[union-attr]


def test_a_district_without_its_head_noun_is_the_one_that_has_it(store: Path, tmp_path: Path) -> None:
    heading = ["TT", "Huyện", "Xã", "Điểm"]
    for number, place in enumerate(("Lâm Hà", "Huyện Lâm Hà", "huyện Di Linh", "Di Linh")):
        path = tmp_path / f"{number}.xlsx"
        title = [f"Chỉ số CCHC cấp xã của tỉnh Lâm Đồng năm {2020 + number}"]
        load(store, [workbook(path, {"KQ": [title, heading, ["1", place, "Xã Hòa Bình", "91"]]})])
    held = {unit for unit, _ in commune_labels(store)}
    assert {"lam-dong/lam-ha/xa-hoa-binh", "lam-dong/huyen-di-linh/xa-hoa-binh"} == held


def test_a_town_and_a_district_of_one_name_are_two(store: Path, tmp_path: Path) -> None:
    heading = ["TT", "Huyện", "Xã", "Điểm"]
    rows: list[list[str | None]] = [
        ["1", "Thị xã Cai Lậy", "Xã Tân Bình", "91"],
        ["2", "Huyện Cai Lậy", "Xã Tân Bình", "90"],
    ]
    load(store, [communes(tmp_path / "a.xlsx", heading, *rows)])
    held = {unit for unit, _ in commune_labels(store)}
    assert {"lam-dong/thi-xa-cai-lay/xa-tan-binh", "lam-dong/huyen-cai-lay/xa-tan-binh"} <= held


def test_what_parentheses_say_of_a_department_is_part_of_its_name(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.xlsx", 2020, "các sở, ban, ngành", "Ban Quản lý dự án (thủy lợi)", "Ban Quản lý dự án (y tế)"
    )
    units = {claim.unit.path for claim in read_table(path, Options()).claims() if claim.unit}  # type: ignore[union-attr]
    assert units == {"quang-binh/ban-quan-ly-du-an-thuy-loi", "quang-binh/ban-quan-ly-du-an-y-te"}


def test_metadata_that_gives_titles_only_leaves_the_district_to_its_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Huyện,Xã,Điểm\nHuyện Lâm Hà,Xã Hòa Bình,91\nHuyện Di Linh,Xã Hòa Bình,90\n", "utf-8"
    )
    titles = [{"titles": title} for title in ("Huyện", "Xã", "Điểm")]
    described = {
        "url": "a.csv",
        "dc:title": "Chỉ số CCHC cấp xã tỉnh Lâm Đồng 2023",
        "tableSchema": {"columns": titles},
    }
    described["@context"] = "http://www.w3.org/ns/csvw"
    (tmp_path / "a.csv-metadata.json").write_text(json.dumps(described), "utf-8")
    assert of_communes(tmp_path / "a.csv") == {"huyen-lam-ha/xa-hoa-binh": 91.0, "huyen-di-linh/xa-hoa-binh": 90.0}


@pytest.mark.parametrize(("name", "slip"), [("Xã Hòa Bình, huyện Di Linh", False), ("Xã Hòa Bìn, huyện Lâm Hà", True)])
def test_a_slip_is_sought_in_the_district_of_a_commune(store: Path, tmp_path: Path, name: str, slip: bool) -> None:
    heading = ["TT", "Đơn vị", "Điểm"]
    load(store, [communes(tmp_path / "a.xlsx", heading, ["1", "Xã Hòa Bình, huyện Lâm Hà", "91"])])
    summary = load(store, [communes(tmp_path / "b.xlsx", heading, ["1", name, "80"])])
    assert ("near='xã Hòa Bình'" in str(summary)) == slip
