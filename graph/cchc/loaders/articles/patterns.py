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


def _compile(pattern: str, flags: int = 0) -> Pattern:
    """A pattern in which a space stands for any white space: pages are full of doubled and unbreakable spaces."""
    return Pattern(re.sub(r"(?<!\\) ", r"\\s+", pattern), flags)


_CAPITAL = r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
_WORD = rf"{_CAPITAL}[\w'’]*"
_MEASURE = r"điểm\s+phần\s+trăm|điểm\s+%|%|phần\s+trăm|điểm|bậc|thứ\s+hạng|thứ\s+bậc|hạng|vị\s+trí|lần"
_YEAR = r"(?:19|20)\d\d"

DOCUMENT_NUMBER = _compile(r"\b\d+[a-z]?(?:/(?:19|20)\d\d)?/[A-ZĐ]{1,8}\d*(?:-[A-ZĐ]{1,8}\d*)*")
AS_OF_DATE = _compile(r"\b(?:tính (?:tới|đến)|đến hết|tới) (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])")
PERIOD = _compile(
    rf"(?:\btuần\s+(?:thứ\s+)?\d{{1,2}}\b|\bquý\s+[iv1-4]+\b|\btháng\s+\d{{1,2}}\b|\b\d{{1,2}}\s+tháng\s+đầu\s+năm\b)"
    rf"(?:\s*(?:/|năm|(?<=năm))\s*(?P<year>{_YEAR})(?!\d))?"
)

UNNAMED_INDEX = _compile(r"\bbộ chỉ số\b")

# -- units -----------------------------------------------------------------------------------------------------------

SHARED_HEAD = _compile(
    r"\b(?:các|những)\s+(?P<head>(?i:bộ|sở|huyện|thị xã|thành phố|quận|xã|phường))\s*:?\s*(?=[A-ZĐÀ-Ỹ])"
)
LIST_SEPARATOR = _compile(r"\s*(?:[,;]|,?\s+(?:và|cùng|cùng với)\b|&)\s*(?:(?:là|có)\s+)?")
LAST_SEPARATOR = _compile(r"\b(?:và|cùng)\b")
REMARK = _compile(r"\s*\([^()]{1,120}\)")
CLASS_CUE_BEFORE = _compile(r"\bloại(?: hình)?\s+$", _I)
SAYS_MORE = _compile(r"\s+(?:được|đạt|đứng|xếp|có|với|giữ|tăng|giảm|ở|lên|thứ|hạng)\b", _I)
DEPARTMENT = _compile(
    rf"\b(?P<head>Sở|Ban|Thanh tra|Chi cục|Văn phòng)\s+(?P<name>{_WORD}(?:(?:\s+|\s*-\s*){_WORD}"
    rf"|\s+[a-zđà-ỹ]+(?=\s+và\s+{_CAPITAL})"
    rf"|\s+(?:lý|trị|hành|tế|thương|lịch|tư|vụ|tải|nghệ|trường|thôn|dựng|chính|tạo|hội|thao|binh|thông)\b"
    rf"|,\s+{_WORD}(?=[\w\s]*\s+và\s+{_CAPITAL})|\s+và\s+{_WORD})*)"
)
NAME_GOES_ON = _compile(rf"\s*-\s*{_CAPITAL}|\s+và\s+{_CAPITAL}[^\W\d]*\s+[a-zđà-ỹ]+")
_PLACE = rf"{_WORD}(?:(?:\s+|-){_WORD}){{0,3}}"
PLACE = _compile(_PLACE)
DISTRICT = _compile(
    rf"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?\b(?P<head>[Hh]uyện|HUYỆN|[Tt]hị xã|[Qq]uận|[Tt]hành phố|T[Pp]\.?"
    rf"|TX\.?)\s*(?P<name>{_PLACE})"
)
COMMUNE = _compile(rf"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?\b(?P<head>[Xx]ã|[Pp]hường|[Tt]hị trấn)\s+(?P<name>{_PLACE})")
BARE_PLACE = _compile(
    rf"(?:^|[;,]\s+)(?P<name>{_WORD}(?:\s+{_WORD}){{1,2}})\s+(?:là\s+(?P<head>huyện|thị xã|quận)\b|(?=(?:đứng|xếp"
    rf"|dẫn đầu|đạt|được|chỉ)\b))"
)
UNIT_HEADS = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
SELF = _compile(r"\b[Tt]ỉnh(?:\s+(?:ta|nhà|này))?\b(?!\s*,\s*thành|\s*/|\s+[A-ZĐ]|\s+ủy|\s+thành)")
SELF_AFTER = _compile(r"(?:^|[,;:()–]\s*|\b(?:của|rằng|nay|tuần|năm|thì|,)\s+)$")

