"""The text of an article with its layout: paragraphs, what each of them is, and sentences. The text is never altered.

All offsets are code points of the NFC text of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from cchc.loaders.articles.terms import any_of
from cchc.vietnamese import fold


class Kind(Enum):
    """What a paragraph is. Only titles, bodies, subheadings and captions are read; furniture and teasers never."""

    TITLE = "title"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    FURNITURE = "furniture"
    TEASER = "teaser"


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    text: str
    kind: Kind

    def sentences(self, mark: int = 0) -> Iterator[Sentence]:
        """The sentences, with offsets in the whole text. None is longer than ``LONGEST_SENTENCE``.

        The first one includes the ``mark`` (of so many characters) of an item of a list ("1. "), but not the tag of the
        newspaper ("BHG - ").
        """
        tag = None if mark else _TAG.match(self.text)
        begin = tag.end() if tag else 0
        for match in _SENTENCE_END.finditer(self.text, mark):
            if _ABBREVIATION.search(self.text, max(begin, match.start() - 8), match.start() + 1):
                continue
            yield from self._pieces(begin, match.start() + len(match[1]))
            begin = match.end()
        if self.text[begin:].strip():
            yield from self._pieces(begin, len(self.text.rstrip()))

    def _pieces(self, begin: int, end: int) -> Iterator[Sentence]:
        while end - begin > LONGEST_SENTENCE:
            cut = max(self.text.rfind(mark, begin, begin + LONGEST_SENTENCE) for mark in (";", ",", " "))
            cut = cut + 1 if cut > begin else begin + LONGEST_SENTENCE
            yield Sentence(self.start + begin, self.start + cut, self.text[begin:cut])
            begin = cut
        yield Sentence(self.start + begin, self.start + end, self.text[begin:end])


LONGEST_SENTENCE = 3000
"""In characters. A list of all provinces with their scores is shorter; what is longer is cut, so that reading stays
linear."""

# The mark stands before the look at what precedes it: the engine then goes from one such mark to the next.
_SENTENCE_END = re.compile(r"([.!?…](?<![.!?…].)[.!?…]*+[\"”»')\]]*+)(?:\s++|$)(?=[\"“«'(]?[A-ZĐÀ-Ỹ\d•–-]|$)")
_TAG = re.compile(
    r"\s*(?:\((?!PAR|SIPAS|PAPI|PCI|PGI|DTI)[A-ZĐ]{2,6}O?\)\s*[-–—]?|(?!PAR|SIPAS|PAPI|PCI|PGI|DTI|DDCI|CCHC|TTHC|UBND|HĐND"
    r"|TP|TX|NHNN|BHXH|KT|VP|BQL|TTPV)[A-ZĐ]{2,6}\s*[-–—])\s+(?=[\"“]?[A-ZĐÀ-Ỹ][a-zà-ỹđ])"
)
"""The short name of a newspaper before its first sentence."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:TP|Tp|TX|Tx|TT|Q|P|T|Th|TS|ThS|GS|PGS|BS|KS|CN|đ/c|Đ/c|St|tr|No|Mr|Đ)\.|\bT\.Ư\.?|\bT\.P\.?"
    r"|[:;]\s*\d{1,2}\."
    # "X. Hòa Bình", but not "khu vực X. Sau đó …".
    r"|(?<!khu vực )(?<!khóa )(?<!thứ )(?<!kỳ )(?<!nhóm )(?<!loại )(?<!hạng )\b[HX]\.)$"
)

_LONGEST_LINE = 320
"""In characters: no title, caption or menu is longer, so that longer lines need not be looked at."""

