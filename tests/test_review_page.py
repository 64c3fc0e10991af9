"""The review page shows every fact in its place, can be corrected in both languages, and nothing in an article runs."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.claims import Quote, Reading, Unplaced
from cchc.loaders.articles.records import records
from cchc.review.marks import Mark, blocks, marks
from cchc.web import texts
from cchc.web.review import review_page
from review_samples import TEXT, article, observation

HOSTILE = """Lạng Sơn </title><script>alert(1)</script>
Năm 2020, Lạng Sơn đạt 83,80 điểm </script><img src=x onerror="alert(2)"> "><svg/onload=alert(3)> '$title' {{7*7}}
<!-- ]]> \u202ePAR INDEX\u202c \u200b\u2066\u0007 \U000e0001 javascript:alert(4) </textarea><iframe> &amp; &lt;
"""
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "div", "h1", "h2", "h3", "span", "bdi", "button", "b",
    "output", "p", "mark", "main", "section", "article", "a", "ol", "li", "blockquote", "data", "label", "input",
    "select", "option", "textarea", "nav", "datalist", "script",
}  # fmt: skip
VOID = {"meta", "input"}


class Page(HTMLParser):
    """A page as a browser reads it: elements, the text of the article, and what each mark of a fact covers."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.path: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.covered: dict[int, str] = {}
        self.inside: dict[str, list[str]] = {"script": [], "style": [], "article": [], "blockquote": []}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.inside:
            self.inside[tag].append("")
        if tag == "p" and any(name == "article" for name, _ in self.path):
            self.paragraphs.append("")
        if tag not in VOID:
            self.path.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.path.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self.path]
        for name in self.inside:
            if name in names:
                self.inside[name][-1] += data
        if "article" not in names or any("ref" in str(attrs.get("class")).split() for _, attrs in self.path):
            return
        classes = [attrs.get("class") for _, attrs in self.path]
        if "ctl" in classes:
            data = chr(int(data.removeprefix("U+"), 16))
        if "p" in names:
            self.paragraphs[-1] += data
        for _, attrs in self.path:
            for number in (attrs.get("data-f") or "").split():
                self.covered[int(number)] = self.covered.get(int(number), "") + data

    def data(self) -> dict[str, list[dict[str, object]]]:
        return dict(json.loads(self.inside["script"][0]))


def unplaced(*spans: tuple[int, int], text: str = TEXT) -> Reading:
    """A reading of nothing but figures without a place, at these spans."""
    reading = article(text=text)
    found = tuple(Unplaced(text[s:e], "no-index", (Quote(s, e, text[s:e]),)) for s, e in spans)
    return replace(reading, claims=(), unplaced=found)


# -- the text and its marks ------------------------------------------------------------------------------------------


