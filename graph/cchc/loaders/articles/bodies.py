"""Which organisation a phrase such as "UBND tỉnh" or "Ban Chỉ đạo CCHC tỉnh" means in an article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cchc.claims import Unit
from cchc.loaders.articles.committees import STEERING, steering_committee
from cchc.loaders.articles.context import unit_of
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.vietnamese import slug

_PROVINCIAL_BODIES = (
    # phrase, step of the IRI, class, name, English name
    (
        r"(?:UBND|Ủy ban nhân dân)\s+(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)", "ubnd-tinh", "PeoplesCommittee",
        "UBND {tỉnh} {}", "People's Committee of {}",
    ),
    (r"[Tt]ỉnh ủy|[Tt]hành ủy", "tinh-uy", "PartyCommittee", "{Tỉnh} ủy {}", "Party Committee of {}"),
    (
        r"(?:HĐND|Hội đồng nhân dân)\s+(?:[Tt]ỉnh|[Tt]hành phố)", "hdnd-tinh", "AdministrativeUnit",
        "HĐND {tỉnh} {}", "People's Council of {}",
    ),
    (
        r"Trung tâm Phục vụ [Hh]ành chính công\s+(?:của\s+)?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)",
        "trung-tam-phuc-vu-hanh-chinh-cong", "AdministrativeUnit",
        "Trung tâm Phục vụ hành chính công {}", "Public Administration Service Centre of {}",
    ),
    (
        rf"{STEERING}(?:\s+(?:CCHC|[Cc]ải cách hành chính(?:\s+\(\w+\))?))?(?:\s+của)?\s+"
        r"(?:[Tt]ỉnh|[Tt]hành phố|TP\b)",
        "ban-chi-dao-cchc", "SteeringCommittee",
        "Ban Chỉ đạo CCHC {tỉnh} {}", "Steering Committee for Administrative Reform of {}",
    ),
)  # fmt: skip
_HEADS = {False: {"tỉnh": "tỉnh", "Tỉnh": "Tỉnh"}, True: {"tỉnh": "thành phố", "Tỉnh": "Thành"}}
"""What a province, or a centrally run city, is called in the names of its bodies."""
_LONGEST_NAME = 30
_OF_A_CITY = re.compile(r"\s(?:thành phố|TP\b)|^thành ủy", re.I)
_COMMITTEE = ("ubnd", "PeoplesCommittee", "UBND {}", "People's Committee of {}")
_COUNCIL = ("hdnd", "AdministrativeUnit", "HĐND {}", "People's Council of {}")
_CENTRE = (
    "trung-tam-phuc-vu-hanh-chinh-cong", "AdministrativeUnit", "Trung tâm Phục vụ hành chính công {}",
    "Public Administration Service Centre of {}",
)  # fmt: skip
_LOCAL_BODIES = {
    "UBND": _COMMITTEE, "Ủy ban nhân dân": _COMMITTEE, "HĐND": _COUNCIL, "Hội đồng nhân dân": _COUNCIL,
    "Trung tâm Phục vụ hành chính công": _CENTRE, "Trung tâm Phục vụ Hành chính công": _CENTRE,
}  # fmt: skip
_LOCAL_BODY = re.compile(
    rf"(?P<body>{'|'.join(_LOCAL_BODIES)})\s+(?P<head>[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Đđ]ặc khu)\b"
)
BOARD = (
    r"(?:Tổ chức|Tuyên giáo(?:\s+và\s+Dân vận)?|Dân vận|Nội chính|Kiểm tra|Pháp chế|Kinh tế(?:\s*[-–]\s*Ngân sách)?"
    r"|Văn hóa\s*[-–]\s*Xã hội|Dân tộc|Đô thị)\s+(?P<of>[Tt]ỉnh ủy|[Tt]hành ủy|HĐND\s+(?:[Tt]ỉnh|[Tt]hành phố))"
)
"""What the board of a provincial body is for, behind "Ban"."""
_BOARD = re.compile(rf"Ban\s+{BOARD}")
_PARTY_BODIES = (
    (re.compile(r"Bộ Chính trị\b"), Unit("bo-chinh-tri", "Bộ Chính trị", "PartyCommittee", None, "Politburo")),
    (
        re.compile(r"(?:(?:Ban Chấp hành|BCH)\s+)?Trung ương\s+Đảng\b"),
        Unit(
            "ban-chap-hanh-trung-uong-dang", "Ban Chấp hành Trung ương Đảng", "PartyCommittee", None,
            "Party Central Committee",
        ),
    ),
)  # fmt: skip
"""Bodies of the Party that officials are members of besides their posts."""
_STEERING = re.compile(rf"{STEERING}\b")
_PRIME_MINISTER = re.compile(r"(?:Phó\s+)?Thủ tướng\b")
_GOVERNMENT = "chinh-phu"
_GOVERNMENT_STEERING_COMMITTEE = "ban-chi-dao-cchc-chinh-phu"

ORGANIZATION = (
    r"(?:(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân)\s+(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|huyện|thị xã|quận|xã|phường)"
    r"|Trung tâm Phục vụ [Hh]ành chính công\s+(?:của\s+)?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|huyện|thị xã|quận|xã|phường"
    r"|đặc khu)"
    r"|[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy"
    r"|(?:(?:Ban Chấp hành|BCH)\s+)?Trung ương\s+Đảng|Bộ Chính trị|Chính phủ|Quốc hội"
    rf"|{STEERING}(?:\s+\(BCĐ\))?(?:\s+(?:CCHC|[Cc]ải cách hành chính"
    r"(?:\s+\(CCHC\))?))?(?:\s+của)?(?:\s+(?:Chính phủ|[Tt]ỉnh|[Tt]hành phố|TP\b|Bộ(?=\s*[,;.)(]|\s+[A-ZĐ])))?"
    r"|(?:[Bb]ộ|[Ss]ở|Ban Quản lý|Ngân hàng Nhà nước|Văn phòng|Thanh tra|Ủy ban|Vụ|Cục|Phòng)\s+[A-ZĐ][\w]*"
    r"(?:(?:\s+(?:và|các)|,|\s*-)?\s+[A-ZĐÀ-Ỹ][\w]*|\s+(?:vụ|tư|tế|lý|nghệ|trường|chính|hành|cách|thông|đào|tạo|dịch)\b)*)"
)
"""A phrase that names an organisation, as it stands after a post."""


def body(phrase: str, province: Unit | None, names: Gazetteer) -> Unit | None:
    """The organisation that a phrase names; a provincial one is that of ``province`` unless the phrase says whose."""
    phrase = " ".join(phrase.split())
    phrase = phrase[:1].upper() + phrase[1:]  # "giám đốc sở Nội vụ"
    units = [e for m in names.find(phrase) for e in m.entries if e.kind == "unit"]
    named = next((e for e in units if e.type == "Province"), None)
    whose = Unit(named.path, named.label, named.type, None, named.label_en, True) if named else province
    board = _BOARD.match(phrase)
    if board:
        kind = "AdministrativeUnit" if board["of"].startswith("HĐND") else "PartyCommittee"
        return whose and Unit(f"{whose.path}/{slug(phrase)}", f"{phrase} {whose.name}", kind, whose.path)
    for pattern, step, kind, name, name_en in _PROVINCIAL_BODIES:
        if re.match(pattern, phrase):
            city = whose is not None and _is_city(whose, names)
            if whose is None or (_OF_A_CITY.search(phrase) and not city):
                return None  # "UBND thành phố Hà Giang" is that of a district of the province.
            return Unit(
                f"{whose.path}/{step}",
                name.format(whose.name, **_HEADS[city]),
                kind,
                whose.path,
                name_en.format(whose.name_en or whose.name),
            )
    if _PRIME_MINISTER.match(phrase):
        return _known(names, _GOVERNMENT)
    party = next((unit for pattern, unit in _PARTY_BODIES if pattern.match(phrase)), None)
    if party:
        return party
    if _STEERING.match(phrase):
        ministry = next((e for e in units if e.type == "Ministry"), None)
        if ministry:
            return steering_committee(unit_of(ministry))
        return _known(names, _GOVERNMENT_STEERING_COMMITTEE)
    known = next((e for e in units if e.type != "Province"), None)
    if known:
        return Unit(known.path, known.label, known.type, None, known.label_en, True)
    kinds = [e for m in names.find(phrase) for e in m.entries if e.kind == "unit-type" and e.of == "Department"]
    if kinds and whose:
        return Unit(f"{whose.path}/{kinds[0].path}", kinds[0].label, "Department", whose.path, kinds[0].label_en)
    if phrase.startswith("Sở ") and whose:
        return Unit(f"{whose.path}/{slug(phrase)}", phrase, "Department", whose.path)
    return None


def _is_city(province: Unit, names: Gazetteer) -> bool:
    """Whether a province is a centrally run city, as one of its names says."""
    named = (m for m in names.find(f"thành phố {province.name}") if m.start == 0)
    return any(e.path == province.path for m in named for e in m.entries)


def end_of_city(text: str, start: int, end: int, names: Gazetteer) -> int | None:
    """Where the name of a city ends whose head noun is the end of the name of its body: "UBND TP.HCM"."""
    head = text.rfind("TP", start, end)
    named = next(iter(names.find(text[head : head + _LONGEST_NAME])), None) if head >= 0 else None
    if named is None or named.start or not any(e.type == "Province" for e in named.entries):
        return None
    return head + named.end if head + named.end > end else None


def is_of_the_party(unit: Unit) -> bool:
    """Whether a body is one of the Party as a whole."""
    return any(unit is party for _, party in _PARTY_BODIES)


def local_body(phrase: str, named: Mapping[str, Unit]) -> Unit | None:
    """The committee of a district or commune that a phrase without its name means: of the one ``named`` last with that
    head noun ("UBND huyện"), if there is one."""
    match = _LOCAL_BODY.match(phrase)
    whose = named.get(match["head"].casefold()) if match else None
    if match is None or whose is None:
        return None
    step, kind, name, name_en = _LOCAL_BODIES[match["body"]]
    return Unit(f"{whose.path}/{step}", name.format(whose.name), kind, whose.path, name_en.format(whose.name))


def _known(names: Gazetteer, path: str) -> Unit | None:
    entry = names.by_path.get(("unit", path))
    return Unit(path, entry.label, entry.type, None, entry.label_en, True) if entry else None


def government(names: Gazetteer) -> Unit | None:
    """The Government, in which the Prime Minister and the deputies hold their posts."""
    return _known(names, _GOVERNMENT)
