"""Names of people that a text gives away by a title behind them."""

from __future__ import annotations

import re

from desktop.korean.lexicon import Lexicon

_NAME_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{2,4}) (?=([가-힣]{2,8}))")


def titled_names(lexicon: Lexicon, text: str) -> set[str]:
    """Korean names that stand before a title somewhere in the text."""
    found: set[str] = set()
    for match in _NAME_BEFORE.finditer(text):
        name, behind = match.groups()
        title = next(
            (behind[:n] for n in range(min(6, len(behind)), 1, -1) if behind[:n] in lexicon.titles),
            None,
        )
        if title is not None and len(name) == 3 and name[0] in lexicon.speech.surnames:
            found.add(name)
    return found
