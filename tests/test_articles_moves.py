"""Years and changes in other words of the genre: what moved, from what, over which years."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import (
    ALL,
    BEST_THREE,
    DISTRICT,
    DISTRICTS,
    MINISTRIES,
    NOW,
    OF_ONE,
    PARTS,
    facts,
    parts_told,
    ranks,
)


@pytest.mark.parametrize(
    "day",
    [
        "thứ Sáu hằng tuần",
        "thứ sáu hàng tuần",
        "thứ Hai, thứ Tư",
        "thứ 6 tuần tới",
        "thứ Bảy",
        "thứ ba và thứ năm tuần này",
    ],
)
def test_a_day_of_the_week_is_no_rank(day: str) -> None:
    text = f"{DISTRICT}Huyện đạt 87,4 điểm. Các xã gửi báo cáo trước 16 giờ {day} để huyện tổng hợp."
    assert facts(text) == [("huyện Kim Bảng", 2024, "score", 87.4)]


REMARKS = "PAR INDEX của tỉnh qua ba năm: 81,4% (hạng 50) năm 2019, 82,6% (hạng 44) năm 2020 và 84% (hạng 39) năm 2021."


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("PAR INDEX của tỉnh qua các năm lần lượt là 81,4% (2019), 82,6% (2020) và 84% (2021).", "score"),
        (REMARKS, "score"),
        (REMARKS, "rank"),
        ("Thứ hạng PAR INDEX của tỉnh qua các năm lần lượt là 50 (2019), 44 (2020) và 39/63 (2021).", "rank"),
    ],
)  # fmt: skip
def test_the_year_behind_a_figure_and_its_remark_is_the_figures(sentence: str, measure: str) -> None:
    values = {"score": (81.4, 82.6, 84), "rank": (50, 44, 39)}[measure]
    told = facts(f"Cải cách hành chính ở tỉnh Cao Bằng\n{sentence}")
    assert [f for f in told if f[2] == measure] == [
        ("Cao Bằng", year, measure, value) for year, value in zip((2019, 2020, 2021), values, strict=True)
    ]


@pytest.mark.parametrize("now", ["Năm vừa rồi", "Năm vừa qua", "Năm nay"])
def test_the_year_that_has_just_passed_is_that_of_the_article(now: str) -> None:
    text = f"PAR INDEX 2022 của tỉnh Cao Bằng\nNăm 2021, tỉnh đạt 81,2%, xếp thứ 50. {now}, tỉnh đạt 84,3%, xếp thứ 39."
    assert [year for _, year, _, _ in facts(text)] == [2021, 2021, 2022, 2022]


def test_points_that_something_is_up_to_are_no_change() -> None:
    text = (
        "PAR INDEX 2022 của tỉnh Cao Bằng\nCải cách thể chế năm 2021 được 8,25 điểm, năm 2022 lên 9,5 điểm; "
        "PAR INDEX của tỉnh lên 4 bậc."
    )
    assert facts(text) == [
        ("Cao Bằng", 2021, "score", 8.25), ("Cao Bằng", 2022, "score", 9.5), ("Cao Bằng", 2022, "rank_change", 4),
    ]  # fmt: skip


def test_what_is_kept_by_months_without_its_time_is_not_of_the_year_of_another_index() -> None:
    text = "PAR INDEX năm 2022 của tỉnh Gia Lai\nPAR INDEX đạt 84,2%. Với Bộ chỉ số 766, tỉnh đạt 81,3 điểm."
    assert [r["status"] for r in found_in(text) if r.get("index") == "Bộ chỉ số 766"] == ["candidate"]


@pytest.mark.parametrize(
    "words", ["tăng mạnh, từ 51,2 điểm năm 2021 lên 56,4 điểm", "tăng từ 51,2 điểm năm 2021 lên 56,4 điểm"]
)
def test_points_by_who_gave_them_that_rose_are_no_score_of_all(words: str) -> None:
    text = (
        f"Sở Xây dựng tỉnh Gia Lai: Chỉ số CCHC năm 2022\nSở Xây dựng đạt 86,5 điểm nhờ điểm thẩm định của Sở {words}."
    )
    whole = [r["value"] for r in stated(found_in(text)) if r["type"] == "observation" and not r["component"]]
    assert whole == [86.5]


@pytest.mark.parametrize("rise", ["mức tăng", "tốc độ tăng", "mức cải thiện điểm"])
def test_who_rose_most_is_not_first(rise: str) -> None:
    text = (
        f"Gia Lai: Chỉ số CCHC năm 2022 của các huyện\nHuyện Chư Sê là địa phương có {rise} cao nhất của tỉnh Gia Lai."
    )
    assert "rank" not in {measure for _, _, measure, _ in facts(text)}


def test_a_rank_of_the_year_before_is_not_thirty_years_old_and_what_follows_is_of_now() -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Gia Lai\nTỉnh xếp thứ 30 năm trước, nay tăng 11 bậc lên thứ 19. Năm trước tỉnh đạt"
        " 83,4%."
    )
    assert facts(text) == [
        ("Gia Lai", 2021, "rank", 30), ("Gia Lai", 2022, "rank_change", 11), ("Gia Lai", 2022, "rank", 19),
        ("Gia Lai", 2021, "score", 83.4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "aside", ["năm trước xếp thứ tư", "năm ngoái đứng thứ tư", "năm trước hạng 4", "năm 2020 xếp thứ 4"]
)
def test_a_rank_of_the_year_before_in_passing_is_of_that_year_and_no_step_of_an_order(aside: str) -> None:
    text = f"{ALL}Đà Nẵng xếp thứ nhất ({aside}), tiếp theo là Hải Dương và Bắc Ninh."
    assert facts(text) == [
        ("Đà Nẵng", 2021, "rank", 1), ("Đà Nẵng", 2020, "rank", 4), ("Hải Dương", 2021, "rank", 2),
        ("Bắc Ninh", 2021, "rank", 3),
    ]  # fmt: skip


def test_an_order_begins_anew_with_a_later_year() -> None:
    text = f"{ALL}Năm 2020 Đà Nẵng xếp thứ 2, năm 2021 Đà Nẵng xếp thứ nhất, tiếp theo là Hải Dương."
    assert ("Hải Dương", 2021, "rank", 2) in facts(text)


def test_what_follows_the_year_before_told_in_passing_may_be_of_either() -> None:
    text = f"{ALL}PAR INDEX năm 2021 của Gia Lai đạt 84,2%, trong khi năm trước mới đạt 82,1%, tăng 2,1% và lên thứ 40."
    assert facts(text) == [("Gia Lai", 2021, "score", 84.2), ("Gia Lai", 2020, "score", 82.1)]


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("tăng cao nhất (5,21%)", 5.21), ("tăng nhiều nhất, 5,21%", 5.21), ("giảm sâu nhất (4,1%)", -4.1),
        ("giảm nhiều nhất với 4,1%", -4.1),
    ],
)  # fmt: skip
def test_who_moved_most_is_neither_first_nor_last(words: str, change: float) -> None:
    assert facts(f"{ALL}Năm 2021, Gia Lai {words}.") == [("Gia Lai", 2021, "score_change", change)]


def test_a_rank_right_behind_a_comparison_in_parentheses_is_of_its_year() -> None:
    text = f"{ALL}Gia Lai đạt 84,1%, xếp thứ 47 (giảm 17 bậc so với năm 2020 xếp thứ 30)."
    ranks = [(year, value) for _, year, measure, value in facts(text) if measure == "rank"]
    assert sorted(ranks) == [(2020, 30), (2021, 47)]


def test_a_last_place_that_was_held_for_years_is_of_each_of_them() -> None:
    text = f"{ALL}Hai năm liền (2019, 2020) Gia Lai đứng cuối bảng; năm 2021 vươn lên thứ 45 toàn quốc."
    assert facts(text) == [
        ("Gia Lai", 2019, "rank", "last"), ("Gia Lai", 2020, "rank", "last"), ("Gia Lai", 2021, "rank", 45),
    ]  # fmt: skip


def test_from_somewhere_back_to_a_figure_is_no_move() -> None:
    text = "PAR INDEX năm 2022 của tỉnh Gia Lai\nThời gian giải quyết từ 15 ngày về 10 ngày. Tỉnh xếp thứ 18."
    assert facts(text) == [("Gia Lai", 2022, "rank", 18)]


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("mức tụt hạng là 7 bậc", -7), ("mức tăng là 7 bậc", 7), ("số bậc tăng là 7 bậc", 7), ("mức giảm: 7 bậc", -7),
    ],
)  # fmt: skip
def test_a_change_may_be_named_before_it_is_told(words: str, change: int) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nNăm 2022, tỉnh xếp thứ 41/63; {words}."
    assert facts(text) == [("Gia Lai", 2022, "rank", 41), ("Gia Lai", 2022, "rank_change", change)]


@pytest.mark.parametrize("words", ["mức tăng cao là 88,1%", "tổng điểm tăng là 88,1 điểm của Đà Nẵng", "mức lương"])
def test_what_is_no_change_is_named_by_none(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nNăm 2022, tỉnh xếp thứ 41/63; {words} là vấn đề khác."
    assert all(value in (41, 88.1) and measure != "rank_change" for _, _, measure, value in facts(text))


@pytest.mark.parametrize(
    ("words", "change"),
    [("cao hơn 9,37", 9.37), ("đã tăng 9,37", 9.37), ("thấp hơn 2,1", -2.1), ("giảm tới 2,1", -2.1)],
)
def test_points_that_a_score_has_moved_by_need_not_be_called_so(words: str, change: float) -> None:
    text = f"PAR INDEX năm 2023 của tỉnh Gia Lai\nTỉnh đạt 86,2 điểm. So với năm 2018, điểm của tỉnh {words}."
    found = [r for r in stated(found_in(text)) if r["measure"] == "score_change"]
    assert [(r["value"], r["vs_year"]) for r in found] == [(change, 2018)]


@pytest.mark.parametrize("years", ["ba năm gần đây", "3 năm qua", "ba năm gần nhất"])
def test_the_last_years_end_with_that_of_the_article(years: str) -> None:
    text = (
        "PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh đạt 86,2 điểm. Cải cách thể chế tiến đều:"
        f" {years} lần lượt đạt 7,9; 8,15 và 8,6 trên thang 10 điểm."
    )
    parts = [(r["year"], r["value"], r["maximum"]) for r in stated(found_in(text)) if r.get("component")]
    assert parts == [(2021, 7.9, 10), (2022, 8.15, 10), (2023, 8.6, 10)]


@pytest.mark.parametrize("years", ["hai năm gần đây lần lượt", "nhiều năm qua lần lượt", "qua các kỳ lần lượt"])
def test_of_other_figures_than_years_none_has_a_year(years: str) -> None:
    text = (
        "PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh đạt 86,2 điểm. Cải cách thể chế"
        f" {years} đạt 7,9; 8,15 và 8,6 trên thang 10 điểm."
    )
    assert facts(text) == [("Gia Lai", 2023, "score", 86.2)]


SERIES = "Năm 2021: 41,2105; 2022: 40,8831; 2023: 42,0127."


@pytest.mark.parametrize("lead", ["Biểu đồ: Điểm PAPI của Gia Lai giai đoạn 2021-2023.", "Chỉ số PAPI qua các năm."])
def test_years_with_a_figure_each_are_of_the_index_named_before_them(lead: str) -> None:
    text = f"PAPI 2023: Gia Lai tăng điểm\nNăm 2023, tỉnh đạt 42,0127 điểm.\n{lead} {SERIES}"
    assert [one[1:] for one in facts(text)] == [
        (2023, "score", 42.0127), (2021, "score", 41.2105), (2022, "score", 40.8831),
    ]  # fmt: skip


@pytest.mark.parametrize("lead", ["Tỷ lệ hồ sơ trực tuyến của tỉnh tăng dần.", "Thu ngân sách (nghìn tỷ đồng)."])
def test_years_with_a_figure_each_of_something_else_are_no_scores(lead: str) -> None:
    text = f"PAPI 2023: Gia Lai tăng điểm\nNăm 2023, PAPI của tỉnh đạt 42,0127 điểm. {lead} {SERIES}"
    assert facts(text) == [("Gia Lai", 2023, "score", 42.0127)]


def test_a_rank_that_nothing_moved_from_is_of_the_year() -> None:
    text = f"{DISTRICTS}Huyện Chư Sê đạt 88,2 điểm, xếp thứ 6, không tụt xuống cuối bảng."
    assert [(year, value) for _, year, measure, value in facts(text) if measure == "rank"] == [(2022, 6)]


MONTHLY = "Bộ chỉ số 766 tháng 8/2025 của tỉnh Gia Lai\nTháng 8/2025, tỉnh đạt 86,4 điểm, xếp thứ 9/34.\n"


def test_where_an_index_of_months_came_from_is_not_of_the_year_before() -> None:
    text = f"{MONTHLY}Số hóa hồ sơ tiến bộ nhanh, từ 15,1 điểm lên 18,94/22 điểm."
    assert {year for _, year, _, _ in facts(text)} == {2025}
    assert [(r["value"], r["status"]) for r in found_in(text) if r.get("value") == 15.1] == [(15.1, "candidate")]


def test_what_a_figure_of_a_named_year_came_to_is_of_a_later_one() -> None:
    text = (
        "Chỉ số CCHC các huyện tỉnh Gia Lai: chuyện ở Chư Sê\nNăm 2020, huyện Chư Sê đứng cuối bảng với 74,1 điểm.\n"
        "Năm 2023, huyện Chư Sê được 90,2 điểm, xếp thứ 2.\nCải cách thể chế của huyện Chư Sê từ 7,2 điểm năm 2022"
        " tăng lên 8,6/10 điểm."
    )
    assert [(year, value) for _, year, _, value in facts(text)][-2:] == [(2022, 7.2), (2023, 8.6)]


@pytest.mark.parametrize("whose", ["của Tây Nguyên", "của vùng Tây Nguyên"])
def test_by_how_much_a_region_fell_is_no_mean(whose: str) -> None:
    text = f"PAR INDEX năm 2022 nhìn từ các vùng\nNăm 2022, các vùng đều giảm. Mức giảm {whose} là 1,45%."
    found = [(r["measure"], r["unit"], r["value"]) for r in stated(found_in(text))]
    assert found == [("mean_change", "Tây Nguyên", -1.45)]


@pytest.mark.parametrize("year", ["năm vừa qua", "năm ngoái"])
def test_last_year_is_the_one_before_the_day_of_the_page(year: str) -> None:
    text = (
        f"Gia Lai tăng hạng PCI\nPleiku, ngày 10/5/2024 - PCI của {year} ghi nhận Gia Lai đạt 67,2 điểm, đứng thứ 19."
    )
    assert facts(text) == [("Gia Lai", 2023, "score", 67.2), ("Gia Lai", 2023, "rank", 19)]


def test_no_year_is_guessed_where_none_is_hinted_at() -> None:
    text = "Gia Lai tăng hạng PCI\nPleiku, ngày 10/5/2024 - PCI ghi nhận Gia Lai đạt 67,2 điểm, đứng thứ 19."
    assert facts(text) == []


@pytest.mark.parametrize("lead", ["Trước đó, ngày 17/4,", "Trước đó, vào ngày 17/4,"])
def test_a_day_before_is_no_year_before(lead: str) -> None:
    text = f"PCI năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh đạt 67,2 điểm. {lead} tỉnh được công bố đứng thứ 19."
    assert ("Gia Lai", 2023, "rank", 19) in facts(text)
    assert ("Gia Lai", 2023, "rank", 19) not in facts(text.replace(lead, "Trước đó,"))


@pytest.mark.parametrize(
    "steps", ["tụt 3 hạng, từ 21 xuống 24", "giảm 3 bậc (từ 21 xuống 24)", "mất 3 bậc, từ 21 còn 24"]
)
def test_behind_a_number_of_steps_figures_are_ranks(steps: str) -> None:
    found = facts(f"PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, điểm tăng nhưng tỉnh {steps}.")
    assert found == [("Gia Lai", 2023, "rank_change", -3), ("Gia Lai", 2022, "rank", 21), ("Gia Lai", 2023, "rank", 24)]


def test_behind_other_figures_they_are_none() -> None:
    text = "PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh xếp thứ 24; giảm 3 thủ tục, từ 21 xuống 18."
    assert facts(text) == [("Gia Lai", 2023, "rank", 24)]


def test_ranks_of_a_span_of_years_are_told_in_turn() -> None:
    text = (
        "PAR INDEX năm 2023 của tỉnh Gia Lai\nGiai đoạn 2021 - 2023, thứ hạng PAR INDEX của tỉnh lần lượt là 40, 36 và"
        " 24."
    )
    assert sorted(facts(text), key=lambda one: one[1]) == [
        ("Gia Lai", 2021, "rank", 40), ("Gia Lai", 2022, "rank", 36), ("Gia Lai", 2023, "rank", 24),
    ]  # fmt: skip
    assert facts(text.replace("36 và", "36, 30 và")) == []


def test_the_year_that_something_moved_to_is_no_rank() -> None:
    text = "PAR INDEX năm 2023 của tỉnh Gia Lai\nTừ vị trí 45 năm 2019, đến năm 2023 tỉnh đã vươn lên vị trí 24."
    assert facts(text) == [("Gia Lai", 2019, "rank", 45), ("Gia Lai", 2023, "rank", 24)]


def test_two_moves_of_one_unit_in_one_sentence_are_uncertain() -> None:
    text = f"{ALL}Gia Lai tăng 5 bậc, tăng 3 bậc."
    assert facts(text) == []
    text = f"{ALL}Gia Lai tăng 5 bậc so với năm 2020 và tăng 13 bậc so với năm 2017."
    assert facts(text) == [("Gia Lai", 2021, "rank_change", 5), ("Gia Lai", 2021, "rank_change", 13)]


@pytest.mark.parametrize("words", ["tăng 1,35 điểm, từ 85,57 lên 86,92", "tăng 1,35 điểm (từ 85,57 lên 86,92)"])
def test_behind_a_number_of_points_figures_are_scores(words: str) -> None:
    assert facts(f"PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh {words}.") == [
        ("Gia Lai", 2023, "score_change", 1.35), ("Gia Lai", 2022, "score", 85.57), ("Gia Lai", 2023, "score", 86.92),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["kém 5,26%", "thấp hơn 5,26%", "chỉ kém 5,26 điểm"])
def test_who_is_compared_with_the_leader_does_not_lead(words: str) -> None:
    text = f"{ALL}So với tỉnh dẫn đầu là Quảng Ninh (92,18%), Gia Lai {words}."
    assert {unit for unit, *_ in facts(text)} == {"Quảng Ninh"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2020 tỉnh còn đội sổ, vị trí 63/63; như vậy chỉ sau một năm thứ hạng vượt 24 bậc.",
        "Năm 2020 tỉnh xếp thứ 63/63. Sau một năm, tỉnh tăng 24 bậc.",
    ],
)
def test_a_year_after_the_year_before_is_that_of_the_article(sentence: str) -> None:
    assert ("Quảng Ngãi", 2021, "rank_change", 24) in facts(NOW + sentence)


def test_a_year_after_that_of_the_article_is_not_the_next_one() -> None:
    told = facts(f"{NOW}Năm 2021 tỉnh xếp thứ 39. Sau một năm, tỉnh tăng 24 bậc.")
    assert ("Quảng Ngãi", 2021, "rank_change", 24) in told
    assert {year for _, year, _, _ in told} == {2021}


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("Điểm kém năm 2020 0,77 điểm, nhưng thứ hạng lại khá hơn 6 bậc.", 6),
        ("Điểm số nhỉnh hơn năm 2020 1,2 điểm, song thứ hạng thì thấp hơn 3 bậc.", -3),
        ("Kết quả kém hơn năm trước 3 bậc.", -3),
    ],
)
def test_steps_go_on_with_the_year_of_the_change_of_score(sentence: str, steps: int) -> None:
    assert ("Quảng Ngãi", 2021, "rank_change", steps) in facts(NOW + sentence)


def test_steps_beside_another_unit_are_no_change() -> None:
    text = f"{NOW}Điểm kém năm 2020 0,77 điểm, Quảng Nam có thứ hạng cao hơn 6 bậc."
    assert [fact for fact in facts(text) if fact[2] == "rank_change"] == []


@pytest.mark.parametrize("words", ["tăng 6 bậc: 39/63 tỉnh, thành phố", "tăng 6 bậc (39/63 tỉnh, thành phố)"])
def test_a_place_of_so_many_behind_steps_is_a_rank(words: str) -> None:
    assert ("Quảng Ngãi", 2021, "rank", 39) in facts(f"{NOW}Thứ hạng của tỉnh {words}.")


def test_a_month_with_its_year_is_no_rank() -> None:
    assert ranks(f"{NOW}Cập nhật tháng: 04/2022, tỉnh công bố kết quả.") == []


def test_how_much_a_place_rose_is_no_place() -> None:
    assert ranks(f"{NOW}Thứ hạng của tỉnh là 4 bậc cao hơn.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Đông Nam Bộ tăng 3,05%, Đồng bằng sông Hồng tăng 1,71%.",
        "Riêng Đông Nam Bộ cộng thêm được 3,05%, Đồng bằng sông Hồng cộng thêm 1,71%.",
    ],
)
def test_the_mean_of_each_region_moved(sentence: str) -> None:
    found = [r for r in stated(found_in(f"PAR INDEX năm 2023\n{sentence}")) if r.get("measure") == "mean_change"]
    assert [(r["unit"], r["value"]) for r in found] == [("Đông Nam Bộ", 3.05), ("Đồng bằng sông Hồng", 1.71)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Bộ Xây dựng từ hạng 9 năm 2016 (80,59%) rơi xuống hạng 17, còn 72,61%.",
            {(2016, "rank", 9), (2016, "score", 80.59), (2017, "rank", 17), (2017, "score", 72.61)},
        ),
        (
            "Bộ Xây dựng đang ở hạng 11 (79,69%) cũng trượt 7 bậc, về hạng 18 với 72,4%.",
            {
                (2016, "rank", 11), (2016, "score", 79.69), (2017, "rank", 18), (2017, "score", 72.4),
                (2017, "rank_change", -7),
            },
        ),
    ],
)  # fmt: skip
def test_a_place_and_score_that_a_unit_fell_from(sentence: str, told: set[tuple[int, str, float]]) -> None:
    assert {fact[1:] for fact in facts(MINISTRIES + sentence)} == told


def test_a_week_that_is_compared_with_is_not_the_week_of_what_follows() -> None:
    text = (
        "Kết quả Bộ chỉ số 766 của tỉnh Nam Định tuần 22 năm 2024\nTuần 22 năm 2024, tỉnh đạt 77,72 điểm. Đối chiếu "
        "với tuần 21, điểm của tỉnh tăng 0,85 điểm.\nSở Tư pháp đạt 92,3 điểm."
    )
    found = [r for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert [(r["value"], r["period"]) for r in found] == [(77.72, "tuần 22"), (92.3, "tuần 22")]


@pytest.mark.parametrize("words", ["vọt 4 bậc", "vọt lên 4 bậc"])
def test_to_shoot_up_is_a_change(words: str) -> None:
    assert ("Quảng Ngãi", 2021, "rank_change", 4) in facts(f"{NOW}Tỉnh {words}.")


@pytest.mark.parametrize("lead", ["Ba địa phương dẫn đầu PAR INDEX 2021 là", "Ba tỉnh đứng đầu bảng năm 2021 gồm"])
def test_a_lead_of_the_best_few_may_name_its_year(lead: str) -> None:
    assert ranks(f"{ALL}{lead} Hải Phòng (91,8%), Quảng Ninh (91,1%), Đà Nẵng (90,3%).") == BEST_THREE


@pytest.mark.parametrize(
    "words",
    [
        "cao hơn chính mình một năm trước 4,3%",
        "tăng 4,3% so với chính mình năm 2020",
        "vượt chính mình năm ngoái 4,3%",
        "cao hơn kết quả của năm liền kề 4,3%",
    ],
)
def test_a_unit_may_be_compared_with_itself(words: str) -> None:
    found = [r for r in stated(found_in(f"{ALL}Hải Phòng đạt 91,8%, {words}.")) if "measure" in r]
    assert [(r["measure"], r["value"]) for r in found] == [("score", 91.8), ("score_change", 4.3)]


def test_all_points_that_were_lost_are_no_change() -> None:
    assert parts_told(f"{PARTS}Tỉnh mất 13,4 điểm, trong đó mất nhiều nhất ở tài chính công (4,21 điểm).") == []
    assert parts_told(f"{PARTS}Tỉnh mất 0,4 điểm so với năm 2020.") == [(None, "score_change", -0.4)]


@pytest.mark.parametrize(
    "words",
    [
        "Các năm 2019, 2020, 2021 lần lượt đạt 86,2%; 83,28%; 81,32%, xếp thứ 31, 57, 63.",
        "Thứ hạng của tỉnh các năm 2019 - 2021 lần lượt là 31, 57 và 63.",
        "Trong 3 năm (2019, 2020, 2021), thứ hạng của tỉnh lần lượt là: 31/63, 57/63, 63/63.",
        "Từ năm 2019 đến 2021, tỉnh lần lượt đứng ở các vị trí 31, 57, 63.",
    ],
)
def test_each_of_the_years_has_its_rank(words: str) -> None:
    found = [(r["year"], r["value"]) for r in stated(found_in(f"{OF_ONE}{words}")) if r.get("measure") == "rank"]
    assert sorted(found) == [(2019, 31), (2020, 57), (2021, 63)]


def test_both_indices_may_rise_from_one_rank_to_another() -> None:
    text = f"{OF_ONE}PAR INDEX và SIPAS đều tăng hạng: PAR INDEX từ 36 lên 34, SIPAS từ 45 lên 22."
    found = [(r["index"], r["year"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == [("PAR INDEX", 2020, 36), ("PAR INDEX", 2021, 34), ("SIPAS", 2020, 45), ("SIPAS", 2021, 22)]


@pytest.mark.parametrize("words", ["mức tăng bình quân 2,1%", "tăng trung bình 2,1%", "giảm bình quân mỗi tỉnh 2,1%"])
def test_by_how_much_all_have_moved_is_no_mean(words: str) -> None:
    assert [r for r in stated(found_in(f"{ALL}Có 58 tỉnh tăng điểm, {words}.")) if r.get("measure") == "mean"] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("hơn tỉnh xếp thứ hai 1,2%", [("Hải Phòng", 1)]),
        ("bỏ xa nhóm sau, cách địa phương đứng thứ 5 tới 3%", [("Hải Phòng", 1)]),
        ("hơn tỉnh xếp thứ hai là Quảng Ninh 1,2%", [("Hải Phòng", 1), ("Quảng Ninh", 2)]),
    ],
)
def test_the_place_of_one_that_a_unit_is_compared_with_is_not_its_own(words: str, told: list[tuple[str, int]]) -> None:
    assert ranks(f"{ALL}Hải Phòng dẫn đầu với 91,8%, {words}.") == told


@pytest.mark.parametrize("words", ["tăng 5,2 điểm và 21 bậc", "tăng 21 bậc, 5,2 điểm so với năm 2018"])
def test_changes_that_go_together_are_over_the_same_years(words: str) -> None:
    text = f"{OF_ONE}Sau 3 năm, PAR INDEX của tỉnh {words}."
    found = [r for r in stated(found_in(text)) if str(r.get("measure", "")).endswith("_change")]
    assert [(abs(r["value"]), r["vs_year"]) for r in found if r["measure"] == "rank_change"] == [(21, 2018)]


@pytest.mark.parametrize(
    ("week", "then", "status"), [(20, "tuần 19", "stated"), (20, "tuần thứ 18", "stated"), (1, "tuần 52", "candidate")]
)
def test_what_moved_from_a_week_was_of_that_week(week: int, then: str, status: str) -> None:
    head = f"Hà Nam: kết quả Bộ chỉ số 766 tuần {week}/2024\n"
    found = found_in(f"{head}Tỉnh đạt 87,4 điểm, tăng 0,5 điểm so với {then}; thứ hạng từ 17/63 lên 15/63.")
    assert [(r["status"], r["period"]) for r in found if r.get("measure") == "rank" and r["value"] == 17] == [
        (status, then if status == "stated" else "tuần 1")
    ]


def test_a_year_in_parentheses_is_not_the_year_of_the_article() -> None:
    items = "".join(
        f"+ {part}: hạng {n} (năm 2020 hạng {n + 3});\n" for n, part in enumerate(["Cải cách thể chế"] * 6, 5)
    )
    text = f"An Giang tăng 5 bậc PAR INDEX\nNăm 2021, tỉnh đạt 87,3%.\nKết quả năm 2021 của tỉnh:\n{items}"
    assert ("An Giang", 2021, "rank_change", 5) in facts(text)


def test_what_parentheses_tell_of_another_week_stays_there() -> None:
    head = "Hà Nam: kết quả Bộ chỉ số 766 tuần 31/2024\n"
    text = f"{head}Tuần 31, tỉnh đạt 82,1 điểm (tuần 30: 80,9 điểm, xếp thứ 12), xếp thứ 8/63."
    told = [(r["period"], r["measure"], r["value"]) for r in stated(found_in(text)) if "period" in r]
    assert {("tuần 31", "rank", 8), ("tuần 30", "rank", 12), ("tuần 30", "score", 80.9)} <= set(told)


@pytest.mark.parametrize(
    ("told", "moved"),
    [
        ("cao hơn năm liền trước 4 hạng (năm 2020: 31/63) nhưng thấp hơn 0,42 điểm", -0.42),
        ("cao hơn năm trước 4 bậc, song điểm số thấp hơn 0,42 điểm", -0.42),
        ("cao hơn năm trước 4 bậc và cao hơn 1,42 điểm", 1.42),
        ("cao hơn tỉnh Phú Yên 4 bậc nhưng thấp hơn 0,42 điểm", None),
        ("đứng thứ 27, thấp hơn 0,42 điểm", None),
    ],
)
def test_a_change_is_measured_against_the_year_of_the_one_that_it_is_set_against(
    told: str, moved: float | None
) -> None:
    text = f"{OF_ONE}PAR INDEX năm 2021 của tỉnh là 86,02 điểm, {told}."
    assert [v for _, _, measure, v in facts(text) if measure == "score_change"] == ([] if moved is None else [moved])


@pytest.mark.parametrize(
    ("words", "measure", "value"),
    [
        ("hao 0,77 điểm so với năm liền trước", "score_change", -0.77), ("vơi 0,77 điểm", "score_change", -0.77),
        ("bớt đi 0,77%", "score_change", -0.77), ("hao hụt 0,77 điểm", "score_change", -0.77),
        ("hạ 0,77 điểm", "score_change", -0.77), ("tuột 3 bậc", "rank_change", -3), ("sút 3 bậc", "rank_change", -3),
        ("trồi lên 3 bậc", "rank_change", 3), ("nhích lên 3 bậc", "rank_change", 3),
    ],
)  # fmt: skip
def test_rarer_words_for_moves(words: str, measure: str, value: float) -> None:
    assert facts(f"{NOW}PAR INDEX của tỉnh {words}.")[1:] == [("Quảng Ngãi", 2021, measure, value)]


@pytest.mark.parametrize(
    "words", ["cắt bớt 30 thủ tục", "bớt được 12 ngày", "hạ 5% chi phí", "giảm 20% biên chế", "hạ xuống còn 12 ngày"]
)
def test_what_is_cut_is_no_move_of_an_index(words: str) -> None:
    assert facts(f"{NOW}Tỉnh đã {words}.") == [("Quảng Ngãi", 2021, "score", 86.45)]


def test_what_is_lost_of_a_maximum_by_another_word_is_no_change() -> None:
    text = f"{NOW}Cải cách tài chính công chỉ được 8,4/12 điểm, hao hụt 3,6 điểm."
    assert [measure for _, _, measure, _ in facts(text)] == ["score", "score"]


@pytest.mark.parametrize(
    ("title", "measure", "value"),
    [
        ("Cải cách hành chính năm 2021: Quảng Ngãi nhích lên 4 bậc", "rank_change", 4),
        ("Quảng Ngãi tăng 4 bậc về cải cách hành chính", "rank_change", 4),
        ("CCHC năm 2021: Quảng Ngãi xếp thứ 12/63", "rank", 12),
        ("Cải cách hành chính: Quảng Ngãi dẫn đầu cả nước", "rank", 1),
    ],
)
def test_a_title_about_reform_tells_places_of_its_index(title: str, measure: str, value: int) -> None:
    told = facts(f"{title}\nBộ Nội vụ vừa công bố PAR INDEX năm 2021 của các tỉnh.")
    assert told == [("Quảng Ngãi", 2021, measure, value)]


@pytest.mark.parametrize(
    "title",
    [
        "Cải cách hành chính ở Quảng Ngãi: giảm 30% thời gian",
        "Chuyển đổi số và cải cách hành chính: Quảng Ngãi tăng 4 bậc",
        "Thi đua cải cách hành chính: Quảng Ngãi giành hạng nhì",
        "Cải cách hành chính: Quảng Ngãi dẫn đầu phong trào",
        "Quảng Ngãi tăng 4 bậc về thu hút đầu tư",
    ],
)
def test_a_title_about_more_than_reform_tells_none(title: str) -> None:
    assert facts(f"{title}\nBộ Nội vụ vừa công bố PAR INDEX năm 2021 của các tỉnh.") == []


def region_means(text: str) -> list[tuple[str, str, float]]:
    return [(r["unit"], r["measure"], r["value"]) for r in stated(found_in(text))]


@pytest.mark.parametrize(
    "words",
    [
        "Tây Nguyên cùng Đông Nam Bộ có giá trị trung bình bằng nhau, 85,42%",
        "Giá trị trung bình của Tây Nguyên và Đông Nam Bộ đều là 85,42%",
        "Hai vùng Tây Nguyên và Đông Nam Bộ bằng nhau (85,42%)",
        "Tây Nguyên, Đông Nam Bộ cùng ở mức 85,42%",
    ],
)
def test_regions_may_share_a_mean(words: str) -> None:
    assert region_means(f"{ALL}{words}.") == [("Tây Nguyên", "mean", 85.42), ("Đông Nam Bộ", "mean", 85.42)]


@pytest.mark.parametrize(
    "words",
    ["lần lượt đạt 85,42% và 84,1%", "có giá trị trung bình là 85,42% và 84,1%", "đạt 85,42%, 84,1%"],
)
def test_regions_named_together_have_each_their_mean(words: str) -> None:
    assert region_means(f"{ALL}Tây Nguyên và Đông Nam Bộ {words}.") == [
        ("Tây Nguyên", "mean", 85.42), ("Đông Nam Bộ", "mean", 84.1),
    ]  # fmt: skip


def test_regions_may_share_a_change() -> None:
    both = [("Đông Nam Bộ", "mean_change", 1.5), ("Đồng bằng sông Hồng", "mean_change", 1.5)]
    text = f"{ALL}Vùng Tây Nguyên tăng 2,1%, Đông Nam Bộ và Đồng bằng sông Hồng tăng 1,5%."
    assert region_means(text) == [("Tây Nguyên", "mean_change", 2.1), *both]
    assert region_means(f"{ALL}Đông Nam Bộ và Đồng bằng sông Hồng đều có điểm trung bình tăng 1,5%.") == both


def test_regions_beside_each_other_do_not_share_what_one_has() -> None:
    text = f"{ALL}Điểm trung bình vùng Tây Nguyên đạt 85,42%, cao hơn Đông Nam Bộ và Đồng bằng sông Hồng 1,5%."
    assert region_means(text) == [("Tây Nguyên", "mean", 85.42)]
    text = f"{ALL}Vùng Đông Nam Bộ đạt 87,1%, Tây Nguyên 85,42%."
    assert region_means(text) == [("Đông Nam Bộ", "mean", 87.1), ("Tây Nguyên", "mean", 85.42)]


@pytest.mark.parametrize(
    "ranked", ["thứ hạng là 41, 50, 32", "thứ hạng là 41, 50 và 32", "xếp hạng lần lượt là 41, 50, 32"]
)
def test_scores_and_ranks_of_three_years_that_are_told_in_turn(ranked: str) -> None:
    text = f"{OF_ONE}Qua ba năm 2019, 2020, 2021, điểm của tỉnh lần lượt là 82,1; 84,3; 85,05 và {ranked}."
    scores = [("An Giang", 2019 + at, "score", value) for at, value in enumerate((82.1, 84.3, 85.05))]
    places = [("An Giang", 2019 + at, "rank", value) for at, value in enumerate((41, 50, 32))]
    assert sorted(facts(text)) == sorted([*scores, *places])


def test_two_figures_for_three_years_are_of_no_certain_one() -> None:
    told = "Qua ba năm 2019, 2020, 2021, điểm của tỉnh lần lượt là 82,1 điểm và 84,3 điểm."
    assert facts(OF_ONE + told) == []


@pytest.mark.parametrize("verb", ["bứt lên", "vọt lên", "vươn lên", "tụt xuống"])
def test_a_place_that_one_moved_to(verb: str) -> None:
    told = f"Nếu như năm 2020 tỉnh đứng ở vị trí 44 thì đến năm 2021 {verb} 33."
    assert ranks(OF_ONE + told) == [("An Giang", 44), ("An Giang", 33)]


@pytest.mark.parametrize(
    "words",
    [
        "Bình Thuận là tỉnh có mức tăng điểm nhiều nhất (6,39%)",
        "Bình Thuận có mức tăng thấp nhất, chỉ 6,39%",
        "Mức tăng của Bình Thuận là lớn nhất (6,39%)",
        "Bình Thuận dẫn đầu về mức tăng điểm (6,39%)",
        "Mức tăng cao nhất thuộc về Bình Thuận (6,39%)",
    ],
)
def test_the_largest_rise_is_a_change(words: str) -> None:
    assert facts(f"{ALL}{words}.") == [("Bình Thuận", 2021, "score_change", 6.39)]


def test_the_most_steps_are_a_change_of_rank() -> None:
    text = f"{ALL}Bình Thuận tăng hạng nhiều nhất (12 bậc), Lai Châu tụt hạng sâu nhất (15 bậc)."
    assert facts(text) == [("Bình Thuận", 2021, "rank_change", 12), ("Lai Châu", 2021, "rank_change", -15)]
    assert facts(f"{ALL}Bình Thuận đạt điểm nhiều nhất (92,1%).") == [("Bình Thuận", 2021, "score", 92.1)]


@pytest.mark.parametrize("before", ["lần lượt xếp thứ", "xếp hạng qua các năm là", "thứ hạng lần lượt là"])
def test_ranks_with_the_year_of_each_behind_them(before: str) -> None:
    found = facts(f"{OF_ONE}Những năm sau đó, An Giang {before} 13 (2016), 18 (2017), 20 (2018) và 31 (2019).")
    assert [(year, value) for _, year, _, value in found] == [(2016, 13), (2017, 18), (2018, 20), (2019, 31)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Dù có điểm số cao hơn năm ngoái, đạt 86,5%, tỉnh vẫn tụt hạng.", ("score", 86.5)),
        ("Điểm số cao hơn năm ngoái 0,5 điểm.", ("score_change", 0.5)),
        ("So với năm trước, tỉnh tăng ít nhất, vỏn vẹn 0,19 điểm.", ("score_change", 0.19)),
    ],
)
def test_what_was_got_is_no_change_though_it_is_compared(told: str, expected: tuple[str, float]) -> None:
    assert [(measure, value) for _, _, measure, value in facts(OF_ONE + told)] == [expected]


@pytest.mark.parametrize("then", [2018, 2019])
def test_a_change_behind_the_year_before_leads_to_the_year_of_the_article(then: int) -> None:
    text = (
        "PAR INDEX năm 2020 của Bộ Xây dựng\nNăm 2020, Chỉ số CCHC của Bộ Xây dựng là 84,73%, đứng thứ 14/17 bộ. "
        f"Năm {then}, Bộ được 83,12%, đứng thứ 12/17. Điểm tăng 1,61% mà hạng lại giảm 2 bậc."
    )
    told = [(year, measure, value) for _, year, measure, value in facts(text) if "change" in str(measure)]
    year = 2020 if then == 2019 else then  # Of an older year nothing says that it is what the change leads from.
    assert told == [(year, "score_change", 1.61), (year, "rank_change", -2)]


@pytest.mark.parametrize("from_year", ["so với năm 2018", "so với năm trước đó"])
def test_a_change_that_tells_its_own_year_is_of_the_year_spoken_of(from_year: str) -> None:
    text = (
        "PAR INDEX năm 2020 của Bộ Xây dựng\nNăm 2020, Chỉ số CCHC của Bộ Xây dựng là 84,73%. "
        f"Năm 2019, Bộ được 83,12%. Điểm tăng 0,4% {from_year}."
    )
    assert ("Bộ Xây dựng", 2019, "score_change", 0.4) in facts(text)


@pytest.mark.parametrize("now", ["nay hạng 22", "nay ở thứ 22", "nay thứ 22", "nay là hạng 22"])
def test_now_is_the_year_of_the_article_whatever_stands_behind_it(now: str) -> None:
    text = f"{NOW}Cải cách thể chế năm 2020 hạng 51, {now}. Tổ chức bộ máy được 9,35/10,5 điểm."
    assert [(year, value) for _, year, _, value in facts(text)][1:] == [(2020, 51), (2021, 22), (2021, 9.35)]


@pytest.mark.parametrize("beside", ["Nếu đặt cạnh năm 2018", "Đặt bên cạnh năm 2018", "So với năm 2018"])
def test_a_year_that_is_put_beside_is_compared_with(beside: str) -> None:
    found = [r for r in stated(found_in(f"{NOW}{beside}, tỉnh tăng 7,04%.")) if r.get("measure") == "score_change"]
    assert [(r["year"], r["vs_year"], r["value"]) for r in found] == [(2021, 2018, 7.04)]


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("Một năm trước đó, Bộ đứng thứ 11; tức là thứ hạng lên 3 bậc.", 2022),
        ("Năm 2021, Bộ xếp thứ 11; như vậy Bộ tăng 3 bậc.", 2022),
        ("Năm trước, Bộ xếp thứ 11, nghĩa là Bộ đã tăng 3 bậc.", 2022),
        ("Năm 2021, Bộ tăng 3 bậc, xếp thứ 11.", 2021),
    ],
)
def test_a_change_that_is_drawn_from_two_years_is_of_the_later_one(told: str, year: int) -> None:
    head = "PAR INDEX 2022 của Bộ Y tế\nBộ Y tế đạt 84,97 điểm PAR INDEX năm 2022, đứng thứ 8/17.\n"
    assert [one for one in facts(head + told) if one[2] == "rank_change"] == [("Bộ Y tế", year, "rank_change", 3)]


def test_a_change_in_parentheses_behind_the_year_before_is_of_this_year() -> None:
    told = "Đây là lĩnh vực duy nhất có điểm thấp hơn năm trước (giảm 0,37 điểm)."
    assert [one[1:] for one in facts(OF_ONE + told)] == [(2021, "score_change", -0.37)]


def test_in_how_many_parts_it_is_more_is_no_change() -> None:
    assert facts(f"{OF_ONE}SIPAS của tỉnh hơn năm trước ở cả 5 yếu tố.") == []
    assert [one[3] for one in facts(f"{OF_ONE}Điểm của tỉnh cao hơn năm trước 2,35.")] == [2.35]


@pytest.mark.parametrize("beside", ["dưới mức trung bình", "cao hơn mức trung bình", "trên mức bình quân"])
def test_the_mean_of_all_beside_that_of_a_region_is_told_too(beside: str) -> None:
    told = f"Vùng Tây Nguyên đạt trung bình 83,1%, {beside} của 63 tỉnh, thành phố (84,79%)."
    assert {value for _, _, measure, value in facts(ALL + told) if measure == "mean"} == {83.1, 84.79}


def test_a_rank_has_the_year_that_its_score_has_in_parentheses() -> None:
    text = f"{NOW}Tỉnh đi lên: hạng 24 (năm 2017), hạng 19 (năm 2018, đạt 80,11%), hạng 16 (năm 2019, được 82,3%)."
    told = sorted((year, float(value)) for _, year, _, value in facts(text) if year < 2021)
    assert told == [(2017, 24), (2018, 19), (2018, 80.11), (2019, 16), (2019, 82.3)]


def test_a_rank_of_a_year_in_parentheses_behind_another_is_the_year_s_alone() -> None:
    told = facts(f"{NOW}Tỉnh xếp hạng 12 (năm 2020, hạng 19).")[1:]
    assert told == [("Quảng Ngãi", 2021, "rank", 12), ("Quảng Ngãi", 2020, "rank", 19)]


@pytest.mark.parametrize("time", ["lần công bố đầu tiên", "kỳ đánh giá đầu tiên", "lần khảo sát đầu tiên"])
def test_the_time_of_a_rank_may_be_named_before_its_year(time: str) -> None:
    assert ("Quảng Ngãi", 2014, "rank", 48) in facts(f"{NOW}Trước đó, tỉnh từng đứng thứ 48 ở {time} (năm 2014).")


@pytest.mark.parametrize("lead", ["Ba năm kế tiếp 2016, 2017, 2018", "Ba năm tiếp theo là các năm 2016, 2017, 2018"])
def test_years_that_are_told_in_turn_may_be_counted_before(lead: str) -> None:
    told = facts(f"{NOW}{lead}, tỉnh lần lượt ở các vị trí 35, 28 và 33.")[1:]
    assert [(year, rank) for _, year, _, rank in told] == [(2016, 35), (2017, 28), (2018, 33)]


@pytest.mark.parametrize("held", ["giữ vị trí thứ 3", "liên tục xếp thứ 3", "luôn đứng thứ 3"])
def test_a_place_held_from_one_year_to_another_is_of_each(held: str) -> None:
    told = facts(f"{NOW}Tỉnh {held} từ năm 2016 đến năm 2018.")[1:]
    assert [(year, rank) for _, year, _, rank in told] == [(2016, 3), (2017, 3), (2018, 3)]


def test_from_one_year_to_another_a_place_may_be_moved_to() -> None:
    told = facts(f"{NOW}Tỉnh lên vị trí thứ 3 từ năm 2016 đến năm 2018.")[1:]
    assert 2017 not in {year for _, year, _, _ in told}


@pytest.mark.parametrize(("amount", "measure"), [("0,84", "score_change"), ("86,84", "score")])
def test_what_goes_up_by_less_than_a_point_is_no_score(amount: str, measure: str) -> None:
    assert ("Quảng Ngãi", 2021, measure, float(amount.replace(",", "."))) in facts(
        f"{NOW}Điểm của tỉnh nhích lên {amount} điểm so với năm 2020."
    )


@pytest.mark.parametrize("when", ["khi tỉnh xếp", "lúc tỉnh đứng thứ"])
def test_what_is_told_of_the_time_compared_with_is_of_its_year(when: str) -> None:
    told = facts(f"{NOW}Tỉnh tăng 4 bậc và 3,99% so với năm 2018, {when} 14/63 với 80,37%.")[1:]
    assert ("Quảng Ngãi", 2018, "rank", 14) in told
    assert ("Quảng Ngãi", 2018, "score", 80.37) in told
    assert {year for _, year, measure, _ in told if "change" in str(measure)} == {2021}


@pytest.mark.parametrize("who", ["tỉnh ", ""])
def test_who_moves_may_stand_between_where_from_and_where_to(who: str) -> None:
    told = facts(f"{NOW}Vì các tỉnh khác tăng nhanh hơn nên từ vị trí 59, {who}lùi xuống vị trí 61.")[1:]
    assert told == [("Quảng Ngãi", 2020, "rank", 59), ("Quảng Ngãi", 2021, "rank", 61)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Tỉnh được 84,51 điểm, tăng 1,36; hạng 32, thứ hạng giảm 4.", [1.36, -4]),
        ("So với năm 2020, điểm số tăng 1,36 còn thứ bậc lại tụt 4.", [1.36, -4]),
        ("Điểm của tỉnh giảm 0,85, còn 84,51 điểm; vị trí lùi 3 so với năm 2020.", [-0.85, -3]),
        ("Tỉnh đạt 84,51%, nhích thêm 0,3 và xếp thứ 20.", [0.3]),
        ("Thứ hạng giảm 2 năm liền, hạng giảm xuống 42.", []),
        ("Tỉnh được 84,51 điểm, tăng 1,1 lần so với năm 2020.", []),
    ],
)
def test_a_change_beside_its_score_or_of_a_rank_needs_no_unit_of_measure(told: str, expected: list[float]) -> None:
    assert [value for _, _, measure, value in facts(OF_ONE + told) if "change" in measure] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("lên hạng 17 từ hạng 25", [(2021, 17), (2020, 25)]),
        ("tụt xuống vị trí 40 từ vị trí 12 của năm 2019", [(2021, 40), (2019, 12)]),
        ("xếp hạng 12 từ 63 tỉnh", [(2021, 12)]),
    ],
)
def test_a_place_may_be_told_before_the_one_that_it_came_from(told: str, expected: list[tuple[int, int]]) -> None:
    found = facts(f"{OF_ONE}An Giang đạt 84,9%, {told}.")
    assert [(year, value) for _, year, measure, value in found if measure == "rank"] == expected


@pytest.mark.parametrize("so", ["nghĩa là", "như vậy", "tức là", "vậy là"])
def test_what_is_concluded_from_an_earlier_place_is_of_the_year_talked_about(so: str) -> None:
    head = f"{OF_ONE}An Giang được 85,83 điểm, hạng 27. "
    found = facts(f"{head}Một năm trước, điểm cao hơn (86,20) nhưng hạng chỉ là 43; {so} tỉnh lên 16 bậc.")
    assert ("An Giang", 2020, "rank", 43) in found
    assert [(year, value) for _, year, measure, value in found if measure == "rank_change"] == [(2021, 16)]
    found = facts(f"{head}Năm 2019, tỉnh được 80,2 điểm và lên 5 bậc.")
    assert [(year, value) for _, year, measure, value in found if measure == "rank_change"] == [(2019, 5)]


def test_scores_with_ranks_behind_them_have_the_year_behind_the_ranks() -> None:
    told = "Hai năm kế tiếp là 74,05 điểm, hạng 50 (2013) rồi 79,9 điểm và xếp thứ 41 (2014)."
    assert [(year, value) for _, year, _, value in facts(OF_ONE + told)] == [
        (2013, 74.05), (2013, 50), (2014, 79.9), (2014, 41),
    ]  # fmt: skip


def test_a_year_that_opens_what_is_told_of_it_needs_no_word_and_a_number_of_files_is_none() -> None:
    told = "Nhìn lại chặng đường: 2012, An Giang có 68,9 điểm, xếp thứ 57."
    assert facts(OF_ONE + told) == [("An Giang", 2012, "score", 68.9), ("An Giang", 2012, "rank", 57)]
    told = "Số hồ sơ: 2012, trong đó 1950 hồ sơ đúng hạn. An Giang xếp thứ 20."
    assert facts(OF_ONE + told) == [("An Giang", 2021, "rank", 20)]


@pytest.mark.parametrize("to", ["vọt tới", "leo đến", "nhảy tới", "lên tới"])
def test_what_a_score_has_come_to_is_a_score(to: str) -> None:
    assert facts(f"{OF_ONE}Năm 2015 điểm số {to} 84,96 song chỉ đủ cho hạng 39.") == [
        ("An Giang", 2015, "score", 84.96), ("An Giang", 2015, "rank", 39),
    ]  # fmt: skip


def test_the_year_of_what_parentheses_hold_is_not_that_of_the_score_before_them() -> None:
    told = "Tỉnh đạt 84,98 điểm, xếp thứ 33/63 (năm 2020: 86,19 điểm, xếp thứ 24/63)."
    assert {(year, value) for _, year, _, value in facts(OF_ONE + told)} == {
        (2021, 84.98), (2021, 33), (2020, 86.19), (2020, 24),
    }  # fmt: skip


@pytest.mark.parametrize("now", ["nay cộng thêm 13,2%", "nay thêm 13,2%", "nay có thêm 13,2%"])
def test_now_may_stand_before_any_verb(now: str) -> None:
    told = facts(f"{NOW}Năm 2020 tỉnh còn ở vị trí 63/63 với 73,25%, {now} và nhảy 24 bậc.")[1:]
    assert ("Quảng Ngãi", 2021, "score_change", 13.2) in told
    assert ("Quảng Ngãi", 2021, "rank_change", 24) in told


def test_the_year_compared_with_may_be_said_to_be_one_in_which() -> None:
    told = facts(f"{NOW}Tỉnh sụt 0,92% so với năm 2020, năm tỉnh cũng về thứ 3 nhưng được tới 87,37%.")[1:]
    assert ("Quảng Ngãi", 2020, "rank", 3) in told
    assert ("Quảng Ngãi", 2020, "score", 87.37) in told


@pytest.mark.parametrize("time", ["ở kỳ 2017", "trong đợt 2017", "ở năm 2017"])
def test_a_time_of_a_year_is_the_year(time: str) -> None:
    assert ("Quảng Ngãi", 2017, "rank", 12) in facts(f"{NOW}Trước đó, tỉnh xếp thứ 12 {time}.")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Tỉnh lên hạng 17 từ hạng 25.", [(2021, 17), (2020, 25)]),
        ("Tỉnh tụt xuống thứ 20 từ thứ 8 của năm 2019.", [(2021, 20), (2019, 8)]),
        ("Tỉnh lên hạng 17 từ 25 điểm.", [(2021, 17)]),
        ("Một năm trước, điểm cao hơn nhưng hạng chỉ là 43.", [(2020, 43)]),
    ],
)
def test_a_place_told_first_leaves_the_one_that_it_came_from_to_its_year(
    told: str, expected: list[tuple[int, int]]
) -> None:
    assert [(year, value) for _, year, measure, value in facts(OF_ONE + told) if measure == "rank"] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Cải cách thể chế được 9,02 điểm, tăng 0,36.", [("score", 9.02), ("score_change", 0.36)]),
        ("Cải cách thể chế giảm 0,75, còn 9,02 điểm.", [("score_change", -0.75), ("score", 9.02)]),
        ("Điểm cộng thêm 2,49% mà thứ bậc lại giảm 2.", [("score_change", 2.49), ("rank_change", -2)]),
        ("Cải cách thể chế được 9,02 điểm, hơn 5 tỉnh khác.", [("score", 9.02)]),
        ("Thứ bậc giảm 2 năm liền.", []),
    ],
)
def test_a_change_needs_no_unit_of_measure_beside_its_score(told: str, expected: list[tuple[str, float]]) -> None:
    assert sorted((measure, value) for _, _, measure, value in facts(OF_ONE + told)) == sorted(expected)


def test_the_year_behind_a_score_and_a_rank_is_that_of_both() -> None:
    told = "Hai năm kế tiếp khá dần lên, 74,05 điểm, hạng 50 (2013) rồi 79,9 điểm, hạng 41 (2014)."
    assert [one[1:] for one in facts(OF_ONE + told)] == [
        (2013, "score", 74.05), (2013, "rank", 50), (2014, "score", 79.9), (2014, "rank", 41),
    ]  # fmt: skip


@pytest.mark.parametrize("week", ["tuần 40", "tháng 9"])
def test_what_stands_in_parentheses_may_be_of_another_week_or_month(week: str) -> None:
    text = (
        "Hà Nam: Bộ chỉ số 766\nChốt tuần 41 năm 2023, tỉnh được 71,36/100 điểm theo Bộ chỉ số 766.\n"
        f"Ở tuần 40, con số là 70,58 điểm.\nĐiểm từng nhóm, trong ngoặc là {week}:\n"
        "- Công khai, minh bạch: 12,4/18 (12)\n- Số hóa hồ sơ: 13,05/22 (12,6)"
    )
    found = {(r["value"], r["period"]) for r in stated(found_in(text)) if r.get("component")}
    assert {(13.05, "tuần 41"), (12.6, week), (12.4, "tuần 41")} <= found


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Sở Y tế tăng nhiều điểm nhất: 7,31 điểm, đạt 82,55 điểm.", [("score_change", 7.31), ("score", 82.55)]),
        ("Sở Y tế đạt nhiều điểm nhất: 94,31 điểm.", [("rank", 1), ("score", 94.31)]),
    ],
)
def test_who_moved_by_most_points_has_not_the_most(told: str, expected: list[tuple[str, float]]) -> None:
    head = "Chỉ số CCHC năm 2022 của các sở tỉnh Hà Nam\nUBND tỉnh công bố kết quả.\n"
    assert [(measure, value) for _, _, measure, value in facts(head + told)] == expected


@pytest.mark.parametrize("told", ["rồi hai năm liền ngồi ghế số 1: 81,06% năm 2013, 81,83% năm 2014", "đứng đầu"])
def test_a_place_held_for_years_is_of_those_that_a_score_is_told_for(told: str) -> None:
    text = f"PAR INDEX năm 2021 của Bộ Y tế\nBộ Y tế đạt 87,05% năm 2021.\nBộ Y tế {told}."
    years = [year for _, year, measure, value in facts(text) if (measure, value) == ("rank", 1)]
    assert years == ([2013, 2014] if "ghế" in told else [2021])


def test_a_change_beside_one_that_concludes_from_the_year_before_is_of_the_same_year() -> None:
    told = facts(f"{NOW}Tỉnh xếp thứ 36. Năm 2020 tỉnh ở thứ 22, như vậy đã lùi 14 bậc dù điểm số nhích 0,58%.")
    changes = [(year, value) for _, year, measure, value in told if "change" in str(measure)]
    assert changes == [(2021, -14), (2021, 0.58)]


@pytest.mark.parametrize(("years", "expected"), [("năm 2019, hạng 24", 2019), ("năm 2019: hạng 24", 2021)])
def test_a_score_has_the_year_that_its_rank_has_in_parentheses(years: str, expected: int) -> None:
    told = facts(f"{NOW}Trong đó, điểm số của tỉnh đạt 82,9% ({years}).")
    assert ("Quảng Ngãi", expected, "score", 82.9) in told
    assert ("Quảng Ngãi", 2019, "rank", 24) in told


def test_what_a_unit_was_in_a_year_in_passing_ends_with_the_semicolon() -> None:
    second = "á quân là Sở Nội vụ với 94,7 điểm, đơn vị từng dẫn đầu năm 2020; hạng ba: Sở Tư pháp, 94,05 điểm."
    told = facts(f"Hà Nam: Chỉ số CCHC năm 2021 của các sở\nTrong các sở của tỉnh Hà Nam, {second}")
    assert ("Sở Tư pháp", 2021, "rank", 3) in told
    assert ("Sở Tư pháp", 2021, "score", 94.05) in told
