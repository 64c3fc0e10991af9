"""The small grammar of the genre: how figures, ranks, changes, groups and unit names are worded.

All patterns match text whose tones stand on the first vowel (:func:`cchc.vietnamese.same_tone_place`); those of figures
match it in lower case, which is several times faster than matching without regard to case. None nests
quantifiers over the same characters, so matching is linear in practice.
"""

from __future__ import annotations

import re

from cchc.vietnamese.numbers import DIGITS, ORDINAL_WORDS, WORDS
from cchc.vietnamese.scanning import Pattern

_I = re.IGNORECASE


def spaced(pattern: str, flags: int = 0) -> Pattern:
    """A pattern in which a space stands for any white space: pages are full of doubled and unbreakable spaces."""
    return Pattern(re.sub(r"(?<!\\) ", r"\\s+", pattern), flags)


MEASURE = (
    r"điểm\s+phần\s+trăm|điểm\s+%|%|phần\s+trăm"
    r"|điểm(?!\s+(?:cầu|nghẽn|sáng|nóng|tiếp\s+nhận|giao\s+dịch|bưu\s+điện|trường|kết\s+nối|du\s+lịch|đến\s+(?:hấp|du"
    r"|mới|đẹp)|dừng|bán|thi"
    r"|tham\s+quan|phục\s+vụ|hỗ\s+trợ|truy\s+cập|phát\s+sóng|sạt\s+lở|ngập|dân\s+cư|tái\s+định\s+cư|mới\s+(?:của|trong)"
    r"|check)\b)"
    r"|bậc|thứ\s+hạng|thứ\s+bậc|hạng|vị\s+trí|lần"
)
"""The units of measure, in the words of a pattern. Places ("63 điểm cầu") are counted, and no points."""
YEAR_NUMBER = r"(?:19|20)\d\d"
"""A year, in the words of a pattern."""
MOST_YEARS = 30
"""A longer range of years is none of results."""

DOCUMENT_NUMBER = spaced(r"\b\d+[a-z]?(?:/(?:19|20)\d\d)?/[A-ZĐ]{1,8}\d*(?:-[A-ZĐ]{1,8}\d*)*")
AS_OF_DATE = spaced(
    r"\b(?:tính (?=tới|đến)|(?=đến hết|tới)|(?:(?<=^)|(?<=[,;]\ ))(?=đến ngày))"
    r"(?P<until>(?:tới|đến hết|đến) (?:ngày )?\d{1,2}/\d{1,2})"
    r"(?:/(?P<year>\d{4}))?(?![\d/]|\s+(?:sở|huyện|quận|xã|phường|đơn vị|địa phương|tỉnh|bộ|cơ quan|lĩnh vực|tiêu chí"
    r"|nội dung|chỉ số|chỉ tiêu|nhiệm vụ)\b)"
)
PERIOD = spaced(
    rf"(?:\btuần\s+(?:thứ\s+)?\d{{1,2}}\b|\bquý\s+[iv1-4]+\b|\btháng\s+\d{{1,2}}\b|\b\d{{1,2}}\s+tháng\s+đầu\s+năm\b)"
    rf"(?:\s*(?:/|năm|(?<=năm))\s*(?P<year>{YEAR_NUMBER})(?!\d))?"
)

UNNAMED_INDEX = spaced(r"\bbộ chỉ số\b")

# -- ranks -----------------------------------------------------------------------------------------------------------

