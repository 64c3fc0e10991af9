"""Mentions of figures: numbers, ranks, groups, counts and years, by the grammar of ``patterns``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from cchc.claims import Band
from cchc.loaders.articles import change_patterns as cp
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles import series_patterns as sp
from cchc.loaders.articles import superlative_patterns as up
from cchc.loaders.articles.mentions import (
    Kind,
    Mention,
    amount_of,
    figure_of,
    measure_of,
    preceded,
    whole_of,
)
from cchc.loaders.articles.terms import any_of
from cchc.vietnamese import slug
from cchc.vietnamese.dates import find_dates
from cchc.vietnamese.numbers import DIGITS, parse_ordinal
from cchc.vietnamese.scanning import Pattern

_QUARTER = re.compile(r"(?<=quý )[iv]+")
_RANK_OF = re.compile(r"(?P<rank>\d+)(?:/(?P<of>\d+))?")
_NUMBERS = re.compile(DIGITS)
_A_YEAR = re.compile(p.YEAR_NUMBER)
_YEAR_DIGITS = 4
_BOUNDS = ("lower", "upper", "from", "above", "below", "short_of", "reached")
"""The groups of an interval that hold its bounds."""


def dates(text: str) -> Iterator[Mention]:
    """Dates with a cue, and periods within a year (weeks, months, quarters)."""
    for match in p.AS_OF_DATE.finditer(text):
        year = int(match["year"]) if match["year"] else None
        yield Mention(Kind.DATE, match.start(), match.end(), year=year, word=" ".join(match["until"].split()))
    for date in find_dates(text):
        if date.cued and not preceded(p.RANK_CUE_BEFORE, text, date.start):
            yield Mention(Kind.DATE, date.start, date.end)
    for match in p.PERIOD.finditer(text):
        year = int(match["year"]) if match["year"] else None
        name = text[match.start() : match.start("year") if year else match.end()].rstrip("/ ").removesuffix("năm")
        name = _QUARTER.sub(lambda number: number[0].upper(), " ".join(name.split()))
        yield Mention(Kind.PERIOD, match.start(), match.end(), year=year, word=name)


def weekdays(text: str) -> Iterator[Mention]:
    """Days of the week, which are worded like ranks, but for their capitals: takes the text as it is written."""
    for match in p.WEEKDAY.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="weekday")


def rank_ranges(text: str) -> Iterator[Mention]:
    """The first and the last of several places: "các vị trí từ 61 đến 63"."""
    for match in sp.RANK_RANGE.finditer(text):
        name = "first" if match["first"] else "bare"
        ranged = preceded(sp.RANGED_BEFORE, text, match.start()) or sp.RANGED_BEHIND.match(text, match.end())
        if ranged and int(match[name]) < int(match["last"]):
            of = whole_of(match["of"])
            yield Mention(Kind.RANK, match.start(), match.end(name), Decimal(match[name]), of, word="from")
            yield Mention(Kind.RANK, match.start("to"), match.end(), Decimal(match["last"]), of, word="to")


def ranks(text: str) -> Iterator[Mention]:
    """Ranks in figures and ordinals, and superlatives, which are ranks in words."""
    for pattern in (sp.RANKS_IN_TURN, sp.RANKS_JOINED, sp.RANKS_BY_YEAR, sp.RANKS_BEHIND_YEARS):
        for match in pattern.finditer(text):
            for told in _RANK_OF.finditer(text, *match.span(match.lastgroup or "ranks")):
                if len(told["rank"]) == _YEAR_DIGITS:
                    continue
                yield Mention(Kind.RANK, told.start(), told.end(), Decimal(told["rank"]), whole_of(told["of"]))
    for match in sp.RANK_IS.finditer(text):
        yield Mention(Kind.RANK, match.start("rank"), match.end(), Decimal(match["rank"]), whole_of(match["of"]))
    for match in sp.BEST_IN_TURN.finditer(text):
        for rank, place in enumerate(("first", "second", "third"), 1):
            if match[place]:
                yield Mention(Kind.RANK, *match.span(place), Decimal(rank))
    for match in sp.COUNTED_OFF.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="counted-off")
    for match in p.RANK.finditer(text):
        if preceded(p.NOT_A_RANK_BEFORE, text, match.start()) or sp.RANKING_OF.match(text, match.start()):
            continue
        if sp.PLACES_OF_PARTS.match(text, match.start()):
            continue
        if match[0].startswith("thứ") and preceded(p.NOT_AN_ORDINAL_BEFORE, text, match.start()):
            continue
        of = whole_of(match["of"] or match["among"])
        rank = parse_ordinal(match["rank"] or match["bare"] or match["moved"])
        if of is not None and rank > of:
            continue
        yield Mention(Kind.RANK, match.start(), match.end(), Decimal(rank), of)
    for match in sp.FIRST_PLACES.finditer(text):
        word = "run" if match["places"] or match["turn"] or match["order"] or match["top"] else "group"
        kind, start = (Kind.RANK if word == "run" else Kind.SUPERLATIVE), match.start("top" if match["top"] else 0)
        yield Mention(kind, start, match.end(), Decimal(1), word=word)
    for match in sp.NEXT_PLACES.finditer(text):
        number = amount_of(match["number"]) if match["number"] else None
        yield Mention(Kind.RANK, match.start(), match.end(), number, word="next")
    for match in sp.NEXT_BEST.finditer(text):
        yield Mention(Kind.RANK, match.start(), match.end(), Decimal(3 if match["place"] == "ba" else 4))
    for match in up.SECOND.finditer(text):
        yield Mention(Kind.RANK, match.start(), match.end(), Decimal(2), word="second")
    for match in sp.LAST_UPWARDS.finditer(text) if " lên" in text else ():
        yield Mention(Kind.SUPERLATIVE, match.start(), match.end(), word="last")
    last = " cùng " in text or " chót " in text
    for match in chain(up.LAST_OF_LOW.finditer(text), up.LAST_OF_ORDER.finditer(text)) if last else ():
        yield Mention(Kind.SUPERLATIVE, match.start("last"), match.end("last"), word="last")
    asked = bool(up.QUESTION.search(text))
    for pattern, word in ((up.FIRST, "first"), (up.LAST, "last"), (up.HIGHEST, "highest"), (up.LOWEST, "lowest")):
        for match in pattern.finditer(text):
            if asked or preceded(up.NOT_A_SUPERLATIVE_BEFORE, text, match.start()):
                continue
            if word == "last" and preceded(up.SEVERAL_BEFORE, text, match.start()):
                continue
            historical = up.HISTORICAL_SUPERLATIVE.match(text, match.end()) and word in ("highest", "lowest")
            kind = (
                Kind.IGNORED if historical or p.NOT_A_SUPERLATIVE_AFTER.match(text, match.end()) else Kind.SUPERLATIVE
            )
            yield Mention(kind, match.start(), match.end(), word=word)


def fractions(text: str) -> Iterator[Mention]:
    """ "43/63" and "11,87/13 điểm"; which of them is a rank, a count or a score is decided by attachment."""
    for match in cp.LOST.finditer(text):
        yield Mention(Kind.IGNORED, match.start(), match.end(), word="lost")
    for match in sp.LISTED_OUT_OF.finditer(text) if "thang" in text else ():
        parts, scale = list(_NUMBERS.finditer(text, *match.span("parts"))), amount_of(match["scale"])
        for told in parts:
            end = match.end() if told is parts[-1] else told.end()
            amount = amount_of(told[0])
            if amount is not None and scale is not None and amount <= scale:
                yield Mention(Kind.FRACTION, told.start(), end, amount, scale, unit_of_measure="points", word="score")
    more = p.OUT_OF_BEHIND.finditer(text) if "tối đa" in text or "chuẩn" in text else ()
    for match in chain(p.OUT_OF.finditer(text), more):
        part, whole = amount_of(match["part"]), amount_of(match["whole"] or match["scale"])
        if part is not None and whole is not None and part <= whole:
            yield Mention(
                Kind.FRACTION, match.start(), match.end(), part, whole, unit_of_measure="points", word="score"
            )
    for match in p.FRACTION.finditer(text):
        if preceded(sp.WEIGHT_BEFORE, text, match.start()):
            yield Mention(Kind.IGNORED, match.start(), match.end(), word="maximum")
            continue
        word = ""
        if preceded(p.RANK_CUE_BEFORE, text, match.start()):
            word = "rank"
        elif match["measure"] or preceded(p.MAXIMUM_BEFORE, text, match.start()):
            word = "score"
        if sp.TO_DATE.match(text, match.end()):
            continue  # "Từ 01/7 đến 31/10/2025"
        decimal_point = "." in match["part"]
        part, whole = amount_of(match["part"], decimal_point), amount_of(match["whole"], decimal_point)
        if part is None or whole is None:
            continue
        measure = measure_of(match["measure"])
        if measure is None and _A_YEAR.fullmatch(match["whole"]):
            continue  # "tháng 04/2015"
        yield Mention(Kind.FRACTION, match.start(), match.end(), part, whole, unit_of_measure=measure, word=word)


def bands(text: str) -> Iterator[Mention]:
    """ "từ trên 80% đến dưới 90%", "dưới 70%", "từ 90% trở lên"."""
    for match in p.BRACKETED_BOUND.finditer(text) if "(từ " in text else ():
        yield Mention(Kind.BAND, match.start(), match.end(), band=Band(lower=amount_of(match["from"])))
    for match in p.BAND.finditer(text):
        bounds = {name: amount_of(match[name]) for name in _BOUNDS if match[name]}
        if None in bounds.values():
            continue
        if preceded(p.RANGE_BEFORE, text, match.start()) or sp.OF_A_PLAN.match(text, match.end()):
            yield Mention(Kind.IGNORED, match.start(), match.end(), word="range")
            continue
        if match["lower"]:
            band = Band(bounds["lower"], bounds["upper"], not match["over"], not (match["under"] or "").strip())
        elif match["from"]:
            band = Band(lower=bounds["from"])
        elif match["above"]:
            band = Band(lower=bounds["above"], lower_inclusive=False)
        elif match["reached"]:
            band = Band(lower=bounds["reached"])
        else:
            band = Band(upper=bounds["below" if match["below"] else "short_of"])
        yield Mention(Kind.BAND, match.start(), match.end(), band=band)


def counts(text: str) -> Iterator[Mention]:
    """ "05/12 huyện", "cả 63 tỉnh, thành phố", "không có địa phương nào"; and populations without a number."""
    for match in p.COMMON_MEAN.finditer(text):
        yield Mention(Kind.MEAN, match.start(), match.end(), word="common")
    for match in p.COUNT.finditer(text):
        if preceded(p.SHARE_BEFORE, text, match.start()) or preceded(p.RANK_CUE_BEFORE, text, match.start("number")):
            continue
        if match["of"] and preceded(sp.RANKED_BEFORE, text, match.start("number")):
            continue  # "thứ hạng khá hơn 6 bậc: 29/63 tỉnh, thành phố"
        if preceded(p.MORE_OR_FEWER, text, match.start("number")) and p.THAN_BEFORE.match(text, match.end()):
            continue  # "nhóm A tăng 3 tỉnh so với năm trước"
        number = amount_of(match["number"])
        if number is None:
            continue
        word = ("out-of:" if match["among"] else "") + slug(match["noun"])
        yield Mention(Kind.COUNT, match.start("number"), match.end(), number, whole_of(match["of"]), word=word)
    for match in p.COUNTED_BEHIND.finditer(text) if "số " in text else ():
        number = Decimal(match["number"])
        yield Mention(Kind.COUNT, *match.span("number"), number, word=slug(match["noun"]))
    for match in p.NONE_OF.finditer(text):
        yield Mention(Kind.COUNT, match.start(), match.end(), Decimal(0), word=slug(match["noun"]))
    for match in p.POPULATION.finditer(text):
        yield Mention(Kind.POPULATION, match.start(), match.end(), word=slug(match[0]))


def words(text: str) -> Iterator[Mention]:
    """An index without a name, and means."""
    for match in p.UNNAMED_INDEX.finditer(text):
        yield Mention(Kind.INDEX, match.start(), match.end(), word="unnamed")
    for match in _other_indices().finditer(text):
        yield Mention(Kind.INDEX, match.start(), match.end(), word="other")
    for match in p.MEAN.finditer(text):
        yield Mention(Kind.MEAN, match.start(), match.end())


@cache
def _other_indices() -> Pattern:
    """The names of indices that are none of ours: a figure of theirs is nobody's here."""
    return Pattern(rf"\b(?:(?:bộ\s+)?(?:{any_of('other-indices')}))\b")


