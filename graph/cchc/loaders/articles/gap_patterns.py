"""How the genre words the distance of one unit from another, or from the mean, which is no change.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.patterns import MEASURE, spaced
from cchc.vietnamese.numbers import DIGITS

_I = re.IGNORECASE
_OTHERS = (
    r"(?:mức|mặt bằng|giá trị|điểm số|điểm|kết quả)?\s*(?:trung bình|bình quân|chung|tối đa|chuẩn)|(?:địa phương"
    r"|đơn vị|tỉnh|thành phố|bộ|sở|huyện|cơ quan)\s+"
    r"(?:đứng|xếp|dẫn|liền|đầu|cuối|thứ|ở|á quân|quán quân|(?-i:[A-ZĐ]))|(?:á quân|quán quân|thủ khoa)\s"
    r"|vị trí|người|(?:Bộ|Sở)\s+(?-i:[A-ZĐ])"
    r"|(?:tỉnh|thành phố|huyện)\s+(?:ta|nhà|mình)\b"
    r"|(?-i:[A-ZĐ])[\w]*\s+(?-i:[A-ZĐ])"
)
GAP = spaced(
    rf"\b(?:cách|kém|thua|(?:cao |thấp |nhiều |ít )?hơn|bỏ xa|chênh(?: lệch)?(?: với)?|chỉ sau|(?:xếp|đứng) (?:sau"
    rf"|trên))\s+(?:so với\s+)?"
    rf"(?={_OTHERS})(?:(?!\slà\s+(?-i:[A-ZĐ]))(?:[^;:.()\d%]"
    rf"|\d{{2}}(?=\s+(?:tỉnh|bộ|sở|huyện|địa phương|đơn vị))|\d{{1,2}}(?=\s+là\s+\d))){{0,70}}?(?:\s*(?:tới|đến|là"
    rf"|tận)?\s*(?P<number>{DIGITS})\s*(?P<measure>{MEASURE})(?!\w))",
    _I,
)
"""A distance to another unit, or to the mean: no change."""
GAP_AND_MEAN = spaced(
    rf"[\w ]{{3,40}}(?:trung bình|bình quân)[^;:.()\d]{{0,40}}{DIGITS}\s*(?:{MEASURE})"
    rf"\s*\((?:là |đạt )?{DIGITS}\s*(?:%|điểm)\)",
    _I,
)
"""The distance to a mean with the mean itself behind it."""
GAP_TO_NAMED = spaced(
    rf"\b(?:kém|thua|(?:cao |thấp |nhiều |ít )?hơn|bỏ xa)\s+(?:so với\s+)?(?={_OTHERS})[^;:.()\d%]{{0,70}}?\slà\s+"
    rf"(?-i:[A-ZĐ])[^;:.()\d%]{{2,60}}?\s(?P<gap>(?:tới\s+|đến\s+)?{DIGITS}\s*(?:{MEASURE})(?!\w))",
    _I,
)
"""The same, where the other unit is named, and has its rank: "cao hơn đơn vị đứng thứ hai là Bộ Tài chính 1,75%"."""
GAP_BEHIND_REMARK = spaced(
    rf"\b(?:kém|thua|cách|bỏ xa|hơn)\s+(?:(?:tỉnh|thành phố|huyện|thị xã|sở|bộ)\s+)?(?-i:[A-ZĐ])[^;:.()\d%,]{{2,40}}?"
    rf"\s*\([^()]{{1,40}}\)\s*(?P<gap>(?:tới\s+|đến\s+|là\s+)?{DIGITS}\s*(?:{MEASURE})(?!\w))",
    _I,
)
"""The same behind what parentheses tell of the other: "chỉ kém Thái Bình (thứ 19) 0,3 điểm"."""
GAP_TO_TITLED = spaced(
    rf"\b(?:kém|thua|cách|bỏ xa|hơn)\s+(?:so với\s+)?(?:(?:tân |cựu )?(?:quán quân|á quân)|(?:đơn vị|địa phương|tỉnh|bộ"
    r"|sở|huyện) (?:(?:dẫn|đứng) đầu|đầu bảng|đứng nhất|(?:đứng )?cuối bảng|đứng cuối)(?: bảng)?)"
    r"\s+(?:năm (?:trước|ngoái|(?:19|20)\d\d)\s+)?(?:là\s+)?"
    rf"(?:(?:tỉnh|thành phố|TP\.?|huyện)\s+)?(?-i:[A-ZĐ])[^;:()\d%,]{{2,40}}?\s*(?:\([^()]{{1,40}}\)\s*)?,?\s*"
    rf"(?P<gap>(?:tới\s+|đến\s+|là\s+)?{DIGITS}\s*(?:{MEASURE})(?!\w))",
    _I,
)
"""The same behind what the other is called: "kém quán quân Hải Phòng (96,17%) 2,8%"."""
GAP_BETWEEN = spaced(
    rf"\b(?:khoảng cách|chênh lệch|cách biệt)\s+(?:[\w ]{{0,20}}\s)?(?:giữa|tới|đến|với)\b[^;]{{0,160}}?\b"
    rf"(?:còn|là|tới|đến|lên|chỉ|khoảng|chưa đầy|chưa tới|gần|hơn)\s+"
    rf"(?P<gap>{DIGITS}\s*(?:{MEASURE})(?!\w))",
    _I,
)
"""A distance between two units that are both named with their figures."""
DIFFERENCE = spaced(r"điểm (?:phần trăm|%)$", _I)
"""A unit of measure of differences only."""
