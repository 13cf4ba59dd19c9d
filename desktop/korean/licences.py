"""Open licences as Korean news and public bodies name them, and what they allow.

공공누리 (KOGL) types 1–4, by number or by the conditions that make a type; Creative Commons by
code, address, or name in Korean or English. Training a model on a text is taken as allowed where
neither commerce nor change is forbidden, and as unknown elsewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.model.project import Permission


class Licence(NamedTuple):
    """A licence: its name (``CC-BY-SA-4.0``, ``KOGL-1``), and what it says about training."""

    name: str
    ai_training: Permission


_KOGL = r"(?:공공누리|(?<![A-Za-z])KOGL(?![A-Za-z]))"
_KOGL_TYPE = re.compile(
    rf"(?:{_KOGL}|자유\s?이용\s?허락)\D{{0,30}}?([1-4])\s*유형|{_KOGL}[\s-]*(?:type|타입)\s?([1-4])",
    re.IGNORECASE,
)
_KOGL_NAMED = re.compile(rf"{_KOGL}[^\n.]{{0,30}}?출처\s?표시([^\n.]{{0,40}})")
_NO_COMMERCE = re.compile(r"상업적?\s?이용\s?금지|비상업|비영리|non-?commercial", re.IGNORECASE)
_NO_CHANGE = re.compile(r"변경\s?금지|no-?deriv", re.IGNORECASE)
_SHARE_ALIKE = re.compile(r"동일\s?조건|share-?alike", re.IGNORECASE)

_CC_CODE = re.compile(
    r"(?<![A-Za-z])(?:CC[ -]|creativecommons\.org/licenses/)"
    r"(BY(?:-NC-SA|-NC-ND|-NC|-ND|-SA)?)(?![A-Za-z]|-N)(?:[ /-]?([1-4]\.\d))?",
    re.IGNORECASE,
)
_CC_NAMED = re.compile(
    r"(?:커먼즈[^\n.]{0,12}?|CCL\s?[:=]?\s?|^\s*|\s)저작자\s?표시([^\n가-힣A-Za-z]{0,4}[^\n.]{0,30})"
    r"|Creative\s?Commons\s+Attribution([^\n]{0,40})",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?<![\d.])([1-4]\.\d)(?![\d.])")
_CC0 = re.compile(
    r"(?<![A-Za-z])CC0(?![A-Za-z])|creativecommons\.org/publicdomain/zero", re.IGNORECASE
)
_PUBLIC_DOMAIN = re.compile(
    r"퍼블릭\s?도메인(?:(?:으로|에)\s?(?:공개|배포|제공|기증)|입니다|\W*$)|^\W*public\s?domain\W*$",
    re.IGNORECASE,
)
_LONGEST_PUBLIC = 60
"""A longer line tells of works in the public domain; it does not give its own away."""

_VERSION_BEHIND = 30


def licence_of(words: str) -> Licence | None:
    """The open licence that ``words`` (one notice) name."""
    return _kogl(words) or _creative_commons(words)


def _kogl(words: str) -> Licence | None:
    if found := _KOGL_TYPE.search(words):
        number = found[1] or found[2]
        return Licence(f"KOGL-{number}", "allowed" if number == "1" else "unknown")
    found = _KOGL_NAMED.search(words)
    if found is None:
        return None
    number = 1 + bool(_NO_COMMERCE.search(found[1])) + 2 * bool(_NO_CHANGE.search(found[1]))
    return Licence(f"KOGL-{number}", "allowed" if number == 1 else "unknown")


def _creative_commons(words: str) -> Licence | None:
    if _CC0.search(words):
        return Licence("CC0-1.0", "allowed")
    if found := _CC_CODE.search(words):
        return _cc(found[1].upper(), found[2])
    if found := _CC_NAMED.search(words):
        conditions = found[1] if found[1] is not None else found[2]
        code = "BY" + "".join(
            f"-{short}"
            for short, condition in (
                ("NC", _NO_COMMERCE),
                ("ND", _NO_CHANGE),
                ("SA", _SHARE_ALIKE),
            )
            if condition.search(conditions)
        )
        version = _VERSION.search(words[found.start() : found.end() + _VERSION_BEHIND])
        return _cc(code, version[1] if version else None)
    public = len(words) <= _LONGEST_PUBLIC and _PUBLIC_DOMAIN.search(words)
    return Licence("public-domain", "allowed") if public else None


def _cc(code: str, version: str | None) -> Licence:
    free = code in ("BY", "BY-SA")
    name = f"CC-{code}-{version}" if version else f"CC-{code}"
    return Licence(name, "allowed" if free else "unknown")
