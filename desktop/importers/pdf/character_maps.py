"""Character maps of PDF fonts: which codes a string holds, and which letters they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desktop.importers.pdf.budget import Budget

_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\d{1,9})|([\[\]])|([A-Za-z]+)|/[^\s<>\[\]/]+|%[^\r\n]*")
_COUNTED = 1_000
_MOST_SPACES = 16
_LONGEST_CODE = 4

_WIDTHS = {
    b"endcodespacerange": 2,
    b"endbfchar": 2,
    b"endbfrange": 3,
    b"endcidrange": 3,
    b"endcidchar": 2,
}
"""The words that end a list of entries, and the operands of an entry."""

_Operand = bytes | int | list[bytes]
Codes = Callable[[bytes], Iterator[tuple[int, int]]]
"""Cuts a string into codes, each with its number of bytes."""


@dataclass(slots=True)
class CharacterMap:
    """What the text of a map says: letters by code, glyph numbers by code, lengths of codes."""

    letters: dict[int, str] = field(default_factory=dict)
    runs: list[tuple[int, int, str]] = field(default_factory=list)
    """First code, last code, and the letters of the first one; those after it follow on."""
    numbers: list[tuple[int, int, int]] = field(default_factory=list)
    """First code, last code, and the number of the first one's glyph; sorted."""
    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    """Bytes of a code, the smallest and the largest one."""

    def letter(self, code: int) -> str | None:
        """The letters of a code; None where the map has none."""
        if code in self.letters:
            return self.letters[code]
        at = bisect_right(self.runs, (code, 1 << 40, "")) - 1
        if at < 0 or not self.runs[at][0] <= code <= self.runs[at][1]:
            return None
        first, _, letters = self.runs[at]
        point = ord(letters[-1]) + code - first
        return letters[:-1] + chr(point) if point < 0x110000 else None

    def number(self, code: int) -> int:
        """The number of a code's glyph; 0 where the map has none."""
        at = bisect_right(self.numbers, (code, 1 << 40, 0)) - 1
        if at >= 0 and self.numbers[at][0] <= code <= self.numbers[at][1]:
            return self.numbers[at][2] + code - self.numbers[at][0]
        return 0

    def codes(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Cut by the code space ranges; two bytes where none fits."""
        at = 0
        while at < len(data):
            for length in range(1, _LONGEST_CODE + 1):
                code = int.from_bytes(data[at : at + length], "big")
                if any(n == length and low <= code <= high for n, low, high in self.spaces):
                    break
            else:
                length = 2
                code = int.from_bytes(data[at : at + length], "big")
            yield code, length
            at += length


def parse_map(text: bytes, budget: Budget) -> CharacterMap:
    """Read a map; what is damaged in it is passed over.

    Raises:
        RefusedInput: it is far longer than that of any font.
    """
    budget.read(text)
    made = CharacterMap()
    operands: list[_Operand] = []
    array: list[bytes] | None = None
    count = 0
    for match in _TOKEN.finditer(text):
        if (digits := match[1]) is not None:
            value = _unhex(digits)
            if array is not None:
                array.append(value)
            else:
                operands.append(value)
        elif match[2]:
            operands.append(int(match[2]))
        elif match[3] == b"[":
            array = []
        elif match[3] == b"]" and array is not None:
            operands.append(array)
            array = None
        elif match[4]:
            _take(made, match[4], operands)
            operands, array = [], None
        count += 1
        if count == _COUNTED:
            budget.spend(tokens=_COUNTED)
            count = 0
    budget.spend(tokens=count)
    made.numbers.sort()
    made.runs.sort()
    return made


def _unhex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _take(made: CharacterMap, word: bytes, operands: list[_Operand]) -> None:
    """Take the entries that stand before the word that ends their list."""
    for entry in _entries(operands, _WIDTHS.get(word, 0)):
        first, last = entry[0], entry[-2] if len(entry) == 3 else entry[0]
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            continue
        low, high, given = _code(first), _code(last), entry[-1]
        if word == b"endcodespacerange" and isinstance(given, bytes):
            made.spaces.append((len(first), low, _code(given)))
        elif word == b"endbfchar" and isinstance(given, bytes):
            made.letters[low] = _letters(given)
        elif word == b"endbfrange":
            _take_range(made, low, high, given)
        elif word in (b"endcidrange", b"endcidchar") and isinstance(given, int):
            made.numbers.append((low, high, given))
    made.spaces = made.spaces[:_MOST_SPACES]


def _entries(operands: list[_Operand], width: int) -> Iterator[list[_Operand]]:
    for at in range(0, len(operands) - width + 1 if width else 0, width or 1):
        yield operands[at : at + width]


def _take_range(made: CharacterMap, first: int, last: int, letters: _Operand) -> None:
    if isinstance(letters, list):
        codes = range(first, last + 1)
        made.letters |= {code: _letters(given) for code, given in zip(codes, letters, strict=False)}
    elif isinstance(letters, bytes) and (start := _letters(letters)):
        made.runs.append((first, last, start))


def _code(data: bytes) -> int:
    return int.from_bytes(data[:_LONGEST_CODE], "big")


def _letters(data: bytes) -> str:
    """The letters of an entry, UTF-16; empty for what is damaged, which so is no letter."""
    if len(data) == 1:
        return chr(data[0])
    try:
        return data[:64].decode("utf-16-be")
    except UnicodeDecodeError:
        return ""
