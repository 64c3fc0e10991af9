"""What ``cchc extract`` prints is in the language chosen; what it writes for programs is the same in both."""

from __future__ import annotations

import pytest

from article_gold import found_in
from cchc.cli.records import of_article, of_table

ARTICLE = (
    "Cà Mau công bố Chỉ số cải cách hành chính năm 2024 của các sở\n\n"
    "UBND tỉnh Cà Mau công bố kết quả Chỉ số cải cách hành chính năm 2024 của các sở, ban, ngành.\n\n"
    "Sở Tư pháp đạt 91,25 điểm, xếp thứ 4/20, tăng 3 bậc. Sở Y tế xếp cuối. Điểm trung bình của các sở là 84,5 điểm. "
    "Bệnh viện tỉnh đạt 70,5 điểm."
)


def lines(lang: str) -> list[str]:
    return [line for line in of_article(found_in(ARTICLE), lang).splitlines() if line and line[0] not in " -"]


def test_records_are_printed_in_vietnamese() -> None:
    own = "Chỉ số CCHC của tỉnh | 2024"
    assert lines("vi") == [
        "Kết quả (5)",
        f"{own} | Sở Tư pháp | điểm số | 91,25",
        f"{own} | Sở Tư pháp | hạng | 4/20",
        f"{own} | Sở Tư pháp | thay đổi thứ hạng | +3",
        f"{own} | Sở Y tế | hạng | cuối bảng | 20",
        f"{own} | các sở | trung bình | 84,5",
        "Số liệu chưa hiểu (1)",
        "70,5 điểm | nói về nơi không phải đơn vị đã biết",
    ]


def test_records_are_printed_in_english() -> None:
    own = "the province's own index | 2024"
    assert lines("en") == [
        "Results (5)",
        f"{own} | Department of Justice | score | 91.25",
        f"{own} | Department of Justice | rank | 4/20",
        f"{own} | Department of Justice | change of rank | +3",
        f"{own} | Department of Health | rank | last | 20",
        f"{own} | các sở | mean | 84.5",
        "Figures not understood (1)",
        "70,5 điểm | it is told of one that is no known unit",
    ]


@pytest.mark.parametrize(("lang", "value", "measure"), [("vi", "81,05", "điểm số"), ("en", "81.05", "score")])
def test_records_of_tables_are_printed_in_the_language_chosen(lang: str, value: str, measure: str) -> None:
    record = {
        "type": "observation", "index": "SIPAS", "year": 2023, "unit": "Cà Mau", "measure": "score", "value": 81.05,
        "evidence": "81.05", "sheet": None, "cell": "B2",
    }  # fmt: skip
    unit = "Cà Mau" if lang == "vi" else "Ca Mau"
    assert of_table([record], lang) == f"SIPAS | 2023 | {unit} | {measure} | {value}  “81.05” [B2]"
