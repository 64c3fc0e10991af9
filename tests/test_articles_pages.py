"""Pages of the genre, seen as wholes: tables of regions, years behind a name in parentheses."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from test_articles_voices import facts

REGIONS = "Chỉ số cải cách hành chính (PAR INDEX) {later} theo vùng\nKết quả cụ thể:\n"


def means(text: str) -> list[tuple[str, int, float]]:
    return [(r["unit"], r["year"], float(r["value"])) for r in stated(found_in(text)) if r.get("measure") == "mean"]


@pytest.mark.parametrize("year", ["{} (%)", "Năm {}", "{}", "{} (điểm)"])
@pytest.mark.parametrize("apart", ["\n", " | "])
def test_the_rows_of_a_table_of_regions_are_means(year: str, apart: str) -> None:
    rows = [
        ("Vùng", year.format(2021), year.format(2022)),
        ("Tây Nguyên", "81,15", "83,02"),
        ("Đồng bằng sông Hồng", "85,4", "86,71"),
        ("Cả nước", "84,01", "85,5"),
    ]
    text = REGIONS.format(later=2022) + "\n".join(apart.join(row) for row in rows)
    assert sorted(means(text)) == sorted(
        [
            ("Tây Nguyên", 2021, 81.15), ("Tây Nguyên", 2022, 83.02),
            ("Đồng bằng sông Hồng", 2021, 85.4), ("Đồng bằng sông Hồng", 2022, 86.71),
            ("tỉnh, thành phố", 2021, 84.01), ("tỉnh, thành phố", 2022, 85.5),
        ]
    )  # fmt: skip


def test_ranks_and_counts_of_regions_are_no_means() -> None:
    rows = ["Vùng | Xếp hạng | Số tỉnh | 2022", "Tây Nguyên | 6 | 5 | 83,02", "Đông Nam Bộ | 2 | 6 | 87,79"]
    assert means(REGIONS.format(later=2022) + "\n".join(rows)) == [
        ("Tây Nguyên", 2022, 83.02),
        ("Đông Nam Bộ", 2022, 87.79),
    ]


@pytest.mark.parametrize("name", ["Chỉ số CCHC (PAR INDEX) {}", "PAR INDEX {}", "Chỉ số cải cách hành chính {}"])
def test_the_year_behind_the_short_name_of_an_index_is_its_year(name: str) -> None:
    text = (
        "Hội nghị công bố " + name.format(2018) + " diễn ra ngày 24/5/2019.\n"
        "Giá trị trung bình của 63 tỉnh, thành phố là 76,92%. Lạng Sơn xếp thứ 31, tăng 2 bậc so với năm 2017."
    )
    assert ("Lạng Sơn", 2018, "rank", 31) in facts(text)
    assert ("63 tỉnh, thành phố", 2018, 76.92) in means(text)


def test_a_number_behind_parentheses_is_no_year() -> None:
    text = "PAR INDEX năm 2018 của tỉnh Lạng Sơn\nTỉnh có điểm (theo Bộ Nội vụ) 76,9 và xếp thứ 31."
    assert {year for _, year, _, _ in facts(text)} == {2018}