RANK = spaced(
    rf"(?:\b(?:xếp|đứng|ở|giữ|đạt|lên|về|xuống|vươn lên|chiếm)\s+)*"
    rf"\b(?:(?:(?:vị trí|thứ hạng|vị thứ|hạng)(?:\s+(?:thứ|số))?|thứ)\s*:?\s*(?:(?P<rank>\d{{1,3}}"
    rf"|(?!năm\s+(?:nay|trước|ngoái|đó|này|vừa|tới|sau|kế|tiếp|đầu|học|\d)){ORDINAL_WORDS})\b)|(?:xếp"
    rf"|đứng)\s+(?P<bare>\d{{1,3}})(?=\s*(?:[,;.)(]|$"
    rf"|(?:trên|trong|toàn quốc|cả nước|toàn tỉnh)\b))"
    rf"|(?:nhích|vươn|leo|nhảy|lùi|tụt|rơi|trượt|tiến|bật|bứt|vọt)\s+(?:lên|xuống|về)\s+(?P<moved>\d{{1,2}})(?!\d)"
    rf"(?=\s*(?:[,;.)(]|$|(?:với|trên|trong|vào|ở)\b)))(?!\s*[.,]\d|\s*%|\s+trở lên"
    rf"|\s*,?\s*(?:ngày\s+)?\d{{1,2}}\s*[/-]\s*\d{{1,2}}\s*[/-]|\s+năm\s+(?:qua|liền|liên|gần|nay)"
    # Places told from the end: "xếp thứ 3 từ dưới lên".
    rf"|\s+(?:(?:tính|đếm|kể)\s+)?(?:từ\s+)?(?:dưới|cuối|đáy)\s+(?:bảng\s+)?(?:lên|trở lên|tính lên|đếm lên)\b)"
    rf"(?:\s*/\s*(?:tổng số\s+)?(?P<of>\d{{1,5}})\b|\s+(?:trên|trong|trong số|trong tổng số"
    rf"|trên tổng số)\s+(?P<among>\d{{1,3}})(?=\s+(?:tỉnh|bộ|sở|huyện|đơn vị|địa phương|cơ quan|xã|thành phố)))?"
)
NOT_A_RANK_BEFORE = spaced(
    r"(?:(?:giữa|(?<!so\ )với)\s+(?:tỉnh|địa phương|đơn vị|bộ|sở|huyện|nơi|thành phố|cơ quan|xã|phường)"
    r"|nhóm|loại|khối|người|mức|dưới|ngoài|hoặc|hay|(?:xếp|đứng|ở|nằm) (?:trên|sau|trước))\s+$"
)
NOT_AN_ORDINAL_BEFORE = spaced(
    r"\b(?:phiên họp|họp|năm|lần|kỳ|khóa|quý|tháng|tuần|đợt|phiên|ngày|vào|sáng|trưa|chiều|tối|đêm|hôm)\s+$"
)
"""Before "thứ …": what is numbered is no unit. A place may have such a name, with its rank behind: "Tam Kỳ hạng 2"."""
NOT_A_SUPERLATIVE_AFTER = spaced(
    r"\s+(?:(?:nhóm|(?:loại|mức)(?= (?:này|đó))|trong nhóm|nhóm trong)|(?:là|ở)\s+(?:vị trí|thứ|hạng)"
    r"|(?:ở|trong|tại|về)\s+(?:\d{1,2}(?:/\d{1,2})?|hai|ba|bốn|năm|sáu|một số|nhiều)\s+"
    r"(?:chỉ số|lĩnh vực|nội dung|tiêu chí|trục|yếu tố|thành phần)\b"
    r"(?!\s*(?:,?\s*(?:là|gồm|bao gồm|đó là|cụ thể là)\b|:))"
    r"|(?:hoặc|hay)\s+(?:nhì|thứ|hạng|á|nhất)"
    r"|(?:cả nước |toàn quốc |toàn tỉnh )?về (?:mức(?: độ)? |tốc độ |số (?:điểm|bậc) )?(?:tăng|giảm|cải thiện|thăng))\b"
)
WEEKDAY = spaced(
    r"(?<!xếp\ )(?<!đứng\ )(?<!hạng\ )(?<!trí\ )(?<!ở\ )(?<!giữ\ )(?<!lên\ )(?<!xuống\ )"
    r"\b[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)\b"
    r"|\b[Tt]hứ (?i:hai|ba|tư|năm|sáu|bảy|[2-7])(?:,? và thứ (?i:hai|ba|tư|năm|sáu|bảy|[2-7]))?"
    r"(?= (?:(?:hằng|hàng|mỗi|các|cuối|đầu|giữa) tuần|tuần (?:này|tới|sau|trước|kế tiếp|tiếp theo|thứ)))"
    r"|(?<=giờ\ )thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b"
)
"""A day of the week: "trước 17 giờ thứ Sáu hằng tuần"; in a title or a headline, ranks may have capitals too."""
PROPORTION_BEFORE = spaced(r"\b(?:bằng|chỉ bằng|khoảng|gần|hơn|chiếm|tới|có)\s+$")
"""Before a fraction: a share, unless it says what it is of."""
FRACTION = spaced(
    r"(?<![\w/.,])(?P<part>\d{1,3}(?:[.,]\d{1,4})?)\s*/\s*(?P<whole>\d{1,5}(?:[.,]\d{1,2})?)(?![\d/]"
    r"|[.,]\d)(?:\s*(?P<measure>điểm|%))?"
    r"(?!\s+(?:lĩnh vực|tiêu chí|chỉ số|nội dung|chỉ tiêu|nhiệm vụ|văn bản|TTHC|thủ tục|dịch vụ|hồ sơ|người|đại biểu"
    r"|phiếu|yếu tố|trường hợp|(?:bị |đều |được )?(?:tăng|giảm|tụt) (?:điểm|hạng|bậc)|giữ nguyên)\b)"
)
OUT_OF = spaced(
    rf"(?<![\w/.,])(?P<part>{DIGITS})\s*(?:điểm)?\s+(?:trên"
    rf"|trong)\s+(?:(?:thang\s+|tổng\s+)?(?:số\s+)?(?:tối đa\s+)?(?P<whole>{DIGITS})\s*(?P<measure>điểm)"
    rf"|(?:thang\s+)?(?:điểm|số điểm)(?:\s+(?:tối đa|chuẩn))?\s+(?:là\s+)?(?P<scale>{DIGITS}))"
)
OUT_OF_BEHIND = spaced(
    rf"(?<![\w/.,])(?P<part>{DIGITS})\s*(?:điểm)?\s*[(,]\s*(?:(?:trên|so với|trong)\s+)?"
    r"(?:(?:điểm|mức|số điểm|thang)\s+)?(?:tối đa|điểm tối đa|điểm chuẩn)\s*:?\s*(?:là\s+|được\s+)?"
    rf"(?P<whole>{DIGITS})(?P<scale>)(?:\s*điểm)?(?=\s*[),;.])"
)
"""The same with the maximum in parentheses: "đạt 9,46 điểm (tối đa 13,5 điểm)"."""
MAXIMUM_BEFORE = spaced(r"\b(?:tối đa|tuyệt đối|điểm số|số điểm|tổng điểm)\s*:?\s*(?:là\s+)?$")
"""Before a fraction: a score out of its maximum."""
AT_MOST = spaced(
    r"(?<!đạt\ )(?<!được\ )(?<!đạt\ điểm\ )(?<!có\ điểm\ )\btối đa\s*:?\s+(?:(?:chỉ )?là )?$"
    r"|\b(?:tăng|giảm) (?:trung bình|bình quân)(?: \w+){0,3} $"
)
"""Before a number: the maximum, or by how much all have moved, and no score."""
RANK_CUE_BEFORE = spaced(r"(?:\b(?:xếp|đứng|thứ|hạng|vị trí|thứ hạng|ở|giữ)\s*:?\s*)$")

