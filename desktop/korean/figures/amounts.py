"""Numbers with their unit: fractions, ratios, ranges, ``30%대``, ``$100``, ``3m 20cm``.

Each reader takes one place of a levelled text and gives an :class:`Amount` or None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from desktop.korean.figures.decoys import is_bounded, judged
from desktop.korean.figures.units import Unit, unit_at
from desktop.korean.numerals import Form, Numeral, numeral_at
from desktop.korean.wording import any_of
from desktop.model.span import Span

_PLAIN_RATIO = Unit("", "1", "ratio")
_SCORE = Unit("", "{score}", "score")
_DIVISION = Decimal("1E-10")
_LARGE = Decimal("1E12")
_SPOKEN_DIGITS = "일이삼사오육칠팔구십"
_SLASH = re.compile(
    r"/([1-9][0-9]?)(?=(?:로|을|를|이|가|은|는|의|만)(?![가-힣])| ?(?:이상|이하|미만|수준|가량))"
)
_SPOKEN_FRACTION = re.compile(
    rf"([{_SPOKEN_DIGITS}])분의 ?([{_SPOKEN_DIGITS[:-1]}])(?=이|로|을|의|에|[^가-힣]|$)"
)
_FRACTION = re.compile(r" ?분의 ?")
_RATIO = re.compile(r" ?(?:대|:) ?(?=[0-9])")
_RATIO_END = re.compile(r"(?![0-9,.:/]{0,20}[0-9A-Za-z%]| ?[월일년시분초명개원점만억조]|:)")
_RANGE = re.compile(r" ?(?:~|내지) ?(?=[0-9수몇십백천])|-(?=[0-9])")
_MORE = re.compile(r" ?(여) ?")
_DECADE = re.compile(r"대")
_LEVEL = re.compile(r"선")
_ROUND = 100
_FINER: Mapping[tuple[str, str], Decimal] = MappingProxyType(
    {
        ("m", "cm"): Decimal("0.01"),
        ("km", "m"): Decimal("0.001"),
        ("cm", "mm"): Decimal("0.1"),
        ("kg", "g"): Decimal("0.001"),
        ("USD", "USD"): Decimal("1"),
    }
)
_JEON = re.compile(r" ?([0-9]{1,2})전")
_SPORTS = re.compile(
    r"[^.\n]{0,14}?"
    + any_of("""
    이겼 이긴 이기 승리 승기 꺾 패배 패했 졌다 역전 무승부 비겼 비긴 완파 완승 제압 격파 앞서
    앞선 뒤진 뒤지 리드 스코어 물리쳤 물리치 눌렀 누르고 신승 대승 압승 끝났 마쳤 동점 따돌
    석패 완패 대파 판정승 판정패 연장승
    """)
)
_BY_SO_MUCH = re.compile("으?로")
_SPORTS_BEFORE = re.compile(r"(?:스코어|점수|합계|전적|세트|연장)[은는이가도]? ?$")


@dataclass(frozen=True, slots=True)
class Amount:
    """``low`` to ``high`` (equal for one number) of ``unit``; ``interval`` when it is a range.

    ``more`` is the place of ``여``, ``level`` that of ``선``. A score has no number;
    the unit of an inferred one is not written.
    """

    span: Span
    low: Decimal
    high: Decimal
    form: Form
    unit: Unit
    interval: bool = False
    open: bool = False
    vague: bool = False
    more: Span | None = None
    level: Span | None = None
    score: bool = False
    inferred: bool = False


def fraction_at(text: str, bottom: Numeral) -> Amount | None:
    """``10분의 1``, ``3분의 2``, and ``2/3`` before a particle."""
    if slash := _SLASH.match(text, bottom.span.end):
        part, whole = bottom.low, Decimal(slash[1])
        if bottom.form == "arabic" and 0 < part < whole and part == part.to_integral_value():
            return _fraction(Span(bottom.span.start, slash.end(1)), part, whole, "arabic")
    found = _FRACTION.match(text, bottom.span.end)
    if found is None or not bottom.exact or not bottom.low:
        return None
    top = numeral_at(text, found.end())
    if top is None:
        return None
    return _fraction(Span(bottom.span.start, top.span.end), top.low, bottom.low, bottom.form)


def spoken_fraction_at(text: str, at: int) -> Amount | None:
    """``삼분의 일``."""
    found = _SPOKEN_FRACTION.match(text, at)
    if found is None:
        return None
    bottom, top = (Decimal(_SPOKEN_DIGITS.index(digit) + 1) for digit in found.groups())
    return _fraction(Span(at, found.end()), top, bottom, "sino_korean")


def _fraction(span: Span, top: Decimal, bottom: Decimal, form: Form) -> Amount:
    value = _divided(top, bottom)
    return Amount(span, value, value, form, _PLAIN_RATIO)


def _divided(top: Decimal, bottom: Decimal) -> Decimal:
    """Exact to :data:`_DIVISION` digits behind the point, without zeros at the end."""
    value = top / bottom
    if value < _LARGE:
        value = value.quantize(_DIVISION)
    return _trimmed(value)


def _trimmed(value: Decimal) -> Decimal:
    """A calculated number has no zeros at its end that nobody wrote."""
    return Decimal(format(value.normalize(), "f"))


def ratio_at(text: str, first: Numeral) -> Amount | None:
    """``3.4대 1`` as a ratio, ``3대 1로 이겼다`` and ``3-2로 꺾었다`` as scores."""
    if first.form != "arabic" or not first.exact:
        return None
    end = first.span.end
    found = _RATIO.match(text, end)
    hyphen = text[end : end + 1] == "-" and "0" <= text[end + 1 : end + 2] <= "9"
    if found is None and not hyphen:
        return None
    second = numeral_at(text, end + 1 if hyphen else found.end() if found else end)
    if second is None or second.form != "arabic" or not _RATIO_END.match(text, second.span.end):
        return None
    span = Span(first.span.start, second.span.end)
    before = text[max(0, span.start - 8) : span.start]
    is_score = (
        _SPORTS.match(text, span.end)
        or _SPORTS_BEFORE.search(before)
        or (hyphen and _BY_SO_MUCH.match(text, span.end))
    )
    if is_score and max(first.low, second.low) < 200:
        return Amount(span, first.low, second.low, "arabic", _SCORE, score=True)
    if found is None or ":" in found.group() or not second.low:
        return None
    value = first.low if second.low == 1 else _divided(first.low, second.low)
    return Amount(span, value, value, "arabic", _PLAIN_RATIO)


def money_at(text: str, at: int) -> Amount | None:
    """``$100``, ``US$ 3.5``, ``₩5000``: the sign before the number; ``at`` is that of the sign."""
    unit = unit_at(text, at)
    if unit is None or unit.category != "monetary":
        return None
    start = at + len(unit.text)
    number = numeral_at(text, start + (text[start : start + 1] == " "))
    if number is None or number.form not in ("arabic", "mixed"):
        return None
    return Amount(Span(at, number.span.end), number.low, number.high, number.form, unit)


def quantity_at(text: str, first: Numeral) -> Amount | None:
    """A number or a range of numbers with its unit."""
    return _range_at(text, first) or _with_unit(text, first)


def _range_at(text: str, first: Numeral) -> Amount | None:
    left = _with_unit(text, first)
    end = left.span.end if left else first.span.end
    found = _RANGE.match(text, end)
    if found is None:
        return None
    second = numeral_at(text, found.end())
    right = _with_unit(text, second) if second else None
    if second is None or right is None:
        return None
    if left and left.unit.code != right.unit.code:
        return None
    shared = first.power == 1 and second.power > 1 and first.low < second.high / second.power
    factor = second.power if shared and not left else Decimal(1)
    low = (left.low if left else first.low * right.unit.scale) * factor
    hyphen = found.group() == "-"
    if low >= right.high or (hyphen and not _may_have_hyphen(text, first, right)):
        return None
    form: Form = second.form if first.form == "arabic" else first.form
    return replace(
        right, span=Span(first.span.start, right.span.end), low=low, form=form, interval=True,
        vague=right.vague or first.open,
    )  # fmt: skip


def _may_have_hyphen(text: str, first: Numeral, right: Amount) -> bool:
    """``10-20%`` and ``3-4배`` are ranges; most numbers with a hyphen are names."""
    spaced = text[right.span.end - len(right.unit.text) - 1] == " "
    return first.form == "arabic" and not spaced


def _with_unit(text: str, number: Numeral) -> Amount | None:
    end = number.span.end
    if found := _MORE.match(text, end):
        more = Span(found.start(1), found.end(1))
        if made := _unit_at(text, replace(number, more=more), found.end()):
            return made
    spaced = text[end : end + 1] == " "
    return _unit_at(text, number, end + spaced)


def _unit_at(text: str, number: Numeral, at: int) -> Amount | None:
    written = unit_at(text, at)
    if written is None:
        return None
    end = at + len(written.text)
    unit = judged(text, number, written, end)
    if unit is None:
        return None
    made = Amount(
        span=Span(number.span.start, end),
        low=number.low if unit.scale == 1 else _trimmed(number.low * unit.scale),
        high=number.high if unit.scale == 1 else _trimmed(number.high * unit.scale),
        form=number.form,
        unit=unit,
        interval=not number.exact,
        open=number.open,
        vague=number.open,
        more=number.more,
    )
    return widened(text, _finer(text, made))


def _finer(text: str, amount: Amount) -> Amount:
    """``1320원 50전``, ``3m 20cm``: the smaller unit behind the larger one."""
    unit, end = amount.unit, amount.span.end
    if amount.interval:
        return amount
    if unit.code == "KRW" and (jeon := _JEON.match(text, end)) and is_bounded(text, jeon.end()):
        added = Decimal(jeon[1]) / 100
        return replace(
            amount, span=Span(amount.span.start, jeon.end()), low=_trimmed(amount.low + added),
            high=_trimmed(amount.high + added),
        )  # fmt: skip
    at = end + (text[end : end + 1] == " ")
    if not "0" <= text[at : at + 1] <= "9":
        return amount
    number = numeral_at(text, at)
    finer = unit_at(text, number.span.end) if number else None
    if number is None or finer is None or (unit.code, finer.code) not in _FINER:
        return amount
    factor = _FINER[unit.code, finer.code] * finer.scale
    end = number.span.end + len(finer.text)
    if not is_bounded(text, end) or number.low * factor >= unit.scale or number.form != "arabic":
        return amount
    return replace(
        amount, span=Span(amount.span.start, end), low=_trimmed(amount.low + number.low * factor),
        high=_trimmed(amount.high + number.high * factor),
    )  # fmt: skip


def widened(text: str, amount: Amount) -> Amount:
    """``30%대``, ``1300원대``, ``5억대`` are ranges; ``2300선``, ``1400원선`` are estimates."""
    end = amount.span.end
    span = Span(amount.span.start, end + 1)
    if _DECADE.match(text, end) and is_bounded(text, end + 1):
        return replace(
            amount, span=span, high=amount.high + _step(amount.high), interval=True, open=True
        )
    level = _LEVEL.match(text, end) and is_bounded(text, end + 1)
    if level and not amount.interval and amount.unit.category != "count":
        return replace(amount, span=span, level=Span(end, end + 1))
    return amount


def _step(value: Decimal) -> Decimal:
    """One in the last written place that is not zero: 10 for 30, 100 for 1300, 0.1 for 2.5."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
