"""How the genre words what moved: changes, what they are measured against, and figures of one year beside another's.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.patterns import MEASURE, YEAR_NUMBER, spaced
from cchc.loaders.articles.superlative_patterns import AFTER_YEARS, RUNNING
from cchc.vietnamese.numbers import DIGITS, ORDINAL_WORDS, WORDS

_I = re.IGNORECASE

_DOWN = (
    r"giảm|tụt|lùi|lui|mất|hao hụt|hụt|hao|vơi|bớt|sút|tuột|xuống|rớt|kém hơn|kém|thua|thấp hơn|ít hơn|sụt|rơi|trượt"
    r"|hạ(?=\s+(?:xuống\s+|tới\s+)?\d)|(?:trượt|rơi)\s+(?:dài|tự do)(?=\s+\d{1,2}\s+(?:bậc|hạng)\b)"
)
_UP = (
    r"tăng|vượt|vọt lên|vọt|vươn lên|vươn|nhảy|nhích|thêm|cải thiện|cao hơn|nhiều hơn|hơn|tiến|thăng|lên|bứt|leo|bật"
    r"|nâng|trồi|ghi thêm|cộng(?=\s+(?:được|thêm))|(?:bước|vượt|nhảy)\s+(?:qua|cóc)(?=\s+\d{1,2}\s+(?:bậc|hạng)\b)"
)
_PARTICLES = (
    r"(?:\s+(?:thêm|tới|đến|tận|lên|được|nhẹ|khoảng|mạnh|xuống|còn|đi|gần|liền|những|hẳn|cao|hơn|vọt"
    r"|một (?:mạch|hơi|lèo|lúc|cách)|(?:tổng )?cộng|ngoạn mục|đáng kể|bất ngờ|trọn|đúng|thẳng|luôn|ít nhất"
    r"|chỉ|vỏn vẹn|(?:điểm|hạng|bậc|thứ hạng|điểm số|chỉ số)(?=\s+(?:nhiều|cao|mạnh|lớn|ít|sâu|thấp|nhanh)\s+nhất\b)"
    r"|(?:hạng|bậc)(?=\s+(?:tới|đến|liền|những)\s+\d)|(?:hạng|bậc)\s*\((?=\d{1,2}\s+(?:bậc|hạng)\))"
    r"|(?:nhiều|cao|lớn|ít)\s+(?:điểm|bậc|hạng)\s+nhất(?:\s+(?:với|là)|\s*[,:(])?"
    r"|(?:nhiều|cao|mạnh|lớn|ít|sâu|thấp|nhanh|xa|dài)\s+(?:nhất(?:\s+(?:với|là)|\s*[,:(])?|hơn\s*[,:(])))*"
)
VERB_COMPARISON = spaced(
    rf"\b(?P<verb>(?:cao |nhiều |thấp |ít |kém )?hơn|kém|thua|vượt(?= (?:lên )?chính (?:mình|nó)))\s+(?:lên\s+)?"
    rf"(?:so với\s+)?(?:(?:giá trị trung bình|mức|mốc|kết quả|bảng(?: xếp hạng)?|chính (?:mình|nó|họ))\s+)*"
    rf"(?:(?:của|ở|hồi|vào)\s+)?(?:(?:năm\s+)?(?P<year>{YEAR_NUMBER})(?!\d|\s*(?:điểm|%|tỉnh|người|hồ sơ|phiếu))"
    r"|(?:(?:một|1)\s+)?năm\s+(?:trước(?:\s+đó)?|ngoái|liền trước|liền kề)"
    r"|(?P<period>(?:tháng|tuần|quý|kỳ)\s+(?:trước|\d{1,2}(?!\d))))"
    rf"(?:\s+(?:tới\s+|đến\s+|là\s+)?(?P<number>{DIGITS}|{WORDS})\s*(?P<measure>{MEASURE}))?",
    _I,
)
COMPARISON = spaced(
    rf"\b(?:lấy(?=\s+(?:(?:kết quả|mức)\s+)?(?:năm\s+)?{YEAR_NUMBER}\s+(?:làm|là)\s)"
    rf"|so với|so cùng|đối chiếu với|so sánh với|(?:đặt|để)\s+(?:bên\s+)?cạnh|so)\s+"
    rf"(?:(?!(?:mức|kết quả|chỉ số)\s+(?:trung bình|bình quân))"
    rf"(?:giá trị trung bình|mức|mốc|kết quả|bảng|xếp hạng|thứ hạng|chỉ số|chính (?:mình|nó|họ)|của|cả|hồi)\s+)*"
    rf"(?:(?:(?:{WORDS}|\d)\s+năm\s+(?:về\s+)?trước(?:\s+đó)?\s*\()?(?:kỳ\s+)?(?:năm\s+)?(?P<year>{YEAR_NUMBER})"
    r"(?!\d)"
    r"(?:\s+làm\s+(?:mốc|gốc|chuẩn|căn cứ|cơ sở))?"
    rf"|(?P<before>(?:(?:một|1)\s+)?năm\s+(?:trước(?:\s+đó)?|ngoái|liền trước)"
    rf"|cùng kỳ(?:\s+năm\s+(?:trước|ngoái))?|trước)"
    rf"|(?P<period>(?:tuần|tháng|quý)\s+(?:trước|thứ\s+\d+|\d+))"
    rf"|(?P<unit>(?=(?-i:[A-ZĐ])|(?:tỉnh|huyện|thị xã|thành phố|bộ|sở)\s+(?:(?-i:[A-ZĐ])|đứng|xếp|cuối|đầu|dẫn|có"
    rf"|liền)"
    rf"|địa phương|đơn vị|điểm (?:tối đa"
    rf"|chuẩn|trung bình)|tối đa|mức|mặt bằng|trung bình|bình quân)))",
    _I,
)
CHANGE = spaced(
    rf"\b(?P<verb>{_DOWN}|{_UP})(?P<particles>{_PARTICLES})(?:\s+|(?<=\())(?P<number>{DIGITS}"
    rf"|{WORDS})\s*(?P<measure>{MEASURE})(?!\w)"
)
CHANGES_IN_TURN = spaced(
    rf"\b(?:cùng|đều|đồng loạt)\s+(?P<verb>tăng|giảm|tụt)\b(?:(?!\bđạt\b)[^.;:()\d]){{0,40}}\b(?:lần lượt|tương ứng)"
    rf"(?:\s+là)?\s+(?P<list>{DIGITS}\s*(?:{MEASURE})(?:(?:\s*,|\s+và|\s*,\s+và)\s+{DIGITS}\s*(?:{MEASURE}))+)(?!\w)"
)
"""Changes told in turn behind their verb: "cùng tăng, lần lượt là 0,3 điểm và 0,1 điểm"."""
ONE_OF_THEM = spaced(rf"(?P<number>{DIGITS})\s*(?P<measure>{MEASURE})")
_NO_MEASURE = r"(?=\s*(?:[,;)](?!\d)|\.(?!\d)|$|(?:so với|và|nhưng|song|nên|còn|mà|thì|trong khi|tuy)\b))"
POINTS_CHANGE = spaced(
    r"\b(?:điểm số|số điểm|tổng điểm|điểm)\b(?!\s+(?:cầu|nghẽn|sáng|nóng|phần trăm))[^,;:.()\d]{0,40}?"
    r"\b(?P<verb>tăng|giảm|cao hơn|thấp hơn|mất|nhích|hụt|sụt|thêm(?=\s+\d{1,2}[.,]\d{1,4}\s+so với))"
    r"(?:\s+(?:thêm|được|tới|gần|những|nhẹ|mạnh|đi))*\s+"
    rf"(?P<number>\d{{1,2}}[.,]\d{{1,4}}){_NO_MEASURE}"
)
"""A change of a score without the word "điểm" behind it: "điểm của tỉnh cao hơn 2,31"."""
_MOVED_BY = r"(?P<verb>tăng|giảm|nhích|mất|hụt|thêm|cao hơn|thấp hơn)(?:\s+(?:thêm|được|tới|những|nhẹ|mạnh|đi))*\s+"
BEHIND_SCORE = spaced(
    rf"(?<=\d)\s*(?P<measure>%|điểm),\s+(?:(?:đã|chỉ|cũng|lại|bị|như vậy)\s+)*(?P<change>{_MOVED_BY}"
    rf"(?P<number>\d{{1,2}}[.,]\d{{1,4}})){_NO_MEASURE}"
)
"""A change behind its score, of the same unit of measure: "được 7,31 điểm, tăng 0,42"."""
BEFORE_SCORE = spaced(
    rf"\b(?P<change>{_MOVED_BY}(?P<number>\d{{1,2}}[.,]\d{{1,4}}))\s*,?\s+(?:nên\s+|và\s+)?"
    rf"(?:(?:chỉ|mới|đã)\s+)*(?:còn|lên|xuống|đạt|được|về|thành)(?:\s+(?:còn|mức|lại|được))*\s+{DIGITS}\s*"
    r"(?P<measure>%|điểm)(?!\w)"
)
"""A change before what it came to: "giảm 0,75, còn 6,91 điểm"."""
RANK_CHANGE = spaced(
    r"\b(?:thứ bậc|thứ hạng|vị thứ|hạng|vị trí)(?:\s+(?:của\s+[^,;:.()\d]{2,30}?|tỉnh|huyện|chung|thì|lại|cũng|bị|vẫn"
    r"|đã))*\s+"
    r"(?P<verb>tăng|giảm|tụt|lùi|mất|sụt|nhích|tiến)(?:\s+(?:thêm|được|tới|những|mất|đi|liền))*\s+"
    r"(?P<number>\d{1,2})(?=\s*(?:[,;)(](?!\d)|\.(?!\d)|$|(?:so với|và|nhưng|song|nên|còn|mà|thì|trong khi|tuy)\b))"
)
"""A change of a rank without the word "bậc" behind it: "thứ hạng lại giảm 2"."""
SIGNED_CHANGE = spaced(
    rf"(?P<sign>\+|(?<!\w\ )(?<!%\ )[−-])(?<![\w\d.,].)\s?(?P<number>{DIGITS})\s*(?P<measure>{MEASURE})(?!\w)"
)
STEPS_BEHIND_RANK = spaced(
    r"\b(?:hạng|thứ|vị trí)\s+\d{1,3}(?:/\d{2,3})?\s*\((?P<change>(?P<sign>[+↑−-]|↓)\s?(?P<number>\d{1,2}))\)"
)
"""How far a rank has moved, in parentheses behind it: "hạng 30 (+8)"."""
BARE_STEPS = spaced(r"(?<![\w/])(?P<number>\d{1,2})\s+(?:bậc|thứ\s+hạng|hạng)\b(?!\s+(?:đầu|cao))")
_WAY = r"(?:đi\s+)?(?:tăng|giảm|tụt|lùi|lên|xuống|thăng|rớt|sụt|tuột)"
LEADS_MOVES = spaced(
    rf"\b(?:phía|chiều|bên|hướng|nhóm|tốp)\s+(?P<side>{_WAY})(?:\s+(?:hạng|bậc))?\s*(?:có|gồm|là|:)[^.;]*$"
    rf"|\b(?P<way>{_WAY})\s+(?:hạng|bậc)\b[^.;:()\d]{{0,40}}(?:\b(?:có|gồm|là)\b|:)[^.;]*$",
    _I,
)
"""Before steps in parentheses behind units: which way all of them moved, "Ở phía giảm có Điện Biên (13 bậc) và …"."""
BESIDE_SCORE = spaced(
    r"(?<=\d)\s*(?P<measure>%|điểm|/\s*\d+(?:[.,]\d+)?(?: điểm)?)\s*"
    r"\((?P<verb>tăng|giảm) (?P<number>\d+[.,]\d+)(?=\s*[),;])"
)
"""A change in parentheses right behind its score, of the same unit of measure: "19,1/20 (tăng 0,3)"."""
REACHES = spaced(r"\b(?:lên|xuống|còn)\b")
AS_MUCH = spaced(r"\b(?:đến|tới)\b")
OVER_YEARS = spaced(r"\b(?:các|những|hai|ba|bốn|năm|\d+)\s+năm\b")
RELATIVE = spaced(r"(?:(?:cao|thấp|nhiều|ít|kém)\s+)?hơn$|kém$")
"""A verb of difference: without a year to compare with, it tells of another unit."""
VAGUE = spaced(r"\b(?:hơn|gần|khoảng|ít nhất)\s*$")
"""Before a number: not the exact change."""
ROUGHLY = spaced(
    r"\b(?:gần|khoảng|hơn|trên|dưới|xấp xỉ|suýt soát|chừng|ngót|cận|tầm|quanh|ước|chưa (?:đến|tới|đầy)|ít nhất"
    r"|không (?:dưới|quá))\s+(?:(?:đạt|mức|ngưỡng|mốc|con số)\s+)*$",
    _I,
)
"""Before a figure: it is no exact one."""
DIRECTION = spaced(
    r"\b(?:tăng|giảm|thấp hơn|cao hơn|cải thiện(?= (?:điểm|chỉ số|hạng|thứ hạng|kết quả|vị trí)\b)"
    r"|(?:thăng|tụt|lên|xuống|rớt)(?= (?:hạng|bậc)\b))\b"
)
_DOWN_WORD = spaced(rf"^(?:{_DOWN}|hạ|trượt dài|rơi tự do)$")


def is_down(verb: str) -> bool:
    """Whether a verb of change says that something fell."""
    return bool(_DOWN_WORD.match(" ".join(verb.split())))


AGAINST_FIGURE = spaced(
    rf"\bso với\s+(?:(?:mức|con số|kết quả|điểm số|số điểm|tổng điểm|chỉ số|tỷ lệ|đạt|là)\s+)*"
    rf"(?P<number>{DIGITS})\s*(?P<measure>{MEASURE})\s+(?:(?:của|trong|ở|vào)\s+)?"
    rf"(?:năm\s+(?P<year>{YEAR_NUMBER})|năm\s+(?:trước(?:\s+đó)?|ngoái|liền trước|liền kề))\b",
    _I,
)
"""A figure that is compared with: "so với 85,56 điểm của năm liền trước"."""
FROM_YEAR = spaced(
    rf"\b(?:(?P<held>liên tục|liên tiếp|liền|đều|luôn)\s+(?:\w+\s+){{0,2}}?)?(?P<from>(?:tính\s+)?từ\s+(?:năm\s+)?"
    rf"(?P<first>{YEAR_NUMBER}))\s+(?:đến|tới)\s+(?P<last>(?:năm\s+)?{YEAR_NUMBER})(?!\d)"
    rf"(?P<turn>(?=[^.;\d]{{0,40}}\b(?:lần lượt|tương ứng|theo thứ tự)\b))?",
    _I,
)
"""A year that is compared with and the one told of; or years with a figure each ("lần lượt"), or with one rank."""
_AT_YEAR = r"\s*(?:,?\s*(?:của|vào|trong)?\s*\(?\s*năm\s+(?P<{}_year>(?:19|20)\d\d)\s*\)?)?"
_A_RANK = r"(?:xếp\s+)?(?:vị trí|thứ hạng|hạng|thứ|vị thứ)(?:\s+(?:thứ|số))?\s*"
FROM_TO = spaced(
    rf"(?:\b(?P<verb>{_DOWN}|{_UP})(?:\s+(?:mạnh|nhanh|nhẹ|dần|đều|từ từ))*(?P<verb_rank>\s+(?:hạng|bậc"
    rf"|thứ hạng))?(?:\s+nhiều nhất)?\s*,?\s+)?\btừ\s+(?:mức\s+)?(?P<first_rank>{_A_RANK})?"
    rf"(?P<first>{DIGITS}|{ORDINAL_WORDS})\b\s*(?:/\s*(?P<first_of>\d{{1,5}}))?\s*(?P<first_measure>{MEASURE})?"
    + _AT_YEAR.format("first")
    + r"(?P<first_end>)\s*(?:\([^()]{1,25}\)\s*)?,?\s*"
    r"(?:(?:tỉnh|thành phố|huyện|thị xã|xã|phường|bộ|sở|đơn vị|địa phương)\s+)?"
    r"(?:(?:đã|tăng|giảm|vươn|tụt|vọt|nhảy|leo|bật|bứt|tiến|thăng|rơi|lùi|trượt|nhích)"
    r"\s+){0,2}"
    rf"(?P<last_part>(?:lên|xuống|đến|tới|còn|về(?=\s+(?:(?:vị trí|thứ hạng|hạng|thứ)\b|\d{{1,2}}(?![\w/%]|[.,]\d))))"
    rf"(?:\s+(?:còn|đến|tới|mức))?\s+(?:mức\s+)?"
    rf"(?P<last_rank>{_A_RANK})?(?!năm\s+(?:19|20)\d\d)(?P<last>{DIGITS}"
    rf"|{ORDINAL_WORDS})\b\s*(?:/\s*(?P<last_of>\d{{1,5}}))?\s*(?P<measure>{MEASURE})?)" + _AT_YEAR.format("last")
)
TO_FROM = spaced(
    r"\b(?P<last>(?:lên|xuống|về|còn|tới)\s+(?:mức\s+)?"
    rf"{_A_RANK}(?P<number>\d{{1,3}})(?:\s*/\s*(?P<of>\d{{1,3}}))?)\s*,?\s*từ\s+"
    rf"(?P<first>(?:{_A_RANK})?(?P<before>\d{{1,3}})(?:\s*/\s*(?P<before_of>\d{{1,3}}))?"
    r"(?![\w/%]|[.,]\d|\s*(?:%|điểm|bậc|tỉnh|đơn vị|năm\s+(?:qua|liền|trước)|tháng)))" + _AT_YEAR.format("first")
)
"""The same with what it came to first: "lên hạng 17 từ hạng 25"."""
FROM_ONLY = spaced(
    rf"\b(?:{_DOWN}|{_UP})(?:\s+(?:mạnh|nhanh|nhẹ|dần|đều|lên|xuống|hạng|bậc))*\s+(?:từ|so với)\s+(?:mức\s+)?"
    rf"(?P<first>(?P<first_rank>{_A_RANK})?(?P<number>{DIGITS}|{ORDINAL_WORDS})\b\s*(?:/\s*(?P<of>\d{{1,5}}))?"
    rf"\s*(?P<measure>{MEASURE})?\s*,?\s*(?:(?:của|vào|trong|ở)\s+)?\(?\s*năm\s+(?P<year>{YEAR_NUMBER})\b\s*\)?)"
)
"""Only where something moved from: "đạt 88,1%, tăng từ 86,2% năm 2023 và xếp thứ 20"."""
FROM_RANK = spaced(
    rf"\b(?:{_UP})(?:\s+(?:mạnh|nhanh|vọt|lên|phá|ngoạn mục))*\s+từ\s+(?P<first>{_A_RANK}(?P<number>\d{{1,3}})"
    r"(?:/(?P<of>\d{1,5}))?)(?=\s*(?:[.;,)]|$))(?![.,]\d)"
)
"""The same without the year: it is the one before ("là tỉnh bứt phá từ vị trí 20")."""
FROM_RANK_TO_END = spaced(
    rf"\btừ\s+(?P<first>{_A_RANK}(?P<number>\d{{1,3}})(?:/(?P<of>\d{{1,5}}))?)\s*,?\s+(?:(?:đã|bị|để)\s+)*"
    r"(?:tụt|rơi|rớt|trượt|lùi|xuống|lên|vươn|nhảy|leo|bật|bứt|tiến)(?:\s+(?:thẳng|hẳn|xuống|lên|về|vọt|ra|dần))*\s+"
    r"(?:(?:vị trí|ngôi|ngôi vị)\s+)?(?:đội sổ|khóa đuôi|cuối|chót|bét|sau cùng|đầu|dẫn đầu|quán quân|số (?:một|1))\b",
    _I,
)
"""The same where a place in words is what it came to: "từ thứ 8 tụt xuống đội sổ"."""
SEVERAL_YEARS = spaced(rf"\b(?:sau|trong|qua|suốt)\s+(?:vòng\s+)?(?:\d{{1,2}}|{WORDS}|nhiều|các|mấy)\s+năm\b")
_WORDS_OF_A_CLAUSE = (
    r"(?:[^,;:.()]|(?<=\d)[.,](?=\d)|,(?=\s(?:hạng|thứ|vị trí|xếp|đứng)\s(?:thứ |hạng |vị trí )?\d)"
    r"|\([\d.,/%điểm ]{2,15}\))"
)
PASSING = spaced(
    rf"\b(?P<aside>(?:từ|vượt|hơn|kém|so với|sau khi|(?<!\S)(?:đứng|xếp|nằm|ở)(?=[^,;:.]{{2,70}}\d{{4}},"
    rf"\s[^,;:.]{{2,30}}?\s(?:đã|nay|lại)\s(?:vươn|bật|leo|nhảy|lên|tiến|tụt|rơi|lùi|trượt|xuống)))\s+(?!năm\b)"
    rf"(?:(?!\b(?:năm|so)\s){_WORDS_OF_A_CLAUSE}){{2,60}}?\bnăm\s+(?P<year>{YEAR_NUMBER})"
    rf"(?:\s+(?:là|đạt|ở|với|xếp|đứng|thứ|hạng|vị trí)\b{_WORDS_OF_A_CLAUSE}{{1,30}}?)?)(?=,\s|;|\.?$|\s+(?:và|thì)\s)"
    rf"|\b(?P<if>nếu(?:\s+như)?\s{_WORDS_OF_A_CLAUSE}{{0,20}}?\bnăm\s+{YEAR_NUMBER}\b[^;:.]{{3,80}}?)(?=,?\s+thì\s)"
    r"|\b(?P<beside>trong khi(?: đó)?,?\s+(?:(?:kết quả|chỉ số|con số|của|vào)\s+)*"
    rf"năm\s+{YEAR_NUMBER}\b[^;:.]{{2,60}})(?=\.?\s*$|;)",
    _I,
)
"""An earlier year told in passing, to what the talk comes back from: "Từ vị trí thứ 23 năm 2023, tỉnh vươn lên thứ
20"."""
RANKS_MOVE = spaced(r"\b(?:thứ bậc|thứ hạng|vị trí|xếp hạng|hạng)\b[^,;.:\d]{0,30}$", _I)
"""Before "từ … lên …": the figures are ranks."""
STEPS_BEFORE = spaced(r"\d\s*(?:bậc|hạng|thứ hạng)\s*[(,]\s*$")
"""The same where they stand behind a number of steps: "tăng 4 bậc (từ 8 lên 4)"."""
POINTS_BEFORE = spaced(r"\d[.,]\d+\s*(?P<measure>điểm|%)\s*[(,]\s*$")
"""The same of scores, behind a number of points: "tăng 1,35 điểm, từ 85,57 lên 86,92"."""
OF_RANKS = spaced(
    r"\b(?:tăng|giảm|lên|tụt|cải thiện)\s+(?:hạng|thứ hạng|bậc|thứ bậc)\b[^;.()\d]{0,40}(?::|\bgồm\b|\blà\b)", _I
)
"""What announces a list of what rose or fell in rank: "4 chỉ số tăng hạng: thể chế (từ 41 lên 28), …"."""
SCORES_MOVE = spaced(r"\b(?:điểm số|tổng điểm|số điểm|chỉ số|tổng số điểm)\b[^,;.:\d]{0,40}$", _I)
"""Before "từ … lên …": the figures are scores."""
FROM_TO_RANKED = spaced(
    rf"\btừ\s+(?P<first>{DIGITS})\s*(?P<measure>%"
    rf"|điểm)\s*\((?P<first_rank>{_A_RANK}(?P<first_place>\d{{1,3}})(?:/\d+)?)\)"
    rf"\s*(?:,?\s*năm\s+(?P<first_year>{YEAR_NUMBER})\s*,?)?\s*(?:lên|xuống|còn|đến"
    rf"|thành)\s+(?P<last>{DIGITS})\s*(?:%|điểm)"
    rf"\s*\((?P<last_rank>{_A_RANK}(?P<last_place>\d{{1,3}})(?:/\d+)?)\)(?:\s*,?\s*năm\s+(?P<last_year>{YEAR_NUMBER}))?"
)
"""The same with a rank beside each score: "từ 79,8% (hạng 48) năm 2023 lên 84,35% (hạng 35) năm 2024"."""
FROM_RANK_WITH_SCORE = spaced(
    rf"\b(?:từ|đang(?:\s+(?:ở|đứng|giữ|xếp))?)\s+(?P<first>{_A_RANK}(?P<place>\d{{1,3}})(?:\s*/\s*(?P<of>\d{{1,5}}))?)"
    + _AT_YEAR.format("first")
    + rf"(?:\s*\(\s*(?P<score>{DIGITS})\s*(?P<measure>%|điểm)\s*\))?\s*,?\s*(?:(?:cũng|đã|bị|lại|để)\s+)*"
    rf"(?:{_DOWN}|{_UP})\s+(?:(?:mạnh|nhanh|vọt|thẳng|hẳn)\s+)*(?:\d{{1,2}}\s*(?:bậc|hạng)\s*,?\s*)?"
    rf"(?:(?:lên|xuống|về|còn|tới|đến)\s+){{0,2}}{_A_RANK}\d{{1,3}}(?!\d)"
)
"""The same with a score or steps between: "từ hạng 9 (80,59%) rơi xuống hạng 17", "đang ở hạng 11 trượt 7 bậc, về hạng
18"."""
MOVED_BEFORE = spaced(rf"\b(?:{_DOWN}|{_UP})\b[^;.:\d]{{0,120}},\s*$", _I)
"""Before "từ … lên …", in the clause before it: the verb of what moved most."""
BAND_BEFORE = spaced(r"\b(?:dao động|biến động|loanh quanh|xoay quanh|nhóm|đạt|kết quả|điểm|loại|mức|số)\s*$")
LOST = spaced(
    rf"\b(?:mất|hụt|trừ)(?:\s+[^\W\d]+){{0,5}}?\s*:?\s*{DIGITS}\s*(?:điểm)?\s*(?:/|trên"
    rf"|trong)\s*(?:tổng(?: số)?\s+)?{DIGITS}(?:\s*điểm)?"
)
"""Points lost out of a maximum: "mất 1,25 điểm/13 điểm" is no change on the year before."""
YEARS_ON = spaced(
    rf"\bsau\s+(?P<number>\d{{1,2}}|{WORDS})\s+năm\b(?!\s+(?:liên tiếp|liền|liên tục|\d))[^;.\d]{{0,60}}$", _I
)
"""Before a change: over how many years it is measured. "Sau 5 năm, điểm số đã tăng 10,36%"."""
LACKS = spaced(r"(?:mất|hụt|hao hụt|hao|thiếu|kém|còn thiếu)\b", _I)
"""What a score falls short of its maximum by, and no change."""
MOST_LOST = spaced(
    rf"\b(?:mất|trừ)\s+(?:nhiều\s+)?điểm(?:\s+nhiều)?(?:\s+nhất)?\s+(?:(?:ở|tại|là|về|nằm)\b[^.;:\d]{{0,120}})?[:(]\s*"
    rf"(?P<lost>{DIGITS}\s*điểm)(?!\s*/)"
)
"""The same, of the part named: "mất nhiều điểm nhất ở nội dung cải cách tài chính công: 4,1 điểm"."""
LOSSES = spaced(
    rf"\b(?:mất|trừ|hụt)\s+(?:(?:tới|đến|tổng cộng)\s+)?(?:điểm\b[^.;:\d]{{0,60}}:|(?P<all>{DIGITS}\s*điểm),?\s+"
    r"(?:trong đó|nhiều nhất|chủ yếu|tập trung|nặng nhất|riêng)\b)"
)
POINTS = spaced(rf"{DIGITS}\s*điểm\b")
"""A list of parts that lost points, and the points of each: "còn mất điểm: chỉ đạo điều hành (0,5 điểm), …"."""
PENALTY = spaced(rf"\b(?:bị\s+)?trừ(?:\s+(?:đi|tới|mất|điểm))*\s+{DIGITS}\s*(?:điểm|%)")
"""Points taken off in an assessment: neither a score nor a change."""
DENIED = spaced(
    r"\b(?:không|chưa|chẳng)\s+(?:(?:hề|còn|phải|được|thể|nằm|đạt|thuộc|trong|ở|vào|là|xếp|đứng|vượt|lọt|nhóm|mức"
    r"|loại|bị|tụt|rơi|rớt|xuống)\s+){0,5}(?:(?:hạng|thứ|vị trí)\s+\d+\s+(?:hay|hoặc)\s+)?$"
    rf"|{AFTER_YEARS}{RUNNING}\s+(?:\w+\s+)?$"
    r"|\b(?:đánh mất|để mất|mất|tuột|(?:rời|ra|rớt|tụt|rơi|bật|văng|thoát) khỏi|rời|nhường)\s+(?:đi\s+)?$",
    _I,
)
"""Words that deny the figure after them: "không đạt 90%", "không nằm trong nhóm A"."""
JOINED_CHANGE = spaced(r"\s*(?:(?P<plus>(?:,|và|,\s+và)\s+cộng(?:\s+thêm)?\s)|(?P<and>và)|,)\s*")

