"""What a text goes back to after an aside: the year, the index and the unit that its next figures are of."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import found_in, stated
from article_wordings import told

HEAD = "Kết quả PAR INDEX của tỉnh Hà Nam\nNăm 2022, PAR INDEX của tỉnh Hà Nam đạt 84,5%, xếp thứ 30/63.\n"


def after_head(text: str) -> list[tuple[Any, ...]]:
    return told(HEAD + text)[2:]


def test_a_paragraph_goes_back_from_an_earlier_year_to_that_of_the_lead() -> None:
    aside = "Năm 2019, tỉnh chỉ được 76,1%. Một năm sau, tỉnh đạt 78,3%.\nCải cách thể chế của tỉnh đạt 88,2%."
    assert after_head(aside) == [
        ("PAR INDEX", 2019, "Hà Nam", 76.1),
        ("PAR INDEX", 2020, "Hà Nam", 78.3),
        ("PAR INDEX", 2022, "Hà Nam", 88.2),
    ]


@pytest.mark.parametrize(("then", "now"), [(2021, 79.2), (2018, 81.45)])
def test_this_year_is_the_one_that_the_article_is_about(then: int, now: float) -> None:
    shown = str(now).replace(".", ",")
    title = "Kết quả PAR INDEX năm 2022 của tỉnh Hà Nam\n"
    assert told(f"{title}Năm {then}, tỉnh đạt 77,6%; năm nay đạt {shown}% ở lần công bố này.") == [
        ("PAR INDEX", then, "Hà Nam", 77.6),
        ("PAR INDEX", 2022, "Hà Nam", now),
    ]


def test_a_paragraph_that_says_so_goes_on_with_the_year_before_it() -> None:
    assert after_head("Năm 2019, tỉnh xếp thứ 50/63.\nCũng trong năm đó, SIPAS của tỉnh đạt 80,2%.") == [
        ("PAR INDEX", 2019, "Hà Nam", 50),
        ("SIPAS", 2019, "Hà Nam", 80.2),
    ]


def test_a_later_year_that_opens_a_paragraph_moves_the_text_on() -> None:
    assert after_head("Năm 2023, tỉnh đạt 86,2%.\nCải cách tài chính công xếp thứ 12.") == [
        ("PAR INDEX", 2023, "Hà Nam", 86.2),
        ("PAR INDEX", 2023, "Hà Nam", 12),
    ]


def test_each_index_keeps_the_year_of_its_own_edition() -> None:
    text = "Năm 2023, PAPI của tỉnh đạt 42,1 điểm.\nPAR INDEX của tỉnh có cải cách thể chế đạt 90,1%.\nPAPI xếp thứ 20."
    assert after_head(text) == [
        ("PAPI", 2023, "Hà Nam", 42.1),
        ("PAR INDEX", 2022, "Hà Nam", 90.1),
        ("PAPI", 2023, "Hà Nam", 20),
    ]


def test_a_caption_changes_nothing_of_what_the_text_is_about() -> None:
    text = "Ảnh: Công bố chỉ số PCI năm 2020 tại Quảng Ninh\nTỉnh tăng 3 bậc, cải cách thể chế xếp thứ 7."
    assert after_head(text) == [("PAR INDEX", 2022, "Hà Nam", 7)]


def test_a_province_s_own_units_are_not_ranked_in_an_index_named_in_passing() -> None:
    text = "SIPAS của tỉnh đạt 81,2%.\nỞ cấp huyện, huyện Lý Nhân đứng đầu với 90,5 điểm."
    assert after_head(text) == [
        ("SIPAS", 2022, "Hà Nam", 81.2),
        ("provincial CCHC index", 2022, "huyện Lý Nhân", 1),
        ("provincial CCHC index", 2022, "huyện Lý Nhân", 90.5),
    ]


def test_a_district_s_rank_in_its_province_is_not_the_province_s() -> None:
    text = "Năm 2022, huyện Lý Nhân xếp thứ 2/6 huyện của tỉnh Hà Nam về chỉ số CCHC, đạt 90,5 điểm, tăng 1 bậc."
    assert {unit for _, _, unit, _ in after_head(text)} == {"huyện Lý Nhân"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỉnh đứng thứ 4 về cải cách thể chế.",
        "Tỉnh xếp thứ 4/63 ở lĩnh vực cải cách thể chế.",
        "Cải cách tài chính công xếp thứ 9, còn đứng thứ 4 cả nước về cải cách thể chế.",
    ],
)
def test_a_rank_in_a_part_is_no_rank_of_the_whole(sentence: str) -> None:
    ranks = [r for r in stated(found_in(HEAD + sentence)) if r["type"] == "observation" and r["value"] == 4]
    assert [r["component"] for r in ranks] == ["Cải cách thể chế"]


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ("Trong đó, yếu tố cung ứng dịch vụ công chỉ đạt 80,25%.", "cung ứng dịch vụ công"),
        ('Tiêu chí "bố trí công chức một cửa" đạt 80,25%.', "bố trí công chức một cửa"),
    ],
)
def test_the_score_of_a_part_that_only_the_text_names_is_none_of_the_whole(sentence: str, component: str) -> None:
    [score] = [r for r in stated(found_in(HEAD + sentence)) if r["type"] == "observation" and r["value"] == 80.25]
    assert score["component"] == component


def test_what_may_happen_is_no_fact_and_a_rank_among_few_is_uncertain() -> None:
    assert after_head("Nếu không khắc phục, tỉnh có thể rơi xuống hạng 45.") == []
    few = found_in(HEAD + "Tính trong 5 tỉnh giáp ranh thì Hà Nam đứng thứ 2.")
    assert [(r["value"], r["status"]) for r in few if r.get("value") == 2] == [(2, "candidate")]


def test_a_component_that_heads_a_paragraph_or_a_section_holds_to_its_end() -> None:
    paragraph = "- Cải cách thể chế: bình quân 63 tỉnh, thành phố là 82,46%. Cao nhất: Quảng Ninh (90,7%)."
    heading = "Cải cách thể chế\nTỉnh đạt 90,7%, xếp thứ 5.\nSo với năm 2021, tỉnh tăng 3 bậc."
    for text, many in ((paragraph, 3), (heading, 3)):
        found = [r for r in stated(found_in(HEAD + text)) if r["type"] == "observation"][2:]
        assert [r["component"] for r in found] == ["Cải cách thể chế"] * many


@pytest.mark.parametrize(
    "sentence",
    [
        "SIPAS của tỉnh cao hơn mức trung bình của 63 tỉnh, thành phố 1,59%.",
        "Khoảng cách điểm giữa tỉnh xếp thứ 31 với tỉnh xếp thứ 40 chưa đầy 1 điểm.",
        "Tỷ lệ thanh toán trực tuyến toàn tỉnh mới đạt 38,4%.",
    ],
)
def test_distances_and_shares_are_no_results(sentence: str) -> None:
    assert after_head(sentence) == []


def test_a_class_with_its_bounds_heads_its_number_and_no_unit_may_have_several() -> None:
    text = (
        "Chỉ số CCHC năm 2022 của các sở, ngành tỉnh Hà Nam\n"
        "- Nhóm xếp loại Tốt (từ 80% đến dưới 90%): 02 cơ quan, gồm Sở Nội vụ, Sở Tư pháp;\n"
        "- Không có đơn vị xếp loại Trung bình, Yếu."
    )
    found = stated(found_in(text))
    assert [(r["value"], r["class"]) for r in found if r["type"] == "count"] == [
        (2, "xếp loại Tốt"),
        (0, "trung bình"),
        (0, "yếu"),
    ]
    assert [r["unit"] for r in found if r["type"] == "observation"] == ["Sở Nội vụ", "Sở Tư pháp"]


@pytest.mark.parametrize(
    "text",
    [
        "Ở lĩnh vực cải cách thể chế, Quảng Ninh đứng đầu với 98,2%. Hà Nội đạt 97,5%.",
        "Riêng cải cách thể chế, tỉnh luôn nằm trong tốp 10; năm 2022 xếp thứ 9.",
        'Về chỉ số "Cải cách thể chế", tỉnh xếp thứ 12.',
    ],
)
def test_a_component_that_opens_a_sentence_is_what_its_figures_are_of(text: str) -> None:
    found = [r for r in stated(found_in(HEAD + text)) if r["type"] == "observation"][2:]
    assert {r["component"] for r in found} == {"Cải cách thể chế"}


def test_what_a_sentence_says_of_one_component_only_ends_with_it() -> None:
    text = "Riêng cải cách thể chế, tỉnh xếp thứ 9. Tỉnh có tổng điểm tăng 1,2 điểm."
    found = [r for r in stated(found_in(HEAD + text)) if r["type"] == "observation"][2:]
    assert [(r["measure"], r["component"]) for r in found] == [("rank", "Cải cách thể chế"), ("score_change", None)]


@pytest.mark.parametrize(
    "sentence", ["Trước đây, tỉnh từng xếp thứ 58.", "Năm đầu tiên, tỉnh xếp thứ 58.", "Có năm, tỉnh xếp thứ 58."]
)
def test_a_rank_of_a_year_that_is_only_hinted_at_is_a_candidate(sentence: str) -> None:
    found = [r for r in found_in(HEAD + sentence) if r.get("value") == 58]
    assert [r["status"] for r in found] == ["candidate"]


def test_a_heading_names_the_index_of_its_section_and_a_plan_in_a_title_no_year() -> None:
    text = (
        "SỞ NỘI VỤ TỈNH HÀ NAM\nKết quả PAR INDEX năm 2022 và giải pháp nâng cao năm 2023\n"
        "1. Về PAR INDEX\nNăm 2022, tỉnh Hà Nam đạt 84,5%.\n2. Về SIPAS\nTỉnh đạt 81,3%.\nTỉnh xếp thứ 20/63."
    )
    assert told(text) == [
        ("PAR INDEX", 2022, "Hà Nam", 84.5),
        ("SIPAS", 2022, "Hà Nam", 81.3),
        ("SIPAS", 2022, "Hà Nam", 20),
    ]


def test_a_national_article_s_component_is_the_mean_of_all_and_no_unit_s_of_the_paragraph_before() -> None:
    text = (
        "Bộ Nội vụ công bố SIPAS 2022\nQuảng Ninh dẫn đầu SIPAS năm 2022 với 87,6%, Bình Phước đứng cuối.\n"
        "Yếu tố tiếp cận dịch vụ đạt 80,4%."
    )
    found = [r for r in stated(found_in(text)) if r.get("value") == 80.4]
    assert [(r["measure"], r["component"]) for r in found] == [("mean", "Tiếp cận dịch vụ")]


def test_later_results_in_the_middle_of_a_paragraph_move_the_text_on_for_every_index() -> None:
    text = "Kết quả năm 2023 có nhiều khởi sắc. PAR INDEX đạt 86,9%. SIPAS đạt 82,8%.\nCải cách thể chế xếp thứ 7."
    assert after_head("SIPAS của tỉnh đạt 80,1%.\n" + text) == [
        ("SIPAS", 2022, "Hà Nam", 80.1),
        ("PAR INDEX", 2023, "Hà Nam", 86.9),
        ("SIPAS", 2023, "Hà Nam", 82.8),
        ("PAR INDEX", 2023, "Hà Nam", 7),
    ]


def test_an_index_named_along_with_another_leaves_the_talk_to_the_other() -> None:
    text = "Cùng với PAR INDEX 2022, SIPAS 2022 cũng được công bố: Hà Nam đạt 81,2%."
    assert after_head(text) == [("SIPAS", 2022, "Hà Nam", 81.2)]


def test_a_block_of_units_or_an_index_of_nobody_has_a_mean() -> None:
    text = (
        "Kết quả SIPAS và chỉ số CCHC\nChỉ số SIPAS năm 2023 là 82,66%.\n"
        "PAR INDEX năm 2023 của khối bộ đạt 84,3%. Nhóm A có 14 địa phương, nhóm B có 48 địa phương."
    )
    found = stated(found_in(text))
    assert [(r["measure"], r["index"], r["value"]) for r in found if r["type"] == "observation"] == [
        ("mean", "SIPAS", 82.66),
        ("mean", "PAR INDEX", 84.3),
    ]
    assert [(r["class"], r["value"]) for r in found if r["type"] == "count"] == [("nhóm A", 14), ("nhóm B", 48)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Có 8/17 bộ có kết quả cao hơn giá trị trung bình.",
        "Trung bình của 22 đơn vị thuộc Bộ Tài chính đạt 93,45%.",
        "Kết quả của tỉnh cao hơn Hải Phòng ở vị trí thứ 2 là 0,53%.",
    ],
)
def test_what_compares_units_or_is_of_others_is_no_result(sentence: str) -> None:
    found = stated(found_in(HEAD + sentence))[2:]
    assert [r for r in found if r["value"] not in (2,)] == []


def test_the_year_of_a_claim_says_that_another_sentence_named_it() -> None:
    found = stated(found_in(HEAD + "Tỉnh xếp thứ 12 về SIPAS."))
    marked = ["year-from-context" in r["interpretation"] for r in found if r["type"] == "observation"]
    assert marked == [False, False, True]


def test_a_rank_behind_the_score_of_a_part_is_the_part_s() -> None:
    found = stated(found_in(HEAD + "Tiêu chí bố trí kinh phí đạt 12/16 điểm, đứng thứ 15."))[2:]
    assert [(r["value"], r["component"]) for r in found] == [(12, "bố trí kinh phí"), (15, "bố trí kinh phí")]


def test_what_a_paragraph_about_satisfaction_tells_is_of_the_satisfaction_index() -> None:
    assert after_head("Về sự hài lòng của người dân, tỉnh xếp thứ 14 (84,06%).") == [
        ("SIPAS", 2022, "Hà Nam", 14),
        ("SIPAS", 2022, "Hà Nam", 84.06),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai huyện dẫn đầu bảng xếp hạng cấp huyện đạt 93,1 điểm.",
        "Tỉnh để mất vị trí sau 4 năm liên tục giữ ngôi đầu.",
        'Ông nói: "Chỉ số của Sở là điều đáng lo".',
    ],
)
def test_what_names_no_unit_or_ended_is_no_result_of_the_province(sentence: str) -> None:
    assert after_head(sentence) == []


def test_places_that_go_on_in_the_next_sentence_are_ranks() -> None:
    text = "Quảng Ninh đứng đầu, Hải Phòng xếp thứ 2. Xếp ở các vị trí tiếp theo là Hà Nội, Bắc Giang."
    assert [(unit, value) for _, _, unit, value in after_head(text)] == [
        ("Quảng Ninh", 1),
        ("Hải Phòng", 2),
        ("Hà Nội", 3),
        ("Bắc Giang", 4),
    ]


def test_a_figure_of_an_index_that_is_none_of_ours_is_reported_and_no_fact() -> None:
    found = found_in(HEAD + "PCI xếp thứ 6, ICT Index xếp thứ 2, PAPI xếp thứ 4.")
    assert [(r["index"], r["value"]) for r in stated(found)[2:]] == [("PCI", 6), ("PAPI", 4)]
    assert [(r["text"], r["why"]) for r in found if r["type"] == "unplaced"] == [("xếp thứ 2", "no-index")]


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        ("Chuyển đổi số là điểm sáng với vị trí thứ 3 toàn quốc.", ["Chuyển đổi số"]),
        ("Lần đầu tiên tỉnh vượt Quảng Ninh để xếp thứ 30 về SIPAS.", [None]),
        ("Trong giai đoạn 2018 - 2022, điểm trung bình của tỉnh là 78,07%.", []),
    ],
)
def test_figures_of_a_named_part_of_who_overtakes_and_of_several_years(
    sentence: str, told_of: list[str | None]
) -> None:
    found = stated(found_in(HEAD + sentence))[2:]
    assert [r["component"] for r in found] == told_of
    assert {r["unit"] for r in found} <= {"Hà Nam"}


def test_a_weekday_is_no_rank_and_an_index_of_others_holds_to_the_end_of_its_paragraph() -> None:
    text = (
        "Theo báo, thứ Sáu 26/4/2024, PAPI của tỉnh đạt 42,5 điểm.\n"
        "DDCI của tỉnh do Sở Nội vụ dẫn đầu. Khối huyện: huyện Lý Nhân đạt 82,6 điểm.\nSIPAS của tỉnh đạt 81,5%."
    )
    assert after_head(text) == [("PAPI", 2022, "Hà Nam", 42.5), ("SIPAS", 2022, "Hà Nam", 81.5)]


def test_a_score_of_a_part_that_nothing_names_is_none_of_the_whole() -> None:
    found = found_in(HEAD + "SIPAS: người dân Hà Nam hài lòng 88,75% với việc hướng dẫn nộp hồ sơ.")
    assert stated(found)[2:] == []
    assert [r["text"] for r in found if r["type"] == "unplaced"] == ["88,75%"]


def test_a_list_of_parts_gives_each_its_own_figure_whether_known_or_not() -> None:
    text = "3 lĩnh vực dưới 80% gồm cải cách tài chính công (70,5%), chính quyền điện tử (78,3%), hồ sơ điện tử (76%)."
    found = [r for r in stated(found_in(HEAD + text))[2:] if r["type"] == "observation"]
    assert [(r["component"], r["value"]) for r in found] == [
        ("Cải cách tài chính công", 70.5),
        ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", 78.3),
        ("hồ sơ điện tử", 76),
    ]


def test_what_a_unit_gave_itself_is_a_candidate() -> None:
    found = [r for r in found_in(HEAD + "Năm 2023, tỉnh tự đánh giá đạt 92,5 điểm.") if r.get("value") == 92.5]
    assert [r["status"] for r in found] == ["candidate"]


def test_a_table_flattened_to_lines_is_read_row_by_row_and_what_follows_is_of_its_units() -> None:
    rows = "Sở Nội vụ\n91,25\n1\nSở Tư pháp\n90,14\n2\nSở Tài chính\n88,93\n3\nBan Dân tộc\n79,6\n4\n"
    text = (
        "Xếp hạng Chỉ số CCHC năm 2021 các sở, ngành tỉnh Hà Nam\nĐơn vị\nĐiểm số\nXếp hạng\n"
        + rows
        + "Điểm bình quân của khối là 87,48 điểm.\n"
    )
    found = stated(found_in(text))
    assert [(r["unit"], r["value"]) for r in found if r["measure"] == "score"] == [
        ("Sở Nội vụ", 91.25),
        ("Sở Tư pháp", 90.14),
        ("Sở Tài chính", 88.93),
        ("Ban Dân tộc", 79.6),
    ]
    assert [(r["index"], r["value"]) for r in found if r["measure"] == "mean"] == [("provincial CCHC index", 87.48)]


def test_short_names_of_parts_in_a_list_are_the_components_that_they_mean() -> None:
    text = "Tỉnh có 4/8 lĩnh vực tăng điểm: thể chế (81,5%, tăng 4,1%), TTHC (85,2%), công vụ (80,1%)."
    found = [r for r in stated(found_in(HEAD + text))[2:] if r["type"] == "observation"]
    assert [(r["component"], r["value"]) for r in found] == [
        ("Cải cách thể chế", 81.5),
        ("Cải cách thể chế", 4.1),
        ("Cải cách thủ tục hành chính", 85.2),
        ("Cải cách chế độ công vụ", 80.1),
    ]
    [change] = stated(found_in(HEAD + "Lĩnh vực hộ tịch giảm mạnh nhất, giảm 3,9%."))[2:]
    assert (change["component"], change["value"]) == ("hộ tịch", -3.9)


def test_ranks_between_which_a_unit_moved_about_are_none_of_a_year() -> None:
    assert after_head("Vị trí của tỉnh chỉ dao động từ 51 đến 55.") == []


def test_components_told_in_turn_have_a_figure_each() -> None:
    text = '"Cải cách thể chế" và "cải cách tài chính công" là hai lĩnh vực thấp nhất, lần lượt đạt 61,2% và 68,4%.'
    found = [r for r in stated(found_in(HEAD + text))[2:] if r["type"] == "observation"]
    assert [(r["component"], r["value"]) for r in found] == [
        ("Cải cách thể chế", 61.2),
        ("Cải cách tài chính công", 68.4),
    ]


@pytest.mark.parametrize("source", ["", " Số liệu do Vụ Cải cách hành chính, Bộ Nội vụ cung cấp."])
def test_the_nation_with_its_index_in_brackets_has_the_mean_of_the_provinces(source: str) -> None:
    text = (
        "SIPAS 2023: người dân hài lòng hơn\nNăm 2023, mức độ hài lòng của người dân trên cả nước (SIPAS) đạt 82,66%,"
        f" tăng 2,58% so với năm 2022.{source}\nỞ nội dung cung ứng dịch vụ công, mức hài lòng bình quân cả nước là"
        " 83,12%.\n"
        "Hải Phòng là địa phương cao nhất, đạt 90,4%."
    )
    found = [(r.get("unit"), r["measure"], r["value"]) for r in stated(found_in(text)) if "measure" in r]
    means = [(measure, value) for unit, measure, value in found if unit == "tỉnh, thành phố"]
    assert means == [("mean", 82.66), ("mean_change", 2.58), ("mean", 83.12)]
    assert [(unit, value) for unit, measure, value in found if measure == "score"] == [("Hải Phòng", 90.4)]


@pytest.mark.parametrize(
    ("told", "mean"),
    [
        ("Điểm trung bình của 18 bộ, cơ quan ngang bộ là 83.", 83),
        ("Điểm bình quân của các bộ đạt 83; không bộ nào dưới 70 điểm.", 83),
        ("Số lĩnh vực trung bình của các bộ là 8.", None),
        ("Điểm trung bình của các bộ là 83 trong năm đó.", None),
    ],
)
def test_a_whole_number_is_a_mean_where_the_words_are_of_points_and_it_ends_the_clause(
    told: str, mean: int | None
) -> None:
    found = [r["value"] for r in stated(found_in(f"PAR INDEX 2018 của các bộ\n{told}")) if r.get("measure") == "mean"]
    assert found == ([] if mean is None else [mean])


@pytest.mark.parametrize(
    ("title", "index"),
    [
        ("Bắc Giang xếp thứ 3 PAR INDEX, đứng đầu SIPAS vùng Đông Bắc", "PAR INDEX"),
        ("Bắc Giang đứng thứ 3 SIPAS, xếp thứ 9 PAR INDEX năm 2023", "SIPAS"),
    ],
)
def test_a_title_that_tells_of_one_index_after_another_is_about_the_first(title: str, index: str) -> None:
    text = f"{title}\nNăm 2023, Bắc Giang đạt 89,43%, giữ nguyên vị trí so với năm 2022 (88,58%)."
    found = [(r["index"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert found == [(index, 89.43), (index, 88.58)]


def test_a_table_with_dashes_goes_on_behind_a_name_with_one() -> None:
    rows = ["1 - Quảng Ninh - 92,18 - 0", "2 - Bà Rịa - Vũng Tàu - 91,03 - +2", "3 - Hà Nam - 90,92 - -1"]
    header = "Hạng - Tỉnh, thành phố - Điểm - Tăng/giảm hạng"
    text = "\n".join(["Bảng xếp hạng PAR INDEX 2023 của 63 tỉnh, thành phố", header, *rows])
    found = [(r["unit"], r["measure"], r["value"]) for r in stated(found_in(text))]
    assert [(unit, value) for unit, measure, value in found if measure == "rank"] == [
        ("Quảng Ninh", 1),
        ("Bà Rịa - Vũng Tàu", 2),
        ("Hà Nam", 3),
    ]
    assert ("Bà Rịa - Vũng Tàu", "rank_change", 2) in found


@pytest.mark.parametrize("head", ["huyện", "Huyện", "thị xã"])
def test_an_item_inside_a_sentence_may_begin_with_its_head_noun(head: str) -> None:
    text = "Chỉ số CCHC năm 2023 của các huyện tỉnh Thanh Hóa\nXếp hạng: 1. TP Sầm Sơn 91,2 điểm; 2. TP Thanh Hóa"
    found = stated(found_in(f"{text} 90,5 điểm; 3. {head} Yên Định 90,1 điểm."))
    assert [r["value"] for r in found if r["measure"] == "rank"] == [1, 2, 3]


@pytest.mark.parametrize("bar", [" - ", " | "])
@pytest.mark.parametrize("legend", ["trong ngoặc là kết quả năm 2022", "trong ngoặc là điểm và hạng năm trước"])
def test_the_figures_in_brackets_of_a_table_are_of_the_year_that_the_legend_tells(bar: str, legend: str) -> None:
    lines = [
        "Phụ lục: Kết quả chỉ số CCHC năm 2023 cấp huyện, tỉnh Bình Phước", f"(Kèm theo Quyết định 275; {legend})",
        "A. UBND các huyện, thị xã, thành phố (11 đơn vị)", bar.join(("Đơn vị", "Điểm", "Hạng")),
        bar.join(("Chơn Thành", "91,77 (88,02)", "1 (5)")), bar.join(("Bù Đăng", "90,43 (90,11)", "2 (1)")),
    ]  # fmt: skip
    found = [(r["unit"], r["year"], r["measure"], r["value"]) for r in stated(found_in("\n".join(lines)))]
    assert sorted(found) == [
        ("Bù Đăng", 2022, "rank", 1), ("Bù Đăng", 2022, "score", 90.11),
        ("Bù Đăng", 2023, "rank", 2), ("Bù Đăng", 2023, "score", 90.43),
        ("Chơn Thành", 2022, "rank", 5), ("Chơn Thành", 2022, "score", 88.02),
        ("Chơn Thành", 2023, "rank", 1), ("Chơn Thành", 2023, "score", 91.77),
    ]  # fmt: skip
