"""A pattern that is tried only at certain words finds what it would find if it were tried everywhere."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.loaders import articles
from cchc.loaders.articles.document import paragraphs
from cchc.vietnamese import same_tone_place
from cchc.vietnamese.heads import DIGITS, START, heads, needed
from cchc.vietnamese.scanning import Line, Lines, Pattern

TEXTS = sorted((Path(__file__).parent / "articles" / "texts").glob("*.txt"))


def _patterns() -> dict[str, Pattern]:
    """Every pattern of the reader, by its place."""
    found = {}
    for module in pkgutil.iter_modules(articles.__path__, articles.__name__ + "."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Pattern):
                found[f"{module.name.rsplit('.', 1)[-1]}.{name}"] = value
    return found


def _spans(pattern: Pattern | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("name", sorted(_patterns()))
def test_patterns_find_in_a_line_what_they_find_in_its_text(name: str) -> None:
    pattern = _patterns()[name]
    for path in TEXTS:
        for paragraph in paragraphs(path.read_text(encoding="utf-8")):
            line = Line(same_tone_place(paragraph.text))
            for text in (line, line.folded, Line(line.upper())):
                assert _spans(pattern, text) == _spans(pattern.regex, str(text))
                first = pattern.search(text)
                assert (first and first.span()) == next(iter(_spans(pattern.regex, str(text))), None)


_WORDS = """
thứ hạng Hạng hạngthứ 12 k12 63 điểm năm 2021 tỉnh Tỉnh của cả nước đạt Sở sở ²
"""
_PIECES = st.sampled_from([*_WORDS.split(), *',;:()[/-–−+"“%. \t\u00a0\u0301'])


@given(st.lists(_PIECES, max_size=14), st.sampled_from(sorted(_patterns())))
def test_patterns_find_in_any_line_what_they_find_in_its_text(pieces: list[str], name: str) -> None:
    pattern, line = _patterns()[name], Line("".join(pieces))
    assert _spans(pattern, line) == _spans(pattern.regex, str(line))


@given(st.lists(st.lists(_PIECES, max_size=8).map("".join), max_size=6))
def test_the_words_of_a_changing_text_are_those_of_the_text_as_it_is(parts: list[str]) -> None:
    lines, text = Lines(), ""
    for part in parts:
        text = f"{part}\n{text}" if len(part) % 2 else f"{text}{part}\n{part}"
        told, plain = lines.read(text), Line(text)
        assert (told.words.tokens, told.words.starts) == (plain.words.tokens, plain.words.starts)
        assert told.words.heads == plain.words.heads
        assert {head: told.words.places[head] for head in told.words.heads} == plain.words.places


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:hạng|Hạ|thứ)\b", {"hạn", "hạ", "thứ"}),
        (r"(?<!\w)sở(?:,\s*ban)?\s", {"sở"}),
        (r"(?:\bcả\s+)?(?<![\w.])\d+", {"cả", DIGITS}),
        (r"(?<=[^\W\d]\s)20\d\d", {DIGITS}),
        (r"\b(?:rất\s)*tốt", {"rất", "tốt"}),
        (r"\bbộ", None),  # "bộc" begins with it too, which is another head.
        (r"hạng", None),  # It may begin within a word.
        (r"\b\w+", None),
        (r"\b(?:tỉnh|[,;])", {"tỉn", ",", ";"}),
        (r"(?:^|[(–])\s*tỉnh", {START, "(", "-"}),
        (r"\s(?:tỉnh|;)", None),
        (r"(?m)^\s*tỉnh", None),  # At every line.
        (r"\bk\d", None),
        (r"\b(?=(?:và|còn)\s)\w+", {"và", "còn"}),
        (r"\b(?=[A-Z])(?:tỉnh|sở)\b", {"tỉn", "sở"}),
    ],
)
def test_the_words_that_matches_begin_with_are_read_off_the_pattern(pattern: str, expected: set[str] | None) -> None:
    assert heads(re.compile(pattern)) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bhạng\s+(?:thứ\s+)?\d+", [{"thứ", DIGITS}]),
        (r"\bhạng\s+(?:nhất|nhì)\b\s+nước\b", [{"nướ"}, {"nhấ", "nhì"}]),
        (r"(?:\bcả\s+nước|\btoàn\s+quốc)\b", [{"nướ", "quố"}]),
        (r"(?:\bcả\s+nước|\btoàn\b)", []),  # The second way needs nothing but what it begins with.
        (r"\bhạng\s*nhất\b", []),  # "hạngnhất" is one word.
        (r"\bhạng(?:\s+nhất)?\b", []),
        (r"\bhạng\s+nh", []),
        (r"\bhạng(?=\s+(?:nhất|nhì)\b)", [{"nhấ", "nhì"}]),
        (r"\bhạng(?!\s+nhất\b)", []),
        (r"\d+ (?:điểm|bậc)\b", [{"điể", "bậc"}]),
        (r"\d+ ?điểm\b", []),
    ],
)
def test_the_words_that_matches_need_besides_are_read_off_the_pattern(pattern: str, expected: list[set[str]]) -> None:
    regex = re.compile(pattern)
    first = heads(regex) or frozenset()
    assert [set(words) for words in needed(regex, first)] == expected


def test_a_line_without_the_words_of_a_pattern_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern, tried = Pattern(r"\b(?:xếp|hạng)\s+\d+"), []
    match = pattern.match
    monkeypatch.setattr(pattern, "match", lambda *place: tried.append(place[1]) or match(*place))
    assert _spans(pattern, Line("tỉnh đứng thứ 5 " * 100)) == []
    assert _spans(pattern, Line("tỉnh xếp hạng cao " * 100)) == []
    assert tried == []
    assert _spans(pattern, Line("tỉnh xếp thứ 5, hạng 7")) == [(16, 22)]
    assert tried == [5, 16]


def test_folding_keeps_every_character_at_its_place() -> None:
    line = Line("İSTANBUL, ẞ, Ở TỈNH")
    assert len(line.folded) == len(line)
    assert line.folded.endswith("ở tỉnh")
