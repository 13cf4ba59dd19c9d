"""Finds the figures of a text, from left to right, each place looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from desktop.korean.figures import decoys
from desktop.korean.figures.amounts import (
    Amount,
    fraction_at,
    money_at,
    quantity_at,
    ratio_at,
    spoken_fraction_at,
)
from desktop.korean.figures.bare import bare_at
from desktop.korean.figures.figure import Direction, Figure, Interval, Mod
from desktop.korean.figures.surroundings import direction, limit
from desktop.korean.figures.units import Unit
from desktop.korean.numerals import Form, numeral_at
from desktop.model.span import Span

_START = re.compile(
    r"[0-9$€£₩¥]|(?<![A-Za-z])(?:US|HK)\$"
    r"|(?<![0-9A-Za-z가-힣])[수몇십백천만일이삼사오육칠팔구한두세네석넉서너대예다여아열스마쉰절곱갑하둘셋첫]"
)
_HALF = re.compile(r"절반(?!의 (?:성공|승리|실패))(?=[의을은이에도만가으밖정까씩인,.\s]|$)")
_FOLD = re.compile(r"(?:갑절|곱절)(?=[이로의을]|$|\s)")
_ONE = re.compile(r"(?:하나|둘|셋|넷)(?=[를을도만씩](?![가-힣])|뿐|[가이](?= )|[,.\n ]|$)")
_ONE_BEFORE = re.compile(r"(?:[가-힣A-Za-z0-9)]*[^\s의은는을를에서로와과도중또두])\s$")
_FEW = re.compile(r"수(?:차례|개국|개사|개소)")
_FIRST = re.compile(r"첫 ?번째")
_MINUS = re.compile(r"(?:(?<![0-9A-Za-z가-힣)\]])[-+]|(?:영하|마이너스) ?(?:\(-\) ?)?)$")
_ONES = ("하나", "둘", "셋", "넷")
_RATIO_UNIT = Unit("", "1", "ratio")
_RANK = Unit("번째", "{ordinal}", "order")
_THING = Unit("", "{count}", "count")


def scan(text: str) -> Iterator[Figure]:
    """The figures of a levelled text in order; they do not overlap."""
    at = 0
    while found := _START.search(text, at):
        amount, at = _amount_at(text, found.start())
        if amount is not None:
            yield _figure(text, amount)


def _amount_at(text: str, at: int) -> tuple[Amount | None, int]:
    """What begins at ``at``, and where to look on."""
    if not "0" <= text[at] <= "9":
        amount = _spoken(text, at) if "가" <= text[at] <= "힣" else money_at(text, at)
        return (amount, amount.span.end) if amount else (None, at + 1)
    if decoys.is_name(text, at) or decoys.is_phone(text, at):
        return None, decoys.number_end(text, at)
    number = numeral_at(text, at)
    if number is None:
        return None, decoys.number_end(text, at)
    amount = fraction_at(text, number) or ratio_at(text, number) or quantity_at(text, number)
    glued = decoys.is_glued(text, at)
    if amount is not None and glued and not _takes_glue(amount):
        amount = None
    if amount is None and not glued:
        amount = bare_at(text, number)
    if amount is None:
        return None, max(number.span.end, at + 1)
    amount = _signed(text, amount)
    return amount, amount.span.end


def _takes_glue(amount: Amount) -> bool:
    """A name may end in a number, but no name ends in ``50명``."""
    return amount.unit.safe


def _spoken(text: str, at: int) -> Amount | None:
    """Amounts in words: ``절반``, ``두 배``, ``수십억달러``, ``위성 하나``."""
    for words, value, unit in (
        (_HALF, Decimal("0.5"), _RATIO_UNIT),
        (_FOLD, Decimal(2), replace(_RATIO_UNIT, text=text[at : at + 2])),
        (_FIRST, Decimal(1), _RANK),
    ):
        if found := words.match(text, at):
            form: Form = "native_korean" if words is not _HALF else "sino_korean"
            return Amount(Span(at, found.end()), value, value, form, unit)
    if (found := _ONE.match(text, at)) and _counts_things(text, at):
        value = Decimal(_ONES.index(found.group()) + 1)
        return Amount(Span(at, found.end()), value, value, "native_korean", _THING)
    number = numeral_at(text, at)
    if number is None:
        return spoken_fraction_at(text, at)
    if number.open and number.power == 1 and not _FEW.match(text, at):
        return None
    amount = fraction_at(text, number) or quantity_at(text, number)
    if amount is None and number.form != "native_korean":
        amount = bare_at(text, number)
    return amount


def _counts_things(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    return bool(_ONE_BEFORE.search(before)) and not decoys.is_idiom_one(text, at)


def _signed(text: str, amount: Amount) -> Amount:
    """With the minus or plus before it, or ``영하``."""
    start = amount.span.start
    found = _MINUS.search(text[max(0, start - 9) : start])
    if found is None or amount.interval or amount.score:
        return amount
    span = Span(start - len(found.group()), amount.span.end)
    if "+" in found.group():
        return replace(amount, span=span)
    return replace(amount, span=span, low=-amount.low, high=-amount.high)


def _figure(text: str, amount: Amount) -> Figure:
    unit = amount.unit
    bound = limit(text, amount.span, amount.more)
    mod: Mod | None = bound.mod if bound else None
    place = bound.span if bound else None
    if mod is None and (amount.vague or amount.level):
        mod, place = "APPROX", amount.level
    interval = None
    if amount.interval:
        interval = Interval(amount.low, amount.high, high_inclusive=not amount.open)
    return Figure(
        span=amount.span,
        category=unit.category,
        value=None if amount.interval or amount.score else amount.low,
        interval=interval,
        unit=unit.code or None,
        unit_text=unit.text or None,
        unit_inferred=amount.inferred,
        mod=mod,
        approximator_span=place,
        direction=_direction(text, amount),
        numeral_form=amount.form,
        rule=f"figure.{unit.category}",
    )


def _direction(text: str, amount: Amount) -> Direction | None:
    """A number with a sign says itself whether it is up or down."""
    if amount.low < 0 or text[amount.span.start] == "+":
        return None
    return direction(text, amount.span, amount.unit.category)
