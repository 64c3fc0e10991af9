"""Bytes to text: which encoding they are in, and the text in NFC."""

from __future__ import annotations

import re

from cchc.errors import CchcError
from cchc.loaders.articles.formats.legacy import restored, surface, suspected
from cchc.loaders.articles.formats.syllables import MAX_SAMPLE, evidence
from cchc.vietnamese import nfc

# The marks of UTF-32 come first: the little-endian one starts with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LATIN = re.compile("[\t\n\r\x20-\x7e\u00a0-\u024f\u0300-\u0323\u1ea0-\u1ef9\u2000-\u206f\u20ab\ufeff]")
_CONTROL = re.compile(r"[\x00-\x1f](?<![\t\n\r\f\v])")
# Every eighth letter of Vietnamese is one of these. None is in Latin-1, as whose letters the old fonts' ones show.
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_PLAUSIBLE = 0.98
"""The share of characters that a text in UTF-16 without a byte order mark must have from those of Vietnamese."""
_ASCII = 0.5
"""The share that must be ASCII, as most of Vietnamese is. Bytes that count (0, 1, 2 …) look like rare Latin letters."""


def decode(content: bytes, where: str) -> tuple[str, str]:
    """The NFC text of the bytes, and the name of their encoding.

    Byte order marks are believed, and so is UTF-8, which no other encoding passes for. Windows-1258, TCVN3, VNI, VISCII
    and UTF-16 without a mark are accepted only if what they give is Vietnamese beyond doubt. Text in UTF-8 or UTF-16
    that holds the letters of an old Vietnamese font is converted too; its encoding is then named as ``utf-8+tcvn3``.

    :raises CchcError: FILE_EMPTY, FILE_BINARY, FILE_ENCODING, LEGACY_ENCODING.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if encoding is None and b"\x00" in content:
        encoding = _unmarked_utf16(content)
        if encoding is None:
            raise CchcError("FILE_BINARY", where=where)
    try:
        text = nfc(content.decode(encoding or "utf-8"))
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise CchcError("FILE_ENCODING", where=f"{where}, byte {error.start}") from error
        text, encoding = _old(content, f"{where}, byte {error.start}")
    else:
        encoding = encoding or "utf-8"
        text, font = repaired(text)
        encoding += f"+{font}" if font else ""
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
        raise CchcError("FILE_EMPTY", where=where)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise CchcError("FILE_BINARY", where=where)
    return text, encoding


def repaired(text: str) -> tuple[str, str | None]:
    """The NFC text, out of the letters of an old Vietnamese font if it was written with one; and that encoding."""
    sample = text[:MAX_SAMPLE]
    if len(_UNICODE_ONLY.findall(sample)) > 0.02 * len(sample) or not evidence(sample).doubtful:
        return text, None
    found = restored(text)
    return found or (text, None)


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a byte order mark, if in one byte order all is Latin text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        latin, ascii_only = len(_LATIN.findall(text)), sum(map(str.isascii, text))
        if text and latin >= _PLAUSIBLE * len(text) and ascii_only >= _ASCII * len(text):
            return encoding
    return None


def _old(content: bytes, where: str) -> tuple[str, str]:
    """The text of bytes that are no UTF-8, and its encoding."""
    try:
        text = nfc(content.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    windows = evidence(text)
    shown = surface(content)
    found = restored(shown)
    if windows.certain and (found is None or evidence(found[0]).valid < windows.valid):
        return text, "cp1258"
    if found:
        return found
    name = suspected(shown)
    if name:
        raise CchcError("LEGACY_ENCODING", where=where, values={"encoding": name})
    raise CchcError("FILE_ENCODING", where=where)
