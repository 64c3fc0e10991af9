"""Officials: who holds which posts, as a text attests it, with posts before or after the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.claims import Post, Unit
from cchc.loaders.articles.bodies import BOARD, ORGANIZATION, end_of_city, is_of_the_party
from cchc.loaders.articles.committees import STEERING
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.offices import (
    OF,
    OF_A_MINISTRY,
    UNKNOWN,
    PostMention,
    committee_named,
    ministry_before,
    organizations,
)
from cchc.vietnamese.scanning import Pattern

POST_HEAD = (
    r"(?:Tổng [Bb]í thư|(?:[Pp]hó )?[Cc]hủ tịch nước|(?:[Pp]hó )?Thủ tướng|[Bb]ộ trưởng|[Tt]hứ trưởng"
    r"|(?:[Pp]hó )?[Tt]hống đốc|(?:[Pp]hó )?[Tt]ổng [Tt]hanh tra"
    r"|(?:[Pp]hó )?[Cc]hủ tịch|(?:[Pp]hó )?[Bb]í thư|(?:[Pp]hó )?[Gg]iám đốc|(?:[Pp]hó )?[Cc]ục trưởng"
    r"|(?:[Pp]hó )?[Vv]ụ trưởng|(?:[Pp]hó )?[Vv]iện trưởng"
    rf"|(?:[Pp]hó )?[Tt]rưởng(?=\s+{STEERING})|(?:Trưởng|[Pp]hó [Tt]rưởng) [Bb]an|[Pp]hó [Bb]an"
    r"|(?:[Pp]hó )?[Tt]rưởng [Pp]hòng|(?:[Pp]hó )?[Cc]hánh [Vv]ăn phòng|(?:[Pp]hó )?[Cc]hánh [Tt]hanh tra"
    r"|(?:[Pp]hó )?[Cc]hủ nhiệm|[Tt]ỉnh ủy viên|[Tt]hành ủy viên|[Ủủ]y viên Ban [Tt]hường vụ|[Ủủ]y viên dự khuyết"
    r"|[Ủủ]y viên|(?:[Pp]hó )?[Tt]rưởng [Đđ]oàn)"
)
"""What the name of a post begins with."""
_POST = Pattern(
    rf"\b(?P<title>(?:Quyền\s+)?{POST_HEAD}(?:\s+(?:[Tt]hường trực"
    rf"|chuyên trách))?)"
    # "Trưởng phòng Cải cách hành chính (Sở Nội vụ)"
    rf"(?:(?:(?<=rưởng\s[Pp]hòng)|(?<=[VCvc]ụ\strưởng)"
    rf"|(?<=[VCvc]ục\strưởng))\s+(?P<office>[A-ZĐÀ-Ỹ]\w*(?:\s+[\w&]+){{0,6}}?)\s*(?:[,(–-]\s*)?(?:(?:của|thuộc)\s+)?"
    rf"(?P<its>{ORGANIZATION})|(?<=[Vv]ụ\strưởng)\s+(?P<department>Vụ\s+[A-ZĐÀ-Ỹ]\w*(?:\s+[\w&]+){{0,6}}?)(?=\s*[;.)(]|$)"
    rf"|(?P<organization>\s*(?:của\s+)?{ORGANIZATION}|\s+(?:Bộ|Sở)(?=\s*[,;.)(]|\s+(?:cho|phát"
    rf"|đã|báo|nói)\b)))?"
)
_JOINT = re.compile(r"\s*(?:[,;]?\s*[-–]+\s*|,\s*|\s+và\s+|;\s*)")
_ONCE = r"(?:lúc|khi)\s+(?:đó|ấy|bấy giờ)|bấy giờ"
_ADDRESS = re.compile(rf"\s*(?:(?:{_ONCE}|đương nhiệm|hiện nay)\s+)?(?:(?:là|[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+)*")
_THEN = re.compile(rf"\s(?:{_ONCE})\s")
_WHOSE = re.compile(r"\s+(?:\(\w+\)\s+)?(?:của\s+)?(?:[Tt]ỉnh|[Tt]hành phố|Chính phủ|Bộ)\b")
_BARE = re.compile(r"\s+(?:của\s+)?")
_HEADED = re.compile(r"\s+(?:của\s+)?(?:[Tt]ỉnh|[Tt]hành phố|T[Pp]\.?)\s+")
_BARE_HEAD = re.compile(r"(?P<head>Bộ|Sở)\s+")
_BOARD_HEAD = re.compile(r"(?:Trưởng|Phó(?: Trưởng)?)(?: [Bb]an)\Z")
_ITS_BOARD = re.compile(
    rf"\s+(?:{BOARD}|(?:Dân tộc|Quản lý\s[^,;.()]{{3,60}}?)(?:\s+tỉnh)?"
    r"(?=\s*[,;.)(]|\s+(?:cho|phát|trình|báo|nêu|khẳng|chủ|dự|tham)\b))"
)
_OTHER_BOARD = re.compile(r"\s+(?!Chỉ\b)[A-ZĐÀ-Ỹ][^\W\d]*\s+[^\W\d]")
_LONGEST_FIELD = 60
_CAPITALS = re.compile(
    r"^\w|(?<=^Phó )(?!ban\b)\w|(?:(?<=^Tổng )|(?<=^Phó Tổng )|(?<=^Chánh )|(?<=^Phó Chánh ))\w", re.I
)
"""The letters of a post that are capitals, though newspapers write "Phó chủ tịch"."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person in a sentence with the posts attached to the name; offsets are those of the sentence."""

    name: str
    start: int
    end: int
    posts: tuple[tuple[str, Unit, int, int], ...]

    @property
    def office(self) -> tuple[str, Unit] | None:
        """The post that counts where only one is told: the first, but for a seat in a body of the Party as a whole."""
        held = [(title, unit) for title, unit, _, _ in self.posts]
        return next((post for post in held if not is_of_the_party(post[1])), held[0] if held else None)

    @property
    def span(self) -> tuple[int, int]:
        """Where the name and the posts begin and end."""
        spans = [(self.start, self.end), *((start, end) for _, _, start, end in self.posts)]
        return min(start for start, _ in spans), max(end for _, end in spans)


