"""Characters that only one font can draw: kept as they are, and told."""

from __future__ import annotations

import re

from desktop.errors import QT_TRANSLATE_NOOP, Message

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def private_use_warnings(text: str) -> tuple[Message, ...]:
    """One warning where a text holds private-use characters: bullets, Hangul of former times."""
    count = sum(1 for _ in _PRIVATE.finditer(text))
    if not count:
        return ()
    words = QT_TRANSLATE_NOOP(
        "errors",
        "Characters that have a meaning only in the font of the file, to be looked at: {count}",
    )
    return (Message(words, {"count": f"{count:,}"}),)