# -- groups and counts -----------------------------------------------------------------------------------------------

_BOUND = rf"(?:{DIGITS})"
_PERCENT = r"\s*(?:%|điểm|phần trăm)?"
BAND = spaced(
    rf"\b(?:từ\s+)?(?P<over>trên\s+|hơn\s+)?(?P<lower>{_BOUND}){_PERCENT}\s*(?:đến|tới|-|–)\s*(?P<under>dưới\s+"
    rf"|cận\s+)?(?P<upper>{_BOUND})(?:\s*%|\s*điểm|\b)"
    rf"|\b(?:từ|đạt)\s+(?P<from>{_BOUND}){_PERCENT}\s+trở lên"
    rf"|\b(?:trên|vượt|hơn)\s+(?:mốc\s+|ngưỡng\s+|mức\s+)?(?P<above>\d{{2}}(?:[.,]\d+)?)(?:\s*%|\s*điểm\b|(?=\s+(?:là"
    rf"|gồm|có)\b)|(?=\s*(?:[;:.(]|,\s)))"
    rf"|\bdưới\s+(?:mốc\s+|ngưỡng\s+|mức\s+)?(?P<below>\d{{2}}(?:[.,]\d+)?)(?:\s*%|\s*điểm\b|(?=\s+(?:là|gồm|có)\b)"
    rf"|(?=\s*(?:[;:.(]|,\s)))"
    r"|\b(?:chưa|không)\s+(?:(?:thể|hề|còn)\s+)?(?:vượt|qua|đạt|chạm|tới|đến|cán|lên)(?:\s+(?:được|qua|tới|đến|nổi))*"
    r"\s+(?:mốc\s+|ngưỡng\s+|mức\s+)?(?P<short_of>\d{2})(?:\s*%|\s*điểm\b)"
    r"|\b(?:vượt|qua|cán|đạt|chạm)(?:\s+(?:qua|được))*\s+(?:mốc|ngưỡng)\s+(?P<reached>\d{2})(?:\s*%|\s*điểm\b)"
)
BRACKETED_BOUND = spaced(rf"(?<=\()từ\s+(?P<from>{_BOUND}){_PERCENT}(?=\))")
"""The least of a class, behind its name: "Tốt (từ 90 điểm)"."""
RANGE_BEFORE = spaced(
    r"\b(?:dao động|biến động|loanh quanh|xoay quanh)(?:\s+(?:trong|ở|quanh))?(?:\s+(?:khoảng|mức))?\s+$"
)
"""Before two bounds: between which the scores lie, and no class."""
_NOUN = (
    r"bộ,?\s+(?:ngành,?\s+)?cơ quan ngang bộ|tỉnh,?\s+thành phố(?:\s+trực thuộc\s+[Tt]rung ương)?|tỉnh,?\s+thành"
    r"|sở,?\s+(?:ban,?\s+)?ngành|sở(?:,|\s+và)?\s+cơ quan (?:tương đương|ngang)(?: sở)?"
    r"|huyện,?\s+thị xã,?\s+thành phố|huyện,?\s+thành phố(?:,?\s+thị xã)?|quận,?\s+huyện(?:,?\s+thị xã)?|bộ,?\s+ngành"
    r"|xã,?\s+phường"
    r"(?:,?\s+(?:thị trấn|đặc khu))*|đơn vị(?:\s+(?:cấp\s+(?:huyện|xã|tỉnh|sở)))?"
    r"|cơ quan|địa phương|tỉnh|bộ|sở|huyện|thành phố|xã|phường|cái tên"
    r"|nơi(?=\s+(?:xếp|đạt|thuộc|loại|nhóm|trên|dưới|từ|vượt|tốt|khá)\b)"
)
COUNT = spaced(
    rf"(?P<among>\btrong\s+(?:tổng\s+)?số\s+)?(?:\bcả\s+)?(?<![\w/.,])"
    rf"(?P<number>\d{{1,5}}|{WORDS})(?:\s*/\s*(?P<of>\d{{1,5}}))?\s+(?P<noun>{_NOUN})\b(?!\s+khác\b)(?:\s+còn lại\b)?"
)
MORE_OR_FEWER = spaced(r"\b(?:tăng|giảm|thêm|bớt|nhiều hơn|ít hơn|hơn|kém)(?: (?:thêm|được|tới|đi|mất))* $")
THAN_BEFORE = spaced(r"[^,;.:()\d]{0,25}\bso với\b| (?:năm trước|năm ngoái)\b")
"""Around a number of units: by how many more, or fewer, there are."""
SHARE_BEFORE = spaced(r"[\d.,]%\s*$")
COUNTED_BEHIND = spaced(
    rf"\b(?:số|số lượng)\s+(?P<noun>{_NOUN})\b[^;:()]{{4,60}}?(?:\s(?:là|còn|lên tới|lên đến|lên|vẫn là|chỉ là)|:)\s+"
    r"(?P<number>\d{1,3})(?=\s*(?:[;()]|[.,](?!\d)|$|và\s))"
)
"""How many units are in a class, told behind it: "Số địa phương trên 80 điểm là 29"."""
NONE_OF = spaced(
    r"\b(?:không|chưa)\s+(?:còn\s+)?(?:có\s+)?(?P<noun>bộ(?:,\s*ngành)?|tỉnh|địa phương|đơn vị|cơ quan|sở"
    r"|huyện|nơi(?=\s+nào))(?:\s+nào)?\b"
)
POPULATION = spaced(
    r"\b(?:(?:các|khối|những|cấp|nhóm)\s+)+(?:ubnd\s+(?:các\s+)?(?=huyện|quận|xã|phường))?"
    r"(?:bộ,?\s+(?:ngành,?\s+)?cơ quan ngang bộ|bộ,?\s+ngành(?:\s+trung ương)?"
    r"|bộ|trung ương|cơ quan chuyên môn|ubnd cấp (?:huyện|xã)"
    r"|sở,?\s+cơ quan ngang sở|sở,?\s+(?:ban,?\s+)?ngành|sở|tỉnh,?\s+thành phố|tỉnh,?\s+thành|tỉnh|địa phương"
    r"|(?:quận,?\s+)?huyện,?\s+(?:thị xã,?\s+)?thành phố|quận,?\s+huyện(?:,?\s+thị xã)?|huyện,?\s+thành,?\s+thị"
    r"|huyện|xã,?\s+phường|xã)\b|\bcả nước\b|\btoàn quốc\b"
    r"|^\s*(?:(?:[-+•*–]|\d{1,2}[.)]|[ivx]{1,4}\.|[a-zđ]\))\s*)?(?:(?:xếp|phân)\s+loại\s+)?"
    r"(?:bộ,\s+(?:cơ quan\s+)?ngành|bộ,\s+cơ quan ngang bộ"
    r"|địa phương|tỉnh,\s+thành(?: phố)?|sở,\s+(?:ban,\s+)?ngành|huyện,\s+(?:thị xã,\s+)?thành(?: phố|,\s+thị))(?=:)"
)
LETTER_GRADE = spaced(r"\b(?:nhóm|loại|hạng)\s+(?P<letter>[a-d])\b")
CLASS_GRADE = spaced(
    r"\b(?:(?:xếp\s+|đạt\s+|vào\s+|thuộc\s+|ở\s+)?(?:loại|mức|nhóm|(?<!thứ\ )hạng)\s+(?:đạt\s+)?(?:điểm\s+)?"
    r"|đạt\s+|được\s+(?:đánh giá|xếp|công nhận)\s+)[\"“]?"
    r"(?P<grade>trung bình(?:\s+|\s*[-–]\s*)(?:cao|thấp|khá)\b(?!\s+(?:nhất|hơn))|(?:xuất sắc|rất tốt|tốt|khá"
    r"|trung bình|yếu|kém)\b(?!\s+(?:nhất|hơn|của|cả nước|chung|toàn|các|cao|thấp|\d(?!\d?\s+(?:đơn vị|địa phương"
    r"|cơ quan|tỉnh|bộ|sở|huyện|xã|phường)\b))))"
)
NO_CLASS_BEFORE = spaced(r"\b(?:hơn|so với|bằng|ngang|dưới|trên|vượt|kém)\s+$")
"""Before "mức trung bình": the mean, and no class of that name."""
BRACKETED_GRADE = spaced(
    r"(?:\(|(?<=điểm)\s+[-–]\s+)(?:(?:xếp\s+)?loại\s+)?(?P<grade>xuất sắc|tốt|khá|trung bình|yếu)(?=\)|[,;.]|$)"
)
"""A class in parentheses, or behind a dash, behind a score: "91,2 điểm (Xuất sắc)", "91,2 điểm - Xuất sắc"."""
MORE_GRADES = spaced(
    r"\s*(?:,|và|hoặc|hay|,\s*và)\s+(?P<grade>xuất sắc|tốt|khá|trung bình|yếu|kém)(?=\s*(?:[,;.)]|$|(?:và|hoặc|hay)\b))"
)
"""Classes that go on with the one before."""
COUNTED_GRADE = spaced(
    r"(?:(?:(?<=\d)|(?<=không\ có))\s+(?:đơn vị|địa phương|xã|phường|thị trấn|huyện|sở|cơ quan|tỉnh"
    r"|sở, (?:ban, )?ngành)|(?<=\ nào))\s+"
    r"(?:có (?:kết quả|điểm)\s+)?(?P<grade>xuất sắc|tốt|khá|trung bình|yếu)"
    r"(?=\s*[,;.:)]|\s+(?:và|là|gồm)\b|$)"
)
GRADING = spaced(r"\b(?:xếp loại|phân loại|xếp hạng|chấm điểm|đánh giá)\b")
"""Where it is said that classes are told, a class may follow what is counted: "10 phường xuất sắc, 2 phường tốt"."""
STANDING_GRADE = spaced(
    r"\b(?:(?:thuộc|nằm|ở|vào|trong|lọt|rơi)\s+)*nhóm(?:\s+(?:điểm|có điểm|đạt điểm))?\s+"
    r"(?P<grade>cao nhất|thấp nhất|(?:cao|thấp)(?=\s*(?:[,.;)]|$)))\b(?!\s+của)"
)
"""A group that an index names by its place only; few have such groups."""
COMMON_MEAN = spaced(
    r"\bchung\s+(?:của\s+)?(?:cả nước|toàn quốc)\b|\bchung(?=\s+của\s+(?:cả\s+)?(?:\d{2}|các)\s+(?:tỉnh|bộ))"
    r"|(?<!đầu\ )(?<!cuối\ )(?<!bảng\ )(?<!nhất\ )"
    r"(?<!nhất\ trên\ )(?<!nhất\ trong\ )(?<!nhất\ của\ )\b(?:cả nước|toàn quốc)(?=\s+(?:là|đạt|:)\s+\d)"
    r"|\b(?:mức|con số)(?=\s+\d{2}[.,]\d+\s*% (?:(?:của|chung) )*(?:cả nước|toàn quốc)\b)"
)
COMPARED_WITH = spaced(
    r"\b(?:hơn|kém|so với|vượt|xấp xỉ)\s+(?:(?:cả|mức|mặt bằng|chỉ số|giá trị|điểm|kết quả)\s+)*$", _I
)
"""Before a mean: it is what a unit's score is compared with."""
ABOVE_OR_BELOW = spaced(r"\b(?:dưới|trên|sát|ngang)\s+$", _I)
"""The same in a word that, before "cả nước", says where the mean is of."""
MEAN = spaced(
    r"\b(?:(?:giá trị|điểm|kết quả|mức|chỉ số|điểm số)\s+)?(?<!tăng\ )(?<!giảm\ )(?:trung bình|bình quân)\b"
    r"|\b(?:tính|xét|nhìn) chung(?=,? (?:(?:cho|ở|trên|cả) )*(?:khối|(?:\d\d|các) (?:tỉnh|bộ|sở|huyện|địa|xã)))"
    r"|\bmặt bằng(?=\s+(?:của\s+)?(?:(?:toàn|cả)\s+)?(?:vùng|khu vực)\b)"
)

