"""Fonts of a PDF: the bytes of a string → letters and widths.

Letters come from the font's own map to Unicode, else from its encoding: the Korean character maps
that are named after a coding, and Latin ones. A glyph number alone says nothing: such a letter is
None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.importers.pdf.budget import Budget
from desktop.importers.pdf.character_maps import Codes, parse_map
from desktop.importers.pdf.glyph_names import letter_of
from desktop.importers.pdf.objects import (
    array,
    dictionary,
    member,
    number,
    object_number,
    resolved,
    stream,
)

_KS = re.compile(r"KSC(?:ms-UHC|pc-EUC|-EUC)(-HW)?-[HV]")
_UTF16 = re.compile(r"Uni\w+-(?:UCS2|UTF16)(-HW)?-[HV]")
_HALF_WIDTH = 8094
"""The number of the half-width space in Adobe-Korea1; the proportional one has 1."""

_MOST_WIDTHS = 100_000
_FONT_COST = 500
"""What reading a font costs beside its maps, in tokens of content."""
_SIMPLE_WIDTH = 0.5
"""In ems, where a font of the reader's own is meant and no widths are given."""

_FORMS = re.compile("[\ufb00-\ufb06\u2f00-\u2fd5]")
_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TALLER = 1.8
"""How much taller than wide letters are, where nothing else tells."""
_CODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One glyph: its letters (None when unknown), its width in ems, and if spaces widen it."""

    text: str | None
    width: float
    is_space: bool = False


class Font:
    """Decodes the strings of one font; ``vertical`` fonts write downwards.

    ``height`` is that of its letters at size 1: fonts drawn by programs have units of their own.
    """

    def __init__(self, given: object, budget: Budget) -> None:
        """Take what the font's dictionary says.

        Raises:
            RefusedInput: it cannot be read, or is too large.
        """
        self.vertical = False
        self.height = 1.0
        map_text = stream(member(given, "ToUnicode"))
        budget.spend(tokens=_FONT_COST)
        self._map = parse_map(map_text, budget)
        self._known: dict[tuple[int, int], Letter] = {}
        self._reading: _Composite | _Simple
        if member(given, "Subtype") == "/Type0":
            self._reading = _Composite(given, budget)
            self.vertical = self._reading.vertical
        else:
            self._reading = _Simple(given)
            self.height = self._reading.height

    def letters(self, data: bytes) -> Iterator[Letter]:
        """The glyphs of a string."""
        for code, length in self._reading.codes(data):
            key = code, length
            letter = self._known.get(key)
            if letter is None:
                text = _folded(self._map.letter(code) or self._reading.letter(code) or "")
                width = self._reading.width(code)
                letter = self._known[key] = Letter(text or None, width, code == 32 and length == 1)
            yield letter


class _Simple:
    """A font of at most 256 glyphs, a byte each."""

    def __init__(self, given: object) -> None:
        self._first = int(number(member(given, "FirstChar")))
        listed = array(member(given, "Widths"))
        matrix = array(member(given, "FontMatrix"))
        unit = number(resolved(matrix[0])) if len(matrix) == 6 else 0.001
        self._widths = [number(resolved(width)) * unit for width in listed[:256]]
        missing = number(member(member(given, "FontDescriptor"), "MissingWidth"))
        self._missing = missing / 1000 if missing or self._widths else _SIMPLE_WIDTH
        encoding = member(given, "Encoding")
        base = member(encoding, "BaseEncoding") if isinstance(encoding, dict) else encoding
        self._coding = _CODINGS.get(_name(base), "cp1252")
        self._named = base is not None or not member(given, "FontDescriptor")
        self._differences = _differences(array(member(encoding, "Differences")))
        self._is_drawn = member(given, "Subtype") == "/Type3"
        self.height = 1.0
        if self._is_drawn and len(matrix) == 6:
            box = [number(resolved(edge)) for edge in array(member(given, "FontBBox"))[:4]]
            tall = abs(box[3] - box[1]) * abs(number(resolved(matrix[3]))) if len(box) == 4 else 0
            drawn = [width for width in self._widths if width]
            self.height = tall or _TALLER * sum(drawn) / max(len(drawn), 1) or 1.0

    def codes(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Each byte is a code."""
        return ((code, 1) for code in data)

    def letter(self, code: int) -> str | None:
        """The letter by name, or by the coding that the font names or, a plain one, is meant."""
        if code in self._differences:
            return self._differences[code]
        if self._is_drawn or (not self._named and not 32 <= code < 127):
            return None
        return bytes((code,)).decode(self._coding, "ignore") or None

    def width(self, code: int) -> float:
        """In ems."""
        at = code - self._first
        return self._widths[at] if 0 <= at < len(self._widths) else self._missing


