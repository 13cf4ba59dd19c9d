"""HWP 5 (the published "Hangul Document File Format 5.0") → one article.

A compound file holds the text as sections of records, each with a tag and a level that makes them
a tree. Headers, footers, notes, hidden comments and equations are no part of the article; a row of
a table is a line, and a text box stands where it is anchored.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.article_record import ArticleRecord
from desktop.importers.compound_file import CompoundFile
from desktop.importers.context import UNHARMED, ReadContext, read_bytes, shown_name, too_large
from desktop.importers.private_use import private_use_warnings
from desktop.importers.table_rows import row_lines
from desktop.model.batch import ImportBatch

LIMIT = 100_000_000
"""Largest file, and most bytes that its sections may unpack to."""

_OLD = b"HWP Document File V"
_SIGNATURE = b"HWP Document File"
_HEADER = "FileHeader"
_SECTION = "BodyText/Section{number}"
_MOST_SECTIONS = 1_000
_MOST_RECORDS = 300_000
_DEEPEST = 60

_PACKED, _PASSWORD, _HANDED_OUT, _RIGHTS = 1 << 0, 1 << 1, 1 << 2, 1 << 4
_CERTIFICATE, _CERTIFICATE_RIGHTS, _TRACKED = 1 << 8, 1 << 10, 1 << 14

_PARAGRAPH, _TEXT, _CONTROL, _LIST, _TABLE = 66, 67, 71, 72, 77
_LEFT_OUT = frozenset(("secd", "head", "foot", "fn  ", "en  ", "tcmt", "eqed"))
_WITH_LETTERS = frozenset(("tdut", "tcps"))
"""Letters with others above them, and letters drawn into one: their own data are the letters."""

_WIDE = 8
"""Units that a control takes in a paragraph; some are a single one."""
_SIGN = re.compile("[\x00-\x1f]")
_SINGLE = {"\n": "\n", "\r": "", "\x18": "-", "\x1e": "\N{NO-BREAK SPACE}", "\x1f": " "}
_NARROW = frozenset("\x00\n\r\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f")
_INLINE = frozenset("\x04\x05\x06\x07\x08\t\x13\x14")
"""Controls that have no record of their own."""

_NO_HWP = QT_TRANSLATE_NOOP("errors", "It is no document of Hangul (HWP 5).")
_OLDER = QT_TRANSLATE_NOOP("errors", "It is a document of Hangul 97 or older (HWP 3).")
_RESAVE = QT_TRANSLATE_NOOP("errors", "Open it in Hangul, save it as HWPX, and import that file.")
_LOCKED = QT_TRANSLATE_NOOP("errors", "The document is locked with a password.")
_GUARDED = QT_TRANSLATE_NOOP(
    "errors", "The document is made for distribution: its text is encrypted against copying."
)
_UNLOCK = QT_TRANSLATE_NOOP(
    "errors", "Open it in the program that made it, save it without the lock, and import that file."
)
_ASK = QT_TRANSLATE_NOOP("errors", "Ask its publisher for an open copy, or for the text.")
_DAMAGED = QT_TRANSLATE_NOOP("errors", "The document is damaged.")
_CHANGES = QT_TRANSLATE_NOOP(
    "errors", "Changes were tracked in the document: words that were deleted may stand in the text."
)


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a document as one article.

    Raises:
        RefusedInput: it is no HWP 5 file, is locked or damaged, or holds no text.
    """
    del context
    name = shown_name(path)
    text, warnings = text_of(read_bytes(path, LIMIT))
    document = ArticleRecord(text=text).imported(name)
    return ImportBatch(name, documents=(document,), warnings=warnings)