def people(passage: Passage, province: Unit | None) -> list[PersonMention]:
    """The people of a sentence, in order. A name without a post beside it (a photographer, a byline) is nobody's here.

    ``province`` is whose provincial bodies are meant where the sentence does not say.
    """
    text = passage.plain
    spans = passage.persons
    passage.context.committee = committee_named(passage, province) or passage.context.committee
    if not spans:
        return []
    posts = list(_posts(passage))
    found: list[PersonMention] = []
    free = posts
    for begin, end in spans:
        if any(post.start <= begin < post.end for post in posts):
            continue
        before = _chain_before(text, free, begin)
        after = _chain_after(text, free, end, spans)
        free = [post for post in free if post not in after]
        held = []
        posts_held = (*before, *after)
        units = organizations(passage, posts_held, begin, province)
        for post, organization in zip(posts_held, units, strict=True):
            if post.title.startswith(OF_A_MINISTRY) and not post.organization:
                organization = organization or ministry_before(passage, begin)
                organization = passage.context.offices.get((_name(text, begin, end), post.title), organization)
            if organization is None:
                continue
            passage.context.offices.setdefault((_name(text, begin, end), post.title), organization)
            held.append((_title(post.title), organization, min(begin, post.start), max(end, post.end)))
        name = _name(text, begin, end)
        if held or any(m.name == name for m in found):
            found.append(PersonMention(name, begin, end, tuple(held)))
    return found


def _name(text: str, begin: int, end: int) -> str:
    return " ".join(text[begin:end].split())


