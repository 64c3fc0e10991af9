"""Parts of an index in other words of the genre: components, factors of satisfaction, and what is none."""

from __future__ import annotations

import pytest

from article_gold import found_in, reading, stated
from article_wordings import ALL, APPARATUS, DISTRICTS, NOW, PARTS, PROCEDURES, RULES, facts, parts_told, ranks
from cchc.claims import Observation


@pytest.mark.parametrize(
    "opening",
    ["Xét riêng từng lĩnh vực, ở nội dung", "Đi sâu vào các lĩnh vực, về", "Theo từng lĩnh vực, đối với nội dung"],
)
def test_who_is_last_in_a_component_that_opens_a_later_clause_is_last_in_that_only(opening: str) -> None:
    two = "Đà Nẵng và Hải Dương cùng đạt 11,2/12 điểm"
    text = f"{ALL}{opening} cải cách tài chính công, {two}; Gia Lai thấp nhất với 8,1 điểm."
    told = [r for r in stated(found_in(text)) if r["type"] == "observation"]
    assert {(r["unit"], r["value"]) for r in told} == {
        ("Đà Nẵng", 11.2),
        ("Hải Dương", 11.2),
        ("Gia Lai", "last"),
        ("Gia Lai", 8.1),
    }
    assert {r["component"] for r in told} == {"Cải cách tài chính công"}


@pytest.mark.parametrize(
    "words", ["qua khảo sát 3.150 người dân, tổ chức", "đối với các cơ quan hành chính trên địa bàn"]
)
def test_a_survey_of_the_provinces_own_may_be_no_sipas(words: str) -> None:
    text = f"Gia Lai công bố Chỉ số hài lòng năm 2022\nMức độ hài lòng chung năm 2022 của tỉnh {words} là 90,4%."
    assert [r["status"] for r in found_in(text) if r.get("measure") == "score"] in (["candidate"], [])


def test_parts_of_a_list_have_their_own_ranks_and_are_of_the_index_that_the_article_is_about() -> None:
    text = (
        "Gia Lai: Kết quả Chỉ số cải cách hành chính năm 2022\nVề SIPAS, tỉnh đạt 82,1%, xếp thứ 25.\nTrong 8 lĩnh vực,"
        " có 2 lĩnh vực trong tốp 10 là: thủ tục hành chính (thứ 4), chế độ công vụ (thứ 8); 2 lĩnh vực tụt hạng gồm"
        " thể chế (từ thứ 5 xuống thứ 20) và tài chính công (từ 12 xuống 33)."
    )
    told = [(r["index"], r["component"], r["value"]) for r in stated(found_in(text)) if r.get("component")]
    assert [(index, value) for index, _, value in told] == [("PAR INDEX", v) for v in (4, 8, 5, 20, 12, 33)]
    assert [part.removeprefix("Cải cách ") for _, part, _ in told] == [
        "thủ tục hành chính", "chế độ công vụ", "thể chế", "thể chế", "tài chính công", "tài chính công",
    ]  # fmt: skip


