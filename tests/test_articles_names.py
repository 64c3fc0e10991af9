"""The article reader on names: those of new communes are read whole, shortened head nouns are head nouns, and what is
told of one that is no unit is told of no unit."""

from __future__ import annotations

import pytest

from article_gold import found_in
from article_wordings import DISTRICTS, facts
from cchc.loaders.articles.document import paragraphs

PLACES = (
    "Sơn La công bố Chỉ số cải cách hành chính năm 2025 của các xã, phường\n\n"
    "UBND tỉnh Sơn La công bố kết quả xếp hạng Chỉ số cải cách hành chính năm 2025 của các xã, phường.\n\n"
)
OFFICES = (
    "Nghệ An công bố Chỉ số cải cách hành chính năm 2024 của các sở\n\n"
    "UBND tỉnh Nghệ An công bố kết quả Chỉ số cải cách hành chính năm 2024 của các sở, ban, ngành.\n\n"
)
NATION = "Công bố PAR INDEX năm 2023\n\nTheo PAR INDEX năm 2023, Nghệ An đạt 86,12%, xếp thứ 44/63. "


def told(text: str) -> list[tuple[str, object]]:
    """Of which unit which value is told, in order."""
    return [(r["unit"], r["value"]) for r in found_in(text) if r["type"] == "observation"]


def unplaced(text: str) -> list[tuple[str, str]]:
    return [(r["text"], r["why"]) for r in found_in(text) if r["type"] == "unplaced"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Xã Mường Giôn 2 đạt 84,3 điểm.", "xã Mường Giôn 2"),
        ("UBND xã Mường Giôn 3 được 84,3 điểm.", "xã Mường Giôn 3"),
        ("Phường Chiềng An - Mộc Lỵ đạt 84,3 điểm.", "phường Chiềng An - Mộc Lỵ"),
        ("Phường Chiềng An – Mộc Lỵ đạt 84,3 điểm.", "phường Chiềng An - Mộc Lỵ"),
        ("Thành phố Mường Thanh - Noong Bua đạt 84,3 điểm.", "thành phố Mường Thanh - Noong Bua"),
        ("Phường 2 Mộc Châu đạt 84,3 điểm.", "phường 2 Mộc Châu"),
        ("Phường H'Bông đạt 84,3 điểm.", "phường H'Bông"),
        ("P. Tô Hiệu đạt 84,3 điểm.", "phường Tô Hiệu"),
        ("P.Tô Hiệu đạt 84,3 điểm.", "phường Tô Hiệu"),
        ("X. Mường Bú 4 đạt 84,3 điểm.", "xã Mường Bú 4"),
        ("H. Vân Hồ đạt 84,3 điểm.", "huyện Vân Hồ"),
        ("H.Vân Hồ đạt 84,3 điểm.", "huyện Vân Hồ"),
        ("Q. Lê Chân đạt 84,3 điểm.", "quận Lê Chân"),
        ("Q. 4 đạt 84,3 điểm.", "quận 4"),
        ("TX. Mường Lay đạt 84,3 điểm.", "thị xã Mường Lay"),
        ("TT. Phiêng Lanh đạt 84,3 điểm.", "thị trấn Phiêng Lanh"),
        ("X. Hòa Bình đạt 84,3 điểm.", "xã Hòa Bình"),
    ],
)  # fmt: skip
def test_the_name_of_a_local_unit_is_read_whole(sentence: str, name: str) -> None:
    assert told(PLACES + sentence) == [(name, 84.3)]


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("Xã Mường Giôn 2 năm liền xếp thứ 7.", "xã Mường Giôn", 7),
        ("Xã Tân Phong 85 điểm.", "xã Tân Phong", 85),
        ("Xã Tân Phong 8,5 điểm.", "xã Tân Phong", 8.5),
        ("Xã Tân Phong - Xã Tân Lang: xã Tân Lang xếp thứ 6.", "xã Tân Lang", 6),
        ("Phường Chiềng Sinh - Sơn La đạt 77,5 điểm.", "phường Chiềng Sinh", 77.5),
        ("Phường Chiềng Sinh - Bắc Ninh đạt 77,5 điểm.", "phường Chiềng Sinh", 77.5),
        ("Xã Tân Phong được P. Trưởng phòng Nội vụ chấm 66,5 điểm.", "xã Tân Phong", 66.5),
    ],
)
def test_what_only_follows_a_name_is_no_part_of_it(sentence: str, name: str, value: float) -> None:
    assert told(PLACES + sentence) == [(name, value)]


def test_communes_of_numbered_names_are_told_apart_in_turn_and_in_lists() -> None:
    assert told(PLACES + "Xã Mường Cơi 1, xã Mường Cơi 2 lần lượt đạt 80,1 và 79,2 điểm.") == [
        ("xã Mường Cơi 1", 80.1),
        ("xã Mường Cơi 2", 79.2),
    ]
    assert told(PLACES + "Các xã: Mường Cơi 1, Hòa Bình và Chiềng La - Nong Lay cùng đạt 80 điểm.") == [
        ("xã Mường Cơi 1", 80),
        ("xã Hòa Bình", 80),
        ("xã Chiềng La - Nong Lay", 80),
    ]


