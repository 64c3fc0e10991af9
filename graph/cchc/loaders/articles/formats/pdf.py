"""The text layer of a PDF, by PDFium: the lines of each page as they stand, put together to paragraphs.

Offsets of pages are kept, so that a quote can name its page.
"""

from __future__ import annotations

import ctypes
from typing import Any

from cchc.errors import CchcError
from cchc.loaders.articles.formats.content import Content, written
from cchc.loaders.articles.formats.encodings import repaired
from cchc.loaders.articles.formats.printed import Line, paragraphs_of, without_running_lines
from cchc.vietnamese import fold, nfc

MAX_PAGES = 400
"""The longest document that is read. Articles have a few pages, reports of an index about two hundred."""

MAX_CHARACTERS = 4_000_000
"""The longest text: far more than :data:`MAX_PAGES` printed pages hold, so only a made-up file reaches it."""

_STAMP = 150
_PICTURE = 0.6
"""A page with fewer characters than a stamp has, and a picture over more than this share of it, is a scan. Scans of
official documents often have the text of a digital signature."""

_TAB_WIDTH = 1.6
"""A gap in a line that is wider than this many times the size of its letters parts two cells of a table."""

_BASELINE = 0.7
"""How far below or above the line letters still belong to it, in sizes of its letters: as raised ones do."""

_HYPHEN = "\u0002"
"""What PDFium gives for a hyphen at the end of a line."""


def read_pdf(content: bytes, where: str) -> Content:
    """The content of a PDF.

    :raises CchcError: PDF_ENCRYPTED, PDF_SCANNED (pages without text), PDF_TOO_LONG, FILE_DAMAGED.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _not_opened(error, where) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise CchcError("PDF_TOO_LONG", where=where, values={"pages": count, "limit": MAX_PAGES})
        pages, total, scans = [], 0, []
        for number in range(count):
            page, size = _page(document, number, where)
            total += size
            if total > MAX_CHARACTERS:
                raise CchcError("FILE_EXPANDS", where=where, values={"limit": MAX_CHARACTERS})
            pages.append(page)
            if size < _STAMP and _is_picture(document, number):
                scans.append(number + 1)
        # One picture at the start is a cover; any other page that can't be read would be lost without a word.
        if scans not in ([], [1]) or len(scans) == count:
            numbers = ", ".join(map(str, scans[:10])) + (" …" if len(scans) > 10 else "")
            raise CchcError("PDF_SCANNED", where=f"{where}, page {numbers}")
        title = document.get_metadata_dict().get("Title", "")
    except pypdfium2.PdfiumError as error:
        raise CchcError("FILE_DAMAGED", where=where, values={"format": "PDF"}) from error
    finally:
        document.close()
    return _content(pages, title, where)


def _content(pages: list[list[Line]], title: str, where: str) -> Content:
    """The paragraphs of all pages as one text, with the offset of each page."""
    text: list[str] = []
    starts: list[int] = []
    at = 0
    # The encoding of an old font shows over the whole document only, so it is mended there, line by line.
    lines = [line for page in pages for line in page]
    _, font = repaired(nfc("\n".join(line.text for line in lines)))
    for line in lines:
        line.text = nfc(written(repaired_line(line.text, font)))
    for paragraph in paragraphs_of(without_running_lines(pages)):
        for line, joint in paragraph:
            at += len(joint)
            text.append(joint)
            while len(starts) <= line.page:
                starts.append(at)
            at += len(line.text)
            text.append(line.text)
        text.append("\n")
        at += 1
    whole = "".join(text)
    if not whole.strip():
        raise CchcError("PDF_SCANNED", where=where)
    starts += [len(whole)] * (len(pages) - len(starts))
    return Content(
        text=whole, format="pdf", encoding=font, title=_title(title, whole), pages=(0, *starts[1:]),
    )  # fmt: skip


def repaired_line(text: str, font: str | None) -> str:
    """A line out of the letters of the old font that the document was found to be written with."""
    from cchc.loaders.articles.formats.legacy import converted

    return converted(text, font) if font else text


def _title(title: str, text: str) -> str | None:
    """The title that the file's properties give, if the text bears it out: they often name another document."""
    title = " ".join(nfc(written(title)).split())
    return title if len(title.split()) > 2 and fold(title) in fold(text[:3_000]) else None


def _not_opened(error: Any, where: str) -> CchcError:
    import pypdfium2.raw as pdfium

    locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
    if locked:
        return CchcError("PDF_ENCRYPTED", where=where)
    return CchcError("FILE_DAMAGED", where=where, values={"format": "PDF"})


def _page(document: Any, number: int, where: str) -> tuple[list[Line], int]:
    """The lines of a page with their places, and the number of characters."""
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            count = text.count_chars()
            if count > MAX_CHARACTERS:
                raise CchcError("FILE_EXPANDS", where=where, values={"limit": MAX_CHARACTERS})
            return _lines(text.raw, count, number), count
        finally:
            text.close()
    finally:
        page.close()


def _is_picture(document: Any, number: int) -> bool:
    """Whether one picture covers most of a page."""
    import pypdfium2.raw as pdfium

    page = document[number]
    try:
        width, height = page.get_size()
        for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            left, bottom, right, top = picture.get_bounds()
            if (right - left) * (top - bottom) > _PICTURE * width * height:
                return True
        return False
    finally:
        page.close()


def _lines(text: Any, count: int, page: int) -> list[Line]:
    import pypdfium2.raw as pdfium

    found: list[Line] = []
    line: Line | None = None
    box = pdfium.FS_RECTF()
    here = ctypes.byref(box)
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if code in (10, 13):
            line = None
            continue
        character = chr(code) if code < 0x110000 else "\ufffd"
        generated = pdfium.FPDFText_IsGenerated(text, place) == 1
        if character == _HYPHEN or pdfium.FPDFText_IsHyphen(text, place) == 1:
            character = "-"
        placed = not generated and pdfium.FPDFText_GetLooseCharBox(text, place, here) and box.right > box.left
        if placed and not character.isspace():
            same = line or (found[-1] if found else None)
            # PDFium does not see every new line of a table, and takes cells that are far apart for lines.
            if same and abs(box.bottom - same.bottom) > (_BASELINE if line else _BASELINE / 4) * same.size:
                same = None
            if same and line is None and box.left < same.right:
                same = None
            if same is None:
                size = max(pdfium.FPDFText_GetFontSize(text, place), 1.0)
                line = Line(character, page, box.left, box.right, box.bottom, size, box.right)
                found.append(line)
                continue
            line = same
            if box.left - line.right > _TAB_WIDTH * line.size:
                line.text = line.text.rstrip() + "\t"
            line.right = max(line.right, box.right)
            if not any(map(str.isspace, line.text)):
                line.word_right = line.right
        if line is not None:
            line.text += character
    for line in found:
        line.text = line.text.rstrip()
    return found
