"""A date or time of day from its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.korean.times.parts import (
    BY_ITSELF,
    Kind,
    Part,
    calendar_at,
    clock_at,
    half_hour_at,
    part_at,
    week_at,
)
from desktop.korean.wording import any_of

_NO_DAY = re.compile(
    r" ?(?:(?:전|뒤|후)(?=[에인의이보만까부과쯤]|[^가-힣]|$)|여(?! )|"
    + any_of("""
    간 동안 째 만에 만의 만이 이내 내내 연속 가량 정도 안팎 이상 남짓 넘 가까이 치 씩 짜리
    """)
    + ")"
)
_LENGTH_BEFORE = re.compile(r"(?:약|최대|최소|최장|무려|하루|총|단|평균|불과|꼬박) ?$")
_PART_ALONE = re.compile(
    r"(?:에는|에도|에|부터|까지| ?사이| 늦| 시간| 기온| 최고| 최저| ?때(?!문)|무렵)"
)
_DAY_HOURS = 24
_CLOSES = re.compile(r"(?:에|까지|부터)")
_BARE_WORD_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """Parts of falling size up to ``end``; ``side`` is -1 after ``지난`` and 1 after ``오는``."""

    parts: tuple[Part, ...]
    end: int
    side: int = 0

    @property
    def kinds(self) -> frozenset[Kind]:
        """What it says something about."""
        return frozenset(part.kind for part in self.parts)

    @property
    def is_clock(self) -> bool:
        """True for a time of day."""
        return bool(self.kinds & {"part", "hour", "minute", "second"})


def moment_at(text: str, at: int, side: int = 0, first: Part | None = None) -> Moment | None:
    """The longest row of parts that begins at ``at``, each finer than the one before.

    ``first`` is a part that stands before it in other words: ``올`` is this year.
    """
    if first is None and (dated := calendar_at(text, at)):
        return Moment(dated, dated[-1].end, side)
    return _row_at(text, at, side, first)


def _row_at(text: str, at: int, side: int, first: Part | None) -> Moment | None:
    parts = [] if first is None else [first]
    while part := _next_part(text, at, parts):
        parts.extend(part)
        at = parts[-1].end
        if parts[-1].kind == "hour" and (half := half_hour_at(text, at)):
            parts.append(half)
            at = half.end
        if parts[-1].kind == "month" and (week := week_at(text, at)):
            parts.append(week)
            at = week.end
    while parts and not _stands(text, parts):
        parts.pop()
    if not parts or parts[-1] is first:
        return None
    return Moment(tuple(parts), parts[-1].end, side)


def _next_part(text: str, at: int, parts: Sequence[Part]) -> tuple[Part, ...]:
    if parts and text[at : at + 1] == " ":
        at += 1
    part = part_at(text, at)
    if part is None:
        clock = (
            clock_at(text, at) if any(p.kind in ("part", "day", "weekday") for p in parts) else None
        )
        return clock or ()
    if parts and (part.level <= parts[-1].level or (part.here and part.relative)):
        return ()
    if parts and part.relative and parts[-1].kind != "year":
        return ()
    if part.kind == "day" and parts and parts[-1].kind == "year":
        return ()
    if part.kind == "day" and not part.relative and not parts and _is_length(text, at, part):
        return ()
    needs = {"minute": "hour", "second": "minute"}.get(part.kind)
    if needs is not None and (not parts or parts[-1].kind != needs):
        return ()
    if part.kind == "hour" and parts and parts[-1].last is not None:
        return ()
    return (part,)


def _is_length(text: str, at: int, part: Part) -> bool:
    """``3일간`` and ``최대 3일`` are lengths, ``3일`` and ``3일 오전`` are days of a month."""
    before = text[max(0, at - 6) : at]
    return bool(_NO_DAY.match(text, part.end) or _LENGTH_BEFORE.search(before))


def _stands(text: str, parts: Sequence[Part]) -> bool:
    """Whether these parts alone are a time: ``초`` or ``같은 기간`` need something before them."""
    first, last = parts[0], parts[-1]
    if last.kind == "edge" and len(parts) > 1:
        return parts[-2].kind in ("century", "decade", "year", "quarter", "month", "half", "week")
    if last.kind == "season" and len(parts) == 1:
        return False
    if first.kind == "hour" and first.number == _DAY_HOURS and len(parts) == 1:
        return bool(_CLOSES.match(text, first.end))
    if len(parts) > 1 or first.relative:
        return True
    if first.kind in ("edge", "part", "same", "half", "weekday") and not first.last:
        word = text[max(0, first.end - _BARE_WORD_LIMIT) : first.end]
        alone = any(word.endswith(known) for known in BY_ITSELF)
        return alone or (first.kind == "part" and bool(_PART_ALONE.match(text, first.end)))
    return True
