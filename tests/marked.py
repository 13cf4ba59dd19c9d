"""Sentences with their annotations written in: ``⟦LABEL#name|text⟧``, also one in another."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.model.span import Span

_MARK = re.compile(r"⟦([A-Z]+)#(\w+)\||⟧")


class Marked(NamedTuple):
    """One annotation."""

    label: str
    name: str
    span: Span


def read_marked(sentence: str) -> tuple[str, list[Marked]]:
    """The plain text, and what is marked in it, in the order of the ends."""
    text, at = "", 0
    found: list[Marked] = []
    opened: list[tuple[str, str, int]] = []
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        at = mark.end()
        if mark.group() == "⟧":
            label, name, start = opened.pop()
            found.append(Marked(label, name, Span(start, len(text))))
        else:
            opened.append((mark[1], mark[2], len(text)))
    assert not opened
    return text + sentence[at:], found
