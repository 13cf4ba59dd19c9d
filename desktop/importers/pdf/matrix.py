"""Matrices that place what a page shows (ISO 32000, 8.3.3), and operands as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importers.pdf.tokens import Operand

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""Leaves all where it is."""


def turned(quarter: int, x: float, y: float) -> tuple[float, float]:
    """A place after text that runs in this direction is turned to run to the right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def within(value: float, edges: Sequence[float]) -> bool:
    """Whether a value lies between two edges."""
    return edges[0] <= value <= edges[1]


def number_in(value: Operand) -> float:
    """An operand as a number within reason; 0 for anything else."""
    return value if isinstance(value, float) and abs(value) < 1e9 else 0.0


def matrix_in(operands: Sequence[Operand]) -> Matrix | None:
    """The last six operands as a matrix."""
    if len(operands) < 6:
        return None
    a, b, c, d, e, f = (number_in(value) for value in operands[-6:])
    return a, b, c, d, e, f


def times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does first one, then two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    made = (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip
    return made if all(abs(value) < 1e9 for value in made) else SAME
