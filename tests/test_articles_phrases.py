"""What the genre says in passing words: places that are no points, groups with one member only, what a change came
from, what it came to, regions that a sentence does not name again, and rows of the whole."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from test_articles_voices import facts
from test_articles_wordings import ALL, groups

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
