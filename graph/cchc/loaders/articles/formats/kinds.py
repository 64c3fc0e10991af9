"""What a file is, by its content first and its name second: names are often wrong."""

from __future__ import annotations

import io
import re
import zipfile

from cchc.errors import CchcError

SUFFIXES = {".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx"}
"""The suffixes of articles and the format that each announces."""

_ARCHIVE_SUFFIXES = (".zip", ".gz", ".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz", ".mht", ".mhtml", ".eml")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version:|content-type:\s*multipart/)", re.IGNORECASE
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_TAG = re.compile(rb"<(?:p|br|div|span|table|h[1-6]|li|article|section)\b[^<>]*>", re.IGNORECASE)


def kind_of(content: bytes, suffix: str, where: str) -> str:
    """The format to read the content as: ``text``, ``html``, ``pdf`` or ``docx``. ``suffix`` is the file's, lower case.

    :raises CchcError: FORMAT_UNKNOWN, FILE_ARCHIVE, DOC_OLD, DOCX_ENCRYPTED, FILE_DAMAGED (a broken zip).
    """
    found = _by_content(content, suffix, where)
    if found:
        return found
    announced = SUFFIXES.get(suffix)
    if announced == "html":
        # A page without a head is one all the same, but a text without any tag would lose its lines as HTML.
        return "html" if _TAG.search(content.replace(b"\x00", b"")) else "text"
    if announced == "text":
        return "text"
    if announced:
        raise CchcError("FILE_DAMAGED", where=where, values={"format": suffix.lstrip(".").upper()})
    if suffix in _ARCHIVE_SUFFIXES:
        raise CchcError("FILE_ARCHIVE", where=where)
    raise _unknown(suffix, where)


def _by_content(content: bytes, suffix: str, where: str) -> str | None:
    """The format that the content itself announces beyond doubt, if it does."""
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _zipped(content, where)
    if head.startswith(_ARCHIVES):
        raise CchcError("FILE_ARCHIVE", where=where)
    if head.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise CchcError("DOCX_ENCRYPTED", where=where)
        raise CchcError("DOC_OLD", where=where)
    if head.lstrip().startswith(b"{\\rtf"):
        raise _unknown(".rtf", where)
    bare = _unmarked(head)
    if suffix != ".html" and _MHTML.match(bare):
        raise CchcError("FILE_ARCHIVE", where=where)
    if suffix in (*SUFFIXES, "", ".doc") and _HTML.match(_COMMENT.sub(b"", bare)):
        return "html"
    return None


def _unmarked(head: bytes) -> bytes:
    """The head as single bytes, without a byte order mark and the zeros of UTF-16, so that ASCII can be looked for."""
    mark = next((mark for mark in _MARKS if head.startswith(mark)), b"")
    return head[len(mark) :].replace(b"\x00", b"")


def _zipped(content: bytes, where: str) -> str:
    """A word processor's document is a zip with a certain part; any other zip is refused unopened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "docx"
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                kind = archive.read("mimetype")
                if kind.startswith(b"application/vnd.oasis.opendocument"):
                    raise _unknown(".odt", where)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise CchcError("FILE_DAMAGED", where=where, values={"format": "DOCX / ZIP"}) from error
    raise CchcError("FILE_ARCHIVE", where=where)


def _unknown(suffix: str, where: str) -> CchcError:
    return CchcError("FORMAT_UNKNOWN", where=where, values={"suffix": suffix or where})
