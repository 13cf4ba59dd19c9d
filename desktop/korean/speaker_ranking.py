"""Who of the marked speakers most likely said a claim: an order, no decision.

Korean news names the source before its words and marks it as topic or subject (``김가온 대표는
"…"라고``); after them stand who passed them on (``…고 새벽통신이 전했다``) or, in a sentence of its
own, the source (``"…" 정하람 대표의 말이다``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.korean.sentences import find_sentences
from desktop.model.span import Span

_AS_SOURCE = re.compile(
    r"(?:\s?(?:측|씨|등|역시|또한|본인))?\s?(?:은|는|이|가|도|께서는?|에서는|에서도|에선|에\s?따르면|에\s?의하면)"
    r"(?![가-힣])"
)
_AS_OWNER = re.compile(r"의(?![가-힣])")
_AS_RELAY = re.compile(
    r"(?:은|는|이|가|도|등이|등은)\s(?:[^\s.]{1,20}\s){0,3}(?:전했|전한|전하|보도|인용|소개)"
)
_SPOKEN = re.compile(
    r"의\s(?:[^\s.]{1,20}\s){0,2}(?:말|설명|주장|생각|전언|얘기|이야기|분석|진단|지적)"
)
_BEHIND = 24
_WINDOW = 1_500
_LONGEST = 6_000


def likely_speakers(text: str, claim: Span, mentions: Sequence[Span]) -> tuple[int, ...]:
    """The indexes of ``mentions``, the most likely speaker of ``claim`` first.

    All mentions are in the order: those inside the claim come last. The time grows with the number
    of mentions, not with the article.
    """
    around = _Surroundings(text, claim)
    return tuple(sorted(range(len(mentions)), key=lambda index: around.rank(mentions[index])))


class _Surroundings:
    """The claim's sentence, the next one and its paragraph."""

    def __init__(self, text: str, claim: Span) -> None:
        self._text = text
        self._claim = claim
        line_start = text.rfind("\n", max(0, claim.start - _WINDOW), claim.start) + 1
        line_end = text.find("\n", claim.end, claim.end + _WINDOW)
        low = max(line_start, claim.start - _WINDOW, 0)
        high = min(claim.end + _WINDOW, len(text)) if line_end < 0 else line_end
        self._paragraph = Span(low, high)
        self._sentence = self._next = self._paragraph
        if high - low <= _LONGEST:
            self._find_sentences()

    def _find_sentences(self) -> None:
        sentences = find_sentences(self._text, *self._paragraph)
        touched = [s for s in sentences if s.overlaps(self._claim)]
        if touched:
            self._sentence = Span(touched[0].start, touched[-1].end)
            after = [s for s in sentences if s.start >= self._sentence.end]
            self._next = after[0] if after else Span(self._sentence.end, self._sentence.end)

    def rank(self, mention: Span) -> tuple[int, int]:
        """How unlikely, then how far."""
        before = mention.end <= self._claim.start
        distance = self._claim.start - mention.end if before else mention.start - self._claim.end
        return self._tier(mention, before), distance

    def _tier(self, mention: Span, before: bool) -> int:
        if mention.overlaps(self._claim):
            return 9
        behind = self._text[mention.end : mention.end + _BEHIND]
        source = _AS_SOURCE.match(behind) is not None
        if self._sentence.contains(mention):
            return self._tier_in_sentence(behind, source, before)
        if not before and self._next.contains(mention) and _SPOKEN.match(behind):
            return 1
        if not before:
            return 8
        if self._paragraph.contains(mention):
            return 4 if source else 5
        return 6 if source else 7

    def _tier_in_sentence(self, behind: str, source: bool, before: bool) -> int:
        if before:
            return 0 if source else 2
        if _AS_RELAY.match(behind):
            return 3
        return 1 if source or _AS_OWNER.match(behind) else 3
