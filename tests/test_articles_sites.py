"""Pages that begin with the name of their site, and tables as such pages lose their columns."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import told
from cchc.loaders.articles.masthead import masthead


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


def test_years_told_in_turn_end_where_another_year_begins() -> None:
    text = (
        "Chỉ số PAPI của tỉnh Cà Mau\nPAPI năm 2019 và 2020, tỉnh Cà Mau lần lượt xếp thứ 12 và thứ 9 cả nước, "
        "với 41,25 điểm và 42,5 điểm; năm 2022 đạt 40,75 điểm, đứng thứ 21."
    )
    assert told(text) == [
        ("PAPI", year, "Cà Mau", value)
        for year, value in ((2019, 12), (2020, 9), (2019, 41.25), (2020, 42.5), (2022, 40.75), (2022, 21))
    ]


def test_a_place_held_for_years_before_is_no_rank_of_now() -> None:
    text = (
        "PAR INDEX năm 2022 của các bộ\nPAR INDEX năm 2022, Bộ Tư pháp sau nhiều năm dẫn đầu nay xếp thứ hai (90,25%). "
        "Bộ Tài chính xuống thứ ba sau 2 năm liên tiếp (2020, 2021) giữ ngôi quán quân."
    )
    assert [row for row in told(text) if isinstance(row[3], int)] == [
        ("PAR INDEX", 2022, "Bộ Tư pháp", 2),
        ("PAR INDEX", 2022, "Bộ Tài chính", 3),
    ]


def test_what_a_score_rises_to_is_the_score() -> None:
    text = "SIPAS của tỉnh Cà Mau\nNăm 2021, SIPAS của tỉnh Cà Mau đạt 78,25% thì năm 2022 đã lên 83,75%, lên 5 bậc."
    assert told(text) == [("SIPAS", 2021, "Cà Mau", 78.25), ("SIPAS", 2022, "Cà Mau", 83.75)]
    assert [r["value"] for r in stated(found_in(text)) if r["measure"] == "rank_change"] == [5]


@pytest.mark.parametrize(("day", "year"), [("30/6", 2023), ("30/6/2022", 2022)])
def test_the_day_up_to_which_figures_count_is_their_period(day: str, year: int) -> None:
    text = (
        "Cà Mau đẩy mạnh cải cách hành chính\n12/7/2023\nNăm 2021, PAR INDEX của tỉnh Cà Mau xếp thứ 30/63.\n"
        f"Theo Bộ chỉ số 766, tính đến ngày {day}, tỉnh đạt 80,25 điểm, đứng thứ 12/63."
    )
    found = [r for r in stated(found_in(text)) if r["index"] == "Bộ chỉ số 766"]
    assert {(r["year"], r["period"]) for r in found} == {(year, "đến ngày 30/6")}
    assert {r["value"] for r in found} == {80.25, 12}


def test_a_special_zone_is_a_unit_of_the_commune_level() -> None:
    text = (
        "An Giang: kết quả Bộ chỉ số 766\nTheo Bộ chỉ số 766 tháng 8/2025, phường Châu Đốc của tỉnh An Giang đạt "
        "94,5 điểm. Đặc khu Phú Quốc đạt 85,25 điểm, xếp thứ 51."
    )
    assert [row[2:] for row in told(text)] == [
        ("phường Châu Đốc", 94.5),
        ("đặc khu Phú Quốc", 85.25),
        ("đặc khu Phú Quốc", 51),
    ]
