"""What a cell of a workbook holds: text, a number, a truth value, or a reason why nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from xml.etree.ElementTree import Element

from desktop.errors import QT_TRANSLATE_NOOP, Message

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

CellValue = str | float | bool | Message
"""Dates are text as in ISO 8601. A Message says why the cell has no value."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Formats of dates and times that a workbook need not define."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_SIGN = re.compile("[ymdhs]", re.IGNORECASE)
_LONGEST_FORMAT = 1_000
_FIRST_DAY = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001
_LAST_DAY = 2_958_465.0

_ERROR = QT_TRANSLATE_NOOP("errors", "The cell holds an error.")
_NO_RESULT = QT_TRANSLATE_NOOP("errors", "The cell holds a formula without a result.")


class Cells:
    """Reads cells of one workbook."""

    def __init__(self, strings: Sequence[str], dates: frozenset[str], *, from_1904: bool) -> None:
        self._strings = strings
        self._dates = dates
        self._first_day = _FIRST_DAY[from_1904]

    def value(self, cell: Element) -> CellValue | None:
        """What stands in a cell; None for nothing."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inside = cell.find(f"{MAIN}is")
            return runs(inside) if inside is not None else None
        words = cell.findtext(f"{MAIN}v") or ""
        if kind == "e":
            return Message(_ERROR)
        if not words:
            return Message(_NO_RESULT) if cell.find(f"{MAIN}f") is not None else None
        if kind == "s":
            known = words.isdecimal() and len(words) < 10 and int(words) < len(self._strings)
            return self._strings[int(words)] if known else None
        if kind == "b":
            return words.strip() == "1"
        return self._number(words, cell.get("s", "0")) if kind == "n" else _unescaped(words)

    def _number(self, words: str, style: str) -> CellValue:
        try:
            number = float(words)
        except ValueError:
            return words
        if not math.isfinite(number):
            return words
        if style in self._dates and 0 <= number < _LAST_DAY:
            return self._date(number)
        return number

    def _date(self, number: float) -> str:
        moment = self._first_day + timedelta(seconds=round(number * 86_400))
        if number < 1:
            return moment.time().isoformat()
        whole_day = number == int(number)
        return moment.date().isoformat() if whole_day else moment.isoformat()


def runs(item: Element) -> str:
    """The text of a string and its runs; readings of Hanja (phonetic runs) are left out."""
    parts = [item, *item.findall(f"{MAIN}r")]
    return _unescaped("".join(part.findtext(f"{MAIN}t", "") for part in parts))


def in_words(value: CellValue | None) -> str:
    """What a cell holds, as text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_words(value)
    return value if isinstance(value, str) else ""


def number_words(value: float) -> str:
    """A number in decimal digits, without an exponent; those beyond the 15th are noise."""
    return format(Decimal(f"{value:.15g}"), "f")


def date_styles(styles: Element) -> frozenset[str]:
    """The numbers of the styles in which a number is a date."""
    own = {
        made.get("numFmtId", ""): made.get("formatCode", "")
        for made in styles.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
    }
    return frozenset(
        str(number)
        for number, style in enumerate(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
        if _is_date(style.get("numFmtId", "0"), own)
    )


def _is_date(number: str, own: dict[str, str]) -> bool:
    if number in own:
        return bool(_DATE_SIGN.search(_LITERAL.sub("", own[number][:_LONGEST_FORMAT])))
    return number.isdecimal() and len(number) < 6 and int(number) in _DATE_FORMATS


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words