# -- comparisons and changes -----------------------------------------------------------------------------------------

_DOWN = r"giảm|tụt|lùi|mất|hụt|xuống|rớt|kém|thấp hơn|ít hơn|sụt|rơi|trượt"
_UP = r"tăng|vượt|vươn lên|vươn|nhảy|nhích|thêm|cải thiện|cao hơn|nhiều hơn|hơn|tiến|thăng|lên|bứt"
_PARTICLES = r"(?:\s+(?:thêm|tới|đến|lên|được|nhẹ|khoảng|mạnh|xuống|còn|đi|gần|liền|những|hẳn|cao|hơn|vọt))*"
VERB_COMPARISON = _compile(
    rf"\b(?P<verb>(?:cao |nhiều |thấp |ít )?hơn|kém)\s+(?:so với\s+)?(?:(?:giá trị trung bình|mức"
    rf"|kết quả)\s+)?(?:của\s+)?năm\s+(?P<year>{_YEAR})"
    rf"(?:\s+(?:tới\s+|đến\s+|là\s+)?(?P<number>{DIGITS})\s*(?P<measure>{_MEASURE}))?",
    _I,
)
COMPARISON = _compile(
    rf"\b(?:so với|so cùng|so)\s+(?:(?:giá trị trung bình|mức|kết quả|bảng|xếp hạng|thứ hạng|chỉ số|của|cả)\s+)*"
    rf"(?:(?:năm\s+)?(?P<year>{_YEAR})(?!\d)|(?P<before>năm\s+(?:trước|ngoái|liền trước)|cùng kỳ(?:\s+năm\s+(?:trước"
    rf"|ngoái))?|trước)"
    rf"|(?P<period>(?:tuần|tháng|quý)\s+(?:trước|thứ\s+\d+|\d+))"
    rf"|(?P<unit>(?=(?-i:[A-ZĐ])|(?:tỉnh|huyện|thị xã|thành phố|bộ|sở)\s+(?:(?-i:[A-ZĐ])|đứng|xếp|cuối|đầu|dẫn|có|liền)"
    rf"|địa phương|đơn vị|điểm (?:tối đa"
    rf"|chuẩn|trung bình)|tối đa|mức|mặt bằng|trung bình|bình quân)))",
    _I,
)
CHANGE = _compile(
    rf"\b(?P<verb>{_DOWN}|{_UP})(?P<particles>{_PARTICLES})\s+(?P<number>{DIGITS}"
    rf"|{WORDS})\s*(?P<measure>{_MEASURE})(?!\w)"
)
SIGNED_CHANGE = _compile(rf"(?P<sign>[+−-])(?<![\w\d.,].)\s?(?P<number>{DIGITS})\s*(?P<measure>{_MEASURE})(?!\w)")
BARE_STEPS = _compile(r"(?<![\w/])(?P<number>\d{1,2})\s+(?:bậc|thứ\s+hạng|hạng)\b(?!\s+(?:đầu|cao))")
REACHES = _compile(r"\b(?:lên|xuống|còn|đến|tới)\b")
OVER_YEARS = _compile(r"\b(?:các|những|hai|ba|bốn|năm|\d+)\s+năm\b")
RELATIVE = _compile(r"(?:(?:cao|thấp|nhiều|ít)\s+)?hơn$|kém$")
"""A verb of difference: without a year to compare with, it tells of another unit."""
VAGUE = _compile(r"\b(?:hơn|gần|khoảng)\s*$")
"""Before a round number: not the exact change."""
DIRECTION = _compile(r"\b(?:tăng|giảm|thấp hơn|cao hơn)\b")
_DOWN_WORD = _compile(rf"^(?:{_DOWN})$")


