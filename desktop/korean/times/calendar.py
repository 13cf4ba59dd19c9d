"""Works out TIMEX3 values: what relative times mean, told from the date of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.korean.times.moments import Moment
from desktop.korean.times.parts import Kind, Part

_MONTHS = 12
_NEAR = 6
_FAR_AHEAD = 20
"""A bare day so many days ahead of today is that of the month before."""

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Parts = Mapping[Kind, Part]


@dataclass(slots=True)
class Calendar:
    """What relative times are told from.

    ``today`` is the document's date, ``here`` the day that ``이날`` means (the last plain date of
    the text), and ``year`` the one that ``그해`` means.
    """

    today: date | None
    here: date | None = None
    year: int | None = None
    told: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """At first ``이날`` is the document's day."""
        self.here = self.here or self.today

    def read(self, moment: Moment) -> tuple[str | None, bool]:
        """The TIMEX3 value, and whether the document's date was needed for it."""
        self.told = False
        found = {part.kind: part for part in moment.parts}
        value = self._day_value(moment, found)
        if moment.is_clock:
            value = self._clock_value(value, found)
        return value, self.told and value is not None

    def _day_value(self, moment: Moment, found: Parts) -> str | None:
        if "century" in found:
            return f"{found['century'].number - 1:02d}"
        if "decade" in found:
            number = found["decade"].number
            return str(number if number >= 1000 else number + (1900 if number >= 30 else 2000))[:3]
        if "week" in found or "weekend" in found:
            return self._week(found)
        if "day" in found and found["day"].relative:
            return self._near_day(found["day"])
        if "weekday" in found and not found.keys() & {"month", "day"}:
            return self._weekday(moment, found["weekday"])
        year = self._year(found)
        if "month" in found or "day" in found:
            return self._month_and_day(moment, found, year)
        if term := found.get("half") or found.get("quarter"):
            return self._term(moment, term, year)
        if "season" in found:
            return self._season(moment, found["season"], year)
        if found.keys() <= {"edge"}:
            year = self._this_year()
        last = found["year"].last if "year" in found else None
        if year is None:
            return None
        return f"{year:04d}/{last:04d}" if last else f"{year:04d}"

    def _this_year(self) -> int | None:
        self.told = self.today is not None
        return self.today.year if self.today else None

    def _year(self, found: Parts) -> int | None:
        part = found.get("year")
        if part is None:
            return None
        if not part.relative:
            self.year = part.last or part.number
            return part.number
        if part.code:
            return None if self.year is None else self.year + part.number
        year = self._this_year()
        return None if year is None else year + part.number

    def _month_and_day(self, moment: Moment, found: Parts, year: int | None) -> str | None:
        month, day = found.get("month"), found.get("day")
        if month is None:
            return self._bare_day(moment, day) if day else None
        number = month.number
        if month.relative:
            if self.today is None:
                return None if day is None else f"XXXX-XX-{day.number:02d}"
            self.told = True
            count = self.today.year * 12 + self.today.month - 1 + month.number
            year, number = count // 12, count % 12 + 1
        elif year is None and self.today is not None:
            self.told = True
            year = self._year_of_month(number, moment.side)
        head = f"{year:04d}" if year is not None else "XXXX"
        if day is None:
            tail = f"{number:02d}"
            return f"{head}-{tail}/{head}-{month.last:02d}" if month.last else f"{head}-{tail}"
        if year is not None and not month.last and not day.last and moment.side == 0:
            self._move_here(year, number, day.number, explicit=not month.relative)
        first = f"{head}-{number:02d}-{day.number:02d}"
        return f"{first}/{head}-{number:02d}-{day.last:02d}" if day.last else first

    def _year_of_month(self, month: int, side: int) -> int | None:
        """The year of a bare month: the nearest one, or the one before or to come."""
        if self.today is None:
            return None
        ahead = month - self.today.month
        if side < 0:
            return self.today.year - (ahead >= 0)
        if side > 0:
            return self.today.year + (ahead < 0)
        return self.today.year + (ahead < -_NEAR) - (ahead > _NEAR)

    def _bare_day(self, moment: Moment, day: Part) -> str:
        if self.today is None:
            return f"XXXX-XX-{day.number:02d}"
        self.told = True
        count = self.today.year * 12 + self.today.month - 1
        ahead = day.number - self.today.day
        if (moment.side < 0 and ahead >= 0) or (moment.side == 0 and ahead > _FAR_AHEAD):
            count -= 1
        elif moment.side > 0 and ahead < 0:
            count += 1
        year, month = count // 12, count % 12 + 1
        if moment.side == 0 and not day.last:
            self._move_here(year, month, day.number, explicit=True)
        first = f"{year:04d}-{month:02d}-{day.number:02d}"
        return f"{first}/{year:04d}-{month:02d}-{day.last:02d}" if day.last else first

    def _move_here(self, year: int, month: int, day: int, *, explicit: bool) -> None:
        """A plain date is what ``이날`` means from now on, if there is such a day."""
        try:
            when = date(year, month, day)
        except ValueError:
            return
        if explicit:
            self.here = when

    def _near_day(self, day: Part) -> str | None:
        start = self.here if day.here else self.today
        if start is None:
            return None
        self.told = True
        if day.code:
            start -= timedelta(days={0: 3, 6: 2}.get(start.weekday(), 1))
            return start.isoformat()
        return _moved(start, day.number)

    def _week(self, found: Parts) -> str | None:
        part = found.get("week") or found["weekend"]
        if self.today is None or not part.relative:
            return None
        self.told = True
        monday = self.today - timedelta(days=self.today.weekday())
        start = _shifted(monday, 7 * part.number)
        if start is None:
            return None
        if "weekday" in found:
            return _moved(start, found["weekday"].number - 1)
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if "weekend" in found else "")

    def _weekday(self, moment: Moment, part: Part) -> str | None:
        if self.today is None:
            return f"XXXX-WXX-{part.number}"
        self.told = True
        behind = (self.today.weekday() + 1 - part.number) % 7
        days = -behind if moment.side <= 0 else (7 - behind) % 7
        if moment.side < 0 and behind == 0:
            days = -7
        first = _moved(self.today, days)
        return (
            f"{first}/{_moved(self.today, days + part.last - part.number)}" if part.last else first
        )

    def _season(self, moment: Moment, part: Part, year: int | None) -> str | None:
        if year is None and self.today is not None:
            year = self._this_year()
            if moment.side < 0 and _SEASON_MONTHS[part.code] >= self.today.month:
                year = self.today.year - 1
        return None if year is None else f"{year:04d}-{part.code}"

    def _term(self, moment: Moment, part: Part, year: int | None) -> str | None:
        """A quarter or a half; ``지난`` ones are over, ``오는`` ones have not begun."""
        letter, length = ("H", 6) if part.kind == "half" else ("Q", 3)
        number = part.number
        if part.relative:
            if self.today is None:
                return None
            self.told = True
            per_year = _MONTHS // length
            count = self.today.year * per_year + (self.today.month - 1) // length + number
            year, number = count // per_year, count % per_year + 1
        elif year is None and self.today is not None:
            self.told = True
            year = self._year_of_month(
                number * length - (moment.side + 1) * length // 2, moment.side
            )
        head = f"{year:04d}" if year is not None else "XXXX"
        tail = f"/{head}-{letter}{part.last}" if part.last else ""
        return f"{head}-{letter}{number}{tail}"

    def _clock_value(self, day: str | None, found: Parts) -> str | None:
        if day is None or not found.keys() & {"year", "month", "week", "day", "weekday", "weekend"}:
            day = "" if self.here is None else self.here.isoformat()
            self.told = self.here is not None
        part, hour = found.get("part"), found.get("hour")
        if hour is None:
            code = part.code if part else ""
            return f"{day}T" + {"NOON": "12:00", "MIDNIGHT": "24:00"}.get(code, code)
        minute = found["minute"].number if "minute" in found else 0
        late = part is not None and part.code in ("AF", "EV", "NI", "DT")
        shown = _hour(hour.number, late=late, part=part.code if part else "")
        first = f"{day}T{shown:02d}:{minute:02d}"
        if "second" in found:
            first += f":{found['second'].number:02d}"
        if hour.last is None:
            return first
        return f"{first}/{day}T{_hour(hour.last, late=late, part=''):02d}:00"


def _hour(hour: int, *, late: bool, part: str) -> int:
    if (
        late
        and hour < _MONTHS
        and not (part == "NI" and hour < 5)
        and not (part == "DT" and hour > 9)
    ):
        return hour + _MONTHS
    if part == "MO" and hour == _MONTHS:
        return 0
    return 24 if part == "NI" and hour == _MONTHS else hour


def _shifted(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def _moved(start: date, days: int) -> str | None:
    moved = _shifted(start, days)
    return moved.isoformat() if moved else None


def back(today: date, number: int, unit: str) -> str | None:
    """The value of so many years, months, weeks or days ago; None before the year 1."""
    if unit == "Y":
        return f"{today.year - number:04d}" if number < today.year else None
    if unit == "M":
        count = today.year * _MONTHS + today.month - 1 - number
        return f"{count // _MONTHS:04d}-{count % _MONTHS + 1:02d}" if count >= _MONTHS else None
    then = _shifted(today, -number * (7 if unit == "W" else 1))
    if then is None or unit not in ("W", "D"):
        return None
    year, week, _ = then.isocalendar()
    return f"{year:04d}-W{week:02d}" if unit == "W" else then.isoformat()
