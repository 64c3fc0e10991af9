"""In which organisation a post is held that a sentence names, where it says so itself or the article has told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.claims import Unit
from cchc.loaders.articles.bodies import body, government, local_body
from cchc.loaders.articles.committees import BARE_COMMITTEE, COMMITTEE, steering_committee
from cchc.loaders.articles.context import unit_of
from cchc.loaders.articles.evidence import Passage

_AT_POINT = re.compile(r"điểm cầu\s+(?:của\s+)?(?:tỉnh\s+|thành phố\s+|TP\.?\s+)?", re.I)
OF = re.compile(r"^\s*(?:của\s+)?")
UNKNOWN = "?"
"""Stands for a body that is none of ours, so that its head is not that of the steering committee."""
OF_A_MINISTRY = ("Bộ trưởng", "Thứ trưởng", "Thứ trưởng Thường trực", "Thứ trưởng thường trực")
"""Posts that need no organisation beside them: that of the ministry talked about."""
_COMMITTEE_OF = re.compile(
    rf"\b{COMMITTEE}\s+(?:của\s+)?(?:(?P<government>Chính phủ)"
    r"|(?P<province>[Tt]ỉnh|[Tt]hành phố|TP\b)(?:\s+(?=[A-ZĐ]))?|(?P<ministry>Bộ(?=\s*[,;.)(]|\s+(?![A-ZĐ])))"
    r"|(?=[A-ZĐ]))"
)
_COMMITTEE_HEAD = re.compile(r"(?:Phó )?Trưởng(?: [Bb]an)?|Phó [Bb]an")


@dataclass(frozen=True, slots=True)
class PostMention:
    """A post that a sentence names, with the words for its organisation; offsets are those of the sentence."""

    title: str
    organization: str
    start: int
    end: int


def committee_named(passage: Passage, province: Unit | None) -> Unit | None:
    """The steering committee of a ministry, of a province or of the Government that a sentence names, which those after
    it mean by "Ban Chỉ đạo".

    :param province: the one that "tỉnh" means.
    """
    text = passage.plain
    for match in _COMMITTEE_OF.finditer(text) if "Chỉ đạo" in text or "BCĐ" in text else ():
        if match["government"]:
            return body(match[0], None, passage.names)
        beside = next((m for m in passage.matches if m.start == match.end()), None)
        ministry = next((e for e in beside.entries if e.type == "Ministry"), None) if beside else None
        if ministry:
            return steering_committee(unit_of(ministry))
        if match["province"]:
            return body(text[match.start() : beside.end if beside else match.end()], province, passage.names)
        named = passage.context.named.get("bộ") if match["ministry"] else None
        if named:
            return steering_committee(named)
    return None


def organizations(
    passage: Passage, posts: Sequence[PostMention], position: int, province: Unit | None
) -> list[Unit | None]:
    """The organisation in which each of the posts of a person is held; None where it is not known.

    :param position: where the person is named. ``province``: whose provincial bodies are meant where the sentence does
        not say.
    """
    whose = _province_named(passage, posts) or _province_at(passage, position) or province
    found = [None if _is_bare(post) else _organization(post, passage, whose) for post in posts]
    held = [unit for unit in found if unit]
    told = zip(posts, found, strict=True)
    return [_committee(post, passage, whose, held) if _is_bare(post) else unit for post, unit in told]


def _is_bare(post: PostMention) -> bool:
    """Whether a post is one in a steering committee, not said whose that is."""
    phrase = OF.sub("", post.organization)
    return bool(BARE_COMMITTEE.fullmatch(phrase) if phrase else _COMMITTEE_HEAD.fullmatch(post.title))


def _committee(post: PostMention, passage: Passage, province: Unit | None, held: list[Unit]) -> Unit | None:
    """The steering committee that is meant: that of the province for who holds a post in it; else the one named last,
    but none of a province for a minister."""
    named = passage.context.committee
    if post.organization.endswith("Bộ"):
        ministry = next((u for u in held if u.kind == "Ministry"), None) or passage.context.named.get("bộ")
        return steering_committee(ministry) if ministry else named
    its_own = province is not None and named is not None and named.within == province.path
    if province is not None and any(unit.within == province.path for unit in held):
        return named if its_own else body("Ban Chỉ đạo CCHC tỉnh", province, passage.names)
    if named and not (its_own and held):
        return named
    return body("Ban Chỉ đạo", None, passage.names)


def _organization(post: PostMention, passage: Passage, province: Unit | None) -> Unit | None:
    phrase = OF.sub("", post.organization)
    if phrase == UNKNOWN:
        return None
    if "Thủ tướng" in post.title:
        return government(passage.names)
    if not phrase and post.title.casefold() in ("tỉnh ủy viên", "thành ủy viên"):
        phrase = "Tỉnh ủy"
    if not phrase and post.title.startswith(OF_A_MINISTRY):
        phrase = "Bộ"
    if not phrase:
        return None
    if phrase in ("Bộ", "Sở"):
        return passage.context.named.get(phrase.casefold())
    local = local_body(phrase, passage.context.named)
    if local and _names_another(passage, post.end, local):
        return None
    return local or body(phrase, province, passage.names)


def _names_another(passage: Passage, position: int, local: Unit) -> bool:
    """Whether a name follows that is not that of the district meant: "UBND huyện Vân Hồ", after talk of Mộc Châu."""
    following = passage.plain[position:]
    start = position + len(following) - len(following.lstrip())
    if not following.lstrip()[:1].isupper() or any(begin == start for begin, _ in passage.persons):
        return False
    name = re.split(r"\s(?=[A-ZĐÀ-Ỹ])", local.name.removeprefix("UBND ").removeprefix("HĐND "), maxsplit=1)[-1]
    return not following.lstrip().startswith(name)


def ministry_before(passage: Passage, position: int) -> Unit | None:
    """The one ministry that a sentence names before a place."""
    named = [e for m in passage.matches if m.end <= position for e in m.entries if e.type == "Ministry"]
    return unit_of(named[0]) if named and all(e.path == named[0].path for e in named) else None


def _province_named(passage: Passage, posts: Sequence[PostMention]) -> Unit | None:
    """The province that one of a person's posts names, so that the others are in it too: "Bí thư Tỉnh ủy, Chủ tịch
    HĐND tỉnh Đồng Tháp"."""
    for post in posts:
        for match in passage.names.find(post.organization):
            entry = next((e for e in match.entries if e.type == "Province"), None)
            if entry:
                return unit_of(entry)
    return None


def _province_at(passage: Passage, position: int) -> Unit | None:
    """The province of the connecting point that a sentence tells of before a place."""
    for match in _AT_POINT.finditer(passage.text, 0, position):
        for named in passage.names.find(passage.text[match.end() : match.end() + 40]):
            entry = next((e for e in named.entries if e.type == "Province"), None)
            if entry and named.start == 0:
                return unit_of(entry)
            break
    return None