@pytest.mark.parametrize("scale", ["trên thang điểm 16,5", "trên tổng số 16,5 điểm", "trong thang điểm tối đa 16,5"])
def test_the_scale_of_a_part_is_no_score(scale: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nCải cách tài chính công được 10,7 {scale}."
    assert facts(text) == [("Gia Lai", 2022, "score", 10.7)]


def test_who_is_assessed_is_no_part_of_the_index() -> None:
    sentence = "Năm 2021, 85,4% người dân hài lòng về các địa phương, tăng 1,03% so với năm 2020."
    text = f"SIPAS năm 2021 của tỉnh Gia Lai\n{sentence}"
    assert not any(r.get("component") for r in found_in(text))


SURVEY = "mức độ hài lòng của người dân đối với các cơ quan hành chính trên địa bàn tỉnh Gia Lai đạt 81,2%"


@pytest.mark.parametrize("words", ["xếp thứ 22 cả nước", "đứng thứ 22/63", "xếp thứ 22 toàn quốc, tăng 3 bậc"])
def test_what_is_ranked_nationwide_is_no_survey_of_ones_own(words: str) -> None:
    found = facts(f"PAR INDEX và SIPAS năm 2022 của tỉnh Gia Lai\nVề SIPAS, {SURVEY}, {words}.")
    assert found[:2] == [("Gia Lai", 2022, "score", 81.2), ("Gia Lai", 2022, "rank", 22)]


@pytest.mark.parametrize("words", ["tăng 2%", "tăng 2% so với năm 2021", "cao hơn mức chung của cả nước"])
def test_who_are_satisfied_with_the_offices_of_a_province_may_have_been_asked_by_it(words: str) -> None:
    assert facts(f"PAR INDEX và SIPAS năm 2022 của tỉnh Gia Lai\nVề SIPAS, {SURVEY}, {words}.") == []


@pytest.mark.parametrize("whom", ["khối bộ", "các bộ", "các bộ, ngành", "17 bộ", ""])
def test_who_leads_the_others_in_a_part_leads_in_that_only(whom: str) -> None:
    text = f"{ALL}Bộ Tài chính dẫn đầu {whom} về cải cách thể chế khi đạt 93,15%."
    told = [(r["measure"], r["value"]) for r in stated(found_in(text)) if r.get("component")]
    assert told == [("rank", 1), ("score", 93.15)]


@pytest.mark.parametrize("words", ["Tổng điểm thẩm định", "Tổng số điểm thẩm định", "Điểm thẩm định"])
def test_the_points_that_appraisers_gave_in_all_are_those_of_a_part(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{words} là 55,31/65 điểm; tổng điểm là 84,12 điểm."
    assert [(r["component"], r["value"]) for r in stated(found_in(text))] == [
        (words.removeprefix("Tổng ").removeprefix("số "), 55.31), (None, 84.12),
    ]  # fmt: skip


@pytest.mark.parametrize("aside", ["", ", vốn chiếm 14,5 điểm", ", nội dung quan trọng"])
def test_what_a_province_got_in_the_part_singled_out_is_of_that_part(aside: str) -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Gia Lai\nTỉnh đạt 84,1 điểm. Đáng lo nhất là cải cách tài chính công"
        f"{aside}, tỉnh chỉ giành được 8,12 điểm, rơi xuống thứ 57, mất 9 bậc."
    )
    told = [(r["measure"], r["value"]) for r in stated(found_in(text)) if r.get("component")]
    assert told == [("score", 8.12), ("rank", 57), ("rank_change", -9)]


@pytest.mark.parametrize("opens", ["Nhờ cải cách tài chính công", "Sau khi đẩy mạnh cải cách tài chính công"])
def test_what_a_province_got_by_a_part_is_of_all(opens: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{opens}, tỉnh đã vươn lên thứ 21 toàn quốc, tăng 9 bậc."
    assert [(r["measure"], r.get("component")) for r in stated(found_in(text))] == [
        ("rank", None),
        ("rank_change", None),
    ]


@pytest.mark.parametrize("remark", ["", " cũng kém vui", " là nỗi buồn"])
def test_what_is_told_behind_a_part_and_a_colon_is_of_the_part(remark: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nCải cách tài chính công{remark}: tỉnh chỉ có 8,12/14 điểm, thứ 57."
    assert [(r["measure"], r["value"], bool(r["component"])) for r in stated(found_in(text))] == [
        ("score", 8.12, True), ("rank", 57, True),
    ]  # fmt: skip


def test_what_is_told_behind_a_reason_and_a_colon_is_of_all() -> None:
    text = "PAR INDEX năm 2022 của tỉnh Gia Lai\nThành quả nhờ cải cách tài chính công: tỉnh xếp thứ 17/63."
    assert [(r["value"], r["component"]) for r in stated(found_in(text))] == [(17, None)]


def test_the_weak_point_of_a_district_is_a_part_of_its_index() -> None:
    text = (
        f"{DISTRICTS}Huyện Chư Sê đạt 88,2 điểm. Điểm yếu còn lại của huyện là chuyển đổi số: năm 2022 huyện chỉ được"
        " 9,4/14 điểm, đứng thứ 5/17."
    )
    parts = [(r["component"], r["value"]) for r in stated(found_in(text))]
    assert parts == [(None, 88.2), ("chuyển đổi số", 9.4), ("chuyển đổi số", 5)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Nhóm thứ nhất, về việc xây dựng, tổ chức thực hiện chính sách công, mức hài lòng của người dân là", 82.35),
        ('Yếu tố "kết quả dịch vụ" được đánh giá cao nhất với', 84.6),
        ("Trong các chính sách được hỏi, chính sách giao thông đường bộ được hài lòng", 79.5),
        ("Thấp nhất là chính sách giao thông đường bộ:", 79.5),
    ],
)
def test_satisfaction_with_a_part_is_not_that_with_all(words: str, value: float) -> None:
    shown = str(value).replace(".", ",")
    text = f"SIPAS năm 2023 của tỉnh Gia Lai\nNăm 2023, SIPAS của tỉnh đạt 83%. {words} {shown}%."
    assert [(r["value"], bool(r["component"])) for r in stated(found_in(text))] == [(83, False), (value, True)]


@pytest.mark.parametrize("words", ["lần lượt là 0,22 điểm và 0,08 điểm", "lần lượt 0,22 điểm và 0,08 điểm"])
def test_parts_that_rose_in_turn_have_a_change_each(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nCải cách thể chế và cải cách tài chính công cùng tăng, {words}."
    assert [(r["measure"], r["value"]) for r in stated(found_in(text))] == [
        ("score_change", 0.22),
        ("score_change", 0.08),
    ]


def test_parts_that_rose_and_have_scores_in_turn_have_no_changes() -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Gia Lai\nCải cách thể chế và cải cách tài chính công cùng tăng, lần lượt đạt 8,2"
        " điểm và 9,1 điểm."
    )
    assert [r["measure"] for r in stated(found_in(text)) if r["measure"] == "score_change"] == []


def test_a_part_of_the_provinces_result_is_one_of_the_national_index() -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Gia Lai\nTheo Sở Nội vụ, các sở, ngành đã cố gắng: cải cách thể chế của tỉnh đạt"
        " 8,1 điểm, xếp thứ 33."
    )
    claims = [claim for claim in reading(text).claims if isinstance(claim, Observation)]
    assert [(c.edition.index, c.component.path if c.component else "") for c in claims] == [
        ("par-index", "par-index/the-che"), ("par-index", "par-index/the-che"),
    ]  # fmt: skip


def test_factors_of_satisfaction_are_listed_by_their_short_names() -> None:
    text = (
        "SIPAS năm 2023 của tỉnh Gia Lai\nTỷ lệ hài lòng về tiếp cận dịch vụ là 83,2%, thủ tục hành chính 84,6%, công"
        " chức 85,1%, kết quả 85,9%, tiếp nhận phản ánh kiến nghị 80,4%."
    )
    found = stated(found_in(text))
    assert [r["value"] for r in found] == [83.2, 84.6, 85.1, 85.9, 80.4]
    assert all(r["component"] for r in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Toàn tỉnh có 120 cán bộ, công chức 85,1% đạt chuẩn.", "Hồ sơ trực tuyến, kết quả 85,9%.",
        "Tỷ lệ hài lòng của người dân với chuyện cũ là 85,1% công chức.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_factor_is_no_satisfaction(sentence: str) -> None:
    assert not any(r.get("component") is None for r in stated(found_in(f"SIPAS năm 2023 của tỉnh Gia Lai\n{sentence}")))


def test_satisfaction_with_officials_is_not_that_with_all() -> None:
    text = (
        "SIPAS năm 2023 của tỉnh Gia Lai\nMức độ hài lòng của người dân đối với công chức là 85,1%, thấp hơn năm 2022"
        " là 0,7%."
    )
    found = stated(found_in(text))
    assert [(r["measure"], r["value"], bool(r["component"])) for r in found] == [
        ("score", 85.1, True), ("score_change", -0.7, True),
    ]  # fmt: skip


def test_parts_that_a_list_moves_have_each_its_own_steps() -> None:
    text = (
        "PAR INDEX năm 2023 của tỉnh Gia Lai\nCó 3 lĩnh vực tăng hạng, gồm: thể chế tăng 12 bậc, bộ máy tăng 5 bậc,"
        " công vụ tăng 3 bậc."
    )
    found = stated(found_in(text))
    assert [(r["measure"], r["value"], bool(r["component"])) for r in found] == [
        ("rank_change", 12, True), ("rank_change", 5, True), ("rank_change", 3, True),
    ]  # fmt: skip


def test_behind_a_list_of_parts_the_province_has_its_own_steps() -> None:
    text = (
        "PAR INDEX năm 2023 của tỉnh Gia Lai\nNhờ các lĩnh vực như thể chế, bộ máy, tỉnh tăng 12 bậc. Năm 2023, tỉnh"
        " xếp thứ 24."
    )
    assert facts(text) == [("Gia Lai", 2023, "rank_change", 12), ("Gia Lai", 2023, "rank", 24)]


def test_by_how_much_more_are_satisfied_is_as_uncertain_as_whose_they_are() -> None:
    text = "SIPAS năm 2023 của tỉnh Gia Lai\nCó 84,12% người dân, tổ chức hài lòng, cao hơn 2,3% so với năm 2022."
    assert stated(found_in(text)) == []


def test_a_factor_whose_name_holds_commas_is_known_by_its_end() -> None:
    text = (
        "SIPAS năm 2023 của tỉnh Gia Lai\nYếu tố được hài lòng cao nhất là kết quả dịch vụ (86,1%), thấp nhất là tiếp"
        " nhận, giải quyết phản ánh, kiến nghị (80,2%)."
    )
    assert [r["component"].split(",")[0].lower() for r in stated(found_in(text))] == ["kết quả dịch vụ", "tiếp nhận"]


@pytest.mark.parametrize("told", ["trong đó khảo sát lãnh đạo 18,05/22 điểm; Chỉ số SIPAS 8,23/10 điểm"])
def test_the_points_of_satisfaction_beside_those_of_other_parts_are_of_a_part(told: str) -> None:
    found = stated(found_in(f"{NOW}Phần đánh giá tác động được 31,59/38,5 điểm, {told}."))
    assert [(r["index"], r["component"]) for r in found if r.get("value") == 8.23] == [("PAR INDEX", "Chỉ số SIPAS")]


def test_satisfaction_in_points_of_its_own_is_no_part() -> None:
    found = stated(found_in(f"{NOW}Chỉ số SIPAS của tỉnh đạt 8,23/10 điểm."))
    assert [(r["index"], r["component"]) for r in found if r.get("value") == 8.23] == [("SIPAS", None)]


@pytest.mark.parametrize(
    "words",
    [
        "Đáng ngại nhất là hiện đại hóa hành chính. Lĩnh vực này chỉ đạt 8,91/13,5 điểm, xếp thứ 41/63.",
        "Hiện đại hóa hành chính. Nội dung này mới đạt 8,91/13,5 điểm, xếp thứ 41/63.",
        "Hiện đại hóa hành chính còn yếu. Năm 2021, lĩnh vực này đạt 8,91/13,5 điểm, xếp thứ 41/63.",
    ],
)
def test_this_part_is_the_one_named_in_the_sentence_before(words: str) -> None:
    found = [r for r in stated(found_in(NOW + words)) if r.get("value") in (8.91, 41)]
    assert [r["component"].casefold() for r in found] == ["hiện đại hóa hành chính"] * 2


def test_this_part_that_nothing_names_is_none() -> None:
    told = facts(f"{NOW}Theo báo cáo, lĩnh vực này chỉ đạt 8,91/13,5 điểm, xếp thứ 41/63.")
    assert told == [("Quảng Ngãi", 2021, "score", 86.45)]


@pytest.mark.parametrize(
    "words", ["đạt điểm tuyệt đối (100%) gồm:", "có điểm tối đa 100% là", "cùng đạt 100% là"]
)  # fmt: skip
def test_a_score_of_parts_that_are_counted_is_not_the_units(words: str) -> None:
    found = stated(found_in(f"{NOW}Hai lĩnh vực {words} cải cách thể chế và cải cách tài chính công."))
    parts = [r["component"] for r in found if r.get("value") == 100]
    assert [part.casefold() for part in parts] == ["cải cách thể chế", "cải cách tài chính công"]


def test_parts_that_are_counted_are_of_the_index_that_has_them() -> None:
    text = (
        "Hà Nội và các chỉ số năm 2024\nPAR INDEX 2024 của Hà Nội là 92,57%. PAPI 2024 đạt 44,81 điểm.\n"
        "Có 2 lĩnh vực đứng thứ nhất là cải cách thể chế và cải cách tài chính công."
    )
    found = [r for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert [(r["index"], r["value"]) for r in found] == [("PAR INDEX", 1), ("PAR INDEX", 1)]


def test_parts_that_are_counted_as_fallen_are_no_rank() -> None:
    text = f"{NOW}5/8 nội dung tăng điểm: thể chế tăng 1,2%, tài chính công tăng 2,1%; 3/8 giảm điểm."
    assert ranks(text) == []


def test_a_rank_behind_the_total_is_not_that_of_a_part() -> None:
    text = f"{NOW}Điểm thẩm định là 58,1 điểm, điểm khảo sát 27,1 điểm; tổng cộng 85,2 điểm, xếp hạng 42."
    found = [r for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert [(r["component"], r["value"]) for r in found] == [(None, 42)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các chỉ số thành phần: Thể chế xếp thứ 29; TTHC xếp thứ 27; Bộ máy xếp thứ 9.",
        "Các lĩnh vực của tỉnh:\n- Thể chế: hạng 29;\n- TTHC: hạng 27;\n- Bộ máy: hạng 9.",
        "Kết quả các chỉ số thành phần như sau:\n1. Thể chế xếp thứ 29\n2. TTHC xếp thứ 27\n3. Bộ máy đứng thứ 9",
        "Thể chế đứng thứ 29, TTHC đứng thứ 27, còn bộ máy đứng thứ 9.",
        "Thứ hạng của 3 chỉ số (thể chế thứ 29; TTHC thứ 27; bộ máy thứ 9) chưa cao.",
    ],
)
def test_short_names_of_parts_head_their_figures(sentence: str) -> None:
    told = [(RULES, "rank", 29), (PROCEDURES, "rank", 27), (APPARATUS, "rank", 9)]
    assert parts_told(f"{PARTS}{sentence}") == told


def test_what_a_part_moved_from_is_its_own_rank() -> None:
    text = f"{PARTS}Có 2 chỉ số tăng hạng (thể chế tăng 12 bậc, từ 41 lên 29; bộ máy tăng 3 bậc), 1 chỉ số giữ nguyên."
    assert parts_told(text) == [
        (RULES, "rank_change", 12), (RULES, "rank", 41), (RULES, "rank", 29), (APPARATUS, "rank_change", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    ["Số hồ sơ, TTHC đạt 91,4% kế hoạch.", "Thể chế được quan tâm hoàn thiện.", "Bộ máy giảm 12 phòng, 30 lãnh đạo."],
)
def test_short_names_of_parts_are_words_for_much_else(sentence: str) -> None:
    assert parts_told(f"{PARTS}{sentence}") == []


def test_items_of_a_list_of_parts_may_be_parts_that_only_the_article_names() -> None:
    text = f"{PARTS}Ba tiêu chí thấp nhất:\n- Văn hóa công vụ: 65,2%, xếp thứ 51;\n- Thu hút đầu tư: 60,1%.\n"
    told = [("Văn hóa công vụ", "score", 65.2), ("Văn hóa công vụ", "rank", 51), ("Thu hút đầu tư", "score", 60.1)]
    assert parts_told(text) == told
    whole = f"{PARTS}Kết quả các lĩnh vực:\n- Tổng điểm: 85,2%, xếp thứ 12;\n- Tỷ lệ hồ sơ đúng hạn: 98%."
    assert parts_told(whole) == [(None, "score", 85.2), (None, "rank", 12)]


def test_behind_a_list_of_parts_the_unit_is_spoken_of_again() -> None:
    text = f"{PARTS}Một số tiêu chí thấp:\n- Văn hóa công vụ: 65,2%.\nKết quả chung đạt 85,2%, xếp thứ 12."
    assert parts_told(text)[1:] == [(None, "score", 85.2), (None, "rank", 12)]


SERVED = "SIPAS năm 2021 của tỉnh Yên Bái\n"


FACTORS = [
    ("Tiếp cận dịch vụ", 82.4), ("Thủ tục hành chính", 83.1), ("Công chức", 83.6),
    ("Kết quả dịch vụ", 84.2),
]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Các yếu tố: Tiếp cận dịch vụ 82,4%; TTHC 83,1%; công chức 83,6%; kết quả 84,2%.",
        "Người dân hài lòng với tiếp cận dịch vụ 82,4%, với thủ tục hành chính 83,1%, với công chức 83,6%, với kết quả "
        "84,2%.",
        "Điểm của các yếu tố:\n- Tiếp cận dịch vụ: 82,4%;\n- TTHC: 83,1%;\n- Công chức: 83,6%;\n- Kết quả: 84,2%.",
    ],
)
def test_factors_of_satisfaction_have_short_names(sentence: str) -> None:
    told = [
        (str(part).removesuffix(" trực tiếp giải quyết công việc"), value)
        for part, _, value in parts_told(SERVED + sentence)
    ]
    assert [(part.capitalize(), value) for part, value in told] == FACTORS


@pytest.mark.parametrize(
    "sentence", ["Tỷ lệ công chức đạt chuẩn là 83,6%.", "Kết quả 84,2% hồ sơ đúng hạn.", "Có kết quả 84,2% kế hoạch."]
)
def test_words_for_factors_of_satisfaction_are_words_for_much_else(sentence: str) -> None:
    assert parts_told(SERVED + sentence) == []


@pytest.mark.parametrize("words", ["là cải cách thể chế, tài chính công", ": Cải cách thể chế; Tài chính công"])
def test_parts_that_lead_are_counted_and_do_not_make_the_unit_lead(words: str) -> None:
    text = f"{PARTS}Lào Cai có 2 chỉ số dẫn đầu cả nước{' ' * words.startswith('là')}{words}."
    told = [(str(part).lower(), measure, value) for part, measure, value in parts_told(text)]
    assert told == [("cải cách thể chế", "rank", 1), ("tài chính công", "rank", 1)]


@pytest.mark.parametrize(
    "words", ["cùng đạt 95%", "đều đạt 95%", "đồng loạt tăng 2 bậc", "cùng xếp thứ 5", "đều giảm 1,2%"]
)
def test_parts_may_share_a_figure(words: str) -> None:
    found = parts_told(f"{PARTS}Cải cách thể chế và tài chính công {words}.")
    assert [part for part, _, _ in found] == [RULES, "tài chính công"]
    assert len({(measure, value) for _, measure, value in found}) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Trọng số các nội dung: thể chế 10 điểm; TTHC 13 điểm.",
        "Bộ tiêu chí gồm 8 lĩnh vực: cải cách thể chế (10 điểm), cải cách TTHC (13 điểm).",
        "Tỉnh phấn đấu lên hạng 30; trong đó thể chế tăng 5 bậc, TTHC đạt 95%.",
        "- Nâng chỉ số cải cách thể chế lên 90%;",
        "Giải pháp trọng tâm:\n1. Thể chế: tăng 3 bậc;\n2. TTHC: đạt 95%.",
        "Các nội dung:\n- Thể chế: 15 văn bản;\n- Bộ máy: giảm 10% biên chế;\n- Công vụ: 100% đúng hạn.",
        "Thể chế: tăng ít nhất 3 bậc.",
    ],
)
def test_weights_and_aims_of_parts_and_what_is_done_in_them_are_no_results(sentence: str) -> None:
    assert parts_told(PARTS + sentence) == []


