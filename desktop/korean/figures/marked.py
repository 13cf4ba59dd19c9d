"""The figure inside a span that somebody marked, whatever its boundaries are."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.korean.figures.figure import Figure
from desktop.korean.figures.scanner import scan
from desktop.korean.glyphs import levelled
from desktop.korean.numerals import numeral_at
from desktop.model.span import Span

_AROUND = 60
_NUMERAL = re.compile(
    r"[0-9]|(?<![가-힣])[수몇십백천만일이삼사오육칠팔구한두세네석넉다여아열스서마쉰예하둘셋넷]"
)
_LONGEST_UNIT = 20


def marked_figure(text: str, span: Span) -> Figure | None:
    """What the marked text says as a figure; its span is that of the number within ``text``.

    Only the line around the mark is read. A number that is no figure by the rules (``6호``) still
    is one when somebody marks it: then with the value alone and what follows it as unit.
    """
    start = max(text.rfind("\n", span.start - _AROUND, span.start) + 1, span.start - _AROUND, 0)
    stop = text.find("\n", span.end, span.end + _AROUND)
    window = levelled(text[start : span.end + _AROUND if stop < 0 else stop])
    mark = Span(span.start - start, span.end - start)
    inside = [figure for figure in scan(window) if _is_meant(window, figure, mark)]
    found = max(inside, key=lambda figure: _shared(figure.span, mark), default=None)
    found = found or _plain(window, mark)
    return None if found is None else _moved(found, start)


def _is_meant(window: str, figure: Figure, mark: Span) -> bool:
    """True when the mark has all digits of the figure, if perhaps not its unit."""
    if not figure.span.overlaps(mark):
        return False
    outside = window[figure.span.start : max(mark.start, figure.span.start)]
    outside += window[min(mark.end, figure.span.end) : figure.span.end]
    unit = figure.unit_text or ""
    return not outside.strip() or outside.strip() in (unit, f"{unit}대", "대", "선", "-", "+")


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _plain(window: str, mark: Span) -> Figure | None:
    found = _NUMERAL.search(window, mark.start, mark.end)
    number = numeral_at(window[: mark.end], found.start()) if found else None
    if number is None:
        return None
    written = window[number.span.end : mark.end].strip()
    return Figure(
        span=Span(number.span.start, mark.end),
        category="other",
        value=number.low if number.exact else None,
        interval=None,
        unit=None,
        unit_text=written if 0 < len(written) <= _LONGEST_UNIT else None,
        numeral_form=number.form,
        rule="figure.marked",
    )


def _moved(figure: Figure, by: int) -> Figure:
    place = figure.approximator_span
    return replace(
        figure,
        span=Span(figure.span.start + by, figure.span.end + by),
        approximator_span=place and Span(place.start + by, place.end + by),
    )
