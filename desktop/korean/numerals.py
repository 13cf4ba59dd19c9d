"""Numbers as Korean news writes them: ``5890억``, ``4천746억``, ``3만2천``, ``수십억``, ``열두``.

A reader of numerals, without units. Texts are levelled (:mod:`desktop.korean.glyphs`); each reader
looks at one place and never walks back, so that a text is read in time linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from desktop.korean.wording import words
from desktop.model.span import Span

Form = Literal["arabic", "mixed", "sino_korean", "native_korean"]

_DIGITS = {"영": 0, "공": 0, **{name: n for n, name in enumerate("일이삼사오육칠팔구", 1)}}
_SMALL = {"십": Decimal("1E1"), "백": Decimal("1E2"), "천": Decimal("1E3")}
_MYRIAD = {n: Decimal(f"1E{4 * (at + 1)}") for at, n in enumerate("만억조경")}
_ZERO = Decimal(0)
_ENDLESS = Decimal("1E30")

_TOKEN = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?P<fraction>\.[0-9]++)?"
    r"|(?P<sino>[일이삼사오육칠팔구])"
    r"(?=[십백천만억조]|\s?(?:명|개|년|월|일|세|살|원|달러|퍼센트|배|번|회|건|분|시|주|대|곳|인|위|도))"
    r"|(?P<small>[십백천])|(?P<myriad>[만억]|조(?![각직합])|경(?![기마주]))|(?P<vague>[수몇])|(?P<more>여(?=[만억조]))"
)
_NEXT_SECTION = re.compile(
    r" (?=(?:[0-9]{1,4}(?:[천백십][0-9]{0,3}){0,3}[만억조]|[0-9]{1,4}[천백][0-9]{0,3}"
    r"|[0-9]{1,3},[0-9]{3}|[0-9]{3,4})(?![0-9년월일,.]))"
)
_NEXT_SMALL = re.compile(r" (?=[0-9]{1,2}[백십][만억조])")
_LONGEST = 15
_LONGEST_FRACTION = 10

_TENS = {
    name: 10 * at for at, name in enumerate(words("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔"), 1)
}
_ONES = {name: at for at, name in enumerate(words("한 두 세 네 다섯 여섯 일곱 여덟 아홉"), 1)}
_SPOKEN = {name: (value, value) for name, value in _ONES.items()} | {
    "석": (3, 3),
    "넉": (4, 4),
    "스무": (20, 20),
    "하나": (1, 1),
    "둘": (2, 2),
    "셋": (3, 3),
    "넷": (4, 4),
    "한두": (1, 2),
    "두세": (2, 3),
    "두서너": (2, 4),
    "서너": (3, 4),
    "네댓": (4, 5),
    "너댓": (4, 5),
    "너덧": (4, 5),
    "네다섯": (4, 5),
    "대여섯": (5, 6),
    "예닐곱": (6, 7),
    "일고여덟": (7, 8),
    "여남은": (10, 12),
}
_NATIVE = re.compile(
    f"(?P<tens>{'|'.join(_TENS)})?(?P<ones>{'|'.join(sorted(_SPOKEN, key=len, reverse=True))})?"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: ``low`` to ``high``, equal when it is exact.

    ``open`` tells that ``high`` itself does not belong to it (``수십``: 20 to below 100); ``power``
    is its last named power, which ``2~3만`` lends to its first number; ``more`` is the place of
    ``여`` in ``30여만``.
    """

    span: Span
    low: Decimal
    high: Decimal
    form: Form
    open: bool = False
    power: Decimal = Decimal(1)
    more: Span | None = None

    @property
    def exact(self) -> bool:
        """True for one number."""
        return self.low == self.high


def numeral_at(text: str, at: int) -> Numeral | None:
    """The numeral that begins at ``at``; the caller sees to it that a word begins there."""
    if "0" <= text[at : at + 1] <= "9":
        return _Sum(text, at).read()
    return _native_at(text, at) or _Sum(text, at).read()


def _native_at(text: str, at: int) -> Numeral | None:
    found = _NATIVE.match(text, at)
    if found is None or not found.group():
        return None
    tens = _TENS.get(found["tens"], 0)
    low, high = _SPOKEN.get(found["ones"], (0, 0))
    if tens and (low != high and found["ones"] == "여남은"):
        return None
    span = Span(at, found.end())
    return Numeral(span, Decimal(tens + low), Decimal(tens + high), "native_korean")


