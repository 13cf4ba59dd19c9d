"""A title for an article that is known by its text alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.model.project import Zone

_LONGEST = 120
_LINE = re.compile(r"\S[^\n]{0,1000}")


def title_of(text: str, zones: Sequence[Zone]) -> str:
    """A title for the article list: the title zone's first line, else the first line there is."""
    start = next((zone.start for zone in zones if zone.kind == "title"), 0)
    first = _LINE.search(text, start)
    assert first is not None, "a canonical text is not blank"
    title = " ".join(first.group().split())
    if len(title) <= _LONGEST:
        return title
    cut = title.rfind(" ", _LONGEST // 2, _LONGEST)
    return title[: cut if cut > 0 else _LONGEST - 1] + "…"
