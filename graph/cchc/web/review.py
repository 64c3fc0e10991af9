"""The review page: an article with every fact and mention marked in place, and its facts beside it, to be corrected.

One self-contained file: no network, no script or style but its own (a content security policy holds it), all text of
the article escaped. It works by double click, and gives ``facts.json`` back for ``cchc load FILE --review facts.json``.
"""

from __future__ import annotations

import base64
import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from cchc.claims import Reading
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.loaders.articles.records import records
from cchc.review.marks import Block, Mark, blocks, marks
from cchc.review.names import Names
from cchc.web.cards import Card, badge, card_of, markup
from cchc.web.texts import LANGUAGES, Words, both, plain, steers, visible, words

_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
)
"""Only the page's own style and script may run, and nothing may be fetched or sent."""


def review_page(reading: Reading, mentions: Sequence[Mark] | None = None, lang: str = "vi") -> str:
    """The page of one reading as HTML (UTF-8). Both languages are in it; ``lang`` is the one it opens in.

    :param mentions: the spans to mark lightly; by default those that the reader finds.
    """
    say = words("review")
    text = reading.source.text
    names = Names(reading, gazetteer())
    found = json.loads(json.dumps(records(reading)))
    cards = [card_of(number, record) for number, record in enumerate(found, 1)]
    spans = list(mentions) if mentions is not None else marks(text)
    style, script = _part("review.css"), _part("review.js")
    layout = blocks(text)
    heading = next((text[block.start : block.end] for block in layout if block.kind == "title"), reading.source.name)
    title = reading.source.title or heading
    return Template(_part("review.html")).substitute(
        lang=lang,
        csp=escape(_POLICY.format(style=_hash(style), script=_hash(script))),
        style=style,
        script=script,
        title=plain(f"{say['says']['title'][lang]}: {title}"),
        heading=visible(title),
        about=_about(reading),
        legend=_legend(cards, say),
        article=_article(text, layout, cards, spans, say),
        facts=_facts(cards, names, say),
        lists=_lists(names),
        data=_json({"records": found, "file": reading.source.name, "says": say["says"], "values": say["values"]}),
        **{f"say_{name}": both(said) for name, said in say["says"].items()},
    )


def _part(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")


def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")


_ENDS = "<>&\u2028\u2029"
"""Characters that could end a script element or a line of script."""


def _json(value: Any) -> str:
    """JSON that can't end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(
        f"\\u{ord(character):04x}"
        if character in _ENDS
        else json.dumps(character)[1:-1]
        if steers(character)
        else character
        for character in text
    )


def _about(reading: Reading) -> str:
    source = reading.source
    told = (source.publisher, source.published, source.url, source.name)
    return " · ".join(visible(item) for item in told if item)


# -- the text --------------------------------------------------------------------------------------------------------


def _article(
    text: str, parts: Iterable[Block], cards: Sequence[Card], mentions: Sequence[Mark], say: dict[str, Words]
) -> str:
    """The text by paragraphs, cut where a fact or mention begins or ends, so that overlapping spans need no nesting."""
    spans = [(int(card.record["start"]), int(card.record["end"]), card) for card in cards]
    spans.sort(key=lambda span: span[:2])
    ends: dict[int, list[Card]] = {}
    for _, end, card in spans:
        ends.setdefault(end, []).append(card)
    cuts = sorted(
        {cut for start, end, _ in spans for cut in (start, end)} | {c for m in mentions for c in (m.start, m.end)}
    )
    written: list[str] = []
    active: list[tuple[int, int, Card]] = []
    coming = 0
    first = [mention.start for mention in mentions]
    for block in parts:
        inner = cuts[bisect_right(cuts, block.start) : bisect_left(cuts, block.end)]
        pieces = []
        for begin, stop in zip([block.start, *inner], [*inner, block.end], strict=True):
            while coming < len(spans) and spans[coming][0] <= begin:
                active.append(spans[coming])
                coming += 1
            active = [span for span in active if span[1] > begin]
            place = bisect_right(first, begin) - 1
            mention = mentions[place].kind if place >= 0 and mentions[place].end > begin else None
            pieces.append(_segment(text[begin:stop], active, mention))
            pieces += [_reference(card, say) for card in ends.get(stop, ())]
        kind = "furniture" if not block.read else block.kind
        written.append(f'<p class="{kind}" dir="ltr">{"".join(pieces)}</p>')
    return "\n".join(written)


def _segment(text: str, spans: Sequence[tuple[int, int, Card]], mention: str | None) -> str:
    """A stretch of text without cuts. The shortest fact around it gives its colour."""
    shown = f'<span class="m m-{mention}">{visible(text)}</span>' if mention else visible(text)
    if not spans:
        return shown
    nearest = min(spans, key=lambda span: (span[1] - span[0], span[2].number))[2]
    numbers = " ".join(str(card.number - 1) for _, _, card in spans)
    return f'<mark class="k-{nearest.kind}" data-f="{numbers}">{shown}</mark>'


def _reference(card: Card, say: dict[str, Words]) -> str:
    return f'<a class="ref k-{card.kind}" id="e{card.number}" href="#f{card.number}">{badge(card, say)}</a>'


# -- beside it -------------------------------------------------------------------------------------------------------


def _legend(cards: Sequence[Card], say: dict[str, Words]) -> str:
    items = []
    for kind, said in say["kinds"].items():
        count = sum(card.kind == kind for card in cards)
        if count:
            name = both({lang: said[lang][1] for lang in LANGUAGES})
            letter = both({lang: said[lang][0] for lang in LANGUAGES})
            items.append(
                f'<button type="button" class="key k-{kind}" data-kind="{kind}" aria-pressed="true">'
                f'<span class="badge">{letter}</span> <mark class="k-{kind}">{name}</mark> '
                f'<span class="n">{count}</span></button>'
            )
    return "".join(items)


def _facts(cards: Sequence[Card], names: Names, say: dict[str, Words]) -> str:
    written = []
    for group, said in say["groups"].items():
        mine = [card for card in cards if card.group == group]
        if mine:
            items = "".join(markup(card, names, say) for card in mine)
            heading = f'<h3>{both(said)} <span class="n">{len(mine)}</span></h3>'
            written.append(f'<section class="group g-{group}">{heading}<ol>{items}</ol></section>')
    return "".join(written) or f"<p>{both(say['says']['nothing'])}</p>"


def _lists(names: Names) -> str:
    lists = {
        "units": names.unit_names(),
        "components": names.concept_names("component"),
        "grades": names.concept_names("grade"),
    }
    written = []
    for name, items in lists.items():
        options = "".join(f'<option value="{escape(item)}"></option>' for item in items)
        written.append(f'<datalist id="{name}">{options}</datalist>')
    return "".join(written)
