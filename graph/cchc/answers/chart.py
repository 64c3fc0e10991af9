"""Answers as charts: SVG, PNG, or a page of HTML with the SVG in it. Needs matplotlib, which is imported only here.

The same answer gives the same bytes. Letters are drawn with DejaVu Sans, which comes with matplotlib and has all
Vietnamese letters; in SVG they are outlines, so that they look the same everywhere.
"""

from __future__ import annotations

import html
import io
from collections.abc import Sequence
from decimal import Decimal
from itertools import cycle, pairwise
from textwrap import wrap
from typing import Any

from cchc.answers.model import SEPARATOR, Answer, ChartSpec, Row
from cchc.answers.table import table
from cchc.answers.text import clean, header, number
from cchc.errors import CchcError

CHART_FORMATS = ("svg", "png", "html")

_SETTINGS = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "svg.hashsalt": "cchc",
    "svg.fonttype": "path",
    # A dollar sign in a name is a dollar sign.
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
}
_COLOUR = "#0b5cad"
_COLOURS = (_COLOUR, "#b5471b", "#2f7d32", "#7a3e9d", "#946c00")
"""The colours of several lines, told apart by people who see fewer colours too; each has 4.5:1 contrast on white."""
_GREY = "#666666"
_WORDS = {
    "vi": {
        "derived": "giá trị suy ra",
        "disputed": "các nguồn khác nhau",
        "unknown": "chưa biết",
        "break": "Gián đoạn",
    },
    "en": {"derived": "derived value", "disputed": "disputed value", "unknown": "not known", "break": "Break"},
}
LONGEST_LINE = 64
"""Letters of a title that the axes are wide enough for."""

_MARKED = ("derived", "disputed")


def chart(answer: Answer, chart_format: str) -> bytes:
    """The chart of an answer in one of ``CHART_FORMATS``.

    :raises CchcError: CHART_FORMAT; CHART_NONE if the query has no chart; CHART_EMPTY if there is nothing to draw.
    """
    if chart_format not in CHART_FORMATS:
        values = {"format": chart_format, "known": ", ".join(CHART_FORMATS)}
        raise CchcError("CHART_FORMAT", values=values)
    spec = answer.chart
    if spec is None:
        raise CchcError("CHART_NONE", values={"query": answer.name})
    y = _measured(answer, spec)

    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(layout=None)
        axes = figure.add_subplot()
        (_bars if spec.kind == "bar" else _lines)(answer, spec, y, figure, axes)
        pad = 24 if answer.completeness else 12
        title = "\n".join(wrap(clean(answer.title), LONGEST_LINE))
        axes.set_title(title, loc="left", fontsize=12, fontweight="bold", pad=pad)
        if answer.completeness:
            place: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points"}
            axes.annotate(answer.completeness.text, (0, 1), (0, 8), fontsize=9, color=_GREY, **place)
        return _written(answer, figure, chart_format)


def _measured(answer: Answer, spec: ChartSpec) -> str:
    rows = answer.rows
    for name in (spec.y, spec.otherwise):
        if name and any(row[name] is not None for row in rows):
            return name
    raise CchcError("CHART_EMPTY", values={"query": answer.name})


def _label(answer: Answer, name: str) -> str:
    return header(answer.columns[answer.names.index(name)], answer.lang)


def _shown(answer: Answer, name: str, value: int | Decimal) -> str:
    return number(value, answer.lang, answer.columns[answer.names.index(name)].decimals)


def _status(spec: ChartSpec, row: Row) -> str:
    return str(row[spec.status]) if spec.status else "stated"


