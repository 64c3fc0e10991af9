"""Mentions of what moved: changes, what they are compared with, and figures of one year beside another's, by the
grammar of ``change_patterns``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from cchc.claims import Band
from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles import gap_patterns as gp
from cchc.loaders.articles.mentions import Kind, Mention, amount_of, measure_of, preceded, whole_of
from cchc.loaders.articles.named_moves import named_moves
from cchc.loaders.articles.patterns import MOST_YEARS
from cchc.vietnamese.numbers import parse_ordinal

_NO_DISTANCE = 40
"""So much is what another has or the mean is, not how far it is away."""
_SMALL = 2
"""Less than this after "lên" may be how much it was; more is what was reached, but for steps in a ranking."""
_MAXIMA = ("10", "20", "50", "80", "100")
"""Round numbers that points are out of."""
_LARGE = 20
"""More than this after "tới" is what was reached, less is how much it was."""


def _place_or_amount(text: str) -> Decimal | None:
    """A number in digits or words, or an ordinal in words: "hai", "nhất", "tư"."""
    try:
        return Decimal(parse_ordinal(text.lower())) if text[0].isalpha() else amount_of(text)
    except ValueError:
        return amount_of(text.lower())


def _places_of(match: re.Match[str]) -> bool:
    """Whether two figures are places out of the same number of units: "từ 36/63 lên 30/63"."""
    whole = match["first_of"]
    if whole is None or whole != match["last_of"] or whole in _MAXIMA:
        return False
    return match["first"].isdigit() and match["last"].isdigit()


def comparisons(text: str) -> Iterator[Mention]:
    """What something is compared with: a year, a period, another unit."""
    for match in cp.FROM_YEAR.finditer(text):
        first, last = int(match["first"]), int(match["last"][-4:])
        if (match["held"] or match["turn"] is not None) and 0 < last - first < MOST_YEARS:
            yield Mention(Kind.YEARS, match.start("first"), match.end("last"), years=tuple(range(first, last + 1)))
        elif "năm" in match["from"] and match["last"].startswith("năm"):
            yield Mention(Kind.COMPARISON, match.start("from"), match.end("first"), year=first)
            yield Mention(Kind.YEAR, match.start("last"), match.end("last"), year=last)
    for match in cp.VERB_COMPARISON.finditer(text):
        sign = -1 if cp.is_down(match["verb"]) else 1
        amount = amount_of(match["number"]) if match["number"] else None
        if amount is not None:
            yield Mention(
                Kind.CHANGE, match.start(), match.end(), amount, sign=sign,
                year=None if match["period"] else int(match["year"] or -1),
                unit_of_measure=measure_of(match["measure"]), word="change",
            )  # fmt: skip
        elif match["period"] is None:
            yield Mention(
                Kind.COMPARISON, match.start(), match.end(), sign=sign, year=int(match["year"] or -1), word="verb"
            )
    for match in cp.AGAINST_FIGURE.finditer(text):
        year = int(match["year"]) if match["year"] else -1
        yield Mention(Kind.COMPARISON, match.start(), match.start("number"), year=year)
        yield Mention(
            Kind.NUMBER, match.start("number"), match.end(), amount_of(match["number"]), year=year,
            unit_of_measure=measure_of(match["measure"]), word="cued",
        )  # fmt: skip
    for pattern in (gp.GAP_TO_NAMED, gp.GAP_BEHIND_REMARK, gp.GAP_TO_TITLED, gp.GAP_BETWEEN):
        for match in pattern.finditer(text):
            yield Mention(Kind.IGNORED, match.start("gap"), match.end("gap"), word="gap")
    for match in gp.GAP.finditer(text):
        if (amount_of(match["number"]) or 0) >= _NO_DISTANCE:
            continue  # "thấp hơn mức bình quân 80,08% của cả nước"
        # "cao hơn trung bình cả nước 0,73% (86,21%)": the mean is told behind.
        start = match.start("number") if gp.GAP_AND_MEAN.match(text, match.start()) else match.start()
        yield Mention(Kind.IGNORED, start, match.end(), word="gap")
    for match in cp.COMPARISON.finditer(text):
        if match["year"]:
            yield Mention(Kind.COMPARISON, match.start(), match.end(), year=int(match["year"]))
        elif match["before"]:
            yield Mention(Kind.COMPARISON, match.start(), match.end(), year=-1)
        elif match["period"]:
            yield Mention(Kind.COMPARISON, match.start(), match.end(), word="period")
        else:
            yield Mention(Kind.COMPARISON, match.start(), match.end(), word="unit")


def from_to(text: str) -> Iterator[Mention]:
    """ "tăng từ 80,12% năm 2021 lên 83,5%": two scores (or ranks), the first of the year before unless it says
    another."""
    if not any(word in text for word in ("từ", "đang", "so với")):
        return
    for match in cp.FROM_TO_RANKED.finditer(text):
        measure = measure_of(match["measure"])
        for side, otherwise in (("first", -1), ("last", None)):
            year = int(match[f"{side}_year"]) if match[f"{side}_year"] else otherwise
            start, end = match.span(side)
            yield Mention(
                Kind.NUMBER, start, end, amount_of(match[side]), year=year, unit_of_measure=measure, word="cued"
            )
            start, end = match.span(f"{side}_rank")
            yield Mention(Kind.RANK, start, end, amount_of(match[f"{side}_place"]), year=year, word="cued")
            if match[f"{side}_year"]:
                start, end = match.span(f"{side}_year")
                yield Mention(Kind.IGNORED, start, end, word="year")
    for match in cp.FROM_RANK_WITH_SCORE.finditer(text):
        year = int(match["first_year"]) if match["first_year"] else -1
        place, score = amount_of(match["place"]), match["score"] and amount_of(match["score"])
        end = match.end("first") if score else match.end("first_year") if match["first_year"] else match.end("first")
        yield Mention(Kind.RANK, match.start("first"), end, place, whole_of(match["of"]), year=year, word="cued")
        if score:
            measure = measure_of(match["measure"])
            yield Mention(Kind.NUMBER, *match.span("score"), score, year=year, unit_of_measure=measure, word="cued")
    for match in cp.FROM_TO.finditer(text):
        scored = bool(match["verb"]) and preceded(cp.SCORES_MOVE, text, match.start())
        moved = match["last_part"].startswith(("lên", "xuống", "còn"))
        if not scored and not (match["verb"] and moved) and preceded(cp.BAND_BEFORE, text, match.start()):
            continue  # "điểm từ 80 đến 90", but "tỷ lệ điểm giảm từ 85,1% xuống 84,2%"
        first, last = _place_or_amount(match["first"]), _place_or_amount(match["last"])
        measure = measure_of(match["measure"] or match["first_measure"])
        ranked = bool(match["first_rank"] or match["last_rank"] or match["verb_rank"]) or measure == "rank"
        ranked = ranked or (measure is None and preceded(cp.RANKS_MOVE, text, match.start()))
        ranked = ranked or (measure is None and preceded(cp.STEPS_BEFORE, text, match.start()))
        ranked = ranked or (measure is None and bool(cp.OF_RANKS.search(text, 0, match.start())))
        ranked = ranked or (measure is None and _places_of(match))
        moved_by = cp.POINTS_BEFORE.search(text, 0, match.start()) if measure is None and not ranked else None
        if moved_by:
            measure = measure_of(moved_by["measure"])  # "tăng 1,35 điểm, từ 85,57 lên 86,92"
        if measure is None and not ranked and scored:
            measure = "points"  # "Điểm số tăng từ 82,59 lên 87,21"
        if first is None or last is None or measure == "times" or not (ranked or measure):
            continue
        kind = Kind.RANK if ranked else Kind.NUMBER
        moved = match["verb"] or match["last_part"].startswith(("lên", "xuống"))
        if not ranked and not moved and not preceded(cp.MOVED_BEFORE, text, match.start()):
            continue
        years = (match["first_year"], match["last_year"])
        measure = None if ranked else measure
        yield Mention(
            kind, match.start("first"), match.end("first_end"), first, whole_of(match["first_of"]),
            year=int(years[0]) if years[0] else -1, unit_of_measure=measure, word="cued",
        )  # fmt: skip
        yield Mention(
            kind, match.start("last_part"), match.end(), last, whole_of(match["last_of"]),
            year=int(years[1]) if years[1] else None, unit_of_measure=measure, word="cued",
        )  # fmt: skip
    for match in chain(cp.FROM_RANK.finditer(text), cp.FROM_RANK_TO_END.finditer(text)):
        if cp.SEVERAL_YEARS.search(text):
            break
        yield Mention(
            Kind.RANK, match.start("first"), match.end("first"), amount_of(match["number"]), whole_of(match["of"]),
            year=-1, word="cued",
        )  # fmt: skip
    for match in cp.TO_FROM.finditer(text):
        year = int(match["first_year"]) if match["first_year"] else -1
        yield Mention(Kind.RANK, *match.span("last"), amount_of(match["number"]), whole_of(match["of"]), word="cued")
        yield Mention(
            Kind.RANK, *match.span("first"), amount_of(match["before"]), whole_of(match["before_of"]), year=year,
            word="cued",
        )  # fmt: skip
    for match in cp.FROM_ONLY.finditer(text):
        measure = measure_of(match["measure"])
        ranked = bool(match["first_rank"]) or measure == "rank"
        if ranked or measure in ("percent", "points"):
            yield Mention(
                Kind.RANK if ranked else Kind.NUMBER, match.start("first"), match.end("first"),
                amount_of(match["number"].lower()), whole_of(match["of"]), year=int(match["year"]),
                unit_of_measure=None if ranked else measure, word="cued",
            )  # fmt: skip


def changes(text: str) -> Iterator[Mention]:
    """ "tăng 6 bậc", "mất 0,52 điểm", "+3,4 điểm", "11 bậc"."""
    for match in cp.MOST_LOST.finditer(text):
        yield Mention(Kind.IGNORED, match.start("lost"), match.end("lost"), word="lost")
    for losses in cp.LOSSES.finditer(text):
        if losses["all"]:
            yield Mention(Kind.IGNORED, losses.start("all"), losses.end("all"), word="lost")
        for match in cp.POINTS.finditer(text, losses.end()):
            yield Mention(Kind.IGNORED, match.start(), match.end(), word="lost")
    for match in cp.PENALTY.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="penalty")
    for match in cp.CHANGE.finditer(text):
        measure = measure_of(match["measure"])
        number = amount_of(match["number"])
        if number is None:
            continue
        as_much = cp.AS_MUCH.search(match["particles"]) or match["verb"].casefold().endswith("lên")
        to = match["verb"].casefold() in ("lên", "xuống") and number >= _SMALL
        up_to = number >= 1 and cp.REACHES.search(match["particles"])  # But "nhích lên 0,84 điểm"
        reaches = to or up_to or (number > _LARGE and as_much)
        if reaches and measure in ("percent", "points"):
            yield Mention(Kind.NUMBER, match.start("number"), match.end(), number, unit_of_measure=measure, word="cued")
        elif match["verb"].casefold() in ("vượt", "hơn") and measure == "percent" and number >= 50:
            if preceded(cp.DENIED, text, match.start()):
                continue  # "2 tỉnh chưa vượt 80%" are below.
            yield Mention(Kind.BAND, match.start(), match.end(), band=Band(lower=number, lower_inclusive=False))
        else:
            sign = -1 if cp.is_down(match["verb"]) else 1
            vague = cp.VAGUE.search(match["particles"])
            word = "vague" if vague else "relative" if cp.RELATIVE.match(match["verb"]) else ""
            yield Mention(
                Kind.CHANGE, match.start(), match.end(), number, sign=sign, unit_of_measure=measure, word=word
            )
    for match in cp.CHANGES_IN_TURN.finditer(text) if "lượt" in text or "tương" in text else ():
        sign = -1 if cp.is_down(match["verb"]) else 1
        for told in cp.ONE_OF_THEM.finditer(text, *match.span("list")):
            number, measure = amount_of(told["number"]), measure_of(told["measure"])
            if number is not None and (number < _LARGE or measure == "rank"):
                yield Mention(Kind.CHANGE, told.start(), told.end(), number, sign=sign, unit_of_measure=measure)
    for match in cp.POINTS_CHANGE.finditer(text):
        sign = -1 if cp.is_down(match["verb"]) else 1
        word = "vague" if cp.VAGUE.search(text, match.end("verb"), match.start("number")) else ""
        number = amount_of(match["number"])
        yield Mention(
            Kind.CHANGE, match.start("verb"), match.end(), number, sign=sign, unit_of_measure="points", word=word
        )
    for pattern in (cp.BEHIND_SCORE, cp.BEFORE_SCORE, cp.RANK_CHANGE):
        for match in pattern.finditer(text):
            sign = -1 if cp.is_down(match["verb"]) else 1
            ranked = pattern is cp.RANK_CHANGE
            measure = "rank" if ranked else measure_of(match["measure"])
            start, end = (match.start("verb"), match.end()) if ranked else match.span("change")
            yield Mention(Kind.CHANGE, start, end, amount_of(match["number"]), sign=sign, unit_of_measure=measure)
    yield from named_moves(text)
    for match in cp.BESIDE_SCORE.finditer(text):
        sign = -1 if cp.is_down(match["verb"]) else 1
        measure = "percent" if match["measure"] == "%" else "points"
        yield Mention(
            Kind.CHANGE,
            match.start("verb"),
            match.end(),
            amount_of(match["number"]),
            sign=sign,
            unit_of_measure=measure,
        )
    for match in cp.SIGNED_CHANGE.finditer(text):
        sign = 1 if match["sign"] == "+" else -1
        measure = measure_of(match["measure"])
        yield Mention(
            Kind.CHANGE, match.start(), match.end(), amount_of(match["number"]), sign=sign, unit_of_measure=measure
        )
    for match in cp.STEPS_BEHIND_RANK.finditer(text) if "(" in text else ():
        sign = 1 if match["sign"] in "+↑" else -1
        yield Mention(Kind.CHANGE, *match.span("change"), amount_of(match["number"]), sign=sign, unit_of_measure="rank")
    for match in cp.BARE_STEPS.finditer(text):
        bracketed = text[match.start() - 1 : match.start()] == "(" and text.startswith(")", match.end())
        led = cp.LEADS_MOVES.search(text, text.rfind(";", 0, match.start()) + 1, match.start()) if bracketed else None
        sign = 0 if led is None else -1 if cp.is_down(led[led.lastgroup or 0].split()[-1]) else 1
        number = amount_of(match["number"])
        yield Mention(Kind.CHANGE, match.start(), match.end(), number, sign=sign, unit_of_measure="rank")
