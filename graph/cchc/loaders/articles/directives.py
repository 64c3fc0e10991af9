"""Directives: who told whom to do what, by when, about which reform areas.

A speech opens where an official orders, requests or stresses something; its sentences that order something are
directives until the speech ends ("./.") or another matter begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.claims import Directive, Unit
from cchc.loaders.articles.bodies import body
from cchc.loaders.articles.context import Context
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.people import PersonMention
from cchc.vietnamese.dates import find_dates
from cchc.vietnamese.scanning import Pattern

_ORDERS = (
    r"(?:yêu cầu|đề nghị|giao(?!\s+(?:dịch|thông|tiếp|đất))|nhấn mạnh|chỉ rõ|lưu ý|quán triệt|đôn đốc"
    r"|chỉ đạo(?=\s+(?:các|lãnh đạo|Sở|Bộ|UBND))|phân công)"
)
_OPENING = Pattern(rf"\b{_ORDERS}\b", re.I)
_SPEAKER_BY_POST = Pattern(
    r"(?:^|[.;,:]\s+)(?:Đồng chí|Ông|Bà)?\s*(?P<post>Phó Thủ tướng|Thủ tướng|Phó Chủ tịch|Chủ tịch|Bộ trưởng|Bí thư"
    r"|Đồng chí)(?:\s+[\w ]{0,30}?)?\s+(?=" + _ORDERS + ")"
)
_SPEAKER_BODY = Pattern(
    r"(?:^|[.;,:]\s+)(?P<body>(?:(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố)|Bộ Nội vụ|Chính phủ|Sở Nội vụ"
    r"|Ban Chỉ đạo\b[^,;.:()\d]{0,50}?)(?:\s+(?:tỉnh\s+|thành phố\s+)?(?:[A-ZĐ][^\W\d_]*\s?){1,4})?)\s*"
    r"(?:(?:cũng|đã|vừa|tiếp tục|có (?:công văn|văn bản))\s+)*(?=" + _ORDERS + r"\s)"
)
"""A body that orders something itself: what it says ends with its sentence."""
_ORDER = Pattern(
    r"\b(?:cần|phải|yêu cầu|đề nghị|giao(?!\s+(?:dịch|thông|tiếp|đất))|tiếp tục(?!\s+được)|có trách nhiệm"
    r"|chịu trách nhiệm)\b",
    re.I,
)
_IMPERATIVE = re.compile(
    r"^(?:(?:Đồng thời|Bên cạnh đó|Ngoài ra|Trong thời gian tới|Sau (?:phiên họp|hội nghị))\s*,\s*)?"
    r"(?:Tiếp tục|Đẩy mạnh|Tăng cường|Thường xuyên|Chú trọng|Chủ động|Nâng cao|Đổi mới|Hoàn thiện|Xây dựng|Tổ chức"
    r"|Căn cứ|Rà soát|Tập trung"
    r"|Thực hiện|Triển khai|Quan tâm|quan tâm|Khắc phục|Phát huy|Bảo đảm|Đảm bảo|Siết chặt|Quán triệt|Kịp thời"
    r"|Yêu cầu|Đề nghị)\b"
)
_STATEMENT = re.compile(
    r"^(?:(?:Theo|Tại|Trong|Năm|Kết quả|Một số|Công tác|Nhân dịp|Đó là|Đề cập"
    r"|Phát biểu kết luận[^:]{0,60}đánh giá)\b)"
)
_ADDRESSEE = re.compile(
    r"(?:yêu cầu|đề nghị|chỉ đạo|giao|phân công|nhấn mạnh|[:,]|^)\s*:?\s*"
    r"(?P<to>(?:(?:lãnh đạo|người đứng đầu|thủ trưởng)\s+)?(?:các|Các|Bộ(?!\s+trưởng)|Sở|UBND|Ủy ban nhân dân|Văn phòng"
    r"|Ban|thành viên|cơ quan|người đứng đầu|Người đứng đầu)\b[^:;.]{0,140}?)"
    r"\s+(?=(?:cần|phải|tiếp tục|thống nhất|xây dựng|nghiên cứu|triển khai|tập trung|sẽ|chủ động|khẩn trương"
    r"|thường xuyên|tham mưu|phối hợp|ban hành|rà soát|tập trung|có|hoàn thành|khắc phục|lập|công khai|báo cáo"
    r"|thực hiện|đẩy mạnh|nâng cao|tăng cường|kiểm tra|chấn chỉnh|cập nhật|số hóa|niêm yết|tổ chức|bảo đảm|đảm bảo"
    r"|quán triệt|nghiêm túc)\b)"
)
_DEADLINE = re.compile(r"(?:đến hết|hết|trước|chậm nhất(?:\s+(?:là|trong|vào))?|đến|hoàn thành)\s*$", re.I)
_CHECKED_BY = Pattern(
    r"\bgiao\s+(?P<who>(?:Sở|Bộ|Văn phòng|Ban"
    r"|Thanh tra)\s+[A-ZĐ][\w]*(?:\s+(?:và\s+)?[\w]+){0,6}?)\s+(?:sẽ\s+)?(?:có\s+)?(?:kiểm tra|theo dõi|đôn đốc"
    r"|giám sát)"
)
_END_OF_SPEECH = re.compile(r"\./\.?\s*$")
_NEW_MATTER = re.compile(
    r"^(?:Nhân dịp|Cũng tại|Kết thúc|Trước đó|Tại (?:hội nghị|phiên họp|buổi), (?:đại biểu|các đại biểu))",
    re.I,
)


@dataclass(slots=True)
class DirectiveReader:
    """Collects the directives of an article, sentence by sentence."""

    context: Context
    names: Gazetteer
    date: str | None = None
    speaker: str | None = None
    speaking_body: Unit | None = None
    holders: dict[str, str] = field(default_factory=dict)
    """Who was named last with each post."""
    open: bool = False

    def read(self, passage: Passage, people: list[PersonMention]) -> Directive | None:
        """The directive of a sentence, if it is one."""
        text = passage.plain
        for person in people:
            for title, _, _, _ in person.posts:
                self.holders.pop(title, None)
                self.holders[title] = person.name
        if _NEW_MATTER.match(text):
            self.open = False
        opening = self._opening(text, people)
        if opening:
            self.open = True
        told = None if opening else _SPEAKER_BODY.search(text)
        self.speaking_body = body(told["body"], self.context.home, self.names) if told else None
        # Of a body alone, what it asks of nobody is no directive.
        begin = told.end() if told else 0
        mine = self.speaking_body is not None and _ADDRESSEE.search(text, begin) is not None
        found = self._directive(passage, text, begin) if self.open or mine else None
        if _END_OF_SPEECH.search(text):
            self.open = False
        return found

    def _opening(self, text: str, people: list[PersonMention]) -> bool:
        """Whether an official begins to order something here; remembers who."""
        for person in people:
            last = max([person.end, *(end for _, _, _, end in person.posts)])
            if _OPENING.search(text, last):
                self.speaker = person.name
                return True
        by_post = _SPEAKER_BY_POST.search(text)
        if by_post:
            post = by_post["post"]
            named = [name for title, name in self.holders.items() if post in title or post == "Đồng chí"]
            self.speaker = named[-1] if named else self.speaker
            return self.speaker is not None
        return False

    def _directive(self, passage: Passage, text: str, begin: int) -> Directive | None:
        order = _ORDER.search(text)
        if not (order or _IMPERATIVE.match(text)) or (_STATEMENT.match(text) and not order):
            return None
        if re.search(r"\b(?:đánh giá cao|ghi nhận|biểu dương|chúc mừng)\b", text) and not (
            order and _OPENING.search(text)
        ):
            return None
        addressee = _ADDRESSEE.search(text, begin)
        to = addressee["to"].strip(" ,") if addressee else None
        checker = _CHECKED_BY.search(text)
        return Directive(
            text=_END_OF_SPEECH.sub(".", passage.text.strip()),
            quotes=(passage.quote(0, len(passage.text)),),
            by=None if self.speaking_body else self.speaker,
            by_unit=self.speaking_body,
            to=to,
            to_units=self._units(to) if to else (),
            deadline=self._deadline(text),
            checked_by=body(checker["who"], self.context.home, self.names) if checker else None,
            areas=tuple(self._areas(passage)),
        )

    def _units(self, phrase: str) -> tuple[Unit, ...]:
        unit = body(phrase, self.context.home, self.names)
        return (unit,) if unit else ()

    def _deadline(self, text: str) -> str | None:
        for date in find_dates(text):
            if _DEADLINE.search(text[: date.start]):
                year = self.context.document_year + 1 if self.context.document_year else None
                return date.iso(year)
        return None

    def _areas(self, passage: Passage) -> list[str]:
        """The areas named, of the programme that was in force on the article's date."""
        programme = self._programme()
        found: list[str] = []
        for match in passage.matches:
            areas = [entry for entry in match.entries if entry.kind == "area"]
            if not areas:
                continue
            path = next((a.path for a in areas if a.path.startswith(f"{programme}/")), None) or areas[0].counterpart
            if path and path not in found:
                found.append(path)
        return found

    def _programme(self) -> str:
        date = self.date or (f"{self.context.document_year + 1}-06-30" if self.context.document_year else "9999")
        in_force = [entry for entry in self.names.programmes if (entry.issued or "") <= date]
        return (in_force or self.names.programmes)[-1].path
