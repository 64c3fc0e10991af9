"""What stands in parentheses, in an item of a list, or in what opens a sentence, and what it is told of."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, DISTRICTS, OF_ONE, PARTS, RULES, facts, groups, parts_told, ranks


@pytest.mark.parametrize(
    "aside",
    [
        "(trong đó điểm thẩm định 57,34; điểm điều tra xã hội học 27,78)",
        "(cải cách thể chế được 9,1/10 điểm)",
        "(trong đó cải cách thể chế 9,1/10 điểm; tài chính công 10,2/12 điểm)",
    ],
)
def test_parts_end_with_the_parentheses_that_tell_of_them(aside: str) -> None:
    text = f"{PARTS}Tỉnh đạt 85,12 điểm {aside}, xếp hạng 22/63, tăng 15 bậc so với năm 2020 (hạng 37/63)."
    whole = [(measure, value) for part, measure, value in parts_told(text) if part is None]
    assert whole == [("score", 85.12), ("rank", 22), ("rank_change", 15), ("rank", 37)]


def test_a_part_outside_of_parentheses_goes_on_behind_them() -> None:
    text = f"{PARTS}Cải cách thể chế đạt 9,1/10 điểm (năm 2020: 8,8 điểm), xếp hạng 22/63."
    assert {part for part, _, _ in parts_told(text)} == {RULES}


@pytest.mark.parametrize("by", ["thẩm định của Bộ Nội vụ", "đánh giá của Bộ Nội vụ", "chấm của Bộ Nội vụ"])
def test_who_gives_points_has_none_of_them(by: str) -> None:
    told = facts(f"{OF_ONE}Điểm {by} là 57,34/65 điểm, điểm điều tra xã hội học 27,78/35 điểm.")
    assert {unit for unit, _, _, _ in told} == {"An Giang"}
    assert ("Bộ Nội vụ", 2021, "score", 87.1) in facts(f"{ALL}Điểm của Bộ Nội vụ là 87,1 điểm.")


@pytest.mark.parametrize("name", ["chuyển đổi số", "bộ máy hành chính", "cải cách bộ máy", "xây dựng thể chế"])
def test_an_item_out_of_a_maximum_is_a_part_whatever_it_is_called(name: str) -> None:
    text = f"{PARTS}Cải cách tài chính công 9,1/10 điểm (thứ 30); {name} 9,4/11,5 điểm (thứ 41, giảm 3 bậc)."
    found = [r for r in stated(found_in(text)) if r["value"] in (9.4, 41, -3)]
    assert len(found) == 3
    assert len({r["component"] for r in found}) == 1
    assert "tài chính" not in found[0]["component"].casefold()


def test_a_place_behind_points_of_nothing_known_is_of_no_part() -> None:
    text = f"{PARTS}Cải cách tài chính công 9,1/10 điểm (thứ 30); tỷ lệ cán bộ 9,4/11,5 điểm (thứ 41, giảm 3 bậc)."
    assert [(measure, value) for _, measure, value in parts_told(text)] == [("score", 9.1), ("rank", 30)]


@pytest.mark.parametrize(
    "others", ["các địa phương còn lại xếp loại tốt", "những huyện khác đều xếp loại tốt", "số còn lại xếp loại tốt"]
)
def test_what_all_others_are_is_not_told_of_those_named_before(others: str) -> None:
    text = f"{DISTRICTS}Có 2 huyện xếp loại xuất sắc là huyện Chư Sê và huyện Đức Cơ; {others}."
    assert {value for _, value in groups(text)} == {"xuất sắc"}


@pytest.mark.parametrize(
    "source",
    [
        "Theo Quyết định của Chủ tịch UBND tỉnh Gia Lai,",
        "Theo kết quả vừa được UBND tỉnh Gia Lai công bố,",
        "Căn cứ báo cáo của Sở Nội vụ tỉnh Gia Lai,",
    ],
)
def test_who_says_how_many_are_in_a_class_is_not_the_one_in_it(source: str) -> None:
    text = f"{DISTRICTS}{source} có 3 huyện xếp loại tốt, 2 huyện xếp loại khá."
    counts = [(r["class"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert (counts, groups(text)) == ([("tốt", 3), ("khá", 2)], [])


def test_a_class_may_stand_right_behind_how_many_are_in_it() -> None:
    text = f"{DISTRICTS}Kết quả xếp loại: có 2 địa phương xuất sắc là huyện Chư Sê và huyện Đức Cơ."
    assert groups(text) == [("huyện Chư Sê", "xuất sắc"), ("huyện Đức Cơ", "xuất sắc")]


def test_factors_whose_places_stand_in_parentheses() -> None:
    text = (
        "Công bố SIPAS năm 2021 của tỉnh Nghệ An\nSIPAS năm 2021 của tỉnh đạt 85,12%. Trong đó, tiếp cận dịch vụ 84,9%"
        " (thứ 16); thủ tục hành chính 86,1% (thứ 12); công chức 86,4% (thứ 11); kết quả 87% (thứ 9)."
    )
    places = [(part, value) for part, measure, value in parts_told(text) if measure == "rank"]
    assert places == [
        ("Tiếp cận dịch vụ", 16), ("Thủ tục hành chính", 12), ("công chức", 11),
        ("Kết quả dịch vụ", 9),
    ]  # fmt: skip


def test_the_one_unit_of_the_lowest_class_is_counted_beside_the_others() -> None:
    text = f"{ALL}62/63 địa phương đạt kết quả trên 80%, chỉ còn Kiên Giang đạt dưới 80%."
    counts = [(r["class"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert counts == [("trên 80%", 62), ("dưới 80%", 1)]


def test_units_that_fell_may_be_named_behind_how_many_they_are() -> None:
    text = f"{ALL}So với năm 2020, 61 địa phương tăng điểm, 2 địa phương giảm là Bình Phước và Kiên Giang."
    assert [r["value"] for r in stated(found_in(text)) if r["type"] == "count"] == [61, 2]


@pytest.mark.parametrize("what", ["có PAR INDEX cao nhất", "có chỉ số cao nhất", "dẫn đầu"])
def test_the_top_few_may_be_told_by_what_they_have(what: str) -> None:
    text = f"{ALL}Top 3 tỉnh, thành {what} gồm: Hải Phòng (91,8%), Quảng Ninh (91,04%), Hải Dương (90,5%)."
    assert ranks(text) == [("Hải Phòng", 1), ("Quảng Ninh", 2), ("Hải Dương", 3)]
    assert ranks(text.replace("90,5", "92,5")) == []


@pytest.mark.parametrize(("change", "steps"), [("(+8)", 8), ("(-5)", -5), ("(↑3)", 3), ("(↓2)", -2)])
def test_steps_in_parentheses_behind_a_rank(change: str, steps: int) -> None:
    told = facts(f"{OF_ONE}PAR INDEX năm 2021: 86,7% (+1,5%), hạng 30 {change}.")
    assert told[2:] == [("An Giang", 2021, "rank", 30), ("An Giang", 2021, "rank_change", steps)]
    assert len(facts(f"{OF_ONE}PAR INDEX năm 2021: 86,7%, hạng 30 (8).")) == 2


@pytest.mark.parametrize(
    ("time", "year"), [("Trong quý I/2022,", 2022), ("6 tháng đầu năm 2022,", 2022), ("Năm 2021,", 2021)]
)
def test_what_is_counted_in_some_months_is_of_their_year(time: str, year: int) -> None:
    found = found_in(f"{OF_ONE}{time} tỉnh An Giang tiếp nhận 52.341 hồ sơ, mục tiêu quý II/2023 là 60.000 hồ sơ.")
    assert [r["year"] for r in found if r["type"] == "indicator" and r["value"] == 52341] == [year]


def test_regions_that_are_last_may_share_a_mean_behind_a_comma() -> None:
    found = stated(found_in(f"{ALL}Xếp cuối là Tây Nguyên và Đông Nam Bộ, cùng 85,42%."))
    assert [(r["unit"], r["value"]) for r in found] == [("Tây Nguyên", 85.42), ("Đông Nam Bộ", 85.42)]


NATION = "Công bố SIPAS năm 2023 của tỉnh Hậu Giang\n"


@pytest.mark.parametrize(
    "told",
    [
        "Hậu Giang đạt 84,13% (cả nước 82,66%)",
        "SIPAS của tỉnh là 84,13% (cả nước: 82,66%)",
        "tỉnh được 84,13% (toàn quốc là 82,66%)",
        "Hậu Giang có mức hài lòng 84,13%, cả nước 82,66%",
        "mức hài lòng của tỉnh đạt 84,13% (mức chung cả nước 82,66%)",
        "tỉnh đạt 84,13%, trong khi cả nước chỉ đạt 82,66%",
        "tỉnh đạt 84,13%, còn cả nước là 82,66%",
        "tỉnh đạt 84,13% so với 82,66% của cả nước",
    ],
)
def test_the_figure_of_all_beside_that_of_one_is_their_mean(told: str) -> None:
    found = [
        (r["unit"], r["measure"], r["value"]) for r in stated(found_in(f"{NATION}Năm 2023, {told}.")) if "unit" in r
    ]
    assert found == [("Hậu Giang", "score", 84.13), ("tỉnh, thành phố", "mean", 82.66)]


def test_all_as_the_field_of_a_ranking_have_no_mean_beside_a_score() -> None:
    text = f"{NATION}Năm 2023, tỉnh đạt 84,13% (thứ 19 cả nước; 82,05% của năm 2022)."
    assert [r for r in stated(found_in(text)) if r.get("measure") == "mean"] == []


def test_parts_have_each_their_own_figure_and_that_of_all_in_parentheses() -> None:
    text = f"{PARTS}Cải cách thể chế đạt 88,12% (cả nước 86,2%), thứ 22; tài chính công đạt 79,9% (bình quân 83,1%)."
    assert [(measure, value) for _, measure, value in parts_told(text)] == [
        ("score", 88.12), ("mean", 86.2), ("rank", 22), ("score", 79.9), ("mean", 83.1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("(trung bình cả nước 86,98%, tăng 2,1%), hạng 50", "mean_change"),
        ("(trung bình cả nước 86,98%), tăng 2,1%, hạng 50", "score_change"),
    ],
)
def test_a_change_is_of_the_mean_inside_its_parentheses_only(told: str, measure: str) -> None:
    found = stated(found_in(f"{OF_ONE}Năm 2021, tỉnh An Giang đạt 85,1% {told}."))
    assert [r["measure"] for r in found if str(r.get("measure")).endswith("change")] == [measure]
    assert ("An Giang", 50) in ranks(f"{OF_ONE}Năm 2021, tỉnh An Giang đạt 85,1% {told}.")


@pytest.mark.parametrize("told", ["so với 82,66% của năm 2022", "cao hơn 1,2% so với cả nước", "hơn 1,2% của năm 2022"])
def test_what_is_compared_with_another_year_or_by_how_much_is_no_mean(told: str) -> None:
    assert "mean" not in [r.get("measure") for r in stated(found_in(f"{NATION}Năm 2023, tỉnh đạt 84,13%, {told}."))]
