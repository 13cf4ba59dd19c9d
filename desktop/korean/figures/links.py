"""How figures relate: conversions in brackets, ``A에서 B``, the same value said again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from desktop.korean.figures.figure import Figure, FigureLink

_GAP = r"[^\S\n]"
_CONVERSION = re.compile(
    rf"{_GAP}?\({_GAP}?(?:[^()\n0-9]{{0,12}} )?"
    rf"(?:약|한화|우리 ?돈|원화|대략|한국 ?돈|한화로|우리 ?돈으로)?{_GAP}?(?:약{_GAP}?)?"
    rf"|(?:[,은는이가]|로는)?{_GAP}(?:우리|한국) ?돈(?:으로)?{_GAP}(?:약{_GAP}?)?"
)
_FROM = re.compile(r"(?:[^\S\n]?\([^()\n]{0,30}\))?(?:에서|부터)[^\S\n][^.,!?\n()]{0,12}")
_SEEN_DIGITS = 2
_RATE_DIGITS = Decimal("0.01")
_LARGEST_RATE = Decimal("1E9")


def links(text: str, figures: Sequence[Figure]) -> Iterator[FigureLink]:
    """All links of the figures of a levelled text, each to or from a near or an equal figure."""
    converted: set[int] = set()
    for at, (left, right) in enumerate(pairwise(figures)):
        if _is_conversion(text, left, right):
            converted.add(at + 1)
            yield FigureLink("converted_to", at, at + 1, _rate(left, right))
    for at, left in enumerate(figures):
        if at in converted:
            continue
        target = at + 2 if at + 1 in converted else at + 1
        if target < len(figures) and _is_course(text, left, figures[target]):
            yield FigureLink("range_to", at, target)
    yield from _restated(text, figures)


def _is_conversion(text: str, left: Figure, right: Figure) -> bool:
    alike = left.category == right.category and left.category in ("monetary", "measure")
    if not alike or left.unit == right.unit:
        return False
    between = text[left.span.end : right.span.start]
    return len(between) <= 20 and _CONVERSION.fullmatch(between) is not None


def _rate(left: Figure, right: Figure) -> Decimal | None:
    if not left.value or right.value is None:
        return None
    rate = right.value / left.value
    return rate.quantize(_RATE_DIGITS) if rate < _LARGEST_RATE else None


def _is_course(text: str, left: Figure, right: Figure) -> bool:
    between = text[left.span.end : right.span.start]
    same = left.category == right.category and left.unit == right.unit
    return same and len(between) <= 50 and _FROM.fullmatch(between) is not None


def _restated(text: str, figures: Sequence[Figure]) -> Iterator[FigureLink]:
    """From the first place of a telling value to each further paragraph that has it again."""
    first: dict[tuple[str, str | None, Decimal], tuple[int, int]] = {}
    line, at = 0, 0
    for number, figure in enumerate(figures):
        line += text.count("\n", at, figure.span.start)
        at = figure.span.start
        if figure.value is None or not _is_telling(figure):
            continue
        key = (figure.category, figure.unit, figure.value)
        if key not in first:
            first[key] = (number, line)
        elif first[key][1] != line:
            yield FigureLink("same_value", first[key][0], number)
            first[key] = (first[key][0], line)


def _is_telling(figure: Figure) -> bool:
    """Two places with ``1명`` say nothing about each other, two with ``860조`` do."""
    if figure.value is None or figure.category in ("order", "score"):
        return False
    digits = len(figure.value.normalize().as_tuple().digits)
    return digits >= _SEEN_DIGITS or figure.category == "monetary"