def text_of(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text of a file, and what must be said of it.

    Raises:
        RefusedInput: as :func:`read` does.
    """
    if data.startswith(_OLD):
        raise RefusedInput(_OLDER, _RESAVE)
    file = CompoundFile(data)
    flags = _flags(file)
    budget = _Budget()
    sections = _sections(file, flags, budget)
    text = "".join(line for section in sections for line in _below(_tree(section, budget)))
    tracked = (Message(_CHANGES),) if flags & _TRACKED else ()
    return text, (*tracked, *private_use_warnings(text))


@dataclass(slots=True)
class _Budget:
    """What may still be read of a file."""

    data: int = LIMIT
    records: int = _MOST_RECORDS


@dataclass(slots=True)
class _Record:
    tag: int
    level: int
    data: bytes
    children: list[_Record] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What a control is, by its four letters."""
        return self.data[3::-1].decode("latin-1")


def _flags(file: CompoundFile) -> int:
    header = file.read(_HEADER) if _HEADER in file else b""
    if not header.startswith(_SIGNATURE) or len(header) < 40:
        raise RefusedInput(_NO_HWP, UNHARMED)
    (flags,) = struct.unpack_from("<I", header, 36)
    if flags & _HANDED_OUT:
        raise RefusedInput(_GUARDED, _ASK)
    if flags & (_PASSWORD | _RIGHTS | _CERTIFICATE | _CERTIFICATE_RIGHTS):
        raise RefusedInput(_LOCKED, _UNLOCK)
    return int(flags)


def _sections(file: CompoundFile, flags: int, budget: _Budget) -> Iterator[bytes]:
    if _SECTION.format(number=0) not in file:
        raise RefusedInput(_NO_HWP, UNHARMED)
    for number in range(_MOST_SECTIONS):
        name = _SECTION.format(number=number)
        if name not in file:
            return
        data = file.read(name)
        if flags & _PACKED:
            data = _unpacked(data, budget.data)
        budget.data -= len(data)
        if budget.data < 0:
            raise too_large(LIMIT)
        yield data


def _unpacked(data: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpacker.decompress(data, limit + 1)
    except zlib.error:
        raise RefusedInput(_DAMAGED, UNHARMED) from None
    if len(found) > limit:
        raise too_large(LIMIT)
    if not unpacker.eof:
        raise RefusedInput(_DAMAGED, UNHARMED)
    return found


def _tree(data: bytes, budget: _Budget) -> _Record:
    """The records of a section below one that is none of them."""
    root = _Record(0, -1, b"")
    open_ones = [root]
    at = 0
    while at + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, at)
        tag, level, size = head & 0x3FF, head >> 10 & 0x3FF, head >> 20
        at += 4
        if size == 0xFFF:
            size = int.from_bytes(data[at : at + 4], "little")
            at += 4
        budget.records -= 1
        if size > len(data) - at or level > _DEEPEST or budget.records < 0:
            raise RefusedInput(_DAMAGED, UNHARMED)
        record = _Record(tag, level, data[at : at + size])
        at += size
        while open_ones[-1].level >= level:
            open_ones.pop()
        open_ones[-1].children.append(record)
        open_ones.append(record)
    return root


def _below(record: _Record) -> Iterator[str]:
    """The lines of all paragraphs below a record, each with its end."""
    for child in record.children:
        if child.tag == _PARAGRAPH:
            yield _paragraph(child)
        elif child.tag == _CONTROL:
            yield from _control(child)
        else:
            yield from _below(child)


def _paragraph(record: _Record) -> str:
    controls = (child for child in record.children if child.tag == _CONTROL)
    parts: list[str] = []
    for child in record.children:
        if child.tag == _TEXT:
            parts += _words(child.data, controls)
    for control in controls:
        parts += _control(control)
    text = "".join(parts).removeprefix("\n")
    return text if text.endswith("\n") and text.strip() else text + "\n"


def _words(data: bytes, controls: Iterator[_Record]) -> Iterator[str]:
    """The words of a paragraph, with what its controls hold where they stand."""
    units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
    text = "".join(map(chr, units))  # halves of characters apart, as the format counts them
    at = 0
    while match := _SIGN.search(text, at):
        yield _whole(text[at : match.start()])
        sign = match.group()
        at = match.start() + (1 if sign in _NARROW else _WIDE)
        if sign == "\t":
            yield sign
        elif sign in _SINGLE:
            yield _SINGLE[sign]
        elif sign not in _NARROW and sign not in _INLINE:
            control = next(controls, None)
            yield from _control(control) if control else ()
    yield _whole(text[at:])


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _control(control: _Record) -> Iterator[str]:
    """What a control brings into its paragraph; tables and text boxes on lines of their own."""
    kind = control.kind
    if kind in _LEFT_OUT:
        return
    if kind in _WITH_LETTERS:
        length = int.from_bytes(control.data[4:6], "little")
        yield control.data[6 : 6 + 2 * length].decode("utf-16-le", "replace")
        return
    lines = list(_rows(control) if kind == "tbl " else _below(control))
    if lines:
        yield "\n"
        yield from lines


def _rows(table: _Record) -> Iterator[str]:
    """The lines of a table; what stands before its own record is its caption."""
    rows: dict[int, list[list[str]]] = {}
    cell: list[str] | None = None
    begun = False
    for child in table.children:
        if child.tag == _TABLE:
            begun = True
        elif child.tag == _LIST and begun:
            cell = []
            rows.setdefault(int.from_bytes(child.data[10:12], "little"), []).append(cell)
        elif child.tag == _PARAGRAPH:
            line = _paragraph(child)
            if cell is None:
                yield line
            else:
                cell.append(line)
    for number in sorted(rows):
        yield row_lines(["".join(lines) for lines in rows[number]])