def is_down(verb: str) -> bool:
    """Whether a verb of change says that something fell."""
    return bool(_DOWN_WORD.match(" ".join(verb.split())))


_OTHERS = (
    r"(?:mức|mặt bằng|giá trị|điểm số|điểm|kết quả)?\s*(?:trung bình|bình quân|chung|tối đa|chuẩn)|(?:địa phương"
    r"|đơn vị|tỉnh|thành phố|bộ|sở|huyện|cơ quan)\s+"
    r"(?:đứng|xếp|dẫn|liền|đầu|cuối|thứ|ở|(?-i:[A-ZĐ]))|vị trí|người|(?:Bộ|Sở)\s+(?-i:[A-ZĐ])"
    r"|(?-i:[A-ZĐ])[\w]*\s+(?-i:[A-ZĐ])"
)
GAP = _compile(
    rf"\b(?:cách|kém|thua|(?:cao |thấp |nhiều |ít )?hơn|bỏ xa|chênh(?: lệch)?(?: với)?|chỉ sau|(?:xếp|đứng) (?:sau"
    rf"|trên))\s+(?:so với\s+)?"
    rf"(?={_OTHERS})[^;:.()\d%]{{0,70}}?(?:\s*(?:tới|đến|là"
    rf"|tận)?\s*(?P<number>{DIGITS})\s*(?P<measure>{_MEASURE})(?!\w))",
    _I,
)
"""A distance to another unit, or to the mean: no change."""
FROM_YEAR = _compile(
    rf"\b(?:tính\s+)?từ\s+năm\s+(?P<first>{_YEAR})\s+(?:đến|tới)\s+(?=năm)(?P<last>năm\s+{_YEAR})(?!\d)", _I
)
_AT_YEAR = r"\s*(?:,?\s*(?:của|vào|trong)?\s*\(?\s*năm\s+(?P<{}_year>(?:19|20)\d\d)\s*\)?)?"
_A_RANK = r"(?:xếp\s+)?(?:vị trí|thứ hạng|hạng|thứ|vị thứ)(?:\s+(?:thứ|số))?\s*"
FROM_TO = _compile(
    rf"(?:\b(?P<verb>{_DOWN}|{_UP})(?:\s+(?:mạnh|nhanh|nhẹ|dần|đều|từ từ))*(?P<verb_rank>\s+(?:hạng|bậc"
    rf"|thứ hạng))?(?:\s+nhiều nhất)?\s*,?\s+)?\btừ\s+(?:mức\s+)?(?P<first_rank>{_A_RANK})?"
    rf"(?P<first>{DIGITS}|{ORDINAL_WORDS})\b\s*(?:/\s*(?P<first_of>\d{{1,5}}))?\s*(?P<first_measure>{_MEASURE})?"
    + _AT_YEAR.format("first")
    + rf"(?P<first_end>)\s*,?\s*(?:đã\s+)?(?:tăng\s+|giảm\s+|vươn\s+|tụt\s+)?"
    rf"(?P<last_part>(?:lên|xuống|đến|tới|còn)(?:\s+(?:còn|đến|tới|mức))?\s+(?:mức\s+)?"
    rf"(?P<last_rank>{_A_RANK})?(?P<last>{DIGITS}"
    rf"|{ORDINAL_WORDS})\b\s*(?:/\s*(?P<last_of>\d{{1,5}}))?\s*(?P<measure>{_MEASURE})?)" + _AT_YEAR.format("last")
)
BAND_BEFORE = _compile(r"\b(?:nhóm|đạt|kết quả|điểm|loại|mức|số)\s*$")
PENALTY = _compile(rf"\b(?:bị\s+)?trừ(?:\s+(?:đi|tới|mất|điểm))*\s+{DIGITS}\s*(?:điểm|%)")
"""Points taken off in an assessment: neither a score nor a change."""
DENIED = _compile(
    r"\b(?:không|chưa|chẳng)\s+(?:(?:hề|còn|phải|được|thể|nằm|đạt|thuộc|trong|ở|vào|là|xếp|đứng|vượt|lọt|nhóm|mức|loại)\s+){0,5}$",
    _I,
)
"""Words that deny the figure after them: "không đạt 90%", "không nằm trong nhóm A"."""
JOINED_CHANGE = _compile(r"\s*(?:(?P<and>và)|,)\s*")

