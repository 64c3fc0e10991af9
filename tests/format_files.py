"""Makes files of many formats and encodings from lines of text, for the tests of formats."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def font() -> Path:
    """A font with full Vietnamese coverage: the one that matplotlib brings."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def html(lines: Iterable[str], paragraph: str = "<p>{}</p>", head: str = '<meta charset="utf-8">') -> str:
    """A page with menus before and teasers after the article, as sites have them."""
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Trang chủ", "Giới thiệu", "Văn bản"))
    body = "".join(paragraph.format(escape(line)) for line in lines)
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><div id='menu'><ul>{menu}</ul></div>"
        f"<div id='main'><div class='news-content'>{body}</div></div>"
        "<div class='related'><h3>Tin liên quan</h3><ul><li><a href='/t'>Cà Mau đạt 70,01%</a></li></ul></div>"
        "</body></html>"
    )


def docx(lines: Iterable[str], change: Callable[[object], None] | None = None) -> bytes:
    """A Word document of paragraphs; ``change`` may add to it."""
    import docx as word

    document = word.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang: Cà Mau đạt 70,01%"
    for line in lines:
        document.add_paragraph(line)
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(
    lines: Iterable[str], *, indent: int = 20, after: int = 6, justified: bool = True, encrypt: str | None = None
) -> bytes:
    """A PDF of paragraphs, with page numbers."""
    from reportlab import rl_config
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    rl_config.invariant = 1
    pdfmetrics.registerFont(TTFont("Vietnamese", str(font())))
    style = ParagraphStyle(
        "body", fontName="Vietnamese", fontSize=12, leading=16, firstLineIndent=indent, spaceAfter=after,
        alignment=4 if justified else 0,
    )  # fmt: skip

    def furnish(canvas: object, document: object) -> None:
        canvas.setFont("Vietnamese", 8)  # type: ignore[attr-defined]
        canvas.drawString(70, 810, "Bản tin Cà Mau đạt 70,01%")  # type: ignore[attr-defined]
        canvas.drawCentredString(300, 20, f"Trang {document.page}")  # type: ignore[attr-defined]

    file = io.BytesIO()
    template = SimpleDocTemplate(file, encrypt=encrypt)
    template.build([Paragraph(escape(line), style) for line in lines], onFirstPage=furnish, onLaterPages=furnish)
    return file.getvalue()


def scanned_pdf(stamp: str, text: Iterable[str] = ()) -> bytes:
    """A PDF with a page for each text, then one that is a picture with a stamp on it."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=1)
    for line in text:
        canvas.drawString(70, 700, line)
        canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
    canvas.drawString(400, 800, stamp)
    canvas.save()
    return file.getvalue()


def blank_pdf(pages: int) -> bytes:
    """A PDF of pages with a drawing and no text, as scans have."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for _ in range(pages):
        canvas.rect(100, 100, 200, 300)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def windows_1258(text: str) -> bytes:
    """The text in Windows-1258, which writes tones as characters of their own."""

    def encoded(character: str) -> bytes:
        apart = unicodedata.normalize("NFD", character)
        tones = [mark for mark in apart if mark in _TONES]
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        return (base + "".join(tones)).encode("cp1258")

    return b"".join(map(encoded, text))


def in_old_font(text: str, name: str) -> str:
    """The text as the letters of Latin-1 that an old Vietnamese font shows as Vietnamese ones."""
    from viparse.normalize.encodings import CHARMAPS

    letters = {letter: old for old, letter in CHARMAPS[name].pairs}
    plain = str.maketrans({"–": "-", "“": '"', "”": '"', "…": "...", "\u200b": None})
    return "".join(letters.get(c) or letters.get(c.lower()) or c for c in text.translate(plain))


def zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


def with_part(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zip file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped([(n, change(archive.read(n)) if n == name else archive.read(n)) for n in archive.namelist()])
