"""Where places of a text are after it was corrected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.model.difference import Replacement, replacements
from desktop.model.project import Zone
from desktop.model.span import Span


class _Line(NamedTuple):
    """A line of the new text, and an offset of the old one beside it."""

    span: Span
    old: int


class Anchoring:
    """Moves spans of the old text to the new one.

    A span keeps the characters that stayed. What was replaced wholly inside it, also up to its
    borders, belongs to it as it is now; what was inserted exactly at a border does not. A
    replacement that reaches over a border cuts it off.
    """

    def __init__(self, old: str, new: str, replaced: tuple[Replacement, ...] | None = None) -> None:
        """``replaced`` is what :func:`replacements` gives for the two, where it is known."""
        self.old = old
        self.new = new
        self.replaced = replacements(old, new) if replaced is None else replaced
        self._starts = [one.start for one in self.replaced]
        self._ends = [one.end for one in self.replaced]
        self._paired: tuple[Replacement | None, list[int], dict[int, int]] = (None, [], {})

    def span(self, span: Span) -> Span | None:
        """Where a span is now, without spaces at borders that had none; None when it is lost."""
        start, end = self._start(span.start), self._end(span.end)
        words, now = span.slice(self.old), self.new[start:end]
        if not words[:1].isspace():
            start += len(now) - len(now.lstrip())
        if not words[-1:].isspace():
            end -= len(now) - len(now.rstrip())
        return Span(start, end) if start < end else None

    def beside(self, offset: int) -> int:
        """Where in the new text to look for what was at an offset, or was there once."""
        return min(self._start(offset), len(self.new))

    def kept(self, span: Span) -> bool:
        """True when nothing was replaced inside ``span`` or across a border of it."""
        first = bisect_right(self._ends, span.start)
        return first == len(self.replaced) or self._starts[first] >= span.end

    def _start(self, offset: int) -> int:
        """Where a span that started here starts."""
        after = bisect_right(self._ends, offset)
        if after < len(self.replaced) and self._starts[after] <= offset:
            one = self.replaced[after]
            return one.new_start if one.start == offset else one.new_end
        return self._shifted(offset, after)

    def _end(self, offset: int) -> int:
        """Where a span that ended here ends."""
        before = bisect_left(self._starts, offset)
        one = self.replaced[before - 1] if before else None
        if one is not None and one.end >= offset:
            return one.new_end if one.end == offset else one.new_start
        return self._shifted(offset, before)

    def _shifted(self, offset: int, passed: int) -> int:
        if not passed:
            return offset
        last = self.replaced[passed - 1]
        return offset - last.end + last.new_end

    # Zones

    def zones(self, zones: Sequence[Zone]) -> tuple[Zone, ...]:
        """Zones over the lines as they are now, in order.

        A corrected line stays in its zone. A line that replaced another one takes its place; an
        added one belongs to the zone of the line before, or of the one after where there is none. A
        zone whose lines are all gone is gone.
        """
        order = sorted(zones, key=lambda zone: (zone.start, zone.end))
        lines: dict[int, list[_Line]] = {}
        for line in self._lines():
            at = bisect_right(order, line.old, key=lambda zone: zone.start) - 1
            if at >= 0 and line.old <= order[at].end:
                lines.setdefault(at, []).append(line)
        moved = (self._zone(zone, lines.get(at, [])) for at, zone in enumerate(order))
        return tuple(zone for zone in moved if zone is not None)

    def _zone(self, zone: Zone, lines: list[_Line]) -> Zone | None:
        place = Span(lines[0].span.start, lines[-1].span.end) if lines else None
        if self.kept(zone.span) and zone.start < zone.end:
            start, end = self._start(zone.start), self._end(zone.end)
            if place is not None:
                # A zone of whole lines stays one; a file may bring others.
                start = min(start, place.start) if self._begins_line(zone.start) else start
                end = max(end, place.end) if self._ends_line(zone.end) else end
            place = Span(start, end)
        return Zone(kind=zone.kind, start=place.start, end=place.end) if place else None

    def _begins_line(self, offset: int) -> bool:
        return offset == 0 or self.old[offset - 1] == "\n"

    def _ends_line(self, offset: int) -> bool:
        return self.old[offset : offset + 1] in ("", "\n")

    def _lines(self) -> Iterator[_Line]:
        """The lines of the new text that are not blank."""
        unplaced: list[Span] = []
        last: int | None = None
        for line in _filled_lines(self.new, 0, len(self.new)):
            old = self._old(line)
            last = old if old is not None else last
            if last is None:
                unplaced.append(line)
                continue
            yield from (_Line(early, last) for early in unplaced)
            unplaced.clear()
            yield _Line(line, last)

    def _old(self, line: Span) -> int | None:
        """An offset of the old text for a line; None for an added one."""
        passed = bisect_right(self.replaced, line.start, key=lambda one: one.new_end)
        first, one = line.start, None
        if passed < len(self.replaced) and self.replaced[passed].new_start <= first:
            one = self.replaced[passed]
            first, passed = one.new_end, passed + 1
        if first < line.end:
            last = self.replaced[passed - 1] if passed else None
            return first - last.new_end + last.end if last else first
        assert one is not None, "nothing of the line was there before"
        lines, numbers = self._pair(one)
        number = min(numbers.get(line.start, 0), len(lines) - 1)
        return lines[number] if lines else None

    def _pair(self, one: Replacement) -> tuple[list[int], dict[int, int]]:
        """Where lines start in what was replaced, and which line starts where in what it became."""
        if self._paired[0] is not one:
            old = _filled_lines(self.old, one.start, one.end)
            new = _filled_lines(self.new, one.new_start, one.new_end)
            numbers = {line.start: number for number, line in enumerate(new)}
            self._paired = (one, [line.start for line in old], numbers)
        return self._paired[1:]


def _filled_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines, or parts of lines, within a stretch that are not blank."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Span(start, stop)
        start = stop + 1