# Page furniture, folded. These are phrases of content management systems and news sites, not of articles.
_FURNITURE = re.compile(
    r"^(?:skip (?:ribbon commands|to main content)|sign in|y kien ban doc|xem voi co chu\w*|tin noi bat:?"
    r"|chi tiet bai viet.*"
    r"|xuat ban thong tin|tin theo linh vuc.*|(?:cong|trang) (?:thong tin|tin|tttt|tttdt)(?: dien tu)?\b.*"
    r"|hoat dong cai cach hanh chinh|in trang|(?:bao|tap chi)(?: [\w-]+){1,5} (?:dien tu|online)"
    r"|gui email.*"
    r"|chia se.{0,20}|binh luan.{0,20}|tags?\s*:.*|tu khoa\s*:.*|nguon\s*:.*|pv|bbt|ban bien tap|theo [\w ./]{1,30}"
    r"|luot xem.*|facebook|zalo|twitter|trang chu.*|dang nhap|tim kiem|print|email|\d{1,2}:\d\d.*"
    r"|[\w\-]+\.(?:jpe?g|png|gif|webp))$"
)
_TEASERS = re.compile(
    r"^(?:cung chuyen muc|(?:tin|bai)(?: (?:bai|viet|tuc))? (?:cung chuyen muc|lien quan|moi.*|khac|(?:doc|xem"
    r"|quan tam) nhieu.*"
    r"|duoc quan tam|tiep theo|noi bat khac)|(?:doc|xem) nhieu(?: nhat)?|xem nhieu trong.*|nhieu nguoi (?:doc|xem)"
    r"|cac tin (?:khac|lien quan|moi"
    r"|cu hon).*"
    r"|bai (?:viet )?(?:lien quan|khac|cung chuyen muc)|doc (?:them|nhieu).*|xem them.*|co the ban quan tam.*"
    r"|tin bai khac.*"
    r"|related (?:news|articles).*|nhung tin (?:moi|cu) hon)\s*:?$"
)
_TEASER_LINE = re.compile(r"^(?:cac )?(?:tin|bai)(?: viet)? (?:lien quan|cung chuyen muc)\s*:\s*\S")
"""A line that names another article behind such a heading; what follows it may be of this one."""
_BULLETED_TEASER = re.compile(r"^\s*[•·▪]\s|^\s*\d+ (?:năm|tháng|tuần|ngày|giờ|phút) trước\b")
_RESULT = re.compile(r"\d[.,]\d+\s*(?:điểm\s*)?/\s*\d|;\s*$")
_DATELINE = re.compile(
    r"^\(?\s*(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|cap nhat(?: luc)?|ngay dang|date|\d{1,2}:\d\d)\b.{0,60}\)?$"
)
LONGEST_DATED = 80
DATED = re.compile(
    r"(?:[^\d:;!?|.]{2,45}?\s*[|,·•–—-]\s*)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|ngày đăng|đăng ngày|đăng lúc"
    r"|cập nhật|ngày|tháng|năm|lúc|giờ|phút|GMT|AM|PM|SA|CH|\d+|[^\w\s]|\s+)*+",
    re.I,
)
"""A line that tells the day of a page and nothing else, but perhaps whose page it is: "Monre | Thứ năm, 26/05/2022"."""
_A_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")
_CAPTION = re.compile(
    r"^\(?(?:anh(?: minh hoa)?\b|(?:quang|toan) canh\b|chu toa\b|nguoi ngoi|(?:cac )?dai bieu (?:du|tham du|tai)\b"
    r"|hinh anh\b)"
    r"|\banh\s*[:.]\s*\S.{0,40}$|\bnguon(?: anh)?\s*:?\s*\S.{0,40}\|?$"
)
_MENU = re.compile(r"[^.;:!?\d|\s](?:[^.;:!?\d|\n]{1,30}?(?:\s{2,}|\t)){3,}[^.;:!?\d|]{2,40}$")
"""Above the title: the menu of the page, with gaps between its words."""
_ENDS_SENTENCE = re.compile(r"[.!?…:;]['\"”»)]*/?\.?$")
_LEAD = re.compile(r"\([^()\d]{2,25}\)\s*[-–]\s*(?=\S)[^.]{40,}\.\s+\S.*[.…]$")
"""The lead of an article without its title: a dateline and more than one sentence."""
_BYLINE = re.compile(r"^(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*(?:\s+|\s*[-–,/&]\s*)?){1,8}$")


BULLETS = "-+•*–✔✓✅☑►▶▪■●○◆◇➢➤→⇒»"
ITEM = re.compile(rf"\s*(?:[{re.escape(BULLETS)}]|\d{{1,2}}[.)]|[a-zđ]\))\s*")
"""The mark of an item of a list."""