@pytest.mark.parametrize(
    "words",
    ["có thứ hạng từ 19 lùi về 41", "từ hạng 19 tụt về 41", "thứ hạng giảm từ 19 về 41", "từ thứ 19 rơi xuống 41"],
)
def test_a_part_goes_from_a_place_to_a_place(words: str) -> None:
    assert parts_told(f"{PARTS}Cải cách thể chế {words}.") == [(RULES, "rank", 19), (RULES, "rank", 41)]


@pytest.mark.parametrize("part", ["mà thành phố dẫn đầu cả nước là", "mà tỉnh đứng đầu cả nước gồm", "tỉnh dẫn đầu là"])
def test_parts_that_a_unit_leads_all_in(part: str) -> None:
    assert parts_told(f"{PARTS}Có hai lĩnh vực {part} cải cách thể chế và tài chính công.") == [
        (RULES, "rank", 1),
        ("tài chính công", "rank", 1),
    ]
    assert parts_told(f"{PARTS}Có hai lĩnh vực mà tỉnh dẫn đầu cả nước.") == []


@pytest.mark.parametrize("whose", ["trong tỉnh", "của tỉnh", "tại tỉnh"])
def test_the_satisfied_with_those_of_a_province_are_its_own(whose: str) -> None:
    text = f"{SERVED}Về SIPAS, 90,2% người dân, tổ chức hài lòng với cơ quan hành chính {whose}, tăng 4,1% so với 2020."
    assert ("Yên Bái", 2021, "score", 90.2) in facts(text)
    everywhere = f"{SERVED}Về SIPAS, 90,2% người dân hài lòng với cơ quan hành chính các tỉnh, thành phố."
    assert [what for _, _, what, _ in facts(everywhere)] == ["mean"]


