"""Rows of a worksheet as SpreadsheetML, streamed: text is always text, and nothing is cut.

Text stands in the cell itself (``inlineStr``), so that no reader takes it for a formula, an error
or a date, and no table of strings has to be held in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

Cell = str | int | float | None

TEXT_LIMIT = 32_767
"""What a cell holds, in UTF-16 units, as Excel counts."""

_SPECIAL = re.compile(
    "[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]\n?|_(?=x[0-9A-Fa-f]{4}_)"
)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}


def escaped(text: str) -> str:
    """``text`` for XML. Readers turn ``_x0041_`` into ``A``, so its first mark is escaped.

    A carriage return becomes a line feed; what XML cannot hold becomes U+FFFD, visibly.
    """
    return _SPECIAL.sub(_replacement, text) if _SPECIAL.search(text) else text


def _replacement(match: re.Match[str]) -> str:
    found = match.group()
    if found[0] == "\r":
        return "\n"
    return _NAMED.get(found[0], "\N{REPLACEMENT CHARACTER}") + found[1:]


def pieces(text: str) -> list[str]:
    """Cut ``text`` into what cells can hold, never inside a character."""
    if len(text) <= TEXT_LIMIT // 2:
        return [text]
    found: list[str] = []
    at = 0
    while at < len(text):
        units = text[at : at + TEXT_LIMIT].encode("utf-16-le", "surrogatepass")[: 2 * TEXT_LIMIT]
        # Half of a pair at the end is left for the next piece.
        whole = units[:-2] if 0xD8 <= units[-1] <= 0xDB else units
        found.append(whole.decode("utf-16-le", "surrogatepass"))
        at += len(found[-1])
    return found


def column_letters(number: int) -> str:
    """The name of a column, counted from 1: ``A``, …, ``Z``, ``AA``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class RowStream:
    """Writes rows, one below the other, from ``first`` on; ``styles`` has one style a column."""

    def __init__(self, out: BinaryIO, styles: Sequence[int], first: int) -> None:
        self._out = out
        self._heads = [
            (f'<c r="{column_letters(number)}', f'" s="{style}"')
            for number, style in enumerate(styles, 1)
        ]
        self.next = first

    def write(self, row: Sequence[Cell]) -> None:
        """Write one row; a None makes no cell. Texts must fit (see :func:`pieces`)."""
        cells = "".join(self._cells(row))
        self._out.write(f'<row r="{self.next}">{cells}</row>'.encode())
        self.next += 1

    def _cells(self, row: Sequence[Cell]) -> Iterator[str]:
        number = self.next
        for (head, style), value in zip(self._heads, row, strict=True):
            if isinstance(value, str):
                if value:
                    words = escaped(value)
                    yield (
                        f'{head}{number}{style} t="inlineStr"><is><t xml:space="preserve">'
                        f"{words}</t></is></c>"
                    )
            elif value is not None:
                yield f"{head}{number}{style}><v>{value!r}</v></c>"
