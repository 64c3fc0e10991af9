"""The same thing in other words of the genre: days of the week, groups told behind their members, lists of the
province's own results, places of a contest, excerpts of tables, years behind remarks."""

from __future__ import annotations

import pytest

from article_gold import found_in, reading, stated
from cchc.claims import Observation
from test_articles_voices import facts

DISTRICT = "UBND huyện Kim Bảng, tỉnh Hà Nam: kết quả Bộ chỉ số 766 tuần 20/2024\n"
ALL = "Công bố Chỉ số cải cách hành chính (PAR INDEX) năm 2021\n"


def groups(text: str) -> list[tuple[str, str]]:
    return [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "group"]


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


@pytest.mark.parametrize("rank", ["đứng thứ Ba", "xếp thứ Ba", "giữ vị trí thứ Ba", "XẾP THỨ BA", "vươn lên thứ ba"])
def test_a_rank_with_a_capital_is_still_one(rank: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Cao Bằng\nNăm 2022, tỉnh {rank} toàn quốc."
    assert ("Cao Bằng", 2022, "rank", 3) in facts(text)


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
    "sentence",
    [
        "Bộ Tư pháp và Bộ Tài chính là hai bộ duy nhất đạt trên 90%.",
        "Bộ Tư pháp đạt 92,4%, Bộ Tài chính đạt 91,05%. Đây cũng là 2 đơn vị duy nhất đạt trên 90%.",
        "Dẫn đầu là Bộ Tư pháp (92,4%), tiếp theo là Bộ Tài chính với 91,05%. Đó là hai bộ duy nhất trên 90%.",
    ],
)
def test_units_named_before_they_are_counted_are_in_the_group(sentence: str) -> None:
    assert groups(ALL + sentence) == [("Bộ Tư pháp", "trên 90%"), ("Bộ Tài chính", "trên 90%")]


def test_units_of_another_number_than_is_counted_are_in_no_group() -> None:
    text = f"{ALL}Bộ Tư pháp, Bộ Tài chính và Bộ Nội vụ phát biểu. Đây là hai bộ duy nhất trên 90%."
    assert groups(text) == []


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


@pytest.mark.parametrize("words", ["xếp loại Tốt và giữ nguyên vị trí thứ 9/63 tỉnh, thành phố", "xếp loại Tốt"])
def test_a_class_beside_a_score_is_the_same_units(words: str) -> None:
    text = f"Kết quả Bộ chỉ số 766 tuần 20/2024 của tỉnh Hà Nam\nĐiểm số đạt 88,12 điểm, {words}."
    assert groups(text) == [("Hà Nam", "tốt")]


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


def test_the_best_few_may_be_faces_that_one_knows() -> None:
    text = (
        "Gia Lai: Chỉ số CCHC năm 2022 của các sở\nỞ khối sở của tỉnh Gia Lai, ba vị trí dẫn đầu năm nay vẫn là"
        " những cái tên quen thuộc: "
        "Sở Tư pháp (93,1 điểm), Sở Y tế (92,4 điểm) và Sở Nội vụ (91,7 điểm)."
    )
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"] == [
        ("Sở Tư pháp", 1), ("Sở Y tế", 2), ("Sở Nội vụ", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("rise", ["mức tăng", "tốc độ tăng", "mức cải thiện điểm"])
def test_who_rose_most_is_not_first(rise: str) -> None:
    text = (
        f"Gia Lai: Chỉ số CCHC năm 2022 của các huyện\nHuyện Chư Sê là địa phương có {rise} cao nhất của tỉnh Gia Lai."
    )
    assert "rank" not in {measure for _, _, measure, _ in facts(text)}


@pytest.mark.parametrize(
    "words", ["qua khảo sát 3.150 người dân, tổ chức", "đối với các cơ quan hành chính trên địa bàn"]
)
def test_a_survey_of_the_provinces_own_may_be_no_sipas(words: str) -> None:
    text = f"Gia Lai công bố Chỉ số hài lòng năm 2022\nMức độ hài lòng chung năm 2022 của tỉnh {words} là 90,4%."
    assert [r["status"] for r in found_in(text) if r.get("measure") == "score"] in (["candidate"], [])


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
    "words", ["xếp ở các vị trí tiếp theo", "lần lượt ở 3 vị trí kế tiếp", "đứng ở các vị trí liền sau"]
)
def test_an_order_goes_on_in_the_next_sentence_whose_units_have_their_scores(words: str) -> None:
    first = "Đà Nẵng xếp thứ nhất. Hải Dương đứng thứ hai với 90,4%."
    text = f"{ALL}{first} Bắc Ninh (90,1%), Hà Nam (89,6%) và Gia Lai (89,2%) {words}."
    ranks = [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"]
    assert ranks == [("Đà Nẵng", 1), ("Hải Dương", 2), ("Bắc Ninh", 3), ("Hà Nam", 4), ("Gia Lai", 5)]


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


@pytest.mark.parametrize("units", ["hai xã", "2 phường", "ba cơ quan", "hai thành phố"])
def test_of_several_that_are_last_none_is_told_to_be_the_last(units: str) -> None:
    head = "Bộ chỉ số 766 tháng 6/2025 của tỉnh Gia Lai\n"
    text = f"{head}Trong tỉnh, {units} đứng cuối là xã Ia Grai 60,2 điểm và xã Chư Prông 58,7 điểm."
    assert "last" not in [value for _, _, _, value in facts(text)]


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


def test_two_scores_of_one_unit_in_one_sentence_are_uncertain() -> None:
    text = f"{ALL}Gia Lai dẫn đầu với 91,2 điểm, 90,7 điểm."
    assert [(measure, value) for _, _, measure, value in facts(text)] == [("rank", 1)]
    assert [r["value"] for r in found_in(text) if r.get("status") == "candidate"] == [91.2, 90.7]


@pytest.mark.parametrize("words", ["trên Sở Nội vụ 0,4 điểm", "dưới Sở Y tế 1,2 điểm"])
def test_few_points_are_hardly_all_of_a_hundred(words: str) -> None:
    text = f"Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nSở Xây dựng đạt 93,05 điểm và đứng {words}."
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "score"] == [("Sở Xây dựng", 93.05)]


