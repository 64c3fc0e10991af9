"""What a page's metadata tells of the article: its title, publisher, date of publication and address.

Only what the page declares is taken, from JSON-LD (schema.org), Open Graph, Dublin Core, microdata and HTML itself, in
that order; nothing is guessed from the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from cchc.loaders.articles.formats.content import written
from cchc.vietnamese import nfc

VIETNAM = timezone(timedelta(hours=7))
"""Dates with a time zone are taken as of Vietnam, where the articles are published."""

_ARTICLES = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
    "publication_date", "dc.date.issued", "dcterms.issued", "dc.date.published", "citation_publication_date",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher_name")
_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_MAX_TITLE = 500
_MAX_JSON = 500_000
_MAX_NODES = 2_000


def metadata(root: Any, start: str = "") -> dict[str, str]:
    """Those of ``title``, ``publisher``, ``published`` (ISO 8601 date) and ``url`` that the page of a tree declares.

    ``start`` is the beginning of its markup, where browsers note from which address they saved it.
    """
    metas = _metas(root)
    nodes = list(_linked_data(root))
    publisher = _first(
        *(_name(node.get("publisher")) for node in nodes),
        *(value for key in _PUBLISHERS for value in metas.get(key, ())),
    )
    title = _first(
        *(node.get("headline") for node in nodes),
        *(value for key in _TITLES for value in metas.get(key, ())),
        *_only(root.iter("h1")),
        *(element.text_content() for element in root.iterfind("head/title")),
    )
    found = {
        "title": _without_site(title, publisher) if title else None,
        "publisher": publisher,
        "published": _date([
            *(node.get("datePublished") for node in nodes),
            *(value for key in _PUBLISHED for value in metas.get(key, ())),
            *(e.get("content") or e.get("datetime") for e in root.xpath("//*[@itemprop='datePublished']")),
            *(e.get("datetime") for e in root.xpath("//time[@pubdate]")),
            *_one_date(root.xpath("//time/@datetime")),
        ]),
        "url": _address(root, metas, start),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value}


def _metas(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and element.get("content"):
            found.setdefault(key.strip().lower(), []).append(element.get("content"))
    return found


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """The nodes of the page's JSON-LD that describe an article. Contexts are not resolved: nothing is fetched."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "") or len(text) > _MAX_JSON:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        # Articles before pages: both have a date, and a page's may be another.
        nodes = []
        for _ in range(_MAX_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                nodes.append(node)
                waiting.extend([node.get("@graph", []), node.get("mainEntity", [])])
        kinds = [(node, " ".join(_texts(node.get("@type")))) for node in nodes]
        yield from (node for node, kind in kinds if _ARTICLES.search(kind) and "WebPage" not in kind)
        yield from (node for node, kind in kinds if "WebPage" in kind)


def _texts(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item


def _name(value: object) -> object:
    first = value[0] if isinstance(value, list) and value else value
    return first.get("name") if isinstance(first, dict) else first


def _first(*values: object) -> str | None:
    """The first value that is text, with its white space put right."""
    for value in values:
        text = nfc(" ".join(written(value).split())) if isinstance(value, str) else ""
        if text:
            return text[:_MAX_TITLE]
    return None


def _only(elements: Iterable[Any]) -> list[str]:
    """The text of the page's one main heading; where there are several, one may be the site's name."""
    texts = [text for text in (element.text_content().strip() for element in elements) if text]
    return texts if len(texts) == 1 else []


def _without_site(title: str, publisher: str | None) -> str:
    """The title without the name of the site after a bar or dash."""
    if not publisher:
        return title
    match = re.search(r"\s+[-–—|»]\s+" + re.escape(publisher) + r"$", title, re.IGNORECASE)
    return title[: match.start()] if match else title


def _date(values: Iterable[object]) -> str | None:
    for value in values:
        found = _day(value.strip()) if isinstance(value, str) else None
        if found:
            return found.isoformat()
    return None


def _one_date(values: Iterable[str]) -> list[str]:
    """The date of the ``time`` elements, if all agree: others are those of teasers."""
    days = {day for day in (_day(value.strip()) for value in values) if day}
    return [days.pop().isoformat()] if len(days) == 1 else []


def _day(value: str) -> date | None:
    """A day from ISO 8601, or from the day-first form of Vietnam."""
    day_first = _DAY_FIRST.match(value)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
        moment = datetime.fromisoformat(value)
        return (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None


def _address(root: Any, metas: dict[str, list[str]], start: str) -> str | None:
    """The page's address: the canonical one, Open Graph's, or the one that a browser wrote when it saved the page."""
    given = [e.get("href") for e in root.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]")]
    given += metas.get("og:url", [])
    given += _SAVED_FROM.findall(start)
    return next((url.strip() for url in given if url and _ADDRESS.fullmatch(url.strip())), None)
