"""What a text calls the unit that it has named before, or reports from: "tỉnh", "Sở", "địa phương này".

All patterns match text whose tones stand on the first vowel, as those of :mod:`cchc.loaders.articles.patterns`.
"""

from __future__ import annotations

from cchc.loaders.articles.patterns import spaced

_GOT = (
    r"\s+(?:(?:đã|chỉ|cũng|vẫn|lại|còn|mới|từng|tiếp tục|hiện)\s+)*"
    r"(?:(?:đạt|xếp|đứng|tăng|giảm|được|vươn|vọt|tụt|lùi|rơi|trượt|mất|giữ|vượt|tiến|thăng|leo|nhích|nhảy|bứt"
    r"|cải thiện)\b"
    r"|(?:ở|về|lên|xuống|giành)(?=\s+(?:các|vị trí|hạng|thứ|ngôi|mức|nhóm|tốp)\b))"
)
"""What a unit does that is spoken of."""
SELF = spaced(
    r"\b(?:[Tt]oàn tỉnh(?=\s+(?:(?:chỉ|đã|cũng|hiện)\s+)?(?:đạt|được|xếp|đứng|tăng|giảm)\b)"
    r"|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Tt]hị xã|[Xx]ã|[Pp]hường|[Đđ]ịa phương(?= này)|[Đđ]ơn vị(?= này)"
    rf"|[Ss]ở(?= này|{_GOT})|(?<=của\ )(?:Sở|Bộ)(?=\s*[,.;:(]"
    rf"|\s+(?:qua|năm|trong|về|là|theo)\b)|(?<=của\ )Bộ(?=\s+(?:đạt|ở mức)\b)|[Bb]ộ(?= này|{_GOT})|Bộ(?=\s+có\s+\d))"
    r"(?:\s+(?:ta|nhà|này|mình))?\b"
    r"(?!\s*,\s*(?:thành|thị|huyện|phường|xã|các)|\s*/|\s+[A-ZĐ]"
    r"|\s+(?:ủy|bạn|khác|duy nhất|thành|trực thuộc|loại|và|đứng (?:đầu|thứ|cuối) là|dẫn đầu là|có điểm|có chỉ số))"
)
"""What a text calls the unit that it has named before, or reports from."""
SELF_AFTER = spaced(
    r"(?:^|[,;:()–]\s*|\b(?:của|rằng|nay|tuần|năm|thì|sau|trước|trên|dưới|ngoái|đó|nhưng|và|khi|giúp|đưa|20\d\d|,"
    r"|(?:[Nn]gười dân|công dân|tổ chức|doanh nghiệp)(?:\s+(?:ở|trong|tại|trên địa bàn|toàn))?"
    r"|hài lòng\s+(?:ở|trong|tại|trên địa bàn)"
    r"|liên tiếp|liên tục|đầu tiên|(?:nghĩa|tức|vậy) là|như vậy"
    r"|(?:[Ll]ần|[Nn]ăm) (?:thứ (?:\d{1,2}|hai|nhì|ba|tư|năm|sáu|bảy|tám|chín|mười)|đầu|gần nhất)"
    r")\s+)$"
)
"""Before it: what makes it the subject of a clause, or whose something is."""
