"""The words of an explanation in both languages, and the parts that its forms say in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.answers.text import clean
from cchc.explain.model import Disagreement, Explained, Interval, Place, Reading, Reason

WORDS = {
    "vi": {
        "stated": "nguồn nêu", "derived": "suy ra", "candidate": "chưa chắc chắn", "retracted": "đã rút",
        "rule": "theo quy tắc", "reading": "cách hiểu", "conflict": "Các nguồn không thống nhất",
        "disputed": "các nguồn không thống nhất", "see": "xem", "not": "không phải",
        "made": "do người rà soát ghi", "withdrawn": "người rà soát đã rút lại", "instead": "thay cho",
        "accepted": "được chấp nhận", "characters": "ký tự", "cell": "ô", "column": "cột",
        "sheet": "bảng", "cited": "dẫn", "sources": "Nguồn", "note": "nguồn ghi chú",
        "repeated": "không độc lập với nguồn khác nêu cùng giá trị, nên không tính riêng",
        "rank": "thứ hạng", "score": "điểm số", "between": "nằm trong khoảng", "because": "vì",
    },
    "en": {
        "stated": "stated", "derived": "derived", "candidate": "candidate", "retracted": "retracted",
        "rule": "by the rule", "reading": "read as", "conflict": "Sources disagree",
        "disputed": "sources disagree", "see": "see", "not": "not",
        "made": "written in a review", "withdrawn": "withdrawn in a review", "instead": "in the place of",
        "accepted": "accepted", "characters": "characters", "cell": "cell", "column": "column",
        "sheet": "sheet", "cited": "citing", "sources": "Sources", "note": "the source notes",
        "repeated": "not independent of another that says the same, so not counted again",
        "rank": "rank", "score": "score", "between": "must lie", "because": "because",
    },
}  # fmt: skip


def claimed(reason: Reason, words: dict[str, str], title: str = "") -> str:
    """ "Lạng Sơn – PAR INDEX 2020, thứ hạng: 36/63 (nguồn nêu)"; without the heading under which it stands."""
    of = "" if reason.title == title else f"{reason.title}, "
    how = [words.get(reason.status, reason.status)]
    if reason.rule:
        how[0] += f" {words['rule']} “{reason.rule}”"
    if reason.disputed:
        how.append(words["disputed"])
    return clean(f"{of}{reason.measure}: {reason.value} ({'; '.join(how)})")


def reviewed(reason: Reason, words: dict[str, str]) -> list[str]:
    """What a review did: who and when, instead of which value, and the remark."""
    review = reason.reviewed
    if review is None:
        return []
    who = ", ".join(clean(part) for part in (review.by, review.on) if part)
    said = words[review.kind] + (f" ({who})" if who else "")
    before = [premise.value for premise in reason.premises if premise.claim == review.revises]
    if before:
        said += f", {words['instead']}: {', '.join(before)}"
    return [said, *([f"“{clean(review.note)}”"] if review.note else [])]


def bounded(interval: Interval, words: dict[str, str]) -> str:
    """ "thứ hạng nằm trong khoảng: ≥ 3, ≤ 58"."""
    return f"{words[interval.measure]} {words['between']}: {', '.join(end.text for end in interval.ends)}"


def noted(reason: Reason, words: dict[str, str]) -> list[str]:
    """What the source remarks beside the value."""
    return [f"{words['note']}: “{clean(note)}”" for note in reason.notes]


def read(reading: Reading, words: dict[str, str]) -> str:
    """ "tỉnh xác định từ bài viết → Sở Nội vụ (Đồng Tháp); không phải đơn vị cùng tên ở tỉnh khác"."""
    taken = f"{reading.rule} → {clean(reading.taken)}" if reading.taken else reading.rule
    rejected = ", ".join(clean(other) for other in reading.rejected)
    said = [taken, reading.note, f"{words['not']} {rejected}" if rejected else ""]
    return f"{words['reading']}: " + "; ".join(part for part in said if part)


def quoted(places: Iterable[Place], words: dict[str, str]) -> list[str]:
    """Each sentence once, with all its quotes marked, and where they are."""
    sentences: dict[tuple[str, int, int], list[Place]] = {}
    for place in places:
        sentences.setdefault(place.sentence, []).append(place)
    lines = []
    for (source, start, _), among in sentences.items():
        spans = _merged((place.start, place.end) for place in among)
        one = among[0]
        if one.cell:
            lines.append(_in_a_table(one, words))
            continue
        text = one.before + one.exact + one.after
        marked, done = "", start
        for begin, end in spans:
            marked += f"{text[done - start : begin - start]}«{text[begin - start : end - start]}»"
            done = end
        marked += text[done - start :]
        where = ", ".join(f"{begin}–{end}" for begin, end in spans)
        lines.append(f"“{clean(marked)}” [{source}, {words['characters']} {where}]")
    return lines


def _in_a_table(place: Place, words: dict[str, str]) -> str:
    """A cell with its sheet, its column and the page that the table names for it."""
    cell = place.cell
    assert cell is not None
    where = [place.source, f"{words['cell']} {cell.name}", f"{words['column']} “{clean(cell.heading)}”"]
    if cell.sheet:
        where.insert(1, f"{words['sheet']} “{clean(cell.sheet)}”")
    if place.cited:
        where.append(f"{words['cited']} {', '.join(place.cited)}")
    return f"“{clean(place.exact)}” [{', '.join(where)}]"


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order; those that overlap become one."""
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(set(spans)):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def sides(one: Disagreement, words: dict[str, str]) -> list[str]:
    """What each of some contradictory claims says, with its source; of the accepted one why it is accepted."""
    lines = []
    for value, source, accepted, repeated in one.sides:
        why = f": {one.decided_by}" if one.decided_by else ""
        said = f" ({words['accepted']}{why})" if accepted else f" ({words['repeated']})" if repeated else ""
        lines.append(f"{value} – {source or words['derived']}{said}")
    return lines


def each(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """The reasons and all that they rest on, each once, conclusions before premises."""
    seen: set[int] = set()
    waiting = list(reasons)[::-1]
    while waiting:
        reason = waiting.pop()
        # By identity: one claim is one set of reasons, and comparing them would compare all that they rest on.
        if id(reason) not in seen:
            seen.add(id(reason))
            yield reason
            waiting += reason.premises[::-1]


def sources(explained: Iterable[Explained]) -> dict[str, str]:
    """The labels of the sources, by their names, in the order of these."""
    found: dict[str, str] = {}
    for item in explained:
        found.update((place.source, place.source_label) for place in item.places)
        for reason in each(item.all_reasons):
            found.update((place.source, place.source_label) for place in reason.places)
    return dict(sorted(found.items()))