def test_parts_behind_a_mean_are_of_all_where_the_sentence_goes_on() -> None:
    mean = "SIPAS trung bình cả nước là 87,1%."
    part = "yếu tố tiếp cận dịch vụ đạt 84,1%"
    assert facts(f"{SERVED}{mean} Trong đó, {part}.")[1][2:] == ("mean", 84.1)
    own = f"{SERVED}{mean} SIPAS của tỉnh Yên Bái là 88%. Trong đó, {part}."
    assert ("Yên Bái", 2021, "score", 84.1) in facts(own)


def test_how_many_parts_have_their_places_told_is_no_place() -> None:
    head = "Xếp hạng PAR INDEX năm 2021 của tỉnh An Giang\n"
    for words in (
        "Thứ hạng 8 chỉ số thành phần của tỉnh:",
        "Vị trí 7 lĩnh vực của tỉnh năm 2021:",
        "Thứ hạng 9 huyện:",
    ):
        assert ranks(head + words) == []
    assert ranks(f"{head}Thứ hạng 8 toàn quốc thuộc về tỉnh An Giang.") == [("An Giang", 8)]


def test_parts_that_lead_are_named_behind_what_they_got() -> None:
    text = f"{PARTS}Bốn nội dung dẫn đầu 63 địa phương, trong đó cải cách thể chế được 9,5/10 điểm. "
    assert (RULES, "rank", 1) in parts_told(text)
    more = f"{PARTS}Hai nội dung khác cũng xếp thứ 3 là cải cách thể chế (9,4/11 điểm) và tài chính công."
    assert [p for p in parts_told(more) if p[1] == "rank"] == [(RULES, "rank", 3), ("tài chính công", "rank", 3)]


