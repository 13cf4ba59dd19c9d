"""Finds the times of a text, from left to right, each place looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from desktop.korean.figures.surroundings import limit
from desktop.korean.times.calendar import Calendar, back
from desktop.korean.times.durations import Duration, duration_at
from desktop.korean.times.moments import Moment, moment_at
from desktop.korean.times.phrases import (
    ago_at,
    is_about,
    prefix_at,
    qualifier_at,
    reference_at,
    season_at,
    set_at,
)
from desktop.korean.times.time import Time
from desktop.model.span import Span

_START = re.compile(
    r"(?<![0-9A-Za-z.,:/·\-])[0-9]|(?<![0-9A-Za-z])['’‘](?=[0-9]{2}년)|(?<![0-9A-Za-z가-힣])"
    r"[주지작재전올금내후직다이당같그어오모글상하정자심한대새아낮저밤월화수목토일연매해날달현최요과향앞격두세네석넉서몇"
    r"십백천여며반보사나닷엿열스섯곱덟홉]"
)
_DIGITS = re.compile(r"[0-9]+")
_RANGE = re.compile(r" ?~ ?")


def scan(text: str, today: date | None) -> Iterator[Time]:
    """The times of a levelled text in order; they do not overlap."""
    reader = _Reader(text, today)
    at = 0
    while found := _START.search(text, at):
        time = reader.time_at(found.start())
        if time is not None:
            yield time
            at = time.span.end
        else:
            digits = _DIGITS.match(text, found.start())
            at = digits.end() if digits else found.start() + 1


class _Reader:
    """Reads one text from its beginning; remembers what ``이날`` means."""

    def __init__(self, text: str, today: date | None) -> None:
        self._text = text
        self._today = today
        self._calendar = Calendar(today)

    def time_at(self, at: int) -> Time | None:
        """The time that begins at ``at``."""
        return self._set(at) or self._prefixed(at) or self._plain(at) or self._reference(at)

    def _set(self, at: int) -> Time | None:
        found = set_at(self._text, at)
        if found is None:
            return None
        value, end, moment = found
        if moment is not None:
            end = moment.end
            value = Calendar(None).read(moment)[0] or value
        return Time(Span(at, end), "SET", value)

    def _prefixed(self, at: int) -> Time | None:
        """``지난 20일``, ``올 상반기``, ``최근 5년간``, ``지난겨울``."""
        if season := season_at(self._text, at):
            return self._moment(at, season)
        prefix = prefix_at(self._text, at)
        if prefix is None:
            return None
        length = duration_at(self._text, prefix.end)
        if prefix.length:
            return self._duration(at, length) if length else None
        moment = moment_at(self._text, prefix.end, prefix.side, prefix.year)
        return self._longer(at, moment, length)

    def _plain(self, at: int) -> Time | None:
        return self._longer(at, moment_at(self._text, at), duration_at(self._text, at))

    def _longer(self, at: int, moment: Moment | None, length: Duration | None) -> Time | None:
        """``3일`` is a day of the month, ``3일 동안`` a length: what reads further is meant."""
        if moment is not None and (length is None or length.end <= moment.end):
            return self._moment(at, moment)
        if length is None:
            return None
        return self._ago(at, length) or self._duration(at, length)

    def _reference(self, at: int) -> Time | None:
        found = reference_at(self._text, at)
        return Time(Span(at, found[1]), "DATE", found[0]) if found else None

    def _moment(self, at: int, moment: Moment) -> Time:
        value, told = self._calendar.read(moment)
        end = moment.end
        between = _RANGE.match(self._text, end)
        last = moment_at(self._text, between.end()) if between else None
        if last is not None and last.is_clock == moment.is_clock:
            end = last.end
            until = self._calendar.read(last)[0]
            value = f"{value}/{until}" if value and until else None
        qualifier = qualifier_at(self._text, end)
        bound = limit(self._text, Span(at, end), None)
        about = is_about(self._text, end) or (bound is not None and bound.mod == "APPROX")
        return Time(
            span=Span(at, end),
            timex_type="TIME" if moment.is_clock else "DATE",
            value=value,
            mod="APPROX" if about else None,
            told_from_date=told,
            qualifier_span=Span(*qualifier) if qualifier else None,
        )

    def _ago(self, at: int, length: Duration) -> Time | None:
        """``3년 전``, ``사흘 뒤``: a date, told from today when it lies before it."""
        found = ago_at(self._text, length.end)
        if found is None or length.stated:
            return None
        before, end = found
        value = None
        if before and length.number is not None and self._today is not None:
            value = back(self._today, length.number, length.unit)
        bound = limit(self._text, Span(at, end), length.more)
        return Time(
            span=Span(at, end),
            timex_type="TIME" if length.value.startswith("PT") else "DATE",
            value=value,
            mod=bound.mod if bound else None,
            told_from_date=value is not None,
        )

    def _duration(self, at: int, length: Duration) -> Time:
        span = Span(at, length.end)
        bound = limit(self._text, span, length.more)
        return Time(span, "DURATION", length.value, mod=bound.mod if bound else None)
