"""Changes that a noun names before they are told, and whose of several is the largest: "mức tụt hạng là 9 bậc", "bước
tiến dài nhất là của Ninh Bình: 14 bậc"."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.loaders.articles.change_patterns import is_down
from cchc.loaders.articles.mentions import Kind, Mention, amount_of, measure_of
from cchc.loaders.articles.patterns import MEASURE, YEAR_NUMBER, spaced
from cchc.vietnamese.numbers import DIGITS, WORDS

_NAMED = spaced(
    r"\b(?:mức(?: độ)?|(?:số|tổng|tổng số)(?: điểm| bậc)?|(?:tốc |biên )?độ|khoảng|phần)\s+"
    r"(?P<verb>tăng|giảm|tụt|cải thiện|sụt)"
    rf"(?:\s+(?:hạng|bậc|điểm|thêm|so với năm (?:trước|{YEAR_NUMBER})))*"
    rf"(?P<whose>\s+của\s+[^,;:.()\d]{{2,40}}?)?(?:(?:\s+là)?\s+(?:lớn|cao|nhiều|mạnh|ít|thấp) nhất,?|\s+là\b|\s*:"
    rf"|(?<=\bđiểm)(?=\s*\()|(?<=\bhạng)(?=\s*\())\s*\(?(?:(?:với|là|đạt|chỉ) )?"
    rf"(?P<number>{DIGITS}|{WORDS})\s*(?P<measure>{MEASURE})(?!\w)"
)
_LARGEST = spaced(
    r"\b(?P<verb>(?:bước )?nhảy|tiến|tăng|cải thiện|thăng|bứt phá|vươn lên|giảm|tụt|lùi|lui|trượt|rơi)"
    r"(?:\s+(?:lên|xuống|hạng|bậc|điểm|thứ hạng|điểm số))*\s+(?:nhiều|lớn|dài|mạnh|cao|sâu|xa|nhanh|ít|thấp)\s+nhất\b"
    r"[^.;:,()\d]{0,30}?\s(?:là của|thuộc về|gồm|là)\s+(?P<whose>[^.;:,()\d]{3,40}?)\s*(?:[:,(]|với|khi)\s*"
    rf"(?:(?:với|là|tới|được|tăng|giảm|lên|xuống)\s+)*(?P<number>{DIGITS}|{WORDS})\s*(?P<measure>{MEASURE})(?!\w)"
)
"""The largest change of several, and whose it is."""


def named_moves(text: str) -> Iterator[Mention]:
    """The changes; where the text says whose one is between the noun and the figure, only the figure is the mention."""
    for pattern in (_NAMED, _LARGEST):
        for match in pattern.finditer(text):
            number = amount_of(match["number"])
            if number is not None:
                start = match.start("number") if match["whose"] else match.start()
                sign, measure = -1 if is_down(match["verb"]) else 1, measure_of(match["measure"])
                yield Mention(Kind.CHANGE, start, match.end(), number, sign=sign, unit_of_measure=measure)
