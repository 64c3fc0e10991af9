"""Answers: what is shown, in every format and both languages, and how it is drawn."""

from __future__ import annotations

import csv
import importlib.machinery
import importlib.util
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

import sample
from cchc.answers import FORMATS, Answer, Column, render
from cchc.answers.chart import LONGEST_LINE, _breaks, chart
from cchc.answers.formats import serialize
from cchc.answers.table import markdown, table
from cchc.answers.text import clean, number, width
from cchc.errors import CchcError
from cchc.queries import run
from cchc.store import EmbeddedStore, Solutions, memory_store

ROOT = Path(__file__).parent.parent
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return memory_store(sample.quads())


@pytest.fixture(scope="module")
def ranking(store: EmbeddedStore) -> Answer:
    return run(store, "ranking", {"index": "par-index", "year": "2020"})


@pytest.fixture(scope="module")
def trend(store: EmbeddedStore) -> Answer:
    return run(store, "trend", {"index": "par-index", "unit": "lang-son"})


def plain_answer(*values: object, lang: str = "vi", **more: object) -> Answer:
    """An answer of one column."""
    column = Column("x", {"vi": "Cột", "en": "Column"}, **more)  # type: ignore[arg-type]
    terms = [(value if value is None or isinstance(value, NamedNode) else Literal(value),) for value in values]  # type: ignore[call-overload]
    return Answer("trial", "Thử", lang, (column,), terms)


# -- tables ----------------------------------------------------------------------------------------------------------


def test_the_table_of_a_ranking(ranking: Answer) -> None:
    assert table(ranking) == (
        "Xếp hạng PAR INDEX 2020, tỉnh, thành phố\n"
        "\n"
        "Hạng  Đơn vị     Điểm  Nhóm    Trạng thái\n"
        "────  ────────  ─────  ──────  ──────────\n"
        "  36  Lạng Sơn  83,80  nhóm B  nguồn nêu\n"
        "  43  Hà Nam    83,45  –       nguồn nêu\n"
        "\n"
        "Đã biết 2 trong số 63 thứ hạng\n"
    )


def test_the_table_in_english(store: EmbeddedStore) -> None:
    answer = run(store, "movers", {"year": "2020"}, lang="en")
    lines = table(answer).splitlines()
    assert lines[0] == "Movers of 2020, provinces"
    assert lines[2].split("  ")[0] == "Index"
    assert re.search(r"SIPAS +Lang Son +\+7 +– +39 +– +83\.97 +stated", lines[4])


def test_the_markdown_of_a_ranking(ranking: Answer) -> None:
    lines = markdown(ranking).splitlines()
    assert lines[2] == "| Hạng | Đơn vị | Điểm | Nhóm | Trạng thái |"
    assert lines[3] == "| ---: | --- | ---: | --- | --- |"
    assert lines[4] == "| 36 | Lạng Sơn | 83,80 | nhóm B | nguồn nêu |"
    assert lines[-1] == "*Đã biết 2 trong số 63 thứ hạng*"


def test_an_answer_without_rows_says_so(store: EmbeddedStore) -> None:
    answer = run(store, "meetings", {"year": "2022"}, lang="en")
    assert "No results." in table(answer)
    assert "No results." in markdown(answer)


def test_a_table_fits_the_terminal_and_loses_nothing(store: EmbeddedStore) -> None:
    answer = run(store, "evidence", {"unit": "lang-son"})
    wide, narrow = table(answer), table(answer, columns=100)
    assert max(map(width, wide.splitlines())) > 100
    assert max(map(width, narrow.splitlines())) <= 100
    assert sorted("".join(wide.split()).replace("─", "")) == sorted("".join(narrow.split()).replace("─", ""))