def test_short_names_of_factors_behind_what_they_are() -> None:
    head = "Công bố SIPAS năm 2020\nTrong 5 yếu tố được đo, chỉ số trung bình cả nước "
    assert [value for _, _, _, value in facts(f"{head}về công chức là 87,3%, về kết quả dịch vụ là 88,6%.")] == [
        87.3,
        88.6,
    ]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Khối thứ nhất là điểm thẩm định, tỉnh được", "điểm thẩm định"),
        ("Khối thứ hai, điểm đánh giá tác động của CCHC, tỉnh chỉ được", "điểm đánh giá tác động của CCHC"),
        ("Về điểm thẩm định, Lào Cai đạt", "điểm thẩm định"),
        ("Phần điều tra xã hội học, tỉnh có", "điều tra xã hội học"),
        ("Trong đó, ở phần khảo sát lãnh đạo, quản lý, tỉnh đạt", "khảo sát lãnh đạo, quản lý"),
        ("Tiêu chí văn hóa công vụ, tỉnh được", "văn hóa công vụ"),
    ],
)
def test_a_part_that_opens_the_clause_is_what_its_unit_got_points_for(words: str, part: str) -> None:
    assert parts_told(f"{PARTS}{words} 24,2/31,5 điểm.") == [(part, "score", 24.2)]


