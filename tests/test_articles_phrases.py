"""What the genre says in passing words: places that are no points, groups with one member only, what a change came
from, what it came to, regions that a sentence does not name again, and rows of the whole."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, facts, groups
from article_wordings import DISTRICT as DISTRICT_WEEK

OWN = "PAR INDEX năm 2022 của tỉnh Quảng Trị\n"


def counts(text: str) -> list[tuple[object, object]]:
    return [(r["population"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]


@pytest.mark.parametrize("places", ["điểm cầu", "điểm tiếp nhận hồ sơ", "điểm giao dịch", "điểm bưu điện văn hóa xã"])
def test_places_are_no_points(places: str) -> None:
    text = f"{OWN}PAR INDEX năm 2022 của Quảng Trị được công bố tại hội nghị nối tới 71 {places} trong cả nước."
    assert facts(text) == []


def test_points_are_still_points_before_other_words() -> None:
    text = f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4 điểm cao hơn năm trước."
    assert ("Quảng Trị", 2022, "score", 81.4) in facts(text)


@pytest.mark.parametrize("places", ["ba ngôi đầu", "ba ngôi vị đầu bảng", "ba vị trí đầu"])
def test_the_first_places_go_to_those_named_in_turn(places: str) -> None:
    text = f"{ALL}Bình Dương (90,2%), Bắc Ninh (89,9%), Long An (89,1%) lần lượt giữ {places} toàn quốc."
    assert [f[3] for f in facts(text) if f[2] == "rank"] == [1, 2, 3]


@pytest.mark.parametrize("when", ["hôm thứ tư, ngày 12/4", "hôm thứ năm", "trưa thứ sáu, 14/4"])
def test_the_day_something_happened_is_no_rank(when: str) -> None:
    text = f"{OWN}Bộ Nội vụ công bố PAR INDEX năm 2022 {when}. PAR INDEX năm 2022 của Quảng Trị đạt 81,4%."
    assert facts(text) == [("Quảng Trị", 2022, "score", 81.4)]


@pytest.mark.parametrize("end", [", tiếp theo là Đà Nẵng", ".", ", còn Bắc Giang ở hạng 6"])
def test_number_one_is_the_first_whatever_follows(end: str) -> None:
    assert ("Thái Nguyên", 2021, "rank", 1) in facts(f"{ALL}Năm 2021, Thái Nguyên vẫn là số 1{end}")


def test_number_one_of_a_longer_number_is_no_rank() -> None:
    assert facts(f"{ALL}Năm 2021, Thái Nguyên vẫn là số 1,5 lần mức của Bắc Giang.") == []


@pytest.mark.parametrize(
    ("sentence", "noun", "member"),
    [
        ("Nhóm C chỉ còn Phú Yên, 78,4%.", "provinces", ("Phú Yên", "nhóm C")),
        ("Nhóm dưới 80% duy nhất Bộ Y tế: 77,3%.", "ministries", ("Bộ Y tế", "dưới 80%")),
        ("Nhóm A chỉ có duy nhất tỉnh Long An.", "provinces", ("Long An", "nhóm A")),
        ("Chỉ có Bắc Ninh thuộc nhóm A.", "provinces", ("Bắc Ninh", "nhóm A")),
    ],
)
def test_a_group_of_one_is_counted(sentence: str, noun: str, member: tuple[str, str]) -> None:
    assert counts(ALL + sentence) == [(noun, 1)]
    assert groups(ALL + sentence) == [member]


@pytest.mark.parametrize("sentence", ["Nhóm C có Phú Yên, Cao Bằng…", "Thuộc nhóm B, chỉ Phú Yên xếp hạng thấp hơn."])
def test_a_group_with_others_is_not_counted(sentence: str) -> None:
    assert counts(ALL + sentence) == []


def test_others_in_the_group_of_the_one_before() -> None:
    text = f"{ALL}Bộ Y tế đứng đầu với 92,3%. Cùng nhóm trên 90% còn có Bộ Xây dựng và Bộ Công Thương."
    names = ["Bộ Công Thương", "Bộ Xây dựng", "Bộ Y tế"]
    assert sorted(groups(text)) == [(name, "trên 90%") for name in names]


def test_a_group_without_a_word_for_too_leaves_out_the_one_before() -> None:
    text = f"{ALL}Bộ Y tế đứng cuối với 79,3%. Nhóm trên 90% gồm Bộ Xây dựng và Bộ Công Thương."
    assert sorted(groups(text)) == [("Bộ Công Thương", "trên 90%"), ("Bộ Xây dựng", "trên 90%")]


def test_where_a_unit_leapt_from_is_its_rank_of_the_year_before() -> None:
    text = f"{ALL}Năm 2021, Gia Lai là tỉnh gây bất ngờ khi bứt phá từ vị trí 41."
    assert facts(text) == [("Gia Lai", 2020, "rank", 41)]


def test_where_a_unit_leapt_from_in_many_years_is_of_no_known_year() -> None:
    found = facts(f"{ALL}Sau nhiều năm, Gia Lai đã bứt phá từ vị trí 41.")
    assert ("Gia Lai", 2020, "rank", 41) not in found


@pytest.mark.parametrize("change", ["tăng 4,1%", "thêm tới 4,1%", "tăng thêm 4,1%"])
def test_what_a_change_came_to_is_no_aim(change: str) -> None:
    text = f"{ALL}Năm 2021, Gia Lai {change} để đạt 84,6%, vươn lên thứ 30."
    assert ("Gia Lai", 2021, "score", 84.6) in facts(text)
    assert ("Gia Lai", 2021, "rank", 30) in facts(text)


@pytest.mark.parametrize("change", ["cần tăng 4,1%", "phải tăng thêm 4,1%", "còn thiếu 4,1%"])
def test_what_a_change_is_to_come_to_is_an_aim(change: str) -> None:
    text = f"{ALL}Gia Lai {change} để đạt 84,6%, vươn lên thứ 30."
    assert not [f for f in facts(text) if f[2] in ("score", "rank")]


@pytest.mark.parametrize(
    "aim",
    [
        "Năm 2023 phấn đấu: PAR INDEX 88%, xếp thứ 12; SIPAS 86%, xếp thứ 9",
        "Mục tiêu năm 2023: PAR INDEX 88%; chỉ số SIPAS 86%, xếp thứ 9",
    ],
)
def test_the_aim_of_the_next_index_is_an_aim_too(aim: str) -> None:
    assert facts(f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4%. {aim}.") == [("Quảng Trị", 2022, "score", 81.4)]


def test_a_result_behind_an_aim_is_one() -> None:
    text = f"{OWN}Năm 2023 phấn đấu PAR INDEX đạt trên 88%; SIPAS năm 2022 của tỉnh đạt 83,2%."
    assert facts(text) == [("Quảng Trị", 2022, "score", 83.2)]


def test_what_a_part_lacks_is_no_change_behind_its_rank() -> None:
    text = (
        f"{OWN}Năm 2022, cải cách thể chế được 7,9 điểm trên tổng 10 điểm, xếp hạng 40, mất 2,1 điểm vì văn bản chậm."
    )
    assert not [f for f in facts(text) if f[2] == "score_change"]


def test_what_a_part_lost_since_the_year_before_is_a_change() -> None:
    text = f"{OWN}Năm 2022, cải cách thể chế được 7,9/10 điểm, xếp hạng 40, giảm 0,6 điểm so với năm 2021."
    assert ("Quảng Trị", 2022, "score_change", -0.6) in facts(text)


def test_the_sum_tells_what_stands_in_parentheses_behind_a_change() -> None:
    text = (
        f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4%, xếp thứ 40/63. So với năm 2021, điểm số giảm 1,2% (82,6%) "
        "nhưng thứ hạng tăng 3 bậc (43/63)."
    )
    found = facts(text)
    assert ("Quảng Trị", 2021, "score", 82.6) in found
    assert ("Quảng Trị", 2021, "rank", 43) in found
    assert not {("Quảng Trị", 2022, "score", 82.6), ("Quảng Trị", 2022, "rank", 43)} & set(found)


def test_what_a_change_came_to_stands_in_parentheses_as_well() -> None:
    text = f"{OWN}Năm 2022, điểm số của Quảng Trị giảm 1,2% (81,4%), thứ hạng tăng 3 bậc (40/63)."
    assert {("Quảng Trị", 2022, "score", 81.4), ("Quảng Trị", 2022, "rank", 40)} <= set(facts(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Vùng này có giá trị trung bình cao nhất trong sáu vùng: 85,2%.",
        "Trung bình PAR INDEX của cả vùng là 85,2%.",
        "Toàn vùng đạt trung bình 85,2%.",
    ],
)
def test_a_mean_of_the_region_named_before(sentence: str) -> None:
    text = f"{ALL}Năm 2021, Long An đứng thứ 3/13 vùng Đồng bằng sông Cửu Long. {sentence}"
    assert ("Đồng bằng sông Cửu Long", 2021, "mean", 85.2) in facts(text)


def test_a_mean_of_a_region_that_nothing_names_is_nobodys() -> None:
    assert not [f for f in facts(f"{ALL}Năm 2021, trung bình PAR INDEX của cả vùng là 85,2%.") if f[2] == "mean"]


def test_a_mean_is_not_of_the_others_in_its_sentence() -> None:
    text = f"{OWN}PAR INDEX của tỉnh là 83%, dù các tỉnh khác đi nhanh hơn vẫn vượt trung bình cả nước (82,1%)."
    assert ("tỉnh, thành phố", 2022, "mean", 82.1) in facts(text)


def test_the_last_of_all_is_told_once() -> None:
    text = f"{ALL}Năm 2021, Gia Lai đứng cuối bảng (63/63)."
    assert facts(text) == [("Gia Lai", 2021, "rank", 63)]


def test_the_last_without_a_number_is_told() -> None:
    assert facts(f"{ALL}Năm 2021, Gia Lai đứng cuối bảng.") == [("Gia Lai", 2021, "rank", "last")]


def test_a_part_in_quotation_marks_has_its_score() -> None:
    text = f'{OWN}Năm 2022, tiêu chí "Tỷ lệ giải ngân vốn đầu tư công" đạt 0,4/1,5 điểm.'
    found = [(r["component"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert found == [("Tỷ lệ giải ngân vốn đầu tư công", 0.4)]


def test_a_share_of_files_is_no_score() -> None:
    text = f"{OWN}Năm 2022, tỷ lệ hồ sơ trực tuyến toàn trình của tỉnh đạt 41,2%."
    assert not [f for f in facts(text) if f[2] == "score"]


TABLE = """Kết quả PAR INDEX năm 2022 của tỉnh Quảng Trị
PAR INDEX năm 2022 của Quảng Trị như sau:
TT
Lĩnh vực
Điểm tối đa
Điểm đạt được
Xếp hạng
1
Cải cách thể chế
10
8,4
31
2
Cải cách tài chính công
12
9,6
44
"""


def test_a_row_of_the_whole_has_no_number() -> None:
    found = facts(TABLE + "Tổng cộng\n100\n81,4\n40\n")
    assert {("Quảng Trị", 2022, "score", 81.4), ("Quảng Trị", 2022, "rank", 40)} <= set(found)


def test_a_line_behind_a_table_is_no_row_of_the_whole() -> None:
    assert len(facts(TABLE + "Tổng cộng\nCác sở được giao khắc phục\n12\n3\n")) == 4


def test_years_head_the_rows_of_a_table() -> None:
    text = "Chỉ số SIPAS của tỉnh Quảng Trị\n\nNăm\nChỉ số (%)\nXếp hạng\n2021\n81,2\n40\n2022\n83,9\n22\n"
    assert facts(text) == [
        ("Quảng Trị", 2021, "score", 81.2), ("Quảng Trị", 2021, "rank", 40),
        ("Quảng Trị", 2022, "score", 83.9), ("Quảng Trị", 2022, "rank", 22),
    ]  # fmt: skip


@pytest.mark.parametrize("then", ["lúc đó là ông", "khi ấy là đồng chí", "đương nhiệm là ông"])
def test_who_held_a_post_is_named_behind_it(then: str) -> None:
    text = f"{OWN}Chủ tịch UBND tỉnh Quảng Trị {then} Trần Văn Hậu chủ trì hội nghị ngày 12/4/2023."
    found = [(r["name"], r["post"]) for r in stated(found_in(text)) if r["type"] == "official"]
    assert found == [("Trần Văn Hậu", "Chủ tịch")]


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("Có 18 bộ, cơ quan ngang bộ được đánh giá, xếp hạng.", 18),
        ("Có 18 bộ tham gia xếp hạng năm 2021.", 18),
        ("Có 18 bộ được khen thưởng.", None),
    ],
)
def test_how_many_are_ranked_is_known_of_each(said: str, size: int | None) -> None:
    found = stated(found_in(f"{ALL}{said} Bộ Y tế xếp thứ hai với 90,1%."))
    assert [r["rank_of"] for r in found if r.get("measure") == "rank"] == [size]


def test_the_province_whose_newspaper_asks_is_the_one_that_answers() -> None:
    others = "Bến Tre hạng 21, Long An hạng 9, Sóc Trăng hạng 60, An Giang hạng 61, Bạc Liêu hạng 58."
    text = (
        "Mất điểm thì phải giải trình\n\nPhóng viên {} Trà Vinh trao đổi với lãnh đạo Sở Nội vụ.\n"
        "- Về PAR INDEX năm 2022, năm 2021 mình đạt 80,4%; năm 2022 lên 84,1%, hạng 35. " + others
    )
    assert ("Trà Vinh", 2022, "rank", 35) in facts(text.format("Báo"))
    assert not [f for f in facts(text.format("theo Báo")) if f[0] == "Trà Vinh"]


@pytest.mark.parametrize(("words", "rank"), [("về ba", 3), ("về tư", 4), ("về nhì", 2)])
def test_places_of_a_race(words: str, rank: int) -> None:
    text = f"{ALL}Năm 2021, so trong Đồng bằng sông Cửu Long thì Long An {words}, chỉ sau Bến Tre."
    found = [(r["unit"], r["value"], bool(r["scope"])) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == [("Long An", rank, True)]


def test_going_home_is_no_place_of_a_race() -> None:
    assert facts(f"{ALL}Năm 2021, Long An giao về ba sở việc chấm điểm.") == []


def test_the_level_of_a_region_is_its_mean() -> None:
    text = (
        f"{ALL}Năm 2021, Long An đứng thứ 3/13 vùng Đồng bằng sông Cửu Long. So với mặt bằng của vùng là 85,2% thì cao."
    )
    assert ("Đồng bằng sông Cửu Long", 2021, "mean", 85.2) in facts(text)


def test_a_distance_from_the_level_of_a_region_is_no_mean() -> None:
    text = f"{ALL}Năm 2021, Long An đạt 88%, hơn mặt bằng chung của vùng 2,8%."
    assert facts(text) == [("Long An", 2021, "score", 88)]


def test_a_part_that_answers_by_itself_has_the_figures_behind_it() -> None:
    text = (
        f"{OWN}Lĩnh vực nào kém nhất? Cải cách tài chính công. Chỉ được 8,1/12 điểm, hạng 55, trong khi "
        "năm trước còn ở hạng 30. Mất tới 3,9 điểm ở đây."
    )
    assert facts(text) == [
        ("Quảng Trị", 2022, "score", 8.1), ("Quảng Trị", 2022, "rank", 55), ("Quảng Trị", 2021, "rank", 30),
    ]  # fmt: skip


def test_a_score_that_went_up_without_a_verb_has_two_years() -> None:
    text = f"{OWN}Năm 2022, cải cách thể chế là điểm sáng: từ 7,02 lên 8,4 điểm, xếp thứ 12."
    assert {("Quảng Trị", 2021, "score", 7.02), ("Quảng Trị", 2022, "score", 8.4)} <= set(facts(text))


def test_a_range_of_scores_has_none() -> None:
    assert not [f for f in facts(f"{OWN}Năm 2022, cải cách thể chế được chấm từ 7,02 đến 8,4 điểm.") if f[1] == 2021]


def test_who_leads_so_many_is_the_first_of_them() -> None:
    text = (
        f"{OWN}Ảnh: Một cửa huyện Hải Lăng - đơn vị đứng đầu 9 huyện, thị xã của tỉnh về Chỉ số CCHC năm 2022 với "
        "90,2 điểm."
    )
    found = [
        (r["unit"], r["year"], r["value"], r["rank_of"]) for r in stated(found_in(text)) if r.get("measure") == "rank"
    ]
    assert found == [("huyện Hải Lăng", 2022, 1, 9)]


def test_a_fall_below_a_year_told_by_its_number() -> None:
    text = f"{OWN}PAR INDEX 2022 của Quảng Trị: 81,4%, thấp hơn 2021 (82,9%) 1,5%."
    assert {("Quảng Trị", 2021, "score", 82.9), ("Quảng Trị", 2022, "score_change", -1.5)} <= set(facts(text))


def test_more_than_so_many_files_is_no_year() -> None:
    assert facts(f"{OWN}Năm 2022, số hồ sơ nhiều hơn 2021 hồ sơ so với kế hoạch.") == []


@pytest.mark.parametrize("held", ["tỉnh giữ hạng 4", "tỉnh giữ vững vị trí thứ 4", "tỉnh đều xếp thứ 4"])
def test_a_rank_held_in_two_years_is_of_both(held: str) -> None:
    found = facts(f"{OWN}Năm 2018 và 2019 {held}, năm 2020 xuống hạng 6.")
    assert [f for f in found if f[2] == "rank"] == [
        ("Quảng Trị", 2018, "rank", 4), ("Quảng Trị", 2019, "rank", 4), ("Quảng Trị", 2020, "rank", 6),
    ]  # fmt: skip


def test_a_part_that_got_nothing_has_no_points() -> None:
    text = f'{OWN}Năm 2022, tiêu chí "Chế độ báo cáo định kỳ" không đạt điểm (0/0,5 điểm).'
    found = [(r["component"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert found == [("Chế độ báo cáo định kỳ", 0)]


@pytest.mark.parametrize("gap", ["Khoảng cách tới tỉnh", "Khoảng cách đến địa phương", "Chênh lệch với tỉnh"])
def test_how_far_the_first_is_away_is_not_what_it_has(gap: str) -> None:
    text = f"{OWN}PAR INDEX năm 2022 của Quảng Trị là 81,4%. {gap} đầu bảng Bắc Ninh là 9,3%."
    assert facts(text) == [("Quảng Trị", 2022, "score", 81.4), ("Bắc Ninh", 2022, "rank", 1)]


@pytest.mark.parametrize("now", ["hiện 51/63", "hiện nay xếp thứ 51/63", "năm 2022 xếp thứ 51/63"])
def test_what_there_is_stands_beside_what_is_aimed_at(now: str) -> None:
    text = (
        f"{OWN}PAR INDEX năm 2022 của Quảng Trị là 81,4%.\nMỤC TIÊU NĂM 2023\n"
        f"- Cải cách thể chế ({now}) → mục tiêu năm 2023 đạt 40/63: Sở Tư pháp.\n"
        "- Cải cách tài chính công (hiện 8,1/12 điểm) → mục tiêu 10/12 điểm: Sở Tài chính.\n"
    )
    found = [(r["unit"], r["year"], r["component"], r["value"]) for r in stated(found_in(text)) if r.get("component")]
    assert found == [
        ("Quảng Trị", 2022, "Cải cách thể chế", 51), ("Quảng Trị", 2022, "Cải cách tài chính công", 8.1),
    ]  # fmt: skip


def test_a_later_year_beside_an_aim_is_one_too() -> None:
    text = f"{OWN}Năm 2023 phấn đấu PAR INDEX đạt 88% (năm 2025: 90%)."
    assert facts(text) == []


def test_units_without_results_are_not_in_the_class_before() -> None:
    text = f"{OWN}+ PAPI: 41,2 điểm, nhóm trung bình thấp, hạng 44/61 (02 tỉnh không có kết quả)."
    assert counts(text) == []
    assert groups(text) == [("Quảng Trị", "trung bình thấp")]


@pytest.mark.parametrize("made", ["sau hợp nhất Lào Cai và Yên Bái", "sau khi sáp nhập Yên Bái vào Lào Cai"])
def test_what_a_province_was_made_of_has_no_result(made: str) -> None:
    text = (
        "LÀO CAI: KẾT QUẢ BỘ CHỈ SỐ 766 TUẦN 20 NĂM 2025\n"
        f"Tuần 20/2025, toàn tỉnh ({made}): 88,4/100 điểm, xếp loại Tốt."
    )
    assert {f[0] for f in facts(text)} == {"Lào Cai"}


def test_items_with_round_bullets_behind_a_colon_are_of_the_article() -> None:
    text = (
        f"{DISTRICT_WEEK}Điểm theo nhóm chỉ số:\n• Công khai, minh bạch: 16,2/18\n• Số hóa hồ sơ: 17,1/22 (tăng 1,4)\n"
        "• Mức độ hài lòng: 17,9/18\n"
    )
    assert sorted(f[3] for f in facts(text)) == [1.4, 16.2, 17.1, 17.9]


def test_items_with_round_bullets_behind_nothing_are_of_others() -> None:
    text = (
        f"{DISTRICT_WEEK}Huyện đạt 87,4 điểm.\n• Huyện đạt 91,2 điểm Bộ chỉ số 766 tuần 12/2024\n"
        "• Huyện đứng thứ 3 toàn tỉnh tuần 11/2024\n"
    )
    assert facts(text) == [("huyện Kim Bảng", 2024, "score", 87.4)]


def test_ranks_before_the_units_that_have_them() -> None:
    text = (
        f"{OWN}Chỉ số CCHC năm 2022 khối sở: dẫn đầu là Sở Tư pháp 94,1 điểm, thứ nhì Sở Y tế 93,6 điểm, "
        "thứ ba Sở Tài chính 92,2 điểm, thấp nhất Sở Xây dựng 78,8 điểm."
    )
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Sở Tư pháp", 1), ("Sở Y tế", 2), ("Sở Tài chính", 3), ("Sở Xây dựng", "last")]


def test_ranks_behind_the_units_that_have_them() -> None:
    text = f"{OWN}Chỉ số CCHC năm 2022: Sở Tư pháp xếp thứ nhất, Sở Y tế thứ nhì, Sở Tài chính thứ ba."
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Sở Tư pháp", 1), ("Sở Y tế", 2), ("Sở Tài chính", 3)]


@pytest.mark.parametrize("took", ['"soán ngôi"', "soán ngôi của", "soán ngôi"])
def test_who_takes_the_throne_is_the_first(took: str) -> None:
    text = f"{ALL}Năm 2021, Bắc Ninh với 91,3% đã {took} Long An (90,2%, về nhì)."
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Bắc Ninh", 1), ("Long An", 2)]


def test_who_takes_another_place_is_not_the_first() -> None:
    text = f"{ALL}Năm 2021, Bắc Ninh soán ngôi á quân của Long An."
    assert ("Bắc Ninh", 2021, "rank", 1) not in facts(text)


def test_the_rest_of_a_group() -> None:
    text = (
        f"{OWN}Chỉ số CCHC năm 2022 của các sở đã có. "
        "Hai vị trí còn lại trong nhóm Tốt là Sở Y tế (88,2 điểm) và Sở Tài chính (86 điểm)."
    )
    assert groups(text) == [("Sở Y tế", "tốt"), ("Sở Tài chính", "tốt")]
    assert counts(text) == []


@pytest.mark.parametrize("those", ["các đơn vị xếp loại Khá", "những cơ quan xếp loại Khá", "các xã, phường loại Khá"])
def test_the_class_of_some_is_not_that_of_who_speaks_to_them(those: str) -> None:
    text = f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4%. Tỉnh yêu cầu {those} kiểm điểm."
    assert groups(text) == []


DASHED = """Công bố Chỉ số CCHC năm 2022 của các huyện tỉnh Quảng Trị
Năm 2022, UBND tỉnh Quảng Trị công bố Chỉ số CCHC của các huyện.
STT - Đơn vị - Điểm - Xếp loại - So với hạng 2021
1 - Huyện Hải Lăng - 91,2 - Xuất sắc - giữ nguyên
2 - Huyện Cam Lộ - 90,6 - Xuất sắc - tăng 3
...
9 - Huyện Đakrông - 79,8 - Khá - giảm 2
"""


def test_a_table_may_have_dashes_between_its_cells() -> None:
    found = facts(DASHED)
    assert {f[0] for f in found} == {"huyện Hải Lăng", "huyện Cam Lộ", "huyện Đakrông"}
    assert [f[3] for f in found if f[2] == "rank"] == [1, 2, 9]
    assert [f[1:] for f in found if f[2] == "rank_change"] == [(2022, "rank_change", 3), (2022, "rank_change", -2)]


def test_a_line_with_one_dash_is_no_header() -> None:
    text = f"{OWN}Tỉnh - Điểm\nQuảng Trị - 81,4\nBắc Ninh - 90,1\n"
    assert facts(text) == []


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("Trong 17 sở, ban, ngành, có 3 đơn vị xếp loại Xuất sắc. ", 17),
        ("Khối sở (17 đơn vị): ", 17),
        ("Khối sở: 17 cơ quan, có 03 cơ quan xếp loại Xuất sắc. ", 17),
        ("", None),
    ],
)
def test_how_many_a_block_has_is_known_of_each(said: str, size: int | None) -> None:
    text = f"{OWN}Về Chỉ số CCHC năm 2022 của các sở:\n{said}Sở Tư pháp dẫn đầu với 94,1 điểm."
    assert [r["rank_of"] for r in stated(found_in(text)) if r.get("measure") == "rank"] == [size]


def test_how_many_a_region_has_is_not_how_many_are_ranked() -> None:
    text = f"{ALL}Trong 13 tỉnh, có 3 tỉnh tăng hạng. Long An xếp thứ hai."
    assert [r["rank_of"] for r in stated(found_in(text)) if r.get("measure") == "rank"] == [None]


@pytest.mark.parametrize("then", ["khi đó", "lúc ấy", "năm đó"])
def test_what_was_then_is_of_the_year_named_before(then: str) -> None:
    text = f"{OWN}Năm 2022, tỉnh cải thiện 5 bậc so với năm 2020, {then} tỉnh xếp thứ 45."
    assert ("Quảng Trị", 2020, "rank", 45) in facts(text)
    assert ("Quảng Trị", 2022, "rank", 45) not in facts(text)


def test_what_is_now_is_not_of_the_year_compared_with() -> None:
    text = f"{OWN}Năm 2022, tỉnh cải thiện 5 bậc so với năm 2020, đến nay tỉnh xếp thứ 40."
    assert ("Quảng Trị", 2022, "rank", 40) in facts(text)


@pytest.mark.parametrize("words", ["trong đó nhiều nhất là", "chủ yếu ở", "riêng"])
def test_points_lost_in_a_part_are_not_its_score(words: str) -> None:
    text = f"{OWN}Năm 2022, tỉnh bị trừ 18,6 điểm, {words} cải cách tài chính công (3,2 điểm)."
    assert facts(text) == []


@pytest.mark.parametrize(
    "is_told", [" - địa phương xếp cuối bảng", ", tỉnh đứng cuối bảng", " là đơn vị xếp cuối bảng"]
)
def test_what_another_is_is_not_told_of_the_first(is_told: str) -> None:
    text = f"{ALL}Năm 2021, Long An đứng đầu cả nước, đạt 91,8%, cao hơn 11,8% so với Cao Bằng{is_told} (80%)."
    found = set(facts(text))
    assert {("Long An", 2021, "rank", 1), ("Cao Bằng", 2021, "rank", "last"), ("Cao Bằng", 2021, "score", 80)} <= found
    assert ("Long An", 2021, "rank", "last") not in found


def test_a_comparison_goes_on_with_the_first() -> None:
    text = f"{ALL}Năm 2021, Long An cao hơn 1,8% so với Cao Bằng, xếp thứ 12."
    assert ("Cao Bằng", 2021, "rank", 12) not in facts(text)


def test_places_in_parentheses() -> None:
    text = (
        f"{OWN}Chỉ số CCHC cấp huyện năm 2022: huyện Hải Lăng 90,2 điểm (nhất), huyện Cam Lộ 89,1 điểm (nhì), "
        "huyện Đakrông 78 điểm (cuối), huyện Gio Linh 80 điểm (khá nhất cụm)."
    )
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("huyện Hải Lăng", 1), ("huyện Cam Lộ", 2), ("huyện Đakrông", "last")]


def test_bulleted_scores_out_of_maxima_are_no_teasers() -> None:
    text = (
        f"{OWN}PAR INDEX năm 2022 của tỉnh tăng.\n• Cải cách thể chế: 8,4/10 điểm\n"
        "• Cải cách tài chính công: 9,1/12 điểm\n"
    )
    assert [f[3] for f in facts(text)] == [8.4, 9.1]


@pytest.mark.parametrize(
    "sentence",
    ["Tỷ lệ hồ sơ trực tuyến đạt 62,1%, xếp thứ 20/63.", "Giải ngân vốn đầu tư công đạt 88,2%, đứng thứ 10 cả nước."],
)
def test_a_rank_behind_a_share_of_files_is_no_fact_of_the_index(sentence: str) -> None:
    text = f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4%. {sentence}"
    assert facts(text) == [("Quảng Trị", 2022, "score", 81.4)]


def test_a_rank_behind_the_score_of_the_index_is_one() -> None:
    text = f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4%, xếp thứ 20/63, nhờ tỷ lệ hồ sơ trực tuyến đạt 62,1%."
    assert ("Quảng Trị", 2022, "rank", 20) in facts(text)


@pytest.mark.parametrize("places", ["xếp nhất, nhì", "đứng thứ nhất và thứ hai", "giữ vị trí nhất, nhì"])
def test_the_first_two_are_told_in_turn(places: str) -> None:
    text = f"{ALL}Bộ Y tế (91,9%) và Bộ Xây dựng (91,2%) {places}; Bộ Công Thương (79,1%) đứng chót."
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Bộ Y tế", 1), ("Bộ Xây dựng", 2), ("Bộ Công Thương", "last")]


def test_one_of_the_first_two_is_not_the_first() -> None:
    found = facts(f"{ALL}Năm 2021, Bộ Y tế luôn xếp nhất, nhì trong khối bộ.")
    assert not [f for f in found if f[2] == "rank"]


def test_the_best_and_the_worst_in_parentheses() -> None:
    text = f"{ALL}Năm 2021, khoảng cách giữa tỉnh cao nhất (Bắc Ninh 91,8%) và thấp nhất (Cao Bằng 79,9%) là 11,9%."
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Bắc Ninh", 1), ("Cao Bằng", "last")]


def test_another_in_parentheses_is_not_the_one_that_leads() -> None:
    text = f"{ALL}Năm 2021, Bắc Ninh dẫn đầu (Long An xếp thứ hai)."
    ranks = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [("Bắc Ninh", 1), ("Long An", 2)]


def test_ranks_in_parentheses_behind_steps() -> None:
    text = f"{OWN}Chỉ số CCHC năm 2022: huyện Hải Lăng tăng 4 bậc (từ 8 lên 4), huyện Cam Lộ giảm 3 bậc (từ 4 xuống 7)."
    ranks = [(r["unit"], r["year"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert ranks == [
        ("huyện Hải Lăng", 2021, 8), ("huyện Hải Lăng", 2022, 4), ("huyện Cam Lộ", 2021, 4), ("huyện Cam Lộ", 2022, 7),
    ]  # fmt: skip


def test_points_in_parentheses_behind_a_change_of_points_are_no_ranks() -> None:
    text = f"{OWN}Chỉ số CCHC năm 2022: huyện Hải Lăng tăng 4 điểm (từ 82 lên 86)."
    assert not [r for r in stated(found_in(text)) if r.get("measure") == "rank"]


def test_a_class_behind_a_dash() -> None:
    text = f"{OWN}Chỉ số CCHC năm 2022 của các sở:\n1. Sở Y tế: 95,1 điểm - Xuất sắc\n2. Sở Tài chính: 89,3 điểm - Tốt"
    assert groups(text) == [("Sở Y tế", "xuất sắc"), ("Sở Tài chính", "tốt")]


def test_a_dash_before_another_word_is_of_no_class() -> None:
    text = f"{OWN}Chỉ số CCHC năm 2022 của các sở:\n1. Sở Y tế: 95,1 điểm - tốt hơn năm trước"
    assert groups(text) == []


@pytest.mark.parametrize("moved", ["rơi từ loại Tốt xuống loại Khá", "từ loại Tốt lùi xuống mức Khá"])
def test_the_class_that_a_unit_left_is_of_the_year_before(moved: str) -> None:
    text = f"{OWN}Chỉ số CCHC năm 2022: riêng Sở Công Thương {moved}."
    found = [(r["year"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "group"]
    assert found == [(2021, "tốt"), (2022, "khá")]


def test_a_share_of_points_that_fell_has_two_years() -> None:
    text = f"{OWN}Năm 2022, cải cách thể chế lên hạng 28 nhưng tỷ lệ điểm giảm từ 85,1% xuống 84,2%."
    scores = [(r["year"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert scores == [(2021, 85.1), (2022, 84.2)]


def test_numbered_parts_of_a_list_keep_their_scores_apart() -> None:
    text = f"{OWN}Năm 2022: (1) Chỉ đạo, điều hành 8,1/9,5 điểm; (2) Quy chế 8,4/10 điểm; (3) Kỷ luật 11,2/13 điểm."
    found = [r["value"] for r in stated(found_in(text)) if "Chỉ đạo" in (r.get("component") or "")]
    assert found == [8.1]


@pytest.mark.parametrize(("months", "year"), [("6 THÁNG ĐẦU NĂM 2023", 2023), ("THỰC HIỆN", 2022)])
def test_files_are_counted_in_the_months_that_the_heading_is_about(months: str, year: int) -> None:
    text = (
        f"{OWN}PAR INDEX năm 2022 của Quảng Trị đạt 81,4%, xếp thứ 40/63.\nIII. MỘT SỐ KẾT QUẢ {months}\n"
        "- Tỷ lệ hồ sơ nộp trực tuyến của tỉnh đạt 21,7%.\n"
    )
    found = [r["year"] for r in found_in(text) if r["type"] == "indicator"]
    assert found == [year]


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ("84,1% người dân hài lòng, đưa Quảng Trị lên thứ 5", "Quảng Trị"),
        ("có 84,1% người dân, tổ chức hài lòng, Quảng Trị đứng thứ 5", "Quảng Trị"),
        ("cả nước có 84,1% người dân hài lòng, Quảng Trị đứng thứ 5", "tỉnh, thành phố"),
    ],
)
def test_the_satisfied_are_those_of_the_unit_whose_place_they_make(told: str, unit: str) -> None:
    found = stated(found_in(f"SIPAS năm 2022 của tỉnh Quảng Trị\nSIPAS năm 2022: {told}."))
    assert [(r["unit"], r["value"]) for r in found] == [(unit, 84.1), ("Quảng Trị", 5)]


def test_regions_told_in_turn_have_a_mean_each() -> None:
    told = "Ba vùng Tây Nguyên, Đông Nam Bộ và Đồng bằng sông Cửu Long lần lượt được 83,1%, 84,2% và 84,9%."
    assert [value for _, _, measure, value in facts(ALL + told) if measure == "mean"] == [83.1, 84.2, 84.9]
    told = "Tây Nguyên, Đông Nam Bộ được 83,1% hồ sơ đúng hạn."
    assert facts(ALL + told) == []


def test_the_mean_of_all_behind_that_of_a_region_is_one() -> None:
    told = "Giá trị trung bình của vùng Tây Nguyên là 83,1%; trung bình 63 tỉnh, thành phố là 84,7%."
    assert [value for _, _, measure, value in facts(ALL + told) if measure == "mean"] == [83.1, 84.7]
