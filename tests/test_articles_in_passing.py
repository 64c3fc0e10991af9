"""What a sentence tells in passing, of another province, roughly, or of several years at once: never stored as what it
is not."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import Record, found_in, stated

PAGES = [("Hà Nam", "Bắc Giang", 2024), ("Sóc Trăng", "Quảng Ninh", 2021)]


def page(province: str, year: int, text: str) -> list[Record]:
    head = f"PAR INDEX năm {year} của tỉnh {province}\n"
    return [r for r in found_in(head + text) if r["start"] >= len(head)]


def told(found: list[Record]) -> list[tuple[Any, ...]]:
    """Unit, year, measure and value of each fact, in the order of the text."""
    facts = sorted((r for r in stated(found) if r["type"] == "observation"), key=lambda r: (r["end"], r["start"]))
    return [(r["unit"], r["year"], r["measure"], r["value"]) for r in facts]


def uncertain(found: list[Record]) -> list[tuple[Any, ...]]:
    return [(r["index"], r["unit"], r["year"], r["value"]) for r in found if r.get("status") == "candidate"]


def reported(found: list[Record]) -> list[tuple[str, str]]:
    return [(r["text"], r["why"]) for r in found if r["type"] == "unplaced"]


@pytest.mark.parametrize(("province", "other", "year"), PAGES)
@pytest.mark.parametrize(
    "text",
    [
        "PAR INDEX của tỉnh đạt 88,1%, tăng từ 86,2% năm {before} và xếp thứ 20.",
        "PAR INDEX của tỉnh đạt 88,1%, tăng mạnh so với mức 86,2% của năm {before}, xếp thứ 20.",
        "PAR INDEX của tỉnh đạt 88,1%, vượt kết quả năm {before} là 86,2%, và xếp thứ 20.",
        "PAR INDEX của tỉnh đạt 88,1%, so với mức 86,2% hồi năm {before}, và xếp thứ 20.",
        "Sau khi đạt 86,2% vào năm {before}, tỉnh tiếp tục đạt 88,1% và xếp thứ 20.",
        "Từ chỗ đạt 86,2% năm {before}, tỉnh đã vươn lên 88,1% và xếp thứ 20.",
        "Nếu như năm {before} tỉnh đạt 86,2% thì nay tỉnh đạt 88,1%, xếp thứ 20.",
    ],
)
def test_a_figure_behind_an_earlier_year_told_in_passing_is_of_the_year_told_of(
    province: str, other: str, year: int, text: str
) -> None:
    found = told(page(province, year, text.format(before=year - 1)))
    assert sorted(found) == sorted(
        [(province, year, "score", 88.1), (province, year - 1, "score", 86.2), (province, year, "rank", 20)]
    )


@pytest.mark.parametrize(
    "text", ["Từ vị trí thứ 23 năm {y}, tỉnh vươn lên thứ 20.", "Thứ hạng tăng từ thứ 23 năm {y}."]
)
def test_where_a_rank_told_in_passing_came_from_is_of_its_own_year(text: str) -> None:
    found = told(page("Hà Nam", 2023, text.format(y=2022)))
    assert ("Hà Nam", 2022, "rank", 23) in found
    assert all(value == 23 or year == 2023 for _, year, _, value in found)
    unclear = page("Hà Nam", 2022, "Từ vị trí thứ 23 năm 2022, tỉnh vươn lên thứ 20.")
    assert [value for *_, value in told(unclear)] == [23]


def test_a_figure_behind_that_of_another_year_may_be_of_either() -> None:
    found = page("Hà Nam", 2024, "PAR INDEX của tỉnh đạt 88,1%, trong khi năm 2023 là 86,2%, xếp thứ 20.")
    assert [value for *_, value in told(found)] == [88.1, 86.2]
    assert [value for *_, value in uncertain(found)] == [20]


@pytest.mark.parametrize(("one", "two"), [(2022, 2023), (2020, 2021), (2023, 2022)])
@pytest.mark.parametrize(
    "text",
    [
        "PAR INDEX của tỉnh năm {one} và năm {two} lần lượt xếp thứ 12 và 9.",
        "Các năm {one}, {two}, PAR INDEX của tỉnh lần lượt xếp thứ 12 và thứ 9.",
        "PAR INDEX của tỉnh lần lượt xếp thứ 12 và 9 trong các năm {one}, {two}.",
        "PAR INDEX của tỉnh xếp thứ 12 và thứ 9 lần lượt vào năm {one} và năm {two}.",
    ],
)
def test_each_of_the_years_told_in_turn_has_its_figure(one: int, two: int, text: str) -> None:
    found = stated(found_in("Chỉ số của tỉnh Hà Nam\n" + text.format(one=one, two=two)))
    assert {(r["year"], r["value"]) for r in found if r["type"] == "observation"} == {(one, 12), (two, 9)}


@pytest.mark.parametrize("years", ["ba năm 2021 - 2023", "các năm 2021, 2022 và 2023"])
def test_years_may_stand_behind_their_figures(years: str) -> None:
    found = stated(found_in(f"Chỉ số của tỉnh Hà Nam\nPAR INDEX lần lượt đạt 84,12%, 85,2% và 86,3% trong {years}."))
    assert {(r["year"], r["value"]) for r in found} == {(2021, 84.12), (2022, 85.2), (2023, 86.3)}


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022 và 2023, PAR INDEX của tỉnh xếp thứ 12 và 9.",
        "Trong hai năm liên tiếp (2022, 2023), tỉnh xếp thứ 12 và 9 về PAR INDEX.",
    ],
)
def test_figures_of_several_years_that_nothing_pairs_are_uncertain(text: str) -> None:
    found = found_in("Chỉ số của tỉnh Hà Nam\n" + text)
    assert stated(found) == []
    assert {(year, value) for _, _, year, value in uncertain(found)} == {(2022, 12), (2023, 9)}
    both = found_in("PAR INDEX\nNăm 2022 và 2023, Hà Nam và Nam Định lần lượt xếp thứ 12 và 9.")
    assert stated(both) == []


@pytest.mark.parametrize(("home", "other", "year"), PAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Đại diện tỉnh {other} cho biết, PAR INDEX của tỉnh đạt 88,1%, xếp thứ 14.",
        "Theo lãnh đạo tỉnh {other}, PAR INDEX của tỉnh đạt 88,1%, xếp thứ 14.",
        "Đại diện {other} chia sẻ kinh nghiệm. PAR INDEX của tỉnh này đạt 88,1%. Địa phương này xếp thứ 14.",
        "Ở tỉnh {other}, PAR INDEX của tỉnh đạt 88,1% và xếp thứ 14.",
    ],
)
def test_tinh_is_the_province_whose_people_speak_in_the_sentence(home: str, other: str, year: int, text: str) -> None:
    assert told(page(home, year, text.format(other=other))) == [
        (other, year, "score", 88.1),
        (other, year, "rank", 14),
    ]


@pytest.mark.parametrize(
    "text", ["So với {other}, PAR INDEX của tỉnh thấp hơn, đạt 88,1%.", "{other} dẫn đầu; tỉnh đạt 88,1%."]
)
def test_tinh_beside_a_province_compared_with_is_that_of_the_page(text: str) -> None:
    for home, other, year in PAGES:
        assert (home, year, "score", 88.1) in told(page(home, year, text.format(other=other)))


def test_tinh_behind_what_another_province_says_may_be_either() -> None:
    found = page("Hà Nam", 2024, "Đại diện tỉnh Bắc Giang chia sẻ kinh nghiệm. PAR INDEX của tỉnh đạt 88,1%.")
    assert told(found) == []
    assert uncertain(found) == [("PAR INDEX", "Hà Nam", 2024, 88.1)]


def test_a_year_of_its_own_behind_two_indices_may_be_of_either() -> None:
    head = "Cải cách hành chính ở Hà Nam\nNăm 2022, PAR INDEX của tỉnh xếp thứ 20/63. PCI năm 2022 đạt 66,3 điểm."
    for joint in (" ", "\n"):
        found = found_in(f"{head}{joint}Năm 2023, tỉnh xếp thứ 5.")
        assert [r["value"] for r in stated(found)] == [20, 66.3]
        assert [value for *_, value in uncertain(found)] == [5]
    found = found_in("Chuyển đổi số ở Hà Nam\nDTI năm 2022 của tỉnh xếp thứ 7. Về cải cách hành chính, tỉnh xếp thứ 5.")
    assert [(r["index"], r["value"]) for r in stated(found)] == [("DTI", 7)]
    assert uncertain(found) == [("PAR INDEX", "Hà Nam", 2022, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Xếp thứ 40 là {one}. Giảm 2 bậc, {two} xếp thứ 41.",
        "{one} xếp thứ 40; giảm 2 bậc, {two} xếp thứ 41.",
        "{one} xếp thứ 40. Tụt 2 bậc so với năm trước, tỉnh {two} đứng ở vị trí 41.",
        "{one} xếp thứ 40. Dù giảm 2 bậc, {two} vẫn xếp thứ 41.",
    ],
)
def test_a_change_that_opens_a_clause_is_of_the_unit_behind_it(text: str) -> None:
    for one, two in (("Sơn La", "Hòa Bình"), ("Kiên Giang", "Long An")):
        found = stated(found_in("PAR INDEX năm 2023\n" + text.format(one=one, two=two)))
        assert [(r["unit"], r["value"]) for r in found if r["measure"] == "rank_change"] == [(two, -2)]
    alone = page("Hà Nam", 2023, "PAR INDEX của tỉnh đạt 85,1%. Tăng 5 bậc, xếp thứ 41.")
    assert ("Hà Nam", 2023, "rank_change", 5) in told(alone)


@pytest.mark.parametrize("words", ["gần", "khoảng", "trên", "hơn", "xấp xỉ", "xấp xỉ mức", "chưa tới", "dưới"])
@pytest.mark.parametrize("figure", ["90%", "84,5%"])
def test_an_approximate_score_is_reported_and_not_stored(words: str, figure: str) -> None:
    for text in (f"PAR INDEX của tỉnh đạt {words} {figure}.", f"Cải cách thể chế của tỉnh đạt {words} {figure}."):
        found = page("Hà Nam", 2023, text)
        assert told(found) == []
        [(quoted, why)] = reported(found)
        assert (figure in quoted, why) == (True, "approximate")
    mean = found_in(f"PAR INDEX năm 2023\nGiá trị trung bình của 63 tỉnh, thành phố đạt gần {figure}.")
    assert [r["type"] for r in mean] == ["unplaced"]


def test_the_bound_of_a_class_is_no_approximate_score() -> None:
    found = found_in("PAR INDEX năm 2023\nCó 12 tỉnh đạt trên 90% và 3 tỉnh đạt dưới 80%.")
    assert reported(found) == []
    assert [r["value"] for r in stated(found)] == [12, 3]


def test_distances_to_others_are_reported_as_such() -> None:
    found = page("Hà Nam", 2023, "PAR INDEX của tỉnh đạt 88,5%, cao hơn Điện Biên 1,2%, kém Quảng Ninh 3,1 điểm.")
    assert [(value) for *_, value in told(found)] == [88.5]
    assert reported(found) == [("cao hơn Điện Biên 1,2%", "difference"), ("kém Quảng Ninh 3,1 điểm", "difference")]


@pytest.mark.parametrize("both", ["cả hai", "cả hai chỉ số", "cả 2 chỉ số này"])
def test_what_is_told_of_both_indices_is_told_of_each(both: str) -> None:
    text = f"PAR INDEX đạt 88,5%, xếp thứ 12; SIPAS đạt 84,2%, xếp thứ 15, {both} đều tăng 3 bậc."
    found = stated(found_in("PAR INDEX và SIPAS năm 2023 của tỉnh Hà Nam\n" + text))
    assert {r["index"] for r in found if r["measure"] == "rank_change"} == {"PAR INDEX", "SIPAS"}


def test_what_is_told_of_two_units_at_once_is_not_told_of_the_last() -> None:
    found = found_in("PAR INDEX năm 2023\nHà Nam đạt 85,1%, Nam Định đạt 84,2%, cả hai đều tăng 3 bậc.")
    assert [r["measure"] for r in stated(found)] == ["score", "score"]
    assert [text for text, _ in reported(found)] == ["tăng 3 bậc"]


def test_leaving_a_group_is_no_being_in_it() -> None:
    assert told(page("Hà Nam", 2023, "PAR INDEX của tỉnh giảm 3 bậc và tỉnh ra khỏi nhóm A.")) == [
        ("Hà Nam", 2023, "rank_change", -3)
    ]


@pytest.mark.parametrize("body", ["bộ phận một cửa", "tổ công nghệ số", "Bộ phận tiếp nhận"])
def test_a_part_of_an_office_is_not_the_unit_named_before(body: str) -> None:
    text = f"Chỉ số CCHC năm 2023 của tỉnh Hà Nam\nHuyện Kim Bảng đạt 90,5 điểm, {body} xếp thứ 2."
    found = found_in(text)
    assert [(r["unit"], r["value"]) for r in stated(found)] == [("huyện Kim Bảng", 90.5)]
    assert reported(found) == [("xếp thứ 2", "unknown-unit")]


@pytest.mark.parametrize("words", ["năm nay", "năm trước", "năm 2023"])
def test_a_year_behind_a_ranking_is_no_fifth_place(words: str) -> None:
    found = told(page("Hà Nam", 2023, f"14 bộ được xếp hạng {words} có kết quả cao hơn."))
    assert found == []
    assert told(page("Hà Nam", 2023, "PAR INDEX của tỉnh xếp hạng năm."))[0][3] == 5


def test_a_year_in_parentheses_behind_the_word_for_it_holds_for_its_sentence() -> None:
    text = "Kỳ đánh giá trước (2021), tỉnh chỉ đạt 80,12% và xếp hạng 47. Qua một năm, tỉnh đã vượt 13 bậc."
    assert told(page("Hà Nam", 2022, text)) == [
        ("Hà Nam", 2021, "score", 80.12),
        ("Hà Nam", 2021, "rank", 47),
        ("Hà Nam", 2022, "rank_change", 13),
    ]


def test_a_part_s_change_among_means_is_one_of_the_mean() -> None:
    text = (
        "Trong 8 lĩnh vực, cải cách thể chế có giá trị trung bình cao nhất, đạt 95,83%. "
        "Lĩnh vực cải cách tài chính công tăng mạnh nhất, thêm 4,05 điểm phần trăm."
    )
    found = stated(found_in("PAR INDEX năm 2023: Hải Phòng giữ ngôi đầu\n" + text))
    assert [(r["measure"], r["value"]) for r in found[1:]] == [("mean", 95.83), ("mean_change", 4.05)]


def test_districts_that_share_a_counted_head_noun_have_ranks_and_changes_each() -> None:
    text = "Hai huyện Mèo Vạc và Yên Minh lần lượt đứng thứ 10 và 11, cùng tụt 2 bậc so với năm 2021."
    found = stated(found_in("Chỉ số CCHC năm 2022 của các huyện tỉnh Hà Giang\n" + text))
    assert [(r["unit"], r["measure"], r["value"]) for r in found] == [
        ("huyện Mèo Vạc", "rank", 10),
        ("huyện Yên Minh", "rank", 11),
        ("huyện Mèo Vạc", "rank_change", -2),
        ("huyện Yên Minh", "rank_change", -2),
    ]


def test_a_meeting_may_be_dated_with_a_dot() -> None:
    text = "Sáng 22.5, UBND tỉnh tổ chức Hội nghị công bố PAR INDEX năm 2022. Chủ tịch UBND tỉnh chủ trì hội nghị."
    [meeting] = [r for r in page("Hà Giang", 2022, text) if r["type"] == "meeting"]
    assert meeting["date"] == "2023-05-22"


@pytest.mark.parametrize("part", ["chỉ số tiếp cận đất đai", "kiểm soát tham nhũng trong khu vực công"])
def test_a_part_of_an_index_that_is_not_told_of_is_none_of_the_one_that_is(part: str) -> None:
    found = page("Hà Nam", 2023, f"Năm 2023, {part} của tỉnh đạt 61,25 điểm, xếp thứ 7.")
    assert told(found) == []
    assert [text for text, _ in reported(found)] == ["61,25 điểm", "xếp thứ 7"]


def test_this_year_is_the_one_talked_about_whatever_year_was_told_in_passing() -> None:
    text = "So với 5 năm trước, khi tỉnh mới đạt 80,2%, kết quả 88,1% năm nay là bước tiến dài."
    assert [(year, value) for _, year, _, value in told(page("Hà Nam", 2024, text))] == [(2019, 80.2), (2024, 88.1)]


def test_what_would_be_is_no_fact_and_a_rank_among_some_is_uncertain() -> None:
    assert told(page("Hà Nam", 2024, "Nếu cộng điểm thưởng 1,5 điểm thì tỉnh đạt 89,6 điểm, xếp thứ 9.")) == []
    found = page("Hà Nam", 2024, "Không tính 5 thành phố trực thuộc Trung ương, tỉnh xếp thứ 15.")
    assert (told(found), [value for *_, value in uncertain(found)]) == ([], [15])
    found = page("Hà Nam", 2024, "Trước khi sáp nhập, tỉnh Bình Phước xếp thứ 56.")
    assert (told(found), [value for *_, value in uncertain(found)]) == ([], [56])


def test_the_sum_behind_the_points_of_parts_is_of_the_whole() -> None:
    found = page("Hà Nam", 2024, "Điểm điều tra xã hội học đạt 27,85/35 điểm, tổng 88,1 điểm.")
    assert [(r["component"] is None, r["value"]) for r in stated(found)] == [(False, 27.85), (True, 88.1)]


def test_the_best_and_the_worst_of_a_unit_s_own_ranks_are_no_standings() -> None:
    text = "Tỉnh luôn nằm trong tốp 30, cao nhất là thứ 12 (năm 2021), thấp nhất là thứ 28 (năm 2023)."
    found = page("Hà Nam", 2024, text)
    assert {r["type"] for r in found} == {"observation"}
    assert [(year, value) for _, year, _, value in told(found)] == [(2021, 12), (2023, 28)]


def test_the_share_satisfied_with_a_part_is_not_that_of_the_index() -> None:
    text = "Có 88,1% người dân hài lòng về thái độ của công chức."
    assert stated(found_in("SIPAS năm 2024 của tỉnh Hà Nam\n" + text)) == []
    whole = "Có 82,66% người dân hài lòng về sự phục vụ của cơ quan hành chính."
    assert [r["value"] for r in stated(found_in("SIPAS năm 2023\n" + whole))] == [82.66]
    found = found_in("SIPAS năm 2024 của tỉnh Hà Nam\nCó 88,1% người dân hài lòng.")
    assert [(r["value"], r["status"]) for r in found] == [(88.1, "candidate")]  # Of the province, or of all?


def test_how_far_another_is_away_is_told_behind_its_rank() -> None:
    found = page("Hà Nam", 2024, "PAR INDEX của tỉnh đạt 88,1%, chỉ kém Thái Bình (thứ 19) 0,3 điểm.")
    assert [(unit, value) for unit, _, _, value in told(found)] == [("Hà Nam", 88.1), ("Thái Bình", 19)]
    assert (uncertain(found), reported(found)) == ([], [("0,3 điểm", "difference")])


@pytest.mark.parametrize("place", ["dẫn đầu cả nước", "đứng đầu bảng", "xếp cuối"])
def test_a_unit_told_by_its_place_only_is_not_the_one_of_the_page(place: str) -> None:
    found = page("Hà Nam", 2024, f"PAR INDEX của tỉnh đạt 88,1%. Tỉnh {place} đạt 96,1%.")
    assert [value for *_, value in told(found)] == [88.1]
    assert ("96,1%", "unknown-unit") in reported(found)
    assert ("Hà Nam", 2024, "rank", 1) in told(page("Hà Nam", 2024, "Tỉnh dẫn đầu cả nước, đạt 96,1%."))


def test_what_is_forecast_is_no_fact() -> None:
    text = "Năm 2023 tỉnh xếp thứ 24, năm 2024 lên thứ 20, dự báo năm 2025 lên thứ 15."
    assert [value for *_, value in told(page("Hà Nam", 2024, text))] == [24, 20]


def test_now_behind_an_earlier_year_is_the_year_talked_about() -> None:
    text = "Năm 2023 chúng tôi chỉ đạt 86,2%, đứng thứ 24. Nay tỉnh đạt 88,1%, đứng thứ 20."
    assert [(year, value) for _, year, _, value in told(page("Hà Nam", 2024, text))] == [
        (2023, 86.2),
        (2023, 24),
        (2024, 88.1),
        (2024, 20),
    ]


def test_a_later_item_of_a_list_is_not_of_the_part_before_it() -> None:
    text = "Kết quả gồm: cải cách thể chế 85,2%; tài chính công 84,9%; vận động người dân 87,1%."
    found = page("Hà Nam", 2024, text)
    assert 87.1 not in [value for *_, value in told(found)]
    assert ("87,1%", "not-understood") in reported(found)
