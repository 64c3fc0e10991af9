"""How the genre words ranks that are told one after the other, of several units or years, or go on with others.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

from cchc.loaders.articles.patterns import YEAR_NUMBER, spaced

RANKS_IN_TURN = spaced(
    r"\b(?:các\s+(?:hạng|thứ hạng|vị trí)|(?:hạng|thứ|vị trí)\s+(?:lần lượt|tương ứng)|(?:lần lượt|tương ứng)\s+"
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
