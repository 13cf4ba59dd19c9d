"""Figures of Korean news text: amounts of money, percentages, ratios, counts, measures, ranks.

A grammar in layers: numerals (:mod:`desktop.korean.numerals`), units, amounts, and what stands
around them. The conventions are those of docs/guidelines.md, the measures in docs/korean-rules.md.
"""

from __future__ import annotations

from desktop.korean.figures.figure import (
    Figure,
    FigureLink,
    FigureReading,
    Interval,
)
from desktop.korean.figures.links import links
from desktop.korean.figures.marked import marked_figure
from desktop.korean.figures.scanner import scan
from desktop.korean.glyphs import levelled

__all__ = [
    "Figure",
    "FigureLink",
    "FigureReading",
    "Interval",
    "find_figures",
    "marked_figure",
]


def find_figures(text: str) -> FigureReading:
    """The figures of ``text`` and the links between them, in time linear in its length."""
    level = levelled(text)
    figures = tuple(scan(level))
    return FigureReading(figures, tuple(links(level, figures)))
