"""Sheets with several tables: below each other, and side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cchc.errors import CchcError
from cchc.loaders.tables.leftover import Leftover
from cchc.loaders.tables.mapping import as_yaml
from cchc.loaders.tables.reader import Options, read_table
from cchc.loaders.tables.records import records
from table_files import facts, separated, workbook

DEPARTMENTS = [
    ["Biểu 1. Chỉ số CCHC năm 2021 của 3 sở, ban, ngành tỉnh Vĩnh Long"],
    ["STT", "Sở", "Điểm thẩm định", "Điểm XHH", "Tổng điểm", "Xếp hạng"],
    [1, "Sở Nội vụ", 61, 30.2, 91.2, 1],
    [2, "Sở Y tế", 59, 26, 85, 2],
    ["Ghi chú: số liệu đã làm tròn"],
    [],
]
DISTRICTS = [
    ["Biểu 2. Chỉ số CCHC năm 2022 của các huyện tỉnh Vĩnh Long"],
    [],
    ["STT", "Huyện", "Tổng điểm", "Xếp hạng"],
    [1, "Huyện Trà Ôn", 88.25, 1],
    [2, "Huyện Tam Bình", 86, 2],
]


def of(path: Path, options: Options | None = None) -> set[tuple[Any, ...]]:
    """What a table says: (year, unit, measure, value) of totals."""
    return {(y, who.split("/")[-1], *rest) for _, y, who, part, *rest in facts(path, options) if part is None}


TOTALS = {
    (2021, "so-noi-vu", "score", 91.2), (2021, "so-noi-vu", "rank", 1.0), (2021, "so-y-te", "score", 85.0),
    (2021, "so-y-te", "rank", 2.0), (2022, "huyen-tra-on", "score", 88.25), (2022, "huyen-tra-on", "rank", 1.0),
    (2022, "huyen-tam-binh", "score", 86.0), (2022, "huyen-tam-binh", "rank", 2.0),
}  # fmt: skip


@pytest.mark.parametrize("apart", [0, 80])
def test_tables_below_each_other(tmp_path: Path, apart: int) -> None:
    blank: list[list[Any]] = [[]] * apart
    path = workbook(tmp_path / "b.xlsx", {"BC": [*DEPARTMENTS, *blank, *DISTRICTS]})
    assert of(path) == TOTALS
    read = read_table(path)
    assert [(table.given.population, table.given.year) for table in read.tables] == [
        ("department", 2021), ("district", 2022),
    ]  # fmt: skip
    rank_of = {c.unit.path.split("/")[-1]: c.rank_of for c in read.claims() if getattr(c, "measure", "") == "rank"}
    assert rank_of == {"so-noi-vu": 3, "so-y-te": 3, "huyen-tra-on": None, "huyen-tam-binh": None}
    rows = {record["unit"]: record["row"] for record in records(read.claims())}
    assert rows["huyện Trà Ôn"] == len(DEPARTMENTS) + apart + 4


def test_tables_below_each_other_in_a_csv(tmp_path: Path) -> None:
    assert of(separated(tmp_path / "b.csv", [*DEPARTMENTS, *DISTRICTS], ";")) == TOTALS


def test_a_table_without_a_title_has_that_of_the_first(tmp_path: Path) -> None:
    rows = [
        ["PAR INDEX 2020"],
        ["Tỉnh", "Điểm số", "Thứ hạng"],
        ["Hà Nam", 83, 40],
        [],
        ["Tên bộ", "Chỉ số", "Xếp hạng"],
    ]
    found = facts(workbook(tmp_path / "b.xlsx", {"x": [*rows, ["Bộ Tư pháp", 90, 1]]}))
    assert found == {
        ("par-index", 2020, "ha-nam", None, "score", 83.0), ("par-index", 2020, "ha-nam", None, "rank", 40.0),
        ("par-index", 2020, "bo-tu-phap", None, "score", 90.0), ("par-index", 2020, "bo-tu-phap", None, "rank", 1.0),
    }  # fmt: skip


def test_two_tables_about_one_unit(tmp_path: Path) -> None:
    rows = [
        ["Kết quả của tỉnh Bến Tre"],
        ["1. PAR INDEX"], ["Năm", "Điểm", "Hạng"], [2020, 82.1, 44], [2021, 85.3, 41], [],
        ["2. SIPAS"], ["Năm", "Chỉ số (%)", "Hạng"], [2020, 86.2, 30],
    ]  # fmt: skip
    found = facts(workbook(tmp_path / "b.xlsx", {"x": rows}))
    assert {fact[0] for fact in found} == {"par-index", "sipas"}
    assert ("sipas", 2020, "ben-tre", None, "score", 86.2) in found
    assert len(found) == 6


def test_a_heading_that_comes_again_is_one_table(tmp_path: Path) -> None:
    rows = [*DEPARTMENTS[:3], DEPARTMENTS[1], DEPARTMENTS[3]]
    path = workbook(tmp_path / "b.xlsx", {"BC": rows})
    assert len(read_table(path).tables) == 1
    assert len(of(path)) == 4


def test_a_heading_far_below_is_no_remark(tmp_path: Path) -> None:
    rows = [[n, f"Xã Số {n}", 80, 5, 85, n] for n in range(1, 330)]
    head = ["STT", "Xã", "Điểm thẩm định", "Điểm XHH", "Tổng điểm", "Xếp hạng"]
    title = ["Chỉ số CCHC năm 2021 các xã tỉnh Vĩnh Long"]
    path = workbook(tmp_path / "b.xlsx", {"BC": [title, head, *rows, DISTRICTS[2], *DISTRICTS[3:]]})
    with pytest.raises(CchcError, match="TABLE_UNIT_BARE “Huyện”"):
        facts(path)


SIDES = [
    ["SIPAS năm 2019 của các tỉnh"],
    ["Hạng", "Tỉnh", "Chỉ số (%)", None, "Hạng", "Tỉnh", "Chỉ số (%)"],
    [1, "Long An", 90.5, None, 3, "Gia Lai", 88],
    [2, "Phú Yên", 89.75, None, None, None, None],
]


def test_blocks_side_by_side(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", {"x": SIDES})
    assert of(path) == {
        (2019, "long-an", "rank", 1.0), (2019, "long-an", "score", 90.5), (2019, "phu-yen", "rank", 2.0),
        (2019, "phu-yen", "score", 89.75), (2019, "gia-lai", "rank", 3.0), (2019, "gia-lai", "score", 88.0),
    }  # fmt: skip
    cells = {record["cell"] for record in records(read_table(path).claims()) if record["unit"] == "Gia Lai"}
    assert cells == {"E3", "G3"}


def test_years_side_by_side_are_one_table(tmp_path: Path) -> None:
    rows = [["SIPAS các tỉnh"], ["Tỉnh", "Điểm 2019", "Hạng 2019", "Điểm 2020", "Hạng 2020"], ["Long An", 90, 1, 91, 2]]
    path = workbook(tmp_path / "b.xlsx", {"x": rows})
    assert len(read_table(path).tables) == 1
    assert len(facts(path)) == 4


@pytest.mark.parametrize("rows", [[*DEPARTMENTS, *DISTRICTS], SIDES])
def test_a_mapping_of_several_tables_says_the_same(tmp_path: Path, rows: list[list[Any]]) -> None:
    path = workbook(tmp_path / "b.xlsx", {"x": rows})
    mapping = tmp_path / "m.yaml"
    mapping.write_text(as_yaml(read_table(path).tables), encoding="utf-8")
    assert facts(path, Options(mapping=mapping)) == facts(path)


def test_bad_rows_of_several_tables_go_to_several_files(tmp_path: Path) -> None:
    departments, districts = [list(row) for row in DEPARTMENTS], [list(row) for row in DISTRICTS]
    departments[3][4], districts[4][2] = "8S", "9O"
    path = workbook(tmp_path / "b.xlsx", {"BC": [*departments, *districts]})
    left = Leftover(tmp_path / "bad.csv")
    good = list(read_table(path).claims(left.add))
    assert len(good) == 6
    written = left.write()
    assert len(written) == 2
    for file, value, unit in zip(written, ("85", "86"), ("so-y-te", "huyen-tam-binh"), strict=True):
        text = file.read_text(encoding="utf-8-sig")
        file.write_text(text.replace("8S", value).replace("9O", value), encoding="utf-8")
        assert {who for _, who, *_ in of(file)} == {unit}