@pytest.mark.parametrize("words", ["Sau khi rà soát", "Theo kết quả thẩm định", "Tuy đã cố gắng", "Trong năm qua"])
def test_what_opens_a_clause_otherwise_is_no_part(words: str) -> None:
    assert parts_told(f"{PARTS}{words}, tỉnh được 24,2/31,5 điểm.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong 16 lĩnh vực dịch vụ, chính sách xã hội có mức hài lòng cao nhất (88,45%); đất đai thấp nhất (79,06%).",
        "Lĩnh vực có mức hài lòng cao nhất là chính sách xã hội (88,45%), thấp nhất là đất đai (79,06%).",
        "Xét theo lĩnh vực, chính sách xã hội được hài lòng cao nhất, 88,45%; còn đất đai thấp nhất, chỉ 79,06%.",
        "Trong các lĩnh vực, chính sách xã hội có mức hài lòng cao nhất, đạt 88,45%; còn đất đai thấp nhất với 79,06%.",
    ],
)
@pytest.mark.parametrize(
    ("before", "measure"),
    [("Mức độ hài lòng chung của cả nước là 84,45%.", "mean"), ("SIPAS của tỉnh Lào Cai đạt 84,45%.", "score")],
)
def test_fields_of_services_are_parts_of_what_was_told_before(sentence: str, before: str, measure: str) -> None:
    told = parts_told(f"Công bố SIPAS năm 2020\nNăm 2020, {before} {sentence}")
    assert told[1:] == [("chính sách xã hội", measure, 88.45), ("đất đai", measure, 79.06)]


def test_who_is_most_satisfied_is_no_field() -> None:
    text = "Công bố SIPAS năm 2020\nXét về dịch vụ công, địa phương có mức hài lòng cao nhất là Quảng Ninh (95,1%)."
    assert parts_told(text) == [(None, "rank", 1), (None, "score", 95.1)]


@pytest.mark.parametrize("joint", [". Ở khối tỉnh,", "; ở khối tỉnh,"])
def test_provinces_beside_ministries_are_ranked_by_the_index_of_both(joint: str) -> None:
    head = (
        "Công bố Chỉ số CCHC, Chỉ số SIPAS năm 2021\nPAR INDEX năm 2021 của Bắc Ninh là 88,07%. Chỉ số SIPAS của tỉnh"
        " đạt 88,83%.\n"
    )
    text = f"{head}Trong khối các bộ, Bộ Tư pháp đạt 91,9%, đứng thứ nhất{joint} Hải Phòng dẫn đầu (91,8%)."
    told = [(r["index"], r["value"]) for r in stated(found_in(text)) if r.get("unit") == "Hải Phòng"]
    assert told == [("PAR INDEX", 1), ("PAR INDEX", 91.8)]
    text = f"{head}Theo Bộ Nội vụ, Hải Phòng dẫn đầu (91,8%)."
    assert {r["index"] for r in stated(found_in(text)) if r.get("unit") == "Hải Phòng"} == {"SIPAS"}


@pytest.mark.parametrize(
    "words",
    [
        "đạt 9,46 điểm (tối đa 13,5 điểm)", "đạt 9,46 (điểm tối đa 13,5)", "được 9,46 điểm, điểm tối đa là 13,5 điểm",
        "9,46 điểm (điểm chuẩn 13,5 điểm)", "đạt 9,46/13,5 điểm",
    ],
)  # fmt: skip
def test_the_maximum_may_stand_behind_the_score(words: str) -> None:
    found = stated(found_in(f"{PARTS}Cải cách thể chế: {words}, xếp thứ 12/63."))
    assert [(r["value"], r.get("maximum")) for r in found] == [(9.46, 13.5), (12, None)]


def test_what_a_score_lacks_of_its_maximum_is_no_maximum() -> None:
    found = stated(found_in(f"{PARTS}Cải cách thể chế: 9,46 điểm (kém điểm tối đa 4,04 điểm)."))
    assert [(r["value"], r.get("maximum")) for r in found] == [(9.46, None)]


def test_a_part_s_points_with_a_zero_behind_the_comma_are_no_place() -> None:
    told = "Điểm các lĩnh vực: thể chế 9,0/10; thủ tục hành chính 12,2/13; công vụ 12/14,0; tác động 12,9/16,5."
    assert [(measure, value) for _, measure, value in parts_told(PARTS + told)] == [
        ("score", 9.0),
        ("score", 12.2),
        ("score", 12),
        ("score", 12.9),
    ]
    assert [(measure, value) for _, measure, value in parts_told(f"{PARTS}Cải cách thể chế xếp 9/63.")] == [("rank", 9)]


@pytest.mark.parametrize(
    ("told", "moved"), [("mất 2,65 điểm, còn 10,85/13,5 điểm", []), ("giảm 2,6 điểm, còn 10,85/13,5 điểm", [-2.6])]
)
def test_points_that_are_lacking_of_the_maximum_told_behind_them_are_no_change(told: str, moved: list[float]) -> None:
    found = parts_told(f"{PARTS}Hiện đại hóa hành chính {told}.")
    assert [value for _, measure, value in found if measure == "score_change"] == moved
    assert [value for _, measure, value in found if measure == "score"] == [10.85]


