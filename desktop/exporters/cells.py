"""What a cell of a table holds, and the same as SpreadsheetML: text is text, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT_LIMIT = 32_767
"""What a cell holds, in UTF-16 units, as Excel counts."""

RICH_LIMIT = 8_000
"""What a cell with runs may hold, in code points: LibreOffice breaks lines of 16,363 units."""

_SPECIAL = re.compile(
    "[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]\n?|_(?=x[0-9A-Fa-f]{4}_)"
)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}


@dataclass(frozen=True, slots=True)
class Rich:
    """Text in runs of (words, look); the empty look is the cell's own.

    It is at most :data:`RICH_LIMIT` long.
    """

    runs: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "".join(words for words, _ in self.runs)


Cell = str | int | float | Rich | None


def escaped(text: str) -> str:
    """``text`` for XML. Readers turn ``_x0041_`` into ``A``, so its first mark is escaped.

    A carriage return becomes a line feed; what XML cannot hold becomes U+FFFD, visibly.
    """
    if text.isalnum() or not _SPECIAL.search(text):  # most texts are words or ids
        return text
    return _SPECIAL.sub(_replacement, text)


def escaped_runs(rich: Rich) -> Iterator[tuple[str, str]]:
    """The runs for XML, escaped as their whole text is: some readers join them first."""
    whole = str(rich)
    at = 0
    for words, look in rich.runs:
        end = at + len(words)
        yield _escaped_part(whole, at, end), look
        at = end


def _escaped_part(whole: str, at: int, end: int) -> str:
    made: list[str] = []
    for match in _SPECIAL.finditer(whole, at):
        if match.start() >= end:
            break
        made += (whole[at : match.start()], _replacement(match))
        at = match.end()
    return "".join((*made, whole[at:end]))


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
