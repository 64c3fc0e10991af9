"""Regions that are the headings of lines of figures, as beside a chart: "TÂY NGUYÊN", and below it "2021: 84,1%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cchc.claims import Concept
from cchc.loaders.articles.context import Context
from cchc.loaders.articles.document import Kind, Paragraph
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.mentions import Kind as MentionKind
from cchc.loaders.articles.mentions import Mention
from cchc.loaders.articles.wholes import region_of

_LONGEST = 60
"""In characters: no name of a region with its head noun is longer."""
_HEADING = re.compile(
    r"\s*(?:[^\w\s]|\d{1,2}[.)]|[IVX]{1,4}\.)?\s*(?:(?:khu vực|vùng)\s+)?(?P<name>[^\d:;]+?)\s*:?\s*", re.I
)
_FIGURES = re.compile(
    r"\s*+(?:(?:năm|đạt|là|chỉ số|giá trị|trung bình|bình quân|điểm|tăng|giảm|so với|trước|và|PAR[ -]?INDEX|SIPAS|CCHC"
    r"|\d[\d.,]*+|[^\w\s])\s*+)++",
    re.I,
)
_DIGIT = re.compile(r"\d")


def only_figures(text: str) -> bool:
    """Whether a line is nothing but figures, with years and the words for them."""
    return len(text) < 2 * _LONGEST and bool(_DIGIT.search(text)) and bool(_FIGURES.fullmatch(text))


def with_region_headings(layout: Sequence[Paragraph], names: Gazetteer) -> list[Paragraph]:
    """The paragraphs of an article, in which a line that is a region and has figures below is no furniture."""
    found = list(layout)
    for place, (line, below) in enumerate(pairwise(layout)):
        if line.kind is Kind.FURNITURE and only_figures(below.text) and _names_region(line.text, names):
            found[place] = replace(line, kind=Kind.SUBHEADING)
    return found


def _names_region(text: str, names: Gazetteer) -> bool:
    """Whether a line is the name of a region, and nothing else."""
    told = _HEADING.fullmatch(text) if len(text) < _LONGEST else None
    if told is None:
        return False
    name = told["name"]
    return any(m.end - m.start == len(name) and any(e.kind == "region" for e in m.entries) for m in names.find(name))


def heading(paragraph: Paragraph, mentions: Sequence[Mention], context: Context) -> Concept | None:
    """The region that a paragraph stands below, or is itself the name of; None where it is neither."""
    named = [m for m in mentions if m.kind is MentionKind.REGION]
    if len(named) == 1 and paragraph.kind in (Kind.SUBHEADING, Kind.BODY):
        told = _HEADING.fullmatch(paragraph.text)
        if told and len(told["name"]) == named[0].end - named[0].start:
            return region_of(named[0])
    return context.region_heads if only_figures(paragraph.text) else None
