"""English news of the genre: places named before who has them, moves by many verbs, parts by other words than their
names, who led before, posts before and behind names; and what is none of these."""

from __future__ import annotations

import pytest

from article_gold import found_in, stated
from article_wordings import facts

ALL = (
    "2022 PAR Index results announced\nThe Ministry of Home Affairs announced the 2022 PAR INDEX of the 63 provinces"
    " and centrally-run cities in the country.\n"
)
ONE = "The 2022 PAR INDEX of Ben Tre\nThis is about reform in the province of Ben Tre and of its districts.\n"
BOTH = (
    "The 2022 PAR INDEX and SIPAS of Ben Tre\nThis is about reform in the province of Ben Tre and of its districts.\n"
)


def told(sentence: str, head: str = ALL) -> list[tuple[object, ...]]:
    """Unit, measure and value of what a sentence behind a head tells of the year."""
    return [(unit, measure, value) for unit, year, measure, value in facts(head + sentence) if year == 2022]


def parts(sentence: str, head: str = ALL) -> list[tuple[object, ...]]:
    """Component, measure and value of what a sentence behind a head tells."""
    return [(r["component"], r["measure"], r["value"]) for r in stated(found_in(head + sentence)) if r.get("component")]


def posts(sentence: str) -> list[tuple[str, str, str]]:
    return [(r["name"], r["post"], r["organization"]) for r in found_in(ONE + sentence) if r["type"] == "official"]


@pytest.mark.parametrize(
    ("sentence", "ranks"),
    [
        ("Fourth place went to Tra Vinh.", [("Trà Vinh", 4)]),
        ("Ranked fourth was Tra Vinh.", [("Trà Vinh", 4)]),
        ("In fourth place was Tra Vinh.", [("Trà Vinh", 4)]),
        ("Bac Lieu came third, while the fourth spot was taken by Tra Vinh.", [("Bạc Liêu", 3), ("Trà Vinh", 4)]),
        ("In second and third places were Tra Vinh and Bac Lieu.", [("Trà Vinh", 2), ("Bạc Liêu", 3)]),
        ("Runner-up is Tra Vinh.", [("Trà Vinh", 2)]),
        ("The top spot went to Tra Vinh.", [("Trà Vinh", 1)]),
        ("The bottom of the table belongs to Tra Vinh.", [("Trà Vinh", "last")]),
        ("Last place went to Tra Vinh.", [("Trà Vinh", "last")]),
        ("Bac Lieu ranked first and Tra Vinh last.", [("Bạc Liêu", 1), ("Trà Vinh", "last")]),
        ("Fourth-placed Tra Vinh did well.", [("Trà Vinh", 4)]),
        ("Tra Vinh and Bac Lieu tied for 35th place.", [("Trà Vinh", 35), ("Bạc Liêu", 35)]),
        ("Tra Vinh took the crown.", [("Trà Vinh", 1)]),
        ("Tra Vinh reclaimed the top spot from Bac Lieu.", [("Trà Vinh", 1)]),
        ("Tra Vinh (90.1%) pipped Bac Lieu (90%) to first place.", [("Trà Vinh", 1)]),
        ("Bac Lieu was overtaken by Tra Vinh and slipped to ninth.", [("Bạc Liêu", 9)]),
        ("Tra Vinh jumped from the bottom of the table in 2021 to 35th.", [("Trà Vinh", 35)]),
        ("Last year's winner Bac Lieu fell to ninth.", [("Bạc Liêu", 9)]),
        ("Bac Lieu, the 2021 champion, was ninth.", [("Bạc Liêu", 9)]),
    ],
)  # fmt: skip
def test_a_place_is_of_who_has_it(sentence: str, ranks: list[tuple[str, object]]) -> None:
    assert [(unit, value) for unit, measure, value in told(sentence) if measure == "rank"] == ranks


@pytest.mark.parametrize(
    "sentence",
    [
        "Tra Vinh finished fourth from bottom.",
        "Tra Vinh was the third-lowest performer.",
        "Tra Vinh ranked second from the bottom.",
        "Tra Vinh is in the top four.",
        "In fourth place of importance, they said, was the budget.",
    ],
)
def test_a_place_from_the_end_or_of_nothing_is_no_rank(sentence: str) -> None:
    assert [value for _, measure, value in told(sentence) if measure == "rank"] == []


