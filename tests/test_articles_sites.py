"""Pages that begin with the name of their site, and tables as such pages lose their columns."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from cchc.loaders.articles.masthead import masthead
from test_articles_focus import told


@pytest.mark.parametrize(
    "site",
    [
        "Trang thông tin điện tử Sở Nội vụ tỉnh Ninh Thuận",
        "Trang thông tin Sở Nội vụ tỉnh Ninh Thuận",
        "Báo Ninh Thuận điện tử",
        "Báo Ninh Thuận online",
    ],
)
def test_the_name_of_a_site_is_no_title(site: str) -> None:
    text = (
        f"{site}\nKẾT QUẢ PAR INDEX NĂM 2022 VÀ CHỈ SỐ CCHC CẤP HUYỆN NĂM 2022\n"
        "PAR INDEX năm 2022 của tỉnh Ninh Thuận đạt 81,5 điểm, xếp thứ 33/63.\n"
        "Kết quả các lĩnh vực:\nLĩnh vực\nĐiểm đạt được\nXếp hạng\n"
        "Cải cách thể chế\n8,25\n14\nCải cách tài chính công\n9,75\n21\n"
    )
    assert told(text) == [("PAR INDEX", 2022, "Ninh Thuận", value) for value in (81.5, 33, 8.25, 14, 9.75, 21)]


def test_a_newspaper_in_a_title_is_no_site() -> None:
    title = "Báo chí đồng hành cùng cải cách hành chính điện tử"
    assert masthead(f"{title}\nNăm 2022, PAR INDEX của tỉnh Cà Mau đạt 80,5 điểm.").title == title


def test_the_one_index_that_headers_name_is_that_of_all_columns() -> None:
    text = (
        "Cà Mau: Nhìn lại các chỉ số\nNăm 2021, PAR INDEX của tỉnh Cà Mau đạt 80,5 điểm.\n"
        "Năm | Hạng SIPAS | Mức độ hài lòng\n2020 | 31 | 83,75%\n2021 | 28 | 84,25%\n2022 | 30 | 81,5%\n"
    )
    assert told(text)[1:] == [
        ("SIPAS", year, "Cà Mau", value)
        for year, rank, share in ((2020, 31, 83.75), (2021, 28, 84.25), (2022, 30, 81.5))
        for value in (rank, share)
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tác động của CCHC", "Tác động của CCHC"),
        (
            "Tác động của CCHC đến người dân, tổ chức",
            "Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội",
        ),
    ],
)
def test_a_part_is_called_by_its_short_name_only_where_the_text_stops_there(words: str, name: str) -> None:
    text = f"PAR INDEX năm 2022 của tỉnh Cà Mau\nNăm 2022, PAR INDEX của tỉnh Cà Mau có {words} đạt 12,5 điểm."
    assert [record["component"] for record in stated(found_in(text)) if record["value"] == 12.5] == [name]
