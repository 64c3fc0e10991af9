"""Articles in English are read as those in Vietnamese are, and quoted in their own words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_gold import FOLDER, found_in, stated
from cchc.loaders.articles.english.aligned import Aligned
from cchc.loaders.articles.english.gloss import Gloss, is_english
from cchc.loaders.articles.english.names import EnglishNames
from cchc.loaders.articles.english.wording import rules
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.vietnamese import nfc
from cchc.vietnamese.scanning import Line

TEXTS = {path.stem: nfc(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "texts").glob("*.txt"))}


def facts(text: str) -> set[tuple[object, ...]]:
    keys = ("index", "unit", "year", "measure", "component", "value", "rank_of")
    return {tuple(r.get(key) for key in keys) for r in stated(found_in(text)) if r["type"] == "observation"}


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Lao Cai scored 88.21 percent, ranking 9th.", "Lào Cai đạt 88,21%, xếp thứ 9."),
        ("Lao Cai ranked 9th out of 63 provinces, up four places from 2020.",
         "Lào Cai xếp thứ 9/63 tỉnh, tăng 4 bậc so với năm 2020."),
        ("Lao Cai fell seven places to 21st.", "Lào Cai giảm 7 bậc, xếp thứ 21."),
        ("Lao Cai's score was 1.5 points lower than in 2020.", "Điểm số của Lào Cai giảm 1,5 điểm so với năm 2020."),
        ("The Ministry of Transport came last with 79.6 percent.", "Bộ Giao thông vận tải xếp cuối bảng với 79,6%."),
        ("Its score rose to 88.4 percent from 86.1 percent in 2020 in Lao Cai.",
         "Ở Lào Cai, điểm số tăng từ 86,1% năm 2020 lên 88,4%."),
        ("Ca Mau and Kon Tum ranked 40th and 41st, respectively.", "Cà Mau và Kon Tum lần lượt xếp thứ 40 và thứ 41."),
        ("Kon Tum took first place in the Central Highlands.", "Kon Tum xếp thứ nhất vùng Tây Nguyên."),
        ("The Transport Ministry scored 79.6 percent.", "Bộ Giao thông vận tải đạt 79,6%."),
        ("The Ministry of Justice stayed at the top of the list of ministries.", "Bộ Tư pháp dẫn đầu các bộ."),
        ("The Finance Ministry sat at the top of the ranking with 91.2 percent.", "Bộ Tài chính dẫn đầu với 91,2%."),
        ("Ca Mau ranked first. Ca Mau was followed by Kon Tum (88.1 percent) and Lai Chau (87.2 percent).",
         "Cà Mau xếp thứ nhất. Tiếp theo là Kon Tum (88,1%) và Lai Châu (87,2%)."),
        ("Lao Cai ranked 9th of 63 in the 2021 PAR Index.", "Lào Cai xếp thứ 9/63."),
        ("Lao Cai scored 88.2 percent. A year earlier, it ranked 12th with 86.4 percent.",
         "Lào Cai đạt 88,2%. Năm trước đó, tỉnh xếp thứ 12 với 86,4%."),
        ("Lao Cai scored 88.2 percent, 1.8 points higher than the national average of 86.4 percent.",
         "Lào Cai đạt 88,2%, cao hơn trung bình cả nước 1,8 điểm (86,4%)."),
        ("The average index of ministries and ministerial-level agencies was 87.1 percent.",
         "Giá trị trung bình của bộ, cơ quan ngang bộ là 87,1%."),
        ("Lao Cai earned the maximum 9.5 points for institutional reform, the fifth-highest result nationwide.",
         "Lào Cai đạt 9,5 điểm về cải cách thể chế, xếp thứ 5 cả nước."),
        ("Kon Tum came first with 91.4 percent, ahead of Ca Mau (90.2) and Lao Cai (89.5).",
         "Kon Tum xếp thứ nhất với 91,4%, tiếp theo là Cà Mau (90,2) và Lào Cai (89,5)."),
        ("Kon Tum's score was 2.1 points higher than in 2019, when the province scored 82.3 percent and ranked 5th.",
         "Điểm số của Kon Tum tăng 2,1 điểm so với năm 2019 (tỉnh đạt 82,3% và xếp thứ 5)."),
        ("The Ministries of Justice and Finance scored 91.2 percent and 90.5 percent, respectively.",
         "Bộ Tư pháp và Bộ Tài chính lần lượt đạt 91,2% và 90,5%."),
    ],
)  # fmt: skip
def test_a_sentence_in_english_says_what_it_says_in_vietnamese(english: str, vietnamese: str) -> None:
    told = facts("Results of the PAR INDEX 2021 of the provinces and ministries\n" + english)
    assert told == facts("Kết quả PAR INDEX năm 2021 của các tỉnh và các bộ\n" + vietnamese)
    assert told


def test_a_rule_finds_in_a_text_that_knows_its_words_what_it_finds_in_any() -> None:
    names = EnglishNames(gazetteer())
    for source in filter(is_english, TEXTS.values()):
        for text in (Line(source), Gloss(source, names).text):
            for pattern in (rule.pattern for rule in rules()):
                told = [match.span() for match in pattern.finditer(text)]
                assert told == [match.span() for match in pattern.regex.finditer(str(text))], pattern.regex.pattern


@pytest.mark.parametrize(
    "sentence",
    [
        "Lao Cai aims to score 90 percent and rank among the top 20.",
        "The poverty rate in the province stood at 8.2 percent.",
        "Lao Cai is 2.1 points behind Quang Ninh.",
        "The chairman asked departments to cut 30 percent of the time for administrative procedures.",
        "Lao Cai saved 25 percent of compliance costs.",
        "The third quarter conference of 63 provinces took place on the 20th floor.",
    ],
)
def test_what_is_no_result_becomes_no_fact(sentence: str) -> None:
    assert facts("PAR INDEX 2021 of Lao Cai\n" + sentence) == set()


def test_a_figure_that_is_not_understood_is_reported_in_its_own_words() -> None:
    found = found_in("PAR INDEX 2021 of Lao Cai\nThe rate of on-time settlement of the dossiers reached 98.7 percent.")
    assert [(r["text"], r["evidence"]) for r in found if r["type"] == "unplaced"] == [("98.7 percent", "98.7 percent")]


@pytest.mark.parametrize("name", TEXTS)
def test_the_language_of_a_text_is_told(name: str) -> None:
    assert is_english(TEXTS[name]) == (" the " in TEXTS[name])


@given(st.sampled_from([text for text in TEXTS.values() if is_english(text)]), st.integers(1, 200), st.integers(1, 60))
def test_every_stretch_of_a_gloss_stands_for_one_of_the_article(text: str, start: int, length: int) -> None:
    aligned = Aligned(text)
    for rule in rules():
        rule.apply(aligned)
    assert len(aligned.text) == len(aligned.starts) == len(aligned.ends)
    first, last = aligned.span(start, start + length)
    assert 0 <= first <= last <= len(text)
    for figure in re.finditer(r"\d+,\d+", aligned.text):
        low, high = aligned.span(*figure.span())
        assert figure[0].replace(",", ".") in text[low:high]


def test_words_that_change_places_stand_for_all_of_what_they_replace() -> None:
    gloss = Gloss("the 2023 PAR INDEX of Lao Cai", EnglishNames(gazetteer()))
    assert gloss.text == "PAR INDEX năm 2023 của Lào Cai"


def test_a_rule_never_leaves_the_line_it_is_in() -> None:
    for text in TEXTS.values():
        if is_english(text):
            assert Gloss(text, EnglishNames(gazetteer())).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ca Mau came out first with 90.5 percent.", [("Cà Mau", "rank", 1), ("Cà Mau", "score", 90.5)]),
        ("Ca Mau brought up the rear at 80.25 percent.", [("Cà Mau", "rank", "last"), ("Cà Mau", "score", 80.25)]),
        (
            "Ca Mau ranked first with 90.5 percent. It was followed by Tra Vinh (89.25 percent).",
            [("Cà Mau", "rank", 1), ("Cà Mau", "score", 90.5), ("Trà Vinh", "rank", 2), ("Trà Vinh", "score", 89.25)],
        ),
        (
            "The lowest score, 75.25 percent, was recorded in Tra Vinh.",
            [("Trà Vinh", "rank", "last"), ("Trà Vinh", "score", 75.25)],
        ),
        (
            "Ca Mau and Tra Vinh scored 90.5 and 89.25 percent, respectively.",
            [("Cà Mau", "score", 90.5), ("Trà Vinh", "score", 89.25)],
        ),
    ],
)  # fmt: skip
def test_results_in_the_words_of_news_are_read(words: str, told: list[tuple[object, ...]]) -> None:
    text = f"The 2023 PAR Index of the provinces was announced by the Ministry of Home Affairs in the capital. {words}"
    found = [(r["unit"], r["measure"], r["value"]) for r in stated(found_in(text)) if "measure" in r]
    assert found == told


def test_a_title_about_reform_and_satisfaction_leaves_the_index_to_the_lead() -> None:
    text = (
        "Kon Tum keeps top-five place in administrative reform as public satisfaction slips\n"
        "Kon Tum finished fourth among Vietnam's 34 provinces and cities in the 2025 PAR INDEX, scoring 91.4 percent.\n"
        "The result is 1.2 percentage points higher than in 2024. Hai Phong led the table with 95.7 percent."
    )
    found = [(r["index"], r["unit"], r["value"]) for r in stated(found_in(text)) if "measure" in r]
    assert found == [
        ("PAR INDEX", "Kon Tum", 4),
        ("PAR INDEX", "Kon Tum", 91.4),
        ("PAR INDEX", "Kon Tum", 1.2),
        ("PAR INDEX", "Hải Phòng", 1),
        ("PAR INDEX", "Hải Phòng", 95.7),
    ]


def test_classes_and_wards_of_a_city_are_read() -> None:
    text = (
        "The city of Hanoi announces its own 2024 PAR Index of departments and the 126 communes and wards\n"
        'In the city of Hanoi, nine departments were rated "excellent" and four "good". '
        "Cua Nam Ward topped the ranking with 95.88 points."
    )
    found = stated(found_in(text))
    assert [(r["class"], r["value"]) for r in found if r["type"] == "count"] == [
        ("xuất sắc", 9),
        ("tốt", 4),
    ]
    assert {(r["unit"], r["value"]) for r in found if "measure" in r} == {
        ("phường Cua Nam", 1),
        ("phường Cua Nam", 95.88),
    }


def test_the_parts_of_an_index_are_known_by_the_names_that_reports_give_them() -> None:
    found = facts(
        "Ca Mau in the PCI 2022\nCa Mau ranked 25th in the 2022 PCI. Land Access scored 6.9 points, Proactivity fell by"
        " 0.3 points and Labor Training reached 5.8 points."
    )
    assert {(part, measure, value) for _, _, _, measure, part, value, _ in found if part} == {
        ("Tiếp cận đất đai", "score", 6.9), ("Tính năng động của chính quyền", "score_change", -0.3),
        ("Đào tạo lao động", "score", 5.8),
    }  # fmt: skip


def test_the_satisfied_with_all_services_are_the_mean_of_all() -> None:
    for services in ("the services of State administrative agencies in general", "public administrative services"):
        text = f"PAR INDEX and SIPAS 2022\nIn the 2022 SIPAS, 81.4 percent of people were satisfied with {services}."
        means = [r for r in stated(found_in(text)) if r.get("measure") == "mean"]
        assert [(r["index"], r["year"], r["value"]) for r in means] == [("SIPAS", 2022, 81.4)]


def test_an_exception_is_what_is_told_behind_it_and_a_share_of_files_is_no_score() -> None:
    text = (
        "The city of Hanoi announces its 2023 PAR Index of departments and districts\n"
        "HANOI TIMES - Twenty of the city's 22 departments and agencies scored above 85% in the city of Hanoi's own "
        "Public Administration Reform (PAR) Index for 2023.\n"
        "Among the 30 districts and towns, My Duc was last with 86.40 points. Gia Lam came second (95.13 points) and "
        "Nam Tu Liem third (94.76 points). All but one improved; the exception was Thanh Oai, which lost 0.62 points. "
        "In the city of Hanoi, 95.6% of dossiers were processed on time."
    )
    found = stated(found_in(text))
    assert [(r["value"], r["of"]) for r in found if r["type"] == "count"] == [(20, 22)]
    assert [(r["unit"].removeprefix("huyện "), r["measure"], r["value"]) for r in found if "measure" in r] == [
        ("My Duc", "rank", "last"),
        ("My Duc", "score", 86.4),
        ("Gia Lam", "rank", 2),
        ("Gia Lam", "score", 95.13),
        ("Nam Tu Liem", "rank", 3),
        ("Nam Tu Liem", "score", 94.76),
        ("Thanh Oai", "score_change", -0.62),
    ]
