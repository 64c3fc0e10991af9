"""How the genre names districts without their head noun: beside a figure, in a list, or after one has told them.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.name_patterns import CAPITAL, OTHER_HEADS, SERIAL, SOME, WORD
from cchc.loaders.articles.patterns import spaced

_I = re.IGNORECASE
_BARE = rf"(?!(?i:nhóm|loại|hạng|trong|cấp|khối|sau|trước|trên|dưới|kém|hơn|vượt|theo)\b){WORD}(?:\s+{WORD}){{1,2}}"
BARE_PLACE = spaced(
    r"(?:^|[;,:]\s+|(?<![\w.])\d{1,2}[.)]\s+|\b(?:thứ|hạng)\s+\d{1,2}\s*[-–:]\s*"
    r"|\b(?:và|là|có|gồm|tiếp đến|kế đến|tiếp theo|theo sau|[Dd]uy nhất|[Cc]hỉ (?:có|còn)|[Rr]iêng|[Cc]òn)\s+)"
    rf"(?P<name>{_BARE}{SERIAL}?)(?:\s+là\s+(?P<head>huyện|thị xã|quận)\b"
    r"|(?=\s+(?:(?:tiếp tục|vẫn|cũng|lại|đang|đã|hiện|bất ngờ)\s+){0,2}(?:đứng|xếp|dẫn đầu|đi đầu|cao nhất|thấp nhất"
    r"|đội sổ"
    r"|đạt|được|chỉ|tăng|giảm|vươn|tụt|mất|rơi|lùi|cải thiện|giữ (?:vị trí|hạng|ngôi)|bị trừ|ở (?:vị trí|cuối|đầu|mức)"
    r"|tiến|sụt|trượt|thăng|nhích|leo|bứt phá|về (?:cuối|chót|bét|nhất|nhì|ba|đích)|(?:lên|xuống|vượt|hụt|nhảy"
    r"|bật) (?:tới |tận )?\d"
    r"|(?:lên|xuống) (?:cuối|chót|đầu)|(?:nhì|ba)(?=\s*\()"
    r"|thuộc nhóm|(?:từ|giữ nguyên|ở|về|lên|xuống) (?:hạng|thứ|vị trí)"
    r"|(?:thứ|hạng) (?:\d{1,3}|nhất|nhì|ba|tư|chót|cuối|bét)"
    r"|(?:thứ|hạng) (?:hai|năm|sáu|bảy|tám|chín|mười)(?=\s*(?:[,;.(]|$|(?:với|khi|nhờ|và|cùng|đạt|được)\b))"
    r"|(?:(?:liền|ngay|theo) sau|theo sát|bám sát|kế tiếp|tiếp theo|áp chót|chốt (?:bảng|danh sách)|khép lại"
    r"|á quân|quán quân|khóa đuôi|đầu bảng|cuối bảng|chót bảng|bét bảng)"
    r"(?=\s*(?:[,;.(]|$|(?:với|khi|nhờ|và|bảng|danh sách)\b)))\b)"
    r"|(?=\s+\d{1,3}(?:[.,]\d+)?\s*(?:điểm|%))|(?=\s+\d{2,3}[.,]\d{1,2}\s*(?:[;,.](?!\d)|và\b|$))|(?=,\s+(?:(?:từng"
    r"|vốn)\s|(?:từ|lên|tăng|giảm|tụt|lùi|với|đạt|được)\s+(?:(?:hạng|thứ|vị trí)\s+)?\d))"
    r"|(?=\s+[\"“][^\"“”]{3,25}[\"”]\s+(?:với|ở|khi)\b)"
    r"|(?=\s*[-–:]\s*\d{1,3}[.,]\d{1,2}\s*(?:điểm|%|[;.(]|$))"
    r"|(?=\s*\((?:\d|\+|(?:tăng|giảm|tụt|hạng|thứ|xếp|đạt|vị trí)\b)))"
)
"""The name of a district without its head noun, with a figure."""
WITH_FIGURE = re.compile(r"\s*[-–:]\s*\d{1,3}[.,]\d")
"""Behind a name, beside its figure in a list: no person has one there."""
BARE_BEHIND = spaced(rf"\d(?:%| %| điểm),? (?:đó là|thuộc về) (?P<name>{_BARE}{SERIAL}?)(?=\s*(?:[.;,]|$)| và )")
"""The same behind the figure: "Cao nhất được 92,1 điểm, đó là Chư Sê"."""
BARE_OWNER = spaced(
    rf"\b(?:điểm|điểm số|số điểm|thứ hạng|thứ bậc|kết quả|chỉ số)\s+của\s+(?P<name>{_BARE}{SERIAL}?)"
    r"(?=\s+(?:(?:chỉ|cũng|vẫn|lại|đã|còn|mới)\s+)*(?:tăng|giảm|đạt|là|cao hơn|thấp hơn|nhích|lùi|tụt|ở mức)\b)"
)
"""The same where a figure is said to be its: "điểm của Chư Sê tăng 2,1"."""
NOT_A_DISTRICT_BEFORE = spaced(
    rf"(?:\b(?!(?:Riêng|Còn|Tuy|Theo|Tại|Ở|Với|Như|Sau|Trước|Cùng|Nhưng|Và|Là|Do|Nhờ|Vì|Về|Từ|Đến)\b){WORD}"
    r"|\b(?i:đường|phố|chợ|sông|suối|hồ|núi|đèo|vịnh|cảng|cầu|sân bay|trường|bệnh viện|trung tâm|chi nhánh|khu vực|khu"
    r"|cụm|ông|bà|anh|chị|đồng chí|nhà máy|công ty|người|dân tộc|xã|phường|thị trấn))\s+$"
)
"""Before a name that a district has too: it is a part of another one's."""
GOES_ON_IN_CAPITALS = spaced(rf"(?: |-){CAPITAL}| \d")
"""Behind it: the name goes on."""
BARE_RUN = spaced(
    rf"(?:^|[:;]\s+)(?P<names>{_BARE}(?:,\s+{_BARE})*\s+(?:và|cùng)\s+{_BARE})"
    r"(?=\s+(?:(?:lần lượt|cùng|đều|đồng)\s+)?(?:đứng|xếp|dẫn đầu|đạt|được|tăng|giảm|về|ở (?:vị trí|cuối|đầu))\b)"
)
"""Districts that are listed by their bare names before what is told of all of them."""
BARE_LIST = spaced(
    r"\b(?:(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2}|các|những)\s+)"
    r"(?P<head>huyện|thị xã|quận|đơn vị|địa phương)\b[^;:.()]{0,60}(?::|\b(?:là|gồm)(?=\s))\s*(?=[A-ZĐÀ-Ỹ])",
    _I,
)
"""What announces such a list: "Hai huyện có kết quả thấp nhất: Bảo Lạc, Bảo Lâm"."""
BARE_OF_CLASS = spaced(
    r"\b(?P<head>loại|nhóm|mức)\s+(?:xuất sắc|tốt|khá|trung bình|yếu|[a-d])\s+(?:gồm(?: có)?|có|là|thuộc về)\s*:?\s*"
    r"(?=(?-i:[A-ZĐÀ-Ỹ]))",
    _I,
)
"""The same of a class: "Loại Khá gồm Gia Bình và Lương Tài"."""
BARE_COUNTED = spaced(
    rf"\b(?:{SOME}|[Cc]ác|[Nn]hững)\s+(?P<head>đơn vị|địa phương)\s+"
    rf"(?=(?!(?:{OTHER_HEADS}|Văn|Thanh|Công)\b){WORD}\s+{WORD})"
)
"""The same right before the names: "Ba đơn vị Đông Hưng, Quỳnh Phụ, Hưng Hà"."""
LISTS = (BARE_LIST, BARE_COUNTED, BARE_OF_CLASS)
"""What announces bare names that follow each other."""