@cache
def _head_of_page() -> re.Pattern[str]:
    """Above the title: the section of the site, with the date or not; the path to the page; its menu."""
    section = rf"(?:{any_of('sections')}|thong tin(?: [a-z]+){{0,3}})"
    return re.compile(
        rf"^{section}(?:\s*[-–—,&/|>»›]\s*{section})*"
        r"(?:\s+(?:(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat),?.{0,40}|[\d/]{8,10}.{0,20}))?$"
        r"|^[^.;:!?\d|]{2,45}(?:\s+[>»›/]\s+[^.;:!?\d|]{2,60})+$"
        r"|^[^.;:!?\d|]{2,45}(?:\s+\|\s+[^.;:!?\d|]{2,40}){3,}$"
    )


@cache
def _letterhead() -> re.Pattern[str]:
    """Above the title: in capitals, whose page it is."""
    return re.compile(rf"^(?:{any_of('letterheads')})\s(?!.*\b(?:{any_of('no-letterheads')})\b)[^\d.:;!?]{{3,80}}$")


def is_letterhead(line: str) -> bool:
    """Whether a line is the name, in capitals, of the body whose page it is."""
    return line.isupper() and bool(_letterhead().match(fold(line)))


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of an article, in order, each with its kind.

    The first line of running words is the title, and so is the letterhead above it; lines that repeat it are furniture.
    After a heading such as "Cùng chuyên mục" everything is a teaser of another article.
    """
    found: list[Paragraph] = []
    teasers = False
    title: str | None = None
    begun = announced = False
    for match in re.finditer(r"[^\n\r]+", text):
        line = match[0]
        body = line.strip()
        if not body:
            continue
        start = match.start() + line.index(body)
        folded = fold(body) if len(body) < _LONGEST_LINE else ""
        kind = Kind.BODY
        announced = announced and bool(_BULLETED_TEASER.match(line))
        if teasers or _TEASERS.match(folded):
            teasers, kind = True, Kind.TEASER
        elif _TEASER_LINE.match(folded):
            kind = Kind.TEASER
        elif _BULLETED_TEASER.match(line):
            announced = announced or (bool(found) and found[-1].kind is Kind.BODY and found[-1].text.endswith(":"))
            others = bool(found) and found[-1].kind is Kind.TEASER and bool(_BULLETED_TEASER.match(found[-1].text))
            alike = not announced and _looks_like_teaser(text[match.end() : match.end() + 80], line, others)
            kind = Kind.TEASER if alike else Kind.BODY
        elif (
            _FURNITURE.match(folded)
            or _DATELINE.match(folded)
            or (len(body) < LONGEST_DATED and _A_DAY.search(body) and DATED.fullmatch(body))
            or len(body) < 3
            or (title is None and not begun and (_head_of_page().match(folded) or _MENU.match(body)))
            or (title is not None and folded and title.endswith(folded))
        ):
            kind = Kind.FURNITURE
        elif _CAPTION.search(folded) and len(body) < 250:
            kind = Kind.CAPTION
        elif title is None and len(body) < 300 and not begun and not _LEAD.match(body):
            kind = Kind.TITLE
            title = None if is_letterhead(body) else folded
        elif not _ENDS_SENTENCE.search(body) and len(body) < 160:
            if _BYLINE.match(body):
                kind = Kind.FURNITURE
            elif body.endswith("|") or body.startswith("("):
                kind = Kind.CAPTION
            else:
                kind = Kind.SUBHEADING
        elif body.startswith("(") and body.endswith(")"):
            kind = Kind.CAPTION
        begun = begun or kind is Kind.BODY
        found.append(Paragraph(start, start + len(body), body, kind))
    return found


def _looks_like_teaser(following: str, line: str, others: bool) -> bool:
    """Whether a bulleted line is a teaser: it stands among others, or the next line tells how long ago it appeared. One
    with a score out of its maximum, or with more behind a semicolon, is none."""
    if _RESULT.search(line):
        return False
    return others or bool(
        _BULLETED_TEASER.match(following.lstrip("\r\n")) or re.search(r"\b(?:trước|ago)\b", line[-30:])
    )
