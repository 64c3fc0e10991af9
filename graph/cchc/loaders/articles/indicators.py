"""Figures outside the indices: shares of files handled online, procedures cut, services online, awards given."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain

from cchc.claims import Concept, IndicatorValue
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.patterns import PERIOD
from cchc.vietnamese import slug
from cchc.vietnamese.numbers import DIGITS, WORDS, parse_number, parse_words
from cchc.vietnamese.scanning import Pattern

_I = re.IGNORECASE
_ABOUT = r"(?P<precision>khoảng|gần|xấp xỉ|trên|hơn|bình quân|trung bình)?"
_WHOSE = r"(?:\s+của\s+(?P<whose>(?:các\s+)?(?:bộ,?\s*ngành|bộ|địa phương|tỉnh|sở,?\s*ngành)))?"
_SHARE = Pattern(
    rf"\b(?P<name>(?:tỷ|tỉ) lệ\s+[^,;.:%\d]{{3,80}}?(?:\s+mức độ\s+\d(?:\s*(?:và|,)\s*\d)*)?){_WHOSE}\s+(?:mới\s+"
    rf"|chỉ\s+|đã\s+|cũng\s+)*(?:đạt|được|là|chiếm)(?:\s+tỷ lệ)?\s+{_ABOUT}\s*(?P<number>{DIGITS})\s*%",
    _I,
)
_SAME_SHARE = re.compile(
    rf"^[\s,]*(?:còn\s+)?của\s+(?P<whose>(?:các\s+)?(?:bộ,?\s*ngành|bộ"
    rf"|địa phương))\s+(?:đạt\s+)?{_ABOUT}\s*(?P<number>{DIGITS})\s*%",
    _I,
)
_GROWTH = re.compile(
    rf"^[\s,]*tăng\s+(?:gấp\s+)?(?P<factor>{DIGITS})\s*lần(?:\s+so với\s+năm\s+(?P<year>(?:19|20)\d\d))?",
    _I,
)
_COUNTED = (
    r"thủ tục hành chính|TTHC|dịch vụ công trực tuyến|dịch vụ công|hồ sơ|quy định kinh doanh|điều kiện kinh doanh"
    r"|quy trình|văn bản|vị trí việc làm"
)
_ACTION = Pattern(
    rf"\b(?P<action>(?:cắt giảm|đơn giản hóa|cung cấp|tiếp nhận|giải quyết|xử lý|công bố|ban hành|kết nối|tích hợp"
    rf"|rà soát|xây dựng quy trình)[^.;:\d]{{0,60}}?)"
    rf"\s*(?P<precision>khoảng|gần|trên|hơn)?\s*(?P<number>{DIGITS})\s+(?P<noun>{_COUNTED})",
    _I,
)
_ACTION_SHARE = Pattern(
    rf"\b(?P<action>(?:rút ngắn|cắt giảm|giảm)\s+)(?P<precision>khoảng|gần|trên"
    rf"|hơn)?\s*(?P<number>{DIGITS})\s*%\s+(?P<noun>thời gian giải quyết)",
    _I,
)
_REACHING = re.compile(rf"^[\s,]*đạt\s+(?:tỷ lệ\s+)?(?P<number>{DIGITS})\s*%")
_WHO_DID = Pattern(
    rf"\b(?P<number>{DIGITS})\s*%\s+(?P<who>(?:các\s+)?(?:bộ[^.;]{{0,20}}?(?:địa phương|ngành)|địa phương|đơn vị"
    rf"|cơ quan))\s+(?:đã\s+)?(?P<action>[^,;.\d]{{5,90}})",
    _I,
)
_FILES = r"hồ sơ|thủ tục hành chính|TTHC|dịch vụ công(?: trực tuyến)?|kết quả giải quyết"
_DONE = r"tiếp nhận|giải quyết|xử lý|trả kết quả|số hóa|thanh toán|nộp|cung cấp|ký số"
_OF_FILES = Pattern(
    rf"(?<![\w/.,])(?P<number>{DIGITS})\s*%\s+(?:(?:trong\s+)?(?:tổng\s+)?số\s+)?(?P<what>(?:{_FILES})\b[^,;.:%\d()]{{0,50}}?)"
    rf"(?:\s+(?:của|trong|toàn)\s+(?:tỉnh|thành phố|huyện))?\s+(?P<action>(?:đã\s+)?(?:được\s+|có\s+)?(?:{_DONE})\b"
    r"[^,;.:%\d()]{0,50}?)(?=\s*(?:[,;.)]|$)|\s+(?:và|trong năm|năm|song|nhưng)\b)",
    _I,
)
"""Files, and what was done with so many of a hundred: "96,4% hồ sơ của tỉnh được giải quyết đúng hạn"."""
_DONE_WITH = Pattern(
    rf"\b(?P<action>(?:{_DONE})(?:\s+(?:qua mạng|trực tuyến|đúng hạn|đúng và trước hạn|trước hạn|trước và đúng hạn"
    rf"|toàn trình|một phần|điện tử|qua \w+ \w+))*)\s+(?:cho\s+|được\s+)?(?P<number>{DIGITS})\s*%\s+"
    r"(?:(?:tổng\s+)?số\s+)?"
    rf"(?P<what>(?:{_FILES})\b(?:\s+(?:thủ tục hành chính|TTHC))?)",
    _I,
)
"""The same with the files behind: "tiếp nhận qua mạng 81,3% hồ sơ"."""
_ALL_OF = Pattern(
    r"(?<![\w/])(?P<number>\d{1,3})/(?P<of>\d{1,3})\s+(?P<who>địa phương|tỉnh|tỉnh, thành phố|bộ"
    r"|bộ, ngành)\s+(?:đã\s+)(?P<action>[^,;.\d]{5,90}?)(?=\s+(?:do|để|theo)\b|[,;.]|$)",
    _I,
)
_AWARD = Pattern(
    rf"\b(?P<award>Cờ thi đua|Bằng khen|Giấy khen|Huân chương[^,;.\d]{{0,20}})\b(?P<rest>(?:\s+cho|\s+và|\s*,"
    rf"|\s+(?:\d{{1,4}}|{WORDS})\s+(?:tập thể|cá nhân|đơn vị))+)"
)
_AWARDED = re.compile(rf"(?P<number>\d{{1,4}}|{WORDS})\s+(?P<who>tập thể|cá nhân|đơn vị)", _I)
_AT_WHOM = re.compile(r"(?:Tại|Ở|Đối với)\s+(?P<whose>(?:các\s+)?(?:bộ,?\s*ngành|địa phương))\b")
_PERHAPS = re.compile(r"\d|tập thể|cá nhân")
_OF_HOME = Pattern(r"\b(?:toàn|trên địa bàn|của|trong)\s+(?:tỉnh|thành phố)\b(?!\s+(?-i:[A-ZĐ]))", re.I)
_AIMED = re.compile(
    r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|yêu cầu|đề nghị|bảo đảm|đảm bảo|phải|cần|tối thiểu|ít nhất|kế hoạch|nâng"
    r"|hướng tới|hướng đến)\b[^;.]*\Z",
    _I,
)
"""Before a share that somebody is to reach."""
_OF_NATION = re.compile(r"\b(?:cả nước|toàn quốc|quốc gia|các bộ|bộ,? ngành)\b", re.I)
_PRECISION = {"khoảng": "about", "gần": "about", "xấp xỉ": "about", "trên": "more-than", "hơn": "more-than"}


def indicators(passage: Passage, spans_taken: list[tuple[int, int]]) -> list[IndicatorValue]:
    """The indicator values of a sentence; places that already say something about an index are left alone."""
    text = passage.plain
    if not _PERHAPS.search(text):
        return []
    taken = list(spans_taken)
    found: list[IndicatorValue] = []

    def own_year(at: int) -> int | None:
        """The year of the months that the sentence counts in, before a place: "Trong quý I/2024, tỉnh tiếp nhận …"."""
        told = [m for m in PERIOD.finditer(text.folded, 0, at) if m["year"]]
        return int(told[-1]["year"]) if told else None

    def add(
        name: str, number: str, start: int, end: int, measure: str, *, at: int, whose: str | None = None,
        precision: str | None = None, factor: str | None = None, since: str | None = None,
    ) -> None:  # fmt: skip
        if any(s < at + len(number) and at < e for s, e in taken):
            return
        taken.append((at, at + len(number)))
        name = _tidy(name)
        context = passage.context
        place = _AT_WHOM.match(text)
        itself = bool(context.home) and (whose or "").casefold() == "tỉnh"
        population = None if itself else _population(whose or (place["whose"] if place else ""))
        at_home = context.local or context.unit == context.home or bool(_OF_HOME.search(text))
        unit = context.home if population is None and at_home else None
        # In a province's article, a figure that names nobody is not the nation's for want of another owner.
        owned = bool(unit or population or context.home is None or _OF_NATION.search(text))
        value = parse_number(number) if number[0].isdigit() else Decimal(parse_words(number))
        found.append(
            IndicatorValue(
                indicator=_concept(passage, "indicator", name), value=value,
                unit_of_measure=measure if measure == "percent" else _concept(passage, "measure", measure),
                year=own_year(at) or (not context.dated and context.counted_in) or context.year
                or context.document_year, unit=unit,
                population=population or (None if unit else "nation"),
                precision=_PRECISION.get((precision or "").casefold(), "exact"),
                status="stated" if owned else "candidate",
                factor=parse_number(factor) if factor else None, compared_with=int(since) if since else None,
                quotes=(passage.quote(start, end),),
            )
        )  # fmt: skip

    for match in _SHARE.finditer(text):
        name = match["name"]
        whose = match["whose"]
        add(
            name,
            match["number"],
            match.start(),
            match.end(),
            "percent",
            at=match.start("number"),
            whose=whose,
            precision=match["precision"],
        )
        position = _growth(add, text, match.end(), name, whose)
        again = _SAME_SHARE.match(text[position:])
        if again:
            start = position + again.start("whose")
            add(
                name, again["number"], start, position + again.end(), "percent", at=position + again.start("number"),
                whose=again["whose"], precision=again["precision"],
            )  # fmt: skip
            _growth(add, text, position + again.end(), name, again["whose"])
    for match in _ACTION_SHARE.finditer(text):
        following = re.match(rf"\s+với\s+(?P<number>{DIGITS})\s+(?P<noun>{_COUNTED})", text[match.end() :])
        name = f"{match['action']}{match['noun']}"
        add(name, match["number"], match.start(), match.end(), "percent", at=match.start("number"))
        if following:
            start = match.end() + following.start("number")
            noun = following["noun"]
            add(
                f"{noun} được {name}", following["number"], match.start(), match.end() + following.end(), noun, at=start
            )
    for match in _ACTION.finditer(text):
        name = f"{match['action']} {match['noun']}"
        measure = match["noun"]
        add(
            name,
            match["number"],
            match.start(),
            match.end(),
            measure,
            at=match.start("number"),
            precision=match["precision"],
        )
        reaching = _REACHING.match(text[match.end() :])
        if reaching:
            add(
                f"tỷ lệ {name}", reaching["number"], match.start(), match.end() + reaching.end(), "percent",
                at=match.end() + reaching.start("number"),
            )  # fmt: skip
    for match in _WHO_DID.finditer(text):
        name = f"tỷ lệ {match['who']} {match['action']}"
        add(name, match["number"], match.start(), match.end(), "percent", at=match.start("number"), whose=match["who"])
    for match in chain(_OF_FILES.finditer(text), _DONE_WITH.finditer(text)):
        if _AIMED.search(text, 0, match.start()):
            continue
        name = f"tỷ lệ {match['what']} {match['action']}"
        add(name, match["number"], match.start(), match.end(), "percent", at=match.start("number"))
    for match in _ALL_OF.finditer(text):
        name = f"số {match['who']} {match['action']}"
        add(
            name,
            match["number"],
            match.start(),
            match.end(),
            match["who"],
            at=match.start("number"),
            whose=match["who"],
        )
    for match in _AWARD.finditer(text):
        for given in _AWARDED.finditer(match["rest"]):
            start = match.start("rest") + given.start("number")
            name = f"{match['award']} tặng {given['who']}"
            add(name, given["number"], match.start(), match.start("rest") + given.end(), given["who"], at=start)
    return found


def _growth(add, text: str, position: int, name: str, whose: str | None) -> int:  # type: ignore[no-untyped-def]
    """Reads "tăng 1,5 lần so với năm 2022" after a share; the place after it."""
    growth = _GROWTH.match(text[position:])
    if not growth:
        return position
    end = position + growth.end()
    add(
        name, growth["factor"], position + growth.start("factor") - 5, end, "lần", at=position + growth.start("factor"),
        whose=whose, factor=growth["factor"], since=growth["year"],
    )  # fmt: skip
    return end


def _concept(passage: Passage, kind: str, name: str) -> Concept:
    """The indicator or unit of measure of this name; one that the ontology lacks is named by the source."""
    entry = passage.names.by_path.get((kind, slug(name)))
    return Concept(entry.path, entry.label, entry.label_en, True) if entry else Concept(slug(name), name)


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,-–")
    name = re.sub(r"\s+(?:trên|khoảng|gần|hơn|với)$", "", name)
    return name[:1].upper() + name[1:]


def _population(whose: str) -> str | None:
    whose = whose.casefold()
    if "bộ" in whose and "địa phương" in whose:
        return "nation"
    if "bộ" in whose:
        return "ministries"
    return "localities" if "địa phương" in whose or "tỉnh" in whose else None