def test_a_ward_that_only_its_number_names_leaves_its_figures_to_nobody() -> None:
    text = PLACES + "Xã Tân Phong đạt 90 điểm. P.7 đạt 80 điểm. Phường 8 Quận 3 đạt 70 điểm."
    assert told(text) == [("xã Tân Phong", 90)]
    assert [figure for figure, _ in unplaced(text)] == ["80 điểm", "70 điểm"]


@pytest.mark.parametrize("start", ["X. Hòa An đạt 80 điểm", "H. Hòa An đạt 80 điểm", "TT. Hòa An đạt 80 điểm"])
def test_a_shortened_head_noun_ends_no_sentence(start: str) -> None:
    assert len(list(paragraphs(start)[0].sentences())) == 1


def test_a_number_in_roman_letters_ends_a_sentence() -> None:
    assert len(list(paragraphs("Đó là khu vực X. Sở Nội vụ đạt 80 điểm.")[0].sentences())) == 2


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Công an tỉnh xếp thứ 9.", "Công an tỉnh"),
        ("Công an tỉnh Nghệ An xếp thứ 9.", "Công an tỉnh"),
        ("Bộ CHQS tỉnh xếp thứ 9.", "Bộ Chỉ huy Quân sự tỉnh"),
        ("Cục Thuế xếp thứ 9.", "Cục Thuế tỉnh"),
        ("Cơ quan BHXH tỉnh xếp thứ 9.", "Bảo hiểm xã hội tỉnh"),
        ("Kho bạc Nhà nước tỉnh xếp thứ 9.", "Kho bạc Nhà nước tỉnh"),
        ("Ngân hàng Nhà nước chi nhánh tỉnh xếp thứ 9.", "Ngân hàng Nhà nước chi nhánh tỉnh"),
    ],
)
def test_offices_of_the_centre_in_a_province_are_its_departments(sentence: str, name: str) -> None:
    assert told(OFFICES + "Sở Y tế đạt 88,8 điểm. " + sentence) == [("Sở Y tế", 88.8), (name, 9)]


STRANGERS = [
    "Công an huyện Con Cuông", "Công an xã", "Kho bạc Nhà nước khu vực XI", "Trường Cao đẳng Y", "Bệnh viện tỉnh",
    "Điện lực Nghệ An", "Tập đoàn Dầu khí Việt Nam", "Ngân hàng Nhà nước chi nhánh Nghệ An", "Đất nước Lào",
    "Doanh nghiệp tư nhân", "Đài Phát thanh và Truyền hình Nghệ An", "Vườn Quốc gia Pù Mát Nghệ An", "VNPT",
    "Thanh tra huyện Con Cuông", "Phòng Nội vụ huyện Con Cuông", "P. Tài chính", "Thủ đô", "Tòa án nhân dân tối cao",
    "Hội Nông dân tỉnh", "Liên hiệp Khoa học Nghệ An",
]  # fmt: skip


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize(
    "told_of", ["{} đạt 71,5 điểm, xếp thứ 4.", "{} chỉ được 71,5 điểm. So với năm trước giảm 2 bậc."]
)
@pytest.mark.parametrize(
    ("before", "known"),
    [
        (OFFICES + "Sở Y tế đạt 88,8 điểm. ", [("Sở Y tế", 88.8)]),
        (OFFICES + "Sở Y tế đạt 88,8 điểm; ", [("Sở Y tế", 88.8)]),
        (NATION, [("Nghệ An", 86.12), ("Nghệ An", 44)]),
        (NATION + "Trong khi đó, ", [("Nghệ An", 86.12), ("Nghệ An", 44)]),
    ],
    ids=["after a sentence", "after a clause", "after a province", "after an adverbial"],
)
def test_figures_of_one_that_is_no_unit_go_to_no_unit(
    before: str, known: list[tuple[str, object]], told_of: str, stranger: str
) -> None:
    text = before + told_of.format(stranger)
    assert told(text) == known
    assert [why for _, why in unplaced(text)] == ["unknown-unit"] * 2


def test_a_stranger_behind_a_copula_has_the_rank_that_is_told() -> None:
    text = OFFICES + "Sở Y tế đạt 88,8 điểm. Xếp thứ hai là Công an xã Tam Quang với 87 điểm."
    assert told(text) == [("Sở Y tế", 88.8)]
    assert [figure for figure, _ in unplaced(text)] == ["Xếp thứ hai", "87 điểm"]


def test_a_class_of_a_stranger_is_reported() -> None:
    assert unplaced(OFFICES + "Sở Y tế đạt 88,8 điểm. Bệnh viện tỉnh xếp loại khá.") == [
        ("xếp loại khá", "unknown-unit")
    ]