def test_every_fact_is_marked_where_its_evidence_stands() -> None:
    page = Page(review_page(article()))
    found = records(article())
    assert page.covered == {number: record["evidence"] for number, record in enumerate(found)}
    assert page.paragraphs == [TEXT[block.start : block.end] for block in blocks(TEXT)]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)), max_size=12),
    st.sets(st.integers(0, len(TEXT) // 8 - 1)),
)
def test_spans_may_overlap_in_any_way(spans: list[tuple[int, int]], places: set[int]) -> None:
    reading = unplaced(*((start, min(len(TEXT), start + length)) for start, length in spans))
    page = Page(review_page(reading, [Mark(8 * p, 8 * p + 5, "unit") for p in sorted(places)]))
    assert page.paragraphs == [TEXT[block.start : block.end] for block in blocks(TEXT)]
    inside = [position for block in blocks(TEXT) for position in range(block.start, block.end)]
    for number, record in enumerate(records(reading)):
        wanted = "".join(TEXT[position] for position in inside if record["start"] <= position < record["end"])
        assert page.covered.get(number, "") == wanted


def test_mentions_are_marked_and_do_not_overlap() -> None:
    found = marks(TEXT)
    assert {"unit", "index", "time", "figure"} == {mark.kind for mark in found}
    assert "Lạng Sơn" in {TEXT[mark.start : mark.end] for mark in found}
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert '<span class="m m-index">PAR INDEX</span>' in review_page(article())


def test_what_is_not_read_is_set_apart() -> None:
    text = TEXT + "Tin liên quan\nBắc Ninh dẫn đầu PAR INDEX với 95,6 điểm\n"
    page = review_page(unplaced(text=text))
    assert '<p class="furniture" dir="ltr">Bắc Ninh dẫn đầu PAR INDEX với 95,6 điểm</p>' in page


def test_figures_without_a_place_stand_last_with_their_reason() -> None:
    page = review_page(article())
    assert page.index('class="group g-unplaced"') > page.index('class="group g-method"')
    for said in texts.words("review")["why"]["no-index"].values():
        assert str(said) in page


# -- nothing of an article runs --------------------------------------------------------------------------------------


def hostile() -> Reading:
    start = HOSTILE.index("Lạng Sơn đạt")
    end = HOSTILE.index("{{7*7}}")
    claim = observation("score", 83.8, "Lạng Sơn đạt")
    unit = replace(claim.unit, name='</option><img src=x onerror="alert(5)">')
    quote = Quote(start, end, HOSTILE[start:end])
    reading = article(replace(claim, unit=unit, quotes=(quote,)), text=HOSTILE)
    return replace(reading, source=replace(reading.source, title=HOSTILE, url="javascript:alert(6)", publisher="<b>"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_markup_in_an_article_is_text(lang: str) -> None:
    page = Page(review_page(hostile(), lang=lang))
    assert {name for name, _ in page.elements} <= ELEMENTS
    assert [name for name, _ in page.elements].count("script") == 2
    assert all("data-k" in attributes for name, attributes in page.elements if name == "b")
    for name, attributes in page.elements:
        assert not [key for key in attributes if key.startswith("on") or key in ("style", "src", "srcdoc", "action")], (
            name
        )
        assert re.fullmatch(r"#\w+", attributes.get("href") or "#x"), name
    assert page.path == []
    assert page.paragraphs == [HOSTILE[block.start : block.end] for block in blocks(HOSTILE)]
    assert page.data()["records"] == json.loads(json.dumps(records(hostile())))


def test_characters_that_steer_others_are_shown_by_number() -> None:
    raw = review_page(hostile())
    page = Page(raw)
    steering = [character for character in HOSTILE if texts.steers(character) and character != "\n"]
    assert steering
    for character in steering:
        assert character not in page.inside["article"][0]
        assert f"U+{ord(character):04X}" in page.inside["article"][0]
        assert character not in raw


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=80))
def test_any_text_comes_out_as_it_went_in(words: str) -> None:
    text = f"Tin về {words}\nCuối."
    page = Page(review_page(unplaced((0, 3), text=text)))
    assert page.paragraphs == [text[block.start : block.end] for block in blocks(text)]
    assert page.path == []


def test_only_the_pages_own_style_and_script_may_run_and_nothing_is_fetched() -> None:
    raw = review_page(article())
    page = Page(raw)
    policy = next(a["content"] or "" for n, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for kind, content in (("style", page.inside["style"][0]), ("script", page.inside["script"][1])):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|@import|url\(|fetch\(|XMLHttpRequest|innerHTML|eval\(", raw)


# -- people ----------------------------------------------------------------------------------------------------------


def test_it_opens_in_the_language_asked_for_and_holds_both() -> None:
    assert '<html lang="vi" data-lang="vi">' in review_page(article())
    english = review_page(article(), lang="en")
    assert '<html lang="en" data-lang="en">' in english
    for word in ("Tải facts.json", "Download facts.json"):
        assert word in english


def test_every_word_is_there_in_both_languages() -> None:
    for section, said in texts.words("review").items():
        for name, languages in said.items():
            assert set(languages) == {"vi", "en"}, (section, name)


def test_every_field_has_a_label_of_its_own() -> None:
    page = Page(review_page(article()))
    ids = [a["id"] for n, a in page.elements if n in ("input", "select", "textarea")]
    labels = [a["for"] for n, a in page.elements if n == "label"]
    assert sorted(map(str, ids)) == sorted(map(str, labels))
    assert len(ids) == len(set(ids))


def test_a_person_can_correct_value_unit_year_index_component_and_number_ranked() -> None:
    page = Page(review_page(article()))
    keys = {a["data-key"] for _, a in page.elements if "data-key" in a}
    assert {"value", "unit", "year", "index", "component", "rank_of", "note", "status", "date", "class"} <= keys


def test_the_same_reading_gives_the_same_page() -> None:
    assert review_page(article()) == review_page(article())


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_the_contrast_of_wcag_aa() -> None:
    style = (Path(texts.__file__).parent / "review.css").read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", style))
    kinds = texts.words("review")["kinds"]
    assert set(kinds) <= set(colours)
    for kind in kinds:
        assert contrast("#fff", colours[kind]) >= 4.5, f"white on {kind}"
        assert contrast(colours["ink"], colours[f"{kind}-t"]) >= 4.5, f"ink on {kind}"
    for ground in ("paper", "ground"):
        assert contrast(colours["soft"], colours[ground]) >= 4.5
        assert contrast(colours["focus"], colours[ground]) >= 4.5
    assert contrast("#68707a", colours["paper"]) >= 4.5


def test_kinds_can_be_told_apart_without_colour() -> None:
    for lang in texts.LANGUAGES:
        letters = [said[lang][0] for said in texts.words("review")["kinds"].values()]
        assert len(letters) == len(set(letters))