class _Composite:
    """A font of glyphs by number, as Korean ones are."""

    def __init__(self, given: object, budget: Budget) -> None:
        below = array(member(given, "DescendantFonts"))
        inner = resolved(below[0]) if below else None
        self._default = number(member(inner, "DW"), 1000.0) / 1000
        self._widths = _composite_widths(array(member(inner, "W")))
        encoding = member(given, "Encoding")
        self._encoding = _name(encoding)
        map_text = stream(encoding)
        self._numbers = parse_map(map_text, budget) if map_text else None
        self.vertical = self._encoding.endswith("-V") or member(encoding, "WMode") == 1
        self._is_ks = _KS.fullmatch(self._encoding)
        self._is_utf16 = _UTF16.fullmatch(self._encoding)
        self.codes: Codes = _pairs
        if self._is_ks:
            self.codes = _ks_codes
        elif self._is_utf16:
            self.codes = _utf16_codes
        elif self._numbers and self._numbers.spaces:
            self.codes = self._numbers.codes

    def letter(self, code: int) -> str | None:
        """The letter by the coding; None where codes are glyph numbers."""
        if self._is_ks:
            size = 2 if code > 0xFF else 1
            return code.to_bytes(size, "big").decode("cp949", "ignore") or None
        if self._is_utf16:
            size = 4 if code > 0xFFFF else 2
            return code.to_bytes(size, "big").decode("utf-16-be", "ignore") or None
        return None

    def width(self, code: int) -> float:
        """In ems. Of a coding's glyphs only those of ASCII have widths that are known here."""
        named = self._is_ks or self._is_utf16
        if named:
            at = code - 32
            if not 0 <= at < 95:
                return self._default
            return self._widths.get(at + (_HALF_WIDTH if named[1] else 1), 0.5)
        glyph = self._numbers.number(code) if self._numbers else code
        return self._widths.get(glyph, self._default)


def _pairs(data: bytes) -> Iterator[tuple[int, int]]:
    return ((high << 8 | low, 2) for high, low in zip(data[::2], data[1::2], strict=False))


def _ks_codes(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(data):
        length = 2 if data[at] > 0x80 and at + 1 < len(data) else 1
        yield int.from_bytes(data[at : at + length], "big"), length
        at += length


def _utf16_codes(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while at + 1 < len(data):
        length = 4 if 0xD8 <= data[at] <= 0xDB and at + 3 < len(data) else 2
        yield int.from_bytes(data[at : at + length], "big"), length
        at += length


def _composite_widths(listed: Any) -> dict[int, float]:
    """Widths in ems by glyph number: ``first [w w …]`` or ``first last w``."""
    found: dict[int, float] = {}
    waiting: list[float] = []
    left = _MOST_WIDTHS
    for part in listed[:_MOST_WIDTHS]:
        value = resolved(part)
        if isinstance(value, list):
            first = int(waiting[-1]) if waiting else 0
            found |= {first + n: number(resolved(w)) / 1000 for n, w in enumerate(value[:65_536])}
            waiting = []
        else:
            waiting.append(number(value))
            if len(waiting) == 3:
                first, last, width = int(waiting[0]), int(waiting[1]), waiting[2] / 1000
                last = min(last, first + left)
                left -= max(last - first, 0)
                found |= dict.fromkeys(range(first, last + 1), width)
                waiting = []
    return found


def _differences(listed: Any) -> dict[int, str | None]:
    found: dict[int, str | None] = {}
    code = 0
    for part in listed[:1_000]:
        value = resolved(part)
        if isinstance(value, str):
            found[code] = letter_of(_name(value))
            code += 1
        else:
            code = int(number(value))
    return found


def _name(value: object) -> str:
    return value.removeprefix("/") if isinstance(value, str) else ""


def font_of(listed: object, name: str, known: dict[int, Font], budget: Budget) -> Font | None:
    """The font of a name among a page's; ``known`` keeps those met before, by object number.

    Raises:
        RefusedInput: it cannot be read, or is too large.
    """
    given = member(listed, name)
    if not isinstance(given, dict):
        return None
    key = object_number(dictionary(listed), "/" + name)
    if key is None:
        return Font(given, budget)
    if key not in known:
        known[key] = Font(given, budget)
    return known[key]


def _folded(text: str) -> str:
    """Letters without what is only their form on the page: ligatures, radicals for Hanja.

    A control character stands for a space: fonts that draw both alike are so described.
    """
    text = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    if not text.strip("\x00\ufffd") or _HALF.search(text):
        return ""
    return _CONTROL.sub(" ", text)