@pytest.mark.parametrize(
    "more",
    [
        "So với năm 2023 tăng 2 bậc.", "Tổng điểm của Sở tăng 2 bậc.", "Kết quả này tăng 2 bậc.", "Nhờ đó tăng 2 bậc.",
        "Đơn vị này tăng 2 bậc.",
    ],
)  # fmt: skip
def test_words_for_the_unit_spoken_of_go_on_with_it(more: str) -> None:
    assert told(OFFICES + "Sở Y tế đạt 88,8 điểm. " + more) == [("Sở Y tế", 88.8), ("Sở Y tế", 2)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Quán quân Hải Phòng", "Hải Phòng"),
        ("Cố đô Huế", "Huế"),
        ("Thành phố biển Hải Phòng", "Hải Phòng"),
        ("UBND tỉnh Sơn La", "Sơn La"),
    ],
)
def test_words_of_praise_before_a_province_leave_it_its_figures(words: str, name: str) -> None:
    assert (name, 91.5) in [
        (unit.removeprefix("Thừa Thiên "), value) for unit, value in told(NATION + f"{words} đạt 91,5%.")
    ]


def test_the_unit_named_next_has_its_own_figures_again() -> None:
    text = OFFICES + "Sở Y tế đạt 88,8 điểm. Công an xã đạt 70 điểm. Sở Tư pháp đạt 81 điểm, xếp thứ 6."
    assert told(text) == [("Sở Y tế", 88.8), ("Sở Tư pháp", 81), ("Sở Tư pháp", 6)]


@pytest.mark.parametrize(("rank", "known"), [("31/63", True), ("12/124", False), ("70/70", False)])
def test_a_rank_among_more_than_there_are_provinces_is_no_province_s(rank: str, known: bool) -> None:
    text = f"Công bố PAR INDEX năm 2023\n\nTheo PAR INDEX năm 2023, Nghệ An xếp thứ {rank}."
    assert bool(told(text)) is known
    assert bool(unplaced(text)) is not known


@pytest.mark.parametrize("name", ["Đất Cát", "Miền Cát", "Sông Quê"])
def test_a_name_that_is_no_province_s_is_no_district_where_none_is_talked_about(name: str) -> None:
    text = NATION + f"{name} đạt 71,5%, xếp thứ 4."
    assert told(text) == [("Nghệ An", 86.12), ("Nghệ An", 44)]
    assert len(unplaced(text)) == 2


@pytest.mark.parametrize(
    ("does", "value"),
    [("tiến 3 bậc", 3), ("sụt tới 11 bậc", -11), ("nhảy 5 bậc", 5), ("xuống tận 8 bậc", -8), ("trượt 2 bậc", -2)],
)
def test_districts_need_no_head_noun_beside_how_they_moved(does: str, value: int) -> None:
    head = "Chỉ số CCHC năm 2022 của các huyện tỉnh Gia Lai\nSo với năm 2021, "
    assert told(f"{head}Chư Prông {does}.") == [("Chư Prông", value)]
    assert told(f"{head}Giám Đốc {does.replace('bậc', 'người')}.") == []


def test_a_district_without_its_head_noun_is_the_one_of_the_table() -> None:
    rows = "Đơn vị | Điểm | Hạng\nHuyện Chư Sê | 90,15 | 1\nHuyện Ia Pa | 77,35 | 17\n"
    text = f"Chỉ số CCHC năm 2022 của các huyện tỉnh Gia Lai\nKết quả của 17 huyện:\n{rows}"
    assert told(f"{text}So với năm 2021, Chư Sê tiến 3 bậc; điểm của Ia Pa tăng 1,87.")[4:] == [
        ("huyện Chư Sê", 3), ("huyện Ia Pa", 1.87),
    ]  # fmt: skip


@pytest.mark.parametrize("does", ["có 82,96%", "giành vị trí thứ 9", "tiến 4 bậc", "về thứ 3", "vẫn ở hạng 12"])
def test_a_ministry_is_called_so_on_its_own_page(does: str) -> None:
    head = "PAR INDEX 2022 của Bộ Y tế\nBộ Tư pháp dẫn đầu với 90,1%.\n"
    assert [unit for unit, _ in told(f"{head}Năm 2022, Bộ {does}.")][2:] == ["Bộ Y tế"]


def test_the_section_of_a_site_is_no_title() -> None:
    assert [p.kind.name for p in paragraphs("Tin Bộ\nBộ Y tế tăng 4 bậc\nBộ đạt 84,1%, xếp thứ 9.")] == [
        "FURNITURE", "TITLE", "BODY",
    ]  # fmt: skip


@pytest.mark.parametrize("told", ["từ hạng 10 lên hạng 4", "tăng 6 bậc, lên thứ 4"])
def test_a_bare_name_behind_what_moved_most_is_told_of(told: str) -> None:
    text = f"{DISTRICTS}Huyện Chư Sê xếp cuối. Đơn vị tăng hạng nhiều nhất là Mang Yang, {told}."
    assert ("Mang Yang", 2022, "rank", 4) in facts(text)
    assert {value for unit, _, _, value in facts(text) if "Chư Sê" in str(unit)} == {"last"}