def _posts(passage: Passage) -> Iterator[PostMention]:
    """The posts named in a sentence. An organisation that is known ends where its name ends, not where the capitals
    do."""
    known = {m.start: m.end for m in passage.matches if any(e.kind in ("unit", "unit-type") for e in m.entries)}
    provinces, ministries = (
        {m.start: m.end for m in passage.matches if any(e.type == kind for e in m.entries)}
        for kind in ("Province", "Ministry")
    )
    match = _POST.search(passage.plain)
    while match:
        group = "its" if match["its"] else "organization"
        organization = match[group] or ("Bộ" if match["department"] else "")
        end = match.end()
        if match[group]:
            start = match.start(group) + len(organization) - len(OF.sub("", organization, count=1))
            # "Chánh Văn phòng Bộ Nguyễn Văn Minh": a person's name is no part of the ministry's.
            head = _BARE_HEAD.match(passage.plain, start)
            if head and any(at == head.end() for at, _ in passage.persons):
                yield PostMention(_spelled(match["title"]), head["head"], match.start(), head.end("head"))
                match = _POST.search(passage.plain, head.end())
                continue
            longer = start in known and known[start] > end
            if longer or (
                start in known and start < known[start] < end and not _WHOSE.match(passage.plain, known[start])
            ):
                end = known[start]
                organization = passage.plain[start:end]
            # Whose it is may follow: "UBND tỉnh Hà Giang", "Sở Nội vụ tỉnh Hà Giang".
            whose = next((provinces[at] for at in _whose(passage.plain, end) if at in provinces), None)
            whose = whose or end_of_city(passage.plain, start, end, passage.names)
            if whose:
                end = whose
                organization = passage.plain[start:end]
        title = _spelled(f"{match['title']} {match['office'] or match['department'] or ''}")
        if not organization and end + 1 in ministries:  # "Phó Thống đốc NHNN"
            organization, end = passage.plain[end + 1 : ministries[end + 1]], ministries[end + 1]
        if not organization and title in OF_A_MINISTRY:
            # "Thứ trưởng Ngoại giao": the field is the rest of the ministry's name.
            field = next(iter(passage.names.find(f"Bộ{passage.plain[end : end + _LONGEST_FIELD]}")), None)
            if field and field.start == 0 and any(e.type == "Ministry" for e in field.entries):
                organization, end = f"Bộ{passage.plain[end : end + field.end - 2]}", end + field.end - 2
        if not organization and _BOARD_HEAD.search(title):
            board = _ITS_BOARD.match(passage.plain, end)
            if board:
                organization, end = f"Ban {board[0].strip()}", board.end()
            elif _OTHER_BOARD.match(passage.plain, end) and not any(at == end + 1 for at, _ in passage.persons):
                organization = UNKNOWN
        yield PostMention(title, organization.strip(), match.start(), end)
        match = _POST.search(passage.plain, end)


def _whose(text: str, position: int) -> tuple[int, ...]:
    """Where the name of a province may stand that says whose the body named before is."""
    bare, headed = _BARE.match(text, position), _HEADED.match(text, position)
    return tuple(match.end() for match in (bare, headed) if match)


def post_spans(passage: Passage) -> list[tuple[int, int]]:
    """Where a sentence names posts, with or without who holds them: "Bộ trưởng Bộ Nội vụ"."""
    return [(post.start, post.end) for post in _posts(passage)]


def posts_of(passage: Passage, mentions: list[PersonMention], attested_on: str | None) -> list[Post]:
    """One record for each post of each person. What one was "at that time" is attested for no day that is known."""
    return [
        Post(
            person=person.name, title=title, organization=organization,
            quotes=(passage.quote(start, end),),
            attested_on=None if _THEN.search(passage.plain, start, end) else attested_on,
        )
        for person in mentions
        for title, organization, start, end in person.posts
    ]  # fmt: skip


def _chain_before(text: str, posts: list[PostMention], position: int) -> list[PostMention]:
    chain: list[PostMention] = []
    edge = position
    for post in reversed([p for p in posts if p.end <= position]):
        gap = text[post.end : edge]
        joined = _ADDRESS.fullmatch(gap) if not chain else _JOINT.fullmatch(gap)
        if not joined:
            break
        chain.insert(0, post)
        edge = post.start
    return chain


def _chain_after(
    text: str, posts: list[PostMention], position: int, persons: list[tuple[int, int]]
) -> list[PostMention]:
    chain: list[PostMention] = []
    edge = position
    for post in (p for p in posts if p.start >= position):
        of_another = any(post.end <= start and _ADDRESS.fullmatch(text, post.end, start) for start, _ in persons)
        if not _JOINT.fullmatch(text[edge : post.start]) or of_another:
            break
        chain.append(post)
        edge = post.end
    return chain


def _spelled(title: str) -> str:
    return _CAPITALS.sub(lambda letter: letter[0].upper(), " ".join(title.split()))


def _title(title: str) -> str:
    """One spelling of a post: "Trưởng Ban Chỉ đạo" and "Trưởng ban" of that committee are the same."""
    title = re.sub(r"Trưởng(?: [Bb]an)?(?=$| [Tt]hường trực)", "Trưởng ban", title)
    return title.replace("thường trực", "Thường trực")