# -- aims ------------------------------------------------------------------------------------------------------------

AIM = _compile(
    r"\b(?:phấn đấu|(?:đặt|đề)(?: ra)? (?:mục tiêu|chỉ tiêu)|(?:mục tiêu|chỉ tiêu)(?:[^,;.\d]{0,60}?(?: là| đạt|:"
    r"| đến năm| năm| trong năm))"
    r"|kế hoạch (?:đề ra|đặt ra)|theo kế hoạch|dự kiến|hướng (?:tới|đến) (?:đạt|mục tiêu)|(?:phải|cần|sẽ) (?:đạt|nằm"
    r"|lọt|vào|tăng|nâng|duy trì|xếp|đứng|giữ|thuộc|vươn)"
    r"|quyết tâm|kỳ vọng|nhằm (?:nâng|đưa|đạt|duy trì)|để (?:đạt|đưa|nâng)|tối thiểu|nỗ lực (?:để|đưa|đạt|nâng))\b",
    _I,
)
"""Words that open what is aimed at, up to the end of the clause."""
AIM_ENDS = _compile(r"[;]|\.(?:\s|$)|\b(?:nhưng|song|tuy nhiên|trong khi|thực tế|kết quả (?:là|đạt|cho thấy))\b", _I)
AIM_MET = _compile(
    r"\b(?:vượt|đạt|hoàn thành|so với|thấp hơn|cao hơn|đáp ứng)\s+(?:và vượt\s+)?(?:được\s+)?(?:mục tiêu|chỉ tiêu"
    r"|kế hoạch|yêu cầu)\b|\b(?:kế hoạch|chỉ tiêu)(?:\s+(?:năm|được))?\s+(?:là|giao)\b",
    _I,
)
"""Words that name an aim as reached or missed: only the next figure is the aim's."""
AIM_MET_ENDS = _compile(r"[,;)]|\.(?:\s|$)|\b(?:và|nhưng|với)\b")
AIMS_FOLLOW = _compile(r"\b(?:mục tiêu|chỉ tiêu|phấn đấu)\b[^.]{0,120}:?$", _I)
"""A heading or a line before a list whose items are aims."""

# -- ranks -----------------------------------------------------------------------------------------------------------

