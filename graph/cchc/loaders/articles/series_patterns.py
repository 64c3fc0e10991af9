"""How the genre words ranks and scores that are told one after the other, of several units or years, or go on with
others.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.patterns import YEAR_NUMBER, spaced
from cchc.loaders.articles.superlative_patterns import AFTER_YEARS
from cchc.vietnamese.numbers import DIGITS, WORDS

_EACH_YEAR = r"(?:qua\s+)?(?:từng|mỗi|các)\s+năm(?=\s+(?:là|đạt|xếp|đứng|ở)\b|\s*:)"
IN_TURN = spaced(rf"\b(?:lần lượt|tương ứng|theo thứ tự|{_EACH_YEAR})\b", re.I)
"""What says that figures are told one after the other, in the order of what they are of."""
EACH_FROM_TO = spaced(
    rf"\b(?P<years>từ\s+(?:năm\s+)?(?P<first>{YEAR_NUMBER})\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?(?P<last>{YEAR_NUMBER}))"
    rf"(?![\d/])(?=[^.;()\d]{{0,60}}\b(?:lần lượt|tương ứng|{_EACH_YEAR})\b)",
    re.I,
)
"""The years from one to another that have a figure each: "từ năm 2017 đến năm 2019, điểm số lần lượt là …"."""
RANKS_IN_TURN = spaced(
    rf"\b(?:(?:thứ hạng|xếp hạng|thứ bậc)\b(?:[^.;:()\d]|\b{YEAR_NUMBER}\b){{0,60}}"
    rf"(?:\b(?:lần lượt|tương ứng|{_EACH_YEAR})(?: là| xếp| ở)?:?"
    rf"|\bcác năm (?:{YEAR_NUMBER}(?:, | và )?){{2,9}}(?: là|:))"
    rf"|(?:các|\d{{1,2}}|{WORDS})\s+(?:hạng|thứ hạng|vị trí)(?:\s+(?:cuối|chót|đầu|tiếp theo|kế tiếp|dẫn đầu|bảng"
    rf"|cùng)){{0,2}}"
    r"(?:\s*(?:,(?=\s)|\((?=\d)))?|(?:hạng|thứ|vị trí)\s+(?:lần lượt|tương ứng)|(?:lần lượt|tương ứng)\s+"
    r"(?:(?:là|xếp|đứng|ở|về|giữ|đạt|các|những)\s+)*(?:thứ|hạng|vị trí|thứ hạng))"
    r"(?:\s+|(?<=\())(?:(?:là|ở|thứ|hạng|vị trí|số)\s+)*"
    r"(?P<ranks>\d{1,3}(?!\d|[.,]\d|\s*%)(?:/\d{2,3})?(?:\s*(?:,|;|và|,\s*và|rồi)\s*(?:(?:thứ|hạng|vị trí)\s+)*"
    r"\d{1,3}(?!\d|[.,]\d|\s*%)(?:/\d{2,3})?)+)"
)
"""Ranks told one after the other: "xếp hạng lần lượt là 18, 21 và 24"."""
RANK_IS = spaced(
    r"\b(?:thứ hạng|vị thứ|thứ bậc|(?<!xếp\ )(?<!thứ\ )hạng(?=(?: (?:chỉ|vẫn|lại|mới|cũng|thì|khi đó|lúc đó))+ (?:là|ở"
    r"|còn)))(?: (?:của|toàn|năm|tỉnh|huyện|thành phố|xã|sở|bộ|nay|này|chung|trong|\d{4}|chỉ|vẫn|lại|mới|cũng|thì"
    r"|khi đó|lúc đó))*"
    r"(?: (?:là|đạt|còn|ở)|:)\s+(?P<rank>\d{1,3})(?:/(?P<of>\d{1,3}))?(?=\s*(?:[,;.)(](?!\d)|$|(?:và|nhưng|song)\b))"
)
"""A rank as what the ranking of a unit is: "Thứ hạng của tỉnh là 44"."""
BEST_IN_TURN = spaced(
    r"\b(?:xếp|đứng|về|giữ)\s+(?:(?:ở|vị trí|hạng|thứ)\s+)*(?P<first>nhất)\s*(?:,|và)\s*(?:thứ\s+)?"
    r"(?P<second>nhì|hai)\b(?:\s*(?:,|và)\s*(?:thứ\s+)?(?P<third>ba)\b)?"
)
"""The first two or three: "A và B xếp nhất, nhì"."""
RANKS_JOINED = spaced(
    r"\b(?:hạng|thứ|vị trí)\s+(?:(?:là|ở)\s+)?(?P<ranks>\d{1,3}(?:/\d{2,3})?(?:,\s+\d{1,3}(?:/\d{2,3})?)*"
    r"\s+và\s+\d{1,3}(?:/\d{2,3})?"
    r"|\d{1,3}(?:/\d{2,3})?(?:[,;]\s+\d{1,3}(?:/\d{2,3})?){2,})"
    r"(?=\s*(?:[,;.)(](?!\d)|$|(?:cả nước|toàn quốc|trong|trên|về)\b))"
    r"|\b(?:hạng|thứ|vị trí)\s+(?P<whose>\d{1,3}(?:(?:,|\s+và|,\s+và|\s+hay)\s+\d{1,3})+)"
    r"(?=,?\s+(?:lần lượt\s+|theo thứ tự\s+|đều\s+)?(?:là|thuộc về|của|gọi tên|dành cho)\s)"
)
"""The same without a word that says so: "các năm 2022, 2023 xếp thứ 12 và 9", "hạng 4, 5 là của hai bộ"."""
_RANK_AND_YEAR = rf"\d{{1,3}}(?:/\d{{2,3}})?(?:\s*\((?:năm\s+)?{YEAR_NUMBER}\)|\s+(?:vào\s+)?năm\s+{YEAR_NUMBER})"
_TO_NEXT_YEAR = (
    r"\s*(?:,\s*|;\s*|[-–→]\s*)?(?:(?:và|rồi|sang|đến|lên|xuống|về|tụt|lùi|rơi|vươn|nhảy|leo|còn|ra|lại|trở|tiếp tục"
    r"|thứ|hạng|vị trí|số)\s+){0,5}"
)
RANKS_BY_YEAR = spaced(
    rf"\b(?:(?:thứ hạng|xếp hạng|hạng|thứ|vị trí)\b[^;.:()\d]{{0,60}}?(?:\b(?:là|ở)|:)"
    r"|(?:xếp|đứng|giữ)(?=\s+(?:thứ|hạng|vị trí))|(?:thứ hạng|hạng|thứ|vị trí)(?=\s+\d))"
    r"\s*(?:(?:thứ|hạng|vị trí)\s+)*"
    rf"(?P<ranks>{_RANK_AND_YEAR}(?:{_TO_NEXT_YEAR}{_RANK_AND_YEAR})+)"
)
"""Ranks with the year of each: "thứ hạng qua các năm lần lượt là 42 (2019), 36 (2020)"."""
BRACKETS_HOLD = spaced(
    rf"\btrong\s+(?:dấu\s+)?ngoặc(?:\s+đơn)?(?:\s+(?:là|ghi|của)|\s*:)\s+(?:[\w ]{{0,40}}\s+)?"
    rf"(?:năm\s+(?P<year>{YEAR_NUMBER}|trước|ngoái|liền trước)"
    r"|(?P<period>(?:tuần|tháng)\s+(?:(?:thứ\s+)?\d{1,2}|trước)|quý\s+(?:[1-4]|I[IV]?I?|trước)))(?![\w/])"
    rf"|\b{YEAR_NUMBER}\s*(?:,|và|so với|cạnh|bên cạnh)?\s*\((?:(?:của|số liệu)\s+)*(?:năm\s+)?"
    rf"(?P<beside>{YEAR_NUMBER})(?:\s+(?:ở\s+)?trong\s+ngoặc)?\)\s*:\s*$"
    rf"|\((?:số liệu\s+)?năm\s+(?P<inside>{YEAR_NUMBER})\s+(?:ở\s+|để\s+|ghi\s+)?trong\s+(?:dấu\s+)?ngoặc(?:\s+đơn)?\)",
    re.I,
)
"""A legend: what the parentheses of the article hold, or of a list that it leads."""
RANKS_BEHIND_YEARS = spaced(
    rf"\b(?:thứ hạng|hạng|thứ|vị trí)(?:\s+thứ)?\s+\d{{1,3}}(?:/\d{{2,3}})?(?P<ranks>(?:\s*[,;]\s*(?:và\s+|còn\s+)?"
    rf"(?:năm\s+)?{YEAR_NUMBER}\s*(?::|là|còn|thì là)\s*\d{{1,3}}(?:/\d{{2,3}})?(?![/\d]|[.,]\d|\s*(?:%|điểm|bậc)))+)"
)
"""Ranks behind the years of each, which only the first is said to be one: "năm 2021 ở hạng 17, năm 2020: 18"."""
OF_A_PLAN = spaced(
    r"(?:%|điểm)? (?:kế hoạch|chỉ tiêu|nhiệm vụ|hồ sơ|tthc|thủ tục|vốn|dự toán|dịch vụ|tiêu chí|số (?:hồ sơ|thủ tục"
    r"|vốn))\b"
)
"""Behind bounds: what they are a share of, and no scores."""
_PLACE_NOUN = r"(?:vị trí|thứ hạng|hạng|thứ|số)"
RANK_RANGE = spaced(
    rf"(?:\btừ\s+(?P<noun>(?:{_PLACE_NOUN}\s+)*)(?P<first>\d{{1,3}})\s*(?:đến|tới|-|–)"
    rf"|(?<=\()(?P<bare>\d{{1,3}})\s*[-–])"
    rf"(?P<to>\s*(?:{_PLACE_NOUN}\s+)*(?P<last>\d{{1,3}})(?:/(?P<of>\d{{1,3}}))?)(?![\d/]|[.,]\d|\s*(?:%|điểm|tháng"
    rf"|năm|giờ))"
)
"""A range of places, which as many units have: "ba vị trí cuối, từ 61 đến 63", "giữ các vị trí từ 4 đến 6"."""
RANGED_BEFORE = spaced(
    rf"\b(?:(?:xếp|đứng|giữ|chiếm|ở|nằm|lần lượt)\s+(?:(?:các|những)\s+)?(?:{_PLACE_NOUN}\s+)*"
    rf"|(?:vị trí|thứ hạng|hạng|bậc)(?:\s+(?:cuối|chót|đầu|áp chót|tiếp theo|kế tiếp|còn lại|cuối cùng|cuối bảng|sau đó"
    r"|dẫn đầu))*\s*(?:[,(]\s*)?)(?:(?:xếp|đứng|tức|là|lần lượt)\s+)*$"
)
"""Before it."""
RANGED_BEHIND = spaced(
    r"\s*,?\s*(?:(?:xếp\s+)?(?:theo thứ tự|lần lượt)|thuộc về|dành cho)\b[^,;.()\d]{0,30}?(?::|\s(?=[A-ZĐ]))"
)
"""Behind it: who has these places."""
NEXT_BEST = spaced(
    r"\b(?:về|đứng|xếp) (?P<place>ba|tư|bốn)"
    r"(?=\s*(?:[,.;:()]|$|(?:là|với|sau|toàn|cả nước|trong|ở|khu vực|khi|đạt|và)\b))"
)
"""The places behind it, in the same words."""
NEXT_PLACES = spaced(
    r"\b(?:(?:xếp|đứng|giữ|chiếm)\s+)?(?:(?:ở|các|trong)\s+)*(?:(?P<number>\d{1,2}|hai|ba|bốn|năm)\s+)?(?:vị trí"
    r"|thứ hạng|hạng)"
    r"\s+(?:kế tiếp|tiếp theo|kế đó|liền sau|sau đó|ngay sau)\b"
    r"|(?<=[\w)%]\s)(?:xếp|đứng|về)\s+(?:kế tiếp|tiếp theo|kế đó|kế sau|liền sau|liền kề|ngay sau)"
    r"(?=\s*(?:[.;,)]|$|và\s))"
    r"|(?<=[\w)%]\s)(?:bám|theo)\s+(?:sát|sau)(?:\s+(?:phía sau|liền sau|ngay sau|nút))?(?=\s*(?:[.;,)(]|$|với\s+\d))"
)
"""Ranks that continue those of the units before: "A, B xếp ở 2 vị trí tiếp theo"."""
PLACES_OF_PARTS = spaced(
    r"(?:^|(?<=[.;:(]\s)|(?<=về\s)|(?<=bảng\s))(?:thứ hạng|vị trí|xếp hạng)\s+\d{1,2}\s+"
    r"(?:chỉ số|tiêu chí|lĩnh vực|nội dung"
    r"|yếu tố|trục|nhóm|đơn vị|địa phương|tỉnh|sở|huyện|xã|bộ)\b"
)
"""What announces the places of so many: "Thứ hạng 8 chỉ số thành phần của tỉnh"."""
FIRST_PLACES = spaced(
    r"\b(?:(?P<order>thứ tự)\s+)?(?:ba|hai|năm|bốn|mười|\d+)\s+"
    r"(?:(?P<places>hạng|vị trí|thứ hạng|ngôi(?: vị)?)|(?:địa phương|tỉnh, thành phố|tỉnh|đơn vị"
    r"|sở|huyện|bộ|bộ, ngành|cơ quan))"
    r"(?:\s+có\s+(?:chỉ số|kết quả|điểm số|điểm))?\s+(?:đầu(?:\s+bảng)?|đứng đầu|dẫn đầu"
    r"|đi đầu|cao nhất)\b(?:(?=(?P<turn>(?:[\s,]+\w+){0,4}[\s,]+(?:lần lượt|theo thứ tự))))?"
    r"|(?:^|(?<=[.;:]\ ))(?:\s*[-+•*–]\s)?(?:tốp|top)\s+(?P<top>(?:ba|năm|bốn|mười|\d{1,2})\b"
    r"(?:\s+(?:đầu|dẫn đầu|đứng đầu|của|trong|bảng(?: xếp hạng)?|cả nước|toàn quốc|toàn tỉnh|khối bộ|khối tỉnh))*)"
    r"(?=\s+(?:lần lượt\s+)?là\s|\s*:\s)"
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
RANKED_BEFORE = spaced(
    r"\b(?:\d{1,2} bậc|thứ hạng|xếp hạng|vị thứ|thứ bậc)(?: (?:của|cả|toàn|tỉnh|huyện|năm|nay|này|chung"
    r"|\d{4}))*\s*[:(]\s*$"
)
"""Before "29/63 tỉnh": a rank, and not so many of them."""
COUNTED_OFF = spaced(
    r"^(?:[-+•*–] )?thứ (?:nhất|hai|ba|tư|bốn|năm|sáu|bảy)(?=,| là (?:do|vì|ở|phần|việc|các|những|nội dung|lĩnh vực"
    r"|tiêu chí|chỉ số|công tác|cải cách|xây dựng)\b)"
)
"""What opens the first, second … of several remarks: "Thứ nhất, phần khảo sát bị trừ khá nặng"."""
RANKING_OF = spaced(r"(?:xếp\s+)?hạng\s+(?:của\s+)?\d+\s+(?:tỉnh|bộ|sở|huyện|đơn vị|địa phương|cơ quan)")
"""A ranking of so many units: "bảng xếp hạng 63 tỉnh"."""
TO_DATE = spaced(rf"\s*(?:đến|tới|-|–)\s*(?:(?:hết )?ngày )?\d{{1,2}}/\d{{1,2}}/{YEAR_NUMBER}")
"""Behind a date without its year: the one that a period ends on."""
ONLY_THESE = spaced(r"\s+duy nhất\b")
"""After a count: the units named before are all of them."""
WEIGHT_BEFORE = spaced(r"\b(?:điểm|trọng số|thang điểm|phần)\b[^,;.:\d]{0,60}\bchiếm(?:\s+(?:tới|khoảng))?\s+$")
"""Before a fraction: what a part can add, and no score ("điểm điều tra xã hội học chiếm 30/100")."""
HEADING_GRADE = spaced(
    r"(?:^|[;:,(.]|\bvà)\s*(?:[-+•*]\s*)?(?P<grade>(?:xuất sắc|tốt|khá|yếu)"
    r"(?=\s*(?:\([^()]{3,40}\)\s*)?(?:(?::|có|gồm)\s*)?\d)"
    r"|trung bình(?=\s*(?::|có|gồm|\()"
    r"|\s+\d{1,3}\s+(?:đơn vị|sở|huyện|xã|phường|cơ quan)\s*(?:[,;.]|$)))\s*(?:\([^()]{3,40}\)\s*)?(?::|có|gồm)?\s*"
    r"(?=\d{1,3}\s+(?:đơn vị|sở|huyện|xã|phường|cơ quan|địa phương|tỉnh)\s*(?:[,;.:()]|$|(?:gồm|là|đạt|chiếm|và)\b))"
)
"""A class at the head of how many units are in it: "Xuất sắc: 3 đơn vị; Tốt: 14 đơn vị"."""