@pytest.mark.parametrize(
    ("sentence", "ranks"),
    [
        ("Tra Vinh rounded out the top ten.", [("Trà Vinh", 10)]),
        ("Tra Vinh, Bac Lieu and Ca Mau completed the top five.", [("Trà Vinh", 3), ("Bạc Liêu", 4), ("Cà Mau", 5)]),
        ("Rounding out the top five are Tra Vinh and Bac Lieu.", [("Trà Vinh", 4), ("Bạc Liêu", 5)]),
        ("Tra Vinh and others completed the top five.", []),
        ("Tra Vinh completed the top-priority tasks.", []),
    ],
)
def test_who_fills_the_head_of_the_list_has_its_last_places(sentence: str, ranks: list[tuple[str, int]]) -> None:
    assert [(unit, value) for unit, _, value in told(sentence)] == ranks


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Tra Vinh edged up by a mere 0.4 points.", ("score_change", 0.4)),
        ("Tra Vinh inched up 0.4 percentage points.", ("score_change", 0.4)),
        ("Tra Vinh recorded the strongest gain, at 6.4 points.", ("score_change", 6.4)),
        ("Tra Vinh posted the biggest drop in the country (6.4 points).", ("score_change", -6.4)),
        ("Tra Vinh saw its score fall by just 1.2 points.", ("score_change", -1.2)),
        ("Tra Vinh saw its ranking improve by five places.", ("rank_change", 5)),
        ("Having gained five places, Tra Vinh ranked third.", ("rank_change", 5)),
        ("Tra Vinh saw its revenue rise by 12 percent.", None),
    ],
)
def test_moves_go_by_many_verbs(sentence: str, change: tuple[str, object] | None) -> None:
    found = [(measure, value) for _, measure, value in told(sentence) if str(measure).endswith("_change")]
    assert found == ([change] if change else [])


def test_moves_of_two_in_turn_are_of_one_each() -> None:
    assert told("Tra Vinh and Bac Lieu moved up five and seven places, respectively.") == [
        ("Trà Vinh", "rank_change", 5), ("Bạc Liêu", "rank_change", 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    ["Tra Vinh came fourth, up three from 2021.", "Tra Vinh was fourth nationwide, up 3 on the previous year."],
)
def test_steps_may_go_without_their_noun(sentence: str) -> None:
    assert ("Trà Vinh", "rank_change", 3) in told(sentence)


@pytest.mark.parametrize("opening", ["With 77.3 percent", "Scoring 77.3 percent", "At 77.3 percent"])
def test_what_opens_a_sentence_is_of_the_one_behind_it(opening: str) -> None:
    assert told(f"{opening}, Tra Vinh finished bottom of the table.", ONE) == [
        ("Trà Vinh", "score", 77.3), ("Trà Vinh", "rank", "last"),
    ]  # fmt: skip


def test_a_move_that_opens_a_sentence_is_of_the_one_behind_it() -> None:
    assert told("Having gained five places, Tra Vinh ranked third.", ONE) == [
        ("Trà Vinh", "rank_change", 5), ("Trà Vinh", "rank", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        ("The former rose 2.5 points while the latter fell 0.8 points.", [("PAR INDEX", 2.5), ("SIPAS", -0.8)]),
        ("The former minister rose by 2.5 points in his party.", []),
    ],
)
def test_the_former_and_the_latter_are_the_two_named_last(sentence: str, told_of: list[tuple[str, float]]) -> None:
    text = f"{BOTH}Officials spoke of the PAR INDEX and SIPAS of the province in 2022. {sentence}"
    found = [(r["index"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "score_change"]
    assert found == told_of


@pytest.mark.parametrize("place", ["Hanoi (VNA) -", "HÀ NỘI —", "HANOI, May 25 (VNS) –", "Hanoi -"])
def test_where_a_report_is_sent_from_is_whose_it_is_not(place: str) -> None:
    text = (
        f"Results announced\n{place} The average score of the provinces in the 2022 PAR Index was 84.8 percent, the"
        " Ministry of Home Affairs said.\nThe lowest part is public finance reform, at 78.2 percent.\n"
    )
    assert "Hà Nội" not in {r.get("unit") for r in found_in(text)}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("reform of the civil service", "Cải cách chế độ công vụ"),
        ("institution building", "Cải cách thể chế"),
        ("simplification of administrative procedures", "Cải cách thủ tục hành chính"),
        ("the administrative procedure reform category", "Cải cách thủ tục hành chính"),
        ("streamlining of the administrative apparatus", "Cải cách tổ chức bộ máy hành chính nhà nước"),
        ("the building of e-government and digital government",
         "Xây dựng và phát triển chính quyền điện tử, chính quyền số"),
    ],
)  # fmt: skip
def test_parts_go_by_other_words_than_their_names(words: str, name: str) -> None:
    assert parts(f"In {words}, Ben Tre ranked third with 91.2 percent.", ONE) == [
        (name, "rank", 3), (name, "score", 91.2),
    ]  # fmt: skip


def test_a_move_and_the_place_behind_it_are_of_the_same_part() -> None:
    assert parts("The province jumped six places to fourth in public finance reform.", ONE) == [
        ("Cải cách tài chính công", "rank_change", 6), ("Cải cách tài chính công", "rank", 4),
    ]  # fmt: skip


def test_two_factors_of_satisfaction_are_two() -> None:
    text = "SIPAS 2022: satisfaction with access to services was 83 percent, and with civil servants 84.5 percent."
    assert [part for part, _, _ in parts(text, "")] == ["Tiếp cận dịch vụ", "Công chức trực tiếp giải quyết công việc"]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Of the 17 ministries, 14 scored above 80 percent.", [14]),
        ("Eight provinces scored above 90 percent, 53 scored between 80 and 90 percent and two below 80 percent.",
         [8, 53, 2]),
        ("Across the 63 localities, scores ranged between 71.8 percent and 90.1 percent.", []),
        ("There were 53 localities with scores ranging from 80 percent to under 90 percent.", [53]),
    ],
)  # fmt: skip
def test_counts_are_of_those_who_are_in_the_class(sentence: str, counts: list[int]) -> None:
    assert [r["value"] for r in found_in(ALL + sentence) if r["type"] == "count"] == counts


