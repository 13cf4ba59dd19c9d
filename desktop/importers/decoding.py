"""Bytes of a text file → text, decided strictly: never a replaced character, never a guess.

The order: byte order mark, UTF-8, UTF-16 where NULs show it, CP949 (which holds all of EUC-KR; the
stricter ``euc_kr`` would refuse syllables that Korean Windows writes).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OTHER_FILES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, XLSX, HWPX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "HWP, DOC, XLS"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "GZIP"),
)
_HANGUL_IN_UTF8 = re.compile(rb"[\xea-\xed][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII = frozenset(b"\t\n\r") | frozenset(range(0x20, 0x7F))
_SAMPLE = 1 << 16
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class Decoded(NamedTuple):
    """The text as it was written (a byte order mark is still in it) and the encoding's name."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a text file.

    Raises:
        RefusedInput: no encoding fits all bytes (the first that does not fit is named), or these
            are not the bytes of a text file.
    """
    for mark, name in _OTHER_FILES:
        if data.startswith(mark):
            raise RefusedInput(
                QT_TRANSLATE_NOOP("errors", "It is not a text file but one of these: {kind}."),
                QT_TRANSLATE_NOOP("errors", "Save the article as a text file and import that."),
                kind=name,
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if shown := _utf16_by_nuls(data):
        return _strict(data, shown)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # Valid up to a character cut off at the end: a UTF-8 file that lost its last bytes.
        if error.reason == "unexpected end of data" or _is_damaged_utf8(data):
            raise _refused(error.start, "UTF-8") from None
    if not_text := _NOT_IN_TEXT.search(data):
        raise _refused(not_text.start(), "UTF-8, UTF-16, CP949")
    return _strict(data, "cp949", "UTF-8, UTF-16, CP949")


def _strict(data: bytes, encoding: str, tried: str | None = None) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _refused(error.start, tried or encoding.upper()) from None


def _refused(at: int, tried: str) -> RefusedInput:
    return RefusedInput(
        QT_TRANSLATE_NOOP(
            "errors", "It is damaged or no text: byte {at} does not fit its encoding ({tried})."
        ),
        QT_TRANSLATE_NOOP("errors", "Save it again as UTF-8 and import that file."),
        at=f"{at:,}",
        tried=tried,
    )


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 without a mark: an eighth of the units or more is ASCII, so has a NUL on one side.

    A NUL alone shows nothing: ``가`` is U+AC00.
    """
    if len(data) % 2 or b"\x00" not in data:
        return None
    sample = data[:_SAMPLE]
    pairs = list(zip(sample[::2], sample[1::2], strict=True))
    little = sum(second == 0 and first in _ASCII for first, second in pairs)
    big = sum(first == 0 and second in _ASCII for first, second in pairs)
    few = len(pairs) // 8
    if little > max(few, 4 * big):
        return "utf-16-le"
    if big > max(few, 4 * little):
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """True when most high bytes form Hangul syllables in UTF-8.

    Read as CP949 such bytes can give other syllables without an error; in CP949 text about one
    byte in a hundred falls into this pattern.
    """
    high = len(_HIGH.findall(data))
    return 3 * len(_HANGUL_IN_UTF8.findall(data)) > high / 2
