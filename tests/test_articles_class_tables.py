"""Tables of classes in running text: how many units each class has, and who they are."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated

OF = "Gia Lai: kết quả năm 2022\n\nUBND tỉnh Gia Lai công bố Chỉ số CCHC năm 2022 của {}.\n\n"
DISTRICTS, OFFICES = OF.format("17 huyện, thị xã, thành phố"), OF.format("19 sở, ban, ngành")


def told(text: str) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The counts by class, and the classes of the units."""
    found = stated(found_in(text))
    counts = [(r["population"], r["class"], r["value"]) for r in found if r["type"] == "count"]
    return counts, [(r["unit"], r["value"]) for r in found if r.get("measure") == "group"]


@pytest.mark.parametrize("between", [" | ", "\t"])
@pytest.mark.parametrize("header", ["Xếp loại|Số đơn vị|Tên đơn vị", "Loại|Số lượng|Các huyện, thị xã, thành phố"])
def test_each_class_has_its_units(between: str, header: str) -> None:
    rows = [header, "Xuất sắc|2|Pleiku, An Khê", "Tốt|3|Chư Păh, Chư Sê, Ia Grai"]
    counts, classes = told(DISTRICTS + "\n".join(row.replace("|", between) for row in rows))
    assert counts == [("districts", "xuất sắc", 2), ("districts", "tốt", 3)]
    assert classes == [
        ("Pleiku", "xuất sắc"), ("An Khê", "xuất sắc"), ("Chư Păh", "tốt"), ("Chư Sê", "tốt"), ("Ia Grai", "tốt"),
    ]  # fmt: skip


def test_names_may_hold_commas_and_classes_their_bounds() -> None:
    rows = ["Xếp loại | Tên cơ quan", "Tốt (từ 80 điểm) | Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch", "Khá | Sở Y tế"]
    assert told(OFFICES + "\n".join(rows)) == (
        [], [("Sở Nội vụ", "tốt"), ("Sở Văn hóa, Thể thao và Du lịch", "tốt"), ("Sở Y tế", "khá")],
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ["Kết quả xếp loại công chức, viên chức:", "Xếp loại | Số lượng", "Xuất sắc | 20", "Tốt | 30"],
        ["Xếp loại | Số lượng", "Học sinh giỏi | 20", "Học sinh tiên tiến | 30"],
    ],
)
def test_classes_of_others_are_no_counts_of_units(rows: list[str]) -> None:
    assert told(OFFICES + "\n".join(rows)) == ([], [])