def test_the_first_and_the_last_year_of_a_rise_are_told_before_it() -> None:
    found = facts(f"{ONE}Between 2020 and 2022, the province's score rose from 81.5 percent to 86.2 percent.")
    assert found == [("Bến Tre", 2020, "score", 81.5), ("Bến Tre", 2022, "score", 86.2)]


def test_figures_of_years_that_are_told_behind_them() -> None:
    found = facts(f"{ONE}Ben Tre scored 81.5, 84.1 and 86.2 percent in 2020, 2021 and 2022, respectively.")
    assert [(year, value) for _, year, _, value in found] == [(2020, 81.5), (2021, 84.1), (2022, 86.2)]


def test_the_years_at_a_lead_are_not_those_of_the_moves_before_it() -> None:
    text = (
        "Tra Vinh leads the 2023 PAR INDEX of the provinces\nThe province gained 4.3 percentage points and moved up one"
        " place, ending the reign of Ben Tre, which had topped the table in both 2021 and 2022.\n"
    )
    assert [f for f in facts(text) if f[2] != "rank"] == [
        ("Trà Vinh", 2023, "score_change", 4.3), ("Trà Vinh", 2023, "rank_change", 1),
    ]  # fmt: skip
    assert {f[1] for f in facts(text) if f[0] == "Bến Tre"} == {2021, 2022}


@pytest.mark.parametrize(
    "words",
    ["The SIPAS reached 82.7 percent nationwide in 2022.", "The SIPAS stood at 82.7 percent across the country."],
)
def test_an_index_nationwide_is_its_mean(words: str) -> None:
    assert [(measure, value) for _, measure, value in told(words, BOTH)] == [("mean", 82.7)]


def test_a_rank_behind_all_of_a_region_is_of_the_country() -> None:
    found = stated(
        found_in(f"{ALL}In the Central Highlands, Gia Lai rose to 17th while Kon Tum is at the foot of the region.")
    )
    assert [(r["unit"], r["value"], bool(r["scope"])) for r in found if r.get("measure") == "rank"] == [
        ("Gia Lai", 17, False), ("Kon Tum", "last", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Deputy PM Tran Luu Quang spoke.", ("Tran Luu Quang", "Phó Thủ tướng", "Chính phủ")),
        ("PM Phạm Minh Chính, who heads the committee, spoke.", ("Phạm Minh Chính", "Thủ tướng", "Chính phủ")),
        ("Home Affairs Minister Pham Thi Thanh Tra spoke.", ("Pham Thi Thanh Tra", "Bộ trưởng", "Bộ Nội vụ")),
        ("Truong Hai Long, deputy minister of home affairs, spoke.", ("Truong Hai Long", "Thứ trưởng", "Bộ Nội vụ")),
    ],
)
def test_posts_stand_before_and_behind_names(sentence: str, post: tuple[str, str, str]) -> None:
    assert posts(sentence) == [post]


def test_a_new_name_for_a_ministry_is_no_post() -> None:
    assert posts("The home affairs ministry and Thái Nguyên Party Committee spoke.") == []


