"""The same thing in other words of the genre: whose a figure is, names, pages, regions, means, people and meetings."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import (
    ALL,
    DISTRICT,
    DISTRICTS,
    MINISTRIES,
    NOW,
    OF_ONE,
    OWN,
    PARTS,
    RULES,
    SATISFIED,
    facts,
    groups,
    parts_told,
    ranks,
)


@pytest.mark.parametrize(
    "words",
    [
        "chưa qua được mốc 80%",
        "chưa vượt 80%",
        "không đạt ngưỡng 80%",
        "chưa chạm được mốc 80%",
        "không vượt qua mức 80%",
    ],
)
def test_who_has_not_got_so_far_is_below(words: str) -> None:
    text = f"{ALL}Có 2 bộ {words} là Bộ Xây dựng (78,4%) và Bộ Y tế (77,15%)."
    assert groups(text) == [("Bộ Xây dựng", "dưới 80%"), ("Bộ Y tế", "dưới 80%")]


@pytest.mark.parametrize(
    "lead",
    [
        "Kết quả từng nhóm chỉ số của tỉnh như sau:", "Kết quả các nhóm chỉ số toàn tỉnh:",
        "Cụ thể các lĩnh vực của toàn tỉnh như sau:",
    ],
)  # fmt: skip
def test_a_list_of_the_provinces_own_results_is_not_of_the_district_of_the_page(lead: str) -> None:
    text = (
        f"{DISTRICT}{lead}\n- Công khai, minh bạch: 17,2/18 điểm;\n- Số hóa hồ sơ: 16,1/22 điểm.\nHuyện đạt 90,2 điểm."
    )
    assert facts(text) == [
        ("Hà Nam", 2024, "score", 17.2), ("Hà Nam", 2024, "score", 16.1), ("huyện Kim Bảng", 2024, "score", 90.2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lead", ["Kết quả của huyện trong toàn tỉnh như sau:", "Huyện đứng thứ 2/6 huyện của tỉnh. Trong đó:"]
)
def test_a_list_of_the_districts_results_stays_the_districts(lead: str) -> None:
    text = f"{DISTRICT}{lead}\n- Công khai, minh bạch: 17,2/18 điểm;\n- Số hóa hồ sơ: 16,1/22 điểm."
    assert {unit for unit, _, measure, _ in facts(text) if measure == "score"} == {"huyện Kim Bảng"}


@pytest.mark.parametrize("start", ["Toàn tỉnh", "Theo đó, toàn tỉnh"])
def test_the_whole_province_is_not_the_district_of_the_page(start: str) -> None:
    assert facts(f"{DISTRICT}{start} đạt 88,12 điểm, xếp thứ 9/63, xếp loại Tốt.")[:2] == [
        ("Hà Nam", 2024, "score", 88.12), ("Hà Nam", 2024, "rank", 9),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["tỉnh xếp cuối bảng", "tỉnh đứng chót bảng", "tỉnh ở vị trí cuối cùng"])
def test_a_head_noun_right_behind_a_name_goes_on_with_it(words: str) -> None:
    text = f"{ALL}Đà Nẵng đạt 90,2%. Thấp nhất có 2 tỉnh là Gia Lai (78,1%) và Lai Châu, {words} với 77,4%."
    told = facts(text)
    assert ("Lai Châu", 2021, "rank", "last") in told
    assert ("Lai Châu", 2021, "score", 77.4) in told


@pytest.mark.parametrize("adjunct", ["Cùng với Hải Dương", "So với Hải Dương", "Sau Hải Dương", "Theo Bộ Nội vụ"])
def test_a_head_noun_behind_an_adjunct_is_the_province_of_the_page(adjunct: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Cao Bằng\n{adjunct}, tỉnh xếp trong nửa trên và đạt 84,3%."
    assert facts(text) == [("Cao Bằng", 2022, "score", 84.3)]


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Ban Quản lý Khu kinh tế Dung Quất", "Ban Quản lý Khu kinh tế Dung Quất"),
        ("Ban Quản lý Khu kinh tế mở Chu Lai", "Ban Quản lý Khu kinh tế mở Chu Lai"),
        ("Ban Quản lý Khu kinh tế", "Ban Quản lý khu kinh tế"),
        ("Ban Quản lý Khu kinh tế Hà Tĩnh", "Ban Quản lý khu kinh tế"),
    ],
)
def test_a_board_goes_by_its_own_name_and_a_province_only_says_where(said: str, unit: str) -> None:
    text = f"Hà Tĩnh: Chỉ số CCHC năm 2022 của các sở, ngành\nTrong khối sở của tỉnh, {said} đạt 88,4 điểm."
    assert facts(text) == [(unit, 2022, "score", 88.4)]


NATION = (
    "Những địa phương dẫn đầu Chỉ số cải cách hành chính năm 2022\n"
    "Bộ Nội vụ công bố Chỉ số cải cách hành chính (PAR INDEX) năm 2022. Quảng Ninh đạt 90,1%, Hải Phòng đạt 90,05%, "
    "Đà Nẵng đạt 89,7%, Cao Bằng đạt 78%. Quảng Ninh dẫn đầu, Hải Phòng theo sau.\n"
)


def test_an_article_among_many_provinces_is_of_the_page_that_it_stands_on() -> None:
    head = "Báo Gia Lai điện tử\nChính trị / Cải cách hành chính\n\n"
    text = f"{head}{NATION}Gia Lai không có tên trong nhóm này. PAR INDEX của tỉnh đạt 84,2%, xếp thứ 40."
    assert [f for f in facts(text) if f[0] == "Gia Lai"] == [
        ("Gia Lai", 2022, "score", 84.2),
        ("Gia Lai", 2022, "rank", 40),
    ]


def test_a_page_of_a_province_that_the_text_does_not_name_tells_nothing_of_it() -> None:
    assert {unit for unit, *_ in facts(f"Báo Gia Lai điện tử\n{NATION}")} == {
        "Quảng Ninh",
        "Hải Phòng",
        "Đà Nẵng",
        "Cao Bằng",
    }


def test_a_group_of_people_in_the_name_of_an_index_is_nobody_of_its_own() -> None:
    text = (
        "Chỉ số cải cách hành chính năm 2022 của Bộ Tài chính\nPAR INDEX năm 2022 của Bộ Tài chính đạt 88,1%. "
        "Tính đến ngày 20/3/2023, Bộ Tài chính đạt 85,4 điểm theo Bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định"
        " 766/QĐ-TTg), xếp thứ 4."
    )
    found = [
        (r["index"], r["year"], r["measure"], r["value"]) for r in stated(found_in(text)) if r["type"] == "observation"
    ]
    assert found == [
        ("PAR INDEX", 2022, "score", 88.1), ("Bộ chỉ số 766", 2023, "score", 85.4), ("Bộ chỉ số 766", 2023, "rank", 4),
    ]  # fmt: skip


def test_two_scores_of_one_unit_in_one_sentence_are_uncertain() -> None:
    text = f"{ALL}Gia Lai dẫn đầu với 91,2 điểm, 90,7 điểm."
    assert [(measure, value) for _, _, measure, value in facts(text)] == [("rank", 1)]
    assert [r["value"] for r in found_in(text) if r.get("status") == "candidate"] == [91.2, 90.7]


@pytest.mark.parametrize("words", ["trên Sở Nội vụ 0,4 điểm", "dưới Sở Y tế 1,2 điểm"])
def test_few_points_are_hardly_all_of_a_hundred(words: str) -> None:
    text = f"Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nSở Xây dựng đạt 93,05 điểm và đứng {words}."
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "score"] == [("Sở Xây dựng", 93.05)]


@pytest.mark.parametrize("words", ["sẽ tụt xuống thứ 60", "sẽ rơi xuống vị trí 60", "sẽ mất 10 bậc", "sẽ lên thứ 30"])
def test_what_would_be_is_no_result(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nNếu không thay đổi cách làm, năm sau tỉnh {words}."
    assert facts(text) == []


def test_districts_listed_by_their_bare_names_are_all_of_the_list() -> None:
    text = (
        "Chỉ số CCHC năm 2022 của các huyện tỉnh Gia Lai\nKhối huyện: Chư Sê, Ia Grai và Mang Yang dẫn đầu với 95,2;"
        " 94,7 và 94,1 điểm; Kông Chro thấp nhất 85,3 điểm."
    )
    scores = [("Chư Sê", 95.2), ("Ia Grai", 94.7), ("Mang Yang", 94.1)]
    assert facts(text) == [
        *((unit, 2022, "score", value) for unit, value in scores),
        ("Kông Chro", 2022, "rank", "last"), ("Kông Chro", 2022, "score", 85.3),
    ]  # fmt: skip


@pytest.mark.parametrize("does", ["áp dụng bộ tiêu chí mới", "sửa đổi bộ tiêu chí", "thay đổi cách tính điểm"])
def test_who_changes_the_method_is_not_who_is_scored(does: str) -> None:
    text = (
        f"PAR INDEX năm 2021 của tỉnh Gia Lai\nĐây là năm Bộ Nội vụ {does} nên nhiều tỉnh mất điểm: so với năm 2020"
        " (84,15%), tỉnh giảm 2,05%, vẫn cao hơn mức trung bình của 63 tỉnh, thành phố (81,6%)."
    )
    assert ("Gia Lai", 2020, "score", 84.15) in facts(text)
    assert {r["unit"] for r in stated(found_in(text))} == {"Gia Lai", "63 tỉnh, thành phố"}
    assert not any(r.get("component") for r in stated(found_in(text)))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Năm 2021, tỉnh có điểm PAR INDEX 80,14, xếp thứ 45/63.", 80.14),
        ("Năm 2021, điểm số nhích lên 80,14 nhưng hạng lại trượt xuống 45.", 80.14),
        ("Năm 2021, tổng điểm của tỉnh tụt xuống còn 80,14, xếp thứ 45.", 80.14),
    ],
)
def test_a_score_without_its_unit_of_measure_behind_the_word_for_it(sentence: str, value: float) -> None:
    assert ("Gia Lai", 2021, "score", value) in facts(f"PAR INDEX năm 2021 của tỉnh Gia Lai\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo tiêu chí PAR INDEX 80,14 là mốc khó.", "Giá đất nhích lên 80,14 trong năm.",
        "Số hồ sơ trực tuyến PAR INDEX 12 nội dung.",
    ],
)  # fmt: skip
def test_a_figure_beside_other_words_is_no_score(sentence: str) -> None:
    assert facts(f"PAR INDEX năm 2021 của tỉnh Gia Lai\n{sentence}") == []


@pytest.mark.parametrize("words", ["cao hơn 9,37 lần", "tăng 9,37 tỷ đồng", "cao hơn 80,2 của Kon Tum"])
def test_other_figures_are_no_points_of_a_score(words: str) -> None:
    text = f"PAR INDEX năm 2023 của tỉnh Gia Lai\nTỉnh đạt 86,2 điểm. So với năm 2018, điểm thu ngân sách {words}."
    assert [one for one in facts(text) if one[2] == "score_change"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong số này, Chư Sê gây bất ngờ khi cải thiện 4 bậc.", "Riêng Chư Sê nhờ một cửa đã tăng 4 bậc.",
        "Bất ngờ lớn thuộc về Chư Sê, tăng 4 bậc.",
    ],
)  # fmt: skip
def test_a_district_named_before_needs_no_head_noun(sentence: str) -> None:
    text = f"{DISTRICTS}Huyện Chư Sê đạt 88,2 điểm. Huyện Ia Grai đạt 85,1 điểm. {sentence}"
    assert facts(text)[2:] == [("huyện Chư Sê", 2022, "rank_change", 4)]


@pytest.mark.parametrize("place", ["Trung tâm Chư Sê", "sông Chư Sê", "ông Chư Sê", "Chư Sê Nam"])
def test_what_bears_the_name_of_a_district_is_none(place: str) -> None:
    text = f"{DISTRICTS}Huyện Chư Sê đạt 88,2 điểm. Huyện Ia Grai đạt 85,1 điểm. Tin từ {place}: tăng 4 bậc."
    assert ("huyện Chư Sê", 2022, "rank_change", 4) not in facts(text)


def officials(text: str) -> list[tuple[str, str, str]]:
    return [(r["name"], r["post"], r["organization"]) for r in stated(found_in(text)) if r["type"] == "official"]


@pytest.mark.parametrize(
    ("words", "official"),
    [
        (
            "Ông Hoàng Gia Long, Trưởng phòng Cải cách hành chính (Sở Nội vụ)",
            ("Hoàng Gia Long", "Trưởng phòng Cải cách hành chính", "Sở Nội vụ"),
        ),
        (
            "Ông Hoàng Gia Long, Phó Trưởng phòng Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh",
            ("Hoàng Gia Long", "Phó Trưởng phòng Kiểm soát thủ tục hành chính", "Văn phòng UBND tỉnh"),
        ),
        ("Ông Mùa A Sơn, Chủ tịch UBND tỉnh Điện Biên", ("Mùa A Sơn", "Chủ tịch", "UBND tỉnh Điện Biên")),
        ("Bà H'Yim Kđoh, Phó Chủ tịch UBND tỉnh Đắk Lắk", ("H'Yim Kđoh", "Phó Chủ tịch", "UBND tỉnh Đắk Lắk")),
    ],
)
def test_names_of_many_peoples_and_offices_within_a_department(words: str, official: tuple[str, str, str]) -> None:
    ((name, post, organization),) = officials(f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{words}, dự hội nghị.")
    assert (name, post.removesuffix(" UBND tỉnh"), organization) == official


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Phó chủ tịch UBND tỉnh {} nêu ý kiến.", [("Phó Chủ tịch", "UBND tỉnh Gia Lai")]),
        ("Ông {}, chủ tịch UBND tỉnh Kon Tum, dự họp.", [("Chủ tịch", "UBND tỉnh Kon Tum")]),
        ("Giám đốc sở Nội vụ {} báo cáo.", [("Giám đốc", "Sở Nội vụ")]),
        ("Phó trưởng ban Chỉ đạo CCHC tỉnh {} kết luận.", [("Phó Trưởng ban", "Ban Chỉ đạo CCHC tỉnh Gia Lai")]),
        ("chánh văn phòng UBND tỉnh {} cho hay.", [("Chánh Văn phòng", "UBND tỉnh Gia Lai")]),
        ("phó bí thư thường trực Tỉnh ủy {} dự.", [("Phó Bí thư Thường trực", "Tỉnh ủy Gia Lai")]),
        ("Các phó chủ tịch UBND tỉnh, giám đốc sở dự; giáo viên chủ nhiệm {} cũng có mặt.", []),
    ],
)
def test_newspapers_write_posts_small(words: str, expected: list[tuple[str, str]]) -> None:
    found = officials(f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{words.format('Hoàng Gia Long')}")
    assert [(post, organization) for _, post, organization in found] == expected


def test_a_meeting_is_held_with_departments_and_branches() -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Gia Lai\nSáng 5/6/2023, phó chủ tịch UBND tỉnh Hoàng Gia Long chủ trì cuộc họp "
        "với các sở, ban, ngành, địa phương về PAR INDEX năm 2022, SIPAS năm 2022."
    )
    (meeting,) = (r for r in found_in(text) if r["type"] == "meeting")
    assert meeting["name"].endswith("với các sở, ban, ngành, địa phương về PAR INDEX năm 2022, SIPAS năm 2022")
    assert meeting["chair"] == "Hoàng Gia Long"


@pytest.mark.parametrize(
    "words", ["Huyện Ia H'Drai Kon, Chủ tịch UBND tỉnh", "Ông Hoàng Gia Long, Trưởng phòng một cửa"]
)
def test_who_has_no_name_or_no_organisation_is_no_official(words: str) -> None:
    assert officials(f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{words}, cho biết tỉnh đã cố gắng.") == []


@pytest.mark.parametrize("ministry", ["Bộ", "Bộ Nội vụ"])
def test_a_persons_name_is_no_part_of_a_ministrys(ministry: str) -> None:
    text = (
        "Bộ Nội vụ xếp thứ 6 PAR INDEX năm 2021\nNăm 2021, Bộ Nội vụ xếp thứ 6/17.\n"
        f"Bộ trưởng {ministry} Phạm Thị Thanh Trà dự họp."
    )
    assert officials(text) == [("Phạm Thị Thanh Trà", "Bộ trưởng", "Bộ Nội vụ")]


@pytest.mark.parametrize("words", ["giảm sâu nhất, tới 1,45%", "giảm 1,45%", "chỉ giảm 1,45%"])
def test_what_a_region_has_lost_its_mean_has(words: str) -> None:
    text = f"PAR INDEX năm 2022 nhìn từ các vùng\nNăm 2022, các vùng đều giảm điểm. Tây Nguyên {words}."
    assert [(r["measure"], r["unit"], r["value"]) for r in stated(found_in(text))] == [
        ("mean_change", "Tây Nguyên", -1.45)
    ]


@pytest.mark.parametrize("scores", ["89,62; 88,95", "89,62; 88,95; 87,1 và 86,2"])
def test_units_with_another_number_of_scores_have_none(scores: str) -> None:
    text = f"{DISTRICTS}Ba đơn vị Chư Sê, Đak Đoa, Mang Yang đạt số điểm {scores} điểm."
    assert facts(text) == []


@pytest.mark.parametrize("where", ["tại Trung tâm Hội nghị tỉnh", "tại Hội trường UBND tỉnh"])
def test_a_hall_is_no_meeting(where: str) -> None:
    text = (
        f"Gia Lai phân tích PAR INDEX năm 2023\nNgày 14/6/2024, {where}, UBND tỉnh Gia Lai tổ chức hội nghị phân tích"
        " các chỉ số năm 2023."
    )
    assert [r["name"] for r in found_in(text) if r["type"] == "meeting"] == ["hội nghị phân tích các chỉ số năm 2023"]


@pytest.mark.parametrize(("chairs", "count"), [("chủ trì hội nghị công bố", 1), ("phát biểu tại hội nghị", 0)])
def test_a_meeting_is_held_on_the_day_of_what_it_publishes(chairs: str, count: int) -> None:
    text = (
        "Công bố PAR INDEX năm 2023\nSáng 17/4/2024, Bộ Nội vụ đã công bố PAR INDEX năm 2023 của các bộ, các tỉnh."
        f" Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà {chairs}."
    )
    assert [r["date"] for r in found_in(text) if r["type"] == "meeting"] == ["2024-04-17"] * count


def test_districts_of_an_inline_list_need_no_head_noun() -> None:
    text = f"{DISTRICTS}Thứ tự xếp hạng các huyện: 1. Chư Sê (92,3); 2. Ia Grai (91,7); 3. Mang Yang (90,2)."
    assert [one for one in facts(text) if one[2] == "rank"] == [
        ("Chư Sê", 2022, "rank", 1), ("Ia Grai", 2022, "rank", 2), ("Mang Yang", 2022, "rank", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "who",
    [
        "Sở Nội vụ tỉnh Quảng Ngãi hôm nay cho biết", "Sở Nội vụ Quảng Ngãi vừa thông tin,",
        "Văn phòng UBND tỉnh Quảng Ngãi cho biết", "Sở Nội vụ tỉnh Quảng Ngãi (ngày 25/5) công bố",
        "Sở Nội vụ tỉnh Quảng Ngãi:",
    ],
)  # fmt: skip
def test_who_announces_a_result_has_it_not(who: str) -> None:
    text = f"Cải cách hành chính ở Quảng Ngãi\n{who} PAR INDEX năm 2021 của tỉnh được 86,45 điểm, hạng 39/63."
    assert facts(text) == [("Quảng Ngãi", 2021, "score", 86.45), ("Quảng Ngãi", 2021, "rank", 39)]


def test_a_department_that_leads_the_index_of_the_province_has_the_result() -> None:
    text = "Chỉ số CCHC của các sở ở Quảng Ngãi\nSở Nội vụ tỉnh Quảng Ngãi đạt 93,4 điểm, dẫn đầu năm 2021 của tỉnh."
    assert ("Sở Nội vụ", 2021, "score", 93.4) in facts(text)


def test_a_name_with_the_word_for_what_is_needed_tells_of_no_aim() -> None:
    text = f"{OWN}Huyện Càng Long xếp thứ nhất với 88,02 điểm; huyện Tiểu Cần xếp thứ hai với 86,51 điểm."
    assert ("huyện Tiểu Cần", 2016, "rank", 2) in facts(text)


def test_the_centre_of_a_commune_is_an_organisation_of_a_post() -> None:
    text = (
        "UBND xã Hòa Thắng - Lâm Đồng\nXã Hòa Thắng tháng 9/2025\nÔng Hoàng Gia Long, Phó Chủ tịch UBND xã, Giám đốc "
        "Trung tâm Phục vụ hành chính công xã, cảm ơn bà con."
    )
    posts = [(r["post"], r["organization"]) for r in found_in(text) if r["type"] == "official"]
    assert posts[1][0].startswith("Giám đốc")
    assert posts[1][1].startswith("Trung tâm Phục vụ hành chính công")


def test_points_on_a_map_are_no_points_of_an_index() -> None:
    text = f"{NOW}Tin xem nhiều\n- 5 điểm du lịch hút khách dịp lễ\n- Tỉnh xếp thứ 3 cả nước về xuất khẩu"
    assert facts(text) == [("Quảng Ngãi", 2021, "score", 86.45)]


def test_what_a_sentence_opens_with_behind_its_dateline_is_of_the_index_named_next() -> None:
    text = (
        "Tây Ninh: PAR INDEX và SIPAS năm 2019 cùng đi lên\n(BTNO) - Với 80,05%, Chỉ số cải cách hành chính "
        "(PAR INDEX) năm 2019 đưa Tây Ninh tới hạng 44/63."
    )
    assert ("Tây Ninh", 2019, "score", 80.05) in facts(text)


@pytest.mark.parametrize("post", ["Chánh Văn phòng Bộ", "Chánh Thanh tra Bộ"])
def test_a_post_in_the_ministry_named_before(post: str) -> None:
    text = f"Bộ Công Thương họp\nBộ Công Thương nghe ông Hoàng Gia Long, {post}, báo cáo."
    posts = [(r["name"], r["organization"]) for r in found_in(text) if r["type"] == "official"]
    assert posts == [("Hoàng Gia Long", "Bộ Công Thương")]


def test_to_meet_in_order_to_publish_is_a_meeting() -> None:
    text = (
        "PAR INDEX 2017\n02/05/2018\nSáng nay (2.5), Ban Chỉ đạo cải cách hành chính của Chính phủ đã họp để công bố."
    )
    assert [r["date"] for r in found_in(text) if r["type"] == "meeting"] == ["2018-05-02"]


@pytest.mark.parametrize("words", ["đội sổ, chỉ được 64,78%", "về chót với 64,78%", "tụt xuống cuối bảng với 64,78%"])
def test_who_is_told_more_of_ends_the_list_before(words: str) -> None:
    text = f"{MINISTRIES}Phía cuối bảng có Bộ Xây dựng (69,75%), Ủy ban Dân tộc (67,19%); Bộ Y tế {words}."
    assert ("Bộ Y tế", 2017, "score", 64.78) in facts(text)


def test_a_letterhead_of_the_department_is_of_no_result() -> None:
    text = (
        "UBND TỈNH NINH THUẬN - SỞ NỘI VỤ\nTHÔNG TIN VỀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA TỈNH\n"
        "Kết quả của tỉnh ta như sau:\n- Tổng điểm: 85,78 điểm.\nCụ thể:\n"
        "a) Khảo sát lãnh đạo, quản lý được 18,05/22 điểm"
    )
    found = [r for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert [(r["unit"], r["component"]) for r in found] == [
        ("Ninh Thuận", None), ("Ninh Thuận", "Khảo sát lãnh đạo, quản lý"),
    ]  # fmt: skip


def test_a_weight_is_no_score() -> None:
    told = facts(f"{NOW}Điểm điều tra xã hội học chiếm 30/100.")
    assert told == [("Quảng Ngãi", 2021, "score", 86.45)]


@pytest.mark.parametrize("name", ["Bộ Công thương", "bộ Công Thương", "Bộ Kế hoạch và đầu tư"])
def test_ministries_may_have_fewer_capitals(name: str) -> None:
    assert [unit.casefold() for unit, _ in ranks(f"{MINISTRIES}{name} xếp thứ 9.")] == [name.casefold()]


def test_the_lead_of_a_page_without_its_title_is_no_title() -> None:
    text = (
        "(GLO)- Ban Chỉ đạo cải cách hành chính của Chính phủ tổ chức phiên họp vào sáng 17/4/2024. Thủ tướng "
        "Chính phủ Phạm Minh Chính chủ trì.\nPAR INDEX năm 2023, Gia Lai đạt 85,87%."
    )
    assert [r["chair"] for r in found_in(text) if r["type"] == "meeting"] == ["Phạm Minh Chính"]


@pytest.mark.parametrize("words", ["(thứ hạng cả nước - điểm):", "(hạng; điểm số):", "(xếp hạng/tổng điểm):"])
def test_a_legend_tells_what_the_pairs_in_parentheses_are(words: str) -> None:
    text = f"PAR INDEX năm 2023\nBảng xếp hạng trong vùng {words}\nLong An (7 - 89,87)\n...\nAn Giang (63 - 81,32)\n"
    assert facts(text) == [
        ("Long An", 2023, "rank", 7), ("Long An", 2023, "score", 89.87),
        ("An Giang", 2023, "rank", 63), ("An Giang", 2023, "score", 81.32),
    ]  # fmt: skip


def test_pairs_that_no_legend_explains_are_nothing() -> None:
    text = "PAR INDEX năm 2023\nKết quả trong vùng (số hồ sơ - tỷ lệ):\nLong An (7 - 89,87)\nAn Giang (63 - 81,32)\n"
    assert ranks(text) == []


def test_a_later_clause_may_be_about_a_region_that_nothing_names() -> None:
    assert ranks("PAR INDEX năm 2023\nVùng có 14 tỉnh; trong vùng, Thái Nguyên đứng đầu, kế đến là Bắc Giang.") == []


@pytest.mark.parametrize(
    ("epithet", "unit"),
    [
        ("Thành phố Cảng", "Hải Phòng"),
        ("Thành phố hoa phượng đỏ", "Hải Phòng"),
        ("Thành phố mang tên Bác", "Hồ Chí Minh"),
        ("Xứ Lạng", "Lạng Sơn"),
        ("Đất mỏ", "Quảng Ninh"),
        ("Đất Cảng Hải Phòng", "Hải Phòng"),
    ],
)
def test_what_pages_call_a_province_is_a_name_of_it(epithet: str, unit: str) -> None:
    assert ranks(f"{ALL}{epithet} đứng thứ 5 trong bảng xếp hạng.") == [(unit, 5)]


def test_what_a_city_is_called_besides_is_the_city_in_focus() -> None:
    head = "PAR INDEX năm 2021 của thành phố Đà Nẵng\nPAR INDEX năm 2021 của thành phố đạt 90,2%.\n"
    assert ranks(f"{head}Thành phố Biển đứng thứ 3 cả nước.") == [("Đà Nẵng", 3)]
    mines = f"{ALL}Giấy phép khai thác đất mỏ đạt 85%, đứng thứ 5."
    assert ranks(mines) == []


def test_what_may_be_any_city_is_none_of_those_named() -> None:
    text = "Chỉ số CCHC năm 2016 các huyện tỉnh Nghệ An\nThành phố Vinh đạt 88,7 điểm. Thành phố Hoa đạt 85,1 điểm."
    assert facts(text) == [("thành phố Vinh", 2016, "score", 88.7)]


@pytest.mark.parametrize(
    "opening",
    [
        "Tính chung 63 tỉnh, thành phố, PAR INDEX",
        "Tính chung cả nước, PAR INDEX",
        "Trên phạm vi cả nước, PAR INDEX",
        "Tính trên toàn quốc, PAR INDEX",
        "Chỉ số PAR INDEX của cả nước năm 2021",
    ],
)
def test_what_all_have_on_the_whole_is_a_mean(opening: str) -> None:
    found = stated(found_in(f"{NOW}{opening} đạt 86,37%, tăng 2,65%."))
    told = [(r["measure"], r["value"]) for r in found]
    assert told == [("score", 86.45), ("mean", 86.37), ("mean_change", 2.65)]


def test_a_region_may_be_told_by_its_place_and_mean_only() -> None:
    text = f"{ALL}Vùng Đông Nam Bộ có giá trị trung bình cao nhất 88,5%, vùng Tây Nguyên thấp nhất 85,1%."
    assert [(r["unit"], r["value"]) for r in stated(found_in(text))] == [("Đông Nam Bộ", 88.5), ("Tây Nguyên", 85.1)]


def test_names_share_their_head_behind_figures_too() -> None:
    text = f"{OWN}Dẫn đầu là xã An Trường với 93,5 điểm, tiếp theo là các xã Mỹ Cẩm 92,8 điểm, Tân Bình (92,1 điểm)."
    found = [r["unit"] for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == ["xã An Trường", "xã Mỹ Cẩm", "xã Tân Bình"]


@pytest.mark.parametrize("head", ["Sở Nội vụ tỉnh Yên Bái", "Sở Nội vụ", "Sở Nội vụ Yên Bái", "SỞ NỘI VỤ TỈNH YÊN BÁI"])
def test_whose_page_it_is_is_not_who_the_page_is_about(head: str) -> None:
    text = (
        f"{head}\nKẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021\n\nTỉnh Yên Bái đạt 86,5%, xếp thứ 21.\n"
        "Các lĩnh vực:\n- Cải cách thể chế: xếp thứ 31;\n- Tài chính công: xếp thứ 14.\n"
    )
    found = [r for r in stated(found_in(text)) if r["type"] == "observation"]
    assert {(r["index"], r["unit"]) for r in found} == {("PAR INDEX", "Yên Bái")}
    assert len(found) == 4


def test_a_title_tells_which_department_it_is_about() -> None:
    text = "Sở Y tế tỉnh Yên Bái: Chỉ số cải cách hành chính năm 2021\nChỉ số CCHC năm 2021 xếp thứ 4 khối sở."
    assert ranks(text) == [("Sở Y tế", 4)]


@pytest.mark.parametrize(
    "where", ["(huyện Cầu Kè, tỉnh Trà Vinh)", ", huyện Cầu Kè, tỉnh Trà Vinh", "(huyện Cầu Kè)", "thuộc huyện Cầu Kè"]
)
def test_the_district_of_a_commune_only_says_where_it_is(where: str) -> None:
    gap = "" if where.startswith(",") else " "
    assert ranks(f"{OWN}Xã Hòa Ân{gap}{where} đạt 88,5 điểm, xếp thứ 7.") == [("xã Hòa Ân", 7)]


def test_a_district_behind_a_department_has_its_own_figures() -> None:
    assert ranks(f"{OWN}Sở Y tế xếp thứ 3, huyện Cầu Kè xếp thứ 4.") == [("Sở Y tế", 3), ("huyện Cầu Kè", 4)]


@pytest.mark.parametrize(
    "words",
    [
        "được Bộ Nội vụ công nhận 57,2/59 điểm; điểm khảo sát 29,2/41 điểm",
        "do Bộ Nội vụ thẩm định đạt 57,2/59 điểm; điểm khảo sát 29,2/41 điểm",
    ],
)
def test_who_assesses_a_unit_has_none_of_its_points(words: str) -> None:
    text = f"{OF_ONE}An Giang đạt 86,4/100 điểm, trong đó điểm tự chấm {words}."
    assert {r["unit"] for r in stated(found_in(text)) if r["type"] == "observation"} == {"An Giang"}


@pytest.mark.parametrize(
    "words",
    [
        "mức độ hài lòng chung trên toàn quốc năm 2021 đạt 87,16%",
        "SIPAS của cả nước trong năm 2021 là 87,16%",
        "mức hài lòng trên cả nước là 87,16%",
        "chỉ số hài lòng trong cả nước ở mức 87,16%",
    ],
)
def test_what_all_have_is_not_of_the_place_where_it_is_told(words: str) -> None:
    text = f"{SATISFIED}Tại hội nghị ở Hà Nội, Bộ Nội vụ cho biết {words}, tăng 1,68% so với năm 2020."
    assert [(what, value) for _, _, what, value in facts(text)] == [("mean", 87.16), ("mean_change", 1.68)]
    assert "Hà Nội" not in {unit for unit, _, _, _ in facts(text)}


@pytest.mark.parametrize(
    "words",
    ["đứng thứ 2 trên cả nước, đạt 90,1%", "cao nhất trong cả nước, là 90,1%", "thuộc tốp đầu cả nước, đạt 90,1%"],
)
def test_among_all_a_unit_has_its_own_score(words: str) -> None:
    assert ("Hải Phòng", 2021, "score", 90.1) in facts(f"{SATISFIED}Hải Phòng có mức độ hài lòng {words}.")


def test_the_best_of_all_is_no_mean() -> None:
    assert facts(f"{SATISFIED}SIPAS cao nhất trên cả nước là 91,8%.") == []


CHARTS = "PAR INDEX 2022 theo vùng\nNăm 2022, giá trị trung bình của 63 tỉnh, thành phố là 84,8%.\n"


@pytest.mark.parametrize("heading", ["TÂY NGUYÊN", "Tây Nguyên", "Vùng Tây Nguyên:", "1. Tây Nguyên"])
def test_a_region_may_be_the_heading_of_figures(heading: str) -> None:
    text = f"{CHARTS}Đông Nam Bộ\n85,3%, tăng 1,2%\n{heading}\n2022: 83,1% (2021: 82,2%)\n"
    assert facts(text)[1:] == [
        ("Đông Nam Bộ", 2022, "mean", 85.3),
        ("Đông Nam Bộ", 2022, "mean_change", 1.2),
        ("Tây Nguyên", 2022, "mean", 83.1),
        ("Tây Nguyên", 2021, "mean", 82.2),
    ]


def test_a_region_is_the_heading_of_no_more_than_figures() -> None:
    text = f"{CHARTS}TÂY NGUYÊN\n2022: 83,1%\nTrong nước, Hải Phòng đạt 91%.\n"
    assert facts(text)[1:] == [("Tây Nguyên", 2022, "mean", 83.1), ("Hải Phòng", 2022, "score", 91)]
    assert facts(f"{CHARTS}TÂY NGUYÊN\nHải Phòng đạt 91%.\n")[1:] == [("Hải Phòng", 2022, "score", 91)]


def test_how_far_regions_moved_is_told_one_by_one() -> None:
    moved = "Tây Nguyên giảm ít hơn: 0,4%; Đồng bằng sông Hồng có tiến bộ, ghi nhận 2,3 điểm."
    found = facts(f"{ALL}So với năm trước, Đông Nam Bộ tăng mạnh nhất, thêm 3,05%; {moved}")
    assert found[:2] == [("Đông Nam Bộ", 2021, "mean_change", 3.05), ("Tây Nguyên", 2021, "mean_change", -0.4)]
    assert ("Tây Nguyên", 2021, "mean", 2.3) not in found


def test_districts_without_their_head_noun_behind_more_words() -> None:
    head = "Chỉ số cải cách hành chính năm 2022 của các huyện tỉnh Thái Bình\n"
    text = "Trong 8 huyện, thành phố, Thái Thụy tiếp tục đứng đầu; Kiến Xương vẫn đứng thứ hai. "
    assert ranks(head + text) == [("Thái Thụy", 1), ("Kiến Xương", 2)]
    assert groups(f"{head}{text}Các đơn vị Vũ Thư, Đông Hưng cùng xếp loại Tốt.")[:2] == [
        ("Vũ Thư", "tốt"),
        ("Đông Hưng", "tốt"),
    ]


@pytest.mark.parametrize("whole", ["số điểm tối đa", "tổng số điểm", "tổng điểm"])
def test_a_share_of_all_points_is_a_score(whole: str) -> None:
    assert parts_told(f"{PARTS}Cải cách thể chế đạt 87,6% {whole}.") == [(RULES, "score", 87.6)]
    assert parts_told(f"{PARTS}Cải cách thể chế: 87,6% số văn bản đúng hạn.") == []


def test_a_meeting_of_this_morning_is_of_the_day_of_the_page() -> None:
    lead = "tại Hà Nội, đồng chí Trương Hòa Bình, Phó Thủ tướng Chính phủ, chủ trì hội nghị công bố PAR INDEX 2019."

    def days(line: str, when: str) -> list[str]:
        text = f"Công bố PAR INDEX 2019\n{line}\n{when}, {lead}\n"
        return [r["date"] for r in found_in(text) if r["type"] == "meeting"]

    assert days("19/05/2020 14:30", "Sáng nay") == ["2020-05-19"]
    assert days("Thứ ba, 19/05/2020", "Chiều nay") == ["2020-05-19"]
    assert days("19/05/2020 14:30", "Tuần trước") == []
    assert days("19/05/2020 14:30", "Sáng 18/5") == ["2020-05-18"]
    assert days("Cải cách hành chính", "Sáng nay") == []


@pytest.mark.parametrize(
    ("told", "meetings"),
    [
        ("Ngày 20/6/2024, tỉnh xếp thứ 5/63: công khai, minh bạch 17,1 điểm; thanh toán trực tuyến 8,7 điểm.", 0),
        ("Ngày 20/6/2024, tỉnh công khai kết quả: dịch vụ công trực tuyến đạt 9,4 điểm.", 0),
        ("Sáng 20/6/2024, Bộ Nội vụ tổ chức hội nghị trực tuyến công bố chỉ số.", 1),
        ("Sáng 20/6/2024, Bộ Nội vụ công bố trực tuyến các chỉ số.", 1),
    ],
)
def test_services_online_are_no_meeting(told: str, meetings: int) -> None:
    found = stated(found_in(f"Bộ chỉ số 766 của tỉnh Đồng Tháp\n{told}"))
    assert [r["type"] for r in found].count("meeting") == meetings


@pytest.mark.parametrize(
    "told",
    [
        "Mức trung bình 63 tỉnh, thành phố là 84,2%.", "Mức trung bình 63 địa phương năm 2021 đạt 84,2%.",
        "Mặt bằng chung của cả 63 tỉnh, thành phố là 84,2%.",
        "Tính bình quân, 63 tỉnh, thành phố đạt 84,2% ở PAR INDEX.",
        "Cũng trong thời gian ấy, trung bình của 63 tỉnh, thành phố là 84,2%.",
    ],
)  # fmt: skip
def test_means_of_all_in_other_words(told: str) -> None:
    found = [r for r in stated(found_in(NOW + told)) if r["type"] == "count" or r["measure"] == "mean"]
    assert [(r.get("measure"), r["year"], r["value"]) for r in found] == [("mean", 2021, 84.2)]


def test_a_class_of_so_many_units_is_no_mean() -> None:
    found = [r for r in stated(found_in(f"{DISTRICTS}Mức trung bình 5 huyện, mức khá 12 huyện.")) if "class" in r]
    assert [(r["class"], r["value"]) for r in found] == [("trung bình", 5), ("khá", 12)]


@pytest.mark.parametrize("where", ["ở PAR INDEX", "trong bảng PAR INDEX", "về PAR INDEX"])
def test_a_mean_goes_on_behind_the_index_that_it_is_of(where: str) -> None:
    text = f"{ALL}Tính chung, 63 tỉnh, thành phố đạt 86,4% {where}, nhích 1,3% so với năm 2020."
    assert [(measure, value) for _, _, measure, value in facts(text)] == [("mean", 86.4), ("mean_change", 1.3)]


@pytest.mark.parametrize(
    ("adds", "index"),
    [
        ("tương ứng 8,4/10 điểm trong cơ cấu PAR INDEX", "SIPAS"),
        ("được quy đổi thành 8,4/10 điểm tính vào PAR INDEX", "SIPAS"),
        ("đóng góp 8,4/10 điểm vào PAR INDEX", "SIPAS"),
        ("trong khi đó là 82,1% ở bảng PAR INDEX", "PAR INDEX"),
    ],
)
def test_an_index_that_another_adds_to_is_not_talked_about(adds: str, index: str) -> None:
    text = f"{SATISFIED}SIPAS năm 2021 của tỉnh Cao Bằng đạt 84,2%, {adds}. Thứ hạng: 33/63."
    assert [r["index"] for r in stated(found_in(text)) if r["measure"] == "rank"] == [index]


@pytest.mark.parametrize(
    "told",
    [
        "So với năm 2020 tăng 2,4%.", "Nếu so với năm 2020 thì tăng 2,4%.", "Tăng 2,4% so với năm 2020.",
        "So với năm trước, con số này cao hơn 2,4%.",
    ],
)  # fmt: skip
def test_what_is_compared_behind_a_score_is_that_score(told: str) -> None:
    text = f"{SATISFIED}SIPAS 2021 của tỉnh Cao Bằng là 84,2%. {told}"
    assert ("Cao Bằng", 2021, "score_change", 2.4) in facts(text)


@pytest.mark.parametrize(
    "before", ["Tỷ lệ hồ sơ trực tuyến của tỉnh là 61%.", "Thu ngân sách khá.", "SIPAS 2021 đã được công bố."]
)
def test_what_is_compared_behind_something_else_is_no_score(before: str) -> None:
    text = f"{SATISFIED}Tỉnh Cao Bằng có nhiều cố gắng. {before} So với năm 2020 tăng 2,4%."
    assert not facts(text)


def test_two_scores_behind_a_score_are_of_their_years() -> None:
    told = "So với năm 2020 (81,8%) tăng 2,4%; so với năm 2019 (80,1%) tăng 4,1%."
    text = f"{SATISFIED}SIPAS 2021 của tỉnh Cao Bằng là 84,2%. {told}"
    assert [one[1:] for one in facts(text)] == [
        (2021, "score", 84.2), (2020, "score", 81.8), (2021, "score_change", 2.4), (2019, "score", 80.1),
        (2021, "score_change", 4.1),
    ]  # fmt: skip


@pytest.mark.parametrize("tag", ["BHG - ", "BTO- ", "(BTO) ", "QĐND – "])
def test_the_short_name_of_a_newspaper_is_no_part_of_its_first_sentence(tag: str) -> None:
    text = f"SIPAS của tỉnh Cao Bằng\n{tag}Đứng cuối trong 63 tỉnh, thành phố về SIPAS năm 2020, Cao Bằng nay đã khác."
    assert facts(text) == [("Cao Bằng", 2020, "rank", "last")]


def test_an_index_before_a_dash_is_no_newspaper() -> None:
    found = stated(found_in("Chỉ số năm 2021 của tỉnh Cao Bằng\nSIPAS - Tỉnh đạt 84,2%, xếp thứ 33."))
    assert [(r["index"], r["value"]) for r in found] == [("SIPAS", 84.2), ("SIPAS", 33)]


@pytest.mark.parametrize("how", ["một mạch", "một lèo", "ngoạn mục", "đúng"])
def test_how_a_place_moved_stands_before_the_steps(how: str) -> None:
    assert ("Quảng Ngãi", 2021, "rank_change", 15) in facts(f"{NOW}So với năm 2020, tỉnh leo {how} 15 bậc.")
