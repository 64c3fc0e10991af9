"""Figures whose year, owner or number of peers is told by words around them: for each year in turn, since a base year,
in passing, in a pilot, or of the one that moved most."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import facts

PAGE = "PAR INDEX năm 2022 của tỉnh Gia Lai\n"
MINISTRY = "PAR INDEX năm 2023 của Bộ Nội vụ\n"


@pytest.mark.parametrize(
    ("text", "measure", "told"),
    [
        ("Giai đoạn 2016 - 2019, thứ hạng từng năm là 45, 42, 46, 40.", "rank", [45, 42, 46, 40]),
        (
            "Từ năm 2016 đến năm 2019, điểm số qua từng năm là 80,1%; 81,2%; 82,3%; 83%.",
            "score",
            [80.1, 81.2, 82.3, 83],
        ),
        ("Từ 2016 đến 2019, điểm số lần lượt là 80,1%, 81,2%, 82,3% và 83%.", "score", [80.1, 81.2, 82.3, 83]),
        ("Thứ hạng các năm 2016, 2017, 2018, 2019: 45, 42, 46, 40.", "rank", [45, 42, 46, 40]),
        ("Thứ hạng của tỉnh các năm 2016, 2017, 2018 và 2019 là 45, 42, 46 và 40.", "rank", [45, 42, 46, 40]),
    ],
)
def test_figures_of_each_year_are_of_it(text: str, measure: str, told: list[float]) -> None:
    years = range(2016, 2020)
    assert facts(PAGE + text) == [("Gia Lai", year, measure, value) for year, value in zip(years, told, strict=True)]


def test_fewer_figures_than_years_are_of_none_for_sure() -> None:
    assert facts(PAGE + "Giai đoạn 2016 - 2020, thứ hạng từng năm là 45, 42, 46.") == []


@pytest.mark.parametrize("year", ["Năm đầu tiên, 2012,", "Năm đầu tiên - 2012 -", "Năm thấp nhất, 2012,"])
def test_a_year_beside_what_it_is_called_is_the_year(year: str) -> None:
    assert facts(f"{PAGE}{year} tỉnh được 69,41%, hạng 54.") == [
        ("Gia Lai", 2012, "score", 69.41), ("Gia Lai", 2012, "rank", 54),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Nếu lấy năm 2018 làm mốc, tỉnh hơn 2,98 điểm và 21 bậc.", "So với mốc 2018, tỉnh tăng 2,98 điểm và 21 bậc."],
)
def test_a_base_year_is_what_changes_are_measured_from(text: str) -> None:
    found = [r for r in stated(found_in(PAGE + text)) if r["type"] == "observation"]
    assert [(r["year"], r["vs_year"], r["measure"], r["value"]) for r in found] == [
        (2022, 2018, "score_change", 2.98), (2022, 2018, "rank_change", 21),
    ]  # fmt: skip


@pytest.mark.parametrize("before", ["Từ 64,02 điểm, hạng 25/63 năm 2020", "Từ hạng 25/63 (64,02 điểm) năm 2020"])
def test_what_a_unit_came_from_with_its_rank_is_told_in_passing(before: str) -> None:
    told = facts(f"PCI năm 2021 của tỉnh Gia Lai\n{before}, tỉnh tụt về hạng 47/63 với 62,31 điểm.")
    assert sorted(told) == [
        ("Gia Lai", 2020, "rank", 25), ("Gia Lai", 2020, "score", 64.02),
        ("Gia Lai", 2021, "rank", 47), ("Gia Lai", 2021, "score", 62.31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("SIPAS năm 2015, mới làm tại 10 tỉnh, thành phố, tỉnh đứng thứ 7/10.", True),
        ("Năm 2015, khi SIPAS được làm thí điểm, tỉnh đứng thứ 7/10.", True),
        ("SIPAS năm 2015: tỉnh đứng thứ 7/10.", False),
    ],
)
def test_a_rank_among_few_is_one_of_all_where_no_more_were_asked(text: str, sure: bool) -> None:
    found = [r for r in found_in(PAGE + text) if r.get("measure") == "rank"]
    assert [(r["value"], r["rank_of"], r.get("status") == "stated") for r in found] == [(7, 10, sure)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bước nhảy dài nhất vùng là của Kon Tum: 14 bậc.", ("Kon Tum", 14)),
        ("Mức tăng lớn nhất thuộc về Kon Tum với 12 bậc.", ("Kon Tum", 12)),
        ("Tụt sâu nhất là Kon Tum, 9 bậc.", ("Kon Tum", -9)),
        ("Tăng hạng nhiều nhất là Kon Tum (12 bậc).", ("Kon Tum", 12)),
        ("Kon Tum lui 4 bậc.", ("Kon Tum", -4)),
    ],
)
def test_the_change_of_the_one_that_moved_most_is_its_own(text: str, told: tuple[str, int]) -> None:
    found = facts("PAR INDEX năm 2022 của các tỉnh Tây Nguyên\n" + text)
    assert [(unit, value) for unit, _, measure, value in found if measure == "rank_change"] == [told]


@pytest.mark.parametrize(
    ("text", "year"),
    [("Có 5 tỉnh đạt trên 90% năm 2020.", 2020), ("Có 5 tỉnh đạt trên 90%, năm 2020 tỉnh đạt 87,1%.", 2022)],
)
def test_the_year_right_behind_a_count_is_the_counts(text: str, year: int) -> None:
    assert [r["year"] for r in stated(found_in(PAGE + text)) if r["type"] == "count"] == [year]


@pytest.mark.parametrize("joint", ["trong khi giá trị trung bình", "còn bình quân", "trong khi đó, trung bình"])
def test_the_mean_of_all_beside_that_of_a_region_is_of_all(joint: str) -> None:
    text = f"{PAGE}Vùng Tây Nguyên đạt 84,27% ở PAR INDEX năm 2022, {joint} của 63 tỉnh, thành phố là 86,37%."
    means = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "mean"]
    assert means == [("Tây Nguyên", 84.27), ("63 tỉnh, thành phố", 86.37)]


MEETING = "Chiều 10/5/2024, Ban Chỉ đạo CCHC Bộ Nội vụ họp đánh giá kết quả PAR INDEX 2023. "


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            MEETING + "Thứ trưởng Nội vụ Trương Hải Long, Phó Trưởng ban Chỉ đạo, chủ trì cuộc họp.",
            [("Thứ trưởng", "Bộ Nội vụ"), ("Phó Trưởng ban", "Ban Chỉ đạo CCHC Bộ Nội vụ")],
        ),
        (
            "Thứ trưởng Thường trực Trương Hải Long, Trưởng Ban Chỉ đạo CCHC của Bộ, phát biểu.",
            [("Thứ trưởng Thường trực", "Bộ Nội vụ"), ("Trưởng ban", "Ban Chỉ đạo CCHC Bộ Nội vụ")],
        ),
        (
            "Thứ trưởng Nội vụ Trương Hải Long, Phó Trưởng Ban Chỉ đạo CCHC của Chính phủ, phát biểu.",
            [("Thứ trưởng", "Bộ Nội vụ"), ("Phó Trưởng ban", "Ban Chỉ đạo cải cách hành chính của Chính phủ")],
        ),
    ],
)
def test_posts_by_the_field_of_a_ministry_and_in_its_own_committee(text: str, posts: list[tuple[str, str]]) -> None:
    found = [r for r in found_in(MINISTRY + text) if r["type"] == "official"]
    assert [(r["post"], r["organization"]) for r in found] == posts


def test_who_chairs_a_committee_that_meets_chairs_the_meeting() -> None:
    text = MINISTRY + MEETING + "Thứ trưởng Nội vụ Trương Hải Long, Phó Trưởng ban Chỉ đạo, chủ trì cuộc họp."
    assert [r["chair"] for r in found_in(text) if r["type"] == "meeting"] == ["Trương Hải Long"]


def test_behind_a_table_of_years_the_talk_goes_on_from_its_last() -> None:
    text = (
        "Các kỳ chấm điểm ở Vĩnh Long\nKỳ đầu tiên, năm 2012, Vĩnh Long đạt 81,67% theo PAR INDEX, hạng 10/63.\n\n"
        "Năm   Kết quả (%)   Xếp hạng\n2017   75,90   42\n2018   76,31   39\n2019   80,22   41"
        "\n\nĐối chiếu hai kỳ gần nhất, điểm tăng 3,91%. So với kỳ 2012, Vĩnh Long đã lùi 31 bậc."
    )
    found = [r for r in stated(found_in(text)) if "change" in str(r.get("measure"))]
    assert [(r["year"], r["vs_year"], r["value"]) for r in found] == [(2019, None, 3.91), (2019, 2012, -31)]


@pytest.mark.parametrize("region", ["vùng Tây Nguyên", "5 tỉnh vùng Tây Nguyên", "5 tỉnh, thành phố vùng Tây Nguyên"])
def test_who_is_first_behind_a_place_in_a_region_is_first_in_it(region: str) -> None:
    text = f"{PAGE}Trong {region}, tỉnh giữ vị trí thứ 4; vị trí số 1 là của Lâm Đồng."
    ranks = [(r["unit"], r["value"], r["scope"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Gia Lai", 4, "Tây Nguyên"), ("Lâm Đồng", 1, "Tây Nguyên")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Gia Lai thuộc số các tỉnh vượt mức bình quân: 87,35%.", "Gia Lai"),
        ("Gia Lai nằm trên mức trung bình của cả nước: 87,35%.", "Gia Lai"),
        ("Tỉnh đạt 88,1%, cao hơn bình quân cả nước: 87,35%.", "tỉnh, thành phố"),
    ],
)
def test_the_figure_behind_a_mean_that_is_exceeded_is_of_who_exceeds_it(text: str, unit: str) -> None:
    assert (unit, 87.35) in [(r["unit"], r["value"]) for r in stated(found_in(PAGE + text)) if "value" in r]


@pytest.mark.parametrize("of", ["", " ở PAR INDEX 2022", " về Chỉ số cải cách hành chính năm 2022", " trong PAR INDEX"])
def test_the_first_of_all_in_an_index_is_named_behind_it(of: str) -> None:
    assert ("Đà Nẵng", 2022, "rank", 1) in facts(f"{PAGE}Đứng đầu 63 tỉnh, thành phố{of} là Đà Nẵng, 91,77%.")


@pytest.mark.parametrize("told", ["và địa phương đó là", "tỉnh này là", "đó là"])
def test_the_one_of_a_class_is_named_behind_its_number(told: str) -> None:
    text = f"{PAGE}Nhóm C, tức từ 70% đến dưới 80%, chỉ còn đúng 1 địa phương, {told} Kon Tum."
    assert [r["unit"] for r in stated(found_in(text)) if r.get("measure") == "group"] == ["Kon Tum"]


@pytest.mark.parametrize("legend", ["số trong ngoặc là của năm 2018", "trong ngoặc là kết quả năm 2018"])
def test_the_year_of_a_legend_is_that_of_the_parentheses_only(legend: str) -> None:
    text = (
        f"SIPAS năm 2019 của tỉnh Bến Tre\nCả hai yếu tố đều được đánh giá tốt hơn, {legend}:\n"
        "+ Tiếp cận dịch vụ: 86,72% (84,03%)\n+ Thủ tục hành chính: 90,18% (87,46%)"
    )
    told = [(r["year"], r["value"]) for r in stated(found_in(text)) if r.get("component")]
    assert sorted(told) == [(2018, 84.03), (2018, 87.46), (2019, 86.72), (2019, 90.18)]


@pytest.mark.parametrize(("which", "measure"), [("hạng toàn quốc (trong ngoặc)", "rank"), ("kết quả", None)])
def test_whole_numbers_in_parentheses_are_ranks_where_the_lead_says_so(which: str, measure: str | None) -> None:
    units = "Kon Tum 81,06 điểm (31); Bạc Liêu 79,39 điểm (49)."
    text = f"PAR INDEX năm 2019 của các tỉnh\nĐiểm số và {which} như sau: {units}"
    ranks = [(unit, value) for unit, _, told, value in facts(text) if told == "rank"]
    assert ranks == ([("Kon Tum", 31), ("Bạc Liêu", 49)] if measure else [])


LOCAL = "Chỉ số CCHC năm 2021 các sở, huyện của tỉnh Hậu Giang\n"


@pytest.mark.parametrize(
    ("lead", "ranks"),
    [
        ("Ba đơn vị dẫn đầu khối sở, theo thứ tự từ trên xuống:", [1, 2, 3]),
        ("Ba đơn vị dẫn đầu khối sở, xếp theo thứ tự:", [1, 2, 3]),
        ("Ba đơn vị được biểu dương:", []),
    ],
)
def test_lines_without_marks_are_places_where_their_lead_tells_an_order(lead: str, ranks: list[int]) -> None:
    text = f"{LOCAL}{lead}\nSở Tài chính: 92,36 điểm\nSở Nội vụ: 91,80 điểm\nSở Y tế: 91,15 điểm"
    assert [value for _, _, measure, value in facts(text) if measure == "rank"] == ranks


def test_who_has_most_points_is_first_and_what_lost_most_is_not() -> None:
    told = facts(f"{LOCAL}Huyện Châu Thành A nhiều điểm nhất: 85,31 điểm; huyện Vị Thủy ít điểm nhất: 69,74 điểm.")
    assert [(unit, value) for unit, _, measure, value in told if measure == "rank"] == [
        ("huyện Châu Thành A", 1), ("huyện Vị Thủy", "last"),
    ]  # fmt: skip
    assert facts(f"{PAGE}Hiện đại hóa hành chính bị mất nhiều điểm nhất: 3,11/13 điểm.") == []


def test_classes_behind_a_heading_of_departments_are_theirs() -> None:
    text = f"{LOCAL}Xếp loại sở, ban, ngành: Tốt 06 đơn vị; Khá 10 đơn vị; Trung bình 02 đơn vị."
    counts = [(r["population"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert counts == [("departments", 6), ("departments", 10), ("departments", 2)]


def test_the_chair_may_stand_behind_the_word_for_the_meeting() -> None:
    text = (
        f"{PAGE}Hội nghị đánh giá kết quả PAR INDEX năm 2022 được UBND tỉnh Gia Lai tổ chức sáng 21/5."
        " Chủ trì hội nghị là đồng chí Nguyễn Văn Sơn, Phó Chủ tịch UBND tỉnh."
    )
    assert [r["chair"] for r in found_in(text) if r["type"] == "meeting"] == ["Nguyễn Văn Sơn"]


@pytest.mark.parametrize("by", ["sau thẩm định của", "qua đánh giá của", "theo kết quả thẩm định của"])
def test_who_assessed_a_result_has_none_of_it(by: str) -> None:
    text = f"PAR INDEX năm 2023 của Bộ Y tế, {by} Bộ Nội vụ, là 82,59%, đứng thứ 12 trong 17 bộ, cơ quan ngang bộ."
    assert facts("PAR INDEX của Bộ Y tế\n" + text) == [("Bộ Y tế", 2023, "score", 82.59), ("Bộ Y tế", 2023, "rank", 12)]


@pytest.mark.parametrize("then", ["Có 9 địa phương trên 90%.", "Cả nước có 9 địa phương trên 90%."])
def test_the_year_beside_ends_with_its_sentence(then: str) -> None:
    text = f"{PAGE}Tính bình quân, 63 tỉnh, thành phố được 85,11%, trong khi năm 2014 mới là 81,21%. {then}"
    assert [r["year"] for r in stated(found_in(text)) if r["type"] == "count"] == [2022]


@pytest.mark.parametrize(
    "lead", ["Hai cơ quan ngay phía dưới, từ trên xuống:", "Hai bộ liền dưới là", "Hai đơn vị phía sau, theo thứ tự:"]
)
def test_those_below_go_on_with_the_order(lead: str) -> None:
    text = f"PAR INDEX năm 2022 của các bộ\nĐứng đầu là Bộ Y tế (91,77%). {lead} Bộ Tư pháp (90,63%), Bộ Công an."
    ranks = [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"]
    assert ranks == [("Bộ Y tế", 1), ("Bộ Tư pháp", 2), ("Bộ Công an", 3)]


def test_the_region_that_moved_most_has_the_change_of_its_mean() -> None:
    text = f"{PAGE}Vùng tiến nhanh nhất là Tây Nguyên, thêm 1,81%; chậm nhất là Đông Nam Bộ, thêm 0,99%."
    moved = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "mean_change"]
    assert moved == [("Tây Nguyên", 1.81), ("Đông Nam Bộ", 0.99)]


@pytest.mark.parametrize("tag", ["", "VOV.VN - ", "Con số "])
def test_a_figure_that_is_said_to_be_that_of_all_is_no_province_s(tag: str) -> None:
    found = stated(found_in(f"{PAGE}{tag}87,16% là mức hài lòng chung của cả nước trong SIPAS 2021."))
    told = [(r["index"], r["year"], r["unit"], r["measure"], r["value"]) for r in found]
    assert told == [("SIPAS", 2021, "tỉnh, thành phố", "mean", 87.16)]


@pytest.mark.parametrize(("among", "sure"), [("trong năm thành phố", False), ("cả nước", True)])
def test_the_last_of_some_cities_is_not_the_last_of_all(among: str, sure: bool) -> None:
    found = found_in(f"PAR INDEX năm 2022 của các thành phố\nĐà Nẵng xếp cuối {among} với 80,51%.")
    assert [r.get("status") == "stated" for r in found if r.get("measure") == "rank"] == [sure]


def test_a_mean_behind_the_classes_of_a_block_is_the_blocks() -> None:
    text = (
        f"{LOCAL}1. Sở, ban, ngành: có 03 cơ quan xếp loại khá, 12 cơ quan xếp loại tốt; điểm trung bình 84,37.\n\n"
        "2. Huyện, thành phố: có 04 đơn vị xếp loại tốt và 02 đơn vị xếp loại khá; điểm trung bình 83,02."
    )
    found = stated(found_in(text))
    means = [(r["unit"], r["value"]) for r in found if r.get("measure") == "mean"]
    assert means == [("Sở, ban, ngành", 84.37), ("Huyện, thành phố", 83.02)]
    assert [r["population"] for r in found if r["type"] == "count"] == ["departments"] * 2 + ["districts"] * 2


@pytest.mark.parametrize(
    ("posts", "told"),
    [
        ("Phó Thống đốc NHNN", [("Phó Thống đốc", "Ngân hàng Nhà nước Việt Nam")]),
        ("Phó Trưởng Ban Chỉ đạo CCHC NHNN", [("Phó Trưởng ban", "Ban Chỉ đạo CCHC Ngân hàng Nhà nước Việt Nam")]),
    ],
)
def test_posts_may_name_their_body_in_short(posts: str, told: list[tuple[str, str]]) -> None:
    found = found_in(f"PAR INDEX năm 2022 của NHNN\nÔng Nguyễn Văn Sơn, {posts}, phát biểu.")
    assert [(r["post"], r["organization"]) for r in found if r["type"] == "official"] == told


def test_a_figure_that_led_from_a_week_ago_to_now_is_of_that_week() -> None:
    head = "Bộ chỉ số 766 tuần 15/2024 của tỉnh Tiền Giang\n"
    found = stated(found_in(f"{head}Tỉnh tăng từ hạng 30 tuần 14 lên hạng 27, đạt 74,62 điểm."))
    assert [(r["value"], r["period"]) for r in found] == [(30, "tuần 14"), (27, "tuần 15"), (74.62, "tuần 15")]


@pytest.mark.parametrize("since", ["So với hai năm trước (2020)", "So với 2 năm về trước (năm 2020)"])
def test_the_year_beside_so_many_years_before_is_the_one_compared_with(since: str) -> None:
    found = stated(found_in(f"{PAGE}{since}, tỉnh tụt 8 bậc."))
    assert [(r["year"], r["vs_year"], r["value"]) for r in found] == [(2022, 2020, -8)]


def test_figures_beside_a_base_year_are_of_it() -> None:
    told = facts(f"{PAGE}Nếu lấy năm 2012 làm gốc (80,83%, xếp thứ 3) thì tỉnh tăng 4,2%.")
    assert told[:2] == [("Gia Lai", 2012, "score", 80.83), ("Gia Lai", 2012, "rank", 3)]


def test_the_year_that_a_ranking_began_with_may_stand_in_parentheses() -> None:
    assert facts(f"{PAGE}Năm đầu tiên xếp hạng (2012), Gia Lai đứng thứ 6.") == [("Gia Lai", 2012, "rank", 6)]


@pytest.mark.parametrize(("among", "sure"), [("sáu tỉnh", False), ("63 tỉnh, thành phố", True)])
def test_the_best_of_a_few_is_not_the_best_of_all(among: str, sure: bool) -> None:
    found = found_in(f"{PAGE}Gia Lai cao nhất trong {among}.")
    assert [r["status"] == "stated" for r in found if r.get("measure") == "rank"] == [sure]


def test_an_order_goes_on_over_units_of_several_kinds() -> None:
    then = "Kế tiếp lần lượt là các huyện, thị xã: Vị Thủy (92,5 điểm), Long Mỹ (91 điểm)."
    text = f"{LOCAL}Huyện Châu Thành A đứng đầu (93,4 điểm). {then}"
    assert [value for _, _, measure, value in facts(text) if measure == "rank"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Năm 2019, tỉnh từng góp mặt trong tốp dẫn đầu với 89,28%. Một năm sau, tỉnh chỉ còn 86,11%.", 2020),
        ("Năm 2018, tỉnh từng đạt 89,28%. Hai năm sau, tỉnh chỉ còn 86,11%.", 2020),
        ("Năm 2019, tỉnh đạt 89,28%. Một năm sau, tỉnh chỉ còn 86,11%.", 2020),
    ],
)
def test_years_on_are_counted_from_the_year_told_in_passing(text: str, year: int) -> None:
    assert facts(PAGE + text)[1] == ("Gia Lai", year, "score", 86.11)


def test_a_history_is_told_in_passing() -> None:
    told = "Các năm trước: 2012 xếp 36, 2013 xếp 29, 2014 xếp 22, 2015 xếp 41. Tỉnh tăng 23 bậc."
    assert facts(PAGE + told)[-1] == ("Gia Lai", 2022, "rank_change", 23)


@pytest.mark.parametrize("at", ["từ vị trí 46/63 của năm 2021 (85,48 điểm)", "từ hạng 46/63 năm 2021 (đạt 85,48 điểm)"])
def test_a_score_in_parentheses_behind_a_dated_place_is_of_its_year(at: str) -> None:
    told = facts(f"{PAGE}PAR INDEX năm 2022 đạt 85,66 điểm; tỉnh {at} tới vị trí 31/63.")
    assert ("Gia Lai", 2021, "score", 85.48) in told
    assert ("Gia Lai", 2022, "score", 85.66) in told


@pytest.mark.parametrize("text", ["So với năm 2020, tỉnh vẫn thua 11 bậc.", "Tỉnh thua 11 bậc so với năm 2020."])
def test_what_a_unit_is_short_of_an_earlier_year_has_fallen(text: str) -> None:
    assert facts(PAGE + text) == [("Gia Lai", 2022, "rank_change", -11)]


@pytest.mark.parametrize("text", ["Tỉnh thua Quảng Ninh 2,5 điểm.", "Tỉnh thua 2,5 điểm so với Quảng Ninh."])
def test_what_a_unit_is_short_of_another_is_no_change(text: str) -> None:
    assert facts(PAGE + text) == []


@pytest.mark.parametrize("of", ["người dân trong tỉnh", "người dân, tổ chức trên địa bàn tỉnh", "người dân toàn tỉnh"])
def test_the_satisfied_of_the_province_are_its_own(of: str) -> None:
    assert facts(f"{PAGE}Mức độ hài lòng (SIPAS) của {of} năm 2022 là 73,96%.") == [("Gia Lai", 2022, "score", 73.96)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gia Lai thuộc nhóm từ 80% đến dưới 90%.", "từ 80% đến dưới 90%"),
        ("Gia Lai thuộc nhóm B (từ 80% đến dưới 90%).", "nhóm B"),
    ],
)
def test_a_group_is_called_as_the_page_calls_it(text: str, told: str) -> None:
    assert [r["value"] for r in stated(found_in(PAGE + text)) if r.get("measure") == "group"] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022 là năm tỉnh có thứ hạng cao nhất.",
        "Thứ hạng tốt nhất của tỉnh là vào năm 2017.",
        "Đây là thứ hạng tốt nhất mà tỉnh đạt được trong 5 năm.",
    ],
)
def test_the_best_of_its_own_years_is_no_place_among_others(text: str) -> None:
    assert facts(PAGE + text) == []


def test_another_place_in_parentheses_is_that_of_the_best_of_its_own_years() -> None:
    told = "Năm 2019, tỉnh có thứ hạng cao nhất (hạng 9), thấp nhất là năm 2021 (hạng 40)."
    assert facts(PAGE + told) == [("Gia Lai", 2019, "rank", 9), ("Gia Lai", 2021, "rank", 40)]
    assert facts(f"{PAGE}Cao nhất là Quảng Ninh (hạng 1).") == [("Quảng Ninh", 2022, "rank", 1)]


@pytest.mark.parametrize("opening", ["Tốp 3 toàn quốc là", "Tốp ba cả nước:", "Top 3 là"])
def test_the_top_few_are_told_in_order(opening: str) -> None:
    told = facts(f"{PAGE}{opening} Quảng Ninh, Hà Nội (83,98 điểm) và Đồng Tháp.")
    assert [fact for fact in told if fact[2] == "rank"] == [
        ("Quảng Ninh", 2022, "rank", 1), ("Hà Nội", 2022, "rank", 2), ("Đồng Tháp", 2022, "rank", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Tốp 5 là Quảng Ninh, Hải Phòng và Hà Nội.",
        "Hai tỉnh vào tốp 5 là Gia Lai và Hà Nam.",
        "Tốp 3 cả nước gồm Quảng Ninh, Hà Nội và Đồng Tháp.",
    ],
)
def test_some_of_the_top_few_have_no_places(text: str) -> None:
    assert facts(PAGE + text) == []


@pytest.mark.parametrize("closes", ["Cuối vùng là", "Chót khu vực là"])
def test_the_end_of_a_region(closes: str) -> None:
    text = f"{PAGE}Trong 5 tỉnh Tây Nguyên, tỉnh xếp thứ 3. {closes} Kon Tum (79,71%, hạng 59 cả nước)."
    found = [r for r in stated(found_in(text)) if r["unit"] == "Kon Tum" and r["measure"] == "rank"]
    assert [(r["value"], r["scope"]) for r in found] == [("last", "Tây Nguyên"), (59, None)]


def test_scores_without_their_unit_bound_a_class() -> None:
    found = stated(found_in(f"{PAGE}Có 2 đơn vị có điểm trên 90, không đơn vị nào dưới 70."))
    assert [(r["class"], r["value"]) for r in found if r["type"] == "count"] == [("trên 90", 2), ("dưới 70", 0)]
