"""Rows of a table in a document → lines."""

from __future__ import annotations

from collections.abc import Sequence


def row_lines(cells: Sequence[str]) -> str:
    """A row as a line, its cells parted by tabs; a cell alone is a box that keeps its lines.

    A row without words is none.
    """
    if len(cells) == 1:
        return cells[0].strip("\n") + "\n"
    words = [" ".join(cell.split()) for cell in cells]
    return "\t".join(words) + "\n" if any(words) else ""