def years(text: str) -> Iterator[Mention]:
    """Years, and ranges or lists of years; those of programmes and plans are no years of results."""
    for match in p.YEAR_RANGES.finditer(text):
        if preceded(p.PLAN_BEFORE, text, match.start()):
            # "giai đoạn 2016 - 2020": a programme's, unless figures follow for each of its years.
            yield Mention(Kind.IGNORED, match.start(), match.end(), years=_years_of(match[0]), word="plan")
            continue
        told = _years_of(match[0])
        if told:  # "2023 - 2016" is no range.
            yield Mention(Kind.YEARS, match.start(), match.end(), years=told)
    for match in sp.RECENT_YEARS.finditer(text) if sp.IN_TURN.search(text) else ():
        number = amount_of(match["number"])
        if number is not None and 1 < number < p.MOST_YEARS:  # Which years is known when the article's own is.
            yield Mention(Kind.IGNORED, match.start(), match.end(), number, word="recent")
    for match in p.YEARS_ON.finditer(text):
        distance = amount_of(match["number"]) if match["number"] else Decimal(1)
        if match["since"]:
            years_on = amount_of(match["since"])
            yield Mention(Kind.IGNORED, match.start(), match.end(), years_on, word="since")
        elif match["now"]:
            word = "now" if match["now"].endswith(("nay", "qua", "rồi")) else "concluded"
            yield Mention(Kind.YEAR, match.start(), match.end(), word=word)
        elif distance:
            back = match["last"] or (match["way"] or "").startswith("trước")
            word = "last" if match["last"] else "on"
            yield Mention(Kind.YEAR, match.start(), match.end(), distance, sign=-1 if back else 1, word=word)
    for match in p.YEAR.finditer(text):
        plan = preceded(p.PLAN_BEFORE, text, match.start())
        year = int(next(filter(None, match.groups())))
        kind = Kind.IGNORED if plan else Kind.YEAR
        yield Mention(kind, match.start(), match.end(), year=year, word="plan" if plan else "")


