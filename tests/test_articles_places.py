"""Places in other words of the genre: ranks in figures and ordinals, what a place is out of, and of whom it is."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, BEST_THREE, DISTRICTS, NOW, OF_ONE, OWN, SATISFIED, facts, ranks

REGION = "PAR INDEX năm 2023\nCà Mau xếp hạng 3 ở Đồng bằng sông Cửu Long. "


@pytest.mark.parametrize("rank", ["đứng thứ Ba", "xếp thứ Ba", "giữ vị trí thứ Ba", "XẾP THỨ BA", "vươn lên thứ ba"])
def test_a_rank_with_a_capital_is_still_one(rank: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Cao Bằng\nNăm 2022, tỉnh {rank} toàn quốc."
    assert ("Cao Bằng", 2022, "rank", 3) in facts(text)


@pytest.mark.parametrize("mean", ["bình quân cả nước tăng 1,4%, lên 85,3%", "trung bình cả nước là 85,3%"])
def test_a_mean_has_no_rank(mean: str) -> None:
    title = "PAR INDEX năm 2021 của tỉnh Gia Lai"
    text = f"{title}\nDo các tỉnh khác tăng nhiều hơn ({mean}) nên tỉnh chỉ xếp thứ 51/63, giảm 9 bậc."
    assert [one for one in facts(text) if one[2].startswith("rank")] == [
        ("Gia Lai", 2021, "rank", 51), ("Gia Lai", 2021, "rank_change", -9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["đưa tỉnh từ hạng 44 về hạng 18", "đưa tỉnh từ vị trí 44 về vị trí 18", "giúp tỉnh từ thứ 44 về thứ 18"]
)
def test_from_a_rank_back_to_another_one(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nNăm 2022, cải cách thể chế đạt 88,4%, {words}."
    ranks = [one for one in facts(text) if one[2] == "rank"]
    assert ranks == [("Gia Lai", 2021, "rank", 44), ("Gia Lai", 2022, "rank", 18)]


@pytest.mark.parametrize(
    "things", ["Bài học thứ hai", "Nhóm giải pháp thứ ba", "Tấm gương thứ hai", "Nguyên nhân thứ nhất"]
)
def test_the_ordinals_of_things_are_no_ranks(things: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{things}, PAR INDEX, sáng hơn: tỉnh xếp hạng 41/63."
    assert [one for one in facts(text) if one[2] == "rank"] == [("Gia Lai", 2022, "rank", 41)]


@pytest.mark.parametrize(
    "sentence", ["Gia Lai thứ ba với 90,1%.", "Hải Phòng đứng đầu, Gia Lai thứ ba.", "Vị trí thứ ba thuộc về Gia Lai."]
)
def test_an_ordinal_right_behind_a_unit_is_its_rank(sentence: str) -> None:
    assert ("Gia Lai", 2021, "rank", 3) in facts(ALL + sentence)


@pytest.mark.parametrize("words", ["không phải là hạng 52 hay hạng 47", "chẳng phải thứ 52 hoặc thứ 47"])
def test_neither_of_two_ranks_that_are_denied_is_one(words: str) -> None:
    assert facts(f"PAR INDEX năm 2022 của tỉnh Gia Lai\nĐiều đáng lo {words}.") == []


def test_a_rank_in_a_part_of_the_country_that_is_no_region_of_ours_is_none_of_all() -> None:
    text = "SIPAS năm 2022 của tỉnh Gia Lai\nNăm 2022, tỉnh đạt 81,5%, hạng 22 toàn quốc và hạng tư miền Trung."
    assert facts(text) == [("Gia Lai", 2022, "score", 81.5), ("Gia Lai", 2022, "rank", 22)]


@pytest.mark.parametrize("after", ["Xếp ngay sau", "Đứng sau", "Bám sát"])
def test_the_rank_in_parentheses_behind_a_unit_is_its_own(after: str) -> None:
    ranks = [one for one in facts(f"{ALL}{after} Kon Tum (thứ 23) là Gia Lai.") if one[2] == "rank"]
    assert ("Gia Lai", 2021, "rank", 23) not in ranks
    assert ("Kon Tum", 2021, "rank", 23) in ranks


def test_a_rank_in_parentheses_behind_other_words_is_of_who_is_named_behind_it() -> None:
    assert ("Gia Lai", 2021, "rank", 1) in facts(f"{ALL}Đơn vị cao nhất (xếp thứ 1) là Gia Lai.")


def test_so_many_of_all_are_no_rank() -> None:
    assert ranks(f"{NOW}Cả nước có 39/63 tỉnh, thành phố tăng điểm.") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Trong 13 tỉnh, thành của vùng, Long An giữ ngôi đầu.", [("Long An", 1)]),
        ("Trong vùng, Long An dẫn đầu.", [("Long An", 1)]),
        ("Long An đứng đầu vùng, kế đến là Hậu Giang.", [("Long An", 1), ("Hậu Giang", 2)]),
    ],
)
def test_places_among_those_of_the_region_told_before_are_in_it(sentence: str, told: list[tuple[str, int]]) -> None:
    found = [r for r in stated(found_in(REGION + sentence)) if r.get("measure") == "rank" and r["unit"] != "Cà Mau"]
    assert [(r["unit"], r["value"]) for r in found] == told
    assert {r["scope"] for r in found} == {"Đồng bằng sông Cửu Long"}


def test_a_place_among_those_of_a_region_that_nothing_names_is_not_one_among_all() -> None:
    found = stated(found_in("PAR INDEX năm 2023\nTrong vùng, Long An dẫn đầu."))
    assert [(r["value"], r["scope"]) for r in found] == [(1, "Đồng bằng sông Cửu Long")]
    assert ranks("PAR INDEX năm 2023 của các sở tỉnh Long An\nTrong khu vực này, Sở Y tế dẫn đầu.") == []


def test_a_place_among_all_is_not_in_the_region_of_the_sentence() -> None:
    text = f"{REGION}Trong vùng, Long An dẫn đầu và vào tốp 10 toàn quốc với vị trí thứ 7."
    found = [r for r in stated(found_in(text)) if r.get("measure") == "rank" and r["value"] == 7]
    assert [(r["unit"], r["scope"]) for r in found] == [("Long An", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Khối 17 bộ, cơ quan ngang bộ do Bộ Tư pháp dẫn đầu (92,1%); Bộ Tài chính về nhì (91,2%).",
        "Đứng đầu 17 đơn vị khối bộ là Bộ Tư pháp, được 92,1%. Kế đó là Bộ Tài chính.",
    ],
)
def test_how_many_a_block_has_is_what_its_places_are_out_of(text: str) -> None:
    found = [r for r in stated(found_in(ALL + text)) if r.get("measure") == "rank"]
    assert [(r["unit"], r["value"], r["rank_of"]) for r in found] == [("Bộ Tư pháp", 1, 17), ("Bộ Tài chính", 2, 17)]


def test_how_many_of_a_block_are_in_a_class_is_not_what_its_places_are_out_of() -> None:
    found = stated(found_in(f"{ALL}Có 12 bộ trên 80%. Bộ Tư pháp dẫn đầu khối bộ."))
    assert [r["rank_of"] for r in found if r.get("measure") == "rank"] == [None]


@pytest.mark.parametrize("opens", ["Ngay trong", "Chỉ tính trong", "Trong"])
def test_places_out_of_as_many_are_in_the_same_region(opens: str) -> None:
    text = (
        f"PAR INDEX năm 2017\n{opens} vùng Đồng bằng sông Cửu Long, Bến Tre chỉ đứng thứ 9/13, trong khi Vĩnh Long ở "
        "bên kia sông đứng thứ 3/13."
    )
    found = [r for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert [(r["unit"], r["value"], r["scope"]) for r in found] == [
        ("Bến Tre", 9, "Đồng bằng sông Cửu Long"), ("Vĩnh Long", 3, "Đồng bằng sông Cửu Long"),
    ]  # fmt: skip


def test_a_place_out_of_few_beside_one_out_of_all_is_uncertain() -> None:
    assert ranks("PAR INDEX năm 2017\nBến Tre đứng thứ 49/63, trong khi Vĩnh Long đứng thứ 3/13.") == [("Bến Tre", 49)]


@pytest.mark.parametrize(
    ("sentence", "year", "rank"),
    [
        ("Thứ hạng của tỉnh là 44, khá hơn 4 bậc so với năm 2020.", 2021, 44),
        ("Thứ hạng năm nay là 44.", 2021, 44),
        ("Năm 2019 hạng 29, rồi tụt về 48 vào năm 2020.", 2020, 48),
    ],
)
def test_a_bare_number_that_the_place_is_said_to_be(sentence: str, year: int, rank: int) -> None:
    assert ("Quảng Ngãi", year, "rank", rank) in facts(NOW + sentence)


def test_on_the_whole_a_province_has_its_rank() -> None:
    assert ("Quảng Ngãi", 18) in ranks(f"{NOW}Trên cả nước, PAR INDEX đạt 86,45%, xếp thứ 18.")
    assert ("Quảng Ngãi", 2021, "score", 86.45) in facts(
        "PAR INDEX năm 2021 của tỉnh Quảng Ngãi\nTính chung các tiêu chí, tỉnh đạt 86,45% điểm tối đa."
    )


def test_each_block_of_units_has_its_own_size() -> None:
    text = (
        f"{OWN}Bình quân 17 sở, ngành đạt 87,6 điểm, gồm 3 cơ quan xếp loại Tốt; bình quân 9 huyện, thị xã đạt 85,9 "
        "điểm.\nĐơn vị\tHạng\tĐiểm\nSở Y tế\t2\t91,2\nHuyện Cầu Kè\t3\t88,1\nHuyện Càng Long\t4\t87,5\n"
    )
    found = [(r["unit"], r["rank_of"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == [("Sở Y tế", 17), ("huyện Cầu Kè", 9), ("huyện Càng Long", 9)]


def test_places_in_parentheses_need_no_word_behind_one_for_ranks() -> None:
    lowest = "Năm tỉnh cuối bảng xếp hạng gồm: Phú Yên (61), Kiên Giang (62), An Giang (63)."
    assert ranks(f"{ALL}{lowest}") == [("Phú Yên", 61), ("Kiên Giang", 62), ("An Giang", 63)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các tỉnh tăng hạng nhiều nhất: Cà Mau (41), Trà Vinh (20), Lai Châu (15).",
        "Thứ hạng trong vùng ĐBSCL: Long An (10), Trà Vinh (14), Cà Mau (22).",
        "Các tỉnh có nhiều hồ sơ nhất: Cà Mau (41), Trà Vinh (20).",
        "Vị trí của các tỉnh: Cà Mau (41), Trà Vinh (20), Lai Châu (35).",
    ],
)
def test_other_numbers_in_parentheses_are_no_places(sentence: str) -> None:
    assert ranks(f"{ALL}{sentence}") == []


@pytest.mark.parametrize(
    "sentence", ["Về nhì là Quảng Ninh; đứng ba là Đà Nẵng.", "Nhì bảng: Quảng Ninh; hạng ba: Đà Nẵng."]
)
def test_the_second_and_third_place_in_the_words_of_a_contest(sentence: str) -> None:
    assert ranks(f"{ALL}Hải Phòng dẫn đầu. {sentence}") == BEST_THREE


def test_ba_counts_where_it_is_no_place() -> None:
    assert ranks(f"{ALL}Cách xếp ba nhóm không đổi.") == []


@pytest.mark.parametrize("words", ["xếp dưới vị trí thứ 50", "đứng dưới hạng 50", "nằm ngoài thứ hạng 50"])
def test_what_is_below_a_place_is_at_none(words: str) -> None:
    assert ranks(f"{OF_ONE}Có 2 chỉ số {words}.") == []


def test_who_holds_a_place_has_it() -> None:
    assert ranks(f"{ALL}Khối bộ do Bộ Tư pháp dẫn đầu.") == [("Bộ Tư pháp", 1)]


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ("từ vị trí thứ nhất xuống vị trí thứ hai", [(2020, 1), (2021, 2)]),
        ("từ hạng tư lên hạng nhất", [(2020, 4), (2021, 1)]),
        ("từ thứ ba xuống thứ tư", [(2020, 3), (2021, 4)]),
    ],
)
def test_places_in_words_that_a_unit_comes_from(places: str, found: list[tuple[int, int]]) -> None:
    told = facts(f"{OF_ONE}PAR INDEX của tỉnh chuyển {places}.".replace("chuyển từ", "đi từ"))
    assert [(year, value) for _, year, _, value in told] == found


def test_a_place_among_the_cities_is_none_among_all() -> None:
    text = f"{ALL}Đà Nẵng đứng thứ 4 trong 5 thành phố trực thuộc Trung ương."
    assert ranks(text) == []


@pytest.mark.parametrize(("words", "rank"), [("hạng nhì", 2), ("hạng ba", 3), ("hạng 4", 4), ("hạng chót", "last")])
def test_a_bare_name_with_a_place_in_words_is_a_districts(words: str, rank: int | str) -> None:
    text = "Chỉ số CCHC năm 2022 của các huyện, quận TP. Cần Thơ\n"
    told = f"Trong 9 quận, huyện của thành phố, Bình Thủy giữ hạng nhất (91,3 điểm), Phong Điền {words} (82,5 điểm)."
    assert [(unit, value) for unit, _, _, value in facts(text + told) if unit == "Phong Điền"] == [
        ("Phong Điền", rank),
        ("Phong Điền", 82.5),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Địa phương có SIPAS cao nhất năm này được 95,26%, đó là tỉnh Quảng Ninh.",
        "Tỉnh dẫn đầu cả nước đạt 95,26% là Quảng Ninh.",
        "Nơi đứng đầu được 95,26%, thuộc về Quảng Ninh.",
        "Mức cao nhất là 95,26%, của Quảng Ninh.",
        "Giá trị cao nhất đạt 95,26% (Quảng Ninh).",
        "Chỉ số cao nhất 95,26%: Quảng Ninh.",
        "Bến Tre thấp hơn mức cao nhất là 95,26% của Quảng Ninh.",
    ],
)
def test_who_is_named_behind_its_place_and_score_has_both(sentence: str) -> None:
    head = "SIPAS năm 2021 của tỉnh Bến Tre\nNăm 2021, SIPAS của tỉnh đạt 84,1%.\n"
    assert facts(head + sentence) == [
        ("Bến Tre", 2021, "score", 84.1), ("Quảng Ninh", 2021, "rank", 1), ("Quảng Ninh", 2021, "score", 95.26),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Quảng Ninh dẫn đầu cả nước đạt 95,26%, của Hải Phòng là 93,1%.",
        "Quảng Ninh cao nhất với 95,26% (Hải Phòng 93,1%).",
        "Quảng Ninh đạt cao nhất 95,26%, Hải Phòng 93,1%.",
    ],
)
def test_who_stands_before_its_place_has_it(sentence: str) -> None:
    assert facts(SATISFIED + sentence) == [
        ("Quảng Ninh", 2021, "rank", 1), ("Quảng Ninh", 2021, "score", 95.26), ("Hải Phòng", 2021, "score", 93.1),
    ]  # fmt: skip


def test_a_bare_name_behind_a_score_is_a_districts() -> None:
    head = DISTRICTS + "Huyện có điểm cao nhất đạt 92,1 điểm, "
    assert facts(head + "đó là Chư Sê.") == [("Chư Sê", 2022, "rank", 1), ("Chư Sê", 2022, "score", 92.1)]
    assert facts(head + "đó là kết quả tốt.") == []


@pytest.mark.parametrize("name", ["Kbang", "Pleiku", "Vinh"])
def test_one_word_with_a_capital_is_another_one(name: str) -> None:
    text = (
        f"{DISTRICTS}Huyện Chư Sê dẫn đầu với 88,1 điểm, huyện Chư Prông xếp thứ 2, còn {name} đứng cuối với 71,3 điểm."
    )
    assert ranks(text) == [("huyện Chư Sê", 1), ("huyện Chư Prông", 2)]


@pytest.mark.parametrize(
    "among", ["trong 63 tỉnh, thành phố", "trong tổng số 63 tỉnh, thành phố", "trên 63 địa phương", "/63"]
)
def test_a_rank_that_one_came_to_is_out_of_those_told_behind_it(among: str) -> None:
    found = stated(found_in(f"{OF_ONE}Từ hạng 35, tỉnh vươn lên hạng 29 {among}."))
    assert [r["rank_of"] for r in found if r["value"] == 29] == [63]
    found = stated(found_in(f"{OF_ONE}Tỉnh tăng từ hạng 35 lên hạng 29 {among}, tốt nhất trong 3 năm."))
    assert [r["rank_of"] for r in found if r["value"] == 29] == [63]


@pytest.mark.parametrize(
    ("region", "name"),
    [("Duyên hải miền Trung", "Bắc Trung Bộ và Duyên hải miền Trung"), ("Tây Nam Bộ", "Đồng bằng sông Cửu Long")],
)
def test_a_region_may_go_by_another_name(region: str, name: str) -> None:
    text = f"PCI năm 2021 của tỉnh Gia Lai\nNăm 2021, trong vùng {region}, tỉnh xếp thứ 5/13."
    assert [(r["value"], r["scope"]) for r in stated(found_in(text))] == [(5, name)]


@pytest.mark.parametrize(
    "behind", ["chỉ sau Hải Phòng với 91,87%", "sau thành phố Hải Phòng 91,87%", "sau Hải Phòng đạt 91,87%"]
)
def test_who_is_named_as_the_better_one_has_the_score_behind_its_name(behind: str) -> None:
    found = facts(f"{OF_ONE}PAR INDEX của tỉnh đạt 90,44%, đứng thứ 2 cả nước, {behind}.")
    assert found == [
        ("An Giang", 2021, "score", 90.44),
        ("An Giang", 2021, "rank", 2),
        ("Hải Phòng", 2021, "score", 91.87),
    ]


def test_how_far_behind_a_better_one_somebody_is_is_no_score() -> None:
    found = facts(f"{OF_ONE}PAR INDEX của tỉnh đạt 90,44%, đứng thứ 2 cả nước, sau Hải Phòng 1,43%.")
    assert [fact for fact in found if fact[2] == "score"] == [("An Giang", 2021, "score", 90.44)]


@pytest.mark.parametrize(
    "name", ["Hội An từ hạng nhất rơi xuống hạng ba", "Hội An giữ nguyên hạng 3", "Hội An xuống vị trí thứ 3"]
)
def test_a_city_is_no_society_and_has_its_place(name: str) -> None:
    text = "Chỉ số CCHC năm 2022 của các huyện, thị xã, thành phố tỉnh Quảng Nam\nUBND tỉnh công bố kết quả.\n"
    assert ("Hội An", 2022, "rank", 3) in facts(f"{text}Thăng Bình dẫn đầu với 92,4 điểm; {name}.")
    assert "Hội" not in str(facts(f"{text}Thăng Bình dẫn đầu với 92,4 điểm; Hội Nông dân tỉnh xếp thứ 3."))


def test_a_rank_among_those_that_were_surveyed_is_one_of_all() -> None:
    head = "Kết quả SIPAS năm 2015\nSIPAS năm 2015 được khảo sát tại 10 tỉnh, thành phố.\n"
    assert ranks(f"{head}Hà Nội đạt 83,83%, xếp thứ 7/10.") == [("Hà Nội", 7)]
    assert ranks(f"{head}Hà Nội đạt 83,83%, xếp thứ 7/12.") == []
    assert ranks(f"{head.replace('10 tỉnh, thành phố', '10 tỉnh miền núi')}Hà Nội xếp thứ 7/10.") == []


@pytest.mark.parametrize(
    "size",
    [
        "II. CẤP HUYỆN (17 đơn vị)",
        "Điểm trung bình của 17 huyện chỉ là 82,1 điểm.",
        "Khối huyện: 17 đơn vị",
    ],
)
def test_how_many_are_ranked_may_be_told_in_a_heading_or_with_their_mean(size: str) -> None:
    head = "Chỉ số CCHC năm 2022 của các huyện tỉnh Gia Lai\nUBND tỉnh công bố kết quả.\n"
    found = stated(found_in(f"{head}{size}\nHuyện Chư Sê xếp thứ 3 với 85,2 điểm."))
    assert [(r["unit"], r["rank_of"]) for r in found if r.get("measure") == "rank"] == [("huyện Chư Sê", 17)]


@pytest.mark.parametrize(("hint", "certain"), [("Trước đó, tại hội nghị ngày 17/4/2022,", True), ("Trước đó,", False)])
def test_what_was_told_at_a_meeting_before_is_of_the_year_talked_about(hint: str, certain: bool) -> None:
    text = f"{OF_ONE}{hint} Bộ Tư pháp được xướng tên ở vị trí thứ nhất khối bộ với 89,95%."
    assert (("Bộ Tư pháp", 2021, "score", 89.95) in facts(text)) is certain


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Á quân năm 2020, Hà Giang trở lại ngôi đầu năm 2021.", [(2020, 2), (2021, 1)]),
        ("Quán quân ngay mùa đầu tiên (2012), Hà Giang nay xếp thứ 40.", [(2012, 1), (2021, 40)]),
        ("Dẫn đầu cả nước, Hà Giang đạt 92,1%.", [(2021, 1)]),
        ("Đứng thứ hai, Hà Giang được 91,2%.", [(2021, 2)]),
        ("Đứng thứ nhì sau Hải Phòng, Hà Giang được 91%.", []),
        ("Xếp thứ nhất, Bắc Giang, Long An và Lào Cai cùng tăng điểm.", []),
    ],
)
def test_a_place_that_opens_a_sentence_is_of_the_unit_behind_it(told: str, expected: list[tuple[int, int]]) -> None:
    assert sorted((year, rank) for _, year, measure, rank in facts(ALL + told) if measure == "rank") == expected


@pytest.mark.parametrize(("among", "last"), [("trong 63 tỉnh, thành phố", ["last"]), ("trong 13 tỉnh của vùng", [])])
def test_the_last_of_all_behind_its_score_is_who_has_the_score(among: str, last: list[str]) -> None:
    found = facts(f"{OF_ONE}Năm 2018, PAR INDEX đạt 75,13%, đứng cuối {among}.")
    assert [value for _, _, measure, value in found if measure == "rank"] == last


@pytest.mark.parametrize("where", ["Ở đầu bên kia", "Ở đầu kia", "Ở đầu năm"])
def test_the_other_end_and_the_start_of_a_year_are_no_first_place(where: str) -> None:
    assert [one for one in facts(f"{ALL}{where}, Hà Giang được 77,2%.") if one[2] == "rank"] == []


@pytest.mark.parametrize("what", ["đoàn kiểm tra", "phong trào thi đua", "về thu hút vốn"])
def test_what_else_is_led_is_no_first_place(what: str) -> None:
    assert facts(f"{ALL}Dẫn đầu {what}, Hà Giang được 91,2%.") in ([("Hà Giang", 2021, "score", 91.2)], [])
