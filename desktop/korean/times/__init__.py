"""Times of Korean news text: dates, times of day, durations and repeated times, as in TIMEX3.

Parts (``2022년``, ``지난달``, ``오후``) are put together to moments, numbers and units to
durations, and values are told from the date of the document. Conventions: docs/guidelines.md.
"""

from __future__ import annotations

from datetime import date

from desktop.korean.glyphs import levelled
from desktop.korean.times.marked import marked_time
from desktop.korean.times.scanner import scan
from desktop.korean.times.time import Time, TimexType

__all__ = ["Time", "TimexType", "find_times", "marked_time"]


def find_times(text: str, today: date | None) -> tuple[Time, ...]:
    """The times of ``text``, in time linear in its length; ``today`` is the document's date."""
    return tuple(scan(levelled(text), today))
