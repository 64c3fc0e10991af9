"""Mentions of figures: numbers, ranks, changes, groups, counts, years and comparisons, by the grammar of
``patterns``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cchc.claims import Band
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles.mentions import Kind, Mention, amount_of, measure_of, preceded
from cchc.vietnamese import slug
from cchc.vietnamese.dates import find_dates
from cchc.vietnamese.numbers import parse_ordinal

_RANK_OF = re.compile(r"(?P<rank>\d+)(?:/(?P<of>\d+))?")
_MOST_YEARS = 30
"""A longer range of years is none of results."""


def dates(text: str) -> Iterator[Mention]:
    """Dates with a cue, and periods within a year (weeks, months, quarters)."""
    for date in find_dates(text):
        if date.cued and not preceded(p.RANK_CUE_BEFORE, text, date.start):
            yield Mention(Kind.DATE, date.start, date.end)
    for match in p.AS_OF_DATE.finditer(text):
        yield Mention(Kind.DATE, match.start(), match.end())
    for match in p.PERIOD.finditer(text):
        year = int(match["year"]) if match["year"] else None
        name = text[match.start() : match.start("year") if year else match.end()].rstrip("/ ").removesuffix("năm")
        yield Mention(Kind.PERIOD, match.start(), match.end(), year=year, word=" ".join(name.split()))


def comparisons(text: str) -> Iterator[Mention]:
    """What something is compared with: a year, a period, another unit."""
    for match in p.FROM_YEAR.finditer(text):
        first, last = int(match["first"]), int(match["last"][-4:])
        if (match["held"] or match["turn"] is not None) and 0 < last - first < _MOST_YEARS:
            yield Mention(Kind.YEARS, match.start("first"), match.end("last"), years=tuple(range(first, last + 1)))
        elif "năm" in match["from"] and match["last"].startswith("năm"):
            yield Mention(Kind.COMPARISON, match.start("from"), match.end("first"), year=first)
            yield Mention(Kind.YEAR, match.start("last"), match.end("last"), year=last)
    for match in p.VERB_COMPARISON.finditer(text):
        sign = -1 if p.is_down(match["verb"]) else 1
        amount = amount_of(match["number"]) if match["number"] else None
        if amount is not None:
            yield Mention(
                Kind.CHANGE, match.start(), match.end(), amount, sign=sign,
                year=int(match["year"]), unit_of_measure=measure_of(match["measure"]), word="change",
            )  # fmt: skip
        else:
            yield Mention(
                Kind.COMPARISON, match.start(), match.end("year"), sign=sign, year=int(match["year"]), word="verb"
            )
    for match in p.GAP.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="gap")
    for match in p.COMPARISON.finditer(text):
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
    for match in p.FROM_TO.finditer(text):
        if preceded(p.BAND_BEFORE, text, match.start()):
            continue
        first, last = amount_of(match["first"].lower()), amount_of(match["last"].lower())
        measure = measure_of(match["measure"] or match["first_measure"])
        ranked = bool(match["first_rank"] or match["last_rank"] or match["verb_rank"]) or measure == "rank"
        if first is None or last is None or measure == "times" or not (ranked or measure):
            continue
        kind = Kind.RANK if ranked else Kind.NUMBER
        if not ranked and not match["verb"]:
            continue
        years = (match["first_year"], match["last_year"])
        measure = None if ranked else measure
        yield Mention(
            kind, match.start("first"), match.end("first_end"), first, _of(match["first_of"]),
            year=int(years[0]) if years[0] else -1, unit_of_measure=measure, word="cued",
        )  # fmt: skip
        yield Mention(
            kind, match.start("last_part"), match.end(), last, _of(match["last_of"]),
            year=int(years[1]) if years[1] else None, unit_of_measure=measure, word="cued",
        )  # fmt: skip


def _of(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def ranks(text: str) -> Iterator[Mention]:
    """Ranks in figures and ordinals, and superlatives, which are ranks in words."""
    for match in p.RANKS_IN_TURN.finditer(text):
        for told in _RANK_OF.finditer(text, match.start("ranks"), match.end("ranks")):
            yield Mention(Kind.RANK, told.start(), told.end(), Decimal(told["rank"]), _of(told["of"]))
    for match in p.RANK.finditer(text):
        if preceded(p.NOT_A_RANK_BEFORE, text, match.start()) or p.RANKING_OF.match(text, match.start()):
            continue
        of = _of(match["of"] or match["among"])
        rank = parse_ordinal(match["rank"])
        if of is not None and rank > of:
            continue
        yield Mention(Kind.RANK, match.start(), match.end(), Decimal(rank), of)
    for match in p.FIRST_PLACES.finditer(text):
        word = "run" if match["places"] or match["turn"] else "group"
        yield Mention(
            Kind.RANK if word == "run" else Kind.SUPERLATIVE, match.start(), match.end(), Decimal(1), word=word
        )
    for match in p.NEXT_PLACES.finditer(text):
        number = amount_of(match["number"]) if match["number"] else None
        yield Mention(Kind.RANK, match.start(), match.end(), number, word="next")
    for match in p.SECOND.finditer(text):
        yield Mention(Kind.RANK, match.start(), match.end(), Decimal(2))
    for pattern, word in ((p.FIRST, "first"), (p.LAST, "last"), (p.HIGHEST, "highest"), (p.LOWEST, "lowest")):
        for match in pattern.finditer(text):
            if preceded(p.NOT_A_SUPERLATIVE_BEFORE, text, match.start()):
                continue
            historical = p.HISTORICAL_SUPERLATIVE.match(text, match.end()) and word in ("highest", "lowest")
            kind = (
                Kind.IGNORED if historical or p.NOT_A_SUPERLATIVE_AFTER.match(text, match.end()) else Kind.SUPERLATIVE
            )
            yield Mention(kind, match.start(), match.end(), word=word)


def fractions(text: str) -> Iterator[Mention]:
    """ "43/63" and "11,87/13 điểm"; which of them is a rank, a count or a score is decided by attachment."""
    for match in p.LOST.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="lost")
    for match in p.OUT_OF.finditer(text):
        part, whole = amount_of(match["part"]), amount_of(match["whole"])
        if part is not None and whole is not None and part <= whole:
            yield Mention(
                Kind.FRACTION, match.start(), match.end(), part, whole, unit_of_measure="points", word="score"
            )
    for match in p.FRACTION.finditer(text):
        word = ""
        if preceded(p.RANK_CUE_BEFORE, text, match.start()):
            word = "rank"
        elif match["measure"]:
            word = "score"
        decimal_point = "." in match["part"]
        part, whole = amount_of(match["part"], decimal_point), amount_of(match["whole"], decimal_point)
        if part is None or whole is None:
            continue
        measure = measure_of(match["measure"])
        yield Mention(Kind.FRACTION, match.start(), match.end(), part, whole, unit_of_measure=measure, word=word)


def changes(text: str) -> Iterator[Mention]:
    """ "tăng 6 bậc", "mất 0,52 điểm", "+3,4 điểm", "11 bậc"."""
    for match in p.PENALTY.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="penalty")
    for match in p.CHANGE.finditer(text):
        measure = measure_of(match["measure"])
        number = amount_of(match["number"])
        if number is None:
            continue
        if p.REACHES.search(match["particles"]) and measure in ("percent", "points"):
            yield Mention(Kind.NUMBER, match.start("number"), match.end(), number, unit_of_measure=measure, word="cued")
        elif match["verb"].casefold() in ("vượt", "hơn") and measure == "percent" and number >= 50:
            yield Mention(Kind.BAND, match.start(), match.end(), band=Band(lower=number, lower_inclusive=False))
        else:
            sign = -1 if p.is_down(match["verb"]) else 1
            vague = p.VAGUE.search(match["particles"]) and number == number.to_integral_value() and measure != "rank"
            word = "vague" if vague else "relative" if p.RELATIVE.match(match["verb"]) else ""
            yield Mention(
                Kind.CHANGE, match.start(), match.end(), number, sign=sign, unit_of_measure=measure, word=word
            )
    for match in p.SIGNED_CHANGE.finditer(text):
        sign = 1 if match["sign"] == "+" else -1
        measure = measure_of(match["measure"])
        yield Mention(
            Kind.CHANGE, match.start(), match.end(), amount_of(match["number"]), sign=sign, unit_of_measure=measure
        )
    for match in p.BARE_STEPS.finditer(text):
        yield Mention(Kind.CHANGE, match.start(), match.end(), amount_of(match["number"]), unit_of_measure="rank")


def bands(text: str) -> Iterator[Mention]:
    """ "từ trên 80% đến dưới 90%", "dưới 70%", "từ 90% trở lên"."""
    for match in p.BAND.finditer(text):
        bounds = {name: amount_of(match[name]) for name in ("lower", "upper", "from", "above", "below") if match[name]}
        if None in bounds.values():
            continue
        if match["lower"]:
            band = Band(bounds["lower"], bounds["upper"], not match["over"], not (match["under"] or "").strip())
        elif match["from"]:
            band = Band(lower=bounds["from"])
        elif match["above"]:
            band = Band(lower=bounds["above"], lower_inclusive=False)
        else:
            band = Band(upper=bounds["below"])
        yield Mention(Kind.BAND, match.start(), match.end(), band=band)


def counts(text: str) -> Iterator[Mention]:
    """ "05/12 huyện", "cả 63 tỉnh, thành phố", "không có địa phương nào"; and populations without a number."""
    for match in p.COMMON_MEAN.finditer(text):
        yield Mention(Kind.MEAN, match.start(), match.end(), word="common")
    for match in p.COUNT.finditer(text):
        if preceded(p.SHARE_BEFORE, text, match.start()) or preceded(p.RANK_CUE_BEFORE, text, match.start("number")):
            continue
        number = amount_of(match["number"])
        if number is None:
            continue
        word = ("out-of:" if match["among"] else "") + slug(match["noun"])
        yield Mention(Kind.COUNT, match.start("number"), match.end(), number, _of(match["of"]), word=word)
    for match in p.NONE_OF.finditer(text):
        yield Mention(Kind.COUNT, match.start(), match.end(), Decimal(0), word=slug(match["noun"]))
    for match in p.POPULATION.finditer(text):
        yield Mention(Kind.POPULATION, match.start(), match.end(), word=slug(match[0]))


def grades(text: str) -> Iterator[Mention]:
    """ "nhóm A", "xếp loại Khá"; and the bare directions ("tăng", "giảm") that counts of units may be of."""
    for match in p.LETTER_GRADE.finditer(text):
        yield Mention(Kind.GRADE, match.start(), match.end(), word=match["letter"].lower())
    for match in p.CLASS_GRADE.finditer(text):
        yield Mention(Kind.GRADE, match.start(), match.end(), word=slug(match["grade"]))
    for match in p.DIRECTION.finditer(text):
        yield Mention(Kind.DIRECTION, match.start(), match.end(), sign=-1 if p.is_down(match[0]) else 1)


def words(text: str) -> Iterator[Mention]:
    """An index without a name, and means."""
    for match in p.UNNAMED_INDEX.finditer(text):
        yield Mention(Kind.INDEX, match.start(), match.end(), word="unnamed")
    for match in p.MEAN.finditer(text):
        yield Mention(Kind.MEAN, match.start(), match.end())


def years(text: str) -> Iterator[Mention]:
    """Years, and ranges or lists of years; those of programmes and plans are no years of results."""
    for match in p.YEAR_RANGES.finditer(text):
        if preceded(p.PLAN_BEFORE, text, match.start()):
            # "giai đoạn 2016 - 2020": a programme's, unless figures follow for each of its years.
            yield Mention(Kind.IGNORED, match.start(), match.end(), years=_years_of(match[0]), word="plan")
            continue
        yield Mention(Kind.YEARS, match.start(), match.end(), years=_years_of(match[0]))
    for match in p.YEARS_ON.finditer(text):
        distance = amount_of(match["number"]) if match["number"] else Decimal(1)
        if distance:
            back = match["last"] or (match["way"] or "").startswith("trước")
            word = "last" if match["last"] else "on"
            yield Mention(Kind.YEAR, match.start(), match.end(), distance, sign=-1 if back else 1, word=word)
    for match in p.YEAR.finditer(text):
        plan = preceded(p.PLAN_BEFORE, text, match.start())
        year = int(match["year"] or match["inside"] or match["bare"] or match["dated"])
        kind = Kind.IGNORED if plan else Kind.YEAR
        yield Mention(kind, match.start(), match.end(), year=year, word="plan" if plan else "")


def _years_of(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for span in p.YEAR_SPAN.finditer(text):
        first, last = int(span["first"]), int(span["last"] or span["first"])
        found.extend(range(first, min(last, first + _MOST_YEARS) + 1))
    return tuple(dict.fromkeys(found))


def numbers(text: str) -> Iterator[Mention]:
    """All other numbers in digits; "cued" where the words before say that a value follows."""
    for match in p.NUMBER.finditer(text):
        number = amount_of(match["number"])
        if number is None:
            continue
        cued = "cued" if preceded(p.SCORE_CUE_BEFORE, text, match.start()) else ""
        measure = measure_of(match["measure"])
        yield Mention(Kind.NUMBER, match.start(), match.end(), number, unit_of_measure=measure, word=cued)
