"""HTML to the main text of its page, and what the page's metadata tells.

The library trafilatura finds the main text: no menus, no teasers of other articles. It is given a tree, so nothing is
ever fetched. Where it finds nothing, all visible text is taken.
"""

from __future__ import annotations

import re
from typing import Any

from cchc.errors import CchcError
from cchc.loaders.articles.formats.blocks import lines_of
from cchc.loaders.articles.formats.content import Content, written
from cchc.loaders.articles.formats.encodings import decode, repaired
from cchc.loaders.articles.formats.metadata import metadata
from cchc.vietnamese import fold, nfc

UNSEEN = frozenset((
    "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "canvas", "audio", "video",
    "select", "textarea", "button", "datalist", "title",
))  # fmt: skip
"""The elements whose content a browser does not show as text of the page."""

MAX_ELEMENTS = 100_000
MAX_TABLES = 500
"""The largest page that the extractor is given: its time grows with the square of the number of tables. Of a larger
page all visible text is taken."""

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_HEAD = 4096
"""How much of a page's markup is looked at for what stands before or outside its elements."""
_TITLE_WITHIN = 400
"""How near to the start of the main text the title must stand; it is put before a text that lacks it there."""


def read_html(content: bytes, where: str) -> Content:
    """The content of a page.

    :raises CchcError: FILE_EMPTY, FILE_NESTED, FILE_ENCODING, LEGACY_ENCODING, FILE_BINARY.
    """
    markup, encoding = _markup(content, where)
    root = _tree(markup, where)
    known = metadata(root, markup[:_HEAD])
    _number_items(root)
    lines = _main_lines(root) or lines_of(root, UNSEEN)
    text, font = repaired(nfc("\n".join(lines)))
    text = nfc(written(text))
    if not text.strip():
        raise CchcError("FILE_EMPTY", where=where)
    title = known.get("title")
    if title and font:
        title = repaired(title)[0]
    if title and fold(title) not in fold(text[: len(title) + _TITLE_WITHIN]):
        text = f"{title}\n{text}"
    return Content(
        text=text, format="html", encoding=f"{encoding}+{font}" if font else encoding, title=title,
        publisher=known.get("publisher"), published=known.get("published"), url=known.get("url"),
    )  # fmt: skip


def _markup(content: bytes, where: str) -> tuple[str, str]:
    """The page's markup and its encoding: what the bytes show for certain, else what the page declares."""
    try:
        return decode(content, where)
    except CchcError as error:
        declared = _DECLARED.search(content[:_HEAD])
        if error.code not in ("FILE_ENCODING", "LEGACY_ENCODING") or not declared:
            raise
        name = declared[1].decode("ascii").lower()
        # Pages with little Vietnamese in them: what they declare is believed if it decodes them, but for UTF-8, which
        # they are not, and for the Western encodings, which pages with old Vietnamese fonts declare.
        if name.startswith(("utf", "iso-8859-1", "windows-1252", "us-ascii", "x-user-defined")):
            raise
        try:
            return nfc(content.decode(name)), name
        except (UnicodeDecodeError, LookupError):
            raise error from None


def _tree(markup: str, where: str) -> Any:
    """The page as a tree.

    :raises CchcError: FILE_EMPTY, FILE_NESTED: the parser gives up, and loses text, where elements nest too deep.
    """
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(_DECLARATION.sub("", markup).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise CchcError("FILE_EMPTY", where=where) from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise CchcError("FILE_NESTED", where=where)
    return root


def _main_lines(root: Any) -> list[str]:
    """The lines of the main text, or none if the extractor finds none."""
    import copy

    if sum(1 for _ in root.iter()) > MAX_ELEMENTS or sum(1 for _ in root.iter("table")) > MAX_TABLES:
        return []
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            copy.deepcopy(root), with_metadata=False, include_comments=False, include_tables=True, favor_recall=True,
        )  # fmt: skip
    except RecursionError:
        return []
    body = getattr(found, "body", None)
    return lines_of(body) if body is not None else []


def _number_items(root: Any) -> None:
    """Writes the numbers that a browser shows before the items of numbered lists: they can be ranks."""
    for numbered in root.iter("ol"):
        if numbered.get("type", "1") != "1" or "none" in numbered.get("style", "") or "reversed" in numbered.attrib:
            continue
        number = _integer(numbered.get("start"), 1)
        for item in numbered.iterchildren("li"):
            number = _integer(item.get("value"), number)
            place = item
            while not (place.text or "").strip() and len(place) and isinstance(place[0].tag, str):
                place = place[0]
            if (place.text or "").strip():
                place.text = f"{number}. {(place.text or '').lstrip()}"
            number += 1


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value.strip()) else default
