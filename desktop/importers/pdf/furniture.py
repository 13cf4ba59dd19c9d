"""What stands on every page but in no article: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.importers.pdf.lines import Line

_EDGE = 0.12
"""Share of a page's height at its top and at its bottom where such lines stand."""
_NUMBER = re.compile(
    r"[-–—|\s]*(?:p\.?\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*(?:쪽|면|페이지)?[-–—|\s]*"
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """The lines of each page without such lines, and how many were left out.

    A line counts when it stands near an edge and is a page's number, or stands there, but for its
    digits, on half of the pages or more.
    """
    seen: dict[str, int] = {}
    edges = [_edge_lines(page) for page in pages]
    for found in edges:
        for words in {_DIGITS.sub("0", page_line.text) for page_line in found}:
            seen[words] = seen.get(words, 0) + 1
    few = max(2, (len(pages) + 1) // 2)
    kept: list[list[Line]] = []
    dropped = 0
    for page, found in zip(pages, edges, strict=True):
        out = {
            id(line)
            for line in found
            if seen[_DIGITS.sub("0", line.text)] >= few or _NUMBER.fullmatch(line.text[:40])
        }
        kept.append([line for line in page if id(line) not in out])
        dropped += len(out)
    if not any(kept):  # nothing but such lines: then they are the text
        return [list(page) for page in pages], 0
    return kept, dropped


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    if not page:
        return []
    top, bottom = max(line.base for line in page), min(line.base for line in page)
    near = max(_EDGE * (top - bottom), 1.0)
    return [line for line in page if line.base >= top - near or line.base <= bottom + near]