def test_who_opens_a_sentence_by_chairing_is_in_the_chair() -> None:
    text = "Chairing the sixth session of the committee on May 25, 2023, Prime Minister Phạm Minh Chính thanked all.\n"
    assert [(r["date"], r["chair"]) for r in found_in(ONE + text) if r["type"] == "meeting"] == [
        ("2023-05-25", "Phạm Minh Chính")
    ]


@pytest.mark.parametrize(
    ("sentence", "ranks"),
    [
        ("Ben Tre ruled the table from 2019 to 2021, then slipped to fourth in 2022.",
         [(2019, 1), (2020, 1), (2021, 1), (2022, 4)]),
        ("Ben Tre reached the top in 2019 and held the first position until 2021.", [(2019, 1), (2020, 1), (2021, 1)]),
        ("Ben Tre was dead last in 2019, on 58.9%.", [(2019, "last")]),
        ("Ben Tre needs no lecture: third in 2019, it was 51st in 2022.", [(2019, 3), (2022, 51)]),
        ("Ben Tre returned to the summit in 2021.", [(2021, 1)]),
        ("Ben Tre stayed in the ranking until 2021.", []),
        ("The second year of the plan, 2021, brought Ben Tre nothing.", []),
    ],
)  # fmt: skip
def test_places_of_several_years(sentence: str, ranks: list[tuple[int, object]]) -> None:
    found = [(year, value) for _, year, measure, value in facts(ONE + sentence) if measure == "rank"]
    assert sorted(set(found), key=str) == ranks


def test_a_move_is_of_the_year_behind_where_it_leads() -> None:
    found = facts(f"{ALL}Tra Vinh tumbled 12 places to 15th in 2019 before recovering to 10th in 2020.")
    assert found == [
        ("Trà Vinh", 2019, "rank_change", -12),
        ("Trà Vinh", 2019, "rank", 15),
        ("Trà Vinh", 2020, "rank", 10),
    ]


@pytest.mark.parametrize("verb", ["put", "ranked", "had"])
def test_an_index_gives_a_place(verb: str) -> None:
    found = stated(found_in(f"{ALL}The PAPI {verb} Tra Vinh third in 2022 with 45.2 points."))
    assert [(r["index"], r["unit"], r["value"]) for r in found] == [("PAPI", "Trà Vinh", 3), ("PAPI", "Trà Vinh", 45.2)]


@pytest.mark.parametrize(
    "sentence",
    [
        'The component "public finance reform" lost 3.7 points out of 16.5.',
        "In public finance reform, Ben Tre was docked 1.5 points.",
    ],
)
def test_points_that_are_not_got_are_no_score(sentence: str) -> None:
    assert told(sentence, ONE) == []


def test_a_city_beside_districts_is_none_of_the_provinces() -> None:
    text = (
        "Thua Thien Hue: the 2022 PAR Index of the province\nThe provincial index of departments and districts: Among 9"
        " districts, Huong Tra Town ranks 1st (95.4 points), Hue City 2nd (94.8 points) and Nam Dong District last.\n"
    )
    assert {(r["index"], r["unit"], r["value"]) for r in stated(found_in(text)) if r.get("measure") == "rank"} == {
        ("provincial CCHC index", "thị xã Huong Tra", 1), ("provincial CCHC index", "thành phố Huế", 2),
        ("provincial CCHC index", "huyện Nam Dong", "last"),
    }  # fmt: skip
    alone = "The 2022 PAR Index\nIn the 2022 PAR INDEX of the provinces, Hue City ranked third in the country.\n"
    assert facts(alone) == [("Thừa Thiên Huế", 2022, "rank", 3)]


def test_a_department_has_no_place_in_an_index_of_provinces() -> None:
    text = "The 2022 PCI of Ben Tre\nBen Tre ranked 8th in the 2022 PCI. The Department of Justice came second.\n"
    assert facts(text) == [("Bến Tre", 2022, "rank", 8)]


@pytest.mark.parametrize(
    ("bank", "unit"), [("The Bank", "Ngân hàng Nhà nước Việt Nam"), ("The World Bank", "Bộ Tư pháp")]
)
def test_the_bank_is_the_state_bank_where_no_other_is_named(bank: str, unit: str) -> None:
    text = f"{ALL}The State Bank of Vietnam is a ministry. The Ministry of Justice came fourth, and {bank} third."
    assert ("Bộ Tư pháp", 2022, "rank", 4) in facts(text)
    assert (unit == "Ngân hàng Nhà nước Việt Nam") == ((unit, 2022, "rank", 3) in facts(text))


