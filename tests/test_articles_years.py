"""Which year a figure is of: those told with it, in turn, in parentheses, by their distance, or not at all."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, BEST_THREE, DISTRICTS, NOW, OF_ONE, facts, ranks

REMARKS = "PAR INDEX của tỉnh qua ba năm: 81,4% (hạng 50) năm 2019, 82,6% (hạng 44) năm 2020 và 84% (hạng 39) năm 2021."
SERIES = "Năm 2021: 41,2105; 2022: 40,8831; 2023: 42,0127."
MONTHLY = "Bộ chỉ số 766 tháng 8/2025 của tỉnh Gia Lai\nTháng 8/2025, tỉnh đạt 86,4 điểm, xếp thứ 9/34.\n"


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


def test_what_is_kept_by_months_without_its_time_is_not_of_the_year_of_another_index() -> None:
    text = "PAR INDEX năm 2022 của tỉnh Gia Lai\nPAR INDEX đạt 84,2%. Với Bộ chỉ số 766, tỉnh đạt 81,3 điểm."
    assert [r["status"] for r in found_in(text) if r.get("index") == "Bộ chỉ số 766"] == ["candidate"]


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


def test_a_month_with_its_year_is_no_rank() -> None:
    assert ranks(f"{NOW}Cập nhật tháng: 04/2022, tỉnh công bố kết quả.") == []


@pytest.mark.parametrize("lead", ["Ba địa phương dẫn đầu PAR INDEX 2021 là", "Ba tỉnh đứng đầu bảng năm 2021 gồm"])
def test_a_lead_of_the_best_few_may_name_its_year(lead: str) -> None:
    assert ranks(f"{ALL}{lead} Hải Phòng (91,8%), Quảng Ninh (91,1%), Đà Nẵng (90,3%).") == BEST_THREE


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


@pytest.mark.parametrize("words", ["tăng 5,2 điểm và 21 bậc", "tăng 21 bậc, 5,2 điểm so với năm 2018"])
def test_changes_that_go_together_are_over_the_same_years(words: str) -> None:
    text = f"{OF_ONE}Sau 3 năm, PAR INDEX của tỉnh {words}."
    found = [r for r in stated(found_in(text)) if str(r.get("measure", "")).endswith("_change")]
    assert [(abs(r["value"]), r["vs_year"]) for r in found if r["measure"] == "rank_change"] == [(21, 2018)]


def test_a_year_in_parentheses_is_not_the_year_of_the_article() -> None:
    items = "".join(
        f"+ {part}: hạng {n} (năm 2020 hạng {n + 3});\n" for n, part in enumerate(["Cải cách thể chế"] * 6, 5)
    )
    text = f"An Giang tăng 5 bậc PAR INDEX\nNăm 2021, tỉnh đạt 87,3%.\nKết quả năm 2021 của tỉnh:\n{items}"
    assert ("An Giang", 2021, "rank_change", 5) in facts(text)


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


@pytest.mark.parametrize("before", ["lần lượt xếp thứ", "xếp hạng qua các năm là", "thứ hạng lần lượt là"])
def test_ranks_with_the_year_of_each_behind_them(before: str) -> None:
    found = facts(f"{OF_ONE}Những năm sau đó, An Giang {before} 13 (2016), 18 (2017), 20 (2018) và 31 (2019).")
    assert [(year, value) for _, year, _, value in found] == [(2016, 13), (2017, 18), (2018, 20), (2019, 31)]


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


@pytest.mark.parametrize("when", ["khi tỉnh xếp", "lúc tỉnh đứng thứ"])
def test_what_is_told_of_the_time_compared_with_is_of_its_year(when: str) -> None:
    told = facts(f"{NOW}Tỉnh tăng 4 bậc và 3,99% so với năm 2018, {when} 14/63 với 80,37%.")[1:]
    assert ("Quảng Ngãi", 2018, "rank", 14) in told
    assert ("Quảng Ngãi", 2018, "score", 80.37) in told
    assert {year for _, year, measure, _ in told if "change" in str(measure)} == {2021}


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


def test_the_year_behind_a_score_and_a_rank_is_that_of_both() -> None:
    told = "Hai năm kế tiếp khá dần lên, 74,05 điểm, hạng 50 (2013) rồi 79,9 điểm, hạng 41 (2014)."
    assert [one[1:] for one in facts(OF_ONE + told)] == [
        (2013, "score", 74.05), (2013, "rank", 50), (2014, "score", 79.9), (2014, "rank", 41),
    ]  # fmt: skip


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
    told = facts(f"PAR INDEX năm 2021 của tỉnh Quảng Ngãi\nTrong đó, điểm số của tỉnh đạt 82,9% ({years}).")
    assert ("Quảng Ngãi", expected, "score", 82.9) in told
    assert ("Quảng Ngãi", 2019, "rank", 24) in told


def test_what_a_unit_was_in_a_year_in_passing_ends_with_the_semicolon() -> None:
    second = "á quân là Sở Nội vụ với 94,7 điểm, đơn vị từng dẫn đầu năm 2020; hạng ba: Sở Tư pháp, 94,05 điểm."
    told = facts(f"Hà Nam: Chỉ số CCHC năm 2021 của các sở\nTrong các sở của tỉnh Hà Nam, {second}")
    assert ("Sở Tư pháp", 2021, "rank", 3) in told
    assert ("Sở Tư pháp", 2021, "score", 94.05) in told


CONCLUDES = "PAR INDEX 2022 của Quảng Nam\nNăm 2022, tỉnh đạt 86,57%, xếp thứ 37. "


@pytest.mark.parametrize("so", ["như vậy", "vậy là", "tính ra", "như thế"])
def test_a_conclusion_leads_from_the_year_before_to_that_of_the_article(so: str) -> None:
    told = f"Năm 2021, tỉnh được 83,92%, hạng 42; {so} điểm số tăng 2,65%, kém bình quân cả nước (87,02%)."
    means = [(r["year"], r["value"]) for r in stated(found_in(CONCLUDES + told)) if r.get("measure") == "mean"]
    assert means == [(2022, 87.02)]


@pytest.mark.parametrize(
    "told",
    [
        "Năm 2021, tỉnh được 83,92%, kém bình quân cả nước (87,02%); như vậy điểm số tăng 2,65%.",
        "Năm 2021, tỉnh được 83,92%, hạng 42, kém bình quân cả nước (87,02%).",
    ],
)
def test_what_no_conclusion_stands_before_is_of_the_year_told(told: str) -> None:
    means = [(r["year"], r["value"]) for r in stated(found_in(CONCLUDES + told)) if r.get("measure") == "mean"]
    assert means == [(2021, 87.02)]


@pytest.mark.parametrize(
    "told",
    [
        "Tỉnh từng đứng hạng 51 (năm 2014), 47 (2015), rồi 33 (2016).",
        "Tỉnh từng qua các vị trí 51 (2014), 47 (2015) và 33 (2016) trước khi có kết quả này.",
        "Chặng đường của tỉnh: hạng 51 năm 2014, 47 năm 2015, 33 năm 2016.",
        "Thứ hạng những năm trước: 51 (2014) - 47 (2015) - 33 (2016).",
        "Tỉnh xếp thứ 51/63 (2014), lên 47/63 (2015) rồi 33/63 (2016).",
    ],
)
def test_each_of_several_places_has_the_year_behind_it(told: str) -> None:
    found = [(year, value) for _, year, measure, value in facts(NOW + told) if measure == "rank"]
    assert found == [(2014, 51), (2015, 47), (2016, 33)]


def test_what_is_counted_for_years_is_no_series_of_places() -> None:
    told = facts(f"{NOW}Năm đó có công trình hạng 3 (2014), 47 đoàn kiểm tra (2015).")
    assert (2015, 47) not in [(year, value) for _, year, _, value in told]


@pytest.mark.parametrize(
    "told",
    [
        "Tỉnh không còn ở vị trí 58/63 như năm 2020.", "Tỉnh đã thoát khỏi vị trí 58/63 của năm 2020.",
        "Tỉnh đã rời vị trí thứ 58 của năm ngoái.",
    ],
)  # fmt: skip
def test_a_place_that_a_unit_no_more_has_is_of_the_year_named_behind_it(told: str) -> None:
    assert ("Quảng Ngãi", 2020, "rank", 58) in facts(NOW + told)


@pytest.mark.parametrize("told", ["Tỉnh không ở vị trí 58/63.", "Tỉnh chưa lọt vào vị trí 58/63, theo kế hoạch."])
def test_a_place_that_is_denied_without_a_year_is_none(told: str) -> None:
    assert not ranks(NOW + told)


@pytest.mark.parametrize("who", ["tỉnh đã vươn lên", "Quảng Ngãi nay leo lên", "Quảng Ngãi đã bật lên"])
def test_what_a_sentence_opens_with_is_of_its_year_and_what_it_came_to_of_the_articles(who: str) -> None:
    told = [(year, value) for _, year, _, value in facts(f"{NOW}Đứng thứ 58 cả nước năm 2019, {who} hạng 40.")]
    assert told[1:] == [(2019, 58), (2021, 40)]


def test_what_parentheses_hold_behind_a_year_in_a_condition_is_of_that_year() -> None:
    told = facts(f"{NOW}Nếu đặt cạnh năm 2018 (hạng 41) thì tỉnh đã lên 9 bậc.")
    assert told[1:] == [("Quảng Ngãi", 2018, "rank", 41), ("Quảng Ngãi", 2021, "rank_change", 9)]


THEN_AND_NOW = "PAR INDEX năm 2022 của tỉnh Cà Mau\nNăm 2022, tỉnh xếp thứ 19.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Thứ hạng của tỉnh trong giai đoạn trước:\n2018: 41; 2019: 37; 2020: 44.",
        "Thứ hạng qua các năm: 2018: 41; 2019: 37; 2020: 44.",
        "Xếp hạng PAR INDEX các năm trước: 2018 - 41, 2019 - 37, 2020 - 44.",
        "Vị trí của tỉnh từng năm như sau: năm 2018 (41), năm 2019 (37), năm 2020 (44).",
        "Vị trí của tỉnh các năm như sau:\n- Năm 2018: 41\n- Năm 2019: 37\n- Năm 2020: 44",
        "Thứ hạng: 41 (2018) → 37 (2019) → 44 (2020).",
    ],
)
def test_years_with_a_whole_number_each_have_the_ranks_that_are_announced(told: str) -> None:
    found = [(year, value) for _, year, measure, value in facts(THEN_AND_NOW + told) if measure == "rank"]
    assert sorted(found, key=str) == [(2018, 41), (2019, 37), (2020, 44), (2022, 19)]


@pytest.mark.parametrize(
    "told",
    [
        "Số thủ tục được cắt giảm qua các năm: 2018: 41; 2019: 37; 2020: 44.",
        "Điểm cộng thêm qua các năm:\n2018: 4; 2019: 3; 2020: 4.",
        "Thứ hạng cải cách thể chế qua các năm:\n2018: 41; 2019: 37; 2020: 44.",
        "Thứ hạng trong vùng qua các năm: 2018: 4; 2019: 3; 2020: 4.",
        "Mức tăng thứ hạng qua các năm:\n2018: 4; 2019: 3; 2020: 4.",
    ],
)
def test_whole_numbers_by_year_of_anything_else_are_no_ranks_of_the_whole(told: str) -> None:
    assert [year for _, year, measure, _ in facts(THEN_AND_NOW + told) if measure == "rank"] == [2022]


@pytest.mark.parametrize(
    "told",
    [
        "Nhìn lại từ 2017, năm tỉnh xếp thứ 35 với 77,4%, tỉnh đã tiến dài.",
        "Kể từ năm 2017, khi tỉnh đứng thứ 35 với 77,4%, thứ hạng tăng đều.",
    ],
)
def test_what_is_told_of_the_year_that_a_time_begins_with_is_of_that_year(told: str) -> None:
    found = [(year, value) for _, year, _, value in facts(THEN_AND_NOW + told)]
    assert found == [(2022, 19), (2017, 35), (2017, 77.4)]


def test_what_is_told_since_a_year_is_not_of_it() -> None:
    text = f"{THEN_AND_NOW}Từ năm 2017, tỉnh luôn phấn đấu; năm nay tỉnh đạt 85,3%."
    assert [(year, value) for _, year, _, value in facts(text)] == [(2022, 19), (2022, 85.3)]


@pytest.mark.parametrize(
    "others", ["năm 2019: 18, năm 2018: 19", "2019: 18; 2018: 19", "năm 2019 là 18, năm 2018 là 19"]
)
def test_places_behind_their_years_which_only_the_first_is_said_to_be_one(others: str) -> None:
    found = [(year, value) for _, year, measure, value in facts(f"{NOW}Năm 2020 tỉnh ở vị trí 17, {others}.")]
    assert found[1:] == [(2020, 17), (2019, 18), (2018, 19)]


def test_what_is_told_of_years_behind_a_place_in_percent_is_no_place() -> None:
    assert ranks(f"{NOW}Năm 2020 tỉnh ở vị trí 17, năm 2019: 81,8%, năm 2018: 79 điểm.") == [("Quảng Ngãi", 17)]


@pytest.mark.parametrize("who", ["Bộ", "Bộ chỉ", "Bộ mới"])
def test_the_year_before_of_a_ministry_is_not_the_articles(who: str) -> None:
    text = f"PAR INDEX năm 2021\nBộ Y tế xếp thứ 8/17 với 86,31%; năm trước {who} xếp thứ 11 với 84,7%."
    assert [one[1:] for one in facts(text)] == [
        (2021, "rank", 8), (2021, "score", 86.31), (2020, "rank", 11), (2020, "score", 84.7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Lần gần đây nhất tỉnh giữ hạng nhì PAR INDEX là năm 2012.", [(2012, 2)]),
        ("Lần gần nhất Hà Nam đứng thứ 9 là hồi năm 2014.", [(2014, 9)]),
        ("Lần đầu tỉnh xếp thứ 10 là năm 2016; lần cuối tỉnh xếp hạng 50 là vào năm 2013.", [(2016, 10), (2013, 50)]),
        ("Mục tiêu xếp thứ 10 là năm 2025.", []),
    ],
)
def test_the_year_that_a_place_was_had_in_may_be_what_the_sentence_tells(
    told: str, expected: list[tuple[int, int]]
) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Hà Nam\nPAR INDEX năm 2022 của tỉnh đạt 88,9%, xếp thứ 12/63. {told}"
    assert [(year, value) for _, year, measure, value in facts(text) if measure == "rank"][1:] == expected
