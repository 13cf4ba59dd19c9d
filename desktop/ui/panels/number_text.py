"""Decimal strings as people write and read them: digit groups and the Korean myriads."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, localcontext

MYRIADS = {"해": 10**20, "경": 10**16, "조": 10**12, "억": 10**8, "만": 10**4}
_SMALL = {"천": 1000, "백": 100, "십": 10}
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_PLAIN = re.compile(r"(-?)0*(\d+)(\.\d+)?")
_TOKEN = re.compile(r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?|([해경조억만])|([천백십])")
_LONGEST = 120
_MOST_DIGITS = 60


def parsed(text: str) -> str | None:
    """The decimal string for what a person typed: ``1,234.5``, ``4천746억``, ``2.5억``, ``-3``.

    A number without units keeps its digits as typed (``5.0`` stays ``5.0``). None when it is not a
    number, or has more digits than a project keeps.
    """
    compact = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).replace(" ", "")
    compact = compact.replace("\N{MINUS SIGN}", "-").removeprefix("+")
    if not compact or len(compact) > _LONGEST:
        return None
    if _GROUPED.fullmatch(compact):
        compact = compact.replace(",", "")
    if plain := _PLAIN.fullmatch(compact):
        value = "".join(part or "" for part in plain.groups())
    else:
        sign = "-" if compact.startswith("-") else ""
        total = _spoken(compact.removeprefix("-"))
        if total is None:
            return None
        value = sign + total
    whole, _, fraction = value.removeprefix("-").partition(".")
    return value if len(whole) <= _MOST_DIGITS and len(fraction) <= _MOST_DIGITS else None


def _spoken(text: str) -> str | None:
    """Add up a number with digit groups and units; the units must fall."""
    if not text:
        return None
    total, section = Decimal(0), Decimal(0)
    number: Decimal | None = None
    last_myriad = last_small = 10**24
    at = 0
    with localcontext(prec=2 * _LONGEST):
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None or (token[1] and number is not None):
                return None
            at = token.end()
            if token[1]:
                number = Decimal(token[1].replace(",", "") + (token[2] or ""))
                continue
            unit = (MYRIADS | _SMALL)[token[0]]
            if unit >= (last_small if token[4] else last_myriad):
                return None
            if token[4]:
                section += (1 if number is None else number) * unit
                last_small = unit
            else:
                section += number or 0
                total += (1 if at == 1 else section) * unit
                section, last_myriad, last_small = Decimal(0), unit, unit
            number = None
        shown = format(total + section + (number or 0), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def grouped(value: str) -> str:
    """``value`` with commas between groups of three digits."""
    sign = "-" if value.startswith("-") else ""
    whole, point, fraction = value.removeprefix("-").partition(".")
    groups = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole)
    return f"{sign}{groups}{point}{fraction}"


def korean(value: str) -> str:
    """``value`` in myriads (``3만 2,000``); as :func:`grouped` below ten thousand."""
    sign = "-" if value.startswith("-") else ""
    whole, point, fraction = value.removeprefix("-").partition(".")
    rest = int(whole)
    if rest < 10_000 or rest >= 10**24:
        return grouped(value)
    parts: list[str] = []
    for name, size in MYRIADS.items():
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{name}")
    if rest or fraction:
        parts.append(f"{rest:,}{point}{fraction}")
    return sign + " ".join(parts)


def reading(value: str, language: str) -> str:
    """What stands beside the field: ``2억 = 200,000,000``; empty when it adds nothing."""
    digits, words = grouped(value), korean(value)
    if language == "ko" and words != digits:
        return f"{words} = {digits}"
    return digits if digits != value else ""