def _bars(answer: Answer, spec: ChartSpec, y: str, figure: Any, axes: Any) -> None:
    """One bar a row, from the top down; hollow where a rule derived the value, hatched where sources disagree."""
    rows = answer.rows
    figure.set_size_inches(8, 1.6 + 0.34 * len(rows))
    names = []
    for place, row in enumerate(rows):
        ranked = "rank" in answer.names and row["rank"] is not None
        names.append(f"{row['rank']}. {clean(str(row[spec.x]))}" if ranked else clean(str(row[spec.x])))
        status, value = _status(spec, row), row[y]
        if value is None:
            axes.text(0, place, " " + _WORDS[answer.lang]["unknown"], va="center", color=_GREY, fontsize=9)
            continue
        style = {"derived": {"facecolor": "none"}, "disputed": {"hatch": "///", "facecolor": "none"}}.get(status, {})
        axes.barh(place, float(value), 0.66, edgecolor=_COLOUR, **({"facecolor": _COLOUR} | style))
        axes.annotate(
            _shown(answer, y, value), (float(value), place), (4, 0), textcoords="offset points", va="center", fontsize=9
        )
    axes.set_yticks(range(len(rows)), names)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.margins(x=0.12)
    axes.set_xlabel(_label(answer, y))
    axes.grid(axis="x", color="#dddddd")
    axes.tick_params(axis="y", length=0)
    _numbers(axes.xaxis, answer.lang)
    _legend(answer, spec, y, figure, axes)


def _lines(answer: Answer, spec: ChartSpec, y: str, figure: Any, axes: Any) -> None:
    """Points joined from year to year; never across a missing year or a break, or from one series to another."""
    figure.set_size_inches(8, 4.2)
    series: dict[Any, list[Row]] = {}
    for row in answer.rows:
        if row[y] is not None:
            series.setdefault(row[spec.series] if spec.series else None, []).append(row)
    for rows, colour in zip(series.values(), cycle(_COLOURS), strict=False):
        for before, after in pairwise(rows):
            broken = spec.break_column and after[spec.break_column] is not None
            if after[spec.x] - before[spec.x] == 1 and not broken:
                axes.plot([before[spec.x], after[spec.x]], [float(before[y]), float(after[y])], color=colour, lw=1.6)
        for row in rows:
            face = "white" if _status(spec, row) in _MARKED else colour
            marker = "s" if _status(spec, row) == "disputed" else "o"
            point = (row[spec.x], float(row[y]))
            axes.plot(*point, marker=marker, ms=8, mec=colour, mfc=face, mew=1.6, ls="", zorder=3)
            shown = _shown(answer, y, row[y])
            axes.annotate(shown, point, (0, 9), textcoords="offset points", ha="center", fontsize=9, color=colour)
        if len(series) > 1 and spec.label:
            years = sorted({rows[0][spec.x], rows[-1][spec.x]})
            name = f"{clean(str(rows[0][spec.label]))} ({'–'.join(map(str, years))})"
            axes.plot([], [], color=colour, lw=1.6, marker="o", ms=8, label=name)
    years = [row[spec.x] for row in answer.rows]
    ticks = range(min(years), max(years) + 1)
    axes.set_xticks(ticks, [str(year) for year in ticks])
    axes.set_xlim(min(years) - 0.6, max(years) + 0.6)
    for told, since in sorted(_breaks(answer.rows, spec).items(), key=lambda item: (item[1], item[0])):
        text = f"{_WORDS[answer.lang]['break']}: {clean(told)}"
        # Right before the year from which it holds, however many years around it are not known.
        axes.axvline(since - 0.5, color=_GREY, ls="--", lw=1, label=text)
    axes.margins(y=0.25)
    if y == spec.y and spec.inverted:
        _places(answer.rows, spec, axes)
    axes.set_xlabel(_label(answer, spec.x))
    axes.set_ylabel(_label(answer, y))
    axes.grid(axis="y", color="#dddddd")
    _numbers(axes.yaxis, answer.lang)
    _legend(answer, spec, y, figure, axes)