_BY_RANK = re.compile(r"\s*(?:về\s+)?(?:thứ\s+)?(?:hạng|bậc)\b", re.I)
_BY_SCORE = re.compile(
    r"\s*(?:về\s+)?(?:số\s+)?(?:điểm|chỉ số|kết quả|giá trị|tỷ lệ|tỉ lệ|mức(?: độ)? hài lòng|\d)", re.I
)
_AND_THOSE = re.compile(r"\s+và\s+\d+(?:/\d+)?\s[^.;:\d]{1,40}?\b(?:tăng|giảm)\b", re.I)
_OF_RANKS = re.compile(r"\b(?:thứ hạng|hạng|bậc|vị trí)\b", re.I)
_OF_SCORES = re.compile(r"\b(?:điểm|chỉ số|kết quả|giá trị|tỷ lệ|tỉ lệ|hài lòng)\b", re.I)


def what_moved(text: str, count: tuple[int, int], direction: tuple[int, int]) -> str:
    """Whether units are counted that rise in "rank" or in "score"; "" where it is not said.

    Of the units that rise in rank some fall in score. "21 tỉnh tăng hạng, 30 tỉnh giảm" goes on with what is counted,
    and "21 tỉnh tăng và 30 tỉnh giảm hạng" tells it at the end.

    :param count: from where to where in the text the units are counted, and ``direction``, that they rise or fall.
    """
    between = text[min(count[1], direction[1]) : max(count[0], direction[0])]
    shared = _AND_THOSE.match(text, direction[1])
    ends = [direction[1], *([shared.end()] if shared else [])]
    if any(_BY_RANK.match(text, end) for end in ends) or _OF_RANKS.search(between):
        return "rank"
    return "score" if any(_BY_SCORE.match(text, end) for end in ends) or _OF_SCORES.search(between) else ""