@pytest.mark.parametrize("figure", ["thấp nhất (79,6%)", "cao nhất với 79,6%", "đạt 79,6%"])
def test_a_factor_of_satisfaction_ends_before_it_is_the_highest_or_the_lowest(figure: str) -> None:
    text = f"SIPAS 2023 của tỉnh Lào Cai\nTrong 5 yếu tố hài lòng, công chức (85,3%), tiếp nhận góp ý {figure}."
    assert all("nhất" not in str(part) for part, _, _ in parts_told(text))
    assert 79.6 in [value for _, _, value in parts_told(text)]


@pytest.mark.parametrize("words", ["Điểm nghẽn nằm ở", "Hạn chế lớn nhất là", "Điểm yếu rơi vào"])
def test_what_makes_a_part_the_weak_one_is_not_of_its_name(words: str) -> None:
    found = parts_told(f"{PARTS}{words} chính quyền số: 1,04/3,5 điểm, thứ 58.")
    assert [(measure, value) for _, measure, value in found] == [("score", 1.04), ("rank", 58)]
    # It may be known by that short name.
    assert all(str(part) == "chính quyền số" or str(part).endswith(", chính quyền số") for part, _, _ in found)


@pytest.mark.parametrize("as_points", ["quy đổi được", "quy ra", "tương đương"])
def test_points_that_a_share_is_converted_to_are_of_the_same_whole(as_points: str) -> None:
    text = f"SIPAS năm 2021 của tỉnh Bạc Liêu\nMức độ hài lòng (SIPAS) năm 2021: 81,92%, {as_points} 8,19/10 điểm."
    assert parts_told(text) == [(None, "score", 81.92), (None, "score", 8.19)]


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("Số điểm này gồm điểm thẩm định 53,75 và điểm điều tra xã hội học 29,00.", [53.75, 29]),
        ("Ở phần thẩm định, tỉnh đạt 53,25 điểm.", [53.25]),
        ("Đáng mừng là, ở phần điều tra xã hội học, tỉnh được 27,4 điểm.", [27.4]),
        ("Điểm do Bộ Nội vụ thẩm định là 53,75.", []),
    ],
)
def test_points_that_were_appraised_or_surveyed_are_parts(told: str, parts: list[float]) -> None:
    found = parts_told(f"{PARTS}{told}")
    assert [value for part, _, value in found if part] == parts
    assert [value for part, _, value in found if not part] == []


def test_a_part_before_a_colon_is_that_of_all_units_behind_it() -> None:
    told = "Khoảng cách nằm ở cải cách thể chế: Đà Nẵng được 9,12 điểm, hơn tỉnh ta 1,1 điểm; Huế cũng được 8,7 điểm."
    found = [r for r in stated(found_in(PARTS + told)) if r.get("measure") == "score"]
    assert [(r["unit"], r["component"] is not None, r["value"]) for r in found] == [
        ("Đà Nẵng", True, 9.12), ("Thừa Thiên Huế", True, 8.7),
    ]  # fmt: skip


def test_who_leads_all_leads_in_no_part_that_is_talked_about() -> None:
    told = "Ở phần thẩm định, tỉnh còn nhỉnh hơn thành phố dẫn đầu là Đà Nẵng (53,25 điểm)."
    assert [measure for _, measure, _ in parts_told(PARTS + told)] == ["score"]


def test_what_is_electronic_is_no_government() -> None:
    text = "PAR INDEX 2022 của Bộ Y tế\nPAR INDEX năm 2022 của Bộ Y tế: tài chính công 10,1/12 điểm (thứ 10); "
    told = [
        (r["component"], r["value"]) for r in stated(found_in(f"{text}Chính phủ điện tử, Chính phủ số 12,2/16 điểm."))
    ]
    assert told[-1] == ("Chính phủ điện tử, Chính phủ số", 12.2)


@pytest.mark.parametrize(
    "told",
    [
        "Tỉnh có 5 lĩnh vực dẫn đầu cả nước, trong đó cải cách thể chế 9,96/10 điểm, cải cách tài chính công 11,8/12.",
        "Tỉnh đứng đầu cả nước ở 3 lĩnh vực: cải cách thể chế, cải cách tài chính công.",
    ],
)
def test_parts_with_their_figures_share_the_place_told_before_them(told: str) -> None:
    leads = [
        str(part).replace("Cải", "cải")
        for part, measure, value in parts_told(PARTS + told)
        if measure == "rank" and value == 1
    ]
    assert leads == ["cải cách thể chế", "cải cách tài chính công"]


def test_a_place_in_so_many_parts_that_nothing_names_is_told_of_none() -> None:
    assert parts_told(f"{PARTS}Tỉnh đứng đầu cả nước ở 3 lĩnh vực.") == []


def test_a_part_that_two_indices_have_is_of_the_one_that_the_parts_before_it_are_of() -> None:
    text = (
        "Vì sao chỉ số hài lòng (SIPAS) của Quảng Ngãi xuống hạng\nPAR INDEX năm 2021 của tỉnh Quảng Ngãi đạt 87,18%.\n"
        "Điểm của từng lĩnh vực: chỉ đạo, điều hành 9,21/9,5 điểm; cải cách thủ tục hành chính 12,41/13 điểm (hạng 44)."
    )
    assert {r["index"] for r in stated(found_in(text)) if r["type"] == "observation"} == {"PAR INDEX"}


@pytest.mark.parametrize("name", ["Trung ương thẩm định", "điều tra xã hội học"])
def test_a_part_called_so_has_its_points(name: str) -> None:
    text = f"{PARTS}PAR INDEX của tỉnh đạt 80,41 điểm; trong đó phần {name} 51,2 điểm."
    assert parts_told(text) == [(None, "score", 80.41), (name, "score", 51.2)]


