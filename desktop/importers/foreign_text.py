"""Where a foreign file's spans lie in the article's text."""

from __future__ import annotations

import re

from desktop.importers.foreign import ForeignDocument, ForeignSpan
from desktop.importers.offsets import placer, recognised
from desktop.model.canonical import CanonicalText, canonicalise
from desktop.model.span import Span

_LINE_ENDS = re.compile(r"[\r\n]*")
_SPACES = re.compile(r"\s+")


class ForeignText:
    """The text of a document, before and after it was made canonical, and its offset unit."""

    def __init__(self, document: ForeignDocument) -> None:
        self.canonical: CanonicalText = canonicalise(document.text)
        self._raw = document.text
        quoted = [
            (*piece, words)
            for span in document.spans
            for piece, words in zip(span.pieces, _words(span), strict=True)
        ]
        self.unit = recognised(document.text, quoted, document.units)
        self._place = placer(self.unit, document.text)

    def places(self, span: ForeignSpan) -> list[Span] | None:
        """The span's pieces in the canonical text; those that only line ends part are one.

        None when it cannot be placed: outside the text, empty, or over other words than it quotes.
        """
        raw: list[Span] = []
        for first, last in sorted(span.pieces):
            start, end = self._place(first), self._place(last)
            if start is None or end is None or not start < end:
                return None
            if raw and raw[-1].end <= start and _LINE_ENDS.fullmatch(self._raw, raw[-1].end, start):
                start = raw.pop().start
            elif raw and start < raw[-1].end:
                return None
            raw.append(Span(start, end))
        if not raw or not self._agrees(span, raw):
            return None
        moved = [self.canonical.span(place) for place in raw]
        return [place for place in moved if place] if None not in moved else None

    def _agrees(self, span: ForeignSpan, places: list[Span]) -> bool:
        if span.text is None:
            return True
        found = " ".join(place.slice(self._raw) for place in places)
        return found == span.text or _SPACES.sub("", found) == _SPACES.sub("", span.text)


def _words(span: ForeignSpan) -> list[str | None]:
    """The words of each piece, as far as they can be told."""
    if len(span.pieces) == 1:
        return [span.text]
    return [None] * len(span.pieces)
