"""Classes of units in other words of the genre: who is in them, and how many."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import ALL, BEST_THREE, DISTRICTS, MINISTRIES, NOW, OWN, facts, groups, ranks


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Tư pháp và Bộ Tài chính là hai bộ duy nhất đạt trên 90%.",
        "Bộ Tư pháp đạt 92,4%, Bộ Tài chính đạt 91,05%. Đây cũng là 2 đơn vị duy nhất đạt trên 90%.",
        "Dẫn đầu là Bộ Tư pháp (92,4%), tiếp theo là Bộ Tài chính với 91,05%. Đó là hai bộ duy nhất trên 90%.",
    ],
)
def test_units_named_before_they_are_counted_are_in_the_group(sentence: str) -> None:
    assert groups(ALL + sentence) == [("Bộ Tư pháp", "trên 90%"), ("Bộ Tài chính", "trên 90%")]


def test_units_of_another_number_than_is_counted_are_in_no_group() -> None:
    text = f"{ALL}Bộ Tư pháp, Bộ Tài chính và Bộ Nội vụ phát biểu. Đây là hai bộ duy nhất trên 90%."
    assert groups(text) == []


@pytest.mark.parametrize("words", ["xếp loại Tốt và giữ nguyên vị trí thứ 9/63 tỉnh, thành phố", "xếp loại Tốt"])
def test_a_class_beside_a_score_is_the_same_units(words: str) -> None:
    text = f"Kết quả Bộ chỉ số 766 tuần 20/2024 của tỉnh Hà Nam\nĐiểm số đạt 88,12 điểm, {words}."
    assert groups(text) == [("Hà Nam", "tốt")]


LISTED = "Ia Grai 88,91; Chư Sê 88,2; Đak Đoa 87,4 và Kbang Đông 86,75 điểm"


@pytest.mark.parametrize("lead", ["Bốn địa phương xếp loại Khá:", "4 huyện được xếp loại Khá, từ cao xuống thấp:"])
def test_districts_of_a_class_have_their_bare_scores_and_no_places_of_the_whole(lead: str) -> None:
    text = f"{DISTRICTS}{lead} {LISTED}."
    names = ["Ia Grai", "Chư Sê", "Đak Đoa", "Kbang Đông"]
    bare = [(unit.removeprefix("huyện "), measure, value) for unit, _, measure, value in facts(text)]
    assert [one for one in bare if one[1] == "score"] == [
        (unit, "score", value) for unit, value in zip(names, [88.91, 88.2, 87.4, 86.75], strict=True)
    ]
    assert [(unit.removeprefix("huyện "), value) for unit, value in groups(text)] == [(unit, "khá") for unit in names]
    assert not any(measure == "rank" for _, measure, _ in bare)


@pytest.mark.parametrize("lead", ["Năm huyện xếp loại Khá, trong đó:", "Có 9 huyện xếp loại Khá:"])
def test_of_a_class_of_which_only_some_are_listed_the_rest_is_not_told(lead: str) -> None:
    assert groups(f"{DISTRICTS}{lead} {LISTED}.") == []


def test_all_that_a_paragraph_has_named_are_counted_behind_it() -> None:
    text = (
        f"{DISTRICTS}Huyện Chư Sê dẫn đầu với 92,1 điểm. Tiếp theo là huyện Ia Grai (91,3 điểm) và huyện Đak Đoa"
        " (90,2 điểm). Đây cũng là {} địa phương duy nhất được xếp loại Xuất sắc."
    )
    units = ["huyện Chư Sê", "huyện Ia Grai", "huyện Đak Đoa"]
    assert groups(text.format("ba")) == [(unit, "xuất sắc") for unit in units]
    assert groups(text.format("hai")) == [(unit, "xuất sắc") for unit in units[1:]]
    assert groups(text.format("bốn")) == []


def test_a_class_or_better_is_not_that_class() -> None:
    text = f"{DISTRICTS}Có 12/17 huyện đạt loại Tốt trở lên; 9 huyện xếp loại Tốt."
    counts = [(r["class"].casefold(), r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert [value for name, value in counts if name.endswith("trở lên")] == [12]
    assert [value for name, value in counts if not name.endswith("trở lên")] == [9]


@pytest.mark.parametrize("words", ["nằm ở nhóm thấp nhất", "bị xếp vào nhóm thấp nhất", "xếp loại Khá"])
def test_a_class_that_was_had_for_years_is_none_of_now(words: str) -> None:
    assert groups(f"PAPI năm 2023 của tỉnh Gia Lai\nSau hai năm {words}, PAPI của tỉnh đã có bước tiến dài.") == []


def test_a_class_after_some_years_is_one() -> None:
    text = "PAPI năm 2023 của tỉnh Gia Lai\nSau hai năm cố gắng, PAPI của tỉnh năm 2023 thuộc nhóm cao nhất."
    assert groups(text) == [("Gia Lai", "cao nhất")]


@pytest.mark.parametrize("has", ["có", "gồm", ":"])
def test_a_class_has_those_that_it_heads(has: str) -> None:
    text = f"Chỉ số CCHC năm 2022 của các sở tỉnh Gia Lai\nXếp loại Tốt {has} Sở Tư pháp, Sở Nội vụ."
    assert groups(text) == [("Sở Tư pháp", "tốt"), ("Sở Nội vụ", "tốt")]


@pytest.mark.parametrize("are", ["là", "gồm", ":"])
def test_districts_of_a_class_need_no_head_noun(are: str) -> None:
    text = f"{DISTRICTS}3/17 huyện xếp loại Xuất sắc {are} Chư Sê, Ia Grai và Mang Yang."
    assert [unit.removeprefix("huyện ") for unit, _ in groups(text)] == ["Chư Sê", "Ia Grai", "Mang Yang"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhóm A có 3 địa phương, theo thứ tự là Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%).",
        "Có ba địa phương thuộc nhóm A, lần lượt là Hải Phòng, Quảng Ninh và Đà Nẵng.",
        "Có 3 địa phương trên 90%, từ cao xuống thấp là Hải Phòng 91,8%, Quảng Ninh 91,14% và Đà Nẵng 90,25%.",
        "Nhóm A gồm 3 tỉnh, xếp theo thứ tự: Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%).",
    ],
)
def test_all_units_of_the_best_class_have_their_places_where_they_are_told_in_order(sentence: str) -> None:
    assert ranks(ALL + sentence) == BEST_THREE
    assert [unit for unit, _ in groups(ALL + sentence)] == [unit for unit, _ in BEST_THREE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhóm B có 3 địa phương, theo thứ tự là Hải Phòng (89,8%), Quảng Ninh (89,14%), Đà Nẵng (88,25%).",
        "Nhóm A có 3 địa phương là Hải Phòng, Quảng Ninh và Đà Nẵng.",
        "Nhóm A có 5 địa phương, trong đó lần lượt là Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%).",
        "Nhóm A có 3 địa phương, lần lượt là Hải Phòng (91,8%), Quảng Ninh (92,14%), Đà Nẵng (90,25%).",
    ],
)
def test_units_of_a_class_have_no_places_where_others_are_before_them_or_no_order_is_told(sentence: str) -> None:
    assert ranks(ALL + sentence) == []


@pytest.mark.parametrize("then", ["rồi tới", "kế đến là", "cuối nhóm là"])
def test_the_first_of_a_class_is_in_it_and_so_is_who_follows(then: str) -> None:
    text = f"{ALL}Nhóm B có 59 địa phương, mở đầu là Thừa Thiên Huế với 89,32%, {then} Vĩnh Phúc được 89,28%."
    assert [unit for unit, _ in groups(text)] == ["Thừa Thiên Huế", "Vĩnh Phúc"]


def test_some_of_those_that_an_interval_of_no_scheme_counts_are_uncertain() -> None:
    text = f"{MINISTRIES}Có 7 bộ trên 85%, trong đó có Bộ Tài chính và Bộ Tư pháp."
    assert groups(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "nằm trong nhóm từ 80% đến dưới 90%", "thuộc nhóm các bộ đạt từ 80% đến dưới 90%",
        "xếp trong nhóm có kết quả từ 80% đến dưới 90%",
    ],
)  # fmt: skip
def test_an_interval_that_a_unit_is_in_is_its_group(words: str) -> None:
    text = f"PAR INDEX năm 2021\nNăm 2021, Bộ Y tế đạt 85,62%, {words}."
    assert groups(text) == [("Bộ Y tế", "từ 80% đến 90%")]


@pytest.mark.parametrize("words", ["không thuộc nhóm từ 80% đến dưới 90%", "ra khỏi nhóm từ 80% đến dưới 90%"])
def test_an_interval_that_a_unit_is_not_in_is_not_its_group(words: str) -> None:
    assert groups(f"PAR INDEX năm 2021\nNăm 2021, Bộ Y tế đạt 75,62%, {words}.") == []


@pytest.mark.parametrize(
    ("item", "value"), [("- Phân nhóm: nhóm A (từ 90% trở lên).", "nhóm A"), ("+ Xếp loại: loại A.", "nhóm A")]
)
def test_a_class_in_a_list_of_results_stands_behind_its_label(item: str, value: str) -> None:
    text = f"{NOW}Kết quả của tỉnh Quảng Ngãi như sau:\n- Chỉ số: 90,02%.\n{item}"
    assert groups(text) == [("Quảng Ngãi", value)]


def test_a_class_of_many_behind_a_label_is_nobodys() -> None:
    assert groups(f"{NOW}Kết quả cả nước:\n- Nhóm A: 13 tỉnh.\n- Nhóm B: 50 tỉnh.") == []


@pytest.mark.parametrize(
    "words", ["nhóm A có 13 tỉnh, nhóm B có 49, nhóm C có 1", "Nhóm A 13 tỉnh, nhóm B 49, nhóm C 1"]
)
def test_how_many_are_in_each_class_needs_its_noun_once(words: str) -> None:
    found = [r for r in stated(found_in(f"{ALL}Cả nước, {words}.")) if r["type"] == "count"]
    assert [(r["class"][-1], r["value"]) for r in found] == [("A", 13), ("B", 49), ("C", 1)]


def test_a_number_behind_a_class_that_has_a_unit_of_measure_counts_nobody() -> None:
    found = [r for r in stated(found_in(f"{ALL}Nhóm A có 13 tỉnh, nhóm B đạt 89 điểm.")) if r["type"] == "count"]
    assert [r["value"] for r in found] == [13]


@pytest.mark.parametrize("words", ["chỉ có 3:", "gồm 3 là", "có 3:"])
def test_a_bare_number_before_as_many_units_of_a_class_counts_them(words: str) -> None:
    text = f"{ALL}Nhóm A {words} Hải Phòng (91,8%), Quảng Ninh (91,14%), Đà Nẵng (90,25%)."
    assert [unit for unit, _ in groups(text)] == ["Hải Phòng", "Quảng Ninh", "Đà Nẵng"]
    assert [r["value"] for r in stated(found_in(text)) if r["type"] == "count"] == [3]


def test_a_bare_number_before_more_units_counts_them_not() -> None:
    assert [r for r in stated(found_in(f"{ALL}Nhóm A có 3: Hải Phòng và Quảng Ninh.")) if r["type"] == "count"] == []


def test_classes_of_units_that_are_ranked_are_counted() -> None:
    text = f"{OWN}Có 21 sở, ngành được xếp hạng, trong đó 5 đơn vị xuất sắc, 14 đơn vị tốt, 2 đơn vị khá."
    assert [r["value"] for r in stated(found_in(text)) if r["type"] == "count"] == [5, 14, 2]


def test_units_of_a_class_are_counted_as_what_is_listed() -> None:
    text = f"{NOW}Có 2 đơn vị xếp loại xuất sắc, lần lượt là Sở Nội vụ (95,2 điểm), Sở Tư pháp (94,1 điểm)."
    assert [r["population"] for r in stated(found_in(text)) if r["type"] == "count"] == ["departments"]


def test_a_share_of_a_plan_is_no_class() -> None:
    found = stated(found_in(f"{OWN}Có 3 huyện hoàn thành trên 80% kế hoạch, 2 huyện dưới 60% chỉ tiêu."))
    assert [r for r in found if r["type"] == "count"] == []


@pytest.mark.parametrize("words", ["dưới 80%", "có kết quả dưới 80%", "đạt dưới 80%", "bị xếp dưới 80%"])
def test_the_only_unit_of_a_group_is_counted(words: str) -> None:
    found = stated(found_in(f"{ALL}Bộ Y tế đạt 78,7%, giảm 6,4%, và là bộ duy nhất {words}."))
    assert [(r["population"], r["value"]) for r in found if r["type"] == "count"] == [("ministries", 1)]


def test_the_only_unit_of_a_region_in_a_group_is_not_counted_as_one_of_all() -> None:
    found = stated(found_in(f"{ALL}Long An là tỉnh duy nhất của vùng đạt trên 90%."))
    assert [r for r in found if r["type"] == "count"] == []


def counted(text: str) -> list[tuple[str, float]]:
    return [(r["kind"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("có chỉ số cao hơn năm 2020", "risen-count"),
        ("có kết quả tăng so với năm 2020", "risen-count"),
        ("có điểm cao hơn so với năm trước", "risen-count"),
        ("cải thiện chỉ số", "risen-count"),
        ("thăng hạng", "rank-risen-count"),
        ("cải thiện thứ hạng", "rank-risen-count"),
        ("tụt hạng", "rank-fallen-count"),
        ("có giá trị thấp hơn năm trước", "fallen-count"),
    ],
)
def test_units_are_counted_by_which_way_they_moved(words: str, kind: str) -> None:
    assert counted(f"{ALL}Có 41 tỉnh {words}.") == [(kind, 41)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chỉ số trung bình của 63 tỉnh là 86,4%; 32 tỉnh cao hơn mức trung bình, 31 tỉnh thấp hơn.",
        "Có 30 địa phương có điểm cao hơn trung bình cả nước, 33 địa phương thấp hơn giá trị này.",
        "Có 41 tỉnh có điểm cao hơn năm 2015.",
    ],
)
def test_units_above_the_mean_or_what_they_had_long_ago_are_not_counted_as_risen(sentence: str) -> None:
    assert counted(f"{ALL}{sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Xếp loại Tốt có 14 sở, loại Khá có 2 sở.",
        "Tốt: 14 đơn vị; Khá: 2 đơn vị.",
        "Kết quả xếp loại: Tốt 14 sở; Khá 2 sở.",
        "Loại Tốt gồm 14 sở và loại Khá gồm 2 sở.",
        "Có 14 sở xếp loại Tốt, 2 sở loại Khá.",
        "Có 14 sở loại Tốt và 2 sở loại Khá.",
    ],
)
def test_a_class_may_stand_before_or_behind_how_many_are_in_it(sentence: str) -> None:
    own = "Chỉ số cải cách hành chính năm 2016 của các sở tỉnh Trà Vinh\n"
    found = [(r["class"].split()[-1].lower(), r["value"]) for r in stated(found_in(own + sentence)) if "class" in r]
    assert found == [("tốt", 14), ("khá", 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mức trên 90% có 3 bộ, mức từ 80% đến dưới 90% có 12 bộ, mức dưới 80% có 2 bộ.",
        "Đạt trên 90% có 3 bộ, từ 80% đến dưới 90% có 12 bộ và dưới 80% có 2 bộ.",
        "Có 3 bộ đạt trên 90%, 12 bộ từ 80% đến dưới 90%, 2 bộ dưới 80%.",
    ],
)
def test_an_interval_may_stand_before_or_behind_how_many_are_in_it(sentence: str) -> None:
    found = [(r["class"], r["value"]) for r in stated(found_in(f"{ALL}{sentence}")) if r["type"] == "count"]
    assert [(name[-3:], value) for name, value in found] == [("90%", 3), ("90%", 12), ("80%", 2)]


def test_who_is_in_a_class_is_listed_behind_their_number_in_parentheses() -> None:
    text = f"{OWN}Xếp loại Tốt (2 sở): Sở Nội vụ, Sở Tư pháp. Có 2 huyện loại Khá gồm các huyện: Cầu Kè, Trà Cú."
    assert [unit for unit, _ in groups(text)] == ["Sở Nội vụ", "Sở Tư pháp", "huyện Cầu Kè", "huyện Trà Cú"]


def test_units_of_a_class_in_an_article_about_a_province_s_departments_are_those() -> None:
    own = "Chỉ số cải cách hành chính năm 2016 của các sở tỉnh Trà Vinh\n"
    found = [r for r in stated(found_in(f"{own}Có 5 đơn vị đạt loại Khá.")) if r["type"] == "count"]
    assert [r["population"] for r in found] == ["departments"]


def test_units_of_a_class_that_may_be_a_province_s_own_are_not_counted_as_provinces() -> None:
    assert counted(f"{NOW}Toàn tỉnh Quảng Ngãi tăng 2 bậc. Có 5 đơn vị đạt loại Khá.") == []


def test_what_units_of_a_class_have_not_done_counts_none() -> None:
    own = "Chỉ số cải cách hành chính năm 2016 của các sở tỉnh Trà Vinh\n"
    assert counted(f"{own}Khá: 5 đơn vị chưa báo cáo.") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Số tỉnh thuộc nhóm A là 12, số tỉnh thuộc nhóm B là 50.", [12, 50]),
        ("Số bộ đạt trên 90% là 3.", [3]),
        ("Số địa phương dưới 80%: 2, không nơi nào dưới 70%.", [2, 0]),
        ("Địa phương: 19 nơi loại tốt, 33 nơi loại khá.", [19, 33]),
        ("Số hồ sơ đạt trên 90% là 30.", []),
        ("Số tỉnh đạt trên 90% là 12%.", []),
        ("Nhiều nơi đạt loại tốt, có 3 nơi tổ chức hội nghị.", []),
    ],
)
def test_units_may_be_counted_behind_their_class(sentence: str, found: list[int]) -> None:
    assert [value for _, value in counted(ALL + sentence)] == found


@pytest.mark.parametrize(
    "opens", ["Đứng đầu nhóm này là", "Khép lại nhóm này là", "Cuối nhóm đó là", "Mở đầu nhóm này có"]
)
def test_who_opens_or_closes_the_class_told_before_is_in_it(opens: str) -> None:
    text = f"{ALL}Có 30 tỉnh thuộc nhóm B. {opens} Cao Bằng."
    assert groups(text) == [("Cao Bằng", "nhóm B")]
    assert ranks(text) == []
    assert groups(f"{ALL}Có 30 tỉnh trên 85%. {opens} Cao Bằng.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Có 13 tỉnh nhóm A, nhóm B (từ 80% đến dưới 90%) có 50.",
        "Nhóm A (trên 90%) có 13 tỉnh, nhóm B (80% - 90%): 50.",
        "Nhóm A có 13 tỉnh, thành phố; nhóm B (từ 80% đến dưới 90%) gồm 50.",
    ],
)
def test_a_class_with_its_bounds_needs_no_second_noun(words: str) -> None:
    assert [value for _, value in counted(ALL + words)] == [13, 50]


@pytest.mark.parametrize(
    "words",
    [
        "Nhóm A có 2 tỉnh; nhóm B đông nhất, 56 địa phương; nhóm C còn 5.",
        "Nhóm A có 2 tỉnh; nhóm B đông nhất (56 tỉnh); nhóm C ít nhất, chỉ 5 tỉnh.",
        "Nhóm A có 2 tỉnh, nhóm B chiếm đa số, 56 địa phương, nhóm C có 5 địa phương.",
        "Nhóm A có 2 tỉnh, đông nhất là nhóm B với 56 địa phương, kế đến là nhóm C với 5 địa phương.",
    ],
)
def test_the_largest_class_is_told_with_its_number(words: str) -> None:
    assert [value for _, value in counted(ALL + words)] == [2, 56, 5]


def test_how_many_more_units_a_class_has_is_not_how_many_it_has() -> None:
    assert counted(f"{ALL}Nhóm B đông nhất, tăng 3 địa phương so với năm trước.") == []
    assert [value for _, value in counted(f"{ALL}Nhóm B đông nhất, 56 địa phương, tăng 3 tỉnh so với năm 2020.")] == [
        56
    ]


def test_a_region_that_leads_all_has_the_mean_behind_it() -> None:
    told = "Vùng Đông Nam Bộ dẫn đầu cả nước với giá trị trung bình 87,52%, Tây Nguyên thấp nhất."
    text = f"Công bố PAR INDEX năm 2022\n{told}"
    found = [r for r in stated(found_in(text)) if r.get("measure") == "mean"]
    assert [(r["unit"], r["value"]) for r in found] == [("Đông Nam Bộ", 87.52)]


@pytest.mark.parametrize("words", ["cũng thuộc nhóm này", "đều được xếp vào nhóm này", "cũng nằm trong nhóm đó"])
def test_who_is_in_this_class_too_is_in_the_one_told_before(words: str) -> None:
    text = f"{ALL}Nhóm A (từ 90% trở lên) có 13 tỉnh. Khánh Hòa và Sơn La {words}, xếp thứ 10 và thứ 12."
    assert groups(text) == [("Khánh Hòa", "nhóm A"), ("Sơn La", "nhóm A")]
    assert groups(f"{ALL}Có 13 tỉnh đạt từ 90% trở lên. Khánh Hòa và Sơn La {words}.") == []


@pytest.mark.parametrize(("place", "units"), [("đứng cuối", 50), ("dẫn đầu", 50), ("cao nhất", 50)])
def test_the_first_or_last_of_a_class_behind_a_semicolon_is_in_it(place: str, units: int) -> None:
    text = f"{ALL}Nhóm B có {units} tỉnh; {place} là Cao Bằng."
    assert (groups(text), ranks(text)) == ([("Cao Bằng", "nhóm B")], [])


def test_who_is_best_behind_several_counted_is_best_of_all() -> None:
    text = f"{DISTRICTS}Có 3 đơn vị loại Tốt, 5 đơn vị loại Khá; cao nhất là huyện Chư Sê."
    assert (groups(text), ranks(text)) == ([], [("huyện Chư Sê", 1)])


@pytest.mark.parametrize(("words", "named"), [("thuộc nhóm cao", "cao"), ("thuộc nhóm thấp nhất", "thấp nhất")])
def test_groups_by_place_are_of_the_index_that_has_such(words: str, named: str) -> None:
    assert groups(f"{NOW}Chỉ số PAPI năm 2021: 43,4 điểm, {words}, xếp thứ 12/63.") == [("Quảng Ngãi", named)]
    assert groups(f"{NOW}PAR INDEX năm 2021: 86,45%, {words}, xếp thứ 12/63.") == []
    assert groups(f"{NOW}Chỉ số PAPI năm 2021: 43,4 điểm, thuộc nhóm cao hơn trung bình.") == []


@pytest.mark.parametrize(
    "told",
    [
        "19 cơ quan được chia thành 3 nhóm: Tốt (từ 90 điểm) 5 cơ quan; Khá (80 - dưới 90 điểm) 12 cơ quan; Trung bình"
        " (dưới 80 điểm) 2 cơ quan.",
        "Cả 19 cơ quan phân thành ba loại: Tốt 5 cơ quan; Khá: 12 cơ quan; Trung bình: 2 cơ quan.",
    ],
)
def test_units_that_are_divided_into_classes_are_those_of_all_classes(told: str) -> None:
    found = stated(found_in(f"Chỉ số CCHC năm 2022 của các sở tỉnh Quảng Trị\n{told}"))
    assert [(r["class"].casefold(), r["value"], r["of"]) for r in found] == [
        ("tốt", 5, 19),
        ("khá", 12, 19),
        ("trung bình", 2, 19),
    ]


def test_classes_that_several_counts_follow_each_other_with_need_no_word_for_them() -> None:
    head = "Chỉ số CCHC năm 2023 cấp huyện, tỉnh Bình Phước\nC. Xếp loại\n"
    told = "- Cấp huyện: 02 đơn vị Xuất sắc, 07 đơn vị Tốt, 02 đơn vị Khá, không có đơn vị Trung bình."
    found = stated(found_in(head + told))
    counts = [("xuất sắc", 2), ("tốt", 7), ("khá", 2), ("trung bình", 0)]
    assert [(r["class"].casefold(), r["value"]) for r in found if r["type"] == "count"][:3] == counts[:3]
    assert stated(found_in(f"{head}- Cấp huyện có 02 đơn vị tốt.")) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Loại xuất sắc có 8 đơn vị, loại tốt 10 đơn vị, loại khá 1 đơn vị",
            [("xuất sắc", 8), ("tốt", 10), ("khá", 1)],
        ),
        ("Xếp loại: loại tốt 6 sở, loại khá 13 sở", [("tốt", 6), ("khá", 13)]),
        ("Loại tốt 90 điểm trở lên", []),
        ("Có 5 cơ quan xuất sắc, 12 cơ quan tốt, không có cơ quan nào yếu", [("xuất sắc", 5), ("tốt", 12), ("yếu", 0)]),
    ],
)
def test_a_class_may_stand_right_before_how_many_are_in_it(words: str, told: list[tuple[str, int]]) -> None:
    text = f"Chỉ số CCHC năm 2022 của 19 sở tỉnh Hà Nam\nỞ khối sở của tỉnh Hà Nam, có 19 sở được xếp hạng. {words}."
    assert [(r["class"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"] == told


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Vĩnh Phúc là 1 trong 59 địa phương thuộc nhóm B.", [59]),
        ("Vĩnh Phúc là một trong số 59 địa phương nằm trong nhóm B.", [59]),
        ("Vĩnh Phúc là một trong 7 địa phương Đồng bằng sông Hồng thuộc nhóm B.", []),
    ],
)
def test_one_of_a_class_is_of_it_and_the_class_has_so_many(told: str, count: list[int]) -> None:
    found = stated(found_in(f"Vĩnh Phúc: PAR INDEX năm 2021\n{told}"))
    assert [r["value"] for r in found if r["type"] == "count"] == count
    assert [(r["unit"], r["value"]) for r in found if r.get("measure") == "group"] == [("Vĩnh Phúc", "nhóm B")]


@pytest.mark.parametrize(
    "told",
    [
        "Vĩnh Phúc cùng Hải Phòng, Quảng Ninh lập thành nhóm A.",
        "Vĩnh Phúc cùng với Hải Phòng và Quảng Ninh thuộc nhóm A.",
        "Vĩnh Phúc đứng thứ 3/63, được 90,25%, cùng Hải Phòng, Quảng Ninh lập thành nhóm A.",
        "Nhóm A năm nay có Vĩnh Phúc, Hải Phòng và Quảng Ninh.",
    ],
)
def test_those_beside_each_other_are_all_of_the_class(told: str) -> None:
    found = groups(f"PAR INDEX năm 2021\nKết quả PAR INDEX năm 2021 của 63 tỉnh, thành phố.\n{told}")
    assert sorted(found) == [(unit, "nhóm A") for unit in ("Hải Phòng", "Quảng Ninh", "Vĩnh Phúc")]


@pytest.mark.parametrize("has", ["xếp loại Tốt có", "loại Tốt gồm"])
def test_how_many_there_are_is_not_how_many_of_them_are_in_a_class(has: str) -> None:
    head = "Bộ chỉ số 766 tuần 20/2024 của các huyện, tỉnh Lào Cai\nKết quả Bộ chỉ số 766 tuần 20 năm 2024.\n"
    found = stated(found_in(f"{head}Trong 9 huyện, thị xã, {has} Bảo Yên (85,2 điểm), Văn Bàn (84,1 điểm)."))
    assert [(r["type"], r.get("unit"), r["value"]) for r in found if r.get("measure") != "score"] == [
        ("observation", "Bảo Yên", "tốt"), ("observation", "Văn Bàn", "tốt"),
    ]  # fmt: skip
    found = stated(found_in(f"{head}Trong 9 huyện, có 5 huyện xếp loại Khá."))
    assert [(r["value"], r["of"]) for r in found] == [(5, 9)]


def test_a_class_that_some_of_all_are_in_is_not_that_of_all() -> None:
    told = "Trong 17 huyện, xếp loại Tốt có Chư Sê (92,1 điểm), Đak Đoa (91,7 điểm). Loại Khá gồm Ia Grai và Chư Prông."
    assert sorted(groups(f"{DISTRICTS}{told}")) == [
        ("Chư Prông", "khá"), ("Chư Sê", "tốt"), ("Ia Grai", "khá"), ("Đak Đoa", "tốt"),
    ]  # fmt: skip
    assert [r for r in stated(found_in(f"{DISTRICTS}{told}")) if r["type"] == "count"] == []


def test_so_many_of_all_are_no_day() -> None:
    found = stated(found_in(f"{DISTRICTS}Có tới 12/17 huyện xếp loại Tốt."))
    assert [(r["value"], r["of"]) for r in found if r["type"] == "count"] == [(12, 17)]


ONE_UNIT = "PAR INDEX 2022 của tỉnh Nam Định\n"


@pytest.mark.parametrize(
    "told",
    [
        "góp mặt trong nhóm A gồm 13 địa phương", "thuộc nhóm A (13 tỉnh, thành phố)", "vào nhóm A với 13 địa phương",
        "nằm ở nhóm A có 13 tỉnh", "là một trong 13 tỉnh thuộc nhóm A",
    ],
)  # fmt: skip
def test_the_size_of_a_class_behind_one_that_is_in_it(told: str) -> None:
    text = f"{ONE_UNIT}Năm 2022, Nam Định đạt 90,84%, hạng 8/63, {told}."
    assert (counted(text), groups(text)) == ([("grade-count", 13)], [("Nam Định", "nhóm A")])


@pytest.mark.parametrize("told", ["thuộc nhóm A cùng 12 địa phương khác", "thuộc nhóm A với 12 tỉnh khác"])
def test_the_others_of_a_class_are_not_its_size(told: str) -> None:
    assert counted(f"{ONE_UNIT}Năm 2022, Nam Định đạt 90,84%, {told}.") == []


@pytest.mark.parametrize("noun", ["cái tên", "địa phương", "tỉnh", "đại diện"])
def test_the_only_one_of_a_class_is_counted_and_in_it(noun: str) -> None:
    text = f"{ONE_UNIT}Năm 2022, Kon Tum là {noun} duy nhất ở nhóm C khi chỉ đạt 79,97%."
    assert (counted(text), groups(text)) == ([("grade-count", 1)], [("Kon Tum", "nhóm C")])


def test_the_only_one_of_a_region_in_a_class_is_not_all_of_it() -> None:
    text = f"{ONE_UNIT}Năm 2022, Kon Tum là đại diện duy nhất của vùng ở nhóm C."
    assert (counted(text), groups(text)) == ([], [("Kon Tum", "nhóm C")])


def test_the_only_province_of_a_class_is_the_one_behind_it() -> None:
    assert groups(f"{ONE_UNIT}Năm 2022, tỉnh duy nhất thuộc nhóm C là Kon Tum.") in ([], [("Kon Tum", "nhóm C")])


def test_a_year_right_behind_a_class_is_that_of_its_size() -> None:
    text = "PAR INDEX năm 2023 của Bộ Xây dựng\nBộ từng là một trong 5 bộ trên 80% năm 2014, nay đạt 84,2%."
    found = [(r["year"], r["value"]) for r in stated(found_in(text)) if r["type"] == "count"]
    assert found == [(2014, 5)]


@pytest.mark.parametrize(
    "words", ["Cùng nằm dưới mốc 80% năm nay là", "Cũng rơi xuống dưới 80% có", "Cùng dưới 80% là"]
)
def test_who_is_below_bounds_together_with_the_one_before(words: str) -> None:
    text = f"PAR INDEX 2023 của Bộ Xây dựng\nNăm 2023, Bộ Xây dựng đạt 79,12%. {words} Bộ Y tế và Bộ Công Thương."
    assert [unit for unit, _ in groups(text)] == ["Bộ Xây dựng", "Bộ Y tế", "Bộ Công Thương"]


def test_what_is_below_bounds_by_itself_is_no_class() -> None:
    text = "PAR INDEX 2023 của Bộ Xây dựng\nNăm 2023, Bộ đạt 79,12%. Giải ngân dưới 80% có Bộ Y tế và Bộ Công Thương."
    assert groups(text) == []
