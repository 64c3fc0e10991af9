"""What an article's first lines tell of it: a heading and a date line where there are some, and nothing guessed."""

from __future__ import annotations

import pytest

from cchc.loaders.articles.masthead import Masthead, masthead

BODY = "Ngày 24/6/2021, Bộ Nội vụ công bố Chỉ số CCHC năm 2020. Tỉnh Hà Nam xếp thứ 43/63.\n"


@pytest.mark.parametrize(
    ("line", "published", "page_date"),
    [
        ("Thứ Năm, 24/06/2021 15:30", "2021-06-24", None),
        ("16:52 | 24/06/2021", "2021-06-24", None),
        ("( Cập nhật lúc: 26/02/2019  )", "2019-02-26", None),
        ("Ngày đăng: 05/7/2022", "2022-07-05", None),
        ("Thứ bảy,\xa0 18/09/2021", None, "2021-09-18"),
        ("Kế hoạch ngày 18/09/2021", None, None),
        ("24/06", None, None),
    ],
)
def test_a_line_with_nothing_but_a_date_dates_the_article(
    line: str, published: str | None, page_date: str | None
) -> None:
    told = masthead(f"Hà Nam tăng hạng cải cách hành chính\n{line}\n\n{BODY}")
    assert (told.published, told.page_date) == (published, page_date)


def test_the_first_line_of_running_words_is_the_title() -> None:
    assert masthead(f"Hà Nam tăng hạng\n\n{BODY}").title == "Hà Nam tăng hạng"


@pytest.mark.parametrize("text", [BODY, "Hà Nam tăng hạng", "", BODY + BODY])
def test_where_there_is_no_heading_none_is_made_up(text: str) -> None:
    assert masthead(text) == Masthead()