@pytest.mark.parametrize("scale", ["trên thang điểm 16,5", "trên tổng số 16,5 điểm", "trong thang điểm tối đa 16,5"])
def test_the_scale_of_a_part_is_no_score(scale: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nCải cách tài chính công được 10,7 {scale}."
    assert facts(text) == [("Gia Lai", 2022, "score", 10.7)]


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


def test_a_last_place_that_was_held_for_years_is_of_each_of_them() -> None:
    text = f"{ALL}Hai năm liền (2019, 2020) Gia Lai đứng cuối bảng; năm 2021 vươn lên thứ 45 toàn quốc."
    assert facts(text) == [
        ("Gia Lai", 2019, "rank", "last"), ("Gia Lai", 2020, "rank", "last"), ("Gia Lai", 2021, "rank", 45),
    ]  # fmt: skip


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


@pytest.mark.parametrize("does", ["áp dụng bộ tiêu chí mới", "sửa đổi bộ tiêu chí", "thay đổi cách tính điểm"])
def test_who_changes_the_method_is_not_who_is_scored(does: str) -> None:
    text = (
        f"PAR INDEX năm 2021 của tỉnh Gia Lai\nĐây là năm Bộ Nội vụ {does} nên nhiều tỉnh mất điểm: so với năm 2020"
        " (84,15%), tỉnh giảm 2,05%, vẫn cao hơn mức trung bình của 63 tỉnh, thành phố (81,6%)."
    )
    assert ("Gia Lai", 2020, "score", 84.15) in facts(text)
    assert {r["unit"] for r in stated(found_in(text))} == {"Gia Lai", "63 tỉnh, thành phố"}
    assert not any(r.get("component") for r in stated(found_in(text)))


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


@pytest.mark.parametrize(
    "words", ["đưa tỉnh từ hạng 44 về hạng 18", "đưa tỉnh từ vị trí 44 về vị trí 18", "giúp tỉnh từ thứ 44 về thứ 18"]
)
def test_from_a_rank_back_to_another_one(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\nNăm 2022, cải cách thể chế đạt 88,4%, {words}."
    ranks = [one for one in facts(text) if one[2] == "rank"]
    assert ranks == [("Gia Lai", 2021, "rank", 44), ("Gia Lai", 2022, "rank", 18)]


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


@pytest.mark.parametrize("whom", ["khối bộ", "các bộ", "các bộ, ngành", "17 bộ", ""])
def test_who_leads_the_others_in_a_part_leads_in_that_only(whom: str) -> None:
    text = f"{ALL}Bộ Tài chính dẫn đầu {whom} về cải cách thể chế khi đạt 93,15%."
    told = [(r["measure"], r["value"]) for r in stated(found_in(text)) if r.get("component")]
    assert told == [("rank", 1), ("score", 93.15)]


def test_who_leads_the_others_leads_in_all() -> None:
    found = stated(found_in(f"{ALL}Bộ Tài chính dẫn đầu các bộ, nhờ cải cách thể chế."))
    assert [(r["value"], r.get("component")) for r in found] == [(1, None)]


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


@pytest.mark.parametrize(
    ("words", "change"),
    [("cao hơn 9,37", 9.37), ("đã tăng 9,37", 9.37), ("thấp hơn 2,1", -2.1), ("giảm tới 2,1", -2.1)],
)
def test_points_that_a_score_has_moved_by_need_not_be_called_so(words: str, change: float) -> None:
    text = f"PAR INDEX năm 2023 của tỉnh Gia Lai\nTỉnh đạt 86,2 điểm. So với năm 2018, điểm của tỉnh {words}."
    found = [r for r in stated(found_in(text)) if r["measure"] == "score_change"]
    assert [(r["value"], r["vs_year"]) for r in found] == [(change, 2018)]


@pytest.mark.parametrize("words", ["cao hơn 9,37 lần", "tăng 9,37 tỷ đồng", "cao hơn 80,2 của Kon Tum"])
def test_other_figures_are_no_points_of_a_score(words: str) -> None:
    text = f"PAR INDEX năm 2023 của tỉnh Gia Lai\nTỉnh đạt 86,2 điểm. So với năm 2018, điểm thu ngân sách {words}."
    assert [one for one in facts(text) if one[2] == "score_change"] == []


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


@pytest.mark.parametrize("words", ["Tổng điểm thẩm định", "Tổng số điểm thẩm định", "Điểm thẩm định"])
def test_the_points_that_appraisers_gave_in_all_are_those_of_a_part(words: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Gia Lai\n{words} là 55,31/65 điểm; tổng điểm là 84,12 điểm."
    assert [(r["component"], r["value"]) for r in stated(found_in(text))] == [
        (words.removeprefix("Tổng ").removeprefix("số "), 55.31), (None, 84.12),
    ]  # fmt: skip


LISTED = "Ia Grai 88,91; Chư Sê 88,2; Đak Đoa 87,4 và Kbang Đông 86,75 điểm"
DISTRICTS = "Chỉ số CCHC năm 2022 của các huyện tỉnh Gia Lai\nUBND tỉnh công bố kết quả của 17 huyện.\n"


@pytest.mark.parametrize("lead", ["Bốn địa phương xếp loại Khá:", "4 huyện được xếp loại Khá, từ cao xuống thấp:"])
def test_districts_of_a_class_have_their_bare_scores_and_no_places_of_the_whole(lead: str) -> None:
    text = f"{DISTRICTS}{lead} {LISTED}."
    names = ["Ia Grai", "Chư Sê", "Đak Đoa", "Kbang Đông"]
    bare = [(unit.removeprefix("huyện "), measure, value) for unit, _, measure, value in facts(text)]
    assert [one for one in bare if one[1] == "score"] == [
        (unit, "score", value) for unit, value in zip(names, [88.91, 88.2, 87.4, 86.75], strict=True)
    ]
    assert [(unit.removeprefix("huyện "), value) for unit, value in groups(text)] == [(unit, "khá") for unit in names]
    assert not any(measure == "rank" for _, measure, _ in bare)


@pytest.mark.parametrize("lead", ["Năm huyện xếp loại Khá, trong đó:", "Có 9 huyện xếp loại Khá:"])
def test_of_a_class_of_which_only_some_are_listed_the_rest_is_not_told(lead: str) -> None:
    assert groups(f"{DISTRICTS}{lead} {LISTED}.") == []


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


def test_all_that_a_paragraph_has_named_are_counted_behind_it() -> None:
    text = (
        f"{DISTRICTS}Huyện Chư Sê dẫn đầu với 92,1 điểm. Tiếp theo là huyện Ia Grai (91,3 điểm) và huyện Đak Đoa"
        " (90,2 điểm). Đây cũng là {} địa phương duy nhất được xếp loại Xuất sắc."
    )
    units = ["huyện Chư Sê", "huyện Ia Grai", "huyện Đak Đoa"]
    assert groups(text.format("ba")) == [(unit, "xuất sắc") for unit in units]
    assert groups(text.format("hai")) == [(unit, "xuất sắc") for unit in units[1:]]
    assert groups(text.format("bốn")) == []


@pytest.mark.parametrize("words", ["tụt xuống đội sổ", "rơi thẳng xuống vị trí cuối bảng", "trượt xuống cuối cùng"])
def test_from_a_rank_down_to_the_last_place(words: str) -> None:
    text = f"{DISTRICTS}Huyện Chư Sê mất 2,8 điểm so với năm trước và từ vị trí thứ 6 {words}."
    assert [(year, value) for _, year, measure, value in facts(text) if measure == "rank" and value == 6] == [(2021, 6)]


def test_a_rank_that_nothing_moved_from_is_of_the_year() -> None:
    text = f"{DISTRICTS}Huyện Chư Sê đạt 88,2 điểm, xếp thứ 6, không tụt xuống cuối bảng."
    assert [(year, value) for _, year, measure, value in facts(text) if measure == "rank"] == [(2022, 6)]


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


def test_of_the_last_told_from_below_the_first_is_the_last() -> None:
    text = (
        "Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nBa cơ quan khép lại bảng xếp hạng, từ dưới lên, là Sở Y tế"
        " (79,1 điểm), Sở Xây dựng (80,2 điểm) và Sở Tư pháp (80,9 điểm)."
    )
    assert [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"] == [("Sở Y tế", "last")]
    above = text.replace(", từ dưới lên, là", " gồm")
    assert not any(measure == "rank" for _, _, measure, _ in facts(above))


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


@pytest.mark.parametrize("words", ["giảm sâu nhất, tới 1,45%", "giảm 1,45%", "chỉ giảm 1,45%"])
def test_what_a_region_has_lost_its_mean_has(words: str) -> None:
    text = f"PAR INDEX năm 2022 nhìn từ các vùng\nNăm 2022, các vùng đều giảm điểm. Tây Nguyên {words}."
    assert [(r["measure"], r["unit"], r["value"]) for r in stated(found_in(text))] == [
        ("mean_change", "Tây Nguyên", -1.45)
    ]


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


@pytest.mark.parametrize("scores", ["89,62; 88,95", "89,62; 88,95; 87,1 và 86,2"])
def test_units_with_another_number_of_scores_have_none(scores: str) -> None:
    text = f"{DISTRICTS}Ba đơn vị Chư Sê, Đak Đoa, Mang Yang đạt số điểm {scores} điểm."
    assert facts(text) == []


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


def test_a_class_or_better_is_not_that_class() -> None:
    text = f"{DISTRICTS}Có 12/17 huyện đạt loại Tốt trở lên; 9 huyện xếp loại Tốt."
    counts = [(r["class"].casefold(), r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert [value for name, value in counts if name.endswith("trở lên")] == [12]
    assert [value for name, value in counts if not name.endswith("trở lên")] == [9]


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


def test_a_part_of_the_provinces_result_is_one_of_the_national_index() -> None:
    text = (
        "PAR INDEX năm 2022 của tỉnh Gia Lai\nTheo Sở Nội vụ, các sở, ngành đã cố gắng: cải cách thể chế của tỉnh đạt"
        " 8,1 điểm, xếp thứ 33."
    )
    claims = [claim for claim in reading(text).claims if isinstance(claim, Observation)]
    assert [(c.edition.index, c.component.path if c.component else "") for c in claims] == [
        ("par-index", "par-index/the-che"), ("par-index", "par-index/the-che"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["nằm ở nhóm thấp nhất", "bị xếp vào nhóm thấp nhất", "xếp loại Khá"])
def test_a_class_that_was_had_for_years_is_none_of_now(words: str) -> None:
    assert groups(f"PAPI năm 2023 của tỉnh Gia Lai\nSau hai năm {words}, PAPI của tỉnh đã có bước tiến dài.") == []


def test_a_class_after_some_years_is_one() -> None:
    text = "PAPI năm 2023 của tỉnh Gia Lai\nSau hai năm cố gắng, PAPI của tỉnh năm 2023 thuộc nhóm cao nhất."
    assert groups(text) == [("Gia Lai", "cao nhất")]


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


@pytest.mark.parametrize("has", ["có", "gồm", ":"])
def test_a_class_has_those_that_it_heads(has: str) -> None:
    text = f"Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nXếp loại Tốt {has} Sở Tư pháp, Sở Nội vụ."
    assert groups(text) == [("Sở Tư pháp", "tốt"), ("Sở Nội vụ", "tốt")]


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


def test_two_moves_of_one_unit_in_one_sentence_are_uncertain() -> None:
    text = f"{ALL}Gia Lai tăng 5 bậc, tăng 3 bậc."
    assert facts(text) == []
    text = f"{ALL}Gia Lai tăng 5 bậc so với năm 2020 và tăng 13 bậc so với năm 2017."
    assert facts(text) == [("Gia Lai", 2021, "rank_change", 5), ("Gia Lai", 2021, "rank_change", 13)]


@pytest.mark.parametrize("after", ["Xếp ngay sau", "Đứng sau", "Bám sát"])
def test_the_rank_in_parentheses_behind_a_unit_is_its_own(after: str) -> None:
    ranks = [one for one in facts(f"{ALL}{after} Kon Tum (thứ 23) là Gia Lai.") if one[2] == "rank"]
    assert ("Gia Lai", 2021, "rank", 23) not in ranks
    assert ("Kon Tum", 2021, "rank", 23) in ranks


def test_a_rank_in_parentheses_behind_other_words_is_of_who_is_named_behind_it() -> None:
    assert ("Gia Lai", 2021, "rank", 1) in facts(f"{ALL}Đơn vị cao nhất (xếp thứ 1) là Gia Lai.")


def test_districts_of_an_inline_list_need_no_head_noun() -> None:
    text = f"{DISTRICTS}Thứ tự xếp hạng các huyện: 1. Chư Sê (92,3); 2. Ia Grai (91,7); 3. Mang Yang (90,2)."
    assert [one for one in facts(text) if one[2] == "rank"] == [
        ("Chư Sê", 2022, "rank", 1), ("Ia Grai", 2022, "rank", 2), ("Mang Yang", 2022, "rank", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("are", ["là", "gồm", ":"])
def test_districts_of_a_class_need_no_head_noun(are: str) -> None:
    text = f"{DISTRICTS}3/17 huyện xếp loại Xuất sắc {are} Chư Sê, Ia Grai và Mang Yang."
    assert [unit.removeprefix("huyện ") for unit, _ in groups(text)] == ["Chư Sê", "Ia Grai", "Mang Yang"]


def test_by_how_much_more_are_satisfied_is_as_uncertain_as_whose_they_are() -> None:
    text = "SIPAS năm 2023 của tỉnh Gia Lai\nCó 84,12% người dân, tổ chức hài lòng, cao hơn 2,3% so với năm 2022."
    assert stated(found_in(text)) == []


def test_a_factor_whose_name_holds_commas_is_known_by_its_end() -> None:
    text = (
        "SIPAS năm 2023 của tỉnh Gia Lai\nYếu tố được hài lòng cao nhất là kết quả dịch vụ (86,1%), thấp nhất là tiếp"
        " nhận, giải quyết phản ánh, kiến nghị (80,2%)."
    )
    assert [r["component"].split(",")[0].lower() for r in stated(found_in(text))] == ["kết quả dịch vụ", "tiếp nhận"]


@pytest.mark.parametrize("words", ["tăng 1,35 điểm, từ 85,57 lên 86,92", "tăng 1,35 điểm (từ 85,57 lên 86,92)"])
def test_behind_a_number_of_points_figures_are_scores(words: str) -> None:
    assert facts(f"PAR INDEX năm 2023 của tỉnh Gia Lai\nNăm 2023, tỉnh {words}.") == [
        ("Gia Lai", 2023, "score_change", 1.35), ("Gia Lai", 2022, "score", 85.57), ("Gia Lai", 2023, "score", 86.92),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["kém 5,26%", "thấp hơn 5,26%", "chỉ kém 5,26 điểm"])
def test_who_is_compared_with_the_leader_does_not_lead(words: str) -> None:
    text = f"{ALL}So với tỉnh dẫn đầu là Quảng Ninh (92,18%), Gia Lai {words}."
    assert {unit for unit, *_ in facts(text)} == {"Quảng Ninh"}


def test_districts_told_in_order_with_bare_scores() -> None:
    text = (
        f"{DISTRICTS}Đứng đầu là huyện Chư Sê với tổng điểm 92,3, tiếp theo là Ia Grai 91,7, Mang Yang 90,2 và Đak Đoa"
        " 89,9."
    )
    scores = [(unit, value) for unit, _, measure, value in facts(text) if measure == "score"]
    assert scores == [("huyện Chư Sê", 92.3), ("Ia Grai", 91.7), ("Mang Yang", 90.2), ("Đak Đoa", 89.9)]


def ranks(text: str) -> list[tuple[str, int]]:
    return [(unit, value) for unit, _, measure, value in facts(text) if measure == "rank"]


BEST_THREE = [("Hải Phòng", 1), ("Quảng Ninh", 2), ("Đà Nẵng", 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhóm A có 3 địa phương, theo thứ tự là Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%).",
        "Có ba địa phương thuộc nhóm A, lần lượt là Hải Phòng, Quảng Ninh và Đà Nẵng.",
        "Có 3 địa phương trên 90%, từ cao xuống thấp là Hải Phòng 91,8%, Quảng Ninh 91,14% và Đà Nẵng 90,25%.",
        "Nhóm A gồm 3 tỉnh, xếp theo thứ tự: Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%).",
    ],
)
def test_all_units_of_the_best_class_have_their_places_where_they_are_told_in_order(sentence: str) -> None:
    assert ranks(ALL + sentence) == BEST_THREE
    assert [unit for unit, _ in groups(ALL + sentence)] == [unit for unit, _ in BEST_THREE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhóm B có 3 địa phương, theo thứ tự là Hải Phòng (89,8%), Quảng Ninh (89,14%), Đà Nẵng (88,25%).",
        "Nhóm A có 3 địa phương là Hải Phòng, Quảng Ninh và Đà Nẵng.",
        "Nhóm A có 5 địa phương, trong đó lần lượt là Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%).",
        "Nhóm A có 3 địa phương, lần lượt là Hải Phòng (91,8%), Quảng Ninh (92,14%), Đà Nẵng (90,25%).",
    ],
)
def test_units_of_a_class_have_no_places_where_others_are_before_them_or_no_order_is_told(sentence: str) -> None:
    assert ranks(ALL + sentence) == []


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


@pytest.mark.parametrize("then", ["rồi tới", "kế đến là", "cuối nhóm là"])
def test_the_first_of_a_class_is_in_it_and_so_is_who_follows(then: str) -> None:
    text = f"{ALL}Nhóm B có 59 địa phương, mở đầu là Thừa Thiên Huế với 89,32%, {then} Vĩnh Phúc được 89,28%."
    assert [unit for unit, _ in groups(text)] == ["Thừa Thiên Huế", "Vĩnh Phúc"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cuối bảng có ba cái tên: Bạc Liêu 59/63, Sóc Trăng 62/63, An Giang 63/63.",
        "Ba cái tên ở cuối bảng: Bạc Liêu 59/63, Sóc Trăng 62/63, An Giang 63/63.",
    ],
)
def test_who_has_another_place_is_not_the_last(sentence: str) -> None:
    assert ranks(ALL + sentence) == [("Bạc Liêu", 59), ("Sóc Trăng", 62), ("An Giang", 63)]


NOW = "Kết quả PAR INDEX năm 2021 của tỉnh Quảng Ngãi\nPAR INDEX năm 2021 của tỉnh đạt 86,45%.\n"


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


def test_so_many_of_all_are_no_rank() -> None:
    assert ranks(f"{NOW}Cả nước có 39/63 tỉnh, thành phố tăng điểm.") == []


@pytest.mark.parametrize("told", ["trong đó khảo sát lãnh đạo 18,05/22 điểm; Chỉ số SIPAS 8,23/10 điểm"])
def test_the_points_of_satisfaction_beside_those_of_other_parts_are_of_a_part(told: str) -> None:
    found = stated(found_in(f"{NOW}Phần đánh giá tác động được 31,59/38,5 điểm, {told}."))
    assert [(r["index"], r["component"]) for r in found if r.get("value") == 8.23] == [("PAR INDEX", "Chỉ số SIPAS")]


def test_satisfaction_in_points_of_its_own_is_no_part() -> None:
    found = stated(found_in(f"{NOW}Chỉ số SIPAS của tỉnh đạt 8,23/10 điểm."))
    assert [(r["index"], r["component"]) for r in found if r.get("value") == 8.23] == [("SIPAS", None)]


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


OWN = "Chỉ số cải cách hành chính năm 2016 của các sở, huyện tỉnh Trà Vinh\nUBND tỉnh Trà Vinh công bố kết quả.\n"


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


def test_a_month_with_its_year_is_no_rank() -> None:
    assert ranks(f"{NOW}Cập nhật tháng: 04/2022, tỉnh công bố kết quả.") == []


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


MINISTRIES = "PAR INDEX 2017: kết quả của 19 bộ, cơ quan ngang bộ và 63 tỉnh, thành phố\n"


@pytest.mark.parametrize(
    "lead", ["Nhóm đạt trên 80% của khối bộ có 4 đơn vị:", "Được trên 80% có 4 đơn vị:", "Nhóm trên 80% có 4 bộ là"]
)
def test_a_list_goes_on_with_a_head_noun_that_the_next_share(lead: str) -> None:
    text = f"{MINISTRIES}{lead} Ngân hàng Nhà nước Việt Nam và các Bộ: Tài chính; Ngoại giao; Tư pháp."
    names = ["Ngân hàng Nhà nước Việt Nam", "Bộ Tài chính", "Bộ Ngoại giao", "Bộ Tư pháp"]
    assert [unit for unit, _ in groups(text)] == names


def test_some_of_those_that_an_interval_of_no_scheme_counts_are_uncertain() -> None:
    text = f"{MINISTRIES}Có 7 bộ trên 85%, trong đó có Bộ Tài chính và Bộ Tư pháp."
    assert groups(text) == []


def test_an_order_goes_on_with_units_that_share_a_head_noun() -> None:
    text = f"{MINISTRIES}Dẫn đầu là Ngân hàng Nhà nước Việt Nam; tiếp theo là các Bộ: Tài chính; Tư pháp."
    assert ranks(text) == [("Ngân hàng Nhà nước Việt Nam", 1), ("Bộ Tài chính", 2), ("Bộ Tư pháp", 3)]


@pytest.mark.parametrize(
    "words",
    [
        "nằm trong nhóm từ 80% đến dưới 90%", "thuộc nhóm các bộ đạt từ 80% đến dưới 90%",
        "xếp trong nhóm có kết quả từ 80% đến dưới 90%",
    ],
)  # fmt: skip
def test_an_interval_that_a_unit_is_in_is_its_group(words: str) -> None:
    text = f"PAR INDEX năm 2021\nNăm 2021, Bộ Y tế đạt 85,62%, {words}."
    assert groups(text) == [("Bộ Y tế", "từ 80% đến 90%")]


@pytest.mark.parametrize("words", ["không thuộc nhóm từ 80% đến dưới 90%", "ra khỏi nhóm từ 80% đến dưới 90%"])
def test_an_interval_that_a_unit_is_not_in_is_not_its_group(words: str) -> None:
    assert groups(f"PAR INDEX năm 2021\nNăm 2021, Bộ Y tế đạt 75,62%, {words}.") == []


@pytest.mark.parametrize(
    ("item", "value"), [("- Phân nhóm: nhóm A (từ 90% trở lên).", "nhóm A"), ("+ Xếp loại: loại A.", "nhóm A")]
)
def test_a_class_in_a_list_of_results_stands_behind_its_label(item: str, value: str) -> None:
    text = f"{NOW}Kết quả của tỉnh Quảng Ngãi như sau:\n- Chỉ số: 90,02%.\n{item}"
    assert groups(text) == [("Quảng Ngãi", value)]


def test_a_class_of_many_behind_a_label_is_nobodys() -> None:
    assert groups(f"{NOW}Kết quả cả nước:\n- Nhóm A: 13 tỉnh.\n- Nhóm B: 50 tỉnh.") == []


@pytest.mark.parametrize(
    "words", ["nhóm A có 13 tỉnh, nhóm B có 49, nhóm C có 1", "Nhóm A 13 tỉnh, nhóm B 49, nhóm C 1"]
)
def test_how_many_are_in_each_class_needs_its_noun_once(words: str) -> None:
    found = [r for r in stated(found_in(f"{ALL}Cả nước, {words}.")) if r["type"] == "count"]
    assert [(r["class"][-1], r["value"]) for r in found] == [("A", 13), ("B", 49), ("C", 1)]


def test_a_number_behind_a_class_that_has_a_unit_of_measure_counts_nobody() -> None:
    found = [r for r in stated(found_in(f"{ALL}Nhóm A có 13 tỉnh, nhóm B đạt 89 điểm.")) if r["type"] == "count"]
    assert [r["value"] for r in found] == [13]


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


@pytest.mark.parametrize("words", ["chỉ có 3:", "gồm 3 là", "có 3:"])
def test_a_bare_number_before_as_many_units_of_a_class_counts_them(words: str) -> None:
    text = f"{ALL}Nhóm A {words} Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%)."
    assert [unit for unit, _ in groups(text)] == ["Hải Phòng", "Quảng Ninh", "Đà Nẵng"]
    assert [r["value"] for r in stated(found_in(text)) if r["type"] == "count"] == [3]


def test_a_bare_number_before_more_units_counts_them_not() -> None:
    assert [r for r in stated(found_in(f"{ALL}Nhóm A có 3: Hải Phòng và Quảng Ninh.")) if r["type"] == "count"] == []


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


def test_a_weight_is_no_score() -> None:
    told = facts(f"{NOW}Điểm điều tra xã hội học chiếm 30/100.")
    assert told == [("Quảng Ngãi", 2021, "score", 86.45)]


def test_classes_of_units_that_are_ranked_are_counted() -> None:
    text = f"{OWN}Có 21 sở, ngành được xếp hạng, trong đó 5 đơn vị xuất sắc, 14 đơn vị tốt, 2 đơn vị khá."
    assert [r["value"] for r in stated(found_in(text)) if r["type"] == "count"] == [5, 14, 2]


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


@pytest.mark.parametrize("name", ["Bộ Công thương", "bộ Công Thương", "Bộ Kế hoạch và đầu tư"])
def test_ministries_may_have_fewer_capitals(name: str) -> None:
    assert [unit.casefold() for unit, _ in ranks(f"{MINISTRIES}{name} xếp thứ 9.")] == [name.casefold()]


def test_a_week_that_is_compared_with_is_not_the_week_of_what_follows() -> None:
    text = (
        "Kết quả Bộ chỉ số 766 của tỉnh Nam Định tuần 22 năm 2024\nTuần 22 năm 2024, tỉnh đạt 77,72 điểm. Đối chiếu "
        "với tuần 21, điểm của tỉnh tăng 0,85 điểm.\nSở Tư pháp đạt 92,3 điểm."
    )
    found = [r for r in stated(found_in(text)) if r.get("measure") == "score"]
    assert [(r["value"], r["period"]) for r in found] == [(77.72, "tuần 22"), (92.3, "tuần 22")]


def test_the_lead_of_a_page_without_its_title_is_no_title() -> None:
    text = (
        "(GLO)- Ban Chỉ đạo cải cách hành chính của Chính phủ tổ chức phiên họp vào sáng 17/4/2024. Thủ tướng "
        "Chính phủ Phạm Minh Chính chủ trì.\nPAR INDEX năm 2023, Gia Lai đạt 85,87%."
    )
    assert [r["chair"] for r in found_in(text) if r["type"] == "meeting"] == ["Phạm Minh Chính"]


@pytest.mark.parametrize(
    "lead",
    ["Ba tên đầu tiên trong bảng, theo thứ tự, là", "Ba cái tên đứng đầu, theo thứ tự, là", "Ba tỉnh đầu tiên là"],
)
def test_the_first_names_of_the_ranking_have_their_places(lead: str) -> None:
    assert ranks(f"{ALL}{lead} Hải Phòng (91,8%), Quảng Ninh (91,1%), Đà Nẵng (90,3%).") == BEST_THREE


def test_the_first_that_do_something_have_no_places() -> None:
    assert ranks(f"{ALL}Ba tỉnh đầu tiên làm thí điểm là Hải Phòng, Quảng Ninh, Đà Nẵng.") == []


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


@pytest.mark.parametrize("words", ["vọt 4 bậc", "vọt lên 4 bậc"])
def test_to_shoot_up_is_a_change(words: str) -> None:
    assert ("Quảng Ngãi", 2021, "rank_change", 4) in facts(f"{NOW}Tỉnh {words}.")


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


@pytest.mark.parametrize("words", ["về giải ngân", "về tỷ lệ hồ sơ trực tuyến", "toàn tỉnh về tỷ lệ thanh toán"])
def test_what_units_lead_in_that_is_no_index_gives_them_no_score(words: str) -> None:
    text = f"{OWN}Ba huyện dẫn đầu {words} gồm huyện Cầu Kè (95,2%), huyện Trà Cú (94,1%), huyện Càng Long (93,8%)."
    assert facts(text) == []


@pytest.mark.parametrize("lead", ["Ba địa phương dẫn đầu PAR INDEX 2021 là", "Ba tỉnh đứng đầu bảng năm 2021 gồm"])
def test_a_lead_of_the_best_few_may_name_its_year(lead: str) -> None:
    assert ranks(f"{ALL}{lead} Hải Phòng (91,8%), Quảng Ninh (91,1%), Đà Nẵng (90,3%).") == BEST_THREE


def test_who_leads_the_districts_of_the_province_is_told_behind_their_number() -> None:
    found = stated(found_in(f"{OWN}Đứng đầu 9 huyện của tỉnh là huyện Cầu Kè với 92,1 điểm."))
    assert [(r["value"], r["rank_of"]) for r in found if r.get("measure") == "rank"] == [(1, 9)]


def test_units_of_a_class_are_counted_as_what_is_listed() -> None:
    text = f"{NOW}Có 2 đơn vị xếp loại xuất sắc, lần lượt là Sở Nội vụ (95,2 điểm), Sở Tư pháp (94,1 điểm)."
    assert [r["population"] for r in stated(found_in(text)) if r["type"] == "count"] == ["departments"]


def test_a_share_of_a_plan_is_no_class() -> None:
    found = stated(found_in(f"{OWN}Có 3 huyện hoàn thành trên 80% kế hoạch, 2 huyện dưới 60% chỉ tiêu."))
    assert [r for r in found if r["type"] == "count"] == []


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
    ["Lần lượt đứng sau", "Xếp ngay sau", "Nối gót", "Bám đuổi phía sau", "Bám đuổi Hải Phòng", "Ngay sau đó"],
)
def test_a_sentence_goes_on_with_the_order_in_other_words(opening: str) -> None:
    text = f"{ALL}Quán quân là Hải Phòng với 91,8%. {opening} là Quảng Ninh, Đà Nẵng."
    assert ranks(text) == BEST_THREE


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


def test_on_the_whole_a_province_has_its_rank() -> None:
    assert ("Quảng Ngãi", 18) in ranks(f"{NOW}Trên cả nước, PAR INDEX đạt 86,45%, xếp thứ 18.")
    assert ("Quảng Ngãi", 2021, "score", 82.0) in facts(f"{NOW}Tính chung các tiêu chí, tỉnh đạt 82% điểm tối đa.")


@pytest.mark.parametrize("words", ["dưới 80%", "có kết quả dưới 80%", "đạt dưới 80%", "bị xếp dưới 80%"])
def test_the_only_unit_of_a_group_is_counted(words: str) -> None:
    found = stated(found_in(f"{ALL}Bộ Y tế đạt 78,7%, giảm 6,4%, và là bộ duy nhất {words}."))
    assert [(r["population"], r["value"]) for r in found if r["type"] == "count"] == [("ministries", 1)]


def test_the_only_unit_of_a_region_in_a_group_is_not_counted_as_one_of_all() -> None:
    found = stated(found_in(f"{ALL}Long An là tỉnh duy nhất của vùng đạt trên 90%."))
    assert [r for r in found if r["type"] == "count"] == []


def test_each_block_of_units_has_its_own_size() -> None:
    text = (
        f"{OWN}Bình quân 17 sở, ngành đạt 87,6 điểm, gồm 3 cơ quan xếp loại Tốt; bình quân 9 huyện, thị xã đạt 85,9 "
        "điểm.\nĐơn vị\tHạng\tĐiểm\nSở Y tế\t2\t91,2\nHuyện Cầu Kè\t3\t88,1\nHuyện Càng Long\t4\t87,5\n"
    )
    found = [(r["unit"], r["rank_of"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == [("Sở Y tế", 17), ("huyện Cầu Kè", 9), ("huyện Càng Long", 9)]


def counted(text: str) -> list[tuple[str, float]]:
    return [(r["kind"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("có chỉ số cao hơn năm 2020", "risen-count"),
        ("có kết quả tăng so với năm 2020", "risen-count"),
        ("có điểm cao hơn so với năm trước", "risen-count"),
        ("cải thiện chỉ số", "risen-count"),
        ("thăng hạng", "rank-risen-count"),
        ("cải thiện thứ hạng", "rank-risen-count"),
        ("tụt hạng", "rank-fallen-count"),
        ("có giá trị thấp hơn năm trước", "fallen-count"),
    ],
)
def test_units_are_counted_by_which_way_they_moved(words: str, kind: str) -> None:
    assert counted(f"{ALL}Có 41 tỉnh {words}.") == [(kind, 41)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chỉ số trung bình của 63 tỉnh là 86,4%; 32 tỉnh cao hơn mức trung bình, 31 tỉnh thấp hơn.",
        "Có 30 địa phương có điểm cao hơn trung bình cả nước, 33 địa phương thấp hơn giá trị này.",
        "Có 41 tỉnh có điểm cao hơn năm 2015.",
    ],
)
def test_units_above_the_mean_or_what_they_had_long_ago_are_not_counted_as_risen(sentence: str) -> None:
    assert counted(f"{ALL}{sentence}") == []


def test_parts_that_are_counted_as_fallen_are_no_rank() -> None:
    text = f"{NOW}5/8 nội dung tăng điểm: thể chế tăng 1,2%, tài chính công tăng 2,1%; 3/8 giảm điểm."
    assert ranks(text) == []


@pytest.mark.parametrize(
    "words",
    ["là 1 trong 10 tỉnh", "là một trong 10 tỉnh", "nằm trong 10 tỉnh", "thuộc 10 tỉnh", "nằm trong số 10 tỉnh"],
)
def test_one_of_the_lowest_is_not_the_last(words: str) -> None:
    assert ranks(f"{NOW}Quảng Ngãi {words} có PAR INDEX thấp nhất cả nước.") == []


def test_the_lowest_of_all_is_the_last() -> None:
    assert ranks(f"{NOW}Quảng Ngãi là tỉnh có PAR INDEX thấp nhất cả nước.") == [("Quảng Ngãi", "last")]


def test_a_rank_behind_the_total_is_not_that_of_a_part() -> None:
    text = f"{NOW}Điểm thẩm định là 58,1 điểm, điểm khảo sát 27,1 điểm; tổng cộng 85,2 điểm, xếp hạng 42."
    found = [r for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert [(r["component"], r["value"]) for r in found] == [(None, 42)]


def test_a_region_may_be_told_by_its_place_and_mean_only() -> None:
    text = f"{ALL}Vùng Đông Nam Bộ có giá trị trung bình cao nhất 88,5%, vùng Tây Nguyên thấp nhất 85,1%."
    assert [(r["unit"], r["value"]) for r in stated(found_in(text))] == [("Đông Nam Bộ", 88.5), ("Tây Nguyên", 85.1)]


def test_names_share_their_head_behind_figures_too() -> None:
    text = f"{OWN}Dẫn đầu là xã An Trường với 93,5 điểm, tiếp theo là các xã Mỹ Cẩm 92,8 điểm, Tân Bình (92,1 điểm)."
    found = [r["unit"] for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == ["xã An Trường", "xã Mỹ Cẩm", "xã Tân Bình"]


def parts_told(text: str) -> list[tuple[str | None, str, float]]:
    found = stated(found_in(text))
    return [(r["component"], r["measure"], r["value"]) for r in found if r["type"] == "observation"]


RULES, PROCEDURES, APPARATUS = (
    "Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy hành chính nhà nước",
)  # fmt: skip
PARTS = "Công bố PAR INDEX 2021 của tỉnh Lào Cai\n"


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


def test_all_points_that_were_lost_are_no_change() -> None:
    assert parts_told(f"{PARTS}Tỉnh mất 13,4 điểm, trong đó mất nhiều nhất ở tài chính công (4,21 điểm).") == []
    assert parts_told(f"{PARTS}Tỉnh mất 0,4 điểm so với năm 2020.") == [(None, "score_change", -0.4)]


OF_ONE = "Công bố PAR INDEX năm 2021 của tỉnh An Giang\n"


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


def test_both_indices_may_rise_from_one_rank_to_another() -> None:
    text = f"{OF_ONE}PAR INDEX và SIPAS đều tăng hạng: PAR INDEX từ 36 lên 34, SIPAS từ 45 lên 22."
    found = [(r["index"], r["year"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"]
    assert found == [("PAR INDEX", 2020, 36), ("PAR INDEX", 2021, 34), ("SIPAS", 2020, 45), ("SIPAS", 2021, 22)]


def test_who_leads_in_an_index_of_others_leads_in_none_of_ours() -> None:
    assert ranks(f"{OWN}Sở Công Thương dẫn đầu DDCI khối sở, ngành với 80,5 điểm.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Xếp loại Tốt có 14 sở, loại Khá có 2 sở.",
        "Tốt: 14 đơn vị; Khá: 2 đơn vị.",
        "Kết quả xếp loại: Tốt 14 sở; Khá 2 sở.",
        "Loại Tốt gồm 14 sở và loại Khá gồm 2 sở.",
        "Có 14 sở xếp loại Tốt, 2 sở loại Khá.",
        "Có 14 sở loại Tốt và 2 sở loại Khá.",
    ],
)
def test_a_class_may_stand_before_or_behind_how_many_are_in_it(sentence: str) -> None:
    own = "Chỉ số cải cách hành chính năm 2016 của các sở tỉnh Trà Vinh\n"
    found = [(r["class"].split()[-1].lower(), r["value"]) for r in stated(found_in(own + sentence)) if "class" in r]
    assert found == [("tốt", 14), ("khá", 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mức trên 90% có 3 bộ, mức từ 80% đến dưới 90% có 12 bộ, mức dưới 80% có 2 bộ.",
        "Đạt trên 90% có 3 bộ, từ 80% đến dưới 90% có 12 bộ và dưới 80% có 2 bộ.",
        "Có 3 bộ đạt trên 90%, 12 bộ từ 80% đến dưới 90%, 2 bộ dưới 80%.",
    ],
)
def test_an_interval_may_stand_before_or_behind_how_many_are_in_it(sentence: str) -> None:
    found = [(r["class"], r["value"]) for r in stated(found_in(f"{ALL}{sentence}")) if r["type"] == "count"]
    assert [(name[-3:], value) for name, value in found] == [("90%", 3), ("90%", 12), ("80%", 2)]


def test_who_is_in_a_class_is_listed_behind_their_number_in_parentheses() -> None:
    text = f"{OWN}Xếp loại Tốt (2 sở): Sở Nội vụ, Sở Tư pháp. Có 2 huyện loại Khá gồm các huyện: Cầu Kè, Trà Cú."
    assert [unit for unit, _ in groups(text)] == ["Sở Nội vụ", "Sở Tư pháp", "huyện Cầu Kè", "huyện Trà Cú"]


def test_units_of_a_class_in_an_article_about_a_province_s_departments_are_those() -> None:
    own = "Chỉ số cải cách hành chính năm 2016 của các sở tỉnh Trà Vinh\n"
    found = [r for r in stated(found_in(f"{own}Có 5 đơn vị đạt loại Khá.")) if r["type"] == "count"]
    assert [r["population"] for r in found] == ["departments"]


def test_units_of_a_class_that_may_be_a_province_s_own_are_not_counted_as_provinces() -> None:
    assert counted(f"{NOW}Toàn tỉnh Quảng Ngãi tăng 2 bậc. Có 5 đơn vị đạt loại Khá.") == []


SERVED = "SIPAS năm 2021 của tỉnh Yên Bái\n"
FACTORS = [
    ("Tiếp cận dịch vụ", 82.4), ("Thủ tục hành chính", 83.1), ("Công chức trực tiếp giải quyết công việc", 83.6),
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
    assert [(part, value) for part, _, value in parts_told(SERVED + sentence)] == FACTORS


@pytest.mark.parametrize(
    "sentence", ["Tỷ lệ công chức đạt chuẩn là 83,6%.", "Kết quả 84,2% hồ sơ đúng hạn.", "Có kết quả 84,2% kế hoạch."]
)
def test_words_for_factors_of_satisfaction_are_words_for_much_else(sentence: str) -> None:
    assert parts_told(SERVED + sentence) == []


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


@pytest.mark.parametrize("words", ["mức tăng bình quân 2,1%", "tăng trung bình 2,1%", "giảm bình quân mỗi tỉnh 2,1%"])
def test_by_how_much_all_have_moved_is_no_mean(words: str) -> None:
    assert [r for r in stated(found_in(f"{ALL}Có 58 tỉnh tăng điểm, {words}.")) if r.get("measure") == "mean"] == []


@pytest.mark.parametrize("words", ["là cải cách thể chế, tài chính công", ": Cải cách thể chế; Tài chính công"])
def test_parts_that_lead_are_counted_and_do_not_make_the_unit_lead(words: str) -> None:
    text = f"{PARTS}Lào Cai có 2 chỉ số dẫn đầu cả nước{' ' * words.startswith('là')}{words}."
    told = [(str(part).lower(), measure, value) for part, measure, value in parts_told(text)]
    assert told == [("cải cách thể chế", "rank", 1), ("tài chính công", "rank", 1)]


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


def test_who_has_the_score_may_lead_all() -> None:
    head = "SIPAS năm 2021 của tỉnh Yên Bái\n"
    assert ranks(f"{head}SIPAS của tỉnh năm 2021 đạt 90,4%, dẫn đầu cả nước.") == [("Yên Bái", 1)]
    assert ranks(f"{head}SIPAS đạt 90,4% (tăng 1,2%), đứng đầu toàn quốc.") == [("Yên Bái", 1)]
    assert ranks(f"{head}Mức độ hài lòng về kết quả đạt 90,4%, cao nhất trong các yếu tố.") == []


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


def test_what_units_of_a_class_have_not_done_counts_none() -> None:
    own = "Chỉ số cải cách hành chính năm 2016 của các sở tỉnh Trà Vinh\n"
    assert counted(f"{own}Khá: 5 đơn vị chưa báo cáo.") == []


@pytest.mark.parametrize(
    "where", ["(huyện Cầu Kè, tỉnh Trà Vinh)", ", huyện Cầu Kè, tỉnh Trà Vinh", "(huyện Cầu Kè)", "thuộc huyện Cầu Kè"]
)
def test_the_district_of_a_commune_only_says_where_it_is(where: str) -> None:
    gap = "" if where.startswith(",") else " "
    assert ranks(f"{OWN}Xã Hòa Ân{gap}{where} đạt 88,5 điểm, xếp thứ 7.") == [("xã Hòa Ân", 7)]


def test_a_district_behind_a_department_has_its_own_figures() -> None:
    assert ranks(f"{OWN}Sở Y tế xếp thứ 3, huyện Cầu Kè xếp thứ 4.") == [("Sở Y tế", 3), ("huyện Cầu Kè", 4)]


@pytest.mark.parametrize("words", ["tăng 5,2 điểm và 21 bậc", "tăng 21 bậc, 5,2 điểm so với năm 2018"])
def test_changes_that_go_together_are_over_the_same_years(words: str) -> None:
    text = f"{OF_ONE}Sau 3 năm, PAR INDEX của tỉnh {words}."
    found = [r for r in stated(found_in(text)) if str(r.get("measure", "")).endswith("_change")]
    assert [(abs(r["value"]), r["vs_year"]) for r in found if r["measure"] == "rank_change"] == [(21, 2018)]


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


def test_who_holds_a_place_has_it() -> None:
    assert ranks(f"{ALL}Khối bộ do Bộ Tư pháp dẫn đầu.") == [("Bộ Tư pháp", 1)]


SATISFIED = "Công bố SIPAS năm 2021\n"


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


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Số tỉnh thuộc nhóm A là 12, số tỉnh thuộc nhóm B là 50.", [12, 50]),
        ("Số bộ đạt trên 90% là 3.", [3]),
        ("Số địa phương dưới 80%: 2, không nơi nào dưới 70%.", [2, 0]),
        ("Địa phương: 19 nơi loại tốt, 33 nơi loại khá.", [19, 33]),
        ("Số hồ sơ đạt trên 90% là 30.", []),
        ("Số tỉnh đạt trên 90% là 12%.", []),
        ("Nhiều nơi đạt loại tốt, có 3 nơi tổ chức hội nghị.", []),
    ],
)
def test_units_may_be_counted_behind_their_class(sentence: str, found: list[int]) -> None:
    assert [value for _, value in counted(ALL + sentence)] == found


@pytest.mark.parametrize(
    ("week", "then", "status"), [(20, "tuần 19", "stated"), (20, "tuần thứ 18", "stated"), (1, "tuần 52", "candidate")]
)
def test_what_moved_from_a_week_was_of_that_week(week: int, then: str, status: str) -> None:
    head = f"Hà Nam: kết quả Bộ chỉ số 766 tuần {week}/2024\n"
    found = found_in(f"{head}Tỉnh đạt 87,4 điểm, tăng 0,5 điểm so với {then}; thứ hạng từ 17/63 lên 15/63.")
    assert [(r["status"], r["period"]) for r in found if r.get("measure") == "rank" and r["value"] == 17] == [
        (status, then if status == "stated" else "tuần 1")
    ]


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


@pytest.mark.parametrize(
    "words",
    ["có thứ hạng từ 19 lùi về 41", "từ hạng 19 tụt về 41", "thứ hạng giảm từ 19 về 41", "từ thứ 19 rơi xuống 41"],
)
def test_a_part_goes_from_a_place_to_a_place(words: str) -> None:
    assert parts_told(f"{PARTS}Cải cách thể chế {words}.") == [(RULES, "rank", 19), (RULES, "rank", 41)]


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


@pytest.mark.parametrize("part", ["mà thành phố dẫn đầu cả nước là", "mà tỉnh đứng đầu cả nước gồm", "tỉnh dẫn đầu là"])
def test_parts_that_a_unit_leads_all_in(part: str) -> None:
    assert parts_told(f"{PARTS}Có hai lĩnh vực {part} cải cách thể chế và tài chính công.") == [
        (RULES, "rank", 1),
        ("tài chính công", "rank", 1),
    ]
    assert parts_told(f"{PARTS}Có hai lĩnh vực mà tỉnh dẫn đầu cả nước.") == []


@pytest.mark.parametrize(
    "opens", ["Đứng đầu nhóm này là", "Khép lại nhóm này là", "Cuối nhóm đó là", "Mở đầu nhóm này có"]
)
def test_who_opens_or_closes_the_class_told_before_is_in_it(opens: str) -> None:
    text = f"{ALL}Có 30 tỉnh thuộc nhóm B. {opens} Cao Bằng."
    assert groups(text) == [("Cao Bằng", "nhóm B")]
    assert ranks(text) == []
    assert groups(f"{ALL}Có 30 tỉnh trên 85%. {opens} Cao Bằng.") == []


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


@pytest.mark.parametrize(
    "words",
    [
        "Có 13 tỉnh nhóm A, nhóm B (từ 80% đến dưới 90%) có 50.",
        "Nhóm A (trên 90%) có 13 tỉnh, nhóm B (80% - 90%): 50.",
        "Nhóm A có 13 tỉnh, thành phố; nhóm B (từ 80% đến dưới 90%) gồm 50.",
    ],
)
def test_a_class_with_its_bounds_needs_no_second_noun(words: str) -> None:
    assert [value for _, value in counted(ALL + words)] == [13, 50]


def test_how_many_parts_have_their_places_told_is_no_place() -> None:
    head = "Xếp hạng PAR INDEX năm 2021 của tỉnh An Giang\n"
    for words in (
        "Thứ hạng 8 chỉ số thành phần của tỉnh:",
        "Vị trí 7 lĩnh vực của tỉnh năm 2021:",
        "Thứ hạng 9 huyện:",
    ):
        assert ranks(head + words) == []
    assert ranks(f"{head}Thứ hạng 8 toàn quốc thuộc về tỉnh An Giang.") == [("An Giang", 8)]


def test_a_year_in_parentheses_is_not_the_year_of_the_article() -> None:
    items = "".join(
        f"+ {part}: hạng {n} (năm 2020 hạng {n + 3});\n" for n, part in enumerate(["Cải cách thể chế"] * 6, 5)
    )
    text = f"An Giang tăng 5 bậc PAR INDEX\nNăm 2021, tỉnh đạt 87,3%.\nKết quả năm 2021 của tỉnh:\n{items}"
    assert ("An Giang", 2021, "rank_change", 5) in facts(text)


def test_parts_that_lead_are_named_behind_what_they_got() -> None:
    text = f"{PARTS}Bốn nội dung dẫn đầu 63 địa phương, trong đó cải cách thể chế được 9,5/10 điểm. "
    assert (RULES, "rank", 1) in parts_told(text)
    more = f"{PARTS}Hai nội dung khác cũng xếp thứ 3 là cải cách thể chế (9,4/11 điểm) và tài chính công."
    assert [p for p in parts_told(more) if p[1] == "rank"] == [(RULES, "rank", 3), ("tài chính công", "rank", 3)]


def test_a_place_among_the_cities_is_none_among_all() -> None:
    text = f"{ALL}Đà Nẵng đứng thứ 4 trong 5 thành phố trực thuộc Trung ương."
    assert ranks(text) == []


def test_what_parentheses_tell_of_another_week_stays_there() -> None:
    head = "Hà Nam: kết quả Bộ chỉ số 766 tuần 31/2024\n"
    text = f"{head}Tuần 31, tỉnh đạt 82,1 điểm (tuần 30: 80,9 điểm, xếp thứ 12), xếp thứ 8/63."
    told = [(r["period"], r["measure"], r["value"]) for r in stated(found_in(text)) if "period" in r]
    assert {("tuần 31", "rank", 8), ("tuần 30", "rank", 12), ("tuần 30", "score", 80.9)} <= set(told)


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


def test_short_names_of_factors_behind_what_they_are() -> None:
    head = "Công bố SIPAS năm 2020\nTrong 5 yếu tố được đo, chỉ số trung bình cả nước "
    assert [value for _, _, _, value in facts(f"{head}về công chức là 87,3%, về kết quả dịch vụ là 88,6%.")] == [
        87.3,
        88.6,
    ]