RANK = _compile(
    rf"(?:\b(?:xếp|đứng|ở|giữ|đạt|lên|về|xuống|vươn lên|chiếm)\s+)*"
    rf"\b(?:(?:vị trí|thứ hạng|vị thứ|hạng)(?:\s+(?:thứ|số))?|thứ)\s*:?\s*(?:(?P<rank>\d{{1,3}}"
    rf"|{ORDINAL_WORDS})\b)(?!\s*[.,]\d|\s*%|\s+trở lên)"
    rf"(?:\s*/\s*(?:tổng số\s+)?(?P<of>\d{{1,5}})\b|\s+(?:trên|trong|trong số|trong tổng số"
    rf"|trên tổng số)\s+(?P<among>\d{{1,3}})(?=\s+(?:tỉnh|bộ|sở|huyện|đơn vị|địa phương|cơ quan|xã)))?"
)
RANKS_IN_TURN = _compile(
    r"\b(?:hạng|thứ|vị trí)\s+(?:lần lượt|tương ứng)\s+(?:(?:là|ở|thứ|hạng|vị trí)\s+)*"
    r"(?P<ranks>\d{1,3}(?!\d|[.,]\d|\s*%)(?:\s*(?:,|;|và|,\s*và)\s*(?:thứ\s+|hạng\s+)?\d{1,3}(?!\d|[.,]\d|\s*%))+)"
)
"""Ranks told one after the other: "xếp hạng lần lượt là 18, 21 và 24"."""
RANKING_OF = _compile(r"(?:xếp\s+)?hạng\s+(?:của\s+)?\d+\s+(?:tỉnh|bộ|sở|huyện|đơn vị|địa phương|cơ quan)")
"""A ranking of so many units: "bảng xếp hạng 63 tỉnh"."""
NOT_A_RANK_BEFORE = _compile(r"(?:phiên họp|họp|nhóm|năm|lần|kỳ|khóa|quý|tuần|đợt|loại|phiên|ngày|khối|người|mức)\s+$")
NOT_A_SUPERLATIVE_AFTER = _compile(r"\s+(?:nhóm|trong nhóm|nhóm trong)\b")
FRACTION = _compile(
    r"(?<![\w/.,])(?P<part>\d{1,3}(?:[.,]\d{1,4})?)\s*/\s*(?P<whole>\d{1,5}(?:[.,]\d{1,2})?)(?![\d/]"
    r"|[.,]\d)(?:\s*(?P<measure>điểm|%))?"
    r"(?!\s+(?:lĩnh vực|tiêu chí|chỉ số|nội dung|chỉ tiêu|nhiệm vụ|văn bản|TTHC|thủ tục|dịch vụ|hồ sơ|người|đại biểu"
    r"|phiếu|yếu tố|trường hợp)\b)"
)
OUT_OF = _compile(
    rf"(?<![\w/.,])(?P<part>{DIGITS})\s*(?:điểm)?\s+(?:trên"
    rf"|trong)\s+(?:tổng\s+)?(?:số\s+)?(?:tối đa\s+)?(?P<whole>{DIGITS})\s*(?P<measure>điểm)"
)
RANK_CUE_BEFORE = _compile(r"(?:\b(?:xếp|đứng|thứ|hạng|vị trí|thứ hạng|ở|giữ)\s*:?\s*)$")
FIRST = _compile(
    r"\b(?:(?:đứng|xếp|về|giữ|lên|vươn lên|ở)\s+(?:ngôi\s+)?(?:vị trí\s+)?(?:đầu(?:\s+(?:bảng|cả nước|toàn quốc"
    r"|toàn tỉnh))?|nhất)(?!\s*(?:nhóm|trong nhóm))"
    r"|dẫn đầu|đứng trên tất cả|ngôi (?:vị )?(?:đầu|quán quân|vương)|vị trí quán quân|quán quân|vị trí (?:đầu bảng"
    r"|số một|số 1)|đầu bảng)\b"
)
LAST = _compile(
    r"\b(?:vị trí cuối(?:\s+(?:cùng|bảng))?|(?:đứng|xếp|ở|về|nằm)\s+(?:vị trí\s+)?(?:cuối|chót)(?:\s+(?:bảng|cùng))?"
    r"|cuối bảng|chót bảng|đội sổ)\b"
)
HIGHEST = _compile(r"\bcao nhất\b")
LOWEST = _compile(r"\bthấp nhất\b")
HISTORICAL_SUPERLATIVE = _compile(
    rf"\s*(?:(?:trong|qua|suốt)\s+(?:vòng\s+)?(?:\d+|{WORDS}|nhiều|các)\s+năm|từ (?:trước|khi|năm)|kể từ|trong lịch sử)"
)
NOT_A_SUPERLATIVE_BEFORE = _compile(
    rf"(?:\bngười|\bhạng|\bnhóm|\bdo [\w ,]{{3,60}}|\b(?:\d+|{WORDS})\s+(?:địa phương|đơn vị|tỉnh|huyện|sở|bộ"
    rf"|tỉnh, thành phố|năm|lần))\s+$"
)
FIRST_PLACES = _compile(
    r"\b(?:ba|hai|năm|bốn|mười|\d+)\s+(?:(?P<places>hạng|vị trí|thứ hạng)|(?:địa phương|tỉnh, thành phố|tỉnh|đơn vị"
    r"|sở|huyện|bộ|bộ, ngành|cơ quan))"
    r"(?:\s+có\s+(?:chỉ số|kết quả|điểm số|điểm))?\s+(?:đầu(?:\s+bảng)?|đứng đầu|dẫn đầu"
    r"|cao nhất)\b(?:(?=(?P<turn>(?:\s+\w+){0,4}\s+(?:lần lượt|theo thứ tự))))?"
)
"""The best few, in order where it says so."""

