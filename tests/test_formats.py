"""Articles of every common format: the same text gives the same facts, and what can't be read gets a clear error."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

import format_files as make
from cchc.claims import Quote, Source
from cchc.errors import CchcError
from cchc.loaders.articles.files import MAX_BYTES, SUFFIXES, read_source
from cchc.loaders.articles.formats import docx as docx_format
from cchc.loaders.articles.formats import pdf as pdf_format
from cchc.loaders.articles.formats.encodings import decode
from cchc.loaders.articles.formats.reading import content_of
from cchc.loaders.articles.reader import read_article
from cchc.resources import resource

SEEDS = sorted((resource("seeds") / "articles").glob("*.txt"))
PAGES = Path(__file__).parent / "formats"


def lines_of(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in path.read_text("utf-8").splitlines() if line.strip()]


def facts(source: Source) -> set[str]:
    """What a source says, each fact with its quoted words, without regard to where they stand."""

    def plain(value: object) -> object:
        if isinstance(value, Quote):
            return " ".join(value.exact.split())
        if dataclasses.is_dataclass(value):
            return [type(value).__name__, *(plain(getattr(value, field.name)) for field in dataclasses.fields(value))]
        return [plain(item) for item in value] if isinstance(value, tuple) else value

    reading = read_article(source)
    for claim in reading.claims:
        for quote in claim.quotes:
            assert source.text[quote.start : quote.end] == quote.exact
    return {repr(plain(claim)) for claim in reading.claims}


def read(folder: Path, name: str, content: bytes) -> Source:
    path = folder / name
    path.write_bytes(content)
    return read_source(path)


def code(content: bytes, suffix: str) -> str:
    with pytest.raises(CchcError) as caught:
        content_of(content, suffix, "file" + suffix)
    for lang in ("vi", "en"):
        assert "{" not in caught.value.message(lang) + caught.value.fix(lang)
    return caught.value.code


# The same article in every format


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_every_format_gives_the_same_facts(seed: Path, tmp_path: Path) -> None:
    lines = lines_of(seed)
    expected = facts(read_source(seed))
    assert expected
    files = {
        "paragraphs.html": make.html(lines).encode(),
        "breaks.html": make.html(lines, "{}<br><br>").encode(),
        "divisions.htm": make.html(lines, "<div><span>{}</span></div>").encode(),
        "word.docx": make.docx(lines),
        "print.pdf": make.pdf(lines),
        "utf16.txt": "\r\n".join(lines).encode("utf-16"),
        "old.txt": make.windows_1258("\n".join(lines)),
        "nfd.txt": unicodedata.normalize("NFD", "\n".join(lines)).encode(),
    }
    for name, content in files.items():
        assert facts(read(tmp_path, name, content)) == expected, name


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii"])
def test_old_fonts_give_the_same_facts_in_every_format(name: str, tmp_path: Path) -> None:
    lines = [line.translate(str.maketrans("", "", "…–“”\u200b")) for line in lines_of(SEEDS[4])]
    expected = facts(read(tmp_path, "plain.txt", "\n".join(lines).encode()))
    old = [make.in_old_font(line, name) for line in lines]
    assert facts(read(tmp_path, "bytes.txt", "\n".join(old).encode("latin-1"))) == expected
    assert facts(read(tmp_path, "unicode.txt", "\n".join(old).encode())) == expected
    assert decode("\n".join(old).encode("latin-1"), "")[1] == name
    assert decode("\n".join(old).encode(), "")[1] == f"utf-8+{name}"
    if name != "viscii":  # Word and browsers can't hold the control characters that it has as letters.
        assert facts(read(tmp_path, "word.docx", make.docx(old))) == expected
        assert facts(read(tmp_path, "page.html", make.html(old).encode())) >= expected


def test_the_text_kept_is_in_nfc_and_its_hash_is_of_it(tmp_path: Path) -> None:
    for name, content in {
        "a.pdf": make.pdf(lines_of(SEEDS[0])),
        "a.docx": make.docx([unicodedata.normalize("NFD", line) for line in lines_of(SEEDS[0])]),
        "a.html": unicodedata.normalize("NFD", make.html(lines_of(SEEDS[0]))).encode(),
    }.items():
        source = read(tmp_path, name, content)
        assert unicodedata.is_normalized("NFC", source.text)
        assert source.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
        assert "Cà Mau" not in source.text, "headers, footers, teasers"


# Plain text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)  # fmt: skip
def test_unicode_of_every_kind_is_read(encoding: str) -> None:
    text = "Tỉnh Lạng Sơn đạt 83,80%.\r\nXếp thứ 36/63\u00a0tỉnh\u200b.\n"
    assert decode(text.encode(encoding), "")[0] == text


def test_an_uncertain_encoding_is_an_error() -> None:
    assert code("Tỉnh Lạng Sơn\n".encode()[:3] + b"\xff\xe9\n", ".txt") == "FILE_ENCODING"
    assert code(
        "Les régions françaises où l'été a été très bon, déjà évoquées à l'Élysée".encode("latin-1"), ".txt"
    ) == ("FILE_ENCODING")
    assert code("Lạng Sơn".encode("utf-16") + b"\x00\xd8", ".txt") == "FILE_ENCODING"


def test_what_seems_to_be_in_an_old_encoding_but_is_not_certain_names_it() -> None:
    with pytest.raises(CchcError) as caught:
        decode(make.in_old_font("Tỉnh Đồng Tháp công bố", "tcvn3").encode("latin-1"), "short.txt")
    assert caught.value.code == "LEGACY_ENCODING"
    assert caught.value.values == {"encoding": "TCVN3"}


def test_text_in_other_languages_is_left_alone() -> None:
    text = "Les régions où l'été a été très bon, déjà évoquées à Besançon, près du château où naît la forêt. " * 3
    assert decode(text.encode(), "") == (text, "utf-8")


def test_no_text_and_no_text_at_all_are_told_apart() -> None:
    assert code("\ufeff \u200b\r\n".encode(), ".txt") == "FILE_EMPTY"
    assert code(bytes(range(256)) * 10, ".txt") == "FILE_BINARY"
    assert code(b"\x00\x01" * 500, ".txt") == code(b"\x01\x00" * 500, ".txt") == "FILE_BINARY"
    assert code(b"\x89PNG\r\n\x1a\n" + bytes(range(200)), ".txt") == "FILE_BINARY"
    assert code(b"<html><head><title></title></head><body><script>x</script></body></html>", ".html") == "FILE_EMPTY"


# HTML


@pytest.fixture(scope="module")
def page() -> Source:
    return read_source(PAGES / "portal.html")


def test_a_page_tells_its_title_publisher_date_and_address(page: Source) -> None:
    assert page.title == "Kết quả Chỉ số cải cách hành chính năm 2020"
    assert page.publisher == "Cổng thông tin mẫu"
    assert page.published == "2021-06-25", "half past one in the morning of Vietnam"
    assert page.url == "https://example.org/tin/ket-qua"


def test_what_is_known_from_a_list_comes_before_what_the_page_tells() -> None:
    source = read_source(
        PAGES / "portal.html", "mau", {"title": "Khác", "published": "", "address": "https://example.org/x"}
    )
    assert (source.id, source.title, source.published) == ("mau", "Khác", "2021-06-25")
    assert source.url == "https://example.org/x"


def test_a_page_gives_its_main_text_only(page: Source) -> None:
    assert page.text.count("Kết quả Chỉ số cải cách hành chính năm 2020") == 1
    for furniture in ("Cà Mau", "Bạc Liêu", "An Giang", "Quảng Nam", "Bình Định", "Trang chủ", "Bản quyền"):
        assert furniture not in page.text


def test_rows_of_tables_are_lines_of_cells_and_lists_keep_their_numbers(page: Source) -> None:
    lines = page.text.splitlines()
    assert "1\tCải cách thể chế\t8,10" in lines
    assert "2\tHiện đại hóa hành chính\t12,94" in lines
    assert [line for line in lines if line[:2] in ("1.", "2.", "3.")] == [
        "1. Quảng Ninh",
        "2. Hải Phòng",
        "3. Thái Bình",
    ]


def test_commands_in_a_page_are_data(page: Source) -> None:
    assert "<script>alert(1)</script>" in page.text, "text that talks of a script is text"
    assert any("'Lạng Sơn'" in fact and "36" in fact for fact in facts(page))
    assert not any("first" in fact for fact in facts(page))


@pytest.mark.parametrize(
    ("head", "published", "url"),
    [
        ('<meta name="pubdate" content="24/6/2021">', "2021-06-24", None),
        ('<meta property="article:published_time" content="2021-06-24T23:00:00+07:00">', "2021-06-24", None),
        ('<meta name="pubdate" content="hôm qua"><link rel="canonical" href="javascript:alert(1)">', None, None),
        ('<script type="application/ld+json">{broken</script>', None, None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None, None),
        ('<link rel="canonical" href="https://example.org/a b">', None, None),
        ('<meta property="og:url" content="http://example.org/b">', None, "http://example.org/b"),
        ("<!-- saved from url=(0021)https://example.org/c -->", None, "https://example.org/c"),
    ],
)
def test_only_what_a_page_declares_is_taken(head: str, published: str | None, url: str | None) -> None:
    found = content_of(make.html(lines_of(SEEDS[4]), head=head).encode(), ".html", "")
    assert (found.published, found.url) == (published, url)


def test_several_times_in_a_page_are_no_date_of_publication() -> None:
    times = '<time datetime="2021-06-24">24/6</time> <time datetime="2021-07-01">1/7</time>'
    assert (
        content_of(make.html([*lines_of(SEEDS[4])]).replace("</ul>", times + "</ul>").encode(), ".html", "").published
        is None
    )


def test_half_a_character_in_metadata_does_not_escape() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tin \\ud800 mới"}</script>'
    assert content_of(make.html(lines_of(SEEDS[4]), head=head).encode(), ".html", "").title == "Tin mới"


@pytest.mark.parametrize("encoding", ["windows-1258", "utf-16", "utf-8"])
def test_the_encoding_of_a_page_is_found(encoding: str) -> None:
    page = make.html(["Tỉnh Lạng Sơn đạt 83,80%, xếp thứ 36/63 tỉnh, thành phố trực thuộc trung ương."] * 3, head="")
    content = make.windows_1258(page) if encoding == "windows-1258" else page.encode(encoding)
    assert "Tỉnh Lạng Sơn đạt 83,80%" in content_of(content, ".html", "").text


def test_a_page_in_which_no_article_is_found_gives_all_it_shows() -> None:
    found = content_of(b"<html><body><b>83,80</b><script>x()</script></body></html>", ".html", "")
    assert found.text == "83,80"


def test_a_table_for_layout_gives_its_paragraphs() -> None:
    long = "Tỉnh Lạng Sơn đạt 83,80%, xếp thứ 36/63 tỉnh, thành phố. " * 5
    found = content_of(f"<table><tr><td>Mục</td><td><p>{long}</p><p>{long}</p></td></tr></table>".encode(), ".html", "")
    assert "\t" not in found.text
    assert found.text.count("\n") >= 1


# PDF


def test_a_quote_in_a_pdf_names_its_page(tmp_path: Path) -> None:
    lines = lines_of(SEEDS[4])
    source = read(tmp_path, "a.pdf", make.pdf(lines))
    assert len(source.pages) == 3
    assert source.pages[0] == 0
    assert list(source.pages) == sorted(source.pages)
    assert source.page_at(source.text.index(lines[0][:40])) == 1
    assert source.page_at(source.text.index(lines[-1][-40:])) == 3
    for quote in (quote for claim in read_article(source).claims for quote in claim.quotes):
        assert source.page_at(quote.start) in (1, 2, 3)
    assert replace(source, pages=()).page_at(5) is None


@pytest.mark.parametrize(
    ("indent", "after", "justified", "share"), [(20, 6, True, 1.0), (0, 6, False, 0.95), (0, 0, False, 0.9)]
)
def test_printed_lines_become_paragraphs(indent: int, after: int, justified: bool, share: float) -> None:
    right = total = 0
    for seed in SEEDS:
        lines = lines_of(seed)
        found = content_of(
            make.pdf(lines, indent=indent, after=after, justified=justified), ".pdf", ""
        ).text.splitlines()
        right += sum(" ".join(line.split()) in {" ".join(one.split()) for one in found} for line in lines)
        total += len(lines)
    assert right >= share * total


def test_a_word_parted_at_a_line_end_is_put_together() -> None:
    from cchc.loaders.articles.formats.printed import Line, paragraphs_of

    lines = [
        Line("Theo Quyết định số 766/QĐ-", 0, 50, 500, 700, 12, 80),
        Line("TTg của Thủ tướng, Bà Rịa -", 0, 50, 500, 684, 12, 80),
        Line("Vũng Tàu dẫn đầu.", 0, 50, 150, 668, 12, 80),
    ]
    text = ["".join(joint + line.text for line, joint in paragraph) for paragraph in paragraphs_of(lines)]
    assert text == ["Theo Quyết định số 766/QĐ-TTg của Thủ tướng, Bà Rịa - Vũng Tàu dẫn đầu."]


def test_rows_of_a_printed_table_stay_lines_of_cells() -> None:
    import io

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Vietnamese", str(make.font())))
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Vietnamese", 12)
    for row, cells in enumerate([("1", "Sở Nội vụ", "90,11"), ("2", "Sở Y tế", "88,20")]):
        for column, cell in enumerate(cells):
            canvas.drawString(80 + 150 * column, 700 - 16 * row, cell)
    canvas.save()
    assert content_of(file.getvalue(), ".pdf", "").text == "1\tSở Nội vụ\t90,11\n2\tSở Y tế\t88,20\n"


def test_a_pdf_that_can_not_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make.pdf(["Tỉnh Lạng Sơn đạt 83,80%."])
    assert code(make.blank_pdf(2), ".pdf") == "PDF_SCANNED"
    assert code(make.scanned_pdf("Digitally signed by the office"), ".pdf") == "PDF_SCANNED"
    assert code(make.scanned_pdf("", ["Lang Son 83,80"]), ".pdf") == "PDF_SCANNED", "its second page would be lost"
    assert code(make.pdf(["Lạng Sơn"], encrypt="mật"), ".pdf") == "PDF_ENCRYPTED"
    assert code(whole[:200], ".pdf") == "FILE_DAMAGED"
    assert code(b"Not a PDF at all", ".pdf") == "FILE_DAMAGED"
    assert code(make.blank_pdf(pdf_format.MAX_PAGES + 1), ".pdf") == "PDF_TOO_LONG"
    monkeypatch.setattr(pdf_format, "MAX_CHARACTERS", 10)
    assert code(whole, ".pdf") == "FILE_EXPANDS"


# Word


def test_a_word_document_gives_all_its_text_in_order() -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    w = nsdecls("w")

    def change(document: object) -> None:
        paragraph = document.add_paragraph("Lạng Sơn")  # type: ignore[attr-defined]
        for markup in (
            f'<w:ins {w} w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> đạt</w:t></w:r></w:ins>',
            f'<w:del {w} w:id="2" w:author="x"><w:r><w:delText>bị xóa 1</w:delText></w:r></w:del>',
            f"<w:r {w}><w:instrText>PAGE 99,9%</w:instrText></w:r>",
            f'<w:hyperlink {w}><w:r><w:t xml:space="preserve"> 83,80</w:t><w:noBreakHyphen/><w:t>%</w:t></w:r>'
            "</w:hyperlink>",
        ):
            paragraph._p.append(parse_xml(markup))
        for name in ("Quảng Ninh", "Hải Phòng"):
            document.add_paragraph(name, style="List Number")  # type: ignore[attr-defined]
        document.element.body.insert(  # type: ignore[attr-defined]
            3,
            parse_xml(f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
        )
        document.add_paragraph("Chấm", style="List Bullet")  # type: ignore[attr-defined]
        table = document.add_table(2, 3)  # type: ignore[attr-defined]
        for row, cells in enumerate([("STT", "Đơn vị", "Điểm"), ("1", "Sở Y tế", "88,20")]):
            for column, cell in enumerate(cells):
                table.cell(row, column).text = cell
        document.add_paragraph("Hết")  # type: ignore[attr-defined]
        document.core_properties.title = "Một văn bản khác hẳn"  # type: ignore[attr-defined]

    found = content_of(make.docx(["Tiêu đề"], change), ".docx", "")
    assert found.text.splitlines() == [
        "Tiêu đề", "Lạng Sơn đạt 83,80-%", "1. Quảng Ninh", "Trong khung", "2. Hải Phòng", "Chấm", "STT\tĐơn vị\tĐiểm",
        "1\tSở Y tế\t88,20", "Hết",
    ]  # fmt: skip
    assert found.title is None, "left over from another document"
    assert found.published is None


def test_a_word_document_that_can_not_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make.docx(["Lạng Sơn"])
    assert code(whole[:-50], ".docx") == "FILE_DAMAGED"
    assert code(b"Lang Son", ".docx") == "FILE_DAMAGED"
    assert code(make.docx([]), ".docx") == "FILE_EMPTY"
    assert code(make.with_part(whole, "word/document.xml", lambda xml: xml[: len(xml) // 2]), ".docx") == "FILE_DAMAGED"
    assert code(make.zipped([("word/document.xml", b"<x/>")]), ".docx") == "FILE_DAMAGED"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert code(ole, ".doc") == code(ole, ".docx") == "DOC_OLD"
    assert code(ole + "EncryptedPackage".encode("utf-16-le"), ".docx") == "DOCX_ENCRYPTED"
    monkeypatch.setattr(docx_format, "MAX_UNPACKED", 1_000)
    assert code(whole, ".docx") == "FILE_EXPANDS"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = make.zipped([("word/document.xml", bytes(docx_format.MAX_UNPACKED + 1))])
    assert len(bomb) < 200_000
    assert code(bomb, ".docx") == "FILE_EXPANDS"


def test_entities_in_a_word_document_are_refused() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'.encode()
    for encoding in ("utf-8", "utf-16"):

        def declare(xml: bytes, encoding: str = encoding) -> bytes:
            text = xml.decode().split("?>", 1)[1]
            return (f'<?xml version="1.0" encoding="{encoding}"?>' + doctype.decode() + text).encode(encoding)

        assert code(make.with_part(make.docx(["Lạng Sơn"]), "word/document.xml", declare), ".docx") == "FILE_DAMAGED"


def test_a_word_document_that_nests_deep_does_not_crash() -> None:
    def nest(xml: bytes) -> bytes:
        return xml.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 5_000 + b"</w:sdt>" * 5_000)

    assert code(make.with_part(make.docx(["Lạng Sơn"]), "word/document.xml", nest), ".docx") == "FILE_DAMAGED"


# Names that lie, and what is not read


def test_a_file_is_read_as_what_it_is_whatever_its_name_says() -> None:
    lines = lines_of(SEEDS[4])
    page, print_, word = make.html(lines).encode(), make.pdf(lines), make.docx(lines)
    for suffix in SUFFIXES:
        assert content_of(page, suffix, "").format == "html"
        assert content_of(print_, suffix, "").format == "pdf"
        assert content_of(word, suffix, "").format == "docx"
    assert content_of(page, ".doc", "").format == "html", "as the web exports to Word"
    plain = "\n".join(lines).encode()
    assert content_of(plain, ".html", "").text.count("\n") == len(lines) - 1, "no tags, no HTML"


@pytest.mark.parametrize(
    ("content", "suffix", "expected"),
    [
        (make.zipped([("a.txt", b"x")]), ".zip", "FILE_ARCHIVE"),
        (make.zipped([("a.txt", b"x")]), ".txt", "FILE_ARCHIVE"),
        (b"\x1f\x8b\x08" + bytes(20), ".gz", "FILE_ARCHIVE"),
        (b"Rar!\x1a\x07\x00", ".txt", "FILE_ARCHIVE"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x", ".mhtml", "FILE_ARCHIVE"),
        (b"From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", ".htm", "FILE_ARCHIVE"),
        (make.zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]), ".odt", "FORMAT_UNKNOWN"),
        (b"{\\rtf1\\ansi Lang Son}", ".rtf", "FORMAT_UNKNOWN"),
        (b"{\\rtf1\\ansi Lang Son}", ".docx", "FORMAT_UNKNOWN"),
        (b"a;b", ".xyz", "FORMAT_UNKNOWN"),
        (b"a;b", "", "FORMAT_UNKNOWN"),
        (b"PK\x03\x04broken", ".docx", "FILE_DAMAGED"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named(content: bytes, suffix: str, expected: str) -> None:
    assert code(content, suffix) == expected


def test_files_are_checked_before_they_are_read(tmp_path: Path) -> None:
    for name, content, expected in (("gone.txt", None, "FILE_MISSING"), ("empty.pdf", b"", "FILE_EMPTY")):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(CchcError) as caught:
            read_source(tmp_path / name)
        assert caught.value.code == expected
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(CchcError) as caught:
        read_source(tmp_path / "large.txt")
    assert caught.value.code == "FILE_TOO_LARGE"


# Hostile text


@pytest.mark.parametrize("depth", [300, 10_000])
def test_nested_elements_are_read_or_refused(depth: int) -> None:
    content = b"<html><body>" + b"<div>" * depth + b"83,80" + b"</div>" * depth + b"<p>sau</p></body></html>"
    if depth > 2_000:
        assert code(content, ".html") == "FILE_NESTED"
    else:
        assert content_of(content, ".html", "").text.split() == ["83,80", "sau"]


@pytest.mark.parametrize(
    "content",
    [
        "Lạng Sơn 83,80 " * 70_000,
        "<html><body><p>" + "Lạng Sơn 83,80 " * 70_000,
        "<html>" + "<!--x-->" * 50_000 + "<p>Lạng Sơn</p>",
        "<p" + " a='1'" * 20_000 + ">Lạng Sơn</p>",
        "<html><body>" + "<table><tr><td>" * 300 + "Lạng Sơn",
        "<table><tr><td>Lạng Sơn</table>" * 20_000,
        "<html><body>&lt;" + "< " * 10_000 + "Lạng Sơn",
    ],
)
def test_a_megabyte_of_anything_is_read(content: str) -> None:
    assert "Lạng Sơn" in content_of(content.encode(), ".html", "").text


def test_invisible_characters_of_layout_do_not_part_words() -> None:
    line = "Lạ\u200bng S\u00adơn \u202eđạt\u202c 83,80%\u0007"
    page = make.html([line] * 3).encode()
    assert "Lạng Sơn đạt 83,80%" in content_of(page, ".html", "").text
    assert "Lạng Sơn đạt 83,80%" in content_of(make.docx([line.replace("\u0007", "")]), ".docx", "").text


def test_reading_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    picture = base64.b64encode(b"x").decode()
    page = make.html(
        lines_of(SEEDS[4]),
        '<p>{}<img src="http://example.org/a.png"><img src="data:image/png;base64,' + picture + '"></p>',
        '<base href="http://example.org/"><link rel="stylesheet" href="http://example.org/a.css">',
    )
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.org/xhtml1-strict.dtd">'
    assert content_of(page.replace("<!DOCTYPE html>", doctype).encode(), ".html", "").format == "html"
