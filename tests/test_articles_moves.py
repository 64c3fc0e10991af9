"""Changes in other words of the genre: what moved, from what, and by how much."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, DISTRICT, MINISTRIES, NOW, OF_ONE, PARTS, facts, parts_told, ranks


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


def test_points_that_something_is_up_to_are_no_change() -> None:
    text = (
        "PAR INDEX 2022 của tỉnh Cao Bằng\nCải cách thể chế năm 2021 được 8,25 điểm, năm 2022 lên 9,5 điểm; "
        "PAR INDEX của tỉnh lên 4 bậc."
    )
    assert facts(text) == [
        ("Cao Bằng", 2021, "score", 8.25), ("Cao Bằng", 2022, "score", 9.5), ("Cao Bằng", 2022, "rank_change", 4),
    ]  # fmt: skip


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


@pytest.mark.parametrize("whose", ["của Tây Nguyên", "của vùng Tây Nguyên"])
def test_by_how_much_a_region_fell_is_no_mean(whose: str) -> None:
    text = f"PAR INDEX năm 2022 nhìn từ các vùng\nNăm 2022, các vùng đều giảm. Mức giảm {whose} là 1,45%."
    found = [(r["measure"], r["unit"], r["value"]) for r in stated(found_in(text))]
    assert found == [("mean_change", "Tây Nguyên", -1.45)]


@pytest.mark.parametrize(
    "steps", ["tụt 3 hạng, từ 21 xuống 24", "giảm 3 bậc (từ 21 xuống 24)", "mất 3 bậc, từ 21 còn 24"]
)
def test_behind_a_number_of_steps_figures_are_ranks(steps: str) -> None:
    found = facts(f"PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, điểm tăng nhưng tỉnh {steps}.")
    assert found == [("Gia Lai", 2023, "rank_change", -3), ("Gia Lai", 2022, "rank", 21), ("Gia Lai", 2023, "rank", 24)]


def test_behind_other_figures_they_are_none() -> None:
    text = "PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh xếp thứ 24; giảm 3 thủ tục, từ 21 xuống 18."
    assert facts(text) == [("Gia Lai", 2023, "rank", 24)]


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


def test_steps_beside_another_unit_are_no_change() -> None:
    text = f"{NOW}Điểm kém năm 2020 0,77 điểm, Quảng Nam có thứ hạng cao hơn 6 bậc."
    assert [fact for fact in facts(text) if fact[2] == "rank_change"] == []


@pytest.mark.parametrize("words", ["tăng 6 bậc: 39/63 tỉnh, thành phố", "tăng 6 bậc (39/63 tỉnh, thành phố)"])
def test_a_place_of_so_many_behind_steps_is_a_rank(words: str) -> None:
    assert ("Quảng Ngãi", 2021, "rank", 39) in facts(f"{NOW}Thứ hạng của tỉnh {words}.")


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


@pytest.mark.parametrize(
    ("week", "then", "status"), [(20, "tuần 19", "stated"), (20, "tuần thứ 18", "stated"), (1, "tuần 52", "candidate")]
)
def test_what_moved_from_a_week_was_of_that_week(week: int, then: str, status: str) -> None:
    head = f"Hà Nam: kết quả Bộ chỉ số 766 tuần {week}/2024\n"
    found = found_in(f"{head}Tỉnh đạt 87,4 điểm, tăng 0,5 điểm so với {then}; thứ hạng từ 17/63 lên 15/63.")
    assert [(r["status"], r["period"]) for r in found if r.get("measure") == "rank" and r["value"] == 17] == [
        (status, then if status == "stated" else "tuần 1")
    ]


def test_what_parentheses_tell_of_another_week_stays_there() -> None:
    head = "Hà Nam: kết quả Bộ chỉ số 766 tuần 31/2024\n"
    text = f"{head}Tuần 31, tỉnh đạt 82,1 điểm (tuần 30: 80,9 điểm, xếp thứ 12), xếp thứ 8/63."
    told = [(r["period"], r["measure"], r["value"]) for r in stated(found_in(text)) if "period" in r]
    assert {("tuần 31", "rank", 8), ("tuần 30", "rank", 12), ("tuần 30", "score", 80.9)} <= set(told)


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


def test_in_how_many_parts_it_is_more_is_no_change() -> None:
    assert facts(f"{OF_ONE}SIPAS của tỉnh hơn năm trước ở cả 5 yếu tố.") == []
    assert [one[3] for one in facts(f"{OF_ONE}Điểm của tỉnh cao hơn năm trước 2,35.")] == [2.35]


@pytest.mark.parametrize("beside", ["dưới mức trung bình", "cao hơn mức trung bình", "trên mức bình quân"])
def test_the_mean_of_all_beside_that_of_a_region_is_told_too(beside: str) -> None:
    told = f"Vùng Tây Nguyên đạt trung bình 83,1%, {beside} của 63 tỉnh, thành phố (84,79%)."
    assert {value for _, _, measure, value in facts(ALL + told) if measure == "mean"} == {83.1, 84.79}


@pytest.mark.parametrize(("amount", "measure"), [("0,84", "score_change"), ("86,84", "score")])
def test_what_goes_up_by_less_than_a_point_is_no_score(amount: str, measure: str) -> None:
    assert ("Quảng Ngãi", 2021, measure, float(amount.replace(",", "."))) in facts(
        f"{NOW}Điểm của tỉnh nhích lên {amount} điểm so với năm 2020."
    )


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


@pytest.mark.parametrize("to", ["vọt tới", "leo đến", "nhảy tới", "lên tới"])
def test_what_a_score_has_come_to_is_a_score(to: str) -> None:
    assert facts(f"{OF_ONE}Năm 2015 điểm số {to} 84,96 song chỉ đủ cho hạng 39.") == [
        ("An Giang", 2015, "score", 84.96), ("An Giang", 2015, "rank", 39),
    ]  # fmt: skip


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


MOVED = "PAR INDEX 2023 của tỉnh Lâm Đồng\nNăm 2023, tỉnh Lâm Đồng xếp thứ 37. "


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("bước qua 9 bậc so với năm 2022", 9), ("nhảy cóc 9 bậc", 9), ("vượt qua 9 bậc", 9),
        ("trượt dài 9 bậc", -9), ("rơi tự do 9 bậc so với năm trước", -9), ("tăng hạng (9 bậc)", 9),
        ("xuống hạng tới 9 bậc", -9), ("có mức độ cải thiện là 9 bậc", 9),
    ],
)  # fmt: skip
def test_more_words_for_steps_up_and_down(words: str, steps: int) -> None:
    assert [value for _, _, measure, value in facts(f"{MOVED}Tỉnh {words}.") if measure == "rank_change"] == [steps]


@pytest.mark.parametrize("words", ["vượt qua mốc 80 điểm", "bước qua 9 năm cải cách", "vượt qua 9 tỉnh"])
def test_what_is_passed_and_is_no_step_is_no_change(words: str) -> None:
    assert [measure for _, _, measure, _ in facts(f"{MOVED}Tỉnh {words}.")] == ["rank"]


def test_points_that_are_added_behind_steps_up_are_a_change() -> None:
    found = facts(f"{MOVED}So với năm 2013, tỉnh lên tới 50 bậc, cộng 29,75%.")
    assert [(measure, value) for _, _, measure, value in found[1:]] == [("rank_change", 50), ("score_change", 29.75)]


def test_points_added_for_something_are_no_change() -> None:
    assert [m for _, _, m, _ in facts(f"{MOVED}Tỉnh được cộng 0,5 điểm thưởng.")] == ["rank"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("như vậy điểm hơn 2,4% còn vị trí khá hơn 04 bậc.", [("score_change", 2.4), ("rank_change", 4)]),
        ("tức là nay hơn 2,4% và 4 bậc.", [("score_change", 2.4), ("rank_change", 4)]),
        ("so ra tỉnh khá hơn 4 bậc.", [("rank_change", 4)]),
        ("tỉnh khá hơn 3 bậc, hơn 1,9%.", []),
        ("Hải Phòng kém hơn 2,4%, thứ hạng kém hơn 4 bậc.", []),
    ],
)
def test_a_difference_of_the_figures_told_is_a_change(told: str, expected: list[tuple[str, float]]) -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Hà Nam\nPAR INDEX năm 2022 của tỉnh đạt 86,5%, hạng 22/63. "
        f"Năm trước đó, tỉnh có 84,1%, hạng 26/63; {told}"
    )
    found = [(year, measure, value) for _, year, measure, value in facts(text) if "change" in measure]
    assert found == [(2022, *one) for one in expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Điểm thêm 2,4 so với năm 2021.", [("score_change", 2.4)]),
        ("Tỉnh được 86,5 điểm, thêm 2,4 so với năm 2021.", [("score", 86.5), ("score_change", 2.4)]),
        ("Đặt cạnh năm 2021, khoảng tăng là 2,4 điểm.", [("score_change", 2.4)]),
        ("So với năm 2021, độ tụt hạng là 3 bậc.", [("rank_change", -3)]),
        ("Điểm thưởng thêm 2,4.", []),
    ],
)
def test_other_words_for_by_how_much_a_score_moved(told: str, expected: list[tuple[str, float]]) -> None:
    assert [one[2:] for one in facts(f"{OF_ONE}{told}")] == expected


@pytest.mark.parametrize(
    ("lead", "sign"),
    [
        ("Ở phía giảm có", -1), ("Ở chiều tăng gồm", 1), ("Các tỉnh giảm hạng là", -1), ("Hai tỉnh tăng hạng gồm", 1),
        ("Nhóm đi lùi gồm", -1),
    ],
)  # fmt: skip
def test_steps_in_parentheses_go_the_way_that_their_list_is_said_to(lead: str, sign: int) -> None:
    found = facts(f"PAR INDEX 2021: biến động thứ hạng\nNăm 2021, {lead} Điện Biên (13 bậc) và Lạng Sơn (4 bậc).")
    assert found == [
        ("Điện Biên", 2021, "rank_change", 13 * sign), ("Lạng Sơn", 2021, "rank_change", 4 * sign),
    ]  # fmt: skip


def test_steps_behind_the_end_of_such_a_list_do_not_go_its_way() -> None:
    text = "PAR INDEX 2021\nNăm 2021, phía giảm có Điện Biên (13 bậc); biến động đáng kể còn có Lạng Sơn (4 bậc)."
    assert facts(text)[:1] == [("Điện Biên", 2021, "rank_change", -13)]
    assert ("Lạng Sơn", 2021, "rank_change", 4) not in facts(text)


THEN = "Xếp hạng PAR INDEX năm 2018\n\nPAR INDEX 2018 của Bộ Tài chính đạt 90,08%, xếp thứ 2/18.\n\n{}"


@pytest.mark.parametrize(
    "sentence",
    [
        "So với năm 2017, Bộ Tài chính nhích 1 bậc từ hạng 3 (84,42%).",
        "Bộ Tài chính tăng 1 bậc, từ vị trí thứ 3 (84,42%).",
        "Bộ Tài chính từ hạng 3 (84,42%) vươn 1 bậc.",
        "So với bảng 2017 (có 19 cơ quan), Bộ Tài chính tăng 1 bậc từ hạng 3/19 (84,42%).",
    ],
)
def test_a_place_that_a_change_leads_away_from_is_of_the_year_before(sentence: str) -> None:
    found = [f[1:] for f in facts(THEN.format(sentence)) if f[2] in ("rank", "score")]
    assert sorted(found, key=str) == [
        (2017, "rank", 3),
        (2017, "score", 84.42),
        (2018, "rank", 2),
        (2018, "score", 90.08),
    ]


def test_a_place_that_nothing_leads_away_from_is_of_its_own_year() -> None:
    found = facts(THEN.format("Bộ Y tế ở hạng 3 (84,42%), tăng 1 bậc."))
    assert {f[1] for f in found} == {2018}
