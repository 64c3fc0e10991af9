"""Who is first and who is last, in other words of the genre, and who only seems so."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, DISTRICTS, NOW, OF_ONE, OWN, SATISFIED, facts, ranks


@pytest.mark.parametrize("units", ["hai xã", "2 phường", "ba cơ quan", "hai thành phố"])
def test_of_several_that_are_last_none_is_told_to_be_the_last(units: str) -> None:
    head = "Bộ chỉ số 766 tháng 6/2025 của tỉnh Gia Lai\n"
    text = f"{head}Trong tỉnh, {units} đứng cuối là xã Ia Grai 60,2 điểm và xã Chư Prông 58,7 điểm."
    assert "last" not in [value for _, _, _, value in facts(text)]


def test_who_leads_the_others_leads_in_all() -> None:
    found = stated(found_in(f"{ALL}Bộ Tài chính dẫn đầu các bộ, nhờ cải cách thể chế."))
    assert [(r["value"], r.get("component")) for r in found] == [(1, None)]


@pytest.mark.parametrize("words", ["tụt xuống đội sổ", "rơi thẳng xuống vị trí cuối bảng", "trượt xuống cuối cùng"])
def test_from_a_rank_down_to_the_last_place(words: str) -> None:
    text = f"{DISTRICTS}Huyện Chư Sê mất 2,8 điểm so với năm trước và từ vị trí thứ 6 {words}."
    assert [(year, value) for _, year, measure, value in facts(text) if measure == "rank" and value == 6] == [(2021, 6)]


def test_who_leads_a_region_has_lost_what_is_told_behind_it() -> None:
    text = "PAR INDEX năm 2022 của tỉnh Gia Lai\nNăm 2022, Gia Lai dẫn đầu Tây Nguyên, giảm 1,45%."
    assert ("Gia Lai", 2022, "score_change", -1.45) in facts(text)


@pytest.mark.parametrize("has", ["góp mặt 2 cái tên:", "có", "đóng góp 2 tỉnh:"])
def test_ranks_of_those_that_a_region_has_among_the_best_are_of_all(has: str) -> None:
    text = f"{ALL}Trong 10 tỉnh đứng đầu cả nước, Tây Nguyên {has} Gia Lai (hạng 6) và Kon Tum (hạng 9)."
    ranks = [(r["unit"], r["value"], r.get("scope")) for r in stated(found_in(text))]
    assert ranks == [("Gia Lai", 6, None), ("Kon Tum", 9, None)]


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


@pytest.mark.parametrize("words", ["về giải ngân", "về tỷ lệ hồ sơ trực tuyến", "toàn tỉnh về tỷ lệ thanh toán"])
def test_what_units_lead_in_that_is_no_index_gives_them_no_score(words: str) -> None:
    text = f"{OWN}Ba huyện dẫn đầu {words} gồm huyện Cầu Kè (95,2%), huyện Trà Cú (94,1%), huyện Càng Long (93,8%)."
    assert facts(text) == []


def test_who_leads_the_districts_of_the_province_is_told_behind_their_number() -> None:
    found = stated(found_in(f"{OWN}Đứng đầu 9 huyện của tỉnh là huyện Cầu Kè với 92,1 điểm."))
    assert [(r["value"], r["rank_of"]) for r in found if r.get("measure") == "rank"] == [(1, 9)]


@pytest.mark.parametrize(
    "words",
    ["là 1 trong 10 tỉnh", "là một trong 10 tỉnh", "nằm trong 10 tỉnh", "thuộc 10 tỉnh", "nằm trong số 10 tỉnh"],
)
def test_one_of_the_lowest_is_not_the_last(words: str) -> None:
    assert ranks(f"{NOW}Quảng Ngãi {words} có PAR INDEX thấp nhất cả nước.") == []


def test_the_lowest_of_all_is_the_last() -> None:
    assert ranks(f"{NOW}Quảng Ngãi là tỉnh có PAR INDEX thấp nhất cả nước.") == [("Quảng Ngãi", "last")]


def test_who_leads_in_an_index_of_others_leads_in_none_of_ours() -> None:
    assert ranks(f"{OWN}Sở Công Thương dẫn đầu DDCI khối sở, ngành với 80,5 điểm.") == []


def test_who_has_the_score_may_lead_all() -> None:
    head = "SIPAS năm 2021 của tỉnh Yên Bái\n"
    assert ranks(f"{head}SIPAS của tỉnh năm 2021 đạt 90,4%, dẫn đầu cả nước.") == [("Yên Bái", 1)]
    assert ranks(f"{head}SIPAS đạt 90,4% (tăng 1,2%), đứng đầu toàn quốc.") == [("Yên Bái", 1)]
    assert ranks(f"{head}Mức độ hài lòng về kết quả đạt 90,4%, cao nhất trong các yếu tố.") == []


def test_the_last_of_the_low_ones_is_last() -> None:
    low = "Nhóm có điểm thấp gồm Bộ Y tế (80,1%), Bộ Xây dựng (79,9%), sau cùng là Bộ Công Thương với 78%."
    assert ("Bộ Công Thương", "last") in ranks(ALL + low)
    assert ranks(f"{ALL}Phát biểu có Bộ Y tế, Bộ Xây dựng, sau cùng là Bộ Công Thương với 78%.") == []


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


@pytest.mark.parametrize("share", ["giải ngân", "hồ sơ trực tuyến", "nộp thuế điện tử"])
def test_the_highest_share_of_something_else_makes_nobody_first(share: str) -> None:
    text = f"{ALL}Tỷ lệ {share} cao nhất là 95,2% của Bình Dương. Tỷ lệ {share} thấp nhất là Gia Lai (71,2%)."
    assert facts(text) == []


def test_the_first_of_a_class_or_a_part_named_behind_its_score_is_not_first_of_all() -> None:
    assert ranks(f"{ALL}Nhóm B có 30 tỉnh, điểm cao nhất 89,9% (Bình Dương).") == []
    assert [value for _, _, m, value in facts(f"{ALL}Cải cách thể chế có mức cao nhất là 98,2%, thuộc về Hà Nội.")] == [
        98.2
    ]


@pytest.mark.parametrize("first", ["đi đầu với 92,1 điểm", "đi đầu (92,1 điểm)", "đi đầu toàn tỉnh với 92,1 điểm"])
def test_who_goes_ahead_with_a_score_is_first(first: str) -> None:
    assert ranks(f"{DISTRICTS}Trong 17 huyện, Chư Sê {first}, Đức Cơ hạng 2.") == [("Chư Sê", 1), ("Đức Cơ", 2)]


@pytest.mark.parametrize(
    "words", ["đi đầu trong chuyển đổi số", "là đơn vị đi đầu về chuyển đổi số", "đi đầu phong trào thi đua"]
)
def test_who_goes_ahead_in_something_else_has_no_place(words: str) -> None:
    assert ranks(f"{DISTRICTS}Huyện Chư Sê {words}.") == []


@pytest.mark.parametrize(
    ("words", "first"), [("đứng đầu", True), ("đứng đầu hoặc nhì", False), ("đứng đầu hay thứ hai", False)]
)
def test_to_be_the_first_or_the_second_is_no_place(words: str, first: bool) -> None:
    told = ranks(f"{ALL}Hải Phòng đạt 91,8%, nhiều năm nay luôn {words}; Hà Nội đứng thứ 3.")
    assert told == ([("Hải Phòng", 1)] if first else []) + [("Hà Nội", 3)]


def test_the_first_named_of_several_lowest_is_not_the_last() -> None:
    lowest = "huyện Chư Sê 73,4 điểm; huyện Đức Cơ 72,8 điểm"
    assert ranks(f"{DISTRICTS}Các đơn vị có điểm thấp nhất theo thứ tự là: {lowest}.") == []
    assert ranks(f"{DISTRICTS}Đơn vị có điểm thấp nhất là huyện Chư Sê 73,4 điểm.") == [("huyện Chư Sê", "last")]


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
    ("where", "first"),
    [("ở 4/8 lĩnh vực", False), ("trong 3 tiêu chí", False), ("về một số nội dung", False), ("trong 63 tỉnh", True)],
)
def test_to_lead_in_some_parts_is_not_to_lead(where: str, first: bool) -> None:
    assert ranks(f"{OF_ONE}Đáng chú ý, tỉnh đứng đầu {where}.") == ([("An Giang", 1)] if first else [])


def test_the_last_is_out_of_those_told_behind_it() -> None:
    found = stated(found_in(f"{OF_ONE}Bắc Kạn xếp cuối cùng trong 63 tỉnh, thành phố."))
    assert [(r["unit"], r["value"], r["rank_of"]) for r in found] == [("Bắc Kạn", "last", 63)]
    found = stated(found_in(f"{OF_ONE}Bắc Kạn xếp cuối cùng trong bảng xếp hạng."))
    assert [r["rank_of"] for r in found] == [None]


@pytest.mark.parametrize(("words", "place"), [("xếp trên cùng", 1), ("đứng dưới cùng", "last"), ("xếp trên", None)])
def test_the_top_and_the_bottom_are_places(words: str, place: int | str | None) -> None:
    found = [fact[3] for fact in facts(f"{OWN}Sở Tài chính (92,08 điểm) {words}.") if fact[2] == "rank"]
    assert found == ([] if place is None else [place])


@pytest.mark.parametrize(
    "told",
    [
        "Long An xếp thứ 2/63, sau quán quân Hải Phòng (91,8%)",
        "Long An xếp thứ 2/63, chỉ sau thủ khoa Hải Phòng (91,8%)",
        "quán quân Hải Phòng đạt 91,8%, á quân Long An",
    ],
)
def test_a_place_as_the_noun_before_a_unit_is_its_own(told: str) -> None:
    assert dict(ranks(f"{ALL}Năm 2021, {told}.")) == {"Hải Phòng": 1, "Long An": 2}


@pytest.mark.parametrize(
    "told", ["Hải Phòng giữ ngôi quán quân, Long An thứ ba", "Long An thứ ba, Hải Phòng là quán quân"]
)
def test_a_place_that_is_held_is_of_the_unit_before_it(told: str) -> None:
    assert dict(ranks(f"{ALL}Năm 2021, {told}.")) == {"Hải Phòng": 1, "Long An": 3}


def test_how_far_the_first_is_away_is_no_score_of_its_own() -> None:
    found = facts(f"{ALL}Năm 2021, Long An đạt 88,1%, kém quán quân Hải Phòng 3,7%.")
    assert [value for _, _, measure, value in found if measure == "score"] == [88.1]


BARE = "Chỉ số CCHC năm 2022 của các huyện tỉnh Tuyên Quang\n"


@pytest.mark.parametrize(
    ("told", "rank"),
    [("thứ hai với 89,9 điểm", 2), ("thứ năm (85 điểm)", 5), ("theo sát với 89,9 điểm", 2)],
)
def test_a_bare_name_with_an_ordinal_in_words(told: str, rank: int) -> None:
    found = dict(ranks(f"{BARE}Trong 7 huyện, thành phố, Sơn Dương dẫn đầu với 90,3 điểm; Hàm Yên {told}."))
    assert found == {"Sơn Dương": 1, "Hàm Yên": rank}


def test_a_bare_name_with_a_day_of_the_week_is_none_with_a_rank() -> None:
    assert ranks(f"{BARE}Hội nghị công bố chỉ số của 7 huyện tổ chức tại Hàm Yên, Hàm Yên thứ hai tuần tới.") == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Chỉ xếp sau quán quân Quảng Ninh (92,18%), Hà Nam khép lại năm 2022 với 91,25%.",
            [("Quảng Ninh", "rank", 1), ("Quảng Ninh", "score", 92.18), ("Hà Nam", "score", 91.25)],
        ),
        (
            "Sau quán quân Quảng Ninh và á quân Hải Phòng, Hà Nam đứng thứ 3.",
            [("Quảng Ninh", "rank", 1), ("Hải Phòng", "rank", 2), ("Hà Nam", "rank", 3)],
        ),
        ("Hà Nam kém quán quân Quảng Ninh (92,18%) 3,2%.", [("Quảng Ninh", "rank", 1), ("Quảng Ninh", "score", 92.18)]),
        ("Hà Nam đạt 91,25%, kém á quân năm trước là Hải Phòng 0,4%.", [("Hà Nam", "score", 91.25)]),
        ("Trên bảng có cựu quán quân Đà Nẵng.", []),
        ("Hà Nam vượt quán quân Quảng Ninh để dẫn đầu.", [("Hà Nam", "rank", 1)]),
        ("Hà Nam bám sát Quảng Ninh, đứng thứ 3, đạt 91,25%.", [("Hà Nam", "rank", 3), ("Hà Nam", "score", 91.25)]),
        ("Ngay sau Quảng Ninh, Hải Phòng, Hà Nam đạt 91,25%.", [("Hà Nam", "score", 91.25)]),
        ("Xếp sau là Quảng Ninh, Hải Phòng và Hà Nam.", []),
    ],
)
def test_who_is_called_by_a_place_has_it_and_who_is_told_from_it_has_not(
    told: str, expected: list[tuple[str, str, float]]
) -> None:
    found = facts(f"PAR INDEX năm 2022 của tỉnh Hà Nam\nPAR INDEX năm 2022 đã công bố.\n{told}")
    assert sorted((unit, measure, value) for unit, year, measure, value in found if year == 2022) == sorted(expected)


@pytest.mark.parametrize("lead", ["Năm hạng đầu:", "Ba vị trí đầu thuộc về:", "Hai thứ hạng đầu"])
def test_places_that_a_line_announces_are_not_those_of_the_page(lead: str) -> None:
    text = (
        f"Chỉ số CCHC năm 2022 của các sở tỉnh Hà Nam\nUBND tỉnh Hà Nam duyệt kết quả. {lead}\n"
        "Hạng 1: Sở Tư pháp - 93,82 điểm\nHạng 2: Sở Nội vụ - 92,67 điểm"
    )
    assert [unit for unit, _, measure, _ in facts(text) if measure == "rank"] == ["Sở Tư pháp", "Sở Nội vụ"]


@pytest.mark.parametrize("words", ["khép lại bảng xếp hạng", "khép lại danh sách", "chốt bảng"])
def test_who_closes_a_ranking_is_last(words: str) -> None:
    found = facts(f"{ALL}Năm 2021, {words} là Bình Thuận (79,97%).")
    assert found == [("Bình Thuận", 2021, "rank", "last"), ("Bình Thuận", 2021, "score", 79.97)]


@pytest.mark.parametrize("words", ["khép lại danh sách nhóm B", "khép lại danh sách tốp 10"])
def test_who_closes_the_list_of_some_is_not_last(words: str) -> None:
    assert "last" not in [value for _, _, _, value in facts(f"{ALL}Năm 2021, {words} là Bình Thuận (85,97%).")]


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ("Con số 85,45% là điểm PAR INDEX bình quân của 5 tỉnh Tây Nguyên", "Tây Nguyên"),
        ("85,45% là mức bình quân của vùng Tây Nguyên", "Tây Nguyên"),
        ("Mức 85,45% là chỉ số trung bình của 63 tỉnh, thành phố", "tỉnh, thành phố"),
    ],
)
def test_a_figure_that_opens_its_sentence_is_the_mean_that_it_is_said_to_be(told: str, unit: str) -> None:
    assert facts(f"{ALL}{told}, Đắk Lắk đạt 86,1%.") == [(unit, 2021, "mean", 85.45), ("Đắk Lắk", 2021, "score", 86.1)]


def test_a_figure_that_is_the_aim_or_of_one_unit_is_no_mean() -> None:
    told = [
        measure for _, _, measure, _ in facts(f"{ALL}85,45% là kết quả của Đắk Lắk, trên bình quân vùng Tây Nguyên.")
    ]
    assert "mean" not in told