# -- years and numbers -----------------------------------------------------------------------------------------------

YEAR_SPAN = spaced(rf"(?P<first>{YEAR_NUMBER})(?:\s*[-–]\s*(?P<last>{YEAR_NUMBER}))?")
YEAR_RANGES = spaced(
    rf"(?<![\w/]){YEAR_NUMBER}\s*[-–]\s*{YEAR_NUMBER}(?:\s*(?:,|và"
    rf"|;)\s*{YEAR_NUMBER}(?:\s*[-–]\s*{YEAR_NUMBER})?)*(?![\d/])"
    rf"|(?<=\(){YEAR_NUMBER}(?:\s*(?:,|và|;)\s*(?:năm\s+)?{YEAR_NUMBER})+(?=\))"
    rf"|(?:(?<=năm\s)|(?<=tiếp\s)|(?<=liền\s)|(?<=trước\s)|(?<=kỳ\s)){YEAR_NUMBER}(?:\s*,\s*{YEAR_NUMBER})*\s*(?:,|và)\s*"
    rf"{YEAR_NUMBER}(?![\d/])"
)
HELD_FROM_TO = spaced(
    r"\b(?:giữ|duy trì|liên tục|liên tiếp|luôn|dẫn đầu|đứng đầu|đứng nhất)\b"
    r"(?:[^.;:,()\d]|\b\d{1,3}(?:/\d{1,3})?\b){0,40}?"
    rf"\b(?P<years>từ\s+(?:năm\s+)?(?P<first>{YEAR_NUMBER})\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?"
    rf"(?P<last>{YEAR_NUMBER}))"
    r"(?![\d/])"
)
YEARS_ON = spaced(
    rf"\b(?:sau\s+(?:(?:chỉ|đúng|có)\s+)*(?P<since>\d{{1,2}}|{WORDS})\s+năm\b(?!\s+(?:liên tục|giữ|đứng|dẫn|nằm|xếp"
    rf"|vắng|ở))"
    rf"|(?<!thứ\ )(?<!hạng\ )(?<!trí\ )(?<!/)(?P<number>\d{{1,2}}|{WORDS})\s+năm\s+"
    r"(?P<way>sau(?:\s+đó)?|trước(?:\s+đó)?)(?=\s*[,:;]|\s+(?!\w*\s*liền))"
    r"|(?P<last>năm\s+(?:trước\s+đó|liền\s+trước|ngoái|trước(?=\s*(?:[,:.;)]|$)|\s+\d{1,2}/\d{2}(?!\d)"
    r"|\s+(?:(?:tỉnh|thành phố|huyện|xã|bộ|sở|đơn vị)\s+)?(?:chỉ|mới|còn|vẫn|đạt|xếp|đứng|được|ở|hạng|thứ|là)\b)))\b"
    r"|(?P<now>năm nay|năm vừa (?:rồi|qua)"
    r"|(?<=;\ )(?:như vậy|như thế|vậy là|tính ra|so ra)(?=,?\s)"
    r"|(?:^|(?<=[.;,:]\ )|(?<=[\"“])|(?<=thì\ )|(?<=tức\ là\ )|(?<=nghĩa\ là\ )|(?<=còn\ ))nay"
    r"(?=\s+(?!(?:là|thuộc)\s+(?:tỉnh|thành phố|huyện|xã|phường|đặc khu)\b)\w))\b"
    r"|(?P<next>năm\s+(?:tiếp theo|kế tiếp|sau đó|sau|tiếp đó))\b)(?!\s+(?:liên tiếp|liền|thực hiện|triển khai|kể từ"
    r"|khi|ngày))"
)
"""A year told by its distance from the one spoken of: "bốn năm sau", "năm kế tiếp"; or as the one that all is about:
"năm nay"."""
YEAR = spaced(
    rf"\bnăm\s+(?P<year>{YEAR_NUMBER})\b"
    rf"|\bnăm(?:\s+[^\W\d]+){{1,5}}\s*[,(–-]\s*(?P<named>{YEAR_NUMBER})(?=\s*[,)–-](?:[\s,;]|$))"
    rf"|(?<=\()(?P<inside>{YEAR_NUMBER})(?=\))|(?:(?<=[^\W\d]\s)"
    rf"|(?<=[^\W\d]\)\s))(?P<bare>{YEAR_NUMBER})\b(?!\s*[/%]|[.,]\d"
    r"|\s+(?:hồ sơ|thủ tục|tthc|người|phiếu|dịch vụ|lượt|văn bản|trường hợp|cán bộ|công chức|ý kiến|tổ chức|hộ|tỷ"
    r"|triệu|đồng"
    r"|doanh nghiệp|điểm)\b)"
    rf"|(?<=[:;]\s)(?P<opens>{YEAR_NUMBER})(?=,\s+(?:[^\W\d]+\s+){{1,5}}?(?:có|đạt|được|xếp|đứng|ở)\s)"
    rf"|(?<![\w/])(?P<dated>{YEAR_NUMBER})(?=\s*[-–:(]\s*(?:hạng|thứ|vị trí|xếp|đạt|đứng|\d)"
    r"|\s+(?:hạng|thứ|vị trí|xếp|đạt|đứng)\b)"
)
ASIDE = spaced(
    r"(?<!tỉnh)(?<!huyện)(?<!xã),\s+(?P<aside>(?:(?:cũng|vốn|từng|là) )*(?:đơn vị|địa phương|tỉnh|huyện|thị xã"
    r"|thành phố|sở|bộ|cơ quan|nơi|quán quân|á quân)\s(?=[^,;:.()]{0,60}?\b(?:đứng|xếp|dẫn đầu|đạt|cao nhất"
    rf"|thấp nhất|năm))[^,;:.()]{{0,60}}?\bnăm\s+{YEAR_NUMBER}[^,;:.()\d]{{0,20}})[,;]",
    _I,
)
"""What a unit was in a year, in passing: "Huyện Châu Thành, đơn vị dẫn đầu năm 2021, lùi xuống vị trí thứ 5"."""
PLAN_BEFORE = spaced(
    r"(?:giai đoạn|từ|mốc|(?:định hướng|tầm nhìn|hướng)(?:\s+(?:đến|tới))?|nhiệm vụ(?:\s+[\w ]{1,30})?"
    r"|(?:kế hoạch|giải pháp)(?:\s+[\w ,]{1,60})?|phương hướng(?:[\w ,]{1,40})?|mục tiêu(?:[\w ]{1,30})?"
    r"|trong năm tới)\s+$"
)
NUMBER = spaced(rf"(?<![\w/.,+\-])(?P<number>{DIGITS})(?:\s*(?P<measure>{MEASURE})(?!\w))?")
SCORE_MOVED_TO = spaced(
    r"\b(?:điểm số|tổng điểm|số điểm|chỉ số|điểm)\b[^,;:.()\d]{0,40}\b(?:lên|xuống|còn|về"
    r"|(?:vọt|nhảy|leo|vươn|nhích|tụt|rơi)\s+(?:tới|đến))(?:\s+(?:mức|còn|tới|đến))?\s+$"
)
"""Before a figure without a unit of measure: what the score came to, "điểm số nhích lên 76,48"."""
POINTS_BEFORE = spaced(r"\b(?:tổng điểm|tổng số điểm|số điểm|điểm số)\s+(?:(?:là|đạt|được)\s+)?$")
SCORE_CUE_BEFORE = spaced(
    r"(?:\b(?:đạt|là|với|được|tổng điểm|số điểm|điểm|chỉ số|giá trị|kết quả|còn|ở|mức|dừng ở|có|xấp xỉ|tương đương"
    r"|lần lượt|điểm trung bình|điểm bình quân)|[:(,|\t])\s*$"
)
