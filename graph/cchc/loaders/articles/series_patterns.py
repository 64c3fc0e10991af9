"""How the genre words ranks and scores that are told one after the other, of several units or years, or go on with
others.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

from cchc.loaders.articles.patterns import AFTER_YEARS, YEAR_NUMBER, spaced
from cchc.vietnamese.numbers import DIGITS, WORDS

RANKS_IN_TURN = spaced(
    r"\b(?:(?:thứ hạng|xếp hạng|thứ bậc)\b[^.;:()\d]{0,60}\b(?:lần lượt|tương ứng)(?: là| xếp| ở)?"
    r"|các\s+(?:hạng|thứ hạng|vị trí)|(?:hạng|thứ|vị trí)\s+(?:lần lượt|tương ứng)|(?:lần lượt|tương ứng)\s+"
    r"(?:(?:là|xếp|đứng|ở|về|giữ|đạt)\s+)*(?:thứ|hạng|vị trí|thứ hạng))\s+(?:(?:là|ở|thứ|hạng|vị trí|số)\s+)*"
    r"(?P<ranks>\d{1,3}(?!\d|[.,]\d|\s*%)(?:/\d{2,3})?(?:\s*(?:,|;|và|,\s*và|rồi)\s*(?:(?:thứ|hạng|vị trí)\s+)*"
    r"\d{1,3}(?!\d|[.,]\d|\s*%)(?:/\d{2,3})?)+)"
)
"""Ranks told one after the other: "xếp hạng lần lượt là 18, 21 và 24"."""
BEST_IN_TURN = spaced(
    r"\b(?:xếp|đứng|về|giữ)\s+(?:(?:ở|vị trí|hạng|thứ)\s+)*(?P<first>nhất)\s*(?:,|và)\s*(?:thứ\s+)?"
    r"(?P<second>nhì|hai)\b(?:\s*(?:,|và)\s*(?:thứ\s+)?(?P<third>ba)\b)?"
)
"""The first two or three: "A và B xếp nhất, nhì"."""
RANKS_JOINED = spaced(
    r"\b(?:hạng|thứ|vị trí)\s+(?P<ranks>\d{1,3}(?:/\d{2,3})?(?:,\s+\d{1,3}(?:/\d{2,3})?)*\s+và\s+\d{1,3}(?:/\d{2,3})?)"
    r"(?=\s*(?:[,;.)(](?!\d)|$|(?:cả nước|toàn quốc|trong|trên|về)\b))"
)
"""The same without a word that says so: "các năm 2022, 2023 xếp thứ 12 và 9"."""
_RANK_AND_YEAR = rf"\d{{1,3}}(?:/\d{{2,3}})?\s*\((?:năm\s+)?{YEAR_NUMBER}\)"
RANKS_BY_YEAR = spaced(
    rf"\b(?:thứ hạng|xếp hạng|hạng|thứ|vị trí)\b[^;.:()\d]{{0,60}}?(?:\b(?:là|ở)|:)\s*(?:(?:thứ|hạng|vị trí)\s+)*"
    rf"(?P<ranks>{_RANK_AND_YEAR}(?:\s*(?:,|;|và|,\s*và|rồi|lên|xuống)\s*(?:(?:thứ|hạng|vị trí)\s+)*{_RANK_AND_YEAR})+)"
)
"""Ranks with the year of each: "thứ hạng qua các năm lần lượt là 42 (2019), 36 (2020)"."""
NEXT_BEST = spaced(r"\bvề (?P<place>ba|tư|bốn)(?=\s*(?:[,.;:)]|$|(?:với|sau|toàn|cả nước|trong|ở|khu vực)\b))")
"""The places behind it, in the same words."""
NEXT_PLACES = spaced(
    r"\b(?:(?:xếp|đứng|giữ|chiếm)\s+)?(?:(?:ở|các|trong)\s+)*(?:(?P<number>\d{1,2}|hai|ba|bốn|năm)\s+)?(?:vị trí"
    r"|thứ hạng|hạng)"
    r"\s+(?:kế tiếp|tiếp theo|kế đó|liền sau|sau đó|ngay sau)\b"
)
"""Ranks that continue those of the units before: "A, B xếp ở 2 vị trí tiếp theo"."""
FIRST_PLACES = spaced(
    r"\b(?:(?P<order>thứ tự)\s+)?(?:ba|hai|năm|bốn|mười|\d+)\s+"
    r"(?:(?P<places>hạng|vị trí|thứ hạng|ngôi(?: vị)?)|(?:địa phương|tỉnh, thành phố|tỉnh|đơn vị"
    r"|sở|huyện|bộ|bộ, ngành|cơ quan))"
    r"(?:\s+có\s+(?:chỉ số|kết quả|điểm số|điểm))?\s+(?:đầu(?:\s+bảng)?|đứng đầu|dẫn đầu"
    r"|cao nhất)\b(?:(?=(?P<turn>(?:[\s,]+\w+){0,4}[\s,]+(?:lần lượt|theo thứ tự))))?"
)
"""The best few, in order where it says so."""

RECENT_YEARS = spaced(
    rf"\b(?P<number>\d{{1,2}}|{WORDS})\s+năm\s+(?:gần đây(?:\s+nhất)?|gần nhất|vừa qua|qua|trở lại đây)"
    r"(?=[^.;\d]{0,40}\b(?:lần lượt|tương ứng|theo thứ tự)\b)"
)
"""The last years up to the one that the article is about, with a figure for each."""
LISTED_OUT_OF = spaced(
    rf"\b(?:lần lượt|tương ứng|theo thứ tự)\b[^.;:()\d]{{0,40}}\s(?P<parts>{DIGITS}(?:\s*[,;]\s+{DIGITS}){{0,6}}"
    rf"\s*,?\s*và\s+{DIGITS})\s+(?:điểm\s+)?trên\s+thang\s+(?:điểm\s+)?(?P<scale>{DIGITS})(?:\s*điểm\b)?"
)
"""Scores told in turn that are all out of one maximum: "lần lượt đạt 8,1; 8,6 và 9,05 trên thang 10 điểm"."""
LAST_UPWARDS = spaced(
    r"\b(?:khép lại|đứng|xếp|nằm|ở|chốt)\s+(?:ở\s+)?(?:cuối(?: cùng)?|chót|chân|đáy|bét)?(?:\s*bảng(?: xếp hạng)?)?"
    r"(?:\s+(?:danh sách|toàn tỉnh))?\s*[,(]?\s*(?:tính |kể |đếm |lần lượt )?từ (?:dưới|cuối|đáy)(?: bảng)? lên\b[,)]?"
)
"""What opens a list of the last, of which the first is the last of all: "khép lại bảng xếp hạng, từ dưới lên, là …"."""
YEARS_BEFORE = spaced(rf"{AFTER_YEARS}(?: (?:liên tiếp|liên tục|liền|qua))?(?: (?:bị|xếp|đứng|chỉ|phải))* $")
"""Before a class that was had for years, and is no longer."""