def test_parts_out_of_their_maximum_end_with_their_parentheses() -> None:
    parts = "(thẩm định 56,71/61,5 điểm; đánh giá tác động 31,32/38,5 điểm)"
    found = parts_told(f"{PARTS}PAR INDEX năm 2021 của tỉnh được 88,03 điểm {parts}, hạng 20/63, tăng 2,16 điểm.")
    assert [(part is None, measure, value) for part, measure, value in found] == [
        (True, "score", 88.03), (False, "score", 56.71), (False, "score", 31.32), (True, "rank", 20),
        (True, "score_change", 2.16),
    ]  # fmt: skip


def test_a_table_may_tell_points_and_their_maximum_in_one_column_and_a_part_has_a_dash() -> None:
    head = "PAR INDEX năm 2023 của tỉnh Phú Thọ\nBảng: Kết quả các lĩnh vực\n"
    lines = [
        "Lĩnh vực - Điểm đạt/điểm tối đa - Hạng 2023 - Hạng 2022", "Cải cách thể chế - 9,04/10 - 20 - 17",
        "Tác động của CCHC đến phát triển kinh tế - xã hội - 13,1/16,5 - 29 - 41",
    ]  # fmt: skip
    found = [(r["year"], r["measure"], r["value"]) for r in stated(found_in(head + "\n".join(lines)))]
    assert sorted(found) == [
        (2022, "rank", 17), (2022, "rank", 41), (2023, "rank", 20), (2023, "rank", 29), (2023, "score", 9.04),
        (2023, "score", 13.1),
    ]  # fmt: skip


def test_parts_of_an_index_that_groups_them_have_their_groups() -> None:
    told = "Kiểm soát tham nhũng trong khu vực công được 6,99 điểm, nằm ở nhóm cao nhất; quản trị điện tử rơi vào nhóm"
    found = parts_told(f"PAPI năm 2022 của tỉnh Phú Thọ\nPAPI năm 2022: {told} trung bình thấp.")
    assert [value for _, measure, value in found if measure == "group"] == ["cao nhất", "trung bình thấp"]
    told = "Cải cách thể chế đạt 90,1%, thuộc nhóm A."
    assert [m for _, m, _ in parts_told(f"PAR INDEX năm 2022 của tỉnh Phú Thọ\n{told}")] == ["score"]


def test_what_stands_behind_the_parts_in_parentheses_is_of_the_whole() -> None:
    told = "PAR INDEX của tỉnh được 88,03 điểm (thẩm định 56,71/61,5 điểm; tác động 31,32/38,5 điểm), hạng 20/63."
    found = parts_told(f"{PARTS}{told}")
    assert [(bool(part), value) for part, measure, value in found if measure == "rank"] == [(False, 20)]
    assert sorted(value for part, _, value in found if part) == [31.32, 56.71]


def test_a_column_of_points_and_their_maximum_is_one_of_scores() -> None:
    lines = [
        "Lĩnh vực - Điểm đạt/điểm tối đa - Hạng 2021 - Hạng 2020",
        "Cải cách thể chế - 9,04/10 - 20 - 17",
        "Cải cách tài chính công - 10,77/12 - 9 - 10",
        "Tác động của CCHC đến người dân, tổ chức và phát triển kinh tế - xã hội - 13,1/16,5 - 29 - 41",
    ]
    found = parts_told(PARTS + "PAR INDEX năm 2021 của tỉnh đạt 85,1%.\n" + "\n".join(lines))
    assert [value for part, measure, value in found if part and measure == "score"] == [9.04, 10.77, 13.1]
    assert sorted(value for part, measure, value in found if part and measure == "rank") == [9, 10, 17, 20, 29, 41]


@pytest.mark.parametrize("opens", ["Về thể chế,", "Riêng về thể chế,", "Ở lĩnh vực thể chế,"])
def test_a_sentence_may_open_with_the_short_name_of_the_part_that_it_is_about(opens: str) -> None:
    found = parts_told(f"{PARTS}{opens} tỉnh đạt 9,2/10 điểm, xếp thứ 12.")
    assert [(bool(part), measure, value) for part, measure, value in found] == [
        (True, "score", 9.2), (True, "rank", 12),
    ]  # fmt: skip
    assert parts_told(f"{PARTS}Về thể chế, tỉnh ban hành 12 văn bản.") == []


@pytest.mark.parametrize("told", ["Hai lĩnh vực xếp cuối là", "Hai nội dung đứng cuối là", "Hai lĩnh vực thấp nhất là"])
def test_the_last_of_a_units_own_parts_have_the_places_behind_them(told: str) -> None:
    text = f"{PARTS}{told} cải cách thể chế (hạng 48) và cải cách tài chính công (hạng 51)."
    assert [(measure, value) for _, measure, value in parts_told(text)] == [("rank", 48), ("rank", 51)]


def test_the_last_of_all_in_a_part_is_last() -> None:
    told = parts_told(f"{PARTS}Lào Cai đứng cuối cả nước về cải cách thể chế.")
    assert [(measure, value) for _, measure, value in told] == [("rank", "last")]


@pytest.mark.parametrize("number", ["(2)", "2.", "b)"])
def test_a_short_name_behind_the_number_of_an_item_in_a_sentence_is_a_part(number: str) -> None:
    text = f"{PARTS}Kết quả các lĩnh vực: (1) Cải cách thể chế: 8,95/10 điểm; {number} Cải cách bộ máy: 9,33/11 điểm."
    assert [(part, value) for part, _, value in parts_told(text)] == [(RULES, 8.95), ("cải cách bộ máy", 9.33)]
