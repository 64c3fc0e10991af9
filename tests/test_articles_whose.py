"""Whose a figure is on the page of a department or commune, in blocks of bodies, and among those who are satisfied."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import found_in, stated
from article_wordings import facts


def told(text: str) -> list[tuple[Any, ...]]:
    """Index, unit, year, measure and value of each fact, in the order of the text."""
    facts = sorted(
        (r for r in stated(found_in(text)) if r["type"] == "observation"), key=lambda r: (r["end"], r["start"])
    )
    return [(r["index"], r["unit"], r["year"], r["measure"], r["value"]) for r in facts]


@pytest.mark.parametrize(
    "menu", ["", "Giới thiệu   Tin tức   Thủ tục hành chính   Hỏi đáp\n", "Trang chủ\tTin tức\tVăn bản\tLiên hệ\n"]
)
def test_xa_is_the_commune_of_the_page_whatever_others_were_named(menu: str) -> None:
    text = (
        f"TRANG THÔNG TIN ĐIỆN TỬ XÃ BA BỂ - TỈNH THÁI NGUYÊN\n{menu}Xã Ba Bể nâng hạng chỉ số CCHC năm 2024\n"
        "Năm 2024, xã Ba Bể đạt 88,45 điểm; xã Chợ Rã đạt 81,74 điểm, xã Đồng Phúc đạt 78,06 điểm.\n"
        "Xét từng nội dung, xã được 15,6 điểm về cải cách thể chế."
    )
    assert [(unit, value) for _, unit, _, _, value in told(text)] == [
        ("xã Ba Bể", 88.45),
        ("xã Chợ Rã", 81.74),
        ("xã Đồng Phúc", 78.06),
        ("xã Ba Bể", 15.6),
    ]


@pytest.mark.parametrize(
    ("head", "short", "name"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "Sở TN&MT", "Sở Tài nguyên và Môi trường"),
    ],
)
def test_so_on_the_page_of_a_department_is_that_department(head: str, short: str, name: str) -> None:
    text = (
        f"{head} TỈNH BÌNH ĐỊNH\n{short} nâng hạng chỉ số CCHC năm 2023\n"
        "Năm 2023, đứng đầu về chỉ số CCHC là Sở Tài chính.\n"
        "Thứ hạng của Sở qua các năm: năm 2021: hạng 14; năm 2022: hạng 11."
    )
    assert [(unit, year, value) for _, unit, year, _, value in told(text)] == [
        ("Sở Tài chính", 2023, 1),
        (name, 2021, 14),
        (name, 2022, 11),
    ]


@pytest.mark.parametrize("word", ["Huyện", "Xã", "Thị xã"])
def test_a_word_for_a_unit_that_was_not_named_is_not_the_province(word: str) -> None:
    assert told(f"PAR INDEX năm 2023 của tỉnh Hà Nam\n{word} đạt 85,25 điểm, xếp thứ 2.") == []


def test_a_block_of_bodies_has_its_classes_and_who_leads_is_in_none_by_that() -> None:
    found = stated(
        found_in(
            "Kết quả chấm điểm cải cách hành chính năm 2021 của tỉnh Hà Nam\n"
            "Kết quả chỉ số CCHC của tỉnh cho thấy khối sở, ngành có 6 đơn vị loại Xuất sắc, 9 đơn vị loại Tốt, "
            "3 đơn vị loại Khá, trong đó Sở Nội vụ dẫn đầu với 93,4 điểm."
        )
    )
    assert [(r["class"], r["value"]) for r in found if r["type"] == "count"] == [
        ("xuất sắc", 6),
        ("tốt", 9),
        ("khá", 3),
    ]
    assert [(r["measure"], r["value"]) for r in found if "measure" in r] == [("rank", 1), ("score", 93.4)]


def test_a_group_behind_a_colon_has_its_own_number() -> None:
    text = (
        "PAR INDEX năm 2023\nKhông còn tỉnh nào dưới 80%: nhóm A có 7 địa phương, 56 địa phương còn lại thuộc nhóm B."
    )
    found = [(r["class"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert found == [("dưới 80%", 0), ("nhóm A", 7), ("nhóm B", 56)]


def test_percentage_points_are_how_far_figures_are_apart() -> None:
    text = "PAR INDEX năm 2023\nCải cách thể chế: cao nhất là Đà Nẵng (95,55%), thấp nhất là Điện Biên (66,72%). "
    assert [value for *_, value in told(text + "Chênh lệch 28,83 điểm phần trăm.")][-1] == 66.72


@pytest.mark.parametrize("who", ["người dân, tổ chức", "người dân và doanh nghiệp", "người dân"])
def test_the_share_of_the_satisfied_is_the_unit_s_where_its_rank_is_told(who: str) -> None:
    text = (
        f"PAR INDEX và SIPAS năm 2021 của tỉnh Hà Nam\nSIPAS nhích từ hạng 18 lên hạng 16, với 88,04% {who} hài lòng."
    )
    assert told(text)[-1] == ("SIPAS", "Hà Nam", 2021, "score", 88.04)


def test_the_share_of_all_who_are_satisfied_is_of_sipas() -> None:
    text = (
        "Công bố PAR INDEX và SIPAS năm 2022\nPAR INDEX của Quảng Ninh đạt 90,1%.\nCả nước, 80,08% người dân hài lòng."
    )
    assert [(index, measure, value) for index, _, _, measure, value in told(text)] == [
        ("PAR INDEX", "score", 90.1),
        ("SIPAS", "mean", 80.08),
    ]


def test_more_than_the_month_before_is_a_change_and_a_month_behind_its_index_is_its_period() -> None:
    text = (
        "Xã Ba Bể (Thái Nguyên) tăng 12 bậc trong bảng xếp hạng Bộ chỉ số 766 tháng 9 năm 2025\n"
        "Xã Ba Bể đạt 88,45 điểm, hơn tháng trước 2,3 điểm."
    )
    found = [r for r in stated(found_in(text)) if "measure" in r]
    assert [(r["measure"], r["value"], r["period"]) for r in found] == [
        ("rank_change", 12, "tháng 9"),
        ("score", 88.45, "tháng 9"),
        ("score_change", 2.3, "tháng 9"),
    ]


def test_who_chairs_may_do_so_on_a_day_behind_the_post() -> None:
    text = (
        "Công bố PAR INDEX năm 2022\nThủ tướng Phạm Minh Chính, Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ, "
        "ngày 19/4 chủ trì hội nghị trực tuyến công bố PAR INDEX năm 2022."
    )
    [meeting] = [r for r in found_in(text) if r["type"] == "meeting"]
    assert (meeting["date"], meeting["chair"]) == ("2023-04-19", "Phạm Minh Chính")


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Hai Phong, the winner in 2021, slipped to second with 90.05 percent.",
         [("Hải Phòng", 2021, 1), ("Hải Phòng", 2022, 2), ("Hải Phòng", 2022, 90.05)]),
        ("At the bottom of the list was the Ministry of Transport, with 78.64 percent.",
         [("Bộ Giao thông vận tải", 2022, "last"), ("Bộ Giao thông vận tải", 2022, 78.64)]),
        ("Phu Yen and Soc Trang were at 62nd and 63rd, with 78.70 and 77.98 percent.",
         [("Phú Yên", 2022, 62), ("Sóc Trăng", 2022, 63), ("Phú Yên", 2022, 78.7), ("Sóc Trăng", 2022, 77.98)]),
        ("The provincial average was 84.79 percent; the biggest drop, of 7.4 percentage points, was recorded in public "
         "finance reform.",
         [("tỉnh, thành phố", 2022, 84.79), ("tỉnh, thành phố", 2022, -7.4)]),
    ],
)  # fmt: skip
def test_what_english_news_tells_of_the_best_and_the_worst(english: str, found: list[tuple[Any, ...]]) -> None:
    text = (
        f"The 2022 PAR INDEX of the ministries and provinces was announced by the Ministry of Home Affairs. {english}"
    )
    assert sorted(((unit, year, value) for _, unit, year, _, value in told(text)), key=str) == sorted(found, key=str)


MINISTRY = "PAR INDEX 2022 của Bộ Y tế\nBộ Y tế đạt 84,97 điểm PAR INDEX năm 2022, đứng thứ 8/17.\n"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Năm 2021, Bộ có 85,62 điểm, xếp 11/17.", [(2021, "score", 85.62), (2021, "rank", 11)]),
        ("So với năm trước, Bộ mất 0,65 điểm và 3 bậc.", [(2022, "score_change", -0.65), (2022, "rank_change", -3)]),
        ("Bộ chỉ số năm 2022 gồm 7 lĩnh vực, đạt 86,5 điểm.", []),
        ("Bộ phận một cửa giải quyết 95,2% hồ sơ đúng hạn.", []),
    ],
)  # fmt: skip
def test_a_ministry_calls_itself_by_its_head_noun_with_a_capital(told: str, expected: list[tuple[object, ...]]) -> None:
    assert [one[1:] for one in facts(MINISTRY + told)][2:] == expected


def test_a_mean_that_ends_a_paragraph_about_a_unit_is_not_what_the_next_one_goes_on_with() -> None:
    head = "SIPAS năm 2022 của tỉnh Hà Nam\nSIPAS của tỉnh là 80,94%. Bình quân 63 tỉnh, thành phố là 80,08%.\n"
    told = "Trong 5 yếu tố, người dân đánh giá cao nhất yếu tố công chức: 82,36%."
    assert ("Hà Nam", 2022, "score", 82.36) in facts(head + told)
    of_all = "SIPAS năm 2022\nBình quân 63 tỉnh, thành phố là 80,08%.\nTrong 5 yếu tố, yếu tố công chức đạt 82,36%."
    assert "score" not in {measure for _, _, measure, _ in facts(of_all)}


@pytest.mark.parametrize(
    ("told", "score"),
    [
        ("84,52% người dân hài lòng, đưa Hà Nam lên thứ 5.", True),
        ("Năm 2022 có 84,52% người dân, tổ chức hài lòng, tỉnh đứng thứ 5 toàn quốc.", True),
        ("Toàn quốc có 84,52% người dân hài lòng; Hà Nam đứng thứ 5.", False),
    ],
)
def test_the_satisfied_before_a_place_are_those_of_the_unit_that_has_it(told: str, score: bool) -> None:
    found = facts(f"SIPAS năm 2022 của tỉnh Hà Nam\nSIPAS năm 2022 đã công bố.\n{told}")
    assert (("Hà Nam", 2022, "score", 84.52) in found) is score
    assert ("Hà Nam", 2022, "rank", 5) in found


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "SIPAS: 84,52% người dân, tổ chức hài lòng; hạng 21/63.",
            [("Hà Nam", "score", 84.52), ("Hà Nam", "rank", 21)],
        ),
        (
            "Chỉ số SIPAS: có 84,52% người dân hài lòng, xếp thứ 21.",
            [("Hà Nam", "score", 84.52), ("Hà Nam", "rank", 21)],
        ),
        ("SIPAS: 84,52% người dân hài lòng.", []),
        ("SIPAS: 84,52% người dân hài lòng; xếp thứ nhất là Quảng Ninh.", [("Quảng Ninh", "rank", 1)]),
        ("Cả nước có 84,52% người dân hài lòng, xếp thứ 5 là Quảng Ninh.", [("Quảng Ninh", "rank", 5)]),
    ],
)
def test_the_satisfied_that_an_index_heads_are_those_of_the_page_where_a_place_goes_with_them(
    told: str, expected: list[tuple[str, str, float]]
) -> None:
    found = facts(f"Bốn chỉ số năm 2022 của tỉnh Hà Nam\nPAR INDEX của tỉnh là 85,1%.\n{told}")
    assert [(unit, measure, value) for unit, _, measure, value in found if measure in ("score", "rank")][1:] == expected


@pytest.mark.parametrize(
    "who", ["người dân trong tỉnh", "người dân Hà Nam", "người dân của tỉnh", "người được hỏi tại tỉnh"]
)
@pytest.mark.parametrize(
    ("what", "part"),
    [
        ("hài lòng về thủ tục hành chính", "Thủ tục hành chính"),
        ("hài lòng với việc tiếp cận dịch vụ", "Tiếp cận dịch vụ"),
        ("hài lòng về sự phục vụ của cơ quan hành chính", None),
    ],
)
def test_who_is_satisfied_with_a_part_is_not_so_with_all(who: str, what: str, part: str | None) -> None:
    text = f"SIPAS năm 2022 của tỉnh Hà Nam\nSIPAS của tỉnh đã công bố.\nTheo SIPAS, 86,12% {who} {what}."
    found = [r for r in stated(found_in(text)) if r["type"] == "observation"]
    assert [(r["unit"], r["component"], r["value"]) for r in found] == [("Hà Nam", part, 86.12)]


@pytest.mark.parametrize("what", ["thái độ của cán bộ", "cơ sở vật chất"])
def test_who_is_satisfied_with_what_no_index_has_tells_no_score(what: str) -> None:
    head = "SIPAS năm 2022 của tỉnh Hà Nam\nSIPAS của tỉnh đã công bố.\n"
    assert facts(f"{head}Có 86,12% người dân trong tỉnh hài lòng về {what}.") == []
