"""Places that are told of several: lists and orders, ranges, who comes next, and scores that several share."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, BEST_THREE, DISTRICTS, MINISTRIES, OWN, SATISFIED, facts, groups, ranks

TABLE = ("STT", "Tên cơ quan", "Tổng điểm", "Xếp loại")
BOARD = "Ban Quản lý Khu kinh tế Vũng Áng"
ROWS = (("1", "Sở Nội vụ", "93,1", "Xuất sắc"), ("2", BOARD, "90,4", "Xuất sắc"), ("18", "Sở Y tế", "76,2", "Khá"))


@pytest.mark.parametrize(
    ("sentence", "ranks"),
    [
        ("Hai vị trí đầu: Đà Nẵng 91,2%, Hải Dương 90,4%; Bắc Ninh 88%.", [("Đà Nẵng", 1), ("Hải Dương", 2)]),
        (
            "Ba vị trí dẫn đầu thuộc về Đà Nẵng với 91,2%, Hải Dương 90,4% và Bắc Ninh 90,1%.",
            [("Đà Nẵng", 1), ("Hải Dương", 2), ("Bắc Ninh", 3)],
        ),
        ("Hai vị trí cuối bảng: Gia Lai 78,1%, Lai Châu 77,4%.", []),
        ("Các vị trí cuối là Gia Lai và Lai Châu.", []),
    ],
)
def test_as_many_places_are_given_as_are_told(sentence: str, ranks: list[tuple[str, int]]) -> None:
    assert [(unit, value) for unit, _, measure, value in facts(ALL + sentence) if measure == "rank"] == ranks


@pytest.mark.parametrize("gap", ["...", "…", "… … …"])
def test_an_excerpt_of_a_table_goes_on_behind_what_it_leaves_out_and_keeps_the_ranks(gap: str) -> None:
    lines = [*TABLE, *ROWS[0], *ROWS[1], gap, *ROWS[2]]
    text = "Hà Tĩnh: Chỉ số CCHC năm 2022 của các sở\nKết quả của tỉnh Hà Tĩnh:\n" + "\n".join(lines) + "\nHết."
    told = facts(text)
    for (number, unit, score, _), rank in zip(ROWS, (1, 2, 18), strict=True):
        assert (unit, 2022, "score", float(score.replace(",", "."))) in told, number
        assert (unit, 2022, "rank", rank) in told


def test_the_numbers_of_the_rows_of_a_whole_table_are_no_ranks() -> None:
    lines = [*TABLE, *ROWS[0], *ROWS[1]]
    text = "Hà Tĩnh: Chỉ số CCHC năm 2022 của các sở\nKết quả của tỉnh Hà Tĩnh:\n" + "\n".join(lines) + "\nHết."
    assert "rank" not in {measure for _, _, measure, _ in facts(text)}


def test_the_best_few_may_be_faces_that_one_knows() -> None:
    text = (
        "Gia Lai: Chỉ số CCHC năm 2022 của các sở\nỞ khối sở của tỉnh Gia Lai, ba vị trí dẫn đầu năm nay vẫn là"
        " những cái tên quen thuộc: "
        "Sở Tư pháp (93,1 điểm), Sở Y tế (92,4 điểm) và Sở Nội vụ (91,7 điểm)."
    )
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"] == [
        ("Sở Tư pháp", 1), ("Sở Y tế", 2), ("Sở Nội vụ", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["xếp ở các vị trí tiếp theo", "lần lượt ở 3 vị trí kế tiếp", "đứng ở các vị trí liền sau"]
)
def test_an_order_goes_on_in_the_next_sentence_whose_units_have_their_scores(words: str) -> None:
    first = "Đà Nẵng xếp thứ nhất. Hải Dương đứng thứ hai với 90,4%."
    text = f"{ALL}{first} Bắc Ninh (90,1%), Hà Nam (89,6%) và Gia Lai (89,2%) {words}."
    ranks = [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"]
    assert ranks == [("Đà Nẵng", 1), ("Hải Dương", 2), ("Bắc Ninh", 3), ("Hà Nam", 4), ("Gia Lai", 5)]


@pytest.mark.parametrize("behind", ["các vị trí tiếp theo lần lượt thuộc về", "hai vị trí kế tiếp là"])
def test_the_places_behind_a_leader_with_its_score_begin_with_the_second(behind: str) -> None:
    text = f"{ALL}Dẫn đầu cả nước là Cao Bằng với 90,25%; {behind} Gia Lai, Phú Yên."
    ranks = {(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"}
    assert ranks == {("Cao Bằng", 1), ("Gia Lai", 2), ("Phú Yên", 3)}


def test_of_the_last_told_from_below_the_first_is_the_last() -> None:
    text = (
        "Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nBa cơ quan khép lại bảng xếp hạng, từ dưới lên, là Sở Y tế"
        " (79,1 điểm), Sở Xây dựng (80,2 điểm) và Sở Tư pháp (80,9 điểm)."
    )
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"] == [("Sở Y tế", "last")]
    above = text.replace(", từ dưới lên, là", " gồm")
    assert not any(measure == "rank" for _, _, measure, _ in facts(above))


def test_districts_that_share_places_and_scores_have_one_each() -> None:
    text = (
        f"{DISTRICTS}Huyện Ia Grai đạt 93,1 điểm. Ba đơn vị Chư Sê, Đak Đoa, Mang Yang chia nhau các vị trí 3, 4, 5 với"
        " số điểm 89,62; 88,95 và 87,1."
    )
    told = facts(text)[1:]
    names = ("Chư Sê", "Đak Đoa", "Mang Yang")
    assert [(unit, value) for unit, _, measure, value in told if measure == "rank"] == list(
        zip(names, (3, 4, 5), strict=True)
    )
    assert [(unit, value) for unit, _, measure, value in told if measure == "score"] == list(
        zip(names, (89.62, 88.95, 87.1), strict=True)
    )


def test_districts_told_in_order_with_bare_scores() -> None:
    text = (
        f"{DISTRICTS}Đứng đầu là huyện Chư Sê với tổng điểm 92,3, tiếp theo là Ia Grai 91,7, Mang Yang 90,2 và Đak Đoa"
        " 89,9."
    )
    scores = [(unit, value) for unit, _, measure, value in facts(text) if measure == "score"]
    assert scores == [("huyện Chư Sê", 92.3), ("Ia Grai", 91.7), ("Mang Yang", 90.2), ("Đak Đoa", 89.9)]


@pytest.mark.parametrize(
    "lead", ["Tốp ba gồm", "Top 3 là", "Ở khối tỉnh, tốp 3 cả nước có", "Ba địa phương dẫn đầu cả nước là"]
)
def test_the_best_few_with_falling_scores_have_their_places(lead: str) -> None:
    told = "Hải Phòng với 91,8%, Quảng Ninh với 91,14% và Đà Nẵng với 90,25%"
    assert ranks(f"{ALL}{lead} {told}.") == BEST_THREE


@pytest.mark.parametrize(
    "sentence",
    [
        "Tốp ba gồm Hải Phòng với 91,8%, Quảng Ninh với 92,14% và Đà Nẵng với 90,25%.",
        "Tốp 3 vùng Đồng bằng sông Hồng gồm Hải Phòng với 91,8%, Quảng Ninh với 91,14% và Hà Nội với 90,25%.",
        "Tốp 3 gồm Hải Phòng, Quảng Ninh và Đà Nẵng.",
        "Lọt vào tốp 3 có Hải Phòng với 91,8%, Quảng Ninh với 91,14% và Đà Nẵng với 90,25%.",
        "Ba địa phương tăng điểm cao nhất là Hải Phòng 1,8%, Quảng Ninh 1,14% và Đà Nẵng 0,25%.",
    ],
)
def test_the_best_few_in_no_order_have_no_places(sentence: str) -> None:
    assert [r for r in ranks(ALL + sentence) if r[1] in (2, 3)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ba vị trí cuối, từ 61 đến 63, thuộc về các tỉnh: Gia Lai; Cao Bằng; Kiên Giang.",
        "Ba vị trí cuối (61, 62, 63) lần lượt thuộc về Gia Lai, Cao Bằng, Kiên Giang.",
        "Các vị trí từ thứ 61 đến thứ 63 là Gia Lai, Cao Bằng và Kiên Giang.",
        "Gia Lai, Cao Bằng và Kiên Giang xếp từ thứ 61 đến 63.",
        "Gia Lai, Cao Bằng, Kiên Giang giữ các vị trí từ 61 đến 63.",
        "Ba vị trí cuối (61 - 63) lần lượt là Gia Lai, Cao Bằng, Kiên Giang.",
    ],
)
def test_a_range_of_places_is_of_as_many_units(sentence: str) -> None:
    assert ranks(ALL + sentence) == [("Gia Lai", 61), ("Cao Bằng", 62), ("Kiên Giang", 63)]


@pytest.mark.parametrize(
    "sentence",
    ["Gia Lai và Cao Bằng xếp từ thứ 58 đến 63.", "Nhiều năm liền Gia Lai giữ vị trí từ 45 đến 50."],
)
def test_a_range_of_places_of_another_number_of_units_is_none(sentence: str) -> None:
    assert ranks(ALL + sentence) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kết quả một số đơn vị:\n1. Sở Y tế: 93,25 điểm\n2. Sở Tư pháp: 92,8 điểm\n17. Sở Nội vụ: 71,4 điểm",
            [("Sở Y tế", 1), ("Sở Tư pháp", 2), ("Sở Nội vụ", 17)],
        ),
        ("Kết quả một số đơn vị:\n1. Sở Y tế: 93,25 điểm\n2. Sở Tư pháp: 92,8 điểm\n3. Sở Nội vụ: 71,4 điểm", []),
        ("Kết quả một số đơn vị:\n1. Sở Y tế: 71,25 điểm\n2. Sở Tư pháp: 92,8 điểm\n17. Sở Nội vụ: 81,4 điểm", []),
        ("Loại Khá:\n1. Sở Y tế: 79,25 điểm\n2. Sở Tư pháp: 78,8 điểm\n17. Sở Nội vụ: 71,4 điểm", []),
    ],
)
def test_numbers_that_leave_some_out_are_places_where_the_scores_fall(text: str, told: list[tuple[str, int]]) -> None:
    assert ranks(OWN + text) == told


@pytest.mark.parametrize(
    "lead", ["Nhóm đạt trên 80% của khối bộ có 4 đơn vị:", "Được trên 80% có 4 đơn vị:", "Nhóm trên 80% có 4 bộ là"]
)
def test_a_list_goes_on_with_a_head_noun_that_the_next_share(lead: str) -> None:
    text = f"{MINISTRIES}{lead} Ngân hàng Nhà nước Việt Nam và các Bộ: Tài chính; Ngoại giao; Tư pháp."
    names = ["Ngân hàng Nhà nước Việt Nam", "Bộ Tài chính", "Bộ Ngoại giao", "Bộ Tư pháp"]
    assert [unit for unit, _ in groups(text)] == names


def test_an_order_goes_on_with_units_that_share_a_head_noun() -> None:
    text = f"{MINISTRIES}Dẫn đầu là Ngân hàng Nhà nước Việt Nam; tiếp theo là các Bộ: Tài chính; Tư pháp."
    assert ranks(text) == [("Ngân hàng Nhà nước Việt Nam", 1), ("Bộ Tài chính", 2), ("Bộ Tư pháp", 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hải Phòng 91,8%, Quảng Ninh 91,1% và Đà Nẵng 90,3%, lần lượt giữ các hạng 1, 2, 3.",
        "Hải Phòng 91,8%, Quảng Ninh 91,1%, Đà Nẵng 90,3% lần lượt đứng đầu, thứ hai và thứ ba.",
    ],
)
def test_places_in_turn_behind_units_with_a_score_each(sentence: str) -> None:
    assert ranks(ALL + sentence) == BEST_THREE


def test_places_in_turn_of_another_number_of_units_are_none() -> None:
    assert ranks(f"{ALL}Hải Phòng 91,8%, Quảng Ninh 91,1%, Đà Nẵng 90,3% lần lượt xếp thứ 4 và thứ 5.") == []


@pytest.mark.parametrize(
    "lead",
    ["Ba tên đầu tiên trong bảng, theo thứ tự, là", "Ba cái tên đứng đầu, theo thứ tự, là", "Ba tỉnh đầu tiên là"],
)
def test_the_first_names_of_the_ranking_have_their_places(lead: str) -> None:
    assert ranks(f"{ALL}{lead} Hải Phòng (91,8%), Quảng Ninh (91,1%), Đà Nẵng (90,3%).") == BEST_THREE


def test_the_first_that_do_something_have_no_places() -> None:
    assert ranks(f"{ALL}Ba tỉnh đầu tiên làm thí điểm là Hải Phòng, Quảng Ninh, Đà Nẵng.") == []


@pytest.mark.parametrize(
    "opening",
    ["Lần lượt đứng sau", "Xếp ngay sau", "Nối gót", "Bám đuổi phía sau", "Bám đuổi Hải Phòng", "Ngay sau đó"],
)
def test_a_sentence_goes_on_with_the_order_in_other_words(opening: str) -> None:
    text = f"{ALL}Quán quân là Hải Phòng với 91,8%. {opening} là Quảng Ninh, Đà Nẵng."
    assert ranks(text) == BEST_THREE


@pytest.mark.parametrize(
    "words",
    [
        "Hải Phòng dẫn đầu với 91,8%, Quảng Ninh (91,04%) đứng kế tiếp; Đà Nẵng 90% xếp ngay sau.",
        "Đứng đầu là Hải Phòng (91,8%); Quảng Ninh (91,04%) đứng kế tiếp; Đà Nẵng 90% xếp liền sau.",
        "Đứng đầu là Hải Phòng (91,8%); Quảng Ninh (91,04%) đứng thứ hai; Đà Nẵng (90%) xếp thứ ba.",
    ],
)
def test_who_stands_next_has_the_next_place(words: str) -> None:
    assert ranks(ALL + words) == BEST_THREE


def test_next_to_one_without_a_place_no_place_is_told() -> None:
    assert ranks(f"{ALL}Hải Phòng đạt 91,8%. Quảng Ninh đứng kế tiếp.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Ba địa phương có mức độ hài lòng cao nhất theo thứ tự là: Hải Phòng (90,6%, tăng 1,7%), Quảng Ninh, Đà Nẵng.",
        "Ba địa phương đứng đầu lần lượt: Hải Phòng, Quảng Ninh, Đà Nẵng, với kết quả tương ứng 90,6%, 90%, 89%.",
        "Ba tỉnh, thành phố dẫn đầu theo thứ tự: Hải Phòng, Quảng Ninh, Đà Nẵng.",
    ],
)
def test_the_best_in_turn_need_no_scores(words: str) -> None:
    assert ranks(SATISFIED + words) == BEST_THREE
    unordered = words.replace("theo thứ tự là", "gồm").replace("lần lượt", "gồm").replace("theo thứ tự", "gồm")
    assert ranks(SATISFIED + unordered) == []


@pytest.mark.parametrize("noun", ["nơi", "tỉnh", "địa phương", "thành phố", "cơ quan"])
def test_how_far_the_next_one_is_gives_nobody_a_place(noun: str) -> None:
    text = f"{ALL}Khoảng cách giữa Hải Phòng với {noun} đứng thứ hai là 5,4 điểm."
    assert stated(found_in(text)) == []


@pytest.mark.parametrize(
    "told",
    [
        "3 tỉnh, thành phố có thứ hạng cao nhất xếp theo thứ tự: Hải Phòng, Quảng Ninh, Đà Nẵng.",
        "Ba địa phương có thứ hạng cao nhất theo thứ tự là Hải Phòng, Quảng Ninh và Đà Nẵng.",
        "Các địa phương có kết quả cao nhất lần lượt là: Hải Phòng, Quảng Ninh, Đà Nẵng.",
    ],
)
def test_the_highest_in_their_order_have_the_first_places(told: str) -> None:
    assert ranks(ALL + told) == BEST_THREE
    assert ranks(ALL + told.replace("cao nhất", "thấp nhất")) == []
    for order in ("xếp theo thứ tự:", "theo thứ tự là", "lần lượt là:"):
        told = told.replace(order, "gồm")
    assert ranks(ALL + told) == []


@pytest.mark.parametrize(
    "words",
    [
        "hai hạng 4, 5 là của Bộ Nội vụ và Bộ Y tế", "hạng 4, 5 lần lượt là Bộ Nội vụ và Bộ Y tế",
        "xếp ở hạng 4 và 5 là Bộ Nội vụ và Bộ Y tế", "vị trí thứ 4 và 5 thuộc về Bộ Nội vụ, Bộ Y tế",
        "đứng thứ 4, 5 là Bộ Nội vụ, Bộ Y tế", "các vị trí thứ 4, thứ 5 là của Bộ Nội vụ và Bộ Y tế",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "before",
    ["Bộ Tư pháp dẫn đầu", "Bộ Tư pháp và Bộ Công Thương đứng thứ hai, thứ ba, tương ứng 90,6% và 89,8%"],
)
def test_places_told_together_are_of_those_behind_them(words: str, before: str) -> None:
    told = ranks(f"{MINISTRIES}{before}; {words}.")
    assert told[-2:] == [("Bộ Nội vụ", 4), ("Bộ Y tế", 5)]


def test_places_told_together_of_years_are_no_two_units() -> None:
    text = f"{MINISTRIES}Bộ Tư pháp dẫn đầu; hạng 2 và 3 trong hai năm là kết quả tốt của Bộ Y tế."
    assert ("Bộ Y tế", 2) not in ranks(text)


@pytest.mark.parametrize(
    "follows", ["Quảng Ninh bám sát (91,5%)", "Quảng Ninh theo sau", "Quảng Ninh bám sát phía sau, đạt 91,5%"]
)
def test_who_follows_the_first_closely_is_second(follows: str) -> None:
    assert ranks(f"{ALL}Hải Phòng dẫn đầu với 92,1%, {follows}.") == [("Hải Phòng", 1), ("Quảng Ninh", 2)]


def test_who_follows_others_is_not_second() -> None:
    assert ranks(f"{ALL}Hải Phòng dẫn đầu với 92,1%, các tỉnh khác theo sau. Gia Lai bám sát tốp 10.") == [
        ("Hải Phòng", 1)
    ]


@pytest.mark.parametrize("lead", ["Ba đơn vị đi đầu theo thứ tự là", "Ba huyện đi đầu lần lượt là"])
def test_those_who_go_ahead_in_turn_have_their_places(lead: str) -> None:
    text = f"{DISTRICTS}{lead} huyện Chư Sê, huyện Chư Prông và huyện Đức Cơ."
    assert ranks(text) == [("huyện Chư Sê", 1), ("huyện Chư Prông", 2), ("huyện Đức Cơ", 3)]


@pytest.mark.parametrize(
    "lead",
    [
        "Các đơn vị cao điểm nhất theo thứ tự là:",
        "Các đơn vị dẫn đầu lần lượt là",
        "Xếp cao nhất theo thứ tự:",
        "Những đơn vị có điểm cao nhất theo thứ tự là:",
        "Ở khối huyện, các địa phương đứng đầu lần lượt thuộc về",
    ],
)
@pytest.mark.parametrize(
    "scores", ["A 93,4 điểm; B 92,8 điểm; C 91,6 điểm", "A (93,4 điểm), B (92,8 điểm) và C (91,6 điểm)"]
)
def test_the_best_told_in_turn_with_their_scores_have_the_first_places(lead: str, scores: str) -> None:
    for letter, name in (("A", "huyện Chư Sê"), ("B", "huyện Đức Cơ"), ("C", "huyện Ia Pa")):
        scores = scores.replace(f"{letter} ", f"{name} ")
    text = f"{DISTRICTS}{lead} {scores}; đứng cuối là huyện Kbang với 71,2 điểm."
    assert ranks(text) == [("huyện Chư Sê", 1), ("huyện Đức Cơ", 2), ("huyện Ia Pa", 3), ("huyện Kbang", "last")]


@pytest.mark.parametrize(
    "lead",
    [
        "Các đơn vị dẫn đầu về thủ tục hành chính lần lượt là",
        "Một số đơn vị dẫn đầu gồm",
        "Các đơn vị đạt loại Khá, dẫn đầu lần lượt là",
    ],
)
def test_the_best_of_a_part_or_class_have_no_places_of_all(lead: str) -> None:
    assert ranks(f"{DISTRICTS}{lead} huyện Chư Sê (83,4 điểm), huyện Đức Cơ (82,8 điểm).") == []


def test_the_best_whose_scores_rise_are_in_no_order() -> None:
    assert ranks(f"{DISTRICTS}Các đơn vị dẫn đầu lần lượt là huyện Chư Sê (83,4 điểm), huyện Đức Cơ (85,8 điểm).") == []


@pytest.mark.parametrize(
    "words",
    [
        "Hai địa phương cùng đạt 84,94% gồm Hà Tĩnh (xếp thứ 4) và Lai Châu (xếp thứ 5)",
        "Có hai tỉnh đồng điểm 84,94%: Hà Tĩnh và Lai Châu",
        "Cùng đạt 84,94% là Hà Tĩnh và Lai Châu",
        "Hai tỉnh cùng đạt 84,94% là Hà Tĩnh và Lai Châu",
        "Hai địa phương cùng có điểm 84,94% gồm Hà Tĩnh, Lai Châu",
        "Xếp sau với cùng 84,94% là Hà Tĩnh, Lai Châu",
    ],
)
def test_a_score_told_before_those_who_share_it_is_of_each(words: str) -> None:
    text = f"{SATISFIED}Quảng Ninh xếp thứ ba với 85,18%. {words}."
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "score"] == [
        ("Quảng Ninh", 85.18), ("Hà Tĩnh", 84.94), ("Lai Châu", 84.94),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Ba tỉnh cùng đạt 84,94% gồm Hà Tĩnh và Lai Châu",
        "Hai tỉnh đạt 84,94% trở lên là Hà Tĩnh và Lai Châu",
        "Hai tỉnh cùng tăng 4,94% là Hà Tĩnh và Lai Châu",
        "Mức cao nhất đạt 84,94% là ở Hà Tĩnh và Lai Châu",
    ],
)
def test_a_score_that_others_have_too_is_not_told_of_those_behind_it(words: str) -> None:
    assert "score" not in {measure for _, _, measure, _ in facts(f"{SATISFIED}{words}.")}


@pytest.mark.parametrize(
    "order",
    [
        "Ba tỉnh dẫn đầu gồm Hải Phòng, Quảng Ninh và Đà Nẵng, theo thứ tự từ cao xuống.",
        "Ba tỉnh đứng đầu là Hải Phòng, Quảng Ninh, Đà Nẵng (xếp theo thứ tự từ cao đến thấp).",
        "Ba tỉnh có điểm cao nhất, xếp theo thứ tự giảm dần, là Hải Phòng, Quảng Ninh và Đà Nẵng.",
    ],
)
def test_an_order_may_be_told_behind_the_units(order: str) -> None:
    assert ranks(ALL + order) == BEST_THREE
    assert ranks(ALL + order.replace("Ba tỉnh", "Một số tỉnh")) == []
    assert ranks(f"{ALL}Ba tỉnh dẫn đầu gồm Hải Phòng, Quảng Ninh và Đà Nẵng, theo kết quả vừa công bố.") == []


def test_places_behind_the_names_of_a_list_are_those_that_hold() -> None:
    told = "Đứng đầu là Hải Phòng (91,8%), kế đó là Đà Nẵng (89,8%, thứ 4), Hà Nội (89,1%, thứ 10)."
    assert ranks(ALL + told) == [("Hải Phòng", 1), ("Đà Nẵng", 4), ("Hà Nội", 10)]
    without = told.replace(", thứ 4", "").replace(", thứ 10", "")
    assert ranks(ALL + without) == [("Hải Phòng", 1), ("Đà Nẵng", 2), ("Hà Nội", 3)]


def test_who_stands_behind_a_semicolon_with_a_figure_of_its_own_is_not_listed_with_those_in_brackets() -> None:
    text = (
        "Chỉ số CCHC năm 2023 của các sở tỉnh Hà Tĩnh\nSở Tư pháp dẫn đầu (95,41 điểm), theo sau là Sở Nội vụ (95,01),"
    )
    found = facts(f"{text} Sở Tài chính (94,76); Thanh tra tỉnh 85,02 điểm, xếp cuối.")
    assert [(unit, value) for unit, _, measure, value in found if measure == "rank"] == [
        ("Sở Tư pháp", 1),
        ("Sở Nội vụ", 2),
        ("Sở Tài chính", 3),
        ("Thanh tra tỉnh", "last"),
    ]
    assert ("Thanh tra tỉnh", 2023, "score", 85.02) in found


@pytest.mark.parametrize("words", ["theo thứ tự:", "lần lượt là"])
def test_a_range_of_places_behind_which_as_many_units_are_named_is_theirs_and_no_move(words: str) -> None:
    text = f"{OWN}Đứng đầu là Sở Tài chính. Từ vị trí thứ 2 đến thứ 4 {words} Sở Nội vụ (90,7 điểm);"
    found = facts(f"{text} Sở Tư pháp (89,9 điểm); Sở Y tế (88,3 điểm). Sở Xây dựng từ vị trí thứ 2 xuống thứ 5.")
    assert [(unit, year, value) for unit, year, measure, value in found if measure == "rank"] == [
        ("Sở Tài chính", 2016, 1),
        ("Sở Nội vụ", 2016, 2),
        ("Sở Tư pháp", 2016, 3),
        ("Sở Y tế", 2016, 4),
        ("Sở Xây dựng", 2015, 2),
        ("Sở Xây dựng", 2016, 5),
    ]


@pytest.mark.parametrize("name", ["Trần Đề", "Cù Lao Dung", "Thị xã Ngã Năm"])
def test_the_places_of_districts_by_line_are_not_their_province_s(name: str) -> None:
    lines = ["Chỉ số CCHC năm 2020 tỉnh Sóc Trăng", "2. Cấp huyện", "Hạng 1: Mỹ Xuyên - 88,45 điểm"]
    found = facts("\n".join([*lines, f"Hạng 10: {name} - 74,59 điểm", "Nguồn: Sở Nội vụ"]))
    assert [(unit.split()[-1], measure, value) for unit, _, measure, value in found] == [
        ("Xuyên", "rank", 1),
        ("Xuyên", "score", 88.45),
        (name.split()[-1], "rank", 10),
        (name.split()[-1], "score", 74.59),
    ]


def test_an_order_goes_on_behind_last_year_s_place_in_brackets() -> None:
    told = "Hải Phòng dẫn đầu với 92,17% (năm 2020: 90,87%, xếp thứ 2)."
    told = f"{told} Xếp ngay sau là Hà Nội (91,57%) và Đà Nẵng (91,2%)."
    assert ranks(ALL + told) == [("Hải Phòng", 1), ("Hải Phòng", 2), ("Hà Nội", 2), ("Đà Nẵng", 3)]


def test_places_with_a_dash_before_the_names_of_districts() -> None:
    text = "Chỉ số CCHC năm 2023 cấp huyện tỉnh Tuyên Quang\nHuyện Lâm Bình chiếm ngôi đầu với 90,13 điểm. Theo sau:"
    found = facts(f"{text} thứ 2 - Sơn Dương 88,47 điểm (năm 2022 thứ 3); thứ 3 - Hàm Yên 87,9 điểm.")
    assert [(unit, year, measure, value) for unit, year, measure, value in found if "Lâm" not in str(unit)] == [
        ("Sơn Dương", 2023, "rank", 2),
        ("Sơn Dương", 2023, "score", 88.47),
        ("Sơn Dương", 2022, "rank", 3),
        ("Hàm Yên", 2023, "rank", 3),
        ("Hàm Yên", 2023, "score", 87.9),
    ]


SCORED = "huyện Krông Pa 91,7 điểm, huyện Ia Pa 90,35 điểm, huyện Chư Sê 89,8 điểm"


@pytest.mark.parametrize("turn", ["lần lượt thuộc về", "theo thứ tự là"])
@pytest.mark.parametrize("places", ["Ba hạng 1, 2, 3", "Các vị trí 1, 2, 3 khối huyện"])
def test_places_before_units_with_their_scores_are_given_in_turn(places: str, turn: str) -> None:
    told = ranks(f"{DISTRICTS}{places} {turn} {SCORED}.")
    assert told == [("huyện Krông Pa", 1), ("huyện Ia Pa", 2), ("huyện Chư Sê", 3)]


def test_places_of_which_there_are_more_than_units_are_given_to_none() -> None:
    assert len(ranks(f"{DISTRICTS}Các hạng 1, 2, 3, 4 lần lượt thuộc về {SCORED}.")) == 0


def test_the_best_few_may_be_called_places() -> None:
    text = f"{ALL}Ba nơi dẫn đầu, theo thứ tự: Hải Phòng 91,8%, Quảng Ninh 91,5%, Đà Nẵng 91,1%."
    assert ranks(text) == BEST_THREE


def test_a_class_behind_each_score_leaves_the_order_going_on() -> None:
    told = "kế tiếp lần lượt là huyện Krông Pa 86,9 điểm (Tốt) và huyện Chư Sê 84,03 điểm (Khá)."
    text = f"{DISTRICTS}Huyện Ia Pa có điểm cao nhất: 88,14 điểm (Tốt); {told}"
    assert ranks(text) == [("huyện Ia Pa", 1), ("huyện Krông Pa", 2), ("huyện Chư Sê", 3)]


LINES = ("1 Bộ Tài chính 94,77", "2 Bộ Tư pháp 88,37", "3 Bộ Nội vụ 87,40", "4 Bộ Y tế 86,95", "5 Bộ Xây dựng 83,87")


@pytest.mark.parametrize("lead", ["Hạng / Tên / Chỉ số (%)", "Kết quả cụ thể:"])
def test_a_line_may_be_a_number_a_name_and_a_score(lead: str) -> None:
    told = facts("\n".join([f"{MINISTRIES}{lead}", *LINES]))
    assert told[:4] == [
        ("Bộ Tài chính", 2017, "rank", 1), ("Bộ Tài chính", 2017, "score", 94.77),
        ("Bộ Tư pháp", 2017, "rank", 2), ("Bộ Tư pháp", 2017, "score", 88.37),
    ]  # fmt: skip
    assert len(told) == 2 * len(LINES)


def test_a_line_that_begins_with_how_many_is_no_item() -> None:
    lines = ["2 tỉnh đạt trên 90,25", "3 tỉnh đạt trên 85,25", "9 tỉnh đạt trên 80,5"]
    assert ranks("\n".join([f"{ALL}Kết quả:", *lines])) == []


@pytest.mark.parametrize(
    "above",
    ["Ba tỉnh xếp trên lần lượt là", "Ba hạng trên theo thứ tự thuộc về", "Ba địa phương đứng trên lần lượt gồm"],
)
def test_those_above_the_place_told_last_have_all_the_places_before_it(above: str) -> None:
    listed = "Quảng Ninh (90,1%), Hải Phòng (89,2%) và Bắc Giang (88,5%)"
    assert ranks(f"{ALL}Lai Châu đạt 84,1%, đứng thứ 4. {above} {listed}.") == [
        ("Lai Châu", 4), ("Quảng Ninh", 1), ("Hải Phòng", 2), ("Bắc Giang", 3),
    ]  # fmt: skip
    assert ranks(f"{ALL}Lai Châu đạt 84,1%, đứng thứ 9. {above} {listed}.") == [("Lai Châu", 9)]


def test_ranks_in_parentheses_are_what_the_legend_says() -> None:
    head = "PAR INDEX năm 2022 của vùng Đồng bằng sông Hồng\n"
    told = "Quảng Ninh 90,10% (1), Hải Phòng 90,09% (2), Thái Bình 81,97% (56)."
    expected = [("Quảng Ninh", 1), ("Hải Phòng", 2), ("Thái Bình", 56)]
    assert ranks(f"{head}Điểm của các tỉnh (trong ngoặc là hạng toàn quốc): {told}") == expected
    assert ranks(f"{head}Điểm của các tỉnh (trong ngoặc là thứ hạng): {told.replace('%', '')}") == expected
    assert ranks(f"{head}Điểm của các tỉnh (trong ngoặc là số bậc tăng): {told}") == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Sở Y tế ở vị trí cao nhất (94,18%), Sở Nội vụ nhì (93,2%), Sở Tư pháp ba (91,6%).", [1, 2, 3]),
        ("Sở Y tế nhất, Sở Nội vụ nhì, Sở Tư pháp ba.", [1, 2, 3]),
        ("Sở Y tế được 94,18%, Sở Nội vụ ba (93,2%).", []),
    ],
)
def test_places_in_a_word_each_count_on_from_the_first(told: str, expected: list[int]) -> None:
    assert [value for _, value in ranks(OWN + told)] == expected


def test_units_told_from_the_top_down_have_their_places() -> None:
    told = (
        "Khối 9 huyện, thị xã có 3 đơn vị từ 90% trở lên, xếp từ trên xuống là Càng Long 94,02%, Cầu Kè 92,9%, Trà Cú"
    )
    assert [value for _, value in ranks(f"{OWN}{told} 91,7%.")] == [1, 2, 3]
    assert ranks(f"{OWN}{told.replace('94,02', '92,02')} 91,7%.") == []


@pytest.mark.parametrize("edge", ["phía cuối bảng", "gần đầu bảng", "nửa cuối bảng"])
def test_near_an_end_of_the_ranking_is_not_the_end(edge: str) -> None:
    assert ranks(f"{ALL}Lai Châu nằm ở {edge} với 81,4%.") == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Bốn hạng trên lần lượt thuộc về Quảng Ninh 95,7%, Hải Phòng 93,5%, Bắc Giang 92,5% và Hải Dương 92,2%.", 4),
        ("Bốn địa phương xếp trên theo thứ tự là Quảng Ninh (95,7%), Hải Phòng, Bắc Giang, Hải Dương.", 4),
        ("Ba địa phương xếp trên theo thứ tự là Quảng Ninh (95,7%), Hải Phòng, Bắc Giang.", 0),
    ],
)
def test_those_above_are_all_that_are_before_the_place_told_last(told: str, expected: int) -> None:
    found = ranks(f"{SATISFIED}Tỉnh Hưng Yên đạt 91,84%, đứng thứ 5 toàn quốc. {told}")
    above = ["Quảng Ninh", "Hải Phòng", "Bắc Giang", "Hải Dương"]
    assert [one for one in found if one[0] != "Hưng Yên"] == list(zip(above, range(1, expected + 1), strict=False))


def test_the_second_and_the_third_have_their_places_behind_their_names() -> None:
    told = "Sở Tài chính ở vị trí cao nhất (94,2%), Sở Nội vụ nhì (93,25%), Sở Công Thương ba (91,6%)."
    assert ranks(f"{OWN}{told}") == [("Sở Tài chính", 1), ("Sở Nội vụ", 2), ("Sở Công Thương", 3)]
    assert ranks(f"{OWN}Sở Nội vụ được giải nhì (5 triệu đồng), Sở Y tế ba (2 triệu đồng).") == []


def test_those_of_the_best_class_from_top_to_bottom_have_their_places() -> None:
    told = "Khối 17 huyện có 3 đơn vị từ 90% trở lên, xếp từ trên xuống là Chư Sê 94,0%, Đak Đoa 92,9%, Ia Grai 91,7%."
    assert ranks(f"{DISTRICTS}{told}") == [("Chư Sê", 1), ("Đak Đoa", 2), ("Ia Grai", 3)]
    assert ranks(f"{DISTRICTS}{told.replace('từ 90% trở lên', 'dưới 95%')}") == []


@pytest.mark.parametrize(
    "told",
    [
        "So với năm 2021, Chư Sê vượt 4 bậc, Đak Đoa sụt tới 11 bậc và chỉ còn thứ 15.",
        "Chư Sê nhích 4 bậc; Đak Đoa trượt 11 bậc, xuống thứ 15.",
    ],
)
def test_a_bare_name_before_its_steps_is_a_unit_of_its_own(told: str) -> None:
    found = [one for one in facts(f"{DISTRICTS}{told}") if one[2] != "score"]
    assert [(unit, measure, value) for unit, _, measure, value in found] == [
        ("Chư Sê", "rank_change", 4), ("Đak Đoa", "rank_change", -11), ("Đak Đoa", "rank", 15),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "second",
    ["tiếp đến Phú Thọ 85,03% (hạng 22)", "kế đó là Phú Thọ với 85,03% (thứ 22)", "tiếp theo là Phú Thọ hạng 22"],
)
def test_who_is_next_with_a_place_of_its_own_has_that_one(second: str) -> None:
    told = f"{ALL}Hòa Bình được 87,41% (hạng 9), {second}, Lạng Sơn 84,9% (hạng 25)."
    assert ranks(told) == [("Hòa Bình", 9), ("Phú Thọ", 22), ("Lạng Sơn", 25)]


@pytest.mark.parametrize("third", ["rồi", "rồi đến", "tiếp nữa là", "sau nữa, tiếp theo là"])
def test_then_leads_an_order_on(third: str) -> None:
    told = f"{ALL}Hải Phòng dẫn đầu (91,8%), kế đó là Quảng Ninh (90,7%), {third} Đà Nẵng (90,1%)."
    assert ranks(told) == BEST_THREE


def test_then_leads_no_order_on_behind_what_is_no_place() -> None:
    told = f"{ALL}Hải Phòng đạt 91,8%, tăng 1,2% so với năm 2020, rồi Đà Nẵng 90,1%."
    assert ("Đà Nẵng", 2) not in ranks(told)


@pytest.mark.parametrize("second", ["tiếp theo Sở Tài chính 92,8 điểm", "tiếp theo là Sở Tài chính (92,8 điểm)"])
def test_next_to_a_department_is_no_source(second: str) -> None:
    text = f"{OWN}Trong 22 sở, ban, ngành: Sở Công Thương đạt cao nhất 93,5 điểm; {second}."
    told = [(unit, value) for unit, _, measure, value in facts(text) if measure == "score"]
    assert told == [("Sở Công Thương", 93.5), ("Sở Tài chính", 92.8)]
    assert ("Sở Tài chính", 2) in ranks(text)


def test_according_to_a_department_is_a_source() -> None:
    text = f"{OWN}Theo Sở Tài chính thì Sở Công Thương đạt 93,5 điểm."
    assert facts(text) == [("Sở Công Thương", 2016, "score", 93.5)]


@pytest.mark.parametrize(
    "text",
    [
        "Trong khu vực Tây Nguyên, Lâm Đồng cao nhất (86,2%, hạng 22), kế đến Gia Lai (hạng 33), Đắk Lắk (hạng 40).",
        "Khu vực Tây Nguyên, Lâm Đồng có thứ hạng tốt nhất (22/63), sau đó tới Gia Lai (33/63) và Đắk Lắk (40/63).",
        "Ở Tây Nguyên, đứng đầu là Lâm Đồng (hạng 22 cả nước), kế đến là Gia Lai (hạng 33), Đắk Lắk (hạng 40).",
    ],
)
def test_an_order_in_a_region_goes_on_there_beside_the_places_among_all(text: str) -> None:
    found = [r for r in stated(found_in(ALL + text)) if r.get("measure") == "rank"]
    told = {(r["unit"], r["value"], r["scope"]) for r in found}
    within = {("Lâm Đồng", 1), ("Gia Lai", 2), ("Đắk Lắk", 3)}
    of_all = {("Lâm Đồng", 22), ("Gia Lai", 33), ("Đắk Lắk", 40)}
    assert told == {(*one, "Tây Nguyên") for one in within} | {(*one, None) for one in of_all}


def test_those_who_have_places_of_their_own_are_not_counted_on() -> None:
    told = "Ở Tây Nguyên, Lâm Đồng xếp thứ 15, kế đến là Đắk Lắk (37/63) và Gia Lai (48/63)."
    assert ranks(ALL + told) == [("Lâm Đồng", 15), ("Đắk Lắk", 37), ("Gia Lai", 48)]


@pytest.mark.parametrize("last", ["cuối là", "chót là", "đứng chót là"])
def test_who_closes_an_order_in_a_word(last: str) -> None:
    told = f"{MINISTRIES}Bộ Tư pháp 89,95% đứng đầu; {last} Bộ Y tế 76,03%."
    assert ranks(told) == [("Bộ Tư pháp", 1), ("Bộ Y tế", "last")]


def test_the_end_of_something_else_is_no_last_place() -> None:
    assert (
        ranks(f"{MINISTRIES}Bộ Y tế đạt 76,03%. Cuối năm, Bộ Y tế họp. Đầu là việc khó, cuối cùng là thời gian.") == []
    )


@pytest.mark.parametrize("lead", ["Thứ tự tiếp theo:", "Các vị trí tiếp theo là", "Tiếp theo là"])
def test_an_order_goes_on_with_semicolons_to_the_last(lead: str) -> None:
    own = f"{OWN}Huyện Trà Cú (90,85 điểm) giữ hạng ba.\n"
    text = f"{own}{lead} Càng Long 89,9 điểm; Cầu Kè 88,04 điểm; cuối cùng là Duyên Hải 84,16 điểm."
    assert ranks(text) == [("huyện Trà Cú", 3), ("Càng Long", 4), ("Cầu Kè", 5), ("Duyên Hải", "last")]


def test_the_third_of_the_best_three_is_not_the_last() -> None:
    told = "Ba địa phương dẫn đầu là Hải Phòng, kế đến là Quảng Ninh và cuối cùng là Đà Nẵng."
    assert ("Đà Nẵng", "last") not in ranks(ALL + told)


@pytest.mark.parametrize("behind", ["theo sau với 80,42% (hạng 9)", "bám sát với 80,42%, đứng thứ 9"])
def test_who_follows_with_a_place_of_its_own_has_that_one(behind: str) -> None:
    assert ranks(f"{ALL}Long An đạt 80,99%, giữ hạng 6; Đồng Tháp {behind}.") == [("Long An", 6), ("Đồng Tháp", 9)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Đứng trên tỉnh lần lượt có Quảng Ninh, Hải Phòng, Đà Nẵng.", [1, 2, 3]),
        ("Xếp trên Hà Nam theo thứ tự là Quảng Ninh, Hải Phòng và Đà Nẵng.", [1, 2, 3]),
        ("Hà Nam đứng sau lần lượt Quảng Ninh, Hải Phòng, Đà Nẵng.", []),
        ("Đứng trên tỉnh có Quảng Ninh, Hải Phòng, Đà Nẵng.", []),
        ("Đứng trên tỉnh lần lượt là Quảng Ninh, Hải Phòng.", []),
    ],
)
def test_all_that_are_told_in_turn_to_be_before_another_have_the_places_before_its(
    told: str, expected: list[int]
) -> None:
    head = "PAR INDEX năm 2021 của tỉnh Hà Nam\nNăm 2021, Hà Nam xếp thứ 4/63.\n"
    assert [r["value"] for r in stated(found_in(head + told)) if r.get("measure") == "rank"][1:] == expected


@pytest.mark.parametrize(("rank", "expected"), [(4, [4, 1, 2, 3]), (5, [5])])
def test_those_behind_whom_a_unit_is_in_turn(rank: int, expected: list[int]) -> None:
    head = "PAR INDEX năm 2021 của tỉnh Hà Nam\n"
    text = f"{head}Năm 2021, Hà Nam xếp thứ {rank}/63, sau lần lượt Quảng Ninh, Hải Phòng, Đà Nẵng."
    assert [r["value"] for r in stated(found_in(text)) if r.get("measure") == "rank"] == expected


def test_what_a_district_is_told_from_is_no_part_of_its_name() -> None:
    head = "Chỉ số CCHC năm 2022 của các huyện tỉnh Đồng Nai\nHuyện Long Thành đạt 92,3 điểm.\n"
    found = stated(found_in(f"{head}Sau Nhơn Trạch (91,3 điểm), huyện Trảng Bom đạt 91,1 điểm."))
    assert not [r["unit"] for r in found if "Sau" in r["unit"]]