def test_how_many_there_were_before_is_no_year_of_what_follows() -> None:
    text = f"{ALL}Eleven localities scored over 90%, compared to three in 2021."
    text += " Another 52 localities got between 80% and 90%."
    counts = [(r["year"], r["value"]) for r in found_in(text) if r["type"] == "count"]
    assert counts == [(2022, 11), (2022, 52)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Southeast was the region with the highest average index, at 88.2%.",
        "The Southeast had the highest score of all regions (88.2%).",
    ],
)
def test_the_best_region_has_its_own_mean(sentence: str) -> None:
    assert told(sentence) == [("Đông Nam Bộ", "mean", 88.2)]


@pytest.mark.parametrize("words", ["The national figure", "The nationwide rate", "The country's score"])
def test_the_figure_of_the_nation_is_its_mean(words: str) -> None:
    assert [(measure, value) for _, measure, value in told(f"{words} was 84.8 percent.", ONE)] == [("mean", 84.8)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The index uses a 100-point scale and eight criteria.",
        "We lost 5.3 points for late dossiers, an official said.",
    ],
)
def test_a_scale_or_a_penalty_is_no_result(sentence: str) -> None:
    assert told(sentence, ONE) == []


def test_a_place_for_a_part_is_of_the_part() -> None:
    assert parts("The province took only 48th place for public finance reform, with 70.1%.", ONE) == [
        ("Cải cách tài chính công", "rank", 48), ("Cải cách tài chính công", "score", 70.1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Ben Tre scored 84.2 percent last year, ranking 40th.", {2021}),
        ("Ben Tre scored 84.2 percent in 2021, three places better than last year.", {2021}),
    ],
)
def test_last_year_is_that_before_the_day_of_the_report(sentence: str, years: set[int]) -> None:
    text = f"Ben Tre in the PAR Index\nApril 8, 2022 - 07:45\nThis is about reform in Ben Tre. {sentence}\n"
    assert {year for _, year, measure, _ in facts(text) if measure != "rank_change"} == years


def test_the_first_three_in_turn_have_a_place_and_a_score_each() -> None:
    text = (
        "The 2022 PAR Index of Thanh Hoa\nThe 2022 index of departments and districts of Thanh Hoa province.\nWithin"
        " the province, Thanh Hoa City, Sam Son City and Nghi Son Town rank first, second and third with 93.5, 92.8 and"
        " 92.1 points, respectively.\n"
    )
    units = ["thành phố Thanh Hóa", "thành phố Sam Son", "thị xã Nghi Son"]
    found = {(unit, measure): value for unit, _, measure, value in facts(text)}
    assert [found.get((unit, "rank")) for unit in units] == [1, 2, 3]
    assert [found.get((unit, "score")) for unit in units] == [93.5, 92.8, 92.1]


def test_a_population_that_scores_a_mean_has_its_change_too() -> None:
    sentence = "Ministries scored an average of 84.05 percent, a slight decrease of 2.1 percentage points from 2021."
    assert [(measure, value) for _, measure, value in told(sentence)] == [("mean", 84.05), ("mean_change", -2.1)]


def test_places_behind_scores_in_parentheses_go_on() -> None:
    found = told(
        "Ben Tre (90.4 per cent) ranked first, Phu Yen (89.9 per cent) second and Gia Lai (89.1 per cent) third."
    )
    assert [(unit, value) for unit, measure, value in found if measure == "rank"] == [
        ("Bến Tre", 1), ("Phú Yên", 2), ("Gia Lai", 3),
    ]  # fmt: skip


def test_two_lowest_scores_in_turn_are_of_the_two() -> None:
    found = told("Gia Lai and Phu Yen had the two lowest scores, 76.1% and 75.3% respectively.")
    assert [(unit, value) for unit, measure, value in found if measure == "score"] == [
        ("Gia Lai", 76.1),
        ("Phú Yên", 75.3),
    ]


def test_localities_told_by_their_number_in_other_groups_are_counted() -> None:
    text = (
        "The PAR Index of 2022\nThe 2022 PAR Index ranks 63 localities. Two localities, Ben Tre and Phu Yen, belong to"
        " Group A (90% and above); 41 are in Group B (80% to below 90%) and seven in Group C (70% to below 80%).\n"
    )
    found = stated(found_in(text))
    assert {(r["unit"], r["value"]) for r in found if r.get("measure") == "group"} == {
        ("Bến Tre", "nhóm A"), ("Phú Yên", "nhóm A"),
    }  # fmt: skip
    assert {r["value"] for r in found if r["type"] == "count"} == {2, 41, 7}
