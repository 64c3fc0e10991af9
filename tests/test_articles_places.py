"""Places in other words of the genre: ranks, orders, who leads and who is last, what a place is out of."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import (
    ALL,
    BEST_THREE,
    DISTRICTS,
    MINISTRIES,
    NOW,
    OF_ONE,
    OWN,
    SATISFIED,
    facts,
    groups,
    ranks,
)


@pytest.mark.parametrize("rank", ["đứng thứ Ba", "xếp thứ Ba", "giữ vị trí thứ Ba", "XẾP THỨ BA", "vươn lên thứ ba"])
def test_a_rank_with_a_capital_is_still_one(rank: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Cao Bằng\nNăm 2022, tỉnh {rank} toàn quốc."
    assert ("Cao Bằng", 2022, "rank", 3) in facts(text)


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


TABLE = ("STT", "Tên cơ quan", "Tổng điểm", "Xếp loại")


BOARD = "Ban Quản lý Khu kinh tế Vũng Áng"


ROWS = (("1", "Sở Nội vụ", "93,1", "Xuất sắc"), ("2", BOARD, "90,4", "Xuất sắc"), ("18", "Sở Y tế", "76,2", "Khá"))


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


@pytest.mark.parametrize("units", ["hai xã", "2 phường", "ba cơ quan", "hai thành phố"])
def test_of_several_that_are_last_none_is_told_to_be_the_last(units: str) -> None:
    head = "Bộ chỉ số 766 tháng 6/2025 của tỉnh Gia Lai\n"
    text = f"{head}Trong tỉnh, {units} đứng cuối là xã Ia Grai 60,2 điểm và xã Chư Prông 58,7 điểm."
    assert "last" not in [value for _, _, _, value in facts(text)]


@pytest.mark.parametrize("behind", ["các vị trí tiếp theo lần lượt thuộc về", "hai vị trí kế tiếp là"])
def test_the_places_behind_a_leader_with_its_score_begin_with_the_second(behind: str) -> None:
    text = f"{ALL}Dẫn đầu cả nước là Cao Bằng với 90,25%; {behind} Gia Lai, Phú Yên."
    ranks = {(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"}
    assert ranks == {("Cao Bằng", 1), ("Gia Lai", 2), ("Phú Yên", 3)}


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


def test_who_leads_the_others_leads_in_all() -> None:
    found = stated(found_in(f"{ALL}Bộ Tài chính dẫn đầu các bộ, nhờ cải cách thể chế."))
    assert [(r["value"], r.get("component")) for r in found] == [(1, None)]


@pytest.mark.parametrize("words", ["tụt xuống đội sổ", "rơi thẳng xuống vị trí cuối bảng", "trượt xuống cuối cùng"])
def test_from_a_rank_down_to_the_last_place(words: str) -> None:
    text = f"{DISTRICTS}Huyện Chư Sê mất 2,8 điểm so với năm trước và từ vị trí thứ 6 {words}."
    assert [(year, value) for _, year, measure, value in facts(text) if measure == "rank" and value == 6] == [(2021, 6)]


def test_of_the_last_told_from_below_the_first_is_the_last() -> None:
    text = (
        "Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nBa cơ quan khép lại bảng xếp hạng, từ dưới lên, là Sở Y tế"
        " (79,1 điểm), Sở Xây dựng (80,2 điểm) và Sở Tư pháp (80,9 điểm)."
    )
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"] == [("Sở Y tế", "last")]
    above = text.replace(", từ dưới lên, là", " gồm")
    assert not any(measure == "rank" for _, _, measure, _ in facts(above))


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


def test_who_leads_a_region_has_lost_what_is_told_behind_it() -> None:
    text = "PAR INDEX năm 2022 của tỉnh Gia Lai\nNăm 2022, Gia Lai dẫn đầu Tây Nguyên, giảm 1,45%."
    assert ("Gia Lai", 2022, "score_change", -1.45) in facts(text)


@pytest.mark.parametrize("has", ["góp mặt 2 cái tên:", "có", "đóng góp 2 tỉnh:"])
def test_ranks_of_those_that_a_region_has_among_the_best_are_of_all(has: str) -> None:
    text = f"{ALL}Trong 10 tỉnh đứng đầu cả nước, Tây Nguyên {has} Gia Lai (hạng 6) và Kon Tum (hạng 9)."
    ranks = [(r["unit"], r["value"], r.get("scope")) for r in stated(found_in(text))]
    assert ranks == [("Gia Lai", 6, None), ("Kon Tum", 9, None)]


def test_a_rank_in_a_part_of_the_country_that_is_no_region_of_ours_is_none_of_all() -> None:
    text = "SIPAS năm 2022 của tỉnh Gia Lai\nNăm 2022, tỉnh đạt 81,5%, hạng 22 toàn quốc và hạng tư miền Trung."
    assert facts(text) == [("Gia Lai", 2022, "score", 81.5), ("Gia Lai", 2022, "rank", 22)]


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


@pytest.mark.parametrize("after", ["Xếp ngay sau", "Đứng sau", "Bám sát"])
def test_the_rank_in_parentheses_behind_a_unit_is_its_own(after: str) -> None:
    ranks = [one for one in facts(f"{ALL}{after} Kon Tum (thứ 23) là Gia Lai.") if one[2] == "rank"]
    assert ("Gia Lai", 2021, "rank", 23) not in ranks
    assert ("Kon Tum", 2021, "rank", 23) in ranks


def test_a_rank_in_parentheses_behind_other_words_is_of_who_is_named_behind_it() -> None:
    assert ("Gia Lai", 2021, "rank", 1) in facts(f"{ALL}Đơn vị cao nhất (xếp thứ 1) là Gia Lai.")


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
    ("sentence", "unit"),
    [
        ("Đứng đầu 17 đơn vị khối bộ là Bộ Tư pháp, được 92,1%.", "Bộ Tư pháp"),
        ("Dẫn đầu 63 tỉnh, thành phố là Đà Nẵng với 92,1%.", "Đà Nẵng"),
        ("Đứng đầu trong số 17 bộ, cơ quan ngang bộ là Bộ Tư pháp (92,1%).", "Bộ Tư pháp"),
        ("Cao nhất trong 17 bộ là Bộ Tư pháp (92,1%).", "Bộ Tư pháp"),
    ],
)
def test_who_leads_so_many_is_told_behind_their_number(sentence: str, unit: str) -> None:
    assert ranks(ALL + sentence) == [(unit, 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đứng đầu 5 thành phố trực thuộc Trung ương là Đà Nẵng.",
        "Nhóm B có 59 địa phương, đứng đầu là Thừa Thiên Huế (89,32%).",
        "Có 59 tỉnh từ 80% đến dưới 90%, cao nhất là Thừa Thiên Huế với 89,32%.",
        "Nhóm B có 59 địa phương, trong đó cao nhất là Thừa Thiên Huế (89,32%) và thấp nhất là Phú Yên (80,1%).",
    ],
)
def test_the_first_of_some_leads_not_all(sentence: str) -> None:
    assert ranks(ALL + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Cuối bảng có ba cái tên: Bạc Liêu 59/63, Sóc Trăng 62/63, An Giang 63/63.",
        "Ba cái tên ở cuối bảng: Bạc Liêu 59/63, Sóc Trăng 62/63, An Giang 63/63.",
    ],
)
def test_who_has_another_place_is_not_the_last(sentence: str) -> None:
    assert ranks(ALL + sentence) == [("Bạc Liêu", 59), ("Sóc Trăng", 62), ("An Giang", 63)]


def test_so_many_of_all_are_no_rank() -> None:
    assert ranks(f"{NOW}Cả nước có 39/63 tỉnh, thành phố tăng điểm.") == []


REGION = "PAR INDEX năm 2023\nCà Mau xếp hạng 3 ở Đồng bằng sông Cửu Long. "


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


def test_a_place_among_those_of_a_region_that_nothing_names_is_none() -> None:
    assert ranks("PAR INDEX năm 2023\nTrong vùng, Long An dẫn đầu.") == []


def test_a_place_among_all_is_not_in_the_region_of_the_sentence() -> None:
    text = f"{REGION}Trong vùng, Long An dẫn đầu và vào tốp 10 toàn quốc với vị trí thứ 7."
    found = [r for r in stated(found_in(text)) if r.get("measure") == "rank" and r["value"] == 7]
    assert [(r["unit"], r["scope"]) for r in found] == [("Long An", None)]


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


@pytest.mark.parametrize("words", ["về giải ngân", "về tỷ lệ hồ sơ trực tuyến", "toàn tỉnh về tỷ lệ thanh toán"])
def test_what_units_lead_in_that_is_no_index_gives_them_no_score(words: str) -> None:
    text = f"{OWN}Ba huyện dẫn đầu {words} gồm huyện Cầu Kè (95,2%), huyện Trà Cú (94,1%), huyện Càng Long (93,8%)."
    assert facts(text) == []


def test_who_leads_the_districts_of_the_province_is_told_behind_their_number() -> None:
    found = stated(found_in(f"{OWN}Đứng đầu 9 huyện của tỉnh là huyện Cầu Kè với 92,1 điểm."))
    assert [(r["value"], r["rank_of"]) for r in found if r.get("measure") == "rank"] == [(1, 9)]


@pytest.mark.parametrize(
    "opening",
    ["Lần lượt đứng sau", "Xếp ngay sau", "Nối gót", "Bám đuổi phía sau", "Bám đuổi Hải Phòng", "Ngay sau đó"],
)
def test_a_sentence_goes_on_with_the_order_in_other_words(opening: str) -> None:
    text = f"{ALL}Quán quân là Hải Phòng với 91,8%. {opening} là Quảng Ninh, Đà Nẵng."
    assert ranks(text) == BEST_THREE


def test_on_the_whole_a_province_has_its_rank() -> None:
    assert ("Quảng Ngãi", 18) in ranks(f"{NOW}Trên cả nước, PAR INDEX đạt 86,45%, xếp thứ 18.")
    assert ("Quảng Ngãi", 2021, "score", 82.0) in facts(f"{NOW}Tính chung các tiêu chí, tỉnh đạt 82% điểm tối đa.")


def test_each_block_of_units_has_its_own_size() -> None:
    text = (
        f"{OWN}Bình quân 17 sở, ngành đạt 87,6 điểm, gồm 3 cơ quan xếp loại Tốt; bình quân 9 huyện, thị xã đạt 85,9 "
        "điểm.\nĐơn vị\tHạng\tĐiểm\nSở Y tế\t2\t91,2\nHuyện Cầu Kè\t3\t88,1\nHuyện Càng Long\t4\t87,5\n"
    )
    found = [(r["unit"], r["rank_of"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == [("Sở Y tế", 17), ("huyện Cầu Kè", 9), ("huyện Càng Long", 9)]


@pytest.mark.parametrize(
    "words",
    ["là 1 trong 10 tỉnh", "là một trong 10 tỉnh", "nằm trong 10 tỉnh", "thuộc 10 tỉnh", "nằm trong số 10 tỉnh"],
)
def test_one_of_the_lowest_is_not_the_last(words: str) -> None:
    assert ranks(f"{NOW}Quảng Ngãi {words} có PAR INDEX thấp nhất cả nước.") == []


def test_the_lowest_of_all_is_the_last() -> None:
    assert ranks(f"{NOW}Quảng Ngãi là tỉnh có PAR INDEX thấp nhất cả nước.") == [("Quảng Ngãi", "last")]


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


def test_who_leads_in_an_index_of_others_leads_in_none_of_ours() -> None:
    assert ranks(f"{OWN}Sở Công Thương dẫn đầu DDCI khối sở, ngành với 80,5 điểm.") == []


def test_who_has_the_score_may_lead_all() -> None:
    head = "SIPAS năm 2021 của tỉnh Yên Bái\n"
    assert ranks(f"{head}SIPAS của tỉnh năm 2021 đạt 90,4%, dẫn đầu cả nước.") == [("Yên Bái", 1)]
    assert ranks(f"{head}SIPAS đạt 90,4% (tăng 1,2%), đứng đầu toàn quốc.") == [("Yên Bái", 1)]
    assert ranks(f"{head}Mức độ hài lòng về kết quả đạt 90,4%, cao nhất trong các yếu tố.") == []


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


def test_the_last_of_the_low_ones_is_last() -> None:
    low = "Nhóm có điểm thấp gồm Bộ Y tế (80,1%), Bộ Xây dựng (79,9%), sau cùng là Bộ Công Thương với 78%."
    assert ("Bộ Công Thương", "last") in ranks(ALL + low)
    assert ranks(f"{ALL}Phát biểu có Bộ Y tế, Bộ Xây dựng, sau cùng là Bộ Công Thương với 78%.") == []


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


def test_a_place_among_the_cities_is_none_among_all() -> None:
    text = f"{ALL}Đà Nẵng đứng thứ 4 trong 5 thành phố trực thuộc Trung ương."
    assert ranks(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Địa phương có SIPAS cao nhất năm này được 95,26%.",
        "Tỉnh có chỉ số thấp nhất mới đạt 72,4%.",
        "Nơi có kết quả cao nhất cả nước đạt 95,26%.",
    ],
)
def test_who_is_told_by_being_the_best_only_is_not_the_one_in_focus(sentence: str) -> None:
    head = "SIPAS năm 2021 của tỉnh Bến Tre\nNăm 2021, SIPAS của tỉnh đạt 84,1%.\n"
    assert facts(head + sentence) == [("Bến Tre", 2021, "score", 84.1)]


@pytest.mark.parametrize("link", ["cao nhất đạt", "cao nhất cả nước, đạt"])
def test_who_is_named_as_the_best_is_the_best(link: str) -> None:
    text = f"SIPAS năm 2021 của các tỉnh\nNăm 2021, Quảng Ninh là địa phương có SIPAS {link} 95,26%."
    assert facts(text) == [("Quảng Ninh", 2021, "rank", 1), ("Quảng Ninh", 2021, "score", 95.26)]


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
        "Mức cao nhất là 95,26%, thuộc về Quảng Ninh; mức thấp nhất 75,1%, của Bình Thuận.",
        "Giá trị cao nhất đạt 95,26% (Quảng Ninh), thấp nhất 75,1% (Bình Thuận).",
        "Địa phương có kết quả cao nhất được 95,26%, đó là Quảng Ninh, thấp nhất được 75,1% là Bình Thuận.",
        "Đứng đầu với 95,26% là Quảng Ninh, xếp cuối với 75,1% là Bình Thuận.",
    ],
)
def test_the_first_and_the_last_are_each_named_behind_their_scores(sentence: str) -> None:
    assert facts(SATISFIED + sentence) == [
        ("Quảng Ninh", 2021, "rank", 1), ("Quảng Ninh", 2021, "score", 95.26), ("Bình Thuận", 2021, "rank", "last"),
        ("Bình Thuận", 2021, "score", 75.1),
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


@pytest.mark.parametrize("share", ["giải ngân", "hồ sơ trực tuyến", "nộp thuế điện tử"])
def test_the_highest_share_of_something_else_makes_nobody_first(share: str) -> None:
    text = f"{ALL}Tỷ lệ {share} cao nhất là 95,2% của Bình Dương. Tỷ lệ {share} thấp nhất là Gia Lai (71,2%)."
    assert facts(text) == []


def test_the_first_of_a_class_or_a_part_named_behind_its_score_is_not_first_of_all() -> None:
    assert ranks(f"{ALL}Nhóm B có 30 tỉnh, điểm cao nhất 89,9% (Bình Dương).") == []
    assert [value for _, _, m, value in facts(f"{ALL}Cải cách thể chế có mức cao nhất là 98,2%, thuộc về Hà Nội.")] == [
        98.2
    ]


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


@pytest.mark.parametrize("first", ["đi đầu với 92,1 điểm", "đi đầu (92,1 điểm)", "đi đầu toàn tỉnh với 92,1 điểm"])
def test_who_goes_ahead_with_a_score_is_first(first: str) -> None:
    assert ranks(f"{DISTRICTS}Trong 17 huyện, Chư Sê {first}, Đức Cơ hạng 2.") == [("Chư Sê", 1), ("Đức Cơ", 2)]


@pytest.mark.parametrize("lead", ["Ba đơn vị đi đầu theo thứ tự là", "Ba huyện đi đầu lần lượt là"])
def test_those_who_go_ahead_in_turn_have_their_places(lead: str) -> None:
    text = f"{DISTRICTS}{lead} huyện Chư Sê, huyện Chư Prông và huyện Đức Cơ."
    assert ranks(text) == [("huyện Chư Sê", 1), ("huyện Chư Prông", 2), ("huyện Đức Cơ", 3)]


@pytest.mark.parametrize(
    "words", ["đi đầu trong chuyển đổi số", "là đơn vị đi đầu về chuyển đổi số", "đi đầu phong trào thi đua"]
)
def test_who_goes_ahead_in_something_else_has_no_place(words: str) -> None:
    assert ranks(f"{DISTRICTS}Huyện Chư Sê {words}.") == []


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
    ("words", "first"), [("đứng đầu", True), ("đứng đầu hoặc nhì", False), ("đứng đầu hay thứ hai", False)]
)
def test_to_be_the_first_or_the_second_is_no_place(words: str, first: bool) -> None:
    told = ranks(f"{ALL}Hải Phòng đạt 91,8%, nhiều năm nay luôn {words}; Hà Nội đứng thứ 3.")
    assert told == ([("Hải Phòng", 1)] if first else []) + [("Hà Nội", 3)]


@pytest.mark.parametrize(
    ("told", "units"),
    [
        ("Hai tỉnh cùng đạt 88,61% là Quảng Ninh và Thái Nguyên.", ["Quảng Ninh", "Thái Nguyên"]),
        ("Hai địa phương cùng có điểm 88,61% gồm Quảng Ninh, Thái Nguyên.", ["Quảng Ninh", "Thái Nguyên"]),
        ("Mức cao nhất đạt 88,61% là ở Quảng Ninh và Thái Nguyên.", []),
    ],
)
def test_a_score_that_several_have_alike_is_of_those_named_behind_it(told: str, units: list[str]) -> None:
    assert [unit for unit, _, measure, value in facts(ALL + told) if (measure, value) == ("score", 88.61)] == units


@pytest.mark.parametrize(
    "name", ["Hội An từ hạng nhất rơi xuống hạng ba", "Hội An giữ nguyên hạng 3", "Hội An xuống vị trí thứ 3"]
)
def test_a_city_is_no_society_and_has_its_place(name: str) -> None:
    text = "Chỉ số CCHC năm 2022 của các huyện, thị xã, thành phố tỉnh Quảng Nam\nUBND tỉnh công bố kết quả.\n"
    assert ("Hội An", 2022, "rank", 3) in facts(f"{text}Thăng Bình dẫn đầu với 92,4 điểm; {name}.")
    assert "Hội" not in str(facts(f"{text}Thăng Bình dẫn đầu với 92,4 điểm; Hội Nông dân tỉnh xếp thứ 3."))


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


def test_the_first_named_of_several_lowest_is_not_the_last() -> None:
    lowest = "huyện Chư Sê 73,4 điểm; huyện Đức Cơ 72,8 điểm"
    assert ranks(f"{DISTRICTS}Các đơn vị có điểm thấp nhất theo thứ tự là: {lowest}.") == []
    assert ranks(f"{DISTRICTS}Đơn vị có điểm thấp nhất là huyện Chư Sê 73,4 điểm.") == [("huyện Chư Sê", "last")]


@pytest.mark.parametrize(
    "words",
    [
        "Hai địa phương cùng đạt 84,94% gồm Hà Tĩnh (xếp thứ 4) và Lai Châu (xếp thứ 5)",
        "Có hai tỉnh đồng điểm 84,94%: Hà Tĩnh và Lai Châu",
        "Cùng đạt 84,94% là Hà Tĩnh và Lai Châu",
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
    ],
)
def test_a_score_that_others_have_too_is_not_told_of_those_behind_it(words: str) -> None:
    assert "score" not in {measure for _, _, measure, _ in facts(f"{SATISFIED}{words}.")}


def test_a_rank_among_those_that_were_surveyed_is_one_of_all() -> None:
    head = "Kết quả SIPAS năm 2015\nSIPAS năm 2015 được khảo sát tại 10 tỉnh, thành phố.\n"
    assert ranks(f"{head}Hà Nội đạt 83,83%, xếp thứ 7/10.") == [("Hà Nội", 7)]
    assert ranks(f"{head}Hà Nội đạt 83,83%, xếp thứ 7/12.") == []
    assert ranks(f"{head.replace('10 tỉnh, thành phố', '10 tỉnh miền núi')}Hà Nội xếp thứ 7/10.") == []


@pytest.mark.parametrize("best", ["dẫn đầu về mức tăng điểm (6,4%)", "đứng đầu cả nước về tốc độ cải thiện điểm số"])
def test_who_leads_in_how_much_it_rose_is_not_first(best: str) -> None:
    assert ranks(f"{ALL}Bình Thuận {best}.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Cụm 1 dẫn đầu là huyện Chư Sê",
        "Ở cụm thi đua số 2, huyện Chư Sê dẫn đầu",
        "Đứng đầu khối 1 là huyện Chư Sê",
        "Nhóm huyện miền núi: dẫn đầu là huyện Chư Sê",
        "Trong các huyện biên giới, huyện Chư Sê xếp thứ nhất",
        "Huyện Chư Sê dẫn đầu các huyện vùng cao",
    ],
)
def test_the_first_of_some_units_is_not_the_first_of_all(words: str) -> None:
    told = facts(f"{DISTRICTS}{words} với 92,1 điểm.")
    assert told == [("huyện Chư Sê", 2022, "score", 92.1)]


@pytest.mark.parametrize(
    "words",
    [
        "Khối huyện, dẫn đầu là huyện Chư Sê",
        "Trong 17 huyện, huyện Chư Sê dẫn đầu",
        "Khối 17 huyện do huyện Chư Sê dẫn đầu",
        "Các huyện miền núi có bước tiến; dẫn đầu là huyện Chư Sê",
    ],
)
def test_the_first_of_a_whole_block_is_the_first_of_all(words: str) -> None:
    assert ranks(f"{DISTRICTS}{words}, đạt 92,1 điểm.") == [("huyện Chư Sê", 1)]


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


@pytest.mark.parametrize(
    ("where", "first"),
    [("ở 4/8 lĩnh vực", False), ("trong 3 tiêu chí", False), ("về một số nội dung", False), ("trong 63 tỉnh", True)],
)
def test_to_lead_in_some_parts_is_not_to_lead(where: str, first: bool) -> None:
    assert ranks(f"{OF_ONE}Đáng chú ý, tỉnh đứng đầu {where}.") == ([("An Giang", 1)] if first else [])


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


def test_the_last_is_out_of_those_told_behind_it() -> None:
    found = stated(found_in(f"{OF_ONE}Bắc Kạn xếp cuối cùng trong 63 tỉnh, thành phố."))
    assert [(r["unit"], r["value"], r["rank_of"]) for r in found] == [("Bắc Kạn", "last", 63)]
    found = stated(found_in(f"{OF_ONE}Bắc Kạn xếp cuối cùng trong bảng xếp hạng."))
    assert [r["rank_of"] for r in found] == [None]


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


@pytest.mark.parametrize(("hint", "certain"), [("Trước đó, tại hội nghị ngày 17/4/2022,", True), ("Trước đó,", False)])
def test_what_was_told_at_a_meeting_before_is_of_the_year_talked_about(hint: str, certain: bool) -> None:
    text = f"{OF_ONE}{hint} Bộ Tư pháp được xướng tên ở vị trí thứ nhất khối bộ với 89,95%."
    assert (("Bộ Tư pháp", 2021, "score", 89.95) in facts(text)) is certain


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


@pytest.mark.parametrize(("words", "place"), [("xếp trên cùng", 1), ("đứng dưới cùng", "last"), ("xếp trên", None)])
def test_the_top_and_the_bottom_are_places(words: str, place: int | str | None) -> None:
    found = [fact[3] for fact in facts(f"{OWN}Sở Tài chính (92,08 điểm) {words}.") if fact[2] == "rank"]
    assert found == ([] if place is None else [place])
