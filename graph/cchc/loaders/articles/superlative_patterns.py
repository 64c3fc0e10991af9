"""How the genre words places without a number: the first, the last, the highest and the lowest, and what is none.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.patterns import spaced
from cchc.vietnamese.numbers import WORDS

_OF_THE_WHOLE = r"\s+(?:toàn\s+)?(?:vùng|khu vực|cả nước|quốc|tỉnh|khối|cụm)(?:\s+này)?\s+(?:vẫn\s+)?(?:là|thuộc về)\s"
FIRST = spaced(
    r"(?<=\()nhất(?=[),])"
    r"|\b(?:(?:đứng|xếp|về|giữ|lên|vươn lên|ở|bảng)\s+(?:(?:ngôi|ở)\s+)?(?:vị trí\s+)?(?:đầu(?:\s+(?:bảng|cả nước"
    r"|toàn quốc|toàn tỉnh|khối|danh sách))?|nhất)"
    r"(?!\s+(?:kia|này|bên (?:kia|này)|bài|năm(?!\s+(?:thứ|nay|liền|liên|\d))|nhiệm|tháng|tuần|quý|giờ|mối|dây|cầu"
    r"|nguồn|tư|óc|đề)\b)"
    r"(?!\s*(?:nhóm|trong nhóm|\d(?!\d{0,2}\s+(?:tỉnh|huyện|sở|xã|phường|bộ|đơn vị|địa phương|cơ quan)\b)))"
    r"|dẫn đầu|đi đầu(?= (?:với \d|theo thứ tự|lần lượt)| \(\d|(?: cả nước| toàn quốc| toàn tỉnh)(?:,| với \d))"
    r"|(?:xếp|đứng) trên cùng"
    r"|đứng trên tất cả|vượt lên tất cả|ngôi (?:vị )?(?:đầu|quán quân|vương|nhất)|vị trí quán quân|quán quân"
    r"|soán ngôi(?!\s+(?:á quân|nhì|thứ|hạng|vị trí|số (?!một|1\b)))"
    r"|(?:về|cán|chạm) đích (?:đầu tiên|số một|trước tiên)"
    r"|vị trí đầu bảng|đầu bảng|đầu danh sách|thủ khoa|(?:vị trí|ngôi vị|ngôi|ghế|hạng|đứng|xếp|là|vẫn|giữ"
    r"|về)\s+số (?:một|1)(?!\d|[.,/]\d|\s*%)"
    r"|nhất bảng|số (?:một|1) (?:cả nước|toàn quốc|toàn tỉnh|vùng|khu vực))\b"
    rf"|(?:^|(?<=[;,.]\s))(?:ở\s+)?đầu(?={_OF_THE_WHOLE})"
)
LAST = spaced(
    r"(?<=\()(?:cuối|chót|bét)(?=[),])"
    r"|\b(?:(?:vị trí|hạng) (?:cuối(?:\s+(?:cùng|bảng))?|sau cùng|chót|bét)"
    r"|(?:đứng|xếp|ở|về|nằm)\s+(?:ở\s+)?(?:vị trí\s+)?(?:cuối"
    r"|chót"
    r"|sau cùng|bét)(?:\s+(?:bảng|cùng|danh sách))?|(?:xếp|đứng|nằm) dưới cùng"
    r"|(?:khép lại|chốt|đóng)\s+(?:bảng xếp hạng|bảng|danh sách)(?!\s*(?:tốp|top|nhóm|này|trên))"
    r"|cuối bảng|chót bảng|bét bảng|cuối danh sách|khóa đuôi|đội sổ"
    r"|cầm đèn đỏ)\b|(?<=[;,.]\s)(?:cuối|chót|bét)(?=\s+là\s)"
    rf"|(?:^|(?<=[;,.]\s)|(?<=còn\ ))(?:ở\s+)?(?:cuối|chót|chốt)(?={_OF_THE_WHOLE})"
)
LAST_OF_LOW = spaced(
    r"\b(?:(?:điểm|kết quả|chỉ số|điểm số|giá trị)\s+(?:rất\s+)?thấp|thấp nhất|cuối bảng|nhóm cuối|nửa cuối)\b"
    r"(?:[^;.]|(?<=\d)\.(?=\d)|(?<=TP)\.){3,300}?(?:,|\bvà)\s+(?:và\s+)?"
    r"(?P<last>(?:sau cùng|cuối cùng|chót cùng|sau chót)(?=\s+(?:là|thuộc về)\s))"
)
"""The last of those that are told to be low: "Các bộ có điểm thấp gồm …, sau cùng là Bộ A"."""
LAST_OF_ORDER = spaced(
    r"\b(?:thứ tự|dẫn đầu|đứng đầu|đầu bảng|xếp thứ nhất|tiếp theo|tiếp đến|kế đến|kế tiếp)\b"
    r"(?:[^.]|(?<=\d)\.(?=\d)){3,300}?(?:điểm|%|\d|\));\s+(?:và\s+)?"
    r"(?P<last>(?:sau cùng|cuối cùng|chót cùng|sau chót)(?=\s+(?:là|thuộc về)\s))"
)
"""The last of an order of units with their figures, which semicolons part: "Tiếp theo: A 88 điểm; B 87 điểm; cuối
cùng là C"."""
SECOND = spaced(
    r"(?<=\()nhì(?=[),])|\b(?<!cựu\ )(?<!vượt\ )(?<!mặt\ )(?:(?:ngôi|vị trí)\s+)?á quân\b"
    r"|\b(?:nhì bảng|ngôi nhì|(?:về|xếp|đứng|xuống|lên|ở)\s+(?:vị trí\s+)?nhì)\b"
)
"""The second place, in the words of a contest."""
_HAS = r"(?:(?<=có\ )|(?<=đạt\ )|(?<=được\ ))"
_WITH_POINTS = r"(?=\s*(?:[:,(]|với|đạt)\s*(?:đạt |với |được |có )?\d)"
_NOT_LOST = r"(?<!mất\ )(?<!trừ\ )(?<!hụt\ )(?<!giảm\ )(?<!tăng\ )"
_OF_ALL = r"(?=\s+(?:trong (?:số )?(?:các|\d)|cả nước|toàn (?:quốc|tỉnh|thành phố)))"
_OF_ALL_IS = (
    r"(?=\s+(?:(?:trong|của|ở)\s+)?(?:cả nước|toàn quốc|toàn tỉnh|toàn vùng|vùng|khu vực|khối|nhóm|cả khối"
    r"|\d{1,2}\s+(?:tỉnh|sở|huyện|bộ|địa phương|đơn vị))\b[^.;:()]{0,40}?\s(?:là|thuộc về|phải kể đến)\s)"
)
_RESULT = r"(?:(?<=kết\ quả\ )|(?<=chỉ\ số\ ))"
_PLACE = r"(?:(?<=thứ\ hạng\ )|(?<=xếp\ hạng\ ))"
HIGHEST = spaced(
    rf"\b(?:cao nhất|cao điểm nhất|{_HAS}nhiều điểm nhất|{_NOT_LOST}nhiều điểm nhất{_WITH_POINTS}|tốt nhất{_OF_ALL_IS}"
    rf"|{_RESULT}tốt nhất{_OF_ALL}|{_PLACE}tốt nhất)\b"
)
LOWEST = spaced(
    rf"\b(?:thấp nhất|thấp điểm nhất|{_HAS}ít điểm nhất|{_NOT_LOST}ít điểm nhất{_WITH_POINTS}"
    rf"|(?:kém|yếu) nhất{_OF_ALL_IS}"
    rf"|{_RESULT}kém nhất{_OF_ALL})\b"
)
QUESTION = spaced(r"\b(?:nào|gì|đâu|ai|bao nhiêu)\b[^.;!]*\?[\"”»')\s]*$")
"""A question for the unit or component that is best or worst states none."""
HISTORICAL_SUPERLATIVE = spaced(
    rf"\s*(?:(?:trong|qua|suốt)\s+(?:vòng\s+)?(?:\d+|{WORDS}|nhiều|các)\s+năm|từ (?:trước|khi|năm)|kể từ"
    rf"|trong lịch sử|(?:trong|của|suốt)\s+(?:(?:cả|toàn|suốt)\s+)?(?:giai đoạn|thời kỳ|quãng|chuỗi|nhiệm kỳ)"
    r"|(?:là|vào|ở|rơi vào|là vào|thuộc về|hồi)\s+(?:năm\s+)?(?:19|20)\d\d(?![\d.,/]))"
)
"""Behind the highest or lowest of a unit's own years: no place among others."""
AFTER_YEARS = rf"\bsau\s+(?:nhiều|\d{{1,2}}|{WORDS})\s+năm"
RUNNING = r"\s+(?:liên tiếp|liên tục|liền)(?:\s*\([^()]*\))?"
"""What was held for years before is no result of now: "xuống thứ ba sau 2 năm liên tiếp (2020, 2021) dẫn đầu"."""
EACH_TIME = re.compile(
    r"\b(?:đều|luôn|liên tục|cùng)\s+(?:[\w]+\s+){0,2}?(?:đứng|xếp|giữ|dẫn|ở|về|đạt)\b"
    r"|\bgiữ\s+(?:vững\s+)?(?:hạng|thứ|thứ hạng|vị trí|ngôi)\b",
    re.I,
)
"""Words that give each of the years before them the same rank."""
NOT_A_SUPERLATIVE_BEFORE = spaced(
    r"(?:\bngười|\bcựu|\bvượt(?:\s+qua)?|\bqua mặt|\b(?:phía|nửa|gần|sát|giữa)"
    r"|\b(?:tăng|giảm|tụt|cải thiện|tiến bộ)(?:\s+(?:điểm|điểm số|hạng|bậc"
    r"|trưởng))?"
    rf"|(?<!có\ )(?<!có\ thứ\ )\bhạng|\b(?:nhóm|tốp|top)(?:\s+\d{{1,2}}\s+[^\W\d][\w, ]{{0,30}})?"
    rf"|\bdo (?!(?:sở|bộ|ngân hàng|ban|tỉnh|huyện|thị xã|thành phố|quận|xã|phường)\b)[\w ]{{3,60}}"
    rf"|\bđoàn\b[\w ,]{{0,30}}\bdo [\w ,]{{3,60}}|\b(?<!thứ\ )(?:\d+|{WORDS})\s+"
    rf"(?:địa phương|đơn vị|tỉnh|huyện|sở|bộ|tỉnh, thành phố|tỉnh, thành|thành phố|xã|phường|xã, phường|cơ quan|năm|lần"
    rf"|cái tên|gương mặt|đại diện|thành viên)(?:\s+(?:nằm|đứng|ở|thuộc|có tên))?"
    rf"|(?:địa phương|đơn vị|tỉnh|huyện|sở|bộ|nơi)\s+(?:(?:đã|từng)\s+)*(?:(?:\d{{1,2}}|nhiều|{WORDS})"
    rf"\s+năm\s+(?:liền|liên tiếp|liên tục)|từng)(?:\s+(?:giữ|ở))?"
    r"|\b(?:là|những|các|từng)\s+năm\s+(?:mà\s+)?(?:tỉnh|thành phố|huyện|sở|bộ|đơn vị|địa phương)\s[^,;.():\d]{1,40}"
    rf"|{AFTER_YEARS}(?:{RUNNING})?(?:\s+(?:chiếm|giữ|nắm|ở))?)\s+$"
)
SEVERAL_BEFORE = spaced(rf"\b(?<!đầu\ )(?:các|những|\d{{1,2}}|{WORDS})(?:\s+(?:vị trí|thứ hạng|hạng))?\s+$")
"""Before the last places of several, of which only one is the last: "hai vị trí cuối bảng: Phú Yên, Cao Bằng"."""