# -- groups and counts -----------------------------------------------------------------------------------------------

_BOUND = rf"(?:{DIGITS})"
_PERCENT = r"\s*(?:%|điểm|phần trăm)?"
BAND = _compile(
    rf"\b(?:từ\s+)?(?P<over>trên\s+|hơn\s+)?(?P<lower>{_BOUND}){_PERCENT}\s*(?:đến|tới|-|–)\s*(?P<under>dưới\s+"
    rf"|cận\s+)?(?P<upper>{_BOUND})(?:\s*%|\s*điểm|\b)"
    rf"|\b(?:từ|đạt)\s+(?P<from>{_BOUND}){_PERCENT}\s+trở lên"
    rf"|\b(?:trên|vượt|hơn)\s+(?:mốc\s+|ngưỡng\s+|mức\s+)?(?P<above>\d{{2}}(?:[.,]\d+)?)(?:\s*%|\s*điểm\b|(?=\s+(?:là"
    rf"|gồm|có)\b)|(?=\s*[;:.(]))"
    rf"|\bdưới\s+(?:mốc\s+|ngưỡng\s+|mức\s+)?(?P<below>\d{{2}}(?:[.,]\d+)?)(?:\s*%|\s*điểm\b|(?=\s+(?:là|gồm|có)\b)"
    rf"|(?=\s*[;:.(]))"
)
_NOUN = (
    r"bộ,?\s+(?:ngành,?\s+)?cơ quan ngang bộ|tỉnh,?\s+thành phố(?:\s+trực thuộc\s+[Tt]rung ương)?|tỉnh,?\s+thành"
    r"|sở,?\s+(?:ban,?\s+)?ngành"
    r"|huyện,?\s+thị xã,?\s+thành phố|huyện,?\s+thành phố|bộ,?\s+ngành|xã,?\s+phường(?:,?\s+thị trấn)?"
    r"|đơn vị(?:\s+(?:cấp\s+(?:huyện|xã|tỉnh|sở)))?"
    r"|cơ quan|địa phương|tỉnh|bộ|sở|huyện|thành phố|xã|phường|cái tên"
)
COUNT = _compile(
    rf"(?P<among>\btrong\s+(?:tổng\s+)?số\s+)?(?:\bcả\s+)?(?<![\w/.,])"
    rf"(?P<number>\d{{1,5}}|{WORDS})(?:\s*/\s*(?P<of>\d{{1,5}}))?\s+(?P<noun>{_NOUN})\b(?!\s+(?:khác|còn lại)\b)"
)
SHARE_BEFORE = _compile(r"[\d.,]%\s*$")
NONE_OF = _compile(
    r"\b(?:không|chưa)\s+(?:còn\s+)?(?:có\s+)?(?P<noun>bộ(?:,\s*ngành)?|tỉnh|địa phương|đơn vị|cơ quan|sở"
    r"|huyện)(?:\s+nào)?\b"
)
POPULATION = _compile(
    r"\b(?:(?:các|khối|những|cấp|nhóm)\s+)+(?:bộ,?\s+(?:ngành,?\s+)?cơ quan ngang bộ|bộ,?\s+ngành(?:\s+trung ương)?"
    r"|bộ|trung ương"
    r"|sở,?\s+cơ quan ngang sở|sở,?\s+(?:ban,?\s+)?ngành|sở|tỉnh,?\s+thành phố|tỉnh,?\s+thành|tỉnh|địa phương"
    r"|huyện,?\s+(?:thị xã,?\s+)?thành phố|huyện|xã,?\s+phường|xã)\b|\bcả nước\b|\btoàn quốc\b"
)
LETTER_GRADE = _compile(r"\b(?:nhóm|loại|hạng)\s+(?P<letter>[a-d])\b")
CLASS_GRADE = _compile(
    r"\b(?:(?:xếp\s+|đạt\s+|vào\s+|thuộc\s+|ở\s+)?(?:loại|mức|nhóm|hạng)\s+(?:đạt\s+)?|đạt\s+)(?P<grade>xuất sắc"
    r"|rất tốt|tốt|khá|trung bình(?:\s+(?:cao|thấp|khá))?|yếu|kém)\b"
    r"(?!\s+(?:nhất|hơn|của|cả nước|chung|toàn|các))"
)
COMMON_MEAN = _compile(r"\bchung\s+(?:của\s+)?(?:cả nước|toàn quốc)\b|\b(?:cả nước|toàn quốc)(?=\s+(?:là|đạt|:)\s+\d)")
MEAN = _compile(r"\b(?:(?:giá trị|điểm|kết quả|mức|chỉ số|điểm số)\s+)?(?:trung bình|bình quân)\b")