def _places(rows: Sequence[Row], spec: ChartSpec, axes: Any) -> None:
    """An axis of places, from the top down: none is better than the first, or beyond the last where that is known."""
    from matplotlib.ticker import MaxNLocator

    places = [int(row[spec.y]) for row in rows if row[spec.y] is not None]
    numbers = [row[spec.among] for row in rows if spec.among and row[spec.y] is not None]
    room = max(1, (max(places) - min(places) + 3) // 4)
    first, last = max(1, min(places) - room), max(places) + room
    if numbers and None not in numbers:
        last = min(last, max(numbers))
    ticks = {
        int(place) for place in MaxNLocator(nbins=7, integer=True).tick_values(first, last) if first <= place <= last
    }
    if first == 1 and 2 not in ticks:
        ticks.add(1)
    axes.set_yticks(sorted(ticks))
    # A little beyond the ends, for the marks and the numbers above them.
    beyond = 0.04 * (last - first + 1)
    axes.set_ylim(last + beyond, first - 2 * beyond)


def _breaks(rows: Sequence[Row], spec: ChartSpec) -> dict[str, int]:
    """Each break with the first year beyond it; several series may tell one."""
    parts = [part for row in rows if spec.since for part in str(row[spec.since] or "").split(SEPARATOR) if part]
    return {told: int(year) for year, _, told in (part.partition(" ") for part in parts)}


def _numbers(axis: Any, lang: str) -> None:
    """Writes the numbers of an axis as the language does."""
    from matplotlib.ticker import FuncFormatter

    axis.set_major_formatter(FuncFormatter(lambda value, _: number(Decimal(repr(round(float(value), 6))), lang)))


def _legend(answer: Answer, spec: ChartSpec, y: str, figure: Any, axes: Any) -> None:
    """Explains the marks that are drawn, below the axes."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.transforms import ScaledTranslation

    handles, _ = axes.get_legend_handles_labels()
    used = {_status(spec, row) for row in answer.rows if row[y] is not None}
    for status in _MARKED:
        if status not in used:
            continue
        text = _WORDS[answer.lang][status]
        if spec.kind == "bar":
            hatch = "///" if status == "disputed" else None
            handles.append(Patch(facecolor="none", edgecolor=_COLOUR, hatch=hatch, label=text))
        else:
            marker = "s" if status == "disputed" else "o"
            handles.append(Line2D([], [], ls="", marker=marker, ms=8, mec=_COLOUR, mfc="white", mew=1.6, label=text))
    if handles:
        # Half an inch below the axes, whatever their height.
        below = axes.transAxes + ScaledTranslation(0, -0.5, figure.dpi_scale_trans)
        place = {"loc": "upper left", "bbox_to_anchor": (0, 0), "bbox_transform": below, "borderaxespad": 0}
        axes.legend(handles=handles, frameon=False, fontsize=9, **place)


def _written(answer: Answer, figure: Any, chart_format: str) -> bytes:
    target = io.BytesIO()
    title = clean(answer.title)
    if chart_format == "png":
        figure.savefig(target, format="png", dpi=144, bbox_inches="tight", pad_inches=0.15, metadata={"Software": None})
        return target.getvalue()
    # No date and no version in the file: the same answer gives the same bytes.
    metadata = {"Date": None, "Creator": None, "Title": title}
    figure.savefig(target, format="svg", bbox_inches="tight", pad_inches=0.15, metadata=metadata)
    drawing = target.getvalue()
    return drawing if chart_format == "svg" else _page(answer, title, drawing.decode("utf-8")).encode("utf-8")


def _page(answer: Answer, title: str, drawing: str) -> str:
    """A page that needs nothing else, with the table for those who can't see the drawing."""
    picture = drawing[drawing.index("<svg") :]
    return (
        f'<!DOCTYPE html>\n<html lang="{answer.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n"
        "<style>body{font-family:sans-serif;margin:2rem auto;max-width:60rem}svg{max-width:100%;height:auto}</style>\n"
        f'</head>\n<body>\n<figure role="img" aria-label="{html.escape(title)}">\n{picture}</figure>\n'
        f"<pre>{html.escape(table(answer))}</pre>\n</body>\n</html>\n"
    )