def held_years(text: str) -> Iterator[Mention]:
    """The years from one to another in which a place was held, or of which each has a figure: "giữ vị trí thứ nhất từ
    năm 2015 đến năm 2020"."""
    for match in chain(p.HELD_FROM_TO.finditer(text), sp.EACH_FROM_TO.finditer(text)):
        first, last = int(match["first"]), int(match["last"])
        if first < last <= first + p.MOST_YEARS:
            yield Mention(Kind.YEARS, *match.span("years"), years=tuple(range(first, last + 1)))


def _years_of(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for span in p.YEAR_SPAN.finditer(text):
        first, last = int(span["first"]), int(span["last"] or span["first"])
        found.extend(range(first, min(last, first + p.MOST_YEARS) + 1))
    return tuple(dict.fromkeys(found))


def numbers(text: str) -> Iterator[Mention]:
    """All other numbers in digits; "cued" where the words before say that a value follows."""
    for match in p.NUMBER.finditer(text):
        measure = measure_of(match["measure"])
        # "tổng điểm 48.059": of points, without the word behind the figure.
        of_points = "." in match["number"] and preceded(p.POINTS_BEFORE, text, match.start())
        number = figure_of(match["number"], measure or ("points" if of_points else None))
        if number is None:
            continue
        if preceded(p.AT_MOST, text, match.start()):
            yield Mention(Kind.IGNORED, match.start(), match.end(), word="maximum")
            continue
        told = preceded(p.SCORE_CUE_BEFORE, text, match.start())
        told = told or (measure is None and preceded(p.SCORE_MOVED_TO, text, match.start()))
        cued = "cued" if told else ""
        yield Mention(Kind.NUMBER, match.start(), match.end(), number, unit_of_measure=measure, word=cued)
