"""Comparing an article's text with a correction of it: a job that needs no project."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import RefusedInput
from desktop.model.canonical import canonicalise
from desktop.model.difference import Replacement, replacements


@dataclass(frozen=True, slots=True)
class Comparison:
    """The correction as it would be stored, and what it replaces."""

    text: str
    replaced: tuple[Replacement, ...]


def compare(old: str, corrected: str) -> Comparison | None:
    """Compare the two; None when the correction cannot be stored."""
    try:
        text = canonicalise(corrected).text
    except RefusedInput:
        return None
    return Comparison(text, replacements(old, text))
