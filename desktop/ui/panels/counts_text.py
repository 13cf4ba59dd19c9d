"""Counts per label as one line: ``주장 7 · 수치 12``."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.schema import Schema
from desktop.ui.language import localised

SEPARATOR = " · "


def counts_text(schema: Schema, language: str, counts: Mapping[str, int]) -> str:
    """The labels that occur, in the order of the schema; empty when none does.

    A label and its number are not parted at the end of a line.
    """
    parts = [
        f"{localised(label.names, language)}\N{NO-BREAK SPACE}{counts[label.name]:,}"
        for label in schema.labels
        if counts.get(label.name)
    ]
    return SEPARATOR.join(parts)
