"""Pages of the genre, seen as wholes: tables of regions, years behind a name in parentheses."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import facts

REGIONS = "Chỉ số cải cách hành chính (PAR INDEX) {later} theo vùng\nKết quả cụ thể:\n"


def means(text: str) -> list[tuple[str, int, float]]:
    return [(r["unit"], r["year"], float(r["value"])) for r in stated(found_in(text)) if r.get("measure") == "mean"]


@pytest.mark.parametrize("year", ["{} (%)", "Năm {}", "{}", "{} (điểm)"])
@pytest.mark.parametrize("apart", ["\n", " | "])
def test_the_rows_of_a_table_of_regions_are_means(year: str, apart: str) -> None:
    rows = [
        ("Vùng", year.format(2021), year.format(2022)),
        ("Tây Nguyên", "81,15", "83,02"),
        ("Đồng bằng sông Hồng", "85,4", "86,71"),
        ("Cả nước", "84,01", "85,5"),
    ]
    text = REGIONS.format(later=2022) + "\n".join(apart.join(row) for row in rows)
    assert sorted(means(text)) == sorted(
        [
            ("Tây Nguyên", 2021, 81.15), ("Tây Nguyên", 2022, 83.02),
            ("Đồng bằng sông Hồng", 2021, 85.4), ("Đồng bằng sông Hồng", 2022, 86.71),
            ("tỉnh, thành phố", 2021, 84.01), ("tỉnh, thành phố", 2022, 85.5),
        ]
    )  # fmt: skip


def test_ranks_and_counts_of_regions_are_no_means() -> None:
    rows = ["Vùng | Xếp hạng | Số tỉnh | 2022", "Tây Nguyên | 6 | 5 | 83,02", "Đông Nam Bộ | 2 | 6 | 87,79"]
    assert means(REGIONS.format(later=2022) + "\n".join(rows)) == [
        ("Tây Nguyên", 2022, 83.02),
        ("Đông Nam Bộ", 2022, 87.79),
    ]


@pytest.mark.parametrize("name", ["Chỉ số CCHC (PAR INDEX) {}", "PAR INDEX {}", "Chỉ số cải cách hành chính {}"])
def test_the_year_behind_the_short_name_of_an_index_is_its_year(name: str) -> None:
    text = (
        "Hội nghị công bố " + name.format(2018) + " diễn ra ngày 24/5/2019.\n"
        "Giá trị trung bình của 63 tỉnh, thành phố là 76,92%. Lạng Sơn xếp thứ 31, tăng 2 bậc so với năm 2017."
    )
    assert ("Lạng Sơn", 2018, "rank", 31) in facts(text)
    assert ("63 tỉnh, thành phố", 2018, 76.92) in means(text)


def test_a_number_behind_parentheses_is_no_year() -> None:
    text = "PAR INDEX năm 2018 của tỉnh Lạng Sơn\nTỉnh có điểm (theo Bộ Nội vụ) 76,9 và xếp thứ 31."
    assert {year for _, year, _, _ in facts(text)} == {2018}


@pytest.mark.parametrize(
    "head", ["UBND TỈNH SƠN LA - SỞ NỘI VỤ", "UBND TỈNH SƠN LA\nSỞ NỘI VỤ", "SỞ NỘI VỤ TỈNH SƠN LA"]
)
def test_the_department_of_a_letterhead_is_not_who_the_page_is_about(head: str) -> None:
    text = (
        f"{head}\nTHÔNG TIN VỀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021 CỦA TỈNH\n"
        "Kết quả PAR INDEX của tỉnh Sơn La như sau:\n"
        "Tăng hạng: Cải cách thể chế (hạng 12, tăng 8 bậc); Cải cách tài chính công (hạng 31, tăng 4 bậc)."
    )
    assert {unit for unit, *_ in facts(text)} == {"Sơn La"}
    assert len(facts(text)) == 4


OF_A_PROVINCE = "PAR INDEX năm 2023 của tỉnh Sơn La\n"


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("từ hạng 9 năm 2021 (80,59%) rơi xuống hạng 17", 2021),
        ("từ hạng 9 (80,59%) rơi xuống hạng 17", 2022),
        ("đang ở hạng 9 (80,59%) cũng trượt 8 bậc, về hạng 17", 2022),
        ("từ hạng 9 tụt 8 bậc, xuống hạng 17", 2022),
    ],
)
def test_what_a_unit_falls_from_is_of_the_year_before(words: str, before: int) -> None:
    told = facts(f"{OF_A_PROVINCE}Tỉnh {words}, còn 72,61%.")
    assert ("Sơn La", before, "rank", 9) in told
    assert ("Sơn La", 2023, "rank", 17) in told
    assert {value for _, year, measure, value in told if measure == "score" and year == 2023} == {72.61}


def test_two_ranks_that_nothing_leads_between_stay_uncertain() -> None:
    assert not [f for f in facts(f"{OF_A_PROVINCE}Tỉnh đứng thứ 11 và tăng 7 bậc, xếp hạng 4.") if f[2] == "rank"]


@pytest.mark.parametrize("numbers", ["2", "Hai", "Có 02", "Các"])
@pytest.mark.parametrize("between", [" là ", " gồm: "])
def test_parts_that_are_counted_first_have_the_place_themselves(numbers: str, between: str) -> None:
    text = f"{OF_A_PROVINCE}{numbers} lĩnh vực đứng thứ 3{between}cải cách thể chế và cải cách tài chính công."
    ranks = [r for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert [(r["component"], r["value"]) for r in ranks] == [("Cải cách thể chế", 3), ("Cải cách tài chính công", 3)]


@pytest.mark.parametrize(
    "words", ["có 2 lĩnh vực đứng thứ nhất", "có các lĩnh vực xếp hạng tốt", "có 3 tiêu chí xếp loại khá"]
)
def test_what_parts_have_that_nothing_names_the_unit_has_not(words: str) -> None:
    assert facts(f"{OF_A_PROVINCE}Sơn La {words}.") == []


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("53,18/61,5 điểm thẩm định và 33,71/38,5 điểm điều tra xã hội học", ["thẩm định", "điều tra xã hội học"]),
        ("53,18 điểm thẩm định và 33,71 điểm khảo sát", ["thẩm định", "khảo sát"]),
        (
            "53,18/61,5 điểm thẩm định, 33,71/38,5 điểm khảo sát, đánh giá tác động",
            ["thẩm định", "khảo sát, đánh giá tác động"],
        ),
    ],
)  # fmt: skip
def test_points_with_their_method_behind_are_those_of_a_part(words: str, parts: list[str]) -> None:
    text = f"{OF_A_PROVINCE}Tỉnh đạt 86,89 điểm. Tổng điểm ấy gồm {words}."
    scores = [(r["component"], float(r["value"])) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert scores == [(None, 86.89), *zip(parts, [53.18, 33.71], strict=True)]


@pytest.mark.parametrize("share", ["chiếm 30/100", "chiếm tới 30/100 điểm"])
def test_what_a_part_can_add_is_no_score(share: str) -> None:
    text = f"{OF_A_PROVINCE}Tỉnh đạt 86,89 điểm. Điểm điều tra xã hội học {share}."
    assert facts(text) == [("Sơn La", 2023, "score", 86.89)]


@pytest.mark.parametrize(
    "where", ["huyện của tỉnh", "đơn vị cấp huyện của tỉnh", "huyện trên địa bàn tỉnh", "huyện, thành phố"]
)
def test_of_all_that_are_counted_some_have_a_class(where: str) -> None:
    text = f"{OF_A_PROVINCE}Trong 10 {where}, có 6 đơn vị xếp loại tốt, 3 đơn vị xếp loại khá."
    counts = [(r["class"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert counts == [("tốt", 6), ("khá", 3)]
    assert facts(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "16 sở, ngành có kết quả tốt, 4 sở, ngành có kết quả khá",
        "Có 20 sở, ban, ngành được xếp hạng, trong đó 16 đơn vị tốt, 4 đơn vị khá",
    ],
)
def test_classes_may_follow_what_is_counted(words: str) -> None:
    text = f"{OF_A_PROVINCE}Trên bảng xếp hạng của tỉnh năm 2023: {words}."
    counts = [(r["class"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert counts == [("tốt", 16), ("khá", 4)]


def test_a_change_behind_the_year_before_is_what_it_comes_to() -> None:
    text = (
        f"{OF_A_PROVINCE}Về SIPAS, tỉnh đứng thứ 11/63, được 86,5%; "
        "trong khi năm 2022 đứng thứ 21, được 83,57% (tăng 10 bậc và 2,93%)."
    )
    assert ("Sơn La", 2023, "rank_change", 10) in facts(text)
    assert ("Sơn La", 2023, "score_change", 2.93) in facts(text)
    other = text.replace("tăng 10 bậc và 2,93%", "tăng 4 bậc")
    assert ("Sơn La", 2022, "rank_change", 4) in facts(other)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("96,4% hồ sơ thủ tục hành chính của tỉnh được giải quyết đúng hạn", 96.4),
        ("tiếp nhận qua mạng 81,3% hồ sơ thủ tục hành chính trên địa bàn tỉnh", 81.3),
        ("các cơ quan trong tỉnh đã giải quyết đúng hạn 99,3% hồ sơ", 99.3),
        ("tỷ lệ hồ sơ nộp qua mạng của tỉnh mới được 18,6%", 18.6),
    ],
)
def test_shares_of_files_are_indicators(words: str, share: float) -> None:
    found = [r for r in found_in(f"{OF_A_PROVINCE}Năm 2023, {words}.") if r["type"] == "indicator"]
    assert [(r["unit"], r["year"], r["value"]) for r in found] == [("Sơn La", 2023, share)]


@pytest.mark.parametrize("aim", ["phấn đấu", "mục tiêu là", "yêu cầu"])
def test_shares_of_files_that_are_aimed_at_are_none(aim: str) -> None:
    text = f"{OF_A_PROVINCE}Tỉnh {aim} 95% hồ sơ được giải quyết đúng hạn."
    assert not [r for r in found_in(text) if r["type"] == "indicator"]


@pytest.mark.parametrize(
    ("words", "by", "to"),
    [
        ("UBND tỉnh yêu cầu Sở Tài chính hoàn thành việc này", "UBND tỉnh Sơn La", "Sở Tài chính"),
        ("Kết thúc năm, UBND tỉnh Sơn La vừa giao Sở Nội vụ lập đoàn kiểm tra", "UBND tỉnh Sơn La", "Sở Nội vụ"),
        ("Chủ tịch UBND tỉnh Lò Văn Bình đề nghị các sở, huyện khắc phục tồn tại", "Lò Văn Bình", "các sở, huyện"),
    ],
)
def test_who_orders_whom_may_be_a_body(words: str, by: str, to: str) -> None:
    found = [r for r in found_in(f"{OF_A_PROVINCE}{words} trước ngày 30/9/2024.") if r["type"] == "directive"]
    assert [(r["by"], r["to"], r["deadline"]) for r in found] == [(by, to, "2024-09-30")]


@pytest.mark.parametrize("words", ["UBND tỉnh đề nghị xem xét việc này", "Bộ Nội vụ giao dịch với nhiều cơ quan"])
def test_what_a_body_asks_of_nobody_is_no_directive(words: str) -> None:
    assert not [r for r in found_in(f"{OF_A_PROVINCE}{words}.") if r["type"] == "directive"]


GAPS = "Chỉ số CCHC năm 2019 của các huyện tỉnh Bình Thuận\nSTT{}Đơn vị{}Điểm năm 2018{}Điểm năm 2019{}Xếp loại\n"
GAP_ROWS = (("1", "TX. La Gi", "78,60", "81,20", "Tốt"), ("2", "Huyện Hàm Tân", "73,51", "76,97", "Khá"))


@pytest.mark.parametrize("gap", ["  ", "    ", "\t", " | "])
def test_the_columns_of_a_table_may_be_kept_apart_by_gaps(gap: str) -> None:
    text = GAPS.replace("{}", gap) + "\n".join(gap.join(row) for row in GAP_ROWS) + "\n"
    told = facts(text)
    assert ("thị xã La Gi", 2018, "score", 78.6) in told
    assert ("huyện Hàm Tân", 2019, "score", 76.97) in told
    assert ("huyện Hàm Tân", 2019, "group", "khá") in told
    assert len(told) == 6


def test_words_that_gaps_part_are_no_table() -> None:
    assert facts("PAR INDEX năm 2019\nĐịa chỉ  Điểm tiếp nhận  Số điện thoại\nĐà Nẵng  12  1022\nHuế  9  1023") == []


def test_a_district_that_a_table_names_needs_no_head_noun_behind_it() -> None:
    table = GAPS.replace("{}", "  ") + "\n".join("  ".join(row) for row in GAP_ROWS)
    told = facts(f"{table}\nHàm Tân tiến bộ nhiều nhất, thêm 3,46 điểm.")
    assert told[-1] == ("huyện Hàm Tân", 2019, "score_change", 3.46)


@pytest.mark.parametrize("rank", ["15/63", "hạng 15", "thứ 15/63", "xếp thứ 15"])
def test_a_cell_may_hold_a_score_and_its_rank(rank: str) -> None:
    head = "Lạng Sơn: hai chỉ số năm 2023\nTT | Chỉ số | Năm 2022 | Năm 2023\n"
    text = f"{head}1 | PAR INDEX | 86,97% ({rank}) | 91,03% (5/63)"
    assert facts(text) == [
        ("Lạng Sơn", 2022, "score", 86.97), ("Lạng Sơn", 2022, "rank", 15),
        ("Lạng Sơn", 2023, "score", 91.03), ("Lạng Sơn", 2023, "rank", 5),
    ]  # fmt: skip


@pytest.mark.parametrize("before", ["15,2", "15,0", "15,6"])
@pytest.mark.parametrize("legend", ["là điểm tuần 30", "là điểm của tuần 30", "là kết quả tuần thứ 30"])
def test_a_legend_may_give_what_stands_in_parentheses_to_a_week(legend: str, before: str) -> None:
    text = (
        "Cà Mau: Bộ chỉ số 766 tuần 31 năm 2023\n"
        f"Điểm các nhóm của tỉnh (trong ngoặc {legend}):\n+ Công khai, minh bạch: 15,6/18 ({before});\n"
    )
    told = {
        (r["period"].replace("thứ ", ""), r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"
    }
    assert told == {("tuần 31", 15.6), ("tuần 30", float(before.replace(",", ".")))}


@pytest.mark.parametrize("where", ["ở Bình Định", "của tỉnh Bình Định", "tại tỉnh Bình Định"])
def test_the_satisfied_with_those_of_a_province_are_its_score(where: str) -> None:
    text = f"SIPAS năm 2021\nCó 87,35% người dân hài lòng về sự phục vụ của các cơ quan {where} trong năm 2021."
    assert facts(text) == [("Bình Định", 2021, "score", 87.35)]


@pytest.mark.parametrize(
    ("posted", "day", "iso"),
    [
        ("16/03/2023", "ngày 15/3", "2023-03-15"),
        ("05/01/2023", "ngày 28/12", "2022-12-28"),
        ("12/05/2023", "sáng thứ Ba, 19/5", "2023-05-19"),
        ("20/04/2023", "chiều qua (19/4)", "2023-04-19"),
    ],
)
def test_the_year_of_a_meeting_is_told_by_the_day_of_the_page(posted: str, day: str, iso: str) -> None:
    head = f"Khánh Hòa: Chỉ số CCHC năm 2020\n{posted}, 10:31\n"
    text = f"{head}Tại Hội nghị tổng kết công tác CCHC {day}, tỉnh công bố kết quả."
    assert [r["date"] for r in found_in(text) if r["type"] == "meeting"] == [iso]


NATION = "PAR INDEX năm 2021 của các tỉnh\nTrung bình PAR INDEX 2021 của 63 tỉnh, thành phố là 84,79%.\n"


@pytest.mark.parametrize(
    "behind",
    [
        "; Bắc Giang dẫn đầu với 98,15%.",
        ". Xếp thứ nhất lĩnh vực này là Bắc Giang, đạt 98,15%.",
        "; cao nhất là Bắc Giang, 98,15%.",
    ],
)
def test_who_is_best_behind_the_mean_of_a_part_is_best_in_it(behind: str) -> None:
    text = f"{NATION}Cải cách chế độ công vụ đạt trung bình 88,2%, giảm 0,95% so với năm 2020{behind}"
    told = [
        (r["unit"], r["measure"], r["component"], r["value"]) for r in found_in(text) if r.get("unit") == "Bắc Giang"
    ]
    part = "Cải cách chế độ công vụ"
    assert told == [("Bắc Giang", "rank", part, 1), ("Bắc Giang", "score", part, 98.15)]


def test_who_is_best_behind_the_mean_of_all_is_best_of_all() -> None:
    text = f"{NATION}Trung bình các tỉnh tăng 1,2%; Bắc Giang dẫn đầu với 92,15%."
    assert ("Bắc Giang", 2021, "score", 92.15) in facts(text)
    assert {r["component"] for r in found_in(text) if r.get("unit") == "Bắc Giang"} == {None}


@pytest.mark.parametrize("line", ["Monre | Thứ năm, 26/05/2022, 07:55 (GMT+7)", "ICTnews - 26/05/2022 10:20"])
def test_a_line_with_the_name_and_the_day_of_the_page_is_no_title(line: str) -> None:
    body = "Bảng: Điểm các lĩnh vực\nLĩnh vực\nĐiểm tối đa\nNăm 2020\nNăm 2021\nCải cách thể chế\n16\n14,85\n14,20\n"
    text = f"{line}\n\nPAR INDEX 2021 của Bộ Xây dựng\nNăm 2021, Bộ Xây dựng được 88,37 điểm.\n\n{body}"
    told = [(unit, year, value) for unit, year, _, value in facts(text)]
    assert told == [("Bộ Xây dựng", 2021, 88.37), ("Bộ Xây dựng", 2020, 14.85), ("Bộ Xây dựng", 2021, 14.2)]


@pytest.mark.parametrize(("legend", "before"), [("hạng năm 2022", 2022), ("thứ hạng của năm trước", 2022), ("", None)])
def test_a_legend_makes_what_is_in_parentheses_behind_a_rank_another_rank(legend: str, before: int | None) -> None:
    told_by = f" (trong ngoặc là {legend})" if legend else ""
    text = (
        f"PAR INDEX năm 2023 của Bắc Giang\nKết quả của tỉnh Bắc Giang ở từng lĩnh vực{told_by}:\n"
        "- Cải cách thể chế: 9,28/10; hạng 15 (09)\n"
    )
    ranks = [(year, value) for _, year, measure, value in facts(text) if measure == "rank"]
    assert sorted(ranks) == ([(before, 9)] if before else []) + [(2023, 15)]


def test_how_many_of_a_region_are_in_a_class_is_not_how_many_of_all() -> None:
    text = f"{NATION}Bảy tỉnh còn lại của vùng duyên hải Nam Trung Bộ cùng thuộc nhóm B."
    assert [r for r in found_in(text) if r["type"] == "count"] == []
    text = f"{NATION}Bảy tỉnh còn lại cùng thuộc nhóm B."
    assert [r["value"] for r in found_in(text) if r["type"] == "count"] == [7]


@pytest.mark.parametrize("who", ["Đơn vị loại khá", "Huyện duy nhất xếp loại khá"])
def test_who_is_in_a_class_may_open_the_sentence(who: str) -> None:
    text = f"Chỉ số CCHC năm 2023 của các huyện tỉnh Bắc Ninh\nCó 7 huyện được xếp hạng. {who} là huyện Lương Tài."
    assert ("huyện Lương Tài", 2023, "group", "khá") in facts(text)
