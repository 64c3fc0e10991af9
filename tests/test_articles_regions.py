"""Ranks in a region that is named beside them, told of before, or that of the unit; and who is before or behind a unit
there and among all."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, facts, ranks

DELTA = "Đồng bằng sông Cửu Long"
OF_ONE = "Kết quả PAR INDEX năm 2021 của tỉnh An Giang\nPAR INDEX năm 2021 của An Giang đạt 86,45%.\n"
SIXTH = "PAR INDEX năm 2021 của tỉnh Hà Nam\nPAR INDEX năm 2021 của Hà Nam đạt 86,45%, xếp thứ 6.\n"


def scoped(text: str) -> list[tuple[object, ...]]:
    """Unit, year, rank and region of the ranks in a region, and of those among all."""
    found = stated(found_in(text))
    return [(r["unit"], r["year"], r["value"], r["scope"]) for r in found if r.get("measure") == "rank"]


@pytest.mark.parametrize(
    ("told", "rank"),
    [
        ("Tỉnh xếp thứ 11/13 so với khu vực.", 11),
        ("Xếp thứ 11/13 so với các tỉnh trong khu vực.", 11),
        ("Tỉnh đứng thứ 3/13 tỉnh, thành phố trong vùng.", 3),
        ("Xét trong vùng, An Giang đứng thứ 3, sau Đồng Tháp và Long An.", 3),
        ("An Giang là tỉnh có chỉ số cao nhất khu vực.", 1),
        ("Với kết quả này, An Giang đứng nhất khu vực.", 1),
    ],
)
def test_a_region_without_a_name_is_the_one_that_the_unit_lies_in(told: str, rank: int) -> None:
    assert scoped(OF_ONE + told) == [("An Giang", 2021, rank, DELTA)]


@pytest.mark.parametrize(
    "told",
    ["Tỉnh xếp thứ 11/12 so với khu vực.", "Tỉnh xếp thứ 3 khu vực phía Nam.", "Tỉnh xếp thứ 3 các tỉnh miền Tây."],
)
def test_a_region_of_another_size_is_not_the_one_that_the_unit_lies_in(told: str) -> None:
    assert DELTA not in str(scoped(OF_ONE + told))


def test_of_two_regions_that_a_unit_lies_in_its_size_tells_the_one() -> None:
    head = "Kết quả PAR INDEX năm 2021 của tỉnh Nghệ An\nPAR INDEX năm 2021 của Nghệ An đạt 86,45%.\n"
    assert scoped(f"{head}Trong khu vực, tỉnh xếp thứ 2/6.") == [("Nghệ An", 2021, 2, "Bắc Trung Bộ")]
    assert scoped(f"{head}Trong khu vực, tỉnh xếp thứ 2/14.") == [
        ("Nghệ An", 2021, 2, "Bắc Trung Bộ và Duyên hải miền Trung")
    ]
    assert scoped(f"{head}Trong khu vực, tỉnh xếp thứ 2.") == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Tốt nhất vùng Đồng bằng sông Cửu Long là Đồng Tháp: 87,1 điểm, hạng 9.", [("Đồng Tháp", 1, DELTA)]),
        ("Ngôi đầu vùng thuộc về Đồng Tháp.", [("Đồng Tháp", 1, DELTA)]),
        ("Kém nhất vùng là Kiên Giang: 79,97%.", [("Kiên Giang", "last", DELTA)]),
        (
            "Đồng Tháp là quán quân của vùng Đồng bằng sông Cửu Long, An Giang về nhì.",
            [("Đồng Tháp", 1, DELTA), ("An Giang", 2, DELTA)],
        ),
        ("Đồng Tháp là quán quân toàn quốc, An Giang về nhì.", []),
        ("Tỉnh phục vụ người dân tốt nhất là nhờ công nghệ.", []),
    ],
)
def test_the_best_and_the_worst_of_a_region(told: str, expected: list[tuple[object, ...]]) -> None:
    found = [(unit, rank, scope) for unit, _, rank, scope in scoped(OF_ONE + told) if scope]
    assert found == expected


@pytest.mark.parametrize(
    "told",
    [
        "Ở Đồng bằng sông Cửu Long thì từ 13/13 lên 9/13.",
        "Trong vùng, tỉnh từ vị trí 13/13 năm 2020 lên vị trí 9/13 năm 2021.",
        "Tỉnh xếp thứ 20; trong vùng từ thứ 13/13 lên thứ 9/13.",
    ],
)
def test_a_rank_in_a_region_came_from_one_of_the_year_before(told: str) -> None:
    found = [one for one in scoped(OF_ONE + told) if one[3]]
    assert found == [("An Giang", 2020, 13, DELTA), ("An Giang", 2021, 9, DELTA)]


def test_points_out_of_a_round_number_are_no_places() -> None:
    assert "rank" not in str(facts(f"{OF_ONE}Cải cách thể chế tăng từ 8/10 lên 9/10 điểm."))


def test_the_region_told_of_in_a_later_clause_has_no_rank_before_it() -> None:
    text = f"{OF_ONE}Vùng Đồng bằng sông Cửu Long có 13 tỉnh.\nTỉnh xếp thứ 9 cả nước; trong vùng, tỉnh đứng thứ 2."
    assert scoped(text) == [("An Giang", 2021, 9, None), ("An Giang", 2021, 2, DELTA)]


def test_the_first_of_a_region_with_its_score_needs_no_subject() -> None:
    told = "Sang PAR INDEX 2021 lại lùi 2 bậc, xuống thứ 5 với 88,61%, song vẫn dẫn đầu vùng Đồng bằng sông Cửu Long."
    assert ("An Giang", 2021, 1, DELTA) in scoped(OF_ONE + told)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Năm vị trí trên Hà Nam lần lượt là: Quảng Ninh (90,1%), Hải Phòng (89,9%), Đà Nẵng (88,1%), Bắc Ninh (87%)"
            " và Thái Nguyên (86,9%).",
            [("Quảng Ninh", 1), ("Hải Phòng", 2), ("Đà Nẵng", 3), ("Bắc Ninh", 4), ("Thái Nguyên", 5)],
        ),
        ("Hai tỉnh xếp trên tỉnh theo thứ tự là Bắc Ninh và Thái Nguyên.", [("Bắc Ninh", 4), ("Thái Nguyên", 5)]),
        ("Xếp ngay trên Hà Nam là Bắc Ninh với 87%.", [("Bắc Ninh", 5)]),
        ("Ngay sau tỉnh là Nam Định với 86,1%.", [("Nam Định", 7)]),
        ("Xếp trên Hà Nam là Quảng Ninh, Bắc Ninh.", []),
        ("Ba tỉnh trên Hà Nam lần lượt là Bắc Ninh và Thái Nguyên.", []),
        ("Đứng trên Hà Nam là Bắc Ninh (thứ 5) và Thái Nguyên (thứ 4).", [("Bắc Ninh", 5), ("Thái Nguyên", 4)]),
    ],
)
def test_who_is_before_a_unit_has_the_places_before_its_own(told: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(one for one in ranks(SIXTH + told) if one[0] != "Hà Nam") == sorted(expected)


def test_who_is_behind_a_unit_of_its_region_has_the_places_there() -> None:
    told = "Trong vùng, xếp sau Đồng Tháp lần lượt là Long An (hạng 9 toàn quốc), Bến Tre (hạng 16)."
    head = f"{OF_ONE}Đồng Tháp dẫn đầu vùng Đồng bằng sông Cửu Long.\n"
    found = [(unit, rank) for unit, _, rank, scope in scoped(head + told) if scope]
    assert found == [("Đồng Tháp", 1), ("Long An", 2), ("Bến Tre", 3)]
    assert ("Long An", 2021, "rank", 9) in facts(head + told)


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("Đây là lần thứ hai thành phố đứng nhất, sau năm 2020.", [2020, 2023]),
        ("Đây là lần thứ ba thành phố dẫn đầu PAR INDEX, sau các năm 2019 và 2021.", [2019, 2021, 2023]),
        ("Đây là năm thứ ba liên tiếp thành phố đứng đầu cả nước (2021-2023).", [2021, 2022, 2023]),
        ("Đây là năm thứ hai liên tiếp thành phố dẫn đầu PAR INDEX.", [2023]),
        ("Lần gần nhất thành phố đứng nhất là năm 2020.", [2020]),
        ("Đây là lần thứ hai thành phố tổ chức hội nghị, sau năm 2020.", []),
    ],
)
def test_a_place_that_was_had_before_is_of_those_years_too(told: str, years: list[int]) -> None:
    head = "Hải Phòng: PAR INDEX năm 2023\nHải Phòng đạt 91,2% PAR INDEX năm 2023.\n"
    found = sorted((year, rank) for _, year, measure, rank in facts(head + told) if measure == "rank")
    assert found == [(year, 1) for year in years]


def test_the_region_that_an_article_has_named_is_the_one_where_its_province_is_last() -> None:
    head = "PAR INDEX năm 2022 của tỉnh Thái Bình\nTrung bình vùng Đồng bằng sông Hồng là 86,6%; trung bình vùng"
    found = stated(found_in(f"{head} Đông Nam Bộ là 84,7%.\nNhư vậy Thái Bình đứng cuối vùng."))
    assert [(r["value"], r["scope"]) for r in found if r["measure"] == "rank"] == [("last", "Đồng bằng sông Hồng")]


@pytest.mark.parametrize(
    ("title", "body", "first"),
    [
        (f"Đồng Tháp giữ ngôi đầu {DELTA}", "PAR INDEX năm 2021 của Đồng Tháp đạt 87,02%.", True),
        (f"Đồng Tháp giữ ngôi đầu {DELTA}", "PAR INDEX năm 2021 của Đồng Tháp đạt 87,02%, SIPAS đạt 88,1%.", False),
        ("Đồng Tháp giữ ngôi đầu về xuất khẩu", "PAR INDEX năm 2021 của Đồng Tháp đạt 87,02%.", False),
    ],
)
def test_who_leads_in_a_title_does_so_in_the_only_index_of_the_article(title: str, body: str, first: bool) -> None:
    assert (("Đồng Tháp", 2021, 1, DELTA) in scoped(f"{title}\n{body}")) is first


def test_a_board_that_is_named_after_two_places_is_no_province() -> None:
    head = "Chỉ số CCHC năm 2022 của các sở tỉnh Lạng Sơn\nUBND tỉnh công bố kết quả của 20 sở, ban, ngành.\n"
    told = "Ở đầu kia, Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn đứng cuối bảng, được 76,44 điểm."
    assert [(unit, rank) for unit, _, rank, _ in scoped(head + told)] == [
        ("Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn", "last")
    ]


@pytest.mark.parametrize("lead", ["Cùng nhóm Đồng bằng sông Hồng,", "Ở vùng Đồng bằng sông Hồng,"])
def test_places_in_parentheses_are_among_all_where_one_is_too_large_for_the_region(lead: str) -> None:
    told = f"{lead} Quảng Ninh đạt 92,1% (hạng 2), Hà Nội 91,4% (hạng 3), Bắc Ninh 89,1% (hạng 15)."
    assert [(unit, rank) for unit, _, rank, scope in scoped(ALL + told) if not scope] == [
        ("Quảng Ninh", 2), ("Hà Nội", 3), ("Bắc Ninh", 15),
    ]  # fmt: skip


def test_a_place_in_a_region_stays_one_beside_places_in_parentheses_among_all() -> None:
    told = "Trong vùng Đồng bằng sông Hồng, Hà Nội đứng thứ 3 (91,4%), Bắc Ninh đứng thứ 6 (hạng 15 cả nước)."
    assert ("Hà Nội", 3) in [(unit, rank) for unit, _, rank, scope in scoped(ALL + told) if scope]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Trong 5 tỉnh Tây Nguyên, Gia Lai dẫn đầu.", [("Gia Lai", 1, 5)]),
        ("Riêng năm tỉnh Tây Nguyên, Gia Lai ở ngôi đầu.", [("Gia Lai", 1, 5)]),
        ("Trong 6 tỉnh, thành vùng Đông Nam Bộ, Tây Ninh về chót.", [("Tây Ninh", "last", 6)]),
        ("Ở Tây Nguyên, Gia Lai dẫn đầu.", [("Gia Lai", 1, None)]),
        (
            "Trong 5 tỉnh Tây Nguyên, Gia Lai dẫn đầu; ở Đông Nam Bộ, Bình Dương đứng nhất.",
            [("Gia Lai", 1, 5), ("Bình Dương", 1, None)],
        ),
    ],
)
def test_a_place_in_words_in_a_region_is_one_of_as_many_as_it_is_said_to_have(
    told: str, expected: list[tuple[str, object, int | None]]
) -> None:
    found = stated(found_in(f"PAR INDEX năm 2020 của các tỉnh\nPAR INDEX năm 2020 đã công bố.\n{told}"))
    assert [(r["unit"], r["value"], r["rank_of"]) for r in found if r["scope"]] == expected


@pytest.mark.parametrize("word", ["con số", "mức"])
def test_the_mean_of_all_may_be_what_that_of_the_region_is_compared_with(word: str) -> None:
    text = (
        "PAR INDEX 2022 vùng ĐBSCL\nHậu Giang dẫn đầu Đồng bằng sông Cửu Long ở bảng PAR INDEX 2022. "
        f"Bình quân toàn vùng 83,22%, thấp hơn {word} 84,79% của cả nước."
    )
    found = [(r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "mean"]
    assert found == [("Đồng bằng sông Cửu Long", 83.22), ("tỉnh, thành phố", 84.79)]
