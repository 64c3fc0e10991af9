"""Published tables: whatever their form, each figure is read once, as what it is, from its cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cchc.claims import Observation
from cchc.errors import CchcError
from cchc.loaders.tables.model import TableRefused
from cchc.loaders.tables.reader import Options, read_table
from table_files import Fact, facts, separated, workbook

PAR = "par-index"


def of(year: int, unit: str, *said: tuple[str, Any], index: str = PAR, component: str | None = None) -> set[Fact]:
    """The facts of one unit in one edition: (measure, value) each."""
    return {(index, year, unit, component, measure, value) for measure, value in said}


# -- one table, many forms -------------------------------------------------------------------------------------------


def test_a_title_and_a_heading_are_enough(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "Sheet1": [
                ["BỘ NỘI VỤ"],
                [],
                ["BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC TỈNH, THÀNH PHỐ NĂM 2023"],
                ["(Kèm theo Quyết định số 12/2024/QĐ-BNV ngày 17/4/2024)"],
                ["STT", "Tỉnh, thành phố", "Điểm", "Xếp hạng"],
                [1, "Quảng Ninh", 92.18, 1],
                [2, "TP. Hải Phòng", 91.87, 2],
                [3, "UBND tỉnh Lạng Sơn", 87.5, 20],
                ["Ghi chú: thang điểm 100"],
            ]
        },
    )
    assert facts(path) == {
        *of(2023, "quang-ninh", ("score", 92.18), ("rank", 1)),
        *of(2023, "hai-phong", ("score", 91.87), ("rank", 2)),
        *of(2023, "lang-son", ("score", 87.5), ("rank", 20)),
    }


def test_two_rows_of_heading_with_merged_years(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "PAR INDEX": [
                ["TT", "Địa phương", "Năm 2022", None, "Năm 2023", None, "Tăng/giảm thứ hạng"],
                [None, None, "Điểm số", "Thứ hạng", "Điểm số", "Thứ hạng", None],
                [1, "Hà Giang", "84,10", "40/63", "85,20", "38/63", "▲ 2"],
                [2, "Cao Bằng", "80,00", "60/63", "79,9", "62/63", "▼ 2"],
            ]
        },
        {"PAR INDEX": ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"]},
    )
    assert facts(path, Options(year="2023")) == {
        *of(2022, "ha-giang", ("score", 84.1), ("rank", 40)),
        *of(2023, "ha-giang", ("score", 85.2), ("rank", 38), ("rank_change", 2)),
        *of(2022, "cao-bang", ("score", 80.0), ("rank", 60)),
        *of(2023, "cao-bang", ("score", 79.9), ("rank", 62), ("rank_change", -2)),
    }


def test_a_column_a_component_with_its_maximum(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "KQ": [
                ["Chỉ số PAR INDEX năm 2022 của các tỉnh"],
                [
                    "STT",
                    "Đơn vị",
                    "Cải cách thể chế (10 điểm)",
                    "Cải cách thủ tục hành chính (13 điểm)",
                    "Tổng điểm",
                    "Xếp hạng",
                ],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                [1, "Đồng Tháp", "9,25", "11,5", "86,02", 5],
            ]
        },
    )
    table = read_table(path)
    assert {
        *of(2022, "dong-thap", ("score", 9.25), component="the-che"),
        *of(2022, "dong-thap", ("score", 11.5), component="thu-tuc-hanh-chinh"),
        *of(2022, "dong-thap", ("score", 86.02), ("rank", 5)),
    } == facts(path)
    assert [str(claim.maximum) for claim in table.claims() if claim.component] == ["10", "13"]  # type: ignore[union-attr]


def test_maxima_in_a_row_under_the_heading(tmp_path: Path) -> None:
    rows = [
        ["PAR INDEX 2022"],
        ["STT", "Đơn vị", "Cải cách thể chế", "Cải cách tài chính công"],
        [None, "Điểm tối đa", 10, 7.5],
        [1, "Bến Tre", 8.8, 6.75],
    ]
    claims = list(read_table(workbook(tmp_path / "b.xlsx", {"KQ": rows})).claims())
    assert [(str(c.value), str(c.maximum)) for c in claims] == [("8.8", "10"), ("6.75", "7.5")]  # type: ignore[union-attr]


def test_so_many_points_of_another_index_are_a_component_of_the_table_s_own(tmp_path: Path) -> None:
    path = separated(
        tmp_path / "b.csv",
        [
            ["Điểm PAR INDEX năm 2021 của các tỉnh", "", "", ""],
            ["Tỉnh", "Chỉ số SIPAS (10 điểm)", "Chỉ số hài lòng (12 điểm)", "Tổng điểm"],
            ["Dong Thap", "7,9", "9,8", "85,1"],
            ["Đà Nẵng", "8,2", "10,1", "86,2"],
        ],
    )
    found = [(o.edition.index, o.component.name if o.component else None) for o in read_table(path).claims()]
    assert set(found) == {("par-index", None), ("par-index", "Chỉ số SIPAS"), ("par-index", "Chỉ số hài lòng")}
    assert len(found) == 6


def test_a_column_a_year(tmp_path: Path) -> None:
    rows = [
        ["Chỉ số hài lòng (SIPAS) của các tỉnh"],
        ["Tỉnh", "2019", "2020", "2021"],
        ["Vĩnh Long", "81,2", "—", "85,55"],
        ["Trà Vinh", "N/A", "83,1", ""],
        ["Cả nước", "84,45", "85,48", "87,16"],
    ]
    assert facts(separated(tmp_path / "t.csv", rows, ";")) == {
        *of(2019, "vinh-long", ("score", 81.2), index="sipas"),
        *of(2021, "vinh-long", ("score", 85.55), index="sipas"),
        *of(2020, "tra-vinh", ("score", 83.1), index="sipas"),
        *of(2019, "mean", ("mean", 84.45), index="sipas"),
        *of(2020, "mean", ("mean", 85.48), index="sipas"),
        *of(2021, "mean", ("mean", 87.16), index="sipas"),
    }


def test_years_under_a_title_about_ranks_are_ranks(tmp_path: Path) -> None:
    rows = [["Thứ hạng PAR INDEX các năm"], ["Tỉnh", 2021, 2022], ["Sơn La", 13, 12], ["Lai Châu", 40, 41]]
    assert facts(workbook(tmp_path / "b.xlsx", {"x": rows})) == {
        *of(2021, "son-la", ("rank", 13)),
        *of(2022, "son-la", ("rank", 12)),
        *of(2021, "lai-chau", ("rank", 40)),
        *of(2022, "lai-chau", ("rank", 41)),
    }


def test_long_layout_in_english(tmp_path: Path) -> None:
    rows = [
        [
            "index",
            "level",
            "year",
            "unit",
            "component",
            "score",
            "score_unit",
            "rank",
            "rank_of",
            "group",
            "source_url",
            "note",
        ],
        ["PAR INDEX", "province", 2020, "Thái Bình", "", "84.25", "percent", 20, 63, "B", "https://moha.gov.vn/a", ""],
        [
            "PAR INDEX",
            "province",
            2020,
            "(trung bình 63 tỉnh)",
            "average",
            "83.72",
            "percent",
            "",
            "",
            "",
            "https://moha.gov.vn/a",
            "",
        ],
        [
            "PAR INDEX",
            "region",
            2020,
            "Tây Nguyên",
            "average",
            "81.5",
            "percent",
            "",
            "",
            "",
            "https://moha.gov.vn/b",
            "",
        ],
        [
            "SIPAS",
            "national",
            2020,
            "(cả nước)",
            "average",
            "85.48",
            "percent",
            "",
            "",
            "",
            "https://moha.gov.vn/b",
            "",
        ],
        [
            "PAR INDEX",
            "ministry",
            2020,
            "Bộ Tư pháp",
            "",
            "93.5",
            "points",
            "2/17",
            "",
            ">=90",
            "https://moha.gov.vn/b",
            "derived: from 2021",
        ],
        [
            "PAR INDEX",
            "province",
            2020,
            "Thái Bình",
            "Hiện đại hóa hành chính",
            "11.2",
            "points of 13.5",
            7,
            63,
            "",
            "",
            "",
        ],
    ]
    path = separated(tmp_path / "t.csv", rows)
    assert facts(path) == {
        *of(2020, "thai-binh", ("score", 84.25), ("rank", 20), ("grade", "b")),
        *of(2020, "mean", ("mean", 83.72)),
        *of(2020, "tay-nguyen", ("mean", 81.5)),
        *of(2020, "mean", ("mean", 85.48), index="sipas"),
        *of(2020, "bo-tu-phap", ("score", 93.5), ("rank", 2), ("grade", "tren-90")),
        *of(2020, "thai-binh", ("score", 11.2), ("rank", 7), component="hien-dai-hoa-hanh-chinh"),
    }
    claims = list(read_table(path).claims())
    assert claims[0].cited == ("https://moha.gov.vn/a",)
    assert [c.out_of for c in claims if hasattr(c, "out_of")] == [63, None, None]
    derived = next(claim for claim in claims if claim.note)
    assert derived.interpretation == ("computed-by-the-table",)
    assert claims[-2].maximum == claims[-2].value.__class__("13.5")  # type: ignore[union-attr]


def test_a_block_of_keys_on_another_sheet(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "Thông tin": [
                ["Chỉ số", "SIPAS"],
                ["Năm", 2021],
                ["Phạm vi", "các tỉnh"],
                ["Nguồn", "https://moha.gov.vn/x"],
            ],
            "Số liệu": [
                ["STT", "Đơn vị", "Mã", "Điểm", "Xếp hạng", "Ghi chú"],
                [1, "Gia Lai", "64", 82.5, 30, "tạm tính"],
            ],
        },
    )
    assert facts(path) == of(2021, "gia-lai", ("score", 82.5), ("rank", 30), index="sipas")
    claims = list(read_table(path).claims())
    assert {claim.cited for claim in claims} == {("https://moha.gov.vn/x",)}
    assert {claim.note for claim in claims} == {"tạm tính"}


def test_several_sheets_each_with_its_year(tmp_path: Path) -> None:
    def rows(score: float) -> list[list[Any]]:
        return [["Đơn vị", "Chỉ số (%)"], ["Kon Tum", score]]

    path = workbook(tmp_path / "par_index.xlsx", {"Năm 2021": rows(80.5), "Năm 2022": rows(81.5)})
    assert facts(path) == {*of(2021, "kon-tum", ("score", 80.5)), *of(2022, "kon-tum", ("score", 81.5))}


def test_a_province_and_its_own_index(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "x": [
                ["KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC SỞ, HUYỆN TỈNH ĐỒNG THÁP NĂM 2022"],
                ["TT", "Cơ quan, đơn vị", "Điểm", "Xếp loại"],
                ["A", "KHỐI SỞ, NGÀNH"],
                [1, "Sở Nội vụ", 91.2, "Tốt"],
                [2, "Thanh tra tỉnh", 88, "Tốt"],
                ["B", "UBND CẤP HUYỆN"],
                [1, "UBND huyện Châu Thành", 79.35, "Khá"],
                [2, "TP Cao Lãnh", 92, "Tốt"],
            ]
        },
    )
    own = "dong-thap-cchc"
    assert facts(path) == {
        *of(2022, "dong-thap/so-noi-vu", ("score", 91.2), ("grade", "tot"), index=own),
        *of(2022, "dong-thap/thanh-tra-tinh", ("score", 88), ("grade", "tot"), index=own),
        *of(2022, "dong-thap/huyen-chau-thanh", ("score", 79.35), ("grade", "kha"), index=own),
        *of(2022, "dong-thap/thanh-pho-cao-lanh", ("score", 92), ("grade", "tot"), index=own),
    }
    populations = {claim.edition.population for claim in read_table(path).claims()}
    assert populations == {"department", "district"}


def test_self_assessed_points_are_no_result_and_appraised_ones_a_part(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "Tổng hợp": [
                ["KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CỦA CÁC SỞ TỈNH HÀ NAM"],
                [
                    "TT",
                    "Cơ quan",
                    "Điểm tự chấm",
                    "Điểm thẩm định",
                    "Tổng điểm",
                    "Chỉ số (%)",
                    "Hạng 2023",
                    "Đầu/cuối bảng",
                ],
                [1, "Sở Nội vụ", 60.5, "58,25", 84.1, "88,10%", 1, "Nhóm dẫn đầu"],
                [2, "Sở Y tế", 55, "50", "75,5", "79,50%", 2, "Nhóm cuối"],
            ]
        },
    )
    own, part = "ha-nam-cchc", "diem-tham-dinh"
    assert facts(path) == {
        *of(2023, "ha-nam/so-noi-vu", ("score", 84.1), ("score", 88.1), ("rank", 1), index=own),
        *of(2023, "ha-nam/so-noi-vu", ("standing", "among-highest"), index=own),
        *of(2023, "ha-nam/so-noi-vu", ("score", 58.25), index=own, component=part),
        *of(2023, "ha-nam/so-y-te", ("score", 75.5), ("score", 79.5), ("rank", 2), index=own),
        *of(2023, "ha-nam/so-y-te", ("standing", "among-lowest"), index=own),
        *of(2023, "ha-nam/so-y-te", ("score", 50), index=own, component=part),
    }


def test_the_components_of_one_province(tmp_path: Path) -> None:
    rows = [
        ["PAR INDEX năm 2024 của tỉnh Sơn La"],
        ["STT", "Lĩnh vực", "Điểm tối đa", "Điểm đạt được", "Thứ hạng"],
        [1, "Cải cách thủ tục hành chính", 13, 12.75, 4],
        [2, "Cải cách chế độ công vụ", 15, 14.23, 10],
    ]
    assert facts(workbook(tmp_path / "b.xlsx", {"x": rows})) == {
        *of(2024, "son-la", ("score", 12.75), ("rank", 4), component="thu-tuc-hanh-chinh"),
        *of(2024, "son-la", ("score", 14.23), ("rank", 10), component="che-do-cong-vu"),
    }


def test_cells_as_excel_keeps_them(tmp_path: Path) -> None:
    """Percent formats, numbers stored as text, hidden rows, merged units, notes below."""
    path = workbook(
        tmp_path / "b.xlsx",
        {
            "x": [
                ["PAR INDEX", None],
                ["Đơn vị", "Năm", "Kết quả", "Hạng"],
                ["Bình Phước", date(2021, 1, 1), 0.8345, "Hạng 5"],
                [None, 2022, 0.9, "7"],
                ["Tây Ninh", "2022", "85,12(1)", "thứ 9"],
                ["Đồng Nai", 2022, "86.45%*", "10/63"],
                ["(1) Số liệu tạm tính"],
            ]
        },
        {"x": ["A3:A4"]},
    )
    book = load_workbook(path)
    for cell in ("C3", "C4"):
        book["x"][cell].number_format = "0.00%"
    book["x"].row_dimensions[5].hidden = True
    book.save(path)
    assert facts(path) == {
        *of(2021, "binh-phuoc", ("score", 83.45), ("rank", 5)),
        *of(2022, "binh-phuoc", ("score", 90), ("rank", 7)),
        *of(2022, "tay-ninh", ("score", 85.12), ("rank", 9)),
        *of(2022, "dong-nai", ("score", 86.45), ("rank", 10)),
    }


def test_a_heading_repeated_on_each_page_is_no_row(tmp_path: Path) -> None:
    heading = ["STT", "Tỉnh", "Điểm số", "Thứ hạng"]
    rows = [["PAR INDEX 2020"], heading, [1, "An Giang", 83, 1], heading, [2, "Kiên Giang", 82, 2]]
    assert len(facts(workbook(tmp_path / "b.xlsx", {"x": rows}))) == 4


# -- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (["83.450", "84.120"], [83.45, 84.12]),
        (["83,450", "84,1"], [83.45, 84.1]),
        (["83.45", "84,1"], [83.45, 84.1]),
        (["83.45 %", "84,1 điểm"], [83.45, 84.1]),
        (["8.345", "9.1"], [8.345, 9.1]),
    ],
)
def test_the_decimal_mark_is_that_of_the_column(tmp_path: Path, scores: list[str], expected: list[float]) -> None:
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Điểm"], *zip(["Hà Nam", "Nam Định"], scores, strict=True)]
    assert sorted(fact[-1] for fact in facts(separated(tmp_path / "t.csv", rows, "\t"))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "change"),
    [("tăng 3", 3), ("giảm 12 bậc", -12), ("↑2", 2), ("▼ 1", -1), ("+4", 4), ("-5", -5), ("giữ nguyên", 0)],
)
def test_changes_of_rank(tmp_path: Path, text: str, change: int) -> None:
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Thay đổi thứ hạng so với năm 2019"], ["Hà Nam", text]]
    assert facts(separated(tmp_path / "t.csv", rows)) == of(2020, "ha-nam", ("rank_change", change))


@pytest.mark.parametrize(
    "text",
    [
        *("Hạng 5", "hạng5", "Thứ 5", "Xếp thứ 5/63", "XẾP HẠNG THỨ 5", "No. 5", "No.5", "#5", "# 5", "Rank 5"),
        *("Vị trí: 5", "vị trí số 5", "Đứng thứ 5 cả nước", "Đồng hạng 5", "5th of 63", "(5)", "5.", "05/63 tỉnh"),
    ],
)
def test_words_and_marks_beside_a_rank(tmp_path: Path, text: str) -> None:
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Hạng"], ["Nam Định", 4], ["Hà Nam", text]]
    path = separated(tmp_path / "t.csv", rows, ";")
    assert facts(path) == {*of(2020, "nam-dinh", ("rank", 4)), *of(2020, "ha-nam", ("rank", 5))}


@pytest.mark.parametrize(
    "text", ["l5", "O5", "Hạng l5", "5l", "5/6E", "Điểm 5", "Hà Nam 5", "-5", "- 5", ".5", "Top 5"]
)
def test_no_other_letters_and_signs_beside_a_rank(tmp_path: Path, text: str) -> None:
    """Letters that look like digits, other words, signs of changes."""
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Hạng"], ["Nam Định", 4], ["Hà Nam", text]]
    assert refused(separated(tmp_path / "t.csv", rows, ";")) == [("TABLE_VALUE", "B4")]


@pytest.mark.parametrize(("text", "ranked"), [("63 tỉnh", 63), ("Tổng số: 63", 63), ("63", 63)])
def test_the_number_ranked_in_a_column(tmp_path: Path, text: str, ranked: int) -> None:
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Hạng", "Số đơn vị"], ["Nam Định", 4, text]]
    (claim,) = read_table(separated(tmp_path / "t.csv", rows, ";")).claims()
    assert isinstance(claim, Observation)
    assert (claim.value, claim.rank_of) == (4, ranked)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    import unicodedata

    rows = [["Chỉ số cải cách hành chính năm 2021"], ["Tỉnh, thành phố", "Điểm số", "Xếp hạng"]]
    rows += [["Đắk Nông", "80,15", "50"], ["Thừa Thiên Huế", "85,5", "12"], ["Quảng Ngãi", "78,9", "60"]]
    if encoding == "cp1258":
        # Tone marks are letters of their own in that encoding.
        def decomposed(text: str) -> str:
            marks = "\u0300\u0301\u0303\u0309\u0323"
            out = ""
            for c in text:
                parts = unicodedata.normalize("NFD", c)
                tone = "".join(p for p in parts if p in marks)
                out += unicodedata.normalize("NFC", "".join(p for p in parts if p not in marks)) + tone
            return out

        rows = [[decomposed(cell) for cell in row] for row in rows]
    found = facts(separated(tmp_path / "t.csv", rows, delimiter, encoding))
    assert of(2021, "dak-nong", ("score", 80.15), ("rank", 50)) <= found
    assert len(found) == 6


# -- what can't be loaded ----------------------------------------------------------------------------------------------


def refused(path: Path, options: Options | None = None) -> list[tuple[str, str]]:
    """(code, cell) of each error."""
    with pytest.raises(TableRefused) as caught:
        list(read_table(path, options).claims())
    return [(error.code, error.where.split(", ")[-1]) for error in caught.value.problems]


def test_all_errors_are_told_with_their_cells(tmp_path: Path) -> None:
    rows = [
        ["PAR INDEX 2020"],
        ["Tỉnh", "Điểm", "Hạng"],
        ["Hà Nam", "83,4", "64/63"],
        ["Hà Namm", 80, 3],
        ["Nam Định", "tám mươi", 2],
        ["Ninh Bình", "840", 5],
        ["Thái Bình", "84,5", 6],
        ["Thái Bình", "84,6", 6],
    ]
    path = workbook(tmp_path / "b.xlsx", {"KQ": rows})
    assert refused(path) == [
        ("TABLE_RANK", "KQ!C3"),
        ("TABLE_UNIT", "KQ!A4"),
        ("TABLE_VALUE", "KQ!B5"),
        ("TABLE_SCORE_RANGE", "KQ!B6"),
        ("TABLE_DUPLICATE", "KQ!B8"),
    ]
    with pytest.raises(TableRefused) as caught:
        list(read_table(path).claims())
    assert "“Hà Nam”" in caught.value.message("vi")
    assert "KQ!A4" in caught.value.message("en")


@pytest.mark.parametrize("again", ["Trung bình cả nước", "Bình quân chung", "Trung bình 63 tỉnh"])
def test_means_that_are_told_twice_agree(tmp_path: Path, again: str) -> None:
    """As the values of units do; a mean in another year, component or part of the units is another one."""
    rows: list[list[Any]] = [
        ["SIPAS 2020"],
        ["Tỉnh", "Điểm", "Điểm 2019", "Hạng"],
        ["Hà Nam", "83,4", 82, 1],
        ["Trung bình cả nước", "80,5", 80, "-"],
        ["Trung bình Đồng bằng sông Hồng", 81, "80,2", ""],
    ]
    same = separated(tmp_path / "same.csv", [*rows, [again, "80,50", "80,0", 2]], ";")
    assert len(facts(same)) == 7
    other = separated(tmp_path / "other.csv", [*rows, [again, "80,6", 80, ""]], ";")
    assert refused(other) == [("TABLE_DUPLICATE", "B6")]
    with pytest.raises(TableRefused) as caught:
        list(read_table(other).claims())
    assert "B4" in caught.value.problems[0].message("vi")


def test_a_column_of_means_beside_one_unit_has_one_of_each_edition(tmp_path: Path) -> None:
    rows = [["PAR INDEX của tỉnh Hà Nam"], ["Năm", "Điểm", "Trung bình cả nước"], [2019, 81, 80], [2020, 82, 79]]
    assert len(facts(separated(tmp_path / "same.csv", [*rows, [2020, 82, 79]]))) == 4
    assert refused(separated(tmp_path / "other.csv", [*rows, [2020, 82, 78]])) == [("TABLE_DUPLICATE", "C5")]


def test_what_nothing_says_is_asked_for(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["Tỉnh", "Điểm"], ["Hà Nam", "83,4"]])
    assert {code for code, _ in refused(path)} == {"TABLE_INDEX_MISSING"}
    assert {code for code, _ in refused(path, Options(index="PAR INDEX"))} == {"TABLE_YEAR_MISSING"}
    assert facts(path, Options(index="SIPAS", year=2019)) == of(2019, "ha-nam", ("score", 83.4), index="sipas")


def test_formula_errors_and_formulas_without_results(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        {"x": [["PAR INDEX 2020"], ["Tỉnh", "Điểm"], ["Hà Nam", "=80+3.5"], ["Nam Định", "#REF!"]]},
    )
    assert refused(path) == [("TABLE_FORMULA", "x!B3"), ("TABLE_CELL_ERROR", "x!B4")]


def test_a_second_heading_over_nothing_is_refused(tmp_path: Path) -> None:
    rows = [["PAR INDEX 2020"], ["Tỉnh", "Điểm số", "Thứ hạng"], ["Hà Nam", 83, 1], [], ["Tên bộ", "Kết quả", "Hạng"]]
    with pytest.raises(CchcError) as caught:
        read_table(workbook(tmp_path / "b.xlsx", {"x": rows}))
    assert caught.value.code == "TABLE_TWO_HEADINGS"


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    def code(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(CchcError) as caught:
            read_table(path)
        return caught.value.code

    real = workbook(tmp_path / "real.xlsx", {"x": [["a"]]}).read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert code("a.xlsx", ole + "EncryptedPackage".encode("utf-16-le")) == "TABLE_PASSWORD"
    assert code("b.xlsx", ole) == "TABLE_OLD_EXCEL"
    assert code("c.xlsx", b"Tinh;Diem\n") == "TABLE_EXTENSION"
    assert code("d.csv", real) == "TABLE_EXTENSION"
    assert code("e.csv", b"<html><table>") == "TABLE_EXTENSION"
    assert code("f.csv", b"") == "FILE_EMPTY"
    assert code("g.csv", b"\n\n \n") == "FILE_EMPTY"
    assert code("h.csv", "Một bài viết không có bảng nào.\nHết.\n".encode()) == "TABLE_NOTHING_FOUND"
    assert code("i.xlsx", real[:200]) == "FILE_DAMAGED"
    assert code("k.csv", 'Tỉnh,Điểm\n"Hà Nam,83\n'.encode()) == "TABLE_CSV"


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as caught:
        read_table(workbook(tmp_path / "b.xlsx", {"x": []}))
    assert caught.value.code == "TABLE_EMPTY"


def test_a_stray_cell_at_the_end_of_a_million_empty_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", {"x": [["PAR INDEX 2020"], ["Tỉnh", "Điểm"], ["Hà Nam", 83]]})
    book = load_workbook(path)
    book["x"].cell(1_000_000, 40).number_format = "0.00"
    book.save(path)
    table = read_table(path)
    assert len(list(table.claims())) == 1
    assert len(table.source.text) < 1000


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 20_000_000)
    with pytest.raises(CchcError) as caught:
        read_table(path)
    assert caught.value.code == "TABLE_BOMB"


def test_bare_names_are_new_communes_only_where_the_user_says_so(tmp_path: Path) -> None:
    path = separated(tmp_path / "t.csv", [["Đơn vị", "Điểm"], ["Mỹ Hiệp", "80,5"]], ";")
    told = Options(index="par-index", year=2023, population="xã", province="Đồng Tháp")
    assert [code for code, _ in refused(path, told)] == ["TABLE_UNIT_BARE"]
    declared = replace(told, declare_units=True)
    assert facts(path, declared) == of(2023, "dong-thap/my-hiep", ("score", 80.5), index="dong-thap-cchc")
    unsaid = Options(index="par-index", year=2023, province="Đồng Tháp")
    assert [code for code, _ in refused(path, unsaid)] == ["TABLE_UNIT"]