# -- years and numbers -----------------------------------------------------------------------------------------------

YEAR_SPAN = _compile(rf"(?P<first>{_YEAR})(?:\s*[-–]\s*(?P<last>{_YEAR}))?")
YEAR_RANGES = _compile(
    rf"(?<![\w/]){_YEAR}\s*[-–]\s*{_YEAR}(?:\s*(?:,|và|;)\s*{_YEAR}(?:\s*[-–]\s*{_YEAR})?)*(?![\d/])"
    rf"|(?<=\(){_YEAR}(?:\s*(?:,|và|;)\s*(?:năm\s+)?{_YEAR})+(?=\))"
    rf"|(?<=năm\s){_YEAR}(?:\s*,\s*{_YEAR})*\s*(?:,|và)\s*{_YEAR}(?![\d/])"
)
YEAR = _compile(
    rf"\bnăm\s+(?P<year>{_YEAR})\b|(?<=[^\W\d]\s)(?P<bare>{_YEAR})\b(?!\s*[/%]|[.,]\d)"
    rf"|(?<![\w/])(?P<dated>{_YEAR})(?=\s*[-–:(]\s*(?:hạng|thứ|vị trí|xếp|đạt|đứng|\d))"
)
PLAN_BEFORE = _compile(
    r"(?:giai đoạn|từ|mốc|(?:định hướng|tầm nhìn|hướng)(?:\s+(?:đến|tới))?|nhiệm vụ(?:\s+[\w ]{1,30})?"
    r"|kế hoạch(?:\s+[\w ,]{1,60})?|phương hướng(?:[\w ,]{1,40})?|mục tiêu(?:[\w ]{1,30})?|trong năm tới)\s+$"
)
NUMBER = _compile(rf"(?<![\w/.,+\-])(?P<number>{DIGITS})(?:\s*(?P<measure>{_MEASURE})(?!\w))?")
SCORE_CUE_BEFORE = _compile(
    r"(?:\b(?:đạt|là|với|được|tổng điểm|số điểm|điểm|chỉ số|giá trị|kết quả|còn|ở|mức|dừng ở|có|xấp xỉ|tương đương"
    r"|lần lượt)|[:(,|\t])\s*$"
)
