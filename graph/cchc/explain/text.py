"""An explanation as text: values by the sentences that say them, each sentence once with the quoted words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc.answers.text import clean, width
from cchc.explain.model import Explained, Place, Reading, Reason

_WORDS = {
    "vi": {
        "stated": "nguồn nêu", "derived": "suy ra", "candidate": "chưa chắc chắn", "retracted": "đã rút",
        "rule": "theo quy tắc", "reading": "cách hiểu", "from": "từ", "conflict": "Các nguồn không thống nhất",
        "not": "không phải",
        "made": "do người rà soát ghi", "withdrawn": "người rà soát đã rút lại", "instead": "thay cho",
        "accepted": "được chấp nhận", "characters": "ký tự", "cell": "ô", "column": "cột",
        "sheet": "bảng", "cited": "dẫn", "sources": "Nguồn",
    },
    "en": {
        "stated": "stated", "derived": "derived", "candidate": "candidate", "retracted": "retracted",
        "rule": "by the rule", "reading": "read as", "from": "from", "conflict": "Sources disagree",
        "not": "not", "made": "written in a review", "withdrawn": "withdrawn in a review", "instead": "in the place of",
        "accepted": "accepted", "characters": "characters", "cell": "cell", "column": "column",
        "sheet": "sheet", "cited": "citing", "sources": "Sources",
    },
}  # fmt: skip


def as_text(explained: list[Explained], lang: str = "vi") -> str:
    """The explanation for reading, in ``vi`` or ``en``.

    Under each heading stand the values, then the sentence that says them with the quoted words in guillemets; a derived
    value is followed by its rule and its premises; the sources are listed at the end.
    """
    words = _WORDS[lang]
    lines: list[str] = []
    for item in explained:
        title = clean(item.title)
        lines += [title, "─" * width(title)]
        lines += _fact_lines(item.facts)
        lines += _sentence_lines(item.places, words, "  ")
        lines += _reason_lines(item.reasons, words, "", item.title)
        for disagreement in item.disagreements:
            lines.append(f"! {words['conflict']} ({disagreement.measure}):")
            for value, source, accepted in disagreement.sides:
                why = f": {disagreement.decided_by}" if disagreement.decided_by else ""
                said = f" ({words['accepted']}{why})" if accepted else ""
                lines.append(f"    {value} – {source or words['derived']}{said}")
        lines.append("")
    sources = _sources(explained)
    if sources:
        lines.append(f"{words['sources']}:")
        lines += [f"  {source}  {clean(label)}" for source, label in sorted(sources.items())]
    return "\n".join(lines).rstrip() + "\n"


def _fact_lines(facts: Iterable[tuple[str, str]]) -> list[str]:
    """One line a property; its further values below one another."""
    by_name: dict[str, list[str]] = {}
    for name, value in facts:
        by_name.setdefault(name, []).append(clean(value))
    lines = []
    for name, values in by_name.items():
        if len(values) == 1:
            lines.append(f"{name}: {values[0]}")
        else:
            lines += [f"{name}:", *(f"  • {value}" for value in values)]
    return lines


def _reason_lines(reasons: Iterable[Reason], words: dict[str, str], indent: str, title: str) -> list[str]:
    """Stated values by their sentences, then derived ones with their premises."""
    groups: dict[object, list[Reason]] = {}
    for reason in reasons:
        key = ("derived", reason.claim) if reason.rule else tuple(sorted({place.sentence for place in reason.places}))
        groups.setdefault(key, []).append(reason)
    lines: list[str] = []
    for group in groups.values():
        for reason in group:
            of = "" if reason.title == title else f"{reason.title}, "
            status = words.get(reason.status, reason.status)
            lines.append(f"{indent}{of}{reason.measure}: {reason.value} ({status})")
            lines += _review_lines(reason, words, indent)
        for reading in dict.fromkeys(reading for reason in group for reading in reason.readings):
            lines.append(f"{indent}  {words['reading']}: {_reading(reading, words)}")
        if group[0].rule:
            lines.append(f"{indent}  {words['rule']} “{group[0].rule}” {words['from']}:")
            lines += _reason_lines(group[0].premises, words, indent + "    ", title)
        lines += _sentence_lines([place for reason in group for place in reason.places], words, indent + "  ")
    return lines


def _reading(reading: Reading, words: dict[str, str]) -> str:
    """ "tỉnh xác định từ bài viết → Sở Nội vụ (Đồng Tháp); không phải đơn vị cùng tên ở tỉnh khác"."""
    taken = f"{reading.rule} → {clean(reading.taken)}" if reading.taken else reading.rule
    rejected = ", ".join(clean(other) for other in reading.rejected)
    said = [taken, reading.note, f"{words['not']} {rejected}" if rejected else ""]
    return "; ".join(part for part in said if part)


def _review_lines(reason: Reason, words: dict[str, str], indent: str) -> list[str]:
    """What a review did: who and when, instead of which value, and the remark."""
    review = reason.reviewed
    if review is None:
        return []
    who = ", ".join(clean(part) for part in (review.by, review.on) if part)
    said = f"{indent}  {words[review.kind]}" + (f" ({who})" if who else "")
    before = [premise.value for premise in reason.premises if premise.claim == review.revises]
    if before:
        said += f", {words['instead']}: {', '.join(before)}"
    return [said, *([f"{indent}  “{clean(review.note)}”"] if review.note else [])]


def _sentence_lines(places: Sequence[Place], words: dict[str, str], indent: str) -> list[str]:
    """Each sentence once, with all its quotes marked, and where they are."""
    sentences: dict[tuple[str, int, int], list[Place]] = {}
    for place in places:
        sentences.setdefault(place.sentence, []).append(place)
    lines = []
    for (source, start, _), quoted in sentences.items():
        spans = _merged((place.start, place.end) for place in quoted)
        one = quoted[0]
        if one.cell:
            lines.append(indent + _cell_line(one, words))
            continue
        text = one.before + one.exact + one.after
        marked, done = "", start
        for begin, end in spans:
            marked += f"{text[done - start : begin - start]}«{text[begin - start : end - start]}»"
            done = end
        marked += text[done - start :]
        where = ", ".join(f"{begin}–{end}" for begin, end in spans)
        lines.append(f"{indent}“{clean(marked)}” [{source}, {words['characters']} {where}]")
    return lines


def _cell_line(place: Place, words: dict[str, str]) -> str:
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


def _sources(explained: list[Explained]) -> dict[str, str]:
    found: dict[str, str] = {}

    def add(reasons: Iterable[Reason]) -> None:
        for reason in reasons:
            found.update((place.source, place.source_label) for place in reason.places)
            add(reason.premises)

    for item in explained:
        found.update((place.source, place.source_label) for place in item.places)
        add(item.reasons)
    return found
