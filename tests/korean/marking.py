"""Reading the written cases: ``시총 ⟦75조⟧ 증발 | monetary 75000000000000 KRW decrease inferred``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desktop.model.span import Span


class Case(NamedTuple):
    """A text, the marked places in it, and what is expected of each."""

    text: str
    spans: tuple[Span, ...]
    expected: tuple[str, ...]


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without ``⟦⟧`` and the places that stood between them."""
    text = ""
    starts: list[int] = []
    spans: list[Span] = []
    for character in marked:
        if character == "⟦":
            starts.append(len(text))
        elif character == "⟧":
            spans.append(Span(starts.pop(), len(text)))
        else:
            text += character
    assert not starts
    return text, tuple(spans)


def cases(path: Path) -> list[Case]:
    """All cases of a file; ``#`` begins a heading."""
    found: list[Case] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("# "):
            continue
        marked, _, expected = line.partition(" | ")
        text, spans = unmarked(marked)
        found.append(Case(text, spans, tuple(expected.split(" ; ")) if expected else ()))
    return found
