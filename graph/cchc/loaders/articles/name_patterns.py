"""How the genre names units: head nouns that a list shares; departments, districts and communes by head noun and
capitals; a unit's own words for itself.

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

import re

from cchc.loaders.articles.patterns import spaced

_I = re.IGNORECASE
CAPITAL = r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
WORD = rf"{CAPITAL}[\w'’]*"

LOCAL_HEADS = {
    "huyện": "District",
    "thị xã": "District",
    "thành phố": "District",
    "quận": "District",
    "xã": "Commune",
    "phường": "Commune",
    "thị trấn": "Commune",
    "đặc khu": "Commune",
}
"""The head nouns of the names of local units, each with their class."""


def _capitalised(*heads: str) -> str:
    """An expression for head nouns with a small or a capital first letter."""
    return "|".join(f"[{head[0].upper()}{head[0]}]{head[1:]}" for head in heads)


_COMMUNES = tuple(head for head, kind in LOCAL_HEADS.items() if kind == "Commune")
SOME = r"[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười|\d{1,2}"
SHARED_HEAD = spaced(
    rf"\b(?:[Cc]ác|[Nn]hững)\s+(?P<head>(?i:bộ|sở|{'|'.join(LOCAL_HEADS)}))\s*:?\s*(?=[A-ZĐÀ-Ỹ])"
    rf"|\b(?:{SOME})\s+(?P<counted>bộ|sở)\b[^;:.()]{{0,50}}:\s*(?=[A-ZĐÀ-Ỹ])"
    rf"|\b(?:{SOME})\s+(?P<some>{'|'.join(LOCAL_HEADS)})\s+(?=[A-ZĐÀ-Ỹ])"
)
LIST_SEPARATOR = spaced(
    r"\s*(?:[,;]|,?\s+(?:và|cùng|cùng với)\b|&)\s*(?:(?:là|có)\s+)?(?:(?:UBND\s+)?(?:các|những)\s+(?i:bộ|sở|tỉnh"
    r"|huyện|thị xã|thành phố|xã|phường)\s*:?\s*)?"
)
LAST_SEPARATOR = spaced(r"\b(?:và|cùng)\b(?!\s+(?:với\s+)?(?:các|những)\b)")
BESIDE_SEPARATOR = spaced(r"\s+cùng(?:\s+với)?\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?")
"""Between a unit and others beside it, which may be several: "Vĩnh Phúc cùng Hải Phòng và Quảng Ninh"."""
REMARK = spaced(r"\s*\([^()]{1,120}\)")
CLASS_CUE_BEFORE = spaced(r"\bloại(?: hình)?\s+$", _I)
SAYS_MORE = spaced(
    r"\s+(?:được|đạt|đứng|xếp|có|với|giữ|tăng|giảm|ở|lên|thứ|hạng|kém|hơn|thấp|cao|chỉ|còn|vẫn|đội sổ|khóa đuôi"
    r"|cầm đèn|dẫn|đi đầu|về|vươn|tụt|lùi|rơi|bứt|nhận|giành|mất|bị|đã|cũng)\b",
    _I,
)
_OFFICES = (
    r"Thanh tra|Văn phòng|Sở|Ban|Chi cục|Cục|Công an|Bộ Chỉ huy|Kho bạc|Bảo hiểm xã hội|Bệnh viện|Trung tâm|Trường"
    r"|Tòa án|Viện"
)
"""What the next office of a list begins with, so that it is no part of a department's name."""
DEPARTMENT = spaced(
    rf"\b(?P<head>Sở|Ban|Thanh tra|Chi cục|Văn phòng)\s+(?!Chỉ (?:đạo|huy)\b|Thường (?:vụ|trực)\b|Chấp hành\b)"
    rf"(?P<name>{WORD}(?:(?:\s+|\s*-\s*){WORD}"
    rf"|\s+[a-zđà-ỹ]+(?=\s+và\s+{CAPITAL})"
    rf"|\s+(?:lý|trị|hành|tế|thương|lịch|tư|vụ|tải|nghệ|trường|thôn|dựng|chính|tạo|hội|thao|binh|thông)\b"
    rf"|,\s+{WORD}(?=[\w\s]*\s+và\s+{CAPITAL})|\s+và\s+(?!{_OFFICES}){WORD})*)"
)
NAME_GOES_ON = spaced(rf"\s*-\s*{CAPITAL}|\s+và\s+(?!{_OFFICES}){CAPITAL}[^\W\d]*\s+[a-zđà-ỹ]+")
OTHER_HEADS = (
    r"Sở|Ban|Bộ|UBND|Ủy|HĐND|TP|TX|Tp|Tx|Thành [Pp]hố|Thị [Xx]ã|Thị [Tt]rấn|Quận|Huyện|Xã|Phường|Đặc [Kk]hu|Tỉnh"
)
"""Head nouns, which begin another name."""
ANOTHER_HEAD = spaced(rf"(?:{OTHER_HEADS})\b")
BOARD_OF = spaced(
    rf"\s+(?:(?:mở|cửa khẩu|ven biển|quốc tế)\s+)*(?!(?:{OTHER_HEADS})\b)(?P<place>{WORD}(?:\s+{WORD}){{0,2}}"
    rf"(?:\s+-\s+{WORD}(?:\s+{WORD}){{0,2}})?)"
)
"""What the name of a board of management says behind the common one: "Ban Quản lý Khu kinh tế Đông Nam"."""
_COUNTED = (
    r"năm|lần(?! lượt)|bậc|hạng|tháng|quý|kỳ|ngày|tuần|giờ|điểm|vị trí|thứ|hồ sơ|thủ tục|tiêu chí|nội dung|đơn vị"
    r"|người|cán bộ"
)
"""What a number that stands behind a name may count, so that it is no part of the name."""
SERIAL = rf"(?:\s+[1-9](?![\w/]|[.,]\d|\s*%|\s*[-–]\s*\d|\s+(?:{_COUNTED})\b))"
"""The number at the end of a name: "Đạ Tẻh 2"."""
_PLACE = rf"{WORD}(?:(?:\s+|-){WORD}){{0,3}}"
_TAIL = rf"(?:\s+[-–]\s+(?!(?:{OTHER_HEADS})\b)(?P<{{}}>{WORD}(?:\s+{WORD}){{{{1,2}}}}))?"
"""What a name says behind a dash of where it is: "Xuân Hương - Đà Lạt"."""
PLACE = spaced(rf"{_PLACE}{SERIAL}?" + _TAIL.format("tail"))
DISTRICT = spaced(
    rf"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?\b(?P<head>[Hh]uyện|HUYỆN|[Tt]hị xã|[Qq]uận|[Tt]hành phố|T[Pp]\.?"
    rf"|TX\.?)\s*(?P<name>(?!NĂM\s+\d){_PLACE}{_TAIL.format('tail')})"
)
CITIES_OF_ONE_WORD = ("vinh", "huế", "pleiku")
"""The names of other cities are longer: behind "thành phố", one word with a capital is none."""
COMMUNE = spaced(
    rf"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?\b(?P<head>{_capitalised(*_COMMUNES)})\s+"
    rf"(?P<name>(?:(?<=[Pp]hường\ )\d{{1,2}}\s+(?!(?:{OTHER_HEADS})\b))?{_PLACE}{SERIAL}?{_TAIL.format('tail')})"
)
COMMUNE_IN_CAPITALS = spaced(
    rf"\b(?P<head>{'|'.join(head.upper() for head in _COMMUNES)})\s+(?!HỘI\b)(?P<name>{WORD}(?:\s+{WORD}){{0,2}})"
    r"(?=\s*(?:[-–,()]|$))"
)
"""The name of a commune in a letterhead; a title in capitals goes on behind it."""
ABBREVIATED = spaced(
    r"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?(?<![\w.])(?P<head>P\.|Q\.|X\.|H\.|TT\.)\s*"
    r"(?P<name>(?!(?:Giám|Trưởng|Chủ|Bí|Cục|Vụ|Viện|Chánh|Tổng|Phó|Hiệu|Thủ|Chi)\s+[a-zđà-ỹ])"
    rf"(?!(?:{OTHER_HEADS})\b)(?:{CAPITAL}\w*['’]\w+"
    rf"|{WORD}\s+{WORD})(?:\s+{WORD}){{0,2}}{SERIAL}?{_TAIL.format('tail')})"
    r"(?!\s+(?:vụ|chính|pháp|tế|hóa|tạo|nghệ|trường|hội|thông|phòng|đốc|tịch)\b)"
)
"""The name of a local unit with the first letter of its head noun: "P. Xuân Hòa". Of one syllable it may be anything;
posts are shortened alike ("Q. Giám đốc"), and offices ("P. Tài chính")."""
LOCAL_BEFORE = spaced(rf"\b(?P<head>{_capitalised(*LOCAL_HEADS)}|T[Pp]\.?|TX\.?|[PQXH]\.|TT\.)\s*\Z")
"""The head noun of a local unit right before its name."""
SOURCE_BEFORE = spaced(
    r"\b(?:(?<!tiếp\ )(?<!kế\ )theo|do|qua)\s+(?:(?:báo cáo|công bố|kết quả|số liệu|đánh giá|thông tin|thông báo"
    r"|xếp hạng|bảng xếp hạng|quyết định|phân tích|thống kê|tổng hợp|rà soát|đại diện|lãnh đạo|công bố mới nhất)\s+)*"
    r"(?:(?:của|từ)\s+)?$"
    r"|\b(?:báo cáo|phân tích|đánh giá|thông tin|thông báo|tổng hợp|thống kê|nhận định|đại diện|lãnh đạo)\s+"
    r"(?:(?:của|từ)\s+)?$",
    _I,
)
"""Words that make the body after them the source of what is told, not what it is about."""
SPEAKS_BEFORE = spaced(
    r"\b(?:đại diện|lãnh đạo|chủ tịch|bí thư|giám đốc|chánh văn phòng|phát ngôn|đoàn công tác|ubnd|sở nội vụ|theo)"
    r"(?: (?:cho|của|từ|đạo|ubnd|ủy ban nhân dân|sở nội vụ|thường trực))* (?:(?:tỉnh|thành phố|TP\.?) )?$",
    _I,
)
"""Words before a province whose people speak of it."""
ANNOUNCES = spaced(
    r"\s*(?:\((?:[^()\d]{1,30}|\d{1,2}/\d{1,2}(?:/\d{4})?)\)\s*)?,?\s*(?:(?:vừa mới|vừa|đã|mới|chính thức|sẽ|cũng"
    r"|bắt đầu|hôm nay|hôm qua|mới đây|(?:sáng|chiều|tối|trưa)(?:\s+(?:nay|qua|\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?))?"
    r"|(?:ngày\s+)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|có)\s*,?\s*)*(?:công bố|công khai|cho biết|thông báo|thông tin"
    r"|cho hay|chỉ ra|cho thấy|nhìn nhận|nhận định|phân tích|lý giải|lưu ý|báo cáo|cho rằng|tổng hợp|xác định|ghi nhận"
    r"|ban hành|tổ chức"
    r"|(?:áp dụng|sửa đổi|thay đổi|điều chỉnh|sử dụng|bổ sung)\s+(?:bộ\s+)?(?:tiêu chí|phương pháp|cách)"
    r"|phê duyệt|thông tin|tham mưu|đăng tải|họp báo|khuyến nghị|đánh giá|thẩm định|tham mưu|chủ trì"
    r"|(?:cung cấp|thực hiện|khảo sát|đo lường|phát hành)(?=\s*(?:[.;)]|$)))\b",
    _I,
)
"""What a body does that tells of a result and has none itself here."""
NUMBERED = spaced(
    r"(?<!\d\ )\b(?P<head>(?:[Pp]hường|PHƯỜNG|[Qq]uận|QUẬN)(?=\s)|P\.|Q\.)\s*(?P<name>\d{1,2})\b"
    r"(?!\s*(?:[.,]\d|%|điểm|/))"
)
"""A ward or district that has a number for its name. Every district of a city has a ward of that number."""
ITS_FIGURE = spaced(r"\s*(?:[-–:]\s*)?\d{1,3}[.,]\d{1,4}(?:\s*(?:điểm|%))?(?:\s*\([^()]{1,60}\))?")
"""The score of a member of a list, right behind its name: "Na Rì 86,12; Ba Bể 85,9 điểm"."""
UNIT_HEADS = {
    "tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã", "h.": "huyện", "q.": "quận", "x.": "xã",
    "p.": "phường", "tt.": "thị trấn",
}  # fmt: skip
"""The head nouns that stand for shortened ones."""
SOME_OTHER = spaced(
    r"(?<!là\ )\b(?:tỉnh|thành phố|địa phương|đơn vị|nơi|huyện|sở|bộ|xã|phường)"
    r"(?= (?:(?:dẫn|đứng|xếp) đầu|(?:đứng|xếp|cao|thấp) nhất|(?:đứng|xếp) cuối)"
    r"(?: (?:cả nước|toàn quốc|toàn tỉnh|bảng(?: xếp hạng)?|vùng|khu vực))? (?:chỉ |cũng |mới )?(?:đạt|có|được) \d"
    r"| có (?:[\w-]+ ){1,6}?(?:cao|thấp) nhất(?: [^\W\d]+){0,4}? (?:chỉ |cũng |mới )?(?:đạt|được) \d)"
    r"|\b(?:(?:các|những|số) )+(?:(?:tỉnh, thành(?: phố)?|sở, ngành|bộ, ngành|địa phương|đơn vị|cơ quan|tỉnh|huyện"
    r"|sở|bộ|xã|phường) )?(?:còn lại|khác)"
    r"(?= (?:(?:đều|cũng|được|cùng|chỉ) )*(?:xếp|đạt|thuộc|nằm|có (?:điểm|kết quả)|ở mức|dưới|trên)\b)", _I
)  # fmt: skip
"""A unit that is told by its place only: "Tỉnh dẫn đầu cả nước đạt 96,1%", "Địa phương có SIPAS cao nhất đạt 95,2%"; or
all others: "các đơn vị còn lại"."""
_PART_DOES = (
    r"(?:\s+(?:chỉ|mới|cũng|đã|còn|lại|vẫn|bị|có|của (?:tỉnh|thành phố|huyện|sở|bộ)))*"
    r"\s+(?:đạt|được|xếp|đứng|tăng|giảm|mất|hụt|hạng|thứ|tụt|là)\s+(?:(?!trọn)\w+\s+){0,3}?\d"
    r"|\s+(?:tăng|giảm|tụt)\s+(?:điểm\s+)?(?:nhiều|mạnh|sâu|cao|ít)(?:\s+nhất)?,?\s+(?:(?:tăng|giảm|tới|với|là)\s+)*\d"
    r"|(?:\s+của\s+[\w ]{2,40}?)?\s+(?:tăng|giảm|nâng|cải thiện)(?:\s+(?:mạnh|nhẹ|dần|sâu|khá|nhanh|đều|đáng kể))*,?"
    r"\s+từ\s+\d"
    r"|\s+được\s+(?:(?:người dân|đánh giá|chấm|hài lòng|cho điểm)\s+)+(?:(?:cao|thấp) nhất,?\s+)?"
    r"(?:(?:với|là|ở mức)\s+)?\d"
    r"|\s*(?:[:(–-]|ở mức|(?:cao|thấp) nhất,?)\s*(?:(?:đạt|với|là|\()\s*)?\d"
)
_FRONTED = (
    r"(?:^|[.;]\s)\s*(?:Ở|Về|Với|Đối với|Trong|Tại|Riêng|Xét(?: về| theo)?)\s+(?:chỉ số thành phần|chỉ số nội dung"
    r"|nội dung|tiêu chí(?: thành phần)?|trục(?: nội dung)?|chỉ số(?=\s+[\"“])"
    r"|(?:kết quả|điểm)(?=\s+(?:khảo sát|điều tra)))\s+"
)
_PART_HEAD = (
    r"yếu tố|lĩnh vực|tiêu chí(?: thành phần)?|chỉ số (?:thành phần|nội dung)|(?:trục )?nội dung|trục"
    r"|nhóm (?:chỉ số|tiêu chí)|hài lòng(?: của (?:người dân|tổ chức|doanh nghiệp)[^;:()\d]{0,30}?)?"
    r" (?:về|đối với|với)(?! (?:sự|việc phục vụ|các|cơ quan|chất lượng|dịch vụ hành chính|kết quả giải quyết"
    r"|huyện|tỉnh|xã|phường|thành phố|thị xã|sở|chính quyền|bộ máy|bộ phận|đơn vị|địa phương|ubnd"
    r"|public|administrative|the)\b)"
)
_NO_PART = (
    r"\b(?:này|đó|ấy|nói trên|trên|khác|còn|có|được|đạt|của|cao|thấp|tăng|giảm|mất|lên|xuống|xếp|đứng|thành phần"
    r"|riêng|tiêu chí"
    r"|nội dung|yếu tố|tỉnh|so với|điểm|nhất|lần lượt|tương ứng|(?:từng|mỗi|các) năm|sau cùng|cuối cùng|tuy|dù)\b"
)
FRONTS = spaced(
    r"\s*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))?\s*"
    r"(?:(?:Trong đó|Cụ thể|Ngược lại|Tuy nhiên|Tương tự|Bên cạnh đó|Đáng (?:chú ý|mừng|tiếc|lo|nói|kể)(?: là)?),\s*)?"
    r"(?:(?:Nhóm|Nội dung|Lĩnh vực|Yếu tố|Trục|Chỉ số)\s+(?:thứ\s+\w+|\d|cuối(?:\s+cùng)?|còn\s+lại)\s*,?\s+)?"
    r"(?:(?:Riêng|Còn|Đối với|Về|Ở|Với|Trong|Tại|Xét|(?:Nếu\s+)?(?:chỉ\s+)?(?:tính|xét)(?:\s+riêng)?)\s+)+"
    r"(?:(?:các|về|theo|việc|lĩnh vực|nội dung|chỉ số thành phần|chỉ số nội dung|chỉ số|tiêu chí|trục|yếu tố|kết quả"
    r"|nhóm chỉ số|nhóm|hạng mục|phần(?: điểm)?)\s+)*[\"“]?",
    _I,
)
"""What opens a sentence before the component that it is about."""
_PART_BY = r"tự (?:đánh giá|chấm)|thẩm định|điều tra|khảo sát|tác động"
PARTS = (
    spaced(
        rf"\b(?:{_PART_HEAD})\s+(?:(?:về|là|việc)\s+)?[\"“]?"
        rf"(?P<name>(?!{_NO_PART})[^\W\d_](?:(?!{_NO_PART})[^;:()\d\"“”.]){{3,90}}?)(?=[\"”]?(?:{_PART_DOES}))",
        _I,
    ),
    spaced(
        rf"\b(?:điểm số|số điểm|điểm)\s+(?:(?:do|qua|từ)\s+(?=\w)|(?={_PART_BY}))"
        rf"(?P<name>(?:(?!{_NO_PART})[^,;:()\d\"“”.]){{5,60}}?)(?:\s+(?:đánh giá|chấm|thẩm định))?"
        rf"(?={_PART_DOES}|\s+\d)"
        r"(?![^;:.\d]{0,40}\d+(?:[.,]\d+)?\s*/)",
        _I,
    ),
    spaced(
        r"\bphần\s+(?:điểm\s+)?(?P<name>(?:tự đánh giá|tự chấm|thẩm định|điều tra|khảo sát)"
        r"(?:\s+(?:xã hội học|XHH|người dân|doanh nghiệp))?)(?=\s*[,:])",
        _I,
    ),
    spaced(rf"[\"“](?P<name>[^\W\d_][^\"“”\d]{{3,110}})(?=[\"”](?:{_PART_DOES}))", _I),
    spaced(
        rf"\bphần\s+(?:điểm\s+)?(?P<name>(?:(?!{_NO_PART})[^,;:()\d\"“”.]){{5,60}}?)"
        r"(?=\s+\d{1,2}(?:[.,]\d+)?\s*điểm\b)",
        _I,
    ),
    spaced(
        rf"(?:^|[,;]\s|\bcòn\s)\s*(?P<name>(?:(?!{_NO_PART})[^,;:()\d\"“”.]){{6,60}}?)"
        r"(?=\s+(?:vẫn\s+|tiếp tục\s+)?là\s+(?:một\s+)?(?:điểm (?:sáng|yếu|nhấn|trừ)|khâu yếu)\b)",
        _I,
    ),
    spaced(
        r"\b(?:điểm|khâu|mặt|mảng)\s+(?:yếu|sáng|mạnh|nghẽn|trừ|kém)(?:\s+(?:nhất|còn lại|lớn nhất|của \w+))*\s+là\s+"
        rf"(?:lĩnh vực\s+)?(?P<name>(?:(?!{_NO_PART})[^,;:()\d\"“”.]){{4,60}}?)(?=\s*:)",
        _I,
    ),
    spaced(
        rf"\b(?P<name>chính sách\s+(?:(?!{_NO_PART})[^,;:()\d\"“”.]){{3,50}}?)(?={_PART_DOES}|\s+\d{{1,2}}[.,]\d+\s*%)",
        _I,
    ),
    spaced(
        r"^\s*(?:điểm|kết quả|phần)\s+(?P<name>(?:điều tra|khảo sát|thẩm định|tự đánh giá|tự chấm)(?:\s+xã hội học)?)"
        r"(?=[^,;:.()\d]{0,30}:\s)",
        _I,
    ),
    spaced(
        r"\bkết quả (?P<name>(?:điều tra|khảo sát)\s[^;:()\d.]{3,80}?)(?=(?:\s+(?:còn|vẫn|chưa|rất|khá)\s+\w+){0,2}"
        r"\s*\((?:đạt |được )?\d[\d.,]*\s*/)",
        _I,
    ),
    spaced(rf"{_FRONTED}[\"“]?(?P<name>[^\W\d_][^,;:()\d\"“”.]{{3,90}})(?=[\"”]?\s*,)", _I),
)
"""Parts of an index that the ontology may not name, with their figures: "yếu tố cung ứng dịch vụ công chỉ đạt 80,25%";
by who gave the points, unless they are out of a maximum, which tells more; in quotation marks; as a strong or weak
point; as a survey with its points out of a maximum; and as what opens a sentence."""
FACTORS = spaced(
    r"(?:(?<=[,;]\s)|(?<=với\s)|(?<=về\s)|(?<=việc\s)|(?<=là\s))(?P<name>công chức|kết quả"
    r"|tiếp nhận[^;:()\d]{4,60}?)"
    r"(?=\s+(?:(?:đạt|là|(?:cao|thấp) nhất(?: với)?)\s+)?\d{2}(?:[.,]\d+)?\s*%"
    r"|(?:\s+(?:cao|thấp) nhất)?\s*\(\d{2}(?:[.,]\d+)?\s*%\))",
    _I,
)
"""Factors of satisfaction by short names, in a sentence that tells of it."""
_MOST_SATISFIED = (
    r"(?:(?:được|có|đạt|ghi nhận)\s+)*(?:(?:mức|tỷ lệ|mức độ|chỉ số|kết quả|điểm|sự)\s+)*(?:hài lòng\s+)?(?:đạt\s+)?"
    r"(?:cao|thấp)\s+nhất"
)
_A_FIELD = rf"(?P<name>(?!{_NO_PART}|(?:xét|tính|theo|trong|ở|về)\b)[^\W\d_](?:(?!{_NO_PART})[^;:()\d]){{3,60}}?)"
FIELDS = (
    spaced(
        r"(?:\b(?:(?:trong|ở|qua)\s+(?:số\s+)?(?:các|\d{1,2})|(?:xét|tính)\s+(?:theo|về|riêng)(?:\s+(?:từng|các))?)\s+"
        r"(?:lĩnh vực|nhóm dịch vụ|dịch vụ|loại dịch vụ)[^,;.:()]{0,40},|;|\b(?:và|còn|trong khi))\s+(?:lĩnh vực\s+)?"
        rf"{_A_FIELD}(?=\s+{_MOST_SATISFIED},?\s*\(?(?:(?:với|chỉ|là|đạt)\s+)*\d)",
        _I,
    ),
    spaced(
        rf"\b(?:lĩnh vực|nhóm dịch vụ|dịch vụ|,|;|và|còn)\s+{_MOST_SATISFIED}\s+(?:là|thuộc về)\s+(?:lĩnh vực\s+)?"
        rf"{_A_FIELD}(?=,?\s+(?:(?:với|chỉ|đạt)\s+)*\d|\s*\(\d)",
        _I,
    ),
)
"""Fields of services that the satisfied are told of, by their names: "Trong 16 lĩnh vực, giao thông vận tải có mức hài
lòng cao nhất (88,45%)"."""
SATISFIED = spaced(
    r"\b(?:tỷ|tỉ) lệ hài lòng\b(?=[^.;]{0,80}\b(?:xếp|đứng|hạng|bậc)\b)"
    r"|^\s*(?:Về|Với|Ở|Riêng|Đối với)\s+(?:sự|mức độ|mức)\s+hài lòng\b(?=[^.;,]{0,60},)",
    _I,
)
"""SIPAS under another name: a share of the satisfied that units are ranked by, or satisfaction as a topic."""