class _Sum:
    """Reads digits and powers of one numeral and adds them up; powers must fall."""

    def __init__(self, text: str, at: int, below: Decimal = _ENDLESS) -> None:
        self._text = text
        self._at = self._start = self._end = at
        self._sum = (_ZERO, _ZERO)
        self._section = (_ZERO, _ZERO)
        self._number: tuple[Decimal, Decimal] | None = None
        self._last_small, self._last_myriad = _ENDLESS, below
        self._power = Decimal(1)
        self._kinds: set[str] = set()
        self._open = False
        self._more: Span | None = None

    def read(self) -> Numeral | None:
        """The numeral, or None when there is none or it has more digits than news ever has."""
        while token := _TOKEN.match(self._text, self._at):
            kind = "digits" if token["digits"] else token.lastgroup or ""
            if not self._take(kind, token):
                break
            self._kinds.add(kind)
            self._at = self._end = token.end()
            if kind == "myriad" and (longer := self._next_section()):
                return longer
            if kind == "small" and _NEXT_SMALL.match(self._text, self._at):
                self._at += 1
        return self._result()

    def _take(self, kind: str, token: re.Match[str]) -> bool:
        """Add one token; False when it does not belong to the number."""
        match kind:
            case "digits":
                return self._digits(token)
            case "sino":
                return self._sino(token)
            case "vague":
                return self._vague()
            case "small":
                return self._small(token)
            case "myriad":
                return self._myriad(token)
        if not self._kinds:
            return False
        self._more = Span(token.start(), token.end())
        return True

    def _digits(self, token: re.Match[str]) -> bool:
        whole = token["digits"].replace(",", "")
        fraction = token["fraction"] or ""
        if self._number is not None or "sino" in self._kinds or "vague" in self._kinds:
            return False
        if len(whole) > _LONGEST or len(fraction) > _LONGEST_FRACTION:
            return False
        value = Decimal(whole + fraction)
        self._number = (value, value)
        return True

    def _sino(self, token: re.Match[str]) -> bool:
        if self._number is not None or "digits" in self._kinds:
            return False
        value = Decimal(_DIGITS[token["sino"]])
        self._number = (value, value)
        return True

    def _vague(self) -> bool:
        if self._number is not None or self._kinds - {"small"}:
            return False
        self._number = (Decimal(1 if self._kinds else 2), Decimal(10))
        self._open = True
        return True

    def _small(self, token: re.Match[str]) -> bool:
        power = _SMALL[token["small"]]
        if power >= self._last_small:
            return False
        low, high = self._number or (Decimal(1), Decimal(1))
        self._section = (self._section[0] + low * power, self._section[1] + high * power)
        self._number, self._last_small, self._power = None, power, power
        return True

    def _myriad(self, token: re.Match[str]) -> bool:
        power = _MYRIAD[token["myriad"]]
        low, high = self._below()
        if power >= self._last_myriad or (not high and (self._kinds or power > _MYRIAD["만"])):
            return False
        if not high:
            low = high = Decimal(1)
        self._sum = (self._sum[0] + low * power, self._sum[1] + high * power)
        self._section, self._number = (_ZERO, _ZERO), None
        self._last_small, self._last_myriad, self._power = _ENDLESS, power, power
        return True

    def _below(self) -> tuple[Decimal, Decimal]:
        low, high = self._number or (_ZERO, _ZERO)
        return self._section[0] + low, self._section[1] + high

    def _next_section(self) -> Numeral | None:
        """``1조 2000억``: what stands after one space and is smaller goes on with the number."""
        if "digits" not in self._kinds or not _NEXT_SECTION.match(self._text, self._at):
            return None
        # the rest may not have as large a power, so that this goes no deeper than there are powers
        rest = _Sum(self._text, self._at + 1, self._last_myriad).read()
        so_far = self._result()
        if rest is None or so_far is None or rest.high >= self._last_myriad:
            return None
        if self._text[rest.span.end : rest.span.end + 1] in (*_MYRIAD, *_SMALL):
            return None
        return replace(
            rest,
            span=Span(self._start, rest.span.end),
            low=so_far.low + rest.low,
            high=so_far.high + rest.high,
            form="mixed",
            more=rest.more or self._more,
        )

    def _result(self) -> Numeral | None:
        if not self._kinds or self._kinds == {"sino"}:
            return None
        low, high = self._below()
        written = "digits" in self._kinds
        form: Form = (
            "arabic" if self._kinds == {"digits"} else "mixed" if written else "sino_korean"
        )
        return Numeral(
            span=Span(self._start, self._end),
            low=self._sum[0] + low,
            high=self._sum[1] + high,
            form=form,
            open=self._open,
            power=self._power,
            more=self._more,
        )
