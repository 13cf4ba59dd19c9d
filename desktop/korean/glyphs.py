"""Look-alike characters made one, so that the rules know a single form of each.

Every code point stays one code point: places in the levelled text are places in the text.
"""

from __future__ import annotations

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = {
    " ": "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "~": "\u301c\u223c\u02dc\u2053\u3030",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\u2015",
    "%": "\ufe6a\u066a",
    "·": "\u318d\u30fb\u2022\u2027\uff65\u22c5",
    "μ": "\u00b5",
    "(": "\u2768",
    ")": "\u2769",
    "만": "萬万",
    "억": "億",
    "조": "兆",
    "천": "千",
    "백": "百",
}
_LEVEL = _WIDTHS | {ord(glyph): plain for plain, glyphs in _SAME.items() for glyph in glyphs}


def levelled(text: str) -> str:
    """``text`` with full-width forms, dashes, tildes and spaces of one kind; of equal length."""
    return text.translate(_LEVEL)
