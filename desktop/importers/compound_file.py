"""Streams of an OLE compound file ([MS-CFB]), within bounds.

No chain of sectors is longer than the file, and no entry of the directory is met twice.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_DAMAGED = QT_TRANSLATE_NOOP("errors", "The file is damaged: its parts cannot be found.")
_HEADER = struct.Struct("<26xHxxHH10x8I")
_HEADER_LENGTH = 512
_ENTRY = struct.Struct("<64sHBxIII36xIQ")
_ENTRY_LENGTH = 128
_MOST_ENTRIES = 10_000
_LAST = 0xFFFFFFFA
"""Sector numbers from here on end a chain, or say that there is none."""

_STORAGES = (1, 5)
_STREAM = 2


class _Entry(NamedTuple):
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class CompoundFile:
    """A file of named streams; names are paths with slashes."""

    def __init__(self, data: bytes) -> None:
        """Read the directory.

        Raises:
            RefusedInput: it is damaged.
        """
        if len(data) < _HEADER_LENGTH or not data.startswith(SIGNATURE):
            raise _damaged()
        version, bits, short_bits, *numbers = _HEADER.unpack_from(data)
        fats, directory, _, self._cutoff, short_fat, short_fats, more, mores = numbers
        if (version, bits, short_bits) not in ((3, 9, 6), (4, 12, 6)):
            raise _damaged()
        self._data, self._size, self._short = data, 1 << bits, 1 << short_bits
        self._next = self._numbers(self._fat_sectors(more, mores)[:fats])
        entries = list(self._entries(directory))
        if not entries:
            raise _damaged()
        self._next_short = self._numbers(list(self._chain(short_fat, self._next))[:short_fats])
        self._shorts = self._long(entries[0].start, entries[0].size)
        self._streams = dict(_named(entries))

    def __contains__(self, name: str) -> bool:
        return name in self._streams

    def read(self, name: str) -> bytes:
        """The bytes of a stream that is there.

        Raises:
            RefusedInput: its sectors cannot be found.
        """
        entry = self._streams[name]
        if entry.size >= self._cutoff:
            return self._long(entry.start, entry.size)
        parts = [
            self._shorts[at * self._short : (at + 1) * self._short]
            for at in self._chain(entry.start, self._next_short)
        ]
        return _whole(b"".join(parts), entry.size)

    def _long(self, start: int, size: int) -> bytes:
        return _whole(b"".join(map(self._sector, self._chain(start, self._next))), size)

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        found = self._data[at : at + self._size]
        if not found:
            raise _damaged()
        return found

    def _chain(self, start: int, following: Sequence[int]) -> Iterator[int]:
        number = start
        for _ in range(len(following) + 1):
            if number >= _LAST:
                return
            if number >= len(following):
                break
            yield number
            number = following[number]
        raise _damaged()

    def _fat_sectors(self, more: int, mores: int) -> list[int]:
        """The sectors of the table of sectors: 109 are named in the header, others in a chain."""
        found = list(struct.unpack_from("<109I", self._data, 76))
        most = len(self._data) // self._size
        for _ in range(min(mores, most)):
            if more >= _LAST:
                break
            numbers = struct.unpack(f"<{self._size // 4}I", self._filled(more))
            found += numbers[:-1]
            more = numbers[-1]
        return [number for number in found if number < _LAST][:most]

    def _filled(self, number: int) -> bytes:
        """A sector, with what a cut file lacks of it."""
        return self._sector(number).ljust(self._size, b"\xff")

    def _numbers(self, sectors: Sequence[int]) -> list[int]:
        count = self._size // 4
        return [
            number
            for sector in sectors
            for number in struct.unpack(f"<{count}I", self._filled(sector))
        ]

    def _entries(self, directory: int) -> Iterator[_Entry]:
        data = b"".join(map(self._sector, self._chain(directory, self._next)))
        for at in range(0, len(data) - _ENTRY_LENGTH + 1, _ENTRY_LENGTH)[:_MOST_ENTRIES]:
            name, length, *rest = _ENTRY.unpack_from(data, at)
            text = name[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            kind, left, right, child, start, size = rest
            yield _Entry(text, kind, left, right, child, start, size & 0xFFFFFFFF)


def _named(entries: Sequence[_Entry]) -> Iterator[tuple[str, _Entry]]:
    """The streams by path; every entry is met at most once."""
    waiting = [(entries[0].child, "")]
    seen = set()
    while waiting:
        number, folder = waiting.pop()
        if number >= len(entries) or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        waiting += [(entry.left, folder), (entry.right, folder)]
        if entry.kind == _STREAM:
            yield folder + entry.name, entry
        elif entry.kind in _STORAGES:
            waiting.append((entry.child, f"{folder}{entry.name}/"))


def _whole(data: bytes, size: int) -> bytes:
    if len(data) < size:
        raise _damaged()
    return data[:size]


def _damaged() -> RefusedInput:
    return RefusedInput(_DAMAGED, UNHARMED)
