"""The article reader on texts of the genre: every fact that a person reads, and none besides."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from article_gold import FOLDER, compare, found_in, reading, stated
from cchc.loaders.articles.document import LONGEST_SENTENCE, Kind, paragraphs
from cchc.vietnamese import nfc

TEXTS = sorted((FOLDER / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_fact_of_the_text_and_none_besides_is_read(path: Path) -> None:
    text = nfc(path.read_text(encoding="utf-8"))
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["records"]
    for record in gold:
        assert record["evidence"] in text, record
    missing, wrong = compare(text, gold, found_in(text))
    assert (missing, wrong) == ([], [])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_evidence_is_the_text_at_its_offsets(path: Path) -> None:
    text = nfc(path.read_text(encoding="utf-8"))
    for record in found_in(text):
        assert text[record["start"] : record["end"]] == record["evidence"]
        assert record["evidence"].strip() == record["evidence"] != ""


HEAD = "PAR INDEX năm 2022 của tỉnh Cao Bằng\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2024, tỉnh phấn đấu PAR INDEX đạt 90%, xếp trong nhóm 20 tỉnh dẫn đầu.",
        "Tỉnh đặt mục tiêu năm 2025 đạt 92 điểm, tăng 10 bậc.",
        "Mục tiêu là xếp thứ 15/63 vào năm 2025.",
        "Tỉnh cách địa phương đứng đầu 5,2 điểm.",
        "Tỉnh kém Bắc Kạn 0,4 điểm và thấp hơn mức trung bình cả nước 1,2 điểm.",
        "Tỉnh nằm trong tốp 30.",
        "Tỉnh thuộc nhóm 5 địa phương dẫn đầu cả nước.",
        "Tỉnh bị trừ 2 điểm do chậm báo cáo.",
        "Kinh tế của tỉnh tăng trưởng 6,5%, thu ngân sách đạt 92%.",
        "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,5%, tăng 2% so với năm 2021.",
        "Toàn tỉnh có 5/8 lĩnh vực tăng điểm và 12/15 nhiệm vụ hoàn thành.",
        "Quyết định số 45/63/QĐ-UBND ngày 12/3/2023 được ban hành.",
        "Bảng xếp hạng 63 tỉnh, thành phố vừa được công bố.",
        "Tỉnh đang xếp hạng 21 sở, ngành.",
    ],
)
def test_what_is_no_result_becomes_no_fact(sentence: str) -> None:
    assert stated(found_in(HEAD + sentence)) == []


def test_indices_named_in_one_breath_leave_a_candidate_not_a_fact() -> None:
    found = found_in("Công bố PAR INDEX và SIPAS năm 2022\nNăm 2022, tỉnh Hà Nam đạt 85,1%, xếp thứ 20/63.")
    figures = [r for r in found if r["type"] == "observation"]
    assert [(r["value"], r["status"]) for r in figures] == [(85.1, "candidate"), (20, "candidate")]


def test_a_ranking_of_ministries_is_never_one_of_an_index_of_provinces_only() -> None:
    found = stated(found_in("Công bố PAR INDEX và SIPAS năm 2022\nNăm 2022, Bộ Tư pháp đạt 89,82%."))
    assert [(r["index"], r["unit"]) for r in found] == [("PAR INDEX", "Bộ Tư pháp")]


def test_a_figure_without_an_index_is_reported_as_unplaced() -> None:
    found = found_in("Tin tức tỉnh Hà Nam\nNăm 2022, tỉnh đạt 85,1 điểm, xếp thứ 20/63.")
    assert stated(found) == []
    assert {(r["text"], r["why"]) for r in found if r["type"] == "unplaced"} == {
        ("85,1 điểm", "no-index"),
        ("xếp thứ 20/63", "no-index"),
    }


def test_two_districts_of_one_name_are_told_apart_by_the_province() -> None:
    units = []
    for province in ("Đồng Tháp", "Bến Tre"):
        text = f"Chỉ số CCHC năm 2022 của các huyện thuộc tỉnh {province}\nHuyện Châu Thành dẫn đầu với 88 điểm."
        units += [claim.unit.path for claim in reading(text).claims if getattr(claim, "measure", "") == "rank"]
    assert units == ["dong-thap/huyen-chau-thanh", "ben-tre/huyen-chau-thanh"]


def test_a_city_named_like_its_province_is_a_district() -> None:
    text = "Chỉ số CCHC năm 2022 các huyện tỉnh Sơn La\nThành phố Sơn La đạt 89,7 điểm. Huyện Mai Sơn đạt 88 điểm."
    units = [claim.unit for claim in reading(text).claims if getattr(claim, "measure", "") == "score"]
    assert [(u.path, u.kind) for u in units] == [
        ("son-la/thanh-pho-son-la", "District"),
        ("son-la/huyen-mai-son", "District"),
    ]


def test_menus_teasers_tags_bylines_and_captions_yield_nothing() -> None:
    text = (
        "Skip Ribbon Commands\nPAR INDEX 2022: Hà Nam xếp thứ 20/63\n16:03 | 25/05/2023\n"
        "Năm 2022, PAR INDEX của Hà Nam xếp thứ 20/63.\nẢnh: Hà Nam xếp thứ 20/63\n"
        "Tags: PAR INDEX 2022, Hà Nam hạng 5/63\n"
        "Cùng chuyên mục\nPAR INDEX 2022: Hưng Yên xếp thứ 9/63\n"
    )
    found = found_in(text)
    assert [(r["unit"], r["value"], r["evidence"]) for r in found] == [
        ("Hà Nam", 20, "PAR INDEX của Hà Nam xếp thứ 20/63")
    ]


def test_layout_keeps_every_character_at_its_place() -> None:
    text = nfc(TEXTS[0].read_text(encoding="utf-8"))
    for paragraph in paragraphs(text):
        assert text[paragraph.start : paragraph.end] == paragraph.text
        for sentence in paragraph.sentences():
            assert text[sentence.start : sentence.end] == sentence.text


def test_abbreviations_end_no_sentence() -> None:
    [title, body] = paragraphs("Tin trong ngày\nHọp tại TP. Hải Phòng và T.Ư. Đảng. Sau đó, ông về TP. Huế.")
    assert title.kind is Kind.TITLE
    assert [s.text for s in body.sentences()] == ["Họp tại TP. Hải Phòng và T.Ư. Đảng.", "Sau đó, ông về TP. Huế."]


SENTENCE = "Năm 2022, PAR INDEX của tỉnh Cao Bằng đạt 84,16%, xếp thứ 41/63, tăng 14 bậc so với năm 2021"
HOSTILE = {
    "no full stop": lambda n: (SENTENCE + ", ") * (n // len(SENTENCE)),
    "numbers": lambda n: "PAR INDEX 2022 " + "83,45 " * (n // 6),
    "ranks": lambda n: "PAR INDEX 2022 Cao Bằng " + "thứ 3/63 " * (n // 9),
    "brackets": lambda n: "PAR INDEX 2022 Cao Bằng " + "(" * (n // 2) + "83,4%" + ")" * (n // 2),
    "digits": lambda n: "PAR INDEX 2022 đạt " + "9" * n + " điểm",
    "dots": lambda n: "PAR INDEX 2022 đạt 83" + "." * n + "x",
    "spaces": lambda n: "PAR INDEX 2022 đạt" + " " * n + "83,4 điểm",
    "control": lambda n: "PAR INDEX 2022 Cao Bằng\x00\x07\x1b đạt 83,4%. " * (n // 42),
    "bidi": lambda n: "PAR INDEX 2022 Cao Bằng \u202e\u2066đạt 83,4%\u2069\u202c. " * (n // 42),
    "names": lambda n: "Ông Trương Hòa Bình, Phó Thủ tướng, " * (n // 36),
    "abbreviations": lambda n: "TP. " * (n // 4),
    "sentences": lambda n: (SENTENCE + ". ") * (n // len(SENTENCE)),
    "lines": lambda n: "1\n" * (n // 2),
    "table": lambda n: "TT\tTỉnh\tChỉ số\n" + "1\tCao Bằng\t83,4\n" * (n // 16),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_the_cost_of_reading_grows_with_the_text_not_with_its_square(shape: str) -> None:
    """Four times the text costs about four times as much; sixteen times as much would be quadratic."""
    short, long = HOSTILE[shape](12_000), HOSTILE[shape](48_000)
    reading(short)
    costs = []
    for text in (short, long):
        begun = time.process_time()
        reading(text)
        costs.append(time.process_time() - begun)
    # A base cost keeps shapes that cost next to nothing from being judged by noise.
    assert costs[1] / (costs[0] + 0.02) < 9, costs


def test_a_megabyte_without_a_full_stop_is_read_to_its_end() -> None:
    filler = "công tác cải cách hành chính trên địa bàn tỉnh tiếp tục được quan tâm chỉ đạo thực hiện, "
    text = SENTENCE + ", " + filler * (1_000_000 // len(filler)) + "; SIPAS của tỉnh Cao Bằng đạt 81,25%"
    assert len(text) > 999_000
    found = found_in(text)
    assert [(r["index"], r["value"]) for r in stated(found)][-1] == ("SIPAS", 81.25)
    assert all(len(r["evidence"]) <= LONGEST_SENTENCE for r in found)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", "()", "1.2.3,4,5 điểm", "tăng 1.2.3 điểm", "9" * 5000 + "%", "thứ 999/63",
     "Giai đoạn sau 2022 - 2016"],
)  # fmt: skip
def test_odd_texts_are_read_without_a_fault(text: str) -> None:
    assert stated(found_in("PAR INDEX năm 2022 của tỉnh Cao Bằng\n" + text)) == []
    assert stated(found_in(text)) == []


def test_an_indicator_of_nobody_in_a_province_s_article_is_a_candidate() -> None:
    head = "Cải cách hành chính ở Hà Nam\nNăm 2022, PAR INDEX của tỉnh Hà Nam đạt 85,1%.\nQuảng Ninh xếp thứ nhất. "
    found = [r for r in found_in(head + "Tỷ lệ hồ sơ trực tuyến đạt 64%.") if r["type"] == "indicator"]
    assert [(r["value"], r["status"]) for r in found] == [(64, "candidate")]
    nations = [r for r in found_in(head + "Cả nước có tỷ lệ hồ sơ trực tuyến đạt 64%.") if r["type"] == "indicator"]
    assert [(r["unit"], r["status"]) for r in nations] == [("nation", "stated")]


def test_points_lost_out_of_a_maximum_are_reported_and_no_change() -> None:
    found = found_in(HEAD + "Cải cách thể chế bị mất 1,25 điểm/13 điểm.")
    assert stated(found) == []
    assert [(r["text"], r["why"]) for r in found if r["type"] == "unplaced"] == [
        ("mất 1,25 điểm/13 điểm", "points-lost")
    ]


def test_several_people_may_chair_one_meeting() -> None:
    found = found_in(
        "Hội nghị công bố PAR INDEX năm 2022\nNgày 19/4/2023, Phó Thủ tướng Chính phủ Trần Hồng Hà và "
        "Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà đồng chủ trì hội nghị công bố PAR INDEX năm 2022."
    )
    meetings = [(r["chair"], r["co_chairs"]) for r in found if r["type"] == "meeting"]
    assert meetings == [("Trần Hồng Hà", ["Phạm Thị Thanh Trà"])]
