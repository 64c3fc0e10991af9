"""Tables about one unit: its years, components or indices, in any order, whom the title or the sheet names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cchc.errors import CchcError
from cchc.loaders.tables.describe import describe, overruled
from cchc.loaders.tables.leftover import Leftover
from cchc.loaders.tables.mapping import as_yaml
from cchc.loaders.tables.reader import Options, read_table
from cchc.loaders.tables.records import unplaced
from table_files import Fact, facts, separated, workbook

PAR, SIPAS = "par-index", "sipas"
HISTORY: list[list[Any]] = [["Năm", "Điểm số", "Xếp hạng"], [2021, 86.1, 20], [2022, 87.2, 15]]


def of(unit: str, year: int, index: str = PAR, **said: float) -> set[Fact]:
    """The facts of a unit in an edition by their measures."""
    return {(index, year, unit, None, measure, value) for measure, value in said.items()}


def history(unit: str, index: str = PAR) -> set[Fact]:
    """What the table of :data:`HISTORY` says."""
    return of(unit, 2021, index, score=86.1, rank=20) | of(unit, 2022, index, score=87.2, rank=15)


def book(path: Path, *titles: str, rows: list[list[Any]] = HISTORY, sheet: str = "Sheet1") -> Path:
    return workbook(path / "b.xlsx", {sheet: [*([title] for title in titles), *rows]})


# -- who it is ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "unit", "index"),
    [
        ("Kết quả PAR INDEX của tỉnh Lào Cai", "lao-cai", PAR),
        ("KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH TỈNH YÊN BÁI GIAI ĐOẠN 2021-2022", "yen-bai", PAR),
        ("PAR INDEX Hà Nội qua các năm", "ha-noi", PAR),
        ("PAR INDEX of Hai Phong, 2021–2022", "hai-phong", PAR),
        ("Chỉ số SIPAS thành phố Cần Thơ các năm 2021, 2022", "can-tho", SIPAS),
        ("PAR INDEX của Bộ Tư pháp", "bo-tu-phap", PAR),
        ("Kết quả PAR INDEX tỉnh Lào Cai do Bộ Nội vụ công bố", "lao-cai", PAR),
        ("Chỉ số CCHC của Sở Y tế tỉnh Lào Cai", "lao-cai/so-y-te", "lao-cai-cchc"),
        ("CHỈ SỐ CCHC HUYỆN BÁT XÁT, TỈNH LÀO CAI TỪ NĂM 2021", "lao-cai/huyen-bat-xat", "lao-cai-cchc"),
        ("Chỉ số CCHC của thành phố Lào Cai, tỉnh Lào Cai", "lao-cai/thanh-pho-lao-cai", "lao-cai-cchc"),
    ],
)
def test_a_title_names_the_unit_of_the_whole_table(tmp_path: Path, title: str, unit: str, index: str) -> None:
    assert facts(book(tmp_path, title)) == history(unit, index)
    assert facts(separated(tmp_path / "b.csv", [[title], *HISTORY], ";")) == history(unit, index)


@pytest.mark.parametrize(
    ("titles", "unit"),
    [
        (["SỞ NỘI VỤ TỈNH LÀO CAI", "Kết quả PAR INDEX của tỉnh Yên Bái"], "yen-bai"),
        (["BỘ NỘI VỤ", "Kết quả chỉ số CCHC", "của tỉnh Lào Cai"], "lao-cai"),
        (["UBND TỈNH LÀO CAI", "KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"], "lao-cai"),
        (["PAR INDEX", "Đơn vị: Lào Cai"], "lao-cai"),
        (["PAR INDEX tỉnh Lào Cai", "Đơn vị tính: điểm"], "lao-cai"),
    ],
)
def test_who_published_the_table_is_not_whom_it_is_about(tmp_path: Path, titles: list[str], unit: str) -> None:
    assert facts(book(tmp_path, *titles)) == history(unit)


def test_a_sheet_or_a_file_may_name_the_unit(tmp_path: Path) -> None:
    sheets = {"Lào Cai": [["PAR INDEX"], *HISTORY], "Tỉnh Yên Bái": [["PAR INDEX"], *HISTORY]}
    assert facts(workbook(tmp_path / "b.xlsx", sheets)) == history("lao-cai") | history("yen-bai")
    departments = {name: [["Chỉ số CCHC tỉnh Lào Cai"], *HISTORY] for name in ("Sở Y tế", "Sở Nội vụ")}
    own = "lao-cai-cchc"
    found = facts(workbook(tmp_path / "d.xlsx", departments))
    assert found == history("lao-cai/so-y-te", own) | history("lao-cai/so-noi-vu", own)
    for name in ("par-index-tinh-lao-cai", "PAR_INDEX_Lao_Cai", "PAR INDEX Lào Cai"):
        assert facts(separated(tmp_path / f"{name}.csv", HISTORY), Options(index=PAR)) == history("lao-cai")


def test_a_note_may_name_the_unit(tmp_path: Path) -> None:
    rows = [*HISTORY, ["Ghi chú: số liệu của tỉnh Lào Cai"], ["Nguồn: Bộ Nội vụ"]]
    assert facts(book(tmp_path, "PAR INDEX", rows=rows)) == history("lao-cai")


@pytest.mark.parametrize(
    ("titles", "sheet", "named"),
    [
        (["PAR INDEX của Lào Cai và Yên Bái"], "Sheet1", ("Lào Cai", "Yên Bái")),
        (["PAR INDEX tỉnh Lào Cai"], "Yên Bái", ("Lào Cai", "Yên Bái")),
        (["Chỉ số CCHC của Sở Y tế và Sở Nội vụ tỉnh Lào Cai"], "Sheet1", ("Sở Y tế", "Sở Nội vụ")),
    ],
)
def test_of_several_units_none_is_taken(tmp_path: Path, titles: list[str], sheet: str, named: tuple[str, ...]) -> None:
    with pytest.raises(CchcError) as caught:
        facts(book(tmp_path, *titles, sheet=sheet))
    assert caught.value.code == "TABLE_UNIT_SEVERAL"
    assert all(name in caught.value.message("vi") for name in named)
    assert facts(book(tmp_path, *titles, sheet=sheet), Options(unit="Sơn La")) == history("son-la")


@pytest.mark.parametrize(
    ("titles", "note", "file"),
    [
        (["Kết quả PAR INDEX"], "", "b"),
        (["SỞ NỘI VỤ TỈNH LÀO CAI", "Kết quả chỉ số CCHC"], "", "b"),
        (["Chỉ số CCHC các sở tỉnh Lào Cai"], "", "b"),
        (["PAR INDEX của tỉnh so với Yên Bái"], "", "b"),
        (["PAR INDEX"], "Ghi chú: xếp ngay sau tỉnh Yên Bái", "b"),
        (["PAR INDEX"], "Nguồn: Sở Nội vụ tỉnh Lào Cai", "b"),
        (["PAR INDEX"], "", "dien bien par index"),
    ],
)
def test_whom_nothing_names_is_asked_for(tmp_path: Path, titles: list[str], note: str, file: str) -> None:
    path = separated(tmp_path / f"{file}.csv", [*([title] for title in titles), *HISTORY, [note]])
    with pytest.raises(CchcError) as caught:
        facts(path)
    assert caught.value.code == "TABLE_UNIT_COLUMN"
    assert "--unit" in caught.value.fix("vi")


def test_rows_that_a_column_of_unknown_words_tells_apart_are_not_of_one_unit(tmp_path: Path) -> None:
    rows = [["Bên được chấm", "Điểm", "Hạng"], ["Nhóm một", 80, 2], ["Nhóm hai", 81, 1]]
    with pytest.raises(CchcError) as caught:
        facts(book(tmp_path, "PAR INDEX năm 2022 tỉnh Lào Cai", rows=rows))
    assert caught.value.code == "TABLE_UNIT_COLUMN"


def test_a_unit_in_the_title_leaves_a_column_of_units_what_it_is(tmp_path: Path) -> None:
    rows = [["Tỉnh", "Điểm"], ["Hà Nội", 80], ["Huế", 81]]
    found = facts(book(tmp_path, "So sánh PAR INDEX năm 2022 với tỉnh Lào Cai", rows=rows))
    assert {unit for _, _, unit, *_ in found} == {"ha-noi", "thua-thien-hue"}


# -- by an option, by a mapping --------------------------------------------------------------------------------------


def test_the_option_names_the_unit(tmp_path: Path) -> None:
    path = book(tmp_path, "Chỉ số CCHC")
    assert facts(path, Options(unit="Lào Cai")) == history("lao-cai")
    assert facts(path, Options(unit="lao-cai")) == history("lao-cai")
    own = history("lao-cai/so-y-te", "lao-cai-cchc")
    assert facts(path, Options(unit="Sở Y tế", province="Lào Cai")) == own
    assert facts(path, Options(unit="Sở Y tế tỉnh Lào Cai")) == own
    for unit, code in (("Lào Cia", "TABLE_UNIT"), ("Sở Y tế", "TABLE_PROVINCE")):
        with pytest.raises(CchcError) as caught:
            facts(path, Options(unit=unit))
        assert caught.value.code == code


def test_an_option_that_gainsays_the_title_is_told(tmp_path: Path) -> None:
    path = book(tmp_path, "PAR INDEX của tỉnh Lào Cai")
    assert overruled(read_table(path, Options(unit="Lào Cai")).tables) == []
    (line,) = overruled(read_table(path, Options(unit="Yên Bái")).tables, "en")
    assert "says “tỉnh Lào Cai”; it was read as “Yên Bái”, by --unit" in line


def test_the_option_is_refused_where_the_table_names_its_units(tmp_path: Path) -> None:
    rows = [["TT", "Tỉnh", "Điểm"], [1, "Hà Nội", 80]]
    with pytest.raises(CchcError) as caught:
        read_table(book(tmp_path, "PAR INDEX 2022", rows=rows), Options(unit="Lào Cai"))
    assert caught.value.code == "TABLE_UNIT_TOLD"
    assert caught.value.where.endswith("Sheet1!B2")


@pytest.mark.parametrize(
    ("title", "options"),
    [
        ("PAR INDEX tỉnh Lào Cai", Options()),
        ("PAR INDEX", Options(unit="Yên Bái")),
        ("Chỉ số CCHC", Options(unit="xã Quang Kim, huyện Bát Xát, tỉnh Lào Cai")),
        ("Chỉ số CCHC của Sở Y tế tỉnh Lào Cai", Options()),
    ],
)
def test_a_mapping_keeps_the_unit(tmp_path: Path, title: str, options: Options) -> None:
    path, mapping = book(tmp_path, title), tmp_path / "m.yaml"
    mapping.write_text(as_yaml(read_table(path, options).tables), encoding="utf-8")
    assert facts(path, Options(mapping=mapping)) == facts(path, options)


def test_a_mapping_asks_for_the_unit_that_nothing_names(tmp_path: Path) -> None:
    path, mapping = book(tmp_path, "PAR INDEX"), tmp_path / "m.yaml"
    written = as_yaml(read_table(path).tables)
    assert "unit: null" in written
    mapping.write_text(written.replace("unit: null", "unit: Lào Cai"), encoding="utf-8")
    assert facts(path, Options(mapping=mapping)) == history("lao-cai")


# -- what rows and columns measure -----------------------------------------------------------------------------------

LAO_CAI = "Kết quả các chỉ số của tỉnh Lào Cai"
BOTH = {
    *of("lao-cai", 2021, score=87, rank=11),
    *of("lao-cai", 2022, score=86, rank=12),
    *of("lao-cai", 2021, SIPAS, score=83, rank=5),
    *of("lao-cai", 2022, SIPAS, score=82, rank=6),
}


@pytest.mark.parametrize(
    "rows",
    [
        [["Chỉ số", 2021, 2022], ["PAR INDEX", 87, 86], ["SIPAS", 83, 82], ["Xếp hạng PAR INDEX", 11, 12],
         ["Xếp hạng SIPAS", 5, 6]],
        [["Chỉ tiêu", 2021, 2022], ["Điểm PAR INDEX", 87, 86], ["Hạng PAR INDEX", 11, 12], ["Điểm SIPAS", 83, 82],
         ["Hạng SIPAS", 5, 6]],
        [["Chỉ số", 2021, 2022], ["PAR INDEX", 87, 86], ["Hạng", 11, 12], ["SIPAS", 83, 82], ["Hạng", 5, 6]],
        [["Chỉ tiêu", 2021, 2022], ["PAR INDEX"], ["Điểm", 87, 86], ["Hạng", 11, 12], ["SIPAS"], ["Điểm", 83, 82],
         ["Hạng", 5, 6]],
        [["Năm", "PAR INDEX", "Hạng", "SIPAS", "Hạng"], [2021, 87, 11, 83, 5], [2022, 86, 12, 82, 6]],
        [["Năm", "PAR INDEX", "", "SIPAS", ""], ["", "Điểm", "Hạng", "Điểm", "Hạng"], [2021, 87, 11, 83, 5],
         [2022, 86, 12, 82, 6]],
        [["Year", "Index", "Score", "Rank"], [2021, "PAR INDEX", 87, 11], ["", "SIPAS", 83, 5],
         [2022, "PAR INDEX", 86, 12], ["", "SIPAS", 82, 6]],
        [["Năm", "Nội dung", "Điểm", "Hạng"], [2021, "PAR INDEX", 87, 11], [2022, "PAR INDEX", 86, 12],
         [2021, "SIPAS", 83, 5], [2022, "SIPAS", 82, 6]],
    ],
)  # fmt: skip
def test_rows_and_columns_may_name_indices(tmp_path: Path, rows: list[list[Any]]) -> None:
    assert facts(separated(tmp_path / "b.csv", [[LAO_CAI], *rows])) == BOTH


def test_units_with_several_indices_each_with_its_rank(tmp_path: Path) -> None:
    rows = [["TT", "Đơn vị", "PAR INDEX 2023", "", "SIPAS 2023", ""], ["", "", "Điểm", "Hạng", "Điểm", "Hạng"]]
    rows += [["1", "Lào Cai", "87", "11", "83", "5"], ["2", "Yên Bái", "86", "12", "82", "6"]]
    assert facts(separated(tmp_path / "b.csv", rows)) == {
        *of("lao-cai", 2023, score=87, rank=11), *of("lao-cai", 2023, SIPAS, score=83, rank=5),
        *of("yen-bai", 2023, score=86, rank=12), *of("yen-bai", 2023, SIPAS, score=82, rank=6),
    }  # fmt: skip


def test_a_rank_among_components_is_a_rank_and_no_component(tmp_path: Path) -> None:
    rows = [["STT", "Chỉ số thành phần", "2021", "2022"], [1, "Cải cách thể chế", 8, 8.5], ["", "Tổng điểm", 86, 87]]
    rows += [["", "Xếp hạng", 20, 15], ["", "Tăng/giảm hạng", "", "+5"], ["", "Trung bình cả nước", 85, 84]]
    found = facts(book(tmp_path, "PAR INDEX tỉnh Lào Cai giai đoạn 2021-2022", rows=rows))
    assert found == {
        (PAR, 2021, "lao-cai", "the-che", "score", 8.0), (PAR, 2022, "lao-cai", "the-che", "score", 8.5),
        *of("lao-cai", 2021, score=86, rank=20), *of("lao-cai", 2022, score=87, rank=15, rank_change=5),
        *of("mean", 2021, mean=85), *of("mean", 2022, mean=84),
    }  # fmt: skip


def test_a_rank_among_components_with_several_columns(tmp_path: Path) -> None:
    rows = [["Lĩnh vực", "Điểm tối đa", "Điểm đạt", "Tỷ lệ (%)"], ["Cải cách thể chế", 10, 9.1, 91]]
    rows += [["Tổng điểm", 100, 88.3, 88.3], ["Xếp hạng", None, 11, None]]
    found = facts(book(tmp_path, "PAR INDEX năm 2023 của tỉnh Lào Cai", rows=rows))
    assert {fact[3:] for fact in found} == {
        ("the-che", "score", 9.1), ("the-che", "score", 91.0), (None, "score", 88.3), (None, "rank", 11.0),
    }  # fmt: skip


def test_what_is_beside_the_unit_s_own_is_not_its_own(tmp_path: Path) -> None:
    rows = [["Năm", "Điểm", "Trung bình cả nước", "Cao nhất", "Trung vị"], [2021, 86.1, 85.5, 91.1, 85.2]]
    expected = of("lao-cai", 2021, score=86.1) | of("mean", 2021, mean=85.5)
    across = [list(row) for row in zip(*rows, strict=True)]
    for each, kind in ((rows, "column"), (across, "row")):
        path = book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=each)
        table = read_table(path)
        list(table.claims())
        assert facts(path) == expected
        assert [(r["text"], r["figures"], r["why"]) for r in unplaced(table.unread)] == [
            ("Cao nhất", 1, f"{kind}-not-understood"), ("Trung vị", 1, f"{kind}-not-understood"),
        ]  # fmt: skip


def test_a_row_or_a_column_tells_how_many_were_ranked(tmp_path: Path) -> None:
    rows = [["Năm", "Điểm", "Hạng", "Trong số"], [2014, 86, 20, 62], [2015, 87, 15, 63]]
    for each in (rows, [list(row) for row in zip(*rows, strict=True)]):
        table = read_table(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=each))
        assert {(c.edition.year, c.rank_of) for c in table.claims() if c.measure == "rank"} == {(2014, 62), (2015, 63)}  # type: ignore[union-attr]
        assert not table.unread


def test_what_a_council_appraised_is_the_score_of_a_component(tmp_path: Path) -> None:
    rows = [["Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"], ["Cải cách thể chế", 10, 9, 8.5]]
    rows += [["Tổng điểm", 100, 95, 88]]
    title = "PAR INDEX năm 2022 tỉnh Lào Cai"
    expected = {(PAR, 2022, "lao-cai", "the-che", "score", 8.5), (PAR, 2022, "lao-cai", None, "score", 88.0)}
    assert facts(book(tmp_path, title, rows=rows)) == expected
    parts = [["Tiêu chí", "Điểm thẩm định", "Điểm điều tra XHH", "Tổng điểm"], ["Cải cách thể chế", 5, 3.5, 8.5]]
    parts += [["Tổng điểm", 50, 38, 88]]
    assert facts(book(tmp_path, title, rows=parts)) == expected


def test_a_difference_to_a_mean_is_no_change(tmp_path: Path) -> None:
    rows = [["Năm", "Điểm", "Trung bình cả nước", "Chênh lệch"], [2021, 86.1, 85.5, 0.6], [2022, 87, 85, 2]]
    for each in (rows, [list(row) for row in zip(*rows, strict=True)]):
        table = read_table(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=each))
        assert len(list(table.claims())) == 4
        assert [(unread.column.heading, unread.count) for unread in table.unread] == [("Chênh lệch", 2)]


def test_a_change_in_a_row_is_of_what_stands_beside_it(tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", 2021, 2022], ["Điểm", 86, 87], ["Tăng/giảm", "", 1], ["Hạng", 20, 15], ["Tăng/giảm", "", 5]]
    found = facts(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=rows))
    assert {fact[4:] for fact in found if "change" in fact[4]} == {("score_change", 1.0), ("rank_change", 5.0)}
    rows = [["Năm", "Điểm", "Hạng", "So với năm trước (bậc)"], [2021, 86, 20, ""], [2022, 87, 15, "Tăng 5 bậc"]]
    assert of("lao-cai", 2022, rank_change=5) <= facts(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=rows))


def test_a_change_of_which_nothing_tells_is_not_understood(tmp_path: Path) -> None:
    both = [["Chỉ tiêu", 2021, 2022], ["Điểm", 86, 87], ["Hạng", 20, 15], ["Tăng/giảm", "", 5]]
    table = read_table(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=both))
    assert not {claim.measure for claim in table.claims() if "change" in claim.measure}  # type: ignore[union-attr]
    assert [(unread.name, unread.count) for unread in table.unread] == [("5", 1)]


# -- what is said of it, and what is wrong ----------------------------------------------------------------------------


def test_years_of_a_period_are_no_year_of_the_table(tmp_path: Path) -> None:
    for title in ("PAR INDEX tỉnh Lào Cai giai đoạn 2021-2022", "PAR INDEX tỉnh Lào Cai các năm 2021, 2022"):
        table = read_table(book(tmp_path, title)).tables[0]
        assert table.given.year is None
        assert describe(table)[0].endswith(": Chỉ số cải cách hành chính, Lào Cai")
    one = [["Điểm", "Hạng"], [86.1, 20]]
    title = "PAR INDEX tỉnh Lào Cai theo Chương trình giai đoạn 2021-2030, năm 2021"
    assert facts(book(tmp_path, title, rows=one)) == of("lao-cai", 2021, score=86.1, rank=20)


def test_a_title_of_two_indices_tells_none(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as caught:
        facts(book(tmp_path, "PAR INDEX và SIPAS của tỉnh Lào Cai"))
    assert "TABLE_INDEX_MISSING" in caught.value.message("en")


def test_wrong_cells_are_told_at_once_and_rows_may_be_skipped(tmp_path: Path) -> None:
    rows = [["Năm", "Điểm", "Hạng"], [2021, "8x", 20], [2022, 87.2, "15,5"], [2023, 88.3, 11]]
    with pytest.raises(CchcError) as caught:
        facts(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=rows))
    assert [p.where.rpartition("!")[2] for p in caught.value.problems] == ["B3", "C4"]  # type: ignore[attr-defined]
    rows = [["Chỉ tiêu", "2021", "2022"], ["Điểm", "8x", "87"], ["Hạng", "20", "15"]]
    with pytest.raises(CchcError) as caught:
        facts(book(tmp_path, "PAR INDEX tỉnh Lào Cai", rows=rows))
    assert [p.where.rpartition("!")[2] for p in caught.value.problems] == ["B3"]  # type: ignore[attr-defined]


def test_what_the_name_of_a_sheet_says_stands_above_the_rows_that_were_skipped(tmp_path: Path) -> None:
    rows = [["Năm", "Điểm", "Hạng"], [2021, "8x", 20], [2022, 87.2, 15]]
    sheets = {name: [["Chỉ số CCHC tỉnh Lào Cai"], *rows] for name in ("Sở Y tế", "Sở Nội vụ")}
    leftover = Leftover(tmp_path / "bad.csv")
    list(read_table(workbook(tmp_path / "b.xlsx", sheets)).claims(leftover.add))
    for path, unit in zip(leftover.write("vi"), ("so-y-te", "so-noi-vu"), strict=True):
        path.write_text(path.read_text(encoding="utf-8-sig").replace(",8x,", ",80,"), encoding="utf-8")
        assert facts(path) == of(f"lao-cai/{unit}", 2021, "lao-cai-cchc", score=80, rank=20)
    years = {"2021": [["PAR INDEX"], ["Tỉnh", "Điểm", "Hạng"], ["Lào Cai", "8x", 20]]}
    leftover = Leftover(tmp_path / "year.csv")
    list(read_table(workbook(tmp_path / "y.xlsx", years)).claims(leftover.add))
    (path,) = leftover.write("en")
    path.write_text(path.read_text(encoding="utf-8-sig").replace(",8x,", ",80,"), encoding="utf-8")
    assert facts(path) == of("lao-cai", 2021, score=80, rank=20)
