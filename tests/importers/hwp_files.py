"""HWP 5 files and the compound files they are, made by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil

SECTOR, SHORT, CUTOFF = 512, 64, 4096
NONE, END, FAT, LIST = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
NAMED = 109
Folder = Mapping[str, "bytes | Folder"]


def compound(root: Folder) -> bytes:
    """A compound file of version 3 with these streams; short ones share a stream of their own."""
    return _Compound().written(root)


class _Compound:
    def __init__(self) -> None:
        self.entries: list[bytearray] = []
        self.shorts, self.short_fat = bytearray(), list[int]()
        self.body, self.fat = bytearray(), list[int]()

    def entry(self, name: str, kind: int, start: int = END, size: int = 0) -> int:
        coded = name.encode("utf-16-le") + b"\0\0"
        self.entries.append(
            bytearray(
                coded.ljust(64, b"\0")
                + struct.pack("<HBBIII", len(coded), kind, 1, NONE, NONE, NONE)
                + bytes(36)
                + struct.pack("<IQ", start, size)
            )
        )
        return len(self.entries) - 1

    def link(self, number: int, at: int, value: int) -> None:
        self.entries[number][at : at + 4] = struct.pack("<I", value)

    def fill(self, folder: Folder) -> int:
        """Entries of a folder as a chain to the right; the first one's number."""
        numbers = []
        for name, content in folder.items():
            if not isinstance(content, bytes):
                number = self.entry(name, 1)
                self.link(number, 76, self.fill(content))
            elif len(content) < CUTOFF:
                start = _chained(self.short_fat, ceil(len(content) / SHORT))
                self.shorts += content.ljust(ceil(len(content) / SHORT) * SHORT, b"\0")
                number = self.entry(name, 2, start, len(content))
            else:
                number = self.entry(name, 2, self.store(content), len(content))
            numbers.append(number)
        for one, two in pairwise(numbers):
            self.link(one, 72, two)
        return numbers[0] if numbers else NONE

    def store(self, content: bytes) -> int:
        count = ceil(len(content) / SECTOR)
        self.body += content.ljust(count * SECTOR, b"\0")
        return _chained(self.fat, count)

    def written(self, root: Folder) -> bytes:
        self.entry("Root Entry", 5)
        self.link(0, 76, self.fill(root))
        self.entries[0][116:128] = struct.pack("<IQ", self.store(self.shorts), len(self.shorts))
        directory = self.store(b"".join(self.entries))
        table = b"".join(struct.pack("<I", number) for number in self.short_fat)
        short_start = self.store(table + b"\xff" * (-len(table) % SECTOR))
        tables, more = 1, 0
        while (len(self.fat) + tables + more) * 4 > tables * SECTOR:
            tables += 1
            more = int(tables > NAMED)
        named = [*range(len(self.fat), len(self.fat) + tables), *[NONE] * NAMED]
        list_start = len(self.fat) + tables if more else END
        self.fat += [FAT] * tables + [LIST] * more
        fat = b"".join(struct.pack("<I", number) for number in self.fat)
        self.body += fat.ljust(tables * SECTOR, b"\xff")
        if more:  # tables that the header has no room for
            self.body += struct.pack("<128I", *named[NAMED : NAMED + 127], END)
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        numbers = (0, tables, directory, 0, CUTOFF, short_start, 1, list_start, more)
        header += struct.pack("<9I109I", *numbers, *named[:NAMED])
        return header + bytes(self.body)


def _chained(table: list[int], count: int) -> int:
    """Add a chain of so many sectors; its first one."""
    start = len(table)
    table.extend([*range(start + 1, start + count), END][:count])
    return start if count else END


def record(tag: int, level: int, data: bytes = b"") -> bytes:
    """One record; long ones have their size apart."""
    if len(data) < 0xFFF:
        return struct.pack("<I", tag | level << 10 | len(data) << 20) + data
    return struct.pack("<II", tag | level << 10 | 0xFFF << 20, len(data)) + data


def wide(code: int) -> str:
    """A control in a paragraph's text that takes eight units."""
    return chr(code) + "\0" * 6 + chr(code)


def paragraph(text: str, *controls: bytes, level: int = 0) -> bytes:
    """A paragraph with its text; ``controls`` are records of the level below."""
    data = (text + "\r").encode("utf-16-le", "surrogatepass")
    return record(66, level, bytes(22)) + record(67, level + 1, data) + b"".join(controls)


def control(kind: str, *below: bytes, level: int = 1, data: bytes = b"") -> bytes:
    """A control; ``below`` are records of its list."""
    return record(71, level, kind.encode()[::-1] + data) + b"".join(below)


def listed(*paragraphs: str, level: int = 2, data: bytes = bytes(16)) -> bytes:
    """A list of paragraphs, as cells, boxes and headers hold them."""
    return record(72, level, data) + b"".join(paragraph(words, level=level) for words in paragraphs)


def cell(row: int, *paragraphs: str) -> bytes:
    """A cell of a table in a paragraph of the text."""
    return listed(*paragraphs, data=bytes(10) + struct.pack("<H", row) + bytes(4))


def hwp(*sections: bytes, flags: int = 1, more: Folder | None = None) -> bytes:
    """A document of these sections; the flags say how they are kept."""
    kept: Sequence[bytes] = sections
    if flags & 1:
        packers = [zlib.compressobj(9, zlib.DEFLATED, -15) for _ in sections]
        kept = [
            packer.compress(data) + packer.flush()
            for packer, data in zip(packers, sections, strict=True)
        ]
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010000, flags)
    body = {f"Section{number}": data for number, data in enumerate(kept)}
    return compound({"FileHeader": header.ljust(256, b"\0"), "BodyText": body, **(more or {})})
