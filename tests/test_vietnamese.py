"""Vietnamese text: normal form, folding, slugs, order of words, numbers, dates, names."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.loaders.articles.gazetteer import gazetteer
from cchc.vietnamese import fold, nfc, same_tone_place, slug, sort_key
from cchc.vietnamese.dates import find_dates
from cchc.vietnamese.names import PERSON
from cchc.vietnamese.numbers import parse_number, parse_ordinal, parse_words

PROVINCES = sorted({e.label for (kind, _), e in gazetteer().by_path.items() if kind == "unit" and e.type == "Province"})
VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ-", max_size=30
)


def test_names_of_provinces_are_those_of_63_one_that_was_merged_before_and_one_renamed() -> None:
    assert len(PROVINCES) == 63 + len({"Hà Tây", "Huế"} & set(PROVINCES)) == 65


@pytest.mark.parametrize("name", PROVINCES)
def test_a_decomposed_name_becomes_the_composed_one(name: str) -> None:
    assert nfc(unicodedata.normalize("NFD", name)) == name
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)
    assert slug(unicodedata.normalize("NFD", name)) == slug(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("Tỉnh uỷ", "Tỉnh ủy"),
        ("UỶ BAN", "ỦY BAN"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("quá", "quá"),
        ("hoàng", "hoàng"),
        ("thuý", "thúy"),
        ("loạt", "loạt"),
        ("hoạ", "họa"),
        ("Xoài", "Xoài"),
    ],
)
def test_tones_of_open_syllables_move_to_the_first_vowel(text: str, expected: str) -> None:
    assert same_tone_place(text) == expected


@given(VIETNAMESE)
def test_moving_tones_keeps_length_and_letters_and_is_done_once(text: str) -> None:
    text = nfc(text)
    moved = same_tone_place(text)
    assert len(moved) == len(text)
    assert fold(moved) == fold(text)
    assert same_tone_place(moved) == moved


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_a_slug_is_ascii_words_joined_by_hyphens(text: str) -> None:
    made = slug(text)
    assert made.isascii()
    assert made == made.lower()
    assert "--" not in made
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert all(c.isalnum() or c == "-" for c in made)


def test_slugs_of_provinces_are_unique_and_known() -> None:
    assert len({slug(name) for name in PROVINCES}) == len(PROVINCES)
    assert slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
    assert slug("Đắk Lắk") == "dak-lak"
    assert slug("Thừa Thiên–Huế") == "thua-thien-hue"


def test_the_order_of_letters_and_tones() -> None:
    letters = [
        "a",
        "ă",
        "â",
        "b",
        "c",
        "d",
        "đ",
        "e",
        "ê",
        "g",
        "h",
        "i",
        "k",
        "l",
        "m",
        "n",
        "o",
        "ô",
        "ơ",
        "p",
        "q",
        "r",
        "s",
        "t",
        "u",
        "ư",
        "v",
        "x",
        "y",
    ]
    assert sorted("yxvưutsrqpơôonmlkihgêeđdcbâăa", key=sort_key) == letters
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == tones
    # A letter counts before any tone: "mạ" comes before "măng", "đá" before "đăng".
    assert sorted(["măng", "mạ", "đăng", "đá"], key=sort_key) == ["đá", "đăng", "mạ", "măng"]


def test_the_order_of_the_provinces() -> None:
    order = sorted(PROVINCES, key=sort_key)
    assert order[0] == "An Giang"
    assert order[-1] == "Yên Bái"
    for earlier, later in [
        ("Bắc Kạn", "Bạc Liêu"),
        ("Bến Tre", "Bình Dương"),
        ("Bình Phước", "Bình Thuận"),
        ("Cao Bằng", "Cần Thơ"),
        ("Cà Mau", "Cao Bằng"),
        ("Cần Thơ", "Đà Nẵng"),
        ("Đà Nẵng", "Đắk Lắk"),
        ("Đắk Lắk", "Đắk Nông"),
        ("Điện Biên", "Đồng Nai"),
        ("Hà Giang", "Hà Nam"),
        ("Hà Tĩnh", "Hải Dương"),
        ("Hải Phòng", "Hậu Giang"),
        ("Hậu Giang", "Hòa Bình"),
        ("Lai Châu", "Lạng Sơn"),
        ("Lạng Sơn", "Lào Cai"),
        ("Lào Cai", "Lâm Đồng"),
        ("Quảng Bình", "Quảng Nam"),
        ("Thái Bình", "Thái Nguyên"),
        ("Thừa Thiên Huế", "Tiền Giang"),
        ("Vĩnh Long", "Vĩnh Phúc"),
    ]:
        if earlier == "Bắc Kạn":
            # "bac" comes before "băc": plain a before ă, whatever the tones.
            earlier, later = later, earlier
        assert order.index(earlier) < order.index(later), (earlier, later)


@given(VIETNAMESE, VIETNAMESE)
def test_the_order_is_total_and_blind_to_the_normal_form(a: str, b: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", a)) == sort_key(a)
    assert (sort_key(a) < sort_key(b)) + (sort_key(b) < sort_key(a)) + (sort_key(a) == sort_key(b)) == 1
    assert sort_key(a).isascii()


@given(st.integers(0, 10**9), st.integers(0, 9999))
def test_numbers_with_thousands_and_decimals(whole: int, part: int) -> None:
    grouped = f"{whole:,}".replace(",", ".")
    assert parse_number(f"{grouped},{part:04}") == Decimal(f"{whole}.{part:04}")
    assert parse_number(f"{whole:012}") == whole


@pytest.mark.parametrize(
    ("text", "value"),
    [("83,45", "83.45"), ("83.45", "83.45"), ("2.700", "2700"), ("01", "1"), ("1.234.567,8", "1234567.8")],
)
def test_numbers(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_a_decimal_point_is_one_where_the_text_uses_it() -> None:
    assert parse_number("2.700", decimal_point=True) == Decimal("2.7")


@pytest.mark.parametrize("text", ["", "a", "1,2,3", "1.2.3", "-1", "1 2", ",5"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|two decimal marks"):
        parse_number(text)


WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


@given(st.integers(1, 99))
def test_numerals_in_words(number: int) -> None:
    tens, ones = divmod(number, 10)
    last = {1: "mốt", 4: "tư", 5: "lăm"}.get(ones, WORDS[ones]) if tens > 1 else {5: "lăm"}.get(ones, WORDS[ones])
    parts = [] if tens == 0 else ["mười"] if tens == 1 else [WORDS[tens], "mươi"]
    if ones or not tens:
        parts.append(WORDS[ones] if tens == 0 else last)
    assert parse_words(" ".join(parts)) == number


def test_a_word_that_is_no_numeral_is_refused() -> None:
    with pytest.raises(ValueError, match="no numeral"):
        parse_words("mười hòa")


@pytest.mark.parametrize(
    ("text", "value"), [("nhất", 1), ("nhì", 2), ("hai", 2), ("Ba", 3), ("tư", 4), ("mười", 10), ("07", 7)]
)
def test_ordinals(text: str, value: int) -> None:
    assert parse_ordinal(text) == value


@settings(max_examples=150)
@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2035, 12, 31)), st.integers(0, 4))
def test_every_way_to_write_a_date_is_read(date: datetime.date, form: int) -> None:
    texts = [
        f"ngày {date.day}/{date.month}/{date.year}",
        f"{date.day:02}/{date.month:02}/{date.year}",
        f"ngày {date.day} tháng {date.month} năm {date.year}",
        f"Chiều {date.day}-{date.month}-{date.year}",
        f"(sáng {date.day:02}.{date.month:02}.{date.year})",
    ]
    [found] = find_dates(f"Hội nghị diễn ra {texts[form]}, tại Hà Nội.")
    assert found.iso() == date.isoformat()


@pytest.mark.parametrize(
    ("text", "day", "part"),
    [
        ("chiều 24/6", (24, 6), "afternoon"),
        ("chiều nay (24/6)", (24, 6), "afternoon"),
        ("Ngày 2/2", (2, 2), None),
        ("Sáng ngày 15 tháng 5", (15, 5), "morning"),
    ],
)
def test_a_date_without_a_year_keeps_none(text: str, day: tuple[int, int], part: str | None) -> None:
    [found] = find_dates(text)
    assert (found.day, found.month, found.year, found.part_of_day) == (*day, None, part)
    assert found.iso() is None
    assert found.iso(2021) == f"2021-{day[1]:02}-{day[0]:02}"


@pytest.mark.parametrize(
    "text", ["43/63", "83.45 điểm", "12.5%", "1.234", "giai đoạn 2021-2025", "đạt 9/10 điểm", "45/99"]
)
def test_ranks_scores_and_ranges_are_no_dates(text: str) -> None:
    assert [d for d in find_dates(text) if d.cued] == []


def test_a_day_that_is_none_has_no_iso_date() -> None:
    [found] = find_dates("ngày 31/2/2021")
    assert found.iso() is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ông Trương Hòa Bình, Phó Thủ tướng", ["Trương Hòa Bình"]),
        ("Ông Trần Xuân Dưỡng dự họp", ["Trần Xuân Dưỡng"]),
        ("bà Phạm Thị Thanh Trà và ông Phạm Minh Chính", ["Phạm Thị Thanh Trà", "Phạm Minh Chính"]),
        ("NGUYỄN VĂN SƠN", []),
        ("nguyễn văn sơn", []),
    ],
)
def test_personal_names(text: str, names: list[str]) -> None:
    assert [m[0] for m in PERSON.finditer(text)] == names
