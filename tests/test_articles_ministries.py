"""Pages of ministries: what "Bộ" means there, who its officials are, and what it meets for."""

from __future__ import annotations

from typing import Any

import pytest

from article_gold import found_in, stated
from article_wordings import facts

PAGE = "Bộ Xây dựng phân tích Chỉ số CCHC\n20/07/2021 | 18:44\n"


def officials(text: str) -> list[tuple[str, str, str]]:
    return [(r["name"], r["post"], r["organization"]) for r in stated(found_in(text)) if r["type"] == "official"]


def meeting(text: str) -> dict[str, Any]:
    return next(r for r in stated(found_in(text)) if r["type"] == "meeting")


@pytest.mark.parametrize("minister", ["Thứ trưởng", "Bộ trưởng"])
@pytest.mark.parametrize("ministry", ["Bộ Xây dựng", "Bộ Tài chính"])
def test_a_minister_without_a_ministry_is_of_the_one_talked_about(minister: str, ministry: str) -> None:
    text = (
        f"{PAGE.replace('Bộ Xây dựng', ministry)}Chiều 20/7, {ministry} họp trực tuyến. {minister} Lê Văn Nam chủ trì."
    )
    assert officials(text) == [("Lê Văn Nam", minister, ministry)]
    assert meeting(text)["chair"] == "Lê Văn Nam"


def test_a_minister_stays_in_the_ministry_that_was_told_first() -> None:
    present = f"{PAGE}Dự họp có Thứ trưởng Bộ Nội vụ Lê Văn Nam. "
    text = f"{present}Bộ Tài chính đạt 91,2%. Thứ trưởng Lê Văn Nam nhấn mạnh kết quả này."
    assert {organization for _, _, organization in officials(text)} == {"Bộ Nội vụ"}


def test_a_minister_of_no_ministry_that_is_named_is_left_out() -> None:
    assert officials("Công bố PAR INDEX năm 2021\nThứ trưởng Lê Văn Nam chủ trì.") == []


def test_the_head_of_a_department_of_a_ministry_is_the_ministry_s() -> None:
    text = f"{PAGE}Cùng dự có Chánh Văn phòng Bộ Lê Văn Nam và bà Trần Thị Lan, Vụ trưởng Vụ Tổ chức cán bộ."
    assert officials(text) == [
        ("Lê Văn Nam", "Chánh Văn phòng", "Bộ Xây dựng"),
        ("Trần Thị Lan", "Vụ trưởng Vụ Tổ chức cán bộ", "Bộ Xây dựng"),
    ]


def test_the_name_of_an_official_is_no_department_s_and_leaves_the_figures_to_the_ministry() -> None:
    present = f"{PAGE}Dự họp có Chánh Văn phòng Bộ Lê Văn Nam. "
    text = f"{present}Chỉ số CCHC năm 2020 của Bộ đạt 84,73%, đứng thứ 14/17 bộ."
    assert facts(text) == [("Bộ Xây dựng", 2020, "score", 84.73), ("Bộ Xây dựng", 2020, "rank", 14)]


def test_by_whose_account_something_is_said_is_not_whose_it_is() -> None:
    page = "Lào Cai: PAR INDEX năm 2021\nBộ Nội vụ họp báo. "
    text = f"{page}Theo đánh giá của Bộ, PAR INDEX năm 2021 của Lào Cai đạt 84,7%."
    assert facts(text) == [("Lào Cai", 2021, "score", 84.7)]


def test_a_meeting_that_only_a_verb_names_is_named_by_what_it_is_for() -> None:
    text = f"{PAGE}Chiều 20/7, Bộ Xây dựng họp trực tuyến đánh giá kết quả SIPAS 2020. Thứ trưởng Lê Văn Nam chủ trì."
    assert meeting(text)["name"] == "họp trực tuyến đánh giá kết quả SIPAS 2020"


def test_who_chairs_may_have_another_post_that_is_no_body_of_ours() -> None:
    text = f"{PAGE}Chiều 20/7, Bộ họp trực tuyến. "
    text += "Thứ trưởng Lê Văn Nam, Trưởng Ban Biên tập Cổng thông tin của Bộ chủ trì."
    assert meeting(text)["chair"] == "Lê Văn Nam"


@pytest.mark.parametrize("board", ["Ban Chỉ đạo cải cách hành chính", "Ban Chỉ đạo CCHC của"])
def test_a_deputy_minister_is_of_the_ministry_whose_committee_the_sentence_names(board: str) -> None:
    text = (
        f"Kết quả PAR INDEX\nChiều 10/5/2024, {board} Bộ Nông nghiệp và Phát triển nông thôn họp đánh giá kết quả PAR"
        " INDEX năm 2023, dưới sự chủ trì của Thứ trưởng Thường trực Trần Thanh Nam, Trưởng Ban Chỉ đạo."
    )
    found = stated(found_in(text))
    officials = [(r["post"], r["organization"]) for r in found if r["type"] == "official"]
    ministry = "Bộ Nông nghiệp và Phát triển nông thôn"
    assert officials == [("Thứ trưởng Thường trực", ministry), ("Trưởng ban", f"Ban Chỉ đạo CCHC {ministry}")]
    assert [r["chair"] for r in found if r["type"] == "meeting"] == ["Trần Thanh Nam"]


def test_a_minister_may_be_deputy_head_of_the_governments_committee() -> None:
    text = "Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà, Phó Trưởng Ban Chỉ đạo, báo cáo PAR INDEX năm 2023."
    found = [r["organization"] for r in stated(found_in(text)) if r["type"] == "official"]
    assert found == ["Bộ Nội vụ", "Ban Chỉ đạo cải cách hành chính của Chính phủ"]
