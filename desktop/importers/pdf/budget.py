"""How much of a PDF is gone through: more than any article needs, little enough to be soon over."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput

_LARGE = QT_TRANSLATE_NOOP("errors", "It holds far more than an article.")
_BYTES_PER_TOKEN = 15
"""So many bytes are gone through, were they blank, in the time that a token takes."""
_SPLIT = QT_TRANSLATE_NOOP("errors", "Save the pages of the article as a file and import that.")


@dataclass(slots=True)
class Budget:
    """What may still be gone through of a file."""

    glyphs: int = 300_000
    tokens: int = 2_000_000
    """Of the content of pages, of forms as often as they are drawn, and of maps of fonts."""
    steps: int = 1_000_000
    """Of the search for columns."""

    def spend(self, *, glyphs: int = 0, tokens: int = 0, steps: int = 0) -> None:
        """Count something.

        Raises:
            RefusedInput: that was more than an article has.
        """
        self.glyphs -= glyphs
        self.tokens -= tokens
        self.steps -= steps
        if self.glyphs < 0 or self.tokens < 0 or self.steps < 0:
            raise too_much()

    def read(self, content: bytes) -> None:
        """Count what is gone through for tokens.

        Raises:
            RefusedInput: as :meth:`spend` does.
        """
        self.spend(tokens=len(content) // _BYTES_PER_TOKEN)


def too_much() -> RefusedInput:
    """The refusal of a file that holds more than an article, or unpacks to more."""
    return RefusedInput(_LARGE, _SPLIT)