@pytest.mark.parametrize(
    ("value", "lang", "decimals", "expected"),
    [
        (Decimal("83.8"), "vi", 2, "83,80"),
        (Decimal("83.8"), "en", 2, "83.80"),
        (Decimal("56.0"), "vi", None, "56"),
        (Decimal("83.455"), "en", 2, "83.46"),
        (Decimal("-0.06"), "vi", 2, "\u22120,06"),
        (2700, "vi", None, "2700"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    value: Decimal | int, lang: str, decimals: int | None, expected: str
) -> None:
    assert number(value, lang, decimals) == expected


def test_dates_and_truth_are_written_as_the_language_does() -> None:
    date = Literal("2021-06-24", datatype=NamedNode(XSD + "date"))
    answer = plain_answer(True)
    both = replace(answer, terms=[(date,), *answer.terms])
    assert [line.strip() for line in table(both).splitlines()[4:]] == ["24/06/2021", "có"]
    assert [line.strip() for line in table(replace(both, lang="en")).splitlines()[4:]] == ["2021-06-24", "yes"]


def test_a_text_drives_no_terminal_and_no_page() -> None:
    answer = plain_answer("a\x1b[31m\nb\u202ec", "x|y<script>*z*")
    assert "\x1b" not in table(answer)
    assert "\u202e" not in table(answer)
    assert "x\\|y&lt;script&gt;\\*z\\*" in markdown(answer)


@given(st.text())
def test_clean_text_is_one_line_without_control_characters(text: str) -> None:
    assert clean(text).isprintable() or not any(c < " " or "\x7f" <= c <= "\x9f" for c in clean(text))
    assert len(clean(text).splitlines()) <= 1


# -- the W3C's formats -----------------------------------------------------------------------------------------------


def test_csv_follows_the_recommendation(ranking: Answer) -> None:
    content = serialize(ranking, "csv").decode("utf-8")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert content.endswith("\r\n")
    assert rows[0] == ["rank", "unit", "unitLabel", "score", "grade", "status"]
    assert rows[2] == ["43", "https://w3id.org/cchc/id/unit/ha-nam", "Hà Nam", "83.45", "", "stated"]


def test_csv_quotes_what_must_be_quoted() -> None:
    assert serialize(plain_answer('a,"b"\nc'), "csv") == b'x\r\n"a,""b""\nc"\r\n'


def test_tsv_keeps_the_terms(ranking: Answer) -> None:
    lines = serialize(ranking, "tsv").decode("utf-8").splitlines()
    assert lines[0] == "?rank\t?unit\t?unitLabel\t?score\t?grade\t?status"
    assert lines[1].startswith('36\t<https://w3id.org/cchc/id/unit/lang-son>\t"Lạng Sơn"\t83.8\t')


def test_json_and_xml_keep_the_terms(ranking: Answer) -> None:
    made = json.loads(serialize(ranking, "json"))
    assert made["head"]["vars"] == list(ranking.names)
    assert made["results"]["bindings"][0]["score"] == {
        "type": "literal",
        "value": "83.8",
        "datatype": XSD + "decimal",
    }
    assert "grade" not in made["results"]["bindings"][1]
    root = ET.fromstring(serialize(ranking, "xml"))
    space = {"r": "http://www.w3.org/2005/sparql-results#"}
    assert [v.get("name") for v in root.findall("r:head/r:variable", space)] == list(ranking.names)
    assert len(root.findall("r:results/r:result", space)) == 2


def test_any_solutions_and_truths_have_the_formats_too() -> None:
    solutions = Solutions(("a",), [(Literal("b", language="vi"),)])
    assert serialize(solutions, "tsv") == b'?a\n"b"@vi\n'
    assert json.loads(serialize(True, "json"))["boolean"] is True
    assert b"<boolean>true</boolean>" in serialize(True, "xml")


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-x", "@sum", "\tx", "\rx"])
def test_safe_csv_holds_no_formula(text: str) -> None:
    for safe, expected in ((True, "'" + text), (False, text)):
        content = serialize(plain_answer(text), "csv", safe_csv=safe).decode("utf-8")
        assert [row[0] for row in csv.reader(io.StringIO(content, newline=""))] == ["x", expected]


@pytest.mark.parametrize("value", [Decimal("-3.4"), -5, "-3.4", "+7"])
def test_safe_csv_leaves_numbers_alone(value: object) -> None:
    answer = plain_answer(value)
    assert serialize(answer, "csv", safe_csv=True) == serialize(answer, "csv")


@pytest.mark.parametrize("answer_format", FORMATS)
def test_every_format_is_made_and_stays_the_same(answer_format: str, ranking: Answer) -> None:
    made = render(ranking, answer_format)
    # A workbook is no text.
    assert made.startswith(b"PK") if answer_format == "xlsx" else made.decode("utf-8")
    assert made == render(ranking, answer_format)


# -- plain values ----------------------------------------------------------------------------------------------------


def test_rows_are_plain_values(ranking: Answer) -> None:
    row = ranking.rows[0]
    assert row == (36, "https://w3id.org/cchc/id/unit/lang-son", "Lạng Sơn", Decimal("83.8"), "nhóm B", "stated")
    assert row["unitLabel"] == row[2] == row.as_dict()["unitLabel"]
    with pytest.raises(KeyError, match="nothing"):
        row["nothing"]


def test_a_literal_that_is_no_value_of_its_type_comes_back_as_text() -> None:
    wrong = Literal("n/a", datatype=NamedNode(XSD + "decimal"))
    assert [row[0] for row in replace(plain_answer("x"), terms=[(wrong,)]).rows] == ["n/a"]


# -- charts ----------------------------------------------------------------------------------------------------------


def drawn(svg: bytes) -> set[str]:
    """The texts of a drawing, which stand in comments beside their outlines."""
    return {text.strip() for text in re.findall(r"<!--(.*?)-->", svg.decode("utf-8"), re.DOTALL)}


def count(svg: bytes, pattern: str) -> int:
    return len(re.findall(pattern, svg.decode("utf-8")))


def test_the_chart_of_a_ranking_names_all_it_shows(ranking: Answer) -> None:
    svg = chart(ranking, "svg")
    assert ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert {
        "Xếp hạng PAR INDEX 2020, tỉnh, thành phố",
        "36. Lạng Sơn",
        "43. Hà Nam",
        "83,80",
        "83,45",
        "Điểm",
        "Đã biết 2 trong số 63 thứ hạng",
    } <= drawn(svg)


def test_the_chart_of_a_trend_marks_derived_values(trend: Answer) -> None:
    svg = chart(trend, "svg")
    assert {"Lạng Sơn: PAR INDEX qua các năm", "2019", "2020", "36", "42", "giá trị suy ra"} <= drawn(svg)
    stated = replace(trend, terms=[(*row[:5], Literal("stated"), *row[6:]) for row in trend.terms])
    assert "giá trị suy ra" not in drawn(chart(stated, "svg"))


JOINED = r"stroke: #0b5cad; stroke-width: 1\.6"


@pytest.mark.parametrize(
    ("years", "broken", "joins"),
    [((2019, 2020, 2021), None, 2), ((2019, 2021), None, 0), ((2019, 2020, 2021), 2021, 1)],
)
def test_lines_join_no_missing_year_and_no_break(
    years: tuple[int, ...], broken: int | None, joins: int, trend: Answer
) -> None:
    def row(year: int) -> tuple[Literal | None, ...]:
        mark = Literal("mới") if year == broken else None
        since = Literal(f"{year} mới") if year == broken else None
        when = Literal(str(year), datatype=NamedNode(XSD + "gYear"))
        return when, Literal(5), None, None, None, Literal("stated"), mark, Literal("id"), Literal("Lạng Sơn"), since

    svg = chart(replace(trend, terms=[row(year) for year in years]), "svg")
    lines = re.findall(r'<g id="line2d_\d+">\s*<path d="[^"]*"[^>]*style="fill: none; ' + JOINED, svg.decode("utf-8"))
    assert len(lines) == joins
    assert ("Gián đoạn: mới" in drawn(svg)) == (broken is not None)


def test_lines_of_several_units_are_told_apart_and_never_joined(trend: Answer) -> None:
    def row(year: int, unit: str, name: str) -> tuple[Literal | None, ...]:
        when = Literal(str(year), datatype=NamedNode(XSD + "gYear"))
        return when, Literal(5), None, None, None, Literal("stated"), None, Literal(unit), Literal(name), None

    old = [row(2023, "dong-thap", "Đồng Tháp"), row(2024, "dong-thap", "Đồng Tháp")]
    svg = chart(replace(trend, terms=[*old, row(2025, "dong-thap-2025", "Đồng Tháp")]), "svg")
    assert {"Đồng Tháp (2023–2024)", "Đồng Tháp (2025)"} <= drawn(svg)
    line = r'<g id="line2d_\d+">\s*<path d="[^"]*"[^>]*style="fill: none; stroke: '
    # The line of the legend, and for the first unit that between its two years.
    assert len(re.findall(line + "#0b5cad", svg.decode("utf-8"))) == 2
    assert len(re.findall(line + "#b5471b", svg.decode("utf-8"))) == 1


@pytest.mark.parametrize(
    ("ranks", "among", "worst", "best"),
    [((43,), 63, 44, 42), ((44, 63), 63, 63, 39), ((1, 3), 34, 4, 1), ((5, 5), None, 6, 4)],
)
def test_the_axis_of_ranks_goes_from_the_best_to_the_last_place_that_there_is(
    ranks: tuple[int, ...], among: int | None, worst: int, best: int, trend: Answer
) -> None:
    def row(year: int, rank: int) -> tuple[Literal | None, ...]:
        when = Literal(str(year), datatype=NamedNode(XSD + "gYear"))
        last = None if among is None else Literal(among)
        return when, Literal(rank), last, None, None, Literal("stated"), None, Literal("id"), Literal("Hà Nam"), None

    svg = chart(replace(trend, terms=[row(2019 + n, rank) for n, rank in enumerate(ranks)]), "svg")
    places = {int(text) for text in drawn(svg) if text.isdigit() and int(text) < 2000}
    assert best <= min(places) <= max(places) <= worst
    assert len(places) < 10


def test_a_break_stands_right_before_the_year_it_holds_from(trend: Answer) -> None:
    def row(year: int, unit: str, since: str | None) -> tuple[Literal | None, ...]:
        when = Literal(str(year), datatype=NamedNode(XSD + "gYear"))
        told = Literal(since.replace("2015 ", "").replace("2017 ", "")) if since else None
        last = Literal(since) if since else None
        return when, Literal(5), None, None, None, Literal("stated"), told, Literal(unit), Literal(unit), last

    # Neither of the years around it is known; another unit tells the same break, and one of its own.
    both = "2015 bộ tiêu chí mới; 2017 nhập tỉnh"
    rows = [row(2012, "a", None), row(2016, "b", None), row(2018, "a", "2015 bộ tiêu chí mới"), row(2021, "b", both)]
    broken = replace(trend, terms=rows)
    assert trend.chart is not None
    assert _breaks(broken.rows, trend.chart) == {"bộ tiêu chí mới": 2015, "nhập tỉnh": 2017}
    svg = chart(broken, "svg")
    assert count(svg, "<!-- Gián đoạn: bộ tiêu chí mới -->") == count(svg, "<!-- Gián đoạn: nhập tỉnh -->") == 1


def test_a_long_title_goes_on_in_a_second_line(ranking: Answer) -> None:
    words = [f"từ-{number}" for number in range(30)]
    svg = chart(replace(ranking, title=" ".join(words)), "svg")
    lines = [text for text in drawn(svg) if text.startswith("từ-")]
    assert sorted(" ".join(lines).split()) == sorted(words)
    assert max(map(len, lines)) <= LONGEST_LINE


def test_a_chart_has_vietnamese_letters(ranking: Answer) -> None:
    import matplotlib
    from matplotlib.ft2font import FT2Font

    font = FT2Font(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"))
    letters = set("ăâđêôơưĂÂĐÊÔƠƯ") | {chr(code) for code in range(0x1EA0, 0x1EFA)}
    assert not {letter for letter in letters if font.get_char_index(ord(letter)) == 0}
    assert chart(ranking, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("chart_format", ["svg", "png", "html"])
def test_the_same_answer_gives_the_same_drawing(chart_format: str, ranking: Answer) -> None:
    first = chart(ranking, chart_format)
    assert first == chart(ranking, chart_format)
    assert b"matplotlib v" not in first.lower()


def test_a_name_is_drawn_as_it_stands(ranking: Answer) -> None:
    name = "Ban Quản lý các khu công nghiệp $x_1$ & <script>alert(1)</script>"
    terms = [(row[0], row[1], Literal(name), *row[3:]) for row in ranking.terms]
    page = chart(replace(ranking, terms=terms), "html").decode("utf-8")
    assert "<script>" not in page
    assert "$x_1$" in page
    ET.fromstring(chart(replace(ranking, terms=terms), "svg"))


def test_the_page_with_a_chart_stands_alone(ranking: Answer) -> None:
    page = chart(ranking, "html").decode("utf-8")
    assert '<html lang="vi">' in page
    assert not re.search(r'(src|href)="https?:', page)
    assert "Lạng Sơn" in page


def test_charts_that_cannot_be_drawn_are_told(ranking: Answer, store: EmbeddedStore) -> None:
    for answer, chart_format, code in (
        (ranking, "gif", "CHART_FORMAT"),
        (run(store, "conflicts"), "svg", "CHART_NONE"),
        (run(store, "ranking", {"index": "par-index", "year": "1999"}), "svg", "CHART_EMPTY"),
    ):
        with pytest.raises(CchcError) as caught:
            chart(answer, chart_format)
        assert caught.value.code == code
        assert caught.value.message("vi") != caught.value.message("en")


# -- the page --------------------------------------------------------------------------------------------------------


def test_the_page_on_the_queries_is_up_to_date() -> None:
    loader = importlib.machinery.SourceFileLoader("make_docs", str(ROOT / "scripts" / "make_docs"))
    spec = importlib.util.spec_from_loader("make_docs", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    assert module.made("queries") == (ROOT / "docs" / "queries.md").read_text("utf-8")
