"""What the reader makes of texts of the genre is data that the shapes accept: an article that is read can be loaded."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from article_gold import FOLDER, found_in, reading, stated
from cchc.api import validate_files
from cchc.claims import Observation

PARTS = 4
TEXTS = sorted((FOLDER / "texts").glob("*.txt"))


@pytest.mark.parametrize("part", range(PARTS))
def test_texts_conform_together(part: int) -> None:
    report = validate_files(TEXTS[part::PARTS])
    assert [(one.code, one.focus, one.message["en"]) for one in report.violations] == []


def test_what_is_stated_is_no_candidate_at_another_place() -> None:
    text = (
        "Bộ chỉ số 766 của tỉnh Sóc Trăng\n"
        "Tính đến hết tháng 5/2024, tỉnh được 81,2 điểm theo Bộ chỉ số 766, đứng thứ 7/63. Chỉ số này lên xuống từng "
        "ngày, hôm nay thứ 7, tuần sau có khi thứ 12."
    )
    said = Counter(
        (r["unit"], r["year"], r["value"], r.get("period")) for r in found_in(text) if r["type"] == "observation"
    )
    assert said
    assert set(said.values()) == {1}
    assert {r["value"] for r in stated(found_in(text))} == {81.2, 7}


@pytest.mark.parametrize(("index", "part"), [("CCHC", "cải cách thể chế"), ("CCHC", "tài chính công")])
def test_parts_of_a_district_are_those_of_the_index_that_ranks_it(index: str, part: str) -> None:
    text = (
        f"UBND huyện Đắk Mil họp về Chỉ số {index} năm 2022\n"
        f"Sáng 14/3/2023, UBND huyện Đắk Mil (tỉnh Đắk Nông) họp phân tích Chỉ số {index}.\n"
        f"Theo Quyết định của UBND tỉnh, Chỉ số {index} năm 2022 của huyện đạt 81,35 điểm, đứng thứ 3/8 huyện.\n"
        f"Lĩnh vực {part}: 7,25/9 điểm, đứng thứ 2/8;\n"
    )
    claims = [c for c in reading(text).claims if isinstance(c, Observation) and c.component]
    assert all(c.component and c.component.path.startswith(f"{c.edition.index}/") for c in claims)
    assert {c.edition.index for c in claims} == {"dak-nong-cchc"}


def test_what_a_figure_counts_needs_no_english_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "PAR INDEX năm 2023 của tỉnh Lào Cai\nNăm 2023, tỉnh đã rà soát, cắt giảm 57 quy định kinh doanh."
    path.write_text(text, encoding="utf-8")
    assert [r["value"] for r in found_in(text) if r["type"] == "indicator"] == [57]
    assert validate_files([path]).conforms


def test_two_accounts_of_one_meeting_may_differ_on_the_part_of_the_day(tmp_path: Path) -> None:
    paths = []
    for part in ("Sáng", "Chiều"):
        path = tmp_path / f"{part}.txt"
        path.write_text(
            f"Họp Ban Chỉ đạo CCHC của Chính phủ\n{part} 12/5/2022, Ban Chỉ đạo cải cách hành chính của Chính phủ tổ "
            "chức Hội nghị công bố Chỉ số PAR INDEX 2021. Năm 2021, Hải Phòng đạt 91,8%, xếp thứ 1/63.",
            encoding="utf-8",
        )
        paths.append(path)
    report = validate_files(paths)
    assert report.conforms
    assert "CCHC-MEETING-013" in {finding.code for finding in report.findings}


def test_a_group_has_one_name_however_sources_write_its_bounds(tmp_path: Path) -> None:
    paths = []
    for number, words in enumerate(("trên 75%", "trên 75 %", "trên 75 điểm")):
        path = tmp_path / f"{number}.txt"
        text = f"PAR INDEX năm 2016 của các tỉnh\nNăm 2016, có 2 tỉnh đạt {words} là Hà Nam và Cà Mau."
        path.write_text(text, encoding="utf-8")
        paths.append(path)
        assert [r["value"] for r in found_in(text) if r["type"] == "count"] == [2]
    assert validate_files(paths).findings == ()


def test_messages_name_what_a_statistic_is_of(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "PAR INDEX năm 2021 của các tỉnh\nNăm 2021, PAR INDEX bình quân của khu vực Tây Nguyên đạt 84,5%, tăng 2,5% so "
        "với năm 2020 (80,1%).",
        encoding="utf-8",
    )
    found = [one.message for one in validate_files([path]).findings]
    assert any(message["vi"].startswith("giá trị trung bình, Tây Nguyên: mức thay đổi 2,5") for message in found)
    assert any(message["en"].startswith("mean, Central Highlands: a change of 2.5") for message in found)
