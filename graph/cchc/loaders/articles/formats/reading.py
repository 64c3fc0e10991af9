"""The content of a file of any format, by the reader of the format that its content shows."""

from __future__ import annotations

from cchc.loaders.articles.formats.content import Content
from cchc.loaders.articles.formats.encodings import decode
from cchc.loaders.articles.formats.kinds import kind_of


def content_of(content: bytes, suffix: str, where: str) -> Content:
    """The text of a document and what it tells of itself. ``suffix`` is that of its file's name, in lower case.

    :raises CchcError: those of :func:`~cchc.loaders.articles.formats.kinds.kind_of` and of the reader of the format.
    """
    kind = kind_of(content, suffix, where)
    # Each format's library is loaded only where a file needs it.
    if kind == "html":
        from cchc.loaders.articles.formats.html import read_html

        return read_html(content, where)
    if kind == "pdf":
        from cchc.loaders.articles.formats.pdf import read_pdf

        return read_pdf(content, where)
    if kind == "docx":
        from cchc.loaders.articles.formats.docx import read_docx

        return read_docx(content, where)
    text, encoding = decode(content, where)
    return Content(text=text, format="text", encoding=encoding)
