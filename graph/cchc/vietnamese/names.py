"""Personal names of Vietnam: a surname and one to four more syllables, all capitalised."""

from __future__ import annotations

from itertools import groupby

from cchc.vietnamese.scanning import Pattern
from cchc.vietnamese.text import unmarked

_SURNAMES = """
Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm
Phùng Mai Tô Hà Tạ Lương Lưu Châu Cao Tăng Thái Quách Chu Thân Kiều Triệu La Lại Nông Bế Vi Hứa Ma Lò Quàng Cầm
Sùng Giàng Vàng Thào Hạng Mùa Chảo Tẩn Lù Sìn Khoàng Lục Hầu Hoàn Ninh Từ Đồng Đàm Giang Khổng Khuất Kim Mạc
Mạch Nghiêm Ngụy Nhâm Ông Phí Phó Quản Sầm Thạch Thẩm Tiêu Tôn Tống Trang Triều Trầm Trà Ung Văn Viên Vòng Xa Y
K' Điểu Rơ Siu Ksor Nay Kpă Hồng Lệ Bạch Âu Ân Bành Biện Bồ Cái Cam Cát Chế Chung Chúc Chử Cù Cung Danh Diệp
Doãn Đậu Điền Đôn Đới Đường Giáp Hàn Hạ Hình Hoa Hy Kha Khương Khúc Lã Lăng Liêu Liễu Lỗ Lều Lữ Mã Mẫn Mẫu Mộc
Ngân Nhan Nhữ Nùng Ong Phương Quan Quang Sơn Sử Thang Thi Thiều Tiết Tòng Uông Ứng Yên Bàn Chẩu Đèo
"""
_CAPITAL = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_SYLLABLE = rf"[{_CAPITAL}][a-zđà-ỹ']+"


def _any_of(names: list[str]) -> str:
    """An expression for the longest of these names, by their first letters: the engine then tries those of one letter
    only."""
    by_letter = groupby(sorted(names, key=lambda name: (name[0], -len(name))), key=lambda name: name[0])
    return "|".join(f"{letter}(?:{'|'.join(name[1:] for name in found)})" for letter, found in by_letter)


_ANY_SURNAME = _any_of(_SURNAMES.split())
# "Phó" is a surname too, but hardly before the name of a post.
_POST = r"Phó\s+(?:Thủ|Chủ|Bí|Giám|Trưởng|Ban|Thống|Tổng|Cục|Vụ|Viện|Chánh|Đoàn)\b"
PERSON = Pattern(
    rf"(?<!\w)(?=[{_CAPITAL}])(?!Ông\s+(?:{_ANY_SURNAME})\s|{_POST})"
    rf"(?:(?:{_ANY_SURNAME})(?:\s+[AÁY](?=\s+[{_CAPITAL}][a-zđà-ỹ]))?|(?<!Ia\ )H['’]{_SYLLABLE})"
    rf"(?:\s+{_SYLLABLE}){{1,4}}(?!\w)"
)
"""A personal name in ordinary spelling. Names in capitals (bylines) do not match."""
# Surnames that are English words are none in a text without diacritics; nor are words that no syllable looks like.
_ENGLISH_WORDS = {"To", "Do", "Ma", "Long", "Yen", "La", "Sung", "Hang", "Pho", "Ton", "Mac"}
_VOWELS = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SPOKEN = (
    rf"(?=[{_CAPITAL}])(?:Ngh|Ng|Nh|Ch|Gh|Gi|Kh|Ph|Qu|Th|Tr|[BCDĐGHKLMNPQRSTVX])?(?i:[{_VOWELS}]{{1,3}})"
    r"(?:ng|nh|ch|[cmnpt])?(?![a-zđà-ỹ])"
)
"""A capitalised syllable of Vietnamese, with or without its diacritics; few English words look like one."""
_SURNAMES_IN_ENGLISH = sorted(
    ({unmarked(name) for name in _SURNAMES.split()} | set(_SURNAMES.split())) - _ENGLISH_WORDS - {"Phó", "Ông", "K'"}
)
PERSON_IN_ENGLISH = Pattern(rf"(?<!\w)(?=[{_CAPITAL}])(?:{_any_of(_SURNAMES_IN_ENGLISH)})(?:\s+{_SPOKEN}){{1,3}}(?!\w)")
"""The same as English texts write it, with diacritics or without: "Truong Hoa Binh"."""
