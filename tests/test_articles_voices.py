"""What articles of other writers word in other ways: the head of a page, asides, figures told in turn, maxima."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import facts, told
from cchc.loaders.articles.masthead import masthead


@pytest.mark.parametrize(
    "head",
    ["UBND XÃ ĐÔNG MINH - TỈNH NINH BÌNH", "Tin tức - Sự kiện", "Trang chủ » Tin tức", "Thời sự / Cải cách hành chính"],
)
def test_what_stands_above_the_title_is_none(head: str) -> None:
    title = "Xã Đông Minh nâng cao chất lượng phục vụ người dân"
    text = f"{head}\n{title}\nTháng 8/2025, xã đạt 88,5 điểm Bộ chỉ số 766 tại tỉnh Ninh Bình.\n"
    assert masthead(text).title == title
    assert facts(text) == [("xã Đông Minh", 2025, "score", 88.5)]


def test_the_letterhead_says_whose_page_it_is_where_the_title_does_not() -> None:
    text = (
        "UBND XÃ ĐÔNG MINH - TỈNH NINH BÌNH\nKết quả phục vụ người dân tháng 8\n"
        "Tháng 8/2025, kết quả theo Bộ chỉ số 766:\n✔ Công khai, minh bạch: 18/18\n✔ Tiến độ giải quyết: 19,5/20\n"
    )
    assert facts(text) == [("xã Đông Minh", 2025, "score", 18), ("xã Đông Minh", 2025, "score", 19.5)]


def test_a_column_of_ranks_is_of_the_index_that_the_column_before_it_names() -> None:
    text = (
        "Kết quả PAR INDEX và SIPAS năm 2023\nBảng xếp hạng của các tỉnh năm 2023\n\nTỉnh | PAR INDEX | Xếp hạng |"
        " SIPAS | Xếp hạng\nCà Mau | 85,5 | 21 | 83,25 | 17\nBạc Liêu | 84,75 | 28 | 81,5 | 40\n"
    )
    ranks = {(r["index"], r["unit"]): r["value"] for r in stated(found_in(text)) if r.get("measure") == "rank"}
    assert ranks == {
        ("PAR INDEX", "Cà Mau"): 21, ("SIPAS", "Cà Mau"): 17, ("PAR INDEX", "Bạc Liêu"): 28, ("SIPAS", "Bạc Liêu"): 40,
    }  # fmt: skip


def test_the_year_of_an_aside_ends_with_it() -> None:
    text = (
        "Cà Mau: Chỉ số CCHC của các huyện năm 2022\nNăm 2022, huyện Thới Bình dẫn đầu với 90,5 điểm. "
        "Huyện U Minh, đơn vị dẫn đầu năm 2020, lùi xuống vị trí thứ 7."
    )
    assert ("huyện U Minh", 2020, "rank", 1) in facts(text)
    assert ("huyện U Minh", 2022, "rank", 7) in facts(text)


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("PAR INDEX năm 2021 và năm 2022 của Cà Mau lần lượt đạt 81,5% và 83,25%.", [2021, 2022]),
        ("Năm 2021 và năm 2022, PAR INDEX của Cà Mau lần lượt đạt 81,5% và 83,25%.", [2021, 2022]),
        ("PAR INDEX của Cà Mau năm 2020, năm 2021 và năm 2022 lần lượt đạt 80%, 81,5% và 83,25%.", [2020, 2021, 2022]),
        ("So với năm 2021, năm 2022 PAR INDEX của Cà Mau và Bạc Liêu lần lượt đạt 81,5% và 83,25%.", [2022, 2022]),
    ],
)
def test_figures_in_turn_are_of_the_years_named_together(sentence: str, years: list[int]) -> None:
    assert [
        year for _, year, measure, _ in facts(f"Cải cách hành chính ở Cà Mau\n{sentence}") if measure == "score"
    ] == years


def test_ranks_in_turn_are_of_the_years_named_one_by_one() -> None:
    text = (
        "SIPAS của tỉnh Cà Mau năm 2019 là 82,25%, năm 2020 là 84,5%, năm 2021 là 86%; thứ hạng lần lượt là 35, 30 và "
        "22."
    )
    ranks = [(year, value) for _, year, measure, value in facts(text) if measure == "rank"]
    assert ranks == [(2019, 35), (2020, 30), (2021, 22)]


@pytest.mark.parametrize("years", ["các năm qua", "những năm gần đây", "bốn năm qua"])
def test_ranks_in_turn_of_years_that_nothing_names_are_of_none(years: str) -> None:
    text = f"Năm 2021, SIPAS của tỉnh Cà Mau là 86%; thứ hạng {years} lần lượt là 35, 30 và 22."
    assert [value for _, _, measure, value in facts(text) if measure == "rank"] == []


def test_as_many_ranks_in_turn_as_years_that_end_with_that_of_the_article_are_of_these() -> None:
    text = "Năm 2021, SIPAS của tỉnh Cà Mau là 86%; thứ hạng ba năm qua lần lượt là 35, 30 và 22."
    ranks = [(year, value) for _, year, measure, value in facts(text) if measure == "rank"]
    assert ranks == [(2019, 35), (2020, 30), (2021, 22)]


def test_a_list_from_the_last_place_up_keeps_its_numbers() -> None:
    text = (
        "PAR INDEX năm 2023\nBộ Nội vụ công bố PAR INDEX năm 2023 của 63 tỉnh, thành phố.\n"
        "3 tỉnh xếp cuối\n63. Trà Vinh: 80,25%\n62. Gia Lai: 80,5%\n61. Phú Yên: 81,75%\n"
    )
    assert told(text) == [
        ("PAR INDEX", 2023, unit, value)
        for unit, rank, score in (("Trà Vinh", 63, 80.25), ("Gia Lai", 62, 80.5), ("Phú Yên", 61, 81.75))
        for value in (rank, score)
    ]


def test_a_range_of_scores_is_no_class() -> None:
    text = "Năm 2023, ba tỉnh có SIPAS thấp nhất là Cà Mau, Bạc Liêu và Trà Vinh, với tỷ lệ dao động 74-76,5%."
    assert [r for r in found_in(text) if r["type"] == "count"] == []


def test_all_that_a_class_holds_may_be_named_before_it() -> None:
    text = "SIPAS năm 2023: Hải Phòng và Quảng Ninh là hai địa phương vượt 90%."
    assert [(r["class"], r["value"]) for r in found_in(text) if r["type"] == "count"] == [("vượt 90%", 2)]


def test_a_mean_of_few_provinces_is_that_of_the_region_or_a_candidate() -> None:
    lead = "Kết quả PAR INDEX và SIPAS năm 2023 {}\nSở Nội vụ tỉnh Cà Mau tổng hợp kết quả năm 2023 của 13 tỉnh.\n"
    mean = "Trung bình 13 tỉnh: PAR INDEX 85,25%; SIPAS 82,5%."
    told_of = lead.format("của vùng Đồng bằng sông Cửu Long") + mean
    means = [(r["index"], r["value"], r["measure"]) for r in stated(found_in(told_of)) if "measure" in r]
    assert means == [("PAR INDEX", 85.25, "mean"), ("SIPAS", 82.5, "mean")]
    assert stated(found_in(lead.format("của các tỉnh") + mean)) == []


def test_the_mean_behind_the_distance_to_it_is_the_mean() -> None:
    text = (
        "PAR INDEX năm 2023 của tỉnh Cà Mau đạt 87,5%; cao hơn giá trị trung bình cả nước 1,25 điểm phần trăm (86,25%)."
    )
    assert [(m, value) for _, _, m, value in facts(text)] == [("score", 87.5), ("mean", 86.25)]


def test_an_article_about_one_province_may_name_many() -> None:
    text = (
        "Năm năm cải cách hành chính\nCải cách hành chính ở Cà Mau có nhiều đổi mới. Năm 2021, PAR INDEX của tỉnh đạt "
        "84,5%, tỉnh xếp thứ 40. Năm 2022, tỉnh đạt 85,25%. So với Bạc Liêu, Trà Vinh, Hậu Giang, An Giang và "
        "Kiên Giang, Cà Mau xếp trên."
    )
    assert facts(text) == [
        ("Cà Mau", 2021, "score", 84.5), ("Cà Mau", 2021, "rank", 40), ("Cà Mau", 2022, "score", 85.25),
    ]  # fmt: skip


def test_who_leads_may_stand_behind_its_block() -> None:
    text = "Cà Mau: Chỉ số CCHC năm 2022\nNăm 2022, khối sở, ban, ngành do Sở Tư pháp dẫn đầu với 94,5 điểm."
    assert facts(text) == [("Sở Tư pháp", 2022, "rank", 1), ("Sở Tư pháp", 2022, "score", 94.5)]


def test_a_figure_that_opens_its_sentence_is_of_the_unit_behind_it() -> None:
    text = "PAR INDEX năm 2023: Bộ Tư pháp và Hải Phòng về nhất\nVới kết quả 91,25%, lần đầu tiên Đà Nẵng xếp thứ 2."
    assert ("Đà Nẵng", 2023, "score", 91.25) in facts(text)


@pytest.mark.parametrize(
    "words",
    [
        "Đây là tháng thứ hai liên tiếp tỉnh lên hạng.",
        "Các đơn vị báo cáo kết quả vào thứ sáu hằng tuần.",
        "Từ 01/7 đến 31/10/2025, tỉnh tiếp nhận nhiều hồ sơ.",
        "Tỉnh tiếp tục duy trì thứ hạng khá ở các chỉ số.",
        "Tỷ lệ số hóa kết quả giải quyết của cấp xã đạt 73,5%.",
    ],
)
def test_what_looks_like_a_result_and_is_none(words: str) -> None:
    text = f"Cà Mau: Bộ chỉ số 766 tháng 10/2025\nTháng 10/2025, tỉnh Cà Mau đạt 88,5 điểm Bộ chỉ số 766. {words}"
    assert facts(text) == [("Cà Mau", 2025, "score", 88.5)]


def test_points_that_fell_are_a_change_also_from_the_maximum() -> None:
    lead = "Cà Mau: Bộ chỉ số 766 tuần 20 năm 2024\nTuần 20, tỉnh Cà Mau đạt 88,5 điểm.\n"
    text = lead + "+ Mức độ hài lòng: 17,75/18 điểm (giảm 0,25 điểm).\n"
    assert ("Cà Mau", 2024, "score_change", -0.25) in facts(text)
    assert ("Cà Mau", 2024, "score_change", -0.25) not in facts(text.replace("giảm 0,25", "mất 0,25"))


def test_a_class_announced_with_its_number_is_that_of_the_items_of_its_list() -> None:
    head = "Cà Mau: Chỉ số CCHC năm 2022 của các sở\nKết quả năm 2022:\na) Loại Xuất sắc, có {} cơ quan:\n"
    items = "- Sở Tư pháp: 93,5%;\n- Sở Y tế: 92,25%;\n- Sở Nội vụ: 91%.\n"
    told_of = [unit for unit, _, measure, _ in facts(head.format(3) + items) if measure == "group"]
    assert told_of == ["Sở Tư pháp", "Sở Y tế", "Sở Nội vụ"]
    assert [unit for unit, _, measure, _ in facts(head.format(5) + items) if measure == "group"] == []


def test_the_units_named_among_those_of_a_class_have_scores_in_its_bounds() -> None:
    text = (
        "Cà Mau: Chỉ số CCHC năm 2022 của các sở\nLoại Tốt (từ 80% đến dưới 90%) có 10 cơ quan, trong đó Sở Y tế đạt "
        "89,5%; Sở Tư pháp đạt 88,25%; Sở Nội vụ đạt 91,5%."
    )
    assert [unit for unit, _, measure, _ in facts(text) if measure == "group"] == ["Sở Y tế", "Sở Tư pháp"]


def test_a_change_between_two_years_told_is_measured_from_the_first() -> None:
    text = "Từ vị trí 24/63 của năm 2018, Cà Mau đã lên vị trí 16/63 trong PAR INDEX năm 2023, tức là tăng {} bậc."
    assert [r["vs_year"] for r in found_in(text.format(8)) if r.get("measure") == "rank_change"] == [2018]
    assert [r["vs_year"] for r in found_in(text.format(3)) if r.get("measure") == "rank_change"] == [None]


def test_how_many_provinces_there_are_holds_for_the_years_in_which_there_are_as_many() -> None:
    text = (
        "Cà Mau: PAR INDEX năm 2025\nPAR INDEX năm 2025 của tỉnh Cà Mau xếp thứ 14/34. "
        "Năm 2024, tỉnh Cà Mau xếp thứ 21. Năm 2025, Đà Nẵng xếp thứ 5."
    )
    ranks = {(r["unit"], r["value"]): r["rank_of"] for r in stated(found_in(text)) if r.get("measure") == "rank"}
    assert ranks[("Đà Nẵng", 5)] == 34
    assert [of for (_, rank), of in ranks.items() if rank == 21] == [None]


@pytest.mark.parametrize(
    "words",
    ["xã Đông Minh dẫn đầu 69 xã", "bảng xếp hạng của 69 xã, phường ghi nhận xã Đông Minh dẫn đầu"],
)
def test_a_ranking_of_so_many_units_says_so(words: str) -> None:
    text = f"Cà Mau: Bộ chỉ số 766 tháng 10/2025\nTháng 10/2025, theo Bộ chỉ số 766, {words}."
    assert [r["rank_of"] for r in found_in(text) if r.get("measure") == "rank"] == [69]


def test_a_name_that_ends_like_what_is_numbered_keeps_its_rank() -> None:
    text = "Cà Mau: Chỉ số CCHC năm 2022\nNăm 2022, thành phố Tam Kỳ hạng 2, thị xã Phú Quý hạng 5."
    assert [value for _, _, measure, value in facts(text) if measure == "rank"] == [2, 5]


def test_what_parentheses_tell_of_another_period_is_of_that() -> None:
    text = "Tháng 10/2025, tỉnh Cà Mau đứng thứ 9/34 về Bộ chỉ số 766, tăng 3 bậc so với tháng 9 (hạng 12, 85,5 điểm)."
    periods = {r["value"]: r["period"] for r in found_in(text) if r.get("measure") in ("rank", "score")}
    assert periods == {9: "tháng 10", 12: "tháng 9", 85.5: "tháng 9"}


def test_a_change_over_so_many_years_is_measured_from_the_first() -> None:
    text = (
        "Cà Mau: PAR INDEX\nNăm 2023, PAR INDEX của tỉnh Cà Mau đạt 88,5%. Sau {} năm, điểm số của tỉnh đã tăng 10,25%."
    )
    since = [
        r["vs_year"] for n in ("5", "ba", "một") for r in found_in(text.format(n)) if r.get("measure") == "score_change"
    ]
    assert since == [2018, 2020, None]


def test_an_index_of_years_has_no_result_of_a_month() -> None:
    text = "Tháng 10/2025, tỉnh Cà Mau đạt 88 điểm Bộ chỉ số 766. PAR INDEX năm 2024 của tỉnh xếp thứ 27."
    assert [(r["value"], r["period"]) for r in found_in(text) if "period" in r] == [(88, "tháng 10"), (27, None)]


def test_a_survey_that_opens_a_sentence_is_what_it_tells_of() -> None:
    text = (
        "Cà Mau: Chỉ số CCHC năm 2022\nRiêng kết quả khảo sát sự hài lòng của người dân, huyện U Minh được đánh giá "
        "cao nhất với 93,25%."
    )
    found = [(r["component"], r["value"]) for r in stated(found_in(text)) if "component" in r]
    assert found == [("khảo sát sự hài lòng của người dân", value) for value in (1, 93.25)]


def test_a_result_that_may_be_that_of_all_is_a_candidate_of_the_province() -> None:
    head = "Cà Mau: Nhìn lại một năm cải cách hành chính\nNăm 2023, PAR INDEX của tỉnh Cà Mau đạt 88,5%.\n"
    [found] = [r for r in found_in(head + "SIPAS năm 2023 đạt 82,75%.") if r.get("value") == 82.75]
    assert (found["unit"], found["status"]) == ("Cà Mau", "candidate")
    for bound in ("SIPAS năm 2023 của tỉnh đạt 82,75%.", "SIPAS năm 2023 đạt 82,75%, xếp thứ 21.", "SIPAS: 82,75%."):
        [found] = [r for r in found_in(head + bound) if r.get("value") == 82.75]
        assert (found["unit"], found["status"]) == ("Cà Mau", "stated")


def test_the_name_of_a_meeting_goes_on_behind_a_comma_before_one_more_thing_that_it_does() -> None:
    name = "Hội nghị phân tích kết quả PAR INDEX, SIPAS năm 2022, triển khai nhiệm vụ năm 2023"
    text = (
        f"Cà Mau phân tích các chỉ số\nChiều 15/5/2023, UBND tỉnh Cà Mau tổ chức {name}, do Chủ tịch UBND tỉnh chủ trì."
    )
    assert [r["name"] for r in found_in(text) if r["type"] == "meeting"] == [name]


@pytest.mark.parametrize(("units", "among"), [("11 huyện", 11), ("5 huyện miền núi", None)])
def test_a_mean_of_all_units_says_how_many_are_ranked_and_one_of_some_does_not(units: str, among: int | None) -> None:
    text = (
        f"Cà Mau: Chỉ số CCHC năm 2022 cấp huyện\nChỉ số CCHC trung bình của {units} là 84,5 điểm. "
        "Huyện U Minh xếp thứ 3."
    )
    assert [r["rank_of"] for r in found_in(text) if r.get("measure") == "rank"] == [among]


def test_remarks_counted_off_are_no_ranks_and_the_third_of_a_ranking_is_one() -> None:
    head = "Cà Mau: PAR INDEX năm 2022\nTỉnh Cà Mau mất điểm ở ba chỗ."
    text = f"{head} Thứ nhất, phần khảo sát bị trừ nặng. Thứ ba là cải cách tài chính công: 8,06 điểm, thứ 47."
    assert [r["value"] for r in stated(found_in(text)) if r.get("measure") == "rank"] == [47]
    assert [(r["unit"], r["value"]) for r in stated(found_in(f"{head} Thứ ba là Lào Cai với 88,5%."))] == [
        ("Lào Cai", 3),
        ("Lào Cai", 88.5),
    ]


@pytest.mark.parametrize(
    ("told", "year", "change"),
    [
        ("năm 2022 là 84,5%, năm 2021 là 86,75%, tức giảm 2,25%", 2022, -2.25),
        ("năm 2021 là 86,75%, năm 2022 là 84,5%, tức giảm 2,25%", 2022, -2.25),
        ("năm 2022 là 86,75%, năm 2021 là 84,5%, tức tăng 2,25%", 2022, 2.25),
        ("năm 2022 là 86,75%, năm 2021 là 84,5%, tăng 1,1%", 2021, 1.1),
    ],
)
def test_a_change_that_sums_up_the_figures_of_two_years_is_of_the_later(told: str, year: int, change: float) -> None:
    found = found_in(f"Cà Mau: PAR INDEX năm 2022\nĐiểm của tỉnh Cà Mau {told}.")
    assert [(r["year"], r["value"]) for r in found if r.get("measure") == "score_change"] == [(year, change)]


def test_what_a_part_is_at_most_worth_is_no_score() -> None:
    text = "Cà Mau: Chỉ số CCHC năm 2022\nHuyện U Minh đạt 84,6 điểm. Điểm thẩm định tối đa là 60 điểm."
    assert [r["value"] for r in stated(found_in(text)) if r.get("measure") == "score"] == [84.6]


def test_units_counted_by_a_share_of_files_are_in_no_interval_of_scores() -> None:
    head = "Cà Mau: Chỉ số CCHC năm 2022 cấp huyện\nNăm 2022, {} còn 3 huyện dưới 70%."
    assert [r for r in found_in(head.format("tỷ lệ hồ sơ trực tuyến đạt 45,5%,")) if r["type"] == "count"] == []
    assert [r["value"] for r in found_in(head.format("chỉ số của cấp huyện tăng,")) if r["type"] == "count"] == [3]


def test_a_heading_with_its_year_names_the_index_of_its_section() -> None:
    text = (
        "BÁO CÁO\nCông tác cải cách hành chính năm 2022 của tỉnh Cà Mau\n\n1. Chỉ số cải cách hành chính (PAR INDEX)\n"
        "Năm 2021, tỉnh Cà Mau đạt 86,5%, xếp thứ 31/63.\n2. Chỉ số hài lòng (SIPAS) năm 2021\n"
        "Tỉnh đạt 88,25%, xếp thứ 22/63.\n3. Kết quả khác\nTỷ lệ hồ sơ trực tuyến đạt 77%."
    )
    found = [(r["index"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert found == [("PAR INDEX", 86.5), ("SIPAS", 88.25)]


def test_an_index_named_behind_a_semicolon_is_not_that_of_what_stands_before_it() -> None:
    text = (
        "Cà Mau: PAR INDEX\nNăm 2022, PAR INDEX được công bố. "
        "Tỉnh Cà Mau đạt 86,5%, tăng 4 bậc; xếp thứ 21 về SIPAS năm 2022."
    )
    found = [(r["index"], r["value"]) for r in stated(found_in(text)) if "measure" in r]
    assert found == [("PAR INDEX", 86.5), ("PAR INDEX", 4), ("SIPAS", 21)]


def test_a_line_that_names_another_article_tells_nothing_and_hides_nothing_behind_it() -> None:
    text = (
        "Cà Mau: PAR INDEX năm 2022\nTỉnh Cà Mau đạt 86,5%.\nTin liên quan: Tỉnh Cà Mau đạt 91,5% (02/4)\n"
        "Tỉnh xếp thứ 31/63."
    )
    assert [r["value"] for r in stated(found_in(text))] == [86.5, 31]


def test_who_is_next_behind_those_that_were_overtaken_is_not_told() -> None:
    text = (
        "PAPI 2023 các tỉnh, thành phố\nThái Nguyên vươn lên vị trí số 1 với 46,1 điểm, vượt {}Bắc Ninh. "
        "Hai vị trí tiếp theo thuộc về Hải Dương và Cà Mau."
    )
    for overtaken in ("", "Cao Bằng và "):
        found = found_in(text.format(overtaken))
        assert [(r["unit"], r["value"]) for r in found if r.get("measure") == "rank"] == [("Thái Nguyên", 1)]


@pytest.mark.parametrize("subject", ["khối đơn vị sự nghiệp", "các đơn vị sự nghiệp", "nhóm doanh nghiệp nhà nước"])
def test_a_block_that_no_index_ranks_is_not_the_unit_before_it(subject: str) -> None:
    text = f"Cà Mau: Chỉ số CCHC năm 2022\nSở Nội vụ đạt 91,5 điểm, còn {subject} đạt 88,5 điểm."
    found = found_in(text)
    assert [(r["unit"], r["value"]) for r in stated(found)] == [("Sở Nội vụ", 91.5)]
    assert [(r["text"], r["why"]) for r in found if r["type"] == "unplaced"] == [("88,5 điểm", "unknown-unit")]


def test_units_counted_below_the_mean_are_reported_as_not_understood() -> None:
    for counted in ("40 đơn vị dưới trung bình", "5 huyện có điểm thấp hơn mức bình quân"):
        found = found_in(f"Cà Mau: Chỉ số CCHC năm 2022\nHuyện U Minh đạt 84,25 điểm. Có {counted}.")
        assert [r["value"] for r in stated(found)] == [84.25]
        [left] = [(r["text"], r["why"]) for r in found if r["type"] == "unplaced"]
        assert (counted.startswith(left[0]), left[1]) == (True, "not-understood")
