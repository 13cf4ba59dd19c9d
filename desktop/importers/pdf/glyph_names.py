"""Names of glyphs → letters, for the names that simple fonts of articles use."""

from __future__ import annotations

import re

_ASCII = [
    "space", "exclam", "quotedbl", "numbersign", "dollar", "percent", "ampersand", "quotesingle",
    "parenleft", "parenright", "asterisk", "plus", "comma", "hyphen", "period", "slash", "zero",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "colon", "semicolon",
    "less", "equal", "greater", "question", "at", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J",
    "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "bracketleft",
    "backslash", "bracketright", "asciicircum", "underscore", "grave", "a", "b", "c", "d", "e",
    "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x",
    "y", "z", "braceleft", "bar", "braceright", "asciitilde",
]  # fmt: skip
_OTHERS = {
    "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”",
    "quotesinglbase": "‚", "quotedblbase": "„", "endash": "–", "emdash": "—", "bullet": "•",
    "ellipsis": "…", "periodcentered": "·", "middot": "·", "guillemotleft": "«", "minus": "−",
    "guillemotright": "»", "copyright": "©", "registered": "®", "trademark": "™", "degree": "°",
    "multiply": "×", "divide": "÷", "plusminus": "±", "section": "§", "paragraph": "¶",
    "sterling": "£", "yen": "¥", "Euro": "€", "won": "₩", "cent": "¢", "onehalf": "½",
    "onequarter": "¼", "threequarters": "¾", "onesuperior": "¹", "twosuperior": "²", "mu": "µ",
    "threesuperior": "³", "nbspace": "\N{NO-BREAK SPACE}", "fi": "fi", "fl": "fl", "ff": "ff",
    "ffi": "ffi", "ffl": "ffl", "eacute": "é", "egrave": "è", "aacute": "á", "agrave": "à",
    "ccedilla": "ç", "odieresis": "ö", "udieresis": "ü", "adieresis": "ä", "ntilde": "ñ",
    "germandbls": "ß", "oacute": "ó", "uacute": "ú", "iacute": "í", "sfthyphen": "-",
}  # fmt: skip
_NAMED = {name: chr(32 + at) for at, name in enumerate(_ASCII)} | _OTHERS
_BY_POINT = re.compile(r"(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))")


def letter_of(name: str) -> str | None:
    """The letters that a glyph's name stands for; what follows a full stop is only its form."""
    name = name.partition(".")[0] or name
    if name in _NAMED:
        return _NAMED[name]
    if not (match := _BY_POINT.fullmatch(name[:40])):
        return None
    points = (
        [match[1][at : at + 4] for at in range(0, len(match[1]), 4)] if match[1] else [match[2]]
    )
    codes = [int(point, 16) for point in points]
    if any(0xD800 <= code < 0xE000 or code > 0x10FFFF for code in codes):
        return None
    return "".join(map(chr, codes))
