"""PDF files made by hand: every object as the test wants it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

IDENTITY = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF>"
    b" endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap"
)
"""A map to Unicode of a font whose codes are UTF-16 already."""

_WIDTHS = b"/DW 1000 /W [32 126 500]"
_BELOW = (
    b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mal"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> %s >>]" % _WIDTHS
)


def composite(encoding: bytes, extra: bytes = b"") -> bytes:
    """A font of glyphs by number: Hangul is 1 em wide, ASCII half an em."""
    return b"<< /Type /Font /Subtype /Type0 /BaseFont /Mal /Encoding %s %s %s >>" % (
        encoding,
        _BELOW,
        extra,
    )


def stream(content: bytes, extra: bytes = b"", *, packed: bool = True) -> bytes:
    """A stream object."""
    if packed:
        content, extra = zlib.compress(content), extra + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(content), extra, content)


FONTS = {
    b"F1": composite(b"/Identity-H", b"/ToUnicode 4 0 R"),
    b"F2": composite(b"/KSCms-UHC-H"),
    b"F3": composite(b"/Identity-H"),
    b"F4": composite(b"/UniKS-UTF16-H"),
    b"F5": b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    b"F6": b"<< /Type /Font /Subtype /TrueType /FirstChar 65 /Widths [500 500 500 500]"
    b" /Encoding << /Differences [65 /fi /uniAC00 /quotedblleft /g12] >> >>",
    b"F7": composite(b"/UniKS-UCS2-V"),
}


def pdf(
    contents: Sequence[bytes],
    *,
    objects: Mapping[int, bytes] | None = None,
    resources: bytes = b"",
    page: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A file of A4 pages; ``objects`` from number 100 on are added as they are, or replace ours."""
    fonts = b" ".join(b"/%s %s" % font for font in FONTS.items())
    first = 10
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(contents)))
    made: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        3: b"<< /Font << %s >> %s >>" % (fonts, resources),
        4: stream(IDENTITY),
    }
    for number, content in enumerate(contents):
        at = first + 2 * number
        made[at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 3 0 R"
            b" /Contents %d 0 R %s >>" % (at + 1, page)
        )
        made[at + 1] = stream(content)
    made |= objects or {}
    return written(made, trailer)


def written(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """The file of these objects, the first of which is the catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, content in sorted(objects.items()):
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, count = len(data), max(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        free = b"0000000000 00000 f \n"
        data += b"%010d 00000 n \n" % offsets[number] if number in offsets else free
    data += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        count,
        trailer,
        start,
    )
    return bytes(data)


def shown(text: str, font: bytes = b"F1") -> bytes:
    """An operand of Tj that shows this text."""
    codings = {b"F2": "cp949", b"F5": "cp1252", b"F6": "latin-1"}
    return b"<%s>" % text.encode(codings.get(font, "utf-16-be")).hex().encode()


def text(
    lines: Sequence[str],
    x: float = 60,
    y: float = 780,
    *,
    size: float = 10,
    lead: float = 16,
    font: bytes = b"F1",
) -> bytes:
    """Content that writes lines one below the other."""
    moves = b" ".join(b"0 %g Td %s Tj" % (-lead, shown(line, font)) for line in lines)
    return b"BT /%s %g Tf %g %g Td %s ET\n" % (font, size, x, y + lead, moves)
