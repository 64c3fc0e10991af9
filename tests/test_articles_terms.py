"""What is data in ``terms.toml`` works by being there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from article_gold import found_in, stated
from cchc.loaders.articles import terms
from cchc.loaders.articles.document import Kind, paragraphs

DATA = tomllib.loads(Path(terms.__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PLAIN = {name: [term.split(" [")[0] for term in part.get("terms", ())] for name, part in DATA.items()}


@pytest.mark.parametrize("body", PLAIN["bodies"])
def test_what_is_told_of_a_body_that_no_index_ranks_is_not_told_of_the_unit_before_it(body: str) -> None:
    text = f"Chỉ số CCHC năm 2023 của tỉnh Hà Nam\nHuyện Kim Bảng đạt 90,5 điểm, {body} xếp thứ 2."
    assert [r["value"] for r in stated(found_in(text))] == [90.5]


@pytest.mark.parametrize("index", PLAIN["other-indices"])
def test_a_figure_of_an_index_that_is_none_of_ours_is_nobody_s(index: str) -> None:
    text = f"PAR INDEX năm 2023 của tỉnh Hà Nam\nNăm 2023, {index} của tỉnh đạt 61,25 điểm, xếp thứ 7."
    assert stated(found_in(text)) == []


@pytest.mark.parametrize("section", PLAIN["sections"])
def test_a_section_of_the_site_above_the_title_is_no_title(section: str) -> None:
    kinds = [
        q.kind for q in paragraphs(f"{section.capitalize()}\nHà Nam nâng hạng PAR INDEX\nNăm 2023, tỉnh đạt 85,1%.\n")
    ]
    assert kinds[:2] == [Kind.FURNITURE, Kind.TITLE]


@pytest.mark.parametrize("head", PLAIN["letterheads"])
def test_the_head_of_a_page_in_capitals_leaves_the_title_to_come(head: str) -> None:
    text = f"{head.upper()} NHIEM KY MOI\nHà Nam nâng hạng PAR INDEX\nNăm 2023, tỉnh đạt 85,1%.\n"
    assert [q.text for q in paragraphs(text) if q.kind is Kind.TITLE][-1] == "Hà Nam nâng hạng PAR INDEX"


@pytest.mark.parametrize("short", DATA["parts"]["short"])
def test_a_short_name_in_a_list_of_parts_is_that_of_the_component(short: str) -> None:
    text = f"PAR INDEX năm 2023 của tỉnh Hà Nam\n2/8 lĩnh vực tăng điểm: tài chính công (81,5%), {short} (79,25%)."
    found = [r for r in stated(found_in(text)) if r.get("value") == 79.25]
    names = (terms.short_parts()[short], short.lower())  # One of several words may be shown as the text has it.
    assert [any(name in r["component"].lower() for name in names) for r in found] == [True]
