"""A line of an article with its quotations and brackets covered, and the words of what is left.

What stands in quote marks or brackets belongs to no grammar around it. Covered characters keep
their places, so every offset stays true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.korean.quotes import Quote
from desktop.model.span import Span

QUOTED = "\ue000"
"""Stands for each character of a quotation, its marks included."""
BRACKETED = "\ue001"
"""Stands for each character of a bracket."""

_BRACKETS = re.compile(r"\([^()\n]{0,300}\)|\[[^\[\]\n]{0,300}\]")
_WORD = re.compile(r"\S+")


class Eojeol(NamedTuple):
    """A run without space: ``words`` as masked, with its place."""

    start: int
    end: int
    words: str


def masked(text: str, quotes: Iterable[Quote]) -> str:
    """``text`` with everything in brackets and in outer quotations covered."""
    pieces: list[str] = []
    at = 0
    for quote in quotes:
        if quote.depth or quote.outer.start < at:
            continue
        pieces.append(text[at : quote.outer.start])
        pieces.append(QUOTED * (quote.outer.end - quote.outer.start))
        at = quote.outer.end
    pieces.append(text[at:])
    return _BRACKETS.sub(lambda found: BRACKETED * len(found.group()), "".join(pieces))


def eojeols(text: str, span: Span) -> Iterator[Eojeol]:
    """The runs without space within ``span`` of a masked text."""
    for found in _WORD.finditer(text, *span):
        yield Eojeol(found.start(), found.end(), found.group())
