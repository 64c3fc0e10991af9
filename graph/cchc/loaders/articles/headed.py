"""Lists that a class announces with the number of its units: "Loại Xuất sắc, có 9 cơ quan:", and one unit an item.

Only a list of just so many items is that of the class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from cchc.claims import Claim, Observation, Statistic, Unit
from cchc.loaders.articles.context import POPULATION_OF_KIND, Context
from cchc.loaders.articles.document import ITEM, Paragraph
from cchc.loaders.articles.evidence import Passage
from cchc.loaders.articles.mentions import Kind, Mention
from cchc.loaders.articles.titles import Read


def members(
    claims: Iterable[Claim], paragraphs: Read, place: int, context: Context
) -> Iterator[tuple[Paragraph, Observation]]:
    """The classes of the units that are listed behind a paragraph (by its place) with these claims, each with its
    item."""
    told = [c for c in claims if isinstance(c, Statistic) and c.kind == "grade-count"]
    if len(told) != 1 or not paragraphs[place][0].text.endswith(":") or place + 1 == len(paragraphs):
        return
    heading, grade, mark = told[0], told[0].grade, paragraphs[place + 1][0].text[:1]
    following = islice(paragraphs, place + 1, None)
    items = list(takewhile(lambda read: ITEM.match(read[0].text) and read[0].text[:1] == mark, following))
    if grade is None or len(items) != heading.value:
        return
    units = [_unit(read, context) for _, read in items]
    for (item, read), named in zip(items, units, strict=True):
        if named and POPULATION_OF_KIND.get(named[0].kind) == heading.edition.population:
            unit, mention = named
            quote = read[0][0].quote(mention.start, mention.end)
            yield item, Observation(
                edition=heading.edition, unit=unit, measure="grade", value=grade,
                stated_as=heading.stated_as, quotes=(quote, *heading.quotes), status=heading.status,
                interpretation=("grade-from-list",),
            )  # fmt: skip


def _unit(sentences: list[tuple[Passage, list[Mention]]], context: Context) -> tuple[Unit, Mention] | None:
    """The unit that an item begins with."""
    mentions = sentences[0][1] if sentences else []
    first = next((m for m in mentions if m.kind is Kind.UNIT), None)
    unit = context.resolve(first.names[0][0]) if first and len(first.names) == 1 else None
    return (unit, first) if first and unit else None
