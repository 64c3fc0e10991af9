"""An explanation as a picture, SVG or PNG: conclusions on the left, the sentences that they rest on to the right.

graphlay places the boxes and routes the arrows; matplotlib draws them. Both are imported only here. The same
explanation gives the same bytes. Letters are those of charts: DejaVu Sans, which has all Vietnamese letters, in SVG as
outlines.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cchc.answers.text import clean
from cchc.explain.model import Explained, Place
from cchc.explain.words import WORDS, bounded, claimed, each, noted, quoted, read, reviewed, sides

PICTURES = ("svg", "png")

_SETTINGS = {
    "font.family": "DejaVu Sans", "svg.hashsalt": "cchc", "svg.fonttype": "path", "text.parse_math": False,
}  # fmt: skip
_FONT = 9
"""Points."""
_LETTERS = 52
"""The longest line in a box."""
_LINE = 13.0
"""From line to line; like all lengths here in points."""
_PAD = 8.0
_MARGIN = 16.0
_DOTS = 144
"""Dots an inch of a PNG."""
_MOST_DOTS = 2**15
"""A PNG with a longer side has fewer dots an inch: neither programs nor people open larger ones."""
_STYLES: dict[str, dict[str, Any]] = {
    "derived": {"facecolor": "#fff4e5", "edgecolor": "#b5471b", "linestyle": "-"},
    "stated": {"facecolor": "#e8f1fb", "edgecolor": "#0b5cad", "linestyle": "-"},
    "quoted": {"facecolor": "white", "edgecolor": "#666666", "linestyle": "-"},
    "doubtful": {"facecolor": "white", "edgecolor": "#7a3e9d", "linestyle": "--"},
    "retracted": {"facecolor": "#f2f2f2", "edgecolor": "#888888", "linestyle": ":"},
}
"""Boxes of conclusions, of what sources state, of their words, of what is disputed or uncertain, and withdrawn."""


@dataclass(slots=True)
class _Box:
    """The lines in a box and the notes under them, the name of its style, and the boxes that it rests on."""

    style: str
    lines: list[str]
    rests_on: list[object] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> list[str]:
        return self.lines + self.notes


def as_picture(explained: Iterable[Explained], lang: str = "vi", picture_format: str = "svg") -> bytes:
    """The picture in one of :data:`PICTURES`; texts in ``vi`` or ``en``. What conclusions share is drawn once."""
    boxes = _boxes(explained, WORDS[lang])

    import matplotlib

    with matplotlib.rc_context(_SETTINGS):
        sizes = {name: _size(box.text) for name, box in boxes.items()}
        return _drawn(boxes, _placed(boxes, sizes), picture_format)


def _boxes(explained: Iterable[Explained], words: dict[str, str]) -> dict[object, _Box]:
    """A box for each claim with all its values, each thing that is more than its claims, conflict, and sentence."""
    boxes: dict[object, _Box] = {}
    places: dict[object, list[Place]] = {}
    for item in explained:
        for interval in item.intervals:
            claims = dict.fromkeys(reason.claim for end in interval.ends for reason in end.reasons)
            lines = _lines(item.title, bounded(interval, words))
            boxes[item.thing, interval.measure] = _Box("derived", lines, list(claims))
        if not item.reasons and not item.intervals:
            facts = (f"{name}: {value}" for name, value in item.facts)
            boxes[item.thing] = _Box("stated", _lines(item.title, *facts), _sentences(item.places, places))
        for one in item.disagreements:
            heading = f"{words['conflict']} ({one.measure}):"
            boxes[one.conflict] = _Box("doubtful", _lines(heading, *sides(one, words)))
        for reason in each(item.all_reasons):
            said = _lines(claimed(reason, words, reason.title))
            if reason.claim not in boxes:
                premises = [premise.claim for premise in reason.premises]
                boxes[reason.claim] = _Box(
                    reason.status if reason.status in _STYLES and not reason.disputed else "doubtful",
                    _lines(reason.title) + said,
                    [*dict.fromkeys(premises), *_sentences(reason.places, places)],
                    _lines(
                        *reviewed(reason, words),
                        *(read(reading, words) for reading in reason.readings),
                        *noted(reason, words),
                    ),
                )
            elif not set(said) <= set(boxes[reason.claim].lines):
                boxes[reason.claim].lines += said
    for sentence, among in places.items():
        boxes[sentence] = _Box("quoted", _lines(*quoted(among, words)))
    return boxes


def _sentences(places: Iterable[Place], found: dict[object, list[Place]]) -> list[object]:
    """The sentences of places, which are gathered in ``found``: each is drawn once, with all its quotes marked."""
    for place in places:
        found.setdefault(place.sentence, []).append(place)
    return list(dict.fromkeys(place.sentence for place in places))


def _lines(*texts: str) -> list[str]:
    return [line for text in texts for line in textwrap.wrap(clean(text), _LETTERS)]


def _size(lines: list[str]) -> tuple[float, float]:
    """Width and height of a box around lines of text."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=_FONT)
    widest = max(text_to_path.get_text_width_height_descent(line, font, False)[0] for line in lines)
    return widest + 2 * _PAD, len(lines) * _LINE + 2 * _PAD - (_LINE - _FONT)


def _placed(boxes: dict[object, _Box], sizes: dict[object, tuple[float, float]]) -> Any:
    """The layout: nodes and edges in the order of the boxes."""
    import graphlay

    graph = graphlay.Graph()
    for name, (width, height) in sizes.items():
        graph.node(name, width=width, height=height, label="")
    for name, box in boxes.items():
        for other in box.rests_on:
            if other in boxes:
                graph.edge(name, other)
    return graphlay.layout(graph, options={"direction": "leftright", "spacing": {"node_gap": 18.0}})


def _drawn(boxes: dict[object, _Box], layout: Any, picture_format: str) -> bytes:
    from matplotlib.figure import Figure
    from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
    from matplotlib.path import Path

    low, high = layout.bounds["min"], layout.bounds["max"]
    width, height = high["x"] - low["x"] + 2 * _MARGIN, high["y"] - low["y"] + 2 * _MARGIN
    figure = Figure(figsize=(width / 72, height / 72))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(low["x"] - _MARGIN, high["x"] + _MARGIN)
    axes.set_ylim(high["y"] + _MARGIN, low["y"] - _MARGIN)
    for edge in layout.edges:
        way = Path([(point["x"], point["y"]) for point in edge["points"]])
        arrow: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 9, "shrinkA": 0, "shrinkB": 0}
        axes.add_patch(FancyArrowPatch(path=way, color="#666666", lw=0.9, joinstyle="round", **arrow))
    for place, (box, node) in enumerate(zip(boxes.values(), layout.nodes, strict=True), start=1):
        wide, tall = node["size"]["width"], node["size"]["height"]
        left, top = node["center"]["x"] - wide / 2, node["center"]["y"] - tall / 2
        rounded: dict[str, Any] = {"boxstyle": "round,pad=0,rounding_size=4", "lw": 1.0, "gid": f"box-{place}"}
        axes.add_patch(FancyBboxPatch((left, top), wide, tall, **rounded, **_STYLES[box.style]))
        for number, line in enumerate(box.text):
            axes.text(left + _PAD, top + _PAD + _FONT * 0.85 + number * _LINE, line, fontsize=_FONT, va="baseline")
    written = io.BytesIO()
    dots = min(_DOTS, _MOST_DOTS / (max(width, height) / 72))
    metadata: dict[str, Any] = {"Date": None, "Creator": None} if picture_format == "svg" else {"Software": None}
    figure.savefig(written, format=picture_format, dpi=dots, metadata=metadata)
    return written.getvalue()
